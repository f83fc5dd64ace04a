//! `barometre centre list`: the catalogue.

use barometre::Lang;
use barometre::centre::catalogue;
use barometre::error::Error;
use clap::Args;
use serde_json::{Map, Value};

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
        let Value::Array(mut rows) = rows else { return Ok(()) };
        if self.format != Format::Csv {
            rows.iter_mut().for_each(to_read);
        }
        print(&render_rows("indicators", rows, lang, self.format)?)
    }
}

/// What a person needs of a row: the id to write in centre.toml first.
fn to_read(row: &mut Value) {
    let mut shown = Map::new();
    for (key, name) in [
        ("key", "id"),
        ("name", "name"),
        ("short", "short"),
        ("unit", "unit"),
        ("better", "better"),
        ("formula", "formula"),
    ] {
        shown.insert(key.to_owned(), row[name].take());
    }
    *row = Value::Object(shown);
}
