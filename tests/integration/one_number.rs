//! A number of a report is the same number wherever it stands: in the terminal, the page, Markdown, the workbook, the
//! slides, CSV, Parquet and JSON. What is displayed is the number of `report.json`, rounded once as the language writes it;
//! what is not rounded is equal to the last bit.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use barometre::Lang;
use barometre::metric::{Comparison, Estimate, Metric, Quantity};
use barometre::report::{Options, Report, terminal};
use serde_json::Value;
use tempfile::TempDir;

use crate::sheets::{number, read, written};
use crate::support::try_report;

/// The files of a report, read back.
struct Files {
    _dir: TempDir,
    report: Report,
    terminal: String,
    /// Rows of the tables of the page, each as one text; the same of Markdown.
    page: Vec<String>,
    markdown: Vec<String>,
    /// The sheets, and `report.json`, where Python is there.
    sheets: Option<Value>,
    json: Option<Value>,
    slides: Option<String>,
    /// Tables by id: rows as texts by column.
    tables: PathBuf,
}

impl Files {
    fn of(name: &str, lang: Lang) -> Self {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        let study = (name == "pulse").then(|| data.join("pulse.toml"));
        let options = Options { study, lang: Some(lang), ..Options::default() };
        let report = try_report(&[data.join(name).with_extension("csv")], &options).unwrap();
        let (dir, path) = written(&report);
        let text = |name: &str| std::fs::read_to_string(path.join(name)).unwrap();
        let slides = path.join("report.pptx");
        let slides = slides.exists().then(|| read("slides", &slides)).flatten();
        let said = |texts: Value| {
            let texts: Vec<&str> = texts.as_array().unwrap().iter().filter_map(Value::as_str).collect();
            plain(&texts.join("\n"))
        };
        Self {
            terminal: plain(&terminal::terminal(&report)),
            page: rows_of_page(&text("report.html")),
            markdown: text("report.md").lines().filter(|l| l.starts_with('|')).map(plain).collect(),
            sheets: read("values", &path.join("report.xlsx")),
            json: read("json", &path.join("report.json")),
            slides: slides.map(said),
            tables: path.join("tables"),
            report,
            _dir: dir,
        }
    }

    fn lang(&self) -> Lang {
        self.report.study.language
    }

    /// Rows of a table in CSV.
    fn csv(&self, id: &str) -> Vec<BTreeMap<String, String>> {
        let text = std::fs::read_to_string(self.tables.join(id).with_extension("csv")).unwrap();
        let separator = self.lang().pick(b';', b',');
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(separator)
            .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        reader.deserialize().map(Result::unwrap).collect()
    }

    /// Rows of a sheet by the headings of its third line.
    fn sheet(&self, fr: &str, en: &str) -> Option<Vec<BTreeMap<String, Value>>> {
        let rows = self.sheets.as_ref()?[self.lang().pick(fr, en)].as_array().unwrap();
        let heads: Vec<&str> =
            rows[2].as_array().unwrap().iter().map(|head| head.as_str().unwrap_or_default()).collect();
        let row = |row: &Value| {
            let cells = row.as_array().unwrap().iter().cloned();
            heads.iter().map(|head| (*head).to_owned()).zip(cells).collect()
        };
        Some(rows[3..].iter().map(row).collect())
    }
}

/// One text a row of the tables of a page, without its tags.
fn rows_of_page(page: &str) -> Vec<String> {
    let rows = page.split("<tr").skip(1).map(|row| row.split("</tr>").next().unwrap());
    let text = |row: &str| {
        let mut out = String::new();
        let mut inside = true;
        for c in row.chars() {
            match c {
                '<' => inside = true,
                '>' if inside => {
                    inside = false;
                    out.push(' ');
                }
                c if !inside => out.push(c),
                _ => {}
            }
        }
        plain(
            &out.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replace("&#39;", "'")
                .replace("&#x27;", "'"),
        )
    };
    rows.map(text).collect()
}

/// A text with one kind of space, without the escapes of Markdown and the word joiners of ranges.
fn plain(text: &str) -> String {
    let kept = text.replace(['\\', '\u{2060}'], "").replace(['\u{a0}', '\u{202f}', '\n'], " ");
    kept.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn shown(lang: Lang, metric: Metric, value: f64) -> String {
    plain(&match metric.quantity() {
        Quantity::Net => lang.signed(value, 1),
        Quantity::Share => lang.percent(value, 1),
        Quantity::Mean => lang.number(value, 2),
    })
}

/// Value, interval and base of an estimate as the report displays them.
fn displayed(lang: Lang, row: &Estimate) -> [String; 3] {
    let end = |value: f64| match row.metric.quantity() {
        Quantity::Share => plain(&lang.number(value, 1)),
        _ => shown(lang, row.metric, value),
    };
    let (low, high) = (end(row.ci_low.unwrap()), end(row.ci_high.unwrap()));
    let n = row.n.unwrap();
    let base = plain(&format!("{}{}", lang.count(n), if n < 30 { " †" } else { "" }));
    [
        shown(lang, row.metric, row.value.unwrap()),
        lang.pick(format!("[{low} ; {high}]"), format!("[{low}, {high}]")),
        base,
    ]
}

/// The main score's estimates: the whole, each wave, each segment.
fn main_score(report: &Report) -> Vec<&Estimate> {
    let first = &report.metrics[0];
    let own = |row: &&Estimate| {
        let once = row.wave.is_none() || row.segment.is_none();
        row.question == first.question && row.metric == first.metric && once
    };
    report.metrics.iter().filter(own).collect()
}

/// The name of the row of an estimate in a table.
fn name(lang: Lang, row: &Estimate) -> String {
    let segment = row.segment.as_ref().map(|s| s[0].value.clone());
    let whole = || lang.pick("Ensemble", "Total").to_owned();
    plain(&segment.or_else(|| row.wave.clone()).unwrap_or_else(whole))
}

#[track_caller]
fn some_row(rows: &[String], parts: &[&str], what: &str) {
    let found = rows.iter().any(|row| parts.iter().all(|part| row.contains(part)));
    assert!(found, "{what}: no row holds {parts:?}");
}

fn same(cell: &Value, value: Option<f64>) -> bool {
    match value {
        Some(value) => number(cell) == Some(value),
        // A dash, never a number.
        None => cell == "–",
    }
}

/// A number of a CSV of the report's language.
fn parsed(lang: Lang, text: &str) -> Option<f64> {
    let text = if lang == Lang::Fr { text.replace(',', ".") } else { text.to_owned() };
    (!text.is_empty()).then(|| text.parse().unwrap())
}

fn estimates(files: &Files) {
    let lang = files.lang();
    let rows = main_score(&files.report);
    assert!(rows.len() > 10);
    let csv = files.csv("metrics");
    let scores = files.sheet("Scores", "Scores");
    let segments = files.sheet("Segments", "Segments");
    for row in rows {
        let name = name(lang, row);
        if row.value.is_some() {
            let [value, interval, base] = displayed(lang, row);
            let parts = [name.as_str(), &value, &interval, &base];
            some_row(&files.page, &parts, "report.html");
            some_row(&files.markdown, &parts, "report.md");
            if row.wave.is_none() && row.segment.is_none() {
                for part in [&value, &interval, &base] {
                    assert!(files.terminal.contains(part.as_str()), "terminal: {part}");
                    assert!(
                        files.slides.as_ref().is_none_or(|texts| texts.contains(part.as_str())),
                        "slides: {part}"
                    );
                }
            }
        } else {
            let line = format!("{name} | – | – | –");
            some_row(&files.markdown, &[&line], "report.md");
        }
        let text =
            |segment: &barometre::metric::SegmentValue| format!("{} = {}", segment.column, segment.value);
        let segment = row.segment.as_ref().map(|s| s.iter().map(text).collect::<Vec<_>>().join(", "));
        let line = csv
            .iter()
            .find(|line| {
                let metric = serde_json::to_value(row.metric).unwrap();
                line["question"] == row.question
                    && metric == line["metric"].as_str()
                    && line["wave"] == row.wave.clone().unwrap_or_default()
                    && line["segment"] == segment.clone().unwrap_or_default()
            })
            .unwrap();
        for (column, value) in [
            ("value", row.value),
            ("ci_low", row.ci_low),
            ("ci_high", row.ci_high),
            ("n", row.n.map(|n| n as f64)),
        ] {
            assert_eq!(parsed(lang, &line[column]), value, "metrics.csv {name} {column}");
        }
        let (value, low, high) =
            lang.pick(("Valeur", "Borne basse", "Borne haute"), ("Value", "Low end", "High end"));
        let sheet = if row.segment.is_some() { &segments } else { &scores };
        let Some(sheet) = sheet else { continue };
        let title = sheet[0][lang.pick("Indicateur", "Metric")].clone();
        let all = lang.pick("Toutes", "All");
        let line = sheet
            .iter()
            .find(|line| {
                line[lang.pick("Indicateur", "Metric")] == title
                    && line[lang.pick("Vague", "Wave")] == row.wave.as_deref().unwrap_or(all)
                    && row.segment.as_ref().is_none_or(|s| {
                        line["Segment"] == s[0].column.as_str()
                            && line[lang.pick("Valeur du segment", "Value of the segment")]
                                == s[0].value.as_str()
                    })
            })
            .unwrap();
        for (column, value) in
            [(value, row.value), (low, row.ci_low), (high, row.ci_high), ("Base", row.n.map(|n| n as f64))]
        {
            assert!(same(&line[column], value), "report.xlsx {name} {column}: {} {value:?}", line[column]);
        }
    }
}

/// `report.json` holds the numbers of the struct to the last bit.
fn json(files: &Files) {
    let Some(json) = &files.json else { return };
    for (row, found) in files.report.metrics.iter().zip(json["metrics"].as_array().unwrap()) {
        for (key, value) in
            [("value", row.value), ("ci_low", row.ci_low), ("ci_high", row.ci_high), ("se", row.se)]
        {
            assert_eq!(number(&found[key]), value, "report.json {key}");
        }
    }
    for (row, found) in files.report.comparisons.iter().zip(json["comparisons"].as_array().unwrap()) {
        assert_eq!(number(&found["q"]), Some(row.q));
        assert_eq!(number(&found["difference"]), Some(row.difference));
    }
}

fn drivers(files: &Files) {
    let lang = files.lang();
    let main = &files.report.metrics[0].question;
    let own = |d: &&barometre::driver::Driver| d.target == *main && d.adjusted.is_some();
    let first: Vec<_> = files.report.drivers.iter().filter(own).take(3).collect();
    assert!(!first.is_empty());
    let csv = files.csv("drivers");
    let sheet = files.sheet("Leviers", "Drivers");
    let title = sheet.as_ref().map(|rows| rows[0][lang.pick("Score", "Score")].clone());
    for driver in first {
        let signed = |x: f64| plain(&lang.signed(x, 1));
        let (low, high) = (signed(driver.ci_low), signed(driver.ci_high));
        let interval = lang.pick(format!("[{low} ; {high}]"), format!("[{low}, {high}]"));
        let (impact, n) = (signed(driver.impact), plain(&lang.count(driver.n)));
        let parts = [driver.label.as_str(), &n, &impact];
        some_row(&files.page, &parts, "report.html");
        some_row(&files.markdown, &parts, "report.md");
        some_row(&files.page, &[&driver.label, &interval], "report.html");
        for part in [&impact, &interval] {
            assert!(files.terminal.contains(part.as_str()), "terminal: {} {part}", driver.label);
        }
        let line =
            csv.iter().find(|line| line["target"] == driver.target && line["id"] == driver.id).unwrap();
        for (column, value) in [("impact", driver.impact), ("ci_low", driver.ci_low), ("q", driver.q)] {
            assert_eq!(parsed(lang, &line[column]), Some(value), "drivers.csv {column}");
        }
        let Some(sheet) = &sheet else { continue };
        let name = lang.pick("Libellé", "Label");
        let line = sheet
            .iter()
            .find(|line| line[name] == driver.label.as_str() && Some(&line["Score"]) == title.as_ref())
            .unwrap();
        for (column, value) in [("Impact", driver.impact), ("q", driver.q)] {
            assert!(same(&line[column], Some(value)), "report.xlsx {} {column}", driver.label);
        }
    }
}

fn changes(files: &Files) {
    let lang = files.lang();
    let first = &files.report.metrics[0];
    let own = |c: &&Comparison| c.question == first.question && c.metric == first.metric && c.by == "wave";
    let whole = files.report.comparisons.iter().filter(own).find(|c| c.segment.is_none()).unwrap();
    let part = files.report.comparisons.iter().filter(own).find(|c| c.segment.is_some()).unwrap();
    let csv = files.csv("comparisons");
    let sheet = files.sheet("Évolutions", "Changes");
    for change in [whole, part] {
        let difference = plain(&lang.signed(change.difference, 1));
        let proof = plain(&lang.probability(change.evidence()));
        let name =
            change.segment.as_ref().map_or(lang.pick("Ensemble", "Total").to_owned(), |s| s[0].value.clone());
        let parts = [name.as_str(), &difference, &proof];
        some_row(&files.page, &parts, "report.html");
        some_row(&files.markdown, &parts, "report.md");
        let line =
            csv.iter().find(|line| parsed(lang, &line["difference"]) == Some(change.difference)).unwrap();
        for (column, value) in
            [("q", change.q), ("p", change.p), ("ci_low", change.ci_low), ("ci_high", change.ci_high)]
        {
            assert_eq!(parsed(lang, &line[column]), Some(value), "comparisons.csv {column}");
        }
        let Some(sheet) = &sheet else { continue };
        let heading = lang.pick("Écart", "Difference");
        let line = sheet.iter().find(|line| same(&line[heading], Some(change.difference))).unwrap();
        assert!(same(&line["q"], Some(change.q)) && same(&line["p"], Some(change.p)));
    }
}

#[test]
fn a_number_of_the_telecom_study_is_the_same_everywhere() {
    for lang in [Lang::Fr, Lang::En] {
        let files = Files::of("telecom", lang);
        estimates(&files);
        json(&files);
        drivers(&files);
        changes(&files);
    }
}

#[test]
fn a_hidden_number_of_the_pulse_is_a_number_nowhere() {
    let files = Files::of("pulse", Lang::Fr);
    assert!(main_score(&files.report).iter().any(|row| row.suppressed));
    estimates(&files);
    json(&files);
    drivers(&files);
    changes(&files);
}
