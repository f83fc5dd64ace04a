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
            Self::Calls => lang.pick("les appels", "the calls"),
            Self::Tickets => lang.pick("les tickets", "the tickets"),
            Self::States => lang.pick("les états des agents", "the agent states"),
            Self::Roster => lang.pick("le planning", "the roster"),
            Self::Customers => lang.pick("les clients", "the customers"),
            Self::Leads => lang.pick("les pistes", "the leads"),
            Self::Evaluations => lang.pick("les évaluations", "the evaluations"),
            Self::Survey => lang.pick("l’enquête", "the survey"),
            Self::AgentSurvey => lang.pick("l’enquête auprès des agents", "the survey of agents"),
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
        lang.pick(format!(" Noms proches : {near}."), format!(" Near names: {near}."))
    };
    let found = lang.quote(found);
    lang.pick(
        format!("aucun indicateur ne s’appelle {found}.{near} « barometre centre list » les donne tous."),
        format!("no indicator is called {found}.{near} “barometre centre list” gives them all."),
    )
}

fn unknown_id((file, key): (&str, &str), found: &str, ids: &[String], lang: Lang) -> String {
    let write = if ids.is_empty() {
        String::new()
    } else {
        let ids: Vec<String> = ids.iter().map(|id| lang.quote(id)).collect();
        let ids = ids.join(lang.pick(" ou ", " or "));
        lang.pick(format!(" Écrire {ids}."), format!(" Write {ids}."))
    };
    let found = lang.quote(found);
    lang.pick(
        format!("{file}, {key} : {found} n’est l’identifiant d’aucun indicateur.{write} « barometre centre list » les donne tous."),
        format!("{file}, {key}: {found} is the id of no indicator.{write} “barometre centre list” gives them all."),
    )
}

impl CentreError {
    /// The error in a sentence or two, in French or in English.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let text = match self {
            Self::UnknownTable { file, columns } => {
                let columns = list(columns, lang);
                lang.pick(
                    format!("{file} : aucune table d’un centre de contacts ne s’y reconnaît (colonnes : {columns}). Dire laquelle : --calls, --tickets, --states, --roster, --customers, --leads, --evaluations, --survey ou --agent-survey ; ou nommer ses colonnes dans centre.toml (« barometre centre init » l’écrit)."),
                    format!("{file}: no table of a contact centre is recognised in it (columns: {columns}). Say which one it is: --calls, --tickets, --states, --roster, --customers, --leads, --evaluations, --survey or --agent-survey; or name its columns in centre.toml (“barometre centre init” writes it)."),
                )
            }
            Self::MissingField { file, table, fields, columns } => {
                let id = table.id();
                let keys = fields.join(lang.pick(" ou ", " or "));
                let (name, columns) = (table.name(lang), list(columns, lang));
                let example = fields.first().copied().unwrap_or_default();
                lang.pick(
                    format!("{file} : lu comme {name}, mais sans colonne pour {keys} (colonnes : {columns}). Écrire dans centre.toml, sous [{id}.columns] : {example} = \"nom de la colonne\"."),
                    format!("{file}: read as {name}, but without a column for {keys} (columns: {columns}). Write in centre.toml, under [{id}.columns]: {example} = \"name of the column\"."),
                )
            }
            Self::NoFile => lang.pick(
                "aucun fichier : donner au moins les appels (--calls appels.csv), ou centre.toml avec la clé files.".to_owned(),
                "no file: give the calls at least (--calls calls.csv), or a centre.toml with the key files.".to_owned(),
            ),
            Self::NothingToCount => lang.pick(
                "rien à compter : aucune ligne d’aucune table n’a pu être lue.".to_owned(),
                "nothing to count: no row of any table could be read.".to_owned(),
            ),
            Self::UnknownField { file, section, key, known } => {
                let (key, known) = (lang.quote(key), all(known, lang));
                lang.pick(
                    format!("{file}, [{section}] : {key} n’est pas un champ de cette table. Champs connus : {known}."),
                    format!("{file}, [{section}]: {key} is no field of that table. Known fields: {known}."),
                )
            }
            Self::UnknownMeaning { file, key, found, known } => {
                let (found, known) = (lang.quote(found), all(known, lang));
                lang.pick(
                    format!("{file}, {key} : {found} n’est pas compris. Sens possibles : {known}."),
                    format!("{file}, {key}: {found} is not understood. It can be: {known}."),
                )
            }
            Self::Hours { file, key, found } => {
                let found = lang.quote(found);
                lang.pick(
                    format!("{file}, {key} : {found} ne se lit pas comme des heures d’ouverture. Écrire par exemple \"08:00-20:00\", \"9h-12h30, 14h-18h\" ou \"fermé\"."),
                    format!("{file}, {key}: {found} does not read as opening hours. Write for example \"08:00-20:00\", \"9:00-12:30, 14:00-18:00\" or \"closed\"."),
                )
            }
            Self::Day { file, key, found } => {
                let found = lang.quote(found);
                lang.pick(
                    format!("{file}, {key} : {found} n’est pas une date. Écrire par exemple \"2025-12-24\"."),
                    format!("{file}, {key}: {found} is no date. Write for example \"2025-12-24\"."),
                )
            }
            Self::Zone { found } => {
                let found = lang.quote(found);
                lang.pick(
                    format!("le fuseau horaire {found} est inconnu. Écrire un nom de la base IANA, par exemple \"Europe/Paris\"."),
                    format!("the time zone {found} is unknown. Write a name of the IANA database, for example \"Europe/Paris\"."),
                )
            }
            Self::UnknownIndicator { found, near } => unknown_indicator(found, near, lang),
            Self::UnknownId { file, key, found, ids } => unknown_id((file, key), found, ids, lang),
            Self::Number { file, key, found } => {
                let found = lang.quote(found);
                lang.pick(
                    format!("{file}, {key} : {found} ne convient pas ; un nombre positif est attendu."),
                    format!("{file}, {key}: {found} will not do; a positive number is expected."),
                )
            }
            Self::Target { file, key, found } => {
                let found = lang.quote(found);
                lang.pick(
                    format!("{file}, {key} : {found} ne peut pas être atteint ; un objectif en pourcentage va de 0 à 100."),
                    format!("{file}, {key}: {found} cannot be reached; a target in percent goes from 0 to 100."),
                )
            }
            Self::Keyword { file, found, flaw } => {
                let (found, flaw) = (lang.quote(found), flaw.message(lang));
                lang.pick(
                    format!("{file}, keywords : {found} ne peut pas être cherché. Écrire un mot ou une règle de plan de codage ({flaw})."),
                    format!("{file}, keywords: {found} cannot be looked for. Write a word or a rule of a codebook ({flaw})."),
                )
            }
            Self::UnknownBreakdown { found, known } => {
                let (found, known) = (lang.quote(found), all(known, lang));
                lang.pick(
                    format!("on ne peut pas détailler par {found}. Possible : {known}."),
                    format!("nothing can be broken down by {found}. Possible: {known}."),
                )
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
