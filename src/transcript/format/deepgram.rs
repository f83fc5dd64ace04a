//! Deepgram: utterances where they were asked for, else the words or the paragraphs of each channel.
//!
//! `{"results": {"utterances": [{"start", "end", "speaker", "channel", "transcript", "words": [{"word",
//! "punctuated_word", "start", "end", "speaker"}]}], "channels": [{"alternatives": [{"transcript", "words",
//! "paragraphs": {"paragraphs": [{"speaker", "sentences": [{"text", "start", "end"}]}]}}]}]}}`
//! (developers.deepgram.com, “Utterances”, “Diarization”, “Paragraphs”).

use serde_json::Value;

use super::super::{TranscriptError, Utterance};
use super::json::{Object, Place};
use super::spoken::{Line, Runs, Time, clean, joined, time, timed, voice};

type Result<T> = std::result::Result<T, TranscriptError>;

pub(super) fn parse(root: &Object, file: &str) -> Result<Vec<Utterance>> {
    let top = Place { file, list: "results", element: 0 };
    let Some(results) = top.inner(root, "results")? else { return Ok(Vec::new()) };
    let channels = top.items(results, "channels")?;
    let utterances = top.items(results, "utterances")?;
    let mut said = if utterances.is_empty() {
        let mut said = Vec::new();
        for (place, channel) in Place::each(file, "channels", channels) {
            let name = (channels.len() > 1).then(|| format!("channel {}", place.element - 1));
            let Some(best) = place.items(place.object(channel)?, "alternatives")?.first() else { continue };
            said.extend(alternative(place, place.object(best)?, name.as_deref())?);
        }
        said
    } else {
        read(utterances, file)?
    };
    if said.iter().all(|utterance| utterance.start.is_some()) {
        said.sort_by_key(|utterance| utterance.start);
    }
    Ok(said)
}

fn read(utterances: &[Value], file: &str) -> Result<Vec<Utterance>> {
    let channel = |utterance: &Value| utterance.get("channel").cloned();
    let channels = utterances.iter().any(|utterance| channel(utterance) != channel(&utterances[0]));
    let mut said = Vec::new();
    for (place, utterance) in Place::each(file, "utterances", utterances) {
        let utterance = place.object(utterance)?;
        let times = (place.seconds(utterance, "start")?, place.seconds(utterance, "end")?);
        let (start, end) = place.ordered(times, ("start", "end"), utterance)?;
        let words = words(place, utterance)?;
        let words: Vec<(&str, Option<Time>)> = words.iter().map(|word| (word.0, word.1)).collect();
        let mut text = clean(place.text(utterance, "transcript")?.unwrap_or_default());
        if text.is_empty() {
            text = joined(words.iter().map(|word| word.0));
        }
        if text.is_empty() {
            continue;
        }
        let words = timed(&text, &words);
        let channel = place.label(utterance, "channel", "channel")?.filter(|_| channels);
        let speaker = voice(channel.as_deref(), place.label(utterance, "speaker", "speaker")?);
        said.push(Utterance { speaker, start, end, text, words, line: place.element });
    }
    Ok(said)
}

type Word<'v> = (&'v str, Option<Time>, Option<String>);

fn words<'v>(place: Place<'_>, holder: &'v Object) -> Result<Vec<Word<'v>>> {
    let mut words = Vec::new();
    for word in place.items(holder, "words")? {
        let word = place.object(word)?;
        let text = place.text(word, "punctuated_word")?.or(place.text(word, "word")?);
        let Some(text) = text else { continue };
        let time = time(place.seconds(word, "start")?, place.seconds(word, "end")?);
        words.push((text, time, place.label(word, "speaker", "speaker")?));
    }
    Ok(words)
}

/// What one channel says.
fn alternative(place: Place<'_>, best: &Object, channel: Option<&str>) -> Result<Vec<Utterance>> {
    let words = words(place, best)?;
    if !words.is_empty() {
        let mut runs = Runs::default();
        for (word, time, speaker) in words {
            runs.word(voice(channel, speaker).as_deref(), word, time, place.element);
        }
        return Ok(runs.finish());
    }
    let mut said = Vec::new();
    if let Some(paragraphs) = place.inner(best, "paragraphs")? {
        let file = place.file;
        for (place, paragraph) in Place::each(file, "paragraphs", place.items(paragraphs, "paragraphs")?) {
            let paragraph = place.object(paragraph)?;
            let speaker = voice(channel, place.label(paragraph, "speaker", "speaker")?);
            for sentence in place.items(paragraph, "sentences")? {
                let sentence = place.object(sentence)?;
                let times = (place.seconds(sentence, "start")?, place.seconds(sentence, "end")?);
                let times = place.ordered(times, ("start", "end"), sentence)?;
                let mut line = Line::default();
                line.word(place.text(sentence, "text")?.unwrap_or_default(), None);
                said.extend(line.utterance(speaker.clone(), times, place.element));
            }
        }
    }
    if said.is_empty() {
        let mut line = Line::default();
        line.word(place.text(best, "transcript")?.unwrap_or_default(), None);
        said.extend(line.utterance(voice(channel, None), (None, None), place.element));
    }
    Ok(said)
}
