//! The table of the rated dimensions: how much each counts in a score, how it is rated, what to do.

use super::amounts::decimals;
use super::document::{Block, Column, Row, Table};
use super::tables::fold;
use super::words::Words;
use crate::centre::link::Feature;
use crate::driver::{Driver, DriverKind, Importance, ImportanceModel, Priority};
use crate::report::Report;

/// Importance, rating and place of each dimension, a table a score.
pub(super) fn priorities(words: &Words<'_>, report: &Report) -> Vec<Block> {
    let mut out = Vec::new();
    for (rank, model) in report.importance_models.iter().enumerate() {
        let of_target = report.importance.iter().filter(|i| i.target == model.target);
        // What a contact is like is no rated dimension: the table of the link tells it.
        let rows: Vec<&Importance> = of_target.filter(|i| !is_of_contact(report, i)).collect();
        let Some(metric) = words.main_metric(&model.target) else { continue };
        // The model of the contact comes after that of the ratings of the same score.
        let told = report.importance_models[..rank].iter().any(|before| before.target == model.target);
        if rows.is_empty() || told {
            continue;
        }
        let table = Block::Table(table(words, report, model, &rows));
        fold(rank, words.noun(&model.target, metric).title(), vec![table], &mut out);
    }
    if !out.is_empty() {
        out.insert(0, Block::Text { text: say!(words, report::the_importance_of_a_dimension_is_the_part) });
    }
    out
}

/// Whether an importance is that of a feature of the contact.
pub(super) fn is_of_contact(report: &Report, row: &Importance) -> bool {
    let of = |d: &Driver| Feature::of_id(&d.id).is_some_and(|feature| feature.dimension() == row.id);
    let linked = report.drivers.iter().filter(|d| d.kind == DriverKind::Indicator);
    linked.filter(|d| d.target == row.target).any(of)
}

fn table(words: &Words<'_>, report: &Report, model: &ImportanceModel, rows: &[&Importance]) -> Table {
    let lang = words.lang;
    let level = lang.level(report.study.level);
    let metric = words.main_metric(&model.target);
    let digits = metric.map_or(1, decimals);
    let columns = vec![
        Column::text(pick!(words, report::dimension)),
        Column::number(pick!(words, report::importance)),
        Column::number(say!(words, report::interval_in_tables(level))),
        Column::number(pick!(words, report::mean_rating)),
        Column::number(pick!(words, report::penalty_points)),
        Column::number(pick!(words, report::reward_points)),
        Column::text(pick!(words, report::what_it_gives)),
        Column::text(pick!(words, report::what_to_do)),
    ];
    let share = |part: f64| if model.r2 > 0.0 { (part / model.r2).clamp(0.0, 1.0) } else { 0.0 };
    let row = |i: &&Importance| {
        let place: Option<&Priority> =
            report.priorities.iter().find(|p| p.target == i.target && p.id == i.id);
        let effect = |end: &Option<crate::driver::Adjusted>| {
            end.as_ref().map_or_else(String::new, |end| lang.signed(end.effect, digits))
        };
        let (low, high) = (
            lang.percent(100.0 * share(i.importance_low), 0),
            lang.percent(100.0 * share(i.importance_high), 0),
        );
        Row {
            cells: vec![
                i.label.clone().into(),
                words.share(i.share, 0).into(),
                super::amounts::brackets(lang, &low, &high).into(),
                format!("{}\u{a0}/\u{a0}{}", lang.number(i.mean, 2), lang.number(i.scale_high, 0)).into(),
                effect(&i.penalty).into(),
                effect(&i.reward).into(),
                i.appeal.label(lang).to_owned().into(),
                place.map_or_else(String::new, |place| place.verdict(lang)).into(),
            ],
            total: false,
        }
    };
    let title = metric.map_or_else(String::new, |metric| words.noun(&model.target, metric).title());
    let (n, r2) = (lang.count(model.n), words.share(model.r2, 0));
    let caption = say!(words, report::importance_of_the_rated_dimensions_base_of(title, n, r2));
    let left = (model.incomplete > 0).then(|| {
        let left = words.answers(model.incomplete);
        say!(words, report::left_out_because_a_rating_is_missing(left))
    });
    Table::new(words, caption, columns, rows.iter().map(row).collect()).noted(left)
}
