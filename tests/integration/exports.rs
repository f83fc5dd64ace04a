//! What survey tools export, and how its rows are counted.

use std::path::PathBuf;

use barometre::error::Error;
use barometre::metric::Metric;
use barometre::read::{self, Export};
use barometre::report::{Options, Report};
use tempfile::TempDir;

use crate::support::{asked, close, total, try_report};

/// A folder with files of that content, and their paths.
fn files(content: &[(&str, &str)]) -> (TempDir, Vec<PathBuf>) {
    let dir = tempfile::tempdir().unwrap();
    let paths = content
        .iter()
        .map(|(name, text)| {
            let path = dir.path().join(name);
            std::fs::write(&path, text).unwrap();
            path
        })
        .collect();
    (dir, paths)
}

fn read(content: &[(&str, &str)]) -> Report {
    let (_dir, paths) = files(content);
    try_report(&paths, &Options::default()).unwrap()
}

/// Rows read are those kept and those set aside.
fn adds_up(report: &Report) {
    let rows = &report.study.rows;
    assert_eq!(rows.read, rows.kept + rows.set_aside.values().sum::<u64>());
    assert_eq!(rows.kept, report.study.responses);
    for question in &report.study.questions {
        assert_eq!(asked(question), rows.kept, "{}", question.id);
    }
}

#[test]
fn qualtrics_rows_of_tests_and_spam_are_set_aside() {
    let mut text = "StartDate,EndDate,Status,IPAddress,Progress,Finished,RecordedDate,ResponseId,Q1,Q2\n\
                    Date de début,Date de fin,Type de réponse,Adresse IP,Progression,Terminé,Date,ID,\
                    Quelle est la probabilité que vous nous recommandiez ?,\"Pourquoi\ncette note ?\"\n"
        .to_owned();
    let ids =
        ["startDate", "endDate", "status", "ipAddress", "progress", "finished", "recordedDate", "_recordId"];
    let imports: Vec<String> = ids
        .iter()
        .chain(&["QID1", "QID2_TEXT"])
        .map(|id| format!("\"{{\"\"ImportId\"\":\"\"{id}\"\"}}\""))
        .collect();
    text.push_str(&imports.join(","));
    text.push('\n');
    for i in 0..60 {
        let status = [0, 0, 0, 0, 1, 8][i % 6];
        text.push_str(&format!(
            "2025-03-01 10:00:00,2025-03-01 10:05:00,{status},1.2.3.4,100,1,2025-0{}-01 10:05:00,R_{i},{},L’accueil est très bon\n",
            1 + i % 3,
            i % 11
        ));
    }
    let report = read(&[("export.csv", &text)]);
    adds_up(&report);
    assert_eq!((report.study.rows.read, report.study.rows.kept), (60, 40));
    assert_eq!((report.study.rows.set_aside["preview"], report.study.rows.set_aside["spam"]), (10, 10));
    assert_eq!(report.study.files[0].export, Some(Export::Qualtrics));
    let nps = &report.study.questions[0];
    assert_eq!((nps.column.as_str(), nps.id.as_str()), ("Q1", "nps"));
    assert_eq!(nps.title(), "Quelle est la probabilité que vous nous recommandiez ?");
    assert_eq!(report.study.waves, ["2025-01", "2025-02", "2025-03"]);
    // Three header rows, one of them of two lines in the file and one in the spreadsheet.
    assert!(report.quotes.iter().all(|q| q.row >= Some(4)));

    // Switched off, the rows that describe the columns are answers like the others.
    let (_dir, paths) = files(&[("export.csv", &text)]);
    let plain =
        Options { read: read::Options { plain: true, ..read::Options::default() }, ..Options::default() };
    let tables = read::open(&paths, &plain.read).unwrap();
    assert_eq!((tables[0].export, tables[0].rows), (None, 62));
}

#[test]
fn limesurvey_codes_take_the_labels_of_the_structure_beside_them() {
    let structure = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType>\
        <languages><language>fr</language></languages>\
        <answers><rows>\
        <row><qid>1</qid><code>A1</code><answer>Très satisfait</answer><sortorder>1</sortorder><language>fr</language><scale_id>0</scale_id></row>\
        <row><qid>1</qid><code>A2</code><answer>Satisfait</answer><sortorder>2</sortorder><language>fr</language><scale_id>0</scale_id></row>\
        <row><qid>1</qid><code>A3</code><answer>Insatisfait</answer><sortorder>3</sortorder><language>fr</language><scale_id>0</scale_id></row>\
        <row><qid>1</qid><code>A4</code><answer>Très insatisfait</answer><sortorder>4</sortorder><language>fr</language><scale_id>0</scale_id></row>\
        </rows></answers>\
        <questions><rows>\
        <row><qid>1</qid><parent_qid>0</parent_qid><type>L</type><title>sat</title><question><![CDATA[<p>Êtes-vous <b>satisfait</b> de l’accueil ?</p>]]></question><other>N</other><language>fr</language></row>\
        </rows></questions></document>";
    let mut text = "id;submitdate;lastpage;startlanguage;seed;sat\n".to_owned();
    for i in 0..40 {
        let code = ["A1", "A2", "A2", "A3", "A4"][i % 5];
        text.push_str(&format!("{};2025-03-{:02} 10:00:00;2;fr;{};{code}\n", i + 1, 1 + i % 28, 1000 + i));
    }
    let (_dir, paths) = files(&[("results.csv", &text), ("survey.lss", structure)]);
    let report = try_report(&paths[..1], &Options::default()).unwrap();
    adds_up(&report);
    assert_eq!(report.study.files[0].export, Some(Export::LimeSurvey));
    let question = &report.study.questions[0];
    assert_eq!((question.scale, question.title()), (Some([1.0, 4.0]), "Êtes-vous satisfait de l’accueil ?"));
    close(total(&report, Metric::Csat, None).value.unwrap(), 60.0, 1e-9);
}

#[test]
fn titles_above_the_header_leave_the_rows_their_numbers() {
    let mut text =
        "Baromètre de satisfaction 2025;;\nExporté le 12/03/2025;;\n;;\nnote;région;avis\n".to_owned();
    for i in 0..30 {
        text.push_str(&format!("{};{};L’accueil est très bon ici\n", 1 + i % 5, ["Nord", "Sud"][i % 2]));
    }
    let report = read(&[("x.csv", &text)]);
    adds_up(&report);
    assert_eq!(report.study.responses, 30);
    assert!(report.warnings.iter().any(|w| w.code == "titles" && w.message.contains("Baromètre")));
    text.push_str("9;Nord;hors échelle\n");
    let (_dir, paths) = files(&[("x.csv", &text)]);
    let refused = try_report(&paths, &Options::default());
    assert!(matches!(refused, Err(Error::OutOfScale { at, .. }) if at.row == Some(35)));
}

#[test]
fn files_are_waves_where_nothing_else_is() {
    let wave = |low: usize| -> String {
        let rows = (0..40).map(|i| format!("{}\n", (low + i) % 11));
        std::iter::once("Recommanderiez-vous ?\n".to_owned()).chain(rows).collect()
    };
    let report = read(&[("nps_T2_2025.csv", &wave(3)), ("nps_T1_2025.csv", &wave(0))]);
    adds_up(&report);
    assert_eq!(report.study.waves, ["T1 2025", "T2 2025"]);
    assert_eq!(report.study.wave.as_ref().unwrap().column, None);
}

#[test]
fn a_filter_sets_rows_aside() {
    let mut text = "pays;age;note\n".to_owned();
    for i in 0..60 {
        text.push_str(&format!("{};{};{}\n", ["FR", "BE", "fr "][i % 3], 15 + i % 20, 1 + i % 5));
    }
    let study = "[study]\nwhere = \"pays == 'FR' and age >= 18\"\n";
    let (_dir, paths) = files(&[("x.csv", &text), ("study.toml", study)]);
    let options = Options { study: Some(paths[1].clone()), ..Options::default() };
    let report = try_report(&paths[..1], &options).unwrap();
    adds_up(&report);
    let kept = (0..60).filter(|i| i % 3 != 1 && 15 + i % 20 >= 18).count() as u64;
    assert_eq!((report.study.rows.read, report.study.rows.kept), (60, kept));
    assert_eq!(report.study.rows.set_aside["filter"], 60 - kept);
    let (_dir, paths) = files(&[("x.csv", &text), ("study.toml", "[study]\nwhere = \"pays == 'US'\"\n")]);
    let options = Options { study: Some(paths[1].clone()), ..Options::default() };
    assert!(matches!(try_report(&paths[..1], &options), Err(Error::NothingKept { .. })));
}

#[test]
fn what_init_writes_gives_the_same_report() {
    let path = crate::support::sample();
    let expected = try_report(std::slice::from_ref(&path), &Options::default()).unwrap();
    let understood =
        barometre::report::understand(std::slice::from_ref(&path), &Options::default(), &|_, _| {}).unwrap();
    let text = barometre::study::to_toml(&understood.study, &understood.profiles, barometre::Lang::Fr);
    let (_dir, paths) = files(&[("study.toml", &text)]);
    let options = Options { study: Some(paths[0].clone()), ..Options::default() };
    let mut report = try_report(&[path], &options).unwrap();
    assert_eq!(report.study.study_file.take().unwrap().name, "study.toml");
    assert!(report == expected, "the reports differ");
}
