//! A year of a contact centre in one file of a million calls, each way in a process of its own: a Polars CSV scan of
//! the columns, streamed and dropped; the report of the centre. Wall, CPU and peak anonymous memory; scan and report in
//! pairs, three times, since only their ratio carries over.
//!
//! `cargo bench --bench million_calls`: the file, 106 MB, is written to a temporary folder first. Linux only: the
//! figures are read from /proc.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a program for developers, whose output is its result"
)]

mod usage;

use std::io::Write;
use std::path::Path;
use std::process::Command;

use barometre::centre::{Indicator, TableKind};
use barometre::report::{CentreOptions, Options, build_centre, understand_centre};
use polars::prelude::{DataFrame, Engine, LazyCsvReader, LazyFileListReader, PlRefPath, PlanCallback};
use usage::{Since, watched};

const CALLS: u64 = 1_000_000;
const AGENTS: u64 = 120;
const CUSTOMERS: u64 = 300_000;
const QUEUES: [&str; 6] = ["Accueil", "Commercial", "Facturation", "Résiliation", "Technique", "Entreprises"];
const COLUMNS: &str = "id_appel;date_heure;direction;file;agent;duree_svi;attente;sonnerie;conversation;\
                       attente_garde;post_appel;issue;transfere;resolu;client;motif";

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with("--")).collect();
    if let [mode, file] = arguments.as_slice() {
        return measure(mode, Path::new(file));
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("appels.csv");
    write(&file);
    println!("{CALLS} calls, {} MB", std::fs::metadata(&file).unwrap().len() / 1_000_000);
    for _ in 0..3 {
        let [scan, centre] = ["scan", "centre"].map(|mode| {
            let told = Command::new(std::env::current_exe().unwrap()).arg(mode).arg(&file).output().unwrap();
            assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
            let told = String::from_utf8(told.stdout).unwrap();
            print!("{told}");
            let cpu = told.lines().last().unwrap().split("CPU ").nth(1).unwrap();
            cpu.split(' ').next().unwrap().parse::<f64>().unwrap()
        });
        println!("{:<32} CPU {:.1} times", "centre beside scan", centre / scan);
    }
}

/// Calls in order of time from 8 to 20 o'clock on each day of a year, a tenth of them outbound.
fn write(path: &Path) {
    let mut out = std::io::BufWriter::new(std::fs::File::create(path).unwrap());
    writeln!(out, "{COLUMNS}").unwrap();
    let mut state = 2026_u64;
    let mut draw = |below: u64| {
        // Knuth's multiplier; the high bits are the random ones.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut day = jiff::civil::date(2025, 1, 1);
    let mut before = 0;
    for call in 0..CALLS {
        let since = call * 365 * 43_200 / CALLS;
        if since / 43_200 > before {
            before = since / 43_200;
            day = day.tomorrow().unwrap();
        }
        let second = 8 * 3600 + since % 43_200;
        let start = format!("{day} {:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
        let outbound = draw(10) == 0;
        let direction = if outbound { "Sortant" } else { "Entrant" };
        let (queue, reason, customer) = (QUEUES[draw(6).min(draw(6)) as usize], draw(20), draw(CUSTOMERS));
        let (menu, wait) = (10 + draw(40), draw(60) * draw(4));
        write!(out, "{};{start};{direction};{queue};", call + 10_001).unwrap();
        if draw(10) == 0 {
            let outcome = if outbound { "Non réponse" } else { "Abandonné" };
            write!(out, ";{menu};{wait};;;;;{outcome};;").unwrap();
        } else {
            let (agent, ring, talk, wrap) = (draw(AGENTS), 2 + draw(10), 30 + draw(40) * draw(20), draw(90));
            let hold = if draw(4) == 0 { draw(120) } else { 0 };
            let [transferred, resolved] =
                [draw(8) == 0, draw(5) > 0].map(|yes| if yes { "Oui" } else { "Non" });
            write!(
                out,
                "Agent {agent:03};{menu};{wait};{ring};{talk};{hold};{wrap};Décroché;{transferred};{resolved}"
            )
            .unwrap();
        }
        writeln!(out, ";C{customer:06};Motif {reason:02}").unwrap();
    }
    out.flush().unwrap();
}

fn measure(mode: &str, file: &Path) {
    watched(|| {
        let start = Since::now();
        if mode == "scan" {
            scan(file);
            return println!("{:<32} {}", "Polars scan", start.usage());
        }
        let files = vec![(Some(TableKind::Calls), file.to_path_buf())];
        let options = CentreOptions { files, shared: Options::default(), ..CentreOptions::default() };
        let understood = understand_centre(&options, &|_, _| ()).unwrap();
        println!("{:<32} {}", "barometre centre: structure", start.usage());
        let report = build_centre(understood, &options, &|_, _| ()).unwrap();
        let rows = report.indicators;
        assert!(rows.iter().any(|row| row.id == Indicator::FirstContactResolution && row.value.is_some()));
        assert_eq!(report.study.rows.read, CALLS);
        println!("{:<32} {}", "barometre centre: all", start.usage());
    });
}

/// Every column as Polars reads it, a batch at a time.
fn scan(file: &Path) {
    let path = PlRefPath::try_from_path(file).unwrap();
    let frame =
        LazyCsvReader::new(path).with_separator(b';').with_infer_schema_length(Some(0)).finish().unwrap();
    let drop_batch = PlanCallback::new(|_: DataFrame| Ok(false));
    frame.sink_batches(drop_batch, false, None).unwrap().collect_with_engine(Engine::Streaming).unwrap();
}
