//! `barometre chart`: one figure, alone.

use std::process::Command;

fn barometre() -> Command {
    Command::new(env!("CARGO_BIN_EXE_barometre"))
}

#[test]
fn one_figure_goes_to_a_file_or_to_stdout() {
    let dir = tempfile::tempdir().unwrap();
    let telecom = concat!(env!("CARGO_MANIFEST_DIR"), "/data/telecom.csv");
    let run = |arguments: &[&str]| {
        barometre().args(arguments).arg(telecom).arg("--quiet").current_dir(dir.path()).output().unwrap()
    };
    let out = run(&["chart", "waves"]);
    assert!(out.status.success() && out.stdout.starts_with(b"<?xml") || out.stdout.starts_with(b"<svg"));
    let out = run(&["chart", "segments", "-o", "carte.png"]);
    assert!(out.status.success(), "{out:?}");
    let mut names: Vec<String> = std::fs::read_dir(dir.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert!(names.contains(&"carte-region.png".to_owned()), "{names:?}");
    // What exists stays, unless it may be replaced.
    assert_eq!(run(&["chart", "segments", "-o", "carte.png"]).status.code(), Some(2));
    assert_eq!(run(&["chart", "segments", "-o", "carte.png", "--force"]).status.code(), Some(0));
    let out = run(&["chart", "segments"]);
    assert_eq!(out.status.code(), Some(2));
    let said = String::from_utf8_lossy(&out.stderr);
    assert!(out.stdout.is_empty() && said.contains("3 figures") && said.contains("segments-"), "{said}");
    let out = run(&["chart", "waves", "--centre", "centre.toml"]);
    assert!(String::from_utf8_lossy(&out.stderr).contains("--centre"), "{out:?}");
    let out = run(&["chart", "waves", "-o", "figure.pdf"]);
    assert_eq!(out.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&out.stderr).contains(".svg or .png"));
}
