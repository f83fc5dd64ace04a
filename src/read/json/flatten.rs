//! One record as cells: dotted names, and the text that a person reads.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::super::codebook::number;
use super::super::records::MAX_CELL_BYTES;

/// Bytes of the names of all cells of a record: a long key around many values makes much of little.
const MAX_NAME_BYTES: u64 = 4 * MAX_CELL_BYTES;
/// Between the values of an array in one cell.
const SEPARATOR: &str = "; ";

/// What a value of JSON is.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Shape {
    Object,
    Array,
    Scalar,
}

/// The cells of one record, in its order.
#[derive(Default)]
pub(super) struct Record {
    names: String,
    texts: String,
    /// Where the name and the text of each cell end.
    ends: Vec<(usize, usize)>,
    /// Name of the value being read.
    path: String,
    depth: usize,
    wrapping: Option<usize>,
}

impl Record {
    /// Reads one value in place of the last.
    pub(super) fn read<'de, D: Deserializer<'de>>(&mut self, json: D) -> Result<Shape, D::Error> {
        self.names.clear();
        self.texts.clear();
        self.ends.clear();
        self.path.clear();
        self.depth = 0;
        self.wrapping = None;
        Ok(match (Value { record: self }).deserialize(json)? {
            Found::Object => Shape::Object,
            Found::Array => Shape::Array,
            Found::Scalar(_) => Shape::Scalar,
        })
    }

    /// Name and text of each cell.
    pub(super) fn cells(&self) -> impl Iterator<Item = (&str, &str)> {
        let starts = std::iter::once((0, 0)).chain(self.ends.iter().copied());
        starts.zip(&self.ends).filter_map(|((name, text), (name_end, text_end))| {
            Some((self.names.get(name..*name_end)?, self.texts.get(text..*text_end)?))
        })
    }

    /// Length of the beginning of every name that an object around the record adds: its only key is a number.
    pub(super) fn wrapping(&self) -> Option<usize> {
        self.wrapping
    }

    fn push<E: Error>(&mut self, text: &str) -> Result<(), E> {
        if (self.names.len() + self.path.len()) as u64 > MAX_NAME_BYTES {
            return Err(E::custom(format_args!(
                "the keys of a record add up to more than {MAX_NAME_BYTES} bytes"
            )));
        }
        self.names.push_str(&self.path);
        self.texts.push_str(text);
        self.ends.push((self.names.len(), self.texts.len()));
        Ok(())
    }
}

/// Adds a value to the others of its cell.
pub(super) fn join(cell: &mut String, text: &str) {
    if !text.is_empty() {
        if !cell.is_empty() {
            cell.push_str(SEPARATOR);
        }
        cell.push_str(text);
    }
}

/// A value whose cells go to a record under its path; a scalar is left to whoever asked for it.
struct Value<'r> {
    record: &'r mut Record,
}

enum Found {
    Object,
    Array,
    Scalar(String),
}

impl<'de> DeserializeSeed<'de> for Value<'_> {
    type Value = Found;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Found, D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Value<'_> {
    type Value = Found;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Found, E> {
        Ok(Found::Scalar(String::new()))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Found, E> {
        Ok(Found::Scalar(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Found, E> {
        Ok(Found::Scalar(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Found, E> {
        Ok(Found::Scalar(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Found, E> {
        Ok(Found::Scalar(number(value)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Found, E> {
        Ok(Found::Scalar(value.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Found, A::Error> {
        let Self { record } = self;
        let (start, depth) = (record.path.len(), record.depth);
        let mut members = 0_u64;
        record.depth += 1;
        if depth > 0 {
            record.path.push('.');
        }
        let prefix = record.path.len();
        while map.next_key_seed(Key(&mut record.path))?.is_some() {
            members += 1;
            let found = map.next_value_seed(Value { record })?;
            if let Found::Scalar(text) = &found {
                record.push(text)?;
            }
            if depth > 0 || members > 1 || !matches!(found, Found::Object) {
                record.wrapping = None;
            } else if record.path.bytes().all(|b| b.is_ascii_digit()) {
                record.wrapping = Some(record.path.len() + 1);
            }
            record.path.truncate(prefix);
        }
        record.path.truncate(start);
        record.depth = depth;
        if members == 0 && depth > 0 {
            record.push("")?;
        }
        Ok(Found::Object)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Found, A::Error> {
        let Self { record } = self;
        let (start, depth) = (record.path.len(), record.depth);
        let (mut scalars, mut nested) = (String::new(), false);
        record.depth += 1;
        for i in 0_u64.. {
            record.path.push('.');
            record.path.push_str(&i.to_string());
            let found = seq.next_element_seed(Value { record })?;
            record.path.truncate(start);
            match found {
                Some(Found::Scalar(text)) => join(&mut scalars, &text),
                Some(_) => nested = true,
                None => break,
            }
        }
        record.depth = depth;
        if !nested || !scalars.is_empty() {
            record.push(&scalars)?;
        }
        Ok(Found::Array)
    }
}

/// A key, appended to a path.
struct Key<'p>(&'p mut String);

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<(), E> {
        self.0.push_str(key);
        Ok(())
    }
}
