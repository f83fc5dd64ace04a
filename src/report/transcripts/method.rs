//! How the figures of calls are to be read.

use super::cards::shown_first;
use super::view::View;
use crate::report::document::Block;

pub(super) fn blocks(view: &View<'_>) -> Vec<Block> {
    let words = view.words;
    let threshold = view.lang().percent(100.0 * view.calls.grid.threshold, 0);
    let level = view.lang().level(view.report.study.level);
    let intervals = if view.calls.evaluated.is_some() {
        words.say(
            format!("À {level}. Taux détectés : intervalle de Wilson sur les appels. Taux évalués : sondage stratifié par agent et période, population finie."),
            format!("At {level}. Detected rates: Wilson’s interval over calls. Evaluated rates: sample stratified by agent and period, finite population."),
        )
    } else {
        words.say(
            format!(
                "À {level} : intervalle de Wilson sur les appels, traités comme un échantillon de l’activité."
            ),
            format!("At {level}: Wilson’s interval over calls, taken for a sample of the activity."),
        )
    };
    let items: Vec<(&str, String)> = vec![
        (words.pick("Écoute active", "Active listening"), shown_first(view)),
        (
            words.pick("Points de la grille", "Points of the grid"),
            words.say(
                format!("Chaque item entendu donne ses points, chaque item à éviter en retire ; un item qui ne peut pas être entendu (pas de temps, pas de tour du client) sort du total. L’écoute active est détectée à partir de {threshold} des points possibles, sauf propos éliminatoire. « barometre transcripts init » écrit la grille, à corriger."),
                format!("Each item heard earns its points, each bad habit takes some away; an item that cannot be heard (no times, no turn of the customer) leaves the total. A call counts as listened to from {threshold} of the possible points on, unless something disqualifying was said. “barometre transcripts init” writes the grid, to be edited."),
            ),
        ),
        (
            words.pick("Qui parle", "Who speaks"),
            words.say(
                "D’après ce qu’indique l’utilisateur, puis par le nom que le fichier donne à la voix, sinon d’après ce qui est dit (accueil, questions d’identification, demandes), avec une probabilité montrée appel par appel. Sous 0,7, la voix reste non identifiée et l’appel n’entre dans aucun taux d’écoute.",
                "By what the user says, then by the name that the file gives the voice, else by what is said (greeting, identification questions, requests), with a probability shown call by call. Under 0.7 the voice stays unidentified and the call enters no rate of listening.",
            ),
        ),
        (
            words.pick("Temps de parole", "Talk time"),
            words.say(
                "Réunion des intervalles de chaque voix, à la milliseconde ; chevauchement : au moins deux voix ; silence : durée de l’appel moins le temps où quelqu’un parle. Interruption : l’agent commence avant que le client ait fini, garde la parole, et dit plus qu’un « oui ».",
                "Union of the intervals of each voice, to the millisecond; overlap: two voices at least; silence: duration of the call minus all speech. Interruption: the agent begins before the customer has ended, keeps the floor, and says more than a “yes”.",
            ),
        ),
        (
            words.pick("Mots", "Words"),
            words.say(
                "Comptés en appels : un mot dit dix fois dans un appel compte une fois. Entre client et agent, qui parlent dans les mêmes appels, test exact de McNemar ; entre groupes d’appels, test de Fisher ou χ² ; q corrige du nombre de mots (Benjamini-Hochberg).",
                "Counted in calls: a word said ten times in a call counts once. Between customer and agent, who speak in the same calls, McNemar’s exact test; between groups of calls, Fisher’s test or χ²; q corrects for the number of words (Benjamini–Hochberg).",
            ),
        ),
        (words.pick("Intervalles", "Intervals"), intervals),
        (
            words.pick("Signaux des appels à écouter", "Signals of calls to listen to"),
            words.say(
                "Note basse : 1 ou 2 sur 5, 0 à 6 sur 10. Long silence : 10 s ou plus. Étapes du script manquantes : trois ou plus. Aucune marque d’écoute : aucun item à entendre. Appel long : au-delà du troisième quartile d’une fois et demie l’écart interquartile. Contenu sensible : santé, croyances, origine, détresse, harcèlement, sans citation. Sujet qui monte : un mot de « Ce qui monte ».",
                "Low score: 1 or 2 of 5, 0 to 6 of 10. Long silence: 10 s or more. Script steps missing: three or more. No sign of listening: no item that is good to hear. Long call: one and a half interquartile ranges over the third quartile. Sensitive content: health, beliefs, origin, distress, harassment, not quoted. Rising subject: a word of “Rising topics”.",
            ),
        ),
        (
            words.pick("G², κ, lift", "G², κ, lift"),
            words.say(
                "G² : plus il est grand, moins le hasard explique l’écart. κ : accord au-delà du hasard, 1 s’il est parfait, 0 s’il est celui du hasard. Lift : combien de fois plus souvent que d’ordinaire.",
                "G²: the larger, the less chance explains the difference. κ: agreement beyond chance, 1 where it is perfect, 0 where it is that of chance. Lift: how many times more often than usual.",
            ),
        ),
        (
            words.pick("Usage", "Use"),
            words.say(
                "Une détection assiste l’écoute, elle ne la remplace pas : aucune décision sur une personne ne doit reposer sur elle seule. Les appels « à écouter » sont choisis pour ce qu’ils montrent et n’entrent dans aucun taux.",
                "A detection assists listening, it does not replace it: no decision about a person may rest on it alone. Calls “to listen to” are picked for what they show and enter no rate.",
            ),
        ),
    ];
    let mut out = vec![Block::Definitions {
        items: items.into_iter().map(|(term, text)| (term.to_owned(), text)).collect(),
    }];
    let source = &view.calls.source;
    let told = source.troubles.iter().map(|trouble| trouble.message.clone());
    let told = told.chain(source.issues.iter().cloned());
    let passed = source.skipped.iter().map(|skipped| {
        words.say(
            format!("{} : laissé de côté ({})", skipped.file, skipped.message),
            format!("{}: passed over ({})", skipped.file, skipped.message),
        )
    });
    let list: Vec<String> = told.chain(passed).collect();
    if !list.is_empty() {
        out.push(Block::Fold {
            summary: words.pick("Fichiers non lus, remarques", "Files not read, remarks").to_owned(),
            blocks: vec![Block::List { items: list }],
        });
    }
    out
}
