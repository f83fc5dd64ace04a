//! The page of a figure: title and question above, note below, and what stands between.

use super::font::{Weight, drawable, wrap};
use super::paint;
use super::scene::{Align, Scene};
use super::style::{BODY, INK, MARGIN, MUTED, SMALL, TITLE, WIDTH};
use super::{ChartError, ChartKind, Figure};
use crate::lang::Lang;

/// Words of a figure, in the report's language.
#[derive(Debug, Clone)]
pub struct Words {
    /// What the figure shows.
    pub kind: ChartKind,
    /// Name of the files and of the anchor in the page.
    pub id: String,
    /// Title, drawn in the picture.
    pub title: String,
    /// The question asked, drawn under the title.
    pub question: String,
    /// One or two sentences: what to see, what it rests on.
    pub caption: String,
    /// Small line at the bottom of the picture: base, interval, what is left out.
    pub note: String,
}

/// A figure being drawn, from top to bottom.
pub struct Sheet {
    /// Shapes so far.
    pub scene: Scene,
    /// How far down the picture is filled.
    pub y: f64,
    words: Words,
    lang: Lang,
}

impl Sheet {
    /// A page with its title and its question.
    pub fn new(words: Words, lang: Lang) -> Self {
        let set = |text: &str| lang.typeset(drawable(text));
        let words = Words {
            kind: words.kind,
            id: words.id,
            title: set(&words.title),
            question: set(&words.question),
            caption: set(&words.caption),
            note: set(&words.note),
        };
        let (title, question) = (words.title.clone(), words.question.clone());
        let mut sheet =
            Self { scene: Scene { width: WIDTH, height: 0.0, shapes: Vec::new() }, y: 16.0, words, lang };
        sheet.paragraph(&title, TITLE, Weight::Bold, 2);
        sheet.paragraph(&question, BODY, Weight::Regular, 2);
        sheet.y += 14.0;
        sheet
    }

    fn paragraph(&mut self, text: &str, size: f64, weight: Weight, lines: usize) {
        if text.is_empty() {
            return;
        }
        let color = if weight == Weight::Bold { INK } else { MUTED };
        for line in wrap(text, size, weight, WIDTH - 2.0 * MARGIN, lines) {
            self.y += (size * 1.36).round();
            self.scene.text(&line, (MARGIN, self.y), Align::Start, size, weight, color);
        }
        self.y += 4.0;
    }

    /// Closes the page with its note and draws it.
    pub fn finish(mut self) -> Result<Option<Figure>, ChartError> {
        self.y += 12.0;
        let note = std::mem::take(&mut self.words.note);
        self.paragraph(&note, SMALL, Weight::Regular, 4);
        self.scene.height = (self.y + 14.0).round();
        let Words { kind, id, title, caption, .. } = self.words;
        let alt = format!("{title}{}{caption}", self.lang.pick("\u{a0}: ", ": "));
        Ok(Some(Figure {
            svg: paint::svg(&self.scene, &alt)?,
            png: paint::png(&self.scene)?,
            kind,
            column: None,
            id,
            title,
            caption,
            alt,
        }))
    }
}
