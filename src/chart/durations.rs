//! Distributions of waits and of handle times: a histogram a series, with its median, its 90th percentile and
//! the threshold of the service.

use super::axis::{Axis, Bounds};
use super::font::{Weight, brief, drawable, ellipsis, width};
use super::frame::{dashed_post, levels};
use super::input::{Heading, Unit, small_base};
use super::scene::{Align, Scene};
use super::sheet::Sheet;
use super::style::{
    AXIS, BODY, Color, INK, MARGIN, MUTED, NEUTRAL, PLAIN, SMALL, SMALL_BASE, WHITE, WIDTH, base_label,
    colon, pale,
};
use super::{ChartError, Figure};
use crate::lang::Lang;

/// Height of a histogram.
const PLOT: f64 = 120.0;
/// Series at most.
const SERIES: usize = 8;
/// Series told in the caption.
const TOLD: usize = 3;
/// Width of the bar of what is beyond the last bound, and the space before it.
const BEYOND: (f64, f64) = (40.0, 14.0);
/// Height of a line of marks above a histogram.
const TIER: f64 = 15.0;

/// Durations counted by bins, one histogram a series, all on one axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Durations {
    /// What stands around the figure.
    pub heading: Heading,
    /// Unit of the bounds and of the marks.
    pub unit: Unit,
    /// Upper bounds of the bins, included, ascending; the first bin begins at zero. A wider bin is drawn
    /// as low as its width asks, so that areas compare.
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

/// Where values and bins are, in all histograms alike.
struct Plot {
    bounds: Vec<f64>,
    across: Axis,
    left: f64,
    right: f64,
    beyond: Option<f64>,
    narrow: f64,
}

impl Plot {
    /// Pixel of a value; one beyond the last bound is in the middle of the last bar.
    fn at(&self, value: f64) -> f64 {
        match (self.beyond, self.bounds.last()) {
            (Some(x), Some(last)) if value > *last => x + BEYOND.0 / 2.0,
            _ => self.across.at(value),
        }
    }

    /// Values under the last histogram; those that the name of the last bar covers are left out.
    fn names(&self, sheet: &mut Sheet, unit: Unit, lang: Lang) {
        let base = sheet.y + 4.0;
        let mut end = WIDTH;
        if let (Some(x), Some(&last)) = (self.beyond, self.bounds.last()) {
            let text = format!(">\u{a0}{}", unit.tick(last, usize::from(last.fract() != 0.0), lang));
            let half = width(&text, SMALL, Weight::Regular) / 2.0;
            let at = (x + BEYOND.0 / 2.0).min(WIDTH - 6.0 - half);
            sheet.scene.label(&text, (at, base), Align::Middle, SMALL, MUTED);
            end = at - half - 8.0;
        }
        for value in self.across.ticks() {
            let (text, x) = (unit.tick(value, self.across.decimals(), lang), self.across.at(value));
            if x + width(&text, SMALL, Weight::Regular) / 2.0 <= end {
                sheet.scene.label(&text, (x, base), Align::Middle, SMALL, MUTED);
            }
        }
        sheet.y = base + 2.0;
    }

    /// Lower bound of a bin.
    fn low(&self, bin: usize) -> f64 {
        bin.checked_sub(1).and_then(|before| self.bounds.get(before)).copied().unwrap_or(0.0)
    }

    /// Height of a bin: its share for as narrow a bin as the narrowest, percent; beyond the last bound, its share.
    fn height(&self, series: &DurationSeries, bin: usize) -> f64 {
        let wide = self.bounds.get(bin).map_or(self.narrow, |b| b - self.low(bin));
        series.share(bin) * self.narrow / wide
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
    let Some(&last) = bounds.last().filter(|_| !series.is_empty()) else { return Ok(None) };
    let threshold = durations.threshold.filter(|t| t.is_finite() && *t > 0.0);
    let told: Vec<String> =
        series.iter().take(TOLD).map(|s| sentence(s, &bounds, threshold, durations.unit, lang)).collect();
    let narrow = (0..bounds.len())
        .map(|i| bounds[i] - if i == 0 { 0.0 } else { bounds[i - 1] })
        .fold(f64::INFINITY, f64::min);
    let reading = reading(narrow, threshold, durations, lang);
    let mut sheet = Sheet::new(durations.heading.words(told.join(" "), &reading), lang);

    let over = series.iter().any(|s| s.counts.get(bounds.len()).is_some_and(|&n| n > 0));
    let right = WIDTH - MARGIN;
    let end = if over { right - BEYOND.0 - BEYOND.1 } else { right };
    let left = MARGIN + width(&lang.percent(100.0, 1), SMALL, Weight::Regular) + 10.0;
    let axis = Bounds { floor: 0.0, ceiling: last, least: 0.0, ticks: 8.0 };
    let across = Axis::new([0.0, last], axis, left, end);
    let beyond = over.then_some(right - BEYOND.0);
    let plot = Plot { bounds, across, left, right, beyond, narrow };
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
    let heights = (0..=plot.bounds.len()).map(|bin| plot.height(series, bin));
    let axis = Axis::new(heights.chain([0.0]), bounds, bottom, top);
    levels(&mut sheet.scene, axis, (plot.left, plot.right), &|t| lang.percent(t, axis.decimals()));
    for bin in 0..=plot.bounds.len() {
        let y = axis.at(plot.height(series, bin));
        let (x0, x1, color) = match (plot.bounds.get(bin), plot.beyond) {
            (Some(&high), _) => {
                let late = threshold.is_some_and(|t| high > t + 1e-9);
                (plot.across.at(plot.low(bin)), plot.across.at(high), if late { pale(PLAIN) } else { PLAIN })
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

/// A value marked on a histogram.
struct Mark {
    x: f64,
    text: String,
    start: f64,
    end: f64,
    tier: usize,
    color: Color,
    dashed: bool,
}

impl Mark {
    fn draw(&self, scene: &mut Scene, top: f64, bottom: f64) {
        let base = top - 6.0 - TIER * self.tier as f64;
        // A pale edge keeps the line apart from a dark bar.
        scene.post(self.x, top, bottom - 1.0, 3.5, WHITE);
        if self.dashed {
            dashed_post(scene, self.x, base - 9.0, bottom, self.color);
        } else {
            scene.post(self.x, base - 9.0, bottom, 1.5, self.color);
        }
        scene.label(&self.text, (self.start, base), Align::Start, SMALL, self.color);
    }
}

/// Median, 90th percentile and threshold, each with its label beside the top of its line, on the lowest line
/// of text where it covers neither another label nor another mark's line.
fn marks(plot: &Plot, series: &DurationSeries, threshold: Option<f64>, unit: Unit, lang: Lang) -> Vec<Mark> {
    let named = [
        (threshold, lang.pick("seuil", "threshold"), INK, true),
        (series.median, lang.pick("médiane", "median"), INK, false),
        (series.p90, lang.pick("90e centile", "90th percentile"), MUTED, false),
    ];
    let mut waiting: Vec<Mark> = Vec::new();
    for (value, name, color, dashed) in named {
        let Some(value) = value.filter(|v| v.is_finite()) else { continue };
        let text = format!("{name}{}{}", colon(lang), unit.label(value, lang));
        let (x, long) = (plot.at(value), width(&text, SMALL, Weight::Regular));
        let start = if x + 5.0 + long > plot.right + 12.0 { x - 5.0 - long } else { x + 5.0 };
        waiting.push(Mark { x, text, start, end: start + long, tier: 0, color, dashed });
    }
    waiting.sort_by(|a, b| b.x.total_cmp(&a.x));
    let mut placed: Vec<Mark> = Vec::new();
    for mut mark in waiting {
        let free = |tier: usize| {
            placed.iter().all(|other| {
                let beside = mark.end + 6.0 < other.start || other.end + 6.0 < mark.start;
                let over_line = mark.start - 3.0 < other.x && other.x < mark.end + 3.0;
                let under_label = other.start - 3.0 < mark.x && mark.x < other.end + 3.0;
                (tier != other.tier || beside)
                    && (tier > other.tier || !over_line)
                    && (tier < other.tier || !under_label)
            })
        };
        let highest = placed.iter().map(|m| m.tier + 1).max().unwrap_or(0);
        mark.tier = (0..=highest).find(|&tier| free(tier)).unwrap_or(highest);
        placed.push(mark);
    }
    placed
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
        parts.push(lang.pick(format!("médiane de {median}"), format!("median {median}")));
    }
    if let Some(p90) = known(series.p90) {
        parts.push(lang.pick(format!("90e centile de {p90}"), format!("90th percentile {p90}")));
    }
    if let Some(t) = threshold
        && let Some(share) = series.within(bounds, t)
    {
        let (share, t) = (lang.percent(share, 1), unit.label(t, lang));
        parts.push(lang.pick(format!("{share} en {t} au plus"), format!("{share} within {t}")));
    }
    parts.push(format!("n\u{a0}=\u{a0}{}", lang.count(series.total())));
    format!("{}{}{}.", brief(&series.name), colon(lang), parts.join(", "))
}

/// What heights and colours mean.
fn reading(narrow: f64, threshold: Option<f64>, durations: &Durations, lang: Lang) -> String {
    let step = durations.unit.label(narrow, lang);
    let mut out = vec![match lang {
        Lang::Fr => format!("Hauteur : part de chaque série par tranche de {step}."),
        Lang::En => format!("Height: share of each series per {step}."),
    }];
    if let Some(t) = threshold {
        let t = durations.unit.label(t, lang);
        out.push(match lang {
            Lang::Fr => format!("Foncé : jusqu’au seuil de {t}."),
            Lang::En => format!("Dark: up to the threshold of {t}."),
        });
    }
    let totals: Vec<u64> = durations.series.iter().map(DurationSeries::total).filter(|&n| n > 0).collect();
    if totals.iter().take(SERIES).any(|&n| n < SMALL_BASE) {
        out.push(small_base(lang));
    }
    let left_out = totals.len().saturating_sub(SERIES);
    if left_out > 0 {
        out.push(match lang {
            Lang::Fr => format!("{SERIES} premières séries ; autres, non dessinées : {left_out}."),
            Lang::En => format!("First {SERIES} series; others, not drawn: {left_out}."),
        });
    }
    out.join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::check::sound;
    use super::*;

    fn waits(names: &[&str], bounds: Vec<f64>) -> Durations {
        let counts = |k: usize| (0..=bounds.len()).map(|i| 4000 / (i + 1 + k) as u64).collect();
        let series = names.iter().enumerate();
        Durations {
            heading: Heading { id: "waits".to_owned(), title: "Attente".to_owned(), ..Heading::default() },
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
            sound(&figure, &["Appels pris", median, ">\u{a0}180\u{a0}s"]);
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
    fn a_wide_bin_is_low() {
        let across =
            Axis::new([0.0, 30.0], Bounds { floor: 0.0, ceiling: 30.0, least: 0.0, ticks: 3.0 }, 0.0, 1.0);
        let plot =
            Plot { bounds: vec![10.0, 30.0], across, left: 0.0, right: 1.0, beyond: None, narrow: 10.0 };
        let one = DurationSeries { name: String::new(), counts: vec![5, 5], median: None, p90: None };
        assert_eq!((plot.height(&one, 0), plot.height(&one, 1)), (50.0, 25.0));
    }
}
