//! Lengths of time in milliseconds.

/// A second.
pub(super) const SECOND: i64 = 1000;
/// A minute.
pub(super) const MINUTE: i64 = 60 * SECOND;
/// An hour, in milliseconds.
pub const HOUR: i64 = 60 * MINUTE;
/// A day of 24 hours, which every day of civil time is, in milliseconds.
pub const DAY: i64 = 24 * HOUR;
