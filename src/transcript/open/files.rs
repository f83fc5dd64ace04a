//! The files of paths: those of folders and zip archives, what a pattern matches, what is passed over by its name.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use zip::ZipArchive;

use super::super::TranscriptError;
use super::super::format::{MAX_BYTES, ending};
use super::{SkipReason, Skipped};

/// File that tells a folder that barometre wrote, a report or calls without personal data: they are no new calls. In the
/// folder of a report it lists the files that were written.
pub const MARKER: &str = ".barometre";
/// Folders within folders.
const MAX_DEPTH: usize = 32;
/// Bytes of all that an archive holds: a hundred thousand calls.
const MAX_ARCHIVE_BYTES: u64 = 1 << 30;
/// Bytes from which an archive may not grow more than [`MAX_RATIO`] times: no transcript does.
const SUSPECT_BYTES: u64 = 16 << 20;
const MAX_RATIO: u64 = 200;
/// Files of an archive.
const MAX_FILES: u64 = 1 << 20;

/// A file that may be a transcript.
#[derive(Debug)]
pub(super) struct Found {
    /// As messages and reports name it: within the folder or the archive, with `/`.
    pub(super) name: String,
    /// Where its bytes are.
    pub(super) source: Source,
    /// Whether the user named it, rather than its folder.
    pub(super) named: bool,
}

#[derive(Debug)]
pub(super) enum Source {
    Path(PathBuf),
    Bytes(Vec<u8>),
}

/// What paths lead to.
#[derive(Debug, Default)]
pub(super) struct Files {
    /// In the order of their names.
    pub(super) found: Vec<Found>,
    pub(super) errors: Vec<TranscriptError>,
    pub(super) skipped: Vec<Skipped>,
    seen: BTreeSet<PathBuf>,
}

impl Files {
    /// Follows paths. What cannot be followed is an error of its own; the others go on.
    pub(super) fn of(paths: &[PathBuf]) -> Self {
        let mut files = Self::default();
        let mut expanded = Vec::new();
        for path in paths {
            match pattern(path) {
                Some(pattern) => match matches(pattern) {
                    found if found.is_empty() => {
                        files.errors.push(TranscriptError::NotFound { file: slashed(path) });
                    }
                    found => expanded.extend(found),
                },
                None => expanded.push(path.clone()),
            }
        }
        let alone = expanded.len() == 1;
        for path in &expanded {
            let name = slashed(path);
            // One folder is where everything is: its own name says nothing.
            let prefix = if alone { String::new() } else { format!("{}/", name.trim_end_matches('/')) };
            match fs::metadata(path) {
                Ok(meta) if meta.is_dir() => files.folder(path, &prefix, 0),
                Ok(_) if is_zip(path) => files.zip(path, &name, &prefix),
                Ok(_) => {
                    if files.is_new(path) {
                        files.found.push(Found { name, source: Source::Path(path.clone()), named: true });
                    }
                }
                Err(error) => files.errors.push(unreadable(name, &error)),
            }
        }
        files.found.sort_by(|a, b| a.name.cmp(&b.name));
        files
    }

    /// Whether a path leads to a file or a folder that was not met yet.
    fn is_new(&mut self, path: &Path) -> bool {
        self.seen.insert(fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()))
    }

    fn folder(&mut self, folder: &Path, prefix: &str, depth: usize) {
        // A link may lead back to a folder around it.
        if depth > MAX_DEPTH || !self.is_new(folder) || depth > 0 && is_output(folder) {
            return;
        }
        let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(error) => return self.errors.push(unreadable(slashed(folder), &error)),
        };
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let (path, last) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
            if !is_visible(&last) {
                continue;
            }
            let name = format!("{prefix}{last}");
            match fs::metadata(&path) {
                Ok(meta) if meta.is_dir() => self.folder(&path, &format!("{name}/"), depth + 1),
                Ok(meta) if !meta.is_file() => {}
                Ok(_) if ending(&last) == "zip" => self.zip(&path, &name, &format!("{name}/")),
                Ok(_) => {
                    if self.is_new(&path) {
                        self.take(name, Source::Path(path));
                    }
                }
                Err(error) => self.errors.push(unreadable(name, &error)),
            }
        }
    }

    fn take(&mut self, name: String, source: Source) {
        match SkipReason::of_name(&name) {
            Some(reason) => self.skipped.push(Skipped { file: name, reason }),
            None => self.found.push(Found { name, source, named: false }),
        }
    }

    fn zip(&mut self, path: &Path, name: &str, prefix: &str) {
        if !self.is_new(path) {
            return;
        }
        let mut inside = Self::default();
        match inside.unzip(path, name, prefix) {
            Ok(()) => {
                self.found.append(&mut inside.found);
                self.errors.append(&mut inside.errors);
                self.skipped.append(&mut inside.skipped);
            }
            // Of a bomb, nothing is kept.
            Err(error) => self.errors.push(error),
        }
    }

    fn unzip(&mut self, path: &Path, name: &str, prefix: &str) -> Result<(), TranscriptError> {
        let file = || name.to_owned();
        let input = File::open(path).map_err(|error| unreadable(file(), &error))?;
        let size = input.metadata().map_or(0, |meta| meta.len());
        let damaged = |cause: &dyn std::fmt::Display| TranscriptError::Archive {
            file: file(),
            cause: cause.to_string(),
        };
        let mut archive = ZipArchive::new(io::BufReader::new(input)).map_err(|error| damaged(&error))?;
        if archive.len() as u64 > MAX_FILES {
            return Err(TranscriptError::TooMany { file: file(), limit: MAX_FILES });
        }
        let names: Vec<String> =
            archive.file_names_raw().map(|name| String::from_utf8_lossy(name).replace('\\', "/")).collect();
        let limit = MAX_ARCHIVE_BYTES.min(size.saturating_mul(MAX_RATIO).max(SUSPECT_BYTES));
        let mut left = limit;
        for (index, inner) in names.iter().enumerate() {
            let inner = inner.trim_start_matches("./");
            if inner.ends_with('/') || !inner.split('/').all(is_visible) {
                continue;
            }
            let shown = format!("{prefix}{inner}");
            if let Some(reason) = SkipReason::of_name(&shown) {
                self.skipped.push(Skipped { file: shown, reason });
                continue;
            }
            if ending(&shown) == "zip" {
                self.skipped.push(Skipped { file: shown, reason: SkipReason::Nested });
                continue;
            }
            // What an archive declares is whatever its author wrote: bytes are counted as they come.
            let most = left.min(MAX_BYTES);
            let mut bytes = Vec::new();
            let read = match archive.by_index(index) {
                Ok(entry) => entry.take(most + 1).read_to_end(&mut bytes).map_err(|error| error.to_string()),
                Err(error) => Err(error.to_string()),
            };
            left = left.saturating_sub(bytes.len() as u64);
            if bytes.len() as u64 > most {
                if most < MAX_BYTES {
                    return Err(TranscriptError::TooLarge { file: file(), limit });
                }
                self.errors.push(TranscriptError::TooLarge { file: shown, limit: MAX_BYTES });
                continue;
            }
            match read {
                Ok(_) => self.take(shown, Source::Bytes(bytes)),
                Err(cause) => self.errors.push(TranscriptError::Archive { file: shown, cause }),
            }
        }
        Ok(())
    }
}

/// A path as everybody's computer writes it.
fn slashed(path: &Path) -> String {
    let shown = path.display().to_string();
    if std::path::MAIN_SEPARATOR == '\\' { shown.replace('\\', "/") } else { shown }
}

/// A pattern that the shell left as it was.
fn pattern(path: &Path) -> Option<&str> {
    let text = path.to_str().filter(|text| text.contains(['*', '?', '[']))?;
    path.symlink_metadata().is_err().then_some(text)
}

fn matches(pattern: &str) -> Vec<PathBuf> {
    let options = glob::MatchOptions {
        case_sensitive: true,
        require_literal_separator: true,
        require_literal_leading_dot: true,
    };
    let mut found: Vec<PathBuf> =
        glob::glob_with(pattern, options).into_iter().flatten().filter_map(Result::ok).collect();
    found.sort();
    found
}

/// Whether a file that the user named is a zip archive, and no document made as one.
fn is_zip(path: &Path) -> bool {
    let mut magic = [0; 4];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut magic));
    let name = path.to_string_lossy();
    ending(&name) == "zip"
        || (read.is_ok() && magic == *b"PK\x03\x04" && SkipReason::of_name(&name).is_none())
}

/// Whether a folder is one that barometre wrote: a report, or calls without personal data. They are no new calls.
fn is_output(folder: &Path) -> bool {
    let report = || {
        let mut head = Vec::new();
        let file = File::open(folder.join("report.json")).ok()?;
        file.take(4096).read_to_end(&mut head).ok()?;
        Some(String::from_utf8_lossy(&head).contains("\"name\": \"barometre\""))
    };
    folder.join(MARKER).exists() || report() == Some(true)
}

/// Whether somebody put the file there, not the system.
fn is_visible(name: &str) -> bool {
    !name.is_empty()
        && !name.starts_with('.')
        && name != "__MACOSX"
        && !name.eq_ignore_ascii_case("Thumbs.db")
}

fn unreadable(file: String, error: &io::Error) -> TranscriptError {
    if error.kind() == io::ErrorKind::NotFound {
        return TranscriptError::NotFound { file };
    }
    TranscriptError::Unreadable { file, cause: error.to_string() }
}

/// The bytes of a file, unless they are too many.
pub(super) fn bytes(found: &Found) -> Result<std::borrow::Cow<'_, [u8]>, TranscriptError> {
    let path = match &found.source {
        Source::Bytes(bytes) => return Ok(bytes.into()),
        Source::Path(path) => path,
    };
    let failed = |error: &io::Error| unreadable(found.name.clone(), error);
    let too_large = || TranscriptError::TooLarge { file: found.name.clone(), limit: MAX_BYTES };
    let input = File::open(path).map_err(|error| failed(&error))?;
    if input.metadata().is_ok_and(|meta| meta.len() > MAX_BYTES) {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    input.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(|error| failed(&error))?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(too_large());
    }
    Ok(bytes.into())
}
