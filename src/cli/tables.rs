//! `barometre tables`: frequency tables and cross-tables.

use std::path::PathBuf;

use barometre::error::Error;
use barometre::report::{self, Base, Layout, Options, Report, TableOptions};
use barometre::study::{Kind, fold};
use clap::Args;
use serde_json::json;

use super::parts::{Format, part_csv};
use super::{Failure, print, shared};

/// Frequency tables and cross-tables (tris à plat, tris croisés) of closed questions.
///
/// Without --by: count, share and interval of each answer. With --by: answers in rows, the total and each
/// segment or wave in columns, bases first (brute: answers; redressée: sum of the weights; efficace: Kish's
/// (Σw)²/Σw²). Shares are weighted where study.toml declares a weight.
///
/// Interval of a share: Wilson; of a declared design (weights, strata, clusters, population), Student's t on
/// the logit scale with the linearised variance. Means: Student's t. ST rows (nets): the best and the worst
/// answers of a scale together.
///
/// Letters: the column's share is higher than that of the columns named, two-sided pooled z on effective
/// bases p(1−p)/variance, at 1 − level, from 30 answers on, with Yates' correction where fewer than 5 of the
/// rarer answer are expected. Not corrected for the number of comparisons: twenty bring one letter by chance.
///
/// Test of the whole table: Pearson's χ²; of a design, Rao and Scott's second-order F (R's svychisq). None for
/// multiple answers.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Survey files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Columns to cross with, in any case: segments, the waves, any column of few values
    #[arg(long, value_name = "COLUMN", value_delimiter = ',')]
    by: Vec<String>,
    /// What the shares of multiple-answer questions are of
    #[arg(long, value_enum, default_value_t)]
    base: Base,
    /// Percentages of rows instead of columns
    #[arg(long)]
    rows: bool,
    /// Questions to show, by id or by column; all of them otherwise
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    question: Vec<String>,
    /// Shape of the result; CSV has one line a cell
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// File to write; stdout otherwise
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    pub shared: shared::Shared,
}

impl Arguments {
    pub fn run(&self) -> Result<(), Failure> {
        if let Some(path) = &self.output {
            report::folder::check_file(path, self.force, &self.shared.options().inputs(&self.files))?;
        }
        let tables = TableOptions { by: self.by.clone(), base: self.base, only: true };
        let mut report = super::report::analyse_with(
            &self.files,
            &self.shared,
            &Options { tables, quotes: false, themes: false, ratings: false, ..self.shared.options() },
        )?;
        self.keep_asked(&mut report)?;
        if report.tables.is_empty() && !self.shared.quiet {
            let said = report.study.language.pick(
                "aucune question fermée\u{a0}: pas de tableau. Déclarez-en une dans study.toml (barometre init).",
                "no closed question, hence no table. Declare one in study.toml (barometre init).",
            );
            super::complain(report.study.language.pick("attention\u{a0}: ", "warning: "), said);
        }
        let layout = if self.rows { Layout::Rows } else { Layout::Columns };
        let text = match self.format {
            Format::Table => report::terminal_tables(&report, layout),
            Format::Markdown => report::markdown_tables(&report, layout),
            Format::Json => format!("{:#}\n", json!({ "tables": report.tables })),
            Format::Csv => part_csv(&report, "tables_cells")?,
        };
        match &self.output {
            None => print(&text),
            Some(path) => report::folder::replace(path, text.as_bytes()).map_err(Failure::from),
        }
    }

    /// Leaves the tables of the questions asked for.
    fn keep_asked(&self, report: &mut Report) -> Result<(), Failure> {
        let closed = || report.study.questions.iter().filter(|q| q.kind != Kind::Open);
        let mut ids: Vec<String> = Vec::new();
        for asked in &self.question {
            let same = |name: &str| fold(name) == fold(asked);
            let found = closed().find(|q| same(&q.id)).or_else(|| closed().find(|q| same(&q.column)));
            let Some(found) = found else {
                let known = closed().map(|q| q.id.clone()).collect();
                return Err(Error::UnknownQuestion { found: asked.clone(), known }.into());
            };
            ids.push(found.id.clone());
        }
        report.tables.retain(|table| ids.is_empty() || ids.contains(&table.question));
        Ok(())
    }
}
