//! How far a codebook agrees with a person who coded the same verbatims.

use std::ops::ControlFlow;
use std::sync::{Mutex, PoisonError};

use polars::prelude::DataFrame;
use rustc_hash::FxHashMap;
use schemars::JsonSchema;
use serde::Serialize;

use super::build::readers;
use super::{Options, Understood, theme_plan};
use crate::error::{Error, Location, Result};
use crate::lang::Lang;
use crate::metric::agreement::{Coincidences, Level, Retrieval, Weighting};
use crate::read::{self, Progress, ROW};
use crate::study::{Coding, fold, is_missing_word};
use crate::text::{Reader, Reading};
use crate::theme::{Codebook, Matcher};

/// A theme as the codebook finds it, against the same theme coded by a person. Base: verbatims that the person coded.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ThemeAgreement {
    /// Id of the theme.
    pub theme: String,
    /// Name shown.
    pub label: String,
    /// Verbatims coded by hand.
    pub base: u64,
    /// Of these, those that the person gives the theme.
    pub coded: u64,
    /// Those that the codebook gives it.
    pub found: u64,
    /// Those that both give it.
    pub both: u64,
    /// `both` / `found`, 0…1; null where nothing is found.
    pub precision: Option<f64>,
    /// `both` / `coded`, 0…1; null where nothing is coded.
    pub recall: Option<f64>,
    /// Harmonic mean of both; null where the theme is nowhere.
    pub f1: Option<f64>,
    /// Cohen's κ, −1…1: agreement beyond chance; null where both give the theme to all verbatims, or to none.
    pub kappa: Option<f64>,
    /// Lower end of its interval.
    pub kappa_low: Option<f64>,
    /// Upper end of its interval.
    pub kappa_high: Option<f64>,
    /// Krippendorff's α, nominal; null likewise.
    pub alpha: Option<f64>,
}

/// Counts of one theme.
struct Pair {
    retrieval: Retrieval,
    coincidences: Coincidences,
}

/// Compares the themes found in the first open question with those that the cells of the column `coded` name: ids or
/// labels of the codebook, separated by semicolons, commas or bars; `-` for a verbatim without any. Rows that are not
/// coded are left out; a theme coded stands for those that it belongs to as well. In the order of the codebook, themes
/// that neither knows left out.
///
/// # Errors
/// There is no such column or no open question, a cell names no theme, the codebook or a file cannot be read.
pub fn agreement(
    understood: &Understood,
    coded: &str,
    options: &Options,
    lang: Lang,
    progress: Progress<'_>,
) -> Result<Vec<ThemeAgreement>> {
    let Understood { tables, profiles, study } = understood;
    let columns: Vec<String> = tables.iter().flat_map(|t| t.columns()).map(str::to_owned).collect();
    let column =
        columns.iter().find(|c| *c == coded).or_else(|| columns.iter().find(|c| fold(c) == fold(coded)));
    let Some(column) = column.cloned() else {
        return Err(Error::NoCodedColumn { found: coded.to_owned(), known: columns });
    };
    let coding = Coding::new(study, profiles, tables, options.threads)?;
    let book = theme_plan::codebook(options.codebook.as_deref(), study)?;
    let (Some(text), Some(reader)) =
        (coding.texts.first(), readers(&coding, profiles, study)?.into_iter().next())
    else {
        return Err(Error::NothingToAnalyse { columns });
    };

    let names = names(&book);
    let pairs = book
        .themes
        .iter()
        .map(|_| Pair { retrieval: Retrieval::default(), coincidences: Coincidences::new(&[0.0, 1.0]) });
    let state = Mutex::new(State {
        reader,
        matcher: Matcher::new(book.clone()),
        reading: Reading::default(),
        pairs: pairs.collect(),
        base: 0,
        unknown: None,
    });
    for table in tables.iter().filter(|table| table.has(&column) && table.has(&text.column)) {
        let fold_batch = |(): &mut (), batch: &DataFrame| {
            let Ok(rows) = batch.column(ROW).and_then(|c| c.u32()) else { return ControlFlow::Break(()) };
            let state = &mut *state.lock().unwrap_or_else(PoisonError::into_inner);
            for i in 0..batch.height() {
                let cell = |column: &str| batch.column(column).ok().and_then(|c| c.str().ok()?.get(i));
                let (verbatim, codes) = (cell(&text.column), cell(&column).unwrap_or_default().trim());
                let Some(verbatim) = verbatim.map(str::trim).filter(|v| !is_missing_word(v)) else {
                    continue;
                };
                if codes.is_empty() {
                    continue;
                }
                if let Err(found) = state.compare(&book, &names, verbatim, codes) {
                    let row = rows.get(i).map(u64::from);
                    let at = Location { file: table.file.clone(), row, column: Some(column.clone()) };
                    state.unknown.get_or_insert((at, found));
                    return ControlFlow::Break(());
                }
            }
            ControlFlow::Continue(())
        };
        read::for_each_batch(table, &[&text.column, &column], 1, || (), fold_batch, progress)?;
    }
    let state = state.into_inner().unwrap_or_else(PoisonError::into_inner);
    if let Some((at, found)) = state.unknown {
        let known = book.themes.iter().map(|theme| theme.id.clone()).collect();
        return Err(Error::UnknownTheme { at, found, known });
    }
    Ok(state.rows(&book, options.level, lang))
}

/// Themes by their folded ids and labels.
fn names(book: &Codebook) -> FxHashMap<String, usize> {
    let mut names = FxHashMap::default();
    for (at, theme) in book.themes.iter().enumerate().rev() {
        for name in [theme.label.get(Lang::Fr), theme.label.get(Lang::En), theme.id.as_str()] {
            names.insert(fold(name), at);
        }
    }
    names
}

struct State {
    reader: Reader,
    matcher: Matcher,
    reading: Reading,
    pairs: Vec<Pair>,
    base: u64,
    /// The first code that is no theme, and where.
    unknown: Option<(Location, String)>,
}

impl State {
    fn compare(
        &mut self,
        book: &Codebook,
        names: &FxHashMap<String, usize>,
        verbatim: &str,
        codes: &str,
    ) -> std::result::Result<(), String> {
        let mut coded = vec![false; book.themes.len()];
        for code in
            codes.split([';', ',', '|']).map(str::trim).filter(|code| !code.is_empty() && *code != "-")
        {
            let theme = *names.get(&fold(code)).ok_or_else(|| code.to_owned())?;
            book.lineage(theme).for_each(|theme| coded[theme] = true);
        }
        let mut found = vec![false; book.themes.len()];
        if let Some(number) = self.reader.read(verbatim, &mut self.reading) {
            let analyzer = self.reader.analyzer(number);
            for mention in self.matcher.mentions(verbatim, &self.reading, number, analyzer) {
                found[mention.theme] = true;
            }
        }
        self.base += 1;
        for ((pair, found), coded) in self.pairs.iter_mut().zip(found).zip(coded) {
            pair.retrieval.count(found, coded);
            pair.coincidences.add(&[f64::from(u8::from(found)), f64::from(u8::from(coded))]);
        }
        Ok(())
    }

    fn rows(&self, book: &Codebook, level: f64, lang: Lang) -> Vec<ThemeAgreement> {
        let row = |(theme, pair): (&crate::theme::Theme, &Pair)| {
            let found = pair.retrieval;
            let kappa = found.confusion().kappa(Weighting::None, level);
            ThemeAgreement {
                theme: theme.id.clone(),
                label: theme.label.get(lang).to_owned(),
                base: self.base,
                coded: found.true_positives + found.false_negatives,
                found: found.true_positives + found.false_positives,
                both: found.true_positives,
                precision: found.precision(),
                recall: found.recall(),
                f1: found.f1(),
                kappa: kappa.map(|kappa| kappa.value),
                kappa_low: kappa.and_then(|kappa| kappa.interval).map(|interval| interval.0),
                kappa_high: kappa.and_then(|kappa| kappa.interval).map(|interval| interval.1),
                alpha: pair.coincidences.alpha(Level::Nominal),
            }
        };
        let rows = book.themes.iter().zip(&self.pairs).map(row);
        rows.filter(|row| row.coded + row.found > 0).collect()
    }
}
