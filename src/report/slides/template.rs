//! What slides are made from: the user's presentation without its slides, or the one that the program has.

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::drawing::add;
use super::flaw::TemplateFlaw;
use super::package::{OFFICE, Package, Part, Relationship, Unread, attribute};
use super::shipped;
use super::stage::Stage;
use crate::error::{Error, Result};
use crate::report::Attached;

/// Presentations that are no program.
const MAIN: &str = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";
/// First bytes of a file of Office 97, and of one that a password protects.
const OLE: [u8; 4] = [0xd0, 0xcf, 0x11, 0xe0];
/// Namespaces of the strict form of the standard.
const STRICT: &str = "http://purl.oclc.org/ooxml/";
/// What of a presentation is kept: its look. Its slides go, and with them all that names a slide: sections, custom
/// shows, views, comments, programs.
const KEPT: [&str; 6] = ["slideMaster", "notesMaster", "handoutMaster", "theme", "tableStyles", "font"];
/// Name of the first slide that is written.
const FIRST_SLIDE: &str = "ppt/slides/slide1.xml";
/// The same in its XML, in the order of the standard; the slides come after the third.
const KEPT_TAGS: [&str; 8] = [
    "sldMasterIdLst",
    "notesMasterIdLst",
    "handoutMasterIdLst",
    "sldSz",
    "notesSz",
    "embeddedFontLst",
    "kinsoku",
    "defaultTextStyle",
];

/// A presentation without slides: its masters, layouts, theme, size.
#[derive(Debug, Clone, PartialEq)]
pub struct Template {
    package: Package,
    /// Name of the part that lists the slides.
    main: String,
    /// Attributes of its first tag, as written.
    attributes: String,
    /// Its elements to keep, as written: name and XML.
    elements: Vec<(String, String)>,
    stage: Stage,
}

impl Template {
    /// Opens the presentation of a user: `.pptx`, `.potx`, `.pptm` or `.potm`. Its example slides are left out.
    ///
    /// # Errors
    /// [`Error::SlidesTemplate`] where it is no presentation, or none of its layouts has a title and room
    /// for a content.
    pub fn of(file: &Attached) -> Result<Self> {
        let path = || file.path.clone();
        Self::read(&file.bytes).map_err(|flaw| Error::SlidesTemplate { path: path(), flaw })
    }

    /// The one that the program has: 16:9, white, without a name of a firm.
    pub(super) fn shipped() -> std::result::Result<Self, TemplateFlaw> {
        Self::new(shipped::package())
    }

    pub(super) fn read(bytes: &[u8]) -> std::result::Result<Self, TemplateFlaw> {
        if bytes.starts_with(&OLE) {
            return Err(TemplateFlaw::Protected);
        }
        Self::new(Package::read(bytes).map_err(|unread| match unread {
            Unread::TooLarge => TemplateFlaw::TooLarge,
            Unread::Archive(_) => TemplateFlaw::NotPowerPoint,
            Unread::Part(part) => TemplateFlaw::Damaged { part },
        })?)
    }

    fn new(mut package: Package) -> std::result::Result<Self, TemplateFlaw> {
        let main = package.root.iter().find(|r| r.word() == "officeDocument" && !r.external);
        let main = main.ok_or(TemplateFlaw::NotPowerPoint)?.clone();
        if main.kind.starts_with(STRICT) {
            return Err(TemplateFlaw::Strict);
        }
        let damaged = || TemplateFlaw::Damaged { part: main.target.clone() };
        let part = package.parts.get_mut(&main.target).ok_or_else(damaged)?;
        if !part.content_type.contains("presentationml") {
            return Err(TemplateFlaw::NotPowerPoint);
        }
        MAIN.clone_into(&mut part.content_type);
        part.relationships.retain(|r| !r.external && KEPT.contains(&r.word()));
        let (attributes, elements) = part.text().and_then(elements).ok_or_else(damaged)?;
        let size = elements.iter().find(|(name, _)| name == "sldSz").and_then(|(_, xml)| size(xml));
        // A look of the firm's own (labels of sensitivity) stays; what describes the old slides goes.
        package.root.retain(|r| ["officeDocument", "custom-properties"].contains(&r.word()));
        part_from_slides(&mut package);
        package.keep_reached();
        let layouts = layouts(&package, &main.target, &elements);
        let stage = Stage::new(&package, &layouts, size.ok_or_else(damaged)?)
            .ok_or(TemplateFlaw::NoLayout { layouts: layouts.len() })?;
        Ok(Self { package, main: main.target, attributes, elements, stage })
    }

    /// Where things stand on its slides.
    pub(super) fn stage(&self) -> &Stage {
        &self.stage
    }

    /// A copy of its parts, to which slides are added, and the name of its master of notes.
    pub(super) fn parts(&self) -> (Package, String) {
        let mut package = self.package.clone();
        let main = package.parts.get(&self.main);
        if let Some(known) = main.and_then(|part| part.first("notesMaster")).map(str::to_owned) {
            return (package, known);
        }
        let theme = package.free("ppt/theme/theme", "xml", 1);
        package.parts.insert(theme.clone(), shipped::theme());
        let name = "ppt/notesMasters/notesMaster1.xml".to_owned();
        package.parts.insert(name.clone(), shipped::notes_master(&theme));
        (package, name)
    }

    /// Writes the list of the slides, by the names of their parts.
    pub(super) fn list(&self, package: &mut Package, notes_master: &str, slides: &[String]) {
        let Some(main) = package.parts.get_mut(&self.main) else { return };
        let mut free = (1..).map(|n| format!("rId{n}"));
        let taken: Vec<String> = main.relationships.iter().map(|r| r.id.clone()).collect();
        let mut next = || free.find(|id| !taken.contains(id)).unwrap_or_default();
        let mut xml =
            String::from("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<p:presentation");
        let prefix = |name: &str| format!("xmlns:{name}=");
        let namespaces = [
            ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
            ("p", "http://schemas.openxmlformats.org/presentationml/2006/main"),
            ("r", OFFICE),
        ];
        for (name, address) in namespaces {
            if !self.attributes.contains(&prefix(name)) {
                xml.push(' ');
                xml.push_str(&prefix(name));
                add(&mut xml, format!("\"{address}\""));
            }
        }
        xml.push(' ');
        xml.push_str(self.attributes.trim());
        xml.push('>');
        let mut list = String::from("<p:sldIdLst>");
        let mut listed = Vec::new();
        for (i, slide) in slides.iter().enumerate() {
            let id = next();
            add(&mut list, format!("<p:sldId id=\"{}\" r:id=\"{id}\"/>", 256 + i));
            listed.push(Relationship::to(id, "slide", slide.clone()));
        }
        list.push_str("</p:sldIdLst>");
        for tag in KEPT_TAGS {
            let kept = self.elements.iter().find(|(name, _)| name == tag).map(|(_, xml)| xml.as_str());
            if tag == "notesMasterIdLst" && kept.is_none() {
                let id = next();
                add(
                    &mut xml,
                    format!("<p:notesMasterIdLst><p:notesMasterId r:id=\"{id}\"/></p:notesMasterIdLst>"),
                );
                listed.push(Relationship::to(id, "notesMaster", notes_master));
            }
            xml.push_str(kept.unwrap_or_default());
            if tag == "handoutMasterIdLst" {
                xml.push_str(&list);
            }
        }
        xml.push_str("</p:presentation>");
        main.bytes = xml.into_bytes();
        main.relationships.extend(listed);
    }
}

/// Takes the slides out, and turns the links that masters and layouts have to them to the first slide to come.
fn part_from_slides(package: &mut Package) {
    let mut gone = BTreeSet::from([FIRST_SLIDE.to_owned()]);
    let links = package.parts.values_mut().flat_map(|part| &mut part.relationships);
    for link in links.filter(|r| !r.external && r.word() == "slide") {
        gone.insert(std::mem::replace(&mut link.target, FIRST_SLIDE.to_owned()));
    }
    package.parts.retain(|name, _| !gone.contains(name));
}

/// Attributes of the first tag of a presentation, and its elements to keep, both as written.
fn elements(text: &str) -> Option<(String, Vec<(String, String)>)> {
    let mut reader = Reader::from_str(text);
    let mut attributes = None;
    let mut found: Vec<(String, String)> = Vec::new();
    let (mut depth, mut start) = (0_usize, 0_usize);
    loop {
        let at = reader.buffer_position() as usize;
        let event = reader.read_event().ok()?;
        let end = reader.buffer_position() as usize;
        let mut keep = |name: &str, from: usize| {
            if KEPT_TAGS.contains(&name) {
                found.push((name.to_owned(), text[from..end].to_owned()));
            }
        };
        match event {
            Event::Start(tag) => {
                if depth == 0 && tag.local_name().as_ref() == "presentation" {
                    attributes = Some(tag.attributes_raw().to_owned());
                } else if depth == 1 {
                    start = at;
                }
                depth += 1;
            }
            Event::Empty(tag) if depth == 1 => keep(tag.local_name().as_ref(), at),
            Event::End(tag) => {
                depth = depth.checked_sub(1)?;
                if depth == 1 {
                    keep(tag.local_name().as_ref(), start);
                }
            }
            Event::Eof => return Some((attributes?, found)),
            _ => {}
        }
    }
}

/// Tags of a piece of XML.
fn tags(xml: &str) -> Vec<BytesStart<'_>> {
    let mut reader = Reader::from_str(xml);
    let mut out = Vec::new();
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) | Event::Empty(tag) => out.push(tag),
            Event::Eof => break,
            _ => {}
        }
    }
    out
}

/// Width and height of slides, in points.
fn size(xml: &str) -> Option<(f64, f64)> {
    let tags = tags(xml);
    let points = |key| attribute(tags.first()?, key)?.parse::<f64>().ok().map(|emu| emu / 12_700.0);
    Some((points("cx")?, points("cy")?)).filter(|(width, height)| *width > 0.0 && *height > 0.0)
}

/// Relationships that the tags of a name point to, in order.
fn pointed(xml: &str, name: &str) -> Vec<String> {
    let of = tags(xml).into_iter().filter(|tag| tag.local_name().as_ref() == name);
    // `r:id`, beside an `id` of the list's own.
    let id = |tag: BytesStart<'_>| {
        let mut attributes = tag.attributes().filter_map(std::result::Result::ok);
        let found = attributes.find(|a| a.key.prefix().is_some() && a.key.local_name().as_ref() == "id")?;
        Some(found.value.as_ref().to_owned())
    };
    of.filter_map(id).collect()
}

/// The layouts in the order in which people see them.
fn layouts(package: &Package, main: &str, elements: &[(String, String)]) -> Vec<String> {
    let target = |part: Option<&Part>, id: &str| {
        part?.relationships.iter().find(|r| r.id == id).map(|r| r.target.clone())
    };
    let masters = elements.iter().find(|(name, _)| name == "sldMasterIdLst").map(|(_, xml)| xml.as_str());
    let mut out = Vec::new();
    for id in pointed(masters.unwrap_or_default(), "sldMasterId") {
        let Some(name) = target(package.parts.get(main), &id) else { continue };
        let master = package.parts.get(&name);
        let text = master.and_then(Part::text).unwrap_or_default();
        out.extend(pointed(text, "sldLayoutId").iter().filter_map(|id| target(master, id)));
    }
    out
}
