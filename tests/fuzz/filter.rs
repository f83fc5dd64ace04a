//! Filters: any text is refused at a place in it, or is a filter that reads the same once written.

use barometre::study::{DateFormat, Filter};

use crate::dice::texts;

const PIECES: [&str; 52] = [
    "note",
    "région",
    "x",
    "\"Q1 [SQ001]\"",
    "`a``b`",
    "`",
    "\"",
    "'",
    "''",
    " ",
    " ",
    " ",
    "==",
    "=",
    "!=",
    "<>",
    "<",
    ">=",
    "≠",
    "≤",
    " and ",
    " et ",
    " or ",
    " ou ",
    "not ",
    "non ",
    "in ",
    "dans ",
    "not in ",
    " is empty",
    " n'est pas vide",
    " est vide",
    "(",
    ")",
    "[",
    "]",
    ",",
    "'Sud'",
    "« Île »",
    "‘a’",
    "18",
    "-0,5",
    "1e999",
    "'2025-03'",
    "'14/03/2025'",
    "'mars 2025'",
    "''''",
    "\n",
    "_",
    "-",
    ".",
    "é",
];
const CELLS: [Option<&str>; 9] = [
    None,
    Some(""),
    Some("Sud"),
    Some("île"),
    Some("18"),
    Some("-0,5"),
    Some("14/03/2025"),
    Some("mars 2025"),
    Some("20250314"),
];

#[test]
fn any_text_is_a_filter_that_is_written_as_it_is_read_or_none() {
    bolero::check!().with_generator(texts(&PIECES, 24)).for_each(|text| match Filter::parse(text) {
        Ok(mut filter) => {
            let written = filter.to_string();
            assert_eq!(Filter::parse(&written).as_ref(), Ok(&filter), "{written:?}");
            let columns: Vec<String> = filter.columns().into_iter().map(str::to_owned).collect();
            assert!(!columns.is_empty());
            let mut contrary = Filter::parse(&format!("not ({written})")).ok();
            for format in [DateFormat::DayFirst, DateFormat::Compact] {
                for column in &columns {
                    filter.read_dates(column, format);
                    contrary.iter_mut().for_each(|contrary| contrary.read_dates(column, format));
                }
                for cell in CELLS {
                    let (yes, no) =
                        (filter.accepts(|_| cell), contrary.as_ref().map(|c| c.accepts(|_| cell)));
                    assert_ne!(Some(yes), no, "{written:?} {cell:?}");
                }
            }
        }
        Err(error) => assert!((1..=text.chars().count() + 1).contains(&error.at), "{text:?}: {error:?}"),
    });
}

#[test]
fn depth_is_bounded() {
    for piece in ["(", "not ", "x = 1 and (", "x in ["] {
        assert!(Filter::parse(&piece.repeat(100_000)).is_err());
    }
}
