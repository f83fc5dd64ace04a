//! How many answers gave each value of a closed question.

/// Values of a closed question, ascending and distinct, each with its number of answers.
/// Moments are computed from the integer counts in that order, so they do not depend on the order
/// in which answers came.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Histogram {
    bins: Vec<(f64, u64)>,
}

#[expect(clippy::cast_precision_loss, reason = "counts of answers stay far below 2^53")]
impl Histogram {
    /// From pairs of value and count, in any order; equal values are added.
    #[must_use]
    pub fn new(pairs: impl IntoIterator<Item = (f64, u64)>) -> Self {
        let mut bins: Vec<(f64, u64)> = pairs.into_iter().collect();
        bins.sort_by(|a, b| a.0.total_cmp(&b.0));
        bins.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 += next.1;
            }
            same
        });
        Self { bins }
    }

    /// Value and count, ascending.
    #[must_use]
    pub fn bins(&self) -> &[(f64, u64)] {
        &self.bins
    }

    /// Number of answers.
    #[must_use]
    pub fn n(&self) -> u64 {
        self.bins.iter().map(|b| b.1).sum()
    }

    /// Number of answers whose value satisfies `keep`.
    pub fn count(&self, keep: impl Fn(f64) -> bool) -> u64 {
        self.bins.iter().filter(|b| keep(b.0)).map(|b| b.1).sum()
    }

    /// Mean; none without answers.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        let n = self.n();
        (n > 0).then(|| self.bins.iter().map(|&(v, c)| v * c as f64).sum::<f64>() / n as f64)
    }

    /// Variance with n − 1; none under two answers.
    #[must_use]
    pub fn variance(&self) -> Option<f64> {
        let (n, mean) = (self.n(), self.mean()?);
        (n > 1).then(|| self.bins.iter().map(|&(v, c)| c as f64 * (v - mean).powi(2)).sum::<f64>() / (n - 1) as f64)
    }

    /// Each value replaced by `f` of it: a score recoded to −100, 0, 100, a share to 0 and 1.
    #[must_use]
    pub fn map(&self, f: impl Fn(f64) -> f64) -> Self {
        Self::new(self.bins.iter().map(|&(v, c)| (f(v), c)))
    }
}
