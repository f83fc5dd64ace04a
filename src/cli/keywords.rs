//! `barometre keywords`: recurring keywords, and what a group says more than the others.

use barometre::report::{Options, TableOptions};
use clap::Args;

use super::parts::{self, Part};
use super::{Failure, print, report};

/// Recurring keywords; and, but in CSV, what low scores say more than high ones.
///
/// With --by: what each wave, or each value of a segment, says more than the others together (then what it says
/// less), ranked by G²; p by Fisher's test, or χ² where the counts expected allow it, one verbatim counting once; q
/// over all keywords and groups; `new` marks what no wave before said.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Column of the groups to set apart, in any case: a segment, the waves, any column of few values
    #[arg(long, value_name = "COLUMN")]
    by: Option<String>,
    #[command(flatten)]
    pub parts: parts::Arguments,
}

impl Arguments {
    pub fn run(&self) -> Result<(), Failure> {
        let Some(by) = &self.by else {
            return self.parts.run(&[Part::Keywords, Part::Keyness]);
        };
        let shared = &self.parts.shared;
        let options = Options {
            tables: TableOptions { by: vec![by.clone()], ..TableOptions::default() },
            by: Some(by.clone()),
            quotes: false,
            themes: false,
            ratings: false,
            ..shared.options()
        };
        let report = report::analyse_with(&self.parts.files, shared, &options)?;
        print(&parts::render(&report, &[Part::Contrasts], self.parts.format)?)?;
        report::check(&report, shared)
    }
}
