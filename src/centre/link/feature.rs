//! What of a contact may go with the score.

use super::join::Features;
use crate::centre::Millis;

/// Milliseconds of a second.
pub(super) const SECOND: Millis = 1_000;

/// Something measured of a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Feature {
    /// Time in queue and ring.
    Wait,
    /// Talk, hold and after-call work.
    Handle,
    /// Not resolved at first contact.
    Unresolved,
    /// Passed to someone else.
    Transferred,
}

impl Feature {
    /// Each of them, in the order of the contact.
    pub const ALL: [Self; 4] = [Self::Wait, Self::Handle, Self::Unresolved, Self::Transferred];

    /// Id as a driver, where a contact has it or not: `long_wait`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Wait => "long_wait",
            Self::Handle => "long_handle",
            Self::Unresolved => "unresolved",
            Self::Transferred => "transferred",
        }
    }

    /// Id as a dimension of an importance, where it is measured: `wait`.
    #[must_use]
    pub fn dimension(self) -> &'static str {
        match self {
            Self::Wait => "wait",
            Self::Handle => "handle",
            Self::Unresolved | Self::Transferred => self.id(),
        }
    }

    /// The feature that has this id as a driver.
    #[must_use]
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|feature| feature.id() == id)
    }

    /// True for a duration.
    #[must_use]
    pub fn is_duration(self) -> bool {
        matches!(self, Self::Wait | Self::Handle)
    }

    /// Its value for a contact: milliseconds, or 1 where it holds and 0 where it does not. None where it is not known;
    /// a negative duration is not.
    #[must_use]
    pub fn value(self, contact: &Features) -> Option<i64> {
        match self {
            Self::Wait => contact.wait.filter(|ms| *ms >= 0),
            Self::Handle => contact.handle.filter(|ms| *ms >= 0),
            Self::Unresolved => contact.solved.map(|solved| i64::from(!solved)),
            Self::Transferred => contact.transferred.map(i64::from),
        }
    }
}

/// The value that a part of the others, `part` in 0…1, does not exceed: the least value with that many at or under it.
pub(super) fn quantile(ascending: &[i64], part: f64) -> Option<i64> {
    let rank = (part * ascending.len() as f64).ceil().max(1.0) as usize;
    ascending.get(rank.min(ascending.len()).checked_sub(1)?).copied()
}

/// Rounded up to a whole second, so that a label can name it.
pub(super) fn whole_second(ms: Millis) -> Millis {
    (ms / SECOND + i64::from(ms % SECOND > 0)) * SECOND
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_find_their_features() {
        for feature in Feature::ALL {
            assert_eq!(Feature::of_id(feature.id()), Some(feature));
        }
        assert_eq!(Feature::of_id("wait"), None, "that is the dimension");
    }

    #[test]
    fn values_are_what_is_known() {
        let contact =
            Features { wait: Some(-4), handle: Some(9), solved: Some(false), ..Features::default() };
        assert_eq!(Feature::ALL.map(|feature| feature.value(&contact)), [None, Some(9), Some(1), None]);
    }

    /// Nearest rank: of eight values the sixth is the least with three quarters at or under it.
    #[test]
    fn quantiles_are_values_of_the_data() {
        let values = [1, 2, 3, 4, 5, 6, 7, 8];
        assert_eq!(quantile(&values, 0.75), Some(6));
        assert_eq!(quantile(&values, 0.0), Some(1));
        assert_eq!(quantile(&values, 1.0), Some(8));
        assert_eq!(quantile(&[], 0.5), None);
        assert_eq!((whole_second(60_000), whole_second(60_001), whole_second(0)), (60_000, 61_000, 0));
    }
}
