//! A report as a folder: every file is written under another name, then moved to its place.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Report, figures, html, markdown};
use crate::error::{Error, Result};

const JSON: &str = "report.json";
const FIGURES: &str = "figures";
/// Names of the figures, those by segment and by indicator apart.
const KINDS: [&str; 12] = [
    "distribution",
    "waves",
    "keywords",
    "keyness",
    "impact",
    "impact-themes",
    "targets",
    "week",
    "week-outbound",
    "waits",
    "handle-times",
    "agents",
];

/// Refuses a folder that holds something and that barometre did not write; `force` accepts any folder.
/// Called before the work, so that nobody waits for nothing.
///
/// # Errors
/// [`Error::OutputExists`].
pub fn check(folder: &Path, force: bool) -> Result<()> {
    let refused = || Error::OutputExists { path: folder.to_path_buf() };
    match fs::metadata(folder) {
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(cause) => Err(Error::io(folder, cause)),
        // A file in the place of the folder is nobody's to replace.
        Ok(meta) if !meta.is_dir() => Err(Error::NotAFolder { path: folder.to_path_buf() }),
        Ok(_) if force || is_ours(folder) => Ok(()),
        Ok(_) => {
            let mut entries = fs::read_dir(folder).map_err(|e| Error::io(folder, e))?;
            if entries.next().is_none() { Ok(()) } else { Err(refused()) }
        }
    }
}

/// Whether the folder holds a report of barometre.
fn is_ours(folder: &Path) -> bool {
    let Ok(text) = fs::read_to_string(folder.join(JSON)) else { return false };
    let report: Option<serde_json::Value> = serde_json::from_str(&text).ok();
    report.is_some_and(|r| r["generator"]["name"] == "barometre")
}

/// Writes `report.html`, `report.md`, `report.json` and `figures/ID.svg`, `figures/ID.png`.
///
/// # Errors
/// The folder is refused (see [`check`]), a figure cannot be drawn, a file cannot be written.
pub fn write(report: &Report, folder: &Path, force: bool) -> Result<Vec<PathBuf>> {
    check(folder, force)?;
    let figures = figures(report)?;
    let page = html::html(report, &figures)
        .map_err(|e| Error::Render { what: "report.html".into(), cause: format!("{e:#}") })?;
    let mut files: Vec<(PathBuf, Vec<u8>)> = vec![
        ("report.html".into(), page.into_bytes()),
        ("report.md".into(), markdown::markdown(report, &figures).into_bytes()),
    ];
    for figure in figures {
        let path = Path::new(FIGURES).join(figure.id);
        files.push((path.with_added_extension("svg"), figure.svg.into_bytes()));
        files.push((path.with_added_extension("png"), figure.png));
    }
    files.push((JSON.into(), json(report)?.into_bytes()));

    let folder = std::path::absolute(folder).map_err(|e| Error::io(folder, e))?;
    let created = !folder.exists();
    let moved = stage_and_move(&folder, &files);
    if created && moved.is_err() {
        let _ = fs::remove_dir_all(&folder);
    }
    moved
}

/// Writes everything inside the folder under another name, then moves each file to its place, `report.json`
/// last: it tells that the folder is ours. Figures of an earlier report that this one does not draw go.
fn stage_and_move(folder: &Path, files: &[(PathBuf, Vec<u8>)]) -> Result<Vec<PathBuf>> {
    let figures = folder.join(FIGURES);
    let ours = is_ours(folder);
    fs::create_dir_all(&figures).map_err(|e| Error::io(&figures, e))?;
    let staging = tempfile::Builder::new()
        .prefix(".barometre-")
        .tempdir_in(folder)
        .map_err(|e| Error::io(folder, e))?;
    fs::create_dir(staging.path().join(FIGURES)).map_err(|e| Error::io(staging.path(), e))?;
    for (name, content) in files {
        let path = staging.path().join(name);
        fs::write(&path, content).map_err(|e| Error::io(path, e))?;
    }
    let mut written = Vec::new();
    for (name, _) in files {
        let to = folder.join(name);
        fs::rename(staging.path().join(name), &to).map_err(|e| Error::io(&to, e))?;
        written.push(to);
    }
    if ours {
        for entry in fs::read_dir(&figures).map_err(|e| Error::io(&figures, e))?.flatten() {
            if is_figure(&entry.path()) && !written.contains(&entry.path()) {
                fs::remove_file(entry.path()).map_err(|e| Error::io(entry.path(), e))?;
            }
        }
    }
    Ok(written)
}

/// Whether a file of `figures/` bears the name of one of our figures.
fn is_figure(path: &Path) -> bool {
    let picture = path.extension().is_some_and(|e| e == "svg" || e == "png");
    let stem = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    let one_of_many = stem.starts_with("segments-") || stem.starts_with("control-");
    picture && (KINDS.contains(&stem.as_str()) || one_of_many)
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
