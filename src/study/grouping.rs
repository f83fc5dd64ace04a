//! How the values of a column make groups: spellings brought together, values merged, numbers cut into bands,
//! all in an order.

use std::collections::{BTreeMap, BTreeSet};

use super::natural::natural;
use super::number::parse_number;
use super::spelling::spellings;
use super::{fold, is_missing_word, tidy};
use crate::Lang;

/// What study.toml declares about the values of a column; nothing by default.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Grouping {
    /// Values that come first, in this order.
    pub order: Vec<String>,
    /// Values shown as one: its name, and the values it takes in.
    pub merge: BTreeMap<String, Vec<String>>,
    /// Where numbers are cut, ascending: each cut opens a band, and numbers under the first make one more.
    pub bands: Option<Vec<f64>>,
}

/// A declaration that cannot be followed.
#[derive(Debug, Clone, PartialEq)]
pub enum GroupingError {
    /// Bands without a cut.
    NoCut,
    /// A cut that is not above the one before it, or is no number.
    CutNotAbove {
        /// The cut.
        cut: f64,
        /// The one before it.
        before: Option<f64>,
    },
    /// A value merged into two others.
    MergedTwice {
        /// The value.
        value: String,
        /// What it is merged into.
        into: [String; 2],
    },
    /// Bands beside an order or merged values: bands have their own.
    BandsAndValues,
}

/// The groups of a column, in order, and the one that each cell is in.
#[derive(Debug, Clone, PartialEq)]
pub struct Groups {
    kind: Kind,
    /// Values that the declaration orders or merges and that no cell has.
    pub unused: Vec<String>,
    /// Cells that bands leave out because they are no numbers, with their counts.
    pub not_numbers: BTreeMap<String, u64>,
}

#[derive(Debug, Clone, PartialEq)]
enum Kind {
    Values {
        names: Vec<String>,
        /// Place in `names` of every cell as written.
        places: BTreeMap<String, usize>,
    },
    Bands {
        cuts: Vec<f64>,
        /// Whether cuts and cells are all whole numbers.
        whole: bool,
    },
}

impl Grouping {
    /// Checks that the declaration can be followed.
    ///
    /// # Errors
    /// Bands without a cut or out of order, or beside an order or merged values; a value merged twice.
    pub fn check(&self) -> Result<(), GroupingError> {
        if let Some(cuts) = &self.bands {
            if !self.order.is_empty() || !self.merge.is_empty() {
                return Err(GroupingError::BandsAndValues);
            }
            let mut before = None;
            for &cut in cuts {
                if !cut.is_finite() || before.is_some_and(|before| cut <= before) {
                    return Err(GroupingError::CutNotAbove { cut, before });
                }
                before = Some(cut);
            }
            return before.map(|_| ()).ok_or(GroupingError::NoCut);
        }
        let mut merged: BTreeMap<String, &String> = BTreeMap::new();
        for (name, values) in &self.merge {
            for value in values {
                match merged.insert(fold(value), name) {
                    Some(other) if other != name => {
                        let into = [other.clone(), name.clone()];
                        return Err(GroupingError::MergedTwice { value: value.clone(), into });
                    }
                    _ => {}
                }
            }
        }
        Ok(())
    }
}

impl Groups {
    /// Names of the groups, in order.
    #[must_use]
    pub fn labels(&self, lang: Lang) -> Vec<String> {
        match &self.kind {
            Kind::Values { names, .. } => names.clone(),
            Kind::Bands { cuts, whole } => band_labels(cuts, *whole, lang),
        }
    }

    /// Place of the group that a cell is in; none for a cell that says there is no answer.
    #[must_use]
    pub fn find(&self, cell: &str) -> Option<usize> {
        match &self.kind {
            Kind::Values { places, .. } => places.get(cell).copied(),
            Kind::Bands { cuts, .. } => {
                let x = parse_number(cell)?;
                Some(cuts.partition_point(|cut| *cut <= x))
            }
        }
    }
}

/// The groups that a column makes of its cells as written, given with their counts.
///
/// Cells spelled alike (`Nord`, `NORD `) are one value, shown as declared, else as most of them write it. The
/// declared order comes first, then the others as the alphabet and their numbers go. Words that mean no answer
/// make no value unless the declaration names them. Bands are all there, answered or not; without any cell
/// their labels claim nothing about whole numbers.
#[must_use]
pub fn group(cells: &BTreeMap<String, u64>, grouping: &Grouping) -> Groups {
    match &grouping.bands {
        Some(cuts) if !cuts.is_empty() => cut(cells, cuts),
        _ => gather(cells, grouping),
    }
}

fn cut(cells: &BTreeMap<String, u64>, cuts: &[f64]) -> Groups {
    let mut numbers = cells.keys().filter_map(|cell| parse_number(cell)).peekable();
    let whole = numbers.peek().is_some() && numbers.chain(cuts.iter().copied()).all(|x| x.fract() == 0.0);
    let left_out = |cell: &str| parse_number(cell).is_none() && !is_missing_word(cell);
    Groups {
        kind: Kind::Bands { cuts: cuts.to_vec(), whole },
        unused: Vec::new(),
        not_numbers: cells.iter().filter(|(c, _)| left_out(c)).map(|(c, n)| (c.clone(), *n)).collect(),
    }
}

fn gather(cells: &BTreeMap<String, u64>, grouping: &Grouping) -> Groups {
    let merged: BTreeMap<String, &String> = grouping
        .merge
        .iter()
        .flat_map(|(name, values)| values.iter().map(move |value| (fold(value), name)))
        .collect();
    // The way a declaration writes a value is how it is shown; the order has the last word.
    let shown: BTreeMap<String, &String> =
        grouping.merge.keys().chain(&grouping.order).map(|name| (fold(name), name)).collect();

    let mut met: BTreeSet<String> = BTreeSet::new();
    let mut keys: BTreeMap<&String, String> = BTreeMap::new();
    for cell in cells.keys() {
        let folded = fold(cell);
        let into = merged.get(&folded);
        if into.is_none() && !shown.contains_key(&folded) && is_missing_word(cell) {
            continue;
        }
        keys.insert(cell, into.map_or_else(|| folded.clone(), |name| fold(name)));
        met.insert(folded);
    }

    let ranks: BTreeMap<String, usize> =
        grouping.order.iter().enumerate().rev().map(|(rank, value)| (fold(value), rank)).collect();
    let rank = |key: &String| ranks.get(key).copied().unwrap_or(usize::MAX);
    let distinct: BTreeSet<&String> = keys.values().collect();
    let mut values: Vec<&String> = distinct.iter().copied().collect();
    values.sort_by(|a, b| rank(a).cmp(&rank(b)).then_with(|| natural(a, b)));
    let usual = spellings(cells.iter().map(|(cell, n)| (cell.as_str(), *n)));
    let name = |key: &&String| match shown.get(*key) {
        Some(name) => tidy(name),
        None => usual.get(*key).cloned().unwrap_or_default(),
    };
    let places: BTreeMap<&String, usize> = values.iter().copied().zip(0..).collect();
    let mut unused: Vec<String> = Vec::new();
    let ordered = grouping.order.iter().filter(|value| !distinct.contains(&fold(value)));
    let merged = grouping.merge.values().flatten().filter(|value| !met.contains(&fold(value)));
    for value in ordered.chain(merged) {
        if !unused.contains(value) {
            unused.push(value.clone());
        }
    }
    Groups {
        kind: Kind::Values {
            names: values.iter().map(name).collect(),
            places: keys
                .iter()
                .filter_map(|(cell, key)| Some(((*cell).clone(), *places.get(key)?)))
                .collect(),
        },
        unused,
        not_numbers: BTreeMap::new(),
    }
}

fn band_labels(cuts: &[f64], whole: bool, lang: Lang) -> Vec<String> {
    // 1980 is a year before it is an amount: no thousands are set apart.
    let years = cuts.iter().all(|cut| cut.fract() == 0.0 && (1900.0..2200.0).contains(cut));
    let write = |x: f64| {
        let plain = x.to_string();
        let decimals = plain.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        if years { plain } else { lang.number(x, decimals) }
    };
    let between = |low: f64, high: f64| {
        if whole && high - low == 1.0 {
            write(low)
        } else if whole {
            pick!(lang, study::to(write(low), write(high - 1.0)))
        } else {
            pick!(lang, study::to_under(write(low), write(high)))
        }
    };
    let under = cuts.first().map(|cut| pick!(lang, study::under(write(*cut))));
    let over = cuts.last().map(|cut| pick!(lang, study::and_over(write(*cut))));
    let inner = cuts.windows(2).map(|pair| between(pair[0], pair[1]));
    under.into_iter().chain(inner).chain(over).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cells(cells: &[(&str, u64)]) -> BTreeMap<String, u64> {
        cells.iter().map(|(cell, n)| ((*cell).to_owned(), *n)).collect()
    }

    fn order(values: &[&str]) -> Vec<String> {
        values.iter().map(|v| (*v).to_owned()).collect()
    }

    fn merge(merged: &[(&str, &[&str])]) -> BTreeMap<String, Vec<String>> {
        merged.iter().map(|(name, values)| ((*name).to_owned(), order(values))).collect()
    }

    fn bands(cuts: &[f64]) -> Grouping {
        Grouping { bands: Some(cuts.to_vec()), ..Grouping::default() }
    }

    #[test]
    fn spellings_are_one_value_shown_as_most_write_it() {
        let cells = cells(&[
            ("NORD", 3),
            (" Nord", 2),
            ("Nord ", 2),
            ("Île\u{a0}de  France", 1),
            ("Ile de France", 1),
            ("Zone 10", 1),
            ("zone 2", 1),
            ("Ne se prononce pas", 9),
        ]);
        let groups = group(&cells, &Grouping::default());
        assert_eq!(groups.labels(Lang::Fr), ["Ile de France", "Nord", "zone 2", "Zone 10"]);
        assert_eq!(groups.find("NORD"), groups.find(" Nord"));
        assert_eq!((groups.find("Île\u{a0}de  France"), groups.find("Zone 10")), (Some(0), Some(3)));
        assert_eq!((groups.find("Ne se prononce pas"), groups.find("Sud")), (None, None));
    }

    #[test]
    fn declared_values_are_merged_ordered_and_missed() {
        let grouping = Grouping {
            order: order(&["Plus", "Base", "Pro", "NSP", "Or"]),
            merge: merge(&[("Autres", &["pro", "Étudiant", "Senior"])]),
            bands: None,
        };
        assert_eq!(grouping.check(), Ok(()));
        let cells = cells(&[
            ("BASE", 9),
            ("Premium", 1),
            ("plus", 4),
            ("Pro", 2),
            ("etudiant", 2),
            ("autres", 1),
            ("nsp", 1),
            ("n/a", 1),
        ]);
        let groups = group(&cells, &grouping);
        assert_eq!(groups.labels(Lang::En), ["Plus", "Base", "NSP", "Autres", "Premium"]);
        assert_eq!(["Pro", "etudiant", "autres"].map(|cell| groups.find(cell)), [Some(3); 3]);
        assert_eq!(groups.unused, ["Pro", "Or", "Senior"]);
        assert_eq!(groups.find("n/a"), None);
    }

    #[test]
    fn bands_are_named_by_what_they_hold() {
        let ages = cells(&[("17", 1), ("25", 2), ("34", 1), (" 65,0 ", 1), ("env. 40", 3), ("nsp", 1)]);
        let groups = group(&ages, &bands(&[25.0, 35.0, 36.0, 65.0]));
        assert_eq!(groups.labels(Lang::Fr), ["moins de 25", "25 à 34", "35", "36 à 64", "65 et plus"]);
        assert_eq!(groups.labels(Lang::En), ["under 25", "25 to 34", "35", "36 to 64", "65 and over"]);
        let found = ["17", "24,9", "25", "34", "-1", "1 000", "nsp"].map(|cell| groups.find(cell));
        assert_eq!(found, [Some(0), Some(0), Some(1), Some(1), Some(0), Some(4), None]);
        assert_eq!(groups.not_numbers, cells(&[("env. 40", 3)]));

        let fractions = group(&cells(&[("3", 1)]), &bands(&[2.5, 1000.0]));
        assert_eq!(
            fractions.labels(Lang::Fr),
            ["moins de 2,5", "de 2,5 à moins de 1\u{202f}000", "1\u{202f}000 et plus"]
        );
        assert_eq!(fractions.labels(Lang::En), ["under 2.5", "2.5 to under 1,000", "1,000 and over"]);
        // A cell of 34.5 is in no “25 to 34”; nor is it known what cells that were not given hold.
        for cells in [cells(&[("34,5", 1)]), BTreeMap::new()] {
            assert_eq!(group(&cells, &bands(&[25.0, 35.0])).labels(Lang::En)[1], "25 to under 35");
        }
        let births = group(&cells(&[("1984", 1)]), &bands(&[1980.0, 2000.0]));
        assert_eq!(births.labels(Lang::Fr), ["moins de 1980", "1980 à 1999", "2000 et plus"]);
    }

    #[test]
    fn what_cannot_be_followed_is_refused() {
        assert_eq!(bands(&[]).check(), Err(GroupingError::NoCut));
        assert_eq!(
            bands(&[25.0, 25.0]).check(),
            Err(GroupingError::CutNotAbove { cut: 25.0, before: Some(25.0) })
        );
        assert!(matches!(bands(&[f64::NAN]).check(), Err(GroupingError::CutNotAbove { before: None, .. })));
        let both = Grouping { order: order(&["a"]), ..bands(&[1.0]) };
        assert_eq!(both.check(), Err(GroupingError::BandsAndValues));
        let twice = Grouping {
            merge: merge(&[("A", &["Pro", "pro "]), ("B", &["x", "PRO"])]),
            ..Grouping::default()
        };
        let into = ["A".to_owned(), "B".to_owned()];
        assert_eq!(twice.check(), Err(GroupingError::MergedTwice { value: "PRO".into(), into }));
    }

    proptest! {
        #[test]
        fn every_answer_is_in_one_group_and_every_value_has_answers(
            cells in prop::collection::btree_map("[aAéE ]{0,2}|nsp|[0-9]{1,2}", 1u64..5, 0..12),
            order in prop::collection::vec("[aeé]|nsp", 0..3),
            merged in prop::collection::btree_map("[bB]", prop::collection::vec("[aeAE]|nsp", 0..3), 0..3),
        ) {
            let grouping = Grouping { order, merge: merged, bands: None };
            let groups = group(&cells, &grouping);
            let labels = groups.labels(Lang::Fr);
            let found: BTreeSet<usize> = cells.keys().filter_map(|cell| groups.find(cell)).collect();
            prop_assert!(found.into_iter().eq(0..labels.len()));
            for cell in cells.keys() {
                prop_assert!(groups.find(cell).is_some() || is_missing_word(cell));
            }
            let distinct: BTreeSet<String> = labels.iter().map(|l| fold(l)).collect();
            prop_assert_eq!(distinct.len(), labels.len());
        }

        #[test]
        fn bands_follow_the_numbers(mut cuts in prop::collection::vec(-50i32..50, 1..6), a in -60i32..60, b in -60i32..60) {
            cuts.sort_unstable();
            cuts.dedup();
            let groups = group(&BTreeMap::new(), &bands(&cuts.iter().map(|c| f64::from(*c)).collect::<Vec<_>>()));
            let [x, y] = [a.min(b), a.max(b)].map(|n| groups.find(&n.to_string()).unwrap());
            prop_assert!(x <= y && y < groups.labels(Lang::Fr).len());
            prop_assert_eq!(x == y, !cuts.iter().any(|c| a.min(b) < *c && *c <= a.max(b)));
        }
    }
}
