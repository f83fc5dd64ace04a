//! What the figures of a survey are about: a score and an open question.

use crate::chart::Figure;
use crate::driver::{Driver, DriverKind};
use crate::lang::Lang;
use crate::metric::{Estimate, Metric, metrics_of};
use crate::report::findings::SIGNIFICANT;
use crate::report::{QuestionSummary, Report};
use crate::study::Kind;

/// A report, and what of it is drawn.
pub(super) struct Subject<'r> {
    pub report: &'r Report,
    pub lang: Lang,
    /// The score.
    pub score: Option<&'r QuestionSummary>,
    /// True when this score was asked for by its id.
    pub named: bool,
    /// The open question.
    pub text: Option<&'r QuestionSummary>,
}

/// A figure about a segment column.
pub(super) fn about(column: &str, figure: Option<Figure>) -> Option<Figure> {
    figure.map(|figure| Figure { column: Some(column.to_owned()), ..figure })
}

impl<'r> Subject<'r> {
    /// The question of this id, and what goes with it; without one the main score, and the open question that moves it most.
    pub fn new(report: &'r Report, question: Option<&str>) -> Self {
        let named = question.and_then(|id| report.study.questions.iter().find(|q| q.id == id));
        let main = || report.study.questions.iter().find(|q| q.kind.is_score());
        let score = named.filter(|q| q.kind.is_score()).or_else(main);
        let text = named
            .filter(|q| q.kind == Kind::Open)
            .or_else(|| text_to_draw(report, score.map(|q| q.id.as_str())));
        let named = named.is_some_and(|q| q.kind.is_score());
        Self { report, lang: report.study.language, score, named, text }
    }

    /// The score with the metric it is judged by.
    pub fn scored(&self) -> Option<(&'r QuestionSummary, Metric)> {
        self.score.map(|question| (question, metrics_of(question.kind)[0]))
    }

    /// The estimates of the score, in the report's order: total, waves, segments, waves by segment.
    pub fn estimates(&self) -> Vec<&'r Estimate> {
        let Some((question, metric)) = self.scored() else { return Vec::new() };
        self.report.metrics.iter().filter(|e| e.question == question.id && e.metric == metric).collect()
    }

    /// The total of the score, all waves together.
    pub fn total(&self) -> Option<&'r Estimate> {
        self.estimates().into_iter().find(|e| e.segment.is_none() && e.wave.is_none())
    }

    /// The score by wave, in order of time.
    pub fn by_wave(&self) -> Vec<&'r Estimate> {
        self.estimates().into_iter().filter(|e| e.segment.is_none() && e.wave.is_some()).collect()
    }

    /// The score by value of one segment column; in each wave too where `waves`.
    pub fn by_segment(&self, column: &str, waves: bool) -> Vec<&'r Estimate> {
        let own = |e: &&Estimate| {
            (waves || e.wave.is_none())
                && e.segment.as_ref().is_some_and(|s| s.len() == 1 && s[0].column == *column)
        };
        self.estimates().into_iter().filter(own).collect()
    }
}

/// The open question that moves the score most, else the first.
fn text_to_draw<'r>(report: &'r Report, score: Option<&str>) -> Option<&'r QuestionSummary> {
    let of_score = |d: &&Driver| {
        Some(d.target.as_str()) == score && d.kind != DriverKind::Indicator && d.topic && d.q < SIGNIFICANT
    };
    let strongest =
        report.drivers.iter().filter(of_score).max_by(|a, b| a.impact.abs().total_cmp(&b.impact.abs()));
    let mut texts = report.study.questions.iter().filter(|q| q.kind == Kind::Open);
    match strongest {
        Some(driver) => texts.find(|q| q.id == driver.question),
        None => texts.next(),
    }
}
