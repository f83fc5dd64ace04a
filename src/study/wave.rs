//! The waves of a study: named by a column, or cut out of a date.

use std::cmp::Ordering;

use super::date::{Month, Order, Period, month_number, parse_date};
use super::profile::Profile;
use super::{fold, tidy};
use crate::Lang;

/// Where the waves come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaveSource {
    /// Column.
    pub column: String,
    /// Period cut out of a date, and how the date is read; none when the column names the waves.
    pub period: Option<(Period, Order)>,
}

/// The waves found, in order of time, and how a cell is assigned to one.
#[derive(Debug, Clone, PartialEq)]
pub struct Waves {
    source: WaveSource,
    /// Names of the waves, where a column gives them.
    names: Vec<String>,
    /// First months of the waves cut out of a date.
    starts: Vec<Month>,
    /// Whether every name tells its place in the year.
    calendar: bool,
}

impl Waves {
    /// The waves that the column's profile holds.
    #[must_use]
    pub fn new(source: &WaveSource, profile: &Profile) -> Self {
        let (mut names, mut starts, mut calendar) = (Vec::new(), Vec::new(), false);
        if let Some((period, order)) = source.period {
            starts = profile.sums.months(order).keys().map(|m| period.start(*m)).collect();
            starts.dedup();
        } else {
            names = profile.names().into_iter().collect();
            // One name that the calendar does not explain, and it explains none: weeks S1…S52 are no half-years.
            let years = names.iter().filter(|name| moment(name).0 > 0).count();
            calendar =
                names.iter().all(|name| moment(name).1.is_some()) && (years == 0 || years == names.len());
            names.sort_by(|a, b| chronological(a, b, calendar));
        }
        Self { source: source.clone(), names, starts, calendar }
    }

    /// Column and period.
    #[must_use]
    pub fn source(&self) -> &WaveSource {
        &self.source
    }

    /// Number of waves.
    #[must_use]
    pub fn len(&self) -> usize {
        self.names.len() + self.starts.len()
    }

    /// Whether there is no wave.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Names of the waves, in order of time.
    #[must_use]
    pub fn labels(&self, lang: Lang) -> Vec<String> {
        match self.source.period {
            Some((period, _)) => self.starts.iter().map(|m| period.label(*m, lang)).collect(),
            None => self.names.clone(),
        }
    }

    /// Index of the wave that a cell belongs to.
    #[must_use]
    pub fn find(&self, cell: &str) -> Option<usize> {
        if let Some((period, order)) = self.source.period {
            let start = period.start(parse_date(cell)?.month(order)?);
            return self.starts.binary_search(&start).ok();
        }
        let name = tidy(cell);
        self.names.binary_search_by(|l| chronological(l, &name, self.calendar)).ok()
    }
}

/// Order of time: the year, then, where the names follow the `calendar`, the month, quarter, half-year or season
/// (`T4 2024` before `2025-T1`, `janv. 2025` before `févr. 2025`), then [`natural`] order.
fn chronological(a: &str, b: &str, calendar: bool) -> Ordering {
    let place = |name: &str| {
        let (year, rank) = moment(name);
        (year, rank.filter(|_| calendar))
    };
    place(a).cmp(&place(b)).then_with(|| natural(a, b))
}

/// Year and place in the year, as far as a name gives them.
fn moment(name: &str) -> (i32, Option<i32>) {
    let folded = fold(name);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let year = words.iter().find(|w| w.len() == 4 && w.parse().is_ok_and(|y: i32| (1900..2200).contains(&y)));
    // A month by its name beats any number: “Vague du 20 janvier”.
    let named = words.iter().find_map(|word| month_number(word)).map(i32::from);
    let rank = named.or_else(|| {
        words.iter().filter(|w| Some(*w) != year).find_map(|word| {
            let season = ["hiver|winter", "printemps|spring", "ete|summer", "automne|autumn|fall"];
            let seasons = (1..).step_by(3).zip(season);
            if let Some((month, _)) =
                seasons.into_iter().find(|(_, names)| names.split('|').any(|n| n == *word))
            {
                return Some(month);
            }
            let unit = |letters: &[&str], months: i32| {
                let digits =
                    letters.iter().find_map(|l| word.strip_prefix(l).or_else(|| word.strip_suffix(l)))?;
                let n: i32 = digits.parse().ok()?;
                (1..=12 / months).contains(&n).then(|| (n - 1) * months + 1)
            };
            let spelled = |names: [&str; 2]| names.iter().any(|n| folded.contains(n));
            let ordinal = |months: i32| {
                let n: i32 = word.trim_end_matches(char::is_alphabetic).parse().ok()?;
                (1..=12 / months).contains(&n).then(|| (n - 1) * months + 1)
            };
            if spelled(["trimestre", "quarter"]) {
                return ordinal(3);
            }
            if spelled(["semestre", "half"]) {
                return ordinal(6);
            }
            unit(&["t", "q"], 3)
                .or_else(|| unit(&["s", "h"], 6))
                .or_else(|| year.and_then(|_| word.parse().ok().filter(|m| (1..=12).contains(m))))
        })
    });
    // Two digits are a year beside a place in the year: `janv-24`, `T3 23`, `FY24 Q1`.
    let short = || {
        let digits =
            |w: &&str| w.strip_prefix("fy").unwrap_or(w).parse().ok().filter(|y| (10..100).contains(y));
        rank.and_then(|_| words.iter().find_map(digits)).map_or(0, |y: i32| 2000 + y)
    };
    (year.and_then(|y| y.parse().ok()).unwrap_or_else(short), rank)
}

/// Alphabetical order in which runs of digits count as numbers: wave 2 comes before wave 10.
#[must_use]
pub fn natural(a: &str, b: &str) -> Ordering {
    let (mut x, mut y) = (a, b);
    loop {
        match (x.chars().next(), y.chars().next()) {
            (None, None) => return a.cmp(b),
            (None, _) => return Ordering::Less,
            (_, None) => return Ordering::Greater,
            (Some(c), Some(d)) if c.is_ascii_digit() && d.is_ascii_digit() => {
                let (m, n) = (digits(&mut x), digits(&mut y));
                let order = m.len().cmp(&n.len()).then(m.cmp(n));
                if order != Ordering::Equal {
                    return order;
                }
            }
            (Some(c), Some(d)) => {
                if c != d {
                    return c.cmp(&d);
                }
                x = &x[c.len_utf8()..];
                y = &y[d.len_utf8()..];
            }
        }
    }
}

/// Takes the leading digits off `text`, leading zeros left out.
fn digits<'a>(text: &mut &'a str) -> &'a str {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (run, rest) = text.split_at(end);
    *text = rest;
    run.trim_start_matches('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_periods_follow_the_calendar() {
        for names in [
            ["T4 2024", "T1 2025", "T2 2025"],
            ["2024-S2", "2025-S1", "2025-S2"],
            ["11/2024", "01/2025", "02/2025"],
            ["janv. 2025", "févr. 2025", "août 2025"],
            ["Janvier", "Février", "Mars"],
            ["4e trimestre 2024", "1er trimestre 2025", "2e trimestre 2025"],
            ["Automne 2024", "Printemps 2025", "Été 2025"],
            ["Vague 1", "Vague 2", "Vague 10"],
            ["2023", "2024", "2025"],
            ["Q3 2024", "Q4 2024", "Q1 2025"],
            ["S02 2025", "S03 2025", "S12 2025"],
            ["nov-23", "déc-23", "janv-24"],
            ["T3 23", "T4 23", "T1 24"],
            ["FY23 Q4", "FY24 Q1", "FY24 Q2"],
            ["Vague du 20 janvier 2025", "Vague du 5 mars 2025", "Vague du 3 juin 2025"],
            ["Vague 2 2025", "Vague 12 2025", "Vague 13 2025"],
        ] {
            let mut sorted = names;
            sorted.reverse();
            let calendar = names.iter().all(|name| moment(name).1.is_some());
            sorted.sort_by(|a, b| chronological(a, b, calendar));
            assert_eq!(sorted, names);
        }
    }

    #[test]
    fn every_name_is_found_however_it_is_spaced() {
        let names = ["T1\u{a0}2025", "T1 2025", "T2  2025", "e\u{301}te\u{301} 2025", "Vague 3"];
        let profile = Profile {
            column: "vague".into(),
            values: Some(names.iter().map(|n| ((*n).to_owned(), 1)).collect()),
            ..Profile::default()
        };
        let waves = Waves::new(&WaveSource { column: "vague".into(), period: None }, &profile);
        assert_eq!(waves.len(), 4);
        assert!(names.iter().all(|name| waves.find(name).is_some()));
    }

    #[test]
    fn numbers_in_names_count() {
        let mut waves = vec!["Vague 10", "Vague 2", "2025-T4", "Vague 1", "2025-T3", "vague"];
        waves.sort_by(|a, b| natural(a, b));
        assert_eq!(waves, ["2025-T3", "2025-T4", "Vague 1", "Vague 2", "Vague 10", "vague"]);
    }
}
