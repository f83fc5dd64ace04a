//! One look at the bytes of a CSV before it is scanned: is every record what the header announces?
//!
//! The scanner of the query engine tells neither the row of a damaged record nor that an unclosed quote
//! swallowed the rows that follow. This pass does, and says when a file is regular enough to be scanned as
//! it is.

use std::io::{self, Read};

use super::records::MAX_CELL_BYTES;

/// What the look found. Rows are numbered as a spreadsheet does: each record one row, from 1, blank lines
/// included.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Structure {
    /// False when some byte sequence is not UTF-8; the rest is then meaningless.
    pub utf8: bool,
    /// True when the file can be scanned as it is: no blank, short or long record, no stray quote, no lone
    /// carriage return.
    pub regular: bool,
    /// Records that are not blank, header included.
    pub records: u64,
    /// Cells of the header.
    pub width: usize,
    /// Rows that hold nothing.
    pub blank: Rows,
    /// Rows with fewer cells than the header, and the first of them.
    pub short: Option<(u64, u64)>,
    /// First row with more cells than the header, the surplus not empty: row and cells.
    pub long: Option<(u64, usize)>,
    /// Row whose quote is never closed.
    pub unclosed: Option<u64>,
    /// First row with a cell of more than [`MAX_CELL_BYTES`].
    pub large: Option<u64>,
}

/// Numbers of rows: a bit for each up to the highest, as a file may hold nothing but blank lines.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Rows(Vec<u64>);

impl Rows {
    fn insert(&mut self, row: u64) {
        let word = (row / 64) as usize;
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= 1 << (row % 64);
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the row is one of them.
    pub fn contains(&self, row: u64) -> bool {
        self.0.get((row / 64) as usize).is_some_and(|word| word & (1 << (row % 64)) != 0)
    }
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    /// At the start of a cell.
    Start,
    /// Inside a cell without quotes.
    Plain,
    /// Inside quotes.
    Quoted,
    /// After a quote inside quotes: the end of the cell, or a doubled quote.
    Closing,
    /// In the spaces that follow the closing quote of a cell of several lines.
    Trailing,
}

/// Reads all of `input`, whose cells are separated by `separator`; `titles` records stand above the header,
/// blank ones not counted, and may have any width. The rows below are as wide as the header, or `least` cells.
///
/// # Errors
/// Reading failed.
pub fn look(mut input: impl Read, separator: u8, titles: u64, least: usize) -> io::Result<Structure> {
    let mut scanner = Scanner::new(separator, titles, least);
    let mut buffer = vec![0u8; 1 << 18];
    let mut pending = 0; // bytes of a character cut by the end of the last chunk
    loop {
        let read = input.read(&mut buffer[pending..])?;
        if read == 0 {
            let mut found = scanner.finish();
            found.utf8 = pending == 0;
            return Ok(found);
        }
        let filled = pending + read;
        let valid = match std::str::from_utf8(&buffer[..filled]) {
            Ok(_) => filled,
            Err(e) if e.error_len().is_none() => e.valid_up_to(),
            Err(_) => return Ok(Structure::default()),
        };
        scanner.feed(&buffer[..valid]);
        buffer.copy_within(valid..filled, 0);
        pending = filled - valid;
    }
}

/// The lines inside a quoted cell.
#[derive(Default, Clone, Copy)]
struct Inner {
    /// Cells of the record before this one.
    before: usize,
    /// Separators on the line being read; at the end of the cell, on its last line.
    separators: usize,
    /// Separators on the first line, once it has ended.
    first: Option<usize>,
    /// Whole lines between the first and the last.
    lines: u64,
    /// Those with as many separators as a record.
    records: u64,
}

impl Inner {
    fn end_line(&mut self, width: usize) {
        if self.first.is_none() {
            self.first = Some(self.separators);
        } else {
            self.lines += 1;
            self.records += u64::from(self.separators + 1 == width);
        }
        self.separators = 0;
    }

    /// Whether a quote that was never closed took whole records in: three lines or more, nearly all cut like
    /// records, the first completing the record that the cell stands in, the last beginning one that the
    /// `after` cells behind the closing quote complete. A comment meets all of that by no accident.
    fn swallowed(&self, after: usize, width: usize) -> bool {
        width >= 3
            && self.lines >= 3
            && self.records * 10 >= self.lines * 9
            && self.first.is_some_and(|first| self.before + first + 1 == width)
            && self.separators + 1 + after == width
    }
}

#[expect(clippy::struct_excessive_bools, reason = "each says one thing of the bytes read so far")]
struct Scanner {
    separator: u8,
    /// Records above the header that are still to come.
    titles: u64,
    /// Cells that a row has at least.
    least: usize,
    /// Bytes of the chunks before this one.
    before: u64,
    /// Where the cell being read begins, and where the reading has come to.
    start: u64,
    at: u64,
    /// True for the bytes that matter inside a cell without quotes.
    special: [bool; 256],
    state: State,
    found: Structure,
    /// Row being read.
    row: u64,
    cells: usize,
    /// Cells up to the last that is not empty.
    used: usize,
    cell_empty: bool,
    /// The quoted cell being read spans lines.
    multiline: bool,
    /// The cell being read is past the quotes that held several lines.
    after_lines: bool,
    inner: Inner,
    /// A cell of the record being read that holds many lines.
    suspect: Option<Inner>,
    after_return: bool,
    stray: bool,
    odd_line_end: bool,
}

impl Scanner {
    fn new(separator: u8, titles: u64, least: usize) -> Self {
        let mut special = [false; 256];
        for byte in [separator, b'\n', b'\r', b'"'] {
            special[usize::from(byte)] = true;
        }
        Self {
            separator,
            titles,
            least,
            before: 0,
            start: 0,
            at: 0,
            special,
            state: State::Start,
            found: Structure::default(),
            row: 1,
            cells: 0,
            used: 0,
            cell_empty: true,
            multiline: false,
            after_lines: false,
            inner: Inner::default(),
            suspect: None,
            after_return: false,
            stray: false,
            odd_line_end: false,
        }
    }

    fn feed(&mut self, mut bytes: &[u8]) {
        // A byte order mark is no content.
        if self.row == 1 && self.cells == 0 && self.state == State::Start {
            bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        }
        let before = self.before;
        self.before += bytes.len() as u64;
        let mut i = 0;
        while i < bytes.len() {
            self.at = before + i as u64;
            if self.after_return {
                self.after_return = false;
                self.end_record();
                if bytes[i] == b'\n' {
                    i += 1;
                } else {
                    self.odd_line_end = true;
                }
                continue;
            }
            match self.state {
                State::Quoted => {
                    if let Some(at) = memchr::memchr(b'"', &bytes[i..]) {
                        self.note_lines(&bytes[i..i + at]);
                        self.state = State::Closing;
                        i += at + 1;
                    } else {
                        self.note_lines(&bytes[i..]);
                        return;
                    }
                }
                State::Plain => {
                    while i < bytes.len() && !self.special[usize::from(bytes[i])] {
                        i += 1;
                    }
                    self.at = before + i as u64;
                    if i < bytes.len() {
                        self.step(bytes[i]);
                        i += 1;
                    }
                }
                State::Start | State::Closing | State::Trailing => {
                    self.step(bytes[i]);
                    i += 1;
                }
            }
        }
    }

    fn note_lines(&mut self, quoted: &[u8]) {
        self.cell_empty &= quoted.is_empty();
        if !self.multiline {
            self.multiline = memchr::memchr2(b'\n', b'\r', quoted).is_some();
        }
        for at in memchr::memchr2_iter(self.separator, b'\n', quoted) {
            if quoted[at] == self.separator {
                self.inner.separators += 1;
            } else {
                self.inner.end_line(self.found.width);
            }
        }
    }

    fn step(&mut self, byte: u8) {
        match byte {
            b if b == self.separator => self.end_cell(),
            b'\n' => self.end_record(),
            b'\r' => self.after_return = true,
            b'"' => match self.state {
                State::Start => {
                    self.state = State::Quoted;
                    self.multiline = false;
                    self.after_lines = false;
                    self.inner = Inner { before: self.cells, ..Inner::default() };
                }
                State::Closing => {
                    self.cell_empty = false;
                    self.state = State::Quoted;
                }
                _ => self.stray = true,
            },
            _ => {
                if self.state == State::Closing {
                    self.stray = true;
                    // Lines inside the quotes and text right after them: the quote that ends this cell
                    // was meant to open another one.
                    self.after_lines = self.multiline;
                }
                if self.after_lines && byte != b' ' && byte != b'\t' {
                    self.found.unclosed.get_or_insert(self.row);
                    self.after_lines = false;
                }
                self.cell_empty = false;
                // Spaces between a closing quote and the separator are watched one by one.
                self.state = if self.after_lines { State::Trailing } else { State::Plain };
            }
        }
    }

    fn end_cell(&mut self) {
        if self.at - self.start > MAX_CELL_BYTES {
            self.found.large.get_or_insert(self.row);
        }
        self.start = self.at;
        if self.inner.lines >= 3 {
            self.suspect = Some(self.inner);
        }
        self.inner = Inner::default();
        self.after_lines = false;
        self.cells += 1;
        if !self.cell_empty {
            self.used = self.cells;
        }
        self.cell_empty = true;
        self.state = State::Start;
    }

    fn end_record(&mut self) {
        let nothing = self.cells == 0 && self.state == State::Start;
        self.end_cell();
        if let Some(inner) = self.suspect.take()
            && inner.swallowed(self.cells - inner.before - 1, self.found.width)
        {
            self.found.unclosed.get_or_insert(self.row);
        }
        if nothing {
            self.found.blank.insert(self.row);
        } else if self.titles > 0 {
            self.titles -= 1;
            self.found.records += 1;
        } else {
            self.found.records += 1;
            if self.found.width == 0 {
                self.found.width = self.cells.max(self.least);
            } else if self.used > self.found.width {
                self.found.long.get_or_insert((self.row, self.cells));
            } else if self.cells < self.found.width {
                self.found.short = Some(self.found.short.map_or((1, self.row), |(n, first)| (n + 1, first)));
            } else if self.cells > self.found.width {
                self.stray = true;
            }
        }
        self.row += 1;
        self.cells = 0;
        self.used = 0;
    }

    fn finish(mut self) -> Structure {
        self.at = self.before;
        if self.state == State::Quoted {
            self.found.unclosed.get_or_insert(self.row);
        }
        if self.after_return || self.cells > 0 || self.state != State::Start {
            self.end_record();
        }
        self.found.regular =
            !self.stray && !self.odd_line_end && self.found.blank.is_empty() && self.found.short.is_none();
        self.found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Structure {
        look(text.as_bytes(), b',', 0, 0).unwrap()
    }

    #[test]
    fn a_regular_file_is_regular() {
        for text in ["a,b\n1,2\n", "a,b\r\n1,\"x\r\ny\"\r\n", "\u{feff}a,b\n\"1\"\"\",2", "\"a\",b\n,\n"] {
            let found = of(text);
            assert!(found.utf8 && found.regular, "{text:?}: {found:?}");
            assert_eq!((found.records, found.width), (2, 2), "{text:?}");
        }
    }

    #[test]
    fn damage_is_located_by_row() {
        assert_eq!(of("a,b\n1,2\n1,2,3\n").long, Some((3, 3)));
        assert_eq!(of("a,b\n\n1\n2\n").short, Some((2, 3)));
        let blank = of("a,b\n\n1,2\n").blank;
        assert!(blank.contains(2) && !blank.contains(1) && !blank.contains(200));
        assert_eq!(of("a,b\n1,\"x\ny\n2,z\n").unclosed, Some(2));
        assert_eq!(of("a,b\n1,\"x\n2,\"y\"\n3,z\n").unclosed, Some(2));
        // A quote that swallows rows up to the next stray one.
        let rows = "2,x,y\n".repeat(5);
        assert_eq!(of(&format!("a,b,c\n1,\"x,y\n{rows}3,un 15\",z\n")).unclosed, Some(2));
        // Comments that are cut as often as a record, without standing in the place of one.
        let list = "prix,délai,accueil\n".repeat(5);
        assert_eq!(of(&format!("a,b,c\n1,\"mes problèmes\n{list}\",z\n")).unclosed, None);
        assert_eq!(of(&format!("a,b,c\n1,\"mes problèmes\n{list}et c'est tout\",z\n")).unclosed, None);
        assert_eq!(of("a,b\n1,\"x\ny\" \n2,z\n").unclosed, None);
        assert_eq!(of("a,b\n1,\"x\n2,15\" tv\n").unclosed, Some(2));
        assert!(!of("a,b\n1,15\" tv\n").regular);
        assert!(!of("a,b\r1,2\r").regular);
        assert_eq!(of("a,b\r1,2\r").records, 2);
        assert!(!look(&b"a,b\n\xe9,2\n"[..], b',', 0, 0).unwrap().utf8);
    }

    #[test]
    fn titles_have_any_width_and_keep_their_rows() {
        let text = "Enquête 2025\n\nservice,,,,,\na,b\n1,2\n1,2,3\n";
        let found = look(text.as_bytes(), b',', 2, 0).unwrap();
        assert_eq!((found.width, found.records, found.long), (2, 5, Some((6, 3))));
    }

    #[test]
    fn a_cell_longer_than_any_text_is_found() {
        let long = "x".repeat(MAX_CELL_BYTES as usize + 1);
        assert_eq!(of(&format!("a,b\n1,2\n1,\"{long}\"\n")).large, Some(3));
        assert_eq!(of(&format!("a,b\n1,2\n1,{long}")).large, Some(3));
        assert_eq!(of(&format!("a,b\n{}", format!("1,{}\n", "x".repeat(1000)).repeat(20_000))).large, None);
    }

    #[test]
    fn surplus_empty_cells_are_not_an_error() {
        let found = of("a,b\n1,2,,\n");
        assert_eq!((found.long, found.regular), (None, false));
    }

    proptest::proptest! {
        #[test]
        fn records_are_those_of_the_csv_crate(text in "[a ,\"\n]{0,30}") {
            let found = of(&text);
            let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
            let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
            if found.unclosed.is_none() {
                proptest::prop_assert_eq!(found.records, records.len() as u64);
                proptest::prop_assert_eq!(found.width, records.first().map_or(0, csv::StringRecord::len));
            }
        }

        #[test]
        fn chunks_do_not_matter(text in "[a,\"\n\ré]{0,40}", cut in 1usize..5) {
            struct Slow<'a>(&'a [u8], usize);
            impl Read for Slow<'_> {
                fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
                    let n = self.0.len().min(self.1).min(out.len());
                    out[..n].copy_from_slice(&self.0[..n]);
                    self.0 = &self.0[n..];
                    Ok(n)
                }
            }
            let whole = of(&text);
            let slow = look(Slow(text.as_bytes(), cut), b',', 0, 0).unwrap();
            proptest::prop_assert_eq!(whole, slow);
        }
    }
}
