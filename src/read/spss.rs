//! SPSS files (.sav, .zsav): labels in the cells, declared missing values told apart.

mod dictionary;

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use ambers::{MissingSpec, Scanner, SpssMetadata, Value as Code};
use arrow_array::{
    Array, Date32Array, DurationMicrosecondArray, Float64Array, RecordBatch, StringViewArray,
    TimestampMicrosecondArray,
};

use self::dictionary::Dictionary;
use super::codebook::{Codebook, Entry, day, moment, number, question, time};
use super::guard::{Budget, quietly};
use super::records::{Document, Field, Records};
use crate::error::{Error, Result};

/// Bytes of the cases held at a time, and most cases: the reader starts threads from 10,000.
const BATCH_BYTES: u64 = 16 << 20;
const BATCH_CASES: u64 = 4_096;
/// Days and seconds from the first day of the SPSS calendar, 14 October 1582, to 1 January 1970.
const EPOCH_DAYS: f64 = 141_428.0;
const EPOCH_SECONDS: f64 = EPOCH_DAYS * 86_400.0;

/// Reads an SPSS file: `path` is what to open, `file` how to name it.
pub(super) fn open(path: &Path, file: &str) -> Result<Document> {
    let dictionary = dictionary::check(path, file)?;
    let source = Source { path, file, dictionary };
    quietly(|| source.read()).unwrap_or_else(|| Err(source.damaged(&"its reader gave up on it")))
}

struct Source<'a> {
    path: &'a Path,
    file: &'a str,
    dictionary: Dictionary,
}

impl Source<'_> {
    fn read(&self) -> Result<Document> {
        let mut scanner = self.scan()?;
        let mut variables = variables(scanner.metadata());
        if variables.iter().any(|v| v.field.name.is_empty()) {
            return Err(self.damaged(&"a variable without a name"));
        }
        // What a label says in the cells depends on which values have none.
        let labelled: Vec<usize> =
            (0..variables.len()).filter(|i| variables.get(*i).is_some_and(|v| !v.book.is_empty())).collect();
        if !labelled.is_empty() {
            let names: Vec<&str> =
                labelled.iter().filter_map(|i| variables.get(*i)).map(|v| v.field.name.as_str()).collect();
            scanner.select(&names).map_err(|e| self.damaged(&e))?;
            self.batches(&mut scanner, |batch| {
                for (column, i) in batch.columns().iter().zip(&labelled) {
                    if let Some(variable) = variables.get_mut(*i) {
                        variable.observe(column.as_ref());
                    }
                }
                Ok(())
            })?;
        }
        for variable in &mut variables {
            variable.settle();
        }

        let mut records = Records::new(self.file, variables.len())?;
        let mut scanner = self.scan()?;
        let mut cells: Vec<String> = Vec::new();
        let (mut cases, mut budget) = (0_u64, Budget::default());
        self.batches(&mut scanner, |batch| {
            let columns: Vec<Column> = batch.columns().iter().map(|c| Column::of(c.as_ref())).collect();
            for i in 0..batch.num_rows() {
                cells.clear();
                cells.extend(variables.iter_mut().zip(&columns).map(|(v, column)| v.cell(column.value(i))));
                cases += 1;
                budget.spend(&cells, self.file, cases + 1)?;
                records.write(cases + 1, &cells)?;
            }
            Ok(())
        })?;
        if let Some(declared) = self.dictionary.cases.filter(|declared| *declared != cases) {
            return Err(self.damaged(&format!("the header declares {declared} cases, {cases} were found")));
        }
        let fields = variables.into_iter().map(|v| v.field).collect();
        Ok(Document { fields, written: records.finish()?, warnings: Vec::new() })
    }

    fn scan(&self) -> Result<Scanner<BufReader<File>>> {
        let source = File::open(self.path).map_err(|e| Error::io(self.path, e))?;
        let batch = (BATCH_BYTES / self.dictionary.case_bytes.max(1)).clamp(1, BATCH_CASES);
        ambers::scan_sav_from_reader(BufReader::new(source), batch as usize).map_err(|e| self.damaged(&e))
    }

    fn batches(
        &self,
        scanner: &mut Scanner<BufReader<File>>,
        mut each: impl FnMut(&RecordBatch) -> Result<()>,
    ) -> Result<()> {
        while let Some(batch) = scanner.next_batch().map_err(|e| self.damaged(&e))? {
            each(&batch)?;
        }
        Ok(())
    }

    fn damaged(&self, cause: &impl ToString) -> Error {
        Error::Damaged { file: self.file.to_owned(), format: "SPSS", cause: cause.to_string() }
    }
}

/// A variable on its way into a column.
struct Variable {
    field: Field,
    kind: Kind,
    missing: Vec<MissingSpec>,
    book: Codebook,
}

/// How the values of a variable read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Date,
    Moment,
    Time,
    Text,
}

/// A value; dates and times in seconds, as the file counts them.
#[derive(Clone, Copy)]
enum Value<'a> {
    Number(f64),
    Text(&'a str),
}

fn variables(meta: &SpssMetadata) -> Vec<Variable> {
    let variable = |name: &String| {
        let kind = match meta.arrow_data_types.get(name).map(String::as_str) {
            Some("Date32") => Kind::Date,
            Some("Timestamp[us]") => Kind::Moment,
            Some("Duration[us]") => Kind::Time,
            Some("String") => Kind::Text,
            _ => Kind::Number,
        };
        let missing = meta.variable_missing_values.get(name).cloned().unwrap_or_default();
        let mut entries: Vec<Entry> = Vec::new();
        for (code, label) in meta.value_labels(name).into_iter().flatten() {
            let value = match code {
                Code::Numeric(n) => Value::Number(*n),
                Code::String(s) => Value::Text(s),
            };
            entries.push(Entry {
                number: kind.scale(value),
                code: kind.text(value),
                label: label.clone(),
                missing: means_none(&missing, value),
            });
        }
        entries.sort_by(|a, b| a.number.partial_cmp(&b.number).unwrap_or(std::cmp::Ordering::Equal));
        let text = meta.label(name).and_then(|label| question(label, name));
        let field = Field { name: name.clone(), text, ..Field::default() };
        Variable { field, kind, missing, book: Codebook::new(entries) }
    };
    meta.variable_names.iter().map(variable).collect()
}

/// Whether a value is declared to mean no answer.
fn means_none(missing: &[MissingSpec], value: Value) -> bool {
    missing.iter().any(|spec| match (spec, value) {
        (MissingSpec::Value(code), Value::Number(n)) => *code == n,
        (MissingSpec::Range { lo, hi }, Value::Number(n)) => (*lo..=*hi).contains(&n),
        (MissingSpec::StringValue(code), Value::Text(text)) => code == text,
        _ => false,
    })
}

impl Kind {
    /// The value as a person reads it; empty if it is none.
    fn text(self, value: Value) -> String {
        match (self, value) {
            (_, Value::Text(text)) => text.to_owned(),
            (Kind::Date, Value::Number(n)) => {
                day(n / 86_400.0 - EPOCH_DAYS).map(|day| day.to_string()).unwrap_or_default()
            }
            (Kind::Moment, Value::Number(n)) => moment(n - EPOCH_SECONDS).unwrap_or_default(),
            (Kind::Time, Value::Number(n)) => time(n).unwrap_or_default(),
            (_, Value::Number(n)) => number(n),
        }
    }

    /// The value as a point of a scale.
    fn scale(self, value: Value) -> Option<f64> {
        match value {
            Value::Number(n) if self == Kind::Number => Some(n),
            _ => None,
        }
    }
}

impl Variable {
    fn observe(&mut self, column: &dyn Array) {
        let values = Column::of(column);
        for value in (0..column.len()).filter_map(|i| values.value(i)) {
            let missing = means_none(&self.missing, value);
            self.book.observe(self.kind.scale(value), &self.kind.text(value), missing);
        }
    }

    fn settle(&mut self) {
        self.book.settle();
        self.field.labels = self.book.labels();
        self.field.missing = self.book.missing();
    }

    fn cell(&mut self, value: Option<Value>) -> String {
        let Some(value) = value else { return String::new() };
        let code = self.kind.text(value);
        let cell = self.book.cell(&code);
        if means_none(&self.missing, value) && !cell.is_empty() && !self.field.missing.contains(cell) {
            self.field.missing.insert(cell.to_owned());
        }
        if self.book.is_empty() { code } else { cell.to_owned() }
    }
}

/// The values of a column, as the reader types them.
enum Column<'a> {
    Number(&'a Float64Array),
    Date(&'a Date32Array),
    Moment(&'a TimestampMicrosecondArray),
    Time(&'a DurationMicrosecondArray),
    Text(&'a StringViewArray),
    Other,
}

impl<'a> Column<'a> {
    fn of(column: &'a dyn Array) -> Self {
        let any = column.as_any();
        let number = any.downcast_ref().map(Self::Number);
        number
            .or_else(|| any.downcast_ref().map(Self::Date))
            .or_else(|| any.downcast_ref().map(Self::Moment))
            .or_else(|| any.downcast_ref().map(Self::Time))
            .or_else(|| any.downcast_ref().map(Self::Text))
            .unwrap_or(Self::Other)
    }

    fn value(&self, i: usize) -> Option<Value<'a>> {
        let value = match self {
            Self::Number(values) => values.is_valid(i).then(|| Value::Number(values.value(i))),
            Self::Date(values) => {
                let seconds = |days: i32| (f64::from(days) + EPOCH_DAYS) * 86_400.0;
                values.is_valid(i).then(|| Value::Number(seconds(values.value(i))))
            }
            Self::Moment(values) => {
                values.is_valid(i).then(|| Value::Number(values.value(i) as f64 / 1e6 + EPOCH_SECONDS))
            }
            Self::Time(values) => values.is_valid(i).then(|| Value::Number(values.value(i) as f64 / 1e6)),
            Self::Text(values) => values.is_valid(i).then(|| Value::Text(values.value(i))),
            Self::Other => None,
        };
        value.filter(|value| !matches!(value, Value::Number(n) if n.is_nan()))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;

    use proptest::prelude::*;

    use super::*;

    const SYSTEM_MISSING: f64 = -f64::MAX;

    /// A file without compression: a header, records, cases.
    #[derive(Default)]
    struct Written {
        records: Vec<u8>,
        cases: Vec<u8>,
        number: i32,
    }

    impl Written {
        fn ints(&mut self, ints: &[i32]) -> &mut Self {
            self.records.extend(ints.iter().flat_map(|i| i.to_le_bytes()));
            self
        }

        fn padded(&mut self, text: &str, to: usize) -> &mut Self {
            let end = self.records.len() + to;
            self.records.extend_from_slice(text.as_bytes());
            self.records.resize(end, b' ');
            self
        }

        fn variable(&mut self, name: &str, width: i32, format: i32, label: &str, missing: (i32, &[f64])) {
            let format = format << 16 | 8 << 8;
            self.ints(&[2, width, i32::from(!label.is_empty()), missing.0, format, format]).padded(name, 8);
            if !label.is_empty() {
                self.ints(&[i32::try_from(label.len()).unwrap()])
                    .padded(label, label.len().next_multiple_of(4));
            }
            self.records.extend(missing.1.iter().flat_map(|n| n.to_le_bytes()));
        }

        fn labels(&mut self, variable: i32, labels: &[([u8; 8], &str)]) {
            self.ints(&[3, i32::try_from(labels.len()).unwrap()]);
            for (value, label) in labels {
                self.records.extend_from_slice(value);
                self.records.push(label.len() as u8);
                self.padded(label, (label.len() + 1).next_multiple_of(8) - 1);
            }
            self.ints(&[4, 1, variable]);
        }

        fn case(&mut self, slots: &[[u8; 8]]) {
            self.cases.extend(slots.iter().flatten());
            self.number += 1;
        }

        fn bytes(&self) -> Vec<u8> {
            let mut file = Self::default();
            file.padded("$FL2@(#) written for a test", 64).ints(&[2, -1, 0, 0, self.number]);
            file.records.extend(100_f64.to_le_bytes());
            file.padded("14 Mar 2510:00:00", 84);
            file.records.extend(&self.records);
            file.ints(&[7, 20, 1, 5]).padded("UTF-8", 5).ints(&[999, 0]);
            [file.records, self.cases.clone()].concat()
        }
    }

    fn sample() -> Written {
        let mut file = Written::default();
        file.variable("NOTE", 0, 5, "Recommanderiez-vous  ?", (1, &[99.0]));
        file.variable("REVENU", 0, 5, "", (-3, &[-9.0, -1.0, 1e6]));
        file.variable("VILLE", 8, 1, "VILLE", (1, &[f64::from_le_bytes(*b"ZZ      ")]));
        file.variable("JOUR", 0, 39, "", (0, &[]));
        file.variable("DUREE", 0, 21, "", (0, &[]));
        file.labels(
            1,
            &[
                (10_f64.to_le_bytes(), "10 = Tout à fait"),
                (1_f64.to_le_bytes(), "Pas du tout"),
                (99_f64.to_le_bytes(), "Sans avis"),
            ],
        );
        file.labels(3, &[(*b"PA      ", "Paris")]);
        let rows: [(f64, f64, &[u8; 8], f64, f64); 5] = [
            (1.0, -9.0, b"PA      ", 141_428.0, 61.0),
            (7.0, 1e6, b"ZZ      ", 141_427.0, 36_000.4),
            (10.0, 1_200.5, b"Lyon    ", SYSTEM_MISSING, SYSTEM_MISSING),
            (99.0, SYSTEM_MISSING, b"        ", 161_589.0, 0.0),
            (SYSTEM_MISSING, SYSTEM_MISSING, b"        ", SYSTEM_MISSING, SYSTEM_MISSING),
        ];
        for (note, income, town, day, time) in rows {
            let day = if day == SYSTEM_MISSING { day } else { day * 86_400.0 };
            file.case(&[
                note.to_le_bytes(),
                income.to_le_bytes(),
                *town,
                day.to_le_bytes(),
                time.to_le_bytes(),
            ]);
        }
        file
    }

    fn read(bytes: &[u8]) -> Result<Document> {
        let path = tempfile::NamedTempFile::new().unwrap().into_temp_path();
        fs::write(&path, bytes).unwrap();
        open(&path, "x.sav")
    }

    fn cause(bytes: &[u8]) -> String {
        match read(bytes) {
            Err(Error::Damaged { cause, .. }) => cause,
            other => panic!("{:?}", other.map(|_| ())),
        }
    }

    #[test]
    fn cells_say_labels_dates_and_reasons_for_no_answer() {
        let document = read(&sample().bytes()).unwrap();
        let [note, income, town, ..] = document.fields.as_slice() else { panic!() };
        assert_eq!(note.text.as_deref(), Some("Recommanderiez-vous ?"));
        let labels = [(1.0, "1 - Pas du tout"), (10.0, "10 = Tout à fait"), (99.0, "Sans avis")];
        assert_eq!(note.labels, labels.map(|(code, label)| (code, label.to_owned())));
        assert_eq!(note.missing, BTreeSet::from(["Sans avis".to_owned()]));
        assert_eq!(income.missing, ["-9", "1000000"].map(str::to_owned).into());
        assert_eq!((town.text.as_ref(), town.missing.len()), (None, 1));
        let rows = fs::read_to_string(&document.written.path).unwrap();
        let expected = "-,-,-,-,-,-\n\
            2,1 - Pas du tout,-9,Paris,1970-01-01,00:01:01\n\
            3,7,1000000,ZZ,1969-12-31,10:00:00\n\
            4,10 = Tout à fait,1200.5,Lyon,,\n\
            5,Sans avis,,,2025-03-14,00:00:00\n";
        assert_eq!((rows.as_str(), document.written.rows), (expected, 4));
    }

    #[test]
    fn a_file_cut_anywhere_is_refused() {
        let whole = sample().bytes();
        for end in 0..whole.len() {
            assert!(read(&whole[..end]).is_err(), "{end}");
        }
    }

    #[test]
    fn claims_are_held_against_the_size_of_the_file() {
        let altered = |at: usize, value: i32| {
            let mut bytes = sample().bytes();
            bytes[at..at + 4].copy_from_slice(&value.to_le_bytes());
            cause(&bytes)
        };
        assert!(altered(80, i32::MAX).contains("2147483647 cases"));
        assert!(altered(80, 4).contains("4 cases, 5 were found"));
        assert!(altered(64, 0x0200_0000).contains("big-endian"));
        // The length of the first label.
        assert!(altered(176 + 32, -1).contains("a length of -1"));
        assert!(altered(176 + 32, 0x7fff_fff0).contains("cut short"));
    }

    #[test]
    fn a_block_that_could_not_hold_its_bytes_is_refused() {
        let mut file = sample();
        file.cases.clear();
        let mut bytes = file.bytes();
        bytes[72..76].copy_from_slice(&2_i32.to_le_bytes());
        let end = bytes.len() as u64;
        for place in [end, end + 24, 48] {
            bytes.extend(place.to_le_bytes());
        }
        bytes.extend([0; 16]);
        for int in [0x003f_f000, 1, 0, 0, 0, 0, i32::MAX, 20] {
            bytes.extend(i32::to_le_bytes(int));
        }
        assert!(cause(&bytes).contains("a block of 20 bytes cannot hold 2147483647"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(500))]
        #[test]
        fn altered_bytes_never_panic(
            changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..5),
        ) {
            let mut bytes = sample().bytes();
            for (at, byte) in changes {
                *at.get_mut(&mut bytes) = byte;
            }
            let path = tempfile::NamedTempFile::new().unwrap().into_temp_path();
            fs::write(&path, bytes).unwrap();
            // Not through `open`, which would hide a panic.
            if let Ok(dictionary) = dictionary::check(&path, "x.sav") {
                let _ = (Source { path: &path, file: "x.sav", dictionary }).read();
            }
        }
    }
}
