//! What moved between waves and why: decompositions that add up, waves out of line, response rates.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use barometre::error::Error;
use barometre::metric::control::{ChartKind, Signal};
use barometre::metric::decompose::Reversal;
use barometre::report::{Decomposition, Options, RateBase, Report};

use crate::support::{close, try_report};

/// The HR sample with some lines of its study replaced.
fn pulse(replaced: &[(&str, &str)]) -> Report {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut study = std::fs::read_to_string(data.join("pulse.toml")).unwrap();
    for (line, by) in replaced {
        assert!(study.contains(line), "{line}");
        study = study.replace(line, by);
    }
    study_of(&study, &data.join("pulse.csv")).unwrap()
}

fn study_of(study: &str, csv: &Path) -> Result<Report, Error> {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("study.toml");
    std::fs::write(&path, study).unwrap();
    let options = Options { study: Some(path), ..Options::default() };
    try_report(&[PathBuf::from(csv)], &options)
}

/// A report of rows `wave, segment, answer, how many`, under a study whose `[study]` section ends with `more`.
fn counted(kind: &str, more: &str, rows: &[(&str, &str, f64, usize)]) -> Result<Report, Error> {
    let mut csv = String::from("vague;région;note\n");
    for (wave, segment, answer, n) in rows {
        for _ in 0..*n {
            writeln!(csv, "{wave};{segment};{answer}").unwrap();
        }
    }
    let (_dir, path) = crate::support::file("x.csv", csv);
    let study = format!(
        "[study]\nwave = \"vague\"\nsegments = [\"région\"]\n{more}\n[[question]]\nid = \"q\"\ncolumn = \"note\"\nkind = \"{kind}\"\n"
    );
    study_of(&study, &path)
}

fn finding<'r>(report: &'r Report, code: &str) -> Option<&'r str> {
    report.findings.iter().find(|f| f.code == code).map(|f| f.text.as_str())
}

fn adds_up(d: &Decomposition) {
    assert_eq!(d.within + d.mix, d.difference, "{d:?}");
    assert_eq!(d.parts.iter().map(|p| p.within).sum::<f64>(), d.within);
    assert_eq!(d.parts.iter().map(|p| p.mix).sum::<f64>(), d.mix);
    close(d.parts.iter().map(|p| p.share_from).sum(), 1.0, 1e-12);
    close(d.parts.iter().map(|p| p.share_to).sum(), 1.0, 1e-12);
}

static MAY_TO_JUNE: LazyLock<Report> = LazyLock::new(|| {
    pulse(&[("wave = \"mois\"", "where = \"mois in ['mai 2025', 'juin 2025']\"\nwave = \"mois\"")])
});

/// data/README.md, effect 3: of the −11.6 points, −11.5 come from who answered and −0.1 from what they said.
#[test]
fn the_fall_of_june_is_who_answered() {
    let by = |column: &str| MAY_TO_JUNE.decompositions.iter().find(|d| d.by == column).unwrap();
    let d = by("service");
    close(d.difference, -11.6, 0.05);
    close(d.mix, -11.5, 0.05);
    close(d.within, -0.1, 0.05);
    MAY_TO_JUNE.decompositions.iter().for_each(adds_up);
    let service = d.parts.iter().find(|p| p.value.as_deref() == Some("Service client")).unwrap();
    assert_eq!((service.n_from, service.n_to), (24, 63));
    let text = finding(&MAY_TO_JUNE, "decomposition").unwrap();
    for part in ["la quasi-totalité du recul (11,5 sur 11,6", "Service client", "24, puis 63"] {
        assert!(text.contains(part), "{text}");
    }
}

/// Qualité and Juridique, three or four answers each, show only with the departments hidden beside them.
#[test]
fn small_departments_are_put_together() {
    for without in ["", " and service != 'Juridique'"] {
        let months = format!("where = \"mois in ['mai 2025', 'juin 2025']{without}\"\nwave = \"mois\"");
        let report = pulse(&[("wave = \"mois\"", &months)]);
        let d = report.decompositions.iter().find(|d| d.by == "service").unwrap();
        adds_up(d);
        let grouped: Vec<_> = d.parts.iter().filter(|p| !p.grouped.is_empty()).collect();
        assert_eq!(grouped.len(), 1);
        assert!(grouped[0].grouped.len() > 1 && grouped[0].grouped.contains(&"Qualité".to_owned()));
        for part in &d.parts {
            assert!(part.n_from.min(part.n_to) >= report.study.min_group, "{part:?}");
            // What the scores hide is in no part of its own.
            let hidden = report.metrics.iter().any(|e| {
                let own = e
                    .segment
                    .as_ref()
                    .is_some_and(|s| s[0].column == "service" && part.value.as_ref() == Some(&s[0].value));
                own && e.wave.is_some() && e.suppressed
            });
            assert!(!hidden, "{part:?}");
        }
    }
}

/// In a study of two regions, one too small, the other is what the total leaves: nothing is split.
#[test]
fn a_column_of_which_all_is_hidden_is_not_split() {
    let rows = [
        ("V1", "Nord", 10.0, 30),
        ("V1", "Nord", 3.0, 30),
        ("V1", "Sud", 3.0, 3),
        ("V2", "Nord", 10.0, 30),
        ("V2", "Nord", 3.0, 40),
        ("V2", "Sud", 10.0, 4),
    ];
    let report = counted("enps", "", &rows).unwrap();
    assert_eq!(report.study.min_group, 5);
    assert!(report.decompositions.is_empty(), "{:?}", report.decompositions);
}

/// Entrepôt falls in September: the last two months do not show it, the year does.
#[test]
fn the_warehouse_is_out_of_line_from_september_on() {
    let report = pulse(&[]);
    let of = |value: &str| {
        let named = |s: &&barometre::report::ControlSeries| {
            s.segment.as_ref().is_some_and(|s| s[0].column == "service" && s[0].value == value)
        };
        report.series.iter().find(named)
    };
    let beyond = |s: &barometre::report::ControlSeries| -> Vec<String> {
        let beyond = s.points.iter().filter(|p| p.signal == Some(Signal::Beyond));
        beyond.map(|p| p.wave.clone()).collect()
    };
    let warehouse = of("Entrepôt").unwrap();
    assert_eq!(beyond(warehouse), ["septembre 2025", "octobre 2025", "novembre 2025", "décembre 2025"]);
    assert!(warehouse.q.unwrap() < 1e-6 && warehouse.provisional && warehouse.chart == ChartKind::Score);
    for calm in ["Atelier", "Ventes", "Service client", "Informatique"] {
        assert!(!of(calm).unwrap().signals(), "{calm}");
    }
    assert!(of("Juridique").is_none() && of("Qualité").is_none(), "hidden in every month");
    let text = finding(&report, "signal").unwrap();
    for part in ["Dans le service Entrepôt", "septembre 2025", "décembre 2025", "limites provisoires"] {
        assert!(text.contains(part), "{text}");
    }
    let said: Vec<&str> =
        report.findings.iter().filter(|f| f.code == "signal").map(|f| f.text.as_str()).collect();
    assert!(said.iter().any(|t| t.contains("reconnu à sa juste valeur")) && said.len() == 2, "{said:?}");
}

/// Both segments rise, the total falls: the low one, a fifth of the answers, is four fifths of them after.
#[test]
fn a_total_that_its_segments_contradict() {
    let rows = [
        ("V1", "Nord", 10.0, 56),
        ("V1", "Nord", 3.0, 24),
        ("V1", "Sud", 10.0, 8),
        ("V1", "Sud", 3.0, 12),
        ("V2", "Nord", 10.0, 15),
        ("V2", "Nord", 3.0, 5),
        ("V2", "Sud", 10.0, 36),
        ("V2", "Sud", 3.0, 44),
    ];
    let report = counted("nps", "", &rows).unwrap();
    let d = &report.decompositions[0];
    adds_up(d);
    assert_eq!(d.reversal, Some(Reversal::Every));
    // By hand: shares 0.8 → 0.2, scores 40 → 50 and −20 → −10.
    close(d.difference, -26.0, 1e-9);
    close(d.within, 10.0, 1e-9);
    close(d.mix, -36.0, 1e-9);
    assert!(finding(&report, "decomposition").unwrap().contains("paradoxe de Simpson"));
}

#[test]
fn answers_without_a_value_are_a_part() {
    let rows = [
        ("V1", "Nord", 10.0, 30),
        ("V1", "Sud", 3.0, 30),
        ("V1", "", 3.0, 20),
        ("V2", "Nord", 10.0, 30),
        ("V2", "Sud", 3.0, 30),
        ("V2", "", 10.0, 40),
    ];
    let report = counted("nps", "", &rows).unwrap();
    let d = &report.decompositions[0];
    adds_up(d);
    let without = d.parts.iter().find(|p| p.value.is_none()).unwrap();
    assert_eq!((without.n_from, without.n_to, without.score_from), (20, 40, Some(-100.0)));
    close(d.difference, 40.0 - (-25.0), 1e-9);
}

/// A respondent worth three: the decomposition is that of the weighted scores.
#[test]
fn a_decomposition_follows_the_weights() {
    let mut csv = String::from("vague;région;poids;note\n");
    for (wave, region, weight, answer, n) in [
        ("V1", "Nord", "1", 5, 40),
        ("V1", "Sud", "3", 1, 20),
        ("V2", "Nord", "1", 5, 30),
        ("V2", "Sud", "3", 5, 19),
        ("V2", "Sud", "3", 1, 1),
    ] {
        for _ in 0..n {
            writeln!(csv, "{wave};{region};{weight};{answer}").unwrap();
        }
    }
    let (_dir, path) = crate::support::file("x.csv", csv);
    let study = "[study]\nwave = \"vague\"\nweight = \"poids\"\nsegments = [\"région\"]\n[[question]]\nid = \"q\"\ncolumn = \"note\"\nkind = \"csat\"\n";
    let report = study_of(study, &path).unwrap();
    let d = &report.decompositions[0];
    adds_up(d);
    let change = report.comparisons.iter().find(|c| c.by == "wave" && c.segment.is_none()).unwrap();
    close(d.difference, change.difference, 1e-9);
    close(d.parts[1].share_from, 0.6, 1e-12);
    // 40 of 100 before, 87 of 90 after.
    close(d.difference, 100.0 * (87.0 / 90.0 - 0.4), 1e-9);
    assert_eq!(d.parts[1].n_from, 20);
}

#[test]
fn shares_choose_their_chart_and_point_out_a_wave() {
    let waves = ["V1", "V2", "V3", "V4", "V5", "V6"];
    let rows: Vec<_> = waves
        .iter()
        .flat_map(|w| {
            let good = if *w == "V5" { 70 } else { 130 };
            [(*w, "Nord", 5.0, good), (*w, "Nord", 2.0, 200 - good)]
        })
        .collect();
    let report = counted("csat", "", &rows).unwrap();
    let series = report.series.iter().find(|s| s.segment.is_none()).unwrap();
    assert!(matches!(series.chart, ChartKind::P | ChartKind::Laney));
    close(series.centre, 60.0, 1e-9);
    let p = ChartKind::P == series.chart;
    assert_eq!(series.points[4].signal.is_some(), p, "{series:?}");
    assert!(counted("csat", "", &rows[..6]).unwrap().series.is_empty(), "three waves make no chart");
}

fn two_waves(first: usize, second: usize) -> Vec<(&'static str, &'static str, f64, usize)> {
    vec![
        ("V1", "Nord", 10.0, first - 20),
        ("V1", "Sud", 3.0, 20),
        ("V2", "Nord", 10.0, second - 20),
        ("V2", "Sud", 3.0, 20),
    ]
}

/// Wilson's interval of 600 of 1,000, by the closed formula outside the program.
#[test]
fn response_rates_are_of_those_asked() {
    let report = counted("nps", "invited = { V1 = 1000, V2 = 1000 }", &two_waves(600, 500)).unwrap();
    let rates: Vec<_> = report.rates.iter().map(|r| (r.wave.as_deref(), r.answered, r.rate)).collect();
    let expected = [
        (Some("V1"), Some(600), Some(0.6)),
        (Some("V2"), Some(500), Some(0.5)),
        (None, Some(1100), Some(0.55)),
    ];
    assert_eq!(rates, expected);
    close(report.rates[0].ci_low.unwrap(), 0.569_309_429_514, 1e-9);
    close(report.rates[0].ci_high.unwrap(), 0.629_925_218_789, 1e-9);
    let text = finding(&report, "response_rate").unwrap();
    assert!(text.starts_with("La participation recule de 60") && text.contains("600 sur 1"), "{text}");
    let all = counted("nps", "invited = 4000", &two_waves(600, 500)).unwrap();
    assert_eq!((all.rates.len(), all.rates[0].rate), (1, Some(0.275)));
}

#[test]
fn impossible_invitations_are_refused() {
    let error = counted("nps", "invited = { V1 = 1000, V3 = 900 }", &two_waves(60, 50)).unwrap_err();
    let expected = "key invited: no wave “V3”. Waves found: “V1”, “V2”.";
    assert!(error.to_string().contains(expected), "{error}");
    let error = counted("nps", "invited = { V1 = 59, V2 = 900 }", &two_waves(60, 50)).unwrap_err();
    assert!(matches!(error, Error::Invited { invited: 59, answered: 60, .. }), "{error}");
    assert!(counted("nps", "invited = 0", &two_waves(60, 50)).is_err());
    assert!(counted("nps", "invited = \"tous\"", &two_waves(60, 50)).is_err());
}

/// data/README.md: 168 of 307 answer in May, 208 in June; the customer service 30 %, then 80 %.
#[test]
fn participation_of_each_stratum_is_of_its_head_count() {
    let report = pulse(&[
        ("respondent = ", "# respondent = "),
        ("# strata = \"service\"", "strata = \"service\""),
        ("# population = {", "population = {"),
    ]);
    let rate = |wave: &str, service: Option<&str>| {
        let of = |r: &&barometre::report::Rate| {
            r.wave.as_deref() == Some(wave) && r.segment.as_ref().map(|s| s[0].value.as_str()) == service
        };
        report.rates.iter().find(of).unwrap()
    };
    assert!(report.rates.iter().all(|r| r.base == RateBase::Population));
    let (may, june) = (rate("mai 2025", None), rate("juin 2025", None));
    assert_eq!((may.answered, june.answered, may.invited), (Some(168), Some(208), 307));
    close(rate("mai 2025", Some("Service client")).rate.unwrap(), 0.30, 0.02);
    close(rate("juin 2025", Some("Service client")).rate.unwrap(), 0.80, 0.02);
    let hidden = rate("mai 2025", Some("Juridique"));
    assert_eq!((hidden.answered, hidden.rate, hidden.ci_low), (None, None, None));
}

#[test]
fn a_pulse_of_many_questions_is_warned_about() {
    let header: Vec<String> = (1..=10).map(|i| format!("Question {i}")).collect();
    let mut csv = format!("mois;eNPS;{}\n", header.join(";"));
    for row in 0..60 {
        let month = if row % 2 == 0 { "janvier 2025" } else { "février 2025" };
        let answers: Vec<String> = (0..10).map(|i| (1 + (row + i) % 5).to_string()).collect();
        writeln!(csv, "{month};{};{}", row % 11, answers.join(";")).unwrap();
    }
    let study = String::from(
        "[study]\nwave = \"mois\"\n[[question]]\nid = \"enps\"\ncolumn = \"eNPS\"\nkind = \"enps\"\n",
    );
    let warned = |questions: usize| {
        let mut study = study.clone();
        for i in 1..=questions {
            write!(
                study,
                "[[question]]\nid = \"q{i}\"\ncolumn = \"Question {i}\"\nkind = \"rating\"\nscale = [1, 5]\n"
            )
            .unwrap();
        }
        let (_dir, path) = crate::support::file("x.csv", &csv);
        study_of(&study, &path).unwrap().warnings.iter().any(|w| w.code == "pulse-length")
    };
    assert!(warned(10) && !warned(9));
}
