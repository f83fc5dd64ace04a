//! What is counted in one pass, and merges.
//!
//! A [`Counter`] belongs to one thread and sees batches of coded responses; it ends as a [`Tally`], whose
//! [`merge`](Tally::merge) is associative and commutative, with [`Tally::new`] as identity. Counts are
//! integers, keys are strings: nothing depends on which thread saw which row. Every number of a report comes
//! from a tally.

mod counter;
mod groups;
mod histogram;
mod moments;
mod quotes;
mod ratings;
mod terms;
mod themes;
mod units;
mod words;

pub use counter::Counter;
pub use groups::{Groups, Unit, groups_per_stratum};
pub use histogram::Histogram;
pub use moments::{Moments, Products, steps};
pub use quotes::{Candidate, Candidates};
pub use ratings::{Point, Ratings, rated_enough};
pub use terms::{Term, TermKind, Terms};
pub use themes::{POLES, ScoreSteps, ThemePlan, Themes};
pub use units::{UnitRow, Units};

use std::ops::ControlFlow;
use std::sync::Arc;

use polars::prelude::DataFrame;

use crate::error::{DesignFlaw, Error, Location, Result};
use crate::read::{self, Progress, Table};
use crate::study::{ChoiceCoding, Coding, Group, Responses};
use crate::text::Reader;

/// Sizes of what is counted: fixed before the first row, the same for every part.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each says whether one thing is counted")]
pub struct Shape {
    /// Waves.
    pub waves: usize,
    /// Values of each segment column.
    pub segments: Vec<usize>,
    /// Values of each closed question: the first variables.
    pub scores: Vec<usize>,
    /// Values of each variable that the questions answered by choosing are counted as: the other variables.
    pub choices: Vec<usize>,
    /// True when choices are counted by segment too, not in total alone.
    pub crossed: bool,
    /// Open questions.
    pub texts: usize,
    /// Closed questions crossed with words, the main one first.
    pub targets: Vec<usize>,
    /// Groups that words are crossed with besides the targets.
    pub by: Option<By>,
    /// Group of each value of the main score, for quotes.
    pub groups: Vec<Group>,
    /// True when verbatims are to be quoted.
    pub quotes: bool,
    /// How the themes of each open question are counted, where they are.
    pub themes: Vec<Option<Arc<ThemePlan>>>,
    /// Scores whose rated dimensions are counted beside them.
    pub rated: Vec<Arc<RatedPlan>>,
    /// Strata; 1 without any.
    pub strata: usize,
    /// True when rows carry weights.
    pub weighted: bool,
    /// True when several rows may belong to one sampling unit.
    pub units: bool,
    /// Margins that the rows were weighted to.
    pub margins: usize,
    /// True when the segment columns are crossed with each other.
    pub pairs: bool,
}

/// Cells of choices by segment, at most: beyond, they are counted in total.
const CROSSED: usize = 8 << 20;

impl Shape {
    /// The sizes that `coding` implies; `targets` are the closed questions to cross with words, `pairs` whether
    /// segment columns are crossed with each other.
    #[must_use]
    pub fn new(coding: &Coding, targets: Vec<usize>, pairs: bool) -> Self {
        let groups = targets.first().map(|t| &coding.scores[*t]).map_or_else(Vec::new, |main| {
            main.values.iter().map(|v| main.scale.group(main.question.kind, *v)).collect()
        });
        let sampling = coding.sampling.as_ref();
        let mut shape = Self {
            waves: coding.waves.as_ref().map_or(0, crate::study::Waves::len),
            segments: coding.segments.iter().map(|s| s.values.len()).collect(),
            scores: coding.scores.iter().map(|s| s.values.len()).collect(),
            choices: coding.choices.iter().flat_map(ChoiceCoding::variables).collect(),
            crossed: false,
            texts: coding.texts.len(),
            targets,
            by: None,
            groups,
            quotes: true,
            themes: Vec::new(),
            rated: Vec::new(),
            strata: sampling.map_or(1, |s| s.strata().len()),
            weighted: sampling.is_some_and(crate::study::Sampling::is_weighted),
            units: sampling.is_some_and(crate::study::Sampling::has_units),
            margins: sampling.map_or(0, crate::study::Sampling::margins),
            pairs,
        };
        let values: usize = shape.segments.iter().sum();
        let choices: usize = shape.choices.iter().sum();
        shape.crossed = shape.slots().saturating_mul(values).saturating_mul(choices) <= CROSSED;
        shape
    }

    /// Waves, and the rows of no wave, in each stratum.
    fn slots(&self) -> usize {
        self.strata * (self.waves + 1)
    }

    /// Sizes of all variables.
    fn variables(&self) -> impl Iterator<Item = usize> {
        self.scores.iter().chain(&self.choices).copied()
    }

    /// Number of values of variable `variable`.
    fn size(&self, variable: usize) -> usize {
        self.variables().nth(variable).unwrap_or_default()
    }

    /// Values of all the variables that dimension `dimension` is crossed with.
    fn width(&self, dimension: usize) -> usize {
        let choices = if dimension == 0 || self.crossed { self.choices.iter().sum() } else { 0 };
        self.scores.iter().sum::<usize>() + choices
    }

    /// Place of the first value of a variable among those of all.
    fn offset(&self, variable: usize) -> usize {
        self.variables().take(variable).sum()
    }

    /// Values of all targets together, then the groups.
    pub(crate) fn target_width(&self) -> usize {
        self.targets_alone() + self.groups_asked()
    }

    /// The group asked for of a response.
    fn group_of(&self, responses: &Responses<'_>, i: usize) -> Option<u16> {
        self.by.map(|by| match by {
            By::Wave => responses.waves[i],
            By::Segment(column) => responses.segments[column][i],
        })
    }

    fn targets_alone(&self) -> usize {
        self.targets.iter().map(|t| self.scores[*t]).sum()
    }

    fn groups_asked(&self) -> usize {
        match self.by {
            None => 0,
            Some(By::Wave) => self.waves,
            Some(By::Segment(column)) => self.segments[column],
        }
    }

    /// Places of a respondent's answers to the targets, and of his group, among the values of all of them.
    fn places(&self, answers: &[u16], group: Option<u16>) -> Vec<usize> {
        let mut places: Vec<usize> = Vec::with_capacity(answers.len());
        let mut from = 0;
        for (answer, target) in answers.iter().zip(&self.targets) {
            if *answer < crate::study::MISSING {
                places.push(from + usize::from(*answer));
            }
            from += self.scores[*target];
        }
        places.extend(
            group.filter(|group| *group < crate::study::MISSING).map(|group| from + usize::from(group)),
        );
        places
    }

    /// Values of dimension `dimension`: 0 is the total, then the segment columns.
    fn values(&self, dimension: usize) -> usize {
        if dimension == 0 { 1 } else { self.segments[dimension - 1] }
    }
}

/// Groups that words are crossed with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The waves.
    Wave,
    /// A segment column, by its place.
    Segment(usize),
}

/// A score and the dimensions rated beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct RatedPlan {
    /// The score, by its place among the closed questions.
    pub score: usize,
    /// The dimensions.
    pub dimensions: Vec<usize>,
    /// Sums of no answer.
    pub empty: Ratings,
}

/// Sums of weights, in counted units, laid out as the counts.
#[derive(Debug, Clone, PartialEq)]
struct Weights {
    sums: Vec<Vec<u128>>,
    squares: Vec<Vec<u128>>,
}

/// Counts over some of the responses.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    shape: Arc<Shape>,
    /// Responses.
    pub rows: u64,
    /// Rows of which every column that is used is empty: no responses.
    pub blank: u64,
    /// Responses that belong to no wave.
    pub no_wave: u64,
    /// For the total and each segment column: slot × value, responses.
    responses: Vec<Vec<u64>>,
    /// For the total and each segment column: slot × value × value of a variable, answers. A slot is a wave (the
    /// last for none) of a stratum.
    cells: Vec<Vec<u64>>,
    /// The same, weights instead of answers.
    weights: Option<Weights>,
    /// Responses by sampling unit.
    pub units: Option<Units>,
    /// Lowest and highest head count that the rows of each slot give.
    heads: Vec<Option<(f64, f64)>>,
    /// The first row that does not say how it was drawn: file, row, what it lacks.
    pub flaw: Option<(usize, u32, DesignFlaw)>,
    /// For each pair of segment columns, the later one first: responses by value of both.
    pairs: Vec<Vec<u64>>,
    /// What each open question says.
    pub texts: Vec<Terms>,
    /// The themes of each open question, where they are counted.
    pub themes: Vec<Option<Themes>>,
    /// The rated dimensions of some scores.
    pub rated: Vec<Ratings>,
}

/// Some of the responses: of one wave or all, of one value of a segment column, of all but it, or all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Domain {
    /// Wave; all of them otherwise.
    pub wave: Option<usize>,
    /// Segment column and value; all respondents otherwise.
    pub segment: Option<(usize, usize)>,
    /// True for the respondents outside the segment, those without a value included.
    pub rest: bool,
}

impl Domain {
    /// One wave or all, one value of a segment column or all.
    #[must_use]
    pub fn new(wave: Option<usize>, segment: Option<(usize, usize)>) -> Self {
        Self { wave, segment, rest: false }
    }
}

impl Tally {
    /// The tally of no response: the identity of [`merge`](Self::merge).
    #[must_use]
    pub fn new(shape: Arc<Shape>) -> Self {
        let dimensions = 0..=shape.segments.len();
        let cells: Vec<Vec<u64>> =
            dimensions.clone().map(|d| vec![0; shape.slots() * shape.values(d) * shape.width(d)]).collect();
        let sums = || cells.iter().map(|c| vec![0; c.len()]).collect();
        let columns = if shape.pairs { shape.segments.len() } else { 0 };
        let variables = shape.scores.len() + shape.choices.len();
        Self {
            rows: 0,
            blank: 0,
            no_wave: 0,
            responses: dimensions.map(|d| vec![0; shape.slots() * shape.values(d)]).collect(),
            weights: shape.weighted.then(|| Weights { sums: sums(), squares: sums() }),
            units: shape.units.then(|| Units::new(shape.segments.len() + variables + shape.margins)),
            heads: vec![None; shape.slots()],
            flaw: None,
            pairs: (0..columns)
                .flat_map(|later| (0..later).map(move |earlier| (later, earlier)))
                .map(|(later, earlier)| vec![0; shape.segments[later] * shape.segments[earlier]])
                .collect(),
            texts: (0..shape.texts).map(|_| Terms::new(shape.target_width())).collect(),
            themes: shape.themes.iter().map(|plan| plan.as_deref().map(Themes::new)).collect(),
            rated: shape.rated.iter().map(|plan| plan.empty.clone()).collect(),
            cells,
            shape,
        }
    }

    /// Adds the counts of other responses, of the same shape.
    pub fn merge(&mut self, other: Self) {
        fn add<T: Copy + std::ops::AddAssign>(mine: &mut [Vec<T>], theirs: &[Vec<T>]) {
            for (a, b) in mine.iter_mut().flatten().zip(theirs.iter().flatten()) {
                *a += *b;
            }
        }
        self.rows += other.rows;
        self.blank += other.blank;
        self.no_wave += other.no_wave;
        add(&mut self.responses, &other.responses);
        add(&mut self.cells, &other.cells);
        add(&mut self.pairs, &other.pairs);
        if let (Some(mine), Some(theirs)) = (&mut self.weights, &other.weights) {
            add(&mut mine.sums, &theirs.sums);
            add(&mut mine.squares, &theirs.squares);
        }
        if let (Some(mine), Some(theirs)) = (&mut self.units, other.units) {
            mine.merge(theirs);
        }
        for (mine, theirs) in self.heads.iter_mut().zip(other.heads) {
            if let Some((low, high)) = theirs {
                see_head_count(mine, low, high);
            }
        }
        self.flaw = self.flaw.into_iter().chain(other.flaw).min();
        for (mine, theirs) in self.texts.iter_mut().zip(other.texts) {
            mine.merge(theirs);
        }
        for (mine, theirs) in self.rated.iter_mut().zip(other.rated) {
            mine.merge(theirs);
        }
        for (mine, theirs) in self.themes.iter_mut().zip(other.themes) {
            if let (Some(mine), Some(theirs)) = (mine, theirs) {
                mine.merge(theirs);
            }
        }
    }

    /// Number of each answer of a variable (closed questions, then choices) in a domain.
    #[must_use]
    pub fn counts(&self, variable: usize, domain: Domain) -> Vec<u64> {
        self.sum(&self.cells, variable, domain, None)
    }

    /// Sum of the weights of each answer, in counted units, in a stratum or all; the counts without weights.
    #[must_use]
    pub fn weights(&self, variable: usize, domain: Domain, stratum: Option<usize>) -> Vec<u128> {
        match &self.weights {
            Some(weights) => self.sum(&weights.sums, variable, domain, stratum),
            None => self.widened(variable, domain, stratum),
        }
    }

    /// Sum of the squared weights of each answer, in counted units squared; the counts without weights.
    #[must_use]
    pub fn squares(&self, variable: usize, domain: Domain, stratum: Option<usize>) -> Vec<u128> {
        match &self.weights {
            Some(weights) => self.sum(&weights.squares, variable, domain, stratum),
            None => self.widened(variable, domain, stratum),
        }
    }

    fn widened(&self, variable: usize, domain: Domain, stratum: Option<usize>) -> Vec<u128> {
        self.sum(&self.cells, variable, domain, stratum).into_iter().map(u128::from).collect()
    }

    /// Responses of a domain in a stratum or all, answered or not.
    #[must_use]
    pub fn responses(&self, domain: Domain, stratum: Option<usize>) -> u64 {
        let of = |segment: Option<(usize, usize)>| {
            let (dimension, value) = segment.map_or((0, 0), |(column, value)| (column + 1, value));
            let values = self.shape.values(dimension);
            let at = |slot: usize| self.responses[dimension][slot * values + value];
            self.slots(domain.wave, stratum).map(at).sum::<u64>()
        };
        if domain.rest { of(None) - of(domain.segment) } else { of(domain.segment) }
    }

    /// Slots of a wave or all, in a stratum or all.
    fn slots(&self, wave: Option<usize>, stratum: Option<usize>) -> impl Iterator<Item = usize> + use<> {
        let waves = self.shape.waves + 1;
        let strata = stratum.map_or(0..self.shape.strata, |s| s..s + 1);
        strata.flat_map(move |s| wave.map_or(0..waves, |w| w..w + 1).map(move |w| s * waves + w))
    }

    fn sum<T: Copy + Default + std::ops::AddAssign + std::ops::SubAssign>(
        &self,
        cells: &[Vec<T>],
        variable: usize,
        domain: Domain,
        stratum: Option<usize>,
    ) -> Vec<T> {
        let (offset, n) = (self.shape.offset(variable), self.shape.size(variable));
        let of = |segment: Option<(usize, usize)>| {
            let (dimension, value) = segment.map_or((0, 0), |(column, value)| (column + 1, value));
            let (width, values) = (self.shape.width(dimension), self.shape.values(dimension));
            let mut sums = vec![T::default(); n];
            if offset + n > width {
                return sums;
            }
            for slot in self.slots(domain.wave, stratum) {
                let from = (slot * values + value) * width + offset;
                for (sum, cell) in sums.iter_mut().zip(&cells[dimension][from..from + n]) {
                    *sum += *cell;
                }
            }
            sums
        };
        if !domain.rest {
            return of(domain.segment);
        }
        let mut sums = of(None);
        for (sum, cell) in sums.iter_mut().zip(of(domain.segment)) {
            *sum -= cell;
        }
        sums
    }

    /// Lowest and highest head count given by the rows of a stratum in a wave or all.
    #[must_use]
    pub fn heads(&self, wave: Option<usize>, stratum: usize) -> Option<(f64, f64)> {
        let mut all = None;
        for (low, high) in self.slots(wave, Some(stratum)).filter_map(|slot| self.heads[slot]) {
            see_head_count(&mut all, low, high);
        }
        all
    }

    /// Responses by value of two different segment columns: `[value of a][value of b]`; nothing where they were
    /// not crossed.
    #[must_use]
    pub fn pair(&self, a: usize, b: usize) -> Vec<Vec<u64>> {
        let (later, earlier) = (a.max(b), a.min(b));
        let found = self.pairs.get(later * later.saturating_sub(1) / 2 + earlier);
        let at = |x: usize, y: usize| {
            let (x, y) = if a > b { (x, y) } else { (y, x) };
            found.and_then(|pair| pair.get(x * self.shape.segments[earlier] + y)).copied().unwrap_or_default()
        };
        let values = |column: usize| 0..self.shape.segments[column];
        values(a).map(|x| values(b).map(|y| at(x, y)).collect()).collect()
    }

    /// The sizes of what was counted.
    #[must_use]
    pub fn shape(&self) -> &Shape {
        &self.shape
    }

    /// The part of a family's or a base's counts that belongs to the target of rank `target`.
    #[must_use]
    pub fn target<'c>(&self, counts: &'c [u64], target: usize) -> &'c [u64] {
        let sizes: Vec<usize> = self.shape.targets.iter().map(|t| self.shape.scores[*t]).collect();
        let from: usize = sizes[..target].iter().sum();
        &counts[from..from + sizes[target]]
    }
}

impl Tally {
    /// The part of a term's or a base's counts that belongs to the groups asked for.
    #[must_use]
    pub fn by<'c>(&self, counts: &'c [u64]) -> &'c [u64] {
        counts.get(self.shape.targets_alone()..).unwrap_or_default()
    }
}

/// Widens the range of head counts seen.
fn see_head_count(seen: &mut Option<(f64, f64)>, low: f64, high: f64) {
    let (least, most) = seen.unwrap_or((low, high));
    *seen = Some((least.min(low), most.max(high)));
}

/// Tallies every response of `tables`; `readers` read the open questions, in their order.
///
/// # Errors
/// A file cannot be read; a response does not say how it was drawn.
pub fn tally(
    tables: &[Table],
    coding: &Coding,
    shape: &Arc<Shape>,
    readers: &[Reader],
    threads: usize,
    progress: Progress<'_>,
) -> Result<Tally> {
    let mut total = Tally::new(shape.clone());
    let columns = coding.columns();
    for (file, table) in tables.iter().enumerate() {
        let parts = read::for_each_batch(
            table,
            &columns,
            threads,
            || Counter::new(shape.clone(), readers),
            |counter, batch: &DataFrame| {
                counter.add(&coding.code(batch, file), file);
                ControlFlow::Continue(())
            },
            progress,
        )?;
        for part in parts {
            total.merge(part.finish());
        }
    }
    if let (Some((file, row, flaw)), Some(sampling)) = (total.flaw, &coding.sampling) {
        let column = sampling.column(flaw).to_owned();
        let file = tables[file].file.clone();
        let at = Location { file, row: Some(u64::from(row)), column: Some(column) };
        return Err(Error::Design { at, flaw, found: String::new() });
    }
    Ok(total)
}

#[cfg(test)]
mod tests {
    use polars::prelude::{NewChunkedArray, StringChunked};
    use proptest::prelude::*;

    use std::sync::LazyLock;

    use super::*;
    use crate::study::{Draws, EMPTY, MISSING};

    /// Wave, segment value, answers to two closed questions, text.
    type Row = (u16, u16, u16, u16, Option<String>);

    /// Customers' themes in the models of the main score; exemplars name rows, so none are drawn.
    static PLAN: LazyLock<Arc<ThemePlan>> = LazyLock::new(|| {
        let book = crate::theme::Shipped::CustomerExperience.codebook().unwrap();
        let steps = ScoreSteps { steps: vec![0, 1], step: 100.0 };
        Arc::new(ThemePlan {
            variables: ThemePlan::variables(&book),
            book,
            scores: vec![Some(steps), None],
            groups: groups_per_stratum(2),
            slots: 3,
            width: 8,
            quotes: false,
        })
    });

    static RATED: LazyLock<Arc<RatedPlan>> = LazyLock::new(|| {
        let ratings = vec![vec![(1.0, Group::Low), (3.0, Group::Middle), (5.0, Group::High)]];
        let empty = Ratings::new(&ratings, &[(0.0, 0.0), (1.0, 100.0)], groups_per_stratum(2));
        Arc::new(RatedPlan { score: 1, dimensions: vec![0], empty })
    });

    fn shape() -> Arc<Shape> {
        Arc::new(Shape {
            waves: 2,
            segments: vec![3, 2],
            scores: vec![3, 2],
            choices: vec![2, 2],
            texts: 1,
            targets: vec![1, 0],
            by: Some(By::Segment(0)),
            groups: vec![Group::Low, Group::High],
            quotes: true,
            themes: vec![Some(PLAN.clone())],
            rated: vec![RATED.clone()],
            crossed: true,
            strata: 2,
            weighted: true,
            units: true,
            margins: 1,
            pairs: true,
        })
    }

    /// The tally of `rows`, of which the first has number `from`.
    fn count(rows: &[Row], from: usize) -> Tally {
        let texts = StringChunked::from_iter_options("t".into(), rows.iter().map(|r| r.4.as_deref()));
        let mut counter = Counter::new(shape(), &[Reader::default()]);
        let responses = Responses {
            rows: (from..from + rows.len()).map(|i| i as u32).collect(),
            waves: rows.iter().map(|r| r.0).collect(),
            segments: vec![
                rows.iter().map(|r| r.1).collect(),
                rows.iter().map(|r| if r.1 < MISSING { r.1 / 2 } else { r.1 }).collect(),
            ],
            scores: vec![rows.iter().map(|r| r.2).collect(), rows.iter().map(|r| r.3).collect()],
            // Row by row: not answered, nothing, the second, both.
            choices: [[EMPTY, 0, 0, 1], [EMPTY, 0, 1, 1]]
                .map(|codes| rows.iter().map(|r| codes[usize::from(r.2 % 4)]).collect())
                .into(),
            draws: Some(Draws {
                weights: rows.iter().map(|r| u64::from(r.3 % 7)).collect(),
                strata: rows.iter().map(|r| r.0 % 2).collect(),
                units: rows.iter().map(|r| u64::from(r.1 % 5)).collect(),
                margins: vec![rows.iter().map(|r| r.1 % 3).collect()],
                heads: rows.iter().map(|r| (r.3 == 1).then(|| f64::from(r.1))).collect(),
                flaws: rows.iter().map(|r| (r.2 == EMPTY).then_some(DesignFlaw::Weight)).collect(),
            }),
            texts: vec![Some(&texts)],
        };
        counter.add(&responses, 0);
        counter.finish()
    }

    fn merged(mut a: Tally, b: Tally) -> Tally {
        a.merge(b);
        a
    }

    fn row() -> impl Strategy<Value = Row> {
        let code = |n: u16| prop_oneof![4 => 0..n, 1 => Just(MISSING), 1 => Just(EMPTY)];
        let text =
            prop::option::of("(délais?|Attente|pas|l'accueil|bien|N/A|,|!){0,5}( (trop|délai|long)){0,3}");
        (code(2), code(3), code(3), code(2), text)
    }

    proptest! {
        #[test]
        fn merging_parts_is_counting_the_whole(rows in prop::collection::vec(row(), 0..40),
                                               cuts in (0usize..40, 0usize..40)) {
            let whole = count(&rows, 2);
            let (first, second) = (cuts.0.min(cuts.1).min(rows.len()), cuts.0.max(cuts.1).min(rows.len()));
            let parts = || {
                (count(&rows[..first], 2), count(&rows[first..second], 2 + first), count(&rows[second..], 2 + second))
            };
            let (a, b, c) = parts();
            prop_assert_eq!(&merged(merged(a, b), c), &whole, "left first");
            let (a, b, c) = parts();
            prop_assert_eq!(&merged(a, merged(b, c)), &whole, "right first");
            let (a, b, c) = parts();
            prop_assert_eq!(&merged(merged(c, a), b), &whole, "in another order");
            let empty = || Tally::new(shape());
            prop_assert_eq!(&merged(empty(), whole.clone()), &whole, "an empty side on the left");
            prop_assert_eq!(&merged(whole.clone(), empty()), &whole, "an empty side on the right");
        }

        #[test]
        fn the_order_of_rows_does_not_matter(mut rows in prop::collection::vec(row(), 1..40), turn in 0usize..40) {
            // Quotes and the place of an error name rows.
            let quoteless = |mut tally: Tally| {
                tally.flaw = None;
                for term in tally.texts.iter_mut().flat_map(|t| t.terms.values_mut()) {
                    term.quotes = Default::default();
                }
                tally
            };
            let before = quoteless(count(&rows, 2));
            let turn = turn % rows.len();
            rows.rotate_left(turn);
            rows.reverse();
            prop_assert_eq!(quoteless(count(&rows, 2)), before);
        }

        #[test]
        fn every_answer_is_counted_once(rows in prop::collection::vec(row(), 0..40)) {
            let tally = count(&rows, 2);
            prop_assert_eq!(tally.rows + tally.blank, rows.len() as u64);
            for score in 0..2 {
                let answers = rows.iter().filter(|r| [r.2, r.3][score] < MISSING).count() as u64;
                prop_assert_eq!(tally.counts(score, Domain::new(None, None)).iter().sum::<u64>(), answers);
            }
            let themes = tally.themes[0].as_ref().unwrap();
            prop_assert_eq!(themes.verbatims(None)[0], tally.texts[0].answered);
            let waves = (0..3).map(|wave| themes.verbatims(Some(wave))[0]).sum::<u64>();
            prop_assert_eq!(waves, tally.texts[0].answered);
            for theme in 0..PLAN.book.themes.len() {
                let all = themes.mentions(theme, None, None);
                prop_assert_eq!(all[0], themes.counts.mentions(theme));
                prop_assert!(all.iter().zip(themes.verbatims(None)).all(|(n, base)| *n <= base));
            }
            let text = &tally.texts[0];
            prop_assert_eq!(text.answered + text.missing.values().sum::<u64>(), tally.rows);
        }
    }
}
