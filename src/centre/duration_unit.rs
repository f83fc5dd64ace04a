//! What the plain numbers of a column of durations count: seconds, or the days of a spreadsheet.

use super::duration::DurationUnit;
use super::scan::Scan;

/// What the plain numbers of a column look like, counted cell by cell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DurationForms {
    /// Plain numbers.
    numbers: u64,
    /// Of them, those under 1 in absolute value.
    small: u64,
    /// Of these, those with more than three decimals: finer than a millisecond if they were seconds.
    fine: u64,
}

impl DurationForms {
    /// Counts one cell; what is no plain number says nothing.
    pub fn add(&mut self, text: &str) {
        let text = text.trim();
        let mut scan = Scan::new(text);
        scan.sign();
        let Some((value, decimals)) = scan.number() else { return };
        let (small, fine) = if scan.is_done() {
            (value < 10i64.pow(decimals), decimals > 3)
        } else if scan.takes(b"e") {
            // Only fractions are so small that a spreadsheet writes them with an exponent.
            let Ok(number) = text.replace(',', ".").parse::<f64>() else { return };
            (number.abs() < 1.0, true)
        } else {
            return;
        };
        self.numbers += 1;
        self.small += u64::from(small);
        self.fine += u64::from(small && fine);
    }

    /// Counts the cells of `other` too.
    pub fn merge(&mut self, other: Self) {
        self.numbers += other.numbers;
        self.small += other.small;
        self.fine += other.fine;
    }

    /// The unit of the column: [`DurationUnit::Days`] where every plain number is under 1 and one of them is finer
    /// than a millisecond would be, which is how a spreadsheet's times look as numbers; else seconds.
    pub fn unit(self) -> DurationUnit {
        if self.fine > 0 && self.small == self.numbers { DurationUnit::Days } else { DurationUnit::Seconds }
    }
}

/// The unit of a column of durations, as [`DurationForms::unit`] decides it. The order of the cells is of no
/// consequence.
///
/// ```
/// use barometre::centre::{DurationUnit, duration_unit};
/// assert_eq!(duration_unit(["0.00165509259259259", "0", "0.04"]), DurationUnit::Days);
/// assert_eq!(duration_unit(["0.5", "45", "0:12"]), DurationUnit::Seconds);
/// ```
pub fn duration_unit<'a>(cells: impl IntoIterator<Item = &'a str>) -> DurationUnit {
    let mut forms = DurationForms::default();
    for cell in cells {
        forms.add(cell);
    }
    forms.unit()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_column_of_small_fractions_counts_days() {
        use DurationUnit::{Days, Seconds};
        for (cells, unit) in [
            (&["0.00165509259259259", "0,000115740740740741", "0", ""][..], Days),
            (&["1.15740740740741e-5", "0.02"], Days),
            (&["0.00165509259259259", "45"], Seconds),
            (&["0.5", "0.25"], Seconds),
            (&["0", "0"], Seconds),
            (&["00:02:23", "1h05"], Seconds),
            (&["0.00165509259259259", "1 234,5"], Seconds),
            (&[], Seconds),
        ] {
            assert_eq!(duration_unit(cells.iter().copied()), unit, "{cells:?}");
        }
    }

    proptest! {
        #[test]
        fn merging_is_concatenating(cells in prop::collection::vec("(0[.,][0-9]{0,6}|[0-9]{1,3}|[0-9]:[0-9]{2})", 0..12), cut in 0usize..12) {
            let count = |cells: &[String]| {
                let mut forms = DurationForms::default();
                for cell in cells {
                    forms.add(cell);
                }
                forms
            };
            let (left, right) = cells.split_at(cut.min(cells.len()));
            let mut merged = count(left);
            merged.merge(count(right));
            prop_assert_eq!(merged, count(&cells));
        }
    }
}
