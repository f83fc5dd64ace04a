//! Rows that cannot be what they say, in words: what is wrong, and what they are left out of.

use super::fault::{FaultKind, TableKind};
use super::field::Field;
use crate::Lang;

/// What a fault is, and its consequence.
pub(super) fn message(fault: FaultKind, table: TableKind, lang: Lang) -> String {
    let text = match (fault, table) {
        (FaultKind::NegativeDuration, _) => pick!(lang, centre::negative_duration_the_row_is_out_of_the),
        (FaultKind::Unreadable, TableKind::Roster) => {
            pick!(lang, centre::absence_reason_empty_or_unknown_or_a_cell)
        }
        (FaultKind::Unreadable, _) => pick!(lang, centre::a_cell_that_cannot_be_read_duration_date),
        (FaultKind::EndBeforeStart, _) => pick!(lang, centre::end_before_its_start_out_of_times_and),
        (FaultKind::ResolvedBeforeCreated, _) => {
            pick!(lang, centre::response_or_resolution_before_the_step_that)
        }
        (FaultKind::NoAgent, _) => pick!(lang, centre::answered_call_without_an_agent_out_of_the),
        (FaultKind::Overlap, _) => pick!(lang, centre::state_that_begins_before_the_one_before_it),
        (FaultKind::NoDate, _) => pick!(lang, centre::row_without_a_date_in_the_totals_in),
        (FaultKind::Unmatched, _) => pick!(lang, centre::answer_whose_contact_is_not_in_the_files),
        (FaultKind::SecondAnswer, _) => pick!(lang, centre::second_answer_about_the_same_contact_only_the),
        (FaultKind::Repeated, _) => pick!(lang, centre::row_that_says_all_that_another_one_says),
        (FaultKind::Incomplete, _) => pick!(lang, centre::row_without_a_cell_that_is_needed_counted),
        (FaultKind::UnknownOutcome, _) => pick!(lang, centre::unknown_outcome_or_one_that_cannot_be_in),
        (FaultKind::UnknownState, _) => {
            pick!(lang, centre::unknown_state_counted_nowhere)
        }
        (FaultKind::RepeatedId, _) => return repeated(None, lang),
        (FaultKind::AmbiguousDates, _) => pick!(lang, centre::dates_that_read_both_ways_read_day_first),
    };
    lang.typeset(text.to_owned())
}

/// The same, with how many of the rows count nowhere anyway.
pub(super) fn with_excluded(excluded: u64, lang: Lang, message: String) -> String {
    let said = match excluded {
        0 => return message,
        1 => pick!(lang, centre::one_set_aside_by_its_outcome).to_owned(),
        n => pick!(lang, centre::set_aside_by_their_outcome(lang.count(n))),
    };
    format!("{message} ({said})")
}

/// Words that no list knows, and what to write for them.
pub(super) fn unknown(table: TableKind, fault: FaultKind, words: &[(&str, u64)], lang: Lang) -> String {
    const SHOWN: usize = 5;
    if words.is_empty() {
        return message(fault, table, lang);
    }
    let named: Vec<String> = words
        .iter()
        .take(SHOWN)
        .map(|(word, n)| format!("{} ({})", lang.quote(word), lang.count(*n)))
        .collect();
    let named = named.join(", ");
    let (section, first) = (table.id(), words[0].0.replace('"', "\\\""));
    let example = if fault == FaultKind::UnknownState { "pause" } else { "abandoned" };
    let text = pick!(lang, centre::unknown_word_counted_nowhere_to_write_in(named, section, first, example));
    lang.typeset(text)
}

/// An id that repeats, and the column that makes a key of it.
pub(super) fn repeated(key: Option<&(String, String)>, lang: Lang) -> String {
    let text = match key {
        Some((id, other)) => {
            let (id, other) = (lang.quote(id), lang.quote(other));
            pick!(lang, centre::repeated_id_alone_is_no_key_and_together(id, other))
        }
        None => pick!(lang, centre::repeated_id_it_is_no_key_alone_no).to_owned(),
    };
    lang.typeset(text)
}

/// A column whose dates read both ways.
pub(super) fn ambiguous(column: &str, table: TableKind, field: Field, lang: Lang) -> String {
    let (column, section, field) = (lang.quote(column), table.id(), field.id());
    let text = pick!(lang, centre::column_day_and_month_read_both_ways_read(column, section, field));
    lang.typeset(text)
}
