//! A `LimeSurvey` export beside the structure of its questionnaire: codes become the texts they stand for.

use std::path::{Path, PathBuf};

use rustc_hash::FxHashMap;

use super::export::{Export, Layout};
use super::lss::{self, Described};
use super::records::Field;
use crate::error::Warning;

/// Share of the columns that a structure must know to be that of the file.
const KNOWN: f64 = 0.5;

/// For each column, the label of each code.
#[derive(Default)]
pub(super) struct Labels(Vec<FxHashMap<String, String>>);

impl Labels {
    /// The label that a cell of a column stands for, else the cell.
    pub(super) fn of<'a>(&'a self, column: usize, cell: &'a str) -> &'a str {
        self.0.get(column).and_then(|labels| labels.get(cell.trim())).map_or(cell, String::as_str)
    }
}

/// Describes the columns of a `LimeSurvey` export from the structure files (`.lss`) of its folder: the texts of
/// the questions go into `fields`, the labels of the codes come back.
pub(super) fn labels(
    layout: &Layout,
    file: &str,
    fields: &mut [Field],
    warnings: &mut Vec<Warning>,
) -> Labels {
    if layout.export != Some(Export::LimeSurvey) {
        return Labels::default();
    }
    let mut best: Option<(f64, PathBuf, Vec<Option<Described>>)> = None;
    for path in structures(Path::new(file)) {
        // A structure that cannot be read describes nothing; the answers can be read without it.
        let described =
            lss::structure(&path).map_or_else(|_| Vec::new(), |s| lss::describe(&s, &layout.names));
        let share = lss::share(&described, &layout.names);
        if best.as_ref().is_none_or(|(most, ..)| share > *most) {
            best = Some((share, path, described));
        }
    }
    let Some((share, path, described)) = best else { return Labels::default() };
    if share < KNOWN {
        let structure = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        warnings.push(Warning::OtherStructure { file: file.to_owned(), structure });
        return Labels::default();
    }
    let mut labels = Vec::new();
    for (field, described) in fields.iter_mut().zip(described) {
        let Some(Described { text, answers, .. }) = described else {
            labels.push(FxHashMap::default());
            continue;
        };
        if !text.is_empty() && text != field.name {
            field.text = Some(text);
        }
        labels.push(answers.iter().cloned().collect());
    }
    Labels(labels)
}

/// The structure files in the folder of `file`, by name.
fn structures(file: &Path) -> Vec<PathBuf> {
    let folder = file.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e.eq_ignore_ascii_case("lss")))
        .collect();
    found.sort();
    found
}
