//! Importance for shares and for scales that are no measures: the R² of their likelihood divided fairly.

use super::shapley::shapley;
use crate::metric::ordinal::{Observation, proportional_odds};

/// Drivers whose sets are all fitted, at most: a thousand models.
pub const MODELS: usize = 10;

/// The part of `McFadden`'s R², 1 − ln L / ln L₀, that is due to each predictor: the mean of what it adds, over all orders
/// in which the predictors may enter the model. The parts sum to the R² of all. The model is the logit for two
/// distinct answers (a share: good or not), proportional odds for more.
///
/// `McFadden`, “Conditional logit analysis of qualitative choice behavior”, in *Frontiers in Econometrics* (1974),
/// 105–142. Rows that are equal are best put together, with their number as weight: each of up to a thousand models
/// reads them all. None beyond [`MODELS`] predictors, and where one of the models has no fit (see
/// [`proportional_odds`]).
#[must_use]
pub fn mcfadden(rows: &[Observation]) -> Option<Vec<f64>> {
    let predictors = rows.first()?.predictors.len();
    if predictors > MODELS || rows.iter().any(|row| row.predictors.len() != predictors) {
        return None;
    }
    let r2 = |set: usize| {
        let only: Vec<Observation> = rows
            .iter()
            .map(|row| Observation {
                predictors: (0..predictors)
                    .filter(|i| set >> i & 1 == 1)
                    .map(|i| row.predictors[i])
                    .collect(),
                ..*row
            })
            .collect();
        let model = proportional_odds(&only)?;
        Some(1.0 - model.log_likelihood / model.null_log_likelihood)
    };
    shapley(&(0..1 << predictors).map(r2).collect::<Option<Vec<f64>>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(answer: f64, predictors: &[f64], weight: f64) -> Observation {
        Observation { answer, predictors: predictors.to_vec(), weight }
    }

    /// A saturated model: the likelihood of the shares themselves.
    #[test]
    fn one_yes_or_no_predictor() {
        let rows =
            [row(0.0, &[0.0], 40.0), row(1.0, &[0.0], 10.0), row(0.0, &[1.0], 15.0), row(1.0, &[1.0], 35.0)];
        let entropy = |a: f64, b: f64| a * (a / (a + b)).ln() + b * (b / (a + b)).ln();
        let expected = 1.0 - (entropy(40.0, 10.0) + entropy(15.0, 35.0)) / entropy(55.0, 45.0);
        assert!((mcfadden(&rows).unwrap()[0] - expected).abs() < 1e-9);
    }

    #[test]
    fn what_has_no_fit_has_no_parts() {
        assert_eq!(mcfadden(&[]), None);
        assert_eq!(mcfadden(&[row(0.0, &[0.0], 3.0), row(1.0, &[1.0], 3.0)]), None, "separated");
        assert_eq!(mcfadden(&[row(0.0, &[0.0], 3.0), row(1.0, &[], 3.0)]), None);
        assert_eq!(mcfadden(&[row(0.0, &[0.0; 11], 3.0), row(1.0, &[1.0; 11], 3.0)]), None);
    }
}
