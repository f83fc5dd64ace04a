//! Near-duplicates among verbatims, by `MinHash`: the same text with a word changed is found without comparing all pairs.
//!
//! Broder, “On the resemblance and containment of documents”, *Compression and Complexity of Sequences* (1997),
//! 21–29. The permutations are fixed and the hashes are our own, so that a signature is the same on every machine,
//! in every thread and in every run.

use std::collections::BTreeMap;

/// Permutations of a signature.
pub const LENGTH: usize = 64;
/// Permutations of a band: two texts that share 70 % of their shingles agree in one of the 16 bands 99 times of 100,
/// those that share 30 % 12 times.
const BAND: usize = 4;
/// Texts of a band that one is compared with, at most: what is alike to thousands is alike to one of the first.
const NEIGHBOURS: usize = 64;

/// A hash of bytes that is the same on every machine: FNV-1a, its bits mixed.
///
/// ```
/// use barometre::theme::minhash::hash;
/// assert_eq!(hash("délai"), hash("délai"));
/// assert_ne!(hash("délai"), hash("délais"));
/// ```
#[must_use]
pub fn hash(text: &str) -> u64 {
    let fnv = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    mix(fnv)
}

/// The finaliser of `SplitMix64`: Steele, Lea & Flood, “Fast splittable pseudorandom number generators”, OOPSLA 2014.
fn mix(x: u64) -> u64 {
    let z = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Hashes of the runs of `width` words that follow each other; of all the words where there are fewer. A `width` of 0
/// counts as 1.
#[must_use]
pub fn shingles(words: &[u64], width: usize) -> Vec<u64> {
    let join = |run: &[u64]| run.iter().fold(0, |hash: u64, word| mix(hash.rotate_left(5) ^ word));
    if words.is_empty() {
        return Vec::new();
    }
    words.windows(width.clamp(1, words.len())).map(join).collect()
}

/// The least hash of the shingles of a text under each of 64 permutations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Signature([u32; LENGTH]);

impl Signature {
    /// The signature of a set of shingles; none of an empty one.
    #[must_use]
    pub fn new(shingles: &[u64]) -> Option<Self> {
        let mut least = [u32::MAX; LENGTH];
        for shingle in shingles {
            let mut state = *shingle;
            for least in &mut least {
                state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
                *least = (*least).min((mix(state) >> 32) as u32);
            }
        }
        (!shingles.is_empty()).then_some(Self(least))
    }

    /// Estimate of the share of the shingles of both texts that they have in common (Jaccard), 0…1: that of the
    /// permutations with the same least hash. Its standard error is at most 1/16.
    #[must_use]
    pub fn similarity(&self, other: &Self) -> f64 {
        let same = self.0.iter().zip(&other.0).filter(|(a, b)| a == b).count();
        same as f64 / LENGTH as f64
    }

    /// One hash a band of four permutations: texts that share one are worth comparing.
    fn bands(&self) -> impl Iterator<Item = (usize, u64)> {
        let join = |band: &[u32]| band.iter().fold(0, |hash: u64, least| mix(hash ^ u64::from(*least)));
        self.0.chunks(BAND).map(join).enumerate()
    }
}

/// Signatures of texts by a key of theirs, such as the hash of the text; 256 bytes each. Merges.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NearDuplicates {
    signatures: BTreeMap<u64, Signature>,
}

impl NearDuplicates {
    /// Remembers a text. The same key stands for the same text.
    pub fn add(&mut self, key: u64, signature: Signature) {
        self.signatures.entry(key).or_insert(signature);
    }

    /// Adds the texts of another part.
    pub fn merge(&mut self, other: &Self) {
        other.signatures.iter().for_each(|(key, signature)| self.add(*key, *signature));
    }

    /// Keys of texts that are near-duplicates, two or more together, ascending: those whose similarity is `least` or
    /// more, directly or through others. Only pairs that agree in one of 16 bands are looked at, so that under a
    /// similarity of 0.5 or so some are missed.
    ///
    /// ```
    /// use barometre::theme::minhash::{NearDuplicates, Signature, hash, shingles};
    /// let mut texts = NearDuplicates::default();
    /// let write = |text: &str| {
    ///     let words: Vec<u64> = text.split(' ').map(hash).collect();
    ///     Signature::new(&shingles(&words, 1)).unwrap()
    /// };
    /// texts.add(1, write("le livreur a laissé le colis devant la porte du voisin"));
    /// texts.add(2, write("très bon accueil en boutique"));
    /// texts.add(3, write("le livreur a laissé mon colis devant la porte du voisin"));
    /// assert_eq!(texts.groups(0.6), [[1, 3]]);
    /// ```
    #[must_use]
    pub fn groups(&self, least: f64) -> Vec<Vec<u64>> {
        let texts: Vec<(u64, &Signature)> = self.signatures.iter().map(|(key, s)| (*key, s)).collect();
        let mut bands: BTreeMap<(usize, u64), Vec<usize>> = BTreeMap::new();
        let mut root: Vec<usize> = (0..texts.len()).collect();
        for (at, (_, signature)) in texts.iter().enumerate() {
            for band in signature.bands() {
                let near = bands.entry(band).or_default();
                for other in near.iter().copied() {
                    let (a, b) = (find(&mut root, at), find(&mut root, other));
                    if a != b && signature.similarity(texts[other].1) >= least {
                        root[a.max(b)] = a.min(b);
                    }
                }
                if near.len() < NEIGHBOURS {
                    near.push(at);
                }
            }
        }
        let mut groups: BTreeMap<usize, Vec<u64>> = BTreeMap::new();
        for (at, (key, _)) in texts.iter().enumerate() {
            groups.entry(find(&mut root, at)).or_default().push(*key);
        }
        groups.into_values().filter(|group| group.len() > 1).collect()
    }
}

/// The first text of the group that `at` is in.
fn find(root: &mut [usize], mut at: usize) -> usize {
    while root[at] != at {
        root[at] = root[root[at]];
        at = root[at];
    }
    at
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn signature(words: &[u64]) -> Signature {
        Signature::new(&words.iter().map(|word| mix(*word)).collect::<Vec<_>>()).unwrap()
    }

    /// A hash that changed would change what is found in the same file. FNV-1a's published values of “” and “a” are
    /// cbf29ce484222325 and af63dc4c8601ec8c.
    #[test]
    fn hashes_never_change() {
        assert_eq!(hash(""), mix(0xcbf2_9ce4_8422_2325));
        assert_eq!(hash("a"), mix(0xaf63_dc4c_8601_ec8c));
        // First outputs of SplitMix64 seeded with 1234567.
        assert_eq!(mix(1_234_567_u64.wrapping_add(0x9e37_79b9_7f4a_7c15)), 6_457_827_717_110_365_317);
    }

    /// Sets that share 20 of 40, 30 of 40 and 38 of 40: the mean of many estimates is the true share.
    #[test]
    fn similarity_is_an_unbiased_estimate() {
        for (common, all) in [(20_u64, 40_u64), (30, 40), (38, 40)] {
            let (mut sum, mut squares, draws) = (0.0, 0.0, 400);
            for draw in 0..draws {
                let base = draw * 1000;
                let own = (all - common) / 2;
                let a: Vec<u64> = (base..base + common + own).collect();
                let b: Vec<u64> = (base..base + common).chain(base + common + own..base + all).collect();
                let found = signature(&a).similarity(&signature(&b));
                sum += found;
                squares += found * found;
            }
            let (mean, truth) = (sum / draws as f64, common as f64 / all as f64);
            let deviation = (squares / draws as f64 - mean * mean).sqrt();
            assert!((mean - truth).abs() < 0.01, "{mean} is not {truth}");
            let expected = (truth * (1.0 - truth) / 64.0).sqrt();
            assert!((deviation / expected - 1.0).abs() < 0.15, "{deviation} is not {expected}");
        }
    }

    #[test]
    fn shingles_keep_the_order_of_words() {
        assert_eq!(shingles(&[1, 2, 3], 2).len(), 2);
        assert_ne!(shingles(&[1, 2], 2), shingles(&[2, 1], 2));
        assert_eq!(shingles(&[1], 2), shingles(&[1], 1));
        assert_eq!(shingles(&[7, 8], 0), shingles(&[7, 8], 1));
        assert!(shingles(&[], 2).is_empty() && Signature::new(&[]).is_none());
    }

    /// Of 300 texts of 30 words, each third copied with two words changed: all copies are found, and nothing else.
    #[test]
    fn copies_are_found_among_others() {
        let mut texts = NearDuplicates::default();
        for text in 0..300_u64 {
            let words: Vec<u64> = (0..30).map(|i| mix(text * 31 + i) % 5000).collect();
            texts.add(2 * text, signature(&words));
            if text % 3 == 0 {
                let mut copy = words;
                (copy[4], copy[17]) = (90_000 + text, 95_000 + text);
                texts.add(2 * text + 1, signature(&copy));
            }
        }
        let groups = texts.groups(0.7);
        assert_eq!(groups.len(), 100);
        assert!(groups.iter().all(|group| group.len() == 2 && group[0] + 1 == group[1]), "{groups:?}");
    }

    /// Thousands of texts that are the same but for their key: one group, in linear time.
    #[test]
    fn a_crowd_is_one_group() {
        let mut texts = NearDuplicates::default();
        (0..5000).for_each(|key| texts.add(key, signature(&[1, 2, 3, 4])));
        assert_eq!(texts.groups(0.9), [(0..5000).collect::<Vec<u64>>()]);
    }

    proptest! {
        #[test]
        fn order_and_parts_change_nothing(
            texts in prop::collection::vec((0_u64..30, prop::collection::vec(0_u64..12, 1..8)), 0..25),
            cut in 0_usize..25,
        ) {
            // One key, one text.
            let texts: BTreeMap<u64, Vec<u64>> = texts.into_iter().collect();
            let texts: Vec<(u64, Signature)> = texts.iter().map(|(key, words)| (*key, signature(words))).collect();
            let of = |texts: &[(u64, Signature)]| {
                let mut found = NearDuplicates::default();
                texts.iter().rev().for_each(|(key, signature)| found.add(*key, *signature));
                found
            };
            let (a, b) = texts.split_at(cut.min(texts.len()));
            let mut merged = of(b);
            merged.merge(&of(a));
            merged.merge(&NearDuplicates::default());
            prop_assert_eq!(&merged, &of(&texts));
            let groups = merged.groups(0.5);
            let mut seen: Vec<u64> = groups.concat();
            let all = seen.len();
            seen.sort_unstable();
            seen.dedup();
            prop_assert_eq!(seen.len(), all, "no text is in two groups");
        }
    }
}
