//! Erlang C: waits in a queue whose callers never hang up, and the number of agents that a target takes.
//!
//! Calls arrive at random (Poisson) at λ a second and take h seconds on average (exponential), so that they keep
//! a = λ h agents busy: a Erlangs. A. K. Erlang, “Løsning af nogle Problemer fra Sandsynlighedsregningen af
//! Betydning for de automatiske Telefoncentraler”, *Elektroteknikeren* 13 (1917), 5–13. Callers who do hang up
//! are the matter of [`erlang_a`].

use super::erlang_a::erlang_a;
use super::staffing::{MOST_AGENTS, StaffingError, Target};

/// Calls of an interval and the time that they take.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Traffic {
    calls: f64,
    interval_s: f64,
    handle_s: f64,
}

impl Traffic {
    /// `calls` offered in an interval of `interval_s` seconds, of `handle_s` seconds each on average (talk, hold
    /// and after-call work).
    ///
    /// # Errors
    /// [`StaffingError::Traffic`] for a negative number of calls, a time that is not positive, or more than a
    /// million Erlangs.
    pub fn new(calls: f64, interval_s: f64, handle_s: f64) -> Result<Self, StaffingError> {
        let traffic = Self { calls, interval_s, handle_s };
        let positive = |x: f64| x > 0.0 && x.is_finite();
        let usual = calls >= 0.0 && positive(interval_s) && positive(handle_s);
        let erlangs = traffic.erlangs();
        let few = erlangs.is_finite() && erlangs <= f64::from(MOST_AGENTS);
        if usual && few { Ok(traffic) } else { Err(StaffingError::Traffic) }
    }

    /// Calls a second, λ.
    pub fn calls_per_s(self) -> f64 {
        self.calls / self.interval_s
    }

    /// Average handle time in seconds, h.
    pub fn handle_s(self) -> f64 {
        self.handle_s
    }

    /// Traffic intensity a = λ h, in Erlangs: the mean number of agents that the calls keep busy if none is lost.
    pub fn erlangs(self) -> f64 {
        self.calls_per_s() * self.handle_s
    }

    /// The least number of agents with whom the queue does not grow without end: one more than the whole Erlangs.
    pub fn least_agents(self) -> u32 {
        self.erlangs().floor() as u32 + 1
    }
}

/// What a number of agents gives in the long run.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct Performance {
    /// Agents on the phone or ready for a call.
    pub agents: u32,
    /// Probability to find every agent busy, 0…1.
    pub wait_probability: f64,
    /// Share of all calls that are answered within the threshold, 0…1; a call that its caller leaves counts as
    /// not answered.
    pub service_level: f64,
    /// Mean wait of the calls answered, zero waits included, in seconds.
    pub speed_of_answer_s: f64,
    /// Mean time in the queue of all calls, answered or abandoned, in seconds.
    pub mean_wait_s: f64,
    /// Share of calls abandoned, 0…1: none in Erlang C.
    pub abandonment: f64,
    /// Share of their time for which agents are on a call, 0…1.
    pub occupancy: f64,
}

/// Erlang B: probability that a call finds all of `agents` busy when none may wait, by
///
/// ```text
/// B(0) = 1,   B(n) = a B(n − 1) / (n + a B(n − 1))
/// ```
///
/// whose terms are all positive: no digit is lost, and no factorial leaves the range of numbers.
pub fn erlang_b(erlangs: f64, agents: u32) -> f64 {
    (1..=agents).fold(1.0, |blocked, n| erlangs * blocked / (f64::from(n) + erlangs * blocked))
}

/// Performance of `agents` under Erlang C, where every call waits until it is answered; the service level counts
/// waits of at most `threshold_s` seconds.
///
/// ```text
/// wait probability   C = n B(n) / (n − a (1 − B(n)))
/// service level      1 − C exp(−(n − a) T / h)
/// speed of answer    C h / (n − a)
/// occupancy          a / n
/// ```
///
/// ```
/// use barometre::centre::{Traffic, erlang_c};
/// let traffic = Traffic::new(100.0, 1800.0, 180.0).unwrap();
/// let fourteen = erlang_c(traffic, 14, 20.0).unwrap();
/// assert!((fourteen.service_level - 0.88835).abs() < 1e-5);
/// assert!((fourteen.speed_of_answer_s - 7.836).abs() < 1e-3);
/// assert!(erlang_c(traffic, 9, 20.0).is_err());
/// ```
///
/// # Errors
/// [`StaffingError::Overloaded`] where the traffic is not under the number of agents: calls then come faster than
/// they are answered, the queue never settles, and the formulas give probabilities over 1.
/// [`StaffingError::Threshold`] for a threshold that is negative or not a number, [`StaffingError::TooManyAgents`]
/// over a million agents.
pub fn erlang_c(traffic: Traffic, agents: u32, threshold_s: f64) -> Result<Performance, StaffingError> {
    if threshold_s.is_nan() || threshold_s < 0.0 {
        return Err(StaffingError::Threshold);
    }
    if agents > MOST_AGENTS {
        return Err(StaffingError::TooManyAgents);
    }
    let (erlangs, n) = (traffic.erlangs(), f64::from(agents));
    if erlangs >= n {
        return Err(StaffingError::Overloaded { erlangs, agents, least: traffic.least_agents() });
    }
    let blocked = erlang_b(erlangs, agents);
    let waits = (n * blocked / (n - erlangs * (1.0 - blocked))).min(1.0);
    let free = (n - erlangs) / traffic.handle_s();
    let wait = waits / free;
    Ok(Performance {
        agents,
        wait_probability: waits,
        service_level: 1.0 - waits * (-free * threshold_s).exp(),
        speed_of_answer_s: wait,
        mean_wait_s: wait,
        abandonment: 0.0,
        occupancy: erlangs / n,
    })
}

/// The least number of agents that meets `target`, with what it gives: under Erlang A where `patience_s`, the
/// mean patience of callers in seconds, is known, else under Erlang C.
///
/// More agents never make a target worse, so the number is searched by doubling, then by halving the gap.
///
/// ```
/// use barometre::centre::{StaffingTarget, Traffic, agents_needed};
/// let traffic = Traffic::new(100.0, 1800.0, 180.0).unwrap();
/// let target = StaffingTarget { service_level: Some(0.8), ..StaffingTarget::default() };
/// assert_eq!(agents_needed(traffic, None, 20.0, target).unwrap().agents, 14);
/// assert_eq!(agents_needed(traffic, Some(120.0), 20.0, target).unwrap().agents, 12);
/// ```
///
/// # Errors
/// [`StaffingError::Target`] for a target that no number of agents meets, [`StaffingError::TooManyAgents`] where
/// it takes more than a million, [`StaffingError::Threshold`] and [`StaffingError::Patience`] as [`erlang_c`] and
/// [`erlang_a`] give them.
pub fn agents_needed(
    traffic: Traffic,
    patience_s: Option<f64>,
    threshold_s: f64,
    target: Target,
) -> Result<Performance, StaffingError> {
    if !target.can_be_met() {
        return Err(StaffingError::Target);
    }
    let given = |agents| match patience_s {
        Some(patience) => erlang_a(traffic, patience, agents, threshold_s),
        None => erlang_c(traffic, agents, threshold_s),
    };
    // `short` misses the target, or is one under the least that can be tried.
    let mut short = if patience_s.is_some() { 0 } else { traffic.least_agents() - 1 };
    let mut step = 1;
    let mut enough = loop {
        let tried = given(short + step)?;
        if target.met_by(&tried) {
            break tried;
        }
        (short, step) = (short + step, step * 2);
    };
    while enough.agents - short > 1 {
        let tried = given(u32::midpoint(short, enough.agents))?;
        if target.met_by(&tried) {
            enough = tried;
        } else {
            short = tried.agents;
        }
    }
    Ok(enough)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn close(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-9 * expected.abs().max(1.0), "{found} is not {expected}");
    }

    /// The README example of the Python package pyworkforce, and rows computed apart with its formulas.
    #[test]
    fn reference_values_are_found() {
        let thirty_minutes = Traffic::new(100.0, 1800.0, 180.0).unwrap();
        let busier = Traffic::new(200.0, 1800.0, 240.0).unwrap();
        for (traffic, agents, blocked, waits, level, wait, occupancy) in [
            (
                thirty_minutes,
                14,
                0.056_819_143_386_52,
                0.174_131_933_595,
                0.888_350_019_179_5,
                7.835_937_011_777,
                10.0 / 14.0,
            ),
            (
                busier,
                28,
                0.112_054_832_146_1,
                0.726_035_578_176,
                0.350_314_819_242_1,
                130.686_404_071_674,
                0.952_380_952_381,
            ),
            (
                busier,
                30,
                0.076_668_279_613_52,
                0.427_691_527_544_7,
                0.676_038_582_174_1,
                30.793_789_983_216,
                0.888_888_888_888_9,
            ),
            (
                busier,
                32,
                0.049_030_977_805_11,
                0.236_264_475_547_2,
                0.848_511_851_796_4,
                10.631_901_399_625,
                0.833_333_333_333_3,
            ),
        ] {
            let found = erlang_c(traffic, agents, 20.0).unwrap();
            close(erlang_b(traffic.erlangs(), agents), blocked);
            close(found.wait_probability, waits);
            close(found.service_level, level);
            close(found.speed_of_answer_s, wait);
            close(found.occupancy, occupancy);
            assert_eq!((found.mean_wait_s, found.abandonment), (found.speed_of_answer_s, 0.0));
        }
    }

    #[test]
    fn an_overloaded_centre_is_refused_with_the_least_that_works() {
        let traffic = Traffic::new(100.0, 1800.0, 180.0).unwrap();
        for agents in [0, 9, 10] {
            let refused = StaffingError::Overloaded { erlangs: 10.0, agents, least: 11 };
            assert_eq!(erlang_c(traffic, agents, 20.0), Err(refused));
        }
        assert!(erlang_c(traffic, traffic.least_agents(), 20.0).is_ok());
    }

    #[test]
    fn no_call_waits_for_nobody() {
        let none = Traffic::new(0.0, 1800.0, 180.0).unwrap();
        let one = erlang_c(none, 1, 0.0).unwrap();
        assert_eq!((one.wait_probability, one.service_level, one.occupancy), (0.0, 1.0, 0.0));
        assert!(erlang_c(none, 0, 0.0).is_err());
        for wrong in [(-1.0, 1.0, 1.0), (1.0, 0.0, 1.0), (1.0, 1.0, f64::NAN), (f64::INFINITY, 1.0, 1.0)] {
            assert_eq!(Traffic::new(wrong.0, wrong.1, wrong.2), Err(StaffingError::Traffic));
        }
        assert_eq!(erlang_c(none, 1, -1.0), Err(StaffingError::Threshold));
        assert_eq!(erlang_c(none, 1, f64::NAN), Err(StaffingError::Threshold));
        assert_eq!(erlang_c(none, u32::MAX, 1.0), Err(StaffingError::TooManyAgents));
    }

    #[test]
    fn ten_thousand_erlangs_are_no_trouble() {
        let traffic = Traffic::new(100_000.0, 1800.0, 180.0).unwrap();
        let found = erlang_c(traffic, 10_100, 20.0).unwrap();
        // Python, mpmath with 40 digits.
        close(found.wait_probability, 0.224_762_906_466_532_2);
        let lost = erlang_b(1e6, 900_000);
        close(lost, 0.100_008_998_200_863_4);
    }

    #[test]
    fn every_kind_of_target_is_met_by_the_least_number() {
        let traffic = Traffic::new(100.0, 1800.0, 180.0).unwrap();
        let needed = |patience, target| agents_needed(traffic, patience, 20.0, target).map(|p| p.agents);
        let any = Target::default();
        assert_eq!(needed(None, any), Ok(11));
        assert_eq!(needed(None, Target { service_level: Some(0.9), ..any }), Ok(15));
        assert_eq!(needed(None, Target { speed_of_answer_s: Some(7.836), ..any }), Ok(14));
        assert_eq!(needed(None, Target { speed_of_answer_s: Some(7.835), ..any }), Ok(15));
        assert_eq!(needed(None, Target { occupancy: Some(0.5), ..any }), Ok(20));
        assert_eq!(needed(None, Target { service_level: Some(0.9), occupancy: Some(0.5), ..any }), Ok(20));
        assert_eq!(needed(None, Target { service_level: Some(1.0), ..any }), Err(StaffingError::Target));
        assert_eq!(needed(None, Target { occupancy: Some(1e-9), ..any }), Err(StaffingError::TooManyAgents));
        assert_eq!(needed(Some(0.0), any), Err(StaffingError::Patience));
    }

    proptest! {
        #[test]
        fn one_more_agent_never_harms(
            calls in 0.0..3000.0, handle in 10.0..1000.0, more in 0u32..40, threshold in 0.0..120.0,
        ) {
            let traffic = Traffic::new(calls, 1800.0, handle).unwrap();
            let agents = traffic.least_agents() + more;
            let fewer = erlang_c(traffic, agents, threshold).unwrap();
            let greater = erlang_c(traffic, agents + 1, threshold).unwrap();
            for p in [fewer.wait_probability, fewer.service_level, fewer.occupancy] {
                prop_assert!((0.0..=1.0).contains(&p), "{p}");
            }
            prop_assert!(fewer.speed_of_answer_s.is_finite());
            prop_assert!(greater.wait_probability <= fewer.wait_probability);
            prop_assert!(greater.speed_of_answer_s <= fewer.speed_of_answer_s);
            prop_assert!(greater.service_level >= fewer.service_level);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn the_number_of_agents_is_the_least(
            calls in 1.0..3000.0, level in 0.01..0.999, threshold in 0.0..60.0,
            patience in prop::option::of(5.0..500.0),
        ) {
            let traffic = Traffic::new(calls, 1800.0, 200.0).unwrap();
            let target = Target { service_level: Some(level), ..Target::default() };
            let enough = agents_needed(traffic, patience, threshold, target).unwrap();
            prop_assert!(enough.service_level >= level);
            let one_less = match patience {
                Some(patience) => erlang_a(traffic, patience, enough.agents - 1, threshold),
                None => erlang_c(traffic, enough.agents - 1, threshold),
            };
            prop_assert!(one_less.is_err() || one_less.unwrap().service_level < level);
        }
    }
}
