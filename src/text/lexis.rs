//! What is known of the words of a corpus before they are counted: learnt from an excerpt of it.

use std::sync::Arc;

use super::analyzer::Analyzer;
use super::family::FamilyRules;
use super::language::Language;
use super::phrase::{Chain, Chains};
use super::polarity::Weights;
use super::reading::Reading;
use super::sentence::Gap;
use super::spelling::{Corrections, FormCount};
use super::token::TokenKind;

/// The words of one corpus in one language: families of the user's own, spelling, phrases.
#[derive(Debug, Clone, Default)]
pub struct Lexis {
    language: Language,
    /// Weights of polarity; those of the language's lexicon otherwise.
    weights: Option<Arc<Weights>>,
    pub(super) families: FamilyRules,
    pub(super) corrections: Corrections,
    /// Keys of the families of each phrase, most frequent phrase first.
    pub(super) phrases: Vec<Vec<Box<str>>>,
}

impl Lexis {
    /// Knows the language alone.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self { language, ..Self::default() }
    }

    /// The same with families that the user merges and splits.
    #[must_use]
    pub fn with_families(self, families: FamilyRules) -> Self {
        Self { families, ..self }
    }

    /// The same with weights of polarity of its own.
    #[must_use]
    pub fn with_weights(self, weights: Arc<Weights>) -> Self {
        Self { weights: Some(weights), ..self }
    }

    /// Weights of polarity; none in a language without a lexicon.
    #[must_use]
    pub fn weights(&self) -> Option<&Weights> {
        match self.language {
            _ if self.weights.is_some() => self.weights.as_deref(),
            Language::French => Some(Weights::french()),
            Language::English => Some(Weights::english()),
            _ => None,
        }
    }

    /// The language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// Learns spelling (French only) and phrases from `texts`, distinct texts of the corpus.
    #[must_use]
    pub fn learn(mut self, texts: &[&str]) -> Self {
        if self.language == Language::French {
            self.corrections = corrections(&self, texts);
        }
        self.phrases = phrases(&self, texts);
        self
    }
}

/// What the corpus' own spelling says of its rare forms.
fn corrections(lexis: &Lexis, texts: &[&str]) -> Corrections {
    let mut analyzer = Analyzer::with(lexis.clone().into());
    let mut reading = Reading::default();
    let mut counts: Vec<FormCount> = Vec::new();
    for text in texts {
        analyzer.read(text, &mut reading);
        counts.resize(analyzer.forms().len(), FormCount::default());
        let mut begins = true;
        for (word, mark) in reading.words.iter().zip(&reading.marks) {
            let count = &mut counts[word.form.0 as usize];
            count.n += 1;
            // A capital inside a sentence is that of a name; a word all in capitals is only loud.
            let mut letters = text[word.start..word.end].chars();
            let capital = !begins
                && letters.next().is_some_and(char::is_uppercase)
                && letters.next().is_some_and(char::is_lowercase);
            count.capital += u64::from(capital);
            begins = mark.gap == Gap::Sentence;
        }
    }
    let words = analyzer.forms().iter().zip(counts).filter(|(form, _)| form.kind == TokenKind::Word);
    Corrections::learn(words.map(|(form, count)| (&*form.normal, count)))
}

/// The phrases of the corpus.
fn phrases(lexis: &Lexis, texts: &[&str]) -> Vec<Vec<Box<str>>> {
    let mut analyzer = Analyzer::with(lexis.clone().into());
    let mut reading = Reading::default();
    let mut chains = Chains::default();
    for text in texts {
        analyzer.read(text, &mut reading);
        let mut chain = Chain::default();
        let mut parted = true;
        for (word, mark) in reading.words.iter().zip(&reading.marks) {
            let form = analyzer.form(word.form);
            if let Some(goes_on) = chain.next(form.link, parted) {
                chains.push(form.family.0, goes_on);
            }
            parted = mark.gap > Gap::None;
        }
    }
    let key = |family: u32| analyzer.families()[family as usize].clone();
    let phrases = chains.phrases(texts.len() as u64);
    phrases.into_iter().map(|phrase| phrase.into_iter().map(key).collect()).collect()
}
