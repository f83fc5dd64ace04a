//! Standard errors by leaving out a group of respondents at a time.

use std::collections::BTreeMap;

use crate::metric::law::{PValue, t_quantile};
use crate::tally::{Groups, Moments, Products};

/// All answers but those of one group, the others of its stratum weighted up for it.
#[derive(Debug, Clone)]
struct Replicate {
    stratum: usize,
    factor: f64,
    products: Products,
}

/// The answers, and all of them but a group, for each group: whatever is computed of the sums gets a standard
/// error.
///
/// v(θ) = Σₕ (1 − fₕ) (Gₕ − 1) / Gₕ Σ (θ₍ₕ₉₎ − θ̄ₕ)², where θ₍ₕ₉₎ is computed without group g of stratum h, the other
/// groups of h weighted by Gₕ / (Gₕ − 1), and θ̄ₕ is their mean; intervals and tests by Student's t with
/// Σ (Gₕ − 1) degrees of freedom. With each sampling unit a group these are the `JK1` and `JKn` of R's
/// `survey::as.svrepdesign`. Kott, “The delete-a-group jackknife”, *Journal of Official Statistics* 17 (2001),
/// 521–526. Not for medians and other statistics that jump.
#[derive(Debug, Clone)]
pub struct Jackknife {
    all: Moments,
    products: Products,
    replicates: Vec<Replicate>,
    freedom: f64,
}

/// A value with its standard error by the jackknife, in the value's unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Jackknifed {
    /// Value over all answers.
    pub value: f64,
    /// Standard error.
    pub se: f64,
    /// Lower end of the interval.
    pub ci_low: f64,
    /// Upper end of the interval.
    pub ci_high: f64,
    /// Two-sided p-value: could the value be zero?
    pub p_value: PValue,
}

impl Jackknife {
    /// The replicates: all answers but those of one group, for each group.
    ///
    /// `units` holds the step of each variable, `fractions` the part of the population of each stratum that
    /// was drawn, in 0…1; a stratum that is not in it is as good as endless. A stratum with a single group
    /// cannot lose it: such strata are joined to each other, a lone one to the first of the others, which makes
    /// the standard error too large rather than too small (collapsed strata: Wolter, *Introduction to
    /// Variance Estimation*, 2nd ed. (2007), 2.5).
    #[must_use]
    pub fn new(groups: Groups, units: &[f64], fractions: &BTreeMap<u16, f64>) -> Self {
        let variables = groups.variables();
        let mut strata: BTreeMap<u16, (Vec<Moments>, f64)> = BTreeMap::new();
        for ((stratum, _), moments) in groups.into_parts() {
            let fraction = fractions.get(&stratum).copied().unwrap_or(0.0).clamp(0.0, 1.0);
            strata.entry(stratum).or_insert_with(|| (Vec::new(), fraction)).0.push(moments);
        }
        let (mut strata, lone): (Vec<_>, Vec<_>) = strata.into_values().partition(|s| s.0.len() > 1);
        let fraction = lone.iter().map(|s| s.1).fold(1.0, f64::min);
        let joined: Vec<Moments> = lone.into_iter().flat_map(|s| s.0).collect();
        match strata.first_mut() {
            Some(first) if joined.len() == 1 => first.0.extend(joined),
            _ if joined.is_empty() => {}
            _ => strata.push((joined, fraction)),
        }

        let sum = |parts: &[Moments]| {
            let mut sum = Moments::new(variables);
            for part in parts {
                sum.merge(part);
            }
            sum
        };
        let sums: Vec<Moments> = strata.iter().map(|s| sum(&s.0)).collect();
        let all = sum(&sums);
        let mut replicates = Vec::new();
        for (stratum, ((parts, fraction), own)) in strata.iter().zip(&sums).enumerate() {
            let (groups, mut others) = (parts.len() as f64, all.clone());
            others.subtract(own);
            let others = others.products(units);
            for part in parts.iter().filter(|_| parts.len() > 1) {
                let mut left = own.clone();
                left.subtract(part);
                replicates.push(Replicate {
                    stratum,
                    factor: (groups - 1.0) / groups * (1.0 - fraction),
                    products: others.clone().plus(groups / (groups - 1.0), &left.products(units)),
                });
            }
        }
        let freedom = replicates.len() as f64 - strata.iter().filter(|s| s.0.len() > 1).count() as f64;
        Self { products: all.products(units), all, replicates, freedom }
    }

    /// Sums over all answers, in the variables' own units.
    #[must_use]
    pub fn products(&self) -> &Products {
        &self.products
    }

    /// Sums over all answers, as whole numbers; counts are unweighted.
    #[must_use]
    pub fn moments(&self) -> &Moments {
        &self.all
    }

    /// Degrees of freedom: groups less strata. Without a group to leave out there are none.
    #[must_use]
    pub fn freedom(&self) -> f64 {
        self.freedom
    }

    /// The sums of each replicate.
    pub(super) fn each(&self) -> impl Iterator<Item = &Products> {
        self.replicates.iter().map(|replicate| &replicate.products)
    }

    /// What `statistics` gives over all answers, each value with its interval at confidence `level`.
    ///
    /// None when it gives none over all answers or without one of the groups, when there are fewer than two
    /// groups, or outside 0 < `level` < 1.
    pub fn intervals(
        &self,
        level: f64,
        statistics: impl Fn(&Products) -> Option<Vec<f64>>,
    ) -> Option<Vec<Jackknifed>> {
        self.intervals_around(&statistics(&self.products)?, level, statistics)
    }

    /// The same for values that are known; `statistics` may give them more roughly, as long as it errs alike on
    /// every replicate.
    pub(super) fn intervals_around(
        &self,
        values: &[f64],
        level: f64,
        statistics: impl Fn(&Products) -> Option<Vec<f64>>,
    ) -> Option<Vec<Jackknifed>> {
        let half = t_quantile(level, self.freedom)?;
        let found: Vec<Vec<f64>> = self.each().map(statistics).collect::<Option<_>>()?;
        let strata: Vec<(&[Vec<f64>], f64)> = self
            .replicates
            .chunk_by(|a, b| a.stratum == b.stratum)
            .scan(0, |from, chunk| {
                let range = *from..*from + chunk.len();
                *from = range.end;
                Some((found.get(range)?, chunk.first()?.factor))
            })
            .collect();
        let interval = |(i, &value): (usize, &f64)| {
            let variance: Option<f64> = strata
                .iter()
                .map(|&(found, factor)| {
                    let of: Vec<f64> = found.iter().map(|f| f.get(i).copied()).collect::<Option<_>>()?;
                    let mean = of.iter().sum::<f64>() / of.len() as f64;
                    Some(factor * of.iter().map(|x| (x - mean).powi(2)).sum::<f64>())
                })
                .sum();
            let se = variance?.sqrt();
            // A value that no group moves is certain.
            let p_value = if se == 0.0 && value == 0.0 {
                PValue::from_z(0.0)
            } else {
                PValue::from_t(value / se, self.freedom)?
            };
            Some(Jackknifed { value, se, ci_low: value - half * se, ci_high: value + half * se, p_value })
        };
        values.iter().enumerate().map(interval).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tally::Unit;

    #[expect(clippy::unnecessary_wraps, reason = "a statistic may have no value")]
    fn mean(products: &Products) -> Option<Vec<f64>> {
        Some(vec![products.mean(0)])
    }

    fn alone(answers: &[i32]) -> Jackknife {
        let mut groups = Groups::new(1, 1_000_000);
        for (i, &x) in (0..).zip(answers) {
            groups.add(0, Unit::Named(i), 1, &[(0, x)]);
        }
        Jackknife::new(groups, &[1.0], &BTreeMap::new())
    }

    /// With each answer a group, the variance of a mean is s² / n, and the interval that of Student:
    /// R 4.2.2, `t.test(c(9,10,8,7,10,6,9,3,8,10,5,9))`.
    #[test]
    fn a_mean_gets_its_usual_standard_error() {
        let found = alone(&[9, 10, 8, 7, 10, 6, 9, 3, 8, 10, 5, 9]).intervals(0.95, mean).unwrap()[0];
        let (s2, n) = (53.666_666_666_666_664 / 11.0, 12.0_f64);
        assert!((found.value - 94.0 / 12.0).abs() < 1e-12 && (found.se - (s2 / n).sqrt()).abs() < 1e-12);
        let half = 2.200_985_160_082_949 * (s2 / n).sqrt();
        assert!((found.ci_high - found.value - half).abs() < 1e-9);
    }

    #[test]
    fn a_finite_population_leaves_less_doubt() {
        let mut groups = Groups::new(1, 1_000_000);
        (0..20).for_each(|i| groups.add(3, Unit::Named(i), 1, &[(0, i as i32 % 7)]));
        let se = |drawn| {
            let fractions = BTreeMap::from([(3, drawn)]);
            Jackknife::new(groups.clone(), &[1.0], &fractions).intervals(0.95, mean).unwrap()[0].se
        };
        assert!((se(0.25) / se(0.0) - 0.75_f64.sqrt()).abs() < 1e-12);
    }

    #[test]
    fn strata_of_one_group_are_joined() {
        let mut groups = Groups::new(1, 2);
        (0..40).for_each(|i| groups.add(0, Unit::Named(i), 1, &[(0, i as i32 % 5)]));
        groups.add(1, Unit::Named(7), 1, &[(0, 9)]);
        let lone = Jackknife::new(groups.clone(), &[1.0], &BTreeMap::new());
        assert_eq!(lone.freedom(), 2.0, "the lone stratum went to the first");
        groups.add(2, Unit::Named(8), 1, &[(0, 1)]);
        let two = Jackknife::new(groups, &[1.0], &BTreeMap::new());
        assert_eq!(two.freedom(), 2.0, "two lone strata are one of two groups");
        assert_eq!(two.moments().n(), 42);
    }

    #[test]
    fn nothing_to_leave_out_gives_nothing() {
        assert!(alone(&[]).intervals(0.95, mean).is_none());
        assert!(alone(&[3]).intervals(0.95, mean).is_none());
        assert!(alone(&[3, 4]).intervals(1.0, mean).is_none());
        assert!(alone(&[3, 4]).intervals(0.95, |_| None).is_none());
        let certain = alone(&[4, 4, 4]).intervals(0.95, mean).unwrap()[0];
        assert!(certain.se == 0.0 && certain.p_value.p == 0.0);
    }

    /// Identical answers are as good as independent ones: the standard error of a share is √(p (1 − p) / n),
    /// to what fifty groups can tell (their estimate of a variance varies by a fifth).
    #[test]
    fn equal_answers_are_spread() {
        let mut groups = Groups::new(1, 50);
        (0..4000).for_each(|i| groups.add(0, Unit::Alike, 1, if i % 4 == 0 { &[(0, 1)] } else { &[] }));
        let found = Jackknife::new(groups, &[1.0], &BTreeMap::new()).intervals(0.95, mean).unwrap()[0];
        let expected = (0.25_f64 * 0.75 / 4000.0).sqrt();
        assert!((found.value - 0.25).abs() < 1e-12);
        assert!((found.se / expected - 1.0).abs() < 0.3, "{} is not {expected}", found.se);
    }
}
