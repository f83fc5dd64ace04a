//! What is wrong with a codebook, where, and what to write instead.

use crate::Lang;
use crate::error::parser_words;

/// A codebook that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodebookError {
    /// The file, as it was named.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Character of the line, from 1.
    pub column: usize,
    /// What is wrong.
    pub flaw: Flaw,
}

/// What is wrong at a place of a codebook.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Flaw {
    /// No TOML, or not the keys and values of a codebook: the parser's words.
    Toml(String),
    /// A key that a codebook does not have, and those that it may have there.
    UnknownKey {
        /// The key.
        key: String,
        /// Keys known there.
        accepted: Vec<String>,
    },
    /// No theme at all.
    Empty,
    /// An id of a theme that is empty or has other characters than small letters, digits and `_`.
    Id(String),
    /// An id that another theme has.
    RepeatedId(String),
    /// A parent that is no theme of the codebook.
    UnknownParent {
        /// The id given.
        parent: String,
        /// Ids of the themes.
        known: Vec<String>,
    },
    /// A theme that is its own ancestor.
    Circle(String),
    /// A theme without a rule and without a sub-theme that has one.
    NoRule(String),
    /// A rule without a word.
    EmptyRule,
    /// Something else than a word, `(`, a quotation mark or `/`.
    WordExpected {
        /// What stands there, nothing at the end of the rule.
        found: String,
    },
    /// A `)` without its `(`, or anything else after a whole rule.
    EndExpected {
        /// What stands there.
        found: String,
    },
    /// A bracket, a quotation mark or a slash that is never closed.
    Unclosed(char),
    /// `près` or `near` without its number of words in brackets, from 1 to 50.
    Distance {
        /// What stands there, nothing at the end of the rule.
        found: String,
    },
    /// A regular expression that cannot be read: the parser's words.
    Pattern(String),
    /// A `*` that does not end a word of three letters at least.
    Prefix(String),
    /// Brackets inside brackets, too deep to be read.
    Deep,
}

impl CodebookError {
    /// The error in a sentence or two, in French or in English.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let Self { file, line, column, flaw } = self;
        let words = flaw.words(lang);
        pick!(lang, toml::line_character(file, line, column, words))
    }
}

impl std::fmt::Display for CodebookError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for CodebookError {}

impl Flaw {
    /// What is wrong in a sentence or two, without the place.
    pub(crate) fn words(&self, lang: Lang) -> String {
        match self {
            Self::Toml(cause) => say!(lang, topics::no_codebook(parser_words(cause, lang))),
            Self::UnknownKey { key, accepted } => {
                let (key, accepted) = (lang.quote(key), accepted.join(", "));
                say!(lang, toml::unknown_key(key, accepted))
            }
            Self::Empty => say!(lang, topics::no_theme),
            Self::Id(id) => say!(lang, topics::id_refused(lang.quote(id))),
            Self::RepeatedId(id) => say!(lang, topics::id_taken(lang.quote(id))),
            Self::UnknownParent { parent, known } => {
                let (parent, known) = (lang.quote(parent), known.join(", "));
                say!(lang, topics::unknown_parent(parent, known))
            }
            Self::Circle(id) => say!(lang, topics::circle(lang.quote(id))),
            Self::NoRule(id) => say!(lang, topics::no_rule(lang.quote(id))),
            flaw => flaw.rule_words(lang),
        }
    }

    fn rule_words(&self, lang: Lang) -> String {
        let end = |found: &str| match found {
            "" => pick!(lang, topics::the_end_of_the_rule).to_owned(),
            found => lang.quote(found),
        };
        match self {
            Self::WordExpected { found } => say!(lang, topics::word_expected(end(found))),
            Self::EndExpected { found } => say!(lang, topics::end_expected(end(found))),
            Self::Unclosed(sign) => say!(lang, topics::unclosed(lang.quote(&sign.to_string()))),
            Self::Distance { found } => say!(lang, topics::distance_expected(end(found))),
            Self::Pattern(cause) => say!(lang, topics::unreadable_pattern(cause)),
            Self::Prefix(word) => say!(lang, topics::prefix_refused(lang.quote(word))),
            Self::Deep => say!(lang, topics::too_many_brackets),
            _ => say!(lang, topics::empty_rule),
        }
    }
}
