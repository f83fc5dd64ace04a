//! What stands under a cross-table.

use super::amounts::SMALL_BASE;
use super::cross::Layout;
use super::frequency::{Base, ColumnBase, FrequencyTable, WAVE};
use super::words::Words;
use crate::report::{QuestionSummary, Report};
use crate::study::Kind;

/// What the letters and marks of a cross-table mean, its test, who is in the total only.
pub(super) fn notes(
    words: &Words<'_>,
    report: &Report,
    question: &QuestionSummary,
    table: &FrequencyTable,
    layout: Layout,
) -> Vec<String> {
    let mut notes = Vec::new();
    if layout == Layout::Columns && table.cells.iter().any(|c| c.letters.is_some()) {
        notes.push(letters_note(words, report));
    }
    let panel = report.study.design.as_ref().is_some_and(|d| d.respondent.is_some());
    if panel && table.by.as_deref() == Some(WAVE) {
        notes.push(words.say(
            "Les mêmes personnes reviennent d’une vague à l’autre : les lettres n’en tiennent pas compte, les évolutions du rapport si.",
            "The same people come back from wave to wave: letters do not allow for it, the changes of the report do.",
        ));
    }
    if let Some(test) = &table.test {
        let number = |x: f64, digits| words.lang.number(x, digits);
        let p = words.lang.probability(test.p);
        let p = if test.p < 0.001 { format!("p\u{a0}{p}") } else { format!("p\u{a0}=\u{a0}{p}") };
        let mut note = match test.df_denominator {
            Some(denominator) => words.say(
                format!(
                    "χ² de Rao–Scott (second ordre) : F({} ; {}) = {}, {p}.",
                    number(test.df, 2),
                    number(denominator, 1),
                    number(test.statistic, 2)
                ),
                format!(
                    "Rao–Scott χ² (second order): F({}, {}) = {}, {p}.",
                    number(test.df, 2),
                    number(denominator, 1),
                    number(test.statistic, 2)
                ),
            ),
            None => words.say(
                format!(
                    "χ² de Pearson : {} pour {} degrés de liberté, {p}.",
                    number(test.statistic, 2),
                    number(test.df, 0)
                ),
                format!(
                    "Pearson’s χ²: {} with {} degrees of freedom, {p}.",
                    number(test.statistic, 2),
                    number(test.df, 0)
                ),
            ),
        };
        if test.low_expected > 0 {
            let low = words.pick_counted(test.low_expected as u64, ("case", "cases"), ("cell", "cells"));
            note.push_str(&words.say(
                format!(" Effectif attendu inférieur à 5 dans {low} : test approximatif."),
                format!(" Expected count under 5 in {low}: a rough test."),
            ));
        }
        notes.push(note);
    } else if question.kind == Kind::Multiple {
        notes.push(words.say(
            "Pas de χ² : une personne peut compter dans plusieurs lignes.",
            "No χ²: a person may count in several rows.",
        ));
    }
    let total = |of: &dyn Fn(&ColumnBase) -> bool| {
        table.bases.iter().filter(|b| of(b)).filter_map(|b| b.n).sum::<u64>()
    };
    let hides = table.bases.iter().any(|b| b.n.is_none()) || table.cells.iter().any(|c| c.n.is_none());
    let (whole, parts) = (total(&|b| b.column.is_none()), total(&|b| b.column.is_some()));
    if !hides && parts < whole && table.base == Base::Respondents {
        let left = words.answers(whole - parts);
        notes.push(words.say(
            format!("Dans « Ensemble » seulement : {left} sans valeur de segment."),
            format!("In “Total” only: {left} without a segment."),
        ));
    }
    if table.bases.iter().any(|b| b.n.is_some_and(|n| n < SMALL_BASE)) {
        notes.push(super::tables::small_note(words));
    }
    if hides {
        notes.push(hidden_note(words, report));
    }
    notes
}

/// What letters are.
fn letters_note(words: &Words<'_>, report: &Report) -> String {
    let level = report.study.level;
    let (alpha, chance) = (words.lang.level(1.0 - level), one_in(words, level));
    let (on, from) = if report.study.design.is_some() {
        words.pick(
            (
                "sur les bases efficaces",
                "Bases, brutes et efficaces (compte tenu du plan de sondage), d’au moins",
            ),
            ("on effective bases", "Bases, counted and effective (as the sample design makes them), from"),
        )
    } else {
        words.pick(("", "Bases d’au moins"), ("", "Bases from"))
    };
    let on = if on.is_empty() { String::new() } else { format!(" {on}") };
    words.say(
        format!("Lettres : part supérieure à celle des colonnes nommées, au seuil de {alpha} (z à variance commune{on}), sans correction du nombre de comparaisons : {chance} peut être due au hasard. {from} {SMALL_BASE} seulement."),
        format!("Letters: share higher than in the columns named, at the {alpha} level (pooled z{on}), not corrected for the number of comparisons: {chance} may be due to chance. {from} {SMALL_BASE} on only."),
    )
}

/// Notes that say what marks mean, whatever the table: said once where several tables have them.
pub(super) fn legends(words: &Words<'_>, report: &Report) -> [String; 3] {
    [letters_note(words, report), super::tables::small_note(words), hidden_note(words, report)]
}

/// `une sur vingt environ`: how many comparisons the level lets through by chance.
fn one_in(words: &Words<'_>, level: f64) -> String {
    let n = words.lang.number(1.0 / (1.0 - level), 0);
    words.say(format!("une sur {n} environ"), format!("about one in {n}"))
}

pub(super) fn hidden_note(words: &Words<'_>, report: &Report) -> String {
    let min = words.answers(report.study.min_group);
    words.say(
        format!("– Masqué : moins de {min}, le seuil fixé pour que personne ne soit reconnu."),
        format!("– Hidden: fewer than {min}, the minimum set so that nobody can be recognised."),
    )
}
