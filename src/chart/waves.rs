//! A score by wave, with its intervals: points, error bars and the line that joins the waves.

use super::axis::{Axis, Bounds};
use super::font::{Weight, brief, drawable, ellipsis, width};
use super::scene::{Align, Scene, widest};
use super::sheet::{Sheet, Words};
use super::style::{
    AXIS, BODY, GRID, INK, MARGIN, MUTED, PLAIN, SMALL, SMALL_BASE, WIDTH, base_label, level_label,
    metric_name, metric_subject, tick_label, value_label,
};
use super::{ChartError, ChartKind, Figure};
use crate::lang::Lang;
use crate::metric::{Estimate, Metric, Quantity};

/// Height of the plot.
const PLOT: f64 = 270.0;
/// Longest wave label when labels stand upright.
const UPWARD: f64 = 120.0;

/// Draws one metric by wave: `estimates` in wave order, one a wave; a suppressed one keeps its place.
/// Nothing when no wave has a value.
///
/// # Errors
/// When plotters or the PNG encoder fails.
pub fn waves(estimates: &[&Estimate], question: &str, lang: Lang) -> Result<Option<Figure>, ChartError> {
    let Some(first) = estimates.iter().find(|e| e.value.is_some_and(f64::is_finite)) else { return Ok(None) };
    let metric = first.metric;
    let level = level_label(first.level, lang);
    let hidden = estimates.iter().filter(|e| e.suppressed).count();
    let mut note = match lang {
        Lang::Fr => format!(
            "n : réponses valides de la vague. Barres verticales : intervalles de confiance à {level}."
        ),
        Lang::En => format!("n: valid answers of the wave. Vertical bars: {level} confidence intervals."),
    };
    if estimates.iter().any(|e| e.n.is_some_and(|n| n < SMALL_BASE)) {
        let small = lang.pick("base inférieure à", "base under");
        let answers = lang.pick("réponses", "answers");
        let mark = lang.pick(" †\u{a0}: ", " †: ");
        note = format!("{note}{mark}{small} {SMALL_BASE}\u{a0}{answers}.");
    }
    if hidden > 0 {
        note.push_str(lang.pick(
            " Vague sans point : base inférieure au minimum.",
            " A wave without a point has a base under the minimum.",
        ));
    }
    let mut sheet = Sheet::new(
        Words {
            kind: ChartKind::Waves,
            id: ChartKind::Waves.id().to_owned(),
            title: format!("{} {}", metric_name(metric, lang), lang.pick("par vague", "by wave")),
            question: question.to_owned(),
            caption: caption(estimates, metric, &level, lang),
            note,
        },
        lang,
    );

    let (top, bottom) = (sheet.y + 16.0, sheet.y + 16.0 + PLOT);
    let data = estimates.iter().flat_map(|e| [e.value, e.ci_low, e.ci_high]).flatten();
    let axis = Axis::new(data, Bounds::of(metric.quantity(), 5.0), bottom, top);
    let ticks: Vec<(f64, String)> =
        axis.ticks().into_iter().map(|t| (t, tick_label(t, metric, axis.decimals(), lang))).collect();
    let left = MARGIN + widest(ticks.iter().map(|t| &t.1), SMALL, Weight::Regular) + 10.0;
    for (value, label) in &ticks {
        let y = axis.at(*value);
        let zero = metric.quantity() == Quantity::Net && value.abs() < 1e-9;
        sheet.scene.rule(left, WIDTH - MARGIN, y, 1.0, if zero { AXIS } else { GRID });
        sheet.scene.label(label, (left - 8.0, y + SMALL * 0.36), Align::End, SMALL, MUTED);
    }
    let step = (WIDTH - MARGIN - left) / estimates.len() as f64;
    let x = |i: usize| left + step * (i as f64 + 0.5);
    points(&mut sheet.scene, estimates, metric, axis, &x, step, lang);
    sheet.y = wave_labels(&mut sheet.scene, estimates, bottom, &x, step, lang);
    sheet.finish()
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
    let value = |i: usize| estimates.get(i).and_then(|e| e.value).filter(|v| v.is_finite());
    let cap = (step * 0.14).clamp(2.0, 6.0);
    for (i, estimate) in estimates.iter().enumerate() {
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
            scene.shapes.push(super::scene::Shape::Line(ends, 2.0, PLAIN));
        }
    }
    let size = if step < 44.0 { SMALL } else { BODY };
    for (i, estimate) in estimates.iter().enumerate() {
        let Some(v) = value(i) else { continue };
        scene.dot((x(i), axis.at(v)), if step < 44.0 { 4.0 } else { 5.0 }, PLAIN);
        let mut text = value_label(v, metric, lang);
        if width(&text, size, Weight::Bold) + 4.0 > step {
            text = tick_label(v, metric, usize::from(metric.quantity() == Quantity::Mean), lang);
        }
        let long = width(&text, size, Weight::Bold);
        // In a trough the line climbs on both sides: the label goes under the point.
        let beside: Vec<f64> = i.checked_sub(1).into_iter().chain([i + 1]).filter_map(value).collect();
        let trough = beside.len() == 2 && beside.iter().all(|&neighbour| neighbour > v);
        let above = axis.at(estimate.ci_high.unwrap_or(v)).min(axis.at(v) - 3.0) - 8.0;
        let under = axis.at(estimate.ci_low.unwrap_or(v)).max(axis.at(v) + 6.0) + size + 4.0;
        let y = if trough && under < axis.at(f64::NEG_INFINITY) { under } else { above };
        if long + 2.0 <= step {
            scene.text(&text, (x(i), y), Align::Middle, size, Weight::Bold, INK);
            scene.plate();
        }
    }
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
        .map(|e| drawable(e.wave.as_deref().unwrap_or(lang.pick("Total", "Total"))))
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

/// A label broken where its halves are most alike in length: after a hyphen, or at a space.
fn halves(name: &str) -> (String, String) {
    let breaks = name.char_indices().filter(|(_, c)| matches!(c, ' ' | '-' | '/'));
    let middle = name.len() as f64 / 2.0;
    let best = breaks
        .map(|(at, _)| at + 1)
        .min_by(|a, b| (*a as f64 - middle).abs().total_cmp(&(*b as f64 - middle).abs()));
    let (upper, lower) = name.split_at(best.unwrap_or(name.len()));
    (upper.trim_end().to_owned(), lower.to_owned())
}

fn caption(estimates: &[&Estimate], metric: Metric, level: &str, lang: Lang) -> String {
    let known: Vec<(String, f64)> = estimates
        .iter()
        .filter_map(|e| {
            Some((brief(e.wave.as_deref().unwrap_or("total")), e.value.filter(|v| v.is_finite())?))
        })
        .collect();
    let (Some((first, start)), Some((last, end))) = (known.first(), known.last()) else {
        return String::new();
    };
    let subject = metric_subject(metric, lang);
    let (from, to) = (value_label(*start, metric, lang), value_label(*end, metric, lang));
    let story = match (known.len(), from == to, lang) {
        (1, _, Lang::Fr) => format!("{subject} est de {to} ({last})"),
        (1, _, Lang::En) => format!("{subject} is {to} ({last})"),
        (_, true, Lang::Fr) => {
            format!("{subject} est de {to} en dernière vague ({last}) comme en première ({first})")
        }
        (_, true, Lang::En) => {
            format!("{subject} is {to} in the last wave ({last}) as in the first ({first})")
        }
        (_, false, Lang::Fr) => format!("{subject} passe de {from} ({first}) à {to} ({last})"),
        (_, false, Lang::En) => format!("{subject} goes from {from} ({first}) to {to} ({last})"),
    };
    let mut between = String::new();
    if let [.., before, _] = known.as_slice()
        && known.len() > 2
    {
        let (name, value) = (&before.0, value_label(before.1, metric, lang));
        between = match lang {
            Lang::Fr => format!(", après {value} à la vague précédente ({name})"),
            Lang::En => format!(", after {value} in the wave before ({name})"),
        };
    }
    let bases: Vec<u64> = estimates.iter().filter_map(|e| e.n).collect();
    let (least, most) = (bases.iter().min().copied().unwrap_or(0), bases.iter().max().copied().unwrap_or(0));
    let base = match (least == most, bases.len(), lang) {
        (true, 1, Lang::Fr) => format!("Base : {}", super::style::answers(most, lang)),
        (true, 1, Lang::En) => format!("Base: {}", super::style::answers(most, lang)),
        (true, _, Lang::Fr) => format!("Base : {} par vague", super::style::answers(most, lang)),
        (true, _, Lang::En) => format!("Base: {} per wave", super::style::answers(most, lang)),
        (false, _, Lang::Fr) => {
            format!("Base : de {} à {} par vague", lang.count(least), super::style::answers(most, lang))
        }
        (false, _, Lang::En) => {
            format!("Base: {} to {} per wave", lang.count(least), super::style::answers(most, lang))
        }
    };
    match lang {
        Lang::Fr => {
            format!("{story}{between}. {base} ; les barres sont les intervalles de confiance à {level}.")
        }
        Lang::En => format!("{story}{between}. {base}; the bars are {level} confidence intervals."),
    }
}

#[cfg(test)]
mod tests {
    use super::super::check::{estimate, sound};
    use super::*;

    fn draw(estimates: &[Estimate], lang: Lang) -> Option<Figure> {
        waves(&estimates.iter().collect::<Vec<_>>(), "Recommanderiez-vous… ?", lang).unwrap()
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
        assert_eq!(halves("2025-T1"), ("2025-".to_owned(), "T1".to_owned()));
        assert_eq!(halves("été"), ("été".to_owned(), String::new()));
    }
}
