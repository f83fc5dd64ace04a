//! Control chart of a daily series: the days, their centre and the limits in which chance alone keeps them.

use super::axis::Axis;
use super::control_words::{beyond, caption, excess, reading};
use super::font::{Weight, width};
use super::frame::{dashed, left_of, levels, names};
use super::input::Heading;
use super::scene::{Align, Scene, Shape};
use super::sheet::Sheet;
use super::style::{BAD, BAD_INK, Color, INK, MARGIN, MUTED, PLAIN, SMALL, WHITE, WIDTH, colon};
use super::{ChartError, Figure};
use crate::centre::Unit;
use crate::lang::Lang;
use crate::metric::control::{RUN, Signal};

/// Height of the plot.
const PLOT: f64 = 250.0;
/// Background between the limits.
const BAND: Color = (236, 240, 244);
/// Lines of the limits.
const LIMIT: Color = (130, 140, 150);

/// A daily series and its limits.
#[derive(Debug, Clone, PartialEq)]
pub struct Control {
    /// What stands around the figure.
    pub heading: Heading,
    /// Unit of the values.
    pub unit: Unit,
    /// What the days scatter around.
    pub centre: f64,
    /// Value aimed at.
    pub target: Option<f64>,
    /// Days in order of time, closed ones included.
    pub days: Vec<ControlDay>,
}

/// A day of a control chart.
#[derive(Debug, Clone, PartialEq)]
pub struct ControlDay {
    /// Name, e.g. `3 févr.`
    pub label: String,
    /// Value; none for a closed day or one under the minimum base.
    pub value: Option<f64>,
    /// Lower limit; none without one.
    pub low: Option<f64>,
    /// Upper limit; none without one.
    pub high: Option<f64>,
    /// What the day signals.
    pub signal: Option<Signal>,
}

impl ControlDay {
    /// The value, where there is one.
    pub(super) fn known(&self) -> Option<f64> {
        self.value.filter(|v| v.is_finite())
    }
}

/// Where days and values are.
struct Plot {
    axis: Axis,
    left: f64,
    step: f64,
    top: f64,
    bottom: f64,
}

impl Plot {
    fn x(&self, day: usize) -> f64 {
        self.left + self.step * (day as f64 + 0.5)
    }
}

/// Draws the series. Nothing when no day has a value.
///
/// # Errors
/// When plotters or the PNG encoder fails.
pub fn control(control: &Control, lang: Lang) -> Result<Option<Figure>, ChartError> {
    let days = &control.days;
    let known = days.iter().filter(|d| d.known().is_some()).count();
    if known == 0 {
        return Ok(None);
    }
    let mut sheet = Sheet::new(
        control.heading.words(caption(control, known, lang), &reading(control, known, lang)),
        lang,
    );
    legend(&mut sheet, control, lang);
    let (top, bottom) = (sheet.y + 22.0, sheet.y + 22.0 + PLOT);
    let mut data: Vec<f64> = days.iter().flat_map(|d| [d.value, d.low, d.high]).flatten().collect();
    data.extend(control.target);
    data.push(control.centre);
    let axis = control.unit.axis(&data, 5.0, bottom, top);
    let tick = |t: f64| control.unit.tick(t, axis.decimals(), lang);
    let left = left_of(axis, &tick);
    let right = WIDTH - MARGIN;
    let plot = Plot { axis, left, step: (right - left) / days.len() as f64, top, bottom };
    band(&mut sheet.scene, &plot, days);
    levels(&mut sheet.scene, axis, (left, right), &tick);
    limits(&mut sheet.scene, &plot, days);
    sheet.scene.rule(left, right, axis.at(control.centre), 1.5, MUTED);
    if let Some(target) = control.target.filter(|t| t.is_finite()) {
        dashed(&mut sheet.scene, left, right, axis.at(target), INK);
    }
    points(&mut sheet.scene, &plot, days);
    values(&mut sheet.scene, &plot, control, lang);
    let labels: Vec<String> = days.iter().map(|d| d.label.clone()).collect();
    sheet.y = names(&mut sheet.scene, &labels, left, bottom, plot.step);
    sheet.finish()
}

/// Background between both limits, a step a day.
fn band(scene: &mut Scene, plot: &Plot, days: &[ControlDay]) {
    for (i, day) in days.iter().enumerate() {
        if let (Some(low), Some(high)) = (day.low, day.high) {
            let (x0, x1) = (plot.x(i) - plot.step / 2.0, plot.x(i) + plot.step / 2.0);
            scene.rect((x0, plot.axis.at(high)), (x1, plot.axis.at(low)), BAND);
        }
    }
}

/// Lines of the limits, joined from one day to the next.
fn limits(scene: &mut Scene, plot: &Plot, days: &[ControlDay]) {
    for side in [|d: &ControlDay| d.low, |d: &ControlDay| d.high] {
        let mut before: Option<f64> = None;
        for (i, day) in days.iter().enumerate() {
            let y = side(day).filter(|v| v.is_finite()).map(|v| plot.axis.at(v));
            let x = plot.x(i) - plot.step / 2.0;
            if let Some(y) = y {
                scene.rule(x, x + plot.step, y, 1.0, LIMIT);
                if let Some(last) = before.filter(|last| (last - y).abs() > 0.5) {
                    scene.post(x, last.min(y), last.max(y), 1.0, LIMIT);
                }
            }
            before = y;
        }
    }
}

fn points(scene: &mut Scene, plot: &Plot, days: &[ControlDay]) {
    let at = |i: usize| Some((plot.x(i), plot.axis.at(days.get(i)?.known()?)));
    // A day without a value breaks the line: nothing is known between its neighbours.
    for i in 1..days.len() {
        if let (Some(a), Some(b)) = (at(i - 1), at(i)) {
            scene.shapes.push(Shape::Line(vec![a, b], 1.5, PLAIN));
        }
    }
    let radius = (plot.step * 0.3).clamp(1.5, 4.0);
    for (i, day) in days.iter().enumerate() {
        if let Some(at) = at(i) {
            point(scene, at, radius, day.signal);
        }
    }
}

/// A day: a dot, a ring in a run, a square outside the limits.
fn point(scene: &mut Scene, at: (f64, f64), radius: f64, signal: Option<Signal>) {
    match signal {
        None if radius < 2.5 => scene.shapes.push(Shape::Dot(at, radius, PLAIN)),
        None => scene.dot(at, radius, PLAIN),
        Some(Signal::Run) => {
            scene.dot(at, radius + 1.0, BAD);
            scene.shapes.push(Shape::Dot(at, (radius - 1.0).max(0.8), WHITE));
        }
        Some(Signal::Beyond) => {
            let half = radius + 1.5;
            let square = |half: f64| ((at.0 - half, at.1 - half), (at.0 + half, at.1 + half));
            let (corner, opposite) = square(half + 1.5);
            scene.rect(corner, opposite, WHITE);
            let (corner, opposite) = square(half);
            scene.rect(corner, opposite, BAD);
        }
    }
}

/// The values outside the limits, written where there is room, those farthest out first.
fn values(scene: &mut Scene, plot: &Plot, control: &Control, lang: Lang) {
    let mut out: Vec<(usize, f64)> = beyond(&control.days);
    let far = |&(i, v): &(usize, f64)| excess(&control.days[i], v);
    out.sort_by(|a, b| far(b).total_cmp(&far(a)).then(a.0.cmp(&b.0)));
    let mut taken: Vec<(f64, f64)> = Vec::new();
    for (i, value) in out {
        let text = control.unit.label(value, lang);
        let long = width(&text, SMALL, Weight::Bold);
        let (x, y) = (plot.x(i), plot.axis.at(value));
        let middle =
            |base: f64| ((x - long / 2.0).clamp(plot.left, (WIDTH - MARGIN - long).max(plot.left)), base);
        let (start, base) = if value >= control.centre {
            middle((y - 10.0).max(plot.top))
        } else if y + 24.0 < plot.bottom {
            middle(y + 20.0)
        } else if x + 10.0 + long < WIDTH - MARGIN {
            (x + 10.0, y + SMALL * 0.36)
        } else {
            (x - 10.0 - long, y + SMALL * 0.36)
        };
        if taken.iter().all(|(x0, x1)| start + long + 4.0 < *x0 || start - 4.0 > *x1) {
            scene.text(&text, (start, base), Align::Start, SMALL, Weight::Bold, BAD_INK);
            scene.plate();
            taken.push((start, start + long));
        }
    }
}

/// What lines and marks are, those that are there.
fn legend(sheet: &mut Sheet, control: &Control, lang: Lang) {
    let (mut x, mut y) = (MARGIN, sheet.y + 8.0);
    let value = |v: f64| control.unit.label(v, lang);
    let named = |name: &str, v: f64| format!("{name}{}{}", colon(lang), value(v));
    let signals = |signal| control.days.iter().any(|d| d.known().is_some() && d.signal == Some(signal));
    let limited = control.days.iter().any(|d| d.low.is_some() || d.high.is_some());
    let target = control.target.filter(|t| t.is_finite());
    let entries = [
        Some((named(pick!(lang, chart::mean), control.centre), 0)),
        limited.then(|| (pick!(lang, chart::control_limits).to_owned(), 1)),
        target.map(|t| (named(pick!(lang, chart::target), t), 2)),
        signals(Signal::Beyond).then(|| (pick!(lang, chart::outside_the_limits).to_owned(), 3)),
        signals(Signal::Run).then(|| {
            let run = pick!(lang, chart::th_day_in_a_row_or_later_on(RUN));
            (run, 4)
        }),
    ];
    for (text, kind) in entries.into_iter().flatten() {
        let long = 28.0 + width(&text, SMALL, Weight::Regular);
        if x > MARGIN && x + long > WIDTH - MARGIN {
            (x, y) = (MARGIN, y + 19.0);
        }
        let middle = y - 4.0;
        let scene = &mut sheet.scene;
        match kind {
            0 => scene.rule(x, x + 22.0, middle, 1.5, MUTED),
            1 => {
                scene.rect((x, middle - 6.0), (x + 22.0, middle + 6.0), BAND);
                scene.rule(x, x + 22.0, middle - 6.0, 1.0, LIMIT);
                scene.rule(x, x + 22.0, middle + 6.0, 1.0, LIMIT);
            }
            2 => dashed(scene, x, x + 22.0, middle, INK),
            3 => point(scene, (x + 11.0, middle), 4.0, Some(Signal::Beyond)),
            _ => point(scene, (x + 11.0, middle), 4.0, Some(Signal::Run)),
        }
        scene.label(&text, (x + 28.0, y), Align::Start, SMALL, MUTED);
        x += long + 20.0;
    }
    sheet.y = y;
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::ChartKind;
    use super::super::check::{odd, sound};
    use super::*;
    use proptest::prelude::*;

    pub fn month(names: &[String]) -> Control {
        let day = |(i, label): (usize, &String)| {
            let closed = i % 7 == 6;
            let value = if i % 11 == 3 { 61.2 } else { 82.0 + (i * 7 % 9) as f64 };
            let half = 6.0 + (i % 3) as f64;
            ControlDay {
                label: label.clone(),
                value: (!closed).then_some(value),
                low: (!closed).then_some(84.0 - half),
                high: (!closed).then_some(84.0 + half),
                signal: match i {
                    _ if i % 11 == 3 => Some(Signal::Beyond),
                    8 => Some(Signal::Run),
                    _ => None,
                },
            }
        };
        Control {
            heading: Heading::new(ChartKind::Control, "Niveau de service"),
            unit: Unit::Percent,
            centre: 84.0,
            target: Some(90.0),
            days: names.iter().enumerate().map(day).collect(),
        }
    }

    pub fn numbered(count: usize, name: &str) -> Vec<String> {
        (1..=count).map(|i| format!("{i}{name}")).collect()
    }

    #[test]
    fn nothing_to_draw() {
        assert_eq!(control(&month(&[]), Lang::Fr), Ok(None));
        let mut closed = month(&numbered(3, ""));
        closed.days.iter_mut().for_each(|d| d.value = Some(f64::NAN));
        assert_eq!(control(&closed, Lang::Fr), Ok(None));
    }

    #[test]
    fn a_month_of_days() {
        let data = month(&numbered(28, "\u{a0}févr."));
        let figure = control(&data, Lang::Fr).unwrap().unwrap();
        sound(&figure, &["61,2\u{a0}%", "objectif\u{a0}: 90,0\u{a0}%", "1\u{a0}févr.", "hors des limites"]);
        let words = "Moyenne de 84,0\u{a0}% sur 24\u{a0}jours\u{a0}; 3 jours sortent des limites\u{a0}: \
                     4\u{a0}févr. (61,2\u{a0}%)";
        assert!(figure.caption.starts_with(words), "{}", figure.caption);
        sound(&control(&data, Lang::En).unwrap().unwrap(), &["target: 90.0%"]);
    }

    #[test]
    fn two_days_a_year_and_forty_long_names() {
        sound(&control(&month(&numbered(2, "")), Lang::En).unwrap().unwrap(), &["1", "2"]);
        sound(&control(&month(&numbered(366, "\u{a0}j")), Lang::Fr).unwrap().unwrap(), &[]);
        let long = numbered(40, "e jour du très long calendrier <&> de ce centre d’appels");
        sound(&control(&month(&long), Lang::Fr).unwrap().unwrap(), &[]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(6))]

        #[test]
        fn no_number_makes_it_fail(values in proptest::collection::vec(odd(), 12), centre in odd(), aim in odd()) {
            let mut data = month(&numbered(4, ""));
            (data.centre, data.target) = (centre, Some(aim));
            for (day, three) in data.days.iter_mut().zip(values.chunks(3)) {
                (day.value, day.low, day.high) = (Some(three[0]), Some(three[1]), Some(three[2]));
            }
            prop_assert!(control(&data, Lang::Fr).is_ok());
        }
    }
}
