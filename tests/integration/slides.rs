//! `report.pptx`, opened by other people's programs.

use std::path::Path;

use barometre::Lang;
use barometre::report::slides::{Template, slides};
use barometre::report::{self, Attached, Options, Report};
use serde_json::Value;

use crate::outside;
use crate::support::{file, report_of, sample, try_report};

/// A presentation as study.toml names it.
fn opened(path: &Path) -> barometre::error::Result<Template> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let bytes = std::fs::read(path).unwrap();
    Template::of(&Attached {
        name,
        media_type: String::new(),
        sha256: String::new(),
        bytes,
        path: path.to_path_buf(),
    })
}

fn written(report: &Report, template: Option<&Path>) -> Vec<u8> {
    let template = template.map(|path| opened(path).unwrap());
    slides(report, &report::figures(report).unwrap(), template.as_ref()).unwrap()
}

/// What python-pptx reads of a presentation; nothing where it is absent.
fn read(pptx: &[u8]) -> Option<Value> {
    let (_dir, path) = file("report.pptx", pptx);
    let mut python = outside::python("slides.py")?;
    python.arg("read").arg(path);
    Some(serde_json::from_str(&outside::run(python)).unwrap())
}

/// A presentation to be used as a template; nothing where python-pptx is absent.
fn template(folder: &Path, kind: &str) -> Option<std::path::PathBuf> {
    let path = folder.join(format!("{kind}.pptx"));
    let mut python = outside::python("slides.py")?;
    python.args(["template", kind]).arg(&path);
    outside::run(python);
    Some(path)
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}

/// What every presentation must be, whatever its template.
fn sound(deck: &Value, lang: &str) {
    let slides = deck["slides"].as_array().unwrap();
    assert!((10..=26).contains(&slides.len()), "{}", slides.len());
    let mut titles: Vec<&str> = slides.iter().map(|slide| slide["title"].as_str().unwrap()).collect();
    assert!(titles.iter().all(|title| !title.trim().is_empty()));
    let all = titles.len();
    titles.sort_unstable();
    titles.dedup();
    assert_eq!(titles.len(), all, "two slides of the same title");
    assert_eq!(deck["language"], lang);
    for slide in slides {
        let title = &slide["title"];
        assert_eq!((&slide["first"], &slide["unique"]), (&Value::Bool(true), &Value::Bool(true)), "{title}");
        assert!(texts(&slide["beyond"]).is_empty(), "{title}: {}", slide["beyond"]);
        assert!(texts(&slide["pictures"]).iter().all(|alt| alt.len() > 20), "{title}");
        assert!(!slide["notes"].as_str().unwrap().trim().is_empty(), "{title}");
        assert_eq!(texts(&slide["languages"]), [lang], "{title}");
        for table in slide["tables"].as_array().unwrap() {
            assert!(table.as_array().unwrap().len() <= 14, "{title}");
        }
    }
}

#[test]
fn python_reads_what_the_report_says() {
    for (lang, tag) in [(Lang::Fr, "fr-FR"), (Lang::En, "en-GB")] {
        let options = Options { lang: Some(lang), ..Options::default() };
        let report = try_report(&[sample()], &options).unwrap();
        let Some(deck) = read(&written(&report, None)) else { return };
        sound(&deck, tag);
        let slides = deck["slides"].as_array().unwrap();
        let said: Vec<&str> = slides.iter().flat_map(|slide| texts(&slide["texts"])).collect();
        assert!(report.findings.iter().all(|finding| said.contains(&finding.text.as_str())));
        let nps = report.metrics.iter().find(|m| m.wave.is_none() && m.segment.is_none()).unwrap();
        let value = lang.signed(nps.value.unwrap(), 1);
        assert!(said.contains(&value.as_str()), "{value}");
        let cells: Vec<&str> = slides
            .iter()
            .flat_map(|slide| slide["tables"].as_array().unwrap())
            .flat_map(|t| t.as_array().unwrap())
            .flat_map(texts)
            .collect();
        assert!(cells.contains(&"Bretagne"));
        let notes: Vec<&str> = slides.iter().map(|slide| slide["notes"].as_str().unwrap()).collect();
        assert!(notes.iter().any(|text| text.contains("2025-T4 | ")), "the numbers of a figure");
        let pictures =
            slides.iter().filter(|slide| !slide["pictures"].as_array().unwrap().is_empty()).count();
        assert!(pictures >= 4, "{pictures}");
    }
}

#[test]
fn libreoffice_opens_every_slide() {
    let report = report_of(&sample());
    let dir = tempfile::tempdir().unwrap();
    let Some(mut office) = outside::office(dir.path()) else { return };
    std::fs::write(dir.path().join("report.pptx"), written(&report, None)).unwrap();
    office.args(["--convert-to", "pdf", "--outdir"]).arg(dir.path()).arg(dir.path().join("report.pptx"));
    outside::run(office);
    let pdf = std::fs::read(dir.path().join("report.pdf")).unwrap();
    let pages = regex::bytes::Regex::new(r"/Type\s*/Page\b").unwrap().find_iter(&pdf).count();
    assert!((15..=26).contains(&pages), "{pages}");
}

#[test]
fn the_users_template_gives_its_looks_and_not_its_slides() {
    let report = report_of(&sample());
    let dir = tempfile::tempdir().unwrap();
    for (kind, size) in [
        ("narrow", [9_144_000, 6_858_000]),
        ("wide", [9_144_000, 5_143_500]),
        ("title-only", [9_144_000, 6_858_000]),
    ] {
        let Some(path) = template(dir.path(), kind) else { return };
        let Some(deck) = read(&written(&report, Some(&path))) else { return };
        sound(&deck, "fr-FR");
        assert_eq!(deck["size"], serde_json::json!(size));
        assert!(!deck.to_string().contains("exemple"), "{kind}: an example slide stayed");
        let layout = deck["slides"][2]["layout"].as_str().unwrap();
        assert_eq!(layout, if kind == "title-only" { "Title Only" } else { "Title and Content" });
    }
    let Some(path) = template(dir.path(), "blank") else { return };
    let refused = opened(&path).unwrap_err();
    assert!(refused.message(Lang::Fr).contains("aucune disposition"), "{}", refused.message(Lang::Fr));
    assert!(refused.message(Lang::En).contains("no layout"));
}

#[test]
fn hostile_answers_stay_text() {
    let word = "m".repeat(5_000);
    let mut csv = String::from("Recommandation (0-10);Région;Pourquoi cette note ?\n");
    for i in 0..120 {
        let region = ["<script>alert(1)</script>", "=1+1", &word][i % 3];
        csv.push_str(&format!("{};{region};délai trop long </a:t> \u{b} & attente {i}\n", i % 11));
    }
    let (_dir, path) = file("hostile.csv", csv);
    let Some(deck) = read(&written(&report_of(&path), None)) else { return };
    for slide in deck["slides"].as_array().unwrap() {
        assert!(texts(&slide["beyond"]).is_empty(), "{}", slide["title"]);
    }
    let all = deck.to_string();
    assert!(all.contains("<script>") && all.contains("mmm…"));
}
