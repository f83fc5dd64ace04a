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
                words.say(
                    format!(" Évalués hors du plan, donc comptés dans aucun taux : {outside}."),
                    format!(" Evaluated outside the plan, hence in no rate: {outside}."),
                )
            } else {
                String::new()
            };
            words.say(
                format!("{drawn} appels tirés au sort parmi {eligible}, {each} au plus par agent et période (graine {seed}) ; {n} évalués. Chaque appel évalué représente tous ceux de son agent sur la période ; les intervalles sont ceux d’un sondage stratifié en population finie.{left}"),
                format!("{drawn} calls drawn at random of {eligible}, at most {each} per agent and period (seed {seed}); {n} evaluated. Each evaluated call stands for those of its agent in the period; the intervals are those of a stratified sample of a finite population.{left}"),
            )
        }
        None => words.say(
            format!("Appels évalués : {n}, sans plan de tirage : les intervalles ne valent que s’ils ont été tirés au sort."),
            format!("Calls evaluated: {n}, without a plan of their draw: the intervals hold only if they were drawn at random."),
        ),
    }
}

/// The name of what is measured.
fn measure(view: &View<'_>, measure: Measure, item: Option<&str>) -> String {
    match measure {
        Measure::ActiveListening => view.words.pick("Écoute active", "Active listening").to_owned(),
        Measure::Score => {
            view.words.pick("Note de la grille (sur 100)", "Score on the grid (of 100)").to_owned()
        }
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
        Column::text(words.pick("Ce que les évaluateurs entendent", "What evaluators hear")),
        Column::number(words.pick("Appels évalués", "Calls evaluated")),
        Column::number(words.pick("Résultat", "Result")),
    ];
    let level = view.lang().level(evaluated.rates.level);
    let caption = words.say(
        format!("Évaluation humaine : part des appels, intervalle à {level}"),
        format!("Human evaluation: share of calls, {level} interval"),
    );
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
        Column::text(words.pick("Double écoute", "Double evaluation")),
        Column::number(words.pick("Appels", "Calls")),
        Column::number(words.pick("Accord", "Agreement")),
        Column::number("κ"),
    ];
    let caption = words.say(
        format!(
            "Accord entre évaluateurs – appels écoutés par deux personnes au moins : {}",
            view.lang().count(found.calls)
        ),
        format!(
            "Agreement between evaluators – calls judged by two people at least: {}",
            view.lang().count(found.calls)
        ),
    );
    let note = words.say(
        "κ de Cohen : accord au-delà du hasard, 1 s’il est parfait ; sous 0,6, calibrer la grille avant de comparer des agents.",
        "Cohen’s κ: agreement beyond chance, 1 where it is perfect; under 0.6, calibrate the grid before comparing agents.",
    );
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
        Column::text(words.pick("Évaluateur", "Evaluator")),
        Column::number(words.pick("Appels", "Calls")),
        Column::number(words.pick("Écart (points sur 100)", "Difference (points of 100)")),
    ];
    let caption = words.say(
        "Écarts de notation : note d’un évaluateur moins celle des autres, sur les mêmes appels (positif : plus indulgent)",
        "Leniency: an evaluator’s score minus that of the others, on the same calls (positive: more lenient)",
    );
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
        Column::text(words.pick("Détection contre évaluation", "Detection against evaluation")),
        Column::number(words.pick("Appels", "Calls")),
        Column::number("κ"),
        Column::number(words.pick("Précision", "Precision")),
        Column::number(words.pick("Rappel", "Recall")),
    ];
    let caption = words.say(
        "Ce que vaut la détection, les évaluateurs servant de référence",
        "What the detection is worth, evaluators taken as the reference",
    );
    let note = words.say(
        "Précision : part de ce que la grille trouve que les évaluateurs confirment. Rappel : part de ce qu’ils entendent qu’elle trouve.",
        "Precision: share of what the grid finds that evaluators confirm. Recall: share of what they hear that it finds.",
    );
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
        Column::text(words.pick("D’une période à l’autre", "From period to period")),
        Column::number(period_name(view, &first.period)),
        Column::number(period_name(view, &last.period)),
        Column::number("q"),
    ];
    let caption = words.say(
        "Évolution par item, appels évalués, sans pondération : ces parts ne se comparent pas aux taux ci-dessus (test de Cochran-Armitage)",
        "Trend by item, evaluated calls, unweighted: these shares do not compare with the rates above (Cochran–Armitage test)",
    );
    (!rows.is_empty()).then(|| Table::new(words, caption, columns, rows))
}

/// `sept. 2026` of `2026-09`; a week as it is.
fn period_name(view: &View<'_>, period: &str) -> String {
    use crate::report::centre::period::{date_of, month};
    let day = date_of(&format!("{period}-01"));
    day.map_or_else(|| period.to_owned(), |day| format!("{} {}", month(day.month(), view.lang()), day.year()))
}
