//! The effects planted in the sample study are found, the absent ones are not (data/README.md).

use std::sync::LazyLock;

use barometre::driver::{Driver, DriverKind};
use barometre::metric::{Group, Metric};
use barometre::report::Report;

use crate::support::{asked, close, report_of, sample, total};

static REPORT: LazyLock<Report> = LazyLock::new(|| report_of(&sample()));

fn driver(label: &str) -> &'static Driver {
    REPORT.drivers.iter().find(|d| d.target == "nps" && d.label == label).unwrap()
}

#[test]
fn the_study_is_understood() {
    let study = &REPORT.study;
    assert_eq!((study.responses, study.rows.read), (2400, 2400));
    assert_eq!(study.waves, ["2025-T1", "2025-T2", "2025-T3", "2025-T4"]);
    assert_eq!(study.segments, ["région", "offre", "canal"]);
    let kinds: Vec<&str> = study.questions.iter().map(|q| q.kind.id()).collect();
    assert_eq!(
        kinds,
        ["nps", "csat", "ces", "rating", "rating", "rating", "rating", "rating", "rating", "open"]
    );
    for question in &study.questions {
        assert_eq!(asked(question), 2400, "{}", question.id);
    }
}

#[test]
fn scores_are_those_that_the_script_measures() {
    close(total(&REPORT, Metric::Nps, None).value.unwrap(), 0.216_262_975_778_546_7, 1e-9);
    assert_eq!(total(&REPORT, Metric::Nps, None).n, Some(2312));
    close(total(&REPORT, Metric::Csat, None).value.unwrap(), 66.29, 0.005);
    close(total(&REPORT, Metric::Ces, None).value.unwrap(), 4.826, 0.0005);
}

#[test]
fn waiting_costs_points() {
    let waiting = driver("attente");
    assert!(waiting.q < 0.001 && waiting.impact < -6.0 && waiting.ci_high < -4.0, "{waiting:?}");
    assert!(waiting.difference < -50.0);
    let words = REPORT.drivers.iter().filter(|d| d.target == "nps" && d.kind != DriverKind::Theme);
    assert_eq!(words.map(|d| d.label.as_str()).next(), Some("attente"), "the largest impact");
    let said = REPORT.keyness.iter().find(|k| k.by == "nps" && k.group == Group::Detractors).unwrap();
    assert_eq!(said.label, "attente", "what detractors say most");
    assert!(REPORT.findings.iter().any(|f| f.code == "driver" && f.text.contains("attente")));
}

/// The planted effects are told first, in the order of what is at stake; the absent ones are not.
#[test]
fn themes_tell_the_planted_effects() {
    let told: Vec<&str> = REPORT.findings.iter().map(|f| f.code.as_str()).take(5).collect();
    assert_eq!(told, ["score", "change", "segment_change", "theme", "what_if"]);
    assert!(REPORT.findings[3].text.contains("Délais et réactivité"));
    let themes = REPORT.drivers.iter().filter(|d| d.target == "nps" && d.kind == DriverKind::Theme);
    let mut held: Vec<_> = themes.filter_map(|d| Some((d, d.adjusted.as_ref()?))).collect();
    held.sort_by(|a, b| a.1.impact.total_cmp(&b.1.impact));
    let (worst, best) = (held[0], held[held.len() - 1]);
    assert_eq!((worst.0.id.as_str(), best.0.id.as_str()), ("delai", "accueil"));
    assert!(worst.1.impact < -4.0 && worst.1.q < 0.001 && best.1.impact > 4.0, "{worst:?} {best:?}");
    let shops = held.iter().find(|(d, _)| d.id == "agence").unwrap();
    assert!(shops.1.q > 0.05, "{shops:?}");
    assert!(REPORT.findings.iter().all(|f| !f.text.contains("Agences")));
    let outage = REPORT.theme_changes.iter().find(|c| c.theme == "reseau").unwrap();
    assert!(outage.p < 0.01 && outage.difference > 0.04, "{outage:?}");
}

#[test]
fn advisers_bring_points() {
    let adviser = driver("conseiller");
    assert!(adviser.q < 0.001 && adviser.impact > 4.0, "{adviser:?}");
}

#[test]
fn one_region_falls_and_nothing_else_moves() {
    let moved: Vec<_> = REPORT
        .comparisons
        .iter()
        .filter(|c| c.metric == Metric::Nps && c.q < 0.05)
        .map(|c| (c.segment.as_ref().unwrap()[0].value.as_str(), c.difference))
        .collect();
    assert_eq!(moved.len(), 1, "{moved:?}");
    assert_eq!(moved[0].0, "Bretagne");
    assert!(moved[0].1 < -40.0);
    assert!(REPORT.findings.iter().any(|f| f.text.contains("Bretagne")));
}

#[test]
fn the_absent_effect_is_not_found() {
    let shop = driver("boutique");
    assert!(shop.q > 0.05 && shop.p > 0.05, "{shop:?}");
    let said = REPORT.keyness.iter().find(|k| k.by == "nps" && k.label == "boutique");
    assert!(said.is_none_or(|k| k.p > 0.05));
    assert!(REPORT.findings.iter().all(|f| !f.text.contains("boutique") && !f.text.contains("canal")));
    assert!(REPORT.keywords.iter().take(10).any(|k| k.label == "boutique"), "it is frequent all the same");
}

#[test]
fn quotes_are_masked() {
    assert!(!REPORT.quotes.is_empty());
    for quote in &REPORT.quotes {
        assert!(!quote.text.contains("06 39 98") && !quote.text.contains('@'), "{}", quote.text);
    }
}
