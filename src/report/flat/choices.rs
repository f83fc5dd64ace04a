//! Frequency tables and cross-tables as lines: one a cell, then one a mean.

use super::{ColumnKind, DataColumn, DataTable, DataValue};
use crate::report::frequency::{Base, FrequencyTable};

/// Id of the table.
pub(super) const ID: &str = "tables_cells";

/// The columns of a line.
const COLUMNS: [(&str, ColumnKind); 18] = [
    ("question", ColumnKind::Text),
    ("by", ColumnKind::Text),
    ("base", ColumnKind::Text),
    ("kind", ColumnKind::Text),
    ("row", ColumnKind::Text),
    ("column", ColumnKind::Text),
    ("n", ColumnKind::Integer),
    ("weighted_n", ColumnKind::Number),
    ("column_share", ColumnKind::Number),
    ("row_share", ColumnKind::Number),
    ("mean", ColumnKind::Number),
    ("se", ColumnKind::Number),
    ("ci_low", ColumnKind::Number),
    ("ci_high", ColumnKind::Number),
    ("letters", ColumnKind::Text),
    ("base_n", ColumnKind::Integer),
    ("weighted_base", ColumnKind::Number),
    ("n_eff", ColumnKind::Number),
];

/// What is counted in a cell, or the mean of a column.
#[derive(Default)]
struct Figures {
    n: Option<u64>,
    weighted_n: Option<f64>,
    column_share: Option<f64>,
    row_share: Option<f64>,
    mean: Option<f64>,
    se: Option<f64>,
    ci: (Option<f64>, Option<f64>),
    letters: Option<String>,
}

/// One line a cell, then one a mean, of each table.
pub(super) fn cells(tables: &[FrequencyTable]) -> DataTable {
    let columns = COLUMNS.map(|(name, kind)| DataColumn { name: name.to_owned(), kind }).into();
    let mut rows = Vec::new();
    for table in tables {
        for cell in &table.cells {
            let kind = if table.nets.contains(&cell.row) { "net" } else { "answer" };
            let figures = Figures {
                n: cell.n,
                weighted_n: cell.weighted_n,
                column_share: cell.column_share,
                row_share: cell.row_share,
                se: cell.se,
                ci: (cell.ci_low, cell.ci_high),
                letters: cell.letters.clone(),
                mean: None,
            };
            rows.push(line(table, (kind, Some(cell.row.clone())), cell.column.as_ref(), figures));
        }
        for mean in &table.means {
            let figures = Figures {
                mean: mean.mean,
                se: mean.se,
                ci: (mean.ci_low, mean.ci_high),
                ..Figures::default()
            };
            rows.push(line(table, ("mean", None), mean.column.as_ref(), figures));
        }
    }
    DataTable { id: ID.to_owned(), columns, rows }
}

fn line(
    table: &FrequencyTable,
    (kind, row): (&str, Option<String>),
    column: Option<&String>,
    figures: Figures,
) -> Vec<DataValue> {
    let base = table.bases.iter().find(|base| base.column.as_ref() == column);
    let of = match table.base {
        Base::Respondents => "respondents",
        Base::Citations => "citations",
    };
    vec![
        text(Some(table.question.clone())),
        text(table.by.clone()),
        text(Some(of.to_owned())),
        text(Some(kind.to_owned())),
        text(row),
        text(column.cloned()),
        count(figures.n),
        number(figures.weighted_n),
        number(figures.column_share),
        number(figures.row_share),
        number(figures.mean),
        number(figures.se),
        number(figures.ci.0),
        number(figures.ci.1),
        text(figures.letters.filter(|letters| !letters.is_empty())),
        count(base.and_then(|base| base.n)),
        number(base.and_then(|base| base.weighted_base)),
        number(base.and_then(|base| base.n_eff)),
    ]
}

fn text(text: Option<String>) -> DataValue {
    text.map_or(DataValue::Null, DataValue::Text)
}

fn number(number: Option<f64>) -> DataValue {
    number.map_or(DataValue::Null, DataValue::Number)
}

fn count(count: Option<u64>) -> DataValue {
    count.and_then(|n| i64::try_from(n).ok()).map_or(DataValue::Null, DataValue::Integer)
}
