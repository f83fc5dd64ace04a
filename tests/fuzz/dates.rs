//! Dates: any text is one under each format, or none.

use barometre::study::{DateFormat, Reading, parse_date, parse_digits};

use crate::dice::{Dice, made_of, texts};

const PIECES: [&str; 48] = [
    "1",
    "2",
    "3",
    "12",
    "13",
    "14",
    "25",
    "29",
    "31",
    "00",
    "2025",
    "1899",
    "1900",
    "2199",
    "2200",
    "45730",
    "/",
    "-",
    ".",
    " ",
    ":",
    ",",
    "T",
    "Z",
    "h",
    "+02:00",
    "\u{a0}",
    "janvier",
    "févr.",
    "mars",
    "MAI",
    "juin",
    "déc",
    "sept",
    "December",
    "mercredi",
    "Mon",
    "le ",
    "1er",
    "st",
    "à ",
    "Avis publié le ",
    "AM",
    " pm",
    "99",
    "20250314",
    "1767182400",
    "é",
];

fn usual(text: &str, reading: Reading) {
    for format in DateFormat::TEXT.into_iter().chain(DateFormat::DIGITS) {
        if let Some(date) = reading.date(format) {
            assert!((1900..2200).contains(&date.year()), "{text:?} is {date}");
            assert_eq!(format.read(text), Some(date), "{text:?}");
        }
    }
}

#[test]
fn any_text_is_a_usual_date_or_none() {
    bolero::check!().with_generator(texts(&PIECES, 12)).for_each(|text| {
        let (words, digits) = (parse_date(text), parse_digits(text));
        assert!(words.is_none() || digits.is_none(), "{text:?} is read in two ways");
        words.into_iter().chain(digits).for_each(|reading| usual(text, reading));
        let spaced = format!(" {text}\n");
        assert_eq!((parse_date(&spaced), parse_digits(&spaced)), (words, digits), "{text:?}");
    });
}

/// A day, and one of the ways of writing it.
fn written(dice: &mut Dice) -> (jiff::civil::Date, String, DateFormat) {
    use DateFormat::{Compact, DayFirst, MonthFirst};
    const MONTHS: [&str; 12] = [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];
    let (y, m, d) = (1970 + dice.below(100) as i16, 1 + dice.below(12) as i8, 1 + dice.below(28) as i8);
    let name = MONTHS[m as usize - 1];
    let time = dice.pick(&["", " 08:15", " 23:59:59", " à 8h15"]);
    let (text, format) = match dice.below(7) {
        0 => (format!("{d:02}/{m:02}/{y}{time}"), DayFirst),
        1 => (format!("{m}/{d}/{y}{time}"), MonthFirst),
        2 => (format!("{y}-{m:02}-{d:02}{time}"), DayFirst),
        3 => (format!("{d} {name} {y}{time}"), DayFirst),
        4 => (format!("Le {d} {} {y}", name.to_uppercase()), MonthFirst),
        5 => (format!("{y}{m:02}{d:02}"), Compact),
        _ => (format!("{d}.{m}.{y}{time}"), DayFirst),
    };
    (jiff::civil::date(y, m, d), text, format)
}

#[test]
fn a_date_is_read_however_it_is_written() {
    bolero::check!().with_generator(made_of(8, written)).cloned().for_each(|(date, text, format)| {
        assert_eq!(format.read(&text), Some(date), "{text:?}");
    });
}
