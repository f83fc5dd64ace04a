//! The questionnaire read out of the columns: what a person would see at a glance, and what they would
//! hesitate about.

use std::collections::BTreeMap;

use super::ids::order_and_name;
use super::name::Name;
use super::profile::Profile;
use super::scores::{Numbers, labelled, question, reader, scored};
use super::{Kind, Order, Period, Question, Study, Unused, WaveSource, parse_number};
use crate::error::{Doubt, Warning};

/// A segment has at most this many values.
pub const MAX_SEGMENT_VALUES: usize = 60;
/// A share of the cells that decides what a column is.
pub(super) const MOST: f64 = 0.9;

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
    /// its text or one of the `sheets` speaks of them. Nothing recognised is a study without questions.
    #[must_use]
    pub fn infer(profiles: &[Profile], sheets: &[&str]) -> Self {
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
                    if why == Unused::ManyValues && Name::new(&column).scales() {
                        let doubt = Doubt::ScaleNotRead;
                        study.warnings.push(Warning::Ambiguous { column: column.clone(), doubt });
                    }
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
        let found = Numbers::of(values, if name.scales() { reader(values) } else { parse_number });
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

fn open(profile: &Profile) -> Question {
    question(profile, Kind::Open, None)
}

fn segment(profile: &Profile, name: &Name, numeric: bool) -> Role {
    let Some(values) = &profile.values else {
        return Role::Unused(if name.identifies() { Unused::Identifier } else { Unused::ManyValues });
    };
    let n = profile.names().len() as u64;
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
        let study = Study::infer(profiles, &[]);
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
        let study = Study::infer(
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
        let study = Study::infer(&[profile], &[]);
        assert_eq!(study.questions[0].missing, ["99"]);
        let said = Warning::MissingCodes { codes: vec!["99".into()], columns: vec!["nps".into()] };
        assert!(study.warnings.contains(&said));
    }

    #[test]
    fn nothing_recognised_is_a_study_without_questions() {
        let study = Study::infer(&[column("ville", &[("Lyon", 30), ("Lille", 30)])], &[]);
        assert!(study.questions.is_empty());
        assert_eq!(study.segments, ["ville"]);
    }
}
