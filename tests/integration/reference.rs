//! Values of other programs, through the whole path from file to report. The formulas themselves are tested
//! beside their code.

use barometre::metric::{Intervals, Method, Metric, NetInterval, ShareInterval};
use barometre::report::Options;

use crate::support::{close, csv, file, total, try_report};

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

/// The formulas that a person may ask for, on 18 detractors, 32 passives and 50 promoters (se 7.6) and on 81 of 263
/// (R 4.2.2, binom.test).
#[test]
fn intervals_on_request() {
    let rows = ["3\n".repeat(18), "7\n".repeat(32), "10\n".repeat(50)].concat();
    let (_dir, path) = file("x.csv", format!("nps\n{rows}"));
    let by = |net| {
        let intervals = Intervals { net, ..Intervals::default() };
        let report =
            try_report(std::slice::from_ref(&path), &Options { intervals, ..Options::default() }).unwrap();
        let row = total(&report, Metric::Nps, None).clone();
        (row.method, row.ci_low.unwrap(), row.ci_high.unwrap())
    };
    let (method, low, high) = by(NetInterval::Wald);
    assert_eq!(method, Method::Wald);
    close(low, 32.0 - 1.959_963_984_540_054 * 7.6, 1e-9);
    close(high, 32.0 + 1.959_963_984_540_054 * 7.6, 1e-9);
    let (method, low, high) = by(NetInterval::Bootstrap);
    assert_eq!((method, by(NetInterval::Bootstrap)), (Method::Bootstrap, (method, low, high)), "seeded");
    close(low, 17.1, 1.5);
    close(high, 46.9, 1.5);

    let rows = ["5\n".repeat(81), "2\n".repeat(182)].concat();
    let (_dir, path) = file("x.csv", format!("satisfaction\n{rows}"));
    let intervals = Intervals { share: ShareInterval::ClopperPearson, ..Intervals::default() };
    let report = try_report(&[path], &Options { intervals, ..Options::default() }).unwrap();
    let csat = total(&report, Metric::Csat, None);
    close(csat.ci_low.unwrap(), 25.273_674_558_53, 1e-8);
    close(csat.ci_high.unwrap(), 36.762_192_260_14, 1e-8);
}
