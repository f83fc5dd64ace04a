//! The terms of calls: which words, phrases, denied words and themes each turn holds.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;

use super::spoken::Listener;
use super::{Call, SpeakerRole, people};
use crate::Lang;
use crate::text::{Lexis, Reader, is_french, normal};
use crate::theme::Matcher;

/// Words of a turn without a term that is no more than a sign of listening, at most: “oui”, “d'accord, très bien”.
const BACKCHANNEL: usize = 2;

/// What a term of calls is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum SpokenKind {
    /// A family of forms that names a subject: “facture”, “factures”.
    Word,
    /// Words that belong together: “numéro de contrat”.
    Phrase,
    /// A word that the sentence denies: “ne marche pas”.
    Negated,
    /// A theme of the codebook.
    Theme,
}

/// Calls and turns that hold a term.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Heard {
    /// Calls.
    pub calls: u64,
    /// Turns.
    pub turns: u64,
}

/// A term and how often it is said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SpokenTerm {
    /// The most frequent form, ties by the alphabet; of a theme, its name.
    pub label: String,
    /// What it is.
    pub kind: SpokenKind,
    /// Calls and turns that hold it, whoever speaks.
    pub heard: Heard,
    /// The same by who speaks; only those who say it.
    pub roles: BTreeMap<SpeakerRole, Heard>,
    /// What names it whatever the calls: the key of its family, those of the families of a phrase, `¬` and that of the
    /// family denied, the id of a theme.
    #[serde(skip)]
    pub key: String,
    /// Keys of the families that it is made of; of a theme, of the words by which it is found.
    #[serde(skip)]
    pub families: BTreeSet<Box<str>>,
    /// Keys of the themes that a theme belongs to, its own included.
    #[serde(skip)]
    pub(super) lineage: BTreeSet<Box<str>>,
}

impl SpokenTerm {
    /// A word of no name that nobody said.
    pub(super) fn unheard() -> Self {
        Self {
            label: String::new(),
            kind: SpokenKind::Word,
            heard: Heard::default(),
            roles: BTreeMap::new(),
            key: String::new(),
            families: BTreeSet::new(),
            lineage: BTreeSet::new(),
        }
    }

    /// Whether one of two terms repeats the other: they share a family, or one theme belongs to the other.
    #[must_use]
    pub fn echoes(&self, other: &Self) -> bool {
        let share = |a: &BTreeSet<Box<str>>, b: &BTreeSet<Box<str>>| {
            let (few, many) = if a.len() < b.len() { (a, b) } else { (b, a) };
            few.iter().any(|key| many.contains(key))
        };
        if self.kind == SpokenKind::Theme && other.kind == SpokenKind::Theme {
            return share(&self.lineage, &other.lineage);
        }
        share(&self.families, &other.families)
    }

    /// Whether it says all that `other` says, and more: a phrase its words, a longer phrase a shorter one.
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        self.kind == SpokenKind::Phrase
            && matches!(other.kind, SpokenKind::Word | SpokenKind::Phrase)
            && self.families.len() > other.families.len()
            && other.families.is_subset(&self.families)
    }
}

/// A term where it stands in a turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpokenPlace {
    /// Number of the term in [`Vocabulary::terms`].
    pub term: u32,
    /// Its first and its last word, counted in content words of the turn from 0.
    pub words: (u32, u32),
    /// Its bytes in the text of the turn.
    pub span: Range<usize>,
}

/// The terms of a turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpokenTurn {
    /// Who speaks.
    pub role: SpeakerRole,
    /// Whether it is no more than a sign of listening: at most two words, none of them a term.
    pub backchannel: bool,
    /// Its terms, each once, ascending.
    pub terms: Vec<u32>,
    /// Every place of a term, by the first word, then by the last, then by the term.
    pub places: Vec<SpokenPlace>,
}

/// The terms of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpokenCall {
    /// Its place among the calls that were read.
    pub number: usize,
    /// What names it.
    pub id: String,
    /// One a turn, in the order of the call.
    pub turns: Vec<SpokenTurn>,
}

/// The terms of calls.
///
/// A word is counted as in verbatims: whether or not it stands in a phrase; not where it is denied and names no subject
/// (“pas satisfait”), in which case the denied word is a term of its own. Unlike there, words that name no subject,
/// what calls are full of (`lexicons/spoken.tsv`) and personal data are no terms: what people judge is told by the
/// themes and by what they deny. Catch-all themes of the codebook (`general`) are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vocabulary {
    /// Terms, by label, kind and key; the number of a term is its place. Whatever the order of the calls.
    pub terms: Vec<SpokenTerm>,
    /// Calls, by id, then by file.
    pub calls: Vec<SpokenCall>,
}

/// A reader that has learnt the spelling and the phrases of calls, the same whatever their order.
#[must_use]
pub fn learnt(calls: &[Call], lexis: Arc<Lexis>) -> Reader {
    let texts: BTreeSet<&str> =
        calls.iter().flat_map(|call| &call.turns).map(|turn| turn.text.as_str()).collect();
    Reader::new(lexis).learn(&texts.into_iter().collect::<Vec<_>>())
}

/// Words of the names of those who speak, and of whom they name; names that are words too stay.
fn names(calls: &[Call]) -> impl Iterator<Item = String> {
    let words = calls.iter().flat_map(people).flat_map(|name| {
        let words =
            name.split(|c: char| !c.is_alphabetic()).map(normal).filter(|word| word.chars().count() > 2);
        words.collect::<Vec<_>>()
    });
    words.filter(|word| !is_french(word))
}

impl Vocabulary {
    /// Reads calls with a reader that has [`learnt`] them. Themes are those of the matcher; without one there are none.
    ///
    /// ```
    /// use barometre::Lang;
    /// use barometre::transcript::{Call, Utterance, Vocabulary, learnt};
    /// let said = |text: &str| Utterance { text: text.into(), ..Utterance::default() };
    /// let calls = [Call::new("1", "1.txt", vec![said("Ma facture n'arrive pas."), said("Quelle facture ?")])];
    /// let mut reader = learnt(&calls, Default::default());
    /// let vocabulary = Vocabulary::read(&calls, &mut reader, None, Lang::Fr);
    /// assert_eq!(vocabulary.term("facture").unwrap().heard.turns, 2);
    /// ```
    #[must_use]
    pub fn read(calls: &[Call], reader: &mut Reader, mut matcher: Option<&mut Matcher>, lang: Lang) -> Self {
        let mut order: Vec<usize> = (0..calls.len()).collect();
        order.sort_by(|a, b| {
            let key = |number: usize| (&calls[number].id, &calls[number].file);
            key(*a).cmp(&key(*b))
        });
        let mut listener = Listener::between(names(calls));
        let mut spoken = Vec::with_capacity(calls.len());
        for number in order {
            let call = &calls[number];
            let turns = call.turns.iter().map(|turn| {
                let mut places = Vec::new();
                listener.turn(&turn.text, reader, matcher.as_deref_mut(), &mut places);
                let words =
                    turn.text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
                let backchannel = places.is_empty() && words <= BACKCHANNEL;
                SpokenTurn { role: call.role(turn), backchannel, terms: Vec::new(), places }
            });
            spoken.push(SpokenCall { number, id: call.id.clone(), turns: turns.collect() });
        }
        let book = matcher.map(|matcher| matcher.codebook().clone());
        let (terms, numbers) = listener.name(reader.analyzers(), book.as_deref(), lang);
        let mut vocabulary = Self { terms, calls: spoken };
        vocabulary.number(&numbers);
        vocabulary.count();
        vocabulary
    }

    /// The first term of a label.
    #[must_use]
    pub fn term(&self, label: &str) -> Option<&SpokenTerm> {
        let at = self.terms.partition_point(|term| term.label.as_str() < label);
        self.terms.get(at).filter(|term| term.label == label)
    }

    /// Gives places the numbers of their terms.
    fn number(&mut self, numbers: &[u32]) {
        for turn in self.calls.iter_mut().flat_map(|call| &mut call.turns) {
            for place in &mut turn.places {
                place.term = numbers[place.term as usize];
            }
            turn.places.sort_unstable_by_key(|place| (place.words, place.term, place.span.start));
            turn.terms = turn.places.iter().map(|place| place.term).collect();
            turn.terms.sort_unstable();
            turn.terms.dedup();
        }
    }

    fn count(&mut self) {
        // The last call in which each role said a term, by its number from 1; then the last in which anyone did.
        let mut last = vec![[0; SpeakerRole::ALL.len() + 1]; self.terms.len()];
        for (call, number) in self.calls.iter().zip(1..) {
            for turn in &call.turns {
                for &term in &turn.terms {
                    let (row, last) = (&mut self.terms[term as usize], &mut last[term as usize]);
                    row.heard.hear(&mut last[SpeakerRole::ALL.len()], number);
                    row.roles.entry(turn.role).or_default().hear(&mut last[turn.role as usize], number);
                }
            }
        }
    }
}

impl Heard {
    /// Counts a turn of the call `number`; `last` is the call of the turn counted before.
    fn hear(&mut self, last: &mut usize, number: usize) {
        self.turns += 1;
        self.calls += u64::from(*last != number);
        *last = number;
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::{Speaker, Utterance};
    use super::*;
    use crate::theme::Shipped;

    /// A call of turns `C: …` of the client, `A: …` of the agent.
    pub fn call(id: &str, turns: &[&str]) -> Call {
        let said = |turn: &&str| Utterance {
            speaker: Some(turn[..1].to_owned()),
            text: turn[2..].trim().to_owned(),
            ..Utterance::default()
        };
        let mut call = Call::new(id, &format!("{id}.txt"), turns.iter().map(said).collect());
        for speaker in &mut call.speakers {
            let role = match speaker.name.as_deref() {
                Some("A") => SpeakerRole::Agent,
                Some("C") => SpeakerRole::Client,
                _ => SpeakerRole::Other,
            };
            *speaker = Speaker { role, ..speaker.clone() };
        }
        call
    }

    pub fn read(calls: &[Call]) -> Vocabulary {
        Vocabulary::read(calls, &mut learnt(calls, Arc::default()), None, Lang::Fr)
    }

    fn labels(vocabulary: &Vocabulary, turn: &SpokenTurn) -> Vec<String> {
        turn.terms.iter().map(|term| vocabulary.terms[*term as usize].label.clone()).collect()
    }

    #[test]
    fn a_turn_holds_its_subjects_and_what_it_denies() {
        let vocabulary = read(&[call(
            "1",
            &[
                "A: Oui bonjour madame, je vous écoute.",
                "C: Euh voilà, les factures sont très bien mais ma box marche pas !",
                "A: D'accord.",
                "C: Trois factures, quinze euros, non box, je suis en train de chercher tout à l'heure.",
            ],
        )]);
        let turns = &vocabulary.calls[0].turns;
        assert!(turns[0].terms.is_empty() && !turns[0].backchannel);
        assert_eq!(labels(&vocabulary, &turns[1]), ["box", "factures", "marche", "marche pas"]);
        assert!(turns[2].backchannel);
        assert_eq!(labels(&vocabulary, &turns[3]), ["box", "chercher", "euros", "factures"]);
        let bill = vocabulary.term("factures").unwrap();
        assert_eq!(bill.heard, Heard { calls: 1, turns: 2 });
        assert_eq!(bill.roles, BTreeMap::from([(SpeakerRole::Client, Heard { calls: 1, turns: 2 })]));
    }

    #[test]
    fn names_of_agents_are_no_terms_even_where_nothing_announces_them() {
        let mut calls: Vec<Call> = (0..3)
            .map(|i| call(&format!("{i}"), &["A: Bonjour, Sonia à votre écoute.", "C: Sonia, ma facture !"]))
            .collect();
        calls[0].about.agent = Some("Sonia Belkacem".to_owned());
        let vocabulary = read(&calls);
        assert!(vocabulary.term("sonia").is_none() && vocabulary.term("facture").is_some(), "{vocabulary:?}");
    }

    #[test]
    fn personal_data_are_no_terms() {
        let vocabulary =
            read(&[call("1", &["C: Je suis madame Berthoumieu, mon adresse : lea@example.org, merci."])]);
        assert!(vocabulary.terms.iter().all(|term| !term.key.contains("berthoumieu")), "{vocabulary:?}");
    }

    #[test]
    fn phrases_are_learnt_and_hold_their_words() {
        let nouns =
            ["facture", "réseau", "boutique", "livreur", "contrat", "technicien", "agence", "forfait"];
        let calls: Vec<Call> = (0..64)
            .map(|i| {
                let (a, b) = (nouns[i % 8], nouns[i / 8]);
                let client = format!("C: Encore du temps d'attente pour le {a} {i}.");
                call(
                    &format!("{i:02}"),
                    &[&client, &format!("A: Les services clients, le {a} puis le {b} {i}.")],
                )
            })
            .collect();
        let vocabulary = read(&calls);
        let phrase = vocabulary.term("temps d'attente").unwrap();
        assert_eq!((phrase.kind, phrase.heard.calls), (SpokenKind::Phrase, 64));
        let word = vocabulary.term("attente").unwrap();
        assert_eq!(word.heard.calls, 64);
        assert!(phrase.contains(word) && !word.contains(phrase) && phrase.echoes(word));
    }

    #[test]
    fn the_order_of_the_calls_changes_nothing() {
        let mut calls: Vec<Call> = (0..30)
            .map(|i| {
                let (a, b) = (["facture", "factures"][i % 2], ["le réseau coupe", "ça coupe pas"][i / 2 % 2]);
                call(
                    &format!("{i:02}"),
                    &[&format!("C: Ma {a}, {b} !"), &format!("A: La {a} du compte client ?")],
                )
            })
            .collect();
        let first = read(&calls);
        calls.reverse();
        let mut second = read(&calls);
        for call in &mut second.calls {
            call.number = calls.len() - 1 - call.number;
        }
        assert_eq!(first, second);
    }

    #[test]
    fn themes_stand_where_their_words_are() {
        let calls = [call("1", &["C: Bonjour, je voudrais résilier mon contrat."])];
        let mut matcher = Matcher::new(Shipped::ContactCentre.codebook().unwrap());
        let mut reader = learnt(&calls, Arc::default());
        let vocabulary = Vocabulary::read(&calls, &mut reader, Some(&mut matcher), Lang::Fr);
        let theme = vocabulary.term("Résiliation").unwrap();
        assert_eq!(theme.kind, SpokenKind::Theme);
        let word = vocabulary.terms.iter().find(|term| term.label == "résilier").unwrap();
        assert!(theme.echoes(word) && !theme.contains(word));
        let turn = &vocabulary.calls[0].turns[0];
        let place = turn.places.iter().find(|place| vocabulary.terms[place.term as usize] == *theme).unwrap();
        assert!(calls[0].turns[0].text[place.span.clone()].contains("résilier"));
    }
}
