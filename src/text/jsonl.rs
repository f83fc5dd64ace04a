//! What `barometre tokens` writes: one JSON object a verbatim.

use serde::{Deserialize, Serialize, Serializer};

use super::judgement::Judgement;
use super::language::Language;
use super::reader::Reader;
use super::reading::Reading;
use super::token::{TokenKind, normal};

/// One output line: what was read in one verbatim.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TokenLine {
    /// The `id` of the input object as it was written, else the line number, from 1; the row of a survey file.
    pub id: serde_json::Value,
    /// Where a verbatim of a survey file comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// Its language.
    pub language: Language,
    /// −1…1, 0 where no word judges; null in a language without a lexicon.
    #[serde(serialize_with = "rounded")]
    pub polarity: Option<f32>,
    /// Its sentences, in order.
    pub sentences: Vec<SentenceOut>,
    /// Its phrases, by their last word; those of a survey file are learnt from its verbatims.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub phrases: Vec<PhraseOut>,
    /// Its tokens, in order; none in a language that is not known.
    pub tokens: Vec<TokenOut>,
}

/// Where a verbatim of a survey file comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// File.
    pub file: String,
    /// Row as the spreadsheet numbers it.
    pub row: u32,
    /// Id of the open question.
    pub question: String,
}

/// A sentence of an output line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SentenceOut {
    /// First byte of its first word in the text (UTF-8).
    pub start: usize,
    /// Byte after its last sign.
    pub end: usize,
    /// −1…1.
    #[serde(serialize_with = "rounded")]
    pub polarity: Option<f32>,
}

/// A phrase of an output line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PhraseOut {
    /// First byte of its first word.
    pub start: usize,
    /// Byte after its last one.
    pub end: usize,
    /// Keys of the families of its words, separated by spaces.
    pub key: String,
}

/// One token of an output line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TokenOut {
    /// First byte of the token in the text (UTF-8).
    pub start: usize,
    /// Byte after the last one.
    pub end: usize,
    /// The bytes in between.
    pub surface: String,
    /// Its normal form.
    pub normal: String,
    /// Key of its family.
    pub family: String,
    /// What it is.
    pub kind: TokenKind,
    /// Whether the sentence denies it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub negated: bool,
    /// How strongly it is said, −2 hardly … 2 extremely.
    #[serde(skip_serializing_if = "is_plain")]
    pub degree: i8,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
fn is_plain(degree: &i8) -> bool {
    *degree == 0
}

/// Four decimals: more would be noise.
#[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
fn rounded<S: Serializer>(polarity: &Option<f32>, serializer: S) -> Result<S::Ok, S::Error> {
    // A sum of zero: no sign is printed.
    polarity.map(|p| (f64::from(p) * 1e4).round() / 1e4 + 0.0).serialize(serializer)
}

#[derive(Deserialize)]
struct Input {
    #[serde(default)]
    id: Option<serde_json::Value>,
    text: String,
}

/// Reads verbatims into output lines.
#[derive(Debug)]
pub struct TokenWriter {
    reader: Reader,
    reading: Reading,
}

impl TokenWriter {
    /// Reads with `reader`.
    #[must_use]
    pub fn new(reader: Reader) -> Self {
        Self { reader, reading: Reading::default() }
    }

    /// The output for one line of input, number `number` from 1: an object with `text` and perhaps `id`, other
    /// fields ignored; any other line is itself the text.
    ///
    /// ```
    /// use barometre::text::TokenWriter;
    /// let line = TokenWriter::new(Default::default()).line(r#"{"id": "a", "text": "Pas clair"}"#, 1);
    /// assert_eq!(line.id, "a");
    /// assert_eq!(line.tokens[1].family, "clair");
    /// assert!(line.tokens[1].negated && line.polarity < Some(0.0));
    /// ```
    pub fn line(&mut self, line: &str, number: u64) -> TokenLine {
        let line = line.trim_end_matches(['\n', '\r']);
        let parsed =
            if line.trim_start().starts_with('{') { serde_json::from_str::<Input>(line).ok() } else { None };
        match parsed {
            Some(Input { id, text }) => self.text(id.unwrap_or_else(|| number.into()), None, &text),
            None => self.text(number.into(), None, line),
        }
    }

    /// The output for one verbatim.
    pub fn text(&mut self, id: serde_json::Value, source: Option<Source>, text: &str) -> TokenLine {
        let known = self.reader.read(text, &mut self.reading);
        let Reading { language, words, marks, phrases } = &self.reading;
        let mut line = TokenLine {
            id,
            source,
            language: *language,
            polarity: None,
            sentences: Vec::new(),
            phrases: Vec::new(),
            tokens: Vec::new(),
        };
        let Some(analyzer) = known.map(|number| self.reader.analyzer(number)) else { return line };
        let judgement = Judgement::new(text, &self.reading, analyzer);
        line.polarity = judgement.polarity;
        line.sentences = judgement
            .sentences
            .iter()
            .map(|s| SentenceOut { start: s.start, end: s.end, polarity: s.polarity })
            .collect();
        line.phrases = phrases
            .iter()
            .map(|found| PhraseOut {
                start: words[found.first].start,
                end: words[found.last].end,
                key: analyzer.phrase(found.phrase),
            })
            .collect();
        line.tokens = words
            .iter()
            .zip(marks)
            .map(|(word, mark)| {
                let form = analyzer.form(word.form);
                let surface = &text[word.start..word.end];
                // What is too long to be a word is no form of the analyzer's.
                let long = analyzer.normal(word.form).is_empty() && !surface.is_empty();
                let normal = if long { normal(surface) } else { analyzer.normal(word.form).to_owned() };
                TokenOut {
                    start: word.start,
                    end: word.end,
                    surface: surface.to_owned(),
                    family: if long { normal.clone() } else { analyzer.family(form.family).to_owned() },
                    normal,
                    kind: form.kind,
                    negated: mark.negated,
                    degree: mark.degree,
                }
            })
            .collect();
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_and_plain_lines_are_read() {
        let mut writer = TokenWriter::new(Reader::default());
        let mut json = |line, number| serde_json::to_string(&writer.line(line, number)).unwrap();
        let rest = r#""language":"fr","polarity":0.0,"sentences":[{"start":0,"end":5,"polarity":0.0}],"tokens":[{"start":0,"end":3,"surface":"Oui","normal":"oui","family":"oui","kind":"word"}]}"#;
        assert_eq!(json(r#"{"id": "a", "text": "Oui !", "note": 5}"#, 1), format!(r#"{{"id":"a",{rest}"#));
        assert_eq!(json("Oui !\r\n", 7), format!(r#"{{"id":7,{rest}"#));
        assert_eq!(writer.line(r#"{"texte": "oui"}"#, 1).tokens.len(), 2);
        assert_eq!(writer.line("", 1).tokens, []);
    }

    #[test]
    fn a_token_of_any_length_is_written_whole() {
        let long = "ab".repeat(100);
        let line = TokenWriter::new(Reader::default()).line(&long, 1);
        assert_eq!(line.tokens[0].surface, long);
    }
}
