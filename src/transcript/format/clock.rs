//! Times as transcripts write them, in whole milliseconds.

/// Longer than any recording: a thousand hours.
const LONGEST: u64 = 1000 * 3600 * 1000;

/// `[hours:]minutes:seconds[.fraction]`, with a point or a comma; none when it is no such time. Hours have any
/// number of digits; minutes pass 59 only where no hours stand before them.
pub(super) fn clock(text: &str) -> Option<u64> {
    let (whole, fraction) = match text.find(['.', ',']) {
        Some(at) => (&text[..at], &text[at + 1..]),
        None => (text, ""),
    };
    if whole.len() < text.len() && fraction.is_empty() {
        return None;
    }
    let mut parts = whole.split(':').rev();
    let (seconds, minutes) = (whole_number(parts.next()?)?, whole_number(parts.next()?)?);
    let hours = parts.next();
    if parts.next().is_some() || seconds > 59 || (hours.is_some() && minutes > 59) {
        return None;
    }
    let hours = hours.map_or(Some(0), whole_number)?;
    let time = ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths(fraction)?;
    (time <= LONGEST).then_some(time)
}

/// Seconds with a decimal point or comma: `12.5`; none when it is no such number, negative, or beyond any recording.
pub(super) fn seconds(text: &str) -> Option<u64> {
    scaled(text, 3)
}

/// Milliseconds; a fraction of one is left out.
pub(super) fn milliseconds(text: &str) -> Option<u64> {
    scaled(text, 0)
}

fn scaled(text: &str, digits: i32) -> Option<u64> {
    let text = text.trim().replace(',', ".");
    let plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'e' | b'E' | b'-' | b'+'));
    let value: f64 = text.parse().ok().filter(|_| plain)?;
    let time = (value * 10f64.powi(digits)).round();
    (value >= 0.0 && time <= LONGEST as f64).then_some(time as u64)
}

/// `start --> end`, and what follows the end.
pub(super) fn timing(line: &str) -> Option<(u64, u64, &str)> {
    let (start, rest) = line.split_once("-->")?;
    let rest = rest.trim_start();
    let (end, rest) = rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len()));
    Some((clock(start.trim())?, clock(end)?, rest))
}

/// Whether a line is meant as a timing, right or wrong: it holds the arrow.
pub(super) fn is_timing(line: &str) -> bool {
    line.contains("-->")
}

fn whole_number(text: &str) -> Option<u64> {
    let number = (1..=6).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if number { text.parse().ok() } else { None }
}

/// `5` is 500, `05` 50, `0051` 5.
fn thousandths(fraction: &str) -> Option<u64> {
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let digits = fraction.bytes().chain(std::iter::repeat(b'0')).take(3);
    Some(digits.fold(0, |value, digit| value * 10 + u64::from(digit - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_every_tool_are_read() {
        let cases = [
            ("00:00:03,000", 3000),
            ("00:01", 1000),
            ("75:10.5", 4_510_500),
            ("1:02:03.45", 3_723_450),
            ("123:00:00.000", 442_800_000),
            ("00:00:01.2345678", 1234),
        ];
        for (text, time) in cases {
            assert_eq!(clock(text), Some(time), "{text}");
        }
        for text in [
            "",
            "12",
            "00:61",
            "01:60:00",
            "00:00:01.",
            "00:00:0a",
            "-1:00",
            "00:00:00:01",
            "1:٣",
            "9999:00:00",
        ] {
            assert_eq!(clock(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_are_seconds_or_milliseconds() {
        assert_eq!(seconds("12,5"), Some(12_500));
        assert_eq!(seconds(" 0.0004 "), Some(0));
        assert_eq!(milliseconds("1250"), Some(1250));
        for text in ["", "-1", "inf", "NaN", "1e99", "12 s"] {
            assert_eq!(seconds(text), None, "{text}");
        }
    }

    #[test]
    fn a_timing_may_have_settings() {
        assert_eq!(timing("00:01.000 --> 00:02.000 align:start"), Some((1000, 2000, " align:start")));
        assert_eq!(timing("00:01.000-->00:02"), Some((1000, 2000, "")));
        assert_eq!(timing("00:01.000 --> "), None);
    }
}
