//! Files into frames: every cell as text, every row with the number a spreadsheet gives it.

mod batches;
mod csv;
mod dialect;
mod excel;
mod structure;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use polars::prelude::{LazyFrame, col};
use tempfile::TempPath;
use unicode_normalization::UnicodeNormalization;

use crate::error::{Error, Result, Warning};
use crate::unique::unique;

pub use batches::{Progress, for_each_batch};

/// Name of the column that holds the row number of the spreadsheet (header = row 1). No file can have
/// a column of that name: it begins with a control character.
pub const ROW: &str = "\u{1}row";

/// How to read.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Sheet of a workbook; the longest otherwise.
    pub sheet: Option<String>,
}

/// One file, ready to be scanned.
#[derive(Clone)]
pub struct Table {
    /// The file, as it was named by the user.
    pub file: String,
    /// Sheet of a workbook.
    pub sheet: Option<String>,
    /// Columns, in the file's order, names trimmed and distinct.
    pub columns: Vec<String>,
    /// Rows under the header, blank ones apart.
    pub rows: u64,
    /// Every column as text (empty = null), and [`ROW`].
    pub frame: LazyFrame,
    /// What the reader had to decide.
    pub warnings: Vec<Warning>,
    /// A rewritten copy that the frame scans; removed with the last table.
    copy: Option<Arc<TempPath>>,
}

impl Table {
    /// File name without its folder: what a report shows.
    #[must_use]
    pub fn name(&self) -> String {
        Path::new(&self.file)
            .file_name()
            .map_or_else(|| self.file.clone(), |n| n.to_string_lossy().into_owned())
    }

    /// The frame reduced to [`ROW`] and those of `columns` that the file has, in that order.
    pub fn select(&self, columns: &[&str]) -> LazyFrame {
        let wanted = columns.iter().filter(|c| self.columns.iter().any(|own| own == *c));
        let exprs: Vec<_> = std::iter::once(col(ROW)).chain(wanted.map(|c| col(*c))).collect();
        self.frame.clone().select(exprs)
    }
}

/// Opens files in the order given.
///
/// # Errors
/// A file that does not exist, is a folder, is empty, has a header alone, or is damaged: the first one
/// met, with its row where it has one.
pub fn open(files: &[PathBuf], options: &Options) -> Result<Vec<Table>> {
    for (i, path) in files.iter().enumerate() {
        let same =
            |other: &PathBuf| other.canonicalize().is_ok_and(|a| path.canonicalize().is_ok_and(|b| a == b));
        if files[..i].iter().any(same) {
            return Err(Error::SameFile { file: path.display().to_string() });
        }
    }
    files.iter().map(|path| open_one(path, options)).collect()
}

fn open_one(path: &Path, options: &Options) -> Result<Table> {
    let file = path.display().to_string();
    let meta = match fs::metadata(path) {
        Ok(meta) => meta,
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Err(Error::NotFound { file }),
        Err(cause) => return Err(Error::io(path, cause)),
    };
    if meta.is_dir() {
        return Err(Error::IsDirectory { file });
    }
    if meta.is_file() && meta.len() == 0 {
        return Err(Error::Empty { file });
    }
    // A pipe can be read once: what it says is kept.
    let spooled = if meta.is_file() { None } else { Some(spool(path)?) };
    let source = spooled.as_deref().unwrap_or(path);
    let head = dialect::head(source)?;
    let mut table = match magic(&head) {
        Some(Magic::Workbook) => excel::open(source, file, options.sheet.as_deref())?,
        Some(Magic::Other(looks_like)) => return Err(Error::NotText { file, looks_like }),
        None if is_workbook_name(path) && !head.contains(&b'\n') => {
            excel::open(source, file, options.sheet.as_deref())?
        }
        None => csv::open(source, &head, file)?,
    };
    table.copy = table.copy.or(spooled.map(Arc::new));
    if table.rows == 0 {
        return Err(Error::HeaderAlone { file: table.file });
    }
    Ok(table)
}

fn spool(path: &Path) -> Result<TempPath> {
    let mut input = fs::File::open(path).map_err(|e| Error::io(path, e))?;
    let mut copy = tempfile::NamedTempFile::new().map_err(|e| Error::io(std::env::temp_dir(), e))?;
    std::io::copy(&mut input, &mut copy).map_err(|e| Error::io(path, e))?;
    Ok(copy.into_temp_path())
}

fn is_workbook_name(path: &Path) -> bool {
    let extension = path.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
    matches!(extension.as_str(), "xlsx" | "xlsm" | "xlsb" | "xls" | "ods")
}

/// What the first bytes of a file say it is, whatever its name.
enum Magic {
    /// A workbook of Excel or `OpenDocument`.
    Workbook,
    /// Something else that is no text.
    Other(&'static str),
}

fn magic(head: &[u8]) -> Option<Magic> {
    const KNOWN: [(&[u8], &str); 8] = [
        (b"$FL2", "SPSS"),
        (b"$FL3", "SPSS"),
        (b"\x89PNG", "PNG"),
        (b"%PDF", "PDF"),
        (b"\xff\xd8\xff", "JPEG"),
        (b"\x1f\x8b", "gzip"),
        (b"\x28\xb5\x2f\xfd", "zstd"),
        (b"PAR1", "Parquet"),
    ];
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"\xd0\xcf\x11\xe0") {
        return Some(Magic::Workbook);
    }
    if let Some((_, name)) = KNOWN.iter().find(|(bytes, _)| head.starts_with(bytes)) {
        return Some(Magic::Other(name));
    }
    // UTF-16 is full of zero bytes and says so by its mark; other text has none.
    let zeros = dialect::utf16(head).is_none() && head.contains(&0);
    zeros.then_some(Magic::Other("NUL"))
}

/// Column names as the study knows them: trimmed, inner white space and line breaks as one space, an empty
/// one named by its position, a repeated one numbered.
fn column_names<'a>(
    header: impl IntoIterator<Item = &'a str>,
    file: &str,
    warnings: &mut Vec<Warning>,
) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (i, raw) in header.into_iter().enumerate() {
        let mut name = raw.trim_start_matches('\u{feff}').split_whitespace().collect::<Vec<_>>().join(" ");
        // The same name may come composed from one tool and decomposed from another.
        name = name.nfc().collect();
        if name.is_empty() {
            name = format!("#{}", i + 1);
        }
        if let Some(first) = names.iter().position(|n| *n == name) {
            let taken = |candidate: &str| names.iter().any(|n| n == candidate);
            let renamed = unique(&name, |name, k| format!("{name} ({k})"), taken);
            warnings.push(Warning::DuplicateColumn {
                file: file.to_owned(),
                column: name,
                renamed: renamed.clone(),
                first: first + 1,
                second: i + 1,
            });
            name = renamed;
        }
        names.push(name);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_trimmed_numbered_and_distinct() {
        let mut warnings = Vec::new();
        let names = column_names(["\u{feff}note", " a\n b ", "", "note", "note"], "f.csv", &mut warnings);
        assert_eq!(names, ["note", "a b", "#3", "note (2)", "note (3)"]);
        assert_eq!(warnings.len(), 2);
    }
}
