//! Options that several commands share.

use std::path::PathBuf;

use barometre::Lang;
use barometre::keyness::Correction;
use barometre::metric::{DesignInterval, Intervals, NetInterval, ShareInterval};
use barometre::read::{self, Format};
use barometre::report::Options;
use clap::{Args, ValueEnum};

#[derive(Debug, Clone, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct Shared {
    /// Study file (study.toml) that says what the columns are; inferred otherwise
    #[arg(long, value_name = "STUDY.toml")]
    pub study: Option<PathBuf>,
    /// Language of the results; the study's, else that of the verbatims, else French
    #[arg(long, value_enum)]
    pub lang: Option<Lang>,
    /// Sheet to read in workbooks; the one that holds the answers otherwise
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// Encoding of text files (utf-8, windows-1252, macintosh, utf-16le…); recognised otherwise
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,
    /// Codebook of the themes: `customer_experience`, `human_resources`, `contact_centre`, or a TOML file; the
    /// study's otherwise
    #[arg(long, value_name = "NAME|CODEBOOK.toml")]
    pub codebook: Option<String>,
    /// Format of the files; recognised otherwise
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub input_format: Option<InputFormat>,
    /// Repair accents that an earlier conversion damaged (`Ã©` for `é`)
    #[arg(long)]
    pub repair_encoding: bool,
    /// Read files as they are: the first row names the columns, no survey tool is recognised
    #[arg(long)]
    pub plain: bool,
    /// Confidence level of the intervals
    #[arg(long, default_value_t = 0.95, value_parser = level)]
    pub level: f64,
    /// Smallest base that carries a value: 5 for eNPS studies, 1 elsewhere, unless the study says otherwise
    #[arg(long, value_name = "N")]
    pub min_group: Option<u64>,
    /// Interval of NPS and eNPS
    #[arg(long, value_enum, default_value_t)]
    pub nps_interval: NetInterval,
    /// Interval of shares
    #[arg(long, value_enum, default_value_t)]
    pub share_interval: ShareInterval,
    /// Interval of shares under a declared design
    #[arg(long, value_enum, default_value_t)]
    pub design_interval: DesignInterval,
    /// Correction of the comparisons of a score for their number
    #[arg(long, value_enum, default_value_t)]
    pub correction: Correction,
    /// Threads; all cores otherwise. The results do not depend on it
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub threads: Option<u16>,
    /// Exit with 1 when a target or a minimum of study.toml is missed
    #[arg(long)]
    pub check: bool,
    /// Say nothing on stderr but errors
    #[arg(short, long)]
    pub quiet: bool,
}

/// Formats that are read.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum InputFormat {
    /// Delimited text, any separator
    Csv,
    /// Excel or `OpenDocument` workbook
    Xlsx,
    /// An array of objects
    Json,
    /// One object a line
    Jsonl,
    /// Apache Parquet
    Parquet,
    /// SPSS, .sav or .zsav
    Sav,
    /// Stata
    Dta,
}

impl From<InputFormat> for Format {
    fn from(format: InputFormat) -> Self {
        match format {
            InputFormat::Csv => Self::Csv,
            InputFormat::Xlsx => Self::Workbook,
            InputFormat::Json => Self::Json,
            InputFormat::Jsonl => Self::JsonLines,
            InputFormat::Parquet => Self::Parquet,
            InputFormat::Sav => Self::Spss,
            InputFormat::Dta => Self::Stata,
        }
    }
}

impl Shared {
    /// As the library takes them.
    pub fn options(&self) -> Options {
        let default = Options::default();
        Options {
            study: self.study.clone(),
            lang: self.lang,
            read: read::Options {
                sheet: self.sheet.clone(),
                encoding: self.encoding.clone(),
                format: self.input_format.map(Format::from),
                repair_encoding: self.repair_encoding,
                plain: self.plain,
                // Only a report in a folder shows them.
                fingerprint: false,
            },
            level: self.level,
            quotes: true,
            by: None,
            themes: true,
            ratings: true,
            codebook: self.codebook.clone(),
            min_group: self.min_group,
            intervals: Intervals {
                net: self.nps_interval,
                share: self.share_interval,
                design: self.design_interval,
            },
            correction: self.correction,
            threads: self.threads.map_or(default.threads, usize::from),
            tables: default.tables,
            compare: None,
            presentation: default.presentation,
            split_by: None,
        }
    }
}

pub fn level(text: &str) -> Result<f64, String> {
    match text.replace(',', ".").parse::<f64>() {
        Ok(level) if (0.5..1.0).contains(&level) => Ok(level),
        _ => Err("a number from 0.5 to 0.999 is expected, for example 0.95".to_owned()),
    }
}
