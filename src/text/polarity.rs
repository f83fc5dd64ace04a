//! Polarity: how good or bad a sentence or a verbatim is, −1…1, from its words of judgement.
//!
//! Each word of the lexicon has a weight, another one where it is denied. A weight is the logarithm of odds:
//! by how much the word raises the odds that the verbatim goes with a high score (4–5 of 5 against 1–2, were
//! both as frequent). Weights add up,
//!
//! ```text
//! z = (1 + 0.1 · min(exclamation marks, 3)) · Σ weight(word, negated) · degree(word) · capitals(word)
//! polarity = tanh(z / 2) = P(high) − P(low)
//! ```
//!
//! so that polarity reads as a probability: 0 tells nothing, 0.5 stands for odds of 3 to 1, 0.8 for 9 to 1,
//! −0.5 for 1 to 3. There is no constant: a text without a word of the lexicon is neutral. A phrase of the
//! lexicon (“laisse à désirer”) counts instead of its words, the longest first, from left to right, denied
//! where its first word is. The formula is that of a logistic regression, whose weights
//! `lexicons/weigh_polarity.py` learns with the same factors; held-out reviews show that it is calibrated.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::family::family;
use super::language::Language;
use super::stem::family_in;
use super::token::normal;
use super::tokenize::tokenize;
use crate::lexicon;

/// Factor of a weight by the degree of its word, from −2 (hardly) to 2 (extremely).
const DEGREE: [f32; 5] = [0.6, 0.8, 1.0, 1.2, 1.4];
/// Factor of a word in capitals among others that are not.
const CAPITALS: f32 = 1.2;
/// What each of the first three exclamation marks adds.
const EXCLAMATION: f32 = 0.1;
/// Words of the longest phrase.
const LONGEST: usize = 4;

static FRENCH: LazyLock<Weights> =
    LazyLock::new(|| Weights::read(include_str!("../../lexicons/polarity.fr.tsv"), family));
static ENGLISH: LazyLock<Weights> = LazyLock::new(|| {
    Weights::read(include_str!("../../lexicons/polarity.en.tsv"), |form| family_in(Language::English, form))
});

/// What a form says wherever it stands: looked up once a distinct form.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Weight {
    /// Log-odds of a high score where the word is affirmed, 0 for a word that judges nothing.
    pub affirmed: f32,
    /// The same where it is denied.
    pub negated: f32,
    /// Number of its family among those that phrases are made of, 0 for none.
    pub(super) part: u16,
}

impl Weight {
    /// Whether the word judges something, alone or in a phrase.
    pub fn matters(self) -> bool {
        self != Self::default()
    }
}

/// A word of a text.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Word {
    /// What its form says, from [`Weights::weight`].
    pub weight: Weight,
    /// Whether the sentence denies it.
    pub negated: bool,
    /// How much of it the sentence means: −2 hardly … 0 plain … 2 extremely.
    pub degree: i8,
    /// Whether its capitals make it stand out: [`is_shouted`], after [`stand_out`].
    pub capitals: bool,
    /// Whether the next word follows it with nothing but white space in between, if that: phrases have no
    /// punctuation inside.
    pub joined: bool,
}

/// Whether a surface is a word in capitals, of three letters at least.
pub fn is_shouted(surface: &str) -> bool {
    surface.starts_with(char::is_uppercase)
        && surface.chars().all(|c| !c.is_lowercase())
        && surface.chars().filter(|c| c.is_uppercase()).count() >= 3
}

/// Takes the capitals from the words of a verbatim where more than half of its words have them: what is
/// written in capitals throughout stresses nothing.
pub fn stand_out(words: &mut [Word]) {
    if words.iter().filter(|word| word.capitals).count() * 2 > words.len() {
        for word in words {
            word.capitals = false;
        }
    }
}

/// Weights of families and phrases: what a lexicon says, or what a user's own scores made of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    /// By the key of the family.
    pub(super) families: FxHashMap<Box<str>, Weight>,
    /// By the parts of the phrase, 0 after the last one: affirmed, negated.
    phrases: FxHashMap<[u16; LONGEST], (f32, f32)>,
    /// Words of the longest phrase that a part begins, 0 for none.
    heads: Vec<u8>,
}

impl Weights {
    /// The French lexicon, `lexicons/polarity.fr.tsv`.
    pub fn french() -> &'static Self {
        &FRENCH
    }

    /// The English one, `lexicons/polarity.en.tsv`.
    pub fn english() -> &'static Self {
        &ENGLISH
    }

    /// Reads a lexicon; `family` gives the key of a normal form. Of several forms of one family, the first says
    /// what it weighs.
    fn read(lexicon: &'static str, family: impl Fn(&str) -> String) -> Self {
        let mut weights =
            Self { families: FxHashMap::default(), phrases: FxHashMap::default(), heads: vec![0] };
        for entry in lexicon::entries(lexicon) {
            let mut columns = entry.split('\t');
            let (Some(form), Some(affirmed), Some(negated)) =
                (columns.next(), columns.next(), columns.next())
            else {
                continue;
            };
            let (Ok(affirmed), Ok(negated)) = (affirmed.parse(), negated.parse()) else { continue };
            let keys: Vec<_> =
                tokenize(form).iter().map(|token| bare(family(&normal(token.surface)))).collect();
            if let [key] = keys.as_slice() {
                let weight = weights.families.entry(key.as_str().into()).or_default();
                if (weight.affirmed, weight.negated) == (0.0, 0.0) {
                    (weight.affirmed, weight.negated) = (affirmed, negated);
                }
            } else if (2..=LONGEST).contains(&keys.len()) {
                let mut parts = [0; LONGEST];
                for (part, key) in parts.iter_mut().zip(keys.iter()) {
                    *part = weights.part(key);
                }
                let head = &mut weights.heads[usize::from(parts[0])];
                *head = (*head).max(keys.len() as u8);
                weights.phrases.entry(parts).or_insert((affirmed, negated));
            }
        }
        weights
    }

    /// The number of a family among the parts of phrases.
    fn part(&mut self, key: &str) -> u16 {
        let next = self.heads.len() as u16;
        let weight = self.families.entry(key.into()).or_default();
        if weight.part == 0 {
            weight.part = next;
            self.heads.push(0);
        }
        weight.part
    }

    /// What the words of a family say, by its key.
    pub fn weight(&self, family: &str) -> Weight {
        match self.families.get(family) {
            Some(weight) => *weight,
            None if family.starts_with(char::is_alphanumeric) => Weight::default(),
            // Skin and sex of an emoji change nothing.
            None => self.families.get(bare(family.to_owned()).as_str()).copied().unwrap_or_default(),
        }
    }

    /// Polarity, −1…1, of a sentence or a verbatim: its words in order, and how many exclamation marks it has.
    /// A sentence ends with a word that is not `joined`.
    pub fn polarity(&self, words: &[Word], exclamations: usize) -> f32 {
        let stress = 1.0 + EXCLAMATION * exclamations.min(3) as f32;
        (self.log_odds(words) * stress / 2.0).tanh()
    }

    /// Sum of the weights of the words.
    fn log_odds(&self, words: &[Word]) -> f32 {
        let (mut sum, mut at) = (0.0, 0);
        while let Some(word) = words.get(at) {
            if word.weight.matters() {
                if let Some((length, affirmed, negated)) = self.phrase(&words[at..]) {
                    let factors = words[at..at + length].iter().map(|word| factor(*word));
                    sum += if word.negated { negated } else { affirmed } * factors.fold(0.0, f32::max);
                    at += length;
                    continue;
                }
                sum += if word.negated { word.weight.negated } else { word.weight.affirmed } * factor(*word);
            }
            at += 1;
        }
        sum
    }

    /// The longest phrase at the beginning of `words`: how many they are, weight affirmed and negated.
    fn phrase(&self, words: &[Word]) -> Option<(usize, f32, f32)> {
        let longest = usize::from(self.heads[usize::from(words[0].weight.part)]);
        if longest == 0 {
            return None;
        }
        let mut parts = [0; LONGEST];
        let mut length = 0;
        for word in &words[..longest.min(words.len())] {
            if word.weight.part == 0 {
                break;
            }
            parts[length] = word.weight.part;
            length += 1;
            if !word.joined {
                break;
            }
        }
        (2..=length).rev().find_map(|length| {
            parts[length..].fill(0);
            self.phrases.get(&parts).map(|(affirmed, negated)| (length, *affirmed, *negated))
        })
    }
}

/// What the degree and the capitals of a word make of its weight.
fn factor(word: Word) -> f32 {
    let degree = DEGREE[(word.degree.clamp(-2, 2) + 2) as usize];
    if word.capitals { degree * CAPITALS } else { degree }
}

/// The key of an emoji without skin tone, sex and variation selector; any other key as it is.
fn bare(key: String) -> String {
    if key.starts_with(char::is_alphanumeric) {
        return key;
    }
    let skin = |c| matches!(c, '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}');
    let bare: String = key.chars().filter(|c| !skin(*c)).collect();
    match bare.strip_suffix("\u{200d}\u{2640}").or_else(|| bare.strip_suffix("\u{200d}\u{2642}")) {
        Some(neuter) => neuter.to_owned(),
        None => bare,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The words of a text: `-` before a word denies it, `+` and `~` raise and lower its degree.
    pub(in super::super) fn words(weights: &Weights, text: &str, family: fn(&str) -> String) -> Vec<Word> {
        let mut words = Vec::new();
        for piece in text.split(' ') {
            let marked = piece.trim_start_matches(['-', '+', '~']);
            let marks = &piece[..piece.len() - marked.len()];
            let degree = marks.matches('+').count() as i8 - marks.matches('~').count() as i8;
            let tokens = tokenize(marked);
            let ends = marked.ends_with([',', '.', '!', ';', ':']);
            for (i, token) in tokens.iter().enumerate() {
                words.push(Word {
                    weight: weights.weight(&family(&normal(token.surface))),
                    negated: marks.contains('-'),
                    degree,
                    capitals: is_shouted(token.surface),
                    joined: !(ends && i + 1 == tokens.len()),
                });
            }
        }
        stand_out(&mut words);
        words
    }

    fn french(text: &str) -> f32 {
        let weights = Weights::french();
        weights.polarity(&words(weights, text, family), text.matches('!').count())
    }

    fn english(text: &str) -> f32 {
        let weights = Weights::english();
        weights.polarity(&words(weights, text, str::to_owned), text.matches('!').count())
    }
}
