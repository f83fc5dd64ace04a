//! Which cells to hide.

use std::collections::{BTreeMap, BTreeSet};

use super::margins::margins;
use super::relations::Relations;
use super::table::{State, Table, add, size};
use super::{Counts, Groups, Hidden};

/// Tells which cells to hide.
///
/// 1. A question whose total is under the minimum group, or small and unanimous, is hidden whole, and asks
///    nothing of the others.
/// 2. Waves whose total is, are hidden in every table, the rows without a wave counted as one, with the
///    smallest others that make them two or more and their sum safe. What follows holds for each wave that
///    is shown and for the sum of those that are not: a *place*.
/// 3. A value of a segment column that is too small or unanimous in one place, for one question, is hidden in
///    every wave and in all of them together. So are the values inside it.
/// 4. The hidden values of a column that lie inside the same published values (teams of one region) are known
///    by their sum, rows without a value included. There must be two of them, and the sum safe or 0 at every
///    place; else the smallest value beside them that makes it so is hidden too, and when there is none, what
///    holds them.
/// 5. Rows without a value are never shown, but are what the values leave of a total. Where they would tell and
///    no hidden value is beside them, the smallest value that covers them is hidden.
/// 6. A value inside two others of which none holds the other (a team in a site and in a department) makes a
///    cycle. Where one of the two must be hidden, only one column of all that are tied by such values stays.
///
/// 7. A hidden value of a column that is not nested is shown in all waves together where the sums of the waves
///    and those of the values leave every cell of them at least the minimum group wide, answer by answer.
///
/// Then every other count that is hidden may be anything from 0 to its sum, as far as the published numbers tell: move
/// the answers of the others to it, wave by wave and answer by answer, and nothing that is published changes.
/// Columns that are not nested do not help each other: whatever their hidden counts, some crossing of them
/// has these margins.
///
/// Ties are broken by the order of values. Nothing is hidden with a minimum group of 1.
///
/// ```
/// use barometre::privacy::{Counts, Question, Reason, plan};
/// // One question of three answers, one wave, no rows without a wave; a column of three teams.
/// let none = vec![0, 0, 0];
/// let teams = vec![vec![3, 1, 0], vec![4, 3, 2], vec![9, 6, 5], none.clone(), none.clone(), none.clone()];
/// let total = vec![vec![16, 10, 7], none];
/// let hidden = plan(&Counts {
///     min_group: 5,
///     waves: 1,
///     columns: vec![3],
///     panel: false,
///     questions: vec![Question { groups: vec![0, 1, 2], cells: vec![total, teams] }],
///     nests: Vec::new(),
/// });
/// assert_eq!(hidden.cell(0, None, None), None);
/// assert_eq!(hidden.cell(0, None, Some((0, 0))), Some(Reason::TooFew));
/// assert_eq!(hidden.cell(0, Some(0), Some((0, 1))), Some(Reason::Complementary));
/// assert_eq!(hidden.cell(0, None, Some((0, 2))), None);
/// ```
#[must_use]
pub fn plan(counts: &Counts) -> Hidden {
    let table = Table::new(counts);
    let relations = Relations::new(counts, &table);
    let n = relations.column.len();
    let mut plan = Plan {
        table,
        relations,
        values: vec![Shown::Yes; n],
        flat: vec![false; counts.columns.len()],
        empty: BTreeSet::new(),
    };
    if counts.min_group > 1 {
        plan.primary();
        plan.settle();
        if !counts.panel {
            plan.join_waves(counts);
        }
    }
    plan.cells(counts)
}

/// Whether a value of a segment column is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    Yes,
    /// Hidden to cover the rows without a value: itself large enough, so that what is inside it may be shown.
    Cover,
    /// In all waves together, not in any of them.
    Together,
    No,
}

pub(super) struct Plan {
    pub table: Table,
    pub relations: Relations,
    pub values: Vec<Shown>,
    /// Columns of a cluster of which one column alone is shown.
    pub flat: Vec<bool>,
    /// Hidden values and questions, as numbered in the table, of which all waves together tell 0.
    pub empty: BTreeSet<(usize, usize)>,
}

impl Plan {
    fn primary(&mut self) {
        for id in self.relations.ids() {
            if !self.table.safe(self.table.of(id)) {
                self.values[id] = Shown::No;
            }
        }
    }

    /// Hides what must be until no rule asks for more. Each turn hides a value at least.
    fn settle(&mut self) {
        self.inherit();
        loop {
            let mut hid = self.uncross();
            for column in 0..self.flat.len() {
                while self.complete(column) || self.cover(column) {
                    self.inherit();
                    hid = true;
                }
            }
            if !hid {
                return;
            }
            self.inherit();
        }
    }

    /// Hides what is inside something hidden.
    fn inherit(&mut self) {
        for id in self.relations.ids() {
            if self.relations.ancestors[id].iter().any(|parent| self.values[*parent] == Shown::No) {
                self.values[id] = Shown::No;
            }
        }
    }

    /// The innermost published values that hold `id`.
    fn holders(&self, id: usize) -> Vec<usize> {
        let published: Vec<usize> = self.relations.ancestors[id]
            .iter()
            .copied()
            .filter(|parent| self.values[*parent] != Shown::No)
            .collect();
        let inner = |parent: &usize| {
            !published.iter().any(|other| {
                self.relations.inside(*other, *parent)
                    && (!self.relations.inside(*parent, *other) || other < parent)
            })
        };
        published.iter().copied().filter(inner).collect()
    }

    /// Of a column where a value is inside something hidden and inside something published that does not hold
    /// it, leaves one column of the cluster.
    fn uncross(&mut self) -> bool {
        let crossed = |id: usize| {
            let ancestors = &self.relations.ancestors[id];
            !self.flat[self.relations.column[id]]
                && ancestors.iter().any(|hidden| {
                    self.values[*hidden] == Shown::No
                        && ancestors.iter().any(|other| {
                            self.values[*other] != Shown::No && !self.relations.inside(*hidden, *other)
                        })
                })
        };
        let Some(id) = self.relations.ids().find(|id| crossed(*id)) else { return false };
        self.flatten(self.relations.column[id]);
        true
    }

    /// Hides every column tied to `column` but one, the largest of those that nothing holds.
    fn flatten(&mut self, column: usize) {
        let cluster = self.relations.cluster(column);
        let outermost =
            |c: &&usize| self.relations.values(**c).all(|id| self.relations.ancestors[id].is_empty());
        let kept = cluster
            .iter()
            .filter(outermost)
            .max_by_key(|c| (self.relations.values(**c).len(), std::cmp::Reverse(**c)))
            .copied();
        for column in cluster {
            self.flat[column] = true;
            if Some(column) != kept {
                self.relations.values(column).for_each(|id| self.values[id] = Shown::No);
            }
        }
    }

    /// Values of a column by what holds them.
    pub(super) fn families(
        &self,
        column: usize,
        keep: impl Fn(Shown) -> bool,
    ) -> BTreeMap<Vec<usize>, Vec<usize>> {
        let mut families: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
        for id in self.relations.values(column).filter(|id| keep(self.values[*id])) {
            families.entry(self.holders(id)).or_default().push(id);
        }
        families
    }

    /// The rows of a family that have no value in `column`, none when they cannot be told from those of other
    /// families.
    pub(super) fn unnamed(&self, column: usize, holders: &[usize]) -> Option<Vec<Groups>> {
        let (whole, inside) = match holders {
            [] => (self.table.totals(), self.relations.values(column).collect()),
            [parent] => (self.table.of(*parent), self.relations.children(*parent, column)),
            _ => return None,
        };
        let alike = inside.iter().all(|id| self.holders(*id) == holders);
        alike.then(|| self.table.rest(whole, &inside))
    }

    /// Makes the hidden values of every family of a column enough; true when one more had to be hidden.
    fn complete(&mut self, column: usize) -> bool {
        let hidden = self.families(column, |shown| shown == Shown::No);
        if hidden.is_empty() {
            return false;
        }
        let shown = self.families(column, |shown| shown != Shown::No);
        for (holders, members) in hidden {
            let rest = self.unnamed(column, &holders);
            let known = rest.is_some();
            let rest = rest.unwrap_or_else(|| self.table.nothing());
            let named = usize::from(rest.iter().any(|groups| size(*groups) > 0));
            let sum = self.table.union(rest, &members);
            let missing = self.missing(column);
            let enough = |members: usize, sum: &[Groups]| {
                members >= 2
                    && self.table.safe(sum)
                    // A sum of 0 is known to be 0, unless there are others that it does not count.
                    && (known || sum.iter().zip(&missing).all(|(sum, m)| size(*sum) > 0 || size(*m) == 0))
            };
            let n = members.len() + named;
            if enough(n, &sum) {
                continue;
            }
            let mut beside = shown.get(&holders).cloned().unwrap_or_default();
            beside.sort_by_key(|id| (self.table.size(*id), *id));
            let alone = beside.iter().find(|id| enough(n + 1, &self.table.union(sum.clone(), &[**id])));
            let next =
                alone.or_else(|| beside.iter().find(|id| self.table.size(**id) > 0)).or(beside.first());
            if let Some(next) = next {
                self.values[*next] = Shown::No;
                return true;
            }
            if self.widen(column, &holders) {
                return true;
            }
        }
        false
    }

    /// Hides what holds a family that has no other value to hide.
    fn widen(&mut self, column: usize, holders: &[usize]) -> bool {
        if holders.len() > 1 {
            self.flatten(column);
            return true;
        }
        let published = |id: &usize| self.values[*id] != Shown::No;
        let mut parents: Vec<usize> = self
            .relations
            .values(column)
            .flat_map(|id| self.relations.ancestors[id].iter().copied())
            .filter(published)
            .collect();
        // First those beside the hidden parents, then what holds them all, then any.
        let order = |id: &usize| {
            let beside =
                *id != holders.first().copied().unwrap_or(usize::MAX) && self.holders(*id) == holders;
            (!beside, !holders.contains(id), self.table.size(*id), *id)
        };
        parents.sort_by_key(order);
        let Some(parent) = parents.first() else { return false };
        self.values[*parent] = Shown::No;
        true
    }

    /// Rows without a value of a column.
    pub(super) fn missing(&self, column: usize) -> Vec<Groups> {
        let values: Vec<usize> = self.relations.values(column).collect();
        self.table.rest(self.table.totals(), &values)
    }

    /// Hides a value beside rows without one that would tell; true when there was one to hide.
    fn cover(&mut self, column: usize) -> bool {
        let mut parents: Vec<usize> = self
            .relations
            .values(column)
            .flat_map(|id| self.relations.ancestors[id].iter().copied())
            .filter(|parent| self.values[*parent] != Shown::No)
            .collect();
        parents.sort_unstable();
        parents.dedup();
        let unnamed = self.missing(column);
        let wholes = std::iter::once(None).chain(parents.into_iter().map(Some));
        for whole in wholes {
            let inside = whole.map_or_else(
                || self.relations.values(column).collect(),
                |parent| self.relations.children(parent, column),
            );
            let counts = whole.map_or(self.table.totals(), |parent| self.table.of(parent));
            let rest = self.table.rest(counts, &inside);
            // Rows inside a value of this column, without what holds it, may hide as many of these.
            let unheld = whole.map(|parent| self.missing(self.relations.column[parent]));
            let (shown, hidden): (Vec<usize>, Vec<usize>) =
                inside.iter().partition(|id| self.values[**id] == Shown::Yes);
            let beside = self.table.union(self.table.nothing(), &hidden);
            let tells = |sum: Groups| State::of(sum, self.table.min_group).tells();
            let exposed: Vec<usize> = (0..rest.len())
                .filter(|place| {
                    let mut most = rest[*place];
                    if let Some(unheld) = &unheld {
                        add(&mut most, unheld[*place]);
                    }
                    let most = [0, 1, 2].map(|k| most[k].min(unnamed[*place][k]));
                    let mut sum = rest[*place];
                    let known = tells(sum) || (size(sum) == 0 && size(most) > 0);
                    add(&mut sum, beside[*place]);
                    (known && size(beside[*place]) == 0) || (size(most) > 0 && tells(sum))
                })
                .collect();
            let covers = |id: &usize| exposed.iter().filter(|p| size(self.table.of(*id)[**p]) > 0).count();
            let mut able: Vec<usize> = shown.into_iter().filter(|id| covers(id) > 0).collect();
            able.sort_by_key(|id| (covers(id) < exposed.len(), self.table.size(*id), *id));
            if let Some(id) = able.first() {
                self.values[*id] = Shown::Cover;
                return true;
            }
        }
        false
    }

    /// Shows in all waves together what of the hidden values can be, in columns that are not nested.
    fn join_waves(&mut self, counts: &Counts) {
        let nested = |id: usize| {
            !self.relations.ancestors[id].is_empty()
                || self.relations.ids().any(|c| self.relations.inside(c, id))
        };
        for column in 0..self.flat.len() {
            let values = self.relations.values(column);
            let first = values.start;
            let hidden: Vec<usize> =
                values.clone().filter(|id| self.values[*id] != Shown::Yes).map(|id| id - first).collect();
            if hidden.is_empty() || values.clone().any(nested) {
                continue;
            }
            let found = margins(counts, &self.table.questions, column, &hidden, &self.table.row);
            for (at, value) in hidden.iter().enumerate() {
                let id = first + value;
                self.values[id] = if found.shown[at] { Shown::Together } else { Shown::No };
                self.empty.extend((0..found.empty.len()).filter(|q| found.empty[*q][at]).map(|q| (id, q)));
            }
        }
    }
}
