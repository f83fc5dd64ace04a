//! Where and when something happened in the centre.

use super::measure::Measure;
pub use super::unit::{DAY, HOUR};

/// Milliseconds of the centre's wall clock since 1970-01-01T00:00.
pub type Moment = i64;
/// Milliseconds.
pub type Millis = i64;

/// Midnight at the end of the day of a moment.
pub(super) fn end_of_day(moment: Moment) -> Moment {
    moment - moment.rem_euclid(DAY) + DAY
}

/// Who called whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// The customer called.
    Inbound,
    /// The centre called.
    Outbound,
}

/// Where and when, as far as it is known. Names are numbers given by the table that reads them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Place {
    /// When.
    pub moment: Option<Moment>,
    /// Who called whom.
    pub direction: Option<Direction>,
    /// Queue, skill or campaign.
    pub queue: Option<u32>,
    /// Agent.
    pub agent: Option<u32>,
    /// Reason of the contact.
    pub reason: Option<u32>,
    /// Channel: telephone, e-mail…
    pub channel: Option<u32>,
}

/// What takes the counts of one row, in any order.
pub type Sink<'a> = dyn FnMut(&Place, &[(Measure, i64)]) + 'a;
