//! What the cells of a table say of a row: the name of the columns, or answers like the others.

use super::{filled, key, trim};
use crate::study::{parse_date, parse_number};

/// A cell as far as it tells a header from an answer.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Look {
    Empty,
    Number(f64),
    /// A day or a time of day.
    Date,
    Text(String),
}

impl Look {
    fn of(cell: &str) -> Self {
        let cell = trim(cell);
        if cell.is_empty() {
            Self::Empty
        } else if let Some(number) = parse_number(cell) {
            Self::Number(number)
        } else if parse_date(cell).is_some() || is_time(cell) {
            Self::Date
        } else {
            Self::Text(key(cell))
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        *self == Self::Empty
    }

    pub(super) fn is_text(&self) -> bool {
        matches!(self, Self::Text(_))
    }
}

fn is_time(cell: &str) -> bool {
    let mut parts = cell.split(':');
    let two = |p: &str| matches!(p.len(), 1 | 2) && p.bytes().all(|b| b.is_ascii_digit());
    matches!(cell.matches(':').count(), 1 | 2) && parts.all(two)
}

/// What the cells of a column are, above which a header may stand.
pub(super) enum Below<'a> {
    Nothing,
    Numbers {
        low: f64,
        high: f64,
    },
    Dates,
    /// Texts, and whether few of them come back all the time.
    Texts {
        values: Vec<&'a str>,
        few: bool,
    },
}

/// What speaks for and against a row being a header of the rows under it.
#[derive(Default)]
pub(super) struct Evidence {
    /// Columns whose cell is none of the answers under it.
    pub(super) names: usize,
    /// Columns whose cell is an answer like those under it.
    pub(super) answers: usize,
}

/// The first rows of a table, each cell looked at once.
pub(super) struct Table<'a> {
    pub(super) rows: &'a [Vec<String>],
    looks: Vec<Vec<Look>>,
    /// Cells of each row that hold something.
    filled: Vec<usize>,
}

impl<'a> Table<'a> {
    pub(super) fn new(rows: &'a [Vec<String>]) -> Self {
        let looks = rows.iter().map(|row| row.iter().map(|c| Look::of(c)).collect()).collect();
        Self { rows, looks, filled: rows.iter().map(|row| filled(row)).collect() }
    }

    pub(super) fn look(&self, row: usize, column: usize) -> &Look {
        self.looks.get(row).and_then(|r| r.get(column)).unwrap_or(&Look::Empty)
    }

    fn width(&self, from: usize) -> usize {
        self.rows.iter().skip(from).map(Vec::len).max().unwrap_or(0)
    }

    /// Columns that hold something from a row on; a lone remark in the margin does not count.
    pub(super) fn used(&self, from: usize) -> Vec<usize> {
        let n = self.filled.iter().skip(from).filter(|n| **n > 0).count();
        let holds = |c: usize| (from..self.rows.len()).filter(|row| !self.look(*row, c).is_empty()).count();
        (0..self.width(from)).filter(|c| holds(*c) > usize::from(n > 4)).collect()
    }

    /// Whether a row fills most of the columns.
    pub(super) fn is_wide(&self, at: usize) -> bool {
        let used = self.used(at);
        let named = used.iter().filter(|c| !self.look(at, **c).is_empty()).count();
        named * 5 >= used.len() * 4
    }

    /// What stands in a column from a row on.
    pub(super) fn below(&'a self, column: usize, from: usize) -> Below<'a> {
        let cells: Vec<&Look> =
            (from..self.rows.len()).map(|row| self.look(row, column)).filter(|l| !l.is_empty()).collect();
        let numbers: Vec<f64> =
            cells.iter().filter_map(|l| if let Look::Number(x) = l { Some(*x) } else { None }).collect();
        let dates = cells.iter().filter(|l| ***l == Look::Date).count();
        let most = |n: usize| n >= 2 && n * 5 >= cells.len() * 4;
        if cells.is_empty() {
            return Below::Nothing;
        }
        if most(numbers.len()) {
            let low = numbers.iter().copied().fold(f64::INFINITY, f64::min);
            let high = numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            return Below::Numbers { low, high };
        }
        if most(dates) {
            return Below::Dates;
        }
        let mut values: Vec<&str> = cells
            .iter()
            .filter_map(|l| if let Look::Text(t) = l { Some(t.as_str()) } else { None })
            .collect();
        values.sort_unstable();
        values.dedup();
        let few = cells.len() >= 6 && values.len() * 3 <= cells.len();
        Below::Texts { values, few }
    }

    /// Compares the row `at` with the rows from `from` on.
    pub(super) fn evidence(&self, at: usize, from: usize) -> Evidence {
        let mut evidence = Evidence::default();
        let mut ticked = 0;
        for column in 0..self.rows.get(at).map_or(0, Vec::len) {
            match (self.look(at, column), self.below(column, from)) {
                (Look::Number(_) | Look::Date, Below::Numbers { .. } | Below::Dates) => evidence.answers += 1,
                // A choice that was ticked is written under its own name; so is a value that never varies.
                (Look::Text(name), Below::Texts { values, .. }) if values == [name.as_str()] => {
                    let below = self.filled.iter().enumerate().skip(from);
                    let mut blank = below.filter(|(row, n)| **n > 0 && self.look(*row, column).is_empty());
                    ticked += usize::from(blank.next().is_some());
                }
                (Look::Text(name), Below::Texts { values, .. }) if values.contains(&name.as_str()) => {
                    evidence.answers += 1;
                }
                (Look::Text(_), Below::Numbers { .. } | Below::Dates | Below::Texts { few: true, .. }) => {
                    evidence.names += 1;
                }
                _ => {}
            }
        }
        evidence.names += usize::from(ticked >= 2);
        evidence
    }
}
