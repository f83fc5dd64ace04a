//! What the first bytes of a file say it is, whatever its name; its name where they say nothing.

use std::path::Path;
use std::str::FromStr;

use memchr::memmem;

use super::super::encoding;
use crate::error::{Error, Result};

/// A format that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Delimited text.
    Csv,
    /// Excel or `OpenDocument`.
    Workbook,
    /// JSON: one document.
    Json,
    /// JSON: one object a line.
    JsonLines,
    /// Parquet.
    Parquet,
    /// SPSS.
    Spss,
    /// Stata.
    Stata,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 7] =
        [Self::Csv, Self::Workbook, Self::Json, Self::JsonLines, Self::Parquet, Self::Spss, Self::Stata];

    /// The name of the format on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Workbook => "xlsx",
            Self::Json => "json",
            Self::JsonLines => "jsonl",
            Self::Parquet => "parquet",
            Self::Spss => "sav",
            Self::Stata => "dta",
        }
    }

    /// A format whose files are no text.
    fn is_binary(self) -> bool {
        matches!(self, Self::Workbook | Self::Parquet | Self::Spss | Self::Stata)
    }
}

impl FromStr for Format {
    type Err = String;

    /// The format called `text`: its id, or any extension of its files.
    fn from_str(text: &str) -> Result<Self, String> {
        let lower = text.to_ascii_lowercase();
        Ok(match lower.as_str() {
            "csv" | "tsv" | "tab" | "txt" => Self::Csv,
            "xlsx" | "xlsm" | "xlsb" | "xls" | "ods" => Self::Workbook,
            "json" => Self::Json,
            "jsonl" | "ndjson" => Self::JsonLines,
            "parquet" => Self::Parquet,
            "sav" | "zsav" | "spss" => Self::Spss,
            "dta" | "stata" => Self::Stata,
            _ => return Err(text.to_owned()),
        })
    }
}

/// Files that are not read, by their first bytes.
const REFUSED: [(&[u8], &str); 20] = [
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"{\\rtf", "RTF"),
    (b"SQLite format 3\0", "SQLite"),
    (b"\x00\x01\x00\x00Standard ", "Access"),
    (b"\x37\x7a\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\xfd7zXZ\0", "xz"),
    (b"BZh91AY&SY", "bzip2"),
    (b"\x1f\x8b", "gzip"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"ARROW1\0\0", "Arrow"),
    (b"\x89HDF", "HDF5"),
    (b"RDX2\n", "R"),
    (b"RDX3\n", "R"),
    (b"X\n\0\0", "R"),
    (b"HEADER RECORD*******", "SAS"),
];

/// How a table of SAS begins, after twelve zero bytes.
const SAS: [u8; 16] =
    [0xc2, 0xea, 0x81, 0x60, 0xb3, 0x14, 0x11, 0xcf, 0xbd, 0x92, 0x08, 0x00, 0x09, 0xc7, 0x31, 0x8c];

/// The format of a file called `file` that begins with `head`.
///
/// # Errors
/// It is recognised as one that is not read, or it is no text and nothing says what else.
pub(in crate::read) fn sniff(head: &[u8], file: &str) -> Result<Format> {
    let refused = |looks_like| Error::NotText { file: file.to_owned(), looks_like };
    let named = of_extension(file);
    if let Some(format) = binary(head, named) {
        return format.map_err(refused);
    }
    let Some(text) = encoding::head_text(head) else {
        // The reader of that format says what is wrong with it.
        return match named.filter(|format| format.is_binary()) {
            Some(format) => Ok(format),
            None if file == super::STDIN => Err(Error::UnknownFormat { file: file.to_owned() }),
            None => Err(refused("NUL")),
        };
    };
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if let Some(looks_like) = markup(text) {
        return Err(refused(looks_like));
    }
    Ok(match (json(text), named) {
        (Some(format), _) | (None, Some(format @ (Format::Json | Format::JsonLines))) => format,
        (None, Some(Format::Workbook)) if !text.contains(['\n', '\r']) => Format::Workbook,
        _ => Format::Csv,
    })
}

/// What the extension of `file` says, that of a compressed file left out. Notes are `.txt` too: it says nothing.
pub(super) fn of_extension(file: &str) -> Option<Format> {
    let extension = |path: &Path| path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase());
    let path = Path::new(file);
    let last = extension(path)?;
    let last = match last.as_str() {
        "gz" | "gzip" | "zst" | "zstd" => extension(Path::new(path.file_stem()?))?,
        _ => last,
    };
    Format::from_str(&last).ok().filter(|_| last != "txt")
}

/// Whether a zip that holds a file of that name is a document of an office suite.
pub(super) fn is_office(name: &str) -> bool {
    let folders = ["xl/", "word/", "ppt/"];
    matches!(name, "mimetype" | "[Content_Types].xml" | "content.xml")
        || folders.iter().any(|folder| name.starts_with(folder))
        || is_numbers(name)
}

/// Numbers, Pages and Keynote keep their documents in such files.
fn is_numbers(name: &str) -> bool {
    name.starts_with("Index/") && Path::new(name).extension().is_some_and(|e| e == "iwa")
}

fn binary(head: &[u8], named: Option<Format>) -> Option<Result<Format, &'static str>> {
    if head.starts_with(b"PK\x03\x04") {
        return Some(zip(head, named));
    }
    if head.starts_with(b"\xd0\xcf\x11\xe0") {
        let holds = |name: &str| {
            let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            memmem::find(head, &wide).is_some()
        };
        return Some(match () {
            () if holds("WordDocument") => Err("DOC"),
            () if holds("PowerPoint Document") => Err("PPT"),
            () => Ok(Format::Workbook),
        });
    }
    // A column may be called PAR1.
    let letters =
        |magic: &[u8], format| head.starts_with(magic) && (!is_plain(head) || named == Some(format));
    if letters(b"PAR1", Format::Parquet) {
        return Some(Ok(Format::Parquet));
    }
    if letters(b"PARE", Format::Parquet) {
        return Some(Err("Parquet, encrypted"));
    }
    if letters(b"$FL2", Format::Spss) || letters(b"$FL3", Format::Spss) {
        return Some(Ok(Format::Spss));
    }
    // Before Stata 13: version, byte order, then always 1.
    if head.starts_with(b"<stata_dta>") || matches!(head, [105..=115, 1 | 2, 1, ..]) {
        return Some(Ok(Format::Stata));
    }
    if let Some((_, name)) = REFUSED.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Some(Err(name));
    }
    let within = |at: usize, magic: &[u8]| head.get(at..).is_some_and(|rest| rest.starts_with(magic));
    if within(12, &SAS) && head.iter().take(12).all(|byte| *byte == 0) {
        return Some(Err("SAS"));
    }
    if within(257, b"ustar") {
        return Some(Err("tar"));
    }
    let first = head.get(..200).unwrap_or(head);
    memmem::find(first, b"ASCII SPSS PORT FILE").map(|_| Err("SPSS portable"))
}

fn is_plain(head: &[u8]) -> bool {
    head.iter().all(|byte| *byte >= b' ' || matches!(byte, b'\t' | b'\n' | b'\r'))
}

fn zip(head: &[u8], named: Option<Format>) -> Result<Format, &'static str> {
    const OPEN_DOCUMENT: &[u8] = b"application/vnd.oasis.opendocument.";
    let mut content_types = false;
    for start in memmem::find_iter(head, b"PK\x03\x04") {
        let entry = head.get(start..).unwrap_or_default();
        let Some([low, high]) = entry.get(26..28) else { break };
        let length = usize::from(u16::from_le_bytes([*low, *high]));
        let Some(name) = entry.get(30..30 + length) else { break };
        let name = String::from_utf8_lossy(name);
        if name == "mimetype" {
            let rest = entry.get(30 + length..).unwrap_or_default();
            return match rest.strip_prefix(OPEN_DOCUMENT) {
                Some(kind) if kind.starts_with(b"spreadsheet") => Ok(Format::Workbook),
                Some(kind) if kind.starts_with(b"text") => Err("ODT"),
                Some(kind) if kind.starts_with(b"presentation") => Err("ODP"),
                // Compressed, against the rule: the name has to do.
                _ if named == Some(Format::Workbook) => Ok(Format::Workbook),
                _ => Err("zip"),
            };
        }
        match () {
            () if name.starts_with("xl/") => return Ok(Format::Workbook),
            () if name.starts_with("word/") => return Err("DOCX"),
            () if name.starts_with("ppt/") => return Err("PPTX"),
            () if is_numbers(&name) => return Err("Numbers"),
            () => content_types |= name == "[Content_Types].xml",
        }
    }
    if content_types || named == Some(Format::Workbook) { Ok(Format::Workbook) } else { Err("zip") }
}

/// Markup: many tools export an HTML table and call it `.xls`.
fn markup(text: &str) -> Option<&'static str> {
    const HTML: [&str; 8] =
        ["<!doctype html", "<html", "<head", "<body", "<meta", "<style", "<table", "<div"];
    if text.starts_with("MIME-Version:") {
        return Some("MHTML");
    }
    if !text.starts_with('<') {
        return None;
    }
    let first: String = text.chars().take(2_000).collect::<String>().to_ascii_lowercase();
    if HTML.iter().any(|tag| first.starts_with(tag)) {
        return Some("HTML");
    }
    if !first.starts_with("<?xml") && !first.starts_with("<!--") {
        return None;
    }
    match () {
        () if first.contains("<html") || first.contains("<table") && first.starts_with("<!--") => {
            Some("HTML")
        }
        () if first.contains("urn:schemas-microsoft-com:office:spreadsheet") => Some("XML, Excel 2003"),
        () => Some("XML"),
    }
}

/// JSON, where the text begins as no other format does.
fn json(text: &str) -> Option<Format> {
    if let Some(inside) = text.strip_prefix('[') {
        return inside.trim_start().starts_with('{').then_some(Format::Json);
    }
    if !text.strip_prefix('{')?.trim_start().starts_with('"') {
        return None;
    }
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next()?;
    let several = first.ends_with('}') && lines.next().is_some_and(|line| line.starts_with('{'));
    // One object may be a document, or the only line: the name tells.
    if several {
        Some(Format::JsonLines)
    } else {
        (first == "{" || lines.next().is_some()).then_some(Format::Json)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(head: &[u8], file: &str) -> Result<&'static str, &'static str> {
        match sniff(head, file) {
            Ok(format) => Ok(format.id()),
            Err(Error::NotText { looks_like, .. }) => Err(looks_like),
            Err(Error::UnknownFormat { .. }) => Err("unknown"),
            Err(other) => panic!("{other:?}"),
        }
    }

    fn zip_of(names: &[(&str, &[u8])]) -> Vec<u8> {
        let mut out = Vec::new();
        for (name, content) in names {
            out.extend(b"PK\x03\x04");
            out.extend([0; 22]);
            out.extend((name.len() as u16).to_le_bytes());
            out.extend([0; 2]);
            out.extend(name.as_bytes());
            out.extend(*content);
        }
        out
    }

    #[test]
    fn the_first_bytes_tell_the_format_whatever_the_name() {
        for (head, file, expected) in [
            (&b"note;avis\n5;bien\n"[..], "x.xlsx", Ok("csv")),
            (b"note;avis", "x.xlsx", Ok("xlsx")),
            (b"PAR1;PAR2\n1;2\n", "x.csv", Ok("csv")),
            (b"PAR1\x15\x04\x15", "x.csv", Ok("parquet")),
            (b"$FL2@(#) SPSS\0\0", "x", Ok("sav")),
            (b"<stata_dta><header>", "x", Ok("dta")),
            (b"\x73\x02\x01\x00abc", "x", Ok("dta")),
            (b"\xd0\xcf\x11\xe0\xa1\xb1", "x.csv", Ok("xlsx")),
            (b" [ {\"a\": 1}]", "x", Ok("json")),
            (b"\xef\xbb\xbf{\n \"responses\": [\n", "-", Ok("json")),
            (b"{\"a\": 1}\n{\"a\": 2}\n", "x.json", Ok("jsonl")),
            (b"{\"a\": 1}\n", "x.jsonl", Ok("jsonl")),
            (b"{\"a\": 1}\n", "x.json.gz", Ok("json")),
            (b"[2025] note;avis\n", "x.csv", Ok("csv")),
            (b"<10 ans;>10 ans\n", "x.csv", Ok("csv")),
            (b"a\0;\0b\0\n\0", "x.csv", Ok("csv")),
            (b"\n\n<HTML><body><table>", "x.xls", Err("HTML")),
            (
                b"<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
                "x.xls",
                Err("XML, Excel 2003"),
            ),
            (b"{\\rtf1\\ansi", "x.csv", Err("RTF")),
            (b"%PDF-1.7", "x.csv", Err("PDF")),
            (b"SQLite format 3\0", "x", Err("SQLite")),
            (b"\0\x01\x02abc", "x.csv", Err("NUL")),
            (b"\0\x01\x02abc", "-", Err("unknown")),
            (b"\0\x01\x02abc", "x.sav", Ok("sav")),
        ] {
            assert_eq!(kind(head, file), expected, "{file} {}", head.escape_ascii());
        }
        let sas = [&[0; 12][..], &SAS].concat();
        assert_eq!(kind(&sas, "x.sas7bdat"), Err("SAS"));
        let wide: Vec<u8> = "\u{feff}<table>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(kind(&wide, "x.xls"), Err("HTML"));
    }

    #[test]
    fn an_archive_is_told_by_what_it_holds() {
        let types = ("[Content_Types].xml", &b"..."[..]);
        assert_eq!(kind(&zip_of(&[types, ("_rels/.rels", b""), ("xl/workbook.xml", b"")]), "x"), Ok("xlsx"));
        assert_eq!(kind(&zip_of(&[types]), "x"), Ok("xlsx"));
        assert_eq!(kind(&zip_of(&[types, ("word/document.xml", b"")]), "x.xlsx"), Err("DOCX"));
        let ods = zip_of(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheetPK")]);
        assert_eq!(kind(&ods, "x"), Ok("xlsx"));
        let odt = zip_of(&[("mimetype", b"application/vnd.oasis.opendocument.textPK")]);
        assert_eq!(kind(&odt, "x.ods"), Err("ODT"));
        assert_eq!(kind(&zip_of(&[("a.csv", b""), ("b.csv", b"")]), "x.zip"), Err("zip"));
        assert_eq!(kind(b"PK\x03\x04", "x.xlsx"), Ok("xlsx"));
    }

    #[test]
    fn an_id_names_its_format() {
        for format in Format::ALL {
            assert_eq!(format.id().parse(), Ok(format));
        }
        assert_eq!("NDJSON".parse(), Ok(Format::JsonLines));
        assert_eq!("pdf".parse::<Format>(), Err("pdf".to_owned()));
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_survived(head in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..64), zip: bool) {
            let head = if zip { [b"PK\x03\x04", head.as_slice()].concat() } else { head };
            let _ = sniff(&head, "x");
        }
    }
}
