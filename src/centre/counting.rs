//! What a row of each table counts for, and what needs the whole of a table.

use super::backlog::Backlog;
use super::calendar::Calendar;
use super::call::{Call, CallRules};
use super::cells::Row;
use super::config::Config;
use super::contact::{Contact, Contacts};
use super::customer::{Customer, Customers};
use super::distribution::Distribution;
use super::evaluation::{Evaluation, Evaluations};
use super::fault::{FaultKind, Faults, TableKind};
use super::field::Field;
use super::lead::{Lead, Leads};
use super::link::Features;
use super::measure::Measure;
use super::outcome::Outcome;
use super::place::{DAY, Direction, Moment, Place, end_of_day};
use super::record::{Record, Records};
use super::registry::Ranks;
use super::repeats::Repeats;
use super::roster::{AbsenceKind, Roster};
use super::source::{Cutter, call, hash};
use super::state::{State, States};
use super::tally::{Dimension, Tally};
use super::ticket::{Ticket, TicketDurations};

pub(super) fn join<T: Ord + Copy>(a: Option<(T, T)>, b: Option<(T, T)>) -> Option<(T, T)> {
    match (a, b) {
        (Some(a), Some(b)) => Some((a.0.min(b.0), a.1.max(b.1))),
        (a, b) => a.or(b),
    }
}

/// What one thread counts of calls.
#[derive(Default)]
pub(super) struct Calls {
    pub(super) tally: Tally,
    pub(super) durations: [Distribution; 3],
    pub(super) contacts: Contacts,
    pub(super) records: Records,
    pub(super) features: Vec<Features>,
    pub(super) repeats: Repeats,
    pub(super) span: Option<(Moment, Moment)>,
    pub(super) excluded: u64,
}

/// What one thread counts of the other tables.
#[derive(Default)]
pub(super) struct Others {
    pub(super) tally: Tally,
    pub(super) tickets: TicketDurations,
    pub(super) backlog: Backlog,
    pub(super) contacts: Contacts,
    pub(super) states: States,
    pub(super) customers: Customers,
    pub(super) leads: Leads,
    pub(super) evaluations: Evaluations,
    pub(super) span: Option<(Moment, Moment)>,
    pub(super) features: Vec<Features>,
}

/// What counting depends on.
#[derive(Clone, Copy)]
pub(super) struct Counting<'a> {
    pub(super) config: &'a Config,
    pub(super) rules: CallRules,
    pub(super) calendar: Option<&'a Calendar>,
    /// Whether contacts are kept for a survey.
    pub(super) linked: bool,
    /// Whether calls are a channel beside those of the tickets.
    pub(super) calls_are_a_channel: bool,
}

/// Gives the names of contacts their last numbers.
fn renumber(contacts: &mut [Features], ranks: &Ranks) {
    for contact in contacts {
        contact.agent = contact.agent.map(|agent| ranks.agent(agent));
        contact.queue = contact.queue.map(|queue| ranks.of(Dimension::Queue, queue));
    }
}

impl Calls {
    pub(super) fn renumber(&mut self, ranks: &Ranks) {
        self.tally.renumber(ranks);
        self.contacts.renumber(ranks);
        self.records.renumber(ranks);
        renumber(&mut self.features, ranks);
    }

    pub(super) fn merge(&mut self, other: Self) {
        self.tally.merge(other.tally);
        self.durations.iter_mut().zip(other.durations).for_each(|(mine, theirs)| mine.merge(theirs));
        self.contacts.merge(other.contacts);
        self.records.merge(other.records);
        self.features.extend(other.features);
        self.repeats.merge(other.repeats);
        self.span = join(self.span, other.span);
        self.excluded += other.excluded;
    }
}

impl Others {
    pub(super) fn renumber(&mut self, ranks: &Ranks) {
        self.tally.renumber(ranks);
        self.backlog.renumber(ranks);
        self.contacts.renumber(ranks);
        self.states.renumber(ranks);
        self.leads.renumber(ranks);
        self.evaluations.renumber(ranks);
        renumber(&mut self.features, ranks);
    }

    pub(super) fn merge(&mut self, other: Self) {
        self.tally.merge(other.tally);
        self.tickets.merge(other.tickets);
        self.backlog.merge(other.backlog);
        self.contacts.merge(other.contacts);
        self.states.merge(other.states);
        self.customers.merge(other.customers);
        self.leads.merge(other.leads);
        self.evaluations.merge(other.evaluations);
        self.features.extend(other.features);
        self.span = join(self.span, other.span);
    }
}

impl Counting<'_> {
    pub(super) fn call(
        &self,
        state: &mut Calls,
        cutter: &mut Cutter<'_>,
        row: &mut Row<'_>,
        faults: &mut Faults,
    ) {
        let open = |moment: Moment| self.calendar.is_none_or(|calendar| calendar.is_open(moment));
        let id = cutter
            .key(row, Field::Id)
            .map(|id| row.second(Field::Id).map_or(id, |second| id ^ hash(second).rotate_left(17)));
        if let Some(id) = id {
            state.repeats.add(id, row.content(), row.number());
        }
        let Some(mut call) = call(row, cutter, &open, faults) else { return };
        if self.calls_are_a_channel {
            call.place.channel = cutter.calls();
        }
        let counts = call.counts(self.rules, faults);
        if call.outcome == Outcome::Excluded {
            state.excluded += 1;
            return;
        }
        state.span = join(state.span, call.place.moment.map(|m| (m, m)));
        state.tally.add(&call.place, counts.as_slice());
        self.distribute(state, &call);
        let inbound = call.place.direction != Some(Direction::Outbound);
        let answered = call.outcome == Outcome::Answered && call.in_hours && inbound;
        if !inbound {
            let (opened, closed) = (row.moment(Field::RecordOpened), row.moment(Field::RecordClosed));
            if let (Some(opened), Some(closed)) = (opened, closed) {
                state.records.add(&Record { row: call.row, opened, closed, place: call.place });
            }
        }
        if !answered {
            return;
        }
        let (customer, case) = (cutter.key(row, Field::Customer), cutter.key(row, Field::Case));
        let reason = row.text(Field::Reason).map(hash);
        if customer.is_some() || case.is_some() {
            let escalated = call.escalated == Some(true);
            let (resolved, place) = (call.resolved, call.place);
            state.contacts.add(&Contact {
                customer,
                case,
                reason,
                by_call: true,
                resolved,
                escalated,
                place,
            });
        }
        if self.linked {
            state.features.push(Features {
                id,
                customer,
                moment: call.place.moment,
                wait: call.waited(),
                handle: call.handled(),
                solved: call.resolved,
                transferred: call.transferred,
                agent: call.place.agent,
                queue: call.place.queue,
                row: call.row,
            });
        }
    }

    fn distribute(&self, state: &mut Calls, call: &Call) {
        if !call.is_offered(self.rules) {
            return;
        }
        let [answered, abandoned, handled] = &mut state.durations;
        match (call.outcome, call.waited()) {
            (Outcome::Answered, Some(waited)) => answered.add(waited),
            (Outcome::Abandoned, Some(waited)) => abandoned.add(waited),
            _ => {}
        }
        if call.outcome == Outcome::Answered
            && let Some(handle) = call.handled()
        {
            handled.add(handle);
        }
    }

    pub(super) fn other(
        &self,
        kind: TableKind,
        state: &mut Others,
        cutter: &mut Cutter<'_>,
        row: &mut Row<'_>,
        faults: &mut Faults,
    ) {
        let number = row.number();
        match kind {
            TableKind::Tickets => self.ticket(state, cutter, row, faults),
            TableKind::States => agent_state(state, cutter, row, faults),
            TableKind::Roster => {
                let absence_reason = row.text(Field::AbsenceReason);
                // Where no column tells why, nothing is wrong with a row.
                let untold = (!row.has(Field::AbsenceReason)).then_some(AbsenceKind::Unplanned);
                let roster = Roster {
                    row: number,
                    agent: cutter.name(row, Field::Agent, Dimension::Agent),
                    day: row.moment(Field::Date),
                    scheduled: row.duration(Field::Scheduled),
                    absence: row.duration(Field::Absence),
                    kind: absence_reason.and_then(AbsenceKind::read).or(untold),
                };
                roster.count(
                    &mut |place: &Place, counts: &[(Measure, i64)]| state.tally.add(place, counts),
                    faults,
                );
            }
            TableKind::Customers => {
                let Some(key) = cutter.key(row, Field::Customer) else {
                    return faults.add(kind, FaultKind::Incomplete, number);
                };
                let (start, end) = (row.moment(Field::Start), row.moment(Field::End));
                state.customers.add(&Customer { row: number, key, start, end });
            }
            TableKind::Leads => state.leads.add(&Lead {
                row: number,
                created: row.moment(Field::Created),
                contacted: row.moment(Field::Contacted),
                converted: row.moment(Field::Converted),
                place: cutter.place(row, None),
            }),
            TableKind::Evaluations => {
                let moment = row.moment(Field::Date);
                let evaluation = Evaluation {
                    row: number,
                    interaction: cutter.key(row, Field::Contact),
                    evaluator: cutter.number_of(row, Field::Evaluator),
                    listening: row.yes(Field::Listening),
                    score: row.value(Field::Mark),
                    place: cutter.place(row, moment),
                };
                state.evaluations.add(&evaluation);
            }
            TableKind::Calls | TableKind::Survey | TableKind::AgentSurvey => {}
        }
    }

    fn ticket(&self, state: &mut Others, cutter: &mut Cutter<'_>, row: &mut Row<'_>, faults: &mut Faults) {
        let created = row.moment(Field::Created);
        let ticket = Ticket {
            row: row.number(),
            created,
            first_response: row.moment(Field::FirstResponse),
            first_resolution: row.moment(Field::FirstResolution),
            resolution: row.moment(Field::Resolution),
            reopened: row.yes(Field::Reopened),
            escalated: row.yes(Field::Escalated),
            place: cutter.place(row, created),
        };
        let open = |from: Moment, to: Moment| {
            self.calendar.map_or(to - from, |calendar| calendar.open_between(from, to))
        };
        let tally = &mut state.tally;
        let times = ticket.count(
            &open,
            &mut |place: &Place, counts: &[(Measure, i64)]| tally.add(place, counts),
            faults,
        );
        state.tickets.add(&ticket, &open);
        state.span = join(state.span, created.map(|m| (m, m)));
        if let Some(rating) = row.value(Field::Rating).filter(|r| (1.0..=5.0).contains(r)) {
            state
                .tally
                .add(&ticket.place, &[(Measure::Rated, 1), (Measure::RatedTop, i64::from(rating >= 4.0))]);
        }
        if let Some(created) = created {
            let unknown_end = ticket.resolution.is_some()
                && times.open_since.is_none()
                && ticket.resolution < Some(created);
            if !unknown_end {
                state.backlog.add(ticket.place.channel, created, ticket.resolution);
            }
        }
        if self.linked {
            state.features.push(Features {
                id: cutter.key(row, Field::Id),
                customer: cutter.key(row, Field::Customer),
                moment: created,
                wait: times.response,
                handle: times.resolution,
                solved: ticket.reopened.map(|again| !again && ticket.resolution.is_some()),
                transferred: ticket.escalated,
                agent: ticket.place.agent,
                queue: ticket.place.queue,
                row: ticket.row,
            });
        }
        let case = cutter.key(row, Field::Case);
        if case.is_some() {
            let customer = cutter.key(row, Field::Customer);
            let reason = row.text(Field::Reason).map(hash);
            let (resolved, escalated) = (Some(ticket.resolution.is_some()), ticket.escalated == Some(true));
            let place = ticket.place;
            state.contacts.add(&Contact {
                customer,
                case,
                reason,
                by_call: false,
                resolved,
                escalated,
                place,
            });
        }
    }

    /// Everything that needs the whole of a table: cases, states, customers, leads, evaluations, costs.
    pub(super) fn settle(
        &self,
        calls: &mut Calls,
        others: &mut Others,
        span: Option<(Moment, Moment)>,
        faults: &mut Faults,
    ) -> Tally {
        let mut tally = std::mem::take(&mut calls.tally);
        tally.merge(std::mem::take(&mut others.tally));
        let mut contacts = std::mem::take(&mut calls.contacts);
        contacts.merge(std::mem::take(&mut others.contacts));
        // The data end with the day of the last row.
        let (from, to) = span.map_or((0, 0), |(from, to)| (from - from.rem_euclid(DAY), end_of_day(to)));
        let days = |days: Option<f64>, usual: f64| (days.unwrap_or(usual) * DAY as f64).round() as i64;
        let centre = &self.config.centre;
        {
            let sink = &mut |place: &Place, counts: &[(Measure, i64)]| tally.add(place, counts);
            contacts.send(days(centre.fcr_days, 7.0), to, sink);
            calls.records.send(sink, faults);
            others.states.send(sink, faults);
            others.leads.send(days(centre.lead_days, 30.0), to, sink, faults);
            others.evaluations.send(sink);
        }
        if span.is_some() {
            let counts = others.customers.over(from, to);
            tally.add(&Place { moment: Some(to - 1), ..Place::default() }, &counts.measures());
        }
        faults.merge(others.customers.faults());
        tally.add(&Place::default(), &self.declared(&tally));
        tally
    }

    /// Costs and times that centre.toml declares for all.
    fn declared(&self, tally: &Tally) -> Vec<(Measure, i64)> {
        let (costs, activity) = (&self.config.costs, &self.config.activity);
        let cents = |euros: f64| (euros * 100.0).round() as i64;
        let ms = |seconds: f64| (seconds * 1000.0).round() as i64;
        let mut out = Vec::new();
        if let Some(total) = costs.total {
            out.push((Measure::Cost, cents(total)));
        }
        if let Some(calls) = costs.calls.or(costs.total) {
            out.push((Measure::CallCost, cents(calls)));
        }
        let total = tally.total();
        // States tell more than a declared sum of hours.
        if let Some(logged) = activity.logged_s.filter(|_| total.get(Measure::Paid) == 0) {
            let (logged, pause) = (ms(logged), ms(activity.pause_s.unwrap_or(0.0)));
            let work = total.sum(&[
                (Measure::Talk, 1),
                (Measure::Hold, 1),
                (Measure::Wrap, 1),
                (Measure::OutboundHandle, 1),
            ]);
            let idle = logged.saturating_sub(pause).saturating_sub(work).max(0);
            let paid = activity.paid_s.map_or(logged, ms);
            out.extend([
                (Measure::Handling, work),
                (Measure::Available, idle),
                (Measure::Pause, pause),
                (Measure::Paid, paid),
            ]);
        }
        out
    }
}

fn agent_state(state: &mut Others, cutter: &mut Cutter<'_>, row: &mut Row<'_>, faults: &mut Faults) {
    let Some(cell) = row.text(Field::State) else {
        return faults.add(TableKind::States, FaultKind::Incomplete, row.number());
    };
    let Some(kind) = cutter.state(cell) else {
        cutter.not_known(cell);
        return faults.add(TableKind::States, FaultKind::UnknownState, row.number());
    };
    let start = row.moment(Field::Start);
    let length = row.duration(Field::Length);
    let end = row.moment(Field::End).or_else(|| Some(start? + length?));
    let agent = cutter.name(row, Field::Agent, Dimension::Agent);
    state.span = join(state.span, start.map(|m| (m, m)));
    state.states.add(&State { row: row.number(), agent, kind, start, end });
}
