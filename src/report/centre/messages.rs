//! What customers write in their tickets: keywords and themes looked for in the messages.

use std::path::PathBuf;

use crate::Lang;
use crate::centre::{CentreError, Config, Field, Indicator, IndicatorRow, Source, TableKind, empty_row};
use crate::error::{Error, Result};
use crate::metric::SegmentValue;
use crate::metric::interval::wilson;
use crate::read::Progress;
use crate::report::{Options, Report, Understood, build};
use crate::study::{self, Declared};
use crate::theme::CodebookError;

/// The codebook of messages where centre.toml names no word.
const CODEBOOK: &str = "contact_centre";

/// The share of the messages that hold each keyword of centre.toml, and any of them; each theme of the shipped codebook
/// where it names none. And the words and themes of the messages.
pub(super) fn rows(
    sources: &[Source],
    config: &Config,
    lang: Lang,
    shared: &Options,
    progress: Progress<'_>,
) -> Result<(Vec<IndicatorRow>, Option<Report>)> {
    let column = |source: &Source| {
        let messages = source.mapping.columns.get(&Field::Message);
        messages.filter(|_| source.mapping.kind == TableKind::Tickets).map(|column| column.name.clone())
    };
    let Some(name) = sources.iter().find_map(column) else { return Ok((Vec::new(), None)) };
    let said = toml::Value::String(name.clone());
    let text = format!("[[question]]\nid = \"message\"\ncolumn = {said}\nkind = \"open\"\n");
    let same = sources.iter().filter(|&source| column(source).as_ref() == Some(&name));
    let tables: Vec<_> = same.map(|source| source.table.only(std::slice::from_ref(&name))).collect();
    let profiles = study::profile(&tables, shared.threads, progress)?;
    let mut study = Declared::parse(&text, "centre.toml")?.study(&profiles, &[])?;
    study.wave = None;
    study.segments.clear();
    let understood = Understood { tables, profiles, study };
    let folder = tempfile::tempdir().map_err(|e| Error::io(std::env::temp_dir(), e))?;
    let own: Option<PathBuf> = if config.keywords.is_empty() {
        None
    } else {
        let path = folder.path().join("keywords.toml");
        std::fs::write(&path, codebook(&config.keywords)).map_err(|e| Error::io(&path, e))?;
        Some(path)
    };
    let book = own.as_ref().map_or_else(|| CODEBOOK.to_owned(), |path| path.display().to_string());
    let options = Options {
        lang: Some(lang),
        study: None,
        codebook: Some(book),
        quotes: false,
        ratings: false,
        ..shared.clone()
    };
    let report = build(&understood, &options, progress).map_err(|error| refused(error, config))?;
    // A word that no message holds has its rate too: nothing.
    let base = report.codebooks.first().map_or(0, |book| book.base);
    let own_words = own.is_some();
    let mut out = Vec::new();
    let share = |n: u64, value: Option<&str>| {
        let row = empty_row(Indicator::KeywordRate, "default", lang)?;
        let interval = wilson(n, base, shared.level);
        Some(IndicatorRow {
            value: (base > 0).then(|| 100.0 * n as f64 / base as f64),
            n: Some(base),
            numerator: Some(n as f64),
            denominator: Some(base as f64),
            segment: value
                .map(|value| vec![SegmentValue { column: "keyword".to_owned(), value: value.to_owned() }]),
            ci_low: interval.map(|i| 100.0 * i.0),
            ci_high: interval.map(|i| 100.0 * i.1),
            method: Some("wilson".to_owned()),
            ..row
        })
    };
    let covered = report.codebooks.first().map_or(0, |book| book.covered);
    out.extend(share(covered, None));
    let named = report.themes.iter().filter(|row| own_words || row.parent.is_none() && !row.general);
    out.extend(named.filter_map(|row| share(row.n, Some(&row.label))));
    Ok((out, (!own_words).then_some(report)))
}

/// Lines of the codebook that a keyword takes.
const LINES: usize = 4;

/// The error of a keyword under its own name: nobody knows the codebook that it was put into.
fn refused(error: Error, config: &Config) -> Error {
    match error {
        Error::Codebook(flaw) if !config.keywords.is_empty() => {
            let found = config.keywords.get(flaw.line.saturating_sub(1) / LINES).cloned().unwrap_or_default();
            let file = config.file.clone();
            CentreError::Keyword { flaw: Box::new(CodebookError { file: file.clone(), ..flaw }), file, found }
                .into()
        }
        error => error,
    }
}

/// A codebook of one theme a keyword, in [`LINES`] lines.
fn codebook(keywords: &[String]) -> String {
    let theme = |(i, word): (usize, &String)| {
        let word = toml::Value::String(word.clone());
        format!("[[theme]]\nid = \"mot_{i}\"\nlabel = {word}\nrules = [{word}]\n")
    };
    keywords.iter().enumerate().map(theme).collect()
}
