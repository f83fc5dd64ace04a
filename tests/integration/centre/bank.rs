//! Two real logs beside the project. What they prove is also proven in `traps`, on files written on the spot.

use barometre::centre::{FaultKind, Indicator as I, TableKind};
use barometre::report::CentreOptions;

use super::{fault, total, try_centre, value};
use crate::support::{close, shared};

/// February 1999 of an Israeli bank (Guedj and Mandelbaum), PHANTOM left out.
#[test]
fn a_month_of_a_bank() {
    let Some(path) = shared("data/anonymous-bank/february.txt") else { return };
    let dir = tempfile::tempdir().unwrap();
    let centre = dir.path().join("centre.toml");
    std::fs::write(&centre, "[calls.values]\n\"PHANTOM\" = \"excluded\"\n").unwrap();
    let files = vec![(Some(TableKind::Calls), path)];
    let options = CentreOptions { centre: Some(centre), files, ..CentreOptions::default() };
    let report = try_centre(&options).unwrap();

    let read = &report.centre.as_ref().unwrap().tables[0];
    assert_eq!((read.rows, read.excluded), (33_344, 278), "nothing is dropped");
    assert_eq!(value(&report, I::InHoursCalls, "default"), 31_094.0);
    close(value(&report, I::AbandonmentRate, "default"), 12.6455, 5e-5);
    close(value(&report, I::AverageSpeedOfAnswer, "default"), 40.774, 5e-4);
    close(value(&report, I::ServiceLevel, "offered"), 52.129, 5e-4);
    close(value(&report, I::ServiceLevel, "answered"), 59.675, 5e-4);
    close(value(&report, I::AverageHandleTime, "default"), 176.353, 5e-4);

    let negative = fault(&report, TableKind::Calls, FaultKind::NegativeDuration).unwrap();
    assert_eq!((negative.n, negative.excluded), (25, 2));
    let nobody = fault(&report, TableKind::Calls, FaultKind::NoAgent).unwrap();
    assert_eq!(nobody.n, 491);
    let repeated = fault(&report, TableKind::Calls, FaultKind::RepeatedId).unwrap();
    assert_eq!(repeated.n, 17_828);
    assert!(repeated.message.contains("vru+line") && repeated.message.contains("call_id"), "{repeated:?}");
    let span = report.centre.as_ref().unwrap();
    assert!(span.from.as_ref().unwrap().starts_with("1999-02-01T"), "{:?}", span.from);
    assert!(span.to.as_ref().unwrap().starts_with("1999-02-28T"), "{:?}", span.to);
}

/// A workbook, straight from the file with no configuration.
#[test]
fn a_workbook_needs_no_configuration() {
    let Some(path) = shared("data/pwc-call-center/call-center-dataset.xlsx") else { return };
    let options = CentreOptions { files: vec![(None, path)], ..CentreOptions::default() };
    let report = try_centre(&options).unwrap();
    close(value(&report, I::AbandonmentRate, "default"), 18.92, 1e-9);
    close(value(&report, I::AverageSpeedOfAnswer, "default"), 67.52, 5e-3);
    close(value(&report, I::FirstContactResolution, "flag-offered"), 72.92, 1e-9);
    close(value(&report, I::FirstContactResolution, "flag"), 89.94, 5e-3);
    let csat = total(&report, I::Csat, "default");
    close(csat.value.unwrap(), 49.90, 5e-3);
    assert_eq!(csat.n, Some(4054));
}
