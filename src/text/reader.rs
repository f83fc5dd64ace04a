//! Reads verbatims, each in its language.

use std::sync::Arc;

use super::analyzer::Analyzer;
use super::detect::Detector;
use super::language::Language;
use super::lexis::Lexis;
use super::reading::Reading;

/// Reads the verbatims of one open question: in the study's language, or in another that a verbatim is reliably in.
#[derive(Debug)]
pub struct Reader {
    /// One a language; the first is the study's.
    analyzers: Vec<Analyzer>,
    detector: Detector,
}

impl Reader {
    /// A reader that knows the words of the corpus.
    #[must_use]
    pub fn new(lexis: Arc<Lexis>) -> Self {
        let detector = Detector::new(lexis.language());
        Self { analyzers: vec![Analyzer::with(lexis)], detector }
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

    /// The analyzers so far, by number.
    #[must_use]
    pub fn analyzers(&self) -> &[Analyzer] {
        &self.analyzers
    }
}
