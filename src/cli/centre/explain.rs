//! `barometre centre explain`: one indicator, by any of its names.

use barometre::Lang;
use barometre::centre::{CentreError, catalogue};
use barometre::error::Error;
use clap::Args;

use super::super::parts::Format;
use super::super::{Failure, locale, print};

/// Explains an indicator by any of its names: what is counted, over what, the other readings, an example.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Name, short name or id: DMT, taux de décroché, `average_handle_time`…
    #[arg(required = true, value_name = "NAME")]
    name: Vec<String>,
    /// Shape of the result: a text, Markdown or JSON
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Language of the results; the locale's otherwise
    #[arg(long, value_enum)]
    pub lang: Option<Lang>,
}

impl Arguments {
    pub fn run(&self) -> Result<(), Failure> {
        let lang = self.lang.unwrap_or_else(locale);
        let asked = self.name.join(" ");
        let found = catalogue::look_up(&asked, lang);
        if found.explanations.is_empty() && found.why.is_none() {
            return Err(
                Error::from(CentreError::UnknownIndicator { found: asked, near: found.nearest }).into()
            );
        }
        let failed = |e: serde_json::Error| Error::Render { what: "indicators".into(), cause: e.to_string() };
        print(&match self.format {
            Format::Json => format!("{:#}\n", serde_json::to_value(&found).map_err(failed)?),
            Format::Markdown => found.markdown(lang),
            Format::Table | Format::Csv => found.plain(lang),
        })
    }
}
