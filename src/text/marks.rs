//! Marks: frequent words, and the languages they are words of.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::language::Language;
use crate::lexicon;

/// A set of languages, one bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct LanguageSet(u32);

impl LanguageSet {
    fn insert(&mut self, language: Language) {
        self.0 |= 1 << language as u32;
    }

    pub fn contains(self, language: Language) -> bool {
        self.0 & (1 << language as u32) != 0
    }

    pub fn len(self) -> u32 {
        self.0.count_ones()
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub fn iter(self) -> impl Iterator<Item = Language> {
        Language::all().filter(move |language| self.contains(*language))
    }
}

/// The languages of a form: as a stopword, and as a frequent word of any kind.
#[derive(Debug, Clone, Copy, Default)]
struct Entry {
    stopword: LanguageSet,
    mark: LanguageSet,
}

static MARKS: LazyLock<FxHashMap<&str, Entry>> = LazyLock::new(marks);

fn marks() -> FxHashMap<&'static str, Entry> {
    let one = |language: Language, list| lexicon::entries(list).map(move |form| (language, form));
    let many = |list| {
        lexicon::entries(list).filter_map(|entry| {
            let (code, form) = entry.split_once('\t')?;
            Some((Language::from_code(code)?, form))
        })
    };
    let stopwords = one(Language::French, include_str!("../../lexicons/stopwords.tsv"))
        .chain(one(Language::English, include_str!("../../lexicons/stopwords.en.tsv")))
        .chain(many(include_str!("../../lexicons/stopwords.others.tsv")));
    let mut marks: FxHashMap<&str, Entry> = FxHashMap::default();
    for (language, form) in stopwords {
        let entry = marks.entry(form).or_default();
        entry.stopword.insert(language);
        entry.mark.insert(language);
    }
    for (language, form) in many(include_str!("../../lexicons/marks.tsv")) {
        marks.entry(form).or_default().mark.insert(language);
    }
    marks
}

/// The languages whose stopword a normal form is.
pub(super) fn stopword(normal: &str) -> LanguageSet {
    MARKS.get(normal).map_or(LanguageSet::default(), |entry| entry.stopword)
}

/// The languages whose frequent word a normal form is; of a form with an apostrophe, what is before it counts
/// if the whole is unknown: `j'ai`, `dell'ordine`.
pub(super) fn languages(normal: &str) -> LanguageSet {
    if let Some(entry) = MARKS.get(normal) {
        return entry.mark;
    }
    let Some(apostrophe) = normal.find('\'') else { return LanguageSet::default() };
    MARKS.get(&normal[..=apostrophe]).map_or(LanguageSet::default(), |entry| entry.mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(normal: &str) -> String {
        languages(normal).iter().map(Language::code).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_word_tells_its_languages() {
        assert_eq!(codes("vous"), "fr");
        assert_eq!(codes("the"), "en");
        assert_eq!(codes("pas"), "fr");
        assert_eq!(codes("ikke"), "da no");
        assert_eq!(codes("un"), "fr it ro es");
        assert_eq!(codes("colis"), "");
    }

    #[test]
    fn an_elided_word_counts_inside_its_form() {
        assert_eq!(codes("j'ai"), "fr");
        assert_eq!(codes("qu'"), "fr");
        assert_eq!(codes("dell'ordine"), "it");
        assert_eq!(codes("l'"), "fr it");
        assert_eq!(codes("don't"), "en");
        assert_eq!(codes("john's"), "");
    }
}
