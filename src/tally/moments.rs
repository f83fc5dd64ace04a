//! Sums of products of variables over answers: all that a linear model needs of them.

/// Sums of the products of variables, two by two and with a constant, over some of the answers: Σw, Σwx, Σwxx′.
///
/// Values and weights are whole numbers (see [`steps`]), so that the sums are exact, do not depend on the order
/// of addition, merge by addition and can be taken away again. The size is that of half a square of the
/// variables, whatever the number of answers: 31 kB for sixty themes and a score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moments {
    n: u64,
    /// Answers where each variable is not zero.
    present: Vec<u64>,
    /// Lower triangle, row by row; the first row is the constant.
    sums: Vec<i128>,
}

/// Place of a pair in the lower triangle.
fn at(i: usize, j: usize) -> usize {
    let (low, high) = if i < j { (i, j) } else { (j, i) };
    high * (high + 1) / 2 + low
}

impl Moments {
    /// No answer; so many variables.
    #[must_use]
    pub fn new(variables: usize) -> Self {
        let size = variables + 1;
        Self { n: 0, present: vec![0; variables], sums: vec![0; size * (size + 1) / 2] }
    }

    /// Adds one answer: its weight in counted units (1 without weights) and the variables that are not zero, each
    /// once, in any order. It takes as many steps as there are pairs of those. Variables that do not exist are
    /// left out. Weights up to 2⁴⁸ and values up to 2²⁴ leave room for a billion answers.
    pub fn add(&mut self, weight: u64, values: &[(usize, i32)]) {
        let weight = i128::from(weight);
        self.n += 1;
        self.sums[0] += weight;
        for (k, &(variable, x)) in values.iter().enumerate() {
            let Some(present) = self.present.get_mut(variable) else { continue };
            *present += u64::from(x != 0);
            let weighted = weight * i128::from(x);
            self.sums[at(variable + 1, 0)] += weighted;
            for &(other, y) in &values[..=k] {
                if other < self.present.len() {
                    self.sums[at(variable + 1, other + 1)] += weighted * i128::from(y);
                }
            }
        }
    }

    /// Adds the sums of other answers, of the same variables.
    pub fn merge(&mut self, other: &Self) {
        self.n += other.n;
        self.present.iter_mut().zip(&other.present).for_each(|(mine, theirs)| *mine += theirs);
        self.sums.iter_mut().zip(&other.sums).for_each(|(mine, theirs)| *mine += theirs);
    }

    /// Takes away the sums of some of these answers.
    pub fn subtract(&mut self, part: &Self) {
        self.n = self.n.saturating_sub(part.n);
        self.present.iter_mut().zip(&part.present).for_each(|(all, some)| *all = all.saturating_sub(*some));
        self.sums.iter_mut().zip(&part.sums).for_each(|(all, some)| *all -= some);
    }

    /// Answers, unweighted.
    #[must_use]
    pub fn n(&self) -> u64 {
        self.n
    }

    /// Answers, unweighted, where a variable is not zero: those that mention a theme.
    #[must_use]
    pub fn present(&self, variable: usize) -> u64 {
        self.present.get(variable).copied().unwrap_or_default()
    }

    /// The sums in the variables' own units: `units` holds the step of each variable.
    #[must_use]
    pub fn products(&self, units: &[f64]) -> Products {
        let unit = |i: usize| if i == 0 { 1.0 } else { units.get(i - 1).copied().unwrap_or(1.0) };
        let size = self.present.len() + 1;
        let mut sums = Vec::with_capacity(self.sums.len());
        for i in 0..size {
            sums.extend((0..=i).map(|j| self.sums[at(i, j)] as f64 * unit(i) * unit(j)));
        }
        Products { sums }
    }
}

/// Values as whole multiples of a decimal step, and the step: 1, 2.5, 4 are 10, 25, 40 times 0.1. The step is the
/// largest power of ten, from 1 down to a millionth, that loses nothing; values so large that their multiples
/// would not fit (2²⁴) are rounded to the step that does.
#[must_use]
pub fn steps(values: &[f64]) -> (Vec<i32>, f64) {
    const MOST: f64 = 16_777_216.0;
    let largest = values.iter().filter(|v| v.is_finite()).fold(0.0_f64, |most, v| most.max(v.abs()));
    let mut scale = 1.0;
    while largest / MOST > 1.0 / scale {
        scale /= 10.0;
    }
    let whole =
        |scale: f64| values.iter().all(|v| !v.is_finite() || (v * scale - (v * scale).round()).abs() < 1e-7);
    while scale < 1e6 && !whole(scale) && largest * scale * 10.0 <= MOST {
        scale *= 10.0;
    }
    (values.iter().map(|v| (v * scale).round() as i32).collect(), 1.0 / scale)
}

/// Sums of products in the variables' own units, as a model reads them.
#[derive(Debug, Clone, PartialEq)]
pub struct Products {
    /// Lower triangle, row by row; the first row is the constant.
    sums: Vec<f64>,
}

impl Products {
    /// These sums plus `factor` times others of the same variables.
    #[must_use]
    pub fn plus(mut self, factor: f64, other: &Self) -> Self {
        self.sums.iter_mut().zip(&other.sums).for_each(|(mine, theirs)| *mine += factor * theirs);
        self
    }

    /// Sum of the weights.
    #[must_use]
    pub fn weight(&self) -> f64 {
        self.sums[0]
    }

    /// Weighted mean of a variable: of a theme, the share of the answers that mention it.
    #[must_use]
    pub fn mean(&self, variable: usize) -> f64 {
        self.sums[at(variable + 1, 0)] / self.weight()
    }

    /// Weighted covariance of two variables, over the sum of the weights.
    #[must_use]
    pub fn covariance(&self, a: usize, b: usize) -> f64 {
        self.sums[at(a + 1, b + 1)] / self.weight() - self.mean(a) * self.mean(b)
    }

    /// True when a variable takes one value only.
    #[must_use]
    pub fn constant(&self, variable: usize) -> bool {
        let square = self.sums[at(variable + 1, variable + 1)] / self.weight();
        let variance = self.covariance(variable, variable);
        // Not a number when there is no answer.
        variance.is_nan() || variance <= 1e-12 * square
    }

    /// Covariances of some variables, two by two, in their order.
    #[must_use]
    pub fn covariances(&self, variables: &[usize]) -> Vec<Vec<f64>> {
        let row = |&a: &usize| variables.iter().map(|&b| self.covariance(a, b)).collect();
        variables.iter().map(row).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    type Answer = (u64, Vec<(usize, i32)>);

    fn answer() -> impl Strategy<Value = Answer> {
        let values = prop::collection::btree_map(0_usize..5, -100_i32..100, 0..5);
        (0_u64..1 << 48, values.prop_map(|values| values.into_iter().collect()))
    }

    fn moments(answers: &[Answer]) -> Moments {
        let mut moments = Moments::new(5);
        for (weight, values) in answers {
            moments.add(*weight, values);
        }
        moments
    }

    #[test]
    fn means_and_covariances_are_weighted() {
        // x = 1, 3 with weights 3, 1; y = 0.5, −1.
        let mut moments = Moments::new(2);
        moments.add(3, &[(0, 1), (1, 5), (7, 9)]);
        moments.add(1, &[(1, -10), (0, 3)]);
        let products = moments.products(&[1.0, 0.1]);
        assert!((products.mean(0) - 1.5).abs() < 1e-12 && (products.mean(1) - 0.125).abs() < 1e-12);
        assert!((products.covariance(0, 0) - 0.75).abs() < 1e-12);
        assert!((products.covariance(0, 1) - (-1.5 / 4.0 - 1.5 * 0.125)).abs() < 1e-12);
        assert_eq!((moments.n(), moments.present(0), moments.present(7)), (2, 2, 0));
        assert!(!products.constant(0) && Moments::new(1).products(&[1.0]).constant(0));
    }

    #[test]
    fn steps_lose_nothing() {
        assert_eq!(steps(&[-100.0, 0.0, 100.0]), (vec![-100, 0, 100], 1.0));
        assert_eq!(steps(&[1.0, 2.5, 4.0]), (vec![10, 25, 40], 0.1));
        assert_eq!(steps(&[9.96, 84.84]).0, [996, 8484]);
        assert_eq!(steps(&[]), (vec![], 1.0));
        let (thirds, step) = steps(&[1.0 / 3.0, f64::NAN]);
        assert!((f64::from(thirds[0]) * step - 1.0 / 3.0).abs() < 1e-6);
        let (large, step) = steps(&[1e12, 5e11]);
        assert!((f64::from(large[0]) * step / 1e12 - 1.0).abs() < 1e-6);
        assert!((f64::from(large[1]) * step / 5e11 - 1.0).abs() < 1e-6);
    }

    proptest! {
        #[test]
        fn merging_is_concatenation(answers in prop::collection::vec(answer(), 0..12), cut in 0_usize..12) {
            let (left, right) = answers.split_at(cut.min(answers.len()));
            let (mut one, mut other) = (moments(left), moments(right));
            let (first, second) = (one.clone(), other.clone());
            one.merge(&second);
            other.merge(&first);
            prop_assert_eq!(&one, &moments(&answers));
            prop_assert_eq!(&one, &other);
            one.subtract(&second);
            prop_assert_eq!(one, first);
        }
    }
}
