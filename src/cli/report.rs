//! `barometre report`: the main job.

use std::path::{Path, PathBuf};

use barometre::error::{CallBackRefusal, Error};
use barometre::read::Progress;
use barometre::report::{self, Base, Options, Report, TableOptions, Understood, folder, split, terminal};
use clap::Args;

use super::parts::{Format, Part};
use super::presenting::Presenting;
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
    /// One report for each value of a segment column besides that of the whole, in folders of their own under DIR, with
    /// a list (index.html) that opens first. What is hidden for anonymity is hidden over all of them at once: no
    /// subtraction between them gives a group under the minimum
    #[arg(long, value_name = "COLUMN", conflicts_with = "format")]
    split_by: Option<String>,
    /// Also write a list of the unhappy customers to call back (.csv or .xlsx), who agreed to it: the column of consent
    /// is declared in study.toml, contact columns too. It holds PERSONAL DATA and comments AS THEY WERE WRITTEN, stays on
    /// this machine, lies outside DIR, and enters no report. Refused for employees (eNPS)
    #[arg(long, value_name = "FILE", conflicts_with = "format")]
    call_back: Option<PathBuf>,
    /// Write into a folder that barometre did not write, and over an earlier list to call back
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    presenting: Presenting,
    #[command(flatten)]
    pub shared: shared::Shared,
}

impl Arguments {
    pub fn run(&self) -> Result<(), Failure> {
        let list = match (&self.output, &self.call_back) {
            (Some(folder), Some(path)) => Some((path, self.list(folder, path)?)),
            _ => None,
        };
        let done = self.report();
        // A report that misses a target is written too.
        if let Some((path, (content, said))) = list.filter(|_| !matches!(done, Err(Failure::Refused(_)))) {
            folder::replace_private(path, &content)?;
            if !self.shared.quiet {
                complain("", &said);
            }
        }
        done
    }

    fn report(&self) -> Result<(), Failure> {
        let tables = TableOptions { by: self.by.clone(), base: self.base, only: false };
        if let (Some(folder), Some(column)) = (&self.output, &self.split_by) {
            return self.to_folders(folder, column, tables);
        }
        match (&self.output, self.format) {
            (Some(folder), _) => {
                let options = Options { tables, ..self.shared.options() };
                to_folder(&self.files, folder, self.force, &self.shared, options, &self.presenting)
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

    /// The list to call back and what is said of it. It is made before the report and written after it: where one is
    /// refused, neither is there.
    fn list(&self, folder: &Path, path: &Path) -> Result<(Vec<u8>, String), Failure> {
        self.check_list(folder, path)?;
        self.check_folder(folder)?;
        let options = self.shared.options();
        let understood = report::understand(&self.files, &options, &|_, _| {})?;
        let list = report::call_back(&understood, &options)?;
        let content = if extension(path) == "xlsx" { list.xlsx()? } else { list.csv()? };
        Ok((content, list.said(&path.display().to_string())))
    }

    fn check_folder(&self, folder: &Path) -> barometre::error::Result<()> {
        if self.split_by.is_some() {
            split::check(folder, self.force)
        } else {
            folder::check(folder, self.force)
        }
    }

    /// Refuses a list to call back that would lie inside the report, or replace a file unasked.
    fn check_list(&self, folder: &Path, list: &Path) -> Result<(), Failure> {
        let refused = |why| Err(Error::CallBack(why).into());
        let path = list.to_path_buf();
        if !["csv", "xlsx"].contains(&extension(list).as_str()) {
            return refused(CallBackRefusal::Extension { path });
        }
        if real(list)?.starts_with(real(folder)?) {
            return refused(CallBackRefusal::InsideReport { path });
        }
        let options = self.presenting.of_folder(self.shared.options());
        folder::check_file(list, self.force, &options.inputs(&self.files))?;
        Ok(())
    }

    /// Analyses, writes a folder for the whole and for each value of `column`, prints the summary of the whole.
    fn to_folders(&self, folder: &Path, column: &str, tables: TableOptions) -> Result<(), Failure> {
        self.check_folder(folder)?;
        let options = Options { tables, split_by: Some(column.to_owned()), ..self.shared.options() };
        let options = self.presenting.of_folder(options);
        let made = analysed(&self.files, &self.shared, &options, report::split, |made| &made.whole)?;
        let written = split::write(&made, folder, self.force, &options.inputs(&self.files))?;
        print(&terminal::terminal(&made.whole))?;
        if !self.shared.quiet {
            made.notes().iter().for_each(|note| complain("", note));
            if let Some(page) = written.first() {
                let said = made.whole.study.language.pick("Rapports\u{a0}: ", "Reports: ");
                complain(said, &page.display().to_string());
            }
        }
        for page in written.iter().filter(|path| path.ends_with("report.html")) {
            let folder = page.parent().unwrap_or(folder);
            self.presenting.print(folder, &made.whole, &self.shared)?;
        }
        check(&made.whole, &self.shared)
    }
}

/// The extension of a file name, in lower case.
fn extension(path: &Path) -> String {
    path.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// Where a path leads, links followed as far as it exists.
fn real(path: &Path) -> Result<PathBuf, Failure> {
    let failed = |cause| Failure::from(Error::Io { path: path.to_path_buf(), cause });
    let whole = std::path::absolute(path).map_err(failed)?;
    let there = whole.ancestors().find(|part| part.exists()).unwrap_or(&whole);
    let rest = whole.strip_prefix(there).unwrap_or(Path::new(""));
    let mut real = there.canonicalize().map_err(failed)?;
    for part in rest.components() {
        match part {
            std::path::Component::ParentDir => _ = real.pop(),
            part => real.push(part),
        }
    }
    Ok(real)
}

/// Analyses `files`, writes the folder, prints the summary.
pub fn to_folder(
    files: &[PathBuf],
    folder: &std::path::Path,
    force: bool,
    shared: &shared::Shared,
    options: Options,
    presenting: &Presenting,
) -> Result<(), Failure> {
    folder::check(folder, force)?;
    let options = presenting.of_folder(options);
    let report = analyse_with(files, shared, &options)?;
    let outputs = folder::Outputs { inputs: options.inputs(files), ..folder::Outputs::default() };
    let written = folder::write_with(&report, folder, force, &outputs)?;
    presenting.finish(&report, &written, folder, shared)
}

/// Fails when a check was asked for and a target is missed.
pub fn check(report: &Report, shared: &shared::Shared) -> Result<(), Failure> {
    let missed = if shared.check { report.missed() } else { Vec::new() };
    if missed.is_empty() { Ok(()) } else { Err(Failure::Missed(missed)) }
}

/// Reads, says what was understood, tallies.
pub fn analyse_with(
    files: &[PathBuf],
    shared: &shared::Shared,
    options: &Options,
) -> Result<Report, Failure> {
    analysed(files, shared, options, report::build, |report| report)
}

/// The same, with what `make` makes of the files; `whole` is the report in it whose warnings are said.
fn analysed<T>(
    files: &[PathBuf],
    shared: &shared::Shared,
    options: &Options,
    make: impl Fn(&Understood, &Options, Progress<'_>) -> barometre::error::Result<T>,
    whole: impl Fn(&T) -> &Report,
) -> Result<T, Failure> {
    let bar = Bar::new(shared.quiet);
    let progress = |done: u64, rows: u64| bar.show(done, rows);
    let understood: Understood = report::understand(files, options, &progress)?;
    let lang = shared.lang.or(understood.study.language).unwrap_or_else(super::locale);
    if !shared.quiet {
        complain("", &report::understood(&understood, lang).join("\n"));
    }
    let made = make(&understood, options, &progress)?;
    let report = whole(&made);
    if !shared.quiet {
        // Tables alone need neither scores nor words.
        let about = |code: &str| !(options.tables.only && ["no-score", "no-text"].contains(&code));
        for warning in report.warnings.iter().filter(|w| about(&w.code)) {
            complain(report.study.language.pick("attention\u{a0}: ", "warning: "), &warning.message);
        }
    }
    Ok(made)
}
