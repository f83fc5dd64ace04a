//! What the work goes to, what arrives when nobody is there, what the data left out.

use std::collections::BTreeMap;

use super::finding;
use crate::centre::{FaultKind, FaultRow, Indicator, Unit, value_text};
use crate::report::Finding;
use crate::report::centre::amounts::hours_text;
use crate::report::centre::names::{fault, still_counts};
use crate::report::centre::reasons::{Reason, euros, ranked};
use crate::report::centre::view::View;

/// Faults named in a sentence.
const NAMED: usize = 3;
/// Share of the workload under which no reason stands out: texts written for each call are no list of reasons.
const LEAST: f64 = 0.02;

/// The reason that takes the most work, and the two that follow.
pub(super) fn reasons(view: &View<'_>) -> Option<Finding> {
    let (words, lang) = (view.words, view.words.lang);
    let reasons = ranked(view);
    if reasons.len() < 2 {
        return None;
    }
    let first = reasons.first().filter(|first| first.share >= LEAST)?;
    let priced = reasons.iter().all(|r| r.cost.is_some());
    let share = |r: &Reason<'_>| lang.percent(r.share * 100.0, 1);
    let weight = |r: &Reason<'_>| match r.cost.filter(|_| priced) {
        Some(cost) => euros(lang, cost),
        None => share(r),
    };
    let name = lang.quote(first.name);
    let (part, hours) = (share(first), hours_text(lang, first.hours));
    let handle = value_text(lang, Unit::Seconds, first.handle_s);
    let calls = counted!(words, first.calls.round() as u64, centre_report::handled_calls);
    let next: Vec<String> =
        reasons[1..].iter().take(2).map(|r| format!("{} ({})", lang.quote(r.name), weight(r))).collect();
    let next = words.list(&next);
    let follow = if reasons.len() == 2 {
        pick!(words, centre_report::next_comes)
    } else {
        pick!(words, centre_report::next_come)
    };
    let most = match first.cost.filter(|_| priced) {
        Some(cost) => {
            let cost = euros(lang, cost);
            pick!(
                words,
                centre_report::is_the_reason_that_costs_most_for_and(cost, calls, hours, part, handle)
            )
        }
        None => pick!(words, centre_report::is_the_reason_that_takes_most_of_the(part, hours, calls, handle)),
    };
    let text = say!(words, centre_report::next_what_needs_no_agent_there_is_a(name, most, follow, next));
    Some(finding("reason", "reasons", text))
}

/// Calls that arrive outside opening hours.
pub(super) fn out_of_hours(view: &View<'_>) -> Option<Finding> {
    let words = view.words;
    let outside = view.total_value(Indicator::OutOfHoursCalls).filter(|n| *n > 0.0)?;
    let inside = view.total_value(Indicator::InHoursCalls)?;
    let share = words.lang.percent(outside / (outside + inside) * 100.0, 1);
    let calls = counted!(words, outside.round() as u64, centre_report::calls);
    let text = say!(words, centre_report::of_those_received_arrive_out_of_opening_hours(calls, share));
    Some(finding("out_of_hours", "indicators", text))
}

/// Rows that cannot be what they say.
pub(super) fn data(view: &View<'_>) -> Option<Finding> {
    let (words, lang) = (view.words, view.words.lang);
    let wrong = |f: &&FaultRow| f.n > 0 && !still_counts(f.fault);
    let mut by_fault: BTreeMap<FaultKind, u64> = BTreeMap::new();
    for row in view.summary.faults.iter().filter(wrong) {
        *by_fault.entry(row.fault).or_default() += row.n;
    }
    let n: u64 = by_fault.values().sum();
    if n == 0 {
        return None;
    }
    let unknown = if by_fault.contains_key(&FaultKind::UnknownOutcome) {
        pick!(words, centre_report::a_call_of_unknown_outcome_is_counted_nowhere)
    } else {
        ""
    };
    let mut faults: Vec<(FaultKind, u64)> = by_fault.into_iter().collect();
    faults.sort_by_key(|(kind, n)| (std::cmp::Reverse(*n), *kind));
    let named: Vec<String> = faults
        .iter()
        .take(NAMED)
        .map(|(kind, n)| {
            let (name, n) = (fault(*kind, lang), lang.count(*n));
            say!(words, centre_report::joined_in_work(name, n))
        })
        .collect();
    let rest = if faults.len() > NAMED { "…" } else { "" };
    let named = named.join(", ") + rest;
    let rows = counted!(words, n, centre_report::rows);
    let text = if n == 1 {
        say!(words, centre_report::row_has_a_fault(rows, named, unknown))
    } else {
        say!(words, centre_report::rows_have_a_fault(rows, named, unknown))
    };
    Some(finding("data", "data", text))
}
