//! From files of calls to a report: opened and understood, then read once, call by call.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::agents;
use super::attention;
use super::calls::{self, CallRead};
use super::evaluated;
use super::indicators;
use super::rows::{CallSource, GridSummary, ScoreLink, Transcripts};
use super::words;
use crate::Lang;
use crate::error::{Error, Result};
use crate::metric::rank::mann_whitney;
use crate::privacy::pseudonyms;
use crate::read::{Cells, InputFile, Progress, cells};
use crate::report::theme_plan::named;
use crate::report::{FileSummary, Options, Report, Rows, StudySummary, WarningRow, presentation};
use crate::tally::Histogram;
use crate::text::{Language, Lexis, Reader, Reading};
use crate::theme::Codebook;
use crate::transcript::listening::{self, Grid, Source};
use crate::transcript::{self, Call, Corpus, Mapping, Metadata, SpeakerRole, TranscriptError, Trouble};

/// The codebook of calls where none is asked for.
const CODEBOOK: &str = "contact_centre";
/// Faults told as warnings, at most.
const FAULTS: usize = 5;
/// Turns that tell the language of the calls.
const LOOKED_AT: usize = 400;
/// Endings of a file that may hold the table of the calls.
const TABLES: [&str; 5] = ["csv", "tsv", "xlsx", "xls", "ods"];

/// What to make of the transcripts of calls.
#[derive(Debug, Clone, Default)]
pub struct TranscriptOptions {
    /// Files, folders, archives.
    pub paths: Vec<PathBuf>,
    /// The table of the calls; one that is found beside them otherwise.
    pub metadata: Option<PathBuf>,
    /// Roles of speakers, by name.
    pub speakers: Vec<(String, SpeakerRole)>,
    /// The grid; that of the program otherwise.
    pub grid: Option<PathBuf>,
    /// Evaluations by people.
    pub evaluations: Option<PathBuf>,
    /// The plan by which their calls were drawn.
    pub plan: Option<PathBuf>,
    /// True to show the names of agents.
    pub agent_names: bool,
    /// True to export the transcripts without personal data.
    pub export: bool,
    /// Language, reading, level, threads, codebook.
    pub shared: Options,
}

/// Calls opened, their speakers told apart, not yet read.
pub struct UnderstoodCalls {
    /// The calls, and what became of other files.
    pub corpus: Corpus,
    /// Where they come from.
    pub(super) source: CallSource,
    /// The name of each call's agent, as the report shows it.
    pub(super) agents: Vec<Option<String>>,
    /// The grid and its file.
    pub(super) grid: (Arc<Grid>, Option<String>),
    /// The codebook.
    pub(super) book: Arc<Codebook>,
    /// Language that the calls are read in.
    pub(super) language: Language,
    /// Language of the report.
    pub lang: Lang,
}

impl UnderstoodCalls {
    /// What was understood, in lines for the terminal.
    #[must_use]
    pub fn told(&self) -> Vec<String> {
        super::told::told(self)
    }

    /// The transcripts without personal data, by file name.
    #[must_use]
    pub fn exported(&self) -> Vec<(String, String)> {
        super::told::exported(self)
    }
}

/// Opens the calls, joins what is known of them, tells their speakers apart.
///
/// # Errors
/// No call can be read; the table of the calls, the grid or the codebook cannot be understood.
pub fn understand_calls(options: &TranscriptOptions) -> Result<UnderstoodCalls> {
    let mut corpus = transcript::open(&options.paths, options.shared.threads)?;
    let language = language(&corpus.calls);
    let lang = options.shared.lang.unwrap_or(if language == Language::English { Lang::En } else { Lang::Fr });
    let grid = grid(options.grid.as_deref())?;
    let book = named(options.shared.codebook.as_deref().unwrap_or(CODEBOOK), None)?;
    let mut source = CallSource {
        formats: corpus.formats.iter().map(|(format, n)| (format.id().to_owned(), *n)).collect(),
        troubles: corpus.errors.iter().map(|error| error.trouble(lang)).collect(),
        files: corpus.files.clone(),
        ..CallSource::default()
    };
    let table = match &options.metadata {
        Some(path) => Some(given_table(path, options)?),
        None => found_table(options, &corpus.calls),
    };
    if let Some((file, metadata)) = table {
        let issues = metadata.apply(&mut corpus.calls);
        source.issues = issues.iter().map(|issue| issue.message(lang)).collect();
        corpus.skipped.retain(|skipped| Path::new(&skipped.file).file_name() != Path::new(&file).file_name());
        source.table = Some(shown(Path::new(&file)));
        source.tables.push(InputFile::of(Path::new(&file))?);
    }
    for path in [&options.evaluations, &options.plan, &options.grid].into_iter().flatten() {
        source.tables.push(InputFile::of(path)?);
    }
    // A table that is given for something else is not passed over.
    let given = [&options.evaluations, &options.plan].map(|path| path.as_deref().and_then(Path::file_name));
    let name = |file: &str| Path::new(file).file_name().map(std::ffi::OsStr::to_owned);
    corpus.skipped.retain(|skipped| {
        !given.iter().flatten().any(|given| name(&skipped.file).as_deref() == Some(*given))
    });
    source.skipped = corpus
        .skipped
        .iter()
        .map(|skipped| Trouble { file: skipped.file.clone(), message: skipped.reason.message(lang) })
        .collect();
    let mapping = Mapping::new(&options.speakers);
    source.issues.extend(mapping.unheard(&corpus.calls).into_iter().map(|name| {
        let name = lang.quote(&name);
        lang.typeset(pick!(lang, calls_report::speakers_no_call_has_a_speaker_called(name)))
    }));
    transcript::assign(&mut corpus.calls, &mapping);
    let agents = agent_names(&corpus.calls, options.agent_names);
    Ok(UnderstoodCalls { corpus, source, agents, grid, book, language, lang })
}

/// The agent of each call as the report shows it: by the table, else none.
fn agent_names(calls: &[Call], shown: bool) -> Vec<Option<String>> {
    let mut names: Vec<String> = calls.iter().filter_map(|call| call.about.agent.clone()).collect();
    names.sort_unstable();
    names.dedup();
    let shown = if shown { names.clone() } else { pseudonyms(&names, "Agent") };
    let named: BTreeMap<&String, &String> = names.iter().zip(&shown).collect();
    calls.iter().map(|call| call.about.agent.as_ref().map(|name| named[name].clone())).collect()
}

fn grid(path: Option<&Path>) -> Result<(Arc<Grid>, Option<String>)> {
    let refused = |error: listening::GridError| TranscriptError::Grid(Box::new(error)).into();
    let Some(path) = path else { return Grid::shipped().map(|grid| (Arc::new(grid), None)).map_err(refused) };
    let file = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|cause| match cause.kind() {
        std::io::ErrorKind::InvalidData => Error::StudyEncoding { file: file.clone() },
        _ => Error::io(path, cause),
    })?;
    let grid = Grid::parse(&text, &file).map_err(refused)?;
    Ok((Arc::new(grid), Some(file)))
}

/// The language of most turns.
fn language(calls: &[Call]) -> Language {
    let (mut reader, mut reading) = (Reader::default(), Reading::default());
    let mut counts: BTreeMap<Language, usize> = BTreeMap::new();
    let turns = calls.iter().flat_map(|call| &call.turns);
    for turn in turns.take(LOOKED_AT) {
        if reader.read(&turn.text, &mut reading).is_some() {
            *counts.entry(reading.language).or_default() += reading.words.len();
        }
    }
    counts.into_iter().max_by_key(|(_, words)| *words).map_or(Language::French, |(language, _)| language)
}

/// A file as a report names it: without its folder, which is nobody's but the user's.
pub(super) fn shown(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// One file as cells; of a workbook, its first table.
pub(super) fn one_table(path: &Path, options: &TranscriptOptions) -> Result<Cells> {
    Ok(cells(path, &options.shared.read)?.into_iter().next().unwrap_or_default())
}

fn given_table(path: &Path, options: &TranscriptOptions) -> Result<(String, Metadata)> {
    let Cells { file, headers, rows } = one_table(path, options)?;
    let metadata = Metadata::from_rows(&headers, rows.into_iter(), &file)?;
    Ok((file, metadata))
}

/// The table beside the calls that knows most of them, half of them at least; none where no file does.
fn found_table(options: &TranscriptOptions, calls: &[Call]) -> Option<(String, Metadata)> {
    let mut best: Option<(usize, String, Metadata)> = None;
    let folders = options.paths.iter().filter(|path| path.is_dir());
    let mut files: Vec<PathBuf> = folders
        .filter_map(|folder| folder.read_dir().ok())
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    files.sort();
    let not_calls = |path: &PathBuf| {
        let given = [&options.evaluations, &options.plan];
        let ending = path.extension().and_then(|e| e.to_str()).map(str::to_lowercase);
        ending.is_some_and(|ending| TABLES.contains(&ending.as_str()))
            && !given.into_iter().flatten().any(|other| same(other, path))
    };
    for path in files.iter().filter(|path| not_calls(path)) {
        let Ok((file, metadata)) = given_table(path, options) else { continue };
        // What is said does not matter here.
        let bare = |call: &Call| Call { id: call.id.clone(), file: call.file.clone(), ..Call::default() };
        let mut copy: Vec<Call> = calls.iter().map(bare).collect();
        metadata.apply(&mut copy);
        let told = |call: &&Call| {
            let about = &call.about;
            about.agent.is_some() && (about.date.is_some() || about.score.is_some() || about.queue.is_some())
        };
        let known = copy.iter().filter(told).count();
        if known * 2 >= calls.len() && best.as_ref().is_none_or(|(n, ..)| known > *n) {
            best = Some((known, file, metadata));
        }
    }
    best.map(|(_, file, metadata)| (file, metadata))
}

fn same(a: &Path, b: &Path) -> bool {
    a.canonicalize().is_ok_and(|a| b.canonicalize().is_ok_and(|b| a == b))
}

/// Reads the calls and makes the report.
///
/// # Errors
/// The evaluations or their plan cannot be read.
pub fn build_transcripts(
    understood: UnderstoodCalls,
    options: &TranscriptOptions,
    progress: Progress<'_>,
) -> Result<Report> {
    let UnderstoodCalls { corpus, source, agents, grid, book, language, lang } = understood;
    let level = options.shared.level;
    // What is asked for and cannot be had is said before the work.
    let look = presentation::resolve(&options.shared.presentation)?;
    let names = calls::names(&corpus.calls);
    let lexis = Arc::new(Lexis::new(language));
    let reading = calls::Reader { grid: &grid.0, lexis: &lexis, names: &names, lang };
    let read: Vec<CallRead> = calls::read(&corpus.calls, &agents, &reading, options.shared.threads, progress);
    let mut told = words::Told::new(&corpus.calls, names, lexis, &book, lang, level);
    let evaluated = evaluated::read(&corpus.calls, &agents, &read, &grid.0, options, lang)?;
    let human = |call: &Call| evaluated.as_ref().and_then(|(evaluations, _)| evaluations.human(&call.id));
    let rows: Vec<_> = corpus
        .calls
        .iter()
        .zip(&agents)
        .zip(&read)
        .map(|((call, agent), read)| calls::row(call, agent.clone(), read, &grid.0, human(call)))
        .collect();
    let marks = read.iter().flat_map(|read| read.marks.iter().cloned()).collect();
    let heard: Vec<&listening::Listening> = read.iter().filter_map(|read| read.listening.as_ref()).collect();
    let script: Vec<&listening::Compliance> =
        read.iter().filter_map(|read| read.compliance.as_ref()).collect();
    let listened = agents
        .iter()
        .zip(&read)
        .filter_map(|(agent, read)| Some((agent.as_deref(), read.listening.as_ref()?.listened?)));
    let emergence = told.emergence(&corpus.calls);
    let transcripts = Transcripts {
        source,
        pseudonyms: !options.agent_names,
        grid: GridSummary {
            label: grid.0.label.get(lang).to_owned(),
            file: grid.1.as_deref().map(|file| shown(Path::new(file))),
            threshold: grid.0.threshold,
        },
        marks,
        listening: listening::rate(Source::Detected, listened, level),
        score_link: score_link(&corpus.calls, &read),
        items: listening::item_rates(&grid.0, heard.iter().copied(), lang, level),
        steps: listening::step_rates(&grid.0, script.iter().copied(), lang, level),
        agents: agents::rows(&agents, &read, &grid.0, lang, level),
        evaluated: evaluated.map(|(_, rows)| rows),
        terms: told.terms(),
        themes: told.themes(),
        contrasts: told.contrasts(&corpus.calls),
        pairs: told.pairs(),
        cooccurrences: told.cooccurrences(),
        to_listen: attention::rows(&corpus.calls, &agents, &read, &grid.0, &mut told, &emergence, lang)?,
        emergence,
        calls: rows,
    };
    let mut report = empty(&corpus, &transcripts, lang, level);
    report.indicators = indicators::rows(&transcripts, lang, level);
    report.warnings = warnings(&transcripts, lang);
    report.transcripts = Some(transcripts);
    report.findings = super::findings(&report);
    presentation::present(&mut report, &options.shared.presentation, look);
    Ok(report)
}

/// The customers' score with active listening and without.
fn score_link(calls: &[Call], read: &[CallRead]) -> Option<ScoreLink> {
    let scores = |listened: bool| {
        let both = calls
            .iter()
            .zip(read)
            .filter_map(|(call, read)| Some((call.about.score?, read.listening.as_ref()?.listened?)));
        Histogram::new(both.filter(|(_, heard)| *heard == listened).map(|(score, _)| (score, 1)))
    };
    let (without, with) = (scores(false), scores(true));
    Some(ScoreLink {
        with: with.mean()?,
        n_with: with.n(),
        without: without.mean()?,
        n_without: without.n(),
        p: mann_whitney(&without, &with)?.p.p,
    })
}

/// What a reader must know before using the numbers.
fn warnings(calls: &Transcripts, lang: Lang) -> Vec<WarningRow> {
    let warning =
        |code: &str, message: String| WarningRow { code: code.to_owned(), message: lang.typeset(message) };
    let mut out = Vec::new();
    let troubles = calls.source.troubles.len() as u64;
    if let Some(first) = calls.source.troubles.first() {
        out.push(warning(
            "unread-transcript",
            if troubles == 1 {
                pick!(lang, calls_report::one_file_could_not_be_read(first.message))
            } else {
                pick!(lang, calls_report::files_could_not_be_read(lang.count(troubles), first.message))
            },
        ));
    }
    let unknown = calls
        .calls
        .iter()
        .filter(|call| call.voices.iter().all(|voice| voice.role != SpeakerRole::Agent))
        .count();
    if unknown > 0 {
        let n = lang.count(unknown as u64);
        out.push(warning(
            "unknown-voices",
            pick!(lang, calls_report::calls_whose_agent_is_not_recognised_neither(n)),
        ));
    }
    match &calls.evaluated {
        None => out.push(warning(
            "no-evaluation",
            pick!(lang, calls_report::no_human_evaluation_active_listening_is).to_owned(),
        )),
        Some(evaluated) => {
            if let Some(plan) = &evaluated.plan {
                let (read, eligible) = (calls.calls.len() as u64, plan.eligible);
                let (n, of) = (lang.count(read), lang.count(eligible));
                if plan.excluded > 0 {
                    let out_of = lang.count(plan.excluded);
                    out.push(warning(
                        "evaluation",
                        pick!(lang, calls_report::the_plan_leaves_out_calls_drawn_before(out_of, of)),
                    ));
                } else if read != eligible {
                    out.push(warning(
                        "evaluation",
                        pick!(lang, calls_report::the_plan_is_about_calls_are_read_evaluated(of, n)),
                    ));
                }
            }
            out.extend(evaluated.rates.warnings.iter().map(|w| warning("evaluation", w.message(lang))));
            out.extend(
                evaluated
                    .faults
                    .iter()
                    .take(FAULTS)
                    .map(|fault| warning("evaluation", fault.message.clone())),
            );
        }
    }
    out.extend(calls.source.issues.iter().take(FAULTS).map(|issue| warning("call-table", issue.clone())));
    out
}

/// A report of calls with nothing in it yet.
fn empty(corpus: &Corpus, calls: &Transcripts, lang: Lang, level: f64) -> Report {
    let read = corpus.calls.len() as u64;
    let name = |(format, n): (&String, &u64)| FileSummary {
        name: super::told::format_name(format, lang),
        sheet: None,
        export: None,
        rows: Some(*n),
        // Fingerprints are those of the files; this is one line a format.
        sha256: None,
    };
    Report::blank(StudySummary {
        title: Some(pick!(lang, calls_report::call_transcripts).to_owned()),
        responses: read,
        rows: Rows { read, kept: read, set_aside: BTreeMap::new() },
        files: calls.source.formats.iter().map(name).collect(),
        ..StudySummary::blank(lang, level)
    })
}

/// Draws calls to be evaluated; the plan, and the blank sheet for who evaluates them.
#[must_use]
pub fn draw_calls(understood: &UnderstoodCalls, draw: &transcript::Draw) -> (transcript::Plan, String) {
    let plan = transcript::draw(&evaluated::drawable(&understood.corpus.calls), draw);
    let sheet = transcript::evaluation::sheet(&plan, &evaluated::specs(&understood.grid.0), understood.lang);
    (plan, sheet)
}

/// The calls of a plan.
///
/// # Errors
/// The file cannot be read, or is no plan.
pub fn planned_calls(path: &Path, options: &TranscriptOptions) -> Result<Vec<String>> {
    Ok(evaluated::plan(path, options)?.drawn.into_iter().map(|call| call.call).collect())
}
