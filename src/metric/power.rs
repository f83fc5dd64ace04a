//! How many answers it takes, and what a survey can see.

use super::law::normal_quantile;

/// Chance of finding a difference that exists, by convention.
pub const POWER: f64 = 0.8;

/// Standard errors that separate what is found from zero: z(1 − α/2) + z(power), 2.8016 at 95 % and 80 %.
/// None outside 0 < `level` < 1 and 0 < `power` < 1, or where power is so low that it is not positive.
pub fn detection_factor(level: f64, power: f64) -> Option<f64> {
    if !(level > 0.0 && level < 1.0 && power > 0.0 && power < 1.0) {
        return None;
    }
    let factor = normal_quantile(level) + z_of_power(power);
    (factor > 0.0).then_some(factor)
}

/// Normal quantile of a probability, negative under ½.
fn z_of_power(power: f64) -> f64 {
    (power - 0.5).signum() * normal_quantile((2.0 * power - 1.0).abs())
}

/// Minimum detectable difference: the smallest true difference that a test at confidence `level` finds with
/// probability `power`, in the unit of its standard error `se`. Bloom, “Minimum detectable effects: a simple
/// way to report the statistical power of experimental designs”, *Evaluation Review* 19 (1995), 547–556.
///
/// Two waves of 400 answers each, of variance 6,600 (see [`mean_sample_size`]), see 16 points of NPS. The design is
/// in `se`: √(se² + se²) for two waves of different respondents, less for a panel. None for a
/// negative `se`, or as [`detection_factor`].
pub fn minimum_detectable(se: f64, level: f64, power: f64) -> Option<f64> {
    if !(se >= 0.0 && se.is_finite()) {
        return None;
    }
    Some(detection_factor(level, power)? * se)
}

/// Answers needed in each of two groups to find shares `p1` and `p2` (fractions) different, as R's
/// `power.prop.test` gives them, unrounded:
///
/// ```text
/// n = (z(1 − α/2) √(2 p̄ (1 − p̄)) + z(power) √(p1 (1 − p1) + p2 (1 − p2)))² / (p1 − p2)²
/// ```
///
/// Fleiss, Levin & Paik, *Statistical Methods for Rates and Proportions*, 3rd ed. (2003), 4.2. None for equal
/// shares, shares outside 0…1, or as [`detection_factor`].
pub fn share_sample_size(p1: f64, p2: f64, level: f64, power: f64) -> Option<f64> {
    detection_factor(level, power)?;
    if p1 == p2 || ![p1, p2].iter().all(|p| (0.0..=1.0).contains(p)) {
        return None;
    }
    let middle = f64::midpoint(p1, p2);
    let together = (2.0 * middle * (1.0 - middle)).sqrt();
    let apart = (p1 * (1.0 - p1) + p2 * (1.0 - p2)).sqrt();
    let root = (normal_quantile(level) * together + z_of_power(power) * apart).max(0.0) / (p1 - p2);
    Some(root * root)
}

/// Answers needed in each of two groups to find means `difference` apart, unrounded, `variance` being that of
/// one answer in the same unit, squared: 2 · variance · (factor / difference)². For a net score in points, the
/// variance is 10,000 (p₊ + p₋ − (p₊ − p₋)²): some 6,600 at usual shares. None for a difference of zero, a
/// negative variance, or as [`detection_factor`].
pub fn mean_sample_size(variance: f64, difference: f64, level: f64, power: f64) -> Option<f64> {
    let ratio = detection_factor(level, power)? / difference;
    let n = 2.0 * variance * ratio * ratio;
    (variance >= 0.0 && n.is_finite()).then_some(n)
}

/// Answers needed for an interval of ± `margin` at confidence `level`: ⌈variance (z / margin)²⌉, `variance`
/// being that of one answer in the margin's unit, squared (see [`mean_sample_size`]). None unless `margin` is
/// positive, for a negative variance, or outside 0 < `level` < 1.
pub fn margin_sample_size(variance: f64, margin: f64, level: f64) -> Option<u64> {
    let z = normal_quantile(level);
    if !(margin > 0.0 && variance >= 0.0 && level > 0.0 && level < 1.0) {
        return None;
    }
    let n = variance * (z / margin) * (z / margin);
    n.is_finite().then(|| n.ceil() as u64)
}

/// What a standard error is multiplied by when `n` respondents are drawn without replacement from a
/// `population`: √((N − n) / (N − 1)). Cochran, *Sampling Techniques*, 3rd ed. (1977), 2.6. Zero when all were
/// asked. None for an empty population or sample, or a sample above its population.
pub fn finite_population(n: u64, population: u64) -> Option<f64> {
    match (n, population) {
        (0, _) => None,
        (1, 1) => Some(0.0),
        _ if n > population => None,
        _ => Some(((population - n) as f64 / (population - 1) as f64).sqrt()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn usual_factors() {
        assert!((detection_factor(0.95, POWER).unwrap() - 2.801_585_218_112_968).abs() < 1e-9);
        // At a power of one half, the factor is that of the interval.
        assert!((detection_factor(0.95, 0.5).unwrap() - normal_quantile(0.95)).abs() < 1e-12);
        assert_eq!(detection_factor(0.95, 0.01), None);
    }

    #[test]
    fn questions_without_an_answer() {
        for (level, power) in [(0.0, 0.8), (1.0, 0.8), (0.95, 0.0), (0.95, 1.0), (f64::NAN, 0.8)] {
            assert_eq!(minimum_detectable(1.0, level, power), None);
        }
        assert_eq!(minimum_detectable(f64::NAN, 0.95, 0.8), None);
        assert_eq!(share_sample_size(0.4, 0.4, 0.95, 0.8), None);
        assert_eq!(share_sample_size(0.4, 1.4, 0.95, 0.8), None);
        assert_eq!(mean_sample_size(1.0, 0.0, 0.95, 0.8), None);
        assert_eq!((margin_sample_size(1.0, 0.0, 0.95), margin_sample_size(1.0, 1.0, 1.0)), (None, None));
        assert_eq!((finite_population(0, 9), finite_population(10, 9)), (None, None));
        assert_eq!((finite_population(9, 9), finite_population(1, 1)), (Some(0.0), Some(0.0)));
    }

    proptest! {
        #[test]
        fn a_sample_of_that_size_sees_that_difference(variance in 0.1..9000.0, difference in 0.1..80.0) {
            let n = mean_sample_size(variance, difference, 0.95, POWER).unwrap();
            let seen = minimum_detectable((2.0 * variance / n).sqrt(), 0.95, POWER).unwrap();
            prop_assert!((seen / difference - 1.0).abs() < 1e-9);
        }
    }
}
