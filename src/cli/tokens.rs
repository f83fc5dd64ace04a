//! `barometre tokens`: one JSON line a verbatim.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use barometre::error::Error;
use barometre::report;
use barometre::text::{Reader, TokenLine, TokenWriter};
use clap::Args;

use super::progress::Bar;
use super::{Failure, complain, shared};

/// Words shown of a calibration.
const MOVED: usize = 6;

/// Reads verbatims: one JSON line each, with its tokens, sentences, phrases, polarity and language.
///
/// Lines (stdin, .txt, .jsonl with a field “text”): one verbatim a line, as JSON {"id": …, "text": "…"} or plain.
/// Survey files, in any format that `report` reads: one line a verbatim of each open question, with its row; their
/// spelling and phrases are learnt from the file, and the weights of polarity are moved by its scores where at
/// least 200 verbatims go with low scores and 200 with high ones.
///
/// Output: {"id", "language", "polarity", "sentences": [{"start", "end", "polarity"}], "phrases": [{"start",
/// "end", "key"}], "tokens": [{"start", "end", "surface", "normal", "family", "kind", "negated", "degree"}]}.
/// Spans are in UTF-8 bytes, end exclusive. Polarity is −1 to 1: the share of high scores less that of low ones
/// that such words go with; 0 says nothing. `negated` and `degree` (−2 hardly … 2 extremely) are left out where
/// false and 0. Texts are written as they are: nothing is masked.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Files; stdin otherwise
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    shared: shared::Shared,
}

impl Arguments {
    pub fn run(&self) -> Result<(), Failure> {
        let mut out = BufWriter::new(std::io::stdout());
        let lines_only = self.shared.study.is_none() && self.shared.input_format.is_none();
        if self.files.is_empty() {
            lines(std::io::stdin().lock(), Path::new("-"), &mut out)?;
        }
        let (plain, survey): (Vec<&PathBuf>, Vec<&PathBuf>) =
            self.files.iter().partition(|path| lines_only && holds_lines(path));
        for path in plain {
            let file = File::open(path).map_err(|cause| match cause.kind() {
                std::io::ErrorKind::NotFound => Error::NotFound { file: path.display().to_string() },
                _ => Error::Io { path: path.clone(), cause },
            })?;
            lines(file, path, &mut out)?;
        }
        if !survey.is_empty() {
            let files: Vec<PathBuf> = survey.into_iter().cloned().collect();
            self.survey(&files, &mut out)?;
        }
        out.flush().map_err(written)
    }

    fn survey(&self, files: &[PathBuf], out: &mut (impl Write + Send)) -> Result<(), Failure> {
        let options = self.shared.options();
        let bar = Bar::new(self.shared.quiet);
        let progress = |done: u64, rows: u64| bar.show(done, rows);
        let understood = report::understand(files, &options, &progress)?;
        let lang = self.shared.lang.or(understood.study.language).unwrap_or_else(super::locale);
        if !self.shared.quiet {
            complain("", &report::understood(&understood, lang).join("\n"));
        }
        let (calibrations, outcome) =
            report::verbatims(&understood, options.threads, &progress, |line| print(out, &line))?;
        outcome?;
        for calibration in calibrations.iter().filter(|_| !self.shared.quiet) {
            complain("", &calibration.said(lang, MOVED));
        }
        Ok(())
    }
}

/// Whether a file has one verbatim a line, rather than the rows of a survey.
fn holds_lines(path: &Path) -> bool {
    let extension = path.extension().map(|e| e.to_string_lossy().to_lowercase());
    match extension.as_deref() {
        None | Some("txt" | "text") => true,
        Some("jsonl" | "ndjson") => {
            let first = File::open(path).ok().and_then(|file| BufReader::new(file).lines().next()?.ok());
            let object = first.and_then(|line| serde_json::from_str::<serde_json::Value>(&line).ok());
            object.is_none_or(|object| object.get("text").is_some_and(serde_json::Value::is_string))
        }
        _ => false,
    }
}

fn lines(input: impl Read, path: &Path, out: &mut impl Write) -> Result<(), Failure> {
    let read = |cause| Error::Io { path: path.to_owned(), cause };
    let mut input = BufReader::new(input);
    let mut writer = TokenWriter::new(Reader::default());
    let mut raw = Vec::new();
    let mut number = 0;
    while input.read_until(b'\n', &mut raw).map_err(read)? > 0 {
        number += 1;
        let line = String::from_utf8_lossy(&raw);
        if !line.trim().is_empty() {
            print(out, &writer.line(&line, number))?;
        }
        raw.clear();
    }
    Ok(())
}

fn print(out: &mut impl Write, line: &TokenLine) -> Result<(), Failure> {
    serde_json::to_writer(&mut *out, line).map_err(|e| written(e.into()))?;
    out.write_all(b"\n").map_err(written)
}

fn written(cause: std::io::Error) -> Failure {
    Error::Io { path: "stdout".into(), cause }.into()
}
