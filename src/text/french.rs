//! What is known of French forms: which are in use, how much, and which accents their letters may bear.

use std::hash::Hasher;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::family::family;
use crate::lexicon;

/// Families of the words in use and of the rarer ones.
static FAMILIES: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    // The forms that others of the same word stand for can be spared.
    let spared = ["s", "ez", "era", "ait", "rai", "ront", "ée"];
    let forms = FRENCH.zipf.keys().filter(|form| !spared.iter().any(|ending| form.ends_with(ending)));
    forms.chain(RARE.iter()).map(|form| family(form)).collect()
});

static RARE: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| lexicon::set(include_str!("../../lexicons/rare.tsv")));

static FRENCH: LazyLock<French> = LazyLock::new(French::load);

/// Zipf value times ten of the words that no count of subtitles knows: common in answers to a survey.
const SURVEY: u8 = 45;
/// A reading is the only one when the others together would be some fifty times rarer: `après`, not `âpres`.
const ONLY: u8 = 17;
/// The same for a noun or a verb and its participle: some six times.
const ONLY_KIN: u8 = 8;
/// An accent is only taken away for a common word: `mérci`.
const LEAST_PLAIN: u8 = 40;

struct French {
    /// Zipf value times ten of each form in use.
    zipf: FxHashMap<&'static str, u8>,
    /// Forms with accents by the hash of their letters, sorted.
    accented: Vec<(u64, &'static str)>,
}

impl French {
    fn load() -> Self {
        let mut zipf = FxHashMap::with_capacity_and_hasher(1 << 16, rustc_hash::FxBuildHasher);
        for entry in lexicon::entries(include_str!("../../lexicons/french.tsv")) {
            let Some((form, value)) = entry.split_once('\t') else { continue };
            zipf.insert(form, value.parse().unwrap_or(0));
        }
        for form in lexicon::entries(include_str!("../../lexicons/survey_words.tsv")) {
            let value = zipf.entry(form).or_insert(SURVEY);
            *value = SURVEY.max(*value);
        }
        let mut letters = String::new();
        let mut accented = Vec::with_capacity(1 << 14);
        for form in zipf.keys().filter(|form| !form.is_ascii()) {
            fold_into(form, &mut letters);
            accented.push((hash(&letters), *form));
        }
        accented.sort_unstable();
        Self { zipf, accented }
    }
}

/// Zipf value times ten of a form in use: log10 of its occurrences per thousand million words of subtitles.
/// `le` has 74, `facture` 41.
pub(super) fn zipf(form: &str) -> Option<u8> {
    FRENCH.zipf.get(form).copied()
}

/// Whether a form is a French word in use.
pub(super) fn is_known(form: &str) -> bool {
    FRENCH.zipf.contains_key(form)
}

/// Whether a form is a rarer French word, or its plural.
pub(super) fn is_rare(form: &str) -> bool {
    RARE.contains(form) || form.strip_suffix('s').is_some_and(|singular| RARE.contains(singular))
}

/// Whether a form is a French word, be it a rare one or one without its accents.
pub(crate) fn is_french(form: &str) -> bool {
    is_rare(form) || readings(form).next().is_some()
}

/// Whether a form may be inflected from a French word, be it a rare one.
pub(super) fn is_kin(form: &str) -> bool {
    FAMILIES.contains(&family(form))
}

/// A form in use, from the lexicon.
pub(super) fn known(form: &str) -> Option<&'static str> {
    FRENCH.zipf.get_key_value(form).map(|(form, _)| *form)
}

/// The forms in use with the letters of `form`, whatever their accents; `form` itself is one of them when it
/// is in use.
pub(super) fn readings(form: &str) -> impl Iterator<Item = &'static str> {
    let mut letters = String::with_capacity(form.len());
    fold_into(form, &mut letters);
    let key = hash(&letters);
    let from = FRENCH.accented.partition_point(|(other, _)| *other < key);
    let plain = known(&letters);
    let mut buffer = String::with_capacity(letters.len());
    let accented = FRENCH.accented[from..].iter().take_while(move |(other, _)| *other == key);
    let same = accented.map(|(_, reading)| *reading).filter(move |reading| {
        fold_into(reading, &mut buffer);
        buffer == letters
    });
    same.chain(plain)
}

/// The form of the same letters that is the only reading of `form`: accents, cedillas and ligatures are put
/// where they are missing or mended where they are wrong. None when `form` is right, or may be several words.
///
/// A writer who has accents on the keyboard and writes a last `é` means it: `prélévé` is no `prélève`.
pub(super) fn restore(form: &str) -> Option<&'static str> {
    let plain = form.is_ascii();
    if !plain && is_known(form) {
        return None;
    }
    let mut found: Vec<(u8, &'static str)> = readings(form)
        .filter(|reading| plain || is_participle(reading) == is_participle(form))
        .map(|reading| (FRENCH.zipf[reading], reading))
        .filter(|(value, reading)| plain || !reading.is_ascii() || *value >= LEAST_PLAIN)
        .collect();
    found.sort_unstable_by(|a, b| b.cmp(a));
    let (value, best) = *found.first()?;
    let only = found.get(1).is_none_or(|(second, other)| {
        // `téléphone` and `téléphoné` are of one family: taking the one for the other does little harm.
        let kin = !best.is_ascii() && !other.is_ascii() && is_participle(best) != is_participle(other);
        value >= second.saturating_add(if kin { ONLY_KIN } else { ONLY })
    });
    (best != form && only && !(plain && hides_a_verb(form, best))).then_some(best)
}

/// Whether a form without accents may be of the present of the verb whose participle the reading is, a form
/// that is not in the lexicon: `rebaptise` is not only `rebaptisé`.
pub(super) fn hides_a_verb(form: &str, reading: &str) -> bool {
    let end = form.trim_end_matches('s').ends_with('e');
    let stem = reading.trim_end_matches('s').strip_suffix('é').filter(|_| end);
    stem.is_some_and(|stem| is_known(&format!("{stem}er")))
}

/// Whether a form ends like the participle of a verb in -er, or like one with a grave accent (`aprés`).
pub(super) fn is_participle(form: &str) -> bool {
    let masculine = form.trim_end_matches('s');
    masculine.ends_with(['é', 'è']) || masculine.ends_with("ée")
}

/// Writes the letters of a form into `letters`, without accents, cedillas and ligatures.
pub(super) fn fold_into(form: &str, letters: &mut String) {
    letters.clear();
    for c in form.chars() {
        let letter = match c {
            'à' | 'â' | 'ä' | 'á' | 'ã' => 'a',
            'ç' => 'c',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'î' | 'ï' | 'í' | 'ì' => 'i',
            'ô' | 'ö' | 'ó' | 'ò' => 'o',
            'ù' | 'û' | 'ü' | 'ú' => 'u',
            'ÿ' => 'y',
            'œ' | 'æ' => {
                letters.push(if c == 'œ' { 'o' } else { 'a' });
                'e'
            }
            c => c,
        };
        letters.push(letter);
    }
}

fn hash(letters: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(letters.as_bytes());
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_come_back_where_one_reading_exists() {
        for (form, expected) in [
            ("delai", "délai"),
            ("tres", "très"),
            ("apres", "après"),
            ("meme", "même"),
            ("recu", "reçu"),
            ("soeur", "sœur"),
            ("hopital", "hôpital"),
        ] {
            assert_eq!(restore(form), Some(expected), "{form}");
        }
    }

    #[test]
    fn wrong_accents_are_mended_and_the_last_one_is_believed() {
        for (form, expected) in [
            ("trés", "très"),
            ("deçu", "déçu"),
            ("aprés", "après"),
            ("prélévé", "prélevé"),
            ("complétement", "complètement"),
        ] {
            assert_eq!(restore(form), Some(expected), "{form}");
        }
    }

    #[test]
    fn what_may_be_several_words_stays() {
        for form in [
            "interesse",
            "regle",
            "rebaptise",
            "dès",
            "sur",
            "ou",
            "mais",
            "des",
            "gene",
            "pate",
            "mur",
            "délai",
            "très",
            "prix",
        ] {
            assert_eq!(restore(form), None, "{form}");
        }
    }
}
