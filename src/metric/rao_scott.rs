//! The χ² of a cross-table of answers that were not drawn simply: Rao and Scott's second-order correction.

use super::cholesky::Cholesky;
use super::law::PValue;
use super::pearson::{Independence, margins};
use super::sample::CellShares;
use super::tails::ln_beta_below;

/// Contrasts of a table, (rows − 1)(columns − 1) at most: beyond, no reader looks for a test.
const CONTRASTS: usize = 400;

/// Pearson's χ² of the weighted shares, divided by the mean design effect of its contrasts and referred to an F.
///
/// With X² = n Σ (p − p₊ p₊)² / (p₊ p₊), C a basis of the interactions of rows and columns, D the diagonal of
/// the shares p, V their covariance under the design and Δ = (Cᵀ D⁻¹ C / n)⁻¹ (Cᵀ D⁻¹ V D⁻¹ C):
///
/// ```text
/// F = X² / tr Δ,   d = (tr Δ)² / tr Δ²,   d and d·ν degrees of freedom
/// ```
///
/// ν being the degrees of freedom of the design. Rao & Scott, “On chi-squared tests for multiway contingency
/// tables with cell proportions estimated from survey data”, *Annals of Statistics* 12 (1984), 46–60; the F after
/// Thomas & Rao, *JASA* 82 (1987), 630–636; the default of R's `svychisq`.
///
/// `cells` holds `rows` shares a column, one column after the other. Rows and columns without an answer do not
/// count. None where fewer than two of either are left, where the design has no degree of freedom or no variance,
/// where empty cells leave a contrast without any share, and for tables of more than 400 contrasts.
#[must_use]
pub fn rao_scott(cells: &CellShares, rows: usize) -> Option<Independence> {
    let (row_sums, column_sums, _) = margins(&cells.shares, rows)?;
    let used = |sums: &[f64]| (0..sums.len()).filter(|i| sums[*i] > 0.0).collect::<Vec<_>>();
    let (own_rows, own_columns) = (used(&row_sums), used(&column_sums));
    let (r, c) = (own_rows.len(), own_columns.len());
    if r < 2 || c < 2 || (r - 1) * (c - 1) > CONTRASTS || cells.freedom < 1.0 {
        return None;
    }
    let places: Vec<usize> =
        own_columns.iter().flat_map(|column| own_rows.iter().map(move |row| column * rows + row)).collect();
    let chi2: f64 = places
        .iter()
        .map(|at| {
            let expected = row_sums[at % rows] * column_sums[at / rows];
            (cells.shares[*at] - expected).powi(2) / expected
        })
        .sum();

    let size = cells.shares.len();
    let inverse = |at: usize| if cells.shares[at] > 0.0 { 1.0 / cells.shares[at] } else { 0.0 };
    // A contrast takes a row and a column against the last ones: +1, −1, −1, +1.
    let contrast = |k: usize| {
        let (row, column) = (k % (r - 1), k / (r - 1));
        let at = |row: usize, column: usize| places[column * r + row];
        [(at(row, column), 1.0), (at(r - 1, column), -1.0), (at(row, c - 1), -1.0), (at(r - 1, c - 1), 1.0)]
    };
    let m = (r - 1) * (c - 1);
    let (mut simple, mut design) = (vec![vec![0.0; m]; m], vec![vec![0.0; m]; m]);
    for i in 0..m {
        for j in 0..m {
            for (a, x) in contrast(i) {
                for (b, y) in contrast(j) {
                    if a == b {
                        simple[i][j] += x * y * inverse(a);
                    }
                    design[i][j] += x * y * inverse(a) * inverse(b) * cells.covariance[a * size + b];
                }
            }
        }
    }
    // The covariance is symmetric, so that its rows are its columns: Δ transposed, of the same traces.
    let simple = Cholesky::new(&simple)?;
    let delta: Vec<Vec<f64>> = design.iter().map(|column| simple.solve(column)).collect();
    let trace: f64 = (0..m).map(|i| delta[i][i]).sum();
    let pairs = (0..m).flat_map(|i| (0..m).map(move |j| (i, j)));
    let of_square: f64 = pairs.map(|(i, j)| delta[i][j] * delta[j][i]).sum();
    if !(trace > 0.0 && of_square > 0.0) {
        return None;
    }
    let (statistic, df) = (chi2 / trace, trace * trace / of_square);
    let denominator = df * cells.freedom;
    let below = denominator / (denominator + df * statistic);
    let p = PValue::from_ln(ln_beta_below(below, denominator / 2.0, df / 2.0)?);
    Some(Independence { statistic, df, df_denominator: Some(denominator), p })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metric::pearson::pearson;

    /// The covariance of a simple random sample of n answers: (diag p − p pᵀ) / n.
    fn simple(counts: &[f64]) -> CellShares {
        let n: f64 = counts.iter().sum();
        let shares: Vec<f64> = counts.iter().map(|x| x / n).collect();
        let size = shares.len();
        let mut covariance = vec![0.0; size * size];
        for (i, p) in shares.iter().enumerate() {
            for (j, q) in shares.iter().enumerate() {
                covariance[i * size + j] = (f64::from(u8::from(i == j)) * p - p * q) / n;
            }
        }
        CellShares { shares, covariance, freedom: 1e7 }
    }

    #[test]
    fn a_simple_sample_has_pearsons_test() {
        // With an empty row in the middle.
        let counts = [18.0, 0.0, 32.0, 50.0, 30.0, 0.0, 40.0, 80.0, 11.0, 0.0, 9.0, 7.0];
        let (found, plain) = (rao_scott(&simple(&counts), 4).unwrap(), pearson(&counts, 4).unwrap());
        assert!((found.statistic * found.df - plain.statistic).abs() < 1e-9);
        assert!((found.df - plain.df).abs() < 1e-9);
        assert!((found.p.p - plain.p.p).abs() < 1e-6);
    }

    #[test]
    fn nothing_to_test_gives_no_test() {
        assert_eq!(rao_scott(&simple(&[3.0, 4.0]), 2), None);
        assert_eq!(rao_scott(&simple(&[3.0, 0.0, 4.0, 0.0]), 2), None);
        let certain = CellShares { covariance: vec![0.0; 16], ..simple(&[3.0, 4.0, 5.0, 6.0]) };
        assert_eq!(rao_scott(&certain, 2), None);
    }
}
