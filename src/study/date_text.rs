//! Dates written with separators or words.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::date::{DateFormat, Reading, day};
use super::fold;

/// A longer text is no date, whatever it begins with.
const MAX_LEN: usize = 100;

/// Reads a date with separators or words, in French or English, which an hour may follow: `31/12/2025`,
/// `31-12-25`, `2025-12-31T08:15:00Z`, `mercredi 31 décembre 2025 à 8h15`, `31-déc.-25`, `31DEC2025`,
/// `December 31st, 2025`. A month alone is its first day: `décembre 2025`, `déc-25`, `2025-12`, `12/2025`.
/// Words that only announce the date may come before it: `Avis publié le 31/12/2025`. Of a text with a time
/// zone, the date is the one written.
///
/// ```
/// use barometre::study::{DateFormat, parse_date};
/// use jiff::civil::date;
/// let reading = parse_date("Publiée le 1er mars 2025").unwrap();
/// assert_eq!(reading.date(DateFormat::MonthFirst), Some(date(2025, 3, 1)));
/// assert_eq!(parse_date("31/12/2025 08:15").unwrap().date(DateFormat::MonthFirst), None);
/// assert!(parse_date("31/02/2025").is_none());
/// assert!(parse_date("Le 31/12/2025 j’ai appelé").is_none());
/// ```
#[must_use]
pub fn parse_date(text: &str) -> Option<Reading> {
    let text = text.trim();
    if !(6..=MAX_LEN).contains(&text.len()) || !text.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let folded = if text.is_ascii() { text.to_ascii_lowercase() } else { fold(text) };
    let runs = runs(&folded);
    let mut published = false;
    for (start, run) in runs.iter().enumerate() {
        let here = &runs[start..];
        let found = [three_numbers, with_month_name, with_hour_inside, month_alone, before_hour]
            .into_iter()
            .filter_map(|form| form(here))
            .find(|(_, tail)| ends(tail) || (published && tail.starts_with([' ', ','])));
        if let Some((reading, _)) = found {
            return Some(reading);
        }
        published |= listed(PUBLISHED, run.text);
        if !(published || listed(ANNOUNCING, run.text) || is_weekday(run.text)) || run.number {
            return None;
        }
    }
    None
}

/// A run of digits or of letters in a folded text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run<'a> {
    /// What separates it from the run before.
    pub(super) gap: &'a str,
    pub(super) text: &'a str,
    pub(super) number: bool,
    /// Whether the number is written as an ordinal: `2e`, `1er`, `3rd`.
    pub(super) ordinal: bool,
    /// What follows it, to the end of the text.
    tail: &'a str,
}

impl Run<'_> {
    /// A number of that many digits.
    fn digits(&self, least: usize, most: usize) -> bool {
        self.number && (least..=most).contains(&self.text.len())
    }
}

/// The runs of digits and of letters; the endings of ordinals belong to their number.
pub(super) fn runs(folded: &str) -> Vec<Run<'_>> {
    let mut runs: Vec<Run<'_>> = Vec::new();
    let mut rest = folded;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit() || c.is_alphabetic()) {
        let (gap, from) = rest.split_at(start);
        let number = from.starts_with(|c: char| c.is_ascii_digit());
        let other = |c: char| if number { !c.is_ascii_digit() } else { !c.is_alphabetic() };
        let (text, tail) = from.split_at(from.find(other).unwrap_or(from.len()));
        rest = tail;
        match runs.last_mut() {
            Some(previous)
                if previous.number && gap.trim().is_empty() && listed("er|ere|e|eme|st|nd|rd|th", text) =>
            {
                previous.ordinal = true;
                previous.tail = tail;
            }
            // 17th of July
            Some(previous) if previous.ordinal && text == "of" => previous.tail = tail,
            _ => runs.push(Run { gap, text, number, ordinal: false, tail }),
        }
    }
    runs
}

type Found<'a> = Option<(Reading, &'a str)>;

/// `31/12/2025`, `31.12.25`, `2025-12-31`.
fn three_numbers<'a>(runs: &[Run<'a>]) -> Found<'a> {
    use DateFormat::{DayFirst, MonthFirst, YearFirst};
    let [a, b, c, ..] = runs else { return None };
    let separator = b.gap.trim();
    if !matches!(separator, "/" | "-" | "." | "") || c.gap.trim() != separator || !b.digits(1, 2) {
        return None;
    }
    let two = a.digits(2, 2) && b.digits(2, 2) && c.digits(2, 2);
    // 1.2.25 is a version, 06 12 25 begins a telephone number.
    let short = matches!(separator, "/" | "-") || (separator == "." && two);
    let reading = if a.digits(4, 4) && c.digits(1, 2) {
        Reading::certain(day(a.text, b.text, c.text))
    } else if a.digits(1, 2) && (c.digits(4, 4) || (c.digits(2, 2) && short)) {
        Reading::new(&[
            (DayFirst, day(c.text, b.text, a.text)),
            (MonthFirst, day(c.text, a.text, b.text)),
            (YearFirst, day(a.text, b.text, c.text).filter(|_| two)),
        ])
    } else {
        None
    };
    reading.map(|reading| (reading, c.tail))
}

/// `31 décembre 2025`, `31-déc.-25`, `December 31, 2025`, `2025-Dec-31`.
fn with_month_name<'a>(runs: &[Run<'a>]) -> Found<'a> {
    let [a, b, c, ..] = runs else { return None };
    if !joined(b) || !joined(c) {
        return None;
    }
    let date = if a.number && b.number {
        None
    } else if a.digits(1, 2) && (c.digits(2, 2) || c.digits(4, 4)) {
        named_day(c.text, b.text, a.text)
    } else if b.digits(1, 2) && c.digits(4, 4) {
        named_day(c.text, a.text, b.text)
    } else if a.digits(4, 4) && c.digits(1, 2) {
        named_day(a.text, b.text, c.text)
    } else {
        None
    };
    Reading::certain(date).map(|reading| (reading, c.tail))
}

/// `Wed Dec 31 08:15:00 CET 2025`, the day of the week taken off.
fn with_hour_inside<'a>(runs: &[Run<'a>]) -> Found<'a> {
    let ([a, b, ..], Some(year)) = (runs, runs.last()) else { return None };
    let hour = b.tail.strip_suffix(year.tail).and_then(|middle| middle.strip_suffix(year.text))?;
    if !b.digits(1, 2) || !year.digits(4, 4) || !joined(b) || !hour.contains(':') || !ends(hour) {
        return None;
    }
    Reading::certain(named_day(year.text, a.text, b.text)).map(|reading| (reading, year.tail))
}

/// `décembre 2025`, `déc-25`, `2025-12`, `12/2025`.
fn month_alone<'a>(runs: &[Run<'a>]) -> Found<'a> {
    let [a, b, ..] = runs else { return None };
    let date = if a.number && b.number {
        match b.gap {
            "-" | "/" if a.digits(4, 4) && b.digits(2, 2) => day(a.text, b.text, "1"),
            "-" | "/" if a.digits(1, 2) && b.digits(4, 4) => day(b.text, a.text, "1"),
            _ => None,
        }
    } else if b.digits(4, 4) || (b.digits(2, 2) && b.gap.contains(['-', '/', '\''])) {
        // `July 17` is rather a day than a year.
        named_day(b.text, a.text, "1").filter(|_| joined(b))
    } else if a.digits(4, 4) {
        named_day(a.text, b.text, "1").filter(|_| joined(b))
    } else {
        None
    };
    Reading::certain(date).map(|reading| (reading, b.tail))
}

/// `20251231T081500Z`.
fn before_hour<'a>(runs: &[Run<'a>]) -> Found<'a> {
    let [a, _, ..] = runs else { return None };
    let (year, rest) = a.text.split_at_checked(4).filter(|_| a.digits(8, 8))?;
    let (month, day_of_month) = rest.split_at(2);
    Reading::certain(day(year, month, day_of_month)).map(|reading| (reading, a.tail))
}

/// Whether nothing but usual marks stands between a run and the one before.
fn joined(run: &Run<'_>) -> bool {
    run.gap.len() <= 3 && run.gap.chars().all(|c| " .,-/'".contains(c))
}

/// Words that announce a date.
const ANNOUNCING: &str = "a|at|avis|belgique|canada|d|date|de|du|en|experience|france|in|kingdom|l|la|le|of|on|\
                          review|sejour|states|suisse|the|un|united|visit|visite|visited";
/// Words that announce a date after which more may be said: `Publié le 3 mars suite à…`.
const PUBLISHED: &str = "commente|depose|ecrit|laisse|poste|posted|publie|publiee|published|redige|reviewed|\
                         submitted|written";

fn listed(words: &str, word: &str) -> bool {
    words.split('|').any(|w| w == word)
}

fn is_weekday(word: &str) -> bool {
    const DAYS: &str = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\
                        monday|tuesday|wednesday|thursday|friday|saturday|sunday";
    word.len() >= 3 && DAYS.split('|').any(|day| day.starts_with(word))
}

/// Whether a text that follows a date is nothing, or an hour and its zone.
fn ends(tail: &str) -> bool {
    static HOUR: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(
            r"(?x)
            ^ [\s,;]* (?:
                (?: t (?: [01]\d | 2[0-4] ) [0-5]\d (?: [0-6]\d )?
                  | (?: [-–|_:t] | at?\s )? \s* (?: [01]?\d | 2[0-4] ) (?:
                    :[0-5]\d (?: :[0-6]\d (?: [.,]\d+ )? )? (?: \s?[ap]\.?m\b )?
                    | \s?h (?: \s?[0-5]\d (?: \s?m(?:in)? (?: \s?[0-5]\d\s?s )? )? )?
                    | \s?[ap]\.?m\b
                  )
                )
                (?: \s* (?: z | utc | gmt | [cew]e?s?t | bst | [ecmp][ds]t ) \b )?
                (?: \s* [+−-]\d{1,2} (?: :?\d{2} )? )?
                (?: \s* (?: utc | gmt | [cew]e?s?t ) \b )?
                (?: \s* [\[(] .* )?
                | z | utc | [+-]\d{2}:\d{2}
            ) [\s.,;]* $",
        )
        .ok()
    });
    tail.chars().all(|c| " .,;)\"'".contains(c)) || HOUR.as_ref().is_some_and(|hour| hour.is_match(tail))
}

fn named_day(year: &str, month: &str, day_of_month: &str) -> Option<Date> {
    day(year, &month_number(month)?.to_string(), day_of_month)
}

const MONTHS: [[&str; 2]; 12] = [
    ["janvier", "january"],
    ["fevrier", "february"],
    ["mars", "march"],
    ["avril", "april"],
    ["mai", "may"],
    ["juin", "june"],
    ["juillet", "july"],
    ["aout", "august"],
    ["septembre", "september"],
    ["octobre", "october"],
    ["novembre", "november"],
    ["decembre", "december"],
];

/// Number of the month of that folded name, in French or English, or of an abbreviation of at least three
/// letters that fits one month only.
pub(super) fn month_number(name: &str) -> Option<i8> {
    let numbered = || (1i8..).zip(MONTHS);
    if let Some((number, _)) = numbered().find(|(_, names)| names.contains(&name)) {
        return Some(number);
    }
    let mut short =
        numbered().filter(|(_, names)| name.len() >= 3 && names.iter().any(|f| f.starts_with(name)));
    let (number, _) = short.next()?;
    short.next().is_none().then_some(number)
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::super::date::parse_digits;
    use super::*;
    use DateFormat::{Compact, DayFirst, DayFirstCompact, MonthFirst, Serial, ShortCompact, Unix, YearFirst};

    fn read(text: &str) -> [Option<Date>; 3] {
        DateFormat::TEXT.map(|format| parse_date(text)?.date(format))
    }

    #[test]
    fn certain_texts_are_the_same_date_under_every_format() {
        for text in [
            "17 juillet 2025",
            "lundi 17 juillet 2025",
            "jeu. 17 juil. 2025",
            "Publiée le 17 juillet 2025",
            "Publié le 17 juillet 2025 suite à une expérience en juin 2025",
            "Date de l’expérience : 17 juillet 2025",
            "Commenté en France le 17 juillet 2025",
            "17-juil.-25",
            "17 juil. 2025 à 10h35",
            "17 juillet 2025 à 10:35:12 UTC+2",
            "July 17, 2025",
            "Jul 17 2025",
            "17th of July 2025",
            "17JUL2025:10:00:00",
            "2025-Jul-17",
            "Thu Jul 17 2025 10:00:00 GMT+0200 (heure d’été d’Europe centrale)",
            "Thu, 17 Jul 2025 10:00:00 +0200",
            "Thu Jul 17 10:00:00 CEST 2025",
            "2025-07-17",
            "2025-07-17T23:30:00Z",
            "2025-07-17T23:30:00.123+02:00",
            "2025-07-17 23:30:00+02",
            "2025-07-17 10:00:00 UTC",
            "2025/07/17",
            "2025-07-17+02:00",
            "20250717T103512Z",
        ] {
            assert_eq!(read(text), [Some(date(2025, 7, 17)); 3], "{text}");
        }
        for text in ["mar. 1 juil. 2025", "juillet 2025", "juil-25", "JUILLET  2025", "2025-07", "07/2025"] {
            assert_eq!(read(text), [Some(date(2025, 7, 1)); 3], "{text}");
        }
        assert_eq!(read("1er janvier 2026"), [Some(date(2026, 1, 1)); 3]);
        assert_eq!(read("Mar 1 2025"), [Some(date(2025, 3, 1)); 3]);
    }

    #[test]
    fn numbers_alone_depend_on_the_format() {
        let july = Some(date(2025, 7, 17));
        for text in [
            "17/07/2025",
            "le 17/07/2025",
            "17/07/2025 10:35:12",
            "17.7.2025",
            "17 07 2025",
            "Avis publié : 17/07/2025.",
        ] {
            assert_eq!(read(text), [july, None, None], "{text}");
        }
        assert_eq!(read("7/17/2025 1:05:00\u{202f}PM"), [None, july, None]);
        assert_eq!(read("03/04/2025"), [Some(date(2025, 4, 3)), Some(date(2025, 3, 4)), None]);
        assert_eq!(read("17-07-25"), [july, None, Some(date(2017, 7, 25))]);
        assert_eq!(read("99/02/01"), [None, None, Some(date(1999, 2, 1))]);
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "3,5",
            "14:03:25",
            "10h35 17",
            "06 12 34 56 78",
            "06-12-34-56-78",
            "06.12.34.56.78",
            "1.2.3",
            "1.2.25",
            "192.168.10.25",
            "12.10.20.25",
            "06 12 25",
            "06 12 25 31 40",
            "1 234,56 €",
            "31/13/2025",
            "31/02/2025",
            "12 rue 2024",
            "14 ju 2025",
            "2023-2024",
            "2025",
            "T3 2025",
            "2025-Q3",
            "S27 2025",
            "2025-W27",
            "July 17",
            "iPhone 15 Pro",
            "17/07/2025 - 20/07/2025",
            "du 17 au 20 juillet 2025",
            "17/07/2025 10:35 client mécontent",
            "Le 17/07/2025 j’ai appelé et personne n’a répondu",
            "mars 2025 était mieux",
            "17/07/2025 123",
            "Depuis mars 2025",
            "Peugeot 308 2019",
        ] {
            assert_eq!(parse_date(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_date_is_read_as_it_was_written(days in 0i64..47_000, hour in 0u8..24, minute in 0u8..60) {
            let written = date(1971, 9, 10).checked_add(SignedDuration::from_hours(24 * days)).unwrap();
            let (y, m, d) = (written.year(), written.month(), written.day());
            let month = MONTHS[m as usize - 1];
            let (short, clock) = (y % 100, format!("{hour:02}:{minute:02}"));
            let in_window = |date: Date| (1970..2070).contains(&date.year());
            for text in [
                format!("{y}-{m:02}-{d:02}T{clock}:00.5+02:00"),
                format!("{y}/{m}/{d} {clock}"),
                format!("le {d} {} {y} à {hour}h{minute:02}", month[0]),
                format!("{} {d}, {y} {clock}", month[1]),
            ] {
                prop_assert_eq!(read(&text), [Some(written); 3], "{}", text);
            }
            for (format, text) in [
                (DayFirst, format!("{d}/{m}/{y} {clock}")),
                (DayFirst, format!("{d:02}.{m:02}.{y}")),
                (MonthFirst, format!("{m:02}-{d:02}-{y}")),
                (Compact, format!("{y}{m:02}{d:02}")),
                (DayFirstCompact, format!("{d}{m:02}{y}")),
                (Serial, format!("{}.25", days + 26_186)),
            ] {
                prop_assert_eq!(format.read(&text), Some(written), "{}", text);
            }
            let seconds = (days + 617) * 86_400 + i64::from(hour) * 3600;
            if seconds >= 1_000_000_000 {
                prop_assert_eq!(Unix.read(&seconds.to_string()), Some(written));
                prop_assert_eq!(Unix.read(&(seconds * 1000 + 7).to_string()), Some(written));
            }
            for (format, text) in [
                (DayFirst, format!("{d:02}-{m:02}-{short:02}")),
                (MonthFirst, format!("{m:02}/{d:02}/{short:02}")),
                (YearFirst, format!("{short:02}/{m:02}/{d:02}")),
                (ShortCompact, format!("{short:02}{m:02}{d:02}")),
            ] {
                prop_assert_eq!(format.read(&text) == Some(written), in_window(written), "{}", text);
            }
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,40}", near in "[0-9]{1,4}[-/. éàTh:’'٣]{1,2}\\PC{0,9}[0-9]{0,4}.{0,3}") {
            let _ = (parse_date(&text), parse_digits(&text), parse_date(&near), parse_digits(&near));
        }
    }
}
