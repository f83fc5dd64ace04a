//! Amazon Transcribe: batch jobs, their channels and speakers; Call Analytics and Contact Lens.
//!
//! A job's output is `{"results": {"items": [{"type": "pronunciation" | "punctuation", "start_time": "0.04",
//! "end_time", "alternatives": [{"content"}], "speaker_label"}], "speaker_labels": {"segments": [{"start_time",
//! "end_time", "speaker_label", "items": […]}]}, "channel_labels": {"channels": [{"channel_label", "items"}]}}}`
//! (docs.aws.amazon.com/transcribe, “Data input and output”, “Partitioning speakers”). Call Analytics gives turns:
//! `{"Transcript": [{"ParticipantRole": "AGENT", "BeginOffsetMillis", "EndOffsetMillis", "Content", "Items"}]}`.

use std::collections::BTreeMap;

use serde_json::Value;

use super::super::{TranscriptError, Utterance};
use super::json::{Object, Place};
use super::spoken::{Runs, clean, time, timed};

type Result<T> = std::result::Result<T, TranscriptError>;

pub(super) fn parse(root: &Object, file: &str) -> Result<Vec<Utterance>> {
    if root.get("Transcript").is_some_and(Value::is_array) {
        return turns(root, file);
    }
    let top = Place { file, list: "results", element: 0 };
    let Some(results) = top.inner(root, "results")? else { return Ok(Vec::new()) };
    if let Some(labels) = top.inner(results, "channel_labels")? {
        let mut said = Vec::new();
        for (place, channel) in Place::each(file, "channels", top.items(labels, "channels")?) {
            let channel = place.object(channel)?;
            let name = place.label(channel, "channel_label", "channel")?;
            let items = place.items(channel, "items")?;
            said.extend(words(items, file, &Segments::default(), name.as_deref())?);
        }
        said.sort_by_key(|utterance| utterance.start);
        return Ok(said);
    }
    let segments = match top.inner(results, "speaker_labels")? {
        Some(labels) => Segments::read(labels, file)?,
        None => Segments::default(),
    };
    words(top.items(results, "items")?, file, &segments, None)
}

/// Who speaks when: end and speaker of each segment, by its beginning.
#[derive(Default)]
struct Segments(BTreeMap<u64, (u64, Option<String>)>);

impl Segments {
    fn read(labels: &Object, file: &str) -> Result<Self> {
        let top = Place { file, list: "segments", element: 0 };
        let mut segments = BTreeMap::new();
        for (place, segment) in Place::each(file, "segments", top.items(labels, "segments")?) {
            let segment = place.object(segment)?;
            let times = (place.seconds(segment, "start_time")?, place.seconds(segment, "end_time")?);
            let (Some(start), Some(end)) = place.ordered(times, ("start_time", "end_time"), segment)? else {
                continue;
            };
            segments.insert(start, (end, place.label(segment, "speaker_label", "speaker")?));
        }
        Ok(Self(segments))
    }

    /// The segment of a word that begins then: its own beginning and its speaker.
    fn at(&self, start: u64) -> Option<(u64, Option<&str>)> {
        let (from, (end, speaker)) = self.0.range(..=start).next_back()?;
        (start < *end || start == *from).then_some((*from, speaker.as_deref()))
    }
}

/// The utterances of a list of words.
fn words(items: &[Value], file: &str, segments: &Segments, speaker: Option<&str>) -> Result<Vec<Utterance>> {
    let mut runs = Runs::default();
    let mut segment = None;
    for (place, item) in Place::each(file, "items", items) {
        let item = place.object(item)?;
        let Some(best) = place.items(item, "alternatives")?.first() else { continue };
        let Some(text) = place.text(place.object(best)?, "content")? else { continue };
        if place.text(item, "type")? == Some("punctuation") {
            runs.mark(text, place.element);
            continue;
        }
        let time = time(place.seconds(item, "start_time")?, place.seconds(item, "end_time")?);
        let here = time.and_then(|time| segments.at(time.0));
        if let Some((from, _)) = here
            && segment.replace(from).is_some_and(|before| before != from)
        {
            runs.cut();
        }
        let own = place.label(item, "speaker_label", "speaker")?;
        let who = speaker.or(own.as_deref()).or(here.and_then(|here| here.1));
        runs.word(who, text, time, place.element);
    }
    Ok(runs.finish())
}

/// The turns of Call Analytics.
fn turns(root: &Object, file: &str) -> Result<Vec<Utterance>> {
    let top = Place { file, list: "Participants", element: 0 };
    let mut roles = BTreeMap::new();
    for (place, participant) in Place::each(file, "Participants", top.items(root, "Participants")?) {
        let participant = place.object(participant)?;
        if let Some(id) = place.label(participant, "ParticipantId", "participant")? {
            roles.insert(id, place.label(participant, "ParticipantRole", "participant")?);
        }
    }
    let top = Place { list: "Transcript", ..top };
    let mut said = Vec::new();
    for (place, turn) in Place::each(file, "Transcript", top.items(root, "Transcript")?) {
        let turn = place.object(turn)?;
        let text = clean(place.text(turn, "Content")?.unwrap_or_default());
        if text.is_empty() {
            continue;
        }
        let keys = ("BeginOffsetMillis", "EndOffsetMillis");
        let times = (place.time(turn, keys.0, 1.0)?, place.time(turn, keys.1, 1.0)?);
        let (start, end) = place.ordered(times, keys, turn)?;
        let id = place.label(turn, "ParticipantId", "participant")?;
        let known = id.as_ref().and_then(|id| roles.get(id).cloned().flatten());
        let speaker = place.label(turn, "ParticipantRole", "participant")?.or(known).or(id);
        let mut words = Vec::new();
        for item in place.items(turn, "Items")? {
            let item = place.object(item)?;
            let Some(word) = place.text(item, "Content")? else { continue };
            words.push((word, time(place.time(item, keys.0, 1.0)?, place.time(item, keys.1, 1.0)?)));
        }
        let words = timed(&text, &words);
        said.push(Utterance { speaker, start, end, text, words, line: place.element });
    }
    Ok(said)
}
