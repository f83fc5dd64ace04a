//! Tails of the χ² law, of the beta law and of the binomial, in logarithms.
//!
//! One continued fraction serves the beta law, the binomial and Clopper–Pearson's interval, so that a p-value
//! too small for a number keeps its logarithm.

use std::f64::consts::PI;

use statrs::function::gamma::ln_gamma;

use super::law::PValue;

/// Smallest number that Lentz's method divides by.
const TINY: f64 = 1e-300;

/// p-value of a χ² `statistic` with `freedom` degrees of freedom: the probability of one at least as great.
/// None unless `freedom` is positive; a statistic up to 0 gives 1, one that is not a number none.
///
/// The incomplete gamma function of (freedom / 2, statistic / 2): its series under freedom / 2 + 1, its
/// continued fraction beyond. Abramowitz & Stegun 6.5.29, 6.5.31.
pub fn chi2_tail(statistic: f64, freedom: f64) -> Option<PValue> {
    if !(freedom > 0.0 && freedom.is_finite()) || statistic.is_nan() {
        return None;
    }
    let (a, x) = (freedom / 2.0, (statistic / 2.0).min(f64::MAX));
    if x <= 0.0 {
        return Some(PValue::from_ln(0.0));
    }
    let ln_front = a * x.ln() - x - ln_gamma(a);
    if x < a + 1.0 {
        let (mut term, mut sum, mut k) = (1.0 / a, 1.0 / a, a);
        while term > sum * f64::EPSILON {
            k += 1.0;
            term *= x / k;
            sum += term;
        }
        return Some(PValue::from_ln((-(ln_front + sum.ln()).exp().min(1.0)).ln_1p()));
    }
    let fraction = continued(x + 1.0 - a, |k| {
        let k = f64::from(k);
        (k * (a - k), x + 2.0 * k + 1.0 - a)
    });
    Some(PValue::from_ln(ln_front - fraction.ln()))
}

/// Natural logarithm of the regularised incomplete beta function I(x; a, b): the probability that a beta
/// variable is at most `x`. None unless `a` and `b` are positive and 0 ≤ `x` ≤ 1.
///
/// Continued fraction DLMF 8.17.22, on the side where it converges fast.
pub fn ln_beta_below(x: f64, a: f64, b: f64) -> Option<f64> {
    if !(a > 0.0 && b > 0.0 && a.is_finite() && b.is_finite() && (0.0..=1.0).contains(&x)) {
        return None;
    }
    if x == 0.0 {
        return Some(f64::NEG_INFINITY);
    }
    if x == 1.0 {
        return Some(0.0);
    }
    Some(if x <= (a + 1.0) / (a + b + 2.0) {
        ln_beta_small(x, a, b)
    } else {
        (-ln_beta_small(1.0 - x, b, a).exp().min(1.0)).ln_1p()
    })
}

/// [`ln_beta_below`] for x up to the mean or so.
fn ln_beta_small(x: f64, a: f64, b: f64) -> f64 {
    let fraction = continued(1.0, |k| {
        let m = f64::from(k / 2);
        let numerator = if k % 2 == 0 {
            m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m))
        } else {
            -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0))
        };
        (numerator, 1.0)
    });
    a * x.ln() + b * (-x).ln_1p() - a.ln() - ln_beta(a, b) - fraction.ln()
}

/// Value of `first` + n₁/(d₁ + n₂/(d₂ + …)), `term(k)` giving nₖ and dₖ, by Lentz's method.
fn continued(first: f64, term: impl Fn(u32) -> (f64, f64)) -> f64 {
    let nonzero = |x: f64| if x.abs() < TINY { TINY } else { x };
    let mut value = nonzero(first);
    let (mut c, mut d) = (value, 0.0);
    // A few times the square root of the largest base converge: this many serve 10¹⁰ answers.
    for k in 1..1_000_000 {
        let (numerator, denominator) = term(k);
        d = 1.0 / nonzero(denominator + numerator * d);
        c = nonzero(denominator + numerator / c);
        value *= c * d;
        if (c * d - 1.0).abs() < f64::EPSILON {
            break;
        }
    }
    value
}

/// Natural logarithm of the beta function. From 10 on, Stirling's series: differences of large logarithms of
/// the gamma function would lose their digits.
fn ln_beta(a: f64, b: f64) -> f64 {
    let (p, q) = (a.min(b), a.max(b));
    if q < 10.0 {
        return ln_gamma(p) + ln_gamma(q) - ln_gamma(p + q);
    }
    let far = stirling(q) - stirling(p + q);
    if p < 10.0 {
        return ln_gamma(p) + far + p - p * (p + q).ln() + (q - 0.5) * (-p / (p + q)).ln_1p();
    }
    (2.0 * PI / q).ln() / 2.0
        + stirling(p)
        + far
        + (p - 0.5) * (p / (p + q)).ln()
        + q * (-p / (p + q)).ln_1p()
}

/// What Stirling's formula leaves of ln Γ(x), for x from 10 on.
fn stirling(x: f64) -> f64 {
    let y = 1.0 / (x * x);
    (1.0 / 12.0 - y * (1.0 / 360.0 - y * (1.0 / 1260.0 - y * (1.0 / 1680.0 - y / 1188.0)))) / x
}

/// Value under which a beta variable of parameters `a` and `b` falls with probability `p`; none unless the
/// parameters are positive and 0 ≤ `p` ≤ 1.
pub fn beta_quantile(p: f64, a: f64, b: f64) -> Option<f64> {
    if !(0.0..=1.0).contains(&p) {
        return None;
    }
    let (mut low, mut high) = (0.0, 1.0);
    loop {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            return Some(middle);
        }
        if ln_beta_below(middle, a, b)?.exp() < p {
            low = middle;
        } else {
            high = middle;
        }
    }
}

/// Natural logarithm of the probability of at most `x` successes in `n` trials of probability `p`.
/// None unless 0 ≤ `p` ≤ 1.
pub fn ln_binomial_at_most(x: u64, n: u64, p: f64) -> Option<f64> {
    if x >= n {
        return (0.0..=1.0).contains(&p).then_some(0.0);
    }
    ln_beta_below(1.0 - p, (n - x) as f64, x as f64 + 1.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn close(a: f64, b: f64, relative: f64) {
        assert!((a / b - 1.0).abs() < relative, "{a} is not {b}");
    }

    /// An even number of degrees of freedom has a finite sum: e^(−x/2) Σ (x/2)ᵏ / k!.
    #[test]
    fn chi2_tail_is_a_finite_sum() {
        for (x, half) in [(0.1_f64, 1_u32), (7.0, 1), (3.0, 4), (30.0, 5), (900.0, 3)] {
            let (mut term, mut sum) = (1.0, 1.0);
            for k in 1..half {
                term *= x / 2.0 / f64::from(k);
                sum += term;
            }
            let p = chi2_tail(x, f64::from(2 * half)).unwrap();
            assert!((p.log10 - (sum.ln() - x / 2.0) / std::f64::consts::LN_10).abs() < 1e-11, "{x}, {half}");
        }
        assert_eq!((chi2_tail(1.0, 0.0), chi2_tail(f64::NAN, 1.0)), (None, None));
        assert!(chi2_tail(f64::INFINITY, 3.0).unwrap().log10.is_finite());
    }

    /// With one degree of freedom, a squared normal variable.
    #[test]
    fn chi2_of_one_degree_is_a_squared_z() {
        for z in [0.01_f64, 0.5, 1.96, 4.0, 20.0] {
            close(chi2_tail(z * z, 1.0).unwrap().log10, PValue::from_z(z).log10, 1e-11);
        }
    }

    /// I(x; a, 1) = xᵃ, and exact binomial sums: 92 of 1,024 and 56 of 1,024.
    #[test]
    fn beta_has_its_closed_forms() {
        for (x, a) in [(0.3_f64, 4.0), (0.99, 250.0), (0.5, 0.5)] {
            close(ln_beta_below(x, a, 1.0).unwrap(), a * x.ln(), 1e-12);
        }
        close(ln_binomial_at_most(2, 10, 0.5).unwrap().exp(), 56.0 / 1024.0, 1e-13);
        close(ln_binomial_at_most(0, 4000, 0.5).unwrap(), -4000.0 * std::f64::consts::LN_2, 1e-12);
        assert_eq!(ln_binomial_at_most(10, 10, 0.5), Some(0.0));
        assert_eq!((ln_beta_below(0.5, 0.0, 1.0), beta_quantile(1.5, 1.0, 1.0)), (None, None));
        close(beta_quantile(0.025, 1.0, 4.0).unwrap(), 1.0 - 0.975_f64.powf(0.25), 1e-13);
    }

    proptest! {
        #[test]
        fn beta_sides_add_up(x in 0.001..0.999, a in 0.1..5000.0, b in 0.1..5000.0) {
            let below = ln_beta_below(x, a, b).unwrap().exp();
            let above = ln_beta_below(1.0 - x, b, a).unwrap().exp();
            prop_assert!((below + above - 1.0).abs() < 1e-10, "{below} + {above}");
        }

        #[test]
        fn quantile_undoes_the_law(p in 0.001..0.999, a in 0.2..2000.0, b in 0.2..2000.0) {
            let x = beta_quantile(p, a, b).unwrap();
            prop_assert!((ln_beta_below(x, a, b).unwrap().exp() - p).abs() < 1e-6, "{x}");
        }
    }
}
