//! A sheet from a table of data: which columns, in which order, under which names and formats.

use super::codes;
use super::look::Look;
use super::sheet::{Cell, Heading, Line, LineKind, Sheet};
use super::survey::intro_without_waves;
use super::table;
use crate::metric::Metric;
use crate::report::flat::{DataTable, DataValue};
use crate::report::words::Words;
use crate::report::{QuestionSummary, heading};
use crate::words::Text;

/// What a sheet shows of a table.
pub(super) struct Spec {
    /// Id of the table.
    pub id: &'static str,
    /// Its tab.
    pub tab: Text,
    /// Its title.
    pub title: Text,
    /// What a reader must know first, in a sentence.
    pub intro: Text,
    /// Its columns.
    pub columns: &'static [Column],
}

/// A column of a sheet.
pub(super) struct Column {
    /// Its name in `report.json`.
    pub key: &'static str,
    pub show: Show,
    /// Its heading, where it is not that of the terminal.
    pub named: Option<Text>,
}

/// What a column holds and how it is shown.
#[derive(Debug, Clone, Copy)]
pub(super) enum Show {
    /// A text of the data.
    Text,
    /// The id of a question: its title.
    Question,
    /// The id of a metric: its name, with its question where several share it.
    Metric,
    /// The id of a score question: the metric that it is judged by.
    Score,
    /// A group of answers of the question that another column names, else of the main one.
    Group(&'static str),
    /// A segment; the whole without one.
    Whole,
    /// A code, in words.
    Code,
    /// A number under a format.
    Number(Look),
    /// A number in the unit of the row's metric.
    Value,
    /// A difference in that unit.
    Gap,
    /// A difference of two fractions, in points.
    SharePoints,
    /// A time in milliseconds, as minutes and seconds.
    Milliseconds,
    /// A time in seconds.
    Seconds,
    /// The binary logarithm of a ratio.
    Log2,
    /// A day or a moment.
    Date,
}

impl Show {
    fn is_number(self) -> bool {
        use Show::{Gap, Log2, Milliseconds, Number, Seconds, SharePoints, Value};
        matches!(self, Number(_) | Value | Gap | SharePoints | Milliseconds | Seconds | Log2)
    }
}

pub(super) const fn column(key: &'static str, show: Show) -> Column {
    Column { key, show, named: None }
}

pub(super) const fn named(key: &'static str, show: Show, text: Text) -> Column {
    Column { key, show, named: Some(text) }
}

/// The sheets of the specs whose table has rows.
pub(super) fn sheets(words: &Words<'_>, tables: &[DataTable], specs: &[Spec]) -> Vec<Sheet> {
    specs.iter().filter_map(|spec| Some(sheet(words, table(tables, spec.id)?, spec))).collect()
}

fn sheet(words: &Words<'_>, table: &DataTable, spec: &Spec) -> Sheet {
    let lang = words.lang;
    let heading = |column: &Column| -> Heading {
        let said = column.named.map_or_else(|| heading(column.key, false, lang), |text| text.said(lang));
        // What a name or a code is, its heading tells.
        let key = if column.show.is_number() || column.key == "met" { column.key } else { "" };
        (key, lang.typeset(said.to_owned()))
    };
    let headings: Vec<Heading> = spec.columns.iter().map(heading).collect();
    let whole = |row: &Row<'_>| {
        spec.columns.iter().any(|c| matches!(c.show, Show::Whole) && row.text(c.key).is_none())
    };
    let rows = || table.rows.iter().map(|row| Row { words, table, cells: row });
    // The whole stands out of its parts, not of other wholes.
    let rare = 4 * rows().filter(|row| whole(row)).count() <= table.rows.len();
    let rows = rows().map(|row| {
        let kind = if rare && whole(&row) { LineKind::Total } else { LineKind::Plain };
        Line::of(kind, spec.columns.iter().map(|column| row.cell(column)).collect())
    });
    let intro = intro_without_waves(spec.id).filter(|_| !words.in_waves()).unwrap_or(spec.intro);
    let said = |text: Text| lang.typeset(text.said(lang).to_owned());
    Sheet::table(spec.tab.said(lang), said(spec.title), said(intro), &headings, rows.collect(), Vec::new())
}

/// A row of a table, looked up by name.
struct Row<'a> {
    words: &'a Words<'a>,
    table: &'a DataTable,
    cells: &'a [DataValue],
}

impl Row<'_> {
    fn value(&self, key: &str) -> &DataValue {
        self.table.column(key).and_then(|at| self.cells.get(at)).unwrap_or(&DataValue::Null)
    }

    fn text(&self, key: &str) -> Option<&str> {
        match self.value(key) {
            DataValue::Text(text) => Some(text),
            _ => None,
        }
    }

    fn number(&self, key: &str) -> Option<f64> {
        match self.value(key) {
            DataValue::Integer(n) => Some(*n as f64),
            DataValue::Number(x) => Some(*x),
            _ => None,
        }
    }

    /// Whether a column has a value on some row: where it has none at all, its cells are left empty, and the column out.
    fn is_known(&self, key: &str) -> bool {
        let Some(at) = self.table.column(key) else { return false };
        self.table.rows.iter().any(|row| row[at] != DataValue::Null)
    }

    /// The metric of the row: its own, or that by which its score is judged.
    fn metric(&self) -> Option<Metric> {
        if let Some(metric) = self.text("metric").and_then(codes::metric) {
            return Some(metric);
        }
        self.words.main_metric(self.text("target").or_else(|| self.text("question"))?)
    }

    fn cell(&self, column: &Column) -> Cell {
        let key = column.key;
        let words = self.words;
        let or_empty = |text: Option<String>| text.map_or(Cell::Empty, Cell::Text);
        match column.show {
            Show::Text => or_empty(self.text(key).map(str::to_owned)),
            Show::Question => or_empty(self.text(key).map(|id| {
                let coded = || codes::word(key, id, words.lang);
                words.question(id).map_or_else(coded, QuestionSummary::title).to_owned()
            })),
            Show::Metric => or_empty(
                self.metric()
                    .map(|metric| words.noun(self.text("question").unwrap_or_default(), metric).title()),
            ),
            Show::Score => or_empty(self.text(key).map(|id| {
                words.main_metric(id).map_or_else(|| id.to_owned(), |metric| words.noun(id, metric).title())
            })),
            Show::Group(of) => or_empty(self.text(key).map(|code| {
                let main = || self.words.scored().first().map(|(question, _)| question.id.as_str());
                let question = self.text(of).or_else(main).unwrap_or_default();
                let named = codes::group(code).map(|group| words.group(question, group).to_owned());
                named.unwrap_or_else(|| code.to_owned())
            })),
            Show::Whole => match self.text(key) {
                Some(text) => Cell::text(text),
                None => Cell::Text(words.segment(None)),
            },
            Show::Code => match self.value(key) {
                DataValue::Boolean(yes) => Cell::text(codes::yes(*yes, words.lang)),
                DataValue::Text(code) => Cell::text(codes::word(key, code, words.lang)),
                DataValue::Integer(n) => Cell::text(codes::word(key, &n.to_string(), words.lang)),
                _ => Cell::Empty,
            },
            Show::Date => self.text(key).map_or(Cell::Empty, |text| Cell::Date(text.to_owned())),
            _ if !self.is_known(key) => Cell::Empty,
            Show::Number(look) => Cell::number(self.number(key), look),
            Show::Value => {
                Cell::number(self.number(key), self.metric().map_or(Look::Number(2), Look::metric))
            }
            Show::Gap => Cell::number(self.number(key), self.metric().map_or(Look::Signed(2), Look::gap)),
            Show::SharePoints => Cell::number(self.number(key).map(|x| 100.0 * x), Look::SharePoints),
            Show::Milliseconds => Cell::number(self.number(key).map(|ms| ms / 86_400_000.0), Look::Minutes),
            Show::Seconds => Cell::number(self.number(key).map(|s| s / 86_400.0), Look::Minutes),
            Show::Log2 => Cell::number(self.number(key).map(f64::exp2), Look::Times),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{calls, centre, survey};
    use super::*;
    use crate::lang::Lang;
    use crate::report::Report;
    use crate::report::flat::data_table;
    use crate::report::sample;

    const ALL: [&[Spec]; 5] =
        [survey::SCORES, survey::CHANGES, survey::TOPICS, centre::SHEETS, calls::SHEETS];

    #[test]
    fn every_column_is_one_of_its_table() {
        let reports = sample::all(Lang::Fr);
        for spec in ALL.into_iter().flatten() {
            let tables = reports.iter().map(|report| data_table(report, spec.id).unwrap());
            let tables: Vec<DataTable> = tables.flatten().filter(|table| !table.rows.is_empty()).collect();
            for column in spec.columns {
                let known = tables.iter().any(|table| table.column(column.key).is_some());
                assert!(known || tables.is_empty(), "{} {}", spec.id, column.key);
            }
            assert!(data_table(&reports[0], spec.id).unwrap().is_some(), "{}", spec.id);
        }
    }

    /// The sheet of a table of a report.
    fn sheet_of(report: &Report, id: &str) -> Sheet {
        let words = Words::new(report);
        let table = data_table(report, id).unwrap().unwrap();
        sheet(&words, &table, ALL.into_iter().flatten().find(|spec| spec.id == id).unwrap())
    }

    #[test]
    fn waves_are_spoken_of_where_there_are_some() {
        let mut report = sample::full(Lang::Fr);
        let intro = |report: &Report| sheet_of(report, "study_questions").lines[1].cells[0].clone();
        assert_eq!(intro(&report), Cell::text("Base\u{a0}: réponses valides, toutes vagues."));
        report.study.waves.clear();
        assert_eq!(intro(&report), Cell::text("Base\u{a0}: réponses valides."));
    }

    #[test]
    fn drivers_say_where_they_come_from() {
        let sheet = sheet_of(&sample::linked(Lang::Fr), "drivers");
        let (header, last) = sheet.table.unwrap();
        let at = sheet.lines[header].cells.iter().position(|c| *c == Cell::text("Question")).unwrap();
        assert_ne!(sheet.lines[header + 1].cells[at], Cell::Empty);
        assert_eq!(sheet.lines[last].cells[at], Cell::text("appels"));
    }

    #[test]
    fn a_difference_of_shares_is_in_points() {
        let table = DataTable::of_rows("t", vec![serde_json::json!({ "x": 0.13 })]);
        let report = sample::empty(Lang::Fr);
        let row = Row { words: &Words::new(&report), table: &table, cells: &table.rows[0] };
        assert_eq!(row.cell(&column("x", Show::SharePoints)), Cell::Number(13.0, Look::SharePoints));
    }

    #[test]
    fn tabs_are_names_that_excel_takes() {
        for spec in ALL.into_iter().flatten() {
            for tab in [spec.tab.fr, spec.tab.en] {
                assert!(
                    tab.chars().count() <= 31 && !tab.contains(['[', ']', ':', '*', '?', '/', '\\', '\''])
                );
            }
        }
    }
}
