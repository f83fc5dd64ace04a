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
        notes.push(say!(words, report::the_same_people_come_back_from_wave_to));
    }
    if let Some(test) = &table.test {
        let number = |x: f64, digits| words.lang.number(x, digits);
        let p = words.lang.probability(test.p);
        let p = if test.p < 0.001 { format!("p\u{a0}{p}") } else { format!("p\u{a0}=\u{a0}{p}") };
        let mut note = match test.df_denominator {
            Some(denominator) => say!(
                words,
                report::rao_scott_second_order_f(
                    number(test.df, 2),
                    number(denominator, 1),
                    number(test.statistic, 2),
                    p
                )
            ),
            None => say!(
                words,
                report::pearsons_with_degrees_of_freedom(number(test.statistic, 2), number(test.df, 0), p)
            ),
        };
        if test.low_expected > 0 {
            let low = counted!(words, test.low_expected as u64, report::cells);
            note.push_str(&say!(words, report::expected_count_under_5_in_a_rough_test(low)));
        }
        notes.push(note);
    } else if question.kind == Kind::Multiple {
        notes.push(say!(words, report::no_a_person_may_count_in_several_rows));
    }
    let total = |of: &dyn Fn(&ColumnBase) -> bool| {
        table.bases.iter().filter(|b| of(b)).filter_map(|b| b.n).sum::<u64>()
    };
    let hides = table.bases.iter().any(|b| b.n.is_none()) || table.cells.iter().any(|c| c.n.is_none());
    let (whole, parts) = (total(&|b| b.column.is_none()), total(&|b| b.column.is_some()));
    if !hides && parts < whole && table.base == Base::Respondents {
        let left = words.answers(whole - parts);
        notes.push(say!(words, report::in_total_only_without_a_segment(left)));
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
    if report.study.design.is_some() {
        say!(words, report::letters_on_effective_bases(alpha, chance, SMALL_BASE))
    } else {
        say!(words, report::letters_share_higher_than_in_the_columns(alpha, chance, SMALL_BASE))
    }
}

/// Notes that say what marks mean, whatever the table: said once where several tables have them.
pub(super) fn legends(words: &Words<'_>, report: &Report) -> [String; 3] {
    [letters_note(words, report), super::tables::small_note(words), hidden_note(words, report)]
}

/// `une sur vingt environ`: how many comparisons the level lets through by chance.
fn one_in(words: &Words<'_>, level: f64) -> String {
    let n = words.lang.number(1.0 / (1.0 - level), 0);
    say!(words, report::about_one_in(n))
}

pub(super) fn hidden_note(words: &Words<'_>, report: &Report) -> String {
    let min = words.answers(report.study.min_group);
    say!(words, report::hidden_fewer_than_the_minimum_set_so_that(min))
}
