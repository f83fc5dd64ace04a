//! Which segment values lie inside which others.

use super::table::{Table, size};
use super::{Counts, Segment};

/// Segment values by number, columns one after the other, with the values that hold them.
pub(super) struct Relations {
    /// Number of the first value of each column.
    pub offsets: Vec<usize>,
    /// Column of each value.
    pub column: Vec<usize>,
    /// Values that hold each value, through others included, ascending.
    pub ancestors: Vec<Vec<usize>>,
}

impl Relations {
    pub(super) fn new(counts: &Counts, table: &Table) -> Self {
        let mut offsets = Vec::with_capacity(counts.columns.len());
        let mut column = Vec::new();
        for (c, n) in counts.columns.iter().enumerate() {
            offsets.push(column.len());
            column.extend(std::iter::repeat_n(c, *n));
        }
        let mut relations = Self { ancestors: vec![Vec::new(); column.len()], offsets, column };
        for nest in &counts.nests {
            let (child, parent) = (relations.id(nest.child), relations.id(nest.parent));
            relations.ancestors[child].push(parent);
        }
        loop {
            let before: usize = relations.ancestors.iter().map(Vec::len).sum();
            relations.close();
            relations.join(table);
            if relations.ancestors.iter().map(Vec::len).sum::<usize>() == before {
                return relations;
            }
        }
    }

    pub(super) fn id(&self, segment: Segment) -> usize {
        self.offsets[segment.0] + segment.1
    }

    pub(super) fn ids(&self) -> std::ops::Range<usize> {
        0..self.column.len()
    }

    /// Values of a column.
    pub(super) fn values(&self, column: usize) -> std::ops::Range<usize> {
        let end = self.offsets.get(column + 1).copied().unwrap_or(self.column.len());
        self.offsets[column]..end
    }

    /// Values of `column` that lie inside `parent`.
    pub(super) fn children(&self, parent: usize, column: usize) -> Vec<usize> {
        self.values(column).filter(|id| self.inside(*id, parent)).collect()
    }

    pub(super) fn inside(&self, id: usize, parent: usize) -> bool {
        self.ancestors[id].binary_search(&parent).is_ok()
    }

    /// Columns tied to `column` by values inside values, itself included.
    pub(super) fn cluster(&self, column: usize) -> Vec<usize> {
        let mut cluster = vec![column];
        let mut at = 0;
        while at < cluster.len() {
            for id in self.ids() {
                for parent in &self.ancestors[id] {
                    let (a, b) = (self.column[id], self.column[*parent]);
                    for (one, other) in [(a, b), (b, a)] {
                        if one == cluster[at] && !cluster.contains(&other) {
                            cluster.push(other);
                        }
                    }
                }
            }
            at += 1;
        }
        cluster.sort_unstable();
        cluster
    }

    /// What holds a value holds what is inside it.
    fn close(&mut self) {
        for id in self.ids() {
            let mut found = std::mem::take(&mut self.ancestors[id]);
            let mut at = 0;
            while at < found.len() {
                for further in &self.ancestors[found[at]] {
                    if !found.contains(further) {
                        found.push(*further);
                    }
                }
                at += 1;
            }
            found.retain(|parent| self.column[*parent] != self.column[id]);
            found.sort_unstable();
            found.dedup();
            self.ancestors[id] = found;
        }
    }

    /// A value that is all made of values inside another is inside it too.
    fn join(&mut self, table: &Table) {
        for column in 0..self.offsets.len() {
            let mut parents: Vec<usize> =
                self.values(column).flat_map(|id| self.ancestors[id].iter().copied()).collect();
            parents.sort_unstable();
            parents.dedup();
            for parent in parents {
                let children = self.children(parent, column);
                let rest = table.rest(table.of(parent), &children);
                if rest.iter().any(|groups| size(*groups) > 0) {
                    continue;
                }
                let mut shared = self.ancestors[children[0]].clone();
                if children.len() == 1 {
                    shared.push(children[0]);
                }
                shared.retain(|id| {
                    self.column[*id] != self.column[parent]
                        && children.iter().all(|child| child == id || self.inside(*child, *id))
                });
                self.ancestors[parent].extend(shared);
                self.ancestors[parent].sort_unstable();
                self.ancestors[parent].dedup();
            }
        }
    }
}
