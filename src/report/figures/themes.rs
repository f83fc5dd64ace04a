//! Figures of the themes of an open question: by wave, how they are judged, which go together.
//!
//! Themes at the top alone, without catch-alls: a sub-theme would tell the same verbatims again.

use super::subject::Subject;
use crate::chart::{
    self, CHANCE, ChartError, Figure, ThemeLine, ThemeLink, ThemeNode, ThemePolarity, ThemeWaves,
};
use crate::report::{QuestionSummary, ThemeChange, ThemeRow, ThemeWave};

/// A theme is followed from wave to wave from this many mentions on, all waves together.
const LEAST: u64 = 30;

/// The themes at the top, most often mentioned first.
fn top<'r>(subject: &Subject<'r>, text: &QuestionSummary) -> Vec<&'r ThemeRow> {
    let own = |t: &&ThemeRow| t.question == text.id && !t.general && t.parent.is_none();
    subject.report.themes.iter().filter(own).collect()
}

/// Themes by wave; a sub-theme joins them where its change is established.
pub(super) fn waves(subject: &Subject<'_>) -> Result<Option<Figure>, ChartError> {
    let Some(text) = subject.text else { return Ok(None) };
    let report = subject.report;
    let names = &report.study.waves;
    let changes: Vec<&ThemeChange> =
        report.theme_changes.iter().filter(|change| change.question == text.id).collect();
    let moved = |theme: &str| {
        changes.iter().find(|c| c.theme == theme && c.q < CHANCE).map(|change| change.difference)
    };
    let cells: Vec<&ThemeWave> = report.theme_waves.iter().filter(|cell| cell.question == text.id).collect();
    let cell = |theme: &str, wave: &str| cells.iter().find(|c| c.theme == theme && c.wave == wave);
    let drawn = report.themes.iter().filter(|t| t.question == text.id && !t.general && t.n >= LEAST);
    let themes = drawn
        .filter(|t| t.parent.is_none() || moved(&t.theme).is_some())
        .map(|t| ThemeLine {
            label: t.label.clone(),
            shares: names.iter().map(|wave| cell(&t.theme, wave).and_then(|c| c.share)).collect(),
            change: moved(&t.theme),
        })
        .collect();
    // Every theme has the same bases; a hidden wave has none.
    let base = |wave: &String| cells.iter().filter(|c| c.wave == *wave).find_map(|c| c.base);
    let data = ThemeWaves {
        bases: names.iter().map(base).collect(),
        waves: names.clone(),
        themes,
        tested: !changes.is_empty(),
    };
    chart::theme_waves(&data, text.title(), subject.lang)
}

/// How each theme is judged.
pub(super) fn polarity(subject: &Subject<'_>) -> Result<Option<Figure>, ChartError> {
    let Some(text) = subject.text else { return Ok(None) };
    let rows = top(subject, text).into_iter().map(|t| ThemePolarity {
        label: t.label.clone(),
        n: t.n,
        positive: t.positive,
        neutral: t.neutral,
        negative: t.negative,
    });
    chart::theme_polarity(&rows.collect::<Vec<_>>(), text.title(), subject.lang)
}

/// Which themes go together.
pub(super) fn network(subject: &Subject<'_>) -> Result<Option<Figure>, ChartError> {
    let Some(text) = subject.text else { return Ok(None) };
    let Some(book) = subject.report.codebooks.iter().find(|book| book.question == text.id) else {
        return Ok(None);
    };
    let themes = top(subject, text);
    let place = |id: &str| themes.iter().position(|t| t.theme == id);
    let links = book.overlaps.iter().filter_map(|pair| {
        let [a, b] = &pair.themes;
        Some(ThemeLink {
            ends: [place(a)?, place(b)?],
            n: pair.n,
            lift: pair.lift,
            log_likelihood: pair.log_likelihood,
            q: pair.q,
        })
    });
    let links: Vec<ThemeLink> = links.collect();
    let nodes = themes.iter().map(|t| ThemeNode {
        label: t.label.clone(),
        n: t.n,
        positive: t.positive,
        negative: t.negative,
    });
    chart::network(&nodes.collect::<Vec<_>>(), &links, (text.title(), book.base), subject.lang)
}
