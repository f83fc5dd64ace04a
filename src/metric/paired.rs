//! The same respondents asked twice: change of a share, change of a mean.

use super::law::{PValue, t_quantile};
use super::net::{NetCounts, NetEstimate, NetMethod};
use super::tails::ln_binomial_at_most;

/// Respondents of a panel by what they counted for, before and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pairs {
    /// Counted both times.
    pub both: u64,
    /// Counted the second time only.
    pub won: u64,
    /// Counted the first time only.
    pub lost: u64,
    /// Counted neither time.
    pub neither: u64,
}

/// Change of a share among respondents seen twice, with its tests.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PairedShare {
    /// Second share minus first, a fraction −1…1: (won − lost) / n.
    pub difference: f64,
    /// Wald's standard error, √((won + lost) / n − difference²) / √n.
    pub se: f64,
    /// McNemar's χ² without correction, (won − lost)² / (won + lost); 0 when nobody changed.
    pub chi2: f64,
    /// p-value of McNemar's χ² with one degree of freedom.
    pub p: PValue,
    /// Exact p-value: twice the smaller binomial tail of `won` among those who changed.
    pub p_exact: PValue,
}

impl Pairs {
    /// Respondents.
    pub fn n(self) -> u64 {
        self.both + self.won + self.lost + self.neither
    }

    /// A change of share is the net score of those won over those lost.
    pub fn as_net(self) -> NetCounts {
        NetCounts::new(self.won, self.both + self.neither, self.lost)
    }

    /// Change of the share with its tests; none without respondents.
    ///
    /// McNemar, “Note on the sampling error of the difference between correlated proportions or percentages”,
    /// *Psychometrika* 12 (1947), 153–157. Only those who changed count in the tests; prefer the exact one when
    /// they are under 25.
    pub fn change(self) -> Option<PairedShare> {
        let NetEstimate { value, se } = self.as_net().wald()?;
        let changed = self.won + self.lost;
        let z =
            if changed == 0 { 0.0 } else { (self.won as f64 - self.lost as f64) / (changed as f64).sqrt() };
        let tail = ln_binomial_at_most(self.won.min(self.lost), changed, 0.5)?;
        Some(PairedShare {
            difference: value / 100.0,
            se: se / 100.0,
            chi2: z * z,
            p: PValue::from_z(z),
            p_exact: PValue::from_ln(tail + std::f64::consts::LN_2),
        })
    }

    /// Interval of the change as fractions −1…1, by Tango's score interval, Wald's formula or Bonett and
    /// Price's (see [`NetMethod`]), `critical` being the half-width in standard errors. None without
    /// respondents or unless `critical` is positive and finite.
    pub fn interval(self, method: NetMethod, critical: f64) -> Option<(f64, f64)> {
        method.interval(self.as_net(), critical).map(|(low, high)| (low / 100.0, high / 100.0))
    }
}

/// Change of a mean among respondents seen twice.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PairedMean {
    /// Respondents.
    pub n: u64,
    /// Mean of second minus first, in the unit of the answers.
    pub difference: f64,
    /// Standard error, sd of the differences / √n.
    pub se: f64,
    /// Difference / standard error, to be read against Student's t with n − 1 degrees of freedom.
    pub t: f64,
    /// Two-sided p-value.
    pub p: PValue,
    /// Correlation of the two answers; null where one of them never varies. The greater it is, the more a
    /// panel tells beyond two fresh samples.
    pub correlation: Option<f64>,
    /// Standard error that two samples of n different respondents would have, √((s₁² + s₂²) / n).
    pub se_if_independent: f64,
}

/// Change of a mean from pairs of answers (first, second) with their number, in any order. A net
/// score goes through as −100, 0, 100 and a share as 0, 100.
///
/// Student, “The probable error of a mean”, *Biometrika* 6 (1908), 1–25. None under two respondents, or where
/// everybody moved by the same step: no spread, no error to measure.
pub fn paired_mean(pairs: &[(f64, f64, u64)]) -> Option<PairedMean> {
    let mut pairs: Vec<_> = pairs.iter().copied().filter(|pair| pair.2 > 0).collect();
    // Moments must not depend on the order in which pairs come, nor on how often one is listed.
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    pairs.dedup_by(|next, kept| {
        let same = (next.0, next.1) == (kept.0, kept.1);
        if same {
            kept.2 += next.2;
        }
        same
    });
    let n: u64 = pairs.iter().map(|pair| pair.2).sum();
    let (step, count) = (|pair: &(f64, f64, u64)| pair.1 - pair.0, n as f64);
    let first = step(pairs.first()?);
    if n < 2 || pairs.iter().all(|pair| step(pair) == first) {
        return None;
    }
    let mean = |of: &dyn Fn(&(f64, f64, u64)) -> f64| {
        pairs.iter().map(|pair| pair.2 as f64 * of(pair)).sum::<f64>() / count
    };
    let (before, after, difference) = (mean(&|p| p.0), mean(&|p| p.1), mean(&step));
    let unbiased = count / (count - 1.0);
    let variance = unbiased * mean(&|p| (step(p) - difference).powi(2));
    let (v, w) = (unbiased * mean(&|p| (p.0 - before).powi(2)), unbiased * mean(&|p| (p.1 - after).powi(2)));
    let covariance = unbiased * mean(&|p| (p.0 - before) * (p.1 - after));
    let se = (variance / count).sqrt();
    let varies =
        |of: fn(&(f64, f64, u64)) -> f64| pairs.iter().any(|pair| Some(of(pair)) != pairs.first().map(of));
    Some(PairedMean {
        n,
        difference,
        se,
        t: difference / se,
        p: PValue::from_t(difference / se, count - 1.0)?,
        correlation: (varies(|p| p.0) && varies(|p| p.1))
            .then(|| (covariance / (v * w).sqrt()).clamp(-1.0, 1.0)),
        se_if_independent: ((v + w) / count).sqrt(),
    })
}

impl PairedMean {
    /// Difference ± t · se at confidence `level`; none outside 0 < `level` < 1.
    pub fn interval(self, level: f64) -> Option<(f64, f64)> {
        let half = t_quantile(level, (self.n - 1) as f64)? * self.se;
        Some((self.difference - half, self.difference + half))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nobody_changed_proves_nothing() {
        let still = Pairs { both: 4, won: 0, lost: 0, neither: 5 }.change().unwrap();
        assert_eq!((still.difference, still.chi2, still.p.p, still.p_exact.p), (0.0, 0.0, 1.0, 1.0));
        assert_eq!(Pairs { both: 0, won: 0, lost: 0, neither: 0 }.change(), None);
        let even = Pairs { both: 0, won: 5, lost: 5, neither: 0 }.change().unwrap();
        assert_eq!(even.p_exact.p, 1.0);
    }

    #[test]
    fn extreme_changes_keep_their_logarithm() {
        let all = Pairs { both: 0, won: 4000, lost: 0, neither: 0 }.change().unwrap();
        assert!((all.p_exact.log10 - (1.0 - 4000.0) * 2.0_f64.log10()).abs() < 1e-8, "{all:?}");
    }

    #[test]
    fn a_mean_that_moves_as_one_has_no_error() {
        assert_eq!(paired_mean(&[(1.0, 2.0, 3), (4.0, 5.0, 1)]), None);
        assert_eq!(paired_mean(&[(1.0, 2.0, 1)]), None);
        assert_eq!(paired_mean(&[]), None);
        let one = paired_mean(&[(5.0, 4.0, 3), (5.0, 3.0, 1), (9.0, 0.0, 0)]).unwrap();
        assert_eq!((one.n, one.difference, one.correlation), (4, -1.25, None));
        assert_eq!(one.interval(1.0), None);
    }

    /// R 4.2.2, `t.test(c(1, 2, 4), c(2, 4, 5), paired = TRUE)`, by hand: differences 1, 2, 1.
    #[test]
    fn a_small_panel_by_hand() {
        let change = paired_mean(&[(2.0, 4.0, 1), (1.0, 2.0, 1), (4.0, 5.0, 1)]).unwrap();
        assert!((change.difference - 4.0 / 3.0).abs() < 1e-12 && (change.t - 4.0).abs() < 1e-12);
        assert!((change.se - 1.0 / 3.0).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn a_change_lies_in_its_interval_and_turns_over(
            both in 0_u64..200, won in 0_u64..200, lost in 0_u64..200, neither in 0_u64..200,
        ) {
            prop_assume!(both + won + lost + neither > 0);
            let pairs = Pairs { both, won, lost, neither };
            let (change, back) = (pairs.change().unwrap(), Pairs { won: lost, lost: won, ..pairs }.change().unwrap());
            prop_assert_eq!((change.difference, change.p), (-back.difference, back.p));
            prop_assert!(change.p_exact.p > 0.0 && change.p_exact.p <= 1.0);
            for method in NetMethod::ALL {
                let (low, high) = pairs.interval(method, 1.96).unwrap();
                prop_assert!(-1.0 <= low && low <= change.difference + 1e-12, "{method:?}");
                prop_assert!(change.difference <= high + 1e-12 && high <= 1.0, "{method:?}");
            }
        }

        #[test]
        fn order_changes_nothing(
            mut pairs in prop::collection::vec((0_u8..11, 0_u8..11, 0_u64..9), 1..20), turn in 0_usize..20,
        ) {
            let real = |pairs: &[(u8, u8, u64)]| -> Vec<(f64, f64, u64)> {
                pairs.iter().map(|&(a, b, n)| (f64::from(a) / 3.0, f64::from(b) / 3.0, n)).collect()
            };
            let one = paired_mean(&real(&pairs));
            let by = turn.min(pairs.len());
            pairs.rotate_left(by);
            prop_assert_eq!(one, paired_mean(&real(&pairs)));
        }
    }
}
