//! How much each feature of a contact, measured, counts in the score, and the agents beyond them.

use std::collections::BTreeMap;

use super::complete::{Complete, Linked};
use super::feature::{Feature, SECOND, quantile};
use super::labels::dimension;
use super::satisfaction::Asked;
use super::share::{AgentShare, agent_share};
use crate::driver::{Importance, ImportanceModel, Rated, importance, least_squares, steady};
use crate::study::Group;
use crate::tally::{Point, Ratings};

/// Steps of ln(1 + seconds) in 1: a hundredth is one percent of the duration.
const LOG_STEPS: f64 = 100.0;
/// Codes of a duration, at most: 4.9 × 10⁸ seconds.
const CODES: u16 = 2_000;

/// Importance of the features, and of the agents.
#[derive(Debug, Clone, PartialEq)]
pub struct Weighed {
    /// The model; its `incomplete` counts no answer, since all are complete.
    pub model: ImportanceModel,
    /// One row a feature, the largest part of R² first. Durations stand as ln(1 + seconds) in the model; `mean` and
    /// the ends of the scale are turned back into seconds, a geometric mean. `unresolved` and `transferred` are 1
    /// where they hold: their mean is a share. The penalty is what goes with the longest third or with 1, the
    /// reward what goes with the shortest third.
    pub rows: Vec<Importance>,
    /// Part of the score's variance that lies between agents and that no feature tells: (1 − R²) ω², ω² of the
    /// residuals of the features' model. None where agents are not known, or have one answer each.
    pub agents: Option<AgentShare>,
}

/// Importance of the features of the contacts in the score as it was answered; none where [`importance`] gives none.
pub(super) fn weigh(complete: &Complete<'_>, asked: &Asked<'_>) -> Option<Weighed> {
    let rated = rated(complete, asked);
    let names: Vec<(String, String)> = complete
        .features
        .iter()
        .map(|feature| (feature.dimension().to_owned(), dimension(*feature, asked.lang).to_owned()))
        .collect();
    let (model, mut rows) = importance(asked.target.id, &names, &rated, asked.limits)?;
    for row in &mut rows {
        let measured = complete.features.iter().find(|feature| feature.dimension() == row.id);
        if measured.is_some_and(|feature| feature.is_duration()) {
            for value in [&mut row.mean, &mut row.mean_low, &mut row.mean_high] {
                *value = value.exp_m1();
            }
            (row.scale_low, row.scale_high) = (row.scale_low.exp_m1(), row.scale_high.exp_m1());
        }
    }
    let agents = beyond(complete, &rated, asked.limits.level);
    Some(Weighed { model, rows, agents })
}

/// Code of a feature's value: a duration in hundredths of ln(1 + seconds).
fn code(feature: Feature, value: i64) -> u16 {
    if feature.is_duration() {
        let seconds = value as f64 / SECOND as f64;
        (LOG_STEPS * seconds.ln_1p()).round().clamp(0.0, f64::from(CODES - 1)) as u16
    } else {
        u16::from(value > 0)
    }
}

/// The value that each code of a feature stands for.
fn step(feature: Feature) -> f64 {
    if feature.is_duration() { 1.0 / LOG_STEPS } else { 1.0 }
}

/// Points of a feature. What is long, or holds, is the low end: it is what a customer may be displeased by.
fn points(complete: &Complete<'_>, feature: Feature) -> Vec<Point> {
    if !feature.is_duration() {
        return vec![(0.0, Group::Middle), (1.0, Group::Low)];
    }
    let values = complete.ascending(feature);
    let third = |part| quantile(&values, part).map_or(0, |value| code(feature, value));
    let (first, second) = (third(1.0 / 3.0), third(2.0 / 3.0));
    let longest = values.last().map_or(0, |value| code(feature, *value));
    let group = |at| match at {
        _ if at > second => Group::Low,
        _ if at <= first => Group::High,
        _ => Group::Middle,
    };
    (0..=longest).map(|at| (f64::from(at) * step(feature), group(at))).collect()
}

fn rated(complete: &Complete<'_>, asked: &Asked<'_>) -> Rated {
    let mut answers: Vec<f64> = complete.linked.iter().map(|one| one.answer).collect();
    answers.sort_by(f64::total_cmp);
    answers.dedup();
    let target = &asked.target;
    let worth = |x: &f64| (*x, target.metric.of_answer(target.kind, target.scale, *x));
    let score: Vec<(f64, f64)> = answers.iter().map(worth).collect();
    let dimensions: Vec<Vec<Point>> =
        complete.features.iter().map(|feature| points(complete, *feature)).collect();
    let mut ratings = Ratings::new(&dimensions, &score, complete.groups());
    for one in &complete.linked {
        let codes: Vec<u16> = complete
            .features
            .iter()
            .map(|feature| feature.value(&one.contact).map_or(u16::MAX, |value| code(*feature, value)))
            .collect();
        let answer = answers.partition_point(|x| *x < one.answer) as u16;
        let content = codes.iter().fold(u64::from(answer), |hash, code| {
            (hash ^ u64::from(*code)).wrapping_mul(0x0100_0000_01b3).rotate_left(17)
        });
        ratings.add(0, (complete.name(&one.contact, content), content), 1, &codes, answer);
    }
    Rated::new(ratings, &BTreeMap::new())
}

/// The part between agents that the features do not tell.
fn beyond(complete: &Complete<'_>, rated: &Rated, level: f64) -> Option<AgentShare> {
    let variables: Vec<usize> = (0..rated.dimensions()).collect();
    let model = steady(&rated.jackknife, &variables);
    let fit = least_squares(rated.jackknife.products(), rated.score(), &model)?;
    let residual = |one: &&Linked| {
        let predicted = model.iter().zip(&fit.slopes).map(|(at, slope)| {
            let feature = complete.features[*at];
            let value = feature.value(&one.contact).map_or(0, |value| code(feature, value));
            slope * f64::from(value) * step(feature)
        });
        let predicted: f64 = predicted.sum();
        Some((one.contact.agent?, one.answer - fit.intercept - predicted))
    };
    let share = agent_share(complete.linked.iter().filter_map(residual), level)?;
    let left = 1.0 - fit.r2;
    Some(AgentShare {
        omega2: left * share.omega2,
        ci_low: left * share.ci_low,
        ci_high: left * share.ci_high,
        ..share
    })
}

#[cfg(test)]
mod tests {
    use super::super::satisfaction::satisfaction;
    use super::super::satisfaction::tests::ASKED;
    use super::super::simulated::study;
    use super::*;

    #[test]
    fn what_counts_comes_first_and_the_handle_time_last() {
        let found = satisfaction(&study(4, 3000, 40), &ASKED).unwrap().weighed.unwrap();
        let order: Vec<&str> = found.rows.iter().map(|row| row.id.as_str()).collect();
        assert_eq!(order[0], "unresolved");
        assert_eq!(order[3], "handle");
        assert!(found.rows[3].importance < 0.01 && found.rows[0].importance > 0.05, "{:?}", found.rows);
        let parts: f64 = found.rows.iter().map(|row| row.importance).sum();
        assert!((parts - found.model.r2).abs() < 1e-9);
        let wait = found.rows.iter().find(|row| row.id == "wait").unwrap();
        assert!(wait.correlation < -0.1 && wait.penalty.as_ref().unwrap().ci_high < 0.0);
        // Three waits in ten are none, the others exponential of a minute: exp(0.7 e^(1/60) E₁(1/60)) − 1 = 11.37 s.
        assert!((wait.mean - 11.37).abs() < 1.3 && wait.scale_low == 0.0, "{}", wait.mean);
    }

    /// Agents differ by 0.3 points: 0.09 of a residual variance of 0.9 or so, less what the ends of the scale take.
    #[test]
    fn agents_explain_what_is_planted_and_nothing_where_they_are_alike() {
        let linked = study(5, 4000, 60);
        let found = satisfaction(&linked, &ASKED).unwrap().weighed.unwrap().agents.unwrap();
        assert!(found.omega2 > 0.03 && found.omega2 < 0.13 && found.ci_low > 0.01, "{found:?}");
        assert_eq!((found.agents, found.n), (60, 4000));
        let mut shuffled = linked.clone();
        for (at, one) in shuffled.iter_mut().enumerate() {
            one.contact.agent = linked[at * 7 % 4000].contact.agent;
        }
        let none = satisfaction(&shuffled, &ASKED).unwrap().weighed.unwrap().agents.unwrap();
        assert!(none.ci_low == 0.0 && none.omega2 < 0.01 && none.p_value.p > 0.01, "{none:?}");
        let mut nobody = linked;
        for one in &mut nobody {
            one.contact.agent = None;
        }
        assert_eq!(satisfaction(&nobody, &ASKED).unwrap().weighed.unwrap().agents, None);
    }

    #[test]
    fn durations_are_coded_to_one_percent() {
        assert_eq!((code(Feature::Wait, 0), code(Feature::Handle, 60_000)), (0, 411));
        assert_eq!(code(Feature::Wait, i64::MAX), CODES - 1);
        assert_eq!((code(Feature::Unresolved, 1), code(Feature::Transferred, 0)), (1, 0));
    }
}
