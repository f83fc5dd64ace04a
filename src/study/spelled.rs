//! What the text of a question spells out of its scale: its ends, and which of them is best.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;

use super::worded::worded;
use super::{Scale, fold};

/// The end of a scale that is the best answer, as its words say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Best {
    /// The lowest number.
    First,
    /// The highest number.
    Last,
    /// The ends have words that are not understood.
    Unread,
    /// Nothing is said.
    Unsaid,
}

/// The scale that a text spells out: `(1 à 4)`, `de 0 à 10`, `1-5`, `sur 20`, `/100`,
/// `1 = pas du tout, 4 = tout à fait`, `de 1 (très satisfait) à 5 (…)`.
pub(super) fn scale(text: &str) -> Option<Scale> {
    static RANGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?:^|[^0-9a-z])([01])\s*(?:a|to|-|–)\s*(3|4|5|6|7|9|10|20|100)(?:[^0-9]|$)").ok()
    });
    static OUT_OF: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?:sur\s+|out of\s+|(?:^|[^0-9\s])\s*/\s*)(5|7|10|20|100)(?:\s+(\p{L}+)|[^0-9]|$)").ok()
    });
    let number = |text: &str| text.parse::<f64>().ok();
    let folded = fold(text);
    if let Some(found) = RANGE.as_ref()?.captures(&folded) {
        return Some(Scale { low: number(&found[1])?, high: number(&found[2])? });
    }
    if let [(low, _), .., (high, _)] = ends(&folded)[..]
        && low <= 1.0
        && high >= 3.0
    {
        return Some(Scale { low, high });
    }
    let found = OUT_OF.as_ref()?.captures(&folded)?;
    let time = ["jour", "mois", "an", "semaine", "heure", "day", "month", "week", "year"];
    if found.get(2).is_some_and(|word| time.iter().any(|t| word.as_str().starts_with(t))) {
        return None;
    }
    let high = number(&found[1])?;
    Some(Scale { low: if high <= 7.0 { 1.0 } else { 0.0 }, high })
}

/// Which end is best. Of an `effort`, the smaller one is.
pub(super) fn best(text: &str, effort: bool) -> Best {
    const BEST: [&str; 16] = [
        "tres satisf",
        "tout a fait",
        "excellent",
        "parfait",
        "tres bon",
        "tres bien",
        "la meilleure",
        "le meilleur",
        "meilleur",
        "tres facile",
        "very satisf",
        "very good",
        "very easy",
        "extremely satisf",
        "extremely easy",
        "best",
    ];
    const WORST: [&str; 12] = [
        "pas du tout",
        "tres insatisf",
        "tres mauvais",
        "la plus mauvaise",
        "la pire",
        "la moins bonne",
        "tres mecontent",
        "tres difficile",
        "mauvais",
        "very dissatisf",
        "very difficult",
        "worst",
    ];
    const SMALL: [&str; 11] = [
        "aucun",
        "tres peu",
        "peu",
        "tres faible",
        "faible",
        "minim",
        "pas du tout d'effort",
        "no effort",
        "very low",
        "low",
        "very little",
    ];
    const LARGE: [&str; 12] = [
        "enorm",
        "beaucoup",
        "tres eleve",
        "eleve",
        "considerable",
        "important",
        "tres important",
        "tres fort",
        "fort",
        "very high",
        "high",
        "a lot",
    ];
    let begins = |words: &str, list: &[&str]| list.iter().any(|start| words.starts_with(start));
    let folded = fold(text);
    let ends = ends(&folded);
    match ends.as_slice() {
        [] => Best::Unsaid,
        [(number, words)] if begins(words, &BEST) => {
            if *number <= 1.0 {
                Best::First
            } else {
                Best::Last
            }
        }
        [(number, words)] if begins(words, &WORST) => {
            if *number <= 1.0 {
                Best::Last
            } else {
                Best::First
            }
        }
        [_] => Best::Unread,
        [(_, low), .., (_, high)] => {
            if effort && begins(low, &SMALL) && begins(high, &LARGE) {
                return Best::First;
            }
            if effort && begins(low, &LARGE) && begins(high, &SMALL) {
                return Best::Last;
            }
            let pair = BTreeMap::from([(low.as_str(), 100), (high.as_str(), 100)]);
            let values = worded(&pair).map(|found| found.values);
            let value = |words: &String| values.as_ref()?.get(words).copied();
            match value(low).zip(value(high)) {
                Some((a, b)) if a > b => Best::First,
                Some((a, b)) if a < b => Best::Last,
                _ if begins(low, &BEST) || begins(high, &WORST) => Best::First,
                _ if begins(low, &WORST) || begins(high, &BEST) => Best::Last,
                _ => Best::Unread,
            }
        }
    }
}

/// The numbers of a folded text that have words, ascending: `1 = pas du tout`, `5 (très satisfait)`,
/// `1 étant la meilleure note`.
fn ends(folded: &str) -> Vec<(f64, String)> {
    static ENDS: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?:^|[^0-9a-z.,])([0-9]{1,2})\s*(?:=|:|\(|etant|signifie|–|-)\s*([a-z'][^,;()0-9/–\]]*)")
            .ok()
    });
    let Some(regex) = ENDS.as_ref() else { return Vec::new() };
    let mut ends: Vec<(f64, String)> = regex
        .captures_iter(folded)
        .filter_map(|found| {
            let words = found[2].trim_end_matches(" et ").trim_end_matches(" a ");
            Some((found[1].parse().ok()?, words.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()))
        })
        .collect();
    ends.sort_by(|a, b| a.0.total_cmp(&b.0));
    ends.dedup_by(|a, b| a.0 == b.0);
    ends
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_are_read_in_the_text() {
        for (text, low, high) in [
            ("Note (1 à 4)", 1.0, 4.0),
            ("de 0 à 10, recommanderiez-vous", 0.0, 10.0),
            ("Note sur 20", 0.0, 20.0),
            ("Satisfaction /5", 1.0, 5.0),
            ("Accueil (1 = pas du tout, 4 = tout à fait)", 1.0, 4.0),
            ("Satisfaction de 1 (très satisfait) à 5 (pas du tout satisfait)", 1.0, 5.0),
            ("Effort 1 : aucun effort – 7 : énormément d'effort", 1.0, 7.0),
        ] {
            assert_eq!(scale(text), Some(Scale { low, high }), "{text}");
        }
        assert_eq!(scale("Délai sur 5 jours"), None);
        assert_eq!(scale("Votre avis"), None);
    }

    #[test]
    fn words_say_which_end_is_best() {
        for text in [
            "Satisfaction de 1 (très satisfait) à 5 (pas du tout satisfait)",
            "Satisfaction (1 : très satisfait ; 5 : très insatisfait)",
            "Satisfaction (1=Très satisfait, 5=Très insatisfait)",
            "Notez de 1 (excellent) à 5 (mauvais) votre satisfaction",
            "Satisfaction, 1 étant la meilleure note",
            "Satisfaction (1 = tout à fait, 4 = pas du tout)",
        ] {
            assert_eq!(best(text, false), Best::First, "{text}");
        }
        for text in [
            "Effort (1 = très faible, 5 = très élevé)",
            "CES - Effort (1 = très peu d'effort, 5 = beaucoup d'effort)",
            "Effort : 1 = très peu, 5 = énormément",
            "Effort de 1 (aucun effort) à 7 (effort considérable)",
            "Effort 1 : aucun effort – 5 : énormément d'effort",
        ] {
            assert!(matches!(best(text, true), Best::First | Best::Unread), "{text}");
        }
        assert_eq!(best("Effort (1 = très faible, 5 = très élevé)", true), Best::First);
        for text in [
            "Accueil (1 = pas du tout satisfait, 5 = très satisfait)",
            "Il m'a été facile (1 = pas du tout d'accord, 7 = tout à fait d'accord)",
            "Note (5 = excellent)",
        ] {
            assert_eq!(best(text, true), Best::Last, "{text}");
        }
        assert_eq!(best("Note (1 = bidule, 5 = machin)", false), Best::Unread);
        assert_eq!(best("Note de 1 à 5", false), Best::Unsaid);
    }
}
