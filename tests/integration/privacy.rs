//! Small groups carry no value; personal data is masked from the first day.

use barometre::report::markdown::markdown;
use barometre::report::{Options, Report};

use crate::support::{csv, file, try_report};

#[test]
fn a_cell_under_the_minimum_group_is_empty() {
    let mut rows = String::from("Recommanderiez-vous votre employeur à un ami ?;service;commentaire\n");
    for i in 0..40 {
        rows.push_str(&format!("{};Ventes;L'ambiance est bonne dans mon équipe\n", i % 11));
    }
    for _ in 0..4 {
        rows.push_str("9;Direction;Manque de moyens et de temps\n");
    }
    let report = csv(&rows).unwrap();
    assert_eq!(report.study.min_group, 5, "the default of employees' studies");
    let small = report
        .metrics
        .iter()
        .find(|e| e.segment.as_ref().is_some_and(|s| s[0].value == "Direction"))
        .unwrap();
    assert!(small.suppressed);
    assert_eq!((small.value, small.n, small.n_eff, small.se), (None, None, None, None));
    assert_eq!((small.ci_low, small.ci_high, &small.shares), (None, None, &None));
    let json = serde_json::to_value(&report).unwrap();
    let cell = json["metrics"].as_array().unwrap().iter().find(|e| e["suppressed"] == true).unwrap();
    assert!(cell["n"].is_null() && cell["value"].is_null());
    assert!(report.keywords.iter().all(|k| k.n >= 5), "nor a keyword of fewer people");
    assert!(report.warnings.iter().any(|w| w.code == "suppressed"));

    let (_dir, path) = file("x.csv", rows);
    let open = try_report(&[path], &Options { min_group: Some(1), ..Options::default() }).unwrap();
    assert!(open.metrics.iter().all(|e| !e.suppressed));
}

/// A report of `rows` where groups of five are protected, or nobody is.
fn protected(rows: &str, toml: &str, min_group: u64) -> Report {
    let (_data, data) = file("x.csv", rows);
    let (_study, study) = file("study.toml", toml);
    try_report(&[data], &Options { study: Some(study), min_group: Some(min_group), ..Options::default() })
        .unwrap()
}

#[test]
fn the_base_of_a_question_that_few_answered_is_told_nowhere() {
    let mut rows = String::from("note;cadre;canal;libre\n");
    for i in 0..40 {
        let few = if i < 3 { "4;Web;trop de charge de travail" } else { "99;;" };
        rows.push_str(&format!("{};{few}\n", i % 11));
    }
    let question = |id: &str, column: &str, kind: &str| {
        format!("[[question]]\nid = \"{id}\"\ncolumn = \"{column}\"\nkind = \"{kind}\"\n")
    };
    let toml = [
        question("e", "note", "enps"),
        question("r", "cadre", "rating") + "scale = [1, 5]\nmissing = [\"99\"]\n",
        question("c", "canal", "single"),
        question("t", "libre", "open"),
    ]
    .concat();
    let report = protected(&rows, &toml, 5);
    assert_eq!(report.study.questions[0].answered, Some(40));
    for hidden in &report.study.questions[1..] {
        assert_eq!((hidden.answered, &hidden.missing), (None, &None), "{}", hidden.id);
    }
    assert!(report.codebooks.is_empty(), "nor how many wrote");
    let text = markdown(&report, &[]);
    let bases = text.lines().filter(|line| line.starts_with('|') && line.ends_with("| – | – |"));
    assert_eq!(bases.count(), 3, "{text}");
    let open = protected(&rows, &toml, 1);
    assert!(open.study.questions[1..].iter().all(|q| q.answered == Some(3)));
}

#[test]
fn a_word_that_few_passives_use_is_in_no_keyness() {
    let mut rows = String::from("note;libre\n");
    for (note, said, others) in [(3, 16, 14), (8, 1, 11), (10, 6, 24)] {
        let line = |text: &str| format!("{note};{text}\n");
        rows.push_str(&line("la charge est trop lourde").repeat(said));
        rows.push_str(&line("une bonne ambiance").repeat(others));
    }
    let toml = "[[question]]\nid = \"e\"\ncolumn = \"note\"\nkind = \"enps\"\n\
                [[question]]\nid = \"t\"\ncolumn = \"libre\"\nkind = \"open\"\n";
    let said = |min_group: u64| {
        let report = protected(&rows, toml, min_group);
        assert!(report.drivers.iter().any(|d| d.label == "charge" && d.n == 23), "which tells all who do");
        report.keyness.iter().any(|k| k.label == "charge")
    };
    assert!(said(1) && !said(5));
}

#[test]
fn init_shows_no_verbatim() {
    let (_dir, path) =
        file("x.csv", "note;commentaire\n5;Rappelez-moi au 06 39 98 12 34 merci\n4;Très bon accueil ici\n");
    let options = Options::default();
    let found = barometre::report::understand(&[path], &options, &|_, _| {}).unwrap();
    let text = barometre::study::to_toml(&found.study, &found.profiles, barometre::Lang::Fr);
    assert!(text.contains("commentaire") && !text.contains("06 39") && !text.contains("accueil"), "{text}");
}

#[test]
fn identifiers_are_masked_in_quotes() {
    let mut rows = String::from("note;commentaire\n");
    for i in 0..60 {
        let (note, text) = if i % 2 == 0 {
            (1, "Toujours la même attente, rappelez-moi au 06 39 98 12 34 ou paul@example.org svp")
        } else {
            (5, "Un accueil très agréable et une équipe disponible, je reviendrai avec plaisir ici")
        };
        rows.push_str(&format!("{note};{text} {i}\n"));
    }
    let report = csv(&rows).unwrap();
    assert!(report.quotes.iter().any(|q| q.text.contains("[TÉLÉPHONE]") && q.text.contains("[E-MAIL]")));
    assert!(report.quotes.iter().all(|q| !q.text.contains("06 39") && !q.text.contains('@')));
    assert!(report.warnings.iter().any(|w| w.code == "masked"));
}

#[test]
fn a_list_to_call_back_is_there_with_its_report_alone() {
    let dir = tempfile::tempdir().unwrap();
    let (data, list) = (dir.path().join("avis.csv"), dir.path().join("rappels.csv"));
    std::fs::write(&data, "note;accord\n0;oui\n9;oui\n2;oui\n10;non\n").unwrap();
    let toml = "[privacy]\nconsent = \"accord\"\n[[question]]\nid = \"nps\"\ncolumn = \"note\"\nkind = \"nps\"\ntarget = 90\n";
    std::fs::write(dir.path().join("study.toml"), toml).unwrap();
    std::fs::create_dir(dir.path().join("photos")).unwrap();
    std::fs::write(dir.path().join("photos/chat.jpg"), "x").unwrap();
    let run = |more: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_barometre"));
        command.args(["report", "avis.csv", "--study", "study.toml", "--quiet"]).args(more);
        command.current_dir(dir.path()).output().unwrap().status.code()
    };
    assert_eq!(run(&["-o", "photos", "--call-back", "rappels.csv"]), Some(2));
    assert_eq!(run(&["-o", "photos", "--split-by", "accord", "--call-back", "rappels.csv"]), Some(2));
    assert!(!list.exists());
    assert_eq!(
        run(&["-o", "rapport", "--check", "--call-back", "rappels.csv"]),
        Some(1),
        "a target is missed"
    );
    assert!(list.exists() && dir.path().join("rapport/report.html").exists());
}
