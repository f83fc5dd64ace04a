//! The same answers in every dialect give the same report.

use std::path::Path;

use barometre::report::{Options, Report};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::support::{file, try_report};

const ROWS: [(&str, &str, &str, &str); 12] = [
    ("5", "Très bon accueil, l’équipe est à l’écoute", "Île-de-France", "2025-01-14"),
    ("3,5", "Livraison correcte, mais délai trop long", "Île-de-France", "2025-01-15"),
    ("1", "Délai inadmissible !\nPersonne ne répond", "Bretagne", "2025-01-16"),
    ("2", "Jamais de réponse; délai ; attente", "Bretagne", "2025-01-17"),
    ("4", "Bien, \"comme prévu\"", "Bretagne", "2025-02-14"),
    ("5", "Parfait | rien à dire", "Île-de-France", "2025-02-14"),
    ("", "Sans avis", "Île-de-France", "2025-02-15"),
    ("5", "Accueil chaleureux, équipe au top", "Bretagne", "2025-02-16"),
    ("4,5", "Bon accueil", "Bretagne", "2025-03-01"),
    ("1", "Délai, délai, délai…", "Île-de-France", "2025-03-02"),
    ("2", "Trop cher", "Bretagne", "2025-03-03"),
    ("3", "Moyen", "Île-de-France", "2025-03-04"),
];
const HEADER: [&str; 4] = ["note", "commentaire", "région", "date"];

fn delimited(separator: u8) -> String {
    let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(Vec::new());
    writer.write_record(HEADER).unwrap();
    for (note, text, region, date) in ROWS {
        writer.write_record([note, text, region, date]).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn report(name: &str, content: &[u8]) -> Report {
    let (_dir, path) = file(name, content);
    let mut report = try_report(&[path], &Options::default()).unwrap();
    report.study.files.clear();
    report.quotes.iter_mut().for_each(|q| q.file.clear());
    report.warnings.retain(|w| w.code != "decoded");
    report
}

/// The made-up study of `tests/formats`, 500 answers, in every format and encoding.
#[test]
fn every_format_gives_the_same_report() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats");
    let read = |name: &str| {
        let mut report =
            try_report(&[folder.join(name)], &Options::default()).unwrap_or_else(|e| panic!("{name}: {e}"));
        report.study.files.clear();
        report.quotes.iter_mut().for_each(|q| (q.file, q.row) = (String::new(), None));
        // How a file was decoded is said of the file.
        report.warnings.retain(|w| w.code != "decoded");
        report
    };
    let expected = read("study.csv");
    assert_eq!((expected.study.rows.read, expected.study.responses), (500, 500));
    assert_eq!(expected.study.waves.len(), 6);
    let kinds: Vec<&str> = expected.study.questions.iter().map(|q| q.kind.id()).collect();
    assert_eq!(kinds, ["nps", "csat", "csat", "open"]);
    let mut compared = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name.starts_with("study.") {
            assert!(read(&name) == expected, "{name} gives another report");
            compared += 1;
        }
    }
    assert_eq!(compared, 19);
}

#[test]
fn separators_and_encodings_do_not_matter() {
    let expected = report("x.csv", delimited(b';').as_bytes());
    assert_eq!(expected.study.responses, 12);
    assert_eq!(expected.study.questions[0].answered, Some(11));
    assert_eq!(expected.study.waves, ["2025-01", "2025-02", "2025-03"]);
    for separator in [b',', b'\t', b'|'] {
        assert_eq!(report("x.txt", delimited(separator).as_bytes()), expected, "{}", char::from(separator));
    }
    let text = delimited(b';');
    assert_eq!(report("x.csv", format!("\u{feff}{text}").as_bytes()), expected);
    assert_eq!(report("x.csv", text.replace('\n', "\r\n").as_bytes()), expected);
    let (windows, _, lossy) = encoding_rs::WINDOWS_1252.encode(&text);
    assert!(!lossy);
    assert_eq!(report("x.csv", &windows), expected);
    let utf16: Vec<u8> =
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(report("x.csv", &utf16), expected);
}

#[test]
fn a_workbook_gives_the_same_report() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    sheet.write_row(0, 0, HEADER).unwrap();
    for (row, (note, text, region, date)) in (1..).zip(ROWS) {
        if let Ok(note) = note.replace(',', ".").parse::<f64>() {
            sheet.write(row, 0, note).unwrap();
        }
        sheet.write(row, 1, text).unwrap();
        sheet.write(row, 2, region).unwrap();
        sheet.write_with_format(row, 3, ExcelDateTime::parse_from_str(date).unwrap(), &day).unwrap();
    }
    let expected = report("x.csv", delimited(b';').as_bytes());
    assert_eq!(report("x.xlsx", &workbook.save_to_buffer().unwrap()), expected);
}
