//! Families of English forms: the inflectional half of Snowball's stemmer, under a lexicon of exceptions.
//!
//! Snowball's whole English stemmer also cuts derivation off, and with it what a survey must tell apart:
//! `customer` and `custom`, `response` and `responsible`, `experience` and `experiment`, `important` and
//! `import`. As in French, a family holds the inflected forms of one word: plurals, verb forms, comparatives.
//!
//! Source: M. F. Porter, “The English (Porter2) stemming algorithm”, steps 0, 1a, 1b, 1c and 5,
//! <https://snowballstem.org/algorithms/english/stemmer.html>.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon;

static KEYS: LazyLock<FxHashMap<&str, &str>> = LazyLock::new(|| {
    lexicon::entries(include_str!("../../lexicons/families.en.tsv"))
        .filter_map(|entry| entry.split_once('\t'))
        .flat_map(|(key, forms)| forms.split(' ').map(move |form| (form, key)))
        .collect()
});

/// The key of the family of an English [`normal`](super::normal()) form.
pub(super) fn family(normal: &str) -> String {
    let word = normal.strip_suffix("'s").or_else(|| normal.strip_suffix('\'')).unwrap_or(normal);
    if let Some(key) = KEYS.get(word) {
        return (*key).to_owned();
    }
    // A compound is inflected at its end: check-ins, walk-ins.
    let last = word.rfind('-').map_or(0, |hyphen| hyphen + 1);
    let (start, end) = word.split_at(last);
    if end.len() < 2 || !end.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return word.to_owned();
    }
    // “ins” alone is no plural.
    let shortest = if start.is_empty() { 3 } else { 2 };
    match KEYS.get(end) {
        Some(key) => format!("{start}{key}"),
        None => format!("{start}{}", stem(end, shortest)),
    }
}

/// Steps 1a, 1b, 1c and 5 on a word of letters from `a` to `z`.
fn stem(word: &str, shortest: usize) -> String {
    let mut word = plural(word, shortest);
    verb_ending(&mut word);
    let letters = word.as_bytes();
    let n = letters.len();
    if n > 2 && letters[n - 1] == b'y' && !is_vowel(letters, n - 2) {
        word.replace_range(n - 1.., "i");
    } else if n > 2 && letters[n - 1] == b'e' {
        let first = region(letters, 0);
        let second = region(letters, first);
        if n > second || (n > first && !ends_in_short_syllable(&letters[..n - 1])) {
            word.pop();
        }
    }
    word
}

/// Step 1a: without the s of a plural or of the third person, if `shortest` letters are left.
fn plural(word: &str, shortest: usize) -> String {
    if let Some(stem) = word.strip_suffix("sses") {
        return format!("{stem}ss");
    }
    if let Some(stem) = word.strip_suffix("ies") {
        return if stem.len() > 1 { format!("{stem}y") } else { format!("{stem}ie") };
    }
    for hissing in ["xes", "ches", "shes", "zzes"] {
        if word.ends_with(hissing) && word.len() > hissing.len() {
            return word[..word.len() - 2].to_owned();
        }
    }
    if word.ends_with("us") || word.ends_with("ss") || word.ends_with("is") {
        return word.to_owned();
    }
    match word.strip_suffix('s') {
        Some(stem) if stem.len() >= shortest => stem.to_owned(),
        _ => word.to_owned(),
    }
}

/// Step 1b: without -ed and -ing, the e or the single consonant before them restored.
fn verb_ending(word: &mut String) {
    if let Some(end) = word.strip_suffix("eed").map(str::len) {
        // agreed, guaranteed; not need, speed.
        if end >= region(word.as_bytes(), 0) {
            word.pop();
        }
        return;
    }
    let Some(end) = ["ed", "ing"].iter().find_map(|ending| word.strip_suffix(ending)).map(str::len) else {
        return;
    };
    let letters = word.as_bytes();
    // Not a verb: red, thing, string.
    if !(0..end).any(|at| is_vowel(letters, at)) || end < 2 {
        return;
    }
    word.truncate(end);
    let letters = word.as_bytes();
    let double = end > 2
        && letters[end - 1] == letters[end - 2]
        && matches!(letters[end - 1], b'b' | b'd' | b'g' | b'm' | b'n' | b'p' | b'r' | b't');
    let first = region(letters, 0);
    if word.ends_with("at")
        || word.ends_with("bl")
        || word.ends_with("iz")
        || (first >= end && ends_in_short_syllable(letters))
    {
        word.push('e');
    } else if double {
        word.pop();
    }
}

/// Whether the letter at `at` is a vowel; y is one after a consonant.
fn is_vowel(letters: &[u8], at: usize) -> bool {
    match letters[at] {
        b'a' | b'e' | b'i' | b'o' | b'u' => true,
        b'y' => at > 0 && !is_vowel(letters, at - 1),
        _ => false,
    }
}

/// Where the region after the first consonant that follows a vowel begins, looked for from `from` on: R1
/// from 0, R2 from R1.
fn region(letters: &[u8], from: usize) -> usize {
    (from + 1..letters.len())
        .find(|at| !is_vowel(letters, *at) && is_vowel(letters, at - 1))
        .map_or(letters.len(), |at| at + 1)
}

/// Whether the letters end as `hop` or `at` do: a vowel, then a consonant other than w, x, y, with a consonant
/// or nothing before.
fn ends_in_short_syllable(letters: &[u8]) -> bool {
    match letters.len() {
        0 | 1 => false,
        2 => is_vowel(letters, 0) && !is_vowel(letters, 1),
        n => {
            !is_vowel(letters, n - 3)
                && is_vowel(letters, n - 2)
                && !is_vowel(letters, n - 1)
                && !matches!(letters[n - 1], b'w' | b'x' | b'y')
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflected_forms_meet() {
        for forms in [
            "delay delays delayed delaying",
            "charge charges charged charging",
            "stop stops stopped stopping",
            "hope hopes hoped hoping",
            "try tries tried trying",
            "reply replies replied replying",
            "party parties",
            "box boxes",
            "match matches matched matching",
            "house houses",
            "response responses",
            "purchase purchased purchases purchasing",
            "update updated updating updates",
            "handle handled handling",
            "call calls called calling",
            "miss missed missing misses",
            "customer customers customer's",
            "experience experiences experienced",
            "service services",
            "policy policies",
            "child children",
            "woman women",
            "pay paid pays paying",
            "tell told tells telling",
            "buy bought buying",
            "go went gone goes",
            "cancel cancelled canceled cancelling",
            "organise organized organizing",
            "good better best",
            "easy easier easiest",
            "slow slower slowest",
            "check-in check-ins",
            "email e-mail emails",
            "prefer preferred prefers",
            "refer referred",
            "plan planned planning plans",
            "install installed installing",
            "invoice invoices invoiced",
            "colour color colors",
            "advertise advertised advertising",
            "wait waits waited waiting",
            "agree agreed agrees agreeing",
        ] {
            let keys: Vec<_> = forms.split(' ').map(|form| (family(form), form)).collect();
            assert!(keys.iter().all(|(key, _)| *key == keys[0].0), "{keys:?}");
        }
    }

    #[test]
    fn other_words_stay_apart() {
        for forms in [
            "customer custom customs",
            "response responsible responsive respond",
            "experience experiment expert",
            "important import",
            "organization organ",
            "university universe universal",
            "policy police polite",
            "new news",
            "site sit",
            "care car",
            "fare far",
            "rate rat",
            "plane plan",
            "hope hop",
            "file fill",
            "general generous",
            "need knee",
            "speed spe",
            "thing th",
            "service serve",
            "advice advise",
            "use us",
            "attention attentive attend",
            "internet internal intern",
            "pass past",
            "business busy",
            "meeting meet",
        ] {
            let mut keys: Vec<_> = forms.split(' ').map(family).collect();
            keys.sort();
            keys.dedup();
            assert_eq!(keys.len(), forms.split(' ').count(), "{forms}: {keys:?}");
        }
    }

    #[test]
    fn no_form_belongs_to_two_families() {
        let mut seen = FxHashMap::default();
        for entry in lexicon::entries(include_str!("../../lexicons/families.en.tsv")) {
            let (key, forms) = entry.split_once('\t').unwrap();
            for form in forms.split(' ') {
                assert_eq!(seen.insert(form, key), None, "{form}");
            }
        }
    }
}
