//! Least squares from sums of products.

use super::jackknife::Jackknife;
use crate::metric::cholesky::Cholesky;
use crate::tally::Products;

/// A predictor of which others leave less than this part of its variance is said by them.
pub(super) const SAID: f64 = 1e-8;

/// A linear model with a constant.
#[derive(Debug, Clone, PartialEq)]
pub struct Linear {
    /// Expected value where every predictor is zero.
    pub intercept: f64,
    /// Slope of each predictor, the others held.
    pub slopes: Vec<f64>,
    /// Share of the variance that the predictors explain, 0…1.
    pub r2: f64,
    /// Inverse of the predictors' sums of squares and products around their means.
    inverse: Vec<Vec<f64>>,
    /// Residual sum of squares.
    residual: f64,
    means: Vec<f64>,
    weight: f64,
}

/// Weighted least squares of `outcome` on `predictors`, variables of `products`.
///
/// Slopes β = Sxx⁻¹ Sxy of the covariances; R² = βᵀ Sxy / Syy. None without answers, when the outcome never
/// varies, or for predictors that depend on each other ([`independent`] finds those that do not).
#[must_use]
pub fn least_squares(products: &Products, outcome: usize, predictors: &[usize]) -> Option<Linear> {
    if products.constant(outcome) || predictors.iter().any(|&x| products.constant(x)) {
        return None;
    }
    let matrix = products.covariances(predictors);
    let with: Vec<f64> = predictors.iter().map(|&x| products.covariance(x, outcome)).collect();
    let factor = Cholesky::new(&matrix)?;
    let slopes = factor.solve(&with);
    let (weight, variance) = (products.weight(), products.covariance(outcome, outcome));
    let explained: f64 = slopes.iter().zip(&with).map(|(b, s)| b * s).sum();
    let means: Vec<f64> = predictors.iter().map(|&x| products.mean(x)).collect();
    let predicted: f64 = slopes.iter().zip(&means).map(|(b, m)| b * m).sum();
    let mut inverse = factor.inverse();
    inverse.iter_mut().flatten().for_each(|x| *x /= weight);
    Some(Linear {
        intercept: products.mean(outcome) - predicted,
        slopes,
        r2: (explained / variance).clamp(0.0, 1.0),
        inverse,
        residual: (variance - explained).max(0.0) * weight,
        means,
        weight,
    })
}

impl Linear {
    /// Standard errors of the intercept and of each slope when every answer counts once and varies alike around
    /// the model, as R's `summary(lm(…))` gives them: √(RSS / (n − p − 1) · diag (XᵀX)⁻¹). They hold for no
    /// weights and no clusters; the jackknife's do. None without answers to spare.
    #[must_use]
    pub fn classical_errors(&self) -> Option<Vec<f64>> {
        let left = self.weight - self.slopes.len() as f64 - 1.0;
        let spread = (left > 0.5).then(|| self.residual / left)?;
        let mut of_intercept = 1.0 / self.weight;
        for (row, m) in self.inverse.iter().zip(&self.means) {
            of_intercept += row.iter().zip(&self.means).map(|(v, other)| v * m * other).sum::<f64>();
        }
        let slopes = self.inverse.iter().enumerate().map(|(i, row)| (spread * row[i]).sqrt());
        Some(std::iter::once((spread * of_intercept).sqrt()).chain(slopes).collect())
    }
}

/// The predictors, in their order, that those before them do not say: neither constant nor a linear combination.
#[must_use]
pub fn independent(products: &Products, predictors: &[usize]) -> Vec<usize> {
    let mut kept: Vec<usize> = Vec::new();
    // Rows of the Cholesky factor of the correlations of what is kept.
    let mut rows: Vec<Vec<f64>> = Vec::new();
    for &x in predictors.iter().filter(|&&x| !products.constant(x)) {
        let deviation = products.covariance(x, x).sqrt();
        let mut row: Vec<f64> = Vec::with_capacity(kept.len() + 1);
        for (&other, above) in kept.iter().zip(&rows) {
            let scale = deviation * products.covariance(other, other).sqrt();
            let known: f64 = row.iter().zip(above).map(|(a, b)| a * b).sum();
            row.push((products.covariance(x, other) / scale - known) / above[row.len()]);
        }
        let pivot = 1.0 - row.iter().map(|a| a * a).sum::<f64>();
        if pivot > SAID {
            row.push(pivot.sqrt());
            rows.push(row);
            kept.push(x);
        }
    }
    kept
}

/// The predictors, in their order, that are [`independent`] over all answers and without any group of them.
#[must_use]
pub fn steady(jackknife: &Jackknife, predictors: &[usize]) -> Vec<usize> {
    let mut kept = independent(jackknife.products(), predictors);
    while let Some(fewer) =
        jackknife.each().map(|replicate| independent(replicate, &kept)).find(|fewer| fewer.len() < kept.len())
    {
        kept = fewer;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tally::Moments;

    fn products(rows: &[[i32; 4]]) -> Products {
        let mut moments = Moments::new(4);
        for row in rows {
            let values: Vec<(usize, i32)> = row.iter().copied().enumerate().collect();
            moments.add(1, &values);
        }
        moments.products(&[1.0; 4])
    }

    /// R 4.2.2, `summary(lm(y ~ a + b))` of y = 3 5 4 8 9, a = 1 2 3 4 5, b = 1 0 1 0 0, by hand: the normal
    /// equations in whole numbers.
    #[test]
    fn slopes_solve_the_normal_equations() {
        let rows = [[3, 1, 1, 0], [5, 2, 0, 0], [4, 3, 1, 0], [8, 4, 0, 0], [9, 5, 0, 0]];
        let fit = least_squares(&products(&rows), 0, &[1, 2]).unwrap();
        // Residuals are orthogonal to the constant and to each predictor.
        for column in [None, Some(1), Some(2)] {
            let sum: f64 = rows
                .iter()
                .map(|row| {
                    let x = |i: usize| f64::from(row[i]);
                    let left = x(0) - fit.intercept - fit.slopes[0] * x(1) - fit.slopes[1] * x(2);
                    left * column.map_or(1.0, x)
                })
                .sum();
            assert!(sum.abs() < 1e-9, "{column:?}: {sum}");
        }
        assert!(fit.r2 > 0.9 && fit.r2 < 1.0);
    }

    #[test]
    fn what_others_say_is_left_out() {
        // The fourth is the sum of the second and the third.
        let sums = products(&[[3, 1, 1, 2], [5, 2, 0, 2], [4, 3, 1, 4], [8, 4, 0, 4], [9, 5, 0, 5]]);
        assert_eq!(independent(&sums, &[1, 2, 3]), [1, 2]);
        assert_eq!(independent(&sums, &[3, 1, 2]), [3, 1]);
        assert!(least_squares(&sums, 0, &[1, 2, 3]).is_none());
        let none = products(&[]);
        assert!(independent(&none, &[1]).is_empty() && least_squares(&none, 0, &[1]).is_none());
        let flat = products(&[[3, 1, 0, 0], [3, 2, 0, 0]]);
        assert!(least_squares(&flat, 0, &[1]).is_none() && least_squares(&flat, 1, &[0]).is_none());
        // Two answers fit a line exactly and leave no answer to spare.
        let line = least_squares(&products(&[[3, 1, 0, 0], [5, 2, 0, 0]]), 0, &[1]).unwrap();
        assert!((line.slopes[0] - 2.0).abs() < 1e-12 && line.classical_errors().is_none());
    }
}
