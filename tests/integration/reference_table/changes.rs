//! Series and waves: control charts, decompositions.

use std::collections::BTreeMap;

use barometre::metric::control::{ChartKind, ControlChart, Series};
use barometre::metric::decompose::{Cell, Reversal, decompose};

use super::ends;
use crate::support::close;

/// `p_chart`, `laney`.
#[test]
fn charts_of_shares() {
    let x = [14, 10, 12, 9, 16, 13, 20, 11, 8, 15, 12, 24];
    let n = [120, 110, 130, 100, 140, 125, 130, 115, 105, 135, 120, 125];
    let points: Vec<(u64, u64)> = x.into_iter().zip(n).collect();
    let high = [
        0.199_321_714_472_6,
        0.203_172_773_004_8,
        0.195_924_031_010_8,
        0.207_587_923_615_5,
        0.192_897_220_464_6,
        0.197_571_898_989_8,
        0.195_924_031_010_8,
        0.201_184_442_367,
        0.205_301_487_694,
        0.194_368_580_691_9,
        0.199_321_714_472_6,
        0.197_571_898_989_8,
    ];
    let low = [
        0.026_107_838_791_98,
        0.022_256_780_259_84,
        0.029_505_522_253_81,
        0.017_841_629_649_12,
        0.032_532_332_799_98,
        0.027_857_654_274_81,
        0.029_505_522_253_81,
        0.024_245_110_897_59,
        0.020_128_065_570_56,
        0.031_060_972_572_71,
        0.026_107_838_791_98,
        0.027_857_654_274_81,
    ];
    let laney = [
        0.191_175_972_491_3,
        0.194_664_822_984,
        0.188_097_855_261_8,
        0.198_664_710_354,
        0.185_355_728_810_8,
        0.189_590_734_417_6,
        0.188_097_855_261_8,
        0.192_863_503_095_7,
        0.196_593_323_221_2,
        0.186_688_701_501_5,
        0.191_175_972_491_3,
        0.189_590_734_417_6,
    ];
    let chart = ControlChart::p(&points).unwrap();
    close(chart.centre, 0.112_714_776_632_3, 1e-9);
    for ((point, low), high) in chart.points.iter().zip(low).zip(high) {
        ends(point.low.zip(point.high), (low, high), 1e-9);
    }
    let prime = ControlChart::laney(&points).unwrap();
    close(prime.sigma_z.unwrap(), 0.905_945_849_323_3, 1e-9);
    prime.points.iter().zip(laney).for_each(|(point, high)| close(point.high.unwrap(), high, 1e-9));
    assert!(prime.kind == ChartKind::Laney && prime.provisional);
    assert_eq!(ControlChart::of(Series::Shares(&points)).unwrap().kind, ChartKind::P);
}

/// `xmr`.
#[test]
fn chart_of_individuals() {
    let chart =
        ControlChart::individuals(&[32.0, 35.0, 30.0, 36.0, 33.0, 29.0, 38.0, 34.0, 31.0, 47.0]).unwrap();
    close(chart.centre, 34.5, 1e-9);
    ends(chart.points[0].low.zip(chart.points[0].high), (18.835_555_555_556, 50.164_444_444_444), 1e-9);
    close(chart.range_limit.unwrap(), 19.239, 1e-9);
    assert!(!chart.signals());
}

fn cells(rows: &[(&str, f64, f64)]) -> BTreeMap<String, Cell> {
    rows.iter().map(|&(segment, base, value)| (segment.to_owned(), Cell { base, value })).collect()
}

/// `kitagawa`.
#[test]
fn kitagawa() {
    let from = cells(&[("a", 0.2, 62.0), ("b", 0.3, 33.0), ("c", 0.5, 12.0)]);
    let to = cells(&[("a", 0.5, 60.0), ("b", 0.3, 30.0), ("c", 0.2, 10.0)]);
    let split = decompose(&from, &to).unwrap();
    close(split.difference, 12.7, 1e-9);
    close(split.within, -2.3, 1e-9);
    close(split.mix, 15.0, 1e-9);
    assert_eq!(split.reversal(), Some(Reversal::Every));
}

/// `simpson`: admitted and rejected at Berkeley (`UCBAdmissions`), men then women, departments A to F.
#[test]
fn simpson() {
    let men = [(512, 313), (353, 207), (120, 205), (138, 279), (53, 138), (22, 351)];
    let women = [(89, 19), (17, 8), (202, 391), (131, 244), (94, 299), (24, 317)];
    let wave = |rows: [(u32, u32); 6]| -> BTreeMap<String, Cell> {
        ["A", "B", "C", "D", "E", "F"]
            .into_iter()
            .zip(rows)
            .map(|(department, (admitted, rejected))| {
                let base = f64::from(admitted + rejected);
                (department.to_owned(), Cell { base, value: f64::from(admitted) / base })
            })
            .collect()
    };
    let split = decompose(&wave(men), &wave(women)).unwrap();
    close(split.from, 1198.0 / 2691.0, 1e-9);
    close(split.to, 557.0 / 1835.0, 1e-9);
    assert_eq!(split.parts.iter().filter(|part| part.within >= 0.0).count(), 4);
    assert_eq!(split.reversal(), Some(Reversal::Most));
}
