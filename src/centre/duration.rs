//! Durations from text: seconds, clock faces, words, ISO 8601, fractions of a day.

use serde::{Deserialize, Serialize};

use super::scan::{Scan, decimal_to_ms};
use super::unit::{DAY, HOUR, MINUTE, SECOND};

/// What the plain numbers of a column of durations count, and what a clock face of two parts is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub enum DurationUnit {
    /// Milliseconds.
    #[serde(rename = "ms")]
    Milliseconds,
    /// Seconds, unless something else is said; `2:05` is two minutes and five seconds.
    #[default]
    #[serde(rename = "s")]
    Seconds,
    /// Minutes.
    #[serde(rename = "min")]
    Minutes,
    /// Hours.
    #[serde(rename = "h")]
    Hours,
    /// Days, as spreadsheets count them: 0.5 is twelve hours.
    #[serde(rename = "day")]
    Days,
    /// Hours; and `2:05` is two hours and five minutes.
    #[serde(rename = "h:mm")]
    HoursMinutes,
}

impl DurationUnit {
    /// Milliseconds of one.
    pub const fn ms(self) -> i64 {
        match self {
            Self::Milliseconds => 1,
            Self::Seconds => SECOND,
            Self::Minutes => MINUTE,
            Self::Hours | Self::HoursMinutes => HOUR,
            Self::Days => DAY,
        }
    }

    /// The duration that a cell holds, in milliseconds; negative where it is written so, none where it is no
    /// duration.
    ///
    /// The unit is that of plain numbers (`45`, `45,5`, `1.5e-5`, `1 234`) and tells `mm:ss` from `h:mm`. Other
    /// forms say theirs: `1:02:03`, `1:00:02:03` (a day), `1 h 02 min 03 s`, `2 min 05`, `1h05`, `2'05''`, `90 s`,
    /// `120 ms`, `1 jour`, `PT2M23S`.
    ///
    /// ```
    /// use barometre::centre::DurationUnit;
    /// assert_eq!(DurationUnit::Seconds.read("2:05"), Some(125_000));
    /// assert_eq!(DurationUnit::HoursMinutes.read("2:05"), Some(7_500_000));
    /// assert_eq!(DurationUnit::Days.read("0.00165509259259259"), Some(143_000));
    /// ```
    pub fn read(self, text: &str) -> Option<i64> {
        let bytes = text.as_bytes();
        if (1..=12).contains(&bytes.len()) && bytes.iter().all(u8::is_ascii_digit) {
            let whole = bytes.iter().fold(0, |n, digit| n * 10 + i64::from(digit - b'0'));
            return whole.checked_mul(self.ms()).filter(|ms| *ms <= LONGEST);
        }
        let mut scan = Scan::new(text.trim());
        let negative = scan.sign();
        let ms = self.unsigned(scan).filter(|ms| *ms <= LONGEST)?;
        Some(if negative { -ms } else { ms })
    }

    fn unsigned(self, mut scan: Scan<'_>) -> Option<i64> {
        if scan.takes(b"P") {
            return iso(scan);
        }
        let start = scan;
        if let Some(number) = scan.number()
            && scan.is_done()
        {
            return decimal_to_ms(number, self.ms());
        }
        // `:45` is what some switches write under a minute.
        let first = start.peek();
        if first == Some(b':') || (start.digits_end_with(b':')) {
            return self.clock(start);
        }
        worded(start).or_else(|| scientific(start.rest(), self.ms()))
    }

    /// `mm:ss`, `h:mm:ss`, `d:hh:mm:ss`, the last part with decimals.
    fn clock(self, mut scan: Scan<'_>) -> Option<i64> {
        let mut parts = [0i64; 4];
        let mut count = 0;
        if scan.peek() == Some(b':') {
            count = 1;
        }
        loop {
            if count > 0 && !scan.takes(b":") {
                break;
            }
            let slot = parts.get_mut(count)?;
            let (value, digits) = scan.digits(9)?;
            if count > 0 && digits > 2 {
                return None;
            }
            *slot = value;
            count += 1;
        }
        let fraction = scan.fraction(SECOND)?;
        if !scan.is_done() {
            return None;
        }
        let [a, b, c, d] = parts;
        // What stands before the minutes and seconds of a clock may be any number.
        let (hours, minutes, seconds, usual) = match (count, self) {
            // 2:05,5 has decimals: of seconds, whatever the column counts.
            (2, Self::HoursMinutes) if fraction == 0 => (a, b, 0, b < 60),
            (2, _) => (0, a, b, b < 60),
            (3, _) => (a, b, c, b < 60 && c < 60),
            (4, _) => (a * 24 + b, c, d, b < 24 && c < 60 && d < 60),
            _ => return None,
        };
        usual.then_some(hours * HOUR + minutes * MINUTE + seconds * SECOND + fraction)
    }
}

/// Ten thousand years; a longer duration is a slip.
const LONGEST: i64 = 10_000 * 366 * DAY;

/// A duration in seconds unless its text says another unit: [`DurationUnit::read`] of seconds.
///
/// ```
/// use barometre::centre::parse_duration;
/// assert_eq!(parse_duration("45,5"), Some(45_500));
/// assert_eq!(parse_duration("1 h 02 min 03 s"), Some(3_723_000));
/// assert_eq!(parse_duration("-0:12"), Some(-12_000));
/// assert_eq!(parse_duration("jamais"), None);
/// ```
pub fn parse_duration(text: &str) -> Option<i64> {
    DurationUnit::Seconds.read(text)
}

/// Units by their words, longest time first.
const UNITS: [(i64, &[&str]); 5] = [
    (DAY, &["j", "jr", "jrs", "jour", "jours", "d", "day", "days"]),
    (HOUR, &["h", "hr", "hrs", "heure", "heures", "hour", "hours"]),
    (MINUTE, &["min", "mn", "m", "mins", "minute", "minutes", "'", "’", "′"]),
    (SECOND, &["s", "sec", "secs", "seconde", "secondes", "second", "seconds", "\"", "''", "’’", "″"]),
    (1, &["ms", "milliseconde", "millisecondes", "millisecond", "milliseconds"]),
];

/// `1 h 02 min 03 s`, `2 min 05`, `1h05`, `90 s`.
fn worded(mut scan: Scan<'_>) -> Option<i64> {
    let (mut total, mut above): (i64, Option<usize>) = (0, None);
    loop {
        scan.spaces();
        if scan.is_done() {
            return above.map(|_| total);
        }
        let number = scan.number()?;
        scan.spaces();
        let word = scan.word();
        let rank = match (word, above) {
            // A number without a unit counts the next smaller one: 2 min 05, 1h05.
            ("", Some(above)) => (above + 1).min(UNITS.len()),
            ("", None) => return None,
            (word, _) => {
                UNITS.iter().position(|(_, words)| words.iter().any(|w| w.eq_ignore_ascii_case(word)))?
            }
        };
        if above.is_some_and(|above| rank <= above) {
            return None;
        }
        let ms = decimal_to_ms(number, UNITS.get(rank)?.0)?;
        // 1h75 is no time.
        if above.is_some() && ms >= UNITS[rank - 1].0 {
            return None;
        }
        total = total.checked_add(ms)?;
        above = Some(rank);
        scan.spaces();
        let after = scan;
        if !matches!(scan.word(), "," | "et" | "and") {
            scan = after;
        }
    }
}

/// What follows the P of an ISO 8601 duration: `1DT2H3M4.5S`. Months and years have no length.
fn iso(mut scan: Scan<'_>) -> Option<i64> {
    let (mut total, mut time, mut any, mut next) = (0i64, false, false, 0);
    while !scan.is_done() {
        if !time && scan.takes(b"T") {
            (time, any) = (true, false);
            continue;
        }
        let number = scan.number()?;
        let units: [(&[u8], i64, usize); 4] =
            [(b"D", DAY, 1), (b"H", HOUR, 2), (b"M", MINUTE, 3), (b"S", SECOND, 4)];
        let &(_, size, rank) = units.iter().find(|(letter, ..)| scan.takes(letter))?;
        if rank <= next || (rank > 1) != time {
            return None;
        }
        total = total.checked_add(decimal_to_ms(number, size)?)?;
        (any, next) = (true, rank);
    }
    any.then_some(total)
}

/// `1.15e-5`, as spreadsheets write small fractions of a day.
fn scientific(text: &str, unit_ms: i64) -> Option<i64> {
    let value: f64 = text
        .bytes()
        .all(|b| b.is_ascii_digit() || b".,eE+-".contains(&b))
        .then(|| text.replace(',', "."))?
        .parse()
        .ok()?;
    let ms = (value * unit_ms as f64).round();
    (ms.abs() <= LONGEST as f64).then_some(ms as i64)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_form_is_read() {
        for (text, ms) in [
            ("45", 45_000),
            ("0", 0),
            (" 45 ", 45_000),
            ("45,5", 45_500),
            ("45.0005", 45_001),
            ("45.", 45_000),
            (",5", 500),
            ("-12", -12_000),
            ("\u{2212}12", -12_000),
            ("1 234,5", 1_234_500),
            ("1\u{202f}234", 1_234_000),
            ("1.5e-5", 0),
            ("1.5E2", 150_000),
            ("2:05", 125_000),
            ("125:30", 7_530_000),
            (":45", 45_000),
            ("0:12,5", 12_500),
            ("-0:12", -12_000),
            ("00:02:23", 143_000),
            ("36:15:00", 130_500_000),
            ("-00:30:00", -1_800_000),
            ("1:00:02:03", 86_523_000),
            ("1 h 02 min 03 s", 3_723_000),
            ("1\u{a0}h\u{a0}02\u{a0}min", 3_720_000),
            ("1h02m03s", 3_723_000),
            ("2 min 05", 125_000),
            ("1h05", 3_900_000),
            ("2'05''", 125_000),
            ("2’05", 125_000),
            ("2′05″", 125_000),
            ("90 s", 90_000),
            ("90,5s", 90_500),
            ("120 ms", 120),
            ("1 jour 2 h", 93_600_000),
            ("2 minutes et 5 secondes", 125_000),
            ("2 Minutes, 5 Seconds", 125_000),
            ("3 MN", 180_000),
            ("PT2M23S", 143_000),
            ("PT2M23.5S", 143_500),
            ("P1DT2H", 93_600_000),
            ("-PT5S", -5_000),
        ] {
            assert_eq!(parse_duration(text), Some(ms), "{text}");
        }
    }

    #[test]
    fn what_is_no_duration_is_refused() {
        for text in [
            "",
            " ",
            "-",
            ":",
            "jamais",
            "NULL",
            "1:75",
            "1:60:00",
            "1:2:3:4:5",
            "1:25:00:00",
            "12:",
            "1:005",
            "1h75",
            "5 min 2 h",
            "5 min 3 min",
            "h",
            "min 5",
            "5 pommes",
            "PT",
            "P",
            "P1M",
            "PT1S1M",
            "PT1H2",
            "1,2,3",
            "1 23",
            "999999999999999999999",
            "1e300",
            "NaN",
            "inf",
            "2:05 PM",
            "é",
            "5é",
            "12 34 567",
        ] {
            assert_eq!(parse_duration(text), None, "{text}");
        }
    }

    #[test]
    fn the_unit_is_that_of_plain_numbers() {
        use DurationUnit::{Days, Hours, HoursMinutes, Milliseconds, Minutes, Seconds};
        for (unit, text, ms) in [
            (Milliseconds, "1500", 1500),
            (Milliseconds, "1500.4", 1500),
            (Minutes, "1,5", 90_000),
            (Hours, "0.25", 900_000),
            (Days, "0.5", 43_200_000),
            (Days, "1.15740740740741e-5", 1000),
            (Days, "00:02:23", 143_000),
            (HoursMinutes, "7:30", 27_000_000),
            (HoursMinutes, "7:30:10", 27_010_000),
            (HoursMinutes, "7:30,5", 450_500),
            (HoursMinutes, "7", 25_200_000),
            (Hours, "90 s", 90_000),
            (Seconds, "7:30", 450_000),
        ] {
            assert_eq!(unit.read(text), Some(ms), "{unit:?} {text}");
        }
        assert_eq!((HoursMinutes.read("7:75"), HoursMinutes.read("0:75")), (None, None));
        let written = serde_json::to_string(&HoursMinutes).unwrap();
        assert_eq!(written, "\"h:mm\"");
    }

    proptest! {
        #[test]
        fn a_duration_is_read_as_it_was_written(ms in 0i64..360_000_000, negative: bool) {
            let (h, m, s, rest) = (ms / HOUR, ms / MINUTE % 60, ms / SECOND % 60, ms % SECOND);
            let (sign, expected) = if negative { ("-", -ms) } else { ("", ms) };
            for text in [
                format!("{sign}{}.{rest:03}", ms / SECOND),
                format!("{sign}{}:{s:02},{rest:03}", ms / MINUTE),
                format!("{sign}{h}:{m:02}:{s:02}.{rest:03}"),
                format!("{sign}{h} h {m:02} min {s:02} s {rest} ms"),
                format!("{sign}PT{h}H{m}M{s}.{rest:03}S"),
            ] {
                prop_assert_eq!(parse_duration(&text), Some(expected), "{}", text);
            }
            let days = format!("{sign}{:.15}", ms as f64 / DAY as f64);
            prop_assert_eq!(DurationUnit::Days.read(&days), Some(expected), "{}", days);
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,20}", near in "[-−+]?[0-9]{0,20}[:.,hms' ejPTDHMS\u{a0}]{0,3}[0-9]{0,20}[:.,hms'e ]{0,3}[0-9]{0,3}") {
            for text in [text, near] {
                for unit in [DurationUnit::Seconds, DurationUnit::Days, DurationUnit::HoursMinutes] {
                    prop_assert!(unit.read(&text).is_none_or(|ms| ms.abs() <= LONGEST));
                }
            }
        }
    }
}
