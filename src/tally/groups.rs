//! Sums of products by group of respondents, for standard errors that leave out one group at a time.

use std::collections::BTreeMap;

use super::moments::Moments;

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
/// use barometre::driver::Jackknife;
/// use barometre::tally::{Groups, Unit};
/// let mut groups = Groups::new(1, 50);
/// (0..500).for_each(|respondent| groups.add(0, Unit::Named(respondent), 1, &[(0, respondent as i32 % 5 + 1)]));
/// let sums = Jackknife::new(groups, &[1.0], &BTreeMap::new());
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

    /// The sums of each group of each stratum that has answers.
    #[must_use]
    pub fn into_parts(mut self) -> BTreeMap<(u16, u32), Moments> {
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
        self.parts
    }

    /// Number of variables.
    #[must_use]
    pub fn variables(&self) -> usize {
        self.variables
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn strata_share_the_groups() {
        assert_eq!((groups_per_stratum(0), groups_per_stratum(3), groups_per_stratum(400)), (100, 34, 2));
    }

    #[test]
    fn a_respondent_is_in_one_group_and_equal_rows_in_many() {
        let mut groups = Groups::new(1, 50);
        (0..200).for_each(|_| groups.add(0, Unit::of_row(Some(7), 1, true), 1, &[(0, 1)]));
        assert_eq!(groups.clone().into_parts().len(), 1);
        (0..200).for_each(|_| groups.add(0, Unit::of_row(None, 1, true), 1, &[(0, 1)]));
        let parts = groups.into_parts();
        assert!(parts.len() > 40 && parts.values().map(Moments::n).sum::<u64>() == 400);
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
            prop_assert_eq!(merged.into_parts(), whole.into_parts());
        }
    }
}
