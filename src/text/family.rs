//! Families: the inflected forms of one word under one key.
//!
//! Four steps, the first that knows the form decides: the lexicons of exceptions and irregular verbs, the nouns
//! and adjectives that look like forms of a verb, the [`conjugation`](super::conjugation) of known verbs, the
//! [`inflection`](super::inflection) of nouns. Derived words stay apart, unlike with a Snowball stemmer, which puts
//! `attente`, `attention` and `attentif` under one stem: what customers wait for, what they warn of and what they
//! praise are three subjects. A form that may be a noun or a verb (`note`, `passe`) goes where it mostly belongs.

mod overrides;

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::compound::is_whole;
use super::conjugation::{guess, infinitive};
use super::elision::is_elision;
use super::inflection::{masculine, singular};
use crate::lexicon;

pub use overrides::{FamilyConflict, FamilyRules};

/// Nouns and adjectives that are, or look like, forms of a verb, with their copies without accents.
static NOUNS: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let listed = lexicon::entries(include_str!("../../lexicons/nouns.tsv"));
    // Without its last accent a noun in -é is another word: `marché`, `cité`.
    let bare = |word: &str| if word.ends_with('é') { word.to_owned() } else { fold(word) };
    listed.flat_map(|word| [word.to_owned(), bare(word)]).collect()
});

/// What is longer, in bytes, is no word: it is its own family.
const LONGEST: usize = 128;

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
    if normal.len() > LONGEST {
        return normal.to_owned();
    }
    let mut normal = normal;
    // A glued elision that was parted again (`j'ai`) is a form of the word after it.
    while let Some((elided, rest)) = normal.split_once('\'') {
        if rest.is_empty() || !is_elision(elided) || is_whole(normal) {
            break;
        }
        normal = rest;
    }
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
    if let Some(key) = infinitive(&word) {
        return key;
    }
    if NOUNS.contains(masculine(&one).as_ref()) {
        return noun(&one);
    }
    // `zélée` beside `zélé`, which is a noun or an adjective; `année` has no masculine.
    if let Some(masculine) = one.strip_suffix('e').filter(|rest| rest.ends_with('é') && NOUNS.contains(*rest))
    {
        return noun(masculine);
    }
    guess(&word).unwrap_or_else(|| noun(&one))
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
    let listed: FxHashSet<String> = keys.keys().cloned().collect();
    for (form, key) in verbs() {
        keys.entry(form).or_insert(key);
    }
    // Nobody who leaves accents out writes `plûmes`; `plumes` and `du` are other words.
    let rare = |form: &str| form.contains(['û', 'î', 'â']) && !listed.contains(form);
    let mut folded: Vec<_> =
        keys.iter().filter(|(form, _)| !rare(form)).map(|(form, key)| (fold(form), key.clone())).collect();
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
        "a" => &["ai", "as", "a", "ons", "ez", "ont", "ais", "ait", "ions", "iez", "aient"],
        _ => return (form, &[""]),
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
            "refuse refuser refusé refusée refusent refusait refusiez refusassent",
            "petit petite petits petites",
            "parfait parfaite parfaits parfaites",
            "déçu déçus déçue décevant décevante decu",
            "dégât dégâts degats",
            "conducteur conductrice conducteurs",
            "interlocuteur interlocutrice interlocutrices",
            "nouveau nouvelle nouveaux nouvel",
            "prendre pris prend prends prennent prenez",
            "répondre répond répondu répondent répondez",
            "attendre attends attendu attendent attendait",
            "heureux heureuse heureuses",
            "vendeur vendeuse",
            "actif active actives",
            "conseiller conseillère conseillers conseillères",
            "finir fini finissent finie finissait",
            "cœur coeur cœurs",
            "national nationaux nationale",
            "rendez-vous rdv",
            "laisser laisse laissé laissent laissait",
            "clair claire clairs claires",
            "souscrire souscrit souscris souscrite souscrivez",
            "fuir fuyez fuit fuyer",
            "recevoir reçois reçu reçoivent recevez",
            "perdu perdre perd perds perdent perdue",
            "euro euros eur",
            "résilier résilie résilié résiliez résilient resilier",
            "transmettre transmis transmet transmise",
            "obtenir obtenu obtiens obtient",
            "augmente augmenter augmentent",
            "reste rester resté restent restons",
            "demande demander demandent demandons",
            "beau beaux belle belles",
            "essayer essaie essayé essaye essaient essayent",
            "nul nulle nulles",
            "remercie remercier remerciant",
            "toujours tjrs tjs",
            "gentil gentille gentillesse",
            "malhonnête malhonnêteté",
            "espérer espère espérons",
            "travail travaux",
            "jeu jeux",
            "matériau matériaux",
            "qualité qualités qualite",
            "année années annee",
            "café cafés cafe",
            "zélé zélée zélés",
            "assurance l'assurance d'assurances",
            "aimer j'aime j'l'aimais",
            "spammer spammé spammez",
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
            "raison raisonnable",
            "fin fini fine",
            "faut faute",
            "mars mari",
            "bas base",
            "par parait pare",
            "sais saisir",
            "note notamment",
            "opérateur opération",
            "virement viré",
            "coup coupe",
            "relation relativement relatif",
            "direct direction",
            "commun communication",
            "suite suit",
            "vente vent",
            "propose propos",
            "placement place",
            "pratique pratiquement",
            "cas case",
            "conséquence conséquente",
            "positif position",
            "identique identité",
            "compagnie compagne",
            "délai délit délaisse",
            "taxi taxe",
            "foi foyer foie",
            "verra verre",
            "pourrait pourri",
            "équipe équipement",
            "publicité publique",
            "départ département",
            "paye pays",
            "loi loyer",
            "succession successif",
            "traitement traiter",
            "client clientèle",
            "voir voire",
            "juge jugé",
            "début débute",
            "marche marché",
            "arme armée",
            "étrange étranger",
            "cote côte côté",
            "répartir repartir",
            "aujourd'hui hui",
            "quelqu'un un",
        ] {
            apart(forms);
        }
    }

    #[test]
    fn what_snowball_learnt_since_holds() {
        for forms in [
            "français française françaises",
            "écossais écossaise",
            "mauvais mauvaise",
            "bijou bijoux",
            "genou genoux",
            "caillou cailloux",
            "pou poux",
            "jaloux jalouse",
            "époux",
            "ambigu ambiguë ambiguës",
            "ambiguïté ambiguïtés ambiguité",
            "mosaïque mosaïques mosaique",
            "égoïste égoïstes",
            "nier nie nié niée nierons nierait",
        ] {
            together(forms);
        }
        for forms in
            ["français franc", "japonais japon", "nier ni", "calais caler", "palais pal", "mosaïque mosaïste"]
        {
            apart(forms);
        }
    }

    /// A file of `../shared`, beside the project; these tests pass where it is absent.
    fn shared(name: &str) -> Option<String> {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(name);
        std::fs::read_to_string(path).ok()
    }

    #[test]
    fn frequent_collisions_of_snowball_are_none_here() {
        let Some(collisions) = shared("quality/collisions.csv") else { return };
        let families = |field: &str| -> Vec<String> {
            field.split('+').filter_map(|form| Some(family(form.split_once('(')?.0))).collect()
        };
        let mut rows = 0;
        for row in collisions.lines().skip(1) {
            let fields: Vec<_> = row.split(',').collect();
            let (one, other) = (families(fields[3]), families(fields[4]));
            assert!(!one.is_empty() && !other.is_empty(), "{row}");
            match fields[0] {
                "over" => assert!(one.iter().all(|key| !other.contains(key)), "{row}"),
                _ => assert!(one.iter().chain(&other).all(|key| *key == one[0]), "{row}"),
            }
            rows += 1;
        }
        assert_eq!(rows, 73);
    }

    /// Where rust-stemmers and the current Snowball differ, but for elisions: what only the older one puts
    /// together is apart here, but for the forms of “nier”, and plurals and feminines that the current one puts
    /// together are together.
    #[test]
    fn families_follow_the_current_snowball_where_stemmers_differ() {
        use rust_stemmers::{Algorithm, Stemmer};
        let (Some(words), Some(stems)) =
            (shared("data/snowball/french_voc.txt"), shared("data/snowball/french_output.txt"))
        else {
            return;
        };
        let old = Stemmer::create(Algorithm::French);
        let all: Vec<_> = words
            .lines()
            .zip(stems.lines())
            .filter(|(word, _)| !word.is_empty() && !word.contains('\''))
            .map(|(word, stem)| (word, stem, old.stem(word).into_owned()))
            .collect();
        let changed: Vec<_> = all.iter().filter(|(_, stem, before)| stem != before).collect();
        assert_eq!(changed.len(), 118);
        for (word, stem, before) in changed {
            for (other, its_stem, its_before) in &all {
                if before == its_before && stem != its_stem && family(word) != "nier" {
                    assert_ne!(family(word), family(other), "{word} {other}");
                }
                let inflected = ["s", "x", "es"].iter().any(|ending| *other == format!("{word}{ending}"));
                if stem == its_stem && inflected {
                    assert_eq!(family(word), family(other), "{word} {other}");
                }
            }
        }
    }

    #[test]
    fn what_is_no_french_word_has_a_key_too() {
        for long in ["l'", "é", "s"].map(|bit| bit.repeat(1_000_000)) {
            assert_eq!(family(&long), long);
        }
        assert_eq!(family("l'l'l'eau"), family("eau"));
        for form in ["", "a", "4g", "20,5", "ドードー", "😀", "l'", "aujourd'hui", "e\u{301}"] {
            assert_eq!(family(form), family(form));
        }
        assert_eq!(family("week-ends"), family("week-end"));
        assert_eq!(family("5"), "5");
    }

    #[test]
    fn every_ending_of_the_lexicon_of_verbs_is_known() {
        for entry in lexicon::entries(include_str!("../../lexicons/verbs.tsv")) {
            for form in entry.rsplit('\t').next().unwrap().split(' ') {
                assert!(!pattern(form).0.contains('-'), "{entry}: {form}");
            }
        }
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
