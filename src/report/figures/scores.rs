//! Figures of a score: its answers, its waves, its segments.

use super::subject::{Subject, about};
use crate::chart::{self, Aims, By, ChartError, DivergingRow, Figure, Rated, ScoreGauge};
use crate::metric::{Estimate, Metric, Quantity, metrics_of};
use crate::report::QuestionSummary;
use crate::study::{Kind, Scale};

/// Segment columns that get a figure of their own.
pub(super) const SEGMENTS: usize = 8;
/// Segment columns that get each of the other figures by segment.
pub(super) const COLUMNS: usize = 3;

/// Answers by value.
pub(super) fn distribution(subject: &Subject<'_>) -> Result<Option<Figure>, ChartError> {
    let Some(question) = subject.score else { return Ok(None) };
    let of = subject.report.distributions.iter().find(|d| d.question == question.id);
    let (Some(distribution), Some([low, high])) = (of, question.scale) else { return Ok(None) };
    chart::distribution(distribution, question.kind, Scale { low, high }, question.title(), subject.lang)
}

/// Groups of answers, by wave where there are several, then by each of the first segment columns.
pub(super) fn stacked(subject: &Subject<'_>) -> Result<Vec<Figure>, ChartError> {
    let Some(question) = subject.score else { return Ok(Vec::new()) };
    let draw = |rows: &[&Estimate], by| {
        chart::stacked(subject.total(), rows, by, question.kind, question.title(), subject.lang)
    };
    let waves = subject.by_wave();
    let mut drawn = if waves.len() < 2 { Vec::new() } else { Vec::from_iter(draw(&waves, By::Wave)?) };
    for column in subject.report.study.segments.iter().take(COLUMNS) {
        drawn.extend(about(column, draw(&subject.by_segment(column, false), By::Segment(column))?));
    }
    Ok(drawn)
}

/// Groups of answers around a middle line: every question on a scale where there are several and none was asked for,
/// else the score by wave, where there are several.
pub(super) fn diverging(subject: &Subject<'_>) -> Result<Option<Figure>, ChartError> {
    let Some(question) = subject.score else { return Ok(None) };
    let rated = |q: &&QuestionSummary| matches!(q.kind, Kind::Csat | Kind::Ces | Kind::Rating);
    let battery: Vec<DivergingRow> = subject
        .report
        .study
        .questions
        .iter()
        .filter(rated)
        .filter_map(|q| Some(row(q, q.title().to_owned(), of(subject, q, None)?)))
        .collect();
    if battery.len() > 1 && !subject.named {
        return chart::diverging(&battery, Rated::Questions, "", subject.lang);
    }
    let waves = subject.by_wave();
    if waves.len() < 2 {
        return Ok(None);
    }
    let rows: Vec<DivergingRow> =
        waves.into_iter().filter_map(|e| Some(row(question, e.wave.clone()?, e))).collect();
    chart::diverging(&rows, Rated::Waves, question.title(), subject.lang)
}

fn row<'a>(question: &QuestionSummary, label: String, estimate: &'a Estimate) -> DivergingRow<'a> {
    DivergingRow { label, kind: question.kind, highest: question.scale.map(|[_, high]| high), estimate }
}

/// The main metric of a question in a wave, or in total.
fn of<'r>(subject: &Subject<'r>, question: &QuestionSummary, wave: Option<&str>) -> Option<&'r Estimate> {
    let metric = *metrics_of(question.kind).first()?;
    subject.report.metrics.iter().find(|e| {
        e.question == question.id && e.metric == metric && e.segment.is_none() && e.wave.as_deref() == wave
    })
}

/// The scores of the last wave on their scales, the one that is drawn first.
pub(super) fn gauge(subject: &Subject<'_>) -> Result<Option<Figure>, ChartError> {
    let Some(main) = subject.score else { return Ok(None) };
    let study = &subject.report.study;
    let waves: Vec<&str> = study.waves.iter().map(String::as_str).collect();
    let (last, before) = match waves.as_slice() {
        [.., before, last] => (Some(*last), Some(*before)),
        [last] => (Some(*last), None),
        [] => (None, None),
    };
    let others = study.questions.iter().filter(|q| q.id != main.id);
    let gauges: Vec<ScoreGauge> = std::iter::once(main)
        .chain(others)
        .filter_map(|question| {
            let now = of(subject, question, last)?;
            Some(ScoreGauge {
                name: name(question, now.metric),
                now,
                before: before.and_then(|wave| of(subject, question, Some(wave))),
                scale: ends(question, now.metric)?,
                target: question.target,
                minimum: question.minimum,
            })
        })
        .collect();
    chart::gauge(&gauges, last, subject.lang)
}

/// The question, after the name that its score goes by, where it has one.
fn name(question: &QuestionSummary, metric: Metric) -> String {
    let title = question.title();
    match metric {
        Metric::Nps => format!("NPS – {title}"),
        Metric::Enps => format!("eNPS – {title}"),
        Metric::Csat => format!("CSAT – {title}"),
        Metric::Ces => format!("CES – {title}"),
        _ => title.to_owned(),
    }
}

/// Lowest and highest value of a score.
fn ends(question: &QuestionSummary, metric: Metric) -> Option<[f64; 2]> {
    match metric.quantity() {
        Quantity::Net => Some([-100.0, 100.0]),
        Quantity::Share => Some([0.0, 100.0]),
        Quantity::Mean => question.scale,
    }
}

/// Score by wave.
pub(super) fn waves(subject: &Subject<'_>) -> Result<Option<Figure>, ChartError> {
    let Some(question) = subject.score else { return Ok(None) };
    let aims = Aims { target: question.target, minimum: question.minimum };
    chart::waves(&subject.by_wave(), aims, question.title(), subject.lang)
}

/// Score by segment, one figure a column.
pub(super) fn segments(subject: &Subject<'_>) -> Result<Vec<Figure>, ChartError> {
    let Some(question) = subject.score else { return Ok(Vec::new()) };
    let mut drawn = Vec::new();
    for column in subject.report.study.segments.iter().take(SEGMENTS) {
        let own = subject.by_segment(column, false);
        let figure = chart::segments(subject.total(), &own, column, question.title(), subject.lang)?;
        drawn.extend(about(column, figure));
    }
    Ok(drawn)
}
