//! A small table as text, row by row: metadata, evaluations, a plan.

use std::ops::ControlFlow;
use std::path::Path;

use polars::prelude::DataFrame;

use super::{Options, ROW, Table, for_each_batch, open};
use crate::error::Result;

/// A table held in memory.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cells {
    /// The file, as the user named it.
    pub file: String,
    /// Names of the columns, in the file's order.
    pub headers: Vec<String>,
    /// Number of each row in the spreadsheet and its cells, empty where nothing is written, in the file's order.
    pub rows: Vec<(u64, Vec<String>)>,
}

/// Reads a file of any format whole; of a workbook, the sheet that holds the answers.
///
/// # Errors
/// It cannot be read.
pub fn cells(path: &Path, options: &Options) -> Result<Vec<Cells>> {
    open(&[path.to_path_buf()], options)?.iter().map(table_cells).collect()
}

fn table_cells(table: &Table) -> Result<Cells> {
    let columns = table.columns();
    let take = |rows: &mut Vec<(u64, Vec<String>)>, batch: &DataFrame| {
        let Ok(numbers) = batch.column(ROW).and_then(|c| c.u32()) else { return ControlFlow::Break(()) };
        let cells: Vec<_> =
            columns.iter().map(|name| batch.column(name).ok().and_then(|c| c.str().ok())).collect();
        for (i, number) in numbers.iter().enumerate() {
            let cell = |c: Option<&polars::prelude::StringChunked>| {
                c.and_then(|c| c.get(i)).unwrap_or_default().to_owned()
            };
            rows.push((number.unwrap_or_default().into(), cells.iter().map(|c| cell(*c)).collect()));
        }
        ControlFlow::Continue(())
    };
    let parts = for_each_batch(table, &columns, 1, Vec::new, take, &|_, _| ())?;
    let mut rows: Vec<(u64, Vec<String>)> = parts.into_iter().flatten().collect();
    rows.sort_by_key(|(number, _)| *number);
    let headers = columns.iter().map(|name| (*name).to_owned()).collect();
    Ok(Cells { file: table.file.clone(), headers, rows })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_keep_the_numbers_of_the_spreadsheet() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("appels.csv");
        std::fs::write(&path, "appel;note\na1;\"4\n5\"\n;\nb2;\n").unwrap();
        let tables = cells(&path, &Options::default()).unwrap();
        assert_eq!(tables[0].headers, ["appel", "note"]);
        let rows: Vec<(u64, &str)> =
            tables[0].rows.iter().map(|(n, cells)| (*n, cells[0].as_str())).collect();
        assert_eq!(rows, [(2, "a1"), (3, ""), (4, "b2")]);
        assert_eq!(tables[0].rows[0].1[1], "4\n5");
        assert_eq!(tables[0].rows[2].1[1], "");
    }
}
