//! From a tally to a report: every row computed once, in the order in which it will be read.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::findings::findings;
use super::rows::Builder;
use super::{Generator, Report, SCHEMA_VERSION, WarningRow, quotes};
use crate::Lang;
use crate::error::{Error, Result, Warning};
use crate::read::{self, Progress, Table};
use crate::study::{self, Coding, Kind, Month, Profile, Study, WaveSource};
use crate::tally::{self, Shape, Tally};

/// Closed questions crossed with words, at most.
const TARGETS: usize = 6;

/// How to analyse.
#[derive(Debug, Clone)]
pub struct Options {
    /// study.toml; the study is inferred otherwise.
    pub study: Option<PathBuf>,
    /// Language of the report; the study's, else that of the verbatims otherwise.
    pub lang: Option<Lang>,
    /// Sheet of the workbooks.
    pub sheet: Option<String>,
    /// Confidence level of the intervals.
    pub level: f64,
    /// Smallest base that carries a value; the study's otherwise.
    pub min_group: Option<u64>,
    /// Threads that count.
    pub threads: usize,
}

impl Default for Options {
    fn default() -> Self {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        Self { study: None, lang: None, sheet: None, level: 0.95, min_group: None, threads }
    }
}

/// Files opened and understood, not yet tallied.
pub struct Understood {
    /// The files.
    pub tables: Vec<Table>,
    /// What their columns hold.
    pub profiles: Vec<Profile>,
    /// The questionnaire.
    pub study: Study,
}

/// Opens `files` and reads or infers their study.
///
/// # Errors
/// A file cannot be read, study.toml cannot be understood.
pub fn understand(files: &[PathBuf], options: &Options, progress: Progress<'_>) -> Result<Understood> {
    let tables = read::open(files, &read::Options { sheet: options.sheet.clone() })?;
    let profiles = study::profile(&tables, options.threads, progress)?;
    let sheets: Vec<&str> = tables.iter().filter_map(|t| t.sheet.as_deref()).collect();
    let mut study = match &options.study {
        Some(path) => Study::load(path, &profiles, &sheets)?,
        None => Study::infer(&profiles, &sheets),
    };
    study.min_group = options.min_group.or(study.min_group);
    Ok(Understood { tables, profiles, study })
}

/// Tallies what was understood and makes the report.
///
/// # Errors
/// There is neither score nor text, a score is outside its scale, or a file cannot be read.
pub fn build(understood: &Understood, options: &Options, progress: Progress<'_>) -> Result<Report> {
    let Understood { tables, profiles, study } = understood;
    if study.questions.is_empty() {
        return Err(Error::NothingToAnalyse { columns: profiles.iter().map(|p| p.column.clone()).collect() });
    }
    let coding = Coding::new(study, profiles, tables)?;
    let rows = tables.iter().map(|t| t.rows).sum();
    let shape = Arc::new(Shape::new(&coding, targets(&coding), rows));
    let tally = tally::tally(tables, &coding, &shape, options.threads, progress)?;
    let lang = options
        .lang
        .or(study.language)
        .or_else(|| tally.texts.iter().find_map(|t| t.language.lang()))
        .unwrap_or_default();
    let builder = Builder {
        coding: &coding,
        tally: &tally,
        targets: &shape.targets,
        waves: coding.waves.as_ref().map_or_else(Vec::new, |w| w.labels(lang)),
        level: options.level,
        min_group: study.min_group(),
    };
    let metrics = builder.metrics();
    let (keywords, keyness, drivers) = builder.words();
    let mut warnings = gather(understood, &coding, &tally);
    warnings.extend(builder.base_warnings(&metrics));
    let (quotes, masked) = quotes::collect(
        tables,
        &coding,
        &tally,
        &shape,
        &drivers,
        lang,
        (builder.min_group, options.threads),
    )?;
    if masked > 0 {
        warnings.push(Warning::Masked { pieces: masked });
    }
    let mut report = Report {
        schema_version: SCHEMA_VERSION,
        generator: Generator { name: "barometre".into(), version: env!("CARGO_PKG_VERSION").into() },
        study: builder.summary(understood, lang),
        findings: Vec::new(),
        comparisons: builder.comparisons(),
        distributions: builder.distributions(),
        metrics,
        keywords,
        keyness,
        drivers,
        quotes,
        warnings: warnings
            .iter()
            .map(|w| WarningRow { code: w.code().into(), message: w.message(lang) })
            .collect(),
    };
    report.findings = findings(&report);
    Ok(report)
}

/// The closed questions that words are crossed with: recommendation, satisfaction, effort; else the first
/// rating.
fn targets(coding: &Coding) -> Vec<usize> {
    let main: Vec<usize> = (0..coding.scores.len())
        .filter(|i| coding.scores[*i].question.kind != Kind::Rating)
        .take(TARGETS)
        .collect();
    if main.is_empty() && !coding.scores.is_empty() { vec![0] } else { main }
}

/// What reading and understanding had to say.
fn gather(understood: &Understood, coding: &Coding, tally: &Tally) -> Vec<Warning> {
    let Understood { tables, study, .. } = understood;
    let mut warnings: Vec<Warning> = tables.iter().flat_map(|t| t.warnings.clone()).collect();
    for table in tables {
        for column in coding.columns() {
            if !table.columns.iter().any(|c| c == column) {
                warnings.push(Warning::MissingColumn { file: table.file.clone(), column: column.to_owned() });
            }
        }
    }
    warnings.extend(study.warnings.iter().cloned());
    if coding.scores.is_empty() {
        warnings.push(Warning::NoScore);
    }
    if coding.texts.is_empty() {
        warnings.push(Warning::NoText);
    }
    if let Some(waves) = coding.waves.as_ref().filter(|_| tally.no_wave > 0) {
        warnings.push(Warning::NoWave { column: waves.source().column.clone(), n: tally.no_wave });
    }
    warnings
        .extend(coding.waves.as_ref().and_then(|waves| partial_wave(waves.source(), &understood.profiles)));
    warnings
}

/// Said when the last wave holds answers of fewer months than any other: a quarter that has just begun.
fn partial_wave(source: &WaveSource, profiles: &[Profile]) -> Option<Warning> {
    let (period, order) = source.period?;
    let months = profiles.iter().find(|p| p.column == source.column)?.sums.months(order);
    let mut covered: BTreeMap<Month, u64> = BTreeMap::new();
    for month in months.keys() {
        *covered.entry(period.start(*month)).or_default() += 1;
    }
    let (_, in_last) = covered.pop_last()?;
    // The first wave may have begun late as well.
    covered.pop_first();
    let least = covered.values().min()?;
    let last = *months.keys().next_back()?;
    (in_last < *least).then(|| Warning::PartialWave { column: source.column.clone(), last })
}
