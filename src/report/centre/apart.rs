//! What is counted apart: outside a base, or beside an indicator.

use super::view::View;
use crate::report::document::{Block, Column, Row, Table};
use crate::words::Text;

/// Names of the counts, and what they are outside of.
const NAMES: [(&str, Text); 13] = [
    ("cases_undecided", text!(centre_report::cases_undecided)),
    ("cases_open", text!(centre_report::cases_open)),
    ("leads_undecided", text!(centre_report::leads_undecided)),
    ("left_in_menu", text!(centre_report::left_in_menu)),
    ("overflowed", text!(centre_report::overflowed)),
    ("called_back", text!(centre_report::called_back)),
    ("short_abandons", text!(centre_report::short_abandons)),
    ("out_of_hours_dissuaded", text!(centre_report::out_of_hours_dissuaded)),
    ("out_of_hours_voicemail", text!(centre_report::out_of_hours_voicemail)),
    ("out_of_hours_overflow", text!(centre_report::out_of_hours_overflow)),
    ("out_of_hours_callback", text!(centre_report::out_of_hours_callback)),
    ("silent", text!(centre_report::silent)),
    ("reopened", text!(centre_report::reopened)),
];

/// A table of those that are not zero.
pub(super) fn blocks(view: &View<'_>) -> Vec<Block> {
    let (words, lang) = (view.words, view.words.lang);
    let row = |(key, name): &(&str, Text)| {
        let n = view.summary.apart.get(*key)?;
        let name = lang.typeset(name.said(lang).to_owned());
        Some(Row { cells: vec![name.into(), lang.count(*n).into()], total: false })
    };
    let rows: Vec<Row> = NAMES.iter().filter_map(row).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        Column::text(pick!(words, centre_report::counted_apart)),
        Column::number(pick!(words, centre_report::number)),
    ];
    let caption = pick!(words, centre_report::what_is_counted_apart);
    vec![Block::Table(Table::new(words, caption.to_owned(), columns, rows))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::report::sample;
    use crate::report::words::Words;

    #[test]
    fn counts_have_a_row_each_and_nothing_has_no_table() {
        let mut report = sample::centre(Lang::Fr);
        let summary = report.centre.as_mut().unwrap();
        summary.apart = NAMES.iter().map(|(key, ..)| ((*key).to_owned(), 3)).collect();
        let words = Words::new(&report);
        let blocks = blocks(&View::new(&words, &report).unwrap());
        let [Block::Table(table)] = &blocks[..] else { panic!("one table") };
        assert_eq!(table.rows.len(), NAMES.len());
        let mut report = sample::centre(Lang::Fr);
        report.centre.as_mut().unwrap().apart.clear();
        let words = Words::new(&report);
        assert!(super::blocks(&View::new(&words, &report).unwrap()).is_empty());
    }
}
