//! The files that the figures come from, with their fingerprints.

use super::sheet::{Cell, Heading, Line, LineKind, Sheet};
use crate::report::Report;
use crate::report::provenance::{files, verifying};
use crate::report::words::Words;

/// One line a file; none where no fingerprint was taken.
pub(super) fn sheet(words: &Words<'_>, report: &Report) -> Option<Sheet> {
    let line = |(file, what): (crate::read::InputFile, &str)| {
        let cells = vec![Cell::Text(file.name), Cell::text(what), Cell::Text(file.sha256)];
        Line::of(LineKind::Plain, cells)
    };
    let lines: Vec<Line> = files(words, report).into_iter().map(line).collect();
    if lines.is_empty() {
        return None;
    }
    let headings: [Heading; 3] = [
        ("file", pick!(words, report::file).to_owned()),
        ("what", pick!(words, report::what_it_holds).to_owned()),
        ("sha256", pick!(words, report::fingerprint_sha_256).to_owned()),
    ];
    let tab = pick!(words, sheets::provenance);
    let title = pick!(words, report::where_these_figures_come_from).to_owned();
    let mut sheet = Sheet::table(tab, title, verifying(words, report), &headings, lines, Vec::new());
    // A fingerprint is read, and copied, on one line.
    if let Some(width) = sheet.widths.last_mut() {
        *width = 68.0;
    }
    Some(sheet)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::report::sample;

    #[test]
    fn every_file_has_its_whole_fingerprint() {
        let report = sample::centre(Lang::Fr);
        let words = Words::new(&report);
        let found = sheet(&words, &report).unwrap();
        let (header, last) = found.table.unwrap();
        let all = files(&words, &report);
        assert_eq!(last - header, all.len());
        assert!(found.widths[2] > 64.0);
        assert_eq!(found.lines[header + 1].cells[2], Cell::text(all[0].0.sha256.clone()));
        let none = sample::empty(Lang::Fr);
        assert!(sheet(&Words::new(&none), &none).is_none());
    }
}
