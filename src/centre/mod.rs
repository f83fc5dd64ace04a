//! The contact centre: calls, tickets, agents, customers → indicators.
//!
//! ```text
//! files ─source→ typed rows ─count→ tally of measures ─variant→ indicators → report
//! ```
//!
//! A row becomes whole numbers of [`Measure`]s at a [`Place`]; an indicator is a formula over measures
//! ([`Indicator::variants`]), so that every breakdown, every merge and every interval comes from the same sums.

mod fault;
mod indicator;
pub mod link;
mod measure;
mod place;
mod rows;
mod variant;

pub use fault::{FaultKind, Faults, Found, TableKind};
pub use indicator::{Better, Indicator, Unit};
pub use measure::{Counts, Measure};
pub use place::{DAY, Direction, HOUR, Millis, Moment, Place, Sink};
pub use rows::{
    CentreSummary, DurationSummary, FaultRow, HeatCell, IndicatorPoint, IndicatorRow, IndicatorSeries,
    JoinRow, Level, StaffingRow, TableSummary,
};
pub use variant::{Duration, Formula, Terms, Variant};
