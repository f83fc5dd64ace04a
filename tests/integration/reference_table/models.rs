//! Proportional odds.

use barometre::metric::ordinal::{Coefficient, Observation, proportional_odds};

use crate::support::close;

fn coefficients(found: &[Coefficient], estimates: &[f64], errors: &[f64], tolerance: (f64, f64)) {
    assert_eq!((found.len(), found.len()), (estimates.len(), errors.len()));
    for ((found, estimate), se) in found.iter().zip(estimates).zip(errors) {
        close(found.estimate, *estimate, tolerance.0);
        close(found.se, *se, tolerance.1);
    }
}

/// `clm_wine`: bitterness of wine (Randall 1989; `ordinal::wine`, 9 judges, each 8 bottles: cold then warm, two
/// without and two with contact of juice and skins).
#[test]
fn wine() {
    let ratings = concat!(
        "23344455", "12132354", "23325544", "32323253", "23433333", "32322454", "11222323", "22233334",
        "12323244"
    );
    let rows: Vec<Observation> = ratings
        .bytes()
        .enumerate()
        .map(|(i, rating)| Observation {
            answer: f64::from(rating - b'0'),
            predictors: vec![f64::from(u8::from(i % 8 >= 4)), f64::from(u8::from(i % 4 >= 2))],
            weight: 1.0,
        })
        .collect();
    let model = proportional_odds(&rows).unwrap();
    close(model.log_likelihood, -86.491_923_365_649, 1e-9);
    let thresholds = [-1.344_383_411_265, 1.250_808_798_417, 3.466_886_926_474, 5.006_404_204_27];
    let errors = [0.517_102_045_324_3, 0.437_880_202_961_6, 0.597_760_424_608_4, 0.730_906_343_667];
    coefficients(&model.thresholds, &thresholds, &errors, (1e-9, 1e-9));
    let slopes = [2.503_102_007_899, 1.527_797_658_095];
    let errors = [0.528_680_100_824_8, 0.476_622_629_648_3];
    coefficients(&model.coefficients, &slopes, &errors, (1e-9, 1e-9));
}

/// `polr_housing`: satisfaction low, medium, high of 1,681 residents (Madsen 1976; `MASS::housing`), by contact
/// (low, high), type (tower, apartment, atrium, terrace) and influence (low, medium, high).
/// R's search stops within 1e-7 of the maximum.
#[test]
fn housing() {
    let cells = [
        [21, 21, 28],
        [34, 22, 36],
        [10, 11, 36],
        [61, 23, 17],
        [43, 35, 40],
        [26, 18, 54],
        [13, 9, 10],
        [8, 8, 12],
        [6, 7, 9],
        [18, 6, 7],
        [15, 13, 13],
        [7, 5, 11],
        [14, 19, 37],
        [17, 23, 40],
        [3, 5, 23],
        [78, 46, 43],
        [48, 45, 86],
        [15, 25, 62],
        [20, 23, 20],
        [10, 22, 24],
        [7, 10, 21],
        [57, 23, 13],
        [31, 21, 13],
        [5, 6, 13],
    ];
    let mut rows = Vec::new();
    for (i, cell) in cells.into_iter().enumerate() {
        let is = |found: usize, value: usize| f64::from(u8::from(found == value));
        let (influence, kind, contact) = (i % 3, i / 3 % 4, i / 12);
        for (answer, n) in cell.into_iter().enumerate() {
            rows.push(Observation {
                answer: answer as f64,
                predictors: vec![
                    is(influence, 1),
                    is(influence, 2),
                    is(kind, 1),
                    is(kind, 2),
                    is(kind, 3),
                    is(contact, 1),
                ],
                weight: f64::from(n),
            });
        }
    }
    let model = proportional_odds(&rows).unwrap();
    close(model.log_likelihood, -1_739.574_649_529_49, 1e-6);
    let slopes = [
        0.566_393_738_890_1,
        1.288_819_063_812,
        -0.572_350_146_429_6,
        -0.366_186_566_153_3,
        -1.091_014_907_672,
        0.360_284_149_947_4,
    ];
    let errors = [
        0.104_652_786_218_7,
        0.127_156_148_980_8,
        0.119_238_014_176_5,
        0.155_173_338_839_4,
        0.151_486_025_631_4,
        0.095_535_799_322_73,
    ];
    coefficients(&model.coefficients, &slopes, &errors, (1e-6, 1e-6));
    let thresholds = [-0.496_135_343_837_5, 0.690_708_290_379_3];
    let errors = [0.124_847_247_334, 0.125_471_941_666_6];
    coefficients(&model.thresholds, &thresholds, &errors, (1e-6, 1e-6));
}
