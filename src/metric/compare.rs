//! Difference of one metric between two cells, with its interval and its test.

use super::estimate::{interval, squared_error};
use super::interval::varies;
use super::law::{PValue, normal_quantile, t_quantile};
use super::{Answers, Comparison, DesignMean, Metric, Quantity};
use crate::study::{Kind, Scale};
use crate::tally::Histogram;

/// What separates two cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// `to` minus `from`, in the metric's unit (points for shares).
    pub difference: f64,
    /// Standard error: √(se² of `from` + se² of `to`), or the pooled one (see [`difference`]) where a cell
    /// has no spread.
    pub se: f64,
    /// Lower end of the interval.
    pub ci_low: f64,
    /// Upper end of the interval.
    pub ci_high: f64,
    /// Two-sided p-value.
    pub p: PValue,
    /// Name of the test: `design t`, `Wald z`, `pooled z`, `Welch t`, `pooled z or Welch t` (the less significant).
    pub test: &'static str,
    /// Standard error if nobody had answered on both sides; none where respondents are not named.
    pub se_independent: Option<f64>,
}

/// Difference of `metric` between two groups of respondents, each given by its answers (turned already when
/// the scale is reversed).
///
/// | metric | interval | test |
/// |---|---|---|
/// | net score | Wald: difference ± z · se | difference / se against the normal, from 100 answers on each side on |
/// | share | Newcombe, from the two Wilson intervals | difference / pooled se against the normal, where 5 of the rarer answer are expected on each side |
/// | both, on smaller bases | the same | the less significant of the pooled test and Welch's |
/// | mean | Welch: difference ± t · se | difference / se against Student's t, Welch–Satterthwaite |
///
/// Newcombe, “Interval estimation for the difference between independent proportions”, *Statistics in
/// Medicine* 17 (1998), 873–890, method 10. The pooled standard error is √(V (1/n + 1/m)), V being the variance
/// (divided by the base) of the two groups put together: what the test assumes when nothing separates them.
///
/// Where all answers of a group count the same its own standard error is zero, and Wald's and Welch's
/// tests would call any difference certain. The pooled test then replaces them; the interval is Newcombe's
/// construction on the two score intervals for a net score, difference ± z · pooled se for a mean.
///
/// Where a design is declared the variance is that of one linearised total (the two answers of a person seen on
/// both sides are then counted as linked), the interval is difference ± t · se and the test refers difference / se
/// to Student's t with the degrees of freedom of the design less one, as a regression on the side does
/// (R's `svyttest`). Where a side has no spread, the pooled test on the effective bases takes its place.
///
/// None when a base is under 2, when `level` is not between 0 and 1, and for a mean when everybody gave the
/// same answer.
pub fn difference(
    metric: Metric,
    kind: Kind,
    scale: Scale,
    from: &Answers<'_>,
    to: &Answers<'_>,
    level: f64,
) -> Option<Difference> {
    designed(metric, kind, scale, from, to, level)
        .or_else(|| simple(metric, kind, scale, &from.counts, &to.counts, level))
}

impl Comparison {
    /// True for the change of the whole score between two waves: the question that a new wave is made to answer,
    /// known before its answers are. All others are looked through for one that stands out.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        self.by == "wave" && self.segment.is_none()
    }

    /// What says whether the difference is significant: `p` of the question asked, which then finds a change of
    /// 2.80 standard errors four times in five, whatever the number of segments; `q` of the others.
    #[must_use]
    pub fn evidence(&self) -> f64 {
        if self.is_asked() { self.p } else { self.q }
    }
}

/// The difference under the declared design; none without a design, or without spread.
fn designed(
    metric: Metric,
    kind: Kind,
    scale: Scale,
    from: &Answers<'_>,
    to: &Answers<'_>,
    level: f64,
) -> Option<Difference> {
    let score = |answer| metric.of_answer(kind, scale, answer);
    let (variance, freedom) = from.design_difference(to, &score)?;
    let flat = |side: &Answers<'_>| side.counts.n() < 2 || !varies(&side.counts.map(score));
    if flat(from) || flat(to) || variance <= 0.0 {
        return pooled_design(metric, scale, from.design_mean(&score)?, to.design_mean(&score)?, level);
    }
    let difference = to.mean(&score)? - from.mean(&score)?;
    let (se, freedom) = (variance.sqrt(), freedom - 1.0);
    let half = t_quantile(level, freedom)? * se;
    let most = widest(metric, scale);
    Some(Difference {
        difference,
        se,
        ci_low: (difference - half).max(-most).min(difference),
        ci_high: (difference + half).min(most).max(difference),
        p: PValue::from_t(difference / se, freedom)?,
        test: "design t",
        se_independent: from.independent_difference(to, &score).map(f64::sqrt),
    })
}

/// The largest difference that a metric can have.
fn widest(metric: Metric, scale: Scale) -> f64 {
    match metric.quantity() {
        Quantity::Net => 200.0,
        Quantity::Share => 100.0,
        Quantity::Mean => scale.high - scale.low,
    }
}

/// The weighted difference where a side has no spread: the pooled test on the effective bases of the two, as for
/// simple samples; none where all answers of both are the same.
fn pooled_design(
    metric: Metric,
    scale: Scale,
    from: DesignMean,
    to: DesignMean,
    level: f64,
) -> Option<Difference> {
    let (n, m) = (from.n_eff, to.n_eff);
    let mean = (n * from.mean + m * to.mean) / (n + m);
    let about = |side: DesignMean| side.spread + (side.mean - mean).powi(2);
    let se = ((n * about(from) + m * about(to)) / (n + m) * (1.0 / n + 1.0 / m)).sqrt();
    if !(se > 0.0 && se.is_finite()) {
        return None;
    }
    let (difference, most) = (to.mean - from.mean, widest(metric, scale));
    let half = normal_quantile(level) * se;
    Some(Difference {
        difference,
        se,
        ci_low: (difference - half).max(-most).min(difference),
        ci_high: (difference + half).min(most).max(difference),
        p: p_normal(difference, se),
        test: "pooled z",
        se_independent: None,
    })
}

/// The difference of two simple random samples.
fn simple(
    metric: Metric,
    kind: Kind,
    scale: Scale,
    from: &Histogram,
    to: &Histogram,
    level: f64,
) -> Option<Difference> {
    let z = normal_quantile(level);
    if from.n() < 2 || to.n() < 2 || !(z > 0.0 && z.is_finite()) {
        return None;
    }
    let score = |answer| metric.of_answer(kind, scale, answer);
    let (score_from, score_to) = (from.map(score), to.map(score));
    let (mean_from, mean_to) = (score_from.mean()?, score_to.mean()?);
    let difference = mean_to - mean_from;
    let variances = (squared_error(metric, kind, scale, from)?, squared_error(metric, kind, scale, to)?);
    let se = (variances.0 + variances.1).sqrt();

    let symmetric = |half: f64| {
        let most = widest(metric, scale);
        ((difference - half).max(-most).min(difference), (difference + half).min(most).max(difference))
    };
    let newcombe = || {
        let a = interval(metric, kind, scale, from, level)?;
        let b = interval(metric, kind, scale, to, level)?;
        let below = (mean_to - b.0).hypot(a.1 - mean_from);
        let above = (b.1 - mean_to).hypot(mean_from - a.0);
        Some((difference - below, difference + above))
    };
    let both = Histogram::new(score_from.bins().iter().chain(score_to.bins()).copied());
    let pooled = pooled_error(&both, from.n(), to.n())?;
    let flat = !(varies(&score_from) && varies(&score_to));
    let se = if flat { pooled } else { se };
    // On small bases each test cries wolf in its own case: pooled where the spreads differ, Welch where the
    // answers are few values. The less sure of the two speaks.
    let cautious = || {
        let pooled = p_normal(difference, pooled);
        welch(&score_from, &score_to).filter(|welch| welch.p > pooled.p).unwrap_or(pooled)
    };
    let share = both.mean()? / 100.0;
    let enough = from.n().min(to.n()) as f64 * share.min(1.0 - share) >= 5.0;
    let (se, ends, p, test) = match metric.quantity() {
        Quantity::Share if enough => (se, newcombe()?, p_normal(difference, pooled), "pooled z"),
        Quantity::Share => (se, newcombe()?, cautious(), "pooled z or Welch t"),
        Quantity::Net if flat => (se, newcombe()?, p_normal(difference, pooled), "pooled z"),
        Quantity::Net if from.n().min(to.n()) >= LARGE => {
            (se, symmetric(z * se), p_normal(difference, se), "Wald z")
        }
        Quantity::Net => (se, symmetric(z * se), cautious(), "pooled z or Welch t"),
        Quantity::Mean if !varies(&both) => return None,
        Quantity::Mean if flat => (se, symmetric(z * pooled), p_normal(difference, pooled), "pooled z"),
        Quantity::Mean => {
            let freedom = se.powi(4)
                / (variances.0.powi(2) / (from.n() - 1) as f64 + variances.1.powi(2) / (to.n() - 1) as f64);
            let half = t_quantile(level, freedom)? * se;
            (se, symmetric(half), PValue::from_t(difference / se, freedom)?, "Welch t")
        }
    };
    Some(Difference { difference, se, ci_low: ends.0, ci_high: ends.1, p, test, se_independent: None })
}

/// Bases from which Wald's test of a net score keeps its level; under them it finds differences in noise.
const LARGE: u64 = 100;

/// Welch's t test of two means; none where a group has no spread.
pub fn welch(from: &Histogram, to: &Histogram) -> Option<PValue> {
    let (a, b) = (from.variance()? / from.n() as f64, to.variance()? / to.n() as f64);
    if !(varies(from) && varies(to)) {
        return None;
    }
    let freedom = (a + b).powi(2) / (a.powi(2) / (from.n() - 1) as f64 + b.powi(2) / (to.n() - 1) as f64);
    PValue::from_t((to.mean()? - from.mean()?) / (a + b).sqrt(), freedom)
}

/// Standard error of the difference of the means of `n` and `m` answers drawn from the same ones, `both`.
fn pooled_error(both: &Histogram, n: u64, m: u64) -> Option<f64> {
    let total = both.n() as f64;
    let variance = both.variance()? * (total - 1.0) / total;
    Some((variance * (1.0 / n as f64 + 1.0 / m as f64)).sqrt())
}

/// Two-sided p-value of a difference under the normal law; a difference of nothing is no evidence.
fn p_normal(difference: f64, se: f64) -> PValue {
    PValue::from_z(if difference == 0.0 { 0.0 } else { difference / se })
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "these values are exact")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn difference(
        m: Metric,
        k: Kind,
        s: Scale,
        from: &Histogram,
        to: &Histogram,
        level: f64,
    ) -> Option<Difference> {
        super::difference(m, k, s, &from.clone().into(), &to.clone().into(), level)
    }

    const TEN: Scale = Scale { low: 0.0, high: 10.0 };
    const FIVE: Scale = Scale { low: 1.0, high: 5.0 };

    fn nps(detractors: u64, passives: u64, promoters: u64) -> Histogram {
        Histogram::new([(2.0, detractors), (7.0, passives), (10.0, promoters)])
    }

    fn csat(good: u64, n: u64) -> Histogram {
        Histogram::new([(2.0, n - good), (5.0, good)])
    }

    fn each(answers: &[f64]) -> Histogram {
        Histogram::new(answers.iter().map(|&a| (a, 1)))
    }

    fn close(a: f64, b: f64) {
        assert!((a - b).abs() <= 1e-9, "{a} is not {b}");
    }

    /// R's NPS 1.1, `nps.test` of its test data, and Wald's formula on 18/32/50 against 30/40/80.
    #[test]
    fn net_scores_agree_with_r() {
        let d = difference(Metric::Nps, Kind::Nps, TEN, &nps(99, 50, 110), &nps(184, 83, 240), 0.95).unwrap();
        close(d.difference, 6.798_260_644_414);
        close(d.se, 6.880_479_417_947);
        close(d.ci_low, -6.687_231_211_131);
        close(d.ci_high, 20.283_752_499_96);
        close(d.p.p, 0.323_127_951_017_8);
        assert_eq!(d.test, "Wald z");

        let d = difference(Metric::Nps, Kind::Nps, TEN, &nps(18, 32, 50), &nps(30, 40, 80), 0.95).unwrap();
        close(d.difference, 1.333_333_333_333);
        close(d.se, 9.962_001_881_223);
        close(d.p.p, 0.893_527_587_988);
        close(d.ci_low, -18.191_831_567_783);
        close(d.ci_high, 20.858_498_234_45);
    }

    /// R 4.2.2: `prop.test(correct = FALSE)` for p, Newcombe's interval from its two Wilson intervals.
    #[test]
    fn shares_agree_with_r() {
        let reference = [
            (56, 70, 48, 80, 0.2, 0.008_045_081_368_197, 0.052_431_472_402_36, 0.333_872_654_036_9),
            (45, 60, 30, 60, 0.25, 0.004_677_734_981_047, 0.076_779_571_434_25, 0.403_460_798_575_3),
            (9, 10, 3, 10, 0.6, 0.006_169_899_320_544, 0.170_522_723_934_5, 0.809_017_973_535_5),
            (420, 600, 375, 600, 0.075, 0.006_010_440_200_876, 0.021_491_829_813_29, 0.127_913_536_548_3),
        ];
        for (a, m, b, n, diff, p, low, high) in reference {
            let d = difference(Metric::Csat, Kind::Csat, FIVE, &csat(b, n), &csat(a, m), 0.95).unwrap();
            close(d.difference, 100.0 * diff);
            close(d.p.p, p);
            close(d.ci_low, 100.0 * low);
            close(d.ci_high, 100.0 * high);
        }
    }

    /// R 4.2.2, `t.test`: t = 2.231212688, 22.47424986 degrees of freedom.
    #[test]
    fn means_agree_with_welch() {
        let a = each(&[9.0, 10.0, 8.0, 7.0, 10.0, 6.0, 9.0, 3.0, 8.0, 10.0, 5.0, 9.0]);
        let b = each(&[7.0, 6.0, 8.0, 5.0, 9.0, 4.0, 7.0, 2.0, 6.0, 8.0, 5.0, 7.0, 3.0]);
        let d = difference(Metric::RatingMean, Kind::Rating, TEN, &b, &a, 0.95).unwrap();
        close(d.difference / d.se, 2.231_212_688_234);
        close(d.p.p, 0.035_947_096_036_49);
        close(d.ci_low, 0.136_876_403_036_7);
        close(d.ci_high, 3.683_636_417_476);
        assert_eq!(d.test, "Welch t");
    }

    /// Ten detractors against ten promoters: pooled z² = 20, as the χ² of the 2 × 2 table; Fisher 1.1e-5.
    #[test]
    fn unanimous_groups_are_not_certain() {
        let d = difference(Metric::Nps, Kind::Nps, TEN, &nps(10, 0, 0), &nps(0, 0, 10), 0.95).unwrap();
        close(d.difference, 200.0);
        close((d.difference / d.se).powi(2), 20.0);
        assert!((d.p.p - 7.744_216e-6).abs() < 1e-11, "{}", d.p.p);
        assert!(d.ci_low > 100.0 && d.ci_low < 130.0 && d.ci_high == 200.0, "{d:?}");
        assert_eq!(d.test, "pooled z");

        let same = difference(Metric::Nps, Kind::Nps, TEN, &nps(0, 0, 10), &nps(0, 0, 20), 0.95).unwrap();
        assert!(same.p.p == 1.0 && same.ci_low < -10.0 && same.ci_high > 10.0, "{same:?}");

        let few = Histogram::new([(5.0, 2)]);
        let many = Histogram::new([(3.0, 200), (4.0, 600), (5.0, 200)]);
        let d = difference(Metric::CsatMean, Kind::Csat, FIVE, &many, &few, 0.95).unwrap();
        assert!(d.p.p > 0.02 && d.ci_low < 0.2, "two answers prove nothing: {d:?}");
    }

    #[test]
    fn what_cannot_be_compared_is_not() {
        let one = Histogram::new([(9.0, 1)]);
        assert_eq!(difference(Metric::Nps, Kind::Nps, TEN, &one, &nps(1, 1, 1), 0.95), None);
        assert_eq!(difference(Metric::Nps, Kind::Nps, TEN, &nps(1, 1, 1), &nps(1, 1, 1), 1.0), None);
        let fives = Histogram::new([(5.0, 9)]);
        assert_eq!(difference(Metric::CsatMean, Kind::Csat, FIVE, &fives, &fives, 0.95), None);
    }

    proptest! {
        #[test]
        fn a_difference_lies_in_its_interval_and_turns_over(
            a in prop::collection::vec(0_u64..40, 5), b in prop::collection::vec(0_u64..40, 5),
        ) {
            let cell = |counts: Vec<u64>| Histogram::new((1..=5).map(f64::from).zip(counts));
            let (a, b) = (cell(a), cell(b));
            for (metric, kind) in
                [(Metric::Nps, Kind::Nps), (Metric::Csat, Kind::Csat), (Metric::CsatMean, Kind::Csat)]
            {
                let Some(d) = difference(metric, kind, FIVE, &a, &b, 0.95) else { continue };
                prop_assert!(d.ci_low <= d.difference && d.difference <= d.ci_high, "{d:?}");
                prop_assert!(d.p.p > 0.0 && d.p.p <= 1.0, "{d:?}");
                let back = difference(metric, kind, FIVE, &b, &a, 0.95).unwrap();
                prop_assert!((back.difference + d.difference).abs() < 1e-9 && (back.p.p - d.p.p).abs() < 1e-9);
                prop_assert!((back.ci_low + d.ci_high).abs() < 1e-7);
            }
        }
    }
}
