//! Rows that cannot be what they say: counted by reason, left out of what they would corrupt, never of the file.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The tables of a centre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TableKind {
    /// One row a call.
    Calls,
    /// One row a ticket, an e-mail, a chat.
    Tickets,
    /// One row a state of an agent, from its start to its end.
    States,
    /// One row an agent and day: scheduled and absent hours.
    Roster,
    /// One row a customer, from first to last day.
    Customers,
    /// One row a lead.
    Leads,
    /// One row an evaluation of an interaction.
    Evaluations,
    /// One row an answer of a customer.
    Survey,
    /// One row an answer of an agent.
    AgentSurvey,
}

/// Why a row is left out of some figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FaultKind {
    /// A duration under zero: left out of the figures of that duration.
    NegativeDuration,
    /// A duration, a time or a number that cannot be read: as if empty.
    Unreadable,
    /// An end before its start.
    EndBeforeStart,
    /// A resolution or a response before the creation, or a resolution before the first response.
    ResolvedBeforeCreated,
    /// An answered call without an agent: out of the figures per agent only.
    NoAgent,
    /// A call whose outcome is no known word: counted nowhere.
    UnknownOutcome,
    /// A state that is no known word: counted nowhere.
    UnknownState,
    /// A state that begins before the agent's state before it ends: the common time counts once.
    Overlap,
    /// A row without a date: in the totals, in no period.
    NoDate,
    /// An answer whose call or customer is in no other table: in the score, in no link.
    Unmatched,
    /// A second answer about the same contact: only the first counts.
    SecondAnswer,
    /// A row that says all that another one says: a copy; it counts.
    Repeated,
    /// An id that several rows have: it counts, the id is no key alone.
    RepeatedId,
    /// A row without a mandatory cell: counted nowhere.
    Incomplete,
    /// Dates that read both ways, day first or month first.
    AmbiguousDates,
}

/// Rows kept to show a person where to look.
const SHOWN: usize = 5;

/// Faults by table and reason; merging adds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults(BTreeMap<(TableKind, FaultKind), Found>);

/// How many, and the first of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Rows.
    pub n: u64,
    /// Of these, rows that count nowhere anyway: their outcome is left out.
    pub excluded: u64,
    /// The lowest row numbers, as the spreadsheet numbers them.
    pub rows: Vec<u64>,
}

impl Faults {
    /// Adds a row.
    pub fn add(&mut self, table: TableKind, fault: FaultKind, row: u64) {
        self.0.entry((table, fault)).or_default().add(1, &[row]);
    }

    /// Adds a row that counts nowhere anyway.
    pub fn add_excluded(&mut self, table: TableKind, fault: FaultKind, row: u64) {
        let found = self.0.entry((table, fault)).or_default();
        found.add(1, &[row]);
        found.excluded += 1;
    }

    /// Adds a number of rows, the first of them given.
    pub fn add_many(&mut self, table: TableKind, fault: FaultKind, n: u64, rows: &[u64]) {
        if n > 0 {
            self.0.entry((table, fault)).or_default().add(n, rows);
        }
    }

    /// Adds those of another part.
    pub fn merge(&mut self, other: &Self) {
        for (key, found) in &other.0 {
            let mine = self.0.entry(*key).or_default();
            mine.add(found.n, &found.rows);
            mine.excluded += found.excluded;
        }
    }

    /// Each table and reason with its rows.
    pub fn iter(&self) -> impl Iterator<Item = (TableKind, FaultKind, &Found)> {
        self.0.iter().map(|((table, fault), found)| (*table, *fault, found))
    }

    /// How many rows have a fault.
    #[must_use]
    pub fn count(&self, table: TableKind, fault: FaultKind) -> u64 {
        self.0.get(&(table, fault)).map_or(0, |found| found.n)
    }
}

impl Found {
    fn add(&mut self, n: u64, rows: &[u64]) {
        self.n += n;
        self.rows.extend_from_slice(rows);
        self.rows.sort_unstable();
        self.rows.truncate(SHOWN);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_rows_are_kept_whatever_the_order() {
        let (mut a, mut b) = (Faults::default(), Faults::default());
        for row in [9, 3, 7, 12] {
            a.add(TableKind::Calls, FaultKind::NoAgent, row);
        }
        for row in [2, 8] {
            b.add(TableKind::Calls, FaultKind::NoAgent, row);
        }
        b.add_excluded(TableKind::Calls, FaultKind::NoAgent, 30);
        let (mut ab, mut ba) = (a.clone(), b.clone());
        ab.merge(&b);
        ba.merge(&a);
        assert_eq!(ab, ba);
        let (_, _, found) = ab.iter().next().unwrap();
        assert_eq!((found.n, found.excluded, &found.rows[..]), (7, 1, &[2, 3, 7, 8, 9][..]));
        assert_eq!(ab.count(TableKind::Tickets, FaultKind::NoAgent), 0);
    }
}
