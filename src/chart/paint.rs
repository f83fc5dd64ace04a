//! One generic function draws a scene on any plotters backend: SVG for the page, a bitmap for decks.

use ab_glyph::{Font, ScaleFont, point};
use plotters::backend::{BitMapBackend, DrawingBackend, SVGBackend};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color as _, FontStyle, FontTransform, IntoFont, RGBColor, ShapeStyle};

use super::ChartError;
use super::font::{FAMILY, Weight, font, pixel_height, width};
use super::scene::{Align, Scene, Shape, Text};
use super::style::{Color, WHITE};

/// Backend pixels per logical pixel, in the SVG's own units too: backends count in whole pixels.
const ZOOM: f64 = 2.0;

/// A backend that can also set a line of text with its baseline on a point, and draw smooth lines.
trait Press: DrawingBackend {
    /// Draws a line through points, its thickness in backend pixels.
    fn stroke(&mut self, points: &[(i32, i32)], thickness: f64, color: RGBColor) -> Result<(), ChartError>;

    /// Draws a disc, its radius in backend pixels.
    fn disc(&mut self, at: (i32, i32), radius: f64, color: RGBColor) -> Result<(), ChartError>;

    /// Draws a text.
    fn set(&mut self, text: &Text) -> Result<(), ChartError>;
}

impl Press for SVGBackend<'_> {
    fn stroke(&mut self, points: &[(i32, i32)], thickness: f64, color: RGBColor) -> Result<(), ChartError> {
        let style = ShapeStyle::from(&color).stroke_width(thickness.round() as u32);
        self.draw_path(points.iter().copied(), &style).map_err(drawing)
    }

    fn disc(&mut self, at: (i32, i32), radius: f64, color: RGBColor) -> Result<(), ChartError> {
        self.draw_circle(at, radius.round() as u32, &color, true).map_err(drawing)
    }

    fn set(&mut self, text: &Text) -> Result<(), ChartError> {
        // The backend writes font-size = size / 1.24 and, for a top anchor, dy = 0.76em.
        let style = match text.weight {
            Weight::Regular => FontStyle::Normal,
            Weight::Bold => FontStyle::Bold,
        };
        let horizontal = match text.align {
            Align::Start => HPos::Left,
            Align::Middle => HPos::Center,
            Align::End => HPos::Right,
        };
        let turn = if text.upward { FontTransform::Rotate270 } else { FontTransform::None };
        let font = (FAMILY, text.size * ZOOM * 1.24, style).into_font().transform(turn);
        let style = font.color(&rgb(text.color)).pos(Pos::new(horizontal, VPos::Top));
        let (x, y) = text.at;
        let lift = text.size * 0.76;
        let at = if text.upward { (x - lift, y) } else { (x, y - lift) };
        self.draw_text(&text.words, &style, pixel(at)).map_err(drawing)
    }
}

impl Press for BitMapBackend<'_> {
    /// Each pixel is covered as far as it is near the line: plotters fills a polygon of whole pixels,
    /// whose thickness changes with the slope.
    fn stroke(&mut self, points: &[(i32, i32)], thickness: f64, color: RGBColor) -> Result<(), ChartError> {
        let reach = (thickness / 2.0).ceil() as i32 + 1;
        for pair in points.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            for y in a.1.min(b.1) - reach..=a.1.max(b.1) + reach {
                for x in a.0.min(b.0) - reach..=a.0.max(b.0) + reach {
                    let cover = (thickness / 2.0 + 0.5 - distance((x, y), a, b)).clamp(0.0, 1.0);
                    if cover > 0.0 {
                        self.draw_pixel((x, y), color.mix(cover).to_backend_color()).map_err(drawing)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn disc(&mut self, at: (i32, i32), radius: f64, color: RGBColor) -> Result<(), ChartError> {
        self.stroke(&[at, at], radius * 2.0, color)
    }

    /// Glyph by glyph at fractions of a pixel: plotters' own setting drops their side bearings,
    /// which spaces the letters of a label badly.
    fn set(&mut self, text: &Text) -> Result<(), ChartError> {
        let Some(font) = font(text.weight) else { return Ok(()) };
        let size = text.size * ZOOM;
        let scaled = font.as_scaled(pixel_height(font, size));
        let long = width(&text.words, size, text.weight) as f32;
        let mut pen = match text.align {
            Align::Start => 0.0,
            Align::Middle => -long / 2.0,
            Align::End => -long,
        };
        let (x0, y0) = pixel(text.at);
        let color = rgb(text.color);
        let mut previous = None;
        for c in text.words.chars() {
            let id = scaled.glyph_id(c);
            pen += previous.map_or(0.0, |p| scaled.kern(p, id));
            previous = Some(id);
            if let Some(outline) =
                font.outline_glyph(id.with_scale_and_position(scaled.scale(), point(pen, 0.0)))
            {
                let corner = outline.px_bounds().min;
                let (left, top) = (corner.x as i32, corner.y as i32);
                let mut dots = Vec::new();
                outline.draw(|x, y, cover| dots.push((left + x.cast_signed(), top + y.cast_signed(), cover)));
                for (x, y, cover) in dots {
                    let (x, y) = if text.upward { (y, -x) } else { (x, y) };
                    let ink = color.mix(f64::from(cover.clamp(0.0, 1.0))).to_backend_color();
                    self.draw_pixel((x0 + x, y0 + y), ink).map_err(drawing)?;
                }
            }
            pen += scaled.h_advance(id);
        }
        Ok(())
    }
}

/// Draws a scene on a backend, over a white page.
fn paint<B: Press>(scene: &Scene, backend: &mut B) -> Result<(), ChartError> {
    let page = [0.0, 0.0, scene.width, scene.height];
    for shape in std::iter::once(&Shape::Rect(page, WHITE)).chain(&scene.shapes) {
        match shape {
            Shape::Rect([x0, y0, x1, y1], color) => {
                backend
                    .draw_rect(pixel((*x0, *y0)), pixel((*x1, *y1)), &rgb(*color), true)
                    .map_err(drawing)?;
            }
            Shape::Line(points, thickness, color) => {
                let points: Vec<_> = points.iter().map(|&p| pixel(p)).collect();
                backend.stroke(&points, thickness * ZOOM, rgb(*color))?;
            }
            Shape::Area(corners, color) => {
                backend.fill_polygon(corners.iter().map(|&p| pixel(p)), &rgb(*color)).map_err(drawing)?;
            }
            Shape::Dot(at, radius, color) => backend.disc(pixel(*at), radius * ZOOM, rgb(*color))?,
            Shape::Text(text) => backend.set(text)?,
        }
    }
    backend.present().map_err(drawing)
}

/// The scene as a self-contained `<svg>` element without ids, with its text alternative; it shows at its
/// logical size and shrinks with the page.
pub fn svg(scene: &Scene, alt: &str) -> Result<String, ChartError> {
    let (wide, high) = pixel((scene.width, scene.height));
    let mut drawn = String::new();
    paint(scene, &mut SVGBackend::with_string(&mut drawn, (wide as u32, high as u32)))?;
    let shapes = drawn.split_once('\n').map_or("", |(_, rest)| rest);
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide} {high}\" width=\"{}\" height=\"{}\" \
         style=\"max-width:100%;height:auto\" role=\"img\" aria-label=\"{}\">\n{shapes}",
        scene.width,
        scene.height,
        escape(alt),
    ))
}

/// The scene as a PNG file, two pixels per logical pixel.
pub fn png(scene: &Scene) -> Result<Vec<u8>, ChartError> {
    let (wide, high) = pixel((scene.width, scene.height));
    let (wide, high) = (wide as u32, high as u32);
    let mut pixels = vec![255; wide as usize * high as usize * 3];
    paint(scene, &mut BitMapBackend::with_buffer(&mut pixels, (wide, high)))?;
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, wide, high);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    // Flat areas repeat as they are: filters make such files larger, and slower to write.
    encoder.set_filter(png::Filter::NoFilter);
    // 144 dots per inch: a deck shows the picture at its logical size.
    encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: 5669, yppu: 5669, unit: png::Unit::Meter }));
    let mut writer = encoder.write_header().map_err(|e| ChartError(e.to_string()))?;
    writer.write_image_data(&pixels).map_err(|e| ChartError(e.to_string()))?;
    writer.finish().map_err(|e| ChartError(e.to_string()))?;
    Ok(file)
}

/// Distance from a pixel's middle to the segment from `a` to `b`, whose ends lie between pixels.
fn distance((x, y): (i32, i32), a: (i32, i32), b: (i32, i32)) -> f64 {
    let (px, py) = (f64::from(x - a.0) + 0.5, f64::from(y - a.1) + 0.5);
    let (dx, dy) = (f64::from(b.0 - a.0), f64::from(b.1 - a.1));
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 { ((px * dx + py * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    (px - along * dx).hypot(py - along * dy)
}

fn pixel((x, y): (f64, f64)) -> (i32, i32) {
    ((x * ZOOM).round() as i32, (y * ZOOM).round() as i32)
}

fn rgb((r, g, b): Color) -> RGBColor {
    RGBColor(r, g, b)
}

fn drawing(error: impl std::error::Error) -> ChartError {
    ChartError(error.to_string())
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !c.is_control()) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
    out
}
