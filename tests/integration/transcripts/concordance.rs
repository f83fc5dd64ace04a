//! `barometre concordance`: what is found, where, and that each line leads back to its place.

use std::process::Command;

use super::super::support::{file, shared};

fn concordance(arguments: &[&str]) -> serde_json::Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_barometre"));
    command.arg("concordance").args(arguments).args(["--format", "json", "--quiet", "--lang", "fr"]);
    let out = command.output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let found: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
    found["concordance"].clone()
}

fn keywords(found: &serde_json::Value) -> Vec<(u64, String)> {
    let lines = found["lines"].as_array().unwrap();
    lines
        .iter()
        .map(|line| (line["row"].as_u64().unwrap(), line["keyword"].as_str().unwrap().to_owned()))
        .collect()
}

#[test]
fn a_family_is_found_in_all_its_forms_and_no_look_alike() {
    let texts = [
        "Des délais trop longs, vraiment, pour une simple réponse.",
        "Ils ont commis un délit de fuite et personne ne répond.",
        "Le delai annoncé n'est jamais tenu par le service client.",
        "DÉLAI respecté, rien à dire de plus que merci à tous.",
        "La délicate question du prix reste entière pour nous.",
    ];
    let rows: Vec<String> = texts.iter().map(|text| format!("3;\"{text}\"")).collect();
    let (_dir, path) = file("avis.csv", format!("note;commentaire\n{}\n", rows.join("\n")));
    let found = concordance(&["délai", path.to_str().unwrap()]);
    let told: Vec<(u64, String)> =
        [(2, "délais"), (4, "delai"), (5, "DÉLAI")].map(|(row, word)| (row, word.to_owned())).to_vec();
    assert_eq!(keywords(&found), told);
}

/// Counted with `grep`-like regular expressions on the same file: 614 reviews hold délai or délais, with or without
/// accents, in any case.
#[test]
fn the_insurance_reviews_are_searched_whole() {
    let Some(path) = shared("data/avis-assurance/avis.csv") else { return };
    let found = concordance(&["délai", path.to_str().unwrap()]);
    let lines = found["lines"].as_array().unwrap();
    assert!(lines.len() > 650, "{}", lines.len());
    for line in lines {
        let word = line["keyword"].as_str().unwrap().to_lowercase();
        assert!(word.starts_with("délai") || word.starts_with("delai") || word.starts_with("dela"), "{word}");
    }
}

#[test]
fn a_call_is_found_by_its_time_and_its_role() {
    let vtt = "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Agent>Bonjour, votre facture ?\n\n\
               01:02:05.000 --> 01:02:09.000\n<v Client>Ma facture, je suis madame Berthoumieu.\n";
    let (_dir, path) = file("appel.vtt", vtt);
    let found = concordance(&["facture", "--role", "client", path.to_str().unwrap()]);
    let lines = found["lines"].as_array().unwrap();
    assert_eq!(lines.len(), 1);
    assert_eq!((&lines[0]["call"], &lines[0]["role"]), (&"appel".into(), &"client".into()));
    assert!(lines[0]["at_ms"].as_u64().unwrap() >= 3_725_000);
    assert!(!lines[0]["right"].as_str().unwrap().contains("Berthoumieu"), "{}", lines[0]);
}

/// A theme is what the report counts under its name: words that are misspelt in the file count in both.
#[test]
fn a_theme_is_found_where_the_report_counts_it() {
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/data/telecom.csv");
    let mut command = Command::new(env!("CARGO_BIN_EXE_barometre"));
    let out = command.args(["themes", data, "--format", "json", "--quiet"]).output().unwrap();
    let told: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
    for id in ["reseau", "attente", "quantites"] {
        let row = told["themes"].as_array().unwrap().iter().find(|row| row["theme"] == id).unwrap();
        let found = concordance(&["--theme", id, data]);
        assert_eq!((&found["texts_with"], &found["texts"]), (&row["n"], &row["base"]), "{id}");
    }
}
