//! Dates of a column: the formats that exports use, and which of them a column follows.

use std::collections::BTreeMap;

use jiff::SignedDuration;
use jiff::civil::{Date, date};

use super::date_text::parse_date;

/// How the dates of a column are written, where the text of one cell leaves a doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFormat {
    /// 31/12/2025, 31-12-25, 31.12.2025.
    DayFirst,
    /// 12/31/2025.
    MonthFirst,
    /// 25/12/31: a year of two digits comes first.
    YearFirst,
    /// 20251231; the hour may follow: 20251231081500.
    Compact,
    /// 251231.
    ShortCompact,
    /// 31122025; the zero that opened it may be lost: 1122025.
    DayFirstCompact,
    /// Days as Excel counts them, 1 being 1 January 1900; a fraction is the hour: 46022, 46022.35.
    Serial,
    /// Seconds or milliseconds since 1970; the date is that of Greenwich.
    Unix,
}

impl DateFormat {
    /// Formats of dates with separators or words, those that a tie prefers first.
    pub const TEXT: [Self; 3] = [Self::DayFirst, Self::MonthFirst, Self::YearFirst];
    /// Formats of dates in digits alone: numbers, unless the name of their column speaks of a date.
    pub const DIGITS: [Self; 5] =
        [Self::Compact, Self::ShortCompact, Self::DayFirstCompact, Self::Serial, Self::Unix];
    const COUNT: usize = Self::TEXT.len() + Self::DIGITS.len();

    /// The date that a cell is under this format.
    #[must_use]
    pub fn read(self, cell: &str) -> Option<Date> {
        parse_date(cell).or_else(|| parse_digits(cell))?.date(self)
    }
}

/// What a text means under each format; a date under at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading([Option<Date>; DateFormat::COUNT]);

impl Reading {
    pub(super) fn new(dates: &[(DateFormat, Option<Date>)]) -> Option<Self> {
        let mut reading = [None; DateFormat::COUNT];
        for (format, date) in dates {
            reading[*format as usize] = *date;
        }
        reading.iter().any(Option::is_some).then_some(Self(reading))
    }

    /// The same date under every format of text.
    pub(super) fn certain(date: Option<Date>) -> Option<Self> {
        Self::new(&DateFormat::TEXT.map(|format| (format, date)))
    }

    /// The date under one format.
    #[must_use]
    pub fn date(self, format: DateFormat) -> Option<Date> {
        self.0[format as usize]
    }
}

/// How many cells of a column are each date, under each format.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DateCounts([BTreeMap<Date, u64>; DateFormat::COUNT]);

impl DateCounts {
    /// Counts `n` cells that read as `reading`.
    pub fn add(&mut self, reading: Reading, n: u64) {
        for (counts, date) in self.0.iter_mut().zip(reading.0) {
            if let Some(date) = date {
                *counts.entry(date).or_default() += n;
            }
        }
    }

    /// Counts the cells of `other` too.
    pub fn merge(&mut self, other: Self) {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            for (date, n) in theirs {
                *mine.entry(date).or_default() += n;
            }
        }
    }

    /// The dates under one format.
    #[must_use]
    pub fn dates(&self, format: DateFormat) -> &BTreeMap<Date, u64> {
        &self.0[format as usize]
    }

    /// The format of `among` under which most cells are dates, if `least` are, and whether day and month could
    /// as well be the other way round.
    #[must_use]
    pub fn format(&self, among: &[DateFormat], least: u64) -> Option<(DateFormat, bool)> {
        let cells = |format: &DateFormat| self.dates(*format).values().sum::<u64>();
        let most = among.iter().map(cells).max().filter(|n| *n >= least.max(1))?;
        let tied = || among.iter().copied().filter(|format| cells(format) == most);
        let mut rest = tied().filter(|format| *format != DateFormat::YearFirst);
        let Some(best) = rest.next() else { return Some((DateFormat::YearFirst, false)) };
        // 25/01/03, 25/01/17: of two parts that may be the year, the one that varies less is. Day and month are
        // not told apart that way: waves dated the first of each month would lie within a few days.
        if tied().any(|format| format == DateFormat::YearFirst)
            && self.span(DateFormat::YearFirst) < self.span(best)
        {
            return Some((DateFormat::YearFirst, false));
        }
        Some((best, rest.any(|other| self.dates(other) != self.dates(best))))
    }

    /// Time between the first date and the last.
    fn span(&self, format: DateFormat) -> SignedDuration {
        let dates = self.dates(format);
        let (first, last) = (dates.first_key_value(), dates.last_key_value());
        first.zip(last).map_or(SignedDuration::ZERO, |(first, last)| last.0.duration_since(*first.0))
    }
}

/// Reads a date written in digits alone: compact, a serial number of Excel, or a time of Unix.
///
/// ```
/// use barometre::study::{DateFormat, parse_digits};
/// use jiff::civil::date;
/// assert_eq!(parse_digits("46022,35").unwrap().date(DateFormat::Serial), Some(date(2025, 12, 31)));
/// assert_eq!(parse_digits("251231").unwrap().date(DateFormat::ShortCompact), Some(date(2025, 12, 31)));
/// ```
#[must_use]
pub fn parse_digits(text: &str) -> Option<Reading> {
    use DateFormat::{Compact, DayFirstCompact, Serial, ShortCompact, Unix};
    let text = text.trim();
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let digits = |part: &str| (1..=20).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || !digits(fraction) {
        return None;
    }
    let days_after = |origin: Date, days: i64| {
        origin.checked_add(SignedDuration::from_hours(24 * days)).ok().filter(|date| is_usual(date.year()))
    };
    let number: i64 = whole.parse().ok().filter(|_| !whole.starts_with('0')).unwrap_or(0);
    let epoch = date(1970, 1, 1);
    match whole.len() {
        // Excel takes 1900 for a leap year: from March on, its days count from the day before the last of 1899.
        5 if number > 0 => Reading::new(&[(Serial, days_after(date(1899, 12, 30), number))]),
        10 if number > 0 => Reading::new(&[(Unix, days_after(epoch, number / 86_400))]),
        13 if number > 0 => Reading::new(&[(Unix, days_after(epoch, number / 86_400_000))]),
        // A column of whole numbers with gaps is often exported with a decimal: 20251231.0.
        _ if fraction.bytes().any(|b| b != b'0') => None,
        6 => Reading::new(&[(ShortCompact, day(&whole[..2], &whole[2..4], &whole[4..]))]),
        7 => Reading::new(&[(DayFirstCompact, day(&whole[3..], &whole[1..3], &whole[..1]))]),
        8 => Reading::new(&[
            (Compact, day(&whole[..4], &whole[4..6], &whole[6..])),
            (DayFirstCompact, day(&whole[4..], &whole[2..4], &whole[..2])),
        ]),
        12 | 14 if &whole[8..10] < "24" => {
            Reading::new(&[(Compact, day(&whole[..4], &whole[4..6], &whole[6..8]))])
        }
        _ => None,
    }
}

/// A day written in digits; a year may have two.
pub(super) fn day(year: &str, month: &str, day: &str) -> Option<Date> {
    let mut y: i16 = year.parse().ok()?;
    if year.len() == 2 {
        y = century(y);
    }
    Date::new(y, month.parse().ok()?, day.parse().ok()?).ok().filter(|_| is_usual(y))
}

/// The year that two digits mean: from 1970 to 2069.
pub(super) fn century(short: i16) -> i16 {
    short + if short < 70 { 2000 } else { 1900 }
}

fn is_usual(year: i16) -> bool {
    (1900..2200).contains(&year)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use DateFormat::{Compact, DayFirst, DayFirstCompact, MonthFirst, Serial, ShortCompact, Unix, YearFirst};

    #[test]
    fn digits_are_read_by_their_number() {
        let digits = |text: &str, format| parse_digits(text).and_then(|reading| reading.date(format));
        let last = Some(date(2025, 12, 31));
        for (text, format) in [
            ("20251231", Compact),
            ("20251231.0", Compact),
            ("20251231081500", Compact),
            ("31122025", DayFirstCompact),
            ("251231", ShortCompact),
            ("46022", Serial),
            (" 46022.35", Serial),
            ("1767182400", Unix),
            ("1767182400123", Unix),
        ] {
            assert_eq!(digits(text, format), last, "{text}");
            assert_eq!(format.read(text), last, "{text}");
            assert_eq!(DayFirst.read(text), None, "{text}");
        }
        assert_eq!(digits("1122025", DayFirstCompact), Some(date(2025, 12, 1)));
        assert_eq!(digits("990201", ShortCompact), Some(date(1999, 2, 1)));
        for text in ["", "7", "0612345678", "20251231.5", "20251331", "1.2.3", "-46022", "46022,", "٤٦٠٢٢"]
        {
            assert_eq!(parse_digits(text), None, "{text}");
        }
    }

    #[test]
    fn the_column_decides_its_format() {
        let format = |cells: &[&str]| {
            let mut counts = DateCounts::default();
            cells.iter().filter_map(|cell| parse_date(cell)).for_each(|reading| counts.add(reading, 1));
            counts.format(&DateFormat::TEXT, cells.len() as u64)
        };
        assert_eq!(format(&["03/04/2025", "17/04/2025", "2025-05-01"]), Some((DayFirst, false)));
        assert_eq!(format(&["03/04/2025", "04/17/2025"]), Some((MonthFirst, false)));
        assert_eq!(format(&["01/02/2025", "01/03/2025"]), Some((DayFirst, true)));
        assert_eq!(format(&["03/03/2025", "mars 2025"]), Some((DayFirst, false)));
        assert_eq!(format(&["25/01/03", "25/01/17", "25/02/04"]), Some((YearFirst, false)));
        assert_eq!(format(&["13/01/25", "17/02/25", "28/02/25"]), Some((DayFirst, false)));
        assert_eq!(format(&["99/01/03"]), Some((YearFirst, false)));
        assert_eq!(format(&["99/01/03", "13/01/2025"]), None);
    }

    proptest! {
        #[test]
        fn merging_is_concatenating(cells in prop::collection::vec("[0-3][0-9]/[01][0-9]/2[0-9]", 0..20), cut in 0usize..20) {
            let count = |cells: &[String]| {
                let mut counts = DateCounts::default();
                cells.iter().filter_map(|cell| parse_date(cell)).for_each(|reading| counts.add(reading, 1));
                counts
            };
            let (left, right) = cells.split_at(cut.min(cells.len()));
            let mut merged = count(left);
            merged.merge(count(right));
            prop_assert_eq!(merged, count(&cells));
        }
    }
}
