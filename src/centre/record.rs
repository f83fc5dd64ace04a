//! Time between two records of one agent.

use super::fault::{FaultKind, Faults, TableKind};
use super::measure::Measure;
use super::names::Names;
use super::place::{DAY, Moment, Place, Sink};
use super::registry::Ranks;

/// A record shown to an agent: an outbound call, from the record's opening to its closing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Record {
    /// As the spreadsheet numbers it.
    pub row: u64,
    /// Shown.
    pub opened: Moment,
    /// Closed.
    pub closed: Moment,
    /// Names, with the agent; its moment is not read.
    pub place: Place,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Kept {
    agent: u32,
    opened: Moment,
    closed: Moment,
    names: Names,
}

/// Records, held until those of one agent can be put in order; merges.
#[derive(Debug, Clone, Default)]
pub struct Records {
    kept: Vec<Kept>,
    faults: Faults,
}

impl Records {
    /// Adds a record. One without an agent has no neighbour, one that closes before it opens is reported and left out.
    pub fn add(&mut self, record: &Record) {
        let Record { row, opened, closed, place } = *record;
        let Some(agent) = place.agent else { return };
        if closed < opened {
            return self.faults.add(TableKind::Calls, FaultKind::EndBeforeStart, row);
        }
        self.kept.push(Kept { agent, opened, closed, names: Names::from(&place) });
    }

    /// Takes the sorted numbers of the names.
    pub(super) fn renumber(&mut self, ranks: &Ranks) {
        for record in &mut self.kept {
            (record.agent, record.names) = (ranks.agent(record.agent), record.names.sorted(ranks));
        }
    }

    /// Adds those of another part.
    pub fn merge(&mut self, mut other: Self) {
        self.kept.append(&mut other.kept);
        self.faults.merge(&other.faults);
    }

    /// Sends, at each record shown, the time since the agent closed the record before.
    ///
    /// Both records are shown on one day. A record shown before the one before it is closed leaves no time between
    /// them: the pair is left out, rather than counted as zero.
    pub fn send(&mut self, sink: &mut Sink, faults: &mut Faults) {
        faults.merge(&self.faults);
        self.kept.sort_unstable();
        for records in self.kept.chunk_by(|a, b| a.agent == b.agent) {
            // The latest closing, since a record shown before may close after the next one.
            let mut closed = records[0].closed;
            for pair in records.windows(2) {
                let (before, next) = (&pair[0], &pair[1]);
                let same_day = before.opened.div_euclid(DAY) == next.opened.div_euclid(DAY);
                if same_day && closed <= next.opened {
                    let gap = next.opened - closed;
                    sink(
                        &next.names.at(Some(next.opened)),
                        &[(Measure::RecordBase, 1), (Measure::RecordGap, gap)],
                    );
                }
                closed = closed.max(next.closed);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::centre::collect::Collected;

    fn record(agent: u32, opened: i64, closed: i64) -> Record {
        Record { row: 2, opened, closed, place: Place { agent: Some(agent), ..Place::default() } }
    }

    fn of(rows: &[Record]) -> Records {
        let mut records = Records::default();
        for row in rows {
            records.add(row);
        }
        records
    }

    fn counted(mut records: Records) -> (i64, i64, Faults) {
        let found = Collected::of(|sink, faults| records.send(sink, faults));
        let [pairs, gap] = found.get([Measure::RecordBase, Measure::RecordGap]);
        (pairs, gap, found.faults)
    }

    #[test]
    fn the_gap_is_from_a_closing_to_the_next_opening_of_the_agent_and_day() {
        let rows = [
            record(1, 0, 100),
            record(1, 112, 150),
            record(2, 120, 130),
            record(1, 160, 300),
            record(1, 200, 220),
            record(1, 310, 320),
            record(1, DAY + 5, DAY + 9),
        ];
        let (pairs, gap, _) = counted(of(&rows));
        assert_eq!((pairs, gap), (3, 12 + 10 + 10));
        let (pairs, _, faults) = counted(of(&[record(1, 0, 10), record(1, 30, 20)]));
        assert_eq!((pairs, faults.count(TableKind::Calls, FaultKind::EndBeforeStart)), (0, 1));
    }

    proptest! {
        #[test]
        fn parts_merge_into_the_whole(
            rows in prop::collection::vec((1u32..4, 0i64..200, -5i64..50), 0..40), cut in 0usize..40,
        ) {
            let rows: Vec<Record> = rows.iter().map(|&(a, o, l)| record(a, o, o + l)).collect();
            let cut = cut.min(rows.len());
            let mut merged = of(&rows[cut..]);
            merged.merge(of(&rows[..cut]));
            merged.merge(Records::default());
            let (pairs, gap, faults) = counted(of(&rows));
            prop_assert!((0..=3 * 200).contains(&gap));
            prop_assert_eq!(counted(merged), (pairs, gap, faults));
        }
    }
}
