//! What is wrong with the data, what it is left out of, how the answers found their contacts.

use super::view::View;
use crate::centre::catalogue::table_title;
use crate::centre::{FaultRow, JoinRow, TableSummary};
use crate::report::document::{Block, Column, Row, Table};
use crate::report::words::capitalized;

/// Faults, joins, and which column was read as what.
pub(super) fn blocks(view: &View<'_>) -> Vec<Block> {
    let tables = [faults(view), joins(view)];
    let mut out: Vec<Block> = tables.into_iter().flatten().map(Block::Table).collect();
    if let Some(table) = columns(view) {
        let summary = pick!(view.words, centre_report::columns_read).to_owned();
        out.push(Block::Fold { summary, blocks: vec![Block::Table(table)] });
    }
    out
}

fn faults(view: &View<'_>) -> Option<Table> {
    let (words, lang) = (view.words, view.words.lang);
    if view.summary.faults.is_empty() {
        return None;
    }
    let columns = vec![
        Column::text(pick!(words, centre_report::table)),
        Column::text(pick!(words, centre_report::fault_and_what_is_done)),
        Column::number(pick!(words, centre_report::rows_in_quality)),
        Column::text(pick!(words, centre_report::first_rows)),
    ];
    let row = |f: &FaultRow| Row {
        cells: vec![
            table_title(f.table, lang).to_owned().into(),
            capitalized(&words.lang.typeset(f.message.clone())).into(),
            lang.count(f.n).into(),
            // As the spreadsheet numbers them: no thousands.
            f.rows.iter().map(u64::to_string).collect::<Vec<_>>().join(", ").into(),
        ],
        total: false,
    };
    let caption = pick!(words, centre_report::faults_of_the_data);
    Some(Table::new(words, caption.to_owned(), columns, view.summary.faults.iter().map(row).collect()))
}

fn joins(view: &View<'_>) -> Option<Table> {
    let (words, lang) = (view.words, view.words.lang);
    if view.summary.joins.is_empty() {
        return None;
    }
    let columns = vec![
        Column::text(pick!(words, centre_report::table)),
        Column::text(pick!(words, centre_report::joined_to)),
        Column::text(pick!(words, centre_report::by)),
        Column::number(pick!(words, centre_report::rows_in_quality)),
        Column::number(pick!(words, centre_report::joined_in_quality)),
        Column::number(pick!(words, centre_report::rate)),
    ];
    let by = |by: &str| match by {
        "id" => pick!(words, centre_report::id).to_owned(),
        "customer and nearest time" => pick!(words, centre_report::customer_and_nearest_time).to_owned(),
        other => other.to_owned(),
    };
    let row = |j: &JoinRow| Row {
        cells: vec![
            table_title(j.table, lang).to_owned().into(),
            table_title(j.to, lang).to_owned().into(),
            by(&j.by).into(),
            lang.count(j.rows).into(),
            lang.count(j.matched).into(),
            if j.rows == 0 { "–".to_owned() } else { words.share(j.matched as f64 / j.rows as f64, 1) }
                .into(),
        ],
        total: false,
    };
    let caption = pick!(words, centre_report::answers_joined_to_contacts);
    let note = say!(words, centre_report::an_answer_without_a_contact_counts_in_the);
    let rows = view.summary.joins.iter().map(row).collect();
    Some(Table::new(words, caption.to_owned(), columns, rows).noted([note]))
}

fn columns(view: &View<'_>) -> Option<Table> {
    let (words, lang) = (view.words, view.words.lang);
    let heads = vec![
        Column::text(pick!(words, centre_report::table)),
        Column::text(pick!(words, centre_report::field)),
        Column::text(pick!(words, centre_report::column_of_the_file)),
    ];
    let of = |table: &TableSummary| {
        let line = |(field, column): (&String, &String)| Row {
            cells: vec![
                table_title(table.kind, lang).to_owned().into(),
                field.clone().into(),
                column.clone().into(),
            ],
            total: false,
        };
        table.columns.iter().map(line).collect::<Vec<_>>()
    };
    let rows: Vec<Row> = view.summary.tables.iter().flat_map(of).collect();
    if rows.is_empty() {
        return None;
    }
    let caption = pick!(words, centre_report::how_each_column_was_read);
    Some(Table::new(words, caption.to_owned(), heads, rows))
}
