//! A share and a mean of some answers, with what they rest on: the cells of frequency tables.

use super::interval::mean_t;
use super::law::t_quantile;
use super::share::{ShareMethod, wilson};
use super::share_design::{DesignMethod, DesignShare};
use super::{Answers, Intervals};
use crate::study::Scale;

/// A share or a mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Description {
    /// The share, 0…1, or the mean, weighted where weights are declared.
    pub value: f64,
    /// Answers of a simple random sample as sure.
    pub n_eff: f64,
    /// Standard error; none where one answer gives none.
    pub se: Option<f64>,
    /// Interval; none where the design leaves no degree of freedom, and for a mean without spread.
    pub interval: Option<(f64, f64)>,
}

/// Share of the answers that `keep` keeps. Without a design √(p (1 − p) / n) and Wilson's interval; with one the
/// linearised standard error and Student's t on the logit scale (R's `svyciprop(method = "xlogit")`), or the
/// score interval on the effective base where all answers agree; the formulas of `intervals` are used instead where these name others. None without answers.
#[must_use]
pub fn share(
    answers: &Answers<'_>,
    keep: &dyn Fn(f64) -> bool,
    (intervals, level): (Intervals, f64),
) -> Option<Description> {
    let score = |answer| f64::from(u8::from(keep(answer)));
    if let Some(design) = answers.design_mean(&score) {
        let (p, se) = (design.mean.clamp(0.0, 1.0), design.variance.sqrt());
        let n = answers.counts.n() as f64;
        let of = DesignShare { p, se, n, freedom: design.freedom };
        let agreed = || wilson(p * design.n_eff, design.n_eff, t_quantile(level, design.freedom)?);
        let interval = DesignMethod::from(intervals.design).interval(of, level).or_else(agreed);
        return Some(Description { value: p, n_eff: design.n_eff, se: Some(se), interval });
    }
    let n = answers.counts.n() as f64;
    if n == 0.0 {
        return None;
    }
    let p = answers.counts.count(keep) as f64 / n;
    let interval = ShareMethod::from(intervals.share).interval(p * n, n, level);
    Some(Description { value: p, n_eff: n, se: Some((p * (1.0 - p) / n).sqrt()), interval })
}

/// Mean of the answers. Without a design sd / √n with the n − 1 variance and Student's t; with one the linearised
/// standard error and Student's t with the degrees of freedom of the design. Clipped to the scale. None without
/// answers.
#[must_use]
pub fn mean(answers: &Answers<'_>, scale: Scale, level: f64) -> Option<Description> {
    let n = answers.counts.n();
    if let Some(design) = answers.design_mean(&|answer| answer) {
        let (mean, se) = (design.mean, design.variance.sqrt());
        let t = t_quantile(level, design.freedom).filter(|_| se > 0.0);
        let interval =
            t.map(|t| ((mean - t * se).max(scale.low).min(mean), (mean + t * se).min(scale.high).max(mean)));
        return Some(Description {
            value: mean,
            n_eff: design.n_eff,
            se: Some(se).filter(|_| n > 1),
            interval,
        });
    }
    Some(Description {
        value: answers.counts.mean()?,
        n_eff: n as f64,
        se: answers.counts.variance().map(|v| (v / n as f64).sqrt()),
        interval: mean_t(&answers.counts, level, scale.low, scale.high),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tally::Histogram;

    /// R 4.2.2, `prop.test(81, 263, correct = FALSE)`; `mean` and `sd` of 1, 2, 2, 5.
    #[test]
    fn simple_samples_have_the_usual_formulas() {
        let close = |a: f64, b: f64| assert!((a - b).abs() < 1e-9, "{a} {b}");
        let answers = Histogram::new([(1.0, 81), (0.0, 182)]).into();
        let found = share(&answers, &|a| a == 1.0, (Intervals::default(), 0.95)).unwrap();
        close(found.value, 81.0 / 263.0);
        close(found.interval.unwrap().0, 0.255_288_519_878_3);
        close(found.interval.unwrap().1, 0.366_209_576_982_8);
        let answers = Histogram::new([(1.0, 1), (2.0, 2), (5.0, 1)]).into();
        let found = mean(&answers, Scale { low: 1.0, high: 5.0 }, 0.95).unwrap();
        close(found.value, 2.5);
        close(found.se.unwrap(), (3.0_f64 / 4.0).sqrt());
        assert_eq!(share(&Histogram::default().into(), &|_| true, (Intervals::default(), 0.95)), None);
        assert_eq!(mean(&Histogram::default().into(), Scale { low: 1.0, high: 5.0 }, 0.95), None);
    }
}
