//! Frequency tables and cross-tables as analysts read them: answers in rows, segments in columns, bases first, letters
//! beside the shares.

use super::look::Look;
use super::sheet::{Cell, Line, LineKind, Sheet};
use crate::metric::{Metric, SegmentValue};
use crate::report::cross::{Layout, caption, cell, name, rows, title};
use crate::report::cross_notes::{hidden_note, notes};
use crate::report::frequency::{Base, ColumnBase, FrequencyTable, WAVE};
use crate::report::words::Words;
use crate::report::{QuestionSummary, Report};
use crate::study::Kind;

/// A sheet of the tables of the total, and one of the cross-tables, one under the other.
pub(super) fn sheets(words: &Words<'_>, report: &Report) -> Vec<Sheet> {
    let shown = |crossed: bool| {
        let of_kind = report.tables.iter().filter(move |t| t.by.is_some() == crossed && t.n.is_some());
        of_kind.filter_map(|table| Some((words.question(&table.question)?, table)))
    };
    let flat: Vec<_> = shown(false).collect();
    let crossed: Vec<_> = shown(true).collect();
    let mut out = Vec::new();
    if !flat.is_empty() {
        out.push(flat_sheet(words, report, &flat));
    }
    if !crossed.is_empty() {
        out.push(crossed_sheet(words, report, &crossed));
    }
    out
}

/// One line an answer of each question.
fn flat_sheet(words: &Words<'_>, report: &Report, tables: &[(&QuestionSummary, &FrequencyTable)]) -> Sheet {
    let headings = [
        ("question", text!(headings::question)),
        ("answer", text!(sheets::answer)),
        ("answers", text!(sheets::count_of_answers)),
        ("weighted_n", text!(sheets::weighted_count)),
        ("share", text!(headings::share)),
        ("ci_low", text!(headings::low_end)),
        ("ci_high", text!(headings::high_end)),
        ("n", text!(headings::base)),
        ("weighted_base", text!(sheets::weighted_base)),
        ("base", text!(sheets::share_of)),
    ];
    let headings = headings.map(|(key, text)| (key, text.said(words.lang).to_owned()));
    let weighted = |x: Option<f64>| {
        if report.study.weighted { Cell::number(x, Look::Count) } else { Cell::Empty }
    };
    let mut lines = Vec::new();
    for (question, table) in tables {
        let of = match table.base {
            Base::Respondents => pick!(words, sheets::respondents),
            Base::Citations => pick!(words, sheets::citations),
        };
        for row in rows(question, table) {
            let Some(found) = cell(table, row, None) else { continue };
            let kind =
                if table.nets.iter().any(|net| net == row) { LineKind::Total } else { LineKind::Plain };
            let cells = vec![
                Cell::text(title(question, table)),
                Cell::Text(name(words, question, row)),
                Cell::count(found.n, Look::Count),
                weighted(found.weighted_n),
                Cell::number(found.column_share, Look::Share(1)),
                Cell::number(found.ci_low, Look::Share(1)),
                Cell::number(found.ci_high, Look::Share(1)),
                Cell::count(table.n, Look::Base),
                weighted(table.weighted_base),
                Cell::text(of),
            ];
            lines.push(Line::of(kind, cells));
        }
    }
    let level = words.lang.level(report.study.level);
    let intro = say!(words, sheets::ends_interval_of_the_share_several_answers_to(level));
    let hides = tables.iter().any(|(_, table)| table.cells.iter().any(|c| c.n.is_none()));
    let notes = hides.then(|| hidden_note(words, report)).into_iter().collect();
    let tab = pick!(words, sheets::frequencies);
    let said = pick!(words, sheets::answers_to_questions_with_choices);
    Sheet::table(tab, said.to_owned(), intro, &headings, lines, notes)
}

/// The cross-tables, one under the other.
fn crossed_sheet(
    words: &Words<'_>,
    report: &Report,
    tables: &[(&QuestionSummary, &FrequencyTable)],
) -> Sheet {
    let tab = pick!(words, sheets::cross_tables);
    let said = pick!(words, sheets::answers_by_segment_and_by_wave);
    let mut sheet = Sheet::free(tab, said.to_owned(), vec![34.0, 11.0]);
    sheet.frozen = 1;
    for (question, table) in tables {
        sheet.lines.push(Line::of(LineKind::Plain, Vec::new()));
        let caption = caption(words, question, table, Layout::Columns);
        sheet.lines.push(Line::one(LineKind::Section, caption));
        sheet.lines.extend(crossed(words, report, question, table));
        let notes = notes(words, report, question, table, Layout::Columns);
        sheet.lines.extend(notes.into_iter().map(|note| Line::one(LineKind::Note, note)));
    }
    let columns = sheet.lines.iter().map(|line| line.cells.len()).max().unwrap_or_default();
    sheet.widths.resize(columns.max(9), 11.0);
    sheet
}

/// Bases, then a line an answer; letters in a column of their own beside the shares that have some.
fn crossed(
    words: &Words<'_>,
    report: &Report,
    question: &QuestionSummary,
    table: &FrequencyTable,
) -> Vec<Line> {
    let lettered = |base: &ColumnBase| base.letter.is_some() && table.base == Base::Respondents;
    let line = |first: &str, kind: LineKind, of: &dyn Fn(&ColumnBase) -> (Cell, Cell)| {
        let mut cells = vec![Cell::text(first)];
        for base in &table.bases {
            let (value, letters) = of(base);
            cells.push(value);
            if lettered(base) {
                cells.push(letters);
            }
        }
        Line::of(kind, cells)
    };
    let alone = |cell: Cell| (cell, Cell::Empty);
    let mut out = vec![line(pick!(words, sheets::answer), LineKind::Header, &|base| match &base.column {
        None => alone(Cell::text(pick!(words, sheets::total))),
        Some(column) => (
            Cell::Text(match base.letter.as_ref().filter(|_| lettered(base)) {
                Some(letter) => format!("{column} ({letter})"),
                None => column.clone(),
            }),
            Cell::text(pick!(words, sheets::above)),
        ),
    })];
    let raw = if table.base == Base::Citations {
        pick!(words, sheets::base_of_citations)
    } else {
        pick!(words, sheets::unweighted_base)
    };
    out.push(line(raw, LineKind::Plain, &|base| alone(Cell::count(base.n, Look::Base))));
    if report.study.weighted {
        out.push(line(pick!(words, sheets::weighted_base), LineKind::Plain, &|base| {
            alone(Cell::number(base.weighted_base, Look::Count))
        }));
        if table.base == Base::Respondents {
            out.push(line(pick!(words, headings::effective_base), LineKind::Plain, &|base| {
                alone(Cell::number(base.n_eff, Look::Count))
            }));
        }
    }
    for row in rows(question, table) {
        let kind = if table.nets.iter().any(|net| net == row) { LineKind::Total } else { LineKind::Plain };
        out.push(line(&name(words, question, row), kind, &|base| {
            let found = cell(table, row, base.column.as_deref());
            let letters = found.and_then(|c| c.letters.clone()).filter(|letters| !letters.is_empty());
            let share = found.and_then(|c| c.column_share);
            (Cell::number(share, Look::Share(1)), letters.map_or(Cell::Empty, Cell::Text))
        }));
    }
    if matches!(question.kind, Kind::Nps | Kind::Enps) {
        let metric = if question.kind == Kind::Enps { Metric::Enps } else { Metric::Nps };
        out.push(line(&words.noun(&question.id, metric).short(), LineKind::Total, &|base| {
            alone(Cell::number(net(words, table, &question.id, metric, base), Look::Signed(1)))
        }));
    }
    if !table.means.is_empty() {
        out.push(line(pick!(words, headings::mean), LineKind::Total, &|base| {
            let mean = table.means.iter().find(|mean| mean.column == base.column).and_then(|mean| mean.mean);
            alone(Cell::number(mean, Look::Number(2)))
        }));
    }
    out
}

/// The net score of a column, as the report has it.
fn net(
    words: &Words<'_>,
    table: &FrequencyTable,
    question: &str,
    metric: Metric,
    base: &ColumnBase,
) -> Option<f64> {
    match (table.by.as_deref(), &base.column) {
        (Some(by), Some(column)) if by != WAVE => {
            let segment = [SegmentValue { column: by.to_owned(), value: column.clone() }];
            words.cell(question, metric, None, Some(&segment))?.value
        }
        (_, column) => words.cell(question, metric, column.as_deref(), None)?.value,
    }
}
