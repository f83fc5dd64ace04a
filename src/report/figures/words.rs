//! Figures of an open question: its keywords, what sets low scores apart, what moves the score.

use super::subject::Subject;
use crate::chart::{self, ChartError, Figure};
use crate::driver::Driver;
use crate::keyness::{Keyness, Keyword};
use crate::report::QuestionSummary;

/// Recurring keywords.
pub(super) fn keywords(subject: &Subject<'_>) -> Result<Option<Figure>, ChartError> {
    let Some(text) = subject.text else { return Ok(None) };
    chart::keywords(&own(subject, text), &tests(subject), text.title(), subject.lang)
}

/// The same as a cloud.
pub(super) fn cloud(subject: &Subject<'_>) -> Result<Option<Figure>, ChartError> {
    let Some(text) = subject.text else { return Ok(None) };
    chart::cloud(&own(subject, text), &tests(subject), text.title(), subject.lang)
}

fn own<'r>(subject: &Subject<'r>, text: &QuestionSummary) -> Vec<&'r Keyword> {
    subject.report.keywords.iter().filter(|k| k.question == text.id).collect()
}

/// The words of the open question tested between low and high scores.
fn tests<'r>(subject: &Subject<'r>) -> Vec<&'r Keyness> {
    let (Some(text), Some(question)) = (subject.text, subject.score) else { return Vec::new() };
    subject.report.keyness.iter().filter(|k| k.question == text.id && k.by == question.id).collect()
}

/// Words of low scores against words of high ones.
pub(super) fn keyness(subject: &Subject<'_>) -> Result<Option<Figure>, ChartError> {
    let Some(question) = subject.score else { return Ok(None) };
    chart::keyness(&tests(subject), question.title(), subject.lang)
}

/// Impact of themes, then of words.
pub(super) fn impact(subject: &Subject<'_>) -> Result<Vec<Figure>, ChartError> {
    let (Some(text), Some((question, metric))) = (subject.text, subject.scored()) else {
        return Ok(Vec::new());
    };
    let drivers = &subject.report.drivers;
    let own = |d: &&Driver| d.question == text.id && d.target == question.id;
    // Of the themes those at the top: a sub-theme would tell the same answers again.
    let themes = drivers.iter().filter(own).filter(|d| d.adjusted.is_some());
    let words = drivers.iter().filter(own).filter(|d| d.kind.is_words());
    let mut drawn = Vec::new();
    for rows in [themes.collect::<Vec<_>>(), words.collect()] {
        let level = subject.report.study.level;
        drawn.extend(chart::impact(&rows, metric, level, question.title(), subject.lang)?);
    }
    Ok(drawn)
}
