//! The test of a table of verbatims.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Table, chi2, fisher};
use crate::metric::law::PValue;

/// How a p-value of verbatims was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Test {
    /// Pearson's χ², uncorrected.
    Chi2,
    /// Exact: every table with the same margins (Fisher; Freeman and Halton from three groups on).
    Exact,
    /// An upper bound of p: too many tables to enumerate, so each group is tested against the others by Fisher's
    /// test and the smallest p multiplied by the number of groups.
    Bound,
    /// Rao and Scott's F, of weighted answers.
    RaoScott,
}

/// Under this p, χ² wants the greater counts of [`LARGE`]: of thousands of keywords, those that stand out by chance
/// lie there, and there χ² finds twice as many as it says.
const TAIL: f64 = 1e-3;
/// Fewest expected in any cell for χ² to be trusted, and for its p under [`TAIL`].
const FEW: f64 = 5.0;
const LARGE: f64 = 100.0;

/// Whether a `p` of χ² is trusted where at least `expected` are expected in every cell.
pub(super) fn trusted(p: PValue, expected: f64) -> bool {
    expected >= LARGE || (expected >= FEW && p.p >= TAIL)
}

/// Is a keyword as frequent in the group as elsewhere? χ² without correction where every expected count is at
/// least 5, Fisher's exact test otherwise; and Fisher's where χ² gives less than a thousandth unless 100 are expected
/// in every cell. An empty margin gives 1.
///
/// On 3,000 real verbatims whose scores were shuffled 1,000 times, a keyword stood out of one of three groups at
/// q < 0.05 in 63 runs where χ² was trusted in its tail, in 29 by this rule.
pub fn p_value(table: Table) -> PValue {
    tested(table).0
}

/// [`p_value`], and the test that gave it.
pub(super) fn tested(table: Table) -> (PValue, Test) {
    let least = table.expected().into_iter().fold(f64::INFINITY, f64::min);
    let plain = PValue::from_z(chi2(table).sqrt());
    if trusted(plain, least) { (plain, Test::Chi2) } else { (fisher(table), Test::Exact) }
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
        // Twelve of 100 against 20 of 1,000: 2.9 of the rarest cell expected; 30 against 120: 13.6.
        assert_eq!(tested(Table::new(12, 100, 20, 1000)).1, Test::Exact);
        let tail = Table::new(30, 100, 120, 1000);
        assert!(chi2(tail) > 24.0);
        assert_eq!(tested(tail), (fisher(tail), Test::Exact), "χ² is not trusted in its tail");
        assert_eq!(tested(Table::new(300, 1000, 1200, 10_000)).1, Test::Chi2);
        assert_eq!(p_value(Table::new(0, 100, 0, 100)).p, 1.0);
        assert_eq!(p_value(Table::new(0, 0, 0, 0)).p, 1.0);
        let enormous = p_value(Table::new(900_000, 1_000_000, 10_000, 1_000_000));
        assert!(enormous.p == 0.0 && enormous.log10 < -300_000.0 && enormous.log10.is_finite());
    }
}
