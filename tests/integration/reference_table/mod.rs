//! One table of the statistics that have an outside value: each entry of `reference.json` (R 4.2.2; survey 4.1-1,
//! NPS 1.1, MASS, ordinal) that these functions cover, the function, the tolerance. The numbers are copied, so
//! that the tests run without `../shared`.
//!
//! | entry | function | tolerance |
//! |---|---|---|
//! | `nps_one`, `nps_testdata_by_region` | `net::NetMethod`, `net::NetCounts` | 1e-9 |
//! | `nps_coverage` | `net::coverage` | 1e-9 |
//! | `nps_two.adjusted_wald` | `net::NetCounts::adjusted_wald` | 1e-9 |
//! | `nps_fpc` | `power::finite_population` | 1e-9 |
//! | `proportion_ci` | `share::ShareMethod` | 1e-9 |
//! | `survey_api.*_ciprop_*` (xlogit, beta, asin, mean; logit, of an iterated regression, 1e-8) | `share_design::DesignMethod` | 1e-9 |
//! | `two_prop` | `mover::newcombe`, `keyness::fisher`, `trend::trend` | 1e-9 |
//! | `paired_prop` | `paired::Pairs` | 1e-9 |
//! | `golden_panel.json`, `paired_overlap` and `rank` | `paired::paired_mean`, `rank::signed_rank`, `rank::mann_whitney` | 1e-9 |
//! | `mann_whitney`, `kruskal` | `rank::mann_whitney`, `rank::kruskal_wallis` | 1e-9 |
//! | `prop_trend`, `chisq_2x3` | `trend::trend`, `tails::chi2_tail` | 1e-9 |
//! | `multiplicity` (BH, Holm) | `keyness::benjamini_hochberg`, `keyness::holm` | 1e-9 |
//! | `clm_wine`; `polr_housing` | `ordinal::proportional_odds` | 1e-9; 1e-6 |
//! | `relaimpo_swiss`, `relaimpo_swiss_weighted`, `relaimpo_attitude`, `relaimpo_nps_testdata`, `azen_budescu_2003` | `driver::lmg`, `driver::Correlations`, `driver::car_scores` | 1e-9 |
//! | `johnson_*`, `genizi` | `driver::relative_weights` | 1e-9 |
//! | `shapley_logit_mcfadden` | `driver::mcfadden` | 1e-6; the total 1e-9 |
//! | `penalty_reward` | `driver::penalty_reward`, `driver::Linear` | 1e-9 |
//! | `survey_api.clus1_jk1_*`, `strat_jkn_nps` | `driver::Jackknife` | 1e-9 |
//! | `p_chart`, `laney`, `xmr` | `control::ControlChart` | 1e-9 |
//! | `kitagawa`, `simpson` | `decompose::decompose` | 1e-9 |
//! | `power` | `power` | 1e-9; `n_per_group_60_vs_65` 1e-4, R's root finder |
//!
//! Tested beside their code: `nps_testdata_all`, `nps_test_NAM_vs_EMEA`, `nps_two.wald` and `welch`
//! (`metric::compare`, `metric::estimate`).
//!
//! Tested from file to report, in `design.rs` and `tables.rs` where `../shared` is there, beside their code where not:
//! `survey_api` `strat_*`, `clus1_*` means and net scores, domains, contrast, `svyttest`, `rake`, `poststrat`, `kish`,
//! `svychisq`; `rake_2x2`, `clus1_trim` (`study::raking`); `weighted_*`, `stratified_*` and `crosstab` of
//! `golden_panel.json`.
//!
//! Not covered: totals, ratios, quantiles, rank tests and regressions of designs, the two-stage `clus2`, linear and
//! logit calibration, the likelihood interval of a share (no report uses them yet); agreement (`kripp`, `kappa`, `cronbach`); the contact centre
//! (`erlang`, `golden_calls.json`); in `multiplicity`, BY, Hochberg and Bonferroni, and in `two_prop` Wald's
//! interval and the corrected χ², which no report uses.

mod changes;
mod differences;
mod drivers;
mod intervals;
mod models;

use barometre::tally::Histogram;

use crate::support::close;

pub type Ends = (f64, f64);

pub fn ends(found: Option<Ends>, expected: Ends, tolerance: f64) {
    let (low, high) = found.unwrap();
    close(low, expected.0, tolerance);
    close(high, expected.1, tolerance);
}

pub fn clipped(ends: Ends, low: f64, high: f64) -> Ends {
    (ends.0.max(low), ends.1.min(high))
}

pub fn each(answers: &[f64]) -> Histogram {
    Histogram::new(answers.iter().map(|&answer| (answer, 1)))
}
