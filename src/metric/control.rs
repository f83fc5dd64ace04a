//! Control charts: is a month out of line, or is it the noise of every month?

use schemars::JsonSchema;
use serde::Serialize;

/// Points under which limits are provisional.
pub const ENOUGH: usize = 20;
/// Points in a row on one side of the centre that make a signal.
pub const RUN: usize = 8;
/// Mean moving range of two standard normal variables, 2 / √π, as the tables round it.
const D2: f64 = 1.128;

/// A series in the order of time. Points without answers are gaps: they keep their place, and no rule sees
/// them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Series<'a> {
    /// Shares: answers that count, base. `x` above `n` counts as `n`.
    Shares(&'a [(u64, u64)]),
    /// Net scores, or any estimates with their own standard error.
    Scores(&'a [ScorePoint]),
    /// Values whose base is unknown.
    Values(&'a [f64]),
}

/// An estimate in a series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScorePoint {
    /// Value, in its unit; NPS in points.
    pub value: f64,
    /// Its standard error, in the same unit. Where all answers agree, take that of
    /// [`super::net::NetCounts::adjusted_wald`]: zero gives the point no limits.
    pub se: f64,
    /// Base.
    pub n: f64,
}

/// Which limits a chart has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChartKind {
    /// Shares: p̄ ± 3 √(p̄ (1 − p̄) / n).
    P,
    /// Shares that vary more, or less, than their bases explain: p̄ ± 3 σz √(p̄ (1 − p̄) / n).
    Laney,
    /// Scores: mean ± 3 of their own standard errors.
    Score,
    /// Individual values: mean ± 2.66 mean moving ranges.
    Individuals,
}

/// A control chart.
#[derive(Debug, Clone, PartialEq)]
pub struct ControlChart {
    /// Kind of limits.
    pub kind: ChartKind,
    /// Centre: share of all answers, mean weighted by bases, or mean of the values.
    pub centre: f64,
    /// Laney's σz, the spread of the shares in units of what their bases explain; null for other series and
    /// under two shares.
    pub sigma_z: Option<f64>,
    /// Upper limit of the moving ranges, 3.267 of their mean, for individual values.
    pub range_limit: Option<f64>,
    /// Points in the order of the series.
    pub points: Vec<ControlPoint>,
    /// True under 20 points: the limits may still move.
    pub provisional: bool,
}

/// A point of a control chart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ControlPoint {
    /// Value; null where there were no answers.
    pub value: Option<f64>,
    /// Lower limit; null without one.
    pub low: Option<f64>,
    /// Upper limit; null without one.
    pub high: Option<f64>,
    /// What the point signals.
    pub signal: Option<Signal>,
}

/// Why a point is more than noise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Signal {
    /// Outside the limits.
    Beyond,
    /// The eighth point in a row, or a later one, on the same side of the centre.
    Run,
}

impl ControlChart {
    /// The chart that the data call for: shares get a p chart, Laney's where σz is notably away from 1;
    /// scores get their own standard errors; values without a base a chart of individuals.
    ///
    /// Notably is 2 standard errors of σz, 2 √(0.826 / (points − 1)) (Cryer & Ryan, “The estimation of sigma
    /// for an X chart: MR̄/d₂ or S/c₄?”, *Journal of Quality Technology* 22 (1990), 187–192): at 12 points, under
    /// 0.45 or over 1.55. None without any point.
    pub fn of(series: Series) -> Option<Self> {
        match series {
            Series::Shares(points) => {
                let plain = Self::p(points)?;
                let steps = plain.points.iter().filter(|point| point.value.is_some()).count().max(2) - 1;
                let noise = 2.0 * (0.826 / steps as f64).sqrt();
                match plain.sigma_z {
                    Some(sigma) if (sigma - 1.0).abs() > noise => Self::laney(points),
                    _ => Some(plain),
                }
            }
            Series::Scores(points) => Self::scores(points),
            Series::Values(values) => Self::individuals(values),
        }
    }

    /// p chart of shares, its limits clipped to 0…1. Shewhart, *Economic Control of Quality of Manufactured
    /// Product* (1931). None without answers.
    pub fn p(points: &[(u64, u64)]) -> Option<Self> {
        shares(points, false)
    }

    /// Laney's p′ chart of shares: “Improved control charts for attributes”, *Quality Engineering* 14 (2002),
    /// 531–537. With z = (p − p̄) / √(p̄ (1 − p̄) / n), σz is the mean moving range of z over 1.128. None without
    /// answers; under two shares, or when everybody or nobody counts, the p chart.
    pub fn laney(points: &[(u64, u64)]) -> Option<Self> {
        shares(points, true)
    }

    /// Chart of estimates by their own standard errors: mean weighted by bases ± 3 se. A point without a
    /// positive, finite standard error has no limits; one without a finite value or a positive base is a gap.
    /// None without any point.
    pub fn scores(points: &[ScorePoint]) -> Option<Self> {
        let here = |point: &ScorePoint| point.value.is_finite() && point.n > 0.0 && point.n.is_finite();
        let present = || points.iter().filter(|point| here(point));
        let base: f64 = present().map(|point| point.n).sum();
        let centre = present().map(|point| point.n * point.value).sum::<f64>() / base;
        let rows = points.iter().map(|point| {
            let half = (point.se > 0.0 && point.se.is_finite()).then_some(3.0 * point.se);
            (here(point).then_some(point.value), half)
        });
        centre.is_finite().then(|| chart(ChartKind::Score, centre, rows, f64::NEG_INFINITY, f64::INFINITY))
    }

    /// Chart of individual values and moving ranges (`XmR`): mean ± 2.66 mean ranges between neighbours, upper
    /// limit of the ranges 3.267 of it. Wheeler, *Understanding Variation* (1993). Values that are not finite
    /// are gaps. None without a value; a single one has no limits.
    pub fn individuals(values: &[f64]) -> Option<Self> {
        let present: Vec<f64> = values.iter().copied().filter(|x| x.is_finite()).collect();
        let centre = present.iter().sum::<f64>() / present.len() as f64;
        let range = mean_range(&present);
        let rows =
            values.iter().map(|&value| (value.is_finite().then_some(value), range.map(|range| 2.66 * range)));
        centre.is_finite().then(|| Self {
            range_limit: range.map(|range| 3.267 * range),
            ..chart(ChartKind::Individuals, centre, rows, f64::NEG_INFINITY, f64::INFINITY)
        })
    }

    /// True when a point signals.
    pub fn signals(&self) -> bool {
        self.points.iter().any(|point| point.signal.is_some())
    }
}

fn shares(points: &[(u64, u64)], laney: bool) -> Option<ControlChart> {
    let points: Vec<(f64, f64)> = points.iter().map(|&(x, n)| (x.min(n) as f64, n as f64)).collect();
    let (x, n) = points.iter().fold((0.0, 0.0), |sum, point| (sum.0 + point.0, sum.1 + point.1));
    if n == 0.0 {
        return None;
    }
    let centre = x / n;
    let error = |n: f64| (centre * (1.0 - centre) / n).sqrt();
    let z: Vec<f64> = points
        .iter()
        .filter(|point| point.1 > 0.0 && centre > 0.0 && centre < 1.0)
        .map(|&(x, n)| (x / n - centre) / error(n))
        .collect();
    let sigma_z = mean_range(&z).map(|range| range / D2);
    let (kind, scale) = match sigma_z {
        Some(sigma) if laney => (ChartKind::Laney, sigma),
        _ => (ChartKind::P, 1.0),
    };
    let rows = points.iter().map(|&(x, n)| {
        let there = n > 0.0;
        (there.then(|| x / n), there.then(|| 3.0 * scale * error(n)))
    });
    Some(ControlChart { sigma_z, ..chart(kind, centre, rows, 0.0, 1.0) })
}

/// Mean distance between neighbours; none under two values.
fn mean_range(values: &[f64]) -> Option<f64> {
    let ranges = values.windows(2).map(|pair| (pair[1] - pair[0]).abs());
    (values.len() > 1).then(|| ranges.sum::<f64>() / (values.len() - 1) as f64)
}

/// A chart from its centre and, for each point, the value and the distance of the limits from the centre.
fn chart(
    kind: ChartKind,
    centre: f64,
    rows: impl Iterator<Item = (Option<f64>, Option<f64>)>,
    least: f64,
    most: f64,
) -> ControlChart {
    // Rounding alone puts no point outside limits that coincide with it.
    let slack = 1e-12 * centre.abs().max(1.0);
    let (mut side, mut run) = (0.0, 0);
    let points: Vec<ControlPoint> = rows
        .map(|(value, half)| {
            let low = half.map(|half| (centre - half).max(least));
            let high = half.map(|half| (centre + half).min(most));
            let mut signal = None;
            if let Some(value) = value {
                let here = if (value - centre).abs() <= slack { 0.0 } else { (value - centre).signum() };
                run = match here == side {
                    _ if here == 0.0 => 0,
                    true => run + 1,
                    false => 1,
                };
                side = here;
                let outside = low.is_some_and(|low| value < low - slack)
                    || high.is_some_and(|high| value > high + slack);
                signal = if outside { Some(Signal::Beyond) } else { (run >= RUN).then_some(Signal::Run) };
            }
            ControlPoint { value, low, high, signal }
        })
        .collect();
    let provisional = points.iter().filter(|point| point.value.is_some()).count() < ENOUGH;
    ControlChart { kind, centre, sigma_z: None, range_limit: None, points, provisional }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn signals(chart: &ControlChart) -> Vec<Option<Signal>> {
        chart.points.iter().map(|point| point.signal).collect()
    }

    #[test]
    fn the_eighth_in_a_row_signals() {
        let mut values = vec![1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0];
        values.extend([1.6; 9]);
        let chart = ControlChart::individuals(&values).unwrap();
        assert!(chart.centre < 1.6 && chart.provisional);
        // The last 2.0 is above the centre too.
        assert_eq!(chart.points[13].signal, None);
        assert_eq!(chart.points[14].signal, Some(Signal::Run));
        assert!(chart.signals());
    }

    #[test]
    fn a_point_outside_signals() {
        let points = [(50, 500), (52, 500), (0, 0), (48, 500), (51, 500), (90, 500), (49, 500)];
        let chart = ControlChart::p(&points).unwrap();
        let beyond = Some(Signal::Beyond);
        assert_eq!(signals(&chart), [None, None, None, None, None, beyond, None]);
        assert_eq!((chart.points[2].value, chart.points[2].low), (None, None));
    }

    /// Millions of calls: the binomial limits are far too narrow, and σz says so.
    #[test]
    fn the_data_choose_the_chart() {
        let steady = [(14, 120), (10, 110), (12, 130), (9, 100), (16, 140), (13, 125)];
        assert_eq!(ControlChart::of(Series::Shares(&steady)).unwrap().kind, ChartKind::P);
        let wide: Vec<(u64, u64)> = [100, 120, 95, 130, 90, 110].map(|x| (1000 * x, 1_000_000)).into();
        let chart = ControlChart::of(Series::Shares(&wide)).unwrap();
        assert!(chart.kind == ChartKind::Laney && chart.sigma_z.unwrap() > 10.0 && !chart.signals());
        assert!(ControlChart::p(&wide).unwrap().signals());
        assert_eq!(ControlChart::of(Series::Values(&[3.0, 4.0])).unwrap().kind, ChartKind::Individuals);
    }

    #[test]
    fn scores_have_their_own_limits() {
        let point = |value, se, n| ScorePoint { value, se, n };
        let points =
            [point(10.0, 2.0, 400.0), point(20.0, 2.0, 400.0), point(0.0, 9.0, 20.0), point(15.0, 0.0, 5.0)];
        let chart = ControlChart::of(Series::Scores(&points)).unwrap();
        assert!((chart.centre - 12_075.0 / 825.0).abs() < 1e-12);
        assert_eq!(signals(&chart), [None; 4]);
        assert_eq!(chart.points[0].low, Some(chart.centre - 6.0));
        assert_eq!(chart.points[3].low, None);
    }

    #[test]
    fn little_or_nothing() {
        assert_eq!(ControlChart::of(Series::Shares(&[])), None);
        assert_eq!(ControlChart::of(Series::Shares(&[(0, 0)])), None);
        assert_eq!(ControlChart::of(Series::Values(&[f64::NAN])), None);
        assert_eq!(ControlChart::of(Series::Scores(&[])), None);
        let one = ControlChart::individuals(&[5.0]).unwrap();
        assert_eq!((one.centre, one.points[0].low, one.range_limit), (5.0, None, None));
        let all = ControlChart::laney(&[(5, 5), (9, 9)]).unwrap();
        assert_eq!((all.kind, all.sigma_z, all.signals()), (ChartKind::P, None, false));
    }

    proptest! {
        #[test]
        fn limits_surround_the_centre(points in prop::collection::vec((0_u64..60, 0_u64..60), 1..40)) {
            let points: Vec<(u64, u64)> = points.iter().map(|&(x, more)| (x, x + more)).collect();
            for chart in [ControlChart::p(&points), ControlChart::laney(&points)].into_iter().flatten() {
                prop_assert_eq!(chart.points.len(), points.len());
                for point in &chart.points {
                    if let (Some(low), Some(high)) = (point.low, point.high) {
                        prop_assert!(0.0 <= low && low <= chart.centre && chart.centre <= high && high <= 1.0);
                    }
                }
            }
        }
    }
}
