//! What is counted of calls, tickets, states and customers: whole numbers, so that a sum has no order.

use std::ops::AddAssign;

macro_rules! measures {
    ($($(#[$doc:meta])+ $name:ident,)+) => {
        /// One thing counted. Durations are in milliseconds, money in cents.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Measure {
            $($(#[$doc])+ $name,)+
        }

        impl Measure {
            /// Every measure.
            pub const ALL: &[Self] = &[$(Self::$name),+];
        }
    };
}

measures! {
    /// Inbound calls of opening hours that asked for an agent: answered, abandoned, overflowed, called back.
    Offered,
    /// Inbound calls that an agent took.
    Answered,
    /// Inbound calls whose caller left while waiting.
    Abandoned,
    /// Of these, those that left before the delay of short abandons.
    ShortAbandoned,
    /// Inbound calls sent to another centre.
    Overflowed,
    /// Inbound callers who left the queue for a call back.
    CalledBack,
    /// Answered calls whose wait is known.
    WaitBase,
    /// Queue and ring of these.
    Wait,
    /// Answered calls whose ring is known.
    RingBase,
    /// Ring of these.
    Ring,
    /// Answered calls whose time in the IVR and wait are known.
    IvrBase,
    /// IVR, queue and ring of these.
    IvrWait,
    /// Abandoned calls whose wait is known.
    AbandonWaitBase,
    /// Queue and ring of these.
    AbandonWait,
    /// Answered or abandoned calls that stood in the queue, or that waited where the file tells no queue.
    WaitedBase,
    /// Queue and ring of these.
    Waited,
    /// Answered calls taken within the delay of the service level.
    AnsweredWithin,
    /// Calls abandoned within that delay.
    AbandonedWithin,
    /// Answered calls whose handling times are known.
    HandleBase,
    /// Talk of these.
    Talk,
    /// Time on hold of these.
    Hold,
    /// After-call work of these.
    Wrap,
    /// Answered calls whose after-call work is known.
    WrapBase,
    /// After-call work of these.
    WrapAlone,
    /// Answered calls for which a transfer is known or ruled out.
    TransferBase,
    /// Of these, the transferred ones.
    Transferred,
    /// Answered calls whose resolution is known.
    ResolvedBase,
    /// Of these, the resolved ones.
    Resolved,
    /// Requests (answered calls, tickets) whose escalation is known.
    EscalationBase,
    /// Of these, the escalated ones.
    Escalated,
    /// Answered inbound calls for which a sale is known or ruled out.
    SaleBase,
    /// Of these, those that ended in a sale.
    Sales,
    /// Inbound calls outside the opening hours.
    OutOfHours,
    /// Of these, those that heard a closing message.
    OutDissuaded,
    /// Of these, those sent to a voicemail.
    OutVoicemail,
    /// Of these, those sent to another centre.
    OutOverflow,
    /// Of these, those to be called back.
    OutCallback,
    /// Calls redirected to self-service.
    Redirected,
    /// Callers who hung up in the IVR, before any queue.
    LeftIvr,
    /// Answers on the satisfaction scale of the calls.
    Rated,
    /// Of these, the two best of five.
    RatedTop,
    /// Answers of yes or no to whether the customer is satisfied.
    Judged,
    /// Of these, yes.
    JudgedYes,
    /// Outbound calls dialled.
    Dialled,
    /// Outbound calls that a person answered.
    Reached,
    /// Answering machines.
    Machines,
    /// Of these, those that the dialler kept from the agents.
    MachinesFiltered,
    /// Outbound calls refused.
    Refused,
    /// Outbound calls that nobody answered, busy lines included.
    NotAnswered,
    /// Calls picked up by a person who left before an agent came.
    Silent,
    /// Outbound calls that ended in a sale.
    OutboundSales,
    /// Outbound calls whose delay from pick-up to agent is known.
    PickupBase,
    /// Pick-up to agent of these.
    PickupDelay,
    /// Outbound calls whose handling times are known.
    OutboundHandleBase,
    /// Talk, hold and after-call work of these.
    OutboundHandle,
    /// Pairs of records that follow each other for one agent.
    RecordBase,
    /// Record closed to next record shown, of these.
    RecordGap,
    /// Cases whose first contact is old enough to tell, closed or not.
    Cases,
    /// Of these, those closed with one contact, without another one for the same reason since.
    CasesOnce,
    /// Of these, those of one contact that was not escalated.
    CasesOnceKept,
    /// Cases of calls alone.
    CallCases,
    /// Of these, those of one contact.
    CallCasesOnce,
    /// Cases too recent to tell.
    CasesUndecided,
    /// Cases not closed.
    CasesOpen,
    /// Contacts of closed cases.
    CaseContacts,
    /// Closed cases.
    CasesClosed,
    /// Leads contacted long enough ago to tell.
    LeadsDecided,
    /// Of these, those converted within the window after a contact.
    LeadsConverted,
    /// Leads contacted, too recent to tell.
    LeadsUndecided,
    /// All leads.
    Leads,
    /// Leads converted at any time.
    LeadsEver,
    /// Cost, in cents.
    Cost,
    /// Cost of the calls alone, in cents; all of it where it is not told apart.
    CallCost,
    /// Interactions that a person evaluated.
    Evaluated,
    /// Of these, those with active listening.
    Listening,
    /// Messages read for keywords.
    Messages,
    /// Of these, those that hold the keyword or the theme.
    WithKeyword,
    /// Time in states of handling.
    Handling,
    /// Time available.
    Available,
    /// Time in pause.
    Pause,
    /// Time paid for: all states but disconnected.
    Paid,
    /// Pairs of agent and day with work.
    AgentDays,
    /// Pairs of agent and day in the states.
    StateDays,
    /// Time scheduled.
    Scheduled,
    /// Rows of the roster with scheduled time: an agent and a day each.
    ScheduledDays,
    /// Unplanned absence.
    AbsenceUnplanned,
    /// Planned absence.
    AbsencePlanned,
    /// Customers at the start.
    CustomersStart,
    /// Customers at the end.
    CustomersEnd,
    /// Customers who came between and are there at the end.
    CustomersNew,
    /// Customers of the start who left.
    CustomersLeft,
    /// Tickets created.
    Created,
    /// Tickets resolved.
    Closed,
    /// Tickets reopened.
    Reopened,
    /// Tickets with a first response.
    ResponseBase,
    /// Creation to first response of these.
    Response,
    /// The same in opening hours.
    ResponseOpen,
    /// Tickets with a resolution.
    ResolutionBase,
    /// Creation to last resolution of these.
    Resolution,
    /// Tickets with a first resolution.
    FirstResolutionBase,
    /// Creation to first resolution of these.
    FirstResolution,
}

/// How many of each [`Measure`]; merging adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts([i64; Measure::ALL.len()]);

impl Default for Counts {
    fn default() -> Self {
        Self([0; Measure::ALL.len()])
    }
}

impl Counts {
    /// The amount of one measure.
    #[must_use]
    pub fn get(&self, measure: Measure) -> i64 {
        self.0[measure as usize]
    }

    /// Adds to one measure.
    pub fn add(&mut self, measure: Measure, amount: i64) {
        let slot = &mut self.0[measure as usize];
        *slot = slot.saturating_add(amount);
    }

    /// A sum of measures, each so many times.
    #[must_use]
    pub fn sum(&self, terms: &[(Measure, i64)]) -> i64 {
        terms.iter().map(|&(measure, times)| self.get(measure).saturating_mul(times)).sum()
    }
}

impl AddAssign<&Self> for Counts {
    fn add_assign(&mut self, other: &Self) {
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            *mine = mine.saturating_add(*theirs);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_add_and_merge() {
        let mut one = Counts::default();
        one.add(Measure::Offered, 3);
        one.add(Measure::ShortAbandoned, 1);
        let mut both = one;
        both += &one;
        assert_eq!(both.get(Measure::Offered), 6);
        assert_eq!(both.sum(&[(Measure::Offered, 1), (Measure::ShortAbandoned, -1)]), 4);
        let mut same = one;
        same += &Counts::default();
        assert_eq!(same, one);
    }
}
