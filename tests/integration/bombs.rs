//! Small files that ask for far more than they are: refused for what they hold or claim, or read in bounds.

use std::io::Write;
use std::sync::Arc;

use barometre::error::{Error, Excess};
use barometre::read;
use barometre::report::Options;
use flate2::{Compress, Compression, FlushCompress};
use parquet::data_type::DoubleType;
use parquet::file::metadata::{ParquetMetaData, ParquetMetaDataWriter};
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;

use crate::support::{csv, file, try_report};

const MEGABYTE: usize = 1 << 20;

fn refused(name: &str, content: impl AsRef<[u8]>) -> Error {
    let (_dir, path) = file(name, content);
    try_report(&[path], &Options::default()).unwrap_err()
}

/// What there is too much of in a file, and in which row.
#[track_caller]
fn excess(name: &str, content: impl AsRef<[u8]>) -> (Excess, Option<u64>) {
    match refused(name, content) {
        Error::TooLarge { at, what, .. } => (what, at.row),
        error => panic!("{error}"),
    }
}

/// A part of an archive: what is stored, and how long it is once inflated.
struct Part {
    stored: Vec<u8>,
    length: usize,
}

/// `head`, `middle` as many `times`, `tail`, deflated without ever being held whole: what is flushed forgets what
/// came before, and can be repeated as it is.
fn deflated(head: &[u8], middle: &[u8], times: usize, tail: &[u8]) -> Part {
    let block = |bytes: &[u8]| {
        let mut block = Vec::with_capacity(bytes.len() / 2 + 1024);
        let mut deflate = Compress::new(Compression::best(), false);
        deflate.compress_vec(bytes, &mut block, FlushCompress::Full).unwrap();
        block
    };
    // The last block of a stream is empty.
    let stored = [block(head), block(middle).repeat(times), block(tail), vec![3, 0]].concat();
    Part { stored, length: head.len() + middle.len() * times + tail.len() }
}

/// An archive of those parts, without their checksums: nobody gets that far.
fn archive(parts: &[(&str, Part)]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, part) in parts {
        let offset = (bytes.len() as u32).to_le_bytes();
        let sizes =
            [part.stored.len(), part.length, name.len()].map(|size| (size as u32).to_le_bytes()).concat();
        let entry = [b"\x14\0\0\0\x08\0\0\0\x21\0\0\0\0\0", sizes.as_slice()].concat();
        bytes.extend([b"PK\x03\x04", entry.as_slice(), name.as_bytes(), &part.stored].concat());
        directory
            .extend([b"PK\x01\x02\x14\0", entry.as_slice(), &[0; 10], &offset, name.as_bytes()].concat());
    }
    let n = (parts.len() as u16).to_le_bytes();
    let place = [directory.len(), bytes.len()].map(|size| (size as u32).to_le_bytes()).concat();
    [bytes, directory, b"PK\x05\x06\0\0\0\0".to_vec(), n.to_vec(), n.to_vec(), place, vec![0, 0]].concat()
}

/// A workbook with that part.
fn workbook(name: &str, part: Part) -> Vec<u8> {
    let bytes = archive(&[("xl/workbook.xml", deflated(b"<workbook/>", b"", 1, b"")), (name, part)]);
    assert!(bytes.len() < 3 * MEGABYTE, "a bomb is small: {}", bytes.len());
    bytes
}

#[test]
fn a_workbook_that_unpacks_to_gigabytes() {
    let sheet = |middle: &str| {
        let megabyte = middle.repeat(MEGABYTE / middle.len());
        let part = deflated(b"<sheetData>", megabyte.as_bytes(), 2048, b"</sheetData>");
        workbook("xl/worksheets/sheet1.xml", part)
    };
    assert_eq!(excess("x.xlsx", sheet("<c/>")).0, Excess::Bytes);
    assert_eq!(excess("x.xlsx", sheet("aaaa")).0, Excess::CellBytes);
    let claim = deflated(b"<sst uniqueCount='4000000000'>", b"", 1, b"</sst>");
    assert_eq!(excess("x.xlsx", workbook("xl/sharedStrings.xml", claim)).0, Excess::Cells);
}

#[test]
fn a_compressed_file_that_unpacks_to_gigabytes() {
    let rows = deflated(b"note;avis\n", &b"5;5\n".repeat(MEGABYTE / 4), 2048, b"");
    let gzip = [b"\x1f\x8b\x08\0\0\0\0\0\0\xff", rows.stored.as_slice(), &[0; 8]].concat();
    assert_eq!(excess("x.csv.gz", gzip).0, Excess::Bytes);
}

#[test]
fn a_field_of_200_megabytes() {
    let megabyte = vec![b'a'; MEGABYTE];
    for quote in ["", "\""] {
        let (_dir, path) = file("x.csv", format!("note;avis\n5;bien\n4;{quote}"));
        let mut bytes = std::fs::OpenOptions::new().append(true).open(&path).unwrap();
        for _ in 0..200 {
            bytes.write_all(&megabyte).unwrap();
        }
        bytes.write_all(format!("{quote}\n3;moyen\n").as_bytes()).unwrap();
        let error = try_report(&[path], &Options::default()).unwrap_err();
        assert!(
            matches!(&error, Error::TooLarge { at, what: Excess::CellBytes, .. } if at.row == Some(3)),
            "{error}"
        );
    }
}

#[test]
fn a_line_of_20_megabytes() {
    assert_eq!(excess("x.csv", "a".repeat(20 * MEGABYTE)), (Excess::CellBytes, Some(1)));
    assert_eq!(excess("x.csv", "a;".repeat(10 * MEGABYTE)).0, Excess::Columns);
    assert_eq!(excess("x.jsonl", format!("{{\"a\":\"{}", "a".repeat(20 * MEGABYTE))).0, Excess::CellBytes);
}

#[test]
fn more_columns_than_a_spreadsheet() {
    let columns = |n: usize, name: fn(usize) -> String| (0..n).map(name).collect::<Vec<_>>().join(";");
    let wide = columns(20_000, |i| format!("c{i}"));
    assert_eq!(excess("x.csv", format!("{wide}\n{wide}\n")), (Excess::Columns, None));
    let same = columns(50_000, |_| "note".to_owned());
    assert_eq!(excess("x.csv", format!("{same}\n{same}\n")), (Excess::Columns, None));
    let keys = (0..20_000).map(|i| format!("\"c{i}\":1")).collect::<Vec<_>>().join(",");
    assert_eq!(excess("x.json", format!("[{{{keys}}}]")).0, Excess::Columns);
}

#[test]
fn a_footer_that_claims_a_billion_rows() {
    let schema = Arc::new(parse_message_type("message survey { required double note; }").unwrap());
    let mut bytes = Vec::new();
    let mut writer = SerializedFileWriter::new(&mut bytes, schema, Arc::default()).unwrap();
    let mut group = writer.next_row_group().unwrap();
    let mut column = group.next_column().unwrap().unwrap();
    column.typed::<DoubleType>().write_batch(&[5.0, 4.0], None, None).unwrap();
    column.close().unwrap();
    group.close().unwrap();
    let metadata = writer.close().unwrap();
    let claim = |group: &parquet::file::metadata::RowGroupMetaData| {
        group.clone().into_builder().set_num_rows(1_000_000_000).build().unwrap()
    };
    let groups = metadata.row_groups().iter().map(claim).collect();
    let claimed = ParquetMetaData::new(metadata.file_metadata().clone(), groups);
    let footer = u32::from_le_bytes(bytes[bytes.len() - 8..][..4].try_into().unwrap()) as usize;
    bytes.truncate(bytes.len() - 8 - footer);
    ParquetMetaDataWriter::new(&mut bytes, &claimed).finish().unwrap();
    assert_eq!(excess("x.parquet", bytes), (Excess::Rows, None));
}

#[test]
fn records_without_end_inside_each_other() {
    for (name, piece) in [
        ("x.json", "["),
        ("x.json", "[{\"a\":"),
        ("x.json", "{\"a\":"),
        ("x.jsonl", "{\"a\":"),
        ("x.jsonl", "{\"a\":["),
    ] {
        let error = refused(name, format!("{}\n", piece.repeat(MEGABYTE)));
        assert!(matches!(error, Error::Damaged { .. }), "{name} {piece}: {error}");
    }
    for deep in ["a = ".to_owned() + &"[".repeat(MEGABYTE), "a.".repeat(MEGABYTE) + "a = 1"] {
        let (_dir, study) = file("study.toml", deep);
        let (_data, path) = file("x.csv", "note;avis\n5;bien\n");
        let options = Options { study: Some(study), ..Options::default() };
        let error = try_report(&[path], &options).unwrap_err();
        assert!(matches!(error, Error::Study { line: 1, .. } | Error::UnknownKey { line: 1, .. }), "{error}");
    }
}

#[test]
fn the_widest_sheet_is_read() {
    let header: String = (0..16_384).map(|i| format!(";c{i}")).collect();
    let mut content = header.replacen(";c0", "note", 1) + "\n";
    for row in 0..10 {
        let cells: Vec<String> = (0..16_384).map(|i| ((row * i + 1) % 6).to_string()).collect();
        content += &(cells.join(";") + "\n");
    }
    let (_dir, path) = file("x.csv", content);
    let tables = read::open(&[path], &read::Options::default()).unwrap();
    assert_eq!((tables[0].fields.len(), tables[0].rows), (16_384, 10));
}

#[test]
fn ten_thousand_columns_of_one_name_are_told_apart() {
    let (_dir, path) = file("x.csv", ["note;".repeat(10_000), "5;".repeat(10_000)].join("\n"));
    let tables = read::open(&[path], &read::Options::default()).unwrap();
    assert_eq!(tables[0].fields[9_999].name, "note (10000)");
}

#[test]
fn a_million_blank_lines() {
    let report = csv(&format!("note;avis\n5;bien\n{}4;mal\n", "\n".repeat(1_000_000))).unwrap();
    assert_eq!(report.study.rows.read, 2);
    assert!(matches!(refused("x.csv", "\n".repeat(1_000_000)), Error::Empty { .. }));
}

#[test]
fn a_cell_at_the_far_end_of_a_sheet() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, ["note", "avis"]).unwrap();
    for row in 1..5 {
        sheet.write(row, 0, row).unwrap();
        sheet.write(row, 1, "Très bon accueil ici").unwrap();
    }
    sheet.write(1_048_575, 16_383, "x").unwrap();
    let (_dir, path) = file("x.xlsx", workbook.save_to_buffer().unwrap());
    let report = try_report(&[path], &Options::default()).unwrap();
    assert_eq!(report.study.rows.read, 5);
}
