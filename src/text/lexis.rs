//! What is known of the words of a corpus before they are counted: learnt from an excerpt of it.

use super::analyzer::Analyzer;
use super::phrase::{Chain, Chains};
use super::reading::Reading;

/// The words of one corpus in one language: its phrases.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lexis {
    /// Keys of the families of each phrase, most frequent phrase first.
    pub(super) phrases: Vec<Vec<Box<str>>>,
}

impl Lexis {
    /// Learns from `texts`, distinct texts of the corpus.
    #[must_use]
    pub fn learn<'t>(texts: impl Iterator<Item = &'t str> + Clone) -> Self {
        let mut analyzer = Analyzer::new();
        let mut reading = Reading::default();
        let mut chains = Chains::default();
        let mut read = 0;
        for text in texts {
            read += 1;
            analyzer.read(text, &mut reading);
            let mut chain = Chain::default();
            let mut parted = true;
            for word in &reading.words {
                let form = analyzer.form(word.form);
                if let Some(goes_on) = chain.next(form.link, parted) {
                    chains.push(form.family.0, goes_on);
                }
                parted = word.gap > super::reading::Gap::None;
            }
        }
        let key = |family: u32| analyzer.families()[family as usize].clone();
        let phrases = chains.phrases(read);
        Self { phrases: phrases.into_iter().map(|p| p.into_iter().map(key).collect()).collect() }
    }
}
