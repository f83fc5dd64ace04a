//! `barometre centre`: the contact centre.

mod explain;
mod init;
mod list;
mod report;
mod staffing;

use std::path::PathBuf;

use barometre::centre::TableKind;
use barometre::report::CentreOptions;
use clap::{Args, Subcommand};

pub use report::{analyse, to_folder};

use super::{Failure, shared};

/// The contact centre: indicators from calls, tickets, agent states, roster, customers, leads, evaluations, surveys.
///
/// 49 indicators, each with its definition, its base and its interval: quality of service, service level, handle time,
/// first contact resolution, occupancy, cost, backlog… `centre list` names them, `centre explain DMT` explains one by any
/// of its names.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Report(Box<report::Arguments>),
    Init(Box<init::Arguments>),
    List(list::Arguments),
    Explain(explain::Arguments),
    Staffing(staffing::Arguments),
}

impl Arguments {
    pub fn run(&self) -> Result<(), Failure> {
        match &self.command {
            Command::Report(arguments) => arguments.run(),
            Command::Init(arguments) => arguments.run(),
            Command::List(arguments) => arguments.run(),
            Command::Explain(arguments) => arguments.run(),
            Command::Staffing(arguments) => arguments.run(),
        }
    }

    /// Options that a command shares with the others.
    pub fn shared(&self) -> Option<&shared::Shared> {
        match &self.command {
            Command::Report(arguments) => Some(&arguments.shared),
            Command::Init(arguments) => Some(&arguments.shared),
            Command::List(_) | Command::Explain(_) | Command::Staffing(_) => None,
        }
    }

    /// Language asked for.
    pub fn lang(&self) -> Option<barometre::Lang> {
        match &self.command {
            Command::List(arguments) => arguments.lang,
            Command::Explain(arguments) => arguments.lang,
            Command::Staffing(arguments) => arguments.lang,
            Command::Report(_) | Command::Init(_) => None,
        }
    }
}

/// The files of a centre: each is recognised by its columns, or named for what it is.
#[derive(Debug, Clone, Args)]
pub struct Files {
    /// Files of the centre, whatever they are: each table is recognised by its columns
    #[arg(value_name = "FILE")]
    any: Vec<PathBuf>,
    /// Calls, one row each
    #[arg(long, value_name = "FILE")]
    calls: Vec<PathBuf>,
    /// Tickets, e-mails, chats
    #[arg(long, value_name = "FILE")]
    tickets: Vec<PathBuf>,
    /// States of the agents: agent, state, start, end
    #[arg(long, value_name = "FILE")]
    states: Vec<PathBuf>,
    /// Scheduled and absent hours
    #[arg(long, value_name = "FILE")]
    roster: Vec<PathBuf>,
    /// Customers with their first and last day
    #[arg(long, value_name = "FILE")]
    customers: Vec<PathBuf>,
    /// Leads with their contact and conversion
    #[arg(long, value_name = "FILE")]
    leads: Vec<PathBuf>,
    /// Evaluations of interactions: active listening, marks
    #[arg(long, value_name = "FILE")]
    evaluations: Vec<PathBuf>,
    /// Answers of customers, joined to calls by id, or by customer and nearest time
    #[arg(long, value_name = "FILE")]
    survey: Vec<PathBuf>,
    /// Answers of agents
    #[arg(long, value_name = "FILE")]
    agent_survey: Vec<PathBuf>,
    /// File that says what the columns and words are, opening hours, targets, costs
    #[arg(long, value_name = "centre.toml")]
    centre: Option<PathBuf>,
}

impl Files {
    /// As the library takes them.
    fn options(&self, shared: &shared::Shared) -> CentreOptions {
        let of = |kind: Option<TableKind>, paths: &[PathBuf]| -> Vec<(Option<TableKind>, PathBuf)> {
            paths.iter().map(|path| (kind, path.clone())).collect()
        };
        let files = [
            of(Some(TableKind::Calls), &self.calls),
            of(Some(TableKind::Tickets), &self.tickets),
            of(Some(TableKind::States), &self.states),
            of(Some(TableKind::Roster), &self.roster),
            of(Some(TableKind::Customers), &self.customers),
            of(Some(TableKind::Leads), &self.leads),
            of(Some(TableKind::Evaluations), &self.evaluations),
            of(Some(TableKind::Survey), &self.survey),
            of(Some(TableKind::AgentSurvey), &self.agent_survey),
            of(None, &self.any),
        ];
        CentreOptions {
            centre: self.centre.clone(),
            files: files.concat(),
            shared: shared.options(),
            ..CentreOptions::default()
        }
    }
}
