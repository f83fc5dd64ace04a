//! Weights that give a sample the structure of its population: post-stratification and raking.
//!
//! Raking (iterative proportional fitting) multiplies the weights of each value of a margin by target / sum, one
//! margin after the other, until all margins hold at once: the weights that depart least from the base weights,
//! in the sense of relative entropy (Deming and Stephan, “On a least squares adjustment of a sampled frequency
//! table when the expected marginal totals are known”, Annals of Mathematical Statistics 11, 1940; Deville,
//! Särndal and Sautory, “Generalized raking procedures in survey sampling”, JASA 88, 1993). With one margin it is
//! post-stratification, exact after one round.
//!
//! Trimming bounds the weights: those outside are brought to the bound, and what that takes or gives is shared
//! out equally among the rows that were inside, so that the total stays (R's `survey::trimWeights`; strict: again
//! until none is outside). A trimmed weight is no longer a multiple of its base weight, and trimming upsets the
//! margins: they are raked again, and the weights trimmed again, until both hold or they do not come nearer.

use std::collections::BTreeMap;

/// Rows alike: the same value of every margin, the same base weight.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// For each margin, place of the value.
    pub places: Vec<usize>,
    /// Base weight of each row, above 0.
    pub base: f64,
    /// Rows.
    pub rows: u64,
}

/// When to stop, and the bounds of the weights.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// Largest relative deviation from a target that is left.
    pub tolerance: f64,
    /// Most rounds over all margins.
    pub max_iterations: u64,
    /// Bounds; none otherwise.
    pub trim: Option<Trim>,
}

impl Default for Options {
    fn default() -> Self {
        Self { tolerance: 1e-10, max_iterations: 5000, trim: None }
    }
}

/// Bounds of the weights of rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Trim {
    /// Lowest weight.
    pub lower: f64,
    /// Highest weight.
    pub upper: f64,
    /// Trim again what sharing out pushes outside.
    pub strict: bool,
    /// Rake again after trimming, and so on.
    pub rerake: bool,
}

/// How far a value of a margin is from its target.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Deviation {
    /// Margin.
    pub margin: usize,
    /// Place of the value.
    pub place: usize,
    /// Sum of its weights.
    pub found: f64,
    /// Its target.
    pub target: f64,
}

impl Deviation {
    /// |found − target| / target; infinite where weights stand against a target of 0.
    #[must_use]
    pub fn relative(&self) -> f64 {
        let gap = (self.found - self.target).abs();
        if gap == 0.0 { 0.0 } else { gap / self.target }
    }
}

/// Weights, and how well they reach their targets.
#[derive(Debug, Clone, PartialEq)]
pub struct Raked {
    /// Weight of each row of a cell, in the order of the cells.
    pub weights: Vec<f64>,
    /// Rounds over all margins, those after trimming included.
    pub iterations: u64,
    /// Whether the margins could be raked before any trimming.
    pub converged: bool,
    /// The largest deviation left; none without margins.
    pub worst: Option<Deviation>,
    /// Rows whose weight stands at a bound.
    pub trimmed: u64,
}

impl Raked {
    /// What the weight of each row of a cell is multiplied by.
    #[must_use]
    pub fn factors(&self, cells: &[Cell]) -> Vec<f64> {
        self.weights.iter().zip(cells).map(|(weight, cell)| weight / cell.base).collect()
    }
}

/// Weights of `cells` that reach `targets`: for each margin, the sum of weights of each place. Every place must
/// have rows; the targets of all margins have the same sum.
///
/// ```
/// use barometre::study::raking::{Cell, Options, rake};
/// let cells = [30, 70].map(|rows| Cell { places: vec![usize::from(rows == 70)], base: 1.0, rows });
/// let raked = rake(&cells, &[vec![50.0, 50.0]], &Options::default());
/// assert_eq!((raked.converged, raked.iterations), (true, 1));
/// assert!((raked.weights[0] - 50.0 / 30.0).abs() < 1e-12);
/// ```
#[must_use]
pub fn rake(cells: &[Cell], targets: &[Vec<f64>], options: &Options) -> Raked {
    let crossing = Crossing::new(cells, targets);
    let mut weights: Vec<f64> = cells.iter().map(|cell| cell.base).collect();
    let (mut iterations, converged) = crossing.fit(&mut weights, options);
    let mut worst = crossing.worst(&crossing.sums(&weights));
    let mut trimmed = 0;
    if let Some(bounds) = &options.trim {
        const TURNS: usize = 300;
        for _ in 0..if bounds.rerake { TURNS } else { 1 } {
            let changed = trim(&mut weights, cells, bounds);
            worst = crossing.worst(&crossing.sums(&weights));
            let hold = worst.is_none_or(|w| w.relative() <= options.tolerance.max(1e-9));
            if !changed || !bounds.rerake || hold {
                break;
            }
            let mut again = weights.clone();
            iterations += crossing.fit(&mut again, options).0;
            weights = again;
        }
        if bounds.rerake {
            // Bounds are a promise: they have the last word over the margins.
            trim(&mut weights, cells, bounds);
            worst = crossing.worst(&crossing.sums(&weights));
        }
        let at_bound = |w: f64| w <= bounds.lower || w >= bounds.upper;
        trimmed = weights.iter().zip(cells).filter(|(w, _)| at_bound(**w)).map(|(_, c)| c.rows).sum();
    }
    Raked { weights, iterations, converged, worst, trimmed }
}

/// The distinct combinations of places: raking gives all rows of one the same factor.
struct Crossing<'a> {
    cells: &'a [Cell],
    targets: &'a [Vec<f64>],
    combinations: Vec<&'a [usize]>,
    /// Combination of each cell.
    of: Vec<usize>,
}

impl<'a> Crossing<'a> {
    fn new(cells: &'a [Cell], targets: &'a [Vec<f64>]) -> Self {
        let mut known: BTreeMap<&[usize], usize> = BTreeMap::new();
        let mut combinations = Vec::new();
        let of = cells
            .iter()
            .map(|cell| {
                *known.entry(&cell.places).or_insert_with(|| {
                    combinations.push(cell.places.as_slice());
                    combinations.len() - 1
                })
            })
            .collect();
        Self { cells, targets, combinations, of }
    }

    /// Sum of weights of each combination.
    fn sums(&self, weights: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; self.combinations.len()];
        for ((cell, weight), of) in self.cells.iter().zip(weights).zip(&self.of) {
            sums[*of] += weight * cell.rows as f64;
        }
        sums
    }

    /// Rakes the weights: how many rounds it took, and whether they were enough.
    fn fit(&self, weights: &mut [f64], options: &Options) -> (u64, bool) {
        let start = self.sums(weights);
        let mut sums = start.clone();
        let mut rounds = 0;
        let mut reached = self.reached(&sums, options.tolerance);
        while !reached && rounds < options.max_iterations {
            for (margin, targets) in self.targets.iter().enumerate() {
                let found = self.margin(&sums, margin);
                for (sum, places) in sums.iter_mut().zip(&self.combinations) {
                    let place = places[margin];
                    if found[place] > 0.0 {
                        *sum *= targets[place] / found[place];
                    }
                }
            }
            rounds += 1;
            reached = self.reached(&sums, options.tolerance);
        }
        for (weight, of) in weights.iter_mut().zip(&self.of) {
            if start[*of] > 0.0 {
                *weight *= sums[*of] / start[*of];
            }
        }
        (rounds, reached)
    }

    fn reached(&self, sums: &[f64], tolerance: f64) -> bool {
        self.worst(sums).is_none_or(|w| w.relative() <= tolerance)
    }

    /// Sum of each value of a margin.
    fn margin(&self, sums: &[f64], margin: usize) -> Vec<f64> {
        let mut found = vec![0.0; self.targets[margin].len()];
        for (sum, places) in sums.iter().zip(&self.combinations) {
            found[places[margin]] += sum;
        }
        found
    }

    /// The value furthest from its target, the first among equals.
    fn worst(&self, sums: &[f64]) -> Option<Deviation> {
        let mut worst: Option<Deviation> = None;
        for (margin, targets) in self.targets.iter().enumerate() {
            for (place, (found, target)) in self.margin(sums, margin).into_iter().zip(targets).enumerate() {
                let deviation = Deviation { margin, place, found, target: *target };
                if worst.is_none_or(|w| deviation.relative() > w.relative()) {
                    worst = Some(deviation);
                }
            }
        }
        worst
    }
}

/// Brings the weights within the bounds; whether some were outside. The total stays as long as the bounds can
/// hold it: rows × lower ≤ total ≤ rows × upper.
fn trim(weights: &mut [f64], cells: &[Cell], bounds: &Trim) -> bool {
    // Every further turn brings at least one more cell to a bound.
    let turns = if bounds.strict { 2 * cells.len() + 1 } else { 1 };
    let mut changed = false;
    for _ in 0..turns {
        let outside: Vec<bool> = weights.iter().map(|w| *w < bounds.lower || *w > bounds.upper).collect();
        if !outside.contains(&true) {
            break;
        }
        changed = true;
        let mut excess = 0.0;
        for (weight, cell) in weights.iter_mut().zip(cells) {
            let within = weight.clamp(bounds.lower, bounds.upper);
            excess += (*weight - within) * cell.rows as f64;
            *weight = within;
        }
        let has_room = |w: f64| if excess > 0.0 { w < bounds.upper } else { w > bounds.lower };
        let rows = |takes: &dyn Fn(usize) -> bool| -> u64 {
            (0..cells.len()).filter(|i| takes(*i)).map(|i| cells[i].rows).sum()
        };
        let inside = |i: usize| !outside[i] && has_room(weights[i]);
        let (takers, n) = match rows(&inside) {
            // None was inside: those brought to the other bound have room.
            0 => ((0..cells.len()).map(|i| has_room(weights[i])).collect(), rows(&|i| has_room(weights[i]))),
            n => ((0..cells.len()).map(inside).collect::<Vec<_>>(), n),
        };
        if n == 0 {
            break;
        }
        for (weight, takes) in weights.iter_mut().zip(takers) {
            if takes {
                *weight += excess / n as f64;
            }
        }
    }
    if bounds.strict {
        for weight in weights {
            *weight = weight.clamp(bounds.lower, bounds.upper);
        }
    }
    changed
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use proptest::prelude::*;

    use super::*;

    fn cell(places: &[usize], base: f64, rows: u64) -> Cell {
        Cell { places: places.to_vec(), base, rows }
    }

    #[track_caller]
    fn close(found: f64, expected: f64, tolerance: f64) {
        assert!((found - expected).abs() <= tolerance, "{found} is not {expected}");
    }

    /// The reference's `rake_2x2` (R's survey).
    #[test]
    fn two_by_two() {
        let cells =
            [cell(&[0, 0], 1.0, 30), cell(&[0, 1], 1.0, 20), cell(&[1, 0], 1.0, 10), cell(&[1, 1], 1.0, 40)];
        let raked = rake(&cells, &[vec![50.0, 50.0], vec![60.0, 40.0]], &Options::default());
        assert!(raked.converged && raked.trimmed == 0);
        let expected = [4.0 / 3.0, 0.5, 2.0, 0.75];
        for (factor, expected) in raked.factors(&cells).into_iter().zip(expected) {
            close(factor, expected, 1e-9);
        }
    }

    /// The California schools of R's survey: rows of apiclus1 by `stype` (E, H, M) and `sch.wide` (No, Yes).
    fn schools() -> Vec<Cell> {
        const BASE: f64 = 33.846_996_307_373;
        [(0, 0, 12), (1, 0, 3), (2, 0, 8), (0, 1, 132), (1, 1, 11), (2, 1, 17)]
            .map(|(stype, wide, rows)| cell(&[stype, wide], BASE, rows))
            .into()
    }

    fn population() -> [Vec<f64>; 2] {
        [vec![4421.0, 755.0, 1018.0], vec![1072.0, 5122.0]]
    }

    /// `survey_api.clus1_rake.weights_by_cell`, and `kish`.
    #[test]
    fn schools_are_raked_as_r_does() {
        let cells = schools();
        let raked = rake(&cells, &population(), &Options::default());
        let expected = [
            39.839_236_246_935,
            67.125_529_241_263,
            49.069_072_164_124,
            29.870_675_492_628,
            50.329_401_116_241,
            36.791_024_864_38,
        ];
        for (weight, expected) in raked.weights.iter().zip(expected) {
            close(*weight, expected, 1e-7);
        }
        let sum: f64 = raked.weights.iter().zip(&cells).map(|(w, c)| w * c.rows as f64).sum();
        let squares: f64 = raked.weights.iter().zip(&cells).map(|(w, c)| w * w * c.rows as f64).sum();
        close(sum, 6194.0, 1e-6);
        close(sum * sum / squares, 174.011_158_550_889, 1e-6);
    }

    /// `survey_api.clus1_trim`: `trimWeights(lower = 20, upper = 60, strict = TRUE)` after raking.
    #[test]
    fn schools_are_trimmed_as_r_does() {
        let cells = schools();
        let bounds = Trim { lower: 20.0, upper: 60.0, strict: true, rerake: false };
        let options = Options { trim: Some(bounds.clone()), ..Options::default() };
        let raked = rake(&cells, &population(), &options);
        close(raked.weights[3], 29.989_434_313_316, 1e-7);
        assert_eq!((raked.weights[1], raked.trimmed), (60.0, 3));
        let worst = raked.worst.unwrap();
        assert!(
            raked.converged && (worst.margin, worst.place) == (0, 1),
            "high schools lose weight: {worst:?}"
        );

        let options = Options { trim: Some(Trim { rerake: true, ..bounds }), ..Options::default() };
        let again = rake(&cells, &population(), &options);
        assert!(again.weights.iter().all(|w| (20.0..=60.0).contains(w)));
        assert!(again.worst.unwrap().relative() < 1e-8, "{again:?}");
    }

    /// Sums of `api00` and of `enroll` over the rows of each cell.
    const SUMS: [(f64, f64); 6] = [
        (7_156.0, 5_243.0),
        (1_978.0, 2_237.0),
        (4_851.0, 5_983.0),
        (86_281.0, 57_088.0),
        (6_682.0, 13_587.0),
        (10_935.0, 16_460.0),
    ];

    /// The cells and their sums as `apiclus1.csv` has them; none when it is not beside the project.
    fn counted() -> Option<Vec<(u64, (f64, f64))>> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/reference/apiclus1.csv");
        let mut reader = csv::Reader::from_path(path).ok()?;
        let header = reader.headers().unwrap().clone();
        let columns = ["stype", "sch.wide", "api00", "enroll"]
            .map(|name| header.iter().position(|h| h == name).unwrap());
        let mut cells = vec![(0, (0.0, 0.0)); 6];
        for record in reader.records() {
            let record = record.unwrap();
            let [stype, wide, api, enroll] = columns.map(|c| &record[c]);
            let stype = ["E", "H", "M"].iter().position(|s| *s == stype).unwrap();
            let (rows, sums) = &mut cells[stype + 3 * usize::from(wide == "Yes")];
            *rows += 1;
            *sums = (sums.0 + api.parse::<f64>().unwrap(), sums.1 + enroll.parse::<f64>().unwrap());
        }
        Some(cells)
    }

    /// Mean of `api00` and total of `enroll` in `survey_api`: `clus1_rake`, `clus1_trim`, `clus1_poststrat`.
    #[test]
    fn estimates_on_the_schools_are_those_of_r() {
        let cells = schools();
        if let Some(counted) = counted() {
            let copied: Vec<_> = cells.iter().map(|c| c.rows).zip(SUMS).collect();
            assert_eq!(counted, copied);
        }
        let estimates = |targets: &[Vec<f64>], options: &Options| {
            let raked = rake(&cells, targets, options);
            let (mut sum, mut api, mut enroll) = (0.0, 0.0, 0.0);
            for ((weight, cell), sums) in raked.weights.iter().zip(&cells).zip(SUMS) {
                sum += weight * cell.rows as f64;
                api += weight * sums.0;
                enroll += weight * sums.1;
            }
            (api / sum, enroll)
        };
        let raked = estimates(&population(), &Options::default());
        close(raked.0, 641.230_320_926_8, 1e-7);
        close(raked.1, 3_647_280.148_070_54, 1e-2);
        let trim = Trim { lower: 20.0, upper: 60.0, strict: true, rerake: false };
        let trimmed = estimates(&population(), &Options { trim: Some(trim), ..Options::default() });
        close(trimmed.0, 641.177_115_287_89, 1e-7);
        let stratified = estimates(&population()[..1], &Options::default());
        close(stratified.0, 642.310_788_211_582, 1e-9);
        close(stratified.1, 3_680_892.945_119_05, 1e-6);
    }

    #[test]
    fn an_impossible_combination_is_told_with_its_value() {
        // All women live in the north and all men in the south: both margins cannot differ.
        let cells = [cell(&[0, 0], 1.0, 10), cell(&[1, 1], 1.0, 10)];
        let options = Options { max_iterations: 50, ..Options::default() };
        let raked = rake(&cells, &[vec![10.0, 10.0], vec![5.0, 15.0]], &options);
        assert!(!raked.converged && raked.iterations == 50);
        let worst = raked.worst.unwrap();
        assert_eq!((worst.margin, worst.place, worst.found, worst.target), (0, 0, 5.0, 10.0));
    }

    #[test]
    fn trimming_needs_room_on_the_other_side() {
        let cells = [cell(&[0], 0.1, 10), cell(&[0], 4.0, 10)];
        let mut weights = vec![0.1, 4.0];
        let bounds = Trim { lower: 0.5, upper: 3.5, strict: true, rerake: false };
        assert!(trim(&mut weights, &cells, &bounds));
        // 1 too many, 0.4 too few: the 0.6 left over goes to those brought to the lower bound.
        close(weights[0], 0.6, 1e-12);
        close(weights[1], 3.5, 1e-12);
        assert!(!trim(&mut [1.0, 1.0], &cells, &bounds));
    }

    #[test]
    fn no_cells_have_no_weights() {
        assert_eq!(rake(&[], &[], &Options::default()).weights, Vec::<f64>::new());
    }

    proptest! {
        #[test]
        fn margins_hold_and_order_changes_nothing(
            rows in prop::collection::vec(1u64..50, 6),
            bases in prop::collection::vec(0.2f64..5.0, 6),
            a in 0.1f64..0.9, b in 0.1f64..0.5,
        ) {
            let cells: Vec<Cell> =
                (0..6).map(|i| cell(&[i / 3, i % 3], bases[i], rows[i])).collect();
            let total: f64 = cells.iter().map(|c| c.base * c.rows as f64).sum();
            let targets = [vec![a * total, (1.0 - a) * total], vec![b * total, 0.4 * total, (0.6 - b) * total]];
            let raked = rake(&cells, &targets, &Options::default());
            prop_assert!(raked.converged && raked.worst.unwrap().relative() <= 1e-10);
            let mut turned = cells.clone();
            turned.reverse();
            let mut other = rake(&turned, &targets, &Options::default()).weights;
            other.reverse();
            for (x, y) in raked.weights.iter().zip(&other) {
                prop_assert!((x - y).abs() <= 1e-8 * x);
            }
            // A cell cut in two changes nothing either.
            let mut cut = cells.clone();
            cut.push(Cell { rows: 7, ..cells[0].clone() });
            cut[0].rows += 3;
            let mut whole = cells.clone();
            whole[0].rows += 10;
            let (cut, whole) = (rake(&cut, &targets, &Options::default()), rake(&whole, &targets, &Options::default()));
            prop_assert!((cut.weights[0] - whole.weights[0]).abs() <= 1e-8 * whole.weights[0]);
            prop_assert!((cut.weights[6] - cut.weights[0]).abs() <= 1e-8 * cut.weights[0]);
        }

        /// Targets that weights well within the bounds reach are reached within the bounds.
        #[test]
        fn margins_and_bounds_hold_together_where_they_can(
            cells in prop::collection::vec((0.1f64..8.0, 0.5f64..1.5, 1u64..30), 24),
        ) {
            let goals: Vec<f64> = cells.iter().map(|(_, goal, n)| goal * *n as f64).collect();
            let cells: Vec<Cell> =
                cells.iter().enumerate().map(|(i, (w, _, n))| cell(&[i % 2, i / 2 % 3], *w, *n)).collect();
            let mean = goals.iter().sum::<f64>() / cells.iter().map(|c| c.rows).sum::<u64>() as f64;
            let mut targets = [vec![0.0; 2], vec![0.0; 3]];
            for (cell, goal) in cells.iter().zip(&goals) {
                for (targets, place) in targets.iter_mut().zip(&cell.places) {
                    targets[*place] += goal;
                }
            }
            let trim = Trim { lower: 0.3 * mean, upper: 2.5 * mean, strict: true, rerake: true };
            let (lower, upper) = (trim.lower, trim.upper);
            let raked = rake(&cells, &targets, &Options { trim: Some(trim), ..Options::default() });
            prop_assert!(raked.weights.iter().all(|w| (lower..=upper).contains(w)));
            prop_assert!(raked.worst.unwrap().relative() < 1e-6, "{:?}", raked.worst);
        }

        #[test]
        fn strict_trimming_keeps_bounds_and_total(
            bases in prop::collection::vec((0.01f64..20.0, 1u64..30), 2..12),
            low in 0.05f64..0.95, high in 1.05f64..5.0,
        ) {
            let cells: Vec<Cell> = bases.iter().map(|(w, n)| cell(&[0], *w, *n)).collect();
            let n: u64 = cells.iter().map(|c| c.rows).sum();
            let total = |weights: &[f64]| -> f64 { weights.iter().zip(&cells).map(|(w, c)| w * c.rows as f64).sum() };
            let mut weights: Vec<f64> = cells.iter().map(|c| c.base).collect();
            let (before, mean) = (total(&weights), total(&weights) / n as f64);
            trim(&mut weights, &cells, &Trim { lower: low * mean, upper: high * mean, strict: true, rerake: false });
            prop_assert!(weights.iter().all(|w| (low * mean..=high * mean).contains(w)));
            prop_assert!((total(&weights) - before).abs() <= 1e-9 * before);
        }
    }
}
