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
        Column::text(words.pick("Item de la grille", "Item of the grid")),
        Column::text(words.pick("Consigne", "Expected")),
        Column::number(words.pick("Appels", "Calls")),
        Column::number(words.pick("Part des appels", "Share of calls")),
        Column::number(words.pick("Fois", "Times")),
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
    let caption = words.say(
        "Items détectés : appels où l’item est entendu au moins une fois, parmi ceux où on peut l’entendre",
        "Items detected: calls in which the item is heard at least once, of those in which it can be",
    );
    let note = if view.calls.evaluated.is_some() {
        words.say(
            "La grille est prudente : elle manque des marques et en pose parfois à tort. Ce qu’elle vaut se mesure dans « Évaluations ».",
            "The grid is cautious: it misses some marks and makes a few wrong ones. What it is worth is measured under “Evaluations”.",
        )
    } else {
        words.say(
            "La grille est prudente : elle manque des marques et en pose parfois à tort.",
            "The grid is cautious: it misses some marks and makes a few wrong ones.",
        )
    };
    let table = Table::new(words, caption, columns, rows).noted([note]).noted(small);
    let mut out = vec![Block::Table(table)];
    let quotes: Vec<Block> =
        items.iter().filter_map(|item| examples(view, MarkKind::Item, &item.id, &item.label)).collect();
    if !quotes.is_empty() {
        out.push(Block::Fold {
            summary: words.pick("Exemples de chaque item", "Examples of each item").to_owned(),
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
        Column::text(words.pick("Étape du script", "Step of the script")),
        Column::text(words.pick("Consigne", "Expected")),
        Column::number(words.pick("Appels conformes", "Calls that comply")),
        Column::number(words.pick("Part", "Share")),
    ];
    let row = |step: &&crate::transcript::listening::StepRate| Row {
        cells: vec![
            step.label.clone().into(),
            words
                .pick(
                    if step.required { "à dire" } else { "à ne pas dire" },
                    if step.required { "to be said" } else { "not to be said" },
                )
                .to_owned()
                .into(),
            format!("{}{}", view.of(step.with, step.n), View::small(step.n)).into(),
            view.rate(step.rate, step.ci_low, step.ci_high),
        ],
        total: false,
    };
    let caption = words.say("Étapes du script : appels conformes", "Steps of the script: calls that comply");
    let mut out = vec![Block::Table(Table::new(words, caption, columns, steps.iter().map(row).collect()))];
    let said = steps.iter().filter(|step| !step.required && step.present > 0);
    out.extend(said.filter_map(|step| examples(view, MarkKind::Step, &step.id, &step.label)));
    out
}

pub(super) fn sign(view: &View<'_>, sign: Sign) -> &'static str {
    match sign {
        Sign::Positive => view.words.pick("à entendre", "good to hear"),
        Sign::Negative => view.words.pick("à éviter", "to avoid"),
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
