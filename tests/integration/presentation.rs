//! How a report looks when it is asked to look otherwise: logo, colour, sections, the user's own page, PDF; the
//! fingerprints of its files; manual pages and completions.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use barometre::error::Error;
use barometre::report::{self, Options, Report, SECTIONS, folder};
use barometre::study::{Asked, AskedAt, PresentationAsked};

use crate::outside;
use crate::support::{sample, try_report};

fn barometre() -> Command {
    Command::new(env!("CARGO_BIN_EXE_barometre"))
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A small study: three answers, their file and what `sha256sum` prints of it.
const ANSWERS: &str = "note;avis\n5;Très bon accueil\n2;Trop d'attente\n4;Accueil parfait\n";
const ANSWERS_SHA256: &str = "ca72ac9568db328b8c8631cb673c60c2e70837f08fb16f65a469f3425be12088";
/// One white point.
const PNG: &[u8] = b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU\x00\x00\x00\x0aIDATx\x9cc\xf8\x0f\x00\x01\x01\x01\x00\xb18\xf6\x14\x00\x00\x00\x00IEND\xaeB`\x82";

/// A folder with files of those contents.
fn files(contents: &[(&str, &[u8])]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    contents.iter().for_each(|(name, content)| std::fs::write(dir.path().join(name), content).unwrap());
    dir
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

fn template(dir: &Path, text: &str) -> Options {
    let path = dir.join("page.html.j2");
    std::fs::write(&path, text).unwrap();
    let asked = Asked { value: path.display().to_string(), at: AskedAt::Option("--template") };
    let presentation = PresentationAsked { template: Some(asked), ..PresentationAsked::default() };
    Options { presentation, ..Options::default() }
}

fn page(report: &Report, dir: &Path) -> Result<String, Error> {
    let out = dir.join("out");
    folder::write(report, &out, true)?;
    Ok(read(&out.join("report.html")))
}

#[test]
fn a_report_names_its_files_with_their_fingerprints() {
    let gz = {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        std::io::Write::write_all(&mut encoder, ANSWERS.as_bytes()).unwrap();
        encoder.finish().unwrap()
    };
    let dir = files(&[("avis.csv", ANSWERS.as_bytes()), ("avis.csv.gz", &gz), ("study.toml", b"")]);
    let options = Options { study: Some(dir.path().join("study.toml")), ..Options::default() };
    let report = try_report(&[dir.path().join("avis.csv")], &options).unwrap();
    assert_eq!(report.study.files[0].sha256.as_deref(), Some(ANSWERS_SHA256));
    let study = report.study.study_file.as_ref().unwrap();
    // Of no bytes, as FIPS 180-4's examples have it.
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!((study.name.as_str(), study.sha256.as_str()), ("study.toml", empty));
    let shown = page(&report, dir.path()).unwrap();
    assert!(shown.contains(&format!("{}…", &ANSWERS_SHA256[..12])) && shown.contains("e3b0c44298fc…"));
    // What says how to read the answers is a file of the report too.
    let book = "[[theme]]\nid = \"accueil\"\nrules = [\"accueil\"]";
    std::fs::write(dir.path().join("plan.toml"), book).unwrap();
    let codebook = Some(dir.path().join("plan.toml").display().to_string());
    let options = Options { codebook, ..Options::default() };
    let coded = try_report(&[dir.path().join("avis.csv")], &options).unwrap();
    let names: Vec<&str> = coded.study.settings.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["plan.toml"]);
    assert!(page(&coded, dir.path()).unwrap().contains("plan.toml"));
    // A compressed file is that of its own bytes, not of what is in it.
    let packed = try_report(&[dir.path().join("avis.csv.gz")], &Options::default()).unwrap();
    assert_ne!(packed.study.files[0].sha256.as_deref(), Some(ANSWERS_SHA256));
    assert!(packed.study.study_file.is_none());
}

#[test]
fn standard_input_has_the_fingerprint_of_what_was_read() {
    let dir = tempfile::tempdir().unwrap();
    let mut child = barometre()
        .args(["report", "-", "--quiet", "-o", "out"])
        .current_dir(dir.path())
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), ANSWERS.as_bytes()).unwrap();
    assert!(child.wait().unwrap().success());
    assert!(read(&dir.path().join("out/report.json")).contains(ANSWERS_SHA256));
}

#[test]
fn centres_and_calls_name_theirs_too() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let centre = report::CentreOptions {
        centre: Some(data.join("centre/centre.toml")),
        ..report::CentreOptions::default()
    };
    let understood = report::understand_centre(&centre, &|_, _| {}).unwrap();
    let report = report::build_centre(understood, &centre, &|_, _| {}).unwrap();
    let summary = report.centre.unwrap();
    assert!(
        summary.tables.iter().all(|table| table.files.len() == table.sha256.len()),
        "{:?}",
        summary.tables
    );
    assert_eq!(summary.config.unwrap().name, "centre.toml");
    let calls = report::TranscriptOptions {
        paths: vec![data.join("transcripts")],
        evaluations: Some(data.join("transcripts/evaluations.csv")),
        ..report::TranscriptOptions::default()
    };
    let understood = report::understand_calls(&calls).unwrap();
    let source =
        report::build_transcripts(understood, &calls, &|_, _| {}).unwrap().transcripts.unwrap().source;
    assert_eq!(source.files.len(), 40);
    assert!(source.files.iter().all(|file| file.sha256.len() == 64));
    let tables: Vec<&str> = source.tables.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(tables, ["appels.csv", "evaluations.csv"]);
}

#[test]
fn a_page_looks_as_study_toml_asks() {
    let study = "[study]\ntitle = \"Étude\"\n[report]\ntitle = \"Un titre\"\nsubtitle = \"Été <2025>\"\nlogo = \"logo.png\"\n\
                 colors = { main = \"#7a1e3c\" }\nsections = [\"method\", \"scores\"]\n";
    let dir = files(&[("avis.csv", ANSWERS.as_bytes()), ("study.toml", study.as_bytes()), ("logo.png", PNG)]);
    let options = Options { study: Some(dir.path().join("study.toml")), ..Options::default() };
    let report = try_report(&[dir.path().join("avis.csv")], &options).unwrap();
    let page = page(&report, dir.path()).unwrap();
    for part in [
        ">Un titre</h1>",
        "<p class=\"subtitle\" dir=\"auto\">Été &lt;2025&gt;</p>",
        "src=\"data:image/png;base64,iVBORw0KGgo",
        "--strong: #7a1e3c;",
    ] {
        assert!(page.contains(part), "{part}");
    }
    let (method, scores) = (page.find("<section id=\"method\""), page.find("<section id=\"scores\""));
    assert!(method.is_some() && method < scores && page.matches("<section id=").count() == 2);
    let markdown = read(&dir.path().join("out/report.md"));
    let (method, scores) = (markdown.find("## Méthode"), markdown.find("## Les scores"));
    assert!(method.is_some() && method < scores && !markdown.contains("## L’essentiel"));
    assert!(markdown.starts_with("# Un titre\n\nÉté "), "{markdown}");
    let json: serde_json::Value = serde_json::from_str(&read(&dir.path().join("out/report.json"))).unwrap();
    assert_eq!(json["presentation"]["logo"]["media_type"], "image/png");
    assert!(json["presentation"]["logo"].get("bytes").is_none());
    assert_eq!(json["study"]["title"], "Un titre");
}

#[test]
fn options_stand_before_the_study() {
    let study = "[report]\ntitle = \"Du fichier\"\nsubtitle = \"Reste\"\n";
    let dir = files(&[("avis.csv", ANSWERS.as_bytes()), ("study.toml", study.as_bytes())]);
    let done = barometre()
        .args(["report", "avis.csv", "--study", "study.toml", "-o", "out", "--quiet"])
        .args(["--title", "De la ligne", "--sections", "scores,method"])
        .current_dir(dir.path())
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", said(&done));
    let page = read(&dir.path().join("out/report.html"));
    assert!(page.contains(">De la ligne</h1>") && page.contains("Reste</p>"));
    assert_eq!(page.matches("<section id=").count(), 2);
}

/// Every section of every kind of report can be asked for: the list that is shown to users holds them all.
#[test]
fn every_section_of_the_samples_is_known() {
    let dir = tempfile::tempdir().unwrap();
    for sample in ["telecom", "hr", "centre", "transcripts"] {
        let done = barometre()
            .args(["demo", "--sample", sample, "--quiet", "-o", sample])
            .current_dir(dir.path())
            .output()
            .unwrap();
        assert!(done.status.success(), "{}", said(&done));
        let page = read(&dir.path().join(sample).join("report.html"));
        let ids = page.split("<section id=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let unknown: Vec<&str> = ids.filter(|id| !SECTIONS.contains(id)).collect();
        assert!(unknown.is_empty(), "{sample}: {unknown:?}");
    }
}

/// The example of `docs/modele.md`, filled as it stands there.
#[test]
fn the_documented_template_makes_a_page() {
    let guide = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/modele.md"));
    let example = guide.split("```jinja\n").nth(1).unwrap().split("```").next().unwrap();
    let dir = tempfile::tempdir().unwrap();
    let report = try_report(&[sample()], &template(dir.path(), example)).unwrap();
    let page = page(&report, dir.path()).unwrap();
    for part in [
        "2\u{202f}400 réponses, 4 vagues",
        "<th scope=\"row\">2025-T4</th><td class=\"number\">−4,5</td>",
        "<svg ",
        "@font-face",
    ] {
        assert!(page.contains(part), "{part}");
    }
    assert_eq!(page.matches("<blockquote>").count(), 2);
    assert!(!page.contains("{{") && !page.contains("{%"));
    assert_eq!(report.presentation.template.unwrap().name, "page.html.j2");
}

#[test]
fn filters_write_in_the_language_of_the_report() {
    // The table of docs/modele.md, whose spaces are plain there.
    let guide = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/modele.md"));
    let rows: Vec<Vec<&str>> = guide
        .lines()
        .filter(|line| line.starts_with('|') && line.contains("`{{ "))
        .map(|line| line.trim_matches('|').split(" | ").map(str::trim).collect())
        .collect();
    assert_eq!(rows.len(), 5);
    let dir = files(&[("avis.csv", ANSWERS.as_bytes())]);
    let text: String = rows.iter().map(|row| row[1].trim_matches('`').replace("\\|", "|") + "\n").collect();
    for (lang, column) in [(barometre::Lang::Fr, 2), (barometre::Lang::En, 3)] {
        let options = Options { lang: Some(lang), ..template(dir.path(), &text) };
        let report = try_report(&[dir.path().join("avis.csv")], &options).unwrap();
        let found = page(&report, dir.path()).unwrap().replace(['\u{a0}', '\u{202f}'], " ");
        let expected: Vec<&str> = rows.iter().map(|row| row[column]).collect();
        assert_eq!(found.lines().collect::<Vec<_>>(), expected);
    }
    let options = template(dir.path(), "{{ none|number(1) }} {{ none|date }} {{ '<b>' }}");
    let report = try_report(&[dir.path().join("avis.csv")], &options).unwrap();
    assert_eq!(page(&report, dir.path()).unwrap(), "– – &lt;b&gt;");
}

#[test]
fn a_template_that_cannot_be_filled_is_told_with_its_line() {
    let dir = files(&[("avis.csv", ANSWERS.as_bytes()), ("bas.html", b"\n\n{{ report.nope }}")]);
    for (text, parts) in [
        ("a\n{{ report.studdy.title }}", ["line 2", "“report.studdy.title”", "barometre schema"]),
        ("{{ 3|nombre }}", ["line 1", "nombre", "number, signed"]),
        ("\n{% for a in %}", ["line 2", "cannot be read", "page.html.j2"]),
        ("{% include 'absent.html' %}", ["line 1", "absent.html", "not found"]),
        ("{% include '../avis.csv' %}", ["line 1", "avis.csv", "not found"]),
        ("{% include 'bas.html' %}", ["bas.html, line 3", "report.nope", "not in the report"]),
        ("{{ 'demain'|date }}", ["line 1", "2025-09-30", "demain"]),
        ("{{ 1.5|signed(99999999999) }}", ["line 1", "15 decimals", "99999999999"]),
    ] {
        let options = template(dir.path(), text);
        let failed = try_report(&[dir.path().join("avis.csv")], &options).and_then(|r| page(&r, dir.path()));
        let message = failed.unwrap_err().message(barometre::Lang::En);
        for part in parts {
            assert!(message.contains(part), "{part} in {message}");
        }
    }
}

#[test]
fn what_only_a_folder_shows_is_refused_with_a_format() {
    let dir = files(&[("avis.csv", ANSWERS.as_bytes())]);
    for asked in [
        &["--title", "x"][..],
        &["--sections", "findings"],
        &["--template", "absent.j2"],
        &["--pdf"],
        &["--split-by", "note"],
        &["--call-back", "r.csv"],
    ] {
        let mut command = barometre();
        command.args(["report", "avis.csv", "--format", "json"]).args(asked).current_dir(dir.path());
        let done = command.output().unwrap();
        assert_eq!(done.status.code(), Some(2), "{asked:?}");
        assert!(said(&done).contains("'--format"), "{asked:?}: {}", said(&done));
    }
}

#[test]
fn slides_have_the_sections_asked_for() {
    let dir = files(&[("avis.csv", ANSWERS.as_bytes())]);
    let pictures = |sections: &[&str]| {
        let wish = |id: &&str| Asked { value: (*id).to_owned(), at: AskedAt::Option("--sections") };
        let presentation = PresentationAsked {
            sections: Some(sections.iter().map(wish).collect()),
            ..PresentationAsked::default()
        };
        let options = Options { presentation, ..Options::default() };
        let report = try_report(&[dir.path().join("avis.csv")], &options).unwrap();
        let figures = report::figures(&report).unwrap();
        let slides = report::slides::slides(&report, &figures, None).unwrap();
        let archive = zip::ZipArchive::new(std::io::Cursor::new(slides)).unwrap();
        archive
            .file_names()
            .filter(|name| name.as_ref().is_ok_and(|name| name.starts_with("ppt/media/")))
            .count()
    };
    assert!(pictures(&["findings", "scores", "method"]) > 0);
    assert_eq!(pictures(&["findings", "method"]), 0);
}

#[test]
fn without_a_browser_the_rest_is_written() {
    let dir = files(&[("avis.csv", ANSWERS.as_bytes())]);
    let run = |pdf: &[&str]| {
        barometre()
            .args(["report", "avis.csv", "-o", "out", "--quiet", "--lang", "en"])
            .args(pdf)
            .env("BAROMETRE_BROWSER", "no-such-browser")
            .current_dir(dir.path())
            .output()
            .unwrap()
    };
    let done = run(&["--pdf"]);
    assert_eq!(done.status.code(), Some(2));
    let message = said(&done);
    assert!(
        message.contains("BAROMETRE_BROWSER names no-such-browser")
            && message.contains("The rest of the report is written")
    );
    assert!(dir.path().join("out/report.json").exists() && !dir.path().join("out/report.pdf").exists());
    // A PDF of the user's stays; what was printed from an earlier page, as the list of the folder has it, goes with it.
    std::fs::write(dir.path().join("out/report.pdf"), "%PDF-").unwrap();
    assert!(run(&[]).status.success() && dir.path().join("out/report.pdf").exists());
    let list = dir.path().join("out/.barometre");
    std::fs::write(&list, read(&list).replacen('[', "[\"report.pdf\",", 1)).unwrap();
    assert!(run(&[]).status.success() && !dir.path().join("out/report.pdf").exists());
}

#[test]
fn a_browser_prints_the_page_to_the_same_bytes() {
    let Some(chromium) = outside::program("Chromium", "chromium") else { return };
    let study = "[report]\ntitle = \"Synthèse\"\nsubtitle = \"Une étude\"\n";
    let dir = files(&[("avis.csv", ANSWERS.as_bytes()), ("study.toml", study.as_bytes())]);
    let run = |out: &str| {
        let done = barometre()
            .args(["report", "avis.csv", "--study", "study.toml", "--quiet", "--pdf", "-o", out])
            .env("BAROMETRE_BROWSER", &chromium)
            .current_dir(dir.path())
            .output()
            .unwrap();
        assert!(done.status.success(), "{}", said(&done));
        std::fs::read(dir.path().join(out).join("report.pdf")).unwrap()
    };
    let pdf = run("a");
    assert!(pdf.starts_with(b"%PDF-") && pdf == run("b"));
    let left: Vec<PathBuf> =
        std::fs::read_dir(dir.path().join("a")).unwrap().map(|e| e.unwrap().path()).collect();
    assert!(left.iter().all(|path| !path.to_string_lossy().contains("barometre-")), "{left:?}");
    let Some(reader) = outside::program("pdftotext", "pdftotext") else { return };
    let mut text = Command::new(reader);
    text.arg(dir.path().join("a/report.pdf")).arg("-");
    let text = outside::run(text);
    assert!(text.contains("Synthèse") && text.contains("Une étude"), "{text}");
}

#[test]
fn bash_takes_the_completions() {
    let Some(bash) = outside::program("bash", "bash") else { return };
    let dir = tempfile::tempdir().unwrap();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let done = barometre().args(["completions", shell]).output().unwrap();
        assert!(done.status.success());
        let script = String::from_utf8(done.stdout).unwrap();
        assert!(script.contains("transcripts") && script.contains("template"), "{shell}");
        std::fs::write(dir.path().join(shell), script).unwrap();
    }
    // What is offered after `barometre comp` and after an option of a command.
    let ask = "source ./bash; COMP_WORDS=(barometre comp); COMP_CWORD=1; _barometre barometre comp barometre; echo \"${COMPREPLY[@]}\"; \
               COMP_WORDS=(barometre report --tem); COMP_CWORD=2; _barometre barometre --tem report; echo \"${COMPREPLY[@]}\"";
    let mut shell = Command::new(bash);
    shell.args(["--norc", "-c", ask]).current_dir(dir.path());
    assert_eq!(outside::run(shell), "compare completions\n--template\n");
}

#[test]
fn manual_pages_are_those_of_the_commands() {
    let dir = tempfile::tempdir().unwrap();
    let done = barometre().args(["man", "-o", "man1"]).current_dir(dir.path()).output().unwrap();
    assert!(done.status.success(), "{}", said(&done));
    let page = read(&dir.path().join("man1/barometre.1"));
    assert_eq!(String::from_utf8(barometre().arg("man").output().unwrap().stdout).unwrap(), page);
    for name in ["barometre-report", "barometre-centre-report", "barometre-transcripts-draw", "barometre-man"]
    {
        assert!(dir.path().join("man1").join(format!("{name}.1")).exists(), "{name}");
    }
    assert!(page.starts_with(".ie") || page.contains(".TH barometre 1"), "{page}");
}
