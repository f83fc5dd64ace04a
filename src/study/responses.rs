//! Cells coded once and for all: every distinct value of a column gets its code before the answers are
//! tallied, so that a bad one stops here, with its row, and coding an answer is one look-up.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use polars::prelude::{DataFrame, StringChunked};
use rustc_hash::FxHashMap;

use super::labels::{is_missing_word, tick};
use super::profile::{MAX_VALUES, Profile};
use super::sampling::{Draws, Sampling};
use super::wave::Waves;
use super::{
    Groups, Kind, Question, Scale, Segment, Study, fold, group, parse_answer, parse_number, tidy, worded,
};
use crate::Lang;
use crate::error::{Error, Location, Result};
use crate::read::{self, ROW, Table};

/// Code of a cell that says there is no answer: 99, “Ne se prononce pas”. Codes of answers are lower.
pub const MISSING: u16 = u16::MAX - 1;
/// Code of an empty cell.
pub const EMPTY: u16 = u16::MAX;

/// A segment or the waves have at most this many values, declared or inferred: a table of more is no table.
pub(super) const MAX_GROUPS: usize = 300;

pub(super) type Codes = FxHashMap<Box<str>, u16>;
/// The answers that each cell stands for.
type Chosen = FxHashMap<Box<str>, Vec<u16>>;

/// A closed question, its values and the code of every cell.
#[derive(Debug, Clone)]
pub struct QuestionCoding {
    /// The question.
    pub question: Question,
    /// Its scale.
    pub scale: Scale,
    /// Distinct answers, ascending; the code of an answer is its place here. All points of a whole scale of
    /// at most eleven are there, answered or not.
    pub values: Vec<f64>,
    /// The most frequent label of each value, where answers are in words.
    pub labels: Vec<Option<String>>,
    /// Valid answers.
    pub answered: u64,
    /// Cells without an answer, by reason: `empty`, `code:99`.
    pub missing: BTreeMap<String, u64>,
    codes: Codes,
}

/// A segment column, its values and the code of every cell.
#[derive(Debug, Clone)]
pub struct SegmentCoding {
    /// Column.
    pub column: String,
    /// Its values, in order, in French until [`Coding::say`] says otherwise.
    pub values: Vec<String>,
    /// Values that study.toml names and that no cell has.
    pub unknown: Vec<String>,
    /// Cells that bands leave out because they are no numbers.
    pub not_numbers: BTreeMap<String, u64>,
    groups: Groups,
    codes: Codes,
}

/// A question answered by choosing, its answers and what every cell says of them.
#[derive(Debug, Clone)]
pub struct ChoiceCoding {
    /// The question.
    pub question: Question,
    /// The answers offered, in order.
    pub answers: Vec<String>,
    /// For each column, the answers that a cell stands for; none where it says that there is no answer.
    columns: Vec<(String, Chosen)>,
}

/// How the cells of a study are coded.
#[derive(Debug, Clone)]
pub struct Coding {
    /// Closed questions.
    pub scores: Vec<QuestionCoding>,
    /// Segment columns.
    pub segments: Vec<SegmentCoding>,
    /// Waves.
    pub waves: Option<Waves>,
    /// Questions answered by choosing.
    pub choices: Vec<ChoiceCoding>,
    /// Open questions.
    pub texts: Vec<Question>,
    /// How the respondents were drawn; none where nothing of it is declared.
    pub sampling: Option<Sampling>,
    wave_codes: Option<Codes>,
}

/// The coded answers of one batch: one entry a row in every column.
#[derive(Debug)]
pub struct Responses<'b> {
    /// Row as the spreadsheet numbers it.
    pub rows: Vec<u32>,
    /// Index of the wave; [`MISSING`] or [`EMPTY`] for none, here and below.
    pub waves: Vec<u16>,
    /// For each segment column, index of the value.
    pub segments: Vec<Vec<u16>>,
    /// For each closed question, index of the value.
    pub scores: Vec<Vec<u16>>,
    /// For each question answered by choosing: of a single choice the index of the answer; of a multiple one, for
    /// each answer, 1 where it was chosen and 0 where others were.
    pub choices: Vec<Vec<u16>>,
    /// For each open question, its cells; none where the file lacks the column.
    pub texts: Vec<Option<&'b StringChunked>>,
    /// How each row was drawn; none without a declared design.
    pub draws: Option<Draws>,
}

impl QuestionCoding {
    /// Code of a cell, [`MISSING`] or [`EMPTY`] for no answer.
    #[must_use]
    pub fn code(&self, cell: &str) -> u16 {
        look_up(&self.codes, cell)
    }
}

impl SegmentCoding {
    /// Code of a cell: the index of its value, [`MISSING`] or [`EMPTY`] for none.
    #[must_use]
    pub fn code(&self, cell: &str) -> u16 {
        look_up(&self.codes, cell)
    }
}

impl Responses<'_> {
    /// Whether the cells of entry `i` are empty: closed questions, segments and wave.
    #[must_use]
    pub fn is_empty(&self, i: usize) -> bool {
        let coded = self.segments.iter().chain(&self.scores).chain(&self.choices);
        coded.chain(std::iter::once(&self.waves)).all(|column| column[i] == EMPTY)
    }
}

impl Coding {
    /// Codes every distinct value of the columns that `study` uses.
    ///
    /// # Errors
    /// An answer outside its scale, with the first row that holds one; a segment with too many values; a weight
    /// that is none.
    pub fn new(study: &Study, profiles: &[Profile], tables: &[Table], threads: usize) -> Result<Self> {
        let profile = |column: &str| profiles.iter().find(|p| p.column == column);
        let mut scores = Vec::new();
        for question in study.scores() {
            if let Some(profile) = profile(&question.column) {
                scores.push(code_question(question, profile, tables)?);
            }
        }
        let mut segments = Vec::new();
        for segment in &study.segments {
            if let Some(profile) = profile(&segment.column) {
                segments.push(code_segment(segment, profile)?);
            }
        }
        let mut choices = Vec::new();
        for question in study.choices() {
            choices.push(code_choices(question, profiles)?);
        }
        let wave = study.wave.as_ref().and_then(|source| Some((source, profile(&source.column)?)));
        let waves = wave.map(|(source, profile)| Waves::new(source, profile)).filter(|w| !w.is_empty());
        if let Some(waves) = waves.as_ref().filter(|w| w.len() > MAX_GROUPS) {
            return Err(Error::TooManyValues { column: waves.source().column.clone(), limit: MAX_GROUPS });
        }
        let wave_codes = wave.zip(waves.as_ref()).and_then(|((_, profile), waves)| {
            let values = profile.values.as_ref()?;
            Some(values.keys().filter_map(|v| Some((v.as_str().into(), code(waves.find(v)?)))).collect())
        });
        let sampling = Sampling::new(study, profiles, tables, waves.as_ref(), threads)?;
        let texts = study.texts().cloned().collect();
        Ok(Self { scores, segments, waves, choices, texts, sampling, wave_codes })
    }

    /// Names the values of segments in `lang`.
    pub fn say(&mut self, lang: Lang) {
        for segment in &mut self.segments {
            segment.values = segment.groups.labels(lang);
        }
    }

    /// The same for the rows of `tables` alone: how many answered each closed question, and why the others did not.
    ///
    /// # Errors
    /// A file cannot be read.
    pub fn recounted(&self, tables: &[Table], threads: usize) -> Result<Self> {
        type Counts = Vec<(u64, BTreeMap<String, u64>)>;
        let mut coding = self.clone();
        let columns: Vec<&str> = self.scores.iter().map(|s| s.question.column.as_str()).collect();
        let none = || -> Counts { vec![(0, BTreeMap::new()); self.scores.len()] };
        let mut total = none();
        for table in tables {
            let count = |counts: &mut Counts, batch: &DataFrame| {
                for (coded, (answered, missing)) in self.scores.iter().zip(counts) {
                    let cells = batch.column(&coded.question.column).ok().and_then(|c| c.str().ok());
                    for i in 0..batch.height() {
                        let cell = cells.and_then(|cells| cells.get(i)).unwrap_or_default();
                        match coded.code(cell) {
                            EMPTY => *missing.entry("empty".to_owned()).or_default() += 1,
                            MISSING => *missing.entry(format!("code:{}", cell.trim())).or_default() += 1,
                            _ => *answered += 1,
                        }
                    }
                }
                ControlFlow::Continue(())
            };
            for part in read::for_each_batch(table, &columns, threads, none, count, &|_, _| ())? {
                for ((answered, missing), (more, others)) in total.iter_mut().zip(part) {
                    *answered += more;
                    for (reason, n) in others {
                        *missing.entry(reason).or_default() += n;
                    }
                }
            }
        }
        for (coded, (answered, missing)) in coding.scores.iter_mut().zip(total) {
            (coded.answered, coded.missing) = (answered, missing);
        }
        Ok(coding)
    }

    /// Columns to read.
    #[must_use]
    pub fn columns(&self) -> Vec<&str> {
        let mut columns: Vec<&str> = self.scores.iter().map(|s| s.question.column.as_str()).collect();
        columns.extend(self.segments.iter().map(|s| s.column.as_str()));
        columns.extend(self.waves.iter().map(|w| w.source().column.as_str()));
        columns.extend(self.choices.iter().flat_map(|c| &c.columns).map(|(column, _)| column.as_str()));
        columns.extend(self.texts.iter().map(|t| t.column.as_str()));
        columns.extend(self.sampling.iter().flat_map(Sampling::columns));
        let mut seen = std::collections::BTreeSet::new();
        columns.retain(|c| seen.insert(*c));
        columns
    }

    /// Codes one batch of file number `file`.
    #[must_use]
    pub fn code<'b>(&self, batch: &'b DataFrame, file: usize) -> Responses<'b> {
        let cells = |column: &str| batch.column(column).ok().and_then(|c| c.str().ok());
        let coded = |column: &str, codes: &dyn Fn(&str) -> u16| match cells(column) {
            Some(cells) => cells.iter().map(|cell| cell.map_or(EMPTY, codes)).collect(),
            None => vec![EMPTY; batch.height()],
        };
        let table = |column: &str, codes: &Codes| coded(column, &|cell: &str| look_up(codes, cell));
        let waves = match (&self.waves, &self.wave_codes) {
            (Some(waves), Some(codes)) => table(&waves.source().column, codes),
            (Some(waves), None) => coded(&waves.source().column, &|cell: &str| {
                waves.find(cell).map_or_else(|| no_answer(cell), code)
            }),
            (None, _) => vec![EMPTY; batch.height()],
        };
        let rows = batch.column(ROW).ok().and_then(|c| c.u32().ok());
        let rows: Vec<u32> =
            rows.map(|r| r.iter().map(Option::unwrap_or_default).collect()).unwrap_or_default();
        Responses {
            draws: self.sampling.as_ref().map(|s| s.code(batch, &rows, file)),
            rows,
            waves,
            segments: self.segments.iter().map(|s| table(&s.column, &s.codes)).collect(),
            scores: self.scores.iter().map(|s| table(&s.question.column, &s.codes)).collect(),
            choices: self.choices.iter().flat_map(|c| c.code(batch)).collect(),
            texts: self.texts.iter().map(|t| cells(&t.column)).collect(),
        }
    }
}

impl ChoiceCoding {
    /// Number of values of each variable that the question is counted as: one of as many values as answers for a
    /// single choice, one of two values an answer for a multiple one.
    #[must_use]
    pub fn variables(&self) -> Vec<usize> {
        match self.question.kind {
            Kind::Multiple => vec![2; self.answers.len()],
            _ => vec![self.answers.len()],
        }
    }

    /// The codes of its variables on every row of a batch.
    fn code(&self, batch: &DataFrame) -> Vec<Vec<u16>> {
        let rows = self.chosen(batch);
        if self.question.kind != Kind::Multiple {
            let only = |chosen: Option<Vec<u16>>| chosen.and_then(|c| c.first().copied()).unwrap_or(EMPTY);
            return vec![rows.into_iter().map(only).collect()];
        }
        let of = |answer: usize| {
            let is = |chosen: &Option<Vec<u16>>| match chosen {
                Some(chosen) => u16::from(chosen.contains(&code(answer))),
                None => EMPTY,
            };
            rows.iter().map(is).collect()
        };
        (0..self.answers.len()).map(of).collect()
    }

    /// The answers chosen on every row of a batch.
    fn chosen(&self, batch: &DataFrame) -> Vec<Option<Vec<u16>>> {
        let mut rows: Vec<Option<Vec<u16>>> = vec![None; batch.height()];
        for (column, codes) in &self.columns {
            let Some(cells) = batch.column(column).ok().and_then(|c| c.str().ok()) else { continue };
            for (row, cell) in rows.iter_mut().zip(cells.iter()) {
                if let Some(chosen) = cell.and_then(|cell| codes.get(cell)) {
                    row.get_or_insert_default().extend(chosen);
                }
            }
        }
        for row in rows.iter_mut().flatten() {
            row.sort_unstable();
            row.dedup();
        }
        rows
    }
}

pub(super) fn look_up(codes: &Codes, cell: &str) -> u16 {
    codes.get(cell).copied().unwrap_or_else(|| no_answer(cell))
}

/// Code of a cell that holds no answer.
fn no_answer(cell: &str) -> u16 {
    if cell.trim().is_empty() { EMPTY } else { MISSING }
}

pub(super) fn code(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(MISSING)
}

fn code_segment(segment: &Segment, profile: &Profile) -> Result<SegmentCoding> {
    let too_many = || Error::TooManyValues { column: profile.column.clone(), limit: MAX_GROUPS };
    let raw = profile.values.as_ref().ok_or_else(too_many)?;
    let groups = segment.groups(profile);
    let values = groups.labels(Lang::Fr);
    if values.len() > MAX_GROUPS {
        return Err(too_many());
    }
    let codes = raw.keys().filter_map(|v| Some((v.as_str().into(), code(groups.find(v)?)))).collect();
    let (unknown, not_numbers) = (groups.unused.clone(), groups.not_numbers.clone());
    Ok(SegmentCoding { column: profile.column.clone(), values, unknown, not_numbers, groups, codes })
}

/// One column a question: each value is an answer. Several columns: each is an answer, chosen when it is
/// ticked, or named by its only value. A separator: each cell holds several.
fn code_choices(question: &Question, profiles: &[Profile]) -> Result<ChoiceCoding> {
    let mut cells: Vec<(&str, BTreeMap<&str, Vec<String>>)> = Vec::new();
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    let mut order: Vec<String> = Vec::new();
    for column in question.columns() {
        let Some(profile) = profiles.iter().find(|p| p.column == column) else { continue };
        let Some(values) = &profile.values else {
            return Err(Error::TooManyValues { column: column.to_owned(), limit: MAX_GROUPS });
        };
        let missing = |cell: &str| question.missing.iter().any(|m| m.trim() == cell.trim());
        let answered = values.iter().filter(|(v, _)| !profile.is_missing(v) && !missing(v));
        let several = !question.columns.is_empty();
        let ticked = several && answered.clone().all(|(v, _)| tick(v).is_some());
        let own = answer_of(profile, question);
        let mut column_cells = BTreeMap::new();
        for (cell, n) in answered {
            let chosen: Vec<String> = match &question.separator {
                Some(separator) => {
                    cell.split(separator.as_str()).map(tidy).filter(|v| !v.is_empty()).collect()
                }
                None if ticked && tick(cell) == Some(false) => Vec::new(),
                None if ticked => vec![own.clone()],
                None => vec![tidy(cell)],
            };
            for answer in &chosen {
                *counts.entry(answer.clone()).or_default() += n;
            }
            column_cells.insert(cell.as_str(), chosen);
        }
        if ticked {
            order.push(own.clone());
            counts.entry(own).or_default();
        }
        cells.push((column, column_cells));
    }
    let groups = group(&counts, &super::Grouping { order, ..super::Grouping::default() });
    let answers = groups.labels(Lang::Fr);
    if answers.len() > MAX_GROUPS {
        return Err(Error::TooManyValues { column: question.column.clone(), limit: MAX_GROUPS });
    }
    let columns = cells
        .into_iter()
        .map(|(column, cells)| {
            let codes = cells
                .into_iter()
                .map(|(cell, chosen)| {
                    (cell.into(), chosen.iter().filter_map(|a| groups.find(a)).map(code).collect())
                })
                .collect();
            (column.to_owned(), codes)
        })
        .collect();
    Ok(ChoiceCoding { question: question.clone(), answers, columns })
}

/// The answer that a column of ticks stands for: what its text, or its name, says besides the question.
fn answer_of(profile: &Profile, question: &Question) -> String {
    let said = profile.asks();
    let stem = question.text.as_deref().unwrap_or_default();
    let rest = said.strip_prefix(stem).unwrap_or(said).trim();
    let inner = rest.strip_prefix('[').and_then(|r| r.strip_suffix(']')).unwrap_or(rest);
    tidy(if inner.is_empty() { said } else { inner })
}

/// What a cell of a closed question says.
enum Cell {
    Answer(f64),
    Missing,
    Bad,
}

fn read_cell(question: &Question, scale: Scale, cell: &str) -> Cell {
    let cell = cell.trim();
    if question.missing.iter().any(|m| m.trim() == cell) {
        return Cell::Missing;
    }
    let labelled = || {
        let folded = fold(cell);
        question.labels.iter().find(|(label, _)| fold(label) == folded).map(|(_, value)| *value)
    };
    let number = question.labels.get(cell).copied().or_else(|| parse_number(cell));
    let number = number.or_else(labelled).or_else(|| parse_answer(cell));
    match number {
        // A missing code declared as a number matches however it is written: 99, 99.0, 99,0.
        Some(x) if question.missing.iter().any(|m| parse_number(m) == Some(x)) => Cell::Missing,
        // Nobody chooses 8,5 of 0 to 10: a mean has slipped in.
        Some(x) if matches!(question.kind, Kind::Nps | Kind::Enps) && x.fract() != 0.0 => Cell::Bad,
        Some(x) if (scale.low..=scale.high).contains(&x) => {
            Cell::Answer(if question.reversed { scale.low + scale.high - x } else { x })
        }
        None if is_missing_word(cell) => Cell::Missing,
        _ => Cell::Bad,
    }
}

fn code_question(question: &Question, profile: &Profile, tables: &[Table]) -> Result<QuestionCoding> {
    let scale = question.scale.unwrap_or(Scale { low: 0.0, high: 10.0 });
    let Some(raw) = &profile.values else {
        return Err(Error::TooManyValues { column: profile.column.clone(), limit: MAX_VALUES });
    };
    let question = &in_words(question, scale, profile);
    let mut missing = BTreeMap::new();
    if profile.empty > 0 {
        missing.insert("empty".to_owned(), profile.empty);
    }
    let mut answers: Vec<(&str, f64, u64)> = Vec::new();
    let mut bad: Vec<&str> = Vec::new();
    for (cell, n) in raw {
        match read_cell(question, scale, cell) {
            Cell::Answer(x) => answers.push((cell, x, *n)),
            Cell::Missing if cell.trim().is_empty() => *missing.entry("empty".to_owned()).or_default() += n,
            Cell::Missing => *missing.entry(format!("code:{}", cell.trim())).or_default() += n,
            Cell::Bad => bad.push(cell),
        }
    }
    if !bad.is_empty() {
        return Err(out_of_scale(question, scale, &bad, tables));
    }
    let mut values: Vec<f64> = answers.iter().map(|a| a.1).collect();
    if scale.points() <= 11.0 && scale.low.fract() == 0.0 && scale.high.fract() == 0.0 {
        values.extend((scale.low as i64..=scale.high as i64).map(|x| x as f64));
    }
    values.sort_by(f64::total_cmp);
    values.dedup();
    let mut labels: Vec<Option<(u64, String)>> = vec![None; values.len()];
    let mut codes = Codes::default();
    for (cell, x, n) in &answers {
        let index = values.partition_point(|v| v < x);
        codes.insert((*cell).into(), code(index));
        let label = cell.trim();
        if parse_number(label).is_none() && labels[index].as_ref().is_none_or(|(most, _)| n > most) {
            labels[index] = Some((*n, label.to_owned()));
        }
    }
    Ok(QuestionCoding {
        question: question.clone(),
        scale,
        values,
        labels: labels.into_iter().map(|l| l.map(|(_, text)| text)).collect(),
        answered: answers.iter().map(|a| a.2).sum(),
        missing,
        codes,
    })
}

/// The question with the values of its labels, where it is declared without any and answered in words.
fn in_words(question: &Question, scale: Scale, profile: &Profile) -> Question {
    let mut question = question.clone();
    if question.labels.is_empty() {
        let missing = |cell: &str| question.missing.iter().any(|m| m.trim() == cell.trim());
        let answers: BTreeMap<&str, u64> = profile.answers().filter(|(v, _)| !missing(v)).collect();
        if answers.len() <= MAX_GROUPS
            && let Some(found) = worded(&answers).filter(|w| f64::from(w.points) == scale.points())
        {
            question.labels = found.values.into_iter().map(|(l, x)| (l, x - 1.0 + scale.low)).collect();
        }
    }
    question
}

/// The error that names the first row, in the order of the files, that holds one of the values `bad`.
fn out_of_scale(question: &Question, scale: Scale, bad: &[&str], tables: &[Table]) -> Error {
    let mut at = Location { file: String::new(), row: None, column: Some(question.column.clone()) };
    let mut found = bad.first().copied().unwrap_or_default().to_owned();
    if let Some((location, cell)) = read::find(tables, &question.column, |cell| bad.contains(&cell)) {
        at = location;
        cell.trim().clone_into(&mut found);
    }
    let others = bad.iter().map(|cell| cell.trim().to_owned()).filter(|cell| *cell != found).collect();
    Error::OutOfScale {
        at,
        found,
        others,
        question: question.id.clone(),
        low: scale.low,
        high: scale.high,
        kind: question.kind.id(),
    }
}
