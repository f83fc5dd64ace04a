//! The tables that share the margins of an observed one, each with its probability beside that one's.

use super::Table;

/// Logarithms of the probabilities of the tables in which the group says the keyword one time more, two times
/// more, …, each less that of `table`, under the hypergeometric law.
///
/// One follows from the other, so that no factorial is computed and nothing leaves the range of numbers; there are
/// as many as the smaller count of the other diagonal.
pub(super) fn more(table: Table) -> impl Iterator<Item = f64> {
    steps(table.in_with, table.out_without, table.out_with, table.in_without)
}

/// The same of the tables in which the group says it one time less, two times less, ….
pub(super) fn fewer(table: Table) -> impl Iterator<Item = f64> {
    steps(table.out_with, table.in_without, table.in_with, table.out_without)
}

/// One diagonal grows, the other shrinks.
fn steps(grow_a: u64, grow_b: u64, shrink_a: u64, shrink_b: u64) -> impl Iterator<Item = f64> {
    (0..shrink_a.min(shrink_b)).scan(0.0, move |ln, step| {
        let left = (shrink_a - step) as f64 * (shrink_b - step) as f64;
        let joined = (grow_a + step + 1) as f64 * (grow_b + step + 1) as f64;
        *ln += (left / joined).ln();
        Some(*ln)
    })
}

/// ln(1 + Σ exp(ln)), without leaving the range of numbers.
pub(super) fn ln_one_plus(lns: &[f64]) -> f64 {
    let most = lns.iter().copied().fold(0.0, f64::max);
    let sum: f64 = lns.iter().map(|ln| (ln - most).exp()).sum();
    most + ((-most).exp() + sum).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of 5 verbatims 2 are the group's and 2 have the keyword: C(2, x) C(3, 2 − x) is 3, 6, 1.
    #[test]
    fn neighbours_have_their_probability() {
        let table = Table::new(1, 2, 1, 3);
        let near = |found: Vec<f64>, expected: &[f64]| {
            assert_eq!(found.len(), expected.len());
            assert!(found.iter().zip(expected).all(|(a, b)| (a.exp() - b).abs() < 1e-12), "{found:?}");
        };
        near(more(table).collect(), &[1.0 / 6.0]);
        near(fewer(table).collect(), &[3.0 / 6.0]);
        assert!((ln_one_plus(&[1000.0, 1000.0]) - 1000.0 - 2.0_f64.ln()).abs() < 1e-12);
        assert!(ln_one_plus(&[]).abs() < 1e-15);
    }
}
