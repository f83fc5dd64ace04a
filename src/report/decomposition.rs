//! Why a score moved between the last two waves: its segments, or their shares of the answers.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::rows::Builder;
use crate::metric::decompose::{self, Cell, Reversal};
use crate::metric::{Metric, metrics_of};
use crate::privacy::suppressed;
use crate::tally::Domain;

/// A change of one score between two waves, split over the values of a segment column: `within` + `mix` is
/// `difference`, and each is the sum of its parts. It describes the answers; whether the change is more than chance
/// is for the comparison of the same waves to say.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Decomposition {
    /// Id of the question.
    pub question: String,
    /// What is measured.
    pub metric: Metric,
    /// Column of the segments.
    pub by: String,
    /// Wave before.
    pub from: String,
    /// Wave after.
    pub to: String,
    /// `to` minus `from`, in the metric's unit.
    pub difference: f64,
    /// What the segments' own changes add.
    pub within: f64,
    /// What the change of their shares of the answers adds.
    pub mix: f64,
    /// One part a value, in the order of the column.
    pub parts: Vec<DecompositionPart>,
    /// Whether the segments moved against the total (Simpson's paradox): `every` one, or `most` of the answers.
    pub reversal: Option<Reversal>,
}

/// What one segment adds to a [`Decomposition`].
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DecompositionPart {
    /// Value; null for the answers without one, and for values put together.
    pub value: Option<String>,
    /// Values put together because one alone must stay hidden; empty otherwise.
    pub grouped: Vec<String>,
    /// What its own change adds.
    pub within: f64,
    /// What the change of its share adds.
    pub mix: f64,
    /// Answers before.
    pub n_from: u64,
    /// Answers after.
    pub n_to: u64,
    /// Its share of the answers before, weighted where they are, 0…1.
    pub share_from: f64,
    /// Its share of the answers after.
    pub share_to: f64,
    /// Its score before; null without answers.
    pub score_from: Option<f64>,
    /// Its score after; null without answers.
    pub score_to: Option<f64>,
}

/// Answers of one value, or of several, in one wave.
#[derive(Debug, Clone)]
struct Side {
    n: u64,
    /// By answer: number, or sum of weights.
    weights: Vec<u128>,
}

impl Side {
    fn add(&mut self, other: &Self) {
        self.n += other.n;
        self.weights.iter_mut().zip(&other.weights).for_each(|(mine, theirs)| *mine += theirs);
    }

    fn take(&mut self, other: &Self) {
        self.n -= other.n;
        self.weights.iter_mut().zip(&other.weights).for_each(|(mine, theirs)| *mine -= theirs);
    }
}

impl Builder<'_> {
    /// The main metric of each target between the last two waves, split by each segment column.
    pub(super) fn decompositions(&self) -> Vec<Decomposition> {
        let columns = 0..self.coding.segments.len();
        let each = self.targets.iter().flat_map(|score| columns.clone().map(move |column| (*score, column)));
        let Some(last) = self.waves.len().checked_sub(1).filter(|last| *last > 0) else { return Vec::new() };
        each.filter_map(|(score, column)| self.decomposition(score, column, [last - 1, last])).collect()
    }

    fn decomposition(&self, score: usize, column: usize, waves: [usize; 2]) -> Option<Decomposition> {
        let (coded, segment) = (&self.coding.scores[score], &self.coding.segments[column]);
        let metric = metrics_of(coded.question.kind)[0];
        let sides = waves.map(|wave| self.sides(score, column, wave));
        let values = segment.values.len();
        if waves.iter().any(|wave| self.hidden.cell(score, Some(*wave), None).is_some()) {
            return None;
        }
        let hidden = |wave: usize, place: usize| {
            place < values && self.hidden.cell(score, Some(wave), Some((column, place))).is_some()
        };
        let (mut groups, mut together) = (Vec::new(), Vec::new());
        for place in 0..=values {
            // A hidden value joins the others whatever its count, which must not show; so do the answers without a
            // value, which with the hidden ones are what the values shown leave of the total.
            let unnamed = place == values && !together.is_empty();
            if waves.iter().any(|wave| hidden(*wave, place)) || unnamed {
                together.push(place);
            } else if sides.iter().any(|side| side[place].n > 0) {
                groups.push(vec![place]);
            }
        }
        if !together.is_empty() {
            let n = |side: &Vec<Side>| together.iter().map(|place| side[*place].n).sum();
            if together.len() < 2 || sides.iter().any(|side| suppressed(n(side), self.min_group)) {
                return None;
            }
            groups.push(together);
        }
        if groups.len() < 2 {
            return None;
        }
        let contribution = |answer| metric.of_answer(coded.question.kind, coded.scale, answer);
        let joined = sides.map(|side| -> Vec<Side> {
            let join = |group: &Vec<usize>| {
                let mut all = side[group[0]].clone();
                group[1..].iter().for_each(|place| all.add(&side[*place]));
                all
            };
            groups.iter().map(join).collect()
        });
        let cells = joined.each_ref().map(|side| -> BTreeMap<String, Cell> {
            let cell = |side: &Side| {
                let base: f64 = side.weights.iter().map(|w| *w as f64).sum();
                let sum: f64 =
                    coded.values.iter().zip(&side.weights).map(|(v, w)| contribution(*v) * *w as f64).sum();
                (base > 0.0).then(|| Cell { base, value: sum / base })
            };
            side.iter().enumerate().filter_map(|(i, side)| Some((key(i), cell(side)?))).collect()
        });
        let split = decompose::decompose(&cells[0], &cells[1])?;
        let reversal = split.reversal();
        let part = |part: decompose::Part| {
            let at = (0..groups.len()).find(|i| key(*i) == part.segment)?;
            let group = &groups[at];
            let named = || group.iter().filter_map(|place| segment.values.get(*place)).cloned();
            Some(DecompositionPart {
                value: named().next().filter(|_| group.len() == 1),
                grouped: if group.len() > 1 { named().collect() } else { Vec::new() },
                within: part.within,
                mix: part.mix,
                n_from: joined[0][at].n,
                n_to: joined[1][at].n,
                share_from: part.share_from,
                share_to: part.share_to,
                score_from: part.value_from,
                score_to: part.value_to,
            })
        };
        Some(Decomposition {
            question: coded.question.id.clone(),
            metric,
            by: segment.column.clone(),
            from: self.waves[waves[0]].clone(),
            to: self.waves[waves[1]].clone(),
            difference: split.difference,
            within: split.within,
            mix: split.mix,
            parts: split.parts.into_iter().filter_map(part).collect(),
            reversal,
        })
    }

    /// The answers of each value of a segment column in a wave, then those without a value.
    fn sides(&self, score: usize, column: usize, wave: usize) -> Vec<Side> {
        let of = |segment| {
            let domain = Domain::new(Some(wave), segment);
            Side {
                n: self.tally.counts(score, domain).iter().sum(),
                weights: self.tally.weights(score, domain, None),
            }
        };
        let values = 0..self.coding.segments[column].values.len();
        let mut sides: Vec<Side> = values.map(|value| of(Some((column, value)))).collect();
        let mut without = of(None);
        for side in &sides {
            without.take(side);
        }
        sides.push(without);
        sides
    }
}

/// A name that sorts as its place.
fn key(place: usize) -> String {
    format!("{place:08}")
}
