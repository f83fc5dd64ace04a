//! Rates over calls, each with where it comes from: what rules detect is never mixed with what people judge.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::grid::{Grid, Sign};
use super::score::{Compliance, Listening};
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
    for (detected, evaluated) in pairs {
        counts.count(*detected, *evaluated);
    }
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::score::{ItemFound, StepFound};
    use super::*;

    fn close(a: Option<f64>, b: f64) {
        assert!(a.is_some_and(|a| (a - b).abs() < 1e-9), "{a:?} is not {b}");
    }

    /// statsmodels 0.15.0, `proportion_confint(method="wilson")` of 2/3 and 7/9.
    #[test]
    fn rates_are_those_of_each_agent_and_of_all() {
        let (yes, no) = (true, false);
        let calls = [
            (Some("b"), yes),
            (Some("b"), yes),
            (Some("b"), no),
            (Some("a"), yes),
            (Some("a"), yes),
            (None, yes),
            (None, yes),
            (None, yes),
            (None, no),
        ];
        let rates = rate(Source::Evaluated, calls, 0.95);
        let names: Vec<_> = rates.iter().map(|rate| (rate.agent.as_deref(), rate.with, rate.n)).collect();
        assert_eq!(names, [(None, 7, 9), (Some("a"), 2, 2), (Some("b"), 2, 3)]);
        assert!(rates.iter().all(|rate| rate.source == Source::Evaluated));
        close(rates[0].ci_low, 0.452_588_969_106_988_87);
        close(rates[0].ci_high, 0.936_774_892_882_153_3);
        close(rates[2].rate, 2.0 / 3.0);
        close(rates[2].ci_low, 0.207_659_600_802_047_8);
        close(rates[2].ci_high, 0.938_508_055_279_603_7);
        let none = rate(Source::Detected, [], 0.95);
        assert_eq!((none.len(), none[0].n, none[0].rate, none[0].ci_low), (1, 0, None, None));
    }

    #[test]
    fn an_item_counts_where_it_applies() {
        let toml = "[[item]]\nid = \"a\"\nlabel = { fr = \"À\", en = \"A\" }\nrules = ['x1']\n[[step]]\nid = \"b\"\n\
                    required = false\nrules = ['x2']";
        let grid = Grid::parse(toml, "g").unwrap();
        let read = |applicable, count| Listening {
            items: vec![ItemFound { applicable, count, ..ItemFound::default() }],
            ..Listening::default()
        };
        // The last was read with another grid.
        let calls = [read(true, 3), read(true, 0), read(true, 1), read(false, 0), Listening::default()];
        let rates = item_rates(&grid, &calls, Lang::Fr, 0.95);
        assert_eq!((rates[0].id.as_str(), rates[0].label.as_str()), ("a", "À"));
        assert_eq!((rates[0].n, rates[0].with, rates[0].times), (3, 2, Some(4)));
        close(rates[0].ci_low, 0.207_659_600_802_047_8);
        let said = |applicable, present| Compliance {
            steps: vec![StepFound { applicable, present, mark: None }],
            ..Compliance::default()
        };
        let calls = [said(true, true), said(true, false), said(true, false), said(false, false)];
        let rates = step_rates(&grid, &calls, Lang::En, 0.95);
        assert_eq!((rates[0].n, rates[0].present, rates[0].with, rates[0].required), (3, 1, 2, false));
        close(rates[0].rate, 2.0 / 3.0);
        let json = serde_json::to_value(&rates[0]).unwrap();
        assert_eq!(json["source"], "detected");
    }

    /// statsmodels 0.15.0: `cohens_kappa([[21, 4], [2, 13]])`; `proportion_confint(method="wilson")` of 13/15, 13/17.
    #[test]
    fn agreement_is_that_of_statsmodels() {
        let mut pairs = vec![(true, true); 13];
        pairs.extend([(true, false); 2]);
        pairs.extend([(false, true); 4]);
        pairs.extend([(false, false); 21]);
        let found = agreement(&pairs, 0.95).unwrap();
        assert_eq!((found.n, found.both, found.detected_only, found.evaluated_only), (40, 13, 2, 4));
        close(found.kappa, 0.688_311_688_311_688_2);
        close(found.kappa_low, 0.460_063_257_156_642_2);
        close(found.kappa_high, 0.916_560_119_466_734_2);
        close(found.precision, 13.0 / 15.0);
        close(found.precision_low, 0.621_180_171_676_776_3);
        close(found.precision_high, 0.962_638_740_896_934_7);
        close(found.recall, 13.0 / 17.0);
        close(found.recall_low, 0.527_382_018_804_350_1);
        close(found.recall_high, 0.904_449_556_779_198_8);
    }

    #[test]
    fn nothing_to_compare_agrees_in_nothing() {
        assert_eq!(agreement(&[], 0.95), None);
        let silent = agreement(&[(false, false); 5], 0.95).unwrap();
        assert_eq!((silent.kappa, silent.precision, silent.recall), (None, None, None));
    }

    proptest! {
        #[test]
        fn the_order_of_calls_changes_nothing(
            calls in prop::collection::vec((prop::option::of("[ab]"), any::<bool>()), 0..30),
        ) {
            let read = |calls: &[(Option<String>, bool)]| {
                rate(Source::Detected, calls.iter().map(|(agent, yes)| (agent.as_deref(), *yes)), 0.9)
            };
            let mut turned = calls.clone();
            turned.reverse();
            let rates = read(&calls);
            prop_assert_eq!(&rates, &read(&turned));
            prop_assert_eq!(rates[0].n, calls.len() as u64);
            let known = calls.iter().filter(|(agent, _)| agent.is_some()).count() as u64;
            prop_assert_eq!(rates[1..].iter().map(|rate| rate.n).sum::<u64>(), known);
        }
    }
}
