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
                pick!(lang, calls::row_column_is_not_a_date_write_for(row, column, found))
            }
            Self::Unnamed { row } => pick!(lang, calls::row_no_call_is_named(row)),
            Self::RowWithoutCall { row, id } => {
                let id = lang.quote(id);
                pick!(lang, calls::row_no_transcript_for_call(row, id))
            }
            Self::Ambiguous { row, id, calls } => {
                let id = lang.quote(id);
                let calls = calls.join(", ");
                pick!(lang, calls::row_may_be_any_of_these_calls_put(row, id, calls))
            }
            Self::Twice { id, first, row } => {
                let id = lang.quote(id);
                pick!(lang, calls::row_call_already_has_row_which_is_kept(row, id, first))
            }
            Self::CallWithoutRow { call } => {
                let call = lang.quote(call);
                pick!(lang, calls::call_no_row_of_metadata(call))
            }
        };
        lang.typeset(text)
    }
}
