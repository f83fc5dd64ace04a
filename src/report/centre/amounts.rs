//! How the rows of a centre are written.

use crate::centre::{IndicatorRow, Unit, value_text};
use crate::lang::Lang;
use crate::report::amounts::brackets;

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
    use crate::report::sample;

    #[test]
    fn a_row_without_a_value_has_no_interval() {
        let report = sample::centre(Lang::Fr);
        let row = &report.indicators[0];
        assert_eq!(value_of(Lang::Fr, row), "92,3\u{a0}%");
        assert_eq!(interval_of(Lang::Fr, row).as_deref(), Some("[91,4\u{a0};\u{a0}93,2]"));
        let hidden = IndicatorRow { value: None, ..row.clone() };
        assert_eq!((value_of(Lang::Fr, &hidden).as_str(), interval_of(Lang::Fr, &hidden)), ("–", None));
        let other = IndicatorRow { unit: Unit::Euros, ..row.clone() };
        assert_eq!(interval_of(Lang::En, &other).as_deref(), Some("[€91.44,\u{a0}€93.24]"));
        assert_eq!(hours_text(Lang::Fr, 41.26), "41,3\u{a0}h");
    }
}
