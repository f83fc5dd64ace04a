//! Words as redaction and sensitive content read them: runs of letters with their shape, folded for comparison.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::lexicon;

/// How the letters of a word are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// The first one is no capital.
    Lower,
    /// A capital alone.
    Initial,
    /// A capital, then a small letter.
    Title,
    /// Two capitals or more, and nothing else.
    Upper,
}

/// A run of letters: hyphens and apostrophes end it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// Byte range in the text.
    pub(super) range: Range<usize>,
    pub(super) shape: Shape,
}

/// The words of a text, with what is known of the text as a whole.
#[derive(Debug)]
pub(super) struct Words {
    /// In the order of the text.
    pub(super) list: Vec<Word>,
    /// True when most letters are capitals: a capital says nothing there.
    pub(super) shouted: bool,
}

impl Words {
    pub(super) fn of(text: &str) -> Self {
        let mut list = Vec::with_capacity(text.len() / 5);
        let (mut letters, mut capitals) = (0_usize, 0_usize);
        let mut word: Option<(usize, usize, usize)> = None;
        for (at, c) in text.char_indices() {
            // A combining accent belongs to its letter.
            let inside = c.is_alphabetic() || (word.is_some() && is_combining_mark(c));
            if inside {
                let upper = usize::from(c.is_uppercase());
                letters += 1;
                capitals += upper;
                word = Some(word.map_or((at, 1, upper), |(start, n, up)| (start, n + 1, up + upper)));
            } else if let Some((start, n, up)) = word.take() {
                list.push(Word { range: start..at, shape: shape(&text[start..at], n, up) });
            }
        }
        if let Some((start, n, up)) = word {
            list.push(Word { range: start..text.len(), shape: shape(&text[start..], n, up) });
        }
        Self { list, shouted: letters >= 12 && capitals * 2 > letters }
    }

    /// The first word that starts at `at` or later.
    pub(super) fn from(&self, at: usize) -> usize {
        self.list.partition_point(|word| word.range.start < at)
    }
}

fn shape(word: &str, letters: usize, capitals: usize) -> Shape {
    if !word.starts_with(char::is_uppercase) {
        Shape::Lower
    } else if letters == 1 {
        Shape::Initial
    } else if capitals == letters {
        Shape::Upper
    } else {
        Shape::Title
    }
}

/// Writes a word into `folded`: lower case, without accents and ligatures.
pub(super) fn fold_into(word: &str, folded: &mut String) {
    folded.clear();
    if word.is_ascii() {
        folded.push_str(word);
        folded.make_ascii_lowercase();
        return;
    }
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' => folded.push(c),
            'à' | 'â' | 'ä' => folded.push('a'),
            'ç' => folded.push('c'),
            'é' | 'è' | 'ê' | 'ë' => folded.push('e'),
            'î' | 'ï' => folded.push('i'),
            'ô' | 'ö' => folded.push('o'),
            'ù' | 'û' | 'ü' => folded.push('u'),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            // The letters of other languages, and accents written apart.
            _ => folded.extend(c.nfd().filter(|part| !is_combining_mark(*part))),
        }
    }
}

/// A word in lower case, without accents and ligatures.
pub(super) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    fold_into(word, &mut folded);
    folded
}

/// Function words of French and English, folded.
static FUNCTION: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let french = lexicon::entries(include_str!("../../lexicons/stopwords.tsv"));
    let english = lexicon::entries(include_str!("../../lexicons/stopwords.en.tsv"));
    french.chain(english).map(fold).collect()
});

/// Whether a folded word is an article, a pronoun, a preposition, a conjunction or an auxiliary.
pub(super) fn is_function(folded: &str) -> bool {
    FUNCTION.contains(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_and_ranges() {
        let text = "Jean-Luc D. et MARIE-ève, l'Olivier n°3";
        let words = Words::of(text);
        let seen: Vec<_> = words.list.iter().map(|w| (&text[w.range.clone()], w.shape)).collect();
        let expected = [
            ("Jean", Shape::Title),
            ("Luc", Shape::Title),
            ("D", Shape::Initial),
            ("et", Shape::Lower),
            ("MARIE", Shape::Upper),
            ("ève", Shape::Lower),
            ("l", Shape::Lower),
            ("Olivier", Shape::Title),
            ("n", Shape::Lower),
        ];
        assert_eq!(seen, expected);
        assert!(!words.shouted && Words::of("LE SERVICE EST NUL").shouted);
    }

    #[test]
    fn folded_words_have_no_accent_whatever_the_normal_form() {
        assert_eq!(fold("ÉLODIE"), "elodie");
        assert_eq!(fold("e\u{301}lodie"), "elodie");
        assert_eq!(fold("Œuvre"), "oeuvre");
    }
}
