//! A long file, each way in a process of its own: a Polars CSV scan of the columns that the core task reads, the
//! core task (scores and keyness, as JSON), the same columns through our reader, a whole report. Wall, CPU and peak
//! anonymous memory; scan and task in pairs, three times, since only their ratio carries over.
//!
//! `cargo bench --bench long_file -- FILE [COPIES]`: the CSV is repeated COPIES times (18 by default) into a
//! temporary file first. Linux only: the figures are read from /proc.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a program for developers, whose output is its result"
)]

mod usage;

use std::io::{BufRead, BufReader, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::Command;

use barometre::read;
use barometre::report::{self, Options, folder};
use polars::prelude::{Expr, LazyCsvReader, LazyFileListReader, PlRefPath, col};
use usage::{Since, watched};

const MODES: [&str; 4] = ["polars", "core", "scan", "report"];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with("--")).collect();
    match arguments.as_slice() {
        [mode, file] if MODES.contains(&mode.as_str()) => measure(mode, Path::new(file)),
        [file, copies @ ..] => {
            let copies = copies.first().map_or(18, |c| c.parse().unwrap());
            let (_dir, long) = repeat(Path::new(file), copies);
            let megabytes = std::fs::metadata(&long).unwrap().len() / 1_000_000;
            println!("{copies} copies, {megabytes} MB");
            for mode in ["polars", "core", "polars", "core", "polars", "core", "scan", "report"] {
                let program = std::env::current_exe().unwrap();
                assert!(Command::new(program).arg(mode).arg(&long).status().unwrap().success());
            }
        }
        [] => println!("nothing to measure: name a CSV (see the head of this file)"),
    }
}

/// The header once, the other lines `copies` times.
fn repeat(file: &Path, copies: usize) -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("long.csv");
    let mut out = std::io::BufWriter::new(std::fs::File::create(&path).unwrap());
    for copy in 0..copies {
        let mut input = BufReader::new(std::fs::File::open(file).unwrap());
        let mut header = Vec::new();
        input.read_until(b'\n', &mut header).unwrap();
        if copy == 0 {
            out.write_all(&header).unwrap();
        }
        std::io::copy(&mut input, &mut out).unwrap();
    }
    out.flush().unwrap();
    (dir, path)
}

fn measure(mode: &str, file: &Path) {
    watched(|| {
        let start = Since::now();
        match mode {
            "polars" => polars_scan(file),
            "core" => core_task(file),
            "scan" => scan(file),
            _ => write(file),
        }
        println!("{mode:<8} {}", start.usage());
    });
}

/// Columns of the text, its score, its segments and its date: those that the core task reads of the reviews.
const COLUMNS: [&str; 5] = ["note", "avis", "assureur", "produit", "date_publication"];

/// The columns of the core task that the file has, as Polars reads them.
fn polars_scan(file: &Path) {
    let path = PlRefPath::try_from_path(file).unwrap();
    let mut frame = LazyCsvReader::new(path).with_infer_schema_length(Some(0)).finish().unwrap();
    let schema = frame.collect_schema().unwrap();
    let columns: Vec<Expr> = COLUMNS.into_iter().filter(|name| schema.contains(name)).map(col).collect();
    let read = frame.select(columns).collect().unwrap();
    assert!(read.height() > 0);
}

/// `barometre report FILE --only metrics,keyness --format json`.
fn core_task(file: &Path) {
    let options = Options { quotes: false, ..Options::default() };
    let understood = report::understand(&[file.to_path_buf()], &options, &|_, _| ()).unwrap();
    let report = report::build(&understood, &options, &|_, _| ()).unwrap();
    let mut out = std::io::BufWriter::new(tempfile::tempfile().unwrap());
    serde_json::to_writer_pretty(&mut out, &(&report.metrics, &report.keyness)).unwrap();
}

/// The columns that a report reads, streamed and dropped.
fn scan(file: &Path) {
    let tables = read::open(&[file.to_path_buf()], &read::Options::default()).unwrap();
    let columns: Vec<&str> = tables[0].columns();
    read::for_each_batch(&tables[0], &columns, 2, || (), |(), _| ControlFlow::Continue(()), &|_, _| ())
        .unwrap();
}

fn write(file: &Path) {
    let options = Options::default();
    let understood = report::understand(&[file.to_path_buf()], &options, &|_, _| ()).unwrap();
    let report = report::build(&understood, &options, &|_, _| ()).unwrap();
    let out = tempfile::tempdir().unwrap();
    folder::write(&report, out.path(), false).unwrap();
}
