//! A report as a folder: every file is written under another name, then moved to its place.

mod written;

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::{Report, columns, figures, html, markdown, sheets, slides, template};
use crate::error::{Error, Result};
use crate::transcript::MARKER;

const JSON: &str = "report.json";
const PAGE: &str = "report.html";
const TEXT: &str = "report.md";
const WORKBOOK: &str = "report.xlsx";
const FIGURES: &str = "figures";
/// One sheet an agent.
const COACHING: &str = "coaching";
/// Transcripts without personal data.
const TRANSCRIPTS: &str = "transcripts";

/// Refuses a folder that holds something and no report of barometre; `force` accepts any folder.
/// Called before the work, so that nobody waits for nothing.
///
/// # Errors
/// [`Error::OutputExists`], [`Error::NotAFolder`].
pub fn check(folder: &Path, force: bool) -> Result<()> {
    check_own(folder, force, is_ours)
}

/// Refuses a folder that holds something else than such texts, unless `force`.
///
/// # Errors
/// [`Error::OutputExists`], [`Error::NotAFolder`].
pub fn check_empty(folder: &Path, force: bool) -> Result<()> {
    check_own(folder, force, |folder| folder.join(MARKER).exists() && !is_ours(folder))
}

/// Refuses a folder that holds something and is not `own`; `force` accepts any folder. A file in the place of the folder
/// is nobody's to replace.
pub(super) fn check_own(folder: &Path, force: bool, own: impl Fn(&Path) -> bool) -> Result<()> {
    match fs::read_dir(folder) {
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(_) if folder.exists() && !folder.is_dir() => {
            Err(Error::NotAFolder { path: folder.to_path_buf() })
        }
        Err(cause) => Err(Error::io(folder, cause)),
        Ok(mut entries) => {
            let accepted = force || entries.next().is_none() || own(folder);
            if accepted { Ok(()) } else { Err(Error::OutputExists { path: folder.to_path_buf() }) }
        }
    }
}

/// Refuses a file to write that is one of `inputs`, whatever is forced, or that exists, unless `force`. Called before the
/// work.
///
/// # Errors
/// [`Error::OverInput`], [`Error::FileExists`].
pub fn check_file(path: &Path, force: bool, inputs: &[PathBuf]) -> Result<()> {
    spare([path.to_path_buf()], inputs)?;
    if !force && path.exists() { Err(Error::FileExists { path: path.to_path_buf() }) } else { Ok(()) }
}

/// Refuses to write where one of the files is one of `inputs`.
pub(super) fn spare(files: impl IntoIterator<Item = PathBuf>, inputs: &[PathBuf]) -> Result<()> {
    let inputs: BTreeSet<PathBuf> = inputs.iter().filter_map(|input| input.canonicalize().ok()).collect();
    let is_read = |path: &PathBuf| path.canonicalize().is_ok_and(|path| inputs.contains(&path));
    files.into_iter().find(is_read).map_or(Ok(()), |path| Err(Error::OverInput { path }))
}

/// The files that barometre wrote into a folder, by its list: a later report replaces or removes them.
pub(super) fn own(folder: &Path) -> Vec<PathBuf> {
    written::read(folder).iter().map(|name| folder.join(name)).collect()
}

/// Writes texts by file name into a folder: each beside its place, then moved there.
///
/// # Errors
/// The folder is refused (see [`check_empty`]), a file cannot be written.
pub fn write_texts(folder: &Path, files: &[(String, String)], force: bool) -> Result<()> {
    check_empty(folder, force)?;
    let created = !folder.exists();
    fs::create_dir_all(folder).map_err(|e| Error::io(folder, e))?;
    let marker = (MARKER.to_owned(), String::new());
    let mut all = std::iter::once(&marker).chain(files);
    let written = all.try_for_each(|(name, text)| replace(&folder.join(name), text.as_bytes()));
    if created && written.is_err() {
        let _ = fs::remove_dir_all(folder);
    }
    written
}

/// Whether the folder holds a report of barometre.
fn is_ours(folder: &Path) -> bool {
    let Ok(text) = fs::read_to_string(folder.join(JSON)) else { return false };
    let report: Option<serde_json::Value> = serde_json::from_str(&text).ok();
    report.is_some_and(|r| r["generator"]["name"] == "barometre")
}

/// What a folder holds besides what every report has, and what it may not replace.
#[derive(Debug, Clone, Default)]
pub struct Outputs {
    /// Transcripts by file name: they go to `transcripts/`.
    pub transcripts: Vec<(String, String)>,
    /// The files that were read: none of them is replaced, whatever is forced.
    pub inputs: Vec<PathBuf>,
}

/// Writes `report.html`, `report.md`, `report.pptx`, `report.xlsx`, `report.json`, `figures/ID.svg`, `figures/ID.png`, and
/// every table as `tables/ID.csv` and `tables/ID.parquet`; of calls, a sheet an agent, `coaching/agent-01.html`; and
/// `.barometre`, the list of these files. Those that the list of an earlier report has beside them go; nothing else does.
///
/// # Errors
/// The folder is refused (see [`check`]), a figure cannot be drawn, a file cannot be written.
pub fn write(report: &Report, folder: &Path, force: bool) -> Result<Vec<PathBuf>> {
    write_with(report, folder, force, &Outputs::default())
}

/// The same with what was asked for beside it.
///
/// # Errors
/// As [`write()`]; [`Error::OverInput`].
pub fn write_with(report: &Report, folder: &Path, force: bool, outputs: &Outputs) -> Result<Vec<PathBuf>> {
    check(folder, force)?;
    let files = files(report, outputs)?;
    let folder = std::path::absolute(folder).map_err(|e| Error::io(folder, e))?;
    let created = !folder.exists();
    spare(files.iter().map(|(name, _)| folder.join(name)).chain(own(&folder)), &outputs.inputs)?;
    let moved = stage_and_move(&folder, &files);
    if created && moved.is_err() {
        let _ = fs::remove_dir_all(&folder);
    }
    moved
}

/// Every file of a report with its content, the page first, `report.json` last.
fn files(report: &Report, outputs: &Outputs) -> Result<Vec<(PathBuf, Vec<u8>)>> {
    let failed =
        |what: &str, e: &minijinja::Error| Error::Render { what: what.into(), cause: format!("{e:#}") };
    let figures = figures(report)?;
    let page = match &report.presentation.template {
        Some(template) => template::render(report, &figures, template)?,
        None => html::html(report, &figures).map_err(|e| failed(PAGE, &e))?,
    };
    let deck = report.presentation.slides.as_ref().map(slides::Template::of).transpose()?;
    let mut files: Vec<(PathBuf, Vec<u8>)> = vec![
        (PAGE.into(), page.into_bytes()),
        (TEXT.into(), markdown::markdown(report, &figures).into_bytes()),
        ("report.pptx".into(), slides::slides(report, &figures, deck.as_ref())?),
    ];
    for figure in figures {
        let path = Path::new(FIGURES).join(figure.id);
        files.push((path.with_added_extension("svg"), figure.svg.into_bytes()));
        files.push((path.with_added_extension("png"), figure.png));
    }
    files.push((WORKBOOK.into(), sheets::workbook(report)?));
    files.extend(columns::files(report)?);
    for (name, sheet) in html::coaching(report).map_err(|e| failed(COACHING, &e))? {
        files.push((Path::new(COACHING).join(name), sheet.into_bytes()));
    }
    for (name, text) in &outputs.transcripts {
        files.push((Path::new(TRANSCRIPTS).join(name), text.clone().into_bytes()));
    }
    files.push((JSON.into(), json(report)?.into_bytes()));
    Ok(files)
}

/// Writes everything inside the folder under another name, then moves each file to its place, `report.json`
/// last: it tells that the folder is ours. What an earlier report left, and this one does not have, goes.
fn stage_and_move(folder: &Path, files: &[(PathBuf, Vec<u8>)]) -> Result<Vec<PathBuf>> {
    let mut listed = written::read(folder);
    let parts: BTreeSet<&Path> = files.iter().filter_map(|(name, _)| name.parent()).collect();
    for part in &parts {
        let path = folder.join(part);
        fs::create_dir_all(&path).map_err(|e| Error::io(&path, e))?;
    }
    let staging = tempfile::Builder::new()
        .prefix(".barometre-")
        .tempdir_in(folder)
        .map_err(|e| Error::io(folder, e))?;
    for part in &parts {
        fs::create_dir_all(staging.path().join(part)).map_err(|e| Error::io(staging.path(), e))?;
    }
    for (name, content) in files {
        let path = staging.path().join(name);
        fs::write(&path, content).map_err(|e| Error::io(path, e))?;
    }
    let names: written::Names = files.iter().map(|(name, _)| written::name(name)).collect();
    // Until all is in its place, whatever is there of either report is ours.
    listed.extend(names.iter().cloned());
    written::save(folder, &listed)?;
    let mut written = Vec::new();
    for (name, _) in files {
        let to = folder.join(name);
        fs::rename(staging.path().join(name), &to).map_err(|e| Error::io(&to, e))?;
        written.push(to);
    }
    written::remove(folder, listed.difference(&names))?;
    written::save(folder, &names)?;
    Ok(written)
}

/// Removes the files that barometre wrote into a folder by its list, and the folder where nothing else is in it.
///
/// # Errors
/// A file cannot be removed.
pub fn remove(folder: &Path) -> Result<()> {
    let names = written::read(folder);
    if names.is_empty() {
        return Ok(());
    }
    written::remove(folder, &names)?;
    written::remove(folder, [&MARKER.to_owned()])?;
    // What is not empty holds something of the user's.
    let _ = fs::remove_dir(folder);
    Ok(())
}

/// Writes a file of the report beside the others, as [`replace`]; the next report without it removes it.
///
/// # Errors
/// It cannot be written.
pub(super) fn replace_own(folder: &Path, name: &str, content: &[u8]) -> Result<PathBuf> {
    written::add(folder, name)?;
    let path = folder.join(name);
    replace(&path, content)?;
    Ok(path)
}

/// Writes a file as [`replace`], for its owner alone to read, where the system knows owners.
///
/// # Errors
/// It cannot be written.
pub fn replace_private(path: &Path, content: &[u8]) -> Result<()> {
    let path = std::path::absolute(path).map_err(|e| Error::io(path, e))?;
    // Such is a temporary file from the start.
    let mut file = tempfile::Builder::new()
        .prefix(".barometre-")
        .tempfile_in(path.parent().unwrap_or(&path))
        .map_err(|e| Error::io(&path, e))?;
    file.write_all(content).map_err(|e| Error::io(&path, e))?;
    file.persist(&path).map_err(|e| Error::io(&path, e.error))?;
    Ok(())
}

/// Writes a file beside its place, then moves it there.
///
/// # Errors
/// It cannot be written.
pub fn replace(path: &Path, content: &[u8]) -> Result<()> {
    let path = std::path::absolute(path).map_err(|e| Error::io(path, e))?;
    let parent = path.parent().unwrap_or(&path);
    // Written as any file of the user's, so that colleagues may read it.
    let staging = tempfile::Builder::new()
        .prefix(".barometre-")
        .tempdir_in(parent)
        .map_err(|e| Error::io(parent, e))?;
    let beside = staging.path().join("file");
    fs::write(&beside, content).map_err(|e| Error::io(&path, e))?;
    fs::rename(&beside, &path).map_err(|e| Error::io(&path, e))?;
    Ok(())
}

/// `report.json`: indented, ending with a line break.
///
/// # Errors
/// Never in practice: a report holds only numbers and texts.
pub fn json(report: &Report) -> Result<String> {
    serde_json::to_string_pretty(report)
        .map(|text| text + "\n")
        .map_err(|e| Error::Render { what: JSON.into(), cause: e.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_someone_else_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        assert!(check(dir.path(), false).is_ok());
        assert!(check(&dir.path().join("new"), false).is_ok());
        fs::write(dir.path().join("photo.jpg"), "x").unwrap();
        assert!(matches!(check(dir.path(), false), Err(Error::OutputExists { .. })));
        assert!(check(dir.path(), true).is_ok());
        assert!(matches!(check(&dir.path().join("photo.jpg"), true), Err(Error::NotAFolder { .. })));
        fs::write(dir.path().join(JSON), "{\"generator\": {\"name\": \"barometre\"}}").unwrap();
        assert!(check(dir.path(), false).is_ok());
    }
}
