//! A table as Parquet: typed columns, empty cells as nulls.

use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int64Type};
use parquet::errors::Result;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::Type;

use crate::report::flat::{ColumnKind, DataColumn, DataTable, DataValue};

/// A table as a Parquet file: texts, 64-bit integers, doubles and booleans, all of which may be null. Snappy, which every
/// reader has; the same table gives the same bytes.
///
/// # Errors
/// Never in practice: it is written in memory.
pub fn parquet(table: &DataTable) -> Result<Vec<u8>> {
    let fields = table.columns.iter().map(|column| field(column).map(Arc::new)).collect::<Result<_>>()?;
    let schema = Type::group_type_builder(&table.id).with_fields(fields).build()?;
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_created_by(concat!("barometre ", env!("CARGO_PKG_VERSION")).to_owned())
        .build();
    let mut writer = SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties))?;
    let mut group = writer.next_row_group()?;
    for (at, column) in table.columns.iter().enumerate() {
        let cells = table.rows.iter().map(|row| &row[at]);
        match column.kind {
            ColumnKind::Text => write::<ByteArrayType>(&mut group, cells, text)?,
            ColumnKind::Integer => write::<Int64Type>(&mut group, cells, integer)?,
            ColumnKind::Number => write::<DoubleType>(&mut group, cells, number)?,
            ColumnKind::Boolean => write::<BoolType>(&mut group, cells, boolean)?,
        }
    }
    group.close()?;
    writer.into_inner()
}

fn field(column: &DataColumn) -> Result<Type> {
    let physical = match column.kind {
        ColumnKind::Text => Physical::BYTE_ARRAY,
        ColumnKind::Integer => Physical::INT64,
        ColumnKind::Number => Physical::DOUBLE,
        ColumnKind::Boolean => Physical::BOOLEAN,
    };
    let logical = (column.kind == ColumnKind::Text).then_some(LogicalType::String);
    Type::primitive_type_builder(&column.name, physical)
        .with_repetition(Repetition::OPTIONAL)
        .with_logical_type(logical)
        .build()
}

/// The next column: its values, and for each row whether there is one.
fn write<'v, T: DataType>(
    group: &mut SerializedRowGroupWriter<'_, Vec<u8>>,
    cells: impl Iterator<Item = &'v DataValue>,
    of: fn(&DataValue) -> Option<T::T>,
) -> Result<()> {
    let (mut values, mut levels) = (Vec::new(), Vec::new());
    for cell in cells {
        let value = of(cell);
        levels.push(i16::from(value.is_some()));
        values.extend(value);
    }
    let Some(mut column) = group.next_column()? else { return Ok(()) };
    typed::<T>(&mut column, &values, &levels)?;
    column.close()
}

fn typed<T: DataType>(
    column: &mut SerializedColumnWriter<'_>,
    values: &[T::T],
    levels: &[i16],
) -> Result<usize> {
    column.typed::<T>().write_batch(values, Some(levels), None)
}

fn text(cell: &DataValue) -> Option<ByteArray> {
    match cell {
        DataValue::Text(text) => Some(ByteArray::from(text.as_str())),
        _ => None,
    }
}

fn integer(cell: &DataValue) -> Option<i64> {
    match cell {
        DataValue::Integer(n) => Some(*n),
        _ => None,
    }
}

fn number(cell: &DataValue) -> Option<f64> {
    match cell {
        DataValue::Number(x) => Some(*x),
        _ => None,
    }
}

fn boolean(cell: &DataValue) -> Option<bool> {
    match cell {
        DataValue::Boolean(yes) => Some(*yes),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::Field;
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_written_is_read_back_with_its_nulls() {
        let table = DataTable::of_rows(
            "x",
            vec![
                json!({"text": "=1", "n": 3, "value": 0.1, "yes": true}),
                json!({"text": null, "n": null, "value": null, "yes": null}),
                json!({"text": "é", "n": -2, "value": 1e-300, "yes": false}),
            ],
        );
        let bytes = parquet(&table).unwrap();
        assert_eq!(bytes, parquet(&table).unwrap());
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("x.parquet");
        std::fs::write(&path, bytes).unwrap();
        let reader = SerializedFileReader::new(std::fs::File::open(&path).unwrap()).unwrap();
        let rows: Vec<Vec<Field>> = reader
            .get_row_iter(None)
            .unwrap()
            .map(|row| row.unwrap().into_columns().into_iter().map(|(_, field)| field).collect())
            .collect();
        assert_eq!(rows[0][0], Field::Str("=1".into()));
        assert_eq!(rows[0][2], Field::Double(0.1));
        assert_eq!(rows[1], vec![Field::Null; 4]);
        assert_eq!(
            rows[2],
            [Field::Str("é".into()), Field::Long(-2), Field::Double(1e-300), Field::Bool(false)]
        );
    }
}
