//! Rules of French inflection: from a form to its singular, and to a radical that its paradigm shares.
//!
//! A radical is a key, not a word: what matters is that the forms of one word meet and that others do not.

use std::borrow::Cow;
use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashSet;

use crate::lexicon;

static NOT_VERBS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| lexicon::set(include_str!("../../lexicons/not_verbs.tsv")));

/// Endings of the regular verbs in -er, longest first, and -é, -e of participles, feminines and nouns.
const FIRST_GROUP: [&str; 18] = [
    "eraient", "èrent", "erais", "erait", "eront", "erons", "erions", "aient", "erai", "eras", "erez", "era",
    "ent", "ons", "ais", "ait", "er", "ez",
];
/// Endings of the regular verbs in -ir after the i of their radical.
const SECOND_GROUP: [&str; 16] = [
    "issaient", "iraient", "issait", "issant", "issent", "issons", "issez", "irait", "irais", "iront",
    "irons", "isse", "irez", "irai", "ira", "ir",
];

/// Endings of tenses that verbatims seldom use and nouns do not have.
const RARE_TENSES: [&str; 12] = [
    "iez", "assions", "assiez", "assent", "asses", "âmes", "âtes", "ât", "îmes", "îtes", "issions", "issiez",
];

static SNOWBALL: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::French));

/// The singular of a plural noun or adjective; other words come back as they are, or lose a final s, which
/// verbs can spare too.
pub(super) fn singular(word: &str) -> Cow<'_, str> {
    if !word.ends_with(['s', 'x'])
        || word.ends_with("ais")
        || word.ends_with("eux")
        || word.ends_with("ss")
        || shorter(word, 4)
    {
        return word.into();
    }
    match word.strip_suffix("aux") {
        Some(rest) if rest.ends_with('e') => word[..word.len() - 1].into(),
        Some(rest) if !shorter(rest, 3) => format!("{rest}al").into(),
        _ => word[..word.len() - 1].into(),
    }
}

/// The radical of a singular.
pub(super) fn radical(word: &str) -> Cow<'_, str> {
    if shorter(word, 4) {
        return word.into();
    }
    if let Some(adjective) = not_a_verb(word) {
        return adjective.into();
    }
    // -ant, -ais and a past in -a: written like an infinitive, they meet it below.
    let future = ["era", "ira", "dra", "tra", "vra"].iter().any(|ending| word.ends_with(ending));
    let verb = cut(word, "ant", 4)
        .or_else(|| cut(word, "ais", 3))
        .or_else(|| if future { None } else { cut(word, "a", 5) });
    match verb {
        Some(stem) => regular(&format!("{stem}er")).into_owned().into(),
        None => regular(word),
    }
}

/// The masculine of a noun or an adjective that looks like a verb form: `content`, `contente`; and nouns and
/// adverbs in -ment, as they are.
fn not_a_verb(word: &str) -> Option<&str> {
    let masculine = word.strip_suffix('e').unwrap_or(word);
    let listed = [word, masculine].into_iter().find(|form| NOT_VERBS.contains(form));
    let suffixed = || ["ement", "ément", "amment", "emment"].iter().any(|ending| word.ends_with(ending));
    listed.or_else(|| word.ends_with("ante").then_some(masculine)).or_else(|| suffixed().then_some(word))
}

fn regular(word: &str) -> Cow<'_, str> {
    gender(word).unwrap_or_else(|| verb(word))
}

/// One radical for the masculine and the feminine of nouns and adjectives whose ending changes.
fn gender(word: &str) -> Option<Cow<'_, str>> {
    // Ending, what both genders share instead of it, fewest letters before it.
    const ENDINGS: [(&str, &str, usize); 8] = [
        ("trice", "teur", 0),
        ("eux", "eus", 0),
        ("euse", "eus", 0),
        ("ère", "", 3),
        ("elle", "el", 2),
        ("ienne", "ien", 0),
        ("éenne", "éen", 0),
        ("if", "iv", 0),
    ];
    ENDINGS.iter().find_map(|(ending, shared, least)| {
        cut(word, ending, *least).map(|rest| format!("{rest}{shared}").into())
    })
}

/// One radical for the forms of regular verbs; nouns and adjectives lose their final e in the same way.
fn verb(word: &str) -> Cow<'_, str> {
    let word = if word.ends_with("ée") { &word[..word.len() - 1] } else { word };
    for ending in SECOND_GROUP {
        let least = if ending.starts_with("iss") { 2 } else { 3 };
        // The i of laisser, froisse, clair and noir is another.
        if let Some(stem) = cut(word, ending, least).filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
            return format!("{stem}i").into();
        }
    }
    if let Some(stem) = cut(word, "ie", 3) {
        return format!("{stem}i").into();
    }
    if let Some(stem) =
        cut(word, "re", 4).filter(|s| s.ends_with('i') && !s.ends_with("ai") && !s.ends_with("oi"))
    {
        return stem.into();
    }
    third_group(word).or_else(|| rare_tense(word)).unwrap_or_else(|| first_group(word).into())
}

/// `répondre`, `répondu`, `répondra`, `perdue`: everything up to -nd, -rd, -tt, -mp.
fn third_group(word: &str) -> Option<Cow<'_, str>> {
    const ENDINGS: [&str; 13] =
        ["raient", "rait", "rais", "ront", "rons", "rez", "rai", "ra", "ue", "is", "it", "u", "i"];
    if let Some(stem) = cut(word, "re", 2).filter(|stem| stem.ends_with('d')) {
        return Some(stem.into());
    }
    let stem = ENDINGS.iter().find_map(|ending| {
        cut(word, ending, 2).filter(|stem| ["nd", "rd", "tt", "mp"].iter().any(|last| stem.ends_with(last)))
    })?;
    Some(stem.into())
}

/// Snowball's stem for the tenses that no rule here knows: its step for verbs cuts them where the rules cut the
/// usual ones.
fn rare_tense(word: &str) -> Option<Cow<'_, str>> {
    RARE_TENSES.iter().any(|ending| cut(word, ending, 3).is_some()).then(|| SNOWBALL.stem(word))
}

fn first_group(word: &str) -> String {
    let short = |stem: &&str| stem.chars().any(is_vowel);
    let stem = FIRST_GROUP
        .iter()
        .find_map(|ending| {
            let least = if matches!(*ending, "ais" | "ait") { 3 } else { 2 };
            cut(word, ending, least).filter(short)
        })
        .or_else(|| cut(word, "é", 2).filter(short))
        .or_else(|| cut(word, "e", 2).filter(short))
        .unwrap_or(word);
    let long = !shorter(stem, 4);
    let (rest, last) = if let Some(rest) = stem.strip_suffix("it").filter(|_| long && !shorter(stem, 5)) {
        (rest, "i")
    } else if let Some(rest) = stem.strip_suffix('y').filter(|_| long) {
        (rest, "i")
    } else if let Some(rest) = stem.strip_suffix('ç') {
        (rest, "c")
    } else if let Some(rest) = stem.strip_suffix("ge").filter(|_| long) {
        (rest, "g")
    } else {
        (stem, "")
    };
    format!("{rest}{last}")
}

/// `word` without `ending`, when at least `least` letters stay.
fn cut<'w>(word: &'w str, ending: &str, least: usize) -> Option<&'w str> {
    word.strip_suffix(ending).filter(|rest| !shorter(rest, least))
}

/// Whether `word` has fewer than `length` letters.
fn shorter(word: &str, length: usize) -> bool {
    length > 0 && word.chars().nth(length - 1).is_none()
}

fn is_vowel(c: char) -> bool {
    "aeiouyàâéèêëîïôûùü".contains(c)
}
