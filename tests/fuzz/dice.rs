//! Choices drawn from random bytes: every byte decides something, and their end is the first choice.

use std::fmt;

use bolero::{TypeGenerator, ValueGenerator, produce};

/// Bytes to draw from, one at a time.
pub struct Dice<'a>(std::slice::Iter<'a, u8>);

impl Dice<'_> {
    pub fn byte(&mut self) -> u8 {
        self.0.next().copied().unwrap_or_default()
    }

    /// A number under `n`.
    pub fn below(&mut self, n: usize) -> usize {
        (usize::from(self.byte()) | if n > 256 { usize::from(self.byte()) << 8 } else { 0 }) % n.max(1)
    }

    /// True once in `n`; false at the end of the bytes.
    pub fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == n - 1
    }

    pub fn pick<T: Copy>(&mut self, among: &[T]) -> T {
        among[self.below(among.len())]
    }

    /// Up to `most` of `pieces` in a row, now and then any other character.
    pub fn text(&mut self, pieces: &[&str], most: usize) -> String {
        let mut text = String::new();
        for _ in 0..self.below(most + 1) {
            if self.once_in(16) {
                text.push(self.char());
            } else {
                text.push_str(self.pick(pieces));
            }
        }
        text
    }

    /// A character of any length in UTF-8, those that readers treat apart more often.
    pub fn char(&mut self) -> char {
        const APART: [char; 16] = [
            '"', '\'', '\0', '\u{feff}', '\u{a0}', '\u{202f}', '\u{301}', '\u{200d}', '\u{2028}', '\u{fffd}',
            '\\', '|', '\u{1}', 'ß', 'İ', '😀',
        ];
        match self.below(4) {
            0 => self.pick(&APART),
            1 => char::from(self.byte()),
            _ => {
                let code = u32::from_le_bytes([self.byte(), self.byte(), self.byte() % 17, 0]);
                char::from_u32(code).unwrap_or('\u{10ffff}')
            }
        }
    }

    /// `bytes` with a few of them changed, added or removed.
    pub fn damage(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..=self.below(4) {
            let at = (self.below(256) << 8 | self.below(256)) % (bytes.len() + 1);
            let byte = if self.once_in(2) { self.byte() } else { self.pick(b"\";,\t\n\r\0\xff\xe9\\]") };
            match self.below(4) {
                0 => bytes.insert(at, byte),
                1 if at < bytes.len() => bytes[at] = byte,
                2 => bytes.truncate(at),
                _ => drop(bytes.drain(at..(at + 1 + self.below(8)).min(bytes.len()))),
            }
        }
    }
}

/// What `make` makes of up to `most` random bytes.
pub fn made_of<T: 'static>(most: usize, make: impl Fn(&mut Dice) -> T) -> impl ValueGenerator<Output = T> {
    produce::<Vec<u8>>().with().len(0..=most).map_gen(move |bytes| make(&mut Dice(bytes.iter())))
}

/// Up to `most` of `pieces` as one text.
pub fn texts(pieces: &'static [&'static str], most: usize) -> impl ValueGenerator<Output = String> {
    made_of(3 * most + 1, move |dice| dice.text(pieces, most))
}

/// The content of a file; shown so that it can be pasted into a test.
#[derive(Clone, TypeGenerator)]
pub struct Content(pub Vec<u8>);

impl fmt::Debug for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "b\"{}\"", self.0.escape_ascii())
    }
}
