//! One panel of small multiples: its name, its value, its plot.

use super::axis::Axis;
use super::font::{Weight, ellipsis};
use super::frame::{dashed, dashed_post};
use super::scene::{Align, Scene, Shape};
use super::small_multiples::{HEAD, LINE, Multiples, Panel, Side};
use super::style::{AXIS, BAD, BODY, Color, GOOD, GRID, INK, MUTED, PLAIN, SMALL, WHISKER, base_label};
use crate::lang::Lang;

/// The whole behind a panel.
pub const BEHIND: Color = (178, 186, 195);

/// Where a panel is.
pub struct Place {
    /// Left edge.
    pub x0: f64,
    /// Width.
    pub wide: f64,
    /// Top of the plot.
    pub top: f64,
    /// Height of the plot.
    pub high: f64,
    /// Axis of the values.
    pub axis: Axis,
}

impl Place {
    /// Name, on one line or two.
    pub fn name(&self, scene: &mut Scene, lines: &[String], first: f64) {
        for (i, line) in lines.iter().enumerate() {
            let at = (self.x0, first + LINE * i as f64);
            scene.text(line, at, Align::Start, SMALL, Weight::Bold, INK);
        }
    }

    /// Value, base, and a mark where the interval is on one side of the mean.
    pub fn head(&self, scene: &mut Scene, multiples: &Multiples, panel: &Panel, value: f64, lang: Lang) {
        let mut x = self.x0;
        let base = self.top - HEAD + 28.0;
        if let Some(side) = multiples.side(panel) {
            mark(scene, (x + 5.0, base - 4.0), side);
            x += 15.0;
        }
        let text = multiples.unit.label(value, lang);
        scene.label(&text, (x, base), Align::Start, BODY, INK);
        let n = format!("n\u{a0}=\u{a0}{}", base_label(panel.n, lang));
        scene.label(&n, (self.x0 + self.wide, base), Align::End, SMALL, MUTED);
    }

    /// Lines at both ends of the axis, with their labels in the first column.
    pub fn levels(&self, scene: &mut Scene, labels: Option<&[String; 2]>) {
        for (i, end) in ends(self.axis).into_iter().enumerate() {
            let y = self.axis.at(end);
            scene.rule(self.x0, self.x0 + self.wide, y, 1.0, GRID);
            if let Some(labels) = labels {
                scene.label(&labels[i], (self.x0 - 8.0, y + SMALL * 0.36), Align::End, SMALL, MUTED);
            }
        }
    }

    /// Values by period, beside the whole; one without a value breaks the line.
    pub fn line(&self, scene: &mut Scene, panel: &Panel, multiples: &Multiples) {
        let periods = multiples.periods.len();
        if multiples.behind.is_empty() {
            if let Some(mean) = multiples.mean() {
                dashed(scene, self.x0, self.x0 + self.wide, self.axis.at(mean), MUTED);
            }
        } else {
            self.series(scene, &multiples.behind, periods, (1.5, BEHIND));
        }
        self.series(scene, &panel.points, periods, (1.8, PLAIN));
        let radius = (self.wide / periods as f64 * 0.2).clamp(1.2, 2.5);
        for point in (0..periods).filter_map(|i| self.point(&panel.points, periods, i)) {
            scene.shapes.push(Shape::Dot(point, radius, PLAIN));
        }
    }

    /// Where the value of a period is.
    fn point(&self, values: &[Option<f64>], periods: usize, i: usize) -> Option<(f64, f64)> {
        let value = values.get(i).copied().flatten().filter(|v| v.is_finite())?;
        Some((self.x0 + self.wide / periods as f64 * (i as f64 + 0.5), self.axis.at(value)))
    }

    /// A line through the periods that follow each other with a value.
    fn series(
        &self,
        scene: &mut Scene,
        values: &[Option<f64>],
        periods: usize,
        (thickness, color): (f64, Color),
    ) {
        for i in 1..periods {
            if let (Some(a), Some(b)) = (self.point(values, periods, i - 1), self.point(values, periods, i)) {
                scene.shapes.push(Shape::Line(vec![a, b], thickness, color));
            }
        }
    }

    /// The value alone on a lying axis, with its interval, beside the mean.
    pub fn value(&self, scene: &mut Scene, panel: &Panel, value: f64, mean: Option<f64>) {
        let y = self.top + self.high / 2.0;
        scene.rule(self.x0, self.x0 + self.wide, self.top + self.high, 1.0, GRID);
        if let Some(mean) = mean {
            dashed_post(scene, self.axis.at(mean), self.top, self.top + self.high, MUTED);
        }
        if let (Some(low), Some(high)) = (panel.low, panel.high) {
            let (x0, x1) = (self.axis.at(low), self.axis.at(high));
            scene.rule(x0, x1, y, 1.5, WHISKER);
            for x in [x0, x1] {
                scene.post(x, y - 4.0, y + 4.0, 1.5, WHISKER);
            }
        }
        scene.dot((self.axis.at(value), y), 4.0, PLAIN);
    }

    /// A text under each end of the plot.
    pub fn feet(&self, scene: &mut Scene, names: &[String; 2]) {
        let y = self.top + self.high + 15.0;
        let short = |name: &String| ellipsis(name, SMALL, Weight::Regular, self.wide / 2.0 - 6.0);
        scene.label(&short(&names[0]), (self.x0, y), Align::Start, SMALL, MUTED);
        scene.label(&short(&names[1]), (self.x0 + self.wide, y), Align::End, SMALL, MUTED);
    }
}

/// A blue disc on the better side, an orange square on the worse, a grey disc where neither is better.
pub fn mark(scene: &mut Scene, at: (f64, f64), side: Side) {
    match side {
        Side::Better => scene.shapes.push(Shape::Dot(at, 4.5, GOOD)),
        Side::Worse => scene.rect((at.0 - 4.0, at.1 - 4.0), (at.0 + 4.0, at.1 + 4.0), BAD),
        Side::Other => scene.shapes.push(Shape::Dot(at, 4.5, AXIS)),
    }
}

/// Lowest and highest value of an axis's ticks.
pub fn ends(axis: Axis) -> [f64; 2] {
    let ticks = axis.ticks();
    [ticks.first().copied().unwrap_or(0.0), ticks.last().copied().unwrap_or(0.0)]
}
