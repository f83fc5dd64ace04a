//! The figures of a report, drawn from its rows: one function a kind.

mod by_wave;
mod scores;
mod subject;
mod words;

use super::{Report, centre, transcripts};
use crate::chart::{ChartError, ChartKind, Figure};
use crate::error::{Error, Result};
use crate::unique::unique;
use subject::Subject;

/// Draws every figure that the report has rows for, in the order of [`ChartKind::ALL`].
///
/// # Errors
/// A picture cannot be drawn or encoded.
pub fn figures(report: &Report) -> Result<Vec<Figure>> {
    let mut figures = Vec::new();
    for kind in ChartKind::ALL {
        figures.extend(draw(report, *kind, None)?);
    }
    Ok(figures)
}

/// Draws the figures of one kind: none where the report has no rows for it, several where a kind has one a segment
/// column or an indicator. `question` is the id of the score, or of the open question, to draw; the main ones otherwise.
///
/// # Errors
/// A picture cannot be drawn or encoded.
pub fn draw(report: &Report, kind: ChartKind, question: Option<&str>) -> Result<Vec<Figure>> {
    let mut figures = of_kind(report, kind, question)
        .map_err(|e| Error::Render { what: kind.id().to_owned(), cause: e.to_string() })?;
    // Two segment columns may shorten to the same file name.
    for i in 1..figures.len() {
        let id = std::mem::take(&mut figures[i].id);
        let taken = |candidate: &str| figures[..i].iter().any(|f| f.id == candidate);
        figures[i].id = unique(&id, |id, k| format!("{id}-{k}"), taken);
    }
    Ok(figures)
}

fn of_kind(
    report: &Report,
    kind: ChartKind,
    question: Option<&str>,
) -> std::result::Result<Vec<Figure>, ChartError> {
    let subject = Subject::new(report, question);
    let one = match kind {
        ChartKind::Distribution => scores::distribution(&subject)?,
        ChartKind::Stacked => return scores::stacked(&subject),
        ChartKind::Diverging => scores::diverging(&subject)?,
        ChartKind::Gauge => scores::gauge(&subject)?,
        ChartKind::Waves => scores::waves(&subject)?,
        ChartKind::Segments => return scores::segments(&subject),
        ChartKind::Heat => return by_wave::heat(&subject),
        ChartKind::Multiples => return by_wave::multiples(&subject),
        ChartKind::Waterfall => return by_wave::waterfall(&subject),
        ChartKind::Keywords => words::keywords(&subject)?,
        ChartKind::Keyness => words::keyness(&subject)?,
        ChartKind::Impact => return words::impact(&subject),
        ChartKind::Targets
        | ChartKind::Control
        | ChartKind::Week
        | ChartKind::WeekOutbound
        | ChartKind::Waits
        | ChartKind::HandleTimes
        | ChartKind::Agents => return centre::figures(report, kind),
        ChartKind::ListeningAgents | ChartKind::Rising => return transcripts::figures(report, kind),
        // Drawn by the branches that bring them.
        ChartKind::Cloud | ChartKind::Priorities | ChartKind::ThemeWaves | ChartKind::Network => None,
    };
    Ok(one.into_iter().collect())
}
