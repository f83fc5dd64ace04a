//! The effects planted in the HR sample study are found, the absent ones are not, small departments stay hidden
//! (data/README.md).

use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use barometre::driver::{Driver, DriverKind};
use barometre::metric::{Estimate, Metric};
use barometre::report::{Options, Report};

use crate::support::{close, csv, report_of, total, try_report};

const SERVICES: [&str; 9] = [
    "Atelier",
    "Comptabilité",
    "Entrepôt",
    "Informatique",
    "Juridique",
    "Maintenance",
    "Qualité",
    "Service client",
    "Ventes",
];
const SMALL: [&str; 2] = ["Juridique", "Qualité"];

static REPORT: LazyLock<Report> = LazyLock::new(|| {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let options = Options { study: Some(data.join("pulse.toml")), ..Options::default() };
    try_report(&[data.join("pulse.csv")], &options).unwrap()
});

/// The eNPS of a value of a segment, all waves or one.
fn enps(column: &str, value: &str, wave: Option<&str>) -> &'static Estimate {
    let wanted = |e: &&Estimate| {
        e.metric == Metric::Enps
            && e.wave.as_deref() == wave
            && e.segment.as_ref().is_some_and(|s| s[0].column == column && s[0].value == value)
    };
    REPORT.metrics.iter().find(wanted).unwrap()
}

fn driver(label: &str) -> &'static Driver {
    REPORT.drivers.iter().find(|d| d.target == "enps" && d.label == label).unwrap()
}

#[test]
fn the_study_is_read_as_declared() {
    let study = &REPORT.study;
    assert_eq!(study.title.as_deref(), Some("Baromètre interne Ambrelune 2025"));
    assert_eq!((study.responses, study.rows.read), (2132, 2132));
    assert_eq!(study.waves.len(), 12);
    assert_eq!((study.waves[0].as_str(), study.waves[7].as_str()), ("janvier 2025", "août 2025"));
    assert_eq!(study.segments, ["pôle", "service", "ancienneté", "site"]);
    let kinds: Vec<&str> = study.questions.iter().map(|q| q.kind.id()).collect();
    assert_eq!(kinds, ["enps", "rating", "rating", "rating", "rating", "rating", "open"]);
}

/// Without study.toml: an eNPS, its minimum group, items in words, months in the order of the calendar.
#[test]
fn the_study_is_understood_without_its_declaration() {
    let inferred = report_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data/pulse.csv"));
    let kinds =
        |report: &Report| report.study.questions.iter().map(|q| q.kind.id().to_owned()).collect::<Vec<_>>();
    assert_eq!(kinds(&inferred), kinds(&REPORT));
    assert_eq!(inferred.study.waves.len(), 12);
    for metric in [Metric::Enps, Metric::RatingMean] {
        assert_eq!(total(&inferred, metric, None).value, total(&REPORT, metric, None).value);
        assert_eq!(total(&inferred, metric, None).n, total(&REPORT, metric, None).n);
    }
    let hidden = |report: &Report| report.metrics.iter().filter(|e| e.suppressed).count();
    assert_eq!(hidden(&inferred), hidden(&REPORT));
}

#[test]
fn scores_are_those_that_the_script_measures() {
    close(total(&REPORT, Metric::Enps, None).value.unwrap(), -5.851, 0.0005);
    assert_eq!(total(&REPORT, Metric::Enps, None).n, Some(2085));
    for (month, value) in [("janvier 2025", -2.9), ("septembre 2025", -14.2), ("décembre 2025", -10.1)] {
        close(total(&REPORT, Metric::Enps, Some(month)).value.unwrap(), value, 0.05);
    }
    for (id, mean) in
        [("charge", 3.167), ("reconnaissance", 3.104), ("manager", 3.519), ("moyens", 3.167), ("sens", 3.663)]
    {
        close(item(id, None), mean, 0.0005);
    }
}

/// The mean of an item, all waves or one.
fn item(id: &str, wave: Option<&str>) -> f64 {
    let wanted = |e: &&Estimate| {
        e.question == id && e.metric == Metric::RatingMean && e.wave.as_deref() == wave && e.segment.is_none()
    };
    REPORT.metrics.iter().find(wanted).unwrap().value.unwrap()
}

/// A quote says neither the row, nor the score, nor the department of who wrote; its word is one of ten people.
#[test]
fn quotes_do_not_lead_to_people() {
    assert!(!REPORT.quotes.is_empty() && !REPORT.keyness.is_empty());
    let few = |n: u64| (1..5).contains(&n);
    assert!(REPORT.keyness.iter().all(|k| !few(k.n_in) && !few(k.n_out)));
    for quote in &REPORT.quotes {
        assert_eq!((quote.row, quote.score), (None, None), "{}", quote.text);
        let driver = REPORT.drivers.iter().find(|d| d.target == "enps" && d.label == quote.keyword).unwrap();
        assert!(driver.n >= 10, "{driver:?}");
    }
}

/// Where each file is a wave, the rows of a file would tell the size of a hidden one.
#[test]
fn rows_of_files_do_not_tell_hidden_waves() {
    let dir = tempfile::tempdir().unwrap();
    let of = |sizes: [usize; 3]| {
        let files: Vec<std::path::PathBuf> = sizes
            .iter()
            .enumerate()
            .map(|(wave, n)| {
                let path = dir.path().join(format!("pulse_2025-T{}.csv", wave + 1));
                let rows: String = (0..*n).map(|i| format!("{}\n", i % 11)).collect();
                std::fs::write(&path, format!("Recommanderiez-vous votre employeur ?\n{rows}")).unwrap();
                path
            })
            .collect();
        try_report(&files, &Options::default())
            .unwrap()
            .study
            .files
            .iter()
            .map(|f| f.rows)
            .collect::<Vec<_>>()
    };
    assert_eq!(of([40, 41, 42]), [Some(40), Some(41), Some(42)]);
    assert_eq!(of([40, 3, 42]), [None, None, None]);
}

/// A bar of the distribution is as much a cell as any other.
#[test]
fn no_bar_shows_a_few_people() {
    let bars = REPORT.distributions.iter().flat_map(|d| &d.values);
    assert!(bars.clone().all(|bar| !(1..5).contains(&bar.n)));
    let rows: String =
        (0..60).map(|i| format!("{};Ventes\n", [0, 1, 1, 2, 9, 10][i % 6].max(i as u64 / 57))).collect();
    let text = format!("Recommanderiez-vous votre employeur ?;service\n{rows}3\n4\n4\n");
    let report = csv(&text).unwrap();
    let bars: Vec<(Option<&str>, u64)> =
        report.distributions[0].values.iter().map(|v| (v.label.as_deref(), v.n)).collect();
    assert_eq!(bars.iter().map(|b| b.1).sum::<u64>(), 63);
    assert!(bars.iter().all(|b| b.1 == 0 || b.1 >= 5), "{bars:?}");
    let values = &report.distributions[0].values;
    assert!(values.iter().any(|v| v.last.is_some_and(|last| last > v.value)), "{values:?}");
}

/// Each small department lies in a pôle that is shown: one more of that pôle is hidden, else a subtraction would
/// give it. The same people answer every month, so all months together tell no more.
#[test]
fn departments_under_the_minimum_group_carry_no_value() {
    const BESIDE: [&str; 2] = ["Comptabilité", "Maintenance"];
    for service in SERVICES {
        for wave in REPORT.study.waves.iter().map(|w| Some(w.as_str())).chain([None]) {
            let cell = enps("service", service, wave);
            let hidden = SMALL.contains(&service) || BESIDE.contains(&service);
            assert_eq!(cell.suppressed, hidden, "{service} {wave:?}");
            assert_eq!(cell.value.is_none(), cell.suppressed);
            assert_eq!(cell.n.is_none(), cell.suppressed);
        }
    }
    let hidden = REPORT.metrics.iter().filter(|e| e.suppressed);
    assert!(hidden.clone().count() >= 2 * 12);
    assert!(hidden.into_iter().all(|e| e.ci_low.is_none() && e.se.is_none()));
}

#[test]
fn one_department_falls_in_september_and_stays_there() {
    let of = |wave: &str| enps("service", "Entrepôt", Some(wave)).value.unwrap();
    close(of("août 2025"), 11.8, 0.05);
    close(of("septembre 2025"), -58.1, 0.05);
    assert!(["octobre 2025", "novembre 2025", "décembre 2025"].iter().all(|m| of(m) <= -50.0));
    let before = enps("service", "Entrepôt", Some("août 2025")).ci_low.unwrap();
    assert!(before > enps("service", "Entrepôt", Some("septembre 2025")).ci_high.unwrap());
    // The pôle that holds this service only says the same.
    close(enps("pôle", "Logistique", Some("septembre 2025")).value.unwrap(), of("septembre 2025"), 1e-12);
}

#[test]
fn workload_costs_points() {
    let load = driver("charge");
    assert!(load.q < 0.001 && load.impact < -5.0 && load.ci_high < -3.0, "{load:?}");
    assert!(load.difference < -40.0);
    let mut of_target = REPORT.drivers.iter().filter(|d| d.target == "enps");
    assert_eq!(of_target.clone().find(|d| d.kind == DriverKind::Keyword).unwrap().label, "charge");
    let theme = of_target.find(|d| d.kind == DriverKind::Theme && d.impact < 0.0).unwrap();
    assert_eq!(
        (theme.id.as_str(), REPORT.codebooks[0].codebook.as_str()),
        ("charge", "Expérience collaborateur")
    );
    let told = REPORT.findings.iter().find(|f| f.code == "theme").unwrap();
    assert!(told.text.contains("Charge de travail"), "{}", told.text);
    assert!(REPORT.findings.iter().any(|f| f.code == "driver" && f.text.contains("charge")));
}

#[test]
fn recognition_rises_slowly() {
    close(item("reconnaissance", Some("janvier 2025")), 2.65, 0.005);
    close(item("reconnaissance", Some("décembre 2025")), 3.49, 0.005);
    for other in ["manager", "moyens", "sens"] {
        let rise = item(other, Some("décembre 2025")) - item(other, Some("janvier 2025"));
        assert!(rise.abs() < 0.15, "{other} {rise}");
    }
}

/// From May to June the total loses what no department loses: the one that scores low answers more.
#[test]
fn the_total_moves_while_departments_do_not() {
    let (may, june) = (Some("mai 2025"), Some("juin 2025"));
    let change =
        total(&REPORT, Metric::Enps, june).value.unwrap() - total(&REPORT, Metric::Enps, may).value.unwrap();
    close(change, -11.6, 0.05);
    for service in SERVICES.iter().filter(|s| !enps("service", s, june).suppressed) {
        let change =
            enps("service", service, june).value.unwrap() - enps("service", service, may).value.unwrap();
        assert!(change.abs() < 3.0, "{service} {change}");
    }
    assert_eq!(enps("service", "Service client", may).n, Some(24));
    assert_eq!(enps("service", "Service client", june).n, Some(63));
}

#[test]
fn the_absent_effects_are_not_found() {
    let canteen = driver("cantine");
    assert!(canteen.q > 0.05 && canteen.p > 0.05, "{canteen:?}");
    let said = REPORT.keyness.iter().find(|k| k.by == "enps" && k.label == "cantine");
    assert!(said.is_none_or(|k| k.p > 0.05));
    let tempting = REPORT.comparisons.iter().filter(|c| ["site", "ancienneté"].contains(&c.by.as_str()));
    assert!(tempting.clone().count() >= 2);
    assert!(tempting.into_iter().all(|c| c.p > 0.2), "{:?}", REPORT.comparisons);
    for word in ["cantine", "Vierzon", "Niort", "ancienneté"] {
        assert!(REPORT.findings.iter().all(|f| !f.text.contains(word)), "{word}");
    }
    assert!(REPORT.keywords.iter().take(10).any(|k| k.label == "cantine"), "it is frequent all the same");
}

#[test]
fn quotes_are_masked() {
    assert!(!REPORT.quotes.is_empty());
    for quote in &REPORT.quotes {
        assert!(!quote.text.contains("06 39 98") && !quote.text.contains('@'), "{}", quote.text);
    }
}

#[test]
fn the_demo_carries_the_sample_and_its_study() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("demo");
    let demo = Command::new(env!("CARGO_BIN_EXE_barometre"))
        .args(["demo", "--sample", "hr", "--quiet", "-o"])
        .arg(&folder)
        .output()
        .unwrap();
    assert!(demo.status.success(), "{demo:?}");
    let json = std::fs::read_to_string(folder.join("report.json")).unwrap();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["study"]["title"], "Baromètre interne Ambrelune 2025");
    assert_eq!(json["study"]["responses"], 2132);
}
