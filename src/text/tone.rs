//! Words of tone: they deny, judge or measure, and name nothing that could be mended.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::lexicon;

static TONE: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| lexicon::set(include_str!("../../lexicons/tone.tsv")));

/// Whether a [`normal`](super::normal()) form names a subject: `attente`, `prix`; `pas`, `trop`, `satisfait` do
/// not. They are counted all the same: what they weigh is a fact, but no lever.
///
/// ```
/// use barometre::text::is_topic;
/// assert!(is_topic("attente") && !is_topic("jamais"));
/// ```
#[must_use]
pub fn is_topic(normal: &str) -> bool {
    !TONE.contains(normal)
}
