//! Monologues with timed words: transcription editors (`terms`) and Rev AI (`elements`).
//!
//! `{"schemaVersion": "2.0", "monologues": [{"speaker": {"id", "name"}, "start", "end", "terms": [{"start", "end",
//! "text", "type": "WORD" | "PUNCTUATION"}]}]}`, as in the `SimSAMU` corpus; and Rev AI's transcript object,
//! `{"monologues": [{"speaker": 0, "elements": [{"type": "text" | "punct", "value", "ts", "end_ts"}]}]}`
//! (docs.rev.ai, “Get Transcript By Id”), where the spaces are elements too.

use serde_json::Value;

use super::super::{TranscriptError, Utterance};
use super::json::{Object, Place};
use super::spoken::{Line, time};

pub(super) fn parse(root: &Object, file: &str) -> Result<Vec<Utterance>, TranscriptError> {
    let top = Place { file, list: "monologues", element: 0 };
    let mut said = Vec::new();
    for (place, value) in Place::each(file, "monologues", top.items(root, "monologues")?) {
        let monologue = place.object(value)?;
        let times = (place.seconds(monologue, "start")?, place.seconds(monologue, "end")?);
        let times = place.ordered(times, ("start", "end"), monologue)?;
        let mut line = Line::default();
        for term in place.items(monologue, "terms")? {
            let term = place.object(term)?;
            let Some(text) = place.text(term, "text")? else { continue };
            match place.text(term, "type")? {
                Some("PUNCTUATION") => line.mark(text),
                _ => line.word(text, time(place.seconds(term, "start")?, place.seconds(term, "end")?)),
            }
        }
        for element in place.items(monologue, "elements")? {
            let element = place.object(element)?;
            let Some(text) = place.text(element, "value")? else { continue };
            let time = time(place.seconds(element, "ts")?, place.seconds(element, "end_ts")?);
            line.verbatim(text, time.filter(|_| element.get("type") != Some(&Value::from("punct"))));
        }
        said.extend(line.utterance(speaker(place, monologue)?, times, place.element));
    }
    Ok(said)
}

/// The name that people gave the speaker, else what numbers it.
fn speaker(place: Place<'_>, monologue: &Object) -> Result<Option<String>, TranscriptError> {
    let Some(Value::Object(speaker)) = monologue.get("speaker") else {
        return place.label(monologue, "speaker", "speaker");
    };
    Ok(place.label(speaker, "name", "speaker")?.or(place.label(speaker, "id", "speaker")?))
}
