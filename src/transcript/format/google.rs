//! Google Cloud Speech-to-Text, v1 and v2.
//!
//! `{"results": [{"alternatives": [{"transcript", "words": [{"startTime": "1.200s", "endTime", "word", "speakerTag",
//! "speakerLabel"}]}], "channelTag", "resultEndTime"}]}` in v1, `startOffset`, `endOffset` and `resultEndOffset` in v2
//! (cloud.google.com/speech-to-text/docs/reference/rest), whatever the case of the names (`start_time` as the Python
//! client writes it), alone, in the `response` of an operation, or in the `transcript` of each file of a v2 batch.
//! With diarisation the last result repeats all words, with their speakers.

use serde_json::Value;

use super::super::{Expected, TranscriptError, Utterance};
use super::json::{Object, Place, milliseconds};
use super::spoken::{Runs, Time, clean, time, voice};

type Result<T> = std::result::Result<T, TranscriptError>;

/// Nanoseconds of a millisecond.
const NANOS: f64 = 1e6;

struct Word<'v> {
    text: &'v str,
    time: Option<Time>,
    speaker: Option<String>,
}

struct Part<'v> {
    element: u64,
    channel: Option<String>,
    transcript: Option<&'v str>,
    words: Vec<Word<'v>>,
}

/// The results of a file, wherever its wrapping puts them; none where it is of another shape.
pub(super) fn results(root: &Object) -> Option<&[Value]> {
    let results = root.get("results").or_else(|| root.get("response")?.get("results"))?;
    match results {
        Value::Array(list) => {
            let recognised = list.iter().any(|result| result.get("alternatives").is_some());
            (recognised || list.is_empty()).then_some(list)
        }
        // The batch of v2 has one entry a file; this reads one file.
        Value::Object(files) => {
            let transcript = files.values().find_map(|file| file.get("transcript"))?;
            transcript.get("results")?.as_array().map(Vec::as_slice)
        }
        _ => None,
    }
}

pub(super) fn parse(root: &Object, file: &str) -> Result<Vec<Utterance>> {
    let mut parts = Vec::new();
    for (place, result) in Place::each(file, "results", results(root).unwrap_or_default()) {
        let result = place.object(result)?;
        let channel = label(place, result, &["channelTag", "channel_tag"], "channel")?;
        let Some(best) = place.items(result, "alternatives")?.first() else { continue };
        let best = place.object(best)?;
        let mut words = Vec::new();
        for word in place.items(best, "words")? {
            let word = place.object(word)?;
            let Some(text) = place.text(word, "word")? else { continue };
            let start = moment(place, word, &["startTime", "startOffset", "start_time", "start_offset"])?;
            let end = moment(place, word, &["endTime", "endOffset", "end_time", "end_offset"])?;
            let named = label(place, word, &["speakerLabel", "speaker_label"], "speaker")?;
            let tagged = label(place, word, &["speakerTag", "speaker_tag"], "speaker")?;
            // The first word of a file begins at zero, which protocol buffers leave out.
            let start = start.or(end.map(|_| 0).filter(|_| words.is_empty()));
            words.push(Word { text, time: time(start, end), speaker: named.or(tagged) });
        }
        let transcript = place.text(best, "transcript")?;
        parts.push(Part { element: place.element, channel, transcript, words });
    }
    if repeats(&parts) {
        parts.drain(..parts.len() - 1);
    }
    let channels = parts.iter().any(|part| part.channel.is_some() && part.channel != parts[0].channel);
    let mut said = Vec::new();
    for part in parts {
        let channel = part.channel.filter(|_| channels);
        if part.words.is_empty() {
            let text = clean(part.transcript.unwrap_or_default());
            if !text.is_empty() {
                let line = part.element;
                said.push(Utterance { speaker: channel, text, line, ..Utterance::default() });
            }
            continue;
        }
        let mut runs = Runs::default();
        for word in part.words {
            let speaker = voice(channel.as_deref(), word.speaker);
            runs.word(speaker.as_deref(), word.text, word.time, part.element);
        }
        said.extend(runs.finish());
    }
    // A transcript without words has an end only: it stays where the file puts it.
    if said.iter().all(|utterance| utterance.start.is_some()) {
        said.sort_by_key(|utterance| utterance.start);
    }
    Ok(said)
}

/// Whether the last result says again, with the speakers, what those before it say.
fn repeats(parts: &[Part<'_>]) -> bool {
    let [before @ .., last] = parts else { return false };
    let speakers = |part: &Part<'_>| part.words.iter().any(|word| word.speaker.is_some());
    if before.is_empty() || !speakers(last) {
        return false;
    }
    let Some(first) = before.iter().find(|part| !part.words.is_empty()) else { return true };
    let same = |(a, b): (&Word<'_>, &Word<'_>)| a.text == b.text && a.time == b.time;
    !before.iter().any(speakers)
        || (last.words.len() >= first.words.len() && first.words.iter().zip(&last.words).all(same))
}

/// The first of these keys that names somebody; 0 is nobody.
fn label(place: Place<'_>, object: &Object, keys: &[&str], kind: &str) -> Result<Option<String>> {
    for key in keys {
        if object.get(*key).and_then(Value::as_u64) == Some(0) {
            continue;
        }
        if let Some(name) = place.label(object, key, kind)? {
            return Ok(Some(name));
        }
    }
    Ok(None)
}

/// The first of these keys that is a time: `"1.200s"`, a number of seconds, or `{"seconds": "1", "nanos": 200000000}`.
fn moment(place: Place<'_>, object: &Object, keys: &[&str]) -> Result<Option<u64>> {
    for key in keys {
        match object.get(*key) {
            None | Some(Value::Null) => {}
            Some(Value::Object(parts)) => {
                let seconds = place.seconds(parts, "seconds")?.unwrap_or(0);
                let nanos = place.time(parts, "nanos", 1.0 / NANOS)?.unwrap_or(0);
                return Ok(Some(seconds + nanos));
            }
            Some(found @ Value::String(text)) => {
                let seconds = text.trim().trim_end_matches('s').parse::<f64>().ok();
                let ms = seconds.and_then(|seconds| milliseconds(seconds * 1000.0));
                return ms.map(Some).ok_or_else(|| place.wrong(key, found, Expected::Seconds));
            }
            Some(_) => return place.seconds(object, key),
        }
    }
    Ok(None)
}
