//! How the figures of a centre are computed and what may be concluded from them.

use std::collections::BTreeSet;

use super::cards::headline;
use super::definitions::explained;
use super::trend::trend;
use super::view::View;
use crate::centre::catalogue::Group;
use crate::centre::{Indicator, IndicatorRow};
use crate::report::document::Block;

/// Definitions of the shown indicators, then how to read them.
pub(super) fn blocks(view: &View<'_>) -> Vec<Block> {
    let words = view.words;
    let heading = |fr: &str, en: &str| Block::Heading { text: words.pick(fr, en).to_owned() };
    let mut out = Vec::new();
    let definitions = definitions(view);
    if !definitions.is_empty() {
        out.push(heading("Définitions des indicateurs", "Definitions of the indicators"));
        out.push(Block::Definitions { items: definitions });
    }
    let reading = reading(view);
    if !reading.is_empty() {
        out.push(heading("Comment lire ces indicateurs", "How to read these indicators"));
        out.push(Block::Definitions { items: reading });
    }
    out
}

/// Each indicator with a value, as it is computed here.
fn definitions(view: &View<'_>) -> Vec<(String, String)> {
    let shown = Indicator::ALL.iter().filter_map(|id| {
        let any = |r: &&IndicatorRow| r.id == *id && r.value.is_some() && view.is_main(r);
        view.total(*id).filter(|row| row.value.is_some()).or_else(|| view.report.indicators.iter().find(any))
    });
    shown.map(|row| (row.label.clone(), explained(view, row))).collect()
}

/// What each kind of figure means, only where the page has it.
fn reading(view: &View<'_>) -> Vec<(String, String)> {
    let (words, summary) = (view.words, view.summary);
    let number = |x: f64| words.lang.number(x, usize::from(x.fract() != 0.0));
    let rows = &view.report.indicators;
    let mut out = Vec::new();
    let mut add = |fr: &str, en: &str, text: String| out.push((words.pick(fr, en).to_owned(), text));
    if rows.iter().any(|r| r.ci_low.is_some()) {
        add("Intervalle", "Interval", intervals(view));
    }
    if rows.iter().any(|r| r.target.is_some()) {
        add("Objectif", "Target", words.say(
            "Sur un journal complet, la valeur elle-même est comparée à l’objectif ; sur une enquête, c’est son intervalle, et un objectif qu’il contient n’est ni atteint ni manqué.",
            "On a complete log the value itself is held against its target; on a survey its interval is, and a target inside it is neither met nor missed.",
        ));
    }
    if headline(view).into_iter().any(|id| trend(view, id).is_some()) {
        add("Dernière semaine", "Last week", words.say(
            "La dernière semaine complète (le dernier mois, faute de semaines) est comparée à la moyenne des précédentes, chacune comptée selon sa base. Un écart est dit au-delà du hasard quand il dépasse trois erreurs types ou, sans intervalle, les limites d’une carte de contrôle d’au moins six périodes. Une saison, un jour férié ou une campagne suffisent parfois à l’expliquer.",
            "The last whole week (the last month, where there are no weeks) is held against the mean of those before, each counted by its base. A difference is called beyond chance when it is more than three standard errors or, without intervals, out of the limits of a control chart of six periods or more. A season, a public holiday or a campaign may be enough to explain it.",
        ));
    }
    add("Définitions concurrentes", "Competing definitions", words.say(
        "Un même nom recouvre souvent plusieurs calculs. Chaque valeur porte ici le sien ; deux valeurs ne se comparent, entre elles ou avec une norme, qu’à définition égale.",
        "One name often covers several computations. Each value carries its own here; two values compare, with each other or with a norm, only under the same definition.",
    ));
    if view.total_value(Indicator::ServiceLevel).is_some() {
        let (delay, short) = (number(summary.service_level_s), number(summary.short_abandon_s));
        add("Niveau de service", "Service level", words.say(
            format!("Délai de {delay} s, file et sonnerie ensemble, serveur vocal exclu. Un abandon avant {short} s est dit court."),
            format!("Delay of {delay} s, queue and ring together, voice menu left out. An abandon before {short} s is a short one."),
        ));
    }
    let first_contact = view.total(Indicator::FirstContactResolution).filter(|row| row.value.is_some());
    // A flag of the agent asks for no window.
    if first_contact.is_some_and(|row| !row.variant.starts_with("flag")) {
        let days = number(summary.fcr_days);
        add("Premier contact", "First contact", words.say(
            format!("Un dossier est résolu au premier contact si le même client ne rappelle pas pour le même motif dans les {days} jours. Ceux qui ont commencé depuis moins longtemps sont laissés hors de la base. Le complément est le taux de réitération."),
            format!("A case is solved at first contact if the same customer does not come back for the same reason within {days} days. Cases begun more recently are left out of the base. The complement is the repeat rate."),
        ));
    }
    if view.total_value(Indicator::LeadConversionRate).is_some() {
        let days = number(summary.lead_days);
        add("Leads", "Leads", words.say(
            format!("Un lead a {days} jours pour se convertir après un contact ; les plus récents sont laissés hors de la base."),
            format!("A lead has {days} days to convert after a contact; more recent ones are left out of the base."),
        ));
    }
    if view.total_value(Indicator::OutOfHoursCalls).is_some_and(|n| n > 0.0) {
        add("Heures non ouvrées", "Out of hours", words.say(
            "Les appels reçus hors des heures ouvrées et les jours fériés sont comptés à part ; ils n’entrent ni dans le taux de décroché, ni dans le niveau de service, ni dans l’abandon.",
            "Calls received out of opening hours and on public holidays are counted apart; they enter neither the answer rate, nor the service level, nor the abandonment rate.",
        ));
    }
    if !summary.series.is_empty() {
        add("Limites de contrôle", "Control limits", words.say(
            "Autour de la moyenne des jours, plus ou moins trois écarts types (Shewhart ; Laney quand les jours varient plus que leur base ne l’explique). Quand rien ne change, un jour les franchit environ 3 fois sur 1 000. Une moyenne et ses limites ne disent pas si le niveau convient : l’objectif le dit.",
            "Around the mean of the days, plus or minus three standard deviations (Shewhart; Laney where days vary more than their base explains). When nothing changes a day crosses them about 3 times in 1,000. A mean and its limits do not say whether the level will do: the target does.",
        ));
    }
    if !summary.staffing.is_empty() {
        add("Erlang C", "Erlang C", words.say(
            "Nombre d’agents d’une file où les appels arrivent au hasard, durent un temps variable autour de la DMT et attendent sans jamais abandonner ni rappeler. Comme des clients abandonnent, le modèle demande plutôt trop d’agents ; comme la charge varie dans l’heure, plutôt trop peu aux pointes. Pauses, formation et absences ne sont pas comprises.",
            "Number of agents for a queue where calls arrive at random, last a variable time around the handle time and wait without ever leaving or calling back. As customers do leave, the model asks rather too many agents; as the load varies within the hour, rather too few at peaks. Breaks, training and absence are not included.",
        ));
    }
    if summary.agents > 0 {
        add("Agents", "Agents", agents(view));
    }
    if !summary.absence.is_empty() {
        add("Absence", "Absence", words.say(
            "Les motifs d’absence, qui peuvent dire l’état de santé de quelqu’un, sont réduits à planifiée ou non.",
            "Reasons of absence, which may tell somebody’s health, are reduced to planned or not.",
        ));
    }
    out
}

fn intervals(view: &View<'_>) -> String {
    let words = view.words;
    let level = words.lang.level(view.report.study.level);
    let methods: BTreeSet<&str> = view.report.indicators.iter().filter_map(|r| r.method.as_deref()).collect();
    let by: Vec<String> =
        [("clustered by agent", "par agent", "by agent"), ("clustered by day", "par jour", "by day")]
            .iter()
            .filter(|(method, ..)| methods.contains(method))
            .map(|(_, fr, en)| words.pick(*fr, *en).to_owned())
            .collect();
    let grouped = if by.is_empty() {
        String::new()
    } else {
        let by = words.list(&by);
        words.say(
            format!(" Les appels y sont groupés {by}, car ceux d’un même groupe se ressemblent."),
            format!(" Calls are clustered {by} in it, since those of one cluster are alike."),
        )
    };
    let answers = |r: &&IndicatorRow| r.id.entry().group == Group::Satisfaction && r.ci_low.is_some();
    let survey = if view.report.indicators.iter().any(|r| answers(&r)) {
        words.pick(
            " Celui d’une enquête mesure, lui, ce que l’on ignore de ceux qui n’ont pas été interrogés.",
            " That of a survey does measure what is not known of those who were not asked.",
        )
    } else {
        ""
    };
    words.say(
        format!("Un journal d’appels est complet : ce n’est pas un échantillon, et l’intervalle à {level} n’y mesure pas une erreur de sondage. Il décrit le processus : de combien la valeur bougerait sur une autre période, à demande et organisation égales.{grouped}{survey}"),
        format!("A log of calls is complete: it is no sample, and its {level} interval does not measure a sampling error. It describes the process: how much the value would move over another period of the same demand and organisation.{grouped}{survey}"),
    )
}

fn agents(view: &View<'_>) -> String {
    let (words, summary) = (view.words, view.summary);
    let least = words.pick_counted(summary.min_group, ("appel", "appels"), ("call", "calls"));
    let named = if summary.pseudonyms {
        words.say(
            "Chacun porte un numéro, tiré de son nom : il tait le nom à qui n’a pas la liste des agents, non à qui l’a.",
            "Each stands under a number drawn from the name: it hides the name from whoever lacks the list of agents, not from whoever has it.",
        )
    } else {
        words.say("Ils sont nommés parce que cela a été demandé.", "They are named because it was asked for.")
    };
    words.say(
        format!(
            "{named} Un agent de moins de {least} n’est pas affiché ; ses appels comptent dans les totaux."
        ),
        format!("{named} An agent with fewer than {least} is not shown; those calls count in the totals."),
    )
}
