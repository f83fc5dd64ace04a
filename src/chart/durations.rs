//! Distributions of waits and of handle times: a histogram a series, with its median, its 90th percentile and
//! the threshold of the service.

use super::axis::{Axis, Bounds};
use super::font::{Weight, brief, drawable, ellipsis, width};
use super::frame::levels;
use super::input::{Heading, small_base};
use super::marks::{Mark, TIER, apart};
use super::scene::Align;
use super::sheet::Sheet;
use super::style::{
    AXIS, BODY, INK, MARGIN, MUTED, NEUTRAL, PLAIN, SMALL, SMALL_BASE, WIDTH, base_label, colon, pale,
};
use super::{ChartError, Figure};
use crate::centre::Unit;
use crate::lang::Lang;

/// Height of a histogram.
const PLOT: f64 = 120.0;
/// Series at most.
const SERIES: usize = 8;
/// Series told in the caption.
const TOLD: usize = 3;
/// Width of the bar of what is beyond the last bound, and the space before it.
const BEYOND: (f64, f64) = (40.0, 14.0);

/// Durations counted by bins, one histogram a series, all on one axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Durations {
    /// What stands around the figure.
    pub heading: Heading,
    /// Unit of the bounds and of the marks.
    pub unit: Unit,
    /// Upper bounds of the bins, included, ascending; the first bin begins at zero. Bins are drawn alike in width
    /// whatever they hold, so that short durations, which are many, have room.
    pub bounds: Vec<f64>,
    /// Threshold of the service, e.g. 20 s.
    pub threshold: Option<f64>,
    /// Series; those without a duration are left out.
    pub series: Vec<DurationSeries>,
}

/// One histogram.
#[derive(Debug, Clone, PartialEq)]
pub struct DurationSeries {
    /// Name, e.g. answered, abandoned.
    pub name: String,
    /// Durations in each bin, then those beyond the last bound.
    pub counts: Vec<u64>,
    /// Median, from the durations themselves.
    pub median: Option<f64>,
    /// 90th percentile, from the durations themselves.
    pub p90: Option<f64>,
}

impl DurationSeries {
    fn total(&self) -> u64 {
        self.counts.iter().fold(0, |all, &n| all.saturating_add(n))
    }

    /// Share of the durations in a bin, percent.
    fn share(&self, bin: usize) -> f64 {
        self.counts.get(bin).map_or(0.0, |&n| n as f64 / self.total().max(1) as f64 * 100.0)
    }

    /// Share of the durations up to a threshold, percent; none where no bin ends there.
    fn within(&self, bounds: &[f64], threshold: f64) -> Option<f64> {
        let last = bounds.iter().position(|b| (b - threshold).abs() < 1e-9)?;
        Some((0..=last).map(|bin| self.share(bin)).sum())
    }
}

/// Where values and bins are, in all histograms alike: every bin is as wide as the next.
struct Plot {
    bounds: Vec<f64>,
    left: f64,
    right: f64,
    step: f64,
    beyond: Option<f64>,
}

impl Plot {
    fn new(bounds: Vec<f64>, left: f64, right: f64, over: bool) -> Self {
        let end = if over { right - BEYOND.0 - BEYOND.1 } else { right };
        let step = (end - left) / bounds.len() as f64;
        Self { bounds, left, right, step, beyond: over.then_some(right - BEYOND.0) }
    }

    /// Pixel of the lower bound of a bin, or of the upper bound of the one before.
    fn edge(&self, bin: usize) -> f64 {
        self.left + self.step * bin as f64
    }

    /// Pixel of a value inside its bin; one beyond the last bound is in the middle of the last bar.
    fn at(&self, value: f64) -> f64 {
        let Some(bin) = self.bounds.iter().position(|high| value <= *high) else {
            return self.beyond.map_or(self.edge(self.bounds.len()), |x| x + BEYOND.0 / 2.0);
        };
        let low = self.low(bin);
        self.edge(bin) + ((value - low) / (self.bounds[bin] - low)).max(0.0) * self.step
    }

    /// Lower bound of a bin.
    fn low(&self, bin: usize) -> f64 {
        bin.checked_sub(1).and_then(|before| self.bounds.get(before)).copied().unwrap_or(0.0)
    }

    /// Bounds under the last histogram: all of them where they fit, else one in so many.
    fn names(&self, sheet: &mut Sheet, unit: Unit, lang: Lang) {
        let base = sheet.y + 4.0;
        let text = |value: f64| unit.tick(value, usize::from(value.fract() != 0.0), lang);
        let mut end = WIDTH;
        if let (Some(x), Some(&last)) = (self.beyond, self.bounds.last()) {
            let over = format!(">\u{a0}{}", text(last));
            let half = width(&over, SMALL, Weight::Regular) / 2.0;
            let at = (x + BEYOND.0 / 2.0).min(WIDTH - 6.0 - half);
            sheet.scene.label(&over, (at, base), Align::Middle, SMALL, MUTED);
            end = at - half - 8.0;
        }
        let edges: Vec<(f64, String)> =
            (0..=self.bounds.len()).map(|bin| (self.edge(bin), text(self.low(bin)))).collect();
        let half = |name: &str| width(name, SMALL, Weight::Regular) / 2.0;
        let fits = |every: usize| {
            let shown: Vec<_> = edges.iter().step_by(every).collect();
            shown.windows(2).all(|two| two[0].0 + half(&two[0].1) + 8.0 <= two[1].0 - half(&two[1].1))
        };
        let every = (1..=edges.len()).find(|&every| fits(every)).unwrap_or(1);
        for (x, name) in edges.iter().step_by(every) {
            if x + half(name) <= end {
                sheet.scene.label(name, (*x, base), Align::Middle, SMALL, MUTED);
            }
        }
        sheet.y = base + 2.0;
    }
}

/// Draws the histograms. Nothing without a bound or without a duration.
///
/// # Errors
/// When plotters or the PNG encoder fails.
pub fn durations(durations: &Durations, lang: Lang) -> Result<Option<Figure>, ChartError> {
    let bounds = ascending(&durations.bounds);
    let series: Vec<&DurationSeries> =
        durations.series.iter().filter(|s| s.total() > 0).take(SERIES).collect();
    if bounds.is_empty() || series.is_empty() {
        return Ok(None);
    }
    let threshold = durations.threshold.filter(|t| t.is_finite() && *t > 0.0);
    let told: Vec<String> =
        series.iter().take(TOLD).map(|s| sentence(s, &bounds, threshold, durations.unit, lang)).collect();
    let reading = reading(&bounds, threshold, durations, lang);
    let mut sheet = Sheet::new(durations.heading.words(told.join(" "), &reading), lang);
    let over = series.iter().any(|s| s.counts.get(bounds.len()).is_some_and(|&n| n > 0));
    let left = MARGIN + width(&lang.percent(100.0, 1), SMALL, Weight::Regular) + 10.0;
    let plot = Plot::new(bounds, left, WIDTH - MARGIN, over);
    for one in &series {
        histogram(&mut sheet, &plot, one, threshold, durations.unit, lang);
    }
    plot.names(&mut sheet, durations.unit, lang);
    sheet.finish()
}

/// The bounds as far as they ascend.
fn ascending(bounds: &[f64]) -> Vec<f64> {
    let mut out: Vec<f64> = Vec::new();
    for &bound in bounds {
        if !bound.is_finite() || bound <= out.last().copied().unwrap_or(0.0) {
            break;
        }
        out.push(bound);
    }
    out
}

fn histogram(
    sheet: &mut Sheet,
    plot: &Plot,
    series: &DurationSeries,
    threshold: Option<f64>,
    unit: Unit,
    lang: Lang,
) {
    let base = format!("n\u{a0}=\u{a0}{}", base_label(series.total(), lang));
    let room = plot.right - MARGIN - width(&base, SMALL, Weight::Regular) - 12.0;
    let name = ellipsis(&drawable(&series.name), BODY, Weight::Bold, room);
    sheet.y += 14.0;
    sheet.scene.text(&name, (MARGIN, sheet.y), Align::Start, BODY, Weight::Bold, INK);
    let after = MARGIN + width(&name, BODY, Weight::Bold) + 12.0;
    sheet.scene.label(&base, (after, sheet.y), Align::Start, SMALL, MUTED);

    let marks = marks(plot, series, threshold, unit, lang);
    let tiers = marks.iter().map(|m| m.tier + 1).max().unwrap_or(0);
    let top = sheet.y + 12.0 + TIER * tiers as f64;
    let bottom = top + PLOT;
    let bounds = Bounds { floor: 0.0, ceiling: 100.0, least: 1.0, ticks: 3.0 };
    let heights = (0..=plot.bounds.len()).map(|bin| series.share(bin));
    let axis = Axis::new(heights.chain([0.0]), bounds, bottom, top);
    levels(&mut sheet.scene, axis, (plot.left, plot.right), &|t| lang.percent(t, axis.decimals()));
    for bin in 0..=plot.bounds.len() {
        let y = axis.at(series.share(bin));
        let (x0, x1, color) = match (plot.bounds.get(bin), plot.beyond) {
            (Some(&high), _) => {
                let late = threshold.is_some_and(|t| high > t + 1e-9);
                (plot.edge(bin), plot.edge(bin + 1), if late { pale(PLAIN) } else { PLAIN })
            }
            (None, Some(x)) => (x, plot.right, NEUTRAL),
            (None, None) => continue,
        };
        let gap = if x1 - x0 > 4.0 { 0.5 } else { 0.0 };
        sheet.scene.rect((x0 + gap, y), (x1 - gap, bottom), color);
    }
    sheet.scene.rule(plot.left, plot.right, bottom, 1.5, AXIS);
    for mark in &marks {
        mark.draw(&mut sheet.scene, top, bottom);
    }
    let over = series.share(plot.bounds.len());
    if let Some(x) = plot.beyond.filter(|_| over > 0.0) {
        let at = (x + BEYOND.0 / 2.0, axis.at(over) - 5.0);
        sheet.scene.label(&lang.percent(over, 1), at, Align::Middle, SMALL, INK);
        sheet.scene.plate();
    }
    sheet.y = bottom + 16.0;
}

/// Median, 90th percentile and threshold.
fn marks(plot: &Plot, series: &DurationSeries, threshold: Option<f64>, unit: Unit, lang: Lang) -> Vec<Mark> {
    let named = [
        (threshold, pick!(lang, chart::threshold), INK, true),
        (series.median, pick!(lang, chart::median), INK, false),
        (series.p90, pick!(lang, chart::n_90th_percentile), MUTED, false),
    ];
    let mut waiting: Vec<Mark> = Vec::new();
    for (value, name, color, dashed) in named {
        let Some(value) = value.filter(|v| v.is_finite()) else { continue };
        let text = format!("{name}{}{}", colon(lang), unit.label(value, lang));
        waiting.push(Mark::new(plot.at(value), text, color, dashed, plot.right + 12.0));
    }
    apart(waiting)
}

/// Median, 90th percentile, share within the threshold and base of a series.
fn sentence(
    series: &DurationSeries,
    bounds: &[f64],
    threshold: Option<f64>,
    unit: Unit,
    lang: Lang,
) -> String {
    let mut parts: Vec<String> = Vec::new();
    let known = |value: Option<f64>| value.filter(|v| v.is_finite()).map(|v| unit.label(v, lang));
    if let Some(median) = known(series.median) {
        parts.push(pick!(lang, chart::median_in_durations(median)));
    }
    if let Some(p90) = known(series.p90) {
        parts.push(pick!(lang, chart::n_90th_percentile_in_durations(p90)));
    }
    if let Some(t) = threshold
        && let Some(share) = series.within(bounds, t)
    {
        let (share, t) = (lang.percent(share, 1), unit.label(t, lang));
        parts.push(pick!(lang, chart::within(share, t)));
    }
    parts.push(format!("n\u{a0}=\u{a0}{}", lang.count(series.total())));
    format!("{}{}{}.", brief(&series.name), colon(lang), parts.join(", "))
}

/// What heights and colours mean.
fn reading(bounds: &[f64], threshold: Option<f64>, durations: &Durations, lang: Lang) -> String {
    let low = |bin: usize| if bin == 0 { 0.0 } else { bounds[bin - 1] };
    let wide: Vec<f64> = bounds.iter().enumerate().map(|(bin, high)| high - low(bin)).collect();
    let first = wide.first().copied().unwrap_or(0.0);
    let mut out = vec![if wide.iter().all(|w| (w - first).abs() < 1e-9) {
        let step = durations.unit.tick(first, usize::from(first.fract() != 0.0), lang);
        pick!(lang, chart::height_share_of_each_series_in_bins_of(step))
    } else {
        let text = pick!(lang, chart::height_share_of_each_series_in_the_bin);
        text.to_owned()
    }];
    if let Some(t) = threshold {
        let t = durations.unit.label(t, lang);
        out.push(pick!(lang, chart::dark_up_to_the_threshold_of(t)));
    }
    let totals: Vec<u64> = durations.series.iter().map(DurationSeries::total).filter(|&n| n > 0).collect();
    if totals.iter().take(SERIES).any(|&n| n < SMALL_BASE) {
        out.push(small_base(lang));
    }
    let left_out = totals.len().saturating_sub(SERIES);
    if left_out > 0 {
        out.push(pick!(lang, chart::first_series_others_not_drawn(SERIES, left_out)));
    }
    out.join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::ChartKind;
    use super::super::check::{odd, sound};
    use super::*;
    use proptest::prelude::*;

    fn waits(names: &[&str], bounds: Vec<f64>) -> Durations {
        let counts = |k: usize| (0..=bounds.len()).map(|i| 4000 / (i + 1 + k) as u64).collect();
        let series = names.iter().enumerate();
        Durations {
            heading: Heading::new(ChartKind::Waits, "Attente"),
            unit: Unit::Seconds,
            threshold: Some(20.0),
            series: series
                .map(|(k, &name)| DurationSeries {
                    name: name.to_owned(),
                    counts: counts(k),
                    median: Some(18.0 + k as f64),
                    p90: Some(117.0 * (k + 1) as f64),
                })
                .collect(),
            bounds,
        }
    }

    fn fives(count: usize) -> Vec<f64> {
        (1..=count).map(|i| 5.0 * i as f64).collect()
    }

    #[test]
    fn nothing_to_draw() {
        assert_eq!(durations(&waits(&[], fives(10)), Lang::Fr), Ok(None));
        assert_eq!(durations(&waits(&["pris"], Vec::new()), Lang::Fr), Ok(None));
        assert_eq!(durations(&waits(&["pris"], vec![f64::NAN, -1.0]), Lang::Fr), Ok(None));
        let mut none = waits(&["pris"], fives(3));
        none.series[0].counts = vec![0; 4];
        assert_eq!(durations(&none, Lang::Fr), Ok(None));
    }

    #[test]
    fn answered_and_abandoned() {
        let data = waits(&["Appels pris", "Appels abandonnés"], fives(36));
        for lang in [Lang::Fr, Lang::En] {
            let figure = durations(&data, lang).unwrap().unwrap();
            let median = lang.pick("médiane\u{a0}: 18\u{a0}s", "median: 18\u{a0}s");
            sound(&figure, &["Appels pris", median, ">\u{a0}3\u{a0}min"]);
        }
    }

    #[test]
    fn two_bins_and_forty_long_names() {
        sound(&durations(&waits(&["a"], vec![20.0, 600.0]), Lang::En).unwrap().unwrap(), &["a"]);
        let long: Vec<String> = (0..40)
            .map(|i| {
                format!("File {i} des demandes urgentes <&> très longues à nommer, {}", "etc. ".repeat(30))
            })
            .collect();
        let names: Vec<&str> = long.iter().map(String::as_str).collect();
        let figure = durations(&waits(&names, fives(40)), Lang::Fr).unwrap().unwrap();
        sound(&figure, &[]);
        assert!(figure.caption.starts_with("File 0"), "{}", figure.caption);
    }

    #[test]
    fn a_share_within_the_threshold_needs_its_bound() {
        let one = DurationSeries { name: String::new(), counts: vec![1, 2, 1, 4], median: None, p90: None };
        assert_eq!(one.within(&[10.0, 20.0, 30.0], 20.0), Some(37.5));
        assert_eq!(one.within(&[10.0, 20.0, 30.0], 15.0), None);
    }

    #[test]
    fn a_value_stands_inside_its_bin() {
        let plot = Plot::new(vec![10.0, 30.0], 0.0, 254.0, true);
        assert_eq!([0.0, 10.0, 20.0, 30.0, 31.0].map(|v| plot.at(v)), [0.0, 100.0, 150.0, 200.0, 234.0]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(12))]

        #[test]
        fn no_number_makes_it_fail(
            bounds in proptest::collection::vec(odd(), 0..4), marks in proptest::collection::vec(odd(), 3),
            counts in proptest::collection::vec(proptest::sample::select(vec![0, 1, 7, u64::MAX]), 0..6),
        ) {
            let mut data = waits(&["a"], bounds);
            data.threshold = Some(marks[0]);
            data.series[0] =
                DurationSeries { name: String::new(), counts, median: Some(marks[1]), p90: Some(marks[2]) };
            prop_assert!(durations(&data, Lang::En).is_ok());
        }
    }
}
