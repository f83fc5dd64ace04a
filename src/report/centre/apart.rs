//! What is counted apart: outside a base, or beside an indicator.

use super::view::View;
use crate::report::document::{Block, Column, Row, Table};

/// Names of the counts, and what they are outside of.
const NAMES: [(&str, &str, &str); 13] = [
    (
        "cases_undecided",
        "Dossiers trop récents pour la résolution au premier contact",
        "Cases too recent for first contact resolution",
    ),
    (
        "cases_open",
        "Dossiers que leur dernier contact n’a pas clos",
        "Cases that their last contact did not close",
    ),
    (
        "leads_undecided",
        "Leads contactés trop récents pour la conversion",
        "Leads contacted too recently for conversion",
    ),
    (
        "left_in_menu",
        "Appels raccrochés dans le serveur vocal, jamais offerts",
        "Calls hung up in the voice menu, never offered",
    ),
    ("overflowed", "Appels débordés vers un autre centre", "Calls sent to another centre"),
    ("called_back", "Appels convertis en rappel", "Calls turned into a call back"),
    ("short_abandons", "Abandons courts", "Short abandons"),
    ("out_of_hours_dissuaded", "Hors des heures ouvrées : dissuadés", "Out of hours: dissuaded"),
    ("out_of_hours_voicemail", "Hors des heures ouvrées : messagerie", "Out of hours: voicemail"),
    ("out_of_hours_overflow", "Hors des heures ouvrées : débordés", "Out of hours: sent elsewhere"),
    ("out_of_hours_callback", "Hors des heures ouvrées : à rappeler", "Out of hours: to be called back"),
    (
        "silent",
        "Appels sortants muets : décrochés, quittés avant l’agent",
        "Silent outbound calls: picked up, left before the agent",
    ),
    ("reopened", "Tickets rouverts", "Tickets reopened"),
];

/// A table of those that are not zero.
pub(super) fn blocks(view: &View<'_>) -> Vec<Block> {
    let (words, lang) = (view.words, view.words.lang);
    let row = |(key, fr, en): &(&str, &str, &str)| {
        let n = view.summary.apart.get(*key)?;
        let name = words.say(*fr, *en);
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
