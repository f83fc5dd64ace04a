//! Speech made ready for rules that are written as French is: hesitations out of the way, byte for byte.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// Hesitations, with the commas that a transcriber puts around them.
static HESITATIONS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let pattern = r"(?i)(?:,\s*)?\b(?:euh+|heu+|hum+|hm+|mh+m*|mm+|uh+|um+|erm?)\b(?:\s*(?:,|…|\.\.\.))?";
    Regex::new(pattern).ok()
});

/// Words said twice by hesitation.
static TWICE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:(je(?:\s+je)*)\s+je|(que)\s+que|(donc)\s+donc|(si je)\s+si je|(i)\s+i|(so)\s+so)\b")
        .ok()
});

/// “est ce que”, as engines write it.
static INVERTED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)\best( )ce (?:que?\b|qu['’]|qui\b)").ok());

/// `text` as rules should see it: of the same length, so that each byte keeps its place. Hesitations become spaces,
/// of a word said twice the first is one, “est ce que” gets its hyphen.
pub(super) fn spoken(text: &str) -> Cow<'_, str> {
    let mut out = Cow::Borrowed(text);
    let mut blank = |span: Range<usize>, with: &str| {
        let filled = with.repeat(span.len());
        out.to_mut().replace_range(span, &filled);
    };
    for found in HESITATIONS.iter().flat_map(|regex| regex.find_iter(text)) {
        blank(found.range(), " ");
    }
    for found in TWICE.iter().flat_map(|regex| regex.captures_iter(text)) {
        for first in found.iter().skip(1).flatten() {
            blank(first.range(), " ");
        }
    }
    for found in INVERTED.iter().flat_map(|regex| regex.captures_iter(text)) {
        if let Some(space) = found.get(1) {
            blank(space.range(), "-");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn hesitations_make_room() {
        for (text, expected) in [
            ("si euh je comprends", "si     je comprends"),
            ("si, euh, je comprends", "si       je comprends"),
            ("Euh… d'accord", "       d'accord"),
            ("je je comprends", "   je comprends"),
            ("je je je comprends", "      je comprends"),
            ("si je si je comprends", "      si je comprends"),
            ("est ce que vous", "est-ce que vous"),
            ("qu'est ce qu'il", "qu'est-ce qu'il"),
            ("il est ce qu’il est", "il est-ce qu’il est"),
            ("un heureux humain", "un heureux humain"),
            ("que quelqu'un", "que quelqu'un"),
        ] {
            assert_eq!(spoken(text), expected);
            assert_eq!(spoken(text).len(), text.len());
        }
    }

    proptest! {
        #[test]
        fn bytes_keep_their_places(text in "(euh|je |je|que|,|…| |est ce que|é|si je |\\PC){0,20}") {
            let out = spoken(&text);
            prop_assert_eq!(out.len(), text.len());
            for (at, c) in out.char_indices() {
                prop_assert!(c == ' ' || c == '-' || text[at..].starts_with(c));
            }
        }
    }
}
