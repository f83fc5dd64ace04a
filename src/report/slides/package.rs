//! The parts of an Office file, what each is and what it points to (ECMA-376 part 2, Open Packaging Conventions).

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Seek, Write};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::drawing::{add, escape};

/// Where Office names the kinds of relationships.
pub(super) const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// Where packages name theirs.
pub(super) const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

const CONTENT_TYPES: &str = "[Content_Types].xml";
const ROOT_RELATIONSHIPS: &str = "_rels/.rels";
/// Entries that an archive may have.
const MAX_ENTRIES: usize = 10_000;
/// Bytes that an archive may hold, inflated.
const MAX_BYTES: u64 = 512 << 20;

/// A package: parts by name, without the first slash (`ppt/presentation.xml`), and the relationships of the whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Package {
    pub parts: BTreeMap<String, Part>,
    pub root: Vec<Relationship>,
}

/// One part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// MIME type.
    pub content_type: String,
    pub bytes: Vec<u8>,
    pub relationships: Vec<Relationship>,
}

/// What a part, or the package, points to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Relationship {
    /// Name in the part's own XML: `rId1`.
    pub id: String,
    /// Address of its kind.
    pub kind: String,
    /// Name of a part; an address where it is external.
    pub target: String,
    pub external: bool,
}

/// Why bytes are no package that can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unread {
    /// No zip archive, or one that cannot be inflated.
    Archive(String),
    /// More entries or bytes than a presentation has.
    TooLarge,
    /// A part that must be there is not, or is not XML.
    Part(String),
}

impl Relationship {
    /// To another part.
    pub fn to(id: impl Into<String>, kind: &str, target: impl Into<String>) -> Self {
        Self { id: id.into(), kind: format!("{OFFICE}/{kind}"), target: target.into(), external: false }
    }

    /// The last word of its kind: `slideLayout`.
    pub fn word(&self) -> &str {
        self.kind.rsplit('/').next().unwrap_or_default()
    }
}

impl Part {
    /// A part of XML.
    pub fn xml(content_type: &str, text: impl Into<Vec<u8>>, relationships: Vec<Relationship>) -> Self {
        Self { content_type: content_type.to_owned(), bytes: text.into(), relationships }
    }

    /// The first part of a kind that it points to.
    pub fn first(&self, word: &str) -> Option<&str> {
        let of = |r: &&Relationship| !r.external && r.word() == word;
        self.relationships.iter().find(of).map(|r| r.target.as_str())
    }

    /// Its XML as text, without a mark of encoding; none for what is not UTF-8.
    pub fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.bytes).ok().map(|text| text.trim_start_matches('\u{feff}'))
    }
}

impl Package {
    /// Reads an archive of at most 10,000 entries and 512 MB.
    ///
    /// # Errors
    /// It is no package, or too large a one.
    pub fn read(bytes: &[u8]) -> Result<Self, Unread> {
        let mut files = inflated(Cursor::new(bytes))?;
        let types = ContentTypes::read(&files.remove(CONTENT_TYPES).ok_or_else(|| missing(CONTENT_TYPES))?)?;
        let root = files.remove(ROOT_RELATIONSHIPS).ok_or_else(|| missing(ROOT_RELATIONSHIPS))?;
        let mut package = Self { parts: BTreeMap::new(), root: relationships(&root, "")? };
        let (rels, files): (BTreeMap<_, _>, BTreeMap<_, _>) =
            files.into_iter().partition(|(name, _)| extension(name) == "rels");
        for (name, bytes) in files {
            let relationships = match rels.get(&rels_name(&name)) {
                Some(text) => relationships(text, &name)?,
                None => Vec::new(),
            };
            let content_type = types.of(&name);
            package.parts.insert(name, Part { content_type, bytes, relationships });
        }
        Ok(package)
    }

    /// The archive: the same parts give the same bytes.
    ///
    /// # Errors
    /// Never in practice: it is written to memory.
    pub fn write(&self) -> std::result::Result<Vec<u8>, zip::result::ZipError> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let mut put = |name: &str, bytes: &[u8]| {
            // Pictures are deflated already.
            let method = if ["png", "jpg", "jpeg"].contains(&extension(name).as_str()) {
                CompressionMethod::Stored
            } else {
                CompressionMethod::Deflated
            };
            let options = SimpleFileOptions::default()
                .compression_method(method)
                .last_modified_time(DateTime::default());
            zip.start_file(name, options)?;
            zip.write_all(bytes).map_err(zip::result::ZipError::from)
        };
        put(CONTENT_TYPES, self.content_types().as_bytes())?;
        put(ROOT_RELATIONSHIPS, relationships_xml(&self.root, "").as_bytes())?;
        for (name, part) in &self.parts {
            put(name, &part.bytes)?;
            if !part.relationships.is_empty() {
                put(&rels_name(name), relationships_xml(&part.relationships, name).as_bytes())?;
            }
        }
        Ok(zip.finish()?.into_inner())
    }

    /// Leaves out every part that nothing leads to.
    pub fn keep_reached(&mut self) {
        let mut reached: BTreeSet<String> = BTreeSet::new();
        let mut ahead: Vec<String> = inner(&self.root);
        while let Some(name) = ahead.pop() {
            if let Some(part) = self.parts.get(&name)
                && reached.insert(name)
            {
                ahead.extend(inner(&part.relationships));
            }
        }
        self.parts.retain(|name, _| reached.contains(name));
    }

    /// The first free name among `ppt/slides/slide1.xml`, `…2.xml`…, from `from` on.
    pub fn free(&self, stem: &str, extension: &str, from: usize) -> String {
        let name = |n: usize| format!("{stem}{n}.{extension}");
        let mut n = from;
        while self.parts.contains_key(&name(n)) {
            n += 1;
        }
        name(n)
    }

    fn content_types(&self) -> String {
        let mut out = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>",
        );
        for (name, part) in &self.parts {
            let (name, content_type) = (escape(name), escape(&part.content_type));
            add(&mut out, format!("<Override PartName=\"/{name}\" ContentType=\"{content_type}\"/>"));
        }
        out.push_str("</Types>");
        out
    }
}

/// `png` for `ppt/media/figure1.PNG`.
fn extension(name: &str) -> String {
    name.rsplit('.').next().unwrap_or_default().to_lowercase()
}

fn missing(name: &str) -> Unread {
    Unread::Part(name.to_owned())
}

fn inner(relationships: &[Relationship]) -> Vec<String> {
    relationships.iter().filter(|r| !r.external).map(|r| r.target.clone()).collect()
}

/// Every file of an archive by name.
fn inflated(input: impl Read + Seek) -> Result<BTreeMap<String, Vec<u8>>, Unread> {
    let failed = |cause: String| Unread::Archive(cause);
    let mut archive = ZipArchive::new(input).map_err(|e| failed(e.to_string()))?;
    if archive.len() > MAX_ENTRIES {
        return Err(Unread::TooLarge);
    }
    let mut left = MAX_BYTES;
    let mut files = BTreeMap::new();
    for i in 0..archive.len() {
        let entry = archive.by_index(i).map_err(|e| failed(e.to_string()))?;
        if entry.is_dir() {
            continue;
        }
        let name = entry.name().map_err(|e| failed(e.to_string()))?.trim_start_matches('/').to_owned();
        let mut bytes = Vec::new();
        entry.take(left + 1).read_to_end(&mut bytes).map_err(|e| failed(e.to_string()))?;
        left = left.checked_sub(bytes.len() as u64).ok_or(Unread::TooLarge)?;
        files.insert(name, bytes);
    }
    Ok(files)
}

/// `ppt/_rels/presentation.xml.rels` for `ppt/presentation.xml`.
fn rels_name(part: &str) -> String {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    format!("{folder}_rels/{file}.rels")
}

/// What the parts are, by name and by extension.
struct ContentTypes {
    by_name: BTreeMap<String, String>,
    by_extension: BTreeMap<String, String>,
}

impl ContentTypes {
    fn read(bytes: &[u8]) -> Result<Self, Unread> {
        let mut types = Self { by_name: BTreeMap::new(), by_extension: BTreeMap::new() };
        for_each(bytes, CONTENT_TYPES, |tag| {
            let content_type = attribute(tag, "ContentType").unwrap_or_default();
            if let Some(name) = attribute(tag, "PartName") {
                types.by_name.insert(name.trim_start_matches('/').to_owned(), content_type);
            } else if let Some(extension) = attribute(tag, "Extension") {
                types.by_extension.insert(extension.to_lowercase(), content_type);
            }
        })?;
        Ok(types)
    }

    fn of(&self, name: &str) -> String {
        let known = self.by_name.get(name).or_else(|| self.by_extension.get(&extension(name)));
        known.map_or("application/octet-stream", String::as_str).to_owned()
    }
}

/// The relationships of a part.
fn relationships(bytes: &[u8], part: &str) -> Result<Vec<Relationship>, Unread> {
    let mut out = Vec::new();
    for_each(bytes, &rels_name(part), |tag| {
        let (Some(id), Some(kind), Some(target)) =
            (attribute(tag, "Id"), attribute(tag, "Type"), attribute(tag, "Target"))
        else {
            return;
        };
        let external = attribute(tag, "TargetMode").is_some_and(|mode| mode == "External");
        let target = if external { target } else { resolved(part, &target) };
        out.push(Relationship { id, kind, target, external });
    })?;
    Ok(out)
}

fn relationships_xml(relationships: &[Relationship], part: &str) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    );
    for r in relationships {
        let target = if r.external { r.target.clone() } else { relative(part, &r.target) };
        let mode = if r.external { " TargetMode=\"External\"" } else { "" };
        let (id, kind, target) = (escape(&r.id), escape(&r.kind), escape(&target));
        add(&mut out, format!("<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"{mode}/>"));
    }
    out.push_str("</Relationships>");
    out
}

/// A target as written in a part, as the name of a part.
fn resolved(part: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut folders: Vec<&str> = part.split('/').collect();
    folders.pop();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => {
                folders.pop();
            }
            name => folders.push(name),
        }
    }
    folders.join("/")
}

/// The name of a part, as written in another.
fn relative(part: &str, target: &str) -> String {
    let from: Vec<&str> = part.split('/').collect();
    let to: Vec<&str> = target.split('/').collect();
    let folders = from.len() - 1;
    let common = (0..folders.min(to.len() - 1)).take_while(|&i| from[i] == to[i]).count();
    let up = std::iter::repeat_n("..", folders - common);
    up.chain(to[common..].iter().copied()).collect::<Vec<_>>().join("/")
}

/// Shows every tag of an XML part.
fn for_each(bytes: &[u8], name: &str, mut see: impl FnMut(&BytesStart<'_>)) -> Result<(), Unread> {
    let wrong = || Unread::Part(name.to_owned());
    let text = std::str::from_utf8(bytes).map_err(|_| wrong())?;
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    loop {
        match reader.read_event().map_err(|_| wrong())? {
            Event::Start(tag) | Event::Empty(tag) => see(&tag),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// An attribute by its local name, its entities resolved.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes().filter_map(std::result::Result::ok);
    let found = attributes.find(|a| a.key.local_name().as_ref() == name)?;
    found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package() -> Package {
        let part = |target: &str| {
            Part::xml("application/xml", "<a/>", vec![Relationship::to("rId1", "image", target)])
        };
        let mut package = Package {
            parts: BTreeMap::new(),
            root: vec![Relationship::to("rId1", "officeDocument", "ppt/presentation.xml")],
        };
        package.parts.insert("ppt/presentation.xml".into(), part("ppt/slides/slide1.xml"));
        package.parts.insert("ppt/slides/slide1.xml".into(), part("ppt/media/a&b.png"));
        let picture = Part { content_type: "image/png".into(), bytes: vec![1, 2], relationships: Vec::new() };
        package.parts.insert("ppt/media/a&b.png".into(), picture);
        package
    }

    #[test]
    fn what_is_written_is_read_back() {
        let bytes = package().write().unwrap();
        assert_eq!(Package::read(&bytes).unwrap(), package());
        assert_eq!(bytes, package().write().unwrap());
    }

    #[test]
    fn names_are_resolved_and_written_from_where_they_stand() {
        for (part, target, name) in [
            ("ppt/slides/slide1.xml", "../media/x.png", "ppt/media/x.png"),
            ("ppt/presentation.xml", "slides/slide1.xml", "ppt/slides/slide1.xml"),
            ("", "ppt/presentation.xml", "ppt/presentation.xml"),
            ("ppt/slides/slide1.xml", "../../docProps/app.xml", "docProps/app.xml"),
        ] {
            assert_eq!(resolved(part, target), name);
            assert_eq!(relative(part, name), target);
        }
        assert_eq!(resolved("ppt/slides/slide1.xml", "/ppt/media/x.png"), "ppt/media/x.png");
    }

    #[test]
    fn what_nothing_leads_to_goes() {
        let mut package = package();
        package.parts.insert("ppt/old.xml".into(), Part::xml("application/xml", "<a/>", Vec::new()));
        package.keep_reached();
        assert_eq!(package.parts.len(), 3);
        package.root.clear();
        package.keep_reached();
        assert!(package.parts.is_empty());
    }

    #[test]
    fn what_is_no_package_is_told() {
        assert!(matches!(Package::read(b"Bonjour"), Err(Unread::Archive(_))));
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("a.txt", SimpleFileOptions::default()).unwrap();
        let bytes = zip.finish().unwrap().into_inner();
        assert_eq!(Package::read(&bytes), Err(Unread::Part(CONTENT_TYPES.into())));
    }

    #[test]
    fn a_free_name_is_the_first_one() {
        assert_eq!(package().free("ppt/slides/slide", "xml", 1), "ppt/slides/slide2.xml");
    }
}
