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
        loop {
            let rest = self.bytes.get(start..)?;
            if rest.is_empty() {
                return None;
            }
            let space = space_len(rest);
            if space == 0 {
                break;
            }
            start += space;
        }
        let mut end = start + 1;
        while end < self.bytes.len() && (!MAY_BE_SPACE[self.bytes[end] as usize] || space_len(&self.bytes[end..]) == 0)
        {
            end += 1;
        }
        self.at = end;
        Some((start, end))
    }
}

/// Bytes with which a white space can start in UTF-8.
static MAY_BE_SPACE: [bool; 256] = {
    let mut table = [false; 256];
    let starts = [b'\t', b'\n', 0x0b, 0x0c, b'\r', b' ', 0xc2, 0xe1, 0xe2, 0xe3];
    let mut i = 0;
    while i < starts.len() {
        table[starts[i] as usize] = true;
        i += 1;
    }
    table
};

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
            assert_eq!(space_len(text.as_bytes()), expected, "{:?}", c);
            assert!(expected == 0 || MAY_BE_SPACE[text.as_bytes()[0] as usize]);
        }
    }

    #[test]
    fn runs_are_those_of_split_whitespace() {
        for text in ["", " ", "a", " a  b ", "à\u{2009}é\u{3000}\u{85}x\r\n", "«\u{a0}oui\u{202f}»"] {
            let found: Vec<_> = runs(text).map(|(s, e)| &text[s..e]).collect();
            assert_eq!(found, text.split_whitespace().collect::<Vec<_>>());
        }
    }
}
