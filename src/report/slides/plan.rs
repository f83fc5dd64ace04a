//! What of a report is worth a board's time: fifteen to twenty-five slides, in the order of the page.

use super::Compose;
use super::deck::Slide;
use super::grid;
use super::pictures::{Numbers, numbers};
use super::words;
use crate::chart::{ChartKind, Figure};
use crate::report::document::{Block, Card, Section, Table};

/// Slides of a presentation at most, the first one included.
const SLIDES: usize = 24;

/// Slides that are shown together or not at all; the lowest ranks are shown first.
struct Group {
    rank: u8,
    slides: Vec<Slide>,
}

/// How much the nth figure of a kind is worth; none for one that the page alone shows.
fn of_figure(kind: ChartKind, nth: usize) -> Option<u8> {
    let ranks: &[u8] = match kind {
        ChartKind::Waves
        | ChartKind::Impact
        | ChartKind::Targets
        | ChartKind::ListeningAgents
        | ChartKind::Rising => &[1],
        ChartKind::Segments => &[1, 3, 4],
        ChartKind::Control => &[2, 2, 5],
        ChartKind::Distribution | ChartKind::Week | ChartKind::Priorities | ChartKind::Waterfall => &[2],
        ChartKind::Heat => &[2, 5],
        ChartKind::Keyness
        | ChartKind::ThemeWaves
        | ChartKind::ThemePolarity
        | ChartKind::Waits
        | ChartKind::Agents => &[3],
        ChartKind::HandleTimes | ChartKind::WeekOutbound | ChartKind::Stacked => &[4],
        ChartKind::Keywords | ChartKind::Multiples => &[5],
        // Told by the cards, by another figure, or for the eye alone.
        ChartKind::Diverging | ChartKind::Gauge | ChartKind::Cloud | ChartKind::Network => &[],
    };
    ranks.get(nth).copied()
}

/// How much the nth table of a section is worth, and on how many slides; none for one that the page alone shows.
fn of_table(section: &str, nth: usize) -> Option<(u8, usize)> {
    let ranks: &[(u8, usize)] = match section {
        "comparisons" => &[(1, 2), (4, 1)],
        "segments" => &[(1, 2), (2, 2), (3, 2)],
        "drivers" => &[(1, 1), (2, 1)],
        "periods" | "queues" | "listening" | "evaluations" => &[(2, 2), (6, 1)],
        "agents" => &[(3, 2), (6, 1)],
        "scores" | "priorities" | "reasons" | "satisfaction" | "script" | "rising" | "call-themes" => {
            &[(2, 1)]
        }
        "themes" => &[(3, 1), (4, 1)],
        "staffing" | "participation" => &[(4, 1)],
        "tables" => &[(3, 1), (4, 1), (4, 1)],
        "durations" | "words" => &[(4, 1), (4, 1)],
        "keywords" => &[(6, 1)],
        _ => &[],
    };
    ranks.get(nth).copied()
}

/// The section that a figure illustrates.
fn home(figure: &Figure) -> &'static str {
    match numbers(figure) {
        Numbers::Cards(section) | Numbers::Tables(section, ..) => section,
    }
}

/// The tables in sight in a section.
pub(super) fn tables(section: &Section) -> impl Iterator<Item = &Table> {
    section.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    })
}

/// The cards of a section.
pub(super) fn cards(section: &Section) -> Vec<&Card> {
    let cards = section.blocks.iter().filter_map(|block| match block {
        Block::Cards { cards } => Some(cards),
        _ => None,
    });
    cards.flatten().collect()
}

impl Compose<'_> {
    /// Every slide after the first.
    pub(super) fn slides(&self) -> Vec<Slide> {
        let mut groups: Vec<Group> = Vec::new();
        let mut of_method = 0..0;
        let mut homeless: Vec<usize> = (0..self.figures.len()).collect();
        let ids: Vec<&str> = self.document.sections.iter().map(|s| s.id).collect();
        homeless.retain(|&i| {
            let home = home(&self.figures[i]);
            !ids.contains(&home) && self.presentation.rank(home).is_some()
        });
        for section in &self.document.sections {
            if section.id == "method" {
                groups.extend(homeless.drain(..).filter_map(|i| self.picture(i, section)));
            }
            let from = groups.len();
            groups.extend(self.section(section));
            if section.id == "method" {
                of_method = from..groups.len();
            }
        }
        let mut order: Vec<usize> = (0..groups.len()).collect();
        order.sort_by_key(|&i| groups[i].rank);
        let mut left = SLIDES - 1;
        let mut chosen = Vec::new();
        for i in order {
            let many = groups[i].slides.len();
            if groups[i].rank == 0 || many <= left {
                left = left.saturating_sub(many);
                chosen.push(i);
            }
        }
        let last = of_method.rev().find(|i| chosen.contains(i));
        if let Some(last) = last.and_then(|i| groups[i].slides.last_mut()) {
            let whole = words::whole(self.words, &self.document.frame.footer);
            last.source = self.stage.foot_lines(&[vec![whole], last.source.clone()].concat());
        }
        let kept = groups.into_iter().enumerate().filter(|(i, _)| chosen.contains(i));
        kept.flat_map(|(_, group)| group.slides).collect()
    }

    fn section(&self, section: &Section) -> Vec<Group> {
        match section.id {
            "findings" => return vec![Group { rank: 0, slides: self.findings(section) }],
            "quotes" | "to-listen" => {
                let quoted = section.id == "quotes";
                let mut slides = if quoted { self.quotes(section) } else { self.outline(section) };
                self.sign(&mut slides, section);
                return vec![Group { rank: if quoted { 1 } else { 2 }, slides }];
            }
            "method" => return self.of_method(section),
            _ => {}
        }
        let mut out = Vec::new();
        let cards = cards(section);
        if !cards.is_empty() {
            // The score of a centre's survey comes after its indicators.
            let rank = if section.id == "scores" && self.cards_before(section) { 2 } else { 0 };
            let mut slides = self.cards(section.title, &cards);
            self.sign(&mut slides, section);
            out.push(Group { rank, slides });
        }
        let own = (0..self.figures.len()).filter(|&i| home(&self.figures[i]) == section.id);
        out.extend(own.filter_map(|i| self.picture(i, section)));
        // Scores by segment and wave are read on the page, and in the figures.
        let flat = |table: &&Table| section.id != "segments" || !self.of_wave(table);
        for (nth, table) in tables(section).filter(flat).enumerate() {
            let Some((rank, pages)) = of_table(section.id, nth) else { continue };
            let mut slides = self.table(table, &table.caption, pages, 1);
            self.sign(&mut slides, section);
            // A line or two are read in the findings.
            let rank = if grid::rows(table).0.len() < 2 { rank + 3 } else { rank };
            out.push(Group { rank, slides });
        }
        out
    }

    fn picture(&self, index: usize, section: &Section) -> Option<Group> {
        let kind = self.figures[index].kind;
        let nth = self.figures[..index].iter().filter(|figure| figure.kind == kind).count();
        let rank = of_figure(kind, nth)?;
        self.figure(index, section.title).map(|slide| Group { rank, slides: vec![slide] })
    }

    /// Whether a table has a column a wave.
    pub(super) fn of_wave(&self, table: &Table) -> bool {
        table.columns.get(1).is_some_and(|column| self.waves.contains(&column.title))
    }

    /// Whether cards were shown before a section.
    fn cards_before(&self, section: &Section) -> bool {
        self.document.sections.iter().take_while(|s| s.id != section.id).any(|s| !cards(s).is_empty())
    }

    /// Four slides of method are always shown, the others when there is room.
    fn of_method(&self, section: &Section) -> Vec<Group> {
        let titles: Vec<&str> =
            self.document.sections.iter().flat_map(cards).map(|card| card.title.as_str()).collect();
        let group = |(i, mut slides): (usize, Vec<Slide>)| {
            self.sign(&mut slides, section);
            Group { rank: if i < 4 { 0 } else { 5 }, slides }
        };
        self.method(section, &titles).into_iter().enumerate().map(group).collect()
    }

    /// Says in the notes what introduces a section, and where the rest of it is.
    fn sign(&self, slides: &mut [Slide], section: &Section) {
        let intro: Vec<String> = section
            .blocks
            .iter()
            .map_while(|block| match block {
                Block::Text { text } => Some(text.clone()),
                _ => None,
            })
            .collect();
        for slide in slides {
            slide.notes.extend(intro.iter().cloned());
            slide.notes.push(words::rest(self.words, section.title));
        }
    }
}
