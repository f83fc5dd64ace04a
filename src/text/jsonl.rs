//! What `barometre tokens` reads and writes: one JSON object a line.

use serde::{Deserialize, Serialize};

use super::family::family;
use super::token::normal;
use super::tokenize::tokenize;

/// One output line: the tokens of one verbatim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TokenLine {
    /// The `id` of the input object as it was written, else the line number, from 1.
    pub id: serde_json::Value,
    /// Its tokens, in order.
    pub tokens: Vec<TokenOut>,
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
    /// Key of its family.
    pub family: String,
}

#[derive(Deserialize)]
struct Input {
    #[serde(default)]
    id: Option<serde_json::Value>,
    text: String,
}

/// The output for one line of input, number `number` from 1: an object with `text` and perhaps `id`, other
/// fields ignored; any other line is itself the text.
#[must_use]
pub fn token_line(line: &str, number: u64) -> TokenLine {
    let line = line.trim_end_matches(['\n', '\r']);
    let parsed =
        if line.trim_start().starts_with('{') { serde_json::from_str::<Input>(line).ok() } else { None };
    let (id, text) = match &parsed {
        Some(input) => (input.id.clone(), input.text.as_str()),
        None => (None, line),
    };
    let tokens = tokenize(text)
        .iter()
        .map(|token| TokenOut {
            start: token.start,
            end: token.end,
            surface: token.surface.to_owned(),
            family: family(&normal(token.surface)),
        })
        .collect();
    TokenLine { id: id.unwrap_or_else(|| number.into()), tokens }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_and_plain_lines_are_read() {
        let json = |line, number| serde_json::to_string(&token_line(line, number)).unwrap();
        let token = r#"[{"start":0,"end":3,"surface":"Oui","family":"oui"}]"#;
        assert_eq!(
            json(r#"{"id": "a", "text": "Oui !", "note": 5}"#, 1),
            format!(r#"{{"id":"a","tokens":{token}}}"#)
        );
        assert_eq!(json("Oui\r\n", 7), format!(r#"{{"id":7,"tokens":{token}}}"#));
        assert_eq!(token_line(r#"{"texte": "oui"}"#, 1).tokens.len(), 2);
        assert_eq!(token_line("", 1).tokens, []);
    }
}
