//! Why a file is no plan, and what to do about it.

use crate::Lang;

/// Why a file is no plan.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum PlanError {
    /// A column is missing.
    NoColumn {
        /// Its header, in French and in English.
        column: [&'static str; 2],
    },
    /// No drawn call.
    NoRow,
    /// A cell that is not what its column holds.
    Cell {
        /// Row as the spreadsheet numbers it.
        row: u64,
        /// Header of the column, in French and in English.
        column: [&'static str; 2],
        /// What is there.
        found: String,
    },
    /// A cell that says otherwise than an earlier row of the same draw, or of the same stratum.
    Differs {
        /// Row as the spreadsheet numbers it.
        row: u64,
        /// Header of the column, in French and in English.
        column: [&'static str; 2],
        /// What is there.
        found: String,
        /// What was said before.
        before: String,
    },
    /// A call that an earlier row names already.
    Repeated {
        /// Row as the spreadsheet numbers it.
        row: u64,
        /// The call.
        call: String,
    },
    /// A stratum with more rows, or fewer, than calls drawn.
    Rows {
        /// Its first row.
        row: u64,
        /// Calls drawn, by the file.
        drawn: u64,
        /// Rows of the stratum.
        found: u64,
    },
    /// Fewer strata, or more, than the calls of the draw make.
    Strata {
        /// Calls eligible, by the file.
        eligible: u64,
        /// Calls of all strata.
        found: u64,
    },
}

impl PlanError {
    /// The error in a sentence or two, in French or in English.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let at = |column: &[&str; 2]| lang.quote(lang.pick(column[0], column[1]));
        let text = match self {
            Self::NoColumn { column } => {
                let column = at(column);
                pick!(lang, calls::listening_plan_no_column_keep_the_file_as(column))
            }
            Self::NoRow => pick!(lang, calls::listening_plan_no_drawn_call).to_owned(),
            Self::Cell { row, column, found } => {
                let (column, found) = (at(column), lang.quote(found));
                pick!(lang, calls::listening_plan_row_column_is_not_what_the(row, column, found))
            }
            Self::Differs { row, column, found, before } => {
                let (column, found, before) = (at(column), lang.quote(found), lang.quote(before));
                pick!(lang, calls::listening_plan_row_column_but_above_for_the(row, column, found, before))
            }
            Self::Repeated { row, call } => {
                let call = lang.quote(call);
                pick!(lang, calls::listening_plan_row_call_is_there_already(row, call))
            }
            Self::Rows { row, drawn, found } => {
                let (drawn, found) = (lang.count(*drawn), lang.count(*found));
                pick!(lang, calls::listening_plan_stratum_of_row_calls_drawn(row, drawn, found))
            }
            Self::Strata { eligible, found } => {
                let (eligible, found) = (lang.count(*eligible), lang.count(*found));
                pick!(lang, calls::listening_plan_calls_were_eligible_are_in_the(eligible, found))
            }
        };
        lang.typeset(text)
    }
}
