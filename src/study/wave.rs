//! The waves of a study: named by a column, cut out of a date, or one a file.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::chronology;
use super::date::DateFormat;
use super::date_text::{month_number, runs};
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
    /// Names declared for values of the column, or for files, with or without folder and extension.
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
    /// Declared names that name nothing.
    unknown: Vec<String>,
}

impl Waves {
    /// The waves that the column's profile holds.
    #[must_use]
    pub fn new(source: &WaveSource, profile: &Profile) -> Self {
        let (mut names, mut starts) = (BTreeMap::new(), Vec::new());
        let mut known = BTreeSet::new();
        if let Some((period, format)) = source.period {
            starts = profile.sums.dates.dates(format).keys().map(|date| period.start(*date)).collect();
            starts.dedup();
        } else if source.column == FILE {
            let files: Vec<String> = profile.values.iter().flatten().map(|(file, _)| file.clone()).collect();
            let declared: BTreeMap<String, (&String, &String)> =
                source.names.iter().map(|(key, name)| (tidy(key), (key, name))).collect();
            names = files.iter().cloned().zip(file_waves(&files)).collect();
            for (file, shown) in &mut names {
                let found = keys(file).into_iter().filter_map(|key| declared.get(&key));
                for (nearest, (key, name)) in found.enumerate() {
                    known.insert(*key);
                    if nearest == 0 {
                        shown.clone_from(name);
                    }
                }
            }
        } else {
            names = profile.names();
            for (value, name) in &source.names {
                if let Some(shown) = names.get_mut(&fold(value)) {
                    shown.clone_from(name);
                    known.insert(value);
                }
            }
        }
        let mut unknown: Vec<String> =
            source.names.keys().filter(|key| !known.contains(key)).cloned().collect();
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
        let mut waves = Self { source: source.clone(), names: sorted, places, starts, unknown: Vec::new() };
        let labels = [Lang::Fr, Lang::En].map(|lang| waves.labels(lang)).concat();
        let labels: BTreeSet<String> = labels.iter().map(|label| fold(label)).collect();
        unknown.extend(source.order.iter().filter(|name| !labels.contains(&fold(name))).cloned());
        waves.unknown = unknown;
        waves
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

    /// Index of the wave of that name, in either language.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<usize> {
        let named = |lang| self.labels(lang).iter().position(|label| fold(label) == fold(name));
        named(Lang::Fr).or_else(|| named(Lang::En))
    }

    /// What is declared of waves that do not exist: keys of the names that are no value of the column and no
    /// file, then entries of the order that are no wave.
    #[must_use]
    pub fn unknown_names(&self) -> &[String] {
        &self.unknown
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

/// What a file may be called where names are declared, the nearest to its path first.
fn keys(file: &str) -> [String; 4] {
    let path = tidy(file);
    let base = base(&path);
    [&path, without_extension(&path), base, without_extension(base)].map(str::to_owned)
}

fn base(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// Names for waves that come one a file: the names of the files without the words that all begin or end with,
/// except those of a moment beside what tells the files apart: `nps_2025_T1_v2.xlsx` and `nps_2025_T2_v2.xlsx`
/// are `2025 T1` and `2025 T2`. Files of one name are told apart by their folders, then by their extensions.
pub(super) fn file_waves(files: &[String]) -> Vec<String> {
    let paths: Vec<String> = files.iter().map(|file| without_extension(&tidy(file)).to_owned()).collect();
    let stems: Vec<&str> = paths.iter().map(|path| base(path)).collect();
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    let count = distinct(files);
    for names in [stems, paths].iter().filter(|names| distinct(names) == count) {
        let spaced = names.iter().map(|name| piece(name, 0, name.len())).collect();
        for shown in [without_common_words(names), spaced] {
            if distinct(&shown) == count && shown.iter().all(|name| !name.is_empty()) {
                return shown;
            }
        }
    }
    let bases: Vec<String> = files.iter().map(|file| base(file).to_owned()).collect();
    if distinct(&bases) == count { bases } else { files.to_vec() }
}

fn distinct<T: Ord>(names: &[T]) -> usize {
    names.iter().collect::<BTreeSet<_>>().len()
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
fn without_common_words(names: &[&str]) -> Vec<String> {
    let split: Vec<Vec<(usize, &str)>> = names.iter().map(|name| words(name)).collect();
    let folded: Vec<Vec<String>> =
        split.iter().map(|words| words.iter().map(|w| fold(w.1)).collect()).collect();
    let [first, others @ ..] = folded.as_slice() else { return Vec::new() };
    if others.is_empty() {
        return Vec::new();
    }
    let spare = folded.iter().map(Vec::len).min().unwrap_or(0).saturating_sub(1);
    let same = |(a, b): &(&String, &String)| a == b;
    let begin = others.iter().map(|words| first.iter().zip(words).take_while(same).count());
    let end = others.iter().map(|words| first.iter().rev().zip(words.iter().rev()).take_while(same).count());
    let mut before = begin.min().unwrap_or(0).min(spare);
    let mut after = end.min().unwrap_or(0).min(spare - before);
    let beside = |before: usize, after: usize, keep: fn(&str) -> bool| {
        let keep = |word: &&String| keep(word);
        let left = first.iter().take(before).rev().take_while(keep).count();
        let right = first.iter().rev().take(after).rev().take_while(keep).count();
        (before - left, after - right)
    };
    (before, after) = beside(before, after, is_of_a_moment);
    // 1 and 2 say nothing without the number or the word beside them: `2025-1`, `vague 1`.
    let bare = |words: &[String]| {
        words.iter().take(words.len() - after).skip(before).all(|word| is_number(word) && word.len() != 4)
    };
    if folded.iter().all(|words| bare(words)) {
        let numbers = beside(before, after, is_number);
        (before, after) =
            if numbers == (before, after) { (before.saturating_sub(1), after) } else { numbers };
    }
    let kept = |(name, words): (&&str, &Vec<(usize, &str)>)| {
        let start = words.get(before).map_or(0, |word| word.0);
        let last = words.len().checked_sub(after + 1).and_then(|i| words.get(i));
        let end = last.map_or(name.len(), |(start, word)| start + word.len());
        piece(name, start, end)
    };
    names.iter().zip(&split).map(kept).collect()
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a folded word may be part of a date or of the name of a period.
fn is_of_a_moment(word: &str) -> bool {
    const WORDS: &str = "trimestre|trim|semestre|sem|semaine|mois|vague|quarter|half|week|month|wave|\
                         hiver|winter|printemps|spring|ete|summer|automne|autumn";
    let number = |text: &str, most: u32| text.parse().is_ok_and(|n: u32| (1..=most).contains(&n));
    match runs(word).as_slice() {
        [run] if run.ordinal => number(run.text, 53),
        [run] if run.number => match run.text.len() {
            2 => number(run.text, 31),
            4 => {
                let (a, b) = run.text.split_at(2);
                let day_and_month = (number(a, 31) && number(b, 12)) || (number(a, 12) && number(b, 31));
                day_and_month || matches!(a, "19" | "20" | "21")
            }
            _ => false,
        },
        [run] => month_number(run.text).is_some() || WORDS.split('|').any(|known| known == run.text),
        // T1, S27, but not V2.
        [unit, n] if !unit.number => match unit.text {
            "t" | "q" | "trim" => number(n.text, 4),
            "h" => number(n.text, 2),
            "m" => number(n.text, 12),
            "s" | "w" | "sem" => number(n.text, 53),
            _ => false,
        },
        [n, unit] => matches!(unit.text, "t" | "q") && number(n.text, 4),
        _ => false,
    }
}

/// Part of a file name as it is shown: spaces for underscores, no bracket without its other half, which may
/// stand right beside the part.
fn piece(name: &str, start: usize, end: usize) -> String {
    const BRACKETS: [(char, char); 3] = [('(', ')'), ('[', ']'), ('{', '}')];
    let opened = name.get(..start).is_some_and(|left| BRACKETS.iter().any(|(open, _)| left.ends_with(*open)));
    let closed =
        name.get(end..).is_some_and(|right| BRACKETS.iter().any(|(_, close)| right.starts_with(*close)));
    let text = name.get(start - usize::from(opened)..end + usize::from(closed)).unwrap_or(name);
    let (mut open, mut paired) = (Vec::new(), BTreeSet::new());
    for (at, c) in text.char_indices() {
        if BRACKETS.iter().any(|(o, _)| *o == c) {
            open.push((at, c));
        } else if let Some((from, _)) = open.pop_if(|(_, o)| BRACKETS.contains(&(*o, c))) {
            // `(T1)` is T1.
            if (from, at + 1) != (0, text.len()) {
                paired.extend([from, at]);
            }
        }
    }
    let lone = |at: usize, c: char| BRACKETS.iter().any(|(o, s)| *o == c || *s == c) && !paired.contains(&at);
    let shown = text.char_indices().filter(|(at, c)| !lone(*at, *c));
    tidy(&shown.map(|(_, c)| if c == '_' { ' ' } else { c }).collect::<String>())
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
    fn files_are_declared_with_or_without_folder_and_extension() {
        let declare = |file: &str, key: &str| {
            let names = [(key.to_owned(), "T1".to_owned())].into();
            let source = WaveSource { names, ..WaveSource::column(FILE) };
            let waves = Waves::new(&source, &profile(&[(file, 3)]));
            assert_eq!(waves.find(file), Some(0));
            (waves.labels(Lang::Fr), waves.unknown_names().to_vec())
        };
        for key in ["b_2025-T1", "b_2025-T1.csv", "d/b_2025-T1", "d/b_2025-T1.csv"] {
            assert_eq!(declare("d/b_2025-T1.csv", key), (vec!["T1".to_owned()], Vec::new()), "{key}");
        }
        assert_eq!(declare("e\u{301}te\u{301}.xlsx", "été").0, ["T1"]);
        assert_eq!(declare("d/b_T1.csv", "b_T2"), (vec!["b T1".to_owned()], vec!["b_T2".to_owned()]));
    }

    #[test]
    fn what_is_declared_of_no_wave_is_told() {
        let names = [("p", "Pilote"), ("z", "Zéro")].map(|(key, name)| (key.to_owned(), name.to_owned()));
        let order = ["R".to_owned(), "p".to_owned(), "PILOTE".to_owned()].into();
        let source = WaveSource { names: names.into(), order, ..WaveSource::column("vague") };
        // p is called Pilote from now on.
        assert_eq!(Waves::new(&source, &profile(&[("P", 1), ("r", 1)])).unknown_names(), ["z", "p"]);
        let mut dated = profile(&[]);
        dated.sums.dates.add(parse_date("02/01/2025").unwrap(), 1);
        let period = Some((Period::Quarter, DateFormat::DayFirst));
        let order = [Lang::Fr, Lang::En].map(|lang| Period::Quarter.label(Date::constant(2025, 1, 1), lang));
        let source = WaveSource { period, order: order.into(), ..WaveSource::column("date") };
        assert!(Waves::new(&source, &dated).unknown_names().is_empty());
    }

    #[test]
    fn files_are_named_after_what_sets_them_apart() {
        for (files, waves) in [
            (&["satisfaction_2024.csv", "satisfaction_2025.csv"][..], &["2024", "2025"][..]),
            (&["nps T1.xlsx", "nps T2.xlsx"], &["T1", "T2"]),
            (&["vagues/avant.csv", "vagues/après.csv"], &["avant", "après"]),
            (&["barometre_2025-T1.csv", "barometre_2025-T2.csv"], &["2025-T1", "2025-T2"]),
            (&["NPS_T1_2025_final.csv.gz", "nps_T2_2025_final.csv.gz"], &["T1 2025", "T2 2025"]),
            (&["NPS_2025_Q1_v2.csv", "NPS_2025_Q2_v2.csv"], &["2025 Q1", "2025 Q2"]),
            (&["enquete T1 2024.csv", "enquete T1 2025.csv"], &["T1 2024", "T1 2025"]),
            (&["nps_S26_2025.csv", "nps_S27_2025.csv"], &["S26 2025", "S27 2025"]),
            (&["satisfaction_mars_2025.csv", "satisfaction_avril_2025.csv"], &["mars 2025", "avril 2025"]),
            (
                &["1er_trimestre_2025.csv", "2e_trimestre_2025.csv"],
                &["1er trimestre 2025", "2e trimestre 2025"],
            ),
            (&["nps 2025-01-15 ok.csv", "nps 2025-02-15 ok.csv"], &["2025-01-15", "2025-02-15"]),
            (&["export vague 1 2025.csv", "export vague 2 2025.csv"], &["vague 1 2025", "vague 2 2025"]),
            (&["nps_v2_nord.csv", "nps_v2_sud.csv"], &["nord", "sud"]),
            (&["2024/nps.csv", "2025/nps.csv"], &["2024", "2025"]),
            (&["c:\\e\\nps.csv", "c:\\e\\nps 2025.csv"], &["nps", "nps 2025"]),
            (&["export 2025-01.csv", "export 2025-02.csv"], &["2025-01", "2025-02"]),
            (&["export_01_2025.csv", "export_02_2025.csv"], &["01 2025", "02 2025"]),
            (&["enquête vague 1.csv", "enquête vague 2.csv"], &["vague 1", "vague 2"]),
            (&["nps-1.csv", "nps-2.csv"], &["nps-1", "nps-2"]),
            (&["resultats (1).csv", "resultats (2).csv"], &["resultats (1)", "resultats (2)"]),
            (&["resultats.csv", "resultats (1).csv"], &["resultats", "resultats (1)"]),
            (&["nps (T1 2025).csv", "nps (T2 2025).csv"], &["T1 2025", "T2 2025"]),
            (&["nps (T1).csv", "nps (T2).csv"], &["T1", "T2"]),
            (&["(2025) T1.csv", "(2025) T2.csv"], &["(2025) T1", "(2025) T2"]),
            (&["envoi (1 copie).csv", "envoi (2 copie).csv"], &["envoi 1", "envoi 2"]),
            (&["export.T1.csv", "export.T2.csv"], &["T1", "T2"]),
            (&["e\u{301}te\u{301}.csv", "hiver.csv"], &["été", "hiver"]),
            (&["a/nps_2025 (final).csv"], &["nps 2025 (final)"]),
            (&["NPS_a.csv", "nps_A.csv"], &["a", "A"]),
            (&["nps_T1.csv", "nps T1.csv"], &["nps_T1.csv", "nps T1.csv"]),
            (&["d/nps.csv", "d/nps.xlsx"], &["nps.csv", "nps.xlsx"]),
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
        fn files_of_different_names_are_different_waves(
            files in prop::collection::btree_set("(T1|mars|2025|v2|[aAbé1()]|[_. /-]|  ){0,5}(\\.csv|\\.CSV|)", 0..6)
        ) {
            let files: Vec<String> = files.into_iter().collect();
            let waves = file_waves(&files);
            prop_assert_eq!(waves.len(), files.len());
            prop_assert_eq!(distinct(&waves), files.len(), "{:?}", waves);
        }

        #[test]
        fn any_names_of_files_are_read(files in prop::collection::vec("\\PC{0,12}", 0..4)) {
            let waves = file_waves(&files);
            prop_assert_eq!(distinct(&waves), distinct(&files));
        }
    }
}
