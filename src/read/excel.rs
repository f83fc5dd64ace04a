//! Workbooks: the longest sheet, or the one named; every cell as the text a person reads.

use std::path::Path;

use calamine::{Data, Range, Reader, open_workbook_auto};
use polars::prelude::{Column, DataFrame, IntoLazy};

use super::{ROW, Table, column_names};
use crate::error::{Error, Result, Warning};

pub(super) fn open(path: &Path, file: String, wanted: Option<&str>) -> Result<Table> {
    let damaged =
        |e: calamine::Error| Error::Workbook { file: path.display().to_string(), cause: e.to_string() };
    let mut warnings = Vec::new();
    let mut workbook = open_workbook_auto(path).map_err(damaged)?;
    let sheets = workbook.sheet_names();
    if let Some(sheet) = wanted
        && !sheets.iter().any(|s| s == sheet)
    {
        return Err(Error::NoSheet { file, sheet: sheet.to_owned(), sheets });
    }
    let mut chosen: Option<(String, Range<Data>)> = None;
    let mut others = Vec::new();
    for sheet in sheets {
        if wanted.is_some_and(|w| w != sheet) {
            continue;
        }
        let range = workbook.worksheet_range(&sheet).map_err(damaged)?;
        if range.is_empty() {
            continue;
        }
        // Titles, notes and codebooks are shorter than the answers.
        match &chosen {
            Some((first, kept)) if range.height() > kept.height() => {
                others.push(first.clone());
                chosen = Some((sheet, range));
            }
            Some(_) => others.push(sheet),
            None => chosen = Some((sheet, range)),
        }
    }
    let Some((sheet, range)) = chosen else { return Err(Error::Empty { file }) };
    if !others.is_empty() {
        warnings.push(Warning::OtherSheets { file: file.clone(), sheet: sheet.clone(), others });
    }
    Ok(Table { sheet: Some(sheet), ..table(&range, path, file, warnings)? })
}

fn table(range: &Range<Data>, path: &Path, file: String, mut warnings: Vec<Warning>) -> Result<Table> {
    let mut rows = range.rows();
    let first = range.start().map_or(0, |(row, _)| row);
    let Some(header) = rows.next() else { return Err(Error::Empty { file }) };
    let header: Vec<String> = header.iter().map(|cell| text(cell).unwrap_or_default()).collect();
    let columns = column_names(header.iter().map(String::as_str), &file, &mut warnings);

    let mut numbers: Vec<u32> = Vec::with_capacity(range.height());
    let mut cells: Vec<Vec<Option<String>>> = vec![Vec::with_capacity(range.height()); columns.len()];
    for (i, row) in (first + 2..).zip(rows) {
        let values: Vec<Option<String>> = row.iter().map(text).collect();
        if values.iter().all(Option::is_none) {
            continue;
        }
        numbers.push(i);
        for (column, value) in cells.iter_mut().zip(values) {
            column.push(value);
        }
    }
    let height = numbers.len();
    let mut series = vec![Column::new(ROW.into(), numbers)];
    series.extend(columns.iter().zip(cells).map(|(name, values)| Column::new(name.as_str().into(), values)));
    let frame = DataFrame::new(height, series)
        .map_err(|e| Error::Engine { file: path.display().to_string(), cause: e.to_string() })?;
    Ok(Table { file, sheet: None, columns, rows: height as u64, frame: frame.lazy(), warnings, copy: None })
}

/// A cell as text: whole numbers without decimals, dates as ISO 8601; nothing for an empty cell.
fn text(cell: &Data) -> Option<String> {
    let text = match cell {
        Data::Empty => return None,
        Data::String(s) | Data::DateTimeIso(s) | Data::DurationIso(s) => s.clone(),
        Data::Int(i) => i.to_string(),
        Data::Float(x) => x.to_string(),
        Data::Bool(b) => b.to_string(),
        Data::DateTime(t) => {
            let (year, month, day, hour, minute, second, _) = t.to_ymd_hms_milli();
            match (t.as_f64() < 1.0, hour == 0 && minute == 0 && second == 0) {
                (true, _) => format!("{hour:02}:{minute:02}:{second:02}"),
                (false, true) => format!("{year:04}-{month:02}-{day:02}"),
                (false, false) => format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"),
            }
        }
        Data::Error(e) => e.to_string(),
    };
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(cells: &[(u32, u32, Data)]) -> Range<Data> {
        Range::from_sparse(cells.iter().map(|(r, c, v)| calamine::Cell::new((*r, *c), v.clone())).collect())
    }

    #[test]
    fn cells_become_text_and_rows_keep_their_number() {
        let range = sheet(&[
            (1, 0, Data::String("note".into())),
            (1, 1, Data::String("avis".into())),
            (2, 0, Data::Float(5.0)),
            (4, 0, Data::Float(3.5)),
            (4, 1, Data::String("bien".into())),
        ]);
        let table = table(&range, Path::new("x.xlsx"), "x.xlsx".into(), Vec::new()).unwrap();
        assert_eq!((table.columns.as_slice(), table.rows), (&["note".to_owned(), "avis".to_owned()][..], 2));
        let df = table.frame.collect().unwrap();
        let numbers: Vec<u32> = df.column(ROW).unwrap().u32().unwrap().iter().flatten().collect();
        assert_eq!(numbers, [3, 5]);
        let notes: Vec<&str> = df.column("note").unwrap().str().unwrap().iter().flatten().collect();
        assert_eq!(notes, ["5", "3.5"]);
    }
}
