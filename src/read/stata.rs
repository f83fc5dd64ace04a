//! Stata files (.dta, since Stata 8): labels in the cells, missing values `.a` to `.z` told apart.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;
use std::rc::Rc;

use dta::stata::dta::byte_order::ByteOrder;
use dta::stata::dta::characteristic_reader::CharacteristicReader;
use dta::stata::dta::dta_error::DtaError;
use dta::stata::dta::dta_reader::DtaReader;
use dta::stata::dta::release::Release;
use dta::stata::dta::value::Value as Cellular;
use dta::stata::dta::value_label::ValueLabelSet;
use dta::stata::dta::value_label_table::ValueLabelTable;
use dta::stata::dta::variable::Variable as Description;
use dta::stata::dta::variable_type::VariableType;
use dta::stata::missing_value::MissingValue;
use dta::stata::stata_double::StataDouble;
use dta::stata::stata_float::StataFloat;
use dta::stata::temporal::TemporalKind;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::codebook::{Codebook, Entry, day, moment, number, question};
use super::guard::{Budget, Checked, MAX_LABELS, Walk, quietly};
use super::records::{Document, Field, MAX_COLUMNS, Records};
use crate::error::{Error, Excess, Location, Result, Warning};

/// Days from 1 January 1960, the first of the Stata calendar, to 1 January 1970.
const EPOCH_DAYS: f64 = 3_653.0;
/// Bytes of all labels of a set: they may overlap in the file.
const MAX_LABEL_BYTES: usize = 1 << 26;

/// Reads a Stata file: `path` is what to open, `file` how to name it.
pub(super) fn open(path: &Path, file: &str) -> Result<Document> {
    // Before release 118 the encoding is that of the machine; programs other than Stata write UTF-8 there
    // too, and 118 may hold what an older Stata never translated.
    match (Source { path, file, encoding: UTF_8 }).guarded() {
        Err(Error::Damaged { .. }) => {
            let mut document = Source { path, file, encoding: WINDOWS_1252 }.guarded()?;
            let encoding = WINDOWS_1252.name();
            document.warnings.push(Warning::Decoded { file: file.to_owned(), encoding });
            Ok(document)
        }
        other => other,
    }
}

/// Long strings, by variable and observation.
type Strings = FxHashMap<(u32, u64), String>;

struct Source<'a> {
    path: &'a Path,
    file: &'a str,
    encoding: &'static Encoding,
}

/// A file that tells how far it has been read.
struct Counted {
    input: BufReader<File>,
    at: Rc<Cell<u64>>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.input.read(buffer)?;
        self.at.set(self.at.get() + read as u64);
        Ok(read)
    }
}

impl Source<'_> {
    fn guarded(&self) -> Result<Document> {
        quietly(|| self.read()).unwrap_or_else(|| Err(self.damaged(&"its reader gave up on it")))
    }

    fn read(&self) -> Result<Document> {
        let (reader, at) = self.schema()?;
        self.check(&reader, at)?;
        let (labels, strings) = self.tables(reader)?;
        let (reader, _) = self.schema()?;
        let descriptions = reader.schema().variables();
        let used = descriptions.iter().filter_map(|d| labels.get(d.value_label_name()));
        if used.map(|set| set.entries().len() as u64).sum::<u64>() > MAX_LABELS {
            return Err(self.damaged(&format!("more than {MAX_LABELS} value labels")));
        }
        let mut variables: Vec<Variable> = descriptions.iter().map(|d| Variable::new(d, &labels)).collect();
        let mut names = BTreeSet::new();
        if let Some(twice) = variables.iter().find(|v| !names.insert(v.field.name.as_str())) {
            return Err(self.damaged(&format!("two variables named {:?}", twice.field.name)));
        }

        // What a label says in the cells depends on which values have none.
        if variables.iter().any(|v| !v.book.is_empty()) {
            self.rows(reader, |_, values| {
                for (variable, value) in variables.iter_mut().zip(values) {
                    variable.observe(value, &strings);
                }
                Ok(())
            })?;
        }
        for variable in &mut variables {
            variable.settle();
        }

        let mut records = Records::new(self.file, variables.len())?;
        let (mut cells, mut budget): (Vec<String>, _) = (Vec::new(), Budget::default());
        self.rows(self.schema()?.0, |row, values| {
            cells.clear();
            cells.extend(variables.iter_mut().zip(values).map(|(v, value)| v.cell(value, &strings)));
            budget.spend(&cells, self.file, row)?;
            records.write(row, &cells).map(|_| ())
        })?;
        let fields = variables.into_iter().map(|v| v.field).collect();
        Ok(Document { fields, written: records.finish()?, warnings: Vec::new() })
    }

    /// The description of the variables, and the byte that follows it.
    fn schema(&self) -> Result<(CharacteristicReader<Counted>, u64)> {
        let input = BufReader::new(File::open(self.path).map_err(|e| Error::io(self.path, e))?);
        let at = Rc::new(Cell::new(0));
        let reader =
            DtaReader::new().encoding(self.encoding).from_reader(Counted { input, at: Rc::clone(&at) });
        let reader = reader.read_header().map_err(|e| self.damaged(&e))?;
        let header = reader.header();
        if header.release() < Release::V113 {
            return Err(self.damaged(&"written by Stata 7 or an older one"));
        }
        if header.variable_count() == 0 {
            return Err(Error::Empty { file: self.file.to_owned() });
        }
        if u64::from(header.variable_count()) > MAX_COLUMNS {
            let at = Location { file: self.file.to_owned(), row: None, column: None };
            return Err(Error::TooLarge { at, what: Excess::Columns, limit: MAX_COLUMNS });
        }
        let reader = reader.read_schema().map_err(|e| self.damaged(&e))?;
        Ok((reader, at.get()))
    }

    /// Holds the lengths that follow the description of the variables against the size of the file.
    fn check(&self, reader: &CharacteristicReader<Counted>, at: u64) -> Result<()> {
        let header = reader.header();
        let row: u64 = reader.schema().variables().iter().map(|v| width(v.variable_type())).sum();
        let big_endian = header.byte_order() == ByteOrder::BigEndian;
        let mut rest = Rest { walk: Walk::open(self.path)?, release: header.release(), big_endian };
        rest.check(at, header.observation_count(), row).map_err(|cause| self.damaged(&cause))
    }

    /// What stands after the observations.
    fn tables(&self, mut reader: CharacteristicReader<Counted>) -> Result<(ValueLabelTable, Strings)> {
        let damaged = |e: DtaError| self.damaged(&e);
        reader.skip_to_end().map_err(damaged)?;
        let mut reader = reader.into_record_reader().map_err(damaged)?;
        reader.skip_to_end().map_err(damaged)?;
        let mut reader = reader.into_long_string_reader().map_err(damaged)?;
        let mut strings = Strings::default();
        while let Some(string) = reader.read_long_string().map_err(damaged)? {
            // What is binary is no answer.
            if string.is_text() {
                let text =
                    string.data_str(self.encoding).ok_or_else(|| self.damaged(&"a text is not UTF-8"))?;
                strings.insert((string.variable(), string.observation()), text.trim_end().to_owned());
            }
        }
        let mut labels = ValueLabelTable::new();
        let mut reader = reader.into_value_label_reader().map_err(damaged)?;
        reader.read_remaining_into(&mut labels).map_err(damaged)?;
        Ok((labels, strings))
    }

    /// Gives each observation with the number of its row.
    fn rows(
        &self,
        mut reader: CharacteristicReader<Counted>,
        mut each: impl FnMut(u64, &[Cellular]) -> Result<()>,
    ) -> Result<()> {
        reader.skip_to_end().map_err(|e| self.damaged(&e))?;
        let mut reader = reader.into_record_reader().map_err(|e| self.damaged(&e))?;
        let mut row = 1;
        while let Some(record) = reader.read_record().map_err(|e| self.damaged(&e))? {
            row += 1;
            each(row, record.values())?;
        }
        Ok(())
    }

    fn damaged(&self, cause: &impl ToString) -> Error {
        Error::Damaged { file: self.file.to_owned(), format: "Stata", cause: cause.to_string() }
    }
}

/// Bytes of a value in an observation.
fn width(kind: VariableType) -> u64 {
    match kind {
        VariableType::Byte => 1,
        VariableType::Int => 2,
        VariableType::Long | VariableType::Float => 4,
        VariableType::Double | VariableType::LongString => 8,
        VariableType::FixedString(bytes) => u64::from(bytes),
    }
}

/// What follows the description of the variables.
struct Rest {
    walk: Walk<BufReader<File>>,
    release: Release,
    big_endian: bool,
}

impl Rest {
    fn check(&mut self, at: u64, observations: u64, row: u64) -> Checked<()> {
        self.walk.go(at)?;
        if self.release.is_xml_like() {
            self.walk.skip("<characteristics>".len() as u64)?;
            while &self.walk.array::<4>()? == b"<ch>" {
                let length = self.length()?;
                self.walk.skip(length + 5)?;
            }
            self.walk.skip("aracteristics><data>".len() as u64)?;
        } else {
            loop {
                let [kind] = self.walk.array()?;
                let length = self.length()?;
                if kind == 0 {
                    break;
                }
                self.walk.skip(length)?;
            }
        }
        let all = observations.checked_mul(row).filter(|all| row > 0 && *all <= self.walk.rest());
        self.walk.skip(all.ok_or_else(|| format!("it cannot hold {observations} observations"))?)?;
        if self.release.is_xml_like() {
            self.walk.skip("</data><strls>".len() as u64)?;
            while &self.walk.array::<3>()? == b"GSO" {
                self.walk.skip(if self.release >= Release::V118 { 13 } else { 9 })?;
                let length = self.length()?;
                self.walk.skip(length)?;
            }
            self.walk.skip("trls><value_labels>".len() as u64)?;
            while &self.walk.array::<5>()? == b"<lbl>" {
                self.labels()?;
                self.walk.skip("</lbl>".len() as u64)?;
            }
        } else {
            while self.walk.rest() > 0 {
                self.labels()?;
            }
        }
        Ok(())
    }

    /// A set of value labels: lengths, name, then places, codes and texts.
    fn labels(&mut self) -> Checked<()> {
        let length = self.length()?;
        self.walk.skip(if self.release >= Release::V118 { 129 + 3 } else { 33 + 3 })?;
        let set = self.walk.bytes(length)?;
        let word = |i: usize| set.get(4 * i..4 * i + 4).and_then(|w| w.try_into().ok()).map(|w| self.word(w));
        let count = word(0).unwrap_or(0) as usize;
        let texts = count.checked_mul(8).and_then(|places| set.get(8 + places..)).unwrap_or_default();
        let mut bytes = 0;
        for i in 0..count.min(set.len()) {
            let label = word(2 + i).and_then(|place| texts.get(place as usize..)).unwrap_or_default();
            bytes += memchr::memchr(0, label).unwrap_or(label.len());
            if bytes > MAX_LABEL_BYTES {
                return Err(format!("value labels of more than {MAX_LABEL_BYTES} bytes"));
            }
        }
        Ok(())
    }

    fn length(&mut self) -> Checked<u64> {
        let word = self.walk.array()?;
        Ok(u64::from(self.word(word)))
    }

    fn word(&self, bytes: [u8; 4]) -> u32 {
        if self.big_endian { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) }
    }
}

/// A variable on its way into a column.
struct Variable {
    field: Field,
    kind: Option<TemporalKind>,
    book: Codebook,
}

/// A value, missing or not.
enum Value<'a> {
    Number(f64),
    Missing(MissingValue),
    Text(&'a str),
}

impl<'a> Value<'a> {
    fn of(value: &'a Cellular, strings: &'a Strings) -> Self {
        let double = match value {
            Cellular::String(text) => return Self::Text(text.trim_end()),
            Cellular::LongStringRef(at) => {
                let text = strings.get(&(at.variable(), at.observation()));
                return Self::Text(text.map_or("", String::as_str));
            }
            Cellular::Byte(n) => (*n).into(),
            Cellular::Int(n) => (*n).into(),
            Cellular::Long(n) => (*n).into(),
            // The number that has those digits: 0.1 is another one in eight bytes than in four.
            Cellular::Float(StataFloat::Present(n)) => {
                StataDouble::Present(n.to_string().parse().unwrap_or(f64::from(*n)))
            }
            Cellular::Float(StataFloat::Missing(code)) => StataDouble::Missing(*code),
            Cellular::Double(n) => *n,
        };
        match double {
            StataDouble::Present(n) => Self::Number(n),
            StataDouble::Missing(code) => Self::Missing(code),
        }
    }
}

impl Variable {
    fn new(description: &Description, labels: &ValueLabelTable) -> Self {
        let kind = TemporalKind::from_format(description.format());
        let set = labels.get(description.value_label_name());
        let mut entries: Vec<_> = set.into_iter().flat_map(ValueLabelSet::entries).collect();
        entries.sort_by_key(|entry| entry.value());
        let entries = entries.into_iter().map(|entry| {
            let code = MissingValue::try_from(entry.value().cast_unsigned());
            let value = code.map_or(Value::Number(f64::from(entry.value())), Value::Missing);
            Entry {
                number: scale(kind, &value),
                code: text(kind, &value),
                label: entry.label().to_owned(),
                missing: matches!(value, Value::Missing(_)),
            }
        });
        let name = description.name().to_owned();
        let field = Field { text: question(description.label(), &name), name, ..Field::default() };
        // The missing value without a letter stands for an empty cell, whatever its label.
        Self { field, kind, book: Codebook::new(entries.filter(|entry| !entry.code.is_empty())) }
    }

    fn observe(&mut self, value: &Cellular, strings: &Strings) {
        let value = Value::of(value, strings);
        let missing = matches!(value, Value::Missing(_));
        self.book.observe(scale(self.kind, &value), &text(self.kind, &value), missing);
    }

    fn settle(&mut self) {
        self.book.settle();
        self.field.labels = self.book.labels();
        self.field.missing = self.book.missing();
    }

    fn cell(&mut self, value: &Cellular, strings: &Strings) -> String {
        let value = Value::of(value, strings);
        let code = text(self.kind, &value);
        let cell = self.book.cell(&code).to_owned();
        if matches!(value, Value::Missing(_)) && !cell.is_empty() && !self.field.missing.contains(&cell) {
            self.field.missing.insert(cell.clone());
        }
        cell
    }
}

/// The value as a point of a scale.
fn scale(kind: Option<TemporalKind>, value: &Value) -> Option<f64> {
    match value {
        Value::Number(n) if kind.is_none() => Some(*n),
        _ => None,
    }
}

/// The value as a person reads it; a period as its first day.
fn text(kind: Option<TemporalKind>, value: &Value) -> String {
    let n = match value {
        Value::Number(n) => *n,
        Value::Missing(MissingValue::System) => return String::new(),
        Value::Missing(code) => return code.to_string(),
        Value::Text(text) => return (*text).to_owned(),
    };
    let date = |date: Option<Date>| date.map(|date| date.to_string());
    let text = match kind {
        Some(TemporalKind::Date) => date(day(n - EPOCH_DAYS)),
        Some(TemporalKind::DateTime | TemporalKind::DateTimeLeap) => moment(n / 1e3 - EPOCH_DAYS * 86_400.0),
        Some(TemporalKind::Week) => {
            let week = n.rem_euclid(52.0) as i64;
            date(
                month(n.div_euclid(52.0) * 12.0)
                    .and_then(|d| d.checked_add(jiff::Span::new().weeks(week)).ok()),
            )
        }
        Some(TemporalKind::Month) => date(month(n)),
        Some(TemporalKind::Quarter) => date(month(n * 3.0)),
        Some(TemporalKind::HalfYear) => date(month(n * 6.0)),
        _ => Some(number(n)),
    };
    text.unwrap_or_default()
}

/// The first day of the month that many months after January 1960.
fn month(months: f64) -> Option<Date> {
    let year = 1960.0 + months.div_euclid(12.0);
    Date::new(if year.abs() < 1e4 { year as i16 } else { return None }, months.rem_euclid(12.0) as i8 + 1, 1)
        .ok()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use dta::stata::dta::dta_writer::DtaWriter;
    use dta::stata::dta::header::Header;
    use dta::stata::dta::long_string_table::LongStringTable;
    use dta::stata::dta::schema::Schema;
    use dta::stata::stata_byte::StataByte;
    use proptest::prelude::*;

    use super::*;

    fn written(release: Release, order: ByteOrder, encoding: &'static Encoding) -> Vec<u8> {
        let long = release >= Release::V117;
        let path = tempfile::NamedTempFile::new().unwrap().into_temp_path();
        let byte = |name: &str| Description::builder(VariableType::Byte, name);
        let mut schema = Schema::builder()
            .add_variable(byte("note").value_label_name("note").label(" Votre  note ").format("%8.0g"))
            .add_variable(Description::builder(VariableType::Float, "poids").format("%9.0g"))
            .add_variable(Description::builder(VariableType::Double, "mois").format("%tm"))
            .add_variable(Description::builder(VariableType::Double, "fin").format("%tc"))
            .add_variable(Description::builder(VariableType::FixedString(9), "ville").format("%9s"));
        if long {
            schema =
                schema.add_variable(Description::builder(VariableType::LongString, "avis").format("%9s"));
        }
        let writer = DtaWriter::new()
            .encoding(encoding)
            .from_path(&path)
            .unwrap()
            .write_header(Header::builder(release, order).build())
            .unwrap()
            .write_schema(schema.build().unwrap())
            .unwrap();
        let mut writer = writer.into_record_writer().unwrap();
        let notes = [StataByte::Present(1), StataByte::Present(3), StataByte::Missing(MissingValue::A)];
        let more = [StataByte::Missing(MissingValue::B), StataByte::Missing(MissingValue::System)];
        let mut strings = LongStringTable::for_reading();
        for (i, note) in (1..).zip(notes.into_iter().chain(more)) {
            let mut row = vec![
                Cellular::Byte(note),
                Cellular::Float(StataFloat::Present(0.1)),
                Cellular::Double(StataDouble::Present(782.0)),
                Cellular::Double(StataDouble::Present(2_057_479_200_000.0)),
                Cellular::string("Orléans "),
            ];
            if long {
                row.push(Cellular::LongStringRef(strings.get_or_insert(6, i, "déçu\0")));
            }
            writer.write_record(&row).unwrap();
        }
        let mut writer = writer.into_long_string_writer().unwrap();
        for string in strings.iter() {
            writer.write_long_string(&string).unwrap();
        }
        writer.into_value_label_writer().unwrap().finish().unwrap();
        let mut bytes = fs::read(&path).unwrap();
        // The writer gives no way to make labels; the reader does not follow the map that would move.
        let labels = labels(release, order, encoding);
        let end = if long { bytes.len() - "</value_labels></stata_dta>".len() } else { bytes.len() };
        bytes.splice(end..end, labels);
        bytes
    }

    fn labels(release: Release, order: ByteOrder, encoding: &'static Encoding) -> Vec<u8> {
        let int = |n: i32| if order == ByteOrder::BigEndian { n.to_be_bytes() } else { n.to_le_bytes() };
        let mut texts = Vec::new();
        let [mut places, mut codes] = [Vec::new(), Vec::new()];
        for (code, label) in [(2_147_483_622, "Refus"), (5, "Très bien"), (1, "Mal")] {
            places.extend(int(i32::try_from(texts.len()).unwrap()));
            codes.extend(int(code));
            texts.extend_from_slice(&encoding.encode(label).0);
            texts.push(0);
        }
        let set = [&int(3)[..], &int(i32::try_from(texts.len()).unwrap()), &places, &codes, &texts].concat();
        let mut name = b"note".to_vec();
        name.resize(if release >= Release::V118 { 132 } else { 36 }, 0);
        let set = [&int(i32::try_from(set.len()).unwrap())[..], &name, &set].concat();
        if release >= Release::V117 { [b"<lbl>", &set[..], b"</lbl>"].concat() } else { set }
    }

    fn read(bytes: &[u8]) -> Result<Document> {
        let path = tempfile::NamedTempFile::new().unwrap().into_temp_path();
        fs::write(&path, bytes).unwrap();
        open(&path, "x.dta")
    }

    #[test]
    fn every_release_gives_labels_dates_and_reasons_for_no_answer() {
        use ByteOrder::{BigEndian, LittleEndian};
        let releases = [
            (Release::V113, BigEndian, WINDOWS_1252),
            (Release::V115, LittleEndian, UTF_8),
            (Release::V117, BigEndian, UTF_8),
            (Release::V118, LittleEndian, UTF_8),
            (Release::V119, BigEndian, UTF_8),
        ];
        for (release, order, encoding) in releases {
            let document = read(&written(release, order, encoding)).unwrap();
            let note = &document.fields[0];
            assert_eq!((note.name.as_str(), note.text.as_deref()), ("note", Some("Votre note")));
            assert_eq!(note.labels, [(1.0, "1 - Mal".to_owned()), (5.0, "5 - Très bien".to_owned())]);
            assert_eq!(note.missing, BTreeSet::from([".b".to_owned(), "Refus".to_owned()]));
            let rows = fs::read_to_string(&document.written.path).unwrap();
            let notes: Vec<&str> = rows.lines().skip(1).filter_map(|row| row.split(',').nth(1)).collect();
            assert_eq!(notes, ["1 - Mal", "3", "Refus", ".b", ""]);
            let avis = if release >= Release::V117 { ",déçu" } else { "" };
            let second = format!("3,3,0.1,2025-03-01,2025-03-13T10:00:00,Orléans{avis}");
            assert_eq!(rows.lines().nth(2), Some(second.as_str()));
            assert_eq!(document.warnings.is_empty(), encoding == UTF_8);
        }
    }

    #[test]
    fn a_file_cut_anywhere_is_refused() {
        let whole = written(Release::V118, ByteOrder::LittleEndian, UTF_8);
        let closing = "</value_labels></stata_dta>".len();
        for end in (0..whole.len() - closing).step_by(7) {
            assert!(read(&whole[..end]).is_err(), "{end}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]
        #[test]
        fn altered_bytes_never_panic(
            old: bool,
            changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..5),
        ) {
            let release = if old { Release::V115 } else { Release::V118 };
            let mut bytes = written(release, ByteOrder::LittleEndian, UTF_8);
            for (at, byte) in changes {
                *at.get_mut(&mut bytes) = byte;
            }
            let path = tempfile::NamedTempFile::new().unwrap().into_temp_path();
            fs::write(&path, bytes).unwrap();
            // Not through `open`, which would hide a panic.
            let _ = (Source { path: &path, file: "x.dta", encoding: UTF_8 }).read();
        }
    }
}
