//! What the values of a figure are, an indicator of a centre or a score of a survey, and how each is written.

use super::axis::{Axis, Bounds};
use super::style::{tick_label, value_label};
use crate::centre::Unit;
use crate::lang::Lang;
use crate::metric::Metric;

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// An indicator of a contact centre, in its unit.
    Indicator(Unit),
    /// A score of a survey.
    Score(Metric),
}

impl From<Unit> for Measure {
    fn from(unit: Unit) -> Self {
        Self::Indicator(unit)
    }
}

impl From<Metric> for Measure {
    fn from(metric: Metric) -> Self {
        Self::Score(metric)
    }
}

impl Measure {
    /// A value as a label.
    pub(super) fn label(self, value: f64, lang: Lang) -> String {
        match self {
            Self::Indicator(unit) => unit.label(value, lang),
            Self::Score(metric) => value_label(value, metric, lang),
        }
    }

    /// A value with so many decimals, as it stands on an axis.
    pub(super) fn tick(self, value: f64, decimals: usize, lang: Lang) -> String {
        match self {
            Self::Indicator(unit) => unit.tick(value, decimals, lang),
            Self::Score(metric) => tick_label(value, metric, decimals, lang),
        }
    }

    /// An axis that holds some values, between two pixels.
    pub(super) fn axis(self, values: &[f64], ticks: f64, from: f64, to: f64) -> Axis {
        match self {
            Self::Indicator(unit) => unit.axis(values, ticks, from, to),
            Self::Score(metric) => {
                // Only both ends are written: finer steps leave less of the plot empty.
                let bounds = Bounds::of(metric.quantity(), 2.0 * ticks);
                Axis::new(values.iter().copied(), bounds, from, to)
            }
        }
    }

    /// True when the text of a value counts in days of 24 hours.
    pub(super) fn in_days(self, value: f64) -> bool {
        matches!(self, Self::Indicator(unit) if unit.in_days(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_keeps_the_decimals_of_the_report() {
        assert_eq!(Measure::from(Metric::Nps).label(12.34, Lang::Fr), "+12,3");
        assert_eq!(Measure::from(Unit::Points).label(12.34, Lang::Fr), "+12");
        assert_eq!(Measure::from(Metric::Csat).tick(65.0, 0, Lang::Fr), "65\u{a0}%");
        let axis = Measure::from(Metric::Nps).axis(&[-101.0, 150.0], 4.0, 0.0, 1.0);
        assert_eq!((axis.ticks().first(), axis.ticks().last()), (Some(&-100.0), Some(&100.0)));
        assert!(Measure::from(Unit::Minutes).in_days(2880.0) && !Measure::from(Metric::Ces).in_days(2880.0));
    }
}
