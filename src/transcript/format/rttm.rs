//! RTTM: who speaks when, without a word, as diarisation tools write it beside a transcript.
//!
//! NIST (2009), The 2009 (RT-09) Rich Transcription Meeting Recognition Evaluation Plan, appendix A.

use std::collections::BTreeMap;

use super::super::{Expected, TranscriptError, Utterance};
use super::clock::seconds;
use super::line::{head, lines, malformed, number};

/// A stretch of time in which somebody speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// The recording, as the file names it.
    pub recording: String,
    /// Who speaks.
    pub speaker: String,
    /// Beginning, in milliseconds.
    pub start: u64,
    /// End, in milliseconds; not before the beginning.
    pub end: u64,
    /// Its line, from 1.
    pub line: u64,
}

/// Whether a text is of such segments.
#[must_use]
pub fn looks_like(text: &str) -> bool {
    let lines = lines(head(text));
    let first = lines.iter().find(|line| !line.trim().is_empty() && !line.starts_with(";;"));
    first.is_some_and(|line| {
        let mut fields = line.split_whitespace();
        let kinds = ["SPEAKER", "SPKR-INFO", "LEXEME", "NON-SPEECH", "NOSCORE"];
        kinds.contains(&fields.next().unwrap_or_default()) && fields.count() >= 7
    })
}

/// Reads the segments of an RTTM file, in its order. Lines of another type than `SPEAKER` are left out.
///
/// # Errors
/// [`TranscriptError::Malformed`] at a segment without its times or its speaker; [`TranscriptError::Empty`] where
/// there is none.
pub fn segments(text: &str, file: &str) -> Result<Vec<Segment>, TranscriptError> {
    let mut segments = Vec::new();
    for (at, line) in lines(text).into_iter().enumerate() {
        let fields: Vec<&str> = line.split_whitespace().collect();
        if fields.first() != Some(&"SPEAKER") {
            continue;
        }
        let segment = (|| {
            let (recording, start, duration, speaker) =
                (fields.get(1)?, seconds(fields.get(3)?)?, seconds(fields.get(4)?)?, fields.get(7)?);
            let named = *speaker != "<NA>";
            named.then(|| Segment {
                recording: (*recording).to_owned(),
                speaker: (*speaker).to_owned(),
                start,
                end: start + duration,
                line: number(at),
            })
        })();
        segments.push(segment.ok_or_else(|| malformed(file, at, line, Expected::Rttm))?);
    }
    if segments.is_empty() { Err(TranscriptError::Empty { file: file.to_owned() }) } else { Ok(segments) }
}

/// Gives each utterance that names no speaker the one who speaks most of its time; none where nobody does. A moment
/// that two segments of one speaker share counts once; of two who speak as long, the first by name is taken.
/// An utterance without an end is held to be a moment. `segments` are those of one recording.
pub fn join(utterances: &mut [Utterance], segments: &[Segment]) {
    let mut spoken: BTreeMap<&str, Vec<(u64, u64)>> = BTreeMap::new();
    for segment in segments {
        spoken.entry(&segment.speaker).or_default().push((segment.start, segment.end));
    }
    for stretches in spoken.values_mut() {
        *stretches = union(std::mem::take(stretches));
    }
    for utterance in utterances.iter_mut().filter(|utterance| utterance.speaker.is_none()) {
        let Some(start) = utterance.start else { continue };
        // A moment lasts a millisecond, so that who speaks then is found.
        let end = utterance.end.unwrap_or(start).max(start + 1);
        let mut best = (0, None);
        for (speaker, stretches) in &spoken {
            let first = stretches.partition_point(|stretch| stretch.1 <= start);
            let inside = stretches[first..].iter().take_while(|stretch| stretch.0 < end);
            let time: u64 = inside.map(|(from, to)| end.min(*to) - start.max(*from)).sum();
            if time > best.0 {
                best = (time, Some(*speaker));
            }
        }
        utterance.speaker = best.1.map(str::to_owned);
    }
}

/// Stretches of time joined where they touch, in their order.
fn union(mut stretches: Vec<(u64, u64)>) -> Vec<(u64, u64)> {
    stretches.sort_unstable();
    let mut joined: Vec<(u64, u64)> = Vec::with_capacity(stretches.len());
    for (start, end) in stretches {
        match joined.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => joined.push((start, end)),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::corrupt::{survives, utterance};
    use super::*;

    const SAMPLE: &str = include_str!("../../../tests/transcripts/formats/call.rttm");

    fn segment(speaker: &str, start: u64, end: u64, line: u64) -> Segment {
        Segment { recording: "call".into(), speaker: speaker.into(), start, end, line }
    }

    #[test]
    fn the_sample_is_read_whole() {
        let expected = [
            segment("agent", 500, 3250, 3),
            segment("client", 3250, 5250, 4),
            segment("client", 4000, 6000, 5),
            segment("agent", 5500, 10_000, 7),
            segment("autre", 3_600_000, 3_601_500, 8),
        ];
        assert_eq!(segments(SAMPLE, "call.rttm").unwrap(), expected);
        assert!(looks_like(SAMPLE) && !looks_like("SPEAKER : bonjour"));
        let wrong = segments("SPEAKER call 1 0 -1 <NA> <NA> a <NA>", "x.rttm").unwrap_err();
        assert!(matches!(wrong, TranscriptError::Malformed { line: 1, expected: Expected::Rttm, .. }));
    }

    #[test]
    fn an_utterance_takes_who_speaks_most_of_it() {
        let segments = segments(SAMPLE, "call.rttm").unwrap();
        let mut said = [
            utterance("", 3000, 5000, "surtout le client", 1),
            // The client's two segments share a second and a quarter: 1.5 s against 2 s.
            utterance("", 4500, 7500, "surtout l'agent", 2),
            utterance("Léo", 3000, 5000, "nommé", 3),
            utterance("", 20_000, 21_000, "personne", 4),
            Utterance { end: None, ..utterance("", 3_600_500, 0, "un instant", 5) },
            utterance("", 5300, 6200, "autant l'un que l'autre", 6),
        ];
        join(&mut said, &segments);
        let who: Vec<Option<&str>> = said.iter().map(|u| u.speaker.as_deref()).collect();
        assert_eq!(who, [Some("client"), Some("agent"), Some("Léo"), None, Some("autre"), Some("agent")]);
    }

    proptest! {
        /// The speaker found is the one that counting milliseconds finds.
        #[test]
        fn joining_is_counting_milliseconds(
            stretches in prop::collection::vec((0_usize..3, 0_u64..60, 0_u64..20), 0..8),
            (start, length) in (0_u64..60, 1_u64..20),
        ) {
            let names = ["a", "b", "c"];
            let segments: Vec<Segment> =
                stretches.iter().map(|(who, from, time)| segment(names[*who], *from, from + time, 1)).collect();
            let time = |name: &str| (start..start + length)
                .filter(|ms| segments.iter().any(|s| s.speaker == name && s.start <= *ms && *ms < s.end))
                .count();
            let most = names.map(time).into_iter().max().unwrap();
            let expected = names.into_iter().find(|name| most > 0 && time(name) == most);
            let mut said = [utterance("", start, start + length, "oui", 1)];
            join(&mut said, &segments);
            prop_assert_eq!(said[0].speaker.as_deref(), expected);
        }
    }

    #[test]
    fn damage_is_survived() {
        survives(SAMPLE.as_bytes(), |text| {
            let segments = segments(text, "x.rttm")?;
            Ok(segments.iter().map(|s| utterance(&s.speaker, s.start, s.end, "oui", s.line)).collect())
        });
    }
}
