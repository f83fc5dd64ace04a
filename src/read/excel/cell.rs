//! A cell as the text that a person reads in the spreadsheet.

use std::fmt::Write;

use calamine::{DataType, ExcelDateTime};

/// Days that Excel can show: up to 31 December 9999.
const DAYS: std::ops::Range<f64> = 0.0..2_958_466.0;

/// Appends a cell of a workbook; nothing for an empty one. Booleans are `true` and `false`, errors what the
/// cell shows, a percentage the share that it holds.
pub(super) fn push(cell: &impl DataType, out: &mut String) {
    if let Some(text) = cell.get_string() {
        out.push_str(text);
    } else if let Some(x) = cell.get_float() {
        number(x, out);
    } else if let Some(n) = cell.get_int() {
        // Writing to a string cannot fail.
        let _ = write!(out, "{n}");
    } else if let Some(moment) = cell.get_datetime() {
        serial(&moment, out);
    } else if let Some(text) = cell.get_datetime_iso() {
        date(text, out);
    } else if let Some(text) = cell.get_duration_iso() {
        duration(text, out);
    } else if let Some(yes) = cell.get_bool() {
        out.push_str(if yes { "true" } else { "false" });
    } else if let Some(error) = cell.get_error() {
        let _ = write!(out, "{error}");
    }
}

/// Appends a number with the 15 significant digits that spreadsheets show, so that 0.1 + 0.2 is 0.3.
pub(super) fn number(x: f64, out: &mut String) {
    if !x.is_finite() {
        return;
    }
    if x.trunc() == x && x.abs() < 1e15 {
        let _ = write!(out, "{}", x as i64);
        return;
    }
    let shortest = format!("{x:e}");
    let digits = shortest.bytes().take_while(|b| *b != b'e').filter(u8::is_ascii_digit).count();
    let x = if digits > 15 { format!("{x:.14e}").parse().unwrap_or(x) } else { x };
    let _ = if (1e-7..1e21).contains(&x.abs()) { write!(out, "{x}") } else { write!(out, "{x:e}") };
}

/// Appends a date, a time of day or a duration that is stored as a number of days.
fn serial(moment: &ExcelDateTime, out: &mut String) {
    let days = moment.as_f64();
    if moment.is_duration() {
        return hours(days * 86_400.0, out);
    }
    if !DAYS.contains(&days) {
        return number(days, out);
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    let _ = match (days < 1.0, time == "00:00:00") {
        (true, _) => write!(out, "{time}"),
        (false, true) => write!(out, "{year:04}-{month:02}-{day:02}"),
        (false, false) => write!(out, "{year:04}-{month:02}-{day:02}T{time}"),
    };
}

/// Appends an ISO 8601 date without its fractions of a second, nor a midnight that nobody typed.
pub(super) fn date(iso: &str, out: &mut String) {
    let whole = match iso.split_once('.') {
        Some((whole, fraction)) if fraction.bytes().all(|b| b.is_ascii_digit()) => whole,
        _ => iso,
    };
    out.push_str(whole.strip_suffix("T00:00:00").unwrap_or(whole));
}

/// Appends an ISO 8601 duration (`PT36H15M00S`) as `36:15:00`; as it is when it cannot be read.
pub(super) fn duration(iso: &str, out: &mut String) {
    match seconds(iso) {
        Some(total) => hours(total, out),
        None => out.push_str(iso),
    }
}

fn seconds(iso: &str) -> Option<f64> {
    let (negative, rest) = iso.strip_prefix('-').map_or((false, iso), |rest| (true, rest));
    let mut rest = rest.strip_prefix("PT")?;
    let mut total = 0.0;
    for (unit, size) in [('H', 3600.0), ('M', 60.0), ('S', 1.0)] {
        if let Some((value, after)) = rest.split_once(unit) {
            total += value.parse::<f64>().ok()? * size;
            rest = after;
        }
    }
    rest.is_empty().then_some(if negative { -total } else { total })
}

/// Appends seconds as hours, which may pass 24, minutes and seconds.
fn hours(seconds: f64, out: &mut String) {
    let total = seconds.abs().round() as u64;
    let sign = if seconds < 0.0 && total > 0 { "-" } else { "" };
    let _ = write!(out, "{sign}{:02}:{:02}:{:02}", total / 3600, total / 60 % 60, total % 60);
}

#[cfg(test)]
mod tests {
    use calamine::{CellErrorType, Data, ExcelDateTimeType};
    use proptest::prelude::*;

    use super::*;

    fn text(cell: &Data) -> String {
        let mut out = String::new();
        push(cell, &mut out);
        out
    }

    fn moment(days: f64, kind: ExcelDateTimeType, is_1904: bool) -> String {
        text(&Data::DateTime(ExcelDateTime::new(days, kind, is_1904)))
    }

    #[test]
    fn numbers_are_what_the_spreadsheet_shows() {
        for (x, shown) in [
            (5.0, "5"),
            (-0.0, "0"),
            (3.5, "3.5"),
            (0.1 + 0.2, "0.3"),
            (1.1 * 3.0, "3.3"),
            (2.999_999_999_999_999_6, "3"),
            (0.85, "0.85"),
            (33_612_345_678.0, "33612345678"),
            (12_345_678_901_234_567_890.0, "12345678901234600000"),
            (1e300, "1e300"),
            (1.5e-9, "1.5e-9"),
            (f64::NAN, ""),
        ] {
            assert_eq!(text(&Data::Float(x)), shown);
        }
    }

    #[test]
    fn moments_are_iso_and_durations_pass_24_hours() {
        use ExcelDateTimeType::{DateTime, TimeDelta};
        assert_eq!(moment(45_730.0, DateTime, false), "2025-03-14");
        assert_eq!(moment(45_730.0 - 1462.0, DateTime, true), "2025-03-14");
        assert_eq!(moment(45_730.0 + 10.0 / 24.0, DateTime, false), "2025-03-14T10:00:00");
        assert_eq!(moment(45_729.999_999_999_9, DateTime, false), "2025-03-14");
        assert_eq!(moment(10.0 / 24.0, DateTime, false), "10:00:00");
        assert_eq!(moment(36.25 / 24.0, TimeDelta, false), "36:15:00");
        assert_eq!(moment(-0.5 / 24.0, TimeDelta, false), "-00:30:00");
        assert_eq!(moment(-3.0, DateTime, false), "-3");
        assert_eq!(text(&Data::DateTimeIso("2025-03-14T00:00:00.000".into())), "2025-03-14");
        assert_eq!(text(&Data::DurationIso("PT36H15M00.000S".into())), "36:15:00");
        assert_eq!(text(&Data::DurationIso("P1D".into())), "P1D");
        assert_eq!(text(&Data::Error(CellErrorType::NA)), "#N/A");
        assert_eq!(text(&Data::Bool(true)), "true");
    }

    proptest! {
        #[test]
        fn a_number_keeps_fifteen_digits(x in proptest::num::f64::NORMAL) {
            let read: f64 = text(&Data::Float(x)).parse().unwrap();
            prop_assert!((read - x).abs() <= x.abs() * 1e-14);
        }
    }
}
