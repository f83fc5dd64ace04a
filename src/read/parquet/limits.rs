//! What a Parquet file claims, held against what it has, before anything is decoded.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use flate2::read::MultiGzDecoder;
use parquet::basic::Compression;
use parquet::file::metadata::{ColumnChunkMetaData, ParquetMetaData, RowGroupMetaData};

use super::super::guard::{Checked, Walk};
use super::super::records::MAX_COLUMNS;
use super::thrift::{self, FOOTER, Met, PAGE};
use crate::error::{Error, Excess, Location, Result};

/// Bytes of a footer: some 200 for each column of each group of rows.
const MAX_FOOTER_BYTES: u64 = 32 << 20;
/// Groups of rows; the format numbers them so.
const MAX_GROUPS: u64 = i16::MAX as u64;
/// Bytes of the name of a column.
const MAX_NAME_BYTES: u64 = 4096;
/// Groups of columns inside one another.
const MAX_DEPTH: usize = 16;
/// Bytes of all pages, decompressed.
const MAX_BYTES: u64 = 4 << 30;
/// Bytes of one page.
const MAX_PAGE_BYTES: u64 = 512 << 20;
/// Bytes held at once: a page and the dictionary of every column of a group of rows.
const MAX_HELD_BYTES: u64 = 5 << 28;
/// Bytes that an entry of a dictionary takes beside its own.
const ENTRY_BYTES: u64 = 48;
/// Cells accepted whatever the size of the file, then for each of its bytes: empty columns take no place.
const MAX_CELLS: u64 = 1 << 25;
const MAX_CELLS_PER_BYTE: u64 = 128;
/// Values of lists accepted whatever the size of a column, then for each of its bytes.
const MAX_VALUES: u64 = 1 << 22;
const MAX_VALUES_PER_BYTE: u64 = 4;

/// Pages, as their headers number them.
const DATA: i64 = 0;
const DICTIONARY: i64 = 2;
const DATA_V2: i64 = 3;

/// Checks of one file.
pub(super) struct Claims<'a> {
    file: &'a str,
    input: Walk<BufReader<File>>,
}

impl<'a> Claims<'a> {
    pub(super) fn open(path: &Path, file: &'a str) -> Result<Self> {
        Ok(Self { file, input: Walk::open(path)? })
    }

    /// Checks that reading the footer is safe.
    pub(super) fn footer(&mut self) -> Result<()> {
        let mut too_many = false;
        let mut schema = Schema::default();
        let checked = self.find_footer().and_then(|()| {
            thrift::walk(&mut self.input, &FOOTER, &mut |path, met| {
                match (path, met) {
                    // A column may lie in groups of its own.
                    ([2], Met::List(n)) if n > 4 * MAX_COLUMNS => {
                        too_many = true;
                        return Err(format!("it announces {n} columns"));
                    }
                    ([2], Met::List(n)) => schema.elements = n,
                    ([2], Met::Struct) => schema.begin()?,
                    ([2, 5], Met::Int(n)) => schema.children = Some(n),
                    ([2, 4], Met::Binary(n)) if n > MAX_NAME_BYTES => {
                        return Err(format!("a column has a name of {n} bytes"));
                    }
                    ([4], Met::List(n)) if n > MAX_GROUPS => {
                        return Err(format!("it announces {n} groups of rows"));
                    }
                    _ => {}
                }
                Ok(())
            })?;
            schema.close()
        });
        if too_many {
            return Err(self.too_large(Excess::Columns, MAX_COLUMNS));
        }
        checked.map_err(|cause| self.damaged(cause))
    }

    fn find_footer(&mut self) -> Checked<()> {
        let cut = || "cut short".to_owned();
        let end = self.input.len().checked_sub(8).ok_or_else(cut)?;
        self.input.go(end)?;
        let length = u64::from(u32::from_le_bytes(self.input.array()?));
        match &self.input.array::<4>()? {
            b"PAR1" => {}
            b"PARE" => return Err("it is encrypted".to_owned()),
            _ => return Err(cut()),
        }
        if length > MAX_FOOTER_BYTES {
            return Err(format!("it announces a footer of {length} bytes"));
        }
        self.input.go(end.checked_sub(length).ok_or_else(cut)?)
    }

    /// Checks rows, columns and every page, once the footer is read.
    pub(super) fn pages(&mut self, metadata: &ParquetMetaData) -> Result<()> {
        let columns = metadata.file_metadata().schema_descr().num_columns() as u64;
        if columns > MAX_COLUMNS {
            return Err(self.too_large(Excess::Columns, MAX_COLUMNS));
        }
        let cells = MAX_CELLS + MAX_CELLS_PER_BYTE * self.input.len();
        let rows = metadata.row_groups().iter().map(|group| u64::try_from(group.num_rows()).unwrap_or(0));
        let rows = rows.fold(0, u64::saturating_add);
        if rows.saturating_mul(columns) > cells {
            return Err(self.too_large(Excess::Rows, cells / columns.max(1)));
        }
        let mut bytes = 0;
        for group in metadata.row_groups() {
            let mut held = 0;
            for chunk in group.columns() {
                let pages = self.chunk(chunk, group).map_err(|cause| {
                    let column = chunk.column_path().string();
                    self.damaged(format!("column {column}: {cause}"))
                })?;
                held += pages.held;
                bytes += pages.bytes;
                let amounts = [(pages.largest, MAX_PAGE_BYTES), (held, MAX_HELD_BYTES), (bytes, MAX_BYTES)];
                if let Some((_, limit)) = amounts.iter().find(|(amount, limit)| amount > limit) {
                    return Err(self.too_large(Excess::Bytes, *limit));
                }
            }
        }
        Ok(())
    }

    fn chunk(&mut self, chunk: &ColumnChunkMetaData, group: &RowGroupMetaData) -> Checked<Pages> {
        let start = chunk.dictionary_page_offset().unwrap_or_else(|| chunk.data_page_offset());
        let (start, length) = (u64::try_from(start), u64::try_from(chunk.compressed_size()));
        let (Ok(mut at), Ok(length)) = (start, length) else { return Err("it begins nowhere".to_owned()) };
        let end = at.checked_add(length).filter(|end| *end <= self.input.len()).ok_or("cut short")?;
        let rows = u64::try_from(group.num_rows()).map_err(|_| "it has fewer rows than none")?;
        let mut pages = Pages::default();
        let mut values = 0_u64;
        while at < end {
            self.input.go(at)?;
            let page = self.page()?;
            at = self.input.at() + page.compressed;
            if at > end {
                return Err("a page ends after it".to_owned());
            }
            pages.bytes += page.bytes;
            pages.largest = pages.largest.max(page.bytes.max(page.compressed));
            pages.held += page.entries * ENTRY_BYTES + if page.entries > 0 { page.bytes } else { 0 };
            values += page.values;
            if pages.largest > MAX_PAGE_BYTES || pages.bytes > MAX_BYTES {
                return Ok(pages);
            }
            self.unpack(chunk.compression(), &page)?;
        }
        pages.held += pages.largest;
        if chunk.column_descr().max_rep_level() == 0 {
            if values != rows {
                return Err(format!("it has {values} values for {rows} rows"));
            }
        } else if values < rows || values - rows > MAX_VALUES + MAX_VALUES_PER_BYTE * pages.bytes {
            return Err(format!("it announces {values} values for {rows} rows"));
        }
        Ok(pages)
    }

    fn page(&mut self) -> Checked<Page> {
        let [mut kind, mut bytes, mut compressed, mut values, mut entries] = [0; 5];
        let (mut levels, mut is_compressed) = ([0; 2], true);
        thrift::walk(&mut self.input, &PAGE, &mut |path, met| {
            if let Met::Int(number) = met {
                match path {
                    [1] => kind = number,
                    [2] => bytes = number,
                    [3] => compressed = number,
                    [5 | 8, 1] => values = number,
                    [7, 1] => entries = number,
                    [8, 5] => levels[0] = number,
                    [8, 6] => levels[1] = number,
                    [8, 7] => is_compressed = number == 1,
                    _ => {}
                }
            }
            Ok(())
        })?;
        let size = |number: i64| {
            let size = i32::try_from(number).ok().and_then(|n| u64::try_from(n).ok());
            size.ok_or_else(|| format!("a page announces {number}"))
        };
        Ok(Page {
            bytes: size(bytes)?,
            compressed: size(compressed)?,
            levels: size(levels[0])? + size(levels[1])?,
            is_compressed,
            values: if matches!(kind, DATA | DATA_V2) { size(values)? } else { 0 },
            entries: if kind == DICTIONARY { size(entries)? } else { 0 },
        })
    }

    /// Decompresses a page without keeping it, where its reader would trust it to end.
    fn unpack(&mut self, compression: Compression, page: &Page) -> Checked<()> {
        if !page.is_compressed || !matches!(compression, Compression::GZIP(_) | Compression::ZSTD(_)) {
            return Ok(());
        }
        let packed = self.input.bytes(page.compressed)?;
        let packed = packed.get(page.levels as usize..).ok_or("a page is cut short")?;
        let expected = page.bytes.checked_sub(page.levels).ok_or("a page is cut short")?;
        if expected == 0 {
            return Ok(());
        }
        let mut unpacked: Box<dyn Read> = match compression {
            Compression::GZIP(_) => Box::new(MultiGzDecoder::new(packed)),
            _ => Box::new(zstd::Decoder::new(packed).map_err(|e| e.to_string())?),
        };
        let bytes = std::io::copy(&mut unpacked.by_ref().take(expected + 1), &mut std::io::sink())
            .map_err(|e| format!("a page cannot be decompressed: {e}"))?;
        if bytes == expected { Ok(()) } else { Err("a page is not of the size announced".to_owned()) }
    }

    fn damaged(&self, cause: String) -> Error {
        Error::Damaged { file: self.file.to_owned(), format: "Parquet", cause }
    }

    fn too_large(&self, what: Excess, limit: u64) -> Error {
        Error::TooLarge { at: Location { file: self.file.to_owned(), row: None, column: None }, what, limit }
    }
}

/// The pages of a column in a group of rows.
#[derive(Default)]
struct Pages {
    /// Bytes decompressed.
    bytes: u64,
    /// Bytes of the largest.
    largest: u64,
    /// Bytes held at once while they are read.
    held: u64,
}

struct Page {
    bytes: u64,
    compressed: u64,
    /// Bytes before what is compressed.
    levels: u64,
    is_compressed: bool,
    values: u64,
    /// Entries, in a dictionary.
    entries: u64,
}

/// The tree of columns, given as a list in which each says how many follow under it.
#[derive(Default)]
struct Schema {
    elements: u64,
    /// Under the element being read.
    children: Option<i64>,
    /// Children still to come at each level.
    open: Vec<u64>,
}

impl Schema {
    fn begin(&mut self) -> Checked<()> {
        self.close()?;
        self.children = Some(0);
        Ok(())
    }

    fn close(&mut self) -> Checked<()> {
        let Some(children) = self.children.take() else { return Ok(()) };
        let children = u64::try_from(children).ok().filter(|n| *n <= self.elements);
        let children = children.ok_or("its columns are no tree")?;
        while self.open.last() == Some(&0) {
            self.open.pop();
        }
        if let Some(left) = self.open.last_mut() {
            *left -= 1;
        }
        if children > 0 {
            self.open.push(children);
        }
        if self.open.len() > MAX_DEPTH { Err("its columns have too many levels".to_owned()) } else { Ok(()) }
    }
}
