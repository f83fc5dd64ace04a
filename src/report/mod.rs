//! The report: one struct that holds every number and sentence; renderers only read it.

mod amounts;
mod build;
mod document;
mod figures;
mod findings;
pub mod folder;
mod font;
pub mod html;
pub mod markdown;
mod method;
mod quotes;
mod rows;
#[cfg(test)]
mod sample;
mod sections;
mod tables;
pub mod terminal;
mod topic_tables;
mod topics;
mod understood;
mod words;

pub use build::{Options, Understood, build, understand};
pub use figures::figures;
pub use rows::REST;
pub use understood::understood;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::driver::Driver;
use crate::keyness::{Keyness, Keyword};
use crate::lang::Lang;
use crate::metric::{Comparison, Distribution, Estimate, Group};
use crate::study::Kind;

/// Version of the shape of `report.json`.
pub const SCHEMA_VERSION: u32 = 1;

/// Everything a report says.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Report {
    /// Version of this shape.
    pub schema_version: u32,
    /// The program that made it.
    pub generator: Generator,
    /// What was read and how it was understood.
    pub study: StudySummary,
    /// What there is to remember, in sentences, most important first.
    pub findings: Vec<Finding>,
    /// Scores: total, by wave, by segment, by wave and segment.
    pub metrics: Vec<Estimate>,
    /// Answers by value.
    pub distributions: Vec<Distribution>,
    /// Last wave against the one before, total and by segment; each segment against the rest.
    pub comparisons: Vec<Comparison>,
    /// Recurring keywords of each open question, most frequent first.
    pub keywords: Vec<Keyword>,
    /// What low scores say more than high ones, and the reverse.
    pub keyness: Vec<Keyness>,
    /// What moves each score, largest impact first.
    pub drivers: Vec<Driver>,
    /// Verbatims that illustrate drivers, personal data masked.
    pub quotes: Vec<Quote>,
    /// What a reader must know before using the numbers.
    pub warnings: Vec<WarningRow>,
}

/// Name and version of the program.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Generator {
    /// `barometre`.
    pub name: String,
    /// Version.
    pub version: String,
}

/// What was read and how it was understood.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct StudySummary {
    /// Title given in study.toml.
    pub title: Option<String>,
    /// Language of the report.
    pub language: Lang,
    /// Responses analysed.
    pub responses: u64,
    /// Rows read, kept, set aside by reason.
    pub rows: Rows,
    /// Files, in the order given.
    pub files: Vec<FileSummary>,
    /// Waves, in order of time.
    pub waves: Vec<String>,
    /// Column (and period) that makes the waves.
    pub wave: Option<WaveSummary>,
    /// Columns used as segments.
    pub segments: Vec<String>,
    /// True when weights were applied.
    pub weighted: bool,
    /// A cell with fewer answers carries no value.
    pub min_group: u64,
    /// Confidence level of the intervals.
    pub level: f64,
    /// Questions, the main score first.
    pub questions: Vec<QuestionSummary>,
}

/// Rows of the files.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Rows {
    /// Rows read, header apart.
    pub read: u64,
    /// Rows analysed.
    pub kept: u64,
    /// Rows left out, by reason (`blank`).
    pub set_aside: BTreeMap<String, u64>,
}

/// One file read.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct FileSummary {
    /// File name, without its folder.
    pub name: String,
    /// Rows read, header apart.
    pub rows: u64,
}

/// Where the waves come from.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct WaveSummary {
    /// Column.
    pub column: String,
    /// `month`, `quarter` or `year` of a date; null when the column names the waves.
    pub period: Option<String>,
    /// Responses without a wave: in the totals, in no wave.
    pub missing: u64,
}

/// One question and its base.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct QuestionSummary {
    /// Id.
    pub id: String,
    /// Column of the file.
    pub column: String,
    /// Kind.
    pub kind: Kind,
    /// Lowest and highest answer of a closed question.
    pub scale: Option<[f64; 2]>,
    /// True when the file's scale was turned: low + high − x.
    pub reversed: bool,
    /// Valid answers.
    pub answered: u64,
    /// No answer, by reason: `empty`, `code:99`, `code:Ne se prononce pas`.
    pub missing: BTreeMap<String, u64>,
}

/// A sentence worth remembering, in the report's language.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Finding {
    /// What kind of finding: `score`, `change`, `segment_change`, `low_segment`, `driver`, `positive_driver`,
    /// `no_driver`, `keyness`, `keyword`, `small_base`.
    pub code: String,
    /// The sentence.
    pub text: String,
}

/// A verbatim, personal data masked.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Quote {
    /// Id of the open question.
    pub question: String,
    /// Keyword that it illustrates: the label of a driver.
    pub keyword: String,
    /// File name.
    pub file: String,
    /// Row as the spreadsheet numbers it (header = 1).
    pub row: u64,
    /// Score given by the respondent to the main question.
    pub score: Option<f64>,
    /// Group of that score.
    pub group: Option<Group>,
    /// The text, personal data masked, long ones cut at a word with `…`.
    pub text: String,
}

/// Something to know before using the numbers.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct WarningRow {
    /// Stable code: `small-base`, `short-rows`…
    pub code: String,
    /// In the report's language.
    pub message: String,
}
