//! Durations counted by the second: quantiles, and bins that a person reads.

use std::collections::BTreeMap;

use super::place::Millis;
use super::rows::DurationSummary;

/// Durations in whole seconds, rounded down; merges.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Distribution(BTreeMap<u32, u64>);

/// Bounds that a person reads, in seconds: finer where calls are.
const BOUNDS: &[u32] = &[
    1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 150, 180, 240, 300, 360, 420, 480, 540, 600, 720, 900, 1_200,
    1_500, 1_800, 2_400, 3_000, 3_600, 5_400, 7_200, 10_800, 14_400, 21_600, 28_800, 43_200, 86_400, 172_800,
    604_800,
];

/// A bin narrower than this part of the range is no more than a line.
const NARROWEST: u32 = 100;

impl Distribution {
    /// Adds a duration in milliseconds; one under zero is left out.
    pub fn add(&mut self, duration: Millis) {
        if duration >= 0 {
            let seconds = u32::try_from(duration / 1_000).unwrap_or(u32::MAX);
            *self.0.entry(seconds).or_default() += 1;
        }
    }

    /// Adds those of another part.
    pub fn merge(&mut self, other: Self) {
        for (seconds, n) in other.0 {
            *self.0.entry(seconds).or_default() += n;
        }
    }

    /// Durations counted.
    #[must_use]
    pub fn n(&self) -> u64 {
        self.0.values().sum()
    }

    /// The least duration, in seconds, that at least a share `p` of them do not exceed: the nearest rank, ⌈p n⌉ (R's
    /// type 1). None without durations or outside 0 < `p` ≤ 1.
    ///
    /// ```
    /// use barometre::centre::Distribution;
    /// let mut waits = Distribution::default();
    /// for seconds in [4, 9, 12, 60] {
    ///     waits.add(seconds * 1000);
    /// }
    /// assert_eq!((waits.quantile(0.5), waits.quantile(0.9)), (Some(9), Some(60)));
    /// ```
    #[must_use]
    pub fn quantile(&self, p: f64) -> Option<u32> {
        let n = self.n();
        if n == 0 || !(p > 0.0 && p <= 1.0) {
            return None;
        }
        // p · n that should be whole may be one rounding above it.
        let rank = ((p * n as f64 * (1.0 - f64::EPSILON)).ceil() as u64).clamp(1, n);
        let mut seen = 0;
        self.0.iter().find_map(|(&seconds, &count)| {
            seen += count;
            (seen >= rank).then_some(seconds)
        })
    }

    /// Durations at or under each bound and above the one before, then those beyond the last; bounds ascend.
    #[must_use]
    pub fn bins(&self, bounds: &[u32]) -> Vec<u64> {
        let mut bins = vec![0; bounds.len() + 1];
        for (&seconds, &n) in &self.0 {
            bins[bounds.partition_point(|&bound| bound < seconds)] += n;
        }
        bins
    }

    /// As a row of the report, in bins of these bounds, the last one up to the longest duration; none without
    /// durations.
    #[must_use]
    pub fn summary(&self, id: &str, bounds: &[u32]) -> Option<DurationSummary> {
        let longest = f64::from(*self.0.keys().next_back()?);
        let ends = bounds.iter().map(|&bound| f64::from(bound)).chain([longest]);
        let mut bins: Vec<(f64, u64)> = ends.zip(self.bins(bounds)).collect();
        bins.pop_if(|(_, beyond)| *beyond == 0);
        Some(DurationSummary {
            id: id.to_owned(),
            n: self.n(),
            median: f64::from(self.quantile(0.5)?),
            p90: f64::from(self.quantile(0.9)?),
            longest,
            bins,
        })
    }
}

/// Upper bounds of bins, in seconds, that show several distributions on one axis: up to the first one that holds 99 in
/// 100 of each, without bins too narrow to be seen. None without durations.
///
/// ```
/// use barometre::centre::{Distribution, bin_bounds};
/// let mut waits = Distribution::default();
/// (0..50).for_each(|seconds| waits.add(seconds * 1000));
/// assert_eq!(bin_bounds(&[&waits]), [1, 2, 5, 10, 15, 20, 30, 45, 60]);
/// ```
#[must_use]
pub fn bin_bounds(distributions: &[&Distribution]) -> Vec<u32> {
    let Some(most) = distributions.iter().filter_map(|d| d.quantile(0.99)).max() else { return Vec::new() };
    let last = BOUNDS.partition_point(|&bound| bound < most).min(BOUNDS.len() - 1);
    let finest = BOUNDS[last] / NARROWEST;
    BOUNDS[..=last].iter().copied().filter(|&bound| bound >= finest).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(seconds: &[i64]) -> Distribution {
        let mut distribution = Distribution::default();
        for &s in seconds {
            distribution.add(s * 1_000 + 999);
        }
        distribution
    }

    #[test]
    fn bounds_follow_the_range() {
        assert_eq!(bin_bounds(&[]), [0_u32; 0]);
        assert_eq!(bin_bounds(&[&of(&[0, 3]), &of(&[9])]), [1, 2, 5, 10]);
        let handle = bin_bounds(&[&of(&[5]), &of(&[850])]);
        assert_eq!((handle.first(), handle.last()), (Some(&10), Some(&900)));
        assert!(handle.contains(&20));
        assert_eq!(bin_bounds(&[&of(&[9_000_000])]).last(), Some(&604_800));
    }

    #[test]
    fn a_summary_ends_at_the_longest() {
        let summary = of(&[1, 2, 3, 40]).summary("handle", &[2, 10]).unwrap();
        assert_eq!((summary.n, summary.median, summary.p90, summary.longest), (4, 2.0, 40.0, 40.0));
        assert_eq!(summary.bins, [(2.0, 2), (10.0, 1), (40.0, 1)]);
        assert_eq!(of(&[1, 9]).summary("handle", &[2, 10]).unwrap().bins, [(2.0, 1), (10.0, 1)]);
        assert!(of(&[-3]).summary("handle", &[2]).is_none());
    }

    proptest! {
        #[test]
        fn parts_merge_and_bins_hold_everything(
            seconds in prop::collection::vec(0i64..5_000, 1..60), cut in 0usize..60, p in 0.01f64..1.0,
        ) {
            let cut = cut.min(seconds.len());
            let (whole, mut merged) = (of(&seconds), of(&seconds[cut..]));
            merged.merge(of(&seconds[..cut]));
            merged.merge(Distribution::default());
            prop_assert_eq!(&merged, &whole);
            let bounds = bin_bounds(&[&whole]);
            prop_assert_eq!(whole.bins(&bounds).iter().sum::<u64>(), seconds.len() as u64);
            let at_most = |limit: i64| seconds.iter().filter(|&&s| s <= limit).count() as f64;
            let quantile = i64::from(whole.quantile(p).unwrap());
            let wanted = p * seconds.len() as f64 * (1.0 - 1e-12);
            prop_assert!(at_most(quantile) >= wanted && at_most(quantile - 1) < wanted.max(1.0));
        }
    }
}
