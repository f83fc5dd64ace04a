//! Names of waves in order of time, as far as they tell it.

use super::date::{DateFormat, century};
use super::date_text::{Run, month_number, parse_date, runs};
use super::fold;

/// Sorts names of waves by year, then by their place in the year (`T4 2024` before `2025-T1`, `janv. 2025`
/// before `févr. 2025`), then by their words, where numbers count as numbers and `Avant` comes before `Après`.
///
/// A name that does not tell its year is compared with no year at all, and so for the place: `S1`…`S52` are
/// weeks, not half-years followed by something else.
pub(super) fn sort(names: &mut [String]) {
    let texts: Vec<String> = names.iter().map(|name| fold(name)).collect();
    let moments = |weeks| -> Vec<Moment> { texts.iter().map(|text| moment(text, weeks)).collect() };
    let (half_years, weeks) = (moments(false), moments(true));
    let placed = |moments: &[Moment]| {
        let years = moments.iter().filter(|m| m.year.is_some()).count();
        moments.iter().all(|m| m.day.is_some()) && (years == 0 || years == moments.len())
    };
    let by_weeks = !placed(&half_years) && placed(&weeks);
    let moments = if by_weeks { weeks } else { half_years };
    let by_day = placed(&moments);
    let by_year = moments.iter().all(|m| m.year.is_some());
    let mut keyed: Vec<_> = moments
        .iter()
        .zip(&texts)
        .zip(names.iter_mut())
        .map(|((moment, text), name)| {
            let year = moment.year.filter(|_| by_year);
            let day = moment.day.filter(|_| by_day);
            (year, day, pieces(text), std::mem::take(name))
        })
        .collect();
    keyed.sort();
    for (name, (.., sorted)) in names.iter_mut().zip(keyed) {
        *name = sorted;
    }
}

/// What a name tells of its time.
struct Moment {
    year: Option<i16>,
    /// Day of a year in which every month has 31.
    day: Option<i16>,
}

fn moment(text: &str, weeks: bool) -> Moment {
    if let Some(date) = parse_date(text).and_then(|reading| reading.date(DateFormat::DayFirst)) {
        let day = first_day(date.month().into()) - 1 + i16::from(date.day());
        return Moment { year: Some(date.year()), day: Some(day) };
    }
    let runs = runs(text);
    let full = runs.iter().position(|run| run.text.len() == 4 && year(run).is_some());
    let place = place(&runs, weeks, full);
    let day = place.as_ref().map(|place| place.day);
    if let Some(first) = full.and_then(|i| year(&runs[i])) {
        let followed = full.and_then(|i| runs.get(i + 1)).is_some_and(|next| {
            let joined = matches!(next.gap.trim(), "-" | "/" | "–");
            joined && (year(next) == Some(first + 1) || next.text.parse() == Ok((first + 1) % 100))
        });
        // Of a winter 2024-2025 or a school year, what comes before September lies in the second year.
        let second = followed && place.is_some_and(|place| place.in_calendar && place.day < first_day(9));
        return Moment { year: Some(first + i16::from(second)), day };
    }
    // Two digits are a year beside a place in the year: `janv-24`, `T3 23`, `FY24 Q1`.
    let short = place.and_then(|place| {
        let rest = runs.iter().enumerate().rev().filter(|(i, run)| !place.used.contains(i) && !run.ordinal);
        rest.map(|(_, run)| run).find(|run| run.number && run.text.len() == 2).and_then(year)
    });
    Moment { year: short, day }
}

fn year(run: &Run<'_>) -> Option<i16> {
    match run.text.len() {
        2 => run.text.parse().ok().map(century),
        4 => run.text.parse().ok().filter(|year| (1900..2200).contains(year)),
        _ => None,
    }
}

/// Place of a name in the year.
struct Place {
    day: i16,
    /// Whether it is a month or a season, not a count such as `T1` that may begin in any month.
    in_calendar: bool,
    /// Numbers that made it: none of them is the year.
    used: Vec<usize>,
}

fn first_day(month: i16) -> i16 {
    31 * (month - 1) + 1
}

fn place(runs: &[Run<'_>], weeks: bool, full: Option<usize>) -> Option<Place> {
    let words = || runs.iter().enumerate().filter(|(_, run)| !run.number);
    // A month by its name beats any number: “Vague du 20 janvier”.
    let named = words().find_map(|(i, run)| Some((i, i16::from(month_number(run.text)?))));
    if let Some((i, month)) = named {
        let before = i.checked_sub(1).and_then(|i| Some((i, count(runs.get(i)?, 31)?)));
        let day = before.map_or(1, |(_, day)| day);
        let used = before.map(|(i, _)| i).into_iter().collect();
        return Some(Place { day: first_day(month) - 1 + day, in_calendar: true, used });
    }
    if let Some(month) = words().find_map(|(_, run)| season(run.text)) {
        return Some(Place { day: first_day(month), in_calendar: true, used: Vec::new() });
    }
    let counted = words().find_map(|(i, unit)| {
        let days = unit_days(unit.text, weeks)?;
        let most = if days == 7 { 53 } else { 12 * 31 / days };
        let at = |i: usize| Some((i, count(runs.get(i)?, most)?));
        let before = || i.checked_sub(1).and_then(at).filter(|(i, _)| spelled(runs, *i, unit));
        let ordinal = before().filter(|(i, _)| runs[*i].ordinal || !runs[*i].number);
        let (i, n) = ordinal.or_else(|| at(i + 1)).or_else(before)?;
        Some(Place { day: (n - 1) * days + 1, in_calendar: false, used: vec![i] })
    });
    // The 27 of `S27` is no month, and neither is its 3 once `S` counts half-years.
    if counted.is_some() || words().any(|(_, run)| unit_days(run.text, weeks).is_some()) {
        return counted;
    }
    let mut numbers = runs.iter().enumerate().filter(|(i, run)| run.number && full.is_some_and(|y| y != *i));
    let (i, month) = numbers.find_map(|(i, run)| Some((i, count(run, 12)?)))?;
    Some(Place { day: first_day(month), in_calendar: false, used: vec![i] })
}

/// Whether the number at `i` counts the unit that follows it: `1T`, `1er trimestre`, not the `Vague 1` of
/// `Vague 1 T`.
fn spelled(runs: &[Run<'_>], i: usize, unit: &Run<'_>) -> bool {
    unit.text.len() > 1 || (unit.gap.is_empty() && runs[i].number)
}

/// First month of a season, or of a usual turn of the year.
fn season(word: &str) -> Option<i16> {
    Some(match word {
        "hiver" | "winter" | "debut" => 1,
        "printemps" | "spring" => 4,
        "mi" | "mid" => 6,
        "ete" | "summer" => 7,
        "rentree" => 9,
        "automne" | "autumn" | "fall" => 10,
        "fin" | "end" => 12,
        _ => return None,
    })
}

/// Length of the unit that a word counts.
fn unit_days(word: &str, weeks: bool) -> Option<i16> {
    Some(match word {
        "semaine" | "sem" | "s" if weeks => 7,
        "semaine" | "w" | "wk" | "week" => 7,
        "m" | "mois" | "month" => 31,
        "t" | "q" | "trim" | "trimestre" | "qtr" | "quarter" => 3 * 31,
        "s" | "h" | "sem" | "semestre" | "half" => 6 * 31,
        _ => return None,
    })
}

/// A number, in digits or as an ordinal in words, from 1 to `most`.
fn count(run: &Run<'_>, most: i16) -> Option<i16> {
    let n = if run.number { run.text.parse().ok() } else { ordinal(run.text) };
    n.filter(|n| (1..=most).contains(n))
}

fn ordinal(word: &str) -> Option<i16> {
    Some(match word {
        "premier" | "premiere" | "first" => 1,
        "deuxieme" | "second" | "seconde" => 2,
        "troisieme" | "third" => 3,
        "quatrieme" | "fourth" => 4,
        "cinquieme" | "fifth" => 5,
        "sixieme" | "sixth" => 6,
        _ => return None,
    })
}

/// Part of a name as it is compared: wave 2 comes before wave 10.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Piece {
    /// Its length without leading zeros, its digits.
    Number(usize, String),
    Word(String),
}

fn pieces(text: &str) -> Vec<Piece> {
    let number = |digits: &str| Piece::Number(digits.len(), digits.to_owned());
    runs(text)
        .into_iter()
        .map(|run| match run.text {
            digits if run.number => number(digits.trim_start_matches('0')),
            "avant" | "before" | "pre" => number(""),
            "pendant" | "during" => number("1"),
            "apres" | "after" | "post" => number("2"),
            word => ordinal(word).map_or_else(|| Piece::Word(word.to_owned()), |n| number(&n.to_string())),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sorted(names: &[&str]) -> Vec<String> {
        let mut names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        sort(&mut names);
        names
    }

    #[test]
    fn names_of_waves_follow_time() {
        for names in [
            &["T4 2024", "T1 2025", "T2 2025"][..],
            &["2024-S2", "2025-S1", "2025-S2"],
            &["2024-S52", "2025-S2", "2025-S27"],
            &["11/2024", "01/2025", "02/2025"],
            &["31/12/2024", "02/03/2025", "01/04/2025"],
            &["janv. 2025", "févr. 2025", "août 2025"],
            &["Janvier", "Février", "Mars"],
            &["5 janvier", "20 janvier", "3 mars"],
            &["4e trimestre 2024", "1er trimestre 2025", "2e trimestre 2025"],
            &[
                "quatrième trimestre 2024",
                "premier trimestre 2025",
                "Deuxième trimestre 2025",
                "troisième trimestre 2025",
            ],
            &["fourth quarter 2024", "First quarter 2025", "second quarter 2025"],
            &["Second semestre 24", "Premier semestre 25"],
            &["Automne 2024", "Printemps 2025", "Été 2025"],
            &["Automne 2024", "Hiver 2024-2025", "Printemps 2025"],
            &["Été 2024", "Hiver 2024/25", "Été 2025"],
            &["Rentrée 2024", "Printemps 2025", "Rentrée 2025"],
            &["Fin 2024", "Début 2025", "Mi-2025"],
            &["2023-2024", "2024-2025", "2025-2026"],
            &["2010-11", "2011-12", "2012-13"],
            &["Vague 1", "Vague 2", "Vague 10"],
            &["V1", "V2", "V12"],
            &["M1", "M2", "M12"],
            &["M12 24", "M2 25"],
            &["2023", "2024", "2025"],
            &["Q3 2024", "Q4 2024", "Q1 2025"],
            &["4T24", "1T25", "2T25"],
            &["2024T4", "2025T1"],
            &["S02 2025", "S03 2025", "S12 2025"],
            &["Semaine 52 2024", "Semaine 5 2025", "Semaine 27 2025"],
            &["S52-24", "S3-25", "S27-25"],
            &["nov-23", "déc-23", "janv-24"],
            &["déc 24", "mars 25", "avril 25"],
            &["T3 23", "T4 23", "T1 24"],
            &["FY23 Q4", "FY24 Q1", "FY24 Q2"],
            &["Vague du 20 janvier 2025", "Vague du 5 mars 2025", "Vague du 3 juin 2025"],
            &["Vague 9 (janvier 2025)", "Vague 10 (mars 2025)", "Vague 11 (avril 2025)"],
            &["Vague 1", "Vague 2 (mars 2025)", "Vague 10"],
            &["Vague 2 2025", "Vague 12 2025", "Vague 13 2025"],
            &["Première vague", "Deuxième vague", "Troisième vague"],
            &["Avant", "Pendant", "Après"],
            &["before", "After"],
            &["Pré-test", "Post-test"],
            &["Avant travaux", "Après travaux"],
            &["V1 avant", "V1 après", "V2 avant"],
            &["J0", "J+7", "J+30"],
            &["vague 1", "Vague 2", "VAGUE 3"],
            &["2025-T3", "2025-T4", "vague", "Vague 1", "Vague 2", "Vague 10"],
        ] {
            let reversed: Vec<&str> = names.iter().rev().copied().collect();
            assert_eq!(sorted(&reversed), names);
        }
    }

    proptest! {
        #[test]
        fn months_follow_time_however_they_are_named(months in prop::collection::btree_set(0i16..240, 2..12), seed in 0usize..5) {
            const SHORT: [&str; 12] =
                ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];
            let names: Vec<String> = months
                .iter()
                .map(|n| (2010 + n / 12, n % 12))
                .map(|(y, m)| match seed {
                    0 => format!("{} {y}", SHORT[m as usize]),
                    1 => format!("{}-{:02}", SHORT[m as usize], y % 100),
                    2 => format!("{:02}/{y}", m + 1),
                    3 => format!("M{} {y}", m + 1),
                    _ => format!("Vague {} ({} {y})", (m * 7) % 11, SHORT[m as usize]),
                })
                .collect();
            let mut shuffled: Vec<String> = names.clone();
            shuffled.sort();
            sort(&mut shuffled);
            prop_assert_eq!(shuffled, names);
        }

        #[test]
        fn the_order_is_that_of_the_names_alone(names in prop::collection::vec("([TSMV]|mars|avant|été| |-|20|[0-9]{1,3}|\\PC){0,6}", 0..8)) {
            let mut sorted = names.clone();
            sort(&mut sorted);
            let mut reversed: Vec<String> = names.into_iter().rev().collect();
            sort(&mut reversed);
            prop_assert_eq!(reversed, sorted);
        }
    }
}
