//! The list of the files that barometre wrote into a folder: only those are its own to remove.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path};

use super::replace;
use crate::error::{Error, Result};
use crate::transcript::MARKER;

/// Names of files within a folder, with `/` on every system.
pub(super) type Names = BTreeSet<String>;

/// The name of a file within the folder, as the list has it.
pub(super) fn name(within: &Path) -> String {
    within.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The files that were written into a folder; none where it has no list.
pub(super) fn read(folder: &Path) -> Names {
    let text = fs::read_to_string(folder.join(MARKER)).unwrap_or_default();
    let mut names: Names = serde_json::from_str(&text).unwrap_or_default();
    // A list that someone edited leads nowhere else.
    names.retain(|name| Path::new(name).components().all(|part| matches!(part, Component::Normal(_))));
    names
}

/// Replaces the list of a folder.
pub(super) fn save(folder: &Path, names: &Names) -> Result<()> {
    let text = serde_json::to_string_pretty(names)
        .map_err(|e| Error::Render { what: MARKER.to_owned(), cause: e.to_string() })?;
    replace(&folder.join(MARKER), format!("{text}\n").as_bytes())
}

/// Adds a file to the list of a folder.
pub(super) fn add(folder: &Path, name: &str) -> Result<()> {
    let mut names = read(folder);
    names.insert(name.to_owned());
    save(folder, &names)
}

/// Removes files of a folder, and the folders in it where they leave nothing.
pub(super) fn remove<'n>(folder: &Path, names: impl IntoIterator<Item = &'n String>) -> Result<()> {
    for path in names.into_iter().map(|name| folder.join(name)).filter(|path| path.is_file()) {
        fs::remove_file(&path).map_err(|e| Error::io(&path, e))?;
        if let Some(part) = path.parent().filter(|part| *part != folder) {
            // What is not empty holds something of the user's.
            let _ = fs::remove_dir(part);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_leads_to_files_of_its_folder_alone() {
        let dir = tempfile::tempdir().unwrap();
        assert!(read(dir.path()).is_empty(), "no list");
        fs::write(dir.path().join(MARKER), "").unwrap();
        assert!(read(dir.path()).is_empty(), "the mark of calls without personal data");
        fs::write(dir.path().join(MARKER), r#"["a.csv", "../b.csv", "/etc/c.csv", "figures/d.svg"]"#)
            .unwrap();
        let names = read(dir.path());
        assert_eq!(names.iter().collect::<Vec<_>>(), ["a.csv", "figures/d.svg"]);
        add(dir.path(), "report.pdf").unwrap();
        assert_eq!(read(dir.path()).len(), 3);
        assert_eq!(name(&Path::new("figures").join("d.svg")), "figures/d.svg");
    }

    #[test]
    fn what_is_removed_takes_empty_folders_with_it() {
        let dir = tempfile::tempdir().unwrap();
        for name in ["a/x.csv", "b/x.csv", "b/mine.csv"] {
            fs::create_dir_all(dir.path().join(name).parent().unwrap()).unwrap();
            fs::write(dir.path().join(name), "x").unwrap();
        }
        let names = ["a/x.csv", "b/x.csv", "c/gone.csv"].map(str::to_owned);
        remove(dir.path(), &names).unwrap();
        assert!(!dir.path().join("a").exists() && !dir.path().join("b/x.csv").exists());
        assert!(dir.path().join("b/mine.csv").exists());
    }
}
