//! The linked answers that the models rest on.

use std::collections::{BTreeMap, BTreeSet};

use super::feature::{Feature, quantile, whole_second};
use super::join::{Answer, Features, Joined};
use super::satisfaction::Asked;
use crate::driver::Limits;
use crate::tally::{groups_per_stratum, rated_enough};

/// Agents from which on answers are grouped by agent: fewer groups give a standard error that is itself unsure by a
/// fifth or more.
const AGENTS: usize = 15;
/// Fewest answers with a feature, and without, for the model: the errors of fewer are as unsure as what they measure.
const LEAST: u64 = 30;
/// Part of the handle times that are not long.
const LONG_HANDLE: f64 = 0.75;
/// Steps of a share of an agent's answers.
pub(super) const SHARES: f64 = 1e6;
/// Names of the groups of answers without an agent, beyond the numbers of all agents.
const NOBODY: u64 = 1 << 40;

/// An answer to one score question, and the contact that it is about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Linked {
    /// The contact.
    pub contact: Features,
    /// The answer, turned already where the scale is reversed.
    pub answer: f64,
}

impl Linked {
    /// Whether the contact has each feature.
    pub(super) fn has(&self, cuts: &[(Feature, i64)]) -> impl Iterator<Item = bool> {
        cuts.iter().map(|&(feature, cut)| feature.value(&self.contact).is_some_and(|x| x > cut))
    }
}

impl Joined {
    /// The answers to one question with their contacts; `contacts` and `answers` are those that were joined.
    #[must_use]
    pub fn of_question(&self, contacts: &[Features], answers: &[Answer], question: usize) -> Vec<Linked> {
        let linked = |&(answer, contact): &(usize, usize)| {
            let score = answers.get(answer)?.scores.iter().find(|(asked, _)| *asked == question)?;
            Some(Linked { contact: *contacts.get(contact)?, answer: score.1 })
        };
        self.pairs.iter().filter_map(linked).collect()
    }
}

/// The answers that the models rest on.
pub(super) struct Complete<'a> {
    pub linked: Vec<&'a Linked>,
    pub features: Vec<Feature>,
    /// Agents, where the answers are grouped by them.
    pub agents: Option<u64>,
    pub answered: u64,
}

impl Complete<'_> {
    pub fn of(linked: &[Linked]) -> Complete<'_> {
        let known = |feature: &Feature| {
            linked.iter().filter(|one| feature.value(&one.contact).is_some()).count() as u64
        };
        let enough = rated_enough(&Feature::ALL.map(|feature| known(&feature)), linked.len() as u64);
        let features: Vec<Feature> =
            Feature::ALL.into_iter().zip(enough).filter(|(_, enough)| *enough).map(|(f, _)| f).collect();
        let whole = |one: &&Linked| {
            one.answer.is_finite() && features.iter().all(|f| f.value(&one.contact).is_some())
        };
        let complete: Vec<&Linked> = linked.iter().filter(whole).collect();
        let agents: Vec<u32> = complete.iter().filter_map(|one| one.contact.agent).collect();
        let distinct = agents.iter().collect::<BTreeSet<_>>().len();
        let grouped = distinct >= AGENTS && 2 * agents.len() >= complete.len();
        Complete {
            linked: complete,
            features,
            agents: grouped.then_some(distinct as u64),
            answered: linked.len() as u64,
        }
    }

    /// Whose answer it is, for the standard errors, as the hash of a name; `content` is one of what the answer says.
    /// None where the answer stands for itself.
    pub fn name(&self, contact: &Features, content: u64) -> Option<u64> {
        let groups = u64::from(groups_per_stratum(1));
        match (self.agents, contact.agent) {
            (Some(_), Some(agent)) => Some(u64::from(agent)),
            (Some(_), None) => Some(NOBODY + contact.customer.unwrap_or(content) % groups),
            (None, _) => contact.customer,
        }
    }

    /// Groups of answers for the jackknife: each agent is one, or else there are a hundred.
    pub fn groups(&self) -> u32 {
        self.agents.map_or(groups_per_stratum(1), |_| 1 << 30)
    }

    /// Whether half of the answers or more name their agent, and more than one of them.
    pub fn agent_held(&self) -> bool {
        let named = || self.linked.iter().filter_map(|one| one.contact.agent);
        2 * named().count() >= self.linked.len() && named().min() != named().max()
    }

    /// Share of each feature among the answers of each agent, in [`SHARES`]; of those of nobody in particular too.
    /// Empty where the agent is not held.
    pub fn agent_shares(&self, cuts: &[(Feature, i64)]) -> BTreeMap<Option<u32>, Vec<i32>> {
        if !self.agent_held() {
            return BTreeMap::new();
        }
        let mut counts: BTreeMap<Option<u32>, (u64, Vec<u64>)> = BTreeMap::new();
        for one in &self.linked {
            let own = counts.entry(one.contact.agent).or_insert_with(|| (0, vec![0; cuts.len()]));
            own.0 += 1;
            own.1.iter_mut().zip(one.has(cuts)).for_each(|(count, has)| *count += u64::from(has));
        }
        let share = |n: u64, count: u64| (SHARES * count as f64 / n as f64).round() as i32;
        counts
            .into_iter()
            .map(|(agent, (n, counts))| (agent, counts.into_iter().map(|count| share(n, count)).collect()))
            .collect()
    }

    /// Values of a feature, ascending.
    pub fn ascending(&self, feature: Feature) -> Vec<i64> {
        let mut values: Vec<i64> = self.linked.iter().filter_map(|one| feature.value(&one.contact)).collect();
        values.sort_unstable();
        values
    }

    /// The value beyond which a contact has a feature: a wait over the delay of the service level, or in the
    /// longest third where nearly all waits are on one side of that delay; a handle time over the 75th percentile,
    /// both to the second above; what is said by yes or no, itself.
    pub fn cut(&self, feature: Feature, asked: &Asked<'_>) -> i64 {
        let values = self.ascending(feature);
        let beyond = |part| quantile(&values, part).map_or(0, whole_second);
        match feature {
            Feature::Wait => {
                let over = values.len() - values.partition_point(|wait| *wait <= asked.long_wait);
                let least = over.min(values.len() - over) as u64;
                if least >= support(asked.limits) { asked.long_wait } else { beyond(2.0 / 3.0) }
            }
            Feature::Handle => beyond(LONG_HANDLE),
            Feature::Unresolved | Feature::Transferred => 0,
        }
    }
}

/// Fewest answers with a feature, and without, for the model.
pub(super) fn support(limits: Limits) -> u64 {
    limits.min_support.max(limits.min_group).max(LEAST)
}

#[cfg(test)]
mod tests {
    use super::super::join::{Join, join};
    use super::*;

    #[test]
    fn answers_of_a_question_come_with_their_contacts() {
        let contacts = [Features { id: Some(7), row: 2, ..Features::default() }];
        let answer = |row, scores| Answer { row, id: Some(7 + row % 2), scores, ..Answer::default() };
        let answers = [answer(2, vec![(0, 4.0), (2, 9.0)]), answer(3, vec![(2, 8.0)])];
        let joined = join(&contacts, &answers, &Join::default());
        let scores = |question| {
            let linked = joined.of_question(&contacts, &answers, question);
            linked.iter().map(|one| (one.contact.row, one.answer)).collect::<Vec<_>>()
        };
        assert_eq!((scores(2), scores(1)), (vec![(2, 9.0)], vec![]));
    }

    /// Agents 1 and 2, and two answers of nobody: the shares of a feature are 1/2, 1 and 0.
    #[test]
    fn shares_are_those_of_each_agent() {
        let of = |agent, solved| Linked {
            contact: Features { agent, solved: Some(solved), customer: Some(5), ..Features::default() },
            answer: 4.0,
        };
        let linked = [(Some(1), true), (Some(1), false), (Some(2), false), (None, true), (None, true)];
        let linked = linked.map(|(agent, solved)| of(agent, solved));
        let complete = Complete::of(&linked);
        let shares = complete.agent_shares(&[(Feature::Unresolved, 0)]);
        let expected = [(None, vec![0]), (Some(1), vec![500_000]), (Some(2), vec![1_000_000])];
        assert_eq!(shares, BTreeMap::from(expected));
        // Two agents are too few to be groups: the customer is.
        assert_eq!((complete.name(&linked[0].contact, 9), complete.groups()), (Some(5), 100));
        assert!(!Complete::of(&linked[3..]).agent_held() && !Complete::of(&linked[..2]).agent_held());
    }
}
