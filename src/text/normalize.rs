//! Normal forms: what a form of hurried writing stands for, as far as the form alone can tell.
//!
//! Each step is a function of one form. Clean text must come through unchanged: a word in use is only
//! touched when another reading of its letters is far more frequent, and what could be two words stays.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::french::{is_known, is_rare, known, restore, zipf};
use crate::lexicon;

/// Forms of the lexicons with what they stand for; names that a rule would change stand for themselves.
static WRITTEN: LazyLock<FxHashMap<&str, &str>> = LazyLock::new(|| {
    let shorthand = lexicon::entries(include_str!("../../lexicons/shorthand.tsv"));
    let misspellings = lexicon::entries(include_str!("../../lexicons/misspellings.tsv"));
    let glued = lexicon::entries(include_str!("../../lexicons/glued.tsv"));
    let kept = lexicon::entries(include_str!("../../lexicons/kept.tsv")).map(|form| (form, form));
    let written = shorthand.chain(misspellings).chain(glued).filter_map(|entry| entry.split_once('\t'));
    written.chain(kept).collect()
});

/// Zipf value times ten from which on a word is common enough to be what was meant; a long one has fewer
/// neighbours.
fn common(word: &str) -> u8 {
    if word.chars().count() < 8 { 33 } else { 25 }
}

/// Fewest letters of a word whose double letters are looked at: shorter ones are too close to names.
const DOUBLES: usize = 6;
/// Longest form looked at, in bytes: the longest French words in use have 25 letters.
const LONGEST: usize = 64;

/// What the form of a token stands for, given its [`normal`](super::normal()) form: `tres` is `très`, `svp`
/// `s'il vous plaît`, `nuuul` `nul`, `jai` `j'ai`. None when nothing changes.
///
/// In this order, the first that knows the form decides: letters drawn out, ligatures, lexicons of shorthand,
/// misspellings and glued words, accents, elided words without their apostrophe, double letters. What a
/// form alone cannot tell (`a` and `à`, `interesse`) stays; [`Corrections`](super::spelling::Corrections)
/// knows more, from the corpus.
///
/// ```
/// use barometre::text::normalize;
/// assert_eq!(normalize("delai").as_deref(), Some("délai"));
/// assert_eq!(normalize("tjrs").as_deref(), Some("toujours"));
/// assert_eq!(normalize("lassurance").as_deref(), Some("l'assurance"));
/// assert_eq!(normalize("ou"), None);
/// ```
#[must_use]
pub fn normalize(normal: &str) -> Option<String> {
    let word = normal.len() <= LONGEST
        && normal.starts_with(char::is_alphabetic)
        && normal.chars().all(|c| c.is_alphabetic() || c == '-');
    if !word {
        return None;
    }
    let shortened = shorten(normal);
    let joined = ligature(shortened.as_deref().unwrap_or(normal));
    let form = joined.as_deref().or(shortened.as_deref()).unwrap_or(normal);
    spelled(form).or(joined).or(shortened).filter(|found| found != normal)
}

/// What a form without drawn-out letters stands for.
fn spelled(form: &str) -> Option<String> {
    if let Some(written) = WRITTEN.get(form) {
        return Some((*written).to_owned());
    }
    if form.contains('-') {
        return parts(form);
    }
    let found = accents(form).map(str::to_owned);
    if found.is_some() || is_known(form) || is_rare(form) {
        return found;
    }
    elision(form).or_else(|| doubles(form))
}

/// Accents of the parts of a compound: `apres-vente`.
fn parts(form: &str) -> Option<String> {
    let found: Vec<&str> = form.split('-').map(|part| accents(part).unwrap_or(part)).collect();
    Some(found.join("-")).filter(|found| found != form)
}

/// The only reading of a form; two letters say too little.
fn accents(form: &str) -> Option<&'static str> {
    form.chars().nth(2).and_then(|_| restore(form))
}

/// `nuuul`, `troooop`: three or more equal letters are one or two, by what word they give; if they give none,
/// they stay.
fn shorten(form: &str) -> Option<String> {
    let mut runs: Vec<(char, usize)> = Vec::new();
    for c in form.chars() {
        match runs.last_mut() {
            Some((last, n)) if *last == c => *n += 1,
            _ => runs.push((c, 1)),
        }
    }
    let drawn = runs.iter().filter(|(_, n)| *n > 2).count();
    // Beyond that it is no word, and the trials double with each.
    if drawn == 0 || drawn > 6 {
        return None;
    }
    let mut best: Option<(u8, String)> = None;
    for doubled in 0..1_u32 << drawn {
        let mut which = 0;
        let mut candidate = String::with_capacity(form.len());
        for (c, n) in &runs {
            let mut times = *n;
            if *n > 2 {
                times = if doubled >> which & 1 == 1 { 2 } else { 1 };
                which += 1;
            }
            candidate.extend(std::iter::repeat_n(*c, times));
        }
        let value = if candidate.len() < 2 { None } else { value(&candidate) };
        if let Some(value) = value.filter(|value| best.as_ref().is_none_or(|(most, _)| value > most)) {
            best = Some((value, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// How common what a form stands for is.
fn value(form: &str) -> Option<u8> {
    match WRITTEN.get(form) {
        Some(written) => Some(common(written)),
        None => zipf(accents(form).unwrap_or(form)),
    }
}

/// `oeuvre`, `coeur`, `oeil`: in French, oe before u is always œ.
fn ligature(form: &str) -> Option<String> {
    let at = form.find("oe")?;
    let after = &form[at + 2..];
    let joined = after.starts_with('u') || after.starts_with("il");
    joined.then(|| form.replacen("oe", "œ", 1))
}

/// Function words that are elided, with the fewest letters that a rule needs after them: what is shorter is in
/// the lexicon. `t'` is left out: an answer to a survey seldom says `tu`.
const ELIDED: [(&str, usize); 10] = [
    ("jusqu", 4),
    ("lorsqu", 4),
    ("puisqu", 4),
    ("qu", 4),
    ("l", 4),
    ("d", 4),
    ("j", 4),
    ("n", 5),
    ("m", 5),
    ("s", 5),
];

/// `lassurance`, `javais`: an elided word glued to a common word that starts with a vowel.
fn elision(form: &str) -> Option<String> {
    // A prefix: `déstabiliser`.
    if form.starts_with("dé") {
        return None;
    }
    ELIDED.iter().find_map(|(elided, least)| {
        let rest = form.strip_prefix(elided).filter(|rest| rest.chars().count() >= *least)?;
        let word = WRITTEN.get(rest).copied().or_else(|| accents(rest)).unwrap_or(rest);
        let vowel = word.starts_with(|c| "aeiouhéèêàâîôœ".contains(c));
        (vowel && zipf(word)? >= common(word)).then(|| format!("{elided}'{word}"))
    })
}

/// A letter doubled that should not be (`adresse` from `addresse`), or single that should be double
/// (`communiqué` from `comuniqué`), when exactly one common word comes of it.
fn doubles(form: &str) -> Option<String> {
    if form.chars().count() < DOUBLES {
        return None;
    }
    let mut found: Option<&'static str> = None;
    let mut before = None;
    for (at, c) in form.char_indices() {
        let after = at + c.len_utf8();
        let double = before == Some(c);
        let single = !double && !form[after..].starts_with(c) && at > 0;
        before = Some(c);
        // `annoncee` has lost an accent, not gained a letter.
        let participle = c == 'e' && matches!(&form[after..], "" | "s");
        let candidate = if double && !participle {
            format!("{}{}", &form[..at], &form[after..])
        } else if single && "cdflmnprst".contains(c) {
            format!("{}{c}{}", &form[..after], &form[after..])
        } else {
            continue;
        };
        let Some(word) = accents(&candidate).or_else(|| known(&candidate)) else { continue };
        if zipf(word) < Some(common(word)) || found == Some(word) {
            continue;
        }
        if found.is_some() {
            return None;
        }
        found = Some(word);
    }
    found.map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::super::spelling::{Corrections, FormCount};
    use super::super::{normal, tokenize};
    use super::*;
    use proptest::prelude::*;

    fn each(expected: &[(&str, &str)]) {
        for (form, word) in expected {
            assert_eq!(normalize(form).as_deref(), Some(*word), "{form}");
        }
    }

    fn stay(forms: &str) {
        for form in forms.split(' ') {
            assert_eq!(normalize(form), None, "{form}");
        }
    }

    #[test]
    fn drawn_out_letters_are_those_of_a_word() {
        each(&[
            ("nuuul", "nul"),
            ("troooop", "trop"),
            ("parfaaait", "parfait"),
            ("coooool", "cool"),
            ("trèèès", "très"),
        ]);
        each(&[
            ("dosssier", "dossier"),
            ("anneees", "années"),
            ("fuyezzzzz", "fuyez"),
            ("mediooocre", "médiocre"),
        ]);
        stay("zoo réelle créée www iii xxxx pfff coopérer");
    }

    #[test]
    fn shorthand_is_written_out_and_labels_of_their_own_stay() {
        each(&[
            ("svp", "s'il vous plaît"),
            ("tjrs", "toujours"),
            ("pbs", "problèmes"),
            ("rdv", "rendez-vous"),
        ]);
        stay("sav rib tva sms km tel pro");
    }

    #[test]
    fn accents_come_back_in_words_and_in_compounds() {
        each(&[
            ("delai", "délai"),
            ("trés", "très"),
            ("apres-vente", "après-vente"),
            ("peut-etre", "peut-être"),
        ]);
        stay("interesse cote ou la a sur mur regle prés dès ouï");
    }

    #[test]
    fn elided_words_get_their_apostrophe() {
        each(&[("jai", "j'ai"), ("cest", "c'est"), ("quil", "qu'il"), ("lassurance", "l'assurance")]);
        each(&[("jattends", "j'attends"), ("lequipe", "l'équipe"), ("demballage", "d'emballage")]);
        stay("dune lune mont leur laura dormir quelle");
    }

    #[test]
    fn misspellings_double_letters_and_ligatures() {
        each(&[
            ("malgrés", "malgré"),
            ("parmis", "parmi"),
            ("addresse", "adresse"),
            ("profesionnel", "professionnel"),
        ]);
        each(&[("oeuvre", "œuvre"), ("soeurs", "sœurs"), ("comuniqué", "communiqué")]);
        stay("coefficient poésie annuel adresse");
    }

    #[test]
    fn what_is_no_word_stays() {
        stay("20h45 4g 😀 l' c'est 06 - ドードー");
        assert_eq!(normalize(""), None);
        assert_eq!(normalize(&"é".repeat(10_000)), None);
        assert_eq!(normalize(&"abc".repeat(10_000)), None);
    }

    /// The normal forms of a text, as a verbatim is read.
    fn read(text: &str, corpus: &Corrections) -> String {
        let words = tokenize(text).into_iter().map(|token| {
            let form = normal(token.surface);
            let form = normalize(&form).unwrap_or(form);
            corpus.get(&form).map_or(form.clone(), str::to_owned)
        });
        words.collect::<Vec<_>>().join(" ").replace("' ", "'")
    }

    /// A corpus whose writers use the words of the clean side of the pairs.
    fn corpus(pairs: &[Vec<&'static str>]) -> Corrections {
        let often = FormCount { n: 200, capital: 0 };
        let clean: Vec<String> = pairs.iter().map(|pair| pair[3].replace('\'', "' ")).collect();
        let noisy: Vec<String> = pairs
            .iter()
            .flat_map(|pair| tokenize(pair[2]))
            .map(|token| normal(token.surface))
            .map(|form| normalize(&form).unwrap_or(form))
            .collect();
        let words = clean.iter().flat_map(|text| text.split(' ')).collect::<std::collections::BTreeSet<_>>();
        let rare = noisy.iter().map(|form| (form.as_str(), FormCount { n: 1, capital: 0 }));
        Corrections::learn(words.into_iter().map(|form| (form, often)).chain(rare))
    }

    #[test]
    fn noisy_phrases_read_as_the_clean_ones() {
        let pairs: Vec<Vec<_>> = lexicon::entries(include_str!("../../tests/text/noise.tsv"))
            .map(|pair| pair.split('\t').collect())
            .collect();
        assert!(pairs.len() > 250);
        let corpus = corpus(&pairs);
        let wrong: Vec<_> = pairs
            .iter()
            .map(|pair| (read(pair[2], &corpus), pair))
            .filter(|(found, pair)| found != pair[3])
            .collect();
        assert!(wrong.len() * 100 <= pairs.len() * 3, "{} of {}: {wrong:#?}", wrong.len(), pairs.len());
    }

    #[test]
    fn clean_text_stays() {
        let text: Vec<_> = lexicon::entries(include_str!("../../tests/text/clean.txt")).collect();
        let text = text.join(" ");
        let forms: Vec<_> = tokenize(&text).iter().map(|token| normal(token.surface)).collect();
        assert!(forms.len() > 1500);
        let changed: Vec<_> = forms.iter().filter_map(|form| Some((form, normalize(form)?))).collect();
        assert!(changed.len() * 1000 <= forms.len() * 2, "{} of {}: {changed:?}", changed.len(), forms.len());
    }

    #[test]
    fn what_forms_of_the_lexicons_stand_for_stays() {
        for (form, word) in WRITTEN.iter() {
            assert_eq!(normalize(word), None, "{form}");
        }
    }

    proptest! {
        #[test]
        fn once_is_enough(form in prop_oneof![
            "[a-zéèêàçôœ'-]{0,12}",
            "(l|d|j|qu|s)?(delai|ecole|apres|oeu?vr?e|assurr?ance|nuu+l|zo+|tres)(s|-)?(etre|eee)?",
        ]) {
            if let Some(word) = normalize(&form) {
                prop_assert_ne!(&word, &form);
                prop_assert_eq!(normalize(&word), None);
            }
        }
    }
}
