//! What of a contact goes with the score that the customer gives: wait, handling, resolution, transfer.

use super::view::View;
use crate::centre::link::Feature;
use crate::driver::{Driver, DriverKind};
use crate::report::amounts::decimals;
use crate::report::document::{Block, Cell, Column, Row, Table};

/// A table a score, with how to read them.
pub(super) fn blocks(view: &View<'_>) -> Vec<Block> {
    let words = view.words;
    let linked = || view.report.drivers.iter().filter(|d| d.kind == DriverKind::Indicator);
    let mut targets: Vec<&str> = Vec::new();
    for driver in linked() {
        if !targets.contains(&driver.target.as_str()) {
            targets.push(&driver.target);
        }
    }
    let tables = targets.into_iter().filter_map(|target| {
        let rows: Vec<&Driver> = linked().filter(|d| d.target == target).collect();
        table(view, target, &rows).map(Block::Table)
    });
    let mut out: Vec<Block> = tables.collect();
    if !out.is_empty() {
        out.insert(
            0,
            Block::Text { text: say!(words, centre_report::the_answers_to_the_survey_are_joined_to) },
        );
    }
    out
}

fn table(view: &View<'_>, target: &str, rows: &[&Driver]) -> Option<Table> {
    let (words, lang) = (view.words, view.words.lang);
    let (first, metric) = (rows.first()?, words.main_metric(target)?);
    let digits = decimals(metric);
    let score = words.noun(target, metric);
    let columns = vec![
        Column::text(pick!(words, centre_report::feature_of_the_contact)),
        Column::number(pick!(words, centre_report::answers)),
        Column::number(pick!(words, centre_report::share)),
        Column::number(pick!(words, centre_report::score_with)),
        Column::number(pick!(words, centre_report::score_without)),
        Column::number(pick!(words, centre_report::difference)),
        Column::number(pick!(words, centre_report::all_else_equal)),
        Column::number("q"),
        Column::number(pick!(words, centre_report::importance)),
    ];
    let importance = |d: &Driver| {
        let dimension = Feature::of_id(&d.id)?.dimension();
        let found = view.report.importance.iter().find(|i| i.target == target && i.id == dimension)?;
        Some(words.share(found.share, 0))
    };
    let row = |d: &&Driver| {
        let own = d.adjusted.as_ref();
        let held = own.map_or_else(
            || Cell::from("–".to_owned()),
            |own| Cell {
                text: lang.signed(own.effect, digits),
                under: Some(words.gap_interval(own.ci_low, own.ci_high, digits)),
                strong: false,
            },
        );
        Row {
            cells: vec![
                d.label.clone().into(),
                lang.count(d.n).into(),
                words.share(d.n as f64 / d.base.max(1) as f64, 0).into(),
                words.bare(metric, d.with, digits).into(),
                words.bare(metric, d.without, digits).into(),
                lang.signed(d.difference, digits).into(),
                held,
                lang.probability(own.map_or(d.q, |own| own.q)).into(),
                importance(d).unwrap_or_else(|| "–".to_owned()).into(),
            ],
            total: false,
        }
    };
    let (title, base) = (score.title(), lang.count(first.base));
    let caption = say!(words, centre_report::and_the_contact_base_joined_answers(title, base));
    let level = lang.level(view.report.study.level);
    let note = say!(words, centre_report::under_the_difference_all_else_equal_its(level));
    let notes = [note].into_iter().chain(agents(view, target));
    Some(Table::new(words, caption, columns, rows.iter().map(row).collect()).noted(notes))
}

/// How much of the score lies between agents, beyond what the contact tells.
fn agents(view: &View<'_>, target: &str) -> Option<String> {
    let (words, lang) = (view.words, view.words.lang);
    let link = view.summary.links.iter().find(|link| link.target == target)?;
    let (share, low, high) = (link.agent_share?, link.agent_share_low?, link.agent_share_high?);
    let (n, p) = (lang.count(link.agents?), link.agent_p?);
    let percent = |share: f64| lang.percent(100.0 * share, 1);
    let (share, low, high, told) = (percent(share), percent(low), percent(high), lang.probability(p));
    let judged = match (p < 0.05, link.agent_share_low.is_some_and(|low| low > 0.0)) {
        (true, true) => pick!(words, centre_report::agents_alike_would_not_differ_so_by_chance),
        (true, false) => pick!(words, centre_report::it_may_be_chance_the_interval_reaches_0),
        (false, _) => pick!(words, centre_report::chance_is_enough_to_explain_it),
    };
    Some(say!(
        words,
        centre_report::agent_of_the_variance_of_the_score_lies(share, n, low, high, told, judged)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::report::sample;
    use crate::report::words::Words;

    #[test]
    fn features_of_the_contact_have_a_table_of_their_own() {
        let report = sample::linked(Lang::Fr);
        let words = Words::new(&report);
        let blocks = blocks(&View::new(&words, &report).unwrap());
        let [Block::Text { .. }, Block::Table(table)] = &blocks[..] else { panic!("a text and a table") };
        assert_eq!(table.rows.len(), 1);
        let cells: Vec<&str> = table.rows[0].cells.iter().map(|c| c.text.as_str()).collect();
        assert_eq!(cells[..2], ["Attente de plus de 60\u{a0}s", "180"]);
        assert_eq!(cells[5..], ["−24,0", "–", "<\u{a0}0,001", "–"]);
        let report = sample::centre(Lang::Fr);
        assert!(super::blocks(&View::new(&Words::new(&report), &report).unwrap()).is_empty());
    }
}
