//! The cells of a row as what their fields hold.

use std::hash::Hasher;

use jiff::tz::TimeZone;
use polars::prelude::{DataFrame, StringChunked, UInt32Chunked};

use rustc_hash::FxHasher;

use super::fault::{FaultKind, Faults, TableKind};
use super::field::Field;
use super::infer::{Column, Mapping, yes};
use super::moment::parse_moment;
use super::place::{DAY, Millis, Moment};
use crate::read::ROW;
use crate::study::{is_missing_word, parse_number};

/// From 1980 on; a moment before is a slip, or a zero that a spreadsheet took for a date.
const FIRST: Moment = 3_652 * DAY;
/// Before 2100.
const LAST: Moment = 47_482 * DAY;

/// One field's cells in a batch.
struct Cells<'b> {
    column: &'b Column,
    first: &'b StringChunked,
    second: Option<&'b StringChunked>,
}

/// A batch of rows, its columns by field.
pub(super) struct Batch<'b> {
    kind: TableKind,
    rows: &'b UInt32Chunked,
    fields: [Option<Cells<'b>>; Field::ALL.len()],
    zone: Option<&'b TimeZone>,
}

impl<'b> Batch<'b> {
    /// The columns of `mapping` in a batch of its file; none where the batch lacks them.
    pub(super) fn new(
        batch: &'b DataFrame,
        mapping: &'b Mapping,
        zone: Option<&'b TimeZone>,
    ) -> Option<Self> {
        let text = |name: &str| batch.column(name).ok()?.str().ok();
        let mut fields = [const { None }; Field::ALL.len()];
        for (field, column) in &mapping.columns {
            let second = match &column.second {
                Some(name) => Some(text(name)?),
                None => None,
            };
            fields[*field as usize] = Some(Cells { column, first: text(&column.name)?, second });
        }
        let rows = batch.column(ROW).ok()?.u32().ok()?;
        Some(Self { kind: mapping.kind, rows, fields, zone })
    }

    /// Each row of the batch.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.rows.len()).map(|at| Row { batch: self, at, unreadable: false })
    }
}

/// A row; what cannot be read is told once, by [`Row::close`].
pub(super) struct Row<'b> {
    batch: &'b Batch<'b>,
    at: usize,
    unreadable: bool,
}

impl<'b> Row<'b> {
    /// Its number in the spreadsheet.
    pub(super) fn number(&self) -> u64 {
        self.batch.rows.get(self.at).map_or(0, u64::from)
    }

    fn cells(&self, field: Field) -> Option<&'b Cells<'b>> {
        self.batch.fields[field as usize].as_ref()
    }

    /// Whether the table has that field.
    pub(super) fn has(&self, field: Field) -> bool {
        self.cells(field).is_some()
    }

    /// The text of a field; none where it is empty.
    pub(super) fn text(&self, field: Field) -> Option<&'b str> {
        filled(self.cells(field)?.first.get(self.at)?)
    }

    /// The text of the second column of a field.
    pub(super) fn second(&self, field: Field) -> Option<&'b str> {
        filled(self.cells(field)?.second?.get(self.at)?)
    }

    /// A reading of a cell; none where it is empty or says that there is nothing. What else cannot be read is a fault.
    fn read<T>(&mut self, field: Field, read: impl FnOnce(&str, &Cells<'b>) -> Option<T>) -> Option<T> {
        let (cells, text) = (self.cells(field)?, self.text(field)?);
        let found = read(text, cells);
        if found.is_none() && !is_missing_word(text) {
            self.unreadable = true;
        }
        found
    }

    /// A duration.
    pub(super) fn duration(&mut self, field: Field) -> Option<Millis> {
        self.read(field, |text, cells| cells.column.unit.read(text))
    }

    /// Yes or no.
    pub(super) fn yes(&mut self, field: Field) -> Option<bool> {
        self.read(field, |text, _| yes(text))
    }

    /// A number.
    pub(super) fn value(&mut self, field: Field) -> Option<f64> {
        self.read(field, |text, _| parse_number(text))
    }

    /// A satisfaction: a number from 1 to 5, else yes or no.
    pub(super) fn rating(&mut self) -> Result<f64, Option<bool>> {
        match self.text(Field::Rating) {
            Some(text) if parse_number(text).is_none() => Err(self.yes(Field::Rating)),
            _ => self.value(Field::Rating).filter(|r| (1.0..=5.0).contains(r)).ok_or(None),
        }
    }

    /// A moment by the centre's wall clock.
    pub(super) fn moment(&mut self, field: Field) -> Option<Moment> {
        let (zone, time) = (self.batch.zone, self.second(field));
        self.read(field, |text, cells| {
            let found = parse_moment(text, cells.column.format, time)?;
            let moment = zone.map_or(found.written, |zone| found.civil(zone));
            // A spreadsheet's zero is a day of 1900.
            (FIRST..LAST).contains(&moment).then_some(moment)
        })
    }

    /// A hash of all that the row says.
    pub(super) fn content(&self) -> u64 {
        let mut hasher = FxHasher::default();
        for cells in self.batch.fields.iter().flatten() {
            for column in [Some(cells.first), cells.second].into_iter().flatten() {
                hasher.write(column.get(self.at).unwrap_or("").as_bytes());
                hasher.write_u8(1);
            }
        }
        hasher.finish()
    }

    /// Tells what could not be read.
    pub(super) fn close(self, faults: &mut Faults) {
        if self.unreadable {
            faults.add(self.batch.kind, FaultKind::Unreadable, self.number());
        }
    }
}

fn filled(text: &str) -> Option<&str> {
    let text = text.trim();
    (!text.is_empty()).then_some(text)
}
