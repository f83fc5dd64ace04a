//! The 2 × 2 table behind a keyness: verbatims of a group and of the others, with the keyword and without.

/// Numbers of verbatims.
///
/// | | group | the others |
/// |---|---|---|
/// | with the keyword | `in_with` | `out_with` |
/// | without | `in_without` | `out_without` |
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Table {
    /// Of the group, with the keyword.
    pub in_with: u64,
    /// Of the others, with the keyword.
    pub out_with: u64,
    /// Of the group, without.
    pub in_without: u64,
    /// Of the others, without.
    pub out_without: u64,
}

impl Table {
    /// From the counts with the keyword and the bases; a count above its base counts as the base.
    pub fn new(n_in: u64, base_in: u64, n_out: u64, base_out: u64) -> Self {
        let (in_with, out_with) = (n_in.min(base_in), n_out.min(base_out));
        Self { in_with, out_with, in_without: base_in - in_with, out_without: base_out - out_with }
    }

    /// Observed counts: with the keyword in and out, without it in and out.
    pub(super) fn observed(self) -> [f64; 4] {
        [self.in_with, self.out_with, self.in_without, self.out_without].map(|count| count as f64)
    }

    /// Counts expected when the keyword is as frequent in the group as elsewhere: row total × column total / all,
    /// in the order with in, with out, without in, without out. Zeros for an empty table.
    pub fn expected(self) -> [f64; 4] {
        let [a, b, c, d] = self.observed();
        let n = a + b + c + d;
        if n == 0.0 {
            return [0.0; 4];
        }
        [(a + b) * (a + c), (a + b) * (b + d), (c + d) * (a + c), (c + d) * (b + d)].map(|x| x / n)
    }

    /// True when the keyword is more frequent in the group than elsewhere, false when it is not or when a
    /// base is empty.
    pub fn over_represented(self) -> bool {
        u128::from(self.in_with) * u128::from(self.out_without)
            > u128::from(self.out_with) * u128::from(self.in_without)
    }

    /// Pointwise mutual information of keyword and group: ln(observed / expected); −∞ where the group never
    /// says it, 0 where nobody does.
    pub fn mutual_information(self) -> f64 {
        let expected = self.expected()[0];
        if expected == 0.0 { 0.0 } else { (self.in_with as f64 / expected).ln() }
    }

    /// Base-2 logarithm of the ratio of the two shares, half a verbatim added to each count so that it stays
    /// finite: log₂(((in + ½) / base in) / ((out + ½) / base out)). One more is twice as frequent. After
    /// Hardie, “Log Ratio: an informal introduction” (2014). 0 when a base is empty.
    pub fn log_ratio(self) -> f64 {
        let [a, b, c, d] = self.observed();
        let (base_in, base_out) = (a + c, b + d);
        if base_in == 0.0 || base_out == 0.0 {
            return 0.0;
        }
        ((a + 0.5) / base_in).log2() - ((b + 0.5) / base_out).log2()
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "these values are exact")]
mod tests {
    use super::*;

    /// quanteda.textstats, `textstat_keyness(measure = "pmi")` on “a a a b b c×6 d e f g h h” (17 tokens) and
    /// “a a b c c d×4 e f h” (12).
    #[test]
    fn mutual_information_agrees_with_quanteda() {
        let cases = [(6, 2, 0.246_400_4), (1, 4, -1.075_355_4), (1, 0, 0.534_082_5)];
        for (n_in, n_out, pmi) in cases {
            assert!((Table::new(n_in, 17, n_out, 12).mutual_information() - pmi).abs() < 1e-6);
        }
    }

    #[test]
    fn log_ratio_counts_doublings() {
        // (200.5 / 1000) / (50.5 / 1000)
        let ratio = Table::new(200, 1000, 50, 1000).log_ratio();
        assert!((ratio - (200.5_f64 / 50.5).log2()).abs() < 1e-12);
        assert!(Table::new(3, 10, 0, 10).log_ratio().is_finite());
        assert_eq!(Table::new(0, 0, 3, 10).log_ratio(), 0.0);
    }

    #[test]
    fn expected_counts_keep_the_margins() {
        let table = Table::new(7, 9, 3, 10);
        let [a, b, c, d] = table.expected();
        assert!((a + b - 10.0).abs() < 1e-12 && (a + c - 9.0).abs() < 1e-12 && (b + d - 10.0).abs() < 1e-12);
        assert!(table.over_represented());
        assert!(!Table::new(1, 10, 2, 20).over_represented());
        assert_eq!(Table::new(12, 10, 0, 0).in_with, 10);
    }
}
