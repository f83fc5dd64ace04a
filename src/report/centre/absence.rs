//! Absence, planned or not: never its reasons.

use super::amounts::hours_text;
use super::view::View;
use crate::report::document::{Block, Column, Row, Table};

/// Hours of absence by kind.
pub(super) fn blocks(view: &View<'_>) -> Vec<Block> {
    let (words, lang) = (view.words, view.words.lang);
    let kinds = [
        ("unplanned", pick!(words, centre_report::unplanned)),
        ("planned", pick!(words, centre_report::planned)),
    ];
    let known: Vec<(&str, f64)> =
        kinds.iter().filter_map(|(key, name)| Some((*name, *view.summary.absence.get(*key)?))).collect();
    let whole: f64 = known.iter().map(|(_, hours)| hours).sum();
    if whole <= 0.0 {
        return Vec::new();
    }
    let columns = vec![
        Column::text(pick!(words, centre_report::absence)),
        Column::number(pick!(words, centre_report::hours)),
        Column::number(pick!(words, centre_report::share)),
    ];
    let row = |(name, hours): &(&str, f64)| Row {
        cells: vec![
            (*name).to_owned().into(),
            hours_text(lang, *hours).into(),
            lang.percent(hours / whole * 100.0, 1).into(),
        ],
        total: false,
    };
    let caption = pick!(words, centre_report::hours_of_absence);
    let note = say!(words, centre_report::only_unplanned_absence_enters_the_absence);
    let rows = known.iter().map(row).collect();
    vec![Block::Table(Table::new(words, caption.to_owned(), columns, rows).noted([note]))]
}
