//! Scores with their uncertainty: NPS and eNPS, CSAT, CES, ratings.

pub mod agreement;
pub mod bootstrap;
pub mod cholesky;
pub mod columns;
pub mod compare;
pub mod control;
pub mod decompose;
pub mod describe;
mod estimate;
pub mod interval;
pub mod law;
mod met;
mod methods;
pub mod mover;
pub mod net;
pub mod ordinal;
pub mod paired;
pub mod pearson;
pub mod power;
pub mod quantile;
pub mod quasi_poisson;
pub mod rank;
pub mod rao_scott;
mod sample;
pub mod share;
pub mod share_design;
pub mod tails;
pub mod trend;

pub use estimate::{estimates, metrics_of};
pub use met::Met;
pub use methods::{DesignInterval, Intervals, Method, NetInterval, ShareInterval};
pub use sample::{Answers, CellShares, DesignMean, Sample};

use std::collections::BTreeMap;

pub use crate::study::Group;
use crate::tally::Histogram;

use schemars::JsonSchema;
use serde::Serialize;

/// An indicator computed from a closed question. Each has one value, in one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Metric {
    /// Net Promoter Score, points −100…100.
    Nps,
    /// Employee Net Promoter Score, points −100…100.
    Enps,
    /// Share of the two best answers of five, percent 0…100.
    Csat,
    /// Mean of a satisfaction, in points of its scale.
    CsatMean,
    /// Customer effort score: mean, in points of its scale, higher is easier.
    Ces,
    /// Share of easy answers (top 3 of 7, top 2 of 5), percent 0…100.
    CesEasy,
    /// Mean of a rating, in points of its scale.
    RatingMean,
    /// Share of the two best answers of a rating, percent 0…100.
    RatingTop2,
}

/// What kind of quantity a metric is: which interval and which test apply, how it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quantity {
    /// Promoters minus detractors: points, written with a sign and without a percent sign.
    Net,
    /// A share, as a percentage.
    Share,
    /// A mean, in points of the scale.
    Mean,
}

impl Metric {
    /// Kind of quantity.
    #[must_use]
    pub fn quantity(self) -> Quantity {
        match self {
            Self::Nps | Self::Enps => Quantity::Net,
            Self::Csat | Self::CesEasy | Self::RatingTop2 => Quantity::Share,
            Self::CsatMean | Self::Ces | Self::RatingMean => Quantity::Mean,
        }
    }
}

/// One value of one segment column: `region` = `Sud`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
pub struct SegmentValue {
    /// Column of the file.
    pub column: String,
    /// Value in that column.
    pub value: String,
}

/// A metric in one cell (wave × segment) with what it rests on. Under the minimum group the cell
/// is suppressed: every number is null.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Estimate {
    /// Id of the question.
    pub question: String,
    /// What is measured.
    pub metric: Metric,
    /// Wave, null for all waves together.
    pub wave: Option<String>,
    /// Segment, null for the total.
    pub segment: Option<Vec<SegmentValue>>,
    /// The value, in the metric's unit.
    pub value: Option<f64>,
    /// Base: valid answers.
    pub n: Option<u64>,
    /// Effective base: answers of an equal-weight random sample that would be as sure; equals `n` without a
    /// design.
    pub n_eff: Option<f64>,
    /// Design effect: variance over that of a simple random sample of as many answers; null without a design.
    pub deff: Option<f64>,
    /// Degrees of freedom of the design; null without one.
    pub df: Option<f64>,
    /// Standard error, in the metric's unit; null where one answer gives none.
    pub se: Option<f64>,
    /// Lower end of the interval, in the metric's unit.
    pub ci_low: Option<f64>,
    /// Upper end of the interval, in the metric's unit.
    pub ci_high: Option<f64>,
    /// Confidence level of the interval: 0.95.
    pub level: f64,
    /// How the interval was computed.
    pub method: Method,
    /// How the value was computed, e.g. `0-10; 9-10 minus 0-6`.
    pub definition: String,
    /// Share of each group of answers, as fractions 0…1; null when suppressed.
    pub shares: Option<BTreeMap<Group, f64>>,
    /// True when the base is under the minimum group: the numbers are then null.
    pub suppressed: bool,
}

/// Difference of one metric between two waves, or between a segment and the rest, with its interval and test.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Comparison {
    /// Id of the question.
    pub question: String,
    /// What is compared.
    pub metric: Metric,
    /// `wave`, or a segment column.
    pub by: String,
    /// Reference: a wave, or `rest` for the respondents outside the segment.
    pub from: String,
    /// What is compared with it.
    pub to: String,
    /// Segment inside which the comparison is made, null for the total.
    pub segment: Option<Vec<SegmentValue>>,
    /// `to` minus `from`, in the metric's unit (points for shares).
    pub difference: f64,
    /// Standard error of the difference.
    pub se: f64,
    /// Lower end of the interval of the difference.
    pub ci_low: f64,
    /// Upper end of the interval of the difference.
    pub ci_high: f64,
    /// Difference that is found four times in five at this base: 2.80 standard errors at level 0.95. Smaller ones
    /// mostly go unseen.
    pub detectable: f64,
    /// Two-sided p-value.
    pub p: f64,
    /// Its decimal logarithm, finite even where `p` is too small for a floating-point number.
    pub log10_p: f64,
    /// Benjamini–Hochberg q-value over all that is compared on this metric: waves, in total and in each segment,
    /// and segments against the rest.
    pub q: f64,
    /// Name of the test.
    pub test: String,
    /// Whether the whole distribution moved, not the metric alone; null under a design, whose answers are not
    /// alike.
    pub whole: Option<WholeScale>,
    /// Base of `from`.
    pub n_from: u64,
    /// Base of `to`.
    pub n_to: u64,
    /// Respondents who answered on both sides, where a column names them; their two answers are not independent.
    pub overlap: Option<u64>,
    /// Standard error that the difference would have if nobody had answered on both sides; null where
    /// respondents are not named.
    pub se_independent: Option<f64>,
}

/// Two groups of answers compared on the whole scale.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct WholeScale {
    /// Probability that an answer of `to` is higher than one of `from`, ties counting for half (Mann–Whitney).
    pub superiority: f64,
    /// Two-sided p-value of the Mann–Whitney test: exact up to 100 answers, else normal and corrected for ties.
    pub p: f64,
    /// Odds of an answer above any point of the scale in `to`, over those in `from` (proportional odds); null where
    /// the two groups do not overlap.
    pub odds_ratio: Option<f64>,
    /// Lower end of its interval.
    pub odds_low: Option<f64>,
    /// Upper end of its interval.
    pub odds_high: Option<f64>,
}

impl WholeScale {
    /// Compares `to` with `from`; none with an empty group, or when all answers are equal.
    #[must_use]
    pub fn new(from: &Histogram, to: &Histogram, level: f64) -> Option<Self> {
        let ranks = rank::mann_whitney(from, to)?;
        let odds = ordinal::odds_ratio(from, to, level);
        Some(Self {
            superiority: ranks.superiority,
            p: ranks.p_exact.unwrap_or(ranks.p).p,
            odds_ratio: odds.as_ref().map(|o| o.ratio),
            odds_low: odds.as_ref().map(|o| o.ci_low),
            odds_high: odds.as_ref().map(|o| o.ci_high),
        })
    }
}

/// Answers of a closed question by value, all waves together.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Distribution {
    /// Id of the question.
    pub question: String,
    /// Base: valid answers.
    pub n: u64,
    /// The least answer that at least half of them do not exceed; null under a design.
    pub median: Option<f64>,
    /// Lower end of its interval, by order statistics.
    pub median_low: Option<f64>,
    /// Upper end of its interval.
    pub median_high: Option<f64>,
    /// Values ascending; where small groups are protected, neighbours that few gave are one, under the lowest of
    /// them and the label `0–2`. Those of the scale that nobody chose included when it has at most 11.
    pub values: Vec<DistributionValue>,
}

/// One value of a [`Distribution`].
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DistributionValue {
    /// Value on the scale.
    pub value: f64,
    /// The highest value put together with it; null for one alone.
    pub last: Option<f64>,
    /// The answer's label in the file (`Très satisfait`), null for numbers.
    pub label: Option<String>,
    /// Answers.
    pub n: u64,
    /// Share of the base, 0…1.
    pub share: f64,
    /// Group of answers it belongs to.
    pub group: Group,
}
