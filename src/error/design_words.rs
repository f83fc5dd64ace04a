//! In words: what a sample design lacks.

use super::words::list;
use super::{DesignFlaw, Location, toml_string};
use crate::Lang;

/// A row that does not say how it was drawn.
pub(super) fn design(at: &Location, flaw: DesignFlaw, found: &str, lang: Lang) -> String {
    let at = at.words(lang);
    let what = if found.trim().is_empty() {
        lang.pick("cellule vide", "empty cell").to_owned()
    } else {
        lang.pick(format!("{} trouvé", lang.quote(found)), format!("found {}", lang.quote(found)))
    };
    let (fr, en) = match flaw {
        DesignFlaw::Weight => (
            "un poids est attendu, un nombre positif. Écrivez 0 pour qu’une ligne ne compte pas, ou retirez weight de study.toml.",
            "expected a weight, a number above 0. Write 0 for a row that is not to count, or take weight out of study.toml.",
        ),
        DesignFlaw::Stratum => (
            "une strate est attendue sur chaque ligne. Complétez la colonne, ou retirez strata de study.toml.",
            "expected a stratum on every row. Fill the column in, or take strata out of study.toml.",
        ),
        DesignFlaw::Cluster => (
            "une grappe est attendue sur chaque ligne. Complétez la colonne, ou retirez cluster de study.toml.",
            "expected a cluster on every row. Fill the column in, or take cluster out of study.toml.",
        ),
        DesignFlaw::Population => (
            "un effectif est attendu, un nombre d’au moins 1. Complétez la colonne, ou retirez population de study.toml.",
            "expected a head count, a number from 1 on. Fill the column in, or take population out of study.toml.",
        ),
    };
    lang.pick(format!("{at}\u{a0}: {what}, {fr}"), format!("{at}: {what}, {en}"))
}

/// A stratum without its head count.
pub(super) fn no_head_count(column: &str, stratum: &str, declared: &[String], lang: Lang) -> String {
    let (column, name) = (lang.quote(column), lang.quote(stratum));
    let known = if declared.is_empty() {
        lang.pick("un seul effectif pour l’ensemble", "one head count in all").to_owned()
    } else {
        list(declared, lang)
    };
    let line = format!("population = {{ {} = … }}", toml_string(stratum));
    lang.pick(
        format!("study.toml, population\u{a0}: l’effectif de la strate {name} (colonne {column}) n’est pas déclaré\u{a0}; déclaré\u{a0}: {known}. Écrivez l’effectif de chaque strate\u{a0}: {line}"),
        format!("study.toml, population: the head count of stratum {name} (column {column}) is not declared; declared: {known}. Write the head count of each stratum: {line}"),
    )
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
        lang.pick(
            format!("{place}\u{a0}: l’effectif va de {low_text} à {high_text} au sein d’une même strate\u{a0}; il doit être le même sur toutes ses lignes. Corrigez la colonne, ou déclarez population = {{ … }} dans study.toml."),
            format!("{place}: the head count runs from {low_text} to {high_text} within one stratum; it must be the same on all its rows. Correct the column, or declare population = {{ … }} in study.toml."),
        )
    } else {
        let answered = lang.count(answered);
        lang.pick(
            format!("{place}\u{a0}: effectif de {low_text} pour {answered} répondants. Un effectif est celui de la population, répondants compris\u{a0}: corrigez-le."),
            format!("{place}: a head count of {low_text} for {answered} respondents. A head count is that of the population, respondents included: correct it."),
        )
    }
}
