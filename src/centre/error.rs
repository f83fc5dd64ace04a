//! What is wrong with the files of a centre or with centre.toml, and what to write instead.

use super::fault::TableKind;
use super::staffing::StaffingError;
use crate::Lang;
use crate::error::{Error, list};
use crate::theme::CodebookError;

/// Why a centre cannot be computed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum CentreError {
    /// A file that is none of the tables.
    UnknownTable {
        /// The file.
        file: String,
        /// Its columns.
        columns: Vec<String>,
    },
    /// A table that lacks what it cannot do without.
    MissingField {
        /// The file.
        file: String,
        /// What it was taken for.
        table: TableKind,
        /// The missing fields: keys of centre.toml, any of which would do.
        fields: Vec<&'static str>,
        /// Its columns.
        columns: Vec<String>,
    },
    /// No file at all.
    NoFile,
    /// No row with a call, a ticket or a state in any file.
    NothingToCount,
    /// A key of a table that is no field of it.
    UnknownField {
        /// The file centre.toml.
        file: String,
        /// Section: `calls`.
        section: String,
        /// The key.
        key: String,
        /// Keys known there.
        known: Vec<String>,
    },
    /// A meaning that is none of those expected: of an outcome, a state, a unit.
    UnknownMeaning {
        /// The file centre.toml.
        file: String,
        /// Key: `calls.values."AGENT"`.
        key: String,
        /// What was found.
        found: String,
        /// What is known there.
        known: Vec<String>,
    },
    /// Opening hours that cannot be read.
    Hours {
        /// The file centre.toml.
        file: String,
        /// Key: `calendar.hours.monday`.
        key: String,
        /// What was found.
        found: String,
    },
    /// A day that cannot be read.
    Day {
        /// The file centre.toml.
        file: String,
        /// Key.
        key: String,
        /// What was found.
        found: String,
    },
    /// A time zone that no one knows.
    Zone {
        /// What was found.
        found: String,
    },
    /// An indicator that the catalogue does not have.
    UnknownIndicator {
        /// What was asked for.
        found: String,
        /// The nearest names.
        near: Vec<String>,
    },
    /// A key of centre.toml that is the id of no indicator.
    UnknownId {
        /// The file centre.toml.
        file: String,
        /// Section or key.
        key: String,
        /// What was found.
        found: String,
        /// The ids that it may stand for.
        ids: Vec<String>,
    },
    /// A number that must be positive, or a share from 0 to 1.
    Number {
        /// The file centre.toml.
        file: String,
        /// Key.
        key: String,
        /// What was found.
        found: String,
    },
    /// A value to reach that its indicator cannot have.
    Target {
        /// The file centre.toml.
        file: String,
        /// Key.
        key: String,
        /// What was found.
        found: String,
    },
    /// A keyword that cannot be looked for.
    Keyword {
        /// The file centre.toml.
        file: String,
        /// The keyword.
        found: String,
        /// What is wrong with it, as a rule of a codebook.
        flaw: Box<CodebookError>,
    },
    /// A breakdown that the files do not give.
    UnknownBreakdown {
        /// What was asked for.
        found: String,
        /// What can be asked for.
        known: Vec<String>,
    },
}

impl TableKind {
    /// What the table is called in a sentence: `les appels`.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Calls => pick!(lang, centre::the_calls),
            Self::Tickets => pick!(lang, centre::the_tickets),
            Self::States => pick!(lang, centre::the_agent_states),
            Self::Roster => pick!(lang, centre::the_roster),
            Self::Customers => pick!(lang, centre::the_customers),
            Self::Leads => pick!(lang, centre::the_leads),
            Self::Evaluations => pick!(lang, centre::the_evaluations),
            Self::Survey => pick!(lang, centre::the_survey),
            Self::AgentSurvey => pick!(lang, centre::the_survey_of_agents),
        }
    }
}

impl From<CentreError> for Error {
    fn from(error: CentreError) -> Self {
        Self::Centre(error)
    }
}

impl From<StaffingError> for Error {
    fn from(error: StaffingError) -> Self {
        Self::Staffing(error)
    }
}

/// Every name between quotation marks.
fn all(names: &[String], lang: Lang) -> String {
    names.iter().map(|n| lang.quote(n)).collect::<Vec<_>>().join(", ")
}

fn unknown_indicator(found: &str, near: &[String], lang: Lang) -> String {
    let near = if near.is_empty() {
        String::new()
    } else {
        let near = all(near, lang);
        pick!(lang, centre::near_names(near))
    };
    let found = lang.quote(found);
    pick!(lang, centre::no_indicator_is_called_barometre_centre_list(found, near))
}

fn unknown_id((file, key): (&str, &str), found: &str, ids: &[String], lang: Lang) -> String {
    let write = if ids.is_empty() {
        String::new()
    } else {
        let ids: Vec<String> = ids.iter().map(|id| lang.quote(id)).collect();
        let ids = ids.join(pick!(lang, centre::or));
        pick!(lang, centre::write(ids))
    };
    let found = lang.quote(found);
    pick!(lang, centre::is_the_id_of_no_indicator_barometre_centre(file, key, found, write))
}

impl CentreError {
    /// The error in a sentence or two, in French or in English.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let text = match self {
            Self::UnknownTable { file, columns } => {
                let columns = list(columns, lang);
                pick!(lang, centre::no_table_of_a_contact_centre_is_recognised(file, columns))
            }
            Self::MissingField { file, table, fields, columns } => {
                let id = table.id();
                let keys = fields.join(pick!(lang, centre::or));
                let (name, columns) = (table.name(lang), list(columns, lang));
                let example = fields.first().copied().unwrap_or_default();
                pick!(
                    lang,
                    centre::read_as_but_without_a_column_for_columns(file, name, keys, columns, id, example)
                )
            }
            Self::NoFile => pick!(lang, centre::no_file_give_the_calls_at_least_calls).to_owned(),
            Self::NothingToCount => pick!(lang, centre::nothing_to_count_no_row_of_any_table).to_owned(),
            Self::UnknownField { file, section, key, known } => {
                let (key, known) = (lang.quote(key), all(known, lang));
                pick!(lang, centre::is_no_field_of_that_table_known_fields(file, section, key, known))
            }
            Self::UnknownMeaning { file, key, found, known } => {
                let (found, known) = (lang.quote(found), all(known, lang));
                pick!(lang, centre::is_not_understood_it_can_be(file, key, found, known))
            }
            Self::Hours { file, key, found } => {
                let found = lang.quote(found);
                pick!(lang, centre::does_not_read_as_opening_hours_write_for(file, key, found))
            }
            Self::Day { file, key, found } => {
                let found = lang.quote(found);
                pick!(lang, centre::is_no_date_write_for_example_2025_12(file, key, found))
            }
            Self::Zone { found } => {
                let found = lang.quote(found);
                pick!(lang, centre::the_time_zone_is_unknown_write_a_name(found))
            }
            Self::UnknownIndicator { found, near } => unknown_indicator(found, near, lang),
            Self::UnknownId { file, key, found, ids } => unknown_id((file, key), found, ids, lang),
            Self::Number { file, key, found } => {
                let found = lang.quote(found);
                pick!(lang, centre::will_not_do_a_positive_number_is_expected(file, key, found))
            }
            Self::Target { file, key, found } => {
                let found = lang.quote(found);
                pick!(lang, centre::cannot_be_reached_a_target_in_percent_goes(file, key, found))
            }
            Self::Keyword { file, found, flaw } => {
                let (found, flaw) = (lang.quote(found), flaw.message(lang));
                pick!(lang, centre::keywords_cannot_be_looked_for_write_a_word(file, found, flaw))
            }
            Self::UnknownBreakdown { found, known } => {
                let (found, known) = (lang.quote(found), all(known, lang));
                pick!(lang, centre::nothing_can_be_broken_down_by_possible(found, known))
            }
        };
        lang.typeset(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_error_says_what_was_found_and_what_to_write() {
        let errors = [
            CentreError::UnknownTable { file: "x.csv".into(), columns: vec!["a".into()] },
            CentreError::MissingField {
                file: "x.csv".into(),
                table: TableKind::Calls,
                fields: vec!["outcome", "answered"],
                columns: vec!["a".into()],
            },
            CentreError::UnknownMeaning {
                file: "centre.toml".into(),
                key: "calls.values.\"AGENT\"".into(),
                found: "pris".into(),
                known: vec!["answered".into()],
            },
            CentreError::Hours {
                file: "centre.toml".into(),
                key: "calendar.hours.monday".into(),
                found: "8-".into(),
            },
            CentreError::UnknownIndicator { found: "DTM".into(), near: vec!["DMT".into()] },
            CentreError::UnknownIndicator { found: "météo".into(), near: Vec::new() },
            CentreError::UnknownId {
                file: "centre.toml".into(),
                key: "targets".into(),
                found: "DMT".into(),
                ids: vec!["average_handle_time".into()],
            },
        ];
        for error in errors {
            for lang in [Lang::Fr, Lang::En] {
                let message = error.message(lang);
                assert!(message.ends_with('.') && message.len() > 40, "{message}");
                assert!(lang == Lang::En || !message.contains(" :"), "{message}");
                assert!(!message.contains(": .") && !message.contains("\u{a0}: ."), "{message}");
            }
        }
    }
}
