//! Cohen's κ: agreement of two codings beyond chance.

use crate::metric::law::normal_quantile;

/// What two codings that differ are worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weighting {
    /// Nothing: codes agree or not.
    None,
    /// 1 − |i − j| / (k − 1): codes in an order, the farther the worse.
    Linear,
    /// 1 − (i − j)² / (k − 1)².
    Quadratic,
}

impl Weighting {
    fn weight(self, i: usize, j: usize, codes: usize) -> f64 {
        let apart = i.abs_diff(j) as f64 / (codes.max(2) - 1) as f64;
        match self {
            Self::None => f64::from(u8::from(i == j)),
            Self::Linear => 1.0 - apart,
            Self::Quadratic => 1.0 - apart * apart,
        }
    }
}

/// Verbatims by the codes that two coders gave them; merges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confusion {
    codes: usize,
    counts: Vec<u64>,
}

/// Agreement of two codings.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Kappa {
    /// Verbatims coded by both.
    pub n: u64,
    /// Observed agreement, weighted, 0…1.
    pub observed: f64,
    /// Agreement that chance alone would give, 0…1.
    pub expected: f64,
    /// (observed − expected) / (1 − expected): 1 is full agreement, 0 that of chance.
    pub value: f64,
    /// Its standard error; none where both coders agree everywhere, which a few verbatims do not prove.
    pub se: Option<f64>,
    /// Its interval, within −1…1; none where `se` is.
    pub interval: Option<(f64, f64)>,
}

impl Confusion {
    /// Nothing counted; codes are 0 to `codes` − 1, in the order of the scale if they have one.
    #[must_use]
    pub fn new(codes: usize) -> Self {
        Self { codes, counts: vec![0; codes * codes] }
    }

    /// Number of codes.
    #[must_use]
    pub fn codes(&self) -> usize {
        self.codes
    }

    /// Counts `n` verbatims that the first coder gave `first` and the second `second`; codes that are not in the
    /// table are left out.
    pub fn add(&mut self, first: usize, second: usize, n: u64) {
        if first < self.codes && second < self.codes {
            self.counts[first * self.codes + second] += n;
        }
    }

    /// Adds the counts of other verbatims, coded with the same codes: none are added from a table of another size,
    /// and false is returned.
    pub fn merge(&mut self, other: &Self) -> bool {
        let same = self.codes == other.codes;
        if same {
            self.counts.iter_mut().zip(&other.counts).for_each(|(mine, theirs)| *mine += theirs);
        }
        same
    }

    /// Cohen's κ with its interval at confidence `level`.
    ///
    /// With p the shares of the table and w the weights, observed = Σ w p, expected = Σ w pᵢ₊ p₊ⱼ. Cohen, “A
    /// coefficient of agreement for nominal scales”, *Educational and Psychological Measurement* 20 (1960), 37–46;
    /// “Weighted kappa”, *Psychological Bulletin* 70 (1968), 213–220. The variance is that of Fleiss, Cohen & Everitt,
    /// “Large sample standard errors of kappa and weighted kappa”, *Psychological Bulletin* 72 (1969), 323–327:
    ///
    /// ```text
    /// n (1 − e)² var = Σ p (w − (w̄ᵢ₊ + w̄₊ⱼ)(1 − κ))² − (κ − e (1 − κ))²,   w̄ᵢ₊ = Σⱼ w p₊ⱼ,   w̄₊ⱼ = Σᵢ w pᵢ₊
    /// ```
    ///
    /// None without a verbatim, or where both coders gave one same code to all: chance then agrees fully too.
    /// A level outside 0…1 gives κ without interval.
    ///
    /// ```
    /// use barometre::metric::agreement::{Confusion, Weighting};
    /// let mut table = Confusion::new(2);
    /// for (first, second, n) in [(1, 1, 20), (1, 0, 5), (0, 1, 10), (0, 0, 15)] {
    ///     table.add(first, second, n);
    /// }
    /// assert!((table.kappa(Weighting::None, 0.95).unwrap().value - 0.4).abs() < 1e-12);
    /// ```
    #[must_use]
    pub fn kappa(&self, weighting: Weighting, level: f64) -> Option<Kappa> {
        let k = self.codes;
        let n: u64 = self.counts.iter().sum();
        if n == 0 {
            return None;
        }
        let share = |i: usize, j: usize| self.counts[i * k + j] as f64 / n as f64;
        let weight = |i: usize, j: usize| weighting.weight(i, j, k);
        let first: Vec<f64> = (0..k).map(|i| (0..k).map(|j| share(i, j)).sum()).collect();
        let second: Vec<f64> = (0..k).map(|j| (0..k).map(|i| share(i, j)).sum()).collect();
        let over =
            |value: &dyn Fn(usize, usize) -> f64| -> f64 { (0..k * k).map(|at| value(at / k, at % k)).sum() };
        let observed = over(&|i, j| weight(i, j) * share(i, j));
        let expected = over(&|i, j| weight(i, j) * first[i] * second[j]);
        // One code for all, by both: in whole numbers, since rounding may leave a trace of doubt.
        if (0..k).any(|i| self.counts[i * k + i] == n) {
            return None;
        }
        let value = (observed - expected) / (1.0 - expected);

        let of_first: Vec<f64> = (0..k).map(|i| (0..k).map(|j| weight(i, j) * second[j]).sum()).collect();
        let of_second: Vec<f64> = (0..k).map(|j| (0..k).map(|i| weight(i, j) * first[i]).sum()).collect();
        let spread =
            over(&|i, j| share(i, j) * (weight(i, j) - (of_first[i] + of_second[j]) * (1.0 - value)).powi(2));
        let centre = value - expected * (1.0 - value);
        let se = ((spread - centre * centre).max(0.0) / n as f64).sqrt() / (1.0 - expected);
        let z = normal_quantile(level);
        let all_agree = (0..k).map(|i| self.counts[i * k + i]).sum::<u64>() == n;
        let se = Some(se).filter(|_| !all_agree);
        let ends = |se: f64| ((value - z * se).max(-1.0), (value + z * se).min(1.0));
        let interval = se.filter(|_| z > 0.0 && z.is_finite()).map(ends);
        Some(Kappa { n, observed, expected, value, se, interval })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// irr 0.84.1, `kappa2` of ten subjects; the standard errors by statsmodels 0.14, `cohens_kappa`.
    const RATINGS: [(usize, usize); 10] =
        [(1, 1), (2, 2), (3, 3), (3, 4), (2, 2), (1, 2), (4, 4), (4, 3), (2, 2), (3, 3)];

    fn table(ratings: &[(usize, usize)], codes: usize) -> Confusion {
        let mut table = Confusion::new(codes);
        for (first, second) in ratings {
            table.add(first - 1, second - 1, 1);
        }
        table
    }

    #[test]
    fn agrees_with_irr() {
        let table = table(&RATINGS, 4);
        for (weighting, value, se) in [
            (Weighting::None, 0.589_041_095_890_4, 0.191_303_384_714_965_7),
            (Weighting::Linear, 0.722_222_222_222_2, 0.129_615_339_861_672_5),
            (Weighting::Quadratic, 0.842_105_263_157_9, 0.077_566_284_030_435_4),
        ] {
            let kappa = table.kappa(weighting, 0.95).unwrap();
            assert!((kappa.value - value).abs() < 1e-12, "{kappa:?}");
            assert!((kappa.se.unwrap() - se).abs() < 1e-12, "{kappa:?}");
            assert_eq!(kappa.n, 10);
        }
        assert!((table.kappa(Weighting::None, 0.95).unwrap().observed - 0.7).abs() < 1e-12);
    }

    #[test]
    fn chance_that_agrees_fully_leaves_nothing_to_say() {
        let mut table = Confusion::new(3);
        assert_eq!(table.kappa(Weighting::None, 0.95), None);
        table.add(1, 1, 7);
        assert_eq!(table.kappa(Weighting::Linear, 0.95), None);
        table.add(2, 2, 3);
        let full = table.kappa(Weighting::None, 0.95).unwrap();
        assert!((full.value - 1.0).abs() < 1e-12 && full.interval.is_none());
        table.add(3, 0, 5);
        assert_eq!(table.kappa(Weighting::None, 0.95).unwrap().n, 10, "an unknown code is left out");
        assert!(!table.merge(&Confusion::new(2)));
    }

    proptest! {
        #[test]
        fn merging_is_counting_all(ratings in prop::collection::vec((1_usize..5, 1_usize..5), 0..60), cut in 0_usize..60) {
            let (a, b) = ratings.split_at(cut.min(ratings.len()));
            let mut merged = table(b, 4);
            prop_assert!(merged.merge(&table(a, 4)));
            let whole = table(&ratings, 4);
            prop_assert_eq!(&merged, &whole);
            for weighting in [Weighting::None, Weighting::Linear, Weighting::Quadratic] {
                if let Some(kappa) = whole.kappa(weighting, 0.95) {
                    prop_assert!(kappa.value.is_finite() && kappa.value <= 1.0 + 1e-12);
                    if let Some((low, high)) = kappa.interval {
                        prop_assert!(low <= kappa.value + 1e-12 && high >= kappa.value - 1e-12 && low.is_finite());
                    }
                }
            }
        }
    }
}
