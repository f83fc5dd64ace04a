//! `barometre transcripts redact`: calls without personal data.

use std::path::PathBuf;

use barometre::report::folder;
use clap::Args;

use super::super::{Failure, complain};
use super::options::CallOptions;

/// Calls without personal data: one file each, `WebVTT` where there are times, text otherwise.
///
/// Masked: what `barometre redact` masks, names of agents and speakers wherever they come, numbers and addresses said in
/// words or spelled. Voices are told by their part: Agent, Client. A name that nothing announces stays: read the result
/// before you share it.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    files: super::Files,
    /// Folder to write; created when absent
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// Write into a folder that holds something
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    pub options: CallOptions,
}

impl Arguments {
    pub fn run(&self) -> Result<(), Failure> {
        let shared = self.options.shared();
        self.files.not_over(&self.output)?;
        folder::check_empty(&self.output, self.force)?;
        let understood = super::understand(&self.files.options(&shared), &shared)?;
        let files = understood.exported();
        folder::write_texts(&self.output, &files, self.force)?;
        if !self.options.quiet {
            let (n, lang) = (files.len() as u64, understood.lang);
            let said = lang.pick(
                format!(
                    "{} {} sans données personnelles : {}",
                    lang.count(n),
                    if n < 2 { "appel" } else { "appels" },
                    self.output.display()
                ),
                format!(
                    "{} {} without personal data: {}",
                    lang.count(n),
                    if n == 1 { "call" } else { "calls" },
                    self.output.display()
                ),
            );
            complain("", &lang.typeset(said));
        }
        Ok(())
    }
}
