//! The contact centre, from its files to its indicators.

mod bank;
mod configuration;
mod conservation;
mod golden;
mod hidden;
mod link;
mod staffing;
mod traps;
mod truth;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use barometre::Lang;
use barometre::centre::{FaultKind, FaultRow, Indicator, IndicatorRow, TableKind};
use barometre::error::Error;
use barometre::report::{CentreOptions, Options, Report, build_centre, understand_centre};
use tempfile::TempDir;

/// A file of the simulated centre.
fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/centre").join(name)
}

fn try_centre(options: &CentreOptions) -> Result<Report, Error> {
    let understood = understand_centre(options, &|_, _| {})?;
    build_centre(understood, options, &|_, _| {})
}

/// A centre written on the spot: its files by name, centre.toml among them; every other one is recognised by its
/// columns.
fn written(files: &[(&str, &str)]) -> (TempDir, CentreOptions) {
    let dir = tempfile::tempdir().unwrap();
    let mut options = CentreOptions::default();
    for (name, content) in files {
        let path = dir.path().join(name);
        std::fs::write(&path, content).unwrap();
        match *name {
            "centre.toml" => options.centre = Some(path),
            _ => options.files.push((None, path)),
        }
    }
    (dir, options)
}

/// The report of a centre written on the spot.
fn report_of(files: &[(&str, &str)]) -> Result<Report, Error> {
    let (_dir, options) = written(files);
    try_centre(&options)
}

/// The rows of a reading: of the whole, or of the values of a dimension.
fn rows<'r>(report: &'r Report, id: Indicator, variant: &str) -> impl Iterator<Item = &'r IndicatorRow> {
    report.indicators.iter().filter(move |row| row.id == id && row.variant == variant)
}

/// A reading over all periods and segments.
#[track_caller]
fn total<'r>(report: &'r Report, id: Indicator, variant: &str) -> &'r IndicatorRow {
    let mut found = rows(report, id, variant).filter(|row| row.period.is_none() && row.segment.is_none());
    let row = found.next().unwrap_or_else(|| panic!("{} {variant}", id.id()));
    assert_eq!(found.next(), None, "{} {variant} twice", id.id());
    row
}

#[track_caller]
fn value(report: &Report, id: Indicator, variant: &str) -> f64 {
    total(report, id, variant).value.unwrap()
}

/// The default reading of a value of a dimension.
fn of<'r>(report: &'r Report, id: Indicator, column: &str, value: &str) -> Option<&'r IndicatorRow> {
    rows(report, id, "default").find(|row| {
        row.segment.as_ref().is_some_and(|s| s.len() == 1 && s[0].column == column && s[0].value == value)
    })
}

/// The default reading of a period.
fn in_period<'r>(report: &'r Report, id: Indicator, period: &str) -> Option<&'r IndicatorRow> {
    rows(report, id, "default").find(|row| row.period.as_deref() == Some(period) && row.segment.is_none())
}

fn fault(report: &Report, table: TableKind, fault: FaultKind) -> Option<&FaultRow> {
    report.centre.as_ref()?.faults.iter().find(|row| row.table == table && row.fault == fault)
}

/// The message of a refusal in both languages.
fn refusal(result: Result<Report, Error>) -> [String; 2] {
    let error = result.map(|_| ()).unwrap_err();
    [Lang::Fr, Lang::En].map(|lang| error.message(lang).replace(['\u{a0}', '\u{202f}'], " "))
}

/// The command, in the language of its arguments.
fn command(arguments: &[&str], dir: Option<&Path>) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_barometre"));
    if let Some(dir) = dir {
        command.current_dir(dir);
    }
    command.arg("centre").args(arguments).output().unwrap()
}

fn threads(threads: usize) -> Options {
    Options { threads, ..Options::default() }
}
