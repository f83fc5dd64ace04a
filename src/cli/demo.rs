//! `barometre demo`: the sample studies, embedded in the program.

use std::path::{Path, PathBuf};

use barometre::error::Error;
use barometre::report::{CentreOptions, TableOptions};
use clap::{Args, ValueEnum};

use super::{Failure, centre, report, shared};

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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Sample {
    /// A telecom barometer: four quarterly waves, 2,400 answers
    #[default]
    Telecom,
    /// An HR pulse: eNPS and five items, twelve months, nine departments, with its study.toml
    Hr,
    /// A contact centre: six weeks of calls, tickets, agent states, roster, customers, leads, evaluations, two surveys
    Centre,
}

/// The files of the contact centre.
const CENTRE: [(&str, &[u8]); 11] = [
    ("centre.toml", include_bytes!("../../data/centre/centre.toml")),
    ("enquete.toml", include_bytes!("../../data/centre/enquete.toml")),
    ("appels.csv", include_bytes!("../../data/centre/appels.csv")),
    ("tickets.csv", include_bytes!("../../data/centre/tickets.csv")),
    ("etats.csv", include_bytes!("../../data/centre/etats.csv")),
    ("planning.csv", include_bytes!("../../data/centre/planning.csv")),
    ("clients.csv", include_bytes!("../../data/centre/clients.csv")),
    ("pistes.csv", include_bytes!("../../data/centre/pistes.csv")),
    ("evaluations.csv", include_bytes!("../../data/centre/evaluations.csv")),
    ("enquete.csv", include_bytes!("../../data/centre/enquete.csv")),
    ("enquete_agents.csv", include_bytes!("../../data/centre/enquete_agents.csv")),
];

impl Sample {
    /// Its files; the first one is analysed, or says what the others are.
    fn files(self) -> &'static [(&'static str, &'static [u8])] {
        match self {
            Self::Telecom => &[("telecom.csv", include_bytes!("../../data/telecom.csv"))],
            Self::Hr => &[
                ("pulse.csv", include_bytes!("../../data/pulse.csv")),
                ("pulse.toml", include_bytes!("../../data/pulse.toml")),
            ],
            Self::Centre => &CENTRE,
        }
    }
}

impl Arguments {
    pub fn run(&self) -> Result<(), Failure> {
        let folder = tempfile::tempdir().map_err(|cause| Error::Io { path: std::env::temp_dir(), cause })?;
        let written: Vec<PathBuf> =
            self.sample.files().iter().map(|file| write(folder.path(), *file)).collect::<Result<_, _>>()?;
        let mut shared = self.shared.clone();
        if self.sample == Sample::Centre {
            let options = CentreOptions {
                centre: written.first().cloned(),
                shared: shared.options(),
                ..CentreOptions::default()
            };
            return centre::to_folder(&options, &self.output, self.force, &shared);
        }
        if shared.study.is_none() {
            shared.study = written.get(1).cloned();
        }
        let answers = written.into_iter().take(1).collect::<Vec<_>>();
        report::to_folder(&answers, &self.output, self.force, &shared, TableOptions::default())
    }
}

fn write(folder: &Path, (name, content): (&str, &[u8])) -> Result<PathBuf, Error> {
    let path = folder.join(name);
    std::fs::write(&path, content).map_err(|cause| Error::Io { path: path.clone(), cause })?;
    Ok(path)
}
