//! UTF-8 that a program took for another encoding and saved again: `Ã©tÃ©` for `été`.
//!
//! Each byte of an accent became a character of its own. Turned back into bytes, such characters are UTF-8
//! again, and characters that belong side by side never are: that is how damage is told from honest text,
//! and what repairs it.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::sync::LazyLock;

use encoding_rs::{MACINTOSH, WINDOWS_1252};
use tempfile::{NamedTempFile, TempPath};

use super::encoding::Charset;
use crate::error::{Error, Result, Warning};

const CHUNK: u64 = 1 << 17;
/// A line longer than this is cut where it happens to be.
const MAX_LINE: u64 = 1 << 20;
/// Texts were damaged once, seldom twice, and not in the same way everywhere.
const ROUNDS: usize = 4;
/// Pieces from which no quotation explains them.
const MANY: u64 = 3;
/// Longest word shown as an example, in bytes.
const EXAMPLE: usize = 40;

static PAGES: LazyLock<[Page; 3]> = LazyLock::new(|| {
    [Charset::Known(WINDOWS_1252), Charset::Known(MACINTOSH), Charset::Cp850].map(Page::new)
});

/// Whether French texts, their names and their emoji hold `c`, which is not ASCII.
pub(super) fn is_plausible(c: char) -> bool {
    matches!(c,
        '\u{a0}'..='\u{ff}' | 'Œ' | 'œ' | 'Ÿ' | 'Š' | 'š' | 'Ž' | 'ž'
        // Quotation marks, dashes, spaces, the euro, signs and arrows, the mark and what is left of a lost byte.
        | '\u{2009}'..='\u{203a}' | '€' | '№' | '™' | '\u{2190}'..='\u{21ff}' | '−' | '≈' | '≠' | '≤' | '≥'
        | '\u{25a0}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{fe0f}' | '\u{feff}' | '\u{fffd}'
        | '\u{1f000}'..='\u{1faff}')
}

/// What is to be said of a text that holds damage: an example of it, and what it should read. Two pieces among
/// honest accents may be quoted by somebody who complains of them.
pub(super) fn warning(text: &str, file: &str) -> Option<Warning> {
    let (repaired, pieces) = mend(text)?;
    let accents = repaired.chars().filter(|c| !c.is_ascii()).count() as u64;
    if pieces < MANY && pieces * 2 <= accents {
        return None;
    }
    let words = text.split(|c: char| c.is_ascii_whitespace() || matches!(c, ';' | ',' | '"' | '|'));
    let mut examples = words
        .filter(|word| word.len() <= EXAMPLE)
        .filter_map(|word| mend(word).map(|(expected, pieces)| (pieces, word, expected)));
    let first = examples.next()?;
    // A word with two accents is easier to recognise than a lone one.
    let best = if first.0 > 1 { None } else { examples.take(100).find(|(pieces, ..)| *pieces > 1) };
    let (_, found, expected) = best.unwrap_or(first);
    Some(Warning::Mojibake { file: file.to_owned(), found: found.to_owned(), expected })
}

/// A copy of `path` whose damaged pieces are repaired, and how many there were. What is not UTF-8 is copied as
/// it is.
pub(super) fn repair_copy(path: &Path) -> Result<(TempPath, u64)> {
    let io = |e| Error::io(path, e);
    let temporary = |e| Error::io(std::env::temp_dir(), e);
    let mut input = BufReader::new(File::open(path).map_err(io)?);
    let mut copy = NamedTempFile::new().map_err(temporary)?;
    let mut bytes = Vec::new();
    let mut pieces = 0;
    loop {
        bytes.clear();
        if (&mut input).take(CHUNK).read_to_end(&mut bytes).map_err(io)? == 0 {
            copy.flush().map_err(temporary)?;
            return Ok((copy.into_temp_path(), pieces));
        }
        // Damage never crosses the end of a line.
        (&mut input).take(MAX_LINE).read_until(b'\n', &mut bytes).map_err(io)?;
        for chunk in bytes.utf8_chunks() {
            let repaired = mend(chunk.valid());
            pieces += repaired.as_ref().map_or(0, |(_, n)| *n);
            let text = repaired.as_ref().map_or(chunk.valid(), |(text, _)| text);
            copy.write_all(text.as_bytes()).map_err(temporary)?;
            copy.write_all(chunk.invalid()).map_err(temporary)?;
        }
    }
}

/// `text` repaired, and how many pieces of it were damaged; nothing when none is.
fn mend(text: &str) -> Option<(String, u64)> {
    let mut mended: Option<(String, u64)> = None;
    for _ in 0..ROUNDS {
        let before = mended.as_ref().map_or(text, |(text, _)| text);
        let Some((better, n)) = PAGES.iter().find_map(|page| page.undo(before)) else { break };
        mended = Some((better, mended.map_or(n, |(_, pieces)| n.max(pieces))));
    }
    mended
}

/// The encoding in which UTF-8 was read by mistake.
struct Page {
    /// The characters of the bytes from 128, in order.
    bytes: Vec<(char, u8)>,
    /// Windows-1252, or ISO-8859-1: the usual case, which knows further damage.
    windows: bool,
}

/// A run of characters that may have been bytes, and what follows it.
struct Run<'a> {
    chars: Vec<char>,
    bytes: Vec<u8>,
    after: &'a str,
}

impl Page {
    fn new(charset: Charset) -> Self {
        let windows = charset == Charset::Known(WINDOWS_1252);
        let mut bytes: Vec<(char, u8)> = charset.upper_half().into_iter().zip(0x80..=0xff).collect();
        if windows {
            bytes.extend((0x80..0xa0).map(|byte| (char::from(byte), byte)));
        }
        bytes.sort_unstable();
        bytes.dedup();
        Self { bytes, windows }
    }

    fn byte(&self, c: char) -> Option<u8> {
        let i = self.bytes.binary_search_by_key(&c, |(c, _)| *c).ok()?;
        self.bytes.get(i).map(|(_, byte)| *byte)
    }

    /// `text` with the damage undone once, and in how many places.
    fn undo(&self, text: &str) -> Option<(String, u64)> {
        let mut out = String::new();
        let mut pieces = 0;
        let mut rest = text;
        while let Some(start) = rest.bytes().position(|byte| byte >= 0x80) {
            out.push_str(&rest[..start]);
            rest = &rest[start..];
            let mut run = Run { chars: Vec::new(), bytes: Vec::new(), after: rest };
            while let Some(c) = run.after.chars().next()
                && let Some(byte) = self.byte(c)
            {
                run.chars.push(c);
                run.bytes.push(byte);
                run.after = &run.after[c.len_utf8()..];
            }
            if run.chars.is_empty() {
                let length = rest.chars().next().map_or(0, char::len_utf8);
                out.push_str(&rest[..length]);
                rest = &rest[length..];
            } else {
                pieces += self.undo_run(&mut run, &mut out);
                rest = run.after;
            }
        }
        out.push_str(rest);
        (pieces > 0).then_some((out, pieces))
    }

    fn undo_run(&self, run: &mut Run<'_>, out: &mut String) -> u64 {
        let mut pieces = 0;
        // Symbols are repaired in good company only: «Â» is an honest quotation, Ã©Â» is not.
        let mut trusted = std::str::from_utf8(&run.bytes).is_ok();
        let mut i = 0;
        while let Some(kept) = run.chars.get(i).copied() {
            let bytes = run.bytes.get(i..).unwrap_or_default();
            if let Some((c, length)) = character(bytes)
                && self.accepts(c, trusted, run, i + length, out)
            {
                out.push(c);
                i += length;
                pieces += 1;
                trusted = true;
                continue;
            }
            if self.windows
                && let Some((c, length, after)) = maimed(bytes, trusted, run.after, out)
            {
                out.push(c);
                run.after = after;
                i += length;
                pieces += 1;
                continue;
            }
            out.push(kept);
            i += 1;
            trusted = false;
        }
        pieces
    }

    /// Whether `c`, read from the bytes of `run` that end at `end`, was there before the damage.
    fn accepts(&self, c: char, trusted: bool, run: &Run, end: usize, out: &str) -> bool {
        let next = run.chars.get(end).copied().or_else(|| run.after.chars().next());
        let before = out.chars().next_back();
        match c {
            'à'..='ÿ' | 'À'..='ß' if !self.windows => {
                // √π is honest mathematics, ├┤ the border of a table.
                c == 'à'
                    || before.is_some_and(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-'))
                    || next.is_some_and(char::is_alphabetic)
                    || (trusted && run.bytes.len() >= 4)
            }
            'û' | 'Ô' | 'Å' | 'Ò' => {
                // The last letter of a Portuguese word in capitals, and the mark after it: IRMÃ»
                let mut capitals = out.chars().rev().take(2).filter(|c| c.is_uppercase());
                capitals.by_ref().count() < 2 || next.is_some_and(char::is_alphabetic)
            }
            '\u{80}'..='¿' => trusted,
            'œ' | 'Œ' => true,
            // What Windows-1252 makes of bytes under 160: damage done twice.
            'Š' | 'š' | 'Ž' | 'ž' | 'Ÿ' | 'ƒ' | 'ˆ' | '˜'
                if trusted && before.is_some_and(|c| !c.is_ascii()) =>
            {
                true
            }
            '\u{100}'..='\u{17f}' => before.is_some_and(char::is_lowercase),
            _ => is_plausible(c),
        }
    }
}

/// The character of UTF-8 that `bytes` begin with, and its length, where French may write it.
fn character(bytes: &[u8]) -> Option<(char, usize)> {
    let length = match bytes.first()? {
        0xc2..=0xc6 | 0xcb => 2,
        0xe2 | 0xef => 3,
        0xf0 => 4,
        _ => return None,
    };
    let c = std::str::from_utf8(bytes.get(..length)?).ok()?.chars().next()?;
    Some((c, length))
}

/// What was damaged further: the last of the `bytes` was a no-break space that became a space or was trimmed, or
/// one that Windows-1252 lacks and that was dropped. The character, how many bytes it takes, and what is left of
/// the text `after` them.
fn maimed<'a>(bytes: &[u8], trusted: bool, after: &'a str, out: &str) -> Option<(char, usize, &'a str)> {
    const SYMBOL: u8 = 0xc2;
    const LETTER: u8 = 0xc3;
    let before = out.chars().next_back();
    let in_word = before.is_some_and(char::is_lowercase);
    let space = after.strip_prefix(' ');
    match bytes {
        [0xe2, 0x80] | [0xe2, 0x80, 0xc0..=0xff, ..] => Some(('”', 2, after)),
        [SYMBOL] if in_word || trusted || before.is_some_and(|c| c.is_ascii_digit()) => {
            Some(('\u{a0}', 1, space?))
        }
        [LETTER] if in_word && !after.starts_with(char::is_alphanumeric) => {
            let doubled = space.filter(|rest| !rest.starts_with(char::is_alphanumeric));
            Some(('à', 1, doubled.unwrap_or(after)))
        }
        [LETTER] if !before.is_some_and(char::is_alphanumeric) => {
            let rest = space?;
            if rest.starts_with(' ') {
                return Some(('à', 1, rest));
            }
            // A word follows, not the next letter of an alphabet.
            let mut word = rest.chars();
            let is_word = word.next().is_some_and(char::is_lowercase)
                && word.next().is_some_and(|c| c.is_lowercase() || matches!(c, '\'' | '’' | 'â'));
            is_word.then_some(('à', 1, after))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repair(text: &str) -> Option<String> {
        mend(text).map(|(text, _)| text)
    }

    /// UTF-8 read in `charset`.
    fn damage(text: &str, charset: Charset) -> String {
        let upper = charset.upper_half();
        text.bytes().map(|b| b.checked_sub(0x80).map_or(char::from(b), |i| upper[usize::from(i)])).collect()
    }

    fn pages() -> [Charset; 3] {
        [Charset::Known(WINDOWS_1252), Charset::Known(MACINTOSH), Charset::Cp850]
    }

    #[test]
    fn the_usual_damage_is_repaired() {
        for (damaged, text) in [
            ("Ã©tÃ©", "été"),
            ("lâ€™accueil", "l’accueil"),
            ("l\u{e2}\u{80}\u{99}accueil", "l’accueil"),
            ("ÃƒÂ©tÃƒÂ©", "été"),
            ("lÃ¢â‚¬â„¢accueil", "l’accueil"),
            ("L√† o√π √©tait l‚Äôaccueil", "Là où était l’accueil"),
            ("r├®pondre ├á l'├®t├®", "répondre à l'été"),
            ("50 â‚¬ Â« nâ€™est-ce pas Â»", "50 € « n’est-ce pas »"),
            ("bravo ðŸ˜€ â\u{9d}¤ï¸\u{8f}", "bravo 😀 ❤\u{fe0f}"),
            // No-break spaces that became spaces.
            ("Ã  bientÃ´t", "à bientôt"),
            ("rien Ã  dire, voilÃ .", "rien à dire, voilà."),
            ("dÃ©jÃ  vu ; dÃ©jÃ", "déjà vu ; déjà"),
            ("Ã l'accueil", "à l'accueil"),
            ("Bravo, merciÂ !", "Bravo, merci\u{a0}!"),
            // The closing quote has no character in Windows-1252.
            ("â€œbofâ€ dit-il", "“bof” dit-il"),
            // The honest part stays.
            ("déçu, trÃ¨s dÃ©Ã§u", "déçu, très déçu"),
        ] {
            assert_eq!(repair(damaged).as_deref(), Some(text), "{damaged}");
        }
    }

    #[test]
    fn honest_text_is_left_alone() {
        for text in [
            "São Paulo, SÃO PAULO, IRMÃ, «IRMû, “IRMÔ",
            "À Á Â Ã Ä Å",
            "ÀÁÂÃÄÅÆÇÈÉ ¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿",
            "la lettre «Â», Â, la lettre « Â », Ã",
            "RAPIDITÉ\u{a0}: ÇA VA… «É», PÂTÉ, CÔTÉ «Ô»",
            "√π, √2, ├──┤ │ └─┘, ¬p",
            "„Ä“, Åse",
            "оценка, 你好, ελληνικά",
            "n°5, 3²=9, 20 °C, 5 €/m², « non »…",
        ] {
            assert_eq!(repair(text), None, "{text}");
        }
    }

    #[test]
    fn the_warning_shows_a_word_and_ignores_a_quotation() {
        let shown = |text: &str| match warning(text, "x.csv") {
            Some(Warning::Mojibake { found, expected, .. }) => Some((found, expected)),
            _ => None,
        };
        let example = |found: &str, expected: &str| Some((found.to_owned(), expected.to_owned()));
        assert_eq!(shown("note;avis\n5;trÃ¨s bel Ã©tÃ©\n"), example("Ã©tÃ©", "été"));
        assert_eq!(shown("note;avis\n5;trÃ¨s bon\n"), example("trÃ¨s", "très"));
        assert_eq!(shown("déçu : vos mails affichent Ã© à la place de é"), None);
        assert_eq!(shown("été"), None);
        assert_eq!(shown("abc"), None);
    }

    #[test]
    fn a_copy_is_repaired_across_chunks_and_around_other_bytes() {
        let mut file = NamedTempFile::new().unwrap();
        let line = b"5;tr\xc3\x83\xc2\xa8s bien\xff\n";
        file.write_all(&line.repeat(20_000)).unwrap();
        let (copy, pieces) = repair_copy(file.path()).unwrap();
        assert_eq!(pieces, 20_000);
        assert_eq!(std::fs::read(&copy).unwrap(), b"5;tr\xc3\xa8s bien\xff\n".repeat(20_000));
    }

    const WORDS: &str =
        "([A-ZÉÀÇÊÎŒ]|[ldnj]['’])?([bcdfglmnprstv][aeiouéèêëàâîïôùûœ]e?|ç[aou]|[a-z]){2,5}(-[a-zéà]{2,5})?";

    proptest::proptest! {
        #[test]
        fn repair_undoes_damage_and_touches_nothing_else(
            words in proptest::collection::vec(WORDS, 1..8),
            ends in proptest::collection::vec("( |, |\u{a0}!|\u{a0}» |\u{202f}; |… | – |\n| 50\u{a0}€ |°|²| 😀 )", 8),
        ) {
            let text: String = words.iter().zip(&ends).flat_map(|(word, end)| [word.as_str(), end]).collect();
            proptest::prop_assert_eq!(repair(&text), None);
            for charset in pages() {
                let once = damage(&text, charset);
                proptest::prop_assert_eq!(repair(&once).unwrap_or(once.clone()), text.clone(), "{}", once);
            }
            let windows = Charset::Known(WINDOWS_1252);
            let twice = damage(&damage(&text, windows), windows);
            proptest::prop_assert_eq!(repair(&twice).unwrap_or(twice.clone()), text, "{}", twice);
        }

        #[test]
        fn any_text_is_survived(text in "[ÃÂâ€™“ \u{a0}«»Å√¬├┬aÉ©ï¸ðŸ˜;\n]{0,40}") {
            let _ = (repair(&text), warning(&text, "x"));
        }
    }
}
