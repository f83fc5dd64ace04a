//! `report.xlsx` and `tables/` as other programs read them: openpyxl, pyarrow, Excel's rules.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use barometre::report::{CentreOptions, Options, Report, TranscriptOptions, folder};
use barometre::report::{build_centre, build_transcripts, data_tables, understand_calls, understand_centre};
use barometre::{Lang, report};
use serde_json::Value;
use tempfile::TempDir;

use crate::outside::{office, python, run};
use crate::support::{csv, try_report};

/// What a Python reader says of a file; none where Python is absent.
pub fn read(what: &str, path: &Path) -> Option<Value> {
    let mut python = python("sheets.py")?;
    python.arg(what).arg(path);
    Some(serde_json::from_str(&run(python)).unwrap())
}

/// A number of that reader, to the last bit.
pub fn number(cell: &Value) -> Option<f64> {
    match cell.as_str() {
        Some(text) => text.strip_prefix('#')?.parse().ok(),
        None => cell.as_f64(),
    }
}

/// The sample studies, all four kinds.
fn samples(lang: Lang) -> Vec<(&'static str, Report)> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let options = Options { lang: Some(lang), ..Options::default() };
    let telecom = try_report(&[data.join("telecom.csv")], &options).unwrap();
    let study = Options { study: Some(data.join("pulse.toml")), ..options.clone() };
    let hr = try_report(&[data.join("pulse.csv")], &study).unwrap();
    let centre = CentreOptions {
        centre: Some(data.join("centre/centre.toml")),
        shared: options.clone(),
        ..CentreOptions::default()
    };
    let centre = build_centre(understand_centre(&centre, &|_, _| {}).unwrap(), &centre, &|_, _| {}).unwrap();
    let calls = TranscriptOptions {
        paths: vec![data.join("transcripts")],
        shared: options,
        ..TranscriptOptions::default()
    };
    let calls = build_transcripts(understand_calls(&calls).unwrap(), &calls, &|_, _| {}).unwrap();
    vec![("telecom", telecom), ("hr", hr), ("centre", centre), ("transcripts", calls)]
}

/// A report written into a folder.
pub fn written(report: &Report) -> (TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("out");
    folder::write(report, &path, false).unwrap();
    (dir, path)
}

static FRENCH: LazyLock<Vec<(&str, Report)>> = LazyLock::new(|| samples(Lang::Fr));

#[test]
fn workbooks_open_and_hold_no_formula() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/telecom.csv");
    let english = Options { lang: Some(Lang::En), ..Options::default() };
    let english = ("telecom in English", try_report(&[data], &english).unwrap());
    for (name, report) in FRENCH.iter().chain([&english]) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("report.xlsx");
        std::fs::write(&path, report::workbook(report).unwrap()).unwrap();
        let Some(found) = read("look", &path) else { return };
        assert_eq!(found["created"], "2000-01-01T00:00:00", "{name}");
        assert_eq!(found["dates"].as_array().unwrap().len(), 1, "{name}");
        let sheets = found["sheets"].as_array().unwrap();
        assert!(sheets.len() > 10, "{name}");
        let first = report.study.language.pick("Synthèse", "Summary");
        let last = report.study.language.pick("Définitions", "Definitions");
        assert_eq!((&sheets[0]["name"], &sheets[sheets.len() - 1]["name"]), (&first.into(), &last.into()));
        for sheet in sheets {
            let tab = sheet["name"].as_str().unwrap();
            assert_eq!(sheet["formulas"], Value::Array(Vec::new()), "{name} {tab}");
            assert!(tab.chars().count() <= 31);
            let free = ["Synthèse", "Summary", "Définitions", "Definitions", "Graphiques", "Charts"];
            if !free.contains(&tab) {
                // Headings on the third line, in sight with the first column, filter what is under them.
                assert_eq!(sheet["frozen"], "B4", "{name} {tab}");
                assert!(sheet["filter"].as_str().unwrap().starts_with("A3:"), "{name} {tab}");
            }
        }
        let charts: u64 = sheets.iter().map(|sheet| sheet["charts"].as_u64().unwrap()).sum();
        let alts = found["alts"].as_array().unwrap();
        assert!(charts >= 2, "{name}");
        assert_eq!(alts.len() as u64, charts, "{name}");
        assert_eq!(found["intervals"], charts, "{name}");
        assert!(alts.iter().all(|alt| alt.as_str().unwrap().len() > 30), "{name}");
        let formats: Vec<&str> = sheets
            .iter()
            .flat_map(|sheet| sheet["formats"].as_array().unwrap())
            .filter_map(Value::as_str)
            .collect();
        assert!(formats.iter().any(|format| format.ends_with('%')), "{name} {formats:?}");
    }
}

#[test]
fn the_workbook_says_what_the_page_says() {
    let [.., (_, centre), (_, calls)] = FRENCH.as_slice() else { panic!("four samples") };
    // What chance alone explains has no share, on the page or here.
    let links = &centre.centre.as_ref().unwrap().links;
    assert!(links.iter().filter_map(|link| link.agent_share).any(|share| share == 0.0));
    assert!(links.iter().filter_map(|link| link.agent_share).all(|share| share >= 0.0));
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("report.xlsx");
    std::fs::write(&path, report::workbook(calls).unwrap()).unwrap();
    let Some(found) = read("values", &path) else { return };
    let rows = found["Ce qui monte"].as_array().unwrap();
    let at = |name: &str| rows[2].as_array().unwrap().iter().position(|head| head == name).unwrap();
    let growth = at("Multiplié chaque semaine par");
    let rising = &calls.transcripts.as_ref().unwrap().emergence;
    for (line, row) in rows[3..].iter().zip(&rising.rows) {
        for (place, factor) in [row.growth_per_period, row.ci_low, row.ci_high].into_iter().enumerate() {
            let shown = number(&line[growth + place]).unwrap();
            assert!((shown / rising.weekly(factor) - 1.0).abs() < 1e-9, "{}", row.term);
        }
    }
    let reading = found["Indicateurs par segment"].as_array().unwrap();
    assert!(reading[3..].iter().all(|row| row[1] != "theme" && row[1] != "agent"));
}

#[test]
fn a_text_stays_a_text_whatever_it_begins_with() {
    let mut rows = String::from("note,segment,avis\n");
    for i in 0..80 {
        let segment = ["=1+1", "+cmd", "-2+3", "@SUM(1)"][i % 4];
        let text = format!("\"=HYPERLINK(x) attente trop longue,\nguichet {i}\"");
        rows.push_str(&format!("{},{segment},{text}\n", i % 11));
    }
    let report = csv(&rows).unwrap();
    assert!(report.metrics.iter().any(|m| m.segment.as_ref().is_some_and(|s| s[0].value == "=1+1")));
    let (_dir, path) = written(&report);
    // In the CSV an apostrophe stands before; nothing else begins as a formula does but negative numbers.
    let text = std::fs::read_to_string(path.join("tables/metrics.csv")).unwrap();
    assert!(text.contains("'=1+1") && text.contains("'@SUM(1)"));
    for line in text.trim_start_matches('\u{feff}').lines() {
        for cell in line.split(';') {
            let number = cell.replace(',', ".").parse::<f64>().is_ok();
            assert!(number || !cell.starts_with(['=', '+', '-', '@']), "{cell}");
        }
    }
    let Some(found) = read("look", &path.join("report.xlsx")) else { return };
    let quoted: usize = found["sheets"]
        .as_array()
        .unwrap()
        .iter()
        .map(|sheet| sheet["quoted"].as_array().unwrap().len())
        .sum();
    assert!(quoted > 0);
    for sheet in found["sheets"].as_array().unwrap() {
        assert_eq!(sheet["formulas"], Value::Array(Vec::new()));
    }
    let values = read("values", &path.join("report.xlsx")).unwrap();
    let segments = values["Segments"].as_array().unwrap();
    assert!(segments.iter().flat_map(|row| row.as_array().unwrap()).any(|cell| cell == "=1+1"));
}

#[test]
fn parquet_holds_every_value_under_its_type() {
    for (name, report) in FRENCH.iter() {
        let (_dir, path) = written(report);
        let Some(files) = read("parquet", &path.join("tables")) else { return };
        let tables = data_tables(report).unwrap();
        assert_eq!(files.as_object().unwrap().len(), tables.len(), "{name}");
        for table in tables {
            let found = &files[&table.id];
            let rows = found["rows"].as_array().unwrap();
            assert_eq!(rows.len(), table.rows.len(), "{name} {}", table.id);
            for column in &table.columns {
                let kind = found["columns"][&column.name].as_str().unwrap();
                let expected = match column.kind {
                    report::ColumnKind::Text => "string",
                    report::ColumnKind::Integer => "int64",
                    report::ColumnKind::Number => "double",
                    report::ColumnKind::Boolean => "bool",
                };
                assert_eq!(kind, expected, "{name} {} {}", table.id, column.name);
            }
            for (row, line) in rows.iter().zip(&table.rows) {
                for (column, value) in table.columns.iter().zip(line) {
                    let cell = &row[&column.name];
                    let same = match value {
                        report::DataValue::Null => cell.is_null(),
                        report::DataValue::Text(text) => cell == text.as_str(),
                        report::DataValue::Integer(n) => cell == *n,
                        report::DataValue::Boolean(yes) => cell == *yes,
                        report::DataValue::Number(x) => number(cell) == Some(*x),
                    };
                    assert!(same, "{name} {} {}: {cell} {value:?}", table.id, column.name);
                }
            }
        }
    }
}

#[test]
fn libreoffice_prints_the_workbook() {
    let dir = tempfile::tempdir().unwrap();
    let Some(mut office) = office(dir.path()) else { return };
    let path = dir.path().join("report.xlsx");
    std::fs::write(&path, report::workbook(&FRENCH[0].1).unwrap()).unwrap();
    office.args(["--convert-to", "pdf", "--outdir"]).arg(dir.path()).arg(&path);
    run(office);
    let pdf = std::fs::read(dir.path().join("report.pdf")).unwrap();
    let pages = pdf.windows(11).filter(|part| *part == b"/Type/Page\n" || *part == b"/Type/Page/").count();
    assert!(pdf.starts_with(b"%PDF") && pages >= 15, "{pages} pages");
}

#[test]
fn what_an_earlier_report_left_goes_and_nothing_else() {
    let report = csv("note,region\n5,Nord\n4,Sud\n3,Nord\n5,Sud\n").unwrap();
    let (_dir, path) = written(&report);
    for (name, listed) in [
        ("report.pdf", true),
        ("tables/keyness.csv", true),
        ("tables/transcripts_calls.parquet", true),
        ("tables/keyness.csv", false),
        ("tables/mine.csv", false),
        ("notes.docx", false),
    ] {
        let kept = !listed;
        std::fs::write(path.join(name), "x").unwrap();
        if listed {
            let list = path.join(".barometre");
            let names = std::fs::read_to_string(&list).unwrap();
            std::fs::write(&list, names.replacen('[', &format!("[\"{name}\","), 1)).unwrap();
        }
        folder::write(&report, &path, false).unwrap();
        assert_eq!(path.join(name).exists(), kept, "{name}");
    }
    assert!(path.join("report.xlsx").exists() && path.join("tables/metrics.parquet").exists());
}

#[test]
fn the_same_report_gives_the_same_files() {
    let (_, report) = &FRENCH[1];
    let files = |path: &Path| {
        let read = |name: &str| std::fs::read(path.join(name)).unwrap();
        ["report.xlsx", "tables/metrics.csv", "tables/metrics.parquet", "tables/drivers.parquet"].map(read)
    };
    let (one, two) = (written(report), written(report));
    assert!(files(&one.1) == files(&two.1));
}
