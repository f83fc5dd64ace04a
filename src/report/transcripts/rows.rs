//! Rows of `transcripts` in a report: the calls, what was heard in them, and what that says together.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::read::InputFile;
use crate::transcript::evaluation::{self, FaultRow, Rates, TrendRow};
use crate::transcript::listening::{self, ItemRate, ListeningRate, Sign, StepRate};
use crate::transcript::{
    Attention, Basis, Cooccurrences, Emergences, Pairs, SpeakerRole, SpokenContrast, SpokenKind, Timing,
    Trouble,
};

/// What was read of a set of calls, and what it says.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Transcripts {
    /// Where the calls come from.
    pub source: CallSource,
    /// True when agents are numbered, not named.
    pub pseudonyms: bool,
    /// The grid of active listening and of the script.
    pub grid: GridSummary,
    /// The calls, by id.
    pub calls: Vec<CallRow>,
    /// Each point of active listening and each step of the script, with the turn that holds it.
    pub marks: Vec<MarkRow>,
    /// Active listening as the rules detect it: all calls, then by agent.
    pub listening: Vec<ListeningRate>,
    /// The customers' score where the rules detect active listening and elsewhere; null without scores on both sides.
    pub score_link: Option<ScoreLink>,
    /// How often each item of the grid is heard, in the order of the grid.
    pub items: Vec<ItemRate>,
    /// The same by agent, by agent then in the order of the grid.
    pub agents: Vec<AgentRow>,
    /// How often each step of the script is kept, in the order of the grid.
    pub steps: Vec<StepRate>,
    /// What people heard; null where no evaluation is given.
    pub evaluated: Option<EvaluatedCalls>,
    /// Keywords, phrases, denied words, by the number of calls that hold them.
    pub terms: Vec<TermRow>,
    /// Themes, by role.
    pub themes: Vec<CallThemeRow>,
    /// What one side says more than the other.
    pub contrasts: Vec<SpokenContrast>,
    /// What the agent says after what the client says.
    pub pairs: Pairs,
    /// Terms that are said near each other.
    pub cooccurrences: Cooccurrences,
    /// Terms by how their rate moves.
    pub emergence: Emergences,
    /// Calls to listen to, the first one first; never counted in a rate of evaluations.
    pub to_listen: Vec<ToListen>,
}

/// Where the calls come from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CallSource {
    /// Files of each format, by its id.
    pub formats: BTreeMap<String, u64>,
    /// Files that could not be read.
    pub troubles: Vec<Trouble>,
    /// Files that were passed over, and why.
    pub skipped: Vec<Trouble>,
    /// The table of the calls.
    pub table: Option<String>,
    /// What does not fit between the table and the calls.
    pub issues: Vec<String>,
    /// Transcripts that were read, with their fingerprints.
    pub files: Vec<InputFile>,
    /// The table of the calls, the evaluations, their plan, the grid: those that were given or found.
    pub tables: Vec<InputFile>,
}

/// The grid of active listening and of the script.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct GridSummary {
    /// Its name.
    pub label: String,
    /// The file; null for the one that the program has.
    pub file: Option<String>,
    /// Share of the points from which a call counts as listened to, 0…1.
    pub threshold: f64,
}

/// One call.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CallRow {
    /// Its id.
    pub id: String,
    /// Its file.
    pub file: String,
    /// The agent; null where nothing tells.
    pub agent: Option<String>,
    /// The queue.
    pub queue: Option<String>,
    /// When it began: `2026-09-07T10:12:00`.
    pub date: Option<String>,
    /// The customer's score.
    pub score: Option<f64>,
    /// Whether the matter was settled.
    pub resolved: Option<bool>,
    /// Its voices, in the order in which they are heard.
    pub voices: Vec<Voice>,
    /// Turns.
    pub turns: u64,
    /// How its time is shared, in milliseconds; null where the file has no times.
    pub timing: Option<Timing>,
    /// Active listening as the rules detect it; null where no voice is the agent's.
    pub listening: Option<CallListening>,
    /// Whether people heard active listening; null where nobody evaluated it.
    pub evaluated: Option<bool>,
    /// Steps of the script that apply, in the order of the grid.
    pub steps: Vec<CallStep>,
}

/// A voice of a call; its name stays in the file.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct Voice {
    /// Its part.
    pub role: SpeakerRole,
    /// How that is known.
    pub basis: Basis,
    /// How sure that is, 0…1.
    pub confidence: f64,
}

/// Active listening in one call.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CallListening {
    /// Points earned.
    pub points: f64,
    /// Points that could be earned.
    pub possible: f64,
    /// Points / possible, 0…1; null where nothing applies.
    pub score: Option<f64>,
    /// Whether that reaches the threshold and nothing eliminates.
    pub listened: Option<bool>,
    /// Whether an eliminating item was heard.
    pub eliminated: bool,
    /// Items that apply, in the order of the grid.
    pub items: Vec<CallItem>,
}

/// An item of the grid in one call.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CallItem {
    /// Id of the item.
    pub id: String,
    /// Times that it is heard.
    pub count: u64,
    /// Points that it earns, or takes away.
    pub points: f64,
}

/// A step of the script in one call.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CallStep {
    /// Id of the step.
    pub id: String,
    /// Whether it must be said, or must not.
    pub required: bool,
    /// Whether it is said where it is looked for.
    pub present: bool,
    /// When, in milliseconds; null where it is not said or the file has no times.
    pub at: Option<u64>,
}

/// What a mark proves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MarkKind {
    /// An item of active listening.
    Item,
    /// A step of the script.
    Step,
}

/// Where a point of active listening, or a step of the script, is heard.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MarkRow {
    /// Id of the call.
    pub call: String,
    /// The agent.
    pub agent: Option<String>,
    /// What it proves.
    pub kind: MarkKind,
    /// Id of the item or of the step.
    pub id: String,
    /// Name of it.
    pub label: String,
    /// Whether it is good or bad to hear.
    pub sign: Sign,
    /// Number of the turn, from 1.
    pub turn: u64,
    /// Line of the file, or number of the element in a JSON.
    pub line: u64,
    /// When, in milliseconds; null where the file has no times.
    pub at: Option<u64>,
    /// What is said around it, personal data masked, cut at words with `…`.
    pub text: String,
    /// The words that hold it: first character of `text` and the one after the last; alike for an interruption, which no
    /// word makes.
    pub mark: [usize; 2],
}

/// The calls of an agent.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct AgentRow {
    /// The agent.
    pub agent: String,
    /// Calls.
    pub calls: u64,
    /// How often each item is heard, in the order of the grid.
    pub items: Vec<ItemRate>,
    /// How often each step is kept, in the order of the grid.
    pub steps: Vec<StepRate>,
    /// Median of the talk ratios, 0…1; null without times.
    pub talk_ratio: Option<f64>,
    /// Interruptions of the client, a call with times.
    pub interruptions: Option<f64>,
    /// Median of the times to the first answer, in milliseconds.
    pub first_answer: Option<f64>,
    /// Median of the speech rates, in words per minute.
    pub words_per_minute: Option<f64>,
}

/// The customers' score with active listening, as the rules detect it, and without.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ScoreLink {
    /// Mean score with it.
    pub with: f64,
    /// Calls with it and a score.
    pub n_with: u64,
    /// Mean score without it.
    pub without: f64,
    /// Calls without it and a score.
    pub n_without: u64,
    /// Two-sided p-value of the Mann–Whitney test.
    pub p: f64,
}

/// What people heard in the calls.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct EvaluatedCalls {
    /// The file of the evaluations.
    pub file: String,
    /// The plan of the draw; null where none is given.
    pub plan: Option<PlanSummary>,
    /// Rates, from drawn calls alone where there is a plan.
    pub rates: Rates,
    /// How far evaluators agree with each other.
    pub agreement: evaluation::Agreement,
    /// Items over the periods.
    pub trends: Vec<TrendRow>,
    /// How far the rules agree with people about active listening; null where no call has both.
    pub detection: Option<listening::Agreement>,
    /// The same item by item.
    pub detection_items: Vec<ItemAgreement>,
    /// What could not be read in the evaluations.
    pub faults: Vec<FaultRow>,
}

/// A call to listen to.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ToListen {
    /// The agent.
    pub agent: Option<String>,
    /// Why.
    #[serde(flatten)]
    pub attention: Attention,
}

/// The plan of a draw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlanSummary {
    /// Its file.
    pub file: String,
    /// The seed.
    pub seed: u64,
    /// Calls drawn from each agent and period.
    pub per_stratum: u64,
    /// Calls that could be drawn.
    pub eligible: u64,
    /// Calls left out of the draw, such as those drawn before.
    pub excluded: u64,
    /// Calls drawn.
    pub drawn: u64,
}

/// How far the rules agree with people about an item.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ItemAgreement {
    /// Id of the item.
    pub id: String,
    /// Its name.
    pub label: String,
    /// The agreement.
    #[serde(flatten)]
    pub agreement: listening::Agreement,
}

/// A keyword, a phrase or a denied word of the calls.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct TermRow {
    /// The most frequent form.
    pub label: String,
    /// What it is.
    pub kind: SpokenKind,
    /// Who says it; null for all together.
    pub role: Option<SpeakerRole>,
    /// Calls that hold it.
    pub n: u64,
    /// Calls in which the role speaks.
    pub base: u64,
    /// n / base, 0…1.
    pub share: f64,
    /// Turns that hold it.
    pub turns: u64,
}

/// A theme in what a role says.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CallThemeRow {
    /// Name of the theme.
    pub label: String,
    /// Who speaks of it.
    pub role: SpeakerRole,
    /// Calls in which it is spoken of.
    pub n: u64,
    /// Calls in which the role speaks.
    pub base: u64,
    /// n / base, 0…1.
    pub share: f64,
}
