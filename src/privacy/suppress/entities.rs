//! What reports of one value each may show beside the report of the whole, decided once for all of them.
//!
//! A report of the whole shows margins: segment values by wave. A report of one region adds what no margin tells:
//! the values of another column inside the region. These crossings enter three kinds of tables only. A column
//! whose values lie inside the regions (teams) has no crossing of its own: its cells are those of the whole, and
//! are hidden where the whole hides them. Of columns tied by such values one alone is crossed, an outermost one.
//! Of every other column the table region × value is published wave by wave or not at all, and the cells of a pair
//! are hidden in every wave alike. So each wave, question and answer is a table of its own, of which the
//! published numbers give the margins and some cells; tables of different columns share the margins of the regions
//! alone, and any two that agree on them belong to some joint table. What the hidden cells of one table may be is
//! then told exactly by a flow through its hidden cells, and cells are hidden until each that tells about its
//! members may be anything within the minimum group.
//!
//! Regions, and values, that the whole hides stand together as one row, and one column: within these nobody is told
//! apart by any report, so that who is of which may be anything, and what the plan of the whole leaves open stays
//! open. Where the whole shows a region or a value in all waves together and hides it in some, that does not hold, and
//! nothing is crossed with it.
//!
//! Source: P. Kelly, B. Golden, A. Assad, Cell suppression: disclosure protection for sensitive tabular data,
//! Networks 22, 1992 (the bounds of a hidden cell of a two-way table as flows).

use super::flow::Flow;
use super::relations::Relations;
use super::table::{State, Table, group};
use super::{Counts, Hidden, Question, Reason, Segment};

/// What the report of one entity hides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityPlan {
    /// Laid out as the whole's, its total being the entity.
    pub hidden: Hidden,
    /// Segment columns of which it shows a cell.
    pub columns: Vec<bool>,
}

/// The plan of the report of each value of `column`, none where it has no report: the whole does not show it.
///
/// `parts` holds, for each value, the questions counted among its respondents alone, laid out as those of `counts`;
/// `whole` is the plan of the whole.
#[must_use]
pub fn plan_entities(
    counts: &Counts,
    whole: &Hidden,
    column: usize,
    parts: &[Vec<Question>],
) -> Vec<Option<EntityPlan>> {
    let table = Table::new(counts);
    let relations = Relations::new(counts, &table);
    let split = Split { counts, whole, column, parts, table, relations };
    let shown: Vec<Shown> = (0..counts.columns.len()).map(|c| split.shown(c)).collect();
    (0..parts.len()).map(|entity| split.entity(entity, &shown)).collect()
}

struct Split<'a> {
    counts: &'a Counts,
    whole: &'a Hidden,
    column: usize,
    parts: &'a [Vec<Question>],
    table: Table,
    relations: Relations,
}

/// What the reports of the entities show of a segment column.
enum Shown {
    Nothing,
    All,
    /// Its values lie inside the entities.
    Inside,
    /// Entity × value: whether the cell is published.
    Crossed(Vec<Vec<bool>>),
}

impl Split<'_> {
    fn shown(&self, column: usize) -> Shown {
        if column == self.column {
            return Shown::Nothing;
        }
        if self.counts.min_group <= 1 {
            return Shown::All;
        }
        let cluster = self.relations.cluster(column);
        if cluster.contains(&self.column) {
            return if self.lies_inside(column) { Shown::Inside } else { Shown::Nothing };
        }
        let outermost =
            |c: &&usize| self.relations.values(**c).all(|id| self.relations.ancestors[id].is_empty());
        if cluster.iter().find(outermost) != Some(&column) {
            return Shown::Nothing;
        }
        if self.together(column) || self.together(self.column) {
            return Shown::Nothing;
        }
        Shown::Crossed(Cross::new(self, column).published())
    }

    /// True when every value of `column` with an answer is known to lie inside an entity, all its answers there.
    fn lies_inside(&self, column: usize) -> bool {
        let values = self.counts.columns[column];
        let first = self.relations.offsets[column];
        (0..values).all(|value| {
            let of = |question: &Question| -> Vec<u64> {
                let cells =
                    (0..=self.counts.waves).map(|wave| &question.cells[column + 1][wave * values + value]);
                cells.flatten().copied().collect()
            };
            let all: Vec<Vec<u64>> = self.counts.questions.iter().map(of).collect();
            let holds = |entity: &usize| self.parts[*entity].iter().map(of).collect::<Vec<_>>() == all;
            let empty = all.iter().flatten().all(|n| *n == 0);
            let parent = (0..self.parts.len()).find(holds);
            let id = |entity: usize| self.relations.id((self.column, entity));
            empty || parent.is_some_and(|entity| self.relations.inside(first + value, id(entity)))
        })
    }

    /// Whether the whole shows the value in all waves together and in each wave that it shows.
    fn everywhere(&self, segment: Segment) -> bool {
        let hidden = |wave, cell| self.whole.cells[self.whole.at(wave, cell)].is_some();
        !hidden(None, Some(segment))
            && (0..self.counts.waves).all(|w| hidden(Some(w), None) || !hidden(Some(w), Some(segment)))
    }

    /// Whether a value of the column is shown in all waves together and hidden in some: who is of it in a wave is then
    /// told within bounds that a crossing could narrow.
    fn together(&self, column: usize) -> bool {
        (0..self.counts.columns[column]).any(|value| {
            let total = self.whole.cells[self.whole.at(None, Some((column, value)))];
            total.is_none() && !self.everywhere((column, value))
        })
    }

    fn entity(&self, entity: usize, shown: &[Shown]) -> Option<EntityPlan> {
        let (whole, own) = (self.whole, (self.column, entity));
        if whole.cells[whole.at(None, Some(own))].is_some() {
            return None;
        }
        let waves = || (0..self.counts.waves).map(Some).chain([None]);
        let mut hidden = Hidden {
            cells: vec![Some(Reason::Complementary); whole.cells.len()],
            empty: vec![vec![false; whole.cells.len()]; whole.empty.len()],
            ..whole.clone()
        };
        for wave in waves() {
            let (to, from) = (whole.at(wave, None), whole.at(wave, Some(own)));
            hidden.cells[to] = whole.cells[from];
            for (mine, theirs) in hidden.empty.iter_mut().zip(&whole.empty) {
                mine[to] = theirs[from];
            }
            hidden.without_wave |= hidden.cells[to].is_some();
        }
        let everywhere = self.everywhere(own);
        let mut columns = vec![false; shown.len()];
        for (column, shown) in shown.iter().enumerate() {
            for value in 0..self.counts.columns[column] {
                let segment = (column, value);
                for wave in waves() {
                    let at = whole.at(wave, Some(segment));
                    let total = hidden.cells[whole.at(wave, None)];
                    let theirs = |q: usize| self.answers(entity, q, wave, segment);
                    let nobody = (0..self.counts.questions.len()).all(|q| theirs(q) == 0);
                    let published = match shown {
                        Shown::Nothing => false,
                        Shown::All => true,
                        Shown::Inside => self.elsewhere(entity, segment) || whole.cells[at].is_none(),
                        Shown::Crossed(published) => {
                            everywhere && published[entity][value] && total.is_none()
                        }
                    };
                    let why = whole.cells[at].unwrap_or(Reason::Complementary);
                    let cell = Some(why).filter(|_| !published);
                    hidden.cells[at] = cell;
                    for q in 0..self.counts.questions.len() {
                        hidden.empty[q][at] = match shown {
                            Shown::Inside => whole.empty[q][at],
                            _ => self.known_empty(q, wave, own) || self.known_empty(q, wave, segment),
                        };
                    }
                    columns[column] |= cell.is_none() && !nobody;
                }
            }
        }
        Some(EntityPlan { hidden, columns })
    }

    /// Whether no answer of the value lies in the entity: it lies in another.
    fn elsewhere(&self, entity: usize, segment: Segment) -> bool {
        (0..self.counts.questions.len()).all(|q| self.answers(entity, q, None, segment) == 0)
    }

    /// Answers of the entity's respondents of a value to a question.
    fn answers(&self, entity: usize, question: usize, wave: Option<usize>, (column, value): Segment) -> u64 {
        sum(&self.parts[entity][question], self.counts, wave, (column, value))
    }

    /// Whether the whole tells that nobody of a value answered a question in a wave.
    fn known_empty(&self, question: usize, wave: Option<usize>, segment: Segment) -> bool {
        let at = self.whole.at(wave, Some(segment));
        let told = self.whole.cells[at].is_none() || self.whole.empty[question][at];
        told && sum(&self.counts.questions[question], self.counts, wave, segment) == 0
    }
}

fn sum(question: &Question, counts: &Counts, wave: Option<usize>, (column, value): Segment) -> u64 {
    let waves = wave.map_or(0..counts.waves + 1, |wave| wave..wave + 1);
    let values = counts.columns[column];
    waves.map(|w| question.cells[column + 1][w * values + value].iter().sum::<u64>()).sum()
}

/// A column crossed with the entities. The last row is what the whole does not show of the entities, the last column
/// what it does not show of the values: both with those who have none.
struct Cross<'a> {
    split: &'a Split<'a>,
    /// Entities shown in every wave, and values.
    rows: Vec<usize>,
    values: Vec<usize>,
    /// Place × answer → row × value.
    tables: Vec<Vec<Vec<Vec<u64>>>>,
    /// Row × value.
    known: Vec<Vec<bool>>,
}

/// Cells of all tables of a column, at most: a larger one is not published.
const CROSSED: usize = 200_000;

impl<'a> Cross<'a> {
    fn new(split: &'a Split<'a>, column: usize) -> Self {
        let counts = split.counts;
        let rows: Vec<usize> =
            (0..split.parts.len()).filter(|e| split.everywhere((split.column, *e))).collect();
        let values: Vec<usize> =
            (0..counts.columns[column]).filter(|v| split.everywhere((column, *v))).collect();
        let questions = &split.table.questions;
        let places = split.table.row.iter().max().map_or(0, |last| last + 1) * questions.len();
        let (height, width) = (rows.len() + 1, values.len() + 1);
        let large = places.saturating_mul(height * width) > CROSSED;
        let mut cross = Self { split, rows, values, tables: Vec::new(), known: Vec::new() };
        if large {
            return cross;
        }
        let answers = |place: usize| counts.questions[questions[place % questions.len()]].groups.len();
        cross.tables = (0..places).map(|p| vec![vec![vec![0; width]; height]; answers(p)]).collect();
        for wave in 0..=counts.waves {
            for (number, q) in questions.iter().enumerate() {
                let place = split.table.place(wave, number);
                cross.add(place, *q, wave, column);
            }
        }
        cross.known = vec![vec![false; width]; height];
        for row in 0..height - 1 {
            for value in 0..width - 1 {
                cross.known[row][value] = (0..places).all(|p| !cross.state(p, row, value).tells());
            }
        }
        cross
    }

    /// Adds the answers of a wave to the tables of a place.
    fn add(&mut self, place: usize, q: usize, wave: usize, column: usize) {
        let Split { counts, parts, column: by, .. } = self.split;
        let (whole, values, entities) = (&counts.questions[q], counts.columns[column], counts.columns[*by]);
        for (answer, table) in self.tables[place].iter_mut().enumerate() {
            let cell = |question: &Question, column: usize, at: usize| question.cells[column + 1][at][answer];
            let mut below: Vec<u64> =
                self.values.iter().map(|v| cell(whole, column, wave * values + v)).collect();
            let mut corner = whole.cells[0][wave][answer] - below.iter().sum::<u64>();
            for (row, entity) in self.rows.iter().enumerate() {
                let mut left = cell(whole, *by, wave * entities + entity);
                for (at, value) in self.values.iter().enumerate() {
                    let n = cell(&parts[*entity][q], column, wave * values + value);
                    table[row][at] += n;
                    below[at] -= n;
                    left -= n;
                }
                table[row][self.values.len()] += left;
                corner -= left;
            }
            let last = self.rows.len();
            table[last].iter_mut().zip(below.into_iter().chain([corner])).for_each(|(sum, n)| *sum += n);
        }
    }

    fn state(&self, place: usize, row: usize, value: usize) -> State {
        let questions = &self.split.table.questions;
        let question = &self.split.counts.questions[questions[place % questions.len()]];
        let answers: Vec<u64> = self.tables[place].iter().map(|table| table[row][value]).collect();
        State::of(group(question, &answers), self.split.counts.min_group)
    }

    /// Entity × value: the cells left when enough are hidden.
    fn published(mut self) -> Vec<Vec<bool>> {
        let hidden = vec![
            vec![false; self.split.counts.columns.iter().copied().max().unwrap_or_default()];
            self.split.parts.len()
        ];
        if self.known.is_empty() {
            return hidden;
        }
        for place in 0..self.tables.len() {
            for row in 0..=self.rows.len() {
                for value in 0..=self.values.len() {
                    // What was wide enough stays so: more hidden cells leave more room.
                    while self.state(place, row, value).tells()
                        && self.width(place, row, value) < self.split.counts.min_group
                        && self.hide_beside(row, value)
                    {}
                }
            }
        }
        self.restore();
        let mut published = hidden;
        for (row, entity) in self.rows.iter().enumerate() {
            for (at, value) in self.values.iter().enumerate() {
                published[*entity][*value] = self.known[row][at];
            }
        }
        published
    }

    /// Shows again what need not be hidden: a cell that the others give anyway, or that nothing leans on any more.
    fn restore(&mut self) {
        let (height, width) = (self.rows.len(), self.values.len());
        let all = |height, width| (0..height).flat_map(move |r| (0..width).map(move |v| (r, v)));
        let tells = |cross: &Self, r, v| (0..cross.tables.len()).any(|p| cross.state(p, r, v).tells());
        let mut exposed: Vec<(usize, usize, usize)> = Vec::new();
        for place in 0..self.tables.len() {
            let cells = all(height + 1, width + 1).filter(|(r, v)| self.state(place, *r, *v).tells());
            exposed.extend(cells.map(|(r, v)| (place, r, v)));
        }
        let enough = |cross: &Self, (place, r, v): &(usize, usize, usize)| {
            cross.width(*place, *r, *v) >= cross.split.counts.min_group
        };
        // Of some cell even the margins leave little: all is hidden, and what is shown again could leave less.
        if exposed.iter().any(|cell| !enough(self, cell)) {
            return;
        }
        let hidden: Vec<(usize, usize)> =
            all(height, width).filter(|(r, v)| !self.known[*r][*v] && !tells(self, *r, *v)).collect();
        if exposed.len().saturating_mul(hidden.len()) > CROSSED {
            return;
        }
        for (r, v) in hidden {
            self.known[r][v] = true;
            self.known[r][v] = exposed.iter().all(|cell| enough(self, cell));
        }
    }

    /// How many answers separate the least and the greatest count that a hidden cell may have, up to the minimum
    /// group.
    fn width(&self, place: usize, row: usize, value: usize) -> u64 {
        let enough = self.split.counts.min_group;
        let mut width = 0;
        for table in &self.tables[place] {
            let flow = Flow { table, known: &self.known, cell: (row, value) };
            width += flow.room(true, enough - width);
            width += flow.room(false, enough.saturating_sub(width));
            if width >= enough {
                break;
            }
        }
        width
    }

    /// Hides one more cell, the smallest of the row and column, else of all; false when none is left.
    fn hide_beside(&mut self, row: usize, value: usize) -> bool {
        let n = |r: usize, v: usize| -> u64 {
            let cells = self.tables.iter().flatten().map(|table| table[r][v]);
            cells.sum()
        };
        let cells = (0..self.rows.len()).flat_map(|r| (0..self.values.len()).map(move |v| (r, v)));
        let next = cells
            .filter(|(r, v)| self.known[*r][*v])
            .map(|(r, v)| (n(r, v) == 0, r != row && v != value, n(r, v), r, v))
            .min();
        if let Some((.., r, v)) = next {
            self.known[r][v] = false;
        }
        next.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::super::plan;
    use super::*;

    /// One question of three answers, one wave; `rows` gives region, offer and how many gave each answer.
    fn study(
        regions: usize,
        offers: usize,
        rows: &[(usize, usize, [u64; 3])],
    ) -> (Counts, Vec<Vec<Question>>) {
        let question = |region: Option<usize>| {
            let mut cells =
                vec![vec![vec![0; 3]; 2], vec![vec![0; 3]; 2 * regions], vec![vec![0; 3]; 2 * offers]];
            for (r, o, answers) in rows.iter().filter(|row| region.is_none_or(|region| region == row.0)) {
                for (dimension, at) in [(0, 0), (1, *r), (2, *o)] {
                    cells[dimension][at]
                        .iter_mut()
                        .zip(answers)
                        .for_each(|(n, more): (&mut u64, _)| *n += more);
                }
            }
            Question { groups: vec![0, 1, 2], cells }
        };
        let counts = Counts {
            min_group: 5,
            waves: 1,
            columns: vec![regions, offers],
            panel: false,
            questions: vec![question(None)],
            nests: Vec::new(),
        };
        (counts, (0..regions).map(|r| vec![question(Some(r))]).collect())
    }

    fn shown(plan: &EntityPlan, offers: usize) -> Vec<bool> {
        (0..offers).map(|o| plan.hidden.cell(0, None, Some((1, o))).is_none()).collect()
    }

    #[test]
    fn large_crossings_are_all_shown() {
        let all: Vec<_> = (0..3).flat_map(|r| (0..3).map(move |o| (r, o, [5, 4, 3]))).collect();
        let (counts, parts) = study(3, 3, &all);
        let plans = plan_entities(&counts, &plan(&counts), 0, &parts);
        for entity in plans.iter().map(|plan| plan.as_ref().unwrap()) {
            assert_eq!(shown(entity, 3), [true; 3]);
            assert_eq!(entity.columns, [false, true]);
        }
    }

    #[test]
    fn a_small_crossing_is_hidden_with_enough_beside_it() {
        let mut all: Vec<_> = (0..3).flat_map(|r| (0..3).map(move |o| (r, o, [9, 8, 7]))).collect();
        all[0].2 = [1, 1, 0];
        let (counts, parts) = study(3, 3, &all);
        let plans = plan_entities(&counts, &plan(&counts), 0, &parts);
        let hidden: Vec<usize> =
            plans.iter().flatten().map(|plan| shown(plan, 3).iter().filter(|s| !**s).count()).collect();
        assert!(!shown(plans[0].as_ref().unwrap(), 3)[0]);
        // One beside it in its row, one in its column, and what these two need.
        assert!(hidden[0] >= 2 && hidden.iter().filter(|n| **n > 0).count() >= 2, "{hidden:?}");
        assert!(hidden.iter().sum::<usize>() <= 6, "{hidden:?}");
    }

    #[test]
    fn what_the_margins_leave_little_of_is_left_no_less() {
        // The margins tell (1, 1) to within two answers; (0, 1), shown, would give it exactly.
        let rows = [(0, 0, [5, 4, 5]), (0, 1, [0, 5, 4]), (1, 0, [3, 1, 0]), (1, 1, [1, 0, 0])];
        let (counts, parts) = study(2, 2, &rows);
        let plans = plan_entities(&counts, &plan(&counts), 0, &parts);
        assert!(plans.iter().flatten().all(|plan| !plan.columns[1]), "no cell of it is shown");
    }

    #[test]
    fn a_region_that_the_whole_hides_has_no_report() {
        let rows = [(0, 0, [1, 1, 0]), (1, 0, [6, 5, 4]), (2, 1, [9, 8, 7]), (3, 1, [9, 9, 9])];
        let (counts, parts) = study(4, 2, &rows);
        let whole = plan(&counts);
        let plans = plan_entities(&counts, &whole, 0, &parts);
        for (region, plan) in plans.iter().enumerate() {
            assert_eq!(plan.is_none(), whole.cell(0, None, Some((0, region))).is_some());
        }
        assert!(plans[0].is_none() && plans[1].is_none(), "with another, so that it is not the difference");
        let counts = Counts { min_group: 1, ..counts };
        let plans = plan_entities(&counts, &super::super::plan(&counts), 0, &parts);
        assert!(
            plans
                .iter()
                .all(|plan| plan.as_ref().is_some_and(|p| p.hidden.cell(0, None, Some((1, 0))).is_none()))
        );
    }
}
