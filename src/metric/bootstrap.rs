//! Bootstrap interval of a net score, the same on every run.

use statrs::function::gamma::ln_gamma;

use super::net::NetCounts;

/// Resamples of a published interval: its ends move by a tenth of a standard error from one seed to another.
pub const RESAMPLES: u32 = 2000;

/// Percentile bootstrap interval of a net score, in points −100…100: the quantiles (1 ± `level`) / 2 of the
/// scores of `resamples` samples of the same size drawn with replacement from the answers.
///
/// Efron, “Bootstrap methods: another look at the jackknife”, *Annals of Statistics* 7 (1979), 1–26. A
/// resample is two binomial draws, so its cost does not grow with the answers. `seed` decides every draw: the
/// same seed and counts give the same ends. Where all answers agree so do the resamples, and the interval has
/// no width: it is offered beside the score interval, not instead of it. The score, which a skewed sample may
/// leave outside the quantiles, is always inside.
///
/// None without answers, with no resample, or outside 0 < `level` < 1.
pub fn nps_bootstrap(
    promoters: u64,
    passives: u64,
    detractors: u64,
    level: f64,
    resamples: u32,
    seed: u64,
) -> Option<(f64, f64)> {
    let score = NetCounts::new(promoters, passives, detractors).wald()?.value;
    if resamples == 0 || !(level > 0.0 && level < 1.0) {
        return None;
    }
    let n = promoters + passives + detractors;
    let mut random = SplitMix64(seed);
    let mut scores: Vec<f64> = (0..resamples)
        .map(|_| {
            let up = binomial(n, promoters as f64 / n as f64, random.uniform());
            let rest = passives + detractors;
            let share = if rest == 0 { 0.0 } else { detractors as f64 / rest as f64 };
            let down = binomial(n - up, share, random.uniform());
            100.0 * (up as f64 - down as f64) / n as f64
        })
        .collect();
    scores.sort_by(f64::total_cmp);
    let tail = (1.0 - level) / 2.0;
    Some((quantile(&scores, tail).min(score), quantile(&scores, 1.0 - tail).max(score)))
}

/// Quantile between two order statistics, R's type 7; `sorted` is not empty.
fn quantile(sorted: &[f64], p: f64) -> f64 {
    let position = p * (sorted.len() - 1) as f64;
    let below = position.floor() as usize;
    let above = (below + 1).min(sorted.len() - 1);
    sorted[below] + (position - below as f64) * (sorted[above] - sorted[below])
}

/// Binomial variable that a `uniform` number 0…1 stands for: probabilities are taken off it from the mode
/// outwards, so that the steps are a few standard deviations.
fn binomial(n: u64, p: f64, uniform: f64) -> u64 {
    if n == 0 || p <= 0.0 {
        return 0;
    }
    if p >= 1.0 {
        return n;
    }
    let total = n as f64;
    let odds = p / (1.0 - p);
    let mode = (((total + 1.0) * p).floor() as u64).min(n);
    let at = mode as f64;
    let ln_choose = ln_gamma(total + 1.0) - ln_gamma(at + 1.0) - ln_gamma(total - at + 1.0);
    let mut left = uniform - (ln_choose + at * p.ln() + (total - at) * (-p).ln_1p()).exp();
    let (mut below, mut above) = (mode, mode);
    let mut probability_below = uniform - left;
    let mut probability_above = probability_below;
    while left > 0.0 && (below > 0 || above < n) {
        if above < n {
            probability_above *= odds * (n - above) as f64 / (above + 1) as f64;
            above += 1;
            left -= probability_above;
            if left <= 0.0 {
                return above;
            }
        }
        if below > 0 {
            probability_below *= below as f64 / (odds * (n - below + 1) as f64);
            below -= 1;
            left -= probability_below;
            if left <= 0.0 {
                return below;
            }
        }
        // What is left is less than rounding takes off: the mode stands for it.
        if probability_above.max(probability_below) < f64::EPSILON * f64::EPSILON {
            break;
        }
    }
    mode
}

/// Steele, Lea & Flood, “Fast splittable pseudorandom number generators”, OOPSLA (2014), 453–472.
struct SplitMix64(u64);

impl SplitMix64 {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// In 0…1, one excluded.
    fn uniform(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// First outputs of the published generator for the seed 1234567.
    #[test]
    fn generator_is_the_published_one() {
        let mut random = SplitMix64(1_234_567);
        assert_eq!(
            [random.next(), random.next(), random.next()],
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
        );
    }

    /// Uniform numbers spread evenly over 0…1 give back the binomial probabilities: here 1/8, 3/8, 3/8, 1/8.
    #[test]
    fn draws_follow_the_binomial() {
        let mut counts = [0_u32; 4];
        for i in 0..8000 {
            counts[binomial(3, 0.5, (f64::from(i) + 0.5) / 8000.0) as usize] += 1;
        }
        assert_eq!(counts, [1000, 3000, 3000, 1000]);
        assert_eq!((binomial(9, 0.0, 0.5), binomial(9, 1.0, 0.5), binomial(0, 0.5, 0.5)), (0, 9, 0));
    }

    /// Its ends are Wald's within the noise of the resamples: 45.84…54.16 for 600, 300, 100.
    #[test]
    fn large_samples_agree_with_wald() {
        let (low, high) = nps_bootstrap(600, 300, 100, 0.95, 20_000, 1).unwrap();
        assert!((low - 45.842).abs() < 0.25 && (high - 54.158).abs() < 0.25, "{low} {high}");
        assert_eq!(nps_bootstrap(600, 300, 100, 0.95, 20_000, 1), Some((low, high)));
        assert!(nps_bootstrap(4_000_000, 3_000_000, 3_000_000, 0.95, 200, 1).is_some());
    }

    #[test]
    fn edges() {
        assert_eq!(nps_bootstrap(10, 0, 0, 0.95, RESAMPLES, 7), Some((100.0, 100.0)));
        assert_eq!(nps_bootstrap(0, 0, 0, 0.95, RESAMPLES, 7), None);
        assert_eq!(nps_bootstrap(1, 1, 1, 0.95, 0, 7), None);
        assert_eq!(nps_bootstrap(1, 1, 1, 1.0, RESAMPLES, 7), None);
    }

    proptest! {
        #[test]
        fn score_lies_in_its_interval(
            promoters in 0_u64..400, passives in 0_u64..400, detractors in 0_u64..400, seed: u64,
        ) {
            prop_assume!(promoters + passives + detractors > 0);
            let score = NetCounts::new(promoters, passives, detractors).wald().unwrap().value;
            let (low, high) = nps_bootstrap(promoters, passives, detractors, 0.9, 100, seed).unwrap();
            prop_assert!(-100.0 <= low && low <= score && score <= high && high <= 100.0);
        }
    }
}
