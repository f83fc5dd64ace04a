//! Everything counted of the files of a centre, in one pass a table.

use super::backlog::Backlog;
use super::calendar::{Calendar, Opening};
use super::call::CallRules;
use super::cells::Row;
use super::config::{Config, Holidays};
use super::counting::{Calls, Counting, Others, join};
use super::distribution::Distribution;
use super::error::CentreError;
use super::evaluation::Evaluations;
use super::fault::{Faults, TableKind};
use super::field::Field;
use super::holiday::Region;
use super::hours::Hours;
use super::infer::Mapping;
use super::link::Features;
use super::moment::time_zone;
use super::place::Moment;
use super::registry::Registry;
use super::source::{Cutter, Reading, Source, call_rules, check_values, scan};
use super::tally::Tally;
use super::ticket::TicketDurations;
use crate::error::Result;
use crate::read::Progress;
use crate::study::{DateFormat, parse_date};
use jiff::tz::TimeZone;
use std::collections::BTreeMap;

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
    let has_channel = |kind: TableKind| {
        let own = |s: &&Source| s.mapping.kind == kind && s.mapping.columns.contains_key(&Field::Channel);
        sources.iter().any(|s| own(&s))
    };
    let calls_are_a_channel = has_channel(TableKind::Tickets) && !has_channel(TableKind::Calls);
    let counting = Counting { config, rules, calendar: calendar.as_ref(), linked, calls_are_a_channel };

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
