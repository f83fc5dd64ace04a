//! `barometre processing`: the processing sheet, for the data-protection officer.

use std::path::PathBuf;

use barometre::report::{self, folder};
use clap::Args;

use super::progress::Bar;
use super::{Failure, complain, print, shared};

/// The processing sheet of a study (fiche de traitement, RGPD article 30), for the data-protection officer.
///
/// Facts come from the files: columns by role, identifiers found in cells, special categories that comments mention
/// (health, beliefs, origin…), thresholds and how many scores are hidden, that nothing leaves the machine, that scores
/// assist and do not decide. What only the controller knows is a blank to fill in, or comes from [privacy] in
/// study.toml: controller, purpose, `legal_basis`, retention, recipients. No answer is quoted.
///
/// The sheet is Markdown, in French or English (--lang).
#[derive(Debug, Args)]
pub struct Arguments {
    /// Survey files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// File to write; stdout otherwise
    #[arg(short, long, value_name = "FILE.md")]
    output: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    pub shared: shared::Shared,
}

impl Arguments {
    pub fn run(&self) -> Result<(), Failure> {
        let options = self.shared.options();
        if let Some(path) = &self.output {
            folder::check_file(path, self.force, &options.inputs(&self.files))?;
        }
        let bar = Bar::new(self.shared.quiet);
        let progress = |done: u64, rows: u64| bar.show(done, rows);
        let understood = report::understand(&self.files, &options, &progress)?;
        let sheet = report::processing(&understood, &options, &progress)?;
        let Some(path) = &self.output else { return print(&sheet.markdown()) };
        folder::replace(path, sheet.markdown().as_bytes())?;
        if !self.shared.quiet {
            complain(sheet.lang.pick("Fiche\u{a0}: ", "Sheet: "), &path.display().to_string());
        }
        Ok(())
    }
}
