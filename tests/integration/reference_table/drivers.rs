//! Importance of drivers, penalty and reward, jackknives.

use std::collections::BTreeMap;

use barometre::driver::{
    Correlations, Jackknife, car_scores, independent, least_squares, lmg, lmg_sampled, mcfadden,
    penalty_reward, relative_weights,
};
use barometre::metric::ordinal::Observation;
use barometre::tally::{Groups, Unit, steps};

use crate::support::{close, shared};

const SWISS: &str = include_str!("../../reference/swiss.csv");
const ATTITUDE: &str = include_str!("../../reference/attitude.csv");
const MTCARS: &str = include_str!("../../reference/mtcars.csv");
const PENALTY_REWARD: &str = include_str!("../../reference/penalty_reward.csv");

/// Columns of a small CSV, by name.
fn columns(text: &str, names: &[&str]) -> Vec<Vec<f64>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().clone();
    let places: Vec<usize> =
        names.iter().map(|name| header.iter().position(|h| h == *name).unwrap()).collect();
    let mut columns = vec![Vec::new(); names.len()];
    for record in reader.records() {
        let record = record.unwrap();
        for (column, place) in columns.iter_mut().zip(&places) {
            column.push(record[*place].parse().unwrap());
        }
    }
    columns
}

/// Sums over the rows, each a unit; the variables are the columns.
fn sums(columns: &[Vec<f64>], weights: impl Fn(usize) -> u64) -> Jackknife {
    let (coded, units): (Vec<Vec<i32>>, Vec<f64>) = columns.iter().map(|column| steps(column)).unzip();
    let mut groups = Groups::new(columns.len(), 1_000_000_000);
    for row in 0..columns[0].len() {
        let values: Vec<(usize, i32)> = coded.iter().map(|column| column[row]).enumerate().collect();
        groups.add(0, Unit::Named(row as u64), weights(row), &values);
    }
    Jackknife::new(groups, &units, &BTreeMap::new())
}

/// Correlations of the columns after the first with the first.
fn correlations(columns: &[Vec<f64>]) -> Correlations {
    let drivers: Vec<usize> = (1..columns.len()).collect();
    Correlations::new(sums(columns, |_| 1).products(), 0, &drivers).unwrap()
}

fn all_close(found: &[f64], expected: &[f64], tolerance: f64) {
    assert_eq!(found.len(), expected.len());
    found.iter().zip(expected).for_each(|(found, expected)| close(*found, *expected, tolerance));
}

const SWISS_COLUMNS: [&str; 6] =
    ["Fertility", "Agriculture", "Examination", "Education", "Catholic", "Infant.Mortality"];

/// `relaimpo_swiss`, `johnson_swiss`: relaimpo 2.2-7, `calc.relimp(lm(Fertility ~ ., swiss), type = …)`.
#[test]
fn swiss() {
    let found = correlations(&columns(SWISS, &SWISS_COLUMNS));
    close(found.r2().unwrap(), 0.706_735_001_592_7, 1e-9);
    let parts = [
        0.057_091_220_768_09,
        0.171_173_028_900_2,
        0.260_134_678_624_4,
        0.105_570_150_373_5,
        0.112_765_922_926_5,
    ];
    all_close(&lmg(&found).unwrap(), &parts, 1e-9);
    let first = [
        0.124_664_909_905_7,
        0.417_164_470_500_6,
        0.440_615_646_723_9,
        0.215_003_501_618_5,
        0.173_518_927_324_9,
    ];
    all_close(&found.first(), &first, 1e-9);
    let last = [
        0.042_869_607_125_49,
        0.007_387_418_515_124,
        0.161_962_693_077_3,
        0.062_372_625_827_42,
        0.056_945_258_732_5,
    ];
    all_close(&found.last().unwrap(), &last, 1e-9);
    let squares = [
        0.097_919_729_041_4,
        0.027_151_862_623_23,
        0.449_437_205_966_8,
        0.120_825_779_565_9,
        0.063_069_278_591_51,
    ];
    all_close(&found.beta_squared().unwrap(), &squares, 1e-9);
    let pratt = [
        -0.110_485_990_962_4,
        0.106_427_404_338_9,
        0.445_004_567_582,
        0.161_176_814_996_6,
        0.104_612_205_637_5,
    ];
    all_close(&found.pratt().unwrap(), &pratt, 1e-9);
    let weights = [
        0.048_416_895_811_9,
        0.154_708_249_806_2,
        0.271_964_104_646,
        0.114_680_029_947_6,
        0.116_965_721_381_1,
    ];
    all_close(&relative_weights(&found).unwrap(), &weights, 1e-9);
    let car = [
        0.000_567_474_185_338_7,
        0.151_133_990_848_1,
        0.323_268_070_976_7,
        0.115_073_184_179,
        0.116_692_281_403_6,
    ];
    all_close(&car_scores(&found).unwrap(), &car, 1e-9);
    // Sampled orders are within three times the half-width of their 95 % interval.
    let sampled = lmg_sampled(&found, 2000).unwrap();
    for ((found, error), exact) in sampled.shares.iter().zip(&sampled.error).zip(parts) {
        close(*found, exact, 1.5 * error);
    }
}

/// `relaimpo_swiss_weighted`: weights 1, 2, 1, 2 …
#[test]
fn swiss_weighted() {
    let sums = sums(&columns(SWISS, &SWISS_COLUMNS), |row| 1 + row as u64 % 2);
    let found = Correlations::new(sums.products(), 0, &[1, 2, 3, 4, 5]).unwrap();
    close(found.r2().unwrap(), 0.664_732_282_746_3, 1e-9);
    let parts =
        [0.042_504_243_178_7, 0.137_192_666_206, 0.231_097_037_889_1, 0.117_867_747_994, 0.136_070_587_478_5];
    all_close(&lmg(&found).unwrap(), &parts, 1e-9);
}

/// `relaimpo_attitude`: the satisfaction of a firm's employees with six sides of it (Chatterjee & Price 1977).
#[test]
fn attitude() {
    let names = ["rating", "complaints", "privileges", "learning", "raises", "critical", "advance"];
    let found = correlations(&columns(ATTITUDE, &names));
    close(found.r2().unwrap(), 0.732_601_992_531_1, 1e-9);
    let parts = [
        0.370_816_194_319_3,
        0.050_903_792_971_54,
        0.155_765_990_169_1,
        0.120_345_079_403_6,
        0.006_588_722_545_861,
        0.028_182_213_121_65,
    ];
    all_close(&lmg(&found).unwrap(), &parts, 1e-9);
    let last = [
        0.168_677_213_05,
        0.003_367_865_620_814,
        0.042_007_492_054_35,
        0.001_583_274_005_926,
        0.000_792_620_475_084,
        0.017_247_060_491_64,
    ];
    all_close(&found.last().unwrap(), &last, 1e-9);
    let first = [
        0.681_314_164_108_9,
        0.181_575_586_984,
        0.388_974_452_874_4,
        0.348_264_033_275_2,
        0.024_473_208_155_59,
        0.024_051_745_745_88,
    ];
    all_close(&found.first(), &first, 1e-9);
    let weights = [
        0.362_760_199_658_1,
        0.056_002_278_778_85,
        0.163_610_910_750_5,
        0.121_780_399_688_2,
        0.008_255_466_496_438,
        0.020_192_737_158_98,
    ];
    all_close(&relative_weights(&found).unwrap(), &weights, 1e-9);
}

/// `azen_budescu_2003`: the correlations of the paper's example, the score first.
#[test]
fn azen_and_budescu() {
    let matrix = [
        vec![1.0, 0.6, 0.3, 0.4, 0.5],
        vec![0.6, 1.0, 0.8, 0.1, 0.3],
        vec![0.3, 0.8, 1.0, 0.1, 0.1],
        vec![0.4, 0.1, 0.1, 1.0, 0.5],
        vec![0.5, 0.3, 0.1, 0.5, 1.0],
    ];
    let found = Correlations::from_matrix(&matrix, 0).unwrap();
    close(found.r2().unwrap(), 0.584_352_517_985_6, 1e-9);
    let parts = [0.292_176_177_682_5, 0.075_861_351_514_75, 0.094_910_880_417_22, 0.121_404_108_371_1];
    all_close(&lmg(&found).unwrap(), &parts, 1e-9);
    let weights = [0.290_759_021_959_3, 0.076_119_802_505_09, 0.097_606_146_247_46, 0.119_867_547_273_8];
    all_close(&relative_weights(&found).unwrap(), &weights, 1e-9);
}

/// `johnson_iopsych_doc`: correlations of the documentation of iopsych's `relWt`, the score last.
#[test]
fn iopsych() {
    let matrix = [
        vec![1.0, 0.2, 0.3, 0.4, -0.4],
        vec![0.2, 1.0, 0.5, 0.1, 0.1],
        vec![0.3, 0.5, 1.0, 0.2, -0.3],
        vec![0.4, 0.1, 0.2, 1.0, 0.4],
        vec![-0.4, 0.1, -0.3, 0.4, 1.0],
    ];
    let found = Correlations::from_matrix(&matrix, 4).unwrap();
    let weights = [0.240_661_193_555_8, 0.054_926_637_406_59, 0.121_434_762_294_8, 0.281_581_893_582_6];
    all_close(&relative_weights(&found).unwrap(), &weights, 1e-9);
}

/// `johnson_mtcars_cyl_hp_wt`, and `johnson_mtcars_rwa_pkg`, whose share of R² is rescaled to 100.
#[test]
fn motor_cars() {
    let found = correlations(&columns(MTCARS, &["mpg", "cyl", "hp", "wt"]));
    let weights = relative_weights(&found).unwrap();
    all_close(&weights, &[0.270_869_937_408_1, 0.223_407_614_595_3, 0.348_872_431_266], 1e-9);
    let total: f64 = weights.iter().sum();
    let rescaled: Vec<f64> = weights.iter().map(|w| 100.0 * w / total).collect();
    all_close(&rescaled, &[32.125_949_449_439, 26.496_782_189_214, 41.377_268_361_347], 1e-7);
}

/// `relaimpo_nps_testdata`: three ratings and a recommendation.
#[test]
fn apples() {
    let Some(path) = shared("reference/nps_testdata.csv") else { return };
    let names = ["REC", "Product.Tastiness", "Salesman.Smileyness", "Salesman.Chirpiness"];
    let found = correlations(&columns(&std::fs::read_to_string(path).unwrap(), &names));
    close(found.r2().unwrap(), 0.615_164_666_033_6, 1e-9);
    let parts = [0.250_508_657_874_8, 0.237_440_385_556_9, 0.127_215_622_601_9];
    all_close(&lmg(&found).unwrap(), &parts, 1e-9);
    let weights = [0.262_295_102_284_9, 0.227_558_265_974_4, 0.125_311_297_774_2];
    all_close(&relative_weights(&found).unwrap(), &weights, 1e-9);
}

/// `shapley_logit_mcfadden`: `glm(vs ~ mpg + wt + gear, binomial, mtcars)`.
#[test]
fn engines() {
    let columns = columns(MTCARS, &["vs", "mpg", "wt", "gear"]);
    let rows: Vec<Observation> = (0..32)
        .map(|row| Observation {
            answer: columns[0][row],
            predictors: columns[1..].iter().map(|column| column[row]).collect(),
            weight: 1.0,
        })
        .collect();
    let parts = mcfadden(&rows).unwrap();
    all_close(&parts, &[0.278_665_579_684_6, 0.143_557_549_347_5, 0.032_348_485_062_44], 1e-6);
    close(parts.iter().sum(), 0.454_571_614_094_5, 1e-9);
}

/// `penalty_reward`: `summary(lm(y ~ …))` on three sides of attitude, in thirds.
#[test]
fn penalties_and_rewards() {
    let names = [
        "y",
        "complaints_pen",
        "complaints_rew",
        "privileges_pen",
        "privileges_rew",
        "learning_pen",
        "learning_rew",
    ];
    let sums = sums(&columns(PENALTY_REWARD, &names), |_| 1);
    let ends = [1, 2, 3, 4, 5, 6];
    assert_eq!(independent(sums.products(), &ends), ends);
    let model = least_squares(sums.products(), 0, &ends).unwrap();
    close(model.intercept, 65.380_988_871_4, 1e-9);
    let slopes = [
        -10.452_033_800_017,
        6.756_772_429_79,
        -2.831_745_505_758,
        -2.975_147_046_641,
        -1.087_958_744_097,
        9.259_264_628_724,
    ];
    all_close(&model.slopes, &slopes, 1e-9);
    let errors = [
        2.917_392_026_314,
        3.475_446_439_274,
        3.879_332_627_681,
        3.627_901_659_786,
        3.742_495_107_083,
        3.492_148_376_223,
        4.171_362_201,
    ];
    all_close(&model.classical_errors().unwrap(), &errors, 1e-9);
    let dimensions = penalty_reward(&sums, 0, &[(1, 2), (3, 4), (5, 6)], 1, 0.95).unwrap();
    close(dimensions[0].penalty.unwrap().effect.value, slopes[0], 1e-9);
    close(dimensions[2].reward.unwrap().effect.value, slopes[5], 1e-9);
}

/// Net score of schools, from 750 on promoters and under 600 detractors, and their mean, each unit a group.
fn schools(file: &str, stratum: Option<&str>, unit: &str, heads: Option<&str>) -> Option<Jackknife> {
    let mut reader = csv::Reader::from_path(shared(file)?).unwrap();
    let header = reader.headers().unwrap().clone();
    let place = |name: &str| header.iter().position(|h| h == name).unwrap();
    let mut groups = Groups::new(2, 1_000_000_000);
    let (mut names, mut heads_of, mut units) = (Vec::new(), BTreeMap::new(), BTreeMap::new());
    for record in reader.records() {
        let record = record.unwrap();
        let text = |name: &str| record[place(name)].to_owned();
        let number = |name: &str| text(name).parse::<f64>().unwrap();
        let name = stratum.map_or_else(String::new, text);
        let code = names.iter().position(|n| *n == name).unwrap_or_else(|| {
            names.push(name);
            names.len() - 1
        }) as u16;
        // The files' ids have up to 15 digits.
        let unit: u64 = text(unit).parse().unwrap();
        units.entry(code).or_insert_with(std::collections::BTreeSet::new).insert(unit);
        heads.map(|heads| heads_of.insert(code, number(heads)));
        let score = number("api00");
        let net = i32::from(score >= 750.0) - i32::from(score < 600.0);
        // Weights as whole numbers of billionths.
        let weight = (number("pw") * 1e9).round() as u64;
        groups.add(code, Unit::Named(unit), weight, &[(0, 100 * net), (1, score as i32)]);
    }
    let fractions = heads_of.iter().map(|(code, heads)| (*code, units[code].len() as f64 / heads)).collect();
    Some(Jackknife::new(groups, &[1.0, 1.0], &fractions))
}

/// `survey_api.strat_jkn_nps`, `clus1_jk1_nps`, `clus1_jk1_mean_api00`: survey 4.1-1, `as.svrepdesign`.
#[test]
fn jackknives() {
    let net = |jackknife: &Jackknife, variable: usize| {
        jackknife.intervals(0.95, |products| Some(vec![products.mean(variable)])).unwrap()[0]
    };
    let Some(strata) = schools("reference/apistrat.csv", Some("stype"), "cds", Some("fpc")) else { return };
    close(strata.freedom(), 197.0, 0.0);
    let found = net(&strata, 0);
    close(found.value, -6.127_542_993_598, 1e-9);
    close(found.se, 5.921_834_198_396, 1e-9);
    let Some(clusters) = schools("reference/apiclus1.csv", None, "dnum", Some("fpc")) else { return };
    close(clusters.freedom(), 14.0, 0.0);
    close(net(&clusters, 0).value, -20.218_579_234_973, 1e-9);
    close(net(&clusters, 0).se, 16.312_505_224_569, 1e-9);
    close(net(&clusters, 1).value, 644.169_398_907_104, 1e-9);
    close(net(&clusters, 1).se, 26.329_360_589_528, 1e-9);
}
