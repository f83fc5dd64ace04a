//! What rises from week to week, or from day to day.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::view::View;
use crate::centre::{Better, Unit};
use crate::chart::{ChartError, ChartKind, Figure, Heading, Multiples, Panel, small_multiples};
use crate::metric::interval::wilson;
use crate::report::centre::period::{date_of, short};
use crate::report::document::{Block, Column, Row, Table};
use crate::transcript::Emergence;

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
        return vec![Block::Text {
            text: say!(words, calls_report::words_and_themes_tested_none_surely_rises(tested)),
        }];
    }
    let columns = vec![
        Column::text(pick!(words, calls_report::the_customer_speaks_of)),
        Column::text(pick!(words, calls_report::kind)),
        Column::number(pick!(words, calls_report::calls)),
        Column::number(pick!(words, calls_report::share_before)),
        Column::number(pick!(words, headings::share_at_the_end)),
        Column::number(pick!(words, calls_report::times_each_week)),
        Column::number("q"),
    ];
    let row = |row: &&Emergence| {
        let weekly = |growth: f64| view.lang().number(found.weekly(growth), 2);
        let (low, high) = (weekly(row.ci_low), weekly(row.ci_high));
        Row {
            cells: vec![
                row.term.clone().into(),
                view.kind(row.kind).to_owned().into(),
                view.lang().count(row.calls).into(),
                view.percent(row.before_share).into(),
                view.percent(row.last_share).into(),
                crate::report::document::Cell {
                    text: weekly(row.growth_per_period),
                    under: Some(crate::report::amounts::brackets(view.lang(), &low, &high)),
                    strong: false,
                },
                view.lang().probability(row.q).into(),
            ],
            total: false,
        }
    };
    let caption = say!(
        words,
        calls_report::what_rises_calls_with_a_date_words_and(view.lang().count(found.calls), tested)
    );
    let note = say!(words, calls_report::quasi_poisson_model_of_the_number_of_calls);
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
            points: by_week(row)
                .iter()
                .map(|(_, calls, with)| (*calls > 0).then(|| 100.0 * *with as f64 / *calls as f64))
                .collect(),
        }
    };
    let multiples = Multiples {
        heading: Heading {
            question: say!(words, calls_report::share_of_calls_in_which_the_customer_speaks),
            note: say!(words, calls_report::the_figure_is_that_of_the_whole_period),
            ..Heading::new(ChartKind::Rising, pick!(words, calls_report::what_rises_in_the_calls))
        },
        unit: Unit::Percent.into(),
        better: Better::Neither,
        whole: String::new(),
        mean: None,
        behind: Vec::new(),
        periods: by_week(first).iter().map(|(week, ..)| short(*week, view.lang())).collect(),
        panels: rising.iter().map(panel).collect(),
        hidden: 0,
    };
    small_multiples(&multiples, view.lang())
}

/// The Monday of each week with calls, its calls, those that hold the term. What lasts less than two weeks stays by day.
fn by_week(row: &Emergence) -> Vec<(Date, u64, u64)> {
    let days: Vec<(Date, u64, u64)> = row
        .periods
        .iter()
        .filter_map(|period| Some((date_of(&period.period)?, period.calls, period.with)))
        .collect();
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return Vec::new() };
    if (last.0 - first.0).get_days() < 14 {
        return days;
    }
    let mut weeks: BTreeMap<Date, (u64, u64)> = BTreeMap::new();
    for (day, calls, with) in days {
        let back = jiff::Span::new().days(i64::from(day.weekday().to_monday_zero_offset()));
        let week = weeks.entry(day.checked_sub(back).unwrap_or(day)).or_default();
        *week = (week.0 + calls, week.1 + with);
    }
    weeks.into_iter().map(|(week, (calls, with))| (week, calls, with)).collect()
}
