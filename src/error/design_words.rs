//! In words: what a sample design lacks.

use super::words::list;
use super::{DesignFlaw, Location, toml_string};
use crate::Lang;

/// A row that does not say how it was drawn.
pub(super) fn design(at: &Location, flaw: DesignFlaw, found: &str, lang: Lang) -> String {
    let at = at.words(lang);
    let what = if found.trim().is_empty() {
        pick!(lang, errors::empty_cell).to_owned()
    } else {
        pick!(lang, errors::found(lang.quote(found)))
    };
    let expected = match flaw {
        DesignFlaw::Weight => pick!(lang, errors::expected_a_weight),
        DesignFlaw::Stratum => pick!(lang, errors::expected_a_stratum),
        DesignFlaw::Cluster => pick!(lang, errors::expected_a_cluster),
        DesignFlaw::Population => pick!(lang, errors::expected_a_head_count),
    };
    pick!(lang, errors::joined(at, what, expected))
}

/// A stratum without its head count.
pub(super) fn no_head_count(column: &str, stratum: &str, declared: &[String], lang: Lang) -> String {
    let (column, name) = (lang.quote(column), lang.quote(stratum));
    let known = if declared.is_empty() {
        pick!(lang, errors::one_head_count_in_all).to_owned()
    } else {
        list(declared, lang)
    };
    let line = format!("population = {{ {} = … }}", toml_string(stratum));
    pick!(lang, errors::study_toml_population_the_head_count_of(name, column, known, line))
}

/// A head count that cannot be one.
pub(super) fn head_count(
    column: &str,
    stratum: &str,
    (low, high): (f64, f64),
    answered: u64,
    lang: Lang,
) -> String {
    let place = if stratum.is_empty() {
        lang.quote(column)
    } else {
        format!("{}, {}", lang.quote(column), lang.quote(stratum))
    };
    let (low_text, high_text) = (lang.number(low, 0), lang.number(high, 0));
    if low < high {
        pick!(lang, errors::the_head_count_runs_from_to_within_one(place, low_text, high_text))
    } else {
        let answered = lang.count(answered);
        pick!(lang, errors::a_head_count_of_for_respondents_a_head(place, low_text, answered))
    }
}
