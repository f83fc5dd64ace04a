//! Groups compared: tests, panels, sizes of samples.

use barometre::keyness::{self, Table};
use barometre::metric::law::{PValue, normal_quantile};
use barometre::metric::mover::{Bounded, newcombe};
use barometre::metric::net::{NetCounts, NetMethod};
use barometre::metric::paired::{Pairs, paired_mean};
use barometre::metric::rank::{kruskal_wallis, mann_whitney, signed_rank};
use barometre::metric::share::ShareMethod;
use barometre::metric::trend::{TrendGroup, trend};
use barometre::metric::{power, tails};
use barometre::tally::Histogram;

use super::{each, ends};
use crate::support::close;

/// `nps_two.adjusted_wald`: 18, 32, 50 and 30, 40, 80 detractors, passives, promoters.
#[test]
fn adjusted_difference_of_net_scores() {
    let from = NetCounts::new(50, 32, 18).adjusted_wald().unwrap();
    let to = NetCounts::new(80, 40, 30).adjusted_wald().unwrap();
    let (difference, se) = (to.value - from.value, to.se.hypot(from.se));
    close(difference, 1.611_777_397_043, 1e-9);
    close(se, 9.838_213_892_208, 1e-9);
    close(PValue::from_z(difference / se).p, 0.869_866_349_297_6, 1e-9);
}

/// `two_prop`: x and n of both groups; pooled z and p, Newcombe's interval, Fisher's p.
#[test]
fn two_shares() {
    let reference = [
        (
            (56, 70),
            (48, 80),
            2.650_171_951_259,
            0.008_045_081_368_197,
            (0.052_431_472_402_36, 0.333_872_654_036_9),
            0.012_521_129_749_21,
        ),
        (
            (45, 60),
            (30, 60),
            2.828_427_124_746,
            0.004_677_734_981_047,
            (0.076_779_571_434_25, 0.403_460_798_575_3),
            0.007_953_318_732_959,
        ),
        (
            (9, 10),
            (3, 10),
            2.738_612_787_526,
            0.006_169_899_320_544,
            (0.170_522_723_934_5, 0.809_017_973_535_5),
            0.019_766_611_097_88,
        ),
        (
            (420, 600),
            (375, 600),
            2.747_211_278_974,
            0.006_010_440_200_876,
            (0.021_491_829_813_29, 0.127_913_536_548_3),
            0.007_190_840_136_908,
        ),
    ];
    for ((a, m), (b, n), z, p, interval, fisher) in reference {
        let share = |x: u64, n: u64| {
            let (x, n) = (x as f64, n as f64);
            let (low, high) = ShareMethod::Wilson.interval(x, n, 0.95).unwrap();
            Bounded { value: x / n, low, high }
        };
        let difference = newcombe(share(b, n), share(a, m)).unwrap();
        ends(Some((difference.low, difference.high)), interval, 1e-9);
        close(keyness::fisher(Table::new(a, m, b, n)).p, fisher, 1e-9);
        let groups = [TrendGroup { score: 0.0, x: b, n }, TrendGroup { score: 1.0, x: a, n: m }];
        let test = trend(&groups).unwrap();
        close(test.chi2.sqrt(), z, 1e-9);
        close(test.p.p, p, 1e-9);
    }
}

/// `paired_prop`: both, first only, second only, neither of Agresti's approval ratings and of a small table (the
/// difference is that of first − second); difference, Wald's se, McNemar's χ² and p, exact p; Tango, Wald,
/// Bonett–Price.
#[test]
fn paired_shares() {
    let reference = [
        (
            [794, 150, 86, 570],
            [
                0.04,
                0.009_549_214_627_392,
                17.355_932_203_39,
                0.000_030_992_934_410_45,
                0.000_037_159_361_395_71,
            ],
            [
                (0.021_361_564_754_79, 0.058_998_033_305_7),
                (0.021_283_883_249_67, 0.058_716_116_750_33),
                (0.021_177_279_791_98, 0.058_722_845_051_97),
            ],
        ),
        (
            [12, 9, 2, 21],
            [
                0.159_090_909_090_9,
                0.071_460_428_121_99,
                4.454_545_454_545,
                0.034_808_478_811_87,
                0.065_429_687_5,
            ],
            [
                (0.013_176_674_090_85, 0.311_606_710_357_7),
                (0.019_031_043_652, 0.299_150_774_529_8),
                (0.004_977_402_150_346, 0.299_370_423_936_6),
            ],
        ),
    ];
    let z = normal_quantile(0.95);
    for ([both, won, lost, neither], [difference, se, chi2, p, exact], intervals) in reference {
        let pairs = Pairs { both, won, lost, neither };
        let change = pairs.change().unwrap();
        close(change.difference, difference, 1e-9);
        close(change.se, se, 1e-9);
        close(change.chi2, chi2, 1e-9);
        close(change.p.p, p, 1e-9);
        close(change.p_exact.p, exact, 1e-9);
        let methods = [NetMethod::Score, NetMethod::Wald, NetMethod::BonettPrice];
        for (method, expected) in methods.into_iter().zip(intervals) {
            ends(pairs.interval(method, z), expected, 1e-9);
        }
    }
}

/// `golden_panel.json`, `paired_overlap` and `rank`: the 115 respondents with a score in both waves, by group in
/// the first and in the second; their changes of answer; the answers of each wave.
#[test]
fn the_golden_panel() {
    let pairs = [
        (-100.0, -100.0, 38),
        (100.0, 100.0, 31),
        (0.0, 0.0, 15),
        (-100.0, 0.0, 13),
        (0.0, 100.0, 8),
        (0.0, -100.0, 5),
        (100.0, 0.0, 4),
        (-100.0, 100.0, 1),
    ];
    let change = paired_mean(&pairs).unwrap();
    assert_eq!(change.n, 115);
    close(change.difference, 12.173_913_043_478, 1e-9);
    close(change.se, 4.963_301_798_181, 1e-9);
    close(change.t, 2.452_785_169_731, 1e-9);
    close(change.correlation.unwrap(), 0.807_120_256_760_1, 1e-9);
    close(change.se_if_independent, 11.300_239_821_55, 1e-9);

    let steps = [(-2.0, 5), (-1.0, 16), (0.0, 46), (1.0, 29), (2.0, 16), (3.0, 3)];
    close(signed_rank(&Histogram::new(steps)).unwrap().p_corrected.p, 0.000_511_652_414_831_2, 1e-9);

    let wave = |counts: [u64; 11]| Histogram::new((0..=10).map(f64::from).zip(counts));
    let first = wave([0, 3, 7, 15, 19, 43, 43, 49, 29, 39, 50]);
    let second = wave([0, 1, 3, 9, 21, 29, 48, 44, 48, 42, 72]);
    let test = mann_whitney(&first, &second).unwrap();
    close(test.w, 53_235.5, 0.0);
    close(test.p.p, 0.004_591_348_547_702, 1e-9);
}

/// `mann_whitney`, `kruskal`.
#[test]
fn ranks() {
    let a = each(&[9.0, 10.0, 8.0, 7.0, 10.0, 6.0, 9.0, 3.0, 8.0, 10.0, 5.0, 9.0]);
    let b = each(&[7.0, 6.0, 8.0, 5.0, 9.0, 4.0, 7.0, 2.0, 6.0, 8.0, 5.0, 7.0, 3.0]);
    let third = each(&[10.0, 9.0, 9.0, 8.0, 7.0, 10.0, 6.0]);
    let test = mann_whitney(&b, &a).unwrap();
    close(test.w, 118.5, 0.0);
    close(test.z, 2.221_355_068_151, 1e-9);
    close(test.p.p, 0.026_326_921_765_21, 1e-9);
    close(test.p_corrected.p, 0.028_240_375_306_09, 1e-9);
    close(test.p_exact.unwrap().p, 0.024_491_471_645_87, 1e-9);
    close(test.superiority, 0.759_615_384_615_4, 1e-9);
    close(test.delta, 0.519_230_769_230_8, 1e-9);

    let test = kruskal_wallis(&[&a, &b, &third]).unwrap();
    close(test.h, 7.925_860_233_731, 1e-9);
    assert_eq!(test.freedom, 2);
    close(test.p.p, 0.019_007_338_893_04, 1e-9);
}

/// `prop_trend`, and the p-value of `chisq_2x3`.
#[test]
fn trends() {
    let cells = [(60, 100), (66, 105), (72, 104), (83, 110)];
    let groups: Vec<_> =
        cells.iter().zip(1..).map(|(&(x, n), score)| TrendGroup { score: f64::from(score), x, n }).collect();
    let test = trend(&groups).unwrap();
    close(test.chi2, 6.662_455_834_635, 1e-9);
    close(test.p.p, 0.009_846_512_640_034, 1e-9);
    close(tails::chi2_tail(0.845_797_720_797_7, 2.0).unwrap().p, 0.655_144_890_854_1, 1e-9);
}

/// `multiplicity`: p, Benjamini–Hochberg, Holm.
#[test]
fn many_tests() {
    let p = [
        0.000_1, 0.000_4, 0.001_9, 0.009_5, 0.020_1, 0.027_8, 0.029_8, 0.034_4, 0.045_9, 0.324, 0.426_2,
        0.571_9, 0.652_8, 0.759, 1.0,
    ];
    let bh = [
        0.001_5,
        0.003,
        0.009_5,
        0.035_625,
        0.060_3,
        0.063_857_142_857_14,
        0.063_857_142_857_14,
        0.064_5,
        0.076_5,
        0.486,
        0.581_181_818_181_8,
        0.714_875,
        0.753_230_769_230_8,
        0.813_214_285_714_3,
        1.0,
    ];
    let holm = [
        0.001_5, 0.005_6, 0.024_7, 0.114, 0.221_1, 0.278, 0.278, 0.278, 0.321_3, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0,
    ];
    for (found, expected) in [(keyness::benjamini_hochberg(&p), bh), (keyness::holm(&p), holm)] {
        found.into_iter().zip(expected).for_each(|(q, expected)| close(q, expected, 1e-9));
    }
}

/// `power`: R's `power.prop.test`, unrounded; a margin of 5 points; 400 answers a wave of variance 0.66.
#[test]
fn sample_sizes() {
    close(power::share_sample_size(0.60, 0.65, 0.95, 0.8).unwrap(), 1_470.485_462_714_83, 1e-4);
    assert_eq!(power::margin_sample_size(6600.0, 5.0, 0.95), Some(1015));
    let se = (6600.0 * 2.0 / 400.0_f64).sqrt();
    close(power::minimum_detectable(se, 0.95, 0.8).unwrap(), 16.093_881_795_065, 1e-9);
}
