//! Every indicator that has a value, its numerator and denominator, its definition; the other readings folded.

use super::amounts::{interval_of, value_of};
use super::definitions::definition;
use super::view::View;
use crate::centre::IndicatorRow;
use crate::report::document::{Block, Column, Row, Table};

/// The table of all, then that of the other readings.
pub(super) fn blocks(view: &View<'_>) -> Vec<Block> {
    let words = view.words;
    let mut totals: Vec<&IndicatorRow> =
        view.report.indicators.iter().filter(|r| r.period.is_none() && r.segment.is_none()).collect();
    totals.sort_by_key(|row| row.id);
    let (main, others): (Vec<_>, Vec<_>) = totals.into_iter().partition(|row| view.is_main(row));
    let others: Vec<_> = others.into_iter().filter(|row| row.value.is_some()).collect();
    let mut out = Vec::new();
    if !main.is_empty() {
        let caption = pick!(words, centre_report::all_indicators);
        out.push(Block::Table(table(view, caption, &main)));
    }
    if !others.is_empty() {
        let summary = pick!(words, centre_report::other_definitions_of_the_same_indicators);
        let note = say!(words, centre_report::two_numbers_of_one_name_and_two_definitions);
        let table = table(view, summary, &others).noted([note]);
        out.push(Block::Fold { summary: summary.to_owned(), blocks: vec![Block::Table(table)] });
    }
    out
}

fn table(view: &View<'_>, caption: &str, rows: &[&IndicatorRow]) -> Table {
    let words = view.words;
    let level = words.lang.level(view.report.study.level);
    let columns = vec![
        Column::text(pick!(words, centre_report::indicator)),
        Column::number(pick!(words, centre_report::value)),
        Column::number(say!(words, centre_report::interval_in_catalogue_table(level))),
        Column::number(pick!(words, centre_report::computed_as_in_catalogue_table)),
        Column::number("Base"),
        Column::text(pick!(words, centre_report::definition_in_catalogue_table)),
        Column::text(pick!(words, centre_report::id_in_catalogue_table)),
    ];
    let row = |row: &&IndicatorRow| Row {
        cells: vec![
            row.label.clone().into(),
            value_of(words.lang, row).into(),
            interval_of(words.lang, row).unwrap_or_else(|| "–".to_owned()).into(),
            quotient(view, row).into(),
            row.n.map_or_else(|| "–".to_owned(), |n| words.lang.count(n)).into(),
            definition(view, row).into(),
            row.id.id().to_owned().into(),
        ],
        total: false,
    };
    Table::new(words, caption.to_owned(), columns, rows.iter().map(row).collect())
}

/// `574 816 ÷ 1 840`.
fn quotient(view: &View<'_>, row: &IndicatorRow) -> String {
    let number = |x: f64| view.words.lang.number(x, 0);
    match (row.numerator, row.denominator) {
        (Some(part), Some(whole)) => format!("{}\u{a0}÷\u{a0}{}", number(part), number(whole)),
        _ => "–".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::report::sample;
    use crate::report::words::Words;

    #[test]
    fn other_readings_are_folded() {
        let report = sample::centre(Lang::Fr);
        let words = Words::new(&report);
        let view = View::new(&words, &report).unwrap();
        let blocks = blocks(&view);
        let [Block::Table(all), Block::Fold { blocks: folded, .. }] = &blocks[..] else {
            panic!("two blocks")
        };
        let level = all.rows.iter().find(|r| r.cells[0].text == "Niveau de service").unwrap();
        assert_eq!(level.cells[3].text, "7\u{202f}296\u{a0}÷\u{a0}9\u{202f}500");
        let Some(Block::Table(others)) = folded.first() else { panic!("a table") };
        assert!(others.rows[0].cells[5].text.contains("variante «\u{a0}offered\u{a0}»"));
    }
}
