//! Rows of the report's `drivers` array.

use schemars::JsonSchema;
use serde::Serialize;

use crate::tally::TermKind;

/// What a driver is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DriverKind {
    /// A recurring keyword of an open question.
    Keyword,
    /// A phrase of an open question.
    Phrase,
    /// A keyword that the sentence denies.
    Negated,
}

impl From<TermKind> for DriverKind {
    fn from(kind: TermKind) -> Self {
        match kind {
            TermKind::Word => Self::Keyword,
            TermKind::Phrase => Self::Phrase,
            TermKind::Negated => Self::Negated,
        }
    }
}

/// What a topic does to a score. Base: answers that have the score and a verbatim.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Driver {
    /// Id of the score question.
    pub target: String,
    /// Id of the open question.
    pub question: String,
    /// What the driver is.
    pub kind: DriverKind,
    /// Stable id: the family's key.
    pub id: String,
    /// Name shown.
    pub label: String,
    /// Whether it names a subject; false for words that only deny, judge or measure (`pas`, `trop`).
    pub topic: bool,
    /// Answers that mention it.
    pub n: u64,
    /// Answers of the base: with a score and a verbatim.
    pub base: u64,
    /// Score of the answers that mention it.
    pub with: f64,
    /// Score of the other answers of the base.
    pub without: f64,
    /// `with` − `without`, in the target's unit (points).
    pub difference: f64,
    /// Score of the base minus the score without the answers that mention it: points at stake.
    pub impact: f64,
    /// Standard error of the impact.
    pub se: f64,
    /// Lower end of the interval of the impact.
    pub ci_low: f64,
    /// Upper end of the interval of the impact.
    pub ci_high: f64,
    /// Two-sided p-value of the difference.
    pub p: f64,
    /// Its decimal logarithm.
    pub log10_p: f64,
    /// Benjamini–Hochberg q-value over the keywords tested for this target.
    pub q: f64,
}
