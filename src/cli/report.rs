//! `barometre report`: the main job.

use std::path::{Path, PathBuf};

use barometre::report::slides::Template;
use barometre::report::{self, Base, Options, Report, TableOptions, Understood, folder, terminal};
use clap::Args;

use super::parts::{Format, Part};
use super::progress::Bar;
use super::{Failure, complain, parts, print, shared};

/// The main job: scores, words, drivers, as a folder with an HTML page, Markdown, JSON and figures.
///
/// Without --study, the columns are read as a person would: 0–10 is a recommendation, 1–5 a satisfaction,
/// long texts are verbatims… Three lines say what was understood; `barometre init` writes it as a file to
/// correct.
///
/// NPS: share of 9–10 minus share of 0–6, score interval (Tango 1998). CSAT: share of 4–5 of 5, Wilson's
/// interval. CES, ratings: mean, Student's interval. Impact of a keyword: the score of those who wrote,
/// minus what it would be without those who mention it. An association is no proof of cause.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Survey files, one or several waves: CSV, XLSX, ODS, JSON, Parquet, SPSS, Stata…; a pattern; - for stdin
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Folder to write; created when absent
    #[arg(short, long, value_name = "DIR", required_unless_present = "format")]
    output: Option<PathBuf>,
    /// Print to stdout instead of writing a folder
    #[arg(long, value_enum, conflicts_with = "output")]
    format: Option<Format>,
    /// Parts to print, with --format
    #[arg(long, value_enum, value_delimiter = ',', requires = "format", conflicts_with = "output")]
    only: Vec<Part>,
    /// Columns to cross the questions answered by choosing with: segments, the waves, any column of few values
    #[arg(long, value_name = "COLUMN", value_delimiter = ',')]
    by: Vec<String>,
    /// What the shares of multiple-answer questions are of
    #[arg(long, value_enum, default_value_t)]
    base: Base,
    /// Presentation (.pptx, .potx) whose looks report.pptx takes: its masters and layouts, without its slides
    #[arg(long, value_name = "FILE.pptx", requires = "output")]
    slides_template: Option<PathBuf>,
    /// Write into a folder that barometre did not write
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    pub shared: shared::Shared,
}

impl Arguments {
    pub fn run(&self) -> Result<(), Failure> {
        let tables = TableOptions { by: self.by.clone(), base: self.base, only: false };
        match (&self.output, self.format) {
            (Some(folder), _) => {
                let outputs = folder::Outputs {
                    template: template(self.slides_template.as_deref())?,
                    ..folder::Outputs::default()
                };
                to_folder(&self.files, (folder, self.force), &outputs, &self.shared, tables)
            }
            (None, format) => {
                let only = if self.only.is_empty() { Part::ALL } else { &self.only };
                let quotes = only.iter().any(|part| matches!(part, Part::Quotes | Part::Warnings));
                let (themes, ratings) = Part::needs(only);
                let options = Options { tables, quotes, themes, ratings, ..self.shared.options() };
                let report = analyse_with(&self.files, &self.shared, &options)?;
                print(&parts::render(&report, only, format.unwrap_or_default())?)?;
                check(&report, &self.shared)
            }
        }
    }
}

/// The template of the slides, opened before the work.
pub fn template(path: Option<&Path>) -> Result<Option<Template>, Failure> {
    Ok(path.map(Template::open).transpose()?)
}

/// Analyses `files`, writes the folder (any folder when forced to), prints the summary.
pub fn to_folder(
    files: &[PathBuf],
    (folder, force): (&Path, bool),
    outputs: &folder::Outputs,
    shared: &shared::Shared,
    tables: TableOptions,
) -> Result<(), Failure> {
    folder::check(folder, force)?;
    let report = analyse(files, shared, tables)?;
    let written = folder::write_with(&report, folder, force, outputs)?;
    print(&terminal::terminal(&report))?;
    if !shared.quiet
        && let Some(page) = written.first()
    {
        let said = report.study.language.pick("Rapport\u{a0}: ", "Report: ");
        complain(said, &page.display().to_string());
    }
    check(&report, shared)
}

/// Fails when a check was asked for and a target is missed.
pub fn check(report: &Report, shared: &shared::Shared) -> Result<(), Failure> {
    let missed = if shared.check { report.missed() } else { Vec::new() };
    if missed.is_empty() { Ok(()) } else { Err(Failure::Missed(missed)) }
}

/// Reads, says what was understood, tallies.
pub fn analyse(files: &[PathBuf], shared: &shared::Shared, tables: TableOptions) -> Result<Report, Failure> {
    analyse_with(files, shared, &Options { tables, ..shared.options() })
}

/// The same, with options of a command's own.
pub fn analyse_with(
    files: &[PathBuf],
    shared: &shared::Shared,
    options: &Options,
) -> Result<Report, Failure> {
    let bar = Bar::new(shared.quiet);
    let progress = |done: u64, rows: u64| bar.show(done, rows);
    let understood: Understood = report::understand(files, options, &progress)?;
    let lang = shared.lang.or(understood.study.language).unwrap_or_else(super::locale);
    if !shared.quiet {
        complain("", &report::understood(&understood, lang).join("\n"));
    }
    let report = report::build(&understood, options, &progress)?;
    if !shared.quiet {
        // Tables alone need neither scores nor words.
        let about = |code: &str| !(options.tables.only && ["no-score", "no-text"].contains(&code));
        for warning in report.warnings.iter().filter(|w| about(&w.code)) {
            complain(report.study.language.pick("attention\u{a0}: ", "warning: "), &warning.message);
        }
    }
    Ok(report)
}
