//! Figure of the rated dimensions of a score.

use super::subject::Subject;
use crate::chart::{self, ChartError, Figure, PriorityBase};
use crate::driver::{Importance, Priority};
use crate::report::rated_tables::is_of_contact;

/// Dimensions by how much they count and how they are rated.
pub(super) fn priorities(subject: &Subject<'_>) -> Result<Option<Figure>, ChartError> {
    let Some((question, metric)) = subject.scored() else { return Ok(None) };
    let report = subject.report;
    // What a contact is like is no rated dimension, and has a model of its own after that of the ratings.
    let rated = |i: &&Importance| i.target == question.id && !is_of_contact(report, i);
    let dimensions: Vec<&Importance> = report.importance.iter().filter(rated).collect();
    let Some(model) = report.importance_models.iter().find(|model| model.target == question.id) else {
        return Ok(None);
    };
    let own = |p: &&Priority| p.target == question.id && dimensions.iter().any(|i| i.id == p.id);
    let rows: Vec<&Priority> = report.priorities.iter().filter(own).collect();
    let base = PriorityBase { metric, n: model.n, r2: model.r2, level: report.study.level };
    chart::priorities(&rows, base, question.title(), subject.lang)
}
