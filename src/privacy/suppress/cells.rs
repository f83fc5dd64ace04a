//! The plan by cell.

use super::plan::{Plan, Shown};
use super::table::{State, add, size};
use super::{Counts, Groups, Hidden, Reason};

impl Plan {
    /// Every cell of every table, with why it is hidden.
    pub(super) fn cells(&self, counts: &Counts) -> Hidden {
        let g = counts.min_group;
        let (waves, width) = (counts.waves, self.values.len() + 1);
        let reason = |state| match state {
            State::Few => Some(Reason::TooFew),
            State::Unanimous => Some(Reason::Unanimous),
            State::Empty | State::Safe => None,
        };
        let questions = (0..counts.questions.len())
            .map(|q| reason(State::of(counts.questions[q].total(), g)).filter(|_| g > 1))
            .collect();
        let mut hidden = Hidden {
            waves,
            offsets: self.relations.offsets.iter().map(|first| first + 1).collect(),
            width,
            cells: vec![None; (waves + 1) * width],
            // A question that nobody answered has no table.
            empty: (0..counts.questions.len())
                .map(|q| vec![size(counts.questions[q].total()) == 0; (waves + 1) * width])
                .collect(),
            questions,
            without_wave: g > 1 && self.table.hidden[waves],
        };
        if g <= 1 {
            return hidden;
        }
        let sums = self.sums();
        for (cell, sum) in sums.iter().enumerate() {
            let segment = cell.checked_sub(1).map(|id| (self.relations.column[id], id));
            let of = |q: usize, wave: usize| match segment {
                None => counts.questions[q].grouped(0, wave),
                Some((c, id)) => {
                    let cell = wave * counts.columns[c] + id - self.relations.offsets[c];
                    counts.questions[q].grouped(c + 1, cell)
                }
            };
            let shown = segment.map_or(Shown::Yes, |(_, id)| self.values[id]);
            for wave in 0..=waves {
                let all = wave == waves;
                let here = if all { 0..waves + 1 } else { wave..wave + 1 };
                let yes = match shown {
                    Shown::Yes => all || !self.table.hidden[wave],
                    Shown::Together => all,
                    Shown::Cover | Shown::No => false,
                };
                if yes {
                    continue;
                }
                let at = wave * width + cell;
                let mut why = Reason::Complementary;
                for (number, q) in self.table.questions.iter().enumerate() {
                    let mut own = Groups::default();
                    here.clone().for_each(|w| add(&mut own, of(*q, w)));
                    why = why.min(reason(State::of(own, g)).unwrap_or(why));
                    hidden.empty[*q][at] = segment.is_some_and(|(_, id)| self.empty.contains(&(id, number)))
                        || here.clone().all(|w| size(sum[self.table.place(w, number)]) == 0);
                }
                hidden.cells[at] = Some(why);
            }
        }
        hidden
    }

    /// For the total and each segment value, what is known at each place of it and those hidden with it.
    fn sums(&self) -> Vec<Vec<Groups>> {
        let mut sums = vec![self.table.totals().to_vec()];
        sums.extend(self.relations.ids().map(|id| self.table.of(id).to_vec()));
        for column in 0..self.flat.len() {
            for (holders, members) in self.families(column, |shown| shown != Shown::Yes) {
                let rest = self.unnamed(column, &holders).unwrap_or_else(|| self.missing(column));
                let sum = self.table.union(rest, &members);
                for id in members {
                    sums[id + 1].clone_from(&sum);
                }
            }
        }
        self.childless(&mut sums);
        sums
    }

    /// A hidden value is known to be empty where all that it may hold is: values of another column inside it or
    /// inside nothing, and rows without a value of that column.
    fn childless(&self, sums: &mut [Vec<Groups>]) {
        for column in 0..self.flat.len() {
            let unnamed = self.missing(column);
            let values = self.relations.values(column);
            let parents = self.relations.ids().filter(|parent| self.values[*parent] != Shown::Yes);
            for parent in parents.filter(|parent| self.relations.column[*parent] != column) {
                let outer = self.relations.column[parent];
                let elsewhere = |id: usize| {
                    let ancestors = &self.relations.ancestors[id];
                    ancestors.iter().any(|a| self.relations.column[*a] == outer)
                        && !self.relations.inside(id, parent)
                };
                if !values.clone().any(|id| self.relations.inside(id, parent)) {
                    continue;
                }
                for place in 0..unnamed.len() {
                    let empty = |id: usize| size(sums[id + 1][place]) == 0;
                    let known = |id: usize| empty(id) || (self.values[id] == Shown::Yes && elsewhere(id));
                    if size(unnamed[place]) == 0 && values.clone().all(known) {
                        sums[parent + 1][place] = Groups::default();
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Question, plan};
    use super::*;

    /// One question of three answers, a group each; `cells[wave][value]`, no rows without a wave or a value.
    fn question(cells: &[Vec<[u64; 3]>]) -> Question {
        let total = |wave: &Vec<[u64; 3]>| (0..3).map(|k| wave.iter().map(|cell| cell[k]).sum()).collect();
        let mut totals: Vec<Vec<u64>> = cells.iter().map(total).collect();
        totals.push(vec![0; 3]);
        let mut values: Vec<Vec<u64>> = cells.iter().flatten().map(|cell| cell.to_vec()).collect();
        values.extend(vec![vec![0; 3]; cells[0].len()]);
        Question { groups: vec![0, 1, 2], cells: vec![totals, values] }
    }

    fn counts(min_group: u64, questions: &[Vec<Vec<[u64; 3]>>]) -> Counts {
        Counts {
            panel: false,
            min_group,
            waves: questions[0].len(),
            columns: vec![questions[0][0].len()],
            questions: questions.iter().map(|cells| question(cells)).collect(),
            nests: Vec::new(),
        }
    }

    fn why(hidden: &Hidden, question: usize, wave: Option<usize>, value: usize) -> Option<Reason> {
        hidden.cell(question, wave, Some((0, value)))
    }

    #[test]
    fn large_cells_hide_nothing() {
        let large = vec![vec![[4, 3, 2], [5, 5, 5]], vec![[3, 2, 1], [6, 0, 2]]];
        assert!(plan(&counts(5, std::slice::from_ref(&large))).is_empty());
        let small = vec![vec![[1, 0, 0], [1, 1, 0]], vec![[0, 0, 1], [0; 3]]];
        assert!(plan(&counts(1, &[small.clone(), large])).is_empty(), "nor does anything under 1");
        let hidden = plan(&counts(5, &[small]));
        assert_eq!(hidden.cell(0, None, None), Some(Reason::TooFew), "a total is a cell");
        assert!(!hidden.is_empty());
    }

    #[test]
    fn a_unanimous_team_is_hidden_with_the_smallest_beside_it() {
        let hidden = plan(&counts(5, &[vec![vec![[9, 4, 3], [0, 0, 8], [30, 0, 0], [5, 1, 1]]]]));
        let all = |v| why(&hidden, 0, None, v);
        assert_eq!((all(0), all(1)), (None, Some(Reason::Unanimous)));
        assert_eq!((all(2), all(3)), (None, Some(Reason::Complementary)), "thirty are not a small group");
        assert_eq!(hidden.len(), 4, "two values, in the wave and in all");
    }

    #[test]
    fn a_cell_without_answers_is_hidden_unless_it_is_known_to_be_empty() {
        let asked = vec![vec![[2, 1, 1], [0, 0, 0], [3, 3, 2], [9, 9, 9]], vec![[3, 3, 3]; 4]];
        let second_only = vec![vec![[0; 3]; 4], vec![[3, 3, 3]; 4]];
        let hidden = plan(&counts(5, &[asked, second_only]));
        assert_eq!(why(&hidden, 0, Some(0), 0), Some(Reason::TooFew));
        assert!(why(&hidden, 0, Some(0), 1).is_some() || why(&hidden, 0, Some(0), 2).is_some());
        assert!((0..4).all(|v| why(&hidden, 1, Some(0), v).is_none()), "the question was not asked");
        assert!(why(&hidden, 1, Some(1), 0).is_some(), "hidden in one question, hidden in all");
    }

    #[test]
    fn a_small_wave_is_hidden_with_another() {
        let hidden = plan(&counts(5, &[vec![vec![[2, 1, 0]], vec![[4, 4, 4]], vec![[3, 3, 3]]]]));
        assert_eq!(hidden.cell(0, Some(0), None), Some(Reason::TooFew));
        assert_eq!(hidden.cell(0, Some(1), None), None);
        assert_eq!(hidden.cell(0, Some(2), None), Some(Reason::Complementary));
        assert_eq!(hidden.cell(0, None, None), None);
        assert!(!hidden.without_wave());
        let mut counts = counts(5, &[vec![vec![[3, 2, 1]], vec![[4, 4, 4]]]]);
        counts.questions[0].cells[0][2] = vec![0, 1, 1];
        let hidden = plan(&counts);
        assert!(hidden.without_wave());
        assert_eq!(hidden.cell(0, Some(0), None), Some(Reason::Complementary));
        assert_eq!(hidden.cell(0, Some(1), None), None);
    }

    #[test]
    fn a_team_too_small_in_each_wave_is_shown_in_all_of_them() {
        let wave = vec![[2, 1, 1], [1, 1, 2], [9, 9, 9]];
        let hidden = plan(&counts(5, &[vec![wave; 6]]));
        assert!((0..3).all(|v| why(&hidden, 0, None, v).is_none()));
        assert!((0..2).all(|v| why(&hidden, 0, Some(3), v).is_some()));
    }
}
