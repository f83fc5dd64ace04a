//! A verbatim as it was read: its words and what each of them means where it stands.

use super::analyzer::{FormId, PhraseId};

/// What parts a word from the next one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing but white space.
    #[default]
    None,
    /// A comma, a colon, a bracket, a dash.
    Clause,
    /// The end of a sentence.
    Sentence,
}

/// One word of a verbatim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// First byte of the token in the text.
    pub start: usize,
    /// Byte after the last one.
    pub end: usize,
    /// Its form.
    pub form: FormId,
    /// What parts it from the next word.
    pub gap: Gap,
    /// Whether the sentence denies it.
    pub negated: bool,
    /// How strongly it is said: −2 hardly, 0 plainly, 2 extremely.
    pub degree: i8,
}

/// A phrase where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// Its phrase.
    pub phrase: PhraseId,
    /// Its first word, by number.
    pub first: usize,
    /// Its last word.
    pub last: usize,
}

/// A verbatim as it was read; kept between verbatims so that its memory is used again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// Its words, in order.
    pub words: Vec<Word>,
    /// Its phrases, by their last word, the longest first.
    pub phrases: Vec<Match>,
}
