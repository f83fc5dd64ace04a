//! Numbers: any text is a finite one or none, and what is written in a known way is read back.

use barometre::study::{
    DecimalMark, decimal_mark, parse_answer, parse_number, parse_number_in, parse_out_of,
};

use crate::dice::{Dice, made_of, texts};

const PIECES: [&str; 44] = [
    "0",
    "1",
    "5",
    "9",
    "10",
    "12",
    "234",
    "567",
    "000",
    "99999999999999999999999999999",
    ",",
    ".",
    " ",
    "'",
    "’",
    "\u{a0}",
    "\u{202f}",
    "\u{2009}",
    "-",
    "−",
    "–",
    "+",
    "%",
    "€",
    " €",
    "$",
    "/",
    " sur ",
    "out of",
    "étoiles",
    " stars",
    "Noté ",
    "(",
    ")",
    ":",
    " - ",
    "très bien",
    "★",
    "e5",
    "inf",
    "NaN",
    "٤",
    "½",
    "x",
];
const MARKS: [Option<DecimalMark>; 3] = [None, Some(DecimalMark::Comma), Some(DecimalMark::Point)];

#[test]
fn any_text_is_a_finite_number_or_none() {
    bolero::check!().with_generator(texts(&PIECES, 12)).for_each(|text| {
        for mark in MARKS {
            let number = parse_number_in(mark, text);
            assert!(number.is_none_or(f64::is_finite), "{text:?} is {number:?}");
            assert_eq!(parse_number_in(mark, &format!(" {text}\n")), number, "{text:?}");
            if let Some(number) = number.filter(|_| text.starts_with(|c: char| c.is_ascii_digit())) {
                assert_eq!(parse_number_in(mark, &format!("-{text}")), Some(-number), "{text:?}");
            }
        }
        assert!(parse_answer(text).is_none_or(f64::is_finite), "{text:?}");
        if let Some(number) = parse_number(text) {
            assert_eq!(parse_answer(text), Some(number), "{text:?}");
        }
        if let Some((value, out_of)) = parse_out_of(text) {
            assert!((0.0..=out_of).contains(&value) && (3.0..=100.0).contains(&out_of), "{text:?}");
        }
    });
}

/// Several numbers of one column, their decimal mark, and what a person reads there.
fn column(dice: &mut Dice) -> (DecimalMark, Vec<(String, f64)>) {
    let (mark, decimal, group) = dice.pick(&[
        (DecimalMark::Comma, ',', "\u{202f}"),
        (DecimalMark::Comma, ',', "."),
        (DecimalMark::Comma, ',', ""),
        (DecimalMark::Point, '.', ","),
        (DecimalMark::Point, '.', "'"),
        (DecimalMark::Point, '.', ""),
    ]);
    let numbers = (0..dice.below(8)).map(|_| {
        let (whole, part) = (dice.below(1 << 16), dice.below(100));
        let digits = whole.to_string();
        let (head, tail) = digits.split_at(digits.len().saturating_sub(3));
        let whole_text = if head.is_empty() { digits.clone() } else { format!("{head}{group}{tail}") };
        let text = if dice.once_in(3) { whole_text } else { format!("{whole_text}{decimal}{part:02}") };
        let value = text.replace(group, "").replace(decimal, ".");
        (text, value.parse().unwrap())
    });
    (mark, numbers.collect())
}

#[test]
fn a_column_of_numbers_is_read_in_its_own_mark() {
    bolero::check!().with_generator(made_of(40, column)).for_each(|(mark, numbers)| {
        let found = decimal_mark(numbers.iter().map(|(text, _)| text.as_str()));
        assert!(found.is_none_or(|found| found == *mark), "{numbers:?}");
        for (text, number) in numbers {
            assert_eq!(parse_number_in(Some(*mark), text), Some(*number), "{text:?}");
        }
    });
}
