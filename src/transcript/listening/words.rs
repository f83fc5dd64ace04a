//! The customer's own words, taken up by the agent.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::text::{Analyzer, FamilyId, Reading, TokenKind, Word};

/// Letters of a word that may be the customer's own, at least.
const SHORTEST: usize = 4;

/// Words that everybody says on the telephone, in all their forms: politeness, numbers, time, verbs that say nothing by
/// themselves.
const FRENCH: &str = "\
    accord aller allo allô amener appel appeler apprendre arriver attendre aujourd'hui aussi avant avoir besoin bon \
    bonjour bonsoir bouger calme chercher chez chose cinq cinquante combien comment comprendre compter coup dernier \
    demain demander depuis devoir dimanche dire donner douze envoyer exact exactement excuser exemple expliquer \
    faire falloir finir fois garde garder gens heure hier information jeudi jour journée juste justement laisser lundi madame \
    mademoiselle maintenant mardi matin merci mercredi mettre midi mille minute mois moment monsieur neuf nombre \
    normal normalement noter nouveau numéro onze ouais parce parfait parler partir passer penser petit peut-être \
    plaire pouvoir prendre problème quarante quatorze quatre quelque quelqu'un question quinze regarder rappeler \
    rester revenir revoir samedi savoir seize semaine sembler sept soir soixante souci suite sûr téléphone tout \
    treize trente trois trouver truc vendredi venir vingt voir voilà vouloir vraiment zéro";

/// The same in English.
const ENGLISH: &str = "\
    actually afternoon anything bring call calling come course day eight evening everything fine five four give go \
    good great hello help hold hour information just keep know leave let like look make mean minute month morning \
    name need nine number okay people phone please problem question really right say send seven six sorry speak \
    start sure take talk tell thank thanks there thing think three time today tomorrow try turn twelve twenty \
    understand wait want week well work year yeah yesterday";

/// The families of what everybody says, as one analyzer knows them.
pub(super) type Formulas = FxHashSet<String>;

/// Those of a language that is neither French nor English are not known: there are none.
pub(super) fn formulas(analyzer: &Analyzer) -> Formulas {
    let words = analyzer.language().lang().map_or("", |lang| lang.pick(FRENCH, ENGLISH));
    words.split_ascii_whitespace().map(|word| analyzer.key(word)).collect()
}

/// The families of a turn's words that name something and are not said on each call, with the first word of each.
pub(super) fn telling<'r>(
    formulas: &'r Formulas,
    reading: &'r Reading,
    analyzer: &'r Analyzer,
) -> impl Iterator<Item = (Word, FamilyId)> + 'r {
    reading.words.iter().filter_map(|word| {
        let form = analyzer.form(word.form);
        let tells = form.content
            && form.topic()
            && form.kind == TokenKind::Word
            && analyzer.normal(word.form).chars().count() >= SHORTEST
            && !formulas.contains(analyzer.family(form.family));
        tells.then_some((*word, form.family))
    })
}

/// The first word of a turn that the turn before has just said, and that the speaker, who has said `own` so far, did
/// not bring in.
pub(super) fn taken_up(
    formulas: &Formulas,
    own: &FxHashSet<FamilyId>,
    (before, reading): (&Reading, &Reading),
    analyzer: &Analyzer,
) -> Option<Range<usize>> {
    let theirs = telling(formulas, before, analyzer).map(|(_, family)| family);
    let theirs: FxHashSet<_> = theirs.filter(|family| !own.contains(family)).collect();
    if theirs.is_empty() {
        return None;
    }
    let (word, _) = telling(formulas, reading, analyzer).find(|(_, family)| theirs.contains(family))?;
    Some(word.start..word.end)
}
