//! Reading evaluations from the rows of a sheet.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime};

use super::columns::{Columns, Marks, Subject, subject};
use super::word::Word;
use super::{Evaluation, EvaluationError, EvaluationFault, Evaluations, ItemSpec, Known};
use crate::study::{DateCounts, DateFormat, fold, parse_date};
use crate::transcript::Drawable;

/// A cell with a mark, and where it stands.
struct Cell<'r> {
    row: u64,
    column: &'r str,
    text: &'r str,
    subject: Subject,
}

type Rows = Vec<(u64, Vec<String>)>;

impl Evaluations {
    /// Reads the rows of a sheet, each with its number as the spreadsheet counts it, under these headers: a column
    /// each for the call, the evaluator, the date, active listening, and one for each item of the grid, named by its
    /// id or its label; or, the long form, columns for the item and its mark. Evaluator and date may be absent.
    ///
    /// A mark is `oui`, `non`, `1`, `0`, or `NA`, `NC`, `sans objet` where the item does not apply; on an item with a
    /// scale, a number of that scale. `NC` is “non conforme” in a sheet that also marks `C`. An empty cell is no mark.
    /// Where an evaluator marks a call twice, the last row counts. Nothing is dropped in silence:
    /// [`Evaluations::faults`] says what does not count, [`Evaluations::unmarked`] which rows are still blank.
    ///
    /// # Errors
    /// No column names the call, or none holds a mark.
    ///
    /// ```
    /// use barometre::transcript::Drawable;
    /// use barometre::transcript::evaluation::{Evaluations, ItemSpec};
    /// let text = |cells: &[&str]| cells.iter().map(|cell| cell.to_string()).collect::<Vec<String>>();
    /// let items = [ItemSpec { id: "accueil".into(), weight: 1.0, ..ItemSpec::default() }];
    /// let calls = [Drawable { id: "a-17", agent: Some("Lou"), date: None }];
    /// let headers = text(&["Appel", "Évaluateur", "Écoute active", "Accueil"]);
    /// let rows = [(2, text(&["a-17", "Ana", "oui", "non"])), (3, text(&["a-18", "Ana", "peut-être", "NA"]))];
    /// let read = Evaluations::read(&headers, rows, &items, &calls).unwrap();
    /// assert_eq!((read.human("a-17"), read.human_item("a-17", "accueil")), (Some(true), Some(false)));
    /// assert_eq!(read.faults().len(), 2);
    /// ```
    pub fn read(
        headers: &[String],
        rows: impl IntoIterator<Item = (u64, Vec<String>)>,
        items: &[ItemSpec],
        calls: &[Drawable<'_>],
    ) -> Result<Self, EvaluationError> {
        let rows: Rows =
            rows.into_iter().filter(|(_, cells)| cells.iter().any(|c| !c.trim().is_empty())).collect();
        let mut read = Self { items: items.to_vec(), ..Self::default() };
        let columns = Columns::find(headers, items, &mut read.faults)?;
        for at in &columns.unknown {
            read.faults.push(unknown_column(&headers[*at], *at, &rows));
        }
        let mut calls = calls.to_vec();
        calls.sort_unstable();
        calls.dedup_by_key(|call| call.id);
        for call in calls {
            let agent = call.agent.filter(|agent| !agent.trim().is_empty()).map(str::to_owned);
            read.calls.insert(call.id.to_owned(), Known { agent, date: call.date.map(DateTime::date) });
        }
        read.fill(headers, &rows, &columns);
        Ok(read)
    }

    fn fill(&mut self, headers: &[String], rows: &Rows, columns: &Columns) {
        let ids: BTreeMap<String, String> =
            self.calls.keys().map(|id| (id.trim().to_owned(), id.clone())).collect();
        let nc_fails = nc_fails(rows, columns);
        let format = date_format(rows, columns.date);
        let mut nc: Option<(u64, String, u64)> = None;
        // By call and evaluator: the place of the evaluation, and the rows of its marks.
        let mut places: BTreeMap<(String, String), usize> = BTreeMap::new();
        let mut marked: BTreeMap<(usize, Subject), u64> = BTreeMap::new();
        for (row, cells) in rows {
            let row = *row;
            let cell = |at: usize| cells.get(at).map_or("", |cell| cell.trim());
            let call = cell(columns.call);
            let call_column = || headers[columns.call].clone();
            if call.is_empty() {
                self.faults.push(EvaluationFault::NoCall { row, column: call_column() });
                continue;
            }
            let marked_cells = self.cells(row, headers, cells, columns);
            if marked_cells.is_empty() {
                self.unmarked.push(row);
                continue;
            }
            let known = ids.get(call);
            let call = known.cloned().unwrap_or_else(|| call.to_owned());
            let evaluator = columns.evaluator.map(cell).filter(|name| !name.is_empty());
            let key = (call.clone(), evaluator.map(fold).unwrap_or_default());
            let first = *places.entry(key).or_insert(self.heard.len());
            let new = first == self.heard.len();
            if new {
                let evaluator = evaluator.map(str::to_owned);
                let call = call.clone();
                self.heard.push(Evaluation {
                    call,
                    evaluator,
                    date: None,
                    row,
                    listening: None,
                    marks: BTreeMap::new(),
                });
            }
            if new && known.is_none() {
                self.faults.push(EvaluationFault::UnknownCall {
                    row,
                    column: call_column(),
                    call: call.clone(),
                });
            }
            if !new && matches!(columns.marks, Marks::Wide(_)) {
                let earlier = &mut self.heard[first];
                self.faults.push(EvaluationFault::Repeated { row, before: earlier.row, call: call.clone() });
                (earlier.row, earlier.listening, earlier.date) = (row, None, None);
                earlier.marks.clear();
            }
            if let Some(at) = columns.date {
                self.date(first, (row, &headers[at], cell(at)), format);
            }
            for cell in marked_cells {
                let twice = marked.insert((first, cell.subject), row);
                if let (Some(before), Marks::Long(..)) = (twice, &columns.marks) {
                    self.faults.push(EvaluationFault::Repeated { row, before, call: call.clone() });
                }
                if nc_fails && Word::read(cell.text) == Some(Word::Nc) {
                    nc.get_or_insert((row, cell.column.to_owned(), 0)).2 += 1;
                }
                self.put(first, &cell, nc_fails);
            }
        }
        for (at, evaluation) in self.heard.iter().enumerate() {
            self.by_call.entry(evaluation.call.clone()).or_default().push(at);
        }
        if let Some((row, column, cells)) = nc {
            self.faults.push(EvaluationFault::ReadAsFailed { row, column, cells });
        }
    }

    /// The cells with marks of a row; in the long form one, or none where the grid does not know the item.
    fn cells<'r>(
        &mut self,
        row: u64,
        headers: &'r [String],
        cells: &'r [String],
        columns: &Columns,
    ) -> Vec<Cell<'r>> {
        let text = |at: usize| cells.get(at).map_or("", |cell| cell.trim());
        match &columns.marks {
            Marks::Wide(wide) => wide
                .iter()
                .map(|(at, subject)| Cell { row, column: &headers[*at], text: text(*at), subject: *subject })
                .filter(|cell| !cell.text.is_empty())
                .collect(),
            Marks::Long(item, mark) => {
                let (name, mark_text) = (text(*item), text(*mark));
                if let Some(subject) = subject(name, &self.items) {
                    let cell = Cell { row, column: &headers[*mark], text: mark_text, subject };
                    return if cell.text.is_empty() { Vec::new() } else { vec![cell] };
                }
                let (column, item) = (headers[*item].clone(), name.to_owned());
                self.faults.push(EvaluationFault::UnknownItem { row, column, item });
                Vec::new()
            }
        }
    }

    fn date(&mut self, at: usize, (row, column, text): (u64, &String, &str), format: DateFormat) {
        if text.is_empty() {
            return;
        }
        let read: Option<Date> = parse_date(text)
            .and_then(|reading| reading.date(format))
            .or_else(|| DateFormat::Serial.read(text))
            .or_else(|| DateFormat::DayFirst.read(text));
        self.heard[at].date = read.or(self.heard[at].date);
        if read.is_none() {
            let (column, found) = (column.clone(), text.to_owned());
            self.faults.push(EvaluationFault::UnreadableDate { row, column, found });
        }
    }

    fn put(&mut self, at: usize, cell: &Cell<'_>, nc_fails: bool) {
        let scale = match cell.subject {
            Subject::Listening => None,
            Subject::Item(item) => self.items[item].scale,
        };
        let mark = Word::read(cell.text).and_then(|word| word.mark(scale, nc_fails));
        let evaluation = &mut self.heard[at];
        match (cell.subject, mark) {
            (_, None) => {
                let (row, column, found) = (cell.row, cell.column.to_owned(), cell.text.to_owned());
                self.faults.push(EvaluationFault::UnreadableMark { row, column, found, scale });
            }
            (Subject::Listening, Some(mark)) => evaluation.listening = mark.value().map(|value| value > 0.0),
            (Subject::Item(item), Some(mark)) => {
                evaluation.marks.insert(item, mark);
            }
        }
    }
}

/// A column that is none of a sheet: an item that the grid lacks where all its cells are marks.
fn unknown_column(header: &str, at: usize, rows: &Rows) -> EvaluationFault {
    let column = header.to_owned();
    let mut cells =
        rows.iter().filter_map(|(_, cells)| cells.get(at)).filter(|c| !c.trim().is_empty()).peekable();
    if cells.peek().is_some() && cells.all(|cell| Word::read(cell).is_some()) {
        EvaluationFault::UnknownItem { row: 1, item: column.clone(), column }
    } else {
        EvaluationFault::UnusedColumn { column }
    }
}

/// Whether `NC` is the contrary of `C`, which some mark of the sheet is.
fn nc_fails(rows: &Rows, columns: &Columns) -> bool {
    let conform = |at: usize| {
        rows.iter()
            .filter_map(|(_, cells)| cells.get(at))
            .any(|cell| matches!(fold(cell).as_str(), "c" | "conforme"))
    };
    match &columns.marks {
        Marks::Wide(wide) => wide.iter().any(|(at, _)| conform(*at)),
        Marks::Long(_, mark) => conform(*mark),
    }
}

/// Whether days or months come first in the column of dates.
fn date_format(rows: &Rows, column: Option<usize>) -> DateFormat {
    let mut counts = DateCounts::default();
    for text in column.iter().flat_map(|at| rows.iter().filter_map(|(_, cells)| cells.get(*at))) {
        if let Some(reading) = parse_date(text) {
            counts.add(reading, 1);
        }
    }
    counts.format(&DateFormat::TEXT, 1).map_or(DateFormat::DayFirst, |(format, _)| format)
}

#[cfg(test)]
pub(super) mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::Lang;

    pub(in super::super) fn items() -> Vec<ItemSpec> {
        let item = |id: &str, label: [&str; 2], weight, eliminating, scale| ItemSpec {
            id: id.to_owned(),
            label_fr: label[0].to_owned(),
            label_en: label[1].to_owned(),
            weight,
            eliminating,
            negative: false,
            scale,
        };
        vec![
            item("accueil", ["Accueil", "Greeting"], 1.0, false, None),
            item("ton", ["Ton de la voix", "Tone of voice"], 2.0, false, Some((0.0, 5.0))),
            item("rgpd", ["Vérifie l’identité", "Checks who calls"], 3.0, true, None),
        ]
    }

    pub(in super::super) fn cells(sheet: &str) -> (Vec<String>, Vec<(u64, Vec<String>)>) {
        let mut reader =
            csv::ReaderBuilder::new().delimiter(b';').flexible(true).from_reader(sheet.as_bytes());
        let headers = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let cells = |record: csv::StringRecord| record.iter().map(str::to_owned).collect();
        (headers, (2..).zip(reader.records().map(|record| cells(record.unwrap()))).collect())
    }

    pub(in super::super) fn read(sheet: &str, ids: &[&str]) -> Evaluations {
        let calls: Vec<Drawable<'_>> =
            ids.iter().map(|id| Drawable { id, agent: Some("Lou"), date: None }).collect();
        let (headers, rows) = cells(sheet);
        Evaluations::read(&headers, rows, &items(), &calls).unwrap()
    }

    #[test]
    fn a_wide_sheet_and_a_long_one_say_the_same() {
        let wide = "Appel;Évaluateur;Date d’évaluation;Écoute active;Accueil;Ton de la voix;rgpd\n\
                    a;Ana;31/12/2025;oui;1;4;oui\na;Bo;01/12/2025;non;n/a;2,5;non\n";
        let long = "call;evaluator;date;item;mark\na;Ana;31/12/2025;active listening;yes\na;Ana;;Greeting;1\n\
                    a;Ana;;ton;4\na;Ana;;Checks who calls;yes\na;Bo;01/12/2025;listening;no\na;Bo;;accueil;NA\n\
                    a;Bo;;Tone of voice;2.5\na;Bo;;rgpd;0\n";
        let (wide, long) = (read(wide, &["a"]), read(long, &["a"]));
        assert!(
            wide.faults().is_empty() && long.faults().is_empty(),
            "{:?} {:?}",
            wide.faults(),
            long.faults()
        );
        let rows = |read: &Evaluations| {
            read.rows()
                .into_iter()
                .map(|row| super::super::EvaluationRow { row: 0, ..row })
                .collect::<Vec<_>>()
        };
        assert_eq!(rows(&wide), rows(&long));
        let first = &wide.rows()[0];
        assert_eq!((first.score, first.active_listening), (Some(100.0 * 5.6 / 6.0), Some(true)));
        assert_eq!(wide.evaluations()[0].date, Some(date(2025, 12, 31)));
        let second = &wide.rows()[1];
        assert_eq!((second.score, second.not_applicable, second.blank), (Some(0.0), 1, 0));
        assert_eq!(second.eliminated_by, ["rgpd"]);
    }

    #[test]
    fn nothing_is_dropped_in_silence() {
        let sheet = "Appel;Évaluateur;Date;Accueil;Ton de la voix;accueil;Empathie;Durée;Commentaire\n\
                     a;Ana;hier;peut-être;7;oui;oui;3 min;bien\nz;Ana;;oui;;;non;;\n;Ana;;oui;;;;;\n\
                     A;Ana;;oui;;;;;\na;ana;;non;;;;;\n";
        let read = read(sheet, &["a"]);
        let codes: Vec<(&str, Option<u64>)> = read.faults().iter().map(|f| (f.code(), f.row())).collect();
        assert_eq!(
            codes,
            [
                ("repeated_column", None),
                ("unknown_item", Some(1)),
                ("unused_column", None),
                ("unreadable_date", Some(2)),
                ("unreadable_mark", Some(2)),
                ("unreadable_mark", Some(2)),
                ("unknown_call", Some(3)),
                ("no_call", Some(4)),
                ("unknown_call", Some(5)),
                ("repeated", Some(6)),
            ]
        );
        assert_eq!(read.human_item("a", "accueil"), Some(false));
        let french: Vec<String> = read.faults().iter().map(|fault| fault.message(Lang::Fr)).collect();
        assert_eq!(
            french[5],
            "Évaluations, ligne\u{20}2, colonne «\u{a0}Ton de la voix\u{a0}»\u{a0}: «\u{a0}7\u{a0}» n’est pas une note. Écrivez une note de 0 à 5, ou NA."
        );
        assert!(french.iter().zip(read.faults()).all(|(fr, fault)| *fr != fault.message(Lang::En)));
    }

    #[test]
    fn nc_is_the_contrary_of_c() {
        let concerned = read("appel;accueil\na;nc\nb;oui\n", &["a", "b"]);
        assert_eq!((concerned.human_item("a", "accueil"), concerned.faults().len()), (None, 0));
        let conform = read("appel;accueil\na;nc\nb;C\n", &["a", "b"]);
        assert_eq!(
            (conform.human_item("a", "accueil"), conform.faults()[0].code()),
            (Some(false), "read_as_failed")
        );
    }

    #[test]
    fn a_sheet_without_calls_or_marks_is_refused() {
        let error = |sheet: &str| {
            let (headers, rows) = cells(sheet);
            Evaluations::read(&headers, rows, &items(), &[]).unwrap_err()
        };
        assert!(matches!(error("accueil\noui\n"), EvaluationError::NoCallColumn { .. }));
        let marks = error("appel;bonjour\na;oui\n");
        assert!(marks.message(Lang::Fr).contains("«\u{a0}Accueil\u{a0}»"), "{}", marks.message(Lang::Fr));
    }

    proptest! {
        #[test]
        fn any_sheet_is_read_and_every_row_leaves_a_trace(
            rows in prop::collection::vec(prop::collection::vec("[a-z0-9éœ;,./ #-]{0,6}|oui|non|NA|C|NC", 0..6), 0..20),
        ) {
            let headers = ["appel", "évaluateur", "date", "écoute active", "accueil", "ton"].map(str::to_owned);
            let numbered: Vec<_> = (2_u64..).zip(rows).collect();
            let read = Evaluations::read(&headers, numbered.clone(), &items(), &[]).unwrap();
            for (row, cells) in numbered.iter().filter(|(_, cells)| cells.iter().any(|c| !c.trim().is_empty())) {
                let traced = read.unmarked().contains(row) || read.faults().iter().any(|fault| fault.row() == Some(*row));
                prop_assert!(traced || read.evaluations().iter().any(|e| e.row == *row), "{row} {cells:?}");
            }
            for row in read.rows() {
                prop_assert!(row.score.is_none_or(|score| (0.0..=100.0).contains(&score)));
            }
        }
    }
}
