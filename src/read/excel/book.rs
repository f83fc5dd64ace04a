//! One way into the four formats of workbooks: their sheets, and the rows of one, one after the other.

use std::fs::File;
use std::io::{BufReader, Read};
use std::ops::ControlFlow;
use std::path::Path;

use calamine::{Reader, SheetType, SheetVisible, Xls, XlsError, Xlsb, XlsbError, Xlsx, XlsxError};

use super::super::records::{MAX_CELL_BYTES, MAX_COLUMNS};
use super::archive::{self, Content};
use super::ods::Ods;
use super::{Source, allowance, cell, ole};
use crate::error::{Error, Excess, Result};

/// Rows of a sheet.
const MAX_ROWS: u64 = 1 << 20;
/// Bytes of a row: the same shared text can stand in every cell.
const MAX_ROW_BYTES: u64 = 4 * MAX_CELL_BYTES;

/// What is done with a row; whether to go on.
pub(super) type Each<'e> = dyn FnMut(&Row) -> Result<ControlFlow<()>> + 'e;

/// A sheet of a workbook.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) hidden: bool,
}

/// A row, the cells that hold something only.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    /// As the spreadsheet numbers it.
    pub(super) number: u64,
    text: String,
    /// Column, from 0, and where its text ends.
    cells: Vec<(u32, usize)>,
}

impl Row {
    /// Columns and texts.
    pub(super) fn cells(&self) -> impl Iterator<Item = (u32, &str)> {
        self.cells.iter().scan(0, |start, (column, end)| {
            let text = self.text.get(*start..*end);
            *start = *end;
            Some((*column, text.unwrap_or_default()))
        })
    }

    /// Bytes of its texts.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }
}

/// Cells on their way into rows, within bounds.
pub(super) struct Rows<'s, 'e> {
    source: &'s Source<'s>,
    each: &'s mut Each<'e>,
    row: Row,
    left: u64,
}

impl<'s, 'e> Rows<'s, 'e> {
    pub(super) fn new(source: &'s Source, each: &'s mut Each<'e>) -> Self {
        Self { source, each, row: Row::default(), left: allowance(source.size) }
    }

    /// Takes the cell at `row` and `column`, both from 0, that `write` writes; hands the row before over when
    /// it begins another.
    pub(super) fn cell(
        &mut self,
        row: u64,
        column: u64,
        write: impl FnOnce(&mut String),
    ) -> Result<ControlFlow<()>> {
        let number = row.saturating_add(1);
        if number != self.row.number {
            if number < self.row.number {
                return Err(self.source.damaged(format!("row {number} follows row {}", self.row.number)));
            }
            if self.flush()?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
            self.row.number = number;
        }
        let start = self.row.text.len();
        write(&mut self.row.text);
        let written = self.row.text.get(start..).unwrap_or_default();
        if written.trim().is_empty() {
            self.row.text.truncate(start);
            return Ok(ControlFlow::Continue(()));
        }
        let bytes = written.len() as u64;
        let excess = |what, limit| Err(self.source.too_large_at(number, what, limit));
        if number > MAX_ROWS {
            return excess(Excess::Rows, MAX_ROWS);
        }
        if column >= MAX_COLUMNS {
            return excess(Excess::Columns, MAX_COLUMNS);
        }
        if bytes > MAX_CELL_BYTES {
            return excess(Excess::CellBytes, MAX_CELL_BYTES);
        }
        if self.row.text.len() as u64 > MAX_ROW_BYTES {
            return excess(Excess::Bytes, MAX_ROW_BYTES);
        }
        match self.left.checked_sub(bytes) {
            Some(left) => self.left = left,
            None => return excess(Excess::Bytes, allowance(self.source.size)),
        }
        self.row.cells.push((column as u32, self.row.text.len()));
        Ok(ControlFlow::Continue(()))
    }

    /// Hands the last row over.
    pub(super) fn finish(&mut self) -> Result<()> {
        self.flush().map(|_| ())
    }

    fn flush(&mut self) -> Result<ControlFlow<()>> {
        let flow =
            if self.row.cells.is_empty() { ControlFlow::Continue(()) } else { (self.each)(&self.row)? };
        self.row.text.clear();
        self.row.cells.clear();
        Ok(flow)
    }
}

/// A workbook, whatever its format and whatever its name ends with.
pub(super) enum Book {
    Xlsx(Box<Xlsx<BufReader<File>>>),
    Xlsb(Box<Xlsb<BufReader<File>>>),
    Xls(Box<Xls<std::io::Cursor<Vec<u8>>>>),
    Ods(Box<Ods>),
}

impl Book {
    /// Checks `path` for damage and excess, then opens it; names its format in `source`.
    pub(super) fn open(path: &Path, source: &mut Source) -> Result<Self> {
        let io = |e| Error::io(path, e);
        let open = || File::open(path).map(BufReader::new).map_err(io);
        let mut head = Vec::new();
        open()?.take(8).read_to_end(&mut head).map_err(io)?;
        if head.starts_with(b"\xd0\xcf\x11\xe0") {
            source.format = "XLS";
            let mut bytes = Vec::new();
            open()?.take(ole::MAX_BYTES + 1).read_to_end(&mut bytes).map_err(io)?;
            ole::check(&bytes, source)?;
            let book = Xls::new(std::io::Cursor::new(bytes)).map_err(|e| match e {
                XlsError::Password => source.protected(),
                e => source.damaged(e.to_string()),
            })?;
            return Ok(Self::Xls(Box::new(book)));
        }
        let content = archive::check(open()?, source)?;
        match content {
            Content::Xlsx => {
                let book = Xlsx::new(open()?).map_err(|e| match e {
                    XlsxError::Password => source.protected(),
                    e => source.damaged(e.to_string()),
                })?;
                Ok(Self::Xlsx(Box::new(book)))
            }
            Content::Xlsb => {
                source.format = "XLSB";
                let book = Xlsb::new(open()?).map_err(|e| match e {
                    XlsbError::Password => source.protected(),
                    e => source.damaged(e.to_string()),
                })?;
                Ok(Self::Xlsb(Box::new(book)))
            }
            Content::Ods => {
                source.format = "ODS";
                Ok(Self::Ods(Box::new(Ods::open(open()?, source)?)))
            }
        }
    }

    /// The sheets of cells, in the order of their tabs.
    pub(super) fn sheets(&self) -> Vec<Sheet> {
        let sheets = match self {
            Self::Xlsx(book) => book.sheets_metadata(),
            Self::Xlsb(book) => book.sheets_metadata(),
            Self::Xls(book) => book.sheets_metadata(),
            Self::Ods(book) => return book.sheets(),
        };
        let cells = sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        cells
            .map(|sheet| Sheet { name: sheet.name.clone(), hidden: sheet.visible != SheetVisible::Visible })
            .collect()
    }

    /// Hands the rows of a sheet that hold something over to `each`, in order.
    pub(super) fn rows(&mut self, index: usize, source: &Source, each: &mut Each) -> Result<()> {
        let name = self.sheets().get(index).map(|sheet| sheet.name.clone()).unwrap_or_default();
        match self {
            Self::Xlsx(book) => {
                let mut reader =
                    book.worksheet_cells_reader(&name).map_err(|e| source.damaged(e.to_string()))?;
                let mut rows = Rows::new(source, each);
                loop {
                    let found = match reader.next_cell() {
                        Ok(Some(found)) => found,
                        Ok(None) => return rows.finish(),
                        // An error value that calamine does not know: the cell holds no answer anyway.
                        Err(XlsxError::CellError(_)) => continue,
                        Err(e) => return Err(source.damaged(e.to_string())),
                    };
                    let (row, column) = found.get_position();
                    if rows
                        .cell(row.into(), column.into(), |out| cell::push(found.get_value(), out))?
                        .is_break()
                    {
                        return Ok(());
                    }
                }
            }
            Self::Xlsb(book) => {
                let mut reader =
                    book.worksheet_cells_reader(&name).map_err(|e| source.damaged(e.to_string()))?;
                let mut rows = Rows::new(source, each);
                while let Some(found) = reader.next_cell().map_err(|e| source.damaged(e.to_string()))? {
                    let (row, column) = found.get_position();
                    if rows
                        .cell(row.into(), column.into(), |out| cell::push(found.get_value(), out))?
                        .is_break()
                    {
                        return Ok(());
                    }
                }
                rows.finish()
            }
            Self::Xls(book) => {
                let range = book.worksheet_range(&name).map_err(|e| source.damaged(e.to_string()))?;
                let (top, left) = range.start().unwrap_or_default();
                let mut rows = Rows::new(source, each);
                for (row, column, value) in range.used_cells() {
                    let (row, column) = (row as u64 + u64::from(top), column as u64 + u64::from(left));
                    if rows.cell(row, column, |out| cell::push(value, out))?.is_break() {
                        return Ok(());
                    }
                }
                rows.finish()
            }
            Self::Ods(book) => book.rows(index, source, each),
        }
    }
}
