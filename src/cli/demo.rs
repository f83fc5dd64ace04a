//! `barometre demo`: the sample studies, embedded in the program.

use std::path::{Path, PathBuf};

use barometre::error::Error;
use barometre::report::folder::Outputs;
use barometre::report::{CentreOptions, TableOptions, TranscriptOptions};
use clap::{Args, ValueEnum};

use super::{Failure, centre, report, shared, transcripts};

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
    /// Forty calls of a customer service, transcribed in four formats, with evaluations of those drawn at random
    Transcripts,
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

/// Files of `data/transcripts/` with their content.
macro_rules! calls {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../data/transcripts/", $name)).as_slice())),*]
    };
}

/// The calls, the table of the calls, the evaluations and the plan by which their calls were drawn.
const TRANSCRIPTS: &[(&str, &[u8])] = calls![
    "appel-01.vtt",
    "appel-02.txt",
    "appel-03.csv",
    "appel-04.json",
    "appel-05.vtt",
    "appel-06.csv",
    "appel-07.json",
    "appel-08.txt",
    "appel-09.vtt",
    "appel-10.csv",
    "appel-11.json",
    "appel-12.txt",
    "appel-13.vtt",
    "appel-14.csv",
    "appel-15.txt",
    "appel-16.vtt",
    "appel-17.csv",
    "appel-18.json",
    "appel-19.vtt",
    "appel-20.csv",
    "appel-21.txt",
    "appel-22.txt",
    "appel-23.vtt",
    "appel-24.json",
    "appel-25.txt",
    "appel-26.json",
    "appel-27.txt",
    "appel-28.csv",
    "appel-29.csv",
    "appel-30.json",
    "appel-31.csv",
    "appel-32.vtt",
    "appel-33.json",
    "appel-34.txt",
    "appel-35.vtt",
    "appel-36.vtt",
    "appel-37.txt",
    "appel-38.csv",
    "appel-39.json",
    "appel-40.json",
    "appels.csv",
    "evaluations.csv",
    "plan.csv",
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
            Self::Transcripts => TRANSCRIPTS,
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
            return centre::to_folder(&options, (&self.output, self.force), None, &shared);
        }
        if self.sample == Sample::Transcripts {
            let options = TranscriptOptions {
                paths: vec![folder.path().to_path_buf()],
                metadata: Some(folder.path().join("appels.csv")),
                evaluations: Some(folder.path().join("evaluations.csv")),
                plan: Some(folder.path().join("plan.csv")),
                shared: shared.options(),
                ..TranscriptOptions::default()
            };
            return transcripts::to_folder(&options, (&self.output, self.force), None, &shared);
        }
        if shared.study.is_none() {
            shared.study = written.get(1).cloned();
        }
        let answers = written.into_iter().take(1).collect::<Vec<_>>();
        let (folder, outputs) = ((self.output.as_path(), self.force), Outputs::default());
        report::to_folder(&answers, folder, &outputs, &shared, TableOptions::default())
    }
}

fn write(folder: &Path, (name, content): (&str, &[u8])) -> Result<PathBuf, Error> {
    let path = folder.join(name);
    std::fs::write(&path, content).map_err(|cause| Error::Io { path: path.clone(), cause })?;
    Ok(path)
}
