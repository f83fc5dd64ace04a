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

/// Indicators of a table, at most: more do not fit a page.
const COLUMNS: usize = 8;
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
    let table = |grain: Grain, fr: &str, en: &str| {
        let periods = view.periods(grain);
        if periods.len() < 2 {
            return None;
        }
        let partial = periods.iter().any(|(period, _)| !view.is_whole(*period));
        let name = |period: super::period::Period| {
            let mark = if view.is_whole(period) { "" } else { "\u{a0}*" };
            crate::report::words::capitalized(&period.name(words.lang)) + mark
        };
        let rows: Vec<(String, Place<'_>)> =
            periods.iter().map(|(period, text)| (name(*period), (Some(*text), None))).collect();
        let note = partial.then(|| {
            words.say(
                "* Période dont il manque des jours ouvrés : ses nombres ne se comparent pas aux autres.",
                "* A period some of whose working days are missing: its counts do not compare with the others.",
            )
        });
        let first = words.pick("Période", "Period");
        Some(grid(view, words.pick(fr, en), first, &rows, true)?.noted(note))
    };
    let long = [
        table(Grain::Week, "Indicateurs par semaine", "Indicators by week"),
        table(Grain::Month, "Indicateurs par mois", "Indicators by month"),
    ];
    let mut out: Vec<Block> = long.into_iter().flatten().map(Block::Table).collect();
    if out.is_empty() {
        let days = table(Grain::Day, "Indicateurs par jour", "Indicators by day");
        out.extend(days.map(Block::Table));
    }
    out
}

/// By queue, channel and direction, the busiest first; by keyword.
pub(super) fn queues(view: &View<'_>) -> Vec<Block> {
    let words = view.words;
    let columns = [
        ("queue", "Indicateurs par file d’attente", "Indicators by queue", "File d’attente", "Queue"),
        ("channel", "Indicateurs par canal", "Indicators by channel", "Canal", "Channel"),
        ("direction", "Indicateurs par sens d’appel", "Indicators by direction", "Sens", "Direction"),
        ("keyword", "Récurrence des mots-clés", "Keywords in messages", "Mot-clé", "Keyword"),
    ];
    let table = |(column, fr, en, first_fr, first_en): (&'static str, &str, &str, &str, &str)| {
        let values = by_volume(view, column);
        let name = |value: &str| match (column, value) {
            ("direction", "inbound") => words.pick("Appels entrants", "Inbound").to_owned(),
            ("direction", "outbound") => words.pick("Appels sortants", "Outbound").to_owned(),
            (_, value) => value.to_owned(),
        };
        let rows: Vec<(String, Place<'_>)> =
            values.iter().map(|value| (name(value), (None, Some((column, *value))))).collect();
        grid(view, words.pick(fr, en), words.pick(first_fr, first_en), &rows, column != "keyword")
    };
    columns.into_iter().filter_map(table).map(Block::Table).collect()
}

/// By agent, in the order of their names; those under the minimum are counted, not shown.
pub(super) fn agents(view: &View<'_>) -> Vec<Block> {
    let (words, summary) = (view.words, view.summary);
    let column = "agent";
    let shown: Vec<&str> = view.values(column).into_iter().filter(|agent| !is_hidden(view, agent)).collect();
    let rows: Vec<(String, Place<'_>)> =
        shown.iter().map(|agent| ((*agent).to_owned(), (None, Some((column, *agent))))).collect();
    let hidden = summary.agents.saturating_sub(shown.len() as u64);
    let least = words.pick_counted(summary.min_group, ("appel", "appels"), ("call", "calls"));
    let mut notes = Vec::new();
    if hidden > 0 {
        let agents = words.counted(hidden, "agent", "agents");
        notes.push(words.say(
            format!("Non affichés : {agents} de moins de {least}."),
            format!("Not shown: {agents} with fewer than {least}."),
        ));
    }
    if summary.pseudonyms {
        notes.push(words.say(
            "Chaque agent porte un numéro à la place de son nom. Les écarts tiennent aussi aux files, aux motifs et aux horaires de chacun : ce tableau ne classe personne.",
            "Each agent stands under a number instead of a name. Differences also come from the queues, reasons and hours of each: this table ranks nobody.",
        ));
    }
    let table = grid(
        view,
        words.pick("Indicateurs par agent", "Indicators by agent"),
        words.pick("Agent", "Agent"),
        &rows,
        true,
    );
    match table {
        Some(table) => vec![Block::Table(table.noted(notes))],
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

/// A table of some places; none without a value. The total comes last where it is asked for.
fn grid(
    view: &View<'_>,
    caption: &str,
    first: &str,
    places: &[(String, Place<'_>)],
    total: bool,
) -> Option<Table> {
    let words = view.words;
    let at: Vec<Place<'_>> = places.iter().map(|(_, place)| *place).collect();
    let wanted = headline(view).into_iter().chain(USUAL).chain(Indicator::ALL.iter().copied());
    let mut ids = view.known(wanted, &at);
    ids.truncate(COLUMNS);
    if ids.is_empty() {
        return None;
    }
    let mut columns = vec![Column::text(first)];
    columns.extend(ids.iter().map(|id| Column::number(label(view, *id))));
    let mut missed = false;
    let mut small = false;
    let mut interval = false;
    let mut cell = |row: Option<&IndicatorRow>| {
        let Some(row) = row else { return Cell::from("–".to_owned()) };
        let counted = row.unit == Unit::Count;
        // Days behind a share of time are no small number of things.
        let things = row.denominator.is_none_or(|whole| row.n.is_some_and(|n| n as f64 == whole));
        let fragile = row.value.is_some() && !counted && things && row.n.is_some_and(|n| n < SMALL_BASE);
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
        let mut cells = vec![words.pick("Ensemble", "Total").to_owned().into()];
        cells.extend(ids.iter().map(|id| cell(view.total(*id))));
        rows.push(Row { cells, total: true });
    }
    let level = words.lang.level(view.report.study.level);
    let notes = [
        interval.then(|| {
            words.say(
                format!("Sous chaque valeur, son intervalle à {level}."),
                format!("Under each value, its {level} interval."),
            )
        }),
        missed.then(|| words.say("✗ Objectif manqué.", "✗ Target missed.")),
        small.then(|| {
            words.say(
                format!("† Base de moins de {SMALL_BASE} : valeur fragile."),
                format!("† Base under {SMALL_BASE}: a fragile value."),
            )
        }),
    ];
    Some(Table::new(words, caption.to_owned(), columns, rows).noted(notes.into_iter().flatten()))
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
            table.notes.iter().any(|n| n.contains("1\u{a0}agent de moins de 30\u{a0}appels")),
            "{:?}",
            table.notes
        );
    }
}
