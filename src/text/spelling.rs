//! What a corpus says about spelling: a rare form one slip away from a frequent one is that one.
//!
//! The frequent forms of the corpus are the only targets, so that nothing is corrected into a word that its
//! writers do not use; a word in use, a name, an inflection of a known word is never corrected.

use std::cmp::Reverse;

use rustc_hash::{FxHashMap, FxHashSet};

use super::elision::is_elision;
use super::family::family;
use super::french::{fold_into, hides_a_verb, is_kin, is_known, is_participle, readings};
use super::stopwords::is_stopword;
use super::tone::is_topic;

/// Occurrences from which on a form in use may be a target; a form that no lexicon knows needs more.
const FREQUENT: u64 = 10;
const FREQUENT_UNKNOWN: u64 = 50;
/// How many times more frequent a target must be than what is corrected into it, for one slip and for two.
const RATIO: u64 = 20;
const RATIO_TWO: u64 = 100;
/// How many times more frequent a target must be than another word at the same distance.
const CLEAR: u64 = 10;
/// Fewest letters for one slip, and for two: shorter words have too many neighbours.
const ONE_SLIP: usize = 5;
const TWO_SLIPS: usize = 8;
/// Last letters in which two slips are a derivation.
const DERIVATION: usize = 4;
/// Longest word looked at, in letters.
const LONGEST: usize = 30;

/// How often a form occurs in a corpus.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FormCount {
    /// Occurrences.
    pub n: u64,
    /// Of those, the ones with a capital inside a sentence where others have none: a sign of a name.
    pub capital: u64,
}

/// The corrections that a corpus suggests, from form to form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Corrections {
    found: FxHashMap<Box<str>, Box<str>>,
}

impl Corrections {
    /// Learns from the forms of a corpus, after [`normalize`](super::normalize::normalize()); their order does
    /// not matter, and the counts of a form given twice add up.
    ///
    /// Two rules, on letters without accents. The same letters: a form takes the accents of a form of the
    /// corpus when neither corpus nor lexicon has a third one. Slips (optimal string alignment distance, a
    /// restricted Damerau–Levenshtein distance: Boytsov 2011, section 2): one for 5 to 7 letters, two from 8
    /// on, the first letter kept unless it is swapped with the second; the target at least 20 times as
    /// frequent (100 times for two slips), and clearly more so than any other word as near. When in doubt, nothing.
    pub fn learn<'f>(forms: impl IntoIterator<Item = (&'f str, FormCount)>) -> Self {
        let words = words(forms);
        let index = Index::new(&words);
        let mut found: FxHashMap<Box<str>, Box<str>> = FxHashMap::default();
        for word in words.iter().filter(|word| !word.known && !word.name) {
            let target = index.same_letters(word).or_else(|| index.nearest(word));
            if let Some(target) = target {
                found.insert(word.form.into(), target.form.into());
            }
        }
        // No chains: a target that is corrected itself is none.
        let sources: FxHashSet<Box<str>> = found.keys().cloned().collect();
        found.retain(|_, target| !sources.contains(target));
        Self { found }
    }

    /// What a form is corrected into, if it is.
    pub fn get(&self, normal: &str) -> Option<&str> {
        self.found.get(normal).map(AsRef::as_ref)
    }

    /// How many forms are corrected.
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// Whether no form is corrected.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }
}

/// A form of the corpus that is made of Latin letters.
struct Word<'f> {
    form: &'f str,
    /// Its letters without accents, in ASCII.
    letters: Vec<u8>,
    /// Which letters it has: bit 0 for a.
    mask: u32,
    n: u64,
    known: bool,
    name: bool,
}

/// The words among the forms, sorted.
fn words<'f>(forms: impl IntoIterator<Item = (&'f str, FormCount)>) -> Vec<Word<'f>> {
    let mut counts: FxHashMap<&str, FormCount> = FxHashMap::default();
    for (form, count) in forms {
        let total = counts.entry(form).or_default();
        total.n += count.n;
        total.capital += count.capital;
    }
    let mut folded = String::new();
    let mut words: Vec<_> = counts
        .into_iter()
        .filter_map(|(form, count)| {
            fold_into(form, &mut folded);
            let letters = folded.as_bytes();
            let word = letters.iter().all(u8::is_ascii_lowercase) && (3..=LONGEST).contains(&letters.len());
            word.then(|| Word {
                form,
                letters: letters.to_vec(),
                mask: letters.iter().fold(0, |mask, letter| mask | 1 << (letter - b'a')),
                n: count.n,
                known: is_known(form) || is_stopword(form) || !is_topic(form) || is_elision(form),
                name: count.capital > 0 && count.capital * 4 >= count.n,
            })
        })
        .collect();
    words.sort_unstable_by(|a, b| a.form.cmp(b.form));
    words
}

/// A frequent word, with what decides about it at hand: most are skimmed, few followed.
struct Target<'w, 'f> {
    mask: u32,
    n: u64,
    word: &'w Word<'f>,
}

/// The targets, by their letters, and by their first letter and their length.
struct Index<'w, 'f> {
    by_letters: FxHashMap<&'w [u8], Vec<&'w Word<'f>>>,
    /// The most frequent first.
    buckets: FxHashMap<(u8, usize), Vec<Target<'w, 'f>>>,
}

impl<'w, 'f> Index<'w, 'f> {
    fn new(words: &'w [Word<'f>]) -> Self {
        let mut index = Self { by_letters: FxHashMap::default(), buckets: FxHashMap::default() };
        let frequent = |word: &Word| word.n >= if word.known { FREQUENT } else { FREQUENT_UNKNOWN };
        for word in words.iter().filter(|word| !word.name && frequent(word)) {
            index.by_letters.entry(&word.letters).or_default().push(word);
            index.buckets.entry((word.letters[0], word.letters.len())).or_default().push(Target {
                mask: word.mask,
                n: word.n,
                word,
            });
        }
        for bucket in index.buckets.values_mut() {
            bucket.sort_by_key(|target| Reverse(target.n));
        }
        index
    }

    /// The one frequent form of the same letters.
    fn same_letters(&self, word: &Word) -> Option<&'w Word<'f>> {
        let targets = self.by_letters.get(word.letters.as_slice())?;
        let [target] = targets.as_slice() else { return None };
        let plain = word.form.is_ascii();
        let meant = if plain {
            !hides_a_verb(word.form, target.form)
        } else {
            is_participle(word.form) == is_participle(target.form)
        };
        let right = meant
            && target.form != word.form
            && !target.form.is_ascii()
            && target.n >= word.n.saturating_mul(if plain { 1 } else { RATIO });
        let only = || readings(word.form).all(|reading| reading == target.form);
        (right && only()).then_some(*target)
    }

    /// The frequent form that a word is one or two slips away from.
    fn nearest(&self, word: &Word) -> Option<&'w Word<'f>> {
        let length = word.letters.len();
        let slips = if length >= TWO_SLIPS { 2 } else { usize::from(length >= ONE_SLIP) };
        // Accents alone are not for here.
        if slips == 0 || self.by_letters.contains_key(word.letters.as_slice()) {
            return None;
        }
        let mut near: Vec<(usize, &'w Word<'f>)> = Vec::new();
        self.each_near(word, slips, |target, distance| {
            if distance < 2 || !is_derivation(&word.letters, &target.letters) {
                near.push((distance, target));
            }
        });
        let least = near.iter().map(|(distance, _)| *distance).min()?;
        near.retain(|(distance, _)| *distance == least);
        let (_, best) = *near.iter().max_by_key(|(_, target)| target.n)?;
        if is_kin(word.form) {
            return None;
        }
        let kin = family(best.form);
        let clear = near.iter().all(|(_, other)| {
            other.form == best.form
                || best.n >= other.n.saturating_mul(CLEAR)
                || (family(other.form) == kin && best.n > other.n)
        });
        clear.then_some(best)
    }

    /// Calls `visit` for each target within `slips` of a word that is frequent enough for its distance.
    fn each_near(&self, word: &Word, slips: usize, mut visit: impl FnMut(&'w Word<'f>, usize)) {
        let length = word.letters.len();
        let swapped = word.letters[1];
        let first = word.letters[0];
        for size in length - slips..=length + slips {
            for start in [first, swapped] {
                if start == swapped && (swapped == first || size != length) {
                    continue;
                }
                for target in self.buckets.get(&(start, size)).map_or(&[][..], Vec::as_slice) {
                    if target.n < word.n.saturating_mul(RATIO) {
                        break;
                    }
                    let allowed = if target.n < word.n.saturating_mul(RATIO_TWO) { 1 } else { slips };
                    // A slip changes which letters there are by two at most.
                    if (target.mask ^ word.mask).count_ones() as usize > 2 * allowed
                        || (start == swapped && target.word.letters[1] != first)
                    {
                        continue;
                    }
                    let (left, right) = differing(&word.letters, &target.word.letters);
                    let distance = alignment(left, right);
                    if distance <= allowed {
                        visit(target.word, distance);
                    }
                }
            }
        }
    }
}

/// What is left of two words without their common start and end.
fn differing<'a>(a: &'a [u8], b: &'a [u8]) -> (&'a [u8], &'a [u8]) {
    let start = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[start..], &b[start..]);
    let end = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    (&a[..a.len() - end], &b[..b.len() - end])
}

/// Whether two words differ in their last letters only, or by a prefix: more often a derivation (`procédurier`
/// from `procédure`, `inintéressant` from `intéressant`) than two slips.
fn is_derivation(a: &[u8], b: &[u8]) -> bool {
    let start = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    a.len().max(b.len()) - start <= DERIVATION || a.ends_with(b)
}

/// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours, no letter
/// touched twice. Both words have [`LONGEST`] letters at most.
fn alignment(a: &[u8], b: &[u8]) -> usize {
    if a.len().min(b.len()) == 0 {
        return a.len().max(b.len());
    }
    let mut rows = [[0_u8; LONGEST + 1]; 3];
    for (j, cell) in rows[0].iter_mut().enumerate() {
        *cell = j as u8;
    }
    for i in 1..=a.len() {
        let (now, last, before) = (i % 3, (i + 2) % 3, (i + 1) % 3);
        rows[now][0] = i as u8;
        for j in 1..=b.len() {
            let changed = rows[last][j - 1] + u8::from(a[i - 1] != b[j - 1]);
            let mut least = changed.min(rows[last][j] + 1).min(rows[now][j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[before][j - 2] + 1);
            }
            rows[now][j] = least;
        }
    }
    usize::from(rows[a.len() % 3][b.len()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn learn(counts: &[(&str, u64, u64)]) -> Corrections {
        Corrections::learn(
            counts.iter().map(|(form, n, capital)| (*form, FormCount { n: *n, capital: *capital })),
        )
    }

    #[test]
    fn a_rare_slip_of_a_frequent_word_is_that_word() {
        let corpus = learn(&[
            ("remboursement", 900, 0),
            ("remboursemnt", 2, 0),
            ("rembuorsement", 1, 0),
            ("cotisation", 400, 3),
            ("cotisatoin", 3, 0),
            ("garage", 100, 0),
            ("agrage", 1, 0),
        ]);
        assert_eq!(corpus.get("remboursemnt"), Some("remboursement"));
        assert_eq!(corpus.get("rembuorsement"), Some("remboursement"));
        assert_eq!(corpus.get("cotisatoin"), Some("cotisation"));
        assert_eq!(corpus.get("agrage"), Some("garage"));
        assert_eq!(corpus.len(), 4);
    }

    #[test]
    fn words_inflections_names_and_the_frequent_stay() {
        let corpus = learn(&[
            ("client", 2000, 0),
            ("cliente", 3, 0),
            ("clients", 3, 0),
            ("délai", 900, 0),
            ("délais", 5, 0),
            ("payé", 900, 0),
            ("payer", 4, 0),
            ("garage", 500, 0),
            ("poisson", 500, 0),
            ("poison", 1, 0),
            ("contrat", 5000, 0),
            ("contral", 3, 3),
            ("conntrat", 300, 0),
            ("court", 900, 0),
            ("courd", 1, 0),
            ("prix", 900, 0),
            ("prx", 1, 0),
        ]);
        assert!(corpus.get("courd") == Some("court"), "{corpus:?}");
        assert_eq!(corpus.len(), 1, "{corpus:?}");
    }

    #[test]
    fn two_words_as_near_and_as_frequent_are_none() {
        assert!(learn(&[("matin", 300, 0), ("malin", 300, 0), ("mavin", 1, 0)]).is_empty());
        let corpus = learn(&[("matin", 3000, 0), ("malin", 30, 0), ("mavin", 1, 0)]);
        assert_eq!(corpus.get("mavin"), Some("matin"));
    }

    #[test]
    fn accents_are_those_of_the_corpus_when_there_is_one_reading() {
        let corpus =
            learn(&[("mutualisé", 60, 0), ("mutualise", 8, 0), ("télépéage", 60, 0), ("telepeage", 20, 0)]);
        assert_eq!(corpus.get("telepeage"), Some("télépéage"));
        let corpus = learn(&[("intéresse", 60, 0), ("interesse", 8, 0), ("intéressé", 60, 0)]);
        assert_eq!(corpus.get("interesse"), None);
    }

    #[test]
    fn distances_are_those_of_the_definition() {
        for (a, b, distance) in [
            ("", "", 0),
            ("ab", "ba", 1),
            ("abc", "ca", 3),
            ("prix", "prx", 1),
            ("livraison", "livriason", 1),
            ("a", "", 1),
            ("", "abc", 3),
        ] {
            assert_eq!(alignment(a.as_bytes(), b.as_bytes()), distance, "{a} {b}");
            assert_eq!(alignment(b.as_bytes(), a.as_bytes()), distance, "{b} {a}");
        }
    }

    /// Forms close to each other, with counts of all sizes.
    fn corpus() -> impl Strategy<Value = Vec<(String, FormCount)>> {
        let count = (prop::sample::select(vec![1_u64, 2, 12, 60, 900, 20_000]), 0..3_u64);
        let word = ("[gc][aé][rn]?[ae]g?e[rsé]{0,2}", "(conn?tr|contar)at(ion|s)?");
        let form = prop_oneof![word.0, word.1, Just("chauffage".to_owned())];
        prop::collection::vec((form, count), 0..40).prop_map(|forms| {
            forms
                .into_iter()
                .map(|(form, (n, capital))| (form, FormCount { n, capital: capital * n / 2 }))
                .collect()
        })
    }

    proptest! {
        #[test]
        fn the_order_of_the_forms_does_not_matter(forms in corpus(), turn in 0..40_usize) {
            let mut turned: Vec<_> = forms.iter().map(|(form, count)| (form.as_str(), *count)).collect();
            let straight = Corrections::learn(turned.clone());
            turned.reverse();
            let by = turn % turned.len().max(1);
            turned.rotate_left(by);
            prop_assert_eq!(straight, Corrections::learn(turned));
        }

        #[test]
        fn what_a_form_is_corrected_into_is_not_corrected(forms in corpus()) {
            let learned = Corrections::learn(forms.iter().map(|(form, count)| (form.as_str(), *count)));
            for (form, _) in &forms {
                if let Some(target) = learned.get(form) {
                    prop_assert_ne!(target, form.as_str());
                    prop_assert_eq!(learned.get(target), None);
                }
            }
        }
    }
}
