//! The places that a layout, or the master behind it, has for texts, tables and pictures.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::package::attribute;

/// English Metric Units in a point.
const EMU: f64 = 12_700.0;

/// A rectangle, in points.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Area {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Area {
    /// What it covers, in square points.
    pub fn surface(self) -> f64 {
        self.width * self.height
    }
}

/// A place as its file gives it: what is not given there is inherited.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Place {
    /// `title`, `ctrTitle`, `subTitle`, `body`, `sldNum`…; empty for any content.
    pub kind: String,
    /// Number by which a slide names it.
    pub index: Option<String>,
    /// Its text stands upright.
    pub vertical: bool,
    pub area: Option<Area>,
    /// Left, top, right, bottom margins of its text, in points.
    pub margins: [Option<f64>; 4],
    /// Size of its text of the first level, in points.
    pub size: Option<f64>,
    /// The text that it shows until something is written there.
    pub text: String,
}

/// What is read of a layout or of a master.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Places {
    pub shapes: Vec<Place>,
    /// Size of titles and of texts that the master gives, in points.
    pub title_size: Option<f64>,
    pub body_size: Option<f64>,
}

impl Places {
    /// Reads a layout or a master; none where it is not XML.
    pub fn read(text: &str) -> Option<Self> {
        let mut reader = Reader::from_str(text);
        let mut walk = Walk::default();
        loop {
            match reader.read_event().ok()? {
                Event::Start(tag) => {
                    walk.open(&tag);
                    walk.path.push(tag.local_name().as_ref().to_owned());
                }
                Event::Empty(tag) => walk.open(&tag),
                Event::End(_) => {
                    let closed = walk.path.pop()?;
                    walk.close(&closed);
                }
                Event::Text(text) => walk.say(&text.xml10_content()),
                Event::GeneralRef(reference) => walk.refer(&reference),
                Event::Eof => return walk.path.is_empty().then_some(walk.found),
                _ => {}
            }
        }
    }

    /// The place of a kind.
    pub fn of(&self, kind: &str) -> Option<&Place> {
        self.shapes.iter().find(|place| place.kind == kind)
    }
}

/// Where the reader stands.
#[derive(Default)]
struct Walk {
    path: Vec<String>,
    found: Places,
    /// The shape being read, and whether it is a placeholder.
    shape: Place,
    placed: bool,
}

impl Walk {
    fn within(&self, name: &str) -> bool {
        self.path.iter().any(|step| step == name)
    }

    fn open(&mut self, tag: &BytesStart<'_>) {
        let name = tag.local_name();
        let number = |key| attribute(tag, key).and_then(|text| text.parse::<f64>().ok());
        let points = |key| number(key).map(|emu| emu / EMU);
        match name.as_ref() {
            "sp" | "pic" | "graphicFrame" => (self.shape, self.placed) = (Place::default(), false),
            "ph" => {
                self.placed = true;
                self.shape.kind = attribute(tag, "type").unwrap_or_default();
                self.shape.index = attribute(tag, "idx");
                self.shape.vertical |= attribute(tag, "orient").is_some_and(|orient| orient == "vert");
            }
            "off" if self.within("xfrm") => {
                let area = self.shape.area.get_or_insert_default();
                (area.x, area.y) = (points("x").unwrap_or_default(), points("y").unwrap_or_default());
            }
            "ext" if self.within("xfrm") => {
                let area = self.shape.area.get_or_insert_default();
                (area.width, area.height) =
                    (points("cx").unwrap_or_default(), points("cy").unwrap_or_default());
            }
            "bodyPr" => {
                self.shape.vertical |=
                    attribute(tag, "vert").is_some_and(|vert| !["horz", ""].contains(&vert.as_str()));
                self.shape.margins = ["lIns", "tIns", "rIns", "bIns"].map(points);
            }
            "defRPr" if self.within("lvl1pPr") => {
                let size = number("sz").map(|hundredths| hundredths / 100.0);
                if self.within("titleStyle") {
                    self.found.title_size = size;
                } else if self.within("bodyStyle") {
                    self.found.body_size = size;
                } else if self.within("lstStyle") {
                    self.shape.size = size;
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if ["sp", "pic", "graphicFrame"].contains(&name) && self.placed {
            self.found.shapes.push(std::mem::take(&mut self.shape));
            self.placed = false;
        }
    }

    fn say(&mut self, text: &str) {
        if self.path.last().is_some_and(|step| step == "t") {
            self.shape.text.push_str(text);
        }
    }

    fn refer(&mut self, reference: &quick_xml::events::BytesRef<'_>) {
        let name = reference.xml10_content();
        let char = reference.resolve_char_ref().ok().flatten().map(String::from);
        let known = char.or_else(|| quick_xml::escape::resolve_xml_entity(&name).map(str::to_owned));
        self.say(&known.unwrap_or_default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_with_what_they_give() {
        let text = r#"<p:sldLayout xmlns:a="a" xmlns:p="p"><p:cSld><p:spTree>
            <p:sp><p:nvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>
            <p:sp><p:nvSpPr><p:nvPr><p:ph idx="1"/></p:nvPr></p:nvSpPr>
              <p:spPr><a:xfrm><a:off x="127000" y="254000"/><a:ext cx="1270000" cy="2540000"/></a:xfrm></p:spPr>
              <p:txBody><a:bodyPr lIns="0"/><a:lstStyle><a:lvl1pPr><a:defRPr sz="2000"/></a:lvl1pPr></a:lstStyle>
              <a:p><a:r><a:t>R&amp;D</a:t></a:r></a:p></p:txBody></p:sp>
            <p:sp><p:txBody><a:p><a:r><a:t>no place</a:t></a:r></a:p></p:txBody></p:sp>
            </p:spTree></p:cSld></p:sldLayout>"#;
        let places = Places::read(text).unwrap();
        assert_eq!(places.shapes.len(), 2);
        let content = places.of("").unwrap();
        let area = Area { x: 10.0, y: 20.0, width: 100.0, height: 200.0 };
        assert_eq!((content.area, content.size), (Some(area), Some(20.0)));
        assert_eq!((content.margins[0], content.margins[1]), (Some(0.0), None));
        assert_eq!((content.index.as_deref(), content.text.as_str()), (Some("1"), "R&D"));
        assert_eq!(places.of("title").unwrap().area, None);
    }

    #[test]
    fn a_master_gives_the_sizes_of_texts() {
        let text = r#"<p:sldMaster xmlns:a="a" xmlns:p="p"><p:txStyles>
            <p:titleStyle><a:lvl1pPr><a:defRPr sz="4400"/></a:lvl1pPr><a:lvl2pPr><a:defRPr sz="900"/></a:lvl2pPr></p:titleStyle>
            <p:bodyStyle><a:lvl1pPr><a:defRPr sz="2800"/></a:lvl1pPr></p:bodyStyle></p:txStyles></p:sldMaster>"#;
        let places = Places::read(text).unwrap();
        assert_eq!((places.title_size, places.body_size), (Some(44.0), Some(28.0)));
        assert_eq!(Places::read("<a><b></a>"), None);
    }
}
