//! Rows of the report's `keywords` and `keyness` arrays.

use schemars::JsonSchema;
use serde::Serialize;

use crate::metric::Group;
use crate::tally::TermKind;

/// A recurring keyword: a family of forms, a phrase or a word denied, counted in verbatims.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Keyword {
    /// Id of the open question.
    pub question: String,
    /// The most frequent form, which names it.
    pub label: String,
    /// What it is.
    pub kind: TermKind,
    /// Whether it names a subject; false for words that only deny, judge or measure (`pas`, `trop`).
    pub topic: bool,
    /// The forms found, most frequent first; `n` counts occurrences.
    pub forms: Vec<Form>,
    /// Verbatims that contain the keyword.
    pub n: u64,
    /// Share of the verbatims that contain it, 0…1.
    pub share: f64,
}

/// One form of a family.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Form {
    /// Lower-case form.
    pub form: String,
    /// Occurrences.
    pub n: u64,
}

/// What one group of answers says more than the other: counted in verbatims.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Keyness {
    /// Id of the open question.
    pub question: String,
    /// Id of the score that makes the groups.
    pub by: String,
    /// The group that says it more: detractors against promoters, low against high.
    pub group: Group,
    /// The keyword.
    pub label: String,
    /// What it is.
    pub kind: TermKind,
    /// Whether it names a subject; false for words that only deny, judge or measure (`pas`, `trop`).
    pub topic: bool,
    /// Verbatims of the group that contain it.
    pub n_in: u64,
    /// Verbatims of the opposite group that contain it.
    pub n_out: u64,
    /// Verbatims of the group.
    pub base_in: u64,
    /// Verbatims of the opposite group.
    pub base_out: u64,
    /// Log-likelihood G², which ranks.
    pub log_likelihood: f64,
    /// Two-sided p-value: Fisher's exact test, or χ² where every expected count is at least 5 (100 for a p under
    /// 0.001).
    pub p: f64,
    /// Its decimal logarithm, finite even where `p` is too small for a floating-point number.
    pub log10_p: f64,
    /// Benjamini–Hochberg q-value over the keywords tested.
    pub q: f64,
    /// Base-2 logarithm of the ratio of the two shares (half an occurrence added to each count).
    pub log_ratio: f64,
}
