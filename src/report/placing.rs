//! Where each figure stands: in the section it belongs to, over the table behind it.

use super::document::{Block, Column, Row, Section, Table};
use super::page_words;
use super::words::Words;
use crate::chart::{ChartKind, Figure};
use crate::metric::Distribution;
use crate::report::Report;

/// Puts each figure into its section, which is there even where the figure is alone in it.
pub(super) fn place(words: &Words<'_>, report: &Report, figures: &[Figure], sections: &mut [Section]) {
    for (index, figure) in figures.iter().enumerate() {
        let home = home(figure);
        let Some(section) = sections.iter_mut().find(|s| s.id == home) else { continue };
        let mut blocks = vec![Block::Figure {
            id: figure.id.clone(),
            title: figure.title.clone(),
            caption: figure.caption.clone(),
            alt: figure.alt.clone(),
            index,
        }];
        blocks.extend(numbers(words, report, figure));
        insert(words, figure, blocks, &mut section.blocks);
    }
}

/// The id of the section of a figure.
fn home(figure: &Figure) -> &'static str {
    match figure.kind {
        ChartKind::Distribution | ChartKind::Gauge => "scores",
        ChartKind::Diverging if figure.id != ChartKind::Diverging.id() => "scores",
        ChartKind::Stacked if figure.column.is_some() => "segments",
        ChartKind::Waves | ChartKind::Stacked | ChartKind::Diverging => "waves",
        ChartKind::Waterfall => "comparisons",
        ChartKind::Segments | ChartKind::Heat | ChartKind::Multiples => "segments",
        ChartKind::Impact => "drivers",
        ChartKind::Priorities => "priorities",
        ChartKind::ThemeWaves | ChartKind::ThemePolarity | ChartKind::Network => "themes",
        ChartKind::Keyness => "keyness",
        ChartKind::Keywords | ChartKind::Cloud => "keywords",
        ChartKind::Targets => "indicators",
        ChartKind::Control => "days",
        ChartKind::Week | ChartKind::WeekOutbound => "week",
        ChartKind::Waits | ChartKind::HandleTimes => "durations",
        ChartKind::Agents => "agents",
        ChartKind::ListeningAgents => "listening",
        ChartKind::Rising => "rising",
    }
}

/// Puts a figure over the table behind it, else after what introduces the section.
fn insert(words: &Words<'_>, figure: &Figure, blocks: Vec<Block>, into: &mut Vec<Block>) {
    let keyword = pick!(words, report::keyword);
    let is_behind = |table: &Table, nth: usize| {
        let first = table.columns.first().map_or("", |c| c.title.as_str());
        match figure.kind {
            ChartKind::Impact => figure.id != ChartKind::Impact.id() || first == keyword,
            ChartKind::WeekOutbound => nth == 1,
            _ => figure.column.as_deref().is_none_or(|column| first == column),
        }
    };
    if matches!(figure.kind, ChartKind::Distribution | ChartKind::Gauge | ChartKind::Targets) {
        // After the cards, which are read first.
        into.extend(blocks);
        return;
    }
    let mut tables = 0;
    let found = into.iter().position(|block| {
        let table = match block {
            Block::Table(table) => table,
            Block::Heat(heat) => &heat.table,
            Block::Fold { blocks, .. } => return blocks.iter().any(|inner| behind(inner, &is_behind)),
            _ => return false,
        };
        tables += 1;
        is_behind(table, tables - 1)
    });
    let led = into.iter().position(|block| !matches!(block, Block::Text { .. })).unwrap_or(into.len());
    let at = found.unwrap_or(led);
    match into.get_mut(at) {
        // The table is folded: its figure goes with it.
        Some(Block::Fold { blocks: inner, .. }) if found.is_some() => {
            let at = inner.iter().position(|block| behind(block, &is_behind)).unwrap_or_default();
            inner.splice(at..at, blocks);
        }
        _ => {
            into.splice(at..at, blocks);
        }
    }
}

fn behind(block: &Block, is_behind: &impl Fn(&Table, usize) -> bool) -> bool {
    match block {
        Block::Table(table) => is_behind(table, 0),
        Block::Heat(heat) => is_behind(&heat.table, 0),
        _ => false,
    }
}

/// The numbers of a figure that no table of its section gives, folded.
fn numbers(words: &Words<'_>, report: &Report, figure: &Figure) -> Option<Block> {
    let table = match figure.kind {
        ChartKind::Distribution => answers(words, report, figure)?,
        _ => return None,
    };
    let summary = page_words::numbers_of(words, &figure.title);
    Some(Block::Fold { summary, blocks: vec![Block::Table(table)] })
}

/// How many gave each answer of the score that is drawn.
fn answers(words: &Words<'_>, report: &Report, figure: &Figure) -> Option<Table> {
    let (question, _) = words.scored().into_iter().next()?;
    let of: &Distribution = report.distributions.iter().find(|d| d.question == question.id)?;
    let number = |x: f64| words.lang.number(x, usize::from(x.fract() != 0.0));
    let rows = of.values.iter().map(|v| {
        let name = v.label.clone().unwrap_or_else(|| match v.last {
            Some(last) => format!("{}–{}", number(v.value), number(last)),
            None => number(v.value),
        });
        Row::plain([
            name,
            words.group(&question.id, v.group).to_owned(),
            words.lang.count(v.n),
            words.share(v.share, 1),
        ])
    });
    let columns = vec![
        Column::text(pick!(words, report::answer)),
        Column::text(pick!(words, report::group)),
        Column::number(pick!(words, report::count)),
        Column::number(pick!(words, report::share)),
    ];
    Some(Table::new(words, figure.title.clone(), columns, rows.collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::report::document::Document;
    use crate::report::sample;

    fn figure(kind: ChartKind, id: &str, title: &str) -> Figure {
        let mut figure = sample::figures().remove(0);
        (figure.kind, figure.id, figure.title) = (kind, id.to_owned(), title.to_owned());
        figure.column = id.split_once('-').map(|(_, column)| column.replace("region", "région"));
        figure
    }

    /// The blocks of a section: its figures by id, its tables by their first heading.
    fn told(document: &Document, id: &str) -> Vec<String> {
        let section = document.sections.iter().find(|s| s.id == id).unwrap();
        let name = |block: &Block| match block {
            Block::Figure { id, .. } => Some(format!("fig {id}")),
            Block::Table(table) => Some(table.columns[0].title.clone()),
            Block::Heat(heat) => Some(heat.table.columns[0].title.clone()),
            _ => None,
        };
        section.blocks.iter().filter_map(name).collect()
    }

    #[test]
    fn every_kind_has_a_section_on_every_page() {
        for report in sample::all(Lang::Fr) {
            let figures: Vec<Figure> =
                ChartKind::ALL.iter().map(|kind| figure(*kind, kind.id(), "Titre")).collect();
            let document = Document::new(&report, &figures);
            let survey = report.centre.is_none() && report.transcripts.is_none();
            let drawn: Vec<usize> = document
                .sections
                .iter()
                .flat_map(|s| &s.blocks)
                .filter_map(|block| match block {
                    Block::Figure { index, .. } => Some(*index),
                    _ => None,
                })
                .collect();
            let wanted = ChartKind::ALL.iter().enumerate().filter(|(_, kind)| {
                matches!(kind.source(), crate::chart::Source::Survey)
                    || (!survey && matches!(kind.source(), crate::chart::Source::Centre))
            });
            for (index, kind) in wanted {
                assert!(drawn.contains(&index), "{kind:?}");
            }
        }
    }

    #[test]
    fn a_figure_stands_over_its_table() {
        let report = sample::full(Lang::Fr);
        let figures = [
            figure(ChartKind::Segments, "segments-region", "NPS par «\u{a0}région\u{a0}»"),
            figure(ChartKind::Segments, "segments-offre", "NPS par «\u{a0}offre\u{a0}»"),
            figure(ChartKind::Stacked, "stacked-offre", "Groupes par «\u{a0}offre\u{a0}»"),
            figure(ChartKind::Waves, "waves", "NPS par vague"),
            figure(ChartKind::Stacked, "stacked", "Groupes par vague"),
            figure(ChartKind::Impact, "impact", "Impact des mots"),
        ];
        let document = Document::new(&report, &figures);
        let segments = told(&document, "segments");
        let at = |name: &str| segments.iter().position(|n| n == name).unwrap();
        assert_eq!(segments[0], "Segment");
        assert_eq!(at("région"), at("fig segments-region") + 1);
        assert_eq!(at("offre"), at("fig stacked-offre") + 1);
        assert_eq!(at("fig stacked-offre"), at("fig segments-offre") + 1);
        assert_eq!(told(&document, "waves")[..3], ["fig waves", "fig stacked", "Vague"]);
        assert_eq!(told(&document, "drivers")[..2], ["fig impact", "Mot-clé"]);
    }
}
