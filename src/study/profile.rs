//! What each column holds: a first pass that merges, like the tally.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use polars::prelude::DataFrame;
use rustc_hash::FxHashMap;

use super::date::{DateCounts, DateFormat, parse_digits};
use super::date_text::parse_date;
use super::excerpt::Excerpt;
use super::labels::is_missing_word;
use super::number::parse_number;
use super::spelling::spellings;
use crate::error::Result;
use crate::read::{self, FILE, Field, Progress, Role, Table};

/// A column with more distinct values is known by its sums alone.
pub const MAX_VALUES: usize = 2000;

/// What the distinct values of all columns may take in memory together.
const MAX_BYTES: usize = 128 << 20;
/// What a value takes beside its text.
const VALUE_BYTES: usize = 64;

/// What the excerpt of a column, and those of all columns together, may take in memory.
const EXCERPT_BYTES: usize = 8 << 20;
const ALL_EXCERPTS: usize = 64 << 20;

/// What a column holds, over all files.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Profile {
    /// Column.
    pub column: String,
    /// Text of the question, where a file gives one beside the name.
    pub text: Option<String>,
    /// Value labels in the order of the file: the code, and the label that the cells hold.
    pub labels: Vec<(f64, String)>,
    /// Cells that the file itself declares to mean no answer.
    pub missing: BTreeSet<String>,
    /// What the survey tool uses the column for.
    pub role: Option<Role>,
    /// What the survey tool writes between several answers of one cell.
    pub separator: Option<&'static str>,
    /// Lowest and highest number of each file, where several files have some.
    pub ranges: Vec<Range>,
    /// Cells that are not blank.
    pub filled: u64,
    /// Cells that are empty or white space.
    pub empty: u64,
    /// Distinct values as written, with their counts; none beyond [`MAX_VALUES`], or where they are too long.
    pub values: Option<BTreeMap<String, u64>>,
    /// Some of the distinct texts, where `values` has none.
    pub(super) excerpt: Vec<Box<str>>,
    /// Sums over the cells.
    pub sums: Sums,
}

/// The numbers of one file in a column.
#[derive(Debug, Clone, PartialEq)]
pub struct Range {
    /// File.
    pub file: String,
    /// Cells that are numbers.
    pub n: u64,
    /// Lowest.
    pub low: f64,
    /// Highest.
    pub high: f64,
}

/// Sums over the cells of a column that are not blank.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sums {
    /// Cells that are numbers.
    pub numbers: u64,
    /// Cells that are dates, and those that are numbers and may be dates.
    pub dates: DateCounts,
    /// Bytes of UTF-8.
    pub bytes: u64,
    /// Words.
    pub words: u64,
}

impl Sums {
    fn observe(&mut self, value: &str, count: u64) {
        self.bytes += value.len() as u64 * count;
        self.words += words(value) * count;
        if parse_number(value).is_some() {
            self.numbers += count;
            if let Some(reading) = parse_digits(value) {
                self.dates.add(reading, count);
            }
        } else if let Some(reading) = parse_date(value) {
            self.dates.add(reading, count);
        }
    }

    fn merge(&mut self, other: Self) {
        self.numbers += other.numbers;
        self.bytes += other.bytes;
        self.words += other.words;
        self.dates.merge(other.dates);
    }
}

impl Profile {
    /// Text of the question, else the name of the column.
    #[must_use]
    pub fn asks(&self) -> &str {
        self.text.as_deref().unwrap_or(&self.column)
    }

    /// Whether a cell means no answer: in words, or because the file declares it.
    #[must_use]
    pub fn is_missing(&self, cell: &str) -> bool {
        is_missing_word(cell) || self.missing.contains(cell.trim())
    }

    /// Distinct values with their counts, those that mean no answer left out; none beyond [`MAX_VALUES`].
    pub fn answers(&self) -> impl Iterator<Item = (&str, u64)> {
        self.values.iter().flatten().map(|(v, n)| (v.as_str(), *n)).filter(|(v, _)| !self.is_missing(v))
    }

    /// Distinct texts of the column: all, or a sample that depends neither on order nor on threads.
    pub fn excerpt(&self) -> impl Iterator<Item = &str> {
        let values = self.values.iter().flatten().map(|(value, _)| value.as_str());
        values.chain(self.excerpt.iter().map(|text| &**text))
    }

    /// The values that the column names, by their folded form; spellings of one name are one. What makes waves
    /// and segments.
    #[must_use]
    pub fn names(&self) -> BTreeMap<String, String> {
        spellings(self.answers())
    }

    /// How the dates of the column are written when at least `least` cells are dates, and whether day and month
    /// could as well be the other way round. Digits alone are dates where the `name` of the column says so.
    #[must_use]
    pub fn date_format(&self, least: u64, name: bool) -> Option<(DateFormat, bool)> {
        let text = self.sums.dates.format(&DateFormat::TEXT, least).map(|(format, ambiguous)| {
            // A day after the twelfth settles it; other cells may still contradict it, and have no wave.
            let settled = self.sums.dates.dates(format).keys().any(|date| date.day() > 12);
            (format, ambiguous && !settled)
        });
        text.or_else(|| self.sums.dates.format(&DateFormat::DIGITS, least).filter(|_| name))
    }
}

fn words(text: &str) -> u64 {
    // Without a branch: it looks at every byte of every verbatim.
    let space = |byte: u8| (byte == b' ') | (byte.wrapping_sub(b'\t') < 5);
    let bytes = text.as_bytes();
    let starts = bytes.iter().zip(bytes.iter().skip(1)).map(|(a, b)| u64::from(space(*a) & !space(*b)));
    1 + starts.sum::<u64>()
}

/// One column while it is being read.
#[derive(Debug, Clone, Default)]
struct Counter {
    empty: u64,
    filled: u64,
    values: FxHashMap<Box<str>, u64>,
    /// What they take, and may take, in memory.
    bytes: usize,
    most: usize,
    /// True once `values` held too many: its content was moved to `sums` and `excerpt`.
    many: bool,
    sums: Sums,
    excerpt: Excerpt,
}

impl Counter {
    /// One of as many columns.
    fn among(columns: usize) -> Self {
        let excerpt = Excerpt::new(EXCERPT_BYTES.min(ALL_EXCERPTS / columns.max(1)));
        Self { most: MAX_BYTES / columns.max(1), excerpt, ..Self::default() }
    }

    fn observe(&mut self, cell: Option<&str>) {
        let Some(cell) = cell.filter(|c| !c.trim_ascii().is_empty()) else {
            self.empty += 1;
            return;
        };
        self.filled += 1;
        if self.many {
            self.sums.observe(cell, 1);
            self.excerpt.observe(cell);
        } else if let Some(count) = self.values.get_mut(cell) {
            *count += 1;
        } else {
            self.bytes += cell.len() + VALUE_BYTES;
            self.values.insert(cell.into(), 1);
            self.give_up_on_many();
        }
    }

    fn give_up_on_many(&mut self) {
        if self.values.len() > MAX_VALUES || self.bytes > self.most {
            self.many = true;
        }
        if self.many {
            for (value, count) in self.values.drain() {
                self.sums.observe(&value, count);
                self.excerpt.observe(&value);
            }
        }
    }

    fn merge(&mut self, other: Self) {
        self.empty += other.empty;
        self.filled += other.filled;
        self.sums.merge(other.sums);
        self.excerpt.merge(other.excerpt);
        self.many |= other.many;
        for (value, count) in other.values {
            let bytes = value.len() + VALUE_BYTES;
            let known = self.values.entry(value).or_insert_with(|| {
                self.bytes += bytes;
                0
            });
            *known += count;
        }
        self.give_up_on_many();
    }

    /// The numbers seen, where the values are still known.
    fn range(&self, file: &str) -> Option<Range> {
        let numbers = self.values.iter().filter_map(|(value, n)| Some((parse_number(value)?, *n)));
        numbers.fold(None, |range: Option<Range>, (x, n)| {
            let mut range = range.unwrap_or(Range { file: file.to_owned(), n: 0, low: x, high: x });
            (range.n, range.low, range.high) = (range.n + n, range.low.min(x), range.high.max(x));
            Some(range)
        })
    }

    fn finish(mut self, column: String) -> Profile {
        let values = (!self.many).then(|| {
            for (value, count) in &self.values {
                self.sums.observe(value, *count);
            }
            self.values.into_iter().map(|(v, n)| (v.into_string(), n)).collect()
        });
        Profile {
            column,
            filled: self.filled,
            empty: self.empty,
            values,
            excerpt: self.excerpt.texts().collect(),
            sums: self.sums,
            ..Profile::default()
        }
    }
}

impl Profile {
    /// Takes what a file says of the column where no file before it did.
    fn describe(&mut self, field: &Field) {
        self.text = self.text.take().or_else(|| field.text.clone());
        self.role = self.role.or(field.role);
        self.separator = self.separator.or(field.separator);
        if self.labels.is_empty() {
            self.labels.clone_from(&field.labels);
        }
        self.missing.extend(field.missing.iter().cloned());
    }
}

/// Profiles every column of `tables`, in the order in which the files name them, then
/// [`FILE`]. A file that lacks a column counts as empty there.
///
/// # Errors
/// A file cannot be read.
pub fn profile(tables: &[Table], threads: usize, progress: Progress<'_>) -> Result<Vec<Profile>> {
    let mut places: FxHashMap<&str, usize> = FxHashMap::default();
    let mut columns: Vec<&str> = Vec::new();
    for name in tables.iter().flat_map(Table::columns) {
        places.entry(name).or_insert_with(|| {
            columns.push(name);
            columns.len() - 1
        });
    }
    let mut counters = vec![Counter::among(columns.len()); columns.len()];
    let mut ranges: Vec<Vec<Range>> = vec![Vec::new(); columns.len()];
    for table in tables {
        let own = table.columns();
        let observe = |state: &mut Vec<Counter>, batch: &DataFrame| {
            for (counter, name) in state.iter_mut().zip(&own) {
                if let Ok(cells) = batch.column(name).and_then(|c| c.str()) {
                    cells.iter().for_each(|cell| counter.observe(cell));
                }
            }
            ControlFlow::Continue(())
        };
        let init = || vec![Counter::among(columns.len()); own.len()];
        let parts = read::for_each_batch(table, &own, threads, init, observe, progress)?;
        let mut whole = init();
        for part in parts {
            for (counter, own) in part.into_iter().zip(&mut whole) {
                own.merge(counter);
            }
        }
        let mut lacking = vec![true; columns.len()];
        for (counter, name) in whole.into_iter().zip(&own) {
            let i = places[name];
            lacking[i] = false;
            if tables.len() > 1 {
                ranges[i].extend(counter.range(&table.file));
            }
            counters[i].merge(counter);
        }
        for (counter, _) in counters.iter_mut().zip(lacking).filter(|(_, lacking)| *lacking) {
            counter.empty += table.rows;
        }
    }
    let named = columns.iter().zip(counters).zip(ranges);
    let mut profiles: Vec<Profile> = named
        .map(|((name, counter), ranges)| Profile { ranges, ..counter.finish((*name).to_owned()) })
        .collect();
    for field in tables.iter().flat_map(|t| &t.fields) {
        if let Some(i) = places.get(field.name.as_str()) {
            profiles[*i].describe(field);
        }
    }
    if !tables.is_empty() {
        let values = tables.iter().map(|t| (t.file.clone(), t.rows)).collect();
        let filled = tables.iter().map(|t| t.rows).sum();
        profiles.push(Profile {
            column: FILE.to_owned(),
            filled,
            values: Some(values),
            ..Profile::default()
        });
    }
    Ok(profiles)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn count(cells: &[String]) -> Counter {
        let mut counter = Counter::among(1);
        for cell in cells {
            counter.observe(Some(cell));
        }
        counter
    }

    proptest! {
        #[test]
        fn merging_is_concatenating(a in prop::collection::vec("[0-9a ,/]{0,4}", 0..20),
                                    b in prop::collection::vec("[0-9a ,/]{0,4}", 0..20)) {
            let whole = count(&[a.clone(), b.clone()].concat()).finish(String::new());
            let mut left = count(&a);
            left.merge(count(&b));
            let mut right = count(&b);
            right.merge(count(&a));
            prop_assert_eq!(&left.finish(String::new()), &whole);
            prop_assert_eq!(&right.finish(String::new()), &whole);
        }
    }

    #[test]
    fn many_values_leave_the_same_sums_however_they_are_cut() {
        let cells: Vec<String> = (0..MAX_VALUES + 50).map(|i| format!("{i}")).collect();
        let whole = count(&cells).finish(String::new());
        let mut parts = count(&cells[..MAX_VALUES - 1]);
        parts.merge(count(&cells[MAX_VALUES - 1..]));
        assert_eq!(parts.finish(String::new()), whole);
        assert_eq!((whole.values, whole.sums.numbers), (None, MAX_VALUES as u64 + 50));

        // Three values that may take as much as two, in any order.
        let cells = ["a", "b", "c", "a"].map(|letter| letter.repeat(36));
        let count = |cells: &[String]| {
            let mut counter = Counter::among(MAX_BYTES / 200);
            for cell in cells {
                counter.observe(Some(cell));
            }
            counter
        };
        let mut parts = count(&cells[2..]);
        assert!(!parts.many);
        parts.merge(count(&cells[..2]));
        let (parts, whole) = (parts.finish(String::new()), count(&cells).finish(String::new()));
        assert_eq!((&parts, &whole.values), (&whole, &None));
    }
}
