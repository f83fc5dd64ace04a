//! One call, and what it counts for.

use super::fault::{FaultKind, Faults, TableKind};
use super::measure::Measure;
use super::outcome::Outcome;
use super::place::{Direction, Millis, Moment, Place};

/// A call as its row says it; what the row leaves out is not known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Call {
    /// Row, as the spreadsheet numbers it.
    pub row: u64,
    /// Where and when; its direction is that of the call.
    pub place: Place,
    /// How it ended.
    pub outcome: Outcome,
    /// Whether it came inside the opening hours.
    pub in_hours: bool,
    /// Time in the voice menu.
    pub ivr: Option<Millis>,
    /// Time in the queue.
    pub wait: Option<Millis>,
    /// Ring at the agent's.
    pub ring: Option<Millis>,
    /// Talk.
    pub talk: Option<Millis>,
    /// On hold.
    pub hold: Option<Millis>,
    /// After-call work.
    pub wrap: Option<Millis>,
    /// Whether it was passed to someone else.
    pub transferred: Option<bool>,
    /// Whether it was passed to a higher level.
    pub escalated: Option<bool>,
    /// Whether it solved the request.
    pub resolved: Option<bool>,
    /// Whether it ended in a sale.
    pub sale: Option<bool>,
    /// Satisfaction, 1 to 5.
    pub rating: Option<f64>,
    /// Satisfaction, yes or no.
    pub satisfied: Option<bool>,
    /// When the customer of an outbound call picked up.
    pub picked_up: Option<Moment>,
    /// When the agent took that call.
    pub taken: Option<Moment>,
}

/// What the counting of calls depends on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CallRules {
    /// Delay of the service level.
    pub within: Millis,
    /// Abandons before this are short.
    pub short_abandon: Millis,
    /// Whether a caller who never reached a queue left in the voice menu: the file tells both times.
    pub menu_before_queue: bool,
}

/// Measures of one call: at most this many.
const MOST: usize = 40;

/// What a call adds to each measure.
#[derive(Debug, Clone, PartialEq)]
pub struct CallCounts {
    entries: [(Measure, i64); MOST],
    used: usize,
}

impl CallCounts {
    /// The measures and amounts.
    #[must_use]
    pub fn as_slice(&self) -> &[(Measure, i64)] {
        &self.entries[..self.used]
    }

    /// The amount of one measure.
    #[must_use]
    pub fn get(&self, measure: Measure) -> i64 {
        self.as_slice().iter().filter(|(m, _)| *m == measure).map(|(_, n)| n).sum()
    }

    fn add(&mut self, measure: Measure, amount: i64) {
        if let Some(slot) = self.entries.get_mut(self.used) {
            *slot = (measure, amount);
            self.used += 1;
        }
    }

    fn one(&mut self, measure: Measure) {
        self.add(measure, 1);
    }

    fn flag(&mut self, known: Option<bool>, base: Measure, part: Measure) {
        if let Some(yes) = known {
            self.one(base);
            if yes {
                self.one(part);
            }
        }
    }
}

impl Call {
    /// What the call adds, and what is wrong with it. A negative duration is left out of the figures of that duration
    /// alone; an answered call without an agent counts everywhere but per agent.
    pub fn counts(&self, rules: CallRules, faults: &mut Faults) -> CallCounts {
        let mut out = CallCounts { entries: [(Measure::Offered, 0); MOST], used: 0 };
        let durations = [self.ivr, self.wait, self.ring, self.talk, self.hold, self.wrap];
        if durations.iter().flatten().any(|d| *d < 0) {
            let (kind, fault) = (TableKind::Calls, FaultKind::NegativeDuration);
            if self.outcome == Outcome::Excluded {
                faults.add_excluded(kind, fault, self.row);
            } else {
                faults.add(kind, fault, self.row);
            }
        }
        match self.place.direction {
            _ if self.outcome == Outcome::Excluded => {}
            Some(Direction::Outbound) => self.outbound(&mut out),
            _ if self.in_hours => self.inbound(rules, &mut out, faults),
            _ => self.out_of_hours(&mut out),
        }
        out
    }

    /// Queue and ring together; none where neither is known or one is negative.
    #[must_use]
    pub fn waited(&self) -> Option<Millis> {
        sum(&[self.wait, self.ring])
    }

    /// Talk, hold and after-call work together; none where the talk is not known or one is negative.
    #[must_use]
    pub fn handled(&self) -> Option<Millis> {
        self.talk?;
        sum(&[self.talk, self.hold, self.wrap])
    }

    /// True for a call that an agent took or was to take, inside the opening hours.
    #[must_use]
    pub fn is_offered(&self, rules: CallRules) -> bool {
        let asked = matches!(
            self.outcome,
            Outcome::Answered | Outcome::Abandoned | Outcome::Overflow | Outcome::Callback
        );
        self.place.direction != Some(Direction::Outbound) && self.in_hours && asked && !self.left_menu(rules)
    }

    /// A caller who hung up in the voice menu: abandoned, and no time in a queue although the file tells it.
    fn left_menu(&self, rules: CallRules) -> bool {
        rules.menu_before_queue && self.outcome == Outcome::Abandoned && self.waited().is_none_or(|w| w == 0)
    }

    fn inbound(&self, rules: CallRules, out: &mut CallCounts, faults: &mut Faults) {
        match self.outcome {
            Outcome::SelfService => return out.one(Measure::Redirected),
            Outcome::Dissuaded | Outcome::Voicemail | Outcome::OutOfHours => return self.out_of_hours(out),
            Outcome::Abandoned if self.left_menu(rules) => return out.one(Measure::LeftIvr),
            Outcome::Answered | Outcome::Abandoned | Outcome::Overflow | Outcome::Callback => {}
            // No caller meets a machine or a busy line.
            _ => return faults.add(TableKind::Calls, FaultKind::UnknownOutcome, self.row),
        }
        out.one(Measure::Offered);
        match self.outcome {
            Outcome::Overflow => out.one(Measure::Overflowed),
            Outcome::Callback => out.one(Measure::CalledBack),
            Outcome::Abandoned => self.abandoned(rules, out),
            _ => {
                if self.place.agent.is_none() {
                    faults.add(TableKind::Calls, FaultKind::NoAgent, self.row);
                }
                self.answered(rules, out);
            }
        }
    }

    /// Every telephone rings: only a time in the queue, where it is known, tells who had to wait.
    fn queued(&self, waited: Millis, out: &mut CallCounts) {
        if self.wait.unwrap_or(waited) > 0 {
            out.one(Measure::WaitedBase);
            out.add(Measure::Waited, waited);
        }
    }

    fn abandoned(&self, rules: CallRules, out: &mut CallCounts) {
        out.one(Measure::Abandoned);
        // A file without waits still tells who left.
        let Some(waited) = self.waited() else { return };
        out.one(Measure::AbandonWaitBase);
        out.add(Measure::AbandonWait, waited);
        self.queued(waited, out);
        if waited < rules.short_abandon {
            out.one(Measure::ShortAbandoned);
        }
        if waited <= rules.within {
            out.one(Measure::AbandonedWithin);
        }
    }

    fn answered(&self, rules: CallRules, out: &mut CallCounts) {
        out.one(Measure::Answered);
        if let Some(waited) = self.waited() {
            out.one(Measure::WaitBase);
            out.add(Measure::Wait, waited);
            self.queued(waited, out);
            if waited <= rules.within {
                out.one(Measure::AnsweredWithin);
            }
            if let Some(menu) = self.ivr.filter(|d| *d >= 0) {
                out.one(Measure::IvrBase);
                out.add(Measure::IvrWait, waited.saturating_add(menu));
            }
        }
        if let Some(ring) = self.ring.filter(|d| *d >= 0) {
            out.one(Measure::RingBase);
            out.add(Measure::Ring, ring);
        }
        if self.handled().is_some() {
            out.one(Measure::HandleBase);
            out.add(Measure::Talk, self.talk.unwrap_or(0));
            out.add(Measure::Hold, self.hold.unwrap_or(0));
            out.add(Measure::Wrap, self.wrap.unwrap_or(0));
        }
        if let Some(wrap) = self.wrap.filter(|d| *d >= 0) {
            out.one(Measure::WrapBase);
            out.add(Measure::WrapAlone, wrap);
        }
        out.flag(self.transferred, Measure::TransferBase, Measure::Transferred);
        out.flag(self.resolved, Measure::ResolvedBase, Measure::Resolved);
        out.flag(self.escalated, Measure::EscalationBase, Measure::Escalated);
        out.flag(self.sale, Measure::SaleBase, Measure::Sales);
        out.flag(self.satisfied, Measure::Judged, Measure::JudgedYes);
        if let Some(rating) = self.rating {
            out.one(Measure::Rated);
            if rating >= 4.0 {
                out.one(Measure::RatedTop);
            }
        }
    }

    fn out_of_hours(&self, out: &mut CallCounts) {
        out.one(Measure::OutOfHours);
        match self.outcome {
            Outcome::Dissuaded => out.one(Measure::OutDissuaded),
            Outcome::Voicemail => out.one(Measure::OutVoicemail),
            Outcome::Overflow => out.one(Measure::OutOverflow),
            Outcome::Callback => out.one(Measure::OutCallback),
            _ => {}
        }
    }

    fn outbound(&self, out: &mut CallCounts) {
        out.one(Measure::Dialled);
        match self.outcome {
            Outcome::Answered => out.one(Measure::Reached),
            Outcome::Machine => out.one(Measure::Machines),
            Outcome::MachineFiltered => {
                out.one(Measure::Machines);
                out.one(Measure::MachinesFiltered);
            }
            Outcome::Refused => out.one(Measure::Refused),
            Outcome::Abandoned => out.one(Measure::Silent),
            _ => out.one(Measure::NotAnswered),
        }
        if let Some(work) = sum(&[self.talk, self.hold, self.wrap]) {
            out.one(Measure::OutboundHandleBase);
            out.add(Measure::OutboundHandle, work);
        }
        if self.sale == Some(true) {
            out.one(Measure::OutboundSales);
        }
        // A machine waits for nobody.
        if let (Some(from), Some(to)) = (self.picked_up, self.taken)
            && self.outcome == Outcome::Answered
            && to >= from
        {
            out.one(Measure::PickupBase);
            out.add(Measure::PickupDelay, to - from);
        }
    }
}

/// The sum of those that are known; none where none is, or where one is negative.
fn sum(parts: &[Option<Millis>]) -> Option<Millis> {
    let known: Vec<Millis> = parts.iter().flatten().copied().collect();
    (!known.is_empty() && known.iter().all(|d| *d >= 0))
        .then(|| known.iter().fold(0i64, |a, b| a.saturating_add(*b)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use Measure::*;

    const RULES: CallRules = CallRules { within: 20_000, short_abandon: 5_000, menu_before_queue: true };

    fn call(outcome: Outcome) -> Call {
        Call {
            row: 2,
            place: Place { agent: Some(0), direction: Some(Direction::Inbound), ..Place::default() },
            outcome,
            in_hours: true,
            ivr: None,
            wait: None,
            ring: None,
            talk: None,
            hold: None,
            wrap: None,
            transferred: None,
            escalated: None,
            resolved: None,
            sale: None,
            rating: None,
            satisfied: None,
            picked_up: None,
            taken: None,
        }
    }

    fn counts(call: Call) -> CallCounts {
        call.counts(RULES, &mut Faults::default())
    }

    #[test]
    fn a_negative_duration_corrupts_its_own_figures_only() {
        let mut faults = Faults::default();
        let bad =
            Call { ivr: Some(-57_000), wait: Some(8_000), talk: Some(90_000), ..call(Outcome::Answered) };
        let found = bad.counts(RULES, &mut faults);
        assert_eq!((found.get(WaitBase), found.get(HandleBase), found.get(IvrBase)), (1, 1, 0));
        assert_eq!(faults.count(TableKind::Calls, FaultKind::NegativeDuration), 1);
        let bad = Call { hold: Some(-1), talk: Some(90_000), wait: Some(1), ..call(Outcome::Answered) };
        let found = counts(bad);
        assert_eq!((found.get(WaitBase), found.get(HandleBase), found.get(Talk)), (1, 0, 0));
    }

    #[test]
    fn a_call_that_only_rang_did_not_wait() {
        let taken = Call { wait: Some(0), ring: Some(4_000), ..call(Outcome::Answered) };
        assert_eq!((counts(taken).get(WaitBase), counts(taken).get(WaitedBase)), (1, 0));
        let queued = Call { wait: Some(9_000), ..taken };
        assert_eq!((counts(queued).get(WaitedBase), counts(queued).get(Waited)), (1, 13_000));
        let unknown = Call { wait: None, ..taken };
        assert_eq!((counts(unknown).get(WaitedBase), counts(unknown).get(Waited)), (1, 4_000));
    }

    #[test]
    fn who_hangs_up_in_the_menu_was_never_offered() {
        let left = Call { ivr: Some(6_000), wait: Some(0), ..call(Outcome::Abandoned) };
        assert_eq!((counts(left).get(Offered), counts(left).get(LeftIvr)), (0, 1));
        let no_menu = CallRules { menu_before_queue: false, ..RULES };
        let found = left.counts(no_menu, &mut Faults::default());
        assert_eq!((found.get(Offered), found.get(ShortAbandoned)), (1, 1));
    }

    #[test]
    fn an_answered_call_without_agent_is_told() {
        let mut faults = Faults::default();
        let nobody =
            Call { place: Place { agent: None, ..call(Outcome::Answered).place }, ..call(Outcome::Answered) };
        assert_eq!(nobody.counts(RULES, &mut faults).get(Answered), 1);
        assert_eq!(faults.count(TableKind::Calls, FaultKind::NoAgent), 1);
    }

    fn any_call() -> impl Strategy<Value = Call> {
        use Outcome::*;
        let outcome = proptest::sample::select(vec![
            Answered,
            Abandoned,
            SelfService,
            Overflow,
            Callback,
            Dissuaded,
            Voicemail,
            OutOfHours,
            Machine,
            MachineFiltered,
            NoAnswer,
            Refused,
            Excluded,
        ]);
        let ms = || proptest::option::of(-2_000i64..600_000);
        let yes = || proptest::option::of(any::<bool>());
        (
            (outcome, any::<bool>(), any::<bool>(), proptest::option::of(0u32..3)),
            (ms(), ms(), ms(), ms(), ms(), ms()),
            (yes(), yes(), yes(), yes()),
        )
            .prop_map(|((outcome, in_hours, inbound, agent), d, y)| Call {
                place: Place {
                    agent,
                    direction: Some(if inbound { Direction::Inbound } else { Direction::Outbound }),
                    ..Place::default()
                },
                in_hours,
                ivr: d.0,
                wait: d.1,
                ring: d.2,
                talk: d.3,
                hold: d.4,
                wrap: d.5,
                transferred: y.0,
                escalated: y.1,
                resolved: y.2,
                sale: y.3,
                ..call(outcome)
            })
    }

    proptest! {
        #[test]
        fn offered_is_answered_abandoned_overflowed_and_called_back(calls in proptest::collection::vec(any_call(), 0..60), menu: bool) {
            let rules = CallRules { menu_before_queue: menu, ..RULES };
            let mut all = super::super::measure::Counts::default();
            for call in &calls {
                let found = call.counts(rules, &mut Faults::default());
                prop_assert_eq!(found.get(Offered) == 1, call.is_offered(rules));
                prop_assert!(found.as_slice().len() < MOST);
                for (measure, n) in found.as_slice() {
                    prop_assert!(*n >= 0);
                    all.add(*measure, *n);
                }
            }
            let get = |m| all.get(m);
            prop_assert_eq!(get(Offered), get(Answered) + get(Abandoned) + get(Overflowed) + get(CalledBack));
            prop_assert_eq!(get(Dialled), get(Reached) + get(Machines) + get(Refused) + get(NotAnswered) + get(Silent));
            prop_assert!(get(AnsweredWithin) <= get(WaitBase) && get(WaitBase) <= get(Answered));
            prop_assert!(get(ShortAbandoned) <= get(AbandonedWithin) && get(AbandonedWithin) <= get(AbandonWaitBase));
            let kept: i64 = calls.iter().map(|c| i64::from(c.outcome != Outcome::Excluded)).sum();
            let strange: i64 = calls.iter().map(|c| {
                let odd = matches!(c.outcome, Outcome::Machine | Outcome::MachineFiltered | Outcome::NoAnswer | Outcome::Refused);
                i64::from(odd && c.in_hours && c.place.direction == Some(Direction::Inbound))
            }).sum();
            prop_assert_eq!(get(Offered) + get(OutOfHours) + get(Redirected) + get(LeftIvr) + get(Dialled) + strange, kept);
        }
    }
}
