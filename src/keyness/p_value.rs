//! The test of a table of verbatims.

use super::{Table, chi2, fisher};
use crate::metric::law::PValue;

/// Is a keyword as frequent in the group as elsewhere? χ² without correction where every expected count is at
/// least 5, Fisher's exact test otherwise. An empty margin gives 1.
pub fn p_value(table: Table) -> PValue {
    if table.expected().iter().all(|&e| e >= 5.0) {
        PValue::from_z(chi2(table).sqrt())
    } else {
        fisher(table)
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "these values are exact")]
mod tests {
    use super::*;

    /// quanteda.textstats gives p = .1047008 to the χ² of Yates 2.6324383.
    #[test]
    fn a_chi2_of_one_degree_is_a_squared_z() {
        assert!((PValue::from_z(2.632_438_3_f64.sqrt()).p - 0.104_700_8).abs() < 1e-6);
    }

    /// R 4.2.2: 56 of 70 against 48 of 80, `prop.test(correct = FALSE)`; 9 of 10 against 3 of 10 expects 4 of
    /// the rarest cell, so `fisher.test`.
    #[test]
    fn the_table_chooses_the_test() {
        assert!((p_value(Table::new(56, 70, 48, 80)).p - 0.008_045_081_368_197).abs() < 1e-9);
        assert!((p_value(Table::new(9, 10, 3, 10)).p - 0.019_766_611_097_88).abs() < 1e-9);
        assert_eq!(p_value(Table::new(0, 100, 0, 100)).p, 1.0);
        assert_eq!(p_value(Table::new(0, 0, 0, 0)).p, 1.0);
        let enormous = p_value(Table::new(900_000, 1_000_000, 10_000, 1_000_000));
        assert!(enormous.p == 0.0 && enormous.log10 < -300_000.0 && enormous.log10.is_finite());
    }
}
