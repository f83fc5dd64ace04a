//! Paragraphs on slides: as large as they can be, cut into pages, never beyond their box.

use super::deck::{Body, Slide};
use super::drawing::{Ink, Mark, Paragraph, Run};
use super::text::{LINE, clean, cut, lines};
use super::{Compose, words};
use crate::chart::font::Weight;
use crate::report::document::{Block, Item, QuoteView, Section};

/// Items of one slide.
const ITEMS: usize = 6;
/// Slides that the findings take.
const FINDINGS: usize = 3;
/// Verbatims of the slide that quotes them.
const QUOTES: usize = 6;

/// Something to read: its paragraphs stay together.
type Entry = Vec<Paragraph>;

fn weight(paragraph: &Paragraph) -> Weight {
    if paragraph.runs.iter().any(|run| run.bold) { Weight::Bold } else { Weight::Regular }
}

fn size(paragraph: &Paragraph) -> f64 {
    paragraph.runs.iter().filter_map(|run| run.size).fold(0.0, f64::max)
}

fn whole(paragraph: &Paragraph) -> String {
    paragraph.runs.iter().map(|run| run.text.as_str()).collect()
}

/// Height of a paragraph in so many points of width.
pub(super) fn height(paragraph: &Paragraph, room: f64) -> f64 {
    let (size, room) = (size(paragraph), (room - paragraph.indent()).max(1.0));
    paragraph.before + lines(&whole(paragraph), size, weight(paragraph), room) as f64 * LINE * size
}

/// A paragraph cut to so many lines: what is cut loses its looks, not its beginning.
pub(super) fn fitted(mut paragraph: Paragraph, room: f64, most: usize) -> Paragraph {
    let (size, weight, room) = (size(&paragraph), weight(&paragraph), (room - paragraph.indent()).max(1.0));
    let text = whole(&paragraph);
    if lines(&text, size, weight, room) > most
        && let Some(first) = paragraph.runs.first().cloned()
    {
        let short = cut(&text, size, weight, room, most);
        paragraph.runs = vec![Run { text: short, size: Some(size), ..first }];
    }
    paragraph
}

/// Entries cut into pages of at most `most` entries in a room of so many points.
fn pages(entries: &[Entry], (room, tall): (f64, f64), most: usize) -> Vec<std::ops::Range<usize>> {
    let mut out: Vec<std::ops::Range<usize>> = Vec::new();
    let mut used = 0.0;
    for (i, entry) in entries.iter().enumerate() {
        let height: f64 = entry.iter().map(|p| height(p, room)).sum();
        match out.last_mut() {
            Some(page) if page.len() < most && used + height <= tall => {
                page.end = i + 1;
                used += height;
            }
            _ => {
                out.push(i..i + 1);
                used = height;
            }
        }
    }
    out
}

impl Compose<'_> {
    /// Entries as slides of one title, at the largest size at which they take at most `wanted` of them; what does not
    /// fit on `most` slides is left to the page, which the slide says.
    fn entries(
        &self,
        title: &str,
        entries: &dyn Fn(f64) -> Vec<Entry>,
        (wanted, most): (usize, usize),
        sizes: &[f64],
        source: &[String],
    ) -> Vec<Slide> {
        let source = self.stage.foot_lines(source);
        let room = self.stage.room(&source);
        let mut found = None;
        for size in sizes {
            let size = size * self.stage.scale();
            let limit = ((room.height / (LINE * size)).floor() as usize).max(1);
            let cut = |entry: Entry| {
                // One entry alone fits on a slide.
                let each = (limit.saturating_sub(1) / entry.len()).max(1);
                entry.into_iter().map(|p| fitted(p, room.width, each)).collect::<Entry>()
            };
            let entries: Vec<Entry> = entries(size).into_iter().map(cut).collect();
            let full = pages(&entries, (room.width, room.height), ITEMS.max(entries.len().div_ceil(most)));
            let enough = full.len() <= wanted;
            found = Some((entries, full));
            if enough {
                break;
            }
        }
        let Some((entries, full)) = found else { return Vec::new() };
        let each = entries.len().div_ceil(full.len().max(1)).max(1);
        let even = pages(&entries, (room.width, room.height), each);
        let chosen = if even.len() == full.len() { even } else { full };
        let shown = chosen.len().min(most);
        let mut slides = Vec::new();
        for (n, range) in chosen.into_iter().take(shown).enumerate() {
            let paragraphs: Vec<Paragraph> = entries[range.clone()].iter().flatten().cloned().collect();
            let mut slide = Slide::new(words::page(title, n + 1, shown), Body::Text(paragraphs));
            slide.source.clone_from(&source);
            if n + 1 == shown && range.end < entries.len() {
                let said = words::items_shown(self.words, range.end, entries.len());
                slide.source = self.stage.foot_lines(&[vec![said], source.clone()].concat());
            }
            slides.push(slide);
        }
        slides
    }

    /// The findings, numbered through all their slides.
    pub(super) fn findings(&self, section: &Section) -> Vec<Slide> {
        let mut items: Vec<&Item> = Vec::new();
        let mut key = Vec::new();
        for block in &section.blocks {
            match block {
                Block::Findings { items: found } => items.extend(found),
                Block::Text { text } => key.push(text.clone()),
                _ => {}
            }
        }
        let entry = |size: f64| {
            let one = |(i, item): (usize, &&Item)| {
                let paragraph = Paragraph::plain(&item.text, size).before(0.55 * size);
                vec![paragraph.mark(Mark::Number(i + 1))]
            };
            items.iter().enumerate().map(one).collect::<Vec<Entry>>()
        };
        let sizes = [17.0, 16.0, 15.0, 14.0, 13.0];
        let mut slides = self.entries(section.title, &entry, (FINDINGS - 1, FINDINGS), &sizes, &key);
        number(&mut slides);
        slides
    }

    /// Three to six verbatims, each under what it illustrates.
    pub(super) fn quotes(&self, section: &Section) -> Vec<Slide> {
        let mut groups: Vec<(&str, &[QuoteView])> = Vec::new();
        let mut intro = Vec::new();
        for block in &section.blocks {
            match block {
                Block::Quotes { title, quotes } => groups.push((title, quotes)),
                Block::Text { text } => intro.push(text.clone()),
                _ => {}
            }
        }
        // One of each before two of any.
        let deepest = groups.iter().map(|group| group.1.len()).max().unwrap_or_default();
        let ranked = (0..deepest).flat_map(|rank| {
            groups.iter().filter_map(move |(title, quotes)| quotes.get(rank).map(|quote| (*title, quote)))
        });
        let scale = self.stage.scale();
        let source = self.stage.foot_lines(&intro);
        let room = self.stage.room(&source);
        let (mut paragraphs, mut used) = (Vec::new(), 0.0);
        for (title, quote) in ranked.take(QUOTES) {
            let entry = self.quote(title, quote, scale);
            let entry: Entry = entry.into_iter().map(|p| fitted(p, room.width, 4)).collect();
            used += entry.iter().map(|p| height(p, room.width)).sum::<f64>();
            if used > room.height {
                break;
            }
            paragraphs.extend(entry);
        }
        if paragraphs.is_empty() {
            return Vec::new();
        }
        let mut slide = Slide::new(section.title, Body::Text(paragraphs));
        slide.source = source;
        slide.notes = intro;
        vec![slide]
    }

    fn quote(&self, title: &str, quote: &QuoteView, scale: f64) -> Entry {
        let size = 13.0 * scale;
        let words: Vec<Run> = quote
            .pieces
            .iter()
            .map(|(text, marked)| {
                // Spaces between pieces stay: only what XML forbids goes.
                let mut run = Run::new("", size);
                run.text = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
                run.bold = *marked;
                run
            })
            .collect();
        let [open, close] = self.words.lang.pick(["«\u{a0}", "\u{a0}»"], ["“", "”"]);
        let mark = |text: &str| Run { text: text.to_owned(), ..Run::new("", size) };
        let runs = [vec![mark(open)], words, vec![mark(close)]].concat();
        let about = Run::new(title, 11.0 * scale).bold();
        let from = Run::new(&format!(" – {}", quote.source), 11.0 * scale).ink(Ink::Muted);
        let from = Run { text: format!(" {}", from.text), ..from };
        vec![Paragraph::new(vec![about, from]).before(8.0 * scale), Paragraph::new(runs).before(1.0 * scale)]
    }

    /// The method: a slide a heading. Definitions of what the cards show come first.
    pub(super) fn method(&self, section: &Section, titles: &[&str]) -> Vec<Vec<Slide>> {
        let mut groups: Vec<(&str, Vec<&Block>)> = Vec::new();
        for block in &section.blocks {
            match block {
                Block::Heading { text } => groups.push((text, Vec::new())),
                block => match groups.last_mut() {
                    Some(group) => group.1.push(block),
                    None => groups.push((section.title, vec![block])),
                },
            }
        }
        groups.iter().map(|(title, blocks)| self.group(title, blocks, titles)).filter(|s| !s.is_empty()).collect()
    }

    fn group(&self, title: &str, blocks: &[&Block], titles: &[&str]) -> Vec<Slide> {
        let mut slides = Vec::new();
        let mut entries: Vec<(Option<String>, String)> = Vec::new();
        let mut source = Vec::new();
        for block in blocks {
            match block {
                Block::Table(table) => slides.extend(self.table(table, title, 1)),
                Block::List { items } => entries.extend(items.iter().map(|text| (None, text.clone()))),
                Block::Text { text } => source.push(text.clone()),
                Block::Definitions { items } => {
                    let mut items: Vec<&(String, String)> = items.iter().collect();
                    items.sort_by_key(|(term, _)| !titles.contains(&term.as_str()));
                    entries.extend(items.into_iter().map(|(term, text)| (Some(term.clone()), text.clone())));
                }
                _ => {}
            }
        }
        if entries.is_empty() {
            return slides;
        }
        let entry = |size: f64| {
            let one = |(term, text): &(Option<String>, String)| {
                let text = Run::new(text, size);
                let runs = match term {
                    Some(term) => {
                        let term = Run::new(term, size).bold();
                        vec![term, Run { text: format!(" – {}", text.text), ..text }]
                    }
                    None => vec![text],
                };
                vec![Paragraph::new(runs).mark(Mark::Dot).before(0.4 * size)]
            };
            entries.iter().map(one).collect::<Vec<Entry>>()
        };
        slides.extend(self.entries(title, &entry, (1, 1), &[15.0, 14.0, 13.0, 12.0, 11.0], &source));
        slides
    }

    /// Headings with their lists: each heading in bold, its points after it.
    pub(super) fn outline(&self, section: &Section) -> Vec<Slide> {
        let mut entries: Vec<(&str, Vec<String>)> = Vec::new();
        let mut source = Vec::new();
        for block in &section.blocks {
            match block {
                Block::Heading { text } => entries.push((text, Vec::new())),
                Block::Text { text } => source.push(text.clone()),
                Block::List { items } => {
                    if let Some(entry) = entries.last_mut() {
                        entry.1.extend(items.iter().map(|item| clean(item)));
                    }
                }
                _ => {}
            }
        }
        entries.retain(|(_, items)| !items.is_empty());
        if entries.is_empty() {
            return Vec::new();
        }
        let join = self.words.lang.pick("\u{a0}; ", "; ");
        let entry = |size: f64| {
            let one = |(title, items): &(&str, Vec<String>)| {
                let items = Run::new(&items.join(join), 0.9 * size);
                vec![
                    Paragraph::new(vec![Run::new(title, size).bold()]).before(0.6 * size),
                    Paragraph::new(vec![items]),
                ]
            };
            entries.iter().map(one).collect::<Vec<Entry>>()
        };
        self.entries(section.title, &entry, (1, 1), &[14.0, 13.0, 12.0], &source)
    }
}

/// Numbers the paragraphs of each slide from the first of that slide: what is shown counts on from there.
fn number(slides: &mut [Slide]) {
    for slide in slides {
        let Body::Text(paragraphs) = &mut slide.body else { continue };
        let first = paragraphs.iter().find_map(|p| match p.mark {
            Mark::Number(n) => Some(n),
            _ => None,
        });
        for paragraph in paragraphs {
            if let (Mark::Number(_), Some(first)) = (paragraph.mark, first) {
                paragraph.mark = Mark::Number(first);
            }
        }
    }
}
