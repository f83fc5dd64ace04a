//! `barometre demo`: the sample study, embedded in the program.

use std::path::PathBuf;

use barometre::error::Error;
use clap::Args;

use super::{Failure, report, shared};

const SAMPLE: &[u8] = include_bytes!("../../data/telecom.csv");

/// Analyses the sample study (a telecom barometer, four waves, 2,400 answers) and writes its report.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Folder to write
    #[arg(short, long, value_name = "DIR", default_value = "barometre-demo")]
    output: PathBuf,
    /// Write into a folder that barometre did not write
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    pub shared: shared::Shared,
}

impl Arguments {
    pub fn run(&self) -> Result<(), Failure> {
        let folder = tempfile::tempdir().map_err(|cause| Error::Io { path: std::env::temp_dir(), cause })?;
        let file = folder.path().join("telecom.csv");
        std::fs::write(&file, SAMPLE).map_err(|cause| Error::Io { path: file.clone(), cause })?;
        report::to_folder(&[file], &self.output, self.force, &self.shared)
    }
}
