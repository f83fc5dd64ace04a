//! Where the postal addresses are in a text: a number and a street, a postal code and a town, or both.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;
use rustc_hash::FxHashSet;

use super::word::{Shape, Words, fold, is_function};
use crate::lexicon;
use crate::text::is_french;

/// `strong` kinds of street hardly follow a number but in an address; after a `weak` one a name must follow.
static STREET: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)[0-9]{1,4}(?:\s?(?:bis|ter|quater)(?-u:\b)|\s?[a-d](?-u:\b))?\s?,?\s?",
        r"(?:(?<strong>rue(?-u:\b)|avenue(?-u:\b)|ave?(?-u:\b)\.?|boulevard(?-u:\b)|bo?u?lv?d(?-u:\b)\.?|bd(?-u:\b)\.?|impasse(?-u:\b)|imp\.|all[ée]es?(?-u:\b)|",
        r"chemin(?-u:\b)|chem\.|ch\.|rte(?-u:\b)\.?|ruelle(?-u:\b)|sentier(?-u:\b)|venelle(?-u:\b)|faubourg(?-u:\b)|fbg?(?-u:\b)\.?|r\.)",
        r"|(?<weak>place(?-u:\b)|pl\.|cours(?-u:\b)|passage(?-u:\b)|quai(?-u:\b)|route(?-u:\b)|square(?-u:\b)|villa(?-u:\b)|r[ée]sidence(?-u:\b)|lotissement(?-u:\b)|",
        r"hameau(?-u:\b)|domaine(?-u:\b)|esplanade(?-u:\b)|parc(?-u:\b)|cit[ée]|quartier(?-u:\b)|lieu[ -]dit(?-u:\b)|promenade(?-u:\b)|mont[ée]e(?-u:\b)|",
        r"rond[ -]point(?-u:\b)|parvis(?-u:\b)|traverse(?-u:\b)|voie(?-u:\b)|clos(?-u:\b)))",
        r"|(?<english>(?-u:\b)[0-9]{1,4}\s(?-i:(?:\p{Lu}\p{Ll}+\s){1,3}(?:Street|Road|Avenue|Lane|Drive|Crescent|Gardens|Terrace))(?-u:\b))",
    ))
    .expect("the patterns of this file are tested")
});

/// What stands between a street and its postal code.
static COMPLEMENT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^(?:[\s,\-–]*(?:b[âa]t(?:iment)?|appt?|appartement|apt|esc(?:alier)?|[ée]tage|porte|hall|lot|r[ée]sidence)(?-u:\b)\.?\s*[\p{L}0-9]{1,12})+",
    )
    .expect("the patterns of this file are tested")
});

static POSTAL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)(?:F(?:R)?-\s?)?(?<code>(?:(?:0[1-9]|[1-8][0-9]|9[0-578]) ?|2[AB])[0-9]{3})(?-u:\b)[\s,]{0,3}(?:[àa]\s)?")
        .expect("the patterns of this file are tested")
});

/// Post office boxes and codes that are said to be postal.
static BOX: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)(?:BP|CS|TSA|B\.P\.)\s?[0-9]{2,5}(?-u:\b)|(?i:(?-u:\b)(?:code\spostal|cp)\s?:?\s?)(?<code>[0-9]{5})(?-u:\b)")
        .expect("the patterns of this file are tested")
});

/// `du 8 mai 1945`: a street named after a day.
static DAY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^\s+(?:du\s+)?[0-9]{1,2}(?:er)?\s+(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre)(?:\s+1[89][0-9]{2})?(?-u:\b)",
    )
    .expect("the patterns of this file are tested")
});

static CEDEX: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^\s(?:cedex(?:\s[0-9]{1,2})?(?-u:\b)|[0-9]{1,2}(?:e|er|[eè]me)?(?-u:\b))")
        .expect("the patterns of this file are tested")
});

static TOWNS: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let towns = lexicon::entries(include_str!("../../lexicons/towns.tsv"));
    towns.map(|town| fold(town).replace(['-', '\''], " ")).collect()
});

/// Whether a folded word is the whole name of one of the larger towns.
pub(super) fn is_town(folded: &str) -> bool {
    TOWNS.contains(folded)
}

const PARTICLES: &[&str] = &[
    "de", "du", "des", "d", "la", "le", "les", "l", "a", "au", "aux", "en", "sur", "sous", "lez", "et",
    "deux", "trois", "quatre", "cinq", "sept", "dix", "tous",
];
/// Nouns that follow five digits and are no town, even with a capital.
const COUNTED: &[&str] =
    &["km", "kms", "eur", "euro", "euros", "chf", "dh", "ttc", "ht", "fcfa", "clients", "ans"];

/// Byte ranges of the addresses, ascending and apart.
pub(super) fn find(text: &str, words: &Words) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for captures in STREET.captures_iter(text) {
        let head = captures.get_match().range();
        let joined = text[..head.start]
            .ends_with(|c: char| c.is_ascii_digit() || c.is_uppercase() || ",./-°".contains(c))
            && !text[..head.start].ends_with(". ");
        let end = if captures.name("english").is_some() {
            Some(head.end)
        } else if joined {
            None
        } else {
            street(text, words, head.end, captures.name("weak").is_some())
        };
        if let Some(end) = end {
            let end = end + COMPLEMENT.find(&text[end..]).map_or(0, |found| found.end());
            found.push(head.start..end);
        }
    }
    for captures in POSTAL.captures_iter(text) {
        let head = captures.get_match().range();
        let before = &text[..head.start];
        let joined = before
            .ends_with(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '/' | '-' | '+' | '€'))
            && !before.ends_with("F-");
        // After a street, any word is a town.
        let street = found.iter().any(|r| {
            text.get(r.end..head.start).is_some_and(|gap| gap.trim_matches([' ', ',', '-']).is_empty())
        });
        let next = words.list.get(words.from(head.end)).filter(|word| street && word.range.start == head.end);
        let end = town(text, words, head.end).or(next.map(|word| word.range.end));
        if let Some(end) = end.filter(|_| !joined) {
            found.push(head.start..end);
        }
    }
    for captures in BOX.captures_iter(text) {
        let whole = captures.get_match().range();
        found.push(captures.name("code").map_or(whole, |code| code.range()));
    }
    found.sort_by_key(|range| range.start);
    join(text, found)
}

/// Ranges that only white space and punctuation keeps apart are one address.
fn join(text: &str, ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            Some(last)
                if text[last.end..range.start]
                    .chars()
                    .all(|c| c.is_whitespace() || matches!(c, ',' | '-' | '–' | '(')) =>
            {
                last.end = range.end;
            }
            _ => joined.push(range),
        }
    }
    joined
}

/// Where the name of a street ends that begins at `at`; none when there is no name.
fn street(text: &str, words: &Words, at: usize, weak: bool) -> Option<usize> {
    if let Some(day) = DAY.find(&text[at..]) {
        return Some(at + day.end());
    }
    let mut end = None;
    let mut last = at;
    let mut particle = false;
    for word in &words.list[words.from(at)..] {
        let gap = &text[last..word.range.start];
        if !(gap.chars().count() <= 2
            && gap.chars().all(|c| matches!(c, ' ' | '\u{a0}' | '-' | '\'' | '’' | '.')))
        {
            break;
        }
        // A point ends the street, unless it shortens a word of it (St. Michel).
        if (end.is_some() && gap.contains('.') && last - at > 5) || (last == at && gap.contains(['.', '-'])) {
            break;
        }
        let folded = fold(&text[word.range.clone()]);
        let capital = word.shape != Shape::Lower && !words.shouted;
        if PARTICLES.contains(&folded.as_str()) && !(capital && end.is_none() && !weak && folded == "a") {
            particle = true;
        } else if end.is_none() {
            let named = capital || (words.shouted && !is_function(&folded));
            let accepted = if weak {
                named || matches!(folded.as_str(), "nationale" | "departementale")
            } else {
                !is_function(&folded)
            };
            if !accepted {
                break;
            }
            end = Some(word.range.end);
        } else if (capital && !is_function(&folded))
            || gap == "-"
            || (words.shouted && particle && !is_function(&folded))
        {
            end = Some(word.range.end);
            particle = false;
        } else {
            break;
        }
        last = word.range.end;
    }
    end
}

/// Where a town ends that begins at `at`: a known one however written, else one with a capital that is no
/// French word.
fn town(text: &str, words: &Words, at: usize) -> Option<usize> {
    let list = &words.list[words.from(at)..];
    let first = list.first().filter(|word| word.range.start == at)?;
    let apart = |a: usize, b: usize| {
        let gap = &text[list[a].range.end..list[b].range.start];
        matches!(gap, " " | "-" | "'" | "’" | "\u{a0}")
    };
    let run = (1..list.len().min(6)).take_while(|&i| apart(i - 1, i)).count() + 1;
    let folded: Vec<String> = list[..run].iter().map(|word| fold(&text[word.range.clone()])).collect();
    let known = (1..=run).rev().find(|&n| TOWNS.contains(&folded[..n].join(" ")));
    let mut n = if let Some(n) = known {
        n
    } else {
        let capital = first.shape != Shape::Lower;
        let opens =
            matches!(folded[0].as_str(), "le" | "la" | "les" | "l" | "saint" | "sainte" | "st" | "ste");
        let lower = text[first.range.clone()].to_lowercase();
        if capital && opens && run > 1 && list[1].shape != Shape::Lower {
            2
        } else if capital
            && first.shape != Shape::Initial
            && !is_french(&lower)
            && !COUNTED.contains(&folded[0].as_str())
        {
            1
        } else {
            return None;
        }
    };
    // Aix-en-Provence, Aix en Provence, Villeneuve-lès-Avignon.
    while n < run {
        let hyphen = &text[list[n - 1].range.end..list[n].range.start] == "-";
        let capital = !words.shouted && list[n].shape == Shape::Title && !is_function(&folded[n]);
        let linked = PARTICLES.contains(&folded[n].as_str())
            && list
                .get(n + 1)
                .is_some_and(|next| n + 1 < run && next.shape == Shape::Title && !words.shouted);
        if hyphen {
            n += 1;
        } else if linked {
            n += 2;
        } else if capital && known.is_none() && !is_french(&folded[n]) {
            n += 1;
        } else {
            break;
        }
    }
    let end = list[n - 1].range.end;
    Some(end + CEDEX.find(&text[end..]).map_or(0, |found| found.end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses(text: &str) -> Vec<&str> {
        find(text, &Words::of(text)).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn streets_and_towns_are_found() {
        let cases = [
            ("au 12 rue de la République, 69002 Lyon.", "12 rue de la République, 69002 Lyon"),
            ("J'habite 3 bis avenue Victor Hugo depuis", "3 bis avenue Victor Hugo"),
            ("le 14 rue du moulin dans le village", "14 rue du moulin"),
            ("5 rue du 8 mai 1945 à", "5 rue du 8 mai 1945"),
            ("33 rue Pasteur, bâtiment C, 38000 Grenoble", "33 rue Pasteur, bâtiment C, 38000 Grenoble"),
            ("expédié vers 13100 Aix-en-Provence au lieu", "13100 Aix-en-Provence"),
            ("habite 59000 lille , livraison", "59000 lille"),
            ("2 place du Général de Gaulle", "2 place du Général de Gaulle"),
            ("44000 Nantes cedex 2", "44000 Nantes cedex 2"),
            ("12 avenue de lyon 33999 brezouille merci", "12 avenue de lyon 33999 brezouille"),
            ("I live at 221 Baker Street, London", "221 Baker Street"),
        ];
        for (text, address) in cases {
            assert_eq!(addresses(text), [address], "{text}");
        }
    }

    #[test]
    fn counts_and_amounts_are_no_addresses() {
        for text in [
            "2 places de parking, 3 cours de cuisine, 1 place de concert",
            "75000 Euros, 20000 km, 12000 clients, 15000 KMS, 30000 EUROS",
            "4 avenues, 10 voies, à 2 rues de chez moi, 24 quai",
        ] {
            assert!(addresses(text).is_empty(), "{text}: {:?}", addresses(text));
        }
    }
}
