//! Delimited text: looked at once, rewritten when it is not regular, then scanned by Polars.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use polars::io::RowIndex;
use polars::prelude::{DataType, Field, LazyCsvReader, LazyFileListReader, LazyFrame, PlRefPath, Schema};
use tempfile::TempPath;

use super::export::{self, Layout};
use super::records::{MAX_CELL_BYTES, MAX_COLUMNS, Records, Written};
use super::structure::{Structure, look};
use super::{Options, ROW, Table, dialect, encoding, fields, limesurvey, mojibake};
use crate::error::{Error, Excess, Location, Result, Warning};

/// Records that show where the header is.
const FIRST: usize = 60;

pub(super) fn open(path: &Path, file: &str, options: &Options) -> Result<Table> {
    let mut warnings = Vec::new();
    let mut text = Text { path: path.to_path_buf(), copies: Vec::new() };
    let decoded = match &options.encoding {
        Some(name) => encoding::as_declared(path, file, name)?,
        None if encoding::is_utf16(&dialect::head(path)?) => Some(encoding::as_found(path, file)?),
        None => None,
    };
    let known = decoded.is_some();
    if let Some((copy, warning)) = decoded {
        text.replace(copy);
        warnings.extend(warning);
    }
    loop {
        if options.repair_encoding {
            let (copy, pieces) = mojibake::repair_copy(&text.path)?;
            if pieces > 0 {
                warnings.push(Warning::Repaired { file: file.to_owned(), pieces });
                text.replace(copy);
            }
        }
        match open_utf8(&text.path, file, options, warnings.clone())? {
            Some(mut table) => {
                text.copies.extend(table.copies);
                table.copies = text.copies;
                return Ok(table);
            }
            None if known => return Err(Error::Empty { file: file.to_owned() }),
            None => {
                let (copy, warning) = encoding::as_found(&text.path, file)?;
                text.replace(copy);
                warnings.extend(warning);
            }
        }
    }
}

/// The file being read: the user's, or the last of the copies made of it.
struct Text {
    path: PathBuf,
    copies: Vec<Arc<TempPath>>,
}

impl Text {
    fn replace(&mut self, copy: TempPath) {
        self.path = copy.to_path_buf();
        self.copies = vec![Arc::new(copy)];
    }
}

/// Reads a file in UTF-8; nothing when it is not.
fn open_utf8(
    path: &Path,
    file: &str,
    options: &Options,
    mut warnings: Vec<Warning>,
) -> Result<Option<Table>> {
    let head = dialect::head(path)?;
    // Excel names the separator on a line of its own, which it does not show.
    if let Some((separator, rest)) = dialect::separator_line(&head) {
        let copy = dialect::without_first_bytes(path, head.len() - rest.len())?;
        let table = read(&copy, file, options, Some(separator), warnings)?;
        return Ok(table.map(|mut table| {
            table.copies.push(Arc::new(copy));
            table
        }));
    }
    if !options.repair_encoding {
        warnings.extend(mojibake::warning(&String::from_utf8_lossy(&head), file));
    }
    read(path, file, options, None, warnings)
}

fn read(
    path: &Path,
    file: &str,
    options: &Options,
    separator: Option<u8>,
    mut warnings: Vec<Warning>,
) -> Result<Option<Table>> {
    let head = dialect::head(path)?;
    let text = String::from_utf8_lossy(&head);
    let separator = separator.unwrap_or_else(|| dialect::separator(&text));
    let layout = export::layout(&first_records(&text, separator), options.plain);
    let found = structure(path, separator, &layout)?;
    if !found.utf8 {
        return Ok(None);
    }
    refuse_damage(&found, file)?;
    if found.records == 0 {
        return Err(Error::Empty { file: file.to_owned() });
    }
    if let Some((n, first)) = found.short {
        warnings.push(Warning::ShortRows { file: file.to_owned(), n, first });
    }
    let mut fields = fields(&layout, file, &mut warnings);
    let labels = limesurvey::labels(&layout, file, &mut fields, &mut warnings);
    let columns: Vec<String> = fields.iter().map(|f| f.name.clone()).collect();
    let plain = found.regular && layout.header == 0 && layout.data == 1 && layout.export.is_none();
    let mut table = Table::new(file, fields, LazyFrame::default());
    table.warnings = warnings;
    table.export = layout.export;
    if plain {
        table.rows = found.records - 1;
        table.frame = scan(path, file, separator, &columns, true)?;
    } else {
        let copy = rewrite(path, file, separator, &found, &layout, &labels, &mut table)?;
        table.rows = copy.rows;
        table.frame = scan_written(&copy.path, file, &columns)?;
        table.copies.push(Arc::new(copy.path));
    }
    Ok(Some(table))
}

/// The first records of a text, the last one left out when it may be cut.
fn first_records(head: &str, separator: u8) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(head.as_bytes());
    let mut rows: Vec<Vec<String>> = reader
        .records()
        .take(FIRST)
        .map_while(std::result::Result::ok)
        .map(|record| record.iter().map(str::to_owned).collect())
        .collect();
    if head.len() >= dialect::HEAD_BYTES && rows.len() > 1 && rows.len() < FIRST {
        rows.pop();
    }
    rows
}

fn structure(path: &Path, separator: u8, layout: &Layout) -> Result<Structure> {
    let input = File::open(path).map_err(|e| Error::io(path, e))?;
    // A header of two rows may be wider than either.
    let least = if layout.data > layout.header + 1 { layout.names.len() } else { 0 };
    look(input, separator, layout.header as u64, least).map_err(|e| Error::io(path, e))
}

fn refuse_damage(found: &Structure, file: &str) -> Result<()> {
    let at = |row| Location { file: file.to_owned(), row, column: None };
    if found.width as u64 > MAX_COLUMNS {
        return Err(Error::TooLarge { at: at(None), what: Excess::Columns, limit: MAX_COLUMNS });
    }
    if let Some(row) = found.unclosed {
        return Err(Error::UnclosedQuote { at: at(Some(row)) });
    }
    if found.large.is_some() {
        return Err(Error::TooLarge { at: at(found.large), what: Excess::CellBytes, limit: MAX_CELL_BYTES });
    }
    if let Some((row, cells)) = found.long {
        return Err(Error::LongRow { at: at(Some(row)), found: cells, expected: found.width });
    }
    Ok(())
}

/// A regular copy: title and description rows, blank lines and set-aside rows gone, every record as wide as
/// the header.
fn rewrite(
    path: &Path,
    file: &str,
    separator: u8,
    found: &Structure,
    layout: &Layout,
    labels: &limesurvey::Labels,
    table: &mut Table,
) -> Result<Written> {
    let engine = |e: csv::Error| Error::Engine { file: file.to_owned(), cause: e.to_string() };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_path(path)
        .map_err(engine)?;
    let mut records = Records::new(file, found.width)?;
    let mut record = csv::StringRecord::new();
    let (mut row, mut index) = (0u64, 0usize);
    while reader.read_record(&mut record).map_err(engine)? {
        row += 1;
        while found.blank.contains(row) {
            row += 1;
        }
        index += 1;
        if index <= layout.data {
            continue;
        }
        let cells: Vec<&str> =
            record.iter().take(found.width).enumerate().map(|(i, cell)| labels.of(i, cell)).collect();
        if let Some(reason) = layout.export.and_then(|tool| export::set_aside(tool, &layout.names, &cells)) {
            *table.set_aside.entry(reason.to_owned()).or_default() += 1;
        } else if !records.write(row, &cells)? {
            *table.set_aside.entry("blank".to_owned()).or_default() += 1;
        }
    }
    records.finish()
}

/// Scans what [`Records`] wrote.
pub(super) fn scan_written(path: &Path, file: &str, columns: &[String]) -> Result<LazyFrame> {
    scan(path, file, b',', columns, false)
}

/// Every column as text. Without `numbered`, the first column of the file is the row number.
fn scan(path: &Path, file: &str, separator: u8, columns: &[String], numbered: bool) -> Result<LazyFrame> {
    let engine =
        |e: polars::error::PolarsError| Error::Engine { file: file.to_owned(), cause: e.to_string() };
    let absolute: PathBuf = std::path::absolute(path).map_err(|e| Error::io(path, e))?;
    let mut fields: Vec<Field> = Vec::with_capacity(columns.len() + 1);
    if !numbered {
        fields.push(Field::new(ROW.into(), DataType::UInt32));
    }
    fields.extend(columns.iter().map(|c| Field::new(c.as_str().into(), DataType::String)));
    let index = numbered.then(|| RowIndex { name: ROW.into(), offset: 2 });
    LazyCsvReader::new(PlRefPath::try_from_path(&absolute).map_err(engine)?)
        .with_has_header(true)
        .with_separator(separator)
        .with_schema(Some(Arc::new(Schema::from_iter(fields))))
        .with_row_index(index)
        .with_glob(false)
        .finish()
        .map_err(engine)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows (number, cells) as the engine scans them.
    fn rows(bytes: &[u8]) -> Result<Vec<(u32, Vec<String>)>> {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("x.csv");
        std::fs::write(&path, bytes).unwrap();
        let table = open(&path, "x.csv", &Options::default())?;
        let columns = table.columns();
        let df = table.select(&columns).collect().unwrap();
        let numbers: Vec<u32> = df.column(ROW).unwrap().u32().unwrap().iter().flatten().collect();
        Ok(numbers
            .into_iter()
            .enumerate()
            .map(|(i, number)| {
                let cells = columns
                    .iter()
                    .map(|c| df.column(c).unwrap().str().unwrap().get(i).unwrap_or_default().to_owned())
                    .collect();
                (number, cells)
            })
            .collect())
    }

    #[test]
    fn rows_keep_the_number_of_the_spreadsheet() {
        let regular = rows(b"\xef\xbb\xbfnote;avis\r\n5;\"deux\r\nlignes\"\r\n4;bien\r\n").unwrap();
        assert_eq!(regular[0], (2, vec!["5".into(), "deux\r\nlignes".into()]));
        assert_eq!(regular[1], (3, vec!["4".into(), "bien".into()]));
        let odd = rows(b"note;avis\n\n5;\n;\n4\n3;un 15\" \xc3\xa9cran\n").unwrap();
        let numbers: Vec<u32> = odd.iter().map(|r| r.0).collect();
        // A blank row is set aside; a short one is not.
        assert_eq!(numbers, [3, 5, 6]);
        assert_eq!(odd[2].1, ["3", "un 15\" écran"]);
    }

    #[test]
    fn every_dialect_gives_the_same_cells() {
        let expected = vec![(2, vec!["3,5".to_owned(), "été".to_owned()])];
        assert_eq!(rows("note;avis\n3,5;été\n".as_bytes()).unwrap(), expected);
        assert_eq!(rows("note\tavis\n3,5\tété\n".as_bytes()).unwrap(), expected);
        assert_eq!(rows("note|avis\n3,5|été\n".as_bytes()).unwrap(), expected);
        assert_eq!(rows("note,avis\n\"3,5\",été\n".as_bytes()).unwrap(), expected);
        assert_eq!(rows(b"note;avis\r\n3,5;\xe9t\xe9\r\n").unwrap(), expected);
        assert_eq!(rows("note;avis\r3,5;été\r".as_bytes()).unwrap(), expected);
        assert_eq!(rows("sep=;\r\nnote;avis\r\n3,5;été\r\n".as_bytes()).unwrap(), expected);
    }

    #[test]
    fn damage_stops_with_its_row() {
        assert!(
            matches!(rows(b"a;b\n1;2\n1;2;3\n"), Err(Error::LongRow { at, found: 3, expected: 2 }) if at.row == Some(3))
        );
        assert!(matches!(rows(b"a;b\n1;\"2\n1;2\n"), Err(Error::UnclosedQuote { at }) if at.row == Some(2)));
        assert!(matches!(rows(b"\n\n"), Err(Error::Empty { .. })));
    }
}
