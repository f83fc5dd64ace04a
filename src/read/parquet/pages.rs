//! Pages on their way to the decoder, which takes the number of values that a page repeats at its word.

use parquet::basic::Encoding;
use parquet::column::page::{Page, PageMetadata, PageReader};
use parquet::errors::{ParquetError, Result};
use parquet::schema::types::ColumnDescriptor;

/// The pages of a column, looked at before they are decoded.
pub(super) struct Pages {
    inner: Box<dyn PageReader>,
    /// Highest level of repetition and of definition.
    highest: [i16; 2],
}

impl Pages {
    pub(super) fn new(inner: Box<dyn PageReader>, column: &ColumnDescriptor) -> Self {
        Self { inner, highest: [column.max_rep_level(), column.max_def_level()] }
    }

    fn check(&self, page: &Page) -> Option<()> {
        let values = page.num_values() as usize;
        match page {
            Page::DictionaryPage { buf, .. } => (values <= buf.len()).then_some(()),
            Page::DataPage { buf, encoding, def_level_encoding, rep_level_encoding, .. } => {
                let mut bytes = buf.as_ref();
                for (highest, encoding) in self.highest.iter().zip([rep_level_encoding, def_level_encoding]) {
                    bytes = after_levels(bytes, *highest, *encoding, values)?;
                }
                lengths(bytes, *encoding, values)
            }
            Page::DataPageV2 { buf, encoding, def_levels_byte_len, rep_levels_byte_len, .. } => {
                let levels = *def_levels_byte_len as usize + *rep_levels_byte_len as usize;
                lengths(buf.get(levels..)?, *encoding, values)
            }
        }
    }
}

impl Iterator for Pages {
    type Item = Result<Page>;

    fn next(&mut self) -> Option<Self::Item> {
        self.get_next_page().transpose()
    }
}

impl PageReader for Pages {
    fn get_next_page(&mut self) -> Result<Option<Page>> {
        let page = self.inner.get_next_page()?;
        if page.as_ref().is_some_and(|page| self.check(page).is_none()) {
            return Err(ParquetError::General("a page announces more values than it has".to_owned()));
        }
        Ok(page)
    }

    fn peek_next_page(&mut self) -> Result<Option<PageMetadata>> {
        self.inner.peek_next_page()
    }

    fn skip_next_page(&mut self) -> Result<()> {
        self.inner.skip_next_page()
    }

    fn at_record_boundary(&mut self) -> Result<bool> {
        self.inner.at_record_boundary()
    }
}

/// What follows the levels of a page of the first version.
fn after_levels(bytes: &[u8], highest: i16, encoding: Encoding, values: usize) -> Option<&[u8]> {
    if highest == 0 {
        return Some(bytes);
    }
    if encoding == Encoding::RLE {
        let length = u32::from_le_bytes(*bytes.first_chunk()?);
        return bytes.get(4..)?.get(length as usize..);
    }
    let width = (i16::BITS - highest.leading_zeros()) as usize;
    bytes.get((values * width).div_ceil(8)..)
}

/// Checks the lengths that precede texts, where they are a list of their own.
fn lengths(bytes: &[u8], encoding: Encoding, values: usize) -> Option<()> {
    let within = |(announced, rest)| (announced <= values).then_some(rest);
    match encoding {
        Encoding::DELTA_LENGTH_BYTE_ARRAY => deltas(bytes).and_then(within).map(|_| ()),
        Encoding::DELTA_BYTE_ARRAY => {
            let rest = deltas(bytes).and_then(within)?;
            deltas(rest).and_then(within).map(|_| ())
        }
        _ => Some(()),
    }
}

/// How many numbers `bytes` announce, each written as its difference from the one before, and what follows them.
fn deltas(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let (block, bytes) = varint(bytes)?;
    let (parts, bytes) = varint(bytes)?;
    let (announced, bytes) = varint(bytes)?;
    let (_, mut bytes) = varint(bytes)?;
    let part = block.checked_div(parts).filter(|part| *part > 0)?;
    let mut left = announced.saturating_sub(1);
    while left > 0 {
        bytes = varint(bytes)?.1;
        let (widths, mut rest) = bytes.split_at_checked(parts)?;
        for width in widths.iter().take(left.div_ceil(part)) {
            rest = rest.get(part.checked_mul(usize::from(*width))? / 8..)?;
        }
        left = left.saturating_sub(block);
        bytes = rest;
    }
    Some((announced, bytes))
}

fn varint(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut number = 0;
    for (i, byte) in bytes.iter().enumerate().take(10) {
        number |= usize::from(byte & 0x7f) << (7 * i);
        if *byte < 0x80 {
            return Some((number, bytes.get(i + 1..)?));
        }
    }
    None
}
