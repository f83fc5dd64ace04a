//! Which table a file is, and which of its columns is which field: by the headers, and by what the cells hold.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use polars::prelude::DataFrame;

use super::config::{Config, OneOrTwo};
use super::duration::DurationUnit;
use super::duration_unit::DurationForms;
use super::error::CentreError;
use super::fault::TableKind;
use super::field::{Field, Holds};
use super::moment::parse_moment;
use super::outcome::Outcome;
use super::state_words;
use super::time_of_day::parse_time;
use crate::error::{Error, Result};
use crate::read::{Table, for_each_batch};
use crate::study::{DateCounts, DateFormat, is_missing_word, parse_date, parse_digits, parse_number, words};

/// Rows looked at.
const ROWS: u32 = 4_000;

/// How the cells of a field are read.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Column of the file.
    pub name: String,
    /// The column of the time of day, or the second part of an id.
    pub second: Option<String>,
    /// How its dates are written.
    pub format: DateFormat,
    /// What its plain durations count.
    pub unit: DurationUnit,
}

/// How a file is read: the table that it is, and its columns by field.
#[derive(Debug, Clone, PartialEq)]
pub struct Mapping {
    /// The table.
    pub kind: TableKind,
    /// Columns by field.
    pub columns: BTreeMap<Field, Column>,
    /// Fields whose dates read both ways, day first or month first: day first was taken.
    pub ambiguous: Vec<Field>,
}

/// The first cells of a column.
struct Sample {
    name: String,
    words: BTreeSet<String>,
    cells: Vec<String>,
}

impl Sample {
    /// The share of the cells that pass a test; none where all are empty.
    fn share(&self, test: impl Fn(&str) -> bool) -> Option<f64> {
        let n = self.cells.len();
        (n > 0).then(|| self.cells.iter().filter(|cell| test(cell)).count() as f64 / n as f64)
    }

    fn mostly(&self, test: impl Fn(&str) -> bool) -> bool {
        self.share(test).is_some_and(|share| share >= 0.8)
    }

    fn holds(&self, holds: Holds) -> bool {
        match holds {
            Holds::Text => true,
            Holds::Moment => self.mostly(|c| {
                parse_date(c).is_some()
                    || parse_digits(c).is_some()
                    || c.len() > 5 && parse_moment(c, DateFormat::DayFirst, None).is_some()
            }),
            Holds::Duration => self.mostly(|c| DurationUnit::Seconds.read(c).is_some()),
            Holds::Yes => self.mostly(|c| yes(c).is_some()),
            Holds::Number | Holds::Hours => {
                self.mostly(|c| parse_number(c).is_some() || DurationUnit::HoursMinutes.read(c).is_some())
            }
        }
    }

    fn is_time(&self) -> bool {
        self.mostly(|c| c.contains([':', 'h']) && parse_time(c).is_some())
    }

    fn has_time(&self, format: DateFormat) -> bool {
        self.cells.iter().any(|c| parse_moment(c, format, None).is_some_and(|m| m.timed))
    }

    fn distinct(&self) -> usize {
        self.cells.iter().collect::<BTreeSet<_>>().len()
    }
}

/// Yes or no, as exports write it.
///
/// ```
/// use barometre::centre::yes;
/// assert_eq!((yes("Oui"), yes("N"), yes("0"), yes("peut-être")), (Some(true), Some(false), Some(false), None));
/// ```
#[must_use]
pub fn yes(cell: &str) -> Option<bool> {
    let mut buffer = [0u8; 12];
    let cell = cell.trim();
    let slot = buffer.get_mut(..cell.len())?;
    slot.copy_from_slice(cell.as_bytes());
    slot.make_ascii_lowercase();
    match &*slot {
        b"oui" | b"yes" | b"y" | b"o" | b"1" | b"true" | b"vrai" | b"x" | b"1.0" | b"resolu"
        | b"r\xc3\xa9solu" => Some(true),
        b"non" | b"no" | b"n" | b"0" | b"false" | b"faux" | b"0.0" | b"non resolu" | b"non r\xc3\xa9solu" => {
            Some(false)
        }
        _ => None,
    }
}

/// Words of a header that change nothing.
fn is_small(word: &str) -> bool {
    matches!(
        word,
        "de" | "du"
            | "des"
            | "la"
            | "le"
            | "les"
            | "l"
            | "d"
            | "en"
            | "in"
            | "of"
            | "the"
            | "a"
            | "au"
            | "et"
    )
}

fn header_words(name: &str) -> BTreeSet<String> {
    words(name).into_iter().filter(|w| !is_small(w)).collect()
}

/// How well a header names a field: 0 not at all, and the more the better; the first patterns of a field are surer.
fn naming(sample: &Sample, patterns: &str) -> Option<(u32, u32)> {
    let rank = |(place, pattern): (usize, &str)| {
        let wanted: BTreeSet<String> = header_words(pattern);
        if wanted.is_empty() || !wanted.is_subset(&sample.words) {
            return None;
        }
        let exact = wanted.len() == sample.words.len();
        // One word out of many says little.
        let enough = exact || 2 * wanted.len() >= sample.words.len();
        let score = if exact { 1000 } else { 100 * wanted.len() as u32 / sample.words.len() as u32 };
        enough.then(|| (score, 100u32.saturating_sub(place as u32)))
    };
    patterns.split('|').enumerate().filter_map(rank).max()
}

/// Whether a header names the agent of a call, in the words of exports.
///
/// ```
/// use barometre::centre::names_agent;
/// assert!(names_agent("Conseiller") && !names_agent("Satisfaction"));
/// ```
#[must_use]
pub fn names_agent(header: &str) -> bool {
    let sample = Sample { name: header.to_owned(), words: header_words(header), cells: Vec::new() };
    let known = TableKind::Calls.fields().iter().find(|(field, _)| *field == Field::Agent);
    known.is_some_and(|(_, patterns)| naming(&sample, patterns).is_some())
}

/// Reads the first rows of the file.
fn samples(table: &Table) -> Result<Vec<Sample>> {
    let names = table.columns();
    let engine = |cause: String| Error::Engine { file: table.file.clone(), cause };
    let frame = table.select(&names).limit(ROWS).collect().map_err(|e| engine(e.to_string()))?;
    names
        .iter()
        .map(|name| {
            let column = frame.column(name).and_then(|c| c.str()).map_err(|e| engine(e.to_string()))?;
            let filled = |c: &&str| !c.trim().is_empty() && !is_missing_word(c);
            let cells = column.iter().flatten().filter(filled).map(|c| c.trim().to_owned()).collect();
            Ok(Sample { name: (*name).to_owned(), words: header_words(name), cells })
        })
        .collect()
}

/// The table that a file is, as its columns tell; `kind` where the user says it.
///
/// # Errors
/// The file cannot be read, is none of the tables, or lacks a column that its table cannot do without.
pub fn infer(table: &Table, kind: Option<TableKind>, config: &Config, threads: usize) -> Result<Mapping> {
    let samples = samples(table)?;
    let columns: Vec<String> = samples.iter().map(|s| s.name.clone()).collect();
    // Nothing tells a survey of agents but its questions.
    let any = || TableKind::ALL.iter().copied().filter(|kind| *kind != TableKind::AgentSurvey).collect();
    let kinds: Vec<TableKind> = kind.map_or_else(any, |kind| vec![kind]);
    let mut best: Option<(usize, Mapping)> = None;
    for candidate in kinds {
        let found = columns_of(&samples, candidate, config, table)?;
        if kind.is_none() && !complete(candidate, &found).is_empty() {
            continue;
        }
        let score = found.len() * 4 + known_words(candidate, &found, &samples);
        if best.as_ref().is_none_or(|(most, _)| score > *most) {
            best = Some((score, Mapping { kind: candidate, columns: found, ambiguous: Vec::new() }));
        }
    }
    let Some((_, mut mapping)) = best else {
        return Err(CentreError::UnknownTable { file: table.file.clone(), columns }.into());
    };
    let missing = complete(mapping.kind, &mapping.columns);
    if !missing.is_empty() {
        let table_kind = mapping.kind;
        let file = table.file.clone();
        return Err(CentreError::MissingField { file, table: table_kind, fields: missing, columns }.into());
    }
    forms(&mut mapping, &samples, table, config, threads)?;
    Ok(mapping)
}

/// The fields, any of which would do, that the table lacks; empty where it has what it needs.
fn complete(kind: TableKind, found: &BTreeMap<Field, Column>) -> Vec<&'static str> {
    let needs: &[&[Field]] = match kind {
        TableKind::Calls => &[
            &[Field::Outcome, Field::Answered, Field::Talk, Field::AnsweredAt],
            &[Field::Talk, Field::Wait, Field::Ring, Field::Start, Field::Outcome],
        ],
        TableKind::Tickets => &[&[Field::Created], &[Field::Resolution, Field::FirstResponse]],
        TableKind::States => {
            &[&[Field::Agent], &[Field::State], &[Field::Start], &[Field::End, Field::Length]]
        }
        TableKind::Roster => &[&[Field::Agent], &[Field::Scheduled]],
        TableKind::Customers => &[&[Field::Customer], &[Field::Start], &[Field::End]],
        TableKind::Leads => &[&[Field::Contacted], &[Field::Converted]],
        TableKind::Evaluations => &[&[Field::Listening]],
        TableKind::Survey => &[&[Field::Contact, Field::Customer]],
        TableKind::AgentSurvey => &[],
    };
    let lacks = needs.iter().find(|any| !any.iter().any(|field| found.contains_key(field)));
    lacks.into_iter().flat_map(|any| any.iter().map(|field| field.id())).collect()
}

/// Whether the words of the column that makes the table are the words of that table: calls and states look alike.
fn known_words(kind: TableKind, found: &BTreeMap<Field, Column>, samples: &[Sample]) -> usize {
    let share = |field: Field, test: &dyn Fn(&str) -> bool| {
        let column = found.get(&field)?;
        samples.iter().find(|s| s.name == column.name)?.share(test)
    };
    let share = match kind {
        TableKind::Calls => share(Field::Outcome, &|c| Outcome::of_word(c).is_some()),
        TableKind::States => share(Field::State, &|c| state_words::of_word(c).is_some()),
        _ => None,
    };
    share.map_or(0, |share| (20.0 * share) as usize)
}

/// The column of each field: as centre.toml says, else the best named one of the right content.
fn columns_of(
    samples: &[Sample],
    kind: TableKind,
    config: &Config,
    table: &Table,
) -> Result<BTreeMap<Field, Column>> {
    let mut found: BTreeMap<Field, Column> = BTreeMap::new();
    let mut refused: BTreeSet<Field> = BTreeSet::new();
    let column = |name: &str, second: Option<String>| Column {
        name: name.to_owned(),
        second,
        format: DateFormat::DayFirst,
        unit: DurationUnit::Seconds,
    };
    for (key, named) in config.columns(kind).into_iter().flatten() {
        let Some(field) = Field::of_id(key) else { continue };
        let (first, second) = match named {
            OneOrTwo::One(name) => (name, None),
            OneOrTwo::Two([first, second]) => (first, Some(second.clone())),
        };
        // An empty name says that the file has no such column.
        if first.is_empty() {
            refused.insert(field);
            continue;
        }
        for name in [Some(first), second.as_ref()].into_iter().flatten() {
            if !table.has(name) {
                return Err(Error::UnknownColumn {
                    file: config.file.clone(),
                    key: format!("{}.columns.{key}", kind.id()),
                    column: name.clone(),
                    columns: samples.iter().map(|s| s.name.clone()).collect(),
                });
            }
        }
        found.insert(field, column(first, second));
    }
    let mut taken: BTreeSet<String> =
        found.values().flat_map(|c| [Some(c.name.clone()), c.second.clone()]).flatten().collect();
    let mut pairs: Vec<((u32, u32), usize, usize)> = Vec::new();
    for (at, (field, patterns)) in kind.fields().iter().enumerate() {
        for (i, sample) in samples.iter().enumerate() {
            if let Some(score) = naming(sample, patterns)
                && !found.contains_key(field)
                && !refused.contains(field)
                && fits(*field, sample)
            {
                pairs.push((score, at, i));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    for (_, at, i) in pairs {
        let (field, sample) = (kind.fields()[at].0, &samples[i]);
        if found.contains_key(&field) || taken.contains(&sample.name) {
            continue;
        }
        let second = second_of(field, sample, samples, &taken, kind);
        taken.extend([Some(sample.name.clone()), second.clone()].into_iter().flatten());
        found.insert(field, column(&sample.name, second));
    }
    Ok(found)
}

/// Whether the cells of a column can be those of the field.
fn fits(field: Field, sample: &Sample) -> bool {
    let empty = sample.cells.is_empty();
    match field {
        // `queue` may be the time spent there.
        Field::Queue | Field::Reason | Field::Agent | Field::Channel => {
            empty || sample.distinct() <= 30 || !sample.holds(Holds::Duration)
        }
        Field::Rating => {
            let judged = |c: &str| parse_number(c).is_none() && yes(c).is_some();
            let rated = |c: &str| parse_number(c).is_some_and(|n| (1.0..=5.0).contains(&n));
            !empty && (sample.mostly(rated) || sample.mostly(judged))
        }
        field => empty || sample.holds(field.holds()),
    }
}

/// The column of the time of day of a date that has none.
fn second_of(
    field: Field,
    sample: &Sample,
    samples: &[Sample],
    taken: &BTreeSet<String>,
    kind: TableKind,
) -> Option<String> {
    if field.holds() != Holds::Moment || field == Field::Date {
        return None;
    }
    let formats = DateFormat::TEXT.into_iter().chain(DateFormat::DIGITS);
    if formats.into_iter().any(|format| sample.has_time(format)) {
        return None;
    }
    let patterns = kind.fields().iter().find(|(other, _)| *other == field)?.1;
    let named = |s: &&Sample| {
        let hour = ["time", "heure", "hour", "entry"].iter().any(|w| s.words.contains(*w));
        naming(s, patterns).is_some() || hour
    };
    let free = samples.iter().filter(|s| s.name != sample.name && !taken.contains(&s.name) && s.is_time());
    free.into_iter().find(named).map(|s| s.name.clone())
}

/// How the dates and the durations of the columns are written.
fn forms(
    mapping: &mut Mapping,
    samples: &[Sample],
    table: &Table,
    config: &Config,
    threads: usize,
) -> Result<()> {
    let units = config.table(mapping.kind).map(|section| &section.units);
    for (field, column) in &mut mapping.columns {
        let Some(sample) = samples.iter().find(|s| s.name == column.name) else { continue };
        match field.holds() {
            Holds::Moment => {
                let (format, ambiguous) = dates(sample.cells.iter().map(String::as_str));
                let (format, ambiguous) = if ambiguous && table.rows > u64::from(ROWS) {
                    all_dates(table, &column.name, threads)?
                } else {
                    (format, ambiguous)
                };
                column.format = format;
                if ambiguous {
                    mapping.ambiguous.push(*field);
                }
            }
            Holds::Duration | Holds::Hours => {
                let mut forms = DurationForms::default();
                sample.cells.iter().for_each(|cell| forms.add(cell));
                let usual =
                    if field.holds() == Holds::Hours { DurationUnit::HoursMinutes } else { forms.unit() };
                column.unit = match units.and_then(|units| units.get(field.id())) {
                    Some(named) => unit(named, field.id(), mapping.kind, config)?,
                    None => usual,
                };
            }
            Holds::Text | Holds::Yes | Holds::Number => {}
        }
    }
    Ok(())
}

fn unit(named: &str, field: &str, kind: TableKind, config: &Config) -> Result<DurationUnit> {
    let known = ["ms", "s", "min", "h", "day", "h:mm"];
    serde_json::from_value(serde_json::Value::String(named.to_owned())).map_err(|_| {
        CentreError::UnknownMeaning {
            file: config.file.clone(),
            key: format!("{}.units.{field}", kind.id()),
            found: named.to_owned(),
            known: known.map(str::to_owned).to_vec(),
        }
        .into()
    })
}

/// How dates are written, and whether day and month could be the other way round.
fn dates<'a>(cells: impl Iterator<Item = &'a str>) -> (DateFormat, bool) {
    let mut counts = DateCounts::default();
    cells.for_each(|cell| count_date(&mut counts, cell));
    format_of(&counts)
}

fn count_date(counts: &mut DateCounts, cell: &str) {
    if let Some(reading) = parse_digits(cell).or_else(|| parse_date(cell)) {
        counts.add(reading, 1);
    }
}

fn format_of(counts: &DateCounts) -> (DateFormat, bool) {
    let any: Vec<DateFormat> = DateFormat::TEXT.into_iter().chain(DateFormat::DIGITS).collect();
    counts.format(&any, 1).unwrap_or((DateFormat::DayFirst, false))
}

/// The same over the whole file, where its first rows do not tell.
fn all_dates(table: &Table, column: &str, threads: usize) -> Result<(DateFormat, bool)> {
    let fold = |counts: &mut DateCounts, batch: &DataFrame| {
        if let Ok(cells) = batch.column(column).and_then(|c| c.str()) {
            cells.iter().flatten().for_each(|cell| count_date(counts, cell));
        }
        ControlFlow::Continue(())
    };
    let parts = for_each_batch(table, &[column], threads, DateCounts::default, fold, &|_, _| ())?;
    let mut all = DateCounts::default();
    for part in parts {
        all.merge(part);
    }
    Ok(format_of(&all))
}
