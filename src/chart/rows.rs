//! A page of rows: labels on the left, a plot in the middle, columns of numbers on the right.

use super::axis::Axis;
use super::font::{Weight, drawable, width, wrap};
use super::scene::{Align, Scene, widest};
use super::sheet::Sheet;
use super::style::{AXIS, BODY, Color, GRID, INK, MARGIN, MUTED, SMALL, WHISKER, WIDTH};

/// Widest label, in pixels: beyond it a label takes a second line, then an ellipsis.
const LABEL: f64 = 250.0;
/// Space between the columns.
const GUTTER: f64 = 18.0;

/// A column of numbers to the right of the plot.
pub struct Column {
    /// Heading.
    pub head: String,
    /// One cell a row.
    pub cells: Vec<String>,
}

/// Where rows and plot are on the page.
pub struct Rows {
    /// Left edge of the plot.
    pub left: f64,
    /// Right edge of the plot.
    pub right: f64,
    /// Top of the first row.
    pub top: f64,
    /// Bottom of the last row.
    pub bottom: f64,
    middles: Vec<f64>,
}

impl Rows {
    /// Writes labels and columns; `gap_before` leaves room above one row, between two families of rows.
    pub fn new(sheet: &mut Sheet, labels: &[&str], columns: &[Column], gap_before: Option<usize>) -> Self {
        let labels: Vec<Vec<String>> =
            labels.iter().map(|label| wrap(&drawable(label), BODY, Weight::Regular, LABEL, 2)).collect();
        let left = MARGIN + widest(labels.iter().flatten(), BODY, Weight::Regular) + 14.0;
        let mut right = WIDTH - MARGIN;
        let heads = sheet.y + SMALL;
        let headed = columns.iter().any(|c| !c.head.is_empty());
        let top = if headed { sheet.y + SMALL + 10.0 } else { sheet.y };
        let mut rows = Self { left, right, top, bottom: top, middles: Vec::new() };
        for (i, lines) in labels.iter().enumerate() {
            let height = if lines.len() > 1 { 40.0 } else { 26.0 };
            rows.bottom += if i > 0 && gap_before == Some(i) { 14.0 } else { 0.0 };
            rows.middles.push(rows.bottom + height / 2.0);
            rows.bottom += height;
        }
        for column in columns.iter().rev() {
            sheet.scene.label(&column.head, (right, heads), Align::End, SMALL, MUTED);
            for (i, cell) in column.cells.iter().enumerate() {
                let base = (right, rows.middle(i) + BODY * 0.36);
                sheet.scene.label(cell, base, Align::End, BODY, INK);
            }
            let long = widest(&column.cells, BODY, Weight::Regular);
            right -= long.max(width(&column.head, SMALL, Weight::Regular)) + GUTTER;
        }
        rows.right = right - if columns.is_empty() { 0.0 } else { 4.0 };
        for (i, lines) in labels.iter().enumerate() {
            let first = rows.middle(i) + BODY * 0.36 - (lines.len() as f64 - 1.0) * 8.0;
            for (k, line) in lines.iter().enumerate() {
                let base = (left - 14.0, first + 16.0 * k as f64);
                sheet.scene.label(line, base, Align::End, BODY, INK);
            }
        }
        sheet.y = rows.bottom;
        rows
    }

    /// Middle of a row.
    pub fn middle(&self, row: usize) -> f64 {
        self.middles.get(row).copied().unwrap_or(self.bottom)
    }

    /// Grid lines with their ticks under the last row.
    pub fn grid(&self, sheet: &mut Sheet, axis: Axis, tick: &dyn Fn(f64) -> String) {
        for value in axis.ticks() {
            let x = axis.at(value);
            sheet.scene.post(x, self.top, self.bottom + 4.0, 1.0, GRID);
            sheet.scene.label(&tick(value), (x, self.bottom + 20.0), Align::Middle, SMALL, MUTED);
        }
        sheet.y = self.bottom + 22.0;
    }

    /// A horizontal bar between two pixels.
    pub fn bar(&self, scene: &mut Scene, row: usize, (from, to): (f64, f64), color: Color) {
        let y = self.middle(row);
        scene.rect((from, y - 8.0), (to, y + 8.0), color);
    }

    /// The interval of a row, with its ends.
    pub fn whisker(&self, scene: &mut Scene, axis: Axis, row: usize, (low, high): (f64, f64)) {
        let (x0, x1, y) = (axis.at(low), axis.at(high), self.middle(row));
        scene.rule(x0, x1, y, 1.5, WHISKER);
        for x in [x0, x1] {
            scene.post(x, y - 4.0, y + 4.0, 1.5, WHISKER);
        }
    }

    /// A vertical line through all rows.
    pub fn line(&self, scene: &mut Scene, x: f64) {
        scene.post(x, self.top - 2.0, self.bottom + 4.0, 1.5, AXIS);
    }
}
