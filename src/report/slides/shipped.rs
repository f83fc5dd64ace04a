//! The template that the program has, part by part.

use super::package::{Package, Part, Relationship};

const MASTER: &str = "ppt/slideMasters/slideMaster1.xml";
const THEME: &str = "ppt/theme/theme1.xml";

/// A presentation without slides: a first slide, a title with a content, a title alone.
pub(super) fn package() -> Package {
    let mut package = Package::default();
    let mut add = |name: &str, kind: &str, text: &str, relationships: Vec<Relationship>| {
        let content_type = format!("application/vnd.openxmlformats-officedocument.presentationml.{kind}+xml");
        package.parts.insert(name.to_owned(), Part::xml(&content_type, text, relationships));
    };
    let to = |id: &str, kind: &str, target: &str| Relationship::to(id, kind, target);
    add(
        "ppt/presentation.xml",
        "presentation.main",
        include_str!("shipped/presentation.xml"),
        vec![to("rId1", "slideMaster", MASTER), to("rId2", "theme", THEME)],
    );
    let layouts = [
        include_str!("shipped/layout_opening.xml"),
        include_str!("shipped/layout_content.xml"),
        include_str!("shipped/layout_title.xml"),
    ];
    let mut of_master = Vec::new();
    for (text, n) in layouts.into_iter().zip(1..) {
        let name = format!("ppt/slideLayouts/slideLayout{n}.xml");
        add(&name, "slideLayout", text, vec![to("rId1", "slideMaster", MASTER)]);
        of_master.push(to(&format!("rId{n}"), "slideLayout", &name));
    }
    of_master.push(to("rId4", "theme", THEME));
    add(MASTER, "slideMaster", include_str!("shipped/master.xml"), of_master);
    package.parts.insert(THEME.to_owned(), theme());
    package.root.push(Relationship::to("rId1", "officeDocument", "ppt/presentation.xml"));
    package
}

/// A theme: each master has one of its own.
pub(super) fn theme() -> Part {
    let content_type = "application/vnd.openxmlformats-officedocument.theme+xml";
    Part::xml(content_type, include_str!("shipped/theme.xml"), Vec::new())
}

/// The master of notes, for a presentation that has none.
pub(super) fn notes_master(theme: &str) -> Part {
    let content_type = "application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml";
    let relationships = vec![Relationship::to("rId1", "theme", theme)];
    Part::xml(content_type, include_str!("shipped/notes_master.xml"), relationships)
}
