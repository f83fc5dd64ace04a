//! The reports of a split as a folder of folders, with a list that opens first.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::{IndexEntry, Split, SplitIndex};
use crate::error::{Error, Result};
use crate::report::Report;
use crate::report::folder::{self, Outputs};

const INDEX: &str = "index.json";
const LIST: &str = "index.md";
const PAGE: &str = "index.html";

/// Refuses a folder that holds something and that a split did not write; `force` accepts any folder.
///
/// # Errors
/// [`Error::OutputExists`], [`Error::NotAFolder`].
pub fn check(folder: &Path, force: bool) -> Result<()> {
    folder::check_own(folder, force, |folder| read(folder).is_some())
}

/// The list of an earlier split in that folder.
fn read(folder: &Path) -> Option<SplitIndex> {
    let text = fs::read_to_string(folder.join(INDEX)).ok()?;
    let index: SplitIndex = serde_json::from_str(&text).ok()?;
    (index.generator.name == "barometre").then_some(index)
}

/// Writes a folder a report, then `index.html`, `index.md` and `index.json`. A report that an earlier split wrote and
/// this one does not have goes: with the new ones it could tell what they hide.
///
/// # Errors
/// A folder is refused (see [`check`]), one of `inputs` would be replaced, a figure cannot be drawn, a file cannot be
/// written.
pub fn write(split: &Split, folder: &Path, force: bool, inputs: &[PathBuf]) -> Result<Vec<PathBuf>> {
    check(folder, force)?;
    let reports: Vec<(PathBuf, &Report)> = std::iter::once((split.whole_folder(), &split.whole))
        .chain(split.entities.iter().map(|e| (e.folder.as_str(), &e.report)))
        .map(|(name, report)| (folder.join(name), report))
        .collect();
    // Nothing is written where one of the folders is refused.
    reports.iter().try_for_each(|(folder, _)| folder::check(folder, force))?;
    let index = SplitIndex::of(split);
    let stale = stale(folder, &index);
    let old = stale.iter().map(|entry| folder.join(&entry.folder));
    let folders = reports.iter().map(|(folder, _)| folder.clone()).chain(old);
    let replaced = folders.flat_map(|folder| folder::own(&folder));
    folder::spare(replaced.chain([INDEX, LIST, PAGE].map(|name| folder.join(name))), inputs)?;
    fs::create_dir_all(folder).map_err(|e| Error::io(folder, e))?;
    // The folder is ours from the first report on, and the older reports are known until they are gone, also when one
    // cannot be written.
    save(folder, &SplitIndex { reports: [&index.reports[..], &stale].concat(), ..index.clone() })?;
    let mut written = Vec::new();
    let outputs = Outputs { inputs: inputs.to_vec(), ..Outputs::default() };
    for (folder, report) in reports {
        written.extend(folder::write_with(report, &folder, force, &outputs)?);
    }
    stale.iter().try_for_each(|entry| folder::remove(&folder.join(&entry.folder)))?;
    save(folder, &index)?;
    let page = split.html().map_err(|e| Error::Render { what: PAGE.to_owned(), cause: format!("{e:#}") })?;
    for (name, text) in [(LIST, split.markdown()), (PAGE, page)] {
        let path = folder.join(name);
        folder::replace(&path, text.as_bytes())?;
        written.insert(0, path);
    }
    Ok(written)
}

/// The reports of an earlier split in that folder that `index` does not have.
fn stale(folder: &Path, index: &SplitIndex) -> Vec<IndexEntry> {
    let kept: BTreeSet<&str> = index.reports.iter().map(|r| r.folder.as_str()).collect();
    // A list that someone edited leads nowhere else.
    let plain = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let mut stale = read(folder).map_or_else(Vec::new, |earlier| earlier.reports);
    stale.retain(|entry| plain(&entry.folder) && !kept.contains(entry.folder.as_str()));
    stale
}

/// Replaces the list of a folder.
fn save(folder: &Path, index: &SplitIndex) -> Result<()> {
    let json = serde_json::to_string_pretty(index)
        .map_err(|e| Error::Render { what: INDEX.to_owned(), cause: e.to_string() })?;
    folder::replace(&folder.join(INDEX), format!("{json}\n").as_bytes())
}
