//! From what the user typed to a local file that can be read several times, and the format of that file.

mod format;

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;
use tempfile::{NamedTempFile, TempPath};
use zip::ZipArchive;

pub use self::format::Format;
pub(super) use self::format::sniff;
use super::fingerprint::sha256;
use crate::error::{Error, Excess, Location, Result};

/// Standard input, as an argument.
const STDIN: &str = "-";
/// Bytes copied from a pipe or out of a compressed file at most.
const MAX_BYTES: u64 = 8 << 30;
/// Bytes from which a compressed file may not grow more than [`MAX_RATIO`] times: no text does.
const SUSPECT_BYTES: u64 = 512 << 20;
const MAX_RATIO: u64 = 200;
/// How many times a file is decompressed: a compressed file in an archive.
const MAX_NESTED: usize = 2;
/// Longest name of a file in an archive.
const MAX_NAME_BYTES: usize = 4096;

/// A file to read.
pub(super) struct Source {
    /// As the user named it, for messages; `-` is standard input.
    pub(super) file: String,
    /// Where to read it.
    pub(super) path: PathBuf,
    /// The copy that `path` names, when it is one; removed when dropped.
    pub(super) keep: Option<TempPath>,
    /// SHA-256 of what the user gave, before it is decompressed; none where it is not asked for.
    pub(super) sha256: Option<String>,
}

/// The files that `arguments` name, patterns (`vagues/*.csv`) replaced with what they match, sorted.
///
/// # Errors
/// A pattern that no file matches; standard input named twice, since it can be read once.
pub(crate) fn expand(arguments: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for argument in arguments {
        match argument.to_str().filter(|text| text.contains(['*', '?', '['])) {
            // A file may be called that.
            Some(pattern) if argument.symlink_metadata().is_err() => files.extend(matches(pattern)?),
            _ => files.push(argument.clone()),
        }
    }
    if files.iter().filter(|file| file.as_os_str() == STDIN).count() > 1 {
        return Err(Error::SameFile { file: STDIN.to_owned() });
    }
    Ok(files)
}

fn matches(pattern: &str) -> Result<Vec<PathBuf>> {
    let none = || Error::NoMatch { pattern: pattern.to_owned() };
    let options = glob::MatchOptions {
        case_sensitive: true,
        require_literal_separator: true,
        require_literal_leading_dot: true,
    };
    let mut files = Vec::new();
    for path in glob::glob_with(pattern, options).map_err(|_| none())? {
        let path = path.map_err(|e| Error::io(e.path().to_path_buf(), e.into()))?;
        if !path.is_dir() {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() { Err(none()) } else { Ok(files) }
}

/// Makes a file of `argument`: a pipe is copied, gzip, zstd and the one file of a zip are decompressed.
///
/// # Errors
/// The file does not exist, is a folder, is empty, is damaged, holds more than any survey, or is an archive of
/// several files.
pub(super) fn open(argument: &Path, fingerprint: bool) -> Result<Source> {
    let file = argument.display().to_string();
    let mut source = Source { file: file.clone(), path: argument.to_path_buf(), keep: None, sha256: None };
    if argument.as_os_str() == STDIN {
        source.replace(unbounded_copy(&mut io::stdin().lock(), &file)?);
    } else {
        let meta = match fs::metadata(argument) {
            Ok(meta) => meta,
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Err(Error::NotFound { file }),
            Err(cause) => return Err(Error::io(argument, cause)),
        };
        if meta.is_dir() {
            return Err(Error::IsDirectory { file });
        }
        // A pipe can be read once: what it says is kept.
        if !meta.is_file() {
            let mut pipe = File::open(argument).map_err(|e| Error::io(argument, e))?;
            source.replace(unbounded_copy(&mut pipe, &file)?);
        }
    }
    if fingerprint {
        source.sha256 = Some(sha256(&source.path)?);
    }
    for _ in 0..MAX_NESTED {
        match decompressed(&source.path, &file)? {
            Some(copy) => source.replace(copy),
            None => break,
        }
    }
    let bytes = fs::metadata(&source.path).map_err(|e| Error::io(&source.path, e))?.len();
    if bytes == 0 { Err(Error::Empty { file }) } else { Ok(source) }
}

impl Source {
    fn replace(&mut self, copy: TempPath) {
        self.path = copy.to_path_buf();
        self.keep = Some(copy);
    }
}

/// What is compressed in `path`; nothing when it is not.
fn decompressed(path: &Path, file: &str) -> Result<Option<TempPath>> {
    let open = || File::open(path).map_err(|e| Error::io(path, e));
    let mut magic = Vec::new();
    open()?.take(4).read_to_end(&mut magic).map_err(|e| Error::io(path, e))?;
    let bytes = fs::metadata(path).map_err(|e| Error::io(path, e))?.len();
    let copy = match magic.as_slice() {
        [0x1f, 0x8b, ..] => bounded_copy(&mut MultiGzDecoder::new(open()?), bytes, file, "gzip")?,
        [0x28, 0xb5, 0x2f, 0xfd] => {
            let mut decoder = zstd::Decoder::new(open()?).map_err(|e| damaged(file, "zstd", &e))?;
            bounded_copy(&mut decoder, bytes, file, "zstd")?
        }
        b"PK\x03\x04" => return unzipped(open()?, file),
        _ => return Ok(None),
    };
    Ok(Some(copy))
}

fn damaged(file: &str, format: &'static str, cause: &dyn std::fmt::Display) -> Error {
    Error::Damaged { file: file.to_owned(), format, cause: cause.to_string() }
}

/// The one file of answers in a zip; nothing when it is a workbook or another document.
fn unzipped(zip: File, file: &str) -> Result<Option<TempPath>> {
    let damaged = |cause: &dyn std::fmt::Display| damaged(file, "zip", cause);
    // What is cut short may be a workbook: its reader says so better.
    let Ok(mut archive) = ZipArchive::new(zip) else { return Ok(None) };
    let names: Vec<String> =
        archive.file_names_raw().map(|name| String::from_utf8_lossy(name).into_owned()).collect();
    if names.iter().any(|name| format::is_office(name)) {
        return Ok(None);
    }
    let visible: Vec<&String> = names.iter().filter(|name| is_visible(name)).collect();
    // A note or a syntax file may lie beside the answers.
    let mut answers: Vec<&String> =
        visible.iter().copied().filter(|name| format::of_extension(name).is_some()).collect();
    if answers.is_empty() {
        answers = visible;
    }
    let name = match answers.as_slice() {
        [] => return Err(Error::Empty { file: file.to_owned() }),
        [name] => *name,
        several => {
            let files = several.iter().map(|name| (*name).clone()).collect();
            return Err(Error::SeveralFiles { file: file.to_owned(), files });
        }
    };
    let index = names.iter().position(|other| other == name).unwrap_or_default();
    let mut entry = archive.by_index(index).map_err(|e| damaged(&e))?;
    let bytes = entry.compressed_size();
    bounded_copy(&mut entry, bytes, file, "zip").map(Some)
}

/// Whether a name in an archive is that of a file somebody put there, not of one the system adds.
fn is_visible(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or_default();
    name.len() <= MAX_NAME_BYTES
        && !last.is_empty()
        && !last.starts_with('.')
        && !name.starts_with("__MACOSX/")
        && !last.eq_ignore_ascii_case("Thumbs.db")
}

fn unbounded_copy(input: &mut dyn Read, file: &str) -> Result<TempPath> {
    let failed = |e| Error::io(file, e);
    copy(input, file, |_| None, failed)
}

/// Copies what `input` decompresses from `compressed` bytes.
fn bounded_copy(input: &mut dyn Read, compressed: u64, file: &str, format: &'static str) -> Result<TempPath> {
    let ratio = compressed.saturating_mul(MAX_RATIO);
    let excess = |n: u64| (n > SUSPECT_BYTES.max(ratio)).then_some(SUSPECT_BYTES.max(ratio));
    copy(input, file, excess, |e| damaged(file, format, &e))
}

/// Copies `input` to a temporary file, unless it passes [`MAX_BYTES`] or the limit that `excess` names for the
/// bytes copied so far.
fn copy(
    input: &mut dyn Read,
    file: &str,
    excess: impl Fn(u64) -> Option<u64>,
    failed: impl Fn(io::Error) -> Error,
) -> Result<TempPath> {
    let temporary = |e| Error::io(std::env::temp_dir(), e);
    let mut copy = NamedTempFile::new().map_err(temporary)?;
    let mut buffer = vec![0u8; 1 << 18];
    let mut copied = 0;
    loop {
        let n = match input.read(&mut buffer) {
            Ok(0) => {
                copy.flush().map_err(temporary)?;
                return Ok(copy.into_temp_path());
            }
            Ok(n) => n,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
            Err(e) => return Err(failed(e)),
        };
        copied += n as u64;
        if let Some(limit) = excess(copied).or((copied > MAX_BYTES).then_some(MAX_BYTES)) {
            let at = Location { file: file.to_owned(), row: None, column: None };
            return Err(Error::TooLarge { at, what: Excess::Bytes, limit });
        }
        copy.write_all(buffer.get(..n).unwrap_or_default()).map_err(temporary)?;
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use flate2::Compression;
    use flate2::write::GzEncoder;
    use tempfile::{TempDir, tempdir};
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    const TEXT: &[u8] = b"note;avis\n5;bien\n";

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn zstd(bytes: &[u8]) -> Vec<u8> {
        zstd::encode_all(bytes, 1).unwrap()
    }

    fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in files {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(content).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    /// What is read from a file that holds `bytes`.
    fn read(bytes: &[u8]) -> Result<Vec<u8>> {
        let folder = tempdir().unwrap();
        let path = folder.path().join("x");
        fs::write(&path, bytes).unwrap();
        open(&path, false).map(|source| fs::read(&source.path).unwrap())
    }

    fn folder(names: &[&str]) -> TempDir {
        let folder = tempdir().unwrap();
        for name in names {
            fs::write(folder.path().join(name), TEXT).unwrap();
        }
        folder
    }

    fn expanded(folder: &TempDir, pattern: &str) -> Result<Vec<String>> {
        let files = expand(&[folder.path().join(pattern)])?;
        Ok(files.iter().map(|f| f.file_name().unwrap().to_string_lossy().into_owned()).collect())
    }

    #[test]
    fn patterns_name_their_files_in_order() {
        let folder = folder(&["v2.csv", "v1.csv", ".v0.csv", "v[1].csv", "v3.txt"]);
        fs::create_dir(folder.path().join("w.csv")).unwrap();
        assert_eq!(expanded(&folder, "*.csv").unwrap(), ["v1.csv", "v2.csv", "v[1].csv"]);
        assert_eq!(expanded(&folder, "v?.*").unwrap(), ["v1.csv", "v2.csv", "v3.txt"]);
        // A file of that very name comes first.
        assert_eq!(expanded(&folder, "v[1].csv").unwrap(), ["v[1].csv"]);
        assert_eq!(expanded(&folder, "v[2].csv").unwrap(), ["v2.csv"]);
        assert_eq!(expanded(&folder, "absent.csv").unwrap(), ["absent.csv"]);
        for pattern in ["*.xlsx", "v[", "***"] {
            assert!(matches!(expanded(&folder, pattern), Err(Error::NoMatch { .. })), "{pattern}");
        }
        let stdin = PathBuf::from("-");
        assert_eq!(expand(std::slice::from_ref(&stdin)).unwrap(), std::slice::from_ref(&stdin));
        assert!(matches!(expand(&[stdin.clone(), stdin]), Err(Error::SameFile { .. })));
    }

    #[test]
    fn compressed_files_are_read_whatever_their_name() {
        assert_eq!(read(TEXT).unwrap(), TEXT);
        assert_eq!(read(&gzip(TEXT)).unwrap(), TEXT);
        assert_eq!(read(&zstd(TEXT)).unwrap(), TEXT);
        assert_eq!(read(&[gzip(TEXT), gzip(TEXT)].concat()).unwrap(), TEXT.repeat(2));
        assert_eq!(read(&[zstd(TEXT), zstd(TEXT)].concat()).unwrap(), TEXT.repeat(2));
        assert_eq!(read(&zip(&[("a/b.csv", TEXT)])).unwrap(), TEXT);
        assert_eq!(
            read(&zip(&[("lisez-moi.txt", b"."), ("__MACOSX/._b.csv", b"."), ("b.csv", TEXT)])).unwrap(),
            TEXT
        );
        assert_eq!(read(&gzip(&zip(&[("réponses", TEXT)]))).unwrap(), TEXT);
        // Twice, not for ever.
        assert_eq!(read(&gzip(&gzip(TEXT))).unwrap(), TEXT);
        assert_eq!(read(&gzip(&gzip(&gzip(TEXT)))).unwrap(), gzip(TEXT));
        // A workbook is left to its reader, whole or not.
        let workbook = zip(&[("[Content_Types].xml", b""), ("xl/workbook.xml", b"")]);
        assert_eq!(read(&workbook).unwrap(), workbook);
        assert_eq!(read(&workbook[..60]).unwrap(), &workbook[..60]);
    }

    #[test]
    fn what_cannot_be_decompressed_is_refused() {
        let long = TEXT.repeat(1000);
        for (bytes, expected) in [(gzip(&long), "gzip"), (zstd(&long), "zstd")] {
            let cut = read(&bytes[..bytes.len() - 6]);
            assert!(matches!(cut, Err(Error::Damaged { format, .. }) if format == expected), "{expected}");
            let mut altered = bytes;
            altered[20..].fill(0x55);
            assert!(matches!(read(&altered), Err(Error::Damaged { .. })), "{expected}");
        }
        assert!(
            matches!(read(&zip(&[("a.csv", TEXT), ("b.csv", TEXT)])), Err(Error::SeveralFiles { files, .. })
            if files == ["a.csv", "b.csv"])
        );
        for empty in [Vec::new(), gzip(b""), zstd(b""), zip(&[("a.csv", b"")]), zip(&[("a/.b", b"x")])] {
            assert!(matches!(read(&empty), Err(Error::Empty { .. })));
        }
        assert!(matches!(open(Path::new("absent.csv"), true), Err(Error::NotFound { .. })));
        assert!(matches!(open(&std::env::temp_dir(), true), Err(Error::IsDirectory { .. })));
    }

    #[test]
    fn what_grows_without_end_is_stopped() {
        let endless = || io::repeat(b'a');
        let limit_of = |excess: &dyn Fn(u64) -> Option<u64>| match copy(&mut endless(), "x", excess, |e| {
            Error::io("x", e)
        }) {
            Err(Error::TooLarge { what: Excess::Bytes, limit, .. }) => limit,
            other => panic!("{other:?}"),
        };
        assert_eq!(limit_of(&|n| (n > 1000).then_some(1000)), 1000);
        assert!(matches!(bounded_copy(&mut endless(), 1000, "x", "gzip"), Err(Error::TooLarge { limit, .. })
            if limit == SUSPECT_BYTES));
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_is_read_once_and_kept() {
        use std::os::fd::AsRawFd;
        let (reader, mut writer) = io::pipe().unwrap();
        writer.write_all(&gzip(TEXT)).unwrap();
        drop(writer);
        let argument = PathBuf::from(format!("/dev/fd/{}", reader.as_raw_fd()));
        let source = open(&argument, true).unwrap();
        assert_eq!(
            (source.file, fs::read(&source.path).unwrap()),
            (argument.display().to_string(), TEXT.to_vec())
        );
    }
}
