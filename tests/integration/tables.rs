//! Frequency tables and cross-tables, from file to report, against R's survey package: tests/reference/hdv2003.R.

use std::path::Path;

use barometre::error::Error;
use barometre::report::{Base, FrequencyCell, FrequencyTable, Options, Report, TableOptions};

use crate::support::{close, csv, file, report_of, sample, shared, try_report};

fn tables(data: &Path, toml: &str, by: &[&str], base: Base) -> Result<Report, Error> {
    let (_dir, study) = file("study.toml", toml);
    let by = by.iter().map(|b| (*b).to_owned()).collect();
    let tables = TableOptions { by, base, only: true };
    try_report(&[data.to_path_buf()], &Options { study: Some(study), tables, ..Options::default() })
}

fn table<'r>(report: &'r Report, question: &str) -> &'r FrequencyTable {
    report.tables.iter().find(|t| t.question == question).unwrap()
}

fn cell<'r>(table: &'r FrequencyTable, row: &str, column: Option<&str>) -> &'r FrequencyCell {
    table.cells.iter().find(|c| c.row == row && c.column.as_deref() == column).unwrap()
}

/// Share, standard error, ends of the interval.
fn check(cell: &FrequencyCell, expected: [f64; 4], tolerance: f64) {
    let found = [cell.column_share, cell.se, cell.ci_low, cell.ci_high];
    for (found, expected) in found.into_iter().zip(expected) {
        close(found.unwrap(), expected, tolerance);
    }
}

fn check_test(table: &FrequencyTable, expected: [f64; 4], tolerance: f64) {
    let test = table.test.as_ref().unwrap();
    assert_eq!(test.method, "rao_scott");
    let found = [test.statistic, test.df, test.df_denominator.unwrap() / test.df, test.p];
    let expected = [expected[0], expected[1], expected[2] / expected[1], expected[3]];
    for (found, expected) in found.into_iter().zip(expected) {
        close(found, expected, tolerance * expected.abs().max(1.0));
    }
}

const HDV: &str = "[study]\nwave = \"\"\nweight = \"poids\"\nsegments = [\"sexe\"]\n\
        [[question]]\nid = \"satisfaction\"\ncolumn = \"trav.satisf\"\nkind = \"single\"\n\
        [[question]]\nid = \"importance\"\ncolumn = \"trav.imp\"\nkind = \"single\"\n\
        [[question]]\nid = \"loisirs\"\nkind = \"multiple\"\n\
        columns = [\"hard.rock\", \"lecture.bd\", \"peche.chasse\", \"cuisine\", \"sport\"]\n\
        [[question]]\nid = \"sport\"\ncolumn = \"sport\"\nkind = \"single\"\n\
        [[question]]\nid = \"cuisine\"\ncolumn = \"cuisine\"\nkind = \"single\"\n";

#[test]
fn hdv2003_single_answers_agree_with_r() {
    let Some(data) = shared("data/hdv2003/hdv2003.csv") else { return };
    let report = tables(&data, HDV, &["SEXE"], Base::Respondents).unwrap();
    let satisfaction = table(&report, "satisfaction");
    for (column, row, expected) in [
        (
            None,
            "Satisfaction",
            [0.466_403_416_661_36, 0.019_726_619_693_303_5, 0.427_994_435_371_799, 0.505_214_876_850_284],
        ),
        (
            None,
            "Equilibre",
            [0.422_289_155_118_049, 0.019_336_224_696_687_1, 0.384_894_851_632_247, 0.460_596_043_985_805],
        ),
        (
            None,
            "Insatisfaction",
            [0.111_307_428_220_591, 0.012_423_619_190_622_4, 0.089_173_686_323_580_8, 0.138_101_986_338_454],
        ),
        (
            Some("Femme"),
            "Satisfaction",
            [0.478_466_435_154_622, 0.028_327_316_983_021_2, 0.423_376_565_625_164, 0.534_085_120_763_818],
        ),
        (
            Some("Femme"),
            "Insatisfaction",
            [0.100_351_056_730_054, 0.016_660_842_951_019_8, 0.072_062_558_144_747_7, 0.138_091_771_884_225],
        ),
        (
            Some("Homme"),
            "Equilibre",
            [0.423_260_347_447_732, 0.027_172_870_942_463_6, 0.371_014_155_337_203, 0.477_281_044_678_628],
        ),
        (
            Some("Homme"),
            "Insatisfaction",
            [0.120_922_729_149_039, 0.018_148_180_971_786_2, 0.089_578_831_142_659_1, 0.161_290_969_809_316],
        ),
    ] {
        check(cell(satisfaction, row, column), expected, 1e-9);
    }
    // svytable: weighted counts, and the shares of a row.
    let women = cell(satisfaction, "Equilibre", Some("Femme"));
    close(women.weighted_n.unwrap(), 1_151_307.691_879_44, 1e-6);
    close(
        women.row_share.unwrap(),
        1_151_307.691_879_44 / (1_151_307.691_879_44 + 1_318_355.490_397_02),
        1e-9,
    );
    check_test(
        satisfaction,
        [0.399_039_160_194_339, 1.999_268_477_489_33, 3_996.537_686_501_18, 0.670_915_392_936_906],
        1e-9,
    );
}

#[test]
fn hdv2003_multiple_answers_agree_with_r() {
    let Some(data) = shared("data/hdv2003/hdv2003.csv") else { return };
    let report = tables(&data, HDV, &["sexe"], Base::Respondents).unwrap();
    // A box ticked among others is the same share as the question alone.
    let leisure = table(&report, "loisirs");
    assert_eq!(leisure.test, None);
    for (column, row, expected) in [
        (
            None,
            "hard.rock",
            [
                0.008_062_657_615_078_53,
                0.002_527_202_513_086_3,
                0.004_354_736_149_793_83,
                0.014_880_571_983_763_8,
            ],
        ),
        (
            None,
            "sport",
            [0.393_494_439_394_009, 0.014_003_883_902_572_5, 0.366_392_769_525_967, 0.421_267_933_174_92],
        ),
        (
            Some("Femme"),
            "peche.chasse",
            [
                0.051_741_141_808_613_6,
                0.008_887_256_010_303_65,
                0.036_834_676_417_055_3,
                0.072_227_668_492_205_5,
            ],
        ),
        (
            Some("Homme"),
            "peche.chasse",
            [0.203_546_855_187_416, 0.017_464_095_294_231_9, 0.171_405_816_470_611, 0.239_969_344_774_691],
        ),
        (
            Some("Homme"),
            "lecture.bd",
            [
                0.016_251_092_474_733_3,
                0.004_928_771_893_850_07,
                0.008_939_634_837_215_68,
                0.029_365_188_232_719_3,
            ],
        ),
    ] {
        check(cell(leisure, row, column), expected, 1e-9);
    }
    assert_eq!(cell(leisure, "peche.chasse", Some("Homme")).letters.as_deref(), Some("A"));
    assert_eq!(cell(leisure, "peche.chasse", Some("Femme")).letters.as_deref(), Some(""));
    check_test(table(&report, "sport"), [12.443_532_250_332_9, 1.0, 1999.0, 0.000_428_906_027_371_586], 1e-9);
    check_test(
        table(&report, "cuisine"),
        [56.660_397_775_026_7, 1.0, 1999.0, 7.788_667_476_392_96e-14],
        1e-9,
    );

    // A column that is no segment of the study.
    let report = tables(&data, HDV, &["qualif"], Base::Respondents).unwrap();
    check_test(
        table(&report, "importance"),
        [2.017_802_841_714_53, 16.471_082_802_423_2, 32_925.694_522_044, 0.008_458_612_403_788_6],
        1e-8,
    );
}

/// The same on answers written on the spot, with weights alone and with clusters in strata.
#[test]
fn tables_of_designs_without_shared_files() {
    let mut rows = String::from("q;g;note;w;k;h\n");
    for i in 0..240 {
        let q = ["a", "b", "c", "a", "b", "a", ""][i % 7];
        let g = ["x", "y", "z"][(i * i + i / 3) % 3];
        let (note, w) = ([1, 5, 4, 2, 5, 3][(i + i / 8) % 6], [1, 2, 3, 5][i % 4]);
        rows.push_str(&format!("{q};{g};{note};{w};{};{}\n", i / 5, if i < 120 { "n" } else { "s" }));
    }
    let (_dir, data) = file("x.csv", rows);
    let study = |keys: &str| {
        format!(
            "[study]\nwave = \"\"\nsegments = [\"g\"]\n{keys}[[question]]\nid = \"q\"\ncolumn = \"q\"\nkind = \"single\"\n\
             [[question]]\nid = \"note\"\ncolumn = \"note\"\nkind = \"csat\"\n"
        )
    };
    let weights = study("weight = \"w\"\n");
    let report = tables(&data, &weights, &["g"], Base::Respondents).unwrap();
    let q = table(&report, "q");
    check(
        cell(q, "a", None),
        [0.500_881_834_215_168, 0.039_667_051_119_981_2, 0.423_348_988_440_111, 0.578_372_294_984_001],
        1e-9,
    );
    check(
        cell(q, "c", Some("x")),
        [0.178_378_378_378_378, 0.053_100_480_552_141_3, 0.095_463_083_737_615_8, 0.308_730_205_136_066],
        1e-9,
    );
    check_test(
        q,
        [0.080_040_749_893_382_8, 3.999_113_483_065_73, 955.788_122_452_709, 0.988_447_169_721_861],
        1e-9,
    );
    let mean = &table(&report, "note").means[2];
    assert_eq!(mean.column.as_deref(), Some("y"));
    close(mean.mean.unwrap(), 3.164_444_444_444_44, 1e-9);
    close(mean.se.unwrap(), 0.206_413_517_943_631, 1e-9);
    close(mean.ci_low.unwrap(), 2.753_668_452_732_38, 1e-9);
    close(mean.ci_high.unwrap(), 3.575_220_436_156_51, 1e-9);

    let clusters = study("weight = \"w\"\ncluster = \"k\"\nstrata = \"h\"\n");
    let report = tables(&data, &clusters, &["g"], Base::Respondents).unwrap();
    let q = table(&report, "q");
    check(
        cell(q, "a", None),
        [0.500_881_834_215_168, 0.024_136_899_356_086, 0.452_440_839_618_586, 0.549_306_280_412_221],
        1e-9,
    );
    check(
        cell(q, "b", Some("x")),
        [0.340_540_540_540_541, 0.052_001_027_849_551_6, 0.243_982_343_622_773, 0.452_443_250_526_024],
        1e-9,
    );
    check_test(
        q,
        [0.104_428_298_633_189, 3.857_250_742_181_48, 177.433_534_140_348, 0.978_569_959_200_657],
        1e-9,
    );
    close(table(&report, "note").means[2].se.unwrap(), 0.146_767_603_431_105, 1e-9);

    let report = tables(&data, &study(""), &["g"], Base::Respondents).unwrap();
    let test = table(&report, "q").test.as_ref().unwrap();
    assert_eq!((test.method.as_str(), test.df, test.df_denominator), ("pearson", 4.0, None));
    close(test.statistic, 0.276_058_658_757_621, 1e-9);
    close(test.p, 0.991_306_785_151_64, 1e-9);
}

/// Post-stratified answers: the residuals on the margin, as R's `postStratify` has them.
#[test]
fn tables_of_answers_weighted_to_margins() {
    let mut rows = String::from("q;g;h\n");
    for i in 0..240 {
        let (q, g) = (["a", "b", "c", "a", "b", "a", ""][i % 7], ["x", "y", "z"][(i * i + i / 3) % 3]);
        rows.push_str(&format!("{q};{g};{}\n", if i % 5 < 3 { "n" } else { "s" }));
    }
    let (_dir, data) = file("x.csv", rows);
    let toml = "[study]\nwave = \"\"\nsegments = [\"g\"]\n[weighting]\nmethod = \"post-stratification\"\n\
        [weighting.targets]\nh = { \"n\" = 50, \"s\" = 50 }\n\
        [[question]]\nid = \"q\"\ncolumn = \"q\"\nkind = \"single\"\n";
    let report = tables(&data, toml, &["g"], Base::Respondents).unwrap();
    let q = table(&report, "q");
    check(
        cell(q, "a", None),
        [0.498_989_898_989_899, 0.035_627_512_625_018_3, 0.429_282_845_766_711, 0.568_736_239_742_211],
        1e-9,
    );
    check_test(
        q,
        [0.073_505_957_967_763_8, 3.999_175_818_080_65, 955.803_020_521_275, 0.990_172_334_611_501],
        1e-9,
    );
}

/// `reference.json`, `survey_api.clus1_svychisq`: sch.wide × stype, 15 of 757 districts.
#[test]
fn rao_scott_of_a_clustered_sample_of_schools() {
    let Some(data) = shared("reference/apiclus1.csv") else { return };
    let toml = "[study]\nwave = \"\"\nsegments = [\"stype\"]\nweight = \"pw\"\ncluster = \"dnum\"\n\
        population = { column = \"fpc\" }\n\
        [[question]]\nid = \"met\"\ncolumn = \"sch.wide\"\nkind = \"single\"\n";
    let report = tables(&data, toml, &["stype"], Base::Respondents).unwrap();
    check_test(
        table(&report, "met"),
        [5.193_369_541_475, 1.494_639_777_707, 20.924_956_887_904, 0.021_747_462_370_8],
        1e-9,
    );
}

/// `golden_panel.json`, `crosstab`: satisfied by age; R finds no difference, z = 0.25, 0.09 and −0.11.
#[test]
fn satisfaction_by_age_has_no_letters() {
    let mut rows = String::from("satisfaction;âge\n");
    for (age, satisfied, n) in [("18-34", 94, 127), ("35-54", 93, 128), ("55+", 47, 64)] {
        for i in 0..n {
            rows.push_str(&format!("{};{age}\n", if i < satisfied { 4 + i % 2 } else { 1 + i % 3 }));
        }
    }
    let (_dir, path) = file("x.csv", rows);
    let by = TableOptions { by: vec!["AGE".to_owned()], only: true, ..TableOptions::default() };
    let report = try_report(&[path], &Options { tables: by, ..Options::default() }).unwrap();
    let found = &report.tables[0];
    assert_eq!(found.nets, ["ST satisfaits (4–5)", "ST insatisfaits (1–2)"]);
    for (age, satisfied, n) in [("18-34", 94, 127), ("35-54", 93, 128), ("55+", 47, 64)] {
        let net = cell(found, "ST satisfaits (4–5)", Some(age));
        assert_eq!((net.n, net.letters.as_deref()), (Some(satisfied), Some("")));
        close(net.column_share.unwrap(), satisfied as f64 / f64::from(n), 1e-12);
    }
}

#[test]
fn shares_add_up_over_rows_and_over_citations() {
    let mut rows = String::from("canaux;région;note\n");
    for i in 0..120 {
        let channels = ["Boutique, Web", "Web", "Téléphone", "Boutique, Web, Téléphone", ""][i % 5];
        rows.push_str(&format!("\"{channels}\";{};{}\n", ["Nord", "Sud"][i % 2], 1 + i % 5));
    }
    let (_dir, path) = file("x.csv", rows.replace(';', "\t").replace('"', ""));
    let study = "[study]\nwave = \"\"\nsegments = [\"région\"]\n[[question]]\nid = \"canaux\"\ncolumn = \"canaux\"\n\
                 kind = \"multiple\"\nseparator = \", \"\n";
    for base in [Base::Respondents, Base::Citations] {
        let report = tables(&path, study, &["region"], base).unwrap();
        let found = table(&report, "canaux");
        assert_eq!((found.base, found.columns.len()), (base, 2));
        let (n, total) = if base == Base::Citations { (168, 1.0) } else { (96, 1.75) };
        assert_eq!(found.n, Some(n));
        for column in [None, Some("Nord"), Some("Sud")] {
            let shares = found.cells.iter().filter(|c| c.column.as_deref() == column);
            close(shares.map(|c| c.column_share.unwrap()).sum(), total, 1e-12);
        }
        for row in &found.rows {
            let shares = found.cells.iter().filter(|c| c.row == *row).filter_map(|c| c.row_share);
            close(shares.sum(), 1.0, 1e-12);
        }
        assert_eq!(found.cells.iter().all(|c| c.se.is_none()), base == Base::Citations);
    }
}

#[test]
fn small_groups_stay_hidden_in_tables() {
    let mut rows = String::from("Recommanderiez-vous votre employeur ?;service;canal\n");
    for i in 0..60 {
        let service = if i < 4 { "Direction" } else { ["Ventes", "Achats"][i % 2] };
        rows.push_str(&format!("{};{service};{}\n", i % 11, ["mail", "intranet"][i % 2]));
    }
    let (_dir, path) = file("x.csv", rows);
    let by = TableOptions { by: vec!["service".to_owned()], only: true, ..TableOptions::default() };
    let report = try_report(&[path], &Options { tables: by, ..Options::default() }).unwrap();
    assert!(!report.tables.is_empty());
    for table in &report.tables {
        let base = table.bases.iter().find(|b| b.column.as_deref() == Some("Direction")).unwrap();
        assert_eq!((base.n, base.weighted_base, base.n_eff), (None, None, None));
        for cell in table.cells.iter().filter(|c| c.column.as_deref() == Some("Direction")) {
            assert_eq!(
                (cell.n, cell.weighted_n, cell.column_share, cell.row_share),
                (None, None, None, None)
            );
            assert_eq!((cell.se, cell.ci_low, cell.ci_high, &cell.letters), (None, None, None, &None));
        }
        assert!(table.cells.iter().all(|c| c.n.is_none_or(|n| n == 0 || n >= 5)));
        let mean = table.means.iter().find(|m| m.column.as_deref() == Some("Direction"));
        assert!(mean.is_none_or(|m| m.mean.is_none()));
    }
}

#[test]
fn cross_tables_come_when_asked_for() {
    assert!(report_of(&sample()).tables.iter().all(|t| t.by.is_none()));
    let options = |by: &str, only| {
        let tables = TableOptions { by: vec![by.to_owned()], only, ..TableOptions::default() };
        Options { tables, ..Options::default() }
    };
    let waves = try_report(&[sample()], &options("vague", true)).unwrap();
    assert!(waves.tables.iter().all(|t| t.by.as_deref() == Some("wave") && t.columns.len() == 4));
    let Err(Error::UnknownSegment { found, known, .. }) = try_report(&[sample()], &options("regoin", true))
    else {
        panic!("an unknown column is refused");
    };
    assert_eq!(found, "regoin");
    assert!(known.iter().any(|k| k == "région") && known.iter().any(|k| k == "vague"), "{known:?}");
    assert!(csv("note;canal\n5;web\n4;web\n").is_ok());
}
