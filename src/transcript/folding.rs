//! Words as speech and names of speakers are compared: small letters without accents, one space between.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters and digits of a text, small and without accents; one space for whatever is between them. The brackets and
/// points of inclusive writing part words like any other sign.
pub(super) fn folded(text: &str) -> String {
    fold(text, |_| None)
}

/// The same, where a sign that ends a sentence is a word of its own: ` ? ` for a question, ` . ` for another one.
pub(super) fn folded_sentences(text: &str) -> String {
    fold(text, |c| match c {
        '?' => Some('?'),
        '.' | '!' | '…' | ';' => Some('.'),
        _ => None,
    })
}

fn fold(text: &str, kept: impl Fn(char) -> Option<char>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut parted = false;
    for c in text.nfkd().flat_map(char::to_lowercase) {
        let invisible = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
        if is_combining_mark(c) || invisible {
            continue;
        }
        let sign = kept(c);
        if !c.is_alphanumeric() && sign.is_none() {
            parted = true;
            continue;
        }
        if (parted || sign.is_some()) && !out.is_empty() {
            out.push(' ');
        }
        match c {
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            c => out.push(sign.unwrap_or(c)),
        }
        // A sign is a word of its own: the next one begins behind it.
        parted = sign.is_some();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_punctuation_fall() {
        assert_eq!(folded("  SPEAKER_00 "), "speaker 00");
        assert_eq!(folded("Téléconseiller·ère"), "teleconseiller ere");
        assert_eq!(folded("L’œuvre, e\u{301}té"), "l oeuvre ete");
        assert_eq!(folded("\u{200b}j'ai\u{ad}me"), "j aime");
        assert_eq!(folded("…"), "");
    }

    #[test]
    fn sentences_end_in_a_word_of_their_own() {
        assert_eq!(folded_sentences("Allô ? Oui… c'est moi!"), "allo ? oui . . . c est moi .");
        assert_eq!(folded_sentences("Allô?oui."), "allo ? oui .");
    }
}
