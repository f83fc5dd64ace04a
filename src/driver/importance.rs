//! How much each rated dimension counts in a score.

use super::Limits;
use super::adjusted::Effect;
use super::correlations::Correlations;
use super::jackknife::Jackknifed;
use super::linear::steady;
use super::mcfadden::{MODELS, mcfadden};
use super::parts::parts;
use super::penalty_reward::{PenaltyReward, penalty_reward};
use super::rated::Rated;
use super::relative_weights::relative_weights;
use super::rows::{Importance, ImportanceModel};
use crate::metric::ordinal::Observation;

/// Answers for each dimension that a model needs: as many dimensions without effect explain a tenth of the variance.
const PER_DIMENSION: u64 = 10;
/// Answers that a model needs at least.
const LEAST: u64 = 30;
/// Operations that fitting a model to every set of dimensions may take: a second or so.
const WORK: f64 = 1e9;

/// Importance of the rated dimensions (`names`: id and label of each) in the score `target`, the largest first.
///
/// Parts of R² of the score as it was answered, with their intervals ([`parts`]), Johnson's relative weights beside
/// them, parts of the likelihood's R² of the metric ([`mcfadden`]) where the models are few and small enough, penalty
/// and reward in points of the metric. Adjusted R²: 1 − (1 − R²)(n − 1) / (n − p − 1). An importance is an
/// association: it does not prove that a better rating would move the score.
///
/// Answers that lack a dimension are left out and counted; so are dimensions that never vary, with all answers or
/// without one group. None for fewer than 30 answers, 10 for each dimension or the minimum group, when the score
/// never varies, without two groups, or outside 0 < level < 1.
#[must_use]
pub fn importance(
    target: &str,
    names: &[(String, String)],
    rated: &Rated,
    limits: Limits,
) -> Option<(ImportanceModel, Vec<Importance>)> {
    let (jackknife, n) = (&rated.jackknife, rated.jackknife.moments().n());
    let varies = |x: &usize| steady(jackknife, &[*x]).len() == 1;
    let drivers: Vec<usize> = (0..rated.dimensions().min(names.len())).filter(varies).collect();
    let p = drivers.len();
    if p == 0 || n < LEAST.max(PER_DIMENSION * p as u64).max(limits.min_group) {
        return None;
    }
    let products = jackknife.products();
    let correlations = Correlations::new(products, rated.score(), &drivers)?;
    let found = parts(jackknife, rated.score(), &drivers, limits.level)?;
    let means = jackknife
        .intervals(limits.level, |products| Some(drivers.iter().map(|&x| products.mean(x)).collect()))?;
    let likelihood = rated.observations.as_deref().and_then(|rows| of_likelihood(rows, &drivers));

    let support = limits.min_support.max(limits.min_group);
    let ends = penalty_reward(jackknife, rated.points(), &rated.ends(), support, limits.level);
    let standardised = correlations.standardised();
    let weights = relative_weights(&correlations)?;
    let row = |i: usize| {
        row(
            target,
            &names[drivers[i]],
            &Dimension {
                missing: rated.missing[drivers[i]],
                scale: rated.scales[drivers[i]],
                mean: means[i],
                correlation: correlations.score()[i],
                standardised: standardised.as_ref().map(|b| b[i]),
                part: found.parts[i],
                share: if found.r2 > 0.0 { found.parts[i].value / found.r2 } else { 0.0 },
                sampling_error: found.error.as_ref().map(|error| error[i]),
                likelihood: likelihood.as_ref().map(|parts| parts[i]),
                relative_weight: weights[i],
                ends: ends.as_ref().map(|ends| ends[drivers[i]]),
            },
        )
    };
    let mut rows: Vec<Importance> = (0..p).map(row).collect();
    rows.sort_by(|a, b| b.importance.total_cmp(&a.importance).then_with(|| a.id.cmp(&b.id)));
    let left_out = (0..names.len()).filter(|x| !drivers.contains(x)).map(|x| names[x].0.clone());
    let model = ImportanceModel {
        target: target.to_owned(),
        n,
        incomplete: rated.answered - n,
        r2: found.r2,
        r2_low: found.r2_low,
        r2_high: found.r2_high,
        r2_adjusted: 1.0 - (1.0 - found.r2) * (n as f64 - 1.0) / (n as f64 - p as f64 - 1.0),
        exact: found.error.is_none(),
        left_out: left_out.collect(),
    };
    Some((model, rows))
}

/// Parts of the likelihood's R² due to the drivers, where fitting a model to each of their sets is quick.
fn of_likelihood(rows: &[Observation], drivers: &[usize]) -> Option<Vec<f64>> {
    let mut values: Vec<f64> = rows.iter().map(|row| row.answer).collect();
    values.sort_by(f64::total_cmp);
    values.dedup();
    // Half the sets have half the drivers; Newton's method takes some six steps.
    let parameters = values.len() as f64 + drivers.len() as f64 / 2.0;
    let work = 6.0 * rows.len() as f64 * parameters.powi(2) * 2.0_f64.powi(drivers.len().try_into().ok()?);
    if drivers.len() > MODELS || work > WORK {
        return None;
    }
    let of = |row: &Observation| Observation {
        predictors: drivers.iter().filter_map(|&x| row.predictors.get(x).copied()).collect(),
        ..*row
    };
    mcfadden(&rows.iter().map(of).collect::<Vec<_>>())
}

/// What was found of one dimension.
struct Dimension {
    missing: u64,
    scale: (f64, f64),
    mean: Jackknifed,
    correlation: f64,
    standardised: Option<f64>,
    part: Jackknifed,
    share: f64,
    sampling_error: Option<f64>,
    likelihood: Option<f64>,
    relative_weight: f64,
    ends: Option<PenaltyReward>,
}

fn row(target: &str, (id, label): &(String, String), found: &Dimension) -> Importance {
    let ends = found.ends.unwrap_or(PenaltyReward { penalty: None, reward: None, asymmetry: None });
    let adjusted = |effect: Option<Effect>| effect.map(Into::into);
    Importance {
        target: target.to_owned(),
        id: id.clone(),
        label: label.clone(),
        missing: found.missing,
        mean: found.mean.value,
        mean_low: found.mean.ci_low.max(found.scale.0),
        mean_high: found.mean.ci_high.min(found.scale.1),
        scale_low: found.scale.0,
        scale_high: found.scale.1,
        correlation: found.correlation,
        standardised: found.standardised,
        importance: found.part.value,
        // A part of R² is not negative.
        importance_low: found.part.ci_low.max(0.0),
        importance_high: found.part.ci_high,
        sampling_error: found.sampling_error,
        share: found.share,
        relative_weight: found.relative_weight,
        likelihood_part: found.likelihood,
        penalty: adjusted(ends.penalty),
        reward: adjusted(ends.reward),
        appeal: ends.appeal(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::driver::penalty_reward::Appeal;
    use crate::study::{Kind, Scale};
    use crate::tally::{Point, Ratings};

    const LIMITS: Limits = Limits { level: 0.95, min_support: 30, min_group: 5 };

    fn names(dimensions: usize) -> Vec<(String, String)> {
        (0..dimensions).map(|i| (format!("q{i}"), format!("Question {i}"))).collect()
    }

    fn scale() -> Vec<Point> {
        let scale = Scale { low: 1.0, high: 5.0 };
        (1..=5).map(f64::from).map(|x| (x, scale.group(Kind::Rating, x))).collect()
    }

    fn score() -> Vec<(f64, f64)> {
        (0..=10)
            .map(|x| {
                (
                    f64::from(x),
                    if x > 8 {
                        100.0
                    } else if x < 7 {
                        -100.0
                    } else {
                        0.0
                    },
                )
            })
            .collect()
    }

    /// Ratings of 1…5 that share a mood; the first dimension counts three times, the second once.
    fn study(rows: u64, dimensions: usize, seed: u64) -> Rated {
        let mut state = seed;
        let mut draw = |n: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            ((state >> 33) % n).cast_signed()
        };
        let mut ratings = Ratings::new(&vec![scale(); dimensions], &score(), 50);
        for row in 0..rows {
            let mood = draw(3);
            let codes: Vec<u16> = (0..dimensions).map(|_| (draw(4) + mood - 1).clamp(0, 4) as u16).collect();
            let of = |i: usize| codes.get(i).map_or(0, |c| i64::from(*c) - 2);
            let answer = (6 + (3 * of(0) + of(1) + draw(9) - 4) / 2).clamp(0, 10) as u16;
            let lost = if row % 25 == 0 { u16::MAX } else { codes[0] };
            let shown: Vec<u16> = std::iter::once(lost).chain(codes[1..].iter().copied()).collect();
            ratings.add(0, (None, row), 1, &shown, answer);
        }
        Rated::new(ratings, &BTreeMap::new())
    }

    #[test]
    fn what_counts_comes_first_with_what_was_left_out() {
        let (model, rows) = importance("nps", &names(4), &study(1000, 4, 1), LIMITS).unwrap();
        assert_eq!((model.n, model.incomplete, rows.len()), (960, 40, 4));
        assert_eq!(rows.iter().map(|r| r.id.as_str()).collect::<Vec<_>>()[..2], ["q0", "q1"]);
        assert_eq!((rows[0].missing, rows[1].missing), (40, 0));
        let total: f64 = rows.iter().map(|r| r.importance).sum();
        assert!(
            (total - model.r2).abs() < 1e-12
                && (rows.iter().map(|r| r.share).sum::<f64>() - 1.0).abs() < 1e-12
        );
        let weights: f64 = rows.iter().map(|r| r.relative_weight).sum();
        assert!((weights - model.r2).abs() < 1e-9 && model.r2_adjusted < model.r2);
        assert!(
            0.0 < model.r2_low && model.r2_low < model.r2 && model.r2 < model.r2_high && model.r2_high < 1.0
        );
        for row in &rows {
            assert!(row.importance_low <= row.importance && row.importance <= row.importance_high, "{row:?}");
            assert!(row.mean_low < row.mean && row.mean < row.mean_high && row.mean_low >= 1.0);
        }
        assert_eq!(rows[0].appeal, Appeal::Performance);
        assert_eq!(rows[3].appeal, Appeal::Undecided);
        assert!(rows[0].penalty.as_ref().unwrap().effect < -20.0, "in points of the net score");
    }

    /// More dimensions than whose sets can be tried: orders are drawn, and say how exact they are.
    #[test]
    fn many_dimensions_are_sampled() {
        let (model, rows) = importance("nps", &names(24), &study(1500, 24, 2), LIMITS).unwrap();
        assert!(!model.exact && rows.len() == 24);
        assert_eq!(rows[0].id, "q0");
        assert!(rows.iter().all(|r| r.sampling_error.unwrap() < 0.01));
        assert!(rows[0].importance_low > rows[2].importance_high, "{:?} {:?}", rows[0], rows[2]);
    }

    #[test]
    fn few_answers_have_no_importance() {
        assert!(importance("nps", &names(4), &study(40, 4, 3), LIMITS).is_none());
        assert!(importance("nps", &names(2), &study(0, 2, 3), LIMITS).is_none());
        assert!(importance("nps", &names(1), &study(200, 1, 3), Limits { level: 1.0, ..LIMITS }).is_none());
        assert!(
            importance("nps", &names(1), &study(200, 1, 3), Limits { min_group: 500, ..LIMITS }).is_none()
        );
        let one = importance("nps", &names(1), &study(200, 1, 3), LIMITS).unwrap();
        assert!((one.1[0].importance - one.1[0].correlation.powi(2)).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn any_ratings_give_numbers_or_nothing(
            answers in prop::collection::vec((0_u64..5, prop::collection::vec(0_u16..6, 3), 0_u16..12), 0..150),
        ) {
            let mut ratings = Ratings::new(&vec![scale(); 3], &score(), 20);
            for (row, (weight, codes, score)) in (0..).zip(&answers) {
                ratings.add(0, (None, row), *weight, codes, *score);
            }
            let found = importance("nps", &names(3), &Rated::new(ratings, &BTreeMap::new()), LIMITS);
            if let Some((model, rows)) = found {
                prop_assert!(0.0 <= model.r2_low && model.r2_low <= model.r2_high && model.r2_high <= 1.0);
                prop_assert_eq!(rows.len() + model.left_out.len(), 3);
                for row in &rows {
                    let numbers = [row.mean_low, row.mean_high, row.importance_low, row.importance_high, row.share];
                    prop_assert!(numbers.iter().all(|x| x.is_finite()), "{row:?}");
                    prop_assert!(row.correlation.abs() <= 1.0 + 1e-9 && row.relative_weight >= 0.0);
                }
            }
        }
    }
}
