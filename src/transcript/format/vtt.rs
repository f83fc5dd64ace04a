//! `WebVTT`, as the specification says it and as Teams, Zoom and `YouTube` write it.
//!
//! W3C (2019), `WebVTT`: The Web Video Text Tracks Format.

use super::super::{Expected, TranscriptError, Utterance};
use super::clock::{is_timing, timing};
use super::cue::{Cue, utterances};
use super::line::{head, lines, malformed, number, spoken};

/// Whether a text begins as `WebVTT` does.
#[must_use]
pub fn looks_like(text: &str) -> bool {
    head(text).trim_start_matches('\u{feff}').trim_start().starts_with("WEBVTT")
}

/// Reads a `WebVTT` file. A cue gives one utterance for each voice in it, with the times of the cue; notes, styles and
/// empty cues give none. What stands apart after a blank line belongs to the cue before, as tools write that do not
/// know that a blank line ends a cue.
///
/// # Errors
/// [`TranscriptError::Malformed`] at a time that is none or an end before its beginning; [`TranscriptError::Empty`]
/// where nobody speaks.
pub fn parse(text: &str, file: &str) -> Result<Vec<Utterance>, TranscriptError> {
    let lines = lines(text);
    let until = |from: usize, stop: &dyn Fn(&str) -> bool| {
        from + lines[from.min(lines.len())..].iter().take_while(|line| !stop(line)).count()
    };
    let mut cues: Vec<Cue> = Vec::new();
    let mut i = 0;
    if lines[0].trim_start().starts_with("WEBVTT") {
        i = until(1, &|line| line.is_empty() || is_timing(line));
    }
    while i < lines.len() {
        let line = lines[i];
        if is_block(line) {
            i = until(i + 1, &str::is_empty);
        } else if is_timing(line) {
            let (start, end) = times(line, i, file)?;
            let stop = until(i + 1, &|line| line.is_empty() || is_timing(line));
            let mut last = stop;
            // A line of spaces does not end a cue, but the identifier after it is not said.
            let timing_follows = lines.get(stop).is_some_and(|line| is_timing(line));
            if timing_follows
                && stop > i + 1
                && (stop == i + 2 || lines[stop - 2].trim().is_empty())
                && is_identifier(lines[stop - 1])
            {
                last -= 1;
            }
            cues.push(Cue { start, end, lines: numbered(&lines, i + 1, last) });
            i = stop;
        } else if lines.get(i + 1).is_some_and(|next| is_timing(next)) {
            i += 1;
        } else {
            if is_nearly_timing(line) {
                return Err(malformed(file, i, line, Expected::Timing));
            }
            if let Some(cue) = cues.last_mut().filter(|_| !line.trim().is_empty()) {
                cue.lines.push((number(i), line));
            }
            i += 1;
        }
    }
    spoken(utterances(&cues), file)
}

/// The times of a cue.
pub(super) fn times(line: &str, at: usize, file: &str) -> Result<(u64, u64), TranscriptError> {
    let (start, end, _) = timing(line).ok_or_else(|| malformed(file, at, line, Expected::Timing))?;
    if end < start { Err(malformed(file, at, line, Expected::Order)) } else { Ok((start, end)) }
}

/// The lines of a range with their numbers.
pub(super) fn numbered<'t>(lines: &[&'t str], from: usize, to: usize) -> Vec<(u64, &'t str)> {
    (from..to).map(|i| (number(i), lines[i])).collect()
}

/// Whether a line would be a timing, had it the right arrow: it would be read as speech.
pub(super) fn is_nearly_timing(line: &str) -> bool {
    let line = line.trim();
    let first = line.split(char::is_whitespace).next().unwrap_or_default();
    super::clock::clock(first).is_some()
        && line[first.len()..].trim_start().starts_with(['-', '–', '—', '>', '=', '→'])
}

/// Blocks that hold no cue.
fn is_block(line: &str) -> bool {
    let word = line.split([' ', '\t']).next().unwrap_or_default();
    word == "NOTE" || (matches!(word, "STYLE" | "REGION") && line.trim_end() == word)
}

/// `12`, `3f2a…/12-0`.
fn is_identifier(line: &str) -> bool {
    let line = line.trim();
    line.bytes().any(|byte| byte.is_ascii_digit())
        && line.bytes().all(|byte| byte.is_ascii_hexdigit() || matches!(byte, b'-' | b'/'))
}

#[cfg(test)]
mod tests {
    use super::super::corrupt::{survives, utterance as said};
    use super::*;

    const SAMPLE: &str = include_str!("../../../tests/transcripts/formats/call.vtt");

    #[test]
    fn the_sample_is_read_whole() {
        let read = parse(SAMPLE, "call.vtt").unwrap();
        let long = (62 * 60 + 3) * 1000 + 450;
        let end = 101 * 3_600_000;
        let expected = [
            said("Agent", 500, 3250, "Bonjour, service des abonnements, Lucie à l'appareil.", 17),
            said("Client", 3000, 6000, "Oui, bonjour. Je n’ai plus d'internet depuis <mardi>.", 21),
            said("Agent", 5500, 7000, "Depuis mardi, d'accord.", 24),
            said("Agent", 8000, 12_000, "Le voyant est rouge ?", 32),
            said("Client", 8000, 12_000, "Rouge, oui. Et il clignote.", 33),
            said("Agent", 12_000, 15_000, "Je vérifie la ligne.", 38),
            said("Client", long, end, "toujours rien, note : j'ai redémarré", 41),
            said("", end, end + 1500, "Je vous passe un technicien.", 44),
            said("", end, end + 1500, "Merci.", 45),
        ];
        let untimed: Vec<Utterance> =
            read.iter().cloned().map(|u| Utterance { words: Vec::new(), ..u }).collect();
        assert_eq!(untimed, expected);
        let words: Vec<(&str, u64, u64)> =
            read[5].words.iter().map(|w| (&read[5].text[w.span.clone()], w.start, w.end)).collect();
        let line = [("la", 13_000, 13_444), ("ligne.", 13_666, 15_000)];
        assert_eq!(words[..2], [("Je", 12_000, 12_500), ("vérifie", 12_500, 13_000)]);
        assert_eq!(words[2..], line);
        assert!(looks_like(SAMPLE) && !looks_like("1\n00:00 --> 00:01\noui"));
    }

    #[test]
    fn habits_of_tools() {
        let zoom = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nMarie Durand: Bonjour.\n\n2\n00:00:02.000 --> 00:00:03.000\nLéo Petit: Oui.\n\n3\n00:00:03.000 --> 00:00:04.000\nMarie Durand: Bien.\n";
        let read = parse(zoom, "zoom.vtt").unwrap();
        let who: Vec<_> = read.iter().map(|u| (u.speaker.as_deref(), u.text.as_str())).collect();
        let (marie, leo) = (Some("Marie Durand"), Some("Léo Petit"));
        assert_eq!(who, [(marie, "Bonjour."), (leo, "Oui."), (marie, "Bien.")]);
        // Blank lines that hold spaces, no header, a blank line inside a cue.
        let sloppy =
            "1\n00:01 --> 00:02\nun\n \n2\n00:02 --> 00:03\ndeux\n\net demi\n\n3\n00:03 --> 00:04\ntrois";
        let read = parse(sloppy, "x.vtt").unwrap();
        let texts: Vec<&str> = read.iter().map(|u| u.text.as_str()).collect();
        assert_eq!(texts, ["un", "deux et demi", "trois"]);
    }

    #[test]
    fn what_would_give_wrong_times_is_refused() {
        let refused = |cue: &str| parse(&format!("WEBVTT\n\n00:00 --> 00:01\noui\n\n{cue}\nnon\n"), "x.vtt");
        let at = |expected, found: &str| {
            Err(TranscriptError::Malformed { file: "x.vtt".into(), line: 6, found: found.into(), expected })
        };
        assert_eq!(refused("00:02 --> 00:01"), at(Expected::Order, "00:02 --> 00:01"));
        assert_eq!(refused("00:02 --> 00:0x"), at(Expected::Timing, "00:02 --> 00:0x"));
        assert_eq!(refused("00:02 -> 00:03"), at(Expected::Timing, "00:02 -> 00:03"));
        let empty = Err(TranscriptError::Empty { file: "x.vtt".into() });
        assert_eq!(parse("WEBVTT\n\n00:00 --> 00:01\n\n", "x.vtt"), empty);
        assert_eq!(parse("", "x.vtt"), empty);
    }

    #[test]
    fn damage_is_survived() {
        survives(SAMPLE.as_bytes(), |text| parse(text, "x.vtt"));
    }
}
