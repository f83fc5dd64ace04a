//! The report: one struct that holds every number and sentence; renderers only read it.

mod agreement;
mod amounts;
mod assemble;
mod browser;
mod build;
mod call_back;
mod centre;
mod change_tables;
mod columns;
mod compared;
mod contrast;
mod cross;
mod cross_notes;
mod decomposition;
mod design;
mod document;
mod entity_tables;
mod figures;
mod filters;
mod findings;
mod flat;
pub mod folder;
mod font;
mod font_subset;
mod frequency;
mod group_rows;
mod headings;
mod hidden;
pub mod html;
mod inputs;
pub mod markdown;
mod method;
mod modes;
mod nets;
mod page_words;
mod pdf;
mod placing;
mod presentation;
mod presentation_error;
mod processing;
mod provenance;
mod quotes;
mod rated;
mod rated_tables;
mod rates;
mod rows;
#[cfg(test)]
mod sample;
mod sections;
mod segment_tables;
mod series;
mod sheets;
pub mod slides;
pub mod split;
mod svg;
mod tables;
mod targets;
mod template;
mod template_error;
mod term_rows;
pub mod terminal;
mod theme_findings;
mod theme_pairs;
mod theme_plan;
mod theme_rows;
mod theme_tables;
mod theme_told;
mod theme_waves;
mod topic_tables;
mod topics;
mod transcripts;
mod understood;
mod verbatims;
mod words;

pub use crate::metric::Met;
pub use agreement::{ThemeAgreement, agreement};
pub use build::{Options, Understood, build, understand};
pub(crate) use build::{learnt_reader, plain_reader};
pub use call_back::{CallBack, CallBackRow, call_back};
pub use centre::{CentreOptions, UnderstoodCentre, build_centre, understand_centre};
pub use columns::{CsvStyle, csv, parquet};
pub use compared::CompareOptions;
pub use cross::{Layout, markdown_tables, terminal_tables};
pub use decomposition::{Decomposition, DecompositionPart};
pub use figures::{draw, figures};
pub use flat::{ColumnKind, DataColumn, DataTable, DataValue, data_table, data_tables, flat_row};
pub use frequency::{Base, ColumnBase, ColumnMean, FrequencyCell, FrequencyTable, TableOptions, TableTest};
pub use group_rows::GroupKeyness;
pub use headings::heading;
pub use modes::{ModeMix, ModeRow, ModeSummary};
pub use pdf::{PdfError, print_pdf};
pub use presentation::{Attached, Colors, Presentation, SECTIONS};
pub use presentation_error::{PresentationError, PresentationFault};
pub use processing::{Processing, processing};
pub use rates::{Rate, RateBase};
pub use rows::REST;
pub use series::{ControlSeries, SeriesPoint};
pub use sheets::workbook;
pub use split::split;
pub use targets::{Bound, Target};
pub use template_error::{TemplateError, TemplateFault};
pub use theme_pairs::Overlap;
pub(crate) use theme_plan::{codebook, named};
pub use theme_rows::{CodebookRow, RuleRow, ThemeChange, ThemeRow, UncoveredWord};
pub use theme_waves::ThemeWave;
pub use transcripts::{
    AgentRow, CallItem, CallListening, CallRow, CallSource, CallStep, CallThemeRow, EvaluatedCalls,
    GridSummary, ItemAgreement, MarkKind, MarkRow, PlanSummary, ScoreLink, TermRow, ToListen,
    TranscriptOptions, Transcripts, UnderstoodCalls, Voice, build_transcripts, draw_calls, planned_calls,
    understand_calls,
};
pub use understood::understood;
pub use verbatims::{Calibration, verbatims};

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::centre::{CentreSummary, IndicatorRow};
use crate::driver::{Driver, Importance, ImportanceModel, Priority};
use crate::keyness::{Correction, Keyness, Keyword};
use crate::lang::Lang;
use crate::metric::{Comparison, Distribution, Estimate, Group};
use crate::read::{Export, InputFile};
use crate::study::{Kind, WeightingSummary};

/// Version of the shape of `report.json`.
pub const SCHEMA_VERSION: u32 = 1;

/// Everything a report says.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Report {
    /// Version of this shape.
    pub schema_version: u32,
    /// The program that made it.
    pub generator: Generator,
    /// What was read and how it was understood.
    pub study: StudySummary,
    /// How the report looks, where it was asked to look otherwise than every report does.
    pub presentation: Presentation,
    /// What there is to remember, in sentences, most important first.
    pub findings: Vec<Finding>,
    /// Scores: total, by wave, by segment, by wave and segment.
    pub metrics: Vec<Estimate>,
    /// Indicators of a contact centre: total, by period, by queue, agent, reason, channel, direction.
    pub indicators: Vec<IndicatorRow>,
    /// What was read of a contact centre; null for a survey.
    pub centre: Option<CentreSummary>,
    /// Call transcripts: the calls and what they say; null for other reports.
    pub transcripts: Option<Transcripts>,
    /// Values to reach, and whether the last wave reaches them.
    pub targets: Vec<Target>,
    /// Answers by value.
    pub distributions: Vec<Distribution>,
    /// Last wave against the one before, total and by segment; each segment against the rest.
    pub comparisons: Vec<Comparison>,
    /// Change of each main score between the last two waves, split by each segment column.
    pub decompositions: Vec<Decomposition>,
    /// Scores over four waves or more, with the limits of chance.
    pub series: Vec<ControlSeries>,
    /// Modes of collection (telephone, web…; at once, later on) side by side; null where the study has none.
    pub modes: Option<ModeSummary>,
    /// How many of those asked, or of the population, answered.
    pub rates: Vec<Rate>,
    /// How the answers were weighted to known margins, before and after; null where none are declared.
    pub weighting: Option<WeightingSummary>,
    /// Answers of each question answered by choosing; by segment where it was asked for.
    pub tables: Vec<FrequencyTable>,
    /// Recurring keywords of each open question, most frequent first.
    pub keywords: Vec<Keyword>,
    /// What low scores say more than high ones, and the reverse.
    pub keyness: Vec<Keyness>,
    /// What a wave, or a value of a segment, says more than the others, where it was asked for.
    pub contrasts: Vec<GroupKeyness>,
    /// What each open question speaks of, most often first.
    pub themes: Vec<ThemeRow>,
    /// How the codebook fits each open question.
    pub codebooks: Vec<CodebookRow>,
    /// Share of the verbatims of each wave that mention each theme.
    pub theme_waves: Vec<ThemeWave>,
    /// Themes that were mentioned more or less often in the last wave than in the one before.
    pub theme_changes: Vec<ThemeChange>,
    /// What moves each score: themes, then keywords, largest impact first.
    pub drivers: Vec<Driver>,
    /// How much of each score's differences the rated dimensions explain together.
    pub importance_models: Vec<ImportanceModel>,
    /// How much each rated dimension counts in a score.
    pub importance: Vec<Importance>,
    /// Rated dimensions by how much they count and how well they do, what to fix first at the head.
    pub priorities: Vec<Priority>,
    /// Verbatims that illustrate drivers, personal data masked.
    pub quotes: Vec<Quote>,
    /// What a reader must know before using the numbers.
    pub warnings: Vec<WarningRow>,
}

impl Report {
    /// A report of a study with nothing in it yet.
    pub(crate) fn blank(study: StudySummary) -> Self {
        Self {
            schema_version: SCHEMA_VERSION,
            generator: Generator { name: "barometre".into(), version: env!("CARGO_PKG_VERSION").into() },
            study,
            presentation: Presentation::default(),
            findings: Vec::new(),
            metrics: Vec::new(),
            indicators: Vec::new(),
            centre: None,
            transcripts: None,
            targets: Vec::new(),
            distributions: Vec::new(),
            comparisons: Vec::new(),
            decompositions: Vec::new(),
            series: Vec::new(),
            modes: None,
            rates: Vec::new(),
            weighting: None,
            tables: Vec::new(),
            keywords: Vec::new(),
            keyness: Vec::new(),
            contrasts: Vec::new(),
            themes: Vec::new(),
            codebooks: Vec::new(),
            theme_waves: Vec::new(),
            theme_changes: Vec::new(),
            drivers: Vec::new(),
            importance_models: Vec::new(),
            importance: Vec::new(),
            priorities: Vec::new(),
            quotes: Vec::new(),
            warnings: Vec::new(),
        }
    }
}

/// Name and version of the program.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize, JsonSchema)]
pub struct Generator {
    /// `barometre`.
    pub name: String,
    /// Version.
    pub version: String,
}

/// What was read and how it was understood.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct StudySummary {
    /// Title given in study.toml.
    pub title: Option<String>,
    /// The part of the study that the report is about; null for all of it.
    pub entity: Option<EntitySummary>,
    /// Language of the report.
    pub language: Lang,
    /// Responses analysed.
    pub responses: u64,
    /// Rows read, kept, set aside by reason.
    pub rows: Rows,
    /// Files, in the order given.
    pub files: Vec<FileSummary>,
    /// study.toml; null where the study is inferred.
    pub study_file: Option<InputFile>,
    /// Other files that the figures rest on: the codebook, the targets of the weighting.
    pub settings: Vec<InputFile>,
    /// Waves, in order of time.
    pub waves: Vec<String>,
    /// Column (and period) that makes the waves.
    pub wave: Option<WaveSummary>,
    /// Columns used as segments.
    pub segments: Vec<String>,
    /// True when weights were applied.
    pub weighted: bool,
    /// How the respondents were drawn, as declared; null where nothing is.
    pub design: Option<DesignSummary>,
    /// A cell with fewer answers carries no value.
    pub min_group: u64,
    /// Confidence level of the intervals.
    pub level: f64,
    /// How the comparisons of a score are corrected for their number.
    pub correction: Correction,
    /// Questions, the main score first.
    pub questions: Vec<QuestionSummary>,
}

impl StudySummary {
    /// A study of which nothing was read.
    pub(crate) fn blank(language: Lang, level: f64) -> Self {
        Self {
            title: None,
            entity: None,
            language,
            responses: 0,
            rows: Rows { read: 0, kept: 0, set_aside: BTreeMap::new() },
            files: Vec::new(),
            study_file: None,
            settings: Vec::new(),
            waves: Vec::new(),
            wave: None,
            segments: Vec::new(),
            weighted: false,
            design: None,
            min_group: 1,
            level,
            correction: Correction::default(),
            questions: Vec::new(),
        }
    }
}

/// One value of a column, with a report of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EntitySummary {
    /// Column.
    pub column: String,
    /// Value.
    pub value: String,
}

/// How the respondents were drawn, as study.toml declares it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DesignSummary {
    /// Column of the weights.
    pub weight: Option<String>,
    /// Column of the strata.
    pub strata: Option<String>,
    /// Column of the clusters.
    pub cluster: Option<String>,
    /// Column that tells the same person in several rows.
    pub respondent: Option<String>,
    /// Units of the population that the sample was drawn from, where it is declared.
    pub population: Option<f64>,
    /// Share of it that was drawn, 0…1, all waves together.
    pub fraction: Option<f64>,
    /// Sampling units drawn: rows, respondents or clusters.
    pub drawn: u64,
}

/// Rows of the files.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Rows {
    /// Rows read, header apart.
    pub read: u64,
    /// Rows analysed.
    pub kept: u64,
    /// Rows left out, by reason: `blank`, `test`, `preview`, `spam` (of the survey tool), `filter` (`where` of
    /// study.toml). Read is kept and left out together.
    pub set_aside: BTreeMap<String, u64>,
}

/// One file read.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct FileSummary {
    /// File name, without its folder.
    pub name: String,
    /// Sheet of a workbook.
    pub sheet: Option<String>,
    /// The survey tool that wrote it, where it shows: `qualtrics`, `limesurvey`…
    pub export: Option<Export>,
    /// Rows read, header apart; null where files are waves and one of them is hidden.
    pub rows: Option<u64>,
    /// SHA-256 of the file as it was given, in hexadecimal digits; null where it was not asked for, and in a report of
    /// calls, whose files have theirs each.
    pub sha256: Option<String>,
}

/// Where the waves come from.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct WaveSummary {
    /// Column; null when each file is a wave.
    pub column: Option<String>,
    /// `week`, `month`, `quarter` or `year` of a date; null when the column names the waves.
    pub period: Option<String>,
    /// Responses without a wave: in the totals, in no wave; null where it would tell the size of a hidden wave.
    pub missing: Option<u64>,
}

/// One question and its base.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct QuestionSummary {
    /// Id.
    pub id: String,
    /// Column of the file.
    pub column: String,
    /// Text of the question, where the file gives it beside the name of the column.
    pub text: Option<String>,
    /// Kind.
    pub kind: Kind,
    /// Lowest and highest answer of a question on a scale.
    pub scale: Option<[f64; 2]>,
    /// True when the file's scale was turned: low + high − x.
    pub reversed: bool,
    /// The value to reach, in the unit of the question's first metric.
    pub target: Option<f64>,
    /// The value not to miss, in the same unit.
    pub minimum: Option<f64>,
    /// A difference smaller than this, in the unit of the question's first metric, is no change.
    pub margin: Option<f64>,
    /// Valid answers; null where they are too few to be told, or where the report of an entity does not tell them.
    pub answered: Option<u64>,
    /// No answer, by reason: `empty`, `code:99`, `code:Ne se prononce pas`; `language`, a verbatim in one that is not
    /// known. Null where it is not told.
    pub missing: Option<BTreeMap<String, u64>>,
    /// Verbatims of an open question by language (ISO 639-1); `other`, which is not known, is left out of `answered`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub languages: BTreeMap<String, u64>,
}

impl QuestionSummary {
    /// What people know the question by: its text, else its column.
    #[must_use]
    pub fn title(&self) -> &str {
        self.text.as_deref().unwrap_or(&self.column).trim()
    }
}

/// A sentence worth remembering, in the report's language.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Finding {
    /// What kind of finding: `score`, `change`, `decomposition`, `response_rate`, `segment_change`, `signal`, `low_segment`, `driver`, `positive_driver`,
    /// `no_driver`, `theme`, `what_if`, `positive_theme`, `theme_change`, `keyness`, `keyword`, `small_base`,
    /// `entity` (one entity against the others), `mode`.
    pub code: String,
    /// The section of the page whose tables prove it: `scores`, `comparisons`, `waves`, `segments`, `participation`,
    /// `drivers`, `themes`, `keyness`, `keywords`.
    pub section: String,
    /// The sentence.
    pub text: String,
}

/// A verbatim, personal data masked.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Quote {
    /// Id of the open question.
    pub question: String,
    /// Theme or keyword that it illustrates: the label of a driver.
    pub keyword: String,
    /// Id of the theme; null for a keyword.
    pub theme: Option<String>,
    /// File name.
    pub file: String,
    /// Row as the spreadsheet numbers it (header = 1); null where small groups are protected.
    pub row: Option<u64>,
    /// Score given by the respondent to the main question.
    pub score: Option<f64>,
    /// Group of that score.
    pub group: Option<Group>,
    /// The text, personal data masked, long ones cut at a word with `…`.
    pub text: String,
    /// The words of the text that speak of the theme: first character and the one after the last.
    pub marks: Vec<[usize; 2]>,
}

/// Something to know before using the numbers.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct WarningRow {
    /// Stable code: `small-base`, `short-rows`…
    pub code: String,
    /// In the report's language.
    pub message: String,
}
