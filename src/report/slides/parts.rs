//! Slides as parts of a package: the XML of each (`PresentationML`, ECMA-376 part 1, 19), its picture, its notes.

use std::collections::BTreeMap;

use super::cards::INSIDE;
use super::deck::{Body, CardBox, Slide};
use super::drawing::{
    Ink, Named, Paragraph, Run, Shape, TableCell, TableFrame, add, escape, locale, paragraphs, picture,
    placed, sized,
};
use super::layout::Area;
use super::package::{PACKAGE, Package, Part, Relationship};
use super::stage::{FOOT, Sheet, Slot, Stage};
use super::template::Template;
use super::text::{clean, cut, lines};
use super::words::{Shapes, shapes};
use crate::chart::Figure;
use crate::chart::font::Weight;
use crate::lang::Lang;
use crate::report::words::Words;

/// Namespaces of a slide.
const NAMESPACES: &str = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// The group that holds every shape of a slide.
const TREE: &str = "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>";
const AFTER: &str = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>";
/// A title is no larger than this, nor smaller where it can be cut instead, in points.
const LARGEST: f64 = 28.0;
const SMALLEST: f64 = 18.0;
/// Height of a line of a title, in ems.
const TITLE_LINE: f64 = 1.2;

/// Colours of the figures: good, bad, neither.
const GOOD: Ink = Ink::Own((0, 114, 178));
const BAD: Ink = Ink::Own((213, 94, 0));
const NEITHER: Ink = Ink::Own((160, 168, 176));

/// Writes a presentation.
///
/// # Errors
/// Never in practice: it is written to memory.
pub(super) fn write(
    deck: &[Slide],
    template: &Template,
    words: &Words<'_>,
    title: &str,
    figures: &[Figure],
) -> std::result::Result<Vec<u8>, zip::result::ZipError> {
    let (mut package, notes_master) = template.parts();
    let names = shapes(words);
    let stage = template.stage();
    let writer = Writer { lang: words.lang, names: &names, stage, title_size: title_size(deck, stage) };
    let mut media: BTreeMap<usize, String> = BTreeMap::new();
    let mut slides: Vec<String> = Vec::new();
    for slide in deck {
        let name = package.free("ppt/slides/slide", "xml", slides.len() + 1);
        let opening = matches!(slide.body, Body::Opening(_));
        let sheet = if opening { &stage.opening } else { &stage.content };
        let mut relationships = vec![Relationship::to("rId1", "slideLayout", sheet.layout.clone())];
        if let Body::Figure { index, .. } = slide.body
            && let Some(figure) = figures.get(index)
        {
            let target = media.entry(index).or_insert_with(|| {
                let name = package.free("ppt/media/figure", "png", index + 1);
                let bytes = figure.png.clone();
                let part = Part { content_type: "image/png".into(), bytes, relationships: Vec::new() };
                package.parts.insert(name.clone(), part);
                name
            });
            relationships.push(Relationship::to("rId3", "image", target.clone()));
        }
        let notes = package.free("ppt/notesSlides/notesSlide", "xml", slides.len() + 1);
        relationships.push(Relationship::to("rId2", "notesSlide", notes.clone()));
        let of_notes = vec![
            Relationship::to("rId1", "notesMaster", notes_master.clone()),
            Relationship::to("rId2", "slide", name.clone()),
        ];
        package.parts.insert(name.clone(), part("slide", writer.slide(slide, sheet), relationships));
        package.parts.insert(notes, part("notesSlide", writer.notes(slide), of_notes));
        slides.push(name);
    }
    template.list(&mut package, &notes_master, &slides);
    describe(&mut package, title, words.lang);
    package.write()
}

fn part(kind: &str, xml: String, relationships: Vec<Relationship>) -> Part {
    Part::xml(
        &format!("application/vnd.openxmlformats-officedocument.presentationml.{kind}+xml"),
        xml,
        relationships,
    )
}

/// Title and language of the file, without a date: the same report gives the same file.
fn describe(package: &mut Package, title: &str, lang: Lang) {
    let (title, tag) = (escape(&clean(title)), locale(lang));
    let core = format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{title}</dc:title><dc:creator>barometre</dc:creator><dc:language>{tag}</dc:language></cp:coreProperties>"
    );
    let app = format!(
        "{DECLARATION}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>barometre</Application></Properties>"
    );
    let taken = |n: usize| package.root.iter().any(|r| r.id == format!("rId{n}"));
    let mut free = (1..).filter(|n| !taken(*n)).map(|n| format!("rId{n}"));
    let (first, second) = (free.next().unwrap_or_default(), free.next().unwrap_or_default());
    let mut of_core = Relationship::to(first, "", "docProps/core.xml");
    of_core.kind = format!("{PACKAGE}/metadata/core-properties");
    let of_app = Relationship::to(second, "extended-properties", "docProps/app.xml");
    package.root.extend([of_core, of_app]);
    let core = Part::xml("application/vnd.openxmlformats-package.core-properties+xml", core, Vec::new());
    let app =
        Part::xml("application/vnd.openxmlformats-officedocument.extended-properties+xml", app, Vec::new());
    package.parts.insert("docProps/core.xml".into(), core);
    package.parts.insert("docProps/app.xml".into(), app);
}

/// The size at which titles fit their place, the same on every slide as far as it can be.
fn title_size(deck: &[Slide], stage: &Stage) -> f64 {
    let slot = &stage.content.title;
    let inner = deck.iter().filter(|slide| !matches!(slide.body, Body::Opening(_)));
    let needed = inner.map(|slide| fit(&slide.title, slot, LARGEST * stage.scale(), stage.scale()));
    needed.fold(slot.size.min(LARGEST * stage.scale()), f64::min).max(0.75 * LARGEST * stage.scale())
}

/// The largest size up to `most` at which a title fits its place.
fn fit(title: &str, slot: &Slot, most: f64, scale: f64) -> f64 {
    let inside = slot.inside();
    let mut size = most.min(slot.size);
    while size > SMALLEST * scale && !fits(title, inside, size) {
        size -= 1.0;
    }
    size
}

fn fits(title: &str, inside: Area, size: f64) -> bool {
    lines(title, size, Weight::Bold, inside.width) as f64 * TITLE_LINE * size
        <= inside.height.max(TITLE_LINE * size)
}

struct Writer<'a> {
    lang: Lang,
    names: &'a Shapes,
    stage: &'a Stage,
    /// Size of the titles of content, in points.
    title_size: f64,
}

impl Writer<'_> {
    fn slide(&self, slide: &Slide, sheet: &Sheet) -> String {
        let mut shapes = String::new();
        let mut ids = 2..;
        let mut id = || ids.next().unwrap_or_default();
        let most = if matches!(slide.body, Body::Opening(_)) { sheet.title.size } else { self.title_size };
        add(&mut shapes, self.title(id(), &slide.title, sheet, most));
        match &slide.body {
            Body::Opening(text) => {
                let named = Named { id: id(), name: self.names.text, alt: "" };
                add(&mut shapes, self.text(named, &sheet.body, text, None));
            }
            Body::Text(text) => {
                let named = Named { id: id(), name: self.names.text, alt: "" };
                let area =
                    (!slide.source.is_empty()).then(|| outside(self.stage.room(&slide.source), &sheet.body));
                add(&mut shapes, self.text(named, &sheet.body, text, area));
            }
            Body::Cards(cards) => {
                for card in cards {
                    add(&mut shapes, self.card(card, &mut id));
                }
            }
            Body::Table { page, alt } => {
                let room = self.stage.room(&slide.source);
                let width = page.columns.iter().sum();
                let last = page.rows.len() - 1;
                let line = |i: usize| match i {
                    0 => (Ink::Text, 1.0),
                    i if page.total && i + 1 == last => (Ink::Text, 0.75),
                    _ => (Ink::Hair, 0.5),
                };
                let cells = |i: usize, cells: &[Vec<Paragraph>]| {
                    cells.iter().map(|p| TableCell { paragraphs: p.clone(), under: line(i) }).collect()
                };
                let rows = page.rows.iter().enumerate().map(|(i, (height, row))| (*height, cells(i, row)));
                let frame = TableFrame {
                    named: Named { id: id(), name: self.names.table, alt },
                    slot: sheet.body.placeholder.as_ref(),
                    area: Area { width, height: page.height(), ..room },
                    columns: &page.columns,
                    rows: rows.collect(),
                    margins: page.margins,
                };
                add(&mut shapes, frame.xml(self.lang));
            }
            Body::Figure { alt, area, .. } => {
                let named = Named { id: id(), name: self.names.figure, alt };
                add(&mut shapes, picture(named, sheet.body.placeholder.as_ref(), *area, "rId3"));
            }
        }
        if !slide.source.is_empty() {
            add(&mut shapes, self.source(id(), &slide.source));
        }
        if let Some((slot, text)) = &sheet.foot {
            let named = Named { id: id(), name: self.names.foot, alt: "" };
            let run = Run { size: None, ..Run::new(text, 1.0) };
            let text = self.plain(&run);
            add(&mut shapes, placed(named, slot.placeholder.as_ref(), None, &text));
        }
        if let Some(slot) = &sheet.number {
            let named = Named { id: id(), name: self.names.number, alt: "" };
            let tag = locale(self.lang);
            let text = format!(
                "<a:p><a:fld id=\"{{9A0B4C0E-6E2B-4A5B-8C0A-3F6D1B7E2A01}}\" type=\"slidenum\"><a:rPr lang=\"{tag}\"/><a:t>‹#›</a:t></a:fld><a:endParaRPr lang=\"{tag}\"/></a:p>"
            );
            add(&mut shapes, placed(named, slot.placeholder.as_ref(), None, &text));
        }
        format!(
            "{DECLARATION}<p:sld {NAMESPACES}><p:cSld><p:spTree>{TREE}{shapes}</p:spTree></p:cSld>{AFTER}</p:sld>"
        )
    }

    /// A paragraph that keeps the looks of its placeholder.
    fn plain(&self, run: &Run) -> String {
        let tag = locale(self.lang);
        let size = sized(run.size);
        format!(
            "<a:p><a:r><a:rPr lang=\"{tag}\"{size} dirty=\"0\"/><a:t>{}</a:t></a:r></a:p>",
            escape(&run.text)
        )
    }

    fn title(&self, id: usize, title: &str, sheet: &Sheet, most: f64) -> String {
        let (slot, scale) = (&sheet.title, self.stage.scale());
        let size = fit(title, slot, most, scale);
        let inside = slot.inside();
        let fitting = ((inside.height / (TITLE_LINE * size)).floor() as usize).max(1);
        let text = cut(title, size, Weight::Bold, inside.width, fitting);
        let mut run = Run::new(&text, size);
        if (size - slot.size).abs() < 1e-9 {
            run.size = None;
        }
        let named = Named { id, name: self.names.title, alt: "" };
        placed(named, slot.placeholder.as_ref(), None, &self.plain(&run))
    }

    /// Paragraphs in their placeholder, or in a box of our own where the layout has none.
    fn text(&self, named: Named<'_>, slot: &Slot, text: &[Paragraph], area: Option<Area>) -> String {
        if slot.placeholder.is_some() {
            return placed(named, slot.placeholder.as_ref(), area, &paragraphs(text, self.lang));
        }
        let area = area.map_or_else(|| slot.inside(), |area| inside(area, slot));
        Shape { named, area, fill: None, outline: None, margin: 0.0, anchor: "t", paragraphs: text }
            .xml(self.lang)
    }

    fn source(&self, id: usize, texts: &[String]) -> String {
        let size = FOOT * self.stage.scale();
        let line = |text: &String| Paragraph::new(vec![Run::new(text, size).ink(Ink::Muted)]);
        let text: Vec<Paragraph> = texts.iter().map(line).collect();
        let named = Named { id, name: self.names.source, alt: "" };
        let area = self.stage.foot(texts);
        Shape { named, area, fill: None, outline: None, margin: 0.0, anchor: "b", paragraphs: &text }
            .xml(self.lang)
    }

    /// The box of a score, the bar of its answers, the bar in words.
    fn card(&self, card: &CardBox, id: &mut impl FnMut() -> usize) -> String {
        let scale = self.stage.scale();
        let outline = match card.tone {
            "met" => (GOOD, 2.0),
            "missed" => (BAD, 2.0),
            _ => (Ink::Hair, 1.0),
        };
        let mut out = Shape {
            named: Named { id: id(), name: self.names.card, alt: "" },
            area: card.area,
            fill: None,
            outline: Some((outline.0, outline.1 * scale)),
            margin: INSIDE * scale,
            anchor: "t",
            paragraphs: &card.paragraphs,
        }
        .xml(self.lang);
        let mut x = card.bar_area.x;
        for (tone, label, share) in &card.bar {
            let width = share * card.bar_area.width;
            if width <= 0.0 {
                continue;
            }
            let ink = match *tone {
                "good" => GOOD,
                "bad" => BAD,
                _ => NEITHER,
            };
            let bar = Shape {
                named: Named { id: id(), name: self.names.bar, alt: label },
                area: Area { x, width, ..card.bar_area },
                fill: Some(ink),
                outline: None,
                margin: 0.0,
                anchor: "ctr",
                paragraphs: &[],
            };
            add(&mut out, bar.xml(self.lang));
            x += width;
        }
        if !card.legend.is_empty() {
            let legend = Shape {
                named: Named { id: id(), name: self.names.text, alt: "" },
                area: card.legend_area,
                fill: None,
                outline: None,
                margin: 0.0,
                anchor: "b",
                paragraphs: &card.legend,
            };
            add(&mut out, legend.xml(self.lang));
        }
        out
    }

    fn notes(&self, slide: &Slide) -> String {
        let thumbnail = Named { id: 2, name: self.names.thumbnail, alt: "" }.xml();
        let named = Named { id: 3, name: self.names.notes, alt: "" }.xml();
        let lines: String =
            slide.notes.iter().map(|text| self.plain(&Run { size: None, ..Run::new(text, 1.0) })).collect();
        let lines = if lines.is_empty() { paragraphs(&[], self.lang) } else { lines };
        format!(
            "{DECLARATION}<p:notes {NAMESPACES}><p:cSld><p:spTree>{TREE}<p:sp><p:nvSpPr>{thumbnail}<p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp><p:sp><p:nvSpPr>{named}<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"body\" idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{lines}</p:txBody></p:sp></p:spTree></p:cSld>{AFTER}</p:notes>"
        )
    }
}

/// The place whose inside is an area.
fn outside(area: Area, slot: &Slot) -> Area {
    let [left, top, right, bottom] = slot.margins;
    Area {
        x: area.x - left,
        y: area.y - top,
        width: area.width + left + right,
        height: area.height + top + bottom,
    }
}

/// The inside of a place.
fn inside(area: Area, slot: &Slot) -> Area {
    Slot { area, ..slot.clone() }.inside()
}
