//! `barometre tokens`: one JSON line a verbatim.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use barometre::error::Error;
use barometre::text::token_line;
use clap::Args;

use super::Failure;

/// Cuts texts into tokens: one JSON line a text, with byte spans, surface and family of each token.
///
/// Input, from files or stdin: one text a line, as JSON {"id": …, "text": "…"} or plain. Output:
/// {"id", "tokens": [{"start", "end", "surface", "family"}]}, spans in UTF-8 bytes, end exclusive.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Files; stdin otherwise
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

impl Arguments {
    pub fn run(&self) -> Result<(), Failure> {
        let mut out = BufWriter::new(std::io::stdout().lock());
        if self.files.is_empty() {
            lines(std::io::stdin().lock(), Path::new("-"), &mut out)?;
        }
        for path in &self.files {
            let file = File::open(path).map_err(|cause| match cause.kind() {
                std::io::ErrorKind::NotFound => Error::NotFound { file: path.display().to_string() },
                _ => Error::Io { path: path.clone(), cause },
            })?;
            lines(file, path, &mut out)?;
        }
        out.flush().map_err(|cause| Error::Io { path: "stdout".into(), cause }.into())
    }
}

fn lines(input: impl Read, path: &Path, out: &mut impl Write) -> Result<(), Failure> {
    let read = |cause| Error::Io { path: path.to_owned(), cause };
    let written = |cause| Failure::from(Error::Io { path: "stdout".into(), cause });
    let mut input = BufReader::new(input);
    let mut raw = Vec::new();
    let mut number = 0;
    while input.read_until(b'\n', &mut raw).map_err(read)? > 0 {
        number += 1;
        let line = String::from_utf8_lossy(&raw);
        if !line.trim().is_empty() {
            let tokens = token_line(&line, number);
            serde_json::to_writer(&mut *out, &tokens).map_err(|e| written(e.into()))?;
            out.write_all(b"\n").map_err(written)?;
        }
        raw.clear();
    }
    Ok(())
}
