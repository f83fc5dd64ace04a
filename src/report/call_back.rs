//! Unhappy customers who agreed to be called back: a local list, made only when asked for.
//!
//! It holds personal data and verbatims as they were written, and is no part of a report: nothing of it enters
//! `report.json`, a page or a figure.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use polars::prelude::DataFrame;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook};

use super::sheets::clean;
use super::{CsvStyle, Options, Understood};
use crate::Lang;
use crate::error::{CallBackRefusal, Error, Result};
use crate::formula::harmless;
use crate::metric::Group;
use crate::read::{self, FILE, Table};
use crate::study::{Coding, Kind, MISSING, QuestionCoding, Study, Unused, consents, fold};

/// The list, and who is not on it.
#[derive(Debug, Clone, PartialEq)]
pub struct CallBack {
    /// Language of its headings.
    pub lang: Lang,
    /// The column of the score, then of identifier, contact, segments and verbatims, as the list has them.
    columns: Columns,
    /// Who to call, the lowest score first, then in the order of files and rows.
    pub rows: Vec<CallBackRow>,
    /// Unhappy respondents left out because they did not agree.
    pub without_consent: u64,
    /// Unhappy respondents left out because their cell of consent says neither yes nor no.
    pub unclear: u64,
}

/// One person to call back.
#[derive(Debug, Clone, PartialEq)]
pub struct CallBackRow {
    /// Score given.
    pub score: f64,
    /// Wave; empty without one.
    pub wave: String,
    /// Cells of the identifier, of contact columns, of segments and of open questions, as they are written.
    pub cells: Vec<String>,
    /// File name.
    pub file: String,
    /// Row as the spreadsheet numbers it (header = 1).
    pub row: u32,
}

/// Columns of the list besides the score, the wave, the file and the row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Columns {
    score: String,
    consent: String,
    shown: Vec<String>,
}

/// Lists the unhappy respondents (detractors, else those of the lowest answers) who agreed to be called back.
///
/// # Errors
/// [`Error::CallBack`]: employees, no column of consent, no score; a file cannot be read, or not coded.
pub fn call_back(understood: &Understood, options: &Options) -> Result<CallBack> {
    let Understood { tables, profiles, study } = understood;
    let refused = |why| Err(Error::CallBack(why));
    if study.questions.iter().any(|q| q.kind == Kind::Enps) {
        return refused(CallBackRefusal::Employees);
    }
    let Some(consent) = study.handling.consent.clone() else {
        return refused(CallBackRefusal::NoConsent { likely: likely(study, tables) });
    };
    let mut coding = Coding::new(study, profiles, tables, options.threads)?;
    let lang = options.lang.or(study.language).unwrap_or_default();
    coding.say(lang);
    let main = coding.scores.iter().find(|s| s.question.kind == Kind::Nps).or(coding.scores.first());
    let Some(main) = main else { return refused(CallBackRefusal::NoScore) };
    let columns = Columns { score: main.question.column.clone(), consent, shown: shown(study) };
    let mut list = CallBack { lang, columns, rows: Vec::new(), without_consent: 0, unclear: 0 };
    for (number, table) in tables.iter().enumerate() {
        list.read(table, number, (&coding, main), options.threads)?;
    }
    // Rows are in the order of files, and of rows inside each.
    list.rows.sort_by(|a, b| a.score.total_cmp(&b.score));
    Ok(list)
}

/// Who it is, how to reach them, what group they are of, what they wrote.
fn shown(study: &Study) -> Vec<String> {
    let identifiers = study.unused.iter().filter(|(_, why)| *why == Unused::Identifier).map(|(c, _)| c);
    let who = study.respondent.as_ref().or(identifiers.into_iter().next());
    let mut columns: Vec<String> = who.into_iter().chain(&study.handling.contact).cloned().collect();
    columns.extend(study.segments.iter().map(|s| s.column.clone()));
    columns.extend(study.texts().map(|q| q.column.clone()));
    let mut seen = std::collections::BTreeSet::new();
    columns.retain(|c| seen.insert(c.clone()));
    columns
}

/// Columns whose name speaks of agreement or of being called back.
fn likely(study: &Study, tables: &[Table]) -> Vec<String> {
    let asked: Vec<&str> = study.questions.iter().map(|q| q.column.as_str()).collect();
    let speaks = |column: &&str| {
        let name = fold(column);
        let words = ["rappel", "accord", "consent", "recontact", "call back", "callback", "opt in", "optin"];
        **column != *FILE && !asked.contains(column) && words.iter().any(|word| name.contains(word))
    };
    tables.iter().flat_map(Table::columns).filter(speaks).map(str::to_owned).collect()
}

/// What one thread found.
#[derive(Default)]
struct Found {
    rows: Vec<CallBackRow>,
    without_consent: u64,
    unclear: u64,
}

impl CallBack {
    /// Adds the rows of one file.
    fn read(
        &mut self,
        table: &Table,
        number: usize,
        (coding, main): (&Coding, &QuestionCoding),
        threads: usize,
    ) -> Result<()> {
        let columns = &self.columns;
        let mut read: Vec<&str> = coding.columns();
        read.push(&columns.consent);
        read.extend(columns.shown.iter().map(String::as_str));
        let waves = coding.waves.as_ref().map_or_else(Vec::new, |w| w.labels(self.lang));
        let name = table.name();
        let see = |found: &mut Found, batch: &DataFrame| {
            let responses = coding.code(batch, number);
            let cell = |column: &str, i: usize| {
                batch.column(column).ok().and_then(|c| c.str().ok()?.get(i)).unwrap_or_default()
            };
            for (i, row) in responses.rows.iter().enumerate() {
                let code = main.code(cell(&columns.score, i));
                let Some(score) = main.values.get(usize::from(code)).filter(|_| code < MISSING) else {
                    continue;
                };
                if !matches!(main.scale.group(main.question.kind, *score), Group::Detractors | Group::Low) {
                    continue;
                }
                match consents(cell(&columns.consent, i)) {
                    Some(true) => found.rows.push(CallBackRow {
                        score: *score,
                        wave: waves.get(usize::from(responses.waves[i])).cloned().unwrap_or_default(),
                        cells: columns.shown.iter().map(|column| cell(column, i).to_owned()).collect(),
                        file: name.clone(),
                        row: *row,
                    }),
                    Some(false) => found.without_consent += 1,
                    None => found.unclear += 1,
                }
            }
            ControlFlow::Continue(())
        };
        let parts = read::for_each_batch(table, &read, threads, Found::default, see, &|_, _| ())?;
        let mut rows: BTreeMap<u32, CallBackRow> = BTreeMap::new();
        for part in parts {
            rows.extend(part.rows.into_iter().map(|row| (row.row, row)));
            self.without_consent += part.without_consent;
            self.unclear += part.unclear;
        }
        self.rows.extend(rows.into_values());
        Ok(())
    }

    /// The headings: score, wave, the columns shown, file, row.
    fn headings(&self) -> Vec<&str> {
        let lang = self.lang;
        let mut headings = vec![pick!(lang, processing::score), pick!(lang, processing::wave)];
        headings.extend(self.columns.shown.iter().map(String::as_str));
        headings.extend([pick!(lang, processing::file), pick!(lang, processing::row)]);
        headings
    }

    /// The list as CSV, as the spreadsheets of its language open it. A cell that a spreadsheet would take for a formula is
    /// written behind an apostrophe.
    ///
    /// # Errors
    /// Never in practice: it is written to memory.
    pub fn csv(&self) -> Result<Vec<u8>> {
        let failed = |e: csv::Error| Error::Render { what: "call back".into(), cause: e.to_string() };
        let mut out = CsvStyle::spreadsheet(self.lang).writer();
        out.write_record(self.headings().iter().map(|heading| harmless(heading))).map_err(failed)?;
        for row in &self.rows {
            let score = self.lang.number(row.score, usize::from(row.score.fract() != 0.0));
            let mut cells = vec![score, harmless(&row.wave)];
            cells.extend(row.cells.iter().map(|cell| harmless(cell)));
            cells.extend([harmless(&row.file), row.row.to_string()]);
            out.write_record(&cells).map_err(failed)?;
        }
        out.into_inner().map_err(|e| failed(e.into_error().into()))
    }

    /// The list as a workbook of one sheet: score and row are numbers, all else is text, never a formula.
    ///
    /// # Errors
    /// A text longer than a cell of Excel holds is cut; more rows than a sheet holds is an error.
    pub fn xlsx(&self) -> Result<Vec<u8>> {
        self.workbook().map_err(|e| Error::Render { what: "call back".into(), cause: e.to_string() })
    }

    fn workbook(&self) -> std::result::Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
        let mut book = Workbook::new();
        // The same bytes whatever the day.
        let date = ExcelDateTime::from_ymd(2000, 1, 1)?;
        book.set_properties(&DocProperties::new().set_creation_datetime(&date));
        let sheet = book.add_worksheet();
        sheet.set_name(pick!(self.lang, processing::to_call_back))?;
        let (bold, wrap) = (Format::new().set_bold(), Format::new().set_text_wrap());
        for (column, heading) in (0u16..).zip(self.headings()) {
            sheet.write_string_with_format(0, column, clean(heading), &bold)?;
            sheet.set_column_width(column, if column < 2 { 10 } else { 24 })?;
        }
        for (line, row) in (1u32..).zip(&self.rows) {
            sheet.write_number(line, 0, row.score)?;
            sheet.write_string(line, 1, clean(&row.wave))?;
            for (column, cell) in (2u16..).zip(row.cells.iter().chain([&row.file])) {
                sheet.write_string_with_format(line, column, clean(cell), &wrap)?;
            }
            sheet.write_number(line, 3 + row.cells.len() as u16, row.row)?;
        }
        sheet.set_freeze_panes(1, 0)?;
        book.save_to_buffer()
    }

    /// What was written and what not, in a sentence for whoever asked.
    #[must_use]
    pub fn said(&self, path: &str) -> String {
        let lang = self.lang;
        let n = lang.count(self.rows.len() as u64);
        let (no, unclear) = (lang.count(self.without_consent), lang.count(self.unclear));
        lang.typeset(pick!(lang, processing::to_call_back_in_personal_data_comments_as(n, path, no, unclear)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(csv: &str, toml: &str) -> Result<CallBack> {
        let dir = tempfile::tempdir().unwrap();
        let (data, study) = (dir.path().join("avis.csv"), dir.path().join("study.toml"));
        std::fs::write(&data, csv).unwrap();
        std::fs::write(&study, toml).unwrap();
        let options = Options { study: Some(study), ..Options::default() };
        let understood = super::super::understand(&[data], &options, &|_, _| {})?;
        call_back(&understood, &options)
    }

    const CSV: &str = "id;note;région;accord;email;pourquoi\n\
        a;2;Nord;oui;a@x.fr;=1+1 trop cher\n\
        b;9;Nord;oui;b@x.fr;parfait\n\
        c;0;Sud;OUI;c@x.fr;Jean Dupont ne rappelle jamais\n\
        d;3;Sud;non;d@x.fr;délai\n\
        e;4;Sud;peut-être;e@x.fr;délai\n\
        f;5;Sud;;f@x.fr;délai\n\
        g;0;Nord;1;g@x.fr;attente\n";
    const TOML: &str = "[study]\nrespondent = \"id\"\nsegments = [\"région\"]\n[privacy]\nconsent = \"accord\"\ncontact = [\"email\"]\n\
        [[question]]\nid = \"nps\"\ncolumn = \"note\"\nkind = \"nps\"\n[[question]]\nid = \"t\"\ncolumn = \"pourquoi\"\nkind = \"open\"\n";

    #[test]
    fn only_unhappy_people_who_agreed_are_listed_the_lowest_first() {
        let list = list(CSV, TOML).unwrap();
        let who: Vec<(&str, f64, u32)> =
            list.rows.iter().map(|r| (r.cells[0].as_str(), r.score, r.row)).collect();
        assert_eq!(who, [("c", 0.0, 4), ("g", 0.0, 8), ("a", 2.0, 2)]);
        assert_eq!((list.without_consent, list.unclear), (2, 1));
        assert_eq!(list.rows[0].cells, ["c", "c@x.fr", "Sud", "Jean Dupont ne rappelle jamais"]);
        let csv = String::from_utf8(list.csv().unwrap()).unwrap();
        assert!(csv.contains("2;;a;a@x.fr;Nord;'=1+1 trop cher;avis.csv;2"), "{csv}");
        let english = CallBack { lang: Lang::En, ..list.clone() };
        let csv = String::from_utf8(english.csv().unwrap()).unwrap();
        assert!(
            csv.starts_with('\u{feff}') && csv.contains("2,,a,a@x.fr,Nord,'=1+1 trop cher,avis.csv,2"),
            "{csv}"
        );
        let book = list.xlsx().unwrap();
        assert_eq!(book, list.xlsx().unwrap());
        let said = list.said("rappels.csv");
        assert!(said.contains('3') && said.contains("2 sans accord") && said.contains("1 dont"), "{said}");
    }

    #[test]
    fn a_workbook_holds_texts_and_no_formula() {
        use calamine::{Data, Reader, Xlsx};
        let book = list(CSV, TOML).unwrap().xlsx().unwrap();
        let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(book)).unwrap();
        let sheet = book.worksheet_range_at(0).unwrap().unwrap();
        assert_eq!(sheet.get_value((3, 5)), Some(&Data::String("=1+1 trop cher".into())));
        assert_eq!(sheet.get_value((3, 0)), Some(&Data::Float(2.0)));
        assert_eq!(book.worksheet_formula("À rappeler").unwrap().used_cells().count(), 0);
    }

    #[test]
    fn employees_and_studies_without_consent_are_refused() {
        let employees =
            TOML.replace("\"nps\"\n[[question]]\nid = \"t\"", "\"enps\"\n[[question]]\nid = \"t\"");
        let refusal = |toml: &str| match list(CSV, toml) {
            Err(Error::CallBack(why)) => why,
            other => panic!("{other:?}"),
        };
        assert_eq!(refusal(&employees), CallBackRefusal::Employees);
        let silent = TOML.replace("consent = \"accord\"\n", "");
        assert_eq!(refusal(&silent), CallBackRefusal::NoConsent { likely: vec!["accord".into()] });
        let error = Error::CallBack(refusal(&silent));
        assert!(error.message(Lang::Fr).contains("consent = \"accord\""));
    }

    #[test]
    fn a_cell_that_looks_like_a_formula_is_written_as_text() {
        for cell in ["=1+1", "+33 6", "-5", "@x", " =A1", "\t=A1", "＝1"] {
            assert!(harmless(cell).starts_with('\''), "{cell}");
        }
        assert_eq!(harmless("délai - 3 jours"), "délai - 3 jours");
    }
}
