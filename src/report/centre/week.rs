//! The week hour by hour: load, service level, reachable customers, agents needed.

use super::period::{clock, weekday};
use super::view::View;
use crate::centre::{HeatCell, StaffingRow};
use crate::report::document::{Block, Cell, Column, Row, Table};
use crate::report::words::capitalized;

/// Calls an hour, on the mean of the days that had some.
pub(super) fn load(cell: &HeatCell) -> f64 {
    if cell.days == 0 { 0.0 } else { cell.offered as f64 / cell.days as f64 }
}

/// Load and service level, connect rate of outbound calls.
pub(super) fn heat(view: &View<'_>) -> Vec<Block> {
    let (words, lang) = (view.words, view.words.lang);
    let cells: Vec<(u8, u8, &HeatCell)> = view.summary.heat.iter().map(|c| (c.weekday, c.hour, c)).collect();
    let inbound: Vec<_> = cells.iter().filter(|(_, _, c)| c.offered > 0).copied().collect();
    let outbound: Vec<_> = cells.iter().filter(|(_, _, c)| c.dialled > 0).copied().collect();
    let caption = pick!(words, centre_report::calls_offered_an_hour_and_service_level);
    let load_note = say!(words, centre_report::mean_number_of_calls_offered_in_the_hour);
    let load_cell = |c: &&HeatCell| {
        let level = c.service_level.map(|x| lang.percent(x, 0));
        Cell { text: lang.number(load(c), usize::from(load(c) < 10.0)), under: level, strong: false }
    };
    let connect = say!(words, centre_report::outbound_calls_when_customers_answer);
    let connect_note = say!(words, centre_report::share_of_dialled_calls_that_a_person_answers);
    let connect_cell = |c: &&HeatCell| Cell {
        text: c.connect_rate.map_or_else(|| "–".to_owned(), |x| lang.percent(x, 0)),
        under: Some(lang.count(c.dialled)),
        strong: false,
    };
    let tables = [
        planner(view, caption, &inbound, load_cell).map(|t| t.noted([load_note])),
        planner(view, &connect, &outbound, connect_cell).map(|t| t.noted([connect_note])),
    ];
    tables.into_iter().flatten().map(Block::Table).collect()
}

/// Agents that each hour needs.
pub(super) fn staffing(view: &View<'_>) -> Vec<Block> {
    let (words, lang, summary) = (view.words, view.words.lang, view.summary);
    let rows: Vec<(u8, u8, &StaffingRow)> = summary.staffing.iter().map(|r| (r.weekday, r.hour, r)).collect();
    let caption = pick!(words, centre_report::agents_needed_by_hour_erlang_c);
    let cell = |r: &&StaffingRow| Cell {
        text: lang.count(r.agents),
        under: Some(lang.percent(r.occupancy, 0)),
        strong: false,
    };
    let Some(table) = planner(view, caption, &rows, cell) else { return Vec::new() };
    let delay = lang.number(summary.service_level_s, 0);
    let least = summary.staffing.iter().map(|r| r.service_level).fold(f64::INFINITY, f64::min);
    let least = lang.percent(least, 0);
    let note = say!(words, centre_report::agents_on_line_for_the_mean_load_of(delay, least));
    vec![Block::Table(table.noted([note]))]
}

/// Hours down, days across, as in a diary; an hour without anything is empty.
fn planner<T>(
    view: &View<'_>,
    caption: &str,
    cells: &[(u8, u8, T)],
    write: impl Fn(&T) -> Cell,
) -> Option<Table> {
    let lang = view.words.lang;
    let sorted = |values: Vec<u8>| {
        let mut values = values;
        values.sort_unstable();
        values.dedup();
        values
    };
    let days = sorted(cells.iter().map(|c| c.0).collect());
    let hours = sorted(cells.iter().map(|c| c.1).collect());
    if cells.is_empty() {
        return None;
    }
    let mut columns = vec![Column::text(pick!(view.words, centre_report::hour))];
    columns.extend(days.iter().map(|day| Column::number(capitalized(weekday(*day, lang)))));
    let row = |hour: &u8| {
        let mut row = vec![Cell::from(clock(*hour, 0, lang))];
        row.extend(days.iter().map(|day| {
            let found = cells.iter().find(|(d, h, _)| d == day && h == hour);
            found.map_or_else(|| Cell::from(String::new()), |(_, _, content)| write(content))
        }));
        Row { cells: row, total: false }
    };
    Some(Table {
        caption: caption.to_owned(),
        columns,
        rows: hours.iter().map(row).collect(),
        more: None,
        notes: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::report::sample;
    use crate::report::words::Words;

    #[test]
    fn hours_go_down_and_days_across() {
        let report = sample::centre(Lang::Fr);
        let words = Words::new(&report);
        let view = View::new(&words, &report).unwrap();
        let blocks = heat(&view);
        let [Block::Table(load), Block::Table(connect)] = &blocks[..] else { panic!("two tables") };
        assert_eq!(load.columns[1].title, "Lundi");
        let ten = load.rows.iter().find(|r| r.cells[0].text == "10\u{a0}h").unwrap();
        assert_eq!((ten.cells[1].text.as_str(), ten.cells[1].under.as_deref()), ("60", Some("52\u{a0}%")));
        assert_eq!(connect.rows.len(), 1);
        assert_eq!(staffing(&view).len(), 1);
    }
}
