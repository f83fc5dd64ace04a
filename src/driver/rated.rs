//! Rated dimensions ready for their models.

use std::collections::BTreeMap;

use super::jackknife::Jackknife;
use crate::metric::ordinal::Observation;
use crate::tally::Ratings;

/// Sums over the answers that rate every dimension, and what was left out.
#[derive(Debug, Clone)]
pub struct Rated {
    /// Lowest and highest point of each dimension.
    pub scales: Vec<(f64, f64)>,
    /// Sums, of the variables that [`Ratings`] lists.
    pub jackknife: Jackknife,
    /// Answers with the score, unweighted.
    pub answered: u64,
    /// Of these, those that lack each dimension.
    pub missing: Vec<u64>,
    /// The answers one by one, equal ones together: the ratings, and what the score adds to the metric in an order
    /// of its own, weights summing to the number of answers; none where they are too many.
    pub observations: Option<Vec<Observation>>,
}

impl Rated {
    /// The sums with their replicates; `fractions` as in [`Jackknife::new`].
    #[must_use]
    pub fn new(ratings: Ratings, fractions: &BTreeMap<u16, f64>) -> Self {
        let ends = |points: &Vec<(i32, bool, bool)>, unit: &f64| {
            let value = |x: Option<i32>| f64::from(x.unwrap_or_default()) * unit;
            (value(points.iter().map(|p| p.0).min()), value(points.iter().map(|p| p.0).max()))
        };
        let jackknife = Jackknife::new(ratings.groups, &ratings.scales.units, fractions);
        // Weights that sum to the number of answers.
        let part = jackknife.moments().n() as f64 / jackknife.products().weight();
        let observation = |(pattern, weight): (Box<[i32]>, u128)| {
            let (score, answers) = pattern.split_last()?;
            let of = |(x, unit): (&i32, &f64)| f64::from(*x) * unit;
            Some(Observation {
                answer: f64::from(*score),
                predictors: answers.iter().zip(&ratings.scales.units).map(of).collect(),
                weight: weight as f64 * part,
            })
        };
        Self {
            observations: ratings.patterns.and_then(|all| all.into_iter().map(observation).collect()),
            scales: ratings
                .scales
                .dimensions
                .iter()
                .zip(&ratings.scales.units)
                .map(|(p, u)| ends(p, u))
                .collect(),
            jackknife,
            answered: ratings.answered,
            missing: ratings.missing,
        }
    }

    /// Number of dimensions.
    #[must_use]
    pub fn dimensions(&self) -> usize {
        self.missing.len()
    }

    /// The variable of the score as answered.
    #[must_use]
    pub fn score(&self) -> usize {
        3 * self.dimensions()
    }

    /// The variable of what the score adds to the metric.
    #[must_use]
    pub fn points(&self) -> usize {
        3 * self.dimensions() + 1
    }

    /// The variables of the low and high ratings of each dimension.
    #[must_use]
    pub fn ends(&self) -> Vec<(usize, usize)> {
        let p = self.dimensions();
        (0..p).map(|i| (p + i, 2 * p + i)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::{Kind, Scale};
    use crate::tally::Point;

    const NONE: u16 = u16::MAX;

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
    fn answers_that_lack_a_dimension_are_left_out_and_counted() {
        let mut ratings = Ratings::new(&[scale(), scale()], &score(), 50);
        ratings.add(0, (None, 1), 1, &[0, 4], 9);
        ratings.add(0, (None, 2), 1, &[2, NONE], 10);
        ratings.add(0, (None, 3), 1, &[2, 3], NONE);
        ratings.add(0, (Some(9), 4), 1, &[4, 4], 3);
        ratings.add(0, (None, 5), 1, &[1], 3);
        let rated = Rated::new(ratings, &BTreeMap::new());
        assert_eq!((rated.answered, rated.missing.clone()), (4, vec![0, 2]));
        assert_eq!((rated.jackknife.moments().n(), rated.scales[0]), (2, (1.0, 5.0)));
        let products = rated.jackknife.products();
        assert!((products.mean(0) - 3.0).abs() < 1e-12 && (products.mean(1) - 5.0).abs() < 1e-12);
        assert!(
            (products.mean(rated.score()) - 6.0).abs() < 1e-12 && products.mean(rated.points()).abs() < 1e-12
        );
        let share = |variable| products.mean(variable);
        let ends: Vec<(f64, f64)> = rated.ends().iter().map(|&(l, h)| (share(l), share(h))).collect();
        assert_eq!(ends, [(0.5, 0.5), (0.0, 1.0)]);
        let rows = rated.observations.unwrap();
        let found: Vec<(f64, &[f64])> = rows.iter().map(|row| (row.answer, &row.predictors[..])).collect();
        assert_eq!(found, [(100.0, &[1.0, 5.0][..]), (-100.0, &[5.0, 5.0][..])]);
    }
}
