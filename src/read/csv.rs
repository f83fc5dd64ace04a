//! Delimited text: looked at once, rewritten when it is not regular, then scanned by Polars.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use polars::io::RowIndex;
use polars::prelude::{DataType, Field, LazyCsvReader, LazyFileListReader, LazyFrame, PlRefPath, Schema};
use tempfile::{NamedTempFile, TempPath};

use super::structure::{Structure, look};
use super::{ROW, Table, column_names, dialect};
use crate::error::{Error, Location, Result, Warning};

pub(super) fn open(path: &Path, head: &[u8], file: String) -> Result<Table> {
    // Excel names the separator on a line of its own, which it does not show.
    if let Some(rest) = dialect::after_separator_line(head) {
        let copy = dialect::without_first_bytes(path, head.len() - rest.len())?;
        let table = open(&copy, &dialect::head(&copy)?, file)?;
        return Ok(Table { copy: table.copy.clone().or(Some(Arc::new(copy))), ..table });
    }
    let mut warnings = Vec::new();
    let mut source = path.to_path_buf();
    let mut copy: Option<TempPath> = None;

    let mut separator = dialect::separator(&String::from_utf8_lossy(head));
    let mut found = None;
    if dialect::utf16(head).is_none() {
        found = Some(structure(&source, separator)?).filter(|s| s.utf8);
    }
    let found = if let Some(found) = found {
        found
    } else {
        let encoding = dialect::legacy(head);
        let decoded = dialect::transcode(path, encoding)?;
        warnings.push(Warning::Decoded { file: file.clone(), encoding: encoding.name() });
        source = decoded.to_path_buf();
        copy = Some(decoded);
        separator = dialect::separator(&String::from_utf8_lossy(&dialect::head(&source)?));
        structure(&source, separator)?
    };
    refuse_damage(&found, &file)?;
    if found.records == 0 {
        return Err(Error::Empty { file });
    }
    if let Some((n, first)) = found.short {
        warnings.push(Warning::ShortRows { file: file.clone(), n, first });
    }

    let header = read_header(&source, separator, &file)?;
    let columns = column_names(header.iter(), &file, &mut warnings);
    let frame = if found.regular {
        scan(&source, &file, separator, &columns, true)?
    } else {
        let regular = rewrite(&source, &file, separator, &found)?;
        let frame = scan(&regular, &file, b',', &columns, false)?;
        copy = Some(regular);
        frame
    };
    Ok(Table {
        file,
        sheet: None,
        columns,
        rows: found.records - 1,
        frame,
        warnings,
        copy: copy.map(Arc::new),
    })
}

fn structure(path: &Path, separator: u8) -> Result<Structure> {
    let input = File::open(path).map_err(|e| Error::io(path, e))?;
    look(input, separator).map_err(|e| Error::io(path, e))
}

fn refuse_damage(found: &Structure, file: &str) -> Result<()> {
    let at = |row| Location { file: file.to_owned(), row: Some(row), column: None };
    if let Some(row) = found.unclosed {
        return Err(Error::UnclosedQuote { at: at(row) });
    }
    if let Some((row, cells)) = found.long {
        return Err(Error::LongRow { at: at(row), found: cells, expected: found.width });
    }
    Ok(())
}

fn reader(path: &Path, file: &str, separator: u8) -> Result<csv::Reader<File>> {
    csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_path(path)
        .map_err(|e| Error::Engine { file: file.to_owned(), cause: e.to_string() })
}

fn read_header(path: &Path, separator: u8, file: &str) -> Result<csv::StringRecord> {
    let mut record = csv::StringRecord::new();
    reader(path, file, separator)?
        .read_record(&mut record)
        .map_err(|e| Error::Engine { file: file.to_owned(), cause: e.to_string() })?;
    Ok(record)
}

/// A regular copy: row number first, blank lines gone, every record as wide as the header.
fn rewrite(path: &Path, file: &str, separator: u8, found: &Structure) -> Result<TempPath> {
    let engine = |e: csv::Error| Error::Engine { file: file.to_owned(), cause: e.to_string() };
    let mut reader = reader(path, file, separator)?;
    let mut copy = NamedTempFile::new().map_err(|e| Error::io(std::env::temp_dir(), e))?;
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(&mut copy);
    let mut record = csv::ByteRecord::new();
    let mut blank = found.blank.iter().peekable();
    let mut row = 0u64;
    while reader.read_byte_record(&mut record).map_err(engine)? {
        row += 1;
        while blank.next_if_eq(&&row).is_some() {
            row += 1;
        }
        writer.write_field(row.to_string()).map_err(engine)?;
        for i in 0..found.width {
            writer.write_field(record.get(i).unwrap_or_default()).map_err(engine)?;
        }
        writer.write_record(None::<&[u8]>).map_err(engine)?;
    }
    writer.flush().map_err(|e| Error::io(path, e))?;
    drop(writer);
    copy.flush().map_err(|e| Error::io(copy.path(), e))?;
    Ok(copy.into_temp_path())
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
        let head = dialect::head(&path)?;
        let table = open(&path, &head, "x.csv".into())?;
        let columns: Vec<&str> = table.columns.iter().map(String::as_str).collect();
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
        assert_eq!(numbers, [3, 4, 5, 6]);
        assert_eq!(odd[3].1, ["3", "un 15\" écran"]);
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
