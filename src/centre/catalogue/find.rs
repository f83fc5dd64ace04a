//! From what a person types to the indicators it may mean.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::Serialize;

use super::contested::{CONTESTED, Contested};
use super::entry::Text;
use super::explain::{Explanation, explain};
use crate::centre::indicator::Indicator;
use crate::lang::Lang;
use crate::study::fold;

/// Names offered when nothing is found.
const OFFERED: usize = 3;

/// Words that do not tell two names apart.
const ARTICLES: &[&str] =
    &["a", "an", "au", "aux", "d", "de", "des", "du", "l", "la", "le", "les", "of", "the", "un", "une"];

/// What a name leads to.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Lookup {
    /// Why there are several explanations, or what the name means beside them; null where it is plain.
    pub why: Option<String>,
    /// The indicators that the name may mean; empty when it is unknown.
    pub explanations: Vec<Explanation>,
    /// Names near an unknown one.
    pub nearest: Vec<String>,
}

/// The indicators that `asked` may mean, in the order of what it means first; empty when it is unknown.
///
/// An id, a name, an abbreviation or an alias of either language; case, accents, punctuation, articles and plurals do not
/// count.
///
/// ```
/// use barometre::centre::{Indicator, catalogue::find};
/// assert_eq!(find("la dmt"), [Indicator::AverageHandleTime]);
/// assert_eq!(find("Taux d’abandon"), [Indicator::AbandonmentRate]);
/// assert_eq!(find("taux de décroché"), [Indicator::AnswerRate, Indicator::ConnectRate]);
/// assert!(find("météo").is_empty());
/// ```
#[must_use]
pub fn find(asked: &str) -> Vec<Indicator> {
    let asked = key(asked);
    if asked.is_empty() {
        return Vec::new();
    }
    if let Some(contested) = contested_key(&asked) {
        return contested.indicators.to_vec();
    }
    let mut found: Vec<_> =
        NAMES.iter().filter(|name| name.key == asked).map(|name| name.indicator).collect();
    found.dedup();
    found
}

/// Why a name means several things, or what it means that is no indicator of its own.
#[must_use]
pub fn contested(asked: &str, lang: Lang) -> Option<String> {
    contested_key(&key(asked)).map(|contested| contested.why.of(lang))
}

/// At most three names near one that [`find`] does not know, the nearest first: at most one letter in three is different
/// (Levenshtein), else the indicators with a name that contains it.
///
/// ```
/// use barometre::Lang;
/// use barometre::centre::catalogue::nearest;
/// assert_eq!(nearest("taux d'abandom", Lang::Fr), ["Taux d’abandon"]);
/// assert_eq!(nearest("coût", Lang::En)[0], "Cost per call");
/// ```
#[must_use]
pub fn nearest(asked: &str, lang: Lang) -> Vec<String> {
    near(asked, lang).into_iter().map(|(name, _)| name).collect()
}

/// The ids to write for a name that is none: of what it means ([`find`]), else of the names near it.
///
/// ```
/// use barometre::centre::catalogue::ids;
/// assert_eq!(ids("DMT"), ["average_handle_time"]);
/// assert_eq!(ids("servce_level"), ["service_level"]);
/// ```
#[must_use]
pub fn ids(asked: &str) -> Vec<String> {
    let found = find(asked);
    let near = || near(asked, Lang::En).into_iter().map(|(_, indicator)| indicator).collect();
    let found: Vec<Indicator> = if found.is_empty() { near() } else { found };
    found.into_iter().map(|indicator| indicator.id().to_owned()).collect()
}

fn near(asked: &str, lang: Lang) -> Vec<(String, Indicator)> {
    let asked = key(asked);
    let length = asked.chars().count();
    let mut found: Vec<(usize, String, Indicator)> = Vec::new();
    for name in NAMES.iter() {
        let named = name.key.chars().count();
        // Lengths alone part most names, however long the one that is asked.
        let near = (named.abs_diff(length) * 3 <= length)
            .then(|| distance(&asked, &name.key))
            .filter(|distance| distance * 3 <= length);
        let (rank, shown) = match near {
            Some(distance) => (distance, name.shown.replace('\'', "’")),
            None if length >= 4 && name.key.contains(&asked) => (length + named, name.indicator.name(lang)),
            None => continue,
        };
        found.push((rank, shown, name.indicator));
    }
    found.sort();
    // Names that are as near as the best by letters leave no room for those that only contain it.
    let typos = found.first().is_some_and(|(rank, ..)| *rank < length);
    let mut out: Vec<(String, Indicator)> = Vec::new();
    for (rank, name, indicator) in found {
        if out.len() == OFFERED || (typos && rank >= length) {
            break;
        }
        if out.iter().all(|(_, seen)| *seen != indicator) {
            out.push((name, indicator));
        }
    }
    out
}

/// What `asked` means, explained; with the nearest names where it is unknown.
#[must_use]
pub fn look_up(asked: &str, lang: Lang) -> Lookup {
    let found = find(asked);
    Lookup {
        why: contested(asked, lang),
        nearest: if found.is_empty() { nearest(asked, lang) } else { Vec::new() },
        explanations: found.into_iter().map(|indicator| explain(indicator, lang)).collect(),
    }
}

fn contested_key(asked: &str) -> Option<&'static Contested> {
    CONTESTED_KEYS.get(asked).map(|at| &CONTESTED[*at])
}

/// A name of an indicator, and what is compared of it.
struct Name {
    key: String,
    shown: &'static str,
    indicator: Indicator,
}

static NAMES: LazyLock<Vec<Name>> = LazyLock::new(|| {
    let of = |indicator: &Indicator| {
        let indicator = *indicator;
        names(indicator).map(move |shown| Name { key: key(shown), shown, indicator })
    };
    Indicator::ALL.iter().flat_map(of).collect()
});

static CONTESTED_KEYS: LazyLock<BTreeMap<String, usize>> = LazyLock::new(|| {
    let keys = |(at, contested): (usize, &Contested)| contested.names.iter().map(move |name| (key(name), at));
    CONTESTED.iter().enumerate().flat_map(keys).collect()
});

/// Every name of an indicator; its id, readable as words, last.
fn names(indicator: Indicator) -> impl Iterator<Item = &'static str> {
    let entry = indicator.entry();
    let texts = [Some(entry.name), entry.short].into_iter().flatten().flat_map(Text::typed);
    let aliases = entry.aliases_fr.iter().chain(entry.aliases_en).copied();
    texts.chain(aliases).chain([indicator.id()])
}

/// What two spellings of one name have in common: folded words without articles and plurals, run together.
pub(super) fn key(name: &str) -> String {
    fold(name)
        .replace('.', "")
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !ARTICLES.contains(word))
        .map(|word| match word.strip_suffix(['s', 'x']) {
            Some(stem) if stem.len() >= 4 && !stem.ends_with('s') => stem,
            _ => word,
        })
        .collect()
}

/// Letters to insert, delete or replace between two words (Levenshtein 1966).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = i;
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_name_leads_to_its_indicator_and_only_contested_ones_to_several() {
        let mut owners: BTreeMap<String, Indicator> = BTreeMap::new();
        for indicator in Indicator::ALL.iter().copied() {
            for name in names(indicator) {
                assert!(!key(name).is_empty(), "{name}");
                if contested_key(&key(name)).is_some() {
                    assert!(find(name).contains(&indicator), "{name}");
                    continue;
                }
                let owner = *owners.entry(key(name)).or_insert(indicator);
                assert_eq!(owner, indicator, "{name}");
                assert_eq!(find(name), [indicator], "{name}");
            }
        }
    }

    #[test]
    fn contested_names_say_why_in_both_languages() {
        let mut keys: Vec<_> = CONTESTED.iter().flat_map(|c| c.names).map(|name| key(name)).collect();
        keys.sort();
        let n = keys.len();
        keys.dedup();
        assert_eq!(keys.len(), n);
        for contested_name in CONTESTED {
            assert!(!contested_name.indicators.is_empty());
            for name in contested_name.names {
                let [fr, en] = [Lang::Fr, Lang::En].map(|lang| contested(name, lang).unwrap());
                assert_ne!(fr, en);
                assert!(!fr.contains(['\'', '"']) && !fr.contains(" :"), "{fr}");
            }
        }
        assert_eq!(contested("DMT", Lang::Fr), None);
    }

    #[test]
    fn what_managers_type_is_found() {
        use Indicator as I;
        let cases = [
            ("DMT", I::AverageHandleTime),
            ("TMT", I::AverageHandleTime),
            ("aht", I::AverageHandleTime),
            ("D.M.C", I::AverageTalkTime),
            ("Post appel", I::AverageAfterCallWork),
            ("ACW", I::AverageAfterCallWork),
            ("q.s.", I::QualityOfService),
            ("niveaux de service", I::ServiceLevel),
            ("SL", I::ServiceLevel),
            ("le taux d’abandon", I::AbandonmentRate),
            ("ASA", I::AverageSpeedOfAnswer),
            ("TMA", I::AverageWaitTime),
            ("once & done", I::FirstContactResolution),
            ("Once and done", I::FirstContactResolution),
            ("taux de reiteration", I::FirstContactResolution),
            ("self care", I::SelfServiceRate),
            ("ATTRITION", I::ChurnRate),
            ("DPR", I::FirstResponseTime),
            ("ART", I::ResolutionTime),
            ("en cours", I::Backlog),
            ("appels muets", I::PredictiveConnectDelay),
            ("churn", I::ChurnRate),
            ("HNO", I::OutOfHoursCalls),
            ("average_handle_time", I::AverageHandleTime),
            ("absenteisme", I::AbsenceRate),
            ("taux de transformation", I::OutboundConversionRate),
        ];
        for (asked, indicator) in cases {
            assert_eq!(find(asked), [indicator], "{asked}");
        }
        assert_eq!(find("MEA"), [I::PredictiveConnectDelay, I::AverageTalkTime]);
        assert!(contested("mea", Lang::Fr).unwrap().contains("mise en garde"));
        assert_eq!(find("DMA"), [I::PredictiveConnectDelay, I::AverageWaitTime]);
        for nothing in ["", " ", "de la", "…"] {
            assert!(find(nothing).is_empty(), "{nothing:?}");
        }
    }

    #[test]
    fn an_unknown_name_is_answered_with_its_neighbours() {
        let lookup = look_up("taux d'absenteïsm", Lang::Fr);
        assert!(lookup.explanations.is_empty());
        assert_eq!(lookup.nearest, ["Taux d’absentéisme"]);
        assert!(nearest("xyzzy plugh", Lang::Fr).is_empty());
        assert!(nearest("", Lang::Fr).is_empty());
        assert!(
            nearest("appels", Lang::Fr).iter().all(|name| key(name).contains("appel")),
            "{:?}",
            nearest("appels", Lang::Fr)
        );
    }

    proptest! {
        #[test]
        fn one_slip_in_a_long_name_is_forgiven(which in 0..49usize, at in 0..40usize) {
            let indicator = Indicator::ALL[which];
            let mut letters: Vec<char> = indicator.id().chars().collect();
            prop_assume!(letters.len() >= 8);
            let at = at % letters.len();
            letters[at] = 'z';
            let slip: String = letters.into_iter().collect();
            let offered: Vec<_> = nearest(&slip, Lang::Fr).iter().flat_map(|name| find(name)).collect();
            prop_assert!(offered.contains(&indicator) || find(&slip).contains(&indicator), "{slip}: {offered:?}");
        }

        #[test]
        fn a_distance_is_symmetric_and_zero_only_between_equals(a in "[a-d]{0,8}", b in "[a-d]{0,8}") {
            prop_assert_eq!(distance(&a, &b), distance(&b, &a));
            prop_assert_eq!(distance(&a, &b) == 0, a == b);
            prop_assert!(distance(&a, &b) <= a.len().max(b.len()));
        }

        #[test]
        fn anything_typed_is_answered(asked in ".{0,40}") {
            let lookup = look_up(&asked, Lang::Fr);
            prop_assert!(lookup.explanations.is_empty() || lookup.nearest.is_empty());
        }
    }
}
