//! Indicators by period, queue, channel, direction, agent, keyword: one table each, columns of the indicators that
//! have a value there.

use super::amounts::{interval_of, value_of};
use super::cards::headline;
use super::period::Grain;
use super::view::View;
use crate::centre::{Indicator, IndicatorRow, Unit};
use crate::metric::Met;
use crate::report::amounts::SMALL_BASE;
use crate::report::document::{Block, Cell, Column, Row, Table};
use crate::report::words::capitalized;

/// Indicators of a table, at most: more do not fit a page.
const COLUMNS: usize = 6;
/// Indicators of a breakdown, in several tables.
const SHOWN: usize = 12;
/// What a table shows after the indicators that the page shows first.
const USUAL: [Indicator; 14] = [
    Indicator::HandledCalls,
    Indicator::ServiceLevel,
    Indicator::QualityOfService,
    Indicator::AbandonmentRate,
    Indicator::AverageSpeedOfAnswer,
    Indicator::AverageHandleTime,
    Indicator::FirstContactResolution,
    Indicator::TransferRate,
    Indicator::ConnectRate,
    Indicator::Occupancy,
    Indicator::Volume,
    Indicator::FirstResponseTime,
    Indicator::Csat,
    Indicator::Nps,
];

/// Period and segment of a row.
type Place<'a> = (Option<&'a str>, Option<(&'a str, &'a str)>);

/// Whole weeks and months; days where there is but one week.
pub(super) fn periods(view: &View<'_>) -> Vec<Block> {
    let words = view.words;
    let table = |grain: Grain, caption: &str| {
        let periods = view.periods(grain);
        if periods.len() < 2 {
            return Vec::new();
        }
        let partial = periods.iter().any(|(period, _)| !view.is_whole(*period));
        let name = |period: super::period::Period| {
            let mark = if view.is_whole(period) { "" } else { "\u{a0}*" };
            capitalized(&period.name(words.lang)) + mark
        };
        let rows: Vec<(String, Place<'_>)> =
            periods.iter().map(|(period, text)| (name(*period), (Some(*text), None))).collect();
        let note = partial.then(|| say!(words, centre_report::a_period_some_of_whose_working_days_are));
        let first = pick!(words, centre_report::period);
        let tables = grid(view, caption, first, &rows, true);
        tables.into_iter().map(|table| table.noted(note.clone())).collect::<Vec<_>>()
    };
    let long = [
        table(Grain::Week, pick!(words, centre_report::indicators_by_week)),
        table(Grain::Month, pick!(words, centre_report::indicators_by_month)),
    ];
    let mut out: Vec<Block> = long.into_iter().flatten().map(Block::Table).collect();
    if out.is_empty() {
        let days = table(Grain::Day, pick!(words, centre_report::indicators_by_day));
        out.extend(days.into_iter().map(Block::Table));
    }
    out
}

/// By queue, channel and direction, the busiest first; by keyword.
pub(super) fn queues(view: &View<'_>) -> Vec<Block> {
    let words = view.words;
    let segments = [
        ("queue", pick!(words, centre_report::indicators_by_queue), pick!(words, centre_report::queue)),
        ("channel", pick!(words, centre_report::indicators_by_channel), pick!(words, centre_report::channel)),
        (
            "direction",
            pick!(words, centre_report::indicators_by_direction),
            pick!(words, centre_report::direction),
        ),
        ("keyword", pick!(words, centre_report::keywords_in_messages), pick!(words, report::keyword)),
    ];
    let table = |(column, caption, first): (&'static str, &str, &str)| {
        let values = by_volume(view, column);
        // A direction is a word, not a name of the data.
        let name = |value: &str| if column == "direction" { capitalized(value) } else { value.to_owned() };
        let rows: Vec<(String, Place<'_>)> =
            values.iter().map(|value| (name(value), (None, Some((column, *value))))).collect();
        grids(view, caption, first, &rows, column != "keyword")
    };
    segments.into_iter().flat_map(table).map(Block::Table).collect()
}

/// By agent, in the order of their names; those under the minimum are counted, not shown.
pub(super) fn agents(view: &View<'_>) -> Vec<Block> {
    let (words, summary) = (view.words, view.summary);
    let column = "agent";
    let shown: Vec<&str> = view.values(column).into_iter().filter(|agent| !is_hidden(view, agent)).collect();
    let rows: Vec<(String, Place<'_>)> =
        shown.iter().map(|agent| ((*agent).to_owned(), (None, Some((column, *agent))))).collect();
    let hidden = summary.agents.saturating_sub(shown.len() as u64);
    let least = counted!(words, summary.min_group, centre_report::calls);
    let mut notes = Vec::new();
    if hidden > 0 {
        let agents = counted!(words, hidden, centre_report::agents);
        notes.push(say!(words, centre_report::not_shown_an_agent_with_fewer_than_is(agents, least)));
    }
    if summary.pseudonyms {
        notes.push(say!(words, centre_report::each_agent_stands_under_a_number_instead_of));
    }
    let mut tables = grid(
        view,
        pick!(words, centre_report::indicators_by_agent),
        pick!(words, centre_report::agent),
        &rows,
        true,
    );
    match tables.pop() {
        Some(last) => {
            tables.push(last.noted(notes));
            tables.into_iter().map(Block::Table).collect()
        }
        None => notes.into_iter().take(usize::from(hidden > 0)).map(|text| Block::Text { text }).collect(),
    }
}

/// Whether every row of an agent is hidden.
pub(super) fn is_hidden(view: &View<'_>, agent: &str) -> bool {
    let row = |id: &Indicator| view.cell(*id, (None, Some(("agent", agent))));
    !Indicator::ALL.iter().filter_map(row).any(|row| row.value.is_some())
}

/// Values of a segment column, the most calls, tickets or answers first.
fn by_volume<'a>(view: &View<'a>, column: &'static str) -> Vec<&'a str> {
    let mut values: Vec<(u64, &str)> = view
        .values(column)
        .into_iter()
        .map(|value| {
            let cell = |id: &Indicator| view.cell(*id, (None, Some((column, value))))?.n;
            (Indicator::ALL.iter().filter_map(cell).max().unwrap_or_default(), value)
        })
        .collect();
    values.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    values.into_iter().map(|(_, value)| value).collect()
}

/// Tables of some places: what the most of them have, then those that have none of it – campaigns of outbound calls
/// among queues – with what they have.
fn grids(
    view: &View<'_>,
    caption: &str,
    first: &str,
    places: &[(String, Place<'_>)],
    total: bool,
) -> Vec<Table> {
    let shown = columns(view, places);
    let (has, rest): (Vec<_>, Vec<_>) = places
        .iter()
        .cloned()
        .partition(|(_, place)| shown.iter().any(|id| view.cell(*id, *place).is_some_and(says)));
    if has.is_empty() {
        return Vec::new();
    }
    let mut out: Vec<Table> = grid(view, caption, first, &has, total);
    let more = pick!(view.words, centre_report::continued);
    out.extend(grids(view, &format!("{caption} ({more})"), first, &rest, false));
    out
}

/// Whether a row says something: a count of nothing does not.
fn says(row: &IndicatorRow) -> bool {
    row.value.is_some_and(|value| value != 0.0 || !is_count(row.unit))
}

/// Whether values are their own base.
pub(super) fn is_count(unit: Unit) -> bool {
    matches!(unit, Unit::Count | Unit::Days)
}

/// The indicators of a table: those of the page first, then the usual ones, then any other.
fn columns(view: &View<'_>, places: &[(String, Place<'_>)]) -> Vec<Indicator> {
    let wanted = headline(view).into_iter().chain(USUAL).chain(Indicator::ALL.iter().copied());
    let mut out: Vec<Indicator> = Vec::new();
    for id in wanted {
        let said = places.iter().any(|(_, place)| view.cell(id, *place).is_some_and(says));
        if said && !out.contains(&id) {
            out.push(id);
        }
    }
    out.truncate(SHOWN);
    out
}

/// Tables of some places, as many as their indicators take; none without a value. The total comes last where it is asked
/// for.
fn grid(
    view: &View<'_>,
    caption: &str,
    first: &str,
    places: &[(String, Place<'_>)],
    total: bool,
) -> Vec<Table> {
    let ids = columns(view, places);
    // Tables of about the same width.
    let width = ids.len().div_ceil(ids.len().div_ceil(COLUMNS).max(1)).max(1);
    let more = pick!(view.words, centre_report::continued);
    let named = |at: usize| if at == 0 { caption.to_owned() } else { format!("{caption} ({more})") };
    let table = |(at, ids): (usize, &[Indicator])| part(view, (&named(at), first), places, ids, total);
    ids.chunks(width).enumerate().map(table).collect()
}

/// A table of some indicators.
fn part(
    view: &View<'_>,
    (caption, first): (&str, &str),
    places: &[(String, Place<'_>)],
    ids: &[Indicator],
    total: bool,
) -> Table {
    let words = view.words;
    let mut heads = vec![Column::text(first)];
    heads.extend(ids.iter().map(|id| Column::number(label(view, *id))));
    let mut missed = false;
    let mut small = false;
    let mut interval = false;
    let mut cell = |row: Option<&IndicatorRow>| {
        let Some(row) = row else { return Cell::from("–".to_owned()) };
        // Days behind a share of time are no small number of things.
        let things = row.denominator.is_none_or(|whole| row.n.is_some_and(|n| n as f64 == whole));
        let few = row.n.is_some_and(|n| n < SMALL_BASE);
        let fragile = row.value.is_some() && !is_count(row.unit) && things && few;
        let strong = row.met == Some(Met::No);
        let under = interval_of(words.lang, row);
        (missed, small, interval) = (missed || strong, small || fragile, interval || under.is_some());
        let flag = if fragile { "\u{a0}†" } else { "" };
        let cross = if strong { "\u{a0}✗" } else { "" };
        Cell { text: value_of(words.lang, row) + flag + cross, under, strong }
    };
    let mut rows = Vec::new();
    for (name, place) in places {
        let mut cells = vec![name.clone().into()];
        cells.extend(ids.iter().map(|id| cell(view.cell(*id, *place))));
        rows.push(Row { cells, total: false });
    }
    if total {
        let mut cells = vec![pick!(words, centre_report::total).to_owned().into()];
        cells.extend(ids.iter().map(|id| cell(view.total(*id))));
        rows.push(Row { cells, total: true });
    }
    let level = words.lang.level(view.report.study.level);
    let notes = [
        interval.then(|| say!(words, centre_report::under_each_value_its_interval(level))),
        missed.then(|| say!(words, centre_report::target_missed)),
        small.then(|| say!(words, centre_report::base_under_a_fragile_value(SMALL_BASE))),
    ];
    Table::new(words, caption.to_owned(), heads, rows).noted(notes.into_iter().flatten())
}

/// The indicator's name as a column's heading.
pub(super) fn label(view: &View<'_>, id: Indicator) -> String {
    let row = view.total(id).or_else(|| view.report.indicators.iter().find(|r| r.id == id));
    row.map_or_else(|| id.id().to_owned(), |row| row.label.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::report::sample;
    use crate::report::words::Words;

    #[test]
    fn periods_stand_in_time_and_queues_by_volume() {
        let report = sample::centre(Lang::Fr);
        let words = Words::new(&report);
        let view = View::new(&words, &report).unwrap();
        let names = |blocks: Vec<Block>| match blocks.into_iter().next() {
            Some(Block::Table(table)) => table.rows.iter().map(|r| r.cells[0].text.clone()).collect(),
            _ => Vec::new(),
        };
        let weeks = names(periods(&view));
        assert_eq!(weeks[0], "Semaine du 1er\u{a0}septembre 2025");
        assert_eq!(weeks.last().unwrap(), "Ensemble");
        assert!(weeks[5].ends_with("\u{a0}*"), "{weeks:?}");
        assert_eq!(names(queues(&view)), ["Facturation", "Technique <N2>", "Ensemble"]);
    }

    #[test]
    fn a_campaign_among_the_queues_has_a_table_of_its_own() {
        let mut report = sample::centre(Lang::En);
        let base = report.indicators.iter().find(|r| r.segment.is_some()).unwrap().clone();
        let at = Some(sample::segment("queue", "Campaign"));
        let dialled = IndicatorRow {
            id: Indicator::ConnectRate,
            label: "Connect rate".into(),
            segment: at.clone(),
            ..base.clone()
        };
        let none = IndicatorRow {
            id: Indicator::HandledCalls,
            unit: Unit::Count,
            value: Some(0.0),
            segment: at,
            ..base
        };
        // The table of the queues is full without the rate of the campaign.
        report.centre.as_mut().unwrap().headline = vec![Indicator::ServiceLevel, Indicator::HandledCalls];
        report.indicators.extend([dialled, none]);
        let words = Words::new(&report);
        let view = View::new(&words, &report).unwrap();
        let places: Vec<(String, Place<'_>)> =
            ["Facturation", "Campaign"].map(|name| (name.to_owned(), (None, Some(("queue", name))))).to_vec();
        let shown = columns(&view, &places[..1]);
        assert_eq!(shown, [Indicator::ServiceLevel, Indicator::HandledCalls]);
        assert_eq!(columns(&view, &places[1..]), [Indicator::ConnectRate]);
        assert_eq!(grids(&view, "", "", &places, true).len(), 1);
        assert!(!says(view.cell(Indicator::HandledCalls, places[1].1).unwrap()));
    }

    #[test]
    fn agents_under_the_minimum_are_only_counted() {
        let report = sample::centre(Lang::Fr);
        let words = Words::new(&report);
        let view = View::new(&words, &report).unwrap();
        let blocks = agents(&view);
        let Some(Block::Table(table)) = blocks.first() else { panic!("no table") };
        let shown: Vec<&str> = table.rows.iter().map(|r| r.cells[0].text.as_str()).collect();
        assert_eq!(shown.len(), 13);
        assert!(!shown.contains(&"Agent 13"));
        assert!(
            table
                .notes
                .iter()
                .any(|n| n
                    .starts_with("Non affichés\u{a0}: 1\u{a0}agent. Un agent qui a moins de 30\u{a0}appels")),
            "{:?}",
            table.notes
        );
    }
}
