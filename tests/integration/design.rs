//! Weights, strata, clusters, finite populations and panels, from file to report, against R's survey package.

use barometre::metric::law::t_quantile;
use barometre::metric::{Comparison, Estimate, Metric};
use barometre::report::{Met, Options, Report};

use crate::support::{close, file, shared, total, try_report};

/// The report of a file with a study.toml written on the spot.
fn study(data: &std::path::Path, toml: &str) -> Report {
    let (_dir, study) = file("study.toml", toml);
    try_report(&[data.to_path_buf()], &Options { study: Some(study), ..Options::default() }).unwrap()
}

fn segment<'r>(report: &'r Report, metric: Metric, value: &str) -> &'r Estimate {
    let of = |e: &&Estimate| {
        e.metric == metric && e.wave.is_none() && e.segment.as_ref().is_some_and(|s| s[0].value == value)
    };
    report.metrics.iter().find(of).unwrap()
}

const SCORE: &str =
    "[[question]]\nid = \"api\"\ncolumn = \"api00\"\nkind = \"rating\"\nscale = [100, 1000]\n";

fn design(keys: &str, question: &str) -> String {
    format!("[study]\nwave = \"\"\nsegments = [\"stype\", \"sch.wide\"]\n{keys}{question}")
}

/// `reference.json`, `survey_api.strat_*`: R 4.2.2, survey 4.1-1, `svydesign(id=~1, strata=~stype, weights=~pw, fpc=~fpc)`.
#[test]
fn stratified_sample_of_schools() {
    let Some(data) = shared("reference/apistrat.csv") else { return };
    let keys = "weight = \"pw\"\nstrata = \"stype\"\npopulation = { column = \"fpc\" }\n";
    let report = study(&data, &design(keys, SCORE));
    let mean = total(&report, Metric::RatingMean, None);
    close(mean.value.unwrap(), 662.287_363_159_321, 1e-9);
    close(mean.se.unwrap(), 9.408_940_802_785, 1e-9);
    close(mean.deff.unwrap(), 1.204_457_268_538, 1e-9);
    close(mean.df.unwrap(), 197.0, 0.0);
    close(mean.ci_low.unwrap(), 643.732_188_272_086, 1e-8);
    close(mean.ci_high.unwrap(), 680.842_538_046_555, 1e-8);
    for (level, value, se) in [
        ("E", 674.43, 12.382_479_793_907),
        ("H", 625.82, 14.937_129_185_393),
        ("M", 636.6, 16.214_707_308_185),
    ] {
        let cell = segment(&report, Metric::RatingMean, level);
        close(cell.value.unwrap(), value, 1e-9);
        close(cell.se.unwrap(), se, 1e-9);
    }

    let keys = "weight = \"pw\"\nstrata = \"stype\"\n";
    let report = study(&data, &design(keys, SCORE));
    let mean = total(&report, Metric::RatingMean, None);
    close(mean.se.unwrap(), 9.536_132_296_925, 1e-9);
}

/// `survey_api.clus1_*`: one stage of clusters, 15 of 757 districts.
#[test]
fn clustered_sample_of_schools() {
    let Some(data) = shared("reference/apiclus1.csv") else { return };
    let keys = "weight = \"pw\"\ncluster = \"dnum\"\npopulation = { column = \"fpc\" }\n";
    let report = study(&data, &design(keys, SCORE));
    let mean = total(&report, Metric::RatingMean, None);
    close(mean.value.unwrap(), 644.169_398_907_104, 1e-9);
    close(mean.se.unwrap(), 23.542_240_693_781, 1e-9);
    close(mean.deff.unwrap(), 9.345_869_450_591, 1e-9);
    close(mean.df.unwrap(), 14.0, 0.0);
    for (level, value, se) in
        [("No", 608.043_478_260_87, 28.987_688_541_355), ("Yes", 649.3625, 23.426_570_399_174)]
    {
        let cell = segment(&report, Metric::RatingMean, level);
        close(cell.value.unwrap(), value, 1e-9);
        close(cell.se.unwrap(), se, 1e-9);
    }
    // svyttest(api00 ~ sch.wide): t = 2.108989847793, 13 degrees of freedom. The rest of a value is the other.
    let test = report.comparisons.iter().find(|c| c.by == "sch.wide" && c.to == "Yes").unwrap();
    close(test.difference, 41.319_021_739_13, 1e-9);
    close(test.se, 19.591_854_262_538, 1e-9);
    close(test.p, 0.054_908_816_707_89, 1e-9);
}

/// `survey_api.clus1_rake` and `clus1_poststrat`: raked to the types of school and the targets met, cluster by
/// cluster; what the margins fix is no chance.
#[test]
fn a_clustered_sample_weighted_to_its_population() {
    let Some(data) = shared("reference/apiclus1.csv") else { return };
    let keys = "weight = \"pw\"\ncluster = \"dnum\"\npopulation = { column = \"fpc\" }\n";
    let types = "stype = { E = 4421, H = 755, M = 1018 }\n";
    let raking = format!(
        "[weighting]\nmethod = \"raking\"\n[weighting.targets]\n{types}\"sch.wide\" = {{ No = 1072, Yes = 5122 }}\n"
    );
    let report = study(&data, &design(keys, &format!("{raking}{SCORE}")));
    let mean = total(&report, Metric::RatingMean, None);
    close(mean.value.unwrap(), 641.230_320_926_8, 1e-6);
    close(mean.se.unwrap(), 23.703_616_887_929, 1e-6);
    assert!(mean.n_eff.unwrap() < 183.0);
    let weighting = report.weighting.as_ref().unwrap();
    close(weighting.weights.n_eff, 174.011_158_550_889, 1e-6);
    close(weighting.weights.deff, 1.051_656_695_605, 1e-8);

    let post = format!("[weighting]\nmethod = \"post-stratification\"\n[weighting.targets]\n{types}");
    let report = study(&data, &design(keys, &format!("{post}{SCORE}")));
    let mean = total(&report, Metric::RatingMean, None);
    close(mean.value.unwrap(), 642.310_788_211_582, 1e-9);
    close(mean.se.unwrap(), 23.920_486_445_09, 1e-9);
}

/// The share `ell == 0`, banded as the better of two answers: `survey_api.clus1_ciprop_emer_high`, xlogit.
#[test]
fn a_rare_share_of_a_clustered_sample() {
    let Some(data) = shared("reference/apiclus1.csv") else { return };
    let text = std::fs::read_to_string(&data).unwrap();
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let headers = rows.headers().unwrap().clone();
    let at = |name: &str| headers.iter().position(|h| h == name).unwrap();
    let (ell, district, weight, heads) = (at("ell"), at("dnum"), at("pw"), at("fpc"));
    let mut banded = String::from("q,dnum,pw,fpc\n");
    for row in rows.records() {
        let row = row.unwrap();
        let none = row[ell].parse::<f64>().unwrap() == 0.0;
        let answer = if none { 5 } else { 1 };
        banded.push_str(&format!("{answer},{},{},{}\n", &row[district], &row[weight], &row[heads]));
    }
    let (_dir, data) = file("banded.csv", banded);
    let report = study(
        &data,
        "[study]\nsegments = []\nweight = \"pw\"\ncluster = \"dnum\"\npopulation = { column = \"fpc\" }\n\
         [[question]]\nid = \"q\"\ncolumn = \"q\"\nkind = \"csat\"\n",
    );
    let share = total(&report, Metric::Csat, None);
    close(share.value.unwrap(), 2.185_792_349_727, 1e-9);
    close(share.ci_low.unwrap(), 0.230_469_128_408_3, 1e-8);
    close(share.ci_high.unwrap(), 17.774_776_682_27, 1e-8);
}

/// `survey_api.strat_nps` and `clus1_nps`: schools from 750 on are promoters, under 600 detractors.
#[test]
fn net_scores_of_designs() {
    for (name, keys, value, se, deff, df, linear, segments) in [
        (
            "apistrat",
            "weight = \"pw\"\nstrata = \"stype\"\n",
            -6.127_542_993_598,
            5.921_834_198_396,
            1.225_450_176_312,
            197.0,
            [-17.805_868_057_767, 5.550_782_070_57],
            [("E", 0.0, 7.823_662_783_241), ("H", -26.0, 9.077_492_218_766)],
        ),
        (
            "apiclus1",
            "weight = \"pw\"\ncluster = \"dnum\"\n",
            -20.218_579_234_973,
            14.467_771_653_014,
            8.208_187_545_36,
            14.0,
            [-51.248_863_280_192, 10.811_704_810_247],
            [("No", -43.478_260_869_565, 17.950_452_241_519), ("Yes", -16.875, 14.493_858_562_13)],
        ),
    ] {
        let Some(data) = shared(&format!("reference/{name}.csv")) else { return };
        let mut rows = csv::Reader::from_path(&data).unwrap();
        let headers = rows.headers().unwrap().clone();
        let score = headers.iter().position(|h| h == "api00").unwrap();
        let mut banded = csv::Writer::from_writer(Vec::new());
        banded.write_record(&headers).unwrap();
        for row in rows.records() {
            let mut row: Vec<String> = row.unwrap().iter().map(str::to_owned).collect();
            let api: f64 = row[score].parse().unwrap();
            row[score] = if api >= 750.0 {
                "10"
            } else if api < 600.0 {
                "2"
            } else {
                "7"
            }
            .to_owned();
            banded.write_record(&row).unwrap();
        }
        let (_dir, data) = file("banded.csv", banded.into_inner().unwrap());
        let keys = format!("{keys}population = {{ column = \"fpc\" }}\n");
        let nps = "[[question]]\nid = \"nps\"\ncolumn = \"api00\"\nkind = \"nps\"\n";
        let report = study(&data, &design(&keys, nps));
        let found = total(&report, Metric::Nps, None);
        close(found.value.unwrap(), value, 1e-9);
        close(found.se.unwrap(), se, 1e-9);
        close(found.deff.unwrap(), deff, 1e-9);
        close(found.df.unwrap(), df, 0.0);
        let (low, high) = (found.ci_low.unwrap(), found.ci_high.unwrap());
        assert!(low > -100.0 && low < value && value < high && high < 100.0);
        let half = t_quantile(0.95, df).unwrap() * found.se.unwrap();
        close(value - half, linear[0], 1e-9);
        close(value + half, linear[1], 1e-9);
        for (level, value, se) in segments {
            let cell = segment(&report, Metric::Nps, level);
            close(cell.value.unwrap(), value, 1e-9);
            close(cell.se.unwrap(), se, 1e-9);
        }
    }
}

/// `golden_panel.json`, `weighted_panel_clustered`: all 500 respondents are the units; without an answer they stay.
#[test]
fn the_same_people_in_two_waves() {
    let Some(data) = shared("reference/golden_panel.csv") else { return };
    let report = study(
        &data,
        "[study]\nwave = \"wave\"\nrespondent = \"respondent_id\"\nweight = \"weight\"\nsegments = [\"region\"]\n\
         [[question]]\nid = \"nps\"\ncolumn = \"reco\"\nkind = \"nps\"\nmissing = [99]\n\
         [[question]]\nid = \"csat\"\ncolumn = \"csat\"\nkind = \"csat\"\n\
         [[question]]\nid = \"ces\"\ncolumn = \"ces\"\nkind = \"ces\"\nmissing = [99]\n",
    );
    assert!(report.study.weighted);
    let expect = |metric, unit: f64, values: [f64; 2], errors: [f64; 2], difference: [f64; 2], apart: f64| {
        for (wave, i) in [("2025-S1", 0), ("2025-S2", 1)] {
            let found = total(&report, metric, Some(wave));
            close(found.value.unwrap(), unit * values[i], 1e-8);
            close(found.se.unwrap(), unit * errors[i], unit * 1e-9);
        }
        let change: &Comparison = report
            .comparisons
            .iter()
            .find(|c| c.metric == metric && c.segment.is_none() && c.by == "wave")
            .unwrap();
        close(change.difference, unit * difference[0], 1e-8);
        close(change.se, unit * difference[1], unit * 1e-9);
        close(change.se_independent.unwrap(), unit * apart, unit * 1e-9);
        change.overlap.unwrap()
    };
    let both = expect(
        Metric::Nps,
        1.0,
        [-14.191_919_191_919, 1.835_221_371_249],
        [5.006_682_219_689, 4.818_586_768_533],
        [16.027_140_563_168, 5.777_760_283_785],
        6.947_440_095_566,
    );
    assert_eq!(both, 115, "of the 120 in both waves, those who answered twice");
    expect(
        Metric::Csat,
        100.0,
        [0.648_092_369_477_9, 0.731_063_585_396_7],
        [0.028_124_955_353_45, 0.025_329_170_403_69],
        [0.082_971_215_918_74, 0.033_607_875_782_93],
        0.037_842_100_135_21,
    );
    expect(
        Metric::Ces,
        1.0,
        [4.808_521_303_258, 5.043_811_285_864],
        [0.082_124_991_171_53, 0.078_738_422_416_73],
        [0.235_289_982_606_3, 0.099_891_632_471_25],
        0.113_750_756_331_9,
    );
}

/// The same on answers written on the spot: four people of ten are seen twice; R's survey package on these rows
/// (`svydesign(id = ~id, weights = ~w)`), see tests/reference/design.R.
#[test]
fn a_design_without_shared_files() {
    let mut rows = String::from("id;vague;strate;effectif;poids;note\n");
    for i in 0..40 {
        let (wave, id) = if i < 20 { ("V1", i) } else { ("V2", i - 12) };
        let (stratum, heads) = if id % 2 == 0 { ("A", 60) } else { ("B", 90) };
        let (weight, score) = ([1, 2, 3, 5][i % 4], [0, 10, 7, 9, 6, 10, 8][i % 7]);
        rows.push_str(&format!("{id};{wave};{stratum};{heads};{weight};{score}\n"));
    }
    let (_dir, data) = file("x.csv", rows);
    let nps = "[[question]]\nid = \"nps\"\ncolumn = \"note\"\nkind = \"nps\"\n";
    let found = |keys: &str| {
        let report = study(&data, &format!("[study]\nsegments = []\nwave = \"vague\"\n{keys}{nps}"));
        let change = report.comparisons.iter().find(|c| c.by == "wave").cloned();
        (total(&report, Metric::Nps, None).clone(), change.unwrap())
    };
    let weighted = "weight = \"poids\"\n";
    let strata = "strata = \"strate\"\npopulation = { column = \"effectif\" }\n";
    for (keys, se, deff, df, change_se, overlap) in [
        (
            "respondent = \"id\"\n",
            17.009_336_789_385_95,
            1.577_275_256_344_32,
            27.0,
            28.611_668_741_586_92,
            Some(12),
        ),
        (strata, 14.695_703_824_752_93, 1.850_155_180_446_31, 36.0, 29.417_285_714_102_92, None),
    ] {
        let (total, change) = found(&format!("{weighted}{keys}"));
        close(total.value.unwrap(), 10.909_090_909_090_91, 1e-9);
        close(total.se.unwrap(), se, 1e-9);
        close(total.deff.unwrap(), deff, 1e-9);
        close(total.df.unwrap(), df, 0.0);
        close(change.difference, -7.272_727_272_727_27, 1e-9);
        close(change.se, change_se, 1e-9);
        assert_eq!(change.overlap, overlap);
    }
    // Head counts by stratum say the same as a column; respondents named once a person change nothing.
    let by_stratum = found(&format!("{weighted}strata = \"strate\"\npopulation = {{ a = 60, B = 90 }}\n"));
    assert_eq!(by_stratum, found(&format!("{weighted}{strata}")));
}

/// `golden_panel.json`, `stratified_per_wave`: each wave a stratified sample of its population.
#[test]
fn waves_are_samples_of_their_own() {
    let Some(data) = shared("reference/golden_panel.csv") else { return };
    let questions = "[[question]]\nid = \"nps\"\ncolumn = \"reco\"\nkind = \"nps\"\nmissing = [99]\n\
                     [[question]]\nid = \"csat\"\ncolumn = \"csat\"\nkind = \"csat\"\n";
    let keys =
        "[study]\nwave = \"wave\"\nweight = \"weight\"\nstrata = \"region\"\nsegments = [\"region\"]\n";
    let finite = study(&data, &format!("{keys}population = {{ column = \"stratum_N\" }}\n{questions}"));
    let endless = study(&data, &format!("{keys}{questions}"));
    for (wave, df, se, without, deff, logit) in [
        (
            "2025-S1",
            297.0,
            4.926_702_536_929,
            4.999_676_790_34,
            1.031_969_548_338,
            [0.591_757_999_847_5, 0.700_586_310_439_9],
        ),
        (
            "2025-S2",
            317.0,
            4.685_920_680_595,
            4.760_219_164_43,
            1.009_765_057_736,
            [0.679_216_053_068, 0.777_279_000_444_6],
        ),
    ] {
        let nps = total(&finite, Metric::Nps, Some(wave));
        close(nps.se.unwrap(), se, 1e-9);
        close(nps.df.unwrap(), df, 0.0);
        close(nps.deff.unwrap(), deff, 1e-9);
        close(total(&endless, Metric::Nps, Some(wave)).se.unwrap(), without, 1e-9);
        let csat = total(&finite, Metric::Csat, Some(wave));
        close(csat.ci_low.unwrap(), 100.0 * logit[0], 1e-6);
        close(csat.ci_high.unwrap(), 100.0 * logit[1], 1e-6);
    }
}

/// The people of a panel come and go: more of them over the year than heads at any time is no mistake.
#[test]
fn a_panel_may_have_seen_more_people_than_heads() {
    let mut rows = String::from("id;vague;strate;effectif;note\n");
    for i in 0..60 {
        let wave = i / 20;
        rows.push_str(&format!("{};V{};A;25;{}\n", i - 5 * wave, wave + 1, [0, 10, 7, 9, 6, 10, 8][i % 7]));
    }
    let (_dir, data) = file("x.csv", rows);
    let toml = "[study]\nsegments = []\nwave = \"vague\"\nrespondent = \"id\"\nstrata = \"strate\"\n\
                population = { column = \"effectif\" }\n[[question]]\nid = \"nps\"\ncolumn = \"note\"\nkind = \"nps\"\n";
    let report = study(&data, toml);
    let found = report.study.design.as_ref().unwrap();
    assert_eq!((found.drawn, found.population), (50, Some(25.0)));
    close(found.fraction.unwrap(), 0.8, 1e-12);
    let without = study(&data, &toml.replace("population = { column = \"effectif\" }\n", ""));
    let se = |report: &Report| total(report, Metric::Nps, Some("V2")).se.unwrap();
    close(se(&report), se(&without) * 0.2_f64.sqrt(), 1e-9);
}

/// Where all of a side answer alike, the difference is still that of the weighted scores.
#[test]
fn a_unanimous_side_keeps_its_weights() {
    let mut rows = String::from("vague;poids;note\n");
    for i in 0..80 {
        let note = if i < 40 || i % 2 == 0 { 10 } else { 2 };
        let weight = if note == 10 { 1 } else { 4 };
        rows.push_str(&format!("{};{weight};{note}\n", if i < 40 { "V1" } else { "V2" }));
    }
    let (_dir, data) = file("x.csv", rows);
    let report = study(
        &data,
        "[study]\nwave = \"vague\"\nweight = \"poids\"\n[[question]]\nid = \"nps\"\ncolumn = \"note\"\nkind = \"nps\"\n",
    );
    let of = |wave| total(&report, Metric::Nps, Some(wave)).value.unwrap();
    let change = report.comparisons.iter().find(|c| c.by == "wave").unwrap();
    close(of("V2"), -60.0, 1e-9);
    close(change.difference, of("V2") - of("V1"), 1e-9);
    assert!(change.p < 1e-6 && change.ci_low < -160.0 && change.ci_high > -160.0, "{change:?}");
}

/// A target is judged by the interval of the last wave; `--check` ends with 1 when one is missed.
#[test]
fn targets_are_met_missed_or_undecided() {
    let mut rows = String::from("vague;note\n");
    for wave in ["V1", "V2"] {
        for i in 0..200 {
            rows.push_str(&format!("{wave};{}\n", if i % 10 < 5 { 10 } else { 7 }));
        }
    }
    let (_dir, data) = file("x.csv", rows);
    let judged = |bounds: &str| {
        let toml = format!(
            "[study]\nwave = \"vague\"\n[[question]]\nid = \"nps\"\ncolumn = \"note\"\nkind = \"nps\"\n{bounds}"
        );
        let (dir, path) = file("study.toml", &toml);
        let report = study(&data, &toml);
        let status = std::process::Command::new(env!("CARGO_BIN_EXE_barometre"))
            .args(["metrics", "--quiet", "--check", "--study"])
            .args([&path, &data])
            .output()
            .unwrap()
            .status;
        drop(dir);
        let met: Vec<Met> = report.targets.iter().map(|t| t.met).collect();
        assert!(report.targets.iter().all(|t| t.wave.as_deref() == Some("V2") && t.n == Some(200)));
        (met, status.code())
    };
    assert_eq!(judged("target = 30\n"), (vec![Met::Yes], Some(0)));
    assert_eq!(judged("target = 52\nminimum = 20\n"), (vec![Met::Undecided, Met::Yes], Some(0)));
    assert_eq!(judged("target = 52\nminimum = 70\n"), (vec![Met::Undecided, Met::No], Some(1)));
}
