//! A report laid out: sections and blocks in reading order, every number already written. HTML and
//! Markdown are two ways of putting the same document on a page.

use serde::Serialize;

use super::entity_tables;
use super::filters::Filters;
use super::page_words;
use super::sections;
use super::transcripts;
use super::words::Words;
use crate::chart::Figure;
use crate::report::Report;

/// A table of more rows than this shows the first ones and folds the others.
pub(super) const FOLD_AFTER: usize = 15;

/// The whole page.
#[derive(Serialize)]
pub(super) struct Document {
    /// ISO 639-1 code.
    pub lang: &'static str,
    pub title: String,
    /// Line under the title.
    pub subtitle: Option<String>,
    /// Picture at the head of the page.
    pub logo: Option<Logo>,
    /// What was read: term and text.
    pub facts: Vec<(String, String)>,
    /// Sections that have something to show.
    pub sections: Vec<Section>,
    /// What tables and quotes can be narrowed to; nothing where there is nothing to choose.
    pub filters: Filters,
    /// Words of the page's frame.
    pub frame: Frame,
}

/// A picture that is no figure.
#[derive(Serialize)]
pub(super) struct Logo {
    /// `data:` address.
    pub src: String,
    /// What stands for it where it is not seen.
    pub alt: &'static str,
}

/// Words that belong to the page, not to the data.
#[derive(Serialize)]
pub(super) struct Frame {
    pub skip: &'static str,
    pub contents: &'static str,
    pub facts: &'static str,
    /// What a figure that can be scrolled is called: `Figure`.
    pub figure: &'static str,
    /// Under a figure wider than the screen.
    pub slide: &'static str,
    /// Beside what is folded, on paper, where a browser cannot unfold it.
    pub folded: &'static str,
    pub footer: String,
}

/// A heading and what is under it.
#[derive(Serialize)]
pub(super) struct Section {
    pub id: &'static str,
    pub title: &'static str,
    pub blocks: Vec<Block>,
}

/// One thing to read.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(super) enum Block {
    Heading { text: String },
    Text { text: String },
    Findings { items: Vec<Item> },
    Cards { cards: Vec<Card> },
    Figure { id: String, title: String, caption: String, alt: String, index: usize },
    Table(Table),
    Heat(Heat),
    Quotes { title: String, quotes: Vec<QuoteView> },
    Definitions { items: Vec<(String, String)> },
    List { items: Vec<String> },
    Fold { summary: String, blocks: Vec<Block> },
}

/// A finding, with its code for the eye.
#[derive(Serialize)]
pub(super) struct Item {
    pub code: String,
    pub text: String,
    /// Id and title of the section that proves it, where the page has it.
    pub proof: Option<(String, String)>,
}

/// One score at a glance.
#[derive(Serialize)]
pub(super) struct Card {
    pub title: String,
    /// The question's column.
    pub question: String,
    pub value: String,
    /// What moved since the wave before, in words.
    pub change: Option<Change>,
    /// Lines under the value: interval, base, last wave.
    pub lines: Vec<String>,
    /// Groups of answers, best first.
    pub shares: Vec<ShareView>,
    /// The bar in words.
    pub alt: String,
    /// How it stands to its target: `met`, `missed`, `undecided`, or nothing; its lines say the same.
    pub tone: &'static str,
}

/// What a score did since the wave before.
#[derive(Serialize)]
pub(super) struct Change {
    /// `up`, `down` where it is significant, else `still`; the text says the same.
    pub tone: &'static str,
    pub text: String,
}

/// A part of a card's bar.
#[derive(Serialize)]
pub(super) struct ShareView {
    /// `good`, `middle`, `bad`.
    pub tone: &'static str,
    pub label: String,
    pub text: String,
    /// Width with a decimal point, for the style.
    pub width: String,
}

/// A table: columns, rows, what its marks mean.
#[derive(Serialize)]
pub(super) struct Table {
    pub caption: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// Rows beyond the first, when there are many, under their own summary.
    pub more: Option<More>,
    pub notes: Vec<String>,
}

/// A table whose cells are tinted by their distance to the row of the whole.
#[derive(Serialize)]
pub(super) struct Heat {
    /// The values, each over its base; a row of a single name opens a group.
    pub table: Table,
    /// Tints of the rows in sight, then of those folded: a cell each after the name, −3 (far below) to 3 (far above).
    pub tints: Vec<Vec<i8>>,
    /// The segment column that each of these rows is about; empty for the whole.
    pub of: Vec<String>,
    /// The two ends of the scale of tints: below, above.
    pub ends: [&'static str; 2],
}

/// Rows folded away.
#[derive(Serialize)]
pub(super) struct More {
    pub summary: String,
    pub rows: Vec<Row>,
}

/// A column's heading; numbers stand to the right.
#[derive(Serialize)]
pub(super) struct Column {
    pub title: String,
    pub number: bool,
}

impl Column {
    pub fn text(title: impl Into<String>) -> Self {
        Self { title: title.into(), number: false }
    }

    pub fn number(title: impl Into<String>) -> Self {
        Self { title: title.into(), number: true }
    }
}

/// A row; the first cell names it.
#[derive(Serialize)]
pub(super) struct Row {
    pub cells: Vec<Cell>,
    /// The row of the whole.
    pub total: bool,
}

/// A cell: its text, and what it rests on when that is written under it.
#[derive(Serialize)]
pub(super) struct Cell {
    pub text: String,
    pub under: Option<String>,
    /// To be seen first.
    pub strong: bool,
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self { text, under: None, strong: false }
    }
}

/// A verbatim and who wrote it.
#[derive(Serialize)]
pub(super) struct QuoteView {
    pub text: String,
    /// The text in pieces, and whether each speaks of what it is quoted for.
    pub pieces: Vec<(String, bool)>,
    pub source: String,
    /// The group of answers that it can be filtered by.
    pub group: Option<String>,
}

impl Table {
    /// A table whose rows beyond the first [`FOLD_AFTER`] are folded, the row of the whole kept in sight.
    pub fn new(words: &Words<'_>, caption: String, columns: Vec<Column>, mut rows: Vec<Row>) -> Self {
        let mut more = None;
        if rows.len() > FOLD_AFTER + 1 {
            let total = rows.iter().position(|r| r.total).map(|at| rows.remove(at));
            let folded = rows.split_off(FOLD_AFTER);
            let summary = counted!(words, folded.len() as u64, report::more_rows);
            rows.extend(total);
            more = Some(More { summary, rows: folded });
        }
        Self { caption, columns, rows, more, notes: Vec::new() }
    }

    /// The same, with what its marks mean.
    pub fn noted(mut self, notes: impl IntoIterator<Item = String>) -> Self {
        self.notes.extend(notes);
        self
    }
}

impl Row {
    /// A row of plain cells.
    pub fn plain<const N: usize>(cells: [String; N]) -> Self {
        Self { cells: cells.into_iter().map(Cell::from).collect(), total: false }
    }

    /// Whether the row opens a group: a name and nothing beside it.
    pub fn opens(&self) -> bool {
        self.cells.len() > 1 && self.cells[1..].iter().all(|cell| cell.text.is_empty())
    }
}

impl Document {
    /// Lays out a report with its figures.
    pub fn new(report: &Report, figures: &[Figure]) -> Self {
        let words = Words::new(report);
        let untitled = if report.centre.is_some() {
            pick!(words, report::indicators_of_the_contact_centre)
        } else {
            pick!(words, report::survey_results)
        };
        let mut title = report.study.title.clone().unwrap_or_else(|| untitled.to_owned());
        if let Some(entity) = &report.study.entity {
            title = format!("{title} – {}", entity_tables::name(&words, entity));
        }
        let facts = sections::facts(&words, report);
        Self::page(&words, report, title, facts, sections::all(&words, report, figures))
    }

    /// The sheet of each agent of a report of calls, by file name; none elsewhere.
    pub fn coaching(report: &Report) -> Vec<(String, Self)> {
        let words = Words::new(report);
        let sheets = transcripts::sheets(&words, report).into_iter();
        let page = |sheet: transcripts::Sheet| {
            (sheet.name, Self::page(&words, report, sheet.title, sheet.facts, sheet.sections))
        };
        sheets.map(page).collect()
    }

    fn page(
        words: &Words<'_>,
        report: &Report,
        title: String,
        facts: Vec<(String, String)>,
        sections: Vec<Section>,
    ) -> Self {
        let version = format!("{} {}", report.generator.name, report.generator.version);
        let filters = Filters::new(words, report, &sections);
        Self {
            lang: words.lang.code(),
            title,
            subtitle: report.presentation.subtitle.clone(),
            logo: report
                .presentation
                .logo
                .as_ref()
                .map(|logo| Logo { src: logo.data_uri(), alt: pick!(words, report::logo) }),
            facts,
            sections,
            filters,
            frame: page_words::frame(words, &version),
        }
    }
}
