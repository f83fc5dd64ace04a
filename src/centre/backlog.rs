//! Stocks: what is open at an instant, by channel.

use std::collections::BTreeMap;

use super::place::{DAY, Moment};
use super::registry::Ranks;
use super::tally::Dimension;

/// Openings less closings of each moment, by channel; merges.
///
/// Requests opened before the files begin, and in none of their rows, are not known to it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Backlog(BTreeMap<Option<u32>, BTreeMap<Moment, i64>>);

/// What is open at some instants.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Levels {
    /// In all channels, one number an instant.
    pub all: Vec<i64>,
    /// By channel, none for the requests that name no channel.
    pub channels: BTreeMap<Option<u32>, Vec<i64>>,
}

impl Backlog {
    /// Adds a request open from its creation until before its closing, or ever since without one. One that closes
    /// before it opens was never seen open.
    pub fn add(&mut self, channel: Option<u32>, opened: Moment, closed: Option<Moment>) {
        let changes = self.0.entry(channel).or_default();
        match closed {
            Some(closed) if closed <= opened => {}
            Some(closed) => {
                change(changes, opened, 1);
                change(changes, closed, -1);
            }
            None => change(changes, opened, 1),
        }
    }

    /// Takes the sorted numbers of the names.
    pub(super) fn renumber(&mut self, ranks: &Ranks) {
        let old = std::mem::take(&mut self.0);
        let channel = |channel: u32| ranks.of(Dimension::Channel, channel);
        self.0 = old.into_iter().map(|(named, changes)| (named.map(channel), changes)).collect();
    }

    /// Adds those of another part.
    pub fn merge(&mut self, other: Self) {
        for (channel, theirs) in other.0 {
            let mine = self.0.entry(channel).or_default();
            for (moment, by) in theirs {
                change(mine, moment, by);
            }
        }
    }

    /// What is open at each instant, in the order given: opened at it or before, and not closed by then.
    #[must_use]
    pub fn levels(&self, instants: &[Moment]) -> Levels {
        let mut order: Vec<usize> = (0..instants.len()).collect();
        order.sort_by_key(|&at| instants[at]);
        let mut levels = Levels { all: vec![0; instants.len()], channels: BTreeMap::new() };
        for (channel, changes) in &self.0 {
            let (mut open, mut changes) = (0, changes.iter().peekable());
            let mut series = vec![0; instants.len()];
            for &at in &order {
                while let Some((_, by)) = changes.next_if(|(moment, _)| **moment <= instants[at]) {
                    open += by;
                }
                series[at] = open;
                levels.all[at] += open;
            }
            levels.channels.insert(*channel, series);
        }
        levels
    }
}

fn change(changes: &mut BTreeMap<Moment, i64>, moment: Moment, by: i64) {
    let total = changes.entry(moment).or_default();
    *total += by;
    if *total == 0 {
        changes.remove(&moment);
    }
}

/// The last millisecond of each day from that of `from` to that of `to`.
///
/// ```
/// use barometre::centre::{DAY, day_ends};
/// assert_eq!(day_ends(DAY + 5, 3 * DAY), [2 * DAY - 1, 3 * DAY - 1, 4 * DAY - 1]);
/// ```
#[must_use]
pub fn day_ends(from: Moment, to: Moment) -> Vec<Moment> {
    (from.div_euclid(DAY)..=to.div_euclid(DAY)).map(|day| (day + 1).saturating_mul(DAY) - 1).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_request_is_open_from_its_creation_until_before_its_closing() {
        let mut backlog = Backlog::default();
        backlog.add(Some(1), 10, Some(20));
        backlog.add(None, 15, None);
        backlog.add(Some(1), 30, Some(30));
        backlog.add(Some(1), 40, Some(35));
        let levels = backlog.levels(&[20, 9, 10, 19, 45]);
        assert_eq!(levels.all, [1, 0, 1, 2, 1]);
        assert_eq!(levels.channels[&Some(1)], [0, 0, 1, 1, 0]);
        assert_eq!(levels.channels[&None], [1, 0, 0, 1, 1]);
    }

    proptest! {
        #[test]
        fn what_is_open_is_what_opened_less_what_closed(
            rows in prop::collection::vec((prop::option::of(0u32..3), 0i64..100, prop::option::of(0i64..100)), 0..40),
            cut in 0usize..40,
            instants in prop::collection::vec(0i64..110, 0..10),
        ) {
            let of = |part: &[(Option<u32>, i64, Option<i64>)]| {
                let mut backlog = Backlog::default();
                for &(channel, opened, closed) in part {
                    backlog.add(channel, opened, closed);
                }
                backlog
            };
            let cut = cut.min(rows.len());
            let mut merged = of(&rows[cut..]);
            merged.merge(of(&rows[..cut]));
            merged.merge(Backlog::default());
            prop_assert_eq!(&merged, &of(&rows));
            let levels = merged.levels(&instants);
            for (at, &instant) in instants.iter().enumerate() {
                let opened = rows.iter().map(|&(_, opened, _)| opened);
                // One that closes before it opens is closed as soon as it is opened.
                let closed = rows.iter().filter_map(|&(_, opened, closed)| Some(closed?.max(opened)));
                let by_then = |moments: &mut dyn Iterator<Item = i64>| -> i64 {
                    moments.map(|moment| i64::from(moment <= instant)).sum()
                };
                let open = by_then(&mut opened.into_iter()) - by_then(&mut closed.into_iter());
                prop_assert_eq!(levels.all[at], open);
                prop_assert_eq!(levels.channels.values().map(|series| series[at]).sum::<i64>(), levels.all[at]);
            }
        }
    }
}
