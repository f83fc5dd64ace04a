//! Johnson's relative weights, and CAR scores: R² by way of drivers that do not correlate.

use super::correlations::Correlations;
use super::symmetric::Eigen;

/// An eigenvalue under this belongs to drivers that say the same.
const NOTHING: f64 = 1e-10;

/// Johnson's relative weights: the drivers are replaced by the nearest ones that do not correlate, whose parts of R²
/// are plain, and these are shared out to the drivers that make them up. They sum to R².
///
/// With R = V Λ Vᵀ the drivers' correlations, Λ* = V Λ^½ Vᵀ and β* = Λ*⁻¹ r: εᵢ = Σⱼ (Λ*ᵢⱼ βⱼ*)². Johnson, “A heuristic
/// method for estimating the relative weight of predictor variables in multiple regression”, *Multivariate
/// Behavioral Research* 35 (2000), 1–19; the same numbers as Genizi's (*Statistica Sinica* 3 (1993), 407–420). Close to
/// [`lmg`](super::lmg()) at a fraction of the work. None for correlations that are no numbers.
#[must_use]
pub fn relative_weights(correlations: &Correlations) -> Option<Vec<f64>> {
    let eigen = Eigen::new(correlations.drivers())?;
    let betas = nearest(&eigen, correlations);
    let root = eigen.map(|value| value.max(0.0).sqrt());
    let weight = |row: &Vec<f64>| row.iter().zip(&betas).map(|(l, b)| (l * b).powi(2)).sum();
    Some(root.iter().map(weight).collect())
}

/// CAR scores, squared: the part of R² of each driver freed of its correlation with the others. They sum to R².
///
/// ω = R^(−½) r. Zuber & Strimmer, “High-dimensional regression and variable selection using CAR scores”,
/// *Statistical Applications in Genetics and Molecular Biology* 10 (2011), 34.
#[must_use]
pub fn car_scores(correlations: &Correlations) -> Option<Vec<f64>> {
    let eigen = Eigen::new(correlations.drivers())?;
    Some(nearest(&eigen, correlations).iter().map(|b| b * b).collect())
}

/// Correlations of the score with the uncorrelated drivers nearest to the given ones: R^(−½) r.
fn nearest(eigen: &Eigen, correlations: &Correlations) -> Vec<f64> {
    let inverse = eigen.map(|value| if value > NOTHING { value.sqrt().recip() } else { 0.0 });
    let product = |row: &Vec<f64>| row.iter().zip(correlations.score()).map(|(x, r)| x * r).sum();
    inverse.iter().map(product).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Twins share; the weights still sum to R².
    #[test]
    fn drivers_that_say_the_same_share() {
        let matrix = [vec![1.0, 1.0, 0.6], vec![1.0, 1.0, 0.6], vec![0.6, 0.6, 1.0]];
        let twins = Correlations::from_matrix(&matrix, 2).unwrap();
        for shares in [relative_weights(&twins).unwrap(), car_scores(&twins).unwrap()] {
            assert!((shares[0] - 0.18).abs() < 1e-9 && (shares[1] - 0.18).abs() < 1e-9, "{shares:?}");
        }
    }
}
