//! What a report says of a centre beside its indicators: tables, hours of the week, waits, days, data quality.

use std::collections::{BTreeMap, BTreeSet};

use super::breakdown::{Breakdown, Period, cells, date_of};
use super::config::{Config, Day};
use super::count::Counted;
use super::distribution::{Distribution, bin_bounds};
use super::erlang::{Traffic, agents_needed};
use super::fault::{FaultKind, TableKind};
use super::fault_words;
use super::indicate::Indicating;
use super::indicator::{Indicator, Unit};
use super::measure::{Counts, Measure};
use super::place::{DAY, HOUR, Moment};
use super::rows::{
    CentreSummary, DurationSummary, FaultRow, HeatCell, IndicatorPoint, IndicatorRow, IndicatorSeries,
    JoinRow, Level, StaffingRow, TableSummary,
};
use super::source::Source;
use super::staffing::Target;
use super::tally::{Dimension, HALF_HOUR, NO_TIME};
use super::variant::{Formula, Terms};
use crate::Lang;
use crate::metric::control::{ControlChart, Series};

/// Cards of a report, where centre.toml names none: those that the data give, at most ten.
const HEADLINE: [Indicator; 14] = [
    Indicator::QualityOfService,
    Indicator::ServiceLevel,
    Indicator::AbandonmentRate,
    Indicator::AverageSpeedOfAnswer,
    Indicator::AverageHandleTime,
    Indicator::FirstContactResolution,
    Indicator::Occupancy,
    Indicator::Csat,
    Indicator::Nps,
    Indicator::CostPerCall,
    Indicator::ConnectRate,
    Indicator::FirstResponseTime,
    Indicator::Backlog,
    Indicator::TransferRate,
];
/// Indicators followed day by day.
const DAILY: [Indicator; 5] = [
    Indicator::QualityOfService,
    Indicator::ServiceLevel,
    Indicator::AverageSpeedOfAnswer,
    Indicator::AverageHandleTime,
    Indicator::ConnectRate,
];
/// Cards at most.
const CARDS: usize = 10;
/// Days from which a series is charted.
const FEWEST_DAYS: usize = 5;
/// Service level that agents are planned for, in percent, where nothing is declared.
const STAFFING: f64 = 80.0;

/// Sums up what was counted; `rows` are the indicators of the total, `joins` how answers found their contacts.
#[must_use]
pub fn summary(
    counted: &Counted,
    sources: &[Source],
    config: &Config,
    indicating: &Indicating<'_>,
    rows: &[IndicatorRow],
    joins: Vec<JoinRow>,
    lang: Lang,
) -> CentreSummary {
    let centre = &config.centre;
    let moment = |m: Moment| written(m);
    let total = counted.tally.total();
    let hours = |measure: Measure| total.get(measure) as f64 / HOUR as f64;
    let absence = [("planned", Measure::AbsencePlanned), ("unplanned", Measure::AbsenceUnplanned)];
    let absence = absence.map(|(kind, measure)| (kind.to_owned(), hours(measure)));
    CentreSummary {
        config: config.fingerprint.clone(),
        tables: tables(counted, sources),
        from: counted.span.map(|(from, _)| moment(from)),
        to: counted.span.map(|(_, to)| moment(to)),
        timezone: centre.timezone.clone(),
        opening: opening(config, lang),
        service_level_s: counted.rules.within as f64 / 1000.0,
        short_abandon_s: counted.rules.short_abandon as f64 / 1000.0,
        fcr_days: centre.fcr_days.unwrap_or(7.0),
        lead_days: centre.lead_days.unwrap_or(30.0),
        headline: headline(config, rows),
        pseudonyms: indicating.pseudonyms(),
        min_group: indicating.min_group(),
        agents: agents(counted),
        heat: heat(counted),
        durations: durations(counted),
        series: series(counted, config, lang),
        backlog: backlog(counted, indicating),
        staffing: staffing(counted, config),
        absence: if total.get(Measure::Scheduled) > 0 {
            absence.into_iter().collect()
        } else {
            BTreeMap::new()
        },
        apart: apart(&total),
        faults: faults(counted, sources, lang),
        joins,
        links: Vec::new(),
    }
}

/// What is counted outside a base or beside an indicator.
fn apart(total: &Counts) -> BTreeMap<String, u64> {
    let counts = [
        ("cases_undecided", Measure::CasesUndecided),
        ("cases_open", Measure::CasesOpen),
        ("leads_undecided", Measure::LeadsUndecided),
        ("left_in_menu", Measure::LeftIvr),
        ("overflowed", Measure::Overflowed),
        ("called_back", Measure::CalledBack),
        ("short_abandons", Measure::ShortAbandoned),
        ("out_of_hours_dissuaded", Measure::OutDissuaded),
        ("out_of_hours_voicemail", Measure::OutVoicemail),
        ("out_of_hours_overflow", Measure::OutOverflow),
        ("out_of_hours_callback", Measure::OutCallback),
        ("silent", Measure::Silent),
        ("reopened", Measure::Reopened),
    ];
    let some = |(name, measure): (&str, Measure)| {
        let n = u64::try_from(total.get(measure)).ok().filter(|n| *n > 0)?;
        Some((name.to_owned(), n))
    };
    counts.into_iter().filter_map(some).collect()
}

/// `2025-09-01T08:00:12`.
fn written(moment: Moment) -> String {
    let seconds = moment.rem_euclid(DAY) / 1000;
    let (h, m, s) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!("{}T{h:02}:{m:02}:{s:02}", date_of(moment.div_euclid(DAY)))
}

fn tables(counted: &Counted, sources: &[Source]) -> Vec<TableSummary> {
    let mut out: Vec<TableSummary> = Vec::new();
    for source in sources {
        let kind = source.mapping.kind;
        let excluded = if kind == TableKind::Calls { counted.excluded } else { 0 };
        let named = |column: &super::Column| match &column.second {
            Some(second) => format!("{} + {second}", column.name),
            None => column.name.clone(),
        };
        let columns =
            source.mapping.columns.iter().map(|(field, column)| (field.id().to_owned(), named(column)));
        match out.iter_mut().find(|table| table.kind == kind) {
            Some(table) => {
                table.files.push(source.table.name());
                table.sha256.extend(source.table.sha256.clone());
                table.rows += source.table.rows;
            }
            None => out.push(TableSummary {
                kind,
                files: vec![source.table.name()],
                sha256: source.table.sha256.iter().cloned().collect(),
                rows: source.table.rows,
                excluded,
                columns: columns.collect(),
            }),
        }
    }
    out.sort_by_key(|table| table.kind);
    out
}

/// The opening hours, a line for each day or run of days alike.
fn opening(config: &Config, lang: Lang) -> Vec<String> {
    let Some(calendar) = &config.calendar else { return Vec::new() };
    let days = [
        (Day::Monday, text!(calendar::monday)),
        (Day::Tuesday, text!(calendar::tuesday)),
        (Day::Wednesday, text!(calendar::wednesday)),
        (Day::Thursday, text!(calendar::thursday)),
        (Day::Friday, text!(calendar::friday)),
        (Day::Saturday, text!(calendar::saturday)),
        (Day::Sunday, text!(calendar::sunday)),
    ];
    // Closed days without hours leave the others open.
    let other = if calendar.hours.is_empty() {
        pick!(lang, centre::around_the_clock)
    } else {
        pick!(lang, centre::closed)
    };
    let of = |day: &Day| calendar.hours.get(day).map_or(other, String::as_str);
    days.chunk_by(|a, b| of(&a.0) == of(&b.0))
        .map(|same| {
            let (first, last) = (&same[0], &same[same.len() - 1]);
            let (first_name, last_name) = (first.1.said(lang), last.1.said(lang));
            let hours = of(&first.0);
            match same.len() {
                1 => format!("{first_name} {hours}"),
                2 => pick!(lang, centre::and(first_name, last_name, hours)),
                _ => pick!(lang, centre::to_in_summary(first_name, last_name, hours)),
            }
        })
        .collect()
}

fn headline(config: &Config, rows: &[IndicatorRow]) -> Vec<Indicator> {
    let there = |id: &Indicator| {
        rows.iter().any(|row| row.id == *id && row.variant == "default" && row.value.is_some())
    };
    let declared = config.centre.headline.as_ref();
    let wanted: Vec<Indicator> = match declared {
        Some(ids) => ids.iter().filter_map(|id| Indicator::of_id(id)).collect(),
        None => HEADLINE.to_vec(),
    };
    wanted.into_iter().filter(there).take(CARDS).collect()
}

fn agents(counted: &Counted) -> u64 {
    let worked = |agent: &u32| {
        let days = counted.tally.days_of(Dimension::Agent, *agent);
        days.iter().any(|(_, counts)| counts.get(Measure::Answered) + counts.get(Measure::Dialled) > 0)
    };
    counted.tally.values(Dimension::Agent).iter().filter(|agent| worked(agent)).count() as u64
}

/// Weekday, 1 for Monday, and hour of a half hour counted from 1970, which began on a Thursday.
fn hour_of_week(half: i64) -> (u8, u8) {
    let halves = DAY / HALF_HOUR;
    let weekday = (half.div_euclid(halves) + 3).rem_euclid(7) + 1;
    (weekday as u8, (half.rem_euclid(halves) / 2) as u8)
}

/// Days of each weekday on which anything was counted, and the counts of each hour of the week.
fn week(counted: &Counted) -> (BTreeMap<u8, u64>, BTreeMap<(u8, u8), Counts>) {
    let halves = DAY / HALF_HOUR;
    let (mut days, mut hours) = (BTreeMap::<u8, BTreeSet<i64>>::new(), BTreeMap::<(u8, u8), Counts>::new());
    for (half, counts) in counted.tally.half_hours() {
        let calls = counts.get(Measure::Offered) + counts.get(Measure::Dialled);
        if half == NO_TIME || calls == 0 {
            continue;
        }
        let (weekday, hour) = hour_of_week(half);
        days.entry(weekday).or_default().insert(half.div_euclid(halves));
        *hours.entry((weekday, hour)).or_default() += counts;
    }
    (days.into_iter().map(|(weekday, days)| (weekday, days.len() as u64)).collect(), hours)
}

fn heat(counted: &Counted) -> Vec<HeatCell> {
    let (days, hours) = week(counted);
    let percent = |counts: &Counts, part: Terms, whole: Terms| {
        let base = counts.sum(whole);
        (base > 0).then(|| 100.0 * counts.sum(part) as f64 / base as f64)
    };
    let cell = |((weekday, hour), counts): ((u8, u8), Counts)| HeatCell {
        weekday,
        hour,
        days: days.get(&weekday).copied().unwrap_or(0),
        offered: counts.get(Measure::Offered) as u64,
        service_level: percent(
            &counts,
            &[(Measure::AnsweredWithin, 1)],
            &[(Measure::WaitBase, 1), (Measure::Abandoned, 1)],
        )
        .filter(|_| counts.get(Measure::WaitBase) > 0),
        dialled: counts.get(Measure::Dialled) as u64,
        connect_rate: percent(&counts, &[(Measure::Reached, 1)], &[(Measure::Dialled, 1)]),
    };
    hours.into_iter().map(cell).collect()
}

fn durations(counted: &Counted) -> Vec<DurationSummary> {
    let [answered, abandoned, handled] = &counted.durations;
    let waits: Vec<&Distribution> = [answered, abandoned].into_iter().filter(|d| d.n() > 0).collect();
    let bounds = bin_bounds(&waits);
    let mut out: Vec<DurationSummary> = Vec::new();
    out.extend(answered.summary("wait_answered", &bounds));
    out.extend(abandoned.summary("wait_abandoned", &bounds));
    out.extend(handled.summary("handle", &bin_bounds(&[handled])));
    out
}

fn series(counted: &Counted, config: &Config, lang: Lang) -> Vec<IndicatorSeries> {
    let days = cells(&counted.tally, Breakdown::Period(Period::Day));
    let charted = |indicator: Indicator| {
        let (part, whole, scale, share) = match indicator.variants()[0].formula {
            Formula::Share(part, whole) => (part, whole, 100.0, true),
            Formula::Quotient(sum, base, scale) => (sum, base, scale, false),
            _ => return None,
        };
        let sums: Vec<(i64, i64)> =
            days.iter().map(|day| (day.counts.sum(part), day.counts.sum(whole))).collect();
        if sums.iter().filter(|(_, base)| *base > 0).count() < FEWEST_DAYS
            || sums.iter().all(|(part, _)| *part == 0)
        {
            return None;
        }
        let whole_number = |n: i64| u64::try_from(n).unwrap_or(0);
        let chart = if share {
            let points: Vec<(u64, u64)> =
                sums.iter().map(|(x, n)| (whole_number(*x), whole_number(*n))).collect();
            ControlChart::of(Series::Shares(&points))?
        } else {
            let value = |(x, n): &(i64, i64)| if *n > 0 { *x as f64 / *n as f64 * scale } else { f64::NAN };
            ControlChart::of(Series::Values(&sums.iter().map(value).collect::<Vec<_>>()))?
        };
        let unit = if share { scale } else { 1.0 };
        let points = days.iter().zip(&sums).zip(&chart.points).map(|((day, (_, n)), point)| IndicatorPoint {
            day: day.period.clone().unwrap_or_default(),
            n: whole_number(*n),
            value: point.value.map(|v| v * unit),
            low: point.low.map(|v| v * unit),
            high: point.high.map(|v| v * unit),
            signal: point.signal,
        });
        Some(IndicatorSeries {
            id: indicator,
            label: indicator.name(lang),
            unit: if share { Unit::Percent } else { indicator.unit() },
            better: indicator.better(),
            chart: chart.kind,
            centre: chart.centre * unit,
            provisional: chart.provisional,
            target: config.target(indicator).map(|t| t.target),
            points: points.filter(|point| point.n > 0).collect(),
        })
    };
    DAILY.into_iter().filter_map(charted).collect()
}

fn backlog(counted: &Counted, indicating: &Indicating<'_>) -> Vec<Level> {
    let Some((from, to)) = counted.span else { return Vec::new() };
    if counted.tally.total().get(Measure::Created) == 0 {
        return Vec::new();
    }
    let days: Vec<i64> = (from.div_euclid(DAY)..=to.div_euclid(DAY)).collect();
    let ends: Vec<Moment> = days.iter().map(|day| (day + 1) * DAY - 1).collect();
    let levels = counted.backlog.levels(&ends);
    let mut out = Vec::new();
    let mut push = |channel: Option<String>, open: &[i64]| {
        for (day, open) in days.iter().zip(open) {
            let day = date_of(*day).to_string();
            out.push(Level { day, channel: channel.clone(), open: u64::try_from(*open).unwrap_or(0) });
        }
    };
    push(None, &levels.all);
    let mut named: Vec<(String, &Vec<i64>)> = levels
        .channels
        .iter()
        .filter_map(|(channel, open)| Some((indicating.name(Dimension::Channel, (*channel)?), open)))
        .collect();
    named.sort();
    for (channel, open) in named {
        push(Some(channel), open);
    }
    out
}

/// Agents that each hour of the week needs, by its mean load and the handling time of all calls.
fn staffing(counted: &Counted, config: &Config) -> Vec<StaffingRow> {
    let total = counted.tally.total();
    let base = total.get(Measure::HandleBase);
    let work = total.sum(&[(Measure::Talk, 1), (Measure::Hold, 1), (Measure::Wrap, 1)]);
    if base == 0 || work == 0 {
        return Vec::new();
    }
    let handle_s = work as f64 / base as f64 / 1000.0;
    let reached = config.target(Indicator::ServiceLevel).map(|t| t.target).filter(|t| *t < 100.0);
    let wanted = config.centre.staffing_target.or(reached).unwrap_or(STAFFING);
    let target = Target { service_level: Some(wanted / 100.0), ..Target::default() };
    let within = counted.rules.within as f64 / 1000.0;
    let (days, hours) = week(counted);
    let row = |((weekday, hour), counts): ((u8, u8), Counts)| {
        let calls = counts.get(Measure::Offered) as f64 / *days.get(&weekday)? as f64;
        let traffic = Traffic::new(calls, 3600.0, handle_s).ok().filter(|_| calls > 0.0)?;
        let found = agents_needed(traffic, None, within, target).ok()?;
        Some(StaffingRow {
            weekday,
            hour,
            calls,
            handle_s,
            agents: u64::from(found.agents),
            service_level: 100.0 * found.service_level,
            occupancy: 100.0 * found.occupancy,
        })
    };
    hours.into_iter().filter_map(row).collect()
}

fn faults(counted: &Counted, sources: &[Source], lang: Lang) -> Vec<FaultRow> {
    let words = |kind: TableKind| -> Vec<(&str, u64)> {
        let of_kind = counted.unknown.iter().filter(|((table, _), _)| *table == kind);
        of_kind.map(|((_, word), n)| (word.as_str(), *n)).collect()
    };
    let mut out: Vec<FaultRow> = counted
        .faults
        .iter()
        .map(|(table, fault, found)| FaultRow {
            table,
            fault,
            n: found.n,
            excluded: found.excluded,
            rows: found.rows.clone(),
            message: fault_words::with_excluded(
                found.excluded,
                lang,
                match fault {
                    FaultKind::UnknownOutcome | FaultKind::UnknownState => {
                        fault_words::unknown(table, fault, &words(table), lang)
                    }
                    FaultKind::RepeatedId => fault_words::repeated(counted.key.as_ref(), lang),
                    fault => fault_words::message(fault, table, lang),
                },
            ),
        })
        .collect();
    for source in sources {
        for field in &source.mapping.ambiguous {
            let column = source.mapping.columns.get(field).map_or("", |c| c.name.as_str());
            out.push(FaultRow {
                table: source.mapping.kind,
                fault: FaultKind::AmbiguousDates,
                n: source.table.rows,
                excluded: 0,
                rows: Vec::new(),
                message: fault_words::ambiguous(column, source.mapping.kind, *field, lang),
            });
        }
    }
    out
}
