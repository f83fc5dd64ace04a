//! Where things stand on the slides of a presentation: its size, the layout of the first slide, that of the others.

use super::layout::{Area, Place, Places};
use super::package::Package;
use super::text::{LINE, clean, cut, lines};
use crate::chart::font::Weight;

/// Margins of a text where neither layout nor master gives them: left, top, right, bottom, in points.
const MARGINS: [f64; 4] = [7.2, 3.6, 7.2, 3.6];
/// Height of a slide for which our sizes of text are meant, in points.
const USUAL_HEIGHT: f64 = 540.0;
/// A place for content takes this share of the slide at least.
const ROOM: f64 = 0.3;
/// And a title this share of its width.
const TITLE_ROOM: f64 = 0.4;

/// A slide as its presentation gives it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stage {
    /// In points.
    pub width: f64,
    pub height: f64,
    /// The first slide.
    pub opening: Sheet,
    /// The others.
    pub content: Sheet,
}

/// A layout and what a slide fills of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sheet {
    /// Name of its part.
    pub layout: String,
    pub title: Slot,
    /// What the slide is about; without a placeholder where the layout has a title alone.
    pub body: Slot,
    /// Number of the slide.
    pub number: Option<Slot>,
    /// Foot of the slide, with the text that the layout shows there.
    pub foot: Option<(Slot, String)>,
}

/// A place with all that it inherits.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Slot {
    /// Its placeholder: kind and number; none for a place of our own.
    pub placeholder: Option<(String, Option<String>)>,
    pub area: Area,
    pub margins: [f64; 4],
    /// In points.
    pub size: f64,
}

impl Slot {
    /// What its text may fill.
    pub fn inside(&self) -> Area {
        let [left, top, right, bottom] = self.margins;
        Area {
            x: self.area.x + left,
            y: self.area.y + top,
            width: (self.area.width - left - right).max(1.0),
            height: (self.area.height - top - bottom).max(1.0),
        }
    }
}

impl Stage {
    /// What to multiply sizes by that are meant for a slide 7.5 inches high.
    pub fn scale(&self) -> f64 {
        self.height / USUAL_HEIGHT
    }

    /// Finds the layouts of a presentation by what they have places for; none where no layout has a title and room
    /// under it. `layouts` are the names of parts in the presentation's order.
    pub fn new(package: &Package, layouts: &[String], (width, height): (f64, f64)) -> Option<Self> {
        let read: Vec<Layout<'_>> =
            layouts.iter().filter_map(|name| Layout::read(package, name, (width, height))).collect();
        let content = best(&read, Layout::as_content)?.content()?;
        let opening = best(&read, Layout::as_opening).and_then(Layout::opening);
        Some(Self { width, height, opening: opening.unwrap_or_else(|| content.clone()), content })
    }
}

/// The first of the best layouts; `max_by` would give the last.
fn best<'l, 'a>(
    layouts: &'l [Layout<'a>],
    rank: impl Fn(&Layout<'a>) -> Option<f64>,
) -> Option<&'l Layout<'a>> {
    let mut found: Option<(f64, &Layout<'a>)> = None;
    for layout in layouts {
        if let Some(rank) = rank(layout)
            && found.is_none_or(|(known, _)| rank > known)
        {
            found = Some((rank, layout));
        }
    }
    found.map(|(_, layout)| layout)
}

/// Lines that the foot of a content takes at most, and their size in points.
const FOOT_LINES: usize = 4;
pub(super) const FOOT: f64 = 10.0;

impl Stage {
    /// Small texts cut to what the foot of a content holds; what does not fit there is not shown in part.
    pub fn foot_lines(&self, texts: &[String]) -> Vec<String> {
        let (size, room) = (FOOT * self.scale(), self.content.body.inside().width);
        let mut left = FOOT_LINES;
        let mut out = Vec::new();
        for text in texts.iter().map(|text| clean(text)).filter(|text| !text.is_empty()) {
            let text = if out.is_empty() { cut(&text, size, Weight::Regular, room, left) } else { text };
            let taken = lines(&text, size, Weight::Regular, room);
            if taken > left {
                break;
            }
            left -= taken;
            out.push(text);
        }
        out
    }

    /// Where the small texts stand.
    pub fn foot(&self, texts: &[String]) -> Area {
        let (size, inside) = (FOOT * self.scale(), self.content.body.inside());
        let taken: usize = texts.iter().map(|t| lines(t, size, Weight::Regular, inside.width)).sum();
        let height = taken as f64 * LINE * size;
        Area { x: inside.x, y: inside.y + inside.height - height, width: inside.width, height }
    }

    /// What is left above them.
    pub fn room(&self, texts: &[String]) -> Area {
        let inside = self.content.body.inside();
        if texts.is_empty() {
            return inside;
        }
        let height = (self.foot(texts).y - 0.8 * FOOT * self.scale() - inside.y).max(1.0);
        Area { height, ..inside }
    }
}

/// A layout with its master.
struct Layout<'a> {
    name: &'a str,
    slide: (f64, f64),
    own: Places,
    master: Places,
}

impl<'a> Layout<'a> {
    fn read(package: &Package, name: &'a str, slide: (f64, f64)) -> Option<Self> {
        let part = package.parts.get(name)?;
        let master = package.parts.get(part.first("slideMaster")?)?;
        Some(Self { name, slide, own: Places::read(part.text()?)?, master: Places::read(master.text()?)? })
    }

    /// A place of the layout with what it inherits; none where no size is known.
    fn slot(&self, place: &Place) -> Option<Slot> {
        let title = ["title", "ctrTitle"].contains(&place.kind.as_str());
        let behind = match place.kind.as_str() {
            "title" | "ctrTitle" => self.master.of("title"),
            "dt" | "ftr" | "sldNum" => self.master.of(&place.kind),
            _ => self.master.of("body"),
        };
        let styled = if title { self.master.title_size } else { self.master.body_size };
        let size = place.size.or_else(|| behind.and_then(|b| b.size)).or(styled);
        let margin =
            |i: usize| place.margins[i].or_else(|| behind.and_then(|b| b.margins[i])).unwrap_or(MARGINS[i]);
        Some(Slot {
            placeholder: Some((place.kind.clone(), place.index.clone())),
            area: place.area.or_else(|| behind.and_then(|b| b.area))?,
            margins: [margin(0), margin(1), margin(2), margin(3)],
            size: size.unwrap_or(if title { 44.0 } else { 18.0 }),
        })
    }

    /// The horizontal place of a kind.
    fn place(&self, kind: &str) -> Option<Slot> {
        self.own.of(kind).filter(|place| !place.vertical).and_then(|place| self.slot(place))
    }

    /// The title, where it is as wide as a sentence needs.
    fn title(&self) -> Option<Slot> {
        self.place("title").filter(|slot| slot.area.width >= TITLE_ROOM * self.slide.0)
    }

    /// Places for any content, or for text.
    fn bodies(&self) -> Vec<&Place> {
        const NOT: [&str; 6] = ["title", "ctrTitle", "dt", "ftr", "sldNum", "hdr"];
        self.own.shapes.iter().filter(|p| !NOT.contains(&p.kind.as_str())).collect()
    }

    fn roomy(&self, area: Area) -> bool {
        area.surface() >= ROOM * self.slide.0 * self.slide.1 && area.width >= 0.5 * self.slide.0
    }

    /// The one place under the title.
    fn body(&self) -> Option<Slot> {
        let [only] = self.bodies()[..] else { return None };
        if only.vertical || !["", "obj", "body"].contains(&only.kind.as_str()) {
            return None;
        }
        self.slot(only).filter(|slot| self.roomy(slot.area))
    }

    /// The rest of a slide that has a title alone.
    fn under(&self, title: &Slot) -> Option<Slot> {
        if !self.bodies().is_empty() {
            return None;
        }
        let top = title.area.y + title.area.height + 0.015 * self.slide.1;
        let height = 0.92 * self.slide.1 - top;
        let area = Area { x: title.area.x, y: top, width: title.area.width, height };
        (height > 0.0 && self.roomy(area)).then(|| Slot {
            placeholder: None,
            area,
            margins: MARGINS,
            size: self.master.body_size.unwrap_or(18.0),
        })
    }

    /// How well it holds a title and one content; none if it does not.
    fn as_content(&self) -> Option<f64> {
        let title = self.title()?;
        let share = |slot: &Slot| slot.area.surface() / (self.slide.0 * self.slide.1);
        if let Some(body) = self.body() {
            let any = body.placeholder.as_ref().is_none_or(|(kind, _)| kind != "body");
            return Some(if any { 2.0 } else { 1.0 } + share(&body));
        }
        self.under(&title).map(|slot| share(&slot))
    }

    fn content(&self) -> Option<Sheet> {
        let title = self.title()?;
        let body = self.body().or_else(|| self.under(&title))?;
        Some(self.sheet(title, body))
    }

    /// How well it opens a presentation; none if it does not.
    fn as_opening(&self) -> Option<f64> {
        self.opening().map(|_| if self.own.of("ctrTitle").is_some() { 2.0 } else { 1.0 })
    }

    fn opening(&self) -> Option<Sheet> {
        let title = self.place("ctrTitle").or_else(|| self.title())?;
        Some(self.sheet(title, self.place("subTitle")?))
    }

    fn sheet(&self, title: Slot, body: Slot) -> Sheet {
        let text = |kind| self.own.of(kind).map(|place| place.text.clone()).unwrap_or_default();
        let foot =
            self.place("ftr").map(|slot| (slot, text("ftr"))).filter(|(_, text)| !text.trim().is_empty());
        Sheet { layout: self.name.to_owned(), title, body, number: self.place("sldNum"), foot }
    }
}
