//! `barometre centre report`: the indicators of a centre.

use std::path::PathBuf;

use barometre::centre::{Breakdown, Dimension, Period};
use barometre::report::{CentreOptions, Report, build_centre, folder, understand_centre};
use clap::{Args, ValueEnum};

use super::super::parts::{self, Format, Part};
use super::super::presenting::Presenting;
use super::super::progress::Bar;
use super::super::{Failure, complain, print, report, shared};

/// Every indicator of the centre, against its target, over time, linked to satisfaction.
///
/// A duration is in seconds, mm:ss, h:mm:ss or a time of a spreadsheet. Offered calls are those of opening hours that
/// asked for an agent: answered, abandoned, overflowed, called back; who hangs up in the voice menu was not offered. The
/// service level is the share answered within 20 seconds of queue and ring, of the calls answered or abandoned; other
/// readings stand beside it under their names. The intervals describe the process behind a complete log; they count
/// agents, or days, as the units that vary.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    files: super::Files,
    /// Folder to write; created when absent
    #[arg(short, long, value_name = "DIR", required_unless_present = "format")]
    output: Option<PathBuf>,
    /// Print the indicators to stdout instead of writing a folder
    #[arg(long, value_enum, conflicts_with = "output")]
    format: Option<Format>,
    /// Parts to print, with --format; the indicators otherwise
    #[arg(long, value_enum, value_delimiter = ',', requires = "format", conflicts_with = "output")]
    only: Vec<Part>,
    /// Breakdowns beside those of every report
    #[arg(long, value_enum, value_delimiter = ',')]
    by: Vec<By>,
    /// Show the names of agents instead of numbers
    #[arg(long)]
    agent_names: bool,
    /// Write into a folder that barometre did not write
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    presenting: Presenting,
    #[command(flatten)]
    pub shared: shared::Shared,
}

/// A breakdown.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum By {
    HalfHour,
    Hour,
    Day,
    Week,
    Month,
    Queue,
    Agent,
    Reason,
    Channel,
    Direction,
}

impl From<By> for Breakdown {
    fn from(by: By) -> Self {
        match by {
            By::HalfHour => Self::Period(Period::HalfHour),
            By::Hour => Self::Period(Period::Hour),
            By::Day => Self::Period(Period::Day),
            By::Week => Self::Period(Period::Week),
            By::Month => Self::Period(Period::Month),
            By::Queue => Self::Dimension(Dimension::Queue),
            By::Agent => Self::Dimension(Dimension::Agent),
            By::Reason => Self::Dimension(Dimension::Reason),
            By::Channel => Self::Dimension(Dimension::Channel),
            By::Direction => Self::Dimension(Dimension::Direction),
        }
    }
}

impl Arguments {
    pub fn run(&self) -> Result<(), Failure> {
        let options = CentreOptions {
            by: self.by.iter().map(|by| Breakdown::from(*by)).collect(),
            agent_names: self.agent_names,
            ..self.files.options(&self.shared)
        };
        if let Some(folder) = &self.output {
            return to_folder(options, folder, self.force, &self.shared, &self.presenting);
        }
        let report = analyse(&options, &self.shared)?;
        let only = if self.only.is_empty() { &[Part::Indicators][..] } else { &self.only };
        print(&parts::render(&report, only, self.format.unwrap_or_default())?)?;
        report::check(&report, &self.shared)
    }
}

/// Counts the files, writes the folder, prints the summary.
pub fn to_folder(
    mut options: CentreOptions,
    folder: &std::path::Path,
    force: bool,
    shared: &shared::Shared,
    presenting: &Presenting,
) -> Result<(), Failure> {
    folder::check(folder, force)?;
    options.shared = presenting.of_folder(options.shared);
    let report = analyse(&options, shared)?;
    let outputs = folder::Outputs { inputs: options.inputs(), ..folder::Outputs::default() };
    let written = folder::write_with(&report, folder, force, &outputs)?;
    presenting.finish(&report, &written, folder, shared)
}

/// Counts the files and says what was understood.
pub fn analyse(options: &CentreOptions, shared: &shared::Shared) -> Result<Report, Failure> {
    let bar = Bar::new(shared.quiet);
    let progress = |done: u64, rows: u64| bar.show(done, rows);
    let understood = understand_centre(options, &progress)?;
    if !shared.quiet {
        complain("", &understood.told().join("\n"));
    }
    let report = build_centre(understood, options, &progress)?;
    if !shared.quiet {
        for warning in &report.warnings {
            complain(report.study.language.pick("attention\u{a0}: ", "warning: "), &warning.message);
        }
    }
    Ok(report)
}
