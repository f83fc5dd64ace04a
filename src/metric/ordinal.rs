//! Proportional odds: what moves an answer up its scale, without taking the scale for a measure.

use super::cholesky::Cholesky;
use super::law::{PValue, normal_quantile};
use crate::tally::Histogram;

/// One answer with its predictors.
#[derive(Debug, Clone, PartialEq)]
pub struct Observation {
    /// Answer; only the order of answers matters.
    pub answer: f64,
    /// Design matrix row, the same length everywhere, without a constant.
    pub predictors: Vec<f64>,
    /// Times it was seen; real-valued weights count as such numbers.
    pub weight: f64,
}

/// A coefficient of a model.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Coefficient {
    /// Estimate, on the scale of log-odds.
    pub estimate: f64,
    /// Standard error, from the observed information.
    pub se: f64,
}

impl Coefficient {
    /// Wald's two-sided p-value.
    pub fn p(self) -> PValue {
        PValue::from_z(self.estimate / self.se)
    }
}

/// A fitted proportional odds model.
#[derive(Debug, Clone, PartialEq)]
pub struct OrdinalModel {
    /// Distinct answers, ascending.
    pub values: Vec<f64>,
    /// Cut-points between one answer and the next.
    pub thresholds: Vec<Coefficient>,
    /// One coefficient a predictor: positive moves answers up.
    pub coefficients: Vec<Coefficient>,
    /// Log-likelihood at the estimates.
    pub log_likelihood: f64,
    /// Log-likelihood of the model without predictors.
    pub null_log_likelihood: f64,
}

/// Steps after which Newton's method has failed: a predictor separates the answers.
const STEPS: u32 = 60;

/// Proportional odds model logit P(answer ≤ j) = θⱼ − xᵀβ by maximum likelihood, as R's `MASS::polr` and
/// `ordinal::clm`.
///
/// McCullagh, “Regression models for ordinal data”, *JRSS B* 42 (1980), 109–142. The log-likelihood is concave
/// (Pratt, “Concavity of the log likelihood”, *JASA* 76 (1981), 103–106), so Newton's method, its step halved
/// until the likelihood grows, finds the maximum where there is one. Standard errors read weights as
/// frequencies: they are not those of a sample design.
///
/// None under two distinct answers, with rows of unequal length or numbers that are not finite, for predictors
/// that depend on each other (or never vary), and where one separates the answers: its coefficient is infinite.
/// Rows without a positive weight are left out.
pub fn proportional_odds(rows: &[Observation]) -> Option<OrdinalModel> {
    let rows = merged(rows)?;
    let mut values: Vec<f64> = rows.iter().map(|row| row.answer).collect();
    values.dedup();
    let cuts = values.len().checked_sub(1).filter(|&cuts| cuts > 0)?;
    let levels: Vec<usize> =
        rows.iter().map(|row| values.partition_point(|&value| value < row.answer)).collect();

    let total: f64 = rows.iter().map(|row| row.weight).sum();
    let mut at_level = vec![0.0; values.len()];
    for (row, &level) in rows.iter().zip(&levels) {
        at_level[level] += row.weight;
    }
    let mut below = 0.0;
    let mut parameters: Vec<f64> = at_level[..cuts]
        .iter()
        .map(|weight| {
            below += weight;
            (below / (total - below)).ln()
        })
        .collect();
    parameters.resize(cuts + rows[0].predictors.len(), 0.0);

    let mut fit = likelihood(&rows, &levels, cuts, &parameters);
    for _ in 0..STEPS {
        let step = Cholesky::new(&fit.information)?.solve(&fit.gradient);
        let gain: f64 = step.iter().zip(&fit.gradient).map(|(s, g)| s * g).sum();
        let still = step.iter().zip(&parameters).all(|(s, p)| s.abs() <= 1e-8 * (1.0 + p.abs()));
        let mut part = 1.0;
        loop {
            let moved: Vec<f64> = parameters.iter().zip(&step).map(|(p, s)| p + part * s).collect();
            let next = likelihood(&rows, &levels, cuts, &moved);
            // At the maximum the likelihood moves by rounding alone.
            if next.value >= fit.value - 1e-12 * fit.value.abs() {
                (parameters, fit) = (moved, next);
                break;
            }
            part /= 2.0;
            if part < 1e-9 {
                return None;
            }
        }
        if still && gain < 1e-12 {
            let variance = Cholesky::new(&fit.information)?.inverse();
            let mut coefficients: Vec<Coefficient> = parameters
                .iter()
                .enumerate()
                .map(|(i, &estimate)| Coefficient { estimate, se: variance[i][i].sqrt() })
                .collect();
            let slopes = coefficients.split_off(cuts);
            return Some(OrdinalModel {
                values,
                thresholds: coefficients,
                coefficients: slopes,
                log_likelihood: fit.value,
                null_log_likelihood: at_level.iter().map(|weight| weight * (weight / total).ln()).sum(),
            });
        }
    }
    None
}

/// Rows in one order, equal ones together, so that their order changes nothing; none where they do not fit.
fn merged(rows: &[Observation]) -> Option<Vec<Observation>> {
    let mut rows: Vec<Observation> =
        rows.iter().filter(|row| row.weight.is_nan() || row.weight > 0.0).cloned().collect();
    let width = rows.first()?.predictors.len();
    let fits = |row: &Observation| {
        row.predictors.len() == width
            && row.answer.is_finite()
            && row.weight.is_finite()
            && row.predictors.iter().all(|x| x.is_finite())
    };
    if !rows.iter().all(fits) {
        return None;
    }
    rows.sort_by(|a, b| {
        let predictors = a.predictors.iter().zip(&b.predictors).map(|(x, y)| x.total_cmp(y));
        a.answer
            .total_cmp(&b.answer)
            .then(predictors.fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then))
            .then(a.weight.total_cmp(&b.weight))
    });
    rows.dedup_by(|next, kept| {
        let same = next.answer == kept.answer && next.predictors == kept.predictors;
        if same {
            kept.weight += next.weight;
        }
        same
    });
    Some(rows)
}

/// Log-likelihood with its gradient and the negative of its second derivatives.
struct Likelihood {
    value: f64,
    gradient: Vec<f64>,
    information: Vec<Vec<f64>>,
}

fn likelihood(rows: &[Observation], levels: &[usize], cuts: usize, parameters: &[f64]) -> Likelihood {
    let size = parameters.len();
    let mut sum =
        Likelihood { value: 0.0, gradient: vec![0.0; size], information: vec![vec![0.0; size]; size] };
    let (thresholds, slopes) = parameters.split_at(cuts);
    for (row, &level) in rows.iter().zip(levels) {
        let moved: f64 = row.predictors.iter().zip(slopes).map(|(x, b)| x * b).sum();
        let upper = thresholds.get(level).map_or(f64::INFINITY, |cut| cut - moved);
        let lower = level.checked_sub(1).map_or(f64::NEG_INFINITY, |below| thresholds[below] - moved);
        // F(u) − F(l) without the difference of two numbers close to 1.
        let probability = logistic(upper) * logistic(-lower) * -(lower - upper).exp_m1();
        sum.value += row.weight * if probability > 0.0 { probability.ln() } else { f64::NEG_INFINITY };
        let density = |x: f64| logistic(x) * logistic(-x);
        // First and second derivatives of F at both ends, over the probability.
        let (f, g) = (density(upper) / probability, density(lower) / probability);
        let (df, dg) = (f * (1.0 - 2.0 * logistic(upper)), g * (1.0 - 2.0 * logistic(lower)));
        // Each end as a linear form of the parameters.
        let form = |cut: Option<usize>, i: usize| {
            if i >= cuts { -row.predictors[i - cuts] } else { f64::from(u8::from(cut == Some(i))) }
        };
        let (above, under): (Vec<f64>, Vec<f64>) =
            (0..size).map(|i| (form(Some(level), i), form(level.checked_sub(1), i))).unzip();
        let slope: Vec<f64> = above.iter().zip(&under).map(|(a, b)| f * a - g * b).collect();
        for i in 0..size {
            sum.gradient[i] += row.weight * slope[i];
            for j in 0..=i {
                let curve = df * above[i] * above[j] - dg * under[i] * under[j];
                sum.information[i][j] += row.weight * (slope[i] * slope[j] - curve);
            }
        }
    }
    sum
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// Odds of a better answer in one group against another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OddsRatio {
    /// Odds of an answer above any point of the scale in `to`, over those in `from`.
    pub ratio: f64,
    /// Its natural logarithm with its standard error.
    pub log: Coefficient,
    /// Lower end of Wald's interval of the ratio.
    pub ci_low: f64,
    /// Upper end of Wald's interval of the ratio.
    pub ci_high: f64,
    /// Wald's two-sided p-value.
    pub p: PValue,
}

/// Odds ratio of `to` against `from` by the proportional odds model with one predictor, with its interval at
/// confidence `level`. It moves with the whole scale, where a share of best answers sees one cut of it.
///
/// 56 good answers of 70 against 48 of 80: 2.67, the odds ratio of the 2 × 2 table.
///
/// None where [`proportional_odds`] gives none (an empty group, equal answers, groups that do not overlap) or
/// outside 0 < `level` < 1.
pub fn odds_ratio(from: &Histogram, to: &Histogram, level: f64) -> Option<OddsRatio> {
    if !(level > 0.0 && level < 1.0) {
        return None;
    }
    let rows = |answers: &Histogram, group: f64| -> Vec<Observation> {
        let row = |&(answer, count): &(f64, u64)| Observation {
            answer,
            predictors: vec![group],
            weight: count as f64,
        };
        answers.bins().iter().map(row).collect()
    };
    let log = *proportional_odds(&[rows(from, 0.0), rows(to, 1.0)].concat())?.coefficients.first()?;
    let half = normal_quantile(level) * log.se;
    Some(OddsRatio {
        ratio: log.estimate.exp(),
        log,
        ci_low: (log.estimate - half).exp(),
        ci_high: (log.estimate + half).exp(),
        p: log.p(),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cell(counts: &[u64]) -> Histogram {
        Histogram::new(counts.iter().zip(0..).map(|(&n, v)| (f64::from(v), n)))
    }

    /// Two answers: the odds ratio of the 2 × 2 table, a d / (b c), and Woolf's standard error of its log.
    #[test]
    fn two_answers_are_a_two_by_two_table() {
        let odds = odds_ratio(&cell(&[32, 48]), &cell(&[14, 56]), 0.95).unwrap();
        assert!((odds.ratio - 56.0 * 32.0 / (14.0 * 48.0)).abs() < 1e-9);
        let woolf = (1.0 / 56.0 + 1.0 / 14.0 + 1.0 / 48.0 + 1.0 / 32.0_f64).sqrt();
        assert!((odds.log.se - woolf).abs() < 1e-9 && odds.ci_low < odds.ratio && odds.ratio < odds.ci_high);
    }

    #[test]
    fn what_has_no_maximum_has_no_model() {
        assert_eq!(odds_ratio(&cell(&[9, 3, 0, 0]), &cell(&[0, 0, 4, 9]), 0.95), None);
        assert_eq!(odds_ratio(&cell(&[0, 9]), &cell(&[0, 4]), 0.95), None);
        assert_eq!(odds_ratio(&cell(&[]), &cell(&[3, 4]), 0.95), None);
        assert_eq!(odds_ratio(&cell(&[1, 3]), &cell(&[3, 4]), 1.0), None);
        assert_eq!(proportional_odds(&[]), None);
        let row = |answer, predictors: &[f64], weight| Observation {
            answer,
            predictors: predictors.to_vec(),
            weight,
        };
        assert_eq!(proportional_odds(&[row(1.0, &[1.0], 1.0), row(2.0, &[], 1.0)]), None);
        assert_eq!(proportional_odds(&[row(1.0, &[1.0], f64::NAN), row(2.0, &[2.0], 1.0)]), None);
        assert_eq!(proportional_odds(&[row(1.0, &[1.0], 3.0), row(2.0, &[1.0], 1.0)]), None);
    }

    #[test]
    fn without_predictors_the_null_model_remains() {
        let rows: Vec<_> = [(1.0, 5.0), (2.0, 3.0), (4.0, 2.0)]
            .map(|(answer, weight)| Observation { answer, predictors: vec![], weight })
            .into();
        let model = proportional_odds(&rows).unwrap();
        assert!((model.log_likelihood - model.null_log_likelihood).abs() < 1e-12);
        assert!((model.thresholds[1].estimate - 4.0_f64.ln()).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn turning_the_groups_turns_the_ratio(
            a in prop::collection::vec(0_u64..40, 5), b in prop::collection::vec(0_u64..40, 5),
        ) {
            let (a, b) = (cell(&a), cell(&b));
            let (one, other) = (odds_ratio(&a, &b, 0.95), odds_ratio(&b, &a, 0.95));
            prop_assert_eq!(one.is_some(), other.is_some());
            if let (Some(one), Some(other)) = (one, other) {
                prop_assert!((one.log.estimate + other.log.estimate).abs() < 1e-6, "{one:?} {other:?}");
                prop_assert!(one.p.p > 0.0 && one.p.p <= 1.0 && one.log.se > 0.0);
            }
        }

        #[test]
        fn order_changes_nothing(
            cells in prop::collection::vec((0_u8..4, -1.0..1.0, 1_u8..9), 4..20), turn in 0_usize..20,
        ) {
            let mut rows: Vec<_> = cells
                .iter()
                .map(|&(answer, x, n)| Observation {
                    answer: f64::from(answer),
                    predictors: vec![x],
                    weight: f64::from(n),
                })
                .collect();
            let one = proportional_odds(&rows);
            let by = turn.min(rows.len());
            rows.rotate_left(by);
            prop_assert_eq!(one, proportional_odds(&rows));
        }
    }
}
