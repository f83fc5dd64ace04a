//! Options that several commands share.

use std::path::PathBuf;

use barometre::Lang;
use barometre::report::Options;
use clap::Args;

#[derive(Debug, Args)]
pub struct Shared {
    /// Study file (study.toml) that says what the columns are; inferred otherwise
    #[arg(long, value_name = "STUDY.toml")]
    pub study: Option<PathBuf>,
    /// Language of the results; the study's, else that of the verbatims, else French
    #[arg(long, value_enum)]
    pub lang: Option<Lang>,
    /// Sheet to read in workbooks; the longest otherwise
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// Confidence level of the intervals
    #[arg(long, default_value_t = 0.95, value_parser = level)]
    pub level: f64,
    /// Smallest base that carries a value: 5 for eNPS studies, 1 elsewhere, unless the study says otherwise
    #[arg(long, value_name = "N")]
    pub min_group: Option<u64>,
    /// Threads; all cores otherwise. The results do not depend on it
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub threads: Option<u16>,
    /// Say nothing on stderr but errors
    #[arg(short, long)]
    pub quiet: bool,
}

impl Shared {
    /// As the library takes them.
    pub fn options(&self) -> Options {
        let default = Options::default();
        Options {
            study: self.study.clone(),
            lang: self.lang,
            sheet: self.sheet.clone(),
            level: self.level,
            min_group: self.min_group,
            threads: self.threads.map_or(default.threads, usize::from),
        }
    }
}

fn level(text: &str) -> Result<f64, String> {
    match text.replace(',', ".").parse::<f64>() {
        Ok(level) if (0.5..1.0).contains(&level) => Ok(level),
        _ => Err("a number from 0.5 to 0.999 is expected, for example 0.95".to_owned()),
    }
}
