//! The rows of the files, counted.

use std::collections::BTreeMap;
use std::hash::Hasher;
use std::ops::ControlFlow;

use jiff::tz::TimeZone;
use polars::prelude::DataFrame;
use rustc_hash::{FxHashMap, FxHasher};

use super::call::{Call, CallRules};
use super::cells::{Batch, Row};
use super::config::{Config, TableSection};
use super::error::CentreError;
use super::fault::{FaultKind, Faults, TableKind};
use super::field::Field;
use super::infer::Mapping;
use super::outcome::Outcome;
use super::place::{Direction, Moment, Place};
use super::registry::{Numbers, Registry};
use super::state::StateKind;
use super::state_words;
use super::tally::Dimension;
use crate::error::Result;
use crate::read::{Progress, Table, for_each_batch};
use crate::study::is_missing_word;

/// Name of the channel of the calls; no cell is so.
pub(super) const CALLS: &str = "\u{1}calls";

/// A file, and how it is read.
#[derive(Clone)]
pub struct Source {
    /// The file.
    pub table: Table,
    /// Its columns by field.
    pub mapping: Mapping,
}

/// What reading rows depends on.
pub(super) struct Reading<'a> {
    pub(super) config: &'a Config,
    pub(super) registry: &'a Registry,
    pub(super) zone: Option<&'a TimeZone>,
    pub(super) threads: usize,
    pub(super) progress: Progress<'a>,
}

/// The same for every spelling of an id.
pub(super) fn hash(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}

/// Words that stand where nobody is named.
fn is_nobody(cell: &str) -> bool {
    let plain = cell.trim();
    // Most ids have digits; of the words, only 0 has.
    if plain.len() > 1 && !plain.starts_with('#') && plain.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let word = |known: &[&str]| known.iter().any(|k| plain.eq_ignore_ascii_case(k));
    word(&["NO_SERVER", "none", "aucun", "aucune", "nobody", "unknown", "inconnu", "anonyme", "0", "-"])
        || is_missing_word(plain)
}

/// A thread's way from cells to values.
pub(super) struct Cutter<'a> {
    numbers: Numbers<'a>,
    none: &'a [String],
    values: &'a BTreeMap<String, String>,
    directions: FxHashMap<String, Option<Direction>>,
    outcomes: FxHashMap<String, Option<Outcome>>,
    states: FxHashMap<String, Option<StateKind>>,
    /// Outcomes and states that no word list knows, and how often.
    pub(super) unknown: BTreeMap<String, u64>,
}

impl<'a> Cutter<'a> {
    fn new(reading: &Reading<'a>, kind: TableKind) -> Self {
        const EMPTY: &BTreeMap<String, String> = &BTreeMap::new();
        let section: Option<&'a TableSection> = reading.config.table(kind);
        Self {
            numbers: Numbers::new(reading.registry),
            none: section.map_or(&[], |s| &s.none),
            values: section.map_or(EMPTY, |s| &s.values),
            directions: FxHashMap::default(),
            outcomes: FxHashMap::default(),
            states: FxHashMap::default(),
            unknown: BTreeMap::new(),
        }
    }

    /// The number of a name.
    pub(super) fn name(&mut self, row: &Row<'_>, field: Field, dimension: Dimension) -> Option<u32> {
        let none = self.none;
        self.numbers.number(dimension, row.text(field)?, |cell| {
            let nobody = is_nobody(cell) || none.iter().any(|n| n == cell);
            (!nobody).then(|| cell.split_whitespace().collect::<Vec<_>>().join(" "))
        })
    }

    /// The hash of an id; none where nobody is named.
    pub(super) fn key(&self, row: &Row<'_>, field: Field) -> Option<u64> {
        let text = row.text(field)?;
        let nobody = text.len() < 12 && is_nobody(text) || self.none.iter().any(|n| n == text);
        (!nobody).then(|| hash(text))
    }

    /// A number of its own for a name that is nobody's place: an evaluator.
    pub(super) fn number_of(&self, row: &Row<'_>, field: Field) -> Option<u32> {
        self.key(row, field).map(|key| key as u32)
    }

    /// Where and when a row happened.
    pub(super) fn place(&mut self, row: &Row<'_>, moment: Option<Moment>) -> Place {
        Place {
            moment,
            direction: None,
            queue: self.name(row, Field::Queue, Dimension::Queue),
            agent: self.name(row, Field::Agent, Dimension::Agent),
            reason: self.name(row, Field::Reason, Dimension::Reason),
            channel: self.name(row, Field::Channel, Dimension::Channel),
        }
    }

    /// The channel of the calls, where the others have names.
    pub(super) fn calls(&mut self) -> Option<u32> {
        self.numbers.number(Dimension::Channel, CALLS, |name| Some(name.to_owned()))
    }

    /// The direction that a cell names.
    fn direction(&mut self, cell: &str) -> Option<Direction> {
        once(&mut self.directions, cell, || Direction::of_word(cell))
    }

    /// The outcome that a cell names, by centre.toml, else by the words of exports.
    fn outcome(&mut self, cell: &str) -> Option<Outcome> {
        once(&mut self.outcomes, cell, || {
            let declared = self.values.get(cell).and_then(|id| Outcome::of_id(id));
            declared.or_else(|| Outcome::of_word(cell))
        })
    }

    /// The state that a cell names.
    pub(super) fn state(&mut self, cell: &str) -> Option<StateKind> {
        once(&mut self.states, cell, || {
            let declared = self.values.get(cell).and_then(|id| state_words::of_id(id));
            declared.or_else(|| state_words::of_word(cell))
        })
    }

    /// Counts a word that is not known.
    pub(super) fn not_known(&mut self, cell: &str) {
        *self.unknown.entry(cell.to_owned()).or_default() += 1;
    }
}

/// What a cell means, looked for once a distinct cell.
fn once<T: Copy>(known: &mut FxHashMap<String, T>, cell: &str, look: impl FnOnce() -> T) -> T {
    if let Some(found) = known.get(cell) {
        return *found;
    }
    let found = look();
    known.insert(cell.to_owned(), found);
    found
}

/// Checks that centre.toml gives words a meaning that exists.
///
/// # Errors
/// A meaning of [calls.values] or [states.values] that is no outcome, no state.
pub(super) fn check_values(config: &Config) -> Result<()> {
    let refused = |kind: TableKind, word: &str, found: &str, known: Vec<String>| {
        let key = format!("{}.values.\"{word}\"", kind.id());
        CentreError::UnknownMeaning { file: config.file.clone(), key, found: found.to_owned(), known }.into()
    };
    for (word, id) in config.calls.iter().flat_map(|s| &s.values) {
        if Outcome::of_id(id).is_none() {
            let known = Outcome::ALL.iter().map(|o| o.id().to_owned()).collect();
            return Err(refused(TableKind::Calls, word, id, known));
        }
    }
    for (word, id) in config.states.iter().flat_map(|s| &s.values) {
        if state_words::of_id(id).is_none() {
            let known = state_words::IDS.map(str::to_owned).to_vec();
            return Err(refused(TableKind::States, word, id, known));
        }
    }
    Ok(())
}

/// What a thread made of its rows, their faults, and the words that it did not know.
pub(super) type Part<S> = (S, Faults, BTreeMap<String, u64>);

/// Folds the rows of a file, each with its cutter, into one state a thread.
pub(super) fn scan<S: Send>(
    source: &Source,
    reading: &Reading<'_>,
    init: impl Fn() -> S + Sync,
    each: impl Fn(&mut S, &mut Cutter<'_>, &mut Row<'_>, &mut Faults) + Sync,
) -> Result<Vec<Part<S>>> {
    let Source { table, mapping } = source;
    let mut names: Vec<&str> = Vec::new();
    for column in mapping.columns.values() {
        names.extend([Some(column.name.as_str()), column.second.as_deref()].into_iter().flatten());
    }
    names.sort_unstable();
    names.dedup();
    let start = || (init(), Faults::default(), Cutter::new(reading, mapping.kind));
    let fold = |(state, faults, cutter): &mut (S, Faults, Cutter<'_>), batch: &DataFrame| {
        let Some(batch) = Batch::new(batch, mapping, reading.zone) else { return ControlFlow::Break(()) };
        for mut row in batch.rows() {
            each(state, cutter, &mut row, faults);
            row.close(faults);
        }
        ControlFlow::Continue(())
    };
    let parts = for_each_batch(table, &names, reading.threads, start, fold, reading.progress)?;
    Ok(parts.into_iter().map(|(state, faults, cutter)| (state, faults, cutter.unknown)).collect())
}

/// The call of a row; none where its outcome cannot be told.
pub(super) fn call(
    row: &mut Row<'_>,
    cutter: &mut Cutter<'_>,
    in_hours: &dyn Fn(Moment) -> bool,
    faults: &mut Faults,
) -> Option<Call> {
    let moment = row.moment(Field::Start);
    let direction = row.text(Field::Direction).and_then(|cell| cutter.direction(cell));
    let mut place = cutter.place(row, moment);
    let [ivr, wait, ring, talk, hold, wrap] =
        [Field::Ivr, Field::Wait, Field::Ring, Field::Talk, Field::Hold, Field::Wrap]
            .map(|f| row.duration(f));
    let (wait, talk) = by_the_clock(row, moment, [ivr, wait, ring, talk]);
    let outcome = outcome(row, cutter, talk, place.agent, faults)?;
    let direction = direction.or_else(|| outcome.direction()).unwrap_or(Direction::Inbound);
    place.direction = Some(direction);
    let outcome = outcome.towards(direction);
    let open = row.yes(Field::InHours).or_else(|| moment.map(in_hours)).unwrap_or(true);
    if moment.is_none() && row.has(Field::Start) {
        faults.add(TableKind::Calls, FaultKind::NoDate, row.number());
    }
    let rating = row.rating();
    Some(Call {
        row: row.number(),
        place,
        outcome,
        in_hours: open,
        ivr,
        wait,
        ring,
        talk,
        hold,
        wrap,
        transferred: row.yes(Field::Transferred),
        escalated: row.yes(Field::Escalated),
        resolved: row.yes(Field::Resolved),
        sale: row.yes(Field::Sale),
        rating: rating.ok(),
        satisfied: rating.err().flatten(),
        picked_up: row.moment(Field::PickedUp),
        taken: row.moment(Field::Taken),
    })
}

/// Wait and talk out of the moments of answer and end, where the file has these and not the durations.
fn by_the_clock(
    row: &mut Row<'_>,
    start: Option<Moment>,
    [ivr, wait, ring, talk]: [Option<i64>; 4],
) -> (Option<i64>, Option<i64>) {
    if !row.has(Field::AnsweredAt) {
        return (wait, talk);
    }
    let (answered, end) = (row.moment(Field::AnsweredAt), row.moment(Field::End));
    let before = || Some(answered? - start? - ivr.unwrap_or(0) - ring.unwrap_or(0));
    // A caller who was never answered waited until the end.
    let until_end = || if answered.is_none() { Some(end? - start? - ivr.unwrap_or(0)) } else { None };
    let during = || Some(end? - answered?);
    let waited = if row.has(Field::Wait) { wait } else { before().or_else(until_end) };
    (waited, if row.has(Field::Talk) { talk } else { during() })
}

/// How the call ended: by its word, else by whether it was answered, else by whether there was a talk or an agent.
fn outcome(
    row: &mut Row<'_>,
    cutter: &mut Cutter<'_>,
    talk: Option<i64>,
    agent: Option<u32>,
    faults: &mut Faults,
) -> Option<Outcome> {
    let answered = row.yes(Field::Answered);
    if let Some(cell) = row.text(Field::Outcome) {
        let taken = || {
            let told = row.has(Field::AnsweredAt) && row.text(Field::AnsweredAt).is_some();
            (told || talk.is_some_and(|t| t > 0)).then_some(Outcome::Answered)
        };
        // A word that is not known beside a talk is one of an answered call.
        let found = cutter.outcome(cell).or_else(|| answered.map(Outcome::of_answered)).or_else(taken);
        if found.is_none() {
            cutter.not_known(cell);
            faults.add(TableKind::Calls, FaultKind::UnknownOutcome, row.number());
        }
        return found;
    }
    if let Some(answered) = answered {
        return Some(Outcome::of_answered(answered));
    }
    if row.has(Field::AnsweredAt) {
        return Some(Outcome::of_answered(row.moment(Field::AnsweredAt).is_some()));
    }
    Some(Outcome::of_answered(talk.is_some_and(|t| t > 0) || agent.is_some()))
}

/// The rules of counting calls that centre.toml and the columns give.
pub(super) fn call_rules(config: &Config, mapping: &Mapping) -> CallRules {
    let ms = |seconds: Option<f64>, usual: f64| (seconds.unwrap_or(usual) * 1000.0).round() as i64;
    let has = |field: Field| mapping.columns.contains_key(&field);
    CallRules {
        within: ms(config.centre.service_level_s, 20.0),
        short_abandon: ms(config.centre.short_abandon_s, 5.0),
        menu_before_queue: has(Field::Ivr) && has(Field::Wait),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon;

    #[test]
    fn nobody_is_named_by_words_alone() {
        for cell in ["", " - ", "0", "NO_SERVER", "n/a", "(non renseigné)", "Inconnu", "#N/A", "#DIV/0!"] {
            assert!(is_nobody(cell), "{cell}");
        }
        for cell in ["00", "7", "C104233", "Zoé", "n/a 2"] {
            assert!(!is_nobody(cell), "{cell}");
        }
        let words = lexicon::entries(include_str!("../../lexicons/missing.tsv"));
        assert!(words.flat_map(str::bytes).all(|byte| !byte.is_ascii_digit()));
    }
}
