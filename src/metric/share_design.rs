//! Intervals of a share estimated from a sample design: the share, its design standard error and the degrees
//! of freedom are given, as R's `survey::svyciprop` uses them.

use super::law::t_quantile;
use super::tails::beta_quantile;

/// A share with what a sample design says of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DesignShare {
    /// Share, 0…1.
    pub p: f64,
    /// Its standard error under the design, as a fraction.
    pub se: f64,
    /// Respondents in the sample.
    pub n: f64,
    /// Degrees of freedom of the design: sampling units minus strata.
    pub freedom: f64,
}

/// A scale on which the interval of a share is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DesignMethod {
    /// Logit of the share ± t · se / (p (1 − p)), turned back: R's `xlogit`, and `logit` up to the
    /// convergence of its regression.
    Logit,
    /// Clopper–Pearson with the effective base: Korn & Graubard, “Confidence intervals for proportions with
    /// small expected number of positive counts estimated from survey data”, *Survey Methodology* 24 (1998),
    /// 193–201.
    Beta,
    /// arcsin √p ± t · se / (2 √(p (1 − p))), turned back.
    Arcsine,
    /// p ± t · se.
    Mean,
}

impl DesignMethod {
    /// Every method.
    pub const ALL: [Self; 4] = [Self::Logit, Self::Beta, Self::Arcsine, Self::Mean];

    /// Interval as fractions, clipped to 0…1 and containing the share.
    ///
    /// None outside 0 < p < 1 or 0 < `level` < 1, for a standard error of zero, for fewer than two respondents
    /// or without a degree of freedom: a design that shows no spread says nothing of its error, and
    /// [`super::share::ShareMethod`] on the plain counts is then the better answer.
    pub fn interval(self, share: DesignShare, level: f64) -> Option<(f64, f64)> {
        let DesignShare { p, se, n, freedom } = share;
        if !(p > 0.0 && p < 1.0 && se > 0.0 && se.is_finite() && n >= 2.0) {
            return None;
        }
        let t = t_quantile(level, freedom)?;
        let (low, high) = match self {
            Self::Logit => {
                let (centre, half) = ((p / (1.0 - p)).ln(), t * se / (p * (1.0 - p)));
                let back = |x: f64| 1.0 / (1.0 + (-x).exp());
                (back(centre - half), back(centre + half))
            }
            Self::Beta => {
                let (tail, n) = ((1.0 - level) / 2.0, share.effective_n(level)?);
                let (x, rest) = (n * p, n * (1.0 - p));
                (beta_quantile(tail, x, rest + 1.0)?, beta_quantile(1.0 - tail, x + 1.0, rest)?)
            }
            Self::Arcsine => {
                let (low, high) = arcsine(share, t);
                // Beyond 0 and a quarter turn the squared sine would come back.
                (low.max(0.0).sin().powi(2), high.min(std::f64::consts::FRAC_PI_2).sin().powi(2))
            }
            Self::Mean => (p - t * se, p + t * se),
        };
        Some((low.max(0.0).min(p), high.min(1.0).max(p)))
    }
}

/// Ends of the interval of arcsin √p, in radians, unclipped.
fn arcsine(share: DesignShare, t: f64) -> (f64, f64) {
    let DesignShare { p, se, .. } = share;
    let (centre, half) = (p.sqrt().asin(), t * se / (2.0 * (p * (1.0 - p)).sqrt()));
    (centre - half, centre + half)
}

impl DesignShare {
    /// Effective base for the exact interval: p (1 − p) / se² · (t(n − 1) / t(freedom))², the last factor
    /// charging for the few degrees of freedom of a clustered sample. None as for [`DesignMethod::interval`].
    pub fn effective_n(self, level: f64) -> Option<f64> {
        let quantiles = t_quantile(level, self.n - 1.0)? / t_quantile(level, self.freedom)?;
        let n = self.p * (1.0 - self.p) / (self.se * self.se) * quantiles * quantiles;
        (n > 0.0 && n.is_finite()).then_some(n)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// R's survey 4.1-1, `svyciprop(method = "asin")` on apiclus1: its lower end, 0.000307, is the squared sine
    /// of a negative angle, which is not reproduced in a report.
    #[test]
    fn an_angle_below_zero_stays_at_zero() {
        let t = t_quantile(0.95, 14.0).unwrap();
        let se = (0.070_378_254_952_3 + 0.026_662_407_957_77) / (2.0 * t);
        let share = DesignShare { p: 0.021_857_923_497_27, se, n: 183.0, freedom: 14.0 };
        let (low, _) = arcsine(share, t);
        assert!(low < 0.0 && (low.sin().powi(2) - 0.000_307_192_708_887_9).abs() < 1e-9, "{low}");
        assert_eq!(DesignMethod::Arcsine.interval(share, 0.95).unwrap().0, 0.0);
    }

    #[test]
    fn a_design_without_spread_says_nothing() {
        let share = DesignShare { p: 0.5, se: 0.1, n: 30.0, freedom: 9.0 };
        for method in DesignMethod::ALL {
            for wrong in [
                DesignShare { p: 0.0, ..share },
                DesignShare { se: 0.0, ..share },
                DesignShare { n: 1.0, ..share },
                DesignShare { freedom: 0.0, ..share },
                DesignShare { p: f64::NAN, ..share },
            ] {
                assert_eq!(method.interval(wrong, 0.95), None, "{method:?} {wrong:?}");
            }
            assert_eq!(method.interval(share, 1.0), None);
        }
    }

    proptest! {
        #[test]
        fn share_lies_in_every_interval(
            p in 0.001..0.999, se in 0.0001..0.4, n in 2.0..5000.0, freedom in 1.0..500.0, level in 0.5..0.999,
        ) {
            for method in DesignMethod::ALL {
                let ends = method.interval(DesignShare { p, se, n, freedom }, level);
                let (low, high) = ends.unwrap();
                prop_assert!(0.0 <= low && low <= p && p <= high && high <= 1.0, "{method:?}");
            }
        }
    }
}
