//! The face of the figures' text, as a WOFF 1.0 file in a `data:` URI, so that a report reads the
//! same on a machine without fonts.
//!
//! WOFF is the font's own tables, each compressed, behind a directory that says where they are:
//! half the weight of the plain file. <https://www.w3.org/TR/WOFF/>

use std::io::{self, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::ZlibEncoder;

const HEADER: usize = 44;
const ENTRY: usize = 20;

/// The `src` of an `@font-face` rule: the font as WOFF, or plain where it cannot be wrapped.
pub(super) fn source(ttf: &[u8]) -> String {
    match woff(ttf) {
        Some(woff) => format!("url(data:font/woff;base64,{}) format('woff')", STANDARD.encode(woff)),
        None => format!("url(data:font/ttf;base64,{}) format('truetype')", STANDARD.encode(ttf)),
    }
}

/// A TrueType file wrapped as WOFF; none when its directory of tables is damaged.
fn woff(ttf: &[u8]) -> Option<Vec<u8>> {
    let count = usize::from(u16::from_be_bytes(ttf.get(4..6)?.try_into().ok()?));
    let mut directory = Vec::with_capacity(count * ENTRY);
    let mut tables = Vec::new();
    let mut unpacked = 12 + 16 * count;
    for record in ttf.get(12..12 + 16 * count)?.chunks_exact(16) {
        let (offset, length) = (word(record, 8)?, word(record, 12)?);
        let table = ttf.get(offset..offset.checked_add(length)?)?;
        let packed = deflate(table).ok().filter(|p| p.len() < length);
        let stored = packed.as_deref().unwrap_or(table);
        directory.extend_from_slice(&record[..4]);
        for number in [HEADER + count * ENTRY + tables.len(), stored.len(), length] {
            directory.extend_from_slice(&u32::try_from(number).ok()?.to_be_bytes());
        }
        directory.extend_from_slice(&record[4..8]);
        tables.extend_from_slice(stored);
        tables.resize(tables.len().next_multiple_of(4), 0);
        unpacked += length.next_multiple_of(4);
    }
    let total = HEADER + directory.len() + tables.len();
    let mut out = Vec::with_capacity(total);
    out.extend_from_slice(b"wOFF");
    out.extend_from_slice(&ttf[..4]);
    out.extend_from_slice(&u32::try_from(total).ok()?.to_be_bytes());
    out.extend_from_slice(&ttf[4..6]);
    out.extend_from_slice(&[0, 0]);
    out.extend_from_slice(&u32::try_from(unpacked).ok()?.to_be_bytes());
    // Version of the font, then metadata and private data: none.
    out.resize(HEADER, 0);
    out.extend_from_slice(&directory);
    out.extend_from_slice(&tables);
    Some(out)
}

fn word(record: &[u8], at: usize) -> Option<usize> {
    let bytes = record.get(at..at + 4)?.try_into().ok()?;
    usize::try_from(u32::from_be_bytes(bytes)).ok()
}

fn deflate(table: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(table)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_font_is_wrapped_to_under_two_thirds() {
        let ttf = dejavu::sans::regular();
        let woff = woff(ttf).unwrap();
        assert_eq!(&woff[..4], b"wOFF");
        assert_eq!(word(&woff, 8).unwrap(), woff.len());
        assert!(woff.len() * 3 < ttf.len() * 2, "{} of {}", woff.len(), ttf.len());
    }

    #[test]
    fn a_damaged_font_is_not_wrapped() {
        assert_eq!(woff(b""), None);
        assert_eq!(woff(&dejavu::sans::regular()[..100]), None);
        assert!(source(b"x").contains("format('truetype')"));
    }
}
