//! Median and other quantiles of the answers, with the interval of their order statistics.

use super::tails::ln_binomial_at_most;
use crate::tally::Histogram;

/// Quantile `p` of the answers: the least answer that at least a share `p` of them do not exceed (R's type 1).
/// It is always an answer somebody gave. None without answers or outside 0 < `p` < 1.
pub fn quantile(answers: &Histogram, p: f64) -> Option<f64> {
    let n = answers.n();
    if n == 0 || !(p > 0.0 && p < 1.0) {
        return None;
    }
    // p · n that should be whole may be one rounding above it.
    let rank = ((p * n as f64 * (1.0 - f64::EPSILON)).ceil() as u64).clamp(1, n);
    at_rank(answers, rank)
}

/// Answer at `rank`, 1 being the least.
fn at_rank(answers: &Histogram, rank: u64) -> Option<f64> {
    let mut seen = 0;
    answers.bins().iter().find_map(|&(value, count)| {
        seen += count;
        (seen >= rank).then_some(value)
    })
}

/// Interval of the quantile `p` by order statistics, on a scale `low`…`high`.
///
/// The number of answers under the true quantile is binomial (n, p): the ends are the answers of the ranks l
/// and u with P(B ≤ l − 1) ≤ (1 − level) / 2 and P(B ≥ u) ≤ (1 − level) / 2, l as high and u as low as can be.
/// It holds at least the level whatever the distribution, and more where answers are tied, as on a scale.
/// Conover, *Practical Nonparametric Statistics*, 3rd ed. (1999), 3.2. (A sample design needs Woodruff's
/// interval instead, which turns back the interval of the share under the quantile.)
///
/// Where answers are too few for an end, under 6 for the median at 95 %, that end is the scale's. None without
/// answers, outside 0 < `p` < 1 or outside 0 < `level` < 1.
pub fn quantile_interval(answers: &Histogram, p: f64, level: f64, low: f64, high: f64) -> Option<(f64, f64)> {
    let (n, value) = (answers.n(), quantile(answers, p)?);
    if !(level > 0.0 && level < 1.0) {
        return None;
    }
    let rare = ((1.0 - level) / 2.0).ln();
    // Number of ranks from the bottom that are rare when a share `p` is under the quantile.
    let ranks = |p: f64| {
        let (mut least, mut most) = (0, n);
        while least < most {
            let middle = least + (most - least) / 2;
            if ln_binomial_at_most(middle, n, p)? <= rare {
                least = middle + 1;
            } else {
                most = middle;
            }
        }
        Some(least)
    };
    let (below, above) = (ranks(p)?, ranks(1.0 - p)?);
    let first = if below == 0 { low } else { at_rank(answers, below)? };
    let last = if above == 0 { high } else { at_rank(answers, n + 1 - above)? };
    Some((first.max(low).min(value), last.min(high).max(value)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn up_to(n: u32) -> Histogram {
        Histogram::new((1..=n).map(|v| (f64::from(v), 1)))
    }

    /// Ranks of the 95 % interval of the median in the tables of the sign test (Conover, table A3): 2 and 9 of
    /// 10, 6 and 15 of 20, 40 and 61 of 100; no interval from 5 answers, the extremes of 6.
    #[test]
    fn ranks_are_those_of_the_sign_test() {
        for (n, low, high) in
            [(10, 2.0, 9.0), (20, 6.0, 15.0), (100, 40.0, 61.0), (6, 1.0, 6.0), (5, 0.0, 99.0)]
        {
            assert_eq!(quantile_interval(&up_to(n), 0.5, 0.95, 0.0, 99.0), Some((low, high)), "{n}");
        }
    }

    #[test]
    fn quantiles_are_answers() {
        let answers = Histogram::new([(1.0, 2), (3.0, 0), (4.0, 3), (5.0, 5)]);
        assert_eq!(quantile(&answers, 0.5), Some(4.0));
        assert_eq!(quantile(&answers, 0.2), Some(1.0));
        assert_eq!(quantile(&answers, 0.51), Some(5.0));
        assert_eq!(quantile(&up_to(10), 0.3), Some(3.0));
        assert_eq!((quantile(&answers, 1.0), quantile(&Histogram::default(), 0.5)), (None, None));
        assert_eq!(quantile_interval(&answers, 0.5, 1.0, 1.0, 5.0), None);
    }

    proptest! {
        #[test]
        fn quantile_lies_in_its_interval(
            counts in prop::collection::vec(0_u64..90, 5), p in 0.01..0.99, level in 0.5..0.99,
        ) {
            let answers = Histogram::new((1..=5).map(f64::from).zip(counts));
            prop_assume!(answers.n() > 0);
            let value = quantile(&answers, p).unwrap();
            let (low, high) = quantile_interval(&answers, p, level, 1.0, 5.0).unwrap();
            prop_assert!(1.0 <= low && low <= value && value <= high && high <= 5.0);
        }
    }
}
