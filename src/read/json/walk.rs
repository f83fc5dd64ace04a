//! Every array of a document that lies in no other array, element by element.

use std::cell::Cell;
use std::fmt;
use std::io::{self, Read};

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::super::records::MAX_CELL_BYTES;
use super::flatten::{Record, Shape};
use crate::error::{Error, Result};

/// Takes an element: the place of its array, its row, what it is, and its cells when it is an object.
pub(super) type Take<'t> = dyn FnMut(usize, u64, Shape, &Record) -> Result<()> + 't;

/// Bytes that may be read before the next record or member begins.
pub(super) struct Allowance(Cell<u64>);

impl Default for Allowance {
    fn default() -> Self {
        Self(Cell::new(MAX_CELL_BYTES))
    }
}

impl Allowance {
    fn renew(&self) {
        self.0.set(MAX_CELL_BYTES);
    }

    /// Whether what is being read is longer than it may be.
    pub(super) fn is_spent(&self) -> bool {
        self.0.get() == 0
    }
}

/// Input that stops when the allowance is spent: a string without end would be held whole.
pub(super) struct Metered<'a, R> {
    input: R,
    left: &'a Allowance,
}

impl<'a, R> Metered<'a, R> {
    pub(super) fn new(input: R, left: &'a Allowance) -> Self {
        Self { input, left }
    }
}

impl<R: Read> Read for Metered<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.left.0.get();
        let most = buffer.len().min(usize::try_from(left).unwrap_or(usize::MAX));
        if most == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let read = self.input.read(buffer.get_mut(..most).unwrap_or_default())?;
        self.left.0.set(left - read as u64);
        Ok(read)
    }
}

/// The walk, and what it met.
pub(super) struct Walk<'w, 't> {
    allowance: &'w Allowance,
    take: &'w mut Take<'t>,
    record: Record,
    arrays: usize,
    elements: u64,
    row: u64,
    failure: Option<Error>,
}

impl<'w, 't> Walk<'w, 't> {
    pub(super) fn new(allowance: &'w Allowance, take: &'w mut Take<'t>) -> Self {
        Self { allowance, take, record: Record::default(), arrays: 0, elements: 0, row: 1, failure: None }
    }

    pub(super) fn run<'de, D: Deserializer<'de>>(&mut self, json: D) -> Result<(), D::Error> {
        Node(self).deserialize(json)
    }

    /// The last row begun, how many elements there were (nothing without an array), and the error of `take`.
    pub(super) fn ended(self) -> (u64, Option<u64>, Option<Error>) {
        (self.row, (self.arrays > 0).then_some(self.elements), self.failure)
    }
}

/// The document, or a member of an object in it.
struct Node<'n, 'w, 't>(&'n mut Walk<'w, 't>);

impl<'de> DeserializeSeed<'de> for Node<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while map.next_key::<IgnoredAny>()?.is_some() {
            self.0.allowance.renew();
            map.next_value_seed(Node(&mut *self.0))?;
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let Self(walk) = self;
        let index = walk.arrays;
        walk.arrays += 1;
        walk.row = 1;
        loop {
            walk.allowance.renew();
            walk.row += 1;
            let Some(shape) = seq.next_element_seed(Element(&mut walk.record))? else { return Ok(()) };
            walk.elements += 1;
            if let Err(error) = (walk.take)(index, walk.row, shape, &walk.record) {
                walk.failure = Some(error);
                return Err(A::Error::custom("stopped"));
            }
        }
    }
}

struct Element<'r>(&'r mut Record);

impl<'de> DeserializeSeed<'de> for Element<'_> {
    type Value = Shape;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Shape, D::Error> {
        self.0.read(json)
    }
}
