//! The language of the verbatims as a whole.

use whatlang::Lang as Detected;

use crate::Lang;

/// Words a text must have to be counted: on three-word openings of French reviews whatlang is right three
/// times out of five only.
const FEWEST_WORDS: usize = 8;
/// Bytes of a text that are looked at, so that a transcript costs no more than a verbatim.
const LOOKED_AT: usize = 1000;

/// How many texts were recognised in each language; counters add up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LanguageCount {
    /// Texts in French.
    pub french: u64,
    /// Texts in English.
    pub english: u64,
    /// Texts reliably in another language.
    pub other: u64,
}

impl LanguageCount {
    /// Counts one text, if it is long enough and its language is clear.
    pub fn observe(&mut self, text: &str) {
        if text.split_whitespace().take(FEWEST_WORDS).count() < FEWEST_WORDS {
            return;
        }
        let start = &text[..text.floor_char_boundary(LOOKED_AT)];
        match whatlang::detect(start) {
            Some(info) if info.lang() == Detected::Fra => self.french += 1,
            Some(info) if info.lang() == Detected::Eng => self.english += 1,
            Some(info) if info.is_reliable() => self.other += 1,
            _ => {}
        }
    }

    /// Adds the counts of another part of the texts.
    pub fn merge(&mut self, other: &Self) {
        self.french += other.french;
        self.english += other.english;
        self.other += other.other;
    }

    /// The language that more than half of the counted texts are in, if it is one of ours.
    pub fn lang(&self) -> Option<Lang> {
        let total = self.french + self.english + self.other;
        if self.french * 2 > total {
            Some(Lang::Fr)
        } else if self.english * 2 > total {
            Some(Lang::En)
        } else {
            None
        }
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
        assert_eq!(count.lang(), None);
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
        assert_eq!(count, LanguageCount { french: 2, english: 1, other: 0 });
        assert_eq!(count.lang(), Some(Lang::Fr));
        count.merge(&LanguageCount::default());
        assert_eq!(count.lang(), Some(Lang::Fr));
    }
}
