//! Stopwords: function words that say nothing about what pleases or displeases.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::lexicon;

static STOPWORDS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| lexicon::set(include_str!("../../lexicons/stopwords.tsv")));

/// Whether a [`normal`](super::normal()) form is a stopword. Negations (`pas`, `jamais`, `rien`) and words of
/// judgement (`trop`, `bien`, `mal`) are not: they carry what a survey asks for.
#[must_use]
pub fn is_stopword(normal: &str) -> bool {
    STOPWORDS.contains(normal)
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
}
