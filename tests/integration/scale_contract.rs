//! A recommendation counts from 0 to 10, or the command stops: the four ways in which others got it wrong.

use barometre::Lang;
use barometre::error::Error;
use barometre::metric::Metric;
use barometre::report::Options;

use crate::support::{close, csv, file, total, try_report};

/// One column, each answer as often as given.
fn column(name: &str, answers: &[(&str, usize)]) -> String {
    let rows = answers.iter().flat_map(|(answer, n)| std::iter::repeat_n(format!("\"{answer}\"\n"), *n));
    std::iter::once(format!("\"{name}\"\n")).chain(rows).collect()
}

fn points(range: std::ops::RangeInclusive<i32>) -> Vec<(String, usize)> {
    range.map(|i| (i.to_string(), 10)).collect()
}

fn whole(name: &str, range: std::ops::RangeInclusive<i32>) -> String {
    let points = points(range);
    column(name, &points.iter().map(|(p, n)| (p.as_str(), *n)).collect::<Vec<_>>())
}

#[test]
fn not_every_question_from_0_to_10_is_an_nps() {
    let report = csv(&whole("Satisfaction globale de 0 à 10", 0..=10)).unwrap();
    assert_eq!(report.study.questions[0].kind.id(), "rating");
    assert!(report.metrics.iter().all(|m| m.metric != Metric::Nps));
}

#[test]
fn a_recommendation_of_four_or_five_points_is_not_cut_at_0_to_10() {
    for (range, low, high) in [(1..=5, 1.0, 5.0), (0..=4, 0.0, 5.0), (1..=7, 1.0, 7.0)] {
        let found = csv(&whole("Recommanderiez-vous notre service ?", range)).unwrap_err();
        assert!(
            matches!(&found, Error::NotZeroToTen { low: l, high: h, .. } if (*l, *h) == (low, high)),
            "{found}"
        );
        let message = found.message(Lang::Fr);
        assert!(
            message.contains("kind = \"rating\"") && message.contains("column = \"Recommanderiez-vous"),
            "{message}"
        );
    }
    let words =
        [("Très probable", 40), ("Plutôt probable", 30), ("Plutôt improbable", 20), ("Très improbable", 10)];
    let found = csv(&column("Recommanderiez-vous notre service ?", &words)).unwrap_err();
    assert!(matches!(found, Error::NotZeroToTen { low: 1.0, high: 4.0, .. }));
}

#[test]
fn codes_from_1_to_11_are_not_the_score() {
    let text = whole("Recommanderiez-vous notre service ?", 1..=11);
    let found = csv(&text).unwrap_err();
    assert!(matches!(found, Error::NotZeroToTen { low: 1.0, high: 11.0, .. }));
    // The lines of the message, as they are, make the score right.
    let message = found.message(Lang::En);
    let lines = &message[message.find("[[question]]").unwrap()..];
    let (_dir, path) = file("x.csv", &text);
    let (_study, study) = file("study.toml", lines);
    let report = try_report(&[path], &Options { study: Some(study), ..Options::default() }).unwrap();
    close(total(&report, Metric::Nps, None).value.unwrap(), 100.0 * (2.0 - 7.0) / 11.0, 1e-9);
}

#[test]
fn negative_and_99_codes_are_no_detractors() {
    let mut answers = points(0..=10);
    answers.extend([("-1".to_owned(), 7), ("99".to_owned(), 9), ("NSP".to_owned(), 5)]);
    let answers: Vec<(&str, usize)> = answers.iter().map(|(a, n)| (a.as_str(), *n)).collect();
    let report = csv(&column("Recommanderiez-vous ?", &answers)).unwrap();
    let question = &report.study.questions[0];
    assert_eq!(question.answered, Some(110));
    let missing = question.missing.as_ref().unwrap();
    assert_eq!((missing["code:-1"], missing["code:99"], missing["code:NSP"]), (7, 9, 5));
    close(total(&report, Metric::Nps, None).value.unwrap(), 100.0 * (2.0 - 7.0) / 11.0, 1e-9);
}

#[test]
fn enps_from_1_to_10_is_taken_when_declared_and_said() {
    let text = whole("Recommanderiez-vous l’entreprise pour y travailler ?", 1..=10);
    let (_dir, path) = file("x.csv", &text);
    let declared = "[[question]]\nid = \"enps\"\ncolumn = \"Recommanderiez-vous l’entreprise pour y travailler ?\"\n\
                    kind = \"enps\"\nscale = [1, 10]\n";
    let (_study, study) = file("study.toml", declared);
    let report = try_report(&[path], &Options { study: Some(study), ..Options::default() }).unwrap();
    // 9–10, 7–8, 1–6.
    close(total(&report, Metric::Enps, None).value.unwrap(), 100.0 * (2.0 - 6.0) / 10.0, 1e-9);
    assert!(report.warnings.iter().any(|w| w.code == "enps-from-one"));
}

#[test]
fn files_on_different_scales_are_said() {
    let (_a, one) = file("2024.csv", whole("note", 1..=5));
    let (_b, two) = file("2025.csv", whole("note", 1..=10));
    let report = try_report(&[one, two], &Options::default()).unwrap();
    assert!(report.warnings.iter().any(|w| w.code == "scale-differs" && w.message.contains("2024.csv")));
}
