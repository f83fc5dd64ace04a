//! The formats of transcripts: which one a file is of, and its utterances.

mod aws;
mod azure;
mod clock;
#[cfg(test)]
mod corrupt;
mod cue;
mod decode;
mod deepgram;
mod google;
mod json;
mod label;
mod line;
mod monologues;
pub mod plain;
pub mod rttm;
#[cfg(test)]
mod samples;
mod spoken;
pub mod srt;
pub mod trs;
pub mod turns_csv;
pub mod vtt;
mod whisper;

use super::{TranscriptError, Utterance};
use crate::Lang;
pub(super) use rttm::{Segment, join, segments};

type Result<T> = std::result::Result<T, TranscriptError>;

/// Bytes of the largest file that is read: a call of ten hours has some five megabytes.
pub(super) const MAX_BYTES: u64 = 256 << 20;

/// How a transcript is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Monologues with timed words: transcription editors, Rev AI.
    Monologues,
    /// Whisper, `WhisperX` and lists of segments.
    Whisper,
    /// Amazon Transcribe, Call Analytics, Contact Lens.
    Aws,
    /// Google Cloud Speech-to-Text.
    Google,
    /// Azure Speech.
    Azure,
    /// Deepgram.
    Deepgram,
    /// Transcriber.
    Trs,
    /// One row a turn.
    TurnsCsv,
    /// Web Video Text Tracks.
    Vtt,
    /// `SubRip`.
    Srt,
    /// `Agent : …`, a line a turn.
    Plain,
}

impl Format {
    /// All of them, those that tell more of a call first.
    pub const ALL: [Self; 11] = [
        Self::Monologues,
        Self::Whisper,
        Self::Aws,
        Self::Google,
        Self::Azure,
        Self::Deepgram,
        Self::Trs,
        Self::TurnsCsv,
        Self::Vtt,
        Self::Srt,
        Self::Plain,
    ];

    /// What names it in files: `srt`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Monologues => "monologues",
            Self::Whisper => "whisper",
            Self::Aws => "aws",
            Self::Google => "google",
            Self::Azure => "azure",
            Self::Deepgram => "deepgram",
            Self::Trs => "trs",
            Self::TurnsCsv => "turns_csv",
            Self::Vtt => "vtt",
            Self::Srt => "srt",
            Self::Plain => "plain",
        }
    }

    /// What people call it.
    ///
    /// ```
    /// use barometre::{Lang, transcript::Format};
    /// assert_eq!(Format::TurnsCsv.name(Lang::Fr), "CSV de tours de parole");
    /// ```
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Monologues => pick!(lang, calls::json_of_monologues),
            Self::Whisper => pick!(lang, calls::whisper_json),
            Self::Aws => pick!(lang, calls::amazon_transcribe_json),
            Self::Google => pick!(lang, calls::google_speech_to_text_json),
            Self::Azure => pick!(lang, calls::azure_speech_json),
            Self::Deepgram => pick!(lang, calls::deepgram_json),
            Self::Trs => "Transcriber (.trs)",
            Self::TurnsCsv => pick!(lang, calls::csv_of_turns),
            Self::Vtt => "WebVTT",
            Self::Srt => "SubRip (.srt)",
            Self::Plain => pick!(lang, calls::plain_text),
        }
    }
}

/// What a file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed {
    /// How it is written.
    pub format: Format,
    /// Its calls: the id where the file gives one, and what is said. At least one, none without an utterance.
    pub calls: Vec<(Option<String>, Vec<Utterance>)>,
}

/// How a text may be written, before that is looked at closely.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Json,
    Vtt,
    Trs,
    Srt,
    TurnsCsv,
    Plain,
}

impl Kind {
    /// All of them, those that leave least doubt first.
    const ALL: [Self; 6] = [Self::Vtt, Self::Trs, Self::Json, Self::Srt, Self::TurnsCsv, Self::Plain];

    fn of_name(file: &str) -> Option<Self> {
        Some(match ending(file).as_str() {
            "json" => Self::Json,
            "vtt" => Self::Vtt,
            "srt" => Self::Srt,
            "csv" | "tsv" => Self::TurnsCsv,
            "trs" => Self::Trs,
            "txt" | "text" => Self::Plain,
            _ => return None,
        })
    }

    fn looks_like(self, text: &str) -> bool {
        match self {
            Self::Json => json::looks_like(text),
            Self::Vtt => vtt::looks_like(text),
            Self::Trs => trs::looks_like(text),
            Self::Srt => srt::looks_like(text),
            Self::TurnsCsv => turns_csv::looks_like(text),
            Self::Plain => plain::looks_like(text),
        }
    }

    fn parse(self, text: &str, file: &str) -> Result<Parsed> {
        let one = |format, said: Vec<Utterance>| Parsed { format, calls: vec![(None, said)] };
        let mut parsed = match self {
            Self::Json => {
                let (format, said) = json::parse(text, file)?;
                one(format, said)
            }
            Self::Vtt => one(Format::Vtt, vtt::parse(text, file)?),
            Self::Trs => one(Format::Trs, trs::parse(text, file)?),
            Self::Srt => one(Format::Srt, srt::parse(text, file)?),
            Self::TurnsCsv => Parsed { format: Format::TurnsCsv, calls: turns_csv::parse_many(text, file)? },
            Self::Plain => one(Format::Plain, plain::parse(text, file)?),
        };
        parsed.calls.retain(|call| !call.1.is_empty());
        if parsed.calls.is_empty() {
            return Err(TranscriptError::Empty { file: file.to_owned() });
        }
        Ok(parsed)
    }
}

/// The ending of a file's name, in lower case: `json`.
pub(super) fn ending(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default()
}

/// Whether the name of a file says that it is a transcript, whatever it holds.
pub(super) fn says_transcript(file: &str) -> bool {
    matches!(Kind::of_name(file), Some(Kind::Json | Kind::Vtt | Kind::Srt | Kind::Trs))
}

/// The text of a file: UTF-8 or UTF-16, with or without its mark, Windows-1252 or Mac Roman. None where it is no
/// text.
pub(super) fn text(bytes: &[u8]) -> Option<std::borrow::Cow<'_, str>> {
    decode::text(bytes)
}

/// Reads a transcript. Its ending says how it is written where its content leaves a doubt.
///
/// # Errors
/// The file is too large, empty, no transcript of a known format, or not what its format says: then with the line,
/// or the element of the JSON.
///
/// ```
/// use barometre::transcript::{Format, parse};
/// let srt = "1\n00:00:01,000 --> 00:00:02,500\nBonjour.\n";
/// let parsed = parse(srt.as_bytes(), "appel.txt").unwrap();
/// assert_eq!(parsed.format, Format::Srt);
/// assert_eq!(parsed.calls[0].1[0].start, Some(1000));
/// ```
pub fn parse(bytes: &[u8], file: &str) -> Result<Parsed> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(TranscriptError::TooLarge { file: file.to_owned(), limit: MAX_BYTES });
    }
    let unknown = || TranscriptError::UnknownFormat { file: file.to_owned() };
    let text = decode::text(bytes).ok_or_else(unknown)?;
    if text.trim().is_empty() {
        return Err(TranscriptError::Empty { file: file.to_owned() });
    }
    let named = Kind::of_name(file);
    let seen = |kind: &Kind| kind.looks_like(&text);
    let clear = Kind::ALL.iter().take(4).copied().find(seen);
    let kind = clear.or(named.filter(seen)).or_else(|| Kind::ALL.into_iter().find(seen));
    match kind {
        Some(kind) => kind.parse(&text, file),
        // Its name says what it should be: its parser says what is wrong.
        None => match named {
            Some(kind @ (Kind::Vtt | Kind::Srt | Kind::Trs | Kind::Json)) => kind.parse(&text, file),
            _ => Err(unknown()),
        },
    }
}
