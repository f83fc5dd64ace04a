//! A mean over calls drawn in strata, with its interval.

use schemars::JsonSchema;
use serde::Serialize;

use super::Mark;
use crate::Lang;
use crate::metric::law::t_quantile;
use crate::metric::share::{clopper_pearson, wilson};
use crate::metric::share_design::{DesignMethod, DesignShare};

/// How the interval of a rate is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RateMethod {
    /// Exact interval on the effective base of the design (Korn & Graubard 1998).
    KornGraubard,
    /// Exact interval on the plain base, where the drawn calls show no spread to estimate an error from.
    ClopperPearson,
    /// Wilson's, where nothing is known of how the calls were picked.
    Wilson,
    /// Student's t, of a score.
    Student,
    /// Every call was evaluated: nothing is left to chance.
    Census,
}

impl RateMethod {
    /// What names it in report.json.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::KornGraubard => "korn_graubard",
            Self::ClopperPearson => "clopper_pearson",
            Self::Wilson => "wilson",
            Self::Student => "student",
            Self::Census => "census",
        }
    }

    /// What people call it.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::KornGraubard => "Korn–Graubard",
            Self::ClopperPearson => "Clopper–Pearson",
            Self::Wilson => "Wilson",
            Self::Student => "Student",
            Self::Census => pick!(lang, calls::census),
        }
    }
}

/// The evaluated calls of a stratum.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct StratumMarks {
    /// Calls of the stratum; none where that is not known, and chance then as if they were without end.
    pub calls: Option<u64>,
    /// What the evaluated calls are worth.
    pub marks: Vec<Mark>,
}

/// A mean with what its design says of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Estimate {
    /// Mean of the marks that apply, each call of the strata counting for one.
    pub value: f64,
    /// Marks that apply.
    pub n: u64,
    /// Standard error, in the unit of the marks.
    pub se: f64,
    /// Degrees of freedom: marks less strata; strata with a single mark are one together.
    pub freedom: f64,
    /// Base that would give the same precision to answers of equal weight, (Σ w)² / Σ w² (Kish).
    pub kish: f64,
    /// Whether every call was evaluated.
    pub census: bool,
}

/// Interval, effective base and method.
pub(super) struct Ends {
    pub interval: Option<(f64, f64)>,
    pub n_eff: f64,
    pub method: RateMethod,
}

/// Weighted ratio mean. With N calls in stratum h, m of them evaluated, w = N / m, and y the mark where it applies:
///
/// ```text
/// R = Σ w y / Σ w        t = w (y − R) / Σ w, 0 where the item does not apply
/// V = Σ_h (1 − m / N) m / (m − 1) Σ (t − t̄)²
/// ```
///
/// the linearised variance of a domain mean, as R's `svymean` on a subset of `svydesign(strata, fpc)`: Cochran,
/// *Sampling Techniques* (1977), 5A.14; Lumley, *Complex Surveys* (2010), chapter 2. Calls to which the item does not
/// apply stay as zeros: who falls into the domain is chance too. A stratum of a single evaluated call counts as
/// (1 − 1 / N) t², as if its mean were the expected 0 (`survey.lonely.psu = "adjust"`): the difference between
/// strata then passes for chance, which widens the interval. Strata without an evaluated call are not spoken for.
pub(super) fn estimate(strata: &[StratumMarks]) -> Option<Estimate> {
    let weight = |s: &StratumMarks| s.calls.map_or(1.0, |calls| calls as f64 / s.marks.len() as f64);
    let values = |s: &StratumMarks| s.marks.iter().filter_map(|mark| mark.value()).collect::<Vec<f64>>();
    let (mut sum, mut weights, mut squares, mut n) = (0.0, 0.0, 0.0, 0_u64);
    let (mut freedom, mut single) = (0.0, 0_u64);
    for stratum in strata.iter().filter(|s| !s.marks.is_empty()) {
        let (w, values) = (weight(stratum), values(stratum));
        let k = values.len() as f64;
        sum += w * values.iter().sum::<f64>();
        weights += w * k;
        squares += w * w * k;
        n += values.len() as u64;
        match values.len() {
            0 => {}
            1 => single += 1,
            more => freedom += (more - 1) as f64,
        }
    }
    if n == 0 {
        return None;
    }
    let mean = sum / weights;
    let (mut variance, mut census) = (0.0, true);
    for stratum in strata.iter().filter(|s| !s.marks.is_empty()) {
        let m = stratum.marks.len() as f64;
        let t = |mark: &Mark| mark.value().map_or(0.0, |y| weight(stratum) * (y - mean) / weights);
        let left = stratum.calls.map_or(1.0, |calls| (1.0 - m / calls as f64).max(0.0));
        census &= stratum.calls.is_some_and(|calls| calls <= stratum.marks.len() as u64);
        let middle = stratum.marks.iter().map(t).sum::<f64>() / m;
        let spread: f64 = if stratum.marks.len() > 1 {
            m / (m - 1.0) * stratum.marks.iter().map(|mark| (t(mark) - middle).powi(2)).sum::<f64>()
        } else {
            middle * middle
        };
        variance += left * spread;
    }
    let freedom = freedom + single.saturating_sub(1) as f64;
    Some(Estimate { value: mean, n, se: variance.sqrt(), freedom, kish: weights * weights / squares, census })
}

impl Estimate {
    /// Whether the strata show a spread that chance may have had a hand in; rounding leaves a trace of none.
    fn varies(&self, unit: f64) -> bool {
        self.se > 1e-12 * unit && self.freedom > 0.0
    }

    /// Interval of a mean of marks 0…1. Of drawn calls that of Korn and Graubard; where all calls say the same, or
    /// each stratum does, the exact one on the base of Kish, without a correction for the finite number of calls.
    /// Without a plan, Wilson's. It keeps inside 0…1 and contains the mean.
    pub(super) fn share(&self, drawn: bool, level: f64) -> Ends {
        let (p, n) = (self.value.clamp(0.0, 1.0), self.n as f64);
        if self.census {
            return Ends { interval: Some((p, p)), n_eff: n, method: RateMethod::Census };
        }
        if !drawn {
            let z = crate::metric::law::normal_quantile(level);
            return Ends { interval: wilson((p * n).min(n), n, z), n_eff: n, method: RateMethod::Wilson };
        }
        let share = DesignShare { p, se: self.se, n, freedom: self.freedom };
        let design = self.varies(1.0).then(|| DesignMethod::Beta.interval(share, level)).flatten();
        if let (Some(interval), Some(n_eff)) = (design, share.effective_n(level)) {
            return Ends { interval: Some(interval), n_eff, method: RateMethod::KornGraubard };
        }
        let interval = clopper_pearson((p * self.kish).min(self.kish), self.kish, level);
        Ends { interval, n_eff: self.kish, method: RateMethod::ClopperPearson }
    }

    /// Student's interval of a mean of scores, clipped to 0…100; none where the calls show no spread.
    pub(super) fn score(&self, level: f64) -> Ends {
        if self.census {
            return Ends {
                interval: Some((self.value, self.value)),
                n_eff: self.n as f64,
                method: RateMethod::Census,
            };
        }
        let half = t_quantile(level, self.freedom).filter(|_| self.varies(100.0)).map(|t| t * self.se);
        let ends = |half: f64| {
            ((self.value - half).max(0.0).min(self.value), (self.value + half).min(100.0).max(self.value))
        };
        Ends { interval: half.map(ends), n_eff: self.kish, method: RateMethod::Student }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn close(a: f64, b: f64) {
        assert!((a - b).abs() < 1e-9, "{a} is not {b}");
    }

    fn stratum(calls: u64, marks: &[Option<f64>]) -> StratumMarks {
        let mark = |mark: &Option<f64>| mark.map_or(Mark::NotApplicable, Mark::Value);
        StratumMarks { calls: Some(calls), marks: marks.iter().map(mark).collect() }
    }

    fn shares(cells: &[(u64, usize, usize)]) -> Vec<StratumMarks> {
        let marks = |yes, n| (0..n).map(|at| Some(f64::from(u8::from(at < yes)))).collect::<Vec<_>>();
        cells.iter().map(|&(calls, yes, n)| stratum(calls, &marks(yes, n))).collect()
    }

    /// R 4.2.2, survey 4.1-1: `svyciprop(~I(sch.wide == "Yes"), svydesign(~1, strata = ~stype, fpc = ~fpc, weights =
    /// ~pw, data = apistrat), method = "beta")`: 91 of 100 drawn of 4,421, 26 of 50 of 755, 35 of 50 of 1,018. The
    /// weights `pw` of that file have the digits of single precision: 44.2099990844727 for 44.21, hence 5e-9; the
    /// exact ones in Python as below.
    #[test]
    fn agrees_with_the_survey_package() {
        let found = estimate(&shares(&[(4421, 91, 100), (755, 26, 50), (1018, 35, 50)])).unwrap();
        let ends = found.share(true, 0.95);
        let (low, high) = ends.interval.unwrap();
        for (ours, r, exact) in [
            (found.value, 0.827_948_011_415_8, 0.827_948_014_207_297_5),
            (low, 0.774_171_328_597_3, 0.774_171_331_328_183_9),
            (high, 0.873_431_592_620_7, 0.873_431_595_307_070_2),
        ] {
            assert!((ours - r).abs() < 5e-9, "{ours} is not {r}");
            close(ours, exact);
        }
        assert_eq!((found.n, found.freedom, ends.method), (200, 197.0, RateMethod::KornGraubard));
    }

    /// The formula in Python with numpy 2 and scipy: `w = N / m; R = Σwy / Σw; t = w (y − R) / Σw`, `V += (1 − m / N) *
    /// (m / (m − 1) * ((t − t.mean())**2).sum() if m > 1 else t[0]**2)`, then `scipy.stats.beta.ppf` on
    /// R (1 − R) / V * (t.ppf(.975, n − 1) / t.ppf(.975, df))**2 calls.
    #[test]
    fn strata_of_one_call_and_items_that_do_not_apply() {
        let (yes, no) = (Some(1.0), Some(0.0));
        let strata = [
            stratum(40, &[yes, yes, no]),
            stratum(25, &[yes, no, None, no]),
            stratum(60, &[yes]),
            stratum(9, &[]),
            stratum(7, &[no]),
            stratum(12, &[None, yes]),
        ];
        let found = estimate(&strata).unwrap();
        close(found.value, 0.750_790_638_836_179_7);
        close(found.se, 0.160_063_672_264_114_72);
        assert_eq!((found.n, found.freedom), (9, 6.0));
        let ends = found.share(true, 0.95);
        close(ends.n_eff, 6.486_062_999_681_675);
        close(ends.interval.unwrap().0, 0.304_485_122_297_231_74);
        close(ends.interval.unwrap().1, 0.978_338_318_963_375);
        let scores = [
            stratum(40, &[Some(80.0), Some(95.0), Some(60.0)]),
            stratum(25, &[Some(70.0), no]),
            stratum(60, &[Some(100.0)]),
        ];
        let found = estimate(&scores).unwrap();
        close(found.value, 80.066_666_666_666_68);
        close(found.se, 12.034_781_179_749_15);
        let (low, high) = found.score(0.95).interval.unwrap();
        close(low, 41.766_621_766_276_096);
        assert_eq!(high, 100.0, "118.4, beyond the scale");
    }

    #[test]
    fn where_all_calls_agree_the_base_still_gives_a_width() {
        for cells in [&[(30, 4, 4), (30, 4, 4)][..], &[(30, 4, 4), (30, 0, 4)], &[(30, 1, 1)]] {
            let ends = estimate(&shares(cells)).unwrap().share(true, 0.95);
            let (low, high) = ends.interval.unwrap();
            assert!(high - low > 0.3 && ends.method == RateMethod::ClopperPearson, "{cells:?}");
        }
        // Unequal weights are worth fewer calls: (4 · 25 + 4 · 2.5)² / (4 · 25² + 4 · 2.5²).
        close(
            estimate(&shares(&[(100, 4, 4), (10, 4, 4)])).unwrap().share(true, 0.95).n_eff,
            12_100.0 / 2_525.0,
        );
        let all = estimate(&shares(&[(4, 3, 4), (2, 1, 2)])).unwrap();
        let ends = all.share(true, 0.95);
        assert_eq!((ends.interval, ends.method), (Some((4.0 / 6.0, 4.0 / 6.0)), RateMethod::Census));
        assert_eq!(estimate(&[stratum(5, &[None]), stratum(5, &[])]), None);
        assert_eq!(all.share(false, 0.95).method, RateMethod::Census);
    }

    proptest! {
        #[test]
        fn the_rate_lies_in_its_interval_and_does_not_depend_on_the_order(
            strata in prop::collection::vec((prop::collection::vec(prop::option::of(0.0..=1.0), 1..6), 0_u64..30), 1..8),
            binary: bool, level in 0.5..0.999,
        ) {
            let round = |mark: &Option<f64>| mark.map(|m: f64| if binary { m.round() } else { m });
            let mut strata: Vec<StratumMarks> = strata.iter().map(|(marks, more)| {
                stratum(marks.len() as u64 + more, &marks.iter().map(round).collect::<Vec<_>>())
            }).collect();
            let found = estimate(&strata);
            strata.reverse();
            for stratum in &mut strata {
                stratum.marks.reverse();
            }
            let turned = estimate(&strata);
            prop_assert_eq!(found.is_some(), turned.is_some());
            if let (Some(found), Some(turned)) = (found, turned) {
                prop_assert!((found.value - turned.value).abs() < 1e-12 && (found.se - turned.se).abs() < 1e-12);
                for drawn in [true, false] {
                    let (low, high) = found.share(drawn, level).interval.unwrap();
                    prop_assert!(0.0 <= low && low <= found.value + 1e-12 && found.value <= high + 1e-12 && high <= 1.0);
                    prop_assert!(found.census || low < high);
                }
            }
        }
    }
}
