//! Answers in words: the ways of not answering, and of ticking a box.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::fold;
use crate::lexicon;

const MISSING: &str = include_str!("../../lexicons/missing.tsv");

/// Codes that exports use for no answer, when they lie outside the scale.
pub const MISSING_CODES: [f64; 20] = [
    -1.0, -8.0, -9.0, -88.0, -98.0, -99.0, -999.0, -9999.0, 77.0, 88.0, 97.0, 98.0, 99.0, 997.0, 998.0,
    999.0, 9997.0, 9998.0, 9999.0, 99999.0,
];

static WORDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| lexicon::entries(MISSING).map(fold).collect());

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
        // Excel writes its errors with a number sign: `#N/A`, `#DIV/0!`; people write `(NSP)`, `n/r`, `N.R.`.
        let error = plain.starts_with('#') && plain.ends_with(['!', '?']);
        let inner = plain.trim_start_matches(['#', '(', '[', '<']).trim_end_matches([')', ']', '>']);
        error
            || plain.is_empty()
            || WORDS.contains(&plain)
            || WORDS.contains(inner)
            || (plain.len() <= 6 && WORDS.contains(&plain.replace(['/', '.', ' '], "")))
    }
}

/// Whether a cell names what sums the rows above it up: `Total`, `Moyenne générale`.
#[must_use]
pub fn is_total(cell: &str) -> bool {
    let folded = fold(cell);
    let plain = folded.trim_end_matches([':', '.', ' ']);
    matches!(
        plain,
        "total"
            | "totaux"
            | "total general"
            | "grand total"
            | "sous-total"
            | "somme"
            | "sum"
            | "moyenne"
            | "moyennes"
            | "moyenne generale"
            | "average"
            | "mean"
            | "overall average"
            | "nb reponses"
            | "nombre de reponses"
            | "nb de reponses"
            | "effectif"
            | "count"
            | "ensemble"
    )
}

/// Whether a cell says that an answer was chosen; nothing where it says something else.
#[must_use]
pub(super) fn tick(cell: &str) -> Option<bool> {
    match fold(cell).as_str() {
        "oui" | "yes" | "y" | "o" | "1" | "x" | "true" | "vrai" | "checked" | "coche" | "cochee"
        | "selected" | "choisi" | "quoted" | "cite" | "ja" => Some(true),
        "non" | "no" | "n" | "0" | "false" | "faux" | "unchecked" | "not selected" | "non coche"
        | "non choisi" | "not quoted" | "non cite" | "nein" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_read_and_other_words_are_not() {
        assert_eq!((tick("Oui"), tick(" NON "), tick("Non coché")), (Some(true), Some(false), Some(false)));
        assert_eq!((tick("Lyon"), tick("2")), (None, None));
        assert!(is_missing_word("#N/A"));
    }
}
