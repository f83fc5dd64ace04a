//! Bounded batches from Polars' streaming engine, folded on all cores.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::sync_channel;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use polars::prelude::{DataFrame, Engine, PlanCallback};

use super::{ROW, Table};
use crate::error::{Error, Location, Result};

/// Told how many rows of how many have been read.
pub type Progress<'a> = &'a (dyn Fn(u64, u64) + Sync);

/// Streams `columns` of `table` and folds every batch into one state a thread. Which batches meet in which
/// state is not fixed: the states must merge in any order. A fold that breaks has seen enough: the engine
/// stops soon after, some further batches may still come.
///
/// # Errors
/// The engine cannot read the file, or a fold panicked.
pub fn for_each_batch<S: Send>(
    table: &Table,
    columns: &[&str],
    threads: usize,
    init: impl Fn() -> S + Sync,
    fold: impl Fn(&mut S, &DataFrame) -> ControlFlow<()> + Sync,
    progress: Progress<'_>,
) -> Result<Vec<S>> {
    let engine = |cause: String| Error::Engine { file: table.file.clone(), cause };
    let threads = threads.max(1);
    let (sender, receiver) = sync_channel::<DataFrame>(threads * 2);
    let receiver = Arc::new(Mutex::new(receiver));
    let done = AtomicU64::new(0);
    let enough = Arc::new(AtomicBool::new(false));
    thread::scope(|scope| {
        let (init, fold, done, enough) = (&init, &fold, &done, &enough);
        let workers: Vec<_> = (0..threads)
            .map(|_| {
                // The workers alone own the receiver: when the last one is gone, sending fails instead of
                // waiting for ever.
                let receiver = Arc::clone(&receiver);
                scope.spawn(move || {
                    let mut state = init();
                    loop {
                        let next = receiver.lock().unwrap_or_else(PoisonError::into_inner).recv();
                        let Ok(batch) = next else { return Ok(state) };
                        let batch = table.kept(batch)?;
                        if fold(&mut state, &batch).is_break() {
                            enough.store(true, Ordering::Relaxed);
                        }
                        let rows = batch.height() as u64;
                        progress(done.fetch_add(rows, Ordering::Relaxed) + rows, table.rows);
                    }
                })
            })
            .collect();
        drop(receiver);
        let stop = Arc::clone(enough);
        let push = PlanCallback::new(move |batch: DataFrame| {
            Ok(sender.send(batch).is_err() || stop.load(Ordering::Relaxed))
        });
        let scanned = table
            .select(columns)
            .sink_batches(push, false, None)
            .and_then(|plan| plan.collect_with_engine(Engine::Streaming))
            .map(drop);
        let states: Option<Result<Vec<S>>> = workers.into_iter().map(|w| w.join().ok()).collect();
        scanned.map_err(|e| engine(e.to_string()))?;
        states.ok_or_else(|| engine("a worker thread panicked".to_owned()))?
    })
}

/// The number of the last row of a file; none when no row is kept.
///
/// # Errors
/// The file cannot be read.
pub fn last_row(table: &Table) -> Result<Option<u64>> {
    let look = |last: &mut Option<u32>, batch: &DataFrame| {
        if let Ok(rows) = batch.column(ROW).and_then(|c| c.u32()) {
            *last = (*last).max(rows.iter().flatten().max());
        }
        ControlFlow::Continue(())
    };
    let found = for_each_batch(table, &[], 1, || None, look, &|_, _| {})?;
    Ok(found.into_iter().flatten().max().map(u64::from))
}

/// The first row, in the order of the files, whose cell of `column` passes the test: where it is, and the cell.
/// A file that cannot be read holds none.
pub fn find(
    tables: &[Table],
    column: &str,
    test: impl Fn(&str) -> bool + Sync,
) -> Option<(Location, String)> {
    tables.iter().filter(|t| t.has(column)).find_map(|table| {
        let look = |first: &mut Option<(u32, String)>, batch: &DataFrame| {
            let (Ok(rows), Ok(cells)) =
                (batch.column(ROW).and_then(|c| c.u32()), batch.column(column).and_then(|c| c.str()))
            else {
                return ControlFlow::Break(());
            };
            for (row, cell) in rows.iter().zip(cells.iter()) {
                if let (Some(row), Some(cell)) = (row, cell)
                    && first.as_ref().is_none_or(|(earlier, _)| row < *earlier)
                    && test(cell)
                {
                    *first = Some((row, cell.to_owned()));
                }
            }
            // Batches come in any order: all are read, for the first row of the file.
            ControlFlow::Continue(())
        };
        let found = for_each_batch(table, &[column], 1, || None, look, &|_, _| {}).ok()?;
        let (row, cell) = found.into_iter().flatten().min()?;
        let (file, column) = (table.file.clone(), Some(column.to_owned()));
        Some((Location { file, row: Some(u64::from(row)), column }, cell))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Options, open};

    fn table(rows: usize) -> (tempfile::TempDir, Table) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("x.csv");
        let text: String =
            std::iter::once("note;avis\n").chain((0..rows).map(|_| "5;bien et même très bien\n")).collect();
        std::fs::write(&path, text).unwrap();
        let table = open(&[path], &Options::default()).unwrap().remove(0);
        (dir, table)
    }

    fn count(
        table: &Table,
        threads: usize,
        fold: impl Fn(&mut usize, &DataFrame) -> ControlFlow<()> + Sync,
    ) -> Result<usize> {
        let states = for_each_batch(table, &["note"], threads, || 0, fold, &|_, _| ())?;
        Ok(states.into_iter().sum())
    }

    #[test]
    fn every_row_is_folded_once() {
        let (_dir, table) = table(100_000);
        for threads in [1, 2, 5] {
            let rows = count(&table, threads, |sum, batch| {
                *sum += batch.height();
                ControlFlow::Continue(())
            });
            assert_eq!(rows.unwrap(), 100_000);
        }
    }

    #[test]
    fn enough_is_enough() {
        let (_dir, table) = table(400_000);
        let rows = count(&table, 1, |sum, batch| {
            *sum += batch.height();
            ControlFlow::Break(())
        });
        assert!(rows.unwrap() < 400_000);
    }

    #[test]
    fn a_fold_that_panics_is_an_error_not_a_wait() {
        let (_dir, table) = table(400_000);
        let found = count(&table, 1, |_, _| panic!("on purpose"));
        assert!(matches!(found, Err(Error::Engine { .. })));
    }
}
