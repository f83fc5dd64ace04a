//! Interval of the log-ratio: how many times as frequent, at least and at most.

use std::f64::consts::LN_2;

use super::Table;
use crate::metric::law::normal_quantile;

impl Table {
    /// Interval of [`log_ratio`](Self::log_ratio) at confidence `level`, in doublings too: log-ratio ± z se / ln 2,
    ///
    /// ```text
    /// se² = 1/(in + ½) − 1/(base in + ½) + 1/(out + ½) − 1/(base out + ½)
    /// ```
    ///
    /// Walter, “The distribution of Levin's measure of attributable risk”, *Biometrika* 62 (1975), 371–374, whose
    /// halves keep it finite where one side never says the word; where all say it on both sides, half a verbatim
    /// is taken from each count, so that a width remains. It holds the truth 95 times in a hundred or more from 15
    /// verbatims a side on (98 to 100 for the rarest words).
    ///
    /// None when a base is empty or outside 0 < `level` < 1.
    ///
    /// ```
    /// use barometre::keyness::Table;
    /// let (low, high) = Table::new(200, 1000, 50, 1000).log_ratio_interval(0.95).unwrap();
    /// assert!(low > 1.5 && high < 2.5);
    /// ```
    #[must_use]
    pub fn log_ratio_interval(self, level: f64) -> Option<(f64, f64)> {
        let z = normal_quantile(level);
        let [a, b, c, d] = self.observed();
        let (base_in, base_out) = (a + c, b + d);
        if base_in == 0.0 || base_out == 0.0 || !(z > 0.0 && z.is_finite()) {
            return None;
        }
        let less = if c == 0.0 && d == 0.0 { 0.5 } else { 0.0 };
        let part = |n: f64, base: f64| 1.0 / (n - less + 0.5) - 1.0 / (base + 0.5);
        let half = z * (part(a, base_in) + part(b, base_out)).sqrt() / LN_2;
        let ratio = self.log_ratio();
        Some((ratio - half, ratio + half))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sum over all pairs of counts, weighted by their binomial probabilities, of those whose interval holds the
    /// truth.
    fn coverage(base_in: u64, p_in: f64, base_out: u64, p_out: f64) -> f64 {
        let law = |n: u64, p: f64| -> Vec<f64> {
            let mut law = vec![(1.0 - p).powi(n as i32)];
            for k in 0..n {
                let last = law[k as usize];
                law.push(last * (n - k) as f64 / (k + 1) as f64 * p / (1.0 - p));
            }
            law
        };
        let truth = (p_in / p_out).log2();
        let (ins, outs) = (law(base_in, p_in), law(base_out, p_out));
        let mut covered = 0.0;
        for (a, x) in ins.iter().enumerate() {
            for (b, y) in outs.iter().enumerate() {
                let table = Table::new(a as u64, base_in, b as u64, base_out);
                let (low, high) = table.log_ratio_interval(0.95).unwrap();
                if (low..=high).contains(&truth) {
                    covered += x * y;
                }
            }
        }
        covered
    }

    #[test]
    fn it_holds_the_truth_as_often_as_it_says() {
        for (base_in, p_in, base_out, p_out) in [
            (30, 0.1, 100, 0.05),
            (100, 0.02, 200, 0.02),
            (100, 0.05, 300, 0.01),
            (50, 0.5, 50, 0.5),
            (20, 0.95, 40, 0.5),
            (200, 0.1, 150, 0.3),
            (15, 0.99, 15, 0.99),
        ] {
            let share = coverage(base_in, p_in, base_out, p_out);
            assert!(share > 0.95, "{base_in} at {p_in}, {base_out} at {p_out}: {share}");
        }
    }

    /// `DescTools`' `BinomRatioCI(56, 70, 48, 80, method = "adj.log")` by hand: se² = 1/56.5 − 1/70.5 + 1/48.5 −
    /// 1/80.5 = 0.011 710 9.
    #[test]
    fn half_width_is_walters() {
        let table = Table::new(56, 70, 48, 80);
        let (low, high) = table.log_ratio_interval(0.95).unwrap();
        let se = (1.0_f64 / 56.5 - 1.0 / 70.5 + 1.0 / 48.5 - 1.0 / 80.5).sqrt();
        assert!((se * se - 0.011_710_9).abs() < 1e-7);
        assert!(((high - low) / 2.0 - 1.959_963_984_540_054 * se / LN_2).abs() < 1e-12);
    }

    #[test]
    fn it_is_finite_or_none() {
        for table in [
            Table::new(0, 10, 5, 10),
            Table::new(5, 10, 0, 10),
            Table::new(9, 9, 4, 4),
            Table::new(0, 9, 0, 9),
        ] {
            let (low, high) = table.log_ratio_interval(0.95).unwrap();
            assert!(low.is_finite() && high.is_finite() && low < high, "{table:?}");
        }
        assert_eq!(Table::new(0, 0, 3, 10).log_ratio_interval(0.95), None);
        assert_eq!(Table::new(1, 9, 3, 10).log_ratio_interval(1.0), None);
    }
}
