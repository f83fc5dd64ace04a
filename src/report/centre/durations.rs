//! How long callers wait and agents handle: half of the calls, nine in ten, the longest.

use super::view::View;
use crate::centre::{DurationSummary, Unit, value_text};
use crate::report::document::{Block, Column, Row, Table};

/// Name of a duration.
pub(super) fn name(view: &View<'_>, id: &str) -> String {
    let name = match id {
        "wait_answered" => pick!(view.words, centre_report::wait_of_answered_calls),
        "wait_abandoned" => pick!(view.words, centre_report::wait_before_abandoning),
        "handle" => pick!(view.words, centre_report::handle_time),
        other => other,
    };
    name.to_owned()
}

/// The table of durations; one without a call is left out.
pub(super) fn blocks(view: &View<'_>) -> Vec<Block> {
    let (words, lang) = (view.words, view.words.lang);
    let seconds = |x: f64| value_text(lang, Unit::Seconds, x);
    let columns = vec![
        Column::text(pick!(words, centre_report::duration)),
        Column::number(pick!(words, centre_report::calls_in_durations)),
        Column::number(pick!(words, centre_report::half_under_median)),
        Column::number(pick!(words, centre_report::nine_in_ten_under)),
        Column::number(pick!(words, centre_report::longest)),
    ];
    let row = |d: &DurationSummary| Row {
        cells: vec![
            name(view, &d.id).into(),
            lang.count(d.n).into(),
            seconds(d.median).into(),
            seconds(d.p90).into(),
            seconds(d.longest).into(),
        ],
        total: false,
    };
    let rows: Vec<Row> = view.summary.durations.iter().filter(|d| d.n > 0).map(row).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let caption = pick!(words, centre_report::durations_of_calls);
    vec![Block::Table(Table::new(words, caption.to_owned(), columns, rows))]
}
