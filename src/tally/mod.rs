//! What is counted in one pass, and merges.
//!
//! A [`Counter`] belongs to one thread and sees batches of coded responses; it ends as a [`Tally`], whose
//! [`merge`](Tally::merge) is associative and commutative, with [`Tally::new`] as identity. Counts are
//! integers, keys are strings: nothing depends on which thread saw which row. Every number of a report comes
//! from a tally.

mod counter;
mod histogram;
mod quotes;
mod terms;

pub use counter::Counter;
pub use histogram::Histogram;
pub use quotes::{Candidate, Candidates};
pub use terms::{Family, Terms};

use std::ops::ControlFlow;
use std::sync::Arc;

use polars::prelude::DataFrame;

use crate::error::Result;
use crate::read::{self, Progress, Table};
use crate::study::{Coding, Group};

/// Sizes of what is counted: fixed before the first row, the same for every part.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// Waves.
    pub waves: usize,
    /// Values of each segment column.
    pub segments: Vec<usize>,
    /// Values of each closed question.
    pub scores: Vec<usize>,
    /// Answers of each question answered by choosing.
    pub choices: Vec<usize>,
    /// Open questions.
    pub texts: usize,
    /// Closed questions crossed with words, the main one first.
    pub targets: Vec<usize>,
    /// Group of each value of the main score, for quotes.
    pub groups: Vec<Group>,
    /// One text in so many is looked at to tell the language.
    pub language_every: u64,
}

impl Shape {
    /// The sizes that `coding` implies; `targets` are the closed questions to cross with words.
    #[must_use]
    pub fn new(coding: &Coding, targets: Vec<usize>, rows: u64) -> Self {
        let groups = targets.first().map(|t| &coding.scores[*t]).map_or_else(Vec::new, |main| {
            main.values.iter().map(|v| main.scale.group(main.question.kind, *v)).collect()
        });
        Self {
            waves: coding.waves.as_ref().map_or(0, crate::study::Waves::len),
            segments: coding.segments.iter().map(|s| s.values.len()).collect(),
            scores: coding.scores.iter().map(|s| s.values.len()).collect(),
            choices: coding.choices.iter().map(|c| c.answers.len()).collect(),
            texts: coding.texts.len(),
            targets,
            groups,
            language_every: (rows / 500).max(1),
        }
    }

    /// Values of all closed questions together.
    fn width(&self) -> usize {
        self.scores.iter().sum()
    }

    /// Place of the first value of a closed question among those of all.
    fn offset(&self, score: usize) -> usize {
        self.scores[..score].iter().sum()
    }

    /// Values of all targets together.
    fn target_width(&self) -> usize {
        self.targets.iter().map(|t| self.scores[*t]).sum()
    }

    /// Values of dimension `dimension`: 0 is the total, then the segment columns.
    fn values(&self, dimension: usize) -> usize {
        if dimension == 0 { 1 } else { self.segments[dimension - 1] }
    }
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
    /// For the total and each segment column: wave (the last for none) × value × answer.
    cells: Vec<Vec<u64>>,
    /// What was chosen in each question answered by choosing.
    pub choices: Vec<Choices>,
    /// What each open question says.
    pub texts: Vec<Terms>,
}

/// What was chosen in one question.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Choices {
    /// Respondents.
    pub n: u64,
    /// Those who chose each answer.
    pub answers: Vec<u64>,
}

impl Tally {
    /// The tally of no response: the identity of [`merge`](Self::merge).
    #[must_use]
    pub fn new(shape: Arc<Shape>) -> Self {
        let width = shape.width();
        let cells = (0..=shape.segments.len())
            .map(|d| vec![0; (shape.waves + 1) * shape.values(d) * width])
            .collect();
        let choices = shape.choices.iter().map(|n| Choices { n: 0, answers: vec![0; *n] }).collect();
        let texts = (0..shape.texts).map(|_| Terms::new(shape.target_width())).collect();
        Self { shape, rows: 0, blank: 0, no_wave: 0, cells, choices, texts }
    }

    /// Adds the counts of other responses, of the same shape.
    pub fn merge(&mut self, other: Self) {
        self.rows += other.rows;
        self.blank += other.blank;
        self.no_wave += other.no_wave;
        for (mine, theirs) in self.cells.iter_mut().zip(other.cells) {
            for (a, b) in mine.iter_mut().zip(theirs) {
                *a += b;
            }
        }
        for (mine, theirs) in self.choices.iter_mut().zip(other.choices) {
            mine.n += theirs.n;
            for (a, b) in mine.answers.iter_mut().zip(theirs.answers) {
                *a += b;
            }
        }
        for (mine, theirs) in self.texts.iter_mut().zip(other.texts) {
            mine.merge(theirs);
        }
    }

    /// Number of each answer of closed question `score`, in one wave or all, for one value of a segment
    /// column (`(column, value)`) or all.
    #[must_use]
    pub fn counts(&self, score: usize, wave: Option<usize>, segment: Option<(usize, usize)>) -> Vec<u64> {
        let (dimension, value) = segment.map_or((0, 0), |(column, value)| (column + 1, value));
        let (width, values) = (self.shape.width(), self.shape.values(dimension));
        let (offset, n) = (self.shape.offset(score), self.shape.scores[score]);
        let waves = match wave {
            Some(wave) => wave..wave + 1,
            None => 0..self.shape.waves + 1,
        };
        let mut counts = vec![0; n];
        for wave in waves {
            let from = (wave * values + value) * width + offset;
            for (sum, cell) in counts.iter_mut().zip(&self.cells[dimension][from..from + n]) {
                *sum += cell;
            }
        }
        counts
    }

    /// The part of a family's or a base's counts that belongs to the target of rank `target`.
    #[must_use]
    pub fn target<'c>(&self, counts: &'c [u64], target: usize) -> &'c [u64] {
        let sizes: Vec<usize> = self.shape.targets.iter().map(|t| self.shape.scores[*t]).collect();
        let from: usize = sizes[..target].iter().sum();
        &counts[from..from + sizes[target]]
    }
}

/// Tallies every response of `tables`.
///
/// # Errors
/// A file cannot be read.
pub fn tally(
    tables: &[Table],
    coding: &Coding,
    shape: &Arc<Shape>,
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
            || Counter::new(shape.clone()),
            |counter, batch: &DataFrame| {
                counter.add(&coding.code(batch), file);
                ControlFlow::Continue(())
            },
            progress,
        )?;
        for part in parts {
            total.merge(part.finish());
        }
    }
    Ok(total)
}

#[cfg(test)]
mod tests {
    use polars::prelude::{NewChunkedArray, StringChunked};
    use proptest::prelude::*;

    use super::*;
    use crate::study::{EMPTY, MISSING, Responses};

    /// Wave, segment value, answers to two closed questions, text.
    type Row = (u16, u16, u16, u16, Option<String>);

    fn shape() -> Arc<Shape> {
        Arc::new(Shape {
            waves: 2,
            segments: vec![3],
            scores: vec![3, 2],
            choices: vec![2],
            texts: 1,
            targets: vec![1, 0],
            groups: vec![Group::Low, Group::High],
            language_every: 1,
        })
    }

    /// The tally of `rows`, of which the first has number `from`.
    fn count(rows: &[Row], from: usize) -> Tally {
        let texts = StringChunked::from_iter_options("t".into(), rows.iter().map(|r| r.4.as_deref()));
        let mut counter = Counter::new(shape());
        let responses = Responses {
            rows: (from..from + rows.len()).map(|i| i as u32).collect(),
            waves: rows.iter().map(|r| r.0).collect(),
            segments: vec![rows.iter().map(|r| r.1).collect()],
            scores: vec![rows.iter().map(|r| r.2).collect(), rows.iter().map(|r| r.3).collect()],
            // Row by row: not answered, nothing, the second, both.
            choices: vec![
                rows.iter()
                    .map(|r| {
                        [None, Some(vec![]), Some(vec![1]), Some(vec![0, 1])][usize::from(r.2 % 4)].clone()
                    })
                    .collect(),
            ],
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
            let quoteless = |mut tally: Tally| {
                for family in tally.texts.iter_mut().flat_map(|t| t.families.values_mut()) {
                    family.quotes = Default::default();
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
                prop_assert_eq!(tally.counts(score, None, None).iter().sum::<u64>(), answers);
            }
            let text = &tally.texts[0];
            prop_assert_eq!(text.answered + text.missing.values().sum::<u64>(), tally.rows);
        }
    }
}
