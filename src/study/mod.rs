//! The questionnaire: which column is which question, on which scale, what counts as no answer.
//!
//! [`profile`] looks at every column, [`Study::infer`] reads the questionnaire out of it (or
//! [`Study::load`] out of study.toml), [`Coding`] turns cells into coded [`Responses`].

mod date;
mod file;
mod fold;
mod ids;
mod infer;
mod init;
mod labels;
mod name;
mod number;
mod profile;
mod question;
mod responses;
mod scores;
mod wave;

pub use date::{Month, Order, Period, Reading, parse_date};
pub use fold::{fold, tidy};
pub use init::to_toml;
pub use labels::{is_missing_word, satisfaction};
pub use number::{parse_answer, parse_number};
pub use profile::{MAX_VALUES, Profile, Sums, profile};
pub use question::{Group, Kind, Question, Scale};
pub use responses::{Coding, EMPTY, MISSING, QuestionCoding, Responses, SegmentCoding};
pub use wave::{WaveSource, Waves};

use crate::Lang;
use crate::error::Warning;

/// What a study asks and how its files answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Study {
    /// Title for the report.
    pub title: Option<String>,
    /// Language of the report, when the study says it.
    pub language: Option<Lang>,
    /// Where the waves come from.
    pub wave: Option<WaveSource>,
    /// Columns used as segments.
    pub segments: Vec<String>,
    /// Smallest base that carries a value, when the study says it.
    pub min_group: Option<u64>,
    /// Questions: scores, the main one first, then free text, the main one first.
    pub questions: Vec<Question>,
    /// Columns that are not used, and why.
    pub unused: Vec<(String, Unused)>,
    /// What was uncertain.
    pub warnings: Vec<Warning>,
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
    /// Weights or design variables, not declared.
    Weight,
    /// One value only.
    Constant,
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

    /// Closed questions, in order.
    pub fn scores(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(|q| q.kind != Kind::Open)
    }

    /// Open questions, in order.
    pub fn texts(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(|q| q.kind == Kind::Open)
    }
}
