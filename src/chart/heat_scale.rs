//! Colours of a heat map, all light enough for the ink, and their legend.

use super::font::{Weight, width};
use super::scene::{Align, Scene};
use super::style::{AXIS, Color, INK, MUTED, SMALL, colon};
use crate::centre::{Better, Unit};
use crate::lang::Lang;

/// Darkest colours of a cell, all light enough for the ink: Okabe and Ito's sky blue and orange, safe for
/// colour-blind readers, and a slate for what is neither good nor bad.
const BLUE: Color = (86, 180, 233);
/// The orange.
const ORANGE: Color = (230, 159, 0);
/// The slate.
const SLATE: Color = (130, 148, 170);

/// How the values of a heat map become colours.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HeatScale {
    low: f64,
    high: f64,
    aim: Option<f64>,
    better: Better,
    /// True when a value is not whole: small ones are then written with a decimal.
    pub fine: bool,
}

impl HeatScale {
    /// Colours of some finite values, in the unit of the target; none without a value.
    pub fn of(values: &[f64], aim: Option<f64>, better: Better) -> Option<Self> {
        let low = values.iter().copied().reduce(f64::min)?;
        let high = values.iter().copied().reduce(f64::max)?;
        let fine = values.iter().any(|v| (v - v.round()).abs() > 1e-9);
        Some(Self { low, high, aim, better, fine })
    }

    /// Darker is more; with a target, darker is farther from it, blue on the good side and orange on the bad.
    pub fn color(self, value: f64) -> Color {
        let part = |of: f64, all: f64| if all > 0.0 { (of / all).clamp(0.0, 1.0) } else { 0.5 };
        let Some(aim) = self.aim else {
            let deep = match self.better {
                Better::Higher => BLUE,
                Better::Lower => ORANGE,
                Better::Neither => SLATE,
            };
            return tint(deep, part(value - self.low, self.high - self.low));
        };
        let farthest = (self.low - aim).abs().max((self.high - aim).abs());
        let reached = if self.better == Better::Lower { value <= aim } else { value >= aim };
        tint(if reached { BLUE } else { ORANGE }, part((value - aim).abs(), farthest))
    }

    /// A value in a sentence: a mean of counts keeps a decimal where its cell does.
    pub fn text(self, value: f64, unit: Unit, lang: Lang) -> String {
        if unit == Unit::Count { unit.bare(value, self.fine, lang) } else { unit.label(value, lang) }
    }

    /// The colours from the lowest to the highest value, with both ends and the target written.
    pub fn legend(self, scene: &mut Scene, unit: Unit, at: (f64, f64), lang: Lang) {
        let aim = |aim| format!("{}{}{}", pick!(lang, chart::target), colon(lang), unit.label(aim, lang));
        let ends = [self.low, self.high].map(|v| self.text(v, unit, lang));
        self.legend_of(scene, &ends, self.aim.map(aim).as_deref(), at);
    }

    /// The same with the texts of the ends, and of the value in the middle of the colours where there is one.
    pub fn legend_of(self, scene: &mut Scene, ends: &[String; 2], middle: Option<&str>, at: (f64, f64)) {
        let (left, top) = at;
        let base = top + 10.0;
        scene.label(&ends[0], (left, base), Align::Start, SMALL, MUTED);
        let start = left + width(&ends[0], SMALL, Weight::Regular) + 8.0;
        let (steps, long) = (24, 96.0);
        let x = |i: f64| start + long * i / f64::from(steps);
        for i in 0..steps {
            let value = self.low + (self.high - self.low) * (f64::from(i) + 0.5) / f64::from(steps);
            scene.rect((x(f64::from(i)), top), (x(f64::from(i) + 1.0), top + 11.0), self.color(value));
        }
        let end = start + long + 8.0;
        scene.label(&ends[1], (end, base), Align::Start, SMALL, MUTED);
        if let (Some(aim), Some(text)) = (self.aim, middle) {
            if aim > self.low && aim < self.high {
                let at = x((aim - self.low) / (self.high - self.low) * f64::from(steps));
                scene.post(at, top - 3.0, top + 14.0, 1.5, INK);
            }
            let mark = end + width(&ends[1], SMALL, Weight::Regular) + 20.0;
            scene.post(mark - 6.0, top - 3.0, top + 14.0, 1.5, INK);
            scene.label(text, (mark, base), Align::Start, SMALL, MUTED);
        } else {
            scene.rule(start, start + long, top + 11.5, 1.0, AXIS);
        }
    }

    /// Lowest and highest value.
    pub fn ends(self) -> [f64; 2] {
        [self.low, self.high]
    }
}

/// A colour from nearly white, at 0, to itself, at 1.
fn tint((r, g, b): Color, part: f64) -> Color {
    let part = 0.1 + 0.9 * part;
    let mix = |c: u8| (f64::from(c) * part + 255.0 * (1.0 - part)).round() as u8;
    (mix(r), mix(g), mix(b))
}

#[cfg(test)]
mod tests {
    use super::super::check::contrast;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_cell_is_readable(
            value in -10.0..110.0f64, low in 0.0..50.0f64, span in 0.0..60.0f64,
            aim in proptest::option::of(0.0..100.0f64), way in 0..3usize,
        ) {
            let better = [Better::Higher, Better::Lower, Better::Neither][way];
            let fill = HeatScale { low, high: low + span, aim, better, fine: true }.color(value);
            prop_assert!(contrast(INK, fill) >= 4.5);
        }
    }
}
