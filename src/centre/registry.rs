//! Names of agents, queues, reasons and channels as numbers, the same for every table and every thread.
//!
//! Which number a name gets depends on which row came first, until all rows are read; then the numbers are put in the
//! order of the names ([`Registry::sort`]), so that no order of rows or threads tells in what is computed from them.

use std::sync::{Mutex, PoisonError};

use rustc_hash::FxHashMap;

use super::tally::Dimension;

/// Names of one dimension.
#[derive(Debug, Default)]
struct Names {
    numbers: FxHashMap<String, u32>,
    names: Vec<String>,
}

/// All names, shared by the threads.
#[derive(Debug, Default)]
pub struct Registry([Mutex<Names>; 5]);

impl Registry {
    fn number(&self, dimension: Dimension, name: &str) -> u32 {
        let mut names = self.0[dimension as usize].lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(number) = names.numbers.get(name) {
            return *number;
        }
        let number = names.names.len() as u32;
        names.names.push(name.to_owned());
        names.numbers.insert(name.to_owned(), number);
        number
    }

    /// Numbers the names in their order. What was counted under the old numbers has to be told.
    pub(super) fn sort(&mut self) -> Ranks {
        Ranks(self.0.each_mut().map(|names| {
            let names = names.get_mut().unwrap_or_else(PoisonError::into_inner);
            let mut order: Vec<u32> = (0..names.names.len() as u32).collect();
            order.sort_by(|a, b| names.names[*a as usize].cmp(&names.names[*b as usize]));
            let mut ranks = vec![0; order.len()];
            for (rank, old) in (0..).zip(&order) {
                ranks[*old as usize] = rank;
            }
            names.names.sort_unstable();
            names.numbers.values_mut().for_each(|number| *number = ranks[*number as usize]);
            ranks
        }))
    }

    /// The names of a dimension by number.
    #[must_use]
    pub fn names(&self, dimension: Dimension) -> Vec<String> {
        self.0[dimension as usize].lock().unwrap_or_else(PoisonError::into_inner).names.clone()
    }
}

/// The numbers that sorted names have, by the numbers that they had.
#[derive(Debug, Clone)]
pub(super) struct Ranks([Vec<u32>; 5]);

impl Ranks {
    /// The number of a name of `dimension` that had `number`.
    pub(super) fn of(&self, dimension: Dimension, number: u32) -> u32 {
        self.0[dimension as usize].get(number as usize).copied().unwrap_or(number)
    }

    /// The same for an agent.
    pub(super) fn agent(&self, number: u32) -> u32 {
        self.of(Dimension::Agent, number)
    }
}

/// A thread's view of the registry, which remembers what it asked.
#[derive(Debug)]
pub struct Numbers<'a> {
    registry: &'a Registry,
    known: [FxHashMap<String, Option<u32>>; 5],
}

impl<'a> Numbers<'a> {
    /// A view that has asked nothing yet.
    #[must_use]
    pub fn new(registry: &'a Registry) -> Self {
        Self { registry, known: Default::default() }
    }

    /// The number of the name that a cell holds; none where `named` says that the cell names nobody. The test is
    /// made once a distinct cell.
    pub fn number(
        &mut self,
        dimension: Dimension,
        cell: &str,
        named: impl Fn(&str) -> Option<String>,
    ) -> Option<u32> {
        let known = &mut self.known[dimension as usize];
        if let Some(number) = known.get(cell) {
            return *number;
        }
        let number = named(cell).map(|name| self.registry.number(dimension, &name));
        known.insert(cell.to_owned(), number);
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_one_number_for_all() {
        let registry = Registry::default();
        let (mut a, mut b) = (Numbers::new(&registry), Numbers::new(&registry));
        let named = |cell: &str| (cell != "NO_SERVER").then(|| cell.trim().to_owned());
        assert_eq!(a.number(Dimension::Agent, "Zoé", named), Some(0));
        assert_eq!(b.number(Dimension::Agent, "Ali", named), Some(1));
        assert_eq!(b.number(Dimension::Agent, " Zoé ", named), Some(0));
        assert_eq!(b.number(Dimension::Agent, "NO_SERVER", named), None);
        assert_eq!(a.number(Dimension::Queue, "Ali", named), Some(0));
        assert_eq!(registry.names(Dimension::Agent), ["Zoé", "Ali"]);

        let mut registry = registry;
        let ranks = registry.sort();
        assert_eq!(registry.names(Dimension::Agent), ["Ali", "Zoé"]);
        assert_eq!((ranks.agent(0), ranks.agent(1)), (1, 0));
        assert_eq!(ranks.of(Dimension::Direction, 1), 1, "what has no name keeps its number");
        assert_eq!(Numbers::new(&registry).number(Dimension::Agent, "Zoé", named), Some(1));
    }
}
