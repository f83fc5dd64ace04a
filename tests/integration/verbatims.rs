//! What becomes of verbatims on their way to the counts.

use crate::support::csv;

/// Polish is no language of ours: such a verbatim counts with its reason, and no word of it is counted.
#[test]
fn a_verbatim_in_an_unknown_language_is_counted_and_left_out() {
    let mut rows = String::from("note;avis\n");
    for i in 0..20 {
        let note = 1 + i % 5;
        rows += &format!("{note};Le conseiller a bien répondu à ma question numéro {i} au téléphone\n");
    }
    rows.push_str(
        "2;Obsługa klienta była bardzo zła i czekałem zbyt długo na odpowiedź, nikt nie odbierał telefonu\n",
    );
    let report = csv(&rows).unwrap();
    let avis = report.study.questions.iter().find(|q| q.column == "avis").unwrap();
    assert_eq!((avis.answered, avis.missing.as_ref().unwrap()["language"]), (Some(20), 1));
    assert!(report.warnings.iter().any(|w| w.code == "other-languages"));
    assert!(report.keywords.iter().all(|k| k.n <= 20));
}
