//! Encoding and separator of a text file.

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom, Write};
use std::path::Path;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};
use tempfile::{NamedTempFile, TempPath};

use crate::error::{Error, Result};

/// Separators tried, the first preferred where two fit as well.
const SEPARATORS: [u8; 4] = [b';', b'\t', b',', b'|'];

/// Encoding named by the byte order mark of UTF-16.
pub fn utf16(head: &[u8]) -> Option<&'static Encoding> {
    match head {
        [0xff, 0xfe, ..] => Some(UTF_16LE),
        [0xfe, 0xff, ..] => Some(UTF_16BE),
        _ => None,
    }
}

/// Encoding of a file that is not UTF-8.
pub fn legacy(head: &[u8]) -> &'static Encoding {
    utf16(head).unwrap_or(WINDOWS_1252)
}

/// Copies `path`, written in `encoding`, to a temporary file in UTF-8.
pub fn transcode(path: &Path, encoding: &'static Encoding) -> Result<TempPath> {
    let mut input = File::open(path).map_err(|e| Error::io(path, e))?;
    let mut copy = NamedTempFile::new().map_err(|e| Error::io(std::env::temp_dir(), e))?;
    let mut decoder = encoding.new_decoder_with_bom_removal();
    let mut raw = vec![0u8; 1 << 16];
    let mut text = String::with_capacity(1 << 18);
    loop {
        let n = input.read(&mut raw).map_err(|e| Error::io(path, e))?;
        let mut rest = &raw[..n];
        loop {
            text.clear();
            let (result, used, _) = decoder.decode_to_string(rest, &mut text, n == 0);
            copy.write_all(text.as_bytes()).map_err(|e| Error::io(copy.path(), e))?;
            rest = &rest[used..];
            if result == encoding_rs::CoderResult::InputEmpty {
                break;
            }
        }
        if n == 0 {
            copy.flush().map_err(|e| Error::io(copy.path(), e))?;
            return Ok(copy.into_temp_path());
        }
    }
}

/// The separator that cuts the first records of `head` into the same number of cells, more than one.
/// A file of one column has none: any separator that the header lacks then serves.
pub fn separator(head: &str) -> u8 {
    let score = |separator: u8| {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(separator)
            .has_headers(false)
            .flexible(true)
            .from_reader(head.as_bytes());
        let widths: Vec<usize> = reader.records().take(200).flatten().map(|r| r.len()).collect();
        // The head may end inside a record.
        let whole = if widths.len() > 2 { &widths[..widths.len() - 1] } else { &widths[..] };
        let width = whole.first().copied().unwrap_or(0);
        let same = whole.iter().filter(|w| **w == width).count();
        // A comma in the header of a file of one column cuts nothing else.
        if width < 2 || same * 2 < whole.len() { (0, 0) } else { (same * 1000 / whole.len(), width) }
    };
    let best = SEPARATORS.into_iter().rev().max_by_key(|s| score(*s)).unwrap_or(b',');
    if score(best).1 >= 2 {
        return best;
    }
    let header = head.lines().next().unwrap_or_default();
    let lacks = |text: &str| SEPARATORS.into_iter().find(|s| !text.contains(char::from(*s)));
    lacks(head).or_else(|| lacks(header)).unwrap_or(b';')
}

/// What follows the line `sep=;` that some exports begin with; none without such a line.
pub fn after_separator_line(head: &[u8]) -> Option<&[u8]> {
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let rest = text.strip_prefix(b"sep=")?.get(1..)?;
    rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n"))
}

/// A copy of `path` that begins `skipped` bytes later.
pub fn without_first_bytes(path: &Path, skipped: usize) -> Result<TempPath> {
    let mut input = File::open(path).map_err(|e| Error::io(path, e))?;
    let mut copy = NamedTempFile::new().map_err(|e| Error::io(std::env::temp_dir(), e))?;
    input.seek(SeekFrom::Start(skipped as u64)).map_err(|e| Error::io(path, e))?;
    std::io::copy(&mut input, &mut copy).map_err(|e| Error::io(path, e))?;
    Ok(copy.into_temp_path())
}

/// The first bytes of a file, enough to tell its dialect.
pub fn head(path: &Path) -> Result<Vec<u8>> {
    let mut head = Vec::new();
    let file = File::open(path).map_err(|e| Error::io(path, e))?;
    BufReader::new(file).take(1 << 17).read_to_end(&mut head).map_err(|e| Error::io(path, e))?;
    Ok(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_are_recognised() {
        assert_eq!(separator("a;b;c\n1,5;x;y\n2,5;z, w;t\n"), b';');
        assert_eq!(separator("note,avis\n5,\"bien; vite; merci\"\n4,\"a;b\"\n"), b',');
        assert_eq!(separator("a\tb\n1\t2,5\n"), b'\t');
        assert_eq!(separator("a|b\n1|2\n"), b'|');
        assert_eq!(separator("note\n3,5\n4\n2,5\n"), b';');
        assert_ne!(separator("note (1 = bas, 5 = haut)\n3\n4\n2\n"), b',');
        assert_ne!(separator("avis\nbien, vite; merci\n"), b',');
    }

    #[test]
    fn legacy_text_becomes_utf8() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("x.csv");
        std::fs::write(&path, b"note;r\xe9gion\n1;\x80\n").unwrap();
        let copy = transcode(&path, WINDOWS_1252).unwrap();
        assert_eq!(std::fs::read_to_string(&copy).unwrap(), "note;région\n1;€\n");
        std::fs::write(&path, [0xff, 0xfe, b'a', 0, b'\n', 0]).unwrap();
        let copy = transcode(&path, utf16(&[0xff, 0xfe]).unwrap()).unwrap();
        assert_eq!(std::fs::read_to_string(&copy).unwrap(), "a\n");
    }
}
