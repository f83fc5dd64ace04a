//! Bad input: one clear error or warning each, with file, row and column; nothing half written.

use barometre::Lang;
use barometre::error::Error;
use barometre::report::{Options, Report, folder};

use crate::support::{asked, csv, file, report_of, sample, try_report};

fn refused(content: &str) -> (Error, String) {
    let error = csv(content).unwrap_err();
    let message = error.message(Lang::Fr);
    assert_ne!(message, error.message(Lang::En));
    (error, message)
}

fn code(content: &str) -> Vec<String> {
    csv(content).unwrap().warnings.into_iter().map(|w| w.code).collect()
}

#[test]
fn absent_folder_empty_header() {
    let dir = tempfile::tempdir().unwrap();
    let open = |name: &str| try_report(&[dir.path().join(name)], &Options::default()).unwrap_err();
    assert!(matches!(open("absent.csv"), Error::NotFound { .. }));
    assert!(matches!(open(""), Error::IsDirectory { .. }));
    assert!(matches!(refused("").0, Error::Empty { .. }));
    assert!(matches!(refused("\n\n").0, Error::Empty { .. }));
    assert!(matches!(refused("note;avis\n").0, Error::HeaderAlone { .. }));
}

#[test]
fn no_score_and_no_text_are_said() {
    let text_only = csv("avis\nTrop long à répondre au téléphone\nAccueil chaleureux au téléphone hier\nRien à dire de plus\n").unwrap();
    assert!(text_only.metrics.is_empty() && !text_only.keywords.is_empty());
    assert!(text_only.warnings.iter().any(|w| w.code == "no-score"));
    assert!(code("note\n5\n4\n3\n").contains(&"no-text".to_owned()));
    let (error, message) = refused("ville;pays\nLyon;France\nLyon;France\nLille;France\nLille;France\n");
    assert!(matches!(error, Error::NothingToAnalyse { .. }));
    assert!(message.contains("ville") && message.contains("study.toml"), "{message}");
}

#[test]
fn a_score_out_of_its_scale_is_located() {
    let answers: String = (0..60).map(|i| format!("{};bien\n", i % 11)).collect();
    let (error, message) = refused(&format!("recommandation;avis\n{answers}12;\"deux\nlignes\"\n"));
    let Error::OutOfScale { at, found, .. } = error else { panic!("{error}") };
    assert_eq!((at.row, at.column.as_deref(), found.as_str()), (Some(62), Some("recommandation"), "12"));
    assert!(message.contains("ligne 62") && message.contains("missing = [\"12\"]"), "{message}");
    // Two multi-line cells before it: still the row of the spreadsheet.
    let lines = answers.replacen("bien", "\"a\nb\nc\"", 2);
    let (error, _) = refused(&format!("recommandation;avis\n{lines}abc;bien\n"));
    assert!(matches!(error, Error::OutOfScale { at, .. } if at.row == Some(62)));
}

#[test]
fn every_row_is_accounted_for() {
    let report =
        csv("nps;avis\n5;\n99;\n;\nNSP;\n;Trop d'attente au téléphone\n9;Accueil parfait au téléphone\n")
            .unwrap();
    assert_eq!((report.study.rows.read, report.study.responses), (6, 5));
    assert_eq!(report.study.rows.set_aside.values().sum::<u64>(), 1, "one row holds nothing");
    for question in &report.study.questions {
        assert_eq!(asked(question), 5, "{question:?}");
    }
}

#[test]
fn two_columns_of_the_same_name_are_kept_apart() {
    let report = csv("note;note;avis\n5;1;bien\n4;2;très bien\n3;1;moyen\n").unwrap();
    assert!(report.warnings.iter().any(|w| w.code == "duplicate-column" && w.message.contains("note (2)")));
    assert_eq!(report.study.questions.iter().filter(|q| q.column.starts_with("note")).count(), 2);
}

#[test]
fn damaged_records_are_located() {
    assert!(
        matches!(refused("note;avis\n5;bien\n4;\"pas fermé\n3;moyen\n").0, Error::UnclosedQuote { at } if at.row == Some(3))
    );
    assert!(
        matches!(refused("note;avis\n5;bien\n4;bien;vite\n").0, Error::LongRow { at, found: 3, expected: 2 } if at.row == Some(3))
    );
    assert!(code("note;avis\n5;bien\n4\n3;moyen\n").contains(&"short-rows".to_owned()));
}

#[test]
fn a_stray_quote_that_swallows_rows_is_located() {
    let rows = "4;bien;Sud\n".repeat(10);
    let (error, _) =
        refused(&format!("note;avis;zone\n{rows}2;\"écran cassé;Nord\n{rows}4;un écran 15\";Sud\n"));
    assert!(matches!(error, Error::UnclosedQuote { at } if at.row == Some(12)));
}

#[test]
fn what_is_no_survey_is_refused() {
    let (_dir, path) = file("x.csv", b"\x89PNG\r\n\x1a\nrest");
    assert!(matches!(
        try_report(&[path], &Options::default()),
        Err(Error::NotText { looks_like: "PNG", .. })
    ));
    let (_dir, path) = file("x.csv", "note;avis\n5;bien\n");
    let twice = [path.clone(), path.parent().unwrap().join(".").join("x.csv")];
    assert!(matches!(try_report(&twice, &Options::default()), Err(Error::SameFile { .. })));
}

#[test]
fn a_workbook_is_one_whatever_its_name() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    workbook.add_worksheet().set_name("Notice").unwrap().write(0, 0, "Baromètre 2025").unwrap();
    let sheet = workbook.add_worksheet().set_name("Données").unwrap();
    sheet.write_row(0, 0, ["note", "avis"]).unwrap();
    for row in 1..5 {
        sheet.write(row, 0, f64::from(row)).unwrap();
        sheet.write(row, 1, "Très bon accueil ici").unwrap();
    }
    let (_dir, path) = file("x.csv", workbook.save_to_buffer().unwrap());
    let report = try_report(&[path], &Options::default()).unwrap();
    assert_eq!(report.study.responses, 4, "the sheet that holds the answers");
    assert!(report.warnings.iter().any(|w| w.code == "other-sheets"));
}

#[test]
fn a_truncated_workbook_is_an_error() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    workbook.add_worksheet().write_row(0, 0, ["note", "avis"]).unwrap();
    let whole = workbook.save_to_buffer().unwrap();
    for cut in [0, 1, 10, whole.len() / 2, whole.len() - 1] {
        let (_dir, path) = file("x.xlsx", &whole[..cut]);
        let error = try_report(&[path], &Options::default()).unwrap_err();
        assert!(matches!(error, Error::Damaged { .. } | Error::Empty { .. }), "{cut}: {error}");
    }
    let (_dir, path) = file("x.xlsx", &whole);
    assert!(matches!(try_report(&[path], &Options::default()), Err(Error::HeaderAlone { .. })));
}

#[test]
fn a_foreign_folder_is_left_alone() {
    let report = report_of(&sample());
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    std::fs::create_dir(&out).unwrap();
    std::fs::write(out.join("report.md"), "mine").unwrap();
    assert!(matches!(folder::write(&report, &out, false), Err(Error::OutputExists { .. })));
    assert_eq!(std::fs::read_to_string(out.join("report.md")).unwrap(), "mine");
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1, "nothing left beside it");

    let fresh = dir.path().join("new/report");
    let written = folder::write(&report, &fresh, false).unwrap();
    assert!(written.iter().all(|path| path.exists()));
    // In the folder of a project, only what was written is replaced or goes.
    for name in ["transcripts/appel1.txt", "figures/waves-annotee.png", "report.pdf"] {
        std::fs::create_dir_all(fresh.join(name).parent().unwrap()).unwrap();
        std::fs::write(fresh.join(name), "mine").unwrap();
    }
    let fewer = Report { metrics: Vec::new(), ..report };
    let left = folder::write(&fewer, &fresh, false).unwrap();
    let gone: Vec<_> = written.iter().filter(|path| !left.contains(path)).collect();
    assert!(gone.iter().any(|path| path.ends_with("tables/metrics.csv")), "{gone:?}");
    assert!(gone.iter().all(|path| !path.exists()), "{gone:?}");
    for name in ["transcripts/appel1.txt", "figures/waves-annotee.png", "report.pdf"] {
        assert_eq!(std::fs::read_to_string(fresh.join(name)).unwrap(), "mine", "{name}");
    }
    folder::remove(&fresh).unwrap();
    assert!(!fresh.join("report.html").exists() && !fresh.join(".barometre").exists());
    assert!(!fresh.join("tables").exists() && fresh.join("transcripts/appel1.txt").exists());
}

#[test]
fn nothing_that_is_read_is_replaced() {
    let dir = tempfile::tempdir().unwrap();
    let logo = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"></svg>";
    let toml = "[privacy]\nconsent = \"accord\"\n[report]\nlogo = \"logo.svg\"\n\
                [[question]]\nid = \"nps\"\ncolumn = \"note\"\nkind = \"nps\"\n";
    let rows: String = (0..40).map(|i| format!("{};oui\n", i % 11)).collect();
    let files =
        [("c.csv", format!("note;accord\n{rows}")), ("study.toml", toml.into()), ("logo.svg", logo.into())];
    for (name, content) in &files {
        std::fs::write(dir.path().join(name), content).unwrap();
    }
    let run = |arguments: &str| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_barometre"));
        command.args(arguments.split(' ')).args(["--quiet", "--lang", "en"]);
        let done = command.current_dir(dir.path()).output().unwrap();
        (done.status.code(), String::from_utf8_lossy(&done.stderr).into_owned())
    };
    for command in [
        "report c.csv --study study.toml -o rapport --call-back ./c.csv --force",
        "init c.csv --study study.toml -o study.toml --force",
        "processing c.csv -o c.csv --force",
        "tables c.csv -o c.csv --force",
        "redact c.csv -o c.csv --force",
        "redact c.csv -o d.csv --sensitive c.csv --force",
        "concordance délai c.csv -o c.csv --force",
        "chart distribution c.csv --study study.toml -o logo.svg --force",
    ] {
        let (code, said) = run(command);
        assert!(code == Some(2) && said.contains("is read by this command"), "{command}: {code:?} {said}");
    }
    for (name, content) in &files {
        assert_eq!(&std::fs::read_to_string(dir.path().join(name)).unwrap(), content, "{name}");
    }
    assert!(!dir.path().join("rapport").exists() && !dir.path().join("d.csv").exists());

    // In the folder of a report: what this one writes, and what an earlier one wrote.
    assert_eq!(run("report c.csv -o rapport").0, Some(0));
    for (from, to, command) in [
        ("c.csv", "rapport/tables/metrics.csv", "report rapport/tables/metrics.csv -o rapport"),
        ("logo.svg", "rapport/report.html", "report c.csv --template rapport/report.html -o rapport --force"),
        (
            "logo.svg",
            "rapport/index.html",
            "report c.csv --template rapport/index.html --split-by accord -o rapport --force",
        ),
    ] {
        std::fs::copy(dir.path().join(from), dir.path().join(to)).unwrap();
        let (code, said) = run(command);
        assert!(code == Some(2) && said.contains("is read by this command"), "{command}: {code:?} {said}");
        let kept = std::fs::read(dir.path().join(to)).unwrap();
        assert_eq!(kept, std::fs::read(dir.path().join(from)).unwrap(), "{command}");
    }
}
