//! Why nothing can be looked for, and what to write instead.

use super::width::{columns, spaces};
use crate::Lang;
use crate::error::list;
use crate::study::FilterError;
use crate::theme::Flaw;

/// Why nothing can be looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ConcordanceError {
    /// A rule that cannot be read.
    Rule {
        /// As it was typed.
        typed: String,
        /// Character of it, from 1.
        column: usize,
        /// What is wrong there.
        flaw: Flaw,
    },
    /// A theme that the codebook does not have.
    UnknownTheme {
        /// The id, or the label.
        found: String,
        /// Ids of the codebook.
        known: Vec<String>,
    },
    /// A column that no file has.
    UnknownColumn {
        /// The option that names it.
        option: &'static str,
        /// The column.
        found: String,
        /// Columns of the files.
        known: Vec<String>,
    },
    /// No column of free text, and none named.
    NoVerbatim {
        /// Columns of the files.
        known: Vec<String>,
    },
    /// A filter that cannot be read.
    Filter {
        /// As it was typed.
        typed: String,
        /// What is wrong with it, and where.
        cause: FilterError,
    },
    /// An option of calls, where the files are read as surveys.
    OfCalls {
        /// The option.
        option: &'static str,
    },
    /// An option of surveys, where the files are read as calls.
    OfSurveys {
        /// The option.
        option: &'static str,
    },
    /// No row passes the filter.
    NothingKept {
        /// The filter.
        typed: String,
    },
}

impl ConcordanceError {
    /// The error in French or in English; under it a rule as it was typed, with a mark where it stops being one.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::Rule { flaw: Flaw::EmptyRule, typed, .. } if typed.trim().is_empty() => {
                pick!(lang, calls::empty_pattern_write_one_word_at_least_for).to_owned()
            }
            Self::Rule { typed, column, flaw } => {
                let words = flaw.words(lang);
                let before: String = typed.chars().take(column.saturating_sub(1)).collect();
                let mark = spaces(columns(&before));
                pick!(lang, calls::pattern_character(column, words, typed, mark))
            }
            Self::OfCalls { option } => pick!(lang, calls::is_for_calls_only_and_these_files_are(option)),
            Self::OfSurveys { option } => pick!(lang, calls::is_for_surveys_only_and_these_files_are(option)),
            Self::UnknownTheme { found, known } => {
                let (found, known) = (lang.quote(found), known.join(", "));
                pick!(lang, calls::theme_unknown_theme_themes_of_this_codebook(found, known))
            }
            Self::UnknownColumn { option, found, known } => {
                let (found, known) = (lang.quote(found), list(known, lang));
                pick!(lang, calls::no_column_columns_found(option, found, known))
            }
            Self::NoVerbatim { known } => {
                let known = list(known, lang);
                pick!(lang, calls::no_open_question_was_recognised_name_the(known))
            }
            Self::Filter { typed, cause } => {
                let (typed, cause) = (lang.quote(typed), cause.words(lang));
                pick!(lang, calls::where_write_for_example_where_country_fr_and(typed, cause))
            }
            Self::NothingKept { typed } => {
                let typed = lang.quote(typed);
                pick!(lang, calls::where_no_row_passes_check_the_values_or(typed))
            }
        }
    }
}

impl std::fmt::Display for ConcordanceError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for ConcordanceError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_said_missing_with_those_that_are_there() {
        let known = vec!["note".to_owned(), "avis".to_owned()];
        let error = ConcordanceError::UnknownColumn { option: "--column", found: "avi".to_owned(), known };
        assert_eq!(
            error.message(Lang::Fr),
            "--column\u{a0}: aucune colonne «\u{a0}avi\u{a0}». Colonnes présentes\u{a0}: «\u{a0}note\u{a0}», «\u{a0}avis\u{a0}»."
        );
        assert_eq!(error.to_string(), "--column: no column “avi”. Columns found: “note”, “avis”.");
    }

    #[test]
    fn the_mark_of_a_rule_stands_under_its_character_whatever_its_width() {
        let error =
            ConcordanceError::Rule { typed: "日本 (a".to_owned(), column: 4, flaw: Flaw::Unclosed('(') };
        let message = error.message(Lang::Fr);
        let mut lines = message.lines().skip(1);
        assert_eq!((lines.next(), lines.next()), (Some("    日本 (a"), Some("         ^")));
    }
}
