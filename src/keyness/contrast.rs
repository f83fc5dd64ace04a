//! What each of several groups says more or less than the others.

use super::{
    BANAL, Overall, Table, Test, benjamini_hochberg, log_likelihood, overall, p_value, specificity, weighted,
};
use crate::metric::CellShares;
use crate::metric::law::PValue;
use crate::metric::rao_scott::rao_scott;

/// The groups that are compared: promoters, passives, detractors; waves; values of a segment.
#[derive(Debug, Clone, Copy)]
pub struct Bases<'a> {
    /// Verbatims of each group.
    pub verbatims: &'a [u64],
    /// Words that each group wrote; empty where they were not counted: there are no specificities then.
    pub words: &'a [u64],
}

/// One keyword in all groups.
#[derive(Debug, Clone, Copy)]
pub struct Mentions<'a> {
    /// Verbatims of each group that have it.
    pub verbatims: &'a [u64],
    /// Its occurrences in each group; empty where they were not counted.
    pub occurrences: &'a [u64],
    /// Weighted shares of the cells under a design, two rows a group, with the keyword and without.
    pub design: Option<&'a CellShares>,
}

/// What a keyword must have to be tested, and how sure an interval is.
#[derive(Debug, Clone, Copy)]
pub struct Support {
    /// Fewest verbatims of all groups together that have the keyword.
    pub verbatims: u64,
    /// Level of the intervals: 0.95.
    pub level: f64,
}

/// One keyword: all groups together, then each against the others.
#[derive(Debug, Clone, PartialEq)]
pub struct Spread {
    /// Place of the keyword among those given.
    pub keyword: usize,
    /// All groups together.
    pub overall: Overall,
    /// q of `overall` over the keywords tested.
    pub q: f64,
    /// One a group that wrote, in the order given.
    pub groups: Vec<Contrast>,
}

/// A keyword in one group, against the other groups taken together.
#[derive(Debug, Clone, PartialEq)]
pub struct Contrast {
    /// Place of the group among those given.
    pub group: usize,
    /// Verbatims.
    pub table: Table,
    /// True when the group has it in a greater share of its verbatims.
    pub more: bool,
    /// Log-likelihood G² of the table, which ranks.
    pub log_likelihood: f64,
    /// Two-sided p-value; see [`p_value`](super::p_value()) and [`weighted`](super::weighted()).
    pub p: PValue,
    /// Benjamini–Hochberg q-value over the keywords and groups tested; two groups are one test.
    pub q: f64,
    /// Base-2 logarithm of the ratio of the two shares.
    pub log_ratio: f64,
    /// Its interval.
    pub log_ratio_interval: (f64, f64),
    /// [`specificity`](super::specificity()) of its occurrences, where they were counted: for the order, without q.
    pub specificity: Option<f64>,
}

impl Contrast {
    /// True when its specificity was counted and is nearer to zero than [`BANAL`].
    #[must_use]
    pub fn is_banal(&self) -> bool {
        self.specificity.is_some_and(|score| score.abs() < BANAL)
    }
}

/// Compares the groups on every keyword that enough verbatims have, in the order given.
///
/// The unit is the verbatim: one person who writes “délai” five times is one. q-values account for the keywords
/// tested and, from three groups on, for the groups too; a keyword under the support is not tested and costs the
/// others nothing. Nothing where fewer than two groups wrote.
#[must_use]
pub fn contrasts(bases: &Bases<'_>, keywords: &[Mentions<'_>], support: Support) -> Vec<Spread> {
    let mut spreads: Vec<Spread> = keywords
        .iter()
        .enumerate()
        .filter(|(_, keyword)| keyword.verbatims.iter().sum::<u64>() >= support.verbatims)
        .filter_map(|(at, keyword)| spread(at, bases, keyword, support.level))
        .collect();

    let q = benjamini_hochberg(&spreads.iter().map(|s| s.overall.p.p).collect::<Vec<_>>());
    // Seen from either of two groups the test is the same: it is counted once.
    let tests = |spread: &Spread| if spread.groups.len() == 2 { 1 } else { spread.groups.len() };
    let p: Vec<f64> = spreads.iter().flat_map(|s| s.groups.iter().take(tests(s)).map(|g| g.p.p)).collect();
    let mut of_groups = benjamini_hochberg(&p).into_iter();
    for (spread, q) in spreads.iter_mut().zip(q) {
        spread.q = q;
        let own: Vec<f64> = of_groups.by_ref().take(tests(spread)).collect();
        for (at, group) in spread.groups.iter_mut().enumerate() {
            group.q = own.get(at).or(own.first()).copied().unwrap_or(1.0);
        }
    }
    spreads
}

/// What `group` says more than the others, the highest G² first, then in the order given; whether it is sure, `q` says.
#[must_use]
pub fn said_more(spreads: &[Spread], group: usize) -> Vec<(&Spread, &Contrast)> {
    let mut found: Vec<(&Spread, &Contrast)> = spreads
        .iter()
        .filter_map(|s| Some((s, s.groups.iter().find(|c| c.group == group && c.more)?)))
        .collect();
    found.sort_by(|a, b| {
        b.1.log_likelihood.total_cmp(&a.1.log_likelihood).then_with(|| a.0.keyword.cmp(&b.0.keyword))
    });
    found
}

fn spread(at: usize, bases: &Bases<'_>, keyword: &Mentions<'_>, level: f64) -> Option<Spread> {
    let mut all = overall(keyword.verbatims, bases.verbatims)?;
    if let Some(test) = keyword.design.and_then(|cells| rao_scott(cells, 2)) {
        // Where counts are small the less sure of the two speaks.
        if all.test == Test::Chi2 || test.p.log10 >= all.p.log10 {
            (all.p, all.test) = (test.p, Test::RaoScott);
        }
    }
    let groups =
        (0..bases.verbatims.len()).filter_map(|group| contrast(group, bases, keyword, level)).collect();
    Some(Spread { keyword: at, overall: all, q: 1.0, groups })
}

fn contrast(group: usize, bases: &Bases<'_>, keyword: &Mentions<'_>, level: f64) -> Option<Contrast> {
    let table = against_others(keyword.verbatims, bases.verbatims, group)?;
    let design = keyword.design.and_then(|cells| weighted(cells, group, table, level));
    let (p, log_ratio, log_ratio_interval) = match design {
        Some(found) => (found.p, found.log_ratio, found.interval),
        None => (p_value(table), table.log_ratio(), table.log_ratio_interval(level)?),
    };
    let more = design.map_or(table.over_represented(), |found| found.share_in > found.share_out);
    Some(Contrast {
        group,
        table,
        more,
        log_likelihood: log_likelihood(table),
        p,
        q: 1.0,
        log_ratio,
        log_ratio_interval,
        specificity: against_others(keyword.occurrences, bases.words, group).map(specificity),
    })
}

/// The table of one group and all others; none where it or they have nothing. Groups that one of the two lists lacks
/// do not count.
fn against_others(with: &[u64], bases: &[u64], group: usize) -> Option<Table> {
    let (mut own, mut others) = (None, (0, 0));
    for (at, (n, base)) in with.iter().zip(bases).map(|(n, base)| (*n.min(base), *base)).enumerate() {
        if at == group {
            own = Some((n, base));
        } else {
            others = (others.0 + n, others.1 + base);
        }
    }
    let (n, base) = own.filter(|(_, base)| *base > 0 && others.1 > 0)?;
    Some(Table::new(n, base, others.0, others.1))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SUPPORT: Support = Support { verbatims: 10, level: 0.95 };

    fn mentions(verbatims: &[u64]) -> Mentions<'_> {
        Mentions { verbatims, occurrences: &[], design: None }
    }

    #[test]
    fn each_group_stands_against_the_others() {
        let bases = Bases { verbatims: &[1000, 600, 500], words: &[] };
        let keywords = [[20, 30, 150], [4, 3, 2], [300, 180, 150], [0, 0, 0]];
        let found = contrasts(&bases, &keywords.each_ref().map(|k| mentions(k)), SUPPORT);
        assert_eq!(found.iter().map(|s| s.keyword).collect::<Vec<_>>(), [0, 2], "nine verbatims are too few");
        let delay = &found[0];
        assert_eq!(delay.groups[2].table, Table::new(150, 500, 50, 1600));
        assert!(delay.groups[2].more && !delay.groups[0].more && delay.groups[2].log_ratio > 3.0);
        assert!(delay.overall.df == 2.0 && delay.overall.log_likelihood > 200.0);
        assert!((delay.q / delay.overall.p.p - 2.0).abs() < 1e-9, "two keywords were tested");
        let p = delay.groups.iter().map(|g| g.p.p).fold(1.0, f64::min);
        let q = delay.groups.iter().map(|g| g.q).fold(1.0, f64::min);
        assert!((q / p - 6.0).abs() < 1e-9, "and six tables");
        assert!(found[1].groups.iter().all(|g| g.q > 0.9 && !g.more), "30 % everywhere");

        let more = said_more(&found, 2);
        assert_eq!(more.len(), 1);
        assert_eq!(more[0].0.keyword, 0);
    }

    #[test]
    fn two_groups_are_one_test() {
        let bases = Bases { verbatims: &[500, 1000], words: &[] };
        let keywords = [[10, 200], [200, 110], [50, 100]];
        let found = contrasts(&bases, &keywords.each_ref().map(|k| mentions(k)), SUPPORT);
        for spread in &found {
            assert_eq!(spread.groups[0].p, spread.groups[1].p);
            assert!(spread.groups.iter().all(|g| g.q == spread.q), "{spread:?}");
            assert_eq!(spread.groups[0].p, spread.overall.p);
            assert!((spread.groups[0].log_ratio + spread.groups[1].log_ratio).abs() < 1e-12);
        }
    }

    #[test]
    fn occurrences_rank_without_a_test() {
        let bases = Bases { verbatims: &[100, 100], words: &[8395, 61_449 - 8395] };
        let keyword = Mentions { verbatims: &[20, 20], occurrences: &[45, 251], design: None };
        let found = &contrasts(&bases, &[keyword], SUPPORT)[0].groups;
        assert!((found[0].specificity.unwrap() - 0.6161).abs() < 1e-4 && found[0].is_banal());
        assert!(found[0].p.p > 0.99, "the verbatims say otherwise");
        assert_eq!(
            contrasts(&Bases { words: &[], ..bases }, &[keyword], SUPPORT)[0].groups[0].specificity,
            None
        );
    }

    #[test]
    fn a_silent_group_does_not_count() {
        let bases = Bases { verbatims: &[500, 0, 1000], words: &[] };
        let found = contrasts(&bases, &[mentions(&[10, 0, 200])], SUPPORT);
        assert_eq!(found[0].groups.iter().map(|g| g.group).collect::<Vec<_>>(), [0, 2]);
        assert!(
            contrasts(&Bases { verbatims: &[500, 0], words: &[] }, &[mentions(&[20, 0])], SUPPORT).is_empty()
        );
        assert!(
            contrasts(
                &Bases { verbatims: &[], words: &[] },
                &[mentions(&[])],
                Support { verbatims: 0, ..SUPPORT }
            )
            .is_empty()
        );
    }

    #[test]
    fn weights_bring_their_own_test() {
        let counts = [56.0, 14.0, 48.0, 32.0];
        let shares: Vec<f64> = counts.iter().map(|x| x / 150.0).collect();
        let cell = |i: usize, j: usize| f64::from(u8::from(i == j)) * shares[i] - shares[i] * shares[j];
        let covariance = (0..16).map(|at| 2.0 * cell(at / 4, at % 4) / 150.0).collect();
        let cells = CellShares { shares: shares.clone(), covariance, freedom: 1e7 };
        let bases = Bases { verbatims: &[70, 80], words: &[] };
        let keyword = Mentions { design: Some(&cells), ..mentions(&[56, 48]) };
        let (plain, designed) =
            (contrasts(&bases, &[mentions(&[56, 48])], SUPPORT), contrasts(&bases, &[keyword], SUPPORT));
        assert_eq!(designed[0].overall.test, Test::RaoScott);
        assert!(designed[0].overall.p.p > plain[0].overall.p.p);
        assert!((designed[0].overall.p.p - designed[0].groups[0].p.p).abs() < 1e-9);
        let width = |s: &Spread| s.groups[0].log_ratio_interval.1 - s.groups[0].log_ratio_interval.0;
        assert!(width(&designed[0]) > 1.3 * width(&plain[0]));
    }

    proptest! {
        #[test]
        fn numbers_are_finite_whatever_the_counts(
            bases in prop::collection::vec(0_u64..60, 0..5),
            words in prop::collection::vec(0_u64..400, 0..5),
            keywords in prop::collection::vec(prop::collection::vec((0_u64..70, 0_u64..90), 0..5), 0..12),
        ) {
            let counts: Vec<(Vec<u64>, Vec<u64>)> =
                keywords.iter().map(|keyword| keyword.iter().copied().unzip()).collect();
            let mentions: Vec<Mentions<'_>> = counts
                .iter()
                .map(|(verbatims, occurrences)| Mentions { verbatims, occurrences, design: None })
                .collect();
            let bases = Bases { verbatims: &bases, words: &words };
            for spread in contrasts(&bases, &mentions, Support { verbatims: 1, level: 0.95 }) {
                prop_assert!(spread.q.is_finite() && spread.q + 1e-12 >= spread.overall.p.p);
                for contrast in &spread.groups {
                    let (low, high) = contrast.log_ratio_interval;
                    prop_assert!(low <= contrast.log_ratio && contrast.log_ratio <= high && high.is_finite());
                    prop_assert!(contrast.p.p > 0.0 && contrast.p.log10.is_finite() && contrast.log_likelihood.is_finite());
                    prop_assert!(contrast.q <= 1.0 && contrast.q + 1e-12 >= contrast.p.p);
                    prop_assert!(contrast.specificity.is_none_or(f64::is_finite));
                    prop_assert!(!contrast.more || contrast.table.in_with > 0);
                }
            }
        }
    }
}
