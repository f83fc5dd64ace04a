//! Rows of the report's `drivers` array.

use schemars::JsonSchema;
use serde::Serialize;

use super::adjusted::{AdjustedModel, Effect, LeftOut};
use super::penalty_reward::Appeal;
use super::priority::Quadrant;
use crate::tally::TermKind;

/// What a driver is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DriverKind {
    /// A recurring keyword of an open question.
    Keyword,
    /// A phrase of an open question.
    Phrase,
    /// A keyword that the sentence denies.
    Negated,
    /// A theme of the codebook.
    Theme,
    /// Something that the contact centre measures of the contact: a long wait, a transfer.
    Indicator,
}

impl DriverKind {
    /// True for what is counted word by word in the verbatims: keywords, phrases, denied words.
    #[must_use]
    pub fn is_words(self) -> bool {
        matches!(self, Self::Keyword | Self::Phrase | Self::Negated)
    }
}

impl From<TermKind> for DriverKind {
    fn from(kind: TermKind) -> Self {
        match kind {
            TermKind::Word => Self::Keyword,
            TermKind::Phrase => Self::Phrase,
            TermKind::Negated => Self::Negated,
        }
    }
}

/// What a topic, or an indicator of the contact, does to a score. Base: answers that have the score and a verbatim;
/// for an indicator, answers that have the score and a contact of which all that the model holds is known.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Driver {
    /// Id of the score question.
    pub target: String,
    /// Id of the open question; for an indicator, the table that it comes from: `calls`.
    pub question: String,
    /// What the driver is.
    pub kind: DriverKind,
    /// Stable id: the family's key, the theme's, the indicator's.
    pub id: String,
    /// Name shown.
    pub label: String,
    /// Whether it names a subject; false for words that only deny, judge or measure (`pas`, `trop`).
    pub topic: bool,
    /// Answers that mention it.
    pub n: u64,
    /// Answers of the base: with a score and a verbatim.
    pub base: u64,
    /// Score of the answers that mention it.
    pub with: f64,
    /// Score of the other answers of the base.
    pub without: f64,
    /// `with` − `without`, in the target's unit (points).
    pub difference: f64,
    /// Score of the base minus the score without the answers that mention it: points at stake.
    pub impact: f64,
    /// Standard error of the impact.
    pub se: f64,
    /// Lower end of the interval of the impact.
    pub ci_low: f64,
    /// Upper end of the interval of the impact.
    pub ci_high: f64,
    /// Two-sided p-value of the difference.
    pub p: f64,
    /// Its decimal logarithm.
    pub log10_p: f64,
    /// Benjamini–Hochberg q-value over the keywords tested for this target.
    pub q: f64,
    /// The same with the other drivers held; null where the driver is in no model.
    pub adjusted: Option<Adjusted>,
}

/// What goes with a theme, or with one end of a rated dimension, when the others are held, in the target's unit.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Adjusted {
    /// Answers of the model that have it, unweighted.
    pub n: u64,
    /// Their weighted share, 0…1.
    pub share: f64,
    /// How much lower or higher those score who have it, all else equal.
    pub effect: f64,
    /// Standard error of the effect, by the delete-a-group jackknife.
    pub se: f64,
    /// Lower end of the interval of the effect.
    pub ci_low: f64,
    /// Upper end of the interval of the effect.
    pub ci_high: f64,
    /// Two-sided p-value of the effect.
    pub p: f64,
    /// Its decimal logarithm.
    pub log10_p: f64,
    /// Benjamini–Hochberg q-value over the effects of the model.
    pub q: f64,
    /// Share × effect: points of score that go with it.
    pub impact: f64,
    /// Lower end of the interval of the adjusted impact.
    pub impact_low: f64,
    /// Upper end of the interval of the adjusted impact.
    pub impact_high: f64,
    /// Part of R² due to it (LMG): the share of the score's variance that goes with it.
    pub importance: f64,
}

impl From<Effect> for Adjusted {
    fn from(found: Effect) -> Self {
        let Effect { effect, impact, .. } = found;
        Self {
            n: found.n,
            share: found.share,
            effect: effect.value,
            se: effect.se,
            ci_low: effect.ci_low,
            ci_high: effect.ci_high,
            p: effect.p_value.p,
            log10_p: effect.p_value.log10,
            q: found.q,
            impact: impact.value,
            impact_low: impact.ci_low,
            impact_high: impact.ci_high,
            importance: found.importance,
        }
    }
}

/// The model behind the adjusted effects of one target and one open question.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DriverModel {
    /// Id of the score question.
    pub target: String,
    /// Id of the open question; for indicators, the table that they come from.
    pub question: String,
    /// Answers that the model rests on: with the score and a verbatim, unweighted.
    pub n: u64,
    /// Share of the score's variance that the drivers explain together, 0…1.
    pub r2: f64,
    /// Degrees of freedom of the intervals: groups of respondents less strata.
    pub df: f64,
    /// Half-width that drawing orders of the drivers leaves around their importances, at most; 0 where all were tried.
    pub sampling_error: f64,
    /// Drivers that are not in the model.
    pub left_out: Vec<SetAside>,
}

/// A driver that is not in a model.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SetAside {
    /// Id of the driver.
    pub id: String,
    /// Id of the driver of the model from which it cannot be told; null where it is too rare, or too common.
    pub like: Option<String>,
}

impl DriverModel {
    /// Of a model whose variables have these ids, by their number.
    #[must_use]
    pub fn new(target: &str, question: &str, model: &AdjustedModel, ids: &[String]) -> Self {
        let id = |theme: usize| ids.get(theme).cloned().unwrap_or_default();
        let aside = |&(theme, why): &(usize, LeftOut)| SetAside {
            id: id(theme),
            like: match why {
                LeftOut::Rare => None,
                LeftOut::Collinear { with } => Some(id(with)),
            },
        };
        Self {
            target: target.to_owned(),
            question: question.to_owned(),
            n: model.n,
            r2: model.r2,
            df: model.freedom,
            sampling_error: model.sampling_error,
            left_out: model.left_out.iter().map(aside).collect(),
        }
    }
}

/// How much of a score's differences the rated dimensions explain together.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ImportanceModel {
    /// Id of the score question.
    pub target: String,
    /// Answers that the model rests on: with the score and every dimension, unweighted.
    pub n: u64,
    /// Answers with the score that lack a dimension: left out.
    pub incomplete: u64,
    /// Share of the score's variance that the dimensions explain, 0…1.
    pub r2: f64,
    /// Lower end of its interval.
    pub r2_low: f64,
    /// Upper end of its interval.
    pub r2_high: f64,
    /// R² less what as many dimensions without effect would explain.
    pub r2_adjusted: f64,
    /// True when every order of the dimensions was tried; false when orders were drawn.
    pub exact: bool,
    /// Ids of the dimensions that never vary: left out.
    pub left_out: Vec<String>,
}

/// How much a rated dimension counts in a score, and how it is rated. Base: answers of the model.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Importance {
    /// Id of the score question.
    pub target: String,
    /// Id of the dimension's question.
    pub id: String,
    /// Name shown.
    pub label: String,
    /// Answers with the score that lack this dimension.
    pub missing: u64,
    /// Mean rating, in points of the dimension's scale.
    pub mean: f64,
    /// Lower end of its interval.
    pub mean_low: f64,
    /// Upper end of its interval.
    pub mean_high: f64,
    /// Lowest point of the dimension's scale.
    pub scale_low: f64,
    /// Highest point of the dimension's scale.
    pub scale_high: f64,
    /// Correlation with the score, −1…1.
    pub correlation: f64,
    /// Standardised coefficient, the other dimensions held; null where they say the same.
    pub standardised: Option<f64>,
    /// Part of R² due to the dimension (LMG, Shapley).
    pub importance: f64,
    /// Lower end of its interval.
    pub importance_low: f64,
    /// Upper end of its interval.
    pub importance_high: f64,
    /// Half-width that drawing orders of the dimensions adds to the part; null where all were tried.
    pub sampling_error: Option<f64>,
    /// The part as a share of R², 0…1.
    pub share: f64,
    /// Part of R² by Johnson's relative weights.
    pub relative_weight: f64,
    /// Part of the likelihood's R² (`McFadden`) due to the dimension, by the logit for a share, by proportional odds
    /// else, which does not take the scale for a measure; null where the models would be too many or too large.
    pub likelihood_part: Option<f64>,
    /// What goes with a low rating, against a middling one.
    pub penalty: Option<Adjusted>,
    /// What goes with a high rating, against a middling one.
    pub reward: Option<Adjusted>,
    /// What kind of satisfaction the dimension gives.
    pub appeal: Appeal,
}

/// A driver placed by how much it counts and how well it does.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Priority {
    /// Id of the score question.
    pub target: String,
    /// Id of the driver.
    pub id: String,
    /// Name shown.
    pub label: String,
    /// How much it counts.
    pub importance: f64,
    /// Lower end of its interval.
    pub importance_low: f64,
    /// Upper end of its interval.
    pub importance_high: f64,
    /// From this importance on a driver counts more than the average one.
    pub importance_cut: f64,
    /// How well it does.
    pub performance: f64,
    /// Lower end of its interval.
    pub performance_low: f64,
    /// Upper end of its interval.
    pub performance_high: f64,
    /// From this performance on a driver does well.
    pub performance_cut: f64,
    /// What to do with it.
    pub quadrant: Quadrant,
    /// True when neither interval reaches across its cut: another sample would place it alike.
    pub certain: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_model_names_what_it_leaves_out() {
        let model = AdjustedModel {
            n: 300,
            sampling_error: 0.0,
            r2: 0.2,
            freedom: 99.0,
            effects: Vec::new(),
            left_out: vec![(0, LeftOut::Rare), (2, LeftOut::Collinear { with: 1 })],
        };
        let ids = ["prix", "délai", "attente"].map(str::to_owned);
        let row = DriverModel::new("nps", "pourquoi", &model, &ids);
        let found: Vec<(&str, Option<&str>)> =
            row.left_out.iter().map(|aside| (aside.id.as_str(), aside.like.as_deref())).collect();
        assert_eq!(found, [("prix", None), ("attente", Some("délai"))]);
    }
}
