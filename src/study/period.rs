//! The periods that cut dates into waves.

use std::collections::BTreeMap;

use jiff::SignedDuration;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::Lang;

/// Length of a wave cut out of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Period {
    /// Week of ISO 8601, from Monday to Sunday.
    Week,
    /// Calendar month.
    Month,
    /// Calendar quarter.
    Quarter,
    /// Calendar year.
    Year,
}

impl Period {
    /// As study.toml and report.json write it.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }

    /// First day of the period that holds `date`.
    #[must_use]
    pub fn start(self, date: Date) -> Date {
        match self {
            Self::Week => {
                let since_monday = i64::from(date.weekday().to_monday_zero_offset());
                date.checked_sub(SignedDuration::from_hours(24 * since_monday)).unwrap_or(date)
            }
            Self::Month => date.first_of_month(),
            Self::Quarter => {
                let month = (date.month() - 1) / 3 * 3 + 1;
                Date::new(date.year(), month, 1).unwrap_or(date)
            }
            Self::Year => date.first_of_year(),
        }
    }

    /// Name of the wave: `2025-S27` (English `2025-W27`), `2025-03`, `2025-T1` (English `2025-Q1`), `2025`.
    #[must_use]
    pub fn label(self, date: Date, lang: Lang) -> String {
        let (year, month) = (date.year(), date.month());
        match self {
            Self::Week => {
                // The first days of January may belong to the last week of the year before.
                let week = date.iso_week_date();
                format!("{}-{}{:02}", week.year(), lang.pick('S', 'W'), week.week())
            }
            Self::Month => format!("{year}-{month:02}"),
            Self::Quarter => format!("{year}-{}{}", lang.pick('T', 'Q'), (month - 1) / 3 + 1),
            Self::Year => year.to_string(),
        }
    }

    /// The finest of month, quarter and year that cuts `dates` into at most twelve waves; the year otherwise.
    #[must_use]
    pub fn finest(dates: &BTreeMap<Date, u64>) -> Self {
        let waves = |period: Self| {
            let mut starts: Vec<Date> = dates.keys().map(|date| period.start(*date)).collect();
            starts.dedup();
            starts.len()
        };
        [Self::Month, Self::Quarter].into_iter().find(|p| waves(*p) <= 12).unwrap_or(Self::Year)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn periods_are_as_fine_as_twelve_waves_allow() {
        let months = |n: i16| (0..n).map(|i| (date(2020 + i / 12, (i % 12) as i8 + 1, 14), 1)).collect();
        assert_eq!(Period::finest(&months(12)), Period::Month);
        assert_eq!(Period::finest(&months(13)), Period::Quarter);
        assert_eq!(Period::finest(&months(40)), Period::Year);
    }

    #[test]
    fn labels_are_those_of_the_calendar() {
        assert_eq!(Period::Quarter.label(date(2025, 8, 31), Lang::Fr), "2025-T3");
        assert_eq!(Period::Quarter.label(date(2025, 8, 31), Lang::En), "2025-Q3");
        assert_eq!(Period::Month.label(date(2025, 3, 31), Lang::Fr), "2025-03");
        assert_eq!(Period::Week.label(date(2025, 7, 6), Lang::Fr), "2025-S27");
        assert_eq!(Period::Week.label(date(2024, 12, 30), Lang::En), "2025-W01");
        assert_eq!(Period::Week.label(date(2027, 1, 3), Lang::Fr), "2026-S53");
    }

    proptest! {
        #[test]
        fn a_period_starts_at_its_first_day(year in 1900i16..2200, month in 1i8..13, day in 1i8..29) {
            let date = date(year, month, day);
            for period in [Period::Week, Period::Month, Period::Quarter, Period::Year] {
                let start = period.start(date);
                prop_assert!(start <= date);
                prop_assert_eq!(period.start(start), start);
                prop_assert_eq!(period.label(start, Lang::Fr), period.label(date, Lang::Fr));
                let before = start.yesterday().unwrap();
                prop_assert_ne!(period.label(before, Lang::Fr), period.label(date, Lang::Fr));
            }
        }
    }
}
