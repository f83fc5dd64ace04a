//! Ids that several rows have: is the id no key, or is a row there twice?

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use polars::prelude::DataFrame;

use super::fault::{FaultKind, Faults, TableKind};
use super::field::Field;
use super::source::{Source, hash};
use crate::error::Result;
use crate::read::{Table, for_each_batch};

/// Columns beside the id that are tried for a key.
const TRIED: usize = 8;

/// The id, the content and the number of each row.
#[derive(Debug, Clone, Default)]
pub(super) struct Repeats(Vec<(u64, u64, u32)>);

impl Repeats {
    /// Adds a row: hash of its id, hash of what it says, its number.
    pub(super) fn add(&mut self, id: u64, content: u64, row: u64) {
        self.0.push((id, content, row as u32));
    }

    /// Adds those of another part.
    pub(super) fn merge(&mut self, mut other: Self) {
        self.0.append(&mut other.0);
    }

    /// Counts the rows whose id an earlier row has, and those that say all that an earlier one says. Where the id
    /// repeats, the column that makes a key of it, if one does: id and column.
    pub(super) fn find(
        mut self,
        source: Option<&Source>,
        faults: &mut Faults,
        threads: usize,
    ) -> Result<Option<(String, String)>> {
        self.0.sort_unstable();
        let (mut repeated, mut copies) = (Vec::new(), Vec::new());
        for same in self.0.chunk_by(|a, b| a.0 == b.0) {
            let mut rows: Vec<u64> = same.iter().map(|(.., row)| u64::from(*row)).collect();
            rows.sort_unstable();
            repeated.extend_from_slice(&rows[1..]);
            for equal in same.chunk_by(|a, b| a.1 == b.1) {
                copies.extend(equal[1..].iter().map(|(.., row)| u64::from(*row)));
            }
        }
        repeated.sort_unstable();
        copies.sort_unstable();
        faults.add_many(TableKind::Calls, FaultKind::Repeated, copies.len() as u64, &copies);
        let others = repeated.len() - copies.len();
        if others == 0 {
            return Ok(None);
        }
        faults.add_many(TableKind::Calls, FaultKind::RepeatedId, repeated.len() as u64, &repeated);
        let Some(source) = source else { return Ok(None) };
        let Some(id) = source.mapping.columns.get(&Field::Id) else { return Ok(None) };
        if id.second.is_some() {
            return Ok(None);
        }
        // Columns near the id are the likely ones: a line, a site.
        let names = source.table.columns();
        let at = names.iter().position(|name| *name == id.name).unwrap_or(0);
        let mut near: Vec<(usize, &str)> = names
            .iter()
            .enumerate()
            .filter(|(i, _)| *i != at)
            .map(|(i, name)| (i.abs_diff(at), *name))
            .collect();
        near.sort_by_key(|(far, _)| *far);
        for (_, other) in near.into_iter().take(TRIED) {
            if is_key(&source.table, &id.name, other, threads)? {
                return Ok(Some((id.name.clone(), other.to_owned())));
            }
        }
        Ok(None)
    }
}

/// Whether two columns together tell every row from every other.
fn is_key(table: &Table, id: &str, other: &str, threads: usize) -> Result<bool> {
    let fold = |seen: &mut Vec<(u64, u64)>, batch: &DataFrame| {
        let text = |name: &str| batch.column(name).ok()?.str().ok();
        if let (Some(ids), Some(others)) = (text(id), text(other)) {
            seen.extend(
                ids.iter().zip(others.iter()).map(|(a, b)| (hash(a.unwrap_or("")), hash(b.unwrap_or("")))),
            );
        }
        ControlFlow::Continue(())
    };
    let parts = for_each_batch(table, &[id, other], threads, Vec::new, fold, &|_, _| ())?;
    let mut all: Vec<(u64, u64)> = parts.into_iter().flatten().collect();
    let values: BTreeSet<u64> = all.iter().take(1000).map(|(_, other)| *other).collect();
    all.sort_unstable();
    // A moment to the second tells almost everything apart, and is no part of an id.
    Ok(values.len() < 500 && all.windows(2).all(|two| two[0] != two[1]))
}
