//! What plots over time or over values share: levels with their labels, names under the plot, dashes.

use super::axis::Axis;
use super::font::{Weight, drawable, ellipsis};
use super::scene::{Align, Scene, widest};
use super::style::{BODY, Color, GRID, INK, MARGIN, MUTED, SMALL};

/// Longest name that stands upright.
const UPWARD: f64 = 120.0;

/// Horizontal grid lines from `left` to `right`, each with its label on the left.
pub fn levels(scene: &mut Scene, axis: Axis, (left, right): (f64, f64), label: &dyn Fn(f64) -> String) {
    for tick in axis.ticks() {
        let y = axis.at(tick);
        scene.rule(left, right, y, 1.0, GRID);
        scene.label(&label(tick), (left - 8.0, y + SMALL * 0.36), Align::End, SMALL, MUTED);
    }
}

/// Left edge of a plot whose levels have such labels.
pub fn left_of(axis: Axis, label: &dyn Fn(f64) -> String) -> f64 {
    let labels: Vec<String> = axis.ticks().into_iter().map(label).collect();
    MARGIN + widest(&labels, SMALL, Weight::Regular) + 10.0
}

/// Names under a plot, one every `step` pixels, the first in the middle of the first step: all of them where
/// they fit, else one in so many, upright when long. Gives the y below them.
pub fn names(scene: &mut Scene, names: &[String], left: f64, bottom: f64, step: f64) -> f64 {
    let names: Vec<String> = names.iter().map(|name| drawable(name)).collect();
    let x = |i: usize| left + step * (i as f64 + 0.5);
    let long = widest(&names, BODY, Weight::Regular);
    if long + 8.0 <= step {
        for (i, name) in names.iter().enumerate() {
            scene.label(name, (x(i), bottom + 20.0), Align::Middle, BODY, INK);
        }
        return bottom + 24.0;
    }
    let long = widest(&names, SMALL, Weight::Regular);
    // A name as wide as its neighbours' room may reach past both ends of the plot by half of it.
    if long <= 76.0 {
        let every = ((long + 14.0) / step).ceil().max(1.0) as usize;
        for (i, name) in names.iter().enumerate().step_by(every) {
            let at = x(i).min(super::style::WIDTH - MARGIN - long / 2.0).max(MARGIN + long / 2.0);
            if (at - x(i)).abs() < 1.0 {
                scene.post(x(i), bottom, bottom + 4.0, 1.0, MUTED);
                scene.label(name, (at, bottom + 18.0), Align::Middle, SMALL, INK);
            }
        }
        return bottom + 22.0;
    }
    let every = (16.0 / step).ceil().max(1.0) as usize;
    let short: Vec<String> = names.iter().map(|n| ellipsis(n, SMALL, Weight::Regular, UPWARD)).collect();
    for (i, name) in short.iter().enumerate().step_by(every) {
        scene.upward(name, x(i), bottom + 10.0, SMALL, INK);
    }
    bottom + 12.0 + widest(&short, SMALL, Weight::Regular)
}

/// A label broken where its halves are most alike in length: after a hyphen, or at a space.
pub fn halves(name: &str) -> (String, String) {
    let breaks = name.char_indices().filter(|(_, c)| matches!(c, ' ' | '-' | '/'));
    let middle = name.len() as f64 / 2.0;
    let best = breaks
        .map(|(at, _)| at + 1)
        .min_by(|a, b| (*a as f64 - middle).abs().total_cmp(&(*b as f64 - middle).abs()));
    let (upper, lower) = name.split_at(best.unwrap_or(name.len()));
    (upper.trim_end().to_owned(), lower.to_owned())
}

/// A horizontal dashed line.
pub fn dashed(scene: &mut Scene, x0: f64, x1: f64, y: f64, color: Color) {
    let mut x = x0;
    while x < x1 {
        scene.rule(x, (x + 6.0).min(x1), y, 1.5, color);
        x += 10.0;
    }
}

/// A vertical dashed line.
pub fn dashed_post(scene: &mut Scene, x: f64, y0: f64, y1: f64, color: Color) {
    let mut y = y0;
    while y < y1 {
        scene.post(x, y, (y + 5.0).min(y1), 1.5, color);
        y += 8.0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::scene::Shape;

    fn drawn(count: usize, name: &str, step: f64) -> (usize, f64) {
        let mut scene = Scene { width: 860.0, height: 0.0, shapes: Vec::new() };
        let all: Vec<String> = (0..count).map(|i| format!("{name}{i}")).collect();
        let y = names(&mut scene, &all, 60.0, 100.0, step);
        (scene.shapes.iter().filter(|s| matches!(s, Shape::Text(_))).count(), y)
    }

    #[test]
    fn names_thin_out_then_stand_up() {
        assert_eq!(drawn(7, "jour ", 100.0), (7, 124.0));
        let (few, y) = drawn(90, "12 mars ", 8.5);
        assert!((8..=12).contains(&few) && y < 125.0, "{few} {y}");
        let (upright, y) = drawn(40, "un nom beaucoup plus long que la place ", 19.0);
        assert!(upright == 40 && y > 200.0, "{upright} {y}");
    }

    #[test]
    fn long_names_break_in_their_middle() {
        assert_eq!(halves("2025-T1"), ("2025-".to_owned(), "T1".to_owned()));
        assert_eq!(halves("été"), ("été".to_owned(), String::new()));
    }

    #[test]
    fn dashes_stop_at_the_end() {
        let mut scene = Scene { width: 100.0, height: 0.0, shapes: Vec::new() };
        dashed(&mut scene, 0.0, 25.0, 5.0, INK);
        dashed_post(&mut scene, 5.0, 0.0, 18.0, INK);
        let ends: Vec<f64> = scene
            .shapes
            .iter()
            .map(|s| if let Shape::Rect([.., x, y], _) = s { x.max(*y) } else { 0.0 })
            .collect();
        assert_eq!(ends, [6.0, 16.0, 25.0, 5.75, 13.0, 18.0]);
    }
}
