//! How often keyness finds a keyword where there is nothing: real verbatims, their scores shuffled.
//!
//! The unit is the verbatim, three groups of scores are compared, each with the others, and with each other two by
//! two. At most 7 % of the shuffles may report anything at q < 0.05.

use barometre::keyness::{Bases, Mentions, Support, benjamini_hochberg, contrasts};
use barometre::text::Analyzer;

use crate::support::shared;

/// Verbatims as the families of content words that each holds, repeated as they are said, and the group of its score:
/// low, middle, high.
struct Corpus {
    verbatims: Vec<Vec<u32>>,
    groups: Vec<usize>,
    families: usize,
}

/// Counts of each family in each group.
struct Counted {
    verbatims: Vec<[u64; 3]>,
    occurrences: Vec<[u64; 3]>,
    bases: [u64; 3],
    words: [u64; 3],
}

impl Corpus {
    fn new(texts: impl IntoIterator<Item = (String, usize)>) -> Self {
        let mut analyzer = Analyzer::new();
        let (mut verbatims, mut groups) = (Vec::new(), Vec::new());
        for (text, group) in texts {
            let mut forms = Vec::new();
            analyzer.tokens(&text, |token| forms.push(token.form));
            let content = forms.iter().map(|form| analyzer.form(*form)).filter(|form| form.content);
            let mut families: Vec<u32> = content.map(|form| form.family.0).collect();
            families.sort_unstable();
            verbatims.push(families);
            groups.push(group);
        }
        Self { verbatims, groups, families: analyzer.families().len() }
    }

    /// Deals the scores anew: Fisher and Yates, with Knuth's MMIX generator.
    fn shuffle(&mut self, state: &mut u64) {
        for at in (1..self.groups.len()).rev() {
            *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            self.groups.swap(at, (*state >> 33) as usize % (at + 1));
        }
    }

    fn count(&self) -> Counted {
        let zeros = vec![[0; 3]; self.families];
        let mut counted =
            Counted { verbatims: zeros.clone(), occurrences: zeros, bases: [0; 3], words: [0; 3] };
        for (families, group) in self.verbatims.iter().zip(&self.groups) {
            counted.bases[*group] += 1;
            counted.words[*group] += families.len() as u64;
            for (at, family) in families.iter().enumerate() {
                counted.occurrences[*family as usize][*group] += 1;
                counted.verbatims[*family as usize][*group] +=
                    u64::from(at == 0 || families[at - 1] != *family);
            }
        }
        counted
    }

    /// As the report has it: ten verbatims, or three in a thousand.
    fn support(&self) -> Support {
        Support { verbatims: (self.groups.len() as u64 * 3).div_ceil(1000).max(10), level: 0.95 }
    }
}

/// Runs of `shuffles` that report a keyword: of three groups, and of the low against the high one.
fn alarms(corpus: &mut Corpus, shuffles: usize) -> [usize; 2] {
    let (mut state, support) = (1, corpus.support());
    let mut found = [0; 2];
    for _ in 0..shuffles {
        corpus.shuffle(&mut state);
        let counted = corpus.count();
        let pairs: Vec<[u64; 2]> = counted.verbatims.iter().map(|n| [n[0], n[2]]).collect();
        let sides = [
            (counted.bases.to_vec(), counted.verbatims.iter().map(<[u64; 3]>::as_slice).collect::<Vec<_>>()),
            (vec![counted.bases[0], counted.bases[2]], pairs.iter().map(<[u64; 2]>::as_slice).collect()),
        ];
        for (found, (bases, keywords)) in found.iter_mut().zip(&sides) {
            let bases = Bases { verbatims: bases, words: &[] };
            let mentions: Vec<Mentions<'_>> = keywords
                .iter()
                .map(|verbatims| Mentions { verbatims, occurrences: &[], design: None })
                .collect();
            let spreads = contrasts(&bases, &mentions, support);
            *found += usize::from(spreads.iter().flat_map(|s| &s.groups).any(|c| c.q < 0.05));
        }
    }
    found
}

/// The verbatims written for the sample study, by how pleased they are.
fn own() -> Corpus {
    let lines = include_str!("../../data/verbatims.tsv").lines();
    let rows = lines.filter(|line| !line.starts_with('#')).skip(1).map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        let polarity: i32 = cells[1].parse().unwrap();
        (cells[3].replace("\\n", "\n"), (polarity.signum() + 1) as usize)
    });
    Corpus::new(rows)
}

#[test]
fn real_scores_are_told_apart() {
    let corpus = own();
    let counted = corpus.count();
    let bases = Bases { verbatims: &counted.bases, words: &counted.words };
    let mentions: Vec<Mentions<'_>> = counted
        .verbatims
        .iter()
        .zip(&counted.occurrences)
        .map(|(verbatims, occurrences)| Mentions { verbatims, occurrences, design: None })
        .collect();
    let spreads = contrasts(&bases, &mentions, corpus.support());
    let sure: Vec<_> = spreads.iter().flat_map(|s| &s.groups).filter(|c| c.q < 0.05).collect();
    assert!(sure.len() >= 10, "{} of {}", sure.len(), spreads.len());
    assert!(sure.iter().filter(|c| c.is_banal()).count() * 2 < sure.len());
    for contrast in spreads.iter().flat_map(|s| &s.groups) {
        let (low, high) = contrast.log_ratio_interval;
        assert!(low.is_finite() && high.is_finite() && contrast.specificity.unwrap().is_finite());
        assert!(contrast.q >= contrast.p.p && contrast.q <= 1.0);
    }
}

#[test]
fn shuffled_scores_seldom_show_a_keyword() {
    let found = alarms(&mut own(), 200);
    assert!(found.iter().all(|runs| *runs <= 14), "{found:?} of 200");
}

/// The same on reviews that others wrote, and why q does not come from words: two minutes without optimisation.
#[test]
#[ignore = "slow: 1,000 shuffles of thousands of reviews"]
fn a_thousand_shuffles_of_reviews_seldom_show_a_keyword() {
    let Some(path) = shared("data/avis-assurance/avis.csv") else { return };
    let mut reader = csv::Reader::from_path(path).unwrap();
    let group = |note: &str| match note {
        "1" | "2" => 0,
        "3" => 1,
        _ => 2,
    };
    let rows: Vec<(String, usize)> = reader
        .records()
        .map(Result::unwrap)
        .step_by(5)
        .map(|row| (row[1].to_owned(), group(&row[0])))
        .collect();
    let mut corpus = Corpus::new(rows);
    let found = alarms(&mut corpus, 1000);
    assert!(found.iter().all(|runs| *runs <= 70), "{found:?} of 1,000");

    let (mut state, mut wolves) = (2, 0);
    for _ in 0..40 {
        corpus.shuffle(&mut state);
        let counted = corpus.count();
        let bases = Bases { verbatims: &counted.bases, words: &counted.words };
        let mentions: Vec<Mentions<'_>> = counted
            .verbatims
            .iter()
            .zip(&counted.occurrences)
            .map(|(verbatims, occurrences)| Mentions { verbatims, occurrences, design: None })
            .collect();
        let scores = contrasts(&bases, &mentions, corpus.support());
        let p: Vec<f64> = scores
            .iter()
            .flat_map(|s| &s.groups)
            .map(|c| (2.0 * 10_f64.powf(-c.specificity.unwrap().abs())).min(1.0))
            .collect();
        wolves += usize::from(benjamini_hochberg(&p).iter().any(|q| *q < 0.05));
    }
    assert!(wolves > 8, "{wolves} of 40: words would cry wolf");
}
