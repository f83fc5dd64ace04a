//! Lines of a text file, and its words without what only a screen needs.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::super::{Expected, TranscriptError, Utterance};

/// Most characters of a line that an error shows.
const SHOWN: usize = 60;

/// The lines of a text, whatever ends them (CRLF, LF or CR), without a byte-order mark; the first one is line 1.
pub(super) fn lines(text: &str) -> Vec<&str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['\r', '\n']) {
        lines.push(&rest[..at]);
        let after = &rest[at..];
        rest = after.strip_prefix("\r\n").unwrap_or(&after[1..]);
    }
    lines.push(rest);
    lines
}

/// The number of the line at a place in what [`lines`] gives.
pub(super) fn number(at: usize) -> u64 {
    at as u64 + 1
}

/// Whether a character shows nothing and parts nothing.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\0')
}

/// A text on one line, single spaces, nothing invisible.
pub(super) fn squeeze(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut space = false;
    for c in text.chars().filter(|c| !is_invisible(*c)) {
        if c.is_whitespace() {
            space = !line.is_empty();
        } else {
            if std::mem::take(&mut space) {
                line.push(' ');
            }
            line.push(c);
        }
    }
    line
}

/// What an error shows of a line.
pub(super) fn shown(line: &str) -> String {
    let line = squeeze(line);
    match line.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}

/// The error of a line, by its place in what [`lines`] gives.
pub(super) fn malformed(file: &str, at: usize, found: &str, expected: Expected) -> TranscriptError {
    TranscriptError::Malformed { file: file.to_owned(), line: number(at), found: shown(found), expected }
}

/// The utterances, or the error of a file that holds no word.
pub(super) fn spoken(utterances: Vec<Utterance>, file: &str) -> Result<Vec<Utterance>, TranscriptError> {
    if utterances.is_empty() { Err(TranscriptError::Empty { file: file.to_owned() }) } else { Ok(utterances) }
}

/// In lower case, without accents: how words of a format are compared.
pub(super) fn fold(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).nfd().filter(|c| !is_combining_mark(*c)).collect()
}

/// The beginning of a text that is enough to tell its format.
pub(super) fn head(text: &str) -> &str {
    &text[..text.floor_char_boundary(4096)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_end_of_line_counts_once() {
        assert_eq!(lines("\u{feff}a\r\nb\rc\n\nd"), ["a", "b", "c", "", "d"]);
        assert_eq!(lines("a\n"), ["a", ""]);
    }

    #[test]
    fn texts_are_tidied() {
        assert_eq!(squeeze(" un\u{a0}:  deux\u{200b}\ttrois "), "un : deux trois");
        assert_eq!(fold("Début"), "debut");
        assert_eq!(shown(&"é".repeat(70)).chars().count(), 61);
    }
}
