//! R² divided among drivers, with its uncertainty.

use super::correlations::Correlations;
use super::jackknife::{Jackknife, Jackknifed};
use super::lmg::{EXACT, lmg};
use super::sampled::lmg_sampled;
use crate::tally::Products;

/// Pairs of orders drawn beyond [`EXACT`] drivers.
const PAIRS: u32 = 2000;
/// Drivers whose sets are all tried without each group of answers too. Beyond, the same few orders are drawn for every
/// group: what they err by is the same in all, and only the differences between groups count.
const EXACT_GROUPS: usize = 15;
/// Pairs of these orders.
const PAIRS_GROUPS: u32 = 200;

/// How much drivers explain of a score together, and each of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Parts {
    /// Share of the score's variance that the drivers explain, 0…1.
    pub r2: f64,
    /// Lower end of its interval.
    pub r2_low: f64,
    /// Upper end of its interval.
    pub r2_high: f64,
    /// Part of R² due to each driver (LMG), in their order; a part is not negative, the lower end of its interval
    /// may be.
    pub parts: Vec<Jackknifed>,
    /// Half-width that drawing orders adds to each part; none where all were tried.
    pub error: Option<Vec<f64>>,
}

/// LMG parts of the R² of `score`, a variable of the sums as are the `drivers`: exact up to twenty drivers
/// ([`lmg`]), from drawn orders beyond ([`lmg_sampled`]).
///
/// Intervals by the delete-a-group jackknife: of parts as they are, of R² by Fisher's transformation of R = √R²,
/// z = artanh R, turned back (Fisher, “On the ‘probable error’ of a coefficient of correlation deduced from a small
/// sample”, *Metron* 1 (1921), 3–32). None when the score or a driver never varies, with all answers or without one
/// group, without two groups, or outside 0 < `level` < 1.
#[must_use]
pub fn parts(jackknife: &Jackknife, score: usize, drivers: &[usize], level: f64) -> Option<Parts> {
    let correlations = Correlations::new(jackknife.products(), score, drivers)?;
    let (parts, error) = if drivers.len() <= EXACT {
        (lmg(&correlations)?, None)
    } else {
        let sampled = lmg_sampled(&correlations, PAIRS)?;
        (sampled.shares, Some(sampled.error))
    };
    let r2: f64 = parts.iter().sum();
    let values: Vec<f64> = std::iter::once(fisher(r2)).chain(parts).collect();
    let found = intervals(jackknife, score, drivers, level, &values, EXACT_GROUPS)?;
    let (z, parts) = found.split_first()?;
    Some(Parts {
        r2,
        r2_low: z.ci_low.max(0.0).tanh().powi(2),
        r2_high: z.ci_high.tanh().powi(2),
        parts: parts.to_vec(),
        error,
    })
}

/// Intervals around Fisher's z of R and the parts; without each group of answers, all sets of up to `exact` drivers are
/// tried.
fn intervals(
    jackknife: &Jackknife,
    score: usize,
    drivers: &[usize],
    level: f64,
    values: &[f64],
    exact: usize,
) -> Option<Vec<Jackknifed>> {
    jackknife.intervals_around(values, level, |products: &Products| {
        let correlations = Correlations::new(products, score, drivers)?;
        let parts = if drivers.len() <= exact {
            lmg(&correlations)?
        } else {
            lmg_sampled(&correlations, PAIRS_GROUPS)?.shares
        };
        Some(std::iter::once(fisher(parts.iter().sum())).chain(parts).collect())
    })
}

/// Fisher's z of R = √R²; finite for a perfect fit too.
fn fisher(r2: f64) -> f64 {
    r2.clamp(0.0, 1.0 - 1e-12).sqrt().atanh()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::tally::{Groups, Unit};

    /// Two causes and one bystander, of 0…7 each.
    fn study(rows: u64, seed: u64) -> Jackknife {
        let mut state = seed;
        let mut draw = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 61) as i32
        };
        let mut groups = Groups::new(4, 50);
        for row in 0..rows {
            let (a, b, c) = (draw(), draw(), draw());
            groups.add(0, Unit::Named(row), 1, &[(0, a), (1, b), (2, c), (3, 2 * a + b + 2 * draw())]);
        }
        Jackknife::new(groups, &[1.0; 4], &BTreeMap::new())
    }

    /// Four parts of nine go to the first cause, one to the second.
    #[test]
    fn causes_have_their_parts() {
        let found = parts(&study(20_000, 1), 3, &[0, 1, 2], 0.95).unwrap();
        for (part, expected) in found.parts.iter().zip([4.0 / 9.0, 1.0 / 9.0, 0.0]) {
            assert!((part.value - expected).abs() < 4.0 * part.se + 1e-3, "{part:?} {expected}");
        }
        assert!((found.parts.iter().map(|part| part.value).sum::<f64>() - found.r2).abs() < 1e-12);
        assert!(found.error.is_none() && found.parts[2].value >= 0.0);
        assert!(parts(&study(20, 1), 3, &[0], 1.0).is_none() && parts(&study(0, 1), 3, &[0], 0.95).is_none());
    }

    /// Drawn orders give nearly the standard errors of all orders.
    #[test]
    fn few_orders_are_enough_for_an_interval() {
        let study = study(400, 5);
        let (drivers, values) = ([0, 1, 2], [0.0; 4]);
        let exact = intervals(&study, 3, &drivers, 0.95, &values, 15).unwrap();
        let sampled = intervals(&study, 3, &drivers, 0.95, &values, 0).unwrap();
        for (one, other) in exact.iter().zip(&sampled) {
            assert!((one.se / other.se - 1.0).abs() < 0.05, "{one:?} {other:?}");
        }
    }

    /// The intervals of R² and of the first part hold what they estimate, 92 to 98 times in a hundred.
    #[test]
    fn intervals_keep_their_promise() {
        let (mut r2, mut first) = (0, 0);
        for seed in 0..500 {
            let found = parts(&study(400, 1000 + 7919 * seed), 3, &[0, 1, 2], 0.95).unwrap();
            r2 += u32::from(found.r2_low <= 5.0 / 9.0 && 5.0 / 9.0 <= found.r2_high);
            first += u32::from(found.parts[0].ci_low <= 4.0 / 9.0 && 4.0 / 9.0 <= found.parts[0].ci_high);
        }
        assert!((460..=490).contains(&r2) && (460..=490).contains(&first), "{r2} {first}");
    }
}
