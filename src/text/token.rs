//! A token and its normal form.

use serde::Serialize;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Endings for the other gender or for the plural, after a point in the middle of a word.
pub(super) const INCLUSIVE: [&str; 22] = [
    "s", "e", "es", "x", "ne", "nes", "le", "les", "te", "tes", "se", "ses", "ère", "ères", "ve", "ves",
    "rice", "rices", "trice", "trices", "euse", "euses",
];

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum TokenKind {
    /// A word: `délai`, `rendez-vous`, `4G`.
    Word,
    /// An elided function word with its apostrophe: `l'`, `qu’`.
    Elision,
    /// A pronoun or adverb hung on by a hyphen, which it includes: `-moi`, `-t-il`, `-là`.
    Clitic,
    /// A number, an ordinal or the unit that is written on to it: `49,90`, `2e`, the `km` of `160km`.
    Number,
    /// An amount of money with its sign: `49,90€`, `49€90`, `$50`, `12k€`; `k€` too where a space is before it.
    Amount,
    /// A percentage with its sign: `12,5%`.
    Percent,
    /// A part of a time: the `20`, the `h` and the `45` of `20h45`.
    Time,
    /// A telephone number in one piece: `0612345678`, `06.12.34.56.78`.
    Phone,
    /// A web or e-mail address.
    Address,
    /// A hashtag with its sign: `#top`.
    Hashtag,
    /// An account with its sign: `@sav`.
    Mention,
    /// An emoji or an emoticon.
    Symbol,
}

/// A token in its text: `&text[token.start..token.end] == token.surface`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Token<'t> {
    /// First byte of the token in the text.
    pub start: usize,
    /// Byte after the last one.
    pub end: usize,
    /// The bytes of the text in between, unchanged.
    pub surface: &'t str,
    /// What it is.
    pub kind: TokenKind,
}

/// Whether `c` is written where French has an apostrophe.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '´' | '`' | '′' | '＇')
}

/// What follows the `_x009B_` that `text` begins with: how Excel writes a character that XML forbids, and leaves it
/// in the CSV files made of its sheets.
pub(super) fn after_escape(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("_x").or_else(|| text.strip_prefix("_X"))?;
    let code = rest.get(..4)?;
    code.bytes().all(|b| b.is_ascii_hexdigit()).then(|| rest[4..].strip_prefix('_'))?
}

/// Whether `c` is a hyphen inside words; dashes are not.
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑')
}

/// The normal form of a surface, shown to people: lower case, composed (NFC), straight apostrophes, plain
/// hyphens, without the hyphen of a clitic, the sign of a hashtag, invisible characters and inclusive endings.
///
/// ```
/// use barometre::text::normal;
/// assert_eq!(normal("DÉLAI"), "délai");
/// assert_eq!(normal("L’"), "l'");
/// assert_eq!(normal("-moi"), "moi");
/// assert_eq!(normal("client(e)s"), "clients");
/// assert_eq!(normal("client·e·s"), "clients");
/// assert_eq!(normal("#SAV"), "sav");
/// ```
#[must_use]
pub fn normal(surface: &str) -> String {
    let mut lower = String::with_capacity(surface.len());
    let mut bracket = false;
    for c in surface.chars() {
        match c {
            // Soft hyphen, zero-width characters, byte-order mark.
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            '(' if lower.chars().any(char::is_alphabetic) => bracket = true,
            ')' if bracket => bracket = false,
            _ if bracket => {}
            c if is_apostrophe(c) => lower.push('\''),
            c if is_hyphen(c) => lower.push('-'),
            c => lower.extend(c.to_lowercase()),
        }
    }
    let composed = if is_nfc(&lower) { lower } else { lower.nfc().collect() };
    let clitic = composed.strip_prefix("-t-").or_else(|| composed.strip_prefix("-t'"));
    let hung = clitic
        .or_else(|| composed.strip_prefix(['-', '#']))
        .filter(|rest| rest.starts_with(char::is_alphabetic));
    let bare = hung.unwrap_or(&composed);
    inclusive(bare).unwrap_or_else(|| bare.to_owned())
}

/// `word` without the endings for both genders that points part from it: `client·e·s`, `agent.e`.
fn inclusive(word: &str) -> Option<String> {
    let mut parts = word.split(['.', '·', '‧', '•']);
    let masculine = parts.next().filter(|part| part.chars().count() > 1)?;
    let last = parts.clone().next_back()?;
    parts.all(|part| INCLUSIVE.contains(&part)).then(|| {
        let plural = last.ends_with('s') && !masculine.ends_with(['s', 'x']);
        if plural { format!("{masculine}s") } else { masculine.to_owned() }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inclusive_endings_leave_the_masculine() {
        for (surface, expected) in [
            ("client·e·s", "clients"),
            ("agent.e.s", "agents"),
            ("directeur•rice•s", "directeurs"),
            ("Conseiller·ère", "conseiller"),
            ("heureux·ses", "heureux"),
            ("client(e)s", "clients"),
            ("S.A.V", "s.a.v"),
            ("J.-C", "j.-c"),
            ("orange.fr", "orange.fr"),
            ("1.500", "1.500"),
            ("·e", "·e"),
        ] {
            assert_eq!(normal(surface), expected);
        }
    }
}
