//! `barometre transcripts init`: the grid, to be edited.

use std::path::PathBuf;

use barometre::Lang;
use barometre::report::folder;
use barometre::transcript::listening::Grid;
use clap::Args;

use super::super::{Failure, print};

/// Writes the grid of active listening and of the script, to be edited and given back with --grid.
#[derive(Debug, Args)]
pub struct Arguments {
    /// File to write; stdout otherwise
    #[arg(short, long, value_name = "GRID.toml")]
    output: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long)]
    force: bool,
    /// Language of messages
    #[arg(long, value_enum)]
    pub lang: Option<Lang>,
}

impl Arguments {
    pub fn run(&self) -> Result<(), Failure> {
        let text = Grid::shipped_toml();
        let Some(path) = &self.output else { return print(text) };
        folder::check_file(path, self.force, &[])?;
        folder::replace(path, text.as_bytes()).map_err(Failure::from)
    }
}
