//! Rated dimensions beside a score, counted in one pass.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::groups::{Groups, Unit};
use super::moments::steps;
use crate::study::Group;

/// One point of a scale: its value and the group of answers it is in.
pub type Point = (f64, Group);

/// The dimensions that enough rated for a model of all of them: half of those who gave the score, at least. One that
/// fewer rated would take the others' answers with it.
#[must_use]
pub fn rated_enough(answered: &[u64], base: u64) -> Vec<bool> {
    answered.iter().map(|&n| n > 0 && 2 * n >= base).collect()
}

/// Different answers kept for models that need them one by one; with more, those models are not fitted.
const PATTERNS: usize = 20_000;

/// What does not change from answer to answer.
#[derive(Debug, PartialEq)]
pub(crate) struct Scales {
    /// Of each dimension: the value of each code in steps, whether it is low, whether it is high.
    pub(crate) dimensions: Vec<Vec<(i32, bool, bool)>>,
    /// Of the score: the value of each code in steps, and what it adds to the metric in steps.
    score: Vec<(i32, i32)>,
    pub(crate) units: Vec<f64>,
}

/// Sums over the answers that give a score and rate every dimension.
///
/// The variables, for p dimensions: 0…p − 1 the ratings, then p that are 1 for a low rating, p that are 1 for a high
/// one, the score as answered, and what it adds to the metric (−100, 0, 100 for a net score, 0 or 100 for a share).
#[derive(Debug, Clone, PartialEq)]
pub struct Ratings {
    pub(crate) scales: Arc<Scales>,
    pub(crate) groups: Groups,
    /// Answers with the score.
    pub(crate) answered: u64,
    /// Of these, those that lack each dimension.
    pub(crate) missing: Vec<u64>,
    /// Sum of the weights of each set of ratings with what the score adds to the metric, in steps; none beyond
    /// [`PATTERNS`].
    pub(crate) patterns: Option<BTreeMap<Box<[i32]>, u128>>,
}

impl Ratings {
    /// No answer yet. For each code of each dimension its point, for each code of the score its value and what it adds
    /// to the metric; so many groups a stratum ([`groups_per_stratum`](super::groups_per_stratum)).
    #[must_use]
    pub fn new(dimensions: &[Vec<Point>], score: &[(f64, f64)], groups: u32) -> Self {
        let mut units = Vec::new();
        let code = |points: &Vec<Point>| {
            let (values, unit) = steps(&points.iter().map(|p| p.0).collect::<Vec<_>>());
            units.push(unit);
            let low = |group| matches!(group, Group::Low | Group::Detractors);
            let high = |group| matches!(group, Group::High | Group::Promoters);
            values.into_iter().zip(points).map(|(x, &(_, group))| (x, low(group), high(group))).collect()
        };
        let coded: Vec<Vec<(i32, bool, bool)>> = dimensions.iter().map(code).collect();
        units.extend(vec![1.0; 2 * dimensions.len()]);
        let (answers, adds): (Vec<f64>, Vec<f64>) = score.iter().copied().unzip();
        let ((answers, one), (adds, other)) = (steps(&answers), steps(&adds));
        units.extend([one, other]);
        let variables = units.len();
        let score = answers.into_iter().zip(adds).collect();
        Self {
            scales: Arc::new(Scales { dimensions: coded, score, units }),
            groups: Groups::new(variables, groups),
            answered: 0,
            missing: vec![0; dimensions.len()],
            patterns: Some(BTreeMap::new()),
        }
    }

    /// Adds an answer: its stratum (0 without any), the hash of its respondent or cluster where these are named, else
    /// a hash of the row's content, its weight in counted units (1 without weights), the code of each rating and of
    /// the score. A code that is no point of its scale is no answer: without the score nothing is counted; without
    /// a dimension the answer is left out of the sums, and counted as such.
    pub fn add(
        &mut self,
        stratum: u16,
        (name, content): (Option<u64>, u64),
        weight: u64,
        ratings: &[u16],
        score: u16,
    ) {
        let scales = Arc::clone(&self.scales);
        let Some(&(answer, adds)) = scales.score.get(usize::from(score)) else { return };
        self.answered += 1;
        let points: Vec<Option<(i32, bool, bool)>> = scales
            .dimensions
            .iter()
            .enumerate()
            .map(|(i, points)| points.get(usize::from(*ratings.get(i)?)).copied())
            .collect();
        for (missing, point) in self.missing.iter_mut().zip(&points) {
            *missing += u64::from(point.is_none());
        }
        let Some(points) = points.into_iter().collect::<Option<Vec<_>>>() else { return };
        let p = points.len();
        let mut values: Vec<(usize, i32)> = Vec::with_capacity(2 * p + 2);
        for (i, &(x, low, high)) in points.iter().enumerate() {
            values.push((i, x));
            if low || high {
                values.push((if low { p + i } else { 2 * p + i }, 1));
            }
        }
        values.extend([(3 * p, answer), (3 * p + 1, adds)]);
        // Those who rate everything alike are many, and alike in all that is counted.
        let alike = points.iter().all(|point| point.0 == points[0].0);
        self.groups.add(stratum, Unit::of_row(name, content, alike), weight, &values);
        if let Some(patterns) = &mut self.patterns {
            let pattern = points.iter().map(|point| point.0).chain([adds]).collect();
            *patterns.entry(pattern).or_default() += u128::from(weight);
        }
        self.bound();
    }

    /// Gives the patterns up when they are too many, in parts as in all: what is merged does not depend on the order.
    fn bound(&mut self) {
        if self.patterns.as_ref().is_some_and(|patterns| patterns.len() > PATTERNS) {
            self.patterns = None;
        }
    }

    /// Adds the answers of another pass, over the same scales and as many groups.
    pub fn merge(&mut self, other: Self) {
        self.answered += other.answered;
        self.missing.iter_mut().zip(other.missing).for_each(|(mine, theirs)| *mine += theirs);
        self.groups.merge(other.groups);
        self.patterns = match (self.patterns.take(), other.patterns) {
            (Some(mut mine), Some(theirs)) => {
                for (pattern, weight) in theirs {
                    *mine.entry(pattern).or_default() += weight;
                }
                Some(mine)
            }
            _ => None,
        };
        self.bound();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::study::{Kind, Scale};

    fn scale() -> Vec<Point> {
        let scale = Scale { low: 1.0, high: 5.0 };
        (1..=5).map(f64::from).map(|x| (x, scale.group(Kind::Rating, x))).collect()
    }

    fn score() -> Vec<(f64, f64)> {
        (0..=10)
            .map(|x| {
                (
                    f64::from(x),
                    if x > 8 {
                        100.0
                    } else if x < 7 {
                        -100.0
                    } else {
                        0.0
                    },
                )
            })
            .collect()
    }

    #[test]
    fn half_of_the_answers_are_enough() {
        assert_eq!(rated_enough(&[50, 49, 0], 100), [true, false, false]);
        assert_eq!(rated_enough(&[0], 0), [false]);
    }

    proptest! {
        #[test]
        fn merging_is_concatenation(
            answers in prop::collection::vec((0_u16..7, 0_u16..7, 0_u16..13, 1_u64..9), 0..40), cut in 0_usize..40,
        ) {
            let of = |answers: &[(u16, u16, u16, u64)]| {
                let mut ratings = Ratings::new(&[scale(), scale()], &score(), 4);
                for &(a, b, score, weight) in answers {
                    ratings.add(a % 2, (None, u64::from(a * 7 + b)), weight, &[a, b], score);
                }
                ratings
            };
            let (left, right) = answers.split_at(cut.min(answers.len()));
            let mut merged = of(right);
            merged.merge(of(left));
            prop_assert_eq!(merged, of(&answers));
        }
    }
}
