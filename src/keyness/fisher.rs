//! Fisher's exact test of a 2 × 2 table.

use super::Table;
use super::hypergeometric::{fewer, more};
use crate::metric::law::PValue;

/// Tables whose probability is within this of the observed one count as equal to it, as in R.
const TIE: f64 = 1e-7;
/// Tables e⁻⁵⁰ times as probable as the observed one add nothing that a floating-point number can hold.
const NEGLIGIBLE: f64 = -50.0;

/// Two-sided p-value: among the tables with the same margins, the probability of those at most as probable as
/// the observed one (R's `fisher.test`, relative tolerance 1e-7).
///
/// Probabilities relative to the observed table follow from one neighbour to the next, in logarithms, away
/// from it on both sides until they no longer count: no factorial is computed, p may be far below what a
/// floating-point number holds, and the cost is at most the smallest margin.
pub fn fisher(table: Table) -> PValue {
    let mut relative = vec![0.0];
    relative.extend(more(table).take_while(|ln| *ln >= NEGLIGIBLE));
    relative.extend(fewer(table).take_while(|ln| *ln >= NEGLIGIBLE));

    let most = relative.iter().copied().fold(0.0, f64::max);
    let all: f64 = relative.iter().map(|ln| (ln - most).exp()).sum();
    let extreme: f64 = relative.iter().filter(|ln| **ln <= TIE).map(|ln| ln.exp()).sum();
    PValue::from_ln(extreme.ln() - most - all.ln())
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "these values are exact")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// quanteda.textstats, tests of `textstat_keyness(measure = "exact")`: “b×7 a×3” against “a×7 b×2”.
    #[test]
    fn agrees_with_quanteda() {
        assert!((fisher(Table::new(7, 10, 2, 9)).p - 0.069_778_6).abs() < 1e-6);
    }

    /// R 4.2.2, `fisher.test`.
    #[test]
    fn agrees_with_r() {
        let cases = [
            (56, 70, 48, 80, 0.012_521_129_749_21),
            (45, 60, 30, 60, 0.007_953_318_732_959),
            (9, 10, 3, 10, 0.019_766_611_097_88),
            (420, 600, 375, 600, 0.007_190_840_136_908),
        ];
        for (n_in, base_in, n_out, base_out, p) in cases {
            assert!((fisher(Table::new(n_in, base_in, n_out, base_out)).p - p).abs() < 1e-9);
        }
    }

    /// Sums of binomial coefficients in exact integers.
    #[test]
    fn logarithm_outlives_the_number() {
        let cases = [
            (600, 600, 0, 600, -359.297_223_761_568),
            (300, 400, 20, 900_000, -1_044.019_952_884_969),
            (700, 1000, 300, 1000, -72.453_360_430_388_04),
            (30, 40, 2000, 1_000_000, -71.949_160_058_358_75),
            (2, 1000, 60, 3000, -5.285_987_565_475_135),
            (9, 1_000_000, 0, 1_000_000, -2.408_247_782_645_747),
        ];
        for (n_in, base_in, n_out, base_out, log10) in cases {
            let value = fisher(Table::new(n_in, base_in, n_out, base_out));
            assert!((value.log10 / log10 - 1.0).abs() < 1e-11, "{} is not {log10}", value.log10);
        }
        assert_eq!(fisher(Table::new(600, 600, 0, 600)).p, 0.0);
    }

    proptest! {
        #[test]
        fn is_a_probability_and_ignores_the_order(a in 0_u64..200, b in 0_u64..200, c in 0_u64..200, d in 0_u64..200) {
            let one = fisher(Table { in_with: a, out_with: b, in_without: c, out_without: d });
            let other = fisher(Table { in_with: d, out_with: b, in_without: c, out_without: a });
            let turned = fisher(Table { in_with: b, out_with: a, in_without: d, out_without: c });
            prop_assert!(one.p > 0.0 && one.p <= 1.0 && one.log10 <= 0.0);
            prop_assert!((one.log10 - other.log10).abs() < 1e-9 && (one.log10 - turned.log10).abs() < 1e-9);
        }
    }
}
