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
    if yes { pick!(lang, sheets::yes) } else { pick!(lang, sheets::no) }
}

/// A code of a column in words; the code itself where it is a name of the data.
pub(super) fn word<'c>(column: &str, code: &'c str, lang: Lang) -> &'c str {
    match (column, code) {
        ("by" | "columns", "wave") => pick!(lang, sheets::wave),
        ("by", "all") => pick!(lang, sheets::all),
        ("by", "period") => pick!(lang, sheets::period),
        ("from", "rest") => pick!(lang, sheets::the_others),
        ("kind" | "table", _) => kind(code, lang),
        // What goes with a score may be a feature of the call.
        ("question", "calls") => pick!(lang, sheets::calls),
        ("bound", "target") => pick!(lang, sheets::target),
        ("better", "higher") => pick!(lang, sheets::higher),
        ("better", "lower") => pick!(lang, sheets::lower),
        ("better", "neither") => "–",
        ("met", "yes") => pick!(lang, sheets::yes),
        ("met", "no") => pick!(lang, sheets::no),
        ("met", "undecided") => pick!(lang, sheets::undecided),
        ("signal", "beyond") => pick!(lang, sheets::out_of_limits),
        ("signal", "run") => pick!(lang, sheets::n_8_in_a_row_on_one_side),
        ("base", "invited") => pick!(lang, sheets::people_asked),
        ("base", "population") => pick!(lang, sheets::head_count),
        ("sign", "positive") => pick!(lang, sheets::good_to_hear),
        ("sign", "negative") => pick!(lang, sheets::to_avoid),
        ("source", "detected") => pick!(lang, sheets::detected),
        ("source", "evaluated") => pick!(lang, sheets::evaluated),
        ("role" | "by" | "group", "client") => pick!(lang, sheets::customer),
        ("role" | "by" | "group", "agent") => "agent",
        ("role", "other") => pick!(lang, sheets::other_voice),
        ("role", "unknown") => pick!(lang, sheets::voice_not_recognised),
        ("by", "role") => pick!(lang, sheets::who_speaks),
        ("by", "score") => pick!(lang, sheets::customers_score),
        ("by", "resolved") => pick!(lang, sheets::matter_settled),
        ("by", "duration") => pick!(lang, sheets::duration),
        ("group", "low") => pick!(lang, sheets::low_score),
        ("group", "high") => pick!(lang, sheets::high_score),
        ("group", "unresolved") => pick!(lang, sheets::unresolved),
        ("group", "resolved") => pick!(lang, sheets::resolved),
        ("group", "short") => pick!(lang, sheets::short_call),
        ("group", "long") => pick!(lang, sheets::long_call),
        ("measure", "active_listening") => pick!(lang, sheets::active_listening),
        ("measure", "score") => pick!(lang, sheets::score_on_the_grid_of_100),
        ("measure", "item") => pick!(lang, sheets::item),
        ("segment_column", _) => segment(code, lang),
        _ => rated(column, code, lang).or_else(|| centre(column, code, lang)).unwrap_or(code),
    }
}

/// By what the indicators of a centre, or of calls, are told apart.
fn segment(column: &str, lang: Lang) -> &str {
    match column {
        "agent" => pick!(lang, sheets::agent),
        "queue" => pick!(lang, sheet_tables::queue),
        "reason" => pick!(lang, centre_report::reason),
        "channel" => pick!(lang, sheet_tables::channel),
        "direction" => pick!(lang, sheets::direction),
        "keyword" => pick!(lang, calls_report::keyword),
        "theme" => pick!(lang, headings::theme),
        other => other,
    }
}

/// What a term, a mark, a topic is.
fn kind(code: &str, lang: Lang) -> &str {
    match code {
        "word" | "keyword" => pick!(lang, sheets::word),
        "phrase" => pick!(lang, sheets::phrase),
        "negated" => pick!(lang, sheets::denied_word),
        "theme" => pick!(lang, sheets::theme),
        "indicator" => pick!(lang, sheets::indicator_of_the_call),
        "item" => pick!(lang, sheets::listening),
        "step" => pick!(lang, sheets::script),
        "nps" => pick!(lang, sheets::recommendation_nps),
        "enps" => pick!(lang, sheets::recommendation_enps),
        "csat" => pick!(lang, sheets::satisfaction_csat),
        "ces" => pick!(lang, sheets::effort_ces),
        "rating" => pick!(lang, sheets::rating),
        "single" => pick!(lang, sheets::choice),
        "multiple" => pick!(lang, sheets::several_choices),
        "open" => pick!(lang, sheets::free_text),
        "calls" => pick!(lang, sheets::calls),
        "tickets" => "tickets",
        "agents" => "agents",
        "customers" => pick!(lang, sheets::customers),
        "survey" => pick!(lang, sheets::survey),
        "states" => pick!(lang, sheets::states_of_agents),
        "roster" => pick!(lang, sheets::roster),
        "leads" => pick!(lang, sheets::leads),
        "evaluations" => pick!(lang, sheets::evaluations),
        "agent_survey" => pick!(lang, sheets::survey_of_agents),
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
        ("id", "wait_answered") => pick!(lang, sheets::wait_of_answered_calls),
        ("id", "wait_abandoned") => pick!(lang, sheets::wait_of_abandoned_calls),
        ("id", "handle") => pick!(lang, sheets::handling),
        ("weekday", day) => crate::report::centre::weekday(day.parse().ok()?, lang),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::centre::Dimension;

    #[test]
    fn codes_are_words_in_both_languages() {
        assert_eq!(word("met", "undecided", Lang::Fr), "indécis");
        assert_eq!(word("weekday", "1", Lang::Fr), "lundi");
        assert_eq!(word("by", "région", Lang::En), "région");
        assert_eq!(word("segment_column", "direction", Lang::Fr), "Sens de l’appel");
        let ids = Dimension::ALL.map(Dimension::id).into_iter().chain(["keyword", "theme"]);
        for id in ids {
            let name = word("segment_column", id, Lang::Fr);
            assert!(name.starts_with(char::is_uppercase), "{id}");
        }
        assert_eq!(word("quadrant", "fix", Lang::En), "fix first");
        assert_eq!(metric("rating_top2"), Some(Metric::RatingTop2));
        assert_eq!((metric("x"), group("low")), (None, Some(Group::Low)));
    }
}
