//! Sheets written as a workbook.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Url, Workbook, Worksheet,
    XlsxError,
};

use super::graphs;
use super::look::Look;
use super::sheet::{Cell, HIDDEN, Line, LineKind, Sheet};
use crate::formula::begins_as_a_formula;
use crate::lang::Lang;

/// Characters that a cell may hold.
const LONGEST: usize = 32_767;
/// Dark blue of titles and headers, white on it 9.5 to 1.
const BLUE: Color = Color::RGB(0x1F_3A_5F);
const PALE: Color = Color::RGB(0xEA_EF_F5);
const MUTED: Color = Color::RGB(0x56_61_6E);
const RULE: Color = Color::RGB(0xC9_D1_D9);
/// Characters across which a sentence is set, at most, and the height of a line in points.
const MEASURE: (f64, f64) = (130.0, 15.0);
/// Points of a page of A4 on its side, within the margins.
const PAGE: (f64, f64) = (741.0, 487.0);
/// Points that a line may be high.
const TALLEST: f64 = 409.0;

/// The workbook's bytes.
pub(super) fn bytes(title: &str, sheets: &[Sheet], lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // A date of its own would make each run differ.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new()
        .set_title(clean(title))
        .set_author(concat!("barometre ", env!("CARGO_PKG_VERSION")))
        .set_creation_datetime(&created);
    book.set_properties(&properties);
    for sheet in sheets {
        write(book.add_worksheet(), sheet, lang)?;
    }
    book.save_to_buffer()
}

fn write(out: &mut Worksheet, sheet: &Sheet, lang: Lang) -> Result<(), XlsxError> {
    out.set_name(&sheet.tab)?.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    out.set_footer("&L&A&R&P / &N").set_screen_gridlines(false);
    for (at, width) in sheet.widths.iter().enumerate() {
        out.set_column_width(at as u16, *width)?;
    }
    let mut heights = Vec::with_capacity(sheet.lines.len());
    for (at, line) in sheet.lines.iter().enumerate() {
        let height = write_line(out, sheet, at as u32, line, lang)?;
        out.set_row_height(at as u32, height)?;
        heights.push(height);
    }
    if let Some((header, last)) = sheet.table {
        let columns = sheet.lines[header].cells.len() as u16;
        out.set_freeze_panes(header as u32 + 1, sheet.frozen)?;
        out.autofilter(header as u32, 0, last as u32, columns.saturating_sub(1))?;
        out.set_repeat_rows(header as u32, header as u32)?;
    }
    if sheet.table.is_none() && sheet.frozen > 0 {
        out.set_freeze_panes(0, sheet.frozen)?;
    }
    if !sheet.graphs.is_empty() {
        out.set_page_breaks(&breaks(sheet, &heights, room(sheet)))?;
    }
    for graph in &sheet.graphs {
        out.insert_chart(graph.row, graph.column, &graph.chart(&sheet.tab))?;
    }
    Ok(())
}

/// Points of height that a page holds of a sheet of charts, which is printed as wide as the page.
fn room(sheet: &Sheet) -> f64 {
    let pixels: f64 = sheet.widths.iter().map(|width| 7.0 * width + 5.0).sum();
    let points = 0.75 * (pixels + f64::from(graphs::WIDTH));
    PAGE.1 * (points / PAGE.0).max(1.0)
}

/// Lines before which a page ends, so that a chart and its numbers stay on one where they fit one.
fn breaks(sheet: &Sheet, heights: &[f64], room: f64) -> Vec<u32> {
    let starts = sheet.graphs.iter().map(|graph| graph.row as usize);
    let ends = starts.clone().skip(1).chain([heights.len()]);
    let mut used: f64 = starts.clone().take(1).flat_map(|first| &heights[..first]).sum();
    let mut out = Vec::new();
    for (start, end) in starts.zip(ends) {
        let height: f64 = heights[start..end].iter().sum();
        if used + height > room && start > 0 {
            out.push(start as u32);
            used = 0.0;
        }
        used += height;
    }
    out
}

/// Writes the cells of a line, and says how high it is, in points.
fn write_line(
    out: &mut Worksheet,
    sheet: &Sheet,
    row: u32,
    line: &Line,
    lang: Lang,
) -> Result<f64, XlsxError> {
    match (line.kind, line.cells.as_slice()) {
        (LineKind::Note | LineKind::Sentence, [Cell::Text(text)]) => {
            across(out, sheet, (row, 0), text, line.kind)
        }
        (LineKind::Term, [first, Cell::Text(text)]) => {
            write_cell(out, (row, 0), first, line.kind, lang)?;
            across(out, sheet, (row, 1), text, line.kind)
        }
        (kind, cells) => {
            for (column, cell) in cells.iter().enumerate() {
                let place = (row, column as u16);
                match cell {
                    Cell::Text(text) if kind == LineKind::Header && sheet.is_number(row as usize, column) => {
                        let format = format(kind, None, true, lang);
                        out.write_string_with_format(place.0, place.1, clean(text), &format)?;
                    }
                    _ => write_cell(out, place, cell, kind, lang)?,
                }
            }
            Ok(height(sheet, kind, cells))
        }
    }
}

/// A sentence over the columns that are left, on as many lines as it takes: merged cells do not find their height.
fn across(
    out: &mut Worksheet,
    sheet: &Sheet,
    (row, from): (u32, u16),
    text: &str,
    kind: LineKind,
) -> Result<f64, XlsxError> {
    let format = format(kind, None, false, Lang::En);
    let text = clean(text);
    let mut width = 0.0;
    let mut last = from;
    for (at, column) in sheet.widths.iter().enumerate().skip(usize::from(from)) {
        if width > 0.0 && width + column > MEASURE.0 {
            break;
        }
        width += column;
        last = at as u16;
    }
    // Proportional letters are narrower than the digits that widths are counted in.
    let lines = wrapped(&text, width * 1.08);
    if last > from {
        out.merge_range(row, from, row, last, &text, &format)?;
    } else {
        out.write_string_with_format(row, from, &text, &format)?;
    }
    Ok((lines as f64 * MEASURE.1 + 2.0).min(TALLEST))
}

/// Height of a line in points: its texts wrap at words. Programs do not all find it by themselves.
fn height(sheet: &Sheet, kind: LineKind, cells: &[Cell]) -> f64 {
    let lines = |(at, cell): (usize, &Cell)| {
        let Cell::Text(text) = cell else { return 1 };
        let width = sheet.widths.get(at).copied().unwrap_or(10.0);
        // The arrow of the filter stands in the corner of a heading, whose letters are bold.
        wrapped(text, if kind == LineKind::Header { width - 3.0 } else { width * 1.08 })
    };
    let most = cells.iter().enumerate().map(lines).max().unwrap_or(1);
    match kind {
        LineKind::Title => 24.0,
        LineKind::Section => 19.0,
        LineKind::Header => most as f64 * MEASURE.1 + 5.0,
        _ => (most as f64 * MEASURE.1).min(TALLEST),
    }
}

/// Lines that a text takes in a width of so many characters.
fn wrapped(text: &str, width: f64) -> usize {
    let width = width.max(4.0);
    let of_line = |line: &str| {
        let (mut lines, mut used) = (1, 0.0);
        for word in line.split(' ') {
            let length = word.chars().count() as f64 + 1.0;
            if used > 0.0 && used + length > width + 1.0 {
                lines += 1;
                used = 0.0;
            }
            used += length;
            // A word longer than the line is broken.
            while used > width + 1.0 {
                lines += 1;
                used -= width;
            }
        }
        lines
    };
    text.lines().map(of_line).sum::<usize>().max(1)
}

fn write_cell(
    out: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    kind: LineKind,
    lang: Lang,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty if matches!(kind, LineKind::Plain | LineKind::Total) => {
            out.write_blank(row, column, &format(kind, None, false, lang))?;
        }
        Cell::Empty => {}
        Cell::Text(text) => {
            let text = clean(text);
            let format = format(kind, None, false, lang);
            // So marked, the text stays one when a person edits the cell.
            let format = if begins_as_a_formula(&text) { format.set_quote_prefix() } else { format };
            out.write_string_with_format(row, column, text, &format)?;
        }
        Cell::Hidden => {
            out.write_string_with_format(row, column, HIDDEN, &format(kind, None, true, lang))?;
        }
        Cell::Number(value, look) if value.is_finite() => {
            out.write_number_with_format(row, column, *value, &format(kind, Some(*look), true, lang))?;
        }
        Cell::Number(..) => write_cell(out, (row, column), &Cell::Hidden, kind, lang)?,
        Cell::Date(text) => match ExcelDateTime::parse_from_str(text) {
            Ok(date) => {
                let day = pick!(lang, sheets::yyyy_mm_dd);
                let shown = if text.len() > 10 { format!("{day} hh:mm") } else { day.to_owned() };
                let format = format(kind, None, true, lang).set_num_format(shown);
                out.write_datetime_with_format(row, column, &date, &format)?;
            }
            Err(_) => write_cell(out, (row, column), &Cell::Text(text.clone()), kind, lang)?,
        },
        Cell::Link(tab) => {
            let url = Url::new(format!("internal:'{tab}'!A1")).set_text(tab);
            out.write_url(row, column, url)?;
        }
    }
    Ok(())
}

/// Format of a cell of that kind of line.
fn format(kind: LineKind, look: Option<Look>, number: bool, lang: Lang) -> Format {
    let mut format = Format::new().set_align(FormatAlign::Top);
    if let Some(look) = look {
        format = format.set_num_format(look.format(lang));
    }
    if number {
        // Apart from the text that may follow.
        format = format.set_align(FormatAlign::Right).set_indent(1);
    }
    match kind {
        LineKind::Title => format.set_bold().set_font_size(16).set_font_color(BLUE),
        LineKind::Note => format.set_text_wrap().set_font_color(MUTED),
        LineKind::Sentence => format.set_text_wrap(),
        LineKind::Section => format.set_bold().set_font_size(12).set_font_color(BLUE),
        LineKind::Header => format
            .set_bold()
            .set_font_color(Color::White)
            .set_background_color(BLUE)
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter),
        LineKind::Plain | LineKind::Total => {
            let format = format.set_border_bottom(FormatBorder::Thin).set_border_bottom_color(RULE);
            let format = if number { format } else { format.set_text_wrap() };
            if kind == LineKind::Total { format.set_bold().set_background_color(PALE) } else { format }
        }
        LineKind::Term => {
            if number {
                format
            } else {
                format.set_text_wrap()
            }
        }
    }
}

/// A text that a cell may hold: without control characters but line breaks and tabs, cut with a mark where too long.
pub(in crate::report) fn clean(text: &str) -> String {
    let kept: String =
        text.replace("\r\n", "\n").chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    // Excel counts the code units of UTF-16.
    if kept.encode_utf16().count() <= LONGEST {
        return kept;
    }
    let mut room = LONGEST - 1;
    let fits = |c: &char| {
        let left = room.checked_sub(c.len_utf16());
        left.inspect(|left| room = *left).is_some()
    };
    kept.chars().take_while(fits).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;
    use crate::report::words::Words;

    #[test]
    fn texts_fit_a_cell() {
        assert_eq!(clean("a\u{0}b\u{7}\r\nc\td\u{1b}"), "ab\nc\td");
        let long = clean(&"é".repeat(40_000));
        assert_eq!(long.encode_utf16().count(), LONGEST);
        assert!(long.ends_with("é…"));
        let pairs = clean(&"😀".repeat(20_000));
        assert!(pairs.encode_utf16().count() <= LONGEST && pairs.ends_with("😀…"));
    }

    #[test]
    fn a_text_takes_the_lines_that_its_words_need() {
        assert_eq!(wrapped("un deux trois", 20.0), 1);
        assert_eq!(wrapped("un deux trois", 8.0), 2);
        assert_eq!(wrapped("a\nb\n", 20.0), 2);
        assert_eq!(wrapped(&"x".repeat(50), 10.0), 5);
        assert_eq!(wrapped("", 10.0), 1);
    }

    #[test]
    fn a_page_ends_before_a_chart_that_would_not_fit_it() {
        let report = sample::full(Lang::Fr);
        let sheet = graphs::sheet(&Words::new(&report), &report).unwrap();
        let room = room(&sheet);
        let starts: Vec<u32> = sheet.graphs.iter().map(|graph| graph.row).collect();
        let heights = vec![15.0; sheet.lines.len()];
        let found = breaks(&sheet, &heights, room);
        assert!(!found.is_empty() && found.iter().all(|row| starts.contains(row)));
        let ends = found.iter().copied().chain([heights.len() as u32]);
        for (from, to) in [0].into_iter().chain(found.iter().copied()).zip(ends) {
            let charts = starts.iter().filter(|row| (from..to).contains(*row)).count();
            assert!(15.0 * f64::from(to - from) <= room || charts == 1, "{from} {to}");
        }
        // Charts that fit one page stay on it.
        assert!(breaks(&sheet, &vec![0.1; sheet.lines.len()], room).is_empty());
    }

    #[test]
    fn the_same_sheets_give_the_same_bytes() {
        let sheet = || {
            let headings = vec![("a", "A".to_owned()), ("b", "B".to_owned())];
            let rows = vec![Line::of(
                LineKind::Plain,
                vec![Cell::text("=1+1"), Cell::Number(f64::NAN, Look::Count)],
            )];
            Sheet::table("T", "Title".into(), "Intro".into(), &headings, rows, Vec::new())
        };
        let one = bytes("x", &[sheet()], Lang::Fr).unwrap();
        assert_eq!(one, bytes("x", &[sheet()], Lang::Fr).unwrap());
    }
}
