//! Moments from text: a date and a time of day, in one cell or in two.

use jiff::Timestamp;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;

use super::scan::Scan;
use super::time_of_day::{clock, compact, ends, offset, parse_time};
use super::unit::{DAY, HOUR, MINUTE, SECOND};
use crate::study::{DateFormat, parse_digits};

const EPOCH: Date = date(1970, 1, 1);

/// A moment as a file writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds from 1970-01-01T00:00 to the date and time that are written, by the clock that they were
    /// written with.
    pub written: i64,
    /// Milliseconds by which that clock is ahead of UTC, where the text says so (`Z`, `+02:00`, a Unix time);
    /// none for the clock on the wall.
    pub offset: Option<i64>,
    /// Whether a time of day is written; without one the moment is the midnight that opens the day.
    pub timed: bool,
}

impl Moment {
    /// The moment by the clock on the wall in `zone`, in milliseconds since 1970-01-01T00:00 there: what is
    /// written, unless its text says another clock.
    ///
    /// ```
    /// use barometre::centre::{parse_moment, time_zone};
    /// use barometre::study::DateFormat;
    /// let paris = time_zone("Europe/Paris").unwrap();
    /// let noon = parse_moment("2025-07-17T12:00", DateFormat::DayFirst, None).unwrap();
    /// let same = parse_moment("2025-07-17T10:00:00Z", DateFormat::DayFirst, None).unwrap();
    /// assert_eq!(noon.civil(&paris), same.civil(&paris));
    /// ```
    pub fn civil(self, zone: &TimeZone) -> i64 {
        let Some(offset) = self.offset else { return self.written };
        let instant = self.written - offset;
        // Years from 1900 to 2200 are all within a timestamp's range.
        Timestamp::from_millisecond(instant)
            .map_or(self.written, |stamp| instant + i64::from(zone.to_offset(stamp).seconds()) * SECOND)
    }
}

/// The time zone of that IANA name (`Europe/Paris`, `Africa/Casablanca`), from the rules that the program carries:
/// the machine's are not looked at. None for an unknown name.
pub fn time_zone(name: &str) -> Option<TimeZone> {
    TimeZone::get(name).ok()
}

/// Reads a moment from a date and, where the time of day has a column of its own, that column's cell. The date is
/// read as [`DateFormat::read`] reads it; the time after it (`14:03:25`, `14h03`, `2:03 PM`, the fraction of a
/// serial number) and its clock (`Z`, `+02:00`, `CEST`) too. A time in a column of its own replaces the one that
/// follows the date.
///
/// None where the date is none under `format`, or where `time` is given and is no time of day.
///
/// ```
/// use barometre::centre::parse_moment;
/// use barometre::study::DateFormat;
/// let moment = parse_moment("12/03/2025 14:03:25", DateFormat::DayFirst, None).unwrap();
/// assert_eq!(moment.written, 1_741_788_205_000);
/// let moment = parse_moment("990201", DateFormat::ShortCompact, Some("7:02:47")).unwrap();
/// assert_eq!(moment.written, 917_852_567_000);
/// ```
pub fn parse_moment(text: &str, format: DateFormat, time: Option<&str>) -> Option<Moment> {
    let text = text.trim();
    let moment = match format {
        DateFormat::Serial => serial(text, format)?,
        DateFormat::Unix => unix(text, format)?,
        _ => numbered(text, format).or_else(|| spelled(text, format))?,
    };
    let Some(time) = time else { return Some(moment) };
    let midnight = moment.written - moment.written.rem_euclid(DAY);
    // A time cell may come with the day from which its spreadsheet counts: 1899-12-30T14:03:25.
    let own = parse_time(time).or_else(|| {
        let (_, after) = time.trim().split_once([' ', 'T'])?;
        parse_time(after)
    })?;
    Some(Moment { written: midnight + own, timed: true, ..moment })
}

/// Dates of digits and separators, without a copy: `12/03/2025 14:03:25`, `2025-03-12T14:03:25Z`, `20250312140325`,
/// `990201`. None where another reading must be tried.
fn numbered(text: &str, format: DateFormat) -> Option<Moment> {
    let mut scan = Scan::new(text);
    let (a, digits) = scan.digits(14)?;
    if digits > 4 {
        return packed(text, scan, (a, digits), format);
    }
    let separator = scan.peek().filter(|b| matches!(b, b'/' | b'-' | b'.'))?;
    scan.takes(&[separator]);
    let (b, _) = scan.digits(2)?;
    if !scan.takes(&[separator]) {
        return None;
    }
    let (c, last) = scan.digits(4)?;
    let (year, month, day) = match (format, digits, last) {
        (DateFormat::DayFirst | DateFormat::MonthFirst | DateFormat::YearFirst, 4, 1 | 2) => (a, b, c),
        (DateFormat::DayFirst, 1 | 2, 4) => (c, b, a),
        (DateFormat::MonthFirst, 1 | 2, 4) => (c, a, b),
        _ => return None,
    };
    let midnight = midnight(year, month, day)?;
    if scan.is_done() {
        return Some(Moment { written: midnight, offset: None, timed: false });
    }
    if !scan.takes(b"T") {
        let before = scan.rest().len();
        scan.spaces();
        if scan.rest().len() == before {
            return None;
        }
    }
    let time = clock(&mut scan)?;
    let offset = offset(&mut scan);
    ends(scan).then_some(Moment { written: midnight + time, offset, timed: true })
}

/// `20250312`, `20250312140325`, `12032025`, `990201`.
fn packed(text: &str, scan: Scan<'_>, (value, digits): (i64, usize), format: DateFormat) -> Option<Moment> {
    let midnight = midnight_of(parse_digits(text)?.date(format)?);
    let in_day =
        |clock: i64, seconds: i64| (clock / 100 % 100 * HOUR) + clock % 100 * MINUTE + seconds * SECOND;
    let written = match digits {
        _ if !scan.is_done() && !scan.rest().starts_with(['.', ',']) => return None,
        12 => in_day(value % 10_000, 0),
        14 => in_day(value / 100 % 10_000, value % 100),
        _ => return Some(Moment { written: midnight, offset: None, timed: false }),
    };
    Some(Moment { written: midnight + written, offset: None, timed: true })
}

/// `45658.58`: the fraction is the time of day.
fn serial(text: &str, format: DateFormat) -> Option<Moment> {
    let midnight = midnight_of(parse_digits(text)?.date(format)?);
    let mut scan = Scan::new(text);
    scan.digits(5)?;
    let time = scan.fraction(DAY)?;
    Some(Moment { written: midnight + time, offset: None, timed: text.len() > 5 })
}

/// Seconds or milliseconds since 1970 in Greenwich.
fn unix(text: &str, format: DateFormat) -> Option<Moment> {
    parse_digits(text)?.date(format)?;
    let mut scan = Scan::new(text);
    let (value, digits) = scan.digits(13)?;
    let ms = if digits == 10 { value * SECOND + scan.fraction(SECOND)? } else { value };
    Some(Moment { written: ms, offset: Some(0), timed: true })
}

/// Dates in words, or written in a rarer way: the date by [`DateFormat::read`], which has looked at the whole text,
/// then the first time of day in it.
fn spelled(text: &str, format: DateFormat) -> Option<Moment> {
    let midnight = midnight_of(format.read(text)?);
    let bytes = text.as_bytes();
    for at in 0..bytes.len() {
        let previous = at.checked_sub(1).map(|i| bytes[i]);
        let opens =
            bytes[at].is_ascii_digit() && !previous.is_some_and(|b| b.is_ascii_digit() || b"+-".contains(&b));
        let Some(rest) = text.get(at..).filter(|_| opens) else { continue };
        let mut scan = Scan::new(rest);
        let after_t = previous.is_some_and(|b| b.eq_ignore_ascii_case(&b'T'));
        let time = clock(&mut scan).or_else(|| {
            scan = Scan::new(rest);
            compact(&mut scan).filter(|_| after_t)
        });
        if let Some(time) = time {
            return Some(Moment { written: midnight + time, offset: offset(&mut scan), timed: true });
        }
    }
    Some(Moment { written: midnight, offset: None, timed: false })
}

fn midnight(year: i64, month: i64, day: i64) -> Option<i64> {
    let year = i16::try_from(year).ok().filter(|year| (1900..2200).contains(year))?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().map(midnight_of)
}

/// Milliseconds from 1970 to the start of a day.
pub(super) fn midnight_of(date: Date) -> i64 {
    date.duration_since(EPOCH).as_secs() * SECOND
}

#[cfg(test)]
mod tests {
    use jiff::civil::DateTime;
    use proptest::prelude::*;

    use super::*;
    use DateFormat::{Compact, DayFirst, DayFirstCompact, MonthFirst, Serial, ShortCompact, Unix, YearFirst};

    /// The moment that an ISO text names.
    fn at(iso: &str) -> i64 {
        let written: DateTime = iso.parse().unwrap();
        written.duration_since(EPOCH.at(0, 0, 0, 0)).as_millis() as i64
    }

    fn read(text: &str, format: DateFormat) -> Option<Moment> {
        parse_moment(text, format, None)
    }

    #[test]
    fn the_wall_clock_is_read() {
        for (text, format, iso) in [
            ("12/03/2025 14:03:25", DayFirst, "2025-03-12T14:03:25"),
            ("12/03/2025 14:03:25", MonthFirst, "2025-12-03T14:03:25"),
            ("12.03.2025 14:03", DayFirst, "2025-03-12T14:03:00"),
            ("12-3-2025  9h05", DayFirst, "2025-03-12T09:05:00"),
            ("12/03/25 14:03", DayFirst, "2025-03-12T14:03:00"),
            ("25/03/12 14:03", YearFirst, "2025-03-12T14:03:00"),
            ("3/12/2025 2:03:25 PM", MonthFirst, "2025-03-12T14:03:25"),
            ("3/12/2025 2:03:25\u{202f}p.m.", MonthFirst, "2025-03-12T14:03:25"),
            ("3/12/2025 12:00 AM", MonthFirst, "2025-03-12T00:00:00"),
            ("2025-03-12T14:03:25", DayFirst, "2025-03-12T14:03:25"),
            ("2025-03-12 14:03:25.123456", DayFirst, "2025-03-12T14:03:25.123"),
            ("2025-03-12 24:00", DayFirst, "2025-03-13T00:00:00"),
            ("mercredi 12 mars 2025 à 14h03", DayFirst, "2025-03-12T14:03:00"),
            ("12 mars 2025 14 h 03 min 25 s", DayFirst, "2025-03-12T14:03:25"),
            ("March 12, 2025 2:03 PM", MonthFirst, "2025-03-12T14:03:00"),
            ("12MAR2025:14:03:25", DayFirst, "2025-03-12T14:03:25"),
            ("20250312140325", Compact, "2025-03-12T14:03:25"),
            ("202503121403", Compact, "2025-03-12T14:03:00"),
            ("20250312140325.0", Compact, "2025-03-12T14:03:25"),
            ("45658.58", Serial, "2025-01-01T13:55:12"),
            ("45658,5833333333", Serial, "2025-01-01T14:00:00"),
        ] {
            let expected = Moment { written: at(iso), offset: None, timed: true };
            assert_eq!(read(text, format), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_clock_that_is_named_is_told() {
        for (text, format, iso, hours) in [
            ("2025-03-12T14:03:25Z", DayFirst, "2025-03-12T14:03:25", 0),
            ("2025-03-12T14:03:25.5+02:00", DayFirst, "2025-03-12T14:03:25.5", 2),
            ("2025-03-12 14:03:25+02", DayFirst, "2025-03-12T14:03:25", 2),
            ("2025-03-12 14:03 -0500", DayFirst, "2025-03-12T14:03:00", -5),
            ("2025-03-12T14:03:25+01:00[Europe/Paris]", DayFirst, "2025-03-12T14:03:25", 1),
            ("2025-03-12 14:03:25 UTC", DayFirst, "2025-03-12T14:03:25", 0),
            ("12/03/2025 14:03 CET", DayFirst, "2025-03-12T14:03:00", 1),
            ("Wed Mar 12 2025 14:03:00 GMT+0100 (heure normale)", DayFirst, "2025-03-12T14:03:00", 1),
            ("Wed Mar 12 14:03:00 CEST 2025", DayFirst, "2025-03-12T14:03:00", 2),
            ("12 mars 2025 à 14:03:12 UTC+2", DayFirst, "2025-03-12T14:03:12", 2),
            ("20250312T140325Z", DayFirst, "2025-03-12T14:03:25", 0),
            ("1741788205", Unix, "2025-03-12T14:03:25", 0),
            ("1741788205123", Unix, "2025-03-12T14:03:25.123", 0),
        ] {
            let expected = Moment { written: at(iso), offset: Some(hours * HOUR), timed: true };
            assert_eq!(read(text, format), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_date_alone_is_a_day() {
        for (text, format, iso) in [
            ("12/03/2025", DayFirst, "2025-03-12T00:00:00"),
            ("2025-03-12", DayFirst, "2025-03-12T00:00:00"),
            ("2025-03-12+02:00", DayFirst, "2025-03-12T00:00:00"),
            ("12 mars 2025", DayFirst, "2025-03-12T00:00:00"),
            ("990201", ShortCompact, "1999-02-01T00:00:00"),
            ("12032025", DayFirstCompact, "2025-03-12T00:00:00"),
            ("45658", Serial, "2025-01-01T00:00:00"),
        ] {
            let expected = Moment { written: at(iso), offset: None, timed: false };
            assert_eq!(read(text, format), Some(expected), "{text}");
        }
    }

    #[test]
    fn the_time_may_have_its_own_column() {
        for (day, format, time, iso) in [
            ("990201", ShortCompact, "7:02:47", "1999-02-01T07:02:47"),
            ("2025-03-12", DayFirst, "14h03", "2025-03-12T14:03:00"),
            ("2025-03-12T00:00:00", DayFirst, "0.5", "2025-03-12T12:00:00"),
            ("12/03/2025 00:00", DayFirst, "1899-12-30T14:03:25", "2025-03-12T14:03:25"),
            ("2025-03-12", DayFirst, "30/12/1899 14:03:25", "2025-03-12T14:03:25"),
        ] {
            let expected = Moment { written: at(iso), offset: None, timed: true };
            assert_eq!(parse_moment(day, format, Some(time)), Some(expected), "{day} {time}");
        }
        for time in ["", "jamais", "25:00", "7"] {
            assert_eq!(parse_moment("2025-03-12", DayFirst, Some(time)), None, "{time}");
        }
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for (text, format) in [
            ("", DayFirst),
            ("14:03:25", DayFirst),
            ("31/02/2025 14:03", DayFirst),
            ("12/03/2025 25:03", DayFirst),
            ("12/03/2025 14:03 client mécontent", DayFirst),
            ("12/13/2025 14:03", DayFirst),
            ("2025-03-12T14:03:25", Compact),
            ("12/03/2025", Serial),
            ("456", Serial),
            ("17417882051", Unix),
            ("1850-03-12", DayFirst),
        ] {
            assert_eq!(read(text, format), None, "{text}");
        }
    }

    #[test]
    fn an_instant_is_turned_to_the_clock_of_the_zone() {
        let paris = time_zone("Europe/Paris").unwrap();
        for (text, iso) in [
            ("2025-01-15T12:00:00Z", "2025-01-15T13:00:00"),
            ("2025-07-15T12:00:00Z", "2025-07-15T14:00:00"),
            ("2025-03-30T00:59:59Z", "2025-03-30T01:59:59"),
            ("2025-03-30T01:00:00Z", "2025-03-30T03:00:00"),
            ("2025-07-15T12:00:00-05:00", "2025-07-15T19:00:00"),
            ("2025-07-15T12:00:00", "2025-07-15T12:00:00"),
        ] {
            assert_eq!(read(text, DayFirst).unwrap().civil(&paris), at(iso), "{text}");
        }
        assert_eq!(time_zone("Europe/Lutece"), None);
    }

    proptest! {
        #[test]
        fn a_moment_is_read_as_it_was_written(ms in 0i64..3_100_000_000_000) {
            let written = EPOCH.at(0, 0, 0, 0) + jiff::SignedDuration::from_millis(ms);
            let (y, m, d) = (written.year(), written.month(), written.day());
            let (h, min, s, rest) =
                (written.hour(), written.minute(), written.second(), written.millisecond());
            let clock = format!("{h}:{min:02}:{s:02}.{rest:03}");
            let exact = Some(Moment { written: ms, offset: None, timed: true });
            for (format, text) in [
                (DayFirst, format!("{d}/{m}/{y} {clock}")),
                (MonthFirst, format!("{m}/{d}/{y} {clock}")),
                (DayFirst, format!("{y}-{m:02}-{d:02}T{clock}")),
                (DayFirst, format!("le {d}/{m}/{y} à {clock}")),
            ] {
                prop_assert_eq!(read(&text, format), exact, "{}", text);
            }
            let day = format!("{y}{m:02}{d:02}");
            prop_assert_eq!(parse_moment(&day, Compact, Some(&clock)), exact);
        }

        /// A moment is on the day that its column's format reads, and only a date is a moment.
        #[test]
        fn the_day_is_the_date(text in "\\PC{0,30}", near in "[0-9]{1,4}[-/. ]{1}[0-9]{1,2}[-/. ]{1}[0-9]{1,4}[T à]{0,3}[0-9]{0,2}[:h]{0,1}[0-9]{0,2}\\PC{0,8}") {
            for text in [text, near] {
                for format in DateFormat::TEXT.into_iter().chain(DateFormat::DIGITS) {
                    let found = read(&text, format);
                    let day = format.read(&text).map(midnight_of);
                    if let (Some(moment), Some(day)) = (found, day) {
                        prop_assert!((0..=DAY).contains(&(moment.written - day)), "{} {:?}", text, format);
                    }
                    prop_assert!(found.is_none() || day.is_some(), "{} {:?}", text, format);
                }
            }
        }
    }
}
