//! From what a person types to the indicators it may mean.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::Serialize;

use super::entry::{Text, text};
use super::explain::{Explanation, explain};
use crate::centre::indicator::Indicator;
use crate::lang::Lang;
use crate::study::fold;

/// Names offered when nothing is found.
const OFFERED: usize = 3;

/// Words that do not tell two names apart.
const ARTICLES: &[&str] =
    &["a", "an", "au", "aux", "d", "de", "des", "du", "l", "la", "le", "les", "of", "the", "un", "une"];

/// A name that means several things, or something that is no indicator of its own.
struct Contested {
    names: &'static [&'static str],
    indicators: &'static [Indicator],
    why: Text,
}

const CONTESTED: &[Contested] = &[
    Contested {
        names: &["MEA", "mise en attente"],
        indicators: &[Indicator::PredictiveConnectDelay, Indicator::AverageTalkTime],
        why: text(
            "En appel sortant prédictif, la MEA est le délai entre le décroché du client et l’agent. En entrant, le même sigle désigne la mise \
             en garde : elle n’est pas un indicateur à part, elle entre dans la DMC (et la DMT) ; la mise en garde moyenne est la DMC moins sa \
             variante talk.",
            "In predictive outbound calls it is the delay from the customer’s pick-up to the agent. Inbound centres use it for time on hold: no \
             indicator of its own, it is in average talk time (and handle time); mean hold is average talk time less its variant talk.",
        ),
    },
    Contested {
        names: &[
            "mise en garde",
            "temps de mise en garde",
            "durée moyenne de mise en garde",
            "hold",
            "hold time",
            "average hold time",
        ],
        indicators: &[Indicator::AverageTalkTime, Indicator::AverageHandleTime],
        why: text(
            "La mise en garde n’est pas un indicateur à part : elle entre dans la DMC et dans la DMT. La mise en garde moyenne est la DMC moins sa \
             variante talk.",
            "Hold is no indicator of its own: it is in average talk time and in average handle time. Mean hold is average talk time less its \
             variant talk.",
        ),
    },
    Contested {
        names: &["DMA"],
        indicators: &[Indicator::PredictiveConnectDelay, Indicator::AverageWaitTime],
        why: text(
            "En appel sortant prédictif, la DMA est le délai de mise en relation ; en entrant, c’est la durée moyenne d’attente.",
            "In predictive outbound calls it is the connect delay; for inbound calls it is the average wait (French: durée moyenne d’attente).",
        ),
    },
    Contested {
        names: &["taux de décroché", "décroché", "taux d'appels décrochés"],
        indicators: &[Indicator::AnswerRate, Indicator::ConnectRate],
        why: text(
            "C’est le sens de l’appel qui décide : en entrant, la part des appels offerts qu’un agent a pris ; en sortant, la part des appels émis \
             auxquels une personne a répondu.",
            "The direction of the call decides: inbound, the share of calls offered that an agent took; outbound, the share of calls dialled that a \
             person answered.",
        ),
    },
    Contested {
        names: &["taux de conversion", "conversion", "conversion rate"],
        indicators: &[
            Indicator::CallConversionRate,
            Indicator::OutboundConversionRate,
            Indicator::LeadConversionRate,
        ],
        why: text(
            "Trois taux portent ce nom : ventes sur appels entrants traités, ventes sur appels émis (taux de transformation), leads convertis sur \
             leads contactés.",
            "Three rates bear this name: sales over inbound calls handled, sales over calls dialled, leads converted over leads contacted.",
        ),
    },
    Contested {
        names: &["taux de réponse", "response rate"],
        indicators: &[Indicator::ResponseRate, Indicator::AnswerRate],
        why: text(
            "Pour une enquête, c’est la part des invitations qui ont reçu une réponse ; au téléphone, on l’emploie parfois pour le taux de décroché.",
            "For a survey it is the share of invitations answered; on the telephone it is at times said for the answer rate.",
        ),
    },
    Contested {
        names: &["CPA"],
        indicators: &[Indicator::CostPerCall],
        why: text(
            "Au marketing, CPA est le coût par acquisition, qui n’est pas au catalogue ; ici, c’est le coût par appel.",
            "In marketing it is the cost per acquisition, which is not in the catalogue; here it is the cost per call (French: coût par appel).",
        ),
    },
    Contested {
        names: &["SLA"],
        indicators: &[Indicator::ServiceLevel],
        why: text(
            "Le SLA est l’engagement (80 % en 20 s, par exemple) ; ce qui se mesure est le niveau de service.",
            "The SLA is the commitment (80% in 20 s, say); what is measured is the service level.",
        ),
    },
    Contested {
        names: &[
            "taux de réitération",
            "réitération",
            "taux de réappel",
            "repeat contact rate",
            "repeat call rate",
        ],
        indicators: &[Indicator::FirstContactResolution],
        why: text(
            "Le taux de réitération est le complément à 100 % de la résolution au premier contact.",
            "The repeat contact rate is what first contact resolution lacks to 100%.",
        ),
    },
    Contested {
        names: &["attrition", "attrition rate"],
        indicators: &[Indicator::ChurnRate],
        why: text(
            "L’attrition est ici celle des clients ; celle des agents (départs de salariés) n’est pas au catalogue.",
            "Attrition is that of customers here; that of agents (staff who leave) is not in the catalogue.",
        ),
    },
];

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
/// (Levenshtein), else names that contain it.
///
/// ```
/// use barometre::centre::catalogue::nearest;
/// assert_eq!(nearest("taux d'abandom"), ["Taux d’abandon"]);
/// ```
#[must_use]
pub fn nearest(asked: &str) -> Vec<String> {
    let asked = key(asked);
    let length = asked.chars().count();
    let mut found: Vec<(usize, String, Indicator)> = Vec::new();
    for name in NAMES.iter() {
        let distance = distance(&asked, &name.key);
        let rank = if distance * 3 <= length {
            distance
        } else if length >= 4 && name.key.contains(&asked) {
            length + distance
        } else {
            continue;
        };
        found.push((rank, name.shown.replace('\'', "’"), name.indicator));
    }
    found.sort();
    // Names that are as near as the best by letters leave no room for those that only contain it.
    let typos = found.first().is_some_and(|(rank, ..)| *rank < length);
    let mut out: Vec<String> = Vec::new();
    let mut seen: Vec<Indicator> = Vec::new();
    for (rank, name, indicator) in found {
        if out.len() == OFFERED || (typos && rank >= length) {
            break;
        }
        if !seen.contains(&indicator) {
            seen.push(indicator);
            out.push(name);
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
        nearest: if found.is_empty() { nearest(asked) } else { Vec::new() },
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
fn key(name: &str) -> String {
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
        assert!(nearest("xyzzy plugh").is_empty());
        assert!(nearest("").is_empty());
        assert!(nearest("appels").iter().all(|name| key(name).contains("appel")), "{:?}", nearest("appels"));
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
            let offered: Vec<_> = nearest(&slip).iter().flat_map(|name| find(name)).collect();
            prop_assert!(offered.contains(&indicator) || find(&slip).contains(&indicator), "{slip}: {offered:?}");
        }

        #[test]
        fn a_distance_is_symmetric_and_zero_only_between_equals(a in "[a-d]{0,8}", b in "[a-d]{0,8}") {
            prop_assert_eq!(distance(&a, &b), distance(&b, &a));
            prop_assert_eq!(distance(&a, &b) == 0, a == b);
            prop_assert!(distance(&a, &b) <= a.len().max(b.len()));
        }

        #[test]
        fn anything_typed_is_answered(asked in ".*") {
            let lookup = look_up(&asked, Lang::Fr);
            prop_assert!(lookup.explanations.is_empty() || lookup.nearest.is_empty());
        }
    }
}
