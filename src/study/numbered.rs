//! Scales whose answers have a number and words: `5 (très satisfait)`, `0 - Pas du tout` … `10 - Tout à fait`.

use std::collections::{BTreeMap, BTreeSet};

use super::worded::{RECOGNISED, Subject, worded};
use super::wording::{Wording, read_all};
use super::{is_missing_word, parse_number};

/// A scale whose labels have numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Numbered {
    /// Lowest number of the scale.
    pub low: f64,
    /// Highest number of the scale.
    pub high: f64,
    /// Every label, as written (trimmed), and its number.
    pub values: BTreeMap<String, f64>,
    /// Whether the words say that the lowest number is the best answer.
    pub best_first: bool,
    /// What the words speak of, where they are known.
    pub subject: Option<Subject>,
    /// False when nobody chose an end of the scale and it had to be guessed.
    pub certain: bool,
}

/// Reads labels that have a number before or after their words, or are stars, beside bare numbers or not. A
/// list (`1 - Mobile`, `2 - Fixe`) is no scale: the words of both ends must be of one, or all between the
/// ends bare numbers. Bare numbers alone are not for this function.
///
/// ```
/// use std::collections::BTreeMap;
/// use barometre::study::numbered;
/// let labels = BTreeMap::from([("1 - Très satisfait", 40), ("2", 60), ("3", 9), ("4 - Pas du tout satisfait", 2)]);
/// let scale = numbered(&labels).unwrap();
/// assert_eq!((scale.low, scale.high, scale.best_first), (1.0, 4.0, true));
/// assert_eq!(numbered(&BTreeMap::from([("1 - Mobile", 40), ("2 - Fixe", 60)])), None);
/// ```
#[must_use]
pub fn numbered(labels: &BTreeMap<&str, u64>) -> Option<Numbered> {
    let mut total = 0;
    let mut found: Vec<(&str, u64, f64, &str)> = Vec::new();
    let mut stars = true;
    for (label, n) in labels {
        let read = split(label);
        // `6 - Ne se prononce pas` is a code for no answer.
        if read.is_some_and(|(_, words)| !words.is_empty() && is_missing_word(words)) {
            continue;
        }
        total += n;
        if let Some((number, words)) = read {
            stars &= is_stars(words);
            found.push((label.trim(), *n, number, words));
        }
    }
    let covered: u64 = found.iter().map(|(_, n, ..)| n).sum();
    let mut numbers: Vec<f64> = found.iter().map(|(_, _, number, _)| *number).collect();
    numbers.sort_by(f64::total_cmp);
    numbers.dedup();
    if numbers.len() < 2 || (covered as f64) < RECOGNISED * total as f64 {
        return None;
    }
    let (first, last) = (*numbers.first()?, *numbers.last()?);
    let values = found.iter().map(|(label, _, number, _)| ((*label).to_owned(), *number)).collect();
    if stars {
        let high = if last <= 5.0 { 5.0 } else { last.max(10.0) };
        let (low, certain) = (first.min(1.0), high == last || last <= 5.0);
        return Some(Numbered { low, high, values, best_first: false, subject: None, certain });
    }
    let texts: Vec<&str> = found.iter().map(|(.., words)| *words).collect();
    let mut steps: Vec<Step> = found
        .iter()
        .zip(read_all(&texts))
        .map(|((_, n, number, words), wording)| Step { number: *number, n: *n, words, wording })
        .collect();
    steps.sort_by(|a, b| a.number.total_cmp(&b.number));
    let order = order(&steps, first, last)?;
    let subject = subject(&steps)?;
    let (low, high, certain) = ends(&steps, first, last);
    Some(Numbered { low, high, values, best_first: order < 0, subject, certain })
}

struct Step<'a> {
    number: f64,
    n: u64,
    words: &'a str,
    wording: Option<Wording>,
}

/// Number and words of a label; bare numbers have none.
fn split(label: &str) -> Option<(f64, &str)> {
    let text = label.trim();
    if let Some(number) = parse_number(text) {
        return Some((number, ""));
    }
    let text = text.trim_end_matches(['.', ' ']);
    let stars = text.chars().filter(|c| matches!(c, '★' | '⭐')).count();
    if stars > 0 && text.chars().all(|c| matches!(c, '★' | '⭐' | '☆' | '\u{fe0f}' | ' ')) {
        return Some((stars as f64, text));
    }
    let between =
        |c: char| !c.is_alphanumeric() && !matches!(c, '<' | '>' | '≤' | '≥' | '%' | '€' | '$' | '+');
    let text = text.trim_start_matches(['(', '[']);
    let digits = text.trim_start_matches(['-', '+', '−']);
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    if (1..=3).contains(&end) && text.len() - digits.len() <= '−'.len_utf8() {
        let (number, rest) = text.split_at(text.len() - digits.len() + end);
        let words = rest.trim_matches(between);
        return (rest.starts_with(between) && words.starts_with(char::is_alphabetic))
            .then(|| Some((parse_number(number)?, words)))?;
    }
    let inner = text.trim_end_matches([')', ']', '.', ' ']);
    let start = inner.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (words, number) = inner.split_at(start);
    ((1..=3).contains(&number.len()) && words.ends_with(between) && words.starts_with(char::is_alphabetic))
        .then(|| Some((parse_number(number)?, words.trim_matches(between))))?
}

fn is_stars(words: &str) -> bool {
    let lower = words.to_lowercase();
    lower.starts_with(['★', '⭐', '☆'])
        || matches!(lower.trim_end_matches('s'), "étoile" | "etoile" | "star" | "point")
}

/// Whether the words rise (1) or fall (−1) with the numbers; none if they are those of a list.
fn order(steps: &[Step], first: f64, last: f64) -> Option<i8> {
    let bare: BTreeSet<i64> = steps.iter().filter(|s| s.words.is_empty()).map(|s| s.number as i64).collect();
    let at = |end: f64| steps.iter().filter(move |s| s.number == end && !s.words.is_empty());
    let known = |end: f64| at(end).find_map(|s| s.wording.as_ref());
    let rises = steps.iter().filter_map(|s| s.wording.as_ref()).map(Wording::position);
    let rises: Vec<i8> = rises.collect();
    let (up, down) = (rises.is_sorted(), rises.iter().rev().is_sorted());
    let sign = match (known(first), known(last)) {
        (Some(low), Some(high)) => (high.position() - low.position()).signum(),
        // One end in words, and numbers: they say which end it is.
        (Some(low), None) if at(last).next().is_none() => -low.position().signum(),
        (None, Some(high)) if at(first).next().is_none() => high.position().signum(),
        (None, None) if at(first).next().is_some() && at(last).next().is_some() && bare.len() >= 2 => {
            // Words of both ends that the lexicon does not have.
            let inner = steps.iter().any(|s| s.number != first && s.number != last && !s.words.is_empty());
            return (!inner).then_some(1);
        }
        _ => return None,
    };
    let both = known(first).is_some() && known(last).is_some();
    let strangers = steps.iter().any(|s| s.wording.is_none() && !s.words.is_empty());
    let ordered = (sign > 0 && up) || (sign < 0 && down);
    (ordered && (both || (bare.len() >= 2 && !strangers))).then_some(sign)
}

/// The one subject of the words; inner `None` if they are not known.
#[allow(clippy::option_option)]
fn subject(steps: &[Step]) -> Option<Option<Subject>> {
    let known: Vec<&Wording> = steps.iter().filter_map(|s| s.wording.as_ref()).collect();
    let subjects: BTreeSet<Subject> = known.iter().filter_map(|wording| wording.subject).collect();
    match subjects.len() {
        0 => Some((!known.is_empty()).then_some(Subject::Degree)),
        1 => Some(subjects.first().copied()),
        _ => None,
    }
}

/// Ends of the scale, and whether they were answered or follow from the words.
fn ends(steps: &[Step], first: f64, last: f64) -> (f64, f64, bool) {
    let mut words: BTreeMap<&str, u64> = BTreeMap::new();
    for step in steps {
        *words.entry(step.words).or_default() += step.n;
    }
    if !words.contains_key("")
        && let Some(scale) = worded(&words)
    {
        let points = f64::from(scale.points);
        let pairs = || steps.iter().filter_map(|s| Some((s.number, *scale.values.get(s.words)?)));
        for turn in [false, true] {
            let place = |value: f64| if turn { points + 1.0 - value } else { value };
            let mut shifts = pairs().map(|(number, value)| number - place(value));
            if let Some(shift) = shifts.next()
                && shifts.all(|other| other == shift)
            {
                let (low, high) = (1.0 + shift, points + shift);
                return (low, high, scale.certain || ((low, high) == (first, last) && low <= 1.0));
            }
        }
    }
    let said = |end: f64| steps.iter().any(|s| s.number == end && !s.words.is_empty());
    match (said(first), said(last)) {
        (true, true) => (first, last, true),
        (true, false) => {
            let usual = [5.0, 7.0, 10.0, 20.0, 100.0].into_iter().find(|high| *high >= last);
            (first, usual.unwrap_or(last), false)
        }
        (false, true) => (first.min(if last == 10.0 { 0.0 } else { 1.0 }), last, false),
        (false, false) => (first, last, false),
    }
}
