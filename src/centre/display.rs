//! Values of indicators as a person reads them: the unit decides the decimals, once for cards, tables and sentences.

use super::indicator::Unit;
use crate::lang::Lang;

const NO_BREAK: char = '\u{a0}';
const MINUS: char = '\u{2212}';

/// A value with its unit.
///
/// Percent and points of NPS have one decimal and none, means, ratios and euros two, counts and days none. Durations
/// (seconds or minutes alike) are in seconds under two minutes, with a decimal under ten; then in minutes and seconds;
/// from one hour in hours and minutes; from 48 hours in days of 24 hours and hours ([`duration_note`]).
///
/// ```
/// use barometre::Lang;
/// use barometre::centre::{Unit, value_text};
/// assert_eq!(value_text(Lang::Fr, Unit::Percent, 92.34), "92,3\u{a0}%");
/// assert_eq!(value_text(Lang::Fr, Unit::Points, 12.0), "+12");
/// assert_eq!(value_text(Lang::Fr, Unit::Seconds, 324.0), "5\u{a0}min\u{a0}24\u{a0}s");
/// assert_eq!(value_text(Lang::Fr, Unit::Minutes, 3120.0), "2\u{a0}j\u{a0}4\u{a0}h");
/// assert_eq!(value_text(Lang::En, Unit::Euros, 5.42), "€5.42");
/// ```
#[must_use]
pub fn value_text(lang: Lang, unit: Unit, value: f64) -> String {
    if !value.is_finite() {
        return lang.number(value, 0);
    }
    match unit {
        Unit::Percent => lang.percent(value, 1),
        Unit::Points => lang.signed(value, 0),
        Unit::Mean | Unit::Ratio => lang.number(value, 2),
        Unit::Seconds => duration(lang, value),
        Unit::Minutes => duration(lang, value * 60.0),
        Unit::Count => lang.number(value, 0),
        Unit::Euros => euros(lang, &lang.number(value, 2)),
        Unit::Days => {
            let word = if plural(lang, value.round()) {
                pick!(lang, centre::days)
            } else {
                pick!(lang, centre::day)
            };
            format!("{}{NO_BREAK}{word}", lang.number(value, 0))
        }
    }
}

/// A difference between two values of the same unit, with its sign; of percentages and of NPS in points.
///
/// ```
/// use barometre::Lang;
/// use barometre::centre::{Unit, change_text};
/// assert_eq!(change_text(Lang::Fr, Unit::Percent, 3.21), "+3,2\u{a0}points");
/// assert_eq!(change_text(Lang::Fr, Unit::Seconds, -64.0), "\u{2212}64\u{a0}s");
/// assert_eq!(change_text(Lang::En, Unit::Euros, 0.42), "+€0.42");
/// ```
#[must_use]
pub fn change_text(lang: Lang, unit: Unit, change: f64) -> String {
    if !change.is_finite() {
        return lang.number(change, 0);
    }
    let decimals = match unit {
        Unit::Percent => Some(1),
        Unit::Points => Some(0),
        _ => None,
    };
    if let Some(decimals) = decimals {
        let scale = 10f64.powi(decimals);
        let shown = (change * scale).round() / scale;
        let word = if plural(lang, shown) { "points" } else { "point" };
        return format!("{}{NO_BREAK}{word}", lang.signed(change, decimals as usize));
    }
    let text = value_text(lang, unit, change);
    let zero = !text.chars().any(|c| ('1'..='9').contains(&c));
    if zero || change < 0.0 { text } else { format!("+{text}") }
}

/// What a day is in the text of a duration, to be said where one stands.
#[must_use]
pub fn duration_note(lang: Lang) -> &'static str {
    pick!(lang, centre::d_days_of_24_hours)
}

/// French has its plural from two on, English everywhere but at one.
fn plural(lang: Lang, value: f64) -> bool {
    match lang {
        Lang::Fr => value.abs() >= 2.0,
        Lang::En => value.abs() != 1.0,
    }
}

fn euros(lang: Lang, number: &str) -> String {
    match (lang, number.strip_prefix(MINUS)) {
        (Lang::Fr, _) => format!("{number}{NO_BREAK}€"),
        (Lang::En, Some(amount)) => format!("{MINUS}€{amount}"),
        (Lang::En, None) => format!("€{number}"),
    }
}

/// A duration in seconds. It is rounded to its last unit shown before the units are chosen: 3,599.7 s are an hour.
fn duration(lang: Lang, seconds: f64) -> String {
    let length = seconds.abs();
    let tenths = (length * 10.0).round();
    let whole = length.round();
    let minutes = (length / 60.0).round();
    let hours = (length / 3600.0).round();
    let day = pick!(lang, centre::d);
    let text = if tenths == 0.0 {
        return format!("0{NO_BREAK}s");
    } else if tenths < 100.0 {
        format!("{}{NO_BREAK}s", lang.number(length, 1))
    } else if whole < 120.0 {
        format!("{whole}{NO_BREAK}s")
    } else if whole < 3600.0 {
        pair(lang, whole, 60.0, ["min", "s"], 2)
    } else if minutes < 48.0 * 60.0 {
        pair(lang, minutes, 60.0, ["h", "min"], 2)
    } else {
        pair(lang, hours, 24.0, [day, "h"], 1)
    };
    if seconds < 0.0 { format!("{MINUS}{text}") } else { text }
}

/// `total` small units as large and small ones, the small ones left out at zero.
fn pair(lang: Lang, total: f64, per: f64, [large, small]: [&str; 2], width: usize) -> String {
    let rest = total % per;
    let first = format!("{}{NO_BREAK}{large}", lang.number((total - rest) / per, 0));
    if rest == 0.0 { first } else { format!("{first}{NO_BREAK}{rest:0width$}{NO_BREAK}{small}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn each_unit_has_its_text() {
        let cases = [
            (Unit::Percent, 92.34, "92,3 %", "92.3%"),
            (Unit::Points, -7.6, "−8", "−8"),
            (Unit::Mean, 4.125, "4,13", "4.13"),
            (Unit::Ratio, 1.256, "1,26", "1.26"),
            (Unit::Count, 31_094.0, "31 094", "31,094"),
            (Unit::Euros, 1234.5, "1 234,50 €", "€1,234.50"),
            (Unit::Euros, -5.42, "−5,42 €", "−€5.42"),
            (Unit::Days, 1.0, "1 jour", "1 day"),
            (Unit::Days, 0.0, "0 jour", "0 days"),
            (Unit::Days, 1204.0, "1 204 jours", "1,204 days"),
            (Unit::Percent, f64::NAN, "–", "–"),
        ];
        for (unit, value, fr, en) in cases {
            assert_eq!(plain(&value_text(Lang::Fr, unit, value)), fr);
            assert_eq!(plain(&value_text(Lang::En, unit, value)), en);
        }
    }

    #[test]
    fn a_duration_carries_at_its_thresholds() {
        let cases = [
            (0.0, "0 s"),
            (0.04, "0 s"),
            (7.836, "7,8 s"),
            (9.96, "10 s"),
            (119.4, "119 s"),
            (119.6, "2 min"),
            (312.4, "5 min 12 s"),
            (364.0, "6 min 04 s"),
            (3599.7, "1 h"),
            (3900.0, "1 h 05 min"),
            (12_000.0, "3 h 20 min"),
            (172_799.0, "2 j"),
            (187_200.0, "2 j 4 h"),
            (-64.0, "−64 s"),
        ];
        for (seconds, fr) in cases {
            assert_eq!(plain(&value_text(Lang::Fr, Unit::Seconds, seconds)), fr);
            assert_eq!(plain(&value_text(Lang::Fr, Unit::Minutes, seconds / 60.0)), fr);
        }
        assert_eq!(plain(&value_text(Lang::En, Unit::Minutes, 3120.0)), "2 d 4 h");
    }

    #[test]
    fn a_change_has_its_sign_and_its_points() {
        let cases = [
            (Unit::Percent, 1.2, "+1,2 point", "+1.2 points"),
            (Unit::Percent, -2.0, "−2,0 points", "−2.0 points"),
            (Unit::Points, 1.0, "+1 point", "+1 point"),
            (Unit::Points, 0.2, "0 point", "0 points"),
            (Unit::Seconds, 0.01, "0 s", "0 s"),
            (Unit::Seconds, 125.0, "+2 min 05 s", "+2 min 05 s"),
            (Unit::Count, -1200.0, "−1 200", "−1,200"),
            (Unit::Days, 1.0, "+1 jour", "+1 day"),
        ];
        for (unit, change, fr, en) in cases {
            assert_eq!(plain(&change_text(Lang::Fr, unit, change)), fr);
            assert_eq!(plain(&change_text(Lang::En, unit, change)), en);
        }
    }

    proptest! {
        #[test]
        fn a_duration_reads_back_within_its_last_unit(seconds in 0.0..3e6f64) {
            let text = plain(&value_text(Lang::En, Unit::Seconds, seconds));
            let (mut read, mut last) = (0.0, 0.0);
            let parts: Vec<_> = text.split(' ').collect();
            for part in parts.chunks(2) {
                last = match part[1] { "s" => 1.0, "min" => 60.0, "h" => 3600.0, _ => 86_400.0 };
                read += part[0].replace(',', "").parse::<f64>().unwrap() * last;
            }
            // Left out at zero, the last unit is the one below.
            let last = if parts.len() == 2 && last > 1.0 { if last == 86_400.0 { 3600.0 } else { 60.0 } } else { last };
            prop_assert!((read - seconds).abs() <= last / 2.0 + 1e-6, "{seconds}: {text}");
        }
    }
}
