//! Indicators of the catalogue that calls give: active listening as people heard it, or as the rules detect it; themes.

use super::rows::{CallThemeRow, Transcripts};
use crate::Lang;
use crate::centre::{Indicator, IndicatorRow, empty_row};
use crate::metric::SegmentValue;
use crate::metric::interval::wilson;
use crate::transcript::SpeakerRole;
use crate::transcript::evaluation::{Measure, RateBy};

/// Each row says by its variant where it comes from: `default` is what people evaluated, `detected` what the rules find.
/// No row counts both.
pub(super) fn rows(calls: &Transcripts, lang: Lang, level: f64) -> Vec<IndicatorRow> {
    let agent = |name: &Option<String>| {
        name.as_ref().map(|value| vec![SegmentValue { column: "agent".to_owned(), value: value.clone() }])
    };
    let mut out = Vec::new();
    if let Some(evaluated) = &calls.evaluated {
        let listening = evaluated.rates.rows.iter().filter(|row| row.measure == Measure::ActiveListening);
        for row in
            listening.filter(|row| row.by == RateBy::All || row.by == RateBy::Agent && row.group.is_some())
        {
            let Some(empty) = empty_row(Indicator::ActiveListeningRate, "default", lang) else { continue };
            out.push(IndicatorRow {
                value: row.value.map(|value| 100.0 * value),
                n: Some(row.n),
                segment: agent(&row.group),
                ci_low: row.ci_low.map(|end| 100.0 * end),
                ci_high: row.ci_high.map(|end| 100.0 * end),
                method: row.method.map(|method| method.id().to_owned()),
                ..empty
            });
        }
    }
    for row in &calls.listening {
        let Some(empty) = empty_row(Indicator::ActiveListeningRate, "detected", lang) else { continue };
        out.push(IndicatorRow {
            value: row.rate.map(|rate| 100.0 * rate),
            n: Some(row.n),
            numerator: Some(row.with as f64),
            denominator: Some(row.n as f64),
            segment: agent(&row.agent),
            ci_low: row.ci_low.map(|end| 100.0 * end),
            ci_high: row.ci_high.map(|end| 100.0 * end),
            method: Some("wilson".to_owned()),
            ..empty
        });
    }
    // What clients speak of; where no role is known, what is spoken of.
    let client = calls.themes.iter().any(|theme| theme.role == SpeakerRole::Client);
    let of = if client { SpeakerRole::Client } else { SpeakerRole::Unknown };
    let share = |theme: &CallThemeRow| {
        let ends = wilson(theme.n, theme.base, level);
        Some(IndicatorRow {
            value: Some(100.0 * theme.share),
            n: Some(theme.base),
            numerator: Some(theme.n as f64),
            denominator: Some(theme.base as f64),
            segment: Some(vec![SegmentValue { column: "theme".to_owned(), value: theme.label.clone() }]),
            ci_low: ends.map(|ends| 100.0 * ends.0),
            ci_high: ends.map(|ends| 100.0 * ends.1),
            method: Some("wilson".to_owned()),
            ..empty_row(Indicator::KeywordRate, "transcripts", lang)?
        })
    };
    out.extend(calls.themes.iter().filter(|theme| theme.role == of).filter_map(share));
    out
}
