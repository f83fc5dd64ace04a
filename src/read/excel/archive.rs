//! What a compressed workbook holds, measured before anything is kept of it.
//!
//! The sizes that an archive declares are whatever its author wrote, and the library that reads workbooks
//! reserves the memory that they announce. Here every part is inflated once, counted and thrown away.

use std::io::{BufRead, BufReader, Read, Seek};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;
use zip::result::ZipError;

use super::super::records::MAX_CELL_BYTES;
use super::{Source, allowance};
use crate::error::{Excess, Result};

/// Tags in the table of shared strings: four for each of eight million texts.
const MAX_STRING_TAGS: u64 = 32 << 20;
/// Texts that the table of shared strings may announce.
const MAX_STRINGS: u64 = 32 << 20;
/// Tags in the table of styles: Excel has 64,000 formats.
const MAX_STYLE_TAGS: u64 = 4 << 20;
/// Bytes of the strings of a binary workbook: each may have eight bytes and takes four times as many.
const MAX_BINARY_STRINGS: u64 = 256 << 20;

/// What an archive turns out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    Xlsx,
    Xlsb,
    Ods,
}

/// Inflates and counts everything that `input` holds.
pub(super) fn check(input: impl Read + Seek, source: &Source) -> Result<Content> {
    let damaged = |e: ZipError| source.damaged(e.to_string());
    let mut archive = ZipArchive::new(input).map_err(damaged)?;
    let names = archive
        .file_names()
        .map(|name| name.map(|name| name.to_lowercase()))
        .collect::<zip::result::ZipResult<Vec<String>>>()
        .map_err(damaged)?;
    let content = if names.iter().any(|n| n.ends_with("workbook.bin")) {
        Content::Xlsb
    } else if names.iter().any(|n| n == "content.xml") {
        Content::Ods
    } else if names.iter().any(|n| n.ends_with("workbook.xml")) {
        Content::Xlsx
    } else {
        return Err(source.damaged("no workbook in this archive".to_owned()));
    };
    let limit = match content {
        // A cell of OpenDocument takes a hundred bytes that differ in one or two: answers of one digit shrink
        // two hundred times.
        Content::Ods => allowance(source.size).max(1 << 30),
        _ => allowance(source.size),
    };
    let mut left = limit;
    for (i, name) in names.iter().enumerate() {
        // Parts that cannot be inflated are the business of whoever needs them.
        let Ok(part) = archive.by_index(i) else { continue };
        let file = name.rsplit('/').next().unwrap_or(name);
        // What is kept in memory grows when it is read, tags above all.
        let (bytes, tags) = match file {
            "sharedstrings.xml" => (limit, Some(MAX_STRING_TAGS)),
            "styles.xml" => (limit, Some(MAX_STYLE_TAGS)),
            "sharedstrings.bin" => (limit.min(MAX_BINARY_STRINGS), None),
            _ => (limit, None),
        };
        let mut counter = Counter { xml: file.ends_with("xml"), tags, bytes: left.min(bytes), since: 0 };
        let before = counter.bytes;
        counter.count(BufReader::with_capacity(1 << 16, part)).map_err(|what| {
            let max = match what {
                Excess::Bytes => bytes,
                Excess::CellBytes => MAX_CELL_BYTES,
                _ => tags.unwrap_or_default(),
            };
            source.too_large(what, max)
        })?;
        left -= before - counter.bytes;
        if file == "sharedstrings.xml"
            && let Ok(part) = archive.by_index(i)
            && announced(BufReader::new(part)) > MAX_STRINGS
        {
            return Err(source.too_large(Excess::Cells, MAX_STRINGS));
        }
    }
    Ok(content)
}

/// What a part may still hold.
struct Counter {
    xml: bool,
    tags: Option<u64>,
    bytes: u64,
    /// Bytes since the last tag began.
    since: u64,
}

impl Counter {
    /// Reads a part to its end, or to the first thing that there is too much of.
    fn count(&mut self, mut part: impl BufRead) -> std::result::Result<(), Excess> {
        loop {
            let Ok(chunk) = part.fill_buf() else { return Ok(()) };
            let n = chunk.len();
            if n == 0 {
                return Ok(());
            }
            self.bytes = self.bytes.checked_sub(n as u64).ok_or(Excess::Bytes)?;
            if let Some(tags) = &mut self.tags {
                *tags =
                    tags.checked_sub(memchr::memchr_iter(b'<', chunk).count() as u64).ok_or(Excess::Cells)?;
            }
            if self.xml {
                let first = memchr::memchr(b'<', chunk);
                if self.since + first.unwrap_or(n) as u64 > MAX_CELL_BYTES {
                    return Err(Excess::CellBytes);
                }
                match memchr::memrchr(b'<', chunk) {
                    Some(last) => self.since = (n - last) as u64,
                    None => self.since += n as u64,
                }
            }
            part.consume(n);
        }
    }
}

/// How many texts a table of shared strings says it holds.
fn announced(part: impl BufRead) -> u64 {
    let mut reader = Reader::from_reader(part);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(e) | Event::Empty(e)) if e.local_name().as_ref() == "sst" => {
                let count = e.try_get_attribute("uniqueCount").ok().flatten();
                let digits = count.as_ref().map_or("", |count| count.value.trim());
                // Digits that are no number of 64 bits announce too much.
                return if digits.is_empty() { 0 } else { digits.parse().unwrap_or(u64::MAX) };
            }
            Ok(Event::Eof) | Err(_) => return 0,
            Ok(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excess(part: &[u8], times: u64, tags: Option<u64>, bytes: u64) -> Option<Excess> {
        let mut counter = Counter { xml: true, tags, bytes, since: 0 };
        let parts = std::iter::repeat_n(part, times as usize).map(std::io::BufReader::new);
        let mut all: Box<dyn BufRead> = Box::new(std::io::empty());
        for part in parts {
            all = Box::new(all.chain(part));
        }
        counter.count(all).err()
    }

    #[test]
    fn what_is_inflated_is_counted_whatever_it_declares() {
        assert_eq!(excess(b"<row/>", 10, None, 60), None);
        assert_eq!(excess(b"<row/>", 10, None, 59), Some(Excess::Bytes));
        assert_eq!(excess(b"<si/>", 10, Some(10), 60), None);
        assert_eq!(excess(b"<si/>", 10, Some(9), 60), Some(Excess::Cells));
        let megabyte = vec![b'a'; 1 << 20];
        assert_eq!(excess(&megabyte, 17, None, 1 << 30), Some(Excess::CellBytes));
        let with_tag = [b"<t>".as_slice(), &megabyte].concat();
        assert_eq!(excess(&with_tag, 17, None, 1 << 30), None);
    }

    #[test]
    fn announced_strings_are_read_however_they_are_written() {
        assert_eq!(announced(&b"<?xml version='1.0'?><!-- --><x:sst uniqueCount='12'><si/>"[..]), 12);
        assert_eq!(announced(&b"<sst uniqueCount=\"99999999999999999999999\"/>"[..]), u64::MAX);
        assert_eq!(announced(&b"<sst><si/></sst>"[..]), 0);
        assert_eq!(announced(&b"<a>"[..]), 0);
    }
}
