//! Phrases: words that belong together, as “temps d'attente” and “service client”; a layer over the tokens.
//!
//! The words of a phrase name subjects and follow each other, or have `de`, `à`, `en`, with or without an article,
//! between them; no sign parts them. Which of such neighbours are phrases is learnt from the corpus: those met
//! often enough whose association is strong ([`association`]). A phrase is the sequence of the families of its words,
//! two to four: “services clients” and “service au client” are the same one.

use rustc_hash::FxHashMap;

use super::analyzer::{FamilyId, Form, PhraseId};
use super::collocation::association;
use super::negation::Mark;
use super::reading::{Match, Word};
use super::sentence::Gap;

/// Words of a phrase, at most.
pub(super) const LONGEST: usize = 4;
/// Standard errors by which the association must exceed none.
const SURE: f64 = 4.0;
/// Logarithm of the odds ratio from which words belong together: e³, twenty times chance.
const STRONG: f64 = 2.0;
/// Phrases kept, at most: those met most often.
const MOST: usize = 2000;
/// Times that a phrase must be met, at least; in long excerpts once in so many texts.
const FEWEST: u64 = 5;
const TEXTS_A_TIME: u64 = 2000;

/// What a word is to phrases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// It may belong to one.
    Member,
    /// `de`, `à`, `en`: may stand between two words of one.
    Preposition,
    /// An article, which may follow the preposition.
    Article,
    /// It parts them.
    Nothing,
}

/// The role of a word that is no member.
pub(super) fn link(normal: &str) -> Link {
    match normal {
        "de" | "d'" | "du" | "des" | "à" | "au" | "aux" | "en" => Link::Preposition,
        "l'" | "le" | "la" | "les" => Link::Article,
        _ => Link::Nothing,
    }
}

/// Follows the words of a verbatim and says where a chain of members is broken.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Chain {
    /// What stands after the last member: nothing yet, a preposition, an article too.
    after: u8,
    open: bool,
}

impl Chain {
    /// Takes the next word; whether it is a member, and goes on from the member before.
    #[inline]
    pub fn next(&mut self, link: Link, parted: bool) -> Option<bool> {
        if parted {
            self.open = false;
        }
        match link {
            Link::Member => {
                let goes_on = self.open;
                *self = Self { after: 0, open: true };
                return Some(goes_on);
            }
            Link::Preposition if self.after == 0 => self.after = 1,
            Link::Article if self.after == 1 => self.after = 2,
            _ => self.open = false,
        }
        None
    }
}

/// Chains of members, as families, from which phrases are learnt.
#[derive(Debug, Default)]
pub(super) struct Chains {
    members: Vec<FamilyId>,
    /// Where each chain begins.
    starts: Vec<usize>,
}

impl Chains {
    /// Adds a member to the last chain, or begins another.
    pub fn push(&mut self, family: FamilyId, goes_on: bool) {
        if !goes_on {
            self.starts.push(self.members.len());
        }
        self.members.push(family);
    }

    fn windows(&self, length: usize) -> impl Iterator<Item = &[FamilyId]> {
        let ends = self.starts.iter().skip(1).copied().chain([self.members.len()]);
        self.starts.iter().zip(ends).flat_map(move |(start, end)| self.members[*start..end].windows(length))
    }

    /// The phrases of `texts` texts, as sequences of families.
    pub fn phrases(&self, texts: u64) -> Vec<Vec<FamilyId>> {
        let fewest = FEWEST.max(texts / TEXTS_A_TIME);
        let mut found: Vec<(u64, Vec<FamilyId>)> = Vec::new();
        // The windows from which a longer phrase may be made: both its ends are frequent.
        let mut frequent: FxHashMap<&[FamilyId], u64> = FxHashMap::default();
        for length in 2..=LONGEST {
            let mut counts: FxHashMap<&[FamilyId], u64> = FxHashMap::default();
            let worth = |w: &[FamilyId]| {
                length == 2 || frequent.contains_key(&w[1..]) && frequent.contains_key(&w[..length - 1])
            };
            for window in self.windows(length).filter(|w| worth(w)) {
                *counts.entry(window).or_default() += 1;
            }
            counts.retain(|_, n| *n >= fewest);
            if counts.is_empty() {
                break;
            }
            let total = self.windows(length).count() as u64;
            let mut left: FxHashMap<&[FamilyId], u64> = FxHashMap::default();
            let mut right: FxHashMap<&[FamilyId], u64> = FxHashMap::default();
            for window in counts.keys() {
                for cut in 1..length {
                    left.insert(&window[..cut], 0);
                    right.insert(&window[cut..], 0);
                }
            }
            for window in self.windows(length) {
                for cut in 1..length {
                    if let Some(n) = left.get_mut(&window[..cut]) {
                        *n += 1;
                    }
                    if let Some(n) = right.get_mut(&window[cut..]) {
                        *n += 1;
                    }
                }
            }
            found.extend(
                counts
                    .iter()
                    .filter(|(window, both)| {
                        (1..length).all(|cut| {
                            let sides = (left[&window[..cut]], right[&window[cut..]]);
                            let found = association(**both, sides.0, sides.1, total);
                            found.z >= SURE && found.lambda >= STRONG
                        })
                    })
                    .map(|(window, n)| (*n, window.to_vec())),
            );
            frequent = counts;
        }
        found.retain(|(_, phrase)| phrase.windows(2).all(|pair| pair[0] != pair[1]));
        found.sort_unstable_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        found.truncate(MOST);
        found.into_iter().map(|(_, phrase)| phrase).collect()
    }
}

/// The phrases of a corpus, to be found in its texts.
#[derive(Debug, Clone, Default)]
pub(super) struct Trie {
    /// From a state and a family to the next state; 0 is the beginning.
    next: FxHashMap<(u32, FamilyId), u32>,
    /// The phrase that ends in each state.
    ends: Vec<Option<PhraseId>>,
}

impl Trie {
    /// Holds `phrases`, numbered in their order.
    pub fn new(phrases: &[Vec<FamilyId>]) -> Self {
        let mut trie = Self { next: FxHashMap::default(), ends: vec![None] };
        for (number, phrase) in phrases.iter().enumerate() {
            let mut state = 0;
            for family in phrase {
                let new = trie.ends.len() as u32;
                state = *trie.next.entry((state, *family)).or_insert(new);
                if state == new {
                    trie.ends.push(None);
                }
            }
            trie.ends[state as usize] = Some(PhraseId(number as u32));
        }
        trie
    }

    pub fn is_empty(&self) -> bool {
        self.next.is_empty()
    }

    /// Finds the phrases that begin with the word `first`, of which `form` gives the link and the family, the
    /// shortest first.
    pub fn follow(
        &self,
        words: &[Word],
        marks: &[Mark],
        form: impl Fn(&Word) -> Form,
        first: usize,
        found: &mut Vec<Match>,
    ) {
        let mut chain = Chain::default();
        let mut state = 0;
        for (at, word) in words.iter().enumerate().skip(first) {
            let Form { link, family, .. } = form(word);
            let parted = at > first && marks[at - 1].gap > Gap::None;
            match chain.next(link, parted) {
                Some(goes_on) if goes_on || at == first => {
                    let Some(&next) = self.next.get(&(state, family)) else { return };
                    state = next;
                    if let Some(phrase) = self.ends[state as usize] {
                        found.push(Match { phrase, first, last: at });
                    }
                }
                None if chain.open => {}
                _ => return,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Reader, Reading};

    /// The phrases found in `text` by a reader that has learnt from `corpus`.
    fn phrases(corpus: &[String], text: &str) -> Vec<String> {
        let texts: Vec<&str> = corpus.iter().map(String::as_str).collect();
        let mut reader = Reader::default().learn(&texts);
        let mut reading = Reading::default();
        let number = reader.read(text, &mut reading).unwrap();
        let found = reading.phrases.iter().map(|m| (m.first, m.last, m.phrase)).collect::<Vec<_>>();
        let words = |first: usize, last: usize| &text[reading.words[first].start..reading.words[last].end];
        for (first, last, phrase) in &found {
            let length = reader.analyzer(number).phrase(*phrase).split(' ').count();
            assert!((2..=super::LONGEST).contains(&length), "{}", words(*first, *last));
        }
        found.into_iter().map(|(first, last, _)| words(first, last).to_owned()).collect()
    }

    /// A corpus in which “temps d'attente” and “service client” are fixed, and other words meet by chance.
    fn corpus() -> Vec<String> {
        let topics =
            ["facture", "réseau", "boutique", "livreur", "contrat", "technicien", "agence", "forfait"];
        let mut texts = Vec::new();
        for i in 0..64 {
            let (a, b) = (topics[i % 8], topics[i / 8]);
            texts.push(format!("Le {a} puis le {b} et le prix"));
            texts.push(format!("Encore du temps d'attente pour le {a}"));
            texts.push(format!("Les services clients ou le {b}"));
        }
        texts
    }

    #[test]
    fn what_belongs_together_is_found_whatever_its_forms() {
        let corpus = corpus();
        assert_eq!(
            phrases(&corpus, "Des temps d'attente au service client !"),
            ["temps d'attente", "service client"]
        );
        assert_eq!(phrases(&corpus, "Le temps, l'attente, le service. Client mécontent"), [""; 0]);
        assert_eq!(phrases(&corpus, "La facture du réseau"), [""; 0]);
    }

    #[test]
    fn a_corpus_of_nothing_teaches_nothing() {
        assert_eq!(phrases(&[], "temps d'attente"), [""; 0]);
    }
}
