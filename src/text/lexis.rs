//! What a study says of the words of its verbatims, before any is read.

use std::sync::Arc;

use super::family::FamilyRules;
use super::language::Language;
use super::polarity::Weights;

/// The language of verbatims, families of the user's own, weights of polarity.
#[derive(Debug, Clone, Default)]
pub struct Lexis {
    language: Language,
    families: FamilyRules,
    weights: Option<Arc<Weights>>,
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

    /// The language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// Families that the user merges and splits.
    #[must_use]
    pub fn families(&self) -> &FamilyRules {
        &self.families
    }

    /// Weights of polarity, those of the language's lexicon unless it has its own; none in a language without one.
    #[must_use]
    pub fn weights(&self) -> Option<&Weights> {
        match self.language {
            _ if self.weights.is_some() => self.weights.as_deref(),
            Language::French => Some(Weights::french()),
            Language::English => Some(Weights::english()),
            _ => None,
        }
    }
}
