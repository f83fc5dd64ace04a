//! What each column holds: a first pass that merges, like the tally.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use polars::prelude::DataFrame;
use rustc_hash::FxHashMap;

use super::date::{Month, Order, parse_date};
use super::fold::tidy;
use super::labels::is_missing_word;
use super::number::parse_number;
use crate::error::Result;
use crate::read::{self, Progress, Table};

/// A column with more distinct values is known by its sums alone.
pub const MAX_VALUES: usize = 2000;

/// What a column holds, over all files.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Profile {
    /// Column.
    pub column: String,
    /// Cells that are not blank.
    pub filled: u64,
    /// Cells that are empty or white space.
    pub empty: u64,
    /// Distinct values as written, with their counts; none beyond [`MAX_VALUES`].
    pub values: Option<BTreeMap<String, u64>>,
    /// Sums over the cells.
    pub sums: Sums,
}

/// Sums over the cells of a column that are not blank.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sums {
    /// Cells that are numbers.
    pub numbers: u64,
    /// Cells that are dates when read day first, by month.
    pub day_first: BTreeMap<Month, u64>,
    /// Cells that are dates when read month first, by month.
    pub month_first: BTreeMap<Month, u64>,
    /// Bytes of UTF-8.
    pub bytes: u64,
    /// Words.
    pub words: u64,
}

impl Sums {
    fn observe(&mut self, value: &str, count: u64) {
        self.bytes += value.len() as u64 * count;
        self.words += words(value) * count;
        if value.len() > 40 {
            return;
        }
        if parse_number(value).is_some() {
            self.numbers += count;
        } else if let Some(date) = parse_date(value) {
            for (months, order) in
                [(&mut self.day_first, Order::DayFirst), (&mut self.month_first, Order::MonthFirst)]
            {
                if let Some(month) = date.month(order) {
                    *months.entry(month).or_default() += count;
                }
            }
        }
    }

    fn merge(&mut self, other: Self) {
        self.numbers += other.numbers;
        self.bytes += other.bytes;
        self.words += other.words;
        for (mine, theirs) in
            [(&mut self.day_first, other.day_first), (&mut self.month_first, other.month_first)]
        {
            for (month, n) in theirs {
                *mine.entry(month).or_default() += n;
            }
        }
    }

    /// Months of the dates under one order.
    #[must_use]
    pub fn months(&self, order: Order) -> &BTreeMap<Month, u64> {
        match order {
            Order::DayFirst => &self.day_first,
            Order::MonthFirst => &self.month_first,
        }
    }
}

impl Profile {
    /// The values that the column names, tidied, those that mean no answer left out: what makes segments and
    /// waves. None are known beyond [`MAX_VALUES`].
    #[must_use]
    pub fn names(&self) -> BTreeSet<String> {
        self.values
            .iter()
            .flatten()
            .map(|(v, _)| v)
            .filter(|v| !is_missing_word(v))
            .map(|v| tidy(v))
            .collect()
    }

    /// Order of day and month when at least `least` cells are dates, and whether the other order would do as
    /// well.
    #[must_use]
    pub fn date_order(&self, least: u64) -> Option<(Order, bool)> {
        let n = |order| self.sums.months(order).values().sum::<u64>();
        let (day_first, month_first) = (n(Order::DayFirst), n(Order::MonthFirst));
        if day_first.max(month_first) < least.max(1) {
            return None;
        }
        let same = self.sums.day_first == self.sums.month_first;
        Some(if day_first >= month_first {
            (Order::DayFirst, day_first == month_first && !same)
        } else {
            (Order::MonthFirst, false)
        })
    }
}

fn words(text: &str) -> u64 {
    let spaces =
        text.as_bytes().windows(2).filter(|w| w[0].is_ascii_whitespace() && !w[1].is_ascii_whitespace());
    1 + spaces.count() as u64
}

/// One column while it is being read.
#[derive(Debug, Clone, Default)]
struct Counter {
    empty: u64,
    filled: u64,
    values: FxHashMap<Box<str>, u64>,
    /// True once `values` held too many: its content was moved to `sums`.
    many: bool,
    sums: Sums,
}

impl Counter {
    fn observe(&mut self, cell: Option<&str>) {
        let Some(cell) = cell.filter(|c| !c.trim_ascii().is_empty()) else {
            self.empty += 1;
            return;
        };
        self.filled += 1;
        if self.many {
            self.sums.observe(cell, 1);
        } else if let Some(count) = self.values.get_mut(cell) {
            *count += 1;
        } else {
            self.values.insert(cell.into(), 1);
            self.give_up_on_many();
        }
    }

    fn give_up_on_many(&mut self) {
        if self.values.len() > MAX_VALUES {
            self.many = true;
        }
        if self.many {
            for (value, count) in self.values.drain() {
                self.sums.observe(&value, count);
            }
        }
    }

    fn merge(&mut self, other: Self) {
        self.empty += other.empty;
        self.filled += other.filled;
        self.sums.merge(other.sums);
        self.many |= other.many;
        for (value, count) in other.values {
            *self.values.entry(value).or_default() += count;
        }
        self.give_up_on_many();
    }

    fn finish(mut self, column: String) -> Profile {
        let values = (!self.many).then(|| {
            for (value, count) in &self.values {
                self.sums.observe(value, *count);
            }
            self.values.into_iter().map(|(v, n)| (v.into_string(), n)).collect()
        });
        Profile { column, filled: self.filled, empty: self.empty, values, sums: self.sums }
    }
}

/// Profiles every column of `tables`, in the order in which the files name them. A file that lacks a column
/// counts as empty there.
///
/// # Errors
/// A file cannot be read.
pub fn profile(tables: &[Table], threads: usize, progress: Progress<'_>) -> Result<Vec<Profile>> {
    let mut columns: Vec<String> = Vec::new();
    for name in tables.iter().flat_map(|t| &t.columns) {
        if !columns.contains(name) {
            columns.push(name.clone());
        }
    }
    let mut counters = vec![Counter::default(); columns.len()];
    for table in tables {
        let own: Vec<&str> = table.columns.iter().map(String::as_str).collect();
        let observe = |state: &mut Vec<Counter>, batch: &DataFrame| {
            for (counter, name) in state.iter_mut().zip(&own) {
                if let Ok(cells) = batch.column(name).and_then(|c| c.str()) {
                    cells.iter().for_each(|cell| counter.observe(cell));
                }
            }
            ControlFlow::Continue(())
        };
        let parts = read::for_each_batch(
            table,
            &own,
            threads,
            || vec![Counter::default(); own.len()],
            observe,
            progress,
        )?;
        for part in parts {
            for (counter, name) in part.into_iter().zip(&own) {
                if let Some(i) = columns.iter().position(|c| c == name) {
                    counters[i].merge(counter);
                }
            }
        }
        for (counter, name) in counters.iter_mut().zip(&columns) {
            if !table.columns.contains(name) {
                counter.empty += table.rows;
            }
        }
    }
    Ok(columns.into_iter().zip(counters).map(|(name, counter)| counter.finish(name)).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn count(cells: &[String]) -> Counter {
        let mut counter = Counter::default();
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
    }
}
