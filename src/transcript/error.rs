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
                pick!(lang, calls::joined(file, error))
            }
            Self::Evaluations { file, error } => {
                let error = error.message(lang);
                pick!(lang, calls::joined(file, error))
            }
            Self::UnknownFormat { file } => {
                pick!(lang, calls::not_a_transcript_in_a_known_format_webvtt(file))
            }
            Self::Malformed { file, line, found, expected } => {
                let found = lang.quote(&redact_spoken(found, &[], lang).text);
                let expected = expected.message(lang);
                pick!(lang, calls::line_expected(file, line, found, expected))
            }
            Self::Empty { file } => pick!(lang, calls::no_word_to_read(file)),
            Self::Json { file, line, column, cut } => {
                let end = if *cut { pick!(lang, calls::the_file_ends_too_early) } else { "" };
                pick!(lang, calls::line_column_this_is_not_valid_json_export(file, line, column, end))
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
                pick!(lang, calls::more_than_mb_give_one_file_per_call(file, limit))
            }
            Self::TooMany { file, limit } => {
                let limit = lang.count(*limit);
                pick!(lang, calls::more_than_files_extract_the_archive_and_give(file, limit))
            }
            Self::Unreadable { file, cause } => pick!(lang, calls::cannot_be_read(file, cause)),
            Self::NotFound { file } => pick!(lang, calls::no_file_no_folder_and_no_archive_of(file)),
            Self::Archive { file, cause } => pick!(lang, calls::zip_archive_that_cannot_be_read(file, cause)),
            Self::NoCall { paths, skipped, first } => {
                let paths = paths.join(", ");
                let skipped = match skipped {
                    0 => String::new(),
                    1 => pick!(lang, calls::n_1_file_passed_over).to_owned(),
                    n => {
                        let n = lang.count(*n);
                        pick!(lang, calls::files_passed_over(n))
                    }
                };
                let first =
                    first.as_ref().map(|error| format!(" {}", error.message(lang))).unwrap_or_default();
                pick!(lang, calls::no_call_files_looked_for_vtt_srt_trs(paths, skipped, first))
            }
            Self::NoCallColumn { file, headers } => {
                let headers: Vec<String> = headers.iter().map(|header| lang.quote(header)).collect();
                let headers = headers.join(", ");
                pick!(lang, calls::no_column_names_the_calls_columns_call_one(file, headers))
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
        _ => pick!(lang, calls::element_of(element, list)),
    };
    let key = match key {
        "" => String::new(),
        key => pick!(lang, calls::key(lang.quote(key))),
    };
    pick!(lang, calls::expected(file, at, key, found, expected))
}

impl Expected {
    /// What to write.
    #[must_use]
    pub fn message(self, lang: Lang) -> &'static str {
        match self {
            Self::Timing => pick!(lang, calls::a_time_such_as_00_01_02_500),
            Self::Order => pick!(lang, calls::an_end_after_the_beginning),
            Self::Clock => pick!(lang, calls::a_time_such_as_00_01_02),
            Self::Moment => pick!(lang, calls::a_time_in_seconds_12_5_in_milliseconds),
            Self::TurnColumns => pick!(lang, calls::a_header_with_a_column_text_and_a),
            Self::CsvRecord => pick!(lang, calls::a_row_of_csv),
            Self::Trs => pick!(lang, calls::a_whole_and_well_formed_xml_file_of),
            Self::Rttm => pick!(lang, calls::a_segment_such_as_speaker_call_1_12),
            Self::Seconds => pick!(lang, calls::a_number_of_seconds_such_as_62_5),
            Self::Milliseconds => pick!(lang, calls::a_number_of_milliseconds_such_as_62500),
            Self::Text => pick!(lang, calls::a_text),
            Self::List => pick!(lang, calls::a_list),
            Self::Object => pick!(lang, calls::a_json_object_in_braces),
        }
    }
}
