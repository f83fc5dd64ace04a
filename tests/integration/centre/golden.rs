//! Seventeen calls whose indicators were computed by hand, each number under the name of its reading
//! (`tests/centre/golden_calls.csv`, and `golden_calls.json` of the reference values beside the project).

use std::path::Path;

use barometre::centre::{Indicator as I, TableKind};
use barometre::report::{CentreOptions, Report};

use super::{total, try_centre, value};
use crate::support::{close, shared};

/// Two agents logged an hour each, ten minutes of pause in all, 120 euros.
const CENTRE: &str = "[activity]\nlogged_s = 7200\npause_s = 600\n[costs]\ntotal = 120\n";

fn report() -> Report {
    let dir = tempfile::tempdir().unwrap();
    let centre = dir.path().join("centre.toml");
    std::fs::write(&centre, CENTRE).unwrap();
    let calls = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/centre/golden_calls.csv");
    let files = vec![(Some(TableKind::Calls), calls)];
    try_centre(&CentreOptions { centre: Some(centre), files, ..CentreOptions::default() }).unwrap()
}

/// The names of the reference, the reading that each is, the number.
const READINGS: [(&str, I, &str, f64); 26] = [
    ("inbound_HO_offered", I::InHoursCalls, "default", 11.0),
    ("HNO", I::OutOfHoursCalls, "default", 1.0),
    ("answered", I::HandledCalls, "default", 8.0),
    ("abandoned", I::AbandonedCalls, "default", 3.0),
    ("pickup_rate_in", I::AnswerRate, "default", 800.0 / 11.0),
    ("abandon_rate", I::AbandonmentRate, "default", 300.0 / 11.0),
    ("abandon_rate_excl_short_lt5s", I::AbandonmentRate, "short-excluded", 20.0),
    ("DMC_talk_only", I::AverageTalkTime, "talk", 212.5),
    ("DMC_talk_plus_hold", I::AverageTalkTime, "default", 223.75),
    ("ACW", I::AverageAfterCallWork, "default", 36.25),
    ("DMT_DMC_plus_ACW", I::AverageHandleTime, "default", 260.0),
    ("ASA_ring_only_seed002", I::AverageSpeedOfAnswer, "ring", 4.375),
    ("ASA_queue_plus_ring_seed001", I::AverageSpeedOfAnswer, "default", 24.0),
    ("ASA_incl_ivr", I::AverageSpeedOfAnswer, "ivr+queue+ring", 44.0),
    ("SL20_over_answered", I::ServiceLevel, "answered", 62.5),
    ("SL20_over_offered", I::ServiceLevel, "offered", 500.0 / 11.0),
    ("SL20_over_offered_minus_short_abandons", I::ServiceLevel, "offered-minus-short-abandons", 50.0),
    ("SL20_answered_plus_abandoned_in_T_over_offered", I::ServiceLevel, "abandoned-within", 600.0 / 11.0),
    ("FCR_over_answered", I::FirstContactResolution, "flag", 75.0),
    ("transfer_rate", I::TransferRate, "default", 12.5),
    ("pickup_rate_out_incl_machine", I::ConnectRate, "machines", 60.0),
    ("pickup_rate_out_human", I::ConnectRate, "default", 40.0),
    ("machine_rate", I::AnsweringMachineRate, "default", 20.0),
    ("reject_rate_not_reached", I::CallRejectionRate, "not-reached", 40.0),
    ("reject_rate_strict", I::CallRejectionRate, "default", 20.0),
    ("conversion_out", I::OutboundConversionRate, "default", 20.0),
];

/// Readings of the agents' time and of the costs.
const OF_TIME: [(&str, I, &str, f64); 3] = [
    ("occupancy_work_over_logged_minus_pause", I::Occupancy, "default", 100.0 * 2445.0 / 6600.0),
    ("occupancy_seed000_work_over_work_plus_pause_idle", I::Occupancy, "with-pause", 100.0 * 2445.0 / 7200.0),
    ("cost_per_interaction_seed000", I::CostPerInteraction, "default", 120.0 / 11.0),
];

#[test]
fn each_number_stands_under_its_reading() {
    let report = report();
    for (name, id, variant, expected) in READINGS.into_iter().chain(OF_TIME) {
        let found = value(&report, id, variant);
        assert!((found - expected).abs() < 1e-9, "{name}: {found} is not {expected}");
    }
    assert_eq!(total(&report, I::ConnectRate, "default").denominator, Some(5.0), "outbound calls");
    let occupied = total(&report, I::Occupancy, "default");
    assert_eq!(occupied.numerator, Some(2445.0), "work");
    close(occupied.denominator.unwrap() - 2445.0, 4155.0, 1e-9);
}

/// The reference as it is, but its inverted cost, an error of its source.
#[test]
fn the_reference_is_covered_to_its_last_number() {
    let (Some(path), Some(csv)) =
        (shared("reference/golden_calls.json"), shared("reference/golden_calls.csv"))
    else {
        return;
    };
    let text = std::fs::read_to_string(path).unwrap();
    let reference: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&text).unwrap();
    let known: Vec<(&str, f64)> = READINGS
        .iter()
        .chain(&OF_TIME)
        .map(|(name, _, _, value)| (*name, *value))
        .chain([("outbound_calls", 5.0), ("logged_s", 7200.0), ("pause_s", 600.0)])
        .chain([("work_s", 2445.0), ("idle_s", 4155.0), ("cost_total_eur", 120.0)])
        .collect();
    let other = ["assumptions", "inverted_seed001_calls_per_euro"];
    for (name, value) in reference.iter().filter(|(name, _)| !other.contains(&name.as_str())) {
        let (_, ours) = known.iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("{name}"));
        close(*ours, value.as_f64().unwrap(), 1e-9);
    }
    assert_eq!(reference.len(), known.len() + other.len());
    let ours = include_str!("../../centre/golden_calls.csv");
    assert_eq!(std::fs::read_to_string(csv).unwrap(), ours);
}
