//! Everything counted of a centre, where and when; it merges.
//!
//! What is kept is the finest that any breakdown needs: by half hour, and for each agent, queue, reason, channel and
//! direction by day and by agent. A total, a week, a queue are sums of these; so are the clusters that the intervals
//! rest on. Names are numbers of the [`Registry`](super::Registry).

use rustc_hash::FxHashMap;

use super::measure::{Counts, Measure};
use super::place::{DAY, Direction, Moment, Place};
use super::registry::Ranks;

/// What a breakdown is by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// By agent.
    Agent,
    /// By queue or campaign.
    Queue,
    /// By reason.
    Reason,
    /// By channel.
    Channel,
    /// By direction.
    Direction,
}

impl Dimension {
    /// Every dimension.
    pub const ALL: [Self; 5] = [Self::Agent, Self::Queue, Self::Reason, Self::Channel, Self::Direction];

    /// Its name: the column of a segment in report.json.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Agent => "agent",
            Self::Queue => "queue",
            Self::Reason => "reason",
            Self::Channel => "channel",
            Self::Direction => "direction",
        }
    }
}

/// Half an hour.
pub(super) const HALF_HOUR: i64 = 1_800_000;
/// What stands for a moment that is not known.
pub(super) const NO_TIME: i64 = i64::MIN;
/// What stands for an agent that is not known.
const NOBODY: u32 = u32::MAX;

/// What is counted of a centre.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// By half hour, counted from 1970.
    time: FxHashMap<i64, Counts>,
    /// Of each value of a dimension, by day, counted from 1970.
    days: FxHashMap<(Dimension, u32), FxHashMap<i64, Counts>>,
    /// Of each value of a dimension, by agent.
    agents: FxHashMap<(Dimension, u32), FxHashMap<u32, Counts>>,
}

impl Direction {
    /// Its number among the values of [`Dimension::Direction`].
    pub(super) fn number(self) -> u32 {
        match self {
            Self::Inbound => 0,
            Self::Outbound => 1,
        }
    }
}

/// The value of a place on a dimension.
fn value(place: &Place, dimension: Dimension) -> Option<u32> {
    match dimension {
        Dimension::Agent => place.agent,
        Dimension::Queue => place.queue,
        Dimension::Reason => place.reason,
        Dimension::Channel => place.channel,
        Dimension::Direction => place.direction.map(Direction::number),
    }
}

/// The day of a moment, counted from 1970.
pub(super) fn day(moment: Option<Moment>) -> i64 {
    moment.map_or(NO_TIME, |m| m.div_euclid(DAY))
}

impl Tally {
    /// Adds the counts of a row at its place; its names are numbers of the registry.
    pub fn add(&mut self, place: &Place, counts: &[(Measure, i64)]) {
        if counts.is_empty() {
            return;
        }
        let put = |into: &mut Counts| counts.iter().for_each(|(measure, n)| into.add(*measure, *n));
        let half = place.moment.map_or(NO_TIME, |m| m.div_euclid(HALF_HOUR));
        put(self.time.entry(half).or_default());
        let (day, agent) = (day(place.moment), place.agent.unwrap_or(NOBODY));
        for dimension in Dimension::ALL {
            let Some(value) = value(place, dimension) else { continue };
            put(self.days.entry((dimension, value)).or_default().entry(day).or_default());
            if dimension != Dimension::Agent {
                put(self.agents.entry((dimension, value)).or_default().entry(agent).or_default());
            }
        }
    }

    /// Takes the sorted numbers of the names.
    pub(super) fn renumber(&mut self, ranks: &Ranks) {
        // No two names have one number, before or after: no cell falls on another.
        let days = std::mem::take(&mut self.days).into_iter();
        self.days = days.map(|((d, value), days)| ((d, ranks.of(d, value)), days)).collect();
        let agents = std::mem::take(&mut self.agents).into_iter();
        let renumbered = |agents: FxHashMap<u32, Counts>| {
            agents.into_iter().map(|(agent, counts)| (ranks.agent(agent), counts)).collect()
        };
        self.agents =
            agents.map(|((d, value), agents)| ((d, ranks.of(d, value)), renumbered(agents))).collect();
    }

    /// Takes in what another part counted.
    pub fn merge(&mut self, other: Self) {
        merge(&mut self.time, other.time);
        for (value, days) in other.days {
            merge(self.days.entry(value).or_default(), days);
        }
        for (value, agents) in other.agents {
            merge(self.agents.entry(value).or_default(), agents);
        }
    }

    /// Everything together.
    #[must_use]
    pub fn total(&self) -> Counts {
        sum(self.time.values())
    }

    /// Each half hour, counted from 1970, in order of time; what has no moment comes first, under [`i64::MIN`].
    #[must_use]
    pub fn half_hours(&self) -> Vec<(i64, &Counts)> {
        in_order(&self.time)
    }

    /// The values of a dimension, by number.
    #[must_use]
    pub fn values(&self, dimension: Dimension) -> Vec<u32> {
        let mut all: Vec<u32> =
            self.days.keys().filter(|(d, _)| *d == dimension).map(|(_, value)| *value).collect();
        all.sort_unstable();
        all
    }

    /// What one value of a dimension counts by day: the day from 1970, and the counts.
    #[must_use]
    pub fn days_of(&self, dimension: Dimension, value: u32) -> Vec<(i64, &Counts)> {
        self.days.get(&(dimension, value)).map_or_else(Vec::new, in_order)
    }

    /// What one value of a dimension counts by agent; what no agent did comes last.
    #[must_use]
    pub fn agents_of(&self, dimension: Dimension, value: u32) -> Vec<(u32, &Counts)> {
        self.agents.get(&(dimension, value)).map_or_else(Vec::new, in_order)
    }

    /// By day: the day from 1970, and the counts.
    #[must_use]
    pub fn by_day(&self) -> Vec<(i64, Counts)> {
        let mut days: Vec<(i64, Counts)> = Vec::new();
        for (half, counts) in self.half_hours() {
            let day = if half == NO_TIME { NO_TIME } else { half.div_euclid(DAY / HALF_HOUR) };
            match days.last_mut() {
                Some((last, sum)) if *last == day => *sum += counts,
                _ => days.push((day, *counts)),
            }
        }
        days
    }
}

/// Adds the counts of each key. The larger side keeps its place.
fn merge<K: Eq + std::hash::Hash>(into: &mut FxHashMap<K, Counts>, mut from: FxHashMap<K, Counts>) {
    if into.len() < from.len() {
        std::mem::swap(into, &mut from);
    }
    for (key, counts) in from {
        *into.entry(key).or_default() += &counts;
    }
}

fn in_order<K: Copy + Ord>(all: &FxHashMap<K, Counts>) -> Vec<(K, &Counts)> {
    let mut all: Vec<(K, &Counts)> = all.iter().map(|(key, counts)| (*key, counts)).collect();
    all.sort_unstable_by_key(|(key, _)| *key);
    all
}

/// The sum of some counts.
pub(super) fn sum<'a>(all: impl IntoIterator<Item = &'a Counts>) -> Counts {
    let mut out = Counts::default();
    all.into_iter().for_each(|counts| out += counts);
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    type Row = (Option<i64>, Option<u32>, Option<u32>, i64);

    fn tally(rows: &[Row]) -> Tally {
        let mut tally = Tally::default();
        for (moment, agent, queue, n) in rows {
            let direction = Some(Direction::Inbound);
            let place =
                Place { moment: *moment, agent: *agent, queue: *queue, direction, ..Place::default() };
            tally.add(&place, &[(Measure::Offered, 1), (Measure::Talk, *n)]);
        }
        tally
    }

    type Told<'a> = Vec<(Dimension, u32, Vec<(i64, &'a Counts)>, Vec<(u32, &'a Counts)>)>;

    fn told(tally: &Tally) -> Told<'_> {
        let of = |dimension: Dimension| {
            let row = move |value| {
                (dimension, value, tally.days_of(dimension, value), tally.agents_of(dimension, value))
            };
            tally.values(dimension).into_iter().map(row)
        };
        Dimension::ALL.into_iter().flat_map(of).collect()
    }

    proptest! {
        #[test]
        fn parts_merge_into_the_whole(
            rows in proptest::collection::vec(
                (proptest::option::of(-300_000_000i64..300_000_000), proptest::option::of(0u32..4), proptest::option::of(0u32..3), 0i64..1000),
                0..60,
            ),
            cut in 0usize..60,
        ) {
            let whole = tally(&rows);
            let (a, b) = rows.split_at(cut.min(rows.len()));
            for (first, second) in [(a, b), (b, a)] {
                let mut merged = tally(first);
                merged.merge(tally(second));
                merged.merge(Tally::default());
                prop_assert_eq!(told(&merged), told(&whole));
                prop_assert_eq!(merged.half_hours(), whole.half_hours());
            }
            let days = whole.by_day();
            prop_assert!(days.is_sorted_by_key(|(day, _)| *day));
            prop_assert!(days.iter().all(|(_, counts)| counts.get(Measure::Offered) > 0));
            prop_assert_eq!(sum(days.iter().map(|(_, c)| c)), whole.total());
        }
    }
}
