//! The weight of every row: one pass counts the rows that are alike, the margins are raked, and a look-up
//! gives each row its own.
//!
//! Rows are alike when they have the same value of every margin, the same wave and the same base weight. Counts
//! are integers and rows alike are added up in a fixed order, so that the weights do not depend on the order in
//! which batches come. What the pass remembers depends on the distinct base weights, not on the rows.
//!
//! Rows without a value in a margin are a value of their own, with the share of the base weights that they have:
//! R refuses them; leaving them out would lose answers, and filling them in would be a guess. The targets apply to
//! the other rows.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use polars::prelude::DataFrame;
use rustc_hash::FxHashMap;

use super::profile::{MAX_VALUES, Profile};
use super::raking::{self, Cell, Raked, Trim};
use super::weighting::{Margin, Weighting, WeightingError, crossed};
use super::weighting_summary::{MarginSummary, MarginValue, WeightSpread, WeightingSummary};
use super::{Groups, Segment, Study, Waves, fold, parse_number};
use crate::Lang;
use crate::error::{Error, Result, Warning};
use crate::read::{Table, for_each_batch};

/// Place of a row that has no value in a column, or no wave.
const NONE: u16 = u16::MAX;

/// A deviation from a target is told from half a tenth of a point on.
const TOLD: f64 = 0.0005;

/// Wave, then the place of the value in each column.
type Key = Box<[u16]>;
/// Rows of each base weight, by its bits: weights above 0 sort as their bits do.
type Bases = BTreeMap<u64, u64>;
/// Base weights above 0, ascending, and the weight that rows get.
type Given = Vec<(f64, f64)>;

/// The weights of a study's rows.
#[derive(Debug, Clone)]
pub struct RowWeights {
    /// What the report says of them.
    pub summary: WeightingSummary,
    /// What a reader must know.
    pub warnings: Vec<Warning>,
    rows: Rows,
    given: FxHashMap<Key, Given>,
    /// Places of the rows alike in each margin of their wave.
    places: FxHashMap<Key, Box<[u16]>>,
    margins: usize,
}

impl RowWeights {
    /// Columns that a batch must have.
    #[must_use]
    pub fn columns(&self) -> Vec<&str> {
        self.rows.columns()
    }

    /// Number of margins.
    #[must_use]
    pub fn margins(&self) -> usize {
        self.margins
    }

    /// The largest weight.
    #[must_use]
    pub fn largest(&self) -> f64 {
        self.given.values().flatten().map(|(_, weight)| *weight).fold(0.0, f64::max)
    }

    /// The weight of each row of a batch, its base weight included, 0 where it has no base weight; and the rows that
    /// were weighted alike in each margin, by number.
    #[must_use]
    pub fn weights(&self, batch: &DataFrame) -> Vec<(f64, &[u16])> {
        let mut weights = Vec::with_capacity(batch.height());
        self.rows.each(batch, |key, base| {
            let given = self.given.get(key).and_then(|given| {
                let i = given.binary_search_by(|(known, _)| known.total_cmp(&base)).ok()?;
                Some(given[i].1)
            });
            let places = self.places.get(key).map_or(&[][..], |places| places);
            weights.push((given.unwrap_or(0.0), places));
        });
        weights
    }
}

/// How the cells of a row become its key and its base weight.
#[derive(Debug, Clone)]
struct Rows {
    waves: Option<(Waves, FxHashMap<Box<str>, u16>)>,
    columns: Vec<Column>,
    weight: Option<String>,
}

/// A column of a margin.
#[derive(Debug, Clone)]
struct Column {
    name: String,
    groups: Groups,
    codes: FxHashMap<Box<str>, u16>,
    labels: [Vec<String>; 2],
}

impl Column {
    fn new(name: &str, study: &Study, margins: &[Margin], profile: &Profile) -> Result<Self> {
        // A segment's merged values and bands are the ones that people know the column by.
        let declared = study.segments.iter().find(|s| s.column == name);
        let mut grouping = declared.map(|s| s.grouping.clone()).unwrap_or_default();
        if grouping.bands.is_none() {
            if profile.values.is_none() {
                return Err(Error::TooManyValues { column: name.to_owned(), limit: MAX_VALUES });
            }
            // Named, a word that means no answer is a value like the others.
            for margin in margins {
                let at = margin.columns.iter().position(|c| c == name);
                grouping.order.extend(margin.targets.iter().filter_map(|t| t.values.get(at?).cloned()));
            }
        }
        let groups = Segment { column: name.to_owned(), grouping }.groups(profile);
        let cells = profile.values.iter().flatten();
        let codes = cells.filter_map(|(cell, _)| Some((cell.as_str().into(), place(groups.find(cell)?))));
        let labels = [Lang::Fr, Lang::En].map(|lang| groups.labels(lang));
        Ok(Self { name: name.to_owned(), codes: codes.collect(), labels, groups })
    }

    fn code(&self, cell: &str) -> u16 {
        if self.codes.is_empty() {
            return self.groups.find(cell).map_or(NONE, place);
        }
        self.codes.get(cell).copied().unwrap_or(NONE)
    }

    /// Place of the value that a target names.
    fn find(&self, value: &str) -> Option<u16> {
        let folded = fold(value);
        let named = |labels: &Vec<String>| labels.iter().position(|label| fold(label) == folded);
        self.labels.iter().find_map(named).map(place)
    }

    fn label(&self, place: u16) -> String {
        self.labels[0].get(usize::from(place)).cloned().unwrap_or_default()
    }
}

fn place(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(NONE)
}

impl Rows {
    fn columns(&self) -> Vec<&str> {
        let wave = self.waves.iter().map(|(waves, _)| waves.source().column.as_str());
        let mut columns: Vec<&str> = self.columns.iter().map(|c| c.name.as_str()).collect();
        for column in wave.chain(self.weight.as_deref()) {
            if !columns.contains(&column) {
                columns.push(column);
            }
        }
        columns
    }

    /// Gives the key and the base weight of each row, 0 for none.
    fn each(&self, batch: &DataFrame, mut give: impl FnMut(&[u16], f64)) {
        let cells = |column: &str| batch.column(column).ok().and_then(|c| c.str().ok());
        let columns: Vec<_> = self.columns.iter().map(|c| (c, cells(&c.name))).collect();
        let waves = self.waves.as_ref().map(|(waves, codes)| (waves, codes, cells(&waves.source().column)));
        let weight = self.weight.as_ref().map(|name| cells(name));
        let mut key = vec![0; columns.len() + 1];
        for i in 0..batch.height() {
            if let Some((waves, codes, cells)) = &waves {
                let cell = cells.and_then(|c| c.get(i));
                key[0] = cell.map_or(NONE, |cell| match codes.get(cell) {
                    Some(code) => *code,
                    None => waves.find(cell).map_or(NONE, place),
                });
            }
            for (code, (column, cells)) in key[1..].iter_mut().zip(&columns) {
                *code = cells.and_then(|c| c.get(i)).map_or(NONE, |cell| column.code(cell));
            }
            let base = match weight {
                Some(cells) => cells.and_then(|c| c.get(i)).and_then(parse_number).unwrap_or(0.0),
                None => 1.0,
            };
            give(&key, if base.is_finite() && base > 0.0 { base } else { 0.0 });
        }
    }
}

/// Computes the weights that `study` declares; none where it declares none. `waves` are those of the study's
/// coding.
///
/// # Errors
/// A target that no row has, a value without a target, margins that cannot all hold; a file cannot be read.
pub fn weigh(
    study: &Study,
    profiles: &[Profile],
    tables: &[Table],
    waves: Option<&Waves>,
    threads: usize,
) -> Result<Option<RowWeights>> {
    let Some(weighting) = &study.weighting else { return Ok(None) };
    let mut columns = Vec::new();
    for name in weighting.columns() {
        if let Some(profile) = profiles.iter().find(|p| p.column == name) {
            columns.push(Column::new(name, study, &weighting.margins, profile)?);
        }
    }
    let waves = waves.filter(|_| weighting.each_wave).map(|waves| {
        let profile = profiles.iter().find(|p| p.column == waves.source().column);
        let cells = profile.and_then(|p| p.values.as_ref()).into_iter().flatten();
        let codes = cells.map(|(cell, _)| (cell.as_str().into(), waves.find(cell).map_or(NONE, place)));
        (waves.clone(), codes.collect())
    });
    let rows = Rows { waves, columns, weight: study.design.weight.clone() };
    let counted = count(&rows, tables, threads)?;
    let solver = Solver::new(weighting, &rows, &counted)?;
    let (given, summary, warnings) = solver.solve(study.min_group())?;
    // A wave is weighted by itself: its rows are alike with none of another.
    let of = |key: &Key| {
        let wave = if key[0] == NONE { 0 } else { usize::from(key[0]) + 1 };
        solver.sides.iter().map(|s| place(wave * (s.margin.targets.len() + 1) + s.place(key))).collect()
    };
    let places = counted.keys().map(|key| (key.clone(), of(key))).collect();
    let margins = weighting.margins.len();
    Ok(Some(RowWeights { summary, warnings, rows, given, places, margins }))
}

/// Rows alike, base weights of 0 included.
fn count(rows: &Rows, tables: &[Table], threads: usize) -> Result<BTreeMap<Key, Bases>> {
    let mut counted: BTreeMap<Key, Bases> = BTreeMap::new();
    for table in tables {
        let add = |state: &mut FxHashMap<Key, FxHashMap<u64, u64>>, batch: &DataFrame| {
            rows.each(batch, |key, base| {
                // Most rows are like one that came before: no key is made for them.
                if let Some(bases) = state.get_mut(key) {
                    *bases.entry(base.to_bits()).or_default() += 1;
                } else {
                    state.entry(key.into()).or_default().insert(base.to_bits(), 1);
                }
            });
            ControlFlow::Continue(())
        };
        let states = for_each_batch(table, &rows.columns(), threads, FxHashMap::default, add, &|_, _| {})?;
        for (key, bases) in states.into_iter().flatten() {
            let known = counted.entry(key).or_default();
            for (base, n) in bases {
                *known.entry(base).or_default() += n;
            }
        }
    }
    Ok(counted)
}

/// A margin over the counted rows.
struct Side<'a> {
    margin: &'a Margin,
    /// Its columns among those of the key.
    columns: Vec<usize>,
    /// Place of each combination of values that has a target.
    places: BTreeMap<Vec<u16>, usize>,
}

impl Side<'_> {
    /// What a row has: none where a column has no value.
    fn values(&self, key: &[u16]) -> Option<Vec<u16>> {
        let values: Vec<u16> = self.columns.iter().map(|c| key[c + 1]).collect();
        (!values.contains(&NONE)).then_some(values)
    }

    /// Place of a row; that of the rows without a value comes last.
    fn place(&self, key: &[u16]) -> usize {
        self.values(key).and_then(|v| self.places.get(&v).copied()).unwrap_or(self.margin.targets.len())
    }
}

struct Solver<'a> {
    weighting: &'a Weighting,
    rows: &'a Rows,
    counted: &'a BTreeMap<Key, Bases>,
    sides: Vec<Side<'a>>,
}

type Solved = (FxHashMap<Key, Given>, WeightingSummary, Vec<Warning>);

impl<'a> Solver<'a> {
    /// Finds every target among the values, and every value among the targets.
    fn new(weighting: &'a Weighting, rows: &'a Rows, counted: &'a BTreeMap<Key, Bases>) -> Result<Self> {
        let mut solver = Self { weighting, rows, counted, sides: Vec::new() };
        for margin in &weighting.margins {
            let at = |name: &String| rows.columns.iter().position(|c| c.name == *name);
            let columns: Vec<usize> = margin.columns.iter().filter_map(at).collect();
            let mut side = Side { margin, columns, places: BTreeMap::new() };
            let found = solver.values(&side);
            for (place, target) in margin.targets.iter().enumerate() {
                let codes =
                    side.columns.iter().zip(&target.values).map(|(c, value)| rows.columns[*c].find(value));
                let codes = codes.collect::<Option<Vec<u16>>>().filter(|codes| found.contains_key(codes));
                let Some(codes) = codes else {
                    // A misspelt target leaves a value without one: that comes first.
                    let named: Vec<String> = margin.targets.iter().map(|t| fold(&t.label())).collect();
                    let mut found: Vec<String> =
                        found.keys().map(|values| solver.label(&side, values)).collect();
                    found.sort_by_key(|label| named.contains(&fold(label)));
                    let cause = WeightingError::NoRow { value: target.label(), wave: None, found };
                    return Err(solver.refused(margin, cause));
                };
                side.places.insert(codes, place);
            }
            let without = found.iter().filter(|(values, _)| !side.places.contains_key(*values));
            if let Some((values, n)) = without.max_by_key(|(_, n)| **n) {
                let targets = margin.targets.iter().map(super::Target::label).collect();
                let cause = WeightingError::NoTarget { value: solver.label(&side, values), n: *n, targets };
                return Err(solver.refused(margin, cause));
            }
            solver.sides.push(side);
        }
        Ok(solver)
    }

    fn refused(&self, margin: &Margin, cause: WeightingError) -> Error {
        Error::Weighting { file: self.weighting.file.clone(), margin: margin.label(), cause }
    }

    /// The combinations of values that weighted rows have, with their rows.
    fn values(&self, side: &Side<'_>) -> BTreeMap<Vec<u16>, u64> {
        let mut found = BTreeMap::new();
        for (key, bases) in self.counted {
            if let Some(values) = side.values(key) {
                let n: u64 = weighted(bases).map(|(_, n)| n).sum();
                *found.entry(values).or_default() += n;
            }
        }
        found.retain(|_, n| *n > 0);
        found
    }

    fn label(&self, side: &Side<'_>, values: &[u16]) -> String {
        let parts = side.columns.iter().zip(values).map(|(c, value)| self.rows.columns[*c].label(*value));
        crossed(&parts.collect::<Vec<_>>())
    }

    fn wave(&self, wave: u16) -> Option<String> {
        let (waves, _) = self.rows.waves.as_ref()?;
        waves.labels(Lang::Fr).get(usize::from(wave)).cloned()
    }

    fn solve(&self, min_group: u64) -> Result<Solved> {
        let mut blocks: BTreeMap<u16, Vec<(&Key, &Bases)>> = BTreeMap::new();
        for (key, bases) in self.counted {
            blocks.entry(key[0]).or_default().push((key, bases));
        }
        let no_wave = blocks.remove(&NONE).unwrap_or_default();
        let mut given: FxHashMap<Key, Given> = FxHashMap::default();
        let mut warnings = self.missing();
        let (mut iterations, mut deviation, mut trimmed, mut before, mut after) = (0, 0.0_f64, 0, 0.0, 0.0);
        for (wave, rows) in blocks {
            let block = self.block(wave, &rows)?;
            iterations = iterations.max(block.raked.iterations);
            deviation = deviation.max(block.raked.worst.map_or(0.0, |w| w.relative()));
            trimmed += block.raked.trimmed;
            warnings.extend(self.off(wave, &block));
            before += block.total(|cell, _| cell.base);
            after += block.total(|_, weight| weight);
            for ((key, cell), weight) in block.keys.iter().zip(&block.cells).zip(&block.raked.weights) {
                given.entry((*key).clone()).or_default().push((cell.base, *weight));
            }
        }
        // In no wave, in the totals only: they weigh there what they weighed before.
        let factor = if before > 0.0 { after / before } else { 1.0 };
        for (key, bases) in no_wave {
            given.insert(key.clone(), weighted(bases).map(|(base, _)| (base, base * factor)).collect());
        }
        let mut summary = self.summary(&given, min_group);
        summary.iterations = iterations;
        summary.largest_deviation = deviation;
        summary.weights.trimmed = trimmed;
        Ok((given, summary, warnings))
    }

    /// Weighs one wave, or all rows where waves are weighted together.
    fn block(&self, wave: u16, rows: &[(&'a Key, &Bases)]) -> Result<Block<'a>> {
        let (mut keys, mut cells) = (Vec::new(), Vec::new());
        for (key, bases) in rows {
            let places: Vec<usize> = self.sides.iter().map(|side| side.place(key)).collect();
            for (base, rows) in weighted(bases) {
                keys.push(*key);
                cells.push(Cell { places: places.clone(), base, rows });
            }
        }
        let n: u64 = cells.iter().map(|c| c.rows).sum();
        if n == 0 {
            let raked = raking::rake(&[], &[], &raking::Options::default());
            return Ok(Block { keys, cells, raked });
        }
        let base: f64 = cells.iter().map(|c| c.base * c.rows as f64).sum();
        let total = self.weighting.population.unwrap_or(base);
        let mut targets = Vec::new();
        for (i, side) in self.sides.iter().enumerate() {
            let of = |place: usize| cells.iter().filter(move |c| c.places[i] == place);
            let none = side.margin.targets.len();
            let missing: f64 = of(none).map(|c| c.base * c.rows as f64).sum::<f64>() / base;
            let empty = side.margin.targets.iter().enumerate().find(|(place, _)| of(*place).next().is_none());
            if let Some((_, target)) = empty {
                let found = self.values(side);
                let here = |values: &&Vec<u16>| {
                    side.places.get(*values).is_some_and(|place| of(*place).next().is_some())
                };
                let found = found.keys().filter(here).map(|values| self.label(side, values)).collect();
                let (value, wave) = (target.label(), self.wave(wave));
                return Err(self.refused(side.margin, WeightingError::NoRow { value, wave, found }));
            }
            let known = side.margin.targets.iter().map(|t| t.share * (1.0 - missing) * total);
            targets.push(known.chain((missing > 0.0).then_some(missing * total)).collect::<Vec<f64>>());
        }
        let mean = total / n as f64;
        let trim = self.weighting.trim.map(|[lower, upper]| Trim {
            lower: lower * mean,
            upper: upper * mean,
            strict: true,
            rerake: true,
        });
        let raked = raking::rake(&cells, &targets, &raking::Options { trim, ..raking::Options::default() });
        // What a reader would not see is no failure: weights that fall towards 0 take for ever to get there.
        let far = |worst: &raking::Deviation| (worst.found - worst.target).abs() >= TOLD * total;
        if let Some(worst) = raked.worst.filter(far).filter(|_| !raked.converged) {
            let margin = self.sides[worst.margin].margin;
            // The rows without a value are no target: the first value is.
            let place = worst.place.min(margin.targets.len() - 1);
            let sum = |place: usize| {
                let weights =
                    cells.iter().zip(&raked.weights).filter(|(c, _)| c.places[worst.margin] == place);
                weights.map(|(c, w)| w * c.rows as f64).sum::<f64>()
            };
            let all: f64 = (0..margin.targets.len()).map(sum).sum();
            let cause = WeightingError::NotReached {
                value: margin.targets[place].label(),
                found: sum(place) / all,
                target: margin.targets[place].share,
                iterations: raked.iterations,
                wave: self.wave(wave),
            };
            return Err(self.refused(margin, cause));
        }
        Ok(Block { keys, cells, raked })
    }

    /// The target that trimming leaves furthest off, when a reader would see it.
    fn off(&self, wave: u16, block: &Block<'_>) -> Option<Warning> {
        let worst = block.raked.worst?;
        let margin = self.sides[worst.margin].margin;
        let target = margin.targets.get(worst.place)?;
        let all: f64 = block.total(|_, weight| weight);
        ((worst.found - worst.target).abs() / all >= TOLD).then(|| Warning::TargetMissed {
            margin: margin.label(),
            value: target.label(),
            found: worst.found / all,
            target: worst.target / all,
            wave: self.wave(wave),
        })
    }

    /// Margins that some rows have no value of.
    fn missing(&self) -> Vec<Warning> {
        let without = |side: &Side<'_>| -> u64 {
            let rows = self.counted.iter().filter(|(key, _)| side.values(key).is_none());
            rows.flat_map(|(_, bases)| weighted(bases)).map(|(_, n)| n).sum()
        };
        let n = self.sides.iter().map(|side| (side.margin.label(), without(side)));
        n.filter(|(_, n)| *n > 0).map(|(margin, n)| Warning::NoMarginValue { margin, n }).collect()
    }

    fn summary(&self, given: &FxHashMap<Key, Given>, min_group: u64) -> WeightingSummary {
        let mut weights: Vec<(f64, u64)> = Vec::new();
        // For each margin and place: rows, base weights, weights.
        let mut sums: Vec<Vec<(u64, f64, f64)>> =
            self.sides.iter().map(|s| vec![(0, 0.0, 0.0); s.margin.targets.len() + 1]).collect();
        let mut unweighted = 0;
        for (key, bases) in self.counted {
            unweighted += bases.get(&0).copied().unwrap_or_default();
            for ((base, n), (_, weight)) in weighted(bases).zip(given.get(key).into_iter().flatten()) {
                weights.push((*weight, n));
                for (side, sums) in self.sides.iter().zip(&mut sums) {
                    let sum = &mut sums[side.place(key)];
                    *sum = (sum.0 + n, sum.1 + base * n as f64, sum.2 + weight * n as f64);
                }
            }
        }
        let spread = WeightSpread { unweighted, bounds: self.weighting.trim, ..WeightSpread::new(&weights) };
        let margin = |side: &Side<'_>, sums: &[(u64, f64, f64)]| {
            let (missing, valued) = sums.split_last().map_or((0, sums), |(last, rest)| (last.0, rest));
            let (before, after) = valued.iter().fold((0.0, 0.0), |all, s| (all.0 + s.1, all.1 + s.2));
            let values = side.margin.targets.iter().zip(valued).map(|(target, (n, base, weight))| {
                let shown = |x: f64| Some(x).filter(|_| *n >= min_group);
                MarginValue {
                    value: target.label(),
                    n: Some(*n).filter(|n| *n >= min_group),
                    share_before: shown(base / before),
                    share_after: shown(weight / after),
                    target: target.share,
                    mean_weight: shown(weight / *n as f64 / spread.mean),
                }
            });
            MarginSummary { columns: side.margin.columns.clone(), missing, values: values.collect() }
        };
        let margins = self.sides.iter().zip(&sums).map(|(side, sums)| margin(side, sums)).collect();
        WeightingSummary {
            method: self.weighting.method,
            base_weight: self.rows.weight.clone(),
            each_wave: self.rows.waves.is_some(),
            population: self.weighting.population,
            iterations: 0,
            largest_deviation: 0.0,
            margins,
            weights: spread,
        }
    }
}

/// A wave that was weighted.
struct Block<'a> {
    /// Key of each cell.
    keys: Vec<&'a Key>,
    cells: Vec<Cell>,
    raked: Raked,
}

impl Block<'_> {
    fn total(&self, of: impl Fn(&Cell, f64) -> f64) -> f64 {
        self.cells.iter().zip(&self.raked.weights).map(|(cell, w)| of(cell, *w) * cell.rows as f64).sum()
    }
}

/// Base weights above 0, ascending, with their rows.
fn weighted(bases: &Bases) -> impl Iterator<Item = (f64, u64)> {
    bases.iter().filter(|(bits, _)| **bits > 0).map(|(bits, n)| (f64::from_bits(*bits), *n))
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use proptest::prelude::*;
    use tempfile::TempDir;

    use super::super::{Coding, Declared, profile};
    use super::*;
    use crate::read::{self, Options, ROW};

    struct Read {
        _dir: TempDir,
        study: Study,
        profiles: Vec<Profile>,
        tables: Vec<Table>,
        waves: Option<Waves>,
    }

    impl Read {
        fn new(csv: &str, study: &str) -> Result<Self> {
            let dir = tempfile::tempdir().unwrap();
            let path = dir.path().join("x.csv");
            std::fs::write(&path, csv).unwrap();
            let tables = read::open(&[path], &Options::default())?;
            let profiles = profile(&tables, 2, &|_, _| ())?;
            let study = Declared::parse(study, "study.toml")?.study(&profiles, &[])?;
            let waves = Coding::new(&study, &profiles, &tables, 1)?.waves;
            Ok(Self { _dir: dir, study, profiles, tables, waves })
        }

        fn weigh(&self, threads: usize) -> Result<RowWeights> {
            let found = weigh(&self.study, &self.profiles, &self.tables, self.waves.as_ref(), threads)?;
            Ok(found.unwrap())
        }

        /// The weight of each row, in the order of the file.
        fn rows(&self, weights: &RowWeights) -> Vec<f64> {
            let give = |rows: &mut Vec<(u32, f64)>, batch: &DataFrame| {
                let numbers = batch.column(ROW).unwrap().u32().unwrap();
                let weights = weights.weights(batch).into_iter().map(|(weight, _)| weight);
                rows.extend(numbers.iter().flatten().zip(weights));
                ControlFlow::Continue(())
            };
            let columns = weights.columns();
            let states = for_each_batch(&self.tables[0], &columns, 2, Vec::new, give, &|_, _| ()).unwrap();
            let mut rows: Vec<(u32, f64)> = states.into_iter().flatten().collect();
            rows.sort_by_key(|r| r.0);
            rows.into_iter().map(|r| r.1).collect()
        }
    }

    fn weighed(csv: &str, study: &str) -> (Vec<f64>, RowWeights) {
        let read = Read::new(csv, study).unwrap();
        let weights = read.weigh(2).unwrap();
        (read.rows(&weights), weights)
    }

    fn refused(csv: &str, study: &str) -> (String, WeightingError) {
        match Read::new(csv, study).and_then(|read| read.weigh(1)).map(|w| w.summary).unwrap_err() {
            Error::Weighting { margin, cause, .. } => (margin, cause),
            other => panic!("{other}"),
        }
    }

    #[track_caller]
    fn close(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-8 * expected.abs().max(1.0), "{found} is not {expected}");
    }

    fn table(header: &str, rows: &[(&str, usize)]) -> String {
        let mut out = format!("{header}\n");
        for (row, n) in rows {
            for _ in 0..*n {
                writeln!(out, "{row}").unwrap();
            }
        }
        out
    }

    /// The reference's `rake_2x2`, values written as people do.
    #[test]
    fn two_by_two_out_of_a_file() {
        let csv = table(
            "note;sexe;zone",
            &[
                ("5;Femme;Nord", 20),
                ("4;FEMME ;nord", 10),
                ("3;Femme;Sud", 20),
                ("2;Homme;Nord", 10),
                ("1;homme;Sud", 40),
            ],
        );
        let study =
            "[weighting.targets]\nsexe = { femme = 50, homme = 50 }\nzone = { NORD = 0.6, Sud = 0.4 }\n";
        let (rows, found) = weighed(&csv, study);
        for (row, expected) in [(0, 4.0 / 3.0), (25, 4.0 / 3.0), (30, 0.5), (50, 2.0), (99, 0.75)] {
            close(rows[row], expected);
        }
        let WeightingSummary { margins, weights, largest_deviation, .. } = &found.summary;
        close(weights.n_eff, 82.758_620_689_655);
        close(weights.sum, 100.0);
        assert!(*largest_deviation <= 1e-10 && found.warnings.is_empty());
        let north = &margins[1].values[0];
        assert_eq!(
            (north.value.as_str(), north.n, north.target, margins[1].missing),
            ("NORD", Some(40), 0.6, 0)
        );
        close(north.share_before.unwrap(), 0.4);
        close(north.share_after.unwrap(), 0.6);
        close(north.mean_weight.unwrap(), 1.5);
    }

    /// `survey_api.clus1_rake`: head counts, with base weights; the weights of `apiclus1_raked_weights.csv`.
    #[test]
    fn schools_are_raked_from_their_base_weights() {
        let csv = table(
            "api;stype;sch.wide;pw",
            &[
                ("600;E;No;33,846996307373", 12),
                ("600;H;No;33,846996307373", 3),
                ("600;M;No;33,846996307373", 8),
                ("600;E;Yes;33,846996307373", 132),
                ("600;H;Yes;33,846996307373", 11),
                ("600;M;Yes;33,846996307373", 17),
            ],
        );
        let targets = "[study]\nweight = \"pw\"\n[weighting.targets]\n\
             stype = { E = 4421, H = 755, M = 1018 }\n\"sch.wide\" = { No = 1072, Yes = 5122 }\n";
        let (rows, found) = weighed(&csv, targets);
        let expected = [
            39.839_236_246_935,
            67.125_529_241_263,
            49.069_072_164_124,
            29.870_675_492_628,
            50.329_401_116_241,
        ];
        for (row, expected) in [0, 12, 15, 23, 155].into_iter().zip(expected) {
            close(rows[row], expected);
        }
        let summary = &found.summary;
        assert_eq!((summary.population, summary.base_weight.as_deref()), (Some(6194.0), Some("pw")));
        close(summary.weights.n_eff, 174.011_158_550_889);

        // The mean weight is 33.8: bounds of 0.59 and 1.77 of it are the 20 and 60 of clus1_trim, here with both
        // margins held again.
        let mean = 6194.0 / 183.0;
        let trim = format!("[weighting]\ntrim = [{}, {}]\n", 20.0 / mean, 60.0 / mean);
        let study = targets.replace("[weighting.targets]", &format!("{trim}[weighting.targets]"));
        let (rows, found) = weighed(&csv, &study);
        assert!(rows.iter().all(|w| (20.0 - 1e-9..=60.0 + 1e-9).contains(w)));
        assert!(found.summary.largest_deviation < 1e-8 && found.warnings.is_empty());
        assert_eq!(found.summary.weights.trimmed, 3);
    }

    #[test]
    fn bounds_that_leave_a_target_out_of_reach_are_told() {
        let csv = table("note;sexe", &[("5;Femme", 10), ("4;Homme", 90)]);
        let study =
            "[weighting]\ntrim = [0.5, 2.0]\n[weighting.targets]\nsexe = { Femme = 50, Homme = 50 }\n";
        let (rows, found) = weighed(&csv, study);
        close(rows[0], 2.0);
        close(rows[10], 80.0 / 90.0);
        let [Warning::TargetMissed { value, found, target, .. }] = &found.warnings[..] else { panic!() };
        assert_eq!((value.as_str(), *target), ("Femme", 0.5));
        close(*found, 0.2);
    }

    #[test]
    fn rows_without_a_value_keep_their_share() {
        let csv = table("note;sexe", &[("5;Femme", 30), ("4;Homme", 50), ("3;", 15), ("2;NSP", 5)]);
        let study = "[weighting.targets]\nsexe = { Femme = 50, Homme = 50 }\n";
        let (rows, found) = weighed(&csv, study);
        for (row, expected) in [(0, 40.0 / 30.0), (30, 0.8), (80, 1.0), (99, 1.0)] {
            close(rows[row], expected);
        }
        assert_eq!(found.warnings, [Warning::NoMarginValue { margin: "sexe".to_owned(), n: 20 }]);
        assert_eq!(found.summary.margins[0].missing, 20);
        close(found.summary.margins[0].values[0].share_after.unwrap(), 0.5);
        // A target makes a word that means no answer a value like the others.
        let named = "[weighting.targets]\nsexe = { Femme = 50, Homme = 40, NSP = 10 }\n";
        let (rows, found) = weighed(&csv, named);
        close(rows[99], 0.1 * 85.0 / 5.0);
        assert_eq!(found.summary.margins[0].missing, 15);
    }

    #[test]
    fn base_weights_are_kept_and_rows_without_one_weigh_nothing() {
        let csv = table(
            "note;sexe;poids",
            &[("5;Femme;2", 10), ("4;Femme;1", 10), ("3;Homme;1,5", 20), ("2;Homme;", 5), ("1;Homme;0", 1)],
        );
        let study = "[study]\nweight = \"poids\"\n[weighting.targets]\nsexe = { Femme = 75, Homme = 25 }\n";
        let (rows, found) = weighed(&csv, study);
        for (row, expected) in [(0, 3.0), (10, 1.5), (20, 0.75), (40, 0.0), (45, 0.0)] {
            close(rows[row], expected);
        }
        assert_eq!((found.summary.weights.n, found.summary.weights.unweighted), (40, 6));
        close(found.summary.weights.sum, 60.0);
    }

    #[test]
    fn segments_lend_their_bands_and_margins_cross() {
        let csv = table("note;sexe;âge", &[("5;F;19", 10), ("4;F;52", 30), ("3;H;34", 20), ("2;H;70", 40)]);
        let study = "[study]\nsegments = [{ column = \"âge\", bands = [35] }]\n[weighting]\n\
             method = \"post-stratification\"\n[weighting.targets]\n\"sexe × âge\" = { \"F × moins de 35\" = 25, \
             \"F × 35 et plus\" = 25, \"H × under 35\" = 25, \"H × 35 and over\" = 25 }\n";
        let (rows, found) = weighed(&csv, study);
        for (row, expected) in [(0, 2.5), (10, 25.0 / 30.0), (40, 1.25), (60, 0.625)] {
            close(rows[row], expected);
        }
        assert_eq!((found.summary.iterations, found.columns()), (1, vec!["sexe", "âge"]));
    }

    #[test]
    fn each_wave_is_weighted_on_its_own() {
        let csv = table(
            "note;sexe;vague",
            &[("5;F;V1", 10), ("4;H;V1", 30), ("3;F;V2", 30), ("2;H;V2", 10), ("1;H;", 2)],
        );
        let study = "[study]\nwave = \"vague\"\n[weighting]\neach_wave = true\n[weighting.targets]\nsexe = { F = 50, H = 50 }\n";
        let (rows, found) = weighed(&csv, study);
        for (row, expected) in [(0, 2.0), (10, 2.0 / 3.0), (40, 2.0 / 3.0), (70, 2.0), (80, 1.0)] {
            close(rows[row], expected);
        }
        assert!(found.summary.each_wave);
        let (rows, found) = weighed(&csv, &study.replace("true", "false"));
        for (row, expected) in [(0, 41.0 / 40.0), (80, 41.0 / 42.0)] {
            close(rows[row], expected);
        }
        assert!(!found.summary.each_wave);
        let lacking = csv.replace(";F;V2", ";H;V2");
        let (_, cause) = refused(&lacking, study);
        let expected = WeightingError::NoRow {
            value: "F".to_owned(),
            wave: Some("V2".to_owned()),
            found: vec!["H".to_owned()],
        };
        assert_eq!(cause, expected);
    }

    #[test]
    fn what_cannot_be_weighted_is_refused_with_its_values() {
        let csv = table("note;sexe;zone", &[("5;Femme;Nord", 10), ("4;Homme;Sud", 10), ("3;Autre;Sud", 2)]);
        let targets = |values: &str| format!("[weighting.targets]\nsexe = {{ {values} }}\n");
        let (margin, cause) = refused(&csv, &targets("Femmes = 50, Homme = 50"));
        let found = ["Autre", "Femme", "Homme"].map(str::to_owned).to_vec();
        assert_eq!(cause, WeightingError::NoRow { value: "Femmes".to_owned(), wave: None, found });
        assert_eq!(margin, "sexe");
        let (_, cause) = refused(&csv, &targets("Femme = 50, Homme = 50"));
        assert!(matches!(cause, WeightingError::NoTarget { value, n: 2, .. } if value == "Autre"));
        let both = targets("Femme = 40, Homme = 40, Autre = 20") + "zone = { Nord = 80, Sud = 20 }\n";
        let (margin, cause) = refused(&csv, &both);
        let WeightingError::NotReached { value, found, target, .. } = cause else { panic!("{cause:?}") };
        assert_eq!((margin.as_str(), value.as_str(), target), ("sexe", "Femme", 0.4));
        assert!((found - 0.4).abs() > 0.1, "{found}");
        let unknown = Read::new(&csv, "[weighting.targets]\nsex = { Femme = 50, Homme = 50 }\n");
        assert!(
            matches!(unknown.map(|r| r.study), Err(Error::UnknownColumn { key, .. }) if key == "weighting.targets")
        );
    }

    #[test]
    fn small_groups_show_no_figures() {
        let csv = table("note;sexe", &[("5;Femme", 4), ("4;Homme", 50)]);
        let study = "[privacy]\nmin_group = 5\n[weighting.targets]\nsexe = { Femme = 50, Homme = 50 }\n";
        let (_, found) = weighed(&csv, study);
        let value = &found.summary.margins[0].values[0];
        assert_eq!((value.n, value.share_before, value.mean_weight, value.target), (None, None, None, 0.5));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(12))]
        #[test]
        fn order_and_threads_change_no_bit(mut rows in prop::collection::vec((0..2usize, 0..3usize, 1..400u32), 40..80)) {
            rows.extend([(0, 0, 7), (0, 1, 7), (0, 2, 7), (1, 0, 7), (1, 1, 7), (1, 2, 7)]);
            let text = |rows: &[(usize, usize, u32)]| {
                rows.iter().fold("note;a;b;w\n".to_owned(), |out, (a, b, w)| {
                    out + &format!("5;a{a};b{b};{}\n", f64::from(*w) / 7.0)
                })
            };
            let study = "[study]\nweight = \"w\"\n[weighting]\ntrim = [0.2, 4]\n[weighting.targets]\na = { a0 = 55, a1 = 45 }\nb = { b0 = 30, b1 = 30, b2 = 40 }\n";
            let one = Read::new(&text(&rows), study).unwrap();
            let first = one.weigh(1).unwrap();
            let weights = one.rows(&first);
            let other = one.weigh(3).unwrap();
            prop_assert_eq!(&other.summary, &first.summary);
            rows.reverse();
            let turned = Read::new(&text(&rows), study).unwrap();
            let again = turned.weigh(2).unwrap();
            prop_assert_eq!(&again.summary, &first.summary);
            let mut turned = turned.rows(&again);
            turned.reverse();
            prop_assert_eq!(turned, weights);
        }
    }
}
