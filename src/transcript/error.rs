//! What is wrong with a transcript, and what to write instead.

use schemars::JsonSchema;
use serde::Serialize;

use super::PlanError;
use super::evaluation::EvaluationError;
use super::listening::GridError;
use crate::Lang;
use crate::privacy::redact_spoken;

/// Why transcripts cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum TranscriptError {
    /// A file that is not a transcript in a known format.
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
    /// A file that is no JSON, whatever its ending or its first character says.
    Json {
        /// The file.
        file: String,
        /// Line from 1.
        line: u64,
        /// Column from 1, in bytes.
        column: u64,
        /// Whether the file ends too early.
        cut: bool,
    },
    /// An element of a JSON that is not what the engine's format says.
    Element {
        /// The file.
        file: String,
        /// The list that the element is of: `monologues`.
        list: &'static str,
        /// Number of the element, from 1; 0 for the list itself.
        element: u64,
        /// The key; empty for the element itself.
        key: String,
        /// What is there, cut short.
        found: String,
        /// What was expected there.
        expected: Expected,
    },
    /// A file, or what an archive holds, beyond what is read.
    TooLarge {
        /// The file.
        file: String,
        /// Largest number of bytes.
        limit: u64,
    },
    /// An archive that holds more files than are read.
    TooMany {
        /// The archive.
        file: String,
        /// Largest number of files.
        limit: u64,
    },
    /// A file that the system does not let read.
    Unreadable {
        /// The file.
        file: String,
        /// What the system says.
        cause: String,
    },
    /// No file, no folder and no archive of that name.
    NotFound {
        /// The path, or the pattern that nothing matches.
        file: String,
    },
    /// A zip archive that cannot be read.
    Archive {
        /// The archive.
        file: String,
        /// What is wrong with it.
        cause: String,
    },
    /// No call in all that was looked at.
    NoCall {
        /// What was looked at.
        paths: Vec<String>,
        /// How many files were passed over.
        skipped: u64,
        /// Why the first file that looked like a transcript was not read; none where there was none.
        first: Option<Box<TranscriptError>>,
    },
    /// Metadata without a column that names the calls.
    NoCallColumn {
        /// The file.
        file: String,
        /// Its columns.
        headers: Vec<String>,
    },
    /// A grid that cannot be understood.
    Grid(Box<GridError>),
    /// A file that is no plan of a draw.
    Plan {
        /// The file.
        file: String,
        /// What is wrong.
        error: Box<PlanError>,
    },
    /// A file that is none of evaluations.
    Evaluations {
        /// The file.
        file: String,
        /// What is wrong.
        error: Box<EvaluationError>,
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
    /// A number of seconds.
    Seconds,
    /// A number of milliseconds.
    Milliseconds,
    /// A text.
    Text,
    /// A list.
    List,
    /// An object.
    Object,
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
            Self::UnknownFormat { file }
            | Self::Malformed { file, .. }
            | Self::Empty { file }
            | Self::Json { file, .. }
            | Self::Element { file, .. }
            | Self::TooLarge { file, .. }
            | Self::TooMany { file, .. }
            | Self::Unreadable { file, .. }
            | Self::NotFound { file }
            | Self::Archive { file, .. }
            | Self::NoCallColumn { file, .. }
            | Self::Plan { file, .. }
            | Self::Evaluations { file, .. } => file,
            Self::Grid(error) => &error.file,
            Self::NoCall { paths, .. } => paths.first().map_or("", String::as_str),
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
            Self::Grid(error) => error.message(lang),
            Self::Plan { file, error } => {
                let error = error.message(lang);
                lang.pick(format!("{file} : {error}"), format!("{file}: {error}"))
            }
            Self::Evaluations { file, error } => {
                let error = error.message(lang);
                lang.pick(format!("{file} : {error}"), format!("{file}: {error}"))
            }
            Self::UnknownFormat { file } => lang.pick(
                format!("{file} : ce n’est pas une transcription d’un format connu (WebVTT, SRT, JSON d’un moteur de transcription, CSV de tours de parole, texte « Agent : … », Transcriber .trs)."),
                format!("{file}: not a transcript in a known format (WebVTT, SRT, JSON of a speech engine, CSV of turns, text “Agent: …”, Transcriber .trs)."),
            ),
            Self::Malformed { file, line, found, expected } => {
                let found = lang.quote(&redact_spoken(found, &[], lang).text);
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
            Self::Json { file, line, column, cut } => {
                let end = if *cut { lang.pick(" Le fichier s’arrête trop tôt.", " The file ends too early.") } else { "" };
                lang.pick(
                    format!("{file}, ligne {line}, colonne {column} : ce n’est pas du JSON.{end} Exportez-le de nouveau depuis le moteur de transcription."),
                    format!("{file}, line {line}, column {column}: this is not valid JSON.{end} Export it again from the speech engine."),
                )
            }
            Self::Element { file, list, element, key, found, expected } => {
                element_message(lang, (file, list, *element, key), found, *expected)
            }
            _ => self.file_message(lang),
        };
        lang.typeset(text)
    }

    /// Errors of files and folders, whatever the format.
    fn file_message(&self, lang: Lang) -> String {
        match self {
            Self::TooLarge { file, limit } => {
                let limit = lang.count(limit >> 20);
                lang.pick(
                    format!("{file} : plus de {limit} Mo. Donnez un fichier par appel."),
                    format!("{file}: more than {limit} MB. Give one file per call."),
                )
            }
            Self::TooMany { file, limit } => {
                let limit = lang.count(*limit);
                lang.pick(
                    format!("{file} : plus de {limit} fichiers. Extrayez l’archive et donnez son dossier."),
                    format!("{file}: more than {limit} files. Extract the archive and give its folder."),
                )
            }
            Self::Unreadable { file, cause } => lang.pick(
                format!("{file} : fichier illisible ({cause})."),
                format!("{file}: cannot be read ({cause})."),
            ),
            Self::NotFound { file } => lang.pick(
                format!("{file} : ni fichier, ni dossier, ni archive de ce nom."),
                format!("{file}: no file, no folder and no archive of that name."),
            ),
            Self::Archive { file, cause } => lang.pick(
                format!("{file} : archive zip illisible ({cause})."),
                format!("{file}: zip archive that cannot be read ({cause})."),
            ),
            Self::NoCall { paths, skipped, first } => {
                let paths = paths.join(", ");
                let skipped = match skipped {
                    0 => String::new(),
                    1 => lang.pick(" 1 fichier écarté.", " 1 file passed over.").to_owned(),
                    n => {
                        let n = lang.count(*n);
                        lang.pick(format!(" {n} fichiers écartés."), format!(" {n} files passed over."))
                    }
                };
                let first =
                    first.as_ref().map(|error| format!(" {}", error.message(lang))).unwrap_or_default();
                lang.pick(
                    format!("{paths} : aucun appel. Fichiers cherchés : .vtt, .srt, .trs, .json d’un moteur de transcription, .csv de tours de parole, .txt « Agent : … », ou une archive .zip qui en contient.{skipped}{first}"),
                    format!("{paths}: no call. Files looked for: .vtt, .srt, .trs, .json of a speech engine, .csv of turns, .txt “Agent: …”, or a .zip archive of them.{skipped}{first}"),
                )
            }
            Self::NoCallColumn { file, headers } => {
                let headers: Vec<String> = headers.iter().map(|header| lang.quote(header)).collect();
                let headers = headers.join(", ");
                lang.pick(
                    format!("{file} : aucune colonne ne nomme les appels (colonnes : {headers}). Nommez-en une « id_appel » ou « fichier »."),
                    format!("{file}: no column names the calls (columns: {headers}). Call one of them “call_id” or “file”."),
                )
            }
            _ => self.file().to_owned(),
        }
    }
}

fn element_message(
    lang: Lang,
    (file, list, element, key): (&str, &str, u64, &str),
    found: &str,
    expected: Expected,
) -> String {
    let (list, found, expected) = (lang.quote(list), lang.quote(found), expected.message(lang));
    let at = match element {
        0 => list,
        _ => lang.pick(format!("élément {element} de {list}"), format!("element {element} of {list}")),
    };
    let key = match key {
        "" => String::new(),
        key => lang.pick(format!(", clé {}", lang.quote(key)), format!(", key {}", lang.quote(key))),
    };
    lang.pick(
        format!("{file}, {at}{key} : {found}. Attendu : {expected}."),
        format!("{file}, {at}{key}: {found}. Expected: {expected}."),
    )
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
            Self::Seconds => lang.pick("un nombre de secondes, comme 62.5", "a number of seconds, such as 62.5"),
            Self::Milliseconds => lang.pick(
                "un nombre de millisecondes, comme 62500",
                "a number of milliseconds, such as 62500",
            ),
            Self::Text => lang.pick("un texte", "a text"),
            Self::List => lang.pick("une liste", "a list"),
            Self::Object => lang.pick("un objet JSON, entre accolades", "a JSON object, in braces"),
        }
    }
}
