//! The hot paths: tokenising and the one-pass tally, on the sample study (`cargo bench`).

#![expect(clippy::unwrap_used, reason = "a benchmark without its sample has nothing to measure")]
#![allow(missing_docs, clippy::needless_for_each)]

use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;

use barometre::read;
use barometre::study::{Coding, Study, profile};
use barometre::tally::{Shape, tally};
use barometre::text::{Analyzer, tokenize};
use divan::Bencher;
use divan::counter::BytesCount;

fn main() {
    divan::main();
}

fn sample() -> csv::Reader<std::fs::File> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/telecom.csv");
    csv::ReaderBuilder::new().delimiter(b';').from_path(path).unwrap()
}

fn verbatims() -> Vec<String> {
    sample().records().map(|r| r.unwrap()[15].to_owned()).collect()
}

fn bytes(texts: &[String]) -> BytesCount {
    BytesCount::new(texts.iter().map(String::len).sum::<usize>())
}

/// Every text tokenised anew.
#[divan::bench]
fn tokenize_plain(bencher: Bencher) {
    let texts = verbatims();
    bencher
        .counter(bytes(&texts))
        .bench(|| texts.iter().map(|t| tokenize(black_box(t)).len()).sum::<usize>());
}

/// The analyzer of the tally, its vocabulary empty at first.
#[divan::bench]
fn analyzer_cold(bencher: Bencher) {
    let texts = verbatims();
    bencher.counter(bytes(&texts)).bench(|| {
        let mut analyzer = Analyzer::new();
        texts.iter().for_each(|t| analyzer.tokens(black_box(t), |token| _ = black_box(token)));
    });
}

/// The same with its vocabulary filled, as on a long file.
#[divan::bench]
fn analyzer_warm(bencher: Bencher) {
    let texts = verbatims();
    let mut analyzer = Analyzer::new();
    texts.iter().for_each(|t| analyzer.tokens(t, |_| ()));
    bencher.counter(bytes(&texts)).bench_local(|| {
        texts.iter().for_each(|t| analyzer.tokens(black_box(t), |token| _ = black_box(token)));
    });
}

/// The whole pass over a file of 48,000 responses: scan, code, count, merge.
#[divan::bench(args = [1, 2], sample_count = 10)]
fn one_pass_tally(bencher: Bencher, threads: usize) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("sample.csv");
    let mut reader = sample();
    let mut writer = csv::Writer::from_path(&path).unwrap();
    writer.write_record(reader.headers().unwrap()).unwrap();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    for _ in 0..20 {
        rows.iter().for_each(|r| writer.write_record(r).unwrap());
    }
    writer.flush().unwrap();
    let size = std::fs::metadata(&path).unwrap().len();

    let tables = read::open(&[path], &read::Options::default()).unwrap();
    let profiles = profile(&tables, threads, &|_, _| {}).unwrap();
    let study = Study::infer(&profiles, &[]);
    let coding = Coding::new(&study, &profiles, &tables, 1).unwrap();
    let readers = vec![barometre::text::Reader::default(); coding.texts.len()];
    let shape = Arc::new(Shape::new(&coding, vec![0, 1, 2], false));
    bencher
        .counter(BytesCount::new(size))
        .bench(|| tally(&tables, &coding, &shape, &readers, threads, &|_, _| {}).unwrap().rows);
}
