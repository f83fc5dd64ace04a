//! Negation: which words a sentence denies.
//!
//! French denies with two words around the verb (`ne … pas`), of which speech drops the first; with words that
//! take the place of the subject or the object (`personne`, `rien`, `aucun`); with `sans`, `ni` and `non`. The
//! same words also compare (`plus cher`), count (`une personne`) and restrict (`ne … que`). One pass over the
//! roles of a sentence's words tells them apart and marks what each of them reaches: the verb, its attribute
//! and its objects, to the end of the clause, five words at most.

use super::degree;
use super::role::Role;
use super::scope;
use super::sentence::Gap;

/// A word to the grammar: what is known of it, and what the pass over its sentence finds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Mark {
    /// Its part in negation and measure.
    pub role: Role,
    /// What parts it from the next word.
    pub gap: Gap,
    /// Whether the sentence denies it. Negators are never denied themselves; stopwords may be.
    pub negated: bool,
    /// How much of it the sentence means: −2 hardly, −1 rather, 0 plain, 1 very, 2 extremely.
    pub degree: i8,
}

impl Mark {
    /// A word that is neither denied nor measured yet.
    pub(super) fn new(role: Role, gap: Gap) -> Self {
        Self { role, gap, negated: false, degree: 0 }
    }
}

/// Fills `negated` and `degree` of all words of a text, sentence by sentence.
pub(super) fn mark(marks: &mut [Mark]) {
    let (mut from, mut denies, mut measures) = (0, false, false);
    for at in 0..marks.len() {
        let word = marks[at];
        denies |= word.role.is_negator();
        measures |= word.role.is_degree();
        if word.gap < Gap::Sentence && at + 1 < marks.len() {
            continue;
        }
        let sentence = &mut marks[from..=at];
        if denies {
            scope::deny(sentence);
        }
        if measures {
            degree::mark(sentence);
        }
        (from, denies, measures) = (at + 1, false, false);
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::language::Language;
    use super::super::role::{role, role_in};
    use super::super::sentence::gap;
    use super::super::stopwords::{is_stopword, is_stopword_in};
    use super::super::token::{Token, normal};
    use super::super::tokenize::tests::verbatim;
    use super::super::tokenize::tokenize;
    use super::*;
    use proptest::prelude::*;

    /// The words of a text and their marks: the plain path, token by token, that tests and readers use.
    pub(in crate::text) fn read(language: Language, text: &str) -> Vec<(Token<'_>, Mark)> {
        let tokens = tokenize(text);
        let mut marks: Vec<_> = tokens
            .iter()
            .zip(tokens.iter().skip(1).map(Some).chain([None]))
            .map(|(token, next)| {
                let parted = next.map_or(Gap::Sentence, |next| {
                    gap((token.surface, token.kind), &text[token.end..next.start], (next.surface, next.kind))
                });
                Mark::new(role_in(language, &normal(token.surface)), parted)
            })
            .collect();
        mark(&mut marks);
        tokens.into_iter().zip(marks).collect()
    }

    const CASES: &str = include_str!("../../tests/text/negation.tsv");

    /// The content words that a text denies.
    fn denied(text: &str) -> String {
        let words: Vec<_> = read(Language::French, text)
            .into_iter()
            .filter(|(_, mark)| mark.negated)
            .map(|(token, _)| normal(token.surface))
            .filter(|normal| !is_stopword(normal))
            .collect();
        if words.is_empty() { "-".to_owned() } else { words.join(" ") }
    }

    #[test]
    fn ninety_five_annotated_sentences_in_a_hundred_are_read_right() {
        let mut wrong = Vec::new();
        for origin in ["drawn", "later", "written"] {
            let (mut right, mut n) = (0, 0);
            for case in CASES.lines().filter(|line| !line.starts_with('#')) {
                let [kind, from, sentence, expected] = case.split('\t').collect::<Vec<_>>()[..] else {
                    panic!("four columns: {case}")
                };
                if from == origin {
                    n += 1;
                    let found = denied(sentence);
                    if found == expected {
                        right += 1;
                    } else {
                        wrong.push(format!("{kind}: {sentence}\n  expected {expected}\n  found    {found}"));
                    }
                }
            }
            assert!(n >= 130, "{n} cases {origin}");
            wrong.push(format!("{origin}: {right} of {n} right"));
            assert!(right * 100 >= n * 95, "{}", wrong.join("\n"));
        }
    }

    #[test]
    fn elided_words_may_come_in_one_form_with_their_host() {
        for (forms, expected) in [
            ("c'est pas clair", "clair"),
            ("ce n'est pas clair", "n'est clair"),
            ("j'ai pas aimé l'accueil", "aimé l'accueil"),
            ("ils m'ont jamais répondu", "répondu"),
            ("pas d'attente c'est parfait", "d'attente"),
            ("je crois qu'il n'a rien vu", "n'a vu"),
            ("plus cher qu'on n'imagine", "-"),
            ("nest pas bon", "nest bon"),
            ("n'importe quoi", "-"),
        ] {
            let words: Vec<_> = forms.split(' ').collect();
            let mut marks: Vec<_> = words.iter().map(|form| Mark::new(role(form), Gap::None)).collect();
            mark(&mut marks);
            let found: Vec<_> =
                words.iter().zip(&marks).filter(|(_, m)| m.negated).map(|(w, _)| *w).collect();
            assert_eq!(if found.is_empty() { "-".to_owned() } else { found.join(" ") }, expected, "{forms}");
        }
    }

    #[test]
    fn english_sentences_are_read_right_too() {
        let (mut right, mut n) = (0, 0);
        let mut wrong = Vec::new();
        let cases = include_str!("../../tests/text/negation.en.tsv");
        for case in cases.lines().filter(|line| !line.starts_with('#')) {
            let [kind, _, sentence, expected] = case.split('\t').collect::<Vec<_>>()[..] else {
                panic!("four columns: {case}")
            };
            let words: Vec<_> = read(Language::English, sentence)
                .into_iter()
                .filter(|(_, mark)| mark.negated && !mark.role.is_degree())
                .map(|(token, _)| normal(token.surface))
                .filter(|normal| !is_stopword_in(Language::English, normal))
                .collect();
            let found = if words.is_empty() { "-".to_owned() } else { words.join(" ") };
            n += 1;
            right += usize::from(found == expected);
            if found != expected {
                wrong.push(format!("{kind}: {sentence}\n  expected {expected}\n  found    {found}"));
            }
        }
        assert!(n >= 60 && right * 100 >= n * 95, "{right} of {n}\n{}", wrong.join("\n"));
    }

    proptest! {
        #[test]
        fn a_sentence_is_read_alone(a in verbatim(), b in verbatim()) {
            let together: Vec<_> = read(Language::French, &format!("{a}\n\n{b}")).into_iter().map(|(_, mark)| mark).collect();
            let mut apart: Vec<_> = read(Language::French, &a).into_iter().map(|(_, mark)| mark).collect();
            apart.extend(read(Language::French, &b).into_iter().map(|(_, mark)| mark));
            prop_assert_eq!(together, apart);
        }
    }
}
