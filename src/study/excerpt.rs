//! An excerpt of a column: as many of its distinct texts as fit, chosen by a hash of each.
//!
//! What must be known of a corpus before it is counted (its spelling, its phrases) is learnt from the excerpt: all
//! of a usual file, a fair sample of the distinct texts of a long one. The texts kept are those of the smallest
//! hash, up to a number of bytes: neither the order of the rows nor the threads matter, and two excerpts merge into
//! that of both (a bottom-k sketch; Cohen and Kaplan 2007).

use std::collections::BTreeMap;
use std::hash::Hasher;

use rustc_hash::FxHasher;

/// What is kept of one text, in bytes: enough for the longest verbatim, little of a book.
const LONGEST: usize = 4096;
/// Words that a text must have: codes, names and dates teach nothing of the language.
const FEWEST_WORDS: usize = 3;

/// The texts of smallest hash.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Excerpt {
    texts: BTreeMap<u64, Box<str>>,
    bytes: usize,
    /// Bytes at most.
    most: usize,
    /// Hashes from here on no longer fit.
    full_from: Option<u64>,
}

impl Excerpt {
    /// No text yet, `most` bytes at most.
    pub fn new(most: usize) -> Self {
        Self { most, ..Self::default() }
    }

    /// Considers a text.
    pub fn observe(&mut self, text: &str) {
        // Formats differ in the space around a text.
        let text = text.trim();
        if !has_words(text) {
            return;
        }
        let mut hasher = FxHasher::default();
        hasher.write(text.as_bytes());
        self.offer(hasher.finish(), || text[..text.floor_char_boundary(LONGEST)].into());
    }

    /// Considers the texts of another part.
    pub fn merge(&mut self, other: Self) {
        self.full_from = self.full_from.into_iter().chain(other.full_from).min();
        for (hash, text) in other.texts {
            self.offer(hash, || text);
        }
        self.trim();
    }

    /// The texts, in an order of their own.
    pub fn texts(self) -> impl Iterator<Item = Box<str>> {
        self.texts.into_values()
    }

    fn offer(&mut self, hash: u64, text: impl FnOnce() -> Box<str>) {
        if self.full_from.is_some_and(|from| hash >= from) || self.texts.contains_key(&hash) {
            return;
        }
        let text = text();
        self.bytes += text.len();
        self.texts.insert(hash, text);
        self.trim();
    }

    fn trim(&mut self) {
        while let Some(last) = self.texts.last_entry() {
            let hash = *last.key();
            let inside = self.full_from.is_none_or(|from| hash < from);
            if self.bytes <= self.most && inside {
                break;
            }
            self.full_from = Some(hash).into_iter().chain(self.full_from).min();
            self.bytes -= last.remove().len();
        }
    }
}

/// Whether `text` has a few words: the spaces between them are counted.
fn has_words(text: &str) -> bool {
    let bytes = text.as_bytes();
    let gaps = bytes.windows(2).filter(|w| w[0] == b' ' && w[1] != b' ');
    gaps.take(FEWEST_WORDS - 1).count() == FEWEST_WORDS - 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn excerpt<'t>(texts: impl IntoIterator<Item = &'t String>, most: usize) -> Excerpt {
        let mut excerpt = Excerpt::new(most);
        texts.into_iter().for_each(|text| excerpt.observe(text));
        excerpt
    }

    #[test]
    fn codes_and_names_are_no_texts() {
        let texts = ["R-1029", "Direct Assurance", "17 juillet", "trop de temps"].map(str::to_owned);
        let kept: Vec<_> = excerpt(&texts, 1000).texts().collect();
        assert_eq!(kept, ["trop de temps".into()]);
    }

    proptest! {
        #[test]
        fn parts_make_the_whole_in_any_order(numbers in prop::collection::vec(0..60_u32, 0..80), cut in 0..80_usize) {
            let texts: Vec<String> =
                numbers.iter().map(|n| format!("le texte numéro {n} {}", "x".repeat(*n as usize))).collect();
            let whole = excerpt(&texts, 500);
            let (a, b) = texts.split_at(cut.min(texts.len()));
            let mut merged = excerpt(b, 500);
            merged.merge(excerpt(a, 500));
            prop_assert_eq!(&merged.texts, &whole.texts);
            prop_assert_eq!(&excerpt(texts.iter().rev(), 500).texts, &whole.texts);
            prop_assert!(whole.texts.values().map(|t| t.len()).sum::<usize>() <= 500);
            merged.merge(Excerpt::new(500));
            prop_assert_eq!(&merged.texts, &whole.texts);
        }
    }
}
