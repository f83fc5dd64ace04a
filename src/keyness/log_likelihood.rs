//! Log-likelihood ratio G², which ranks keywords.

use super::Table;

/// G² = 2 Σ O ln(O / E), over the four cells, never negative; the direction is the table's.
///
/// Dunning, “Accurate methods for the statistics of surprise and coincidence”, *Computational Linguistics* 19
/// (1993), 61–74. Unlike χ² it holds on rare words, which verbatims are full of.
pub fn log_likelihood(table: Table) -> f64 {
    let cells = table.observed().into_iter().zip(table.expected());
    let sum: f64 = cells.map(|(o, e)| if o == 0.0 { 0.0 } else { o * (o / e).ln() }).sum();
    (2.0 * sum).max(0.0)
}

/// G² with Williams' correction, which brings it nearer to χ² on small counts: G² / q,
/// q = 1 + (n/r₁ + n/r₂ − 1)(n/c₁ + n/c₂ − 1) / 6n. Zero when a margin is empty.
///
/// Williams, “Improved likelihood ratio tests for complete contingency tables”, *Biometrika* 63 (1976), 33–37.
pub fn log_likelihood_williams(table: Table) -> f64 {
    let [a, b, c, d] = table.observed();
    let n = a + b + c + d;
    let rows = n / (a + b) + n / (c + d) - 1.0;
    let columns = n / (a + c) + n / (b + d) - 1.0;
    let q = 1.0 + rows * columns / (6.0 * n);
    if q.is_finite() { log_likelihood(table) / q } else { 0.0 }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "these values are exact")]
mod tests {
    use super::*;

    /// quanteda.textstats, tests of `textstat_keyness(measure = "lr")`: “b×7 a×3” against “a×7 b×2”.
    #[test]
    fn agrees_with_quanteda() {
        let table = Table::new(7, 10, 2, 9);
        assert!((log_likelihood(table) - 4.534_939_3).abs() < 1e-6);
        assert!((log_likelihood_williams(table) - 4.200_833_4).abs() < 1e-6);
    }

    /// Same source: “a a a b b c×6 d e f g h h” against “a a b c c d×4 e f h”; quanteda signs by direction.
    #[test]
    fn agrees_with_quanteda_on_more_words() {
        for (n_in, n_out, signed) in [(6, 2, 1.274_238_0), (1, 4, -3.779_440_5), (1, 0, 1.093_291_0)] {
            let table = Table::new(n_in, 17, n_out, 12);
            let sign = if table.over_represented() { 1.0 } else { -1.0 };
            assert!((sign * log_likelihood(table) - signed).abs() < 1e-6);
        }
    }

    #[test]
    fn empty_margins_say_nothing() {
        for table in [
            Table::new(0, 10, 0, 5),
            Table::new(10, 10, 5, 5),
            Table::new(3, 10, 0, 0),
            Table::new(0, 0, 0, 0),
        ] {
            assert_eq!(log_likelihood(table), 0.0);
            assert_eq!(log_likelihood_williams(table), 0.0);
        }
    }
}
