//! Shares of the cells of a cross-table under a design, with their covariance: what Rao and Scott's test needs.

use super::{Design, Sample, Stratum, Units};
use crate::tally::Domain;

/// Shares of the cells of a cross-table under a design, and how sure they are together.
#[derive(Debug, Clone, PartialEq)]
pub struct CellShares {
    /// Weighted shares of the whole table, as many a column as the variable has codes, one column after the other.
    pub shares: Vec<f64>,
    /// Their covariance by Taylor linearisation, row after row.
    pub covariance: Vec<f64>,
    /// Degrees of freedom of the design: sampling units less strata.
    pub freedom: f64,
}

/// Cells of a cross-table whose covariance is computed, at most; and where rows were weighted to known margins,
/// each cell then taking a pass over them.
const CROSSED: (usize, usize) = (1000, 200);

impl Sample<'_> {
    /// Shares of the cells variable × columns, each column a domain apart from the others; none without a design,
    /// without answers, and for tables of more than 1,000 cells (200 where rows were weighted to margins).
    ///
    /// The linearised values of a unit are (x − s p) / Σ w, where x are its weights by cell, s their sum and p the
    /// shares: products are summed unit by unit, then those of x are put together with p once.
    #[must_use]
    pub fn cell_shares(&self, variable: usize, size: usize, columns: &[Domain]) -> Option<CellShares> {
        let design = self.design.as_ref()?;
        let cells = size * columns.len();
        let margins = design.units.as_ref().is_some_and(|units| units.margins > 0);
        if cells > if margins { CROSSED.1 } else { CROSSED.0 } {
            return None;
        }
        let (shares, total, mut covariance) = match &design.units {
            None => self.of_rows(design, variable, size, columns)?,
            Some(units) => {
                let place = self.tally.shape().segments.len() + variable;
                let mut found: Vec<(u32, usize)> = Vec::new();
                for (column, domain) in columns.iter().enumerate() {
                    let code = |at: u32| usize::from(units.rows[at as usize].codes[place]);
                    let answering = units.domain(*domain).into_iter().filter(|at| code(*at) < size);
                    found.extend(answering.map(|at| (at, column * size + code(at))));
                }
                found.sort_unstable();
                if margins {
                    of_residuals(design, units, cells, &found)?
                } else {
                    of_units(design, units, cells, &found)?
                }
            }
        };
        for value in &mut covariance {
            *value /= total * total;
        }
        let drawn: u64 = design.strata.iter().map(|s| s.drawn).sum();
        let strata = design.strata.iter().filter(|s| s.drawn > 0).count();
        Some(CellShares { shares, covariance, freedom: drawn as f64 - strata as f64 })
    }

    /// Every row is a unit: what the tally holds is enough.
    fn of_rows(
        &self,
        design: &Design<'_>,
        variable: usize,
        size: usize,
        columns: &[Domain],
    ) -> Option<Spreads> {
        let cells = size * columns.len();
        let mut spread = Spread::new(cells);
        let mut sums = vec![vec![0.0; cells]; design.strata.len()];
        let waves = self.tally.shape().waves + 1;
        for (slot, sums) in sums.iter_mut().enumerate() {
            let (wave, stratum) = (slot % waves, Some(slot / waves));
            for (column, domain) in columns.iter().enumerate() {
                if domain.wave.is_some_and(|own| own != wave) {
                    continue;
                }
                let domain = Domain { wave: Some(wave), ..*domain };
                let weights = self.tally.weights(variable, domain, stratum);
                let squares = self.tally.squares(variable, domain, stratum);
                for (code, (weight, square)) in weights.into_iter().zip(squares).enumerate() {
                    sums[column * size + code] = weight as f64;
                    spread.add_rows(column * size + code, square as f64, design.strata[slot].factor());
                }
            }
        }
        spread.around(design, &sums)
    }
}

/// Shares, the sum of the weights, and the sum of squares of the linearised values before it is divided by its
/// square.
type Spreads = (Vec<f64>, f64, Vec<f64>);

/// Several rows may belong to one unit: `found` holds the rows that answer and their cells, those of a unit
/// together.
fn of_units(design: &Design<'_>, units: &Units<'_>, cells: usize, found: &[(u32, usize)]) -> Option<Spreads> {
    let row = |at: u32| &units.rows[at as usize];
    let mut spread = Spread::new(cells);
    let mut sums = vec![vec![0.0; cells]; design.strata.len()];
    for of_unit in found.chunk_by(|a, b| row(a.0).unit == row(b.0).unit) {
        let stratum = units.stratum(row(of_unit[0].0));
        let mut own: Vec<(usize, f64)> = Vec::new();
        for (at, cell) in of_unit {
            let weight = row(*at).weight as f64;
            match own.iter_mut().find(|known| known.0 == *cell) {
                Some(known) => known.1 += weight,
                None => own.push((*cell, weight)),
            }
        }
        for (cell, weight) in &own {
            sums[stratum][*cell] += weight;
        }
        spread.add(&own, design.strata[stratum].factor());
    }
    spread.around(design, &sums)
}

/// Rows were weighted to margins: the linearised values less what these explain.
fn of_residuals(
    design: &Design<'_>,
    units: &Units<'_>,
    cells: usize,
    found: &[(u32, usize)],
) -> Option<Spreads> {
    let weight = |at: u32| units.rows[at as usize].weight as f64;
    let mut shares = vec![0.0; cells];
    for (at, cell) in found {
        shares[*cell] += weight(*at);
    }
    let total: f64 = shares.iter().sum();
    if total <= 0.0 {
        return None;
    }
    for share in &mut shares {
        *share /= total;
    }
    let values: Vec<Vec<f64>> = (0..cells)
        .map(|cell| {
            let mut values = vec![0.0; units.rows.len()];
            for (at, own) in found {
                let is = f64::from(u8::from(*own == cell));
                values[*at as usize] += weight(*at) * (is - shares[cell]);
            }
            units.residuals(&mut values);
            values
        })
        .collect();
    let mut covariance = vec![0.0; cells * cells];
    let mut sums = vec![vec![0.0; cells]; design.strata.len()];
    let places: Vec<usize> = (0..units.rows.len()).collect();
    for of_unit in places.chunk_by(|a, b| units.rows[*a].unit == units.rows[*b].unit) {
        let stratum = units.stratum(&units.rows[of_unit[0]]);
        let t: Vec<f64> = values.iter().map(|of| of_unit.iter().map(|at| of[*at]).sum()).collect();
        add_product(&mut covariance, &t, design.strata[stratum].factor());
        for (sum, t) in sums[stratum].iter_mut().zip(t) {
            *sum += t;
        }
    }
    centre(&mut covariance, design, &sums);
    Some((shares, total, covariance))
}

/// Adds `by` t tᵀ.
fn add_product(matrix: &mut [f64], t: &[f64], by: f64) {
    for (row, x) in matrix.chunks_mut(t.len()).zip(t).filter(|(_, x)| **x != 0.0) {
        for (value, y) in row.iter_mut().zip(t) {
            *value += by * x * y;
        }
    }
}

/// Takes away what the means of the strata make; a single unit counts as if its mean were the expected 0.
fn centre(covariance: &mut [f64], design: &Design<'_>, sums: &[Vec<f64>]) {
    for (stratum, t) in design.strata.iter().zip(sums).filter(|(stratum, _)| stratum.drawn > 1) {
        add_product(covariance, t, -stratum.factor() / stratum.drawn as f64);
    }
}

impl Stratum {
    /// What a sum of squares of its units is multiplied by: (1 − n/N) n / (n − 1).
    fn factor(&self) -> f64 {
        let n = self.drawn as f64;
        let left = self.heads.map_or(1.0, |heads| (1.0 - n / heads).max(0.0));
        if self.drawn > 1 { left * n / (n - 1.0) } else { left }
    }
}

/// Sums over units of the products of their weights by cell, x xᵀ, of s x, and of s².
struct Spread {
    cells: usize,
    products: Vec<f64>,
    with_sum: Vec<f64>,
    squares: f64,
}

impl Spread {
    fn new(cells: usize) -> Self {
        Self { cells, products: vec![0.0; cells * cells], with_sum: vec![0.0; cells], squares: 0.0 }
    }

    fn add(&mut self, unit: &[(usize, f64)], factor: f64) {
        let sum: f64 = unit.iter().map(|x| x.1).sum();
        for (i, x) in unit {
            for (j, y) in unit {
                self.products[i * self.cells + j] += factor * x * y;
            }
            self.with_sum[*i] += factor * sum * x;
        }
        self.squares += factor * sum * sum;
    }

    /// Units of one row each, all in one cell, whose squared weights sum up to `square`.
    fn add_rows(&mut self, cell: usize, square: f64, factor: f64) {
        self.products[cell * self.cells + cell] += factor * square;
        self.with_sum[cell] += factor * square;
        self.squares += factor * square;
    }

    /// Σ (x − s p)(x − s p)ᵀ less the means, from the weights by cell of each stratum; none without weights.
    fn around(self, design: &Design<'_>, sums: &[Vec<f64>]) -> Option<Spreads> {
        let totals: Vec<f64> = (0..self.cells).map(|cell| sums.iter().map(|of| of[cell]).sum()).collect();
        let total: f64 = totals.iter().sum();
        if total <= 0.0 {
            return None;
        }
        let shares: Vec<f64> = totals.iter().map(|x| x / total).collect();
        let mut out = self.products;
        for (i, p) in shares.iter().enumerate() {
            for (j, q) in shares.iter().enumerate() {
                out[i * self.cells + j] += self.squares * p * q - self.with_sum[i] * q - self.with_sum[j] * p;
            }
        }
        let less = |sums: &Vec<f64>| -> Vec<f64> {
            let all: f64 = sums.iter().sum();
            sums.iter().zip(&shares).map(|(x, p)| x - all * p).collect()
        };
        let linear: Vec<Vec<f64>> = sums.iter().map(less).collect();
        centre(&mut out, design, &linear);
        Some((shares, total, out))
    }
}
