//! Ten million synthetic answers in fifty segments: the NPS of each with its interval, beside Polars' own
//! `group_by` of the same file. Wall, CPU and peak anonymous memory of each, in a process of its own.
//!
//! `cargo bench --bench ten_million`: the file, 121 MB, is written once, to the folder `tmp` of the target
//! folder. Linux only: the figures are read from /proc.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a program for developers, whose output is its result"
)]

mod usage;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use barometre::metric::Metric;
use barometre::report::{self, Options};
use polars::prelude::{Engine, LazyCsvReader, LazyFileListReader, PlRefPath, col, len};
use usage::{Since, watched};

const ROWS: u64 = 10_000_000;
const SEGMENTS: u64 = 50;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with("--")).collect();
    if let [mode, file] = arguments.as_slice() {
        return measure(mode, Path::new(file));
    }
    let file = synthetic();
    println!("{ROWS} answers, {} MB", std::fs::metadata(&file).unwrap().len() / 1_000_000);
    for mode in ["group_by", "report"] {
        let program = std::env::current_exe().unwrap();
        assert!(Command::new(program).arg(mode).arg(&file).status().unwrap().success());
    }
}

/// The file, written unless it is there: notes lean to the high end, the segments are of unequal sizes.
fn synthetic() -> PathBuf {
    const NOTES: [u8; 20] = [0, 1, 2, 3, 4, 5, 5, 6, 6, 7, 7, 7, 8, 8, 8, 8, 9, 9, 10, 10];
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join("ten_million.csv");
    if path.exists() {
        return path;
    }
    std::fs::create_dir_all(folder).unwrap();
    let unfinished = folder.join("ten_million.part");
    let mut out = std::io::BufWriter::new(std::fs::File::create(&unfinished).unwrap());
    out.write_all(b"recommandation;agence\n").unwrap();
    let mut state = 2026_u64;
    for _ in 0..ROWS {
        // Knuth's multiplier; the high bits are the random ones.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let note = NOTES[(state >> 33) as usize % NOTES.len()];
        let (one, other) = ((state >> 40) % SEGMENTS, (state >> 50) % SEGMENTS);
        writeln!(out, "{note};Agence {:02}", one.min(other) + 1).unwrap();
    }
    out.into_inner().unwrap().sync_all().unwrap();
    std::fs::rename(unfinished, &path).unwrap();
    path
}

fn measure(mode: &str, file: &Path) {
    watched(|| {
        let start = Since::now();
        if mode == "group_by" {
            assert_eq!(group_by(file), ROWS);
            return println!("{:<30} {}", "Polars group_by", start.usage());
        }
        let options = Options::default();
        let understood = report::understand(&[file.to_path_buf()], &options, &|_, _| ()).unwrap();
        println!("{:<30} {}", "barometre: structure, profile", start.usage());
        let pass = Since::now();
        let report = report::build(&understood, &options, &|_, _| ()).unwrap();
        let of_segment = report.metrics.iter().filter(|e| {
            e.metric == Metric::Nps && e.wave.is_none() && e.segment.is_some() && e.ci_low < e.ci_high
        });
        assert_eq!((of_segment.count() as u64, report.study.responses), (SEGMENTS, ROWS));
        println!("{:<30} {}", "barometre: tally, intervals", pass.usage());
        println!("{:<30} {}", "barometre: all", start.usage());
    });
}

/// Answers by segment and note, as Polars counts them; their number.
fn group_by(file: &Path) -> u64 {
    let path = PlRefPath::try_from_path(file).unwrap();
    let frame = LazyCsvReader::new(path).with_separator(b';').finish().unwrap();
    let groups = frame.group_by([col("agence"), col("recommandation")]).agg([len()]);
    let groups = groups.collect_with_engine(Engine::Streaming).unwrap().unwrap_single();
    groups.column("len").unwrap().u32().unwrap().iter().flatten().map(u64::from).sum()
}
