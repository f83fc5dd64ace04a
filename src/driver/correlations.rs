//! Correlations of drivers with each other and with a score, and the importances that come straight from them.

use crate::metric::cholesky::Cholesky;
use crate::tally::Products;

/// Correlations of drivers, two by two, and of each with the score: all that a standardised linear model needs.
///
/// An importance sums to R² over the drivers ([`lmg`](super::lmg()), [`relative_weights`](super::relative_weights),
/// [`car_scores`](super::car_scores), [`pratt`](Self::pratt)) or looks at one driver ([`first`](Self::first), all
/// that it explains alone; [`last`](Self::last), what it adds to the others). Grömping, “Relative importance for
/// linear regression in R: the package relaimpo”, *Journal of Statistical Software* 17 (2006), 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Correlations {
    drivers: Vec<Vec<f64>>,
    score: Vec<f64>,
}

impl Correlations {
    /// Of variables of sums; none when the score or a driver never varies.
    #[must_use]
    pub fn new(products: &Products, score: usize, drivers: &[usize]) -> Option<Self> {
        if products.constant(score) || drivers.iter().any(|&x| products.constant(x)) {
            return None;
        }
        let deviation = |x: usize| products.covariance(x, x).sqrt();
        let correlation = |a: usize, b: usize| {
            if a == b { 1.0 } else { products.covariance(a, b) / (deviation(a) * deviation(b)) }
        };
        Some(Self {
            drivers: drivers.iter().map(|&a| drivers.iter().map(|&b| correlation(a, b)).collect()).collect(),
            score: drivers.iter().map(|&a| correlation(a, score)).collect(),
        })
    }

    /// Of a matrix of correlations, symmetric, one of whose rows is the score; none when its rows differ in length,
    /// when `score` is no row, or when a number is not within −1…1.
    #[must_use]
    pub fn from_matrix(matrix: &[Vec<f64>], score: usize) -> Option<Self> {
        let whole = matrix.iter().all(|row| {
            row.len() == matrix.len() && row.iter().all(|r| r.is_finite() && r.abs() <= 1.0 + 1e-9)
        });
        if !whole {
            return None;
        }
        let without = |row: &[f64]| -> Vec<f64> {
            row.iter().enumerate().filter(|(i, _)| *i != score).map(|(_, r)| *r).collect()
        };
        let drivers = matrix.iter().enumerate().filter(|(i, _)| *i != score).map(|(_, row)| without(row));
        Some(Self { drivers: drivers.collect(), score: without(matrix.get(score)?) })
    }

    /// Number of drivers.
    #[must_use]
    pub fn len(&self) -> usize {
        self.score.len()
    }

    /// True without drivers.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.score.is_empty()
    }

    /// Correlations of the drivers, two by two.
    #[must_use]
    pub fn drivers(&self) -> &[Vec<f64>] {
        &self.drivers
    }

    /// Correlation of each driver with the score, −1…1.
    #[must_use]
    pub fn score(&self) -> &[f64] {
        &self.score
    }

    /// Standardised coefficients: by how many standard deviations the score differs where a driver is one
    /// standard deviation higher, the others held. None for drivers that depend on each other.
    #[must_use]
    pub fn standardised(&self) -> Option<Vec<f64>> {
        Some(Cholesky::new(&self.drivers)?.solve(&self.score))
    }

    /// R²: share of the score's variance that the drivers explain together, 0…1.
    #[must_use]
    pub fn r2(&self) -> Option<f64> {
        let product = |(b, r): (&f64, &f64)| b * r;
        Some(self.standardised()?.iter().zip(&self.score).map(product).sum::<f64>().clamp(0.0, 1.0))
    }

    /// Squared correlation of each driver with the score: what it explains alone.
    #[must_use]
    pub fn first(&self) -> Vec<f64> {
        self.score.iter().map(|r| r * r).collect()
    }

    /// What each driver adds to R² when it comes last: βᵢ² / (R⁻¹)ᵢᵢ.
    #[must_use]
    pub fn last(&self) -> Option<Vec<f64>> {
        let factor = Cholesky::new(&self.drivers)?;
        let betas = factor.solve(&self.score);
        let inverse = factor.inverse();
        Some(betas.iter().enumerate().map(|(i, b)| b * b / inverse[i][i]).collect())
    }

    /// Squared standardised coefficients.
    #[must_use]
    pub fn beta_squared(&self) -> Option<Vec<f64>> {
        Some(self.standardised()?.iter().map(|b| b * b).collect())
    }

    /// Pratt's product of coefficient and correlation. It sums to R² and may be negative, which is why it is not
    /// shown by itself.
    #[must_use]
    pub fn pratt(&self) -> Option<Vec<f64>> {
        Some(self.standardised()?.iter().zip(&self.score).map(|(b, r)| b * r).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_driver_explains_its_squared_correlation() {
        let one = Correlations::from_matrix(&[vec![1.0, 0.6], vec![0.6, 1.0]], 1).unwrap();
        assert_eq!((one.len(), one.score(), one.first()), (1, &[0.6][..], vec![0.36]));
        for shares in [one.last(), one.beta_squared(), one.pratt()] {
            assert!((shares.unwrap()[0] - 0.36).abs() < 1e-12);
        }
        assert!((one.r2().unwrap() - 0.36).abs() < 1e-12);
    }

    #[test]
    fn what_is_no_correlation_matrix_is_refused() {
        assert!(Correlations::from_matrix(&[vec![1.0, 0.6], vec![0.6]], 1).is_none());
        assert!(Correlations::from_matrix(&[vec![1.0, 6.0], vec![6.0, 1.0]], 1).is_none());
        assert!(Correlations::from_matrix(&[vec![1.0]], 1).is_none());
        assert!(Correlations::from_matrix(&[vec![1.0]], 0).unwrap().is_empty());
        let same = vec![vec![1.0, 1.0, 0.5], vec![1.0, 1.0, 0.5], vec![0.5, 0.5, 1.0]];
        assert!(Correlations::from_matrix(&same, 2).unwrap().last().is_none());
    }
}
