//! The questionnaire: which column is which question, on which scale, what counts as no answer.
//!
//! [`profile`] looks at every column, [`Study::infer`] reads the questionnaire out of it (or
//! [`Declared`] out of study.toml), [`Coding`] turns cells into coded [`Responses`].

mod chronology;
mod date;
mod date_text;
mod design;
mod excerpt;
mod file;
mod filter;
mod fold;
mod grouping;
mod handling;
mod ids;
mod infer;
mod init;
mod labels;
mod ladder;
mod mode;
mod name;
mod natural;
mod number;
mod numbered;
mod period;
mod presentation;
mod profile;
mod question;
pub mod raking;
mod responses;
mod sampling;
mod scores;
mod spelled;
mod spelling;
mod targets;
mod wave;
mod weigh;
mod weighting;
mod weighting_summary;
mod worded;
mod wording;

pub use date::{DateCounts, DateFormat, Reading, parse_digits};
pub use date_text::parse_date;
pub use design::{Design, Invited, Population};
pub use file::Declared;
pub use filter::{Filter, FilterError, FilterPart};
pub(crate) use fold::words;
pub use fold::{fold, tidy};
pub use grouping::{Grouping, GroupingError, Groups, group};
pub use handling::{Handling, consents};
pub use init::to_toml;
pub use labels::{is_missing_word, is_total};
pub use mode::{Mode, mark_temperature};
pub use number::{DecimalMark, decimal_mark, parse_answer, parse_number, parse_number_in, parse_out_of};
pub use numbered::{Numbered, numbered};
pub use period::Period;
pub use presentation::{Asked, AskedAt, PresentationAsked};
pub(crate) use presentation::{PresentationSection, to_toml as presentation_to_toml};
pub use profile::{MAX_VALUES, Profile, Range, Sums, profile};
pub use question::{Group, Kind, Question, Scale};
pub use responses::{ChoiceCoding, Coding, EMPTY, MISSING, QuestionCoding, Responses, SegmentCoding};
pub use sampling::{Draws, Sampling};
pub use wave::{WaveSource, Waves};
pub use weigh::{RowWeights, weigh};
pub use weighting::{Margin, Method, Target, TargetsPart, Weighting, WeightingError};
pub use weighting_summary::{MarginSummary, MarginValue, WeightSpread, WeightingSummary};
pub use worded::{Subject, Worded, worded};

use crate::Lang;
use crate::error::Warning;
use crate::read::InputFile;

/// What a study asks and how its files answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Study {
    /// The study file; none where the study is inferred.
    pub file: Option<InputFile>,
    /// Title for the report.
    pub title: Option<String>,
    /// How the report is to look.
    pub presentation: PresentationAsked,
    /// Language of the report, when the study says it.
    pub language: Option<Lang>,
    /// Where the waves come from.
    pub wave: Option<WaveSource>,
    /// Columns used as segments, and how their values are grouped.
    pub segments: Vec<Segment>,
    /// Column that tells how answers were collected, one of the segments.
    pub mode: Option<Mode>,
    /// Column that tells the same person in two waves.
    pub respondent: Option<String>,
    /// How the respondents were drawn, as far as declared.
    pub design: Design,
    /// How many people were asked, where it is known.
    pub invited: Option<Invited>,
    /// Weights to compute; those of the design alone otherwise.
    pub weighting: Option<Weighting>,
    /// Which rows are analysed; all of them otherwise.
    pub filter: Option<Filter>,
    /// Smallest base that carries a value, when the study says it.
    pub min_group: Option<u64>,
    /// Fewest verbatims that use a word for one of them to be quoted, when the study says it.
    pub min_quotes: Option<u64>,
    /// Who may be called back, why answers are kept.
    pub handling: Handling,
    /// The codebook of the themes: one that the program has, or a file; chosen by the kind of study otherwise.
    pub codebook: Option<Codebook>,
    /// Words of the verbatims that the study wants together or apart.
    pub families: Option<Families>,
    /// Questions: scores, the main one first, then free text, the main one first.
    pub questions: Vec<Question>,
    /// Columns that are not used, and why.
    pub unused: Vec<(String, Unused)>,
    /// What was uncertain.
    pub warnings: Vec<Warning>,
}

/// A codebook as study.toml names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Codebook {
    /// The study file.
    pub file: String,
    /// `customer_experience`, `human_resources`, `contact_centre`, or a file beside the study's.
    pub name: String,
}

/// Words of the verbatims that are one subject to the study, or that are not, whatever the language says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Families {
    /// The file that says so.
    pub file: String,
    /// Lists of words, each list one family with all their forms.
    pub merge: Vec<Vec<String>>,
    /// Words that stand apart, with their plural, from the family that the language gives them.
    pub split: Vec<String>,
}

/// A column that cuts the answers into groups.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Segment {
    /// Column.
    pub column: String,
    /// How its values are grouped and ordered.
    pub grouping: Grouping,
}

impl Segment {
    /// The groups that it makes of the cells of its column.
    #[must_use]
    pub fn groups(&self, profile: &Profile) -> Groups {
        let declared = |cell: &String| profile.missing.contains(cell.trim());
        let cells = profile.values.iter().flatten().filter(|(cell, _)| !declared(cell));
        group(&cells.map(|(cell, n)| (cell.clone(), *n)).collect(), &self.grouping)
    }
}

impl From<&str> for Segment {
    fn from(column: &str) -> Self {
        Self { column: column.to_owned(), grouping: Grouping::default() }
    }
}

/// Why a column is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unused {
    /// No cell is filled.
    Empty,
    /// A date that does not make the waves.
    Date,
    /// Identifies a response or a person.
    Identifier,
    /// The survey tool keeps it for itself: duration, progress, browser.
    Technical,
    /// Weights or design variables, not declared.
    Weight,
    /// One value only.
    Constant,
    /// Says again what a score says: its promoters and detractors.
    Derived,
    /// A number, no scale.
    Number,
    /// Too many values for a segment, no scale.
    ManyValues,
    /// study.toml does not mention it.
    NotDeclared,
}

impl Study {
    /// Smallest base that carries a value: as declared, else 5 for employees' studies, else 1.
    #[must_use]
    pub fn min_group(&self) -> u64 {
        let employees = self.questions.iter().any(|q| q.kind == Kind::Enps);
        self.min_group.unwrap_or(if employees { 5 } else { 1 }).max(1)
    }

    /// Fewest verbatims that use a word for one of them to be quoted: as declared, else 10 where small groups are
    /// protected, else 1.
    #[must_use]
    pub fn min_quotes(&self) -> u64 {
        self.min_quotes.unwrap_or(if self.min_group() > 1 { 10 } else { 1 })
    }

    /// Questions on a scale, in order.
    pub fn scores(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(|q| q.kind.is_score())
    }

    /// Questions answered by choosing among answers that are no scale, in order.
    pub fn choices(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(|q| matches!(q.kind, Kind::Single | Kind::Multiple))
    }

    /// Open questions, in order.
    pub fn texts(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(|q| q.kind == Kind::Open)
    }
}
