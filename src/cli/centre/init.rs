//! `barometre centre init`: what was understood, as a centre.toml to correct.

use std::path::PathBuf;

use barometre::report::{self, understand_centre};
use clap::Args;

use super::super::progress::Bar;
use super::super::{Failure, print, shared};

/// Writes what barometre understood of the files as a commented centre.toml, for a person to correct.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    files: super::Files,
    /// File to write; stdout otherwise
    #[arg(short, long, value_name = "centre.toml")]
    output: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    pub shared: shared::Shared,
}

impl Arguments {
    pub fn run(&self) -> Result<(), Failure> {
        let options = self.files.options(&self.shared);
        if let Some(path) = &self.output {
            report::folder::check_file(path, self.force, &options.inputs())?;
        }
        let bar = Bar::new(self.shared.quiet);
        let progress = |done: u64, rows: u64| bar.show(done, rows);
        let understood = understand_centre(&options, &progress)?;
        let text = understood.to_toml(options.shared.threads, &progress)?;
        match &self.output {
            None => print(&text),
            Some(path) => report::folder::replace(path, text.as_bytes()).map_err(Failure::from),
        }
    }
}
