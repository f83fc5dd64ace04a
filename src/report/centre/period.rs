//! Periods of a centre in words: `2025-W36` is the week of 1 September.

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

use crate::lang::Lang;
use crate::words::Text;

/// How long a period lasts, the longest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grain {
    Month,
    Week,
    Day,
    Hour,
    HalfHour,
}

/// A period of an indicator; they sort in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Period {
    pub grain: Grain,
    /// Its first day.
    pub start: Date,
    /// Hour and minute of that day; midnight for a day or longer.
    time: (u8, u8),
}

impl Period {
    /// Reads the period of an indicator row; none for a text that is no period.
    pub fn parse(text: &str) -> Option<Self> {
        let (day, time) = text.split_once('T').map_or((text, None), |(day, time)| (day, Some(time)));
        let (grain, start) = match (day.len(), day.split_once("-W")) {
            (8, Some((year, week))) => {
                let week = ISOWeekDate::new(year.parse().ok()?, week.parse().ok()?, Weekday::Monday).ok()?;
                (Grain::Week, week.date())
            }
            (7, None) => (Grain::Month, format!("{day}-01").parse().ok()?),
            _ => (Grain::Day, day.parse().ok()?),
        };
        let Some(time) = time else { return Some(Self { grain, start, time: (0, 0) }) };
        let (hour, minute) = time.split_once(':').map_or((time, None), |(h, m)| (h, Some(m)));
        let grain = if minute.is_some() { Grain::HalfHour } else { Grain::Hour };
        let minute = minute.map_or(Some(0), |m| m.parse().ok())?;
        Some(Self { grain, start, time: (hour.parse().ok()?, minute) })
    }

    /// Its last day.
    pub fn end(self) -> Date {
        match self.grain {
            Grain::Month => self.start.last_of_month(),
            Grain::Week => self.start.saturating_add(6.days()),
            Grain::Day | Grain::Hour | Grain::HalfHour => self.start,
        }
    }

    /// `septembre 2025`, `semaine du 1er septembre 2025`, `lundi 1er septembre 2025`.
    pub fn name(self, lang: Lang) -> String {
        let date = date(self.start, lang);
        match self.grain {
            Grain::Month => format!("{} {}", month(self.start.month(), lang), self.start.year()),
            Grain::Week => format!("{} {date}", pick!(lang, centre_report::week_of)),
            Grain::Day => day(self.start, lang),
            Grain::Hour | Grain::HalfHour => {
                let (hour, minute) = self.time;
                format!("{}, {}", day(self.start, lang), clock(hour, minute, lang))
            }
        }
    }
}

/// `1er septembre 2025`, `1 September 2025`.
pub(in crate::report) fn date(date: Date, lang: Lang) -> String {
    let number = number(date, lang);
    format!("{number}\u{a0}{} {}", month(date.month(), lang), date.year())
}

/// `lundi 1er septembre 2025`.
pub(super) fn day(on: Date, lang: Lang) -> String {
    format!("{} {}", weekday(on.weekday().to_monday_one_offset().unsigned_abs(), lang), date(on, lang))
}

/// `1er sept.`, `1 Sept.`: under the axis of a figure.
pub(in crate::report) fn short(date: Date, lang: Lang) -> String {
    const NAMES: [Text; 12] = [
        text!(calendar::jan),
        text!(calendar::feb),
        text!(calendar::march),
        text!(calendar::april),
        text!(calendar::may),
        text!(calendar::june),
        text!(calendar::jul),
        text!(calendar::aug),
        text!(calendar::sept),
        text!(calendar::oct),
        text!(calendar::nov),
        text!(calendar::dec),
    ];
    format!("{}\u{a0}{}", number(date, lang), nth(&NAMES, date.month(), lang))
}

/// A name by its number, from 1 on.
fn nth(names: &[Text], number: i8, lang: Lang) -> &'static str {
    usize::try_from(number - 1).ok().and_then(|at| names.get(at)).map_or("–", |name| name.said(lang))
}

/// The day of the month, the first as French says it.
fn number(date: Date, lang: Lang) -> String {
    match (lang, date.day()) {
        (Lang::Fr, 1) => "1er".to_owned(),
        (_, number) => number.to_string(),
    }
}

/// A moment of report.json, its time left out: `2025-09-01T08:00:12` is 1 September 2025.
pub(in crate::report) fn date_of(moment: &str) -> Option<Date> {
    moment.get(..10)?.parse().ok()
}

/// A day of report.json in words; the text itself where it is none.
pub(super) fn day_of(text: &str, lang: Lang) -> String {
    date_of(text).map_or_else(|| text.to_owned(), |on| day(on, lang))
}

/// `14 h`, `8 h 30`; `14:00`.
pub(super) fn clock(hour: u8, minute: u8, lang: Lang) -> String {
    match lang {
        Lang::Fr if minute == 0 => format!("{hour}\u{a0}h"),
        Lang::Fr => format!("{hour}\u{a0}h\u{a0}{minute:02}"),
        Lang::En => format!("{hour:02}:{minute:02}"),
    }
}

/// Name of a day of the week, 1 for Monday.
pub(super) fn weekday(number: u8, lang: Lang) -> &'static str {
    const NAMES: [Text; 7] = [
        text!(calendar::monday),
        text!(calendar::tuesday),
        text!(calendar::wednesday),
        text!(calendar::thursday),
        text!(calendar::friday),
        text!(calendar::saturday),
        text!(calendar::sunday),
    ];
    NAMES.get(usize::from(number.wrapping_sub(1))).map_or("–", |name| name.said(lang))
}

pub(in crate::report) fn month(number: i8, lang: Lang) -> &'static str {
    const NAMES: [Text; 12] = [
        text!(calendar::january),
        text!(calendar::february),
        text!(calendar::march),
        text!(calendar::april),
        text!(calendar::may),
        text!(calendar::june),
        text!(calendar::july),
        text!(calendar::august),
        text!(calendar::september),
        text!(calendar::october),
        text!(calendar::november),
        text!(calendar::december),
    ];
    nth(&NAMES, number, lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_read_as_dates() {
        let cases = [
            ("2025-09", "septembre 2025", "September 2025"),
            ("2025-W36", "semaine du 1er\u{a0}septembre 2025", "week of 1\u{a0}September 2025"),
            ("2026-W01", "semaine du 29\u{a0}décembre 2025", "week of 29\u{a0}December 2025"),
            ("2025-09-01", "lundi 1er\u{a0}septembre 2025", "Monday 1\u{a0}September 2025"),
            (
                "2025-09-02T08",
                "mardi 2\u{a0}septembre 2025, 8\u{a0}h",
                "Tuesday 2\u{a0}September 2025, 08:00",
            ),
            (
                "2025-09-02T08:30",
                "mardi 2\u{a0}septembre 2025, 8\u{a0}h\u{a0}30",
                "Tuesday 2\u{a0}September 2025, 08:30",
            ),
        ];
        for (text, fr, en) in cases {
            let period = Period::parse(text).unwrap();
            assert_eq!((period.name(Lang::Fr).as_str(), period.name(Lang::En).as_str()), (fr, en));
        }
        for text in
            ["", "2025", "2025-W99", "2025-13", "2025-09-01T", "2025-09-01T08:xx", "été-2025", "2025-Wéé"]
        {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_period_knows_its_last_day() {
        let end = |text: &str| Period::parse(text).unwrap().end().to_string();
        assert_eq!(end("2025-02"), "2025-02-28");
        assert_eq!(end("2025-W36"), "2025-09-07");
        assert_eq!(end("2025-09-02T08"), "2025-09-02");
    }

    #[test]
    fn weeks_sort_in_time_across_the_year() {
        let mut weeks: Vec<Period> = ["2026-W01", "2025-W09", "2025-W52", "2025-W10"]
            .iter()
            .filter_map(|w| Period::parse(w))
            .collect();
        weeks.sort();
        let starts: Vec<String> = weeks.iter().map(|w| w.start.to_string()).collect();
        assert_eq!(starts, ["2025-02-24", "2025-03-03", "2025-12-22", "2025-12-29"]);
    }
}
