//! Themes between two waves: which rise, fall, appear, and which go with the move of the score.
//!
//! Pure functions over counts. What is found is an association: a theme said more often by people who score low goes
//! with a fall, whether or not it made it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::keyness::{Table, benjamini_hochberg, p_value};
use crate::metric::interval::wilson;
use crate::metric::law::{PValue, normal_quantile};
use crate::metric::mover::{Bounded, newcombe};
use crate::metric::share::agresti_coull;
use crate::tally::Histogram;

/// One theme, or keyword, in one wave.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WaveMentions {
    /// Verbatims of the wave that mention it.
    pub mentions: u64,
    /// Verbatims of the wave.
    pub verbatims: u64,
    /// What each of those who mention it and gave a score adds to the metric
    /// ([`Metric::of_answer`](crate::metric::Metric::of_answer)).
    pub with: Histogram,
    /// The same of those who wrote without mentioning it.
    pub without: Histogram,
}

/// One theme in two waves.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pair {
    /// The wave before.
    pub from: WaveMentions,
    /// The wave after.
    pub to: WaveMentions,
}

/// A theme that only one of the two waves mentions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Novelty {
    /// Absent before.
    New,
    /// Absent since.
    Gone,
}

/// How often a theme is mentioned, before and after.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShareChange {
    /// Share of the verbatims before, 0…1.
    pub from: f64,
    /// Share of the verbatims after.
    pub to: f64,
    /// `to` − `from` with its interval (Newcombe's, of the two Wilson intervals).
    pub difference: Bounded,
    /// Two-sided p-value: χ² where every expected count is at least 5, Fisher's test else.
    pub p: PValue,
    /// Benjamini–Hochberg q-value over the themes given.
    pub q: f64,
    /// Whether one of the waves does not mention it.
    pub novelty: Option<Novelty>,
}

/// What a theme has to do with the move of the score, in the metric's unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Contribution {
    /// Score of those who wrote, after less before: `total` + `rest`.
    pub difference: f64,
    /// Impact of the theme after, less its impact before: `frequency` + `effect`.
    pub total: Bounded,
    /// What its being mentioned more, or less, often adds.
    pub frequency: Bounded,
    /// What the change of the gap between those who mention it and the others adds.
    pub effect: Bounded,
    /// Change of the score of those who do not mention it: what the theme leaves unexplained.
    pub rest: f64,
    /// Two-sided p-value of `total`.
    pub p: PValue,
    /// Benjamini–Hochberg q-value over the themes given.
    pub q: f64,
}

/// A theme between two waves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// Place among the themes given.
    pub theme: usize,
    /// How often it is mentioned.
    pub share: ShareChange,
    /// What it has to do with the move of the score; none where nobody gave a score and mentions it, or where in one
    /// of the waves nobody else gave one.
    pub contribution: Option<Contribution>,
}

/// Compares two waves, theme by theme, in the order given. Themes that fewer than `support` verbatims of both waves
/// together mention, or of which a wave has no verbatim at all, are left out and not counted among the tests.
///
/// # The move of the score
/// In a wave let s be the share of a theme among those who wrote and gave a score, a and b the score with it and
/// without, e = a − b. The score is m = b + s e, and s e = m − b is the [impact](crate::driver::impact()) of the theme
/// in that wave: the score less that of the others. Between the waves, and nothing is left over,
///
/// ```text
/// m₁ − m₀ = ē (s₁ − s₀) + s̄ (e₁ − e₀) + (b₁ − b₀),   ē = (e₀ + e₁) / 2,   s̄ = (s₀ + s₁) / 2
///           frequency     effect        rest
/// ```
///
/// the split of Kitagawa ([`decompose`](crate::metric::decompose::decompose())), applied to those who mention the
/// theme and those who do not: `frequency` is its mix. A theme absent from a wave has there the gap of the other one,
/// so that all it adds is frequency.
///
/// Assumed: two samples drawn apart (in a panel the intervals are too wide, rarely too narrow); equal weights.
/// Themes overlap, as verbatims mention several: their totals do not add up to the move, and two themes that travel
/// together each show the whole of it. Intervals by linearisation, s and e being uncorrelated: var(s e) =
/// e² var(s) + s² var(e); var(s) is Agresti and Coull's, never zero; the variance of a score is that of its own
/// answers from 30 on, under that no less than the one of both groups together.
///
/// None of it where `level` is not between 0 and 1.
#[must_use]
pub fn changes(themes: &[Pair], support: u64, level: f64) -> Vec<Change> {
    let mut found: Vec<Change> = themes
        .iter()
        .enumerate()
        .filter(|(_, theme)| theme.from.mentions + theme.to.mentions >= support)
        .filter_map(|(at, theme)| {
            let share = share_change(theme, level)?;
            Some(Change { theme: at, share, contribution: contribution(theme, level) })
        })
        .collect();
    let q = benjamini_hochberg(&found.iter().map(|c| c.share.p.p).collect::<Vec<_>>());
    found.iter_mut().zip(q).for_each(|(change, q)| change.share.q = q);
    let mut explained: Vec<&mut Contribution> =
        found.iter_mut().filter_map(|c| c.contribution.as_mut()).collect();
    let q = benjamini_hochberg(&explained.iter().map(|c| c.p.p).collect::<Vec<_>>());
    explained.iter_mut().zip(q).for_each(|(contribution, q)| contribution.q = q);
    found
}

/// The themes whose impact moved as the score did, the largest first, then in the order given.
#[must_use]
pub fn explaining(changes: &[Change]) -> Vec<&Change> {
    let along = |c: &Contribution| c.total.value * c.difference > 0.0;
    let size = |change: &Change| change.contribution.map_or(0.0, |c| c.total.value.abs());
    let mut found: Vec<&Change> =
        changes.iter().filter(|c| c.contribution.as_ref().is_some_and(along)).collect();
    found.sort_by(|a, b| size(b).total_cmp(&size(a)).then(a.theme.cmp(&b.theme)));
    found
}

fn share_change(theme: &Pair, level: f64) -> Option<ShareChange> {
    let share = |wave: &WaveMentions| {
        let n = wave.mentions.min(wave.verbatims);
        let (low, high) = wilson(n, wave.verbatims, level)?;
        Some(Bounded { value: n as f64 / wave.verbatims as f64, low, high })
    };
    let (from, to) = (share(&theme.from)?, share(&theme.to)?);
    let table = Table::new(theme.to.mentions, theme.to.verbatims, theme.from.mentions, theme.from.verbatims);
    let novelty = match (table.out_with, table.in_with) {
        (0, 1..) => Some(Novelty::New),
        (1.., 0) => Some(Novelty::Gone),
        _ => None,
    };
    let difference = newcombe(from, to)?;
    Some(ShareChange { from: from.value, to: to.value, difference, p: p_value(table), q: 1.0, novelty })
}

/// A share and a gap in one wave, with their variances; no gap where nobody mentions the theme.
struct Moments {
    score: f64,
    without: f64,
    share: (f64, f64),
    gap: Option<(f64, f64)>,
}

/// Answers from which their own variance is trusted.
const ENOUGH: u64 = 30;

fn moments(wave: &WaveMentions, z: f64) -> Option<Moments> {
    let (with, without) = (&wave.with, &wave.without);
    let (n, others) = (with.n(), without.n());
    let mean_without = without.mean()?;
    let all = (n + others) as f64;
    let (_, se) = agresti_coull(n as f64, all, z)?;
    let share = n as f64 / all;

    let squares = |side: &Histogram| side.variance().unwrap_or(0.0) * side.n().saturating_sub(1) as f64;
    let freedom = (n + others).saturating_sub(2);
    let pooled = if freedom == 0 { 0.0 } else { (squares(with) + squares(without)) / freedom as f64 };
    let variance = |side: &Histogram| match side.variance() {
        Some(own) if side.n() >= ENOUGH => own,
        own => own.unwrap_or(0.0).max(pooled),
    };
    let gap = with
        .mean()
        .map(|mean| (mean - mean_without, variance(with) / n as f64 + variance(without) / others as f64));
    let score = mean_without + gap.map_or(0.0, |gap| share * gap.0);
    Some(Moments { score, without: mean_without, share: (share, se * se), gap })
}

fn contribution(theme: &Pair, level: f64) -> Option<Contribution> {
    let z = normal_quantile(level);
    let (from, to) = (moments(&theme.from, z)?, moments(&theme.to, z)?);
    let (before, after) = (from.gap.or(to.gap)?, to.gap.or(from.gap)?);
    let both = from.gap.is_some() && to.gap.is_some();
    let (share, gap) = (f64::midpoint(from.share.0, to.share.0), f64::midpoint(before.0, after.0));
    let (more, wider) = (to.share.0 - from.share.0, after.0 - before.0);
    let shares = from.share.1 + to.share.1;
    // One gap that stands for both waves is one draw.
    let (gaps, mean_gap) =
        if both { (before.1 + after.1, (before.1 + after.1) / 4.0) } else { (0.0, before.1) };

    let bounded = |value: f64, variance: f64| {
        let half = z * variance.max(0.0).sqrt();
        Bounded { value, low: value - half, high: value + half }
    };
    let frequency = bounded(gap * more, gap * gap * shares + more * more * mean_gap);
    let effect = bounded(share * wider, wider * wider / 4.0 * shares + share * share * gaps);
    let of_wave = |share: (f64, f64), gap: (f64, f64)| gap.0 * gap.0 * share.1 + share.0 * share.0 * gap.1;
    let variance = of_wave(from.share, before) + of_wave(to.share, after);
    let total = bounded(frequency.value + effect.value, variance);
    if !(total.value.is_finite() && variance > 0.0 && total.low.is_finite()) {
        return None;
    }
    Some(Contribution {
        difference: to.score - from.score,
        total,
        frequency,
        effect,
        rest: to.without - from.without,
        p: PValue::from_z(total.value / variance.sqrt()),
        q: 1.0,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::metric::decompose::{Cell, decompose};

    fn nps(detractors: u64, passives: u64, promoters: u64) -> Histogram {
        Histogram::new([(-100.0, detractors), (0.0, passives), (100.0, promoters)])
    }

    fn wave(with: Histogram, without: Histogram) -> WaveMentions {
        WaveMentions { mentions: with.n(), verbatims: with.n() + without.n(), with, without }
    }

    /// Before, 20 of 200 mention the breakdown and score −50, the others +20: 13. After, 80 of 200 score −60, the
    /// others +20: −12. ē = −75, s̄ = 0.25: frequency −75 × 0.3 = −22.5, effect 0.25 × −10 = −2.5.
    #[test]
    fn a_move_is_split_as_by_hand() {
        let theme =
            Pair { from: wave(nps(12, 6, 2), nps(54, 36, 90)), to: wave(nps(54, 20, 6), nps(36, 24, 60)) };
        let found = changes(&[theme], 10, 0.95);
        let share = found[0].share;
        assert_eq!((share.from, share.to, share.novelty), (0.1, 0.4, None));
        assert!(
            (share.difference.value - 0.3).abs() < 1e-12 && share.difference.low > 0.2 && share.p.p < 1e-10
        );
        let parts = found[0].contribution.unwrap();
        for (value, expected) in [
            (parts.difference, -25.0),
            (parts.frequency.value, -22.5),
            (parts.effect.value, -2.5),
            (parts.total.value, -25.0),
            (parts.rest, 0.0),
        ] {
            assert!((value - expected).abs() < 1e-9, "{parts:?}");
        }
        assert!(parts.total.high < 0.0 && parts.effect.high > 0.0 && parts.p.p < 1e-4);
        assert_eq!(explaining(&found).len(), 1);
    }

    /// Absent before; after, 10 of 100 score −40 and the others 20: the theme adds 0.1 × −60 by its frequency.
    #[test]
    fn a_new_theme_adds_its_frequency() {
        let theme =
            Pair { from: wave(nps(0, 0, 0), nps(30, 20, 50)), to: wave(nps(6, 2, 2), nps(27, 18, 45)) };
        let found = changes(std::slice::from_ref(&theme), 10, 0.95);
        let parts = found[0].contribution.unwrap();
        assert_eq!(found[0].share.novelty, Some(Novelty::New));
        assert!(
            (parts.total.value + 6.0).abs() < 1e-9 && parts.effect.value == 0.0 && parts.rest.abs() < 1e-9
        );
        assert!(parts.total.low < -6.0 && parts.total.high > -6.0);
        let gone = Pair { from: theme.to.clone(), to: theme.from.clone() };
        let back = changes(&[gone], 10, 0.95)[0];
        assert_eq!(back.share.novelty, Some(Novelty::Gone));
        assert!((back.contribution.unwrap().total.value - 6.0).abs() < 1e-9);
    }

    #[test]
    fn what_cannot_be_compared_is_left_out() {
        let few = Pair { from: wave(nps(1, 0, 0), nps(9, 9, 9)), to: wave(nps(2, 0, 0), nps(9, 9, 9)) };
        assert!(changes(&[few], 10, 0.95).is_empty());
        let silent = Pair { from: WaveMentions::default(), to: wave(nps(20, 0, 0), nps(9, 9, 9)) };
        assert!(changes(&[silent], 10, 0.95).is_empty());
        // Mentions without a score, then everybody mentions it.
        let unscored = WaveMentions { mentions: 20, verbatims: 50, ..WaveMentions::default() };
        let theme = Pair { from: unscored.clone(), to: WaveMentions { mentions: 5, ..unscored } };
        let found = changes(&[theme], 10, 0.95);
        assert!(found[0].contribution.is_none() && found[0].share.p.p < 0.05);
        let all = Pair { from: wave(nps(9, 9, 9), nps(0, 0, 0)), to: wave(nps(20, 0, 0), nps(9, 9, 9)) };
        assert!(changes(std::slice::from_ref(&all), 10, 0.95)[0].contribution.is_none());
        assert!(changes(&[all], 10, 1.0).is_empty());
    }

    #[test]
    fn tests_are_counted_together() {
        let same = wave(nps(10, 10, 10), nps(30, 30, 30));
        let theme =
            Pair { from: wave(nps(4, 6, 5), nps(54, 36, 90)), to: wave(nps(20, 10, 5), nps(46, 36, 60)) };
        let still = Pair { from: same.clone(), to: same };
        let found = changes(&[still, theme], 10, 0.95);
        let share = found[1].share;
        assert!((share.q / share.p.p - 2.0).abs() < 1e-9);
        let parts = found[1].contribution.unwrap();
        assert!((parts.q / parts.p.p - 2.0).abs() < 1e-9);
        assert_eq!(explaining(&found).iter().map(|c| c.theme).collect::<Vec<_>>(), [1]);
    }

    /// The variance of the impact by its influence function, IF = x − m with the theme, (x − m) − (x − b) N/(N − n)
    /// without, as [`crate::driver`] has it: the same, but for the share's Agresti–Coull and for n − 1.
    #[test]
    fn variance_is_that_of_the_impact() {
        let (with, without) = (nps(900, 300, 300), nps(1500, 2000, 4500));
        let found = moments(&wave(with.clone(), without.clone()), 1.96).unwrap();
        let (n, all) = (with.n() as f64, (with.n() + without.n()) as f64);
        let sum = |side: &Histogram, f: &dyn Fn(f64) -> f64| -> f64 {
            side.bins().iter().map(|&(x, c)| c as f64 * f(x).powi(2)).sum()
        };
        let (m, b) = (found.score, found.without);
        let influence = sum(&with, &|x| x - m) + sum(&without, &|x| (x - m) - (x - b) * all / (all - n));
        let gap = found.gap.unwrap();
        let variance = gap.0 * gap.0 * found.share.1 + found.share.0.powi(2) * gap.1;
        assert!(
            (variance / (influence / all / all) - 1.0).abs() < 2e-3,
            "{variance} {}",
            influence / all / all
        );
    }

    /// Scores and mentions of one law dealt to two waves at random: p of the contribution is under 0.05 in about one
    /// draw of twenty, and the interval holds 0 as often.
    #[test]
    fn chance_moves_one_theme_in_twenty() {
        let mut state = 6_u64;
        let mut below = |n: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % n
        };
        let (mut alarms, mut shares, draws) = (0, 0, 2000);
        for _ in 0..draws {
            // Bins: with and without the theme, by score; one verbatim in eight mentions it and scores lower.
            let mut waves = [[[0_u64; 3]; 2]; 2];
            for person in 0..600 {
                let mentions = below(8) == 0;
                let score = if mentions { [0, 0, 0, 1, 2] } else { [0, 1, 1, 2, 2] }[below(5) as usize];
                waves[usize::from(person >= 350)][usize::from(mentions)][score] += 1;
            }
            let [from, to] = waves.map(|[without, with]| {
                wave(nps(with[0], with[1], with[2]), nps(without[0], without[1], without[2]))
            });
            let found = changes(&[Pair { from, to }], 10, 0.95)[0];
            let parts = found.contribution.unwrap();
            alarms += usize::from(parts.p.p < 0.05);
            shares += usize::from(found.share.p.p < 0.05);
            assert_eq!(parts.p.p < 0.05, parts.total.low > 0.0 || parts.total.high < 0.0);
        }
        let rate = |n: usize| n as f64 / f64::from(draws);
        assert!((0.03..0.065).contains(&rate(alarms)), "{}", rate(alarms));
        assert!((0.03..0.065).contains(&rate(shares)), "{}", rate(shares));
    }

    proptest! {
        #[test]
        fn parts_add_up_to_the_move(a in prop::array::uniform6(0_u64..40), b in prop::array::uniform6(0_u64..40)) {
            let of = |c: [u64; 6]| wave(nps(c[0], c[1], c[2]), nps(c[3], c[4], c[5]));
            let theme = Pair { from: of(a), to: of(b) };
            for change in changes(std::slice::from_ref(&theme), 1, 0.95) {
                let Some(parts) = change.contribution else { continue };
                prop_assert!((parts.total.value + parts.rest - parts.difference).abs() < 1e-9);
                prop_assert!((parts.frequency.value + parts.effect.value - parts.total.value).abs() < 1e-9);
                prop_assert!(parts.total.low <= parts.total.value && parts.total.high.is_finite());
                prop_assert!(parts.p.p > 0.0 && parts.p.p <= 1.0 && change.share.p.p > 0.0);
                // Kitagawa's mix is the frequency, where both waves mention it.
                let cells = |wave: &WaveMentions| -> BTreeMap<String, Cell> {
                    let sides = [("with", &wave.with), ("without", &wave.without)];
                    sides.into_iter().filter_map(|(name, side)| Some((name.to_owned(), Cell::new(side)?))).collect()
                };
                if theme.from.mentions > 0 && theme.to.mentions > 0 {
                    let split = decompose(&cells(&theme.from), &cells(&theme.to)).unwrap();
                    prop_assert!((split.mix - parts.frequency.value).abs() < 1e-9);
                    prop_assert!((split.difference - parts.difference).abs() < 1e-9);
                }
            }
        }
    }
}
