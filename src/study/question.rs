//! A question of the study: what it asks, on which scale, what counts as no answer.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Kind of question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Recommendation 0–10 by customers.
    Nps,
    /// Recommendation by employees, 0–10; 1–10 when declared so.
    Enps,
    /// Satisfaction, 1–5.
    Csat,
    /// Effort or ease, 1–7 or 1–5, higher is easier.
    Ces,
    /// Any other scale.
    Rating,
    /// One answer among several that are no scale.
    Single,
    /// Several answers among those offered, one column each or in one cell.
    Multiple,
    /// Free text.
    Open,
}

impl Kind {
    /// As study.toml writes it.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Nps => "nps",
            Self::Enps => "enps",
            Self::Csat => "csat",
            Self::Ces => "ces",
            Self::Rating => "rating",
            Self::Single => "single",
            Self::Multiple => "multiple",
            Self::Open => "open",
        }
    }

    /// Scale of a question of this kind when none is declared.
    #[must_use]
    pub fn usual_scale(self) -> Option<Scale> {
        match self {
            Self::Nps | Self::Enps => Some(Scale { low: 0.0, high: 10.0 }),
            Self::Csat => Some(Scale { low: 1.0, high: 5.0 }),
            Self::Ces => Some(Scale { low: 1.0, high: 7.0 }),
            Self::Rating | Self::Single | Self::Multiple | Self::Open => None,
        }
    }

    /// Whether its answers lie on a scale.
    #[must_use]
    pub fn is_score(self) -> bool {
        !matches!(self, Self::Single | Self::Multiple | Self::Open)
    }

    /// Place in the order of a study: scores, then choices, then free text.
    #[must_use]
    pub fn rank(self) -> u8 {
        match self {
            Self::Single | Self::Multiple => 1,
            Self::Open => 2,
            _ => 0,
        }
    }
}

/// A group of answers of a closed question: promoters, passives, detractors for NPS and eNPS;
/// high, middle, low elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// 9–10 of 0–10.
    Promoters,
    /// 7–8 of 0–10.
    Passives,
    /// 0–6 of 0–10.
    Detractors,
    /// The best answers: 4–5 of 5, 5–7 of 7, the top two elsewhere.
    High,
    /// What lies between.
    Middle,
    /// The worst answers: 1–2 of 5, 1–3 of 7, the lower half elsewhere.
    Low,
}

/// The scale of a closed question, and which of its answers are good and bad.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// Lowest answer.
    pub low: f64,
    /// Highest answer, the best.
    pub high: f64,
}

impl Scale {
    /// Number of whole points: 11 for 0–10.
    #[must_use]
    pub fn points(self) -> f64 {
        self.high - self.low + 1.0
    }

    /// Group of an answer. NPS: 9–10, 7–8, 0–6 (on another scale the same distance from the top); five
    /// points or four: the top two are high, the bottom two low; three or two: the top is high, the bottom low; CES of seven: 5–7, 4, 1–3; other scales: the top two
    /// are high, the lower half low. A half point counts with the whole point below it: 4.5 is high, 3.5
    /// middle, 2.5 low.
    #[must_use]
    pub fn group(self, kind: Kind, value: f64) -> Group {
        let value = value.floor();
        let from_top = self.high - value;
        match kind {
            Kind::Nps | Kind::Enps => match from_top {
                d if d <= 1.0 => Group::Promoters,
                d if d <= 3.0 => Group::Passives,
                _ => Group::Detractors,
            },
            Kind::Ces if self.points() >= 7.0 => match from_top {
                d if d <= 2.0 => Group::High,
                d if d <= 3.0 => Group::Middle,
                _ => Group::Low,
            },
            _ => {
                let lower_half =
                    if self.points() <= 5.0 { self.low + 1.0 } else { f64::midpoint(self.low, self.high) };
                // Of two or three points, the top alone is good.
                let high = if self.points() <= 3.0 { 0.0 } else { 1.0 };
                let lower_half = if self.points() <= 3.0 { self.low } else { lower_half };
                if from_top <= high {
                    Group::High
                } else if value <= lower_half {
                    Group::Low
                } else {
                    Group::Middle
                }
            }
        }
    }
}

/// A question and how to code its answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Short id, unique in the study.
    pub id: String,
    /// Column of the file; of a multiple-answer question over several columns, the first.
    pub column: String,
    /// Columns of a multiple-answer question that has one for each answer; empty otherwise.
    pub columns: Vec<String>,
    /// What separates the answers that one cell of a multiple-answer question holds.
    pub separator: Option<String>,
    /// Text of the question, where the file gives one beside the name of the column.
    pub text: Option<String>,
    /// Kind.
    pub kind: Kind,
    /// Scale of a closed question; none for free text.
    pub scale: Option<Scale>,
    /// True when the file counts the other way round: 1 is best. Coded as low + high − x.
    pub reversed: bool,
    /// Answers written in words, and their value.
    pub labels: BTreeMap<String, f64>,
    /// Codes and words that mean no answer.
    pub missing: Vec<String>,
    /// The value to reach, in the unit of the question's first metric.
    pub target: Option<f64>,
    /// The value not to miss, in the same unit.
    pub minimum: Option<f64>,
    /// A difference smaller than this is no change, in the unit of the question's first metric.
    pub margin: Option<f64>,
    /// The score an open question is about.
    pub about: Option<String>,
}

impl Question {
    /// Every column that holds its answers.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        let several = self.columns.iter().map(String::as_str);
        several.chain(self.columns.is_empty().then_some(self.column.as_str()))
    }

    /// What it asks, as far as the file says: its text, else the name of its column.
    #[must_use]
    pub fn asks(&self) -> &str {
        self.text.as_deref().unwrap_or(&self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::Group::{Detractors, High, Low, Middle, Passives, Promoters};
    use super::*;

    #[test]
    fn groups_are_cut_at_whole_points() {
        let cut = |kind: Kind, low: f64, high: f64, answers: &[f64]| -> Vec<Group> {
            answers.iter().map(|x| Scale { low, high }.group(kind, *x)).collect()
        };
        assert_eq!(
            cut(Kind::Nps, 0.0, 10.0, &[0.0, 6.0, 7.0, 8.0, 9.0]),
            [Detractors, Detractors, Passives, Passives, Promoters]
        );
        assert_eq!(
            cut(Kind::Csat, 1.0, 5.0, &[2.0, 2.5, 3.0, 3.5, 4.0, 4.5]),
            [Low, Low, Middle, Middle, High, High]
        );
        assert_eq!(cut(Kind::Ces, 1.0, 7.0, &[3.0, 4.0, 5.0]), [Low, Middle, High]);
        assert_eq!(cut(Kind::Ces, 1.0, 5.0, &[2.0, 3.0, 4.0]), [Low, Middle, High]);
        assert_eq!(cut(Kind::Rating, 1.0, 3.0, &[1.0, 2.0, 3.0]), [Low, Middle, High]);
        assert_eq!(cut(Kind::Csat, 1.0, 4.0, &[1.0, 2.0, 3.0, 4.0]), [Low, Low, High, High]);
        assert_eq!(cut(Kind::Enps, 1.0, 10.0, &[6.0, 7.0, 9.0]), [Detractors, Passives, Promoters]);
        assert_eq!(
            cut(Kind::Rating, 1.0, 10.0, &[5.0, 5.5, 6.0, 8.0, 9.0]),
            [Low, Low, Middle, Middle, High]
        );
    }
}
