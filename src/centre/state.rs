//! States of agents: time handling, available, in pause, paid; days of work.

use super::fault::{FaultKind, Faults, TableKind};
use super::measure::Measure;
use super::place::{DAY, HOUR, Millis, Moment, Place, Sink};
use super::registry::Ranks;

/// What an agent does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StateKind {
    /// With a contact, after it, or on an offline task.
    Handling,
    /// Waiting for a contact.
    Available,
    /// In pause.
    Pause,
    /// Paid, and none of these: training, meeting.
    OtherPaid,
    /// Not at work: counts in no time.
    Disconnected,
}

/// A row of the states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State {
    /// As the spreadsheet numbers it.
    pub row: u64,
    /// Agent.
    pub agent: Option<u32>,
    /// What the agent does.
    pub kind: StateKind,
    /// From when.
    pub start: Option<Moment>,
    /// Until before when.
    pub end: Option<Moment>,
}

/// Ordered as the time of an agent is dealt out: by agent, then by start, then by row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Kept {
    agent: u32,
    start: Moment,
    row: u32,
    end: Moment,
    kind: StateKind,
}

/// States, held until those of one agent can be put in order; merges.
#[derive(Debug, Clone, Default)]
pub struct States {
    kept: Vec<Kept>,
    faults: Faults,
}

/// Time is cut at half hours, the finest period of a report.
const SLOT: Millis = HOUR / 2;

impl States {
    /// Adds a state. One without an agent, a start or an end is counted nowhere, nor is one that ends before it starts.
    pub fn add(&mut self, state: &State) {
        let (Some(agent), Some(start), Some(end)) = (state.agent, state.start, state.end) else {
            return self.faults.add(TableKind::States, FaultKind::Incomplete, state.row);
        };
        if end < start {
            return self.faults.add(TableKind::States, FaultKind::EndBeforeStart, state.row);
        }
        let row = u32::try_from(state.row).unwrap_or(u32::MAX);
        self.kept.push(Kept { agent, start, row, end, kind: state.kind });
    }

    /// Takes the sorted numbers of the names.
    pub(super) fn renumber(&mut self, ranks: &Ranks) {
        self.kept.iter_mut().for_each(|state| state.agent = ranks.agent(state.agent));
    }

    /// Adds those of another part.
    pub fn merge(&mut self, mut other: Self) {
        self.kept.append(&mut other.kept);
        self.faults.merge(&other.faults);
    }

    /// Sends the time of each agent by half hour, and the agent's days at the first time of each.
    ///
    /// Time that two states of one agent share counts once, for the one that starts first (by row, for those that
    /// start together); the other is reported. A state across midnight gives its part to each day. A day counts as
    /// worked with some handling or available time, as a day in the states with any paid time.
    pub fn send(&mut self, sink: &mut Sink, faults: &mut Faults) {
        faults.merge(&self.faults);
        self.kept.sort_unstable();
        for states in self.kept.chunk_by(|a, b| a.agent == b.agent) {
            let mut day = AgentDay::new(states[0].agent);
            let mut covered = Moment::MIN;
            for state in states {
                if state.start < covered && state.start < state.end {
                    faults.add(TableKind::States, FaultKind::Overlap, u64::from(state.row));
                }
                let mut from = state.start.max(covered);
                covered = covered.max(state.end);
                if state.kind == StateKind::Disconnected {
                    continue;
                }
                while from < state.end {
                    let to = (from - from.rem_euclid(SLOT)).saturating_add(SLOT).min(state.end);
                    day.add(state.kind, from, to - from, sink);
                    from = to;
                }
            }
            day.send(sink);
        }
    }
}

/// Time of one agent, sent as soon as the next slot or day begins.
struct AgentDay {
    agent: u32,
    first: Option<Moment>,
    worked: bool,
    slot: Slot,
}

#[derive(Clone, Copy, Default)]
struct Slot {
    first: Option<Moment>,
    handling: Millis,
    available: Millis,
    pause: Millis,
    paid: Millis,
}

impl AgentDay {
    fn new(agent: u32) -> Self {
        Self { agent, first: None, worked: false, slot: Slot::default() }
    }

    fn add(&mut self, kind: StateKind, from: Moment, time: Millis, sink: &mut Sink) {
        let other = |first: Option<Moment>, period| {
            first.is_some_and(|first| first.div_euclid(period) != from.div_euclid(period))
        };
        if other(self.slot.first, SLOT) {
            self.send_slot(sink);
        }
        if other(self.first, DAY) {
            self.send(sink);
        }
        self.first.get_or_insert(from);
        self.slot.first.get_or_insert(from);
        self.worked |= matches!(kind, StateKind::Handling | StateKind::Available);
        match kind {
            StateKind::Handling => self.slot.handling += time,
            StateKind::Available => self.slot.available += time,
            StateKind::Pause => self.slot.pause += time,
            StateKind::OtherPaid | StateKind::Disconnected => {}
        }
        self.slot.paid += time;
    }

    fn place(&self, moment: Option<Moment>) -> Place {
        Place { moment, agent: Some(self.agent), ..Place::default() }
    }

    fn send_slot(&mut self, sink: &mut Sink) {
        let slot = std::mem::take(&mut self.slot);
        if slot.first.is_some() {
            let counts = [
                (Measure::Handling, slot.handling),
                (Measure::Available, slot.available),
                (Measure::Pause, slot.pause),
                (Measure::Paid, slot.paid),
            ];
            sink(&self.place(slot.first), &counts);
        }
    }

    fn send(&mut self, sink: &mut Sink) {
        self.send_slot(sink);
        if let Some(first) = self.first.take() {
            let worked = std::mem::take(&mut self.worked);
            let counts = [(Measure::StateDays, 1), (Measure::AgentDays, i64::from(worked))];
            sink(&self.place(Some(first)), &counts);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::centre::collect::Collected;
    use crate::centre::measure::Counts;

    const KINDS: [StateKind; 5] = [
        StateKind::Handling,
        StateKind::Available,
        StateKind::Pause,
        StateKind::OtherPaid,
        StateKind::Disconnected,
    ];

    fn state(row: u64, agent: u32, kind: StateKind, start: i64, end: i64) -> State {
        State { row, agent: Some(agent), kind, start: Some(start), end: Some(end) }
    }

    fn of(rows: &[State]) -> States {
        let mut states = States::default();
        for row in rows {
            states.add(row);
        }
        states
    }

    type Cells = BTreeMap<(Option<u32>, i64), Counts>;

    /// Counts by agent and by the period of their moments.
    fn counted(mut states: States, period: Millis) -> (Cells, Faults) {
        let found = Collected::of(|sink, faults| states.send(sink, faults));
        let mut cells = Cells::new();
        for (place, counts) in &found.rows {
            *cells.entry((place.agent, place.moment.unwrap().div_euclid(period))).or_default() += counts;
        }
        (cells, found.faults)
    }

    #[test]
    fn time_is_cut_at_half_hours_and_midnight() {
        let late = state(2, 1, StateKind::Handling, DAY - HOUR / 4, DAY + HOUR / 4);
        let (cells, _) = counted(of(&[late]), DAY);
        for day in 0..2 {
            assert_eq!(cells[&(Some(1), day)].get(Measure::Handling), HOUR / 4);
            assert_eq!(cells[&(Some(1), day)].get(Measure::AgentDays), 1);
        }
        let (cells, _) = counted(of(&[state(2, 1, StateKind::Pause, HOUR / 4, 5 * HOUR / 4)]), SLOT);
        let paused: Vec<i64> = cells.values().map(|cell| cell.get(Measure::Pause)).collect();
        assert_eq!(paused, [HOUR / 4, HOUR / 2, HOUR / 4]);
        let total = |measure| cells.values().map(|cell| cell.get(measure)).sum::<i64>();
        assert_eq!((total(Measure::StateDays), total(Measure::AgentDays)), (1, 0));
    }

    #[test]
    fn shared_time_counts_once_for_the_state_that_starts_first() {
        let rows = [
            state(2, 1, StateKind::Handling, 0, 300),
            state(3, 1, StateKind::Available, 60, 130),
            state(4, 1, StateKind::Pause, 250, 400),
            state(5, 1, StateKind::Available, 400, 500),
            state(6, 2, StateKind::Available, 100, 200),
            state(7, 1, StateKind::Handling, 900, 800),
            State { end: None, ..state(8, 1, StateKind::Handling, 900, 0) },
        ];
        let (cells, faults) = counted(of(&rows), DAY);
        let one = cells[&(Some(1), 0)];
        let found =
            [Measure::Handling, Measure::Available, Measure::Pause, Measure::Paid].map(|m| one.get(m));
        assert_eq!(found, [300, 100, 100, 500]);
        let listed: Vec<_> = faults.iter().map(|(_, fault, found)| (fault, found.rows.clone())).collect();
        assert_eq!(
            listed,
            [
                (FaultKind::EndBeforeStart, vec![7]),
                (FaultKind::Overlap, vec![3, 4]),
                (FaultKind::Incomplete, vec![8]),
            ]
        );
    }

    proptest! {
        #[test]
        fn time_is_conserved(
            rows in prop::collection::vec((1u32..4, 0usize..5, 0i64..60, 0i64..30), 0..40),
            cut in 0usize..40,
        ) {
            let quarter = HOUR / 4 + 7;
            let rows: Vec<State> = (2u64..)
                .zip(&rows)
                .map(|(row, &(agent, kind, start, length))| {
                    state(row, agent, KINDS[kind], start * quarter, (start + length) * quarter)
                })
                .collect();
            let cut = cut.min(rows.len());
            let mut merged = of(&rows[cut..]);
            merged.merge(of(&rows[..cut]));
            merged.merge(States::default());
            let (days, faults) = counted(of(&rows), DAY);
            prop_assert_eq!(counted(merged, DAY), (days.clone(), faults));
            let (slots, _) = counted(of(&rows), SLOT);
            let by_agent = |cells: &Cells| {
                let mut agents = BTreeMap::<Option<u32>, Counts>::new();
                for ((agent, _), cell) in cells {
                    *agents.entry(*agent).or_default() += cell;
                }
                agents
            };
            let agents = by_agent(&days);
            prop_assert_eq!(&by_agent(&slots), &agents);
            prop_assert!(slots.values().all(|cell| cell.get(Measure::Paid) <= SLOT));
            prop_assert!(days.values().all(|cell| cell.get(Measure::StateDays) == 1));
            for (agent, counts) in agents {
                let mine = || rows.iter().filter(|row| row.agent == agent);
                let span = mine().filter_map(|s| s.end).max().unwrap() - mine().filter_map(|s| s.start).min().unwrap();
                let [handling, available, pause, paid] =
                    [Measure::Handling, Measure::Available, Measure::Pause, Measure::Paid].map(|m| counts.get(m));
                prop_assert!(paid <= span);
                prop_assert!(handling >= 0 && available >= 0 && handling + available + pause <= paid);
            }
        }
    }
}
