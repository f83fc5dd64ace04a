//! What can go wrong, and what a reader must know before using the numbers.
//!
//! Both are data: a kind and where it happened. [`Error::message`] and [`Warning::message`] put it
//! into words, in French or in English; nothing else in the library does.

mod design_words;
mod privacy_words;
mod slides_words;
mod study_words;
mod toml_words;
mod warning_words;
mod weighting_words;
mod words;

pub(crate) use toml_words::{line_and_column, parser_words, refused};
pub(crate) use words::{list, toml_string};

use std::path::PathBuf;

use crate::centre::{CentreError, StaffingError};
use crate::concordance::ConcordanceError;
use crate::report::slides::TemplateFlaw;
use crate::report::{PdfError, PresentationError, TemplateError};
use crate::study::{FilterError, GroupingError, TargetsPart, WeightingError};
use crate::text::Language;
use crate::theme::CodebookError;
use crate::transcript::TranscriptError;

/// A position in a file, as a person finds it in a spreadsheet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd)]
pub struct Location {
    /// File, as it was named on the command line.
    pub file: String,
    /// Row as the spreadsheet numbers it: the header is row 1.
    pub row: Option<u64>,
    /// Column, by its header.
    pub column: Option<String>,
}

/// Result of everything in this library that can fail.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a command could not be carried out.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// A list of people to call back that is not made.
    CallBack(CallBackRefusal),
    /// A row does not say how it was drawn: a weight that is no number from 0 on, no stratum, no cluster, no
    /// head count.
    Design {
        /// File, row, column.
        at: Location,
        /// What is wrong.
        flaw: DesignFlaw,
        /// What the cell holds.
        found: String,
    },
    /// A value to compare that its column does not have.
    UnknownValue {
        /// Column.
        column: String,
        /// The value asked for.
        found: String,
        /// Its values.
        known: Vec<String>,
    },
    /// A stratum whose head count is not declared.
    NoHeadCount {
        /// Column of the strata.
        column: String,
        /// The stratum.
        stratum: String,
        /// Strata whose head count is declared.
        declared: Vec<String>,
    },
    /// The head count of a stratum is under the number of people who answered, or changes from row to row.
    HeadCount {
        /// Column of the strata, or of the head counts.
        column: String,
        /// The stratum; empty where there are none.
        stratum: String,
        /// Head counts found, lowest and highest.
        found: (f64, f64),
        /// Units that answered.
        answered: u64,
    },
    /// The file or folder does not exist.
    NotFound {
        /// As named by the user.
        file: String,
    },
    /// A folder was given where a file is expected.
    IsDirectory {
        /// As named by the user.
        file: String,
    },
    /// The file holds nothing.
    Empty {
        /// As named by the user.
        file: String,
    },
    /// The file holds a header and no answers.
    HeaderAlone {
        /// As named by the user.
        file: String,
    },
    /// A row has more cells than the header has columns.
    LongRow {
        /// The row.
        at: Location,
        /// Cells in the row.
        found: usize,
        /// Columns of the header.
        expected: usize,
    },
    /// A quoted cell is never closed.
    UnclosedQuote {
        /// The row that opens it.
        at: Location,
    },
    /// A file that its format's reader cannot read: cut short, altered, or not what its name says.
    Damaged {
        /// As named by the user.
        file: String,
        /// The format: `XLSX`, `Parquet`, `SPSS`…
        format: &'static str,
        /// What the reader says.
        cause: String,
    },
    /// A JSON file without a list of objects.
    NoRecords {
        /// As named by the user.
        file: String,
    },
    /// A record of a JSON file that is no object.
    NotARecord {
        /// As named by the user.
        file: String,
        /// Its number, from 1.
        record: u64,
        /// Whether it is a list; a single value otherwise.
        list: bool,
        /// Whether the number is that of a line.
        line: bool,
    },
    /// An archive of several files.
    SeveralFiles {
        /// As named by the user.
        file: String,
        /// The files in it.
        files: Vec<String>,
    },
    /// A workbook protected by a password.
    Protected {
        /// As named by the user.
        file: String,
    },
    /// A file that asks for more than any survey holds.
    TooLarge {
        /// Where it is.
        at: Location,
        /// What there is too much of.
        what: Excess,
        /// The largest amount accepted.
        limit: u64,
    },
    /// A pattern that no file matches.
    NoMatch {
        /// As written by the user.
        pattern: String,
    },
    /// An encoding that is not known under that name.
    UnknownEncoding {
        /// As written by the user.
        encoding: String,
    },
    /// Bytes that the encoding of the file does not allow.
    NotEncoded {
        /// The first row that holds some.
        at: Location,
        /// The encoding.
        encoding: &'static str,
    },
    /// Standard input whose format cannot be told from its first bytes.
    UnknownFormat {
        /// As named by the user.
        file: String,
    },
    /// A file of a format that is not read.
    NotText {
        /// As named by the user.
        file: String,
        /// What its first bytes are: `PNG`, `SPSS`…
        looks_like: &'static str,
    },
    /// The same file was named twice.
    SameFile {
        /// As named by the user, the second time.
        file: String,
    },
    /// The sheet asked for is not in the workbook.
    NoSheet {
        /// As named by the user.
        file: String,
        /// Sheet asked for.
        sheet: String,
        /// Sheets of the workbook.
        sheets: Vec<String>,
    },
    /// An answer outside its scale.
    OutOfScale {
        /// Where it is.
        at: Location,
        /// What was found.
        found: String,
        /// The other values of the column that are outside the scale.
        others: Vec<String>,
        /// Id of the question.
        question: String,
        /// Lowest answer of the scale.
        low: f64,
        /// Highest answer of the scale.
        high: f64,
        /// Kind of question, as study.toml writes it.
        kind: &'static str,
    },
    /// Nothing in the files can be analysed: neither score nor text.
    NothingToAnalyse {
        /// The columns found.
        columns: Vec<String>,
    },
    /// Tables are asked for by a column that no file has.
    UnknownSegment {
        /// The option that asks: `--by`, `--split-by`.
        option: &'static str,
        /// What was asked for.
        found: String,
        /// Columns of the segments, and that of the waves.
        known: Vec<String>,
    },
    /// A question is asked for that the study does not have, or that cannot be shown so.
    UnknownQuestion {
        /// What was asked for.
        found: String,
        /// Ids of those that can.
        known: Vec<String>,
    },
    /// Cross-tables that would hold more cells than are counted by segment.
    TooManyCells {
        /// The column asked for.
        column: String,
    },
    /// The study file cannot be understood.
    Study {
        /// The study file.
        file: String,
        /// Line, from 1.
        line: usize,
        /// Character of the line, from 1.
        column: usize,
        /// What is wrong.
        cause: String,
    },
    /// The study file is not UTF-8.
    StudyEncoding {
        /// The study file.
        file: String,
    },
    /// The codebook cannot be understood.
    Codebook(CodebookError),
    /// A centre cannot be computed from its files.
    Centre(CentreError),
    /// A file or a folder to write that is read: it would be replaced.
    OverInput {
        /// It.
        path: PathBuf,
    },
    /// One file for two results.
    SameOutput {
        /// The file.
        path: PathBuf,
    },
    /// Transcripts that cannot be read.
    Transcript(TranscriptError),
    /// Nothing can be looked for in context.
    Concordance(ConcordanceError),
    /// The report cannot look as it was asked to.
    Presentation(PresentationError),
    /// A page of the user's own cannot be filled.
    Template(TemplateError),
    /// The report is written, its PDF is not.
    Pdf(PdfError),
    /// No number of agents answers those calls so.
    Staffing(StaffingError),
    /// A column coded by hand is named that the files do not have.
    NoCodedColumn {
        /// What was asked for.
        found: String,
        /// The columns found.
        known: Vec<String>,
    },
    /// A cell of a column coded by hand names no theme of the codebook.
    UnknownTheme {
        /// File, row, column.
        at: Location,
        /// What the cell names.
        found: String,
        /// Ids of the themes.
        known: Vec<String>,
    },
    /// No codebook of that name, and no such file.
    NoCodebook {
        /// The file.
        file: String,
        /// The codebooks that the program has.
        known: Vec<&'static str>,
    },
    /// study.toml wants a word of the verbatims in two families.
    FamilyTwice {
        /// The study file.
        file: String,
        /// The word.
        form: String,
        /// True where the word is to stand apart too; two lists to merge hold it otherwise.
        split: bool,
    },
    /// study.toml has a key that means nothing there.
    UnknownKey {
        /// The study file.
        file: String,
        /// Line, from 1.
        line: usize,
        /// Character of the line, from 1.
        column: usize,
        /// The key.
        key: String,
        /// The keys that are known there.
        accepted: Vec<String>,
    },
    /// The filter of study.toml cannot be understood.
    Filter {
        /// The study file.
        file: String,
        /// The filter.
        filter: String,
        /// What is wrong with it, and where.
        cause: FilterError,
    },
    /// No row passes the filter of study.toml.
    NothingKept {
        /// The study file.
        file: String,
        /// The filter.
        filter: String,
    },
    /// The values of a segment cannot be grouped as study.toml says.
    Grouping {
        /// The study file.
        file: String,
        /// Column.
        column: String,
        /// What is wrong.
        cause: GroupingError,
    },
    /// The weighting of study.toml cannot be carried out.
    Weighting {
        /// The study file, or the file of targets.
        file: String,
        /// The margin: its columns.
        margin: String,
        /// What is wrong.
        cause: WeightingError,
    },
    /// A file of targets cannot be understood.
    Targets {
        /// Where.
        at: Location,
        /// What was found.
        found: String,
        /// What is expected.
        expected: TargetsPart,
    },
    /// A recommendation whose answers cannot be 0 to 10.
    NotZeroToTen {
        /// The first file that asks it, and the column.
        at: Location,
        /// Lowest answer found.
        low: f64,
        /// Highest answer found.
        high: f64,
        /// Id of the question.
        question: String,
    },
    /// study.toml names a column that no file has.
    UnknownColumn {
        /// The study file.
        file: String,
        /// Key of study.toml that names it.
        key: String,
        /// Column named.
        column: String,
        /// The columns found.
        columns: Vec<String>,
    },
    /// study.toml speaks of a wave that does not exist.
    UnknownWave {
        /// The study file.
        file: String,
        /// Key of study.toml that names it.
        key: String,
        /// Wave named.
        wave: String,
        /// The waves found.
        waves: Vec<String>,
    },
    /// More people answered than were asked.
    Invited {
        /// The wave; none where invitations are counted in all.
        wave: Option<String>,
        /// Invitations declared.
        invited: u64,
        /// Responses found.
        answered: u64,
    },
    /// study.toml declares something impossible.
    StudyValue {
        /// The study file.
        file: String,
        /// Key of study.toml.
        key: String,
        /// What was found.
        found: String,
        /// What is expected.
        expected: Expected,
    },
    /// A column used as a segment has too many values.
    TooManyValues {
        /// Column.
        column: String,
        /// The largest number of values.
        limit: usize,
    },
    /// The output exists and barometre did not write it, or may not replace it.
    OutputExists {
        /// File or folder.
        path: PathBuf,
    },
    /// The files have no rows for a kind of figure.
    NothingToDraw {
        /// Id of the kind.
        kind: String,
    },
    /// An option that says nothing to figures of that kind.
    OtherFigures {
        /// The option.
        option: String,
        /// Id of the kind.
        kind: String,
    },
    /// Several figures where one is wanted.
    SeveralFigures {
        /// Id of the kind.
        kind: String,
        /// Their ids.
        ids: Vec<String>,
    },
    /// The output file exists.
    FileExists {
        /// File.
        path: PathBuf,
    },
    /// A presentation that slides cannot be made from.
    SlidesTemplate {
        /// File.
        path: PathBuf,
        /// What is wrong with it.
        flaw: TemplateFlaw,
    },
    /// A file stands where a folder is to be written.
    NotAFolder {
        /// File.
        path: PathBuf,
    },
    /// Reading or writing failed.
    Io {
        /// File or folder.
        path: PathBuf,
        /// What the system says.
        cause: std::io::Error,
    },
    /// The query engine refused the file for a reason of its own.
    Engine {
        /// File or stage.
        file: String,
        /// What it says.
        cause: String,
    },
    /// A picture or a page could not be drawn: a defect of barometre.
    Render {
        /// What was being drawn.
        what: String,
        /// What the library says.
        cause: String,
    },
}

/// What a file has too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Excess {
    /// Bytes once decompressed.
    Bytes,
    /// Bytes of one cell.
    CellBytes,
    /// Columns.
    Columns,
    /// Rows.
    Rows,
    /// Cells.
    Cells,
}

/// What study.toml expects at a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// `[low, high]`, low under high.
    Scale,
    /// A closed question needs a scale that its kind allows.
    ScaleOfKind,
    /// An id used once.
    UniqueId,
    /// The id of a score question.
    ScoreId,
    /// A column of dates.
    Dates,
    /// A rating has no usual scale: it must be declared.
    DeclaredScale,
    /// A column, or `by = "file"`.
    ColumnOrFile,
    /// One column; several only for multiple answers.
    OneColumn,
    /// A value of the scale.
    ScaleValue,
    /// A separator that separates something.
    Separator,
    /// A separator needs `kind = "multiple"`.
    MultipleKind,
    /// A target needs a question on a scale, and is a number.
    ScoreTarget,
    /// A positive number, for a question on a scale.
    Margin,
    /// A column of numbers.
    Numbers,
    /// A number of people, at least 1.
    HeadCount,
    /// Head counts by value need `strata`.
    Strata,
    /// Bounds of weights, around the mean weight.
    TrimBounds,
    /// Targets of at least one margin.
    Targets,
    /// Post-stratification has one margin.
    OneMargin,
}

/// Something a reader must know; it travels into the report.
#[derive(Debug, Clone, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Warning {
    /// Totals pool several modes of collection.
    ModesPooled {
        /// Column that tells the mode.
        column: String,
        /// Modes, with the answers of each to the main score; none where hidden.
        modes: Vec<(String, Option<u64>)>,
    },
    /// The mix of modes changed between the last two waves by more than sampling explains.
    ModeMix {
        /// Column that tells the mode.
        column: String,
        /// Wave before.
        from: String,
        /// Wave after.
        to: String,
        /// p of the χ² test.
        p: f64,
    },
    /// Rows with fewer cells than the header: the missing cells are read as empty.
    ShortRows {
        /// File.
        file: String,
        /// How many.
        n: u64,
        /// The first of them.
        first: u64,
    },
    /// The file was not UTF-8.
    Decoded {
        /// File.
        file: String,
        /// Encoding it was read in.
        encoding: &'static str,
    },
    /// Two columns have the same name.
    DuplicateColumn {
        /// File.
        file: String,
        /// The name.
        column: String,
        /// The name under which the second one is read.
        renamed: String,
        /// Position of the first, from 1.
        first: usize,
        /// Position of the second, from 1.
        second: usize,
    },
    /// Many columns bear a name that another one has.
    DuplicateColumns {
        /// File.
        file: String,
        /// How many were renamed.
        n: u64,
    },
    /// Several sheets hold data; one was read.
    OtherSheets {
        /// File.
        file: String,
        /// Sheet read.
        sheet: String,
        /// The others.
        others: Vec<String>,
    },
    /// Other sheets have the columns of the one that was read.
    SameColumns {
        /// File.
        file: String,
        /// Sheet read.
        sheet: String,
        /// The others.
        others: Vec<String>,
    },
    /// Rows above the header were skipped.
    Titles {
        /// File.
        file: String,
        /// How many rows, blank ones not counted.
        n: u64,
        /// What the first of them says.
        title: String,
    },
    /// The first row looks like answers, not like the names of columns.
    Headless {
        /// File.
        file: String,
    },
    /// Texts look like UTF-8 that was read in another encoding and saved again.
    Mojibake {
        /// File.
        file: String,
        /// A word as it is written.
        found: String,
        /// The word as it should read.
        expected: String,
    },
    /// Such texts were repaired.
    Repaired {
        /// File.
        file: String,
        /// How many pieces of text.
        pieces: u64,
    },
    /// A few bytes of a UTF-8 file are not UTF-8; they were read as Windows-1252.
    StrayBytes {
        /// File.
        file: String,
        /// How many.
        n: u64,
        /// Line of the first.
        first: u64,
    },
    /// A `LimeSurvey` structure file beside the data that describes another survey.
    OtherStructure {
        /// The data file.
        file: String,
        /// The structure file.
        structure: String,
    },
    /// A file lacks a column that another has.
    MissingColumn {
        /// File.
        file: String,
        /// Column.
        column: String,
    },
    /// No score column: the report has no scores.
    NoScore,
    /// No text column: the report has no text part.
    NoText,
    /// Columns were read one way and could be another.
    Ambiguous {
        /// Columns.
        columns: Vec<String>,
        /// What is uncertain.
        doubt: Doubt,
    },
    /// Codes outside the scale, taken as no answer.
    MissingCodes {
        /// The codes.
        codes: Vec<String>,
        /// Columns that hold them.
        columns: Vec<String>,
    },
    /// Dates fit both day/month and month/day.
    AmbiguousDates {
        /// Column.
        column: String,
    },
    /// Responses whose date is empty or cannot be read: in the totals, in no wave.
    NoWave {
        /// Column.
        column: String,
        /// How many.
        n: u64,
        /// The first that is not empty, and what it holds.
        unread: Option<(Location, String)>,
    },
    /// eNPS counted from 1 to 10, as declared: not to be compared with one from 0 to 10.
    EnpsFromOne {
        /// Id of the question.
        question: String,
        /// Questions counted from 0 to 10 in the same report.
        beside: Vec<String>,
    },
    /// Files answer the same question on different scales.
    ScaleDiffers {
        /// Column.
        column: String,
        /// Each file with the lowest and the highest answer it holds.
        files: Vec<(String, f64, f64)>,
    },
    /// A grouping names values that no row has.
    UnknownValues {
        /// Column.
        column: String,
        /// The values.
        values: Vec<String>,
    },
    /// Names or an order declared for waves that match none.
    UnknownWaves {
        /// What matches nothing.
        names: Vec<String>,
    },
    /// Cells of a segment cut into bands that are no numbers: in no band.
    NotNumbers {
        /// Column.
        column: String,
        /// How many cells.
        n: u64,
        /// One of them.
        example: String,
    },
    /// The last wave covers less of its period than the others do of theirs.
    PartialWave {
        /// Column of the dates.
        column: String,
        /// Last year and month that hold an answer.
        last: (i16, i8),
    },
    /// A column that looks like weights and is not declared.
    WeightsNotApplied {
        /// Column.
        column: String,
    },
    /// Rows without a value in a margin of the weighting.
    NoMarginValue {
        /// The margin.
        margin: String,
        /// How many rows.
        n: u64,
    },
    /// Trimming the weights keeps a value from its target.
    TargetMissed {
        /// The margin.
        margin: String,
        /// The value furthest off.
        value: String,
        /// Its share, 0…1.
        found: f64,
        /// Its target, 0…1.
        target: f64,
        /// The wave, where each is weighted on its own.
        wave: Option<String>,
    },
    /// Ids of respondents that come back more often than there are waves.
    RepeatedIds {
        /// Column.
        column: String,
        /// Rows too many.
        n: u64,
    },
    /// A last row that sums the others up was set aside.
    TotalRow {
        /// File and row.
        at: Location,
        /// What says so.
        found: String,
    },
    /// Bases under 30: the intervals are wide, the number alone must not be shown.
    SmallBases {
        /// How many cells.
        cells: u64,
        /// The bound.
        under: u64,
    },
    /// Cells hidden because their base is under the minimum group.
    Suppressed {
        /// How many cells.
        cells: u64,
        /// The minimum group.
        min_group: u64,
    },
    /// A pulse survey with more questions than people answer often.
    PulseLength {
        /// Questions.
        questions: u64,
        /// The most that a pulse should ask.
        most: u64,
    },
    /// Waves of an employee survey that are a year apart: no pulse.
    PulsePeriod,
    /// Verbatims in another language than most.
    OtherLanguages {
        /// The open question.
        question: String,
        /// The language of most.
        main: Language,
        /// Verbatims read in each of the others, most frequent first.
        read: Vec<(Language, u64)>,
        /// Verbatims in a language that is not known, left out.
        unknown: u64,
    },
    /// Personal data masked in the quotes shown.
    Masked {
        /// How many pieces.
        pieces: u64,
    },
}

/// What a row lacks to be counted as drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DesignFlaw {
    /// The weight is missing or no number from 0 on.
    Weight,
    /// The stratum is missing.
    Stratum,
    /// The cluster is missing.
    Cluster,
    /// The head count of the stratum is missing or no number.
    Population,
}

/// Why the reading of a column is uncertain.
#[derive(Debug, Clone, PartialEq, PartialOrd)]
pub enum Doubt {
    /// Taken as 0–10 although no 0 occurs: could be 1–10.
    NoZero,
    /// A recommendation whose answers cannot be 0–10.
    NotZeroToTen {
        /// Lowest answer found.
        low: f64,
        /// Highest answer found.
        high: f64,
    },
    /// The ends of the scale have words that do not say which one is best: the highest was taken.
    Direction,
    /// A 0–10 scale without a word of recommendation: taken as NPS.
    NpsByRange,
    /// A 0–10 scale that speaks of satisfaction: taken as a rating.
    RatingByName,
    /// An effort on 1–5: the direction is declared, not guessed; higher was taken as easier.
    EffortDirection,
    /// A 1–7 effort whose direction is not said by its text: higher was taken as easier.
    EffortAgreement,
    /// The name announces a scale, the answers are not read as one.
    ScaleNotRead,
    /// Whole numbers with few values: taken as a segment, could be a rating.
    SegmentOrRating,
    /// A scale that uses fewer points than it may have: taken as low–high.
    ScaleByRange {
        /// Lowest answer assumed.
        low: f64,
        /// Highest answer assumed.
        high: f64,
    },
}

/// Why a list of people to call back is not made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CallBackRefusal {
    /// The study asks employees.
    Employees,
    /// No column of consent is declared.
    NoConsent {
        /// Columns that may be one.
        likely: Vec<String>,
    },
    /// Nothing tells who is unhappy.
    NoScore,
    /// The file to write is neither CSV nor XLSX.
    Extension {
        /// The file.
        path: PathBuf,
    },
    /// The file to write lies inside the report.
    InsideReport {
        /// The file.
        path: PathBuf,
    },
}

impl Error {
    /// Input/output failure on `path`.
    pub(crate) fn io(path: impl Into<PathBuf>, cause: std::io::Error) -> Self {
        Self::Io { path: path.into(), cause }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message(crate::Lang::En))
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { cause, .. } => Some(cause),
            _ => None,
        }
    }
}

/// An argument as a shell takes it: between quotes where it holds more than plain characters.
fn shell_word(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "_-./".contains(c);
    if text.chars().all(plain) { text.to_owned() } else { format!("\"{}\"", text.replace('"', "\\\"")) }
}

impl From<TranscriptError> for Error {
    fn from(error: TranscriptError) -> Self {
        Self::Transcript(error)
    }
}
