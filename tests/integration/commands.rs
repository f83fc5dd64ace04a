//! Golden commands: arguments, streams and exit codes, as files that a person can read.

use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn commands() {
    trycmd::TestCases::new().case("tests/commands/*.trycmd").case("README.md");
}

/// The pages of the French guide run each in a folder of its own, where the samples are and where commands may write.
#[cfg(unix)]
#[test]
fn guide() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let copies = tempfile::tempdir().unwrap();
    let is_page = |path: &PathBuf| path.extension().is_some_and(|e| e == "md");
    let pages: Vec<_> = fs::read_dir(project.join("docs"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(is_page)
        .collect();
    assert!(pages.len() > 10, "{pages:?}");
    for page in &pages {
        let copy = copies.path().join(page.file_name().unwrap());
        fs::copy(page, &copy).unwrap();
        let beside = copy.with_extension("in");
        fs::create_dir(&beside).unwrap();
        for samples in ["data", "tests"] {
            std::os::unix::fs::symlink(project.join(samples), beside.join(samples)).unwrap();
        }
    }
    trycmd::TestCases::new().case(copies.path().join("*.md")).run();
    if std::env::var_os("TRYCMD").is_some_and(|mode| mode == "overwrite") {
        for page in &pages {
            fs::copy(copies.path().join(page.file_name().unwrap()), page).unwrap();
        }
    }
}
