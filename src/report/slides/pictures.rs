//! Figures on slides: the message as title, the picture, what it rests on, its numbers in the notes.

use super::Compose;
use super::cards::told;
use super::deck::{Body, Slide};
use super::grid::{rows, said};
use super::layout::Area;
use super::plan::{cards, tables};
use super::text::clean;
use super::words;
use crate::chart::{ChartKind, Figure, Source};
use crate::lang::Lang;
use crate::report::document::{Block, Section, Table};
use crate::report::words::capitalized;

/// Characters of a title that is read at a glance.
const MESSAGE: usize = 120;
/// Characters of a sentence that says something without the title of its figure.
const BARE: usize = 20;
/// Smallest size of the labels of a picture on a slide, in points of a slide 7.5 inches high; the figures draw them at 13
/// pixels, two to one.
const LEGIBLE: f64 = 6.6;
const LABEL: f64 = 13.0;
/// Rows of a table that notes repeat.
const ROWS: usize = 40;

/// Where the numbers of a figure are on the page, where no table of the section is its own.
pub(super) enum Numbers {
    /// Cards of a section.
    Cards(&'static str),
    /// Tables of a section: from the first of these, so many.
    Tables(&'static str, usize, usize),
}

/// The numbers behind a figure.
pub(super) fn numbers(figure: &Figure) -> Numbers {
    match figure.kind {
        ChartKind::Distribution | ChartKind::Gauge => Numbers::Cards("scores"),
        ChartKind::Stacked if figure.column.is_some() => Numbers::Tables("segments", 0, 1),
        ChartKind::Stacked | ChartKind::Diverging | ChartKind::Waves => Numbers::Tables("waves", 0, 1),
        ChartKind::Segments | ChartKind::Heat | ChartKind::Multiples => Numbers::Tables("segments", 0, 1),
        // Each has a table of its own.
        ChartKind::Waterfall => Numbers::Tables("comparisons", 0, 0),
        ChartKind::Keywords | ChartKind::Cloud => Numbers::Tables("keywords", 0, 1),
        ChartKind::Keyness => Numbers::Tables("keyness", 0, 2),
        // Themes come before words where there are both.
        ChartKind::Impact if figure.id.contains("themes") => Numbers::Tables("drivers", 0, 2),
        ChartKind::Impact => Numbers::Tables("drivers", 2, 2),
        ChartKind::Priorities => Numbers::Tables("priorities", 0, 1),
        ChartKind::ThemeWaves => Numbers::Tables("themes", 1, 1),
        ChartKind::Network | ChartKind::ThemePolarity => Numbers::Tables("themes", 0, 1),
        ChartKind::Targets => Numbers::Cards("indicators"),
        ChartKind::Control => Numbers::Tables("days", 0, 1),
        ChartKind::Week => Numbers::Tables("week", 0, 1),
        ChartKind::WeekOutbound => Numbers::Tables("week", 1, 1),
        ChartKind::Waits | ChartKind::HandleTimes => Numbers::Tables("durations", 0, 1),
        ChartKind::Agents | ChartKind::ListeningAgents => Numbers::Tables("agents", 0, 1),
        ChartKind::Rising => Numbers::Tables("rising", 0, 1),
    }
}

/// The first sentence of a caption, or what of it stands alone when it is long. The captions of a centre and of calls say
/// numbers without saying of what: theirs comes after the figure's title, however short. The rest comes with it.
pub(super) fn message(figure: &Figure, lang: Lang) -> (String, String) {
    let caption = clean(&figure.caption);
    let end = sentence(&caption);
    let (first, rest) = caption.split_at(end);
    let first = first.trim_end_matches('.').trim();
    let pause = lang.pick("\u{a0}; ", "; ");
    let (head, tail) = match first.split_once(pause) {
        Some((head, tail)) if first.chars().count() > MESSAGE => {
            (head.trim_end(), format!("{}.", capitalized(tail)))
        }
        _ => (first, String::new()),
    };
    let rest = format!("{tail} {}", rest.trim()).trim().to_owned();
    let title = clean(&figure.title);
    let survey = figure.kind.source() == Source::Survey;
    let least = if survey { BARE } else { 1 };
    if !(least..=2 * MESSAGE).contains(&head.chars().count()) {
        return (title, caption);
    }
    if survey {
        return (head.to_owned(), rest);
    }
    let joined = format!("{title} – {}", uncapitalized(head));
    if joined.chars().count() > MESSAGE + MESSAGE / 3 { (title, caption) } else { (joined, rest) }
}

/// Where the first sentence ends: a full stop before a space and a capital, a number or a quotation, or the end.
fn sentence(text: &str) -> usize {
    let ends = text.match_indices(". ").find(|(at, _)| {
        let next = text[at + 2..].chars().next();
        next.is_some_and(|c| c.is_uppercase() || c.is_numeric() || c == '«' || c == '“')
    });
    ends.map_or(text.len(), |(at, _)| at + 1)
}

/// A sentence that goes on after a title.
fn uncapitalized(text: &str) -> String {
    let mut chars = text.chars();
    let (first, second) = (chars.next(), chars.next());
    match (first, second) {
        // An acronym stays as it is.
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain(text.chars().skip(1)).collect()
        }
        _ => text.to_owned(),
    }
}

/// Width and height in pixels that a PNG file announces.
fn pixels(png: &[u8]) -> Option<(f64, f64)> {
    if !png.starts_with(b"\x89PNG\r\n\x1a\n") {
        return None;
    }
    let number =
        |at: usize| png.get(at..at + 4).map(|b| b.iter().fold(0_u32, |n, byte| (n << 8) | u32::from(*byte)));
    let (width, height) = (number(16)?, number(20)?);
    (width > 0 && height > 0).then_some((f64::from(width), f64::from(height)))
}

impl Compose<'_> {
    /// The slide of a figure; none for a picture too tall to be read on a slide.
    pub(super) fn figure(&self, index: usize, section: &str) -> Option<Slide> {
        let figure = self.figures.get(index)?;
        let (title, rest) = message(figure, self.words.lang);
        let source = self.stage.foot_lines(&[rest]);
        let room = self.stage.room(&source);
        let (width, height) = pixels(&figure.png)?;
        let fit = (room.width / width).min(room.height / height);
        if 2.0 * fit * LABEL < LEGIBLE * self.stage.scale() {
            return None;
        }
        let (width, height) = (fit * width, fit * height);
        let area = Area { x: room.x + (room.width - width) / 2.0, y: room.y, width, height };
        let mut slide = Slide::new(title, Body::Figure { index, alt: figure.alt.clone(), area });
        slide.source = source;
        slide.notes = vec![clean(&figure.caption)];
        slide.notes.extend(self.behind(figure));
        slide.notes.push(words::rest(self.words, section));
        Some(slide)
    }

    /// The numbers of a figure as lines.
    fn behind(&self, figure: &Figure) -> Vec<String> {
        let numbers = numbers(figure);
        let (Numbers::Cards(id) | Numbers::Tables(id, ..)) = numbers;
        let Some(section) = self.document.sections.iter().find(|s| s.id == id) else { return Vec::new() };
        if let Some(own) = self.own(figure, section) {
            return self.rows(own);
        }
        match numbers {
            Numbers::Cards(_) => {
                let cards = cards(section);
                // A gauge is that of the first score.
                let many = if figure.kind.source() == Source::Survey { 1 } else { cards.len() };
                cards.into_iter().take(many).map(told).collect()
            }
            Numbers::Tables(_, from, many) => {
                let tables: Vec<&Table> = tables(section).collect();
                let from = from.min(tables.len().saturating_sub(many));
                tables[from..].iter().take(many).flat_map(|table| self.rows(table)).collect()
            }
        }
    }

    /// The table of a figure: of its name, else that of its column, by wave where the figure is.
    fn own<'d>(&self, figure: &Figure, section: &'d Section) -> Option<&'d Table> {
        let mut all = Vec::new();
        within(&section.blocks, &mut all);
        let by_wave = matches!(figure.kind, ChartKind::Heat | ChartKind::Multiples);
        let of_column = |table: &&&Table| {
            let first = table.columns.first().map(|column| &column.title);
            first.is_some_and(|first| Some(first) == figure.column.as_ref()) && self.of_wave(table) == by_wave
        };
        let named = all.iter().find(|table| table.caption == figure.title);
        named.or_else(|| all.iter().find(of_column)).copied()
    }

    /// A table as lines of notes.
    pub(super) fn rows(&self, table: &Table) -> Vec<String> {
        let (rows, total) = rows(table);
        let titles: Vec<String> = table.columns.iter().map(|column| clean(&column.title)).collect();
        let mut out = vec![words::numbers(self.words, &clean(&table.caption)), titles.join(" | ")];
        let line =
            |row: &crate::report::document::Row| row.cells.iter().map(said).collect::<Vec<_>>().join(" | ");
        out.extend(rows.iter().take(ROWS).map(|row| line(row)));
        if rows.len() > ROWS {
            out.push(words::more_rows(self.words, rows.len() - ROWS));
        }
        out.extend(total.map(line));
        out.extend(table.notes.iter().map(|note| clean(note)));
        out
    }
}

/// Every table of some blocks, tinted or folded away, in their order.
fn within<'d>(blocks: &'d [Block], into: &mut Vec<&'d Table>) {
    for block in blocks {
        match block {
            Block::Table(table) => into.push(table),
            Block::Heat(heat) => into.push(&heat.table),
            Block::Fold { blocks, .. } => within(blocks, into),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(kind: ChartKind, title: &str, caption: &str) -> Figure {
        Figure {
            kind,
            column: None,
            id: "x".into(),
            title: title.into(),
            caption: caption.into(),
            alt: String::new(),
            svg: String::new(),
            png: Vec::new(),
        }
    }

    #[test]
    fn the_message_is_the_first_sentence() {
        let waves = figure(ChartKind::Waves, "NPS par vague", "Le NPS passe de +0,2 à −4,5. Base : 574.");
        assert_eq!(message(&waves, Lang::Fr), ("Le NPS passe de +0,2 à −4,5".into(), "Base : 574.".into()));
        let long =
            format!("Sans elles, le NPS {}\u{a0}; sans les autres, non. Fin.", "gagnerait ".repeat(12));
        let (title, rest) = message(&figure(ChartKind::Impact, "Impact", &long), Lang::Fr);
        assert_eq!((title.ends_with("gagnerait"), rest.as_str()), (true, "Sans les autres, non. Fin."));
        let agents =
            figure(ChartKind::Agents, "Durée moyenne, par agent", "De 9 min 03 s (Agent 03) à 4 min.");
        assert_eq!(
            message(&agents, Lang::Fr).0,
            "Durée moyenne, par agent – de 9 min 03 s (Agent 03) à 4 min"
        );
        let rising = figure(ChartKind::Rising, "Ce qui monte", "32,5 % (panne).");
        assert_eq!(message(&rising, Lang::Fr), ("Ce qui monte – 32,5 % (panne)".into(), String::new()));
        let base = figure(ChartKind::Waves, "NPS par vague", "Base : 574.");
        assert_eq!(message(&base, Lang::Fr), ("NPS par vague".into(), "Base : 574.".into()));
    }

    #[test]
    fn a_png_tells_its_size() {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        png.extend([0, 0, 6, 184, 0, 0, 3, 134]);
        assert_eq!(pixels(&png), Some((1720.0, 902.0)));
        assert_eq!(pixels(b"GIF89a"), None);
        assert_eq!(pixels(&png[..20]), None);
    }
}
