//! A file of targets: one row a value, with its margin and its target.
//!
//! ```text
//! variable;modalité;cible
//! sexe;Femme;51,5
//! sexe;Homme;48,5
//! ```

use std::ops::ControlFlow;
use std::path::Path;

use polars::prelude::DataFrame;

use super::weighting::{TargetsPart, Written};
use super::{fold, parse_number};
use crate::error::{Error, Location, Result};
use crate::read::{Options, ROW, for_each_batch, open};

/// What the three columns may be called, folded.
const NAMES: [&[&str]; 3] = [
    &["variable", "colonne", "column", "marge", "margin", "question", "critere"],
    &["modalite", "valeur", "value", "category", "categorie", "level", "cellule"],
    &[
        "cible",
        "target",
        "effectif",
        "effectifs",
        "part",
        "share",
        "count",
        "pourcentage",
        "percent",
        "freq",
        "%",
    ],
];

/// The margins of the file, in its order. Any format that answers are read from will do.
pub(super) fn read(path: &Path) -> Result<Vec<Written>> {
    let options = Options { plain: true, ..Options::default() };
    let table = open(&[path.to_path_buf()], &options)?.remove(0);
    let refused =
        |row: Option<u64>, column: Option<&str>, found: String, expected: TargetsPart| Error::Targets {
            at: Location { file: table.file.clone(), row, column: column.map(str::to_owned) },
            found,
            expected,
        };
    let columns = table.columns();
    let named = |names: &[&str]| columns.iter().copied().find(|c| names.contains(&fold(c).as_str()));
    let Some(columns) = NAMES.iter().map(|names| named(names)).collect::<Option<Vec<&str>>>() else {
        return Err(refused(None, None, columns.join(", "), TargetsPart::Columns));
    };
    let gather = |rows: &mut Vec<(u32, Vec<String>)>, batch: &DataFrame| {
        let numbers = batch.column(ROW).ok().and_then(|c| c.u32().ok());
        let cells = |column: &str| batch.column(column).ok().and_then(|c| c.str().ok());
        let cells: Vec<_> = columns.iter().filter_map(|c| cells(c)).collect();
        for i in 0..batch.height() {
            let row = numbers.and_then(|n| n.get(i)).unwrap_or_default();
            rows.push((row, cells.iter().map(|c| c.get(i).unwrap_or_default().trim().to_owned()).collect()));
        }
        ControlFlow::Continue(())
    };
    let mut rows: Vec<_> =
        for_each_batch(&table, &columns, 1, Vec::new, gather, &|_, _| ())?.into_iter().flatten().collect();
    rows.sort();
    let mut margins: Vec<Written> = Vec::new();
    for (row, cells) in rows {
        let row = Some(u64::from(row));
        let [margin, value, target] = &cells[..] else { continue };
        if cells.iter().all(String::is_empty) {
            continue;
        }
        if let Some(i) = [margin, value].iter().position(|c| c.is_empty()) {
            return Err(refused(row, Some(columns[i]), String::new(), TargetsPart::Filled));
        }
        let Some(number) = parse_number(target) else {
            return Err(refused(row, Some(columns[2]), target.clone(), TargetsPart::Number));
        };
        match margins.iter_mut().find(|(name, _)| name == margin) {
            Some((_, values)) => values.push((value.clone(), number)),
            None => margins.push((margin.clone(), vec![(value.clone(), number)])),
        }
    }
    Ok(margins)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> Result<Vec<Written>> {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("cibles.csv");
        std::fs::write(&path, text).unwrap();
        read(&path)
    }

    #[test]
    fn separators_and_decimals_are_those_of_spreadsheets() {
        let expected: Vec<Written> = vec![
            ("sexe".to_owned(), vec![("Femme".to_owned(), 51.5), ("Homme".to_owned(), 48.5)]),
            ("région".to_owned(), vec![("Nord, Est".to_owned(), 100.0)]),
        ];
        let semicolons = "Colonne;Valeur;Cible\nsexe;Femme;51,5\nsexe;Homme;48,5\nrégion;Nord, Est;100\n";
        assert_eq!(read_text(semicolons).unwrap(), expected);
        let commas =
            "value,target,column,note\nFemme,51.5,sexe,x\nHomme,\"48,5\",sexe,\n\"Nord, Est\",100,région,\n";
        assert_eq!(read_text(commas).unwrap(), expected);
    }

    #[test]
    fn what_is_no_target_is_located() {
        let located = |text: &str| match read_text(text).unwrap_err() {
            Error::Targets { at, found, expected } => (at.row, at.column, found, expected),
            other => panic!("{other}"),
        };
        let (row, column, found, expected) =
            located("variable;modalité;cible\nsexe;Femme;52\nsexe;Homme;env. 48\n");
        assert_eq!((row, column.as_deref(), expected), (Some(3), Some("cible"), TargetsPart::Number));
        assert_eq!(found, "env. 48");
        let (row, column, ..) = located("variable;modalité;cible\nsexe;;52\n");
        assert_eq!((row, column.as_deref()), (Some(2), Some("modalité")));
        let (.., found, expected) = located("sexe;poids\nFemme;52\n");
        assert_eq!((found.as_str(), expected), ("sexe, poids", TargetsPart::Columns));
    }
}
