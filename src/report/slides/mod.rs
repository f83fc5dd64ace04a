//! `report.pptx`: the report as slides that a person can edit: native text, native tables, figures as pictures with
//! their numbers in the notes.
//!
//! Written part by part: of the crates that write presentations, `pptx` 0.1 orders the parts of its archive by hash,
//! leaves the slides that it deletes in the file, and gives notes without the master that `PowerPoint` asks for.

mod cards;
mod deck;
mod drawing;
mod flaw;
mod grid;
mod layout;
mod package;
mod parts;
mod pictures;
mod plan;
mod prose;
mod shipped;
mod stage;
mod template;
#[cfg(test)]
mod tests;
mod text;
mod words;

pub use flaw::TemplateFlaw;
pub use template::Template;

use super::document::{Document, Table};
use super::words::Words;
use crate::chart::Figure;
use crate::error::{Error, Result};
use crate::report::{Presentation, Report};
use deck::{Body, Slide};
use drawing::{Align, Paragraph};
use prose::{fitted, height};
use stage::Stage;
use text::clean;

/// What slides are made of.
struct Compose<'a> {
    words: &'a Words<'a>,
    document: &'a Document,
    figures: &'a [Figure],
    stage: &'a Stage,
    /// Waves of a survey.
    waves: &'a [String],
    /// Which sections were asked for.
    presentation: &'a Presentation,
}

/// The report as a presentation (`.pptx`), on the user's template or on the one that the program has. The same report
/// gives the same bytes.
///
/// # Errors
/// [`Error::Render`], never in practice: the archive is written to memory.
pub fn slides(report: &Report, figures: &[Figure], template: Option<&Template>) -> Result<Vec<u8>> {
    let failed = |cause: String| Error::Render { what: "report.pptx".into(), cause };
    let own = match template {
        Some(_) => None,
        None => Some(Template::shipped().map_err(|flaw| failed(format!("{flaw:?}")))?),
    };
    let Some(template) = template.or(own.as_ref()) else { return Err(failed("no template".into())) };
    let words = Words::new(report);
    let document = Document::new(report, figures);
    let (stage, waves) = (template.stage(), &report.study.waves);
    let presentation = &report.presentation;
    let compose = Compose { words: &words, document: &document, figures, stage, waves, presentation };
    let mut deck = vec![compose.opening(report)];
    deck.extend(compose.slides());
    parts::write(&deck, template, &words, &document.title, figures).map_err(|e| failed(e.to_string()))
}

impl Compose<'_> {
    /// The first slide: the title, what was read, the period, the base.
    fn opening(&self, report: &Report) -> Slide {
        let slot = &self.stage.opening.body;
        let (room, scale) = (slot.inside(), self.stage.scale());
        // What was measured first; the files on one line after it.
        let tables = report.centre.iter().flat_map(|centre| &centre.tables).flat_map(|table| &table.files);
        let read: Vec<&String> = report.study.files.iter().map(|file| &file.name).chain(tables).collect();
        let named = |text: &str| read.iter().any(|name| text.starts_with(name.as_str()));
        let (files, facts): (Vec<_>, Vec<_>) = self.document.facts.iter().partition(|(_, text)| named(text));
        let mut lines: Vec<String> = self.document.subtitle.iter().cloned().collect();
        lines.extend(facts.iter().map(|(term, text)| self.fact(term, text)));
        if !files.is_empty() {
            let files: Vec<&str> = files.iter().map(|(_, text)| text.as_str()).collect();
            lines.push(words::files(self.words, &files.join(", ")));
        }
        let page = |size: f64| -> Vec<Paragraph> {
            let line = |text: &String| {
                let paragraph = Paragraph { align: Align::Inherited, ..Paragraph::plain(text, size) };
                fitted(paragraph.before(0.3 * size), room.width, 3)
            };
            lines.iter().map(line).collect()
        };
        let tall = |page: &[Paragraph]| page.iter().map(|p| height(p, room.width)).sum::<f64>();
        let sizes = [18.0, 16.0, 15.0, 14.0, 13.0, 12.0].map(|size| size * scale);
        let fits = sizes.iter().map(|size| page(*size)).find(|page| tall(page) <= room.height);
        let mut paragraphs = fits.unwrap_or_else(|| page(sizes[5]));
        while paragraphs.len() > 1 && tall(&paragraphs) > room.height {
            paragraphs.pop();
        }
        let mut slide = Slide::new(clean(&self.document.title), Body::Opening(paragraphs));
        slide.notes = self.document.facts.iter().map(|(term, text)| clean(&self.fact(term, text))).collect();
        slide.notes.push(self.document.frame.footer.clone());
        slide
    }

    fn fact(&self, term: &str, text: &str) -> String {
        say!(self.words, slides::joined(term, text))
    }

    /// A table as slides, at most so many; what they leave out is said under the last one, where `spare` lines are kept
    /// free.
    fn table(&self, table: &Table, title: &str, most: usize, spare: usize) -> Vec<Slide> {
        let title = clean(title);
        let notes = self.stage.foot_lines(&table.notes);
        let room = self.stage.room(&[notes, vec!["…".to_owned(); spare]].concat());
        let grid = grid::grid(table, (room.width, room.height), self.stage.scale(), most);
        let (all, pages) = (grid::rows(table).0.len(), grid.pages.len());
        let mut shown = 0;
        let mut slides = Vec::new();
        for (n, page) in grid.pages.into_iter().enumerate() {
            shown += page.rows.len() - 1 - usize::from(page.total);
            let mut slide = Slide::new(
                words::page(&title, n + 1, pages),
                Body::Table { page, alt: clean(&table.caption) },
            );
            let mut said = Vec::new();
            if n + 1 == pages && shown < all {
                said.push(words::rows_shown(self.words, shown, all));
            }
            if !grid.left_out.is_empty() {
                said.push(words::columns_left_out(self.words, &grid.left_out));
            }
            // One line of its own, so that it takes no more room than was kept.
            let said = (!said.is_empty()).then(|| said.join(" "));
            slide.source = self
                .stage
                .foot_lines(&said.into_iter().chain(table.notes.iter().cloned()).collect::<Vec<_>>());
            if n == 0 {
                slide.notes = self.rows(table);
            }
            slides.push(slide);
        }
        slides
    }
}
