//! Kaplan–Meier: how long things take when some are not over yet.
//!
//! The mean of the resolved tickets forgets those still open, which are the long ones. Here an open ticket counts
//! for what is known of it: that it took at least its age.

use std::collections::BTreeMap;

use crate::metric::law::normal_quantile;

/// Durations in milliseconds, those that ended and those that were still running when last seen. Merging is adding
/// counts: the order is of no consequence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Durations(BTreeMap<i64, Ends>);

/// What happened at one duration.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Ends {
    ended: u64,
    running: u64,
}

/// A quantile of a duration, in milliseconds; none where too few have ended for it to be seen.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct SurvivalQuantile {
    /// The duration.
    pub value: Option<f64>,
    /// Lower end of its interval.
    pub low: Option<f64>,
    /// Upper end of its interval.
    pub high: Option<f64>,
}

/// A step of the survival curve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SurvivalStep {
    /// Duration in milliseconds at which some ended.
    pub duration: i64,
    /// Share that lasts longer, 0…1.
    pub share: f64,
    /// Lower end of its interval; none where nobody lasts longer.
    pub low: Option<f64>,
    /// Upper end of its interval.
    pub high: Option<f64>,
}

impl Durations {
    /// Counts a duration that `ended`, or that was still running at `duration`.
    pub fn add(&mut self, duration: i64, ended: bool) {
        let ends = self.0.entry(duration).or_default();
        if ended {
            ends.ended += 1;
        } else {
            ends.running += 1;
        }
    }

    /// Counts the durations of `other` too.
    pub fn merge(&mut self, other: &Self) {
        for (duration, theirs) in &other.0 {
            let ends = self.0.entry(*duration).or_default();
            ends.ended += theirs.ended;
            ends.running += theirs.running;
        }
    }

    /// Durations that ended.
    pub fn ended(&self) -> u64 {
        self.0.values().map(|ends| ends.ended).sum()
    }

    /// Durations that were still running.
    pub fn running(&self) -> u64 {
        self.0.values().map(|ends| ends.running).sum()
    }

    /// The survival curve, a step for each duration at which some ended:
    ///
    /// ```text
    /// S(t) = Π (1 − d / n)      over durations up to t, d ended of the n that had lasted so long
    /// σ²   = Σ d / (n (n − d))  Greenwood's variance of ln S
    /// S^exp(± z σ / ln S)       its interval, on the scale of ln(−ln S), which keeps it within 0…1
    /// ```
    ///
    /// A duration that was still running counts as one of the n up to its own length. E. L. Kaplan & P. Meier,
    /// “Nonparametric estimation from incomplete observations”, *JASA* 53 (1958), 457–481; R's `survfit` with
    /// `conf.type = "log-log"`. Empty outside 0 < `level` < 1.
    pub fn curve(&self, level: f64) -> Vec<SurvivalStep> {
        if !(level > 0.0 && level < 1.0) {
            return Vec::new();
        }
        let z = normal_quantile(level);
        let mut at_risk = self.ended() + self.running();
        let (mut share, mut variance) = (1.0, 0.0);
        let mut steps = Vec::new();
        for (duration, ends) in &self.0 {
            if ends.ended > 0 {
                let (n, left) = (at_risk as f64, (at_risk - ends.ended) as f64);
                share *= left / n;
                variance += ends.ended as f64 / (n * left);
                let end = |sign: f64| {
                    (left > 0.0).then(|| share.powf((sign * z * variance.sqrt() / share.ln()).exp()))
                };
                steps.push(SurvivalStep { duration: *duration, share, low: end(-1.0), high: end(1.0) });
            }
            at_risk -= ends.ended + ends.running;
        }
        steps
    }

    /// The duration that a share `p` (0 < `p` < 1) do not exceed, the median for 0.5, with its interval at `level`.
    ///
    /// It is where the curve falls to 1 − p, halfway along the step where it stays there exactly, as the median of
    /// an even number of values is; the ends are where the ends of the curve's interval do. R. Brookmeyer & J.
    /// Crowley, “A confidence interval for the median survival time”, *Biometrics* 38 (1982), 29–41; R's
    /// `quantile.survfit`.
    ///
    /// ```
    /// use barometre::centre::Durations;
    /// let mut durations = Durations::default();
    /// for (minutes, ended) in [(5, true), (8, true), (12, false), (20, true), (90, false)] {
    ///     durations.add(minutes * 60_000, ended);
    /// }
    /// assert_eq!(durations.quantile(0.5, 0.95).value, Some(20.0 * 60_000.0));
    /// ```
    pub fn quantile(&self, p: f64, level: f64) -> SurvivalQuantile {
        if !(p > 0.0 && p < 1.0) {
            return SurvivalQuantile::default();
        }
        let curve = self.curve(level);
        let reached = |height: fn(&SurvivalStep) -> Option<f64>| {
            let steps = || curve.iter().filter_map(|step| Some((step.duration as f64, height(step)?)));
            // The product of shares that should be 1 − p may be a rounding beside it.
            let gap = |share: f64| share - (1.0 - p);
            let first = steps().position(|(_, share)| gap(share) < 1e-9)?;
            let (duration, share) = steps().nth(first)?;
            let next = curve.get(first + 1).filter(|_| gap(share).abs() < 1e-9);
            Some(next.map_or(duration, |next| f64::midpoint(duration, next.duration as f64)))
        };
        // The lower end of the curve falls first.
        SurvivalQuantile {
            value: reached(|step| Some(step.share)),
            low: reached(|step| step.low),
            high: reached(|step| step.high),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn durations(times: &[(i64, bool)]) -> Durations {
        let mut durations = Durations::default();
        for (time, ended) in times {
            durations.add(*time, *ended);
        }
        durations
    }

    /// Weeks to relapse of the 23 patients of R's `survival::aml`, with and without maintenance.
    const MAINTAINED: [(i64, bool); 11] = [
        (9, true),
        (13, true),
        (13, false),
        (18, true),
        (23, true),
        (28, false),
        (31, true),
        (34, true),
        (45, false),
        (48, true),
        (161, false),
    ];
    const NOT_MAINTAINED: [(i64, bool); 12] = [
        (5, true),
        (5, true),
        (8, true),
        (8, true),
        (12, true),
        (16, false),
        (23, true),
        (27, true),
        (30, true),
        (33, true),
        (43, true),
        (45, true),
    ];

    /// Python, lifelines 0.30.3, `KaplanMeierFitter`, whose interval is the same.
    #[test]
    fn the_leukaemia_trial_is_found() {
        let with = durations(&MAINTAINED);
        assert_eq!((with.ended(), with.running()), (7, 4));
        let median = with.quantile(0.5, 0.95);
        assert_eq!(median, SurvivalQuantile { value: Some(31.0), low: Some(13.0), high: None });
        let median = durations(&NOT_MAINTAINED).quantile(0.5, 0.95);
        assert_eq!(median, SurvivalQuantile { value: Some(23.0), low: Some(5.0), high: Some(33.0) });
        for (step, (duration, share, low, high)) in with.curve(0.95).into_iter().zip([
            (9, 0.909_091, 0.508_080, 0.986_674),
            (13, 0.818_182, 0.447_429, 0.951_162),
            (18, 0.715_909, 0.350_190, 0.899_024),
            (23, 0.613_636, 0.265_752, 0.835_299),
            (31, 0.490_909, 0.167_331, 0.753_400),
            (34, 0.368_182, 0.092_830, 0.657_041),
            (48, 0.184_091, 0.011_738, 0.525_015),
        ]) {
            assert_eq!(step.duration, duration);
            for (found, expected) in
                [(step.share, share), (step.low.unwrap(), low), (step.high.unwrap(), high)]
            {
                assert!((found - expected).abs() < 1e-6, "{step:?}");
            }
        }
    }

    #[test]
    fn without_open_ones_it_is_the_plain_median() {
        let ended = |times: &[i64]| durations(&times.iter().map(|t| (*t, true)).collect::<Vec<_>>());
        assert_eq!(ended(&[4, 1, 3, 2]).quantile(0.5, 0.95).value, Some(2.5));
        assert_eq!(ended(&[4, 1, 3, 2, 5]).quantile(0.5, 0.95).value, Some(3.0));
        assert_eq!(ended(&[7, 7]).quantile(0.5, 0.95).value, Some(7.0));
        let tens: Vec<i64> = (1..=10).collect();
        assert_eq!(ended(&tens).quantile(0.9, 0.95).value, Some(9.5));
    }

    #[test]
    fn what_was_never_seen_is_none() {
        let open = durations(&[(5, false), (8, false)]);
        assert_eq!((open.curve(0.95).len(), open.quantile(0.5, 0.95)), (0, SurvivalQuantile::default()));
        assert_eq!(durations(&[(5, true), (8, false), (9, false)]).quantile(0.5, 0.95).value, None);
        assert_eq!(Durations::default().quantile(0.5, 0.95), SurvivalQuantile::default());
        let one = durations(&[(5, true)]);
        assert_eq!(one.quantile(0.5, 0.95), SurvivalQuantile { value: Some(5.0), low: None, high: None });
        assert_eq!((one.quantile(1.0, 0.95).value, one.quantile(0.5, 1.0).value), (None, None));
    }

    proptest! {
        #[test]
        fn merging_is_concatenating(times in prop::collection::vec((0i64..20, any::<bool>()), 0..40), cut in 0usize..40) {
            let (left, right) = times.split_at(cut.min(times.len()));
            let mut merged = durations(left);
            merged.merge(&durations(right));
            prop_assert_eq!(&merged, &durations(&times));
            let mut other = durations(right);
            other.merge(&durations(left));
            prop_assert_eq!(merged, other);
        }

        #[test]
        fn the_curve_falls_within_its_interval(times in prop::collection::vec((0i64..20, any::<bool>()), 1..60), p in 0.05..0.95) {
            let durations = durations(&times);
            let mut above = 1.0;
            for step in durations.curve(0.95) {
                prop_assert!((0.0..=above).contains(&step.share));
                above = step.share;
                if let (Some(low), Some(high)) = (step.low, step.high) {
                    prop_assert!(0.0 <= low && low <= step.share && step.share <= high && high <= 1.0, "{step:?}");
                }
            }
            let quantile = durations.quantile(p, 0.95);
            prop_assert!(quantile.low.is_none_or(|low| quantile.value.is_none_or(|value| low <= value)));
            prop_assert!(quantile.high.is_none_or(|high| quantile.value.is_some_and(|value| value <= high)));
        }
    }
}
