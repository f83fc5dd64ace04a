//! Erlang A: waits in a queue whose callers hang up, each after a patience of his own.
//!
//! As Erlang C, with an exponential patience of mean 1/θ: C. Palm, “Research on telephone traffic carried by full
//! availability groups”, *Tele* 1 (1957); formulas of A. Mandelbaum & S. Zeltyn, “Service engineering in action:
//! the Palm/Erlang-A queue”, in *Advances in Services Innovations*, Springer (2007), 17–45. It has an answer
//! whatever the traffic: where there are too few agents, callers leave until the rest can be answered.

use super::erlang::{Performance, Traffic, erlang_b};
use super::quadrature::peak_integral;
use super::staffing::{MOST_AGENTS, StaffingError};

/// Nobody waits for thirty thousand years; beyond, the peaks are too thin for their place to be a number.
const MOST_PATIENCE_S: f64 = 1e12;

/// Performance of `agents` when callers wait `patience_s` seconds on average before they hang up; the service
/// level is P(W ≤ T and answered), over all calls, with T = `threshold_s` seconds.
///
/// With λ calls a second, n agents, μ = 1/h, θ = 1/`patience_s`, H(x) = (1 − e^(−θx)) / θ, B Erlang B, and
/// g(x) = exp(λ H(x) − n μ x), the density of the wait that a caller of endless patience would have, up to a
/// factor:
///
/// ```text
/// D                   1 / B(n − 1) + λ ∫ g
/// wait probability    λ ∫ g / D
/// service level       (1 / B(n − 1) + λ ∫₀ᵀ e^(−θx) g) / D
/// mean wait           λ ∫ H g / D
/// abandonment         θ × mean wait
/// speed of answer     λ ∫ x e^(−θx) g / D / (1 − abandonment)
/// occupancy           λ h (1 − abandonment) / n
/// ```
///
/// Every integrand is positive and its logarithm concave: integrals are taken numerically, on the scale of its
/// peak, which loses no digit where the sums of incomplete gamma functions cancel (patience far longer than
/// calls) and tends to Erlang C as patience grows.
///
/// ```
/// use barometre::centre::{Traffic, erlang_a};
/// let traffic = Traffic::new(100.0, 1800.0, 180.0).unwrap();
/// let nine = erlang_a(traffic, 120.0, 9, 20.0).unwrap();
/// assert!((nine.abandonment - 0.192_156).abs() < 1e-6 && nine.occupancy < 1.0);
/// ```
///
/// # Errors
/// [`StaffingError::Patience`] for a patience that is not positive or is over 10¹² seconds, [`StaffingError::Threshold`] for a
/// threshold that is negative or not a number, [`StaffingError::NoAgent`], and [`StaffingError::TooManyAgents`]
/// over a million.
pub fn erlang_a(
    traffic: Traffic,
    patience_s: f64,
    agents: u32,
    threshold_s: f64,
) -> Result<Performance, StaffingError> {
    if !(patience_s > 0.0 && patience_s <= MOST_PATIENCE_S) {
        return Err(StaffingError::Patience);
    }
    if threshold_s.is_nan() || threshold_s < 0.0 {
        return Err(StaffingError::Threshold);
    }
    if agents == 0 {
        return Err(StaffingError::NoAgent);
    }
    if agents > MOST_AGENTS {
        return Err(StaffingError::TooManyAgents);
    }
    let (calls, n) = (traffic.calls_per_s(), f64::from(agents));
    let density = Density::new(calls, n / traffic.handle_s(), patience_s);
    let left = |wait: f64| -(-wait / patience_s).exp_m1() * patience_s;

    // Everything is multiplied by B(n − 1), and divided by the density's peak as the integrals are.
    let blocked = erlang_b(traffic.erlangs(), agents - 1);
    let at_once = density.log(0.0 - density.mode).exp();
    let waiting = calls * blocked;
    let waits = waiting * density.integral(|_| 0.0, f64::INFINITY);
    let total = at_once + waits;
    let in_time = waiting * density.integral(|wait| -wait / patience_s, threshold_s);
    let mean_wait_s = waiting * density.integral(|wait| left(wait).ln(), f64::INFINITY) / total;
    let answered_wait = density.integral(|wait| wait.ln() - wait / patience_s, f64::INFINITY);
    let abandonment = (mean_wait_s / patience_s).min(1.0);
    Ok(Performance {
        agents,
        wait_probability: waits / total,
        service_level: ((at_once + in_time) / total).min(1.0 - abandonment),
        speed_of_answer_s: waiting * answered_wait / total / (1.0 - abandonment),
        mean_wait_s,
        abandonment,
        occupancy: (traffic.erlangs() * (1.0 - abandonment) / n).min(1.0),
    })
}

/// The function g over its peak, as a function of the distance to it, so that no digit is lost where the peak is
/// far from zero.
struct Density {
    /// Wait at the peak, in seconds: ln(λ / n μ) / θ where calls come faster than they are answered, else 0.
    mode: f64,
    /// Slope of ln g at the peak, downwards: n μ − λ, or 0.
    slope: f64,
    /// The slower of λ and n μ.
    rate: f64,
    patience: f64,
    /// A wait over which g bends near zero.
    scale: f64,
}

impl Density {
    fn new(calls: f64, answers: f64, patience: f64) -> Self {
        let mode = (calls - answers).max(0.0) / answers;
        Self {
            mode: mode.ln_1p() * patience,
            slope: (answers - calls).max(0.0),
            rate: calls.min(answers),
            patience,
            scale: 1.0 / (calls + answers + 1.0 / patience),
        }
    }

    /// ln g less its height, at a distance from the mode: −slope d − rate/θ (θ d − 1 + e^(−θ d)).
    fn log(&self, distance: f64) -> f64 {
        -self.slope * distance - self.rate * distance * bend(distance / self.patience)
    }

    /// Integral over the waits from 0 to `end` of g over its height, weighted by the exponential of `weight`.
    fn integral(&self, weight: impl Fn(f64) -> f64, end: f64) -> f64 {
        let log = |distance: f64| self.log(distance) + weight(self.mode + distance);
        peak_integral(log, -self.mode, end - self.mode, self.scale)
    }
}

/// (t − 1 + e^(−t)) / t: by its series t/2 − t²/6 + t³/24 − … where the difference would lose digits.
fn bend(t: f64) -> f64 {
    if t.abs() < 0.5 {
        // t (1 − t/3 (1 − t/4 (1 − …))) / 2
        (3..20).rev().fold(1.0, |below, k| 1.0 - t / f64::from(k) * below) * t / 2.0
    } else {
        (t + (-t).exp_m1()) / t
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::erlang::erlang_c;
    use super::*;

    /// Python, mpmath with 30 digits, by another way: the stationary law of the birth-death chain, and the wait of
    /// a caller who finds j before him as a sum of j + 1 exponential times.
    /// Calls, handle time, patience, agents, threshold; then wait probability, service level, speed of answer,
    /// mean wait, abandonment, occupancy.
    const CHAIN: [([f64; 3], u32, f64, [f64; 6]); 9] = [
        (
            [100.0, 180.0, 120.0],
            9,
            20.0,
            [
                0.613_307_133_249_985,
                0.524_066_059_189_902_8,
                20.942_652_914_219_24,
                23.058_724_561_510_42,
                0.192_156_038_012_586_8,
                0.897_604_402_208_236_9,
            ],
        ),
        (
            [100.0, 180.0, 120.0],
            14,
            20.0,
            [
                0.126_976_340_079_795_4,
                0.932_729_580_698_059_7,
                2.345_375_234_152_17,
                2.740_714_383_818_253,
                0.022_839_286_531_818_77,
                0.697_971_938_191_558,
            ],
        ),
        (
            [100.0, 180.0, 120.0],
            10,
            20.0,
            [
                0.496_852_747_630_142_2,
                0.639_941_307_035_988,
                14.554_229_655_382_32,
                16.495_659_153_173_98,
                0.137_463_826_276_449_9,
                0.862_536_173_723_550_1,
            ],
        ),
        (
            [100.0, 180.0, 2.0],
            8,
            20.0,
            [
                0.361_574_036_804_522_4,
                0.666_542_380_962_137_6,
                0.079_642_753_734_166,
                0.666_914_126_470_669,
                0.333_457_063_235_334_5,
                0.833_178_670_955_831_9,
            ],
        ),
        (
            [100.0, 180.0, 5000.0],
            8,
            20.0,
            [
                0.999_866_089_045_692_8,
                0.000_201_870_274_274_784_6,
                1_104.672_742_609_094,
                1_000.139_964_253_705,
                0.200_027_992_850_741,
                0.999_965_008_936_573_8,
            ],
        ),
        (
            [100.0, 180.0, 100_000.0],
            14,
            20.0,
            [
                0.173_970_730_825_615_5,
                0.888_515_568_693_438_3,
                7.804_785_840_144_523,
                7.807_676_600_744_361,
                7.807_676_600_744_361e-5,
                0.714_229_945_167_137_5,
            ],
        ),
        (
            [1000.0, 300.0, 60.0],
            150,
            30.0,
            [
                0.649_224_183_828_339_2,
                0.874_776_174_661_417_5,
                6.616_972_806_656_732,
                6.785_611_037_093_045,
                0.113_093_517_284_884_1,
                0.985_451_647_461_239_9,
            ],
        ),
        (
            [2.0, 400.0, 600.0],
            1,
            10.0,
            [
                0.370_805_367_294_363,
                0.636_079_746_038_225_5,
                67.625_175_638_947_08,
                99.412_754_152_609_96,
                0.165_687_923_587_683_3,
                0.370_805_367_294_363,
            ],
        ),
        (
            [50.0, 3600.0, 0.5],
            40,
            5.0,
            [
                0.609_622_399_541_647_1,
                0.393_722_445_215_927_5,
                0.004_239_111_697_096_923,
                0.303_138_705_062_925,
                0.606_277_410_125_85,
                0.984_306_474_685_375,
            ],
        ),
    ];

    #[test]
    fn the_birth_death_chain_gives_the_same() {
        for ([calls, handle, patience], agents, threshold, expected) in CHAIN {
            let traffic = Traffic::new(calls, 1800.0, handle).unwrap();
            let found = erlang_a(traffic, patience, agents, threshold).unwrap();
            let found = [
                found.wait_probability,
                found.service_level,
                found.speed_of_answer_s,
                found.mean_wait_s,
                found.abandonment,
                found.occupancy,
            ];
            for (found, expected) in found.into_iter().zip(expected) {
                assert!((found / expected - 1.0).abs() < 1e-9, "{calls} {agents}: {found} is not {expected}");
            }
        }
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        let traffic = Traffic::new(100.0, 1800.0, 180.0).unwrap();
        for patience in [0.0, -1.0, f64::NAN, 1e13] {
            assert_eq!(erlang_a(traffic, patience, 9, 20.0), Err(StaffingError::Patience));
        }
        assert_eq!(erlang_a(traffic, 60.0, 0, 20.0), Err(StaffingError::NoAgent));
        assert_eq!(erlang_a(traffic, 60.0, 9, f64::NAN), Err(StaffingError::Threshold));
        let none = erlang_a(Traffic::new(0.0, 1800.0, 180.0).unwrap(), 60.0, 1, 20.0).unwrap();
        assert_eq!((none.service_level, none.abandonment, none.occupancy), (1.0, 0.0, 0.0));
    }

    #[test]
    fn ten_thousand_erlangs_are_no_trouble() {
        let traffic = Traffic::new(100_000.0, 1800.0, 180.0).unwrap();
        for (agents, patience) in [
            (1, 1.0),
            (5_000, 60.0),
            (5_000, 1e9),
            (9_999, 1e9),
            (9_999, 1e12),
            (10_000, 1e12),
            (10_000, 1e-3),
            (10_000, 1e-300),
            (20_000, 180.0),
        ] {
            let found = erlang_a(traffic, patience, agents, 20.0).unwrap();
            for p in [found.wait_probability, found.service_level, found.abandonment, found.occupancy] {
                assert!((0.0..=1.0).contains(&p), "{agents} {patience} {found:?}");
            }
            assert!(found.speed_of_answer_s.is_finite() && found.mean_wait_s.is_finite(), "{found:?}");
            // What comes in is answered or leaves.
            let answered = f64::from(agents) * found.occupancy / traffic.erlangs();
            assert!((answered + found.abandonment - 1.0).abs() < 1e-12, "{found:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn agents_help_and_probabilities_stay_such(
            calls in 0.0..2000.0, handle in 10.0..1000.0, patience in 0.5..5000.0, agents in 1u32..300,
            threshold in 0.0..120.0,
        ) {
            let traffic = Traffic::new(calls, 1800.0, handle).unwrap();
            let fewer = erlang_a(traffic, patience, agents, threshold).unwrap();
            let greater = erlang_a(traffic, patience, agents + 1, threshold).unwrap();
            for p in [fewer.wait_probability, fewer.service_level, fewer.abandonment, fewer.occupancy] {
                prop_assert!((0.0..=1.0).contains(&p), "{fewer:?}");
            }
            prop_assert!(fewer.service_level + fewer.abandonment <= 1.0 + 1e-12, "{fewer:?}");
            prop_assert!(greater.wait_probability <= fewer.wait_probability + 1e-12);
            prop_assert!(greater.abandonment <= fewer.abandonment + 1e-12);
            prop_assert!(greater.service_level >= fewer.service_level - 1e-12);
        }

        #[test]
        fn endless_patience_is_erlang_c(
            calls in 1.0..500.0, handle in 10.0..600.0, more in 0.05..3.0, threshold in 0.0..120.0,
        ) {
            let traffic = Traffic::new(calls, 1800.0, handle).unwrap();
            let agents = (traffic.erlangs() * (1.0 + more)) as u32 + 1;
            let endless = erlang_c(traffic, agents, threshold).unwrap();
            let patient = erlang_a(traffic, 1e12, agents, threshold).unwrap();
            prop_assert!((patient.wait_probability - endless.wait_probability).abs() < 1e-8);
            prop_assert!((patient.service_level - endless.service_level).abs() < 1e-8);
            prop_assert!((patient.mean_wait_s - endless.mean_wait_s).abs() < 1e-6 * (1.0 + endless.mean_wait_s));
        }
    }
}
