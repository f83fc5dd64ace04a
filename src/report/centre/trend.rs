//! The last whole week, or month, against those before it.

use super::period::{Grain, Period};
use super::view::View;
use crate::centre::{Better, Indicator, IndicatorRow};
use crate::metric::control::{ControlChart, Signal};
use crate::metric::law::normal_quantile;

/// A change beyond so many standard errors is more than chance, as on a control chart.
const BEYOND: f64 = 3.0;
/// Periods from which the chart of individual values tells noise from change.
const CHARTED: usize = 6;

/// A change of an indicator.
pub(super) struct Trend {
    pub last: Period,
    /// How many periods came before.
    pub before: usize,
    /// The last value.
    pub value: f64,
    /// Mean of those before, each counted by its denominator.
    pub mean: f64,
    /// Whether the change is more than chance; none where nothing tells.
    pub certain: Option<bool>,
}

impl Trend {
    pub fn change(&self) -> f64 {
        self.value - self.mean
    }

    /// Whether the change is for the better; none where neither way is good, or where nothing moved.
    pub fn is_better(&self, better: Better) -> Option<bool> {
        match better {
            _ if self.change() == 0.0 => None,
            Better::Higher => Some(self.change() > 0.0),
            Better::Lower => Some(self.change() < 0.0),
            Better::Neither => None,
        }
    }
}

/// The last whole week of an indicator against the whole weeks before; months where there are not two weeks.
pub(super) fn trend(view: &View<'_>, id: Indicator) -> Option<Trend> {
    [Grain::Week, Grain::Month].into_iter().find_map(|grain| {
        let whole = view.periods(grain).into_iter().filter(|(period, _)| view.is_whole(*period));
        let rows: Vec<(Period, &IndicatorRow)> = whole
            .filter_map(|(period, text)| Some((period, view.cell(id, (Some(text), None))?)))
            .filter(|(_, row)| row.value.is_some())
            .collect();
        of_rows(&rows, view.report.study.level)
    })
}

fn of_rows(rows: &[(Period, &IndicatorRow)], level: f64) -> Option<Trend> {
    let ((last, row), before) = rows.split_last()?;
    if before.is_empty() {
        return None;
    }
    let weighed = before.iter().all(|(_, r)| r.denominator.is_some_and(|d| d > 0.0));
    let weight = |r: &IndicatorRow| if weighed { r.denominator.unwrap_or(1.0) } else { 1.0 };
    let whole: f64 = before.iter().map(|(_, r)| weight(r)).sum();
    let mean = before.iter().filter_map(|(_, r)| Some(weight(r) / whole * r.value?)).sum();
    let value = row.value?;
    let trend = Trend { last: *last, before: before.len(), value, mean, certain: None };
    let half = |r: &IndicatorRow| Some((r.ci_high? - r.ci_low?) / 2.0);
    let before_half: Option<f64> =
        before.iter().map(|(_, r)| Some((weight(r) / whole * half(r)?).powi(2))).sum();
    let certain = match (half(row), before_half) {
        (Some(own), Some(others)) => {
            let se = (own.powi(2) + others).sqrt() / normal_quantile(level);
            Some(trend.change().abs() > BEYOND * se)
        }
        _ => charted(rows),
    };
    Some(Trend { certain, ..trend })
}

/// Whether the last value is outside the limits of a chart of individual values.
fn charted(rows: &[(Period, &IndicatorRow)]) -> Option<bool> {
    let values: Vec<f64> = rows.iter().filter_map(|(_, r)| r.value).collect();
    if values.len() < CHARTED {
        return None;
    }
    let chart = ControlChart::individuals(&values)?;
    Some(chart.points.last()?.signal == Some(Signal::Beyond))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::report::sample;
    use crate::report::words::Words;

    #[test]
    fn the_last_whole_week_stands_against_those_before() {
        let report = sample::centre(Lang::Fr);
        let words = Words::new(&report);
        let view = View::new(&words, &report).unwrap();
        let found = trend(&view, Indicator::ServiceLevel).unwrap();
        assert_eq!((found.last.start.to_string().as_str(), found.before), ("2025-09-29", 4));
        // Four weeks of 78, 80, 79 and 77 % of 1 900 calls each; then 70 %.
        assert!((found.mean - 78.5).abs() < 1e-9 && (found.value - 70.0).abs() < 1e-9);
        assert_eq!((found.certain, found.is_better(Better::Higher)), (Some(true), Some(false)));
        let steady = trend(&view, Indicator::AverageHandleTime).unwrap();
        assert_eq!(steady.certain, Some(false));
        assert!(trend(&view, Indicator::Utilisation).is_none());
    }

    #[test]
    fn three_standard_errors_make_a_change() {
        let report = sample::centre(Lang::Fr);
        let weeks = ["2025-W36", "2025-W37"].map(|w| Period::parse(w).unwrap());
        let base = report.indicators.iter().find(|r| r.id == Indicator::ServiceLevel).unwrap();
        let row = |value: f64| IndicatorRow {
            value: Some(value),
            ci_low: Some(value - 1.959_963_984_540_054),
            ci_high: Some(value + 1.959_963_984_540_054),
            ..base.clone()
        };
        // Each standard error is 1, that of the difference √2.
        for (change, certain) in [(4.242, false), (4.243, true)] {
            let (before, last) = (row(50.0), row(50.0 + change));
            let found = of_rows(&[(weeks[0], &before), (weeks[1], &last)], 0.95).unwrap();
            assert_eq!(found.certain, Some(certain));
        }
    }
}
