//! The language of one verbatim: the study's, unless it is reliably another.
//!
//! Nearly all verbatims of a study are in its language, and their function words say so for a few additions:
//! each form carries its [`evidence`](Detector::evidence), and a verbatim with enough of it goes no further.
//! The others have two witnesses: the frequent words of each language in it, and whatlang's trigrams. One must
//! be sure, or both must agree.

use whatlang::{Info, Script};

use super::language::Language;
use super::marks;
use super::token::normal;
use super::tokenize::tokenize;

/// Words a text must have for whatlang: on three-word openings of French reviews it is right three times out
/// of five only.
const FEWEST_WORDS: usize = 8;
/// Bytes of a text that are looked at, so that a transcript costs no more than a verbatim.
const LOOKED_AT: usize = 1000;
/// Evidence of a frequent word of the study's language that no other of ours has, and, turned, of one that
/// others have and the study's has not.
const STRONG: i8 = 6;
/// Evidence of a frequent word of the study's language that others have too: `la`, `on`, `me`.
const WEAK: i8 = 1;
/// Evidence of three strong words against the study's language beside two weak ones for it: enough in a text
/// too short for whatlang (“The service was very slow”, “El servicio es muy malo”).
const AGAINST: i32 = -3 * STRONG as i32 + 2 * WEAK as i32;
/// Evidence that needs no second look: one French verbatim of eight words in two thousand does not reach it,
/// and Spanish, which shares most words with French, stays below zero.
const ENOUGH: i32 = 4;
/// Frequent words of a language, and how many more than of any other, that need no second witness.
const SURE: (u32, u32) = (3, 2);

/// Tells the verbatims of a study that are in another language than it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Detector {
    study: Language,
}

impl Detector {
    /// The detector of a study whose verbatims are in `study` unless they say otherwise.
    pub fn new(study: Language) -> Self {
        Self { study }
    }

    /// What a word of this [`normal`] form says for the study's language, or against it; known once a form.
    pub fn evidence(self, normal: &str) -> i8 {
        let languages = marks::languages(normal);
        if languages.is_empty() {
            0
        } else if languages.contains(self.study) {
            if languages.len() == 1 { STRONG } else { WEAK }
        } else {
            -STRONG
        }
    }

    /// The language of `text`, of `words` words (elided ones and clitics count, numbers and emoji do not)
    /// whose [`evidence`](Self::evidence) adds up to `evidence`.
    #[inline]
    pub fn language(self, text: &str, words: usize, evidence: i32) -> Language {
        if evidence >= ENOUGH { self.study } else { self.doubt(text, words, evidence) }
    }

    #[cold]
    fn doubt(self, text: &str, words: usize, evidence: i32) -> Language {
        let foreign_letters = self.study.is_latin() && !is_latin(text);
        if words >= FEWEST_WORDS || evidence <= AGAINST || foreign_letters {
            guess(text, words, Some(self.study)).unwrap_or(self.study)
        } else {
            self.study
        }
    }
}

/// The language of `text`, of `words` words, if it is reliable; `study` needs no proof.
pub(super) fn guess(text: &str, words: usize, study: Option<Language>) -> Option<Language> {
    let start = &text[..text.floor_char_boundary(LOOKED_AT)];
    let info = whatlang::detect(start)?;
    let votes = Votes::of(start);
    let found = Language::of(info.lang());
    let latin = info.script() == Script::Latin;
    if !latin && study.is_none_or(Language::is_latin) {
        // Not the study's letters, whatever the language: the votes tell Russian from Bulgarian, say.
        return Some(if reliable(&info, words) { found } else { votes.first(found).unwrap_or(found) });
    }
    let own = study.map_or(0, |study| votes.count(study));
    let first = votes.first(found)?;
    let (most, second) = (votes.count(first), votes.second(first));
    if reliable(&info, words) {
        // Trigrams may take a telegraphic verbatim for another language; its few function words are right.
        let sure = if found == Language::Other { own * 4 < words as u32 } else { votes.count(found) >= own };
        return sure.then_some(found);
    }
    let agree = first == found && words >= FEWEST_WORDS;
    let sure = most >= SURE.0 && most >= second + SURE.1 && most >= 2 * own;
    ((agree || sure) && most > own).then_some(first)
}

/// Whether whatlang can be trusted alone.
fn reliable(info: &Info, words: usize) -> bool {
    info.is_reliable() && words >= FEWEST_WORDS
}

/// Whether half of the letters of `text` or more are Latin; without letters it is.
fn is_latin(text: &str) -> bool {
    // Every other alphabet begins with one of these bytes in UTF-8; punctuation and emoji do not.
    if !text.bytes().any(|byte| matches!(byte, 0xcd..=0xdf | 0xe0 | 0xe1 | 0xe3..=0xed)) {
        return true;
    }
    let (mut latin, mut other) = (0, 0);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        match c {
            'A'..='z' | 'ª'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => latin += 1,
            _ => other += 1,
        }
    }
    latin >= other
}

/// How many words of a text are frequent words of each language.
struct Votes([u32; Language::COUNT]);

impl Votes {
    fn of(text: &str) -> Self {
        let mut votes = [0; Language::COUNT];
        for token in tokenize(text) {
            for language in marks::languages(&normal(token.surface)).iter() {
                votes[language as usize] += 1;
            }
        }
        Self(votes)
    }

    fn count(&self, language: Language) -> u32 {
        self.0[language as usize]
    }

    /// The language with most votes; of several, `preferred` if it is among them.
    fn first(&self, preferred: Language) -> Option<Language> {
        let most = *self.0.iter().max()?;
        if self.count(preferred) == most {
            return Some(preferred);
        }
        Language::all().find(|language| self.count(*language) == most)
    }

    /// Votes of the language that comes after `first`.
    fn second(&self, first: Language) -> u32 {
        let others = Language::all().filter(|language| *language != first);
        others.map(|language| self.count(language)).max().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::token::TokenKind;
    use super::super::tokenize::tests::verbatim;
    use super::*;
    use crate::lexicon;

    /// Words of a text and what they say for the language of the study.
    fn read(study: Language, text: &str) -> (usize, i32) {
        let detector = Detector::new(study);
        let words: Vec<_> = tokenize(text)
            .into_iter()
            .filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Elision | TokenKind::Clitic))
            .map(|token| i32::from(detector.evidence(&normal(token.surface))))
            .collect();
        (words.len(), words.iter().sum())
    }

    /// The language of a verbatim, by the path that the analyzer takes.
    fn language(study: Language, text: &str) -> &'static str {
        let (words, evidence) = read(study, text);
        Detector::new(study).language(text, words, evidence).code()
    }

    fn french(text: &str) -> &'static str {
        language(Language::French, text)
    }

    fn samples() -> impl Iterator<Item = (&'static str, &'static str)> {
        lexicon::entries(include_str!("../../tests/text/languages.tsv"))
            .filter_map(|entry| entry.split_once('\t'))
    }

    #[test]
    fn verbatims_of_each_language_are_told_from_french() {
        let wrong: Vec<_> = samples()
            .map(|(code, text)| (code, french(text), text))
            .filter(|(code, found, _)| code != found)
            .collect();
        // Danish and Norwegian differ by a few words only, which a verbatim may not hold.
        assert!(wrong.len() * 50 <= samples().count(), "{wrong:#?}");
        assert!(wrong.iter().all(|(code, ..)| *code != "fr"), "{wrong:#?}");
        assert!(samples().count() > 150);
    }

    #[test]
    fn whatlang_is_asked_about_other_languages_only() {
        for (code, text) in samples() {
            let (words, evidence) = read(Language::French, text);
            assert!(words >= FEWEST_WORDS, "{text}");
            assert_eq!(evidence >= ENOUGH, code == "fr", "{evidence}: {text}");
        }
    }

    #[test]
    fn a_study_may_be_in_any_language() {
        for (code, text) in samples().filter(|(code, _)| *code != "other") {
            let own = Language::from_code(code).unwrap();
            assert_eq!(language(own, text), code, "{text}");
        }
        for study in [Language::English, Language::German, Language::Russian] {
            let texts: Vec<_> = samples().filter(|(code, _)| *code == "fr").collect();
            let found = texts.iter().filter(|(_, text)| language(study, text) == "fr").count();
            assert!(found * 10 >= texts.len() * 9, "{study}: {found}");
        }
    }

    #[test]
    fn a_short_verbatim_is_in_the_language_of_the_study() {
        for text in ["Very good", "Nice team", "Perfect", "Top !", "OK", "👍👍", "", "10/10", "Muy bien"]
        {
            assert_eq!(french(text), "fr", "{text}");
            assert_eq!(language(Language::German, text), "de", "{text}");
        }
    }

    #[test]
    fn unless_its_words_or_its_letters_are_those_of_another() {
        for (text, code) in [
            ("The service was very slow", "en"),
            ("Ich bin sehr zufrieden, danke", "de"),
            ("El servicio es muy malo", "es"),
            ("Всё отлично, спасибо", "ru"),
            ("خدمة ممتازة شكرا", "ar"),
            ("Πολύ καλό", "el"),
            ("とても良い", "other"),
            ("非常好", "other"),
        ] {
            assert_eq!(french(text), code, "{text}");
        }
    }

    #[test]
    fn french_stays_french_among_english_words() {
        for text in [
            "Hotline au top, merci pour le feedback",
            "Process de login trop long, app qui crash",
            "Le wording du mailing est cheap mais le pricing reste fair",
            "Cool, le click and collect, je valide",
            "best of the best, je ne changerai pas de banque",
            "Avis : not for me. Trop cher, et le service après-vente ne répond pas.",
        ] {
            assert_eq!(french(text), "fr", "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_has_a_language(text in verbatim(), evidence in -40..40) {
            let words = tokenize(&text).len();
            for study in Language::all() {
                let found = Detector::new(study).language(&text, words, evidence);
                prop_assert!(evidence < ENOUGH || found == study);
            }
        }
    }
}
