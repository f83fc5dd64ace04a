//! Answers as they were drawn: weights, strata, clusters, finite populations, the same people in two waves.
//!
//! The mean of a recoded answer y over a domain D is a ratio, Σ w y / Σ w over the answers of D. Its variance is
//! that of the linearised total Σ t, t = w (y − ȳ) / Σ w in D and 0 elsewhere, summed by sampling unit:
//!
//! ```text
//! V = Σ_h (1 − n_h / N_h) n_h / (n_h − 1) Σ_u (t_hu − t̄_h)²
//! ```
//!
//! over the strata h, where a stratum has n units drawn out of N. Units without an
//! answer in D stay, as zeros: deleting their rows would take the chance of who falls into D for none. A stratum
//! of a single unit counts as t², as if its mean were the expected 0.
//!
//! Where rows were weighted to known margins, t is its residual on them, as R's survey package has it (Deville &
//! Särndal, “Calibration estimators in survey sampling”, *JASA* 87 (1992), 376–382).
//!
//! Woodruff, “A simple method for approximating the variance of a complicated estimate”, *JASA* 66 (1971),
//! 411–414; Lumley, *Complex Surveys* (2010), chapters 2 and 3.

mod cells;

pub use cells::CellShares;

use crate::error::{Error, Result};
use crate::study::Sampling;
use crate::tally::{Domain, Histogram, Tally, UnitRow};

/// What was counted, and how it was drawn where something of that is declared.
#[derive(Debug)]
pub struct Sample<'t> {
    tally: &'t Tally,
    design: Option<Design<'t>>,
}

#[derive(Debug)]
struct Design<'t> {
    /// What a counted unit of weight is worth.
    unit: f64,
    weighted: bool,
    strata: Vec<Stratum>,
    units: Option<Units<'t>>,
}

/// Units drawn in a stratum, and those of its population where it is known.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Stratum {
    drawn: u64,
    heads: Option<f64>,
    /// Share of the heads that was drawn; of a panel, in the wave where it is largest.
    fraction: Option<f64>,
}

/// The responses by unit, and where those of each value of a segment column are.
#[derive(Debug)]
struct Units<'t> {
    rows: Vec<UnitRow<'t>>,
    /// Segment column × value → rows.
    segments: Vec<Vec<Vec<u32>>>,
    /// Slots of one stratum: its waves, and the rows of none.
    waves: usize,
    /// True where a unit is a row: each wave of a stratum is then a sample of its own.
    single: bool,
    /// Margins that the rows were weighted to: their places are the last codes of a row.
    margins: usize,
}

/// The answers of a domain to one variable: their number by value and, where a design is declared, how they were
/// drawn.
#[derive(Debug, Clone)]
pub struct Answers<'s> {
    /// Answers by value, unweighted.
    pub counts: Histogram,
    drawn: Option<Drawn<'s>>,
}

#[derive(Debug, Clone)]
struct Drawn<'s> {
    sample: &'s Sample<'s>,
    design: &'s Design<'s>,
    variable: usize,
    domain: Domain,
    /// Value of each code, and the sum of its weights.
    values: Vec<(f64, f64)>,
}

impl From<Histogram> for Answers<'_> {
    fn from(counts: Histogram) -> Self {
        Self { counts, drawn: None }
    }
}

impl<'t> Sample<'t> {
    /// A tally, and the design that it was counted under.
    ///
    /// Rows of different waves are independent samples, each with its strata, unless a column names the person or
    /// the cluster: these are then what was drawn, once for all waves.
    ///
    /// # Errors
    /// A stratum has fewer heads than answers, or rows that do not agree on its head count.
    pub fn new(tally: &'t Tally, sampling: Option<&Sampling>) -> Result<Self> {
        let Some(sampling) = sampling else { return Ok(Self { tally, design: None }) };
        let shape = tally.shape();
        let waves = shape.waves + 1;
        let units = tally.units.as_ref().map(|units| {
            let rows = units.sorted();
            let mut segments: Vec<Vec<Vec<u32>>> =
                shape.segments.iter().map(|values| vec![Vec::new(); *values]).collect();
            for (place, row) in rows.iter().enumerate() {
                for (column, code) in segments.iter_mut().zip(row.codes) {
                    if let Some(rows) = column.get_mut(usize::from(*code)) {
                        rows.push(place as u32);
                    }
                }
            }
            Units { rows, segments, waves, single: sampling.draws_rows(), margins: shape.margins }
        });
        let names = sampling.strata();
        let mut strata = Vec::new();
        for (h, name) in names.iter().enumerate() {
            let of_waves = if sampling.draws_rows() { waves } else { 1 };
            for wave in 0..of_waves {
                let wave = sampling.draws_rows().then_some(wave);
                let drawn = match &units {
                    Some(units) if !units.single => units.drawn(h),
                    _ => tally.responses(Domain::new(wave, None), Some(h)),
                };
                // The people of a panel come and go: each of its waves is a share of the heads of its time.
                let parts: Vec<(Option<usize>, u64)> = if sampling.panel {
                    let of = |w| (Some(w), tally.responses(Domain::new(Some(w), None), Some(h)));
                    (0..waves).map(of).collect()
                } else {
                    vec![(wave, drawn)]
                };
                let (mut heads, mut fraction): (Option<f64>, Option<f64>) = (None, None);
                for (wave, answered) in parts {
                    let Some((low, high)) = tally.heads(wave, h) else { continue };
                    if low < high || high < answered as f64 {
                        return Err(Error::HeadCount {
                            column: sampling.column(crate::error::DesignFlaw::Population).to_owned(),
                            stratum: name.clone(),
                            found: if low < high { (low, high) } else { (high, high) },
                            answered,
                        });
                    }
                    heads = Some(heads.map_or(high, |most| most.max(high)));
                    let share = answered as f64 / high;
                    fraction = Some(fraction.map_or(share, |most| most.max(share)));
                }
                strata.push(Stratum { drawn, heads, fraction });
            }
        }
        let plain = !sampling.is_weighted()
            && names.len() == 1
            && strata.iter().all(|s| s.heads.is_none())
            && units.as_ref().is_none_or(|u| u.single || u.rows.windows(2).all(|w| w[0].unit != w[1].unit));
        let design =
            Design { unit: sampling.unit_of_weight(), weighted: sampling.is_weighted(), strata, units };
        // A respondent named once a person changes nothing.
        Ok(Self { tally, design: (!plain).then_some(design) })
    }

    /// True when estimates follow a declared design.
    #[must_use]
    pub fn is_designed(&self) -> bool {
        self.design.is_some()
    }

    /// True when the sizes of populations are known.
    #[must_use]
    pub fn is_finite(&self) -> bool {
        self.design.as_ref().is_some_and(|d| d.strata.iter().any(|s| s.heads.is_some()))
    }

    /// Units of the population, where they are known: those of each stratum in the wave that has most.
    #[must_use]
    pub fn population(&self) -> Option<f64> {
        let design = self.design.as_ref().filter(|_| self.is_finite())?;
        let single = design.units.as_ref().is_none_or(|units| units.single);
        let waves = if single { self.tally.shape().waves + 1 } else { 1 };
        let most = |waves: &[Stratum]| waves.iter().filter_map(|s| s.heads).fold(0.0, f64::max);
        Some(design.strata.chunks(waves).map(most).sum())
    }

    /// Share of the population that was drawn, 0…1, all waves together; none where its size is not known.
    #[must_use]
    pub fn fraction(&self) -> Option<f64> {
        let known = self.design.iter().flat_map(|d| &d.strata);
        let known = known.filter_map(|s| Some((s.heads?, s.fraction?)));
        let (heads, drawn) = known.fold((0.0, 0.0), |(all, drawn), (h, f)| (all + h, drawn + f * h));
        (heads > 0.0).then(|| drawn / heads)
    }

    /// Sampling units drawn: rows, respondents or clusters.
    #[must_use]
    pub fn drawn(&self) -> u64 {
        self.design.as_ref().map_or(self.tally.rows, |d| d.strata.iter().map(|s| s.drawn).sum())
    }

    /// The answers of a domain to variable `variable`, whose codes have these `values`.
    #[must_use]
    pub fn answers(&'t self, variable: usize, domain: Domain, values: &[f64]) -> Answers<'t> {
        let counts = Histogram::new(values.iter().copied().zip(self.tally.counts(variable, domain)));
        let drawn = self.design.as_ref().map(|design| {
            let weights = self.tally.weights(variable, domain, None).into_iter();
            let values = values.iter().copied().zip(weights.map(|w| w as f64 * design.unit)).collect();
            Drawn { sample: self, design, variable, domain, values }
        });
        Answers { counts, drawn }
    }
}

impl Units<'_> {
    /// Distinct units of a stratum.
    fn drawn(&self, stratum: usize) -> u64 {
        let mut n = 0;
        let mut last = None;
        for row in &self.rows {
            if self.stratum(row) == stratum && last != Some(row.unit) {
                last = Some(row.unit);
                n += 1;
            }
        }
        n
    }

    /// Stratum of a row.
    fn stratum(&self, row: &UnitRow<'_>) -> usize {
        if self.single { row.slot as usize } else { row.slot as usize / self.waves }
    }

    /// The linearised values of the rows less what their margins explain: the mean of each margin's rows, swept out
    /// ten times over, since known totals leave no chance to it.
    fn residuals(&self, values: &mut [f64]) {
        const SWEEPS: usize = 10;
        let place = |row: &UnitRow<'_>, margin: usize| {
            usize::from(row.codes[row.codes.len() - self.margins + margin])
        };
        for margin in (0..self.margins).cycle().take(SWEEPS * self.margins) {
            let mut sums: Vec<(f64, f64)> = Vec::new();
            for (row, value) in self.rows.iter().zip(values.iter()).filter(|(row, _)| row.weight > 0) {
                let place = place(row, margin);
                if sums.len() <= place {
                    sums.resize(place + 1, (0.0, 0.0));
                }
                sums[place].0 += value / row.weight as f64;
                sums[place].1 += 1.0;
            }
            for (row, value) in self.rows.iter().zip(values.iter_mut()).filter(|(row, _)| row.weight > 0) {
                let (sum, n) = sums[place(row, margin)];
                *value -= row.weight as f64 * sum / n;
            }
        }
    }

    /// The rows of a domain, ascending.
    fn domain(&self, domain: Domain) -> Vec<u32> {
        let in_wave = |place: &u32| {
            let slot = self.rows[*place as usize].slot as usize;
            domain.wave.is_none_or(|wave| slot % self.waves == wave)
        };
        match domain.segment {
            Some((column, value)) if !domain.rest => {
                self.segments[column][value].iter().copied().filter(in_wave).collect()
            }
            outside => {
                let kept = |place: &u32| {
                    let codes = self.rows[*place as usize].codes;
                    outside.is_none_or(|(column, value)| usize::from(codes[column]) != value)
                };
                (0..self.rows.len() as u32).filter(in_wave).filter(kept).collect()
            }
        }
    }
}

/// Sum and sum of squares of the linearised values, by unit, in each stratum.
type Sums = Vec<(f64, f64)>;

impl Design<'_> {
    /// Variance of the total whose sums by stratum are given.
    fn variance(&self, sums: &Sums) -> f64 {
        let of = |(stratum, (sum, squares)): (&Stratum, &(f64, f64))| {
            let n = stratum.drawn as f64;
            let left = stratum.fraction.map_or(1.0, |fraction| (1.0 - fraction).max(0.0));
            let spread =
                if stratum.drawn > 1 { n / (n - 1.0) * (squares - sum * sum / n).max(0.0) } else { *squares };
            left * spread
        };
        self.strata.iter().zip(sums).map(of).sum()
    }
}

impl Drawn<'_> {
    /// Linearised values of the mean of `score` in this domain, by code, for one counted unit of weight.
    fn influence(&self, score: &dyn Fn(f64) -> f64) -> Option<Vec<f64>> {
        let mean = self.mean(score)?;
        let total = self.total();
        Some(self.values.iter().map(|(value, _)| self.design.unit * (score(*value) - mean) / total).collect())
    }

    fn total(&self) -> f64 {
        self.values.iter().map(|v| v.1).sum()
    }

    fn mean(&self, score: &dyn Fn(f64) -> f64) -> Option<f64> {
        let total = self.total();
        (total > 0.0).then(|| self.values.iter().map(|(v, w)| w * score(*v)).sum::<f64>() / total)
    }

    /// Where the codes of the variable are among those of a unit's response.
    fn place(&self) -> usize {
        self.sample.tally.shape().segments.len() + self.variable
    }
}

/// Sums by stratum of linearised values of several domains, each with its sign: a difference of two means is one
/// total.
fn sums(parts: &[(&Drawn<'_>, f64, Vec<f64>)]) -> Sums {
    let Some((first, ..)) = parts.first() else { return Vec::new() };
    let mut sums = vec![(0.0, 0.0); first.design.strata.len()];
    let Some(units) = &first.design.units else {
        let waves = first.sample.tally.shape().waves + 1;
        for (slot, sums) in sums.iter_mut().enumerate() {
            for (drawn, sign, influence) in parts {
                if drawn.domain.wave.is_none_or(|own| own == slot % waves) {
                    let domain = Domain { wave: Some(slot % waves), ..drawn.domain };
                    add_rows(sums, drawn, domain, slot / waves, (*sign, influence));
                }
            }
        }
        return sums;
    };
    let mut values: Vec<(u32, f64)> = Vec::new();
    for (drawn, sign, influence) in parts {
        let place = drawn.place();
        values.extend(units.domain(drawn.domain).into_iter().filter_map(|at| {
            let row = &units.rows[at as usize];
            let t = influence.get(usize::from(row.codes[place]))?;
            Some((at, sign * t * row.weight as f64))
        }));
    }
    values.sort_by_key(|v| v.0);
    if units.margins > 0 {
        let mut all = vec![0.0; units.rows.len()];
        for (at, t) in &values {
            all[*at as usize] += t;
        }
        units.residuals(&mut all);
        values = (0..).zip(all).collect();
    }
    let unit = |at: u32| units.rows[at as usize].unit;
    for of_unit in values.chunk_by(|a, b| unit(a.0) == unit(b.0)) {
        let t: f64 = of_unit.iter().map(|v| v.1).sum();
        let stratum = units.stratum(&units.rows[of_unit[0].0 as usize]);
        sums[stratum].0 += t;
        sums[stratum].1 += t * t;
    }
    sums
}

/// Adds the linearised values of a domain's rows in a stratum, every row being a unit in that domain only.
fn add_rows(
    (sum, squares): &mut (f64, f64),
    drawn: &Drawn<'_>,
    domain: Domain,
    stratum: usize,
    (sign, influence): (f64, &[f64]),
) {
    let tally = drawn.sample.tally;
    let weights = tally.weights(drawn.variable, domain, Some(stratum));
    *sum += sign * influence.iter().zip(weights).map(|(t, w)| t * w as f64).sum::<f64>();
    let weights = tally.squares(drawn.variable, domain, Some(stratum));
    *squares += influence.iter().zip(weights).map(|(t, w)| t * t * w as f64).sum::<f64>();
}

/// Degrees of freedom of a design on some domains: sampling units there, answered or not, less their strata.
fn freedom(parts: &[&Drawn<'_>]) -> f64 {
    let Some(first) = parts.first() else { return 0.0 };
    let mut drawn: Vec<u64> = vec![0; first.design.strata.len()];
    match &first.design.units {
        None => {
            let tally = first.sample.tally;
            let waves = tally.shape().waves + 1;
            for (slot, n) in drawn.iter_mut().enumerate() {
                for part in parts {
                    if part.domain.wave.is_none_or(|own| own == slot % waves) {
                        let domain = Domain { wave: Some(slot % waves), ..part.domain };
                        *n += tally.responses(domain, Some(slot / waves));
                    }
                }
            }
        }
        Some(units) => {
            let mut places: Vec<u32> = parts.iter().flat_map(|part| units.domain(part.domain)).collect();
            places.sort_unstable();
            for of_unit in
                places.chunk_by(|a, b| units.rows[*a as usize].unit == units.rows[*b as usize].unit)
            {
                drawn[units.stratum(&units.rows[of_unit[0] as usize])] += 1;
            }
        }
    }
    let strata = drawn.iter().filter(|n| **n > 0).count();
    drawn.iter().sum::<u64>() as f64 - strata as f64
}

/// The mean of a recoded answer as the design gives it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DesignMean {
    /// The weighted mean.
    pub mean: f64,
    /// Its variance.
    pub variance: f64,
    /// Variance of the recoded answers themselves, Σ w (y − ȳ)² / Σ w.
    pub spread: f64,
    /// Degrees of freedom: sampling units in the domain less its strata.
    pub freedom: f64,
    /// Answers of an equal-weight sample as sure: spread / variance; Kish's (Σ w)² / Σ w² where there is no
    /// spread.
    pub n_eff: f64,
    /// Variance over that of a simple random sample of as many answers, drawn without replacement from the
    /// population where its size is known (what R's survey package calls `deff`). None where there is no spread.
    pub deff: Option<f64>,
}

impl Answers<'_> {
    /// True when a design is declared: [`mean`](Self::mean) then follows it.
    #[must_use]
    pub fn is_designed(&self) -> bool {
        self.drawn.is_some()
    }

    /// Mean of `score` over the answers, weighted where weights are declared.
    #[must_use]
    pub fn mean(&self, score: &dyn Fn(f64) -> f64) -> Option<f64> {
        match &self.drawn {
            Some(drawn) => drawn.mean(score),
            None => self.counts.map(score).mean(),
        }
    }

    /// The sum of the weights; the number of answers without weights.
    #[must_use]
    pub fn weighted_base(&self) -> f64 {
        self.drawn.as_ref().map_or_else(|| self.counts.n() as f64, Drawn::total)
    }

    /// Mean of `score` with its variance by Taylor linearisation; none without answers or without a design.
    #[must_use]
    pub fn design_mean(&self, score: &dyn Fn(f64) -> f64) -> Option<DesignMean> {
        let drawn = self.drawn.as_ref()?;
        let (mean, total, n) = (drawn.mean(score)?, drawn.total(), self.counts.n() as f64);
        let design = drawn.design;
        let variance = design.variance(&sums(&[(drawn, 1.0, drawn.influence(score)?)]));
        let spread = drawn.values.iter().map(|(v, w)| w * (score(*v) - mean).powi(2)).sum::<f64>() / total;
        let flat = !super::interval::varies(&self.counts.map(score));
        let tally = drawn.sample.tally;
        let squares: u128 = tally.squares(drawn.variable, drawn.domain, None).into_iter().sum();
        let kish = total * total / (squares as f64 * design.unit * design.unit);
        let left = match (drawn.sample.fraction(), design.weighted) {
            // Weights that add up to the sample say nothing of the population.
            (Some(_), true) if total > n => 1.0 - n / total,
            (Some(fraction), false) => 1.0 - fraction.min(1.0),
            _ => 1.0,
        };
        let simple = spread / (n - 1.0) * left;
        Some(DesignMean {
            mean,
            variance: if flat { 0.0 } else { variance },
            spread: if flat { 0.0 } else { spread },
            freedom: freedom(&[drawn]),
            n_eff: if flat || variance <= 0.0 { kish } else { spread / variance },
            deff: (!flat && simple > 0.0).then(|| variance / simple),
        })
    }

    /// Variance of the difference of the means of `score` in two domains, and its degrees of freedom; none
    /// without a design.
    #[must_use]
    pub fn design_difference(&self, other: &Self, score: &dyn Fn(f64) -> f64) -> Option<(f64, f64)> {
        let (a, b) = (self.drawn.as_ref()?, other.drawn.as_ref()?);
        let parts = [(a, -1.0, a.influence(score)?), (b, 1.0, b.influence(score)?)];
        Some((a.design.variance(&sums(&parts)), freedom(&[a, b])))
    }

    /// The variance that this difference would have if every answer came from another person: rows instead of
    /// respondents as units, in the strata declared. None where rows are the units already.
    #[must_use]
    pub fn independent_difference(&self, other: &Self, score: &dyn Fn(f64) -> f64) -> Option<f64> {
        let (a, b) = (self.drawn.as_ref()?, other.drawn.as_ref()?);
        let (design, tally) = (a.design, a.sample.tally);
        design.units.as_ref().filter(|units| !units.single)?;
        let parts = [(a, -1.0, a.influence(score)?), (b, 1.0, b.influence(score)?)];
        let everyone = Domain::new(None, None);
        let strata = design.strata.iter().enumerate();
        let strata =
            strata.map(|(h, s)| Stratum { drawn: tally.responses(everyone, Some(h)), ..*s }).collect();
        let rows = Design { unit: design.unit, weighted: design.weighted, strata, units: None };
        let mut sums = vec![(0.0, 0.0); rows.strata.len()];
        for (h, sums) in sums.iter_mut().enumerate() {
            for (drawn, sign, influence) in &parts {
                add_rows(sums, drawn, drawn.domain, h, (*sign, influence));
            }
        }
        Some(rows.variance(&sums))
    }

    /// Sampling units that answer in both domains; 0 where units are rows.
    #[must_use]
    pub fn overlap(&self, other: &Self) -> u64 {
        let (Some(a), Some(b)) = (&self.drawn, &other.drawn) else { return 0 };
        let Some(units) = a.design.units.as_ref().filter(|units| !units.single) else { return 0 };
        let answering = |drawn: &Drawn<'_>| {
            let place = drawn.place();
            let answered = |at: &u32| usize::from(units.rows[*at as usize].codes[place]) < drawn.values.len();
            let mut found: Vec<u64> = units
                .domain(drawn.domain)
                .into_iter()
                .filter(answered)
                .map(|at| units.rows[at as usize].unit)
                .collect();
            found.dedup();
            found
        };
        let (a, b) = (answering(a), answering(b));
        a.iter().filter(|unit| b.binary_search(unit).is_ok()).count() as u64
    }
}
