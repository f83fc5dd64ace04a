//! Where the licence plates are in a text: AB-123-CD since 2009, 1234 AB 75 before.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::word::{fold, is_function};

/// Letters of the plates since 2009: no I, O or U.
static NEW: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?-u:\b)(?<first>[A-HJ-NP-TV-Za-hj-np-tv-z]{2})(?<between>[ \u{a0}.·_-]{0,3})(?<number>[0-9]{3})(?<after>[ \u{a0}.·_-]{0,3})(?<last>[A-HJ-NP-TV-Za-hj-np-tv-z]{2})(?-u:\b)",
    )
    .expect("the patterns of this file are tested")
});

/// Up to four digits, two or three letters, a département.
static OLD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?-u:\b)(?<number>[0-9]{2,4})[ \u{a0}.-]?(?<letters>[A-Z]{2,3})[ \u{a0}.-]?(?<place>0[1-9]|[1-8][0-9]|9[0-5]|97[1-6]|2[AB])(?-u:\b)",
    )
    .expect("the patterns of this file are tested")
});

/// What announces a plate, as the last words before it.
static CUE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)(?:immat\p{L}*|plaques?|v[ée]hicule|voiture|auto|moto|scooter|camion\p{L}*|licence|plate|registration)(?:\s+\p{L}+){0,2}[\s:(n°]*$",
    )
    .expect("the patterns of this file are tested")
});

/// Capitals between two numbers that are units or words, in no plate that anybody wrote.
const UNITS: &[&str] = &[
    "an", "ans", "cm", "ct", "cts", "ch", "cv", "eur", "go", "gb", "hp", "ht", "kg", "km", "kms", "kw",
    "min", "mm", "mn", "mo", "ml", "rtt", "ttc", "tva", "usd", "mois", "jan", "fev", "mar", "avr", "mai",
    "jui", "aou", "sep", "oct", "nov", "dec", "er", "eme",
];

/// Byte ranges of the plates, ascending.
pub(super) fn find(text: &str) -> Vec<Range<usize>> {
    let new = NEW.captures_iter(text).filter_map(|captures| {
        let range = captures.get_match().range();
        let (first, last) = (&captures["first"], &captures["last"]);
        let hyphens = captures["between"].contains('-') && captures["after"].contains('-');
        let glued = captures["between"].is_empty() && captures["after"].is_empty();
        let capitals = [first, last].iter().all(|s| s.bytes().all(|b| b.is_ascii_uppercase()));
        let plain = hyphens || (capitals && (glued || !(is_word(first) && is_word(last))));
        let unit = UNITS.contains(&fold(last).as_str());
        (!unit && (plain || CUE.is_match(&text[..range.start]))).then_some(range)
    });
    let old = OLD.captures_iter(text).filter_map(|captures| {
        let range = captures.get_match().range();
        let joined = text[..range.start].ends_with([',', '.', '/', '-', '€'])
            || text[range.end..].starts_with(['/', '€', '%']);
        (!joined && !is_word(&captures["letters"])).then_some(range)
    });
    let mut found: Vec<_> = new.chain(old).collect();
    found.sort_by_key(|range| range.start);
    found
}

fn is_word(letters: &str) -> bool {
    let folded = fold(letters);
    is_function(&folded) || UNITS.contains(&folded.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plates(text: &str) -> Vec<&str> {
        find(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn both_kinds_are_found() {
        assert_eq!(plates("AB-123-CD, EF 456 GH et GH789JK"), ["AB-123-CD", "EF 456 GH", "GH789JK"]);
        assert_eq!(plates("ba-204-zx ; immatriculée fg 310 hk"), ["ba-204-zx", "fg 310 hk"]);
        assert_eq!(plates("1234 AB 75, 456 XYZ 13, 3456 ZT 2A"), ["1234 AB 75", "456 XYZ 13", "3456 ZT 2A"]);
    }

    #[test]
    fn distances_prices_and_years_are_no_plates() {
        for text in [
            "plus de 300 km",
            "EN 200 ET",
            "une voiture de 190 cv",
            "150 HT 20",
            "2500 EUR 75",
            "à 20 km 30",
            "10 GO 50",
            "1234 AB 99",
        ] {
            assert!(plates(text).is_empty(), "{text}");
        }
    }
}
