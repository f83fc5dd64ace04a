//! Which formula an interval comes from, and which ones a person may ask for.

use schemars::JsonSchema;
use serde::Serialize;

use super::Quantity;
use super::bootstrap::{RESAMPLES, nps_bootstrap};
use super::law::normal_quantile;
use super::net::{NetCounts, NetMethod};
use super::share::ShareMethod;
use super::share_design::DesignMethod;

/// How an interval was computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Score interval of a net score (Tango 1998): NPS, eNPS.
    Score,
    /// Wald's interval of a net score: score ± z · se.
    Wald,
    /// Wald's interval with three quarters of a promoter and of a detractor, and one and a half passives, added.
    AdjustedWald,
    /// Wald's interval with a promoter and a detractor added (Bonett & Price 2012).
    BonettPrice,
    /// Percentiles of seeded resamples of a net score.
    Bootstrap,
    /// Wilson's interval: shares.
    Wilson,
    /// Wilson's interval corrected for continuity.
    WilsonContinuity,
    /// Exact interval of a share (Clopper & Pearson 1934).
    ClopperPearson,
    /// Wald's interval of a share around Wilson's centre (Agresti & Coull 1998).
    AgrestiCoull,
    /// Quantiles of the beta law (x + ½, n − x + ½).
    Jeffreys,
    /// Student's t: means.
    T,
    /// Score interval on the counts that the design is worth, Student's quantile: NPS, eNPS of a design.
    DesignScore,
    /// Wald's interval, adjusted or not, on the counts that the design is worth.
    DesignWald,
    /// Student's t on the logit scale: shares of a design.
    Logit,
    /// Exact interval on the effective base: shares of a design (Korn & Graubard 1998).
    Beta,
    /// Student's t on the arcsine scale: shares of a design.
    Arcsine,
    /// Student's t with the degrees of freedom of the design: means of a design, shares where asked for.
    DesignT,
}

/// Formula for the interval of a net score.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum NetInterval {
    /// Tango's score interval
    #[default]
    Score,
    /// Score ± z standard errors; no width when all answers agree
    Wald,
    /// Wald's, with three quarters of a promoter and of a detractor, and one and a half passives, added
    AdjustedWald,
    /// Wald's, with one promoter and one detractor added
    BonettPrice,
    /// Percentiles of 10,000 seeded resamples; Tango's under a declared design
    Bootstrap,
}

/// Formula for the interval of a share.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum ShareInterval {
    /// Wilson's score interval
    #[default]
    Wilson,
    /// Wilson's, corrected for continuity
    WilsonContinuity,
    /// Exact: at least the level, whatever the share
    ClopperPearson,
    /// Wald's around Wilson's centre
    AgrestiCoull,
    /// Jeffreys' equal-tailed interval
    Jeffreys,
}

/// Formula for the interval of a share under a declared design.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum DesignInterval {
    /// Student's t on the logit scale
    #[default]
    Logit,
    /// Exact, on the effective base
    Beta,
    /// Student's t on the arcsine scale
    Arcsine,
    /// Share ± t standard errors
    Mean,
}

/// The formulas asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Intervals {
    /// Of net scores.
    pub net: NetInterval,
    /// Of shares.
    pub share: ShareInterval,
    /// Of shares under a declared design.
    pub design: DesignInterval,
}

impl Intervals {
    /// How the interval of a quantity is computed, under a design or not.
    #[must_use]
    pub fn method(self, quantity: Quantity, designed: bool) -> Method {
        match (quantity, designed) {
            (Quantity::Mean, false) => Method::T,
            (Quantity::Mean, true) => Method::DesignT,
            (Quantity::Net, true) => match self.net {
                NetInterval::Score | NetInterval::Bootstrap => Method::DesignScore,
                NetInterval::Wald | NetInterval::AdjustedWald | NetInterval::BonettPrice => {
                    Method::DesignWald
                }
            },
            (Quantity::Net, false) => match self.net {
                NetInterval::Score => Method::Score,
                NetInterval::Wald => Method::Wald,
                NetInterval::AdjustedWald => Method::AdjustedWald,
                NetInterval::BonettPrice => Method::BonettPrice,
                NetInterval::Bootstrap => Method::Bootstrap,
            },
            (Quantity::Share, true) => match self.design {
                DesignInterval::Logit => Method::Logit,
                DesignInterval::Beta => Method::Beta,
                DesignInterval::Arcsine => Method::Arcsine,
                DesignInterval::Mean => Method::DesignT,
            },
            (Quantity::Share, false) => match self.share {
                ShareInterval::Wilson => Method::Wilson,
                ShareInterval::WilsonContinuity => Method::WilsonContinuity,
                ShareInterval::ClopperPearson => Method::ClopperPearson,
                ShareInterval::AgrestiCoull => Method::AgrestiCoull,
                ShareInterval::Jeffreys => Method::Jeffreys,
            },
        }
    }
}

impl NetInterval {
    /// The formula on real-valued counts.
    #[must_use]
    pub fn formula(self) -> NetMethod {
        match self {
            Self::Score | Self::Bootstrap => NetMethod::Score,
            Self::Wald => NetMethod::Wald,
            Self::AdjustedWald => NetMethod::AdjustedWald,
            Self::BonettPrice => NetMethod::BonettPrice,
        }
    }

    /// Interval of counts of promoters, passives and detractors, in points.
    pub fn interval(self, [promoters, passives, detractors]: [u64; 3], level: f64) -> Option<(f64, f64)> {
        if self == Self::Bootstrap {
            // The same answers give the same interval on every run.
            return nps_bootstrap(promoters, passives, detractors, level, RESAMPLES, 0);
        }
        let counts = NetCounts::new(promoters, passives, detractors);
        self.formula().interval(counts, normal_quantile(level))
    }
}

impl From<ShareInterval> for ShareMethod {
    fn from(asked: ShareInterval) -> Self {
        match asked {
            ShareInterval::Wilson => Self::Wilson,
            ShareInterval::WilsonContinuity => Self::WilsonContinuity,
            ShareInterval::ClopperPearson => Self::ClopperPearson,
            ShareInterval::AgrestiCoull => Self::AgrestiCoull,
            ShareInterval::Jeffreys => Self::Jeffreys,
        }
    }
}

impl From<DesignInterval> for DesignMethod {
    fn from(asked: DesignInterval) -> Self {
        match asked {
            DesignInterval::Logit => Self::Logit,
            DesignInterval::Beta => Self::Beta,
            DesignInterval::Arcsine => Self::Arcsine,
            DesignInterval::Mean => Self::Mean,
        }
    }
}
