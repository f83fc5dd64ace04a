//! The rows of a file that is no delimited text, on their way into the regular copy that Polars scans.

use std::collections::BTreeSet;
use std::io::Write;

use tempfile::{NamedTempFile, TempPath};

use crate::error::{Error, Excess, Location, Result, Warning};

/// The longest cell accepted, in bytes: a spreadsheet holds 32,767 characters, a verbatim far less.
pub(super) const MAX_CELL_BYTES: u64 = 16 << 20;
/// The most columns accepted: what a spreadsheet holds.
pub(super) const MAX_COLUMNS: u64 = 16_384;

/// A column as its file describes it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Field {
    /// Name, distinct in the file.
    pub name: String,
    /// Text of the question, where the file gives it beside the name.
    pub text: Option<String>,
    /// Value labels in the order of the file: the code, and the label that stands for it in the cells.
    pub labels: Vec<(f64, String)>,
    /// Cells that the file itself declares to mean no answer.
    pub missing: BTreeSet<String>,
    /// What the tool that wrote the file uses the column for, when it is no question.
    pub role: Option<Role>,
    /// What the tool writes between several answers of one cell.
    pub separator: Option<&'static str>,
}

/// What a survey tool uses a column of its own for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The moment of the answer.
    Date,
    /// Who answered: response id, address, name.
    Identifier,
    /// Anything else that the tool keeps for itself: progress, duration, browser.
    Technical,
}

/// A file read record by record.
pub(super) struct Document {
    /// Its columns.
    pub(super) fields: Vec<Field>,
    /// Its rows.
    pub(super) written: Written,
    /// What the reader had to decide.
    pub(super) warnings: Vec<Warning>,
}

/// Rows written one after the other, each with its number; the blank ones are left out.
pub(super) struct Records {
    file: String,
    writer: csv::Writer<NamedTempFile>,
    width: usize,
    rows: u64,
}

/// Rows that were written: a CSV without quotes to guess, comma-separated, a header, the row number first.
pub(super) struct Written {
    /// The file; removed when dropped.
    pub(super) path: TempPath,
    /// Rows, blank ones apart.
    pub(super) rows: u64,
}

impl Records {
    /// Begins a copy of `file` whose rows have `width` cells.
    pub(super) fn new(file: &str, width: usize) -> Result<Self> {
        let at = || Location { file: file.to_owned(), row: None, column: None };
        if width as u64 > MAX_COLUMNS {
            return Err(Error::TooLarge { at: at(), what: Excess::Columns, limit: MAX_COLUMNS });
        }
        let copy = NamedTempFile::new().map_err(|e| Error::io(std::env::temp_dir(), e))?;
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(copy);
        // The scanner takes the first line for a header and its names from elsewhere.
        let header = writer.write_record(std::iter::repeat_n("-", width + 1));
        header.map_err(|e| Error::Engine { file: file.to_owned(), cause: e.to_string() })?;
        Ok(Self { file: file.to_owned(), writer, width, rows: 0 })
    }

    /// Writes the row that a spreadsheet numbers `row`; cells missing at its end are empty. Whether it was
    /// written: a blank row is not.
    pub(super) fn write(&mut self, row: u64, cells: &[impl AsRef<[u8]>]) -> Result<bool> {
        if cells.iter().all(|cell| cell.as_ref().trim_ascii().is_empty()) {
            return Ok(false);
        }
        if cells.iter().any(|cell| cell.as_ref().len() as u64 > MAX_CELL_BYTES) {
            let at = Location { file: self.file.clone(), row: Some(row), column: None };
            return Err(Error::TooLarge { at, what: Excess::CellBytes, limit: MAX_CELL_BYTES });
        }
        self.put(row, cells).map_err(|e| Error::Engine { file: self.file.clone(), cause: e.to_string() })?;
        self.rows += 1;
        Ok(true)
    }

    fn put(&mut self, row: u64, cells: &[impl AsRef<[u8]>]) -> csv::Result<()> {
        self.writer.write_field(row.to_string())?;
        for i in 0..self.width {
            self.writer.write_field(cells.get(i).map_or(&b""[..], AsRef::as_ref))?;
        }
        self.writer.write_record(None::<&[u8]>)
    }

    /// Ends the copy.
    pub(super) fn finish(self) -> Result<Written> {
        let io = |cause: std::io::Error| Error::io(std::env::temp_dir(), cause);
        let mut copy = self.writer.into_inner().map_err(|e| io(e.into_error()))?;
        copy.flush().map_err(io)?;
        Ok(Written { path: copy.into_temp_path(), rows: self.rows })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_numbered_padded_and_blank_ones_left_out() {
        let mut records = Records::new("x", 2).unwrap();
        assert!(records.write(2, &["a, b", "\"c\"\nd"]).unwrap());
        assert!(!records.write(3, &["", " "]).unwrap());
        assert!(records.write(5, &["e"]).unwrap());
        let written = records.finish().unwrap();
        let text = std::fs::read_to_string(&written.path).unwrap();
        assert_eq!((text.as_str(), written.rows), ("-,-,-\n2,\"a, b\",\"\"\"c\"\"\nd\"\n5,e,\n", 2));
    }

    #[test]
    fn more_than_a_spreadsheet_holds_is_refused() {
        let columns = Records::new("x", 20_000).map(|_| ());
        assert!(matches!(columns, Err(Error::TooLarge { what: Excess::Columns, .. })));
        let cell = Records::new("x", 1).unwrap().write(2, &[vec![b'a'; 17 << 20]]);
        assert!(
            matches!(cell, Err(Error::TooLarge { what: Excess::CellBytes, at, .. }) if at.row == Some(2))
        );
    }
}
