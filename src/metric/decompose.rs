//! Why a score changed: did groups change, or did their shares of the answers?

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use crate::tally::Histogram;

/// One segment in one wave.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell {
    /// Answers, or their sum of weights.
    pub base: f64,
    /// Mean, share or net score, in its unit.
    pub value: f64,
}

impl Cell {
    /// From what each answer adds to a metric (see [`super::Metric::of_answer`]); none without answers.
    pub fn new(contributions: &Histogram) -> Option<Self> {
        Some(Self { base: contributions.n() as f64, value: contributions.mean()? })
    }
}

/// What one segment adds to the change of the total, in the metric's unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Value of the segment.
    pub segment: String,
    /// Its share of the answers before, 0…1.
    pub share_from: f64,
    /// Its share of the answers after, 0…1.
    pub share_to: f64,
    /// Its value before; null where it had no answers.
    pub value_from: Option<f64>,
    /// Its value after; null where it has no answers.
    pub value_to: Option<f64>,
    /// What its own change adds (Kitagawa's rate component).
    pub within: f64,
    /// What the change of its share adds (composition component): above zero where a segment better than the
    /// whole has grown, or one worse than it has shrunk.
    pub mix: f64,
}

/// A change split by segment. `within` + `mix` is the difference, and each is the sum of its parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Decomposition {
    /// Total before.
    pub from: f64,
    /// Total after.
    pub to: f64,
    /// `to` − `from`, the sum of `within` and `mix`.
    pub difference: f64,
    /// What the segments' own changes add.
    pub within: f64,
    /// What the change of their shares adds.
    pub mix: f64,
    /// One part a segment, in the order of their values.
    pub parts: Vec<Part>,
}

/// Splits the change of a mean, a share or a net score between two waves over the values of a segment.
///
/// Kitagawa, “Components of a difference between two rates”, *JASA* 50 (1955), 1168–1194. With s the share of
/// a segment in the answers, r its value and R the mean of the two totals,
///
/// ```text
/// within = (s₀ + s₁) / 2 · (r₁ − r₀)        mix = (s₁ − s₀) · ((r₀ + r₁) / 2 − R)
/// ```
///
/// and nothing is left over: segments of 62, 33, 12 whose shares 0.2, 0.3, 0.5 become 0.5, 0.3, 0.2 while they fall
/// to 60, 30, 10 make a total that rises by 12.7, −2.3 within and +15 of mix. R changes no total, since changes of shares cancel out; it gives each part of the
/// mix its sign. A segment absent from one wave has no change of its own: its value there counts as the other
/// one, and all it adds is mix. Segments must share out the answers: those without a value are a segment too.
///
/// None where a wave has no answers; cells without a positive base count as absent, and a value or base that
/// is not finite gives none.
pub fn decompose(from: &BTreeMap<String, Cell>, to: &BTreeMap<String, Cell>) -> Option<Decomposition> {
    let total = |cells: &BTreeMap<String, Cell>| {
        let present = || cells.values().filter(|cell| cell.base > 0.0);
        let base: f64 = present().map(|cell| cell.base).sum();
        let value = present().map(|cell| cell.base * cell.value).sum::<f64>() / base;
        (value.is_finite() && base.is_finite()).then_some((base, value))
    };
    let ((base_from, total_from), (base_to, total_to)) = (total(from)?, total(to)?);
    let level = f64::midpoint(total_from, total_to);
    let names: BTreeSet<&String> = from.keys().chain(to.keys()).collect();
    let parts: Vec<Part> = names
        .into_iter()
        .filter_map(|segment| {
            let present =
                |cells: &BTreeMap<String, Cell>| cells.get(segment).copied().filter(|c| c.base > 0.0);
            let (before, after) = (present(from), present(to));
            let share_from = before.map_or(0.0, |cell| cell.base / base_from);
            let share_to = after.map_or(0.0, |cell| cell.base / base_to);
            let (r0, r1) = (before.or(after)?.value, after.or(before)?.value);
            Some(Part {
                segment: segment.clone(),
                share_from,
                share_to,
                value_from: before.map(|cell| cell.value),
                value_to: after.map(|cell| cell.value),
                within: f64::midpoint(share_from, share_to) * (r1 - r0),
                mix: (share_to - share_from) * (f64::midpoint(r0, r1) - level),
            })
        })
        .collect();
    let within: f64 = parts.iter().map(|part| part.within).sum();
    let mix: f64 = parts.iter().map(|part| part.mix).sum();
    Some(Decomposition { from: total_from, to: total_to, difference: within + mix, within, mix, parts })
}

/// How far the segments contradict the total.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reversal {
    /// Every segment present in both waves moved against the total.
    Every,
    /// Segments that hold more than half of the answers, the mean of both waves, moved against the total, and
    /// so does what the segments' own changes add up to.
    Most,
}

impl Decomposition {
    /// Simpson's paradox: the total moves one way and its segments the other, because shares changed. None where
    /// it does not. It describes the sample: whether the movements are more than noise is for their tests.
    ///
    /// Simpson, “The interpretation of interaction in contingency tables”, *JRSS B* 13 (1951), 238–241; Bickel,
    /// Hammel & O'Connell, “Sex bias in graduate admissions: data from Berkeley”, *Science* 187 (1975), 398–404.
    pub fn reversal(&self) -> Option<Reversal> {
        // The sign of a total is read past what rounding leaves of nothing.
        let size = self.within.abs() + self.mix.abs();
        if self.difference.abs() <= 1e-12 * size || self.within * self.difference >= 0.0 {
            return None;
        }
        let moved = || {
            self.parts.iter().filter_map(|part| {
                let change = part.value_to? - part.value_from?;
                Some((f64::midpoint(part.share_from, part.share_to), change * self.difference < 0.0))
            })
        };
        let against: f64 = moved().filter(|part| part.1).map(|part| part.0).sum();
        if moved().all(|part| part.1) {
            Some(Reversal::Every)
        } else {
            (against > 0.5).then_some(Reversal::Most)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cells(rows: &[(&str, f64, f64)]) -> BTreeMap<String, Cell> {
        rows.iter().map(|&(name, base, value)| (name.to_owned(), Cell { base, value })).collect()
    }

    /// Nord stays at 60 and Sud, at 10, arrives: all of the loss is mix.
    #[test]
    fn a_newcomer_adds_to_the_mix_alone() {
        let split =
            decompose(&cells(&[("Nord", 80.0, 60.0)]), &cells(&[("Nord", 50.0, 60.0), ("Sud", 50.0, 10.0)]))
                .unwrap();
        assert_eq!((split.from, split.to, split.within), (60.0, 35.0, 0.0));
        assert!((split.mix + 25.0).abs() < 1e-12 && (split.difference + 25.0).abs() < 1e-12);
        assert_eq!((split.parts[1].value_from, split.parts[1].share_from), (None, 0.0));
        assert!(split.parts[1].mix < 0.0, "a segment under the whole has grown");
        assert_eq!(split.reversal(), None);
    }

    #[test]
    fn every_segment_against_the_total() {
        let before = cells(&[("a", 20.0, 10.0), ("b", 80.0, 60.0)]);
        let after = cells(&[("a", 80.0, 15.0), ("b", 20.0, 65.0)]);
        let split = decompose(&before, &after).unwrap();
        assert!(split.difference < 0.0 && (split.within - 5.0).abs() < 1e-12);
        assert_eq!(split.reversal(), Some(Reversal::Every));
        assert_eq!(decompose(&before, &before).unwrap().reversal(), None);
    }

    #[test]
    fn no_answers_no_change() {
        let some = cells(&[("a", 20.0, 10.0)]);
        assert_eq!(decompose(&some, &cells(&[])), None);
        assert_eq!(decompose(&some, &cells(&[("a", 0.0, 10.0)])), None);
        assert_eq!(decompose(&some, &cells(&[("a", 3.0, f64::NAN)])), None);
        assert_eq!(Cell::new(&Histogram::default()), None);
        assert_eq!(
            Cell::new(&Histogram::new([(100.0, 3), (-100.0, 1)])),
            Some(Cell { base: 4.0, value: 50.0 })
        );
    }

    proptest! {
        #[test]
        fn parts_add_up_to_the_difference(
            a in prop::collection::vec((0.0..50.0, -100.0..100.0), 1..6),
            b in prop::collection::vec((0.0..50.0, -100.0..100.0), 1..6),
            from_second in 0_usize..3,
        ) {
            let wave = |rows: &[(f64, f64)], skip: usize| -> BTreeMap<String, Cell> {
                rows.iter().enumerate().map(|(i, &(base, value))| ((i + skip).to_string(), Cell { base, value })).collect()
            };
            let (from, to) = (wave(&a, 0), wave(&b, from_second));
            if let (Some(split), Some(back)) = (decompose(&from, &to), decompose(&to, &from)) {
                prop_assert_eq!(split.within + split.mix, split.difference);
                prop_assert_eq!(split.parts.iter().map(|part| part.within).sum::<f64>(), split.within);
                prop_assert_eq!(split.parts.iter().map(|part| part.mix).sum::<f64>(), split.mix);
                prop_assert!((split.difference - (split.to - split.from)).abs() < 1e-10);
                prop_assert!((split.within + back.within).abs() < 1e-10);
                prop_assert_eq!(split.reversal(), back.reversal());
            }
        }
    }
}
