//! The permutation test without its normal approximation, for the few mentions where that one misleads.

use statrs::function::factorial::ln_factorial;

use crate::metric::law::PValue;
use crate::tally::Histogram;

/// Under this expected number of mentions in the rarest group of answers, the normal law is not trusted: the
/// rule of χ² against Fisher.
const FEW: f64 = 5.0;
/// Allocations of the mentions to the groups that are enumerated, at most.
const MOST: u64 = 1_000_000;

/// Two-sided p-value of the mean of `with`, its answers drawn from `all` without replacement: the probability of
/// a mean at least as far from that of `all` (multivariate hypergeometric law). None when more than three
/// values are answered, when the normal approximation holds, or when there is too much to enumerate.
pub(super) fn exact(with: &Histogram, all: &Histogram) -> Option<PValue> {
    let groups: Vec<(f64, u64)> = all.bins().iter().copied().filter(|bin| bin.1 > 0).collect();
    let (n, total) = (with.n(), all.n());
    let rarest = groups.iter().map(|g| g.1).min()?;
    if groups.len() > 3 || n as f64 * rarest as f64 / total as f64 >= FEW {
        return None;
    }
    let group = |i: usize| groups.get(i).copied().unwrap_or((0.0, 0));
    let [(x, a), (y, b), (z, c)] = [group(0), group(1), group(2)];
    if (a.min(n) + 1).checked_mul(b.min(n) + 1)? > MOST {
        return None;
    }
    let ln_choose = |n: u64, k: u64| ln_factorial(n) - ln_factorial(k) - ln_factorial(n - k);
    let expected = all.mean()? * n as f64;
    let distance = (with.mean()? * n as f64 - expected).abs() * (1.0 - 1e-9);

    // Sums of probabilities relative to the largest so far, so that none vanishes.
    let (mut most, mut whole, mut extreme) = (f64::NEG_INFINITY, 0.0, 0.0);
    for i in 0..=a.min(n) {
        for j in 0..=b.min(n - i) {
            let k = n - i - j;
            if k > c {
                continue;
            }
            let ln = ln_choose(a, i) + ln_choose(b, j) + ln_choose(c, k);
            if ln > most {
                let scale = (most - ln).exp();
                (whole, extreme, most) = (whole * scale, extreme * scale, ln);
            }
            let share = (ln - most).exp();
            whole += share;
            let sum = x * i as f64 + y * j as f64 + z * k as f64;
            if (sum - expected).abs() >= distance {
                extreme += share;
            }
        }
    }
    Some(PValue::from_ln((extreme / whole).ln()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All the ways to choose `n` of `answers`, each as its sum.
    fn sums(answers: &[f64], n: usize) -> Vec<f64> {
        match (n, answers.split_first()) {
            (0, _) => vec![0.0],
            (_, None) => Vec::new(),
            (_, Some((first, rest))) => {
                let mut taken: Vec<f64> = sums(rest, n - 1).into_iter().map(|s| s + first).collect();
                taken.extend(sums(rest, n));
                taken
            }
        }
    }

    #[test]
    fn it_is_the_share_of_all_draws() {
        let all = [-100.0, -100.0, 0.0, 0.0, 0.0, 100.0, 100.0, 100.0, 100.0, 100.0];
        for with in [vec![-100.0, -100.0, 0.0], vec![100.0, 100.0, 100.0], vec![-100.0, 0.0, 100.0, 100.0]] {
            let histogram = |answers: &[f64]| Histogram::new(answers.iter().map(|x| (*x, 1)));
            let draws = sums(&all, with.len());
            let mean = all.iter().sum::<f64>() / 10.0 * with.len() as f64;
            let observed = (with.iter().sum::<f64>() - mean).abs();
            let extreme = draws.iter().filter(|s| (*s - mean).abs() >= observed - 1e-6).count();
            let expected = extreme as f64 / draws.len() as f64;
            let found = exact(&histogram(&with), &histogram(&all)).unwrap().p;
            assert!((found - expected).abs() < 1e-12, "{found} is not {expected}");
        }
    }

    /// R 4.2.2, `fisher.test(matrix(c(3, 1, 1, 3), 2))`: 0.4857143; the law is symmetric, so both orders of
    /// extremes agree.
    #[test]
    fn two_groups_give_fisher() {
        let with = Histogram::new([(0.0, 1), (100.0, 3)]);
        let all = Histogram::new([(0.0, 4), (100.0, 4)]);
        assert!((exact(&with, &all).unwrap().p - 0.485_714_285_714_285_7).abs() < 1e-12);
    }

    #[test]
    fn it_leaves_the_usual_case_to_the_normal_law() {
        let with = Histogram::new([(-100.0, 20), (0.0, 20), (100.0, 20)]);
        let all = Histogram::new([(-100.0, 200), (0.0, 200), (100.0, 200)]);
        assert!(exact(&with, &all).is_none());
        let seven = Histogram::new((1..=7).map(|x| (f64::from(x), 1)));
        assert!(exact(&seven, &seven).is_none());
        let enormous = Histogram::new([(-100.0, 1), (0.0, 3_000_000_000), (100.0, 3_000_000_000)]);
        assert!(exact(&Histogram::new([(0.0, 2_000_000), (100.0, 2_000_000)]), &enormous).is_none());
    }
}
