//! What is known of calls beside their words: a table with a row a call.

use std::collections::{BTreeMap, BTreeSet};

use jiff::SignedDuration;
use jiff::civil::DateTime;

use super::open::base;
use super::{About, Call, TranscriptError};
use crate::Lang;
use crate::centre::{parse_moment, yes};
use crate::study::{DateFormat, fold, parse_answer, parse_out_of, tidy, words};

/// Headers of the column that names the call, without their small words.
const CALL: &str = "id appel|appel id|call id|id call|appel|call|numero appel|n appel|no appel|num appel|ref appel|\
                    reference appel|identifiant appel|callid|idappel|ucid|interaction id|id interaction|conversation id|\
                    id conversation|contact id|id contact|id communication|fichier|nom fichier|file|file name|filename|\
                    fichier audio|audio file|audio|recording|recording id|enregistrement|id enregistrement|transcript|\
                    transcript id|transcription|id transcription|fichier transcription|identifiant|id";
const AGENT: &str = "agent|conseiller|conseillere|teleconseiller|agent id|id agent|agent name|nom agent|nom conseiller|\
                     id conseiller|matricule|login|operateur|operatrice|collaborateur|charge clientele|advisor|adviser|\
                     operator|employee|representative|rep|user";
const QUEUE: &str = "queue|file attente|file d attente|queue name|nom file|service|competence|skill|groupe|activite|\
                     campagne|campaign|departement|department|equipe|team";
const DATE: &str = "date|date appel|call date|date heure|date heure appel|datetime|date time|timestamp|horodatage|\
                    date debut|start date|debut|debut appel|start|start time|started|call start|heure debut|jour|day";
const TIME: &str = "heure|heure appel|time|call time|hour|time day";
const SCORE: &str = "note|score|satisfaction|note satisfaction|note client|satisfaction client|csat|nps|ces|\
                     score satisfaction|customer satisfaction|customer score|rating|evaluation client|note donnee";
const RESOLVED: &str = "resolu|resolved|resolution|fcr|probleme resolu|issue resolved|demande resolue|resolue|\
                        resolu premier appel|resolu premier contact|first call resolution|first contact resolution|\
                        motif resolu|appel resolu";
/// Words of a header that change nothing.
const SMALL: &str = "de|du|des|la|le|les|l|d|en|au|a|of|the|in|at|par|by|et|and";

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

/// What does not fit between metadata and calls. Rows are numbered as the spreadsheet numbers them.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum MetadataIssue {
    /// A date that cannot be read: the call has none.
    Date {
        /// Row.
        row: u64,
        /// Header of its column.
        column: String,
        /// What is there.
        found: String,
    },
    /// A row that names no call.
    Unnamed {
        /// Row.
        row: u64,
    },
    /// A row of which the call is not there.
    RowWithoutCall {
        /// Row.
        row: u64,
        /// The call.
        id: String,
    },
    /// A row that fits several calls, in different folders: none takes it.
    Ambiguous {
        /// Row.
        row: u64,
        /// What it names.
        id: String,
        /// The calls.
        calls: Vec<String>,
    },
    /// A second row for a call: the first holds.
    Twice {
        /// The call.
        id: String,
        /// Row that holds.
        first: u64,
        /// Row that is set aside.
        row: u64,
    },
    /// A call of which nothing is known.
    CallWithoutRow {
        /// The call.
        call: String,
    },
}

impl MetadataIssue {
    /// The issue in words.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let text = match self {
            Self::Date { row, column, found } => {
                let (column, found) = (lang.quote(column), lang.quote(found));
                lang.pick(
                    format!("ligne {row}, colonne {column} : {found} n’est pas une date. Écrivez par exemple 31/12/2025 14:30."),
                    format!("row {row}, column {column}: {found} is no date. Write for instance 2025-12-31 14:30."),
                )
            }
            Self::Unnamed { row } => lang
                .pick(format!("ligne {row} : aucun appel nommé."), format!("row {row}: no call is named.")),
            Self::RowWithoutCall { row, id } => {
                let id = lang.quote(id);
                lang.pick(
                    format!("ligne {row} : aucune transcription pour l’appel {id}."),
                    format!("row {row}: no transcript for call {id}."),
                )
            }
            Self::Ambiguous { row, id, calls } => {
                let id = lang.quote(id);
                let calls = calls.join(", ");
                lang.pick(
                    format!("ligne {row} : {id} peut être l’un de ces appels : {calls}. Ajoutez le dossier au nom."),
                    format!("row {row}: {id} may be any of these calls: {calls}. Put the folder in the name."),
                )
            }
            Self::Twice { id, first, row } => {
                let id = lang.quote(id);
                lang.pick(
                    format!("ligne {row} : l’appel {id} a déjà la ligne {first}, qui est gardée."),
                    format!("row {row}: call {id} already has row {first}, which is kept."),
                )
            }
            Self::CallWithoutRow { call } => {
                let call = lang.quote(call);
                lang.pick(
                    format!("appel {call} : aucune ligne de métadonnées."),
                    format!("call {call}: no row of metadata."),
                )
            }
        };
        lang.typeset(text)
    }
}

/// Which column says what.
#[derive(Debug, Default)]
struct Columns {
    calls: Vec<usize>,
    agent: Option<usize>,
    queue: Option<usize>,
    date: Option<usize>,
    time: Option<usize>,
    score: Option<usize>,
    resolved: Option<usize>,
}

impl Columns {
    fn of(headers: &[String]) -> Self {
        let all: Vec<Vec<String>> = headers.iter().map(|header| bare(header)).collect();
        let mut calls = Vec::new();
        for pattern in patterns(CALL) {
            calls.extend((0..all.len()).filter(|i| same(&all[*i], &pattern)));
        }
        let mut taken: BTreeSet<usize> = calls.iter().copied().collect();
        let lists = [AGENT, QUEUE, DATE, TIME, SCORE, RESOLVED];
        let mut found = [None; 6];
        // What is named exactly comes before what is named among other words.
        for exact in [true, false] {
            for (list, found) in lists.iter().zip(&mut found) {
                if found.is_some() {
                    continue;
                }
                let fits = |words: &Vec<String>, pattern: &Vec<String>| {
                    if exact {
                        return same(words, pattern);
                    }
                    pattern.iter().all(|word| words.contains(word)) && 2 * pattern.len() >= words.len()
                };
                let column = patterns(list).find_map(|pattern| {
                    (0..all.len()).find(|i| !taken.contains(i) && fits(&all[*i], &pattern))
                });
                if let Some(column) = column {
                    taken.insert(column);
                    *found = Some(column);
                }
            }
        }
        let [agent, queue, date, time, score, resolved] = found;
        Self { calls, agent, queue, date, time, score, resolved }
    }

    fn others(&self, columns: usize) -> Vec<usize> {
        let named = [self.agent, self.queue, self.date, self.time, self.score, self.resolved];
        (0..columns).filter(|i| !self.calls.contains(i) && !named.contains(&Some(*i))).collect()
    }
}

fn bare(header: &str) -> Vec<String> {
    words(header).into_iter().filter(|word| !SMALL.split('|').any(|small| small == word)).collect()
}

fn patterns(list: &str) -> impl Iterator<Item = Vec<String>> {
    list.split('|').map(bare)
}

/// Whether two headers have the same words, in whatever order.
fn same(a: &[String], b: &[String]) -> bool {
    !a.is_empty() && a.len() == b.len() && a.iter().all(|word| b.contains(word))
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
                [call] => match rows[*call] {
                    Some(first) => {
                        issues.push(MetadataIssue::Twice { id: calls[*call].id.clone(), first, row: number });
                    }
                    None => {
                        rows[*call] = Some(number);
                        calls[*call].about = row.about.clone();
                    }
                },
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
struct Index([BTreeMap<String, Vec<usize>>; 3]);

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
            for name in [name.as_str(), bare, last(&name), last(bare)] {
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

/// Columns that say something else, each with a name of its own.
fn others(headers: &[String], columns: &Columns) -> Vec<(usize, String)> {
    let mut taken = BTreeSet::new();
    let mut others = Vec::new();
    for column in columns.others(headers.len()) {
        let header = tidy(&headers[column]);
        if header.is_empty() {
            continue;
        }
        let mut name = header.clone();
        let mut number = 2;
        while !taken.insert(name.clone()) {
            name = format!("{header} ({number})");
            number += 1;
        }
        others.push((column, name));
    }
    others
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
