//! The last sheet: what every metric, test, column and mark means.

use super::columns::meaning;
use super::sheet::{Cell, Line, LineKind, Sheet};
use crate::report::Report;
use crate::report::document::Block;
use crate::report::method;
use crate::report::words::Words;

/// The method of the report, then the columns of `sheets`, then the marks.
pub(super) fn sheet(words: &Words<'_>, report: &Report, sheets: &[Sheet]) -> Sheet {
    let tab = pick!(words, sheets::definitions);
    let title = pick!(words, sheets::what_figures_columns_and_marks_say);
    let mut sheet = Sheet::free(tab, title.to_owned(), vec![36.0, 92.0]);
    blocks(method::blocks(words, report), &mut sheet.lines);
    section(&mut sheet.lines, pick!(words, sheets::columns).to_owned());
    let mut defined: Vec<(&str, &str)> = Vec::new();
    for (key, heading) in sheets.iter().flat_map(|sheet| &sheet.keys) {
        let Some(text) = meaning(key, words.lang) else { continue };
        if !defined.contains(&(heading, text)) {
            defined.push((heading, text));
        }
    }
    defined.sort_by_key(|(heading, _)| heading.to_lowercase());
    sheet.lines.extend(
        defined.into_iter().map(|(heading, text)| term(heading, words.lang.typeset(text.to_owned()))),
    );
    section(&mut sheet.lines, pick!(words, sheets::marks).to_owned());
    for (mark, text) in marks(words, report) {
        sheet.lines.push(term(mark, text));
    }
    sheet
}

fn term(name: &str, text: String) -> Line {
    Line::of(LineKind::Term, vec![Cell::text(name), Cell::Text(text)])
}

fn section(lines: &mut Vec<Line>, title: String) {
    lines.push(Line::of(LineKind::Plain, Vec::new()));
    lines.push(Line::one(LineKind::Section, title));
}

/// Blocks of the page as lines; its tables are sheets of their own, and a heading with nothing else under it goes.
fn blocks(found: Vec<Block>, lines: &mut Vec<Line>) {
    let mut title: Option<String> = None;
    for block in found {
        let mut own = Vec::new();
        match block {
            Block::Heading { text } => {
                title = Some(text);
                continue;
            }
            Block::Text { text } => own.push(Line::one(LineKind::Sentence, text)),
            Block::Definitions { items } => {
                own.extend(items.into_iter().map(|(name, text)| term(&name, text)));
            }
            Block::List { items } => {
                let item = |text: String| Line::one(LineKind::Sentence, format!("•\u{a0}{text}"));
                own.extend(items.into_iter().map(item));
            }
            Block::Fold { summary, blocks: inner } => {
                title = Some(summary);
                blocks(inner, &mut own);
            }
            _ => continue,
        }
        if !own.is_empty() {
            if let Some(title) = title.take() {
                section(lines, title);
            }
            lines.extend(own);
        }
    }
}

/// The marks of the workbook.
fn marks(words: &Words<'_>, report: &Report) -> Vec<(&'static str, String)> {
    let minimum = words.answers(report.study.min_group);
    let hidden = if report.study.min_group > 1 {
        say!(words, sheets::nothing_to_show_no_answer_nothing_to_compute(minimum))
    } else {
        say!(words, sheets::nothing_to_show_no_answer_or_nothing_to)
    };
    let mut out = vec![
        ("–", hidden),
        ("†", say!(words, sheets::base_under_30_a_fragile_figure_not_to)),
        (
            words.pick("<\u{a0}0,001", "<\u{a0}0.001"),
            say!(words, sheets::p_or_q_smaller_than_its_format_shows),
        ),
    ];
    if report.tables.iter().any(|table| table.by.is_some()) {
        out.push((pick!(words, sheets::a_b_c), say!(words, sheets::in_a_cross_table_on_the_right_of)));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::report::sample;
    use crate::report::sheets::sheets;

    #[test]
    fn every_column_of_a_number_is_defined() {
        for lang in [Lang::Fr, Lang::En] {
            for report in sample::all(lang) {
                for sheet in sheets(&report).unwrap() {
                    let Some((header, last)) = sheet.table else { continue };
                    for (at, (key, heading)) in sheet.keys.iter().enumerate() {
                        let numbers = sheet.lines[header + 1..=last]
                            .iter()
                            .any(|line| matches!(line.cells.get(at), Some(Cell::Number(..))));
                        assert!(!numbers || meaning(key, lang).is_some(), "{} {key} {heading}", sheet.tab);
                    }
                }
            }
        }
    }

    #[test]
    fn definitions_are_those_of_the_page() {
        let report = sample::full(Lang::Fr);
        let words = Words::new(&report);
        let sheet = sheet(&words, &report, &[]);
        let texts: Vec<&Cell> = sheet.lines.iter().flat_map(|line| &line.cells).collect();
        for (name, text) in method::blocks(&words, &report).into_iter().flat_map(|block| match block {
            Block::Definitions { items } => items,
            _ => Vec::new(),
        }) {
            assert!(texts.contains(&&Cell::Text(name)) && texts.contains(&&Cell::Text(text)));
        }
        for mark in ["–", "†"] {
            assert!(texts.contains(&&Cell::text(mark)));
        }
    }
}
