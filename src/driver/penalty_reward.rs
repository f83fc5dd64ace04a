//! Penalty and reward: what only displeases, what delights.

use schemars::JsonSchema;
use serde::Serialize;

use super::adjusted::{Effect, adjusted};
use super::jackknife::{Jackknife, Jackknifed};
use super::linear::least_squares;
use crate::lang::Lang;

/// What a rated dimension does to a score at both ends of its scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PenaltyReward {
    /// Score of those who rate it low less that of those who rate it middling, all else equal; none where too few
    /// do to tell. Its impact: the points of score that go with low ratings.
    pub penalty: Option<Effect>,
    /// Score of those who rate it high less that of those who rate it middling, all else equal.
    pub reward: Option<Effect>,
    /// Reward less the size of the penalty: negative where a dimension displeases more than it pleases. None without
    /// both.
    pub asymmetry: Option<Jackknifed>,
}

/// What kind of satisfaction a dimension gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Appeal {
    /// Displeases when bad, and more than it pleases when good, if it does.
    Basic,
    /// Displeases when bad, pleases when good.
    Performance,
    /// Delights when good, and more than it is missed when bad, if it is.
    Excitement,
    /// What was answered does not tell.
    Undecided,
}

impl Appeal {
    /// What it is called in a report.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Basic => pick!(lang, topics::expected_missed_when_bad_noticed_less_when),
            Self::Performance => pick!(lang, topics::proportional_displeases_or_pleases_with_its),
            Self::Excitement => pick!(lang, topics::delights_noticed_when_good_missed_less_when),
            Self::Undecided => pick!(lang, topics::effect_not_settled),
        }
    }
}

impl PenaltyReward {
    /// Kind of satisfaction, by the intervals that leave zero out: both effects, or one of them that is larger than the
    /// other. An effect that is not established is not taken for none.
    #[must_use]
    pub fn appeal(&self) -> Appeal {
        let penalised = self.penalty.is_some_and(|penalty| penalty.effect.ci_high < 0.0);
        let rewarded = self.reward.is_some_and(|reward| reward.effect.ci_low > 0.0);
        match (penalised, rewarded, self.asymmetry) {
            (true, true, _) => Appeal::Performance,
            (true, false, Some(asymmetry)) if asymmetry.ci_high < 0.0 => Appeal::Basic,
            (false, true, Some(asymmetry)) if asymmetry.ci_low > 0.0 => Appeal::Excitement,
            _ => Appeal::Undecided,
        }
    }
}

/// Penalty and reward of each dimension, given as two variables: 1 where it is rated low, 1 where it is rated high.
///
/// The [`adjusted`] effects of all of these at once. Brandt, “How service marketers can identify value-enhancing
/// service elements”, *Journal of Services Marketing* 2 (1988), 35–41. None when no end is given by
/// `min_support` answers, and where [`adjusted`] gives none.
#[must_use]
pub fn penalty_reward(
    jackknife: &Jackknife,
    score: usize,
    dimensions: &[(usize, usize)],
    min_support: u64,
    level: f64,
) -> Option<Vec<PenaltyReward>> {
    let ends: Vec<usize> = dimensions.iter().flat_map(|&(low, high)| [low, high]).collect();
    let model = adjusted(jackknife, score, &ends, min_support, level)?;
    let themes: Vec<usize> = model.effects.iter().map(|effect| effect.theme).collect();
    let place = |variable: usize| themes.iter().position(|theme| *theme == variable);
    let places: Vec<[Option<usize>; 2]> =
        dimensions.iter().map(|&(low, high)| [place(low), place(high)]).collect();
    let sums = jackknife.intervals(level, |products| {
        let slopes = least_squares(products, score, &themes)?.slopes;
        let sum = |&[low, high]: &[Option<usize>; 2]| Some(slopes[low?] + slopes[high?]);
        Some(places.iter().map(|ends| sum(ends).unwrap_or(0.0)).collect())
    })?;
    let of = |(&[low, high], asymmetry): (&[Option<usize>; 2], Jackknifed)| PenaltyReward {
        penalty: low.map(|i| model.effects[i]),
        reward: high.map(|i| model.effects[i]),
        asymmetry: (low.is_some() && high.is_some()).then_some(asymmetry),
    };
    Some(places.iter().zip(sums).map(of).collect())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::tally::{Groups, Unit};

    /// The first dimension costs 40 when low, the second brings 30 when high, nobody rates the third low.
    #[test]
    fn each_end_has_its_effect() {
        let mut groups = Groups::new(7, 50);
        for row in 0..900_u64 {
            let (a, b, c) = (row % 3, row / 3 % 3, row / 9 % 2 + 1);
            let noise = (row.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 33) % 41;
            let mut values = vec![(6, noise as i32 - 20 - 40 * i32::from(a == 0) + 30 * i32::from(b == 2))];
            for (dimension, rated) in [a, b, c].into_iter().enumerate() {
                match rated {
                    0 => values.push((2 * dimension, 1)),
                    2 => values.push((2 * dimension + 1, 1)),
                    _ => {}
                }
            }
            groups.add(0, Unit::Named(row), 1, &values);
        }
        let jackknife = Jackknife::new(groups, &[1.0; 7], &BTreeMap::new());
        let found = penalty_reward(&jackknife, 6, &[(0, 1), (2, 3), (4, 5)], 30, 0.999).unwrap();
        assert!((found[0].penalty.unwrap().effect.value + 40.0).abs() < 3.0);
        assert!((found[1].reward.unwrap().effect.value - 30.0).abs() < 3.0);
        assert!(found[2].penalty.is_none() && found[2].reward.is_some() && found[2].asymmetry.is_none());
        let sum = found[0].penalty.unwrap().effect.value + found[0].reward.unwrap().effect.value;
        assert!((found[0].asymmetry.unwrap().value - sum).abs() < 1e-9);
        let appeals: Vec<Appeal> = found.iter().map(PenaltyReward::appeal).collect();
        assert_eq!(appeals, [Appeal::Basic, Appeal::Excitement, Appeal::Undecided]);
    }
}
