//! Texts compared as a person would: without case, accents, or differences of apostrophe and spacing.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, without accents, ligatures opened, one kind of apostrophe, single spaces.
///
/// ```
/// assert_eq!(barometre::study::fold("  Très\u{a0}SATISFAIT "), "tres satisfait");
/// assert_eq!(barometre::study::fold("Cœur d’œuvre"), "coeur d'oeuvre");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        // Most words; tables of Unicode take ten times as long.
        if word.is_ascii() {
            out.extend(word.chars().map(|c| c.to_ascii_lowercase()));
            continue;
        }
        for c in word.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
            match c {
                'œ' => out.push_str("oe"),
                'æ' => out.push_str("ae"),
                '’' | 'ʼ' | '‘' => out.push('\''),
                c => out.push(c),
            }
        }
    }
    out
}

/// A name as it is compared and shown: accents composed, inner white space as single spaces.
#[must_use]
pub fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect()
}

/// Folded words of a column name: letters and digits, everything else separates.
#[must_use]
pub(crate) fn words(name: &str) -> Vec<String> {
    // `DateAchat` is two words, `NPS` is one.
    let mut spaced = String::with_capacity(name.len() + 4);
    let mut previous = ' ';
    for c in name.chars() {
        if c.is_uppercase() && previous.is_lowercase() {
            spaced.push(' ');
        }
        spaced.push(c);
        previous = c;
    }
    fold(&spaced).split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}
