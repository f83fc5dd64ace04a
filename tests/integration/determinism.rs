//! Same input, same bytes: whatever the number of threads and the order of the rows.

use barometre::report::{self, Options, Report, folder};

use crate::support::{file, sample, try_report};

fn with_threads(threads: usize) -> Report {
    try_report(&[sample()], &Options { threads, ..Options::default() }).unwrap()
}

#[test]
fn threads_do_not_matter() {
    let (one, two) = (with_threads(1), with_threads(2));
    assert!(folder::json(&one).unwrap() == folder::json(&two).unwrap(), "the reports differ");
    let pages: Vec<String> = [&one, &two]
        .into_iter()
        .map(|r| report::html::html(r, &report::figures(r).unwrap()).unwrap())
        .collect();
    assert!(pages[0] == pages[1], "the pages differ");
}

#[test]
fn the_order_of_rows_does_not_matter() {
    let text = std::fs::read_to_string(sample()).unwrap();
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    let mut rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    // A fixed permutation: 7 and 2,400 have no common factor.
    rows = (0..rows.len()).map(|i| rows[i * 7 % rows.len()].clone()).collect();
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    writer.write_record(reader.headers().unwrap()).unwrap();
    rows.iter().for_each(|r| writer.write_record(r).unwrap());
    let (_dir, path) = file("telecom.csv", writer.into_inner().unwrap());

    let mut shuffled = try_report(&[path], &Options::default()).unwrap();
    let mut whole = with_threads(2);
    for report in [&mut shuffled, &mut whole] {
        report.quotes.clear();
        // The files are not the same: their fingerprints say so.
        report.study.files.iter_mut().for_each(|file| file.sha256 = None);
    }
    assert!(folder::json(&shuffled).unwrap() == folder::json(&whole).unwrap(), "the reports differ");
}

#[test]
fn several_files_are_one_study() {
    let text = std::fs::read_to_string(sample()).unwrap();
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    let header = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let dir = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    for (i, part) in rows.chunks(600).enumerate() {
        let path = dir.path().join(format!("wave{i}.csv"));
        let mut writer = csv::Writer::from_path(&path).unwrap();
        writer.write_record(&header).unwrap();
        part.iter().for_each(|r| writer.write_record(r).unwrap());
        writer.flush().unwrap();
        files.push(path);
    }
    let split = try_report(&files, &Options::default()).unwrap();
    let whole = with_threads(1);
    assert_eq!(split.study.files.len(), 4);
    assert_eq!(split.metrics, whole.metrics);
    assert_eq!(split.drivers, whole.drivers);
    assert_eq!(split.keywords, whole.keywords);
}

/// Where a file lies is its owner's business: a report says its name alone, in its warnings too.
#[test]
fn the_folder_of_a_file_does_not_matter() {
    // A name twice, a row that is too short, a row of title, a byte that is not UTF-8, a day that is no date.
    let bytes =
        b"Barom\xc3\xa8tre 2025;;;\nnote;note;date;avis\n5;5;2025-01-02;bien\n2;2\n4;4;demain;caf\xe9\n";
    let json = || {
        let (dir, path) = file("avis.csv", bytes);
        let report = try_report(&[path], &Options::default()).unwrap();
        assert!(report.warnings.len() > 2, "{:?}", report.warnings);
        let json = folder::json(&report).unwrap();
        assert!(!json.contains(&dir.path().display().to_string()), "{:?}", report.warnings);
        json
    };
    assert!(json() == json());
}
