//! Interval of a ratio of sums, from the sums of independent groups: agents, days.
//!
//! Calls of one agent or of one day are alike, so that they count for fewer than as many independent ones: what
//! varies from group to group is what tells the error.

use crate::metric::law::t_quantile;
use crate::metric::share_design::{DesignMethod, DesignShare};

/// A ratio with its interval, in its own unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RatioInterval {
    /// Sum of numerators over sum of denominators.
    pub value: f64,
    /// Its standard error.
    pub se: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Degrees of freedom: groups less one.
    pub df: f64,
}

/// Ratio R = Σ y / Σ x of `clusters`, the pairs (y, x) of sums of each group, with its interval at `level`:
///
/// ```text
/// se² = G / (G − 1) Σ (y − R x)² / (Σ x)²
/// ```
///
/// over G groups, by linearisation, and Student's t with G − 1 degrees of freedom. W. G. Cochran, *Sampling
/// Techniques*, 3rd ed. (1977), 6.3 and 11.9; R's `survey::svyratio` without a finite population. Where the
/// ratio is a `share`, y being a part of x, the interval is that of its logit, turned back, so that it stays
/// within 0…1. Groups where both sums are zero say nothing and are not counted.
///
/// None with fewer than two groups, without a positive Σ x, outside 0 < `level` < 1, and for a share of 0 or 1 or
/// one that is the same in every group: such sums say nothing of the error.
///
/// ```
/// use barometre::centre::ratio;
/// // Answered and offered calls of four days.
/// let days = [(110.0, 120.0), (90.0, 105.0), (130.0, 134.0), (85.0, 99.0)];
/// let rate = ratio(days, true, 0.95).unwrap();
/// assert!((rate.value - 415.0 / 458.0).abs() < 1e-12 && rate.high < 1.0);
/// ```
pub fn ratio(
    clusters: impl IntoIterator<Item = (f64, f64)>,
    share: bool,
    level: f64,
) -> Option<RatioInterval> {
    let clusters: Vec<(f64, f64)> = clusters.into_iter().filter(|sums| *sums != (0.0, 0.0)).collect();
    let groups = clusters.len() as f64;
    let (y, x) = clusters.iter().fold((0.0, 0.0), |sums, cluster| (sums.0 + cluster.0, sums.1 + cluster.1));
    if clusters.len() < 2 || x.is_nan() || x <= 0.0 {
        return None;
    }
    let (value, df) = (y / x, groups - 1.0);
    let squares: f64 = clusters.iter().map(|(y, x)| (y - value * x).powi(2)).sum();
    let se = (groups / df * squares).sqrt() / x;
    if !(value.is_finite() && se.is_finite()) {
        return None;
    }
    let (low, high) = if share {
        // The same share in every group leaves a rounding.
        if se < 1e-12 {
            return None;
        }
        let design = DesignShare { p: value, se, n: groups, freedom: df };
        DesignMethod::Logit.interval(design, level)?
    } else {
        let half = t_quantile(level, df)? * se;
        (value - half, value + half)
    };
    Some(RatioInterval { value, se, low, high, df })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn close(found: f64, expected: f64) {
        assert!((found / expected - 1.0).abs() < 1e-9, "{found} is not {expected}");
    }

    /// Students tested, students enrolled, schools that met their target and schools, by district of R's
    /// `survey::apiclus1`.
    const DISTRICTS: [[f64; 4]; 15] = [
        [6047.0, 6777.0, 11.0, 13.0],
        [12_618.0, 15_038.0, 31.0, 34.0],
        [1461.0, 1668.0, 3.0, 4.0],
        [5935.0, 6958.0, 10.0, 13.0],
        [7573.0, 9025.0, 15.0, 16.0],
        [610.0, 683.0, 2.0, 2.0],
        [199.0, 274.0, 1.0, 1.0],
        [1184.0, 1436.0, 4.0, 4.0],
        [6431.0, 7375.0, 12.0, 12.0],
        [12_292.0, 14_968.0, 18.0, 21.0],
        [1877.0, 2180.0, 7.0, 9.0],
        [4895.0, 6081.0, 11.0, 11.0],
        [22_452.0, 25_814.0, 32.0, 37.0],
        [532.0, 680.0, 1.0, 2.0],
        [1373.0, 1641.0, 2.0, 4.0],
    ];

    /// The manual of R's survey, `svyratio(~api.stu, ~enroll, dclus1)`: 0.8497087, standard error 0.008386297 for
    /// 15 districts drawn of 757. The interval: Python, scipy's quantile of t.
    #[test]
    fn the_ratio_of_the_survey_manual_is_found() {
        let found = ratio(DISTRICTS.iter().map(|d| (d[0], d[1])), false, 0.95).unwrap();
        close(found.value, 0.849_708_741_724_487_5);
        close(found.se, 0.008_470_640_194_931_515);
        close(found.low, 0.831_541_025_396_257);
        close(found.high, 0.867_876_458_052_718_1);
        let drawn_of_757 = found.se * (1.0 - 15.0 / 757.0_f64).sqrt();
        assert!((drawn_of_757 - 0.008_386_297).abs() < 5e-10, "{drawn_of_757}");
        assert_eq!(found.df, 14.0);
    }

    /// Python, scipy's quantile of t.
    #[test]
    fn a_share_has_the_interval_of_its_logit() {
        let found = ratio(DISTRICTS.iter().map(|d| (d[2], d[3])), true, 0.95).unwrap();
        close(found.value, 0.874_316_939_890_710_4);
        close(found.se, 0.020_564_237_447_437_888);
        close(found.low, 0.823_218_026_793_313_5);
        close(found.high, 0.912_220_624_148_284_4);
        let few = ratio([(10.0, 12.0), (30.0, 40.0), (5.0, 5.0), (18.0, 30.0)], true, 0.95).unwrap();
        close(few.low, 0.513_540_421_810_184_8);
        close(few.high, 0.867_149_488_469_368);
    }

    #[test]
    fn sums_that_say_nothing_give_none() {
        let of = |sums: &[(f64, f64)], share| ratio(sums.iter().copied(), share, 0.95);
        assert_eq!(of(&[], false), None);
        assert_eq!(of(&[(3.0, 4.0)], false), None);
        assert_eq!(of(&[(3.0, 4.0), (0.0, 0.0)], false), None);
        assert_eq!(of(&[(0.0, 4.0), (0.0, 5.0)], true), None);
        assert_eq!(of(&[(4.0, 4.0), (5.0, 5.0)], true), None);
        assert_eq!(of(&[(1.0, 2.0), (2.0, 4.0)], true), None);
        assert_eq!(of(&[(1.0, 0.0), (2.0, 0.0)], false), None);
        assert_eq!(of(&[(f64::NAN, 1.0), (2.0, 3.0)], false), None);
        assert_eq!(ratio([(1.0, 2.0), (2.0, 3.0)], false, 1.0), None);
        // A mean handle time that is the same on both days is what it is.
        let same = of(&[(300.0, 1.0), (600.0, 2.0)], false).unwrap();
        assert_eq!((same.low, same.value, same.high), (300.0, 300.0, 300.0));
    }

    proptest! {
        #[test]
        fn the_interval_holds_the_ratio(parts in prop::collection::vec((0u32..50, 0u32..50), 2..20), factor in 1.0..100.0) {
            let share = |scale: f64| {
                let clusters = parts.iter().map(|&(part, rest)| (f64::from(part) * scale, f64::from(part + rest) * scale));
                ratio(clusters, true, 0.95)
            };
            if let Some(found) = share(1.0) {
                prop_assert!(0.0 <= found.low && found.low <= found.value);
                prop_assert!(found.value <= found.high && found.high <= 1.0);
                let scaled = share(factor).unwrap();
                prop_assert!((scaled.se - found.se).abs() < 1e-9, "a ratio has no unit");
            }
            let clusters = || parts.iter().map(|&(y, x)| (f64::from(y), f64::from(x)));
            if let Some(found) = ratio(clusters(), false, 0.95) {
                prop_assert!(found.low <= found.value && found.value <= found.high);
            }
        }
    }
}
