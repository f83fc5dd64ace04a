//! Pleased or displeased.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Log-odds under which nothing is said either way: odds of 3 to 2.
const TELLING: f32 = 0.4;

/// How a verbatim speaks of a theme.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Pole {
    /// Displeased.
    Negative,
    /// Neither, or both.
    #[default]
    Neutral,
    /// Pleased.
    Positive,
}

impl Pole {
    /// The pole of log-odds: neutral from −0.4 to 0.4.
    #[must_use]
    pub fn of(log_odds: f32) -> Self {
        match log_odds {
            z if z >= TELLING => Self::Positive,
            z if z <= -TELLING => Self::Negative,
            _ => Self::Neutral,
        }
    }
}
