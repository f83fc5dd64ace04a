//! Dates as exports write them, and the waves they make.

use std::collections::BTreeMap;

use jiff::civil;
use serde::{Deserialize, Serialize};

use super::fold;
use crate::Lang;

/// Order of day and month in dates written with numbers alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// 31/12/2025.
    DayFirst,
    /// 12/31/2025.
    MonthFirst,
}

/// Year and month.
pub type Month = (i16, i8);

/// A date that a text may mean: one for each order of day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// Read day first, if that is a date.
    pub day_first: Option<Month>,
    /// Read month first, if that is a date.
    pub month_first: Option<Month>,
}

impl Reading {
    /// The month under one order.
    #[must_use]
    pub fn month(self, order: Order) -> Option<Month> {
        match order {
            Order::DayFirst => self.day_first,
            Order::MonthFirst => self.month_first,
        }
    }
}

/// Reads `31/12/2025`, `31-12-25`, `31.12.2025`, `2025-12-31` (a time may follow), `31 décembre 2025`,
/// `1er janvier 2026`, `31 December 2025`.
///
/// ```
/// use barometre::study::parse_date;
/// assert_eq!(parse_date(" 17 juillet 2023").unwrap().day_first, Some((2023, 7)));
/// assert_eq!(parse_date("31/12/2025 08:15").unwrap().month_first, None);
/// assert!(parse_date("31/02/2025").is_none());
/// ```
#[must_use]
pub fn parse_date(text: &str) -> Option<Reading> {
    let text = text.trim();
    if text.len() < 6 || text.len() > 40 || !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    numeric(text).or_else(|| worded(text))
}

fn numeric(text: &str) -> Option<Reading> {
    // A time may follow the date, after a space or a T.
    let day = text.split([' ', 'T']).next()?;
    let separator = day.chars().find(|c| matches!(c, '/' | '-' | '.'))?;
    let mut parts = day.split(separator);
    let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some()
        || [a, b, c].iter().any(|p| p.is_empty() || !p.bytes().all(|d| d.is_ascii_digit()))
    {
        return None;
    }
    if a.len() == 4 {
        let certain = month(a, b, c);
        return certain.map(|_| Reading { day_first: certain, month_first: certain });
    }
    if a.len() > 2 || b.len() > 2 || !matches!(c.len(), 2 | 4) {
        return None;
    }
    let reading = Reading { day_first: month(c, b, a), month_first: month(c, a, b) };
    (reading.day_first.is_some() || reading.month_first.is_some()).then_some(reading)
}

fn month(year: &str, month: &str, day: &str) -> Option<Month> {
    let mut y: i16 = year.parse().ok()?;
    if year.len() == 2 {
        y += if y < 70 { 2000 } else { 1900 };
    }
    if !(1900..2200).contains(&y) {
        return None;
    }
    let date = civil::Date::new(y, month.parse().ok()?, day.parse().ok()?).ok()?;
    Some((date.year(), date.month()))
}

const MONTHS: [[&str; 2]; 12] = [
    ["janvier", "january"],
    ["fevrier", "february"],
    ["mars", "march"],
    ["avril", "april"],
    ["mai", "may"],
    ["juin", "june"],
    ["juillet", "july"],
    ["aout", "august"],
    ["septembre", "september"],
    ["octobre", "october"],
    ["novembre", "november"],
    ["decembre", "december"],
];

/// Number of the month of that folded name, in French or English, or of an abbreviation of at least three
/// letters that fits one month only.
pub(super) fn month_number(name: &str) -> Option<i8> {
    let numbered = || (1i8..).zip(MONTHS);
    if let Some((number, _)) = numbered().find(|(_, names)| names.contains(&name)) {
        return Some(number);
    }
    let mut short =
        numbered().filter(|(_, names)| name.len() >= 3 && names.iter().any(|f| f.starts_with(name)));
    let (number, _) = short.next()?;
    short.next().is_none().then_some(number)
}

fn worded(text: &str) -> Option<Reading> {
    let folded = fold(text);
    let mut parts = folded.split(' ');
    let day = parts.next()?.trim_end_matches("er");
    let name = parts.next()?.trim_end_matches('.');
    let year = parts.next()?.trim_end_matches(',');
    let number = month_number(name)?;
    let certain = month(year, &number.to_string(), day);
    certain.filter(|_| year.len() == 4).map(|_| Reading { day_first: certain, month_first: certain })
}

/// Length of a wave cut out of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Period {
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
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }

    /// First month of the period that holds `month`.
    #[must_use]
    pub fn start(self, (year, month): Month) -> Month {
        match self {
            Self::Month => (year, month),
            Self::Quarter => (year, (month - 1) / 3 * 3 + 1),
            Self::Year => (year, 1),
        }
    }

    /// Name of the wave: `2025-03`, `2025-T1` (English `2025-Q1`), `2025`.
    #[must_use]
    pub fn label(self, month: Month, lang: Lang) -> String {
        let (year, first) = self.start(month);
        match self {
            Self::Month => format!("{year}-{first:02}"),
            Self::Quarter => format!("{year}-{}{}", lang.pick('T', 'Q'), (first - 1) / 3 + 1),
            Self::Year => year.to_string(),
        }
    }

    /// The finest period that cuts `months` into at most twelve waves; the year otherwise.
    #[must_use]
    pub fn finest(months: &BTreeMap<Month, u64>) -> Self {
        let waves = |period: Self| {
            let mut starts: Vec<Month> = months.keys().map(|m| period.start(*m)).collect();
            starts.dedup();
            starts.len()
        };
        [Self::Month, Self::Quarter].into_iter().find(|p| waves(*p) <= 12).unwrap_or(Self::Year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(text: &str) -> (Option<Month>, Option<Month>) {
        parse_date(text).map_or((None, None), |r| (r.day_first, r.month_first))
    }

    #[test]
    fn usual_spellings_are_read() {
        let march = Some((2025, 3));
        for text in ["2025-03-14", "2025-03-14T10:00:00", "2025/03/14 9:05", "14 mars 2025", "14 March 2025"]
        {
            assert_eq!(both(text), (march, march), "{text}");
        }
        for text in ["14/03/2025", "14-03-25", "14.03.2025 10:00", "14/3/2025"] {
            assert_eq!(both(text), (march, None), "{text}");
        }
        assert_eq!(both("1er févr. 2024"), (Some((2024, 2)), Some((2024, 2))));
        assert_eq!(both("03/04/2025"), (Some((2025, 4)), Some((2025, 3))));
        for text in
            ["3,5", "12", "14:03:25", "06 12 34 56 78", "31/13/2025", "12 rue 2024", "1-2-3", "14 ju 2025"]
        {
            assert_eq!(both(text), (None, None), "{text}");
        }
    }

    #[test]
    fn periods_are_as_fine_as_twelve_waves_allow() {
        let months = |n: i16| (0..n).map(|i| ((2020 + i / 12, (i % 12) as i8 + 1), 1)).collect();
        assert_eq!(Period::finest(&months(12)), Period::Month);
        assert_eq!(Period::finest(&months(13)), Period::Quarter);
        assert_eq!(Period::finest(&months(40)), Period::Year);
        assert_eq!(Period::Quarter.label((2025, 8), Lang::Fr), "2025-T3");
    }
}
