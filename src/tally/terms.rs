//! The terms of an open question: how many verbatims hold each of them, and with which scores.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use schemars::JsonSchema;
use serde::Serialize;

use super::quotes::Candidates;
use crate::text::{LanguageCount, is_topic};

/// Groups of the main score for which candidates are kept apart: good, middling, bad.
pub const GROUPS: usize = 3;

/// What a term is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum TermKind {
    /// A family of forms: “délai”, “délais”.
    #[default]
    Word,
    /// Words that belong together: “temps d'attente”.
    Phrase,
    /// A word that the sentence denies: “pas satisfait”.
    Negated,
}

/// Counts of one term.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Term {
    /// What it is.
    pub kind: TermKind,
    /// Of a word that is denied, whether it names a subject.
    pub topic: bool,
    /// Verbatims that hold it.
    pub n: u64,
    /// Of those, how many give each value of each target, one target after the other.
    pub scores: Vec<u64>,
    /// Occurrences of each form.
    pub forms: FxHashMap<Box<str>, u64>,
    /// Verbatims to quote, for good, middling and bad scores.
    pub quotes: [Candidates; GROUPS],
}

impl Term {
    fn merge(&mut self, other: Self) {
        self.kind = self.kind.max(other.kind);
        self.topic |= other.topic;
        self.n += other.n;
        if self.scores.is_empty() {
            self.scores = other.scores;
        } else {
            for (a, b) in self.scores.iter_mut().zip(other.scores) {
                *a += b;
            }
        }
        for (form, n) in other.forms {
            *self.forms.entry(form).or_default() += n;
        }
        for (mine, theirs) in self.quotes.iter_mut().zip(&other.quotes) {
            mine.merge(theirs);
        }
    }

    /// Whether a term of this label names a subject; words that deny, judge or measure do not.
    #[must_use]
    pub fn is_topic(&self, label: &str) -> bool {
        match self.kind {
            TermKind::Word => is_topic(label),
            TermKind::Phrase => true,
            TermKind::Negated => self.topic,
        }
    }

    /// The most frequent form, ties by the alphabet.
    #[must_use]
    pub fn label(&self) -> Option<&str> {
        self.forms.iter().max_by(|a, b| a.1.cmp(b.1).then(b.0.cmp(a.0))).map(|(form, _)| &**form)
    }

    /// Forms, most frequent first, ties by the alphabet; the first is the label.
    #[must_use]
    pub fn sorted_forms(&self) -> Vec<(&str, u64)> {
        let mut forms: Vec<(&str, u64)> = self.forms.iter().map(|(form, n)| (&**form, *n)).collect();
        forms.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        forms
    }
}

/// The verbatims of one open question and their terms.
#[derive(Debug, Clone, PartialEq)]
pub struct Terms {
    /// Verbatims in a language that is known.
    pub answered: u64,
    /// No verbatim, by reason.
    pub missing: BTreeMap<String, u64>,
    /// Languages of the verbatims, those left out included.
    pub languages: LanguageCount,
    /// Verbatims by value of each target, one target after the other.
    pub scores: Vec<u64>,
    /// Counts by key: that of a family, those of the families of a phrase, `¬` and that of the family denied.
    pub terms: FxHashMap<Box<str>, Term>,
}

impl Terms {
    /// No verbatim; `width` values of all targets together.
    #[must_use]
    pub fn new(width: usize) -> Self {
        Self {
            answered: 0,
            missing: BTreeMap::new(),
            languages: LanguageCount::default(),
            scores: vec![0; width],
            terms: FxHashMap::default(),
        }
    }

    /// Adds the counts of other verbatims.
    pub fn merge(&mut self, other: Self) {
        self.answered += other.answered;
        for (reason, n) in other.missing {
            *self.missing.entry(reason).or_default() += n;
        }
        self.languages.merge(&other.languages);
        for (a, b) in self.scores.iter_mut().zip(other.scores) {
            *a += b;
        }
        if self.terms.is_empty() {
            self.terms = other.terms;
            return;
        }
        for (key, term) in other.terms {
            self.add(key, term);
        }
    }

    /// Adds the counts of a term.
    pub(super) fn add(&mut self, key: Box<str>, term: Term) {
        self.terms.entry(key).or_default().merge(term);
    }
}
