//! What a topic costs a score, or brings to it.

use super::exact::exact;
use crate::metric::compare::welch;
use crate::metric::law::{PValue, normal_quantile};
use crate::tally::Histogram;

/// A score among the answers that mention a topic and among the others, in the score's unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Impact {
    /// Score of the answers that mention it.
    pub with: f64,
    /// Score of the other answers.
    pub without: f64,
    /// Score of all answers minus `without`: points at stake, negative for an irritant.
    pub impact: f64,
    /// Standard error of the impact.
    pub se: f64,
    /// Lower end of the interval of the impact.
    pub ci_low: f64,
    /// Upper end of the interval of the impact.
    pub ci_high: f64,
    /// Two-sided p-value: could a topic spread at random among the answers separate them so?
    pub p_value: PValue,
}

/// Impact of a topic on a score that is a mean: each answer recoded to what it adds to the score (−100, 0, 100
/// for a net score, 0 or 100 for a share), in `with` those that mention the topic, in `without` the others.
///
/// With `N` answers of score `m`, of which `n` mention the topic and score `a`, the others scoring `b`:
///
/// - Impact = m − b = n (a − m) / (N − n): how much the score would rise (sign changed) if those who mention the
///   topic answered as the others do. A frequent mild irritant outweighs a rare sharp one.
/// - Interval: impact ± z se, se² = Σ IF² / N², by the influence function of a mean minus a ratio of means:
///   IF = x − m for an answer that mentions the topic, (x − m) − (x − b) N / (N − n) for another. It
///   accounts for the number of mentions being itself a draw.
/// - p: z² = (a − m)² / (S² / n · (1 − n / N)), S² the variance (N − 1) of all answers. That is the exact variance
///   of `a` when the mentions fall on the answers at random, in its normal approximation. For a score of 0
///   and 1, z² is the “N − 1” χ² (Campbell, “Chi-squared and Fisher–Irwin tests of two-by-two tables with small
///   sample recommendations”, *Statistics in Medicine* 26 (2007), 3661–3675). Where few mentions are expected in
///   the rarest group of answers, the same law is enumerated instead (scores of two or three values); for
///   means of fewer than 30 mentions the larger of this p and Welch's is kept.
///
/// None when nobody or everybody mentions the topic, when all answers are worth the same, or when `level` is not
/// between 0 and 1.
pub fn impact(with: &Histogram, without: &Histogram, level: f64) -> Option<Impact> {
    let all = Histogram::new(with.bins().iter().chain(without.bins()).copied());
    let (mean, mean_with, mean_without) = (all.mean()?, with.mean()?, without.mean()?);
    let variance = all.variance()?;
    let z = normal_quantile(level);
    let one_value = all.bins().iter().filter(|bin| bin.1 > 0).count() < 2;
    if one_value || !(z > 0.0 && z.is_finite()) {
        return None;
    }
    let (n, total) = (with.n() as f64, all.n() as f64);
    let others = total - n;
    // Equal to `mean - mean_without`, without the difference of two near numbers.
    let impact = n / total * (mean_with - mean_without);

    let sum = |answers: &Histogram, influence: &dyn Fn(f64) -> f64| {
        answers.bins().iter().map(|&(x, count)| count as f64 * influence(x).powi(2)).sum::<f64>()
    };
    let squares =
        sum(with, &|x| x - mean) + sum(without, &|x| (x - mean) - (x - mean_without) * total / others);
    let se = squares.sqrt() / total;

    let spread = (variance / n * (others / total)).sqrt();
    let normal = PValue::from_z((mean_with - mean) / spread);
    let p_value = match exact(with, &all) {
        Some(exact) => exact,
        None if n < 30.0 && all.bins().len() > 3 => {
            welch(with, without).filter(|welch| welch.p > normal.p).unwrap_or(normal)
        }
        None => normal,
    };
    Some(Impact {
        with: mean_with,
        without: mean_without,
        impact,
        se,
        ci_low: impact - z * se,
        ci_high: impact + z * se,
        p_value,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::keyness::{Table, chi2};

    fn nps(promoters: u64, passives: u64, detractors: u64) -> Histogram {
        Histogram::new([(100.0, promoters), (0.0, passives), (-100.0, detractors)])
    }

    fn answers(counts: &[u64]) -> Histogram {
        Histogram::new((1..).map(f64::from).zip(counts.iter().copied()))
    }

    /// N = 100 with NPS 40, of which 20 with NPS −30: the impact is −17.5, by n (a − m) / (N − n).
    #[test]
    fn worked_example() {
        // 5 − 11 = −6 of 20; 60 − 14 = 46 of 80; 40 of 100.
        let found = impact(&nps(5, 4, 11), &nps(60, 6, 14), 0.95).unwrap();
        assert!((found.with + 30.0).abs() < 1e-12 && (found.without - 57.5).abs() < 1e-12);
        assert!((found.impact + 17.5).abs() < 1e-12);
        assert!(found.ci_low < -17.5 && -17.5 < found.ci_high);
    }

    /// The variance of an impact over samples drawn anew from the same answers is the square of its standard
    /// error, to what 20,000 samples can tell (half a percent).
    #[test]
    fn standard_error_agrees_with_a_bootstrap() {
        let (with, without) = (answers(&[40, 25, 10, 15, 10]), answers(&[20, 30, 50, 120, 80]));
        let found = impact(&with, &without, 0.95).unwrap();
        let people: Vec<(bool, f64)> = [(true, &with), (false, &without)]
            .iter()
            .flat_map(|&(mentions, group)| {
                group.bins().iter().flat_map(move |&(x, c)| (0..c).map(move |_| (mentions, x)))
            })
            .collect();
        let mut state = 1_u64;
        let mut draw = || {
            // Knuth's MMIX generator, its high bits.
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            people[(state >> 33) as usize % people.len()]
        };
        let (mut sum, mut squares) = (0.0, 0.0);
        let samples = 20_000;
        for _ in 0..samples {
            let (mut all, mut without, mut others) = (0.0, 0.0, 0.0);
            for _ in 0..people.len() {
                let (mentions, x) = draw();
                all += x;
                if !mentions {
                    without += x;
                    others += 1.0;
                }
            }
            let value = all / people.len() as f64 - without / others;
            sum += value;
            squares += value * value;
        }
        let mean = sum / f64::from(samples);
        let deviation = (squares / f64::from(samples) - mean * mean).sqrt();
        assert!((mean - found.impact).abs() < 3.0 * found.se / f64::from(samples).sqrt() + 1e-3);
        assert!((deviation / found.se - 1.0).abs() < 0.02, "{deviation} is not {}", found.se);
    }

    /// On a score of 0 and 1, z² is the “N − 1” χ² of the 2 × 2 table: (N − 1) / N times Pearson's.
    #[test]
    fn test_of_a_share_is_the_n_minus_1_chi2() {
        let share = |good, bad| Histogram::new([(0.0, bad), (1.0, good)]);
        let found = impact(&share(56, 14), &share(48, 32), 0.95).unwrap();
        let chi2 = chi2(Table::new(56, 70, 48, 80)) * 149.0 / 150.0;
        assert!((found.p_value.log10 - PValue::from_z(chi2.sqrt()).log10).abs() < 1e-12);
    }

    /// All ways to choose which 3 of 8 answers mention the topic: the variance of their mean is the one used.
    #[test]
    fn test_uses_the_variance_of_a_random_spread() {
        let scores = [1.0, 1.0, 2.0, 3.0, 5.0, 5.0, 5.0, 4.0];
        let (mut sum, mut squares, mut ways) = (0.0, 0.0, 0.0);
        for mask in 0_u32..256 {
            if mask.count_ones() == 3 {
                let mean = (0..8).filter(|i| mask >> i & 1 == 1).map(|i| scores[i]).sum::<f64>() / 3.0;
                (sum, squares, ways) = (sum + mean, squares + mean * mean, ways + 1.0);
            }
        }
        let deviation = (squares / ways - (sum / ways) * (sum / ways)).sqrt();
        let found = impact(&answers(&[2, 1]), &answers(&[0, 0, 1, 1, 3]), 0.95).unwrap();
        let z = (4.0 / 3.0 - 26.0 / 8.0) / deviation;
        assert!((found.p_value.log10 - PValue::from_z(z).log10).abs() < 1e-12);
    }

    #[test]
    fn nothing_to_compare_gives_nothing() {
        let (some, none) = (nps(3, 2, 1), nps(0, 0, 0));
        assert_eq!(impact(&none, &some, 0.95), None);
        assert_eq!(impact(&some, &none, 0.95), None);
        assert_eq!(impact(&nps(3, 0, 0), &nps(9, 0, 0), 0.95), None);
        assert_eq!(impact(&some, &some, 1.0), None);
        let far = impact(&nps(0, 0, 400_000), &nps(600_000, 0, 0), 0.95).unwrap();
        assert!(far.p_value.p == 0.0 && far.p_value.log10 < -300.0 && far.p_value.log10.is_finite());
    }

    proptest! {
        #[test]
        fn impact_is_what_leaving_the_topic_out_changes(
            a in prop::collection::vec(0_u64..50, 5), b in prop::collection::vec(0_u64..50, 5),
        ) {
            let (with, without) = (answers(&a), answers(&b));
            if let Some(found) = impact(&with, &without, 0.95) {
                let all = Histogram::new(with.bins().iter().chain(without.bins()).copied());
                prop_assert!((found.impact - (all.mean().unwrap() - found.without)).abs() < 1e-9);
                let (n, total) = (with.n() as f64, all.n() as f64);
                let by_counts = n * (found.with - all.mean().unwrap()) / (total - n);
                prop_assert!((found.impact - by_counts).abs() < 1e-9);
                prop_assert!(found.ci_low <= found.impact && found.impact <= found.ci_high);
                prop_assert!(found.p_value.p > 0.0 && found.p_value.p <= 1.0);
            }
        }
    }
}
