//! Opening hours of a day, and how they are written.

use super::scan::Scan;
use super::time_of_day::clock;
use super::unit::{DAY, HOUR, MINUTE};
use crate::Lang;

/// Opening hours of one day: spans that neither touch nor overlap, in order; none on a day that is closed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hours(Vec<(i64, i64)>);

impl Hours {
    /// Closed all day.
    pub const CLOSED: Self = Self(Vec::new());

    /// Open from midnight to midnight.
    pub fn all_day() -> Self {
        Self(vec![(0, DAY)])
    }

    /// Reads opening hours: `08:00-20:00`, `8h-12h30, 14h-18h`, `de 8h à 12h et de 14h à 18h`, `9 am to 5 pm`, `8-20`,
    /// `24h/24`, `fermé`, `closed`. Spans may come in any order; those that touch are one.
    ///
    /// ```
    /// use barometre::centre::Hours;
    /// let hours = Hours::parse("8h-12h30, 14h-18h").unwrap();
    /// assert_eq!(hours.open_ms(), (4 * 60 + 30 + 4 * 60) * 60_000);
    /// assert!(Hours::parse("18h-8h").is_err());
    /// ```
    ///
    /// # Errors
    /// [`HoursError`] for a text that is no span of times, a span that ends no later than it begins, spans that
    /// overlap.
    pub fn parse(text: &str) -> Result<Self, HoursError> {
        let folded = crate::study::fold(text);
        match folded.as_str() {
            "ferme" | "fermee" | "closed" | "-" => return Ok(Self::CLOSED),
            "24h/24" | "24/24" | "24h" | "24/7" | "24h/24 7j/7" | "ouvert" | "open" => {
                return Ok(Self::all_day());
            }
            _ => {}
        }
        let unread = || HoursError::Unread(text.trim().to_owned());
        let mut scan = Scan::new(&folded);
        let mut spans = Vec::new();
        loop {
            let opens = time(&mut scan, "de").ok_or_else(unread)?;
            scan.spaces();
            if !matches!(scan.word(), "-" | "–" | "—" | "a" | "to") {
                return Err(unread());
            }
            let closes = time(&mut scan, "").ok_or_else(unread)?;
            if closes <= opens {
                return Err(HoursError::Backwards { opens, closes });
            }
            spans.push((opens, closes));
            scan.spaces();
            if scan.is_done() {
                return Self::new(spans);
            }
            if !matches!(scan.word(), "," | ";" | "+" | "&" | "et" | "and" | "puis") {
                return Err(unread());
            }
        }
    }

    fn new(mut spans: Vec<(i64, i64)>) -> Result<Self, HoursError> {
        spans.sort_unstable();
        let mut hours: Vec<(i64, i64)> = Vec::new();
        for (opens, closes) in spans {
            match hours.last_mut() {
                Some(last) if last.1 > opens => return Err(HoursError::Overlap { opens, closes: last.1 }),
                Some(last) if last.1 == opens => last.1 = closes,
                _ => hours.push((opens, closes)),
            }
        }
        Ok(Self(hours))
    }

    /// When it opens and closes, in milliseconds of the day; the moment of closing is not open any more.
    pub fn spans(&self) -> &[(i64, i64)] {
        &self.0
    }

    /// Opening time of the day, in milliseconds.
    pub fn open_ms(&self) -> i64 {
        self.open_until(DAY)
    }

    /// Opening time before a millisecond of the day.
    pub(super) fn open_until(&self, ms: i64) -> i64 {
        self.0.iter().map(|&(opens, closes)| (ms.min(closes) - opens).max(0)).sum()
    }

    /// Whether it is open at a millisecond of the day.
    pub fn is_open(&self, ms: i64) -> bool {
        self.0.iter().any(|&(opens, closes)| (opens..closes).contains(&ms))
    }
}

/// A time of day after an optional word; a number alone is an hour.
fn time(scan: &mut Scan<'_>, word: &str) -> Option<i64> {
    scan.spaces();
    if !word.is_empty() && scan.takes(word.as_bytes()) {
        scan.spaces();
    }
    let start = *scan;
    if let Some(ms) = clock(scan) {
        return Some(ms);
    }
    *scan = start;
    let (hour, _) = scan.digits(2)?;
    (hour <= 24).then_some(hour * HOUR)
}

/// Why opening hours cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HoursError {
    /// A text that is no span of times.
    Unread(String),
    /// A span that ends no later than it begins.
    Backwards {
        /// Milliseconds of the day at which it opens.
        opens: i64,
        /// Milliseconds of the day at which it closes.
        closes: i64,
    },
    /// A span opens before the one before it closes.
    Overlap {
        /// Milliseconds of the day at which the later span opens.
        opens: i64,
        /// Milliseconds of the day at which the earlier one closes.
        closes: i64,
    },
}

impl HoursError {
    /// What is wrong and what to write instead.
    pub fn message(&self, lang: Lang) -> String {
        let at = |ms: i64| {
            let (hours, minutes) = (ms / HOUR, ms % HOUR / MINUTE);
            pick!(lang, centre::joined(hours, minutes))
        };
        lang.typeset(match self {
            Self::Unread(text) => pick!(lang, centre::unreadable_opening_hours(lang.quote(text))),
            Self::Backwards { opens, closes } => {
                pick!(lang, centre::opening_hours_run_backwards_from_to_a_span(at(*opens), at(*closes)))
            }
            Self::Overlap { opens, closes } => {
                pick!(lang, centre::overlapping_opening_hours_a_span_opens_at(at(*opens), at(*closes)))
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn hours_are_read_in_both_languages() {
        let minutes = |h: i64, m: i64| h * HOUR + m * MINUTE;
        let split = vec![(minutes(8, 0), minutes(12, 30)), (minutes(14, 0), minutes(18, 0))];
        for text in [
            "8h-12h30, 14h-18h",
            "08:00-12:30,14:00-18:00",
            "De 8h à 12h30 et de 14h à 18h",
            "8 h – 12 h 30 ; 14 h – 18 h",
            "14h-18h, 8h-12h30",
            "8:00 am to 12:30 pm and 2 pm to 6 pm",
            "8h-10h, 10h-12h30, 14-18",
        ] {
            assert_eq!(Hours::parse(text), Ok(Hours(split.clone())), "{text}");
        }
        for text in ["fermé", "FERMÉE", " closed "] {
            assert_eq!(Hours::parse(text), Ok(Hours::CLOSED), "{text}");
        }
        for text in ["24h/24", "0h-24h", "00:00-24:00", "0-24"] {
            assert_eq!(Hours::parse(text), Ok(Hours::all_day()), "{text}");
        }
    }

    #[test]
    fn mistakes_are_told_apart() {
        for text in ["", "8h", "8h-", "8h-25h", "8h-12h30 14h-18h", "8h-12h30,", "matin", "8h/12h"] {
            assert_eq!(Hours::parse(text), Err(HoursError::Unread(text.to_owned())), "{text}");
        }
        assert_eq!(Hours::parse("22h-6h"), Err(HoursError::Backwards { opens: 22 * HOUR, closes: 6 * HOUR }));
        let overlap = HoursError::Overlap { opens: 12 * HOUR, closes: 13 * HOUR };
        assert_eq!(Hours::parse("12h-18h, 8h-13h"), Err(overlap.clone()));
        assert_eq!(
            overlap.message(Lang::Fr),
            "horaires qui se chevauchent\u{a0}: une plage ouvre à 12\u{a0}h\u{a0}00 alors que la précédente ferme à \
             13\u{a0}h\u{a0}00"
        );
        let unread = HoursError::Unread("8h/12h".into()).message(Lang::Fr);
        assert!(
            unread.starts_with("horaires illisibles\u{a0}: «\u{a0}8h/12h\u{a0}»\u{a0}; écrivez"),
            "{unread}"
        );
        assert!(HoursError::Unread("8h/12h".into()).message(Lang::En).contains("“closed”"));
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,20}", near in "[0-9]{1,2}[:h]?[0-9]{0,2} ?[-à] ?[0-9]{1,2}[:h]?[0-9]{0,2}") {
            for text in [text, near] {
                let open = Hours::parse(&text).map_or(0, |hours| hours.open_ms());
                prop_assert!((0..=DAY).contains(&open));
            }
        }
    }
}
