//! Pearson's χ² of a 2 × 2 table.

use super::Table;

/// χ² = n (ad − bc)² / (r₁ r₂ c₁ c₂), one degree of freedom, no correction. Zero when a margin is empty.
pub fn chi2(table: Table) -> f64 {
    reduced(table, 0.0)
}

/// χ² with Yates' correction, |ad − bc| lessened by n/2. Zero when a margin is empty.
pub fn chi2_yates(table: Table) -> f64 {
    let [a, b, c, d] = table.observed();
    reduced(table, (a + b + c + d) / 2.0)
}

fn reduced(table: Table, by: f64) -> f64 {
    let [a, b, c, d] = table.observed();
    let n = a + b + c + d;
    let gap = ((a * d - b * c).abs() - by).max(0.0);
    // The four margins are divided out one by one: their product may leave the range of exact numbers.
    let value = gap / (a + b) * (gap / (c + d)) / (a + c) * n / (b + d);
    if value.is_finite() { value } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// quanteda.textstats, tests of `textstat_keyness(measure = "chi2")`: “b×7 a×3” against “a×7 b×2”.
    #[test]
    fn agrees_with_quanteda() {
        assert!((chi2(Table::new(7, 10, 2, 9)) - 4.337_160_5).abs() < 1e-6);
        assert!((chi2_yates(Table::new(7, 10, 2, 9)) - 2.632_438_3).abs() < 1e-6);
        for (n_in, n_out, value) in [(6, 2, 1.221_872_1), (1, 4, 3.715_032_7), (1, 0, 0.731_092_4)] {
            assert!((chi2(Table::new(n_in, 17, n_out, 12)) - value).abs() < 1e-6);
        }
    }

    /// R 4.2.2, `prop.test(correct = FALSE)`: 56 of 70 against 48 of 80.
    #[test]
    fn agrees_with_r() {
        assert!((chi2(Table::new(56, 70, 48, 80)) - 7.023_411_371_237).abs() < 1e-9);
        assert!((chi2(Table::new(420, 600, 375, 600)) - 7.547_169_811_321).abs() < 1e-9);
    }

    #[test]
    fn empty_margins_say_nothing() {
        for table in [Table::new(0, 10, 0, 5), Table::new(3, 10, 0, 0), Table::new(0, 0, 0, 0)] {
            assert_eq!((chi2(table), chi2_yates(table)), (0.0, 0.0));
        }
    }
}
