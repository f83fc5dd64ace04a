//! `report.xlsx`: the numbers of a report as sheets that a person reads, filters and charts.

mod book;
mod calls;
mod centre;
mod changes;
mod choices;
mod codes;
mod columns;
mod definitions;
mod graphs;
mod indicators;
mod look;
mod provenance;
mod scores;
mod sheet;
mod spec;
mod summary;
mod survey;

pub(super) use book::clean;

use super::flat::{DataTable, data_tables};
use super::words::Words;
use crate::error::{Error, Result};
use crate::report::Report;
use sheet::Sheet;

/// Lines that a sheet may have.
const LINES: usize = 1_048_576;

/// A report as an Excel workbook: a summary, native charts, a sheet a table with unrounded numbers under formats, what
/// every column and mark means. Texts of the data are strings, whatever they begin with; a hidden cell is a dash. The same
/// report gives the same bytes.
///
/// # Errors
/// [`Error::Render`], never in practice: a table of more lines than a sheet may have is cut.
pub fn workbook(report: &Report) -> Result<Vec<u8>> {
    let sheets = sheets(report)?;
    let title = report.study.title.clone().unwrap_or_else(|| summary::untitled(report).to_owned());
    book::bytes(&title, &sheets, report.study.language)
        .map_err(|e| Error::Render { what: "report.xlsx".into(), cause: e.to_string() })
}

/// The sheets that have something to show, in reading order.
fn sheets(report: &Report) -> Result<Vec<Sheet>> {
    let words = Words::new(report);
    let mut tables = data_tables(report)?;
    calls::by_week(&mut tables, report);
    let mut inner: Vec<Sheet> = Vec::new();
    inner.extend(graphs::sheet(&words, report));
    inner.extend(indicators::sheets(&words, report));
    inner.extend(scores::sheets(&words, report));
    inner.extend(spec::sheets(&words, &tables, survey::SCORES));
    inner.extend(changes::sheet(&words, report));
    inner.extend(spec::sheets(&words, &tables, survey::CHANGES));
    inner.extend(choices::sheets(&words, report));
    inner.extend(spec::sheets(&words, &tables, centre::SHEETS));
    inner.extend(spec::sheets(&words, &tables, calls::SHEETS));
    inner.extend(spec::sheets(&words, &tables, survey::TOPICS));
    inner.extend(provenance::sheet(&words, report));
    for sheet in &mut inner {
        sheet.cut(LINES, |shown, all| {
            let (shown, all) = (words.lang.count(shown as u64), words.lang.count(all as u64));
            say!(words, sheets::the_first_rows_of_the_folder_tables_has_all(shown, all))
        });
    }
    let definitions = definitions::sheet(&words, report, &inner);
    let mut out = vec![summary::sheet(&words, report, inner.iter().chain([&definitions]))];
    out.extend(inner);
    out.push(definitions);
    out.iter_mut().for_each(Sheet::widen);
    Ok(out)
}

/// The table of an id among those that have rows.
fn table<'t>(tables: &'t [DataTable], id: &str) -> Option<&'t DataTable> {
    tables.iter().find(|table| table.id == id)
}
