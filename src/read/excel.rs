//! Workbooks: the sheet of the answers, or the one named; every cell as the text a person reads.
//!
//! Sheets are streamed row by row, so that memory follows the cells that exist and not the rectangle around
//! them. Columns and rows that hold nothing do not exist; the others keep the number of the spreadsheet.

mod archive;
mod book;
mod cell;
mod choice;
mod ods;
mod ole;

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;

use self::book::{Book, Row, Sheet};
use self::choice::Listed;
use super::column_names;
use super::export::{Layout, layout, set_aside};
use super::guard::quietly;
use super::records::{Document, Field, Records};
use crate::error::{Error, Excess, Location, Result, Warning};

/// Rows among which titles and header are looked for.
const LOOK: usize = 50;
/// Sheets among which the answers are looked for: a small file may name the same one a million times.
const MAX_SHEETS: usize = 256;
/// Rows that tell what a sheet lists.
const LISTED_ROWS: u64 = 2_000;

/// A sheet that was read.
pub(super) struct Workbook {
    /// Its name.
    pub(super) sheet: String,
    /// Its columns and rows.
    pub(super) document: Document,
    /// Where its header was found and what that says.
    pub(super) layout: Layout,
    /// Rows that are no answers, by the reason.
    pub(super) set_aside: BTreeMap<&'static str, u64>,
    /// Other sheets with the same columns: waves that were not read.
    pub(super) same_columns: Vec<String>,
}

/// Reads the sheet `wanted` of the workbook at `path`, which the user calls `file`, or the one that holds the
/// answers. `plain`: its first row is the header.
pub(super) fn open(path: &Path, file: &str, wanted: Option<&str>, plain: bool) -> Result<Workbook> {
    let size = std::fs::metadata(path).map_err(|e| Error::io(path, e))?.len();
    let mut source = Source { file, size, format: "XLSX" };
    let read = quietly(|| read(path, &mut source, wanted, plain));
    read.unwrap_or_else(|| Err(source.damaged("damaged beyond what its reader expects".to_owned())))
}

/// The file being read, for its errors.
struct Source<'a> {
    file: &'a str,
    size: u64,
    format: &'static str,
}

impl Source<'_> {
    fn damaged(&self, cause: String) -> Error {
        Error::Damaged { file: self.file.to_owned(), format: self.format, cause }
    }

    fn protected(&self) -> Error {
        Error::Protected { file: self.file.to_owned() }
    }

    fn too_large(&self, what: Excess, limit: u64) -> Error {
        let at = Location { file: self.file.to_owned(), row: None, column: None };
        Error::TooLarge { at, what, limit }
    }

    fn too_large_at(&self, row: u64, what: Excess, limit: u64) -> Error {
        let at = Location { file: self.file.to_owned(), row: Some(row), column: None };
        Error::TooLarge { at, what, limit }
    }
}

/// Bytes that a file of `size` bytes may grow into, decompressed or written as rows. Excel's own seldom grow
/// thirtyfold.
fn allowance(size: u64) -> u64 {
    size.saturating_mul(200).clamp(128 << 20, 4 << 30)
}

fn read(path: &Path, source: &mut Source, wanted: Option<&str>, plain: bool) -> Result<Workbook> {
    let mut book = Book::open(path, source)?;
    let sheets = book.sheets();
    let file = source.file;
    let mut warnings = Vec::new();
    let mut same_columns = Vec::new();
    let empty = || Error::Empty { file: file.to_owned() };
    let name = |i: usize| sheets.get(i).map(|sheet: &Sheet| sheet.name.clone()).unwrap_or_default();
    let only = match wanted {
        Some(wanted) => Some(choice::named(&sheets, wanted).ok_or_else(|| Error::NoSheet {
            file: file.to_owned(),
            sheet: wanted.to_owned(),
            sheets: (0..sheets.len()).map(name).collect(),
        })?),
        None => (sheets.len() == 1).then_some(0),
    };
    let (chosen, mut seen) = if let Some(only) = only {
        (only, look(&mut book, only, source, plain, LOOK as u64)?.ok_or_else(empty)?)
    } else {
        let mut all = look_at_all(&mut book, sheets.len(), source, plain)?;
        let best = choice::best(&sheets, &all).ok_or_else(empty)?;
        let (chosen, seen) = all.remove(best);
        let same = all.iter().filter(|(_, other)| choice::same_columns(&seen, other));
        same_columns = same.map(|(i, _)| name(*i)).collect();
        if !all.is_empty() {
            let others = all.iter().map(|(i, _)| name(*i)).collect();
            warnings.push(Warning::OtherSheets { file: file.to_owned(), sheet: name(chosen), others });
        }
        (chosen, seen)
    };
    let mut copied = copy(&mut book, chosen, &seen, source)?;
    if copied.is_none() {
        // A cell stands where the first rows have none.
        seen = look(&mut book, chosen, source, plain, u64::MAX)?.ok_or_else(empty)?;
        copied = copy(&mut book, chosen, &seen, source)?;
    }
    let copied = copied.ok_or_else(|| source.damaged("the sheet changed while it was read".to_owned()))?;
    let layout = seen.layout;
    let names = column_names(layout.names.iter().map(String::as_str), file, &mut warnings);
    let texts = layout.texts.iter().cloned().chain(std::iter::repeat(None));
    let roles = layout.roles.iter().copied().chain(std::iter::repeat(None));
    let fields = names.into_iter().zip(texts.zip(roles));
    let fields = fields.map(|(name, (text, role))| Field { name, text, role, ..Field::default() }).collect();
    let document = Document { fields, written: copied.records.finish()?, warnings };
    Ok(Workbook { sheet: name(chosen), document, layout, set_aside: copied.set_aside, same_columns })
}

/// What a look at a sheet tells.
struct Seen {
    /// Columns that hold something.
    columns: Vec<u32>,
    layout: Layout,
    /// First row of answers, as the spreadsheet numbers it.
    data: u64,
    /// Cells that hold something.
    cells: u64,
    /// Whether it went to the end of the sheet.
    whole: bool,
    listed: Listed,
}

/// Looks at the sheets that hold something: to their ends only where several are long, and their lengths count.
fn look_at_all(book: &mut Book, sheets: usize, source: &Source, plain: bool) -> Result<Vec<(usize, Seen)>> {
    let mut all = Vec::new();
    for i in 0..sheets.min(MAX_SHEETS) {
        if let Some(seen) = look(book, i, source, plain, LISTED_ROWS)? {
            all.push((i, seen));
        }
    }
    if all.iter().filter(|(_, seen)| !seen.whole).count() > 1 {
        for (i, seen) in all.iter_mut().filter(|(_, seen)| !seen.whole) {
            if let Some(whole) = look(book, *i, source, plain, u64::MAX)? {
                *seen = whole;
            }
        }
    }
    Ok(all)
}

/// Looks at the first rows of the sheet at `index`. None when it holds nothing.
fn look(book: &mut Book, index: usize, source: &Source, plain: bool, most: u64) -> Result<Option<Seen>> {
    let mut used: Vec<bool> = Vec::new();
    let mut head: Vec<Row> = Vec::new();
    let mut listed = Listed::default();
    let mut rows = 0;
    let mut cells = 0;
    let mut whole = true;
    book.rows(index, source, &mut |row| {
        if rows == most {
            whole = false;
            return Ok(ControlFlow::Break(()));
        }
        rows += 1;
        for (i, (column, text)) in row.cells().enumerate() {
            cells += 1;
            let column = column as usize;
            if used.len() <= column {
                used.resize(column + 1, false);
            }
            if let Some(used) = used.get_mut(column) {
                *used = true;
            }
            if rows <= LISTED_ROWS {
                listed.take(i, text);
            }
        }
        if head.len() < LOOK {
            head.push(row.clone());
        }
        Ok(ControlFlow::Continue(()))
    })?;
    let Some(last) = head.last().map(|row| row.number) else { return Ok(None) };
    let columns: Vec<u32> = (0..).zip(&used).filter(|(_, used)| **used).map(|(column, _)| column).collect();
    let mut numbers = Vec::new();
    let mut dense = Vec::new();
    for row in &head {
        // Blank rows stand for one: they part what is above them from what is below.
        if numbers.last().is_some_and(|above| *above + 1 < row.number) {
            numbers.push(row.number - 1);
            dense.push(vec![String::new(); columns.len()]);
        }
        numbers.push(row.number);
        let mut line = vec![String::new(); columns.len()];
        for (column, text) in row.cells() {
            if let Some(cell) = columns.binary_search(&column).ok().and_then(|i| line.get_mut(i)) {
                text.clone_into(cell);
            }
        }
        dense.push(line);
    }
    let mut layout = layout(&dense, plain);
    layout.names.resize(columns.len(), String::new());
    let data = numbers.get(layout.data).copied().unwrap_or(last + 1);
    Ok(Some(Seen { columns, layout, data, cells, whole, listed }))
}

/// The answers of a sheet, written.
struct Copied {
    records: Records,
    set_aside: BTreeMap<&'static str, u64>,
}

/// Writes the answers of the sheet at `index`; none when a cell stands in a column that `seen` does not have.
fn copy(book: &mut Book, index: usize, seen: &Seen, source: &Source) -> Result<Option<Copied>> {
    let width = seen.columns.len();
    let mut records = Records::new(source.file, width)?;
    let mut aside = BTreeMap::new();
    let mut outside = false;
    let limit = allowance(source.size);
    let mut left = limit;
    book.rows(index, source, &mut |row| {
        if row.number < seen.data {
            return Ok(ControlFlow::Continue(()));
        }
        let mut cells = vec![""; width];
        for (column, text) in row.cells() {
            match seen.columns.binary_search(&column).ok().and_then(|i| cells.get_mut(i)) {
                Some(cell) => *cell = text,
                None => outside = true,
            }
        }
        if outside {
            return Ok(ControlFlow::Break(()));
        }
        let bytes = (row.len() + width) as u64;
        left =
            left.checked_sub(bytes).ok_or_else(|| source.too_large_at(row.number, Excess::Bytes, limit))?;
        let export = seen.layout.export;
        match export.and_then(|export| set_aside(export, &seen.layout.names, &cells)) {
            Some(reason) => *aside.entry(reason).or_default() += 1,
            None => {
                records.write(row.number, &cells)?;
            }
        }
        Ok(ControlFlow::Continue(()))
    })?;
    Ok((!outside).then_some(Copied { records, set_aside: aside }))
}

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::{ExcelDateTime, Format, Workbook as Writer, Worksheet};

    use super::*;

    /// What was read of a workbook: its names, and its rows as the copy holds them.
    fn opened(book: &mut Writer, wanted: Option<&str>) -> Result<(Workbook, Vec<String>, Vec<String>)> {
        let file = tempfile::Builder::new().suffix(".ods").tempfile().unwrap();
        book.save(file.path()).unwrap();
        let read = open(file.path(), "x.xlsx", wanted, true)?;
        let names = read.document.fields.iter().map(|field| field.name.clone()).collect();
        let copy = std::fs::read_to_string(&read.document.written.path).unwrap();
        let rows = copy.lines().skip(1).map(str::to_owned).collect();
        Ok((read, names, rows))
    }

    /// Writes rows of texts from A1 on.
    fn fill(sheet: &mut Worksheet, rows: &[&[&str]]) {
        for (i, row) in (0..).zip(rows) {
            for (j, text) in (0..).zip(*row) {
                sheet.write(i, j, *text).unwrap();
            }
        }
    }

    #[test]
    fn rows_keep_their_number_and_columns_that_hold_nothing_do_not_exist() {
        let mut book = Writer::new();
        let date = Format::new().set_num_format("dd/mm/yyyy");
        let sheet = book.add_worksheet();
        for (column, name) in [(2, "note"), (3, "avis"), (5, "date")] {
            sheet.write(4, column, name).unwrap();
        }
        sheet.write(5, 2, 0.1 + 0.2).unwrap();
        sheet.write(5, 3, " 007 ").unwrap();
        sheet.write(8, 2, true).unwrap();
        sheet.write(8, 4, " ").unwrap();
        sheet.write_with_format(8, 5, ExcelDateTime::from_ymd(2025, 3, 14).unwrap(), &date).unwrap();
        sheet.write(9, 3, "un_x000D_deux").unwrap();
        sheet.write_blank(2000, 60, &date).unwrap();
        let (read, names, rows) = opened(&mut book, None).unwrap();
        assert_eq!(names, ["note", "avis", "date"]);
        assert_eq!(rows, ["6,0.3, 007 ,", "9,true,,2025-03-14", "10,,un_x000D_deux,"]);
        assert_eq!((read.document.written.rows, read.document.warnings.len()), (3, 0));
    }

    #[test]
    fn a_cell_at_the_far_corner_costs_a_column_and_a_row() {
        let mut book = Writer::new();
        let sheet = book.add_worksheet();
        fill(sheet, &[&["note", "avis"], &["5", "bien"]]);
        sheet.write(1_048_575, 16_383, "loin").unwrap();
        let (_, names, rows) = opened(&mut book, None).unwrap();
        assert_eq!(
            (names.len(), rows.as_slice()),
            (3, &["2,5,bien,".to_owned(), "1048576,,,loin".to_owned()][..])
        );
    }

    #[test]
    fn the_answers_win_over_a_longer_codebook_and_hidden_sheets() {
        let mut book = Writer::new();
        let questions: Vec<String> = (0..12).map(|q| format!("Q{q}")).collect();
        let codebook = book.add_worksheet().set_name("Feuil1").unwrap();
        fill(codebook, &[&["nom", "question", "code", "sens"]]);
        for i in 0..480u32 {
            let question = questions[i as usize / 40].as_str();
            for (j, text) in [question, "libellé", "1", "oui"].into_iter().enumerate() {
                codebook.write(i + 1, j as u16, text).unwrap();
            }
        }
        let answers = book.add_worksheet().set_name("Feuil2").unwrap();
        for (j, question) in (0..).zip(&questions) {
            answers.write(0, j, question).unwrap();
            for i in 1..=30 {
                answers.write(i, j, i % 5).unwrap();
            }
        }
        let hidden = book.add_worksheet().set_name("Feuil3").unwrap();
        hidden.set_hidden(true);
        fill(hidden, &[&["a", "b"][..]; 300]);
        let (read, names, _) = opened(&mut book, None).unwrap();
        assert_eq!((read.sheet.as_str(), names), ("Feuil2", questions));
        assert!(read.same_columns.is_empty());
        assert!(
            matches!(&read.document.warnings[..], [Warning::OtherSheets { others, .. }] if others.len() == 2)
        );
        assert_eq!(opened(&mut book, Some("feuil 1")).unwrap().0.sheet, "Feuil1");
        assert!(
            matches!(opened(&mut book, Some("Base")), Err(Error::NoSheet { sheets, .. }) if sheets.len() == 3)
        );
    }

    #[test]
    fn sheets_with_the_same_columns_are_told_apart_from_others() {
        let mut book = Writer::new();
        for (name, rows) in [("T1", 3), ("T2", 4), ("Sommaire", 9)] {
            let sheet = book.add_worksheet().set_name(name).unwrap();
            let header: &[&str] = if name == "Sommaire" { &["page", "titre"] } else { &["note", "avis"] };
            fill(sheet, &[header]);
            for i in 1..=rows {
                sheet.write(i, 0, i).unwrap();
                sheet.write(i, 1, "x").unwrap();
            }
        }
        let (read, ..) = opened(&mut book, None).unwrap();
        assert_eq!((read.sheet.as_str(), read.same_columns), ("T2", vec!["T1".to_owned()]));
    }

    #[test]
    fn whatever_is_cut_or_is_no_workbook_is_damaged() {
        let mut book = Writer::new();
        fill(book.add_worksheet(), &[&["note", "avis"], &["5", "bien"]]);
        let bytes = book.save_to_buffer().unwrap();
        let read = |bytes: &[u8]| {
            let file = tempfile::NamedTempFile::new().unwrap();
            std::fs::write(file.path(), bytes).unwrap();
            open(file.path(), "x.xlsx", None, false).map(|_| ())
        };
        assert!(read(&bytes).is_ok());
        for end in (0..bytes.len()).step_by(101) {
            assert!(matches!(read(&bytes[..end]), Err(Error::Damaged { .. })), "{end}");
        }
        assert!(matches!(read(b"\xd0\xcf\x11\xe0 and no more"), Err(Error::Damaged { format: "XLS", .. })));
    }
}
