//! What rises from week to week, or from day to day.

use super::view::View;
use crate::centre::{Better, Unit};
use crate::chart::{ChartError, Figure, Heading, Multiples, Panel, small_multiples};
use crate::metric::interval::wilson;
use crate::report::centre::period::{date_of, short};
use crate::report::document::{Block, Column, Row, Table};
use crate::transcript::{Emergence, Step};

/// Terms drawn.
const DRAWN: usize = 6;
/// Terms listed.
const LISTED: usize = 10;

/// The terms whose rate rises; a sentence where none does.
pub(super) fn blocks(view: &View<'_>) -> Vec<Block> {
    let words = view.words;
    let found = &view.calls.emergence;
    let rising: Vec<&Emergence> = found.rows.iter().filter(|row| row.rises).take(LISTED).collect();
    if found.rows.is_empty() {
        return Vec::new();
    }
    let tested = view.lang().count(found.rows.len() as u64);
    if rising.is_empty() {
        return vec![Block::Text { text: words.say(
            format!("Aucun des {tested} mots et thèmes testés ne monte sûrement d’une période à l’autre (q sous 0,05)."),
            format!("None of the {tested} words and themes tested surely rises from period to period (q under 0.05)."),
        ) }];
    }
    let step = match found.step {
        Step::Day => words.pick("par jour", "a day"),
        Step::Week => words.pick("par semaine", "a week"),
    };
    let columns = vec![
        Column::text(words.pick("Le client parle de", "The customer speaks of")),
        Column::text(words.pick("Nature", "Kind")),
        Column::number(words.pick("Appels", "Calls")),
        Column::number(words.pick("Part avant", "Share before")),
        Column::number(words.pick("Dernière période", "Last period")),
        Column::number(words.say(format!("Multiplié {step} par"), format!("Times {step}"))),
        Column::number("q"),
    ];
    let row = |row: &&Emergence| {
        let (low, high) = (view.lang().number(row.ci_low, 2), view.lang().number(row.ci_high, 2));
        Row {
            cells: vec![
                row.term.clone().into(),
                view.kind(row.kind).to_owned().into(),
                view.lang().count(row.calls).into(),
                view.percent(row.before_share).into(),
                view.percent(row.last_share).into(),
                crate::report::document::Cell {
                    text: view.lang().number(row.growth_per_period, 2),
                    under: Some(crate::report::amounts::brackets(view.lang(), &low, &high)),
                    strong: false,
                },
                view.lang().probability(row.q).into(),
            ],
            total: false,
        }
    };
    let caption = words.say(
        format!("Ce qui monte : {} datés, {tested} mots et thèmes testés", view.calls(found.calls)),
        format!("What rises: {} with a date, {tested} words and themes tested", view.calls(found.calls)),
    );
    let note = words.say(
        "Modèle quasi-Poisson du nombre d’appels, rapporté aux appels de la période ; q corrige du nombre de mots testés. Une droite voit ce qui monte durablement, pas un pic.",
        "Quasi-Poisson model of the number of calls, over the calls of the period; q corrects for the number of words tested. A straight line sees what rises for good, not a peak.",
    );
    vec![Block::Table(Table::new(words, caption, columns, rising.iter().map(row).collect()).noted([note]))]
}

/// Share of the calls by period of each term that rises.
pub(super) fn figure(view: &View<'_>) -> Result<Option<Figure>, ChartError> {
    let words = view.words;
    let rising: Vec<&Emergence> =
        view.calls.emergence.rows.iter().filter(|row| row.rises).take(DRAWN).collect();
    let Some(first) = rising.first() else { return Ok(None) };
    let panel = |row: &&Emergence| {
        let n: u64 = row.periods.iter().map(|period| period.calls).sum();
        let ends = wilson(row.calls, n, view.report.study.level);
        Panel {
            name: row.term.clone(),
            value: (n > 0).then(|| 100.0 * row.calls as f64 / n as f64),
            low: ends.map(|ends| 100.0 * ends.0),
            high: ends.map(|ends| 100.0 * ends.1),
            n,
            points: row
                .periods
                .iter()
                .map(|period| (period.calls > 0).then(|| 100.0 * period.with as f64 / period.calls as f64))
                .collect(),
        }
    };
    let multiples = Multiples {
        heading: Heading {
            id: "rising".to_owned(),
            title: words.pick("Ce qui monte dans les appels", "What rises in the calls").to_owned(),
            question: words.say(
                "Part des appels où le client en parle",
                "Share of calls in which the customer speaks of it",
            ),
            note: words.say(
                "Le chiffre est celui de toute la période. Mots et thèmes dont la part monte (q sous 0,05).",
                "The figure is that of the whole period. Words and themes whose share rises (q under 0.05).",
            ),
        },
        unit: Unit::Percent,
        better: Better::Neither,
        mean: None,
        periods: first
            .periods
            .iter()
            .map(|period| {
                date_of(&period.period).map_or_else(|| period.period.clone(), |on| short(on, view.lang()))
            })
            .collect(),
        panels: rising.iter().map(panel).collect(),
        hidden: 0,
    };
    small_multiples(&multiples, view.lang())
}
