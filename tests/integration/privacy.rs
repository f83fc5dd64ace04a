//! Small groups carry no value; personal data is masked from the first day.

use barometre::report::Options;

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
