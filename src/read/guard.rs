//! Bounds on what a binary file claims: nothing is set aside or decoded on its word alone.

use std::cell::Cell;
use std::fs::File;
use std::io::{BufReader, ErrorKind, Read, Seek, SeekFrom};
use std::panic::AssertUnwindSafe;
use std::path::Path;
use std::sync::Once;

use crate::error::{Error, Excess, Location, Result};

/// Bytes of all cells of a file as text.
const MAX_BYTES: u64 = 4 << 30;
/// Value labels, counted for every variable that uses them.
pub(super) const MAX_LABELS: u64 = 1 << 21;

/// What is read, or the cause of damage.
pub(super) type Checked<T> = std::result::Result<T, String>;

/// A walk through a file that knows its end.
pub(super) struct Walk<R> {
    input: R,
    at: u64,
    len: u64,
}

impl Walk<BufReader<File>> {
    /// At the first byte of a file.
    pub(super) fn open(path: &Path) -> Result<Self> {
        let input = File::open(path).map_err(|e| Error::io(path, e))?;
        let len = input.metadata().map_err(|e| Error::io(path, e))?.len();
        Ok(Self { input: BufReader::new(input), at: 0, len })
    }
}

impl<R: Read + Seek> Walk<R> {
    /// The next bytes.
    pub(super) fn array<const N: usize>(&mut self) -> Checked<[u8; N]> {
        let mut bytes = [0; N];
        self.input.read_exact(&mut bytes).map_err(|e| match e.kind() {
            ErrorKind::UnexpectedEof => "cut short".to_owned(),
            _ => e.to_string(),
        })?;
        self.at += N as u64;
        Ok(bytes)
    }

    /// That many bytes, if the file has them.
    pub(super) fn bytes(&mut self, bytes: u64) -> Checked<Vec<u8>> {
        let mut read = Vec::new();
        self.input.by_ref().take(bytes).read_to_end(&mut read).map_err(|e| e.to_string())?;
        self.at += read.len() as u64;
        if read.len() as u64 == bytes { Ok(read) } else { Err("cut short".to_owned()) }
    }

    /// Passes over bytes that the file must have.
    pub(super) fn skip(&mut self, bytes: u64) -> Checked<()> {
        if bytes > self.rest() {
            return Err("cut short".to_owned());
        }
        self.input.seek_relative(bytes.cast_signed()).map_err(|e| e.to_string())?;
        self.at += bytes;
        Ok(())
    }

    /// Goes to a byte, counted from the first.
    pub(super) fn go(&mut self, to: u64) -> Checked<()> {
        if to > self.len {
            return Err(format!("it points to byte {to} of {}", self.len));
        }
        self.input.seek(SeekFrom::Start(to)).map_err(|e| e.to_string())?;
        self.at = to;
        Ok(())
    }
}

impl<R> Walk<R> {
    /// Bytes behind.
    pub(super) fn at(&self) -> u64 {
        self.at
    }

    /// Bytes ahead.
    pub(super) fn rest(&self) -> u64 {
        self.len.saturating_sub(self.at)
    }

    /// Bytes of the file.
    pub(super) fn len(&self) -> u64 {
        self.len
    }
}

/// Counts the text that a file turns into: a label of few bytes may stand in millions of cells.
#[derive(Default)]
pub(super) struct Budget {
    bytes: u64,
}

impl Budget {
    /// Counts one row; refuses the one that goes too far.
    pub(super) fn spend(&mut self, cells: &[String], file: &str, row: u64) -> Result<()> {
        self.bytes += cells.iter().map(|cell| cell.len() as u64 + 1).sum::<u64>();
        if self.bytes > MAX_BYTES {
            let at = Location { file: file.to_owned(), row: Some(row), column: None };
            return Err(Error::TooLarge { at, what: Excess::Bytes, limit: MAX_BYTES });
        }
        Ok(())
    }
}
/// Runs a reader that may panic on damaged input: none when it did. Nothing is printed.
pub(super) fn quietly<T>(read: impl FnOnce() -> T) -> Option<T> {
    thread_local! {
        static QUIET: Cell<bool> = const { Cell::new(false) };
    }
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let previous = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !QUIET.get() {
                previous(info);
            }
        }));
    });
    QUIET.set(true);
    let result = std::panic::catch_unwind(AssertUnwindSafe(read));
    QUIET.set(false);
    result.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_no_answer_and_prints_nothing() {
        assert_eq!(quietly(|| 5), Some(5));
        assert_eq!(quietly(|| -> u8 { panic!("a library met what it does not expect") }), None);
    }
}
