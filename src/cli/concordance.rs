//! `barometre concordance`: keyword in context.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use barometre::Lang;
use barometre::concordance::{self, Concordance, ConcordanceError, Concordancer, Look, Order, Pattern};
use barometre::error::Error;
use barometre::privacy::{Redaction, redact};
use barometre::report;
use barometre::text::Reader;
use barometre::transcript::{self, SpeakerRole};
use clap::{Args, ValueEnum};

use super::progress::Bar;
use super::{Failure, complain, print, shared};

/// Lines shown as a table unless --limit says otherwise.
const SHOWN: usize = 200;
/// Columns of a table where no terminal tells.
const WIDTH: usize = 80;
/// Words of context on each side in a file.
const WORDS: usize = 8;

/// Shape of what is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Keywords under each other, as wide as the terminal
    #[default]
    Table,
    /// JSON, with the field names of the CSV and the counts
    Json,
    /// One line per hit, comma separated
    Csv,
    /// A Markdown table
    Markdown,
    /// A page of its own
    Html,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Negated {
    /// Denied or not
    #[default]
    Any,
    /// “pas clair”, “aucun retard”, “peu aimable”
    Yes,
    /// The others
    No,
}

/// Every place where a word, a phrase or a theme is said, with the words around it (concordance): in the open
/// questions of survey files, or in call transcripts.
///
/// PATTERN is a rule as codebooks have them: délai (all forms of the word: délais, delai), =délai (this form alone),
/// service client (a phrase), attente ou retard, prix près(4) élevé, nié:répondre, rembours*, /réf\d+/ (a regular
/// expression; the words that it touches are shown). With --theme, no PATTERN: a theme of the codebook, sub-themes
/// included.
///
/// A folder, and files in .vtt, .srt, .trs, .txt and .zip, are transcripts, a JSON of a speech engine too, any file is with
/// --transcripts; the others are survey files. Each line gives its row, or its call and time. Two hits that overlap are one. Personal data are
/// masked in the whole text before it is cut; a hit inside them is counted, not shown.
#[derive(Debug, Args)]
pub struct Arguments {
    /// What to look for; the first file with --theme
    #[arg(value_name = "PATTERN")]
    pattern: PathBuf,
    /// Survey files or transcripts
    #[arg(value_name = "FILE", required_unless_present = "theme")]
    files: Vec<PathBuf>,
    /// Look for a theme of the codebook instead, by its id or its label
    #[arg(long, value_name = "ID")]
    theme: Option<String>,
    /// Read the files as call transcripts, whatever their names
    #[arg(long, conflicts_with_all = ["column", "filter"])]
    transcripts: bool,
    /// Who must say it, in transcripts; everybody otherwise
    #[arg(long, value_enum, value_delimiter = ',')]
    role: Vec<SpeakerRole>,
    /// Only what is denied, or only what is not
    #[arg(long, value_enum, default_value_t)]
    negated: Negated,
    /// Column to read, by header or by id of question; may be repeated; the open questions of the study otherwise
    #[arg(long, value_name = "COLUMN")]
    column: Vec<String>,
    /// Only the rows that pass a filter, as study.toml has them: "note <= 2 and region == 'Sud'"
    #[arg(long = "where", value_name = "FILTER")]
    filter: Option<String>,
    /// Order of the lines; by words, whatever their case and accents, the nearest to the keyword first
    #[arg(long, value_enum, default_value_t)]
    sort: Order,
    /// Lines at most, 0 for all; 200 as a table, all in a file otherwise
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// Words of context on each side; 8 otherwise, as a table as many as fit
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(0..=200))]
    words: Option<u16>,
    /// Columns of the table, 40 at least; those of the terminal otherwise, or 80
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=1000))]
    width: Option<u16>,
    /// Shape of the result
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// File to write; stdout otherwise
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long)]
    force: bool,
    /// Mask nothing
    #[arg(long)]
    show_personal_data: bool,
    #[command(flatten)]
    pub shared: shared::Shared,
}

impl Arguments {
    pub fn run(&self) -> Result<(), Failure> {
        // With a theme there is no pattern, and what stands in its place is a file.
        let first = self.theme.as_ref().map(|_| self.pattern.clone());
        let files: Vec<PathBuf> = first.into_iter().chain(self.files.iter().cloned()).collect();
        if let Some(path) = &self.output {
            report::folder::check_file(path, self.force, &self.shared.options().inputs(&files))?;
        }
        let calls = self.transcripts || files.iter().all(|file| is_transcript(file));
        let misplaced = match calls {
            true if !self.column.is_empty() => Some(ConcordanceError::OfSurveys { option: "--column" }),
            true if self.filter.is_some() => Some(ConcordanceError::OfSurveys { option: "--where" }),
            false if !self.role.is_empty() => Some(ConcordanceError::OfCalls { option: "--role" }),
            _ => None,
        };
        if let Some(error) = misplaced {
            return Err(Error::Concordance(error).into());
        }
        let (found, lang) = if calls { self.calls(&files)? } else { self.survey(&files)? };
        self.show(&found, lang)
    }

    /// What is looked for.
    fn pattern(&self, study: Option<&barometre::study::Study>) -> Result<Pattern, Failure> {
        let pattern = match &self.theme {
            None => Pattern::rule(&self.pattern.to_string_lossy()),
            Some(theme) => {
                let book = concordance::codebook(self.shared.codebook.as_deref(), study)?;
                Pattern::theme(&book, theme)
            }
        };
        pattern.map_err(|error| Error::Concordance(error).into())
    }

    fn survey(&self, files: &[PathBuf]) -> Result<(Concordance, Lang), Failure> {
        if self.theme.is_none() {
            // Refused before files are read for nothing.
            self.pattern(None)?;
        }
        let options = self.shared.options();
        let bar = Bar::new(self.shared.quiet);
        let progress = |done: u64, rows: u64| bar.show(done, rows);
        let mut understood = report::understand(files, &options, &progress)?;
        let lang = self.shared.lang.or(understood.study.language).unwrap_or_else(super::locale);
        if let Some(filter) = &self.filter {
            concordance::keep(&mut understood, filter, options.threads)?;
        }
        let pattern = self.pattern(Some(&understood.study))?;
        let found = concordance::survey(
            &understood,
            &pattern,
            &self.column,
            &self.options(),
            |text| if self.show_personal_data { Redaction::none(text) } else { redact(text, lang) },
            options.threads,
            &progress,
        )?;
        Ok((found.finish(lang), lang))
    }

    fn calls(&self, paths: &[PathBuf]) -> Result<(Concordance, Lang), Failure> {
        let lang = self.shared.lang.unwrap_or_else(super::locale);
        let pattern = self.pattern(None)?;
        let threads = self.shared.options().threads;
        let mut corpus = transcript::open(paths, threads).map_err(Error::Transcript)?;
        transcript::assign(&mut corpus.calls, &transcript::Mapping::default());
        if !self.shared.quiet {
            for error in &corpus.errors {
                complain(lang.pick("attention\u{a0}: ", "warning: "), &error.message(lang));
            }
        }
        let mut search = Concordancer::new(&pattern, Reader::default(), self.options());
        for (number, call) in (0..).zip(&corpus.calls) {
            let names = transcript::people(call);
            search.call(number, call, &self.role, |text| {
                if self.show_personal_data {
                    Redaction::none(text)
                } else {
                    barometre::privacy::redact_spoken(text, &names, lang)
                }
            });
        }
        Ok((search.finish(lang), lang))
    }

    fn options(&self) -> concordance::Options {
        let table = self.format() == Format::Table;
        let most = self.limit.unwrap_or(if table { SHOWN } else { 0 });
        // A word and its space take four columns at least, or nearly so.
        let words = if table { self.columns() / 4 } else { WORDS };
        concordance::Options {
            words: self.words.map_or(words, usize::from),
            negated: match self.negated {
                Negated::Any => None,
                Negated::Yes => Some(true),
                Negated::No => Some(false),
            },
            order: self.sort,
            most: Some(most).filter(|most| *most > 0),
        }
    }

    /// The shape asked for, else that of the file's name, else a table.
    fn format(&self) -> Format {
        let ending = self
            .output
            .as_ref()
            .and_then(|path| path.extension())
            .map(|e| e.to_string_lossy().to_lowercase());
        self.format.unwrap_or(match ending.as_deref() {
            Some("html" | "htm") => Format::Html,
            Some("csv") => Format::Csv,
            Some("json") => Format::Json,
            Some("md") => Format::Markdown,
            _ => Format::Table,
        })
    }

    /// Columns of the table.
    fn columns(&self) -> usize {
        let terminal = || {
            let size = self.on_terminal().then(terminal_size::terminal_size).flatten();
            size.map_or(WIDTH, |(width, _)| usize::from(width.0))
        };
        self.width.map_or_else(terminal, usize::from)
    }

    fn on_terminal(&self) -> bool {
        self.output.is_none() && std::io::stdout().is_terminal()
    }

    fn show(&self, found: &Concordance, lang: Lang) -> Result<(), Failure> {
        let failed = |cause: String| Error::Render { what: "concordance".to_owned(), cause };
        let text = match self.format() {
            Format::Table => {
                let colours =
                    self.on_terminal() && std::env::var_os("NO_COLOR").is_none_or(|set| set.is_empty());
                concordance::terminal(found, Look { width: self.columns(), colours, lang })
            }
            Format::Json => concordance::json(found).map_err(|error| failed(error.to_string()))?,
            Format::Csv => concordance::csv(found).map_err(|error| failed(error.to_string()))?,
            Format::Markdown => concordance::markdown(found, lang),
            Format::Html => concordance::html(found, lang),
        };
        // The other shapes say it themselves.
        let silent = self.format() == Format::Csv || self.format() == Format::Json || self.output.is_some();
        if silent && !self.shared.quiet {
            complain("", &concordance::said(found, lang));
        }
        match &self.output {
            None => print(&text),
            Some(path) => report::folder::replace(path, text.as_bytes()).map_err(Failure::from),
        }
    }
}

/// Whether a file is a transcript by its name, or a folder; a JSON, by what it holds.
fn is_transcript(path: &Path) -> bool {
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    match extension.as_deref() {
        _ if path.is_dir() => true,
        Some("vtt" | "srt" | "trs" | "txt" | "zip") => true,
        Some("json") => {
            let read = std::fs::read(path).ok();
            read.is_some_and(|bytes| transcript::parse(&bytes, &path.to_string_lossy()).is_ok())
        }
        _ => false,
    }
}
