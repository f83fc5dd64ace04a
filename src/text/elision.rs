//! Elision: the function words that lose their vowel before another.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::lexicon;

static ELISIONS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| lexicon::set(include_str!("../../lexicons/elisions.tsv")));

/// Whether `word`, lower-cased and without its apostrophe, is a token of its own before an apostrophe.
pub(super) fn is_elision(word: &str) -> bool {
    ELISIONS.contains(word)
}
