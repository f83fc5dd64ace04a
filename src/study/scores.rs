//! Which columns are scores, and on which scale.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;

use super::infer::MOST;
use super::labels::{MISSING_CODES, is_missing_word, satisfaction};
use super::name::Name;
use super::number::parse_labelled;
use super::profile::Profile;
use super::{Kind, Question, Scale, fold, parse_answer, parse_number};
use crate::error::Doubt;

pub(super) fn question(profile: &Profile, kind: Kind, scale: Option<Scale>) -> Question {
    Question {
        id: String::new(),
        column: profile.column.clone(),
        kind,
        scale,
        reversed: false,
        labels: BTreeMap::new(),
        missing: Vec::new(),
        about: None,
    }
}

/// A satisfaction answered in words.
pub(super) fn labelled(profile: &Profile, values: &BTreeMap<String, u64>) -> Option<Question> {
    let answers: Vec<_> = values.iter().filter(|(v, _)| !is_missing_word(v) && !is_missing_code(v)).collect();
    let total: u64 = answers.iter().map(|(_, n)| **n).sum();
    let known: Vec<_> = answers.iter().filter_map(|(v, n)| Some((v.trim(), satisfaction(v)?, **n))).collect();
    let covered: u64 = known.iter().map(|k| k.2).sum();
    let points: BTreeSet<i64> = known.iter().map(|k| k.1 as i64).collect();
    if points.len() < 2 || (covered as f64) < MOST * total as f64 {
        return None;
    }
    let mut found = question(profile, Kind::Csat, Some(Scale { low: 1.0, high: 5.0 }));
    found.labels = known.into_iter().map(|(label, value, _)| (label.to_owned(), value)).collect();
    found.missing = codes_outside(values, 1.0, 5.0);
    Some(found)
}

fn is_missing_code(cell: &str) -> bool {
    parse_answer(cell).is_some_and(|x| MISSING_CODES.contains(&x))
}

/// Codes for no answer found among `values`, outside the scale.
fn codes_outside(values: &BTreeMap<String, u64>, low: f64, high: f64) -> Vec<String> {
    values
        .keys()
        .filter(|v| parse_answer(v).is_some_and(|x| !(low..=high).contains(&x) && MISSING_CODES.contains(&x)))
        .map(|v| v.trim().to_owned())
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect()
}

/// How the numbers of a column may be read: with their labels where they stand beside bare numbers (a scale
/// labelled at its ends), are stars, or have labels of satisfaction; bare only elsewhere, because a list of
/// `1 - Mobile`, `2 - Fixe` is no scale.
pub(super) fn reader(values: &BTreeMap<String, u64>) -> fn(&str) -> Option<f64> {
    let answers = || values.keys().filter(|v| !is_missing_word(v) && !is_missing_code(v));
    let bare = answers().any(|v| parse_number(v).is_some());
    let known = answers().all(|v| {
        parse_labelled(v).is_some_and(|(_, label)| {
            satisfaction(label).is_some() || ["étoile", "star", "point"].iter().any(|u| label.starts_with(u))
        })
    });
    if bare || known { parse_answer } else { parse_number }
}

/// Whether the labels of satisfaction behind the numbers say that 1 is best.
fn labelled_best_first(values: &BTreeMap<String, u64>) -> bool {
    let mut points: Vec<(f64, f64)> = values
        .keys()
        .filter_map(|v| parse_labelled(v))
        .filter_map(|(number, label)| Some((number, satisfaction(label)?)))
        .collect();
    points.sort_by(|a, b| a.0.total_cmp(&b.0));
    points.first().zip(points.last()).is_some_and(|(first, last)| first.1 > last.1)
}

/// The numbers of a column, codes for no answer apart.
pub(super) struct Numbers {
    /// Share of the answers that are numbers.
    pub(super) share: f64,
    low: f64,
    pub(super) high: f64,
    distinct: usize,
    answers: u64,
    whole: bool,
    /// Whole or half points only.
    halves: bool,
}

impl Numbers {
    pub(super) fn of(values: &BTreeMap<String, u64>, read: fn(&str) -> Option<f64>) -> Self {
        let answers: Vec<_> = values.iter().filter(|(v, _)| !is_missing_word(v)).collect();
        let total: u64 = answers.iter().map(|(_, n)| **n).sum();
        let parsed: Vec<(f64, u64)> = answers.iter().filter_map(|(v, n)| Some((read(v)?, **n))).collect();
        let numbers: u64 = parsed.iter().map(|p| p.1).sum();
        // A code such as 99 is a code only if it stands apart from the other values.
        let plain: Vec<f64> = parsed.iter().map(|p| p.0).filter(|x| !MISSING_CODES.contains(x)).collect();
        let top = plain.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let kept: Vec<(f64, u64)> = parsed
            .into_iter()
            .filter(|(x, _)| !MISSING_CODES.contains(x) || (*x > 0.0 && top > 20.0))
            .collect();
        let mut points: Vec<f64> = kept.iter().map(|p| p.0).collect();
        points.sort_by(f64::total_cmp);
        points.dedup();
        Self {
            share: if total == 0 { 0.0 } else { numbers as f64 / total as f64 },
            low: points.first().copied().unwrap_or(f64::NAN),
            high: points.last().copied().unwrap_or(f64::NAN),
            distinct: points.len(),
            answers: kept.iter().map(|p| p.1).sum(),
            whole: points.iter().all(|x| x.fract() == 0.0),
            halves: points.iter().all(|x| (x * 2.0).fract() == 0.0),
        }
    }
}

/// A score answered in numbers.
pub(super) fn scored(
    profile: &Profile,
    name: &Name,
    found: &Numbers,
    all: &[Profile],
) -> Option<(Question, Vec<Doubt>)> {
    let values = profile.values.as_ref()?;
    // Yes or no is no scale; neither are bands and reasons, whatever they speak of.
    if (found.low == 0.0 && found.high == 1.0) || name.classifies() {
        return None;
    }
    let mut doubts = Vec::new();
    // Half-filled scales of small files are not judged by their range.
    let enough = found.answers >= 30;
    let usual = usual_range(values);
    // Coded 1…11 it is a recommendation all the same, and the coding will say which row is out of scale.
    let said = declared_scale(&profile.column)
        .filter(|s| s.low <= usual.0 && usual.1 <= s.high + 1.0)
        .filter(|s| !(name.recommends() && s.high > 10.0 && usual.1 <= 10.0));
    let (kind, scale) = if let Some(scale) = said.filter(|_| name.scales() && found.halves) {
        let kind = kind_on(name, scale, all);
        if (name.recommends() && kind == Kind::Rating) || usual.1 * 2.0 <= scale.high {
            doubts.push(Doubt::ScaleByRange { low: scale.low, high: scale.high });
        }
        (kind, scale)
    } else if name.recommends() && usual.1 <= 11.0 {
        if enough && usual.1 <= 7.0 {
            let high = if usual.1 <= 5.0 { 5.0 } else { 7.0 };
            let low = usual.0.min(1.0);
            doubts.push(Doubt::ScaleByRange { low, high });
            (Kind::Rating, Scale { low, high })
        } else {
            if usual.1 <= 7.0 {
                doubts.push(Doubt::ScaleByRange { low: 0.0, high: 10.0 });
            } else if found.answers >= 100 && usual.0 >= 1.0 {
                doubts.push(Doubt::NoZero);
            }
            let kind = if name.employees() { Kind::Enps } else { Kind::Nps };
            (kind, Scale { low: 0.0, high: 10.0 })
        }
    } else if name.effort() && usual.0 >= 1.0 && usual.1 <= 7.0 {
        if enough && usual.1 <= 5.0 {
            doubts.push(Doubt::EffortDirection);
            (Kind::Ces, Scale { low: 1.0, high: 5.0 })
        } else {
            if !name.starts(&["facil"]) && !name.is(&["easy", "ease"]) {
                doubts.push(Doubt::EffortAgreement);
            }
            (Kind::Ces, Scale { low: 1.0, high: 7.0 })
        }
    } else if (name.satisfies() || name.rates()) && found.halves {
        rated(name, usual, all, &mut doubts)?
    } else if name.counts() || !found.whole {
        return None;
    } else {
        by_range_alone(profile, name, found, all, &mut doubts)?
    };
    // Nobody chose the best answer: the scale may end below it.
    let unsure = doubts.is_empty() && said.is_none() && usual.1 < scale.high && found.answers >= 20;
    if unsure {
        doubts.push(Doubt::ScaleByRange { low: scale.low, high: scale.high });
    }
    let mut question = question(profile, kind, Some(scale));
    question.reversed = kind != Kind::Nps
        && kind != Kind::Enps
        && (best_first(&profile.column) || labelled_best_first(values));
    if question.reversed {
        doubts.retain(|d| !matches!(d, Doubt::EffortDirection | Doubt::EffortAgreement));
    }
    question.missing = codes_outside(values, scale.low, scale.high);
    Some((question, doubts))
}

/// The scale that a column name spells out: `(1 à 4)`, `de 0 à 10`, `1-5`, `sur 20`, `/100`,
/// `1 = pas du tout, 4 = tout à fait`.
fn declared_scale(column: &str) -> Option<Scale> {
    static RANGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?:^|[^0-9a-z])([01])\s*(?:à|a|to|-|–)\s*(3|4|5|6|7|9|10|20|100)(?:[^0-9]|$)").ok()
    });
    static OUT_OF: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?:sur\s+|out of\s+|(?:^|[^0-9\s])\s*/\s*)(5|7|10|20|100)(?:\s+(\p{L}+)|[^0-9]|$)").ok()
    });
    static ENDS: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"(?:^|[^0-9a-z])([0-9]{1,2})\s*=").ok());
    let number = |text: &str| text.parse::<f64>().ok();
    let lower = column.to_lowercase();
    if let Some(found) = RANGE.as_ref()?.captures(&lower) {
        return Some(Scale { low: number(&found[1])?, high: number(&found[2])? });
    }
    let ends: Vec<f64> = ENDS.as_ref()?.captures_iter(&lower).filter_map(|found| number(&found[1])).collect();
    let (low, high) = ends.iter().fold((f64::MAX, f64::MIN), |(low, high), x| (low.min(*x), high.max(*x)));
    if ends.len() >= 2 && low <= 1.0 && high >= 3.0 {
        return Some(Scale { low, high });
    }
    let found = OUT_OF.as_ref()?.captures(&lower)?;
    let time = ["jour", "mois", "an", "semaine", "heure", "day", "month", "week", "year"];
    if found.get(2).is_some_and(|word| time.iter().any(|t| word.as_str().starts_with(t))) {
        return None;
    }
    let high = number(&found[1])?;
    Some(Scale { low: if high <= 7.0 { 1.0 } else { 0.0 }, high })
}

/// Whether several columns speak of a note: none of them is then the satisfaction as a whole.
fn several_notes(all: &[Profile]) -> bool {
    all.iter().filter(|p| Name::new(&p.column).rates()).count() > 1
}

/// Kind of a question whose scale is known.
fn kind_on(name: &Name, scale: Scale, all: &[Profile]) -> Kind {
    match (scale.low, scale.high) {
        (0.0, 10.0) if name.recommends() => {
            if name.employees() {
                Kind::Enps
            } else {
                Kind::Nps
            }
        }
        (1.0, 5.0 | 7.0) if name.effort() => Kind::Ces,
        (1.0, 5.0) if name.satisfies() || (name.rates() && !several_notes(all)) => Kind::Csat,
        _ => Kind::Rating,
    }
}

/// Whether a column name says that 1 is the best answer: `1 = très satisfait`.
fn best_first(column: &str) -> bool {
    static BEST: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?:^|[^0-9a-z])1\s*=\s*(?:tres (?:satisf|facile|bon)|tout a fait|excellent|very (?:satisf|easy|good)|extremely (?:satisf|easy))").ok()
    });
    BEST.as_ref().is_some_and(|best| best.is_match(&fold(column)))
}

/// Lowest and highest number that at least one answer in two hundred gives: a slip of the keyboard does not
/// change the scale, it is reported when the column is coded.
fn usual_range(values: &BTreeMap<String, u64>) -> (f64, f64) {
    let mut numbers: Vec<(f64, u64)> = values
        .iter()
        .filter_map(|(v, n)| Some((parse_answer(v)?, *n)))
        .filter(|(x, _)| !MISSING_CODES.contains(x))
        .collect();
    numbers.sort_by(|a, b| a.0.total_cmp(&b.0));
    let total: u64 = numbers.iter().map(|n| n.1).sum();
    let usual: Vec<f64> =
        numbers.iter().filter(|(_, n)| n * 200 >= total && (*n > 1 || total < 20)).map(|n| n.0).collect();
    (usual.first().copied().unwrap_or(f64::NAN), usual.last().copied().unwrap_or(f64::NAN))
}

/// A column whose name speaks of satisfaction or of a note.
fn rated(name: &Name, usual: (f64, f64), all: &[Profile], doubts: &mut Vec<Doubt>) -> Option<(Kind, Scale)> {
    let (low, high) = usual;
    Some(match high {
        _ if low < 0.0 => return None,
        h if h <= 5.0 && low >= 1.0 => {
            let kind = if name.satisfies() || !several_notes(all) { Kind::Csat } else { Kind::Rating };
            (kind, Scale { low: 1.0, high: 5.0 })
        }
        h if h <= 5.0 => (Kind::Rating, Scale { low: 0.0, high: 5.0 }),
        h if h <= 7.0 && low >= 1.0 => (Kind::Rating, Scale { low: 1.0, high: 7.0 }),
        h if h <= 10.0 => {
            let zero = low < 1.0;
            if zero
                && !name.satisfies()
                && !several_notes(all)
                && !all.iter().any(|p| Name::new(&p.column).recommends())
            {
                doubts.push(Doubt::NpsByRange);
                (Kind::Nps, Scale { low: 0.0, high: 10.0 })
            } else {
                if zero {
                    doubts.push(Doubt::RatingByName);
                }
                (Kind::Rating, Scale { low: if zero { 0.0 } else { 1.0 }, high: 10.0 })
            }
        }
        h if h <= 20.0 => by_range(0.0, 20.0, doubts),
        h if h <= 100.0 => by_range(0.0, 100.0, doubts),
        _ => return None,
    })
}

fn by_range(low: f64, high: f64, doubts: &mut Vec<Doubt>) -> (Kind, Scale) {
    doubts.push(Doubt::ScaleByRange { low, high });
    (Kind::Rating, Scale { low, high })
}

/// A column whose name says nothing: 0–10 with most points used is a recommendation (the first such column,
/// when none says so by name), a question whose answers fill a usual scale is a rating.
fn by_range_alone(
    profile: &Profile,
    name: &Name,
    found: &Numbers,
    all: &[Profile],
    doubts: &mut Vec<Doubt>,
) -> Option<(Kind, Scale)> {
    if found.low == 0.0 && found.high == 10.0 && found.distinct >= 9 {
        let fills = |p: &Profile| {
            p.values
                .as_ref()
                .map(|values| Numbers::of(values, parse_number))
                .is_some_and(|n| n.low == 0.0 && n.high == 10.0 && n.distinct >= 9)
        };
        let first = all.iter().find(|p| fills(p)).is_some_and(|p| p.column == profile.column);
        if first && !all.iter().any(|p| Name::new(&p.column).recommends()) {
            doubts.push(Doubt::NpsByRange);
            let kind = if name.employees() { Kind::Enps } else { Kind::Nps };
            return Some((kind, Scale { low: 0.0, high: 10.0 }));
        }
        return Some(by_range(0.0, 10.0, doubts));
    }
    let full = [5.0, 7.0, 10.0]
        .into_iter()
        .find(|h| found.low == 1.0 && found.high == *h && found.distinct as f64 == *h);
    full.filter(|_| name.asks(&profile.column)).map(|high| by_range(1.0, high, doubts))
}
