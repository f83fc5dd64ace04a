//! What weighting did, for the report.

use schemars::JsonSchema;
use serde::Serialize;

use super::weighting::Method;

/// How the answers were weighted, and what it cost.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct WeightingSummary {
    /// How.
    pub method: Method,
    /// Column of the base weights; null where every row begins at 1.
    pub base_weight: Option<String>,
    /// Whether each wave was weighted to the targets on its own.
    pub each_wave: bool,
    /// People that the weights add up to, in each wave where each is weighted on its own; null where the total of
    /// the base weights was kept.
    pub population: Option<f64>,
    /// Rounds over all margins, of the wave that took most.
    pub iterations: u64,
    /// Largest deviation left from a target, relative to it: above 1e-10 where trimming is in the way, or where
    /// the margins hold only with weights of 0 that raking comes near.
    pub largest_deviation: f64,
    /// Structure before and after.
    pub margins: Vec<MarginSummary>,
    /// The weights.
    pub weights: WeightSpread,
}

/// One margin, all waves together.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MarginSummary {
    /// Columns; several where they are crossed.
    pub columns: Vec<String>,
    /// Rows without a value of it: as a whole they keep the share of the base weights that they have.
    pub missing: u64,
    /// Its values, in the order declared.
    pub values: Vec<MarginValue>,
}

/// One value of a margin; shares are of the rows that have a value. Under the minimum group the figures that
/// come from the rows are null.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MarginValue {
    /// The value; joined with × where columns are crossed.
    pub value: String,
    /// Rows.
    pub n: Option<u64>,
    /// Share of the base weights, 0…1.
    pub share_before: Option<f64>,
    /// Share of the weights, 0…1.
    pub share_after: Option<f64>,
    /// Share declared, 0…1.
    pub target: f64,
    /// Mean weight of its rows, the mean of all rows being 1.
    pub mean_weight: Option<f64>,
}

/// How unequal weights are.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct WeightSpread {
    /// Rows with a weight above 0.
    pub n: u64,
    /// Rows whose base weight is empty, 0 or no number: they weigh nothing.
    pub unweighted: u64,
    /// Sum.
    pub sum: f64,
    /// Lowest.
    pub min: f64,
    /// Highest.
    pub max: f64,
    /// Mean.
    pub mean: f64,
    /// Coefficient of variation: standard deviation (divided by n) over mean.
    pub cv: f64,
    /// Effective base, (Σw)² / Σw² (Kish, Survey Sampling, 1965): the loss of precision that weights alone cause.
    pub n_eff: f64,
    /// n / `n_eff` = 1 + CV².
    pub deff: f64,
    /// Rows whose weight was brought to a bound.
    pub trimmed: u64,
    /// The bounds declared, in multiples of the mean weight.
    pub bounds: Option<[f64; 2]>,
}

impl WeightSpread {
    /// Of weights, each with its number of rows.
    #[must_use]
    pub fn new(weights: &[(f64, u64)]) -> Self {
        let weights = || weights.iter().filter(|(w, n)| *w > 0.0 && *n > 0);
        let n: u64 = weights().map(|(_, n)| n).sum();
        let sum: f64 = weights().map(|(w, n)| w * *n as f64).sum();
        let mean = if n > 0 { sum / n as f64 } else { 0.0 };
        // Around the mean, not Σw² − n·mean²: equal weights have a CV of exactly 0, however large.
        let spread: f64 = weights().map(|(w, n)| (w / mean - 1.0).powi(2) * *n as f64).sum();
        let cv = if n > 0 { (spread / n as f64).sqrt() } else { 0.0 };
        let deff = 1.0 + cv * cv;
        Self {
            n,
            unweighted: 0,
            sum,
            min: weights().map(|(w, _)| *w).reduce(f64::min).unwrap_or_default(),
            max: weights().map(|(w, _)| *w).reduce(f64::max).unwrap_or_default(),
            mean,
            cv,
            n_eff: n as f64 / deff,
            deff,
            trimmed: 0,
            bounds: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The raked weights of R's apiclus1: `kish` in the reference values.
    #[test]
    fn kish() {
        let raked = [
            (39.839_236_246_935, 12),
            (67.125_529_241_263, 3),
            (49.069_072_164_124, 8),
            (29.870_675_492_628, 132),
            (50.329_401_116_241, 11),
            (36.791_024_864_38, 17),
        ];
        let found = WeightSpread::new(&raked);
        assert!((found.n_eff - 174.011_158_550_889).abs() < 1e-8, "{found:?}");
        assert!((found.deff - 1.051_656_695_605).abs() < 1e-10);
        assert!((found.sum - 6194.0).abs() < 1e-8);
        assert_eq!((found.n, found.min, found.max), (183, 29.870_675_492_628, 67.125_529_241_263));
    }

    #[test]
    fn equal_weights_cost_nothing_and_no_weights_are_no_division_by_zero() {
        let equal = WeightSpread::new(&[(0.1, 3), (0.0, 5), (0.1, 4)]);
        assert!((equal.n_eff - 7.0).abs() < 1e-12 && equal.cv < 1e-12);
        let none = WeightSpread::new(&[]);
        assert_eq!((none.n, none.sum, none.n_eff, none.deff), (0, 0.0, 0.0, 1.0));
    }
}
