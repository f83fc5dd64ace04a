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
                let (headers, call) = (quoted(headers), lang.quote(lang.pick("appel", "call")));
                lang.pick(
                    format!("Évaluations : aucune colonne ne nomme l’appel ; colonnes trouvées : {headers}. Nommez-la {call}."),
                    format!("Evaluations: no column names the call; columns found: {headers}. Name it {call}."),
                )
            }
            Self::NoMarkColumn { headers, items } => {
                let labels: Vec<String> = items.iter().map(|label| label[lang.pick(0, 1)].clone()).collect();
                let (headers, labels) = (quoted(headers), quoted(&labels));
                let listening = lang.quote(lang.pick("écoute active", "active listening"));
                let grid = if items.is_empty() {
                    String::new()
                } else {
                    lang.pick(" ou ", " or ").to_owned() + &labels
                };
                lang.pick(
                    format!("Évaluations : aucune colonne de notes ; colonnes trouvées : {headers}. Attendu : {listening}{grid}."),
                    format!("Evaluations: no column of marks; columns found: {headers}. Expected: {listening}{grid}."),
                )
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
                lang.pick(format!("ligne {row}, colonne {column}"), format!("row {row}, column {column}"))
            }
            (Some(row), None) => lang.pick(format!("ligne {row}"), format!("row {row}")),
            (None, column) => {
                lang.pick("colonne ", "column ").to_owned() + &lang.quote(column.unwrap_or_default())
            }
        };
        let what = self.what(lang);
        lang.typeset(
            lang.pick(format!("Évaluations, {place} : {what}"), format!("Evaluations, {place}: {what}")),
        )
    }

    fn what(&self, lang: Lang) -> String {
        match self {
            Self::NoCall { .. } => lang.pick(
                "aucun appel n’est nommé, la ligne est laissée de côté. Écrivez l’identifiant de l’appel."
                    .to_owned(),
                "no call is named, the row is left out. Write the id of the call.".to_owned(),
            ),
            Self::UnknownCall { call, .. } => {
                let call = lang.quote(call);
                lang.pick(
                    format!("l’appel {call} n’est pas parmi les appels lus ; il ne compte que si le plan d’écoute l’a tiré. Écrivez l’identifiant tel que le plan le donne."),
                    format!("call {call} is not among the calls read; it counts only where the listening plan drew it. Write the id as the plan gives it."),
                )
            }
            Self::UnknownItem { item, .. } => {
                let item = lang.quote(item);
                lang.pick(
                    format!("le critère {item} n’est pas dans la grille, ses notes ne comptent pas. Ajoutez-le à la grille ou corrigez son nom."),
                    format!("item {item} is not in the grid, its marks do not count. Add it to the grid or correct its name."),
                )
            }
            Self::RepeatedColumn { item, .. } => {
                let item = lang.quote(item);
                lang.pick(
                    format!("une colonne précédente porte déjà {item}, celle-ci ne compte pas. Supprimez l’une des deux."),
                    format!("an earlier column already holds {item}, this one does not count. Delete one of the two."),
                )
            }
            Self::UnusedColumn { .. } => lang.pick(
                "ni critère de la grille ni colonne connue, elle n’est pas lue.".to_owned(),
                "neither an item of the grid nor a known column, it is not read.".to_owned(),
            ),
            Self::UnreadableMark { found, scale, .. } => {
                let found = lang.quote(found);
                let expected = scale.map_or_else(
                    || lang.pick("oui, non ou NA (1 ou 0)", "yes, no or NA (1 or 0)").to_owned(),
                    |(low, high)| {
                        let (low, high) = (plain(lang, low), plain(lang, high));
                        lang.pick(
                            format!("une note de {low} à {high}, ou NA"),
                            format!("a mark from {low} to {high}, or NA"),
                        )
                    },
                );
                lang.pick(
                    format!("{found} n’est pas une note. Écrivez {expected}."),
                    format!("{found} is not a mark. Write {expected}."),
                )
            }
            Self::UnreadableDate { found, .. } => {
                let found = lang.quote(found);
                lang.pick(
                    format!("{found} n’est pas une date. Écrivez-la comme 31/12/2025."),
                    format!("{found} is not a date. Write it as 2025-12-31."),
                )
            }
            Self::Repeated { before, call, .. } => {
                let call = lang.quote(call);
                lang.pick(
                    format!("le même évaluateur a déjà noté l’appel {call} à la ligne {before} ; la dernière ligne compte."),
                    format!("the same evaluator marked call {call} already in row {before}; the last row counts."),
                )
            }
            Self::ReadAsFailed { cells, .. } => {
                let n = lang.count(*cells);
                let (c, nc) = (lang.quote("C"), lang.quote("NC"));
                lang.pick(
                    format!("{nc} est lu « non conforme » puisque le fichier note aussi {c} (cellules : {n}). Écrivez NA si le critère ne s’applique pas."),
                    format!("{nc} is read as “non conforme” (failed), since the file also marks {c} (cells: {n}). Write NA where the item does not apply."),
                )
            }
        }
    }
}

/// An end of a scale with the decimals that it needs.
fn plain(lang: Lang, value: f64) -> String {
    lang.number(value, usize::from(value.fract() != 0.0))
}
