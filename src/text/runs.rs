//! Runs: the stretches of text between white spaces.

/// The runs of `text` as byte spans, in order; no run is empty, none contains Unicode white space.
///
/// ```
/// use barometre::text::runs;
/// assert_eq!(runs(" très\u{a0}bien ").collect::<Vec<_>>(), [(1, 6), (8, 12)]);
/// ```
#[must_use]
pub fn runs(text: &str) -> Runs<'_> {
    Runs { bytes: text.as_bytes(), at: 0 }
}

/// Iterator over the spans of [`runs`].
#[derive(Debug, Clone)]
pub struct Runs<'t> {
    bytes: &'t [u8],
    at: usize,
}

impl Iterator for Runs<'_> {
    type Item = (usize, usize);

    #[inline]
    fn next(&mut self) -> Option<(usize, usize)> {
        let mut start = self.at;
        while start < self.bytes.len() {
            match space_len(&self.bytes[start..]) {
                0 => break,
                space => start += space,
            }
        }
        if start >= self.bytes.len() {
            return None;
        }
        let mut end = next_candidate(self.bytes, start + 1);
        while end < self.bytes.len() && space_len(&self.bytes[end..]) == 0 {
            end = next_candidate(self.bytes, end + 1);
        }
        self.at = end;
        Some((start, end))
    }
}

/// Position from `at` on of the first byte that a white space may start with, or the length: eight bytes a
/// step, since most runs end within them.
#[inline]
fn next_candidate(bytes: &[u8], mut at: usize) -> usize {
    while let Some(window) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        let found = candidates(u64::from_le_bytes(*window));
        if found != 0 {
            return at + found.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    // One byte is looked at as the first of eight.
    while at < bytes.len() && candidates(u64::from(bytes[at])).trailing_zeros() >= 8 {
        at += 1;
    }
    at
}

const ONES: u64 = u64::from_le_bytes([1; 8]);
const HIGH: u64 = ONES << 7;

/// The high bit of the first byte, from the least significant, that is a control character, a space, 0xC2 or
/// 0xE0 to 0xEF: in UTF-8 every white space starts with one of them. Bits above the first may be wrong.
#[inline]
fn candidates(window: u64) -> u64 {
    let zero = |x: u64| x.wrapping_sub(ONES) & !x;
    let low = window.wrapping_sub(ONES * 0x21) & !window;
    (low | zero(window ^ (ONES * 0xc2)) | zero((window & (ONES * 0xf0)) ^ (ONES * 0xe0))) & HIGH
}

/// Length in bytes of the white space that `bytes`, the rest of a valid UTF-8 text, starts with; else 0.
#[inline]
fn space_len(bytes: &[u8]) -> usize {
    match bytes {
        [b'\t'..=b'\r' | b' ', ..] => 1,
        [0xc2, 0x85 | 0xa0, ..] => 2,
        [0xe1, 0x9a, 0x80, ..]
        | [0xe2, 0x80, 0x80..=0x8a | 0xa8 | 0xa9 | 0xaf, ..]
        | [0xe2, 0x81, 0x9f, ..]
        | [0xe3, 0x80, 0x80, ..] => 3,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_unicode_white_space() {
        for c in '\0'..=char::MAX {
            let mut buffer = [0; 4];
            let text = c.encode_utf8(&mut buffer);
            let expected = if c.is_whitespace() { text.len() } else { 0 };
            assert_eq!(space_len(text.as_bytes()), expected, "{c:?}");
            assert!(expected == 0 || next_candidate(text.as_bytes(), 0) == 0);
        }
    }

    #[test]
    fn runs_are_those_of_split_whitespace() {
        for text in [
            "",
            " ",
            "a",
            " a  b ",
            "à\u{2009}é\u{3000}\u{85}x\r\n",
            "«\u{a0}oui\u{202f}»",
            "l’avis d’un\u{2003}client",
        ] {
            let found: Vec<_> = runs(text).map(|(s, e)| &text[s..e]).collect();
            assert_eq!(found, text.split_whitespace().collect::<Vec<_>>());
        }
    }
}
