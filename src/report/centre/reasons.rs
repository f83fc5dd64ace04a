//! Why people call, by what it takes: volume × handle time × cost.

use super::amounts::{hours_text, interval_of, value_of};
use super::view::View;
use crate::centre::{Indicator, Unit, value_text};
use crate::report::document::{Block, Cell, Column, Row, Table};

const COLUMN: &str = "reason";

/// A reason and what it takes.
pub(super) struct Reason<'a> {
    pub name: &'a str,
    /// Calls handled.
    pub calls: f64,
    /// Mean handle time, in seconds.
    pub handle_s: f64,
    /// Hours of handling.
    pub hours: f64,
    /// Share of the handling of all reasons, 0…1.
    pub share: f64,
    /// Euros, where the cost of a request is known.
    pub cost: Option<f64>,
}

/// Reasons by cost where it is known of all, else by hours; the heaviest first.
pub(super) fn ranked<'a>(view: &View<'a>) -> Vec<Reason<'a>> {
    let mut out: Vec<Reason<'_>> = view
        .values(COLUMN)
        .into_iter()
        .filter_map(|name| {
            let value = |id| view.cell(id, (None, Some((COLUMN, name))))?.value;
            let (calls, handle_s) = (value(Indicator::HandledCalls)?, value(Indicator::AverageHandleTime)?);
            let cost = value(Indicator::CostPerRequestType).map(|unit| unit * calls);
            Some(Reason { name, calls, handle_s, hours: calls * handle_s / 3600.0, share: 0.0, cost })
        })
        .collect();
    let whole: f64 = out.iter().map(|r| r.hours).sum();
    if whole > 0.0 {
        for reason in &mut out {
            reason.share = reason.hours / whole;
        }
    }
    let priced = out.iter().all(|r| r.cost.is_some());
    let weight = |r: &Reason<'_>| r.cost.filter(|_| priced).unwrap_or(r.hours);
    out.sort_by(|a, b| weight(b).total_cmp(&weight(a)).then(a.name.cmp(b.name)));
    out
}

/// The table of reasons.
pub(super) fn blocks(view: &View<'_>) -> Vec<Block> {
    let (words, lang) = (view.words, view.words.lang);
    let reasons = ranked(view);
    if reasons.is_empty() {
        return Vec::new();
    }
    let places: Vec<_> = reasons.iter().map(|r| (None, Some((COLUMN, r.name)))).collect();
    let beside = view.known(
        [Indicator::FirstContactResolution, Indicator::TransferRate, Indicator::Csat, Indicator::Nps],
        &places,
    );
    let priced = reasons.iter().any(|r| r.cost.is_some());
    let mut columns = vec![
        Column::text(pick!(words, centre_report::reason)),
        Column::number(pick!(words, centre_report::handled_calls_in_reasons)),
        Column::number(pick!(words, centre_report::aht)),
        Column::number(pick!(words, centre_report::workload)),
        Column::number(pick!(words, centre_report::share_of_workload)),
    ];
    if priced {
        columns.push(Column::number(pick!(words, centre_report::cost)));
    }
    columns.extend(beside.iter().map(|id| Column::number(super::breakdown::label(view, *id))));
    let row = |r: &Reason<'_>| {
        let mut cells: Vec<Cell> = vec![
            r.name.to_owned().into(),
            lang.number(r.calls, 0).into(),
            value_text(lang, Unit::Seconds, r.handle_s).into(),
            hours_text(lang, r.hours).into(),
            lang.percent(r.share * 100.0, 1).into(),
        ];
        if priced {
            let cost = r.cost.map_or_else(|| "–".to_owned(), |cost| euros(lang, cost));
            cells.push(cost.into());
        }
        cells.extend(beside.iter().map(|id| {
            let cell = view.cell(*id, (None, Some((COLUMN, r.name))));
            let under = cell.and_then(|row| interval_of(lang, row));
            Cell {
                text: cell.map_or_else(|| "–".to_owned(), |row| value_of(lang, row)),
                under,
                strong: false,
            }
        }));
        Row { cells, total: false }
    };
    let caption = if priced {
        pick!(words, centre_report::contact_reasons_by_cost)
    } else {
        pick!(words, centre_report::contact_reasons_by_workload)
    };
    let note = if priced {
        say!(words, centre_report::workload_handled_calls_average_handle_time)
    } else {
        say!(words, centre_report::workload_handled_calls_average_handle_time_a)
    };
    let rows = reasons.iter().map(row).collect();
    vec![Block::Table(Table::new(words, caption.to_owned(), columns, rows).noted([note]))]
}

/// A sum of euros, cents left out.
pub(super) fn euros(lang: crate::lang::Lang, cost: f64) -> String {
    let number = lang.number(cost, 0);
    pick!(lang, centre_report::joined_in_reasons(number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::report::sample;
    use crate::report::words::Words;

    #[test]
    fn the_heaviest_reason_comes_first() {
        let report = sample::centre(Lang::Fr);
        let words = Words::new(&report);
        let reasons = ranked(&View::new(&words, &report).unwrap());
        let names: Vec<&str> = reasons.iter().map(|r| r.name).collect();
        // 3 000 × 300 s, 1 200 × 600 s, 2 500 × 150 s.
        assert_eq!(names, ["Facture", "Panne | réseau", "Suivi de commande"]);
        assert!((reasons[0].hours - 250.0).abs() < 1e-9 && (reasons[1].hours - 200.0).abs() < 1e-9);
        assert!((reasons.iter().map(|r| r.share).sum::<f64>() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn cost_ranks_only_where_it_is_known_of_all() {
        let mut report = sample::centre(Lang::Fr);
        for row in report.indicators.iter_mut().filter(|r| r.id == Indicator::CostPerRequestType) {
            let named = row.segment.as_ref().is_some_and(|s| s[0].value == "Suivi de commande");
            row.value = Some(if named { 50.0 } else { 1.0 });
        }
        let first = |report: &crate::report::Report| {
            let words = Words::new(report);
            ranked(&View::new(&words, report).unwrap())[0].name.to_owned()
        };
        assert_eq!(first(&report), "Suivi de commande");
        let facture = |r: &&mut crate::centre::IndicatorRow| {
            r.id == Indicator::CostPerRequestType
                && r.segment.as_ref().is_some_and(|s| s[0].value == "Facture")
        };
        report.indicators.iter_mut().find(facture).unwrap().value = None;
        assert_eq!(first(&report), "Facture");
    }
}
