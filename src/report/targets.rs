//! The values that study.toml wants reached, and whether they are.

use schemars::JsonSchema;
use serde::Serialize;

use super::amounts::decimals;
use super::centre;
use super::words::Words;
use crate::metric::{Estimate, Met, Metric};
use crate::report::{QuestionSummary, Report};

/// A value to reach, and whether the last wave does.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Target {
    /// Id of the question.
    pub question: String,
    /// What is measured: the question's first metric.
    pub metric: Metric,
    /// The wave judged, the last one; null where the study has no waves.
    pub wave: Option<String>,
    /// Which of the two bounds this is.
    pub bound: Bound,
    /// The value to reach, in the unit of the metric.
    pub target: f64,
    /// The value measured; null where it is hidden.
    pub value: Option<f64>,
    /// Its base.
    pub n: Option<u64>,
    /// Whether it is reached.
    pub met: Met,
}

/// A bound of study.toml.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// `target`: what is aimed at.
    Target,
    /// `minimum`: what must not be missed.
    Minimum,
}

/// Every target of `questions`, judged on the last wave, or on the total where there are no waves.
pub(super) fn targets(questions: &[QuestionSummary], waves: &[String], metrics: &[Estimate]) -> Vec<Target> {
    let wave = waves.last().map(String::as_str);
    let of = |question: &QuestionSummary| {
        let judged =
            |e: &&Estimate| e.question == question.id && e.segment.is_none() && e.wave.as_deref() == wave;
        let found = metrics.iter().find(judged)?;
        let bounds = [(Bound::Target, question.target), (Bound::Minimum, question.minimum)];
        let row = |(bound, target): (Bound, Option<f64>)| {
            let target = target?;
            Some(Target {
                question: question.id.clone(),
                metric: found.metric,
                wave: found.wave.clone(),
                bound,
                target,
                value: found.value,
                n: found.n,
                met: Met::new(found.ci_low, found.ci_high, target),
            })
        };
        Some(bounds.into_iter().filter_map(row).collect::<Vec<_>>())
    };
    questions.iter().filter_map(of).flatten().collect()
}

/// `Objectif : 60 %, non atteint en 2025-T4`, as far as the interval tells.
pub(super) fn line(words: &Words<'_>, target: &Target) -> String {
    let met = match (target.bound, target.met) {
        (Bound::Target, Met::Yes) => pick!(words, scores::met),
        (Bound::Target, Met::No) => pick!(words, scores::not_met),
        (Bound::Minimum, Met::Yes) => pick!(words, scores::respected),
        (Bound::Minimum, Met::No) => pick!(words, scores::missed),
        (_, Met::Undecided) => pick!(words, scores::undecided_at_this_base_the_interval_holds_it),
    };
    let name = match target.bound {
        Bound::Target => pick!(words, scores::target),
        Bound::Minimum => pick!(words, scores::minimum),
    };
    let value = words.value(&target.question, target.metric, target.target, decimals(target.metric));
    let wave =
        target.wave.as_ref().map_or_else(String::new, |wave| say!(words, scores::joined_in_targets(wave)));
    say!(words, scores::joined_in_targets_2(name, value, met, wave))
}

impl Report {
    /// The targets that are missed, in words: what `--check` refuses.
    #[must_use]
    pub fn missed(&self) -> Vec<String> {
        let words = Words::new(self);
        let missed = self.targets.iter().filter(|t| t.met == Met::No);
        let scores =
            missed.map(|t| format!("{} – {}", words.noun(&t.question, t.metric).title(), line(&words, t)));
        scores.chain(centre::missed(&words, self)).collect()
    }
}
