//! Parts of a report of calls on stdout.

use barometre::error::Error;
use barometre::report::Report;
use clap::ValueEnum;
use serde_json::{Map, Value};

use super::super::Failure;
use super::super::parts::{Format, render_rows};

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
    let failed = |e: serde_json::Error| Error::Render { what: "report.json".into(), cause: e.to_string() };
    let whole = serde_json::to_value(report).map_err(failed)?;
    let rows =
        |part: Part| whole.pointer(&part.pointer()).and_then(Value::as_array).cloned().unwrap_or_default();
    if format == Format::Json {
        let kept: Map<String, Value> =
            parts.iter().map(|part| (part.key().to_owned(), Value::Array(rows(*part)))).collect();
        return Ok(format!("{:#}\n", Value::Object(kept)));
    }
    // One CSV holds one table: the first part asked for.
    let shown = if format == Format::Csv { &parts[..parts.len().min(1)] } else { parts };
    let mut out = String::new();
    for part in shown {
        let people = format != Format::Csv;
        let flat = rows(*part).into_iter().map(|row| {
            let row = flat(row);
            Value::Object(if people { only(row, part.columns()) } else { row })
        });
        let said = render_rows(part.key(), same_keys(flat.collect()), report.study.language, format)?;
        if !out.is_empty() && !said.is_empty() {
            out.push('\n');
        }
        out.push_str(&said);
    }
    Ok(out)
}

/// One row as a flat line: `timing.duration` is `timing_duration`, lists become texts.
fn flat(row: Value) -> Map<String, Value> {
    let mut out = Map::new();
    put("", row, &mut out);
    out
}

fn put(key: &str, value: Value, out: &mut Map<String, Value>) {
    match value {
        // A segment is written by the table itself.
        Value::Array(parts) if key == "segment" => {
            out.insert(key.to_owned(), Value::Array(parts));
        }
        Value::Object(fields) => {
            for (name, value) in fields {
                let key = if key.is_empty() { name } else { format!("{key}_{name}") };
                put(&key, value, out);
            }
        }
        Value::Array(values) => {
            let said = |value: &Value| match value {
                Value::String(text) => text.clone(),
                Value::Object(fields) => {
                    let known =
                        ["text", "id", "role", "period"].iter().find_map(|name| fields.get(*name)?.as_str());
                    known.map_or_else(|| value.to_string(), str::to_owned)
                }
                other => other.to_string(),
            };
            // Of items and steps, those that are heard.
            let heard = |value: &&Value| value["count"] != 0 && value["present"] != false;
            let texts: Vec<String> = values.iter().filter(heard).map(said).collect();
            out.insert(key.to_owned(), texts.join("; ").into());
        }
        other => {
            out.insert(key.to_owned(), other);
        }
    }
}

/// Rows of one table have one set of columns: what a call lacks is empty.
fn same_keys(rows: Vec<Value>) -> Vec<Value> {
    let mut keys: Vec<String> = Vec::new();
    for row in rows.iter().filter_map(Value::as_object) {
        keys.extend(row.keys().filter(|key| !keys.contains(key)).cloned().collect::<Vec<_>>());
    }
    // A group that is absent altogether leaves one empty cell, which says nothing.
    keys.retain(|key| !keys_under(&rows, key));
    let whole = |mut row: Value| {
        let own = row.as_object_mut().map(std::mem::take).unwrap_or_default();
        let cell = |key: &String| (key.clone(), own.get(key).cloned().unwrap_or_default());
        Value::Object(keys.iter().map(cell).collect())
    };
    rows.into_iter().map(whole).collect()
}

/// Whether other columns begin with this one: it is then the empty cell of a group that is absent.
fn keys_under(rows: &[Value], key: &str) -> bool {
    let prefix = format!("{key}_");
    let objects = || rows.iter().filter_map(Value::as_object);
    objects().all(|row| row.get(key).is_none_or(Value::is_null))
        && objects().any(|row| row.keys().any(|other| other.starts_with(&prefix)))
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn rows_become_flat_with_one_set_of_columns() {
        let rows = vec![
            json!({"id": "a", "timing": {"duration": 5, "of": {"n": 1}}, "voices": [{"role": "agent"}, {"role": "client"}]}),
            json!({"id": "b", "timing": null, "voices": []}),
        ];
        let flat: Vec<Value> = rows.into_iter().map(|row| Value::Object(flat(row))).collect();
        let rows = same_keys(flat);
        assert_eq!(
            rows[0],
            json!({"id": "a", "timing_duration": 5, "timing_of_n": 1, "voices": "agent; client"})
        );
        assert_eq!(rows[1], json!({"id": "b", "timing_duration": null, "timing_of_n": null, "voices": ""}));
    }
}
