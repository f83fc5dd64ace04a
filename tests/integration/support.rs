//! Small studies written on the spot, and reports made of them.

use std::path::{Path, PathBuf};

use barometre::error::Error;
use barometre::metric::{Estimate, Metric};
use barometre::report::{self, Options, QuestionSummary, Report};
use tempfile::TempDir;

/// The sample study.
pub fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/telecom.csv")
}

/// A file of `../shared`, beside the project; says so when it is absent.
#[expect(clippy::print_stderr, reason = "a skipped test says so")]
pub fn shared(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(name);
    if !path.exists() {
        eprintln!("skipped: {name} is not beside the project");
        return None;
    }
    Some(path)
}

/// A folder with one file of that content.
pub fn file(name: &str, content: impl AsRef<[u8]>) -> (TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join(name);
    std::fs::write(&path, content).unwrap();
    (dir, path)
}

pub fn try_report(files: &[PathBuf], options: &Options) -> Result<Report, Error> {
    let understood = report::understand(files, options, &|_, _| {})?;
    report::build(&understood, options, &|_, _| {})
}

pub fn report_of(path: &Path) -> Report {
    try_report(&[path.to_path_buf()], &Options::default()).unwrap()
}

/// The report of a CSV written on the spot.
pub fn csv(content: &str) -> Result<Report, Error> {
    let (_dir, path) = file("x.csv", content);
    try_report(&[path], &Options::default())
}

/// Responses that a question accounts for: valid answers, and those without one.
pub fn asked(question: &QuestionSummary) -> u64 {
    question.answered.unwrap() + question.missing.as_ref().unwrap().values().sum::<u64>()
}

/// The total of a metric, or one wave of it.
pub fn total<'r>(report: &'r Report, metric: Metric, wave: Option<&str>) -> &'r Estimate {
    report
        .metrics
        .iter()
        .find(|e| e.metric == metric && e.wave.as_deref() == wave && e.segment.is_none())
        .unwrap()
}

#[track_caller]
pub fn close(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{found} is not {expected} ± {tolerance}");
}
