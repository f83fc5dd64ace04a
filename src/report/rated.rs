//! The rows of a report that come from dimensions rated beside a score: how much each counts, what to fix first.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::rows::Builder;
use super::term_rows::support;
use crate::driver::{Importance, ImportanceModel, Limits, Position, Priority, Rated, importance, priorities};
use crate::metric::metrics_of;
use crate::study::{Coding, Kind, Profile};
use crate::tally::{RatedPlan, Ratings, Shape, groups_per_stratum, rated_enough};

/// Dimensions of one model, at most: the first ones.
const DIMENSIONS: usize = 20;

/// The models to be counted: for each score that words are crossed with, all ratings that enough people gave.
pub(super) fn plans(coding: &Coding, profiles: &[Profile], shape: &Shape) -> Vec<Arc<RatedPlan>> {
    let answered = |score: usize| {
        let column = &coding.scores[score].question.column;
        let profile = profiles.iter().find(|p| p.column == *column);
        let answers = |p: &Profile| p.answers().map(|(_, n)| n).sum::<u64>();
        profile.map_or(0, |p| if p.values.is_some() { answers(p) } else { p.filled })
    };
    let plan = |&score: &usize| {
        let ratings: Vec<usize> = (0..coding.scores.len())
            .filter(|other| *other != score && coding.scores[*other].question.kind == Kind::Rating)
            .collect();
        let counts: Vec<u64> = ratings.iter().map(|rating| answered(*rating)).collect();
        let enough = rated_enough(&counts, answered(score));
        let dimensions = ratings.into_iter().zip(enough).filter(|(_, enough)| *enough);
        let dimensions: Vec<usize> = dimensions.map(|(rating, _)| rating).take(DIMENSIONS).collect();
        if dimensions.len() < 2 {
            return None;
        }
        let points = |rating: &usize| {
            let coded = &coding.scores[*rating];
            let group = |v: &f64| (*v, coded.scale.group(coded.question.kind, *v));
            coded.values.iter().map(group).collect::<Vec<_>>()
        };
        let coded = &coding.scores[score];
        let metric = metrics_of(coded.question.kind)[0];
        let worth = |v: &f64| (*v, metric.of_answer(coded.question.kind, coded.scale, *v));
        let worth: Vec<(f64, f64)> = coded.values.iter().map(worth).collect();
        let points: Vec<_> = dimensions.iter().map(points).collect();
        let empty = Ratings::new(&points, &worth, groups_per_stratum(shape.strata));
        Some(Arc::new(RatedPlan { score, dimensions, empty }))
    };
    shape.targets.iter().filter_map(plan).collect()
}

/// What the rated dimensions give to a report.
#[derive(Default)]
pub(super) struct Found {
    pub models: Vec<ImportanceModel>,
    pub rows: Vec<Importance>,
    pub priorities: Vec<Priority>,
}

impl Builder<'_> {
    /// Importance of the rated dimensions in each target, and the priorities.
    pub fn rated(&self) -> Found {
        let mut found = Found::default();
        for (plan, ratings) in self.tally.shape().rated.iter().zip(&self.tally.rated) {
            let question = |score: usize| &self.coding.scores[score].question;
            let target = &question(plan.score).id;
            let names: Vec<(String, String)> = plan
                .dimensions
                .iter()
                .map(|dimension| {
                    let question = question(*dimension);
                    let label = question.text.as_deref().unwrap_or(&question.column).trim();
                    (question.id.clone(), label.to_owned())
                })
                .collect();
            let rated = Rated::new(ratings.clone(), &BTreeMap::new());
            let limits = Limits {
                level: self.level,
                min_support: support(rated.answered, self.min_group),
                min_group: self.min_group,
            };
            let Some((model, rows)) = importance(target, &names, &rated, limits) else { continue };
            let positions: Vec<Position> = rows.iter().map(Position::from).collect();
            found.priorities.extend(priorities(target, &positions, None));
            found.models.push(model);
            found.rows.extend(rows);
        }
        found
    }
}
