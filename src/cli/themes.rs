//! `barometre themes`: what the verbatims speak of.

use barometre::report;
use clap::Args;
use serde_json::{Value, json};

use super::parts::{self, Part};
use super::progress::Bar;
use super::{Failure, complain, print};

/// What the verbatims speak of, by a codebook (plan de codage), and how they judge it.
///
/// Then, but in CSV: how the codebook fits (coverage, overlaps, the words that no theme covers, the lines of rules
/// that find nothing; with --format json the verbatims of every rule), and the themes of the last wave against those
/// of the one before.
///
/// --coded names a column where a person wrote the themes of the same verbatims (ids or labels, separated by
/// semicolons; - for none): precision, recall, Cohen's κ and Krippendorff's α of each theme are given instead.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Column of themes coded by hand, to compare the codebook with
    #[arg(long, value_name = "COLUMN")]
    coded: Option<String>,
    #[command(flatten)]
    pub parts: parts::Arguments,
}

impl Arguments {
    pub fn run(&self) -> Result<(), Failure> {
        let Some(coded) = &self.coded else {
            return self.parts.run(&[Part::Themes, Part::Codebooks, Part::ThemeChanges]);
        };
        let shared = &self.parts.shared;
        let options = shared.options();
        let bar = Bar::new(shared.quiet);
        let progress = |done: u64, rows: u64| bar.show(done, rows);
        let understood = report::understand(&self.parts.files, &options, &progress)?;
        let lang = shared.lang.or(understood.study.language).unwrap_or_else(super::locale);
        if !shared.quiet {
            complain("", &report::understood(&understood, lang).join("\n"));
        }
        let rows = report::agreement(&understood, coded, &options, lang, &progress)?;
        let rows = rows.iter().map(|row| json!(row)).collect::<Vec<Value>>();
        print(&parts::render_rows("agreement", rows, lang, self.parts.format)?)
    }
}
