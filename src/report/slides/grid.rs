//! A table of the report on slides: sizes and widths at which it fits, pages of at most twelve rows.

use std::cmp::Reverse;

use super::drawing::{Align, Paragraph, Run};
use super::text::{LINE, clean, cut, lines, longest_word, narrowest, width};
use crate::chart::font::Weight;
use crate::report::document::{Cell, Column, Row, Table};

/// Rows of a slide, the row of the whole apart.
const ROWS: usize = 12;
/// Sizes of text that are tried, in points.
const SIZES: [f64; 8] = [16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0];
/// What stands under a value is smaller.
const UNDER: f64 = 0.82;
/// A text cell takes this share of the table at most, and this many lines.
const WIDEST: f64 = 0.36;
const MOST_LINES: usize = 3;
/// Lines that a heading takes at most.
const HEADING_LINES: usize = 4;
/// Characters of a cell that are measured: more than its lines can hold.
const LONGEST: usize = 600;
/// Space left and right of a text, above and below, in ems.
const SIDE: f64 = 0.45;
const ABOVE: f64 = 0.22;

/// The rows of one slide.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Page {
    /// Widths in points.
    pub columns: Vec<f64>,
    /// Heights in points and the paragraphs of each cell; the first row is the heading.
    pub rows: Vec<(f64, Vec<Vec<Paragraph>>)>,
    /// The last row is that of the whole.
    pub total: bool,
    /// Space left and right of a text, above and below, in points.
    pub margins: (f64, f64),
}

impl Page {
    /// Height of all rows.
    pub fn height(&self) -> f64 {
        self.rows.iter().map(|(height, _)| height).sum()
    }
}

/// A table cut into pages.
pub(super) struct Grid {
    pub pages: Vec<Page>,
    /// Headings of the last columns, for which there was no room.
    pub left_out: Vec<String>,
}

/// The rows of a table, those folded away on the page included, and the row of the whole.
pub(super) fn rows(table: &Table) -> (Vec<&Row>, Option<&Row>) {
    let folded = table.more.iter().flat_map(|more| &more.rows);
    let (total, rows): (Vec<&Row>, Vec<&Row>) = table.rows.iter().chain(folded).partition(|row| row.total);
    (rows, total.first().copied())
}

/// A cell in one line, as notes say it.
pub(super) fn said(cell: &Cell) -> String {
    clean(&match cell.under.as_deref() {
        Some(under) if under.starts_with('[') => format!("{} {under}", cell.text),
        Some(under) => format!("{} ({under})", cell.text),
        None => cell.text.clone(),
    })
}

/// The lines of a cell: all in one, or what is under it apart.
fn shown(cell: &Cell, inline: bool) -> (String, Option<String>) {
    let brief = |text: String| match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    };
    if inline {
        (brief(said(cell)), None)
    } else {
        (brief(clean(&cell.text)), cell.under.as_deref().map(|under| brief(clean(under))))
    }
}

/// How good a layout is: the rows that it shows, then in how few pages.
type Worth = (usize, Reverse<usize>);

/// Lays a table out on at most `most` pages of a room of so many points, `scale` times the usual sizes: in letters as
/// large as can be on as few pages as can be. No page without rows.
pub(super) fn grid(table: &Table, (room, height): (f64, f64), scale: f64, most: usize) -> Grid {
    let (mut rows, total) = rows(table);
    let all = rows.len();
    rows.truncate(most * ROWS);
    let least = all.div_ceil(ROWS).clamp(1, most);
    let mut shown = table.columns.len();
    loop {
        let columns = &table.columns[..shown];
        let mut found: Option<(Worth, Vec<Page>)> = None;
        for (rank, inline) in (0..SIZES.len()).flat_map(|rank| [(rank, true), (rank, false)]) {
            let (size, last) = (SIZES[rank] * scale, rank + 1 == SIZES.len());
            let fit = Fit::new(columns, (&rows, total), room, size, inline, last);
            let Some(fit) = fit else { continue };
            let (taken, pages) = fit.pages(&rows, total, height, most);
            // More rows first, then fewer pages.
            let worth = (taken.iter().sum(), Reverse(taken.len()));
            if found.as_ref().is_none_or(|(known, _)| worth > *known) {
                found = Some((worth, pages));
            }
            if worth == (rows.len(), Reverse(least)) {
                break;
            }
        }
        let left_out = || table.columns[shown..].iter().map(|column| clean(&column.title)).collect();
        match found {
            Some((_, pages)) => return Grid { pages, left_out: left_out() },
            None if shown > 2 => shown -= 1,
            None => {
                let fit = Fit::squeezed(columns, room, SIZES[SIZES.len() - 1] * scale);
                return Grid { pages: fit.pages(&rows, total, height, most).1, left_out: left_out() };
            }
        }
    }
}

/// A size of text and the widths of columns at which every word stands whole.
struct Fit<'a> {
    columns: &'a [Column],
    widths: Vec<f64>,
    size: f64,
    /// What stands under a value on the page stands beside it.
    inline: bool,
}

impl<'a> Fit<'a> {
    /// None where the columns do not fit; before the `last` size, nor where a heading is cut or a row tall.
    fn new(
        columns: &'a [Column],
        (rows, total): (&[&Row], Option<&Row>),
        room: f64,
        size: f64,
        inline: bool,
        last: bool,
    ) -> Option<Self> {
        let padding = 2.0 * SIDE * size;
        let most = WIDEST * room - padding;
        let mut least = Vec::new();
        let mut wanted = Vec::new();
        for (j, column) in columns.iter().enumerate() {
            let title = clean(&column.title);
            let mut whole = narrowest(&title, size, Weight::Bold, HEADING_LINES);
            let mut low = if last { longest_word(&title, size, Weight::Bold) } else { whole };
            for cell in rows.iter().chain(&total).filter_map(|row| row.cells.get(j)) {
                let (text, under) = shown(cell, inline);
                let under = under.map_or(0.0, |t| width(&t, UNDER * size, Weight::Regular));
                let one = width(&text, size, Weight::Bold).max(under);
                whole = whole.max(one);
                low = low.max(if column.number {
                    one
                } else {
                    longest_word(&text, size, Weight::Bold).max(under)
                });
            }
            least.push(low.min(most) + padding);
            wanted.push(whole.min(most).max(low.min(most)) + padding);
        }
        let (least_sum, wanted_sum): (f64, f64) = (least.iter().sum(), wanted.iter().sum());
        if least_sum > room {
            return None;
        }
        // A narrow table breathes, up to the whole width.
        let target = (1.5 * wanted_sum).max(0.7 * room).min(room);
        let widths = if wanted_sum <= target {
            wanted.iter().map(|w| w * target / wanted_sum).collect()
        } else {
            let share = (room - least_sum) / (wanted_sum - least_sum).max(1e-9);
            least.iter().zip(&wanted).map(|(low, want)| low + (want - low) * share).collect()
        };
        let fit = Self { columns, widths, size, inline };
        // Smaller letters are better than a table of tall rows, or of headings without their end.
        let tall = |row: &&Row| fit.lines(row) > MOST_LINES;
        (last || !(fit.cuts_a_heading() || rows.iter().any(tall))).then_some(fit)
    }

    /// Columns of the same width, whatever they hold.
    fn squeezed(columns: &'a [Column], room: f64, size: f64) -> Self {
        let widths = vec![room / columns.len().max(1) as f64; columns.len()];
        Self { columns, widths, size, inline: false }
    }

    fn inside(&self, column: usize) -> f64 {
        (self.widths[column] - 2.0 * SIDE * self.size).max(1.0)
    }

    fn cuts_a_heading(&self) -> bool {
        let taken = |(j, column): (usize, &Column)| {
            lines(&clean(&column.title), self.size, Weight::Bold, self.inside(j))
        };
        self.columns.iter().enumerate().map(taken).any(|lines| lines > HEADING_LINES)
    }

    /// Lines of the tallest cell of a row, before it is cut.
    fn lines(&self, row: &Row) -> usize {
        let of = |(j, cell): (usize, &Cell)| {
            lines(&shown(cell, self.inline).0, self.size, Weight::Bold, self.inside(j))
        };
        row.cells.iter().take(self.columns.len()).enumerate().map(of).max().unwrap_or(1)
    }

    fn align(&self, column: usize) -> Align {
        if self.columns[column].number { Align::Right } else { Align::Left }
    }

    /// A cell cut to its place, and its height.
    fn cell(&self, column: usize, text: &str, under: Option<&str>, look: Look) -> (Vec<Paragraph>, f64) {
        let weight = if look == Look::Plain { Weight::Regular } else { Weight::Bold };
        let heading = look == Look::Heading;
        let room = self.inside(column);
        let mut out = Vec::new();
        let mut height = 0.0;
        let mut put = |text: &str, size: f64, weight: Weight, most: usize| {
            let text = cut(&clean(text), size, weight, room, most);
            height += lines(&text, size, weight, room) as f64 * LINE * size;
            let mut run = Run::new(&text, size);
            run.bold = weight == Weight::Bold;
            let mut paragraph = Paragraph::new(vec![run]);
            paragraph.align = self.align(column);
            out.push(paragraph);
        };
        put(text, self.size, weight, if heading { HEADING_LINES } else { MOST_LINES });
        if let Some(under) = under {
            put(under, UNDER * self.size, Weight::Regular, 2);
        }
        (out, height)
    }

    fn row(&self, cells: impl Iterator<Item = (Vec<Paragraph>, f64)>) -> (f64, Vec<Vec<Paragraph>>) {
        let mut tallest = LINE * self.size;
        let cells = cells
            .map(|(paragraphs, height)| {
                tallest = tallest.max(height);
                paragraphs
            })
            .collect();
        (tallest + 2.0 * ABOVE * self.size, cells)
    }

    fn body(&self, row: &Row) -> (f64, Vec<Vec<Paragraph>>) {
        let empty = Cell::from(String::new());
        let cells = (0..self.columns.len()).map(|j| {
            let cell = row.cells.get(j).unwrap_or(&empty);
            let (text, under) = shown(cell, self.inline);
            self.cell(
                j,
                &text,
                under.as_deref(),
                if row.total || cell.strong { Look::Strong } else { Look::Plain },
            )
        });
        self.row(cells)
    }

    /// At most so many pages of about the same number of rows, each with the heading and the row of the whole; with the
    /// rows of each.
    fn pages(&self, rows: &[&Row], total: Option<&Row>, height: f64, most: usize) -> (Vec<usize>, Vec<Page>) {
        let heading = self
            .row((0..self.columns.len()).map(|j| self.cell(j, &self.columns[j].title, None, Look::Heading)));
        let rows: Vec<_> = rows.iter().map(|row| self.body(row)).collect();
        let total = total.map(|row| self.body(row));
        let fixed = heading.0 + total.as_ref().map_or(0.0, |row| row.0);
        // As few pages as there can be, then as even as can be.
        let full = chunks(&rows, height - fixed, ROWS);
        let even = chunks(&rows, height - fixed, rows.len().div_ceil(full.len().max(1)).max(1));
        let chosen = if even.len() == full.len() && full.len() <= most { even } else { full };
        let margins = (SIDE * self.size, ABOVE * self.size);
        let page = |range: std::ops::Range<usize>| {
            let mut all = vec![heading.clone()];
            all.extend(rows[range].iter().cloned());
            all.extend(total.clone());
            Page { columns: self.widths.clone(), rows: all, total: total.is_some(), margins }
        };
        let kept: Vec<_> = chosen.into_iter().take(most).collect();
        (kept.iter().map(std::ops::Range::len).collect(), kept.into_iter().map(page).collect())
    }
}

/// How a cell is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Plain,
    Strong,
    Heading,
}

/// Cuts rows into pages of at most `most` rows and `height` points, one row at least.
fn chunks(rows: &[(f64, Vec<Vec<Paragraph>>)], height: f64, most: usize) -> Vec<std::ops::Range<usize>> {
    let mut out: Vec<std::ops::Range<usize>> = Vec::new();
    let mut used = 0.0;
    for (i, (tall, _)) in rows.iter().enumerate() {
        match out.last_mut() {
            Some(page) if page.len() < most && used + tall <= height => {
                page.end = i + 1;
                used += tall;
            }
            _ => {
                out.push(i..i + 1);
                used = *tall;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(columns: usize, rows: usize, text: &str, total: bool) -> Table {
        let column = |j: usize| match j {
            0 => Column::text("Segment"),
            j => Column::number(format!("Colonne {j}")),
        };
        let row = |i: usize, total: bool| Row {
            cells: (0..columns)
                .map(|j| Cell::from(if j == 0 { format!("{text} {i}") } else { "12,3 %".into() }))
                .collect(),
            total,
        };
        let mut all: Vec<Row> = (0..rows).map(|i| row(i, false)).collect();
        all.extend(total.then(|| row(rows, true)));
        Table {
            caption: "T".into(),
            columns: (0..columns).map(column).collect(),
            rows: all,
            more: None,
            notes: vec![],
        }
    }

    #[test]
    fn no_page_runs_off_its_room() {
        for (columns, rows, text) in [
            (4, 5, "Nord"),
            (8, 40, "Service après-vente de la région Provence"),
            (2, 1, "x"),
            (9, 30, &"m".repeat(5_000)),
        ] {
            let grid = grid(&table(columns, rows, text, true), (880.0, 340.0), 1.0, 9);
            assert!(!grid.pages.is_empty());
            let mut seen = 0;
            for page in &grid.pages {
                assert!(page.height() <= 340.0, "{columns} {rows} {}", page.height());
                assert!(page.columns.iter().sum::<f64>() <= 880.01);
                assert!(page.rows.len() <= ROWS + 2 && page.total);
                seen += page.rows.len() - 2;
            }
            assert_eq!(seen, rows);
        }
    }

    #[test]
    fn pages_are_even() {
        let grid = grid(&table(4, 14, "Nord", false), (880.0, 400.0), 1.0, 9);
        let rows: Vec<usize> = grid.pages.iter().map(|page| page.rows.len() - 1).collect();
        assert_eq!(rows, [7, 7]);
    }

    #[test]
    fn one_page_is_better_than_large_letters() {
        // Eight rows of two lines: a size at which they take one line each needs one page.
        let text = "Service après-vente de la région Provence-Alpes-Côte d’Azur, agences et boutiques";
        let grid = grid(&table(3, 8, text, false), (880.0, 230.0), 1.0, 2);
        assert_eq!(grid.pages.len(), 1);
    }

    #[test]
    fn headings_stand_whole_where_there_is_room() {
        let mut table = table(5, 3, "Nord", false);
        let title = "Part des deux meilleures notes de la dernière vague de l’enquête";
        table.columns[3].title = title.into();
        for scale in [0.75, 1.0, 1.5] {
            let grid = grid(&table, (880.0 * scale, 340.0 * scale), scale, 1);
            let heading = &grid.pages[0].rows[0].1[3][0].runs[0];
            assert_eq!(heading.text, title);
            assert!(heading.size > Some(13.0 * scale), "{:?}", heading.size);
        }
    }

    #[test]
    fn tall_rows_keep_their_columns_on_a_large_slide() {
        let grid = grid(&table(4, 3, &"très ".repeat(90), false), (1_320.0, 510.0), 1.5, 1);
        assert_eq!(grid.left_out, Vec::<String>::new());
    }

    #[test]
    fn columns_without_room_are_named() {
        let grid = grid(&table(40, 3, "Nord", false), (600.0, 340.0), 1.0, 1);
        assert!(grid.left_out.contains(&"Colonne 39".to_owned()));
        assert_eq!(grid.pages[0].columns.len() + grid.left_out.len(), 40);
    }

    #[test]
    fn folded_rows_come_before_the_whole() {
        let mut table = table(2, 2, "Nord", true);
        let folded = table.rows.remove(1);
        table.more = Some(crate::report::document::More { summary: String::new(), rows: vec![folded] });
        let (rows, total) = rows(&table);
        assert_eq!((rows.len(), total.map(|row| row.total)), (2, Some(true)));
    }
}
