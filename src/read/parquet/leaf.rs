//! One column of a group of rows, decoded some rows ahead.

use parquet::column::reader::{ColumnReader, ColumnReaderImpl, get_column_reader};
use parquet::data_type::DataType;
use parquet::errors::Result;
use parquet::file::reader::RowGroupReader;
use parquet::schema::types::ColumnDescriptor;

use super::super::guard::Checked;
use super::super::records::MAX_CELL_BYTES;
use super::pages::Pages;
use super::value::{Meaning, Value};

/// Between the values of a list in one cell.
const SEPARATOR: &str = "; ";

/// A column whose values were set aside for some rows.
pub(super) trait Leaf {
    /// Sets the next `rows` aside; those before must have been taken.
    fn load(&mut self, rows: usize) -> Checked<()>;

    /// Appends the text of the next row.
    fn next(&mut self, cell: &mut String);
}

/// The column `i` of a group of rows.
pub(super) fn open(group: &dyn RowGroupReader, i: usize) -> Result<Box<dyn Leaf>> {
    let column = group.metadata().schema_descr().column(i);
    let pages = Pages::new(group.get_column_page_reader(i)?, &column);
    Ok(match get_column_reader(column.clone(), Box::new(pages)) {
        ColumnReader::BoolColumnReader(reader) => leaf(reader, &column),
        ColumnReader::Int32ColumnReader(reader) => leaf(reader, &column),
        ColumnReader::Int64ColumnReader(reader) => leaf(reader, &column),
        ColumnReader::Int96ColumnReader(reader) => leaf(reader, &column),
        ColumnReader::FloatColumnReader(reader) => leaf(reader, &column),
        ColumnReader::DoubleColumnReader(reader) => leaf(reader, &column),
        ColumnReader::ByteArrayColumnReader(reader) => leaf(reader, &column),
        ColumnReader::FixedLenByteArrayColumnReader(reader) => leaf(reader, &column),
    })
}

fn leaf<T: DataType<T: Value>>(reader: ColumnReaderImpl<T>, column: &ColumnDescriptor) -> Box<dyn Leaf> {
    Box::new(Typed {
        reader,
        meaning: Meaning::of(column),
        deepest: column.max_def_level(),
        repeated: column.max_rep_level() > 0,
        values: Vec::new(),
        definitions: Vec::new(),
        repetitions: Vec::new(),
        value: 0,
        level: 0,
    })
}

struct Typed<T: DataType> {
    reader: ColumnReaderImpl<T>,
    meaning: Meaning,
    /// Level of definition of a value; a lower one is the absence of it, or of what it lies in.
    deepest: i16,
    /// A row may have several values, or none.
    repeated: bool,
    values: Vec<T::T>,
    definitions: Vec<i16>,
    repetitions: Vec<i16>,
    /// Values and levels taken.
    value: usize,
    level: usize,
}

impl<T: DataType<T: Value>> Leaf for Typed<T> {
    fn load(&mut self, rows: usize) -> Checked<()> {
        self.values.clear();
        self.definitions.clear();
        self.repetitions.clear();
        (self.value, self.level) = (0, 0);
        let mut loaded = 0;
        while loaded < rows {
            let (definitions, repetitions) = (Some(&mut self.definitions), Some(&mut self.repetitions));
            let read = self.reader.read_records(rows - loaded, definitions, repetitions, &mut self.values);
            match read.map_err(|e| e.to_string())? {
                (0, ..) => return Err("a column has fewer rows than announced".to_owned()),
                (records, ..) => loaded += records,
            }
        }
        Ok(())
    }

    fn next(&mut self, cell: &mut String) {
        loop {
            if self.deepest == 0 || self.definitions.get(self.level) == Some(&self.deepest) {
                // What is too long to be written need not be longer.
                if let Some(value) = self.values.get(self.value)
                    && cell.len() as u64 <= MAX_CELL_BYTES
                {
                    let text = value.text(self.meaning);
                    if cell.is_empty() {
                        *cell = text;
                    } else if !text.is_empty() {
                        cell.push_str(SEPARATOR);
                        cell.push_str(&text);
                    }
                }
                self.value += 1;
            }
            self.level += 1;
            let goes_on = self.repeated && self.repetitions.get(self.level).is_some_and(|level| *level > 0);
            if !goes_on {
                return;
            }
        }
    }
}
