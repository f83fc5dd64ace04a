//! Numbers as French and English spreadsheets write them.

use super::fold;

/// The mark between units and decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecimalMark {
    /// 1.234,5.
    Comma,
    /// 1,234.5.
    Point,
}

/// Reads `3,5`, `3.5`, `1 234,5` (ordinary, no-break or narrow space), `1.234,5`, `1,234.5`, `1'234`, `-1`,
/// `85 %`, `12 €`; nothing else. A single mark before three digits is the decimal one: `1.234` is less than 2.
/// Where the rest of the column may say otherwise, use [`decimal_mark`] and [`parse_number_in`].
///
/// ```
/// use barometre::study::parse_number;
/// assert_eq!(parse_number(" 3,5 "), Some(3.5));
/// assert_eq!(parse_number("1\u{202f}234,5"), Some(1234.5));
/// assert_eq!(parse_number("1.234.567"), Some(1_234_567.0));
/// assert_eq!(parse_number("12 rue"), None);
/// ```
#[must_use]
pub fn parse_number(text: &str) -> Option<f64> {
    parse_number_in(None, text)
}

/// [`parse_number`] in a column whose decimal mark is known: where it is the comma, `1.234` is 1234.
#[must_use]
pub fn parse_number_in(mark: Option<DecimalMark>, text: &str) -> Option<f64> {
    Number::new(text)?.value(mark)
}

/// The decimal mark that the numbers of a column agree upon: the comma as soon as one is `1.234,5`, `3,5` or
/// `1.234.567`. None when nothing tells, or when they disagree.
#[must_use]
pub fn decimal_mark<'a>(values: impl IntoIterator<Item = &'a str>) -> Option<DecimalMark> {
    let mut found = None;
    for mark in values.into_iter().filter_map(|value| Number::new(value)?.mark()) {
        if found.is_some_and(|other| other != mark) {
            return None;
        }
        found = Some(mark);
    }
    found
}

/// A number cut into its sign, its whole part and its decimals.
struct Number<'a> {
    negative: bool,
    /// Digits and the marks between them.
    body: &'a str,
}

impl<'a> Number<'a> {
    fn new(text: &'a str) -> Option<Self> {
        const MINUS: [char; 3] = ['-', '\u{2212}', '–'];
        let text = text.trim();
        let text = text.strip_suffix(['%', '€', '$', '£']).unwrap_or(text).trim_end();
        let unsigned = text.strip_prefix(MINUS);
        let body = unsigned.or_else(|| text.strip_prefix('+')).unwrap_or(text);
        let mark = |c| matches!(c, ',' | '.') || is_space(c);
        let whole = body.len() <= 32
            && body.starts_with(|c: char| c.is_ascii_digit())
            && body.ends_with(|c: char| c.is_ascii_digit())
            && body.chars().all(|c| c.is_ascii_digit() || mark(c));
        whole.then_some(Self { negative: unsigned.is_some(), body })
    }

    /// The mark that this number alone proves to be the decimal one.
    fn mark(&self) -> Option<DecimalMark> {
        let marks = [',', '.'];
        let (first, last) = self.body.find(marks).zip(self.body.rfind(marks))?;
        self.value(None)?;
        let comma = |i| self.body[i..].starts_with(',');
        let by_comma = if first == last {
            let single = |c| marks.contains(&c);
            (!is_grouped(self.body, single)).then(|| comma(last))?
        } else {
            // Repeated, it separates thousands.
            comma(last) != (comma(first) == comma(last))
        };
        Some(if by_comma { DecimalMark::Comma } else { DecimalMark::Point })
    }

    fn value(&self, mark: Option<DecimalMark>) -> Option<f64> {
        let body = self.body;
        let last = body.rfind([',', '.']).filter(|i| {
            let found = &body[*i..=*i];
            let repeated = body.matches(found).count() > 1;
            let other = match mark {
                Some(DecimalMark::Comma) => found == ".",
                Some(DecimalMark::Point) => found == ",",
                None => false,
            };
            // A group of three digits that the column says to be one of thousands.
            let thousands = other && is_grouped(body, |c| found.starts_with(c));
            !repeated && !thousands
        });
        let (whole, decimals) = last.map_or((body, "0"), |i| (&body[..i], &body[i + 1..]));
        let plain = whole.bytes().all(|b| b.is_ascii_digit());
        let grouped = |group: fn(char) -> bool| is_grouped(whole, group);
        if !decimals.bytes().all(|b| b.is_ascii_digit())
            || !(plain || grouped(is_space) || grouped(|c| c == ',') || grouped(|c| c == '.'))
        {
            return None;
        }
        let value: f64 = if plain && last.is_none() {
            body.parse().ok()?
        } else {
            let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
            format!("{digits}.{decimals}").parse().ok()?
        };
        Some(if self.negative { -value } else { value })
    }
}

/// Spaces and apostrophes are never decimal marks.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’')
}

/// Whether `separator` cuts the digits into groups of three, the first of one to three and without a leading
/// zero: `0612 345 678` is no number.
fn is_grouped(whole: &str, separator: impl Fn(char) -> bool) -> bool {
    let mut groups = whole.split(separator);
    let digits = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
    let first = groups.next().is_some_and(|g| (1..=3).contains(&g.len()) && digits(g) && !g.starts_with('0'));
    let mut more = groups.peekable();
    first && more.peek().is_some() && more.all(|g| g.len() == 3 && digits(g))
}

/// Reads a note and what it is out of: `4/5`, `8 sur 10`, `8 out of 10`, `4,5/5 étoiles`, `Noté 4 sur 5`.
///
/// ```
/// use barometre::study::parse_out_of;
/// assert_eq!(parse_out_of("4,5 sur 5 étoiles"), Some((4.5, 5.0)));
/// assert_eq!(parse_out_of("5/4"), None);
/// ```
#[must_use]
pub fn parse_out_of(text: &str) -> Option<(f64, f64)> {
    if text.len() > 40 {
        return None;
    }
    let folded = fold(text);
    let announced = ["notee", "note", "rated"].iter().find_map(|word| folded.strip_prefix(word));
    let text = announced.unwrap_or(&folded).trim_start_matches([' ', ':']);
    let (value, out_of) = ["/", " sur ", " out of "].iter().find_map(|mark| text.split_once(mark))?;
    let read = |text: &str| {
        let units = ["etoiles", "etoile", "stars", "star", "points", "point", "pts"];
        let text = text.trim();
        parse_number(units.iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(text))
    };
    let (value, out_of) = (read(value)?, read(out_of)?);
    // No scale has two points, and few have more than ten: `1/2` and `12/31` are something else.
    let usual = [3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 20.0, 100.0].contains(&out_of);
    (usual && (0.0..=out_of).contains(&value)).then_some((value, out_of))
}

/// Reads an answer of a scale: a number, or one that opens a label (`10 - Tout à fait`, `1 : pas du tout`,
/// `4 étoiles`, `5 (très satisfait)`).
///
/// ```
/// use barometre::study::parse_answer;
/// assert_eq!(parse_answer("0 - Pas du tout"), Some(0.0));
/// assert_eq!(parse_answer("4 étoiles"), Some(4.0));
/// assert_eq!(parse_answer("0-6"), None);
/// ```
#[must_use]
pub fn parse_answer(text: &str) -> Option<f64> {
    parse_number(text).or_else(|| parse_labelled(text).map(|(number, _)| number))
}

/// The number that opens a label, and the label.
#[must_use]
pub(super) fn parse_labelled(text: &str) -> Option<(f64, &str)> {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit())?;
    let (digits, rest) = text.split_at(end);
    let after = rest.trim_start();
    let unit = after.len() < rest.len() && ["étoile", "star", "point"].iter().any(|u| after.starts_with(u));
    let label = after.trim_start_matches(['-', '–', '—', '=', '(', ':', '.', ')']).trim();
    let marked = after.starts_with(['-', '–', '—', '=', '('])
        || (after.starts_with([':', '.', ')']) && after[1..].starts_with(' '));
    // `0-6` is a band, not the answer 0.
    let worded = label.starts_with(char::is_alphabetic);
    let number = digits.parse().ok().filter(|_| digits.len() <= 3 && (unit || (marked && worded)))?;
    Some((number, label.trim_end_matches(')')))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use DecimalMark::{Comma, Point};

    #[test]
    fn what_is_not_a_number_is_refused() {
        for text in [
            "",
            "-",
            "%",
            "3,5,1",
            "1 2",
            "3,",
            ",5",
            "abc",
            "1e5",
            "06 12 34 56 78",
            "0612 345 678",
            "12/03",
            "5 étoiles",
            "(3)",
            "1.234 567",
            "1,234 567",
            "1.234.56",
            "1,234.567,8",
            "12,34.5",
            "- 3",
            "--3",
            "1''234",
            "192.168.1.1",
            "1.2.25",
            "12 € 50",
        ] {
            assert_eq!(parse_number(text), None, "{text:?}");
        }
    }

    #[test]
    fn numbers_of_both_languages_are_read() {
        for (text, value) in [
            ("-1", -1.0),
            ("\u{2212}1,5", -1.5),
            ("–2", -2.0),
            ("+3", 3.0),
            ("85 %", 85.0),
            ("12,50\u{a0}€", 12.5),
            ("007", 7.0),
            ("1.234,5", 1234.5),
            ("1,234.5", 1234.5),
            ("1.234.567,89", 1_234_567.89),
            ("1,234,567", 1_234_567.0),
            ("1'234’567.5", 1_234_567.5),
            ("1 234.567", 1234.567),
            ("1.234", 1.234),
            ("1,234", 1.234),
            ("0,123", 0.123),
        ] {
            assert_eq!(parse_number(text), Some(value), "{text:?}");
        }
    }

    #[test]
    fn the_column_decides_what_one_group_means() {
        let read = |values: &[&str]| -> Vec<Option<f64>> {
            let mark = decimal_mark(values.iter().copied());
            values.iter().map(|value| parse_number_in(mark, value)).collect()
        };
        assert_eq!(read(&["1.234,5", "2.345", "7"]), [Some(1234.5), Some(2345.0), Some(7.0)]);
        assert_eq!(read(&["1,234.5", "2,345"]), [Some(1234.5), Some(2345.0)]);
        assert_eq!(read(&["1.234.567", "2.345"]), [Some(1_234_567.0), Some(2345.0)]);
        assert_eq!(read(&["0.875", "1.234"]), [Some(0.875), Some(1.234)]);
        assert_eq!(read(&["1.234", "2.345"]), [Some(1.234), Some(2.345)]);
        assert_eq!(read(&["3,5", "2.75", "1.234"]), [Some(3.5), Some(2.75), Some(1.234)]);
        assert_eq!(decimal_mark(["1.234,5", "n/a", "12"]), Some(Comma));
        assert_eq!(decimal_mark(["1 234.567"]), Some(Point));
        assert_eq!(decimal_mark(["1.234", "12"]), None);
    }

    #[test]
    fn notes_out_of_a_scale_are_read() {
        for (text, found) in [
            ("4/5", (4.0, 5.0)),
            (" 8 / 10 ", (8.0, 10.0)),
            ("8 sur 10", (8.0, 10.0)),
            ("8 out of 10", (8.0, 10.0)),
            ("4,5/5 étoiles", (4.5, 5.0)),
            ("4 étoiles sur 5", (4.0, 5.0)),
            ("Noté 5 sur 5 étoiles", (5.0, 5.0)),
            ("Rated 3 out of 5 stars", (3.0, 5.0)),
            ("Note : 12,5/20", (12.5, 20.0)),
        ] {
            assert_eq!(parse_out_of(text), Some(found), "{text}");
        }
        for text in
            ["5/4", "1/2", "12/12", "8/10/2025", "4", "-1/5", "3/", "/5", "5 sur Lyon", "notes", "12/31"]
        {
            assert_eq!(parse_out_of(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_number_is_read_as_it_was_written(whole in 0u32..100_000_000, decimals in 0u32..100, mark in 0..6usize) {
            let (group, point, known) =
                [(".", ",", Comma), (",", ".", Point), ("\u{202f}", ",", Comma), ("'", ".", Point), ("", ",", Comma), (" ", ".", Point)][mark];
            let digits = whole.to_string();
            let mut grouped = String::new();
            for (i, digit) in digits.chars().enumerate() {
                if i > 0 && (digits.len() - i) % 3 == 0 {
                    grouped.push_str(group);
                }
                grouped.push(digit);
            }
            let text = format!("{grouped}{point}{decimals:02}");
            let value: f64 = format!("{whole}.{decimals:02}").parse().unwrap();
            prop_assert_eq!(parse_number(&text), Some(value));
            prop_assert_eq!(decimal_mark([text.as_str()]), Some(known));
            prop_assert_eq!(parse_number_in(Some(known), &grouped), Some(f64::from(whole)));
            prop_assert_eq!(parse_number_in(Some(known), &format!("−{text} %")), Some(-value));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,40}", near in "[−–+-]?[0-9]{1,4}[., '’\u{202f}/]{0,2}\\PC?[0-9]{0,4}[.,sur/]{0,2}[0-9€%é]{0,3}") {
            for text in [text, near] {
                let _ = (parse_answer(&text), parse_labelled(&text), parse_out_of(&text), decimal_mark([text.as_str()]));
                for mark in [Some(Comma), Some(Point)] {
                    prop_assert_eq!(parse_number_in(mark, &text).is_some(), parse_number(&text).is_some());
                }
            }
        }
    }
}
