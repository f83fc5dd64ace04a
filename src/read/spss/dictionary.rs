//! What an SPSS file says of itself, held against its size before anything is read on its word.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use crate::error::{Error, Result};
use crate::read::guard::{Checked, MAX_LABELS, Walk};

/// Eight-byte slots of one case: what some 250 of the longest string variables take.
const MAX_SLOTS: u64 = 1 << 20;
/// Bytes of a text that names variables, times the slots among which each is looked for.
const MAX_LOOKUPS: u64 = 1 << 32;
/// Bytes of a compressed block once decompressed: SPSS makes them of four million.
const MAX_BLOCK: u64 = 1 << 26;
/// Bytes of all blocks once decompressed.
const MAX_BLOCKS: u64 = 1 << 32;
/// Deflate makes at most 1,032 bytes of one.
const MAX_INFLATION: u64 = 1_032;
/// Bytes that a slot takes at most under the compression of SPSS: a control byte and the value.
const MAX_SLOT_BYTES: u64 = 9;

/// The measures of a file whose dictionary holds together.
pub(super) struct Dictionary {
    /// Cases that the header declares.
    pub(super) cases: Option<u64>,
    /// Bytes of one case in memory.
    pub(super) case_bytes: u64,
}

/// Walks through the dictionary of an SPSS file.
pub(super) fn check(path: &Path, file: &str) -> Result<Dictionary> {
    let mut walk = Spss(Walk::open(path)?);
    walk.file().map_err(|cause| Error::Damaged { file: file.to_owned(), format: "SPSS", cause })
}

struct Spss(Walk<BufReader<File>>);

impl Spss {
    fn file(&mut self) -> Checked<Dictionary> {
        self.skip(64)?;
        // The reader swaps the bytes of the dictionary, and not those of the values.
        let layout = self.int()?;
        if !matches!(layout, 2 | 3) {
            return Err(format!("written on a big-endian machine (layout {layout})"));
        }
        self.skip(4)?;
        let compression = self.int()?;
        self.skip(4)?;
        let cases = u64::try_from(self.int()?).ok();
        let bias = f64::from_le_bytes(self.0.array()?);
        if compression != 0 && bias != 100.0 {
            return Err(format!("the compression bias is {bias} where SPSS writes 100"));
        }
        self.skip(9 + 8 + 64 + 3)?;
        let (slots, case_bytes) = self.records()?;
        let rest = self.0.rest();
        let (held, least) = match compression {
            0 => (rest, 8),
            1 => (rest, 1),
            2 => (self.blocks(cases.map(|cases| cases * (slots * MAX_SLOT_BYTES + 16)))?, 1),
            other => return Err(format!("unknown compression {other}")),
        };
        if let Some(cases) = cases.filter(|cases| cases * slots * least > held) {
            return Err(format!("the header declares {cases} cases, more than the file can hold"));
        }
        Ok(Dictionary { cases, case_bytes })
    }

    /// The records up to the cases: slots of a case, and the bytes it takes in memory.
    fn records(&mut self) -> Checked<(u64, u64)> {
        let (mut slots, mut bytes, mut labels, mut names) = (0_u64, 0_u64, 0_u64, 0_u64);
        loop {
            match self.int()? {
                2 => {
                    bytes += 8 + self.variable()?;
                    slots += 1;
                    if slots > MAX_SLOTS {
                        return Err(format!("a case of more than {MAX_SLOTS} values"));
                    }
                }
                3 => {
                    let count = self.count()?;
                    for _ in 0..count {
                        self.skip(8)?;
                        let [length] = self.0.array()?;
                        self.skip((u64::from(length) + 1).next_multiple_of(8) - 1)?;
                    }
                    if self.int()? != 4 {
                        return Err("value labels without their variables".to_owned());
                    }
                    let variables = self.count()?;
                    self.skip(4 * variables)?;
                    labels += count * variables;
                    if labels > MAX_LABELS {
                        return Err(format!("more than {MAX_LABELS} value labels"));
                    }
                }
                6 => {
                    let lines = self.count()?;
                    self.skip(80 * lines)?;
                }
                7 => names += self.extension()?,
                999 => {
                    self.skip(4)?;
                    break;
                }
                other => return Err(format!("unknown record {other} at byte {}", self.0.at())),
            }
        }
        if names * slots > MAX_LOOKUPS {
            return Err("more names than its variables can account for".to_owned());
        }
        Ok((slots, bytes))
    }

    /// A variable: the width of its strings.
    fn variable(&mut self) -> Checked<u64> {
        let width = u64::try_from(self.int()?).unwrap_or(0);
        let labelled = self.int()? == 1;
        let missing = self.int()?;
        self.skip(4 + 4 + 8)?;
        if labelled {
            let length = self.count()?;
            self.skip(length.next_multiple_of(4))?;
        }
        if missing.unsigned_abs() > 3 {
            return Err(format!("a variable with {missing} missing values"));
        }
        self.skip(8 * u64::from(missing.unsigned_abs()))?;
        Ok(width)
    }

    /// An extension record: the bytes in which variables are named, where each is looked for among all.
    fn extension(&mut self) -> Checked<u64> {
        let (subtype, size, count) = (self.int()?, self.count()?, self.count()?);
        let bytes = size * count;
        // These are read by their count alone, whatever the size of an item.
        let regular = match subtype {
            3 => (size, count) == (4, 8),
            4 => (size, count) == (8, 3),
            11 => size == 4 && (count % 3 == 0 || count % 2 == 0),
            _ => true,
        };
        if !regular {
            return Err(format!("extension {subtype} of {count} items of {size} bytes"));
        }
        if matches!(subtype, 21 | 22) {
            let end = self.0.at().saturating_add(bytes);
            while self.0.at() + 4 <= end {
                let name = self.count()?;
                self.skip(name)?;
                if subtype == 21 { self.long_labels() } else { self.long_missing() }?;
            }
            let rest = end.checked_sub(self.0.at());
            self.skip(rest.ok_or_else(|| format!("extension {subtype} runs over its end"))?)?;
        } else {
            self.skip(bytes)?;
        }
        Ok(if matches!(subtype, 7 | 14 | 19) { bytes } else { 0 })
    }

    /// The labels of a long string variable.
    fn long_labels(&mut self) -> Checked<()> {
        self.skip(4)?;
        for _ in 0..self.count()? {
            let value = self.count()?;
            self.skip(value)?;
            let label = self.count()?;
            self.skip(label)?;
        }
        Ok(())
    }

    /// The missing values of a long string variable.
    fn long_missing(&mut self) -> Checked<()> {
        let [values] = self.0.array()?;
        let length = self.count()?;
        self.skip(u64::from(values) * length)
    }

    /// The blocks of a file compressed as a whole: their bytes once decompressed, which `most` bounds.
    fn blocks(&mut self, most: Option<u64>) -> Checked<u64> {
        self.skip(8)?;
        let trailer = u64::from_le_bytes(self.0.array()?);
        self.0.go(trailer)?;
        self.skip(16 + 4)?;
        let (mut inflated, mut deflated) = (0_u64, 0_u64);
        for _ in 0..self.count()? {
            self.skip(16)?;
            let (block, compressed) = (self.count()?, self.count()?);
            if block > MAX_BLOCK || block > (compressed + 1) * MAX_INFLATION {
                return Err(format!("a block of {compressed} bytes cannot hold {block}"));
            }
            inflated += block;
            deflated += compressed;
        }
        if deflated > self.0.len()
            || inflated > MAX_BLOCKS
            || most.is_some_and(|most| inflated > most + 4_096)
        {
            return Err(format!("its blocks cannot hold {inflated} bytes"));
        }
        Ok(inflated)
    }

    fn int(&mut self) -> Checked<i32> {
        self.0.array().map(i32::from_le_bytes)
    }

    /// A number of things that each take a byte at least.
    fn count(&mut self) -> Checked<u64> {
        let count = self.int()?;
        u64::try_from(count).map_err(|_| format!("a length of {count} at byte {}", self.0.at()))
    }

    fn skip(&mut self, bytes: u64) -> Checked<()> {
        self.0.skip(bytes)
    }
}
