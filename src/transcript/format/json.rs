//! The JSON of speech engines: which engine a file comes from, by its shape, and its fields read with their place.

use serde_json::{Map, Value};

use super::super::{Expected, TranscriptError, Utterance};
use super::{Format, aws, azure, deepgram, google, monologues, whisper};

/// A JSON object.
pub(super) type Object = Map<String, Value>;
type Result<T> = std::result::Result<T, TranscriptError>;

/// Longest time, in milliseconds: three centuries; what is longer is no time, and sums of times stay in bounds.
const LONGEST: f64 = 1e13;
/// Longest excerpt of what is not as expected.
const EXCERPT: usize = 40;

/// Whether a text is JSON at first sight: an object, or a list of them. `[00:05] Agent : …` is none.
#[must_use]
pub fn looks_like(text: &str) -> bool {
    let text = text.trim_start();
    let object = |text: &str| {
        let inside = text.strip_prefix('{').map(str::trim_start);
        inside.is_some_and(|inside| inside.is_empty() || inside.starts_with(['"', '}']))
    };
    object(text) || text.strip_prefix('[').is_some_and(|inside| object(inside.trim_start()))
}

/// Reads a transcript and says which engine wrote it.
///
/// # Errors
/// The text is no JSON; no engine writes that shape; an element is not what the shape says.
pub fn parse(text: &str, file: &str) -> Result<(Format, Vec<Utterance>)> {
    let root = value(text).map_err(|error| TranscriptError::Json {
        file: file.to_owned(),
        line: error.line() as u64,
        column: error.column() as u64,
        cut: error.is_eof(),
    })?;
    let unknown = || TranscriptError::UnknownFormat { file: file.to_owned() };
    // Segments alone, without what Whisper puts around them.
    let wrapped;
    let root = match &root {
        Value::Object(root) => root,
        Value::Array(list) if !list.is_empty() && list.iter().all(|item| item.get("text").is_some()) => {
            wrapped = Object::from_iter([("segments".to_owned(), root)]);
            &wrapped
        }
        _ => return Err(unknown()),
    };
    let format = shape(root).ok_or_else(unknown)?;
    let parse = match format {
        Format::Monologues => monologues::parse,
        Format::Whisper => whisper::parse,
        Format::Aws => aws::parse,
        Format::Google => google::parse,
        Format::Azure => azure::parse,
        Format::Deepgram => deepgram::parse,
        _ => return Err(unknown()),
    };
    Ok((format, parse(root, file)?))
}

/// A JSON value; Python writes `NaN` where a score is missing, which JSON does not know.
fn value(text: &str) -> serde_json::Result<Value> {
    serde_json::from_str(text).or_else(|error| {
        if !text.contains("NaN") && !text.contains("Infinity") {
            return Err(error);
        }
        serde_json::from_str(&without_nan(text)).map_err(|_| error)
    })
}

/// The text with `null` for the numbers that are none, outside strings.
fn without_nan(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(quote) = rest.find('"') {
        let (outside, string) = rest.split_at(quote);
        out.push_str(&nulled(outside));
        let mut escaped = false;
        let close = string.bytes().skip(1).position(|byte| {
            let ends = byte == b'"' && !escaped;
            escaped = byte == b'\\' && !escaped;
            ends
        });
        let (string, after) = string.split_at(close.map_or(string.len(), |close| close + 2));
        out.push_str(string);
        rest = after;
    }
    out.push_str(&nulled(rest));
    out
}

fn nulled(outside: &str) -> String {
    outside.replace("-Infinity", "null").replace("Infinity", "null").replace("NaN", "null")
}

fn shape(root: &Object) -> Option<Format> {
    let list = |key: &str| root.get(key).is_some_and(Value::is_array);
    let inside = |key: &str| root.get("results").and_then(|results| results.get(key)).is_some();
    Some(if list("monologues") {
        Format::Monologues
    } else if inside("items") || inside("channel_labels") || list("Transcript") {
        Format::Aws
    } else if list("recognizedPhrases") || (list("phrases") && root.contains_key("combinedPhrases")) {
        Format::Azure
    } else if inside("utterances") || inside("channels") {
        Format::Deepgram
    } else if google::results(root).is_some() {
        Format::Google
    } else if list("segments") || list("transcription") {
        Format::Whisper
    } else {
        return None;
    })
}

/// An element of a list of a file, for what is to be said of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) file: &'a str,
    /// Name of the list.
    pub(super) list: &'static str,
    /// Number of the element, from 1.
    pub(super) element: u64,
}

impl<'a> Place<'a> {
    /// The elements of a list, each with its place.
    pub(super) fn each<'v>(
        file: &'a str,
        list: &'static str,
        values: &'v [Value],
    ) -> impl Iterator<Item = (Self, &'v Value)> + use<'a, 'v> {
        (1..).zip(values).map(move |(element, value)| (Self { file, list, element }, value))
    }

    /// What is not as expected.
    pub(super) fn wrong(&self, key: &str, found: &Value, expected: Expected) -> TranscriptError {
        let shown = match found {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let mut found: String = shown.chars().take(EXCERPT).collect();
        if found.len() < shown.len() {
            found.push('…');
        }
        TranscriptError::Element {
            file: self.file.to_owned(),
            list: self.list,
            element: self.element,
            key: key.to_owned(),
            found,
            expected,
        }
    }

    /// The element as an object.
    pub(super) fn object<'v>(&self, value: &'v Value) -> Result<&'v Object> {
        value.as_object().ok_or_else(|| self.wrong("", value, Expected::Object))
    }

    /// The object of that key; none where it is absent or null.
    pub(super) fn inner<'v>(&self, object: &'v Object, key: &str) -> Result<Option<&'v Object>> {
        let Some(value) = present(object, key) else { return Ok(None) };
        value.as_object().map(Some).ok_or_else(|| self.wrong(key, value, Expected::Object))
    }

    /// The list of that key; empty where it is absent or null.
    pub(super) fn items<'v>(&self, object: &'v Object, key: &str) -> Result<&'v [Value]> {
        let Some(value) = present(object, key) else { return Ok(&[]) };
        value.as_array().map(Vec::as_slice).ok_or_else(|| self.wrong(key, value, Expected::List))
    }

    /// The text of that key; none where it is absent or null.
    pub(super) fn text<'v>(&self, object: &'v Object, key: &str) -> Result<Option<&'v str>> {
        let Some(value) = present(object, key) else { return Ok(None) };
        value.as_str().map(Some).ok_or_else(|| self.wrong(key, value, Expected::Text))
    }

    /// What the file calls somebody: a text, or a number behind `kind`. None where it is absent, null or empty.
    pub(super) fn label(&self, object: &Object, key: &str, kind: &str) -> Result<Option<String>> {
        match present(object, key) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(super::spoken::clean(text)).filter(|name| !name.is_empty())),
            Some(Value::Number(number)) => Ok(Some(format!("{kind} {number}"))),
            Some(other) => Err(self.wrong(key, other, Expected::Text)),
        }
    }

    /// A number of units of `unit` milliseconds, as a number or a text, in whole milliseconds rounded to nearest;
    /// none where it is absent, null or an empty text.
    pub(super) fn time(&self, object: &Object, key: &str, unit: f64) -> Result<Option<u64>> {
        let Some(value) = present(object, key) else { return Ok(None) };
        let number = match value {
            Value::Number(number) => number.as_f64(),
            Value::String(text) if text.trim().is_empty() => return Ok(None),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        };
        let expected = if unit == 1000.0 { Expected::Seconds } else { Expected::Milliseconds };
        number
            .and_then(|number| milliseconds(number * unit))
            .map(Some)
            .ok_or_else(|| self.wrong(key, value, expected))
    }

    /// A number of seconds, in milliseconds.
    pub(super) fn seconds(&self, object: &Object, key: &str) -> Result<Option<u64>> {
        self.time(object, key, 1000.0)
    }

    /// Refuses an end before its beginning.
    pub(super) fn ordered(
        &self,
        time: (Option<u64>, Option<u64>),
        keys: (&str, &str),
        object: &Object,
    ) -> Result<(Option<u64>, Option<u64>)> {
        if let (Some(start), Some(end)) = time
            && end < start
        {
            let end = object.get(keys.1).unwrap_or(&Value::Null);
            return Err(self.wrong(keys.1, end, Expected::Order));
        }
        Ok(time)
    }
}

fn present<'v>(object: &'v Object, key: &str) -> Option<&'v Value> {
    object.get(key).filter(|value| !value.is_null())
}

/// Whole milliseconds; none where that is no time. Engines that align words begin the first a hair before zero.
pub(super) fn milliseconds(number: f64) -> Option<u64> {
    (-1000.0..=LONGEST).contains(&number).then(|| number.max(0.0).round() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_rounded_to_the_nearest_millisecond() {
        for (seconds, expected) in [
            (3.449_999_999_999_999_3, 3450),
            (4.149_999_999_999_999, 4150),
            (0.0004, 0),
            (0.0005, 1),
            (-0.02, 0),
        ] {
            assert_eq!(milliseconds(seconds * 1000.0), Some(expected), "{seconds}");
        }
        for wrong in [f64::NAN, f64::INFINITY, -1000.1, 1.1e13] {
            assert_eq!(milliseconds(wrong), None);
        }
    }

    #[test]
    fn a_text_between_brackets_is_no_json() {
        for json in ["{}", " {\n\"a\": 1}", "[ {\"text\"", "{"] {
            assert!(looks_like(json), "{json}");
        }
        for other in ["[00:05] Agent : bonjour", "{bruit} Agent : oui", "[Agent] oui", "", "[", "[]"] {
            assert!(!looks_like(other), "{other}");
        }
        let parsed =
            super::super::parse("[00:05] Agent : bonjour\n[00:09] Client : oui\n".as_bytes(), "a.json");
        assert_eq!(parsed.unwrap().format, Format::Plain);
    }

    #[test]
    fn a_json_of_something_else_is_told_apart() {
        for other in ["{}", "[]", "[1]", r#"{"results":{"a":1}}"#, r#"{"name":"x","segments":3}"#, "3"] {
            let unknown = TranscriptError::UnknownFormat { file: "x.json".to_owned() };
            assert_eq!(parse(other, "x.json"), Err(unknown), "{other}");
        }
        assert_eq!(
            parse("{\n \"monologues\": [", "x.json"),
            Err(TranscriptError::Json { file: "x.json".into(), line: 2, column: 16, cut: true })
        );
    }

    #[test]
    fn numbers_that_are_none_are_read_as_absent() {
        let text = r#"{"segments": [{"start": 0.5, "end": 1, "text": "\"NaN\" dit-il", "score": NaN, "x": -Infinity}]}"#;
        let (format, said) = parse(text, "x.json").unwrap();
        assert_eq!(
            (format, said[0].text.as_str(), said[0].start),
            (Format::Whisper, "\"NaN\" dit-il", Some(500))
        );
    }
}
