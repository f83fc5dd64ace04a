//! The headers of Parquet, walked without keeping anything.
//!
//! The crate that reads them sets memory aside for a list as soon as it knows its length, and takes what stands
//! at a known field for what that field should be. So every field that it reads must here be of its kind, and
//! every length must fit in what is left of the file.

use std::io::{Read, Seek};

use super::super::guard::{Checked, Walk};

/// Structures inside one another; the format has six.
const MAX_DEPTH: usize = 16;

/// What a field holds.
pub(super) enum Kind {
    Bool,
    Byte,
    Int,
    Double,
    Binary,
    List(&'static Kind),
    /// The fields that are read; any other is passed over.
    Struct(&'static [(i16, Kind)]),
}

/// What is met on the way.
#[derive(Clone, Copy)]
pub(super) enum Met {
    /// A number, a Boolean as 0 or 1.
    Int(i64),
    /// A text of that many bytes.
    Binary(u64),
    /// A list of that many elements.
    List(u64),
    /// The beginning of a structure.
    Struct,
}

/// Told where it is, as the fields passed through, and what stands there.
pub(super) type Meet<'m> = dyn FnMut(&[i16], Met) -> Checked<()> + 'm;

use Kind::{Binary, Bool, Byte, Double, Int, List, Struct};

const NONE: Kind = Struct(&[]);
const UNIT: Kind = Struct(&[(1, NONE), (2, NONE), (3, NONE)]);
const MOMENT: Kind = Struct(&[(1, Bool), (2, UNIT)]);
const LOGICAL: Kind = Struct(&[
    (1, NONE),
    (2, NONE),
    (3, NONE),
    (4, NONE),
    (5, Struct(&[(1, Int), (2, Int)])),
    (6, NONE),
    (7, MOMENT),
    (8, MOMENT),
    (10, Struct(&[(1, Byte), (2, Bool)])),
    (11, NONE),
    (12, NONE),
    (13, NONE),
    (14, NONE),
    (15, NONE),
    (16, Struct(&[(1, Byte)])),
    (17, Struct(&[(1, Binary)])),
    (18, Struct(&[(1, Binary), (2, Int)])),
]);
const ELEMENT: Kind = Struct(&[
    (1, Int),
    (2, Int),
    (3, Int),
    (4, Binary),
    (5, Int),
    (6, Int),
    (7, Int),
    (8, Int),
    (9, Int),
    (10, LOGICAL),
]);
const KEY_VALUE: Kind = Struct(&[(1, Binary), (2, Binary)]);
const STATISTICS: Kind =
    Struct(&[(1, Binary), (2, Binary), (3, Int), (4, Int), (5, Binary), (6, Binary), (7, Bool), (8, Bool)]);
const SIZES: Kind = Struct(&[(1, Int), (2, List(&Int)), (3, List(&Int))]);
const BOX: Kind = Struct(&[
    (1, Double),
    (2, Double),
    (3, Double),
    (4, Double),
    (5, Double),
    (6, Double),
    (7, Double),
    (8, Double),
]);
const COLUMN: Kind = Struct(&[
    (1, Int),
    (2, List(&Int)),
    (3, List(&Binary)),
    (4, Int),
    (5, Int),
    (6, Int),
    (7, Int),
    (8, List(&KEY_VALUE)),
    (9, Int),
    (10, Int),
    (11, Int),
    (12, STATISTICS),
    (13, List(&Struct(&[(1, Int), (2, Int), (3, Int)]))),
    (14, Int),
    (15, Int),
    (16, SIZES),
    (17, Struct(&[(1, BOX), (2, List(&Int))])),
]);
const CHUNK: Kind = Struct(&[(1, Binary), (2, Int), (3, COLUMN), (4, Int), (5, Int), (6, Int), (7, Int)]);
const GROUP: Kind = Struct(&[
    (1, List(&CHUNK)),
    (2, Int),
    (3, Int),
    (4, List(&Struct(&[(1, Int), (2, Bool), (3, Bool)]))),
    (5, Int),
    (6, Int),
    (7, Int),
]);
/// The footer.
pub(super) const FOOTER: Kind = Struct(&[
    (1, Int),
    (2, List(&ELEMENT)),
    (3, Int),
    (4, List(&GROUP)),
    (5, List(&KEY_VALUE)),
    (6, Binary),
    (7, List(&Struct(&[(1, NONE)]))),
]);
/// What precedes a page.
pub(super) const PAGE: Kind = Struct(&[
    (1, Int),
    (2, Int),
    (3, Int),
    (4, Int),
    (5, Struct(&[(1, Int), (2, Int), (3, Int), (4, Int)])),
    (6, NONE),
    (7, Struct(&[(1, Int), (2, Int), (3, Bool)])),
    (8, Struct(&[(1, Int), (2, Int), (3, Int), (4, Int), (5, Int), (6, Int), (7, Bool)])),
]);

/// Walks one value of that kind.
pub(super) fn walk(input: &mut Walk<impl Read + Seek>, kind: &Kind, meet: &mut Meet<'_>) -> Checked<()> {
    let mut path = Vec::new();
    Thrift { input, meet, path: &mut path }.value(code(kind), Some(kind), 0)
}

struct Thrift<'t, 'm, R> {
    input: &'t mut Walk<R>,
    meet: &'t mut Meet<'m>,
    path: &'t mut Vec<i16>,
}

/// The number that announces a kind.
fn code(kind: &Kind) -> u8 {
    match kind {
        Kind::Bool => 1,
        Kind::Byte => 3,
        Kind::Int => 6,
        Kind::Double => 7,
        Kind::Binary => 8,
        Kind::List(_) => 9,
        Kind::Struct(_) => 12,
    }
}

/// Whether what is announced is of that kind: numbers have three widths, Booleans two values.
fn is_of(announced: u8, kind: &Kind) -> bool {
    match kind {
        Kind::Bool => matches!(announced, 1 | 2),
        Kind::Int => matches!(announced, 4..=6),
        _ => announced == code(kind),
    }
}

impl<R: Read + Seek> Thrift<'_, '_, R> {
    /// What follows, announced as `announced`; `kind` tells what is in it, where that is known.
    fn value(&mut self, announced: u8, kind: Option<&Kind>, depth: usize) -> Checked<()> {
        if depth > MAX_DEPTH {
            return Err("its header has too many levels".to_owned());
        }
        match announced {
            1 | 2 => self.met(Met::Int(i64::from(announced == 1))),
            3 => self.byte().map(|_| ()),
            4..=6 => {
                let number = self.varint()?;
                self.met(Met::Int((number >> 1).cast_signed() ^ -(number & 1).cast_signed()))
            }
            7 => self.input.skip(8),
            8 => {
                let bytes = self.varint()?;
                self.met(Met::Binary(bytes))?;
                self.input.skip(bytes)
            }
            9 => self.list(kind, depth),
            12 => self.structure(kind, depth),
            _ => Err(format!("its header holds a value of kind {announced}")),
        }
    }

    fn list(&mut self, kind: Option<&Kind>, depth: usize) -> Checked<()> {
        let header = self.byte()?;
        let (size, announced) = (u64::from(header >> 4), header & 15);
        let size = if size == 15 { self.varint()? } else { size };
        if size > self.input.rest() {
            return Err(format!("its header announces a list of {size}"));
        }
        self.met(Met::List(size))?;
        let element = match kind {
            Some(Kind::List(element)) => Some(*element),
            _ => None,
        };
        if size > 0 && element.is_some_and(|kind| !is_of(announced, kind)) {
            return Err("its header holds a list of another kind".to_owned());
        }
        for _ in 0..size {
            // A Boolean takes no place as a field, a byte in a list.
            if matches!(announced, 1 | 2) {
                self.byte()?;
            } else {
                self.value(announced, element, depth + 1)?;
            }
        }
        Ok(())
    }

    fn structure(&mut self, kind: Option<&Kind>, depth: usize) -> Checked<()> {
        self.met(Met::Struct)?;
        let fields = match kind {
            Some(Kind::Struct(fields)) => *fields,
            _ => &[],
        };
        let mut id = 0_i16;
        loop {
            let header = self.byte()?;
            let (step, announced) = (i16::from(header >> 4), header & 15);
            if announced == 0 {
                return Ok(());
            }
            id = match step {
                0 => {
                    let number = self.varint()?;
                    ((number >> 1).cast_signed() ^ -(number & 1).cast_signed()) as i16
                }
                _ => id.checked_add(step).ok_or("its header has too many fields")?,
            };
            let kind = fields.iter().find(|(known, _)| *known == id).map(|(_, kind)| kind);
            if kind.is_some_and(|kind| !is_of(announced, kind)) {
                return Err(format!("field {id} of its header is of another kind"));
            }
            self.path.push(id);
            self.value(announced, kind, depth + 1)?;
            self.path.pop();
        }
    }

    fn met(&mut self, what: Met) -> Checked<()> {
        (self.meet)(self.path, what)
    }

    fn byte(&mut self) -> Checked<u8> {
        self.input.array::<1>().map(|[byte]| byte)
    }

    fn varint(&mut self) -> Checked<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err("its header holds a number without end".to_owned())
    }
}
