//! What is wrong with a transcript, and what to write instead.

use schemars::JsonSchema;
use serde::Serialize;

use crate::Lang;

/// Why transcripts cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum TranscriptError {
    /// A file that is no transcript of a known format.
    UnknownFormat {
        /// The file.
        file: String,
    },
    /// A line, or an element of a JSON, that is not what its format says.
    Malformed {
        /// The file.
        file: String,
        /// Line from 1, or number of the element.
        line: u64,
        /// What is there, cut short.
        found: String,
        /// What was expected there.
        expected: Expected,
    },
    /// A file without a word.
    Empty {
        /// The file.
        file: String,
    },
}

/// What was expected at a place of a transcript.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Expected {
    /// `00:01:02.500 --> 00:01:04.000`.
    Timing,
    /// An end after its beginning.
    Order,
    /// `00:01:02`.
    Clock,
    /// A time of a CSV: seconds, milliseconds or `00:01:02.500`.
    Moment,
    /// A header that names a text and who or when.
    TurnColumns,
    /// A record of the CSV format.
    CsvRecord,
    /// A well-formed XML of Transcriber.
    Trs,
    /// `SPEAKER call 1 12.50 3.20 <NA> <NA> agent <NA> <NA>`.
    Rttm,
}

/// A file that gave no call, in words: the others went on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Trouble {
    /// The file.
    pub file: String,
    /// What is wrong and what to write instead.
    pub message: String,
}

impl TranscriptError {
    /// The file that it is about.
    #[must_use]
    pub fn file(&self) -> &str {
        match self {
            Self::UnknownFormat { file } | Self::Malformed { file, .. } | Self::Empty { file } => file,
        }
    }

    /// The error in words, with its file.
    #[must_use]
    pub fn trouble(&self, lang: Lang) -> Trouble {
        Trouble { file: self.file().to_owned(), message: self.message(lang) }
    }

    /// The error in a sentence or two, in French or in English.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let text = match self {
            Self::UnknownFormat { file } => lang.pick(
                format!("{file} : ce n’est pas une transcription d’un format connu (WebVTT, SRT, JSON d’un moteur de transcription, CSV de tours de parole, texte « Agent : … », Transcriber .trs)."),
                format!("{file}: no transcript of a known format (WebVTT, SRT, JSON of a speech engine, CSV of turns, text “Agent: …”, Transcriber .trs)."),
            ),
            Self::Malformed { file, line, found, expected } => {
                let found = lang.quote(found);
                let expected = expected.message(lang);
                lang.pick(
                    format!("{file}, ligne {line} : {found}. Attendu : {expected}."),
                    format!("{file}, line {line}: {found}. Expected: {expected}."),
                )
            }
            Self::Empty { file } => lang.pick(
                format!("{file} : aucun mot à lire."),
                format!("{file}: no word to read."),
            ),
        };
        lang.typeset(text)
    }
}

impl Expected {
    /// What to write.
    #[must_use]
    pub fn message(self, lang: Lang) -> &'static str {
        match self {
            Self::Timing => lang.pick(
                "un temps comme 00:01:02,500 --> 00:01:04,000",
                "a time such as 00:01:02.500 --> 00:01:04.000",
            ),
            Self::Order => lang.pick("une fin après le début", "an end after the beginning"),
            Self::Clock => lang.pick("un temps comme 00:01:02", "a time such as 00:01:02"),
            Self::Moment => lang.pick(
                "un temps en secondes (12,5), en millisecondes si l’en-tête le dit (debut_ms) ou comme 00:01:02,500",
                "a time in seconds (12.5), in milliseconds where the header says so (start_ms) or such as 00:01:02.500",
            ),
            Self::TurnColumns => lang.pick(
                "un en-tête avec une colonne texte et une colonne locuteur, début ou appel",
                "a header with a column text and a column speaker, start or call",
            ),
            Self::CsvRecord => lang.pick("une ligne de CSV", "a row of CSV"),
            Self::Trs => lang.pick(
                "un fichier XML de Transcriber entier et bien formé",
                "a whole and well-formed XML file of Transcriber",
            ),
            Self::Rttm => lang.pick(
                "un segment comme SPEAKER appel 1 12.50 3.20 <NA> <NA> agent <NA> <NA>",
                "a segment such as SPEAKER call 1 12.50 3.20 <NA> <NA> agent <NA> <NA>",
            ),
        }
    }
}
