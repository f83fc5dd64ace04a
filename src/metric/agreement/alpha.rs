//! Krippendorff's α: agreement of any number of coders, with gaps, on codes of any level of measurement.

use std::collections::BTreeMap;

/// What a difference between two codes means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Names: equal or not.
    Nominal,
    /// Ranks: as far apart as the codes given in between are many.
    Ordinal,
    /// Differences: (v − w)².
    Interval,
    /// Proportions: ((v − w) / (v + w))²; no code may be negative.
    Ratio,
}

/// Pairs of codes given to the same verbatim; merges.
///
/// Pairs are kept apart by the number of coders of their verbatim, in whole numbers: each counts for one over that
/// number less one, and the fractions are added last, in one order.
#[derive(Debug, Clone, PartialEq)]
pub struct Coincidences {
    /// Codes as numbers, ascending and distinct.
    values: Vec<f64>,
    /// Ordered pairs, by coders of the verbatim.
    pairs: BTreeMap<u64, Vec<u64>>,
}

impl Coincidences {
    /// Nothing counted; `values` are the codes as numbers (any for names), put in ascending order, once each.
    #[must_use]
    pub fn new(values: &[f64]) -> Self {
        let mut values = values.to_vec();
        values.retain(|value| value.is_finite());
        values.sort_by(f64::total_cmp);
        values.dedup();
        Self { values, pairs: BTreeMap::new() }
    }

    /// Counts one verbatim with the codes that it was given, one a coder who coded it. Codes that are not among the
    /// values are left out; fewer than two codes say nothing of agreement.
    pub fn add(&mut self, codes: &[f64]) {
        let places = codes.iter().filter_map(|code| self.values.iter().position(|value| value == code));
        let mut counts = vec![0_u64; self.values.len()];
        places.for_each(|place| counts[place] += 1);
        let coders: u64 = counts.iter().sum();
        if coders < 2 {
            return;
        }
        let k = counts.len();
        let pairs = self.pairs.entry(coders).or_insert_with(|| vec![0; k * k]);
        for (i, n) in counts.iter().enumerate() {
            for (j, m) in counts.iter().enumerate() {
                pairs[i * k + j] += n * if i == j { n.saturating_sub(1) } else { *m };
            }
        }
    }

    /// Adds the counts of other verbatims, coded with the same values: none are added from others, and false is
    /// returned.
    pub fn merge(&mut self, other: &Self) -> bool {
        let same = self.values == other.values;
        if same {
            for (coders, theirs) in &other.pairs {
                let pairs = self.pairs.entry(*coders).or_insert_with(|| vec![0; theirs.len()]);
                pairs.iter_mut().zip(theirs).for_each(|(mine, n)| *mine += n);
            }
        }
        same
    }

    /// α = 1 − observed / expected disagreement: 1 is full agreement, 0 that of chance, under 0 less than that.
    ///
    /// With o the coincidences (pairs within verbatims of m coders, each counting 1 / (m − 1)), n their margins and
    /// N their sum, and δ² the difference of two codes squared:
    ///
    /// ```text
    /// α = 1 − (N − 1) Σ o δ² / Σ n n δ²
    /// ```
    ///
    /// Krippendorff, *Content Analysis* (2004), chapter 11; “Computing Krippendorff's alpha-reliability” (2011).
    /// δ² of ranks is (n of the codes from v to w, those of the two ends by half)². Values of use: 0.8 and more is
    /// relied upon, under 0.667 is not.
    ///
    /// None where fewer than two verbatims' worth of codes were paired, where all codes are the same, and for
    /// [`Level::Ratio`] with a negative code.
    ///
    /// ```
    /// use barometre::metric::agreement::{Coincidences, Level};
    /// let mut coded = Coincidences::new(&[0.0, 1.0]);
    /// for codes in [[1.0, 1.0], [0.0, 0.0], [0.0, 1.0], [0.0, 0.0]] {
    ///     coded.add(&codes);
    /// }
    /// // N = 8: five zeros and three ones, two of the pairs disagree: 1 − 7 · 2 / (2 · 5 · 3).
    /// assert!((coded.alpha(Level::Nominal).unwrap() - (1.0 - 14.0 / 30.0)).abs() < 1e-12);
    /// ```
    #[must_use]
    pub fn alpha(&self, level: Level) -> Option<f64> {
        let k = self.values.len();
        if level == Level::Ratio && self.values.first().is_some_and(|least| *least < 0.0) {
            return None;
        }
        let mut coincidences = vec![0.0; k * k];
        for (coders, pairs) in &self.pairs {
            for (sum, n) in coincidences.iter_mut().zip(pairs) {
                *sum += *n as f64 / (coders - 1) as f64;
            }
        }
        let margins: Vec<f64> = coincidences.chunks(k.max(1)).map(|row| row.iter().sum()).collect();
        let total: f64 = margins.iter().sum();
        let (mut observed, mut expected) = (0.0, 0.0);
        for i in 0..k {
            for j in i + 1..k {
                let apart = self.apart(level, i, j, &margins);
                observed += coincidences[i * k + j] * apart;
                expected += margins[i] * margins[j] * apart;
            }
        }
        (expected > 0.0).then(|| 1.0 - (total - 1.0) * observed / expected)
    }

    /// δ² of the values at `i` < `j`.
    fn apart(&self, level: Level, i: usize, j: usize, margins: &[f64]) -> f64 {
        let (v, w) = (self.values[i], self.values[j]);
        match level {
            Level::Nominal => 1.0,
            Level::Ordinal => {
                let between: f64 = margins[i..=j].iter().sum();
                (between - f64::midpoint(margins[i], margins[j])).powi(2)
            }
            Level::Interval => (v - w).powi(2),
            Level::Ratio => ((v - w) / (v + w)).powi(2),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NONE: f64 = f64::NAN;
    /// Krippendorff's example: four coders, twelve units; irr 0.84.1, `kripp.alpha`.
    const CODES: [[f64; 12]; 4] = [
        [1.0, 2.0, 3.0, 3.0, 2.0, 1.0, 4.0, 1.0, 2.0, NONE, NONE, NONE],
        [1.0, 2.0, 3.0, 3.0, 2.0, 2.0, 4.0, 1.0, 2.0, 5.0, NONE, NONE],
        [NONE, 3.0, 3.0, 3.0, 2.0, 3.0, 4.0, 2.0, 2.0, 5.0, 1.0, 3.0],
        [1.0, 2.0, 3.0, 3.0, 2.0, 4.0, 4.0, 1.0, 2.0, 5.0, 1.0, NONE],
    ];

    fn counted(units: &[Vec<f64>], values: &[f64]) -> Coincidences {
        let mut found = Coincidences::new(values);
        for codes in units {
            found.add(codes);
        }
        found
    }

    #[test]
    fn agrees_with_irr() {
        let units: Vec<Vec<f64>> =
            (0..12).map(|unit| CODES.iter().map(|coder| coder[unit]).collect()).collect();
        let found = counted(&units, &[5.0, 1.0, 2.0, 3.0, 4.0, 4.0]);
        for (level, alpha) in [
            (Level::Nominal, 0.743_421_052_631_6),
            (Level::Ordinal, 0.815_387_503_754_9),
            (Level::Interval, 0.849_107_142_857_1),
            (Level::Ratio, 0.797_402_774_711_6),
        ] {
            assert!(
                (found.alpha(level).unwrap() - alpha).abs() < 1e-12,
                "{level:?}: {:?}",
                found.alpha(level)
            );
        }
    }

    #[test]
    fn nothing_to_compare_gives_nothing() {
        assert_eq!(Coincidences::new(&[]).alpha(Level::Nominal), None);
        let same = counted(&[vec![1.0, 1.0], vec![1.0, 1.0], vec![2.0]], &[1.0, 2.0]);
        assert_eq!(same.alpha(Level::Nominal), None);
        let negative = counted(&[vec![-1.0, 2.0], vec![1.0, 1.0]], &[-1.0, 1.0, 2.0]);
        assert_eq!(negative.alpha(Level::Ratio), None);
        assert!(negative.alpha(Level::Interval).is_some());
        let zero = counted(&[vec![0.0, 2.0], vec![1.0, 1.0], vec![0.0, 0.0]], &[0.0, 1.0, 2.0]);
        assert!(zero.alpha(Level::Ratio).unwrap().is_finite());
        assert!(!Coincidences::new(&[1.0]).merge(&zero));
    }

    proptest! {
        #[test]
        fn merging_is_counting_all(
            units in prop::collection::vec(prop::collection::vec(0_u8..4, 0..5), 0..30), cut in 0_usize..30,
        ) {
            let values = [0.0, 1.0, 2.0, 3.0];
            let units: Vec<Vec<f64>> =
                units.iter().map(|unit| unit.iter().map(|code| f64::from(*code)).collect()).collect();
            let (a, b) = units.split_at(cut.min(units.len()));
            let mut merged = counted(b, &values);
            prop_assert!(merged.merge(&counted(a, &values)));
            let whole = counted(&units, &values);
            prop_assert_eq!(&merged, &whole);
            for level in [Level::Nominal, Level::Ordinal, Level::Interval, Level::Ratio] {
                prop_assert_eq!(merged.alpha(level), whole.alpha(level));
                prop_assert!(whole.alpha(level).is_none_or(|alpha| alpha.is_finite() && alpha <= 1.0));
            }
        }
    }
}
