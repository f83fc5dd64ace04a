//! Weights of polarity that a user's own scores have moved.
//!
//! A lexicon says what words mean to most people; in one trade `rapide` pleases, in another it worries. Where
//! enough verbatims come with a score, each family that the lexicon weighs is weighed again:
//!
//! ```text
//! r = ln((high + ½) / (H + 1)) − ln((low + ½) / (L + 1)),   variance v = 1/(high + ½) + 1/(low + ½)
//! ```
//!
//! of the `high` among H verbatims of high score that hold it, and the `low` among L. Words that go together
//! share the credit when weights add up and have it each when they are counted one by one, so `r` is brought to
//! the scale of the lexicon by the weighted regression *weight = c·r + d* over all its families with ten
//! mentions or more. The distance from the lexicon, c·r + d − weight, then counts
//!
//! - not at all under ten mentions, or when it is less than twice its standard error c·√v;
//! - else by the share 1 / (1 + c²·v + s²), s² being the residual variance of the regression: one unit of
//!   log-odds is how far a trade's word is expected to be from the lexicon's, the rest is noise.
//!
//! A family that the lexicon does not weigh stays so: names of products and places go with scores by accident.
//! Measured on reviews of another trade than the lexicon's, calibrated on one half and scored on the other, the
//! area under the ROC curve gains 0.003 to 0.02.

use super::polarity::{Weight, Weights};

/// Verbatims of each group from which on their counts are worth more than their noise.
pub const ENOUGH: u64 = 200;
/// Mentions under which a weight stays the lexicon's.
const MENTIONS: u64 = 10;
/// Standard errors that a weight must be away from the lexicon's to move.
const ERRORS: f64 = 2.0;
/// Variance of the distance between a trade's weights and the lexicon's.
const DISTANCE: f64 = 1.0;
/// A move that a reader should hear of.
const TELLING: f32 = 0.1;

/// Weights calibrated on a user's data.
#[derive(Debug, Clone, PartialEq)]
pub struct Calibrated {
    /// The weights to score with.
    pub weights: Weights,
    /// Families that weigh otherwise than in the lexicon, the greatest change first.
    pub moved: Vec<Moved>,
}

/// A family whose affirmed weight the data moved.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// Key of the family.
    pub family: String,
    /// Its weight in the lexicon.
    pub from: f32,
    /// Its weight in the data.
    pub to: f32,
}

/// Counts of verbatims of low and of high score.
type LowHigh = [u64; 2];

impl Weights {
    /// The weights moved by a user's scores; none where fewer than [`ENOUGH`] verbatims are low, or high.
    ///
    /// `base` counts the verbatims of low and of high score; `families` gives, by family key, how many of them
    /// hold the family affirmed, and how many denied. The order of the families does not matter.
    pub fn calibrated<'f>(
        &self,
        base: (u64, u64),
        families: impl Iterator<Item = (&'f str, LowHigh, LowHigh)>,
    ) -> Option<Calibrated> {
        if base.0 < ENOUGH || base.1 < ENOUGH {
            return None;
        }
        let mut families: Vec<_> = families
            .map(|(family, affirmed, negated)| (family, self.weight(family), affirmed, negated))
            .filter(|(_, weight, ..)| (weight.affirmed, weight.negated) != (0.0, 0.0))
            .collect();
        // Sums of floating-point numbers depend on their order.
        families.sort_unstable_by_key(|(family, ..)| *family);
        let evidence: Vec<_> = families
            .iter()
            .flat_map(|(_, weight, affirmed, negated)| {
                [
                    Evidence::new(weight.affirmed, *affirmed, base),
                    Evidence::new(weight.negated, *negated, base),
                ]
            })
            .flatten()
            .collect();
        let scale = Scale::of(&evidence)?;
        let mut weights = self.clone();
        let mut moved = Vec::new();
        for (family, weight, affirmed, negated) in families {
            let to = Weight {
                affirmed: scale.weight(weight.affirmed, affirmed, base),
                negated: scale.weight(weight.negated, negated, base),
                ..weight
            };
            if (to.affirmed - weight.affirmed).abs() >= TELLING {
                moved.push(Moved { family: family.to_owned(), from: weight.affirmed, to: to.affirmed });
            }
            if to != weight {
                weights.families.insert(family.into(), to);
            }
        }
        let change = |word: &Moved| (word.to - word.from).abs();
        moved.sort_by(|a, b| change(b).total_cmp(&change(a)).then_with(|| a.family.cmp(&b.family)));
        Some(Calibrated { weights, moved })
    }
}

/// What a user's data say of a family.
struct Evidence {
    weight: f64,
    ratio: f64,
    variance: f64,
}

impl Evidence {
    fn new(weight: f32, [low, high]: LowHigh, base: (u64, u64)) -> Option<Self> {
        if low + high < MENTIONS {
            return None;
        }
        let (low, high) = (low as f64 + 0.5, high as f64 + 0.5);
        let ratio = (high / (base.1 as f64 + 1.0)).ln() - (low / (base.0 as f64 + 1.0)).ln();
        Some(Self { weight: f64::from(weight), ratio, variance: 1.0 / low + 1.0 / high })
    }
}

/// From log ratios of counts to weights that add up: weight = slope · ratio + shift.
struct Scale {
    slope: f64,
    shift: f64,
    residual: f64,
}

impl Scale {
    /// Weighted least squares; none where all ratios are the same, or go against the lexicon.
    fn of(evidence: &[Evidence]) -> Option<Self> {
        // The quarter keeps the most frequent words from deciding alone.
        let trust = |e: &Evidence| 1.0 / (e.variance + 0.25);
        let total: f64 = evidence.iter().map(trust).sum();
        let mean = |value: &dyn Fn(&Evidence) -> f64| {
            evidence.iter().map(|e| trust(e) * value(e)).sum::<f64>() / total
        };
        let (ratio, weight) = (mean(&|e| e.ratio), mean(&|e| e.weight));
        let spread = mean(&|e| (e.ratio - ratio).powi(2));
        let slope = mean(&|e| (e.ratio - ratio) * (e.weight - weight)) / spread;
        let shift = weight - slope * ratio;
        let residual = mean(&|e| (e.weight - slope * e.ratio - shift).powi(2));
        (slope.is_finite() && slope > 0.0).then_some(Self { slope, shift, residual })
    }

    /// The weight of a family after its counts.
    fn weight(&self, weight: f32, counts: LowHigh, base: (u64, u64)) -> f32 {
        let Some(said) = Evidence::new(weight, counts, base) else { return weight };
        let noise = self.slope * self.slope * said.variance;
        let away = self.slope * said.ratio + self.shift - said.weight;
        if away.abs() < ERRORS * noise.sqrt() {
            return weight;
        }
        (said.weight + away * DISTANCE / (DISTANCE + noise + self.residual)) as f32
    }
}
