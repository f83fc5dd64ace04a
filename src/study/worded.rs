//! Scales answered in words: what they are about, how many points they have, and the value of each answer.

use std::collections::{BTreeMap, BTreeSet};

use super::ladder::ladder;
use super::wording::{PLAIN, Wording, ladders, read_all};

pub use super::wording::Subject;

/// Share of the answers that must be answers of the scale.
pub(super) const RECOGNISED: f64 = 0.9;

/// A scale answered in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Worded {
    /// What the answers speak of.
    pub subject: Subject,
    /// Points of the whole scale, whether somebody chose them or not.
    pub points: u8,
    /// Every label of the scale, as written (trimmed), and its value: 1 to `points`, highest is best or most.
    pub values: BTreeMap<String, f64>,
    /// False when the number of points had to be guessed.
    pub certain: bool,
}

/// Reads the labels of a question with their counts, words and codes for no answer left out. Labels that are
/// not of the scale have no value; where they are more than one answer in ten, there is no scale.
///
/// ```
/// use std::collections::BTreeMap;
/// use barometre::study::worded;
/// let labels = BTreeMap::from([("Très satisfait(e)", 40), ("Plutôt satisfait(e)", 60), ("pas du tout satisfait", 9)]);
/// let scale = worded(&labels).unwrap();
/// assert_eq!((scale.points, scale.certain), (4, false));
/// assert_eq!(scale.values["Plutôt satisfait(e)"], 3.0);
/// assert_eq!(worded(&BTreeMap::from([("Paris", 40), ("Lyon", 60)])), None);
/// ```
#[must_use]
pub fn worded(labels: &BTreeMap<&str, u64>) -> Option<Worded> {
    let total: u64 = labels.values().sum();
    let texts: Vec<&str> = labels.keys().copied().collect();
    let known: Vec<Answer> = texts
        .iter()
        .zip(labels.values())
        .zip(read_all(&texts))
        .filter_map(|((label, n), wording)| Some(Answer { label: label.trim(), n: *n, wording: wording? }))
        .collect();
    let subject = main_subject(&known);
    let mut known: Vec<Answer> =
        known.into_iter().filter(|answer| answer.wording.subject.is_none_or(|s| of(s, subject))).collect();
    if subject == Subject::YesNo {
        between_yes_and_no(&mut known);
    }
    let covered: u64 = known.iter().map(|answer| answer.n).sum();
    if (covered as f64) < RECOGNISED * total as f64 {
        return None;
    }
    // `difficile` alone, in all its degrees, is one word like another: its scale is turned in the end.
    let turned =
        known.iter().all(|a| a.wording.contrary || a.wording.subject.is_none() || a.wording.is_neutral())
            && known.iter().any(|a| a.wording.contrary);
    if turned {
        for answer in &mut known {
            answer.wording.contrary = false;
        }
    }
    let two_sided = two_sided(&known) && !(subject == Subject::YesNo && plain_against_degrees(&known));
    moderate(&mut known, two_sided);

    let positions: BTreeSet<i8> = known.iter().map(|answer| answer.wording.position()).collect();
    if positions.len() < 2 || (subject == Subject::Degree && !is_degree(&known, &positions)) {
        return None;
    }
    let ladder = ladder(&positions, &ladders(subject, two_sided), two_sided, covered)?;
    let yes_or_no = subject == Subject::YesNo && positions.iter().eq(&[-PLAIN, PLAIN]);
    let values = known.iter().filter_map(|answer| {
        let step = f64::from(*ladder.steps.get(&answer.wording.position())?);
        let value = if turned { f64::from(ladder.points) + 1.0 - step } else { step };
        Some((answer.label.to_owned(), value))
    });
    Some(Worded {
        subject,
        points: ladder.points,
        values: values.collect(),
        certain: (ladder.whole || yes_or_no) && !merges(&known),
    })
}

struct Answer<'a> {
    label: &'a str,
    n: u64,
    wording: Wording,
}

/// Whether answers of `subject` belong to a scale about `main`: `oui` does to `probablement`.
fn of(subject: Subject, main: Subject) -> bool {
    subject == main || (subject == Subject::YesNo && main == Subject::Likelihood)
}

/// What most answers speak of.
fn main_subject(known: &[Answer]) -> Subject {
    let mut counts: BTreeMap<Subject, u64> = BTreeMap::new();
    for answer in known {
        if let Some(subject) = answer.wording.subject {
            *counts.entry(subject).or_default() += answer.n;
        }
    }
    let main = counts.iter().max_by_key(|(_, n)| **n).map_or(Subject::Degree, |(subject, _)| *subject);
    if main == Subject::YesNo && counts.contains_key(&Subject::Likelihood) {
        Subject::Likelihood
    } else {
        main
    }
}

/// Between a plain yes and a plain no, `un peu` and `pas vraiment` are the middle, and `aucune` is no answer.
fn between_yes_and_no(known: &mut Vec<Answer>) {
    let degree_alone = |a: &Answer| a.wording.subject.is_none() && !a.wording.is_neutral();
    let plain = |a: &Answer| degree_alone(a) || a.wording.is_neutral() || a.wording.manner.is_empty();
    if known.iter().all(plain) {
        known.retain(|a| !degree_alone(a) || a.wording.degree.abs() < PLAIN - 1);
        known.iter_mut().filter(|a| degree_alone(a)).for_each(|a| a.wording.degree = 0);
    }
}

/// Whether one of yes and no is said in degrees and the other is not: `oui, tout à fait`, `oui, en partie`, `non`.
fn plain_against_degrees(known: &[Answer]) -> bool {
    let plain = |contrary: bool| {
        let mut side =
            known.iter().filter(|a| a.wording.subject.is_some() && a.wording.contrary == contrary).peekable();
        side.peek()?;
        let degrees: BTreeSet<i8> = side.map(|a| a.wording.degree).collect();
        Some(degrees.contains(&PLAIN)).filter(|plain| !plain || degrees.len() == 1)
    };
    plain(false).zip(plain(true)).is_some_and(|(yes, no)| yes != no)
}

/// Whether the scale goes from one thing to its contrary, or to its plain negation (`pas satisfait`).
fn two_sided(known: &[Answer]) -> bool {
    let contrary = |contrary: bool| {
        known
            .iter()
            .any(|a| a.wording.subject.is_some() && !a.wording.is_neutral() && a.wording.contrary == contrary)
    };
    let negation = |a: &Answer| (-PLAIN..=1 - PLAIN).contains(&a.wording.degree);
    (contrary(true) && contrary(false)) || known.iter().any(|a| a.wording.is_neutral() || negation(a))
}

/// On a scale of two sides, `moyennement` is the middle, unless something else is.
fn moderate(known: &mut [Answer], two_sided: bool) {
    let both =
        [false, true].iter().all(|c| known.iter().any(|a| a.wording.moderate && a.wording.contrary == *c));
    let taken = known.iter().any(|a| a.wording.is_neutral() || a.wording.degree == 1);
    if two_sided && !both && !taken {
        known.iter_mut().filter(|a| a.wording.moderate).for_each(|a| a.wording.degree = 0);
    }
}

/// Degrees of what the question names are a scale with several steps or a low one; those of another word
/// (`très sucré`, but `cadre`, `non cadre`) only if several go from little to much.
fn is_degree(known: &[Answer], positions: &BTreeSet<i8>) -> bool {
    let low = positions.iter().any(|p| *p < 0);
    if known.iter().all(|a| a.wording.subject.is_none()) {
        positions.len() >= 3 || low
    } else {
        positions.len() >= 3 && low && positions.iter().any(|p| *p > 0)
    }
}

/// Whether two ways of saying it had to share a step, other than neutral ones.
fn merges(known: &[Answer]) -> bool {
    let mut manners: BTreeMap<i8, (&str, bool)> = BTreeMap::new();
    known.iter().filter(|answer| !answer.wording.is_neutral()).any(|answer| {
        let manner = (answer.wording.manner.as_str(), answer.wording.contrary);
        *manners.entry(answer.wording.position()).or_insert(manner) != manner
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::study::{Numbered, fold, numbered};

    const SETS: &str = include_str!("../../tests/label_sets.tsv");

    /// One line of the library of label sets.
    struct Set {
        line: &'static str,
        reading: &'static str,
        subject: &'static str,
        scale: &'static str,
        how: &'static str,
        labels: Vec<(&'static str, Option<f64>, u64)>,
    }

    fn sets() -> Vec<Set> {
        SETS.lines().filter(|line| !line.starts_with('#')).map(set).collect()
    }

    fn set(line: &'static str) -> Set {
        let [reading, subject, scale, how, labels] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}: not five columns");
        };
        let labels = labels.split(" | ").map(|label| {
            let (label, n) = label.rsplit_once(" ×").map_or((label, 20), |(l, n)| (l, n.parse().unwrap()));
            let (label, value) = label.split_once(" => ").map_or((label, None), |(l, v)| (l, v.parse().ok()));
            (label, value, n)
        });
        Set { line, reading, subject, scale, how, labels: labels.collect() }
    }

    fn subject(subject: Option<Subject>) -> String {
        subject.map_or("-".to_owned(), |s| format!("{s:?}").to_lowercase().replace("yesno", "yes_no"))
    }

    fn expected(set: &Set) -> [String; 5] {
        let values: BTreeMap<&str, f64> =
            set.labels.iter().filter_map(|(l, v, _)| Some((*l, (*v)?))).collect();
        [set.reading, set.subject, set.scale, set.how]
            .map(str::to_owned)
            .into_iter()
            .chain([format!("{values:?}")])
            .collect::<Vec<_>>()
            .try_into()
            .unwrap()
    }

    /// What the code makes of the labels, as a line of the library says it.
    fn found(labels: &BTreeMap<&str, u64>) -> [String; 5] {
        match (worded(labels), numbered(labels)) {
            (Some(scale), None) => {
                let how = if scale.certain { "sure" } else { "guess" };
                let values = format!("{:?}", scale.values);
                [
                    "worded".to_owned(),
                    subject(Some(scale.subject)),
                    scale.points.to_string(),
                    how.to_owned(),
                    values,
                ]
            }
            (None, Some(Numbered { low, high, values, best_first, subject: of, .. })) => {
                let how = if best_first { "falling" } else { "rising" };
                [
                    "numbered".to_owned(),
                    subject(of),
                    format!("{low} {high}"),
                    how.to_owned(),
                    format!("{values:?}"),
                ]
            }
            (None, None) => ["none", "-", "-", "-", "{}"].map(str::to_owned),
            both => panic!("read twice: {both:?}"),
        }
    }

    #[test]
    fn every_set_of_the_library_is_read_as_a_person_would() {
        let sets = sets();
        let failures: Vec<String> = sets
            .iter()
            .filter_map(|set| {
                let labels = set.labels.iter().map(|(label, _, n)| (*label, *n)).collect();
                let (expected, found) = (expected(set), found(&labels));
                (expected != found).then(|| format!("{}\n  found {found:?}", set.line))
            })
            .collect();
        assert!(failures.is_empty(), "{} of {}:\n{}", failures.len(), sets.len(), failures.join("\n"));
        assert!(sets.iter().filter(|set| set.reading == "none").count() >= 40);
        assert!(sets.iter().filter(|set| set.reading != "none").count() >= 90);
    }

    /// The label as somebody else would type it.
    fn written_otherwise(label: &str, how: u8) -> String {
        match how {
            0 => label.to_uppercase(),
            1 => fold(label),
            2 => label.replace('\'', "’").replace(' ', "\u{a0}"),
            3 => format!("  {label} . "),
            _ => label.to_owned(),
        }
    }

    proptest! {
        #[test]
        fn case_accents_and_spacing_change_nothing(
            at in any::<prop::sample::Index>(),
            hows in prop::collection::vec(0u8..5, 12),
        ) {
            let sets = sets();
            let set = &sets[at.index(sets.len())];
            let plain: BTreeMap<&str, u64> = set.labels.iter().map(|(label, _, n)| (*label, *n)).collect();
            // Numbers end where a stop would follow them.
            let ways: Vec<(String, u64)> = set
                .labels
                .iter()
                .zip(&hows)
                .map(|((label, _, n), how)| {
                    let digits = label.ends_with(|c: char| c.is_ascii_digit()) && *how == 3;
                    (written_otherwise(label, if digits { 4 } else { *how }), *n)
                })
                .collect();
            let mut other: BTreeMap<&str, u64> = BTreeMap::new();
            for (label, n) in &ways {
                *other.entry(label).or_default() += n;
            }
            let (before, after) = (found(&plain), found(&other));
            prop_assert_eq!(&before[..4], &after[..4], "{}", set.line);
            let values = worded(&other).map(|w| w.values).or(numbered(&other).map(|n| n.values));
            for ((_, value, _), (label, _)) in set.labels.iter().zip(&ways) {
                let value_after = values.as_ref().and_then(|v| v.get(label.trim())).copied();
                prop_assert_eq!(value_after, *value, "{}", label);
            }
        }

        #[test]
        fn any_labels_are_read_or_refused(
            labels in prop::collection::btree_map("\\PC{0,20}|(très|pas du|tout|ni|oui|satisfait|0|10|-| ){0,8}", 0u64..50, 0..12),
        ) {
            let labels: BTreeMap<&str, u64> = labels.iter().map(|(l, n)| (l.as_str(), *n)).collect();
            if let Some(scale) = worded(&labels) {
                let points = f64::from(scale.points);
                prop_assert!((2..=11).contains(&scale.points));
                prop_assert!(scale.values.values().all(|v| (1.0..=points).contains(v)));
            }
            if let Some(scale) = numbered(&labels) {
                prop_assert!(scale.low < scale.high);
                prop_assert!(scale.values.values().all(|v| (scale.low..=scale.high).contains(v)));
            }
        }
    }
}
