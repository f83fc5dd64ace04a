//! Sensitive content: mentions of what the RGPD protects in its article 9, and alerts that a person must read.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;

use super::pattern::Patterns;
use super::word::{Words, fold_into};
use crate::lang::Lang;

/// A kind of sensitive content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sensitive {
    /// Somebody's health: an illness, a handicap, a pregnancy, a stay in hospital, a sick leave.
    Health,
    /// Membership of a trade union.
    Union,
    /// Religion.
    Religion,
    /// Ethnic origin.
    Origin,
    /// Sexual orientation, gender identity.
    Orientation,
    /// Political opinion.
    Politics,
    /// Harassment of a person; insistent sales calls are none.
    Harassment,
    /// Suicide, self-harm.
    SelfHarm,
    /// Discrimination, racism, sexism; a better price for new customers is none.
    Discrimination,
    /// Violence against a person, or a threat of it; a threat to leave or to sue is none.
    Violence,
}

impl Sensitive {
    /// All of them: those of article 9, then the alerts.
    pub const ALL: [Self; 10] = [
        Self::Health,
        Self::Union,
        Self::Religion,
        Self::Origin,
        Self::Orientation,
        Self::Politics,
        Self::Harassment,
        Self::SelfHarm,
        Self::Discrimination,
        Self::Violence,
    ];

    /// True for what somebody in charge must read soon; the others are special categories of personal data
    /// (RGPD, article 9).
    pub fn is_alert(self) -> bool {
        self >= Self::Harassment
    }

    /// Its name in a table or a sentence: `santé`, `health`.
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Health => pick!(lang, privacy::health),
            Self::Union => pick!(lang, privacy::union_membership),
            Self::Religion => "religion",
            Self::Origin => pick!(lang, privacy::ethnic_origin),
            Self::Orientation => pick!(lang, privacy::sexual_orientation),
            Self::Politics => pick!(lang, privacy::political_opinion),
            Self::Harassment => pick!(lang, privacy::harassment),
            Self::SelfHarm => pick!(lang, privacy::suicide_self_harm),
            Self::Discrimination => "discrimination",
            Self::Violence => pick!(lang, privacy::violence_threat),
        }
    }

    /// The name that `lexicons/sensitive.tsv` gives it.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Health => "health",
            Self::Union => "union",
            Self::Religion => "religion",
            Self::Origin => "origin",
            Self::Orientation => "orientation",
            Self::Politics => "politics",
            Self::Harassment => "harassment",
            Self::SelfHarm => "self_harm",
            Self::Discrimination => "discrimination",
            Self::Violence => "violence",
        }
    }
}

/// A place where a text speaks of something sensitive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// What of.
    pub kind: Sensitive,
    /// Byte range of the words that tell it.
    pub span: Range<usize>,
}

/// The sensitive mentions of a text, French or English, in their order; none in most.
///
/// Words and phrases of `lexicons/sensitive.tsv` are looked for whatever their case and accents, the longest
/// first; idioms and products that look like them (« mort de rire », « complémentaire santé », « harcèlement
/// commercial ») are left out. A word list sees neither irony nor what is not said in its words: a quote without
/// a mention may still be sensitive.
///
/// ```
/// use barometre::privacy::{Sensitive, sensitive};
/// let text = "Harcelé par mon chef, je suis en arrêt maladie. Ma complémentaire santé est bien.";
/// let found: Vec<_> = sensitive(text).into_iter().map(|m| (m.kind, &text[m.span])).collect();
/// assert_eq!(found, [(Sensitive::Harassment, "Harcelé par mon chef"), (Sensitive::Health, "suis en arrêt maladie")]);
/// ```
pub fn sensitive(text: &str) -> Vec<Mention> {
    let words = Words::of(text);
    let mut folded = Folded::default();
    let mut one = String::new();
    for (i, word) in words.list.iter().enumerate() {
        fold_into(&text[word.range.clone()], &mut one);
        let next = words.list.get(i + 1).map_or(text.len(), |next| next.range.start);
        let ends = text[word.range.end..next].contains(['.', '!', '?', ';', '\n', '…']);
        folded.push(&one, ends);
    }
    let (idioms, others): (Vec<_>, Vec<_>) =
        Patterns::get().find(&folded).into_iter().partition(|(_, kind)| kind.is_none());
    let mut mentions: Vec<(Sensitive, Range<usize>)> = others
        .into_iter()
        .filter(|(range, _)| !idioms.iter().any(|(idiom, _)| overlap(idiom, range)))
        .filter_map(|(range, kind)| Some((kind?, range)))
        .collect();
    mentions.sort_unstable_by_key(|(kind, range)| (*kind, range.start, range.end));
    // Of a kind, those that overlap are one.
    mentions.dedup_by(|(kind, range), (before, last)| {
        let same = kind == before && overlap(range, last);
        if same {
            last.end = last.end.max(range.end);
        }
        same
    });
    mentions.sort_by_key(|(_, range)| range.start);
    let span = |range: Range<usize>| words.list[range.start].range.start..words.list[range.end - 1].range.end;
    mentions.into_iter().map(|(kind, range)| Mention { kind, span: span(range) }).collect()
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// The folded words of a text, and where its sentences end.
#[derive(Debug, Default)]
pub(super) struct Folded {
    letters: String,
    /// End of each word in `letters`, and whether a sentence ends after it.
    ends: Vec<(usize, bool)>,
}

impl Folded {
    fn push(&mut self, word: &str, ends: bool) {
        self.letters.push_str(word);
        self.ends.push((self.letters.len(), ends));
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn word(&self, i: usize) -> &str {
        let start = i.checked_sub(1).map_or(0, |before| self.ends[before].0);
        &self.letters[start..self.ends[i].0]
    }

    /// Whether the word `i` goes on the sentence of the one before.
    pub(super) fn goes_on(&self, i: usize) -> bool {
        i < self.ends.len() && i.checked_sub(1).is_none_or(|before| !self.ends[before].1)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use proptest::prelude::*;

    use super::*;
    use crate::lexicon::entries;

    const SENTENCES: &str = include_str!("../../tests/privacy/sensitive.tsv");

    /// Of each kind: found rightly, found, to be found.
    fn score() -> (BTreeMap<&'static str, [u32; 3]>, Vec<String>) {
        let mut counts: BTreeMap<&'static str, [u32; 3]> = BTreeMap::new();
        let mut wrong = Vec::new();
        for entry in entries(SENTENCES) {
            let (kinds, sentence) = entry.split_once('\t').expect("two columns");
            let expected: BTreeSet<&str> = kinds.split(',').filter(|kind| *kind != "none").collect();
            let found: BTreeSet<&str> = sensitive(sentence).iter().map(|m| m.kind.id()).collect();
            for kind in Sensitive::ALL.map(Sensitive::id) {
                let count = counts.entry(kind).or_default();
                count[0] += u32::from(expected.contains(kind) && found.contains(kind));
                count[1] += u32::from(found.contains(kind));
                count[2] += u32::from(expected.contains(kind));
            }
            if expected != found {
                wrong.push(format!("{kinds} ≠ {found:?}: {sentence}"));
            }
        }
        (counts, wrong)
    }

    #[test]
    fn sentences_are_told_apart() {
        let (counts, wrong) = score();
        for (kind, [right, found, wanted]) in &counts {
            let (right, found, wanted) = (f64::from(*right), f64::from(*found), f64::from(*wanted));
            assert!(
                right >= 0.9 * wanted && right >= 0.9 * found,
                "{kind}: {counts:?}\n{}",
                wrong.join("\n")
            );
        }
    }

    #[test]
    fn every_kind_has_its_sentences_and_the_look_alikes_theirs() {
        let (counts, _) = score();
        assert!(counts.values().all(|[_, _, wanted]| *wanted >= 8), "{counts:?}");
        assert!(entries(SENTENCES).filter(|entry| entry.starts_with("none\t")).count() >= 100);
    }

    #[test]
    fn a_phrase_ends_with_its_sentence() {
        assert!(sensitive("Il menace. La mort de ce service.").is_empty());
        assert_eq!(sensitive("MENACÉE DE MORT")[0].span, 0..16);
    }

    proptest! {
        #[test]
        fn spans_lie_in_the_text(text in "(menace|de mort|suicid[eé]|\\.|cancer|mutuelle|[ ’'-]|é|\u{301}){0,20}|.{0,60}") {
            for mention in sensitive(&text) {
                prop_assert!(!text[mention.span].is_empty());
            }
        }
    }
}
