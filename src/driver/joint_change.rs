//! The move of a score shared out among themes that overlap, so that what they add can be added up.

use super::change::{Pair, WaveMentions};
use crate::metric::law::{PValue, normal_quantile};
use crate::metric::mover::Bounded;
use crate::metric::share::agresti_coull;

/// The effect of a theme on the score, the other themes held: a coefficient of one model of all themes, fitted on
/// both waves together, with its standard error, in the metric's unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effect {
    /// Difference between a verbatim with the theme and one without, the other themes being the same.
    pub value: f64,
    /// Its standard error.
    pub se: f64,
}

/// The move of a score shared out.
#[derive(Debug, Clone, PartialEq)]
pub struct JointChange {
    /// Score of those who wrote, after less before: the parts and `rest`.
    pub difference: f64,
    /// What the change of its share adds, one a theme in the order given; none where it has no effect or share.
    pub parts: Vec<Option<(Bounded, PValue)>>,
    /// Sum of the parts.
    pub explained: f64,
    /// What the shares of the themes leave unexplained: every opinion having moved, or something not coded.
    pub rest: f64,
}

/// Shares out the move of the score between two waves over the change of the shares of the themes:
///
/// ```text
/// m₁ − m₀ = Σ β (s₁ − s₀) + rest
/// ```
///
/// the explained part of the decomposition of Oaxaca, *International Economic Review* 14 (1973), 693–709, and Blinder,
/// *Journal of Human Resources* 8 (1973), 436–455, with effects β common to both waves. Themes that travel together
/// share what [`changes`](super::change::changes) gives to each of them, and the parts add up. Interval of a part by
/// linearisation, effect and shares being uncorrelated: (s₁ − s₀)² var(β) + β² (var(s₀) + var(s₁)), with the variance
/// of a share after Agresti and Coull.
///
/// `themes` and `effects` go together; the shares are those among the verbatims of a wave that have a score. Assumed:
/// effects that do not change from wave to wave (where they do, it is in `rest`), two samples drawn apart.
///
/// None where a wave has no score, or outside 0 < `level` < 1.
#[must_use]
pub fn joint_change(themes: &[Pair], effects: &[Option<Effect>], level: f64) -> Option<JointChange> {
    let z = normal_quantile(level);
    if !(z > 0.0 && z.is_finite()) {
        return None;
    }
    let wave = |pick: fn(&Pair) -> &WaveMentions| {
        let first = pick(themes.first()?);
        let (n, m) = (first.with.n() as f64, first.without.n() as f64);
        let sum = first.with.mean().unwrap_or(0.0) * n + first.without.mean().unwrap_or(0.0) * m;
        (n + m > 0.0).then(|| sum / (n + m))
    };
    let difference = wave(|pair| &pair.to)? - wave(|pair| &pair.from)?;

    let share = |wave: &WaveMentions| {
        let (n, all) = (wave.with.n() as f64, (wave.with.n() + wave.without.n()) as f64);
        let (_, se) = agresti_coull(n, all, z)?;
        Some((n / all, se * se))
    };
    let part = |theme: &Pair, effect: Effect| {
        let (before, after) = (share(&theme.from)?, share(&theme.to)?);
        let more = after.0 - before.0;
        let value = effect.value * more;
        let variance = (more * effect.se).powi(2) + effect.value.powi(2) * (before.1 + after.1);
        let se = variance.sqrt();
        let bounded = Bounded { value, low: value - z * se, high: value + z * se };
        let p = PValue::from_z(if se > 0.0 { value / se } else { 0.0 });
        (value.is_finite() && se.is_finite()).then_some((bounded, p))
    };
    let effects = effects.iter().copied().chain(std::iter::repeat(None));
    let parts: Vec<Option<(Bounded, PValue)>> =
        themes.iter().zip(effects).map(|(theme, effect)| part(theme, effect?)).collect();
    let explained: f64 = parts.iter().flatten().map(|(part, _)| part.value).sum();
    Some(JointChange { difference, parts, explained, rest: difference - explained })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tally::Histogram;

    fn wave(with: [u64; 3], without: [u64; 3]) -> WaveMentions {
        let of = |n: [u64; 3]| Histogram::new([(-100.0, n[0]), (0.0, n[1]), (100.0, n[2])]);
        let (with, without) = (of(with), of(without));
        WaveMentions { mentions: with.n(), verbatims: with.n() + without.n(), with, without }
    }

    /// Two themes of the same 100 verbatims a wave, NPS 10 then 0. Waiting goes from 10 to 30 with −60 of its own, the
    /// price from 20 to 25 with −40: −12 and −2, though the score fell by 10 only.
    #[test]
    fn parts_add_up_as_by_hand() {
        let waiting = Pair { from: wave([7, 2, 1], [28, 18, 44]), to: wave([22, 4, 4], [23, 6, 41]) };
        let price = Pair { from: wave([10, 5, 5], [25, 15, 40]), to: wave([14, 5, 6], [31, 5, 39]) };
        let effects = [Some(Effect { value: -60.0, se: 10.0 }), Some(Effect { value: -40.0, se: 8.0 })];
        let pairs = [waiting.clone(), price.clone()];
        let found = joint_change(&pairs, &effects, 0.95).unwrap();
        let [Some(first), Some(second)] = found.parts[..] else { panic!("{found:?}") };
        for (value, expected) in [
            (found.difference, -10.0),
            (first.0.value, -12.0),
            (second.0.value, -2.0),
            (found.explained, -14.0),
            (found.rest, 4.0),
        ] {
            assert!((value - expected).abs() < 1e-9, "{found:?}");
        }
        assert!(first.0.high < 0.0 && first.1.p < 0.01 && second.0.high > 0.0);
        // By hand: 0.2² 10² + 60² (v₀ + v₁), v the variance of (n + z²/2) / (100 + z²).
        let z2 = 1.959_963_984_540_054_f64.powi(2);
        let v = |n: f64| {
            let p = (n + z2 / 2.0) / (100.0 + z2);
            p * (1.0 - p) / (100.0 + z2)
        };
        let se = (0.04_f64 * 100.0 + 3600.0 * (v(10.0) + v(30.0))).sqrt();
        assert!((first.0.value - first.0.low - z2.sqrt() * se).abs() < 1e-9);

        let alone = joint_change(&pairs, &effects[..1], 0.95).unwrap();
        assert!(alone.parts[1].is_none() && (alone.rest - 2.0).abs() < 1e-9);
    }

    #[test]
    fn nothing_to_share_out_gives_nothing() {
        assert_eq!(joint_change(&[], &[], 0.95), None);
        let empty = Pair { from: WaveMentions::default(), to: wave([1, 1, 1], [5, 5, 5]) };
        assert_eq!(joint_change(&[empty], &[None], 0.95), None);
        let same = wave([1, 1, 1], [5, 5, 5]);
        let still = Pair { from: same.clone(), to: same };
        let effect = [Some(Effect { value: 0.0, se: 0.0 })];
        let found = joint_change(std::slice::from_ref(&still), &effect, 0.95).unwrap();
        assert_eq!(found.parts[0].unwrap().1.p, 1.0);
        assert_eq!(joint_change(&[still], &effect, 0.0), None);
    }
}
