//! Trend of a share over ordered groups: waves, age bands, sizes.

use super::law::PValue;

/// Test of a linear trend of shares.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trend {
    /// Change of the share for one step of score, as a fraction, by weighted regression.
    pub slope: f64,
    /// χ² of one degree of freedom.
    pub chi2: f64,
    /// Two-sided p-value.
    pub p: PValue,
}

/// One of the ordered groups.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TrendGroup {
    /// Place on the axis: 1, 2, 3 … for waves at equal distances.
    pub score: f64,
    /// Answers that count.
    pub x: u64,
    /// Base.
    pub n: u64,
}

/// Cochran–Armitage test: do shares rise or fall with the score of their group?
///
/// With p̄ the share of all groups together and s̄ the mean score of the answers, χ² = (Σ x (s − s̄))² /
/// (p̄ (1 − p̄) Σ n (s − s̄)²), as R's `prop.trend.test`. Armitage, “Tests for linear trends in proportions and
/// frequencies”, *Biometrics* 11 (1955), 375–386. `x` above `n` counts as `n`.
///
/// 60, 63, 69 and 75 % of a hundred answers each: χ² 5.86, p 0.015. None with a single distinct score, without answers, or where everybody or nobody counts.
pub fn trend(groups: &[TrendGroup]) -> Option<Trend> {
    let n: f64 = groups.iter().map(|g| g.n as f64).sum();
    let x: f64 = groups.iter().map(|g| g.x.min(g.n) as f64).sum();
    let middle = groups.iter().map(|g| g.score * g.n as f64).sum::<f64>() / n;
    let spread: f64 = groups.iter().map(|g| g.n as f64 * (g.score - middle).powi(2)).sum();
    let together: f64 = groups.iter().map(|g| g.x.min(g.n) as f64 * (g.score - middle)).sum();
    let share = x / n;
    let variance = share * (1.0 - share) * spread;
    if !(variance > 0.0 && variance.is_finite()) {
        return None;
    }
    let z = together / variance.sqrt();
    Some(Trend { slope: together / spread, chi2: z * z, p: PValue::from_z(z) })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn groups(cells: &[(u64, u64)]) -> Vec<TrendGroup> {
        cells.iter().zip(1..).map(|(&(x, n), score)| TrendGroup { score: f64::from(score), x, n }).collect()
    }

    #[test]
    fn without_spread_there_is_no_trend() {
        for cells in [&[][..], &[(3, 9)], &[(0, 9), (0, 5)], &[(9, 9), (5, 5)], &[(0, 0), (0, 0)]] {
            assert_eq!(trend(&groups(cells)), None, "{cells:?}");
        }
        assert_eq!(
            trend(&[TrendGroup { score: f64::NAN, x: 1, n: 2 }, TrendGroup { score: 1.0, x: 1, n: 2 }]),
            None
        );
    }

    /// Two groups: the χ² of the 2 × 2 table, 56 of 70 against 48 of 80 (R 4.2.2, `prop.test`).
    #[test]
    fn two_groups_are_a_two_by_two_table() {
        let test = trend(&groups(&[(48, 80), (56, 70)])).unwrap();
        assert!((test.chi2 - 7.023_411_371_237).abs() < 1e-9 && (test.slope - 0.2).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn turning_the_order_turns_the_slope(cells in prop::collection::vec((0_u64..50, 0_u64..50), 2..8)) {
            let forward = groups(&cells.iter().map(|&(x, more)| (x, x + more)).collect::<Vec<_>>());
            let back: Vec<_> = forward.iter().map(|g| TrendGroup { score: 20.0 - g.score, ..*g }).collect();
            if let (Some(a), Some(b)) = (trend(&forward), trend(&back)) {
                prop_assert!((a.slope + b.slope).abs() < 1e-9 && (a.chi2 - b.chi2).abs() < 1e-7 * a.chi2.max(1.0));
                prop_assert!(a.p.p > 0.0 && a.p.p <= 1.0);
            }
        }
    }
}
