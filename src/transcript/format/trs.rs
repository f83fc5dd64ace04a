//! Transcriber's XML (`.trs`): turns with their speakers, synchronised by times inside them.
//!
//! Barras, Geoffrois, Wu, Liberman (2001), “Transcriber: development and use of a tool for assisting speech corpora
//! production”, Speech Communication 33.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::QName;

use super::super::{Expected, TranscriptError, Utterance};
use super::clock::seconds;
use super::line::{head, shown, spoken, squeeze};

const TURN: QName = QName("Turn");

/// Whether a text is a document of Transcriber.
#[must_use]
pub fn looks_like(text: &str) -> bool {
    let head = head(text);
    head.trim_start_matches('\u{feff}').trim_start().starts_with('<')
        && (head.contains("<Trans ") || head.contains("<Trans>") || head.contains("trans-14.dtd"))
}

/// Reads a document of Transcriber. What is said between two times is one utterance for each speaker of its turn;
/// events, comments and noises are no speech.
///
/// # Errors
/// [`TranscriptError::Malformed`] where the XML is not well-formed or a time is none or goes back;
/// [`TranscriptError::Empty`] where nobody speaks.
pub fn parse(text: &str, file: &str) -> Result<Vec<Utterance>, TranscriptError> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = Reader::from_str(text);
    let mut document = Document::new(text, file);
    let mut depth = 0_u64;
    loop {
        let at = reader.buffer_position() as usize;
        let event = reader.read_event().map_err(|_| document.wrong(at, Expected::Trs))?;
        match event {
            Event::Start(element) => {
                depth += 1;
                document.open(&element, at)?;
            }
            Event::Empty(element) => {
                document.open(&element, at)?;
                if element.name() == TURN {
                    document.close(at)?;
                }
            }
            Event::End(element) => {
                depth = depth.saturating_sub(1);
                if element.name() == TURN {
                    document.close(at)?;
                }
            }
            Event::Text(said) => document.say(&said, at),
            Event::CData(said) => document.say(&said, at),
            Event::GeneralRef(reference) => {
                if let Ok(Some(c)) = reference.resolve_char_ref() {
                    document.say(c.encode_utf8(&mut [0; 4]), at);
                } else if let Some(said) = resolve_xml_entity(&reference) {
                    document.say(said, at);
                }
            }
            Event::Eof if depth == 0 => return spoken(document.said, file),
            Event::Eof => return Err(document.wrong(at, Expected::Trs)),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

/// The turn that is open.
#[derive(Debug)]
struct Open {
    speakers: Vec<String>,
    end: u64,
    /// Beginning of what is being said: that of the turn, or the last time inside it.
    time: u64,
    /// Whose words follow; none where a turn of several does not say.
    who: Option<usize>,
    /// What each of its speakers says since then, with the line.
    parts: Vec<(Option<usize>, String, u64)>,
}

/// What has been read.
#[derive(Debug)]
struct Document<'t> {
    text: &'t str,
    file: &'t str,
    /// A place of the text and its line.
    line: (usize, u64),
    names: BTreeMap<String, String>,
    turn: Option<Open>,
    said: Vec<Utterance>,
}

impl<'t> Document<'t> {
    fn new(text: &'t str, file: &'t str) -> Self {
        Self { text, file, line: (0, 1), names: BTreeMap::new(), turn: None, said: Vec::new() }
    }

    /// The line of a place that is not before the last one asked for.
    fn line(&mut self, at: usize) -> u64 {
        let bytes = self.text.as_bytes();
        let (from, mut line) = self.line;
        for i in from..at.min(bytes.len()) {
            let pair = bytes[i] == b'\r' && bytes.get(i + 1) == Some(&b'\n');
            line += u64::from(matches!(bytes[i], b'\n' | b'\r') && !pair);
        }
        self.line = (at.max(from), line);
        line
    }

    fn wrong(&mut self, at: usize, expected: Expected) -> TranscriptError {
        let line = self.line(at);
        let start = self.text.floor_char_boundary(at);
        let found = shown(self.text[start..].trim_start().lines().next().unwrap_or_default());
        TranscriptError::Malformed { file: self.file.to_owned(), line, found, expected }
    }

    fn time(&mut self, element: &BytesStart, name: &str, at: usize) -> Result<u64, TranscriptError> {
        let time = attribute(element, name).and_then(|text| seconds(&text));
        time.ok_or_else(|| self.wrong(at, Expected::Trs))
    }

    /// Takes what the beginning of an element says.
    fn open(&mut self, element: &BytesStart, at: usize) -> Result<(), TranscriptError> {
        match element.name().0 {
            "Speaker" => {
                if let (Some(id), Some(name)) = (attribute(element, "id"), attribute(element, "name")) {
                    let name = squeeze(&name);
                    self.names.insert(id.clone(), if name.is_empty() { id } else { name });
                }
            }
            "Turn" => {
                if self.turn.is_some() {
                    return Err(self.wrong(at, Expected::Trs));
                }
                let (start, end) = (self.time(element, "startTime", at)?, self.time(element, "endTime", at)?);
                if end < start {
                    return Err(self.wrong(at, Expected::Order));
                }
                let ids = attribute(element, "speaker").unwrap_or_default();
                let speakers: Vec<String> = ids.split_whitespace().map(|id| self.name(id)).collect();
                let who = (speakers.len() == 1).then_some(0);
                self.turn = Some(Open { speakers, end, time: start, who, parts: Vec::new() });
            }
            "Sync" => {
                let time = self.time(element, "time", at)?;
                if self.turn.as_ref().is_some_and(|turn| time < turn.time || turn.end < time) {
                    return Err(self.wrong(at, Expected::Order));
                }
                self.flush(time);
            }
            "Who" => {
                if let Some(turn) = &mut self.turn {
                    let number = attribute(element, "nb").and_then(|nb| nb.trim().parse::<usize>().ok());
                    turn.who = number.and_then(|nb| nb.checked_sub(1)).filter(|i| *i < turn.speakers.len());
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn name(&self, id: &str) -> String {
        self.names.get(id).map_or(id, String::as_str).to_owned()
    }

    /// Ends a turn.
    fn close(&mut self, at: usize) -> Result<(), TranscriptError> {
        let Some(end) = self.turn.as_ref().map(|turn| turn.end) else {
            return Err(self.wrong(at, Expected::Trs));
        };
        self.flush(end);
        self.turn = None;
        Ok(())
    }

    /// Takes words.
    fn say(&mut self, text: &str, at: usize) {
        let line = self.line(at + text.len() - text.trim_start().len());
        let Some(turn) = &mut self.turn else { return };
        match turn.parts.iter_mut().find(|(who, said, _)| *who == turn.who && !said.trim().is_empty()) {
            Some((_, said, _)) => said.push_str(text),
            None => turn.parts.push((turn.who, text.to_owned(), line)),
        }
    }

    /// What is said up to a time becomes utterances.
    fn flush(&mut self, end: u64) {
        let Some(turn) = &mut self.turn else { return };
        for (who, text, line) in std::mem::take(&mut turn.parts) {
            let text = squeeze(&text);
            if !text.is_empty() {
                let speaker = who.map(|i| turn.speakers[i].clone());
                let (start, end) = (Some(turn.time), Some(end));
                self.said.push(Utterance { speaker, start, end, text, line, ..Utterance::default() });
            }
        }
        turn.time = end;
        turn.who = (turn.speakers.len() == 1).then_some(0);
    }
}

/// An attribute; none when it is absent or cannot be read.
fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let found = element.try_get_attribute(name).ok()??;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::super::corrupt::{survives, utterance};
    use super::*;

    const SAMPLE: &str = include_str!("../../../tests/transcripts/formats/call.trs");

    #[test]
    fn the_sample_is_read_whole() {
        let expected = [
            utterance("Agent", 500, 3250, "Bonjour, je vous écoute.", 12),
            utterance("Agent", 3250, 6000, "C'est à quel sujet ?", 15),
            utterance("Agent", 6000, 9125, "Pardon ?", 20),
            utterance("Client & co", 6000, 9125, "Ma facture a doublé.", 22),
            utterance("", 10_000, 3_600_000, "une voix au loin", 28),
            utterance("Client & co", 3_600_000, 3_650_000, "Merci,", 32),
            utterance("Client & co", 3_650_000, 3_700_000, "au revoir.", 34),
        ];
        assert_eq!(parse(SAMPLE, "call.trs").unwrap(), expected);
        assert!(looks_like(SAMPLE) && !looks_like("<html><body>Trans</body></html>"));
    }

    #[test]
    fn what_is_cut_or_goes_back_is_refused() {
        let wrong = |text: &str| match parse(text, "x.trs") {
            Err(TranscriptError::Malformed { line, expected, .. }) => (line, expected),
            other => panic!("{other:?}"),
        };
        assert_eq!(wrong("<Trans>\n<Turn startTime=\"0\" endTime=\"1\">oui"), (2, Expected::Trs));
        assert_eq!(
            wrong("<Trans>\r\n<Turn startTime=\"2\" endTime=\"1\">oui</Turn></Trans>"),
            (2, Expected::Order)
        );
        assert_eq!(wrong("<Trans>\n\n<Turn startTime=\"2\">oui</Turn></Trans>"), (3, Expected::Trs));
        let back = "<Trans><Turn startTime=\"1\" endTime=\"2\">\n<Sync time=\"0\"/>oui</Turn></Trans>";
        assert_eq!(wrong(back), (2, Expected::Order));
    }

    #[test]
    fn damage_is_survived() {
        survives(SAMPLE.as_bytes(), |text| parse(text, "x.trs"));
    }
}
