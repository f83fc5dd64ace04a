//! What a presentation says, slide by slide, laid out: every text cut to its place, nothing of the file format yet.

use super::drawing::Paragraph;
use super::grid::Page;
use super::layout::Area;

/// A slide.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Slide {
    pub title: String,
    pub body: Body,
    /// Small lines at the foot of the content: base, marks, what is elsewhere.
    pub source: Vec<String>,
    /// What the speaker reads: messages, the numbers of the figure, where the rest is.
    pub notes: Vec<String>,
}

/// What stands under a title.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Body {
    /// Of the first slide, under the title of the report.
    Opening(Vec<Paragraph>),
    Text(Vec<Paragraph>),
    Cards(Vec<CardBox>),
    Table {
        page: Page,
        alt: String,
    },
    /// The picture of a figure, by its rank in the report.
    Figure {
        index: usize,
        alt: String,
        area: Area,
    },
}

/// A score at a glance: a box of text and, under it, the bar of its answers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct CardBox {
    pub area: Area,
    pub paragraphs: Vec<Paragraph>,
    /// `met`, `missed`, `undecided` or nothing.
    pub tone: &'static str,
    /// Parts of the bar: tone, label, share 0…1.
    pub bar: Vec<(&'static str, String, f64)>,
    pub bar_area: Area,
    /// The bar in words, under it.
    pub legend: Vec<Paragraph>,
    pub legend_area: Area,
}

impl Slide {
    /// A slide without small lines.
    pub fn new(title: impl Into<String>, body: Body) -> Self {
        Self { title: title.into(), body, source: Vec::new(), notes: Vec::new() }
    }
}
