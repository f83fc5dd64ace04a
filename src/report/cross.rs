//! Frequency tables and cross-tables laid out as analysts read them: answers in rows, segments in columns, bases
//! first, letters beside the shares, what they mean below.

use comfy_table::presets::UTF8_BORDERS_ONLY;
use comfy_table::{CellAlignment, ContentArrangement};

use super::amounts::SMALL_BASE;
use super::cross_notes::{hidden_note, legends, notes};
use super::document::{Block, Cell, Column, Row, Table};
use super::frequency::{Base, ColumnBase, FrequencyCell, FrequencyTable, WAVE};
use super::markdown::{write_block, write_table};
use super::terminal::{WIDTH, clean, wrap};
use super::words::Words;
use crate::metric::{Metric, SegmentValue};
use crate::report::{QuestionSummary, Report};
use crate::study::Kind;

const HIDDEN: &str = "–";
/// Names of answers are cut into lines beyond this on a terminal, and those of columns beyond the second.
const NAMES: (usize, usize) = (36, 16);

/// What the percentages of a cross-table are of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Layout {
    /// The base of the column.
    #[default]
    Columns,
    /// The row.
    Rows,
}

/// The tables of a report for a terminal, wide ones cut into blocks of columns.
#[must_use]
pub fn terminal_tables(report: &Report, layout: Layout) -> String {
    let (tables, notes) = all(&Words::new(report), report, layout);
    let note = |text: &String| wrap(&clean(text), "", "  ");
    let mut out = Vec::new();
    for (_, table) in &tables {
        let mut lines = vec![wrap(&clean(&table.caption), "", "")];
        lines.extend(blocks(table).iter().map(|block| drawn(table, block)));
        lines.extend(table.notes.iter().map(note));
        out.push(lines.join("\n"));
    }
    out.extend((!notes.is_empty()).then(|| notes.iter().map(note).collect::<Vec<_>>().join("\n")));
    if out.is_empty() { String::new() } else { out.join("\n\n") + "\n" }
}

/// The tables of a report in Markdown.
#[must_use]
pub fn markdown_tables(report: &Report, layout: Layout) -> String {
    let (tables, notes) = all(&Words::new(report), report, layout);
    let mut out = String::new();
    for (_, table) in &tables {
        write_table(&mut out, table);
    }
    for text in notes {
        write_block(&mut out, &Block::Text { text }, 3);
    }
    out
}

/// The tables of a report with what they are made of, and the legends that several of them share, once.
pub(super) fn all<'r>(
    words: &Words<'_>,
    report: &'r Report,
    layout: Layout,
) -> (Vec<(&'r FrequencyTable, Table)>, Vec<String>) {
    let made = |table: &'r FrequencyTable| Some((table, laid_out(words, report, table, layout)?));
    let mut tables: Vec<(&FrequencyTable, Table)> = report.tables.iter().filter_map(made).collect();
    let mut shared: Vec<String> = legends(words, report).into();
    let times = |note: &String| tables.iter().filter(|(_, table)| table.notes.contains(note)).count();
    shared.retain(|note| times(note) > 1);
    for (_, table) in &mut tables {
        table.notes.retain(|note| !shared.contains(note));
    }
    (tables, shared)
}

/// The columns of each block that fits the terminal: those after the names and the total, which come back in every
/// block.
fn blocks(table: &Table) -> Vec<Vec<usize>> {
    let width = |column: usize| {
        let cells = table.rows.iter().filter_map(|r| r.cells.get(column)).map(|c| c.text.chars().count());
        let title = table.columns[column].title.chars().count().min(NAMES.1);
        cells.max().unwrap_or_default().max(title) + 3
    };
    let fixed = table.columns.len().min(2);
    let start = width(0).min(NAMES.0) + (1..fixed).map(width).sum::<usize>() + 2;
    let mut blocks: Vec<Vec<usize>> = vec![(0..fixed).collect()];
    let mut used = start;
    for column in fixed..table.columns.len() {
        if used + width(column) > usize::from(WIDTH) && used > start {
            blocks.push((0..fixed).collect());
            used = start;
        }
        used += width(column);
        if let Some(block) = blocks.last_mut() {
            block.push(column);
        }
    }
    // The columns spread evenly over the blocks, where they still fit.
    let each = (table.columns.len() - fixed).div_ceil(blocks.len()).max(1);
    let columns: Vec<usize> = (fixed..table.columns.len()).collect();
    let fits = |part: &[usize]| start + part.iter().map(|c| width(*c)).sum::<usize>() <= usize::from(WIDTH);
    if blocks.len() > 1 && columns.chunks(each).all(fits) {
        blocks = columns.chunks(each).map(|part| (0..fixed).chain(part.iter().copied()).collect()).collect();
    }
    blocks
}

fn drawn(table: &Table, block: &[usize]) -> String {
    let mut out = comfy_table::Table::new();
    out.load_style(UTF8_BORDERS_ONLY).set_content_arrangement(ContentArrangement::Dynamic).set_width(WIDTH);
    out.set_header(block.iter().map(|c| clean(&table.columns[*c].title)));
    for row in &table.rows {
        out.add_row(
            block.iter().map(|c| row.cells.get(*c).map_or_else(String::new, |cell| clean(&cell.text))),
        );
    }
    for column in out.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    out.trim_fmt()
}

/// A table of the report, ready to be drawn; none where its base is hidden.
fn laid_out(words: &Words<'_>, report: &Report, table: &FrequencyTable, layout: Layout) -> Option<Table> {
    let question = report.study.questions.iter().find(|q| q.id == table.question)?;
    table.n?;
    let made = if table.by.is_some() {
        crossed(words, report, question, table, layout)
    } else {
        flat(words, report, question, table)
    };
    let several = say!(words, report::several_answers_possible_they_add_up_to_more);
    let total = table.cells.iter().filter(|c| c.column.is_none());
    let sum: f64 = total.filter_map(|c| c.column_share).sum();
    let several =
        (question.kind == Kind::Multiple && table.base == Base::Respondents && sum > 1.0).then_some(several);
    Some(made.noted(several))
}

/// Names of the rows: answers, those of a choice by share, then nets.
pub(super) fn rows<'t>(question: &QuestionSummary, table: &'t FrequencyTable) -> Vec<&'t str> {
    let mut rows: Vec<&str> = table.rows.iter().map(String::as_str).collect();
    if !question.kind.is_score() {
        let share = |row: &str| cell(table, row, None).and_then(|c| c.column_share).unwrap_or(-1.0);
        rows.sort_by(|a, b| share(b).total_cmp(&share(a)));
    }
    rows.extend(table.nets.iter().map(String::as_str));
    rows
}

pub(super) fn cell<'t>(
    table: &'t FrequencyTable,
    row: &str,
    column: Option<&str>,
) -> Option<&'t FrequencyCell> {
    table.cells.iter().find(|c| c.row == row && c.column.as_deref() == column)
}

/// A row's name: the points of a scale as the language writes them.
pub(super) fn name(words: &Words<'_>, question: &QuestionSummary, row: &str) -> String {
    match row.parse::<f64>() {
        Ok(x) if question.kind.is_score() => words.lang.number(x, usize::from(x.fract() != 0.0)),
        _ => row.to_owned(),
    }
}

/// What the table is of: the text of the question, its column, or its id where the column is one of its answers.
pub(super) fn title<'q>(question: &'q QuestionSummary, table: &FrequencyTable) -> &'q str {
    if question.text.is_none() && table.rows.contains(&question.column) {
        &question.id
    } else {
        question.title()
    }
}

fn strong(text: String) -> Cell {
    Cell { text, under: None, strong: true }
}

/// Count, share and interval of each answer.
fn flat(words: &Words<'_>, report: &Report, question: &QuestionSummary, table: &FrequencyTable) -> Table {
    let level = words.lang.level(table.level);
    let citations = table.base == Base::Citations;
    let hidden = || HIDDEN.to_owned();
    let mut columns =
        vec![Column::text(pick!(words, report::answer)), Column::number(pick!(words, report::count))];
    if report.study.weighted {
        columns.push(Column::number(pick!(words, report::weighted_count)));
    }
    columns.push(Column::number(pick!(words, report::share)));
    if !citations {
        columns.push(Column::number(say!(words, report::interval(level))));
    }
    let semicolon = words.pick("\u{a0};\u{a0}", ",\u{a0}");
    let interval = |low: Option<f64>, high: Option<f64>, by: f64, digits| {
        let ends =
            (low.map(|x| words.lang.number(by * x, digits)), high.map(|x| words.lang.number(by * x, digits)));
        if let (Some(low), Some(high)) = ends { format!("[{low}{semicolon}{high}]") } else { hidden() }
    };
    let mut out = Vec::new();
    for row in rows(question, table) {
        let Some(cell) = cell(table, row, None) else { continue };
        let net = table.nets.iter().any(|n| n == row);
        let mut texts = vec![name(words, question, row), cell.n.map_or_else(hidden, |n| words.lang.count(n))];
        if report.study.weighted {
            texts.push(cell.weighted_n.map_or_else(hidden, |n| words.lang.number(n, 0)));
        }
        texts.push(cell.column_share.map_or_else(hidden, |s| words.lang.percent(100.0 * s, 1)));
        if !citations {
            texts.push(interval(cell.ci_low, cell.ci_high, 100.0, 1));
        }
        let cells = texts.into_iter().map(|text| if net { strong(text) } else { text.into() });
        out.push(Row { cells: cells.collect(), total: false });
    }
    if let Some(mean) = table.means.iter().find(|m| m.column.is_none()).filter(|m| m.mean.is_some()) {
        let mut texts = vec![pick!(words, report::mean).to_owned(), String::new()];
        if report.study.weighted {
            texts.push(String::new());
        }
        texts.push(mean.mean.map_or_else(hidden, |m| words.lang.number(m, 2)));
        texts.push(interval(mean.ci_low, mean.ci_high, 1.0, 2));
        out.push(Row { cells: texts.into_iter().map(strong).collect(), total: false });
    }
    let title = title(question, table);
    let base = table.n.unwrap_or_default();
    let base = if citations { counted!(words, base, report::citations) } else { words.answers(base) };
    let weighted = table.weighted_base.filter(|_| report.study.weighted).map(|w| words.lang.number(w, 0));
    let weighted = weighted.map_or_else(String::new, |w| say!(words, report::weighted(w)));
    let caption = say!(words, report::base(title, base, weighted));
    let hides = table.cells.iter().any(|c| c.n.is_none());
    Table { caption, columns, rows: out, more: None, notes: Vec::new() }
        .noted(hides.then(|| hidden_note(words, report)))
}

/// Bases, then a row an answer and a column a segment.
fn crossed(
    words: &Words<'_>,
    report: &Report,
    question: &QuestionSummary,
    table: &FrequencyTable,
    layout: Layout,
) -> Table {
    let citations = table.base == Base::Citations;
    let heading = |base: &ColumnBase| match (&base.column, &base.letter, layout) {
        (None, ..) => pick!(words, report::total).to_owned(),
        (Some(name), Some(letter), Layout::Columns) if !citations => format!("{name} ({letter})"),
        (Some(name), ..) => name.clone(),
    };
    let mut columns = vec![Column::text(pick!(words, report::answer))];
    columns.extend(table.bases.iter().map(|base| Column::number(heading(base))));
    let hidden = || HIDDEN.to_owned();

    let mut out = Vec::new();
    let mut line = |name: &str, of: &dyn Fn(&ColumnBase) -> Option<String>| {
        let mut cells = vec![Cell::from(name.to_owned())];
        cells.extend(table.bases.iter().map(|base| Cell::from(of(base).unwrap_or_else(hidden))));
        out.push(Row { cells, total: false });
    };
    let flag = |n: u64| if n < SMALL_BASE { "\u{a0}†" } else { "" };
    let raw = if citations {
        pick!(words, report::citations_in_cross)
    } else {
        pick!(words, report::unweighted_base)
    };
    line(raw, &|b| b.n.map(|n| format!("{}{}", words.lang.count(n), flag(n))));
    if report.study.weighted {
        let weighted = if citations {
            pick!(words, report::weighted_citations)
        } else {
            pick!(words, report::weighted_base)
        };
        line(weighted, &|b| b.weighted_base.map(|n| words.lang.number(n, 0)));
        if !citations {
            line(pick!(words, report::effective_base), &|b| b.n_eff.map(|n| words.lang.number(n, 0)));
        }
    }
    for row in rows(question, table) {
        let net = table.nets.iter().any(|n| n == row);
        let text = |base: &ColumnBase| {
            let found = cell(table, row, base.column.as_deref())?;
            if layout == Layout::Rows {
                let share = found.row_share.map(|s| words.lang.number(100.0 * s, 1));
                return if base.column.is_none() { found.n.map(|n| words.lang.count(n)) } else { share };
            }
            let letters = found.letters.as_deref().filter(|l| !l.is_empty());
            let letters = letters.map_or_else(String::new, |l| format!("\u{a0}{l}"));
            Some(format!("{}{letters}", words.lang.number(100.0 * found.column_share?, 1)))
        };
        let texts = std::iter::once(name(words, question, row))
            .chain(table.bases.iter().map(|base| text(base).unwrap_or_else(hidden)));
        let cells = texts.map(|text| if net { strong(text) } else { text.into() }).collect();
        out.push(Row { cells, total: false });
    }
    if layout == Layout::Columns && matches!(question.kind, Kind::Nps | Kind::Enps) {
        out.push(net_score(words, question, table));
    }
    if layout == Layout::Columns && !table.means.is_empty() {
        let of = |base: &ColumnBase| {
            let mean = table.means.iter().find(|m| m.column == base.column)?.mean?;
            Some(words.lang.number(mean, 2))
        };
        let mut cells = vec![strong(pick!(words, report::mean).to_owned())];
        cells.extend(table.bases.iter().map(|base| strong(of(base).unwrap_or_else(hidden))));
        out.push(Row { cells, total: false });
    }
    Table {
        caption: caption(words, question, table, layout),
        columns,
        rows: out,
        more: None,
        notes: notes(words, report, question, table, layout),
    }
}

/// The net score of each column, as the report has it.
fn net_score(words: &Words<'_>, question: &QuestionSummary, table: &FrequencyTable) -> Row {
    let metric = if question.kind == Kind::Enps { Metric::Enps } else { Metric::Nps };
    let of = |base: &ColumnBase| {
        let found = match (table.by.as_deref(), &base.column) {
            (Some(by), Some(column)) if by != WAVE => {
                let segment = [SegmentValue { column: by.to_owned(), value: column.clone() }];
                words.cell(&question.id, metric, None, Some(&segment))
            }
            (_, column) => words.cell(&question.id, metric, column.as_deref(), None),
        };
        found?.value.map(|value| words.value(&question.id, metric, value, 1))
    };
    let mut cells = vec![strong(words.noun(&question.id, metric).short())];
    cells.extend(table.bases.iter().map(|base| strong(of(base).unwrap_or_else(|| HIDDEN.to_owned()))));
    Row { cells, total: false }
}

pub(super) fn caption(
    words: &Words<'_>,
    question: &QuestionSummary,
    table: &FrequencyTable,
    layout: Layout,
) -> String {
    let by = match table.by.as_deref() {
        Some(WAVE) => pick!(words, report::wave).to_owned(),
        Some(column) => words.lang.quote(column),
        None => String::new(),
    };
    let title = title(question, table);
    let of = match (layout, table.base) {
        (Layout::Rows, _) => pick!(words, report::row_total_counts),
        (Layout::Columns, Base::Citations) => {
            pick!(words, report::column_of_citations)
        }
        (Layout::Columns, Base::Respondents) => pick!(words, report::column),
    };
    say!(words, report::by(title, by, of))
}
