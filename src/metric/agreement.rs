//! Agreement of a codebook with a person, or of several persons: how far two codings of the same verbatims coincide.
//!
//! Everything is counted in whole numbers that merge; a theme is one yes or no a verbatim ([`Retrieval`]), a code
//! of several values a table of two codings ([`Confusion`]) or, for more coders and gaps, [`Coincidences`].

mod alpha;
mod kappa;

pub use alpha::{Coincidences, Level};
pub use kappa::{Confusion, Kappa, Weighting};

use crate::metric::interval::wilson;

/// A theme as the codebook finds it, held against the same theme coded by hand, which is taken for the truth.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Retrieval {
    /// Verbatims that both give it.
    pub true_positives: u64,
    /// Verbatims that the codebook alone gives it.
    pub false_positives: u64,
    /// Verbatims that the person alone gives it.
    pub false_negatives: u64,
    /// Verbatims that neither gives it.
    pub true_negatives: u64,
}

impl Retrieval {
    /// Counts one verbatim: whether the codebook finds the theme, whether the person coded it.
    pub fn count(&mut self, found: bool, coded: bool) {
        *match (found, coded) {
            (true, true) => &mut self.true_positives,
            (true, false) => &mut self.false_positives,
            (false, true) => &mut self.false_negatives,
            (false, false) => &mut self.true_negatives,
        } += 1;
    }

    /// Adds the counts of other verbatims, or of another theme: what is then computed is the micro-average.
    pub fn merge(&mut self, other: Self) {
        self.true_positives += other.true_positives;
        self.false_positives += other.false_positives;
        self.false_negatives += other.false_negatives;
        self.true_negatives += other.true_negatives;
    }

    /// Share of what was found that is right, 0…1; none when nothing was found.
    #[must_use]
    pub fn precision(self) -> Option<f64> {
        ratio(self.true_positives, self.true_positives + self.false_positives)
    }

    /// Share of what was coded by hand that was found, 0…1; none when nothing was coded.
    #[must_use]
    pub fn recall(self) -> Option<f64> {
        ratio(self.true_positives, self.true_positives + self.false_negatives)
    }

    /// Harmonic mean of precision and recall, 2 TP / (2 TP + FP + FN); none when nothing was found nor coded.
    /// van Rijsbergen, *Information Retrieval* (1979), chapter 7.
    #[must_use]
    pub fn f1(self) -> Option<f64> {
        let twice = 2 * self.true_positives;
        ratio(twice, twice + self.false_positives + self.false_negatives)
    }

    /// Wilson's interval of the precision at confidence `level`.
    #[must_use]
    pub fn precision_interval(self, level: f64) -> Option<(f64, f64)> {
        wilson(self.true_positives, self.true_positives + self.false_positives, level)
    }

    /// Wilson's interval of the recall at confidence `level`.
    #[must_use]
    pub fn recall_interval(self, level: f64) -> Option<(f64, f64)> {
        wilson(self.true_positives, self.true_positives + self.false_negatives, level)
    }

    /// The same counts as a table of two codes, the theme absent and present, for Cohen's κ.
    ///
    /// ```
    /// use barometre::metric::agreement::{Retrieval, Weighting};
    /// let mut theme = Retrieval::default();
    /// for (found, coded, times) in [(true, true, 40), (true, false, 10), (false, true, 5), (false, false, 45)] {
    ///     (0..times).for_each(|_| theme.count(found, coded));
    /// }
    /// assert_eq!((theme.precision(), theme.recall()), (Some(0.8), Some(40.0 / 45.0)));
    /// let kappa = theme.confusion().kappa(Weighting::None, 0.95).unwrap();
    /// assert!((kappa.value - 0.7).abs() < 1e-12);
    /// ```
    #[must_use]
    pub fn confusion(self) -> Confusion {
        let mut table = Confusion::new(2);
        table.add(0, 0, self.true_negatives);
        table.add(1, 0, self.false_positives);
        table.add(0, 1, self.false_negatives);
        table.add(1, 1, self.true_positives);
        table
    }
}

/// Mean of the F1 of several themes, each counting for one whatever its size (macro-average); themes that were
/// neither found nor coded do not count. None when there are no others.
#[must_use]
pub fn macro_f1(themes: &[Retrieval]) -> Option<f64> {
    let found: Vec<f64> = themes.iter().filter_map(|theme| theme.f1()).collect();
    (!found.is_empty()).then(|| found.iter().sum::<f64>() / found.len() as f64)
}

fn ratio(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn retrieval(tp: u64, fp: u64, false_negatives: u64, tn: u64) -> Retrieval {
        Retrieval { true_positives: tp, false_positives: fp, false_negatives, true_negatives: tn }
    }

    /// scikit-learn's `precision_recall_fscore_support` of 3 right of 5 found, 4 coded: 3/5, 3/4, 2/3.
    #[test]
    fn precision_recall_and_f1() {
        let theme = retrieval(3, 2, 1, 94);
        assert_eq!((theme.precision(), theme.recall()), (Some(0.6), Some(0.75)));
        assert!((theme.f1().unwrap() - 2.0 / 3.0).abs() < 1e-15);
        let (low, high) = theme.precision_interval(0.95).unwrap();
        assert!(low < 0.6 && high > 0.6 && theme.recall_interval(0.95).unwrap().0 < 0.75);
    }

    #[test]
    fn nothing_found_has_no_precision() {
        let theme = retrieval(0, 0, 4, 96);
        assert_eq!((theme.precision(), theme.recall(), theme.f1()), (None, Some(0.0), Some(0.0)));
        let empty = retrieval(0, 0, 0, 50);
        assert_eq!((empty.recall(), empty.f1(), empty.precision_interval(0.95)), (None, None, None));
        assert_eq!(macro_f1(&[empty]), None);
    }

    #[test]
    fn averages_over_themes() {
        let (large, small, silent) =
            (retrieval(90, 10, 10, 890), retrieval(1, 1, 3, 995), retrieval(0, 0, 0, 1000));
        assert!((macro_f1(&[large, small, silent]).unwrap() - f64::midpoint(0.9, 1.0 / 3.0)).abs() < 1e-12);
        let mut all = large;
        all.merge(small);
        assert!((all.f1().unwrap() - 182.0 / 206.0).abs() < 1e-12, "micro");
    }
}
