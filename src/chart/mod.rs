//! Figures, drawn with plotters as SVG for the page and PNG for decks. One file a figure; each takes
//! rows of the report and gives nothing when there is nothing to draw.

mod axis;
#[cfg(test)]
mod check;
mod control;
mod control_words;
mod distribution;
mod durations;
mod font;
mod frame;
mod gauges;
mod heat;
mod heat_scale;
mod impact;
mod input;
mod keyness;
mod keywords;
mod marks;
mod multiples_words;
mod paint;
mod rows;
mod scene;
mod segments;
mod sheet;
mod small_multiples;
mod style;
mod waves;

pub use control::{Control, ControlDay, control};
pub use distribution::distribution;
pub use durations::{DurationSeries, Durations, durations};
pub use gauges::{Gauge, Gauges, gauges};
pub use heat::{Heat, HeatCell, HeatPanel, heat};
pub use impact::impact;
pub use input::Heading;
pub use keyness::keyness;
pub use keywords::keywords;
pub use segments::segments;
pub use small_multiples::{Multiples, Panel, small_multiples};
pub use waves::waves;

/// Kind of figure: the value of `barometre chart KIND`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, clap::ValueEnum)]
pub enum ChartKind {
    /// Answers by value.
    Distribution,
    /// Score by wave, with intervals.
    Waves,
    /// Score by segment, with intervals.
    Segments,
    /// Recurring keywords.
    Keywords,
    /// Words of low scores against words of high scores.
    Keyness,
    /// Impact of keywords on the score, with intervals.
    Impact,
}

impl ChartKind {
    /// Id of the figure, which names its files; a segment's column is added to it.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Distribution => "distribution",
            Self::Waves => "waves",
            Self::Segments => "segments",
            Self::Keywords => "keywords",
            Self::Keyness => "keyness",
            Self::Impact => "impact",
        }
    }
}

/// A figure in both forms, with its words in the report's language.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Name of its files, e.g. `waves`, `segments-region`.
    pub id: String,
    /// Title, also drawn in the picture.
    pub title: String,
    /// One or two sentences: what to see, what it rests on. Plain text, not escaped.
    pub caption: String,
    /// Text alternative: title and caption. Plain text, not escaped.
    pub alt: String,
    /// A self-contained `<svg>` element without ids: several may share a page. Its labels are measured
    /// for the family `DejaVu Sans`, which the page must declare.
    pub svg: String,
    /// A PNG file, two pixels per logical pixel.
    pub png: Vec<u8>,
}

/// A figure that could not be drawn: the message of the backend or of the PNG encoder.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the figure could not be drawn: {0}")]
pub struct ChartError(String);
