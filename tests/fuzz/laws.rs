//! What holds of every file that is read, and of every report.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, Instant};

use barometre::Lang;
use barometre::error::Error;
use barometre::metric::{Estimate, Quantity};
use barometre::read::{self, Format, ROW, Table, for_each_batch};
use barometre::report::{self, Options, Report, Understood, folder, html, markdown, terminal};
use barometre::study::{Declared, Profile, Study, to_toml};

/// More than any made-up file may take.
const LONGEST: Duration = Duration::from_secs(10);

/// Reads `content` as a study of its own, and holds what comes out against the laws.
pub fn read_and_report(content: &[u8], format: Option<Format>) {
    let start = Instant::now();
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("données.csv");
    std::fs::write(&path, content).unwrap();
    match report_of(&path, format, 1) {
        Ok(report) => {
            let again = report_of(&path, format, 3).unwrap();
            assert_eq!(folder::json(&report).unwrap(), folder::json(&again).unwrap(), "on three threads");
        }
        Err(error) => worded(&error),
    }
    assert!(start.elapsed() < LONGEST, "{:?}", start.elapsed());
}

fn report_of(path: &Path, format: Option<Format>, threads: usize) -> Result<Report, Error> {
    let read = read::Options { format, ..read::Options::default() };
    let options = Options { read, threads, ..Options::default() };
    let understood = report::understand(&[path.to_path_buf()], &options, &|_, _| {})?;
    understood.tables.iter().for_each(table);
    written(&understood.study, &understood.profiles);
    build(&understood, &options)
}

/// Builds the report, whose study is any, and renders it.
pub fn build(understood: &Understood, options: &Options) -> Result<Report, Error> {
    let built = report::build(understood, options, &|_, _| {})?;
    counted(&built);
    built.metrics.iter().for_each(estimated);
    // Drawing takes a second where nothing is optimised.
    let figures = if cfg!(debug_assertions) { Vec::new() } else { report::figures(&built).unwrap() };
    assert!(!markdown::markdown(&built, &figures).is_empty());
    assert!(html::html(&built, &figures).unwrap().contains("</html>"));
    assert!(!terminal::terminal(&built).is_empty());
    Ok(built)
}

/// A study written as study.toml is read back as the same.
pub fn written(study: &Study, profiles: &[Profile]) {
    for lang in [Lang::Fr, Lang::En] {
        let text = to_toml(study, profiles, lang);
        let again = Declared::parse(&text, "study.toml").and_then(|declared| declared.study(profiles, &[]));
        let again = again.unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_eq!(again.questions, study.questions, "{text}");
        assert_eq!(again.segments, study.segments, "{text}");
        assert_eq!((&again.wave, &again.design), (&study.wave, &study.design), "{text}");
    }
}

/// An error says something, in both languages, and counts rows from 1.
pub fn worded(error: &Error) {
    for lang in [Lang::Fr, Lang::En] {
        assert!(!error.message(lang).trim().is_empty(), "{error:?}");
    }
    if let Error::LongRow { at, .. }
    | Error::UnclosedQuote { at }
    | Error::TooLarge { at, .. }
    | Error::NotEncoded { at, .. }
    | Error::OutOfScale { at, .. } = error
    {
        assert!(at.row.is_none_or(|row| row >= 1), "{error:?}");
    }
}

/// Columns have distinct names; the rows announced come, their numbers rising from the first under the header.
fn table(table: &Table) {
    let columns = table.columns();
    let distinct: BTreeSet<&&str> = columns.iter().collect();
    assert!(!columns.is_empty() && distinct.len() == columns.len(), "{columns:?}");
    let numbers = |rows: &mut Vec<u32>, batch: &polars::prelude::DataFrame| {
        rows.extend(batch.column(ROW).unwrap().u32().unwrap().iter().map(Option::unwrap));
        ControlFlow::Continue(())
    };
    let rows = for_each_batch(table, &columns, 1, Vec::new, numbers, &|_, _| {}).unwrap().concat();
    assert_eq!(rows.len() as u64, table.rows);
    assert!(rows.first().is_none_or(|first| *first >= 1) && rows.is_sorted_by(|a, b| a < b), "{rows:?}");
}

/// Every row is kept or set aside, every row kept answers a question or not, where that is told.
fn counted(report: &Report) {
    let rows = &report.study.rows;
    assert_eq!(rows.read, rows.kept + rows.set_aside.values().sum::<u64>(), "{rows:?}");
    assert_eq!(report.study.responses, rows.kept);
    let ids: BTreeSet<&str> = report.study.questions.iter().map(|q| q.id.as_str()).collect();
    assert_eq!(ids.len(), report.study.questions.len(), "{ids:?}");
    for question in &report.study.questions {
        let Some((answered, missing)) = question.answered.zip(question.missing.as_ref()) else { continue };
        assert_eq!(answered + missing.values().sum::<u64>(), rows.kept, "{question:?}");
    }
    assert!(report.warnings.iter().all(|w| !w.message.trim().is_empty()), "{:?}", report.warnings);
}

/// A value lies in its interval, and both where the metric can be.
fn estimated(estimate: &Estimate) {
    let Some(value) = estimate.value else { return };
    let (low, high) = (estimate.ci_low.unwrap_or(value), estimate.ci_high.unwrap_or(value));
    assert!(low <= value + 1e-9 && value <= high + 1e-9, "{estimate:?}");
    let possible = match estimate.metric.quantity() {
        Quantity::Net => -100.0..=100.0,
        Quantity::Share => 0.0..=100.0,
        Quantity::Mean => f64::MIN..=f64::MAX,
    };
    assert!(possible.contains(&low) && possible.contains(&high), "{estimate:?}");
    let shares: f64 = estimate.shares.iter().flat_map(|shares| shares.values()).sum();
    assert!(estimate.shares.is_none() || (shares - 1.0).abs() < 1e-9, "{estimate:?}");
}
