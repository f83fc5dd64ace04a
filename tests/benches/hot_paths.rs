//! The hot paths: tokenising and the one-pass tally on the sample study, calls and concordance (`cargo bench`).

#![expect(clippy::unwrap_used, reason = "a benchmark without its sample has nothing to measure")]
#![allow(missing_docs, clippy::needless_for_each)]

use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;

use barometre::concordance::{self, Concordancer, Pattern, Place};
use barometre::privacy::Redaction;
use barometre::read;
use barometre::study::{Coding, Study, profile};
use barometre::tally::{Shape, tally};
use barometre::text::{Analyzer, Reader, tokenize};
use barometre::transcript::listening::{Grid, Listener};
use barometre::transcript::{self, Call, Mapping, Vocabulary, learnt};
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

/// The sample calls, each voice with its role.
fn calls() -> Vec<Call> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/transcripts");
    let mut calls = transcript::open(&[path], 1).unwrap().calls;
    transcript::assign(&mut calls, &Mapping::default());
    calls
}

fn spoken(calls: &[Call]) -> BytesCount {
    BytesCount::new(calls.iter().flat_map(|call| &call.turns).map(|turn| turn.text.len()).sum::<usize>())
}

/// Files of calls to turns.
#[divan::bench]
fn calls_open(bencher: Bencher) {
    bencher.counter(spoken(&calls())).bench(|| black_box(calls()).len());
}

/// The grid read off every call.
#[divan::bench]
fn calls_listen(bencher: Bencher) {
    let calls = calls();
    let mut listener = Listener::new(Arc::new(Grid::shipped().unwrap()), Arc::default());
    bencher
        .counter(spoken(&calls))
        .bench_local(|| calls.iter().filter(|call| listener.read(black_box(call)).0.is_some()).count());
}

/// The terms of every call, personal data left out.
#[divan::bench]
fn calls_vocabulary(bencher: Bencher) {
    let calls = calls();
    let mut reader = learnt(&calls, Arc::default());
    bencher.counter(spoken(&calls)).bench_local(|| {
        Vocabulary::read(black_box(&calls), &mut reader, None, barometre::Lang::Fr).terms.len()
    });
}

/// A word looked up in every verbatim.
#[divan::bench]
fn concordance_word(bencher: Bencher) {
    let texts = verbatims();
    let pattern = Pattern::rule("délai").unwrap();
    let mut search = Concordancer::new(&pattern, Reader::default(), concordance::Options::default());
    bencher.counter(bytes(&texts)).bench_local(|| {
        texts.iter().map(|text| search.text(black_box(text), &Place::default(), Redaction::none)).sum::<u64>()
    });
}
