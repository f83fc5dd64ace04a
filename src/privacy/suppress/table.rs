//! The counts by what is shown apart: each wave that may be shown, the others together.

use super::{Counts, Groups, Question, UNANIMOUS};

/// What a sum of answers tells about those who gave them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Empty,
    Few,
    Unanimous,
    Safe,
}

impl State {
    pub(super) fn of(groups: Groups, min_group: u64) -> Self {
        let n = size(groups);
        if n == 0 {
            Self::Empty
        } else if n < min_group {
            Self::Few
        } else if n < UNANIMOUS && groups.contains(&n) {
            Self::Unanimous
        } else {
            Self::Safe
        }
    }

    /// True when the sum must not be known.
    pub(super) fn tells(self) -> bool {
        matches!(self, Self::Few | Self::Unanimous)
    }
}

/// Answers of a cell by group.
pub(super) fn group(question: &Question, answers: &[u64]) -> Groups {
    let mut groups = Groups::default();
    answers.iter().zip(&question.groups).for_each(|(n, group)| groups[*group] += n);
    groups
}

impl Question {
    /// A cell of the total (0) or of a segment column (from 1 on), by group.
    pub(super) fn grouped(&self, dimension: usize, cell: usize) -> Groups {
        group(self, &self.cells[dimension][cell])
    }

    /// All waves together, by group.
    pub(super) fn total(&self) -> Groups {
        let mut total = Groups::default();
        self.cells[0].iter().for_each(|answers| add(&mut total, group(self, answers)));
        total
    }
}

pub(super) fn size(groups: Groups) -> u64 {
    groups.iter().sum()
}

pub(super) fn add(to: &mut Groups, other: Groups) {
    to.iter_mut().zip(other).for_each(|(a, b)| *a += b);
}

pub(super) fn minus(from: Groups, other: Groups) -> Groups {
    [0, 1, 2].map(|k| from[k].saturating_sub(other[k]))
}

/// Counts of every segment value, columns one after the other, by row and question.
pub(super) struct Table {
    pub min_group: u64,
    /// Wave by wave, the rows without a wave last: true when it is hidden in every table.
    pub hidden: Vec<bool>,
    /// Row of each wave: its own, or that of all hidden waves.
    pub row: Vec<usize>,
    /// Rows × questions.
    places: usize,
    /// Total at each place.
    totals: Vec<Groups>,
    /// Segment value × place.
    counts: Vec<Groups>,
    /// Questions whose total may be shown.
    pub questions: Vec<usize>,
}

impl Table {
    /// The table of the questions whose total may be shown.
    pub(super) fn new(counts: &Counts) -> Self {
        let g = counts.min_group;
        let waves = counts.waves + 1;
        let questions: Vec<usize> = (0..counts.questions.len())
            .filter(|q| State::of(counts.questions[*q].total(), g) == State::Safe)
            .collect();
        let totals: Vec<Vec<Groups>> = (0..waves)
            .map(|w| questions.iter().map(|q| counts.questions[*q].grouped(0, w)).collect())
            .collect();
        let hidden = hidden_waves(&totals, g);
        let mut rows = 0;
        let mut together = None;
        let row: Vec<usize> = hidden
            .iter()
            .map(|hidden| {
                let own = if *hidden { *together.get_or_insert(rows) } else { rows };
                rows = rows.max(own + 1);
                own
            })
            .collect();
        let places = rows * questions.len();
        let values: usize = counts.columns.iter().sum();
        let mut table = Self {
            min_group: g,
            hidden,
            row,
            places,
            totals: vec![Groups::default(); places],
            counts: vec![Groups::default(); places * values],
            questions,
        };
        for wave in 0..waves {
            for (q, question) in table.questions.iter().enumerate() {
                let question = &counts.questions[*question];
                let place = table.row[wave] * table.questions.len() + q;
                add(&mut table.totals[place], question.grouped(0, wave));
                let mut id = 0;
                for (column, n) in counts.columns.iter().enumerate() {
                    for cell in wave * n..(wave + 1) * n {
                        add(&mut table.counts[id * places + place], question.grouped(column + 1, cell));
                        id += 1;
                    }
                }
            }
        }
        table
    }

    /// Place of a wave and a question; the latter as numbered among those of the table.
    pub(super) fn place(&self, wave: usize, question: usize) -> usize {
        self.row[wave] * self.questions.len() + question
    }

    pub(super) fn totals(&self) -> &[Groups] {
        &self.totals
    }

    /// Counts of a segment value at each place.
    pub(super) fn of(&self, id: usize) -> &[Groups] {
        &self.counts[id * self.places..(id + 1) * self.places]
    }

    /// Answers of a segment value in all.
    pub(super) fn size(&self, id: usize) -> u64 {
        self.of(id).iter().map(|groups| size(*groups)).sum()
    }

    /// Counts of several segment values together, added to `from`.
    pub(super) fn union(&self, from: Vec<Groups>, ids: &[usize]) -> Vec<Groups> {
        let mut sum = from;
        for id in ids {
            sum.iter_mut().zip(self.of(*id)).for_each(|(sum, groups)| add(sum, *groups));
        }
        sum
    }

    /// What of `whole` lies in none of `ids`.
    pub(super) fn rest(&self, whole: &[Groups], ids: &[usize]) -> Vec<Groups> {
        let inside = self.union(self.nothing(), ids);
        whole.iter().zip(inside).map(|(whole, inside)| minus(*whole, inside)).collect()
    }

    pub(super) fn nothing(&self) -> Vec<Groups> {
        vec![Groups::default(); self.places]
    }

    /// True when none of the sums tells about its members.
    pub(super) fn safe(&self, sums: &[Groups]) -> bool {
        !sums.iter().any(|groups| State::of(*groups, self.min_group).tells())
    }
}

/// The waves whose total tells about its members, with the smallest others that make them two or more and
/// their sum safe. `totals` is wave × question.
fn hidden_waves(totals: &[Vec<Groups>], g: u64) -> Vec<bool> {
    let mut hidden: Vec<bool> =
        totals.iter().map(|wave| wave.iter().any(|groups| State::of(*groups, g).tells())).collect();
    let answers = |wave: usize| totals[wave].iter().map(|groups| size(*groups)).sum::<u64>();
    let enough = |hidden: &[bool]| {
        let of = || (0..totals.len()).filter(|w| hidden[*w] && answers(*w) > 0);
        let questions = totals.first().map_or(0, Vec::len);
        of().count() >= 2
            && (0..questions).all(|q| {
                let mut sum = Groups::default();
                of().for_each(|w| add(&mut sum, totals[w][q]));
                !State::of(sum, g).tells()
            })
    };
    let mut others: Vec<usize> = (0..totals.len()).filter(|w| !hidden[*w] && answers(*w) > 0).collect();
    others.sort_by_key(|w| (answers(*w), *w));
    while hidden.contains(&true) && !enough(&hidden) && !others.is_empty() {
        let alone = others.iter().position(|w| {
            let mut with = hidden.clone();
            with[*w] = true;
            enough(&with)
        });
        hidden[others.remove(alone.unwrap_or(0))] = true;
    }
    hidden
}
