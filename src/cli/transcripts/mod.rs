//! `barometre transcripts`: what is said in calls.

mod draw;
mod init;
mod options;
mod parts;
mod redact;

use std::path::{Path, PathBuf};

use barometre::error::Error;
use barometre::report::{
    Report, TranscriptOptions, UnderstoodCalls, build_transcripts, folder, understand_calls,
};
use barometre::transcript::SpeakerRole;
use clap::{Args, Subcommand};

use super::parts::Format;
use super::presenting::Presenting;
use super::progress::Bar;
use super::{Failure, complain, print, report, shared};
use options::CallOptions;
use parts::Part;

/// Call transcripts: who speaks, how well the agent listens, what is said, the calls to listen to first.
///
/// Reads `WebVTT`, SRT (with RTTM for the speakers), JSON of speech engines (Whisper, `WhisperX`, AWS, Google, Azure,
/// Deepgram, monologues with timed words), CSV of turns, plain text (“Agent: …”), Transcriber; a file, a folder, a zip. A
/// file that cannot be read is told, and the others go on. Active listening is detected by a grid that you edit
/// (`transcripts init` writes it); each point names the turn that earned it. It is never mixed with what people evaluated.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    report: ReportArguments,
}

#[derive(Debug, Subcommand)]
enum Command {
    Draw(draw::Arguments),
    Redact(redact::Arguments),
    Init(init::Arguments),
}

/// The calls, and what is known of them.
#[derive(Debug, Clone, Args)]
pub struct Files {
    /// Transcripts: files, folders, zip archives
    #[arg(value_name = "DIR|FILE", required = true)]
    paths: Vec<PathBuf>,
    /// Table of the calls: id, agent, queue, date, score, resolved; one found beside them otherwise
    #[arg(long, value_name = "FILE")]
    calls: Option<PathBuf>,
    /// Roles of speakers by name: `SPEAKER_00=agent,SPEAKER_01=client`; by their names and words otherwise
    #[arg(long, value_name = "NAME=ROLE", value_delimiter = ',', value_parser = speaker)]
    speakers: Vec<(String, SpeakerRole)>,
}

/// What `barometre transcripts DIR` takes.
#[derive(Debug, Clone, Args)]
struct ReportArguments {
    #[command(flatten)]
    files: Files,
    /// Folder to write; created when absent
    #[arg(short, long, value_name = "DIR", required_unless_present = "format")]
    output: Option<PathBuf>,
    /// Print parts to stdout instead of writing a folder
    #[arg(long, value_enum, conflicts_with = "output")]
    format: Option<Format>,
    /// Parts to print, with --format; the calls otherwise
    #[arg(long, value_enum, value_delimiter = ',', requires = "format", conflicts_with = "output")]
    only: Vec<Part>,
    /// Grid of active listening and of the script; the one that the program has otherwise
    #[arg(long, value_name = "GRID.toml")]
    grid: Option<PathBuf>,
    /// Evaluations by people: call, evaluator, active listening, one column per item
    #[arg(long, value_name = "FILE")]
    evaluations: Option<PathBuf>,
    /// Plan of `transcripts draw`: rates of evaluations come from the calls that it drew
    #[arg(long, value_name = "FILE")]
    plan: Option<PathBuf>,
    /// Show the names of agents instead of numbers
    #[arg(long)]
    agent_names: bool,
    /// Write the transcripts, without personal data, into the folder too
    #[arg(long, conflicts_with = "format")]
    export: bool,
    /// Write into a folder that barometre did not write
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    presenting: Presenting,
    #[command(flatten)]
    options: CallOptions,
}

impl Arguments {
    pub fn run(&self) -> Result<(), Failure> {
        match &self.command {
            Some(Command::Draw(arguments)) => arguments.run(),
            Some(Command::Redact(arguments)) => arguments.run(),
            Some(Command::Init(arguments)) => arguments.run(),
            None => self.report.run(),
        }
    }

    /// Language and threads asked for.
    pub fn common(&self) -> (Option<barometre::Lang>, Option<u16>) {
        let of = |options: &CallOptions| (options.lang, options.threads);
        match &self.command {
            Some(Command::Draw(arguments)) => of(&arguments.options),
            Some(Command::Redact(arguments)) => of(&arguments.options),
            Some(Command::Init(arguments)) => (arguments.lang, None),
            None => of(&self.report.options),
        }
    }
}

impl Files {
    /// As the library takes them.
    fn options(&self, shared: &shared::Shared) -> TranscriptOptions {
        TranscriptOptions {
            paths: self.paths.clone(),
            metadata: self.calls.clone(),
            speakers: self.speakers.clone(),
            shared: shared.options(),
            ..TranscriptOptions::default()
        }
    }
}

impl Files {
    /// Refuses a folder that holds the calls themselves: they would be replaced.
    fn not_over(&self, output: &Path) -> Result<(), Failure> {
        let Ok(output) = output.canonicalize() else { return Ok(()) };
        let over = |path: &&PathBuf| {
            let path = path.canonicalize().unwrap_or_default();
            path == output || path.parent() == Some(&output) && path.is_file()
        };
        if self.paths.iter().any(|path| over(&path)) {
            return Err(Error::OverInput { path: output }.into());
        }
        Ok(())
    }
}

impl ReportArguments {
    fn run(&self) -> Result<(), Failure> {
        let shared = self.options.shared();
        let options = TranscriptOptions {
            grid: self.grid.clone(),
            evaluations: self.evaluations.clone(),
            plan: self.plan.clone(),
            agent_names: self.agent_names,
            export: self.export,
            ..self.files.options(&shared)
        };
        if let Some(folder) = &self.output {
            return to_folder(options, folder, self.force, &shared, &self.presenting);
        }
        let (report, _) = analyse(&options, &shared)?;
        let only = if self.only.is_empty() { &[Part::Calls][..] } else { &self.only };
        print(&parts::render(&report, only, self.format.unwrap_or_default())?)?;
        report::check(&report, &shared)
    }
}

/// Reads the calls, writes the folder, prints the summary.
pub fn to_folder(
    mut options: TranscriptOptions,
    folder: &Path,
    force: bool,
    shared: &shared::Shared,
    presenting: &Presenting,
) -> Result<(), Failure> {
    folder::check(folder, force)?;
    options.shared = presenting.of_folder(options.shared);
    let (report, outputs) = analyse(&options, shared)?;
    let written = folder::write_with(&report, folder, force, &outputs)?;
    presenting.finish(&report, &written, folder, shared)
}

/// Reads the calls and says what was understood; with the transcripts to export, and what was read.
pub fn analyse(
    options: &TranscriptOptions,
    shared: &shared::Shared,
) -> Result<(Report, folder::Outputs), Failure> {
    let understood = understand(options, shared)?;
    let bar = Bar::new(shared.quiet);
    let progress = |done: u64, calls: u64| bar.show(done, calls);
    let transcripts = if options.export { understood.exported() } else { Vec::new() };
    let inputs = [options.inputs(), understood.corpus.paths.clone()].concat();
    let report = build_transcripts(understood, options, &progress)?;
    if !shared.quiet {
        // What was told when the files were opened is not told twice.
        let told = ["unread-transcript", "call-table"];
        for warning in report.warnings.iter().filter(|warning| !told.contains(&warning.code.as_str())) {
            complain(report.study.language.pick("attention\u{a0}: ", "warning: "), &warning.message);
        }
    }
    Ok((report, folder::Outputs { transcripts, inputs }))
}

/// Opens the calls and says on the terminal how they were understood.
fn understand(options: &TranscriptOptions, shared: &shared::Shared) -> Result<UnderstoodCalls, Failure> {
    let understood = understand_calls(options)?;
    if !shared.quiet {
        complain("", &understood.told().join("\n"));
    }
    Ok(understood)
}

fn speaker(text: &str) -> Result<(String, SpeakerRole), String> {
    let expected = "NAME=ROLE is expected, the role being agent, client or other: SPEAKER_00=agent";
    let (name, role) = text.rsplit_once('=').filter(|(name, _)| !name.trim().is_empty()).ok_or(expected)?;
    let role = match role.trim().to_lowercase().as_str() {
        "agent" | "conseiller" => SpeakerRole::Agent,
        "client" | "customer" => SpeakerRole::Client,
        "other" | "autre" => SpeakerRole::Other,
        _ => return Err(expected.to_owned()),
    };
    Ok((name.trim().to_owned(), role))
}
