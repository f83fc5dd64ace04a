//! Sentences that count, with one, with two, with many, in both languages. Nothing is warned of where there is nothing; the
//! nouns that a report counts are snapshotted with none too, in `report/amounts.rs`.

use barometre::Lang;
use barometre::error::Warning;

/// Ten warnings about `n` things.
fn warnings(n: u64) -> [Warning; 10] {
    let (file, column) = ("avis.csv".to_owned(), "note".to_owned());
    [
        Warning::ShortRows { file: file.clone(), n, first: 12 },
        Warning::Suppressed { cells: n, min_group: 5 },
        Warning::Titles { file: file.clone(), n, title: "Baromètre 2025".into() },
        Warning::Repaired { file: file.clone(), pieces: n },
        Warning::StrayBytes { file, n, first: 12 },
        Warning::NoWave { column: "date".into(), n, unread: None },
        Warning::NotNumbers { column: column.clone(), n, example: "vingt".into() },
        Warning::RepeatedIds { column, n },
        Warning::SmallBases { cells: n, under: 30 },
        Warning::Masked { pieces: n },
    ]
}

/// `tests/sentences.txt`, read and corrected by a person, holds them all.
#[test]
fn ten_sentences_agree_with_their_number() {
    let mut said = String::new();
    for lang in [Lang::Fr, Lang::En] {
        for n in [1, 2, 1200] {
            for warning in warnings(n) {
                said.push_str(&warning.message(lang));
                said.push('\n');
            }
        }
    }
    let expected = include_str!("../sentences.txt");
    for (said, expected) in said.lines().zip(expected.lines()) {
        assert_eq!(said, expected);
    }
    assert_eq!(said.lines().count(), expected.lines().count());
}
