//! Which calls a person listens to: a simple random sample without replacement in each agent × period.
//!
//! Calls that a person picks (“à écouter”) say nothing of the others. Drawn calls do, since each call of a stratum
//! has the same chance: of N calls, the n of least rank are drawn, the rank being a hash of the seed and of the call's
//! id. The draw therefore depends neither on the order of the calls nor on the machine, and calls that join a stratum
//! change the draw of no other. Cochran, *Sampling Techniques*, 3rd ed. (1977), chapters 2 and 5.
//!
//! A [`Plan`] logs the draw: what was drawn, out of how many, with which seed. Kept as a CSV ([`Plan::to_csv`]), it
//! gives every evaluation its weight N / n later on.

mod file;
mod period;
mod plan_error;

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU64;

use jiff::civil::DateTime;
use schemars::JsonSchema;
use serde::Serialize;

pub(super) use file::csv_text;
pub use period::SamplingPeriod;
use period::parse_label;
pub(super) use period::{place, said};
pub use plan_error::PlanError;

/// A call that may be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Drawable<'a> {
    /// What names it. Of two with the same id, which are one call, the lesser agent and date count.
    pub id: &'a str,
    /// Who took it; none and blank are one stratum.
    pub agent: Option<&'a str>,
    /// When it began.
    pub date: Option<DateTime>,
}

/// How calls are drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draw {
    /// Calls drawn in each stratum; all of them where there are no more.
    pub per_stratum: NonZeroU64,
    /// What cuts the calls of an agent into strata.
    pub period: SamplingPeriod,
    /// Another seed draws other calls.
    pub seed: u64,
    /// Ids of calls that are not to be drawn: too short, without consent, heard before.
    pub exclude: BTreeSet<String>,
}

/// The log of a draw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Plan {
    /// Seed of the draw: the same seed and the same calls give the same plan.
    pub seed: u64,
    /// Calls asked for in each stratum.
    pub per_stratum: NonZeroU64,
    /// What cuts the calls of an agent into strata.
    pub period: SamplingPeriod,
    /// Calls that could be drawn.
    pub eligible: u64,
    /// Calls excluded beforehand: no rate speaks for them.
    pub excluded: u64,
    /// Strata, by agent and period; unknown ones first.
    pub strata: Vec<PlanStratum>,
    /// Drawn calls, in the order of the strata, then in the order in which they were drawn.
    pub drawn: Vec<PlannedCall>,
}

/// The calls of one agent in one period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlanStratum {
    /// Who took the calls; null where that is not known.
    pub agent: Option<String>,
    /// `2025-W27` or `2025-03`; null for a call without a date, and where periods do not cut.
    pub period: Option<String>,
    /// Calls that could be drawn, N.
    pub calls: u64,
    /// Calls drawn, n.
    pub drawn: u64,
}

/// A drawn call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlannedCall {
    /// What names it.
    pub call: String,
    /// Who took it.
    pub agent: Option<String>,
    /// Its period, as in the strata.
    pub period: Option<String>,
    /// Place among the drawn of its stratum, from 1: whoever listens to fewer takes the first.
    pub order: u64,
}

/// Draws calls.
///
/// ```
/// use barometre::transcript::{Draw, Drawable, SamplingPeriod, draw};
/// let ids: Vec<String> = (0..40).map(|i| format!("appel-{i:02}")).collect();
/// let calls: Vec<Drawable> =
///     ids.iter().map(|id| Drawable { id, agent: Some("A. Morel"), date: None }).collect();
/// let options = Draw {
///     per_stratum: 3.try_into().unwrap(),
///     period: SamplingPeriod::None,
///     seed: 2026,
///     exclude: ["appel-00".to_owned()].into(),
/// };
/// let plan = draw(&calls, &options);
/// assert_eq!((plan.eligible, plan.excluded, plan.drawn.len()), (39, 1, 3));
/// let turned: Vec<Drawable> = calls.iter().rev().copied().collect();
/// assert_eq!(draw(&turned, &options), plan);
/// ```
#[must_use]
pub fn draw(calls: &[Drawable<'_>], options: &Draw) -> Plan {
    let mut calls = calls.to_vec();
    calls.sort_unstable();
    calls.dedup_by_key(|call| call.id);
    let all = calls.len();
    calls.retain(|call| !options.exclude.contains(call.id));

    let mut strata: BTreeMap<(Option<&str>, Option<String>), Vec<&str>> = BTreeMap::new();
    for call in &calls {
        let agent = call.agent.filter(|agent| !agent.trim().is_empty());
        let period = call.date.and_then(|at| options.period.key(at.date()));
        strata.entry((agent, period)).or_default().push(call.id);
    }
    let mut plan = Plan {
        seed: options.seed,
        per_stratum: options.per_stratum,
        period: options.period,
        eligible: calls.len() as u64,
        excluded: (all - calls.len()) as u64,
        strata: Vec::new(),
        drawn: Vec::new(),
    };
    for ((agent, period), mut ids) in strata {
        let agent = agent.map(str::to_owned);
        let (calls, before) = (ids.len() as u64, plan.drawn.len());
        ids.sort_by_cached_key(|id| (rank(options.seed, id), *id));
        for (id, order) in ids.into_iter().zip(1..=options.per_stratum.get()) {
            let (agent, period) = (agent.clone(), period.clone());
            plan.drawn.push(PlannedCall { call: id.to_owned(), agent, period, order });
        }
        let drawn = (plan.drawn.len() - before) as u64;
        plan.strata.push(PlanStratum { agent, period, calls, drawn });
    }
    plan
}

/// Place of a call in the draw: FNV-1a of 64 bits over the bytes of its id, begun at its offset basis combined (xor)
/// with the mixed seed, then mixed again. The mixing is that of `SplitMix64`.
///
/// Fowler, Noll & Vo, RFC 9923; Steele, Lea & Flood, “Fast splittable pseudorandom number generators”, OOPSLA (2014).
fn rank(seed: u64, id: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    mix(id.bytes().fold(0xcbf2_9ce4_8422_2325 ^ mix(seed), step))
}

fn mix(state: u64) -> u64 {
    let z = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::metric::tails::chi2_tail;

    fn options(per_stratum: u64, period: SamplingPeriod, seed: u64) -> Draw {
        Draw { per_stratum: per_stratum.try_into().unwrap(), period, seed, exclude: BTreeSet::new() }
    }

    fn ids(plan: &Plan) -> Vec<&str> {
        plan.drawn.iter().map(|call| call.call.as_str()).collect()
    }

    /// The same in Python 3, with integers cut to 64 bits; the first number of `SplitMix64` from 0 is published.
    #[test]
    fn the_rank_is_the_same_on_every_machine() {
        assert_eq!(mix(0), 0xe220_a839_7b1d_cdaf);
        assert_eq!(rank(0, ""), 0x5b21_f68f_fa77_f14c);
        assert_eq!(rank(2026, "appel-01"), 0xbf04_b9bc_571b_f7d7);
        assert_eq!(rank(u64::MAX, "été"), 0xf0c5_e377_0c4c_fc72);
    }

    #[test]
    fn strata_are_agents_and_periods() {
        let at = |month, day| Some(date(2025, month, day).at(9, 0, 0, 0));
        let calls = [
            Drawable { id: "a", agent: Some("Lou"), date: at(6, 30) },
            Drawable { id: "b", agent: Some("Lou"), date: at(7, 1) },
            Drawable { id: "c", agent: Some(" "), date: at(7, 2) },
            Drawable { id: "d", agent: None, date: None },
            Drawable { id: "b", agent: Some("Max"), date: at(7, 1) },
        ];
        let shape = |period| {
            let plan = draw(&calls, &options(9, period, 1));
            assert_eq!((plan.eligible, plan.drawn.len()), (4, 4));
            let name = |s: &PlanStratum| {
                (s.agent.clone().unwrap_or_default(), s.period.clone().unwrap_or_default(), s.calls)
            };
            plan.strata.iter().map(name).collect::<Vec<_>>()
        };
        let named = |rows: &[(&str, &str, u64)]| {
            rows.iter().map(|r| (r.0.to_owned(), r.1.to_owned(), r.2)).collect::<Vec<_>>()
        };
        assert_eq!(shape(SamplingPeriod::None), named(&[("", "", 2), ("Lou", "", 2)]));
        assert_eq!(
            shape(SamplingPeriod::Month),
            named(&[("", "", 1), ("", "2025-07", 1), ("Lou", "2025-06", 1), ("Lou", "2025-07", 1)])
        );
        assert_eq!(
            shape(SamplingPeriod::Week),
            named(&[("", "", 1), ("", "2025-W27", 1), ("Lou", "2025-W27", 2)])
        );
    }

    /// χ² of 20 calls against equal chances over 4,000 seeds, 5 drawn each time: its expectation is 19 · (1 − 4/19),
    /// the calls of one draw being different ones, hence the factor; likewise for the pairs of first and second.
    #[test]
    fn every_call_has_the_same_chance() {
        let names: Vec<String> = (0..20).map(|i| format!("2025-07-{i:02}.vtt")).collect();
        let calls: Vec<Drawable<'_>> =
            names.iter().map(|id| Drawable { id, agent: None, date: None }).collect();
        let (mut drawn, mut pairs) = ([0_u64; 20], BTreeMap::<(usize, usize), u64>::new());
        for seed in 0..4000 {
            let plan = draw(&calls, &options(5, SamplingPeriod::None, seed));
            let places: Vec<usize> =
                ids(&plan).iter().map(|id| names.iter().position(|name| name == id).unwrap()).collect();
            for &place in &places {
                drawn[place] += 1;
            }
            *pairs.entry((places[0], places[1])).or_default() += 1;
        }
        let chi2 = |counts: &[u64], expected: f64| {
            counts.iter().map(|n| (*n as f64 - expected).powi(2) / expected).sum::<f64>()
        };
        // Without replacement the counts vary less, by (1 − n / N) / (1 − 1 / N).
        let single = chi2(&drawn, 1000.0) / (0.75 / 0.95);
        let p = chi2_tail(single, 19.0).unwrap().p;
        assert!((0.001..0.999).contains(&p), "χ² {single}, p {p}");
        let counts: Vec<u64> = pairs.values().copied().collect();
        let missing = 380 - counts.len();
        let twice = chi2(&counts, 4000.0 / 380.0) + missing as f64 * 4000.0 / 380.0;
        let p = chi2_tail(twice, 379.0).unwrap().p;
        assert!((0.001..0.999).contains(&p), "χ² {twice}, p {p}");
    }

    proptest! {
        #[test]
        fn calls_of_one_stratum_do_not_change_another(
            seed: u64, own in prop::collection::btree_set("[a-z]{1,6}", 1..30),
            others in prop::collection::btree_set("[A-Z]{1,6}", 0..30), n in 1_u64..9,
        ) {
            let of = |id, agent| Drawable { id, agent: Some(agent), date: None };
            let alone: Vec<Drawable<'_>> = own.iter().map(|id| of(id, "Lou")).collect();
            let mut both = alone.clone();
            both.extend(others.iter().map(|id| of(id, "Max")));
            both.reverse();
            let options = options(n, SamplingPeriod::Week, seed);
            let (alone, both) = (draw(&alone, &options), draw(&both, &options));
            let kept: Vec<&PlannedCall> =
                both.drawn.iter().filter(|call| call.agent.as_deref() == Some("Lou")).collect();
            prop_assert_eq!(alone.drawn.iter().collect::<Vec<_>>(), kept);
            prop_assert_eq!(both.drawn.len() as u64, (own.len() as u64).min(n) + (others.len() as u64).min(n));
        }

        /// Listening to fewer is listening to the first of them.
        #[test]
        fn a_smaller_draw_is_the_beginning_of_a_larger(
            seed: u64, own in prop::collection::btree_set("[a-z]{1,6}", 1..30), n in 1_u64..20,
        ) {
            let calls: Vec<Drawable<'_>> =
                own.iter().map(|id| Drawable { id, agent: None, date: None }).collect();
            let small = draw(&calls, &options(n, SamplingPeriod::None, seed));
            let large = draw(&calls, &options(n + 1, SamplingPeriod::None, seed));
            prop_assert_eq!(&large.drawn[..small.drawn.len()], &small.drawn[..]);
        }
    }
}
