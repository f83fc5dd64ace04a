//! Paragraphs on slides: as large as they can be, cut into pages, never beyond their box.

use std::ops::Range;

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

/// Size at which several headings of the method share a slide.
const SHORT: f64 = 13.0;

/// A point of the method: what it defines, where it does, and the text.
#[derive(Clone)]
struct Point {
    term: Option<String>,
    text: String,
}

impl Point {
    fn paragraph(&self, size: f64) -> Paragraph {
        let text = Run::new(&self.text, size);
        let runs = match &self.term {
            Some(term) => {
                let said = format!(" – {}", text.text);
                vec![Run::new(term, size).bold(), Run { text: said, ..text }]
            }
            None => vec![text],
        };
        Paragraph::new(runs).mark(Mark::Dot).before(0.4 * size)
    }
}

/// The points of some blocks, definitions of `titles` first.
fn points(blocks: &[&Block], titles: &[&str]) -> Vec<Point> {
    let mut out = Vec::new();
    for block in blocks {
        match block {
            Block::List { items } => {
                out.extend(items.iter().map(|text| Point { term: None, text: text.clone() }));
            }
            Block::Text { text } => out.push(Point { term: None, text: text.clone() }),
            Block::Definitions { items } => {
                let mut items: Vec<&(String, String)> = items.iter().collect();
                items.sort_by_key(|(term, _)| !titles.contains(&term.as_str()));
                let point =
                    |(term, text): &(String, String)| Point { term: Some(term.clone()), text: text.clone() };
                out.extend(items.into_iter().map(point));
            }
            _ => {}
        }
    }
    out
}

/// Several headings with their points.
fn together(groups: &[(&str, Vec<Point>)], size: f64) -> Vec<Entry> {
    let mut out = Vec::new();
    for (title, points) in groups {
        let heading = Paragraph::new(vec![Run::new(title, size).bold()]).before(0.8 * size);
        let mut heading = vec![heading];
        for point in points {
            // A heading stays with its first point.
            heading.push(point.paragraph(size));
            out.push(std::mem::take(&mut heading));
        }
    }
    out
}

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
fn pages(entries: &[Entry], (room, tall): (f64, f64), most: usize) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
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

/// How entries flow over slides.
struct Flow<'a> {
    /// Sizes of text to try, in points.
    sizes: &'a [f64],
    /// Slides that a smaller size is worth.
    wanted: usize,
    /// Slides at most: the page has what they leave out.
    most: usize,
    /// Entries of a slide at most.
    each: usize,
    /// Lines kept free at the foot, for what may have to be said there.
    spare: usize,
}

impl Compose<'_> {
    /// Entries as slides of one title, at the largest size at which they take no more slides than wanted, else at which as
    /// many slides show as much as at the smallest size; what does not fit is left to the page, which the last slide says.
    fn entries(
        &self,
        title: &str,
        entries: &dyn Fn(f64) -> Vec<Entry>,
        flow: &Flow<'_>,
        source: &[String],
    ) -> Vec<Slide> {
        let Flow { sizes, wanted, most, each, spare } = *flow;
        let source = self.stage.foot_lines(source);
        let room = self.stage.room(&[source.clone(), vec!["…".to_owned(); spare]].concat());
        let mut tried: Vec<(Vec<Entry>, Vec<Range<usize>>)> = Vec::new();
        for size in sizes {
            let size = size * self.stage.scale();
            let limit = ((room.height / (LINE * size)).floor() as usize).max(1);
            let cut = |entry: Entry| {
                // One entry alone fits on a slide.
                let each = (limit.saturating_sub(1) / entry.len()).max(1);
                entry.into_iter().map(|p| fitted(p, room.width, each)).collect::<Entry>()
            };
            let entries: Vec<Entry> = entries(size).into_iter().map(cut).collect();
            let full = pages(&entries, (room.width, room.height), each);
            let enough = full.len() <= wanted;
            tried.push((entries, full));
            if enough {
                break;
            }
        }
        // Slides that are shown, and entries on them.
        let shown = |full: &[Range<usize>]| {
            (full.len().min(most), full.iter().take(most).next_back().map(|page| page.end))
        };
        let Some(least) = tried.last().map(|(_, full)| shown(full)) else { return Vec::new() };
        let largest = tried.iter().position(|(_, full)| shown(full) == least).unwrap_or_default();
        let (entries, full) = tried.swap_remove(largest);
        // As few slides as there can be, then as even as can be.
        let each = entries.len().div_ceil(full.len().max(1)).max(1);
        let even = pages(&entries, (room.width, room.height), each);
        let chosen = if even.len() == full.len() && full.len() <= most { even } else { full };
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
        let sizes = [18.0, 17.0, 16.0, 15.0, 14.0, 13.0];
        let wanted = items.len().div_ceil(ITEMS).max(FINDINGS - 1);
        let flow = Flow { sizes: &sizes, wanted, most: FINDINGS.max(wanted), each: ITEMS, spare: 0 };
        let mut slides = self.entries(section.title, &entry, &flow, &key);
        let proof = |(i, item): (usize, &&Item)| {
            let (_, section) = item.proof.as_ref()?;
            Some(words::proof(self.words, i + 1, section))
        };
        let mut from = 0;
        for slide in &mut slides {
            number(slide);
            let Body::Text(shown) = &slide.body else { continue };
            let own = items.iter().enumerate().skip(from).take(shown.len());
            slide.notes = own.filter_map(proof).chain([words::rest(self.words, section.title)]).collect();
            from += shown.len();
        }
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
        let chosen: Vec<(&str, &QuoteView)> = ranked.take(QUOTES).collect();
        let source = self.stage.foot_lines(&intro);
        let room = self.stage.room(&source);
        let page = |size: f64| {
            let (mut paragraphs, mut used, mut shown) = (Vec::new(), 0.0, 0);
            for (title, quote) in &chosen {
                let entry = self.quote(title, quote, size * self.stage.scale());
                let entry: Entry = entry.into_iter().map(|p| fitted(p, room.width, 4)).collect();
                used += entry.iter().map(|p| height(p, room.width)).sum::<f64>();
                if used > room.height {
                    break;
                }
                paragraphs.extend(entry);
                shown += 1;
            }
            (paragraphs, shown == chosen.len())
        };
        let sizes = [17.0, 16.0, 15.0, 14.0, 13.0];
        let whole = sizes.iter().map(|size| page(*size)).find(|(_, whole)| *whole);
        let (paragraphs, _) = whole.unwrap_or_else(|| page(sizes[4]));
        if paragraphs.is_empty() {
            return Vec::new();
        }
        let mut slide = Slide::new(section.title, Body::Text(paragraphs));
        slide.source = source;
        vec![slide]
    }

    fn quote(&self, title: &str, quote: &QuoteView, size: f64) -> Entry {
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
        let small = 0.8 * size;
        let about = Run::new(title, small).bold();
        let from = Run::new(&format!("– {}", quote.source), small).ink(Ink::Muted);
        let from = Run { text: format!(" {}", from.text), ..from };
        vec![Paragraph::new(vec![about, from]).before(0.6 * size), Paragraph::new(runs).before(0.1 * size)]
    }

    /// The method: a slide a heading, headings of few lines together. Definitions of what the cards show come first.
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
        let mut out: Vec<Vec<Slide>> = Vec::new();
        let mut short: Vec<(&str, Vec<Point>)> = Vec::new();
        for (title, blocks) in groups {
            let own = points(&blocks, titles);
            let alone = own.is_empty();
            if !own.is_empty() {
                let size = SHORT * self.stage.scale();
                let tall = |groups: &[(&str, Vec<Point>)]| {
                    let entries = together(groups, size);
                    entries.iter().flatten().map(|p| height(p, self.stage.room(&[]).width)).sum::<f64>()
                };
                let mut joined = short.clone();
                joined.push((title, own.clone()));
                let spare = vec!["…".to_owned(); 2];
                if tall(&joined) <= self.stage.room(&spare).height {
                    short = joined;
                } else {
                    out.extend(self.points(section.title, &short));
                    short = vec![(title, own)];
                }
            }
            for block in blocks {
                let Block::Table(table) = block else { continue };
                if alone {
                    out.push(self.table(table, title, 1, 2));
                } else {
                    // A table that a text introduces comes after it; neither is shown without the other.
                    let before = self.points(section.title, &std::mem::take(&mut short)).unwrap_or_default();
                    out.push([before, self.table(table, &table.caption, 1, 2)].concat());
                }
            }
        }
        out.extend(self.points(section.title, &short));
        out.retain(|slides| !slides.is_empty());
        out
    }

    /// Points under their headings: one heading is the title of its slides, several stand in the text.
    fn points(&self, title: &str, groups: &[(&str, Vec<Point>)]) -> Option<Vec<Slide>> {
        let sizes = [16.0, 15.0, 14.0, 13.0, 12.0];
        let flow = |most| Flow { sizes: &sizes, wanted: 1, most, each: usize::MAX, spare: 2 };
        match groups {
            [] => None,
            [(own, points)] => {
                let entries = |size: f64| points.iter().map(|point| vec![point.paragraph(size)]).collect();
                Some(self.entries(own, &entries, &flow(2), &[]))
            }
            _ => Some(self.entries(title, &|size| together(groups, size), &flow(1), &[])),
        }
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
        let flow = Flow { sizes: &[14.0, 13.0, 12.0], wanted: 1, most: 1, each: usize::MAX, spare: 1 };
        self.entries(section.title, &entry, &flow, &source)
    }
}

/// Numbers the paragraphs of a slide from its first one: what is shown counts on from there.
fn number(slide: &mut Slide) {
    let Body::Text(paragraphs) = &mut slide.body else { return };
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
