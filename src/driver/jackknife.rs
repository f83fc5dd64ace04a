//! Standard errors by leaving out a group of respondents at a time.

use std::collections::BTreeMap;

use super::moments::{Moments, Products};
use crate::metric::law::{PValue, t_quantile};

/// Groups in all, at least: a standard error of G groups varies by one part in √(2 G) from one grouping to the next,
/// of a hundred by 7 %.
const GROUPS: u32 = 100;

/// Groups of each stratum, so that there are a hundred or more in all, and two in each. Where few clusters were drawn
/// (under a thousand, say), as many groups as will keep them apart are better: each is then a group.
#[must_use]
pub fn groups_per_stratum(strata: usize) -> u32 {
    GROUPS.div_ceil(u32::try_from(strata).unwrap_or(u32::MAX).max(1)).max(2)
}

/// What was drawn when an answer was: the answers of one unit are in one group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A respondent, a cluster, or a row that nothing else resembles, by the hash of its name or content.
    Named(u64),
    /// A row that many others equal in all that is counted. They are spread over the groups at random, as
    /// independent answers are, and not by their content, which would put them into one group.
    Alike,
}

impl Unit {
    /// Unit of an answer: its respondent or cluster where these are named (`name`, a hash), else the row, by a hash of
    /// its content, unless it is `alike`: a verbatim of at most two themes, one rating for everything. A hash
    /// of the row's number would change with the order of the rows.
    #[must_use]
    pub fn of_row(name: Option<u64>, content: u64, alike: bool) -> Self {
        match name {
            Some(name) => Self::Named(name),
            None if alike => Self::Alike,
            None => Self::Named(content),
        }
    }
}

/// One answer that others may equal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Alike {
    stratum: u16,
    weight: u64,
    values: Box<[(usize, i32)]>,
}

/// Sums of products by group of respondents, filled in one pass.
///
/// A respondent's group is a hash of its name, so neither the order of the rows nor the number of threads moves
/// it. Merging is addition.
///
/// ```
/// use std::collections::BTreeMap;
/// use barometre::driver::{Groups, Unit};
/// let mut groups = Groups::new(1, 50);
/// (0..500).for_each(|respondent| groups.add(0, Unit::Named(respondent), 1, &[(0, respondent as i32 % 5 + 1)]));
/// let sums = groups.finish(&[1.0], &BTreeMap::new());
/// let mean = sums.intervals(0.95, |products| Some(vec![products.mean(0)])).unwrap()[0];
/// assert!(mean.value == 3.0 && mean.ci_low > 2.8 && mean.ci_high < 3.2);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Groups {
    variables: usize,
    per_stratum: u32,
    parts: BTreeMap<(u16, u32), Moments>,
    alike: BTreeMap<Alike, u64>,
}

/// The finaliser of `SplitMix64` (Steele, Lea & Flood, “Fast splittable pseudorandom number generators”, 2014).
fn mixed(x: u64) -> u64 {
    let x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

impl Groups {
    /// No answer; so many variables, so many groups a stratum ([`groups_per_stratum`]).
    #[must_use]
    pub fn new(variables: usize, groups: u32) -> Self {
        Self { variables, per_stratum: groups.max(2), parts: BTreeMap::new(), alike: BTreeMap::new() }
    }

    /// Adds one answer: its stratum (0 without any), its unit, its weight in counted units (1 without weights) and
    /// the variables that are not zero, each once.
    pub fn add(&mut self, stratum: u16, unit: Unit, weight: u64, values: &[(usize, i32)]) {
        match unit {
            Unit::Named(name) => self.put(stratum, name, weight, values),
            Unit::Alike => {
                let mut values: Box<[(usize, i32)]> = values.into();
                values.sort_unstable();
                *self.alike.entry(Alike { stratum, weight, values }).or_default() += 1;
            }
        }
    }

    fn put(&mut self, stratum: u16, name: u64, weight: u64, values: &[(usize, i32)]) {
        let group = (u128::from(mixed(name.wrapping_add(GOLDEN))) * u128::from(self.per_stratum)) >> 64;
        let part = self.parts.entry((stratum, group as u32)).or_insert_with(|| Moments::new(self.variables));
        part.add(weight, values);
    }

    /// Adds the answers of another pass, over the same variables and as many groups.
    pub fn merge(&mut self, other: Self) {
        for (key, theirs) in other.parts {
            self.parts.entry(key).or_insert_with(|| Moments::new(self.variables)).merge(&theirs);
        }
        for (alike, count) in other.alike {
            *self.alike.entry(alike).or_default() += count;
        }
    }

    /// The replicates: all answers but those of one group, for each group.
    ///
    /// `units` holds the step of each variable, `fractions` the part of the population of each stratum that
    /// was drawn, in 0…1; a stratum that is not in it is as good as endless. A stratum with a single group
    /// cannot lose it: such strata are joined to each other, a lone one to the first of the others, which makes
    /// the standard error too large rather than too small (collapsed strata: Wolter, *Introduction to
    /// Variance Estimation*, 2nd ed. (2007), 2.5).
    #[must_use]
    pub fn finish(mut self, units: &[f64], fractions: &BTreeMap<u16, f64>) -> Jackknife {
        for (alike, count) in std::mem::take(&mut self.alike) {
            let seed = alike.values.iter().fold(mixed(alike.weight), |seed, &(variable, x)| {
                mixed(seed.wrapping_mul(GOLDEN) ^ ((variable as u64) << 32 | u64::from(x.cast_unsigned())))
            });
            for i in 0..count {
                self.put(
                    alike.stratum,
                    seed.wrapping_add(i.wrapping_mul(GOLDEN)),
                    alike.weight,
                    &alike.values,
                );
            }
        }
        let mut strata: BTreeMap<u16, (Vec<Moments>, f64)> = BTreeMap::new();
        for ((stratum, _), moments) in self.parts {
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
            let mut sum = Moments::new(self.variables);
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
        Jackknife { products: all.products(units), all, replicates, freedom }
    }
}

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
    use proptest::prelude::*;

    use super::*;

    #[expect(clippy::unnecessary_wraps, reason = "a statistic may have no value")]
    fn mean(products: &Products) -> Option<Vec<f64>> {
        Some(vec![products.mean(0)])
    }

    fn alone(answers: &[i32]) -> Jackknife {
        let mut groups = Groups::new(1, 1_000_000);
        for (i, &x) in (0..).zip(answers) {
            groups.add(0, Unit::Named(i), 1, &[(0, x)]);
        }
        groups.finish(&[1.0], &BTreeMap::new())
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
            groups.clone().finish(&[1.0], &fractions).intervals(0.95, mean).unwrap()[0].se
        };
        assert!((se(0.25) / se(0.0) - 0.75_f64.sqrt()).abs() < 1e-12);
    }

    #[test]
    fn strata_of_one_group_are_joined() {
        let mut groups = Groups::new(1, 2);
        (0..40).for_each(|i| groups.add(0, Unit::Named(i), 1, &[(0, i as i32 % 5)]));
        groups.add(1, Unit::Named(7), 1, &[(0, 9)]);
        let lone = groups.clone().finish(&[1.0], &BTreeMap::new());
        assert_eq!(lone.freedom(), 2.0, "the lone stratum went to the first");
        groups.add(2, Unit::Named(8), 1, &[(0, 1)]);
        let two = groups.finish(&[1.0], &BTreeMap::new());
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
        assert_eq!((groups_per_stratum(0), groups_per_stratum(3), groups_per_stratum(400)), (100, 34, 2));
    }

    /// Identical answers are as good as independent ones: the standard error of a share is √(p (1 − p) / n),
    /// to what fifty groups can tell (their estimate of a variance varies by a fifth).
    #[test]
    fn equal_answers_are_spread() {
        let mut groups = Groups::new(1, 50);
        (0..4000).for_each(|i| groups.add(0, Unit::Alike, 1, if i % 4 == 0 { &[(0, 1)] } else { &[] }));
        let found = groups.finish(&[1.0], &BTreeMap::new()).intervals(0.95, mean).unwrap()[0];
        let expected = (0.25_f64 * 0.75 / 4000.0).sqrt();
        assert!((found.value - 0.25).abs() < 1e-12);
        assert!((found.se / expected - 1.0).abs() < 0.3, "{} is not {expected}", found.se);
    }

    proptest! {
        #[test]
        fn order_and_parts_change_nothing(
            answers in prop::collection::vec((0_u16..3, 0_u64..9, 1_u64..5, -9_i32..9, any::<bool>()), 0..60),
            cut in 0_usize..60, turn in 0_usize..60,
        ) {
            let groups = |answers: &[(u16, u64, u64, i32, bool)]| {
                let mut groups = Groups::new(1, 4);
                for &(stratum, unit, weight, x, alike) in answers {
                    let unit = if alike { Unit::Alike } else { Unit::Named(unit) };
                    groups.add(stratum, unit, weight, &[(0, x)]);
                }
                groups
            };
            let whole = groups(&answers);
            let mut turned = answers.clone();
            turned.rotate_left(turn.min(answers.len()));
            let (left, right) = turned.split_at(cut.min(turned.len()));
            let mut merged = groups(right);
            merged.merge(groups(left));
            prop_assert_eq!(&merged, &whole);
            let (one, other) = (merged.finish(&[1.0], &BTreeMap::new()), whole.finish(&[1.0], &BTreeMap::new()));
            let (one, other) = (one.intervals(0.9, mean), other.intervals(0.9, mean));
            prop_assert_eq!(one, other);
        }
    }
}
