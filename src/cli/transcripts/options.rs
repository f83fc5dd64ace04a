//! Options that the commands about calls share.

use barometre::Lang;
use barometre::keyness::Correction;
use barometre::metric::{DesignInterval, NetInterval, ShareInterval};
use clap::Args;

use super::super::shared::{InputFormat, Shared, level};

#[derive(Debug, Clone, Args)]
pub struct CallOptions {
    /// Language of the results; that of most turns otherwise
    #[arg(long, value_enum)]
    pub lang: Option<Lang>,
    /// Sheet to read in workbooks: of the table of the calls, the evaluations, the plan
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// Encoding of these tables when they are text; recognised otherwise
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// Format of these tables; recognised otherwise
    #[arg(long, value_enum, value_name = "FORMAT")]
    input_format: Option<InputFormat>,
    /// Codebook of the themes: `customer_experience`, `human_resources`, `contact_centre`, or a TOML file;
    /// `contact_centre` otherwise
    #[arg(long, value_name = "NAME|CODEBOOK.toml")]
    codebook: Option<String>,
    /// Confidence level of the intervals
    #[arg(long, default_value_t = 0.95, value_parser = level)]
    level: f64,
    /// Threads; all cores otherwise. The results do not depend on it
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub threads: Option<u16>,
    /// Say nothing on stderr but errors
    #[arg(short, long)]
    pub quiet: bool,
}

impl CallOptions {
    /// As the other commands have them.
    pub fn shared(&self) -> Shared {
        Shared {
            study: None,
            lang: self.lang,
            sheet: self.sheet.clone(),
            encoding: self.encoding.clone(),
            codebook: self.codebook.clone(),
            input_format: self.input_format,
            repair_encoding: false,
            plain: false,
            level: self.level,
            min_group: None,
            nps_interval: NetInterval::default(),
            share_interval: ShareInterval::default(),
            design_interval: DesignInterval::default(),
            correction: Correction::default(),
            threads: self.threads,
            check: false,
            quiet: self.quiet,
        }
    }
}
