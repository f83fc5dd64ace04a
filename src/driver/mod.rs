//! Drivers: which topics move a score, by how many points, and how sure that is.
//!
//! A topic's impact joins how often it is mentioned and how differently those who mention it score
//! ([`impact`]); what it does with the others held comes from one model of all of them ([`adjusted()`]). Rated
//! dimensions have an importance ([`importance()`]), a penalty and a reward, a place among the priorities
//! ([`priorities`]). All but the impact rest on sums of products by group of respondents ([`Groups`](crate::tally::Groups)), which one pass
//! fills and which merge; leaving out one group at a time gives the intervals ([`Jackknife`]). Nothing of it proves
//! that mending a topic would move the score.

mod adjusted;
pub mod change;
mod correlations;
mod exact;
mod impact;
mod importance;
mod jackknife;
pub mod joint_change;
mod linear;
mod lmg;
mod mcfadden;
mod parts;
mod penalty_reward;
mod priority;
mod rated;
mod relative_weights;
mod rows;
mod sampled;
mod shapley;
mod symmetric;
mod what_if;

pub use adjusted::{AdjustedModel, Effect, LeftOut, adjusted, adjusted_holding};
pub use correlations::Correlations;
pub use impact::{Impact, impact};
pub use importance::importance;
pub use jackknife::{Jackknife, Jackknifed};
pub use linear::{Linear, independent, least_squares, steady};
pub use lmg::{EXACT, lmg};
pub use mcfadden::{MODELS, mcfadden};
pub use parts::{Parts, parts};
pub use penalty_reward::{Appeal, PenaltyReward, penalty_reward};
pub use priority::{Measured, Position, Quadrant, priorities};
pub use rated::Rated;
pub use relative_weights::{car_scores, relative_weights};
pub use rows::{Adjusted, Driver, DriverKind, DriverModel, Importance, ImportanceModel, Priority, SetAside};
pub use sampled::{Sampled, lmg_sampled};
pub use shapley::shapley;
pub use what_if::{WhatIf, what_if};

use crate::keyness::benjamini_hochberg;
use crate::metric::Metric;
use crate::privacy::suppressed;
use crate::study::{Kind, Scale};
use crate::tally::Histogram;

/// The score whose drivers are sought, and where the topics come from.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// Id of the score question.
    pub id: &'a str,
    /// Id of the open question, or of the table of the contacts.
    pub question: &'a str,
    /// Metric of the score.
    pub metric: Metric,
    /// Kind of the score question.
    pub kind: Kind,
    /// Its scale.
    pub scale: Scale,
}

/// A keyword, and the scores of the answers that mention it.
#[derive(Debug, Clone)]
pub struct Mentions<'a> {
    /// Stable id: the family's key.
    pub id: &'a str,
    /// Name shown.
    pub label: &'a str,
    /// What it is.
    pub kind: DriverKind,
    /// Whether it names a subject.
    pub topic: bool,
    /// Answers to the score question among the verbatims that mention it.
    pub answers: Histogram,
}

/// What a driver must have to be shown.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Level of the intervals: 0.95.
    pub level: f64,
    /// Fewest answers that mention a keyword for it to be tested.
    pub min_support: u64,
    /// Fewest answers of any group that a number may be shown for: here, with the keyword and without.
    pub min_group: u64,
}

/// One row for each keyword that enough answers mention and enough others do not, the largest impact in absolute
/// value first, then by label. `base` holds all answers with a score and a verbatim, those of every keyword
/// included. The q-values account for the keywords tested, which are the rows.
pub fn drivers(target: &Target, base: &Histogram, keywords: &[Mentions], limits: Limits) -> Vec<Driver> {
    let score = |answer| target.metric.of_answer(target.kind, target.scale, answer);
    let total = base.n();
    let tested: Vec<(&Mentions, u64, Impact)> = keywords
        .iter()
        .filter_map(|keyword| {
            let without = base.minus(&keyword.answers);
            let n = total - without.n();
            let few = n < limits.min_support
                || suppressed(n, limits.min_group)
                || suppressed(without.n(), limits.min_group);
            let found = impact(&keyword.answers.map(score), &without.map(score), limits.level);
            found.filter(|_| !few).map(|found| (keyword, n, found))
        })
        .collect();
    let p: Vec<f64> = tested.iter().map(|(.., found)| found.p_value.p).collect();

    let mut rows: Vec<Driver> = tested
        .into_iter()
        .zip(benjamini_hochberg(&p))
        .map(|((keyword, n, found), q)| Driver {
            target: target.id.to_owned(),
            question: target.question.to_owned(),
            kind: keyword.kind,
            id: keyword.id.to_owned(),
            label: keyword.label.to_owned(),
            topic: keyword.topic,
            n,
            base: total,
            with: found.with,
            without: found.without,
            difference: found.with - found.without,
            impact: found.impact,
            se: found.se,
            ci_low: found.ci_low,
            ci_high: found.ci_high,
            p: found.p_value.p,
            log10_p: found.p_value.log10,
            q,
            adjusted: None,
        })
        .collect();
    rows.sort_by(|a, b| {
        let by_size = b.impact.abs().total_cmp(&a.impact.abs());
        by_size.then_with(|| a.label.cmp(&b.label)).then_with(|| a.id.cmp(&b.id))
    });
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    const TARGET: Target = Target {
        id: "nps",
        question: "why",
        metric: Metric::Nps,
        kind: Kind::Nps,
        scale: Scale { low: 0.0, high: 10.0 },
    };
    const LIMITS: Limits = Limits { level: 0.95, min_support: 5, min_group: 5 };

    fn answers(detractors: u64, passives: u64, promoters: u64) -> Histogram {
        Histogram::new([(2.0, detractors), (7.0, passives), (10.0, promoters)])
    }

    fn mentions(label: &str, answers: Histogram) -> Mentions<'_> {
        Mentions { id: label, label, kind: DriverKind::Keyword, topic: true, answers }
    }

    /// The base of 100 with NPS 40, “délai” in 20 answers with NPS −30: impact −17.5.
    #[test]
    fn rows_carry_the_impact_largest_first() {
        let base = answers(25, 10, 65);
        let keywords = [
            mentions("accueil", answers(0, 0, 10)),
            mentions("délai", answers(11, 4, 5)),
            mentions("rare", answers(4, 0, 0)),
            mentions("partout", answers(23, 9, 64)),
        ];
        let rows = drivers(&TARGET, &base, &keywords, LIMITS);
        assert_eq!(rows.iter().map(|r| r.label.as_str()).collect::<Vec<_>>(), ["délai", "accueil"]);
        let delay = &rows[0];
        assert_eq!((delay.n, delay.base), (20, 100));
        assert!((delay.with + 30.0).abs() < 1e-9 && (delay.without - 57.5).abs() < 1e-9);
        assert!((delay.impact + 17.5).abs() < 1e-9 && (delay.difference + 87.5).abs() < 1e-9);
        assert!(delay.p < 1e-4 && (delay.q - 2.0 * delay.p).abs() < 1e-12);
        assert!(rows[1].impact > 0.0);
    }

    #[test]
    fn ties_are_sorted_by_label() {
        let (base, same) = (answers(25, 10, 65), answers(5, 1, 2));
        let keywords = [mentions("b", same.clone()), mentions("a", same.clone()), mentions("c", same)];
        let rows = drivers(&TARGET, &base, &keywords, LIMITS);
        assert_eq!(rows.iter().map(|r| r.label.as_str()).collect::<Vec<_>>(), ["a", "b", "c"]);
    }

    /// On a mean the answers count as they are, on a share as good or not.
    #[test]
    fn each_metric_counts_answers_its_way() {
        let base = Histogram::new([(1.0, 20), (3.0, 10), (4.5, 20), (5.0, 50)]);
        let keyword = [mentions("prix", Histogram::new([(1.0, 10), (4.5, 10)]))];
        let scale = Scale { low: 1.0, high: 5.0 };
        let csat = Target { metric: Metric::Csat, kind: Kind::Csat, scale, ..TARGET };
        let mean = Target { metric: Metric::CsatMean, ..csat };
        let share = &drivers(&csat, &base, &keyword, LIMITS)[0];
        assert!((share.with - 50.0).abs() < 1e-9 && (share.without - 75.0).abs() < 1e-9);
        assert!((share.impact + 5.0).abs() < 1e-9);
        assert!((drivers(&mean, &base, &keyword, LIMITS)[0].with - 2.75).abs() < 1e-9);
    }
}
