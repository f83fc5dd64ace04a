//! Conjugation: from a form to the infinitive of its verb.
//!
//! The verbs are known, by their infinitives: without them `maisons` would be a form of “maiser” and
//! `patients` of “patir”.

use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};
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
const SECOND: [&str; 32] = [
    "issions", "issaient", "issiez", "issais", "issait", "issant", "issent", "issons", "issez", "isses",
    "isse", "iraient", "irions", "iriez", "irais", "irait", "irons", "iront", "irent", "irez", "irai",
    "iras", "ira", "ir", "îmes", "îtes", "ît", "ies", "ie", "is", "it", "i",
];

/// Radicals of the first group, and those that have lost their accents with the accented one.
static FIRST_GROUP: LazyLock<Radicals> =
    LazyLock::new(|| Radicals::new(include_str!("../../lexicons/first_group.tsv"), "er"));
static SECOND_GROUP: LazyLock<Radicals> =
    LazyLock::new(|| Radicals::new(include_str!("../../lexicons/second_group.tsv"), "ir"));

static SNOWBALL: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::French));

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
        // `manga` is no form of “manger”: that would be `mangea`.
        let hard = ending.starts_with(['a', 'o', 'â']) && stem.ends_with('g');
        FIRST_GROUP.find(stem).filter(|_| !hard).or_else(|| altered(stem, ending))
    })
}

/// The radical that is written `stem` before `ending`: `mangeons`, `plaçait`, `essaie`, `espère`, `appelle`.
fn altered(stem: &str, ending: &str) -> Option<&'static str> {
    let find = |radical: String| FIRST_GROUP.known.get(radical.as_str()).copied();
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
    let doubled = stem.ends_with("ell") || stem.ends_with("ett");
    if doubled { FIRST_GROUP.find(&stem[..stem.len() - 1]) } else { None }
}

fn second_group(word: &str) -> Option<&'static str> {
    SECOND.iter().find_map(|ending| SECOND_GROUP.find(word.strip_suffix(ending)?))
}

/// The key of an unknown word that looks like a form of a verb in -er: its infinitive, after Snowball's step for
/// verbs (“spammé”, “spammez”, “spammer”).
pub(super) fn guess(word: &str) -> Option<String> {
    // Endings of verbs that nouns and adjectives do not have, or seldom.
    const VERBAL: [&str; 17] = [
        "er", "ez", "iez", "é", "ée", "és", "ées", "aient", "èrent", "era", "erai", "eras", "erait",
        "eraient", "erez", "eront", "assent",
    ];
    let participle = ["té", "tée", "tés", "tées"].iter().any(|ending| word.ends_with(ending));
    if participle {
        // `inadaptée` is no more a verb than `qualité`.
        return Some(fold(word.trim_end_matches('s').trim_end_matches('e')));
    }
    let stem = SNOWBALL.stem(word);
    let ending = word.strip_prefix(stem.as_ref())?;
    VERBAL.contains(&ending).then(|| fold(&stem) + "er")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(expected: &str, forms: &str) {
        for form in forms.split(' ') {
            assert_eq!(infinitive(form).as_deref(), Some(expected), "{form}");
        }
    }

    #[test]
    fn forms_of_the_first_group_have_their_infinitive() {
        check(
            "refuser",
            "refuse refuses refusons refusez refusent refusé refusées refusait refusiez refusant",
        );
        check("refuser", "refuser refusera refuseraient refusa refusèrent refusassent refusâmes refusât");
        check("manger", "mange mangeons mangeait mangé mangions mangea");
        check("placer", "place plaçons plaçait placé placions plaça");
        check("essayer", "essaie essaient essaye essayons essaiera essayerait");
        check("esperer", "espère espérons espèrent espérait espérera espèrera");
        check("acheter", "achète achetons achètera acheté");
        check("appeler", "appelle appellent appellera appelons appelé");
        check("jeter", "jette jetons jettera");
        check("creer", "crée créée créent créait");
        check("nier", "nie nié niées niera niait nions");
    }

    #[test]
    fn forms_of_the_second_group_have_their_infinitive() {
        check("finir", "finir fini finie finis finit finissons finissait finira finirent finissant");
        check("grandir", "grandi grandit grandissent");
    }

    #[test]
    fn accents_may_be_missing() {
        check("esperer", "espere esperons");
        check("resilier", "resilie resilier resilié");
        check("regler", "regle reglé");
    }

    #[test]
    fn what_is_no_form_of_a_known_verb_has_none() {
        for word in
            ["maisons", "saisons", "mai", "premier", "manga", "fille", "salle", "étrange", "", "e", "é"]
        {
            assert_eq!(infinitive(word), None, "{word}");
        }
    }

    #[test]
    fn verbs_of_tomorrow_are_guessed() {
        for form in ["blablater", "blablatez", "blablatera"] {
            assert_eq!(guess(form).as_deref(), Some("blablater"), "{form}");
        }
        for word in ["blabla", "portrait", "moment", "bonté", "été"] {
            assert!(!guess(word).is_some_and(|key| key.ends_with("er")), "{word}");
        }
    }
}
