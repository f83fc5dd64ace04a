//! Counts of themes over many verbatims; parts of a file are counted apart and merged.

use std::collections::BTreeMap;

use super::codebook::Codebook;
use super::matching::Mention;
use super::pole::Pole;

/// How often the themes of a codebook are mentioned. All counts are verbatims.
///
/// An empty tally is the identity of [`merge`](Self::merge), which is associative and commutative.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Verbatims counted.
    pub verbatims: u64,
    /// Those that mention a theme other than a catch-all.
    pub covered: u64,
    /// By theme: those that mention it displeased, neither (or both), pleased.
    pub themes: BTreeMap<usize, [u64; 3]>,
    /// By rule: those where it matches.
    pub rules: BTreeMap<usize, u64>,
    /// By pair of themes, the lower number first: those that mention both. A theme and one that it belongs to are
    /// no pair.
    pub pairs: BTreeMap<(usize, usize), u64>,
}

impl Tally {
    /// Counts one verbatim; returns whether a theme covers it.
    pub fn add(&mut self, book: &Codebook, mentions: &[Mention]) -> bool {
        self.verbatims += 1;
        let covered = mentions.iter().any(|mention| !book.themes[mention.theme].general);
        self.covered += u64::from(covered);
        let mut rules: Vec<_> =
            mentions.iter().flat_map(|mention| &mention.hits).map(|hit| hit.rule).collect();
        rules.sort_unstable();
        rules.dedup();
        for rule in rules {
            *self.rules.entry(rule).or_default() += 1;
        }
        for (at, mention) in mentions.iter().enumerate() {
            let poles = self.themes.entry(mention.theme).or_default();
            poles[mention.pole as usize] += 1;
            for other in &mentions[at + 1..] {
                let (a, b) = (mention.theme.min(other.theme), mention.theme.max(other.theme));
                if !book.related(a, b) {
                    *self.pairs.entry((a, b)).or_default() += 1;
                }
            }
        }
        covered
    }

    /// Adds what another part of the file counted, by the same codebook.
    pub fn merge(&mut self, other: &Self) {
        self.verbatims += other.verbatims;
        self.covered += other.covered;
        for (theme, poles) in &other.themes {
            let mine = self.themes.entry(*theme).or_default();
            mine.iter_mut().zip(poles).for_each(|(mine, n)| *mine += n);
        }
        for (rule, n) in &other.rules {
            *self.rules.entry(*rule).or_default() += n;
        }
        for (pair, n) in &other.pairs {
            *self.pairs.entry(*pair).or_default() += n;
        }
    }

    /// Verbatims that mention a theme, whatever the pole.
    #[must_use]
    pub fn mentions(&self, theme: usize) -> u64 {
        self.themes.get(&theme).map_or(0, |poles| poles.iter().sum())
    }

    /// Verbatims that mention a theme with that pole.
    #[must_use]
    pub fn with_pole(&self, theme: usize, pole: Pole) -> u64 {
        self.themes.get(&theme).map_or(0, |poles| poles[pole as usize])
    }

    /// Share of the verbatims that a theme other than a catch-all covers, 0…1; none where there is no verbatim.
    #[must_use]
    pub fn coverage(&self) -> Option<f64> {
        (self.verbatims > 0).then(|| self.covered as f64 / self.verbatims as f64)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::matching::Hit;
    use super::*;

    fn book() -> Codebook {
        let toml = "[[theme]]\nid = \"a\"\nrules = [\"x1\"]\n[[theme]]\nid = \"b\"\nparent = \"a\"\nrules = [\"x2\"]\n\
                    [[theme]]\nid = \"c\"\nrules = [\"x3\"]\n[[theme]]\nid = \"d\"\ngeneral = true\nrules = [\"x4\"]";
        Codebook::parse(toml, "test").unwrap()
    }

    fn mention(theme: usize, pole: Pole, rules: &[usize]) -> Mention {
        let hits = rules.iter().map(|rule| Hit { start: 0, end: 1, rule: *rule }).collect();
        Mention { theme, pole, log_odds: 0.0, hits }
    }

    #[test]
    fn verbatims_are_counted() {
        let (book, mut tally) = (book(), Tally::default());
        assert_eq!(tally.coverage(), None);
        let all = [
            mention(0, Pole::Negative, &[1, 1]),
            mention(1, Pole::Negative, &[1, 1]),
            mention(2, Pole::Positive, &[2]),
        ];
        assert!(tally.add(&book, &all));
        assert!(!tally.add(&book, &[mention(3, Pole::Positive, &[3])]), "a catch-all covers nothing");
        assert!(!tally.add(&book, &[]));
        assert_eq!((tally.verbatims, tally.covered), (3, 1));
        assert_eq!(tally.coverage(), Some(1.0 / 3.0));
        assert_eq!(tally.rules, BTreeMap::from([(1, 1), (2, 1), (3, 1)]));
        assert_eq!(
            tally.pairs,
            BTreeMap::from([((0, 2), 1), ((1, 2), 1)]),
            "a theme and its part are no pair"
        );
        assert_eq!((tally.mentions(0), tally.with_pole(0, Pole::Negative)), (1, 1));
        assert_eq!((tally.mentions(9), tally.with_pole(9, Pole::Negative)), (0, 0));
    }

    fn verbatim() -> impl Strategy<Value = Vec<Mention>> {
        let pole = prop::sample::select(vec![Pole::Negative, Pole::Neutral, Pole::Positive]);
        prop::collection::btree_map(0..4_usize, pole, 0..4).prop_map(|themes| {
            themes.into_iter().map(|(theme, pole)| mention(theme, pole, &[theme])).collect()
        })
    }

    proptest! {
        #[test]
        fn merging_is_counting_together(
            parts in prop::collection::vec(prop::collection::vec(verbatim(), 0..5), 0..4)
        ) {
            let book = book();
            let count = |verbatims: &[Vec<Mention>]| {
                let mut tally = Tally::default();
                for verbatim in verbatims {
                    tally.add(&book, verbatim);
                }
                tally
            };
            let whole = count(&parts.concat());
            let (mut forth, mut back) = (Tally::default(), Tally::default());
            for part in &parts {
                forth.merge(&count(part));
            }
            for part in parts.iter().rev() {
                let mut tally = count(part);
                tally.merge(&back);
                back = tally;
            }
            prop_assert_eq!(&forth, &whole);
            prop_assert_eq!(&back, &whole);
        }
    }
}
