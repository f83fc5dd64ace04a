//! Values of other programs, through the whole path from file to report. The formulas themselves are tested
//! beside their code.

use barometre::metric::Metric;

use crate::support::{close, csv, total};

/// R 4.2.2: score interval of 18 detractors, 32 passives, 50 promoters; of 10 promoters.
#[test]
fn nps_and_its_score_interval() {
    let nps = |detractors: usize, passives: usize, promoters: usize| {
        let rows = ["3\n".repeat(detractors), "7\n".repeat(passives), "10\n".repeat(promoters)].concat();
        let report = csv(&format!("nps\n{rows}")).unwrap();
        let total = total(&report, Metric::Nps, None);
        (total.value.unwrap(), total.ci_low.unwrap(), total.ci_high.unwrap())
    };
    let (value, low, high) = nps(18, 32, 50);
    close(value, 32.0, 1e-9);
    close(low, 16.3198, 5e-5);
    close(high, 45.9286, 5e-5);
    let (value, low, high) = nps(0, 0, 10);
    close(value, 100.0, 1e-9);
    close(low, 44.49, 5e-3);
    close(high, 100.0, 1e-9);
}

/// R 4.2.2, prop.test without correction: Wilson's interval of 81 out of 263.
#[test]
fn csat_and_its_wilson_interval() {
    let rows = ["5\n".repeat(81), "2\n".repeat(182)].concat();
    let report = csv(&format!("satisfaction\n{rows}")).unwrap();
    let csat = total(&report, Metric::Csat, None);
    close(csat.value.unwrap(), 8100.0 / 263.0, 1e-9);
    close(csat.ci_low.unwrap(), 25.528_851_987_8, 1e-8);
    close(csat.ci_high.unwrap(), 36.620_957_698_3, 1e-8);
}
