//! `SubRip` subtitles, as tools write them: there is no specification.

use super::super::{Expected, TranscriptError, Utterance};
use super::clock::{is_timing, timing};
use super::cue::{Cue, utterances};
use super::line::{head, lines, malformed, spoken};
use super::vtt::{is_nearly_timing, numbered, times};

/// Whether a text holds the times of subtitles without being `WebVTT`.
#[must_use]
pub fn looks_like(text: &str) -> bool {
    !super::vtt::looks_like(text) && lines(head(text)).iter().any(|line| timing(line).is_some())
}

/// Reads an SRT file: cues are what stands between two lines of times, blank lines included, without the number that
/// stands before the next one. Numbers may start anywhere or be missing; what follows the times of a cue is left out.
///
/// # Errors
/// [`TranscriptError::Malformed`] at a time that is none or an end before its beginning; [`TranscriptError::Empty`]
/// where nobody speaks.
pub fn parse(text: &str, file: &str) -> Result<Vec<Utterance>, TranscriptError> {
    let lines = lines(text);
    let mut cues: Vec<Cue> = Vec::new();
    let mut last = preceding_number(&lines, 0, lines.iter().position(|line| is_timing(line)).unwrap_or(0));
    let mut unnumbered = 0;
    let mut i = 0;
    while i < lines.len() {
        if !is_timing(lines[i]) {
            if is_nearly_timing(lines[i]) {
                return Err(malformed(file, i, lines[i], Expected::Timing));
            }
            i += 1;
            continue;
        }
        let (start, end) = times(lines[i], i, file)?;
        unnumbered += 1;
        let rest = &lines[i + 1..];
        let next = i + 1 + rest.iter().take_while(|line| !is_timing(line)).count();
        let mut stop = next;
        if next < lines.len()
            && let Some(number) = preceding_number(&lines, i + 1, next)
        {
            let apart = next == i + 2 || lines[next - 2].trim().is_empty();
            // The number that the cue has, were every one since the last numbered.
            let due = last.is_some_and(|last: u64| last < number && number - last <= unnumbered);
            if apart || due {
                stop -= 1;
                (last, unnumbered) = (Some(number), 0);
            }
        }
        if let Some(at) = (i + 1..stop).find(|at| is_nearly_timing(lines[*at])) {
            return Err(malformed(file, at, lines[at], Expected::Timing));
        }
        cues.push(Cue { start, end, lines: numbered(&lines, i + 1, stop) });
        i = next;
    }
    spoken(utterances(&cues), file)
}

/// The number on the line before `next`, from line `from` on.
fn preceding_number(lines: &[&str], from: usize, next: usize) -> Option<u64> {
    let line = lines.get(next.checked_sub(1).filter(|before| *before >= from)?)?.trim();
    if line.bytes().all(|byte| byte.is_ascii_digit()) { line.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::super::corrupt::{survives, utterance as said};
    use super::*;

    const SAMPLE: &str = include_str!("../../../tests/transcripts/formats/call.srt");

    #[test]
    fn the_sample_is_read_whole() {
        let expected = [
            said("Agent", 500, 3250, "Bonjour, je vous écoute.", 3),
            said("Client", 3250, 6000, "Bonjour, ma facture a doublé : 42", 7),
            said("", 7000, 9000, "Depuis quand ?", 17),
            said("", 7000, 9000, "Depuis mars.", 18),
            said("", 9000, 12_000, "Attention : c'est la deuxième fois.", 20),
            said("Agent", 3_600_000, 3_602_400, "3 < 4, je corrige.", 23),
        ];
        assert_eq!(parse(SAMPLE, "call.srt").unwrap(), expected);
        assert!(looks_like(SAMPLE) && !looks_like("WEBVTT\n\n00:00 --> 00:01\noui"));
    }

    #[test]
    fn a_number_that_is_said_stays() {
        let read =
            parse("00:01 --> 00:02\n12\n\n00:02 --> 00:03\nhuit\n7\n00:03 --> 00:04\noui", "x.srt").unwrap();
        let texts: Vec<&str> = read.iter().map(|u| u.text.as_str()).collect();
        assert_eq!(texts, ["12", "huit 7", "oui"]);
        let wrong = parse("1\n00:01 --> 00:02\noui\n\n2\n00:02,5 - 00:03\nnon", "x.srt").unwrap_err();
        assert!(matches!(wrong, TranscriptError::Malformed { line: 6, expected: Expected::Timing, .. }));
    }

    #[test]
    fn damage_is_survived() {
        survives(SAMPLE.as_bytes(), |text| parse(text, "x.srt"));
    }

    /// 35 calls, where they are beside the project (`../shared`).
    #[test]
    #[expect(clippy::print_stderr, reason = "a skipped test says so")]
    fn calls_to_an_emergency_service_are_read() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/simsamu");
        let Ok(files) = std::fs::read_dir(&folder) else {
            eprintln!("skipped: simsamu is not beside the project");
            return;
        };
        let mut read = 0;
        for path in files.map(|file| file.unwrap().path()) {
            if path.extension().is_none_or(|ending| ending != "srt") {
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let said = parse(&text, "x.srt").unwrap();
            let cues = text.lines().filter(|line| line.contains("-->")).count();
            // A tag alone: nobody understood what is said.
            let unheard = text.lines().filter(|line| line.trim() == "<NA>").count();
            assert_eq!(said.len(), cues - unheard, "{}", path.display());
            assert!(said.iter().all(|u| u.speaker.is_none() && u.start <= u.end), "{}", path.display());
            read += 1;
        }
        assert_eq!(read, 35);
    }
}
