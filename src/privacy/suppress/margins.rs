//! Hidden values that all waves together may still show.

use super::table::{State, group, size};
use super::{Counts, Question, UNANIMOUS};

/// One question of a column: what is told of its hidden values.
struct Block<'a> {
    question: &'a Question,
    /// Row × answer: the hidden values together, rows without a value included.
    rows: Vec<Vec<u64>>,
    /// Hidden value × answer, all waves together.
    columns: Vec<Vec<u64>>,
    all: Vec<u64>,
}

impl<'a> Block<'a> {
    fn new(question: &'a Question, column: usize, values: usize, hidden: &[usize], row: &[usize]) -> Self {
        let answers = question.groups.len();
        let mut block = Self {
            question,
            rows: vec![vec![0; answers]; row.iter().max().map_or(0, |last| last + 1)],
            columns: vec![vec![0; answers]; hidden.len()],
            all: vec![0; answers],
        };
        for (wave, row) in row.iter().enumerate() {
            let mut left = question.cells[0][wave].clone();
            for value in 0..values {
                let cell = &question.cells[column + 1][wave * values + value];
                match hidden.binary_search(&value) {
                    Ok(at) => add(&mut block.columns[at], cell),
                    Err(_) => left.iter_mut().zip(cell).for_each(|(left, n)| *left -= (*n).min(*left)),
                }
            }
            add(&mut block.rows[*row], &left);
            add(&mut block.all, &left);
        }
        block
    }

    /// What remains, all waves together, when the values of which `shown` is true are shown.
    fn others(&self, shown: &[bool]) -> Vec<u64> {
        let mut others = self.all.clone();
        for (column, _) in self.columns.iter().zip(shown).filter(|(_, shown)| **shown) {
            others.iter_mut().zip(column).for_each(|(left, n)| *left -= (*n).min(*left));
        }
        others
    }

    /// True when no cell of a wave and a value can be told from the sums of the waves and of the values.
    ///
    /// Of a table r × c of which the margins are known and nothing else, a cell lies between
    /// max(0, r + c − n) and min(r, c), ends included, answer by answer (Fréchet's bounds; A. Dobra, S. Fienberg,
    /// Bounds for cell entries in contingency tables, PNAS 97, 2000).
    fn safe(&self, shown: &[bool], min_group: u64) -> bool {
        let others = self.others(shown);
        let state = |answers: &[u64]| State::of(group(self.question, answers), min_group);
        let columns = self.columns.iter().zip(shown).filter(|(_, shown)| **shown).map(|(column, _)| column);
        !state(&others).tells()
            && columns.chain([&others]).filter(|column| column.iter().sum::<u64>() > 0).all(|column| {
                self.rows.iter().filter(|row| row.iter().sum::<u64>() > 0).all(|row| {
                    let most: Vec<u64> = row.iter().zip(column).map(|(r, c)| *r.min(c)).collect();
                    let width: u64 = most
                        .iter()
                        .enumerate()
                        .map(|(k, most)| (*most).min(self.all[k] - row[k]).min(self.all[k] - column[k]))
                        .sum();
                    let most = group(self.question, &most);
                    let several = most.iter().filter(|n| **n > 0).count() > 1;
                    width >= min_group && (several || size(most) >= UNANIMOUS)
                })
            })
    }
}

/// What all waves together show of the hidden values of a column.
pub(super) struct Margins {
    /// For each hidden value, whether it is shown.
    pub shown: Vec<bool>,
    /// Questions × hidden values: true when the value is known to hold no answer.
    pub empty: Vec<Vec<bool>>,
}

/// Finds which of the `hidden` values of a column, ascending, may be shown in all waves together; the waves
/// themselves hide them. Starts with those large enough and gives up the smallest until nothing can be told.
/// `row` is the place of each wave, see the rule; `questions` those whose total is shown.
pub(super) fn margins(
    counts: &Counts,
    questions: &[usize],
    column: usize,
    hidden: &[usize],
    row: &[usize],
) -> Margins {
    let values = counts.columns[column];
    let blocks: Vec<Block<'_>> =
        questions.iter().map(|q| Block::new(&counts.questions[*q], column, values, hidden, row)).collect();
    let large = |at: &usize| {
        let state = |b: &Block<'_>| State::of(group(b.question, &b.columns[*at]), counts.min_group);
        !blocks.iter().any(|block| state(block).tells())
    };
    let answers = |at: usize| blocks.iter().flat_map(|block| &block.columns[at]).sum::<u64>();
    let mut order: Vec<usize> = (0..hidden.len()).filter(large).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(answers(*at)), *at));
    let mut shown: Vec<bool> = (0..hidden.len()).map(|at| order.contains(&at)).collect();
    let unnamed = blocks.iter().any(|block| size_of(&block.others(&vec![true; hidden.len()])) > 0);
    let enough = |shown: &[bool]| {
        let rest = shown.iter().filter(|shown| !**shown).count();
        let several = rest == 0 || rest + usize::from(unnamed) >= 2;
        several && blocks.iter().all(|block| block.safe(shown, counts.min_group))
    };
    while !order.is_empty() && !enough(&shown) {
        order.pop().into_iter().for_each(|at| shown[at] = false);
    }
    let empty = blocks
        .iter()
        .map(|block| {
            let others = size_of(&block.others(&shown)) == 0;
            let none = |at: usize| if shown[at] { size_of(&block.columns[at]) == 0 } else { others };
            (0..hidden.len()).map(none).collect()
        })
        .collect();
    Margins { shown, empty }
}

fn size_of(answers: &[u64]) -> u64 {
    answers.iter().sum()
}

fn add(to: &mut [u64], other: &[u64]) {
    to.iter_mut().zip(other).for_each(|(a, b)| *a += b);
}
