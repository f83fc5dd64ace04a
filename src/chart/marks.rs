//! Marks on a plot whose labels keep apart: a label is beside the top of its line, on the lowest line of text
//! where it covers neither another label nor the line of another mark.

use super::font::{Weight, width};
use super::frame::dashed_post;
use super::scene::{Align, Scene};
use super::style::{Color, SMALL, WHITE};

/// Height of a line of text above the plot.
pub const TIER: f64 = 15.0;

/// A vertical line at a value, with its label beside its top.
pub struct Mark {
    x: f64,
    text: String,
    start: f64,
    end: f64,
    /// Line of text of the label, 0 just above the plot.
    pub tier: usize,
    color: Color,
    dashed: bool,
}

impl Mark {
    /// A mark at a pixel; its label is on the right of the line, or on the left where it would pass `right`.
    pub fn new(x: f64, text: String, color: Color, dashed: bool, right: f64) -> Self {
        let long = width(&text, SMALL, Weight::Regular);
        let start = if x + 5.0 + long > right { x - 5.0 - long } else { x + 5.0 };
        Self { x, text, start, end: start + long, tier: 0, color, dashed }
    }

    /// Draws the line down to `bottom`, and the label above `top`.
    pub fn draw(&self, scene: &mut Scene, top: f64, bottom: f64) {
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

/// The marks, each on its line of text, from right to left.
pub fn apart(mut waiting: Vec<Mark>) -> Vec<Mark> {
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

#[cfg(test)]
mod tests {
    use super::super::style::INK;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn labels_and_lines_keep_apart(at in proptest::collection::vec(30.0..800.0f64, 0..5)) {
            let new = |x: &f64| Mark::new(*x, format!("médiane : {x:.0} s"), INK, false, 820.0);
            let marks = apart(at.iter().map(new).collect());
            prop_assert_eq!(marks.len(), at.len());
            for (i, a) in marks.iter().enumerate() {
                for b in &marks[..i] {
                    let beside = a.end < b.start || b.end < a.start;
                    prop_assert!(a.tier != b.tier || beside, "{} {}", a.x, b.x);
                }
            }
        }

        #[test]
        fn no_line_strikes_a_label(median in 40.0..400.0f64, more in 1.0..300.0f64) {
            let new = |x: f64| Mark::new(x, "médiane : 12 s".to_owned(), INK, false, 820.0);
            let marks = apart(vec![new(median), new(median + more)]);
            let (right, left) = (&marks[0], &marks[1]);
            // A line rises to its own label: it strikes what it crosses on that line of text or below.
            prop_assert!(left.end < right.x || left.tier > right.tier);
        }
    }
}
