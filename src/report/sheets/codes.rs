//! Codes of `report.json` as a person reads them.

use crate::lang::Lang;
use crate::metric::{Group, Metric};

/// The metric of an id.
pub(super) fn metric(id: &str) -> Option<Metric> {
    Some(match id {
        "nps" => Metric::Nps,
        "enps" => Metric::Enps,
        "csat" => Metric::Csat,
        "csat_mean" => Metric::CsatMean,
        "ces" => Metric::Ces,
        "ces_easy" => Metric::CesEasy,
        "rating_mean" => Metric::RatingMean,
        "rating_top2" => Metric::RatingTop2,
        _ => return None,
    })
}

/// The group of answers of an id.
pub(super) fn group(id: &str) -> Option<Group> {
    Some(match id {
        "promoters" => Group::Promoters,
        "passives" => Group::Passives,
        "detractors" => Group::Detractors,
        "high" => Group::High,
        "middle" => Group::Middle,
        "low" => Group::Low,
        _ => return None,
    })
}

pub(super) fn yes(yes: bool, lang: Lang) -> &'static str {
    if yes { lang.pick("oui", "yes") } else { lang.pick("non", "no") }
}

/// A code of a column in words; the code itself where it is a name of the data.
pub(super) fn word<'c>(column: &str, code: &'c str, lang: Lang) -> &'c str {
    match (column, code) {
        ("by" | "columns", "wave") => lang.pick("vague", "wave"),
        ("by", "all") => lang.pick("ensemble", "all"),
        ("by", "period") => lang.pick("période", "period"),
        ("from", "rest") => lang.pick("les autres", "the others"),
        ("kind" | "table", _) => kind(code, lang),
        ("bound", "target") => lang.pick("objectif", "target"),
        ("better", "higher") => lang.pick("plus haut", "higher"),
        ("better", "lower") => lang.pick("plus bas", "lower"),
        ("better", "neither") => "–",
        ("met", "yes") => lang.pick("oui", "yes"),
        ("met", "no") => lang.pick("non", "no"),
        ("met", "undecided") => lang.pick("indécidable", "undecided"),
        ("signal", "beyond") => lang.pick("hors limites", "out of limits"),
        ("signal", "run") => lang.pick("8 de suite d’un côté", "8 in a row on one side"),
        ("base", "invited") => lang.pick("personnes interrogées", "people asked"),
        ("base", "population") => lang.pick("effectif", "head count"),
        ("sign", "positive") => lang.pick("à entendre", "good to hear"),
        ("sign", "negative") => lang.pick("à éviter", "to avoid"),
        ("source", "detected") => lang.pick("détectée", "detected"),
        ("source", "evaluated") => lang.pick("évaluée", "evaluated"),
        ("role" | "by" | "group", "client") => lang.pick("client", "customer"),
        ("role" | "by" | "group", "agent") => "agent",
        ("role", "other") => lang.pick("autre voix", "other voice"),
        ("role", "unknown") => lang.pick("voix non reconnue", "voice not recognised"),
        ("by", "role") => lang.pick("qui parle", "who speaks"),
        ("by", "score") => lang.pick("note du client", "customer’s score"),
        ("by", "resolved") => lang.pick("demande résolue", "matter settled"),
        ("by", "duration") => lang.pick("durée", "duration"),
        ("group", "low") => lang.pick("note basse", "low score"),
        ("group", "high") => lang.pick("note haute", "high score"),
        ("group", "unresolved") => lang.pick("non résolu", "unresolved"),
        ("group", "resolved") => lang.pick("résolu", "resolved"),
        ("group", "short") => lang.pick("appel court", "short call"),
        ("group", "long") => lang.pick("appel long", "long call"),
        ("measure", "active_listening") => lang.pick("écoute active", "active listening"),
        ("measure", "score") => lang.pick("note de la grille (sur 100)", "score on the grid (of 100)"),
        ("measure", "item") => lang.pick("critère", "item"),
        _ => rated(column, code, lang).or_else(|| centre(column, code, lang)).unwrap_or(code),
    }
}

/// What a term, a mark, a topic is.
fn kind(code: &str, lang: Lang) -> &str {
    match code {
        "word" | "keyword" => lang.pick("mot", "word"),
        "phrase" => lang.pick("expression", "phrase"),
        "negated" => lang.pick("mot nié", "denied word"),
        "theme" => lang.pick("thème", "theme"),
        "indicator" => lang.pick("indicateur de l’appel", "indicator of the call"),
        "item" => lang.pick("écoute", "listening"),
        "step" => lang.pick("script", "script"),
        "nps" => lang.pick("recommandation (NPS)", "recommendation (NPS)"),
        "enps" => lang.pick("recommandation (eNPS)", "recommendation (eNPS)"),
        "csat" => lang.pick("satisfaction (CSAT)", "satisfaction (CSAT)"),
        "ces" => lang.pick("effort (CES)", "effort (CES)"),
        "rating" => lang.pick("note", "rating"),
        "single" => lang.pick("choix", "choice"),
        "multiple" => lang.pick("choix multiple", "several choices"),
        "open" => lang.pick("verbatim", "free text"),
        "calls" => lang.pick("appels", "calls"),
        "tickets" => "tickets",
        "agents" => "agents",
        "customers" => lang.pick("clients", "customers"),
        "survey" => lang.pick("enquête", "survey"),
        "states" => lang.pick("états des agents", "states of agents"),
        "roster" => lang.pick("planning", "roster"),
        "leads" => lang.pick("pistes", "leads"),
        "evaluations" => lang.pick("évaluations", "evaluations"),
        "agent_survey" => lang.pick("enquête auprès des agents", "survey of agents"),
        other => other,
    }
}

/// What the importance and the reward of a dimension say.
fn rated(column: &str, code: &str, lang: Lang) -> Option<&'static str> {
    use crate::driver::{Appeal, Quadrant};
    Some(match (column, code) {
        ("appeal", "basic") => Appeal::Basic.label(lang),
        ("appeal", "performance") => Appeal::Performance.label(lang),
        ("appeal", "excitement") => Appeal::Excitement.label(lang),
        ("appeal", "undecided") => Appeal::Undecided.label(lang),
        ("quadrant", "fix") => Quadrant::Fix.label(lang),
        ("quadrant", "maintain") => Quadrant::Maintain.label(lang),
        ("quadrant", "watch") => Quadrant::Watch.label(lang),
        ("quadrant", "secondary") => Quadrant::Secondary.label(lang),
        _ => return None,
    })
}

/// What the tables of a centre name.
fn centre(column: &str, code: &str, lang: Lang) -> Option<&'static str> {
    Some(match (column, code) {
        ("id", "wait_answered") => lang.pick("attente des appels décrochés", "wait of answered calls"),
        ("id", "wait_abandoned") => lang.pick("attente des appels abandonnés", "wait of abandoned calls"),
        ("id", "handle") => lang.pick("traitement", "handling"),
        ("weekday", day) => crate::report::centre::weekday(day.parse().ok()?, lang),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_words_in_both_languages() {
        assert_eq!(word("met", "undecided", Lang::Fr), "indécidable");
        assert_eq!(word("weekday", "1", Lang::Fr), "lundi");
        assert_eq!(word("by", "région", Lang::En), "région");
        assert_eq!(word("quadrant", "fix", Lang::En), "fix first");
        assert_eq!(metric("rating_top2"), Some(Metric::RatingTop2));
        assert_eq!((metric("x"), group("low")), (None, Some(Group::Low)));
    }
}
