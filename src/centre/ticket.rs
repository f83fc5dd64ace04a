//! Tickets, e-mails, chats: volume, first response, resolution, escalation.

use std::collections::BTreeMap;

use super::fault::{FaultKind, Faults, TableKind};
use super::measure::Measure;
use super::place::{Millis, Moment, Place, Sink};

/// Opening time between two moments, in milliseconds.
pub type OpenTime<'a> = dyn Fn(Moment, Moment) -> Millis + 'a;

/// A row of the tickets.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ticket {
    /// As the spreadsheet numbers it.
    pub row: u64,
    /// Opened.
    pub created: Option<Moment>,
    /// First response of the centre.
    pub first_response: Option<Moment>,
    /// First time it was resolved.
    pub first_resolution: Option<Moment>,
    /// Last time it was resolved; none while it is open.
    pub resolution: Option<Moment>,
    /// Whether it was opened again after a resolution.
    pub reopened: Option<bool>,
    /// Whether it was passed to a higher level.
    pub escalated: Option<bool>,
    /// Names; its moment is not read, those above are.
    pub place: Place,
}

/// The durations of a ticket that can be believed, in milliseconds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TicketTimes {
    /// Creation to first response.
    pub response: Option<Millis>,
    /// Creation to last resolution.
    pub resolution: Option<Millis>,
    /// Creation to first resolution.
    pub first_resolution: Option<Millis>,
    /// Creation of a ticket that is still open.
    pub open_since: Option<Moment>,
    /// True where an event precedes one that it must follow.
    pub impossible: bool,
}

impl Ticket {
    /// Its durations.
    ///
    /// A response before the creation is no response time. A resolution before the creation or before the first
    /// response is no resolution time, nor is the ticket then open: it was resolved, nobody knows when. The same
    /// holds for the first resolution, which must not follow the last one either. Without a first resolution, the
    /// last one is the first where the ticket is known not to have been reopened.
    #[must_use]
    pub fn times(&self) -> TicketTimes {
        let Some(created) = self.created else { return TicketTimes::default() };
        let since = |moment: Option<Moment>| moment.map(|m| m.saturating_sub(created));
        let before = |moment: Option<Moment>, bound: Option<Moment>| matches!((moment, bound), (Some(m), Some(b)) if m < b);
        let early = |moment| before(moment, self.created) || before(moment, self.first_response);
        let first = match self.first_resolution {
            None if self.reopened == Some(false) => self.resolution,
            first => first,
        };
        let bad_response = before(self.first_response, self.created);
        let bad_resolution = early(self.resolution);
        let bad_first = early(first) || before(self.resolution, first);
        TicketTimes {
            response: since(self.first_response).filter(|_| !bad_response),
            resolution: since(self.resolution).filter(|_| !bad_resolution),
            first_resolution: since(first).filter(|_| !bad_first),
            open_since: self.resolution.is_none().then_some(created),
            impossible: bad_response || bad_resolution || bad_first,
        }
    }

    /// Sends its counts: created at its creation, closed at its resolution, every duration at its creation.
    ///
    /// A ticket without a creation counts in the totals, in no period. One of an impossible resolution counts as
    /// created and as closed, in no duration that the resolution would corrupt.
    pub fn count(&self, open: &OpenTime, sink: &mut Sink, faults: &mut Faults) -> TicketTimes {
        let times = self.times();
        if self.created.is_none() {
            faults.add(TableKind::Tickets, FaultKind::NoDate, self.row);
        }
        if times.impossible {
            faults.add(TableKind::Tickets, FaultKind::ResolvedBeforeCreated, self.row);
        }
        let mut counts = vec![(Measure::Created, 1)];
        if self.reopened == Some(true) {
            counts.push((Measure::Reopened, 1));
        }
        if let Some(escalated) = self.escalated {
            counts.extend([(Measure::EscalationBase, 1), (Measure::Escalated, i64::from(escalated))]);
        }
        if let Some(response) = times.response {
            counts.extend([(Measure::ResponseBase, 1), (Measure::Response, response)]);
            if let (Some(created), Some(responded)) = (self.created, self.first_response) {
                counts.push((Measure::ResponseOpen, open(created, responded)));
            }
        }
        if let Some(resolution) = times.resolution {
            counts.extend([(Measure::ResolutionBase, 1), (Measure::Resolution, resolution)]);
        }
        if let Some(first) = times.first_resolution {
            counts.extend([(Measure::FirstResolutionBase, 1), (Measure::FirstResolution, first)]);
        }
        sink(&Place { moment: self.created, ..self.place }, &counts);
        if self.resolution.is_some() {
            sink(&Place { moment: self.resolution, ..self.place }, &[(Measure::Closed, 1)]);
        }
        times
    }
}

/// How long tickets take, for medians; merges.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TicketDurations {
    response: BTreeMap<Millis, u64>,
    response_open: BTreeMap<Millis, u64>,
    resolution: BTreeMap<Millis, u64>,
    open_since: BTreeMap<Moment, u64>,
}

impl TicketDurations {
    /// Adds a ticket.
    pub fn add(&mut self, ticket: &Ticket, open: &OpenTime) {
        let times = ticket.times();
        if let (Some(response), Some(from), Some(to)) =
            (times.response, ticket.created, ticket.first_response)
        {
            *self.response.entry(response).or_default() += 1;
            *self.response_open.entry(open(from, to)).or_default() += 1;
        }
        if let Some(resolution) = times.resolution {
            *self.resolution.entry(resolution).or_default() += 1;
        }
        if let Some(created) = times.open_since {
            *self.open_since.entry(created).or_default() += 1;
        }
    }

    /// Adds those of another part.
    pub fn merge(&mut self, other: Self) {
        for (mine, theirs) in [
            (&mut self.response, other.response),
            (&mut self.response_open, other.response_open),
            (&mut self.resolution, other.resolution),
            (&mut self.open_since, other.open_since),
        ] {
            for (duration, n) in theirs {
                *mine.entry(duration).or_default() += n;
            }
        }
    }

    /// Tickets by milliseconds from creation to first response.
    #[must_use]
    pub fn response(&self) -> &BTreeMap<Millis, u64> {
        &self.response
    }

    /// Tickets by milliseconds of opening time from creation to first response.
    #[must_use]
    pub fn response_open(&self) -> &BTreeMap<Millis, u64> {
        &self.response_open
    }

    /// Tickets by milliseconds from creation: those resolved then, and those still open when the data ends, which are
    /// censored there. A ticket created after that end tells nothing.
    #[must_use]
    pub fn resolution(&self, end: Moment) -> BTreeMap<Millis, (u64, u64)> {
        let mut times: BTreeMap<Millis, (u64, u64)> =
            self.resolution.iter().map(|(&duration, &n)| (duration, (n, 0))).collect();
        for (&created, &n) in self.open_since.range(..=end) {
            times.entry(end.saturating_sub(created)).or_default().1 += n;
        }
        times
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::centre::collect::Collected;

    const BASES: [Measure; 5] = [
        Measure::Created,
        Measure::Closed,
        Measure::ResponseBase,
        Measure::ResolutionBase,
        Measure::FirstResolutionBase,
    ];

    fn counted(tickets: &[Ticket]) -> Collected {
        Collected::of(|sink, faults| {
            for ticket in tickets {
                ticket.count(&|from, to| (to - from) / 2, sink, faults);
            }
        })
    }

    fn ticket(created: i64, response: Option<i64>, resolution: Option<i64>) -> Ticket {
        Ticket {
            row: 2,
            created: Some(created),
            first_response: response,
            resolution,
            reopened: Some(false),
            escalated: Some(true),
            ..Ticket::default()
        }
    }

    #[test]
    fn a_resolved_ticket_gives_every_duration() {
        let found = counted(&[ticket(100, Some(160), Some(400))]);
        let durations =
            [Measure::Response, Measure::ResponseOpen, Measure::Resolution, Measure::FirstResolution];
        assert_eq!(found.get(durations), [60, 30, 300, 300]);
        assert_eq!(found.get([Measure::EscalationBase, Measure::Escalated, Measure::Reopened]), [1, 1, 0]);
        let closed: Vec<_> =
            found.rows.iter().map(|(place, counts)| (place.moment, counts.get(Measure::Closed))).collect();
        assert_eq!(closed, [(Some(100), 0), (Some(400), 1)]);
        assert_eq!(found.faults, Faults::default());
    }

    #[test]
    fn an_impossible_event_is_reported_and_left_out_of_its_duration_only() {
        let cases = [
            (ticket(100, Some(90), Some(400)), (0, 1)),
            (ticket(100, Some(160), Some(90)), (1, 0)),
            (ticket(100, Some(160), Some(120)), (1, 0)),
        ];
        for (ticket, (responses, resolutions)) in cases {
            let found = counted(&[ticket]);
            let fault = (TableKind::Tickets, FaultKind::ResolvedBeforeCreated);
            assert_eq!(found.faults.count(fault.0, fault.1), 1, "{ticket:?}");
            assert_eq!(found.get(BASES), [1, 1, responses, resolutions, resolutions], "{ticket:?}");
            assert_eq!(ticket.times().open_since, None);
        }
    }

    #[test]
    fn the_first_resolution_is_the_last_one_only_where_none_followed() {
        let first = |reopened, first_resolution| {
            Ticket { first_resolution, reopened, ..ticket(0, None, Some(500)) }.times().first_resolution
        };
        assert_eq!(first(Some(false), None), Some(500));
        assert_eq!(first(Some(true), None), None);
        assert_eq!(first(None, None), None);
        assert_eq!(first(Some(true), Some(200)), Some(200));
        assert_eq!(first(Some(true), Some(600)), None);
        let open_again = Ticket { first_resolution: Some(200), ..ticket(0, None, None) };
        assert_eq!(
            (open_again.times().first_resolution, open_again.times().open_since),
            (Some(200), Some(0))
        );
    }

    #[test]
    fn open_tickets_are_censored_at_the_end_of_the_data() {
        let mut durations = TicketDurations::default();
        for ticket in [ticket(0, None, Some(50)), ticket(100, None, None), ticket(900, None, None)] {
            durations.add(&ticket, &|_, _| 0);
        }
        assert_eq!(durations.resolution(150), BTreeMap::from([(50, (1, 1))]));
        assert_eq!(durations.resolution(1000), BTreeMap::from([(50, (1, 0)), (100, (0, 1)), (900, (0, 1))]));
    }

    #[test]
    fn a_ticket_without_a_date_counts_in_no_period() {
        let found = counted(&[Ticket { created: None, ..ticket(0, Some(5), None) }]);
        assert_eq!(found.get(BASES), [1, 0, 0, 0, 0]);
        assert_eq!(found.rows[0].0.moment, None);
        assert_eq!(found.faults.count(TableKind::Tickets, FaultKind::NoDate), 1);
    }

    proptest! {
        #[test]
        fn parts_merge_into_the_whole(
            rows in prop::collection::vec((0i64..50, prop::option::of(0i64..90), prop::option::of(0i64..90)), 0..40),
            cut in 0usize..40,
        ) {
            let tickets: Vec<Ticket> = rows.iter().map(|&(c, r, s)| ticket(c, r, s)).collect();
            let of = |part: &[Ticket]| {
                let mut durations = TicketDurations::default();
                for ticket in part {
                    durations.add(ticket, &|from, to| to - from);
                }
                durations
            };
            let cut = cut.min(tickets.len());
            let mut merged = of(&tickets[cut..]);
            merged.merge(of(&tickets[..cut]));
            merged.merge(TicketDurations::default());
            prop_assert_eq!(&merged, &of(&tickets));
            let found = counted(&tickets);
            let [_, _, responses, resolutions, _] = found.get(BASES).map(i64::unsigned_abs);
            prop_assert_eq!(merged.response().values().sum::<u64>(), responses);
            let times = merged.resolution(90);
            prop_assert_eq!(times.values().map(|&(events, _)| events).sum::<u64>(), resolutions);
            let open = rows.iter().filter(|(_, _, resolution)| resolution.is_none()).count() as u64;
            prop_assert_eq!(times.values().map(|&(_, censored)| censored).sum::<u64>(), open);
            prop_assert!(found.get([Measure::Response, Measure::Resolution]).iter().all(|&sum| sum >= 0));
        }
    }
}
