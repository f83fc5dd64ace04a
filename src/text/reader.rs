//! Reads verbatims, each in its language.

use std::sync::Arc;

use super::analyzer::Analyzer;
use super::detect::Detector;
use super::language::Language;
use super::lexis::Lexis;
use super::polarity::Weights;
use super::reading::Reading;

/// Reads the verbatims of one open question: in the study's language, or in another that a verbatim is reliably in.
#[derive(Debug, Clone)]
pub struct Reader {
    /// One a language; the first is the study's.
    analyzers: Vec<Analyzer>,
    detector: Detector,
}

impl Reader {
    /// A reader that knows what a study says of its words.
    #[must_use]
    pub fn new(lexis: Arc<Lexis>) -> Self {
        let detector = Detector::new(lexis.language());
        Self { analyzers: vec![Analyzer::with(lexis)], detector }
    }

    /// The same, which has learnt spelling and phrases from `texts`, distinct texts of the corpus in the study's
    /// language.
    #[must_use]
    pub fn learn(mut self, texts: &[&str]) -> Self {
        self.analyzers[0].learn(texts);
        self
    }

    /// Weighs the words of the study's language by these weights from now on.
    pub fn weigh(&mut self, weights: Arc<Weights>) {
        self.analyzers[0].weigh(weights);
    }

    /// Weights of polarity in the study's language; none in a language without a lexicon.
    #[must_use]
    pub fn weights(&self) -> Option<&Weights> {
        self.analyzers[0].weights()
    }

    /// The study's language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.analyzers[0].language()
    }

    /// Reads `text`; the number of the analyzer that knows its forms, or nothing where its language is unknown.
    pub fn read(&mut self, text: &str, reading: &mut Reading) -> Option<usize> {
        let (words, evidence) = self.analyzers[0].read(text, reading);
        let language = self.detector.language(text, words, evidence);
        if language == reading.language {
            return Some(0);
        }
        if language == Language::Other {
            *reading = Reading { language, ..Reading::default() };
            return None;
        }
        let known = self.analyzers.iter().position(|analyzer| analyzer.language() == language);
        let number = known.unwrap_or_else(|| {
            self.analyzers.push(Analyzer::with(Arc::new(Lexis::new(language))));
            self.analyzers.len() - 1
        });
        self.analyzers[number].read(text, reading);
        Some(number)
    }

    /// Reads `text` as the analyzer of a number does, whatever language it looks like: a turn of two words is in the
    /// language of its call.
    ///
    /// # Panics
    /// When another reader gave the number.
    pub fn read_as(&mut self, number: usize, text: &str, reading: &mut Reading) {
        self.analyzers[number].read(text, reading);
    }

    /// Reads `text` as [`read`](Self::read) does, but in the study's language where its own is unknown, for who looks
    /// for words as they are written.
    pub fn read_anyway(&mut self, text: &str, reading: &mut Reading) -> usize {
        self.read(text, reading).unwrap_or_else(|| {
            self.analyzers[0].read(text, reading);
            0
        })
    }

    /// The analyzer of a number that [`read`](Self::read) gave.
    ///
    /// # Panics
    /// When another reader gave it.
    pub fn analyzer(&mut self, number: usize) -> &mut Analyzer {
        &mut self.analyzers[number]
    }

    /// The analyzers so far, by number.
    #[must_use]
    pub fn analyzers(&self) -> &[Analyzer] {
        &self.analyzers
    }
}

impl Default for Reader {
    fn default() -> Self {
        Self::new(Arc::default())
    }
}
