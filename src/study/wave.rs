//! The waves of a study: named by a column, cut out of a date, or one a file.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::chronology;
use super::date::DateFormat;
use super::period::Period;
use super::profile::Profile;
use super::{fold, tidy};
use crate::Lang;
use crate::read::FILE;

/// Where the waves come from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WaveSource {
    /// Column; [`FILE`] where each file is a wave.
    pub column: String,
    /// Period cut out of a date, and how the date is written; none when the column names the waves.
    pub period: Option<(Period, DateFormat)>,
    /// Names declared for values of the column, or for files.
    pub names: BTreeMap<String, String>,
    /// Names of the waves that come first, in this order.
    pub order: Vec<String>,
}

impl WaveSource {
    /// The waves that a column names, or [`FILE`].
    #[must_use]
    pub fn column(column: &str) -> Self {
        Self { column: column.to_owned(), ..Self::default() }
    }
}

/// The waves found, in order of time, and how a cell is assigned to one.
#[derive(Debug, Clone, PartialEq)]
pub struct Waves {
    source: WaveSource,
    /// Names of the waves, unless they are cut out of a date.
    names: Vec<String>,
    /// Wave of each folded value of the column, or of each file.
    places: BTreeMap<String, usize>,
    /// First days of the waves cut out of a date.
    starts: Vec<Date>,
}

impl Waves {
    /// The waves that the column's profile holds.
    #[must_use]
    pub fn new(source: &WaveSource, profile: &Profile) -> Self {
        let (mut names, mut starts) = (BTreeMap::new(), Vec::new());
        if let Some((period, format)) = source.period {
            starts = profile.sums.dates.dates(format).keys().map(|date| period.start(*date)).collect();
            starts.dedup();
        } else if source.column == FILE {
            let files: Vec<String> = profile.values.iter().flatten().map(|(file, _)| file.clone()).collect();
            names = files.iter().cloned().zip(file_waves(&files)).collect();
            for (file, name) in &mut names {
                let base = file.rsplit(['/', '\\']).next().unwrap_or(file);
                if let Some(declared) = source.names.get(file).or_else(|| source.names.get(base)) {
                    name.clone_from(declared);
                }
            }
        } else {
            names = profile.names();
            for (value, name) in &source.names {
                if let Some(shown) = names.get_mut(&fold(value)) {
                    shown.clone_from(name);
                }
            }
        }
        let distinct: BTreeSet<&String> = names.values().collect();
        let mut sorted: Vec<String> = distinct.into_iter().cloned().collect();
        chronology::sort(&mut sorted);
        let order: Vec<String> = source.order.iter().map(|name| fold(name)).collect();
        let rank = |name: &String| order.iter().position(|o| *o == fold(name)).unwrap_or(usize::MAX);
        sorted.sort_by_key(rank);
        let places = names
            .iter()
            .filter_map(|(value, name)| Some((value.clone(), sorted.iter().position(|s| s == name)?)))
            .collect();
        Self { source: source.clone(), names: sorted, places, starts }
    }

    /// Where they come from.
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
            Some((period, _)) => self.starts.iter().map(|start| period.label(*start, lang)).collect(),
            None => self.names.clone(),
        }
    }

    /// Index of the wave that a cell belongs to.
    #[must_use]
    pub fn find(&self, cell: &str) -> Option<usize> {
        if let Some((period, format)) = self.source.period {
            return self.starts.binary_search(&period.start(format.read(cell)?)).ok();
        }
        let key = if self.source.column == FILE { cell.to_owned() } else { fold(cell) };
        self.places.get(&key).copied()
    }
}

/// Names for waves that come one a file: the names of the files without the words that all begin or end with,
/// where what remains tells them apart: `nps T1.xlsx` and `nps T2.xlsx` are `T1` and `T2`. Files of one name
/// are told apart by their folders.
pub(super) fn file_waves(files: &[String]) -> Vec<String> {
    let paths: Vec<String> = files.iter().map(|file| without_extension(&tidy(file)).to_owned()).collect();
    let stems: Vec<&str> = paths.iter().map(|path| path.rsplit(['/', '\\']).next().unwrap_or(path)).collect();
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    let names = if distinct(&stems) { stems } else { paths };
    let cut = without_common_words(&names);
    let names = if distinct(&cut) && cut.iter().all(|name| !name.is_empty()) { cut } else { names };
    names.into_iter().map(str::to_owned).collect()
}

fn distinct(names: &[&str]) -> bool {
    names.iter().collect::<BTreeSet<_>>().len() == names.len()
}

fn without_extension(file: &str) -> &str {
    let cut = |file| match str::rsplit_once(file, '.') {
        // `.csv`, not the end of `vague 1.2025 nord` nor a hidden file.
        Some((stem, extension))
            if !stem.is_empty()
                && !stem.ends_with(['/', '\\'])
                && (1..=7).contains(&extension.len())
                && extension.bytes().all(|b| b.is_ascii_alphanumeric())
                && extension.bytes().any(|b| b.is_ascii_alphabetic()) =>
        {
            (stem, extension)
        }
        _ => (file, ""),
    };
    let (stem, extension) = cut(file);
    // answers.csv.gz
    if ["gz", "zst", "bz2", "zip"].contains(&extension.to_ascii_lowercase().as_str()) {
        cut(stem).0
    } else {
        stem
    }
}

/// Cuts off the words with which all `names` begin or end, unless one name has no other.
fn without_common_words<'a>(names: &[&'a str]) -> Vec<&'a str> {
    let split: Vec<Vec<(usize, &str)>> = names.iter().map(|name| words(name)).collect();
    let folded: Vec<Vec<String>> =
        split.iter().map(|words| words.iter().map(|w| fold(w.1)).collect()).collect();
    let [first, others @ ..] = folded.as_slice() else { return Vec::new() };
    let spare = folded.iter().map(Vec::len).min().unwrap_or(0).saturating_sub(1);
    let same = |(a, b): &(&String, &String)| a == b;
    let begin = others.iter().map(|words| first.iter().zip(words).take_while(same).count());
    let end = others.iter().map(|words| first.iter().rev().zip(words.iter().rev()).take_while(same).count());
    let mut before = begin.min().unwrap_or(0).min(spare);
    let mut after = end.min().unwrap_or(0).min(spare - before);
    // 01 and 02 say nothing without the year or the word beside them: `2025-01`, `vague 1`.
    let is_number = |word: &String| word.bytes().all(|b| b.is_ascii_digit());
    let bare = |words: &[String]| words.iter().all(|word| is_number(word) && word.len() != 4);
    if folded.iter().all(|words| bare(&words[before..words.len() - after])) {
        let beside = first[..before].iter().rev().take_while(|word| is_number(word)).count();
        let beyond = first[first.len() - after..].iter().take_while(|word| is_number(word)).count();
        before -= if beside + beyond == 0 { before.min(1) } else { beside };
        after -= beyond;
    }
    let kept = |(name, words): (&&'a str, &Vec<(usize, &str)>)| {
        let start = words.get(before).map_or(0, |word| word.0);
        let last = words.len().checked_sub(after + 1).and_then(|i| words.get(i));
        let end = last.map_or(name.len(), |(start, word)| start + word.len());
        name.get(start..end).unwrap_or(name)
    };
    names.iter().zip(&split).map(kept).collect()
}

/// The words of a file name, and where they start.
fn words(name: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut start = 0;
    for part in name.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let word = part.trim_end_matches(|c: char| !c.is_alphanumeric());
        if !word.is_empty() {
            words.push((start, word));
        }
        start += part.len();
    }
    words
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::study::parse_date;

    fn profile(values: &[(&str, u64)]) -> Profile {
        let values = values.iter().map(|(value, n)| ((*value).to_owned(), *n)).collect();
        Profile { column: "vague".into(), values: Some(values), ..Profile::default() }
    }

    #[test]
    fn every_spelling_of_a_name_is_found() {
        let spellings = [
            ("T1\u{a0}2025", 2),
            ("t1 2025", 1),
            ("T2  2025", 4),
            ("e\u{301}te\u{301} 2025", 1),
            ("Ete 2025 ", 3),
        ];
        let waves = Waves::new(&WaveSource::column("vague"), &profile(&spellings));
        assert_eq!(waves.labels(Lang::Fr), ["T1 2025", "T2 2025", "Ete 2025"]);
        let found: Vec<_> = spellings.iter().map(|(value, _)| waves.find(value)).collect();
        assert_eq!(found, [Some(0), Some(0), Some(1), Some(2), Some(2)]);
        assert_eq!(waves.find("T3 2025"), None);
    }

    #[test]
    fn dates_are_cut_into_periods() {
        let mut profile = profile(&[]);
        let cells = ["31/12/2024", "02/01/2025", "le 6 janvier 2025", "13/01/2025"];
        cells.iter().filter_map(|cell| parse_date(cell)).for_each(|date| profile.sums.dates.add(date, 1));
        let waves = |period| {
            let period = Some((period, DateFormat::DayFirst));
            let source = WaveSource { period, ..WaveSource::column("date") };
            Waves::new(&source, &profile)
        };
        assert_eq!(waves(Period::Year).labels(Lang::Fr), ["2024", "2025"]);
        let weeks = waves(Period::Week);
        assert_eq!(weeks.labels(Lang::En), ["2025-W01", "2025-W02", "2025-W03"]);
        assert_eq!(cells.map(|cell| weeks.find(cell)), [Some(0), Some(0), Some(1), Some(2)]);
        assert_eq!(weeks.find("20/01/2025"), None);
    }

    #[test]
    fn files_are_waves() {
        let files = ["d/nps après.csv", "d/nps avant.csv"].map(str::to_owned);
        let held = profile(&[(&files[0], 3), (&files[1], 4)]);
        let waves = Waves::new(&WaveSource::column(FILE), &held);
        assert_eq!(waves.labels(Lang::Fr), ["avant", "après"]);
        assert_eq!(files.each_ref().map(|file| waves.find(file)), [Some(1), Some(0)]);
        let named = [("a.csv", "Vague 2"), ("b.csv", "Vague 1"), ("c.csv", "Vague 2")];
        let names = named.map(|(file, wave)| (file.to_owned(), wave.to_owned())).into();
        let held = profile(&[("d/a.csv", 1), ("d/b.csv", 1), ("d/c.csv", 1)]);
        let waves = Waves::new(&WaveSource { names, ..WaveSource::column(FILE) }, &held);
        let found = ["d/a.csv", "d/b.csv", "d/c.csv"].map(|file| waves.find(file));
        assert_eq!(found, [Some(1), Some(0), Some(1)]);
    }

    #[test]
    fn names_and_order_may_be_declared() {
        let held = profile(&[("p", 1), ("Q", 2), ("r", 1)]);
        let names = [("q".to_owned(), "Pilote".to_owned())].into();
        let source =
            WaveSource { names, order: vec!["R".into(), "pilote".into()], ..WaveSource::column("vague") };
        let waves = Waves::new(&source, &held);
        assert_eq!(waves.labels(Lang::Fr), ["r", "Pilote", "p"]);
        assert_eq!(waves.find("Q"), Some(1));
    }

    #[test]
    fn files_are_named_after_what_sets_them_apart() {
        for (files, waves) in [
            (&["satisfaction_2024.csv", "satisfaction_2025.csv"][..], &["2024", "2025"][..]),
            (&["nps T1.xlsx", "nps T2.xlsx"], &["T1", "T2"]),
            (&["/tmp/avant.csv", "/tmp/après.csv"], &["avant", "après"]),
            (&["NPS_T1_2025_final.csv.gz", "nps_T2_2025_final.csv.gz"], &["T1", "T2"]),
            (&["2024/nps.csv", "2025/nps.csv"], &["2024", "2025"]),
            (&["c:\\e\\nps.csv", "c:\\e\\nps 2025.csv"], &["nps", "nps 2025"]),
            (&["export 2025-01.csv", "export 2025-02.csv"], &["2025-01", "2025-02"]),
            (&["export_01_2025.csv", "export_02_2025.csv"], &["01_2025", "02_2025"]),
            (&["enquête vague 1.csv", "enquête vague 2.csv"], &["vague 1", "vague 2"]),
            (&["nps-1.csv", "nps-2.csv"], &["nps-1", "nps-2"]),
            (&["export.T1.csv", "export.T2.csv"], &["T1", "T2"]),
            (&["e\u{301}te\u{301}.csv", "hiver.csv"], &["été", "hiver"]),
            (&["a/nps 2025.csv"], &["nps 2025"]),
            (&["x.csv", "x.csv"], &["x", "x"]),
            (&[".csv", "-.csv"], &["csv", "-"]),
            (&[], &[]),
        ] {
            let files: Vec<String> = files.iter().map(|file| (*file).to_owned()).collect();
            assert_eq!(file_waves(&files), waves);
        }
    }

    proptest! {
        #[test]
        fn files_of_different_names_are_different_waves(files in prop::collection::btree_set("[ab1é_. -]{1,8}", 0..6)) {
            let files: Vec<String> = files.iter().map(|file| format!("{file}/{file}x.csv")).collect();
            let waves = file_waves(&files);
            prop_assert_eq!(waves.len(), files.len());
            let folded = files.iter().map(|file| tidy(file)).collect::<BTreeSet<_>>();
            prop_assert_eq!(waves.iter().collect::<BTreeSet<_>>().len(), folded.len());
        }
    }
}
