//! LMG: R² divided fairly among the drivers.

use super::correlations::Correlations;
use super::linear::SAID;
use super::shapley::shapley;

/// Drivers whose sets are all tried, at most: a million sets.
pub const EXACT: usize = 20;

/// The part of R² that is due to each driver: the mean of what it adds, over all orders in which the drivers may enter
/// the model. The parts are not negative and sum to R².
///
/// Lindeman, Merenda & Gold, *Introduction to Bivariate and Multivariate Analysis* (1980), 119–127; the Shapley value
/// of R². A driver that others say already shares with them. None beyond [`EXACT`] drivers; see
/// [`lmg_sampled`](super::lmg_sampled).
///
/// ```
/// use barometre::driver::{Correlations, lmg};
/// // Two drivers that correlate 0.5, each 0.6 with the score: equals share alike.
/// let matrix = [vec![1.0, 0.5, 0.6], vec![0.5, 1.0, 0.6], vec![0.6, 0.6, 1.0]];
/// let correlations = Correlations::from_matrix(&matrix, 2).unwrap();
/// let parts = lmg(&correlations).unwrap();
/// assert!((parts[0] - 0.24).abs() < 1e-12 && (correlations.r2().unwrap() - 0.48).abs() < 1e-12);
/// ```
#[must_use]
pub fn lmg(correlations: &Correlations) -> Option<Vec<f64>> {
    (correlations.len() <= EXACT).then(|| shapley(&r2_of_sets(correlations)))?
}

/// R² of every set of drivers.
///
/// The drivers are gone through one by one, each left out or swept in; what is left of the matrix shrinks with each, so
/// that a set costs a few operations (Furnival & Wilson, “Regressions by leaps and bounds”, *Technometrics* 16
/// (1974), 499–511).
fn r2_of_sets(correlations: &Correlations) -> Vec<f64> {
    let drivers = correlations.len();
    // The last row and column are the score's.
    let mut whole: Vec<f64> = Vec::with_capacity((drivers + 1) * (drivers + 1));
    for (row, r) in correlations.drivers().iter().zip(correlations.score()) {
        whole.extend(row);
        whole.push(*r);
    }
    whole.extend(correlations.score());
    whole.push(1.0);
    // One matrix for each number of drivers left.
    let mut left: Vec<Vec<f64>> = (1..=drivers).map(|size| vec![0.0; size * size]).collect();
    left.push(whole);
    let mut values = vec![0.0; 1 << drivers];
    descend(&mut left, 0, 0, &mut values);
    values
}

/// Fills the sets that agree with `set` in the first `depth` drivers; the last matrix is of the others and the score,
/// of which the upper triangle is kept.
fn descend(left: &mut [Vec<f64>], depth: u32, set: usize, values: &mut [f64]) {
    let Some((matrix, rest)) = left.split_last_mut() else { return };
    let size = rest.len();
    if size == 0 {
        values[set] = (1.0 - matrix[0]).max(0.0);
        return;
    }
    let (width, pivot) = (size + 1, matrix[0]);
    if size == 1 {
        // The last driver: half of all sets end here.
        let gain = if pivot > SAID { matrix[1] * matrix[1] / pivot } else { 0.0 };
        values[set] = (1.0 - matrix[3]).max(0.0);
        values[set | 1 << depth] = (1.0 - matrix[3] + gain).max(0.0);
        return;
    }
    let first = &matrix[..width];
    for taken in [false, true] {
        for i in 1..width {
            let factor = if taken && pivot > SAID { first[i] / pivot } else { 0.0 };
            let from = &matrix[i * width + i..(i + 1) * width];
            let to = &mut rest[size - 1][(i - 1) * width..];
            for ((to, from), above) in to.iter_mut().zip(from).zip(&first[i..]) {
                *to = from - factor * above;
            }
        }
        descend(rest, depth + 1, set | usize::from(taken) << depth, values);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drivers_that_do_not_correlate_explain_what_they_explain_alone() {
        let matrix = [vec![1.0, 0.0, 0.6], vec![0.0, 1.0, -0.3], vec![0.6, -0.3, 1.0]];
        let shares = lmg(&Correlations::from_matrix(&matrix, 2).unwrap()).unwrap();
        assert!((shares[0] - 0.36).abs() < 1e-12 && (shares[1] - 0.09).abs() < 1e-12);
    }

    #[test]
    fn twins_share() {
        let matrix = [vec![1.0, 1.0, 0.6], vec![1.0, 1.0, 0.6], vec![0.6, 0.6, 1.0]];
        let shares = lmg(&Correlations::from_matrix(&matrix, 2).unwrap()).unwrap();
        assert!((shares[0] - 0.18).abs() < 1e-9 && (shares[1] - 0.18).abs() < 1e-9);
    }

    /// Equal drivers share equally, whatever their number: correlation ½ with each other, 0.6 with the score.
    #[test]
    fn twenty_drivers_are_exact_and_more_are_not_tried() {
        let matrix = |drivers: usize| -> Vec<Vec<f64>> {
            let value = |i: usize, j: usize| match (i == j, i == drivers || j == drivers) {
                (true, _) => 1.0,
                (_, true) => 0.6,
                _ => 0.5,
            };
            (0..=drivers).map(|i| (0..=drivers).map(|j| value(i, j)).collect()).collect()
        };
        let twenty = Correlations::from_matrix(&matrix(20), 20).unwrap();
        let shares = lmg(&twenty).unwrap();
        // R² = p r² / (1 + (p − 1) / 2).
        let expected = 0.36 / (1.0 + 19.0 / 2.0);
        assert!(shares.iter().all(|s| (s - expected).abs() < 1e-9), "{shares:?}");
        assert_eq!(lmg(&Correlations::from_matrix(&matrix(21), 21).unwrap()), None);
        assert_eq!(lmg(&Correlations::from_matrix(&[vec![1.0]], 0).unwrap()), Some(vec![]));
    }
}
