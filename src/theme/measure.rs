//! How well the shipped codebooks do, on sentences of this project and on the real reviews beside it.

use std::collections::BTreeSet;
use std::path::Path;

use super::{Matcher, Pole, Shipped, Tally};
use crate::text::{Reader, Reading};

/// A codebook and a reader to measure.
struct Coder {
    matcher: Matcher,
    reader: Reader,
    reading: Reading,
}

impl Coder {
    fn new(book: Shipped) -> Self {
        let matcher = Matcher::new(book.codebook().unwrap());
        Self { matcher, reader: Reader::default(), reading: Reading::default() }
    }

    /// The themes of a text that belong to no other, catch-alls left out, with their sign.
    fn themes(&mut self, text: &str) -> BTreeSet<(String, char)> {
        let Some(number) = self.reader.read(text, &mut self.reading) else { return BTreeSet::new() };
        let analyzer = self.reader.analyzer(number);
        let mentions = self.matcher.mentions(text, &self.reading, number, analyzer);
        let themes = &self.matcher.codebook().themes;
        let high = mentions
            .iter()
            .filter(|mention| themes[mention.theme].parent.is_none() && !themes[mention.theme].general);
        let sign = |pole| match pole {
            Pole::Negative => '-',
            Pole::Neutral => '=',
            Pole::Positive => '+',
        };
        high.map(|mention| (themes[mention.theme].id.clone(), sign(mention.pole))).collect()
    }
}

/// Themes as a person coded them: `prix- accueil+`.
fn coded(written: &str) -> BTreeSet<(String, char)> {
    let split = |code: &str| (code[..code.len() - 1].to_owned(), code.chars().next_back().unwrap());
    written.split(' ').filter(|code| *code != "-").map(split).collect()
}

/// Harmonic mean of precision and recall: 2·TP / (2·TP + FP + FN).
fn f1(right: usize, found: usize, expected: usize) -> f64 {
    2.0 * right as f64 / (found + expected) as f64
}

#[test]
fn sentences_are_coded_and_judged() {
    let lines = include_str!("../../tests/theme/sentences.tsv").lines();
    let cases: Vec<Vec<&str>> =
        lines.filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect()).collect();
    assert!(cases.len() >= 400, "{}", cases.len());
    for (name, book) in
        [("cx", Shipped::CustomerExperience), ("hr", Shipped::HumanResources), ("cc", Shipped::ContactCentre)]
    {
        let mut coder = Coder::new(book);
        let (mut right, mut found, mut expected) = (0, 0, 0);
        for case in cases.iter().filter(|case| case[0] == name) {
            let wanted = coded(case[1]);
            for (id, _) in &wanted {
                assert!(coder.matcher.codebook().theme(id).is_some(), "{id}");
            }
            let mut got = coder.themes(case[2]);
            if name == "cc" {
                // A reason to call is neither pleased nor displeased.
                got = got.into_iter().map(|(id, _)| (id, '=')).collect();
            }
            right += wanted.intersection(&got).count();
            found += got.len();
            expected += wanted.len();
        }
        let f1 = f1(right, found, expected);
        assert!(f1 >= 0.9, "{name}: F1 {f1:.3} of {expected} themes");
    }
}

/// The verbatims of a real file beside the project; these tests pass where it is absent.
fn verbatims(file: &str) -> Option<Vec<String>> {
    let (name, delimiter, column) = match file {
        "avis" => ("avis-assurance/avis.csv", b',', "avis"),
        _ => ("hellofresh/verbatims.csv", b';', "commentaire"),
    };
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(name);
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_path(path).ok()?;
    let at =
        reader.headers().unwrap().iter().position(|header| header.trim_start_matches('\u{feff}') == column);
    Some(reader.records().map(|record| record.unwrap()[at.unwrap()].to_owned()).collect())
}

#[test]
fn real_reviews_are_coded_as_a_person_coded_them() {
    let (mut right, mut expected, mut same) = (0, 0, 0);
    for file in ["avis", "hellofresh"] {
        let Some(texts) = verbatims(file) else { return };
        let mut coder = Coder::new(Shipped::CustomerExperience);
        for line in include_str!("../../tests/theme/coded.tsv").lines() {
            let fields: Vec<_> = line.split('\t').collect();
            if fields[0] != file {
                continue;
            }
            // Row 1 is the header.
            let text = &texts[fields[1].parse::<usize>().unwrap() - 2];
            let (wanted, got) = (coded(fields[2]), coder.themes(text));
            expected += wanted.len();
            for (id, sign) in &wanted {
                let found = got.iter().find(|(other, _)| other == id);
                right += usize::from(found.is_some());
                same += usize::from(found.is_some_and(|(_, other)| other == sign));
            }
        }
    }
    let (recall, agreement) = (right as f64 / expected as f64, same as f64 / right as f64);
    assert!(expected > 600 && recall >= 0.85, "recall {recall:.3} of {expected}");
    assert!(agreement >= 0.85, "the pole agrees in {agreement:.3}");
}

#[test]
fn real_reviews_are_covered() {
    for file in ["avis", "hellofresh"] {
        let Some(texts) = verbatims(file) else { return };
        let mut coder = Coder::new(Shipped::CustomerExperience);
        let book = coder.matcher.codebook().clone();
        let mut tally = Tally::default();
        for text in texts.iter().filter(|text| text.split_whitespace().count() >= 5).step_by(5) {
            let Some(number) = coder.reader.read(text, &mut coder.reading) else { continue };
            let analyzer = coder.reader.analyzer(number);
            tally.add(&book, &coder.matcher.mentions(text, &coder.reading, number, analyzer));
        }
        assert!(tally.coverage() >= Some(0.8), "{file}: {:?}", tally.coverage());
    }
}
