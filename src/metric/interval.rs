//! Confidence intervals of a net score, of a share and of a mean.
//!
//! Every interval contains its estimate and stays inside the scale of what it measures. Wald's ±1.96 se is
//! not used for shares and net scores: at 10 answers its 95 % holds the truth 88 times in a hundred, and
//! it shrinks to nothing when all answers agree.

pub use super::law::normal_quantile;
use super::law::t_quantile;
use super::net::{NetCounts, score_interval};
use super::share;
use crate::tally::Histogram;

/// Score interval of a net promoter score, in points −100…100; none without answers or outside
/// 0 < `level` < 1.
///
/// The net score is a difference of two proportions measured on the same answers, so the interval is the one
/// of Tango, “Equivalence test and confidence interval for the difference in proportions for the
/// paired-sample design”, *Statistics in Medicine* 17 (1998), 891–908: the values δ that the test
///
/// ```text
/// (promoters − detractors − n δ) / √(n (2 q(δ) + δ (1 − δ)))
/// ```
///
/// does not reject, where q(δ) is the share of detractors most likely when the net score is δ. It keeps a
/// width when all answers agree: ten promoters of ten give 44.5…100. The other formulas, and real-valued counts,
/// are in [`super::net`].
pub fn nps_score(promoters: u64, passives: u64, detractors: u64, level: f64) -> Option<(f64, f64)> {
    score_interval(NetCounts::new(promoters, passives, detractors), normal_quantile(level))
}

/// Interval of the share `x` / `n`, as fractions 0…1; none without answers or outside 0 < `level` < 1.
///
/// Wilson, “Probable inference, the law of succession, and statistical inference”, *JASA* 22 (1927), 209–212.
/// `x` above `n` counts as `n`.
pub fn wilson(x: u64, n: u64, level: f64) -> Option<(f64, f64)> {
    share::wilson(x.min(n) as f64, n as f64, normal_quantile(level))
}

/// Student's t interval of a mean, clipped to the scale `low`…`high`: mean ± t(n − 1) · sd / √n.
///
/// None where the answers show no spread (one answer, or all equal): a width of zero would claim a certainty
/// that a few equal answers do not give. None outside 0 < `level` < 1.
pub fn mean_t(answers: &Histogram, level: f64, low: f64, high: f64) -> Option<(f64, f64)> {
    let (mean, variance) = (answers.mean()?, answers.variance().filter(|_| varies(answers))?);
    let n = answers.n() as f64;
    let half = t_quantile(level, n - 1.0)? * (variance / n).sqrt();
    Some(((mean - half).max(low).min(mean), (mean + half).min(high).max(mean)))
}

/// True when at least two different answers were given. A variance cannot tell: rounding leaves it a trace.
pub(super) fn varies(answers: &Histogram) -> bool {
    answers.bins().iter().filter(|bin| bin.1 > 0).nth(1).is_some()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn close(a: f64, b: f64, tolerance: f64) {
        assert!((a - b).abs() <= tolerance, "{a} is not {b} within {tolerance}");
    }

    /// R 4.2.2, score interval of paired proportions (Tango): promoters, passives, detractors, ends. The
    /// last four rows are the regions of the test data of R's NPS 1.1.
    #[test]
    fn net_score_agrees_with_r() {
        let reference = [
            (15, 10, 5, 4.298_094_330_763, 56.655_296_111_22),
            (10, 0, 0, 44.493_440_027_422, 100.0),
            (0, 0, 10, -100.0, -44.493_440_027_422),
            (27, 2, 1, 60.329_780_936_59, 95.473_341_972_337),
            (600, 300, 100, 45.713_963_576_421, 54.029_956_765_73),
            (50, 32, 18, 16.319_804_643_582, 45.928_618_914_981),
            (18, 11, 2, 26.091_909_165_917, 69.915_898_947_177),
            (5, 5, 0, 8.370_080_020_567, 76.340_690_948_744),
            (3, 4, 3, -44.421_780_909_552, 44.421_780_909_552),
            (240, 83, 184, 3.092_036_648_938, 18.848_923_601_078),
            (110, 50, 99, -6.674_541_097_696, 15.059_219_568_15),
            (74, 23, 42, 7.914_238_060_883, 37.017_295_516_649),
            (38, 20, 37, -16.588_948_171_979, 18.622_769_858_047),
        ];
        for (promoters, passives, detractors, low, high) in reference {
            let ends = nps_score(promoters, passives, detractors, 0.95).unwrap();
            close(ends.0, low, 1e-9);
            close(ends.1, high, 1e-9);
        }
    }

    /// Two paired tables: 150 and 86 discordant of 1,600 (Agresti), 9 and 2 of 44; R, Tango's interval.
    #[test]
    fn net_score_is_the_interval_of_paired_proportions() {
        let agresti = nps_score(150, 1364, 86, 0.95).unwrap();
        close(agresti.0, 2.136_156_475_479, 1e-7);
        close(agresti.1, 5.899_803_330_57, 1e-7);
        let small = nps_score(9, 33, 2, 0.95).unwrap();
        close(small.0, 1.317_667_409_085, 1e-7);
        close(small.1, 31.160_671_035_77, 1e-7);
    }

    /// With n answers that all agree the equation is linear: (n − z²) / (n + z²).
    #[test]
    fn unanimous_answers_have_a_closed_form() {
        let z2 = normal_quantile(0.95).powi(2);
        for n in [1, 2, 30, 1_000_000] {
            let bound = 100.0 * (n as f64 - z2) / (n as f64 + z2);
            let promoters = nps_score(n, 0, 0, 0.95).unwrap();
            close(promoters.0, bound, 1e-9);
            close(promoters.1, 100.0, 0.0);
            let passives = nps_score(0, n, 0, 0.95).unwrap();
            close(passives.0, -passives.1, 1e-9);
        }
        assert_eq!(nps_score(0, 0, 0, 0.95), None);
        assert_eq!(nps_score(1, 1, 1, 1.0), None);
    }

    /// R 4.2.2, `prop.test(correct = FALSE)`.
    #[test]
    fn wilson_agrees_with_r() {
        let reference = [
            (81, 263, 0.255_288_519_878_3, 0.366_209_576_982_8),
            (15, 148, 0.062_386_399_530_74, 0.160_487_241_723_3),
            (0, 20, 0.0, 0.161_125_158_052_8),
            (1, 29, 0.006_113_214_292_763, 0.171_755_218_793_2),
            (0, 10, 0.0, 0.277_532_799_862_9),
            (45, 60, 0.627_679_299_229_5, 0.842_234_774_699_4),
            (10, 10, 0.722_467_200_137_1, 1.0),
            (7, 8, 0.529_111_817_787_1, 0.977_582_508_549_9),
        ];
        for (x, n, low, high) in reference {
            let ends = wilson(x, n, 0.95).unwrap();
            close(ends.0, low, 1e-9);
            close(ends.1, high, 1e-9);
        }
    }

    #[test]
    fn a_mean_without_spread_has_no_interval() {
        assert_eq!(mean_t(&Histogram::new([(5.0, 1)]), 0.95, 1.0, 5.0), None);
        assert_eq!(mean_t(&Histogram::new([(4.1, 3), (5.0, 0)]), 0.95, 1.0, 5.0), None);
        assert_eq!(mean_t(&Histogram::default(), 0.95, 1.0, 5.0), None);
        // Two answers, 1 and 5: 3 ± 12.7 × 2, clipped.
        assert_eq!(mean_t(&Histogram::new([(1.0, 1), (5.0, 1)]), 0.95, 1.0, 5.0), Some((1.0, 5.0)));
    }

    proptest! {
        #[test]
        fn net_score_lies_in_its_interval(
            promoters in 0_u64..5000, passives in 0_u64..5000, detractors in 0_u64..5000, level in 0.5..0.999,
        ) {
            prop_assume!(promoters + passives + detractors > 0);
            let n = (promoters + passives + detractors) as f64;
            let nps = 100.0 * (promoters as f64 - detractors as f64) / n;
            let (low, high) = nps_score(promoters, passives, detractors, level).unwrap();
            prop_assert!(-100.0 <= low && low <= nps && nps <= high && high <= 100.0);
            prop_assert!(low < high);
        }

        #[test]
        fn share_lies_in_its_interval(x in 0_u64..10_000, more in 0_u64..10_000, level in 0.5..0.999) {
            prop_assume!(x + more > 0);
            let p = x as f64 / (x + more) as f64;
            let (low, high) = wilson(x, x + more, level).unwrap();
            prop_assert!(0.0 <= low && low <= p && p <= high && high <= 1.0);
        }

        #[test]
        fn mean_lies_in_its_interval(counts in prop::collection::vec(0_u64..200, 5), level in 0.5..0.999) {
            let answers = Histogram::new((1..=5).map(f64::from).zip(counts));
            if let Some((low, high)) = mean_t(&answers, level, 1.0, 5.0) {
                let mean = answers.mean().unwrap();
                prop_assert!(1.0 <= low && low <= mean && mean <= high && high <= 5.0);
            }
        }
    }
}
