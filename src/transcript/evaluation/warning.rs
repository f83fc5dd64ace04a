//! What to know before a rate is quoted.

use schemars::JsonSchema;
use serde::Serialize;

use crate::Lang;

/// What to know before a rate is quoted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "code", rename_all = "snake_case")]
#[non_exhaustive]
pub enum RateWarning {
    /// Nothing shows how the evaluated calls were picked.
    NoPlan {
        /// Evaluated calls.
        evaluated: u64,
    },
    /// Evaluated calls that the plan did not draw are left out.
    OutsidePlan {
        /// Calls.
        calls: u64,
    },
    /// Evaluated calls that are not among those read are left out.
    UnknownCalls {
        /// Calls.
        calls: u64,
    },
    /// Drawn calls without an evaluation: the rates assume that they resemble the evaluated ones of their stratum.
    Missing {
        /// Drawn calls.
        drawn: u64,
        /// Those without an evaluation.
        missing: u64,
    },
    /// Strata without any evaluation: no rate speaks for their calls.
    Uncovered {
        /// Strata.
        strata: u64,
        /// Their calls.
        calls: u64,
    },
    /// Strata with a single evaluated call: their spread is taken from the others, which widens the intervals.
    SingleCalls {
        /// Strata.
        strata: u64,
    },
}

impl RateWarning {
    /// The warning in a sentence or two, in French or in English.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let n = |count: &u64| lang.count(*count);
        lang.typeset(match self {
            Self::NoPlan { evaluated } => {
                pick!(lang, calls::evaluated_calls_nothing_shows_how_they_were(n(evaluated)))
            }
            Self::OutsidePlan { calls } => {
                pick!(lang, calls::evaluated_calls_outside_the_listening_plan(n(calls)))
            }
            Self::UnknownCalls { calls } => {
                pick!(lang, calls::evaluated_calls_that_are_not_among_those_read(n(calls)))
            }
            Self::Missing { drawn, missing } => {
                pick!(lang, calls::drawn_calls_without_an_evaluation_of_the(n(missing), n(drawn)))
            }
            Self::Uncovered { strata, calls } => {
                pick!(lang, calls::agents_periods_without_any_evaluation_calls(n(strata), n(calls)))
            }
            Self::SingleCalls { strata } => {
                pick!(lang, calls::agents_periods_with_a_single_evaluated_call(n(strata)))
            }
        })
    }
}
