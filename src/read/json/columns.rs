//! The columns of an array of records, in order of first appearance.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::super::records::{MAX_CELL_BYTES, MAX_COLUMNS};
use super::flatten::{Record, Shape};
use crate::error::Excess;

/// Names of columns and the position of each.
#[derive(Default)]
pub(super) struct Columns {
    names: Vec<String>,
    /// Whether some record has a value there.
    filled: Vec<bool>,
    positions: FxHashMap<String, usize>,
    bytes: u64,
}

/// More than is accepted.
pub(super) struct TooMuch {
    pub(super) excess: Excess,
    pub(super) limit: u64,
}

impl Columns {
    pub(super) fn len(&self) -> usize {
        self.names.len()
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    pub(super) fn position(&self, name: &str) -> Option<usize> {
        self.positions.get(name).copied()
    }

    fn add(&mut self, name: &str, filled: bool) -> Result<(), TooMuch> {
        if let Some(i) = self.position(name) {
            if let Some(known) = self.filled.get_mut(i) {
                *known |= filled;
            }
            return Ok(());
        }
        if self.names.len() as u64 == MAX_COLUMNS {
            return Err(TooMuch { excess: Excess::Columns, limit: MAX_COLUMNS });
        }
        self.bytes += name.len() as u64;
        if self.bytes > MAX_CELL_BYTES {
            return Err(TooMuch { excess: Excess::CellBytes, limit: MAX_CELL_BYTES });
        }
        self.positions.insert(name.to_owned(), self.names.len());
        self.names.push(name.to_owned());
        self.filled.push(filled);
        Ok(())
    }

    /// Without the columns that stand for an object, where some records have none: `respondent`, always empty,
    /// beside `respondent.region`.
    pub(super) fn settled(self) -> Self {
        let sorted: BTreeSet<&str> = self.names().collect();
        let has_members = |name: &str| {
            let prefix = format!("{name}.");
            sorted.range(prefix.as_str()..).next().is_some_and(|next| next.starts_with(&prefix))
        };
        let mut settled = Self::default();
        for (name, filled) in self.names().zip(&self.filled) {
            if *filled || !has_members(name) {
                settled.positions.insert(name.to_owned(), settled.names.len());
                settled.names.push(name.to_owned());
            }
        }
        settled
    }
}

/// What was learned of one array.
pub(super) struct Array {
    /// Its place among the arrays of the document.
    pub(super) index: usize,
    pub(super) objects: u64,
    pub(super) columns: Columns,
    /// The first element that is no object, from 1, and what it is.
    pub(super) stranger: Option<(u64, Shape)>,
    /// Every record is wrapped in an object, which the columns leave out.
    pub(super) unwrap: bool,
    /// Some wrapping objects were left out before a record without one: the columns are not to be used.
    pub(super) mixed: bool,
    elements: u64,
}

impl Array {
    /// An array of which nothing is known. `unwrap`: wrapping objects are left out.
    pub(super) fn new(index: usize, unwrap: bool) -> Self {
        let columns = Columns::default();
        Self { index, objects: 0, columns, stranger: None, unwrap, mixed: false, elements: 0 }
    }

    pub(super) fn add(&mut self, shape: Shape, record: &Record) -> Result<(), TooMuch> {
        self.elements += 1;
        if shape != Shape::Object {
            self.stranger.get_or_insert((self.elements, shape));
            return Ok(());
        }
        let wrapping = record.wrapping();
        if wrapping.is_none() {
            self.mixed |= self.unwrap && self.objects > 0;
            self.unwrap = false;
        }
        let skip = wrapping.filter(|_| self.unwrap).unwrap_or(0);
        self.objects += 1;
        for (name, text) in record.cells() {
            self.columns.add(name.get(skip..).unwrap_or(name), !text.is_empty())?;
        }
        Ok(())
    }
}
