//! A sheet for each agent: what is heard in his calls, what to work on, with the turns that show it.

use super::listen;
use super::rows::{AgentRow, MarkKind, MarkRow};
use super::view::View;
use crate::report::centre::period::{date, date_of};
use crate::report::document::{Block, Cell, Column, QuoteView, Row, Section, Table};
use crate::transcript::listening::{ItemRate, Sign, StepRate};

/// Quotations of an item.
const QUOTES: usize = 3;
/// Items quoted.
const ITEMS: usize = 4;

/// A sheet: file name, title, facts, sections.
pub(in crate::report) struct Sheet {
    pub name: String,
    pub title: String,
    pub facts: Vec<(String, String)>,
    pub sections: Vec<Section>,
}

/// The sheet of each agent.
pub(super) fn sheets(view: &View<'_>) -> Vec<Sheet> {
    let sheet = |(number, agent): (usize, &AgentRow)| {
        let width = view.calls.agents.len().to_string().len().max(2);
        let name = format!("agent-{:0width$}.html", number + 1);
        let title = say!(view.words, calls_report::coaching_sheet(agent.agent));
        Sheet { name, title, facts: facts(view, agent), sections: sections(view, agent) }
    };
    view.calls.agents.iter().enumerate().map(sheet).collect()
}

/// What the sheet rests on.
fn facts(view: &View<'_>, agent: &AgentRow) -> Vec<(String, String)> {
    let words = view.words;
    let own = || view.calls.calls.iter().filter(|call| call.agent.as_ref() == Some(&agent.agent));
    let mut out = vec![(pick!(words, calls_report::calls).to_owned(), view.lang().count(agent.calls))];
    let mut days: Vec<_> = own().filter_map(|call| date_of(call.date.as_deref()?.get(..10)?)).collect();
    days.sort_unstable();
    if let (Some(first), Some(last)) = (days.first(), days.last()) {
        let (from, to) = (date(*first, view.lang()), date(*last, view.lang()));
        out.push((pick!(words, calls_report::period).to_owned(), pick!(words, calls_report::to(from, to))));
    }
    let grid = &view.calls.grid.label;
    out.push((
        pick!(words, calls_report::grid).to_owned(),
        say!(words, calls_report::detection_by_rules(grid)),
    ));
    out
}

fn sections(view: &View<'_>, agent: &AgentRow) -> Vec<Section> {
    let words = view.words;
    let section = |id, title, blocks: Vec<Block>| Section { id, title, blocks };
    let strong = ranked(agent, |item| item.sign == Sign::Positive && item.with > 0, false);
    let bad = ranked(agent, |item| item.sign == Sign::Negative && item.with > 0, false);
    let mut to_work = quotes(view, agent, MarkKind::Item, &bad);
    let rare: Vec<&ItemRate> =
        ranked(agent, |item| item.sign == Sign::Positive && item.n > 0 && item.rate < Some(0.5), true);
    if !rare.is_empty() {
        let list =
            rare.iter().map(|item| format!("{} ({})", item.label, view.of(item.with, item.n))).collect();
        to_work.push(Block::Heading { text: pick!(words, calls_report::rarely_heard).to_owned() });
        to_work.push(Block::List { items: list });
        to_work.extend(elsewhere(view, agent, &rare));
    }
    let mut out = vec![
        section("listening", pick!(words, calls_report::listening_item_by_item), items(view, agent)),
        section(
            "strengths",
            pick!(words, calls_report::strengths),
            quotes(view, agent, MarkKind::Item, &strong),
        ),
        section("to-work-on", pick!(words, calls_report::to_work_on), to_work),
        section("script", pick!(words, calls_report::the_script), steps(view, agent)),
        section(
            "to-listen",
            pick!(words, calls_report::calls_to_listen_to_together),
            listen::of_agent(view, Some(&agent.agent)),
        ),
        section(
            "method",
            pick!(words, calls_report::how_to_read_this_sheet),
            vec![Block::Text { text: say!(words, calls_report::the_marks_are_detected_by_a_grid_of) }],
        ),
    ];
    out.retain(|section| !section.blocks.is_empty());
    out
}

/// Items of an agent, the most frequent first, or the rarest.
fn ranked(agent: &AgentRow, keep: impl Fn(&ItemRate) -> bool, rarest: bool) -> Vec<&ItemRate> {
    let mut items: Vec<&ItemRate> = agent.items.iter().filter(|item| keep(item)).collect();
    items.sort_by(|a, b| {
        let order = b.rate.unwrap_or(0.0).total_cmp(&a.rate.unwrap_or(0.0));
        if rarest { order.reverse() } else { order }
    });
    items
}

/// Each item beside that of all agents.
fn items(view: &View<'_>, agent: &AgentRow) -> Vec<Block> {
    let words = view.words;
    let rows: Vec<Row> = agent
        .items
        .iter()
        .filter(|item| item.n > 0)
        .map(|item| {
            let all = view.calls.items.iter().find(|all| all.id == item.id).and_then(|all| all.rate);
            Row {
                cells: vec![
                    item.label.clone().into(),
                    super::heard::sign(view, item.sign).to_owned().into(),
                    view.of(item.with, item.n).into(),
                    view.rate(item.rate, item.ci_low, item.ci_high),
                    all.map_or_else(|| Cell::from("–".to_owned()), |rate| view.percent(rate).into()),
                ],
                total: false,
            }
        })
        .collect();
    let columns = vec![
        Column::text(pick!(words, calls_report::item)),
        Column::text(pick!(words, calls_report::expected)),
        Column::number(pick!(words, calls_report::calls)),
        Column::number(pick!(words, calls_report::share)),
        Column::number(pick!(words, calls_report::whole_team)),
    ];
    let caption = say!(words, calls_report::calls_in_which_the_item_is_heard_of(view.calls(agent.calls)));
    vec![Block::Table(Table::new(words, caption, columns, rows))]
}

fn quotes(view: &View<'_>, agent: &AgentRow, kind: MarkKind, items: &[&ItemRate]) -> Vec<Block> {
    let of = |item: &&&ItemRate| {
        let marks: Vec<&MarkRow> = view
            .calls
            .marks
            .iter()
            .filter(|mark| {
                mark.kind == kind && mark.id == item.id && mark.agent.as_ref() == Some(&agent.agent)
            })
            .take(QUOTES)
            .collect();
        let quotes: Vec<_> = marks.into_iter().map(|mark| view.quote(mark)).collect();
        let title = format!("{} ({})", item.label, view.of(item.with, item.n));
        (!quotes.is_empty()).then_some(Block::Quotes { title, quotes })
    };
    items.iter().take(ITEMS).filter_map(|item| of(&item)).collect()
}

/// How others say what is rarely heard here: a turn of another agent for each item, unnamed.
fn elsewhere(view: &View<'_>, agent: &AgentRow, items: &[&ItemRate]) -> Option<Block> {
    let example = |item: &&ItemRate| {
        let other = |mark: &&MarkRow| {
            mark.kind == MarkKind::Item && mark.id == item.id && mark.agent.as_ref() != Some(&agent.agent)
        };
        let mark = view.calls.marks.iter().find(other)?;
        Some(QuoteView { source: item.label.clone(), ..view.quote(mark) })
    };
    let quotes: Vec<QuoteView> = items.iter().take(ITEMS).filter_map(example).collect();
    let title = pick!(view.words, calls_report::how_colleagues_say_it).to_owned();
    (!quotes.is_empty()).then_some(Block::Quotes { title, quotes })
}

/// Steps of the script beside those of all agents.
fn steps(view: &View<'_>, agent: &AgentRow) -> Vec<Block> {
    let words = view.words;
    let row = |step: &StepRate| {
        let all = view.calls.steps.iter().find(|all| all.id == step.id).and_then(|all| all.rate);
        Row {
            cells: vec![
                if step.required {
                    step.label.clone()
                } else {
                    pick!(words, calls_report::to_avoid_in_coaching(step.label))
                }
                .into(),
                view.of(step.with, step.n).into(),
                step.rate.map_or_else(|| Cell::from("–".to_owned()), |rate| view.percent(rate).into()),
                all.map_or_else(|| Cell::from("–".to_owned()), |rate| view.percent(rate).into()),
            ],
            total: false,
        }
    };
    let rows: Vec<Row> = agent.steps.iter().filter(|step| step.n > 0).map(row).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        Column::text(pick!(words, calls_report::step)),
        Column::number(pick!(words, calls_report::calls_that_comply)),
        Column::number(pick!(words, calls_report::share)),
        Column::number(pick!(words, calls_report::whole_team)),
    ];
    let caption = say!(words, calls_report::steps_of_the_script_that_are_followed);
    vec![Block::Table(Table::new(words, caption, columns, rows))]
}
