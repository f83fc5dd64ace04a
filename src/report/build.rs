//! From a tally to a report: every row computed once, in the order in which it will be read.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use jiff::civil::Date;
use rustc_hash::FxHashSet;

use super::assemble::{Prepared, Scope, assemble};
use super::compared::CompareOptions;
use super::frequency::{TableOptions, add_segment};
use super::split::SPLIT_BY;
use super::{Report, hidden};
use crate::Lang;
use crate::error::{Doubt, Error, Location, Result, Warning};
use crate::keyness::Correction;
use crate::metric::Intervals;
use crate::read::{self, FILE, Progress, Table};
use crate::study::{
    self, Coding, Declared, Families, Kind, Period, PresentationAsked, Profile, Question, Range, Study,
    WaveSource,
};
use crate::tally::Tally;
use crate::text::{FamilyConflict, FamilyRules, Language, LanguageCount, Lexis, Reader};

/// Answers of a file from which the highest one shows its scale.
const SCALE_BASE: u64 = 30;
/// Closed questions crossed with words, at most.
const TARGETS: usize = 6;

/// How to analyse.
#[derive(Debug, Clone)]
pub struct Options {
    /// study.toml; the study is inferred otherwise.
    pub study: Option<PathBuf>,
    /// Language of the report; the study's, else that of the verbatims otherwise.
    pub lang: Option<Lang>,
    /// How files are read.
    pub read: read::Options,
    /// Confidence level of the intervals.
    pub level: f64,
    /// Smallest base that carries a value; the study's otherwise.
    pub min_group: Option<u64>,
    /// Formulas of the intervals.
    pub intervals: Intervals,
    /// How the comparisons of a score are corrected for their number.
    pub correction: Correction,
    /// Threads that count.
    pub threads: usize,
    /// Frequency tables asked for besides those of every report.
    pub tables: TableOptions,
    /// Whether verbatims are quoted: they are read once more.
    pub quotes: bool,
    /// Whether themes are looked for.
    pub themes: bool,
    /// Whether rated dimensions are weighed.
    pub ratings: bool,
    /// The codebook of the themes: the name of one that the program has, or a file; the study's otherwise.
    pub codebook: Option<String>,
    /// Groups whose words are set apart: a segment column, or the waves.
    pub by: Option<String>,
    /// What to compare, instead of what a report compares.
    pub compare: Option<CompareOptions>,
    /// How the report is to look; where it says nothing, as study.toml says.
    pub presentation: PresentationAsked,
    /// A column of which each value gets a report of its own beside that of the whole: see [`super::split()`].
    pub split_by: Option<String>,
}

impl Default for Options {
    fn default() -> Self {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            study: None,
            lang: None,
            read: read::Options::default(),
            level: 0.95,
            min_group: None,
            intervals: Intervals::default(),
            correction: Correction::default(),
            threads,
            tables: TableOptions::default(),
            quotes: true,
            themes: true,
            ratings: true,
            codebook: None,
            by: None,
            compare: None,
            presentation: PresentationAsked::default(),
            split_by: None,
        }
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
    let declared = options.study.as_deref().map(Declared::read).transpose()?;
    let mut tables = read::open(files, &options.read)?;
    let surveys = !options.read.plain && study::mark_temperature(&mut tables);
    if let Some(declared) = &declared {
        filter(&mut tables, declared, options.threads)?;
    }
    let mut profiles = study::profile(&tables, options.threads, progress)?;
    if !options.read.plain && set_totals_aside(&mut tables, &profiles, options.threads)? {
        profiles = study::profile(&tables, options.threads, progress)?;
    }
    let sheets: Vec<&str> = tables.iter().filter_map(|t| t.sheet.as_deref()).collect();
    let mut study = match declared {
        Some(declared) => declared.study(&profiles, &sheets)?,
        None => Study::infer(&profiles, &sheets),
    };
    if surveys && options.study.is_none() && tables.len() == 2 {
        // Two files, one of each kind of survey: what differs between them is the kind, not the time.
        study.wave = study.wave.filter(|w| w.column != FILE);
    }
    study.min_group = options.min_group.or(study.min_group);
    options.tables.add_segments(&mut study, &profiles)?;
    if let Some(column) = &options.split_by {
        add_segment(SPLIT_BY, column, &mut study, &profiles)?;
    }
    Ok(Understood { tables, profiles, study })
}

/// Sets aside a last row that sums the others up, as spreadsheets have; whether there was one.
fn set_totals_aside(tables: &mut [Table], profiles: &[Profile], threads: usize) -> Result<bool> {
    let mut found_one = false;
    for profile in profiles {
        let mut totals = profile.answers().filter(|(cell, n)| *n == 1 && study::is_total(cell));
        let (Some((cell, _)), None) = (totals.next(), totals.next()) else { continue };
        let cell = cell.to_owned();
        for table in tables.iter_mut() {
            let only = std::slice::from_ref(table);
            let Some((at, _)) = read::find(only, &profile.column, |c| c == cell) else { continue };
            if at.row != read::last_row(table)? {
                continue;
            }
            let (column, total) = (profile.column.clone(), cell.clone());
            let named = column.clone();
            table.keep(
                vec![column],
                Box::new(move |cell| cell(&named) != Some(total.as_str())),
                "total",
                threads,
            )?;
            table
                .warnings
                .push(Warning::TotalRow { at: Location { column: None, ..at }, found: cell.clone() });
            found_one = true;
        }
        if found_one {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Sets aside the rows that the study's filter leaves out.
fn filter(tables: &mut [Table], declared: &Declared, threads: usize) -> Result<()> {
    let Some(filter) = declared.filter() else { return Ok(()) };
    let columns: Vec<&str> = tables.iter().flat_map(Table::columns).collect();
    declared.check_filter(&columns)?;
    let mut filter = filter.clone();
    let dates: Vec<String> = filter.date_columns().into_iter().map(str::to_owned).collect();
    if !dates.is_empty() {
        let only: Vec<Table> = tables.iter().map(|t| t.only(&dates)).collect();
        for profile in study::profile(&only, threads, &|_, _| {})? {
            if let Some((format, _)) = profile.date_format(1, true) {
                filter.read_dates(&profile.column, format);
            }
        }
    }
    for table in tables.iter_mut() {
        let test = filter.clone();
        let columns = filter.columns().into_iter().map(str::to_owned).collect();
        table.keep(columns, Box::new(move |cell| test.accepts(cell)), "filter", threads)?;
    }
    if tables.iter().all(|t| t.rows == 0) {
        return Err(declared.nothing_kept());
    }
    Ok(())
}

/// Tallies what was understood and makes the report.
///
/// # Errors
/// A recommendation cannot be 0–10, there is neither score nor text, a score is outside its
/// scale, or a file cannot be read.
pub fn build(understood: &Understood, options: &Options, progress: Progress<'_>) -> Result<Report> {
    let prepared = Prepared::new(understood, options)?;
    let tally = prepared.count(&understood.tables, options, progress)?;
    let hidden = hidden::hidden(&prepared.coding, &tally, understood.study.min_group());
    let scope =
        Scope { tables: &understood.tables, coding: &prepared.coding, tally: &tally, hidden, part: None };
    assemble(understood, options, &prepared, scope)
}

/// Texts of an open question that are looked at to tell its language, at most.
const LOOKED_AT: usize = 200;

/// Readers of the open questions that have learnt from their columns.
pub(super) fn readers(coding: &Coding, profiles: &[Profile], study: &Study) -> Result<Vec<Reader>> {
    coding.texts.iter().map(|text| learnt_reader(&text.column, profiles, study)).collect()
}

/// A reader of any column in its language, which has not learnt from it: it looks words up as they are written.
pub(crate) fn plain_reader(column: &str, profiles: &[Profile], study: &Study) -> Result<Reader> {
    Ok(Reader::new(lexis(column, profiles, study, families(study)?).into()))
}

/// A reader that has learnt from a column its language, that of most of its texts, its spelling, its phrases.
pub(crate) fn learnt_reader(column: &str, profiles: &[Profile], study: &Study) -> Result<Reader> {
    let texts: Vec<&str> = excerpt(column, profiles).collect();
    Ok(plain_reader(column, profiles, study)?.learn(&texts))
}

/// What the study says of the families of words.
fn families(study: &Study) -> Result<FamilyRules> {
    let Families { file, merge, split } = study.families.clone().unwrap_or_default();
    FamilyRules::new(&merge, &split).map_err(|conflict| match conflict {
        FamilyConflict::MergedTwice(form) => Error::FamilyTwice { file, form, split: false },
        FamilyConflict::MergedAndSplit(form) => Error::FamilyTwice { file, form, split: true },
    })
}

fn excerpt<'p>(column: &str, profiles: &'p [Profile]) -> impl Iterator<Item = &'p str> {
    profiles.iter().find(|p| p.column == column).into_iter().flat_map(Profile::excerpt)
}

/// The words of the language of a column, that of most of its texts.
fn lexis(column: &str, profiles: &[Profile], study: &Study, rules: FamilyRules) -> Lexis {
    let mut languages = LanguageCount::default();
    excerpt(column, profiles).take(LOOKED_AT).for_each(|text| languages.observe(text));
    let language = languages.majority().or(study.language.map(Language::from)).unwrap_or_default();
    Lexis::new(language).with_families(rules)
}

/// The closed questions that words are crossed with: recommendation, satisfaction, effort; else the first
/// rating.
pub(super) fn targets(coding: &Coding) -> Vec<usize> {
    let main: Vec<usize> = (0..coding.scores.len())
        .filter(|i| coding.scores[*i].question.kind != Kind::Rating)
        .take(TARGETS)
        .collect();
    if main.is_empty() && !coding.scores.is_empty() { vec![0] } else { main }
}

/// Questions that a pulse survey has at most.
const PULSE: u64 = 10;

/// Said of an employees' study of several waves that asks more than people answer often.
pub(super) fn pulse_length(study: &Study) -> Option<Warning> {
    let questions = study.questions.len() as u64;
    let pulse = study.wave.is_some() && study.questions.iter().any(|q| q.kind == Kind::Enps);
    (pulse && questions > PULSE).then_some(Warning::PulseLength { questions, most: PULSE })
}

/// Said of an employees' study whose waves are years: a pulse is taken weekly, monthly or quarterly.
pub(super) fn pulse_period(study: &Study) -> Option<Warning> {
    let yearly = study.wave.as_ref().is_some_and(|w| matches!(w.period, Some((Period::Year, _))));
    (yearly && study.questions.iter().any(|q| q.kind == Kind::Enps)).then_some(Warning::PulsePeriod)
}

/// What reading and understanding had to say.
pub(super) fn gather(
    understood: &Understood,
    coding: &Coding,
    tally: &Tally,
    without_wave: bool,
) -> Vec<Warning> {
    let Understood { tables, study, .. } = understood;
    let mut warnings: Vec<Warning> = tables.iter().flat_map(|t| t.warnings.clone()).collect();
    let used = coding.columns();
    for table in tables {
        let own: FxHashSet<&str> = table.columns().into_iter().collect();
        for column in used.iter().filter(|c| **c != FILE && !own.contains(**c)) {
            warnings.push(Warning::MissingColumn { file: table.file.clone(), column: (*column).to_owned() });
        }
    }
    warnings.extend(study.warnings.iter().cloned());
    if coding.scores.is_empty() {
        warnings.push(Warning::NoScore);
    }
    if coding.texts.is_empty() {
        warnings.push(Warning::NoText);
    }
    // How many have no wave would tell the size of a hidden one.
    if let Some(waves) = coding.waves.as_ref().filter(|_| tally.no_wave > 0 && !without_wave) {
        let column = waves.source().column.clone();
        let unread =
            read::find(tables, &column, |cell| !study::is_missing_word(cell) && waves.find(cell).is_none());
        warnings.push(Warning::NoWave { column, n: tally.no_wave, unread });
    }
    warnings
        .extend(coding.waves.as_ref().and_then(|waves| partial_wave(waves.source(), &understood.profiles)));
    let unknown = coding.waves.as_ref().map_or(&[][..], study::Waves::unknown_names);
    if !unknown.is_empty() {
        warnings.push(Warning::UnknownWaves { names: unknown.to_vec() });
    }
    warnings.extend(
        coding
            .segments
            .iter()
            .filter(|s| !s.unknown.is_empty())
            .map(|s| Warning::UnknownValues { column: s.column.clone(), values: s.unknown.clone() }),
    );
    warnings.extend(coding.segments.iter().filter_map(|s| {
        let (example, n) = (s.not_numbers.keys().next()?.clone(), s.not_numbers.values().sum());
        Some(Warning::NotNumbers { column: s.column.clone(), n, example })
    }));
    warnings.extend(scales(coding, &understood.profiles));
    warnings.into_iter().map(Warning::without_folder).collect()
}

/// eNPS counted from 1, and files that do not answer on the same scale.
fn scales(coding: &Coding, profiles: &[Profile]) -> Vec<Warning> {
    let mut out = Vec::new();
    let from_zero: Vec<String> = coding
        .scores
        .iter()
        .filter(|s| s.question.kind == Kind::Enps && s.scale.low == 0.0)
        .map(|s| s.question.id.clone())
        .collect();
    for coded in &coding.scores {
        let Question { id, column, kind, labels, .. } = &coded.question;
        if *kind == Kind::Enps && coded.scale.low > 0.0 {
            out.push(Warning::EnpsFromOne { question: id.clone(), beside: from_zero.clone() });
        }
        let ranges = profiles.iter().find(|p| p.column == *column).map_or(&[][..], |p| &p.ranges);
        // A file that stops at half the scale of another was asked on another scale.
        let top = ranges.iter().map(|r| r.high).filter(|x| *x <= coded.scale.high).fold(0.0, f64::max);
        let low = |r: &&Range| r.n >= SCALE_BASE && r.high * 2.0 <= top + 1.0 && top >= 7.0;
        if labels.is_empty() && ranges.iter().any(|r| low(&r)) {
            let files = ranges.iter().map(|r| (r.file.clone(), r.low, r.high)).collect();
            out.push(Warning::ScaleDiffers { column: column.clone(), files });
        }
    }
    out
}

/// Stops at a recommendation that cannot be 0–10, where none can be: nobody is to take another scale for an NPS.
pub(super) fn refuse_scales(study: &Study, tables: &[Table]) -> Result<()> {
    if study.questions.iter().any(|q| matches!(q.kind, Kind::Nps | Kind::Enps)) {
        return Ok(());
    }
    for warning in &study.warnings {
        if let Warning::Ambiguous { columns, doubt: Doubt::NotZeroToTen { low, high } } = warning
            && let Some(column) = columns.first()
        {
            let file = tables.iter().find(|t| t.has(column)).map(|t| t.file.clone()).unwrap_or_default();
            let question = study.questions.iter().find(|q| q.column == *column);
            return Err(Error::NotZeroToTen {
                at: Location { file, row: None, column: Some(column.clone()) },
                low: *low,
                high: *high,
                question: question.map_or_else(String::new, |q| q.id.clone()),
            });
        }
    }
    Ok(())
}

/// Said when the last wave holds answers of fewer months than any other: a quarter that has just begun.
fn partial_wave(source: &WaveSource, profiles: &[Profile]) -> Option<Warning> {
    let (period, format) = source.period.filter(|(period, _)| *period != Period::Week)?;
    let dates = profiles.iter().find(|p| p.column == source.column)?.sums.dates.dates(format);
    let mut covered: BTreeMap<Date, BTreeSet<(i16, i8)>> = BTreeMap::new();
    for date in dates.keys() {
        covered.entry(period.start(*date)).or_default().insert((date.year(), date.month()));
    }
    let in_last = covered.pop_last()?.1.len();
    // The first wave may have begun late as well.
    covered.pop_first();
    let least = covered.values().map(BTreeSet::len).min()?;
    let last = dates.keys().next_back()?;
    let last = (last.year(), last.month());
    (in_last < least).then(|| Warning::PartialWave { column: source.column.clone(), last })
}
