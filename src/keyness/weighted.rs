//! Keyness of weighted answers, or of a sample drawn by strata or clusters.

use std::f64::consts::LN_2;

use super::Table;
use crate::metric::CellShares;
use crate::metric::law::{PValue, normal_quantile};
use crate::metric::rao_scott::rao_scott;

/// A group against the others under a design.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weighted {
    /// Weighted share of the group's verbatims that have the keyword, 0…1.
    pub share_in: f64,
    /// The same of the others.
    pub share_out: f64,
    /// Base-2 logarithm of the ratio of the two, half a verbatim added to each count as in
    /// [`Table::log_ratio`].
    pub log_ratio: f64,
    /// Its interval.
    pub interval: (f64, f64),
    /// Rao and Scott's test; where fewer than 5 verbatims are expected in a cell, the larger of its p and that of
    /// the unweighted table.
    pub p: PValue,
}

/// The 2 × 2 table that group `group` of `cells` makes with all others: shares with the keyword and without, in the
/// group and out of it. None unless `cells` holds two rows a group, with and without, and the group is one of them.
#[must_use]
pub fn against_rest(cells: &CellShares, group: usize) -> Option<CellShares> {
    let size = cells.shares.len();
    if !size.is_multiple_of(2) || group >= size / 2 || cells.covariance.len() != size * size {
        return None;
    }
    let place = |cell: usize| cell % 2 + if cell / 2 == group { 0 } else { 2 };
    let (mut shares, mut covariance) = (vec![0.0; 4], vec![0.0; 16]);
    for (i, share) in cells.shares.iter().enumerate() {
        shares[place(i)] += share;
        for j in 0..size {
            covariance[place(i) * 4 + place(j)] += cells.covariance[i * size + j];
        }
    }
    Some(CellShares { shares, covariance, freedom: cells.freedom })
}

/// Keyness of a group against the others, from the weighted shares of the cells (two rows a group, with the keyword
/// and without; see [`against_rest`]) and the unweighted table of the same verbatims.
///
/// p is that of Rao and Scott's F ([`rao_scott`]). The log-ratio has its variance by linearisation: the share of a
/// group is a / (a + c), its derivatives c / (a + c)² and −a / (a + c)². Where one side never says the word, or
/// always, its shares have no variance, and the interval is that of the unweighted counts around the weighted ratio.
///
/// None where the test is none, where a side is empty, or outside 0 < `level` < 1.
#[must_use]
pub fn weighted(cells: &CellShares, group: usize, table: Table, level: f64) -> Option<Weighted> {
    let z = normal_quantile(level);
    let four = against_rest(cells, group)?;
    let test = rao_scott(&four, 2)?;
    let [a, c, b, d] = four.shares[..] else { return None };
    let [in_with, out_with, in_without, out_without] = table.observed();
    let (base_in, base_out) = (in_with + in_without, out_with + out_without);
    let (share_in, share_out) = (a / (a + c), b / (b + d));
    if !(share_in.is_finite() && share_out.is_finite()) || base_in == 0.0 || base_out == 0.0 {
        return None;
    }
    let (near_in, near_out) = (share_in + 0.5 / base_in, share_out + 0.5 / base_out);
    let log_ratio = near_in.log2() - near_out.log2();
    let gradient = [
        c / (a + c).powi(2) / near_in,
        -a / (a + c).powi(2) / near_in,
        -d / (b + d).powi(2) / near_out,
        b / (b + d).powi(2) / near_out,
    ];
    let variance: f64 = (0..16).map(|at| gradient[at / 4] * gradient[at % 4] * four.covariance[at]).sum();
    let (low, high) = table.log_ratio_interval(level)?;
    let certain = [a, b, c, d].iter().any(|share| *share <= 0.0) || variance <= 0.0;
    let half = if certain { (high - low) / 2.0 } else { z * variance.sqrt() / LN_2 };
    let few = table.expected().iter().any(|e| *e < 5.0);
    let unweighted = super::p_value(table);
    let p = if few && unweighted.log10 > test.p.log10 { unweighted } else { test.p };
    Some(Weighted { share_in, share_out, log_ratio, interval: (log_ratio - half, log_ratio + half), p })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keyness::{chi2, p_value};

    /// A simple random sample: shares and covariance (diag p − p pᵀ) / n.
    fn simple(counts: &[f64], effect: f64) -> CellShares {
        let n: f64 = counts.iter().sum();
        let shares: Vec<f64> = counts.iter().map(|x| x / n).collect();
        let size = shares.len();
        let cell = |i: usize, j: usize| f64::from(u8::from(i == j)) * shares[i] - shares[i] * shares[j];
        let covariance = (0..size * size).map(|at| effect * cell(at / size, at % size) / n).collect();
        CellShares { shares, covariance, freedom: 1e7 }
    }

    #[test]
    fn equal_weights_give_the_unweighted_test() {
        let cells = simple(&[56.0, 14.0, 30.0, 20.0, 18.0, 12.0], 1.0);
        let table = Table::new(56, 70, 48, 80);
        let found = weighted(&cells, 0, table, 0.95).unwrap();
        assert!((found.p.p - p_value(table).p).abs() < 1e-6);
        assert!((found.share_in - 0.8).abs() < 1e-12 && (found.share_out - 0.6).abs() < 1e-12);
        assert!((found.log_ratio - table.log_ratio()).abs() < 1e-12);
        let (low, high) = table.log_ratio_interval(0.95).unwrap();
        assert!((found.interval.0 - low).abs() < 0.01 && (found.interval.1 - high).abs() < 0.01, "{found:?}");
    }

    /// A design effect of 2 halves χ² and widens the interval by √2.
    #[test]
    fn a_design_effect_makes_less_sure() {
        let table = Table::new(56, 70, 48, 80);
        let counts = [56.0, 14.0, 48.0, 32.0];
        let plain = weighted(&simple(&counts, 1.0), 0, table, 0.95).unwrap();
        let double = weighted(&simple(&counts, 2.0), 0, table, 0.95).unwrap();
        assert!((double.p.p - PValue::from_z((chi2(table) / 2.0).sqrt()).p).abs() < 1e-6);
        let width = |w: Weighted| w.interval.1 - w.interval.0;
        assert!((width(double) / width(plain) - 2.0_f64.sqrt()).abs() < 1e-9);
    }

    #[test]
    fn rare_words_are_not_surer_than_their_counts() {
        let table = Table::new(4, 300, 0, 900);
        let found = weighted(&simple(&[4.0, 296.0, 0.0, 900.0], 0.2), 0, table, 0.95);
        let found = found.unwrap();
        assert!(found.p.log10 >= p_value(table).log10 && found.log_ratio.is_finite());
        assert!(found.interval.0 < found.log_ratio && found.interval.1.is_finite());
        assert_eq!(weighted(&simple(&[4.0, 296.0, 0.0], 1.0), 0, table, 0.95), None);
        assert_eq!(weighted(&simple(&[4.0, 296.0, 2.0, 5.0], 1.0), 2, table, 0.95), None);
    }
}
