//! Questionnaires as people write them, understood or said to be uncertain.

use barometre::metric::Metric;
use barometre::report::Report;

use crate::support::{close, csv, total};

/// A file of `rows` answers under `header`, each line made from its number.
fn study(header: &str, rows: usize, line: impl Fn(usize) -> String) -> Report {
    let lines: String = (0..rows).map(|i| line(i) + "\n").collect();
    csv(&format!("{header}\n{lines}")).unwrap()
}

#[test]
fn labelled_ends_are_answers() {
    let report = study("Recommandation;Avis", 110, |i| {
        let answer = match i % 11 {
            0 => "0 - Pas du tout".to_owned(),
            10 => "10 - Tout à fait".to_owned(),
            n => n.to_string(),
        };
        format!("{answer};Un avis assez long numéro {i}")
    });
    let nps = total(&report, Metric::Nps, None);
    assert_eq!(nps.n, Some(110));
    close(nps.value.unwrap(), 100.0 * (2.0 - 7.0) / 11.0, 1e-9);
}

#[test]
fn a_scale_spelled_out_by_the_name_is_kept() {
    let report = study("Satisfaction (1 à 4);Note sur 10", 100, |i| format!("{};{}", 1 + i % 4, 3 + i % 5));
    let scales: Vec<_> = report.study.questions.iter().map(|q| (q.kind.id(), q.scale.unwrap())).collect();
    assert_eq!(scales, [("rating", [1.0, 4.0]), ("rating", [0.0, 10.0])]);
}

#[test]
fn a_scale_best_first_is_turned() {
    let report =
        study("Satisfaction (1 = très satisfait, 5 = pas du tout)", 60, |i| (1 + i % 2).to_string());
    assert!(report.study.questions[0].reversed);
    close(total(&report, Metric::Csat, None).value.unwrap(), 100.0, 1e-9);
    assert!(total(&report, Metric::Csat, None).definition.contains("reversed"));
}

#[test]
fn numbered_lists_are_no_scores() {
    let lists = [
        ("Lequel de ces services utilisez-vous ?", ["1 - Mobile", "2 - Fixe", "3 - Box"]),
        ("Qui vous a recommandé notre enseigne ?", ["1 - Ami", "2 - Famille", "3 - Presse"]),
        ("Motif de satisfaction", ["1 - Prix", "2 - Qualité", "3 - Accueil"]),
        ("Note NPS (classes)", ["0-6", "7-8", "9-10"]),
        ("Région", ["1 - Nord", "2 - Sud", "3 - Ouest"]),
    ];
    for (name, values) in lists {
        let report =
            study(&format!("Recommandation;{name}"), 60, |i| format!("{};{}", i % 11, values[i % 3]));
        assert_eq!(report.study.questions.len(), 1, "{name}");
        assert_eq!(report.study.segments, [name]);
    }
}

#[test]
fn question_numbers_are_no_scales() {
    for name in [
        "Q1-10 Satisfaction accueil",
        "Question 3/10 : satisfaction accueil",
        "Satisfaction sur 7 jours",
        "Q1: Excellent accueil, satisfaction",
    ] {
        let report = study(name, 60, |i| (1 + i % 5).to_string());
        let question = &report.study.questions[0];
        assert_eq!(
            (question.kind.id(), question.scale, question.reversed),
            ("csat", Some([1.0, 5.0]), false),
            "{name}"
        );
    }
}

#[test]
fn labels_behind_the_numbers_say_the_direction_and_the_codes() {
    let labels = [
        "1 - Très satisfait",
        "2 - Satisfait",
        "3 - Neutre",
        "4 - Insatisfait",
        "5 - Très insatisfait",
        "99 - NSP",
    ];
    let report = study("Satisfaction", 60, |i| labels[i % 6].to_owned());
    let question = &report.study.questions[0];
    assert!(question.reversed);
    assert_eq!(question.missing.as_ref().unwrap().get("code:99 - NSP"), Some(&10));
    close(total(&report, Metric::Csat, None).value.unwrap(), 40.0, 1e-9);
    let report = study("Satisfaction (1 = tout à fait, 4 = pas du tout)", 60, |i| (1 + i % 4).to_string());
    assert_eq!(
        (report.study.questions[0].scale, report.study.questions[0].reversed),
        (Some([1.0, 4.0]), true)
    );
}

#[test]
fn a_score_in_unknown_words_is_said_to_be_a_segment() {
    let report = study("nps;Satisfaction accueil", 60, |i| format!("{};{}", i % 11, ["Top", "Bof"][i % 2]));
    assert_eq!(report.study.segments, ["Satisfaction accueil"]);
    assert!(report.warnings.iter().any(|w| w.code == "ambiguous" && w.message.contains("labels")));
}

#[test]
fn waves_follow_the_calendar() {
    let report =
        study("nps;Trimestre", 90, |i| format!("{};{}", i % 11, ["T1 2025", "T4 2024", "T2 2025"][i % 3]));
    assert_eq!(report.study.waves, ["T4 2024", "T1 2025", "T2 2025"]);
    let wave = report.comparisons.iter().find(|c| c.by == "wave").unwrap();
    assert_eq!((wave.from.as_str(), wave.to.as_str()), ("T1 2025", "T2 2025"));
}

#[test]
fn a_birth_date_makes_no_waves() {
    let report = study("nps;Date de naissance;Date réponse", 90, |i| {
        format!("{};12/03/{};{:02}/0{}/2025", i % 11, 1950 + i % 40, 1 + i % 28, 1 + i % 2)
    });
    assert_eq!(report.study.waves, ["2025-01", "2025-02"]);
}

#[test]
fn the_same_name_composed_or_not_is_one_segment() {
    let report = study("nps;région", 40, |i| format!("{};{}", i % 11, ["Île", "I\u{302}le"][i % 2]));
    assert!(report.study.segments.is_empty(), "one value is no segment");
    let report = study("nps;région", 60, |i| format!("{};{}", i % 11, ["Île", "I\u{302}le", "Sud"][i % 3]));
    assert_eq!(report.metrics.iter().filter(|m| m.segment.is_some()).count(), 2);
}

#[test]
fn yes_and_no_are_no_scale() {
    let report = study("nps;Satisfait", 60, |i| format!("{};{}", i % 11, i % 2));
    assert_eq!(report.study.questions.len(), 1);
}

#[test]
fn a_last_wave_that_has_just_begun_is_said() {
    let until = |months: usize| {
        study("nps;date", 130, |i| {
            format!("{};12/{:02}/{}", i % 11, 1 + i % months % 12, 2023 + i % months / 12)
        })
    };
    let said = |report: &Report| report.warnings.iter().any(|w| w.code == "partial-wave");
    let begun = until(26);
    assert_eq!(begun.study.waves.last().unwrap(), "2025-T1");
    assert!(said(&begun), "January and February of a quarter");
    assert!(!said(&until(24)), "whole quarters");
}
