//! How much of a score's differences lies between agents.

use std::collections::BTreeMap;

use crate::metric::law::PValue;
use crate::metric::tails::{beta_quantile, ln_beta_below};

/// Part of the variance of a value that lies between agents.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AgentShare {
    /// Agents.
    pub agents: u64,
    /// Answers.
    pub n: u64,
    /// ω², 0…1; chance alone gives 0 on average, and the estimate itself may be under it.
    pub omega2: f64,
    /// Lower end of its interval, not under 0.
    pub ci_low: f64,
    /// Upper end of its interval, not under 0.
    pub ci_high: f64,
    /// Could agents alike differ so?
    pub p_value: PValue,
}

/// Steps of a unit: a value counts to the millionth, as a whole number, so that the order of the rows is without
/// effect.
const STEPS: f64 = 1e6;

/// Share of the variance of `values` (agent, value) that lies between the agents.
///
/// One-way analysis of variance of N values of k agents: ω² = (SSB − (k − 1) MSW) / (SST + MSW)
/// = (k − 1)(F − 1) / ((k − 1)(F − 1) + N), F = MSB / MSW (Hays, *Statistics for Psychologists* (1963), 381–384).
/// Unlike η² = SSB / SST, which is (k − 1) / (N − 1) on average where agents are alike, it does not grow with the
/// number of agents. Interval: F divided by the quantiles of its law, as for the intraclass correlation (Searle,
/// *Linear Models* (1971), 9.8); exact for normal values and as many an agent, else near. p by the law of F with k
/// − 1 and N − k degrees of freedom.
///
/// None without two agents, without an agent who has two values, where values differ between agents alone, and outside
/// 0 < `level` < 1.
#[must_use]
pub fn agent_share(values: impl IntoIterator<Item = (u32, f64)>, level: f64) -> Option<AgentShare> {
    // Of each agent: number, sum, sum of squares.
    let mut sums: BTreeMap<u32, (i128, i128, i128)> = BTreeMap::new();
    for (agent, value) in values {
        if value.is_finite() {
            let whole = i128::from((value * STEPS).round() as i64);
            let sum = sums.entry(agent).or_default();
            *sum = (sum.0 + 1, sum.1 + whole, sum.2.checked_add(whole.checked_mul(whole)?)?);
        }
    }
    let (n, sum) = sums.values().fold((0, 0), |(n, sum), own| (n + own.0, sum + own.1));
    let (k, total) = (sums.len() as f64, n as f64);
    let mean = sum as f64 / total;
    let (mut between, mut within) = (0.0, 0.0);
    for (n, sum, squares) in sums.values() {
        between += *n as f64 * (*sum as f64 / *n as f64 - mean).powi(2);
        // Exact where a difference of two large numbers would not be.
        within += n.checked_mul(*squares)?.checked_sub(sum.checked_mul(*sum)?)? as f64 / *n as f64;
    }
    let (d1, d2) = (k - 1.0, total - k);
    if !(d1 > 0.0 && d2 > 0.0 && within > 0.0 && level > 0.0 && level < 1.0) {
        return None;
    }
    let f = (between / d1) / (within / d2);
    let omega2 = |f: f64| d1 * (f - 1.0) / (d1 * (f - 1.0) + total);
    let quantile = |p: f64| {
        let x = beta_quantile(p, d1 / 2.0, d2 / 2.0)?;
        Some(d2 * x / (d1 * (1.0 - x)))
    };
    let tail = (1.0 - level) / 2.0;
    Some(AgentShare {
        agents: sums.len() as u64,
        n: n as u64,
        omega2: omega2(f),
        ci_low: omega2(f / quantile(1.0 - tail)?).max(0.0),
        ci_high: omega2(f / quantile(tail)?).max(0.0),
        p_value: PValue::from_ln(ln_beta_below(d2 / (d2 + d1 * f), d2 / 2.0, d1 / 2.0)?),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::simulated::Draw;
    use super::*;

    /// By hand: means 2, 3, 6 of 1 2 3, 2 3 4, 5 6 7; SSB = 26, SSW = 6, F = 13, ω² = 24 / 33; with two degrees of
    /// freedom above, p = (1 + 2 F / 6)⁻³. F quantiles of 2 and 6 degrees: (p^(−1/3) − 1) · 3 above which lies p.
    #[test]
    fn a_worked_example() {
        let values =
            [(1, 1.0), (1, 2.0), (1, 3.0), (2, 2.0), (2, 3.0), (2, 4.0), (5, 5.0), (5, 6.0), (5, 7.0)];
        let found = agent_share(values, 0.95).unwrap();
        assert_eq!((found.agents, found.n), (3, 9));
        assert!((found.omega2 - 24.0 / 33.0).abs() < 1e-12);
        assert!((found.p_value.p - (1.0 + 26.0 / 6.0_f64).powi(-3)).abs() < 1e-12);
        let end = |p: f64| {
            let f = 13.0 / (3.0 * (p.powf(-1.0 / 3.0) - 1.0));
            2.0 * (f - 1.0) / (2.0 * (f - 1.0) + 9.0)
        };
        assert!((found.ci_low - end(0.025)).abs() < 1e-9, "{} is not {}", found.ci_low, end(0.025));
        assert!((found.ci_high - end(0.975)).abs() < 1e-9, "{} is not {}", found.ci_high, end(0.975));
    }

    #[test]
    fn nothing_to_divide_gives_nothing() {
        assert_eq!(agent_share([(1, 2.0), (1, 3.0)], 0.95), None);
        assert_eq!(agent_share([(1, 2.0), (2, 3.0)], 0.95), None);
        assert_eq!(agent_share([(1, 2.0), (1, 2.0), (2, 3.0), (2, 3.0)], 0.95), None);
        assert_eq!(agent_share([(1, 2.0), (1, 3.0), (2, 3.0)], 1.0), None);
        assert_eq!(agent_share([], 0.95), None);
    }

    /// Agents who differ by a tenth of the variance: the interval holds that share in 19 studies of 20 (of 300 at least
    /// 274, three deviations under), and where they do not differ p is under 0.05 in 15 of 300 (at most 27).
    #[test]
    fn the_interval_covers_the_share_and_the_test_keeps_its_level() {
        let (studies, mut covered, mut found) = (300, 0, 0);
        for seed in 0..studies {
            let mut draw = Draw::new(seed);
            let (mut differ, mut alike) = (Vec::new(), Vec::new());
            for agent in 0..40 {
                let own = draw.normal() / 3.0;
                // As many as 20, as few as 10.
                for _ in 0..10 + agent % 11 {
                    differ.push((agent, own + draw.normal()));
                    alike.push((agent, draw.normal()));
                }
            }
            let share = agent_share(differ, 0.95).unwrap();
            covered += u32::from(share.ci_low <= 0.1 && 0.1 <= share.ci_high);
            found += u32::from(agent_share(alike, 0.95).unwrap().p_value.p < 0.05);
        }
        assert!(covered >= 274, "{covered} of {studies}");
        assert!(found <= 27, "{found} of {studies}");
    }

    proptest! {
        #[test]
        fn the_order_of_answers_changes_nothing(
            values in prop::collection::vec((0_u32..4, 0.0_f64..10.0), 0..30), turn in 0_usize..30,
        ) {
            let mut turned = values.clone();
            turned.rotate_left(turn.min(values.len()));
            let (one, other) = (agent_share(values, 0.95), agent_share(turned, 0.95));
            prop_assert_eq!(one, other);
            if let Some(found) = one {
                prop_assert!(found.ci_low <= found.omega2.max(0.0) && found.omega2 <= found.ci_high.max(found.omega2));
                prop_assert!(found.ci_high < 1.0 && found.omega2 < 1.0 && found.p_value.p <= 1.0);
            }
        }
    }
}
