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
            Self::NoPlan { evaluated } => lang.pick(
                format!("Appels évalués : {}. Rien n’indique comment ils ont été choisis : sans plan d’écoute tiré au sort, l’intervalle ne vaut que s’ils l’ont été au hasard.", n(evaluated)),
                format!("Evaluated calls: {}. Nothing shows how they were picked: without a listening plan drawn at random, the interval only holds if chance picked them.", n(evaluated)),
            ),
            Self::OutsidePlan { calls } => lang.pick(
                format!("Appels évalués hors du plan d’écoute : {}. Choisis et non tirés au sort, ils n’entrent dans aucun taux.", n(calls)),
                format!("Evaluated calls outside the listening plan: {}. Picked and not drawn, they enter no rate.", n(calls)),
            ),
            Self::UnknownCalls { calls } => lang.pick(
                format!("Appels évalués qui ne sont pas parmi les appels lus : {}. Ils n’entrent dans aucun taux.", n(calls)),
                format!("Evaluated calls that are not among those read: {}. They enter no rate.", n(calls)),
            ),
            Self::Missing { drawn, missing } => lang.pick(
                format!("Appels tirés sans évaluation : {} sur {}. Les taux supposent qu’ils ressemblent aux appels évalués du même agent et de la même période.", n(missing), n(drawn)),
                format!("Drawn calls without an evaluation: {} of {}. The rates assume that they resemble the evaluated calls of the same agent and period.", n(missing), n(drawn)),
            ),
            Self::Uncovered { strata, calls } => lang.pick(
                format!("Couples agent-période sans aucune évaluation : {} (appels : {}). Les taux ne les couvrent pas.", n(strata), n(calls)),
                format!("Agents × periods without any evaluation: {} (calls: {}). The rates do not speak for them.", n(strata), n(calls)),
            ),
            Self::SingleCalls { strata } => lang.pick(
                format!("Couples agent-période avec un seul appel évalué : {}. Leur dispersion vient des autres, ce qui élargit les intervalles ; deux appels chacun la mesureraient.", n(strata)),
                format!("Agents × periods with a single evaluated call: {}. Their spread comes from the others, which widens the intervals; two calls each would measure it.", n(strata)),
            ),
        })
    }
}
