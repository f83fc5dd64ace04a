//! What is heard in the calls: items of active listening, steps of the script, with the words that prove them.

use super::rows::{MarkKind, MarkRow};
use super::view::View;
use crate::report::document::{Block, Column, Row, Table};
use crate::transcript::listening::Sign;

/// Quotations shown of each item.
const QUOTES: usize = 2;

/// Active listening item by item, then examples.
pub(super) fn listening(view: &View<'_>) -> Vec<Block> {
    let words = view.words;
    let items: Vec<_> = view.calls.items.iter().filter(|item| item.n > 0).collect();
    if items.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        Column::text(pick!(words, calls_report::item_of_the_grid)),
        Column::text(pick!(words, calls_report::expected)),
        Column::number(pick!(words, calls_report::calls)),
        Column::number(pick!(words, calls_report::share_of_calls)),
        Column::number(pick!(words, calls_report::times)),
    ];
    let rows = items.iter().map(|item| Row {
        cells: vec![
            item.label.clone().into(),
            sign(view, item.sign).to_owned().into(),
            format!("{}{}", view.of(item.with, item.n), View::small(item.n)).into(),
            view.rate(item.rate, item.ci_low, item.ci_high),
            item.times.map_or_else(String::new, |n| view.lang().count(n)).into(),
        ],
        total: false,
    });
    let rows: Vec<Row> = rows.collect();
    let small =
        items.iter().any(|item| item.n < crate::report::amounts::SMALL_BASE).then(|| view.small_note());
    let caption = say!(words, calls_report::items_detected_calls_in_which_the_item_is);
    let note = if view.calls.evaluated.is_some() {
        say!(words, calls_report::the_grid_is_cautious_it_misses_some_marks)
    } else {
        say!(words, calls_report::the_grid_is_cautious_it_misses_some_marks_in_heard)
    };
    let table = Table::new(words, caption, columns, rows).noted([note]).noted(small);
    let mut out = vec![Block::Table(table)];
    let quotes: Vec<Block> =
        items.iter().filter_map(|item| examples(view, MarkKind::Item, &item.id, &item.label)).collect();
    if !quotes.is_empty() {
        out.push(Block::Fold {
            summary: pick!(words, calls_report::examples_of_each_item).to_owned(),
            blocks: quotes,
        });
    }
    out
}

/// The steps of the script.
pub(super) fn script(view: &View<'_>) -> Vec<Block> {
    let words = view.words;
    let steps: Vec<_> = view.calls.steps.iter().filter(|step| step.n > 0).collect();
    if steps.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        Column::text(pick!(words, calls_report::step_of_the_script)),
        Column::text(pick!(words, calls_report::expected)),
        Column::number(pick!(words, calls_report::calls_that_comply)),
        Column::number(pick!(words, calls_report::share)),
    ];
    let row = |step: &&crate::transcript::listening::StepRate| Row {
        cells: vec![
            step.label.clone().into(),
            if step.required {
                pick!(words, calls_report::to_be_said)
            } else {
                pick!(words, calls_report::not_to_be_said)
            }
            .to_owned()
            .into(),
            format!("{}{}", view.of(step.with, step.n), View::small(step.n)).into(),
            view.rate(step.rate, step.ci_low, step.ci_high),
        ],
        total: false,
    };
    let caption = say!(words, calls_report::steps_of_the_script_calls_that_comply);
    let mut out = vec![Block::Table(Table::new(words, caption, columns, steps.iter().map(row).collect()))];
    let said = steps.iter().filter(|step| !step.required && step.present > 0);
    out.extend(said.filter_map(|step| examples(view, MarkKind::Step, &step.id, &step.label)));
    out
}

pub(super) fn sign(view: &View<'_>, sign: Sign) -> &'static str {
    match sign {
        Sign::Positive => pick!(view.words, calls_report::good_to_hear),
        Sign::Negative => pick!(view.words, calls_report::to_avoid),
    }
}

/// Marks of an item or a step, each from another call.
fn examples(view: &View<'_>, kind: MarkKind, id: &str, label: &str) -> Option<Block> {
    let mut shown: Vec<&MarkRow> = Vec::new();
    for mark in view.calls.marks.iter().filter(|mark| mark.kind == kind && mark.id == id) {
        if shown.len() < QUOTES && shown.iter().all(|other| other.call != mark.call) {
            shown.push(mark);
        }
    }
    let quotes: Vec<_> = shown.into_iter().map(|mark| view.quote(mark)).collect();
    (!quotes.is_empty()).then(|| Block::Quotes { title: label.to_owned(), quotes })
}
