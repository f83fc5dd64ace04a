//! Polarity: how good or bad a sentence or a verbatim is, −1…1, from its words of judgement.
//!
//! Each word of the lexicon has a weight, another one where it is denied. A weight is the logarithm of odds:
//! by how much the word raises the odds that the verbatim goes with a high score (4–5 of 5 against 1–2, were
//! both as frequent). Weights add up,
//!
//! ```text
//! z = (1 + 0.05 · min(exclamation marks, 3)) · Σ weight(word, negated) · degree(word) · capitals(word)
//! polarity = tanh(z / 2) = P(high) − P(low)
//! ```
//!
//! so that polarity reads as a probability: 0 tells nothing, 0.5 stands for odds of 3 to 1, 0.8 for 9 to 1,
//! −0.5 for 1 to 3. There is no constant: a text without a word of the lexicon is neutral. A phrase of the
//! lexicon (“laisse à désirer”) counts instead of its words, the longest first, from left to right, denied
//! where its first word is. The formula is that of a logistic regression, whose weights
//! `lexicons/weigh_polarity.py` learns with the same factors. On the half of the reviews that it did not learn
//! from, no other scale of z is more likely than 1: the odds are what they say. The polarity of a verbatim is
//! that of all its words, which tells high scores from low ones better than the mean of its sentences.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::family::family;
use super::idiom::{Idioms, Pair};
use super::language::Language;
use super::normalize::normalize;
use super::stem::family_in;
use super::token::{Token, TokenKind, normal};
use super::tokenize::tokenize;
use crate::lexicon;

/// Factor of a weight by the degree of its word, from −2 (hardly) to 2 (extremely).
const DEGREE: [f32; 5] = [0.4, 0.7, 1.0, 1.3, 1.6];
/// Factor of a word in capitals among others that are not.
const CAPITALS: f32 = 1.5;
/// What each of the first three exclamation marks adds.
const EXCLAMATION: f32 = 0.05;

static FRENCH: LazyLock<Weights> = LazyLock::new(|| {
    Weights::read(include_str!("../../lexicons/polarity.fr.tsv"), |token| {
        let plain = normal(token.surface);
        let written = if token.kind == TokenKind::Word { normalize(&plain) } else { None };
        family(&written.unwrap_or(plain))
    })
});
static ENGLISH: LazyLock<Weights> = LazyLock::new(|| {
    Weights::read(include_str!("../../lexicons/polarity.en.tsv"), |token| {
        family_in(Language::English, &normal(token.surface))
    })
});

/// What a form says wherever it stands: looked up once a distinct form.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Weight {
    /// Log-odds of a high score where the word is affirmed, 0 for a word that judges nothing.
    pub affirmed: f32,
    /// The same where it is denied.
    pub negated: f32,
    /// Number of its family among those that idioms are made of, 0 for none.
    pub(super) part: u16,
    /// Node of [`Idioms`] after a first word of the family, 0 for none.
    pub(super) head: u16,
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
    idioms: Idioms,
    /// How many families idioms are made of.
    parts: u16,
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

    /// Reads a lexicon; `family` gives the key of a token as an analyzer would. Of several forms of one family,
    /// the first says what it weighs.
    fn read(lexicon: &'static str, family: impl Fn(Token<'_>) -> String) -> Self {
        let mut weights = Self { families: FxHashMap::default(), idioms: Idioms::default(), parts: 0 };
        for entry in lexicon::entries(lexicon) {
            let mut columns = entry.split('\t');
            let (Some(form), Some(affirmed), Some(negated)) =
                (columns.next(), columns.next(), columns.next())
            else {
                continue;
            };
            let (Ok(affirmed), Ok(negated)) = (affirmed.parse(), negated.parse()) else { continue };
            let keys: Vec<_> = tokenize(form).iter().map(|token| bare(family(*token))).collect();
            if let [key] = keys.as_slice() {
                let weight = weights.families.entry(key.as_str().into()).or_default();
                if (weight.affirmed, weight.negated) == (0.0, 0.0) {
                    (weight.affirmed, weight.negated) = (affirmed, negated);
                }
            } else if let Some(first) = keys.first() {
                let parts: Vec<_> = keys.iter().map(|key| weights.part(key)).collect();
                let head = weights.idioms.insert(&parts, (affirmed, negated));
                weights.families.entry(first.as_str().into()).or_default().head = head;
            }
        }
        weights
    }

    /// The number of a family among the parts of idioms.
    fn part(&mut self, key: &str) -> u16 {
        let weight = self.families.entry(key.into()).or_default();
        if weight.part == 0 {
            self.parts += 1;
            weight.part = self.parts;
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
    pub(crate) fn log_odds(&self, words: &[Word]) -> f32 {
        let (mut sum, mut at) = (0.0, 0);
        while let Some(word) = words.get(at) {
            let Weight { affirmed, negated, .. } = word.weight;
            if let Some((length, (affirmed, negated))) = self.idiom(&words[at..]) {
                let factors = words[at..at + length].iter().map(|word| factor(*word));
                sum += if word.negated { negated } else { affirmed } * factors.fold(0.0, f32::max);
                at += length;
            } else {
                let weight = if word.negated { negated } else { affirmed };
                if weight != 0.0 {
                    sum += weight * factor(*word);
                }
                at += 1;
            }
        }
        sum
    }

    /// The longest idiom at the beginning of `words`: how many they are, and its weights.
    #[inline]
    fn idiom(&self, words: &[Word]) -> Option<(usize, Pair)> {
        let head = words[0].weight.head;
        if head == 0 || !words[0].joined {
            return None;
        }
        let parts = words[1..].iter().scan(true, |joined, word| {
            joined.then(|| {
                *joined = word.joined;
                word.weight.part
            })
        });
        self.idioms.longest(head, parts).map(|(more, weights)| (more + 1, weights))
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
mod tests {
    use super::super::{Analyzer, Judgement, Lexis, Reading};
    use super::*;
    use proptest::prelude::*;

    fn judged(language: Language, text: &str) -> f32 {
        let mut analyzer = Analyzer::with(Lexis::new(language).into());
        let mut reading = Reading::default();
        analyzer.read(text, &mut reading);
        Judgement::new(text, &reading, &mut analyzer).polarity.unwrap()
    }

    fn french(text: &str) -> f32 {
        judged(Language::French, text)
    }

    #[test]
    fn french_sentences_are_judged() {
        for good in [
            "Service parfait, équipe à l'écoute.",
            "Très satisfait de mon conseiller",
            "Rien à redire, tout est clair et rapide",
            "Je recommande vivement !",
            "Aucun problème en deux ans",
            "Plats délicieux, livreur souriant",
            "Bonne ambiance et managers bienveillants",
            "Pas déçue du tout",
            "Un accueil chaleureux 😍",
            "Merci pour tout 👍🏽",
        ] {
            assert!(french(good) > 0.3, "{good}: {}", french(good));
        }
        for bad in [
            "À fuir !",
            "Une honte, jamais vu ça",
            "Je ne suis pas satisfait du tout",
            "Le suivi laisse à désirer",
            "Injoignables depuis trois semaines, toujours aucune réponse",
            "Produits périmés et livreur désagréable",
            "Ils ne répondent pas aux réclamations",
            "Trop cher pour ce que c'est",
            "Aucun respect des salariés, je suis épuisé",
            "Colis abîmé 😡",
        ] {
            assert!(french(bad) < -0.3, "{bad}: {}", french(bad));
        }
    }

    #[test]
    fn english_sentences_are_judged() {
        for good in [
            "Great service, friendly staff",
            "I highly recommend them",
            "No complaints so far",
            "Quick delivery, I love it!",
        ] {
            assert!(judged(Language::English, good) > 0.3, "{good}: {}", judged(Language::English, good));
        }
        for bad in [
            "Terrible, stay away",
            "I am not happy with the answer",
            "A waste of money",
            "Still waiting for my refund, very rude agent",
        ] {
            assert!(judged(Language::English, bad) < -0.3, "{bad}: {}", judged(Language::English, bad));
        }
    }

    #[test]
    fn a_text_without_judgement_is_neutral() {
        for text in ["", "12", "Le dossier de ma voisine", "https://exemple.fr"] {
            assert_eq!(french(text), 0.0, "{text}");
        }
    }

    #[test]
    fn stress_strengthens_what_is_said() {
        let plain = french("Service déplorable");
        assert!(french("Service DÉPLORABLE") < plain);
        assert!(french("Service déplorable !!") < plain);
        assert_eq!(french("Service déplorable !!!"), french("Service déplorable !!!!!!"));
        assert_eq!(french("SERVICE DÉPLORABLE"), plain);
        assert!(french("Service pratique") < french("Service pratique 😀"));
        assert_eq!(french("Parfait 👍"), french("Parfait 👍🏿"));
    }

    #[test]
    fn a_phrase_counts_instead_of_its_words_unless_it_is_cut() {
        let weights = Weights::french();
        let word =
            |form: &str, joined| Word { weight: weights.weight(&family(form)), joined, ..Word::default() };
        let whole = [word("laisse", true), word("à", true), word("désirer", true)];
        let phrase = weights.log_odds(&whole);
        assert!(phrase < -0.5);
        let cut = [word("laisse", true), word("à", false), word("désirer", true)];
        assert_ne!(weights.log_odds(&cut), phrase);
        assert_eq!(weights.log_odds(&[&whole[..], &cut[..]].concat()), phrase + weights.log_odds(&cut));
    }

    #[test]
    fn a_shout_is_a_word_of_three_capitals() {
        assert!(is_shouted("HONTE") && is_shouted("ÉTÉ") && is_shouted("SAV"));
        assert!(!is_shouted("Honte") && !is_shouted("TV") && !is_shouted("👍👍👍") && !is_shouted("123"));
    }

    #[test]
    fn weights_are_learnt_with_the_factors_they_are_used_with() {
        let script = include_str!("../../lexicons/polarity_lexicon.py");
        let degrees = DEGREE.iter().enumerate().map(|(at, factor)| format!("{}: {factor:.1}", at as i8 - 2));
        let degrees = degrees.collect::<Vec<_>>().join(", ");
        for line in [
            format!("DEGREE = {{{degrees}}}"),
            format!("CAPITALS = {CAPITALS}"),
            format!("EXCLAMATION = {EXCLAMATION}"),
        ] {
            assert!(script.lines().any(|written| written == line), "{line}");
        }
    }

    fn word() -> impl Strategy<Value = Word> {
        let weights = Weights::french();
        let mut families: Vec<_> = weights.families.iter().collect();
        families.sort_unstable_by_key(|(family, _)| *family);
        let families: Vec<_> = families.into_iter().map(|(_, weight)| *weight).collect();
        let weight = prop_oneof![prop::sample::select(families), Just(Weight::default())];
        (weight, any::<bool>(), -2..=2_i8, any::<bool>(), any::<bool>()).prop_map(
            |(weight, negated, degree, capitals, joined)| Word { weight, negated, degree, capitals, joined },
        )
    }

    proptest! {
        #[test]
        fn polarity_is_bounded(words in prop::collection::vec(word(), 0..200), marks in 0..9_usize) {
            let polarity = Weights::french().polarity(&words, marks);
            prop_assert!((-1.0..=1.0).contains(&polarity));
        }

        #[test]
        fn a_good_word_more_never_lowers_it(
            mut words in prop::collection::vec(word(), 0..20), marks in 0..9_usize, degree in -2..=2_i8
        ) {
            let weights = Weights::french();
            let before = weights.polarity(&words, marks);
            if let Some(last) = words.last_mut() {
                last.joined = false;
            }
            let weight = weights.weight(&family("excellent"));
            prop_assert!(weight.affirmed > 0.0);
            words.push(Word { weight, degree, ..Word::default() });
            prop_assert!(weights.polarity(&words, marks) >= before);
        }

        #[test]
        fn words_of_no_weight_change_nothing(words in prop::collection::vec(word(), 0..20), marks in 0..9_usize) {
            let weights = Weights::french();
            let mut longer = vec![Word::default(); 3];
            longer.extend(&words);
            prop_assert_eq!(weights.polarity(&longer, marks), weights.polarity(&words, marks));
        }
    }
}
