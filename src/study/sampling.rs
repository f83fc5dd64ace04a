//! How each row was drawn, coded once a row: its weight, its stratum, the unit that was drawn with it.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::ControlFlow;

use polars::prelude::{DataFrame, StringChunked};

use super::profile::Profile;
use super::responses::{Codes, MAX_GROUPS, code, look_up};
use super::weigh::{RowWeights, weigh};
use super::{MISSING, Population, Segment, Study, Waves, is_missing_word, parse_number};
use crate::Lang;
use crate::error::{DesignFlaw, Error, Location, Result};
use crate::read::{self, ROW, Table};

/// Weights are counted as whole multiples of a power of two, so that their sums do not depend on an order of
/// addition: the largest weight takes this many binary digits.
const DIGITS: i32 = 47;

/// How the rows of a study were drawn, as declared.
#[derive(Debug, Clone)]
pub struct Sampling {
    weight: Option<Weight>,
    strata: Option<Strata>,
    /// Column that names the sampling unit of a row.
    unit: Option<String>,
    /// True when a unit is a respondent who may answer in several waves, false for a cluster.
    pub panel: bool,
    /// Head counts: in all, or by stratum.
    heads: Vec<Option<f64>>,
    /// Column of the head counts.
    heads_column: Option<String>,
}

/// Where the weights come from, and what one counted unit of them is worth.
#[derive(Debug, Clone)]
struct Weight {
    unit: f64,
    /// Column that gives them.
    column: Option<String>,
    /// Weighting to known margins, which has the column, if any, for base weights.
    given: Option<Box<RowWeights>>,
}

#[derive(Debug, Clone)]
struct Strata {
    column: String,
    names: Vec<String>,
    codes: Codes,
}

/// How the rows of a batch were drawn: one entry a row in every vector.
#[derive(Debug, Clone, Default)]
pub struct Draws {
    /// Weight, in counted units.
    pub weights: Vec<u64>,
    /// Index of the stratum.
    pub strata: Vec<u16>,
    /// Sampling unit, by the hash of its name; empty where every row is one.
    pub units: Vec<u64>,
    /// Size of the population of the row's stratum.
    pub heads: Vec<Option<f64>>,
    /// What a row lacks, the first thing only.
    pub flaws: Vec<Option<DesignFlaw>>,
    /// For each margin that the rows were weighted to, the rows that were weighted alike, by number.
    pub margins: Vec<Vec<u16>>,
}

impl Sampling {
    /// Codes the design of `study`; none where it declares neither weights, strata, clusters, a population nor
    /// respondents seen in several waves.
    ///
    /// # Errors
    /// A weight that is no number from 0 on, with its row; strata that are too many, or whose head count is not
    /// declared.
    pub fn new(
        study: &Study,
        profiles: &[Profile],
        tables: &[Table],
        waves: Option<&Waves>,
        threads: usize,
    ) -> Result<Option<Self>> {
        let design = &study.design;
        let panel = design.cluster.is_none() && study.respondent.is_some();
        let unit = design.cluster.clone().or_else(|| study.respondent.clone());
        if design.weight.is_none()
            && study.weighting.is_none()
            && design.strata.is_none()
            && unit.is_none()
            && design.population.is_none()
        {
            return Ok(None);
        }
        let column = design.weight.clone();
        let mut largest = match &column {
            Some(column) => Some(largest_weight(column, tables, threads)?),
            None => None,
        };
        let given = weigh(study, profiles, tables, waves, threads)?.map(Box::new);
        largest = given.as_ref().map(|given| given.largest()).or(largest);
        let weight = largest.map(|largest| Weight { unit: unit_of_weight(largest), column, given });
        let strata = match &design.strata {
            Some(column) => Some(code_strata(column, profiles)?),
            None => None,
        };
        let (mut heads, mut heads_column) = (vec![None; strata.as_ref().map_or(1, |s| s.names.len())], None);
        match (&design.population, &strata) {
            (Some(Population::Column(column)), _) => heads_column = Some(column.clone()),
            (Some(Population::Total(total)), None) => heads = vec![Some(*total)],
            // A head count in all says nothing of each stratum.
            (Some(Population::Total(_)), Some(strata)) => heads = strata.heads(&BTreeMap::new())?,
            (None, _) => {}
            (Some(Population::Strata(counts)), strata) => {
                heads = strata.as_ref().map_or(Ok(Vec::new()), |strata| strata.heads(counts))?;
            }
        }
        Ok(Some(Self { weight, strata, unit, panel, heads, heads_column }))
    }

    /// What one counted unit of weight is worth; 1 without weights.
    #[must_use]
    pub fn unit_of_weight(&self) -> f64 {
        self.weight.as_ref().map_or(1.0, |w| w.unit)
    }

    /// True when rows carry weights.
    #[must_use]
    pub fn is_weighted(&self) -> bool {
        self.weight.is_some()
    }

    /// True when rows are to be kept one by one: several may belong to one unit, or the margins that they were
    /// weighted to take part of their variance away.
    #[must_use]
    pub fn has_units(&self) -> bool {
        self.unit.is_some() || self.margins() > 0
    }

    /// Weighting to known margins.
    #[must_use]
    pub fn weighting(&self) -> Option<&RowWeights> {
        self.weight.as_ref()?.given.as_deref()
    }

    /// Margins that the rows were weighted to.
    #[must_use]
    pub fn margins(&self) -> usize {
        self.weighting().map_or(0, RowWeights::margins)
    }

    /// True when rows are what was drawn: each wave is then a sample of its own.
    #[must_use]
    pub fn draws_rows(&self) -> bool {
        self.unit.is_none()
    }

    /// Names of the strata; one without a name where none are declared.
    #[must_use]
    pub fn strata(&self) -> Vec<String> {
        self.strata.as_ref().map_or_else(|| vec![String::new()], |s| s.names.clone())
    }

    /// Columns to read.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        let weight = self.weight.as_ref().and_then(|w| w.column.as_ref());
        let strata = self.strata.as_ref().map(|s| &s.column);
        let all = [weight, strata, self.unit.as_ref(), self.heads_column.as_ref()];
        let margins = self.weighting().map(RowWeights::columns).unwrap_or_default();
        all.into_iter().flatten().map(String::as_str).chain(margins)
    }

    /// The columns as the messages name them: weight, stratum, cluster, population.
    #[must_use]
    pub fn column(&self, flaw: DesignFlaw) -> &str {
        match flaw {
            DesignFlaw::Weight => self.weight.as_ref().and_then(|w| w.column.as_deref()).unwrap_or_default(),
            DesignFlaw::Stratum => self.strata.as_ref().map_or("", |s| &s.column),
            DesignFlaw::Cluster => self.unit.as_deref().unwrap_or_default(),
            DesignFlaw::Population => self.heads_column.as_deref().unwrap_or_default(),
        }
    }

    /// Codes one batch of file number `file`, whose rows have those numbers.
    #[must_use]
    pub fn code(&self, batch: &DataFrame, rows: &[u32], file: usize) -> Draws {
        let cells = |column: &str| batch.column(column).ok().and_then(|c| c.str().ok());
        let weights = self.weight.as_ref().map(|w| (w.column.as_ref().map(|c| cells(c)), w));
        let given = self.weighting().map(|given| given.weights(batch));
        let strata = self.strata.as_ref().map(|s| (cells(&s.column), s));
        let units = self.unit.as_ref().map(|column| cells(column));
        let heads = self.heads_column.as_ref().map(|column| cells(column));
        let at = |cells: Option<&'_ StringChunked>, i: usize| {
            cells.and_then(|c| c.get(i)).filter(|cell| !cell.trim().is_empty()).map(str::to_owned)
        };
        let mut draws = Draws { margins: vec![Vec::new(); self.margins()], ..Draws::default() };
        for (i, row) in rows.iter().enumerate() {
            let mut flaw = None;
            let weight = weights.as_ref().map_or(Some(1), |(cells, weight)| {
                let base = match cells {
                    Some(cells) => at(*cells, i).and_then(|cell| parse_number(&cell))?,
                    None => 1.0,
                };
                let own = given.as_ref().map_or(base, |given| given[i].0);
                Some((own / weight.unit).round() as u64)
            });
            for (k, margin) in draws.margins.iter_mut().enumerate() {
                let places = given.as_ref().map_or(&[][..], |given| given[i].1);
                margin.push(places.get(k).copied().unwrap_or(MISSING));
            }
            let stratum = strata.as_ref().map_or(Some(0), |(cells, strata)| {
                at(*cells, i).map(|cell| look_up(&strata.codes, &cell)).filter(|code| *code < MISSING)
            });
            // Whoever cannot be recognised in another row is a unit alone.
            let name = match &units {
                Some(cells) => Some(at(*cells, i).filter(|cell| !is_missing_word(cell))),
                None => self.has_units().then_some(None),
            };
            let size = match &heads {
                Some(cells) => at(*cells, i).and_then(|cell| parse_number(&cell)).filter(|n| *n >= 1.0),
                None => self.heads.get(usize::from(stratum.unwrap_or_default())).copied().flatten(),
            };
            if heads.is_some() && size.is_none() {
                flaw = Some(DesignFlaw::Population);
            }
            if units.is_some() && !self.panel && matches!(name, Some(None)) {
                flaw = Some(DesignFlaw::Cluster);
            }
            if stratum.is_none() {
                flaw = Some(DesignFlaw::Stratum);
            }
            if weight.is_none() {
                flaw = Some(DesignFlaw::Weight);
            }
            draws.weights.push(weight.unwrap_or_default());
            draws.strata.push(stratum.unwrap_or_default());
            if let Some(name) = name {
                let mut hasher = DefaultHasher::new();
                match name {
                    Some(name) => (stratum, name.trim()).hash(&mut hasher),
                    None => (file, row).hash(&mut hasher),
                }
                draws.units.push(hasher.finish());
            }
            draws.heads.push(size);
            draws.flaws.push(flaw);
        }
        draws
    }
}

impl Strata {
    /// The head count of each stratum, in order.
    fn heads(&self, counts: &BTreeMap<String, f64>) -> Result<Vec<Option<f64>>> {
        let folded: BTreeMap<String, f64> = counts.iter().map(|(name, n)| (super::fold(name), *n)).collect();
        let of = |name: &String| {
            folded.get(&super::fold(name)).copied().map(Some).ok_or_else(|| Error::NoHeadCount {
                column: self.column.clone(),
                stratum: name.clone(),
                declared: counts.keys().cloned().collect(),
            })
        };
        self.names.iter().map(of).collect()
    }
}

fn code_strata(column: &str, profiles: &[Profile]) -> Result<Strata> {
    let too_many = || Error::TooManyValues { column: column.to_owned(), limit: MAX_GROUPS };
    let profile = profiles.iter().find(|p| p.column == column).ok_or_else(too_many)?;
    let raw = profile.values.as_ref().ok_or_else(too_many)?;
    let groups = Segment::from(column).groups(profile);
    let names = groups.labels(Lang::Fr);
    if names.len() > MAX_GROUPS {
        return Err(too_many());
    }
    let codes = raw.keys().filter_map(|v| Some((v.as_str().into(), code(groups.find(v)?)))).collect();
    Ok(Strata { column: column.to_owned(), names, codes })
}

/// What a counted unit is worth when the largest weight is `largest`: a power of two.
fn unit_of_weight(largest: f64) -> f64 {
    2.0_f64.powi(largest.log2().floor() as i32 - DIGITS)
}

/// The largest weight of all files.
fn largest_weight(column: &str, tables: &[Table], threads: usize) -> Result<f64> {
    let mut largest = 0.0_f64;
    for table in tables.iter().filter(|t| t.has(column)) {
        let mut wrong: Option<(u32, String)> = None;
        let parts = read::for_each_batch(
            table,
            &[column],
            threads,
            || (0.0_f64, None::<(u32, String)>),
            |(largest, wrong), batch| {
                let (Ok(rows), Ok(cells)) =
                    (batch.column(ROW).and_then(|c| c.u32()), batch.column(column).and_then(|c| c.str()))
                else {
                    return ControlFlow::Break(());
                };
                for (row, cell) in rows.iter().zip(cells.iter()) {
                    let Some(cell) = cell.filter(|cell| !cell.trim().is_empty()) else { continue };
                    if let Some(weight) = parse_number(cell).filter(|w| *w >= 0.0 && w.is_finite()) {
                        *largest = largest.max(weight);
                    } else {
                        let found = (row.unwrap_or_default(), cell.to_owned());
                        *wrong = Some(wrong.take().map_or(found.clone(), |first| first.min(found)));
                    }
                }
                ControlFlow::Continue(())
            },
            &|_, _| {},
        )?;
        for (part, bad) in parts {
            largest = largest.max(part);
            wrong = wrong.into_iter().chain(bad).min();
        }
        if let Some((row, found)) = wrong {
            let at = Location {
                file: table.file.clone(),
                row: Some(u64::from(row)),
                column: Some(column.to_owned()),
            };
            return Err(Error::Design { at, flaw: DesignFlaw::Weight, found });
        }
    }
    if largest > 0.0 {
        Ok(largest)
    } else {
        let file = tables.first().map(|t| t.file.clone()).unwrap_or_default();
        let at = Location { file, row: None, column: Some(column.to_owned()) };
        Err(Error::Design { at, flaw: DesignFlaw::Weight, found: "0".to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_keep_fifteen_digits() {
        for largest in [1e-9, 0.3, 1.0, 33.846_996_307_373, 4e12] {
            let unit = unit_of_weight(largest);
            let counted = (largest / unit).round();
            assert!(counted < 2.0_f64.powi(DIGITS + 1) && counted >= 2.0_f64.powi(DIGITS), "{largest}");
            assert!((counted * unit / largest - 1.0).abs() < 1e-14);
        }
    }
}
