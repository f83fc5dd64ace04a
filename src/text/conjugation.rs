//! Conjugation: from a form to the infinitive of its verb.
//!
//! The verbs are known, by their infinitives: without them `maisons` would be a form of “maiser” and
//! `patients` of “patir”.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::family::fold;
use crate::lexicon;

/// Endings of the first group after the radical.
const FIRST: [&str; 40] = [
    "eraient", "assions", "assiez", "assent", "erions", "èrent", "erent", "erait", "erais", "eriez", "erons",
    "eront", "aient", "asses", "âmes", "âtes", "ions", "asse", "erai", "eras", "erez", "era", "ées", "ees",
    "ent", "ons", "ais", "ait", "iez", "ant", "ai", "as", "ât", "és", "ée", "ee", "er", "ez", "es", "a",
];
/// The shortest ones.
const LAST: [&str; 2] = ["é", "e"];

/// Endings of the second group after the radical, which its -i- follows.
const SECOND: [&str; 33] = [
    "issions", "issaient", "issiez", "issais", "issait", "issant", "issent", "issons", "issez", "isses",
    "isse", "iraient", "irions", "iriez", "irais", "irait", "irons", "iront", "irent", "irez", "irai",
    "iras", "ira", "ir", "îmes", "îtes", "imes", "ît", "ies", "ie", "is", "it", "i",
];

/// Radicals of the first group, and those that have lost their accents with the accented one.
static FIRST_GROUP: LazyLock<Radicals> =
    LazyLock::new(|| Radicals::new(include_str!("../../lexicons/first_group.tsv"), "er"));
static SECOND_GROUP: LazyLock<Radicals> =
    LazyLock::new(|| Radicals::new(include_str!("../../lexicons/second_group.tsv"), "ir"));

struct Radicals {
    known: FxHashSet<&'static str>,
    folded: FxHashMap<String, &'static str>,
}

impl Radicals {
    fn new(lexicon: &'static str, ending: &str) -> Self {
        let known: FxHashSet<_> =
            lexicon::entries(lexicon).filter_map(|infinitive| infinitive.strip_suffix(ending)).collect();
        let folded = lexicon::entries(lexicon)
            .filter_map(|infinitive| infinitive.strip_suffix(ending))
            .filter(|radical| !radical.is_ascii())
            .map(|radical| (fold(radical), radical))
            .filter(|(bare, _)| !known.contains(bare.as_str()))
            .collect();
        Self { known, folded }
    }

    /// The radical that `stem` writes, with or without its accents.
    fn find(&self, stem: &str) -> Option<&'static str> {
        self.known.get(stem).or_else(|| self.folded.get(stem)).copied()
    }
}

/// The infinitive, without accents, of the regular verb that `word` is a form of.
pub(super) fn infinitive(word: &str) -> Option<String> {
    first_group(word)
        .map(|radical| fold(radical) + "er")
        .or_else(|| second_group(word).map(|radical| fold(radical) + "ir"))
}

fn first_group(word: &str) -> Option<&'static str> {
    FIRST.iter().chain(&LAST).find_map(|ending| {
        let stem = word.strip_suffix(ending)?;
        FIRST_GROUP.find(stem).or_else(|| altered(stem, ending))
    })
}

/// The radical that is written `stem` before `ending`: `mangeons`, `plaçait`, `essaie`, `espère`, `appelle`.
fn altered(stem: &str, ending: &str) -> Option<&'static str> {
    let find = |radical: String| FIRST_GROUP.find(&radical);
    if ending.starts_with(['a', 'o', 'â']) {
        return match stem.strip_suffix('ç') {
            Some(rest) => find(format!("{rest}c")),
            None => FIRST_GROUP.find(stem.strip_suffix('e').filter(|rest| rest.ends_with('g'))?),
        };
    }
    if !matches!(ending, "e" | "es" | "ent") && !ending.starts_with("er") {
        return None;
    }
    if let Some(rest) = stem.strip_suffix('i') {
        return find(format!("{rest}y"));
    }
    if let Some((before, after)) = stem.rsplit_once('è') {
        return find(format!("{before}é{after}")).or_else(|| find(format!("{before}e{after}")));
    }
    let doubled = stem.ends_with("ll") || stem.ends_with("tt");
    if doubled { FIRST_GROUP.find(&stem[..stem.len() - 1]) } else { None }
}

fn second_group(word: &str) -> Option<&'static str> {
    SECOND.iter().find_map(|ending| SECOND_GROUP.find(word.strip_suffix(ending)?))
}

/// The infinitive of an unknown word whose ending is that of a verb in -er and of nothing else.
pub(super) fn guess(word: &str) -> Option<String> {
    const ENDINGS: [&str; 9] = ["aient", "èrent", "erait", "ées", "ait", "ez", "ée", "és", "é"];
    let stem = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending))?;
    let noun = stem.ends_with('t') && word.trim_end_matches('s').ends_with('é');
    (!noun && stem.chars().count() >= 3 && stem.contains(is_vowel)).then(|| fold(stem) + "er")
}

fn is_vowel(c: char) -> bool {
    "aeiouyàâéèêëîïôûùü".contains(c)
}
