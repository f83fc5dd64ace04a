//! Real files beside the project: each test says so and passes when they are absent. What they prove is also
//! proven on the sample study and on files written on the spot.

use barometre::metric::Metric;
use barometre::read::{Export, open};
use barometre::report::{Options, Report, folder};

use crate::support::{asked, close, report_of, shared, total, try_report};

#[test]
fn insurance_reviews() {
    let Some(path) = shared("data/avis-assurance/avis.csv") else { return };
    let report = report_of(&path);
    assert_eq!(report.study.responses, 19_095);
    close(total(&report, Metric::CsatMean, None).value.unwrap(), 2.8632, 5e-5);
    close(total(&report, Metric::Csat, None).value.unwrap(), 38.97, 5e-3);
    assert_eq!(report.study.waves, ["2016", "2017", "2018", "2019", "2020", "2021"]);
    assert_eq!(report.study.segments, ["assureur", "produit"]);

    let files: Vec<_> =
        (1..=3).filter_map(|i| shared(&format!("data/avis-assurance/avis-{i}.xlsx"))).collect();
    let mut workbooks = try_report(&files, &Options::default()).unwrap();
    let mut text = report;
    for report in [&mut workbooks, &mut text] {
        report.study.files.clear();
        report.quotes.iter_mut().for_each(|q| (q.file, q.row) = (String::new(), None));
    }
    assert!(folder::json(&workbooks).unwrap() == folder::json(&text).unwrap(), "the reports differ");
}

#[test]
fn meal_kit_reviews() {
    let Some(path) = shared("data/hellofresh/verbatims.csv") else { return };
    let report = report_of(&path);
    let csat = total(&report, Metric::Csat, None);
    assert_eq!(csat.n, Some(10_914), "none lost to the decimal comma");
    close(csat.value.unwrap(), 66.94, 5e-3);
    assert_eq!(report.study.wave.as_ref().unwrap().missing, Some(0), "every French date is read");
}

/// `golden_panel.json`, R 4.2.2: unweighted, 99, empty cells and “Ne se prononce pas” excluded.
#[test]
fn golden_panel() {
    let Some(path) = shared("reference/golden_panel.csv") else { return };
    let report: Report = report_of(&path);
    let expect = |metric, wave, n, value| {
        let found = total(&report, metric, Some(wave));
        assert_eq!(found.n, Some(n));
        close(found.value.unwrap(), value, 1e-9);
    };
    expect(Metric::Nps, "2025-S1", 297, -13.804_713_804_714);
    expect(Metric::Nps, "2025-S2", 317, 0.946_372_239_747_6);
    expect(Metric::Csat, "2025-S1", 299, 64.882_943_143_81);
    expect(Metric::Csat, "2025-S2", 319, 73.354_231_974_92);
    expect(Metric::Ces, "2025-S1", 299, 4.775_919_732_441);
    expect(Metric::Ces, "2025-S2", 319, 5.034_482_758_621);
    close(total(&report, Metric::Nps, Some("2025-S1")).se.unwrap(), 4.917_900_804_023, 1e-9);
    close(total(&report, Metric::CesEasy, Some("2025-S2")).value.unwrap(), 67.084_639_498_43, 1e-9);
    for question in &report.study.questions {
        assert_eq!(asked(question), 620, "{}", question.id);
        assert!(question.missing.as_ref().is_some_and(|m| !m.is_empty()), "{}", question.id);
    }
    let nps = report.study.questions[0].missing.as_ref().unwrap();
    assert_eq!(nps.keys().collect::<Vec<_>>(), ["code:99", "empty"], "counted by reason");
    assert!(report.warnings.iter().any(|w| w.code == "weights-not-applied"));
}

/// Codes 1…11 whose labels are “very unlikely”, 1…9, “very likely”: 402 promoters, 312 detractors of 1,065. Taken
/// for the score, the codes give +36.15.
#[test]
fn spss_labels_are_the_score() {
    let Some(path) = shared("data/spss/oddjob.sav") else { return };
    let report = report_of(&path);
    close(total(&report, Metric::Nps, None).value.unwrap(), 100.0 * (402.0 - 312.0) / 1065.0, 1e-9);
    let sat = report.study.questions.iter().find(|q| q.column == "overall_sat").unwrap();
    assert!(sat.title().starts_with("Overall, I am satisfied"), "{}", sat.title());
}

#[test]
fn survey_tools_are_recognised() {
    for (file, export, columns) in [
        ("qualtrics/sample.csv", Export::Qualtrics, 20),
        ("qualtrics/sample_legacy.csv", Export::QualtricsLegacy, 16),
        ("limesurvey/results_english.csv", Export::LimeSurvey, 317),
        ("limesurvey/results_german.csv", Export::LimeSurvey, 317),
        ("spss/datetime.sav", Export::Spss, 3),
        ("spss/labelled-num-na.sav", Export::Spss, 1),
        ("spss/oddjob.sav", Export::Spss, 71),
        ("spss/sample.sav", Export::Spss, 7),
        ("spss/sample.zsav", Export::Spss, 7),
        ("spss/sample_missing.sav", Export::Spss, 7),
        ("spss/umlauts.sav", Export::Spss, 1),
    ] {
        let Some(path) = shared(&format!("data/{file}")) else { return };
        let table = open(&[path], &barometre::read::Options::default()).unwrap().remove(0);
        assert_eq!((table.export, table.fields.len()), (Some(export), columns), "{file}");
    }
}
