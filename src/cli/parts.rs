//! Parts of a report on stdout: as tables, CSV, Markdown or JSON.

use std::path::PathBuf;

use barometre::Lang;
use barometre::error::Error;
use barometre::report::{CsvStyle, DataTable, Options, Report, csv, data_table, flat_row, heading};
use clap::{Args, ValueEnum};
use comfy_table::{Cell, CellAlignment, Table, TableStyle, presets};
use serde_json::{Map, Value};

use super::{Failure, print, report, shared};

/// Shape of what is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A table for people
    #[default]
    Table,
    /// The names of report.json, unrounded
    Json,
    /// One line a row, comma separated, point as decimal mark, unrounded; the first part only
    Csv,
    /// A Markdown table
    Markdown,
}

/// Part of a report: an array of report.json.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    Findings,
    Metrics,
    Indicators,
    Targets,
    Distributions,
    Comparisons,
    Keywords,
    Keyness,
    Contrasts,
    Themes,
    Codebooks,
    ThemeWaves,
    ThemeChanges,
    Drivers,
    ImportanceModels,
    Importance,
    Priorities,
    Quotes,
    Warnings,
}

impl Part {
    /// Every part, in the order of report.json.
    pub const ALL: &[Self] = &[
        Self::Findings,
        Self::Metrics,
        Self::Indicators,
        Self::Targets,
        Self::Distributions,
        Self::Comparisons,
        Self::Keywords,
        Self::Keyness,
        Self::Contrasts,
        Self::Themes,
        Self::Codebooks,
        Self::ThemeWaves,
        Self::ThemeChanges,
        Self::Drivers,
        Self::ImportanceModels,
        Self::Importance,
        Self::Priorities,
        Self::Quotes,
        Self::Warnings,
    ];

    /// Whether themes must be looked for, and dimensions weighed, for these parts.
    pub fn needs(parts: &[Self]) -> (bool, bool) {
        let any = |of: &[Self]| parts.iter().any(|part| of.contains(part));
        let whole = [Self::Findings, Self::Quotes];
        let themes = [Self::Themes, Self::Codebooks, Self::ThemeWaves, Self::ThemeChanges, Self::Drivers];
        let ratings = [Self::ImportanceModels, Self::Importance, Self::Priorities];
        (any(&whole) || any(&themes), any(&whole) || any(&ratings))
    }

    fn key(self) -> &'static str {
        match self {
            Self::Findings => "findings",
            Self::Metrics => "metrics",
            Self::Indicators => "indicators",
            Self::Targets => "targets",
            Self::Distributions => "distributions",
            Self::Comparisons => "comparisons",
            Self::Keywords => "keywords",
            Self::Keyness => "keyness",
            Self::Contrasts => "contrasts",
            Self::Themes => "themes",
            Self::Codebooks => "codebooks",
            Self::ThemeWaves => "theme_waves",
            Self::ThemeChanges => "theme_changes",
            Self::Drivers => "drivers",
            Self::ImportanceModels => "importance_models",
            Self::Importance => "importance",
            Self::Priorities => "priorities",
            Self::Quotes => "quotes",
            Self::Warnings => "warnings",
        }
    }
}

/// Prints some parts of the report of the files.
#[derive(Debug, Args)]
#[group(skip)]
pub struct Arguments {
    /// Survey files
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Shape of the result
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    #[command(flatten)]
    pub shared: shared::Shared,
}

impl Arguments {
    pub fn run(&self, parts: &[Part]) -> Result<(), Failure> {
        let (themes, ratings) = Part::needs(parts);
        let options = Options { quotes: false, themes, ratings, ..self.shared.options() };
        let report = report::analyse_with(&self.files, &self.shared, &options)?;
        print(&render(&report, parts, self.format)?)?;
        report::check(&report, &self.shared)
    }
}

/// The parts of `report` in one of the shapes.
pub fn render(report: &Report, parts: &[Part], format: Format) -> Result<String, Failure> {
    if format == Format::Csv {
        // One CSV holds one table: the first part asked for.
        return parts.first().map_or_else(|| Ok(String::new()), |part| part_csv(report, part.key()));
    }
    let failed = |e: serde_json::Error| Error::Render { what: "report.json".into(), cause: e.to_string() };
    let mut whole = serde_json::to_value(report).map_err(failed)?;
    if format == Format::Json {
        if parts == Part::ALL {
            return Ok(format!("{whole:#}\n"));
        }
        let kept: Map<String, Value> =
            parts.iter().map(|p| (p.key().to_owned(), whole[p.key()].clone())).collect();
        return Ok(format!("{:#}\n", Value::Object(kept)));
    }
    let mut out = String::new();
    for part in parts {
        let rows = match whole[part.key()].take() {
            Value::Array(rows) => rows,
            _ => Vec::new(),
        };
        let said = render_rows(part.key(), rows, report.study.language, format)?;
        if !out.is_empty() && !said.is_empty() {
            out.push('\n');
        }
        out.push_str(&said);
    }
    Ok(out)
}

/// An array of the report as CSV, the same as in `tables/ID.csv` of a folder but for its separators; nothing without rows.
pub fn part_csv(report: &Report, id: &str) -> Result<String, Failure> {
    match data_table(report, id)? {
        Some(table) if !table.rows.is_empty() => table_csv(&table),
        _ => Ok(String::new()),
    }
}

fn table_csv(table: &DataTable) -> Result<String, Failure> {
    let failed = |e: ::csv::Error| Error::Render { what: table.id.clone(), cause: e.to_string() };
    Ok(csv(table, CsvStyle::PLAIN).map_err(failed)?)
}

/// Rows of report.json, or like them, in one of the shapes; `what` names them in JSON. Nothing for none, but in JSON.
pub fn render_rows(what: &str, rows: Vec<Value>, lang: Lang, format: Format) -> Result<String, Failure> {
    match format {
        Format::Json => Ok(format!("{:#}\n", serde_json::json!({ what: rows }))),
        _ if rows.is_empty() => Ok(String::new()),
        Format::Csv => table_csv(&DataTable::of_rows(what, rows)),
        Format::Table | Format::Markdown => Ok(drawn(rows.into_iter().map(flat_row).collect(), lang, format)),
    }
}

/// Flat rows as a table for people.
pub fn drawn(rows: Vec<Map<String, Value>>, lang: Lang, format: Format) -> String {
    let rows: Vec<Map<String, Value>> = rows.into_iter().map(counted).collect();
    let Some(first) = rows.first() else { return String::new() };
    let columns: Vec<String> = first.keys().cloned().collect();
    let preset =
        if format == Format::Markdown { presets::ASCII_MARKDOWN } else { presets::UTF8_BORDERS_ONLY };
    table(lang, &columns, &rows, preset)
}

/// An indicator whose whole amounts are whole numbers: 541 calls, not 541,00.
fn counted(mut row: Map<String, Value>) -> Map<String, Value> {
    let amounts = row.get("unit").is_some_and(|unit| unit == "n");
    for key in ["value", "numerator", "denominator"] {
        let whole = row.get(key).and_then(Value::as_f64).filter(|x| x.fract() == 0.0 && x.abs() < 1e15);
        if let Some(whole) = whole.filter(|_| amounts || (key != "value" && row.contains_key("unit"))) {
            row.insert(key.to_owned(), (whole as i64).into());
        }
    }
    row
}

fn text(value: &Value) -> String {
    match value {
        Value::String(s) => s.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// A code of report.json as a person reads it.
fn said_in_words<'c>(column: &str, code: &'c str, lang: Lang) -> &'c str {
    match (column, code) {
        ("bound", "target") => lang.pick("objectif", "target"),
        ("bound", "minimum") => lang.pick("minimum", "minimum"),
        ("unit", "n") => lang.pick("nombre", "count"),
        ("unit", "mean") => lang.pick("moyenne", "mean"),
        ("unit", "ratio") => lang.pick("rapport", "ratio"),
        ("unit", "days") => lang.pick("jours", "days"),
        ("variant", "default") => lang.pick("par défaut", "default"),
        ("better", "higher") => lang.pick("plus haut", "higher"),
        ("better", "lower") => lang.pick("plus bas", "lower"),
        ("better", "neither") => "–",
        ("met", "yes") => lang.pick("oui", "yes"),
        ("met", "no") => lang.pick("non", "no"),
        ("met", "undecided") => lang.pick("indécis", "undecided"),
        (_, other) => other,
    }
}

/// Columns that the total of a table repeats on every line say nothing to a person.
fn table(lang: Lang, columns: &[String], rows: &[Map<String, Value>], preset: TableStyle) -> String {
    const TECHNICAL: [&str; 29] = [
        "adjusted_impact_low",
        "adjusted_impact_high",
        "penalty_impact",
        "penalty_impact_low",
        "penalty_impact_high",
        "reward_impact",
        "reward_impact_low",
        "reward_impact_high",
        "general",
        "overall_p",
        "log_ratio_low",
        "log_ratio_high",
        "superiority",
        "odds_ratio",
        "odds_low",
        "odds_high",
        "df",
        "detectable",
        "se_independent",
        "se",
        "level",
        "method",
        "definition",
        "shares",
        "suppressed",
        "log10_p",
        "test",
        "kind",
        "id",
    ];
    let said = |column: &str| rows.iter().any(|row| row.get(column).is_some_and(|v| !v.is_null()));
    // Without a design the effective base is the base.
    let kept = |column: &&String| match column.as_str() {
        "n_eff" => said("deff"),
        "deff" | "overlap" => said(column.as_str()),
        other => !TECHNICAL.contains(&other),
    };
    let shown: Vec<&String> = columns.iter().filter(kept).collect();
    let mut table = Table::new();
    table.load_style(preset).set_header(shown.iter().map(|c| heading(c, said("met"), lang)));
    for row in rows {
        table.add_row(shown.iter().map(|column| {
            let value = row.get(*column).unwrap_or(&Value::Null);
            match value {
                Value::String(code) => Cell::new(said_in_words(column, code, lang)),
                Value::Number(n) if n.is_u64() && column.as_str() != "target" => {
                    Cell::new(lang.count(n.as_u64().unwrap_or_default())).set_alignment(CellAlignment::Right)
                }
                Value::Number(n) => {
                    let x = n.as_f64().unwrap_or_default();
                    let written = if matches!(column.as_str(), "p" | "q") || column.ends_with("_q") {
                        lang.probability(x)
                    } else {
                        lang.number(x, if column.starts_with("share") { 3 } else { 2 })
                    };
                    Cell::new(written).set_alignment(CellAlignment::Right)
                }
                Value::Bool(yes) => {
                    Cell::new(if *yes { lang.pick("oui", "yes") } else { lang.pick("non", "no") })
                }
                other => Cell::new(text(other)),
            }
        }));
    }
    format!("{}\n", table.trim_fmt())
}
