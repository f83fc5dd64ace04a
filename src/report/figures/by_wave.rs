//! Figures of a score by segment and by wave: a table of colours, a panel a value, what the last change is made of.

use super::scores::COLUMNS;
use super::subject::{Subject, about};
use crate::centre::Better;
use crate::chart::{self, ChartError, ChartKind, Figure, Heading, Multiples, Panel, Step, Waterfall};
use crate::metric::{Estimate, Metric};
use crate::report::Decomposition;
use crate::report::findings::{part_heading, reversal};
use crate::report::words::Words;

/// Score by segment and wave, one figure a column.
pub(super) fn heat(subject: &Subject<'_>) -> Result<Vec<Figure>, ChartError> {
    let Some(question) = subject.score else { return Ok(Vec::new()) };
    let study = &subject.report.study;
    let mut drawn = Vec::new();
    let rows = subject.estimates();
    for column in study.segments.iter().take(COLUMNS) {
        let figure = chart::score_heat(&rows, &study.waves, column, question.title(), subject.lang)?;
        drawn.extend(about(column, figure));
    }
    Ok(drawn)
}

/// Score by wave, one panel a value of a column, one figure a column.
pub(super) fn multiples(subject: &Subject<'_>) -> Result<Vec<Figure>, ChartError> {
    let Some((question, metric)) = subject.scored() else { return Ok(Vec::new()) };
    let study = &subject.report.study;
    if study.waves.len() < 2 {
        return Ok(Vec::new());
    }
    let mut drawn = Vec::new();
    for column in study.segments.iter().take(COLUMNS) {
        let panels = panels(subject, column);
        let multiples = Multiples {
            heading: heading(subject, column, metric, question.title()),
            unit: metric.into(),
            better: Better::Higher,
            whole: pick!(subject.lang, chart::total_in_by_wave).to_owned(),
            mean: subject.total().and_then(|e| e.value),
            behind: series(&subject.by_wave(), &study.waves),
            periods: study.waves.clone(),
            panels,
            hidden: 0,
        };
        drawn.extend(about(column, chart::small_multiples(&multiples, subject.lang)?));
    }
    Ok(drawn)
}

fn heading(subject: &Subject<'_>, column: &str, metric: Metric, question: &str) -> Heading {
    let lang = subject.lang;
    let (name, quoted) = (chart::metric_name(metric, lang), lang.quote(column));
    let title = pick!(lang, chart::by_wave_for_each_value_of(name, quoted));
    let note = pick!(lang, chart::figure_of_each_panel_all_waves_together_grey);
    Heading {
        id: chart::id(ChartKind::Multiples, column),
        question: question.to_owned(),
        note: note.to_owned(),
        ..Heading::new(ChartKind::Multiples, title)
    }
}

/// One panel a value of the column; one that is hidden has no value.
fn panels(subject: &Subject<'_>, column: &str) -> Vec<Panel> {
    let rows = subject.by_segment(column, true);
    let totals = rows.iter().filter(|e| e.wave.is_none());
    let panel = |total: &&&Estimate| {
        let own: Vec<&Estimate> =
            rows.iter().filter(|e| e.wave.is_some() && e.segment == total.segment).copied().collect();
        Some(Panel {
            name: total.segment.as_ref()?.first()?.value.clone(),
            value: total.value,
            low: total.ci_low,
            high: total.ci_high,
            n: total.n.unwrap_or_default(),
            points: series(&own, &subject.report.study.waves),
        })
    };
    totals.filter_map(|total| panel(&total)).collect()
}

/// The value of each wave; none where it has none.
fn series(rows: &[&Estimate], waves: &[String]) -> Vec<Option<f64>> {
    let value = |wave: &String| rows.iter().find(|e| e.wave.as_ref() == Some(wave)).and_then(|e| e.value);
    waves.iter().map(value).collect()
}

/// What the change of the score between the last two waves is made of, one figure a column.
pub(super) fn waterfall(subject: &Subject<'_>) -> Result<Vec<Figure>, ChartError> {
    let Some((question, metric)) = subject.scored() else { return Ok(Vec::new()) };
    let of_score = |d: &&Decomposition| d.question == question.id && d.metric == metric;
    let words = Words::new(subject.report);
    let waves = subject.by_wave();
    let mut drawn = Vec::new();
    for split in subject.report.decompositions.iter().filter(of_score).take(COLUMNS) {
        let at = |wave: &String| waves.iter().find(|e| e.wave.as_ref() == Some(wave)).copied();
        let (Some(before), Some(after)) = (at(&split.from), at(&split.to)) else { continue };
        let step = |part| Step {
            label: part_heading(&words, part),
            within: part.within,
            n: [part.n_from, part.n_to],
        };
        let change = Waterfall {
            column: &split.by,
            before,
            after,
            steps: split.parts.iter().map(step).collect(),
            mix: split.mix,
            interval: interval(subject, split),
            remark: reversal(&words, split),
        };
        drawn.extend(about(&split.by, chart::waterfall(&change, question.title(), subject.lang)?));
    }
    Ok(drawn)
}

/// Interval of the change, from the comparison of the same waves.
fn interval(subject: &Subject<'_>, split: &Decomposition) -> Option<[f64; 2]> {
    let same = subject.report.comparisons.iter().find(|c| {
        (c.question == split.question && c.metric == split.metric && c.segment.is_none() && c.by == "wave")
            && (c.from == split.from && c.to == split.to)
    })?;
    Some([same.ci_low, same.ci_high])
}
