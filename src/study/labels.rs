//! Answers in words: satisfaction labels and the ways of not answering.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::fold;
use crate::lexicon;

const SATISFACTION: &str = include_str!("../../lexicons/satisfaction.tsv");
const MISSING: &str = include_str!("../../lexicons/missing.tsv");

/// Codes that exports use for no answer, when they lie outside the scale.
pub const MISSING_CODES: [f64; 12] =
    [-1.0, -9.0, -99.0, -999.0, 77.0, 88.0, 97.0, 98.0, 99.0, 997.0, 998.0, 999.0];

static LABELS: LazyLock<BTreeMap<String, f64>> = LazyLock::new(|| {
    lexicon::entries(SATISFACTION)
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(label, value)| Some((fold(label), value.parse().ok()?)))
        .collect()
});

static WORDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| lexicon::entries(MISSING).map(fold).collect());

/// Value 1…5 of a satisfaction label, in French or English, whatever case, accents or inclusive ending.
///
/// ```
/// use barometre::study::satisfaction;
/// assert_eq!(satisfaction("TRES SATISFAIT(E)"), Some(5.0));
/// assert_eq!(satisfaction("very dissatisfied"), Some(1.0));
/// assert_eq!(satisfaction("Paris"), None);
/// ```
#[must_use]
pub fn satisfaction(label: &str) -> Option<f64> {
    let mut plain = fold(label);
    for ending in ["(e)", "(e.s)", "·e", ".e"] {
        plain = plain.replace(ending, "");
    }
    LABELS.get(plain.trim_end_matches('.')).copied()
}

/// Whether a cell says in words that there is no answer; an empty cell does too.
///
/// ```
/// use barometre::study::is_missing_word;
/// assert!(is_missing_word("ne se prononce pas") && is_missing_word(" N/A ") && is_missing_word(""));
/// assert!(!is_missing_word("rien à dire"));
/// ```
#[must_use]
pub fn is_missing_word(cell: &str) -> bool {
    // The longest entry is far shorter: verbatims are not folded for nothing.
    cell.len() <= 60 && {
        let plain = fold(cell);
        // Excel writes its errors with a number sign: `#N/A`.
        plain.is_empty() || WORDS.contains(plain.trim_start_matches('#'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_has_its_value() {
        assert_eq!(LABELS.len(), lexicon::entries(SATISFACTION).count());
        assert!(LABELS.values().all(|v| (1.0..=5.0).contains(v)));
        assert!(is_missing_word("#N/A"));
    }
}
