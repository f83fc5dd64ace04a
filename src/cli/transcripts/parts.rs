//! Parts of a report of calls on stdout.

use barometre::error::Error;
use barometre::report::{Report, flat_row};
use clap::ValueEnum;
use serde_json::{Map, Value};

use super::super::Failure;
use super::super::parts::{Format, drawn, part_csv};

/// Part of a report of calls: an array of `transcripts` in report.json, or of report.json itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    Calls,
    Marks,
    Listening,
    Items,
    Steps,
    Agents,
    Terms,
    Themes,
    Contrasts,
    Pairs,
    Cooccurrences,
    Emergence,
    ToListen,
    Evaluations,
    Indicators,
    Findings,
    Warnings,
}

impl Part {
    fn key(self) -> &'static str {
        match self {
            Self::Calls => "calls",
            Self::Marks => "marks",
            Self::Listening => "listening",
            Self::Items => "items",
            Self::Steps => "steps",
            Self::Agents => "agents",
            Self::Terms => "terms",
            Self::Themes => "themes",
            Self::Contrasts => "contrasts",
            Self::Pairs => "pairs",
            Self::Cooccurrences => "cooccurrences",
            Self::Emergence => "emergence",
            Self::ToListen => "to_listen",
            Self::Evaluations => "evaluations",
            Self::Indicators => "indicators",
            Self::Findings => "findings",
            Self::Warnings => "warnings",
        }
    }

    /// Where its rows are in report.json.
    fn pointer(self) -> String {
        match self {
            Self::Indicators | Self::Findings | Self::Warnings => format!("/{}", self.key()),
            Self::Pairs | Self::Cooccurrences | Self::Emergence => {
                format!("/transcripts/{}/rows", self.key())
            }
            Self::Evaluations => "/transcripts/evaluated/rates/rows".to_owned(),
            _ => format!("/transcripts/{}", self.key()),
        }
    }

    /// Id of its table: the path without `rows`.
    fn id(self) -> String {
        match self {
            Self::Evaluations => "transcripts_evaluated_rates".to_owned(),
            Self::Indicators | Self::Findings | Self::Warnings => self.key().to_owned(),
            _ => format!("transcripts_{}", self.key()),
        }
    }

    /// Columns that a person reads first, those of a table on a terminal; all of them where none is named.
    fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Calls => &[
                "id",
                "date",
                "agent",
                "score",
                "resolved",
                "turns",
                "timing_duration",
                "timing_talk_ratio",
                "listening_points",
                "listening_possible",
                "listening_listened",
                "evaluated",
            ],
            Self::Marks => &["call", "at", "turn", "label", "text"],
            Self::Listening => &["source", "agent", "with", "n", "rate", "ci_low", "ci_high"],
            Self::Items | Self::Steps => &["label", "with", "n", "rate", "ci_low", "ci_high"],
            Self::Agents => {
                &["agent", "calls", "talk_ratio", "interruptions", "first_answer", "words_per_minute"]
            }
            Self::Contrasts => &[
                "by",
                "group",
                "role",
                "label",
                "n_in",
                "base_in",
                "n_out",
                "base_out",
                "log_likelihood",
                "q",
            ],
            Self::Pairs => &["client", "agent", "exchanges", "calls", "lift", "lift_low", "q"],
            Self::Emergence => {
                &["term", "calls", "before_share", "last_share", "growth_per_period", "q", "rises"]
            }
            Self::ToListen => &["call", "agent", "bits", "reasons"],
            Self::Evaluations => &["measure", "item", "by", "group", "value", "n", "ci_low", "ci_high"],
            Self::Terms
            | Self::Themes
            | Self::Cooccurrences
            | Self::Indicators
            | Self::Findings
            | Self::Warnings => &[],
        }
    }
}

/// The parts of `report` in one of the shapes.
pub fn render(report: &Report, parts: &[Part], format: Format) -> Result<String, Failure> {
    if format == Format::Csv {
        // One CSV holds one table: the first part asked for.
        return parts.first().map_or_else(|| Ok(String::new()), |part| part_csv(report, &part.id()));
    }
    let failed = |e: serde_json::Error| Error::Render { what: "report.json".into(), cause: e.to_string() };
    let whole = serde_json::to_value(report).map_err(failed)?;
    let rows =
        |part: Part| whole.pointer(&part.pointer()).and_then(Value::as_array).cloned().unwrap_or_default();
    if format == Format::Json {
        let kept: Map<String, Value> =
            parts.iter().map(|part| (part.key().to_owned(), Value::Array(rows(*part)))).collect();
        return Ok(format!("{:#}\n", Value::Object(kept)));
    }
    let mut out = String::new();
    for part in parts {
        let rows = rows(*part).into_iter().map(|row| only(flat_row(row), part.columns())).collect();
        let said = drawn(rows, report.study.language, format);
        if !out.is_empty() && !said.is_empty() {
            out.push('\n');
        }
        out.push_str(&said);
    }
    Ok(out)
}

fn only(row: Map<String, Value>, columns: &[&str]) -> Map<String, Value> {
    if columns.is_empty() {
        return row;
    }
    // A column called id is for programs.
    let shown = |name: &str| if name == "id" { "call".to_owned() } else { name.to_owned() };
    let cell = |name: &&str| (shown(name), row.get(*name).cloned().unwrap_or_default());
    columns.iter().map(cell).collect()
}
