//! Scores over many waves: which ones are out of line with the others.

use schemars::JsonSchema;
use serde::Serialize;

use super::rows::Builder;
use crate::keyness::benjamini_hochberg;
use crate::metric::control::{ChartKind, ControlChart, ScorePoint, Series, Signal};
use crate::metric::net::NetCounts;
use crate::metric::tails::chi2_tail;
use crate::metric::{Estimate, Group, Metric, Quantity, SegmentValue, metrics_of};

/// Waves from which a series is charted.
const FEWEST: usize = 4;

/// One score over the waves, with the limits in which chance alone keeps it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ControlSeries {
    /// Id of the question.
    pub question: String,
    /// What is measured.
    pub metric: Metric,
    /// Segment, null for the total.
    pub segment: Option<Vec<SegmentValue>>,
    /// Kind of limits: `score`, `p`, `laney`, `individuals`.
    pub chart: ChartKind,
    /// What the points scatter around: the mean of the waves weighted by their bases, in the metric's unit.
    pub centre: f64,
    /// Laney's σz, the spread of shares in units of what their bases explain; null for other charts.
    pub sigma_z: Option<f64>,
    /// True under 20 points: the limits may still move.
    pub provisional: bool,
    /// How likely waves differ so much when nothing moves (χ² of homogeneity).
    pub p: Option<f64>,
    /// Benjamini–Hochberg q-value over the segments; equals `p` for the total.
    pub q: Option<f64>,
    /// One point a wave, in order of time.
    pub points: Vec<SeriesPoint>,
}

/// A wave of a [`ControlSeries`].
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SeriesPoint {
    /// Wave.
    pub wave: String,
    /// Answers; null where hidden or absent.
    pub n: Option<u64>,
    /// The score; null where hidden or absent.
    pub value: Option<f64>,
    /// Lower limit; null without one.
    pub low: Option<f64>,
    /// Upper limit; null without one.
    pub high: Option<f64>,
    /// `beyond` the limits, `run` for the eighth wave in a row on one side of the centre and the following ones;
    /// null for neither.
    pub signal: Option<Signal>,
}

impl ControlSeries {
    /// True when a wave signals.
    #[must_use]
    pub fn signals(&self) -> bool {
        self.points.iter().any(|point| point.signal.is_some())
    }
}

impl Builder<'_> {
    /// The main metric of each score in total, and of the main score in each segment, where there are waves
    /// enough; from the `metrics` of this report, so that what is hidden there is hidden here.
    pub(super) fn series(&self, metrics: &[Estimate]) -> Vec<ControlSeries> {
        if self.waves.len() < FEWEST {
            return Vec::new();
        }
        let main = self.targets.first().map(|t| self.coding.scores[*t].question.id.as_str());
        let charted = |e: &&Estimate| {
            let question = self.coding.scores.iter().find(|s| s.question.id == e.question);
            e.wave.is_some()
                && question.is_some_and(|s| metrics_of(s.question.kind)[0] == e.metric)
                && (e.segment.is_none() || main == Some(e.question.as_str()))
        };
        let rows: Vec<&Estimate> = metrics.iter().filter(charted).collect();
        let same = |a: &&Estimate, b: &&Estimate| (&a.question, &a.segment) == (&b.question, &b.segment);
        let mut series: Vec<ControlSeries> =
            rows.chunk_by(same).filter_map(|rows| of_waves(&self.waves, rows)).collect();
        let mut segments: Vec<&mut ControlSeries> =
            series.iter_mut().filter(|s| s.segment.is_some() && s.p.is_some()).collect();
        let q = benjamini_hochberg(&segments.iter().filter_map(|s| s.p).collect::<Vec<_>>());
        segments.iter_mut().zip(q).for_each(|(series, q)| series.q = Some(q));
        series
    }
}

/// The chart of one score, given its estimate in each wave that has one.
fn of_waves(waves: &[String], rows: &[&Estimate]) -> Option<ControlSeries> {
    let first = rows.first()?;
    let of = |wave: &String| rows.iter().find(|e| e.wave.as_ref() == Some(wave) && !e.suppressed).copied();
    let shown: Vec<Option<&Estimate>> = waves.iter().map(of).collect();
    if shown.iter().flatten().filter(|e| e.value.is_some()).count() < FEWEST {
        return None;
    }
    let share = first.metric.quantity() == Quantity::Share && first.df.is_none();
    let (chart, unit) = if share {
        let counts = |e: Option<&Estimate>| {
            let (value, n) = e.and_then(|e| Some((e.value?, e.n?))).unwrap_or((0.0, 0));
            ((value / 100.0 * n as f64).round() as u64, n)
        };
        (ControlChart::of(Series::Shares(&shown.iter().copied().map(counts).collect::<Vec<_>>()))?, 100.0)
    } else {
        let points: Vec<ScorePoint> = shown.iter().map(|e| point(*e)).collect();
        (ControlChart::of(Series::Scores(&points))?, 1.0)
    };
    let points = waves.iter().zip(&shown).zip(&chart.points).map(|((wave, e), point)| SeriesPoint {
        wave: wave.clone(),
        n: e.and_then(|e| e.n),
        value: e.and_then(|e| e.value),
        low: point.low.map(|x| unit * x),
        high: point.high.map(|x| unit * x),
        signal: point.signal,
    });
    let p = homogeneity(&shown.iter().flatten().copied().collect::<Vec<_>>());
    Some(ControlSeries {
        question: first.question.clone(),
        metric: first.metric,
        segment: first.segment.clone(),
        chart: chart.kind,
        centre: unit * chart.centre,
        sigma_z: chart.sigma_z,
        provisional: chart.provisional,
        p,
        q: p,
        points: points.collect(),
    })
}

/// Effective base and standard error of an estimate as a draw of what produces answers: without the correction for a
/// finite population, which says how well those who were there are known, not whether one wave is like the others
/// (Deming, “On probability as a basis for action”, *The American Statistician* 29 (1975), 146–152).
fn of_process(e: &Estimate) -> Option<(f64, f64)> {
    let (n, se) = (e.n? as f64, e.se?);
    let base = e.n_eff.unwrap_or(n);
    // The design effect is over a sample drawn without replacement: both hold the correction.
    match e.deff.filter(|deff| *deff > 0.0 && n > 1.0) {
        Some(deff) => {
            let free = (n - 1.0) / deff;
            Some((free, se * (base / free).sqrt()))
        }
        None => Some((base, se)),
    }
}

/// An estimate with its own standard error; a gap where there is none.
fn point(estimate: Option<&Estimate>) -> ScorePoint {
    let gap = ScorePoint { value: f64::NAN, se: 0.0, n: 0.0 };
    let Some((e, value, n)) = estimate.and_then(|e| Some((e, e.value?, e.n?))) else { return gap };
    let (base, mut se) = of_process(e).unwrap_or((n as f64, 0.0));
    if se <= 0.0 && e.metric.quantity() == Quantity::Net {
        // Where all answers agree, Wald's error of zero would put the wave outside any limits, or outside none.
        let share = |group| e.shares.as_ref().and_then(|s| s.get(&group)).copied().unwrap_or_default();
        let counts = NetCounts {
            promoters: base * share(Group::Promoters),
            passives: base * share(Group::Passives),
            detractors: base * share(Group::Detractors),
        };
        se = counts.adjusted_wald().map_or(0.0, |adjusted| adjusted.se);
    }
    ScorePoint { value, se, n: n as f64 }
}

/// p of waves that differ when nothing moves: Σ nᵢ (xᵢ − x̄)² / V against χ² with a degree of freedom a wave less
/// one, V being the variance of all answers together and n the effective base. For shares it is Pearson's χ² of the
/// table of waves and answers. The same people in several waves make it cautious. None where nothing varies.
pub(super) fn homogeneity(waves: &[&Estimate]) -> Option<f64> {
    let rows: Vec<(f64, f64, f64)> = waves
        .iter()
        .filter_map(|e| of_process(e).and_then(|(base, se)| Some((base, e.value?, se))))
        .filter(|row| row.0 > 0.0)
        .collect();
    let base: f64 = rows.iter().map(|row| row.0).sum();
    let mean = rows.iter().map(|(n, value, _)| n * value).sum::<f64>() / base;
    let between: f64 = rows.iter().map(|(n, value, _)| n * (value - mean).powi(2)).sum();
    let within: f64 = rows.iter().map(|(n, _, se)| n * n * se * se).sum();
    let variance = (within + between) / base;
    (rows.len() > 1 && variance > 0.0)
        .then(|| chi2_tail(between / variance, rows.len() as f64 - 1.0).map(|p| p.p))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    fn waves(values: &[(f64, u64)]) -> (Vec<String>, Vec<Estimate>) {
        let names: Vec<String> = (1..=values.len()).map(|i| format!("V{i}")).collect();
        let rows = values.iter().zip(&names).map(|((value, n), wave)| Estimate {
            wave: Some(wave.clone()),
            ..sample::estimate("q", Metric::Csat, *value, *n)
        });
        (names.clone(), rows.collect())
    }

    /// Pearson's χ² of 40/60, 50/50, 60/40, 50/50: 8.0 with 3 degrees of freedom, p 0.04601 (R's chisq.test).
    #[test]
    fn homogeneity_of_shares_is_pearsons() {
        let (_, mut rows) = waves(&[(40.0, 100), (50.0, 100), (60.0, 100), (50.0, 100)]);
        for e in &mut rows {
            let p = e.value.unwrap() / 100.0;
            e.se = Some(100.0 * (p * (1.0 - p) / 100.0).sqrt());
        }
        let p = homogeneity(&rows.iter().collect::<Vec<_>>()).unwrap();
        assert!((p - 0.046_011_705_689_231_48).abs() < 1e-9, "{p}");
    }

    #[test]
    fn a_hidden_wave_is_a_gap_and_few_waves_make_no_chart() {
        let (names, mut rows) = waves(&[(40.0, 500), (41.0, 500), (39.0, 500), (40.0, 500), (80.0, 500)]);
        let all = rows.iter().collect::<Vec<_>>();
        let series = of_waves(&names, &all).unwrap();
        assert!(series.provisional && series.points[4].signal == Some(Signal::Beyond));
        assert!((series.centre - 48.0).abs() < 1e-9 && series.points[0].n == Some(500));
        sample::suppress(&mut rows[4]);
        let series = of_waves(&names, &rows.iter().collect::<Vec<_>>()).unwrap();
        assert!((series.centre - 40.0).abs() < 1e-9 && !series.signals());
        assert_eq!((series.points[4].value, series.points[4].low), (None, None));
        sample::suppress(&mut rows[3]);
        assert_eq!(of_waves(&names, &rows.iter().collect::<Vec<_>>()), None);
    }

    /// Half of the staff answered: the correction, which halves the variance, is taken off again.
    #[test]
    fn a_finite_population_makes_no_signal() {
        let mut e = sample::estimate("q", Metric::Nps, 10.0, 101);
        (e.se, e.deff, e.n_eff) = (Some(5.0), Some(1.0), Some(200.0));
        let (base, se) = of_process(&e).unwrap();
        assert!((base - 100.0).abs() < 1e-9 && (se - 5.0 * 2.0_f64.sqrt()).abs() < 1e-9);
        // Without a population the design effect gives the error back: n_eff (n − 1) / n = (n − 1) / deff.
        (e.deff, e.n_eff) = (Some(2.0), Some(50.0));
        assert_eq!(of_process(&e), Some((50.0, 5.0)));
    }

    #[test]
    fn an_unanimous_wave_keeps_its_limits() {
        let mut e = sample::estimate("q", Metric::Nps, 100.0, 20);
        e.se = Some(0.0);
        e.shares = Some([(Group::Promoters, 1.0)].into());
        assert!(point(Some(&e)).se > 5.0);
        assert!(point(None).value.is_nan());
    }
}
