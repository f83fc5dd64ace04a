//! JSON and JSON Lines: records flattened into columns with dotted names, read twice so that memory does not
//! grow with the file.

mod columns;
mod flatten;
mod walk;

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use self::columns::{Array, Columns};
use self::flatten::{Record, Shape};
use self::walk::{Allowance, Metered, Take, Walk};
use super::guard::Budget;
use super::records::{Document, Field, MAX_CELL_BYTES, Records, Written};
use super::{column_names, dialect, encoding};
use crate::error::{Error, Excess, Location, Result};

/// Cells, empty ones included: one record may have columns that no other fills.
const MAX_CELLS: u64 = 1 << 30;

/// How the records of a file follow each other.
#[derive(Clone, Copy, PartialEq)]
enum Layout {
    /// One document that holds an array of them.
    Document,
    /// One a line.
    Lines,
}

/// Reads a JSON document: an array of records, or objects around the longest one. `path` is what to open,
/// `file` how to name it.
pub(super) fn open(path: &Path, file: &str) -> Result<Document> {
    decoded(path, file, Layout::Document)
}

/// Reads JSON Lines: one record a line.
pub(super) fn open_lines(path: &Path, file: &str) -> Result<Document> {
    decoded(path, file, Layout::Lines)
}

/// JSON is UTF-8 by definition; PowerShell writes UTF-16, and scripts write what Windows gives them.
fn decoded(path: &Path, file: &str, layout: Layout) -> Result<Document> {
    if !encoding::is_utf16(&dialect::head(path)?) {
        match (Source { path, file, layout }).read() {
            Err(Error::Damaged { .. }) => {}
            other => return other,
        }
    }
    let (copy, warning) = encoding::as_found(path, file)?;
    let mut document = Source { path: &copy, file, layout }.read()?;
    document.warnings.extend(warning);
    Ok(document)
}

struct Source<'a> {
    path: &'a Path,
    file: &'a str,
    layout: Layout,
}

impl Source<'_> {
    fn read(&self) -> Result<Document> {
        // LimeSurvey wraps each response in an object whose only key is its number: `{"12": {…}}`.
        let mut array = self.longest(true)?;
        if array.mixed {
            array = self.longest(false)?;
        }
        if let Some((record, found)) = array.stranger {
            let (file, list) = (self.file.to_owned(), found == Shape::Array);
            return Err(Error::NotARecord { file, record, list, line: false });
        }
        let columns = array.columns.settled();
        if array.objects.saturating_mul(columns.len() as u64) > MAX_CELLS {
            let at = Location { file: self.file.to_owned(), row: None, column: None };
            return Err(Error::TooLarge { at, what: Excess::Cells, limit: MAX_CELLS });
        }
        let mut warnings = Vec::new();
        let names = column_names(columns.names(), self.file, &mut warnings);
        let written = self.write(array.index, &columns, array.unwrap)?;
        let fields = names.into_iter().map(|name| Field { name, ..Field::default() }).collect();
        Ok(Document { fields, written, warnings })
    }

    /// The array with the most objects, the first of them where several have as many.
    fn longest(&self, unwrap: bool) -> Result<Array> {
        let mut best: Option<Array> = None;
        let mut current = Array::new(0, unwrap);
        let longer = |array: &Array, best: &Option<Array>| {
            array.objects > best.as_ref().map_or(0, |best| best.objects)
        };
        let elements = self.each(&mut |index, row, shape, record| {
            if current.index != index {
                let ended = std::mem::replace(&mut current, Array::new(index, unwrap));
                if longer(&ended, &best) {
                    best = Some(ended);
                }
            }
            current.add(shape, record).map_err(|what| self.too_large(row, what.excess, what.limit))
        })?;
        if longer(&current, &best) {
            best = Some(current);
        }
        match best {
            Some(best) => Ok(best),
            None if elements == Some(0) => Err(Error::Empty { file: self.file.to_owned() }),
            None => Err(Error::NoRecords { file: self.file.to_owned() }),
        }
    }

    fn write(&self, wanted: usize, columns: &Columns, unwrap: bool) -> Result<Written> {
        let mut records = Records::new(self.file, columns.len())?;
        let mut budget = Budget::default();
        let mut cells = vec![String::new(); columns.len()];
        self.each(&mut |index, row, _, record| {
            if index != wanted {
                return Ok(());
            }
            cells.iter_mut().for_each(String::clear);
            let skip = record.wrapping().filter(|_| unwrap).unwrap_or(0);
            for (name, text) in record.cells() {
                let position = name.get(skip..).and_then(|name| columns.position(name));
                // A key may come twice in an object; both values are kept.
                if let Some(cell) = position.and_then(|i| cells.get_mut(i)) {
                    flatten::join(cell, text);
                }
            }
            budget.spend(&cells, self.file, row)?;
            records.write(row, &cells).map(|_| ())
        })?;
        records.finish()
    }

    /// Gives `take` each element of each array that lies in no other: the number of the array, the row, what the
    /// element is, and its cells when it is an object. Returns how many elements there were, or none when there
    /// was no array.
    fn each(&self, take: &mut Take<'_>) -> Result<Option<u64>> {
        let file = File::open(self.path).map_err(|e| Error::io(self.path, e))?;
        match self.layout {
            Layout::Document => self.document(file, take),
            Layout::Lines => self.lines(file, take).map(Some),
        }
    }

    fn document(&self, file: File, take: &mut Take<'_>) -> Result<Option<u64>> {
        let allowance = Allowance::default();
        let mut input = BufReader::with_capacity(1 << 16, Metered::new(file, &allowance));
        self.skip_mark(&mut input)?;
        let mut json = serde_json::Deserializer::from_reader(input);
        let mut walk = Walk::new(&allowance, take);
        let walked = walk.run(&mut json).and_then(|()| json.end());
        let (row, elements, failure) = walk.ended();
        match (failure, walked) {
            (Some(error), _) => Err(error),
            (None, Ok(())) => Ok(elements),
            (None, Err(_)) if allowance.is_spent() => {
                Err(self.too_large(row, Excess::CellBytes, MAX_CELL_BYTES))
            }
            (None, Err(e)) if e.is_io() => Err(Error::io(self.path, e.into())),
            (None, Err(e)) => Err(self.damaged(e.to_string())),
        }
    }

    fn lines(&self, file: File, take: &mut Take<'_>) -> Result<u64> {
        let mut input = BufReader::with_capacity(1 << 16, file);
        self.skip_mark(&mut input)?;
        let mut line = Vec::new();
        let mut record = Record::default();
        let (mut number, mut records) = (0, 0);
        loop {
            line.clear();
            let mut bounded = input.by_ref().take(MAX_CELL_BYTES + 1);
            let bytes = bounded.read_until(b'\n', &mut line).map_err(|e| Error::io(self.path, e))?;
            if bytes == 0 {
                return Ok(records);
            }
            number += 1;
            if line.trim_ascii().is_empty() {
                continue;
            }
            records += 1;
            if bytes as u64 > MAX_CELL_BYTES {
                return Err(self.too_large(records + 1, Excess::CellBytes, MAX_CELL_BYTES));
            }
            // Line and column of the error are those inside the line.
            let damaged = |e: &serde_json::Error| {
                let position = format!(" at line {} column {}", e.line(), e.column());
                let said = e.to_string();
                let said = said.strip_suffix(&position).unwrap_or(&said);
                self.damaged(format!("{said} at line {number} column {}", e.column()))
            };
            let mut json = serde_json::Deserializer::from_slice(line.trim_ascii_end());
            let shape = record.read(&mut json).and_then(|shape| json.end().map(|()| shape));
            let shape = shape.map_err(|e| damaged(&e))?;
            if let Shape::Array | Shape::Scalar = shape {
                let (file, list) = (self.file.to_owned(), shape == Shape::Array);
                return Err(Error::NotARecord { file, record: number, list, line: true });
            }
            take(0, records + 1, shape, &record)?;
        }
    }

    fn skip_mark(&self, input: &mut impl BufRead) -> Result<()> {
        let start = input.fill_buf().map_err(|e| Error::io(self.path, e))?;
        if start.starts_with("\u{feff}".as_bytes()) {
            input.consume("\u{feff}".len());
        }
        Ok(())
    }

    fn damaged(&self, cause: String) -> Error {
        let format = if self.layout == Layout::Lines { "JSON Lines" } else { "JSON" };
        Error::Damaged { file: self.file.to_owned(), format, cause }
    }

    fn too_large(&self, row: u64, what: Excess, limit: u64) -> Error {
        Error::TooLarge {
            at: Location { file: self.file.to_owned(), row: Some(row), column: None },
            what,
            limit,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;

    fn read(text: &[u8], layout: Layout) -> Result<(Vec<String>, String)> {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("x");
        std::fs::write(&path, text).unwrap();
        let document = decoded(&path, "x", layout)?;
        let written = std::fs::read_to_string(&document.written.path).unwrap();
        let rows = written.split_once('\n').unwrap().1.to_owned();
        assert_eq!(rows.is_empty(), document.written.rows == 0);
        Ok((document.fields.into_iter().map(|field| field.name).collect(), rows))
    }

    fn document(text: &str) -> (String, String) {
        let (names, rows) = read(text.as_bytes(), Layout::Document).unwrap();
        (names.join(" | "), rows)
    }

    fn cause(text: &str, layout: Layout) -> String {
        match read(text.as_bytes(), layout) {
            Err(Error::Damaged { cause, .. }) => cause,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn values_read_as_a_person_writes_them() {
        let (names, rows) = document(
            "\u{feff} [{\"note\": 3.0, \"id\": 18446744073709551615, \"poids\": 0.1, \"grand\": 1.5e9, \"nul\": -0.0},
              {\"ok\": true, \"note\": null, \"avis\": \" \\u00e9t\\u00e9; \\\"bon\\\"\\n\", \"poids\": 1e-3}, {}, {\"note\": -7}]",
        );
        assert_eq!(names, "note | id | poids | grand | nul | ok | avis");
        assert_eq!(
            rows,
            "2,3,18446744073709551615,0.1,1500000000,0,,\n3,,,0.001,,,true,\" été; \"\"bon\"\"\n\"\n5,-7,,,,,,\n"
        );
    }

    #[test]
    fn nested_values_become_columns_and_lists_one_cell() {
        let (names, rows) = document(
            r#"[{"repondant": null, "items": []},
                {"repondant": {"region": "Sud", "age": {"ans": 4}}, "motifs": ["prix", null, "délai"]},
                {"items": [{"note": 5}, {"note": 3, "mot": "ok"}], "motifs": [], "x": [[1, 2], [3]], "vide": {}}]"#,
        );
        assert_eq!(
            names,
            "repondant.region | repondant.age.ans | motifs | items.0.note | items.1.note | items.1.mot | x.0 | x.1 | vide"
        );
        assert_eq!(rows, "3,Sud,4,prix; délai,,,,,,\n4,,,,5,3,ok,1; 2,3,\n");
    }

    #[test]
    fn the_longest_array_of_objects_is_read() {
        let (names, rows) = document(
            r#"{"pages": [{"p": 1}], "ids": [1, 2, 3, 4], "result": {"total": 2, "responses": [{"a": 1}, {"a": 2}]},
                "other": [{"b": 1}, {"b": 2}]}"#,
        );
        assert_eq!((names.as_str(), rows.as_str()), ("a", "2,1\n3,2\n"));
    }

    #[test]
    fn responses_wrapped_in_their_number_are_unwrapped_when_all_are() {
        let wrapped = r#"{"responses": [{"12": {"id": 12, "G1": {"a": 1}}}, {"15": {"id": 15}}]}"#;
        assert_eq!(document(wrapped), ("id | G1.a".to_owned(), "2,12,1\n3,15,\n".to_owned()));
        let mixed = r#"[{"1": {"note": 5}}, {"1": {"note": 4}, "2": {"note": 3}}]"#;
        assert_eq!(document(mixed), ("1.note | 2.note".to_owned(), "2,5,\n3,4,3\n".to_owned()));
        let plain = r#"[{"a": 1, "b": 2}, {"1": {"a": 5}}]"#;
        assert_eq!(document(plain), ("a | b | 1.a".to_owned(), "2,1,2,\n3,,,5\n".to_owned()));
    }

    #[test]
    fn names_that_coincide_keep_every_value() {
        let (names, rows) = document(r#"[{"a": {"b": 1}, "a.b": 2, "c": 3, "c": 4, " c": 5}]"#);
        assert_eq!((names.as_str(), rows.as_str()), ("a.b | c | c (2)", "2,1; 2,3; 4,5\n"));
    }

    #[test]
    fn lines_are_records_and_errors_give_the_line() {
        let text = "\u{feff}{\"a\": 1}\r\n\n{\"b\": [1, 2]}\n{}\n{\"a\": 3}";
        let (names, rows) = read(text.as_bytes(), Layout::Lines).unwrap();
        assert_eq!((names.join(" | ").as_str(), rows.as_str()), ("a | b", "2,1,\n3,,1; 2\n5,3,\n"));
        let unclosed = cause("{\"a\": 1}\n\n{\"a\": 2\n{\"a\": 3}\n", Layout::Lines);
        assert_eq!(unclosed, "EOF while parsing an object at line 3 column 7");
        assert_eq!(cause("{\"a\": 1} x\n", Layout::Lines), "trailing characters at line 1 column 10");
        let list = read(b"{\"a\": 1}\n[2]\n", Layout::Lines);
        assert!(matches!(list, Err(Error::NotARecord { record: 2, list: true, line: true, .. })));
    }

    #[test]
    fn what_holds_no_records_says_so() {
        for none in ["[1, 2]", "{\"error\": \"denied\"}"] {
            assert!(
                matches!(read(none.as_bytes(), Layout::Document), Err(Error::NoRecords { .. })),
                "{none}"
            );
        }
        let stranger = read(b"[{\"a\": 1}, 2, {\"a\": 3}]", Layout::Document);
        assert!(matches!(stranger, Err(Error::NotARecord { record: 2, list: false, line: false, .. })));
        assert_eq!(cause("[{\"a\":\n1}, ", Layout::Document), "EOF while parsing a value at line 2 column 4");
        for empty in ["[]", "{\"responses\": [ ]}"] {
            assert!(matches!(read(empty.as_bytes(), Layout::Document), Err(Error::Empty { .. })), "{empty}");
        }
        assert!(matches!(read(b"\n", Layout::Lines), Err(Error::Empty { .. })));
    }

    #[test]
    fn other_encodings_than_utf8_are_read() {
        let utf16: Vec<u8> =
            "\u{feff}[{\"été\": \"Très bien\"}]".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let expected = (vec!["été".to_owned()], "2,Très bien\n".to_owned());
        assert_eq!(read(&utf16, Layout::Document).unwrap(), expected);
        assert_eq!(read(b"{\"\xe9t\xe9\": \"Tr\xe8s bien\"}\n", Layout::Lines).unwrap(), expected);
    }

    #[test]
    fn what_no_survey_holds_is_refused() {
        let mut wide = "[{".to_owned();
        for i in 0..17_000 {
            write!(wide, "\"q{i}\":1,").unwrap();
        }
        wide += "\"z\":1}]";
        let columns = read(wide.as_bytes(), Layout::Document).map(|_| ());
        assert!(
            matches!(columns, Err(Error::TooLarge { what: Excess::Columns, at, .. }) if at.row == Some(2))
        );

        let long = format!("[{{\"a\": 1}}, {{\"a\": \"{}\"}}]", "é".repeat(9 << 20));
        let cell = |text: &[u8], layout| match read(text, layout) {
            Err(Error::TooLarge { what: Excess::CellBytes, at, .. }) => at.row,
            other => panic!("{:?}", other.map(|_| ())),
        };
        assert_eq!(cell(long.as_bytes(), Layout::Document), Some(3));
        let lines = long.replace("}, ", "}\n").replace(['[', ']'], "");
        assert_eq!(cell(lines.as_bytes(), Layout::Lines), Some(3));

        // A long key around many values would be written once for each.
        let inner = "\"\":0,".repeat(100_000);
        let around = format!("[{{\"{}\": {{{inner}\"b\":0}}}}]", "k".repeat(100_000));
        assert!(cause(&around, Layout::Document).starts_with("the keys of a record"));

        let deep = format!("[{{\"a\": {}", "[".repeat(1_000_000));
        assert!(cause(&deep, Layout::Document).starts_with("recursion limit exceeded"));
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_survived(text in "[\\[\\]{}\",:a1\\\\ \n\u{e9}.-]{0,60}") {
            let _ = read(text.as_bytes(), Layout::Document);
            let _ = read(text.as_bytes(), Layout::Lines);
        }

        #[test]
        fn lines_and_an_array_say_the_same(cells in proptest::collection::vec(("[a-c]{1,2}", "[^\u{0}]{0,6}"), 1..12)) {
            let objects: Vec<String> =
                cells.iter().map(|(key, text)| serde_json::json!({ key: text, "n": 1 }).to_string()).collect();
            let lines = read(objects.join("\n").as_bytes(), Layout::Lines).unwrap();
            let array = read(format!("[{}]", objects.join(",")).as_bytes(), Layout::Document).unwrap();
            proptest::prop_assert_eq!(&lines, &array);
            // Each text comes back as it was.
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(lines.1.as_bytes());
            for ((key, text), row) in cells.iter().zip(reader.records()) {
                let column = lines.0.iter().position(|name| name == key).unwrap();
                proptest::prop_assert_eq!(&row.unwrap()[column + 1], text);
            }
        }
    }
}
