//! Day by day: the indicators with their limits of chance, what remains open in the evening.

use std::collections::BTreeMap;

use super::period::{Period, day_of};
use super::view::View;
use crate::centre::{IndicatorPoint, IndicatorSeries, Unit, value_text};
use crate::metric::control::Signal;
use crate::report::amounts::brackets;
use crate::report::document::{Block, Cell, Column, Row, Table};
use crate::report::words::capitalized;

/// Series of a table, at most.
const SERIES: usize = 6;

/// Days that are out of line, then every day.
pub(super) fn blocks(view: &View<'_>) -> Vec<Block> {
    let shown: Vec<&IndicatorSeries> =
        view.summary.series.iter().filter(|s| s.points.len() > 1).take(SERIES).collect();
    let mut out: Vec<Block> = Vec::new();
    out.extend(daily(view, &shown).map(Block::Table));
    out.extend(backlog(view).map(Block::Table));
    out
}

fn daily(view: &View<'_>, shown: &[&IndicatorSeries]) -> Option<Table> {
    let (words, lang) = (view.words, view.words.lang);
    let mut days: BTreeMap<&str, Vec<Option<&IndicatorPoint>>> = BTreeMap::new();
    for (at, series) in shown.iter().enumerate() {
        for point in &series.points {
            days.entry(&point.day).or_insert_with(|| vec![None; shown.len()])[at] = Some(point);
        }
    }
    if days.is_empty() {
        return None;
    }
    let mut columns = vec![Column::text(pick!(words, centre_report::day))];
    columns.extend(shown.iter().map(|s| Column::number(s.label.clone())));
    let row = |(day, points): (&&str, &Vec<Option<&IndicatorPoint>>)| {
        let mut cells = vec![Cell::from(capitalized(&day_of(day, lang)))];
        cells.extend(points.iter().zip(shown).map(|(point, series)| cell(view, *point, series)));
        Row { cells, total: false }
    };
    let caption = pick!(words, centre_report::indicators_day_by_day);
    let mut notes = vec![say!(words, centre_report::in_bold_a_day_out_of_the_limits)];
    if shown.iter().any(|s| s.provisional) {
        notes.push(say!(words, centre_report::under_20_days_the_limits_are_provisional));
    }
    Some(Table::new(words, caption.to_owned(), columns, days.iter().map(row).collect()).noted(notes))
}

fn cell(view: &View<'_>, point: Option<&IndicatorPoint>, series: &IndicatorSeries) -> Cell {
    let lang = view.words.lang;
    let text = |x: f64| value_text(lang, series.unit, x);
    let Some((point, value)) = point.and_then(|p| Some((p, p.value?))) else {
        return Cell::from("–".to_owned());
    };
    // Only a net score goes under zero.
    let floor = if series.unit == Unit::Points { f64::NEG_INFINITY } else { 0.0 };
    let limits = match (point.low.map(|low| low.max(floor)), point.high) {
        (Some(low), Some(high)) => Some(brackets(lang, &text(low), &text(high))),
        _ => None,
    };
    let beyond = point.signal == Some(Signal::Beyond);
    let run = if point.signal == Some(Signal::Run) { "\u{a0}↔" } else { "" };
    Cell { text: text(value) + run, under: limits.filter(|_| beyond), strong: beyond }
}

/// What is open at the end of each day, all channels together and by channel.
fn backlog(view: &View<'_>) -> Option<Table> {
    let (words, lang) = (view.words, view.words.lang);
    let levels = &view.summary.backlog;
    let mut channels: Vec<Option<&str>> = levels.iter().map(|l| l.channel.as_deref()).collect();
    channels.sort_unstable();
    channels.dedup();
    let mut days: BTreeMap<&str, BTreeMap<Option<&str>, u64>> = BTreeMap::new();
    for level in levels {
        days.entry(&level.day).or_default().insert(level.channel.as_deref(), level.open);
    }
    if days.is_empty() {
        return None;
    }
    let mut columns = vec![Column::text(pick!(words, centre_report::evening_of))];
    columns.extend(channels.iter().map(|channel| {
        Column::number(channel.map_or_else(|| pick!(words, centre_report::total).to_owned(), str::to_owned))
    }));
    let row = |(day, open): (&&str, &BTreeMap<Option<&str>, u64>)| {
        let mut cells = vec![Cell::from(capitalized(&day_of(day, lang)))];
        let count = |channel| open.get(channel).map_or_else(|| "–".to_owned(), |n| lang.count(*n));
        cells.extend(channels.iter().map(|channel| Cell::from(count(channel))));
        Row { cells, total: false }
    };
    let caption = say!(words, centre_report::backlog_requests_open_at_the_end_of_the);
    Some(Table::new(words, caption, columns, days.iter().map(row).collect()))
}

/// Days of a series out of its limits, in time.
pub(super) fn beyond(series: &IndicatorSeries) -> Vec<(&IndicatorPoint, Period)> {
    let out = series.points.iter().filter(|p| p.signal == Some(Signal::Beyond) && p.value.is_some());
    let mut out: Vec<_> = out.filter_map(|p| Some((p, Period::parse(&p.day)?))).collect();
    out.sort_by_key(|(_, day)| *day);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::report::sample;
    use crate::report::words::Words;

    #[test]
    fn a_day_out_of_the_limits_stands_out_with_them() {
        let report = sample::centre(Lang::Fr);
        let words = Words::new(&report);
        let view = View::new(&words, &report).unwrap();
        let blocks = blocks(&view);
        let [Block::Table(days), Block::Table(backlog)] = &blocks[..] else { panic!("two tables") };
        let strong: Vec<&Row> = days.rows.iter().filter(|r| r.cells.iter().any(|c| c.strong)).collect();
        assert_eq!(strong.len(), 1);
        assert_eq!(strong[0].cells[0].text, "Mardi 9\u{a0}septembre 2025");
        assert_eq!(strong[0].cells[1].under.as_deref(), Some("[69,0\u{a0}%\u{a0};\u{a0}85,0\u{a0}%]"));
        let titles: Vec<&str> = backlog.columns.iter().map(|c| c.title.as_str()).collect();
        assert_eq!(titles, ["Soir du", "Ensemble", "E-mail", "Tchat"]);
    }
}
