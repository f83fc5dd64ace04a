//! Everything counted of the files of a centre, in one pass a table.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use super::backlog::Backlog;
use super::calendar::{Calendar, Opening};
use super::call::{Call, CallRules};
use super::cells::Row;
use super::config::{Config, Holidays};
use super::contact::{Contact, Contacts};
use super::customer::{Customer, Customers};
use super::distribution::Distribution;
use super::error::CentreError;
use super::evaluation::{Evaluation, Evaluations};
use super::fault::{FaultKind, Faults, TableKind};
use super::field::Field;
use super::holiday::Region;
use super::hours::Hours;
use super::infer::Mapping;
use super::lead::{Lead, Leads};
use super::link::Features;
use super::measure::Measure;
use super::moment::time_zone;
use super::outcome::Outcome;
use super::place::{DAY, Direction, Moment, Place};
use super::record::{Record, Records};
use super::registry::{Ranks, Registry};
use super::repeats::Repeats;
use super::roster::{AbsenceKind, Roster};
use super::source::{Cutter, Reading, Source, call, call_rules, check_values, hash, scan};
use super::state::{State, States};
use super::tally::{Dimension, Tally};
use super::ticket::{Ticket, TicketDurations};
use crate::error::Result;
use crate::read::Progress;
use crate::study::{DateFormat, parse_date};

/// What was counted, before it is put into indicators.
pub struct Counted {
    /// Counts by place.
    pub tally: Tally,
    /// Names of the places.
    pub registry: Registry,
    /// Rows that cannot be what they say.
    pub faults: Faults,
    /// Words of outcomes and states that are not known, by table.
    pub unknown: BTreeMap<(TableKind, String), u64>,
    /// Column that makes the ids of the calls a key, where these repeat.
    pub key: Option<(String, String)>,
    /// Waits of the answered calls, of the abandoned ones, handling times.
    pub durations: [Distribution; 3],
    /// Durations of the tickets.
    pub tickets: TicketDurations,
    /// Requests open at each moment.
    pub backlog: Backlog,
    /// Contacts, for the link with answers.
    pub features: Vec<Features>,
    /// Tickets, for the link with answers: wait is the first response, handling the resolution.
    pub ticket_features: Vec<Features>,
    /// Evaluations, for the agreement of evaluators.
    pub evaluations: Evaluations,
    /// The rules of counting calls.
    pub rules: CallRules,
    /// First and last moment of the calls, the tickets and the states.
    pub span: Option<(Moment, Moment)>,
    /// Calls left out by centre.toml, by table.
    pub excluded: u64,
    /// Opening hours; none where all hours are open.
    pub calendar: Option<Calendar>,
}

/// What one thread counts of calls.
#[derive(Default)]
struct Calls {
    tally: Tally,
    durations: [Distribution; 3],
    contacts: Contacts,
    records: Records,
    features: Vec<Features>,
    repeats: Repeats,
    span: Option<(Moment, Moment)>,
    excluded: u64,
}

/// What one thread counts of the other tables.
#[derive(Default)]
struct Others {
    tally: Tally,
    tickets: TicketDurations,
    backlog: Backlog,
    contacts: Contacts,
    states: States,
    customers: Customers,
    leads: Leads,
    evaluations: Evaluations,
    span: Option<(Moment, Moment)>,
    features: Vec<Features>,
}

/// What counting depends on.
#[derive(Clone, Copy)]
struct Counting<'a> {
    config: &'a Config,
    rules: CallRules,
    calendar: Option<&'a Calendar>,
    /// Whether contacts are kept for a survey.
    linked: bool,
}

/// Counts the files.
///
/// # Errors
/// A file cannot be read; centre.toml names what does not exist.
pub fn count(
    sources: &[Source],
    config: &Config,
    linked: bool,
    threads: usize,
    progress: Progress<'_>,
) -> Result<Counted> {
    check_values(config)?;
    let zone = zone(config)?;
    let calendar = opening(config)?.map(|opening| Calendar::new(&opening));
    let mut registry = Registry::default();
    let reading = Reading { config, registry: &registry, zone: zone.as_ref(), threads, progress };
    let of_calls: Vec<&Source> = sources.iter().filter(|s| s.mapping.kind == TableKind::Calls).collect();
    let none = Mapping { kind: TableKind::Calls, columns: BTreeMap::new(), ambiguous: Vec::new() };
    let rules = call_rules(config, of_calls.first().map_or(&none, |s| &s.mapping));
    let counting = Counting { config, rules, calendar: calendar.as_ref(), linked };

    let (mut faults, mut unknown) = (Faults::default(), BTreeMap::new());
    let (mut calls, mut others) = (Calls::default(), Others::default());
    for source in sources {
        let kind = source.mapping.kind;
        let mut take = |found: Faults, words: BTreeMap<String, u64>| {
            faults.merge(&found);
            for (word, n) in words {
                *unknown.entry((kind, word)).or_default() += n;
            }
        };
        if kind == TableKind::Calls {
            // Each file tells what it tells.
            let counting = Counting { rules: call_rules(config, &source.mapping), ..counting };
            let each =
                |state: &mut Calls, cutter: &mut Cutter<'_>, row: &mut Row<'_>, faults: &mut Faults| {
                    counting.call(state, cutter, row, faults);
                };
            for (part, found, words) in scan(source, &reading, Calls::default, each)? {
                calls.merge(part);
                take(found, words);
            }
        } else {
            let each =
                |state: &mut Others, cutter: &mut Cutter<'_>, row: &mut Row<'_>, faults: &mut Faults| {
                    counting.other(kind, state, cutter, row, faults);
                };
            for (part, found, words) in scan(source, &reading, Others::default, each)? {
                others.merge(part);
                take(found, words);
            }
        }
    }
    // The column that makes a key is looked for in one file; the ids of several may repeat from one to the next.
    let only = of_calls.first().copied().filter(|_| of_calls.len() == 1);
    let key = std::mem::take(&mut calls.repeats).find(only, &mut faults, threads)?;
    let span = join(calls.span, others.span);
    let ranks = registry.sort();
    calls.renumber(&ranks);
    others.renumber(&ranks);
    let tally = counting.settle(&mut calls, &mut others, span, &mut faults);
    Ok(Counted {
        tally,
        faults,
        unknown,
        key,
        durations: calls.durations,
        tickets: others.tickets,
        backlog: others.backlog,
        features: calls.features,
        ticket_features: others.features,
        evaluations: others.evaluations,
        rules,
        span,
        excluded: calls.excluded,
        registry,
        calendar,
    })
}

fn join<T: Ord + Copy>(a: Option<(T, T)>, b: Option<(T, T)>) -> Option<(T, T)> {
    match (a, b) {
        (Some(a), Some(b)) => Some((a.0.min(b.0), a.1.max(b.1))),
        (a, b) => a.or(b),
    }
}

/// The time zone of centre.toml, for moments written with another clock.
fn zone(config: &Config) -> Result<Option<TimeZone>> {
    let named = config.centre.timezone.as_ref();
    let found =
        |name: &String| time_zone(name).ok_or_else(|| CentreError::Zone { found: name.clone() }.into());
    named.map(found).transpose()
}

/// The opening hours of centre.toml; none where it declares none. Closed days without hours leave the others open around
/// the clock.
pub(super) fn opening(config: &Config) -> Result<Option<Opening>> {
    let Some(section) = &config.calendar else { return Ok(None) };
    let holidays = section.holidays.is_some_and(|holidays| holidays != Holidays::None);
    let always = section.hours.is_empty();
    if always && section.closed.is_empty() && section.open.is_empty() && !holidays {
        return Ok(None);
    }
    let hours = |key: String, text: &String| {
        Hours::parse(text).map_err(|_| CentreError::Hours {
            file: config.file.clone(),
            key,
            found: text.clone(),
        })
    };
    let date = |key: &str, text: &String| {
        let read = parse_date(text).and_then(|reading| reading.date(DateFormat::DayFirst));
        read.ok_or_else(|| CentreError::Day {
            file: config.file.clone(),
            key: key.to_owned(),
            found: text.clone(),
        })
    };
    let mut out = Opening {
        holidays: match section.holidays {
            Some(Holidays::None) => None,
            Some(Holidays::FrAlsaceMoselle) => Some(Region::AlsaceMoselle),
            Some(Holidays::Fr) | None => Some(Region::France),
        },
        ..Opening::default()
    };
    if always {
        out.week.fill(Hours::all_day());
        out.holidays = out.holidays.filter(|_| holidays);
    }
    for (day, text) in &section.hours {
        let key = format!("calendar.hours.{}", format!("{day:?}").to_lowercase());
        out.week[*day as usize] = hours(key, text)?;
    }
    for text in &section.closed {
        out.closed.insert(date("calendar.closed", text)?);
    }
    for (day, text) in &section.open {
        let key = format!("calendar.open.\"{day}\"");
        out.exceptional.insert(date("calendar.open", day)?, hours(key, text)?);
    }
    Ok(Some(out))
}

impl Calls {
    fn renumber(&mut self, ranks: &Ranks) {
        self.tally.renumber(ranks);
        self.contacts.renumber(ranks);
        self.records.renumber(ranks);
        for features in &mut self.features {
            features.agent = features.agent.map(|agent| ranks.agent(agent));
            features.queue = features.queue.map(|queue| ranks.of(Dimension::Queue, queue));
        }
    }

    fn merge(&mut self, other: Self) {
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
    fn renumber(&mut self, ranks: &Ranks) {
        self.tally.renumber(ranks);
        self.backlog.renumber(ranks);
        self.contacts.renumber(ranks);
        self.states.renumber(ranks);
        self.leads.renumber(ranks);
        self.evaluations.renumber(ranks);
        for features in &mut self.features {
            features.agent = features.agent.map(|agent| ranks.agent(agent));
            features.queue = features.queue.map(|queue| ranks.of(Dimension::Queue, queue));
        }
    }

    fn merge(&mut self, other: Self) {
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
    fn call(&self, state: &mut Calls, cutter: &mut Cutter<'_>, row: &mut Row<'_>, faults: &mut Faults) {
        let open = |moment: Moment| self.calendar.is_none_or(|calendar| calendar.is_open(moment));
        let id = cutter
            .key(row, Field::Id)
            .map(|id| row.second(Field::Id).map_or(id, |second| id ^ hash(second).rotate_left(17)));
        if let Some(id) = id {
            state.repeats.add(id, row.content(), row.number());
        }
        let Some(call) = call(row, cutter, &open, faults) else { return };
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

    fn other(
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
                let roster = Roster {
                    row: number,
                    agent: cutter.name(row, Field::Agent, Dimension::Agent),
                    day: row.moment(Field::Date),
                    scheduled: row.duration(Field::Scheduled),
                    absence: row.duration(Field::Absence),
                    kind: absence_reason.and_then(AbsenceKind::read),
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
    fn settle(
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
        let (from, to) =
            span.map_or((0, 0), |(from, to)| (from - from.rem_euclid(DAY), to - to.rem_euclid(DAY) + DAY));
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
