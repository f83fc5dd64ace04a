//! Codes as a person reads them: numbers, dates, and the labels that stand for codes in the cells.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use jiff::{SignedDuration, ToSpan};
use rustc_hash::{FxHashMap, FxHashSet};

/// The labels of one variable, and what its cells say once the values that occur are known.
#[derive(Default)]
pub(super) struct Codebook {
    entries: Vec<Entry>,
    /// Position in `entries`, by the code as text.
    by_code: FxHashMap<String, usize>,
    /// The labels as the file writes them.
    written: FxHashSet<String>,
    /// Lowest and highest code with a label that is an answer.
    range: Option<(f64, f64)>,
    /// An answer without a label occurs inside the range: the labels name points of a scale.
    gap: bool,
    /// Values without a label that read like the label of another code.
    alike: BTreeSet<String>,
}

/// A code and its label.
pub(super) struct Entry {
    /// The code, when it is a number of a scale: no string, no date, none of Stata's missing values.
    pub(super) number: Option<f64>,
    /// The code as text.
    pub(super) code: String,
    /// The label; what the cells say, once settled.
    pub(super) label: String,
    /// Whether the code means no answer.
    pub(super) missing: bool,
}

impl Codebook {
    /// A codebook in the order given; empty labels are left out, the first of two for the same code counts.
    pub(super) fn new(entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut book = Self::default();
        for entry in entries {
            let label = tidy(&entry.label);
            if label.is_empty() || book.by_code.contains_key(&entry.code) {
                continue;
            }
            if let Some(number) = entry.number.filter(|_| !entry.missing) {
                let (low, high) = book.range.unwrap_or((number, number));
                book.range = Some((low.min(number), high.max(number)));
            }
            book.by_code.insert(entry.code.clone(), book.entries.len());
            book.written.insert(label.clone());
            book.entries.push(Entry { label, ..entry });
        }
        book
    }

    /// Whether no code has a label.
    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Takes note of a value that occurs.
    pub(super) fn observe(&mut self, number: Option<f64>, code: &str, missing: bool) {
        if self.by_code.contains_key(code) {
            return;
        }
        let inside = |n: f64| self.range.is_some_and(|(low, high)| low <= n && n <= high);
        self.gap |= !missing && number.is_some_and(inside);
        if self.written.contains(code) {
            self.alike.insert(code.to_owned());
        }
    }

    /// Decides what the cells say, once every value has been observed: the label; with its code before it
    /// where other points of the scale have none, so that every cell gives its number; with its code after it
    /// where it would read like another value.
    pub(super) fn settle(&mut self) {
        for entry in &mut self.entries {
            let scale = self.gap && entry.number.is_some() && !entry.missing;
            if scale && !begins_with(&entry.label, &entry.code) {
                entry.label = format!("{} - {}", entry.code, entry.label);
            }
        }
        let mut told_apart = BTreeSet::new();
        loop {
            let mut alike = BTreeSet::new();
            let mut seen: FxHashMap<&str, usize> = FxHashMap::default();
            for (i, entry) in self.entries.iter().enumerate() {
                if let Some(other) = seen.insert(&entry.label, i) {
                    alike.extend([i, other]);
                }
                if self.alike.contains(&entry.label) {
                    alike.insert(i);
                }
            }
            let fresh: Vec<usize> = alike.into_iter().filter(|i| told_apart.insert(*i)).collect();
            if fresh.is_empty() {
                break;
            }
            for i in fresh {
                if let Some(entry) = self.entries.get_mut(i) {
                    entry.label = format!("{} ({})", entry.label, entry.code);
                }
            }
        }
    }

    /// What a cell says for a code.
    pub(super) fn cell<'a>(&'a self, code: &'a str) -> &'a str {
        self.by_code.get(code).and_then(|i| self.entries.get(*i)).map_or(code, |entry| &entry.label)
    }

    /// The codes that are numbers, each with what the cells say.
    pub(super) fn labels(&self) -> Vec<(f64, String)> {
        self.entries.iter().filter_map(|e| Some((e.number?, e.label.clone()))).collect()
    }

    /// What the cells say for the codes that mean no answer.
    pub(super) fn missing(&self) -> BTreeSet<String> {
        self.entries.iter().filter(|e| e.missing).map(|e| e.label.clone()).collect()
    }
}

/// Whether a label states its own code, as `1 = Pas du tout` does for 1.
fn begins_with(label: &str, code: &str) -> bool {
    let Some(rest) = label.strip_prefix(code) else { return false };
    let digits = rest.strip_prefix(['.', ',']).unwrap_or(rest);
    !digits.starts_with(|c: char| c.is_ascii_digit())
}

/// Text on one line: white space as single spaces, none at the ends.
pub(super) fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text of a question, when it says more than the name of its variable.
pub(super) fn question(label: &str, name: &str) -> Option<String> {
    Some(tidy(label)).filter(|text| !text.is_empty() && text != name)
}

/// A number with the digits that tell it from every other, whole numbers without decimals; nothing for what
/// is no number.
pub(super) fn number(value: f64) -> String {
    if !value.is_finite() {
        return String::new();
    }
    match value.abs() {
        // Minus zero reads 0.
        0.0 => "0".to_owned(),
        1e-5..1e16 => value.to_string(),
        _ => format!("{value:e}"),
    }
}

/// The day that many days after 1 January 1970, if it lies in the calendar.
pub(super) fn day(days: f64) -> Option<Date> {
    // The calendar spans some seven million days: the number is far inside its type.
    let days = days.floor();
    (days.abs() < 1e7).then(|| date(1970, 1, 1).checked_add((days as i64).days()).ok()).flatten()
}

/// The moment that many seconds after 1 January 1970, to the second.
pub(super) fn moment(seconds: f64) -> Option<String> {
    let seconds = seconds.round();
    let day = day(seconds / 86_400.0)?;
    let within = SignedDuration::from_secs(seconds.rem_euclid(86_400.0) as i64);
    let moment = day.at(0, 0, 0, 0).checked_add(within).ok()?;
    Some(moment.strftime("%Y-%m-%dT%H:%M:%S").to_string())
}

/// A span of that many seconds as hours, minutes and seconds.
pub(super) fn time(seconds: f64) -> Option<String> {
    let whole = seconds.round().abs();
    let sign = if seconds.round() < 0.0 { "-" } else { "" };
    (whole < 1e12).then(|| {
        let whole = whole as u64;
        format!("{sign}{:02}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn book(labels: &[(f64, &str, bool)]) -> Codebook {
        Codebook::new(labels.iter().map(|(n, label, missing)| Entry {
            number: Some(*n),
            code: number(*n),
            label: (*label).to_owned(),
            missing: *missing,
        }))
    }

    fn cells(book: &mut Codebook, occurring: &[f64]) -> Vec<String> {
        let codes: Vec<String> = occurring.iter().map(|n| number(*n)).collect();
        for (n, code) in occurring.iter().zip(&codes) {
            book.observe(Some(*n), code, false);
        }
        book.settle();
        codes.iter().map(|code| book.cell(code).to_owned()).collect()
    }

    #[test]
    fn ends_of_a_scale_give_their_number_unless_they_state_it() {
        let labels =
            [(1.0, " Pas  du tout ", false), (10.0, "10 = Tout à fait", false), (99.0, "Ne sait pas", true)];
        let mut scale = book(&labels);
        let cells = cells(&mut scale, &[1.0, 7.0, 10.0, 99.0]);
        assert_eq!(cells, ["1 - Pas du tout", "7", "10 = Tout à fait", "Ne sait pas"]);
        assert_eq!(scale.missing(), BTreeSet::from(["Ne sait pas".to_owned()]));
        assert_eq!(scale.labels()[0], (1.0, "1 - Pas du tout".to_owned()));
    }

    #[test]
    fn no_number_is_added_when_every_point_is_labelled_or_lies_outside() {
        let labels = [(1.0, "0", false), (2.0, "1", false), (3.0, "2", false), (-1.0, "Refus", true)];
        assert_eq!(cells(&mut book(&labels), &[1.0, 2.0, 3.0, 40.0, -1.0]), ["0", "1", "2", "40", "Refus"]);
    }

    #[test]
    fn a_label_that_reads_like_another_value_shows_its_code() {
        let mut twice = book(&[(1.0, "Autre", false), (2.0, "Autre", false), (3.0, "Autre (1)", false)]);
        assert_eq!(cells(&mut twice, &[1.0, 2.0, 3.0]), ["Autre (1)", "Autre (2)", "Autre (1) (3)"]);
        let mut shifted = book(&[(1.0, "2", false), (0.0, "", false)]);
        assert_eq!(cells(&mut shifted, &[1.0, 2.0]), ["2 (1)", "2"]);
    }

    #[test]
    fn a_code_is_stated_only_by_the_whole_number() {
        assert!(begins_with("1. Pas du tout", "1") && begins_with("-1", "-1") && begins_with("1) non", "1"));
        assert!(!begins_with("10", "1") && !begins_with("1.5 km", "1") && !begins_with("1,5 km", "1"));
    }

    #[test]
    fn numbers_and_moments_read_as_a_person_writes_them() {
        let numbers = [3.0, -0.0, 0.1, -1000.3, 1e300, f64::NAN].map(number);
        assert_eq!(numbers, ["3", "0", "0.1", "-1000.3", "1e300", ""]);
        assert_eq!(day(-0.5).map(|d| d.to_string()).as_deref(), Some("1969-12-31"));
        assert_eq!(moment(-0.6).as_deref(), Some("1969-12-31T23:59:59"));
        assert_eq!(moment(1_741_946_399.999_999_9).as_deref(), Some("2025-03-14T10:00:00"));
        assert_eq!((moment(1e18), day(f64::NAN)), (None, None));
        assert_eq!(time(-90_061.0).as_deref(), Some("-25:01:01"));
    }

    proptest! {
        #[test]
        fn cells_tell_values_apart(
            labels in proptest::collection::vec((0..12_u8, "[0-3A]( \\([0-3]\\))?"), 0..8),
            occurring in proptest::collection::btree_set(0..12_u8, 0..12),
        ) {
            let labels: Vec<_> = labels.iter().map(|(n, l)| (f64::from(*n), l.as_str(), false)).collect();
            let occurring: Vec<f64> = occurring.into_iter().map(f64::from).collect();
            let cells = cells(&mut book(&labels), &occurring);
            prop_assert_eq!(cells.iter().collect::<BTreeSet<_>>().len(), occurring.len());
        }
    }
}
