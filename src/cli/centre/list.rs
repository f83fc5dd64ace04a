//! `barometre centre list`: the catalogue.

use barometre::Lang;
use barometre::centre::catalogue;
use barometre::error::Error;
use clap::Args;
use serde_json::Value;

use super::super::parts::{Format, render_rows};
use super::super::{Failure, locale, print};

/// The 49 indicators: id, name, unit, which way is good, what is computed.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Shape of the result
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Language of the results; the locale's otherwise
    #[arg(long, value_enum)]
    pub lang: Option<Lang>,
}

impl Arguments {
    pub fn run(&self) -> Result<(), Failure> {
        let lang = self.lang.unwrap_or_else(locale);
        let failed = |e: serde_json::Error| Error::Render { what: "indicators".into(), cause: e.to_string() };
        let rows = serde_json::to_value(catalogue::list(lang)).map_err(failed)?;
        if self.format == Format::Json {
            return print(&format!("{:#}\n", serde_json::json!({ "indicators": rows })));
        }
        let Value::Array(rows) = rows else { return Ok(()) };
        print(&render_rows("indicators", rows, lang, self.format)?)
    }
}
