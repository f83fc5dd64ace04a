//! Whisper and its kin: segments of text, with or without words and speakers.
//!
//! `whisper --output_format json` (github.com/openai/whisper) and the API's `verbose_json`: `{"text", "segments":
//! [{"id", "start", "end", "text", "words": [{"word", "start", "end"}]}]}`. `WhisperX` (github.com/m-bain/whisperX)
//! adds `speaker` to segments and words, and leaves words that it cannot align without times. `whisper.cpp`
//! (github.com/ggml-org/whisper.cpp, `--output-json`): `{"transcription": [{"offsets": {"from", "to"}, "text"}]}`, in
//! milliseconds.

use super::super::{TimedWord, TranscriptError, Utterance};
use super::json::{Object, Place};
use super::spoken::{Time, clean, joined, locate, time};

/// A word, its time and who says it.
struct Word<'v> {
    text: &'v str,
    time: Option<Time>,
    speaker: Option<String>,
}

pub(super) fn parse(root: &Object, file: &str) -> Result<Vec<Utterance>, TranscriptError> {
    let list = if root.contains_key("segments") { "segments" } else { "transcription" };
    let top = Place { file, list, element: 0 };
    let mut said = Vec::new();
    for (place, value) in Place::each(file, list, top.items(root, list)?) {
        let segment = place.object(value)?;
        let times = if let Some(offsets) = place.inner(segment, "offsets")? {
            let times = (place.time(offsets, "from", 1.0)?, place.time(offsets, "to", 1.0)?);
            place.ordered(times, ("from", "to"), offsets)?
        } else {
            let times = (place.seconds(segment, "start")?, place.seconds(segment, "end")?);
            place.ordered(times, ("start", "end"), segment)?
        };
        let speaker = place.label(segment, "speaker", "speaker")?;
        let mut words = Vec::new();
        for word in place.items(segment, "words")? {
            let word = place.object(word)?;
            let Some(text) = place.text(word, "word")? else { continue };
            let time = time(place.seconds(word, "start")?, place.seconds(word, "end")?);
            words.push(Word { text, time, speaker: place.label(word, "speaker", "speaker")? });
        }
        let text = clean(place.text(segment, "text")?.unwrap_or_default());
        let text = if text.is_empty() { joined(words.iter().map(|word| word.text)) } else { text };
        said.extend(split(&text, &words, speaker, times, place.element));
    }
    Ok(said)
}

/// The utterances of a segment: one, or as many as its words have speakers in turn.
fn split(
    text: &str,
    words: &[Word<'_>],
    speaker: Option<String>,
    times: (Option<u64>, Option<u64>),
    line: u64,
) -> Vec<Utterance> {
    let names: Vec<&str> = words.iter().map(|word| word.text).collect();
    let spans = locate(text, &names);
    let first = words.iter().find_map(|word| word.speaker.clone());
    let mut parts = vec![(0, first.or(speaker))];
    for (word, span) in words.iter().zip(&spans) {
        let Some(span) = span else { continue };
        let changes = word.speaker.is_some() && parts.last().is_some_and(|part| part.1 != word.speaker);
        if changes {
            // Marks that open belong to the word behind them.
            let at = text[..span.start].trim_end_matches(|c: char| !c.is_whitespace()).len();
            parts.push((at, word.speaker.clone()));
        }
    }
    let ends: Vec<usize> = parts.iter().skip(1).map(|part| part.0).chain([text.len()]).collect();
    let last = ends.len() - 1;
    let mut said = Vec::new();
    for (i, ((from, speaker), to)) in parts.into_iter().zip(ends).enumerate() {
        let whole = text.get(from..to).unwrap_or_default();
        let shown = whole.trim();
        if shown.is_empty() {
            continue;
        }
        let from = from + (whole.len() - whole.trim_start().len());
        let to = from + shown.len();
        let inside = spans.iter().zip(words).filter_map(|(span, word)| {
            let (span, (start, end)) = (span.as_ref()?, word.time?);
            (span.start >= from && span.end <= to).then(|| TimedWord {
                span: span.start - from..span.end - from,
                start,
                end,
            })
        });
        let timed: Vec<TimedWord> = inside.collect();
        let start = timed.iter().map(|word| word.start).min();
        let end = timed.iter().map(|word| word.end).max();
        // What the segment says holds at its two ends; inside, the words say it.
        let start = if i == 0 { times.0.or(start) } else { start };
        let end = if i == last { times.1.or(end) } else { end };
        let end = end.map(|end| end.max(start.unwrap_or(end)));
        said.push(Utterance { speaker, start, end, text: shown.to_owned(), words: timed, line });
    }
    said
}
