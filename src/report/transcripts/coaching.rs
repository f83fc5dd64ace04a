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
        let title = view
            .words
            .say(format!("Fiche de coaching – {}", agent.agent), format!("Coaching sheet – {}", agent.agent));
        Sheet { name, title, facts: facts(view, agent), sections: sections(view, agent) }
    };
    view.calls.agents.iter().enumerate().map(sheet).collect()
}

/// What the sheet rests on.
fn facts(view: &View<'_>, agent: &AgentRow) -> Vec<(String, String)> {
    let words = view.words;
    let own = || view.calls.calls.iter().filter(|call| call.agent.as_ref() == Some(&agent.agent));
    let mut out = vec![(words.pick("Appels", "Calls").to_owned(), view.lang().count(agent.calls))];
    let mut days: Vec<_> = own().filter_map(|call| date_of(call.date.as_deref()?.get(..10)?)).collect();
    days.sort_unstable();
    if let (Some(first), Some(last)) = (days.first(), days.last()) {
        let (from, to) = (date(*first, view.lang()), date(*last, view.lang()));
        out.push((
            words.pick("Période", "Period").to_owned(),
            words.pick(format!("du {from} au {to}"), format!("{from} to {to}")),
        ));
    }
    let grid = &view.calls.grid.label;
    out.push((
        words.pick("Grille", "Grid").to_owned(),
        words.say(format!("{grid}, détection par règles"), format!("{grid}, detection by rules")),
    ));
    out
}

fn sections(view: &View<'_>, agent: &AgentRow) -> Vec<Section> {
    let words = view.words;
    let section = |id, fr, en, blocks: Vec<Block>| Section { id, title: words.pick(fr, en), blocks };
    let strong = ranked(agent, |item| item.sign == Sign::Positive && item.with > 0, false);
    let bad = ranked(agent, |item| item.sign == Sign::Negative && item.with > 0, false);
    let mut to_work = quotes(view, agent, MarkKind::Item, &bad);
    let rare: Vec<&ItemRate> =
        ranked(agent, |item| item.sign == Sign::Positive && item.n > 0 && item.rate < Some(0.5), true);
    if !rare.is_empty() {
        let list =
            rare.iter().map(|item| format!("{} ({})", item.label, view.of(item.with, item.n))).collect();
        to_work.push(Block::Heading { text: words.pick("Rarement entendu", "Rarely heard").to_owned() });
        to_work.push(Block::List { items: list });
        to_work.extend(elsewhere(view, agent, &rare));
    }
    let mut out = vec![
        section("listening", "L’écoute, item par item", "Listening, item by item", items(view, agent)),
        section("strengths", "Points forts", "Strengths", quotes(view, agent, MarkKind::Item, &strong)),
        section("to-work-on", "À travailler", "To work on", to_work),
        section("script", "Le script", "The script", steps(view, agent)),
        section("to-listen", "Appels à réécouter ensemble", "Calls to listen to together", listen::of_agent(view, Some(&agent.agent))),
        section("method", "Comment lire cette fiche", "How to read this sheet", vec![Block::Text { text: words.say(
            "Les marques sont détectées par une grille de règles ; elles servent à choisir quoi écouter ensemble, non à noter une personne. Dans les citations, les données personnelles sont masquées ; l’appel, le temps et le tour permettent de retrouver le passage.",
            "The marks are detected by a grid of rules; they help to choose what to listen to together, not to grade a person. In quotations, personal data are masked; the call, the time and the turn let the passage be found.",
        ) }]),
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
        Column::text(words.pick("Item", "Item")),
        Column::text(words.pick("Consigne", "Expected")),
        Column::number(words.pick("Appels", "Calls")),
        Column::number(words.pick("Part", "Share")),
        Column::number(words.pick("Toute l’équipe", "Whole team")),
    ];
    let caption = words.say(
        format!("Appels où l’item est entendu, sur {}", view.calls(agent.calls)),
        format!("Calls in which the item is heard, of {}", view.calls(agent.calls)),
    );
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
    let title = view.words.pick("Comment des collègues le disent", "How colleagues say it").to_owned();
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
                    words.pick(format!("{} (à éviter)", step.label), format!("{} (to avoid)", step.label))
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
        Column::text(words.pick("Étape", "Step")),
        Column::number(words.pick("Appels conformes", "Calls that comply")),
        Column::number(words.pick("Part", "Share")),
        Column::number(words.pick("Toute l’équipe", "Whole team")),
    ];
    let caption = words.say("Étapes du script respectées", "Steps of the script that are followed");
    vec![Block::Table(Table::new(words, caption, columns, rows))]
}
