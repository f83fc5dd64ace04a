//! The names of a place in few bytes, for the tables that must be held before they can be counted.

use super::place::{Direction, Moment, Place};
use super::registry::Ranks;
use super::tally::Dimension;

/// A number that no name has.
const NONE: u32 = u32::MAX;

/// A [`Place`] without its moment, in twenty bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Names {
    queue: u32,
    agent: u32,
    reason: u32,
    channel: u32,
    direction: Option<Direction>,
}

impl From<&Place> for Names {
    fn from(place: &Place) -> Self {
        Self {
            queue: place.queue.unwrap_or(NONE),
            agent: place.agent.unwrap_or(NONE),
            reason: place.reason.unwrap_or(NONE),
            channel: place.channel.unwrap_or(NONE),
            direction: place.direction,
        }
    }
}

impl Names {
    /// The same names under their sorted numbers.
    pub(super) fn sorted(self, ranks: &Ranks) -> Self {
        Self {
            queue: ranks.of(Dimension::Queue, self.queue),
            agent: ranks.agent(self.agent),
            reason: ranks.of(Dimension::Reason, self.reason),
            channel: ranks.of(Dimension::Channel, self.channel),
            direction: self.direction,
        }
    }

    /// The place again, at a moment.
    pub(super) fn at(self, moment: Option<Moment>) -> Place {
        let known = |name: u32| (name != NONE).then_some(name);
        Place {
            moment,
            direction: self.direction,
            queue: known(self.queue),
            agent: known(self.agent),
            reason: known(self.reason),
            channel: known(self.channel),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_comes_back_as_it_was() {
        let full = Place {
            moment: Some(5),
            direction: Some(Direction::Outbound),
            queue: Some(0),
            agent: Some(7),
            reason: None,
            channel: Some(3),
        };
        for place in [full, Place::default()] {
            assert_eq!(Names::from(&place).at(place.moment), place);
        }
        assert_eq!(size_of::<Names>(), 20);
    }
}
