//! `barometre init`: what was understood, as a study.toml to correct.

use std::path::PathBuf;

use barometre::{report, study};
use clap::Args;

use super::progress::Bar;
use super::{Failure, print, shared};

/// Writes what barometre understood of the files as a commented study.toml, for a person to correct.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Survey files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// File to write; stdout otherwise
    #[arg(short, long, value_name = "study.toml")]
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
            report::folder::check_file(path, self.force, &options.inputs(&self.files))?;
        }
        let bar = Bar::new(self.shared.quiet);
        let understood = report::understand(&self.files, &options, &|done, rows| bar.show(done, rows))?;
        let lang = self.shared.lang.or(understood.study.language).unwrap_or_else(super::locale);
        let text = study::to_toml(&understood.study, &understood.profiles, lang);
        match &self.output {
            None => print(&text),
            Some(path) => report::folder::replace(path, text.as_bytes()).map_err(Failure::from),
        }
    }
}
