//! The figures of a report, drawn from its rows.

use super::findings::SIGNIFICANT;
use super::{QuestionSummary, Report, centre, transcripts};
use crate::chart::{self, Figure};
use crate::driver::{Driver, DriverKind};
use crate::error::{Error, Result};
use crate::metric::{Estimate, metrics_of};
use crate::study::{Kind, Scale};
use crate::unique::unique;

/// Segment columns that get a figure.
const SEGMENTS: usize = 8;

/// The open question that moves the main score most, else the first.
fn text_to_draw<'r>(report: &'r Report, main: Option<&str>) -> Option<&'r QuestionSummary> {
    let of_main = |d: &&Driver| {
        Some(d.target.as_str()) == main && d.kind != DriverKind::Indicator && d.topic && d.q < SIGNIFICANT
    };
    let strongest =
        report.drivers.iter().filter(of_main).max_by(|a, b| a.impact.abs().total_cmp(&b.impact.abs()));
    let mut texts = report.study.questions.iter().filter(|q| q.kind == Kind::Open);
    match strongest {
        Some(driver) => texts.find(|q| q.id == driver.question),
        None => texts.next(),
    }
}

/// Draws every figure that the report has rows for: those of a contact centre; the distribution of the main score, the score by wave
/// and by segment, the keywords, the words of low and high scores, the impacts.
///
/// # Errors
/// A picture cannot be drawn or encoded.
pub fn figures(report: &Report) -> Result<Vec<Figure>> {
    let lang = report.study.language;
    let mut drawn: Vec<Option<Figure>> = Vec::new();
    let failed = |what: &'static str| {
        move |e: chart::ChartError| Error::Render { what: what.to_owned(), cause: e.to_string() }
    };
    drawn.extend(centre::figures(report).map_err(failed("centre"))?.into_iter().map(Some));
    drawn.extend(transcripts::figures(report).map_err(failed("transcripts"))?.into_iter().map(Some));
    let main = report.study.questions.iter().find(|q| q.kind.is_score());
    if let Some(question) = main {
        let name = question.title();
        let metric = metrics_of(question.kind)[0];
        let rows: Vec<&Estimate> =
            report.metrics.iter().filter(|e| e.question == question.id && e.metric == metric).collect();
        if let (Some(distribution), Some([low, high])) =
            (report.distributions.iter().find(|d| d.question == question.id), question.scale)
        {
            let scale = Scale { low, high };
            drawn.push(
                chart::distribution(distribution, question.kind, scale, name, lang)
                    .map_err(failed("distribution"))?,
            );
        }
        let by_wave: Vec<&Estimate> =
            rows.iter().filter(|e| e.segment.is_none() && e.wave.is_some()).copied().collect();
        drawn.push(chart::waves(&by_wave, name, lang).map_err(failed("waves"))?);
        let total = rows.iter().find(|e| e.segment.is_none() && e.wave.is_none()).copied();
        for column in report.study.segments.iter().take(SEGMENTS) {
            let own: Vec<&Estimate> = rows
                .iter()
                .filter(|e| e.wave.is_none())
                .filter(|e| e.segment.as_ref().is_some_and(|s| s.len() == 1 && s[0].column == *column))
                .copied()
                .collect();
            drawn.push(chart::segments(total, &own, column, name, lang).map_err(failed("segments"))?);
        }
    }
    if let Some(text) = text_to_draw(report, main.map(|q| q.id.as_str())) {
        let keywords: Vec<_> = report.keywords.iter().filter(|k| k.question == text.id).collect();
        drawn.push(chart::keywords(&keywords, text.title(), lang).map_err(failed("keywords"))?);
        if let Some(question) = main {
            let keyness: Vec<_> =
                report.keyness.iter().filter(|k| k.question == text.id && k.by == question.id).collect();
            drawn.push(chart::keyness(&keyness, question.title(), lang).map_err(failed("keyness"))?);
            let metric = metrics_of(question.kind)[0];
            let own = |d: &&Driver| d.question == text.id && d.target == question.id;
            // Of the themes those at the top: a sub-theme would tell the same answers again.
            let themes = report.drivers.iter().filter(own).filter(|d| d.adjusted.is_some());
            let words = report.drivers.iter().filter(own).filter(|d| d.kind.is_words());
            for drivers in [themes.collect::<Vec<_>>(), words.collect()] {
                drawn.push(
                    chart::impact(&drivers, metric, report.study.level, question.title(), lang)
                        .map_err(failed("impact"))?,
                );
            }
        }
    }
    let mut figures: Vec<Figure> = drawn.into_iter().flatten().collect();
    // Two segment columns may shorten to the same file name.
    for i in 1..figures.len() {
        let id = std::mem::take(&mut figures[i].id);
        let taken = |candidate: &str| figures[..i].iter().any(|f| f.id == candidate);
        figures[i].id = unique(&id, |id, k| format!("{id}-{k}"), taken);
    }
    Ok(figures)
}
