//! Sentences of a verbatim and how good or bad each of them is.

use super::analyzer::Analyzer;
use super::polarity::{self, is_shouted, stand_out};
use super::reading::Reading;
use super::sentence::Gap;

/// A sentence: its span in bytes, closing signs included, and its polarity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sentence {
    /// First byte of its first word.
    pub start: usize,
    /// Byte after its last sign.
    pub end: usize,
    /// −1…1; none in a language without a lexicon.
    pub polarity: Option<f32>,
}

/// What a verbatim says, as a whole and sentence by sentence.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Judgement {
    /// −1…1, 0 where no word judges; none in a language without a lexicon.
    pub polarity: Option<f32>,
    /// Its sentences, in order.
    pub sentences: Vec<Sentence>,
}

impl Judgement {
    /// The judgement of `text` as `analyzer` read it.
    #[must_use]
    pub fn new(text: &str, reading: &Reading, analyzer: &mut Analyzer) -> Self {
        let mut words = Vec::new();
        weigh(text, reading, analyzer, &mut words);
        let weights = analyzer.weights();
        let judge = |words: &[polarity::Word], text: &str| {
            weights.map(|weights| weights.polarity(words, text.matches(['!', '！']).count()))
        };
        let mut sentences = Vec::new();
        let mut first = 0;
        for (last, mark) in reading.marks.iter().enumerate() {
            if mark.gap < Gap::Sentence {
                continue;
            }
            let start = reading.words[first].start;
            let next = reading.words.get(last + 1).map_or(text.len(), |word| word.start);
            let end = start + text[start..next].trim_end().len();
            let polarity = judge(&words[first..=last], &text[start..end]);
            sentences.push(Sentence { start, end, polarity });
            first = last + 1;
        }
        Self { polarity: judge(&words, text), sentences }
    }
}

/// Weighs the words of `text` as `analyzer` read it, one for each of the reading; `words` are those of the text
/// before.
pub(crate) fn weigh(text: &str, reading: &Reading, analyzer: &mut Analyzer, words: &mut Vec<polarity::Word>) {
    words.clear();
    words.extend(reading.words.iter().zip(&reading.marks).map(|(word, mark)| polarity::Word {
        weight: analyzer.weight(word.form),
        negated: mark.negated,
        degree: mark.degree,
        capitals: is_shouted(&text[word.start..word.end]),
        joined: mark.gap == Gap::None,
    }));
    stand_out(words);
}

#[cfg(test)]
mod tests {
    use super::super::Reader;
    use super::*;

    fn judged(text: &str) -> (Judgement, Vec<String>) {
        let mut reader = Reader::default();
        let mut reading = Reading::default();
        let number = reader.read(text, &mut reading).unwrap();
        let judgement = Judgement::new(text, &reading, reader.analyzer(number));
        let sentences = judgement.sentences.iter().map(|s| text[s.start..s.end].to_owned()).collect();
        (judgement, sentences)
    }

    #[test]
    fn each_sentence_has_its_own_polarity() {
        let (judgement, sentences) =
            judged("L'accueil était parfait ! Hélas, le dossier n'est toujours pas réglé…");
        assert_eq!(sentences, ["L'accueil était parfait !", "Hélas, le dossier n'est toujours pas réglé…"]);
        assert!(judgement.sentences[0].polarity > Some(0.3));
        assert!(judgement.sentences[1].polarity < Some(0.0));
    }

    #[test]
    fn nothing_said_is_neutral() {
        assert_eq!(judged("").0, Judgement { polarity: Some(0.0), sentences: Vec::new() });
        assert_eq!(judged("12 mars").0.polarity, Some(0.0));
    }
}
