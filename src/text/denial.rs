//! Words that a sentence denies, as they are written: “pas satisfait”, “ne me répond jamais”.

use super::analyzer::{Analyzer, FormId};
use super::reading::Reading;
use super::role::Role;
use super::sentence::Gap;

/// A word with what denies it, as they are written: a negator, `de` or `à`, the word; or `ne`, the word, a negator.
pub(crate) type Denial = [Option<FormId>; 3];

/// Words between a verb and the negator after it, at most: “ne me répond toujours pas”.
const NEAR: usize = 2;

/// Follows the words of a text and says which of them are denied, and by what.
#[derive(Debug, Default)]
pub(crate) struct Denials {
    /// The negator of the sentence so far, until a word is denied by it: “pas reçu le contrat” denies receiving.
    negator: Option<usize>,
    /// The negator that the last word has used up before it came.
    taken: Option<usize>,
}

impl Denials {
    /// What denies the word `at`, one that may be a keyword; each word of the reading must come, in order.
    #[inline]
    pub fn next(&mut self, analyzer: &Analyzer, reading: &Reading, at: usize) -> Option<Denial> {
        let (form, mark) = (analyzer.form(reading.words[at].form), &reading.marks[at]);
        let mut denied = None;
        if form.content
            && mark.negated
            && let Some((denial, by)) = denial(analyzer, reading, at, self.negator.take())
        {
            self.taken = Some(by);
            denied = Some(denial);
        }
        if mark.gap == Gap::Sentence {
            self.negator = None;
        } else if form.negator() && self.taken != Some(at) {
            self.negator = Some(at);
        }
        denied
    }
}

/// What denies the word `at`, and by which word: the `negator` before it, or one shortly after it.
fn denial(
    analyzer: &Analyzer,
    reading: &Reading,
    at: usize,
    negator: Option<usize>,
) -> Option<(Denial, usize)> {
    let form = |at: usize| reading.words[at].form;
    if let Some(negator) = negator {
        let joined = at == negator + 2 && matches!(analyzer.normal(form(at - 1)), "de" | "d'" | "à");
        return Some(([Some(form(negator)), joined.then(|| form(at - 1)), Some(form(at))], negator));
    }
    let ahead = (at + 1..reading.words.len()).take(NEAR + 1);
    let joined = |next: &usize| reading.marks[next - 1].gap < Gap::Sentence;
    let after = ahead.take_while(joined).find(|next| analyzer.form(form(*next)).negator())?;
    let ne = (at.saturating_sub(NEAR)..at).rev().find(|before| analyzer.form(form(*before)).role == Role::Ne);
    Some(([ne.map(form), Some(form(at)), Some(form(after))], after))
}

/// Forms as they are written together: “temps d'attente”.
pub(crate) fn spelled(analyzer: &Analyzer, forms: impl Iterator<Item = FormId>) -> String {
    let mut out = String::new();
    for form in forms {
        if !out.is_empty() && !out.ends_with('\'') {
            out.push(' ');
        }
        out.push_str(analyzer.normal(form));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::Reader;
    use super::*;

    /// What is denied in a text.
    fn denied(text: &str) -> Vec<String> {
        let (mut reader, mut reading) = (Reader::default(), Reading::default());
        let number = reader.read(text, &mut reading).unwrap();
        let (analyzer, mut denials) = (reader.analyzer(number), Denials::default());
        (0..reading.words.len())
            .filter_map(|at| denials.next(analyzer, &reading, at))
            .map(|denial| spelled(analyzer, denial.into_iter().flatten()))
            .collect()
    }

    #[test]
    fn a_negator_denies_the_first_word_after_it_or_the_verb_before() {
        for (text, expected) in [
            ("Je n'ai pas reçu le contrat", "pas reçu"),
            ("Ça marche pas", "marche pas"),
            ("On ne me rappelle jamais. Pas de réseau", "ne rappelle jamais|pas de réseau"),
            ("Tout marche", ""),
        ] {
            assert_eq!(denied(text).join("|"), expected, "{text}");
        }
    }
}
