//! Which columns are scores, and on which scale.

use std::collections::{BTreeMap, BTreeSet};

use super::infer::MOST;
use super::labels::MISSING_CODES;
use super::name::Name;
use super::number::parse_out_of;
use super::numbered::numbered;
use super::profile::Profile;
use super::spelled::{self, Best};
use super::worded::{Subject, Worded, worded};
use super::{Kind, Question, Scale, parse_answer, parse_number};
use crate::error::Doubt;

/// Answers in words are few: a column of more is no scale.
const MAX_LABELS: usize = 60;

/// What the columns as a whole say of one of them.
pub(super) struct Context {
    /// Several columns speak of a note: none of them is then the satisfaction as a whole.
    several_notes: bool,
    /// A column speaks of recommending.
    recommends: bool,
    /// The first column whose answers fill 0–10.
    first_full: Option<String>,
}

impl Context {
    pub(super) fn new(profiles: &[Profile], names: &[Name]) -> Self {
        let fills = |p: &&Profile| p.values.is_some() && Numbers::of(p, None).fills_ten();
        Self {
            several_notes: names.iter().filter(|n| n.rates()).count() > 1,
            recommends: names.iter().any(Name::recommends),
            first_full: profiles.iter().find(fills).map(|p| p.column.clone()),
        }
    }
}

pub(super) fn question(profile: &Profile, kind: Kind, scale: Option<Scale>) -> Question {
    Question {
        id: String::new(),
        column: profile.column.clone(),
        columns: Vec::new(),
        separator: None,
        text: profile.text.clone(),
        kind,
        scale,
        reversed: false,
        labels: BTreeMap::new(),
        missing: if kind.is_score() { profile.missing.iter().cloned().collect() } else { Vec::new() },
        target: None,
        minimum: None,
        margin: None,
        about: None,
    }
}

/// The distinct answers of a column with their counts, codes for no answer left out.
fn answers(profile: &Profile) -> BTreeMap<&str, u64> {
    profile.answers().filter(|(v, _)| !is_missing_code(v)).collect()
}

/// A scale answered in words.
pub(super) fn labelled(profile: &Profile, name: &Name) -> Option<(Question, Vec<Doubt>)> {
    let answers = answers(profile);
    if answers.len() > MAX_LABELS || name.classifies() {
        return None;
    }
    let Worded { subject, points, values, certain } = worded(&answers)?;
    let (low, high) = (1.0, f64::from(points));
    let scale = Scale { low, high };
    let kind = match subject {
        // Who answers yes, or often, is in a group: nothing says that more is better.
        Subject::YesNo if points < 4 => return None,
        Subject::Frequency => return None,
        Subject::Satisfaction if (4.0..=5.0).contains(&high) => Kind::Csat,
        Subject::Ease | Subject::Agreement | Subject::Degree
            if (subject == Subject::Ease || name.effort()) && (high == 5.0 || high == 7.0) =>
        {
            Kind::Ces
        }
        Subject::Degree | Subject::Quality | Subject::YesNo
            if name.satisfies() && (4.0..=5.0).contains(&high) =>
        {
            Kind::Csat
        }
        Subject::Degree if !name.asks() && !name.scales() => return None,
        _ => Kind::Rating,
    };
    let mut doubts = Vec::new();
    if name.recommends() {
        doubts.push(Doubt::NotZeroToTen { low, high });
    } else if !certain {
        doubts.push(Doubt::ScaleByRange { low, high });
    }
    let mut found = question(profile, kind, Some(scale));
    found.labels = values;
    found.missing.extend(codes_outside(profile, low, high));
    Some((found, doubts))
}

fn is_missing_code(cell: &str) -> bool {
    parse_answer(cell).is_some_and(|x| MISSING_CODES.contains(&x))
}

/// Codes for no answer found among the cells, outside the scale.
fn codes_outside(profile: &Profile, low: f64, high: f64) -> Vec<String> {
    profile
        .answers()
        .map(|(v, _)| v)
        .filter(|v| parse_answer(v).is_some_and(|x| !(low..=high).contains(&x) && MISSING_CODES.contains(&x)))
        .map(|v| v.trim().to_owned())
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect()
}

/// How the cells of a column read as numbers, where they are more than numbers.
pub(super) struct Reading {
    /// Value of each cell that needs one: `Très satisfait (5)`, `8/10`.
    values: BTreeMap<String, f64>,
    /// The words say that the lowest number is the best.
    best_first: bool,
    /// The scale that every cell names: 10 of `8/10`.
    out_of: Option<f64>,
}

/// Reads numbers that stand beside their labels, or that say what they are out of. A list of `1 - Mobile`,
/// `2 - Fixe` is no scale.
pub(super) fn reading(profile: &Profile, name: &Name) -> Option<Reading> {
    let answers = answers(profile);
    if answers.is_empty() || answers.keys().all(|v| parse_number(v).is_some()) {
        return None;
    }
    if let Some(found) = out_of(&answers) {
        return Some(found);
    }
    if answers.len() > MAX_LABELS {
        return None;
    }
    if let Some(values) = between_words(profile, name) {
        return Some(Reading { values, best_first: false, out_of: None });
    }
    let found = numbered(&answers).filter(|found| name.scales() || found.subject.is_some())?;
    Some(Reading { values: found.values, best_first: found.best_first, out_of: None })
}

/// Notes that say what they are out of, beside bare numbers or not. What else a few cells hold is left for the
/// coding to report with its row.
fn out_of(answers: &BTreeMap<&str, u64>) -> Option<Reading> {
    let total: u64 = answers.values().sum();
    let mut values = BTreeMap::new();
    let (mut read, mut scales) = (0, BTreeMap::new());
    for (cell, n) in answers {
        let said = parse_out_of(cell);
        if let Some((_, out_of)) = said {
            *scales.entry(out_of as i64).or_insert(0) += n;
        }
        if let Some(value) = said.map(|s| s.0).or_else(|| parse_number(cell)) {
            values.insert(cell.trim().to_owned(), value);
            read += n;
        }
    }
    let (out_of, n) = scales.into_iter().max_by_key(|(_, n)| *n)?;
    let said = read as f64 >= MOST * total as f64 && n * 5 >= total;
    said.then_some(Reading { values, best_first: false, out_of: Some(out_of as f64) })
}

/// Bare numbers between two ends in words: `Pas du tout probable`, 1, …, 9, `Extrêmement probable`. The ends are
/// 0 and 10 where the column recommends, else the numbers next to those that stand between them, all of which
/// must be there: in the answers, or in the labels of the file.
fn between_words(profile: &Profile, name: &Name) -> Option<BTreeMap<String, f64>> {
    let mut labels: BTreeMap<&str, u64> = answers(profile);
    for (_, label) in profile.labels.iter().filter(|(_, label)| !profile.is_missing(label)) {
        labels.entry(label).or_default();
    }
    let (numbers, words): (BTreeMap<&str, u64>, BTreeMap<&str, u64>) = labels
        .into_iter()
        .map(|(label, n)| (label, n.max(1)))
        .partition(|(label, _)| parse_number(label).is_some());
    if words.len() != 2 || numbers.is_empty() {
        return None;
    }
    let mut between: Vec<f64> = numbers.keys().filter_map(|label| parse_number(label)).collect();
    between.sort_by(f64::total_cmp);
    between.dedup();
    let (first, last) = (*between.first()?, *between.last()?);
    let (low, high) = if name.recommends() { (0.0, 10.0) } else { (first - 1.0, last + 1.0) };
    let all_there = between.windows(2).all(|w| w[1] - w[0] == 1.0);
    if first <= low || last >= high || low < 0.0 || !(name.recommends() || all_there) {
        return None;
    }
    let ends = worded(&words)?.values;
    let [(a, x), (b, y)] = ends.iter().collect::<Vec<_>>()[..] else { return None };
    let (lowest, highest) = if x < y { (a, b) } else { (b, a) };
    let mut values: BTreeMap<String, f64> =
        numbers.keys().filter_map(|label| Some((label.trim().to_owned(), parse_number(label)?))).collect();
    values.insert(lowest.clone(), low);
    values.insert(highest.clone(), high);
    Some(values)
}

/// The numbers of a column, codes for no answer apart.
pub(super) struct Numbers {
    /// Share of the answers that are numbers.
    pub(super) share: f64,
    pub(super) low: f64,
    pub(super) high: f64,
    distinct: usize,
    answers: u64,
    whole: bool,
    /// Whole or half points only.
    halves: bool,
    /// Lowest and highest number that at least one answer in two hundred gives: a slip of the keyboard does
    /// not change the scale, it is reported when the column is coded.
    usual: (f64, f64),
    /// Numbers that stand apart above a scale: 8 and 9 beside 1 to 5, codes of no answer.
    apart: Vec<f64>,
    reading: Option<Reading>,
}

impl Numbers {
    pub(super) fn of(profile: &Profile, reading: Option<Reading>) -> Self {
        let read = |v: &str| match &reading {
            Some(reading) => reading.values.get(v.trim()).copied().or_else(|| parse_number(v)),
            None => parse_number(v),
        };
        let total: u64 = profile.answers().map(|(_, n)| n).sum();
        let parsed: Vec<(f64, u64)> = profile.answers().filter_map(|(v, n)| Some((read(v)?, n))).collect();
        let numbers: u64 = parsed.iter().map(|p| p.1).sum();
        // A code such as 99 is a code only if it stands apart from the other values.
        let plain: Vec<f64> = parsed.iter().map(|p| p.0).filter(|x| !MISSING_CODES.contains(x)).collect();
        let top = plain.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let mut kept: Vec<(f64, u64)> = parsed
            .into_iter()
            .filter(|(x, _)| !MISSING_CODES.contains(x) || (*x > 0.0 && top > 20.0))
            .collect();
        let apart = apart(&kept);
        kept.retain(|(x, _)| !apart.contains(x));
        let answers: u64 = kept.iter().map(|p| p.1).sum();
        // One cell in fifty that is no whole or half point is a slip: the coding reports it.
        let mostly = |test: fn(f64) -> bool| {
            let n: u64 = kept.iter().filter(|(x, _)| test(*x)).map(|p| p.1).sum();
            n * 50 >= answers * 49
        };
        let (whole, halves) = (mostly(|x| x.fract() == 0.0), mostly(|x| (x * 2.0).fract() == 0.0));
        let mut points: Vec<f64> = kept.iter().map(|p| p.0).collect();
        points.sort_by(f64::total_cmp);
        points.dedup();
        Self {
            share: if total == 0 { 0.0 } else { numbers as f64 / total as f64 },
            low: points.first().copied().unwrap_or(f64::NAN),
            high: points.last().copied().unwrap_or(f64::NAN),
            distinct: points.len(),
            answers,
            whole,
            halves,
            usual: usual_range(kept),
            apart,
            reading,
        }
    }

    /// Whether the answers use nearly every point of 0–10.
    fn fills_ten(&self) -> bool {
        self.low == 0.0 && self.high == 10.0 && self.distinct >= 9
    }
}

/// A score answered in numbers.
pub(super) fn scored(
    profile: &Profile,
    name: &Name,
    found: &Numbers,
    context: &Context,
) -> Option<(Question, Vec<Doubt>)> {
    // Yes or no is no scale; neither are bands and reasons, whatever they speak of.
    if (found.low == 0.0 && found.high == 1.0) || name.classifies() {
        return None;
    }
    let mut doubts = Vec::new();
    // Half-filled scales of small files are not judged by their range.
    let enough = found.answers >= 30;
    let usual = found.usual;
    let out_of = found.reading.as_ref().and_then(|r| r.out_of);
    let said = out_of
        .filter(|high| *high >= 3.0)
        .map(|high| Scale { low: if found.low < 1.0 || high > 7.0 { 0.0 } else { 1.0 }, high })
        .or_else(|| spelled::scale(profile.asks()))
        .filter(|s| s.low <= usual.0 && usual.1 <= s.high + 1.0)
        .filter(|s| !(name.recommends() && s.high > 10.0 && usual.1 <= 10.0));
    let (kind, scale) = if name.recommends() && usual.1 <= 11.0 {
        recommended(name, found, said, &mut doubts)
    } else if let Some(scale) = said.filter(|_| (name.scales() || out_of.is_some()) && found.halves) {
        if usual.1 * 2.0 <= scale.high {
            doubts.push(Doubt::ScaleByRange { low: scale.low, high: scale.high });
        }
        (kind_on(name, scale, context), scale)
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
        rated(name, usual, context, &mut doubts)?
    } else if name.counts() || !found.whole {
        return None;
    } else {
        by_range_alone(profile, name, found, context, &mut doubts)?
    };
    // Nobody chose the best answer: the scale may end below it.
    let unsure = doubts.is_empty() && said.is_none() && usual.1 < scale.high && found.answers >= 20;
    if unsure {
        doubts.push(Doubt::ScaleByRange { low: scale.low, high: scale.high });
    }
    let mut question = question(profile, kind, Some(scale));
    if kind != Kind::Nps && kind != Kind::Enps {
        let said = spelled::best(profile.asks(), name.starts(&["effort"]));
        question.reversed = said == Best::First || found.reading.as_ref().is_some_and(|r| r.best_first);
        match said {
            Best::First | Best::Last => {
                doubts.retain(|d| !matches!(d, Doubt::EffortDirection | Doubt::EffortAgreement));
            }
            Best::Unread if !question.reversed => doubts.push(Doubt::Direction),
            _ => {}
        }
    }
    // What reads as its number without help needs no label.
    question.labels = found
        .reading
        .iter()
        .flat_map(|r| r.values.clone())
        .filter(|(label, value)| parse_answer(label) != Some(*value))
        .filter(|(label, _)| profile.values.iter().flatten().any(|(v, _)| v.trim() == label))
        .collect();
    question.missing.extend(codes_outside(profile, scale.low, scale.high));
    let apart = |cell: &str| parse_answer(cell).is_some_and(|x| found.apart.contains(&x) && x > scale.high);
    let codes = profile.answers().filter(|(cell, _)| apart(cell)).map(|(cell, _)| cell.trim().to_owned());
    question.missing.extend(codes);
    Some((question, doubts))
}

/// Lowest and highest answer of a column of numbers that cannot be 0 to 10: answers enough, none above 7.
pub(super) fn cannot_be_zero_to_ten(profile: &Profile) -> Option<(f64, f64)> {
    let found = Numbers::of(profile, None);
    let (low, high) = found.usual;
    (found.answers >= 30 && found.share >= 0.8 && high <= 7.0).then_some((low, high))
}

/// A recommendation: an NPS, unless its answers cannot be 0 to 10.
fn recommended(name: &Name, found: &Numbers, said: Option<Scale>, doubts: &mut Vec<Doubt>) -> (Kind, Scale) {
    let (low, high) = found.usual;
    let enough = found.answers >= 30;
    let cannot = match said {
        Some(scale) => (scale.low, scale.high) != (0.0, 10.0),
        // Coded 1…11, or with a value that no scale to 10 has.
        None => enough && (high <= 7.0 || (low >= 1.0 && high == 11.0)),
    };
    if cannot {
        let scale = said.unwrap_or_else(|| {
            let top = [3.0, 4.0, 5.0, 6.0, 7.0, 11.0].into_iter().find(|top| high <= *top).unwrap_or(high);
            // Four points are rarer than five: a level that nobody chose is likelier than a scale of four.
            let top = if top == 4.0 && found.answers < 200 { 5.0 } else { top };
            Scale { low: low.min(1.0), high: top }
        });
        doubts.push(Doubt::NotZeroToTen { low: scale.low, high: scale.high });
        return (Kind::Rating, scale);
    }
    if high <= 7.0 {
        doubts.push(Doubt::ScaleByRange { low: 0.0, high: 10.0 });
    } else if found.answers >= 100 && low >= 1.0 {
        doubts.push(Doubt::NoZero);
    }
    let kind = if name.employees() { Kind::Enps } else { Kind::Nps };
    (kind, Scale { low: 0.0, high: 10.0 })
}

/// Kind of a question whose scale is known.
fn kind_on(name: &Name, scale: Scale, context: &Context) -> Kind {
    match (scale.low, scale.high) {
        (1.0, 5.0 | 7.0) if name.effort() => Kind::Ces,
        (1.0, 5.0) if name.satisfies() || (name.rates() && !context.several_notes) => Kind::Csat,
        _ => Kind::Rating,
    }
}

/// 8 and 9 where the other whole numbers are those of a scale that ends two points below them or lower: 1 to 5,
/// or 1 to 7 for a 9 alone.
fn apart(numbers: &[(f64, u64)]) -> Vec<f64> {
    let total: u64 = numbers.iter().map(|n| n.1).sum();
    let held = |x: f64| numbers.iter().any(|n| n.0 == x);
    // Once is a slip of the keyboard.
    let twice = |x: f64| numbers.iter().any(|n| n.0 == x && n.1 >= 2);
    let codes: Vec<f64> = [8.0, 9.0].into_iter().filter(|x| twice(*x)).collect();
    let rest = || numbers.iter().filter(|n| !codes.contains(&n.0));
    let top = rest().map(|n| n.0).fold(f64::NEG_INFINITY, f64::max);
    let low = rest().map(|n| n.0).fold(f64::INFINITY, f64::min);
    let n: u64 = rest().map(|n| n.1).sum();
    let scale = low >= 1.0 && (held(top) && (3.0..=5.0).contains(&top) || (top == 7.0 && !held(8.0)));
    if codes.is_empty() || !scale || total < 30 {
        return Vec::new();
    }
    let filled = (1..=top as i64).filter(|x| held(*x as f64)).count() as f64;
    if filled + 1.0 >= top && n * 4 >= total * 3 { codes } else { Vec::new() }
}

/// Lowest and highest of the numbers that are not rare.
fn usual_range(mut numbers: Vec<(f64, u64)>) -> (f64, f64) {
    numbers.retain(|(x, _)| !MISSING_CODES.contains(x));
    numbers.sort_by(|a, b| a.0.total_cmp(&b.0));
    let total: u64 = numbers.iter().map(|n| n.1).sum();
    let usual: Vec<f64> =
        numbers.iter().filter(|(_, n)| n * 200 >= total && (*n > 1 || total < 20)).map(|n| n.0).collect();
    (usual.first().copied().unwrap_or(f64::NAN), usual.last().copied().unwrap_or(f64::NAN))
}

/// A column whose name speaks of satisfaction or of a note.
fn rated(
    name: &Name,
    usual: (f64, f64),
    context: &Context,
    doubts: &mut Vec<Doubt>,
) -> Option<(Kind, Scale)> {
    let (low, high) = usual;
    Some(match high {
        _ if low < 0.0 => return None,
        h if h <= 5.0 && low >= 1.0 => {
            let kind = if name.satisfies() || !context.several_notes { Kind::Csat } else { Kind::Rating };
            (kind, Scale { low: 1.0, high: 5.0 })
        }
        h if h <= 5.0 => by_range(0.0, 5.0, doubts),
        h if h <= 7.0 && low >= 1.0 => (Kind::Rating, Scale { low: 1.0, high: 7.0 }),
        h if h <= 10.0 => {
            let zero = low < 1.0;
            if zero && !name.satisfies() && !name.asks() && !context.several_notes && !context.recommends {
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
    context: &Context,
    doubts: &mut Vec<Doubt>,
) -> Option<(Kind, Scale)> {
    if found.fills_ten() {
        let first = context.first_full.as_ref() == Some(&profile.column);
        if first && !context.recommends {
            doubts.push(Doubt::NpsByRange);
            let kind = if name.employees() { Kind::Enps } else { Kind::Nps };
            return Some((kind, Scale { low: 0.0, high: 10.0 }));
        }
        return Some(by_range(0.0, 10.0, doubts));
    }
    let full = [5.0, 7.0, 10.0]
        .into_iter()
        .find(|h| found.low == 1.0 && found.high == *h && found.distinct as f64 == *h);
    full.filter(|_| name.asks()).map(|high| by_range(1.0, high, doubts))
}
