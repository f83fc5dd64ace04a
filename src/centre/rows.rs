//! Rows of the report about a centre: arrays of report.json.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::fault::{FaultKind, TableKind};
use super::indicator::{Better, Indicator, Unit};
use crate::metric::control::{ChartKind, Signal};
use crate::metric::{Met, SegmentValue};
use crate::read::InputFile;

/// A value of an indicator, with what it rests on.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct IndicatorRow {
    /// Id of the catalogue: `average_handle_time`.
    pub id: Indicator,
    /// Its name in the report's language.
    pub label: String,
    /// The value, in `unit`; null where nothing is counted or where it is hidden.
    pub value: Option<f64>,
    /// Unit: `%`, `points`, `mean`, `s`, `min`, `n`, `ratio`, `€`, `days`.
    pub unit: Unit,
    /// Base: calls, tickets, answers… under the quotient; null where hidden or where there is none.
    pub n: Option<u64>,
    /// Numerator, in the unit of the value (seconds, not milliseconds); null where it is no quotient.
    pub numerator: Option<f64>,
    /// Denominator.
    pub denominator: Option<f64>,
    /// What is computed: `(talk+hold+after-call work)/handled`.
    pub definition: String,
    /// Name of that reading: `default`, or what differs from it.
    pub variant: String,
    /// Period: `2025-09` (month), `2025-W36` (week), `2025-09-01` (day), `2025-09-01T08` (hour), `2025-09-01T08:30` (half
    /// hour); null for all.
    pub period: Option<String>,
    /// Queue, agent, reason, channel, direction; null for the total.
    pub segment: Option<Vec<SegmentValue>>,
    /// Lower end of the interval; null without one.
    pub ci_low: Option<f64>,
    /// Upper end of the interval; null without one.
    pub ci_high: Option<f64>,
    /// Where the interval comes from: `clustered by agent`, `clustered by day`, that of a survey; null without one.
    pub method: Option<String>,
    /// Value to reach; null without one.
    pub target: Option<f64>,
    /// Value from which it alerts; null without one.
    pub alert: Option<f64>,
    /// Whether the value reaches the target. On a complete log the value itself is judged; on a survey, its interval.
    pub met: Option<Met>,
    /// True when the base is under the minimum group.
    pub suppressed: bool,
}

/// What was read of a centre, and what its figures need beside the indicators.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct CentreSummary {
    /// centre.toml; null where nothing was declared.
    pub config: Option<InputFile>,
    /// The tables, in the order of the catalogue.
    pub tables: Vec<TableSummary>,
    /// First moment of the data: `2025-09-01T08:00:12`.
    pub from: Option<String>,
    /// Last moment of the data.
    pub to: Option<String>,
    /// IANA name of the time zone: `Europe/Paris`; null where the times are taken as they are.
    pub timezone: Option<String>,
    /// Opening hours in words of centre.toml, Monday first; empty where all hours are open.
    pub opening: Vec<String>,
    /// Delay of the service level, in seconds.
    pub service_level_s: f64,
    /// Abandons before this are short ones, in seconds.
    pub short_abandon_s: f64,
    /// Days without another contact that make a case solved by one.
    pub fcr_days: f64,
    /// Days that a lead has to convert.
    pub lead_days: f64,
    /// Indicators shown as cards, at most ten.
    pub headline: Vec<Indicator>,
    /// True when agents stand under a number instead of their name.
    pub pseudonyms: bool,
    /// An agent with fewer calls is not shown.
    pub min_group: u64,
    /// Agents with calls, shown or not.
    pub agents: u64,
    /// Calls in a week's hours.
    pub heat: Vec<HeatCell>,
    /// How long callers wait and agents handle.
    pub durations: Vec<DurationSummary>,
    /// Daily series with the limits of chance.
    pub series: Vec<IndicatorSeries>,
    /// Requests open at the end of each day.
    pub backlog: Vec<Level>,
    /// Planned agents for the load of each half hour of a mean week; empty without calls.
    pub staffing: Vec<StaffingRow>,
    /// Absence by kind: planned and unplanned hours, never their reasons.
    pub absence: BTreeMap<String, f64>,
    /// What is counted outside a base or beside an indicator, those that are not zero: `cases_undecided`, `cases_open`,
    /// `leads_undecided`, `left_in_menu`, `overflowed`, `called_back`, `short_abandons`, `out_of_hours_dissuaded`,
    /// `out_of_hours_voicemail`, `out_of_hours_overflow`, `out_of_hours_callback`, `silent`, `reopened`.
    pub apart: BTreeMap<String, u64>,
    /// Rows that cannot be what they say.
    pub faults: Vec<FaultRow>,
    /// How the answers were joined to the contacts.
    pub joins: Vec<JoinRow>,
    /// What the link of each score to the contacts rests on.
    pub links: Vec<LinkRow>,
}

/// The link of a score to the contacts that its answers are about; what goes with it is in `drivers` and `importance`.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct LinkRow {
    /// Id of the score question.
    pub target: String,
    /// Answers joined to a contact of which all features are known.
    pub base: u64,
    /// Answers joined to a contact that lacks one.
    pub incomplete: u64,
    /// Agents whose answers the models compare; null where agents are not known.
    pub agents: Option<u64>,
    /// Part of the score's variance between agents that no feature of the contact tells, 0…1 (ω² of the residuals,
    /// 0 where the estimate is under it); null where it cannot be told.
    pub agent_share: Option<f64>,
    /// Lower end of its interval.
    pub agent_share_low: Option<f64>,
    /// Upper end of its interval.
    pub agent_share_high: Option<f64>,
    /// How likely agents alike differ so much.
    pub agent_p: Option<f64>,
}

/// A table that was read.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct TableSummary {
    /// Which one.
    pub kind: TableKind,
    /// Files, in the order given.
    pub files: Vec<String>,
    /// SHA-256 of each of them, in hexadecimal digits; empty where it was not asked for.
    pub sha256: Vec<String>,
    /// Rows read.
    pub rows: u64,
    /// Rows left out by centre.toml (`excluded` outcomes).
    pub excluded: u64,
    /// What each column was read as: field and column.
    pub columns: BTreeMap<String, String>,
}

/// An hour of the week.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct HeatCell {
    /// 1 for Monday … 7 for Sunday.
    pub weekday: u8,
    /// 0…23.
    pub hour: u8,
    /// Days of that weekday with calls in the data.
    pub days: u64,
    /// Inbound calls offered.
    pub offered: u64,
    /// Service level, in percent; null without a call.
    pub service_level: Option<f64>,
    /// Outbound calls dialled.
    pub dialled: u64,
    /// Of these, answered by a person, in percent; null without one.
    pub connect_rate: Option<f64>,
}

/// The distribution of a duration.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DurationSummary {
    /// `wait_answered`, `wait_abandoned`, `handle`.
    pub id: String,
    /// Calls.
    pub n: u64,
    /// Seconds under which half of them are.
    pub median: f64,
    /// Seconds under which nine in ten are.
    pub p90: f64,
    /// The longest, in seconds.
    pub longest: f64,
    /// Bins: upper bound in seconds, and calls at or under it and above the bin before.
    pub bins: Vec<(f64, u64)>,
}

/// An indicator by day, with the limits in which chance alone keeps it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct IndicatorSeries {
    /// Which one.
    pub id: Indicator,
    /// Its name.
    pub label: String,
    /// Unit of the values.
    pub unit: Unit,
    /// Which way is good.
    pub better: Better,
    /// Kind of limits.
    pub chart: ChartKind,
    /// What the points scatter around.
    pub centre: f64,
    /// True under 20 points: the limits may still move.
    pub provisional: bool,
    /// The value to reach.
    pub target: Option<f64>,
    /// One point a day of the data.
    pub points: Vec<IndicatorPoint>,
}

/// A day of an [`IndicatorSeries`].
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct IndicatorPoint {
    /// Day: `2025-09-01`.
    pub day: String,
    /// Base.
    pub n: u64,
    /// Value; null without a base.
    pub value: Option<f64>,
    /// Lower limit.
    pub low: Option<f64>,
    /// Upper limit.
    pub high: Option<f64>,
    /// `beyond` the limits, `run` for the eighth day in a row on one side; null for neither.
    pub signal: Option<Signal>,
}

/// Requests open at an instant.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Level {
    /// End of that day.
    pub day: String,
    /// Channel; null for all.
    pub channel: Option<String>,
    /// Open.
    pub open: u64,
}

/// Agents that an hour of the week needs.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct StaffingRow {
    /// 1 for Monday … 7 for Sunday.
    pub weekday: u8,
    /// 0…23.
    pub hour: u8,
    /// Calls offered in that hour, on average.
    pub calls: f64,
    /// Mean handle time, in seconds.
    pub handle_s: f64,
    /// Agents for the target of the service level (Erlang C).
    pub agents: u64,
    /// Service level they give, in percent.
    pub service_level: f64,
    /// Their occupancy, in percent.
    pub occupancy: f64,
}

/// Rows with the same fault.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct FaultRow {
    /// Table.
    pub table: TableKind,
    /// What is wrong.
    pub fault: FaultKind,
    /// Rows.
    pub n: u64,
    /// Of these, rows that count nowhere anyway: their outcome is left out.
    pub excluded: u64,
    /// The first of them, as the spreadsheet numbers them.
    pub rows: Vec<u64>,
    /// What is wrong and what they are left out of, in the report's language.
    pub message: String,
}

/// How answers found their contacts.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct JoinRow {
    /// Joined table.
    pub table: TableKind,
    /// To which one.
    pub to: TableKind,
    /// `id`, or `customer and nearest time`.
    pub by: String,
    /// Rows to join.
    pub rows: u64,
    /// Rows joined.
    pub matched: u64,
}
