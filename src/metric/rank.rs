//! Rank tests: do answers tend to be higher in one group? Answers of a scale are tied, and every formula here
//! counts the ties.

use super::law::PValue;
use super::tails::chi2_tail;
use crate::tally::Histogram;

/// Answers up to which the exact distribution is computed; the normal law does well from there on.
const EXACT: u64 = 100;

/// Mann–Whitney test of two groups.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MannWhitney {
    /// R's W: pairs of one answer of each group in which that of `to` is higher, ties counting for half.
    pub w: f64,
    /// Its standard normal value, without correction for continuity.
    pub z: f64,
    /// Two-sided p-value without correction for continuity.
    pub p: PValue,
    /// Two-sided p-value with it, R's default.
    pub p_corrected: PValue,
    /// Exact two-sided p-value, ties included; null above 100 answers.
    pub p_exact: Option<PValue>,
    /// Probability that an answer of `to` is higher than one of `from`, ties counting for half: W / (n m).
    pub superiority: f64,
    /// Cliff's delta, −1…1: probability of higher minus probability of lower.
    pub delta: f64,
}

/// Mann–Whitney (Wilcoxon rank-sum) test of `to` against `from`.
///
/// Mann & Whitney, “On a test of whether one of two random variables is stochastically larger than the other”,
/// *Annals of Mathematical Statistics* 18 (1947), 50–60. With N = n + m and t the size of each tie,
///
/// ```text
/// z = (W − n m / 2) / √(n m / 12 · (N + 1 − Σ (t³ − t) / (N (N − 1))))
/// ```
///
/// The exact p-value is the share of the ways to deal the answers to the two groups that put W at least as far
/// from n m / 2. Cliff, “Dominance statistics”, *Psychological Bulletin* 114 (1993), 494–509.
///
/// None with an empty group, or when all answers are equal.
pub fn mann_whitney(from: &Histogram, to: &Histogram) -> Option<MannWhitney> {
    let (n, m) = (to.n() as f64, from.n() as f64);
    if n == 0.0 || m == 0.0 {
        return None;
    }
    let ties = joined(&[from, to]);
    // A lower answer of `from` counts 1, an equal one ½.
    let mut below = 0.0;
    let mut w = 0.0;
    for &(value, _) in ties.bins() {
        let (a, b) = (to.count(|x| x == value) as f64, from.count(|x| x == value) as f64);
        w += a * (below + b / 2.0);
        below += b;
    }
    let total = n + m;
    let variance = n * m / 12.0 * (total + 1.0 - tied(&ties) / (total * (total - 1.0)));
    let distinct = ties.bins().iter().filter(|bin| bin.1 > 0).count();
    if distinct < 2 {
        return None;
    }
    let away = w - n * m / 2.0;
    let z = |by: f64| by / variance.sqrt();
    Some(MannWhitney {
        w,
        z: z(away),
        p: PValue::from_z(z(away)),
        p_corrected: PValue::from_z(z((away.abs() - 0.5).max(0.0))),
        p_exact: (from.n() + to.n() <= EXACT).then(|| exact(&ties, to.n() as usize, 2.0 * away.abs())),
        superiority: w / (n * m),
        delta: 2.0 * w / (n * m) - 1.0,
    })
}

/// Probability that twice the rank sum of `n` of the answers drawn at random is at least `away` from its mean.
///
/// Streitberg & Röhmel's shift algorithm, “Exact distributions for permutation and rank tests”, *Statistical
/// Software Newsletter* 12 (1986), 10–17: ways[k][s] counts the sets of k answers of doubled rank sum s.
fn exact(answers: &Histogram, n: usize, away: f64) -> PValue {
    let total = answers.n() as usize;
    // The other group is as far from its own mean.
    let n = n.min(total - n);
    let most = total * (total + 1);
    let mut ways = vec![vec![0.0; most + 1]; n + 1];
    ways[0][0] = 1.0;
    // Answers dealt, and the highest sum that they reach together: beyond, there is no way.
    let (mut before, mut dealt, mut reach) = (0, 0, 0);
    for &(_, count) in answers.bins() {
        let count = count as usize;
        let rank = 2 * before + count + 1;
        for _ in 0..count {
            dealt += 1;
            reach += rank;
            for k in (0..n.min(dealt)).rev() {
                let (fewer, more) = ways.split_at_mut(k + 1);
                for (into, from) in more[0][rank..=reach].iter_mut().zip(&fewer[k][..=reach - rank]) {
                    *into += from;
                }
            }
        }
        before += count;
    }
    let mean = (n * (total + 1)) as f64;
    let (mut far, mut all) = (0.0_f64, 0.0_f64);
    for (sum, count) in ways[n].iter().enumerate() {
        all += count;
        if (sum as f64 - mean).abs() >= away - 1e-6 {
            far += count;
        }
    }
    PValue::from_ln((far / all).ln())
}

/// Wilcoxon's signed-rank test of the differences of respondents seen twice.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SignedRank {
    /// R's V: sum of the ranks of the differences above zero.
    pub v: f64,
    /// Its standard normal value, without correction for continuity.
    pub z: f64,
    /// Two-sided p-value without correction for continuity.
    pub p: PValue,
    /// Two-sided p-value with it, R's default.
    pub p_corrected: PValue,
}

/// Wilcoxon's signed-rank test from the `differences` second − first. Those of zero are set aside, as R does.
///
/// Wilcoxon, “Individual comparisons by ranking methods”, *Biometrics Bulletin* 1 (1945), 80–83:
/// z = (V − n (n + 1) / 4) / √(n (n + 1) (2 n + 1) / 24 − Σ (t³ − t) / 48). None when nobody changed.
pub fn signed_rank(differences: &Histogram) -> Option<SignedRank> {
    let sizes =
        Histogram::new(differences.bins().iter().filter(|bin| bin.0 != 0.0).map(|&(v, c)| (v.abs(), c)));
    let n = sizes.n() as f64;
    if n == 0.0 {
        return None;
    }
    let (mut v, mut before) = (0.0, 0.0);
    for &(size, count) in sizes.bins() {
        let up = differences.count(|x| x == size) as f64;
        v += up * (before + f64::midpoint(count as f64, 1.0));
        before += count as f64;
    }
    let se = (n * (n + 1.0) * (2.0 * n + 1.0) / 24.0 - tied(&sizes) / 48.0).sqrt();
    let away = v - n * (n + 1.0) / 4.0;
    Some(SignedRank {
        v,
        z: away / se,
        p: PValue::from_z(away / se),
        p_corrected: PValue::from_z((away.abs() - 0.5).max(0.0) / se),
    })
}

/// Kruskal–Wallis test of several groups.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KruskalWallis {
    /// H, corrected for ties.
    pub h: f64,
    /// Groups with answers, less one.
    pub freedom: u64,
    /// p-value of H as a χ².
    pub p: PValue,
}

/// Do the answers of several groups differ in rank?
///
/// Kruskal & Wallis, “Use of ranks in one-criterion variance analysis”, *JASA* 47 (1952), 583–621: H = 12 /
/// (N (N + 1)) Σ nᵢ (R̄ᵢ − (N + 1) / 2)², divided by 1 − Σ (t³ − t) / (N³ − N). Empty groups are left out.
/// None under two groups, or when all answers are equal.
pub fn kruskal_wallis(groups: &[&Histogram]) -> Option<KruskalWallis> {
    let groups: Vec<_> = groups.iter().copied().filter(|group| group.n() > 0).collect();
    let all = joined(&groups);
    let total = all.n() as f64;
    let correction = 1.0 - tied(&all) / (total.powi(3) - total);
    let distinct = all.bins().iter().filter(|bin| bin.1 > 0).count();
    if groups.len() < 2 || distinct < 2 {
        return None;
    }
    let mut before = 0.0;
    let ranks: Vec<(f64, f64)> = all
        .bins()
        .iter()
        .map(|&(value, count)| {
            // Distance of the mid-rank from the mean rank.
            let rank = before + f64::midpoint(count as f64, 1.0) - f64::midpoint(total, 1.0);
            before += count as f64;
            (value, rank)
        })
        .collect();
    let between: f64 = groups
        .iter()
        .map(|group| {
            let sum: f64 = ranks.iter().map(|&(value, rank)| group.count(|x| x == value) as f64 * rank).sum();
            sum * sum / group.n() as f64
        })
        .sum();
    let h = 12.0 / (total * (total + 1.0)) * between / correction;
    let freedom = groups.len() as u64 - 1;
    Some(KruskalWallis { h, freedom, p: chi2_tail(h, freedom as f64)? })
}

fn joined(groups: &[&Histogram]) -> Histogram {
    Histogram::new(groups.iter().flat_map(|group| group.bins()).copied())
}

/// Σ (t³ − t) over the ties.
fn tied(answers: &Histogram) -> f64 {
    answers.bins().iter().map(|bin| (bin.1 as f64).powi(3) - bin.1 as f64).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cell(counts: &[u64]) -> Histogram {
        Histogram::new(counts.iter().zip(0..).map(|(&n, v)| (f64::from(v), n)))
    }

    /// Three against three without ties: the extreme deal is one of twenty, on each side.
    #[test]
    fn exact_counts_the_deals() {
        let test = mann_whitney(&cell(&[1, 1, 1]), &cell(&[0, 0, 0, 1, 1, 1])).unwrap();
        assert!((test.p_exact.unwrap().p - 0.1).abs() < 1e-12);
        assert_eq!((test.w, test.superiority, test.delta), (9.0, 1.0, 1.0));
    }

    #[test]
    fn equal_or_absent_answers_rank_nothing() {
        assert_eq!(mann_whitney(&cell(&[0, 5]), &cell(&[0, 9])), None);
        assert_eq!(mann_whitney(&cell(&[]), &cell(&[0, 9])), None);
        assert_eq!(kruskal_wallis(&[&cell(&[0, 9]), &cell(&[])]), None);
        assert_eq!(kruskal_wallis(&[&cell(&[0, 9]), &cell(&[0, 4])]), None);
        assert_eq!(kruskal_wallis(&[]), None);
        assert_eq!(signed_rank(&Histogram::new([(0.0, 9)])), None);
        assert_eq!(mann_whitney(&cell(&[60, 1]), &cell(&[50, 3])).unwrap().p_exact, None);
    }

    /// Two groups: H is the square of the Mann–Whitney z.
    #[test]
    fn two_groups_are_one_test() {
        let (a, b) = (cell(&[3, 8, 12, 4]), cell(&[9, 9, 6, 1]));
        let (two, many) = (mann_whitney(&a, &b).unwrap(), kruskal_wallis(&[&a, &b]).unwrap());
        assert!((two.z * two.z - many.h).abs() < 1e-9 && (two.p.p - many.p.p).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn turning_the_groups_turns_the_sign(
            a in prop::collection::vec(0_u64..7, 5), b in prop::collection::vec(0_u64..7, 5),
        ) {
            let (a, b) = (cell(&a), cell(&b));
            let (one, other) = (mann_whitney(&a, &b), mann_whitney(&b, &a));
            prop_assert_eq!(one.is_some(), other.is_some());
            if let (Some(one), Some(other)) = (one, other) {
                prop_assert!((one.delta + other.delta).abs() < 1e-12 && (one.z + other.z).abs() < 1e-9);
                prop_assert!((0.0..=1.0).contains(&one.superiority));
                let (p, q) = (one.p_exact.unwrap().p, other.p_exact.unwrap().p);
                prop_assert!(p > 0.0 && p <= 1.0 && (p - q).abs() < 1e-9, "{p} {q}");
                prop_assert!(one.p.p <= one.p_corrected.p);
            }
        }
    }
}
