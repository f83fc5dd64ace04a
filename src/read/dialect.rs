//! The separator of a delimited text.

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use tempfile::{NamedTempFile, TempPath};

use crate::error::{Error, Result};

/// Separators tried, the first preferred where two fit as well.
const SEPARATORS: [u8; 4] = [b';', b'\t', b',', b'|'];

/// Bytes that are read to tell a dialect.
pub const HEAD_BYTES: usize = 1 << 17;

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
        // Titles above the header have a width of their own.
        let count = |width: usize| whole.iter().filter(|w| **w == width).count();
        let (same, width) = whole.iter().map(|w| (count(*w), *w)).max().unwrap_or((0, 0));
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

/// The separator that a first line `sep=;` names, and what follows that line.
pub fn separator_line(head: &[u8]) -> Option<(u8, &[u8])> {
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let (separator, rest) = text.strip_prefix(b"sep=")?.split_first()?;
    let rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n"))?;
    Some((*separator, rest))
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
    BufReader::new(file).take(HEAD_BYTES as u64).read_to_end(&mut head).map_err(|e| Error::io(path, e))?;
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
        assert_eq!(separator("Enquête, mars 2025\n\nnote;avis\n1;bien\n2;mal\n"), b';');
        assert_ne!(separator("avis\nbien, vite; merci\n"), b',');
    }
}
