//! Runs: the stretches of text between white spaces.

/// The runs of `text` as byte spans, in order; no run is empty, none contains Unicode white space.
///
/// ```
/// use barometre::text::runs;
/// assert_eq!(runs(" très\u{a0}bien ").collect::<Vec<_>>(), [(1, 6), (8, 12)]);
/// ```
#[must_use]
pub fn runs(text: &str) -> Runs<'_> {
    let bytes = text.as_bytes();
    Runs { bytes, start: 0, block: 0, candidates: candidates(bytes, 0) }
}

/// Iterator over the spans of [`runs`].
#[derive(Debug, Clone)]
pub struct Runs<'t> {
    bytes: &'t [u8],
    /// Where the run to come starts, or a white space before it.
    start: usize,
    /// Where the block of 64 bytes being looked at starts, and which of them are still to be looked at.
    block: usize,
    candidates: u64,
}

impl Iterator for Runs<'_> {
    type Item = (usize, usize);

    #[inline]
    fn next(&mut self) -> Option<(usize, usize)> {
        loop {
            while self.candidates == 0 {
                self.block += 64;
                if self.block >= self.bytes.len() {
                    let last = (self.start, self.bytes.len());
                    self.start = self.bytes.len();
                    return (last.0 < last.1).then_some(last);
                }
                self.candidates = candidates(self.bytes, self.block);
            }
            let at = self.block + self.candidates.trailing_zeros() as usize;
            self.candidates &= self.candidates - 1;
            // Nearly always a space.
            let space = if self.bytes[at] == b' ' { 1 } else { space_len(&self.bytes[at..]) };
            if space > 0 {
                let start = self.start;
                self.start = at + space;
                if start < at {
                    return Some((start, at));
                }
            }
        }
    }
}

/// Which of the 64 bytes from `from` on may start a white space: bit `i` for byte `from + i`; none where the text
/// has ended. One look at a block, without a branch, instead of one at each byte.
#[inline]
fn candidates(bytes: &[u8], from: usize) -> u64 {
    let rest = &bytes[from.min(bytes.len())..];
    if let Some(block) = rest.first_chunk::<64>() {
        return block_candidates(block);
    }
    let mut block = [b'a'; 64];
    block[..rest.len()].copy_from_slice(rest);
    block_candidates(&block)
}

#[inline]
fn block_candidates(block: &[u8; 64]) -> u64 {
    let mut found = 0;
    for (i, window) in block.as_chunks::<8>().0.iter().enumerate() {
        // The high bits of eight bytes, side by side.
        let high = high_bits(u64::from_le_bytes(*window)) >> 7;
        found |= (high.wrapping_mul(0x0102_0408_1020_4080) >> 56) << (8 * i);
    }
    found
}

const ONES: u64 = u64::from_le_bytes([1; 8]);
const HIGH: u64 = ONES << 7;

/// The high bit of each byte that is a control character, a space, 0xC2 or 0xE0 to 0xEF: in UTF-8 every white
/// space starts with one of them.
#[inline]
fn high_bits(window: u64) -> u64 {
    // The high bit of each byte that is not zero, or above a limit; no carry leaves its byte.
    let some = |x: u64| ((x & !HIGH) + !HIGH) | x;
    let above = ((window & !HIGH) + ONES * (0x7f - 0x20)) | window;
    !(above & some(window ^ (ONES * 0xc2)) & some((window & (ONES * 0xf0)) ^ (ONES * 0xe0))) & HIGH
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
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn white_space_is_unicode_white_space() {
        for c in '\0'..=char::MAX {
            let mut buffer = [0; 4];
            let text = c.encode_utf8(&mut buffer);
            let expected = if c.is_whitespace() { text.len() } else { 0 };
            assert_eq!(space_len(text.as_bytes()), expected, "{c:?}");
            assert!(expected == 0 || candidates(text.as_bytes(), 0) & 1 == 1);
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
            &"un client ".repeat(20),
            &format!("{} {}", "a".repeat(63), "b".repeat(64)),
            &format!("{}\u{2003}b", "a".repeat(62)),
        ] {
            let found: Vec<_> = runs(text).map(|(s, e)| &text[s..e]).collect();
            assert_eq!(found, text.split_whitespace().collect::<Vec<_>>());
        }
    }

    proptest! {
        #[test]
        fn runs_are_those_of_split_whitespace_in_any_text(text in "([ a-zé’\u{a0}\u{2003}\\n]|\\PC){0,200}") {
            let found: Vec<_> = runs(&text).map(|(s, e)| &text[s..e]).collect();
            prop_assert_eq!(found, text.split_whitespace().collect::<Vec<_>>());
        }
    }
}
