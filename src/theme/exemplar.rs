//! The verbatims to quote for a theme: those that stand for what its people say, each another side of it.

use std::collections::{BTreeMap, BTreeSet};

use super::minhash::{Signature, hash, shingles};

/// Words of a verbatim that is read at a glance and yet says something.
const READABLE: (f64, f64) = (15.0, 60.0);
/// Share of their shingles from which two verbatims are one text for a reader.
const SAME: f64 = 0.5;
/// What a family counts for at least, that the drawn hold no more often than the corpus.
const COMMON: f64 = 0.05;
/// What centrality counts for beside likeness to what is chosen already.
const CENTRAL: f64 = 0.7;

/// A verbatim of a theme and a pole, without its text: that is read again, from its place, for the few that are
/// quoted.
#[derive(Debug, Clone, PartialEq)]
pub struct Exemplar {
    /// Hash of the text, or of its words.
    pub key: u64,
    /// File, by its place on the command line.
    pub file: u32,
    /// Row as the spreadsheet numbers it.
    pub row: u32,
    /// Words of the text.
    pub words: u32,
    /// Words of it that speak of the theme.
    pub hits: u32,
    /// Hashes of its families of content words, ascending, each with its occurrences.
    pub families: Vec<(u64, u32)>,
    /// Share of its pairs of words that are not a pair said before, 0…1: little where a text repeats itself.
    pub varied: f64,
    /// Signature of its words, two by two; none of a text without content.
    pub signature: Option<Signature>,
}

impl Exemplar {
    /// From a hash of a text and its place, the keys of its families of content words in the order of the text, the number of
    /// its words and of those that speak of the theme.
    #[must_use]
    pub fn new(key: u64, families: &[&str], words: usize, hits: usize, file: usize, row: u32) -> Self {
        let hashes: Vec<u64> = families.iter().map(|family| hash(family)).collect();
        let mut counts: BTreeMap<u64, u32> = BTreeMap::new();
        for family in &hashes {
            *counts.entry(*family).or_default() += 1;
        }
        let pairs = shingles(&hashes, 2);
        let distinct: BTreeSet<u64> = pairs.iter().copied().collect();
        Self {
            key,
            file: file as u32,
            row,
            words: words as u32,
            hits: hits as u32,
            families: counts.into_iter().collect(),
            varied: distinct.len() as f64 / pairs.len().max(1) as f64,
            signature: Signature::new(&pairs),
        }
    }

    /// Lower is kept rather: first how far the text is from a good length, then its hash, a draw that is always the
    /// same.
    fn rank(&self) -> (u8, u64) {
        rank(self.words as usize, self.key)
    }
}

fn rank(words: usize, key: u64) -> (u8, u64) {
    let distance = match words {
        15..=60 => 0,
        10..=90 => 1,
        5..=150 => 2,
        _ => 3,
    };
    (distance, key)
}

/// A draw of the verbatims of a theme and a pole, of bounded size: the best by length, among them those of the least
/// hash (bottom-k). Texts are distinct. Merges in any order.
#[derive(Debug, Clone, PartialEq)]
pub struct Exemplars {
    capacity: usize,
    /// By rank.
    kept: Vec<Exemplar>,
}

impl Exemplars {
    /// Nothing drawn; at most `capacity` are kept, some 700 bytes each.
    #[must_use]
    pub fn new(capacity: usize) -> Self {
        Self { capacity, kept: Vec::new() }
    }

    /// Those drawn so far.
    #[must_use]
    pub fn kept(&self) -> &[Exemplar] {
        &self.kept
    }

    /// Whether a text of this many words and this hash would be kept: asked before an [`Exemplar`] is made.
    #[must_use]
    pub fn wants(&self, words: usize, key: u64) -> bool {
        let rank = rank(words, key);
        self.kept.len() < self.capacity || self.kept.last().is_some_and(|worst| rank <= worst.rank())
    }

    /// Considers one more. The same text twice is one, at its first place.
    pub fn offer(&mut self, exemplar: Exemplar) {
        let rank = exemplar.rank();
        let at = self.kept.partition_point(|kept| kept.rank() < rank);
        if let Some(same) = self.kept.get_mut(at).filter(|kept| kept.rank() == rank) {
            if (exemplar.file, exemplar.row) < (same.file, same.row) {
                *same = exemplar;
            }
        } else if at < self.capacity {
            self.kept.insert(at, exemplar);
            self.kept.truncate(self.capacity);
        }
    }

    /// Considers those of another part, drawn with the same capacity.
    pub fn merge(&mut self, other: &Self) {
        for exemplar in &other.kept {
            self.offer(exemplar.clone());
        }
    }

    /// The `k` verbatims that stand best for those drawn, the first chosen first; fewer where there are no more.
    ///
    /// A verbatim is a vector of its families, (1 + ln tf) · idf, of length 1, with idf = ln((1 + n) / (1 + df)) + 1 over
    /// the `verbatims` n of the corpus; `frequency` gives df, the verbatims of the corpus that hold a family, by the
    /// [`hash`] of its key. Its centrality is the cosine with the mean of the vectors drawn, in which a family counts as
    /// far as the drawn hold it more often than the corpus does; it is lessened for a text shorter than 15 words or
    /// longer than 60, for one that speaks of the theme in few of its words, and for one that repeats itself. One after
    /// the other the verbatim of the greatest
    ///
    /// ```text
    /// 0.7 · centrality − 0.3 · (greatest cosine with those chosen)
    /// ```
    ///
    /// is chosen (maximal marginal relevance: Carbonell & Goldstein, SIGIR 1998, 335–336), but for those that are one
    /// text with a chosen one, half of their words in twos or more being the same. Ties go to the least hash.
    #[must_use]
    pub fn choose(&self, k: usize, verbatims: u64, frequency: &dyn Fn(u64) -> u64) -> Vec<&Exemplar> {
        let idf = |family: u64| ((1.0 + verbatims as f64) / (1.0 + frequency(family) as f64)).ln() + 1.0;
        let vectors: Vec<Vector> = self.kept.iter().map(|e| vector(&e.families, &idf)).collect();
        let mut sums: BTreeMap<u64, (f64, u64)> = BTreeMap::new();
        for (family, weight) in vectors.iter().flatten() {
            let sum = sums.entry(*family).or_default();
            *sum = (sum.0 + weight, sum.1 + 1);
        }
        // A family that any other verbatims would hold as often does not stand for these.
        let drawn = self.kept.len() as f64;
        let beyond = |family: u64, held: u64| {
            let chance = frequency(family) as f64 / verbatims.max(1) as f64;
            (1.0 - chance / (held as f64 / drawn)).max(COMMON)
        };
        let mean = unit(
            sums.into_iter().map(|(family, (sum, held))| (family, sum * beyond(family, held))).collect(),
        );
        let central: Vec<f64> = self
            .kept
            .iter()
            .zip(&vectors)
            .map(|(e, vector)| {
                cosine(vector, &mean) * readable(e.words) * focused(e.words, e.hits) * e.varied
            })
            .collect();

        let mut likeness = vec![0.0_f64; self.kept.len()];
        let mut left: Vec<usize> = (0..self.kept.len()).filter(|at| central[*at] > 0.0).collect();
        let mut chosen = Vec::new();
        while chosen.len() < k {
            let worth = |at: usize| CENTRAL * central[at] - (1.0 - CENTRAL) * likeness[at];
            let best = left.iter().copied().max_by(|a, b| {
                worth(*a).total_cmp(&worth(*b)).then(self.kept[*b].key.cmp(&self.kept[*a].key))
            });
            let Some(best) = best else { break };
            chosen.push(&self.kept[best]);
            left.retain(|at| *at != best && !same(&self.kept[*at], &self.kept[best]));
            for at in &left {
                likeness[*at] = likeness[*at].max(cosine(&vectors[*at], &vectors[best]));
            }
        }
        chosen
    }
}

/// Weights by family, ascending.
type Vector = Vec<(u64, f64)>;

fn vector(families: &[(u64, u32)], idf: &dyn Fn(u64) -> f64) -> Vector {
    unit(families.iter().map(|(family, n)| (*family, (1.0 + f64::from(*n).ln()) * idf(*family))).collect())
}

fn unit(mut vector: Vector) -> Vector {
    let length = vector.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt();
    if length > 0.0 {
        for (_, weight) in &mut vector {
            *weight /= length;
        }
    }
    vector
}

fn cosine(a: &Vector, b: &Vector) -> f64 {
    let at = |family: u64| b.binary_search_by_key(&family, |(other, _)| *other).ok();
    a.iter().filter_map(|(family, weight)| Some(weight * b[at(*family)?].1)).sum()
}

/// 1 for a readable length, less in proportion outside.
fn readable(words: u32) -> f64 {
    let words = f64::from(words);
    (words / READABLE.0).min(READABLE.1 / words.max(1.0)).min(1.0)
}

/// How much of a text speaks of the theme: 1 from one word in ten on, half where next to none does.
fn focused(words: u32, hits: u32) -> f64 {
    let share = f64::from(hits) / f64::from(words.max(1));
    0.5 + 0.5 * (share * 10.0).min(1.0)
}

/// Whether two verbatims are one text for a reader.
fn same(a: &Exemplar, b: &Exemplar) -> bool {
    match (&a.signature, &b.signature) {
        (Some(a), Some(b)) => a.similarity(b) >= SAME,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A text of these words, all of them content, twenty words of grammar beside.
    fn exemplar(words: &str, row: u32) -> Exemplar {
        let families: Vec<&str> = words.split(' ').collect();
        let hits = families.iter().filter(|family| **family == "attente").count();
        Exemplar::new(hash(words), &families, families.len() + 20, hits, 0, row)
    }

    fn drawn(exemplars: &[Exemplar]) -> Exemplars {
        let mut pool = Exemplars::new(50);
        for exemplar in exemplars {
            pool.offer(exemplar.clone());
        }
        pool
    }

    const WAITING: [&str; 8] = [
        "attente téléphone minute conseiller",
        "attente téléphone minute musique conseiller service",
        "attente téléphone minute musique conseiller services",
        "attente boutique file caisse",
        "attente boutique samedi file",
        "attente téléphone heure ligne",
        "attente parking chien poisson",
        "attente téléphone minute ligne",
    ];

    fn waiting() -> Vec<Exemplar> {
        WAITING.iter().zip(2..).map(|(words, row)| exemplar(words, row)).collect()
    }

    #[test]
    fn the_chosen_are_central_and_diverse() {
        let pool = drawn(&waiting());
        let chosen = pool.choose(3, 1000, &|_| 50);
        let rows: Vec<u32> = chosen.iter().map(|e| e.row).collect();
        let telephone = |row: u32| WAITING[row as usize - 2].contains("téléphone minute");
        assert!(telephone(rows[0]), "most wait on the telephone: {rows:?}");
        assert!(rows.contains(&5) || rows.contains(&6), "others in the shop: {rows:?}");
        assert!(!rows.contains(&8), "nobody else speaks of fish: {rows:?}");
        assert!(!(rows.contains(&3) && rows.contains(&4)), "one text twice: {rows:?}");
    }

    #[test]
    fn length_and_focus_count() {
        let text = "attente téléphone minute conseiller";
        let families: Vec<&str> = text.split(' ').collect();
        let of = |name: &str, words: usize, hits: usize, row: u32| {
            Exemplar::new(hash(name), &families, words, hits, 0, row)
        };
        for (better, worse) in [((30, 3), (300, 30)), ((30, 3), (4, 1)), ((30, 3), (30, 0))] {
            let pool = drawn(&[of("a", worse.0, worse.1, 2), of("b", better.0, better.1, 3)]);
            assert_eq!(pool.choose(1, 100, &|_| 5)[0].row, 3, "{better:?} {worse:?}");
            let pool = drawn(&[of("b", worse.0, worse.1, 2), of("a", better.0, better.1, 3)]);
            assert_eq!(pool.choose(1, 100, &|_| 5)[0].row, 3, "{better:?} {worse:?}");
        }
        assert_eq!(readable(0), 0.0);
    }

    #[test]
    fn a_theme_of_everybody_is_quoted_too() {
        let pool = drawn(&waiting());
        assert_eq!(pool.choose(2, 8, &|_| 8).len(), 2);
    }

    #[test]
    fn a_text_that_repeats_itself_is_not_preferred() {
        let once = exemplar("attente téléphone minute conseiller", 2);
        let twice = exemplar("attente téléphone minute attente téléphone minute attente téléphone minute", 3);
        assert!(once.varied == 1.0 && twice.varied < 0.5);
        assert_eq!(drawn(&[once, twice]).choose(1, 100, &|_| 5)[0].row, 2);
    }

    #[test]
    fn texts_without_content_are_not_quoted() {
        let empty = Exemplar::new(hash("???"), &[], 20, 0, 0, 2);
        assert!(drawn(&[empty]).choose(3, 10, &|_| 0).is_empty());
        assert!(Exemplars::new(5).choose(3, 0, &|_| 0).is_empty());
        let mut none = Exemplars::new(0);
        none.offer(exemplar("attente", 2));
        assert!(none.kept().is_empty() && !none.wants(20, 0));
    }

    #[test]
    fn the_same_text_is_kept_at_its_first_place() {
        let pool = drawn(&[
            exemplar("attente boutique", 9),
            exemplar("attente boutique", 4),
            exemplar("attente", 5),
        ]);
        assert_eq!(pool.kept().len(), 2);
        assert!(pool.kept().iter().any(|e| e.row == 4) && pool.kept().iter().all(|e| e.row != 9));
    }

    proptest! {
        #[test]
        fn order_and_parts_change_nothing(
            texts in prop::collection::vec((0_usize..20, 1_u32..100), 0..30), cut in 0_usize..30,
        ) {
            let texts: Vec<Exemplar> = texts
                .iter()
                .map(|(word, row)| {
                    // The length belongs to the text.
                    let name = format!("mot{word} attente");
                    let families: Vec<&str> = name.split(' ').collect();
                    Exemplar::new(hash(&name), &families, word * 9, 1, 0, *row)
                })
                .collect();
            let of = |texts: &[Exemplar]| {
                let mut pool = Exemplars::new(6);
                for text in texts {
                    // Who is not wanted changes nothing.
                    let before = pool.clone();
                    pool.offer(text.clone());
                    prop_assert!(before.wants(text.words as usize, text.key) || pool == before);
                }
                Ok(pool)
            };
            let whole = of(&texts)?;
            let (a, b) = texts.split_at(cut.min(texts.len()));
            let mut merged = of(b)?;
            merged.merge(&of(a)?);
            merged.merge(&Exemplars::new(6));
            prop_assert_eq!(&merged, &whole);
            let rows = |pool: &Exemplars| -> Vec<u32> { pool.choose(3, 100, &|_| 3).iter().map(|e| e.row).collect() };
            prop_assert_eq!(rows(&merged), rows(&whole));
        }
    }
}
