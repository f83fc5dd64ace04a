//! How many answers gave each value of a closed question.

/// Values of a closed question, ascending and distinct, each with its number of answers.
/// Moments are computed from the integer counts in that order, so they do not depend on the order
/// in which answers came.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Histogram {
    bins: Vec<(f64, u64)>,
}

#[expect(clippy::float_cmp, reason = "equal answers are one value")]
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
        (n > 1).then(|| {
            self.bins.iter().map(|&(v, c)| c as f64 * (v - mean).powi(2)).sum::<f64>() / (n - 1) as f64
        })
    }

    /// The answers that are not in `part`.
    #[must_use]
    pub fn minus(&self, part: &Self) -> Self {
        let left = |&(value, count): &(f64, u64)| (value, count - part.count(|x| x == value).min(count));
        Self::new(self.bins.iter().map(left))
    }

    /// Each value replaced by `f` of it: a score recoded to −100, 0, 100, a share to 0 and 1.
    #[must_use]
    pub fn map(&self, f: impl Fn(f64) -> f64) -> Self {
        Self::new(self.bins.iter().map(|&(v, c)| (f(v), c)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// R 4.2.2, `mean` and `var` of 9 10 8 7 10 6 9 3 8 10 5 9, as its Welch test has them.
    #[test]
    fn moments() {
        let answers =
            Histogram::new([9.0, 10.0, 8.0, 7.0, 10.0, 6.0, 9.0, 3.0, 8.0, 10.0, 5.0, 9.0].map(|v| (v, 1)));
        assert_eq!(answers.n(), 12);
        assert_eq!(answers.bins().len(), 7);
        assert!((answers.mean().unwrap() - 94.0 / 12.0).abs() < 1e-12);
        assert!((answers.variance().unwrap() - 53.666_666_666_666_664 / 11.0).abs() < 1e-12);
        assert_eq!(answers.count(|v| v >= 9.0), 6);
    }

    #[test]
    fn few_answers_have_no_moments() {
        assert_eq!((Histogram::default().mean(), Histogram::default().variance()), (None, None));
        let one = Histogram::new([(4.0, 1)]);
        assert_eq!((one.mean(), one.variance()), (Some(4.0), None));
    }

    #[test]
    fn a_recoding_adds_what_it_joins() {
        let answers = Histogram::new([(1.0, 2), (4.0, 3), (5.0, 4)]);
        assert_eq!(answers.map(|v| f64::from(u8::from(v >= 4.0))).bins(), [(0.0, 2), (1.0, 7)]);
    }

    proptest! {
        #[test]
        fn order_changes_nothing(answers in prop::collection::vec((0_u8..11, 0_u64..50), 0..40), turn in 0_usize..40) {
            let pairs: Vec<(f64, u64)> = answers.iter().map(|&(v, n)| (f64::from(v) / 3.0, n)).collect();
            let mut moved = pairs.clone();
            moved.reverse();
            let by = turn.min(moved.len());
            moved.rotate_left(by);
            let (one, other) = (Histogram::new(pairs), Histogram::new(moved));
            prop_assert_eq!(one.mean().map(f64::to_bits), other.mean().map(f64::to_bits));
            prop_assert_eq!(one.variance().map(f64::to_bits), other.variance().map(f64::to_bits));
            prop_assert_eq!(one, other);
        }
    }
}
