//! The arrays of `report.json` as flat tables of typed columns: what CSV, Parquet and the workbook hold.

mod choices;
mod kinds;
mod row;
mod sources;

pub use row::flat_row;

use serde_json::{Map, Value};

use crate::error::{Error, Result};
use crate::report::Report;

/// One array of `report.json`, one line a row; names are those of the array, nested ones joined by `_`.
#[derive(Debug, Clone, PartialEq)]
pub struct DataTable {
    /// Name of the array: `metrics`, `distributions_values`, `transcripts_calls`.
    pub id: String,
    /// The columns, those of all rows together.
    pub columns: Vec<DataColumn>,
    /// One value a column.
    pub rows: Vec<Vec<DataValue>>,
}

/// A column of a [`DataTable`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataColumn {
    /// Its name in `report.json`.
    pub name: String,
    /// What all its values are, empty cells apart.
    pub kind: ColumnKind,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Texts and codes.
    Text,
    /// Whole numbers: counts, row numbers.
    Integer,
    /// Numbers, unrounded.
    Number,
    /// True or false.
    Boolean,
}

/// A cell of a [`DataTable`].
#[derive(Debug, Clone, PartialEq)]
pub enum DataValue {
    /// Null in `report.json`: nothing to say, or hidden.
    Null,
    /// A text.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A number.
    Number(f64),
    /// True or false.
    Boolean(bool),
}

impl DataTable {
    /// Rows like those of `report.json` as a table. A list becomes a text; `timing.duration` becomes `timing_duration`; a
    /// segment is `column = value`, and, after the other columns, `segment_column` and `segment_value`; shares of groups
    /// stand in columns of their own at the end too.
    #[must_use]
    pub fn of_rows(id: &str, rows: Vec<Value>) -> Self {
        Self::typed(id, rows.into_iter().map(row::data_row).collect(), &|_| None)
    }

    /// A table of flat rows; `declared` says what a column without any value would hold.
    fn typed(id: &str, rows: Vec<Map<String, Value>>, declared: &dyn Fn(&str) -> Option<ColumnKind>) -> Self {
        let names = row::all_keys(&rows);
        let column = |name: &String| {
            let found = rows.iter().filter_map(|row| kinds::of_value(row.get(name)?));
            let kind = found.reduce(kinds::wider).or_else(|| declared(name)).unwrap_or(ColumnKind::Text);
            DataColumn { name: name.clone(), kind }
        };
        let columns: Vec<DataColumn> = names.iter().map(column).collect();
        let line = |mut row: Map<String, Value>| {
            let cell = |c: &DataColumn| value(row.remove(&c.name).unwrap_or_default(), c.kind);
            columns.iter().map(cell).collect()
        };
        let rows = rows.into_iter().map(line).collect();
        Self { id: id.to_owned(), columns, rows }
    }

    /// Place of a column.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }
}

/// A value of JSON in a column of that kind.
fn value(value: Value, kind: ColumnKind) -> DataValue {
    match (value, kind) {
        (Value::Null, _) => DataValue::Null,
        (Value::Bool(yes), ColumnKind::Boolean) => DataValue::Boolean(yes),
        (Value::Number(n), ColumnKind::Integer) => n.as_i64().map_or(DataValue::Null, DataValue::Integer),
        (Value::Number(n), ColumnKind::Number) => n.as_f64().map_or(DataValue::Null, DataValue::Number),
        (other, _) => DataValue::Text(row::text(&other)),
    }
}

/// Every array of a report that has rows, in the order of `report.json`; the cells of the frequency tables are
/// `tables_cells`, one line a cell, then one a mean.
///
/// # Errors
/// Never in practice: a report holds only numbers and texts.
pub fn data_tables(report: &Report) -> Result<Vec<DataTable>> {
    let whole = json(report)?;
    let made = sources::ALL.iter().map(|source| table(source, report, &whole));
    Ok(made.filter(|table| !table.rows.is_empty()).collect())
}

/// One array of a report by its id; a table without rows where the report has none, `None` where no report has it.
///
/// # Errors
/// As [`data_tables`].
pub fn data_table(report: &Report, id: &str) -> Result<Option<DataTable>> {
    let Some(source) = sources::ALL.iter().find(|source| source.id == id) else { return Ok(None) };
    Ok(Some(table(source, report, &json(report)?)))
}

fn table(source: &sources::Source, report: &Report, whole: &Value) -> DataTable {
    if source.id == choices::ID {
        return choices::cells(&report.tables);
    }
    let rows = source.rows(whole).into_iter().map(row::data_row).collect();
    DataTable::typed(source.id, rows, &|column| source.kind(column))
}

fn json(report: &Report) -> Result<Value> {
    serde_json::to_value(report)
        .map_err(|e| Error::Render { what: "report.json".into(), cause: e.to_string() })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::lang::Lang;
    use crate::report::sample;

    fn names(table: &DataTable) -> Vec<&str> {
        table.columns.iter().map(|column| column.name.as_str()).collect()
    }

    #[test]
    fn rows_of_different_keys_make_one_table() {
        use ColumnKind::{Boolean, Integer, Number, Text};
        let table = DataTable::of_rows(
            "x",
            vec![
                json!({"id": "a", "timing": {"duration": 5, "of": {"n": 1}}, "value": 1, "voices": [{"role": "agent"}, {"role": "client"}]}),
                json!({"id": "b", "timing": null, "value": 2.5, "voices": [], "heard": true}),
            ],
        );
        assert_eq!(names(&table), ["id", "timing_duration", "timing_of_n", "value", "voices", "heard"]);
        let kinds: Vec<ColumnKind> = table.columns.iter().map(|column| column.kind).collect();
        assert_eq!(kinds, [Text, Integer, Integer, Number, Text, Boolean]);
        assert_eq!(table.rows[0][3], DataValue::Number(1.0));
        assert_eq!(table.rows[0][4], DataValue::Text("agent; client".into()));
        assert_eq!(table.rows[1][1], DataValue::Null);
        assert_eq!(table.rows[0][5], DataValue::Null);
    }

    #[test]
    fn segments_and_shares_stand_apart_after_the_other_columns() {
        let report = sample::full(Lang::Fr);
        let table = data_table(&report, "metrics").unwrap().unwrap();
        let names = names(&table);
        assert_eq!(names[..5], ["question", "metric", "wave", "segment", "value"]);
        let suppressed = table.column("suppressed").unwrap();
        assert!(table.column("segment_column").unwrap() > suppressed);
        assert!(table.column("share_promoters").unwrap() > suppressed);
        let (whole, column, value) = (
            table.column("segment").unwrap(),
            table.column("segment_column").unwrap(),
            table.column("segment_value").unwrap(),
        );
        for row in &table.rows {
            match (&row[whole], &row[column], &row[value]) {
                (DataValue::Null, DataValue::Null, DataValue::Null) => {}
                (DataValue::Text(both), DataValue::Text(column), DataValue::Text(value)) => {
                    assert!(both.starts_with(column.split(" × ").next().unwrap()) && both.ends_with(value));
                }
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn a_column_without_a_value_has_the_kind_that_the_schema_gives() {
        let mut report = sample::full(Lang::Fr);
        for row in &mut report.metrics {
            (row.deff, row.wave, row.n) = (None, None, None);
        }
        let table = data_table(&report, "metrics").unwrap().unwrap();
        let kind = |name: &str| table.columns[table.column(name).unwrap()].kind;
        assert_eq!(kind("deff"), ColumnKind::Number);
        assert_eq!(kind("wave"), ColumnKind::Text);
        assert_eq!(kind("n"), ColumnKind::Integer);
        assert_eq!(kind("segment_value"), ColumnKind::Text);
    }

    #[test]
    fn nested_rows_bear_what_tells_their_parent() {
        let report = sample::full(Lang::Fr);
        let table = data_table(&report, "series_points").unwrap().unwrap();
        assert_eq!(names(&table)[..4], ["question", "metric", "segment", "wave"]);
        let all: usize = report.series.iter().map(|series| series.points.len()).sum();
        assert!(all > 0 && table.rows.len() == all);
        assert!(data_table(&report, "no_such_array").unwrap().is_none());
    }
}
