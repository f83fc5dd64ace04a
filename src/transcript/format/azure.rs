//! Azure Speech: batch and fast transcription.
//!
//! Batch: `{"recognizedPhrases": [{"recognitionStatus", "channel", "speaker", "offset": "PT1.2S", "duration",
//! "offsetInTicks", "durationInTicks", "nBest": [{"display", "words": [{"word", "offsetInTicks", "durationInTicks"}],
//! "displayWords": [{"displayText", …}]}]}]}`, a tick being a ten-millionth of a second. Fast: `{"combinedPhrases",
//! "phrases": [{"offsetMilliseconds", "durationMilliseconds", "text", "words": [{"text", …}], "speaker", "channel"}]}`
//! (learn.microsoft.com/azure/ai-services/speech-service, “Get batch transcription results”, “Fast transcription”).

use serde_json::Value;

use super::super::{Expected, TranscriptError, Utterance};
use super::json::{Object, Place, milliseconds};
use super::spoken::{clean, joined, time, timed, voice};

type Result<T> = std::result::Result<T, TranscriptError>;

/// Milliseconds of a tick.
const TICK: f64 = 1e-4;

pub(super) fn parse(root: &Object, file: &str) -> Result<Vec<Utterance>> {
    let list = if root.contains_key("recognizedPhrases") { "recognizedPhrases" } else { "phrases" };
    let top = Place { file, list, element: 0 };
    let phrases = top.items(root, list)?;
    let channel = |phrase: &Value| phrase.get("channel").cloned();
    let channels = phrases.iter().any(|phrase| channel(phrase) != channel(&phrases[0]));
    let mut said = Vec::new();
    for (place, phrase) in Place::each(file, list, phrases) {
        let phrase = place.object(phrase)?;
        let (start, end) = span(place, phrase)?;
        let best = match place.items(phrase, "nBest")?.first() {
            Some(best) => place.object(best)?,
            None => phrase,
        };
        let shown = place.items(best, "displayWords")?;
        let mut words = Vec::new();
        for word in if shown.is_empty() { place.items(best, "words")? } else { shown } {
            let word = place.object(word)?;
            for name in ["displayText", "word", "text"] {
                let Some(text) = place.text(word, name)? else { continue };
                let (start, end) = span(place, word)?;
                words.push((text, time(start, end)));
            }
        }
        let mut text = String::new();
        for key in ["display", "text", "lexical"] {
            if text.is_empty() {
                text = clean(place.text(best, key)?.unwrap_or_default());
            }
        }
        if text.is_empty() {
            text = joined(words.iter().map(|word| word.0));
        }
        if text.is_empty() {
            continue;
        }
        let words = timed(&text, &words);
        let speaker = place.label(phrase, "speaker", "speaker")?;
        let channel = place.label(phrase, "channel", "channel")?.filter(|_| channels);
        let speaker = voice(channel.as_deref(), speaker);
        said.push(Utterance { speaker, start, end, text, words, line: place.element });
    }
    said.sort_by_key(|utterance| utterance.start);
    Ok(said)
}

/// Beginning and end of a phrase or a word.
fn span(place: Place<'_>, object: &Object) -> Result<(Option<u64>, Option<u64>)> {
    let start = moment(place, object, ["offsetInTicks", "offsetMilliseconds", "offset"])?;
    let duration = moment(place, object, ["durationInTicks", "durationMilliseconds", "duration"])?;
    Ok((start, start.zip(duration).map(|(start, duration)| start + duration)))
}

fn moment(place: Place<'_>, object: &Object, keys: [&str; 3]) -> Result<Option<u64>> {
    if let Some(ticks) = place.time(object, keys[0], TICK)? {
        return Ok(Some(ticks));
    }
    if let Some(ms) = place.time(object, keys[1], 1.0)? {
        return Ok(Some(ms));
    }
    let key = keys[2];
    match object.get(key) {
        // A plain number is one of ticks.
        Some(Value::Number(_)) => place.time(object, key, TICK),
        Some(found @ Value::String(text)) => {
            let ms = seconds(text).and_then(|seconds| milliseconds(seconds * 1000.0));
            ms.map(Some).ok_or_else(|| place.wrong(key, found, Expected::Seconds))
        }
        None | Some(Value::Null) => Ok(None),
        Some(other) => Err(place.wrong(key, other, Expected::Seconds)),
    }
}

/// Seconds of an ISO 8601 duration of hours, minutes and seconds: `PT1H2M3.45S`.
fn seconds(text: &str) -> Option<f64> {
    let mut rest = text.trim().strip_prefix("PT")?;
    let mut all = 0.0;
    for (unit, length) in [('H', 3600.0), ('M', 60.0), ('S', 1.0)] {
        if let Some((number, after)) = rest.split_once(unit) {
            all += number.parse::<f64>().ok()? * length;
            rest = after;
        }
    }
    rest.is_empty().then_some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_have_hours_minutes_and_seconds() {
        assert_eq!(seconds("PT1H2M3.5S"), Some(3723.5));
        assert_eq!(seconds("PT0.07S"), Some(0.07));
        assert_eq!(seconds("PT2M"), Some(120.0));
        for wrong in ["", "1.2", "PT1", "PTS", "PT1S2M", "P1D"] {
            assert_eq!(seconds(wrong), None, "{wrong}");
        }
    }
}
