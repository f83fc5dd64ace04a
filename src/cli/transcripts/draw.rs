//! `barometre transcripts draw`: which calls people should evaluate.

use std::num::NonZeroU64;
use std::path::{Path, PathBuf};

use barometre::error::Error;
use barometre::report::{TranscriptOptions, draw_calls, folder, planned_calls};
use barometre::transcript::{Draw, SamplingPeriod};
use clap::Args;

use super::super::{Failure, complain, print};
use super::options::CallOptions;

/// Draws calls at random for people to evaluate: a set number per agent and period, by a seed that the plan logs.
///
/// The same seed draws the same calls, on any machine and in any order of the files; a new call of one agent changes
/// nothing for the others. Rates with an interval come from drawn calls alone: give the plan back with --plan.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    files: super::Files,
    /// Calls to draw of each agent in each period
    #[arg(short = 'n', long, value_name = "N", default_value = "3")]
    per_agent: NonZeroU64,
    /// Periods within which calls are drawn
    #[arg(long, value_enum, default_value = "month")]
    period: SamplingPeriod,
    /// Seed of the draw
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    seed: u64,
    /// Plan of an earlier draw, whose calls are left out
    #[arg(long, value_name = "PLAN.csv")]
    exclude: Vec<PathBuf>,
    /// Plan to write; stdout otherwise
    #[arg(short, long, value_name = "PLAN.csv")]
    output: Option<PathBuf>,
    /// Also write a blank sheet to fill in: a row per drawn call, a column per item of the grid
    #[arg(long, value_name = "SHEET.csv")]
    blank_sheet: Option<PathBuf>,
    /// Grid whose items are the columns of the sheet; the one that the program has otherwise
    #[arg(long, value_name = "GRID.toml")]
    grid: Option<PathBuf>,
    /// Replace the files if they exist
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    pub options: CallOptions,
}

impl Arguments {
    pub fn run(&self) -> Result<(), Failure> {
        let shared = self.options.shared();
        let options = TranscriptOptions { grid: self.grid.clone(), ..self.files.options(&shared) };
        let inputs = [options.inputs(), self.exclude.clone()].concat();
        let mut written = self.output.iter().chain(&self.blank_sheet);
        written.try_for_each(|path| folder::check_file(path, self.force, &inputs))?;
        if let Some(path) = self.output.as_ref().filter(|path| self.blank_sheet.as_ref() == Some(path)) {
            return Err(Error::SameOutput { path: path.clone() }.into());
        }
        let understood = super::understand(&options, &shared)?;
        let mut draw = Draw {
            per_stratum: self.per_agent,
            period: self.period,
            seed: self.seed,
            exclude: std::collections::BTreeSet::new(),
        };
        for plan in &self.exclude {
            draw.exclude.extend(planned_calls(plan, &options)?);
        }
        let (plan, sheet) = draw_calls(&understood, &draw);
        let lang = understood.lang;
        if !self.options.quiet {
            let (drawn, eligible) = (lang.count(plan.drawn.len() as u64), lang.count(plan.eligible));
            let said = lang.pick(
                format!("appels tirés au sort : {drawn} sur {eligible}, graine {}", plan.seed),
                format!("calls drawn at random: {drawn} of {eligible}, seed {}", plan.seed),
            );
            complain("", &said);
            if plan.strata.iter().all(|stratum| stratum.agent.is_none()) {
                let said = lang.pick(
                    "Aucun agent connu : le tirage porte sur tous les appels ensemble (--calls TABLE donne les agents).",
                    "No agent known: the draw is over all calls together (--calls TABLE gives the agents).",
                );
                complain("", &lang.typeset(said.to_owned()));
            }
        }
        let text = plan.to_csv(lang);
        let write = |path: &Path, text: &str| folder::replace(path, text.as_bytes());
        match &self.output {
            Some(path) => write(path, &text)?,
            None => print(&text)?,
        }
        if let Some(path) = &self.blank_sheet {
            write(path, &sheet)?;
        }
        Ok(())
    }
}
