//! What of a contact goes with the score that its customer gives.

use std::collections::BTreeMap;

use super::complete::{Complete, Linked, SHARES, support};
use super::feature::{Feature, quantile};
use super::importance::{Weighed, weigh};
use super::labels::label;
use super::score::interval;
use crate::Lang;
use crate::centre::Millis;
use crate::driver::{
    AdjustedModel, Driver, DriverKind, DriverModel, Jackknife, Limits, Mentions, Target, adjusted_holding,
    drivers,
};
use crate::privacy::suppressed;
use crate::tally::{Groups, Histogram, Unit, steps};

/// What is asked of the linked answers.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The score; its `question` is the table of the contacts: `calls`.
    pub target: Target<'a>,
    /// Level of the intervals, fewest answers.
    pub limits: Limits,
    /// A wait is long beyond this, in milliseconds: the delay of the service level.
    pub long_wait: Millis,
    /// Language of the labels.
    pub lang: Lang,
}

/// The score among the calls of one third of the waits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Third {
    /// Its shortest wait, in milliseconds.
    pub low: Millis,
    /// Its longest wait, in milliseconds.
    pub high: Millis,
    /// Answers.
    pub n: u64,
    /// The score, in the unit of the metric.
    pub value: f64,
    /// Lower end of its interval; none where the answers show no spread.
    pub ci_low: Option<f64>,
    /// Upper end of its interval.
    pub ci_high: Option<f64>,
}

/// What goes with a score.
#[derive(Debug, Clone, PartialEq)]
pub struct Satisfaction {
    /// Answers whose contact is known in full: the base of all that follows.
    pub base: u64,
    /// Answers left out because something of their contact is not known.
    pub incomplete: u64,
    /// The features that are known of half of the answers or more, each with the value beyond which a contact has it.
    pub cuts: Vec<(Feature, i64)>,
    /// One row a feature, with its effect when the others are held.
    pub drivers: Vec<Driver>,
    /// The model of these effects; none where there is too little for one.
    pub model: Option<DriverModel>,
    /// True where the agent is held too: the effects are those between calls of the same agent.
    pub agent_held: bool,
    /// Agents by whom the answers were grouped for its intervals; none where each answer, or customer, stands for
    /// itself.
    pub clusters: Option<u64>,
    /// How much each feature, measured, counts in the score, and the agents beyond them.
    pub weighed: Option<Weighed>,
    /// The score by third of the waits; empty where one of them is too small to be shown.
    pub thirds: Vec<Third>,
}

/// What goes with the score of `asked` among the linked answers.
///
/// - Features that less than half of the answers know are left out, then the answers of which one is not known: all
///   figures rest on the same answers.
/// - Drivers: the score with each feature and without, its impact and q ([`drivers`]).
/// - With the others held: one linear model of all features ([`adjusted_holding`](crate::driver::adjusted_holding)), of
///   those that 30 answers have and 30 have not. The agent is held too, where half of the answers or more name one:
///   effects are between calls of the same agent, so that a slow agent who is not liked makes no effect of slowness.
///   Calls of one agent are not independent either: from 15 agents on the jackknife leaves out one agent at a
///   time, and Student's law has as many degrees of freedom less one. Under 15, it groups by customer where
///   these are named, else leaves each answer for itself.
/// - Importance: parts of R² of the features as they are measured, durations as ln(1 + seconds), then the part
///   that lies between agents beyond them.
///
/// ```
/// use barometre::Lang;
/// use barometre::centre::link::{Asked, Features, Linked, satisfaction};
/// use barometre::driver::{Limits, Target};
/// use barometre::metric::Metric;
/// use barometre::study::{Kind, Scale};
///
/// let target = Target {
///     id: "satisfaction",
///     question: "calls",
///     metric: Metric::CsatMean,
///     kind: Kind::Csat,
///     scale: Scale { low: 1.0, high: 5.0 },
/// };
/// let limits = Limits { level: 0.95, min_support: 30, min_group: 5 };
/// let asked = Asked { target, limits, long_wait: 20_000, lang: Lang::En };
/// // Who waits more than 20 s gives a point less.
/// let linked: Vec<Linked> = (0..200)
///     .map(|row| {
///         let contact = Features { wait: Some(row % 40 * 1000), ..Features::default() };
///         Linked { contact, answer: f64::from(2 + row as i32 % 3) + if row % 40 > 20 { 0.0 } else { 1.0 } }
///     })
///     .collect();
/// let found = satisfaction(&linked, &asked).unwrap();
/// assert_eq!(found.drivers[0].label, "Wait of more than 20\u{a0}s");
/// assert!((found.drivers[0].adjusted.as_ref().unwrap().effect + 1.0).abs() < 0.05);
/// ```
///
/// It is an association: what makes a call wait, or go unresolved, may displease by itself. None without answers of
/// which a feature is known.
#[must_use]
pub fn satisfaction(linked: &[Linked], asked: &Asked<'_>) -> Option<Satisfaction> {
    let complete = Complete::of(linked);
    if complete.linked.is_empty() || complete.features.is_empty() {
        return None;
    }
    let cuts: Vec<(Feature, i64)> =
        complete.features.iter().map(|&feature| (feature, complete.cut(feature, asked))).collect();
    let mut rows = crude(&complete, &cuts, asked);
    let model = held(&complete, &cuts, asked).map(|model| {
        let ids: Vec<String> = cuts.iter().map(|(feature, _)| feature.id().to_owned()).collect();
        let row = DriverModel::new(asked.target.id, asked.target.question, &model, &ids);
        for effect in model.effects {
            let of = |row: &&mut Driver| row.id == ids[effect.theme];
            if let Some(row) = rows.iter_mut().find(of) {
                row.adjusted = Some(effect.into());
            }
        }
        row
    });
    Some(Satisfaction {
        base: complete.linked.len() as u64,
        incomplete: complete.answered - complete.linked.len() as u64,
        drivers: rows,
        model,
        agent_held: complete.agent_held(),
        clusters: complete.agents,
        weighed: weigh(&complete, asked),
        thirds: thirds(&complete, asked),
        cuts,
    })
}

fn counted<'a>(linked: impl Iterator<Item = &'a &'a Linked>) -> Histogram {
    Histogram::new(linked.map(|one| (one.answer, 1)))
}

/// Each feature alone.
fn crude(complete: &Complete<'_>, cuts: &[(Feature, i64)], asked: &Asked<'_>) -> Vec<Driver> {
    let labels: Vec<String> = cuts.iter().map(|&(feature, cut)| label(feature, cut, asked.lang)).collect();
    let mut mentions = Vec::with_capacity(cuts.len());
    for (cut, label) in cuts.iter().zip(&labels) {
        let with = complete.linked.iter().filter(|one| one.has(&[*cut]).all(|has| has));
        let (id, kind) = (cut.0.id(), DriverKind::Indicator);
        mentions.push(Mentions { id, label, kind, topic: true, answers: counted(with) });
    }
    drivers(&asked.target, &counted(complete.linked.iter()), &mentions, asked.limits)
}

/// All features at once; the variables are theirs in the order of `cuts`, then the score, then the share of each
/// feature among the answers of the agent, which is held.
pub(super) fn held(
    complete: &Complete<'_>,
    cuts: &[(Feature, i64)],
    asked: &Asked<'_>,
) -> Option<AdjustedModel> {
    let target = &asked.target;
    let worth = |one: &&Linked| target.metric.of_answer(target.kind, target.scale, one.answer);
    let (worth, step) = steps(&complete.linked.iter().map(worth).collect::<Vec<f64>>());
    let score = cuts.len();
    let shares = complete.agent_shares(cuts);
    let mut groups = Groups::new(2 * score + 1, complete.groups());
    for (one, worth) in complete.linked.iter().zip(worth) {
        let mut values: Vec<(usize, i32)> =
            one.has(cuts).enumerate().filter(|(_, has)| *has).map(|(at, _)| (at, 1)).collect();
        values.push((score, worth));
        if let Some(shares) = shares.get(&one.contact.agent) {
            values.extend(shares.iter().enumerate().map(|(at, share)| (score + 1 + at, *share)));
        }
        let content = values.iter().fold(0, |hash: u64, &(at, x)| {
            (hash ^ (at as u64) ^ u64::from(x.cast_unsigned()) << 8).wrapping_mul(0x0100_0000_01b3)
        });
        groups.add(0, Unit::of_row(complete.name(&one.contact, content), content, true), 1, &values);
    }
    let mut units = vec![1.0; score];
    units.push(step);
    units.extend(vec![1.0 / SHARES; score]);
    let (features, means): (Vec<usize>, Vec<usize>) =
        ((0..score).collect(), (score + 1..=2 * score).collect());
    let jackknife = Jackknife::new(groups, &units, &BTreeMap::new());
    adjusted_holding(&jackknife, score, &features, &means, support(asked.limits), asked.limits.level)
}

/// The score by third of the waits.
fn thirds(complete: &Complete<'_>, asked: &Asked<'_>) -> Vec<Third> {
    let waits = complete.ascending(Feature::Wait);
    let (Some(first), Some(second)) = (quantile(&waits, 1.0 / 3.0), quantile(&waits, 2.0 / 3.0)) else {
        return Vec::new();
    };
    let place = |wait: i64| usize::from(wait > first) + usize::from(wait > second);
    let third = |at: usize| {
        let wait = |one: &&&Linked| Feature::Wait.value(&one.contact).is_some_and(|wait| place(wait) == at);
        let answers = counted(complete.linked.iter().filter(wait));
        let (low, high) = match at {
            0 => (waits.first(), waits.iter().rfind(|wait| place(**wait) == 0)),
            _ => (
                waits.iter().find(|wait| place(**wait) == at),
                waits.iter().rfind(|wait| place(**wait) == at),
            ),
        };
        let target = &asked.target;
        let ends = interval(target, &answers, asked.limits.level);
        Some(Third {
            low: *low?,
            high: *high?,
            n: answers.n(),
            value: answers.map(|x| target.metric.of_answer(target.kind, target.scale, x)).mean()?,
            ci_low: ends.map(|ends| ends.0),
            ci_high: ends.map(|ends| ends.1),
        })
    };
    // Many wait the same: a third may hold nobody.
    let found: Vec<Third> = (0..3).filter_map(third).collect();
    if found.iter().any(|third| suppressed(third.n, asked.limits.min_group)) { Vec::new() } else { found }
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::super::join::Features;
    use super::super::simulated::study;
    use super::*;
    use crate::metric::Metric;
    use crate::study::{Kind, Scale};

    pub(in super::super) const ASKED: Asked<'_> = Asked {
        target: Target {
            id: "satisfaction",
            question: "calls",
            metric: Metric::CsatMean,
            kind: Kind::Csat,
            scale: Scale { low: 1.0, high: 5.0 },
        },
        limits: Limits { level: 0.95, min_support: 30, min_group: 5 },
        long_wait: 60_000,
        lang: Lang::Fr,
    };

    fn effect(found: &Satisfaction, id: &str) -> crate::driver::Adjusted {
        found.drivers.iter().find(|row| row.id == id).unwrap().adjusted.clone().unwrap()
    }

    #[test]
    fn what_is_planted_is_found_and_what_is_not_is_not() {
        let found = satisfaction(&study(1, 3000, 40), &ASKED).unwrap();
        assert_eq!((found.base, found.incomplete, found.clusters), (3000, 0, Some(40)));
        assert_eq!(found.model.as_ref().unwrap().df, 39.0);
        for (id, planted) in [("long_wait", -0.5), ("unresolved", -1.0), ("transferred", -0.5)] {
            let own = effect(&found, id);
            // Answers stop at 5: what is planted shows a little less.
            assert!(own.q < 0.001 && own.ci_high < 0.0, "{id}: {own:?}");
            assert!(own.effect > planted && own.effect < 0.7 * planted, "{id}: {}", own.effect);
        }
        let handle = effect(&found, "long_handle");
        assert!(handle.q > 0.05 && handle.ci_low < 0.0 && handle.ci_high > 0.0, "{handle:?}");
        assert!(found.drivers.iter().all(|row| row.kind == DriverKind::Indicator && row.base == 3000));
        // The longer the wait, the lower the score.
        let values: Vec<f64> = found.thirds.iter().map(|third| third.value).collect();
        assert!(values.len() == 3 && values[0] > values[2] + 0.2, "{values:?}");
        assert_eq!(found.thirds[0].low, 0);
    }

    /// A handle time without effect is found in 5 % of studies, 8 % at most (of 200: 16), whether agents are grouped
    /// by or not told apart; the three planted effects in nearly all.
    #[test]
    fn the_null_effect_is_found_as_seldom_as_it_should() {
        for agents in [30, 5, 1] {
            let (mut found, mut planted) = (0, 0);
            for seed in 0..200 {
                let linked = study(1000 + seed, 800, agents);
                let complete = Complete::of(&linked);
                let cuts: Vec<(Feature, i64)> =
                    Feature::ALL.iter().map(|f| (*f, complete.cut(*f, &ASKED))).collect();
                let model = held(&complete, &cuts, &ASKED).unwrap();
                let sure = |at: usize| model.effects[at].q < 0.05;
                found += u32::from(sure(1));
                planted += u32::from(sure(0) && sure(2) && sure(3));
            }
            assert!(found <= 16, "{found} of 200 with {agents} agents");
            assert!(planted >= 190, "{planted} of 200 with {agents} agents");
        }
    }

    #[test]
    fn features_that_few_know_are_left_out_and_so_are_incomplete_contacts() {
        let mut linked = study(2, 400, 1);
        for (at, one) in linked.iter_mut().enumerate() {
            one.contact.transferred = one.contact.transferred.filter(|_| at % 3 == 0);
            one.contact.wait = one.contact.wait.filter(|_| at % 10 != 0);
        }
        let found = satisfaction(&linked, &ASKED).unwrap();
        assert_eq!((found.base, found.incomplete, found.clusters), (360, 40, None));
        let features: Vec<Feature> = found.cuts.iter().map(|cut| cut.0).collect();
        assert_eq!(features, [Feature::Wait, Feature::Handle, Feature::Unresolved]);
        assert_eq!(satisfaction(&[], &ASKED), None);
        let unknown = Linked { contact: Features::default(), answer: 4.0 };
        assert_eq!(satisfaction(&[unknown; 50], &ASKED), None);
    }

    /// Nobody waits more than a minute: long is then what the longest third waits.
    #[test]
    fn a_delay_that_tells_nobody_apart_gives_way_to_thirds() {
        let mut linked = study(3, 300, 1);
        for (at, one) in (0..).zip(&mut linked) {
            one.contact.wait = Some(at * 100);
        }
        let found = satisfaction(&linked, &ASKED).unwrap();
        assert_eq!(found.cuts[0], (Feature::Wait, 20_000), "the 200th of 300 is 19.9 s");
        assert_eq!(found.thirds.iter().map(|third| third.n).collect::<Vec<_>>(), [100, 100, 100]);
        assert_eq!((found.thirds[1].low, found.thirds[1].high), (10_000, 19_900));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(12))]
        #[test]
        fn the_order_of_answers_changes_nothing(seed in 0_u64..1000, agents in 1_u64..20, turn in 0_usize..200) {
            let linked = study(seed, 200, agents);
            let mut turned = linked.clone();
            turned.rotate_left(turn);
            turned.reverse();
            prop_assert_eq!(satisfaction(&linked, &ASKED), satisfaction(&turned, &ASKED));
        }
    }
}
