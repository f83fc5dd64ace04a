//! Bounded batches from Polars' streaming engine, folded on all cores.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::sync_channel;
use std::sync::{Mutex, PoisonError};
use std::thread;

use polars::prelude::{DataFrame, Engine, PlanCallback};

use super::Table;
use crate::error::{Error, Result};

/// Told how many rows of how many have been read.
pub type Progress<'a> = &'a (dyn Fn(u64, u64) + Sync);

/// Streams `columns` of `table` and folds every batch into one state a thread. Which batches meet in which
/// state is not fixed: the states must merge in any order.
///
/// # Errors
/// The engine cannot read the file.
pub fn for_each_batch<S: Send>(
    table: &Table,
    columns: &[&str],
    threads: usize,
    init: impl Fn() -> S + Sync,
    fold: impl Fn(&mut S, &DataFrame) + Sync,
    progress: Progress<'_>,
) -> Result<Vec<S>> {
    let engine = |cause: String| Error::Engine { file: table.file.clone(), cause };
    let threads = threads.max(1);
    let (sender, receiver) = sync_channel::<DataFrame>(threads * 2);
    let done = AtomicU64::new(0);
    let receiver = Mutex::new(receiver);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|_| {
                scope.spawn(|| {
                    let mut state = init();
                    loop {
                        let next = receiver.lock().unwrap_or_else(PoisonError::into_inner).recv();
                        let Ok(batch) = next else { return state };
                        fold(&mut state, &batch);
                        let rows = batch.height() as u64;
                        progress(done.fetch_add(rows, Ordering::Relaxed) + rows, table.rows);
                    }
                })
            })
            .collect();
        let push = PlanCallback::new(move |batch: DataFrame| Ok(sender.send(batch).is_err()));
        let scanned = table
            .select(columns)
            .sink_batches(push, false, None)
            .and_then(|plan| plan.collect_with_engine(Engine::Streaming))
            .map(drop);
        let states: Option<Vec<S>> = workers.into_iter().map(|w| w.join().ok()).collect();
        scanned.map_err(|e| engine(e.to_string()))?;
        states.ok_or_else(|| engine("a worker thread stopped".to_owned()))
    })
}
