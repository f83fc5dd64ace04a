//! Corrections for many tests at once: thousands of keywords find dozens of chance differences.

/// Which correction the comparisons of a score get.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, schemars::JsonSchema, clap::ValueEnum,
)]
#[serde(rename_all = "snake_case")]
pub enum Correction {
    /// Benjamini–Hochberg: of the differences kept, one in twenty is false, on average
    #[default]
    Bh,
    /// Holm: one time in twenty, one of the differences kept is false
    Holm,
}

impl Correction {
    /// The corrected values, in the order of `p`.
    #[must_use]
    pub fn adjust(self, p: &[f64]) -> Vec<f64> {
        match self {
            Self::Bh => benjamini_hochberg(p),
            Self::Holm => holm(p),
        }
    }
}

/// Benjamini–Hochberg q-values, in the order of `p`: the q-value of the i-th smallest of m p-values is the
/// least of p₍ⱼ₎ m / j over j ≥ i. Keeping q ≤ 0.05 keeps one false discovery in twenty, on average.
///
/// Benjamini & Hochberg, “Controlling the false discovery rate”, *JRSS B* 57 (1995), 289–300.
pub fn benjamini_hochberg(p: &[f64]) -> Vec<f64> {
    let order = ascending(p);
    let mut q = vec![1.0; p.len()];
    let mut least = 1.0_f64;
    for (rank, &i) in order.iter().enumerate().rev() {
        least = least.min(p[i] * p.len() as f64 / (rank + 1) as f64);
        // Multiplying by m / m may round a p-value down by its last digit.
        q[i] = least.max(p[i]);
    }
    q
}

/// Holm's adjusted p-values, in the order of `p`: the greatest of p₍ⱼ₎ (m − j + 1) over j ≤ i. Keeping those
/// under 0.05 risks a single false discovery one time in twenty.
///
/// Holm, “A simple sequentially rejective multiple test procedure”, *Scandinavian Journal of Statistics* 6
/// (1979), 65–70.
pub fn holm(p: &[f64]) -> Vec<f64> {
    let mut adjusted = vec![1.0; p.len()];
    let mut greatest = 0.0_f64;
    for (rank, &i) in ascending(p).iter().enumerate() {
        greatest = greatest.max(p[i] * (p.len() - rank) as f64).min(1.0);
        adjusted[i] = greatest;
    }
    adjusted
}

fn ascending(p: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|&a, &b| p[a].total_cmp(&p[b]));
    order
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// R 4.2.2, `p.adjust`, on the fifteen p-values of Benjamini & Hochberg (1995), here out of order.
    #[test]
    fn agrees_with_r() {
        let rows = [
            (0.324, 0.486, 1.0),
            (0.0001, 0.0015, 0.0015),
            (0.0004, 0.003, 0.0056),
            (0.0019, 0.0095, 0.0247),
            (0.0095, 0.035_625, 0.114),
            (0.0201, 0.0603, 0.2211),
            (0.0278, 0.063_857_142_857_14, 0.278),
            (0.0298, 0.063_857_142_857_14, 0.278),
            (0.0344, 0.0645, 0.278),
            (0.0459, 0.0765, 0.3213),
            (1.0, 1.0, 1.0),
            (0.4262, 0.581_181_818_181_8, 1.0),
            (0.5719, 0.714_875, 1.0),
            (0.6528, 0.753_230_769_230_8, 1.0),
            (0.759, 0.813_214_285_714_3, 1.0),
        ];
        let p = rows.map(|r| r.0);
        for ((q, adjusted), row) in benjamini_hochberg(&p).into_iter().zip(holm(&p)).zip(rows) {
            assert!((q - row.1).abs() < 1e-9 && (adjusted - row.2).abs() < 1e-9, "{row:?}: {q} {adjusted}");
        }
        assert!(benjamini_hochberg(&[]).is_empty());
    }

    proptest! {
        #[test]
        fn corrections_keep_the_order_and_never_flatter(p in prop::collection::vec(0.0..=1.0, 0..60)) {
            for adjusted in [benjamini_hochberg(&p), holm(&p)] {
                for i in 0..p.len() {
                    prop_assert!(p[i] <= adjusted[i] && adjusted[i] <= 1.0);
                    for j in 0..p.len() {
                        prop_assert!(p[i] > p[j] || adjusted[i] <= adjusted[j]);
                    }
                }
            }
        }
    }
}
