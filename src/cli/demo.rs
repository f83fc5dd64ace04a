//! `barometre demo`: the sample studies, embedded in the program.

use std::path::{Path, PathBuf};

use barometre::error::Error;
use barometre::report::TableOptions;
use clap::{Args, ValueEnum};

use super::{Failure, report, shared};

/// Analyses a sample study and writes its report.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Study to analyse
    #[arg(long, value_enum, default_value_t)]
    sample: Sample,
    /// Folder to write
    #[arg(short, long, value_name = "DIR", default_value = "barometre-demo")]
    output: PathBuf,
    /// Write into a folder that barometre did not write
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    pub shared: shared::Shared,
}

/// The sample studies.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Sample {
    /// A telecom barometer: four quarterly waves, 2,400 answers
    #[default]
    Telecom,
    /// An HR pulse: eNPS and five items, twelve months, nine departments, with its study.toml
    Hr,
}

impl Sample {
    fn answers(self) -> (&'static str, &'static [u8]) {
        match self {
            Self::Telecom => ("telecom.csv", include_bytes!("../../data/telecom.csv")),
            Self::Hr => ("pulse.csv", include_bytes!("../../data/pulse.csv")),
        }
    }

    fn study(self) -> Option<(&'static str, &'static [u8])> {
        match self {
            Self::Telecom => None,
            Self::Hr => Some(("pulse.toml", include_bytes!("../../data/pulse.toml"))),
        }
    }
}

impl Arguments {
    pub fn run(&self) -> Result<(), Failure> {
        let folder = tempfile::tempdir().map_err(|cause| Error::Io { path: std::env::temp_dir(), cause })?;
        let answers = write(folder.path(), self.sample.answers())?;
        let mut shared = self.shared.clone();
        if let (None, Some(study)) = (&shared.study, self.sample.study()) {
            shared.study = Some(write(folder.path(), study)?);
        }
        report::to_folder(&[answers], &self.output, self.force, &shared, TableOptions::default())
    }
}

fn write(folder: &Path, (name, content): (&str, &[u8])) -> Result<PathBuf, Error> {
    let path = folder.join(name);
    std::fs::write(&path, content).map_err(|cause| Error::Io { path: path.clone(), cause })?;
    Ok(path)
}
