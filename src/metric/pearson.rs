//! Pearson's χ² of independence of a cross-table of simple random answers.

use super::law::PValue;
use super::tails::chi2_tail;

/// A test of independence of the rows and columns of a table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Independence {
    /// χ², or F of a design.
    pub statistic: f64,
    /// Degrees of freedom (of the numerator of F).
    pub df: f64,
    /// Degrees of freedom of the denominator of F; none for χ².
    pub df_denominator: Option<f64>,
    /// Probability of a statistic as large when rows and columns are independent.
    pub p: PValue,
}

/// χ² = Σ (observed − expected)² / expected, (rows − 1)(columns − 1) degrees of freedom, no correction; `counts`
/// holds `rows` counts a column, one column after the other.
///
/// Pearson, “On the criterion that a given system of deviations…”, *Philosophical Magazine* 50 (1900), 157–175.
/// Rows and columns without an answer do not count; none where fewer than two of either are left. The law is an
/// approximation that wants most expected counts from 5 on: see [`low_expected`].
///
/// ```
/// use barometre::metric::pearson::pearson;
/// // R: chisq.test(rbind(c(18, 32, 50), c(30, 40, 80)))
/// let test = pearson(&[18.0, 32.0, 50.0, 30.0, 40.0, 80.0], 3).unwrap();
/// assert!((test.statistic - 0.845_797_720_797_7).abs() < 1e-9 && test.df == 2.0);
/// ```
#[must_use]
pub fn pearson(counts: &[f64], rows: usize) -> Option<Independence> {
    let (row_sums, column_sums, total) = margins(counts, rows)?;
    let used = |sums: &[f64]| sums.iter().filter(|n| **n > 0.0).count() as f64;
    let df = (used(&row_sums) - 1.0) * (used(&column_sums) - 1.0);
    if df < 1.0 {
        return None;
    }
    let mut statistic = 0.0;
    for (cell, n) in counts.iter().enumerate() {
        let expected = row_sums[cell % rows] * column_sums[cell / rows] / total;
        if expected > 0.0 {
            statistic += (n - expected).powi(2) / expected;
        }
    }
    let p = chi2_tail(statistic, df)?;
    Some(Independence { statistic, df, df_denominator: None, p })
}

/// Cells whose expected count is under 5, in the rows and columns that hold answers.
#[must_use]
pub fn low_expected(counts: &[f64], rows: usize) -> usize {
    let Some((row_sums, column_sums, total)) = margins(counts, rows) else { return 0 };
    let expected = |cell: usize| row_sums[cell % rows] * column_sums[cell / rows] / total;
    (0..counts.len()).map(expected).filter(|e| *e > 0.0 && *e < 5.0).count()
}

/// Sums of rows, of columns, and of all; none for an empty table.
pub(super) fn margins(counts: &[f64], rows: usize) -> Option<(Vec<f64>, Vec<f64>, f64)> {
    if rows == 0 || !counts.len().is_multiple_of(rows) {
        return None;
    }
    let mut row_sums = vec![0.0; rows];
    for (cell, n) in counts.iter().enumerate() {
        row_sums[cell % rows] += n;
    }
    let column_sums: Vec<f64> = counts.chunks(rows).map(|column| column.iter().sum()).collect();
    let total: f64 = column_sums.iter().sum();
    (total > 0.0).then_some((row_sums, column_sums, total))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// R 4.2.2, `chisq.test(rbind(c(18, 32, 50), c(30, 40, 80)))`; an empty row and an empty column say nothing.
    #[test]
    fn agrees_with_r() {
        let test = pearson(&[18.0, 32.0, 50.0, 30.0, 40.0, 80.0], 3).unwrap();
        assert!((test.statistic - 0.845_797_720_797_7).abs() < 1e-12);
        assert!((test.p.p - 0.655_144_890_854_1).abs() < 1e-12);
        let padded = [18.0, 0.0, 32.0, 50.0, 0.0, 0.0, 0.0, 0.0, 30.0, 0.0, 40.0, 80.0];
        assert_eq!(pearson(&padded, 4).unwrap(), test);
        assert_eq!(low_expected(&padded, 4), 0);
        assert_eq!(low_expected(&[1.0, 20.0, 3.0, 20.0], 2), 2);
        assert_eq!((pearson(&[1.0, 2.0], 2), pearson(&[], 3), pearson(&[0.0; 4], 2)), (None, None, None));
    }
}
