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
        let summary = view.words.pick("Colonnes lues", "Columns read").to_owned();
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
        Column::text(words.pick("Table", "Table")),
        Column::text(words.pick("Anomalie, et ce qui en est fait", "Fault, and what is done")),
        Column::number(words.pick("Lignes", "Rows")),
        Column::text(words.pick("Premières lignes", "First rows")),
    ];
    let row = |f: &FaultRow| Row {
        cells: vec![
            table_title(f.table, lang).to_owned().into(),
            capitalized(&words.say(f.message.as_str(), f.message.as_str())).into(),
            lang.count(f.n).into(),
            // As the spreadsheet numbers them: no thousands.
            f.rows.iter().map(u64::to_string).collect::<Vec<_>>().join(", ").into(),
        ],
        total: false,
    };
    let caption = words.pick("Anomalies des données", "Faults of the data");
    Some(Table::new(words, caption.to_owned(), columns, view.summary.faults.iter().map(row).collect()))
}

fn joins(view: &View<'_>) -> Option<Table> {
    let (words, lang) = (view.words, view.words.lang);
    if view.summary.joins.is_empty() {
        return None;
    }
    let columns = vec![
        Column::text(words.pick("Table", "Table")),
        Column::text(words.pick("Rapprochée de", "Joined to")),
        Column::text(words.pick("Par", "By")),
        Column::number(words.pick("Lignes", "Rows")),
        Column::number(words.pick("Rapprochées", "Joined")),
        Column::number(words.pick("Taux", "Rate")),
    ];
    let by = |by: &str| match by {
        "id" => words.pick("identifiant", "id").to_owned(),
        "customer and nearest time" => {
            words.pick("client et moment le plus proche", "customer and nearest time").to_owned()
        }
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
    let caption = words.pick("Réponses rapprochées des contacts", "Answers joined to contacts");
    let note = words.say(
        "Une réponse sans contact compte dans le score, dans aucun lien avec les appels.",
        "An answer without a contact counts in the score, in no link with the calls.",
    );
    let rows = view.summary.joins.iter().map(row).collect();
    Some(Table::new(words, caption.to_owned(), columns, rows).noted([note]))
}

fn columns(view: &View<'_>) -> Option<Table> {
    let (words, lang) = (view.words, view.words.lang);
    let heads = vec![
        Column::text(words.pick("Table", "Table")),
        Column::text(words.pick("Donnée", "Field")),
        Column::text(words.pick("Colonne du fichier", "Column of the file")),
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
    let caption = words.pick("Comment chaque colonne a été lue", "How each column was read");
    Some(Table::new(words, caption.to_owned(), heads, rows))
}
