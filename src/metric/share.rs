//! Intervals of a share from real-valued counts.

use super::tails::beta_quantile;

/// A formula for the interval of a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShareMethod {
    /// Wilson's score interval: the one that reports use.
    Wilson,
    /// Wilson's, corrected for continuity: at least the level, as R's `prop.test` gives it.
    WilsonContinuity,
    /// Exact: at least the level, whatever the share.
    ClopperPearson,
    /// Wald's formula around Wilson's centre.
    AgrestiCoull,
    /// Quantiles of the beta law (x + ½, n − x + ½).
    Jeffreys,
}

impl ShareMethod {
    /// Every formula.
    pub const ALL: [Self; 5] =
        [Self::Wilson, Self::WilsonContinuity, Self::ClopperPearson, Self::AgrestiCoull, Self::Jeffreys];

    /// Interval of the share `x` / `n` as fractions 0…1, at confidence `level`; none without answers, for x
    /// outside 0…n, or outside 0 < `level` < 1. Clipped to 0…1 and containing the share.
    pub fn interval(self, x: f64, n: f64, level: f64) -> Option<(f64, f64)> {
        if !(level > 0.0 && level < 1.0) {
            return None;
        }
        let critical = super::law::normal_quantile(level);
        match self {
            Self::Wilson => wilson(x, n, critical),
            Self::WilsonContinuity => wilson_continuity(x, n, critical),
            Self::ClopperPearson => clopper_pearson(x, n, level),
            Self::AgrestiCoull => {
                let (centre, se) = agresti_coull(x, n, critical)?;
                Some(around(x / n, centre - critical * se, centre + critical * se))
            }
            Self::Jeffreys => jeffreys(x, n, level),
        }
    }
}

fn valid(x: f64, n: f64) -> bool {
    n > 0.0 && n.is_finite() && (0.0..=n).contains(&x)
}

/// Ends clipped to 0…1 that contain the share.
fn around(p: f64, low: f64, high: f64) -> (f64, f64) {
    (low.max(0.0).min(p), high.min(1.0).max(p))
}

/// Wilson's interval of the share `x` / `n`, as fractions, `critical` being the half-width in standard errors:
/// (x + z²/2 ± z √(n p (1 − p) + z²/4)) / (n + z²). See [`super::interval::wilson`]. None without answers, for
/// x outside 0…n, or unless `critical` is positive and finite.
pub fn wilson(x: f64, n: f64, critical: f64) -> Option<(f64, f64)> {
    if !(valid(x, n) && critical > 0.0 && critical.is_finite()) {
        return None;
    }
    let (p, z2) = (x / n, critical * critical);
    let centre = (x + z2 / 2.0) / (n + z2);
    let half = critical / (n + z2) * (n * p * (1.0 - p) + z2 / 4.0).sqrt();
    Some(around(p, centre - half, centre + half))
}

/// [`wilson`] corrected for continuity: x moved half an answer towards the ends. Newcombe, “Two-sided
/// confidence intervals for the single proportion”, *Statistics in Medicine* 17 (1998), 857–872, method 4. An
/// end at which no answer is missing stays there.
pub fn wilson_continuity(x: f64, n: f64, critical: f64) -> Option<(f64, f64)> {
    if !(valid(x, n) && critical > 0.0 && critical.is_finite()) {
        return None;
    }
    let z2 = critical * critical;
    let end = |x: f64, sign: f64| {
        (x + z2 / 2.0 + sign * critical * (x * (1.0 - x / n) + z2 / 4.0).max(0.0).sqrt()) / (n + z2)
    };
    let low = if x > 0.5 { end(x - 0.5, -1.0) } else { 0.0 };
    let high = if x < n - 0.5 { end(x + 0.5, 1.0) } else { 1.0 };
    Some(around(x / n, low, high))
}

/// Exact interval of the share `x` / `n`: the shares under which neither tail of the binomial is rarer than
/// (1 − level) / 2. Clopper & Pearson, “The use of confidence or fiducial limits illustrated in the case of the
/// binomial”, *Biometrika* 26 (1934), 404–413. Nobody of ten gives 0…0.308. Real-valued counts come from a
/// design. None as for [`wilson`].
pub fn clopper_pearson(x: f64, n: f64, level: f64) -> Option<(f64, f64)> {
    if !(valid(x, n) && level > 0.0 && level < 1.0) {
        return None;
    }
    let tail = (1.0 - level) / 2.0;
    let low = if x > 0.0 { beta_quantile(tail, x, n - x + 1.0)? } else { 0.0 };
    let high = if x < n { beta_quantile(1.0 - tail, x + 1.0, n - x)? } else { 1.0 };
    Some(around(x / n, low, high))
}

/// Centre and standard error of Agresti and Coull's interval, p̃ = (x + z²/2) / (n + z²), √(p̃ (1 − p̃) /
/// (n + z²)), unclipped: “Approximate is better than ‘exact’ for interval estimation of binomial proportions”,
/// *The American Statistician* 52 (1998), 119–126. None as for [`wilson`].
pub fn agresti_coull(x: f64, n: f64, critical: f64) -> Option<(f64, f64)> {
    if !(valid(x, n) && critical > 0.0 && critical.is_finite()) {
        return None;
    }
    let z2 = critical * critical;
    let centre = (x + z2 / 2.0) / (n + z2);
    Some((centre, (centre * (1.0 - centre) / (n + z2)).sqrt()))
}

/// Jeffreys' interval, with an end of the scale where all answers agree: Brown, Cai & DasGupta, “Interval
/// estimation for a binomial proportion”, *Statistical Science* 16 (2001), 101–133. None as for [`wilson`].
pub fn jeffreys(x: f64, n: f64, level: f64) -> Option<(f64, f64)> {
    if !(valid(x, n) && level > 0.0 && level < 1.0) {
        return None;
    }
    let tail = (1.0 - level) / 2.0;
    let end = |p| beta_quantile(p, x + 0.5, n - x + 0.5);
    let low = if x > 0.0 { end(tail)? } else { 0.0 };
    let high = if x < n { end(1.0 - tail)? } else { 1.0 };
    Some(around(x / n, low, high))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Nobody of n: the exact interval ends at 1 − (α/2)^(1/n).
    #[test]
    fn none_of_n_has_a_closed_form() {
        for n in [1_u32, 10, 400] {
            let (low, high) = clopper_pearson(0.0, f64::from(n), 0.95).unwrap();
            let expected = 1.0 - 0.025_f64.powf(1.0 / f64::from(n));
            assert!(low == 0.0 && (high - expected).abs() < 1e-12, "{n}: {high}");
        }
    }

    #[test]
    fn nothing_comes_from_nothing() {
        for method in ShareMethod::ALL {
            for (x, n, level) in [(0.0, 0.0, 0.95), (3.0, 2.0, 0.95), (-1.0, 2.0, 0.95), (1.0, 2.0, 1.0)] {
                assert_eq!(method.interval(x, n, level), None, "{method:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn share_lies_in_every_interval_and_turns_over(x in 0.0..500.0, more in 0.0..500.0, level in 0.5..0.999) {
            let n = x + more;
            prop_assume!(n > 0.1);
            for method in ShareMethod::ALL {
                let (low, high) = method.interval(x, n, level).unwrap();
                prop_assert!(0.0 <= low && low <= x / n && x / n <= high && high <= 1.0, "{method:?}");
                let back = method.interval(more, n, level).unwrap();
                prop_assert!((back.0 + high - 1.0).abs() < 1e-9 && (back.1 + low - 1.0).abs() < 1e-9, "{method:?}");
            }
        }

        #[test]
        fn exact_interval_is_the_widest_of_whole_answers(x in 0_u32..60, more in 0_u32..60) {
            prop_assume!(x + more > 0);
            let (x, n) = (f64::from(x), f64::from(x + more));
            let exact = clopper_pearson(x, n, 0.95).unwrap();
            let jeffreys = jeffreys(x, n, 0.95).unwrap();
            prop_assert!(exact.0 <= jeffreys.0 + 1e-12 && jeffreys.1 <= exact.1 + 1e-12);
        }
    }
}
