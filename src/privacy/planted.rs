//! How much of what was planted in sentences is found (`tests/privacy/identifiers.tsv`).

use std::collections::BTreeMap;

use super::{Identifier, redact};
use crate::lang::Lang;
use crate::lexicon::entries;

const PLANTED: &str = include_str!("../../tests/privacy/identifiers.tsv");

/// Names of the kinds in the file, `none` for what must stay.
fn kind(name: &str) -> Option<Identifier> {
    Some(match name {
        "email" => Identifier::Email,
        "iban" => Identifier::Iban,
        "nir" => Identifier::Nir,
        "card" => Identifier::Card,
        "phone" => Identifier::Phone,
        "address" => Identifier::Address,
        "plate" => Identifier::Plate,
        "reference" => Identifier::Reference,
        "name" => Identifier::Name,
        _ => return None,
    })
}

/// What is left of the planted text that a mask should have hidden; none when it is hidden by its own kind.
fn missed(kind: Identifier, planted: &str, sentence: &str) -> Option<String> {
    let redaction = redact(sentence, Lang::Fr);
    let at = sentence.find(planted).expect("the sentence holds what is planted in it");
    let shown = planted
        .char_indices()
        .filter(|(_, c)| c.is_alphanumeric())
        .any(|(i, _)| !redaction.masks.iter().any(|mask| mask.span.contains(&(at + i))));
    let named = redaction.masks.iter().any(|mask| mask.kind == kind && mask.span.contains(&at));
    // `n° 123`: the mask stands after the sign.
    let other = redaction.masks.iter().any(|mask| mask.kind == kind);
    (shown || !(named || other))
        .then(|| format!("{kind:?} “{planted}” in “{sentence}”: “{}”", redaction.text))
}

#[test]
fn planted_identifiers_are_hidden() {
    let mut counts: BTreeMap<Identifier, (usize, usize)> = BTreeMap::new();
    let mut all = Vec::new();
    for entry in entries(PLANTED) {
        let fields: Vec<_> = entry.split('\t').collect();
        let [name, planted, sentence] = fields[..] else { panic!("three columns: {entry}") };
        let Some(kind) = kind(name) else { continue };
        let count = counts.entry(kind).or_default();
        count.1 += 1;
        if let Some(miss) = missed(kind, planted, sentence) {
            all.push(miss);
        } else {
            count.0 += 1;
        }
    }
    let report = all.join("\n");
    let (name, structured): (Vec<_>, Vec<_>) =
        counts.iter().partition(|(kind, _)| **kind == Identifier::Name);
    for (floor, group) in [(0.99, structured), (0.9, name)] {
        let found: usize = group.iter().map(|(_, (found, _))| found).sum();
        let n: usize = group.iter().map(|(_, (_, n))| n).sum();
        assert!(found as f64 >= floor * n as f64, "{counts:?}\n{report}");
    }
    assert!(counts.values().map(|(_, n)| n).sum::<usize>() >= 500, "500 planted identifiers: {counts:?}");
}

#[test]
fn look_alikes_stay() {
    for entry in entries(PLANTED) {
        let Some(sentence) = entry.strip_prefix("none\t-\t") else { continue };
        assert_eq!(redact(sentence, Lang::Fr).text, sentence);
    }
}
