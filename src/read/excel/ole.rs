//! The container of an XLS file, checked before it is read.
//!
//! The library that reads XLS follows the chains of sectors wherever they lead, in circles too, and reserves
//! the cells that a sheet announces. What passes here does neither.

use std::collections::BTreeSet;

use super::{Source, allowance};
use crate::error::{Excess, Result};

const END_OF_CHAIN: u32 = 0xffff_fffe;
/// First number that is no sector.
const RESERVED: u32 = 0xffff_fffa;
/// Streams shorter than this live in the sectors of 64 bytes.
const SMALL: u64 = 4096;
/// The largest file read: its cells and strings are all held in memory.
pub(super) const MAX_BYTES: u64 = 128 << 20;
/// Columns and cells of a sheet of Excel 97.
const COLUMNS: u64 = 256;
const SHEET_CELLS: u64 = 65_536 * COLUMNS;
/// Records around a sheet.
const BEGIN: u16 = 0x0809;
const END: u16 = 0x000a;
/// Cells of the sheets together, empty ones included.
const MAX_CELLS: u64 = 24 << 20;

/// Refuses what cannot be read, or not within bounds.
pub(super) fn check(bytes: &[u8], source: &Source) -> Result<()> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(source.too_large(Excess::Bytes, MAX_BYTES));
    }
    let damaged = |cause: &str| source.damaged(cause.to_owned());
    let container = Container::open(bytes).ok_or_else(|| damaged("damaged container"))?;
    if container.find("EncryptedPackage").is_some() {
        return Err(source.protected());
    }
    let entry = container.find("Workbook").or_else(|| container.find("Book"));
    let entry = entry.ok_or_else(|| damaged("no workbook in this container"))?;
    let stream = container.stream(entry).ok_or_else(|| damaged("damaged container"))?;
    check_sheets(&stream, source)
}

/// An entry of the directory.
struct Entry {
    name: String,
    start: u32,
    len: u64,
}

struct Container<'a> {
    bytes: &'a [u8],
    sector: usize,
    fat: Vec<u32>,
    entries: Vec<Entry>,
    mini: Vec<u8>,
    mini_fat: Vec<u32>,
}

impl<'a> Container<'a> {
    fn open(bytes: &'a [u8]) -> Option<Self> {
        let sector = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut container = Self {
            bytes,
            sector,
            fat: Vec::new(),
            entries: Vec::new(),
            mini: Vec::new(),
            mini_fat: Vec::new(),
        };
        let mut tables: Vec<u32> = numbers(bytes.get(76..512)?);
        let mut next = u32_at(bytes, 68)?;
        let mut seen = BTreeSet::new();
        while next < RESERVED {
            if !seen.insert(next) {
                return None;
            }
            tables.extend(numbers(container.at(next)?));
            next = tables.pop()?;
        }
        for table in tables.into_iter().filter(|table| *table < RESERVED) {
            let numbers = numbers(container.at(table)?);
            container.fat.extend(numbers);
        }
        let directory = container.chain(u32_at(bytes, 48)?, u64::MAX)?;
        container.entries = directory.chunks_exact(128).filter_map(|e| entry(e, sector)).collect();
        let root = container.entries.first()?;
        let mini_sectors = u64::from(u32_at(bytes, 64)?);
        if mini_sectors > 0 {
            let mini = container.chain(root.start, root.len)?;
            container.mini_fat = numbers(&container.chain(u32_at(bytes, 60)?, mini_sectors * sector as u64)?);
            container.mini = mini;
        }
        Some(container)
    }

    fn find(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    fn stream(&self, entry: &Entry) -> Option<Vec<u8>> {
        if entry.len >= SMALL {
            return self.chain(entry.start, entry.len);
        }
        follow(entry.start, entry.len, &self.mini_fat, self.mini.len() / 64 + 1, |id| {
            let start = (id as usize).checked_mul(64)?;
            self.mini.get(start..self.mini.len().min(start + 64))
        })
    }

    fn chain(&self, start: u32, len: u64) -> Option<Vec<u8>> {
        follow(start, len, &self.fat, self.bytes.len() / self.sector + 1, |id| self.at(id))
    }

    /// The sector `id`; the last one of a file may be cut short.
    fn at(&self, id: u32) -> Option<&'a [u8]> {
        let start = (id as usize).checked_add(1)?.checked_mul(self.sector)?;
        self.bytes.get(start..self.bytes.len().min(start.checked_add(self.sector)?))
    }
}

/// The first `len` bytes of a chain of at most `sectors`; none when it goes in circles.
fn follow<'a>(
    start: u32,
    len: u64,
    fat: &[u32],
    sectors: usize,
    at: impl Fn(u32) -> Option<&'a [u8]>,
) -> Option<Vec<u8>> {
    let mut stream = Vec::new();
    let mut id = start;
    let mut steps = 0;
    while id != END_OF_CHAIN {
        steps += 1;
        if steps > sectors {
            return None;
        }
        stream.extend_from_slice(at(id)?);
        if stream.len() as u64 >= len {
            stream.truncate(len as usize);
            break;
        }
        id = *fat.get(id as usize)?;
    }
    Some(stream)
}

fn entry(bytes: &[u8], sector: usize) -> Option<Entry> {
    let units = bytes.get(..64)?.as_chunks().0.iter().map(|unit| u16::from_le_bytes(*unit));
    let name =
        char::decode_utf16(units.take_while(|unit| *unit != 0)).map(|c| c.unwrap_or('\u{fffd}')).collect();
    // The upper half of a length is noise in files of small sectors.
    let high = if sector == 512 { 0 } else { u64::from(u32_at(bytes, 124)?) };
    Some(Entry { name, start: u32_at(bytes, 116)?, len: high << 32 | u64::from(u32_at(bytes, 120)?) })
}

/// Refuses sheets that announce or spread over more cells than a spreadsheet has.
fn check_sheets(stream: &[u8], source: &Source) -> Result<()> {
    let mut cells = 0;
    let mut left = allowance(stream.len() as u64);
    let globals = records(stream).take_while(|(kind, _)| *kind != END);
    let sheets = globals.filter(|(kind, _)| *kind == 0x0085).filter_map(|(_, data)| u32_at(data, 0));
    for position in sheets {
        let Some(sheet) = stream.get(position as usize..) else { continue };
        let mut values = Extent::default();
        let mut formulas = Extent::default();
        let mut depth = 0;
        for (kind, data) in records(sheet) {
            left = left
                .checked_sub(data.len() as u64 + 4)
                .ok_or_else(|| source.too_large(Excess::Bytes, allowance(stream.len() as u64)))?;
            // A chart inside a sheet has records of the same kinds.
            match kind {
                BEGIN => depth += 1,
                END if depth <= 1 => break,
                END => depth -= 1,
                _ if depth > 1 => continue,
                _ => {}
            }
            if kind == 0x0200 && announced(data).is_none_or(|cells| cells > SHEET_CELLS) {
                return Err(source.damaged("impossible dimensions of a sheet".to_owned()));
            }
            if !matches!(kind, 0x0006 | 0x00bd | 0x00d6 | 0x00fd | 0x0203 | 0x0204 | 0x0205 | 0x027e) {
                continue;
            }
            let (Some(row), Some(column)) = (u16_at(data, 0), u16_at(data, 2)) else { continue };
            // A run of numbers: six bytes each after the place of the first, its last column behind them.
            let run = if kind == 0x00bd { (data.len().saturating_sub(6) / 6).saturating_sub(1) } else { 0 };
            let last = u64::from(column) + run as u64;
            if last >= COLUMNS {
                return Err(source.damaged("a cell beyond the last column".to_owned()));
            }
            values.take(row.into(), column.into(), last);
            if kind == 0x0006 {
                formulas.take(row.into(), column.into(), last);
            }
        }
        cells += values.cells() + formulas.cells();
        if cells > MAX_CELLS {
            return Err(source.too_large(Excess::Cells, MAX_CELLS));
        }
    }
    Ok(())
}

/// Cells that a sheet says it has; none when it says it has fewer than none.
fn announced(dimensions: &[u8]) -> Option<u64> {
    let (first, last, left, right) = if dimensions.len() == 10 {
        let at = |i| u16_at(dimensions, i).map(u64::from);
        (at(0)?, at(2)?, at(4)?, at(6)?)
    } else {
        let row = |i| u32_at(dimensions, i).map(u64::from);
        let column = |i| u16_at(dimensions, i).map(u64::from);
        (row(0)?, row(4)?, column(8)?, column(10)?)
    };
    if last == 0 || right == 0 {
        return Some(0);
    }
    let left = if left > 0xff || right < left { 0 } else { left };
    Some(last.checked_sub(first)? * (right - left))
}

/// The smallest rectangle around cells.
#[derive(Default)]
struct Extent(Option<[u64; 4]>);

impl Extent {
    fn take(&mut self, row: u64, first: u64, last: u64) {
        let [top, bottom, left, right] = self.0.unwrap_or([row, row, first, last]);
        self.0 = Some([top.min(row), bottom.max(row), left.min(first), right.max(last)]);
    }

    fn cells(&self) -> u64 {
        self.0.map_or(0, |[top, bottom, left, right]| (bottom - top + 1) * (right - left + 1))
    }
}

/// The records of a stream, up to the first that is cut short.
fn records(mut stream: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    std::iter::from_fn(move || {
        let kind = u16_at(stream, 0)?;
        let end = 4 + usize::from(u16_at(stream, 2)?);
        let data = stream.get(4..end)?;
        stream = stream.get(end..)?;
        Some((kind, data))
    })
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|b| u16::from_le_bytes(*b))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|b| u32::from_le_bytes(*b))
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.as_chunks().0.iter().map(|b| u32::from_le_bytes(*b)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::book::Book;
    use super::*;
    use crate::error::Error;

    const FREE: u32 = 0xffff_ffff;

    /// A container whose only stream, longer than the small ones, has this name.
    fn container(name: &str, stream: &[u8]) -> Vec<u8> {
        let mut stream = stream.to_vec();
        stream.resize(stream.len().max(4096).next_multiple_of(512), 0);
        let sectors = stream.len() as u32 / 512;
        let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
        bytes.resize(512, 0);
        for (at, value) in
            [(26, 3), (30, 9), (32, 6), (44, 1), (48, 1), (60, END_OF_CHAIN), (68, END_OF_CHAIN)]
        {
            bytes[at..at + 4].copy_from_slice(&u32::to_le_bytes(value));
        }
        bytes[28..30].copy_from_slice(b"\xfe\xff");
        bytes[80..512].fill(0xff);
        // Sector 0 is the table, 1 the directory, the stream follows.
        let chain = (3..2 + sectors).chain([END_OF_CHAIN]);
        let table: Vec<u32> = [0xffff_fffd, END_OF_CHAIN].into_iter().chain(chain).collect();
        bytes.extend((0..128).flat_map(|i| table.get(i).unwrap_or(&FREE).to_le_bytes()));
        for (name, kind, start, len) in
            [("Root Entry", 5, END_OF_CHAIN, 0), (name, 2, 2, stream.len() as u32)]
        {
            let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            entry.resize(128, 0);
            entry[64] = 2 * (name.len() as u8 + 1);
            entry[66] = kind;
            entry[116..120].copy_from_slice(&start.to_le_bytes());
            entry[120..124].copy_from_slice(&len.to_le_bytes());
            bytes.extend(entry);
        }
        bytes.resize(512 * 3, 0);
        bytes.extend(stream);
        bytes
    }

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        [&kind.to_le_bytes(), &(data.len() as u16).to_le_bytes(), data].concat()
    }

    /// A workbook of one sheet: what it announces (rows, columns), and its numbers.
    fn workbook(rows: u32, columns: u16, numbers: &[(u16, u16, f64)]) -> Vec<u8> {
        let version = [0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        let mut dimensions = [0; 14];
        dimensions[4..8].copy_from_slice(&rows.to_le_bytes());
        dimensions[10..12].copy_from_slice(&columns.to_le_bytes());
        let mut sheet = [record(BEGIN, &version), record(0x0200, &dimensions)].concat();
        for (row, column, x) in numbers {
            let data = [&row.to_le_bytes()[..], &column.to_le_bytes(), &[0, 0], &x.to_le_bytes()].concat();
            sheet.extend(record(0x0203, &data));
        }
        sheet.extend(record(END, &[]));
        let begin = record(BEGIN, &version);
        let position = (begin.len() + 4 + 9 + 4) as u32;
        let bound = [&position.to_le_bytes()[..], &[0, 0, 1, 0, b'F']].concat();
        [begin, record(0x0085, &bound), record(END, &[]), sheet].concat()
    }

    fn read(bytes: &[u8]) -> Result<Vec<String>> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), bytes).unwrap();
        let mut source = Source { file: "x.xls", size: bytes.len() as u64, format: "XLSX" };
        let mut book = Book::open(file.path(), &mut source)?;
        let mut found = Vec::new();
        book.rows(0, &source, &mut |row| {
            found.extend(row.cells().map(|(column, text)| format!("{}:{column}={text}", row.number)));
            Ok(std::ops::ControlFlow::Continue(()))
        })?;
        Ok(found)
    }

    #[test]
    fn a_sound_workbook_passes_and_impossible_ones_do_not() {
        let sound = container("Workbook", &workbook(3, 2, &[(1, 0, 5.0), (2, 1, 3.5)]));
        assert_eq!(read(&sound).unwrap(), ["2:0=5", "3:1=3.5"]);

        let damaged = |bytes: &[u8]| matches!(read(bytes), Err(Error::Damaged { format: "XLS", .. }));
        let announced = container("Workbook", &workbook(u32::MAX, 256, &[(1, 0, 5.0)]));
        assert!(damaged(&announced));
        assert!(damaged(&container("Workbook", &workbook(3, 2, &[(1, 300, 5.0)]))));
        assert!(matches!(read(&container("EncryptedPackage", &[])), Err(Error::Protected { .. })));
        assert!(damaged(&container("Contents", &[])));
        let mut circle = sound.clone();
        circle[512 + 4..512 + 8].copy_from_slice(&1u32.to_le_bytes());
        assert!(damaged(&circle));
        for end in (0..sound.len()).step_by(97) {
            assert!(read(&sound[..end]).is_err() || end > 512 * 3, "{end}");
        }
    }
}
