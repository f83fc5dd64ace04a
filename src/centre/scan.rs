//! A text read from left to right, byte by byte, without copying it.

/// What is left of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scan<'a> {
    text: &'a str,
    at: usize,
}

/// A decimal number from 0 on: its digits as one integer, and how many of them are decimals.
pub(super) type Decimal = (i64, u32);

impl<'a> Scan<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn is_done(&self) -> bool {
        self.at >= self.text.len()
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Takes `word`, ASCII, whatever its case, if it comes next.
    pub(super) fn takes(&mut self, word: &[u8]) -> bool {
        let next = self.text.as_bytes().get(self.at..self.at + word.len());
        let found = next.is_some_and(|next| next.eq_ignore_ascii_case(word));
        self.at += if found { word.len() } else { 0 };
        found
    }

    /// Takes a sign; true for a minus.
    pub(super) fn sign(&mut self) -> bool {
        if self.rest().starts_with('\u{2212}') {
            self.at += '\u{2212}'.len_utf8();
            return true;
        }
        let minus = self.takes(b"-");
        if !minus {
            self.takes(b"+");
        }
        minus
    }

    /// Takes spaces, those that do not break included.
    pub(super) fn spaces(&mut self) {
        while let Some(width) = self.space() {
            self.at += width;
        }
    }

    /// Bytes of the space that comes next.
    fn space(&self) -> Option<usize> {
        match self.peek()? {
            b' ' | b'\t' => Some(1),
            b if b.is_ascii() => None,
            _ => self.rest().chars().next().filter(|c| c.is_whitespace()).map(char::len_utf8),
        }
    }

    /// Takes 1 to `most` digits: their number, and how many they were; none where there are more.
    pub(super) fn digits(&mut self, most: usize) -> Option<(i64, usize)> {
        let bytes = &self.text.as_bytes()[self.at.min(self.text.len())..];
        let count = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
        if count == 0 || count > most.min(18) {
            return None;
        }
        self.at += count;
        Some((bytes[..count].iter().fold(0, |n, digit| n * 10 + i64::from(digit - b'0')), count))
    }

    /// Whether digits come next, then `mark`.
    pub(super) fn digits_end_with(mut self, mark: u8) -> bool {
        self.digits(18).is_some() && self.peek() == Some(mark)
    }

    /// Takes a number: `45`, `45,5`, `.5`, `1 234,5`. Decimals after the twelfth are dropped.
    pub(super) fn number(&mut self) -> Option<Decimal> {
        let whole = self.digits(9);
        let mut value = whole.map_or(0, |(value, _)| value);
        let mut first_group = whole.is_some_and(|(_, digits)| digits <= 3);
        while first_group && value < 1_000_000 {
            let mut next = *self;
            let Some(width) = self.space() else { break };
            next.at += width;
            match next.digits(3) {
                Some((group, 3)) if !next.peek().is_some_and(|b| b.is_ascii_digit()) => {
                    value = value * 1000 + group;
                    *self = next;
                }
                _ => first_group = false,
            }
        }
        if !matches!(self.peek(), Some(b'.' | b',')) {
            return whole.map(|_| (value, 0));
        }
        let mut after = *self;
        after.at += 1;
        let (mut decimals, mut any) = (0, false);
        while let Some(digit) = after.peek().filter(u8::is_ascii_digit) {
            // Nine digits and nine decimals stay within a 64-bit integer.
            if decimals < 9 {
                value = value * 10 + i64::from(digit - b'0');
                decimals += 1;
            }
            (after.at, any) = (after.at + 1, true);
        }
        if !any && whole.is_none() {
            return None;
        }
        *self = after;
        Some((value, decimals))
    }

    /// Takes the decimals of a unit of `unit_ms`, if a decimal mark comes next: milliseconds. None for a mark
    /// without decimals.
    pub(super) fn fraction(&mut self, unit_ms: i64) -> Option<i64> {
        match self.peek() {
            Some(b'.' | b',') => decimal_to_ms(self.number()?, unit_ms),
            _ => Some(0),
        }
    }

    /// Takes the letters, or the marks other than digits and spaces, that come next.
    pub(super) fn word(&mut self) -> &'a str {
        let rest = self.rest();
        let letters = rest.starts_with(char::is_alphabetic);
        let other = |c: char| c.is_ascii_digit() || c.is_whitespace() || c.is_alphabetic() != letters;
        let (word, _) = rest.split_at(rest.find(other).unwrap_or(rest.len()));
        self.at += word.len();
        word
    }
}

/// A decimal number of units of `unit_ms` milliseconds, rounded half up to a millisecond.
pub(super) fn decimal_to_ms((value, decimals): Decimal, unit_ms: i64) -> Option<i64> {
    if decimals == 0 {
        return value.checked_mul(unit_ms);
    }
    let scale = 10i128.pow(decimals);
    i64::try_from((i128::from(value) * i128::from(unit_ms) * 2 + scale) / (scale * 2)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_with_their_decimals() {
        for (text, number, rest) in [
            ("45", (45, 0), ""),
            ("45,50 s", (4550, 2), " s"),
            (".5", (5, 1), ""),
            ("1 234 567", (1_234_567, 0), ""),
            ("1 23", (1, 0), " 23"),
            ("1234 567", (1234, 0), " 567"),
            ("1 2345", (1, 0), " 2345"),
            ("0.123456789012", (123_456_789, 9), ""),
            ("45.", (45, 0), ""),
        ] {
            let mut scan = Scan::new(text);
            assert_eq!((scan.number(), scan.rest()), (Some(number), rest), "{text}");
        }
        for text in ["", ".", "x5", "1234567890"] {
            assert_eq!(Scan::new(text).number(), None, "{text}");
        }
    }

    #[test]
    fn half_a_millisecond_is_one() {
        assert_eq!(decimal_to_ms((5, 1), 1), Some(1));
        assert_eq!(decimal_to_ms((4, 1), 1), Some(0));
        assert_eq!(decimal_to_ms((5, 1), 86_400_000), Some(43_200_000));
        assert_eq!(decimal_to_ms((i64::MAX, 0), 2), None);
    }
}
