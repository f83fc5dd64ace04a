//! One name for the values of a column that a person would take for the same.

use std::collections::BTreeMap;

use super::{fold, tidy};

/// The spelling shown for each folded value: the most frequent, the first in the alphabet among equals.
pub(super) fn spellings<'a>(values: impl IntoIterator<Item = (&'a str, u64)>) -> BTreeMap<String, String> {
    let mut counts: BTreeMap<String, BTreeMap<String, u64>> = BTreeMap::new();
    for (value, n) in values {
        *counts.entry(fold(value)).or_default().entry(tidy(value)).or_default() += n;
    }
    counts
        .into_iter()
        .filter_map(|(folded, written)| {
            // The last of equals is taken: from the end, that is the first.
            let (most, _) = written.into_iter().rev().max_by_key(|(_, n)| *n)?;
            Some((folded, most))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_that_differ_by_case_accents_or_spaces_are_one() {
        let values =
            [("Vague 1", 3), ("vague  1", 4), ("VAGUE 1 ", 2), ("vague\u{a0}1", 1), ("Été", 2), ("ete", 2)];
        let expected = [("ete", "ete"), ("vague 1", "vague 1")];
        let expected = expected.map(|(folded, shown)| (folded.to_owned(), shown.to_owned()));
        assert_eq!(spellings(values), BTreeMap::from(expected));
        let equals = [("nord", 2), ("Nord ", 1), ("Nord", 1)];
        assert_eq!(spellings(equals)["nord"], "Nord");
    }
}
