//! Personal data out of a survey file, and what its verbatims tell that is sensitive.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::{Mutex, PoisonError};

use polars::prelude::DataFrame;

use super::{Identifier, Sensitive, redact, sensitive};
use crate::error::Result;
use crate::lang::Lang;
use crate::read::{self, FILE, Progress, ROW, Table};

/// A verbatim that tells something sensitive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SensitiveCell {
    /// File.
    pub file: String,
    /// Row as the spreadsheet numbers it.
    pub row: u32,
    /// Column.
    pub column: String,
    /// What it tells, alerts last.
    pub kinds: Vec<Sensitive>,
    /// The text, identifiers masked unless they were asked for.
    pub text: String,
}

/// What was found in a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Redacted {
    /// Cells where something was masked.
    pub cells: u64,
    /// Identifiers masked, by kind.
    pub counts: BTreeMap<Identifier, u64>,
    /// Verbatims that tell something sensitive, in the order of the file.
    pub sensitive: Vec<SensitiveCell>,
}

impl Redacted {
    /// Adds what was found in another file.
    pub fn merge(&mut self, other: Self) {
        self.cells += other.cells;
        for (kind, n) in other.counts {
            *self.counts.entry(kind).or_default() += n;
        }
        self.sensitive.extend(other.sensitive);
    }
}

/// Columns of a table that a person sees.
#[must_use]
pub fn columns(table: &Table) -> Vec<&str> {
    table.columns().into_iter().filter(|column| *column != FILE).collect()
}

/// Calls `write` for each row of `table`, in its order, the cells of [`columns`] masked by [`redact`], in the words of
/// `lang`. Every column is looked at: an address may stand in any. Where `show`, nothing is masked but all is counted.
///
/// # Errors
/// The file cannot be read, or `write` fails.
pub fn redact_table<E: Send>(
    table: &Table,
    lang: Lang,
    show: bool,
    progress: Progress<'_>,
    write: impl FnMut(&[String]) -> std::result::Result<(), E> + Send,
) -> Result<(Redacted, std::result::Result<(), E>)> {
    let columns = columns(table);
    let state = Mutex::new((Redacted::default(), write, Ok(())));
    let fold = |(): &mut (), batch: &DataFrame| {
        let (found, write, outcome) = &mut *state.lock().unwrap_or_else(PoisonError::into_inner);
        let Ok(rows) = batch.column(ROW).and_then(|c| c.u32()) else { return ControlFlow::Break(()) };
        for (i, row) in rows.iter().enumerate() {
            let mut cells = Vec::with_capacity(columns.len());
            for column in &columns {
                let cell = batch.column(column).ok().and_then(|c| c.str().ok()?.get(i)).unwrap_or_default();
                let redaction = redact(cell, lang);
                found.cells += u64::from(!redaction.masks.is_empty());
                for (kind, n) in redaction.counts() {
                    *found.counts.entry(kind).or_default() += n;
                }
                let text = if show { cell.to_owned() } else { redaction.text.into_owned() };
                let mut kinds: Vec<Sensitive> = sensitive(cell).into_iter().map(|m| m.kind).collect();
                kinds.sort_unstable();
                kinds.dedup();
                if !kinds.is_empty() {
                    found.sensitive.push(SensitiveCell {
                        file: table.name(),
                        row: row.unwrap_or_default(),
                        column: (*column).to_owned(),
                        kinds,
                        text: text.clone(),
                    });
                }
                cells.push(text);
            }
            *outcome = write(&cells);
            if outcome.is_err() {
                return ControlFlow::Break(());
            }
        }
        ControlFlow::Continue(())
    };
    // One thread: the batches come in the order of the file.
    read::for_each_batch(table, &columns, 1, || (), fold, progress)?;
    let (found, _, outcome) = state.into_inner().unwrap_or_else(PoisonError::into_inner);
    Ok((found, outcome))
}
