//! Lafon's specificity: how surprising it is that a part of a corpus says a word so often, or so seldom.

use std::f64::consts::LN_10;

use super::Table;
use super::hypergeometric::{fewer, ln_one_plus, more};

/// Under this distance from zero a word is banal: it says nothing of the part.
pub const BANAL: f64 = 2.0;
/// Terms e⁻⁵⁰ times as probable as the greatest add nothing that a floating-point number can hold.
const NEGLIGIBLE: f64 = -50.0;

/// Signed decimal logarithm of the probability that a part drawn at random from the words of the corpus says the
/// word as often, or more (above zero); as seldom, or less (below).
///
/// The table counts words, not verbatims: `in_with` f occurrences in the part, of F in the corpus, among t words
/// of the part, of T. With X hypergeometric (T, F, t):
///
/// ```text
/// f ≥ t F / T:   + |log₁₀ P(X ≥ f)|        else   − |log₁₀ P(X ≤ f)|
/// ```
///
/// Lafon, “Sur la variabilité de la fréquence des formes dans un corpus”, *Mots* 1 (1980), 127–165. Under
/// [`BANAL`] a word is banal. It stays finite where the probability is too small for a number; a table with an
/// empty margin gives 0.
///
/// It ranks, and is no test of a survey: the words of one verbatim come together, so that on verbatims dealt at
/// random it finds differences far more often than it says. [`p_value`](super::p_value()) counts verbatims.
///
/// ```
/// use barometre::keyness::{Table, specificity};
/// // “peuple”, 45 of its 296 occurrences in the first of Robespierre's ten speeches: 8,395 words of 61,449.
/// let table = Table::new(45, 8395, 296 - 45, 61_449 - 8395);
/// assert!((specificity(table) - 0.6161).abs() < 1e-4);
/// ```
pub fn specificity(table: Table) -> f64 {
    let down: Vec<f64> = until_negligible(fewer(table));
    let up: Vec<f64> = until_negligible(more(table));
    let all = ln_add(ln_one_plus(&down), ln_one_plus(&up));
    let expected_or_more = u128::from(table.in_with) * u128::from(table.out_without)
        >= u128::from(table.out_with) * u128::from(table.in_without);
    let (tail, sign) = if expected_or_more { (up, 1.0) } else { (down, -1.0) };
    // Adding zero turns −0 into 0.
    sign * ((all - ln_one_plus(&tail)).max(0.0) / LN_10) + 0.0
}

/// The logarithms up to the last that counts: probabilities rise to one peak and fall.
fn until_negligible(lns: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut most = 0.0_f64;
    let counts = |ln: &f64| {
        most = most.max(*ln);
        ln - most >= NEGLIGIBLE
    };
    lns.take_while(counts).collect()
}

/// ln(eᵃ + eᵇ − 1): the observed table is in both sums.
fn ln_add(a: f64, b: f64) -> f64 {
    let most = a.max(b);
    most + ((a - most).exp() + ((b - most).exp() - (-most).exp())).ln()
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "these values are exact")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SPEECHES: [u64; 10] = [8395, 2558, 3920, 6903, 7896, 4555, 10_142, 2063, 1084, 13_933];

    /// R's textometry, `specificities` of Robespierre's ten speeches (Lafon 1980), T = 61,449.
    #[test]
    fn agrees_with_textometry() {
        let words: [(u64, [u64; 10], [f64; 10]); 3] = [
            (
                296,
                [45, 18, 15, 14, 53, 30, 42, 16, 4, 59],
                [0.6161, 1.1466, -0.6709, -4.1743, 2.1122, 1.2906, -0.7980, 1.3632, -0.3977, -0.8410],
            ),
            (
                153,
                [6, 5, 16, 8, 23, 10, 35, 8, 3, 39],
                [-4.2432, -0.4160, 1.4491, -2.0903, 0.6178, -0.3834, 1.5961, 0.8409, 0.2942, 0.6414],
            ),
            (
                3173,
                [464, 165, 194, 392, 398, 235, 509, 96, 58, 662],
                [1.2477, 2.6891, -0.5534, 1.6471, -0.5096, -0.2909, -0.6132, -0.8098, 0.3884, -2.2050],
            ),
        ];
        let total: u64 = SPEECHES.iter().sum();
        assert_eq!(total, 61_449);
        for (all, found, expected) in words {
            assert_eq!(found.iter().sum::<u64>(), all);
            for ((f, t), score) in found.into_iter().zip(SPEECHES).zip(expected) {
                let value = specificity(Table::new(f, t, all - f, total - t));
                assert!((value - score).abs() < 1e-4, "{f} of {t}: {value} is not {score}");
            }
        }
    }

    /// 1 / C(1200, 600), in exact integers.
    #[test]
    fn logarithm_outlives_the_number() {
        let value = specificity(Table::new(600, 600, 0, 600));
        assert!((value - 359.598_253_757_232).abs() < 1e-8, "{value}");
        assert_eq!(specificity(Table::new(0, 600, 600, 600)), -value);
    }

    #[test]
    fn an_empty_margin_says_nothing() {
        for table in [
            Table::new(0, 10, 0, 5),
            Table::new(10, 10, 5, 5),
            Table::new(3, 10, 0, 0),
            Table::new(0, 0, 0, 0),
        ] {
            let value = specificity(table);
            assert!(value == 0.0 && value.is_sign_positive(), "{table:?}: {value}");
        }
    }

    proptest! {
        #[test]
        fn tails_share_the_observed_table(a in 0_u64..300, b in 0_u64..300, c in 0_u64..300, d in 0_u64..300) {
            let table = Table { in_with: a, out_with: b, in_without: c, out_without: d };
            // The same word seen from the rest of the corpus turns the sign, unless it is said as often.
            let rest = Table { in_with: b, out_with: a, in_without: d, out_without: c };
            let (value, turned) = (specificity(table), specificity(rest));
            prop_assert!(value.is_finite());
            if a * d != b * c {
                prop_assert!((value + turned).abs() < 1e-9 * value.abs().max(1.0), "{value} {turned}");
            }
        }
    }
}
