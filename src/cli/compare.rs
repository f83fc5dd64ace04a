//! `barometre compare`: differences between waves, or between the values of a segment.

use std::path::PathBuf;

use barometre::report::{CompareOptions, Options, TableOptions};
use clap::Args;

use super::parts::{Format, Part, render};
use super::{Failure, print, report, shared};

/// Differences of every score, with their interval, their tests and what would have been seen.
///
/// By waves: each against the one before, or --from against --to, then in every segment too, with what comes
/// from the segments and what from another mix of them (Kitagawa). By a segment: its values against each other.
///
/// NPS: Wald's interval and test from 100 answers on each side on; shares: Newcombe's interval, pooled z; means:
/// Welch's t; on small bases the less significant of two tests; under a declared design Student's t on the
/// linearised difference, people who answer on both sides counted as such. q: Benjamini–Hochberg, or Holm
/// (--correction), over all that is compared on one score.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Survey files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Column to compare by, in any case: a segment, the waves, any column of few values
    #[arg(long, value_name = "COLUMN")]
    by: String,
    /// Reference: a wave, a value of the column
    #[arg(long, value_name = "VALUE")]
    from: Option<String>,
    /// What is compared with it
    #[arg(long, value_name = "VALUE")]
    to: Option<String>,
    /// Shape of the result
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    pub shared: shared::Shared,
}

impl Arguments {
    pub fn run(&self) -> Result<(), Failure> {
        let compare = CompareOptions { by: self.by.clone(), from: self.from.clone(), to: self.to.clone() };
        let tables = TableOptions { by: vec![self.by.clone()], ..TableOptions::default() };
        let report = report::analyse_with(
            &self.files,
            &self.shared,
            &Options {
                tables,
                compare: Some(compare),
                quotes: false,
                themes: false,
                ratings: false,
                ..self.shared.options()
            },
        )?;
        print(&render(&report, &[Part::Comparisons], self.format)?)?;
        report::check(&report, &self.shared)
    }
}
