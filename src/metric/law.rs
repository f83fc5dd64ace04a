//! Tails and quantiles of the normal law and of Student's t.
//!
//! statrs 0.19 is used where it is accurate. Its erfc holds nine or ten digits, its Student law loses three
//! more at a million degrees of freedom, and its quantile may not return at all there: hence this file.

use std::f64::consts::{LN_10, PI, SQRT_2};

use statrs::distribution::{ContinuousCDF, Normal, StudentsT};

/// Two-sided p-value. `p` falls to zero under 1e-308 or so; `log10` stays finite.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PValue {
    /// The probability, 0…1.
    pub p: f64,
    /// Its decimal logarithm, at most 0.
    pub log10: f64,
}

impl PValue {
    /// From a natural logarithm; what rounding put above 0 counts as 0.
    pub fn from_ln(ln: f64) -> Self {
        // Adding zero turns −0 into 0: certainty is written one way, however the code was compiled.
        let ln = ln.min(0.0) + 0.0;
        Self { p: ln.exp(), log10: ln / LN_10 }
    }

    /// Of Student's `t` with `freedom` degrees of freedom. Where the probability is too small for a number, which
    /// takes hundreds of degrees, the normal law gives the logarithm.
    pub fn from_t(t: f64, freedom: f64) -> Option<Self> {
        let p = t_tails(t, freedom)?;
        Some(if p > 0.0 { Self { p, log10: p.log10() } } else { Self::from_z(t) })
    }

    /// Of a standard normal `z`: the probability to be at least as far from zero; 1 when `z` is not a number.
    pub fn from_z(z: f64) -> Self {
        Self::from_ln(ln_normal_tails(z))
    }
}

/// Half-width in standard errors of a two-sided normal interval: 1.96 at level 0.95. Zero at levels up to 0,
/// infinite from 1 on.
pub fn normal_quantile(level: f64) -> f64 {
    if level.is_nan() {
        return f64::NAN;
    }
    -Normal::standard().inverse_cdf((0.5 - level / 2.0).clamp(0.0, 0.5))
}

/// Natural logarithm of the probability that a standard normal variable is at least as far from zero as `z`;
/// 0, the logarithm of certainty, when `z` is not a number. Finite for every `z`.
///
/// With x = |z| / √2: under 2, 1 − erf(x) by the series 2/√π e^(−x²) Σ 2ᵏ x^(2k+1) / (2k+1)!!; beyond, the
/// continued fraction e^(−x²) / √π / (x + ½/(x + 1/(x + 3⁄2/(x + …)))). Abramowitz & Stegun 7.1.6, 7.1.14.
pub fn ln_normal_tails(z: f64) -> f64 {
    // No count of answers gives a z whose square leaves the range of numbers.
    let x = (z.abs() / SQRT_2).min(1e150);
    if z.is_nan() {
        0.0
    } else if x < 2.0 {
        let (mut term, mut sum) = (x, x);
        for k in 1..60 {
            term *= 2.0 * x * x / f64::from(2 * k + 1);
            sum += term;
        }
        (-2.0 / PI.sqrt() * (-x * x).exp() * sum).ln_1p()
    } else {
        let denominator = (1..=60).rev().fold(x, |below, k| x + f64::from(k) / 2.0 / below);
        -x * x - PI.ln() / 2.0 - denominator.ln()
    }
}

/// Probability that a standard normal variable is at least as far from zero as `z`.
pub fn normal_tails(z: f64) -> f64 {
    ln_normal_tails(z).exp()
}

/// Probability that Student's t with `freedom` degrees of freedom is at least as far from zero as `t`; none
/// unless `freedom` is positive.
///
/// From 200 degrees of freedom on, t is turned into a normal variable: Hill, “Algorithm 395: Student's
/// t-distribution”, *Communications of the ACM* 13 (1970), 617–619.
pub fn t_tails(t: f64, freedom: f64) -> Option<f64> {
    let law = StudentsT::new(0.0, 1.0, freedom).ok()?;
    if freedom < 200.0 {
        return Some((2.0 * law.sf(t.abs())).min(1.0));
    }
    let a = freedom - 0.5;
    let b = 48.0 * a * a;
    let y = a * (t * t / freedom).ln_1p();
    let series = ((((-0.4 * y - 3.3) * y - 24.0) * y - 85.5) / (0.8 * y * y + 100.0 + b) + y + 3.0) / b + 1.0;
    Some(normal_tails(series * y.sqrt()))
}

/// Half-width in standard errors of a two-sided interval by Student's t: 2.26 at level 0.95 and 9 degrees of
/// freedom. None outside 0 < `level` < 1 or unless `freedom` is positive.
pub fn t_quantile(level: f64, freedom: f64) -> Option<f64> {
    if !(level > 0.0 && level < 1.0) {
        return None;
    }
    let beyond = |t: f64| Some(t_tails(t, freedom)? > 1.0 - level);
    let (mut low, mut high) = (0.0, 1.0);
    while beyond(high)? && high < f64::MAX / 2.0 {
        (low, high) = (high, 2.0 * high);
    }
    // Halving the gap 60 times leaves the last digit or two.
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if beyond(middle)? {
            low = middle;
        } else {
            high = middle;
        }
    }
    Some(f64::midpoint(low, high))
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "these values are exact")]
mod tests {
    use super::*;

    fn close(a: f64, b: f64, relative: f64) {
        assert!((a / b - 1.0).abs() < relative, "{a} is not {b}");
    }

    /// Continued fraction with 60 digits, decimal logarithms.
    #[test]
    fn certainty_has_one_spelling() {
        for ln in [0.0, -0.0, 1e-17, f64::MIN_POSITIVE] {
            let certain = PValue::from_ln(ln);
            assert!(certain.p == 1.0 && certain.log10 == 0.0 && certain.log10.is_sign_positive(), "{ln}");
        }
        assert!(PValue::from_z(0.0).log10.is_sign_positive());
    }

    #[test]
    fn normal_tails_keep_their_digits() {
        let cases = [
            (3.0, -2.568_669_040_265_388),
            (5.0, -6.241_615_676_726_673),
            (5.5, -7.420_455_045_962_333),
            (10.0, -22.817_023_409_822_095),
            (40.0, -349.135_976_463_681_86),
            (-100.0, -2_173.570_512_873_370_4),
        ];
        for (z, log10) in cases {
            close(ln_normal_tails(z) / std::f64::consts::LN_10, log10, 1e-14);
        }
        // C library, erfc(0.5) and erfc(2).
        close(normal_tails(0.5 * SQRT_2), 0.479_500_122_186_953_5, 1e-14);
        close(normal_tails(2.0 * SQRT_2), 0.004_677_734_981_047_265, 1e-13);
        assert_eq!((normal_tails(0.0), normal_tails(f64::NAN)), (1.0, 1.0));
        assert!(ln_normal_tails(f64::INFINITY).is_finite());
    }

    /// Finite series of the t-distribution for whole degrees of freedom (Abramowitz & Stegun 26.7.3, 26.7.4).
    #[test]
    fn student_tails_keep_their_digits() {
        let cases = [
            (1.96, 1.0, 3.003_428_917_760_331e-1),
            (1.96, 9.0, 8.164_440_546_041_663e-2),
            (1.96, 99.0, 5.280_711_375_097_025e-2),
            (1.96, 999.0, 5.027_346_273_380_229e-2),
            (1.96, 99_999.0, 4.999_856_322_192_353e-2),
            (1.96, 999_999.0, 4.999_606_758_462_305e-2),
            (-6.0, 9.0, 2.024_993_220_676_174_5e-4),
        ];
        for (t, freedom, p) in cases {
            close(t_tails(t, freedom).unwrap(), p, 1e-10);
        }
        close(t_tails(6.0, 999.0).unwrap(), 2.756_269_656_956_078_5e-9, 1e-6);
        assert_eq!((t_tails(1.0, 0.0), t_tails(1.0, f64::NAN)), (None, None));
        let (under, above) = (t_tails(2.0, 199.999_999).unwrap(), t_tails(2.0, 200.0).unwrap());
        close(under, above, 1e-9);
    }

    /// R 4.2.2, `qnorm` and `qt`.
    #[test]
    fn quantiles_agree_with_r() {
        close(normal_quantile(0.95), 1.959_963_984_540_054, 1e-14);
        close(normal_quantile(0.99), 2.575_829_303_548_901, 1e-14);
        close(t_quantile(0.95, 9.0).unwrap(), 2.262_157_162_798_205, 1e-12);
        close(t_quantile(0.95, 1.0).unwrap(), 12.706_204_736_174_705, 1e-12);
        close(t_quantile(0.95, 99.0).unwrap(), 1.984_216_951_586_41, 1e-11);
        close(t_quantile(0.95, 1e12).unwrap(), 1.959_963_984_540_054, 1e-11);
        assert_eq!((t_quantile(0.95, 0.0), t_quantile(1.0, 9.0)), (None, None));
        assert_eq!(normal_quantile(0.0), 0.0);
    }
}
