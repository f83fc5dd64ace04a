//! Filters: any text is refused at a place in it, or is a filter that reads the same once written.

use barometre::study::{DateFormat, Filter};

use crate::dice::texts;

const PIECES: [&str; 52] = [
    "note", "région", "x", "\"Q1 [SQ001]\"", "`a``b`", "`", "\"", "'", "''", " ", " ", " ", "==", "=", "!=", "<>", "<",
    ">=", "≠", "≤", " and ", " et ", " or ", " ou ", "not ", "non ", "in ", "dans ", "not in ", " is empty",
    " n'est pas vide", " est vide", "(", ")", "[", "]", ",", "'Sud'", "« Île »", "‘a’", "18", "-0,5", "1e999",
    "'2025-03'", "'14/03/2025'", "'mars 2025'", "''''", "\n", "_", "-", ".", "é",
];
const CELLS: [&str; 8] = ["", "Sud", "île", "18", "-0,5", "14/03/2025", "mars 2025", "20250314"];

#[test]
fn any_text_is_a_filter_that_is_written_as_it_is_read_or_none() {
    bolero::check!().with_generator(texts(&PIECES, 24)).for_each(|text| match Filter::parse(text) {
        Ok(mut filter) => {
            let written = filter.to_string();
            assert_eq!(Filter::parse(&written).as_ref(), Ok(&filter), "{written:?}");
            assert!(!filter.columns().is_empty());
            let columns: Vec<String> = filter.columns().into_iter().map(str::to_owned).collect();
            for cell in CELLS {
                filter.accepts(|_| Some(cell));
            }
            for column in columns {
                filter.read_dates(&column, DateFormat::Compact);
                filter.accepts(|_| Some(CELLS[7]));
            }
            filter.accepts(|_| None);
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
