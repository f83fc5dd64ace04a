//! Rows of the indicators, out of what was counted.

use super::breakdown::{Breakdown, Cell, Period, cells};
use super::config::Config;
use super::count::Counted;
use super::evaluate::{Evaluated, Present, evaluate};
use super::indicator::{Better, Indicator};
use super::measure::Measure;
use super::place::{DAY, end_of_day};
use super::rows::IndicatorRow;
use super::source::{CALLS, Source};
use super::survival::Durations;
use super::tally::Dimension;
use super::variant::{Duration, Formula, Variant};
use crate::Lang;
use crate::metric::{Met, SegmentValue};
use crate::privacy;

/// Puts what was counted into indicators.
pub struct Indicating<'a> {
    counted: &'a Counted,
    config: &'a Config,
    present: Present,
    total: Cell,
    lang: Lang,
    level: f64,
    names: [Vec<String>; 4],
    pseudonyms: bool,
    min_group: u64,
}

/// Values of a dimension that a report is broken down by without being asked, agents apart.
const MOST_VALUES: usize = 60;

impl<'a> Indicating<'a> {
    /// Prepares the names and the total.
    #[must_use]
    pub fn new(counted: &'a Counted, sources: &[Source], config: &'a Config, lang: Lang, level: f64) -> Self {
        let pseudonyms = config.centre.pseudonyms.unwrap_or(true);
        let mut names = [Dimension::Agent, Dimension::Queue, Dimension::Reason, Dimension::Channel]
            .map(|dimension| counted.registry.names(dimension));
        if pseudonyms {
            names[0] = privacy::pseudonyms(&names[0], "Agent");
        }
        let total = cells(&counted.tally, Breakdown::Total).remove(0);
        Self {
            counted,
            config,
            present: Present::new(sources, counted.calendar.is_some()),
            total,
            lang,
            level,
            names,
            pseudonyms,
            min_group: config.min_group(),
        }
    }

    /// Whether agents stand under a number.
    #[must_use]
    pub fn pseudonyms(&self) -> bool {
        self.pseudonyms
    }

    /// Fewest calls of an agent that is shown.
    #[must_use]
    pub fn min_group(&self) -> u64 {
        self.min_group
    }

    /// The name of a value of a dimension, as it is shown.
    #[must_use]
    pub fn name(&self, dimension: Dimension, value: u32) -> String {
        match dimension {
            Dimension::Direction if value == 0 => pick!(self.lang, centre::inbound).to_owned(),
            Dimension::Direction => pick!(self.lang, centre::outbound).to_owned(),
            named => match self.names[named as usize].get(value as usize).map(String::as_str) {
                Some(CALLS) => pick!(self.lang, centre::calls).to_owned(),
                name => name.unwrap_or_default().to_owned(),
            },
        }
    }

    /// The rows of a breakdown, by indicator, then in order of time or name. Every reading of the total; the default
    /// one elsewhere.
    #[must_use]
    pub fn rows(&self, by: Breakdown) -> Vec<IndicatorRow> {
        let mut cells =
            if by == Breakdown::Total { vec![self.total.clone()] } else { cells(&self.counted.tally, by) };
        if let Breakdown::Dimension(dimension) = by {
            cells.sort_by_cached_key(|cell| cell.value.map(|(_, value)| self.name(dimension, value)));
        }
        let mut out = Vec::new();
        for indicator in Indicator::ALL.iter().copied().filter(|i| suits(*i, by)) {
            let variants = indicator.variants();
            let variants = if by == Breakdown::Total { variants } else { &variants[..1] };
            let mut found = Vec::new();
            for variant in variants {
                for cell in &cells {
                    if let Some(value) =
                        self.value(indicator, variant, cell).filter(|v| told(indicator, cell, v))
                    {
                        found.push(self.row(indicator, variant, cell, value));
                    }
                }
            }
            if by == Breakdown::Dimension(Dimension::Agent) {
                self.suppress(&mut found);
            }
            out.extend(found);
        }
        out
    }

    fn value(&self, indicator: Indicator, variant: &Variant, cell: &Cell) -> Option<Evaluated> {
        let total = &self.total.counts;
        match variant.formula {
            Formula::Median(duration) if cell.period.is_none() && cell.value.is_none() => {
                self.median(variant, duration)
            }
            Formula::Own if indicator == Indicator::CostPerRequestType => self.cost_of_type(variant, cell),
            Formula::Own if indicator == Indicator::Backlog => self.backlog(variant, cell),
            Formula::Median(_) | Formula::Own => None,
            _ => evaluate(variant, cell, total, &self.present, self.level),
        }
    }

    /// Medians in minutes, by Kaplan and Meier: open tickets are censored, a response has none.
    fn median(&self, variant: &Variant, duration: Duration) -> Option<Evaluated> {
        let tickets = &self.counted.tickets;
        let mut durations = Durations::default();
        let ended = |into: &mut Durations, all: &std::collections::BTreeMap<i64, u64>| {
            for (ms, n) in all {
                (0..*n).for_each(|_| into.add(*ms, true));
            }
        };
        match duration {
            Duration::FirstResponse => ended(&mut durations, tickets.response()),
            Duration::FirstResponseOpen => ended(&mut durations, tickets.response_open()),
            Duration::Resolution => {
                let end = self.counted.span.map_or(0, |(_, to)| end_of_day(to));
                for (ms, (closed, open)) in tickets.resolution(end) {
                    (0..closed).for_each(|_| durations.add(ms, true));
                    (0..open).for_each(|_| durations.add(ms, false));
                }
            }
        }
        let found = durations.quantile(0.5, self.level);
        let minutes = |ms: f64| ms / 60_000.0;
        let interval = found.low.zip(found.high);
        Some(Evaluated {
            value: minutes(found.value?),
            numerator: None,
            denominator: None,
            n: Some(durations.ended() + durations.running()),
            definition: variant.definition.to_owned(),
            interval: interval.map(|(low, high)| (minutes(low), minutes(high), "Kaplan-Meier, log-log")),
        })
    }

    /// What a request costs: of one reason, or of all.
    fn cost_of_type(&self, variant: &Variant, cell: &Cell) -> Option<Evaluated> {
        if !matches!(cell.value, None | Some((Dimension::Reason, _))) || cell.period.is_some() {
            return None;
        }
        let default = |indicator: Indicator, cell: &Cell| {
            evaluate(&indicator.variants()[0], cell, &self.total.counts, &self.present, self.level)
        };
        let handle = default(Indicator::AverageHandleTime, cell)?;
        let hours = handle.value / 3600.0;
        let costs = &self.config.costs;
        let value = if variant.name == "wage" {
            hours * costs.hourly_wage.or(costs.hourly_rate)?
        } else {
            let share = |indicator| Some(default(indicator, &self.total)?.value / 100.0);
            let used = share(Indicator::Occupancy)? * share(Indicator::Utilisation)?;
            hours * costs.hourly_rate? / Some(used).filter(|used| *used > 0.0)?
        };
        let definition = variant.definition.to_owned();
        Some(Evaluated { value, numerator: None, denominator: None, n: handle.n, definition, interval: None })
    }

    /// Tickets open at the end of the cell's last day.
    fn backlog(&self, variant: &Variant, cell: &Cell) -> Option<Evaluated> {
        let (_, to) = self.counted.span?;
        let instant = cell.last_day.map_or(end_of_day(to), |day| (day + 1) * DAY) - 1;
        let levels = self.counted.backlog.levels(&[instant]);
        let open = match cell.value {
            None => *levels.all.first()?,
            Some((Dimension::Channel, value)) => *levels.channels.get(&Some(value))?.first()?,
            Some(_) => return None,
        };
        if self.total.counts.get(Measure::Created) == 0 {
            return None;
        }
        let definition = variant.definition.to_owned();
        let n = u64::try_from(open).ok();
        Some(Evaluated {
            value: open as f64,
            numerator: None,
            denominator: None,
            n,
            definition,
            interval: None,
        })
    }

    fn row(&self, indicator: Indicator, variant: &Variant, cell: &Cell, value: Evaluated) -> IndicatorRow {
        let segment = cell.value.map(|(dimension, value)| {
            vec![SegmentValue { column: dimension.id().to_owned(), value: self.name(dimension, value) }]
        });
        let target = self.config.target(indicator).filter(|_| variant.name == "default");
        let (low, high, method) = value.interval.map_or((None, None, None), |(low, high, method)| {
            (Some(low), Some(high), Some(method.to_owned()))
        });
        IndicatorRow {
            id: indicator,
            label: indicator.name(self.lang),
            value: Some(value.value),
            unit: indicator.unit_of(variant.name),
            n: value.n,
            numerator: value.numerator,
            denominator: value.denominator,
            definition: value.definition,
            variant: variant.name.to_owned(),
            period: cell.period.clone(),
            segment,
            ci_low: low,
            ci_high: high,
            method,
            target: target.map(|t| t.target),
            alert: target.and_then(|t| t.alert),
            met: target.and_then(|t| met(indicator.better(), value.value, t.target)),
            suppressed: false,
        }
    }

    /// Hides the agents with fewer calls than the minimum; and one more where a single one could be found from the total.
    fn suppress(&self, rows: &mut [IndicatorRow]) {
        let hidden = |row: &IndicatorRow| row.n.is_some_and(|n| n < self.min_group);
        let few = rows.iter().filter(|row| hidden(row)).count();
        let next = rows
            .iter()
            .enumerate()
            .filter(|(_, row)| !hidden(row) && row.n.is_some())
            .min_by_key(|(_, row)| row.n)
            .map(|(i, _)| i)
            .filter(|_| few == 1);
        for (i, row) in rows.iter_mut().enumerate() {
            if row.n.is_some_and(|n| n < self.min_group) || next == Some(i) {
                *row = IndicatorRow {
                    value: None,
                    n: None,
                    numerator: None,
                    denominator: None,
                    ci_low: None,
                    ci_high: None,
                    method: None,
                    met: None,
                    suppressed: true,
                    ..row.clone()
                };
            }
        }
    }

    /// The breakdowns of every report: by week, or by month beyond half a year; by each dimension of several values.
    #[must_use]
    pub fn breakdowns(&self) -> Vec<Breakdown> {
        let days = self.counted.span.map_or(0, |(from, to)| (to - from) / DAY);
        let period = if days > 183 { Period::Month } else { Period::Week };
        let mut out = vec![Breakdown::Total];
        if days >= 6 {
            out.push(Breakdown::Period(period));
        }
        for dimension in Dimension::ALL {
            let values = self.counted.tally.values(dimension).len();
            // Reasons in free text are no breakdown.
            let few = dimension == Dimension::Agent || values <= MOST_VALUES;
            if values > 1 && few {
                out.push(Breakdown::Dimension(dimension));
            }
        }
        out
    }
}

/// Whether an amount of nothing says something: where calls, or tickets, are.
fn told(indicator: Indicator, cell: &Cell, value: &Evaluated) -> bool {
    let there = |measures: [Measure; 2]| measures.iter().any(|m| cell.counts.get(*m) > 0);
    if value.value != 0.0 || value.denominator.is_some() || cell.value.is_none() {
        return true;
    }
    match indicator {
        Indicator::Volume | Indicator::Backlog => there([Measure::Created, Measure::Closed]),
        _ => there([Measure::Offered, Measure::OutOfHours]),
    }
}

/// Whether a value reaches its target; nothing to reach where neither way is good.
fn met(better: Better, value: f64, target: f64) -> Option<Met> {
    let yes = match better {
        Better::Higher => value >= target,
        Better::Lower => value <= target,
        Better::Neither => return None,
    };
    Some(if yes { Met::Yes } else { Met::No })
}

/// Whether an indicator means something in a breakdown.
fn suits(indicator: Indicator, by: Breakdown) -> bool {
    use Indicator as I;
    let costs = matches!(indicator, I::CostPerInteraction | I::CostPerCall);
    let whole = matches!(
        indicator,
        I::RetentionRate | I::ChurnRate | I::Nps | I::Ces | I::Enps | I::AgentSatisfaction | I::ResponseRate
    );
    // An agent has no queue of waiting callers.
    let queued = matches!(
        indicator,
        I::AbandonedCalls
            | I::AnswerRate
            | I::QualityOfService
            | I::ServiceLevel
            | I::AbandonmentRate
            | I::AverageWaitTime
            | I::AverageSpeedOfAnswer
            | I::InHoursCalls
            | I::OutOfHoursCalls
            | I::SelfServiceRate
            | I::Backlog
    );
    // The calls that nobody answered reach no agent: what an agent sees is not what was dialled.
    let dialled = matches!(
        indicator,
        I::ConnectRate | I::AnsweringMachineRate | I::CallRejectionRate | I::OutboundConversionRate
    );
    let of_agents = matches!(by, Breakdown::Dimension(d) if d != Dimension::Agent);
    match by {
        Breakdown::Total => true,
        // Days worked are nobody's queue.
        _ if of_agents && indicator == I::AgentDays => false,
        Breakdown::Period(period) => {
            let short = matches!(period, Period::HalfHour | Period::Hour);
            !(costs || whole || short && indicator == I::Backlog)
        }
        Breakdown::Dimension(Dimension::Agent) => !costs && !whole && !queued && !dialled,
        Breakdown::Dimension(_) => !costs && !whole,
    }
}

/// The unit of a default value, and its catalogue name, for a row that another part of the program fills.
#[must_use]
pub fn empty_row(indicator: Indicator, variant: &str, lang: Lang) -> Option<IndicatorRow> {
    let known = indicator.variant(variant)?;
    Some(IndicatorRow {
        id: indicator,
        label: indicator.name(lang),
        value: None,
        unit: indicator.unit_of(variant),
        n: None,
        numerator: None,
        denominator: None,
        definition: known.definition.to_owned(),
        variant: variant.to_owned(),
        period: None,
        segment: None,
        ci_low: None,
        ci_high: None,
        method: None,
        target: None,
        alert: None,
        met: None,
        suppressed: false,
    })
}
