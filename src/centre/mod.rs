//! The contact centre: calls, tickets, agents, customers → indicators.
//!
//! ```text
//! files ─source→ typed rows ─count→ tally of measures ─variant→ indicators → report
//! ```
//!
//! A row becomes whole numbers of [`Measure`]s at a [`Place`]; an indicator is a formula over measures
//! ([`Indicator::variants`]), so that every breakdown, every merge and every interval comes from the same sums.

mod answers;
mod backlog;
mod breakdown;
mod calendar;
mod call;
pub mod catalogue;
mod cells;
#[cfg(test)]
mod collect;
mod config;
mod contact;
mod count;
mod counting;
mod customer;
mod display;
mod distribution;
mod duration;
mod duration_unit;
mod erlang;
mod erlang_a;
mod error;
mod evaluate;
mod evaluation;
mod fault;
mod fault_words;
mod field;
mod holiday;
mod hours;
mod indicate;
mod indicator;
mod infer;
mod init;
mod lead;
pub mod link;
mod measure;
mod moment;
mod names;
mod outcome;
mod place;
mod quadrature;
mod ratio;
mod record;
mod registry;
mod repeats;
mod roster;
mod rows;
mod scan;
mod source;
mod staffing;
mod state;
mod state_words;
mod summary;
mod survival;
mod tally;
mod ticket;
mod time_of_day;
mod unit;
mod variant;

pub use answers::{answers, second_answers};
pub use backlog::{Backlog, Levels, day_ends};
pub use breakdown::{Breakdown, Period};
pub use calendar::{Calendar, Opening};
pub use call::{Call, CallCounts, CallRules};
pub use config::{Config, Day, Holidays, OneOrTwo, SurveySection, TableSection, Target, TargetSection};
pub use contact::{Contact, Contacts};
pub use count::{Counted, count};
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
pub use holiday::{Holiday, Region, easter, holidays};
pub use hours::{Hours, HoursError};
pub use indicate::{Indicating, empty_row};
pub use indicator::{Better, Indicator, Unit};
pub use infer::{Column, Mapping, infer, names_agent, yes};
pub use init::to_toml;
pub use lead::{Lead, Leads};
pub use measure::{Counts, Measure};
pub use moment::{Moment as WrittenMoment, parse_moment, time_zone};
pub use outcome::Outcome;
pub use place::{DAY, Direction, HOUR, Millis, Moment, Place, Sink};
pub use ratio::{RatioInterval, ratio};
pub use record::{Record, Records};
pub use registry::{Numbers, Registry};
pub use roster::{AbsenceKind, Roster};
pub use rows::{
    CentreSummary, DurationSummary, FaultRow, HeatCell, IndicatorPoint, IndicatorRow, IndicatorSeries,
    JoinRow, Level, LinkRow, StaffingRow, TableSummary,
};
pub use source::Source;
pub use staffing::{StaffingError, Target as StaffingTarget, scheduled_agents};
pub use state::{State, StateKind, States};
pub use summary::summary;
pub use survival::{Durations, SurvivalQuantile, SurvivalStep};
pub use tally::{Dimension, Tally};
pub use ticket::{OpenTime, Ticket, TicketDurations, TicketTimes};
pub use time_of_day::parse_time;
pub use variant::{Duration, Formula, Terms, Variant};
