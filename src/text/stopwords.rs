//! Stopwords: function words that say nothing about what pleases or displeases.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::language::Language;
use super::marks;
use crate::lexicon;

static STOPWORDS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| lexicon::set(include_str!("../../lexicons/stopwords.tsv")));

/// Whether a [`normal`](super::normal()) form is a French stopword. Negations (`pas`, `jamais`, `rien`) and
/// words of judgement (`trop`, `bien`, `mal`) are not: they carry what a survey asks for.
#[must_use]
pub fn is_stopword(normal: &str) -> bool {
    STOPWORDS.contains(normal)
}

/// Whether a [`normal`](super::normal()) form is a stopword of `language`; a language that is not ours has
/// none.
pub(super) fn is_stopword_in(language: Language, normal: &str) -> bool {
    if language == Language::French {
        is_stopword(normal)
    } else {
        marks::stopword(normal).contains(language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn negation_judgement_and_courtesy_are_content() {
        for word in
            "pas jamais rien aucun aucune plus trop bien mal peu assez moins beaucoup toujours merci bonjour"
                .split(' ')
        {
            assert!(!is_stopword(word), "{word}");
        }
        for word in "le ça c est été avait faire nous dans pour très être etre quil".split(' ') {
            assert!(is_stopword(word), "{word}");
        }
    }

    #[test]
    fn the_same_holds_in_english() {
        for word in
            "not no never nothing nobody none neither nor don't can't won't without hardly too enough \
                     more most less much many few well good bad always thanks please hello"
                .split_whitespace()
        {
            assert!(!is_stopword_in(Language::English, word), "{word}");
        }
        for word in "the a of and it's i'm we've they'll was have been would very because im".split(' ') {
            assert!(is_stopword_in(Language::English, word), "{word}");
        }
    }

    #[test]
    fn each_language_has_its_own() {
        for (code, words) in [
            ("ar", "في من على هذا"),
            ("da", "og jeg hvordan"),
            ("nl", "het een jullie"),
            ("fi", "että minun kuitenkin"),
            ("de", "und während dass"),
            ("el", "και είναι στην"),
            ("hu", "és hogy vagyok"),
            ("it", "degli anche perché"),
            ("no", "noe hvordan vært"),
            ("pt", "também você uma"),
            ("ro", "și pentru această"),
            ("ru", "что который чтобы"),
            ("es", "también usted hace"),
            ("sv", "och något vilken"),
            ("ta", "மற்றும் எனக்கு"),
            ("tr", "için çünkü olarak"),
        ] {
            let language = Language::from_code(code).unwrap();
            for word in words.split(' ') {
                assert!(is_stopword_in(language, word), "{code}: {word}");
                assert!(!is_stopword_in(Language::Other, word));
            }
        }
        for (code, words) in [("de", "nicht sehr danke"), ("es", "no muy gracias"), ("nl", "niet zonder")] {
            let language = Language::from_code(code).unwrap();
            assert!(words.split(' ').all(|word| !is_stopword_in(language, word)), "{code}");
        }
    }
}
