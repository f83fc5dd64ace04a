//! What a corpus teaches of its words before they are counted: its spelling and its phrases.

use super::analyzer::{Analyzer, FamilyId};
use super::language::Language;
use super::phrase::{Chain, Chains};
use super::reading::Reading;
use super::sentence::Gap;
use super::spelling::{Corrections, FormCount};
use super::token::TokenKind;

/// Teaches `analyzer` the spelling (French only) and the phrases of `texts`, distinct texts of the corpus. It has
/// read them then: what follows finds its vocabulary filled.
pub(super) fn learn(analyzer: &mut Analyzer, texts: &[&str]) {
    if analyzer.language() == Language::French {
        let corrections = corrections(analyzer, texts);
        analyzer.correct(corrections);
    }
    let phrases = phrases(analyzer, texts);
    analyzer.find_phrases(phrases);
}

/// What the corpus' own spelling says of its rare forms.
fn corrections(analyzer: &mut Analyzer, texts: &[&str]) -> Corrections {
    let mut reading = Reading::default();
    let mut counts: Vec<FormCount> = Vec::new();
    for text in texts {
        analyzer.read(text, &mut reading);
        counts.resize(analyzer.forms().len(), FormCount::default());
        let mut begins = true;
        for (word, mark) in reading.words.iter().zip(&reading.marks) {
            let count = &mut counts[word.form.0 as usize];
            count.n += 1;
            // A capital inside a sentence is that of a name; a word all in capitals is only loud.
            if !begins && !text.as_bytes()[word.start].is_ascii_lowercase() {
                let mut letters = text[word.start..word.end].chars();
                let capital = letters.next().is_some_and(char::is_uppercase)
                    && letters.next().is_some_and(char::is_lowercase);
                count.capital += u64::from(capital);
            }
            begins = mark.gap == Gap::Sentence;
        }
    }
    let words = analyzer.forms().iter().zip(analyzer.normals()).zip(counts);
    let words = words.filter(|((form, _), _)| form.kind == TokenKind::Word);
    Corrections::learn(words.map(|((_, normal), count)| (&**normal, count)))
}

/// The phrases of the corpus, as sequences of families.
fn phrases(analyzer: &mut Analyzer, texts: &[&str]) -> Vec<Vec<FamilyId>> {
    let mut reading = Reading::default();
    let mut chains = Chains::default();
    for text in texts {
        analyzer.read(text, &mut reading);
        let mut chain = Chain::default();
        let mut parted = true;
        for (word, mark) in reading.words.iter().zip(&reading.marks) {
            let form = analyzer.form(word.form);
            if let Some(goes_on) = chain.next(form.link, parted) {
                chains.push(form.family, goes_on);
            }
            parted = mark.gap > Gap::None;
        }
    }
    chains.phrases(texts.len() as u64)
}
