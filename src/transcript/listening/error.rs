//! What is wrong with a listening grid, where, and what to write instead.

use crate::Lang;
use crate::error::parser_words;
use crate::theme::Flaw;

/// A grid that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridError {
    /// The file, as it was named.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Character of the line, from 1.
    pub column: usize,
    /// What is wrong.
    pub flaw: GridFlaw,
}

/// What is wrong at a place of a grid.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum GridFlaw {
    /// No TOML, or not the keys and values of a grid: the parser's words.
    Toml(String),
    /// A key that a grid does not have, and those that it may have there.
    UnknownKey {
        /// The key.
        key: String,
        /// Keys known there.
        accepted: Vec<String>,
    },
    /// A value that is none of those that its key takes.
    UnknownValue {
        /// The value.
        value: String,
        /// Values known there.
        accepted: Vec<String>,
    },
    /// Neither an item nor a step.
    Empty,
    /// No item that gives points.
    NoPoints,
    /// An id that is empty or has other characters than small letters, digits and `_`.
    Id(String),
    /// An id that another item or step has.
    RepeatedId(String),
    /// A number outside what its key takes.
    Number {
        /// The key.
        key: &'static str,
        /// The number, as it was read.
        found: String,
    },
    /// An item or a step whose detector looks for rules, without one.
    NoRule(String),
    /// Rules under a detector that reads none.
    UselessRules(String),
    /// A rule that cannot be understood.
    Rule(Flaw),
}

impl GridError {
    /// The error in a sentence or two, in French or in English.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let Self { file, line, column, flaw } = self;
        let words = flaw.words(lang);
        pick!(lang, toml::line_character(file, line, column, words))
    }
}

impl std::fmt::Display for GridError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for GridError {}

impl GridFlaw {
    fn words(&self, lang: Lang) -> String {
        match self {
            Self::Rule(flaw) => flaw.words(lang),
            Self::Toml(cause) => say!(lang, calls::no_grid(parser_words(cause, lang))),
            Self::UnknownKey { key, accepted } => {
                let (key, accepted) = (lang.quote(key), accepted.join(", "));
                say!(lang, toml::unknown_key(key, accepted))
            }
            Self::UnknownValue { value, accepted } => {
                let (value, accepted) = (lang.quote(value), accepted.join(", "));
                say!(lang, calls::unknown_value(value, accepted))
            }
            Self::Empty => say!(lang, calls::no_item_and_no_step),
            Self::NoPoints => say!(lang, calls::no_item_gives_points),
            Self::Id(id) => say!(lang, calls::id_refused(lang.quote(id))),
            Self::RepeatedId(id) => say!(lang, calls::id_taken(lang.quote(id))),
            Self::Number { key, found } => say!(lang, calls::number_refused(key, found, range(key, lang))),
            Self::NoRule(id) => say!(lang, calls::no_rule(lang.quote(id))),
            Self::UselessRules(id) => say!(lang, calls::useless_rules(lang.quote(id))),
        }
    }
}

/// The numbers that a key takes.
fn range(key: &str, lang: Lang) -> &'static str {
    match key {
        "threshold" => pick!(lang, calls::from_0_to_1),
        "weight" => pick!(lang, calls::points_above_0),
        _ => pick!(lang, calls::whole_number_from_1),
    }
}
