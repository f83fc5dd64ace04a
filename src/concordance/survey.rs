//! A concordance of the verbatims of survey files.

use std::ops::ControlFlow;
use std::sync::Arc;

use polars::prelude::DataFrame;

use super::error::ConcordanceError;
use super::line::Place;
use super::pattern::Pattern;
use super::search::{Concordancer, Options};
use crate::error::{Error, Result};
use crate::privacy::Redaction;
use crate::read::{self, FILE, Progress, ROW};
use crate::report::{Understood, codebook as of_study, learnt_reader, named, plain_reader};
use crate::study::{Filter, Kind, Study, fold, is_missing_word};
use crate::theme::{Codebook, Shipped};

/// The codebook that `--theme` speaks of: the one asked for, else that of the study, or of contact centres where there
/// is none.
///
/// # Errors
/// It does not exist or cannot be read.
pub fn codebook(asked: Option<&str>, study: Option<&Study>) -> Result<Arc<Codebook>> {
    match (study, asked) {
        (Some(study), asked) => of_study(asked, study),
        (None, Some(name)) => named(name, None),
        (None, None) => Shipped::ContactCentre.codebook().map_err(Error::Codebook),
    }
}

/// Keeps the rows of the files that pass a filter, written as `where` of study.toml: `pays == 'FR' and age >= 18`.
///
/// # Errors
/// It cannot be read, names a column that no file has, or no row passes it.
pub fn keep(understood: &mut Understood, typed: &str, threads: usize) -> Result<()> {
    let refused = |cause| Error::Concordance(ConcordanceError::Filter { typed: typed.to_owned(), cause });
    let mut filter = Filter::parse(typed).map_err(refused)?;
    let known = columns(understood);
    if let Some(column) = filter.columns().into_iter().find(|column| !known.iter().any(|k| k == column)) {
        let (option, found) = ("--where", column.to_owned());
        return Err(Error::Concordance(ConcordanceError::UnknownColumn { option, found, known }));
    }
    let dates: Vec<String> = filter.date_columns().into_iter().map(str::to_owned).collect();
    for column in dates {
        let profile = understood.profiles.iter().find(|profile| profile.column == column);
        if let Some((format, _)) = profile.and_then(|profile| profile.date_format(1, true)) {
            filter.read_dates(&column, format);
        }
    }
    for table in &mut understood.tables {
        let test = filter.clone();
        let read = filter.columns().into_iter().map(str::to_owned).collect();
        table.keep(read, Box::new(move |cell| test.accepts(cell)), "filter", threads)?;
    }
    if understood.tables.iter().all(|table| table.rows == 0) {
        return Err(Error::Concordance(ConcordanceError::NothingKept { typed: typed.to_owned() }));
    }
    Ok(())
}

/// Looks `pattern` up in some columns, by their headers or the ids of their questions; in the open questions of the
/// study where none is named. The words of a rule are looked up as they are written, for what keywords learn of the spelling
/// of a column takes longer than the search; a theme is what a report counts under its name, misspelt words too. `redact` masks the personal data of a text.
///
/// # Errors
/// There is no such column, no open question, or a file cannot be read.
pub fn survey(
    understood: &Understood,
    pattern: &Pattern,
    asked: &[String],
    options: &Options,
    redact: impl for<'t> Fn(&'t str) -> Redaction<'t> + Sync,
    threads: usize,
    progress: Progress<'_>,
) -> Result<Concordancer> {
    let Understood { tables, profiles, study } = understood;
    let columns = texts(understood, asked)?;
    let mut searches = Vec::new();
    for column in &columns {
        let reader = if pattern.is_theme() { learnt_reader } else { plain_reader };
        let reader = reader(column, profiles, study)?;
        searches.push(Concordancer::new(pattern, reader, options.clone()));
    }
    let names: Vec<&str> = columns.iter().map(String::as_str).collect();
    let mut all: Vec<Concordancer> = Vec::new();
    for (number, table) in (0..).zip(tables) {
        let file = table.name();
        let fold = |searches: &mut Vec<Concordancer>, batch: &DataFrame| {
            let Ok(rows) = batch.column(ROW).and_then(|c| c.u32()) else { return ControlFlow::Break(()) };
            for (at, (column, search)) in (0..).zip(names.iter().zip(searches)) {
                let Some(cells) = batch.column(column).ok().and_then(|c| c.str().ok()) else { continue };
                for (row, cell) in rows.iter().zip(cells.iter()) {
                    let Some(cell) = cell.filter(|cell| !is_missing_word(cell.trim())) else { continue };
                    let row = u64::from(row.unwrap_or_default());
                    let place = Place {
                        order: (number, row, at),
                        file: &file,
                        row: Some(row),
                        column: Some(column),
                        ..Place::default()
                    };
                    search.text(cell, &place, &redact);
                }
            }
            ControlFlow::Continue(())
        };
        let states = read::for_each_batch(table, &names, threads, || searches.clone(), fold, progress)?;
        all.extend(states.into_iter().flatten());
    }
    let mut whole = Concordancer::new(pattern, crate::text::Reader::default(), options.clone());
    for part in all {
        whole.merge(part);
    }
    Ok(whole)
}

/// The columns to read.
fn texts(understood: &Understood, asked: &[String]) -> Result<Vec<String>> {
    let known = columns(understood);
    let questions = &understood.study.questions;
    if asked.is_empty() {
        let open: Vec<String> =
            questions.iter().filter(|q| q.kind == Kind::Open).map(|q| q.column.clone()).collect();
        if open.is_empty() {
            return Err(Error::Concordance(ConcordanceError::NoVerbatim { known }));
        }
        return Ok(open);
    }
    let mut found: Vec<String> = Vec::new();
    for name in asked {
        let same = |other: &str| fold(other) == fold(name);
        let column = known.iter().find(|column| same(column)).cloned();
        let column = column.or_else(|| questions.iter().find(|q| same(&q.id)).map(|q| q.column.clone()));
        let Some(column) = column else {
            let (option, found) = ("--column", name.clone());
            return Err(Error::Concordance(ConcordanceError::UnknownColumn { option, found, known }));
        };
        if !found.contains(&column) {
            found.push(column);
        }
    }
    Ok(found)
}

/// Columns of the files, each once, in their order.
fn columns(understood: &Understood) -> Vec<String> {
    let mut known: Vec<String> = Vec::new();
    for column in understood.tables.iter().flat_map(|table| table.columns()) {
        if column != FILE && !known.iter().any(|k| k == column) {
            known.push(column.to_owned());
        }
    }
    known
}

#[cfg(test)]
mod tests {
    use super::super::search::Concordance;
    use super::*;
    use crate::Lang;
    use crate::privacy::redact;
    use crate::report;

    const ROWS: &str = "note;region;avis;suite\n5;Nord;Bon accueil, aucun délai;rien à dire\n2;Sud;\"Délais trop longs,\nmerci à Julie\";Le délai encore\n1;Sud;Prix élevé et service moyen;NSP\n";

    fn found(asked: &[&str], filter: Option<&str>, threads: usize) -> Result<Concordance> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("avis.csv");
        std::fs::write(&file, ROWS).unwrap();
        let mut understood = report::understand(&[file], &report::Options::default(), &|_, _| {})?;
        if let Some(filter) = filter {
            keep(&mut understood, filter, threads)?;
        }
        let asked: Vec<String> = asked.iter().map(|name| (*name).to_owned()).collect();
        let pattern = Pattern::rule("délai").unwrap();
        let options = Options::default();
        let search = survey(
            &understood,
            &pattern,
            &asked,
            &options,
            |text| redact(text, Lang::Fr),
            threads,
            &|_, _| {},
        )?;
        Ok(search.finish(Lang::Fr))
    }

    #[test]
    fn lines_come_in_the_order_of_the_file_whatever_the_threads() {
        let found_with = |threads| found(&["avis", "SUITE"], None, threads).unwrap();
        let one = found_with(1);
        let rows: Vec<_> = one.lines.iter().map(|line| (line.row, line.column.as_deref())).collect();
        assert_eq!(rows, [(Some(2), Some("avis")), (Some(3), Some("avis")), (Some(3), Some("suite"))]);
        assert_eq!((one.hits, one.texts, one.texts_with), (3, 5, 3));
        assert_eq!(one.lines[1].right, " trop longs, / merci à [NOM]");
        assert_eq!(one.lines[1].file, "avis.csv");
        assert_eq!(found_with(3), one);
    }

    #[test]
    fn rows_can_be_left_out() {
        let south = found(&["avis"], Some("region == 'Sud'"), 1).unwrap();
        assert_eq!((south.texts, south.hits, south.lines[0].row), (2, 1, Some(3)));
        let error = found(&["avis"], Some("region == 'Est'"), 1).unwrap_err().message(Lang::En);
        assert!(error.starts_with("--where: no row passes “region == 'Est'”."), "{error}");
        let error = found(&["avis"], Some("pays == 'FR'"), 1).unwrap_err().message(Lang::En);
        assert!(error.starts_with("--where: no column “pays”."), "{error}");
        let error = found(&["avis"], Some("region =="), 1).unwrap_err().message(Lang::En);
        assert!(error.starts_with("--where, “region ==”: "), "{error}");
    }

    #[test]
    fn a_column_that_is_not_there_is_said() {
        let error = found(&["avi"], None, 1).unwrap_err().message(Lang::Fr);
        assert!(error.starts_with("--column\u{a0}: aucune colonne «\u{a0}avi\u{a0}»."), "{error}");
    }
}
