//! From counts to the value of an indicator, with what it rests on.

use std::collections::BTreeSet;

use super::breakdown::Cell;
use super::fault::TableKind;
use super::field::Field;
use super::measure::{Counts, Measure};
use super::ratio::ratio;
use super::source::Source;
use super::variant::{Formula, Terms, Variant};

/// Agents, or days, from which their differences tell an interval.
const GROUPS: usize = 5;

/// What the files can tell.
#[derive(Debug, Clone, Default)]
pub(super) struct Present {
    tables: BTreeSet<TableKind>,
    fields: BTreeSet<(TableKind, Field)>,
    /// Whether calls outside the opening hours can be told from the others.
    hours: bool,
}

/// A value of an indicator.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Evaluated {
    pub(super) value: f64,
    pub(super) numerator: Option<f64>,
    pub(super) denominator: Option<f64>,
    pub(super) n: Option<u64>,
    pub(super) definition: String,
    pub(super) interval: Option<(f64, f64, &'static str)>,
}

impl Present {
    /// Of the files read; `hours` where a calendar tells the opening hours.
    pub(super) fn new(sources: &[Source], hours: bool) -> Self {
        let fields: BTreeSet<(TableKind, Field)> = sources
            .iter()
            .flat_map(|s| s.mapping.columns.keys().map(|field| (s.mapping.kind, *field)))
            .collect();
        let told = fields.contains(&(TableKind::Calls, Field::InHours));
        Self { tables: sources.iter().map(|s| s.mapping.kind).collect(), hours: hours || told, fields }
    }

    /// Whether a measure can be counted in the files, were there any of it.
    fn counts(&self, measure: Measure, all: &Counts) -> bool {
        let calls = |field| self.fields.contains(&(TableKind::Calls, field));
        match measure {
            Measure::Hold => calls(Field::Hold),
            Measure::Wrap => calls(Field::Wrap),
            Measure::ShortAbandoned | Measure::AbandonedWithin => all.get(Measure::AbandonWaitBase) > 0,
            Measure::OutOfHours => self.hours || all.get(Measure::OutOfHours) > 0,
            Measure::Created | Measure::Closed => self.tables.contains(&TableKind::Tickets),
            Measure::Offered | Measure::Answered | Measure::Abandoned => {
                all.get(Measure::Offered) > 0 || all.get(Measure::OutOfHours) > 0
            }
            Measure::Sales => all.get(Measure::SaleBase) > 0,
            Measure::AgentDays => all.get(Measure::AgentDays) > 0,
            Measure::Listening => all.get(Measure::Evaluated) > 0,
            Measure::Resolved => all.get(Measure::ResolvedBase) > 0,
            Measure::Redirected
            | Measure::CalledBack
            | Measure::Overflowed
            | Measure::Cost
            | Measure::CallCost => all.get(measure) > 0,
            Measure::Handling | Measure::Available | Measure::Pause => all.get(Measure::Paid) > 0,
            _ => true,
        }
    }

    /// What a sum lacks because no file tells it.
    fn missing(&self, terms: Terms, all: &Counts) -> Vec<&'static str> {
        let calls = |field| self.fields.contains(&(TableKind::Calls, field));
        let mut out = Vec::new();
        for (measure, _) in terms {
            match measure {
                Measure::Hold if !calls(Field::Hold) => out.push("hold"),
                Measure::Wrap if !calls(Field::Wrap) => out.push("after-call work"),
                Measure::Wait | Measure::Waited if calls(Field::AnsweredAt) => {}
                Measure::Wait | Measure::Waited if !calls(Field::Ring) => out.push("ring"),
                Measure::Wait | Measure::Waited if !calls(Field::Wait) => out.push("queue"),
                Measure::AbandonWait if all.get(Measure::AbandonWaitBase) == 0 => {
                    out.push("waits of abandoned calls");
                }
                _ => {}
            }
        }
        out
    }
}

/// The sum of the terms that the files can tell; none where they tell none of the positive ones, or lack a negative one.
fn known(terms: Terms, counts: &Counts, all: &Counts, present: &Present) -> Option<i64> {
    let told = |(measure, _): &&(Measure, i64)| present.counts(*measure, all);
    let positive = terms.iter().filter(|(_, times)| *times > 0).any(|term| told(&term));
    let negative = terms.iter().filter(|(_, times)| *times < 0).all(|term| told(&term));
    (positive && negative).then(|| counts.sum(terms))
}

/// What agents do: sums over it differ from agent to agent more than from day to day.
fn is_agents(measure: Measure) -> bool {
    matches!(
        measure,
        Measure::HandleBase
            | Measure::WrapBase
            | Measure::TransferBase
            | Measure::ResolvedBase
            | Measure::SaleBase
            | Measure::EscalationBase
            | Measure::Cases
            | Measure::CallCases
            | Measure::CasesClosed
            | Measure::Evaluated
            | Measure::RecordBase
            | Measure::PickupBase
            | Measure::Handling
            | Measure::Available
            | Measure::Pause
            | Measure::Paid
            | Measure::StateDays
            | Measure::Scheduled
    )
}

/// The value of one reading in a cell; none where nothing is counted. `all` is the total: what no row tells is no zero.
pub(super) fn evaluate(
    variant: &Variant,
    cell: &Cell,
    all: &Counts,
    present: &Present,
    level: f64,
) -> Option<Evaluated> {
    let counts = &cell.counts;
    match variant.formula {
        Formula::Share(part, whole) => {
            let (x, y) = (known(whole, counts, all, present)?, known(part, counts, all, present)?);
            quotient(variant, cell, (part, whole), (y, x), 100.0, (all, present), level)
        }
        Formula::Quotient(sum, base, scale) => {
            let (x, y) = (known(base, counts, all, present)?, known(sum, counts, all, present)?);
            quotient(variant, cell, (sum, base), (y, x), scale, (all, present), level)
        }
        Formula::Amount(terms, scale) => {
            let sum = known(terms, counts, all, present)?;
            let value = sum as f64 * scale;
            let definition = variant.definition.to_owned();
            let n = u64::try_from(sum).ok();
            Some(Evaluated { value, numerator: None, denominator: None, n, definition, interval: None })
        }
        Formula::Median(_) | Formula::Own => None,
    }
}

fn quotient(
    variant: &Variant,
    cell: &Cell,
    (sum, base): (Terms, Terms),
    (y, x): (i64, i64),
    scale: f64,
    (all, present): (&Counts, &Present),
    level: f64,
) -> Option<Evaluated> {
    if x <= 0 {
        return None;
    }
    let share = matches!(variant.formula, Formula::Share(..));
    let counts = &cell.counts;
    let missing = present.missing(sum, all);
    let mut definition = variant.definition.to_owned();
    if !missing.is_empty() {
        definition = format!("{definition} [not in the files: {}]", missing.join(", "));
    }
    // Costs are declared for all, whoever worked when.
    let declared = sum.iter().any(|(m, _)| matches!(m, Measure::Cost | Measure::CallCost));
    // One agent's own figures vary from day to day.
    let by_agent = !cell.agents.is_empty() && base.iter().all(|(measure, _)| is_agents(*measure));
    let (groups, method) =
        if by_agent { (&cell.agents, "clustered by agent") } else { (&cell.days, "clustered by day") };
    let sums = groups.iter().map(|counts| (counts.sum(sum) as f64, counts.sum(base) as f64));
    let enough = sums.clone().filter(|sums| *sums != (0.0, 0.0)).count() >= GROUPS;
    let found = ratio(sums, share, level).filter(|_| !declared && enough);
    // Times over times rest on the days of the agents.
    let times = base.iter().any(|(m, _)| is_time(*m));
    let unit = if times { 0.001 } else { 1.0 };
    let numerator_scale = if share { unit } else { scale };
    Some(Evaluated {
        value: y as f64 / x as f64 * scale,
        numerator: Some(y as f64 * numerator_scale),
        denominator: Some(x as f64 * unit),
        n: if times { days(base, counts) } else { u64::try_from(x).ok() },
        definition,
        interval: found.map(|r| ((r.low * scale).max(0.0), r.high * scale, method)),
    })
}

/// Days of agents behind a sum of their time; none where it is declared for all.
fn days(base: Terms, counts: &Counts) -> Option<u64> {
    let planned = base.iter().any(|(measure, _)| *measure == Measure::Scheduled);
    let days = counts.get(if planned { Measure::ScheduledDays } else { Measure::StateDays });
    u64::try_from(days).ok().filter(|days| *days > 0)
}

/// Milliseconds rather than things.
fn is_time(measure: Measure) -> bool {
    matches!(
        measure,
        Measure::Handling | Measure::Available | Measure::Pause | Measure::Paid | Measure::Scheduled
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::centre::Indicator;

    fn cell(counts: &[(Measure, i64)]) -> Cell {
        let mut all = Counts::default();
        for (measure, n) in counts {
            all.add(*measure, *n);
        }
        Cell { period: None, value: None, counts: all, agents: Vec::new(), days: Vec::new(), last_day: None }
    }

    #[test]
    fn a_value_says_what_it_lacks_and_what_is_not_told_is_no_zero() {
        let cell = cell(&[
            (Measure::Offered, 10),
            (Measure::Answered, 8),
            (Measure::HandleBase, 8),
            (Measure::Talk, 800_000),
        ]);
        let mut present = Present::default();
        present.tables.insert(TableKind::Calls);
        let of = |cell: &Cell, indicator: Indicator, present: &Present| {
            evaluate(&indicator.variants()[0], cell, &cell.counts, present, 0.95)
        };
        let value = |indicator: Indicator, present: &Present| of(&cell, indicator, present);
        let handle = value(Indicator::AverageHandleTime, &present).unwrap();
        assert_eq!((handle.value, handle.numerator, handle.n), (100.0, Some(800.0), Some(8)));
        assert!(handle.definition.ends_with("[not in the files: hold, after-call work]"));
        assert_eq!(value(Indicator::AverageAfterCallWork, &present), None);
        assert_eq!(value(Indicator::OutOfHoursCalls, &present), None);
        assert_eq!(value(Indicator::QualityOfService, &present).unwrap().value, 80.0);
        present.fields.insert((TableKind::Calls, Field::Wrap));
        assert!(
            value(Indicator::AverageHandleTime, &present)
                .unwrap()
                .definition
                .ends_with("[not in the files: hold]")
        );
        let mut told = cell.clone();
        told.counts.add(Measure::WrapBase, 8);
        assert_eq!(of(&told, Indicator::AverageAfterCallWork, &present).unwrap().value, 0.0);
    }
}
