//! `OpenDocument` sheets, streamed: a row is repeated as often as the file says only while it is read.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::ops::ControlFlow;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::QName;
use zip::ZipArchive;

use super::super::records::MAX_CELL_BYTES;
use super::book::{Each, Rows, Sheet};
use super::{Source, cell};
use crate::error::{Error, Excess, Result};

/// An `OpenDocument` workbook.
pub(super) struct Ods {
    /// What `content.xml` holds.
    content: File,
    sheets: Vec<(Sheet, u64)>,
}

impl Ods {
    /// Opens a workbook whose parts were found to be of reasonable size.
    pub(super) fn open(input: BufReader<File>, source: &Source) -> Result<Self> {
        let mut archive = ZipArchive::new(input).map_err(|e| source.damaged(e.to_string()))?;
        if is_protected(&mut archive) {
            return Err(source.protected());
        }
        // Inflated once, so that a sheet can be read without those before it.
        let io = |e| Error::io(std::env::temp_dir(), e);
        let mut content = tempfile::tempfile().map_err(io)?;
        let mut part = archive.by_name("content.xml").map_err(|e| source.damaged(e.to_string()))?;
        std::io::copy(&mut part, &mut content).map_err(|e| source.damaged(e.to_string()))?;
        content.rewind().map_err(io)?;
        let sheets = sheets(&mut reader(&content), source)?;
        Ok(Self { content, sheets })
    }

    /// The sheets, in the order of their tabs.
    pub(super) fn sheets(&self) -> Vec<Sheet> {
        self.sheets.iter().map(|(sheet, _)| sheet.clone()).collect()
    }

    /// Streams the sheet at `index`.
    pub(super) fn rows(&mut self, index: usize, source: &Source, each: &mut Each) -> Result<()> {
        let Some((_, start)) = self.sheets.get(index) else { return Ok(()) };
        self.content.seek(SeekFrom::Start(*start)).map_err(|e| Error::io(std::env::temp_dir(), e))?;
        let mut xml = reader(&self.content);
        xml.config_mut().expand_empty_elements = true;
        // The end of the sheet closes what was opened before the reading began.
        xml.config_mut().allow_unmatched_ends = true;
        Table { rows: Rows::new(source, each), source, line: 0, cells: Vec::new() }.read(&mut xml)
    }
}

/// Whether the manifest says that the parts are encrypted.
fn is_protected(archive: &mut ZipArchive<BufReader<File>>) -> bool {
    const MAX_MANIFEST: u64 = 1 << 20;
    let mut manifest = Vec::new();
    let part = archive.by_name("META-INF/manifest.xml");
    part.is_ok_and(|part| part.take(MAX_MANIFEST).read_to_end(&mut manifest).is_ok())
        && memchr::memmem::find(&manifest, b"encryption-data").is_some()
}

fn reader(content: &File) -> Reader<BufReader<&File>> {
    let mut xml = Reader::from_reader(BufReader::with_capacity(1 << 16, content));
    // The names of the elements that are open would be kept, however deep they nest.
    xml.config_mut().check_end_names = false;
    xml
}

const TABLE: QName = QName("table:table");
const ROW: QName = QName("table:table-row");
const CELL: QName = QName("table:table-cell");
const COVERED: QName = QName("table:covered-table-cell");

fn next<'b, R: BufRead>(xml: &mut Reader<R>, buffer: &'b mut Vec<u8>, source: &Source) -> Result<Event<'b>> {
    buffer.clear();
    xml.read_event_into(buffer).map_err(|e| source.damaged(e.to_string()))
}

/// An attribute; none when it is absent or cannot be read.
fn attribute(e: &BytesStart, name: &str) -> Option<String> {
    let found = e.try_get_attribute(name).ok()??;
    found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// How often a cell or a row is repeated; a number too long to read is too often.
fn repeated(e: &BytesStart, name: &str) -> u64 {
    attribute(e, name).map_or(1, |n| n.trim().parse().unwrap_or(u64::MAX))
}

/// The sheets, and where each begins.
fn sheets(xml: &mut Reader<impl BufRead>, source: &Source) -> Result<Vec<(Sheet, u64)>> {
    let mut buffer = Vec::new();
    let mut style = String::new();
    let mut hidden = BTreeSet::new();
    let mut sheets = Vec::new();
    loop {
        let event = next(xml, &mut buffer, source)?;
        let (Event::Start(e) | Event::Empty(e)) = &event else {
            if matches!(event, Event::Eof) {
                return Ok(sheets);
            }
            continue;
        };
        if e.name() == QName("style:style") {
            style = attribute(e, "style:name").unwrap_or_default();
        } else if e.name() == QName("style:table-properties") {
            if attribute(e, "table:display").as_deref() == Some("false") {
                hidden.insert(style.clone());
            }
        } else if e.name() == TABLE && matches!(event, Event::Start(_)) {
            let style = attribute(e, "table:style-name").unwrap_or_default();
            let name = attribute(e, "table:name").unwrap_or_default();
            sheets.push((Sheet { name, hidden: hidden.contains(&style) }, xml.buffer_position()));
            skip(xml, TABLE, source)?;
        }
    }
}

/// Leaves the element `name` that was just entered.
fn skip(xml: &mut Reader<impl BufRead>, name: QName, source: &Source) -> Result<()> {
    let read = xml.read_to_end_into(name, &mut Vec::new());
    read.map(|_| ()).map_err(|e| source.damaged(e.to_string()))
}

/// A sheet being read.
struct Table<'s, 'e> {
    rows: Rows<'s, 'e>,
    source: &'s Source<'s>,
    /// Rows before the one being read.
    line: u64,
    /// Cells of the row being read that hold something: first column, how many times, text.
    cells: Vec<(u64, u64, String)>,
}

impl Table<'_, '_> {
    fn read(&mut self, xml: &mut Reader<impl BufRead>) -> Result<()> {
        let mut buffer = Vec::new();
        let mut repeat = 1;
        let mut column = 0u64;
        loop {
            match next(xml, &mut buffer, self.source)? {
                Event::Start(e) if e.name() == ROW => {
                    repeat = repeated(&e, "table:number-rows-repeated");
                    column = 0;
                    self.cells.clear();
                }
                Event::Start(e) if e.name() == CELL || e.name() == COVERED => {
                    let times = repeated(&e, "table:number-columns-repeated");
                    let covered = e.name() == COVERED;
                    let text = self.cell(&e.into_owned(), xml)?;
                    // What a merged cell hides is not shown.
                    if !covered && !text.trim().is_empty() {
                        self.cells.push((column, times, text));
                    }
                    column = column.saturating_add(times);
                }
                Event::End(e) if e.name() == ROW => match self.emit(repeat)? {
                    ControlFlow::Continue(()) => {}
                    ControlFlow::Break(()) => return Ok(()),
                },
                Event::Start(e) if e.name() == TABLE => skip(xml, TABLE, self.source)?,
                Event::End(e) if e.name() == TABLE => return self.rows.finish(),
                Event::Eof => return Err(self.source.damaged("the sheet is cut short".to_owned())),
                _ => {}
            }
        }
    }

    /// Hands over the row just read, as often as it stands.
    fn emit(&mut self, times: u64) -> Result<ControlFlow<()>> {
        let first = self.line;
        self.line = first.saturating_add(times);
        if self.cells.is_empty() {
            return Ok(ControlFlow::Continue(()));
        }
        for line in first..self.line {
            for (column, repeat, text) in &self.cells {
                for column in *column..column.saturating_add(*repeat) {
                    if self.rows.cell(line, column, |out| out.push_str(text))?.is_break() {
                        return Ok(ControlFlow::Break(()));
                    }
                }
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    /// The text of the cell that `start` opens, read to its end.
    fn cell(&self, start: &BytesStart, xml: &mut Reader<impl BufRead>) -> Result<String> {
        let shown = self.content(start.name(), xml)?;
        let kind = attribute(start, "office:value-type").unwrap_or_default();
        let error = attribute(start, "calcext:value-type").as_deref() == Some("error");
        let value = match kind.as_str() {
            _ if error => None,
            "float" | "currency" | "percentage" => attribute(start, "office:value"),
            "date" => attribute(start, "office:date-value"),
            "time" => attribute(start, "office:time-value"),
            "boolean" => attribute(start, "office:boolean-value"),
            _ => None,
        };
        let Some(value) = value else {
            let whole = if shown.is_empty() { attribute(start, "office:string-value") } else { None };
            return Ok(whole.unwrap_or(shown));
        };
        let mut out = String::new();
        // LibreOffice writes the booleans of other formats as formulas.
        match attribute(start, "table:formula").as_deref() {
            Some("of:=TRUE()") => return Ok("true".to_owned()),
            Some("of:=FALSE()") => return Ok("false".to_owned()),
            _ => {}
        }
        match (kind.as_str(), value.parse::<f64>()) {
            ("date", _) => cell::date(&value, &mut out),
            ("time", _) => cell::duration(&value, &mut out),
            ("boolean", _) => out = value.to_lowercase(),
            (_, Ok(x)) => cell::number(x, &mut out),
            (_, Err(_)) => out = shown,
        }
        Ok(out)
    }

    /// The paragraphs of a cell, one a line, without the comments and drawings attached to it.
    fn content(&self, end: QName, xml: &mut Reader<impl BufRead>) -> Result<String> {
        let mut buffer = Vec::new();
        let mut text = String::new();
        let mut paragraphs = 0;
        let mut inside = false;
        loop {
            match next(xml, &mut buffer, self.source)? {
                Event::Start(e) => match e.name().as_ref() {
                    "text:p" => {
                        if paragraphs > 0 {
                            text.push('\n');
                        }
                        paragraphs += 1;
                        inside = true;
                    }
                    "text:s" => {
                        let n = repeated(&e, "text:c").min(MAX_CELL_BYTES);
                        text.extend(std::iter::repeat_n(' ', n as usize));
                    }
                    "text:tab" => text.push('\t'),
                    "text:line-break" => text.push('\n'),
                    name if name == TABLE.as_ref()
                        || name.starts_with("office:annotation")
                        || name.starts_with("draw:") =>
                    {
                        skip(xml, e.name(), self.source)?;
                    }
                    _ => {}
                },
                Event::Text(e) if inside => text.push_str(&e.xml10_content()),
                Event::CData(e) if inside => text.push_str(&e.xml10_content()),
                Event::GeneralRef(e) if inside => text.push_str(&entity(&e, self.source)?),
                Event::End(e) if e.name() == end => return Ok(text),
                Event::End(e) if e.name() == QName("text:p") => inside = false,
                Event::Eof => return Err(self.source.damaged("the sheet is cut short".to_owned())),
                _ => {}
            }
            if text.len() as u64 > MAX_CELL_BYTES {
                return Err(self.source.too_large(Excess::CellBytes, MAX_CELL_BYTES));
            }
        }
    }
}

fn entity(e: &BytesRef, source: &Source) -> Result<String> {
    if let Some(known) = quick_xml::escape::resolve_xml_entity(e) {
        return Ok(known.to_owned());
    }
    match e.resolve_char_ref() {
        Ok(Some(c)) => Ok(c.to_string()),
        _ => Err(source.damaged(format!("unknown entity {:?}", e.xml10_content()))),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::super::book::Book;
    use super::*;
    use crate::error::Error;

    /// Rows of a sheet, with their number, each cell after its column.
    fn rows(table: &str, manifest: &str) -> Result<Vec<String>> {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        let mut archive = zip::ZipWriter::new(&mut file);
        let options =
            zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        let content = format!(
            "<office:spreadsheet><style:style style:name=\"h\"><style:table-properties table:display=\"false\"/>\
             </style:style><table:table table:name=\"F\" table:style-name=\"h\">{table}"
        );
        for (name, text) in [("META-INF/manifest.xml", manifest), ("content.xml", &content)] {
            archive.start_file(name, options).unwrap();
            archive.write_all(text.as_bytes()).unwrap();
        }
        archive.finish().unwrap();
        let size = file.as_file().metadata().unwrap().len();
        let mut source = Source { file: "x.ods", size, format: "XLSX" };
        let mut book = Book::open(file.path(), &mut source)?;
        assert!(book.sheets()[0].hidden);
        let mut found = Vec::new();
        book.rows(0, &source, &mut |row| {
            let cells: Vec<String> = row.cells().map(|(column, text)| format!("{column}={text}")).collect();
            found.push(format!("{}: {}", row.number, cells.join("|")));
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(found)
    }

    fn text(text: &str) -> String {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    }

    #[test]
    fn cells_are_what_the_sheet_shows() {
        let value = |kind: &str, name: &str, value: &str| {
            format!(
                "<table:table-cell office:value-type=\"{kind}\" office:{name}=\"{value}\"><text:p>?</text:p></table:table-cell>"
            )
        };
        let table = [
            "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell/></table:table-row><table:table-row>",
            "<table:table-cell table:number-columns-repeated=\"2\"/>",
            &text(
                "l&apos;été<text:s text:c=\"2\"/>&#233;</text:p>\n<text:p>2<office:annotation><text:p>non</text:p></office:annotation>",
            ),
            &value("float", "value", "0.30000000000000004"),
            &value("date", "date-value", "2025-03-14T00:00:00"),
            &value("time", "time-value", "PT36H15M00S"),
            &value("boolean", "boolean-value", "TRUE"),
            "<table:covered-table-cell office:value-type=\"string\"><text:p>caché</text:p></table:covered-table-cell>",
            "</table:table-row><table:table-row table:number-rows-repeated=\"2\">",
            "<table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"float\" office:value=\"5\"/>",
            "</table:table-row><table:table-row table:number-rows-repeated=\"1048570\">",
            "<table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>",
        ];
        let found = rows(&table.concat(), "").unwrap();
        let first = "4: 2=l'été  é\n2|3=0.3|4=2025-03-14|5=36:15:00|6=true";
        assert_eq!(found, [first, "5: 0=5|1=5", "6: 0=5|1=5"]);
    }

    #[test]
    fn repeats_and_cuts_stop_in_time() {
        let row = |cell: &str| {
            format!("<table:table-row table:number-rows-repeated=\"1048576\">{cell}</table:table-row>")
        };
        let long = text(&"a".repeat(1 << 20));
        let repeated =
            long.replace("<table:table-cell", "<table:table-cell table:number-columns-repeated=\"16384\"");
        for (table, excess) in [
            (row(&long), Excess::Bytes),
            (row(&repeated), Excess::Bytes),
            (row(&repeated).replace("16384", "99999999999999999999"), Excess::Bytes),
            (
                row(&text("a").replace("-cell ", "-cell table:number-columns-repeated=\"17000\" ")),
                Excess::Columns,
            ),
            (row(&text("<text:s text:c=\"4000000000\"/>a")), Excess::CellBytes),
        ] {
            let found = rows(&format!("{table}</table:table>"), "");
            assert!(matches!(found, Err(Error::TooLarge { what, .. }) if what == excess), "{excess:?}");
        }
        for cut in ["", "<table:table-row>", "<table:table-row><table:table-cell><office:annotation>"] {
            assert!(matches!(rows(cut, ""), Err(Error::Damaged { format: "ODS", .. })));
        }
        assert!(matches!(rows("", "<manifest:encryption-data/>"), Err(Error::Protected { .. })));
    }
}
