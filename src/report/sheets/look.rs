//! How a number of a sheet is shown: the number stays whole, the format rounds it.

use crate::lang::Lang;
use crate::metric::{Metric, Quantity};
use crate::report::amounts::{SMALL_BASE, decimals};

/// A number format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Look {
    /// Whole, thousands apart.
    Count,
    /// A count of answers, with † where it is small.
    Base,
    /// A fraction as a percentage, with so many decimals.
    Share(u8),
    /// A percentage of 0…100.
    Percent,
    /// With its sign.
    Signed(u8),
    /// A difference of percentages, in points.
    SharePoints,
    /// With so many decimals.
    Number(u8),
    /// A p-value or a q-value.
    Probability,
    /// A fraction of a day, in minutes and seconds.
    Minutes,
    /// A fraction of a day, in hours and minutes.
    Hours,
    /// Euros and cents.
    Euros,
    /// A point of a scale, a row: as it is.
    Answer,
    /// A ratio: × 2.0.
    Times,
}

impl Look {
    /// How a metric is shown.
    pub fn metric(metric: Metric) -> Self {
        match metric.quantity() {
            Quantity::Net => Self::Signed(1),
            Quantity::Share => Self::Percent,
            Quantity::Mean => Self::Number(2),
        }
    }

    /// How a difference of a metric is shown.
    pub fn gap(metric: Metric) -> Self {
        Self::Signed(decimals(metric) as u8)
    }

    /// Characters that a number takes when it is so shown.
    pub fn length(self, value: f64) -> usize {
        // Digits before the point, thousands apart, and the sign.
        let whole = |x: f64| {
            let digits = x.abs().max(1.0).log10() as usize + 1;
            digits + (digits - 1) / 3 + usize::from(x < 0.0)
        };
        match self {
            Self::Count => whole(value),
            Self::Base => whole(value) + " †".chars().count(),
            Self::Share(n) => whole(100.0 * value) + usize::from(n) + ". %".len(),
            Self::Percent => whole(value) + ".0 %".len(),
            Self::Signed(n) => whole(value.abs()) + usize::from(n) + "+.".len(),
            Self::SharePoints => whole(value.abs()) + "+.0 pt".len(),
            Self::Number(n) => whole(value) + usize::from(n) + ".".len(),
            Self::Probability => "< 0.001".len(),
            Self::Minutes => whole(1_440.0 * value) + " min 00 s".len(),
            Self::Hours => whole(24.0 * value) + " h 00 min".len(),
            Self::Euros => whole(value) + ".00 €".chars().count(),
            // As it is, as far as a cell of this width shows it.
            Self::Answer => 8,
            Self::Times => whole(value) + "× .0".chars().count(),
        }
    }

    /// The number format of Excel.
    pub fn format(self, lang: Lang) -> String {
        // French sets a no-break space before a unit and the percent sign.
        let space = lang.pick("\"\u{a0}\"", "");
        match self {
            Self::Count => "#,##0".to_owned(),
            Self::Base => format!("[<{SMALL_BASE}]#,##0\"\u{a0}†\";#,##0"),
            Self::Share(n) => format!("{}{space}%", zeros(n)),
            Self::Percent => lang.pick("0.0\"\u{a0}%\"", "0.0\"%\"").to_owned(),
            Self::Signed(n) => signed(n, ""),
            Self::SharePoints => signed(1, "\"\u{a0}pt\""),
            Self::Number(n) => format!("#,##{}", zeros(n)),
            Self::Probability => {
                lang.pick("[<0.001]\"<\u{a0}0,001\";0.000", "[<0.001]\"<\u{a0}0.001\";0.000").to_owned()
            }
            Self::Minutes => "[m]\"\u{a0}min\u{a0}\"ss\"\u{a0}s\"".to_owned(),
            Self::Hours => "[h]\"\u{a0}h\u{a0}\"mm\"\u{a0}min\"".to_owned(),
            Self::Euros => lang.pick("#,##0.00\"\u{a0}€\"", "\"€\"#,##0.00").to_owned(),
            Self::Answer => "General".to_owned(),
            Self::Times => "\"×\u{a0}\"0.0".to_owned(),
        }
    }
}

/// A zero with so many decimals.
fn zeros(n: u8) -> String {
    if n == 0 { "0".to_owned() } else { format!("0.{}", "0".repeat(usize::from(n))) }
}

/// A number with its sign; without one where it rounds to zero.
fn signed(n: u8, unit: &str) -> String {
    let (digits, least) = (zeros(n), format!("0.{}5", "0".repeat(usize::from(n))));
    format!("[>={least}]+{digits}{unit};[<=-{least}]-{digits}{unit};{digits}{unit}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_round_as_the_report_does() {
        assert_eq!(Look::metric(Metric::Nps).format(Lang::Fr), "[>=0.05]+0.0;[<=-0.05]-0.0;0.0");
        assert_eq!(Look::metric(Metric::Csat).format(Lang::Fr), "0.0\"\u{a0}%\"");
        assert_eq!(Look::metric(Metric::Csat).format(Lang::En), "0.0\"%\"");
        assert_eq!(Look::metric(Metric::Ces).format(Lang::En), "#,##0.00");
        assert_eq!(Look::gap(Metric::RatingMean).format(Lang::Fr), "[>=0.005]+0.00;[<=-0.005]-0.00;0.00");
        assert_eq!(Look::Signed(0).format(Lang::Fr), "[>=0.5]+0;[<=-0.5]-0;0");
        assert_eq!(
            Look::SharePoints.format(Lang::En),
            "[>=0.05]+0.0\"\u{a0}pt\";[<=-0.05]-0.0\"\u{a0}pt\";0.0\"\u{a0}pt\""
        );
        assert_eq!(Look::Share(1).format(Lang::Fr), "0.0\"\u{a0}\"%");
        assert_eq!(Look::Share(0).format(Lang::En), "0%");
        assert_eq!(Look::Base.format(Lang::En), "[<30]#,##0\"\u{a0}†\";#,##0");
    }
}
