//! The contact centre: calls, tickets, agents, customers → indicators.
//!
//! ```text
//! files ─source→ typed rows ─count→ tally of measures ─variant→ indicators → report
//! ```
//!
//! A row becomes whole numbers of [`Measure`]s at a [`Place`]; an indicator is a formula over measures
//! ([`Indicator::variants`]), so that every breakdown, every merge and every interval comes from the same sums.

mod backlog;
mod call;
pub mod catalogue;
mod cells;
mod collect;
mod config;
mod contact;
mod customer;
mod display;
mod distribution;
mod duration;
mod duration_unit;
mod erlang;
mod erlang_a;
mod error;
mod evaluation;
mod fault;
mod field;
mod indicator;
mod infer;
mod lead;
mod measure;
mod moment;
mod names;
mod outcome;
mod place;
mod quadrature;
mod record;
mod registry;
mod roster;
mod rows;
mod scan;
mod source;
mod staffing;
mod state;
mod state_words;
mod tally;
mod ticket;
mod time_of_day;
mod unit;
mod variant;

pub use backlog::{Backlog, Levels, day_ends};
pub use call::{Call, CallCounts, CallRules};
pub use config::{Config, Day, Holidays, OneOrTwo, SurveySection, TableSection, Target, TargetSection};
pub use contact::{Contact, Contacts};
pub use customer::{Customer, CustomerCounts, Customers};
pub use display::{change_text, duration_note, value_text};
pub use distribution::{Distribution, bin_bounds};
pub use duration::{DurationUnit, parse_duration};
pub use duration_unit::{DurationForms, duration_unit};
pub use erlang::{Performance, Traffic, agents_needed, erlang_b, erlang_c};
pub use erlang_a::erlang_a;
pub use error::CentreError;
pub use evaluation::{Evaluation, Evaluations, EvaluatorAgreement};
pub use fault::{FaultKind, Faults, Found, TableKind};
pub use field::{Field, Holds, Known};
pub use indicator::{Better, Indicator, Unit};
pub use infer::{Column, Mapping, infer, yes};
pub use lead::{Lead, Leads};
pub use measure::{Counts, Measure};
pub use moment::{parse_moment, time_zone};
pub use outcome::Outcome;
pub use place::{DAY, Direction, HOUR, Millis, Moment, Place, Sink};
pub use record::{Record, Records};
pub use registry::{Numbers, Registry};
pub use roster::{AbsenceKind, Roster};
pub use rows::{
    CentreSummary, DurationSummary, FaultRow, HeatCell, IndicatorPoint, IndicatorRow, IndicatorSeries,
    JoinRow, Level, StaffingRow, TableSummary,
};
pub use source::Source;
pub use staffing::{StaffingError, scheduled_agents};
pub use state::{State, StateKind, States};
pub use tally::{Dimension, Tally};
pub use ticket::{OpenTime, Ticket, TicketDurations, TicketTimes};
pub use time_of_day::parse_time;
pub use variant::{Duration, Formula, Terms, Variant};
