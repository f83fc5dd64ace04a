//! Absence, planned or not: never its reasons.

use super::amounts::hours_text;
use super::view::View;
use crate::report::document::{Block, Column, Row, Table};

/// Hours of absence by kind.
pub(super) fn blocks(view: &View<'_>) -> Vec<Block> {
    let (words, lang) = (view.words, view.words.lang);
    let kinds = [
        ("unplanned", words.pick("Non planifiée", "Unplanned")),
        ("planned", words.pick("Planifiée", "Planned")),
    ];
    let known: Vec<(&str, f64)> =
        kinds.iter().filter_map(|(key, name)| Some((*name, *view.summary.absence.get(*key)?))).collect();
    let whole: f64 = known.iter().map(|(_, hours)| hours).sum();
    if whole <= 0.0 {
        return Vec::new();
    }
    let columns = vec![
        Column::text(words.pick("Absence", "Absence")),
        Column::number(words.pick("Heures", "Hours")),
        Column::number(words.pick("Part", "Share")),
    ];
    let row = |(name, hours): &(&str, f64)| Row {
        cells: vec![
            (*name).to_owned().into(),
            hours_text(lang, *hours).into(),
            lang.percent(hours / whole * 100.0, 1).into(),
        ],
        total: false,
    };
    let caption = words.pick("Heures d’absence", "Hours of absence");
    let note = words.say(
        "Seule l’absence non planifiée entre dans le taux d’absentéisme. Les motifs ne servent qu’à ce partage : ils ne sont ni gardés ni montrés.",
        "Only unplanned absence enters the absence rate. Reasons serve that division alone: they are neither kept nor shown.",
    );
    let rows = known.iter().map(row).collect();
    vec![Block::Table(Table::new(words, caption.to_owned(), columns, rows).noted([note]))]
}
