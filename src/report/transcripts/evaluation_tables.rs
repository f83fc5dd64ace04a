//! What people heard: rates from drawn calls, agreement between evaluators, agreement with the rules.

use super::rows::EvaluatedCalls;
use super::view::View;
use crate::report::document::{Block, Cell, Column, Row, Table};
use crate::transcript::evaluation::{AgreementRow, Measure, RateBy, RateRow};
use crate::transcript::listening::Agreement;

pub(super) fn blocks(view: &View<'_>) -> Vec<Block> {
    let Some(evaluated) = &view.calls.evaluated else { return Vec::new() };
    let mut out = vec![Block::Text { text: origin(view, evaluated) }];
    out.extend(rates(view, evaluated).map(Block::Table));
    out.extend(between(view, evaluated).map(Block::Table));
    out.extend(leniency(view, evaluated).map(Block::Table));
    out.extend(detection(view, evaluated).map(Block::Table));
    out.extend(trends(view, evaluated).map(Block::Table));
    out
}

/// Which calls were evaluated, and how they were picked.
fn origin(view: &View<'_>, evaluated: &EvaluatedCalls) -> String {
    let words = view.words;
    let rates = &evaluated.rates;
    let n = view.lang().count(rates.coverage.evaluated);
    let outside = rates.outside_plan;
    match &evaluated.plan {
        Some(plan) => {
            let (drawn, eligible) = (view.lang().count(plan.drawn), view.lang().count(plan.eligible));
            let (each, seed) = (view.lang().count(plan.per_stratum), plan.seed);
            let left = if outside > 0 {
                let outside = view.lang().count(outside);
                say!(words, calls_report::evaluated_outside_the_plan_hence_in_no_rate(outside))
            } else {
                String::new()
            };
            say!(
                words,
                calls_report::calls_drawn_at_random_of_at_most_per(drawn, eligible, each, seed, n, left)
            )
        }
        None => {
            say!(words, calls_report::calls_evaluated_without_a_plan_of_their_draw_in_evaluation_tables(n))
        }
    }
}

/// The name of what is measured.
fn measure(view: &View<'_>, measure: Measure, item: Option<&str>) -> String {
    match measure {
        Measure::ActiveListening => pick!(view.words, calls_report::active_listening).to_owned(),
        Measure::Score => pick!(view.words, calls_report::score_on_the_grid_of_100).to_owned(),
        Measure::Item => {
            let id = item.unwrap_or_default();
            let known = view.calls.items.iter().find(|known| known.id == id);
            known.map_or_else(|| id.to_owned(), |known| known.label.clone())
        }
    }
}

fn rates(view: &View<'_>, evaluated: &EvaluatedCalls) -> Option<Table> {
    let words = view.words;
    let shown = |row: &&RateRow| row.by == RateBy::All && row.value.is_some();
    let value = |row: &RateRow| -> Cell {
        if row.measure != Measure::Score {
            return view.rate(row.value, row.ci_low, row.ci_high);
        }
        let number = |value: f64| view.lang().number(value, 1);
        let ends = row.ci_low.zip(row.ci_high);
        Cell {
            text: row.value.map_or_else(String::new, number),
            under: ends.map(|(low, high)| {
                crate::report::amounts::brackets(view.lang(), &number(low), &number(high))
            }),
            strong: false,
        }
    };
    // In the order of the grid, active listening first.
    let place = |row: &RateRow| {
        let id = row.item.as_deref();
        (row.measure, view.calls.items.iter().position(|item| Some(item.id.as_str()) == id))
    };
    let mut kept: Vec<&RateRow> = evaluated.rates.rows.iter().filter(shown).collect();
    kept.sort_by_key(|row| place(row));
    let rows: Vec<Row> = kept
        .into_iter()
        .map(|row| Row {
            cells: vec![
                measure(view, row.measure, row.item.as_deref()).into(),
                format!("{}{}", view.lang().count(row.n), View::small(row.n)).into(),
                value(row),
            ],
            total: row.measure == Measure::ActiveListening,
        })
        .collect();
    let columns = vec![
        Column::text(pick!(words, calls_report::what_evaluators_hear)),
        Column::number(pick!(words, calls_report::calls_evaluated)),
        Column::number(pick!(words, calls_report::result)),
    ];
    let level = view.lang().level(evaluated.rates.level);
    let caption = say!(words, calls_report::human_evaluation_share_of_calls_interval(level));
    (!rows.is_empty()).then(|| Table::new(words, caption, columns, rows).noted([view.small_note()]))
}

fn kappa(view: &View<'_>, kappa: Option<f64>, low: Option<f64>, high: Option<f64>) -> Cell {
    let Some(kappa) = kappa else { return "–".to_owned().into() };
    let number = |value: f64| view.lang().number(value, 2);
    let ends = low.zip(high);
    Cell {
        text: number(kappa),
        under: ends
            .map(|(low, high)| crate::report::amounts::brackets(view.lang(), &number(low), &number(high))),
        strong: false,
    }
}

/// Calls that two evaluators judged.
fn between(view: &View<'_>, evaluated: &EvaluatedCalls) -> Option<Table> {
    let words = view.words;
    let found = &evaluated.agreement;
    let row = |row: &AgreementRow| Row {
        cells: vec![
            measure(view, row.measure, row.item.as_deref()).into(),
            view.lang().count(row.calls).into(),
            row.agreement.map_or_else(|| "–".to_owned(), |share| view.percent(share)).into(),
            kappa(view, row.kappa, row.kappa_low, row.kappa_high),
        ],
        total: row.measure == Measure::ActiveListening,
    };
    let rows: Vec<Row> =
        found.rows.iter().filter(|row| row.calls > 0 && row.measure != Measure::Score).map(row).collect();
    let columns = vec![
        Column::text(pick!(words, calls_report::double_evaluation)),
        Column::number(pick!(words, calls_report::calls)),
        Column::number(pick!(words, calls_report::agreement)),
        Column::number("κ"),
    ];
    let caption = say!(
        words,
        calls_report::agreement_between_evaluators_calls_judged_by(view.lang().count(found.calls))
    );
    let note = say!(words, calls_report::cohens_agreement_beyond_chance_1_where_it_is);
    (!rows.is_empty()).then(|| Table::new(words, caption, columns, rows).noted([note]))
}

/// Who marks higher than the others.
fn leniency(view: &View<'_>, evaluated: &EvaluatedCalls) -> Option<Table> {
    let words = view.words;
    let rows: Vec<Row> = evaluated
        .agreement
        .leniency
        .iter()
        .filter(|row| row.measure == Measure::Score)
        .map(|row| {
            let signed = |value: f64| view.lang().signed(value, 1);
            let ends = row.ci_low.zip(row.ci_high);
            Row {
                cells: vec![
                    row.evaluator.clone().into(),
                    view.lang().count(row.calls).into(),
                    Cell {
                        text: signed(row.difference),
                        under: ends.map(|(low, high)| {
                            crate::report::amounts::brackets(view.lang(), &signed(low), &signed(high))
                        }),
                        strong: false,
                    },
                ],
                total: false,
            }
        })
        .collect();
    let columns = vec![
        Column::text(pick!(words, calls_report::evaluator)),
        Column::number(pick!(words, calls_report::calls)),
        Column::number(pick!(words, calls_report::difference_points_of_100)),
    ];
    let caption = say!(words, calls_report::leniency_an_evaluators_score_minus_that_of);
    (!rows.is_empty()).then(|| Table::new(words, caption, columns, rows))
}

/// What the rules find against what people hear.
fn detection(view: &View<'_>, evaluated: &EvaluatedCalls) -> Option<Table> {
    let words = view.words;
    let row = |label: String, found: &Agreement, total: bool| Row {
        cells: vec![
            label.into(),
            view.lang().count(found.n).into(),
            kappa(view, found.kappa, found.kappa_low, found.kappa_high),
            view.rate(found.precision, found.precision_low, found.precision_high),
            view.rate(found.recall, found.recall_low, found.recall_high),
        ],
        total,
    };
    let whole = evaluated
        .detection
        .iter()
        .map(|found| row(measure(view, Measure::ActiveListening, None), found, true));
    let items = evaluated.detection_items.iter().map(|item| row(item.label.clone(), &item.agreement, false));
    let rows: Vec<Row> = whole.chain(items).collect();
    let columns = vec![
        Column::text(pick!(words, calls_report::detection_against_evaluation)),
        Column::number(pick!(words, calls_report::calls)),
        Column::number("κ"),
        Column::number(pick!(words, calls_report::precision)),
        Column::number(pick!(words, calls_report::recall)),
    ];
    let caption = say!(words, calls_report::what_the_detection_is_worth_evaluators_taken);
    let note = say!(words, calls_report::precision_share_of_what_the_grid_finds_that);
    (!rows.is_empty()).then(|| Table::new(words, caption, columns, rows).noted([note]))
}

/// Items over the periods.
fn trends(view: &View<'_>, evaluated: &EvaluatedCalls) -> Option<Table> {
    let words = view.words;
    let rows: Vec<Row> = evaluated
        .trends
        .iter()
        .filter(|row| row.periods.len() > 1 && row.p.is_some())
        .map(|row| {
            let share =
                |share: Option<f64>| share.map_or_else(|| "–".to_owned(), |share| view.percent(share));
            Row {
                cells: vec![
                    measure(view, row.measure, row.item.as_deref()).into(),
                    share(row.periods.first().and_then(|period| period.share)).into(),
                    share(row.periods.last().and_then(|period| period.share)).into(),
                    row.q.map_or_else(|| "–".to_owned(), |q| view.lang().probability(q)).into(),
                ],
                total: row.measure == Measure::ActiveListening,
            }
        })
        .collect();
    let periods = evaluated.trends.iter().find(|row| row.periods.len() > 1)?;
    let (first, last) = (periods.periods.first()?, periods.periods.last()?);
    let columns = vec![
        Column::text(pick!(words, calls_report::from_period_to_period)),
        Column::number(period_name(view, &first.period)),
        Column::number(period_name(view, &last.period)),
        Column::number("q"),
    ];
    let caption = say!(words, calls_report::trend_by_item_evaluated_calls_unweighted);
    (!rows.is_empty()).then(|| Table::new(words, caption, columns, rows))
}

/// `sept. 2026` of `2026-09`; a week as it is.
fn period_name(view: &View<'_>, period: &str) -> String {
    use crate::report::centre::period::{date_of, month};
    let day = date_of(&format!("{period}-01"));
    day.map_or_else(|| period.to_owned(), |day| format!("{} {}", month(day.month(), view.lang()), day.year()))
}
