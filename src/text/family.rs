//! Families: the inflected forms of one word under one key.
//!
//! Three steps, the first that knows the form decides: the lexicons (exceptions, irregular verbs), the same
//! for its singular, the rules of [`inflection`](super::inflection). Derived words stay apart, unlike with a
//! Snowball stemmer, which puts `attente`, `attention` and `attentif` under one stem: what customers wait for,
//! what they warn of and what they praise are three subjects.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::conjugation::{guess, infinitive};
use super::inflection::{masculine, singular};
use crate::lexicon;

/// Nouns and adjectives that could be forms of a verb, with their copies without accents.
static NOUNS: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let listed = lexicon::entries(include_str!("../../lexicons/nouns.tsv"));
    listed.flat_map(|word| [word.to_owned(), fold(word)]).collect()
});

static KEYS: LazyLock<FxHashMap<String, String>> = LazyLock::new(keys);

/// The key of the family of a [`normal`](super::normal()) form: the same for all inflected forms of a word,
/// with or without its accents, never shown to people.
///
/// ```
/// use barometre::text::family;
/// assert_eq!(family("refusent"), family("refusé"));
/// assert_eq!(family("parfaites"), family("parfait"));
/// assert_eq!(family("delai"), family("délais"));
/// assert_ne!(family("attente"), family("attention"));
/// ```
#[must_use]
pub fn family(normal: &str) -> String {
    let word = normal.replace('œ', "oe").replace('æ', "ae");
    if let Some(key) = KEYS.get(&word) {
        return key.clone();
    }
    if !word.chars().all(|c| c.is_alphabetic() || is_combining_mark(c)) {
        return fold(&singular(&word));
    }
    let one = singular(&word);
    if let Some(key) = KEYS.get(one.as_ref()) {
        return key.clone();
    }
    if NOUNS.contains(one.as_ref()) {
        return noun(&one);
    }
    infinitive(&word).or_else(|| guess(&word)).unwrap_or_else(|| noun(&one))
}

/// The key of a noun or an adjective in the singular.
fn noun(word: &str) -> String {
    let masculine = masculine(word);
    if let Some(key) = KEYS.get(masculine.as_ref()) {
        return key.clone();
    }
    let key = fold(&singular(&masculine));
    // `marché` is no `marche`.
    match key.strip_suffix('e').filter(|_| masculine.ends_with('é') && NOUNS.contains(&key)) {
        Some(rest) => format!("{rest}é"),
        None => key,
    }
}

/// `word` without accents: a capital or a hurry often drops them.
pub(super) fn fold(word: &str) -> String {
    if word.is_ascii() { word.to_owned() } else { word.nfd().filter(|c| !is_combining_mark(*c)).collect() }
}

/// Keys of the forms in the lexicons; a form without its accents has the key of the form with them, unless
/// it is a form too (`mur`, `mûr`).
fn keys() -> FxHashMap<String, String> {
    let mut keys = FxHashMap::default();
    for entry in lexicon::entries(include_str!("../../lexicons/families.tsv")) {
        let Some((key, forms)) = entry.split_once('\t') else { continue };
        for form in forms.split(' ') {
            keys.insert(form.replace('œ', "oe"), key.to_owned());
        }
    }
    for (form, key) in verbs() {
        keys.entry(form).or_insert(key);
    }
    let mut folded: Vec<_> = keys.iter().map(|(form, key)| (fold(form), key.clone())).collect();
    folded.sort_unstable();
    for (form, key) in folded {
        keys.entry(form).or_insert(key);
    }
    keys
}

/// The forms of the irregular verbs, with their key, prefixed verbs included.
fn verbs() -> Vec<(String, String)> {
    let mut forms = Vec::new();
    for entry in lexicon::entries(include_str!("../../lexicons/verbs.tsv")) {
        let mut columns = entry.split('\t');
        let (Some(infinitive), Some(prefixes), Some(listed)) =
            (columns.next(), columns.next(), columns.next())
        else {
            continue;
        };
        for prefix in prefixes.split(' ') {
            let prefix = if prefix == "-" { "" } else { prefix };
            let key = fold(&format!("{prefix}{infinitive}"));
            for form in listed.split(' ') {
                let (stem, endings) = pattern(form);
                forms.extend(endings.iter().map(|ending| (format!("{prefix}{stem}{ending}"), key.clone())));
            }
        }
    }
    forms
}

/// Stem and endings of a form as the lexicon of verbs writes it.
fn pattern(form: &str) -> (&str, &'static [&'static str]) {
    let Some((stem, ending)) = form.rsplit_once('-') else { return (form, &[""]) };
    let endings: &[&str] = match ending {
        "e" => &["", "e", "s", "es"],
        "t" => &["s", "t"],
        "d" => &["", "s"],
        "ent" => &["ent"],
        "ons" => &["ons", "ez", "ent", "ant", "e", "es", "ais", "ait", "ions", "iez", "aient"],
        "it" => &["it", "is", "irent", "îmes", "îtes", "ît", "isse", "isses", "issent"],
        "ut" => &["ut", "us", "urent", "ûmes", "ûtes", "ût", "usse", "ussent"],
        _ => &["ai", "as", "a", "ons", "ez", "ont", "ais", "ait", "ions", "iez", "aient"],
    };
    (stem, endings)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn together(forms: &str) {
        let keys: Vec<_> = forms.split(' ').map(|form| (family(form), form)).collect();
        assert!(keys.iter().all(|(key, _)| *key == keys[0].0), "{keys:?}");
    }

    fn apart(forms: &str) {
        let mut keys: Vec<_> = forms.split(' ').map(family).collect();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), forms.split(' ').count(), "{forms}: {keys:?}");
    }

    #[test]
    fn inflected_forms_meet() {
        for forms in [
            "délai délais delai delais",
            "refuse refuser refusé refusée refusent refusait",
            "petit petite petits petites",
            "parfait parfaite parfaits parfaites",
            "déçu déçus déçue décevant decu",
            "dégât dégâts degats",
            "conducteur conductrice conducteurs",
            "nouveau nouvelle nouveaux nouvel",
            "prendre pris prend prennent prenez",
            "répondre répond répondu répondent",
            "attendre attends attendu attendent attendait",
            "heureux heureuse heureuses",
            "actif active actives",
            "conseiller conseillère conseillers",
            "finir fini finissent finie finissait",
            "cœur coeur cœurs",
            "national nationaux nationale",
            "rendez-vous rdv",
            "laisser laisse laissé laissent laissait",
            "refuser refusiez refusassent",
            "clair claire clairs claires",
            "satisfait satisfaite satisfaits",
        ] {
            together(forms);
        }
    }

    #[test]
    fn other_words_stay_apart() {
        for forms in [
            "attente attention attentif",
            "devis devait",
            "sav savez",
            "seul seulement",
            "faut faute",
            "virement viré",
            "traitement traiter",
            "client clientèle",
            "raison raisonnable",
            "fin fini",
            "délai délaisse",
            "voir voire",
            "équipe équipement",
        ] {
            apart(forms);
        }
    }

    #[test]
    fn what_is_no_french_word_has_a_key_too() {
        for form in ["", "a", "4g", "20,5", "ドードー", "😀", "l'", "aujourd'hui", "e\u{301}"] {
            assert_eq!(family(form), family(form));
        }
        assert_eq!(family("week-ends"), family("week-end"));
        assert_eq!(family("5"), "5");
    }

    #[test]
    fn no_form_belongs_to_two_families() {
        let mut seen = FxHashMap::default();
        for entry in lexicon::entries(include_str!("../../lexicons/families.tsv")) {
            let (key, forms) = entry.split_once('\t').unwrap();
            for form in forms.split(' ') {
                assert_eq!(seen.insert(form, key), None, "{form}");
            }
        }
    }
}
