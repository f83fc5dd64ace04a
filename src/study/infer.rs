//! The questionnaire read out of the columns: what a person would see at a glance, and what they would
//! hesitate about.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;

use super::ids::order_and_name;
use super::labels::{MISSING_CODES, is_missing_word, satisfaction};
use super::name::Name;
use super::profile::Profile;
use super::{
    Kind, Order, Period, Question, Scale, Study, Unused, WaveSource, fold, parse_answer, parse_number, tidy,
};
use crate::error::{Doubt, Error, Result, Warning};

/// A segment has at most this many values.
pub const MAX_SEGMENT_VALUES: usize = 60;
/// A share of the cells that decides what a column is.
const MOST: f64 = 0.9;

/// Nearly all of `n`.
fn most(n: u64) -> u64 {
    (MOST * n as f64).ceil() as u64
}

/// What a column was taken for.
enum Role {
    Score(Question, Vec<Doubt>),
    Open(Question),
    Date(Order, bool),
    Wave,
    Segment(Option<Doubt>),
    Unused(Unused),
}

impl Study {
    /// Reads the questionnaire out of the profiles of the columns. A recommendation is one by employees when
    /// its text or one of the `sheets` speaks of them.
    ///
    /// # Errors
    /// There is neither a score nor free text.
    pub fn infer(profiles: &[Profile], sheets: &[&str]) -> Result<Self> {
        let study = Self::infer_parts(profiles, sheets);
        if study.questions.is_empty() {
            return Err(Error::NothingToAnalyse {
                columns: profiles.iter().map(|p| p.column.clone()).collect(),
            });
        }
        Ok(study)
    }

    /// As [`infer`](Self::infer), nothing found being no error: study.toml may add what is missing.
    pub(super) fn infer_parts(profiles: &[Profile], sheets: &[&str]) -> Self {
        let roles: Vec<Role> = profiles.iter().map(|p| role(p, profiles)).collect();
        let mut study = Self {
            title: None,
            language: None,
            wave: None,
            segments: Vec::new(),
            min_group: None,
            questions: Vec::new(),
            unused: Vec::new(),
            warnings: Vec::new(),
        };
        study.wave = wave(profiles, &roles, &mut study.warnings);
        for (profile, role) in profiles.iter().zip(roles) {
            let column = profile.column.clone();
            match role {
                _ if study.wave.as_ref().is_some_and(|w| w.column == column) => {}
                Role::Score(question, doubts) => {
                    study.questions.push(question);
                    study.warnings.extend(
                        doubts.into_iter().map(|doubt| Warning::Ambiguous { column: column.clone(), doubt }),
                    );
                }
                Role::Open(question) => study.questions.push(question),
                Role::Segment(doubt) => {
                    study
                        .warnings
                        .extend(doubt.map(|doubt| Warning::Ambiguous { column: column.clone(), doubt }));
                    study.segments.push(column);
                }
                Role::Wave => study.segments.push(column),
                Role::Date(..) => study.unused.push((column, Unused::Date)),
                Role::Unused(why) => {
                    if why == Unused::Weight && Name::new(&column).weighs() {
                        study.warnings.push(Warning::WeightsNotApplied { column: column.clone() });
                    }
                    study.unused.push((column, why));
                }
            }
        }
        if sheets.iter().any(|sheet| Name::new(sheet).employees()) {
            study.questions.iter_mut().filter(|q| q.kind == Kind::Nps).for_each(|q| q.kind = Kind::Enps);
        }
        order_and_name(&mut study.questions, profiles);
        study.warnings.extend(missing_codes(&study.questions));
        study
    }
}

/// One warning for all the columns that hold the same codes.
fn missing_codes(questions: &[Question]) -> Vec<Warning> {
    let mut columns: BTreeMap<&[String], Vec<String>> = BTreeMap::new();
    for question in questions.iter().filter(|q| !q.missing.is_empty()) {
        columns.entry(&question.missing).or_default().push(question.column.clone());
    }
    columns
        .into_iter()
        .map(|(codes, columns)| Warning::MissingCodes { codes: codes.to_vec(), columns })
        .collect()
}

/// The column that names the waves, else the most complete date, cut as finely as twelve waves allow.
fn wave(profiles: &[Profile], roles: &[Role], warnings: &mut Vec<Warning>) -> Option<WaveSource> {
    let named = profiles.iter().zip(roles).find(|(_, role)| matches!(role, Role::Wave));
    if let Some((profile, _)) = named {
        return Some(WaveSource { column: profile.column.clone(), period: None });
    }
    let mut best: Option<(&Profile, Order, bool)> = None;
    for (profile, role) in profiles.iter().zip(roles) {
        if let Role::Date(order, ambiguous) = role
            && !Name::new(&profile.column).dates_something_else()
            && best.is_none_or(|(b, ..)| profile.filled > b.filled)
        {
            best = Some((profile, *order, *ambiguous));
        }
    }
    let (profile, order, ambiguous) = best?;
    if ambiguous {
        warnings.push(Warning::AmbiguousDates { column: profile.column.clone() });
    }
    let period = Period::finest(profile.sums.months(order));
    Some(WaveSource { column: profile.column.clone(), period: Some((period, order)) })
}

fn role(profile: &Profile, all: &[Profile]) -> Role {
    let name = Name::new(&profile.column);
    if profile.filled == 0 {
        return Role::Unused(Unused::Empty);
    }
    if let Some((order, ambiguous)) = profile.date_order(most(profile.filled)) {
        return Role::Date(order, ambiguous);
    }
    let distinct = profile.values.as_ref().map(BTreeMap::len);
    if name.names_a_wave() && distinct.is_some_and(|n| (2..=40).contains(&n)) {
        return Role::Wave;
    }
    let numeric = profile.sums.numbers >= most(profile.filled);
    if (name.weighs() || name.designs()) && numeric {
        return Role::Unused(Unused::Weight);
    }
    let mostly_distinct = distinct.is_none_or(|n| n as f64 >= 0.5 * profile.filled as f64);
    if name.identifies() && mostly_distinct {
        return Role::Unused(Unused::Identifier);
    }
    if let Some(values) = &profile.values {
        if let Some(question) = labelled(profile, values) {
            return Role::Score(question, Vec::new());
        }
        // A number that opens a label counts where the name says that there is a scale.
        let found = Numbers::of(values, if name.scales() { parse_answer } else { parse_number });
        if found.share >= 0.8
            && let Some((question, doubts)) = scored(profile, &name, &found, all)
        {
            return Role::Score(question, doubts);
        }
    }
    let mean_words = profile.sums.words as f64 / profile.filled as f64;
    let varied = distinct.is_none_or(|n| n as f64 >= 0.3 * profile.filled as f64);
    if !numeric && ((varied && mean_words >= 3.0) || (name.comments() && mean_words >= 1.2)) {
        return Role::Open(open(profile));
    }
    segment(profile, &name, numeric)
}

fn question(profile: &Profile, kind: Kind, scale: Option<Scale>) -> Question {
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

fn open(profile: &Profile) -> Question {
    question(profile, Kind::Open, None)
}

/// A satisfaction answered in words.
fn labelled(profile: &Profile, values: &BTreeMap<String, u64>) -> Option<Question> {
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
    parse_number(cell).is_some_and(|x| MISSING_CODES.contains(&x))
}

/// Codes for no answer found among `values`, outside the scale.
fn codes_outside(values: &BTreeMap<String, u64>, low: f64, high: f64) -> Vec<String> {
    values
        .keys()
        .filter(|v| parse_number(v).is_some_and(|x| !(low..=high).contains(&x) && MISSING_CODES.contains(&x)))
        .map(|v| v.trim().to_owned())
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect()
}

/// The numbers of a column, codes for no answer apart.
struct Numbers {
    /// Share of the answers that are numbers.
    share: f64,
    low: f64,
    high: f64,
    distinct: usize,
    answers: u64,
    whole: bool,
    /// Whole or half points only.
    halves: bool,
}

impl Numbers {
    fn of(values: &BTreeMap<String, u64>, read: fn(&str) -> Option<f64>) -> Self {
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
fn scored(
    profile: &Profile,
    name: &Name,
    found: &Numbers,
    all: &[Profile],
) -> Option<(Question, Vec<Doubt>)> {
    let values = profile.values.as_ref()?;
    // Yes or no is no scale.
    if found.low == 0.0 && found.high == 1.0 {
        return None;
    }
    let mut doubts = Vec::new();
    // Half-filled scales of small files are not judged by their range.
    let enough = found.answers >= 30;
    let usual = usual_range(values);
    // Coded 1…11 it is a recommendation all the same, and the coding will say which row is out of scale.
    let said = declared_scale(&profile.column).filter(|s| s.low <= usual.0 && usual.1 <= s.high + 1.0);
    let (kind, scale) = if let Some(scale) = said.filter(|_| name.scales() && found.halves) {
        (kind_on(name, scale, all), scale)
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
    question.reversed = kind != Kind::Nps && kind != Kind::Enps && best_first(&profile.column);
    if question.reversed {
        doubts.retain(|d| !matches!(d, Doubt::EffortDirection | Doubt::EffortAgreement));
    }
    question.missing = codes_outside(values, scale.low, scale.high);
    Some((question, doubts))
}

/// The scale that a column name spells out: `(1 à 4)`, `de 0 à 10`, `1-5`, `sur 20`, `/100`.
fn declared_scale(column: &str) -> Option<Scale> {
    static RANGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?:^|[^0-9])([01])\s*(?:à|a|to|-|–)\s*(3|4|5|6|7|9|10|20|100)(?:[^0-9]|$)").ok()
    });
    static OUT_OF: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"(?:sur\s+|out of\s+|/\s*)(5|7|10|20|100)(?:[^0-9]|$)").ok());
    let number = |text: &str| text.parse::<f64>().ok();
    let lower = column.to_lowercase();
    if let Some(found) = RANGE.as_ref()?.captures(&lower) {
        return Some(Scale { low: number(&found[1])?, high: number(&found[2])? });
    }
    let high = number(&OUT_OF.as_ref()?.captures(&lower)?[1])?;
    Some(Scale { low: if high <= 7.0 { 1.0 } else { 0.0 }, high })
}

/// Kind of a question whose scale is known.
fn kind_on(name: &Name, scale: Scale, all: &[Profile]) -> Kind {
    let several = all.iter().filter(|p| Name::new(&p.column).rates()).count() > 1;
    match (scale.low, scale.high) {
        (0.0, 10.0) if name.recommends() => {
            if name.employees() {
                Kind::Enps
            } else {
                Kind::Nps
            }
        }
        (1.0, 5.0 | 7.0) if name.effort() => Kind::Ces,
        (1.0, 5.0) if name.satisfies() || (name.rates() && !several) => Kind::Csat,
        _ => Kind::Rating,
    }
}

/// Whether a column name says that 1 is the best answer: `1 = très satisfait`.
fn best_first(column: &str) -> bool {
    static BEST: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?:^|[^0-9])1\s*[=:]\s*(?:tres (?:satisf|facile|bon)|tout a fait|excellent|very (?:satisf|easy|good)|extremely (?:satisf|easy))").ok()
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
    let several = all.iter().filter(|p| Name::new(&p.column).rates()).count() > 1;
    Some(match high {
        _ if low < 0.0 => return None,
        h if h <= 5.0 && low >= 1.0 => {
            let kind = if name.satisfies() || !several { Kind::Csat } else { Kind::Rating };
            (kind, Scale { low: 1.0, high: 5.0 })
        }
        h if h <= 5.0 => (Kind::Rating, Scale { low: 0.0, high: 5.0 }),
        h if h <= 7.0 && low >= 1.0 => (Kind::Rating, Scale { low: 1.0, high: 7.0 }),
        h if h <= 10.0 => {
            let zero = low < 1.0;
            if zero && !name.satisfies() && !several && !all.iter().any(|p| Name::new(&p.column).recommends())
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

fn segment(profile: &Profile, name: &Name, numeric: bool) -> Role {
    let Some(values) = &profile.values else {
        return Role::Unused(if name.identifies() { Unused::Identifier } else { Unused::ManyValues });
    };
    let distinct: BTreeSet<String> = values.keys().filter(|v| !is_missing_word(v)).map(|v| tidy(v)).collect();
    let n = distinct.len() as u64;
    match n {
        0 => Role::Unused(Unused::Empty),
        1 => Role::Unused(Unused::Constant),
        _ if n > MAX_SEGMENT_VALUES as u64 => {
            Role::Unused(if n == profile.filled { Unused::Identifier } else { Unused::ManyValues })
        }
        // Groups of one or two answers are no groups.
        _ if profile.filled < n * 2 || (n > 12 && profile.filled < n * 5) || (numeric && n > 12) => {
            Role::Unused(if n == profile.filled { Unused::Identifier } else { Unused::ManyValues })
        }
        _ => {
            let few = numeric && n >= 3 && !name.counts() && Numbers::of(values, parse_number).high <= 10.0;
            let unread = name.scales().then_some(Doubt::ScaleNotRead);
            Role::Segment(unread.or(few.then_some(Doubt::SegmentOrRating)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::Sums;

    fn column(name: &str, values: &[(&str, u64)]) -> Profile {
        let numbers = values.iter().filter(|v| parse_number(v.0).is_some()).map(|v| v.1).sum();
        let words = values.iter().map(|(v, n)| v.split_whitespace().count() as u64 * n).sum();
        Profile {
            column: name.to_owned(),
            filled: values.iter().map(|v| v.1).sum(),
            empty: 3,
            values: Some(values.iter().map(|(v, n)| ((*v).to_owned(), *n)).collect()),
            sums: Sums { numbers, words, ..Sums::default() },
        }
    }

    fn whole(name: &str, range: std::ops::RangeInclusive<i32>) -> Profile {
        let values: Vec<(String, u64)> = range.map(|i| (i.to_string(), 20)).collect();
        column(name, &values.iter().map(|(v, n)| (v.as_str(), *n)).collect::<Vec<_>>())
    }

    fn kinds(profiles: &[Profile]) -> Vec<(String, Kind, Option<[f64; 2]>)> {
        let study = Study::infer_parts(profiles, &[]);
        study.questions.iter().map(|q| (q.id.clone(), q.kind, q.scale.map(|s| [s.low, s.high]))).collect()
    }

    #[test]
    fn scores_are_recognised_by_name_and_range() {
        let found = kinds(&[
            whole("Note prix", 1..=5),
            whole("Note réseau", 1..=10),
            whole("Effort", 1..=7),
            column("Satisfaction", &[("Très satisfait", 40), ("insatisfaite", 10), ("NSP", 4)]),
            whole("Recommanderiez-vous ?", 0..=10),
        ]);
        assert_eq!(
            found,
            [
                ("nps".to_owned(), Kind::Nps, Some([0.0, 10.0])),
                ("csat".to_owned(), Kind::Csat, Some([1.0, 5.0])),
                ("ces".to_owned(), Kind::Ces, Some([1.0, 7.0])),
                ("note_prix".to_owned(), Kind::Rating, Some([1.0, 5.0])),
                ("note_reseau".to_owned(), Kind::Rating, Some([1.0, 10.0])),
            ]
        );
    }

    #[test]
    fn employees_are_recognised() {
        let found = kinds(&[whole("Recommanderiez-vous notre entreprise pour y travailler ?", 0..=10)]);
        assert_eq!(found[0].1, Kind::Enps);
    }

    #[test]
    fn half_points_make_a_csat() {
        let found = kinds(&[column("note", &[("3,5", 10), ("5", 30), ("1", 10)])]);
        assert_eq!(found[0], ("csat".to_owned(), Kind::Csat, Some([1.0, 5.0])));
    }

    #[test]
    fn counts_and_weights_are_no_scores() {
        let study = Study::infer_parts(
            &[whole("nb_enfants", 1..=5), whole("poids", 1..=9), whole("recommandation", 0..=10)],
            &[],
        );
        assert_eq!(study.questions.len(), 1);
        assert_eq!(study.segments, ["nb_enfants"]);
        assert!(study.warnings.contains(&Warning::WeightsNotApplied { column: "poids".into() }));
    }

    #[test]
    fn codes_for_no_answer_are_said() {
        let mut values: Vec<(String, u64)> = (0..=10).map(|i| (i.to_string(), 20)).collect();
        values.push(("99".into(), 5));
        let profile = column("nps", &values.iter().map(|(v, n)| (v.as_str(), *n)).collect::<Vec<_>>());
        let study = Study::infer_parts(&[profile], &[]);
        assert_eq!(study.questions[0].missing, ["99"]);
        let said = Warning::MissingCodes { codes: vec!["99".into()], columns: vec!["nps".into()] };
        assert!(study.warnings.contains(&said));
    }

    #[test]
    fn nothing_recognised_is_an_error_that_lists_the_columns() {
        let error = Study::infer(&[column("ville", &[("Lyon", 30), ("Lille", 30)])], &[]).unwrap_err();
        assert!(matches!(error, Error::NothingToAnalyse { columns } if columns == ["ville"]));
    }
}
