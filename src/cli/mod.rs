//! The commands: one file each, its arguments, its help, a call into the library.

mod centre;
mod chart;
mod compare;
mod completions;
mod concordance;
mod demo;
mod init;
mod keywords;
mod man;
mod parts;
mod presenting;
mod processing;
mod progress;
mod redact;
mod report;
mod schema;
mod shared;
mod tables;
mod themes;
mod tokens;
mod transcripts;

use std::io::{ErrorKind, Write};

use barometre::Lang;
use barometre::error::Error;
use clap::{Parser, Subcommand};

use parts::Part;

/// Reads survey answers and says what moves the score.
///
/// Scores (NPS, eNPS, CSAT, CES, ratings) with their intervals, the words of the verbatims, in French, and
/// which of them go with low scores.
///
/// Results go to stdout, everything else to stderr. Exit code: 0 done; 1 done, but a target is missed (--check); 2 the command could not be carried
/// out, and the message says what to change.
#[derive(Debug, Parser)]
#[command(name = "barometre", version, propagate_version = true, max_term_width = 100)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Demo(demo::Arguments),
    Report(report::Arguments),
    Init(init::Arguments),
    /// Scores by wave and segment.
    Metrics(parts::Arguments),
    Tables(tables::Arguments),
    Compare(compare::Arguments),
    Keywords(keywords::Arguments),
    Themes(themes::Arguments),
    /// What moves the score: score with and without each theme and keyword, points at stake; and, but in CSV, how much
    /// each rated dimension counts and what to fix first.
    Drivers(parts::Arguments),
    Concordance(concordance::Arguments),
    Chart(chart::Arguments),
    Centre(Box<centre::Arguments>),
    Transcripts(Box<transcripts::Arguments>),
    Redact(redact::Arguments),
    Processing(processing::Arguments),
    Tokens(tokens::Arguments),
    Schema(schema::Arguments),
    Man(man::Arguments),
    Completions(completions::Arguments),
}

/// Why a command ends without a result.
#[derive(Debug)]
pub enum Failure {
    /// The error to show.
    Refused(Error),
    /// A requested check failed: the targets missed.
    Missed(Vec<String>),
    /// The reader of our output left: no error.
    PipeClosed,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error {
            Error::Io { cause, .. } if cause.kind() == ErrorKind::BrokenPipe => Self::PipeClosed,
            error => Self::Refused(error),
        }
    }
}

impl Arguments {
    /// Carries the command out.
    pub fn run(&self) -> Result<(), Failure> {
        match &self.command {
            Command::Demo(arguments) => arguments.run(),
            Command::Report(arguments) => arguments.run(),
            Command::Init(arguments) => arguments.run(),
            Command::Metrics(arguments) => arguments.run(&[Part::Metrics]),
            Command::Tables(arguments) => arguments.run(),
            Command::Compare(arguments) => arguments.run(),
            Command::Keywords(arguments) => arguments.run(),
            Command::Themes(arguments) => arguments.run(),
            Command::Drivers(arguments) => {
                arguments.run(&[Part::Drivers, Part::Importance, Part::Priorities])
            }
            Command::Concordance(arguments) => arguments.run(),
            Command::Chart(arguments) => arguments.run(),
            Command::Centre(arguments) => arguments.run(),
            Command::Transcripts(arguments) => arguments.run(),
            Command::Redact(arguments) => arguments.run(),
            Command::Processing(arguments) => arguments.run(),
            Command::Tokens(arguments) => arguments.run(),
            Command::Schema(arguments) => arguments.run(),
            Command::Man(arguments) => arguments.run(),
            Command::Completions(arguments) => arguments.run(),
        }
    }

    /// Language of messages on the terminal: `--lang`, else the locale's, else French.
    pub fn terminal_lang(&self) -> Lang {
        let own = match &self.command {
            Command::Centre(a) => a.lang(),
            _ => None,
        };
        own.or(self.common().0).unwrap_or_else(locale)
    }

    /// Gives Polars the number of threads asked for; it reads it once, when it starts.
    pub fn limit_engine_threads(&self) {
        if let Some(threads) = self.common().1 {
            // SAFETY: called first thing in main, before any thread exists.
            #[expect(unsafe_code, reason = "the only way to tell Polars, and no thread runs yet")]
            unsafe {
                std::env::set_var("POLARS_MAX_THREADS", threads.to_string());
            }
        }
    }

    /// Language and threads asked for.
    fn common(&self) -> (Option<Lang>, Option<u16>) {
        let shared = match &self.command {
            Command::Demo(a) => Some(&a.shared),
            Command::Report(a) => Some(&a.shared),
            Command::Init(a) => Some(&a.shared),
            Command::Compare(a) => Some(&a.shared),
            Command::Metrics(a) | Command::Drivers(a) => Some(&a.shared),
            Command::Keywords(a) => Some(&a.parts.shared),
            Command::Themes(a) => Some(&a.parts.shared),
            Command::Tables(a) => Some(&a.shared),
            Command::Concordance(a) => Some(&a.shared),
            Command::Chart(a) => Some(&a.shared),
            Command::Centre(a) => a.shared(),
            Command::Transcripts(a) => return a.common(),
            Command::Redact(a) => Some(&a.shared),
            Command::Processing(a) => Some(&a.shared),
            Command::Tokens(_) | Command::Schema(_) | Command::Man(_) | Command::Completions(_) => None,
        };
        shared.map_or((None, None), |shared| (shared.lang, shared.threads))
    }
}

/// Language of the locale; French where it says neither French nor English.
fn locale() -> Lang {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    let first = set.into_iter().find(|value| !value.is_empty()).unwrap_or_default();
    if first.starts_with("en") { Lang::En } else { Lang::Fr }
}

/// Prints a message that is no result.
pub fn complain(prefix: &str, message: &str) {
    // A reader of stderr that left is no error either.
    let _ = writeln!(std::io::stderr(), "{prefix}{message}");
}

/// Prints a result.
fn print(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())
        .and_then(|()| out.flush())
        .map_err(|e| Error::Io { path: "stdout".into(), cause: e }.into())
}
