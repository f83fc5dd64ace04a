//! Files into frames: every cell as text, every row with the number a spreadsheet gives it.
//!
//! ```text
//! argument ─source→ local file ─(csv | excel | json | parquet | spss | stata)→ fields + rows → Table
//! ```

mod batches;
mod cells;
mod codebook;
mod csv;
mod dialect;
mod encoding;
mod excel;
mod export;
mod fingerprint;
mod guard;
mod json;
mod limesurvey;
mod lss;
mod mojibake;
mod parquet;
mod records;
mod source;
mod spss;
mod stata;
mod structure;

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use polars::prelude::{BooleanChunked, DataFrame, LazyFrame, NewChunkedArray, PlSmallStr, col, lit};
use rustc_hash::{FxHashMap, FxHashSet};
use tempfile::TempPath;
use unicode_normalization::UnicodeNormalization;

use crate::error::{Error, Result, Warning};

pub use batches::{Progress, find, for_each_batch, last_row};
pub use cells::{Cells, cells};
pub use export::{Block, Export, blocks};
pub use fingerprint::InputFile;
pub use records::{Field, Role};
pub use source::Format;
pub(crate) use source::expand;

/// Name of the column that holds the row number of the spreadsheet (header = row 1). No file can have
/// a column of that name: it begins with a control character.
pub const ROW: &str = "\u{1}row";
/// Name of the column that holds the file of each row, for waves that come one file each.
pub const FILE: &str = "\u{1}file";

/// How to read.
#[derive(Debug, Clone)]
pub struct Options {
    /// Sheet of a workbook; the one that holds the answers otherwise.
    pub sheet: Option<String>,
    /// Encoding of text files, by any of its usual names; recognised otherwise.
    pub encoding: Option<String>,
    /// Format of the files; recognised otherwise.
    pub format: Option<Format>,
    /// Undo UTF-8 that was read as Windows-1252 and saved again (`Ã©` for `é`).
    pub repair_encoding: bool,
    /// Take the first row for the header and the others for answers, whatever tool wrote the file.
    pub plain: bool,
    /// Take the fingerprint of each file: a report says which file its figures come from.
    pub fingerprint: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            sheet: None,
            encoding: None,
            format: None,
            repair_encoding: false,
            plain: false,
            fingerprint: true,
        }
    }
}

/// One file, ready to be scanned.
#[derive(Clone)]
pub struct Table {
    /// The file, as it was named by the user.
    pub file: String,
    /// Sheet of a workbook.
    pub sheet: Option<String>,
    /// The survey tool that wrote it, where it shows.
    pub export: Option<Export>,
    /// SHA-256 of the file as the user gave it, compressed or not; none where it was not asked for.
    pub sha256: Option<String>,
    /// Columns, in the file's order, names trimmed and distinct.
    pub fields: Vec<Field>,
    /// Rows that the frame gives.
    pub rows: u64,
    /// Rows left out, by reason: `blank`, `test`, `filter`…
    pub set_aside: BTreeMap<String, u64>,
    /// Every column as text (empty = null), and [`ROW`].
    pub frame: LazyFrame,
    /// What the reader had to decide.
    pub warnings: Vec<Warning>,
    /// Which rows of the frame are kept; all of them otherwise.
    keep: Vec<Arc<Keep>>,
    /// Rows that are left out by their numbers.
    left_out: Arc<FxHashSet<u32>>,
    /// Rewritten copies that the frame scans; removed with the last table.
    copies: Vec<Arc<TempPath>>,
}

/// A test of one row, told how to look up its cells.
pub type Accepts = dyn for<'c> Fn(&dyn Fn(&str) -> Option<&'c str>) -> bool + Send + Sync;

/// Which rows are kept, and the columns that decide it.
struct Keep {
    columns: Vec<String>,
    accepts: Box<Accepts>,
}

impl Table {
    fn new(file: &str, fields: Vec<Field>, frame: LazyFrame) -> Self {
        Self {
            file: file.to_owned(),
            sheet: None,
            export: None,
            sha256: None,
            fields,
            rows: 0,
            set_aside: BTreeMap::new(),
            frame,
            warnings: Vec::new(),
            keep: Vec::new(),
            left_out: Arc::default(),
            copies: Vec::new(),
        }
    }

    /// File name without its folder: what a report shows.
    #[must_use]
    pub fn name(&self) -> String {
        Path::new(&self.file)
            .file_name()
            .map_or_else(|| self.file.clone(), |n| n.to_string_lossy().into_owned())
    }

    /// Names of the columns, in the file's order.
    #[must_use]
    pub fn columns(&self) -> Vec<&str> {
        self.fields.iter().map(|f| f.name.as_str()).collect()
    }

    /// Whether the file has that column.
    #[must_use]
    pub fn has(&self, column: &str) -> bool {
        self.fields.iter().any(|f| f.name == column)
    }

    /// Rows under the header, kept or set aside.
    #[must_use]
    pub fn read(&self) -> u64 {
        self.rows + self.set_aside.values().sum::<u64>()
    }

    /// The frame reduced to [`ROW`], those of `columns` that the file has, in that order, and what decides
    /// which rows are kept.
    pub fn select(&self, columns: &[&str]) -> LazyFrame {
        // Each column once, looked up by its name: a wide file has thousands.
        let mut own: FxHashSet<&str> = self.columns().into_iter().collect();
        let deciding = self.keep.iter().flat_map(|keep| &keep.columns).map(String::as_str);
        let wanted = columns.iter().copied().chain(deciding).filter(|c| own.remove(c));
        let mut exprs: Vec<_> =
            std::iter::once(ROW).chain(wanted).map(|c| col(PlSmallStr::from(c))).collect();
        if columns.contains(&FILE) {
            exprs.push(lit(self.file.clone()).alias(FILE));
        }
        self.frame.clone().select(exprs)
    }

    /// The table as if it had those columns alone.
    #[must_use]
    pub fn only(&self, columns: &[String]) -> Self {
        let fields = self.fields.iter().filter(|f| columns.contains(&f.name)).cloned().collect();
        Self { fields, ..self.clone() }
    }

    /// Keeps the rows that `accepts`, given the cells of `columns`; the others are set aside as `reason`.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn keep(
        &mut self,
        columns: Vec<String>,
        accepts: Box<Accepts>,
        reason: &str,
        threads: usize,
    ) -> Result<()> {
        self.keep.push(Arc::new(Keep { columns, accepts }));
        let count = |n: &mut u64, batch: &DataFrame| {
            *n += batch.height() as u64;
            ControlFlow::Continue(())
        };
        let kept: u64 = for_each_batch(self, &[], threads, || 0, count, &|_, _| ())?.into_iter().sum();
        *self.set_aside.entry(reason.to_owned()).or_default() += self.rows.saturating_sub(kept);
        self.rows = kept;
        Ok(())
    }

    /// The table as if the file held those of its rows alone that `accepts`: what the reader said of the file, and the
    /// rows set aside, belong to the whole.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn part(&self, columns: Vec<String>, accepts: Box<Accepts>, threads: usize) -> Result<Self> {
        let mut part = self.clone();
        part.warnings.clear();
        part.keep(columns, accepts, "part", threads)?;
        part.set_aside.clear();
        Ok(part)
    }

    /// Sets rows aside by their numbers in the spreadsheet, as `reason`. Rows that are set aside already must not be
    /// among them.
    pub fn set_aside_rows(&mut self, rows: impl IntoIterator<Item = u32>, reason: &str) {
        let more: FxHashSet<u32> = rows.into_iter().filter(|row| !self.left_out.contains(row)).collect();
        let n = more.len() as u64;
        self.left_out = Arc::new(self.left_out.iter().copied().chain(more).collect());
        *self.set_aside.entry(reason.to_owned()).or_default() += n;
        self.rows = self.rows.saturating_sub(n);
    }

    /// The rows of a batch that are kept.
    fn kept(&self, batch: DataFrame) -> Result<DataFrame> {
        let engine =
            |e: polars::error::PolarsError| Error::Engine { file: self.file.clone(), cause: e.to_string() };
        let batch = if self.left_out.is_empty() {
            batch
        } else {
            let rows = batch.column(ROW).and_then(|c| c.u32()).map_err(engine)?;
            let stays = |row: Option<u32>| row.is_none_or(|row| !self.left_out.contains(&row));
            let mask = BooleanChunked::from_iter_values("".into(), rows.iter().map(stays));
            batch.filter(&mask).map_err(engine)?
        };
        if self.keep.is_empty() {
            return Ok(batch);
        }
        let cells: Vec<_> = self
            .keep
            .iter()
            .flat_map(|keep| &keep.columns)
            .filter_map(|c| Some((c.as_str(), batch.column(c).ok()?.str().ok()?)))
            .collect();
        let mask = BooleanChunked::from_iter_values(
            "".into(),
            (0..batch.height()).map(|i| {
                let cell = |name: &str| {
                    cells.iter().find(|(column, _)| *column == name).and_then(|(_, cells)| cells.get(i))
                };
                self.keep.iter().all(|keep| (keep.accepts)(&cell))
            }),
        );
        batch.filter(&mask).map_err(engine)
    }
}

/// Opens files in the order given; an argument may be a pattern (`vagues/*.csv`) or `-`, standard input.
///
/// # Errors
/// A file that does not exist, is a folder, is empty, has a header alone, or is damaged: the first one
/// met, with its row where it has one.
pub fn open(arguments: &[PathBuf], options: &Options) -> Result<Vec<Table>> {
    let files = expand(arguments)?;
    for (i, path) in files.iter().enumerate() {
        let same =
            |other: &PathBuf| other.canonicalize().is_ok_and(|a| path.canonicalize().is_ok_and(|b| a == b));
        if files[..i].iter().any(same) {
            return Err(Error::SameFile { file: path.display().to_string() });
        }
    }
    files.iter().map(|path| open_one(path, options)).collect()
}

fn open_one(argument: &Path, options: &Options) -> Result<Table> {
    let source = source::open(argument, options.fingerprint)?;
    let (path, file) = (source.path.as_path(), source.file.as_str());
    let format = match options.format {
        Some(format) => format,
        None => source::sniff(&dialect::head(path)?, file)?,
    };
    let mut table = match format {
        Format::Csv => csv::open(path, file, options)?,
        Format::Workbook => workbook(path, file, options)?,
        Format::Json => document(json::open(path, file)?, file, options)?,
        Format::JsonLines => document(json::open_lines(path, file)?, file, options)?,
        Format::Parquet => document(parquet::open(path, file)?, file, options)?,
        Format::Spss => document(spss::open(path, file)?, file, options)?,
        Format::Stata => document(stata::open(path, file)?, file, options)?,
    };
    table.export = match format {
        Format::Spss => Some(Export::Spss),
        Format::Stata => Some(Export::Stata),
        _ => table.export,
    };
    table.sha256 = source.sha256;
    table.copies.extend(source.keep.map(Arc::new));
    if table.read() == 0 {
        return Err(Error::HeaderAlone { file: table.file });
    }
    Ok(table)
}

/// A table out of the sheet of a workbook.
fn workbook(path: &Path, file: &str, options: &Options) -> Result<Table> {
    let excel::Workbook { sheet, document: read, layout, set_aside, same_columns } =
        excel::open(path, file, options.sheet.as_deref(), options.plain)?;
    let mut table = document(read, file, options)?;
    table.export = layout.export;
    table.set_aside = set_aside.into_iter().map(|(reason, n)| (reason.to_owned(), n)).collect();
    if !same_columns.is_empty() {
        for warning in &mut table.warnings {
            if let Warning::OtherSheets { others, .. } = warning {
                others.retain(|name| !same_columns.contains(name));
            }
        }
        table.warnings.retain(|w| !matches!(w, Warning::OtherSheets { others, .. } if others.is_empty()));
        table.warnings.push(Warning::SameColumns {
            file: file.to_owned(),
            sheet: sheet.clone(),
            others: same_columns,
        });
    }
    table.sheet = Some(sheet);
    Ok(table)
}

/// A table out of the records of a file.
fn document(document: records::Document, file: &str, options: &Options) -> Result<Table> {
    let records::Document { fields, written, mut warnings } = document;
    let mut copy = written.path;
    let sample = dialect::head(&copy)?;
    if options.repair_encoding {
        let (repaired, pieces) = mojibake::repair_copy(&copy)?;
        if pieces > 0 {
            warnings.push(Warning::Repaired { file: file.to_owned(), pieces });
            copy = repaired;
        }
    } else {
        warnings.extend(mojibake::warning(&String::from_utf8_lossy(&sample), file));
    }
    let columns: Vec<String> = fields.iter().map(|f| f.name.clone()).collect();
    let frame = csv::scan_written(&copy, file, &columns)?;
    let mut table = Table::new(file, fields, frame);
    table.rows = written.rows;
    table.warnings = warnings;
    table.copies.push(Arc::new(copy));
    Ok(table)
}

/// The columns that a layout describes; what it skipped is said.
fn fields(layout: &export::Layout, file: &str, warnings: &mut Vec<Warning>) -> Vec<Field> {
    if let Some(title) = layout.titles.first().cloned() {
        let n = layout.titles.len() as u64;
        warnings.push(Warning::Titles { file: file.to_owned(), n, title });
    }
    if layout.headless {
        warnings.push(Warning::Headless { file: file.to_owned() });
    }
    let names = column_names(layout.names.iter().map(String::as_str), file, warnings);
    let described = layout.texts.iter().zip(&layout.roles);
    names
        .into_iter()
        .zip(described)
        .map(|(name, (text, role))| Field {
            name,
            text: text.clone(),
            role: *role,
            separator: layout.separator,
            ..Field::default()
        })
        .collect()
}

/// Column names as the study knows them: trimmed, inner white space and line breaks as one space, an empty
/// one named by its position, a repeated one numbered.
fn column_names<'a>(
    header: impl IntoIterator<Item = &'a str>,
    file: &str,
    warnings: &mut Vec<Warning>,
) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut places: FxHashMap<String, usize> = FxHashMap::default();
    // How many times each name was met, so that the thousandth is not looked for from the second on.
    let mut met: FxHashMap<String, usize> = FxHashMap::default();
    let mut repeated = Vec::new();
    for (i, raw) in header.into_iter().enumerate() {
        let mut name = raw.trim_start_matches('\u{feff}').split_whitespace().collect::<Vec<_>>().join(" ");
        // The same name may come composed from one tool and decomposed from another.
        name = name.nfc().collect();
        if name.is_empty() {
            name = format!("#{}", i + 1);
        }
        if let Some(first) = places.get(&name) {
            let times = met.entry(name.clone()).or_insert(1);
            let renamed = loop {
                *times += 1;
                let candidate = format!("{name} ({times})");
                if !places.contains_key(&candidate) {
                    break candidate;
                }
            };
            repeated.push(Warning::DuplicateColumn {
                file: file.to_owned(),
                column: name,
                renamed: renamed.clone(),
                first: first + 1,
                second: i + 1,
            });
            name = renamed;
        }
        places.insert(name.clone(), i);
        names.push(name);
    }
    if repeated.len() > 3 {
        let n = repeated.len() as u64;
        repeated.truncate(1);
        warnings.push(Warning::DuplicateColumns { file: file.to_owned(), n });
    }
    warnings.extend(repeated);
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
