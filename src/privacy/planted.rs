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

/// What masks the planted text: true with its own kind, false with another, none when a letter of it shows.
fn hidden(kind: Identifier, planted: &str, sentence: &str) -> Option<bool> {
    let masks = redact(sentence, Lang::Fr).masks;
    let at = sentence.find(planted).expect("the sentence holds what is planted in it");
    let letters = planted.char_indices().filter(|(_, c)| c.is_alphanumeric()).map(|(i, _)| at + i);
    let mut own = true;
    for place in letters {
        own &= masks.iter().find(|mask| mask.span.contains(&place))?.kind == kind;
    }
    Some(own)
}

#[test]
fn planted_identifiers_are_hidden() {
    let mut counts: BTreeMap<Identifier, [usize; 3]> = BTreeMap::new();
    let mut missed = Vec::new();
    for entry in entries(PLANTED) {
        let fields: Vec<_> = entry.split('\t').collect();
        let [name, planted, sentence] = fields[..] else { panic!("three columns: {entry}") };
        let Some(kind) = kind(name) else { continue };
        let hidden = hidden(kind, planted, sentence);
        let [all, found, own] = counts.entry(kind).or_default();
        *all += 1;
        *found += usize::from(hidden.is_some());
        *own += usize::from(hidden == Some(true));
        if hidden != Some(true) {
            missed.push(format!("{kind:?} “{planted}”: {}", redact(sentence, Lang::Fr).text));
        }
    }
    let report = format!("planted, hidden, by their own kind: {counts:?}\n{}", missed.join("\n"));
    let sum = |names: bool, i: usize| -> usize {
        let group = counts.iter().filter(|(kind, _)| (**kind == Identifier::Name) == names);
        group.map(|(_, count)| count[i]).sum()
    };
    for (names, floor) in [(false, 99), (true, 90)] {
        assert!(sum(names, 1) * 100 >= floor * sum(names, 0), "{report}");
        assert!(sum(names, 2) * 100 >= (floor - 2) * sum(names, 0), "{report}");
    }
    assert!(sum(false, 0) + sum(true, 0) >= 500, "{report}");
}

#[test]
fn look_alikes_stay() {
    for entry in entries(PLANTED) {
        let Some(sentence) = entry.strip_prefix("none\t-\t") else { continue };
        assert_eq!(redact(sentence, Lang::Fr).text, sentence);
    }
}

/// The reviews of insurers beside the project: at most one word in a thousand is hidden, and none twice.
#[test]
#[ignore = "reads 19,095 reviews"]
fn few_words_of_reviews_are_masked() {
    let path =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/avis-assurance/avis.csv");
    let Ok(mut reviews) = csv::Reader::from_path(path) else { return };
    let words = |text: &str| text.split_whitespace().filter(|w| w.chars().any(char::is_alphabetic)).count();
    let (mut all, mut masked) = (0, 0);
    for review in reviews.records() {
        let text = review.unwrap()[1].to_owned();
        let redaction = redact(&text, Lang::Fr);
        all += words(&text);
        masked += redaction.masks.iter().map(|mask| words(&text[mask.span.clone()])).sum::<usize>();
        assert_eq!(redact(&redaction.text, Lang::Fr).text, redaction.text);
    }
    assert!(masked * 1000 <= all && masked > 0, "{masked} of {all}");
}
