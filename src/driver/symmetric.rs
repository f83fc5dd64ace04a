//! Powers of symmetric matrices.

/// Rotations of all pairs after which nothing is left off the diagonal, to the last digit: ten or so do.
const SWEEPS: u32 = 60;

/// A symmetric matrix as its eigenvectors and eigenvalues.
#[derive(Debug, Clone, PartialEq)]
pub struct Eigen {
    /// Eigenvalues, in no order.
    pub values: Vec<f64>,
    /// The eigenvector of each, of length 1.
    pub vectors: Vec<Vec<f64>>,
}

impl Eigen {
    /// Of a symmetric matrix, by Jacobi's rotations (Golub & Van Loan, *Matrix Computations*, 4th ed. (2013), 8.5).
    /// None for rows of unequal length, or numbers that are not finite.
    #[must_use]
    pub fn new(matrix: &[Vec<f64>]) -> Option<Self> {
        let size = matrix.len();
        if matrix.iter().any(|row| row.len() != size || row.iter().any(|x| !x.is_finite())) {
            return None;
        }
        let mut a: Vec<Vec<f64>> = matrix.to_vec();
        let unit = |i: usize| (0..size).map(|j| f64::from(u8::from(i == j))).collect();
        let mut vectors: Vec<Vec<f64>> = (0..size).map(unit).collect();
        let scale: f64 = a.iter().flatten().map(|x| x * x).sum();
        for _ in 0..SWEEPS {
            let off: f64 =
                (0..size).flat_map(|i| (0..i).map(move |j| (i, j))).map(|(i, j)| a[i][j].powi(2)).sum();
            if off <= 1e-32 * scale {
                break;
            }
            for p in 0..size {
                for q in p + 1..size {
                    rotate(&mut a, &mut vectors, p, q);
                }
            }
        }
        Some(Self { values: (0..size).map(|i| a[i][i]).collect(), vectors })
    }

    /// Σ f(λ) v vᵀ: the square root of the matrix for f = √λ, its inverse for 1 ⁄ λ.
    pub fn map(&self, f: impl Fn(f64) -> f64) -> Vec<Vec<f64>> {
        let size = self.values.len();
        let mut sum = vec![vec![0.0; size]; size];
        for (value, vector) in self.values.iter().zip(&self.vectors) {
            let factor = f(*value);
            for (row, x) in sum.iter_mut().zip(vector) {
                row.iter_mut().zip(vector).for_each(|(cell, y)| *cell += factor * x * y);
            }
        }
        sum
    }
}

/// Turns axes p and q so that their product vanishes.
fn rotate(a: &mut [Vec<f64>], vectors: &mut [Vec<f64>], p: usize, q: usize) {
    if a[p][q] == 0.0 {
        return;
    }
    let theta = (a[q][q] - a[p][p]) / (2.0 * a[p][q]);
    let t = theta.signum() / (theta.abs() + theta.hypot(1.0));
    let c = 1.0 / t.hypot(1.0);
    let s = t * c;
    for row in a.iter_mut() {
        (row[p], row[q]) = (c * row[p] - s * row[q], s * row[p] + c * row[q]);
    }
    for rows in [a, vectors] {
        let (above, below) = rows.split_at_mut(q);
        for (x, y) in above[p].iter_mut().zip(&mut below[0]) {
            (*x, *y) = (c * *x - s * *y, s * *x + c * *y);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_not_symmetric_of_numbers_is_refused() {
        assert!(Eigen::new(&[vec![1.0, 2.0], vec![2.0]]).is_none());
        assert!(Eigen::new(&[vec![f64::NAN]]).is_none());
        assert!(Eigen::new(&[]).unwrap().map(f64::sqrt).is_empty());
    }

    proptest! {
        #[test]
        fn the_square_of_the_root_is_the_matrix(entries in prop::collection::vec(-3.0..3.0, 25)) {
            let b: Vec<&[f64]> = entries.chunks(5).collect();
            let product = |x: &[f64], y: &[f64]| x.iter().zip(y).map(|(p, q)| p * q).sum::<f64>();
            let a: Vec<Vec<f64>> = b.iter().map(|x| b.iter().map(|y| product(x, y)).collect()).collect();
            let root = Eigen::new(&a).unwrap().map(|value| value.max(0.0).sqrt());
            for (i, row) in a.iter().enumerate() {
                for (j, cell) in row.iter().enumerate() {
                    prop_assert!((product(&root[i], &root[j]) - cell).abs() < 1e-9);
                }
            }
        }
    }
}
