//! What a figure is made of before it is drawn: shapes in logical pixels, from the top left.

use super::font::{Weight, width};
use super::style::Color;

/// A shape, in the order of drawing.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// Filled rectangle: left, top, right, bottom.
    Rect([f64; 4], Color),
    /// Line through points, with its thickness.
    Line(Vec<(f64, f64)>, f64, Color),
    /// Filled polygon.
    Area(Vec<(f64, f64)>, Color),
    /// Disc: centre and radius.
    Dot((f64, f64), f64, Color),
    /// A text.
    Text(Text),
}

/// Where a text stands relative to its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// The point is the left end.
    Start,
    /// The point is the middle.
    Middle,
    /// The point is the right end.
    End,
}

/// A text on one line.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// The text, drawable by the font.
    pub words: String,
    /// Point on the baseline.
    pub at: (f64, f64),
    /// Side of the text on which the point is.
    pub align: Align,
    /// Em size in logical pixels.
    pub size: f64,
    /// Weight.
    pub weight: Weight,
    /// Colour.
    pub color: Color,
    /// True when the text is read from bottom to top.
    pub upward: bool,
}

impl Text {
    /// Left, top, right, bottom of the ink, ascenders and descenders included.
    pub fn bounds(&self) -> [f64; 4] {
        let long = width(&self.words, self.size, self.weight);
        let start = match self.align {
            Align::Start => 0.0,
            Align::Middle => -long / 2.0,
            Align::End => -long,
        };
        let (x, y) = self.at;
        let (up, down) = (self.size * 0.76, self.size * 0.2);
        if self.upward {
            [x - up, y - start - long, x + down, y - start]
        } else {
            [x + start, y - up, x + start + long, y + down]
        }
    }
}

/// A picture: its size and its shapes.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Width in logical pixels.
    pub width: f64,
    /// Height in logical pixels.
    pub height: f64,
    /// Shapes, the first one undermost.
    pub shapes: Vec<Shape>,
}

impl Scene {
    /// A filled rectangle from any two opposite corners.
    pub fn rect(&mut self, (x0, y0): (f64, f64), (x1, y1): (f64, f64), color: Color) {
        self.shapes.push(Shape::Rect([x0.min(x1), y0.min(y1), x0.max(x1), y0.max(y1)], color));
    }

    /// A horizontal hairline.
    pub fn rule(&mut self, x0: f64, x1: f64, y: f64, thickness: f64, color: Color) {
        self.rect((x0, y.round() - thickness / 2.0), (x1, y.round() + thickness / 2.0), color);
    }

    /// A vertical hairline.
    pub fn post(&mut self, x: f64, y0: f64, y1: f64, thickness: f64, color: Color) {
        self.rect((x.round() - thickness / 2.0, y0), (x.round() + thickness / 2.0, y1), color);
    }

    /// A dot with a white ring, readable over lines.
    pub fn dot(&mut self, at: (f64, f64), radius: f64, color: Color) {
        self.shapes.push(Shape::Dot(at, radius + 1.5, super::style::WHITE));
        self.shapes.push(Shape::Dot(at, radius, color));
    }

    /// A text; an empty one is left out.
    pub fn text(
        &mut self,
        text: &str,
        at: (f64, f64),
        align: Align,
        size: f64,
        weight: Weight,
        color: Color,
    ) {
        if !text.is_empty() {
            let words = text.to_owned();
            self.shapes.push(Shape::Text(Text { words, at, align, size, weight, color, upward: false }));
        }
    }

    /// The last shape, if it is a text, on a white plate that keeps it apart from the lines behind it.
    pub fn plate(&mut self) {
        if let Some(Shape::Text(text)) = self.shapes.last() {
            let [x0, y0, x1, y1] = text.bounds();
            let plate = Shape::Rect([x0 - 2.0, y0, x1 + 2.0, y1 - 1.0], super::style::WHITE);
            self.shapes.insert(self.shapes.len() - 1, plate);
        }
    }

    /// Running text, regular weight.
    pub fn label(&mut self, text: &str, at: (f64, f64), align: Align, size: f64, color: Color) {
        self.text(text, at, align, size, Weight::Regular, color);
    }

    /// A text read from bottom to top, `x` being the middle of its height and `top` its upper end.
    pub fn upward(&mut self, text: &str, x: f64, top: f64, size: f64, color: Color) {
        if !text.is_empty() {
            let (words, at) = (text.to_owned(), (x + size * 0.36, top));
            let (align, weight) = (Align::End, Weight::Regular);
            self.shapes.push(Shape::Text(Text { words, at, align, size, weight, color, upward: true }));
        }
    }
}

/// The widest of some texts, 0 for none.
pub fn widest<'a>(texts: impl IntoIterator<Item = &'a String>, size: f64, weight: Weight) -> f64 {
    texts.into_iter().map(|text| width(text, size, weight)).fold(0.0, f64::max)
}
