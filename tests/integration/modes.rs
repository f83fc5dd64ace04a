//! Modes of collection are never pooled in silence.

use barometre::report::Options;

use crate::support::{csv, file, try_report};

/// Two waves; in the second, more people answered on the web, who score lower.
fn study(mode: &str) -> String {
    let mut out = format!("vague;{mode};note\n");
    for wave in 0..2 {
        for i in 0..300 {
            let web = i % 10 < if wave == 0 { 3 } else { 7 };
            let note = if web { [2, 7, 9, 5][i % 4] } else { [9, 10, 8, 9][i % 4] };
            out.push_str(&format!("2025-T{};{};{note}\n", wave + 1, if web { "Web" } else { "Téléphone" }));
        }
    }
    out
}

#[test]
fn a_mode_is_recognised_and_its_mix_watched() {
    let report = csv(&study("mode de recueil")).unwrap();
    let modes = report.modes.as_ref().unwrap();
    assert!(!modes.declared && modes.p.unwrap() < 0.001);
    let bases: Vec<Option<u64>> = modes.modes.iter().map(|m| m.n).collect();
    assert_eq!(bases, [Some(300), Some(300)]);
    let mix = modes.mix.as_ref().unwrap();
    assert!(mix.moved() && (mix.shares[1][0] - 0.3).abs() < 1e-9 && (mix.shares[1][1] - 0.7).abs() < 1e-9);
    let code = |code: &str| report.warnings.iter().find(|w| w.code == code).map(|w| w.message.as_str());
    assert!(code("modes-pooled").unwrap().contains("Téléphone (300)"));
    assert!(code("mode-mix").unwrap().contains("répartition des modes"));
    assert!(report.decompositions.iter().any(|d| d.by == "mode de recueil"));
    let said = report.findings.iter().find(|f| f.code == "mode").unwrap();
    assert!(said.text.contains("changement de mode"), "{}", said.text);
    assert!(csv(&study("offre")).unwrap().modes.is_none());
}

#[test]
fn a_declared_mode_is_a_segment_whatever_its_name() {
    let (_data, path) = file("x.csv", study("canal"));
    let (_study, toml) = file("study.toml", "[study]\nmode = \"canal\"\nsegments = []\n");
    let options = Options { study: Some(toml), ..Options::default() };
    let report = try_report(&[path], &options).unwrap();
    assert!(report.modes.as_ref().unwrap().declared && report.study.segments == ["canal"]);
}

#[test]
fn surveys_taken_at_once_and_later_are_told_apart_by_their_files() {
    let rows = |notes: [u8; 3]| {
        let cells: String = (0..60).map(|i| format!("{};{}\n", ["A", "B"][i % 2], notes[i % 3])).collect();
        format!("offre;note\n{cells}")
    };
    let dir = tempfile::tempdir().unwrap();
    let paths =
        [("Enquête à chaud.csv", [9, 10, 8]), ("Enquête à froid.csv", [5, 8, 7])].map(|(name, notes)| {
            let path = dir.path().join(name);
            std::fs::write(&path, rows(notes)).unwrap();
            path
        });
    let report = try_report(&paths, &Options::default()).unwrap();
    let modes = report.modes.unwrap();
    let named: Vec<&str> = modes.modes.iter().map(|m| m.value.as_str()).collect();
    assert_eq!(named, ["À chaud", "À froid"]);
    assert!(report.study.waves.is_empty(), "two kinds of survey are no two waves");
    assert!(report.warnings.iter().any(|w| w.code == "modes-pooled"));
}
