//! The cells of a breakdown: what was counted there, and by agent and by day for its intervals.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

use super::measure::Counts;
use super::place::DAY;
use super::tally::{Dimension, HALF_HOUR, NO_TIME, Tally, sum};

/// A length of time.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, clap::ValueEnum,
)]
#[serde(rename_all = "kebab-case")]
pub enum Period {
    /// Half an hour.
    HalfHour,
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week, from Monday.
    Week,
    /// A month.
    Month,
}

/// What indicators are broken down by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Breakdown {
    /// Nothing: one cell.
    Total,
    /// Periods, in order of time.
    Period(Period),
    /// Values of a dimension.
    Dimension(Dimension),
}

/// A cell of a breakdown.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cell {
    /// Its period, as [`super::IndicatorRow::period`] writes it.
    pub(super) period: Option<String>,
    /// Its value of a dimension.
    pub(super) value: Option<(Dimension, u32)>,
    /// All that is counted in it.
    pub(super) counts: Counts,
    /// The same by agent; empty where it is one agent's, or a part of a day.
    pub(super) agents: Vec<Counts>,
    /// The same by day; empty for a day and its parts.
    pub(super) days: Vec<Counts>,
    /// The last day of the period, counted from 1970.
    pub(super) last_day: Option<i64>,
}

/// The day that is so many days after 1970-01-01.
pub(super) fn date_of(day: i64) -> Date {
    let epoch = date(1970, 1, 1);
    epoch.checked_add(jiff::Span::new().days(day.clamp(-700_000, 700_000))).unwrap_or(epoch)
}

impl Period {
    /// The name of the period that holds a half hour, counted from 1970: `2025-09`, `2025-W36`, `2025-09-01`,
    /// `2025-09-01T08`, `2025-09-01T08:30`.
    #[must_use]
    pub fn name(self, half_hour: i64) -> String {
        let halves = DAY / HALF_HOUR;
        let (day, half) = (half_hour.div_euclid(halves), half_hour.rem_euclid(halves));
        let date = date_of(day);
        match self {
            Self::HalfHour => format!("{date}T{:02}:{:02}", half / 2, half % 2 * 30),
            Self::Hour => format!("{date}T{:02}", half / 2),
            Self::Day => date.to_string(),
            Self::Week => {
                let week = date.iso_week_date();
                format!("{}-W{:02}", week.year(), week.week())
            }
            Self::Month => format!("{}-{:02}", date.year(), date.month()),
        }
    }

    /// True for a part of a day.
    fn is_short(self) -> bool {
        matches!(self, Self::HalfHour | Self::Hour)
    }
}

/// The cells of a breakdown. What has no moment is in no period.
pub(super) fn cells(tally: &Tally, by: Breakdown) -> Vec<Cell> {
    match by {
        Breakdown::Total => vec![total(tally)],
        Breakdown::Period(period) => periods(tally, period),
        Breakdown::Dimension(dimension) => {
            tally.values(dimension).into_iter().map(|value| of_value(tally, dimension, value)).collect()
        }
    }
}

fn total(tally: &Tally) -> Cell {
    let agents = tally.values(Dimension::Agent).into_iter().map(|agent| {
        let days = tally.days_of(Dimension::Agent, agent);
        sum(days.into_iter().map(|(_, counts)| counts))
    });
    Cell {
        period: None,
        value: None,
        counts: tally.total(),
        agents: agents.collect(),
        days: tally
            .by_day()
            .into_iter()
            .filter(|(day, _)| *day != NO_TIME)
            .map(|(_, counts)| counts)
            .collect(),
        last_day: tally.by_day().last().map(|(day, _)| *day).filter(|day| *day != NO_TIME),
    }
}

fn of_value(tally: &Tally, dimension: Dimension, value: u32) -> Cell {
    let days = tally.days_of(dimension, value);
    Cell {
        period: None,
        value: Some((dimension, value)),
        counts: sum(days.iter().map(|(_, counts)| *counts)),
        agents: tally.agents_of(dimension, value).into_iter().map(|(_, counts)| *counts).collect(),
        days: days.into_iter().filter(|(day, _)| *day != NO_TIME).map(|(_, counts)| *counts).collect(),
        last_day: None,
    }
}

fn periods(tally: &Tally, period: Period) -> Vec<Cell> {
    let empty = |last_day| Cell {
        period: None,
        value: None,
        counts: Counts::default(),
        agents: Vec::new(),
        days: Vec::new(),
        last_day,
    };
    let mut out: BTreeMap<String, Cell> = BTreeMap::new();
    let halves = DAY / HALF_HOUR;
    for (half, counts) in tally.half_hours().into_iter().filter(|(half, _)| *half != NO_TIME) {
        let day = half.div_euclid(halves);
        let cell = out.entry(period.name(half)).or_insert_with(|| empty(Some(day)));
        cell.counts += counts;
        cell.last_day = cell.last_day.max(Some(day));
    }
    if !period.is_short() {
        for (day, counts) in tally.by_day().into_iter().filter(|(day, _)| *day != NO_TIME) {
            if let Some(cell) = out.get_mut(&period.name(day * halves)).filter(|_| period != Period::Day) {
                cell.days.push(counts);
            }
        }
        for agent in tally.values(Dimension::Agent) {
            let mut own: BTreeMap<String, Counts> = BTreeMap::new();
            for (day, counts) in tally.days_of(Dimension::Agent, agent) {
                if day != NO_TIME {
                    *own.entry(period.name(day * halves)).or_default() += counts;
                }
            }
            for (name, counts) in own {
                if let Some(cell) = out.get_mut(&name) {
                    cell.agents.push(counts);
                }
            }
        }
    }
    out.into_iter().map(|(name, cell)| Cell { period: Some(name), ..cell }).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::centre::measure::Measure;
    use crate::centre::place::Place;

    #[test]
    fn periods_have_the_names_that_sort_in_time() {
        // 2024-12-30, a Monday of the first week of 2025, at 08:30.
        let half = 20_087 * 48 + 17;
        let names =
            [Period::Month, Period::Week, Period::Day, Period::Hour, Period::HalfHour].map(|p| p.name(half));
        assert_eq!(names, ["2024-12", "2025-W01", "2024-12-30", "2024-12-30T08", "2024-12-30T08:30"]);
    }

    proptest! {
        #[test]
        fn every_breakdown_adds_up_to_the_total(
            rows in proptest::collection::vec((1_700_000_000_000i64..1_703_000_000_000, 0u32..4, 0u32..3), 1..60),
        ) {
            let mut tally = Tally::default();
            for (moment, agent, queue) in &rows {
                let place = Place { moment: Some(*moment), agent: Some(*agent), queue: Some(*queue), ..Place::default() };
                tally.add(&place, &[(Measure::Offered, 1)]);
            }
            let whole = &cells(&tally, Breakdown::Total)[0];
            prop_assert_eq!(u64::try_from(whole.counts.get(Measure::Offered)), Ok(rows.len() as u64));
            let periods = [Period::HalfHour, Period::Hour, Period::Day, Period::Week, Period::Month].map(Breakdown::Period);
            let dimensions = [Dimension::Agent, Dimension::Queue].map(Breakdown::Dimension);
            for by in periods.into_iter().chain(dimensions) {
                let found = cells(&tally, by);
                prop_assert_eq!(sum(found.iter().map(|c| &c.counts)), whole.counts);
                for cell in &found {
                    for parts in [&cell.agents, &cell.days] {
                        prop_assert!(parts.is_empty() || sum(parts) == cell.counts);
                    }
                }
            }
        }
    }
}
