//! A value of a filter beside a cell.

use std::cmp::Ordering;
use std::fmt::{self, Display, Formatter};

use jiff::civil::Date;

use crate::study::natural::natural;
use crate::study::{DateFormat, fold, parse_date, parse_number};

/// First and last day.
type Days = (Date, Date);

/// A value as written and all that comparing it takes.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Constant {
    Number(f64),
    Text { written: String, folded: String, number: Option<f64>, days: Option<Days> },
}

impl Constant {
    pub(super) fn text(written: &str) -> Self {
        let days = days(written, DateFormat::DayFirst);
        Self::Text { written: written.to_owned(), folded: fold(written), number: parse_number(written), days }
    }

    /// Tells how the dates of the column that it is compared with are written.
    pub(super) fn read_dates(&mut self, format: DateFormat) {
        if let Self::Text { written, days: read, .. } = self {
            // Whatever the column, an unmistakable date is one; the rest is written as the column writes it.
            *read = days(written, format).or_else(|| days(written, DateFormat::DayFirst));
        }
    }

    pub(super) fn is_date(&self) -> bool {
        self.days().is_some()
    }

    fn days(&self) -> Option<Days> {
        match self {
            Self::Text { days, .. } => *days,
            Self::Number(_) => None,
        }
    }

    pub(super) fn equals(&self, cell: &str, folded_cell: &str, format: DateFormat) -> bool {
        match self {
            Self::Number(x) => parse_number(cell) == Some(*x),
            Self::Text { folded, .. } => {
                folded == folded_cell || self.compare_dates(cell, format).is_some_and(Ordering::is_eq)
            }
        }
    }

    /// Order of a cell beside this value; none where they are not of one kind.
    pub(super) fn compare(&self, cell: &str, format: DateFormat) -> Option<Ordering> {
        match self {
            Self::Number(x) | Self::Text { number: Some(x), .. } => parse_number(cell)?.partial_cmp(x),
            Self::Text { days: Some(_), .. } => self.compare_dates(cell, format),
            // Dates do not sort as texts: 14/03/2025 would come before 2024.
            Self::Text { folded, .. } => {
                (!cell.trim().is_empty() && parse_date(cell).is_none()).then(|| natural(&fold(cell), folded))
            }
        }
    }

    fn compare_dates(&self, cell: &str, format: DateFormat) -> Option<Ordering> {
        let (first, last) = self.days()?;
        let day = format.read(cell)?;
        Some(if day < first {
            Ordering::Less
        } else if day > last {
            Ordering::Greater
        } else {
            Ordering::Equal
        })
    }
}

/// The days that a text means: one, or those of a month.
fn days(text: &str, format: DateFormat) -> Option<Days> {
    let first = format.read(text)?;
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty()).count();
    let named = text.chars().any(char::is_alphabetic);
    // `2025-03`, `mars 2025`: a day would make one number more.
    let month = numbers == if named { 1 } else { 2 };
    Some((first, if month { first.last_of_month() } else { first }))
}

impl Display for Constant {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(x) => x.fmt(f),
            Self::Text { written, .. } => quoted(f, written, '\''),
        }
    }
}

/// `text` between quotes, those inside doubled.
pub(super) fn quoted(f: &mut Formatter<'_>, text: &str, quote: char) -> fmt::Result {
    write!(f, "{quote}{}{quote}", text.replace(quote, &format!("{quote}{quote}")))
}
