//! The processing sheet in words, as Markdown.

use std::fmt::Write;

use super::{ColumnRole, Processing};
use crate::Lang;
use crate::report::markdown::escape;
use crate::words::Speaks;

impl ColumnRole {
    fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Identifier => pick!(lang, processing::identifiers),
            Self::Contact => pick!(lang, processing::contact_details),
            Self::Consent => pick!(lang, processing::consent_to_be_called_back),
            Self::Answers => pick!(lang, processing::answers_on_a_scale_or_by_choosing),
            Self::FreeText => pick!(lang, processing::free_text),
            Self::Segment => pick!(lang, processing::characteristics_of_respondents),
            Self::Wave => pick!(lang, processing::date_or_wave),
            Self::Design => pick!(lang, processing::weights_and_sampling_design),
            Self::Unused => pick!(lang, processing::not_used_by_the_analysis),
        }
    }
}

impl Speaks for Processing {
    fn speaks(&self) -> Lang {
        self.lang
    }
}

impl Processing {
    /// The sheet as Markdown, to be completed by the controller.
    #[must_use]
    pub fn markdown(&self) -> String {
        let sections = [
            (pick!(self, processing::purpose_and_responsibility), self.purpose()),
            (pick!(self, processing::people_and_data), self.data()),
            (pick!(self, processing::retention_and_recipients), self.retention()),
            (pick!(self, processing::what_leaves_the_machine), self.network()),
            (pick!(self, processing::safeguards), self.safeguards()),
            (pick!(self, processing::decisions), self.decisions()),
            (pick!(self, processing::rights_of_people), self.rights()),
        ];
        let title = self.title.clone().unwrap_or_else(|| self.files.join(", "));
        let mut out = format!("# {} – {}\n\n", say!(self, processing::record_of_processing), escape(&title));
        out.push_str(&say!(self, processing::prepared_by_barometre_from_the_files_and));
        for (heading, lines) in sections {
            let _ = write!(out, "\n## {heading}\n\n");
            for (term, text) in lines {
                let _ = writeln!(out, "- **{term}** – {text}");
            }
        }
        out
    }

    /// What is declared, else a blank with what belongs there and the key to write.
    fn declared(&self, value: Option<&String>, key: &str, what: &str) -> String {
        match value {
            Some(value) => escape(value),
            None => say!(self, processing::to_be_filled_in_under_privacy_of_study(what, key)),
        }
    }

    fn purpose(&self) -> Vec<(String, String)> {
        let own = &self.handling;
        vec![
            term(
                pick!(self, processing::controller),
                self.declared(
                    own.controller.as_ref(),
                    "controller",
                    pick!(self, processing::name_address_contact),
                ),
            ),
            term(
                pick!(self, processing::purpose),
                self.declared(
                    own.purpose.as_ref(),
                    "purpose",
                    pick!(self, processing::what_the_answers_are_for),
                ),
            ),
            term(
                pick!(self, processing::legal_basis),
                self.declared(
                    own.legal_basis.as_ref(),
                    "legal_basis",
                    pick!(self, processing::legitimate_interest_consent_other),
                ),
            ),
            term(
                pick!(self, processing::processing),
                say!(self, processing::scores_and_their_uncertainty_words_and_themes),
            ),
        ]
    }

    fn data(&self) -> Vec<(String, String)> {
        let lang = self.lang;
        let people = if self.employees {
            say!(self, processing::employees_who_answered)
        } else {
            say!(self, processing::people_who_answered_the_survey)
        };
        let [read, kept] = self.rows.map(|n| lang.count(n));
        let files: Vec<String> = self.files.iter().map(|file| escape(file)).collect();
        let mut lines = vec![
            term(pick!(self, processing::people_concerned), people),
            term(
                pick!(self, processing::files),
                say!(self, processing::rows_read_analysed(files.join(", "), read, kept)),
            ),
        ];
        for (role, columns) in &self.columns {
            let names: Vec<String> = columns.iter().map(|c| escape(c)).collect();
            let advice = if *role == ColumnRole::Unused {
                say!(self, processing::to_be_removed_from_the_files_unless_something)
            } else {
                String::new()
            };
            lines.push((
                say!(self, processing::columns(role.label(lang))),
                format!("{}{advice}", names.join(", ")),
            ));
        }
        let none = || say!(self, processing::none_recognised);
        let identifiers: Vec<String> = self
            .identifiers
            .iter()
            .map(|(kind, n)| format!("{} ({})", kind.label(lang), lang.count(*n)))
            .collect();
        let identifiers = if identifiers.is_empty() { none() } else { identifiers.join(", ") };
        lines.push(term(pick!(self, processing::identifiers_found_in_cells), identifiers));
        let sensitive: Vec<String> = self
            .sensitive
            .iter()
            .map(|(kind, n)| format!("{} ({})", kind.label(lang), self.few(*n)))
            .collect();
        let sensitive = if sensitive.is_empty() {
            none()
        } else {
            say!(self, processing::special_categories_of_article_9_or_alerts(sensitive.join(", ")))
        };
        lines.push(term(pick!(self, processing::comments_with_sensitive_content), sensitive));
        lines
    }

    /// A number of people, not under the minimum group.
    fn few(&self, n: u64) -> String {
        let min = self.lang.count(self.min_group);
        if n < self.min_group { say!(self, processing::fewer_than(min)) } else { self.lang.count(n) }
    }

    fn retention(&self) -> Vec<(String, String)> {
        let own = &self.handling;
        vec![
            term(
                pick!(self, processing::retention),
                self.declared(
                    own.retention.as_ref(),
                    "retention",
                    pick!(self, processing::how_long_files_are_kept),
                ),
            ),
            term(
                pick!(self, processing::recipients),
                self.declared(
                    own.recipients.as_ref(),
                    "recipients",
                    pick!(self, processing::who_receives_reports),
                ),
            ),
            term(
                pick!(self, processing::copies),
                say!(self, processing::barometre_has_no_database_it_reads_the_files),
            ),
        ]
    }

    fn network(&self) -> Vec<(String, String)> {
        vec![
            term(
                pick!(self, processing::network),
                say!(self, processing::nothing_the_program_opens_no_connection_calls),
            ),
            term(
                pick!(self, processing::transfers_outside_the_eu),
                say!(self, processing::none_by_the_program_to_be_checked_for),
            ),
        ]
    }

    fn safeguards(&self) -> Vec<(String, String)> {
        let lang = self.lang;
        let (min, quotes) = (lang.count(self.min_group), lang.count(self.min_quotes));
        let groups = if self.min_group > 1 {
            let hidden = lang.count(self.hidden);
            say!(self, processing::no_figure_on_fewer_than_answers_nor_a(min, hidden))
        } else {
            say!(self, processing::no_minimum_min_group_1_small_bases_are)
        };
        let quoted = if self.min_quotes > 1 {
            say!(self, processing::comments_are_quoted_only_for_a_word_or(quotes))
        } else {
            say!(self, processing::comments_are_quoted_without_a_minimum)
        };
        let quotations = say!(self, processing::identifiers_and_announced_names_masked(quoted));
        let pseudonyms = if self.pseudonymous {
            say!(self, processing::answers_of_the_same_person_are_linked_between)
        } else {
            say!(self, processing::no_identifier_is_read_by_the_analysis)
        };
        vec![
            term(pick!(self, processing::small_groups), groups),
            term(pick!(self, processing::quotations), quotations),
            term(pick!(self, processing::linking), pseudonyms),
            term(
                pick!(self, processing::access_to_files),
                say!(self, processing::to_be_filled_in_who_has_access_disk),
            ),
        ]
    }

    fn decisions(&self) -> Vec<(String, String)> {
        vec![
            term(
                pick!(self, processing::role_of_scores),
                say!(self, processing::scores_and_themes_help_to_decide_they_do),
            ),
            term(
                pick!(self, processing::automated_decision),
                say!(self, processing::no_decision_is_taken_about_a_person_nor),
            ),
        ]
    }

    fn rights(&self) -> Vec<(String, String)> {
        let access = if self.pseudonymous {
            say!(self, processing::the_identifier_allows_the_answers_of_a_person)
        } else {
            say!(self, processing::to_be_filled_in_how_the_answers_of)
        };
        vec![
            term(
                pick!(self, processing::information),
                say!(self, processing::to_be_filled_in_where_and_when_respondents),
            ),
            term(pick!(self, processing::access_rectification_erasure), access),
            term(
                pick!(self, processing::complaint),
                say!(self, processing::with_the_supervisory_authority_in_france_the),
            ),
        ]
    }
}

fn term(name: &str, text: String) -> (String, String) {
    (name.to_owned(), text)
}
