//! A score by wave, with its intervals: points, the line that joins the waves, the ribbon of their
//! intervals, and what must be reached.

use super::axis::{Axis, Bounds};
use super::font::{Weight, drawable, ellipsis, width};
use super::frame::{dashed, halves};
use super::gauge::Aim;
use super::gauge_words::bound;
use super::scene::{Align, Scene, Shape, widest};
use super::sheet::{Sheet, Words};
use super::style::{
    AXIS, BAD_INK, BODY, Color, GRID, INK, MARGIN, MUTED, PLAIN, SMALL, WIDTH, base_label, metric_name,
    tick_label, value_label,
};
use super::waves_words::{caption, note};
use super::{ChartError, ChartKind, Figure};
use crate::lang::Lang;
use crate::metric::{Estimate, Metric, Quantity};

/// Intervals: the score's colour on its way to white.
const RIBBON: Color = (207, 217, 228);
/// Height of the plot.
const PLOT: f64 = 270.0;
/// Longest wave label when labels stand upright.
const UPWARD: f64 = 120.0;

/// What a score must reach, in its unit.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Aims {
    /// The value to reach.
    pub target: Option<f64>,
    /// The value not to miss.
    pub minimum: Option<f64>,
}

/// Draws one metric by wave: `estimates` in wave order, one a wave; a suppressed one keeps its place.
/// Nothing when no wave has a value.
///
/// # Errors
/// When plotters or the PNG encoder fails.
pub fn waves(
    estimates: &[&Estimate],
    aims: Aims,
    question: &str,
    lang: Lang,
) -> Result<Option<Figure>, ChartError> {
    let Some(first) = estimates.iter().find(|e| e.value.is_some_and(f64::is_finite)) else { return Ok(None) };
    let metric = first.metric;
    let alone = (0..estimates.len()).any(|i| value(estimates, i).is_some() && !beside(estimates, i));
    let bounds = [(aims.target, INK), (aims.minimum, BAD_INK)];
    let mut sheet = Sheet::new(
        Words {
            kind: ChartKind::Waves,
            id: ChartKind::Waves.id().to_owned(),
            title: format!("{} {}", metric_name(metric, lang), pick!(lang, chart::by_wave)),
            question: question.to_owned(),
            caption: caption(estimates, metric, aims, lang),
            note: note(estimates, alone, lang),
        },
        lang,
    );

    legend(&mut sheet, aims, metric, lang);
    let (top, bottom) = (sheet.y + 16.0, sheet.y + 16.0 + PLOT);
    let data = estimates.iter().flat_map(|e| [e.value, e.ci_low, e.ci_high]);
    let data = data.chain(bounds.map(|bound| bound.0)).flatten();
    let axis = Axis::new(data, Bounds::of(metric.quantity(), 5.0), bottom, top);
    let ticks: Vec<(f64, String)> =
        axis.ticks().into_iter().map(|t| (t, tick_label(t, metric, axis.decimals(), lang))).collect();
    let left = MARGIN + widest(ticks.iter().map(|t| &t.1), SMALL, Weight::Regular) + 10.0;
    let step = (WIDTH - MARGIN - left) / estimates.len() as f64;
    let x = |i: usize| left + step * (i as f64 + 0.5);
    ribbon(&mut sheet.scene, estimates, axis, &x);
    for (value, label) in &ticks {
        let y = axis.at(*value);
        let zero = metric.quantity() == Quantity::Net && value.abs() < 1e-9;
        sheet.scene.rule(left, WIDTH - MARGIN, y, 1.0, if zero { AXIS } else { GRID });
        sheet.scene.label(label, (left - 8.0, y + SMALL * 0.36), Align::End, SMALL, MUTED);
    }
    for (at, color) in bounds {
        if let Some(at) = at.filter(|a| a.is_finite()) {
            dashed(&mut sheet.scene, left, WIDTH - MARGIN, axis.at(at), color);
        }
    }
    points(&mut sheet.scene, estimates, metric, axis, &x, step, lang);
    sheet.y = wave_labels(&mut sheet.scene, estimates, bottom, &x, step, lang);
    sheet.finish()
}

/// The value of a wave, where it is a number.
fn value(estimates: &[&Estimate], i: usize) -> Option<f64> {
    estimates.get(i).and_then(|e| e.value).filter(|v| v.is_finite())
}

/// True when the wave before or the one after has a value: the interval is then part of the ribbon.
fn beside(estimates: &[&Estimate], i: usize) -> bool {
    i.checked_sub(1).is_some_and(|before| value(estimates, before).is_some())
        || value(estimates, i + 1).is_some()
}

/// The intervals of the waves that follow each other without a gap, as one band.
fn ribbon(scene: &mut Scene, estimates: &[&Estimate], axis: Axis, x: &dyn Fn(usize) -> f64) {
    let ends = |i: usize| {
        value(estimates, i)?;
        Some((estimates[i].ci_low?, estimates[i].ci_high?))
    };
    for i in 1..estimates.len() {
        if let (Some((a_low, a_high)), Some((b_low, b_high))) = (ends(i - 1), ends(i)) {
            let corners = [(i - 1, a_low), (i - 1, a_high), (i, b_high), (i, b_low)];
            let corners = corners.map(|(i, value)| (x(i), axis.at(value)));
            scene.shapes.push(Shape::Area(corners.to_vec(), RIBBON));
        }
    }
}

/// The lines of the bounds, named.
fn legend(sheet: &mut Sheet, aims: Aims, metric: Metric, lang: Lang) {
    let (mut x, y) = (MARGIN, sheet.y + 6.0);
    for (aim, at, color) in [(Aim::Target, aims.target, INK), (Aim::Minimum, aims.minimum, BAD_INK)] {
        let Some(at) = at.filter(|a| a.is_finite()) else { continue };
        let text = bound(aim, at, metric, lang);
        dashed(&mut sheet.scene, x, x + 26.0, y - 4.0, color);
        sheet.scene.label(&text, (x + 32.0, y), Align::Start, SMALL, INK);
        x += 32.0 + width(&text, SMALL, Weight::Regular) + 22.0;
        sheet.y = y + 4.0;
    }
}

fn points(
    scene: &mut Scene,
    estimates: &[&Estimate],
    metric: Metric,
    axis: Axis,
    x: &dyn Fn(usize) -> f64,
    step: f64,
    lang: Lang,
) {
    let value = |i: usize| value(estimates, i);
    let cap = (step * 0.14).clamp(2.0, 6.0);
    for (i, estimate) in estimates.iter().enumerate().filter(|(i, _)| !beside(estimates, *i)) {
        if let (Some(_), Some(low), Some(high)) = (value(i), estimate.ci_low, estimate.ci_high) {
            let (y0, y1) = (axis.at(high), axis.at(low));
            scene.post(x(i), y0, y1, 1.5, MUTED);
            for y in [y0, y1] {
                scene.rule(x(i) - cap, x(i) + cap, y, 1.5, MUTED);
            }
        }
    }
    // A wave without a value breaks the line: nothing is known between its neighbours.
    for i in 1..estimates.len() {
        if let (Some(a), Some(b)) = (value(i - 1), value(i)) {
            let ends = vec![(x(i - 1), axis.at(a)), (x(i), axis.at(b))];
            scene.shapes.push(Shape::Line(ends, 2.0, PLAIN));
        }
    }
    for i in 0..estimates.len() {
        if let Some(v) = value(i) {
            scene.dot((x(i), axis.at(v)), if step < 44.0 { 4.0 } else { 5.0 }, PLAIN);
        }
    }
    for (i, text) in labels(estimates, metric, step, lang) {
        let (estimate, v) = (estimates[i], value(i).unwrap_or_default());
        let size = if step < 44.0 { SMALL } else { BODY };
        let half = width(&text, size, Weight::Bold) / 2.0;
        // In a trough the line climbs on both sides: the label goes under the point.
        let beside: Vec<f64> = i.checked_sub(1).into_iter().chain([i + 1]).filter_map(value).collect();
        let trough = beside.len() == 2 && beside.iter().all(|&neighbour| neighbour > v);
        let above = axis.at(estimate.ci_high.unwrap_or(v)).min(axis.at(v) - 3.0) - 8.0;
        let under = axis.at(estimate.ci_low.unwrap_or(v)).max(axis.at(v) + 6.0) + size + 4.0;
        let y = if trough && under < axis.at(f64::NEG_INFINITY) { under } else { above };
        let at = x(i).max(x(0) - step / 2.0 + half + 2.0).min(WIDTH - MARGIN - half);
        scene.text(&text, (at, y), Align::Middle, size, Weight::Bold, INK);
        scene.plate();
    }
}

/// The waves whose value is written: all where they fit; else the last, the first, the lowest and the highest, as far
/// as they keep apart.
fn labels(estimates: &[&Estimate], metric: Metric, step: f64, lang: Lang) -> Vec<(usize, String)> {
    let size = if step < 44.0 { SMALL } else { BODY };
    let known: Vec<(usize, f64)> =
        (0..estimates.len()).filter_map(|i| Some((i, value(estimates, i)?))).collect();
    let whole = usize::from(metric.quantity() == Quantity::Mean);
    let full = |v: f64| value_label(v, metric, lang);
    let written = |short: bool| -> Vec<(usize, String)> {
        let text = |v| if short { tick_label(v, metric, whole, lang) } else { full(v) };
        known.iter().map(|(i, v)| (*i, text(*v))).collect()
    };
    let fits = |labels: &[(usize, String)]| {
        labels.iter().all(|(_, text)| width(text, size, Weight::Bold) + 4.0 <= step)
    };
    if let Some(all) = [written(false), written(true)].into_iter().find(|labels| fits(labels)) {
        return all;
    }
    let lowest = known.iter().min_by(|a, b| a.1.total_cmp(&b.1));
    let highest = known.iter().max_by(|a, b| a.1.total_cmp(&b.1));
    let mut kept: Vec<(usize, String)> = Vec::new();
    for (i, v) in [known.last(), known.first(), lowest, highest].into_iter().flatten() {
        let text = full(*v);
        let half = |text: &str| width(text, size, Weight::Bold) / 2.0;
        let apart = |(other, beside): &(usize, String)| {
            i.abs_diff(*other) as f64 * step > half(&text) + half(beside) + 20.0
        };
        if kept.iter().all(apart) {
            kept.push((*i, text));
        }
    }
    kept
}

/// Wave labels and bases under the plot: on one line, on two, or upright; gives the y below them.
fn wave_labels(
    scene: &mut Scene,
    estimates: &[&Estimate],
    bottom: f64,
    x: &dyn Fn(usize) -> f64,
    step: f64,
    lang: Lang,
) -> f64 {
    let names: Vec<String> = estimates
        .iter()
        .map(|e| drawable(e.wave.as_deref().unwrap_or(pick!(lang, chart::total_in_waves))))
        .collect();
    let bases: Vec<String> =
        estimates.iter().map(|e| e.n.map_or_else(|| "–".to_owned(), |n| base_label(n, lang))).collect();
    let prefixed: Vec<String> = bases
        .iter()
        .zip(estimates)
        .map(|(b, e)| if e.n.is_some() { format!("n\u{a0}=\u{a0}{b}") } else { b.clone() })
        .collect();
    let room = step - 8.0;
    let fits = |texts: &[String], size: f64| widest(texts, size, Weight::Regular) <= room;
    let halves: Vec<(String, String)> = names.iter().map(|name| halves(name)).collect();
    let two_lines = halves
        .iter()
        .all(|(a, b)| width(a, BODY, Weight::Regular).max(width(b, BODY, Weight::Regular)) <= room);
    let prefix = fits(&prefixed, SMALL);
    let base_row = |scene: &mut Scene, y: f64| {
        for (i, base) in (if prefix { &prefixed } else { &bases }).iter().enumerate() {
            scene.label(base, (x(i), y), Align::Middle, SMALL, MUTED);
        }
        if !prefix {
            scene.label("n", (MARGIN, y), Align::Start, SMALL, MUTED);
        }
        y
    };
    if (fits(&names, BODY) || two_lines) && (prefix || fits(&bases, SMALL)) {
        let mut y = bottom + 22.0;
        let one_line = fits(&names, BODY);
        for (i, name) in names.iter().enumerate() {
            let (upper, lower) =
                if one_line { (name.as_str(), "") } else { (halves[i].0.as_str(), halves[i].1.as_str()) };
            scene.label(upper, (x(i), y), Align::Middle, BODY, INK);
            scene.label(lower, (x(i), y + 16.0), Align::Middle, BODY, INK);
        }
        y += if one_line { 17.0 } else { 33.0 };
        return base_row(scene, y);
    }
    let every = (16.0 / step).ceil().max(1.0) as usize;
    let short: Vec<String> = names.iter().map(|n| ellipsis(n, SMALL, Weight::Regular, UPWARD)).collect();
    for (i, name) in short.iter().enumerate().step_by(every) {
        scene.upward(name, x(i), bottom + 10.0, SMALL, INK);
    }
    let below = bottom + 10.0 + widest(&short, SMALL, Weight::Regular);
    if widest(&bases, SMALL, Weight::Regular) + 4.0 <= step {
        return base_row(scene, below + 18.0);
    }
    for (i, base) in bases.iter().enumerate().step_by(every) {
        scene.upward(base, x(i), below + 12.0, SMALL, MUTED);
    }
    scene.label("n", (MARGIN, below + 12.0 + SMALL), Align::Start, SMALL, MUTED);
    below + 12.0 + widest(&bases, SMALL, Weight::Regular)
}

#[cfg(test)]
mod tests {
    use super::super::check::{estimate, sound};
    use super::*;

    fn draw(estimates: &[Estimate], lang: Lang) -> Option<Figure> {
        let aims = Aims { target: Some(30.0), minimum: None };
        waves(&estimates.iter().collect::<Vec<_>>(), aims, "Recommanderiez-vous… ?", lang).unwrap()
    }

    #[test]
    fn nothing_to_draw() {
        assert_eq!(draw(&[], Lang::Fr), None);
        assert_eq!(draw(&[estimate(Metric::Nps, Some("T1"), None, None, 0)], Lang::Fr), None);
    }

    #[test]
    fn one_to_sixty_waves() {
        let (nps, csat, ces) = ((Metric::Nps, 10.0), (Metric::Csat, 60.0), (Metric::Ces, 5.0));
        for (count, (metric, middle)) in [(1u32, nps), (4, csat), (12, ces), (17, nps), (24, csat), (60, nps)]
        {
            let names: Vec<String> =
                (0..count).map(|i| format!("{}-T{} <&>", 2020 + i / 4, i % 4 + 1)).collect();
            let data: Vec<Estimate> = (0..count)
                .map(|i| {
                    let v = middle + f64::from(i * 7 % 11);
                    let value = (i != 5).then_some([v - 3.0, v, v + 3.0]);
                    estimate(metric, Some(&names[i as usize]), None, value, 900 + 150 * u64::from(i))
                })
                .collect();
            let figure = draw(&data, Lang::Fr).unwrap();
            sound(&figure, if count == 1 { &["2020-T1 <&>"] } else { &[] });
        }
    }

    #[test]
    fn extremes_and_words() {
        let data = [
            estimate(Metric::Nps, Some("T1"), None, Some([-100.0, -100.0, -44.0]), 1),
            estimate(Metric::Nps, Some("T2"), None, None, 0),
            estimate(Metric::Nps, Some("T3"), None, Some([100.0, 100.0, 100.0]), 10),
            estimate(Metric::Nps, Some("T4"), None, Some([f64::NAN, f64::NAN, f64::INFINITY]), 10),
        ];
        let figure = draw(&data, Lang::Fr).unwrap();
        assert_eq!(draw(&data, Lang::Fr).unwrap(), figure);
        sound(&draw(&data, Lang::En).unwrap(), &["T1"]);
        sound(&figure, &["T1", "T2", "T3", "T4", "−100,0", "+100,0"]);
        assert!(
            figure.caption.starts_with("Le NPS passe de −100,0 (T1) à +100,0 (T3)."),
            "{}",
            figure.caption
        );
    }
}
