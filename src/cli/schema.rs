//! `barometre schema`: the JSON Schema of report.json.

use barometre::report::Report;
use clap::Args;

use super::{Failure, print};

/// JSON Schema of report.json, whose names are a contract.
#[derive(Debug, Args)]
pub struct Arguments {}

impl Arguments {
    #[expect(clippy::unused_self, reason = "every command runs from its arguments")]
    pub fn run(&self) -> Result<(), Failure> {
        let schema = schemars::schema_for!(Report);
        print(&format!("{:#}\n", schema.to_value()))
    }
}
