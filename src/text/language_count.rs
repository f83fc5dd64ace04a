//! The languages of the verbatims as a whole.

use super::detect::guess;
use super::language::Language;
use super::tokenize::tokenize;
use crate::Lang;

/// Words a text must have to be counted, as for the language of one verbatim.
const FEWEST_WORDS: usize = 8;
/// Bytes of a text whose words are counted.
const LOOKED_AT: usize = 1000;

/// How many texts are in each language; counters add up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LanguageCount {
    counts: [u64; Language::COUNT],
}

impl LanguageCount {
    /// Counts one text, if it is long enough and its language is clear, whatever the study's.
    pub fn observe(&mut self, text: &str) {
        let start = &text[..text.floor_char_boundary(LOOKED_AT)];
        let words = tokenize(start).len();
        if words < FEWEST_WORDS {
            return;
        }
        if let Some(language) = guess(start, words, None) {
            self.add(language);
        }
    }

    /// Counts one text in `language`.
    pub fn add(&mut self, language: Language) {
        self.counts[language as usize] += 1;
    }

    /// Adds the counts of another part of the texts.
    pub fn merge(&mut self, other: &Self) {
        for (mine, theirs) in self.counts.iter_mut().zip(other.counts) {
            *mine += theirs;
        }
    }

    /// Texts in `language`.
    #[must_use]
    pub fn count(&self, language: Language) -> u64 {
        self.counts[language as usize]
    }

    /// Texts in any language.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// The languages that have texts, most frequent first, ties in the order of the variants.
    #[must_use]
    pub fn sorted(&self) -> Vec<(Language, u64)> {
        let counts = Language::all().map(|language| (language, self.count(language)));
        let mut found: Vec<_> = counts.filter(|(_, n)| *n > 0).collect();
        found.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        found
    }

    /// The language that more than half of the counted texts are in.
    #[must_use]
    pub fn majority(&self) -> Option<Language> {
        let total = self.total();
        Language::all().find(|language| self.count(*language) * 2 > total)
    }

    /// The language of a report on the texts: that of more than half of them, if barometre speaks it.
    #[must_use]
    pub fn lang(&self) -> Option<Lang> {
        self.majority().and_then(Language::lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_texts_do_not_count() {
        let mut count = LanguageCount::default();
        count.observe("Très bien, rien à dire de plus");
        assert_eq!(count, LanguageCount::default());
        assert_eq!((count.lang(), count.majority()), (None, None));
    }

    #[test]
    fn the_majority_decides_and_counts_add_up() {
        let mut count = LanguageCount::default();
        count.observe("The agent was friendly and solved my problem within a few minutes.");
        assert_eq!(count.lang(), Some(Lang::En));
        let mut more = LanguageCount::default();
        for _ in 0..2 {
            more.observe(
                "J'attends toujours le remboursement de mon sinistre, personne ne répond au téléphone.",
            );
        }
        count.merge(&more);
        assert_eq!(count.sorted(), [(Language::French, 2), (Language::English, 1)]);
        assert_eq!(count.lang(), Some(Lang::Fr));
        count.merge(&LanguageCount::default());
        assert_eq!((count.total(), count.lang()), (3, Some(Lang::Fr)));
    }

    #[test]
    fn a_study_in_a_language_without_reports_has_a_majority() {
        let mut count = LanguageCount::default();
        for text in [
            "Der Mitarbeiter war sehr freundlich und hat mein Problem sofort gelöst.",
            "Ich habe eine Stunde in der Warteschleife gewartet und niemand ging ran.",
        ] {
            count.observe(text);
        }
        assert_eq!((count.majority(), count.lang()), (Some(Language::German), None));
        count.add(Language::French);
        count.add(Language::French);
        assert_eq!(count.majority(), None);
    }
}
