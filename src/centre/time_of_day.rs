//! Times of day from text, and the clock that they are told by.

use super::scan::{Scan, decimal_to_ms};
use super::unit::{DAY, HOUR, MINUTE, SECOND};

/// Milliseconds from midnight to a time of day: `7:02:47`, `14:03`, `14h03`, `14 h`, `2:03 PM`, `140325`, `1403`, or
/// the fraction of a day that a spreadsheet stores (`0.585`). `24:00` is the end of the day. None for anything
/// else.
///
/// ```
/// use barometre::centre::parse_time;
/// assert_eq!(parse_time("14h03"), parse_time("2:03 PM"));
/// assert_eq!(parse_time("0,5"), Some(12 * 3_600_000));
/// assert_eq!(parse_time("25:00"), None);
/// ```
pub fn parse_time(text: &str) -> Option<i64> {
    let mut scan = Scan::new(text.trim());
    scan.takes(b"T");
    let start = scan;
    if let Some(ms) = clock(&mut scan).filter(|_| scan.is_done()) {
        return Some(ms);
    }
    scan = start;
    if let Some(ms) = compact(&mut scan).filter(|_| scan.is_done()) {
        return Some(ms);
    }
    scan = start;
    let (value, decimals) = scan.number()?;
    let ms = decimal_to_ms((value, decimals), DAY)?;
    (scan.is_done() && decimals > 0 && ms < DAY).then_some(ms)
}

/// `14:03:25.5`, `14h03`, `14 h 03 min 25 s`, `2:03 PM`, `2 pm`.
pub(super) fn clock(scan: &mut Scan<'_>) -> Option<i64> {
    let (hour, _) = scan.digits(2)?;
    let mut rest = 0;
    let mut marked = false;
    if scan.takes(b":") {
        rest = two(scan, 60)? * MINUTE;
        if scan.takes(b":") {
            // A leap second is the next minute's first.
            rest += two(scan, 61)? * SECOND + scan.fraction(SECOND)?.min(SECOND - 1);
        }
        marked = true;
    } else {
        let bare = *scan;
        scan.spaces();
        if scan.takes(b"h") {
            rest = spoken(scan);
            marked = true;
        } else {
            *scan = bare;
        }
    }
    let before = *scan;
    scan.spaces();
    let half = [(b'a', 0), (b'p', 12)].into_iter().find(|(letter, _)| scan.takes(&[*letter]));
    let half = half.filter(|_| {
        scan.takes(b".");
        let ends = scan.takes(b"m");
        scan.takes(b".");
        ends
    });
    let hour = match half {
        Some((_, noon)) if (1..=12).contains(&hour) => hour % 12 + noon,
        None if marked => {
            *scan = before;
            hour
        }
        _ => return None,
    };
    (hour < 24 || (hour == 24 && rest == 0)).then_some(hour * HOUR + rest)
}

/// The minutes and seconds after `14h`, if any: `03`, ` 03 min 25 s`.
fn spoken(scan: &mut Scan<'_>) -> i64 {
    let mut rest = 0;
    for (size, names) in [(MINUTE, [&b"min"[..], b"mn", b"m"]), (SECOND, [b"sec", b"s", b""])] {
        let before = *scan;
        scan.spaces();
        let Some(value) = two(scan, 60) else {
            *scan = before;
            break;
        };
        rest += value * size;
        let bare = *scan;
        scan.spaces();
        if !names.iter().any(|name| scan.takes(name)) {
            *scan = bare;
        }
    }
    rest
}

/// A number of two digits at most, under `limit`.
fn two(scan: &mut Scan<'_>, limit: i64) -> Option<i64> {
    scan.digits(2).map(|(value, _)| value).filter(|value| *value < limit)
}

/// `140325`, `1403`.
pub(super) fn compact(scan: &mut Scan<'_>) -> Option<i64> {
    let (value, digits) = scan.digits(6)?;
    let (hour, minute, second) = match digits {
        6 => (value / 10_000, value / 100 % 100, value % 100),
        4 => (value / 100, value % 100, 0),
        _ => return None,
    };
    (hour < 24 && minute < 60 && second < 61).then_some(hour * HOUR + minute * MINUTE + second * SECOND)
}

/// Clocks by their names, and their hours ahead of UTC.
const CLOCKS: [(&[u8], i64); 18] = [
    (b"UTC", 0),
    (b"GMT", 0),
    (b"Z", 0),
    (b"WEST", 1),
    (b"WET", 0),
    (b"CEST", 2),
    (b"CET", 1),
    (b"EEST", 3),
    (b"EET", 2),
    (b"BST", 1),
    (b"EST", -5),
    (b"EDT", -4),
    (b"CST", -6),
    (b"CDT", -5),
    (b"MST", -7),
    (b"MDT", -6),
    (b"PST", -8),
    (b"PDT", -7),
];

/// What says the clock of the time before it: `Z`, `UTC`, `+02:00`, `GMT+0200`, `CEST`.
pub(super) fn offset(scan: &mut Scan<'_>) -> Option<i64> {
    scan.spaces();
    let named = CLOCKS.iter().find(|(name, _)| scan.takes(name)).map(|(_, hours)| hours * HOUR);
    let before = *scan;
    scan.spaces();
    if scan.rest().starts_with(['+', '-', '\u{2212}'])
        && let Some(ms) = signed(scan)
    {
        return Some(ms);
    }
    *scan = before;
    named
}

/// `+02:00`, `-0330`, `+2`.
fn signed(scan: &mut Scan<'_>) -> Option<i64> {
    let negative = scan.sign();
    let (value, digits) = scan.digits(4)?;
    let (hours, minutes) = match digits {
        1 | 2 if scan.takes(b":") => (value, two(scan, 60)?),
        1 | 2 => (value, 0),
        4 => (value / 100, value % 100),
        _ => return None,
    };
    let ms = hours * HOUR + minutes * MINUTE;
    (hours < 16 && minutes < 60).then_some(if negative { -ms } else { ms })
}

/// Whether nothing follows but a remark: `(heure d’été d’Europe centrale)`, `[Europe/Paris]`.
pub(super) fn ends(mut scan: Scan<'_>) -> bool {
    scan.spaces();
    scan.rest().starts_with(['(', '[']) || scan.rest().chars().all(|c| " .,;".contains(c))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn times_of_day_are_read_or_refused() {
        for (text, ms) in [
            ("7:02:47", 7 * HOUR + 2 * MINUTE + 47 * SECOND),
            ("T07:02", 7 * HOUR + 2 * MINUTE),
            ("14h03", 14 * HOUR + 3 * MINUTE),
            ("14 H", 14 * HOUR),
            ("2 pm", 14 * HOUR),
            ("12:30 am", 30 * MINUTE),
            ("140325", 14 * HOUR + 3 * MINUTE + 25 * SECOND),
            ("0703", 7 * HOUR + 3 * MINUTE),
            ("0.25", 6 * HOUR),
            ("24:00", DAY),
            ("14:03:25,5", 14 * HOUR + 3 * MINUTE + 25 * SECOND + 500),
        ] {
            assert_eq!(parse_time(text), Some(ms), "{text}");
        }
        for text in [
            "",
            "7",
            "24:01",
            "14:60",
            "14h60",
            "14:03:61",
            "13 pm",
            "0 am",
            "1.5",
            "14:03 soir",
            "2563",
            "14:",
        ] {
            assert_eq!(parse_time(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_time_is_within_the_day(text in "\\PC{0,20}", near in "[0-9]{1,6}[:hH., ]{0,2}[0-9]{0,2}[:m ]{0,2}[0-9]{0,2}[ ap.m]{0,3}") {
            for text in [text, near] {
                prop_assert!(parse_time(&text).is_none_or(|ms| (0..=DAY).contains(&ms)), "{}", text);
            }
        }
    }
}
