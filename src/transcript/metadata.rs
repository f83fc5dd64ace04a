//! What is known of calls beside their words: a table with a row a call.

mod columns;
mod issue;

use std::collections::BTreeMap;

use jiff::SignedDuration;
use jiff::civil::DateTime;

use self::columns::{Columns, others};
pub use self::issue::MetadataIssue;
use super::open::base;
use super::{About, Call, TranscriptError};
use crate::centre::{parse_moment, yes};
use crate::study::{DateFormat, fold, parse_answer, parse_out_of, tidy};

/// What is known of calls, row by row.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Metadata {
    rows: Vec<Row>,
    issues: Vec<MetadataIssue>,
}

#[derive(Debug, Clone, PartialEq)]
struct Row {
    number: u64,
    /// As the columns that name the call write it.
    names: Vec<String>,
    about: About,
}

impl Metadata {
    /// Reads a table: its headers, and its rows with the number that the spreadsheet gives them. Columns are known by
    /// their headers, in French or in English: the call (`id_appel`, `fichier`, `call_id`…), the agent, the queue,
    /// the date and the time, the score and whether the matter was settled; the others are kept as they are.
    ///
    /// Of several columns that name calls, any may be the one that fits. A score that is no number is none; a date
    /// that cannot be read is told by [`Metadata::apply`]. Whether days come before months is read off the column.
    ///
    /// # Errors
    /// No column names the calls.
    ///
    /// ```
    /// use barometre::transcript::{Call, Metadata};
    /// let headers = ["Fichier", "Conseiller", "Note"].map(String::from);
    /// let rows = [(2, ["A12.wav", "Léa", "3,5"].map(String::from).to_vec())];
    /// let metadata = Metadata::from_rows(&headers, rows.into_iter(), "appels.csv").unwrap();
    /// let mut calls = [Call::new("a12", "a12.json", Vec::new())];
    /// assert!(metadata.apply(&mut calls).is_empty());
    /// assert_eq!((calls[0].about.agent.as_deref(), calls[0].about.score), (Some("Léa"), Some(3.5)));
    /// ```
    pub fn from_rows(
        headers: &[String],
        rows: impl Iterator<Item = (u64, Vec<String>)>,
        file: &str,
    ) -> Result<Self, TranscriptError> {
        let columns = Columns::of(headers);
        if columns.calls.is_empty() {
            return Err(TranscriptError::NoCallColumn { file: file.to_owned(), headers: headers.to_vec() });
        }
        let filled = |row: &(u64, Vec<String>)| row.1.iter().any(|cell| !cell.trim().is_empty());
        let rows: Vec<(u64, Vec<String>)> = rows.filter(filled).collect();
        let cell = |row: &[String], column: Option<usize>| {
            column.and_then(|i| row.get(i)).map(|cell| tidy(cell)).filter(|cell| !cell.is_empty())
        };
        let dates = rows.iter().filter_map(|row| cell(&row.1, columns.date));
        let format = date_format(&dates.collect::<Vec<_>>());
        let others = others(headers, &columns);
        let mut metadata = Self::default();
        for (number, row) in rows {
            let names: Vec<String> =
                columns.calls.iter().filter_map(|column| cell(&row, Some(*column))).collect();
            let mut about = About {
                agent: cell(&row, columns.agent),
                queue: cell(&row, columns.queue),
                date: None,
                score: cell(&row, columns.score).and_then(|cell| score(&cell)),
                resolved: cell(&row, columns.resolved).and_then(|cell| yes(&cell)),
                others: BTreeMap::new(),
                row: Some(number),
            };
            if let Some(found) = cell(&row, columns.date) {
                about.date = moment(&found, format, cell(&row, columns.time).as_deref());
                if about.date.is_none() {
                    let column = columns.date.and_then(|i| headers.get(i)).cloned().unwrap_or_default();
                    metadata.issues.push(MetadataIssue::Date { row: number, column, found });
                }
            }
            for (column, name) in &others {
                if let Some(value) = cell(&row, Some(*column)) {
                    about.others.insert(name.clone(), value);
                }
            }
            metadata.rows.push(Row { number, names, about });
        }
        Ok(metadata)
    }

    /// Gives each call what is known of it, and tells what does not fit: dates that cannot be read, rows without
    /// their call, calls with two rows, calls without any. A row names a call by its id or its file, with or without
    /// folders and ending, whatever the case.
    pub fn apply(&self, calls: &mut [Call]) -> Vec<MetadataIssue> {
        let index = Index::of(calls);
        let mut issues = self.issues.clone();
        let mut rows: Vec<Option<u64>> = vec![None; calls.len()];
        for row in &self.rows {
            let number = row.number;
            let Some(id) = row.names.first().cloned() else {
                issues.push(MetadataIssue::Unnamed { row: number });
                continue;
            };
            let found = row.names.iter().map(|name| index.find(name)).find(|found| !found.is_empty());
            match found.unwrap_or_default() {
                [] => issues.push(MetadataIssue::RowWithoutCall { row: number, id }),
                [call] => {
                    if let Some(first) = rows[*call] {
                        issues.push(MetadataIssue::Twice { id: calls[*call].id.clone(), first, row: number });
                    } else {
                        rows[*call] = Some(number);
                        calls[*call].about = row.about.clone();
                    }
                }
                several => {
                    let calls = several.iter().map(|call| calls[*call].id.clone()).collect();
                    issues.push(MetadataIssue::Ambiguous { row: number, id, calls });
                }
            }
        }
        let without = calls.iter().zip(&rows).filter(|(_, row)| row.is_none());
        issues.extend(without.map(|(call, _)| MetadataIssue::CallWithoutRow { call: call.id.clone() }));
        issues
    }
}

/// Calls by what a row may call them: the surest names first.
struct Index([BTreeMap<String, Vec<usize>>; 4]);

impl Index {
    fn of(calls: &[Call]) -> Self {
        let mut index = Self(std::array::from_fn(|_| BTreeMap::new()));
        let mut of_file: BTreeMap<&str, usize> = BTreeMap::new();
        for call in calls {
            *of_file.entry(&call.file).or_default() += 1;
        }
        for (i, call) in calls.iter().enumerate() {
            // One file of several calls names none of them.
            let own = of_file.get(call.file.as_str()) == Some(&1);
            index.add(0, &call.id, i);
            index.add(1, without_ending(&call.id), i);
            index.add(2, last(&call.id), i);
            // Excel makes 1 of 001.
            index.add(3, call.id.trim_start_matches('0'), i);
            if own {
                index.add(1, &call.file, i);
                index.add(1, without_ending(&call.file), i);
                index.add(2, last(&call.file), i);
                index.add(2, without_ending(last(&call.file)), i);
            }
        }
        index
    }

    fn add(&mut self, level: usize, name: &str, call: usize) {
        let calls = self.0[level].entry(key(name)).or_default();
        if !calls.contains(&call) {
            calls.push(call);
        }
    }

    fn find(&self, name: &str) -> &[usize] {
        let name = key(name);
        let bare = without_ending(&name);
        for level in &self.0 {
            for name in [name.as_str(), bare, last(&name), last(bare), name.trim_start_matches('0')] {
                if let Some(calls) = level.get(name) {
                    return calls;
                }
            }
        }
        &[]
    }
}

fn key(name: &str) -> String {
    fold(&name.replace('\\', "/")).trim_start_matches("./").to_owned()
}

fn last(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// The name without an ending that is one: the 5 of `2025.5` is none.
fn without_ending(name: &str) -> &str {
    let ending = super::format::ending(name);
    if ending.chars().any(char::is_alphabetic) && ending.len() <= 5 { base(name) } else { name }
}

fn score(cell: &str) -> Option<f64> {
    parse_out_of(cell).map(|score| score.0).or_else(|| parse_answer(cell)).filter(|score| score.is_finite())
}

/// The format that reads most dates of a column; days come before months where nothing tells.
fn date_format(cells: &[String]) -> DateFormat {
    let read = |format| cells.iter().filter(|cell| parse_moment(cell, format, None).is_some()).count();
    let mut best = (0, DateFormat::DayFirst);
    for format in DateFormat::TEXT.into_iter().chain(DateFormat::DIGITS) {
        let read = read(format);
        if read > best.0 {
            best = (read, format);
        }
    }
    best.1
}

/// A moment by the clock that the cell is written with. An hour that cannot be read leaves the day.
fn moment(cell: &str, format: DateFormat, time: Option<&str>) -> Option<DateTime> {
    let moment = parse_moment(cell, format, time).or_else(|| parse_moment(cell, format, None))?;
    let epoch = DateTime::constant(1970, 1, 1, 0, 0, 0, 0);
    epoch.checked_add(SignedDuration::from_millis(moment.written)).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::Lang;

    fn table(text: &str) -> Result<Metadata, TranscriptError> {
        let mut lines = (1u64..).zip(text.lines());
        let cells = |line: &str| line.split(';').map(str::to_owned).collect::<Vec<_>>();
        let headers = lines.next().map(|line| cells(line.1)).unwrap();
        Metadata::from_rows(&headers, lines.map(|(row, line)| (row, cells(line))), "appels.csv")
    }

    fn calls(names: &[(&str, &str)]) -> Vec<Call> {
        names.iter().map(|(id, file)| Call::new(id, file, Vec::new())).collect()
    }

    #[test]
    fn french_and_english_headers_say_the_same() {
        for text in [
            "ID appel;Conseiller;File d’attente;Date de l’appel;Heure;Note de satisfaction;Résolu;Région\n\
             a1;Inès;Factures;03/04/2025;14h30;4,5;oui;Sud\na2;;;;;NSP;non résolu;\n",
            "call_id,agent_name,queue,call_date,time,csat,resolved,Région\n\
             a1,Inès,Factures,2025-04-03,2:30 PM,4.5,yes,Sud\na2,,,,,,no,\n"
                .replace(',', ";")
                .as_str(),
        ] {
            let mut found = calls(&[("a1", "a1.json"), ("a2", "a2.srt")]);
            assert_eq!(table(text).unwrap().apply(&mut found), []);
            let about = &found[0].about;
            assert_eq!(
                (
                    about.agent.as_deref(),
                    about.queue.as_deref(),
                    about.date,
                    about.score,
                    about.resolved,
                    about.row
                ),
                (
                    Some("Inès"),
                    Some("Factures"),
                    Some(date(2025, 4, 3).at(14, 30, 0, 0)),
                    Some(4.5),
                    Some(true),
                    Some(2)
                ),
                "{text}"
            );
            assert_eq!(about.others, BTreeMap::from([("Région".to_owned(), "Sud".to_owned())]));
            assert_eq!(
                found[1].about,
                About { resolved: Some(false), row: Some(3), ..About::default() },
                "{text}"
            );
        }
    }

    #[test]
    fn a_row_finds_its_call_whatever_the_case_and_the_ending() {
        let text = "fichier;note\nA1.WAV;1\njanvier\\b2.mp3;2\nC3;3\n2025.5;4\n";
        let mut found = calls(&[
            ("a1", "a1.wav.json"),
            ("b2", "janvier/b2.srt"),
            ("c3", "x/y/c3.vtt"),
            ("2025", "2025.srt"),
            ("2025.5", "2025.5.srt"),
        ]);
        let issues = table(text).unwrap().apply(&mut found);
        assert_eq!(issues, [MetadataIssue::CallWithoutRow { call: "2025".into() }]);
        let scores: Vec<_> = found.iter().map(|call| call.about.score).collect();
        assert_eq!(scores, [Some(1.0), Some(2.0), Some(3.0), None, Some(4.0)]);
    }

    #[test]
    fn what_does_not_fit_is_told() {
        let text = "appel;date\na;31/12/2025\na;1/1/2026\n;2/1/2026\nz;3/1/2026\nb;bientôt\nc;\n";
        let mut found = calls(&[("a", "a.srt"), ("b", "b.srt"), ("1/c", "1/c.srt"), ("2/c", "2/c.srt")]);
        let issues = table(text).unwrap().apply(&mut found);
        let without = |call: &str| MetadataIssue::CallWithoutRow { call: call.into() };
        assert_eq!(
            issues,
            [
                MetadataIssue::Date { row: 6, column: "date".into(), found: "bientôt".into() },
                MetadataIssue::Twice { id: "a".into(), first: 2, row: 3 },
                MetadataIssue::Unnamed { row: 4 },
                MetadataIssue::RowWithoutCall { row: 5, id: "z".into() },
                MetadataIssue::Ambiguous { row: 7, id: "c".into(), calls: vec!["1/c".into(), "2/c".into()] },
                without("1/c"),
                without("2/c"),
            ]
        );
        assert_eq!(found[0].about.date, Some(date(2025, 12, 31).at(0, 0, 0, 0)));
        assert_eq!(found[1].about.date, None);
        for issue in &issues {
            assert_ne!(issue.message(Lang::Fr), issue.message(Lang::En));
        }
    }

    #[test]
    fn the_column_says_whether_days_come_first() {
        for (text, expected) in [
            ("call id;date\na;03/04/2025\nb;12/31/2025\n", date(2025, 3, 4)),
            ("call id;date\na;03/04/2025\nb;31/12/2025\n", date(2025, 4, 3)),
            ("call id;date\na;03/04/2025\n", date(2025, 4, 3)),
            ("call id;date\na;20250403\n", date(2025, 4, 3)),
            ("call id;date\na;45750,5\n", date(2025, 4, 3)),
        ] {
            let mut found = calls(&[("a", "a.srt"), ("b", "b.srt")]);
            table(text).unwrap().apply(&mut found);
            assert_eq!(found[0].about.date.map(DateTime::date), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_table_that_names_no_call_is_refused() {
        let error = table("date;durée d’appel\n1/1/2026;12\n").unwrap_err();
        assert!(matches!(&error, TranscriptError::NoCallColumn { headers, .. } if headers.len() == 2));
        assert!(error.message(Lang::Fr).contains("«\u{a0}durée d’appel\u{a0}»"));
    }

    proptest! {
        #[test]
        fn any_table_is_read(
            headers in prop::collection::vec("id|date|note|heure|résolu|\\PC{0,6}", 1..7),
            rows in prop::collection::vec(prop::collection::vec("a|oui|[0-9]{1,4}[/.:-]?[0-9]{0,4}|\\PC{0,9}", 0..8), 0..9),
        ) {
            let numbered = (2u64..).zip(rows);
            if let Ok(metadata) = Metadata::from_rows(&headers, numbered, "x.csv") {
                let mut found = calls(&[("a", "a.srt"), ("oui", "x/oui.json")]);
                let issues = metadata.apply(&mut found);
                let named = found.iter().filter(|call| call.about.row.is_some()).count();
                let without = |issue: &&MetadataIssue| matches!(issue, MetadataIssue::CallWithoutRow { .. });
                prop_assert_eq!(named + issues.iter().filter(without).count(), found.len());
            }
        }
    }
}
