//! Symmetric positive-definite systems of a few unknowns.

/// Lower factor L of a symmetric positive-definite matrix A = L Lᵀ, row by row.
#[derive(Debug, Clone, PartialEq)]
pub struct Cholesky {
    rows: Vec<Vec<f64>>,
}

/// A pivot under this part of its diagonal is rounding: the columns depend on each other.
const DEPENDENT: f64 = 1e-12;

impl Cholesky {
    /// Of a square matrix, of which the lower triangle is read; none unless it is positive definite.
    ///
    /// Golub & Van Loan, *Matrix Computations*, 4th ed. (2013), 4.2.
    pub fn new(matrix: &[Vec<f64>]) -> Option<Self> {
        let mut rows: Vec<Vec<f64>> = Vec::with_capacity(matrix.len());
        for (i, given) in matrix.iter().enumerate() {
            let mut row: Vec<f64> = Vec::with_capacity(i + 1);
            for (j, above) in rows.iter().enumerate() {
                let rest = given.get(j)? - dot(&row, above);
                row.push(rest / above[j]);
            }
            let diagonal = *given.get(i)?;
            let pivot = diagonal - dot(&row, &row);
            if !(pivot > DEPENDENT * diagonal && pivot.is_finite()) {
                return None;
            }
            row.push(pivot.sqrt());
            rows.push(row);
        }
        Some(Self { rows })
    }

    /// x of A x = `right`; entries of `right` beyond the matrix are left out, missing ones are 0.
    pub fn solve(&self, right: &[f64]) -> Vec<f64> {
        let mut x: Vec<f64> = Vec::with_capacity(self.rows.len());
        for (i, row) in self.rows.iter().enumerate() {
            let rest = right.get(i).copied().unwrap_or(0.0) - dot(&x, row);
            x.push(rest / row[i]);
        }
        for i in (0..x.len()).rev() {
            let rest: f64 = (i + 1..x.len()).map(|k| self.rows[k][i] * x[k]).sum();
            x[i] = (x[i] - rest) / self.rows[i][i];
        }
        x
    }

    /// Inverse of A.
    pub fn inverse(&self) -> Vec<Vec<f64>> {
        (0..self.rows.len())
            .map(|i| {
                let mut unit = vec![0.0; self.rows.len()];
                unit[i] = 1.0;
                self.solve(&unit)
            })
            .collect()
    }
}

/// Sum of products over the shorter of the two.
fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_not_positive_definite_has_no_factor() {
        assert_eq!(Cholesky::new(&[vec![1.0, 2.0], vec![2.0, 4.0]]), None);
        assert_eq!(Cholesky::new(&[vec![-1.0]]), None);
        assert_eq!(Cholesky::new(&[vec![f64::NAN]]), None);
        assert_eq!(Cholesky::new(&[vec![1.0], vec![]]), None);
        assert!(Cholesky::new(&[]).unwrap().inverse().is_empty());
    }

    proptest! {
        #[test]
        fn inverse_undoes_the_matrix(entries in prop::collection::vec(-3.0..3.0, 16)) {
            // B Bᵀ + I is positive definite.
            let b: Vec<&[f64]> = entries.chunks(4).collect();
            let a: Vec<Vec<f64>> = (0..4)
                .map(|i| (0..4).map(|j| dot(b[i], b[j]) + f64::from(u8::from(i == j))).collect())
                .collect();
            let inverse = Cholesky::new(&a).unwrap().inverse();
            for (i, row) in a.iter().enumerate() {
                for (j, column) in inverse.iter().enumerate() {
                    prop_assert!((dot(row, column) - f64::from(u8::from(i == j))).abs() < 1e-9);
                }
            }
        }
    }
}
