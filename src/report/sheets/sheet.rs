//! What a sheet holds before it is written: lines of cells, a header, charts.

use super::graphs::Graph;
use super::look::Look;

/// What stands where nothing may be shown, or nothing is known.
pub(super) const HIDDEN: &str = "–";

/// One sheet.
pub(super) struct Sheet {
    /// Name of its tab: at most 31 characters, none of `[]:*?/\`.
    pub tab: String,
    /// What it is about, in one line; the summary lists it.
    pub title: String,
    pub lines: Vec<Line>,
    /// Line of the column headings, which stay in sight and filter what is under them, and the last line of the table.
    pub table: Option<(usize, usize)>,
    /// Columns that stay in sight on the left.
    pub frozen: u16,
    /// Characters that each column is wide; columns beyond are as wide as a number.
    pub widths: Vec<f64>,
    pub graphs: Vec<Graph>,
    /// Ids of its columns, to be defined.
    pub keys: Vec<(&'static str, String)>,
}

/// One line.
pub(super) struct Line {
    pub cells: Vec<Cell>,
    pub kind: LineKind,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum LineKind {
    /// Title of the sheet.
    Title,
    /// What helps to read, across the sheet.
    Note,
    /// A sentence of the report, across the sheet.
    Sentence,
    /// Title of a part.
    Section,
    /// Headings of columns.
    Header,
    /// Data.
    Plain,
    /// The whole, or a row that sums others up.
    Total,
    /// A term and its text, which takes the columns that are left.
    Term,
}

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    /// Nothing to say.
    Empty,
    /// A text, a name, a code in words.
    Text(String),
    /// Hidden, or not known.
    Hidden,
    /// A number as it is, and how it is shown.
    Number(f64, Look),
    /// A day, or a moment, of ISO 8601.
    Date(String),
    /// A sheet of this workbook.
    Link(String),
}

impl Cell {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A number, or a dash.
    pub fn number(value: Option<f64>, look: Look) -> Self {
        value.map_or(Self::Hidden, |value| Self::Number(value, look))
    }

    /// A count, or a dash.
    pub fn count(value: Option<u64>, look: Look) -> Self {
        Self::number(value.map(|n| n as f64), look)
    }
}

impl Line {
    pub fn of(kind: LineKind, cells: Vec<Cell>) -> Self {
        Self { cells, kind }
    }

    /// A line of one text.
    pub fn one(kind: LineKind, text: impl Into<String>) -> Self {
        Self { cells: vec![Cell::text(text)], kind }
    }
}

/// A column of a table: its id, its heading.
pub(super) type Heading = (&'static str, String);

impl Sheet {
    /// A sheet of free lines.
    pub fn free(tab: &str, title: String, widths: Vec<f64>) -> Self {
        Self {
            tab: tab.to_owned(),
            lines: vec![Line::one(LineKind::Title, title.clone())],
            title,
            table: None,
            frozen: 0,
            widths,
            graphs: Vec::new(),
            keys: Vec::new(),
        }
    }

    /// A title, a sentence, a table, its notes. Columns that are empty on every line are left out.
    pub fn table(
        tab: &str,
        title: String,
        intro: String,
        headings: &[Heading],
        rows: Vec<Line>,
        notes: Vec<String>,
    ) -> Self {
        let kept: Vec<usize> = (0..headings.len())
            .filter(|at| rows.iter().any(|row| !matches!(row.cells.get(*at), None | Some(Cell::Empty))))
            .collect();
        let keys: Vec<Heading> = kept.iter().map(|at| headings[*at].clone()).collect();
        let mut sheet = Self::free(tab, title, Vec::new());
        sheet.lines.push(Line::one(LineKind::Note, intro));
        let header = sheet.lines.len();
        let heads = keys.iter().map(|(_, heading)| Cell::text(heading.clone())).collect();
        sheet.lines.push(Line::of(LineKind::Header, heads));
        for row in rows {
            let mut cells: Vec<Option<Cell>> = row.cells.into_iter().map(Some).collect();
            let taken =
                kept.iter().map(|at| cells.get_mut(*at).and_then(Option::take).unwrap_or(Cell::Empty));
            sheet.lines.push(Line::of(row.kind, taken.collect()));
        }
        sheet.table = Some((header, sheet.lines.len() - 1));
        sheet.frozen = 1;
        sheet.widths = widths(&sheet.lines[header..]);
        if !notes.is_empty() {
            sheet.lines.push(Line::of(LineKind::Plain, Vec::new()));
            sheet.lines.extend(notes.into_iter().map(|note| Line::one(LineKind::Note, note)));
        }
        sheet.keys = keys;
        sheet
    }
}

impl Sheet {
    /// Cuts the table where the sheet would have more than `most` lines, and says so above it: `said` gets how many rows
    /// are shown, of how many.
    pub fn cut(&mut self, most: usize, said: impl FnOnce(usize, usize) -> String) {
        let Some((header, last)) = self.table else { return };
        let over = self.lines.len().saturating_sub(most).min(last - header);
        if over == 0 {
            return;
        }
        self.lines.drain(last + 1 - over..=last);
        self.table = Some((header, last - over));
        let said = said(last - over - header, last - header);
        if let Some(Cell::Text(intro)) = header.checked_sub(1).and_then(|at| self.lines[at].cells.first_mut())
        {
            *intro = format!("{said} {intro}");
        }
    }

    /// Widens the columns whose numbers would not fit.
    pub fn widen(&mut self) {
        for cells in self.lines.iter().map(|line| &line.cells) {
            for (width, cell) in self.widths.iter_mut().zip(cells) {
                *width = width.max(number_width(cell));
            }
        }
    }

    /// Whether the column under a heading holds numbers.
    pub fn is_number(&self, header: usize, column: usize) -> bool {
        let under = self.lines.iter().skip(header + 1);
        let cells = under.take_while(|line| !line.cells.is_empty()).filter_map(|line| line.cells.get(column));
        let mut known = cells.filter(|cell| !matches!(cell, Cell::Empty));
        known.next().is_some_and(|cell| !matches!(cell, Cell::Text(_) | Cell::Link(_)))
    }
}

/// Narrowest and widest column, in characters; a longer text wraps.
const WIDTH: (f64, f64) = (9.0, 60.0);
/// A text of several lines, a verbatim.
const LONG: f64 = 80.0;

/// Width of each column by what it holds: its longest text, or as much of it as makes it wrap.
fn widths(lines: &[Line]) -> Vec<f64> {
    let columns = lines.iter().map(|line| line.cells.len()).max().unwrap_or_default();
    let of_cell = |cell: &Cell| match cell {
        Cell::Text(text) | Cell::Link(text) => text.chars().count() as f64 + 1.5,
        cell => number_width(cell),
    };
    let width = |at: usize| {
        let texts = || lines.iter().filter(|l| l.kind != LineKind::Header).filter_map(|l| l.cells.get(at));
        let longest = texts().map(of_cell).fold(0.0, f64::max);
        // A heading may take two lines or three.
        let heading = lines.iter().filter(|l| l.kind == LineKind::Header).filter_map(|l| l.cells.get(at));
        let heading = heading.map(heading_width).fold(0.0, f64::max);
        let widest = if longest > 2.0 * LONG { LONG } else { WIDTH.1 };
        longest.min(widest).max(heading).max(WIDTH.0)
    };
    (0..columns).map(width).collect()
}

/// Width that a number or a date takes: what does not fit would be shown as `###`.
fn number_width(cell: &Cell) -> f64 {
    // The indent on the right, and the margins of the cell.
    const AROUND: f64 = 2.5;
    match cell {
        Cell::Date(text) => AROUND + if text.len() > 10 { 16.0 } else { 10.0 },
        Cell::Number(value, look) => (AROUND + look.length(*value) as f64).max(10.0),
        _ => 0.0,
    }
}

/// A heading over two lines, its longest word whole; the arrow of the filter takes three characters.
fn heading_width(cell: &Cell) -> f64 {
    let Cell::Text(text) = cell else { return 0.0 };
    let word = text.split([' ', '\u{a0}']).map(|word| word.chars().count()).max().unwrap_or_default();
    (text.chars().count() as f64 / 2.0 + 2.0).max(word as f64 + 3.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: Vec<Cell>) -> Line {
        Line::of(LineKind::Plain, cells)
    }

    #[test]
    fn columns_that_are_empty_everywhere_are_left_out() {
        let headings = vec![("a", "A".to_owned()), ("b", "B".to_owned()), ("c", "C".to_owned())];
        let rows = vec![
            row(vec![Cell::text("x"), Cell::Empty, Cell::Hidden]),
            row(vec![Cell::text("y"), Cell::Empty, Cell::Number(1.0, Look::Count)]),
        ];
        let sheet = Sheet::table("T", "Title".into(), "Intro".into(), &headings, rows, vec!["Note".into()]);
        assert_eq!(sheet.table, Some((2, 4)));
        assert_eq!(sheet.lines[2].cells, [Cell::text("A"), Cell::text("C")]);
        assert_eq!(sheet.lines[3].cells, [Cell::text("x"), Cell::Hidden]);
        assert_eq!(sheet.widths.len(), 2);
        assert_eq!(sheet.lines.last().unwrap().kind, LineKind::Note);
    }

    #[test]
    fn a_column_is_as_wide_as_its_texts_up_to_where_they_wrap() {
        let lines = [
            row(vec![Cell::text("court"), Cell::text("x".repeat(60)), Cell::text("x".repeat(500))]),
            row(vec![Cell::Number(1.0, Look::Count)]),
        ];
        assert_eq!(widths(&lines), [10.0, 60.0, 80.0]);
    }

    #[test]
    fn a_number_has_the_room_that_its_format_takes() {
        let cells = vec![
            Cell::Number(1.0 / 24.0, Look::Minutes),
            Cell::Number(50.0, Look::Hours),
            Cell::Number(1_234_567.89, Look::Euros),
            Cell::Date("2025-01-31".into()),
            Cell::Date("2025-01-31T08:30".into()),
        ];
        let shown = ["60 min 00 s", "1200 h 00 min", "1 234 567,89 €", "31/01/2025", "31/01/2025 08:30"];
        let found = widths(&[row(cells.clone())]);
        let mut free = Sheet::free("T", String::new(), vec![9.0; 5]);
        free.lines.push(row(cells));
        free.widen();
        for ((width, widened), text) in found.iter().zip(free.widths).zip(shown) {
            assert!(*width >= text.chars().count() as f64 + 2.0, "{text} {width}");
            assert!((*width - widened).abs() < 1e-9, "{text} {widened}");
        }
    }

    #[test]
    fn a_table_longer_than_a_sheet_is_cut_and_says_so() {
        let headings = vec![("a", "A".to_owned())];
        let rows = || (0..10).map(|i| row(vec![Cell::Number(f64::from(i), Look::Count)])).collect();
        let table =
            || Sheet::table("T", "Title".into(), "Intro.".into(), &headings, rows(), vec!["Note".into()]);
        let mut whole = table();
        whole.cut(15, |_, _| unreachable!());
        assert_eq!(whole.table, Some((2, 12)));
        let mut sheet = table();
        sheet.cut(11, |shown, all| format!("{shown} of {all}."));
        assert_eq!((sheet.lines.len(), sheet.table), (11, Some((2, 8))));
        assert_eq!(sheet.lines[1].cells, [Cell::text("6 of 10. Intro.")]);
        assert_eq!(sheet.lines[8].cells, [Cell::Number(5.0, Look::Count)]);
        assert_eq!(sheet.lines[10].cells, [Cell::text("Note")]);
    }
}
