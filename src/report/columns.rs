//! Tables of data as files: CSV for spreadsheets, Parquet for programs.

mod csv;
mod parquet;

pub use csv::{CsvStyle, csv};
pub use parquet::parquet;

use std::path::{Path, PathBuf};

use super::flat::data_tables;
use crate::error::{Error, Result};
use crate::report::Report;

/// Folder of the tables in that of a report.
const TABLES: &str = "tables";

/// `tables/ID.csv` and `tables/ID.parquet` of every array that has rows.
pub(super) fn files(report: &Report) -> Result<Vec<(PathBuf, Vec<u8>)>> {
    let style = CsvStyle::spreadsheet(report.study.language);
    let mut out = Vec::new();
    for table in data_tables(report)? {
        let failed = |cause: String| Error::Render { what: format!("{TABLES}/{}", table.id), cause };
        let path = Path::new(TABLES).join(&table.id);
        let text = csv(&table, style).map_err(|e| failed(e.to_string()))?;
        out.push((path.with_added_extension("csv"), text.into_bytes()));
        let bytes = parquet(&table).map_err(|e| failed(e.to_string()))?;
        out.push((path.with_added_extension("parquet"), bytes));
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::report::sample;

    #[test]
    fn each_table_is_written_twice() {
        let report = sample::full(Lang::Fr);
        let files = files(&report).unwrap();
        assert_eq!(files, super::files(&report).unwrap());
        let names: Vec<String> = files.iter().map(|(path, _)| path.display().to_string()).collect();
        for name in ["tables/metrics.csv", "tables/metrics.parquet", "tables/series_points.parquet"] {
            assert!(names.contains(&name.replace('/', std::path::MAIN_SEPARATOR_STR)), "{names:?}");
        }
    }
}
