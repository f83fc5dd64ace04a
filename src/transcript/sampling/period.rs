//! The periods that cut the calls of an agent into strata.

use jiff::civil::{Date, ISOWeekDate, Weekday};
use schemars::JsonSchema;
use serde::Serialize;

use crate::Lang;
use crate::study::{DateFormat, Period};

/// What cuts the calls of an agent into strata.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema, clap::ValueEnum,
)]
#[serde(rename_all = "lowercase")]
pub enum SamplingPeriod {
    /// Week of ISO 8601, from Monday to Sunday
    Week,
    /// Calendar month
    #[default]
    Month,
    /// Nothing: one stratum an agent
    None,
}

impl SamplingPeriod {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Week, Self::Month, Self::None];

    /// What people call it.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Week => pick!(lang, calls::week),
            Self::Month => pick!(lang, calls::month),
            Self::None => pick!(lang, calls::none),
        }
    }

    fn unit(self) -> Option<Period> {
        match self {
            Self::Week => Some(Period::Week),
            Self::Month => Some(Period::Month),
            Self::None => None,
        }
    }

    /// Name of the period of a date in a plan: `2025-W27`, `2025-03`; none where periods do not cut.
    #[must_use]
    pub fn key(self, date: Date) -> Option<String> {
        self.unit().map(|unit| unit.label(date, Lang::En))
    }
}

/// Name of a period of a plan as people write it: `2025-S27` in French.
pub(in crate::transcript) fn said(key: &str, lang: Lang) -> String {
    lang.pick(key.replace("-W", "-S"), key.to_owned())
}

/// First day of a period named as [`SamplingPeriod::key`] or [`said`] does.
fn first_day(label: &str) -> Option<Date> {
    let (year, rest) = label.split_once('-')?;
    let year: i16 = year.parse().ok()?;
    match rest.strip_prefix(['W', 'S', 'w', 's']) {
        Some(week) => Some(ISOWeekDate::new(year, week.parse().ok()?, Weekday::Monday).ok()?.date()),
        None => Date::new(year, rest.parse().ok()?, 1).ok(),
    }
}

/// The key of a period as a file writes it. Excel takes `2025-03` for a date and saves `mars-25` or `01/03/2025`.
pub(super) fn parse_label(cell: &str, period: SamplingPeriod) -> Option<String> {
    let cell = cell.trim();
    let weekly = cell.contains(['W', 'S', 'w', 's']) && period == SamplingPeriod::Week;
    let named = first_day(cell).filter(|_| weekly || period == SamplingPeriod::Month);
    named.or_else(|| DateFormat::DayFirst.read(cell)).and_then(|day| period.key(day))
}

/// Place of a period on the axis of time, in periods: one more from one to the next.
pub(in crate::transcript) fn place(key: &str) -> Option<i64> {
    let day = first_day(key)?;
    Some(if key.contains('W') {
        let monday = Date::new(1970, 1, 5).ok()?;
        i64::from(monday.until(day).ok()?.get_days()) / 7
    } else {
        i64::from(day.year()) * 12 + i64::from(day.month())
    })
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_month_that_excel_rewrote_is_read() {
        for cell in ["2025-03", "mars-25", "01/03/2025", " 2025-03 "] {
            assert_eq!(parse_label(cell, SamplingPeriod::Month).as_deref(), Some("2025-03"), "{cell}");
        }
        for cell in ["2025-S27", "2025-W27", "30/06/2025"] {
            assert_eq!(parse_label(cell, SamplingPeriod::Week).as_deref(), Some("2025-W27"), "{cell}");
        }
        assert_eq!(parse_label("2025-W54", SamplingPeriod::Week), None);
        assert_eq!(parse_label("2025-03", SamplingPeriod::None), None);
    }

    proptest! {
        #[test]
        fn names_are_read_back_and_follow_each_other(days in 0_i64..20_000) {
            let day = date(1990, 1, 1).checked_add(days.days()).unwrap();
            for (period, next) in [(SamplingPeriod::Week, 1.week()), (SamplingPeriod::Month, 1.month())] {
                let key = period.key(day).unwrap();
                for lang in [Lang::Fr, Lang::En] {
                    prop_assert_eq!(parse_label(&said(&key, lang), period), Some(key.clone()));
                }
                let after = period.key(day.checked_add(next).unwrap()).unwrap();
                prop_assert_eq!(place(&after).unwrap() - place(&key).unwrap(), 1);
            }
        }
    }
}
