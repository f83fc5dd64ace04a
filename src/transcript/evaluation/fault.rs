//! What is wrong with an evaluation sheet, and what to write instead.

use schemars::JsonSchema;
use serde::Serialize;

use crate::Lang;

/// Why a sheet gives no evaluation at all.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum EvaluationError {
    /// No column names the call.
    NoCallColumn {
        /// The headers.
        headers: Vec<String>,
    },
    /// No column holds a mark.
    NoMarkColumn {
        /// The headers.
        headers: Vec<String>,
        /// Labels of the grid, in French and in English.
        items: Vec<[String; 2]>,
    },
}

/// A cell, a row or a column that does not count as it stands; the others do.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum EvaluationFault {
    /// A row that names no call: it is left out.
    NoCall {
        /// Row as the spreadsheet numbers it.
        row: u64,
        /// Header of the column.
        column: String,
    },
    /// A call that is not among those read. Its evaluation counts only where the plan drew it, and in agreements.
    UnknownCall {
        /// Row as the spreadsheet numbers it.
        row: u64,
        /// Header of the column.
        column: String,
        /// The call.
        call: String,
    },
    /// An item that is not in the grid: its marks are left out. The row is 1 where a header names it.
    UnknownItem {
        /// Row as the spreadsheet numbers it.
        row: u64,
        /// Header of the column.
        column: String,
        /// The item.
        item: String,
    },
    /// A second column for the same item: the first one counts.
    RepeatedColumn {
        /// Header of the column.
        column: String,
        /// What the first one holds.
        item: String,
    },
    /// A column that is none of a sheet: it is not read.
    UnusedColumn {
        /// Header of the column.
        column: String,
    },
    /// A cell that is not a mark: it counts as blank.
    UnreadableMark {
        /// Row as the spreadsheet numbers it.
        row: u64,
        /// Header of the column.
        column: String,
        /// What is there.
        found: String,
        /// Lowest and highest mark of the item; none for yes or no.
        scale: Option<(f64, f64)>,
    },
    /// A cell that is not a date: the evaluation counts, without it.
    UnreadableDate {
        /// Row as the spreadsheet numbers it.
        row: u64,
        /// Header of the column.
        column: String,
        /// What is there.
        found: String,
    },
    /// A call, or an item of it, that the same evaluator marks a second time: the last row counts.
    Repeated {
        /// Row that counts.
        row: u64,
        /// Row that does not count any more.
        before: u64,
        /// The call.
        call: String,
    },
    /// `NC` was read as “non conforme”, since the sheet also marks `C`.
    ReadAsFailed {
        /// First row with it.
        row: u64,
        /// Header of the column.
        column: String,
        /// Cells with it.
        cells: u64,
    },
}

/// A fault in a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FaultRow {
    /// What kind of fault: `unknown_call`.
    pub code: String,
    /// Row as the spreadsheet numbers it; null for a whole column.
    pub row: Option<u64>,
    /// Header of the column; null for a whole row.
    pub column: Option<String>,
    /// What is wrong and what to write instead.
    pub message: String,
}

impl EvaluationError {
    /// The error in a sentence or two, in French or in English.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let quoted =
            |names: &[String]| names.iter().map(|name| lang.quote(name)).collect::<Vec<_>>().join(", ");
        let text = match self {
            Self::NoCallColumn { headers } => {
                let (headers, call) = (quoted(headers), lang.quote(pick!(lang, calls::call_in_fault)));
                pick!(lang, calls::evaluations_no_column_names_the_call_columns(headers, call))
            }
            Self::NoMarkColumn { headers, items } => {
                let labels: Vec<String> = items.iter().map(|label| label[lang.pick(0, 1)].clone()).collect();
                let (headers, labels) = (quoted(headers), quoted(&labels));
                let listening = lang.quote(pick!(lang, calls::active_listening));
                let grid = if items.is_empty() {
                    String::new()
                } else {
                    pick!(lang, calls::or).to_owned() + &labels
                };
                pick!(lang, calls::evaluations_no_column_of_marks_columns_found(headers, listening, grid))
            }
        };
        lang.typeset(text)
    }
}

impl EvaluationFault {
    /// What kind of fault it is, in one word.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoCall { .. } => "no_call",
            Self::UnknownCall { .. } => "unknown_call",
            Self::UnknownItem { .. } => "unknown_item",
            Self::RepeatedColumn { .. } => "repeated_column",
            Self::UnusedColumn { .. } => "unused_column",
            Self::UnreadableMark { .. } => "unreadable_mark",
            Self::UnreadableDate { .. } => "unreadable_date",
            Self::Repeated { .. } => "repeated",
            Self::ReadAsFailed { .. } => "read_as_failed",
        }
    }

    /// Row as the spreadsheet numbers it; none for a whole column.
    #[must_use]
    pub fn row(&self) -> Option<u64> {
        match self {
            Self::NoCall { row, .. }
            | Self::UnknownCall { row, .. }
            | Self::UnknownItem { row, .. }
            | Self::UnreadableMark { row, .. }
            | Self::UnreadableDate { row, .. }
            | Self::ReadAsFailed { row, .. }
            | Self::Repeated { row, .. } => Some(*row),
            Self::RepeatedColumn { .. } | Self::UnusedColumn { .. } => None,
        }
    }

    /// Header of the column; none for a whole row.
    #[must_use]
    pub fn column(&self) -> Option<&str> {
        match self {
            Self::NoCall { column, .. }
            | Self::UnknownCall { column, .. }
            | Self::UnknownItem { column, .. }
            | Self::RepeatedColumn { column, .. }
            | Self::UnusedColumn { column }
            | Self::UnreadableMark { column, .. }
            | Self::ReadAsFailed { column, .. }
            | Self::UnreadableDate { column, .. } => Some(column),
            Self::Repeated { .. } => None,
        }
    }

    /// The fault for a report.
    #[must_use]
    pub fn to_row(&self, lang: Lang) -> FaultRow {
        FaultRow {
            code: self.code().to_owned(),
            row: self.row(),
            column: self.column().map(str::to_owned),
            message: self.message(lang),
        }
    }

    /// The fault in words: where, what, and what to write instead.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let place = match (self.row(), self.column()) {
            (Some(row), Some(column)) => {
                let column = lang.quote(column);
                pick!(lang, calls::row_column(row, column))
            }
            (Some(row), None) => pick!(lang, calls::row_in_fault(row)),
            (None, column) => pick!(lang, calls::column).to_owned() + &lang.quote(column.unwrap_or_default()),
        };
        let what = self.what(lang);
        lang.typeset(pick!(lang, calls::evaluations(place, what)))
    }

    fn what(&self, lang: Lang) -> String {
        match self {
            Self::NoCall { .. } => pick!(lang, calls::no_call_is_named_the_row_is_left).to_owned(),
            Self::UnknownCall { call, .. } => {
                let call = lang.quote(call);
                pick!(lang, calls::call_is_not_among_the_calls_read_it(call))
            }
            Self::UnknownItem { item, .. } => {
                let item = lang.quote(item);
                pick!(lang, calls::item_is_not_in_the_grid_its_marks(item))
            }
            Self::RepeatedColumn { item, .. } => {
                let item = lang.quote(item);
                pick!(lang, calls::an_earlier_column_already_holds_this_one_does(item))
            }
            Self::UnusedColumn { .. } => pick!(lang, calls::neither_an_item_of_the_grid_nor_a).to_owned(),
            Self::UnreadableMark { found, scale, .. } => {
                let found = lang.quote(found);
                let expected = scale.map_or_else(
                    || pick!(lang, calls::yes_no_or_na_1_or_0).to_owned(),
                    |(low, high)| {
                        let (low, high) = (plain(lang, low), plain(lang, high));
                        pick!(lang, calls::a_mark_from_to_or_na(low, high))
                    },
                );
                pick!(lang, calls::is_not_a_mark_write(found, expected))
            }
            Self::UnreadableDate { found, .. } => {
                let found = lang.quote(found);
                pick!(lang, calls::is_not_a_date_write_it_as_2025(found))
            }
            Self::Repeated { before, call, .. } => {
                let call = lang.quote(call);
                pick!(lang, calls::the_same_evaluator_marked_call_already_in_row(call, before))
            }
            Self::ReadAsFailed { cells, .. } => {
                let n = lang.count(*cells);
                let (c, nc) = (lang.quote("C"), lang.quote("NC"));
                pick!(lang, calls::is_read_as_non_conforme_failed_since_the(nc, c, n))
            }
        }
    }
}

/// An end of a scale with the decimals that it needs.
fn plain(lang: Lang, value: f64) -> String {
    lang.number(value, usize::from(value.fract() != 0.0))
}
