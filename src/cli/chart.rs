//! `barometre chart`: one figure.

use std::path::{Path, PathBuf};

use barometre::chart::{ChartKind, Figure, Source};
use barometre::error::Error;
use barometre::report::{self, CentreOptions, Options, Report, TranscriptOptions, folder};
use barometre::study::Kind;
use clap::Args;

use super::report::check;
use super::{Failure, centre, print, shared, transcripts};

/// Draws one figure: SVG on stdout, or SVG or PNG into a file.
///
/// The file’s extension says which: `-o waves.svg`, `-o waves.png` (two pixels per logical pixel, for slides). A kind that has
/// one figure a segment column needs a file, and adds the column to the name of each file: `segments-region.png`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Kind of figure
    #[arg(value_enum, value_name = "KIND")]
    kind: ChartKind,
    /// Survey files; tables of a contact centre; transcripts, files or folders
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Id of the score, or of the open question, to draw; the main one otherwise
    #[arg(long, value_name = "ID")]
    question: Option<String>,
    /// File to write, .svg or .png; stdout otherwise, as SVG
    #[arg(short, long, value_name = "FILE", value_parser = picture)]
    output: Option<PathBuf>,
    /// What the tables of a contact centre are, its opening hours and targets, for the figures of one
    #[arg(long, value_name = "CENTRE.toml")]
    centre: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    pub shared: shared::Shared,
}

impl Arguments {
    pub fn run(&self) -> Result<(), Failure> {
        if self.centre.is_some() && self.kind.source() != Source::Centre {
            let (option, kind) = ("--centre".to_owned(), self.kind.id().to_owned());
            return Err(Error::OtherFigures { option, kind }.into());
        }
        let report = self.report()?;
        self.question_of(&report)?;
        let figures = report::draw(&report, self.kind, self.question.as_deref())?;
        if figures.is_empty() {
            return Err(Error::NothingToDraw { kind: self.kind.id().to_owned() }.into());
        }
        let Some(output) = &self.output else {
            let [figure] = &figures[..] else {
                let ids = figures.into_iter().map(|figure| figure.id).collect();
                return Err(Error::SeveralFigures { kind: self.kind.id().to_owned(), ids }.into());
            };
            print(&figure.svg)?;
            return check(&report, &self.shared);
        };
        let files: Vec<(PathBuf, &Figure)> =
            figures.iter().map(|figure| (self.place(output, figure), figure)).collect();
        let inputs = self.shared.options().inputs(&self.files);
        files.iter().try_for_each(|(path, _)| folder::check_file(path, self.force, &inputs))?;
        let bitmap = output.extension().is_some_and(|e| e.eq_ignore_ascii_case("png"));
        for (path, figure) in files {
            folder::replace(&path, if bitmap { &figure.png } else { figure.svg.as_bytes() })?;
        }
        check(&report, &self.shared)
    }

    /// Refuses an id that no question to draw has.
    fn question_of(&self, report: &Report) -> Result<(), Failure> {
        let Some(id) = &self.question else { return Ok(()) };
        let drawable = report.study.questions.iter().filter(|q| q.kind.is_score() || q.kind == Kind::Open);
        let known: Vec<String> = drawable.map(|q| q.id.clone()).collect();
        if known.contains(id) {
            return Ok(());
        }
        Err(Error::UnknownQuestion { found: id.clone(), known }.into())
    }

    /// The name asked for; with what sets the figure apart from the others of its kind, where it has that.
    fn place(&self, output: &Path, figure: &Figure) -> PathBuf {
        let apart = figure.id.strip_prefix(self.kind.id()).unwrap_or_default();
        let stem = output.file_stem().unwrap_or_default().to_string_lossy();
        let extension = output.extension().unwrap_or_default().to_string_lossy();
        output.with_file_name(format!("{stem}{apart}.{extension}"))
    }

    fn report(&self) -> Result<Report, Failure> {
        match self.kind.source() {
            // Verbatims are quoted in no figure.
            Source::Survey => {
                let options = Options { quotes: false, ..self.shared.options() };
                super::report::analyse_with(&self.files, &self.shared, &options)
            }
            Source::Centre => {
                let files = self.files.iter().map(|path| (None, path.clone())).collect();
                let shared = self.shared.options();
                let centre = self.centre.clone();
                centre::analyse(
                    &CentreOptions { centre, files, shared, ..CentreOptions::default() },
                    &self.shared,
                )
            }
            Source::Calls => {
                let (paths, shared) = (self.files.clone(), self.shared.options());
                let options = TranscriptOptions { paths, shared, ..TranscriptOptions::default() };
                Ok(transcripts::analyse(&options, &self.shared)?.0)
            }
        }
    }
}

fn picture(text: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    match path.extension().map(std::ffi::OsStr::to_ascii_lowercase) {
        Some(e) if e == "svg" || e == "png" => Ok(path),
        _ => Err("a name that ends in .svg or .png is expected".to_owned()),
    }
}
