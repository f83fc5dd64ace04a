//! The metrics of one cell (wave × segment), from its histogram.

use std::collections::BTreeMap;

use super::interval::{mean_t, nps_score, wilson};
use super::law::t_quantile;
use super::net::{NetCounts, score_interval};
use super::share;
use super::share_design::{DesignMethod, DesignShare};
use super::{Answers, DesignMean, Estimate, Group, Method, Metric, Quantity, SegmentValue};
use crate::study::{Kind, Question, Scale};
use crate::tally::Histogram;

/// Metrics computed from a kind of question, the main one first.
pub fn metrics_of(kind: Kind) -> &'static [Metric] {
    match kind {
        Kind::Nps => &[Metric::Nps],
        Kind::Enps => &[Metric::Enps],
        Kind::Csat => &[Metric::Csat, Metric::CsatMean],
        Kind::Ces => &[Metric::Ces, Metric::CesEasy],
        Kind::Rating => &[Metric::RatingMean, Metric::RatingTop2],
        Kind::Single | Kind::Multiple | Kind::Open => &[],
    }
}

impl Metric {
    /// What one answer adds to the metric, which is the mean of it: −100, 0 or 100 for a net score, 0 or 100
    /// for a share, the answer itself for a mean.
    pub fn of_answer(self, kind: Kind, scale: Scale, answer: f64) -> f64 {
        match (self.quantity(), scale.group(kind, answer)) {
            (Quantity::Mean, _) => answer,
            (Quantity::Net, Group::Promoters) | (Quantity::Share, Group::High) => 100.0,
            (Quantity::Net, Group::Detractors) => -100.0,
            _ => 0.0,
        }
    }
}

/// One estimate for each metric of `question` in one cell, whose valid answers (turned already when the scale
/// is reversed) are `answers`. Nothing for a cell without answers; those of a `hidden` cell are there without a
/// number, whatever it holds: its absence would tell.
///
/// Standard errors: 100 √((p₊ + p₋ − (p₊ − p₋)²) / n) for a net score, 100 √(p (1 − p) / n) for a share,
/// sd / √n with the n − 1 variance for a mean, which has none with one answer; of a declared design, those of
/// [`Answers::design_mean`]. An interval is missing where [`mean_t`] gives none, and where a design leaves no
/// degree of freedom.
pub fn estimates(
    question: &Question,
    wave: Option<&str>,
    segment: Option<&[SegmentValue]>,
    answers: &Answers<'_>,
    level: f64,
    hidden: bool,
) -> Vec<Estimate> {
    let n = answers.counts.n();
    let Some(scale) = question.scale.filter(|_| n > 0 || hidden) else { return Vec::new() };
    let kind = question.kind;
    metrics_of(kind)
        .iter()
        .map(|&metric| {
            let empty = Estimate {
                question: question.id.clone(),
                metric,
                wave: wave.map(str::to_owned),
                segment: segment.map(<[SegmentValue]>::to_vec),
                value: None,
                n: None,
                n_eff: None,
                deff: None,
                df: None,
                se: None,
                ci_low: None,
                ci_high: None,
                level,
                method: method(metric.quantity(), answers.is_designed()),
                definition: definition(metric, kind, scale, question.reversed),
                shares: None,
                suppressed: hidden,
            };
            if hidden {
                return empty;
            }
            let score = |answer| metric.of_answer(kind, scale, answer);
            let shares = Some(shares(kind, scale, answers));
            let Some(design) = answers.design_mean(&score) else {
                let answers = &answers.counts;
                let ends = interval(metric, kind, scale, answers, level);
                return Estimate {
                    value: answers.map(score).mean(),
                    n: Some(n),
                    n_eff: Some(n as f64),
                    se: squared_error(metric, kind, scale, answers).map(f64::sqrt),
                    ci_low: ends.map(|e| e.0),
                    ci_high: ends.map(|e| e.1),
                    shares,
                    ..empty
                };
            };
            let ends = design_interval(metric, kind, scale, answers, &design, level);
            Estimate {
                value: Some(design.mean),
                n: Some(n),
                n_eff: Some(design.n_eff),
                deff: design.deff,
                df: Some(design.freedom),
                // One answer gives a mean no standard error.
                se: Some(design.variance.sqrt()).filter(|_| n > 1 || metric.quantity() != Quantity::Mean),
                ci_low: ends.map(|e| e.0),
                ci_high: ends.map(|e| e.1),
                shares,
                ..empty
            }
        })
        .collect()
}

/// Interval of a metric of a design, in its unit: the score interval of the counts that the sample is worth for a
/// net score, Student's t on the logit scale for a share, Student's t for a mean; `n_eff` answers by the score
/// interval where all answers count the same. None where the design has no degree of freedom.
fn design_interval(
    metric: Metric,
    kind: Kind,
    scale: Scale,
    answers: &Answers<'_>,
    design: &DesignMean,
    level: f64,
) -> Option<(f64, f64)> {
    let t = t_quantile(level, design.freedom)?;
    let se = design.variance.sqrt();
    let percent = |(low, high): (f64, f64)| (100.0 * low, 100.0 * high);
    match metric.quantity() {
        Quantity::Net => {
            let share = |of| answers.mean(&|a| f64::from(u8::from(scale.group(kind, a) == of)));
            let (up, down) = (share(Group::Promoters)?, share(Group::Detractors)?);
            let passives = (1.0 - up - down).max(0.0);
            score_interval(NetCounts { promoters: up, passives, detractors: down }.on_base(design.n_eff), t)
        }
        Quantity::Share => {
            let p = (design.mean / 100.0).clamp(0.0, 1.0);
            let n = answers.counts.n() as f64;
            let share = DesignShare { p, se: se / 100.0, n, freedom: design.freedom };
            let ends = DesignMethod::Logit.interval(share, level);
            ends.or_else(|| share::wilson(p * design.n_eff, design.n_eff, t)).map(percent)
        }
        Quantity::Mean if se > 0.0 => {
            let (low, high) = (design.mean - t * se, design.mean + t * se);
            Some((low.max(scale.low).min(design.mean), high.min(scale.high).max(design.mean)))
        }
        Quantity::Mean => None,
    }
}

/// Square of the standard error of a metric, in its unit squared; none where the answers are too few.
pub(super) fn squared_error(metric: Metric, kind: Kind, scale: Scale, answers: &Histogram) -> Option<f64> {
    let n = answers.n() as f64;
    let contributions = answers.map(|answer| metric.of_answer(kind, scale, answer));
    match metric.quantity() {
        Quantity::Mean => Some(contributions.variance()? / n),
        Quantity::Net | Quantity::Share => {
            let mean = contributions.mean()?;
            let squares = contributions.map(|x| x * x).mean()?;
            Some((squares - mean * mean).max(0.0) / n)
        }
    }
}

/// Interval of a metric, in its unit.
pub(super) fn interval(
    metric: Metric,
    kind: Kind,
    scale: Scale,
    answers: &Histogram,
    level: f64,
) -> Option<(f64, f64)> {
    let count = |group| answers.count(|answer| scale.group(kind, answer) == group);
    match metric.quantity() {
        Quantity::Net => {
            nps_score(count(Group::Promoters), count(Group::Passives), count(Group::Detractors), level)
        }
        Quantity::Share => {
            wilson(count(Group::High), answers.n(), level).map(|(low, high)| (100.0 * low, 100.0 * high))
        }
        Quantity::Mean => mean_t(answers, level, scale.low, scale.high),
    }
}

fn method(quantity: Quantity, designed: bool) -> Method {
    match (quantity, designed) {
        (Quantity::Net, false) => Method::Score,
        (Quantity::Share, false) => Method::Wilson,
        (Quantity::Mean, false) => Method::T,
        (Quantity::Net, true) => Method::DesignScore,
        (Quantity::Share, true) => Method::Logit,
        (Quantity::Mean, true) => Method::DesignT,
    }
}

/// Share of the base in each group of answers, groups that nobody chose included.
fn shares(kind: Kind, scale: Scale, answers: &Answers<'_>) -> BTreeMap<Group, f64> {
    let groups = match kind {
        Kind::Nps | Kind::Enps => [Group::Promoters, Group::Passives, Group::Detractors],
        _ => [Group::High, Group::Middle, Group::Low],
    };
    let share = |group| answers.mean(&|a| f64::from(u8::from(scale.group(kind, a) == group)));
    groups.map(|group| (group, share(group).unwrap_or_default())).into()
}

/// How a metric is computed on a scale: `0-10; 9-10 minus 0-6`.
fn definition(metric: Metric, kind: Kind, scale: Scale, reversed: bool) -> String {
    // Where a group ends is read from the rule itself, going down from the best answer by whole points.
    let lowest = |keep: fn(Group) -> bool| {
        let mut point = scale.high;
        while point - 1.0 >= scale.low && keep(scale.group(kind, point - 1.0)) {
            point -= 1.0;
        }
        point
    };
    let whole = range(scale.low, scale.high);
    let mut text = match metric.quantity() {
        Quantity::Net => {
            let promoters = range(lowest(|group| group == Group::Promoters), scale.high);
            let detractors = range(scale.low, lowest(|group| group != Group::Detractors) - 1.0);
            format!("{whole}; {promoters} minus {detractors}")
        }
        Quantity::Share => {
            format!("{whole}; {} of valid answers", range(lowest(|group| group == Group::High), scale.high))
        }
        Quantity::Mean => format!("{whole} mean"),
    };
    if reversed {
        text.push_str("; reversed");
    }
    text
}

/// `9-10`, `10` alone, `-3 to 3` where a hyphen would read as a second sign.
fn range(low: f64, high: f64) -> String {
    if high < low {
        "none".to_owned()
    } else if low < high {
        let to = if low < 0.0 { " to " } else { "-" };
        format!("{low}{to}{high}")
    } else {
        format!("{low}")
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "these values are exact")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn question(kind: Kind, low: f64, high: f64, reversed: bool) -> Question {
        Question {
            id: "q".to_owned(),
            column: "Q".to_owned(),
            columns: Vec::new(),
            separator: None,
            text: None,
            target: None,
            minimum: None,
            margin: None,
            kind,
            scale: Some(Scale { low, high }),
            reversed,
            labels: BTreeMap::new(),
            missing: Vec::new(),
            about: None,
        }
    }

    fn total(question: &Question, answers: &Histogram) -> Vec<Estimate> {
        estimates(question, None, None, &answers.clone().into(), 0.95, false)
    }

    fn close(a: Option<f64>, b: f64) {
        assert!(a.is_some_and(|a| (a - b).abs() <= 1e-9), "{a:?} is not {b}");
    }

    /// R's NPS 1.1 on its test data: 362 detractors, 176 passives, 462 promoters; and 5, 10, 15 of 30.
    #[test]
    fn nps_agrees_with_r() {
        let rows = total(
            &question(Kind::Nps, 0.0, 10.0, false),
            &Histogram::new([(0.0, 300), (6.0, 62), (7.0, 100), (8.0, 76), (9.0, 400), (10.0, 62)]),
        );
        assert_eq!(rows.len(), 1);
        close(rows[0].value, 10.0);
        close(rows[0].se, 2.853_068_523_537);
        assert_eq!((rows[0].n, rows[0].n_eff), (Some(1000), Some(1000.0)));
        assert_eq!((rows[0].method, rows[0].definition.as_str()), (Method::Score, "0-10; 9-10 minus 0-6"));
        assert_eq!(rows[0].shares.as_ref().unwrap()[&Group::Passives], 0.176);

        let small = &total(
            &question(Kind::Enps, 0.0, 10.0, false),
            &Histogram::new([(3.0, 5), (8.0, 10), (9.0, 15)]),
        )[0];
        close(small.value, 33.333_333_333_333);
        close(small.se, 13.608_276_348_795);
        close(small.ci_low, 4.298_094_330_763);
        close(small.ci_high, 56.655_296_111_22);
        assert_eq!(small.metric, Metric::Enps);
    }

    /// 45 good answers of 60: R's Wilson interval. Half points from 4 on are good.
    #[test]
    fn csat_is_the_share_of_the_two_best_answers() {
        let answers = Histogram::new([(1.0, 5), (3.5, 10), (4.0, 20), (4.5, 5), (5.0, 20)]);
        let rows = total(&question(Kind::Csat, 1.0, 5.0, false), &answers);
        assert_eq!(rows.iter().map(|r| r.metric).collect::<Vec<_>>(), [Metric::Csat, Metric::CsatMean]);
        close(rows[0].value, 75.0);
        close(rows[0].se, 100.0 * (0.75_f64 * 0.25 / 60.0).sqrt());
        close(rows[0].ci_low, 62.767_929_922_95);
        close(rows[0].ci_high, 84.223_477_469_94);
        assert_eq!(rows[0].definition, "1-5; 4-5 of valid answers");
        close(rows[1].value, 242.5 / 60.0);
        assert_eq!((rows[1].method, rows[1].definition.as_str()), (Method::T, "1-5 mean"));
    }

    /// R 4.2.2, `t.test(c(9, 10, 8, 7, 10, 6, 9, 3, 8, 10, 5, 9))`: mean 7.833333, se = sd / √12.
    #[test]
    fn means_have_the_standard_error_of_the_sample() {
        let answers =
            Histogram::new([9.0, 10.0, 8.0, 7.0, 10.0, 6.0, 9.0, 3.0, 8.0, 10.0, 5.0, 9.0].map(|v| (v, 1)));
        let mean = &total(&question(Kind::Rating, 1.0, 10.0, false), &answers)[0];
        close(mean.value, 94.0 / 12.0);
        close(mean.se, (53.666_666_666_666_664_f64 / 11.0 / 12.0).sqrt());
        assert!(mean.ci_high.unwrap() < 10.0);
    }

    #[test]
    fn definitions_follow_the_scale() {
        let cases = [
            (Kind::Ces, 1.0, 7.0, "1-7 mean", Some("1-7; 5-7 of valid answers")),
            (Kind::Ces, 1.0, 5.0, "1-5 mean", Some("1-5; 4-5 of valid answers")),
            (Kind::Rating, 1.0, 10.0, "1-10 mean", Some("1-10; 9-10 of valid answers")),
            (Kind::Rating, -3.0, 3.0, "-3 to 3 mean", Some("-3 to 3; 2-3 of valid answers")),
            (Kind::Nps, 1.0, 10.0, "1-10; 9-10 minus 1-6", None),
            (Kind::Nps, 1.0, 5.0, "1-5; 4-5 minus 1", None),
            (Kind::Nps, 1.0, 3.0, "1-3; 2-3 minus none", None),
        ];
        for (kind, low, high, first, second) in cases {
            let rows = total(&question(kind, low, high, false), &Histogram::new([(2.0, 3)]));
            assert_eq!(rows[0].definition, first);
            assert_eq!(rows.get(1).map(|r| r.definition.as_str()), second);
        }
        let turned = total(&question(Kind::Ces, 1.0, 5.0, true), &Histogram::new([(2.0, 3)]));
        assert_eq!(turned[0].definition, "1-5 mean; reversed");
    }

    #[test]
    fn a_small_cell_says_nothing() {
        let enps = question(Kind::Enps, 0.0, 10.0, false);
        let segment = [SegmentValue { column: "site".to_owned(), value: "Lyon".to_owned() }];
        let four = Histogram::new([(9.0, 4)]);
        let row = &estimates(&enps, Some("2025"), Some(&segment), &four.clone().into(), 0.95, true)[0];
        assert!(row.suppressed);
        assert_eq!((row.value, row.n, row.n_eff, row.se), (None, None, None, None));
        assert_eq!((row.ci_low, row.ci_high, row.shares.as_ref()), (None, None, None));
        assert_eq!((row.wave.as_deref(), row.segment.as_deref()), (Some("2025"), Some(segment.as_slice())));
        assert!(!estimates(&enps, None, None, &four.into(), 0.95, false)[0].suppressed);
        let nobody: Answers<'_> = Histogram::default().into();
        assert!(estimates(&enps, None, None, &nobody, 0.95, false).is_empty());
        assert!(estimates(&enps, None, None, &nobody, 0.95, true)[0].suppressed, "absence would tell");
    }

    #[test]
    fn one_answer_has_no_standard_error_of_a_mean() {
        let rows = total(&question(Kind::Csat, 1.0, 5.0, false), &Histogram::new([(5.0, 1)]));
        assert_eq!((rows[1].value, rows[1].se, rows[1].ci_low), (Some(5.0), None, None));
        assert_eq!(rows[0].se, Some(0.0));
        assert!(rows[0].ci_low.unwrap() < 100.0);
    }

    proptest! {
        #[test]
        fn values_lie_in_their_interval_and_scale(counts in prop::collection::vec(0_u64..300, 11)) {
            let answers = Histogram::new((0..=10).map(f64::from).zip(counts));
            for kind in [Kind::Nps, Kind::Enps, Kind::Csat, Kind::Ces, Kind::Rating] {
                for row in total(&question(kind, 0.0, 10.0, false), &answers) {
                    let (least, most) = match row.metric.quantity() {
                        Quantity::Net => (-100.0, 100.0),
                        Quantity::Share => (0.0, 100.0),
                        Quantity::Mean => (0.0, 10.0),
                    };
                    let value = row.value.unwrap();
                    let (low, high) = (row.ci_low.unwrap_or(value), row.ci_high.unwrap_or(value));
                    prop_assert!(least <= low && low <= value && value <= high && high <= most, "{row:?}");
                    prop_assert!((row.shares.unwrap().values().sum::<f64>() - 1.0).abs() < 1e-12);
                }
            }
        }
    }
}
