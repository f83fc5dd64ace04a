//! From a run to atoms, with the word boundaries of Unicode (UAX #29); `compound` makes tokens of them.

use unicode_segmentation::UnicodeSegmentation;

use super::compound;
use super::emoji::is_emoji;
use super::runs::runs;
use super::token::{Token, TokenKind, is_apostrophe, is_hyphen};

/// The tokens of a French text, in order. Punctuation and white space are in the gaps between them.
///
/// ```
/// use barometre::text::tokenize;
/// let words = |text| tokenize(text).iter().map(|token| token.surface).collect::<Vec<_>>();
/// assert_eq!(words("L’accueil, jusqu'ici : parfait !"), ["L’", "accueil", "jusqu'", "ici", "parfait"]);
/// assert_eq!(words("Y a-t-il quelqu'un aujourd'hui ?"), ["Y", "a", "-t-il", "quelqu'un", "aujourd'hui"]);
/// ```
#[must_use]
pub fn tokenize(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::with_capacity(text.len() / 6);
    for (from, to) in runs(text) {
        each_piece(&text[from..to], &mut |start, end, kind| {
            let (start, end) = (from + start, from + end);
            tokens.push(Token { start, end, surface: &text[start..end], kind });
        });
    }
    tokens
}

/// Calls `emit(start, end, kind)` for each token of a run; the result depends on the run alone.
pub(super) fn each_piece(run: &str, emit: &mut impl FnMut(usize, usize, TokenKind)) {
    compound::parse(run, &atoms(run), emit);
}

/// What an atom is to the grammar of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Letters, digits, or both.
    Word,
    Apostrophe,
    Hyphen,
    Dot,
    Slash,
    Open,
    Close,
    At,
    Emoji,
    Other,
}

/// A piece of a run that is never cut further, but for glued words and units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Atom {
    pub start: usize,
    pub end: usize,
    pub class: Class,
}

/// The atoms of a run, contiguous from its first byte to its last.
fn atoms(run: &str) -> Vec<Atom> {
    let mut atoms = Vec::with_capacity(4);
    for (start, segment) in run.split_word_bound_indices() {
        let end = start + segment.len();
        if segment.bytes().all(|b| b.is_ascii_alphanumeric()) {
            atoms.push(Atom { start, end, class: Class::Word });
        } else if is_emoji(segment) && !segment.chars().any(char::is_alphabetic) {
            // Unicode takes “1️⃣2️⃣” for one number.
            let mut from = start;
            for (at, _) in segment.match_indices('\u{20e3}') {
                let to = start + at + '\u{20e3}'.len_utf8();
                atoms.push(Atom { start: from, end: to, class: Class::Emoji });
                from = to;
            }
            if from < end {
                atoms.push(Atom { start: from, end, class: Class::Emoji });
            }
        } else {
            cut_segment(segment, start, &mut atoms);
        }
    }
    atoms
}

/// Cuts a segment at the signs that Unicode lets stand inside words: `l'eau`, `fini.Je`, `a:b`. Between
/// digits a point, a comma or a typographic apostrophe stays: it belongs to the number.
fn cut_segment(segment: &str, offset: usize, atoms: &mut Vec<Atom>) {
    let mut word = None;
    let mut before = None;
    let mut chars = segment.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map(|(_, c)| *c);
        let digits = before.is_some_and(char::is_numeric) && after.is_some_and(char::is_numeric);
        let separator = match c {
            '.' | ',' | '\'' | '’' if digits => None,
            c if is_apostrophe(c) => Some(Class::Apostrophe),
            c if is_hyphen(c) => Some(Class::Hyphen),
            // The middle dot of “client·e·s” is written like the point of “client.e.s”.
            '.' | '·' | '‧' | '•' => Some(Class::Dot),
            '/' => Some(Class::Slash),
            '(' => Some(Class::Open),
            ')' => Some(Class::Close),
            '@' => Some(Class::At),
            c if c.is_alphanumeric() => None,
            // Combining marks and invisible characters stay with the letter before them.
            c if word.is_some() && !c.is_ascii_punctuation() && !matches!(c, ':' | '：' | '．' | '․') => {
                None
            }
            _ => Some(Class::Other),
        };
        if let Some(class) = separator {
            if let Some(start) = word.take() {
                atoms.push(Atom { start, end: offset + at, class: Class::Word });
            }
            atoms.push(Atom { start: offset + at, end: offset + at + c.len_utf8(), class });
        } else {
            word.get_or_insert(offset + at);
        }
        before = Some(c);
    }
    if let Some(start) = word {
        atoms.push(Atom { start, end: offset + segment.len(), class: Class::Word });
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Text made of what French verbatims and hostile files are made of.
    pub(in crate::text) fn verbatim() -> impl Strategy<Value = String> {
        let bits = prop::sample::select(vec![
            "l'", "qu’", "est", "-", "ce", "t", "il", "là", "'", ".", "fini", "Je", "@", "/", "http://",
            "20", "h", "45", ",", "(", "s", ")", " ", "\u{a0}", "\u{200b}", "\u{301}", "é", "😀", "\u{fe0f}",
            "\u{200d}", "👍🏽", ":-)", "«", "…", "aujourd", "hui", "M", "œ", "·", "ß", "İ", "م", "ド",
            "\u{feff}", "\0", "1️⃣", "_", "\u{ad}", ":", "p",
        ]);
        prop_oneof![prop::collection::vec(bits, 0..24).prop_map(|bits| bits.concat()), any::<String>()]
    }

    proptest! {
        #[test]
        fn spans_rebuild_the_text(text in verbatim()) {
            let mut end = 0;
            for token in tokenize(&text) {
                prop_assert!(token.start >= end && token.end > token.start);
                prop_assert_eq!(&text[token.start..token.end], token.surface);
                prop_assert!(!text[end..token.start].chars().any(char::is_alphanumeric));
                prop_assert!(!token.surface.contains(char::is_whitespace));
                end = token.end;
            }
            prop_assert!(!text[end..].chars().any(char::is_alphanumeric));
        }

        #[test]
        fn texts_put_together_have_their_tokens_together(a in verbatim(), b in verbatim()) {
            let both = format!("{a} {b}");
            let shift = a.len() + 1;
            let shifted = tokenize(&b).into_iter().map(|t| (t.start + shift, t.end + shift, t.kind)).collect::<Vec<_>>();
            let mut apart: Vec<_> = tokenize(&a).iter().map(|t| (t.start, t.end, t.kind)).collect();
            apart.extend(shifted);
            let together: Vec<_> = tokenize(&both).iter().map(|t| (t.start, t.end, t.kind)).collect();
            prop_assert_eq!(together, apart);
        }
    }

    /// Bits of verbatims and of what breaks tokenisers: apostrophes of all kinds, digits, emoji and their joiners,
    /// marks without a letter, right-to-left and zero-width characters, what is left of unpaired surrogates.
    const BITS: [&str; 64] = [
        "l'", "qu’", "jusqu`", "est", "-", "‑", "ce", "t", "il", "là", "'", ".", "…", "fini", "Je", "@", "/",
        "http://", "www.", "fr", "20", "h", "45", ",", "(", "s", ")", " ", "\u{a0}", "\u{202f}", "\n",
        "\u{200b}", "\u{200d}", "\u{301}", "\u{327}", "é", "e\u{301}", "ﬁ", "😀", "\u{fe0f}", "👍🏽", "🇫", "🇷",
        "1️⃣", "\u{20e3}", "#", "€", "%", "k", ":-)", ":", "_", "·", "M", "œ", "ß", "İ", "ǅ", "م", "\u{202e}",
        "ド", "\u{feff}", "\0", "\u{fffd}",
    ];

    /// Marsaglia's xorshift: the same texts each time.
    fn next(state: &mut u64) -> u64 {
        *state ^= *state << 13;
        *state ^= *state >> 7;
        *state ^= *state << 17;
        *state
    }

    fn spans_hold(text: &str) {
        let mut end = 0;
        for token in tokenize(text) {
            assert!(token.start >= end && token.end > token.start, "{text:?}");
            assert_eq!(&text[token.start..token.end], token.surface, "{text:?}");
            assert!(!token.surface.contains(char::is_whitespace), "{text:?}");
            assert!(!text[end..token.start].chars().any(char::is_alphanumeric), "{text:?}");
            end = token.end;
        }
        assert!(!text[end..].chars().any(char::is_alphanumeric), "{text:?}");
    }

    fn hostile_texts(count: usize) {
        let mut state = 0x9e37_79b9_7f4a_7c15;
        let mut text = String::new();
        for number in 0..count {
            text.clear();
            for _ in 0..next(&mut state) % 12 {
                text.push_str(BITS[(next(&mut state) % 64) as usize]);
            }
            // One text in eight is UTF-16 with whatever surrogates chance puts there.
            if number % 8 == 0 {
                let units: Vec<u16> = (0..8).map(|_| (next(&mut state) >> 32) as u16 | 0xd000).collect();
                text.push_str(&String::from_utf16_lossy(&units));
            }
            spans_hold(&text);
        }
    }

    #[test]
    fn spans_hold_over_a_hundred_thousand_hostile_texts() {
        hostile_texts(100_000);
    }

    #[test]
    #[ignore = "a million texts and ten megabytes without a space; see CONTRIBUTING.md"]
    fn spans_hold_over_a_million_hostile_texts() {
        hostile_texts(1_000_000);
        let mut state = 1;
        let solid: Vec<_> = BITS.iter().filter(|bit| !bit.contains(char::is_whitespace)).collect();
        let mut text = String::with_capacity(10_000_016);
        while text.len() < 10_000_000 {
            text.push_str(solid[(next(&mut state) % solid.len() as u64) as usize]);
        }
        spans_hold(&text);
    }

    #[test]
    fn a_run_without_end_takes_time_in_proportion() {
        for bit in ["a", "a-", "a.", "l'", "1/", "-t-il", "@a.", "😀", "(s)", ":", "a'", "est-ce-qu'"] {
            let text = bit.repeat(200_000);
            assert!(tokenize(&text).iter().all(|token| token.end <= text.len()));
        }
    }
}
