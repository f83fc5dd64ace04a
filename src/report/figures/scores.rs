//! Figures of a score: its answers, its waves, its segments.

use super::subject::Subject;
use crate::chart::{self, ChartError, Figure};
use crate::metric::Estimate;
use crate::study::Scale;

/// Segment columns that get a figure.
pub(super) const SEGMENTS: usize = 8;

/// Answers by value.
pub(super) fn distribution(subject: &Subject<'_>) -> Result<Option<Figure>, ChartError> {
    let Some(question) = subject.score else { return Ok(None) };
    let of = subject.report.distributions.iter().find(|d| d.question == question.id);
    let (Some(distribution), Some([low, high])) = (of, question.scale) else { return Ok(None) };
    chart::distribution(distribution, question.kind, Scale { low, high }, question.title(), subject.lang)
}

/// Score by wave.
pub(super) fn waves(subject: &Subject<'_>) -> Result<Option<Figure>, ChartError> {
    let Some(question) = subject.score else { return Ok(None) };
    let mut rows = subject.estimates();
    rows.retain(|e| e.segment.is_none() && e.wave.is_some());
    chart::waves(&rows, question.title(), subject.lang)
}

/// Score by segment, one figure a column.
pub(super) fn segments(subject: &Subject<'_>) -> Result<Vec<Figure>, ChartError> {
    let Some(question) = subject.score else { return Ok(Vec::new()) };
    let rows = subject.estimates();
    let total = rows.iter().find(|e| e.segment.is_none() && e.wave.is_none()).copied();
    let mut drawn = Vec::new();
    for column in subject.report.study.segments.iter().take(SEGMENTS) {
        let own: Vec<&Estimate> = rows
            .iter()
            .filter(|e| e.wave.is_none())
            .filter(|e| e.segment.as_ref().is_some_and(|s| s.len() == 1 && s[0].column == *column))
            .copied()
            .collect();
        drawn.extend(chart::segments(total, &own, column, question.title(), subject.lang)?);
    }
    Ok(drawn)
}
