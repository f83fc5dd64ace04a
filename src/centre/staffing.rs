//! What a staffing question asks for, why it may have no answer, and how many people to schedule.

use crate::Lang;

/// More agents than any centre has; the search for a target stops there.
pub(super) const MOST_AGENTS: u32 = 1_000_000;

/// What the number of agents has to give; what is none is not asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Target {
    /// Least share of calls answered within the threshold, 0…1.
    pub service_level: Option<f64>,
    /// Greatest mean wait of the calls answered, in seconds.
    pub speed_of_answer_s: Option<f64>,
    /// Greatest share of their time that agents spend on calls, 0…1.
    pub occupancy: Option<f64>,
    /// Greatest share of calls abandoned, 0…1; met by any number of agents under Erlang C, which knows none.
    pub abandonment: Option<f64>,
}

impl Target {
    /// Whether some number of agents meets it: certainty and an empty queue are never reached.
    pub(super) fn can_be_met(&self) -> bool {
        let fraction = |p: f64| p > 0.0 && p <= 1.0;
        self.service_level.is_none_or(|p| (0.0..1.0).contains(&p))
            && self.speed_of_answer_s.is_none_or(|s| s > 0.0)
            && self.occupancy.is_none_or(fraction)
            && self.abandonment.is_none_or(fraction)
    }

    /// Whether a performance is at least as good.
    pub fn met_by(&self, found: &super::Performance) -> bool {
        self.service_level.is_none_or(|least| found.service_level >= least)
            && self.speed_of_answer_s.is_none_or(|most| found.speed_of_answer_s <= most)
            && self.occupancy.is_none_or(|most| found.occupancy <= most)
            && self.abandonment.is_none_or(|most| found.abandonment <= most)
    }
}

/// Why a staffing question has no answer.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum StaffingError {
    /// Calls come at least as fast as the agents answer them.
    Overloaded {
        /// Traffic, in Erlangs.
        erlangs: f64,
        /// Agents asked for.
        agents: u32,
        /// The least number of agents that the model can answer for.
        least: u32,
    },
    /// Calls or times that describe no traffic.
    Traffic,
    /// The threshold of the service level is negative or not a number.
    Threshold,
    /// The mean patience is not a number of seconds above 0 and up to 10¹².
    Patience,
    /// No agent at all.
    NoAgent,
    /// The target is out of reach for any number of agents.
    Target,
    /// More than a million agents.
    TooManyAgents,
}

impl StaffingError {
    /// What is wrong and what to write instead.
    pub fn message(&self, lang: Lang) -> String {
        let text = match *self {
            Self::Overloaded { erlangs, agents, least } => {
                let load = lang.number(erlangs, 2);
                let (agents, least) = (lang.count(agents.into()), lang.count(least.into()));
                pick!(lang, centre::overloaded_centre_erlangs_of_calls_for_agents(load, agents, least))
            }
            Self::Traffic => pick!(lang, centre::impossible_traffic_give_a_number_of_calls_of).into(),
            Self::Threshold => pick!(lang, centre::impossible_threshold_that_of_a_service_level).into(),
            Self::Patience => pick!(lang, centre::impossible_patience_the_mean_patience_is_a).into(),
            Self::NoAgent => pick!(lang, centre::no_agent_it_takes_at_least_one_to).into(),
            Self::Target => pick!(lang, centre::target_out_of_reach_a_service_level_is).into(),
            Self::TooManyAgents => pick!(lang, centre::more_than_a_million_agents_check_the_traffic).into(),
        };
        lang.typeset(text)
    }
}

/// People to schedule so that `agents` are at work, when a share `shrinkage` of paid time goes to breaks,
/// training, meetings and absences: agents ÷ (1 − shrinkage), rounded up. None outside 0 ≤ `shrinkage` < 1, or
/// for more people than a number holds.
///
/// ```
/// use barometre::centre::scheduled_agents;
/// assert_eq!(scheduled_agents(14, 0.3), Some(20));
/// assert_eq!(scheduled_agents(14, 1.0), None);
/// ```
pub fn scheduled_agents(agents: u32, shrinkage: f64) -> Option<u32> {
    if !(0.0..1.0).contains(&shrinkage) {
        return None;
    }
    // 14 ÷ (1 − 0.3) is a rounding away from 20.
    let people = (f64::from(agents) / (1.0 - shrinkage) * (1.0 - 4.0 * f64::EPSILON)).ceil();
    (people <= f64::from(u32::MAX)).then_some(people as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schedules_are_rounded_up() {
        for (agents, shrinkage, people) in
            [(0, 0.5, 0), (14, 0.0, 14), (7, 0.3, 10), (9, 0.1, 10), (10, 0.35, 16)]
        {
            assert_eq!(scheduled_agents(agents, shrinkage), Some(people), "{agents} {shrinkage}");
        }
        for wrong in [-0.1, 1.0, f64::NAN] {
            assert_eq!(scheduled_agents(14, wrong), None);
        }
        assert_eq!(scheduled_agents(u32::MAX, 0.5), None);
    }

    #[test]
    fn a_refusal_says_how_many_are_needed() {
        let refused = StaffingError::Overloaded { erlangs: 10.0, agents: 9, least: 11 };
        assert_eq!(
            refused.message(Lang::Fr),
            "centre surchargé\u{a0}: charge de 10,00 erlangs, agents\u{a0}: 9\u{a0}; la file s’allongerait sans fin. \
             Il faut au moins 11 agents."
        );
        assert!(refused.message(Lang::En).ends_with(". At least 11 agents are needed."));
    }
}
