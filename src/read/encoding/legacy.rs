//! Which encoding of one byte a character makes French of a file.
//!
//! The same byte is é on one system and Ž on another. Each reading is judged by the company its characters
//! keep: letters inside words speak for it, capitals after small letters and symbols between letters against.

use std::path::Path;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{ISO_8859_15, MACINTOSH, WINDOWS_1252};

use super::{Charset, for_each_chunk};
use crate::error::Result;

/// What stands beside a byte.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Beside {
    /// No letter.
    Other,
    /// A small letter of ASCII.
    Small,
    /// A capital of ASCII.
    Capital,
    /// Another byte from 128, that may be anything.
    High,
}

/// The score of a text in which nothing is French, by more than a few slips.
const FOREIGN: i64 = -20;

const BESIDE: [Beside; 4] = [Beside::Other, Beside::Small, Beside::Capital, Beside::High];

impl Beside {
    fn of(byte: Option<&u8>) -> Self {
        match byte {
            Some(b'a'..=b'z') => Self::Small,
            Some(b'A'..=b'Z') => Self::Capital,
            Some(0x80..) => Self::High,
            _ => Self::Other,
        }
    }

    fn is_letter(self) -> bool {
        matches!(self, Self::Small | Self::Capital)
    }
}

/// The encoding of a file that is not UTF-8: Windows-1252 unless another reading is clearly better.
pub(super) fn guess(path: &Path) -> Result<Charset> {
    let counts = count(path)?;
    let score = |charset: Charset| score(&counts, charset);
    // These two differ by eight letters and the typographic marks of Windows.
    let western =
        [Charset::Known(WINDOWS_1252), Charset::Known(ISO_8859_15)].map(|charset| (score(charset), charset));
    let (own, western) = if western[1].0 > western[0].0 { western[1] } else { western[0] };
    let others = [Charset::Known(MACINTOSH), Charset::Cp850].map(|charset| (score(charset), charset));
    let (best, other) = if others[1].0 > others[0].0 { others[1] } else { others[0] };
    if best > 0 && best > own.saturating_mul(4) {
        return Ok(other);
    }
    if own > FOREIGN { Ok(western) } else { foreign(path) }
}

/// The encoding of a text that reads as no language of Western Europe.
fn foreign(path: &Path) -> Result<Charset> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    for_each_chunk(path, |bytes, last| {
        detector.feed(bytes, last);
        Ok(bytes.len())
    })?;
    Ok(Charset::Known(detector.guess(None, Utf8Detection::Deny)))
}

/// How often each byte from 128 occurs between which neighbours.
type Counts = [[[u64; 4]; 4]; 128];

fn count(path: &Path) -> Result<Box<Counts>> {
    let mut counts = Box::new([[[0; 4]; 4]; 128]);
    for_each_chunk(path, |bytes, _| {
        for (i, byte) in bytes.iter().enumerate().filter(|(_, byte)| **byte >= 0x80) {
            let before = Beside::of(i.checked_sub(1).and_then(|i| bytes.get(i)));
            let after = Beside::of(bytes.get(i + 1));
            counts[usize::from(*byte - 0x80)][before as usize][after as usize] += 1;
        }
        Ok(bytes.len())
    })?;
    Ok(counts)
}

fn score(counts: &Counts, charset: Charset) -> i64 {
    let mut score = 0i64;
    for (c, counts) in charset.upper_half().into_iter().zip(counts) {
        for (before, counts) in BESIDE.into_iter().zip(counts) {
            for (after, n) in BESIDE.into_iter().zip(counts) {
                let n = i64::try_from(*n).unwrap_or(i64::MAX);
                score = score.saturating_add(n.saturating_mul(weight(c, before, after)));
            }
        }
    }
    score
}

/// How well `c` goes between its neighbours in French, and tolerably in the languages around it.
fn weight(c: char, before: Beside, after: Beside) -> i64 {
    let beside = before.is_letter() || after.is_letter();
    let inside = before.is_letter() && after.is_letter();
    let alone = before == Beside::Other && after == Beside::Other;
    let first = before == Beside::Other && after.is_letter();
    let in_capitals = before == Beside::Capital && after == Beside::Capital;
    match c {
        _ if c.is_lowercase() && in_capitals => -4,
        'à' if alone => 4,
        'é' | 'è' | 'ê' | 'â' | 'ç' | 'ù' | 'ô' if alone => 1,
        // No French word begins with these.
        'à' | 'è' | 'ù' | 'û' | 'ë' | 'ï' if first => -2,
        'é' if beside => 6,
        'è' | 'à' | 'ê' | 'ç' if beside => 4,
        'ù' | 'â' | 'î' | 'ô' | 'û' | 'ï' | 'ë' if beside => 3,
        'œ' if after.is_letter() => 3,
        '’' | '‘' if before != Beside::Other && after != Beside::Other => 5,
        _ if c.is_uppercase() && before == Beside::Small => -4,
        'É' | 'È' | 'Ê' | 'À' | 'Ç' | 'Œ' | 'Ô' | 'Î' if beside => 2,
        'Š' | 'Ž' if first => 1,
        // Accents typed alone, where ISO-8859-15 has letters of other languages.
        '´' | '¨' | '¸' => 2,
        'À' if alone => 1,
        // U+0080 to U+009F: bytes that the encoding leaves out.
        _ if c.is_control() => -6,
        '¤' => -4,
        // Inclusive writing: client·e·s.
        '·' if beside => 2,
        '’' | '‘' | '“' | '”' | '«' | '»' | '…' | '–' | '—' | '\u{a0}' | '\u{ad}' => {
            i64::from(!inside)
        }
        '€' | '£' | '°' | '²' | '³' | '§' | '•' | '·' | '™' | '©' | '®' | '½' | '¼' | '±' | '×' | 'µ'
        | 'º' | 'ª' | '¿' | '¡' => {
            if inside {
                -4
            } else {
                1
            }
        }
        _ if c.is_alphabetic() && u32::from(c) < 0x180 && beside => i64::from(c.is_lowercase()),
        _ if inside => -4,
        _ => -1,
    }
}
