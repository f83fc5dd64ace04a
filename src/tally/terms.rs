//! The words of an open question: how many verbatims hold each family, and with which scores.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::quotes::Candidates;
use crate::text::LanguageCount;

/// Groups of the main score for which candidates are kept apart: good, middling, bad.
pub const GROUPS: usize = 3;

/// Counts of one family.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Family {
    /// Verbatims that hold it.
    pub n: u64,
    /// Of those, how many give each value of each target, one target after the other.
    pub scores: Vec<u64>,
    /// Occurrences of each form.
    pub forms: FxHashMap<Box<str>, u64>,
    /// Verbatims to quote, for good, middling and bad scores.
    pub quotes: [Candidates; GROUPS],
}

impl Family {
    fn merge(&mut self, other: Self) {
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

/// The verbatims of one open question.
#[derive(Debug, Clone, PartialEq)]
pub struct Terms {
    /// Verbatims.
    pub answered: u64,
    /// No verbatim, by reason.
    pub missing: BTreeMap<String, u64>,
    /// Languages of a sample of the verbatims.
    pub language: LanguageCount,
    /// Verbatims by value of each target, one target after the other.
    pub scores: Vec<u64>,
    /// Counts by family key.
    pub families: FxHashMap<Box<str>, Family>,
}

impl Terms {
    /// No verbatim; `width` values of all targets together.
    #[must_use]
    pub fn new(width: usize) -> Self {
        Self {
            answered: 0,
            missing: BTreeMap::new(),
            language: LanguageCount::default(),
            scores: vec![0; width],
            families: FxHashMap::default(),
        }
    }

    /// Adds the counts of other verbatims.
    pub fn merge(&mut self, other: Self) {
        self.answered += other.answered;
        for (reason, n) in other.missing {
            *self.missing.entry(reason).or_default() += n;
        }
        self.language.merge(&other.language);
        for (a, b) in self.scores.iter_mut().zip(other.scores) {
            *a += b;
        }
        if self.families.is_empty() {
            self.families = other.families;
            return;
        }
        for (key, family) in other.families {
            self.families.entry(key).or_default().merge(family);
        }
    }
}
