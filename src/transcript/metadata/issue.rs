//! What does not fit between metadata and calls, and how to say it.

use crate::Lang;

/// What does not fit between metadata and calls. Rows are numbered as the spreadsheet numbers them.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum MetadataIssue {
    /// A date that cannot be read: the call has none.
    Date {
        /// Row.
        row: u64,
        /// Header of its column.
        column: String,
        /// What is there.
        found: String,
    },
    /// A row that names no call.
    Unnamed {
        /// Row.
        row: u64,
    },
    /// A row of which the call is not there.
    RowWithoutCall {
        /// Row.
        row: u64,
        /// The call.
        id: String,
    },
    /// A row that fits several calls, in different folders: none takes it.
    Ambiguous {
        /// Row.
        row: u64,
        /// What it names.
        id: String,
        /// The calls.
        calls: Vec<String>,
    },
    /// A second row for a call: the first holds.
    Twice {
        /// The call.
        id: String,
        /// Row that holds.
        first: u64,
        /// Row that is set aside.
        row: u64,
    },
    /// A call of which nothing is known.
    CallWithoutRow {
        /// The call.
        call: String,
    },
}

impl MetadataIssue {
    /// The issue in words.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let text = match self {
            Self::Date { row, column, found } => {
                let (column, found) = (lang.quote(column), lang.quote(found));
                lang.pick(
                    format!("ligne {row}, colonne {column} : {found} n’est pas une date. Écrivez par exemple 31/12/2025 14:30."),
                    format!("row {row}, column {column}: {found} is not a date. Write for instance 2025-12-31 14:30."),
                )
            }
            Self::Unnamed { row } => lang
                .pick(format!("ligne {row} : aucun appel nommé."), format!("row {row}: no call is named.")),
            Self::RowWithoutCall { row, id } => {
                let id = lang.quote(id);
                lang.pick(
                    format!("ligne {row} : aucune transcription pour l’appel {id}."),
                    format!("row {row}: no transcript for call {id}."),
                )
            }
            Self::Ambiguous { row, id, calls } => {
                let id = lang.quote(id);
                let calls = calls.join(", ");
                lang.pick(
                    format!("ligne {row} : {id} peut être l’un de ces appels : {calls}. Ajoutez le dossier au nom."),
                    format!("row {row}: {id} may be any of these calls: {calls}. Put the folder in the name."),
                )
            }
            Self::Twice { id, first, row } => {
                let id = lang.quote(id);
                lang.pick(
                    format!("ligne {row} : l’appel {id} a déjà la ligne {first}, qui est gardée."),
                    format!("row {row}: call {id} already has row {first}, which is kept."),
                )
            }
            Self::CallWithoutRow { call } => {
                let call = lang.quote(call);
                lang.pick(
                    format!("appel {call} : aucune ligne de métadonnées."),
                    format!("call {call}: no row of metadata."),
                )
            }
        };
        lang.typeset(text)
    }
}
