//! A verbatim as it was read: its words and what each of them means where it stands.

use super::analyzer::{FormId, PhraseId};
use super::language::Language;
use super::negation::Mark;

/// One word of a verbatim: its span in bytes and its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// First byte of the token in the text.
    pub start: usize,
    /// Byte after the last one.
    pub end: usize,
    /// Its form.
    pub form: FormId,
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
    /// The language it is in.
    pub language: Language,
    /// Its words, in order.
    pub words: Vec<Word>,
    /// What parts each word from the next, whether it is denied, how strongly it is said.
    pub marks: Vec<Mark>,
    /// Its phrases, by their last word, the longest first.
    pub phrases: Vec<Match>,
}
