//! Weighted shares of the cells of a keyword, and how sure they are, from sums by group of respondents.

use crate::metric::CellShares;

/// Shares of the cells and their covariance by the delete-a-group jackknife, which needs sums of weights and no rows.
///
/// `strata` holds, for each stratum, the groups that its sampling units were dealt to (at random, by a hash of the
/// unit), and for each group the weights of the cells, in the order of [`against_rest`](super::against_rest()): with
/// the keyword and without, one pair a group of answers. With θ₍hg₎ the shares once group g of the G of stratum h is
/// left out and the others of the stratum count G / (G − 1) times,
///
/// ```text
/// covariance = Σ_h (G − 1)/G Σ_g (θ₍hg₎ − θ̄_h)(θ₍hg₎ − θ̄_h)ᵀ        freedom = Σ_h (G − 1)
/// ```
///
/// (R's survey: `JKn`, and `JK1` for one stratum). Rust, “Variance estimation for complex estimators in sample
/// surveys”, *Journal of Official Statistics* 1 (1985), 381–397. Fifty groups in all or more make it steady.
///
/// None without weights, where groups have not the same number of cells, and where no stratum has two groups; one
/// that has a single group adds no variance.
#[must_use]
pub fn jackknife_shares(strata: &[Vec<Vec<f64>>]) -> Option<CellShares> {
    let size = strata.iter().flatten().next()?.len();
    if strata.iter().flatten().any(|cells| cells.len() != size) {
        return None;
    }
    let sum = |groups: &[Vec<f64>]| -> Vec<f64> {
        (0..size).map(|cell| groups.iter().map(|cells| cells[cell]).sum()).collect()
    };
    let of_strata: Vec<Vec<f64>> = strata.iter().map(|groups| sum(groups)).collect();
    let all = sum(&of_strata);
    let shares = as_shares(&all)?;
    let (mut covariance, mut freedom) = (vec![0.0; size * size], 0.0);
    for (groups, own) in strata.iter().zip(&of_strata).filter(|(groups, _)| groups.len() > 1) {
        let g = groups.len() as f64;
        let without = |cells: &Vec<f64>| {
            let left: Vec<f64> =
                (0..size).map(|i| all[i] - own[i] + (own[i] - cells[i]) * g / (g - 1.0)).collect();
            as_shares(&left)
        };
        let replicates: Vec<Vec<f64>> = groups.iter().map(without).collect::<Option<_>>()?;
        let mean: Vec<f64> = sum(&replicates).into_iter().map(|total| total / g).collect();
        for replicate in &replicates {
            let apart = |cell: usize| replicate[cell] - mean[cell];
            for (at, sum) in covariance.iter_mut().enumerate() {
                *sum += (g - 1.0) / g * apart(at / size) * apart(at % size);
            }
        }
        freedom += g - 1.0;
    }
    (freedom > 0.0).then_some(CellShares { shares, covariance, freedom })
}

/// None without a positive total.
fn as_shares(cells: &[f64]) -> Option<Vec<f64>> {
    let total: f64 = cells.iter().sum();
    (total > 0.0 && total.is_finite()).then(|| cells.iter().map(|x| x / total).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keyness::{Table, p_value, weighted};

    fn unit(cell: usize) -> Vec<f64> {
        (0..4).map(|i| f64::from(u8::from(i == cell))).collect()
    }

    fn units(counts: [usize; 4]) -> Vec<Vec<f64>> {
        counts.iter().enumerate().flat_map(|(cell, n)| std::iter::repeat_n(unit(cell), *n)).collect()
    }

    /// Schools of the sample `apistrat` by stratum and cell, each a group of its own, with their weights.
    fn schools(counts: [&[usize]; 3]) -> Vec<Vec<Vec<f64>>> {
        let weights = [44.209_999_084_472_7, 15.100_000_381_469_7, 20.360_000_610_351_6];
        let stratum = |(counts, weight): (&[usize], f64)| {
            let school = |at: usize| (0..counts.len()).map(|i| if i == at { weight } else { 0.0 }).collect();
            counts.iter().enumerate().flat_map(|(at, n)| vec![school(at); *n]).collect()
        };
        counts.into_iter().zip(weights).map(stratum).collect()
    }

    /// R 4.2.2, survey 4.1: `as.svrepdesign(type = "JKn")` of apistrat, `sch.wide` for a keyword, the groups
    /// `comp.imp`; `vcov(svymean(~cell))`, `svychisq`, the log-ratio by `svycontrast` (tests/reference/keyness.R).
    #[test]
    fn agrees_with_r() {
        let strata = schools([&[73, 2, 18, 7], &[16, 1, 10, 23], &[24, 0, 11, 15]]);
        let found = jackknife_shares(&strata).unwrap();
        let shares = [
            0.638_936_064_050_578_3,
            0.016_712_947_893_399_8,
            0.189_011_947_365_245_3,
            0.155_339_040_690_776_7,
        ];
        // Row after row, up to the diagonal.
        let covariance = [
            1.217_836_746_989_47e-3,
            -7.707_109_690_945_27e-5,
            1.068_032_019_961_54e-4,
            -7.537_936_092_736_62e-4,
            -1.973_820_198_366_05e-5,
            9.026_497_601_720_41e-4,
            -3.869_720_408_063_69e-4,
            -9.993_903_103_040_67e-6,
            -1.291_179_489_147_05e-4,
            5.260_838_928_241_18e-4,
        ];
        assert!(found.shares.iter().zip(shares).all(|(a, b)| (a - b).abs() < 1e-12));
        let triangle = (0..16).filter(|at| at % 4 <= at / 4).map(|at| found.covariance[at]);
        assert!(triangle.zip(covariance).all(|(a, b)| (a - b).abs() < 1e-12), "{found:?}");
        assert_eq!(found.freedom, 197.0);
        let test = weighted(&found, 0, Table::new(113, 116, 39, 84), 0.95).unwrap();
        assert!((test.p.p / 1.298_025_468_423_95e-10 - 1.0).abs() < 1e-6, "{test:?}");
        // R's ratio, 0.828 15 with a standard error of 0.155 56, has no halves.
        let se = (test.interval.1 - test.log_ratio) / 1.959_963_984_540_054;
        assert!((test.log_ratio - 0.828_150_255_690_695).abs() < 0.02, "{test:?}");
        assert!((se / 0.155_560_511_027_810 - 1.0).abs() < 0.02, "{se}");
    }

    /// The same with three groups, of growth under 20, under 40 and more: the first against the others.
    #[test]
    fn a_group_against_the_others_agrees_with_r() {
        let strata = schools([&[19, 9, 24, 0, 48, 0], &[11, 24, 11, 0, 4, 0], &[9, 15, 14, 0, 12, 0]]);
        let test =
            weighted(&jackknife_shares(&strata).unwrap(), 0, Table::new(39, 87, 113, 113), 0.95).unwrap();
        assert!((test.p.p / 2.913_400_441_570_92e-15 - 1.0).abs() < 1e-6, "{test:?}");
    }

    /// Each verbatim a group of its own: (diag p − p pᵀ) / (n − 1), the textbook's.
    #[test]
    fn single_verbatims_give_the_simple_covariance() {
        let counts = [56, 14, 48, 32];
        let found = jackknife_shares(&[units(counts)]).unwrap();
        assert_eq!(found.freedom, 149.0);
        let shares = counts.map(|n| n as f64 / 150.0);
        for (i, p) in shares.iter().enumerate() {
            assert!((found.shares[i] - p).abs() < 1e-12);
            for (j, q) in shares.iter().enumerate() {
                let expected = (f64::from(u8::from(i == j)) * p - p * q) / 149.0;
                assert!((found.covariance[4 * i + j] - expected).abs() < 1e-12);
            }
        }
        let test = weighted(&found, 0, Table::new(56, 70, 48, 80), 0.95).unwrap();
        assert!((test.p.p / p_value(Table::new(56, 70, 48, 80)).p - 1.0).abs() < 0.15, "{test:?}");
    }

    /// Two strata whose cells are all of one kind: the design leaves no doubt, the lumped sample does.
    #[test]
    fn strata_take_their_differences_away() {
        let (low, high) = (units([40, 0, 0, 60]), units([0, 30, 70, 0]));
        let both: Vec<Vec<f64>> = low.iter().chain(&high).cloned().collect();
        let apart = jackknife_shares(&[low, high]).unwrap();
        let lumped = jackknife_shares(&[both]).unwrap();
        assert_eq!((apart.freedom, lumped.freedom), (198.0, 199.0));
        let variance = |found: &CellShares, cell: usize| found.covariance[5 * cell];
        assert!((0..4).all(|cell| variance(&apart, cell) < variance(&lumped, cell)));
        // p (1 − p) / (n − 1) in its stratum, half of the whole: 0.4 · 0.6 / 99 / 4.
        assert!((variance(&apart, 0) - 0.24 / 99.0 / 4.0).abs() < 1e-12);
    }

    /// Weights of 0.3 to 3 and a word that has nothing to do with the group: 5 % of the tests find it at 0.05, where
    /// the weighted shares taken for counts would in one draw of eight.
    #[test]
    fn weights_do_not_cry_wolf() {
        let mut state = 11_u64;
        let mut below = |n: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % n
        };
        let (mut alarms, mut naive, draws) = (0, 0, 1000);
        for _ in 0..draws {
            let mut groups = vec![vec![0.0; 4]; 60];
            let (mut counts, mut weighed) = ([0_u64; 4], [0.0; 4]);
            for person in 0..600 {
                let cell = usize::from(below(4) != 0) + 2 * usize::from(below(5) < 3);
                let weight = [0.3, 0.5, 0.5, 1.0, 3.0][below(5) as usize];
                groups[person % 60][cell] += weight;
                counts[cell] += 1;
                weighed[cell] += weight;
            }
            let table = Table::new(counts[0], counts[0] + counts[1], counts[2], counts[2] + counts[3]);
            let found = weighted(&jackknife_shares(&[groups]).unwrap(), 0, table, 0.95).unwrap();
            let (low, high) = found.interval;
            alarms += usize::from(found.p.p < 0.05);
            assert!(low <= found.log_ratio && found.log_ratio <= high);
            let total: f64 = weighed.iter().sum();
            let as_counts = crate::metric::pearson::pearson(&weighed.map(|w| w * 600.0 / total), 2).unwrap();
            naive += usize::from(as_counts.p.p < 0.05);
        }
        assert!((35..=68).contains(&alarms), "{alarms}");
        assert!(naive > 100, "{naive}");
    }

    #[test]
    fn what_cannot_be_estimated_is_none() {
        assert_eq!(jackknife_shares(&[]), None);
        assert_eq!(jackknife_shares(&[vec![unit(0)]]), None);
        assert_eq!(jackknife_shares(&[vec![unit(0), vec![1.0]]]), None);
        assert_eq!(jackknife_shares(&[vec![vec![0.0; 4], vec![0.0; 4]]]), None);
        let one_group_beside = jackknife_shares(&[units([5, 5, 5, 5]), vec![unit(2)]]).unwrap();
        assert_eq!(one_group_beside.freedom, 19.0);
    }
}
