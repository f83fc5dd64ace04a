//! Rates over calls, each with where it comes from: what rules detect is never mixed with what people judge.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::detect::{Compliance, Listening};
use super::grid::{Grid, Sign};
use crate::Lang;
use crate::metric::agreement::{Retrieval, Weighting};
use crate::metric::interval::wilson;

/// Where a rate comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Rules, on the words of the calls.
    Detected,
    /// People, who listened to them.
    Evaluated,
}

/// Share of calls that were listened to, of all agents or of one.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ListeningRate {
    /// Where it comes from.
    pub source: Source,
    /// The agent; null for all of them together.
    pub agent: Option<String>,
    /// Calls that say yes or no.
    pub n: u64,
    /// Calls listened to.
    pub with: u64,
    /// with ÷ n, 0…1; null without a call.
    pub rate: Option<f64>,
    /// Lower end of Wilson's interval, 0…1.
    pub ci_low: Option<f64>,
    /// Upper end.
    pub ci_high: Option<f64>,
    /// Confidence of the interval.
    pub level: f64,
}

/// Share of calls in which an item was heard, of those that could have it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ItemRate {
    /// The item.
    pub id: String,
    /// What people call it.
    pub label: String,
    /// Whether it gives points or takes them away.
    pub sign: Sign,
    /// Where it comes from.
    pub source: Source,
    /// Calls that could have it.
    pub n: u64,
    /// Calls that have it, once at least.
    pub with: u64,
    /// Times that it was heard in all of them; null where people judged, who say yes or no.
    pub times: Option<u64>,
    /// with ÷ n, 0…1; null without a call.
    pub rate: Option<f64>,
    /// Lower end of Wilson's interval, 0…1.
    pub ci_low: Option<f64>,
    /// Upper end.
    pub ci_high: Option<f64>,
    /// Confidence of the interval.
    pub level: f64,
}

/// Share of calls that keep to a step of the script.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct StepRate {
    /// The step.
    pub id: String,
    /// What people call it.
    pub label: String,
    /// Whether it must be said, or must not.
    pub required: bool,
    /// Where it comes from.
    pub source: Source,
    /// Calls that could have it.
    pub n: u64,
    /// Calls in which it is said where it is looked for.
    pub present: u64,
    /// Calls that keep to it: required and said, or forbidden and not said.
    pub with: u64,
    /// with ÷ n, 0…1; null without a call.
    pub rate: Option<f64>,
    /// Lower end of Wilson's interval, 0…1.
    pub ci_low: Option<f64>,
    /// Upper end.
    pub ci_high: Option<f64>,
    /// Confidence of the interval.
    pub level: f64,
}

/// How far the rules agree with a person, who is taken for the truth, on the same calls.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Agreement {
    /// Calls that both judged.
    pub n: u64,
    /// Calls that both hold for listened to.
    pub both: u64,
    /// Calls that the rules alone do.
    pub detected_only: u64,
    /// Calls that the person alone does.
    pub evaluated_only: u64,
    /// Cohen's κ, −1…1; null where both say the same of all calls.
    pub kappa: Option<f64>,
    /// Lower end of its interval; null where both agree everywhere.
    pub kappa_low: Option<f64>,
    /// Upper end.
    pub kappa_high: Option<f64>,
    /// Share of what the rules find that the person confirms, 0…1; null where they find nothing.
    pub precision: Option<f64>,
    /// Lower end of Wilson's interval of the precision.
    pub precision_low: Option<f64>,
    /// Upper end.
    pub precision_high: Option<f64>,
    /// Share of what the person holds for listened to that the rules find, 0…1; null where there is none.
    pub recall: Option<f64>,
    /// Lower end of Wilson's interval of the recall.
    pub recall_low: Option<f64>,
    /// Upper end.
    pub recall_high: Option<f64>,
    /// Confidence of the intervals.
    pub level: f64,
}

/// A share and Wilson's interval.
struct Share {
    rate: Option<f64>,
    ci_low: Option<f64>,
    ci_high: Option<f64>,
}

impl Share {
    fn of(with: u64, n: u64, level: f64) -> Self {
        let ends = wilson(with, n, level);
        let rate = (n > 0).then(|| with as f64 / n as f64);
        Self { rate, ci_low: ends.map(|ends| ends.0), ci_high: ends.map(|ends| ends.1) }
    }
}

/// Share of calls that were listened to: of all, then of each agent in the order of their names. A call is its agent,
/// if known, and whether it was listened to ([`Listening::listened`], or what a person says); all of one `source`.
///
/// ```
/// use barometre::transcript::listening::{Source, rate};
/// let rates = rate(Source::Detected, [(Some("a7"), true), (Some("a7"), false), (None, true)], 0.95);
/// assert_eq!(rates.iter().map(|rate| (rate.agent.as_deref(), rate.with, rate.n)).collect::<Vec<_>>(), [
///     (None, 2, 3),
///     (Some("a7"), 1, 2),
/// ]);
/// ```
#[must_use]
pub fn rate<'a>(
    source: Source,
    calls: impl IntoIterator<Item = (Option<&'a str>, bool)>,
    level: f64,
) -> Vec<ListeningRate> {
    let mut counts: BTreeMap<Option<&str>, (u64, u64)> = BTreeMap::from([(None, (0, 0))]);
    for (agent, listened) in calls {
        // All of them are under none, which is no agent's name.
        for key in [None, agent].into_iter().take(if agent.is_some() { 2 } else { 1 }) {
            let (with, n) = counts.entry(key).or_default();
            *with += u64::from(listened);
            *n += 1;
        }
    }
    let rates = counts.into_iter().map(|(agent, (with, n))| {
        let Share { rate, ci_low, ci_high } = Share::of(with, n, level);
        ListeningRate { source, agent: agent.map(str::to_owned), n, with, rate, ci_low, ci_high, level }
    });
    rates.collect()
}

/// How often each item of a grid is heard, in the order of the grid; calls read with another grid do not count.
#[must_use]
pub fn item_rates<'a>(
    grid: &Grid,
    calls: impl IntoIterator<Item = &'a Listening>,
    lang: Lang,
    level: f64,
) -> Vec<ItemRate> {
    let mut counts = vec![(0, 0, 0); grid.items.len()];
    for call in calls.into_iter().filter(|call| call.items.len() == grid.items.len()) {
        for ((n, with, times), found) in
            counts.iter_mut().zip(&call.items).filter(|(_, found)| found.applicable)
        {
            *n += 1;
            *with += u64::from(found.count > 0);
            *times += found.count;
        }
    }
    let rates = grid.items.iter().zip(counts).map(|(item, (n, with, times))| {
        let Share { rate, ci_low, ci_high } = Share::of(with, n, level);
        ItemRate {
            id: item.id.clone(),
            label: item.label.get(lang).to_owned(),
            sign: item.sign,
            source: Source::Detected,
            n,
            with,
            times: Some(times),
            rate,
            ci_low,
            ci_high,
            level,
        }
    });
    rates.collect()
}

/// How often each step of a grid's script is kept to, in the order of the grid; calls read with another grid do not
/// count.
#[must_use]
pub fn step_rates<'a>(
    grid: &Grid,
    calls: impl IntoIterator<Item = &'a Compliance>,
    lang: Lang,
    level: f64,
) -> Vec<StepRate> {
    let mut counts = vec![(0, 0); grid.steps.len()];
    for call in calls.into_iter().filter(|call| call.steps.len() == grid.steps.len()) {
        for ((n, present), found) in counts.iter_mut().zip(&call.steps).filter(|(_, found)| found.applicable)
        {
            *n += 1;
            *present += u64::from(found.present);
        }
    }
    let rates = grid.steps.iter().zip(counts).map(|(step, (n, present))| {
        let with = if step.required { present } else { n - present };
        let Share { rate, ci_low, ci_high } = Share::of(with, n, level);
        StepRate {
            id: step.id.clone(),
            label: step.label.get(lang).to_owned(),
            required: step.required,
            source: Source::Detected,
            n,
            present,
            with,
            rate,
            ci_low,
            ci_high,
            level,
        }
    });
    rates.collect()
}

/// How far the rules agree with a person: what each says of the same calls, the rules first; none without a call.
///
/// κ, its interval, precision and recall are those of [`metric::agreement`](crate::metric::agreement).
#[must_use]
pub fn agreement(pairs: &[(bool, bool)], level: f64) -> Option<Agreement> {
    if pairs.is_empty() {
        return None;
    }
    let mut counts = Retrieval::default();
    pairs.iter().for_each(|(detected, evaluated)| counts.count(*detected, *evaluated));
    let kappa = counts.confusion().kappa(Weighting::None, level);
    let ends = kappa.and_then(|kappa| kappa.interval);
    let (precision, recall) = (counts.precision_interval(level), counts.recall_interval(level));
    Some(Agreement {
        n: pairs.len() as u64,
        both: counts.true_positives,
        detected_only: counts.false_positives,
        evaluated_only: counts.false_negatives,
        kappa: kappa.map(|kappa| kappa.value),
        kappa_low: ends.map(|ends| ends.0),
        kappa_high: ends.map(|ends| ends.1),
        precision: counts.precision(),
        precision_low: precision.map(|ends| ends.0),
        precision_high: precision.map(|ends| ends.1),
        recall: counts.recall(),
        recall_low: recall.map(|ends| ends.0),
        recall_high: recall.map(|ends| ends.1),
        level,
    })
}
