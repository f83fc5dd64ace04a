//! Every indicator of the catalogue on the simulated centre, against the simulation's own counts
//! (`tests/centre/truth.json`: counted from its events, not from the files it writes), or by hand where the two
//! definitions differ.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use barometre::centre::{Breakdown, FaultKind, Indicator, Period, TableKind};
use barometre::report::{CentreOptions, Report};
use serde_json::Value;

use super::{data, fault, in_period, of, rows, total, try_centre, value};
use crate::support::close;

static TRUTH: LazyLock<Value> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/centre/truth.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
});

static REPORT: LazyLock<Report> = LazyLock::new(|| {
    let options = CentreOptions {
        centre: Some(data("centre.toml")),
        by: vec![Breakdown::Period(Period::Day), Breakdown::Period(Period::Hour)],
        agent_names: true,
        ..CentreOptions::default()
    };
    try_centre(&options).unwrap()
});

/// What the simulation counted of an indicator, in one of its own readings: value, numerator, denominator.
fn counted(id: &str, variant: &str) -> (f64, Option<f64>, Option<f64>) {
    let of = &TRUTH["indicators"][id];
    let of = if variant == "default" { of } else { &of["variants"][variant] };
    let value = of["value"].as_f64().unwrap_or_else(|| panic!("{id} {variant} is not in truth.json"));
    (value, of["numerator"].as_f64(), of["denominator"].as_f64())
}

#[track_caller]
fn near(found: f64, expected: f64) {
    close(found, expected, 1e-9 * expected.abs().max(1.0));
}

/// Indicators whose default reading is that of the simulation, and what its numerator is multiplied by to be ours:
/// the file's unit, where the simulation counts in another.
const SAME: [(Indicator, f64); 46] = {
    use Indicator as I;
    [
        (I::AbandonedCalls, 1.0),
        (I::AbandonmentRate, 1.0),
        (I::AbsenceRate, 3600.0), // hours as seconds, both sums
        (I::ActiveListeningRate, 1.0),
        (I::AgentDays, 1.0),
        (I::AgentSatisfaction, 1.0),
        (I::AnswerRate, 1.0),
        (I::AnsweringMachineRate, 1.0),
        (I::AverageAfterCallWork, 1.0),
        (I::AverageHandleTime, 1.0),
        (I::AverageSpeedOfAnswer, 1.0),
        (I::AverageTalkTime, 1.0),
        (I::AverageWaitTime, 1.0),
        (I::Backlog, 1.0),
        (I::BreakTime, 1.0),
        (I::CallConversionRate, 1.0),
        (I::CallRejectionRate, 1.0),
        (I::Ces, 1.0),
        (I::ChurnRate, 1.0),
        (I::ConnectRate, 1.0),
        (I::ContactsPerCase, 1.0),
        (I::ConvertedCalls, 1.0),
        (I::CostPerRequestType, 1.0),
        (I::Csat, 1.0),
        (I::Enps, 1.0),
        (I::EscalationRate, 1.0),
        (I::FirstContactResolution, 1.0),
        (I::FirstResponseTime, 1.0 / 60.0), // seconds as minutes
        (I::HandledCalls, 1.0),
        (I::InHoursCalls, 1.0),
        (I::LeadConversionRate, 1.0),
        (I::Nps, 1.0),
        (I::Occupancy, 1.0),
        (I::OutOfHoursCalls, 1.0),
        (I::OutboundConversionRate, 1.0),
        (I::PredictiveConnectDelay, 1.0),
        (I::QualityOfService, 1.0),
        (I::ResolutionTime, 1.0 / 60.0),
        (I::ResponseRate, 1.0),
        (I::RetentionRate, 1.0),
        (I::SelfServiceRate, 1.0),
        (I::ServiceLevel, 1.0),
        (I::TimeBetweenRecords, 1.0),
        (I::TransferRate, 1.0),
        (I::Utilisation, 1.0),
        (I::Volume, 1.0),
    ]
};

/// Three more whose default is defined otherwise, each checked in a test of its own.
const OTHER: [Indicator; 3] = [Indicator::CostPerCall, Indicator::CostPerInteraction, Indicator::KeywordRate];

#[test]
fn all_49_are_checked() {
    let mut checked: Vec<Indicator> = SAME.iter().map(|(id, _)| *id).chain(OTHER).collect();
    checked.sort_unstable();
    let mut all = Indicator::ALL.to_vec();
    all.sort_unstable();
    assert_eq!(checked, all);
    assert_eq!(TRUTH["indicators"].as_object().unwrap().len(), all.len());
}

#[test]
fn defaults_are_those_of_the_simulation() {
    for (id, scale) in SAME {
        let row = total(&REPORT, id, "default");
        let (value, numerator, denominator) = counted(id.id(), "default");
        near(row.value.unwrap(), value);
        assert!(!row.definition.is_empty() && row.n.is_some(), "{}", id.id());
        if matches!(id, Indicator::Occupancy | Indicator::Utilisation) {
            assert_eq!(row.n, Some(counted("break_time", "default").2.unwrap() as u64), "days of agents");
        }
        // Answers and stocks carry their base alone.
        if let Some(found) = row.numerator {
            near(found, numerator.unwrap() * scale);
        }
        let both = if id == Indicator::AbsenceRate { scale } else { 1.0 };
        match (row.denominator, denominator) {
            (Some(found), Some(expected)) => near(found, expected * both),
            (None, Some(expected)) => assert_eq!(row.n, Some(expected as u64), "{}", id.id()),
            (found, None) => assert_eq!(found, None, "{}", id.id()),
        }
    }
}

/// The simulation takes answered calls for the base and has the other reading beside it; of interactions it counts
/// the tickets that were answered.
#[test]
fn costs_by_their_own_definitions() {
    let call = total(&REPORT, Indicator::CostPerCall, "default");
    near(call.value.unwrap(), counted("cost_per_call", "offered").0);
    assert_eq!((call.numerator, call.denominator), (Some(26_000.0), Some(4669.0)));
    near(value(&REPORT, Indicator::CostPerCall, "handled"), counted("cost_per_call", "default").0);

    let (offered, answered) = (counted("in_hours_calls", "default").0, counted("handled_calls", "default").0);
    let (created, resolved) = (counted("volume", "default").0, counted("volume", "resolved").0);
    let dialled = counted("connect_rate", "default").2.unwrap();
    let cost = |variant| value(&REPORT, Indicator::CostPerInteraction, variant);
    near(cost("default"), 42_700.0 / (offered + created));
    near(cost("handled"), 42_700.0 / (answered + resolved));
    near(cost("outbound"), 42_700.0 / (offered + created + dialled));
}

#[test]
fn keywords_are_counted_one_by_one_and_together() {
    let words = ["résiliation", "facture", "fibre"];
    let mut each = Vec::new();
    for word in words {
        let row = of(&REPORT, Indicator::KeywordRate, "keyword", word).unwrap();
        let (value, numerator, denominator) = counted("keyword_rate", word);
        near(row.value.unwrap(), value);
        assert_eq!((row.numerator, row.denominator), (numerator, denominator));
        each.push(numerator.unwrap());
    }
    // Any of the three: a message may hold two.
    let any = total(&REPORT, Indicator::KeywordRate, "default").numerator.unwrap();
    assert!(any >= each.iter().fold(0.0, |a, b| b.max(a)) && any <= each.iter().sum(), "{any} {each:?}");
    assert_eq!(any, messages_with(&words));
}

/// Messages of the file that hold one of the words or its plural, whatever the case.
fn messages_with(words: &[&str]) -> f64 {
    let mut file = csv::ReaderBuilder::new().delimiter(b';').from_path(data("tickets.csv")).unwrap();
    let at = file.headers().unwrap().iter().position(|name| name == "message").unwrap();
    let holds = |message: &str| {
        let said = message.to_lowercase();
        let mut said = said.split(|c: char| !c.is_alphabetic());
        said.any(|word| words.contains(&word.strip_suffix('s').unwrap_or(word)))
    };
    file.records().filter(|row| holds(&row.as_ref().unwrap()[at])).count() as f64
}

/// Our readings and the simulation's, where both have one.
#[test]
fn readings_that_both_have_are_equal() {
    use Indicator as I;
    for (id, ours, theirs) in [
        (I::AbandonedCalls, "short-excluded", "without-short"),
        (I::AbandonmentRate, "queued", "queued"),
        (I::AbandonmentRate, "short-excluded", "without-short-both"),
        (I::AbandonmentRate, "callbacks-excluded", "without-callbacks"),
        (I::AbsenceRate, "all", "all"),
        (I::AgentSatisfaction, "headcount", "headcount"),
        (I::ActiveListeningRate, "all", "all-calls"),
        (I::AnswerRate, "within", "within"),
        (I::AnsweringMachineRate, "filtered", "filtered"),
        (I::AnsweringMachineRate, "reached-agent", "reached-agent"),
        (I::AverageHandleTime, "talk+acw", "talk-acw"),
        (I::AverageSpeedOfAnswer, "ring", "ring"),
        (I::AverageSpeedOfAnswer, "ivr+queue+ring", "ivr-queue-ring"),
        (I::AverageTalkTime, "talk", "talk"),
        (I::AverageWaitTime, "answered", "answered"),
        (I::AverageWaitTime, "nonzero", "nonzero"),
        (I::BreakTime, "pause+idle", "pause-idle"),
        // A busy line reached nobody.
        (I::CallRejectionRate, "not-reached", "not-reached-or-busy"),
        (I::Ces, "easy", "easy"),
        (I::ConnectRate, "machines", "with-machines"),
        (I::CostPerRequestType, "wage", "wage"),
        (I::Csat, "mean", "mean"),
        (I::Csat, "top-box", "top-box"),
        (I::FirstContactResolution, "flag", "flag"),
        (I::FirstContactResolution, "no-escalation", "no-escalation"),
        // Every case of the simulation is made of calls.
        (I::FirstContactResolution, "calls-only", "default"),
        (I::FirstResponseTime, "business-hours", "business-hours"),
        (I::FirstResponseTime, "median", "median"),
        (I::FirstResponseTime, "business-hours-median", "business-hours-median"),
        (I::LeadConversionRate, "all", "all-leads"),
        (I::Occupancy, "with-pause", "with-pauses"),
        (I::OutboundConversionRate, "reached", "reached"),
        (I::QualityOfService, "within", "within"),
        (I::ResolutionTime, "first", "first"),
        (I::ResolutionTime, "median", "kaplan-meier-median"),
        (I::SelfServiceRate, "count", "count"),
        (I::ServiceLevel, "answered", "answered"),
        (I::ServiceLevel, "offered", "offered"),
        (I::ServiceLevel, "offered-minus-short-abandons", "offered-minus-short-abandons"),
        (I::ServiceLevel, "abandoned-within", "with-abandons"),
        (I::Utilisation, "handling/paid", "handling-paid"),
        (I::Volume, "handled", "resolved"),
    ] {
        let (found, expected) = (value(&REPORT, id, ours), counted(id.id(), theirs).0);
        assert!(
            (found - expected).abs() <= 1e-9 * expected.abs().max(1.0),
            "{} {ours}: {found} {expected}",
            id.id()
        );
    }
    // All handling of the agents over the calls that they took, inbound and outbound, and the tickets resolved.
    let interactions = counted("handled_calls", "default").0
        + counted("connect_rate", "default").1.unwrap()
        + counted("volume", "resolved").0;
    let handling = counted("occupancy", "default").1.unwrap();
    near(value(&REPORT, I::AverageHandleTime, "calls+tasks"), handling / interactions);
    let resolved = counted("first_contact_resolution", "flag").1.unwrap();
    let offered = counted("in_hours_calls", "default").0;
    near(value(&REPORT, I::FirstContactResolution, "flag-offered"), 100.0 * resolved / offered);
}

#[test]
fn agents_have_their_own_figures() {
    for (agent, truth) in TRUTH["by_agent"].as_object().unwrap() {
        let get = |id| of(&REPORT, id, "agent", agent).unwrap_or_else(|| panic!("{agent} {}", id.id()));
        let handle = get(Indicator::AverageHandleTime);
        near(handle.value.unwrap(), truth["average_handle_time"].as_f64().unwrap());
        assert_eq!(handle.n, truth["timed"].as_u64(), "{agent}");
        assert_eq!(get(Indicator::HandledCalls).value, truth["answered"].as_f64(), "{agent}");
    }
}

#[test]
fn weeks_have_their_own_figures() {
    let weeks = ["2025-W36", "2025-W37", "2025-W38", "2025-W39", "2025-W40", "2025-W41"];
    for (week, truth) in weeks.into_iter().zip(TRUTH["by_week"].as_object().unwrap().values()) {
        for (id, key) in [
            (Indicator::InHoursCalls, "offered"),
            (Indicator::HandledCalls, "answered"),
            (Indicator::AbandonedCalls, "abandoned"),
            (Indicator::QualityOfService, "quality_of_service"),
            (Indicator::ServiceLevel, "service_level"),
            (Indicator::AverageSpeedOfAnswer, "average_speed_of_answer"),
        ] {
            near(in_period(&REPORT, id, week).unwrap().value.unwrap(), truth[key].as_f64().unwrap());
        }
    }
}

/// What is left out of a base is counted all the same.
#[test]
fn what_is_counted_apart_is_the_simulations() {
    let apart = &REPORT.centre.as_ref().unwrap().apart;
    for (key, id, variant) in [
        ("cases_undecided", "first_contact_resolution", "undecided"),
        ("leads_undecided", "lead_conversion_rate", "undecided"),
        ("out_of_hours_dissuaded", "out_of_hours_calls", "dissuaded"),
        ("out_of_hours_voicemail", "out_of_hours_calls", "voicemail"),
        ("silent", "predictive_connect_delay", "silent-calls"),
    ] {
        near(apart[key] as f64, counted(id, variant).0);
    }
}

#[test]
fn queues_channels_and_reasons_have_their_own_figures() {
    for (queue, truth) in TRUTH["by_queue"].as_object().unwrap() {
        for (id, key) in [
            (Indicator::InHoursCalls, "offered"),
            (Indicator::HandledCalls, "answered"),
            (Indicator::AbandonedCalls, "abandoned"),
            (Indicator::QualityOfService, "quality_of_service"),
            (Indicator::ServiceLevel, "service_level"),
            (Indicator::AverageSpeedOfAnswer, "average_speed_of_answer"),
        ] {
            near(of(&REPORT, id, "queue", queue).unwrap().value.unwrap(), truth[key].as_f64().unwrap());
        }
    }
    for channel in ["Chat", "E-mail", "Formulaire"] {
        for (id, key) in [(Indicator::Backlog, "backlog"), (Indicator::Volume, "volume")] {
            near(of(&REPORT, id, "channel", channel).unwrap().value.unwrap(), counted(key, channel).0);
        }
    }
    let reasons = TRUTH["indicators"]["cost_per_request_type"]["variants"].as_object().unwrap();
    for (reason, truth) in reasons.iter().filter(|(name, _)| *name != "wage") {
        let row = of(&REPORT, Indicator::CostPerRequestType, "reason", reason).unwrap();
        near(row.value.unwrap(), truth["value"].as_f64().unwrap());
    }
}

#[test]
fn days_and_hours_have_their_own_calls() {
    let offered: BTreeMap<&str, f64> = rows(&REPORT, Indicator::InHoursCalls, "default")
        .filter_map(|row| Some((row.period.as_deref()?, row.value?)))
        .collect();
    let days = TRUTH["offered_by_day"].as_object().unwrap();
    for (day, n) in days {
        let (d, rest) = day.split_once('/').unwrap();
        let (m, y) = rest.split_once('/').unwrap();
        assert_eq!(offered.get(format!("{y}-{m}-{d}").as_str()).copied(), n.as_f64(), "{day}");
    }
    let written = offered.iter().filter(|(period, n)| period.len() == 10 && **n > 0.0).count();
    assert_eq!(written, days.len());
    for (hour, n) in TRUTH["offered_by_hour"].as_object().unwrap() {
        let ends = format!("T{hour:0>2}");
        let found: f64 =
            offered.iter().filter(|(p, _)| p.len() == 13 && p.ends_with(&ends)).map(|(_, n)| n).sum();
        assert_eq!(Some(found), n.as_f64(), "{hour}");
    }
    for (month, key) in [("2025-09", "2025-09"), ("2025-10", "2025-10")] {
        let days = rows(&REPORT, Indicator::AgentDays, "default");
        let of_month = days.filter(|row| {
            row.period.as_deref().is_some_and(|period| period.len() == 10 && period.starts_with(month))
        });
        let found: f64 = of_month.filter_map(|row| row.value).sum();
        assert_eq!(found, counted("agent_days", key).0);
    }
}

#[test]
fn planted_faults_are_found_and_nothing_else() {
    use FaultKind as F;
    use TableKind as T;
    let planted: [(T, F, &[&str]); 7] = [
        (T::Calls, F::NegativeDuration, &["negative_talk"]),
        (T::Calls, F::NoAgent, &["answered_without_agent"]),
        (
            T::Tickets,
            F::ResolvedBeforeCreated,
            &["resolved_before_creation", "resolved_before_first_response"],
        ),
        (T::States, F::EndBeforeStart, &["state_ends_before_start"]),
        (T::States, F::Overlap, &["overlapping_states"]),
        (T::Survey, F::Unmatched, &["unknown_call"]),
        (T::Survey, F::SecondAnswer, &["second_answer"]),
    ];
    for (table, kind, names) in planted {
        let of = |name: &&str| &TRUTH["bad_rows"][*name];
        let n: u64 = names.iter().map(|name| of(name)["count"].as_u64().unwrap()).sum();
        let mut all: Vec<u64> = names
            .iter()
            .flat_map(|name| of(name)["rows"].as_array().unwrap())
            .map(|row| row.as_u64().unwrap())
            .collect();
        all.sort_unstable();
        all.truncate(5);
        let found = fault(&REPORT, table, kind).unwrap_or_else(|| panic!("{kind:?}"));
        assert_eq!((found.n, &found.rows), (n, &all), "{kind:?}");
    }
    assert_eq!(REPORT.centre.as_ref().unwrap().faults.len(), planted.len());
    let names = TRUTH["bad_rows"].as_object().unwrap().len();
    assert_eq!(planted.iter().map(|(.., names)| names.len()).sum::<usize>(), names);
}

#[test]
fn every_row_of_every_file_is_read() {
    let read: BTreeMap<&str, u64> = REPORT
        .centre
        .as_ref()
        .unwrap()
        .tables
        .iter()
        .map(|table| (table.files[0].as_str(), table.rows))
        .collect();
    let truth: BTreeMap<&str, u64> =
        TRUTH["rows"].as_object().unwrap().iter().map(|(f, n)| (f.as_str(), n.as_u64().unwrap())).collect();
    assert_eq!(read, truth);
}
