//! The list of the reports of a split: what opens first.

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, context};
use serde::{Deserialize, Serialize};

use super::Split;
use crate::metric::Metric;
use crate::report::amounts::{SMALL_BASE, decimals};
use crate::report::markdown::escape;
use crate::report::words::Words;
use crate::report::{Generator, REST, Report};

/// `index.json`: which reports a folder holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SplitIndex {
    /// The program that made it.
    pub generator: Generator,
    /// The column whose values have a report each.
    pub column: String,
    /// The report of the whole, then the others, in order.
    pub reports: Vec<IndexEntry>,
    /// Values without a report.
    pub without: Vec<String>,
}

/// One report of a folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndexEntry {
    /// The value; null for the whole.
    pub value: Option<String>,
    /// Its folder, inside that of the index.
    pub folder: String,
}

impl SplitIndex {
    /// The list of what was made.
    #[must_use]
    pub fn of(split: &Split) -> Self {
        let whole = IndexEntry { value: None, folder: split.whole_folder().to_owned() };
        let entry =
            |e: &super::EntityReport| IndexEntry { value: Some(e.value.clone()), folder: e.folder.clone() };
        Self {
            generator: split.whole.generator.clone(),
            column: split.column.clone(),
            reports: std::iter::once(whole).chain(split.entities.iter().map(entry)).collect(),
            without: split.without.clone(),
        }
    }
}

impl Split {
    /// Folder of the report of the whole.
    #[must_use]
    pub fn whole_folder(&self) -> &'static str {
        pick!(self.whole.study.language, entities::overall)
    }

    /// What the reader of the list must know, in sentences.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        let words = Words::new(&self.whole);
        let column = words.lang.quote(&self.column);
        let mut notes = Vec::new();
        if !self.without.is_empty() {
            let names: Vec<String> = self.without.iter().map(|name| words.lang.quote(name)).collect();
            let names = names.join(", ");
            notes.push(say!(words, entities::without_a_report_to_protect_anonymity_the(names)));
        }
        if let Some(n) = self.unnamed.filter(|n| *n > 0) {
            let answers = words.answers(n);
            notes.push(say!(words, entities::without_a_value_in_in_the_whole_only(answers, column)));
        }
        if self.whole.study.min_group > 1 {
            notes.push(say!(words, entities::what_is_hidden_is_hidden_over_all_these));
        }
        if self.rows().iter().any(|row| row.base.contains('†')) {
            notes.push(say!(words, entities::base_under_answers_a_hint_which_cannot_stand(SMALL_BASE)));
        }
        notes
    }

    /// The list as a page.
    ///
    /// # Errors
    /// When the embedded template cannot be rendered.
    pub fn html(&self) -> Result<String, minijinja::Error> {
        let mut environment = Environment::new();
        environment.set_auto_escape_callback(|_| AutoEscape::Html);
        environment.add_template("index", include_str!("index.html.j2"))?;
        environment.get_template("index")?.render(context! {
            lang => self.whole.study.language.code(),
            title => self.title(),
            headings => self.headings(),
            rows => Serde(self.rows()),
            notes => self.notes(),
        })
    }

    /// The list as Markdown.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut out = format!("# {}\n\n", escape(&self.title()));
        let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
        out.push_str(&line(&self.headings().map(|heading| escape(&heading))));
        out.push_str("|---|---:|---:|---:|---|\n");
        for row in self.rows() {
            let name = format!("[{}]({}/report.md)", escape(&row.name), row.folder);
            let cells = [&row.base, &row.score, &row.interval, &row.beside].map(|cell| escape(cell));
            out.push_str(&line(&[[name].as_slice(), &cells].concat()));
        }
        out.push('\n');
        for note in self.notes() {
            out.push_str(&escape(&note));
            out.push_str("\n\n");
        }
        out
    }

    fn title(&self) -> String {
        let words = Words::new(&self.whole);
        let of = say!(words, entities::one_report_by(self.column));
        let title = self.whole.study.title.clone();
        title.map_or_else(|| super::super::words::capitalized(&of), |title| format!("{title} – {of}"))
    }

    fn headings(&self) -> [String; 5] {
        let words = Words::new(&self.whole);
        let score =
            words.scored().first().map(|(question, metric)| words.noun(&question.id, *metric).title());
        [
            self.column.clone(),
            pick!(words, entities::answers).to_owned(),
            score.unwrap_or_else(|| pick!(words, entities::score).to_owned()),
            pick!(words, entities::interval).to_owned(),
            pick!(words, entities::against_the_others).to_owned(),
        ]
    }

    fn rows(&self) -> Vec<IndexRow> {
        let words = Words::new(&self.whole);
        let main = words.scored().first().map(|(question, metric)| (question.id.as_str(), *metric));
        let whole = pick!(words, entities::overall_in_index);
        let first = row(&self.whole, whole, self.whole_folder(), main);
        let others = self.entities.iter().map(|e| row(&e.report, &e.value, &e.folder, main));
        std::iter::once(first).chain(others).collect()
    }
}

/// A line of the list, in words.
#[derive(Serialize)]
struct IndexRow {
    name: String,
    folder: String,
    base: String,
    score: String,
    interval: String,
    beside: String,
}

fn row(report: &Report, name: &str, folder: &str, main: Option<(&str, Metric)>) -> IndexRow {
    let words = Words::new(report);
    let total = main.and_then(|(question, metric)| words.cell(question, metric, None, None));
    let shown = total.and_then(|e| Some((e, e.value?, e.n?)));
    let dash = || "–".to_owned();
    let beside = report.study.entity.as_ref().and_then(|entity| {
        let own = report.comparisons.iter().find(|c| {
            Some((c.question.as_str(), c.metric)) == main && c.from == REST && c.by == entity.column
        })?;
        let gap = words.points(own.difference, decimals(own.metric));
        let verdict = if own.evidence() < super::super::findings::SIGNIFICANT {
            pick!(words, entities::significant)
        } else {
            pick!(words, entities::inconclusive)
        };
        Some(format!("{gap}, {verdict}"))
    });
    IndexRow {
        name: name.to_owned(),
        folder: folder.to_owned(),
        base: shown.map_or_else(dash, |(_, _, n)| {
            let flag = if n < SMALL_BASE { "\u{a0}†" } else { "" };
            format!("{}{flag}", words.lang.count(n))
        }),
        score: shown
            .map_or_else(dash, |(e, value, _)| words.value(&e.question, e.metric, value, decimals(e.metric))),
        interval: shown.and_then(|(e, ..)| words.interval_of(e, decimals(e.metric))).unwrap_or_else(dash),
        beside: beside.unwrap_or_else(dash),
    }
}
