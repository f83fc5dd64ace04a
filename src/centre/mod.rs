//! The contact centre: calls, tickets, agents, customers → indicators.
//!
//! ```text
//! files ─source→ typed rows ─count→ tally of measures ─variant→ indicators → report
//! ```
//!
//! A row becomes whole numbers of [`Measure`]s at a [`Place`]; an indicator is a formula over measures
//! ([`Indicator::variants`]), so that every breakdown, every merge and every interval comes from the same sums.

mod backlog;
#[cfg(test)]
mod collect;
mod contact;
mod customer;
mod distribution;
mod evaluation;
mod fault;
mod indicator;
mod lead;
mod measure;
mod names;
mod place;
mod record;
mod roster;
mod rows;
mod state;
mod ticket;
mod variant;

pub use backlog::{Backlog, Levels, day_ends};
pub use contact::{Contact, Contacts};
pub use customer::{Customer, CustomerCounts, Customers};
pub use distribution::{Distribution, bin_bounds};
pub use evaluation::{Evaluation, Evaluations, EvaluatorAgreement};
pub use fault::{FaultKind, Faults, Found, TableKind};
pub use indicator::{Better, Indicator, Unit};
pub use lead::{Lead, Leads};
pub use measure::{Counts, Measure};
pub use place::{DAY, Direction, HOUR, Millis, Moment, Place, Sink};
pub use record::{Record, Records};
pub use roster::{AbsenceKind, Roster};
pub use rows::{
    CentreSummary, DurationSummary, FaultRow, HeatCell, IndicatorPoint, IndicatorRow, IndicatorSeries,
    JoinRow, Level, StaffingRow, TableSummary,
};
pub use state::{State, StateKind, States};
pub use ticket::{OpenTime, Ticket, TicketDurations, TicketTimes};
pub use variant::{Duration, Formula, Terms, Variant};
