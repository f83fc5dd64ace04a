//! A call: its utterances put in order and joined into turns.

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::DateTime;

use super::{Speaker, SpeakerRole};

/// A time as people write it: `1:04`, `1:02:05`.
///
/// ```
/// use barometre::transcript::clock;
/// assert_eq!([clock(0), clock(64_900), clock(3_725_000)], ["0:00", "1:04", "1:02:05"]);
/// ```
#[must_use]
pub fn clock(ms: u64) -> String {
    let (h, m, s) = (ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60);
    if h > 0 { format!("{h}:{m:02}:{s:02}") } else { format!("{m}:{s:02}") }
}

/// A word and when it is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimedWord {
    /// Its bytes in the text of its utterance or turn.
    pub span: Range<usize>,
    /// Beginning, in milliseconds.
    pub start: u64,
    /// End, in milliseconds; not before the beginning.
    pub end: u64,
}

/// What a file gives: a cue, a monologue, a segment, a line. A parser makes these and nothing more.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Utterance {
    /// As the file names the speaker; none where it does not.
    pub speaker: Option<String>,
    /// Beginning, in milliseconds; none where the file has no times.
    pub start: Option<u64>,
    /// End, in milliseconds; not before the beginning.
    pub end: Option<u64>,
    /// What is said: one line, single spaces, no markup; never empty.
    pub text: String,
    /// When each word is said, in order of the text; empty where the file does not say.
    pub words: Vec<TimedWord>,
    /// Where it stands in its file, from 1: the line, or the number of the element in a JSON.
    pub line: u64,
}

/// A stretch of a turn with times of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Its bytes in the text of the turn.
    pub span: Range<usize>,
    /// Beginning and end, in milliseconds; none where the file has no times.
    pub time: Option<(u64, u64)>,
    /// Where it stands in the file: the line, or the number of the element.
    pub line: u64,
}

/// What one speaker says until another one begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// Number of the speaker in [`Call::speakers`].
    pub speaker: usize,
    /// The utterances, joined by spaces.
    pub text: String,
    /// The utterances, in order; at least one.
    pub pieces: Vec<Piece>,
    /// Timed words, in order of the text; empty where the file does not time them.
    pub words: Vec<TimedWord>,
}

impl Turn {
    /// Beginning, in milliseconds.
    #[must_use]
    pub fn start(&self) -> Option<u64> {
        self.pieces.iter().filter_map(|piece| piece.time).map(|time| time.0).min()
    }

    /// End, in milliseconds.
    #[must_use]
    pub fn end(&self) -> Option<u64> {
        self.pieces.iter().filter_map(|piece| piece.time).map(|time| time.1).max()
    }

    /// Where its first utterance stands in the file.
    #[must_use]
    pub fn line(&self) -> u64 {
        self.line_at(0)
    }

    /// Where the utterance of a byte of the text stands in the file.
    #[must_use]
    pub fn line_at(&self, byte: usize) -> u64 {
        self.piece_at(byte).map_or(0, |piece| piece.line)
    }

    /// When the byte of the text is said, in milliseconds: the beginning of its word where words are timed, else its
    /// share of its utterance by characters.
    #[must_use]
    pub fn time_at(&self, byte: usize) -> Option<u64> {
        let next = self.words.partition_point(|word| word.span.end <= byte);
        if let Some(word) = self.words.get(next) {
            return Some(word.start);
        }
        let piece = self.piece_at(byte)?;
        let (start, end) = piece.time?;
        let text = self.text.get(piece.span.clone()).unwrap_or_default();
        let before = byte.saturating_sub(piece.span.start);
        let (before, all) = (
            text.chars()
                .scan(0, |at, c| {
                    let here = *at;
                    *at += c.len_utf8();
                    Some(here)
                })
                .filter(|at| *at < before)
                .count() as u64,
            text.chars().count() as u64,
        );
        Some(start + (end - start) * before.min(all) / all.max(1))
    }

    fn piece_at(&self, byte: usize) -> Option<&Piece> {
        let at = self.pieces.partition_point(|piece| piece.span.end <= byte);
        self.pieces.get(at).or_else(|| self.pieces.last())
    }
}

/// What is known of a call beside its words.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct About {
    /// Who took it; never shown but as a pseudonym.
    pub agent: Option<String>,
    /// Queue.
    pub queue: Option<String>,
    /// When it began.
    pub date: Option<DateTime>,
    /// Score that the customer gave.
    pub score: Option<f64>,
    /// Whether the matter was settled.
    pub resolved: Option<bool>,
    /// Other columns of the metadata, by their header.
    pub others: BTreeMap<String, String>,
    /// Row of the metadata as the spreadsheet numbers it.
    pub row: Option<u64>,
}

/// One call.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Call {
    /// What names it: its file without the ending, or the id that the file gives.
    pub id: String,
    /// The file, as the folder or the archive names it.
    pub file: String,
    /// Voices, in the order in which they are first heard.
    pub speakers: Vec<Speaker>,
    /// Turns, in order of their beginning; without times, in the order of the file.
    pub turns: Vec<Turn>,
    /// What is known of it.
    pub about: About,
}

impl Call {
    /// Puts utterances in order and joins those of one speaker that follow each other. Utterances without a
    /// speaker stay apart: nothing says that one person speaks them.
    ///
    /// ```
    /// use barometre::transcript::{Call, Utterance};
    /// let said = |speaker: &str, start, text: &str| Utterance {
    ///     speaker: Some(speaker.into()),
    ///     start: Some(start),
    ///     end: Some(start + 900),
    ///     text: text.into(),
    ///     ..Utterance::default()
    /// };
    /// let call = Call::new("1", "1.vtt", vec![said("A", 0, "Bonjour."), said("B", 2000, "Oui."), said("A", 1000, "Allô ?")]);
    /// assert_eq!(call.turns.len(), 2);
    /// assert_eq!(call.turns[0].text, "Bonjour. Allô ?");
    /// assert_eq!(call.turns[0].time_at(call.turns[0].text.find("Allô").unwrap()), Some(1000));
    /// ```
    #[must_use]
    pub fn new(id: &str, file: &str, mut utterances: Vec<Utterance>) -> Self {
        // One without a time goes where the file puts it: behind the one before.
        let mut last = 0;
        let mut keys: Vec<(u64, usize)> = Vec::with_capacity(utterances.len());
        for (i, utterance) in utterances.iter().enumerate() {
            last = utterance.start.unwrap_or(last);
            keys.push((last, i));
        }
        keys.sort_unstable();
        let mut call = Self { id: id.to_owned(), file: file.to_owned(), ..Self::default() };
        for (_, i) in keys {
            let utterance = std::mem::take(&mut utterances[i]);
            call.push(utterance);
        }
        call
    }

    fn push(&mut self, utterance: Utterance) {
        let known = self.speakers.iter().position(|speaker| speaker.name == utterance.speaker);
        let speaker = known.unwrap_or_else(|| {
            self.speakers.push(Speaker { name: utterance.speaker.clone(), ..Speaker::default() });
            self.speakers.len() - 1
        });
        let time = utterance.start.map(|start| (start, utterance.end.unwrap_or(start).max(start)));
        let goes_on =
            utterance.speaker.is_some() && self.turns.last().is_some_and(|turn| turn.speaker == speaker);
        if !goes_on {
            self.turns.push(Turn { speaker, text: String::new(), pieces: Vec::new(), words: Vec::new() });
        }
        let Some(turn) = self.turns.last_mut() else { return };
        if !turn.text.is_empty() {
            turn.text.push(' ');
        }
        let from = turn.text.len();
        turn.text.push_str(&utterance.text);
        turn.pieces.push(Piece { span: from..turn.text.len(), time, line: utterance.line });
        let moved =
            |word: TimedWord| TimedWord { span: from + word.span.start..from + word.span.end, ..word };
        turn.words.extend(utterance.words.into_iter().map(moved));
    }

    /// The role of who speaks a turn.
    #[must_use]
    pub fn role(&self, turn: &Turn) -> SpeakerRole {
        self.speakers.get(turn.speaker).map_or(SpeakerRole::Unknown, |speaker| speaker.role)
    }

    /// Whether the file tells when people stop, not only when they begin: of half the utterances at least. Without it nothing
    /// tells talk from silence.
    #[must_use]
    pub fn is_timed(&self) -> bool {
        let pieces = self.turns.iter().flat_map(|turn| &turn.pieces);
        let (mut all, mut lasting) = (0_u64, 0_u64);
        for (start, end) in pieces.filter_map(|piece| piece.time) {
            all += 1;
            lasting += u64::from(end > start);
        }
        lasting > 0 && 2 * lasting >= all
    }

    /// From the first word to the last, in milliseconds; none where the file has no times.
    #[must_use]
    pub fn duration(&self) -> Option<u64> {
        let start = self.turns.iter().filter_map(Turn::start).min()?;
        let end = self.turns.iter().filter_map(Turn::end).max()?;
        Some(end - start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(speaker: Option<&str>, time: Option<(u64, u64)>, text: &str) -> Utterance {
        Utterance {
            speaker: speaker.map(str::to_owned),
            start: time.map(|t| t.0),
            end: time.map(|t| t.1),
            text: text.to_owned(),
            ..Utterance::default()
        }
    }

    #[test]
    fn turns_join_what_one_speaker_says_and_nothing_else() {
        let call = Call::new(
            "7",
            "7.csv",
            vec![
                said(Some("A"), None, "un"),
                said(Some("A"), None, "deux"),
                said(None, None, "trois"),
                said(None, None, "quatre"),
            ],
        );
        let texts: Vec<&str> = call.turns.iter().map(|turn| turn.text.as_str()).collect();
        assert_eq!(texts, ["un deux", "trois", "quatre"]);
        assert_eq!(call.speakers.len(), 2);
        assert_eq!(call.duration(), None);
    }

    #[test]
    fn an_utterance_without_a_time_stays_behind_the_one_before() {
        let call = Call::new(
            "7",
            "7.csv",
            vec![
                said(Some("A"), Some((5000, 6000)), "b"),
                said(Some("B"), None, "c"),
                said(Some("C"), Some((0, 100)), "a"),
            ],
        );
        let texts: Vec<&str> = call.turns.iter().map(|turn| turn.text.as_str()).collect();
        assert_eq!(texts, ["a", "b", "c"]);
        assert_eq!(call.duration(), Some(6000));
    }

    #[test]
    fn a_byte_is_said_at_its_word_or_at_its_share_of_the_utterance() {
        let mut first = said(Some("A"), Some((1000, 3000)), "été ici");
        let call = Call::new("1", "1", vec![first.clone()]);
        assert_eq!(call.turns[0].time_at(0), Some(1000));
        assert_eq!(call.turns[0].time_at("été ".len()), Some(1000 + 2000 * 4 / 7));
        assert_eq!(call.turns[0].time_at(99), Some(3000));
        first.words = vec![
            TimedWord { span: 0..5, start: 1000, end: 1500 },
            TimedWord { span: 6..9, start: 2500, end: 3000 },
        ];
        let call = Call::new("1", "1", vec![said(Some("A"), Some((0, 900)), "oui"), first]);
        assert_eq!(call.turns[0].time_at("oui été ".len()), Some(2500));
    }
}
