//! The score of each agent, for those with enough answers.

use std::collections::BTreeMap;

use super::complete::Linked;
use super::score::interval;
use crate::driver::{Limits, Target};
use crate::keyness::benjamini_hochberg;
use crate::metric::compare::difference;
use crate::privacy::suppressed;
use crate::tally::Histogram;

/// The score that the customers of one agent give. Every number of a hidden agent is null.
#[derive(Debug, Clone, PartialEq)]
pub struct AgentScore {
    /// Number of the agent, in place of the name.
    pub agent: u32,
    /// Answers about this agent's contacts.
    pub n: Option<u64>,
    /// The score, in the unit of the metric.
    pub value: Option<f64>,
    /// Lower end of its interval; null where the answers show no spread.
    pub ci_low: Option<f64>,
    /// Upper end of its interval.
    pub ci_high: Option<f64>,
    /// What sets the agent apart from all the others together; null where nothing can be compared.
    pub apart: Option<Apart>,
    /// True under the minimum base, and where another hidden agent could be told from this one.
    pub suppressed: bool,
}

/// The score of an agent less that of all other agents.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Apart {
    /// The difference, in the unit of the metric.
    pub difference: f64,
    /// Lower end of its interval.
    pub ci_low: f64,
    /// Upper end of its interval.
    pub ci_high: f64,
    /// Two-sided p-value.
    pub p: f64,
    /// Benjamini–Hochberg q-value over the agents shown.
    pub q: f64,
}

/// The score of each agent, by number, and what sets it apart from the others ([`difference`]: hidden agents are among
/// the others). Answers without an agent are left out.
///
/// An agent with fewer answers than the minimum group is hidden. Where what is hidden could be had by taking the shown
/// from the whole (one hidden agent, or too few answers hidden together), the agent shown with the fewest answers is
/// hidden too, until it cannot.
///
/// Agents do not choose their calls: who takes the long waits, or the requests that nobody resolves at once, scores
/// lower for that. The numbers say where to look, not who works well.
#[must_use]
pub fn agent_scores(linked: &[Linked], target: &Target<'_>, limits: Limits) -> Vec<AgentScore> {
    let mut answers: BTreeMap<u32, Vec<(f64, u64)>> = BTreeMap::new();
    for one in linked.iter().filter(|one| one.answer.is_finite()) {
        if let Some(agent) = one.contact.agent {
            answers.entry(agent).or_default().push((one.answer, 1));
        }
    }
    let answers: BTreeMap<u32, Histogram> =
        answers.into_iter().map(|(agent, answers)| (agent, Histogram::new(answers))).collect();
    let all = Histogram::new(answers.values().flat_map(|answers| answers.bins().iter().copied()));
    let hidden = hidden(&answers, limits.min_group);
    let row = |(&agent, own): (&u32, &Histogram)| {
        if hidden.contains(&agent) {
            return AgentScore {
                agent,
                n: None,
                value: None,
                ci_low: None,
                ci_high: None,
                apart: None,
                suppressed: true,
            };
        }
        let ends = interval(target, own, limits.level);
        let others = all.minus(own).into();
        let found =
            difference(target.metric, target.kind, target.scale, &others, &own.clone().into(), limits.level);
        AgentScore {
            agent,
            n: Some(own.n()),
            value: own.map(|x| target.metric.of_answer(target.kind, target.scale, x)).mean(),
            ci_low: ends.map(|ends| ends.0),
            ci_high: ends.map(|ends| ends.1),
            apart: found.map(|found| Apart {
                difference: found.difference,
                ci_low: found.ci_low,
                ci_high: found.ci_high,
                p: found.p.p,
                q: found.p.p,
            }),
            suppressed: false,
        }
    };
    let mut rows: Vec<AgentScore> = answers.iter().map(row).collect();
    let mut compared: Vec<&mut Apart> = rows.iter_mut().filter_map(|row| row.apart.as_mut()).collect();
    let p: Vec<f64> = compared.iter().map(|apart| apart.p).collect();
    for (apart, q) in compared.iter_mut().zip(benjamini_hochberg(&p)) {
        apart.q = q;
    }
    rows
}

/// Agents whose score is not shown.
fn hidden(answers: &BTreeMap<u32, Histogram>, min_group: u64) -> Vec<u32> {
    let mut order: Vec<(u64, u32)> = answers.iter().map(|(agent, answers)| (answers.n(), *agent)).collect();
    order.sort_unstable();
    let few = order.partition_point(|(n, _)| suppressed(*n, min_group));
    let enough = |hidden: usize| {
        let together: u64 = order[..hidden].iter().map(|(n, _)| n).sum();
        hidden == 0 || (hidden > 1 && !suppressed(together, min_group))
    };
    let hidden = (few..=order.len()).find(|hidden| enough(*hidden)).unwrap_or(order.len());
    order[..hidden].iter().map(|(_, agent)| *agent).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::join::Features;
    use super::super::satisfaction::tests::ASKED;
    use super::super::simulated::study;
    use super::*;

    fn linked(agents: &[(u32, &[f64])]) -> Vec<Linked> {
        let of = |&(agent, answers): &(u32, &[f64])| {
            let contact = Features { agent: Some(agent), ..Features::default() };
            answers.iter().map(move |&answer| Linked { contact, answer }).collect::<Vec<_>>()
        };
        agents.iter().flat_map(of).collect()
    }

    fn shown(rows: &[AgentScore]) -> Vec<u32> {
        rows.iter().filter(|row| !row.suppressed).map(|row| row.agent).collect()
    }

    /// Means of 4 and of 2 against those of the others, by hand: agent 1 has 5 4 3 5 3, agent 2 has 1 2 3 1 3, the
    /// difference is 2 both ways.
    #[test]
    fn agents_stand_beside_all_the_others() {
        let linked = linked(&[(1, &[5.0, 4.0, 3.0, 5.0, 3.0]), (2, &[1.0, 2.0, 3.0, 1.0, 3.0])]);
        let rows = agent_scores(&linked, &ASKED.target, ASKED.limits);
        assert_eq!((rows[0].agent, rows[0].n, rows[0].value), (1, Some(5), Some(4.0)));
        let (one, two) = (rows[0].apart.unwrap(), rows[1].apart.unwrap());
        assert!((one.difference - 2.0).abs() < 1e-12 && (two.difference + 2.0).abs() < 1e-12);
        assert!((one.p - two.p).abs() < 1e-12 && one.q == one.p && one.ci_low > 0.0);
        // Student's t with 4 degrees of freedom at 0.95: 2.776445; sd = 1.
        let half = 2.776_445_105_198 / 5.0_f64.sqrt();
        assert!((rows[0].ci_low.unwrap() - 4.0 + half).abs() < 1e-9);
        assert_eq!(agent_scores(&[], &ASKED.target, ASKED.limits), []);
    }

    #[test]
    fn a_small_base_is_hidden_and_cannot_be_had_by_subtraction() {
        let five = [5.0, 4.0, 3.0, 2.0, 4.0];
        let six = [5.0, 4.0, 3.0, 2.0, 4.0, 1.0];
        let rows = |agents: &[(u32, &[f64])]| agent_scores(&linked(agents), &ASKED.target, ASKED.limits);
        let one = rows(&[(1, &six), (2, &five[..2]), (3, &five), (4, &six)]);
        assert_eq!(shown(&one), [1, 4], "the next smallest hides the only one");
        let hidden = &one[1];
        assert!(hidden.n.is_none() && hidden.value.is_none() && hidden.apart.is_none());
        assert_eq!(shown(&rows(&[(1, &six), (2, &five[..2]), (3, &five[..3])])), [1], "five together");
        assert_eq!(shown(&rows(&[(1, &six), (2, &five[..1]), (3, &five[..1]), (4, &five)])), [1]);
        assert_eq!(shown(&rows(&[(1, &six), (2, &five)])), [1, 2]);
    }

    /// Agents alike: of 200 studies of 20 agents, one in twenty names an agent, at most 8 %.
    #[test]
    fn agents_alike_are_seldom_told_apart() {
        let mut studies = 0;
        for seed in 0..200 {
            let mut linked = study(seed, 600, 1);
            for (at, one) in linked.iter_mut().enumerate() {
                one.contact.agent = Some(at as u32 % 20);
            }
            let rows = agent_scores(&linked, &ASKED.target, ASKED.limits);
            assert_eq!(rows.len(), 20);
            studies += u32::from(rows.iter().any(|row| row.apart.is_some_and(|apart| apart.q < 0.05)));
        }
        assert!(studies <= 16, "{studies} of 200");
    }

    proptest! {
        #[test]
        fn what_is_hidden_stays_hidden(bases in prop::collection::vec(0_usize..12, 0..8)) {
            let values = [4.0; 12];
            let agents: Vec<(u32, &[f64])> = (0..).zip(&bases).map(|(agent, n)| (agent, &values[..*n])).collect();
            let rows = agent_scores(&linked(&agents), &ASKED.target, ASKED.limits);
            let n: Vec<u64> = rows.iter().filter_map(|row| row.n).collect();
            prop_assert!(n.iter().all(|n| *n >= 5));
            let (hidden, all) = (rows.len() - n.len(), bases.iter().sum::<usize>() as u64);
            let together = all - n.iter().sum::<u64>();
            let safe = hidden == 0 || (hidden > 1 && together >= 5) || n.is_empty();
            prop_assert!(safe, "{hidden} hidden with {together} answers");
        }
    }
}
