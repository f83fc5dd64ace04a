//! What parts a word from the next one: nothing, the end of a clause or the end of a sentence.

use super::token::{TokenKind, after_escape};

/// What stands between two words, from the least to the most that parts them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gap {
    /// Nothing, a space, a sign inside a word.
    #[default]
    None,
    /// A comma, a semicolon, a colon, a bracket, a quotation mark, a dash.
    Clause,
    /// A full stop, an exclamation or question mark, an ellipsis, a new line or paragraph.
    Sentence,
}

/// Abbreviations whose point ends no sentence, even before a capital.
const TITLES: [&str; 14] =
    ["M", "m", "Mr", "mr", "MM", "Mme", "mme", "Mlle", "mlle", "Dr", "dr", "St", "Ste", "Me"];
/// Abbreviations whose point ends no sentence before a small letter or a digit.
const ABBREVIATIONS: [&str; 30] = [
    "etc", "ex", "env", "tel", "tél", "cf", "art", "no", "max", "min", "svp", "rdv", "ref", "réf", "qté",
    "vol", "av", "bd", "apt", "ass", "resp", "dept", "dép", "janv", "fév", "sept", "oct", "nov", "déc", "ht",
];

/// Bytes of the longest of them.
const LONGEST: usize = 4;

/// What parts two neighbouring words: `between` are the bytes of the text from the end of `before` to the start
/// of `after`, without a letter or a digit. Depends on these three alone.
#[inline]
pub(super) fn gap(before: (&str, TokenKind), between: &str, after: (&str, TokenKind)) -> Gap {
    match between {
        " " => Gap::None,
        "" => glued(before, after),
        ", " | "," => Gap::Clause,
        _ => signs(before.0, between, after.0),
    }
}

/// Two words with nothing between them are two sentences (“idéePar”) when the second has a capital.
fn glued(before: (&str, TokenKind), after: (&str, TokenKind)) -> Gap {
    let words = before.1 == TokenKind::Word && matches!(after.1, TokenKind::Word | TokenKind::Elision);
    if words && after.0.starts_with(char::is_uppercase) { Gap::Sentence } else { Gap::None }
}

fn signs(before: &str, between: &str, after: &str) -> Gap {
    let mut gap = Gap::None;
    let (mut points, mut ends, mut lines) = (0, 0, 0);
    let (mut closed, mut bullet) = (false, false);
    let mut rest = between;
    while let Some(c) = rest.chars().next() {
        if let Some(after) = after_escape(rest) {
            rest = after;
            continue;
        }
        rest = &rest[c.len_utf8()..];
        match c {
            '.' => points += 1,
            '…' | '!' | '?' | '‼' | '⁉' | '！' | '？' | '。' => ends += 1,
            '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' => lines += 1,
            '-' | '‐' | '‑' | '/' | '\\' if between.len() == 1 => {}
            '-' | '•' | '·' | '*' | '●' | '▪' | '◦' | '→' | '>' => {
                bullet |= lines > 0;
                gap = Gap::Clause;
            }
            ')' | ']' | '»' | '”' | '"' => {
                closed |= points + ends > 0;
                gap = Gap::Clause;
            }
            ',' | ';' | ':' | '(' | '[' | '{' | '}' | '«' | '“' | '„' | '–' | '—' | '―' | '−' | '|' | '/'
            | '\\' | '=' | '<' | '+' | '~' | '_' => gap = Gap::Clause,
            _ => {}
        }
    }
    let lower = after.starts_with(char::is_lowercase);
    if lines > 1 || bullet {
        return Gap::Sentence;
    }
    // “(enfin !) et”: what the bracket closes goes on.
    let goes_on = closed && lower && lines == 0;
    if ends > 0 || points > 1 {
        return if goes_on { Gap::Clause } else { Gap::Sentence };
    }
    if points == 1 {
        let tight = between == ".";
        return if no_full_stop(before, tight, after) || goes_on { gap } else { Gap::Sentence };
    }
    // A line that is broken in mid-sentence goes on with a small letter, an unfinished list after a comma.
    match lines {
        0 => gap,
        _ if lower || gap == Gap::Clause => Gap::Clause,
        _ => Gap::Sentence,
    }
}

/// Whether one point after `before` is that of an abbreviation, an initial, a number or a mistyped apostrophe.
fn no_full_stop(before: &str, tight: bool, after: &str) -> bool {
    let goes_on = after.starts_with(|c: char| c.is_lowercase() || c.is_numeric());
    if before.starts_with(char::is_numeric) {
        return if tight { after.starts_with(char::is_numeric) } else { goes_on };
    }
    if before.len() > LONGEST {
        return false;
    }
    let mut chars = before.chars();
    let letter = match (chars.next(), chars.next()) {
        (Some(c), None) if c.is_alphabetic() => c.is_uppercase() || tight,
        _ => false,
    };
    letter || TITLES.contains(&before) || goes_on && !tight && abbreviated(before)
}

fn abbreviated(word: &str) -> bool {
    ABBREVIATIONS.iter().any(|known| word.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::super::tokenize::{tests::verbatim, tokenize};
    use super::*;
    use proptest::prelude::*;

    /// The gaps of a text: `_` none, `,` clause, `.` sentence.
    fn gaps(text: &str) -> String {
        tokenize(text)
            .windows(2)
            .map(|pair| {
                let between = &text[pair[0].end..pair[1].start];
                match gap((pair[0].surface, pair[0].kind), between, (pair[1].surface, pair[1].kind)) {
                    Gap::None => '_',
                    Gap::Clause => ',',
                    Gap::Sentence => '.',
                }
            })
            .collect()
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        for (text, expected) in [
            ("Bon prix. Je reste", "_._"),
            ("bon prix.je reste", "_._"),
            ("bien... ou pas", "._"),
            ("fini… bref", "."),
            ("Super ! merci", "."),
            ("Pourquoi ? Rien", "."),
            ("une bonne idéePar contre", "__._"),
            ("accueil\nprix", ","),
            ("Accueil\nPrix", "."),
            ("accueil\n\nprix", "."),
            ("prix,\nQualité", ","),
            ("Trop :\n- cher\n- lent", ".."),
            ("un souci au 12. Je pars", "___._"),
        ] {
            assert_eq!(gaps(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_glued_capital_starts_a_sentence_where_the_tokeniser_cuts() {
        let kinds = [
            (TokenKind::Word, Gap::Sentence),
            (TokenKind::Elision, Gap::Sentence),
            (TokenKind::Clitic, Gap::None),
        ];
        for (kind, expected) in kinds {
            assert_eq!(gap(("retour", TokenKind::Word), "", ("J'", kind)), expected);
        }
        assert_eq!(gap(("retour", TokenKind::Word), "", ("ne", TokenKind::Word)), Gap::None);
    }

    #[test]
    fn points_inside_a_sentence_end_none() {
        for (text, expected) in [
            ("M. Durand et Mme. Roy", "____"),
            ("lits, draps, etc. sont propres", ",,__"),
            ("lits, draps, etc. Bravo", ",,."),
            ("noté 3.5 sur 5", "___"),
            ("J. B. Roy", "__"),
            ("il m.a dit", "___"),
            ("1. prix", "_"),
            ("env. 20 euros", "__"),
            ("(enfin !) et bien", ",_"),
        ] {
            assert_eq!(gaps(text), expected, "{text:?}");
        }
    }

    #[test]
    fn clauses_end_at_lesser_signs() {
        for (text, expected) in [
            ("bon, pas cher ; rapide : bref", ",_,,"),
            ("le prix (élevé) baisse", "_,,"),
            ("un accueil « parfait » hier", "_,,"),
            ("bien - rapide – sûr — clair", ",,,"),
            ("qualité/prix", "_"),
            ("l'été 20 % moins", "___"),
        ] {
            assert_eq!(gaps(text), expected, "{text:?}");
        }
    }

    #[test]
    fn the_longest_abbreviation_is_known() {
        assert_eq!(TITLES.iter().chain(&ABBREVIATIONS).map(|known| known.len()).max(), Some(LONGEST));
    }

    proptest! {
        #[test]
        fn any_text_has_gaps(text in verbatim()) {
            let words = tokenize(&text).len();
            prop_assert_eq!(gaps(&text).len(), words.saturating_sub(1));
        }

        #[test]
        fn a_blank_line_ends_a_sentence(a in "[a-z]{1,9}", b in "[a-z]{1,9}") {
            prop_assert_eq!(gaps(&format!("{a}\r\n\r\n{b}")), ".");
        }
    }
}
