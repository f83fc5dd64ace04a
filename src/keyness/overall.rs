//! A keyword among two groups or more: does its share differ at all?

use statrs::function::factorial::ln_factorial;

use super::p_value::{Test, tested, trusted};
use super::{Table, fisher};
use crate::metric::law::PValue;
use crate::metric::pearson::{low_expected, pearson};

/// Tables whose probability is within this of the observed one count as equal to it, as in [`fisher`].
const TIE: f64 = 1e-7;
/// Tables that are enumerated, at most: all the ways to share out 30 mentions among four groups.
const MOST: f64 = 20_000.0;

/// A keyword in all groups together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Overall {
    /// Log-likelihood ratio G², which ranks.
    pub log_likelihood: f64,
    /// Pearson's χ², uncorrected.
    pub chi2: f64,
    /// Degrees of freedom: groups that wrote, less one.
    pub df: f64,
    /// Two-sided p-value.
    pub p: PValue,
    /// How it was found.
    pub test: Test,
}

/// The test of the shares of a keyword in several groups: `with` of the `bases` verbatims of each group hold it.
///
/// G² = 2 Σ O ln(O / E) and χ² = Σ (O − E)² / E over the 2 × k cells, k − 1 degrees of freedom. p is that of χ² where
/// [`p_value`](super::p_value()) trusts it, exact otherwise: the probability, the margins being what they are, of the
/// tables at most as probable as the observed one (Freeman & Halton, “Note on an exact treatment of contingency,
/// goodness of fit and other problems of significance”, *Biometrika* 38 (1951), 141–149). Where more than
/// 20,000 tables would be enumerated, χ² stands for it if every expected count is at least 5, else Bonferroni's
/// bound over the groups.
///
/// A count above its base counts as the base; groups without a verbatim do not count. None where fewer than two
/// groups wrote, or where nobody or everybody has the keyword.
///
/// ```
/// use barometre::keyness::overall;
/// // R: chisq.test(rbind(c(18, 32, 50), c(82, 68, 50)))
/// let test = overall(&[18, 32, 50], &[100, 100, 100]).unwrap();
/// assert!((test.chi2 - 23.16).abs() < 1e-9 && test.df == 2.0);
/// ```
#[must_use]
pub fn overall(with: &[u64], bases: &[u64]) -> Option<Overall> {
    let groups: Vec<(u64, u64)> = with
        .iter()
        .zip(bases)
        .filter(|(_, base)| **base > 0)
        .map(|(n, base)| (*n.min(base), *base))
        .collect();
    let cells: Vec<f64> = groups.iter().flat_map(|(n, base)| [*n as f64, (base - n) as f64]).collect();
    let plain = pearson(&cells, 2)?;
    let all = rest_of(&groups, None);
    let share = all.0 as f64 / all.1 as f64;
    let g2: f64 = groups
        .iter()
        .map(|&(n, base)| {
            let part = |o: f64, e: f64| if o == 0.0 { 0.0 } else { o * (o / e).ln() };
            part(n as f64, base as f64 * share) + part((base - n) as f64, base as f64 * (1.0 - share))
        })
        .sum();
    let least =
        groups.iter().map(|group| group.1 as f64 * share.min(1.0 - share)).fold(f64::INFINITY, f64::min);
    let (p, test) = if let [(n, base), (m, other)] = groups[..] {
        tested(Table::new(n, base, m, other))
    } else if trusted(plain.p, least) {
        (plain.p, Test::Chi2)
    } else if let Some(p) = enumerate(&groups) {
        (p, Test::Exact)
    } else if low_expected(&cells, 2) == 0 {
        (plain.p, Test::Chi2)
    } else {
        (bound(&groups), Test::Bound)
    };
    Some(Overall { log_likelihood: (2.0 * g2).max(0.0), chi2: plain.statistic, df: plain.df, p, test })
}

/// Mentions and verbatims of the groups but one.
fn rest_of(groups: &[(u64, u64)], but: Option<usize>) -> (u64, u64) {
    let others = groups.iter().enumerate().filter(|(i, _)| Some(*i) != but);
    others.fold((0, 0), |sum, (_, group)| (sum.0 + group.0, sum.1 + group.1))
}

/// Bonferroni's bound over the groups, each against the others.
fn bound(groups: &[(u64, u64)]) -> PValue {
    let tests = groups.iter().enumerate().map(|(i, &(n, base))| {
        let rest = rest_of(groups, Some(i));
        fisher(Table::new(n, base, rest.0, rest.1)).log10
    });
    let least = tests.fold(0.0, f64::min);
    PValue::from_ln(least * std::f64::consts::LN_10 + (groups.len() as f64).ln())
}

/// Freeman and Halton's p; none where there are too many tables.
fn enumerate(groups: &[(u64, u64)]) -> Option<PValue> {
    let (n, base) = rest_of(groups, None);
    // What is rarer, to have the keyword or not, is what is shared out.
    let rare = n.min(base - n);
    let dealt: Vec<(u64, u64)> =
        if rare == n { groups.to_vec() } else { groups.iter().map(|&(n, base)| (base - n, base)).collect() };
    let mut tables = 1.0;
    for free in 1..groups.len() {
        tables *= (rare + free as u64) as f64 / free as f64;
        if tables > MOST {
            return None;
        }
    }
    let ln_choose = |n: u64, k: u64| ln_factorial(n) - ln_factorial(k) - ln_factorial(n - k);
    let ways: Vec<Vec<f64>> =
        dealt.iter().map(|&(_, base)| (0..=rare.min(base)).map(|k| ln_choose(base, k)).collect()).collect();
    let observed: f64 = dealt.iter().zip(&ways).map(|(&(n, _), ways)| ways[n as usize]).sum();
    let extreme = extreme(&ways, rare as usize, -observed);
    Some(PValue::from_ln(observed - ln_choose(base, rare) + extreme.ln()))
}

/// Sum of the probabilities, beside that of the observed table, of the ways to deal `left` mentions to these groups
/// that are at most as probable; `ln` is what the groups before them have.
fn extreme(ways: &[Vec<f64>], left: usize, ln: f64) -> f64 {
    match ways {
        [] => 0.0,
        [last] => last.get(left).map(|way| ln + way).filter(|ln| *ln <= TIE).map_or(0.0, f64::exp),
        [first, others @ ..] => {
            first.iter().take(left + 1).enumerate().map(|(k, way)| extreme(others, left - k, ln + way)).sum()
        }
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "these values are exact")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// R 4.2.2, `chisq.test(rbind(c(18, 32, 50), c(30, 40, 80)))` is a 2 × 3 table: 48, 72, 130 verbatims.
    #[test]
    fn chi2_agrees_with_r() {
        let found = overall(&[18, 32, 50], &[48, 72, 130]).unwrap();
        assert!((found.chi2 - 0.845_797_720_797_7).abs() < 1e-12 && found.df == 2.0);
        assert!((found.p.p - 0.655_144_890_854_1).abs() < 1e-12);
        assert_eq!(found.test, Test::Chi2);
        let padded = overall(&[18, 0, 32, 50], &[48, 0, 72, 130]).unwrap();
        assert_eq!(padded, found);
    }

    /// Sums of products of binomial coefficients, in exact integers.
    #[test]
    fn small_counts_are_enumerated() {
        let cases: [(&[u64], &[u64], f64); 4] = [
            (&[6, 1, 2], &[20, 25, 30], 0.024_714_130_208_097_76),
            (&[0, 4, 9, 1], &[40, 30, 30, 25], 0.000_308_158_840_081_663_3),
            (&[12, 3, 0], &[60, 50, 300], 9.319_076_286_541_084e-11),
            (&[10, 0, 0], &[300, 300, 300], 4.590_472_261_269_470_4e-5),
        ];
        for (with, bases, p) in cases {
            let found = overall(with, bases).unwrap();
            assert!((found.p.p / p - 1.0).abs() < 1e-9, "{found:?} is not {p}");
            assert_eq!(found.test, Test::Exact);
            let without: Vec<u64> = with.iter().zip(bases).map(|(n, base)| base - n).collect();
            assert!((overall(&without, bases).unwrap().p.p / p - 1.0).abs() < 1e-9);
        }
    }

    #[test]
    fn many_groups_have_a_bound() {
        let with = [9, 1, 0, 2, 0, 1, 0, 1, 0, 2, 1, 0];
        let found = overall(&with, &[60; 12]).unwrap();
        let first = fisher(Table::new(9, 60, 8, 660));
        assert_eq!(found.test, Test::Bound);
        assert!((found.p.p / (12.0 * first.p) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn two_groups_are_a_table() {
        for (with, bases) in [([56, 48], [70, 80]), ([9, 3], [10, 10]), ([600, 0], [600, 600])] {
            let found = overall(&with, &bases).unwrap();
            let table = Table::new(with[0], bases[0], with[1], bases[1]);
            assert_eq!((found.p, found.test), tested(table));
            assert!((found.log_likelihood - super::super::log_likelihood(table)).abs() < 1e-9);
            assert!((found.chi2 - super::super::chi2(table)).abs() < 1e-9);
        }
    }

    #[test]
    fn nothing_to_compare_gives_nothing() {
        assert_eq!(overall(&[], &[]), None);
        assert_eq!(overall(&[3, 0], &[10, 0]), None);
        assert_eq!(overall(&[0, 0, 0], &[10, 10, 10]), None);
        assert_eq!(overall(&[10, 10, 10], &[10, 10, 10]), None);
    }

    proptest! {
        #[test]
        fn is_a_probability_whatever_the_order(
            counts in prop::collection::vec((0_u64..20, 0_u64..400), 2..6), turn in 0_usize..6,
        ) {
            let of = |counts: &[(u64, u64)]| {
                let (with, bases): (Vec<u64>, Vec<u64>) = counts.iter().map(|(n, more)| (*n, n + more)).unzip();
                overall(&with, &bases)
            };
            let found = of(&counts);
            let mut turned = counts.clone();
            turned.rotate_left(turn % counts.len());
            let other = of(&turned);
            prop_assert_eq!(found.is_some(), other.is_some());
            if let (Some(a), Some(b)) = (found, other) {
                prop_assert!(a.p.p > 0.0 && a.p.p <= 1.0 && a.p.log10 <= 0.0 && a.log_likelihood >= 0.0);
                prop_assert!((a.p.log10 - b.p.log10).abs() < 1e-7, "{:?} {:?}", a, b);
            }
        }
    }
}
