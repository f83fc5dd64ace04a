//! Whether a value to reach is reached.

use schemars::JsonSchema;
use serde::Serialize;

/// Whether a value is reached, as far as its interval tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Met {
    /// The whole interval is at the target or above.
    Yes,
    /// The whole interval is under it.
    No,
    /// The interval holds it, or there is none: the base does not tell.
    Undecided,
}

impl Met {
    /// Where an interval stands beside a target; undecided without one.
    #[must_use]
    pub fn new(low: Option<f64>, high: Option<f64>, target: f64) -> Self {
        match (low, high) {
            (Some(low), _) if low >= target => Self::Yes,
            (_, Some(high)) if high < target => Self::No,
            _ => Self::Undecided,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_inside_the_interval_is_undecided() {
        let met = |low, high| Met::new(Some(low), Some(high), 30.0);
        assert_eq!((met(30.0, 40.0), met(10.0, 29.9), met(25.0, 35.0)), (Met::Yes, Met::No, Met::Undecided));
        assert_eq!(Met::new(None, None, 30.0), Met::Undecided);
    }
}
