//! LMG for more drivers than whose sets can all be tried.

use super::correlations::Correlations;
use super::linear::SAID;
use crate::metric::law::t_quantile;

/// Parts of R² from some of the orders in which drivers may enter the model.
#[derive(Debug, Clone, PartialEq)]
pub struct Sampled {
    /// Part of R² due to each driver; they sum to R².
    pub shares: Vec<f64>,
    /// Half-width of the 95 % interval that the drawing of orders alone leaves around each part.
    pub error: Vec<f64>,
    /// Pairs of orders drawn.
    pub pairs: u32,
}

/// [`lmg`](super::lmg()) estimated from `pairs` random orders of the drivers, each also taken backwards, which evens
/// out who comes early (Mitchell, Cooper, Frank & Holmes, “Sampling permutations for Shapley value estimation”,
/// *JMLR* 23 (2022), 43). The orders depend on the number of drivers alone, so the same correlations give the
/// same parts. None under two pairs.
#[must_use]
pub fn lmg_sampled(correlations: &Correlations, pairs: u32) -> Option<Sampled> {
    let drivers = correlations.len();
    let half = t_quantile(0.95, f64::from(pairs) - 1.0)?;
    let mut order: Vec<usize> = (0..drivers).collect();
    let mut state = drivers as u64;
    let (mut sums, mut squares) = (vec![0.0; drivers], vec![0.0; drivers]);
    let mut added = vec![0.0; drivers];
    for _ in 0..pairs {
        // Fisher and Yates, on Knuth's MMIX generator.
        for i in (1..drivers).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            order.swap(i, (((state >> 32) * (i as u64 + 1)) >> 32) as usize);
        }
        added.fill(0.0);
        enter(correlations, &order, &mut added);
        order.reverse();
        enter(correlations, &order, &mut added);
        for ((sum, square), x) in sums.iter_mut().zip(&mut squares).zip(&added) {
            *sum += x / 2.0;
            *square += (x / 2.0).powi(2);
        }
    }
    let n = f64::from(pairs);
    let error =
        |(sum, square): (&f64, &f64)| half * ((square - sum * sum / n).max(0.0) / (n * (n - 1.0))).sqrt();
    Some(Sampled {
        error: sums.iter().zip(&squares).map(error).collect(),
        shares: sums.iter().map(|sum| sum / n).collect(),
        pairs,
    })
}

/// Adds to each driver what it brings to R² when the drivers enter in `order`.
fn enter(correlations: &Correlations, order: &[usize], added: &mut [f64]) {
    let (matrix, score) = (correlations.drivers(), correlations.score());
    // Rows of the Cholesky factor, and of the score against them.
    let mut rows: Vec<(usize, Vec<f64>)> = Vec::with_capacity(order.len());
    let mut explained: Vec<f64> = Vec::with_capacity(order.len());
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f64>();
    for &driver in order {
        let mut row: Vec<f64> = Vec::with_capacity(rows.len() + 1);
        for (other, above) in &rows {
            row.push((matrix[driver][*other] - dot(&row, above)) / above[row.len()]);
        }
        let pivot = matrix[driver][driver] - dot(&row, &row);
        if pivot > SAID {
            let new = (score[driver] - dot(&row, &explained)) / pivot.sqrt();
            row.push(pivot.sqrt());
            rows.push((driver, row));
            explained.push(new);
            added[driver] += new * new;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::driver::lmg::lmg;

    /// Twelve drivers, correlation 0.8^|i − j|, of unequal effect.
    fn twelve() -> Correlations {
        let of = |i: usize, j: usize| 0.8_f64.powf(i.abs_diff(j) as f64);
        let effects: Vec<f64> = (0..12).map(|i| if i % 3 == 0 { 0.2 } else { 0.02 }).collect();
        let mut rows: Vec<Vec<f64>> = (0..12).map(|i| (0..12).map(|j| of(i, j)).collect()).collect();
        let score: Vec<f64> =
            rows.iter().map(|row| row.iter().zip(&effects).map(|(r, e)| r * e).sum()).collect();
        rows.iter_mut().zip(&score).for_each(|(row, r)| row.push(*r));
        rows.push(score.into_iter().chain([1.0]).collect());
        Correlations::from_matrix(&rows, 12).unwrap()
    }

    #[test]
    fn it_is_within_its_error_of_the_exact_parts() {
        let correlations = twelve();
        let exact = lmg(&correlations).unwrap();
        let found = lmg_sampled(&correlations, 1000).unwrap();
        let total: f64 = found.shares.iter().sum();
        assert!((total - correlations.r2().unwrap()).abs() < 1e-9, "every order sums to R²");
        let within =
            exact.iter().zip(&found.shares).zip(&found.error).filter(|((e, f), w)| (*e - *f).abs() <= **w);
        assert!(within.count() >= 10, "{exact:?} {found:?}");
        assert!(found.error.iter().all(|e| *e < 0.004), "{:?}", found.error);
        assert_eq!(Some(found), lmg_sampled(&correlations, 1000));
    }

    #[test]
    fn one_pair_of_orders_has_no_error() {
        assert!(lmg_sampled(&twelve(), 1).is_none());
        let one = Correlations::from_matrix(&[vec![1.0, 0.5], vec![0.5, 1.0]], 1).unwrap();
        assert!((lmg_sampled(&one, 2).unwrap().shares[0] - 0.25).abs() < 1e-12);
    }
}
