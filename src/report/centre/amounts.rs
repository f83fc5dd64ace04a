//! How the values of a centre are written: with their unit, rounded once.

use crate::centre::{IndicatorRow, Unit};
use crate::lang::Lang;
use crate::report::amounts::brackets;

/// From so many seconds on, minutes read better.
const MINUTES_FROM: f64 = 119.5;

/// A value with its unit: `92,3 %`, `74 s`, `5 min 24 s`, `5,42 €`.
pub(super) fn value_text(lang: Lang, unit: Unit, value: f64) -> String {
    let number = |decimals| lang.number(value, decimals);
    match unit {
        Unit::Percent => lang.percent(value, 1),
        Unit::Points => lang.signed(value, 1),
        Unit::Mean | Unit::Ratio => number(2),
        Unit::Count => number(0),
        Unit::Seconds if value.abs() < MINUTES_FROM => {
            format!("{}\u{a0}s", number(usize::from(value.abs() < 10.0)))
        }
        Unit::Seconds => long(lang, value, 60.0, ("min", "s")),
        Unit::Minutes if value.abs() < MINUTES_FROM => format!("{}\u{a0}min", number(0)),
        Unit::Minutes if value.abs() < 2.0 * 1440.0 => long(lang, value, 60.0, ("h", "min")),
        Unit::Minutes => long(lang, value / 60.0, 24.0, (lang.pick("j", "d"), "h")),
        Unit::Euros => lang.pick(format!("{}\u{a0}€", number(2)), format!("€{}", number(2))),
        Unit::Days => format!(
            "{}\u{a0}{}",
            number(0),
            if value.abs() < 1.5 { lang.pick("jour", "day") } else { lang.pick("jours", "days") }
        ),
    }
}

/// `5 min 24 s` of 324 seconds: wholes of `base`, then the rest.
fn long(lang: Lang, value: f64, base: f64, (high, low): (&str, &str)) -> String {
    let whole = value.abs().round();
    let (wholes, rest) = ((whole / base).floor(), whole % base);
    let wholes = lang.number(wholes.copysign(value), 0);
    if rest < 0.5 {
        format!("{wholes}\u{a0}{high}")
    } else {
        format!("{wholes}\u{a0}{high}\u{a0}{rest:.0}\u{a0}{low}")
    }
}

/// A difference with its sign: `+2,1 points` between percentages, `−12 s` between durations.
pub(super) fn change_text(lang: Lang, unit: Unit, change: f64) -> String {
    let sign = if change < 0.0 { "\u{2212}" } else { "+" };
    match unit {
        Unit::Percent | Unit::Points => {
            let size = (change.abs() * 10.0).round() / 10.0;
            let plural = lang.pick(size >= 2.0, (size - 1.0).abs() > 1e-9);
            format!("{}\u{a0}{}", lang.signed(change, 1), if plural { "points" } else { "point" })
        }
        _ => format!("{sign}{}", value_text(lang, unit, change.abs())),
    }
}

/// Hours of a number of seconds: `1 204 h`.
pub(super) fn hours_text(lang: Lang, hours: f64) -> String {
    format!("{}\u{a0}h", lang.number(hours, usize::from(hours.abs() < 100.0)))
}

/// The value of a row; a dash where there is none.
pub(super) fn value_of(lang: Lang, row: &IndicatorRow) -> String {
    row.value.map_or_else(|| "–".to_owned(), |value| value_text(lang, row.unit, value))
}

/// The interval of a row, with its units; none without one.
pub(super) fn interval_of(lang: Lang, row: &IndicatorRow) -> Option<String> {
    let (low, high) = (row.ci_low?, row.ci_high?);
    row.value?;
    Some(match row.unit {
        Unit::Percent => brackets(lang, &lang.number(low, 1), &lang.number(high, 1)),
        unit => brackets(lang, &value_text(lang, unit, low), &value_text(lang, unit, high)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_carry_their_unit() {
        let fr = |unit, value| value_text(Lang::Fr, unit, value);
        assert_eq!(fr(Unit::Percent, 92.34), "92,3\u{a0}%");
        assert_eq!(fr(Unit::Seconds, 74.2), "74\u{a0}s");
        assert_eq!(fr(Unit::Seconds, 324.2), "5\u{a0}min\u{a0}24\u{a0}s");
        assert_eq!(fr(Unit::Seconds, 119.6), "2\u{a0}min");
        assert_eq!(fr(Unit::Minutes, 200.0), "3\u{a0}h\u{a0}20\u{a0}min");
        assert_eq!(fr(Unit::Minutes, 3120.0), "2\u{a0}j\u{a0}4\u{a0}h");
        assert_eq!(fr(Unit::Euros, 5.416), "5,42\u{a0}€");
        assert_eq!(value_text(Lang::En, Unit::Euros, 5.416), "€5.42");
        assert_eq!(fr(Unit::Count, 12_345.0), "12\u{202f}345");
        assert_eq!(fr(Unit::Days, 1.0), "1\u{a0}jour");
    }

    #[test]
    fn changes_carry_their_sign() {
        assert_eq!(change_text(Lang::Fr, Unit::Percent, -2.14), "−2,1\u{a0}points");
        assert_eq!(change_text(Lang::Fr, Unit::Percent, 1.9), "+1,9\u{a0}point");
        assert_eq!(change_text(Lang::En, Unit::Seconds, -12.0), "−12\u{a0}s");
        assert_eq!(change_text(Lang::Fr, Unit::Seconds, 130.0), "+2\u{a0}min\u{a0}10\u{a0}s");
    }
}
