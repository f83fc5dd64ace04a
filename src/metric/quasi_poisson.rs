//! Log-linear model of counts whose variance exceeds their mean.

use super::cholesky::Cholesky;
use super::law::{PValue, t_quantile};

/// Rounds of iteratively reweighted least squares, at most; eight do where there is an answer.
const ROUNDS: usize = 60;
/// Change of the largest coefficient under which the last round has been done.
const STILL: f64 = 1e-12;
/// A linear predictor this far from that of the mean rate leaves the range of numbers.
const FAR: f64 = 500.0;

/// A coefficient of the model, with its uncertainty.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Coefficient {
    /// Change of the logarithm of the rate for one unit of the column.
    pub value: f64,
    /// Standard error, the dispersion included.
    pub se: f64,
    /// Lower end of its interval.
    pub ci_low: f64,
    /// Upper end of its interval.
    pub ci_high: f64,
    /// Two-sided p-value: could it be zero? Student's t with the degrees of freedom of the fit.
    pub p_value: PValue,
}

/// A fitted model.
#[derive(Debug, Clone, PartialEq)]
pub struct QuasiPoisson {
    /// The intercept, then one coefficient a column.
    pub coefficients: Vec<Coefficient>,
    /// φ̂, Pearson's χ² over the degrees of freedom, as it was found: 1 where counts vary as Poisson's, more where
    /// they come in bunches.
    pub dispersion: f64,
    /// 2 Σ (y ln(y/μ) − y + μ).
    pub deviance: f64,
    /// Observations less coefficients.
    pub freedom: f64,
}

impl QuasiPoisson {
    /// Two-sided p-value of the one column that `without` lacks: the fall of the deviance over max(φ̂, 1) of this model is
    /// F with 1 and n − p degrees of freedom. R's `anova(without, model, test = "F")` where φ̂ ≥ 1.
    ///
    /// It holds where a coefficient is large and [`Coefficient::p_value`] loses sight of it, since its standard error grows
    /// faster than itself: Hauck & Donner, “Wald's test as applied to hypotheses in logit analysis”, *JASA* 72 (1977),
    /// 851–853.
    #[must_use]
    pub fn column_p(&self, without: &Self) -> Option<PValue> {
        let f = (without.deviance - self.deviance).max(0.0) / self.dispersion.max(1.0);
        PValue::from_t(f.sqrt(), self.freedom)
    }
}

/// Fits ln E(yᵢ) = ln(exposureᵢ) + β₀ + Σ βⱼ xᵢⱼ, var(yᵢ) = φ E(yᵢ), by iteratively reweighted least squares.
///
/// `counts` and `exposures` have one entry an observation, as has each of the `columns`. φ̂ = Σ (y − μ)²/μ / (n − p);
/// standard errors are those of a Poisson model times √max(φ̂, 1), and tests and intervals at confidence `level` use
/// Student's t with n − p degrees of freedom. With φ̂ ≥ 1 that is R's `glm(family = quasipoisson)`. Under 1 it is not:
/// few observations look even by chance, and R would then be surer than a Poisson model is. As in Farrington's
/// detection of outbreaks, counts are never taken to be more regular than Poisson's; the price is that a change in
/// what nearly every call holds, whose counts are more regular, is told a little late.
///
/// Wedderburn, “Quasi-likelihood functions, generalized linear models, and the Gauss–Newton method”, *Biometrika* 61
/// (1974), 439–447; McCullagh & Nelder, *Generalized Linear Models*, 2nd ed. (1989), ch. 6 and 9; Farrington, Andrews,
/// Beale & Catchpole, “A statistical algorithm for the early detection of outbreaks of infectious disease”, *JRSS A* 159
/// (1996), 547–563.
///
/// None where nothing can be estimated: not more observations than coefficients, an exposure that is not positive, a
/// count that is negative or not finite, nothing counted, columns that depend on each other, a rate that only grows
/// without end (separation: all counts on one side), `level` outside 0…1.
///
/// ```
/// use barometre::metric::quasi_poisson::quasi_poisson;
/// // Two, four, eight, sixteen calls in a hundred: twice as many at each step.
/// let steps = vec![0.0, 1.0, 2.0, 3.0];
/// let fit = quasi_poisson(&[2.0, 4.0, 8.0, 16.0], &[100.0; 4], &[steps], 0.95).unwrap();
/// assert!((fit.coefficients[1].value.exp() - 2.0).abs() < 1e-9);
/// ```
#[must_use]
pub fn quasi_poisson(
    counts: &[f64],
    exposures: &[f64],
    columns: &[Vec<f64>],
    level: f64,
) -> Option<QuasiPoisson> {
    fit(counts, exposures, columns, level, 0.0)
}

/// The same with coefficients that one more count, shared among the observations by their exposures, makes finite where
/// [`quasi_poisson`] finds them without end; dispersion and deviance are those of the counts as given. Clogg, Rubin,
/// Schenker, Schultz & Weidman, “Multiple imputation of industry and occupation codes in census public-use samples using
/// Bayesian logistic regression”, *JASA* 86 (1991), 68–78.
#[must_use]
pub fn quasi_poisson_smoothed(
    counts: &[f64],
    exposures: &[f64],
    columns: &[Vec<f64>],
    level: f64,
) -> Option<QuasiPoisson> {
    fit(counts, exposures, columns, level, 1.0)
}

fn fit(
    counts: &[f64],
    exposures: &[f64],
    columns: &[Vec<f64>],
    level: f64,
    added: f64,
) -> Option<QuasiPoisson> {
    let (n, p) = (counts.len(), columns.len() + 1);
    let total: f64 = counts.iter().sum();
    let sound = exposures.len() == n
        && columns.iter().all(|column| column.len() == n && column.iter().all(|x| x.is_finite()))
        && exposures.iter().all(|exposure| *exposure > 0.0 && exposure.is_finite())
        && counts.iter().all(|count| *count >= 0.0 && count.is_finite());
    if !sound || n <= p || total <= 0.0 {
        return None;
    }
    // Columns around their weighted means keep the system well conditioned; the slopes are the same.
    let all: f64 = exposures.iter().sum();
    let mean =
        |column: &Vec<f64>| column.iter().zip(exposures).map(|(x, exposure)| x * exposure).sum::<f64>() / all;
    let means: Vec<f64> = columns.iter().map(mean).collect();
    let row = |i: usize| -> Vec<f64> {
        let centred = columns.iter().zip(&means).map(|(column, mean)| column[i] - mean);
        std::iter::once(1.0).chain(centred).collect()
    };
    let rows: Vec<Vec<f64>> = (0..n).map(row).collect();

    let more: Vec<f64> =
        counts.iter().zip(exposures).map(|(count, exposure)| count + added * exposure / all).collect();

    let mut beta = vec![0.0; p];
    beta[0] = ((total + added) / all).ln();
    let start = beta[0];
    let mut factor = None;
    let mut settled = false;
    for _ in 0..ROUNDS {
        let (information, right) = normal_equations(&more, exposures, &rows, &beta);
        let solver = Cholesky::new(&information)?;
        let next = solver.solve(&right);
        let change = next.iter().zip(&beta).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        beta = next;
        factor = Some(solver);
        let far = rows.iter().any(|row| (dot(row, &beta) - start).abs() > FAR);
        if far || !change.is_finite() {
            return None;
        }
        if settled {
            break;
        }
        // One more round, for the information at the last coefficients.
        settled = change < STILL * (1.0 + beta.iter().fold(0.0, |most: f64, b| most.max(b.abs())));
    }
    if !settled {
        return None;
    }
    let covariance = factor?.inverse();
    let freedom = (n - p) as f64;
    let (mut pearson, mut deviance) = (0.0, 0.0);
    for (row, (count, exposure)) in rows.iter().zip(counts.iter().zip(exposures)) {
        let fitted = exposure * dot(row, &beta).exp();
        pearson += (count - fitted).powi(2) / fitted;
        let told = if *count > 0.0 { count * (count / fitted).ln() } else { 0.0 };
        deviance += 2.0 * (told - count + fitted);
    }
    let dispersion = pearson / freedom;
    // Back to the columns as given: the intercept moves by the means.
    let back: Vec<f64> = std::iter::once(1.0).chain(means.iter().map(|mean| -mean)).collect();
    beta[0] = dot(&back, &beta);
    let half = t_quantile(level, freedom)?;
    let coefficients = (0..p).map(|j| {
        let variance = if j == 0 { quadratic(&back, &covariance) } else { covariance[j][j] };
        let se = (variance * dispersion.max(1.0)).sqrt();
        let value = beta[j];
        let p_value = PValue::from_t(value / se, freedom)?;
        Some(Coefficient { value, se, ci_low: value - half * se, ci_high: value + half * se, p_value })
    });
    Some(QuasiPoisson { coefficients: coefficients.collect::<Option<_>>()?, dispersion, deviance, freedom })
}

/// Xᵀ W X and Xᵀ W z at coefficients `beta`: W the fitted counts, z the working response without the offset.
fn normal_equations(
    counts: &[f64],
    exposures: &[f64],
    rows: &[Vec<f64>],
    beta: &[f64],
) -> (Vec<Vec<f64>>, Vec<f64>) {
    let p = beta.len();
    let (mut information, mut right) = (vec![vec![0.0; p]; p], vec![0.0; p]);
    for (row, (count, exposure)) in rows.iter().zip(counts.iter().zip(exposures)) {
        let eta = dot(row, beta);
        let fitted = exposure * eta.exp();
        let response = fitted * eta + count - fitted;
        for i in 0..p {
            right[i] += row[i] * response;
            for j in 0..p {
                information[i][j] += row[i] * row[j] * fitted;
            }
        }
    }
    (information, right)
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

/// aᵀ M a.
fn quadratic(a: &[f64], matrix: &[Vec<f64>]) -> f64 {
    a.iter().zip(matrix).map(|(x, row)| x * dot(row, a)).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn close(a: f64, b: f64) {
        assert!((a / b - 1.0).abs() < 1e-9, "{a} is not {b}");
    }

    /// Value, standard error, p and lower end of a coefficient.
    fn agrees(fit: &QuasiPoisson, j: usize, [value, se, p, low]: [f64; 4]) {
        let found = fit.coefficients[j];
        close(found.value, value);
        close(found.se, se);
        close(found.p_value.p, p);
        close(found.ci_low, low);
    }

    const WEEKS: [f64; 10] = [3.0, 9.0, 2.0, 8.0, 12.0, 7.0, 21.0, 15.0, 30.0, 18.0];
    const CALLS: [f64; 10] = [120.0, 131.0, 98.0, 140.0, 125.0, 133.0, 118.0, 127.0, 141.0, 122.0];

    fn steps(n: u32) -> Vec<f64> {
        (0..n).map(f64::from).collect()
    }

    /// statsmodels 0.14: `GLM(y, X, family=Poisson(), offset=log(n)).fit(scale='X2', tol=1e-14, tol_criterion='params')`,
    /// p and interval by `scipy.stats.t` with `df_resid`.
    #[test]
    fn a_trend_agrees_with_statsmodels() {
        let fit = quasi_poisson(&WEEKS, &CALLS, &[steps(10)], 0.95).unwrap();
        close(fit.dispersion, 1.943_632_704_796_129_5);
        assert_eq!(fit.freedom, 8.0);
        agrees(
            &fit,
            0,
            [
                -3.316_449_762_235_408_5,
                0.314_474_072_232_738_07,
                5.699_624_378_744_977e-06,
                -4.041_628_273_218_595_5,
            ],
        );
        agrees(
            &fit,
            1,
            [
                0.189_829_796_061_557_67,
                0.047_924_159_051_530_76,
                0.004_170_916_143_207_399,
                0.079_316_487_112_545_59,
            ],
        );
    }

    /// Same source, `deviance` of both models; `scipy.stats.f.sf`.
    #[test]
    fn the_fall_of_the_deviance_agrees_with_statsmodels() {
        let fit = quasi_poisson(&WEEKS, &CALLS, &[steps(10)], 0.95).unwrap();
        let without = quasi_poisson(&WEEKS, &CALLS, &[], 0.95).unwrap();
        close(fit.deviance, 15.737_527_190_945_125);
        close(without.deviance, 49.153_038_066_694_29);
        close(fit.column_p(&without).unwrap().p, 0.003_225_064_562_715_223_5);
    }

    /// Same source: four weeks of five days, indicators of the days after the first.
    #[test]
    fn a_trend_with_days_of_the_week_agrees_with_statsmodels() {
        let counts = [
            5.0, 2.0, 13.0, 4.0, 1.0, 9.0, 0.0, 3.0, 16.0, 3.0, 11.0, 2.0, 17.0, 6.0, 2.0, 26.0, 9.0, 1.0,
            12.0, 16.0,
        ];
        let mut calls: Vec<f64> = [50.0, 40.0, 42.0, 45.0, 30.0].repeat(4);
        (calls[7], calls[13]) = (60.0, 20.0);
        let mut columns = vec![(0..20).map(|i| f64::from(7 * (i / 5) + i % 5)).collect::<Vec<f64>>()];
        columns.extend((1..5).map(|day| (0..20).map(|i| f64::from(u8::from(i % 5 == day))).collect()));
        let fit = quasi_poisson(&counts, &calls, &columns, 0.95).unwrap();
        close(fit.dispersion, 4.876_278_799_728_584);
        agrees(
            &fit,
            1,
            [
                0.048_549_389_880_283_844,
                0.023_116_609_247_489_872,
                0.054_313_536_206_046_5,
                -0.001_030_805_903_530_038_2,
            ],
        );
        agrees(
            &fit,
            2,
            [
                -1.192_282_113_828_862,
                0.686_473_638_701_138_2,
                0.104_359_547_870_079_82,
                -2.664_621_635_721_559_3,
            ],
        );
    }

    /// Same source, `fit()` for the standard errors of Poisson's law, `scale='X2'` for the dispersion.
    #[test]
    fn counts_are_never_taken_to_be_more_regular_than_poisson_s() {
        let fit = quasi_poisson(
            &[5.0, 6.0, 7.0, 8.0, 9.0, 10.0],
            &[50.0, 55.0, 60.0, 62.0, 70.0, 69.0],
            &[steps(6)],
            0.95,
        )
        .unwrap();
        close(fit.dispersion, 0.006_303_072_478_298_081);
        close(fit.coefficients[1].value, 0.069_266_278_530_947_52);
        close(fit.coefficients[1].se, 0.089_507_343_646_547_74);
        close(fit.coefficients[1].p_value.p, 0.482_206_366_707_238_43);
    }

    /// statsmodels: `GLM` of the counts and a tenth more each, its `mu` compared with the counts by `NumPy`.
    #[test]
    fn one_more_count_makes_a_new_term_s_growth_finite() {
        let mut counts = [0.0; 10];
        counts[9] = 25.0;
        assert_eq!(quasi_poisson(&counts, &[84.0; 10], &[steps(10)], 0.95), None);
        let fit = quasi_poisson_smoothed(&counts, &[84.0; 10], &[steps(10)], 0.95).unwrap();
        close(fit.coefficients[1].value, 1.913_649_046_089_324_3);
        close(fit.dispersion, 0.524_870_691_774_660_8);
        close(fit.deviance, 8.020_473_460_926_477);
        let without = quasi_poisson(&counts, &[84.0; 10], &[], 0.95).unwrap();
        assert!(fit.column_p(&without).unwrap().p < 1e-5);
    }

    #[test]
    fn what_cannot_be_estimated_is_none() {
        let fit = |counts: &[f64], exposures: &[f64]| {
            quasi_poisson(counts, exposures, &[steps(counts.len() as u32)], 0.95)
        };
        assert_eq!(fit(&[1.0, 2.0], &[9.0; 2]), None);
        assert_eq!(fit(&[0.0; 4], &[9.0; 4]), None);
        assert_eq!(fit(&[0.0, 0.0, 0.0, 5.0], &[9.0; 4]), None);
        assert_eq!(fit(&[1.0, 2.0, 3.0, 4.0], &[9.0, 9.0, 0.0, 9.0]), None);
        assert_eq!(fit(&[1.0, 2.0, -3.0, 4.0], &[9.0; 4]), None);
        assert_eq!(fit(&[1.0, 2.0, f64::NAN, 4.0], &[9.0; 4]), None);
        let twice = [steps(4), steps(4)];
        assert_eq!(quasi_poisson(&[1.0, 2.0, 3.0, 4.0], &[9.0; 4], &twice, 0.95), None);
        assert_eq!(quasi_poisson(&[1.0, 2.0, 3.0, 4.0], &[9.0; 4], &[steps(3)], 0.95), None);
        assert_eq!(quasi_poisson(&[1.0, 2.0, 3.0, 4.0], &[9.0; 4], &[steps(4)], 1.0), None);
    }

    proptest! {
        #[test]
        fn shifts_of_a_column_and_units_of_the_exposure_leave_the_slope(
            rows in prop::collection::vec((0_u32..40, 20_u32..200), 4..14),
            shift in -50.0..50.0_f64,
            unit in 0.1..10.0_f64,
        ) {
            let counts: Vec<f64> = rows.iter().map(|row| f64::from(row.0)).collect();
            let exposures: Vec<f64> = rows.iter().map(|row| f64::from(row.1)).collect();
            let scaled: Vec<f64> = exposures.iter().map(|exposure| exposure * unit).collect();
            let steps = steps(counts.len() as u32);
            let shifted: Vec<f64> = steps.iter().map(|step| step + shift).collect();
            let one = quasi_poisson(&counts, &exposures, &[steps], 0.95);
            let other = quasi_poisson(&counts, &scaled, &[shifted], 0.95);
            prop_assert_eq!(one.is_some(), other.is_some());
            if let (Some(one), Some(other)) = (one, other) {
                let (a, b) = (one.coefficients[1], other.coefficients[1]);
                prop_assert!((a.value - b.value).abs() < 1e-8 && (a.se / b.se - 1.0).abs() < 1e-6);
                prop_assert!(a.ci_low <= a.value && a.value <= a.ci_high && one.dispersion >= 0.0);
            }
        }
    }
}
