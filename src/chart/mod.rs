//! Figures, drawn with plotters as SVG for the page and PNG for decks. One file a figure; each takes
//! rows of the report and gives nothing when there is nothing to draw.

mod axis;
mod cells;
#[cfg(test)]
mod check;
mod cloud;
mod control;
mod control_words;
mod distribution;
mod diverging;
mod durations;
pub(crate) mod font;
mod frame;
mod gauge;
mod gauge_words;
mod gauges;
mod group_bars;
mod group_words;
mod heat;
mod heat_scale;
mod impact;
mod input;
mod keyness;
mod keywords;
mod marks;
mod measure;
mod multiples_words;
mod network;
mod network_graph;
mod network_layout;
mod network_words;
mod paint;
mod panel;
mod place;
mod priorities;
mod priorities_words;
mod rows;
mod scene;
mod score_heat;
mod segments;
mod sheet;
mod small_multiples;
mod stacked;
mod style;
mod swatches;
mod theme_polarity;
mod theme_waves;
mod voices;
mod waterfall;
mod waves;
mod waves_words;

pub(crate) use cells::id;
pub use cloud::cloud;
pub use control::{Control, ControlDay, control};
pub use distribution::distribution;
pub use diverging::{DivergingRow, Rated, diverging};
pub use durations::{DurationSeries, Durations, durations};
pub use gauge::{ScoreGauge, gauge};
pub use gauges::{Gauge, Gauges, gauges};
pub use heat::{Heat, HeatCell, HeatPanel, heat};
pub use impact::impact;
pub use input::Heading;
pub use keyness::keyness;
pub use keywords::keywords;
pub use measure::Measure;
pub use network::network;
pub use network_graph::{ThemeLink, ThemeNode};
pub use priorities::{PriorityBase, priorities};
pub use score_heat::score_heat;
pub use segments::segments;
pub use small_multiples::{Multiples, Panel, small_multiples};
pub use stacked::{By, stacked};
pub use style::CHANCE;
pub(crate) use style::metric_name;
pub use theme_polarity::{ThemePolarity, theme_polarity};
pub use theme_waves::{ThemeLine, ThemeWaves, theme_waves};
pub use waterfall::{Step, Waterfall, waterfall};
pub use waves::{Aims, waves};

/// Kind of figure: the value of `barometre chart KIND`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, clap::ValueEnum)]
pub enum ChartKind {
    /// Answers of the score by value
    Distribution,
    /// Groups of answers by wave and by segment, stacked to 100 %
    Stacked,
    /// The same groups around a middle line: low answers to the left, high ones to the right
    Diverging,
    /// The score on its scale, with its interval, its target and the wave before
    Gauge,
    /// Score by wave, with intervals and target
    Waves,
    /// Score by segment, with intervals; one figure a column
    Segments,
    /// Score by segment and wave, as a table of colours; one figure a column
    Heat,
    /// Score by wave, one panel a value of a segment; one figure a column
    Multiples,
    /// What the change of the score between the last two waves is made of; one figure a column
    Waterfall,
    /// Recurring keywords
    Keywords,
    /// Word cloud: sized by count, coloured by who says the word
    Cloud,
    /// Words of low scores against words of high scores
    Keyness,
    /// Impact of themes and of keywords on the score, with intervals
    Impact,
    /// Rated dimensions by importance and performance
    Priorities,
    /// Share of verbatims that speak of each theme, by wave
    ThemeWaves,
    /// How each theme is judged: pleased, displeased, neither
    ThemePolarity,
    /// Themes that are mentioned together
    Network,
    /// Indicators of the contact centre against their targets
    Targets,
    /// Indicators of the contact centre day by day; one figure an indicator
    Control,
    /// Calls and service level by weekday and hour
    Week,
    /// Outbound calls and answers by weekday and hour
    WeekOutbound,
    /// How long callers wait
    Waits,
    /// How long a call takes
    HandleTimes,
    /// An indicator by agent
    Agents,
    /// Active listening detected in transcripts, by agent
    ListeningAgents,
    /// Words that rise in transcripts
    Rising,
}

impl ChartKind {
    /// Every kind, in the order of a report.
    pub const ALL: &[Self] = &[
        Self::Distribution,
        Self::Stacked,
        Self::Diverging,
        Self::Gauge,
        Self::Waves,
        Self::Segments,
        Self::Heat,
        Self::Multiples,
        Self::Waterfall,
        Self::Keywords,
        Self::Cloud,
        Self::Keyness,
        Self::Impact,
        Self::Priorities,
        Self::ThemeWaves,
        Self::ThemePolarity,
        Self::Network,
        Self::Targets,
        Self::Control,
        Self::Week,
        Self::WeekOutbound,
        Self::Waits,
        Self::HandleTimes,
        Self::Agents,
        Self::ListeningAgents,
        Self::Rising,
    ];

    /// Id of the figure, which names its files; where there are several, a segment's column or an indicator is added.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Distribution => "distribution",
            Self::Stacked => "stacked",
            Self::Diverging => "diverging",
            Self::Gauge => "gauge",
            Self::Waves => "waves",
            Self::Segments => "segments",
            Self::Heat => "heat",
            Self::Multiples => "multiples",
            Self::Waterfall => "waterfall",
            Self::Keywords => "keywords",
            Self::Cloud => "cloud",
            Self::Keyness => "keyness",
            Self::Impact => "impact",
            Self::Priorities => "priorities",
            Self::ThemeWaves => "theme-waves",
            Self::ThemePolarity => "theme-polarity",
            Self::Network => "network",
            Self::Targets => "targets",
            Self::Control => "control",
            Self::Week => "week",
            Self::WeekOutbound => "week-outbound",
            Self::Waits => "waits",
            Self::HandleTimes => "handle-times",
            Self::Agents => "agents",
            Self::ListeningAgents => "listening-agents",
            Self::Rising => "rising",
        }
    }

    /// What the figure is drawn from.
    #[must_use]
    pub fn source(self) -> Source {
        match self {
            Self::Targets
            | Self::Control
            | Self::Week
            | Self::WeekOutbound
            | Self::Waits
            | Self::HandleTimes
            | Self::Agents => Source::Centre,
            Self::ListeningAgents | Self::Rising => Source::Calls,
            _ => Source::Survey,
        }
    }
}

/// What a figure is drawn from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Survey files.
    Survey,
    /// Tables of a contact centre.
    Centre,
    /// Call transcripts.
    Calls,
}

/// A figure in both forms, with its words in the report's language.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What it shows.
    pub kind: ChartKind,
    /// Name of its files, e.g. `waves`, `segments-region`.
    pub id: String,
    /// Segment column that it is about.
    pub column: Option<String>,
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
