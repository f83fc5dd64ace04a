//! The font of the figures: measuring, wrapping and shortening a label before it is drawn.

use std::sync::OnceLock;

use ab_glyph::{Font, FontRef, ScaleFont};

/// Families that the figures name: the page that shows one declares the first of them with the
/// bytes of crate dejavu; Verdana, drawn to nearly the same widths, serves a file opened alone.
pub const FAMILY: &str = "DejaVu Sans, Verdana, sans-serif";

/// Weight of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Running text.
    Regular,
    /// Titles, headings, what a row is about.
    Bold,
}

/// The font of a weight, parsed once; none if the bytes of crate dejavu were not a font.
pub fn font(weight: Weight) -> Option<&'static FontRef<'static>> {
    static REGULAR: OnceLock<Option<FontRef<'static>>> = OnceLock::new();
    static BOLD: OnceLock<Option<FontRef<'static>>> = OnceLock::new();
    match weight {
        Weight::Regular => {
            REGULAR.get_or_init(|| FontRef::try_from_slice(dejavu::sans::regular()).ok()).as_ref()
        }
        Weight::Bold => BOLD.get_or_init(|| FontRef::try_from_slice(dejavu::sans::bold()).ok()).as_ref(),
    }
}

/// Height to ask of the rasteriser, which counts from ascender to descender, for an em of `size` pixels.
pub fn pixel_height(font: &FontRef<'_>, size: f64) -> f32 {
    let per_em = font.units_per_em().unwrap_or(2048.0);
    size as f32 * font.height_unscaled() / per_em
}

/// Width of a text in pixels, kerning included, for an em of `size` pixels.
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let Some(font) = font(weight) else { return text.chars().count() as f64 * size * 0.6 };
    let scaled = font.as_scaled(pixel_height(font, size));
    let mut previous = None;
    let mut total = 0.0f32;
    for glyph in text.chars().map(|c| scaled.glyph_id(c)) {
        total += scaled.h_advance(glyph) + previous.map_or(0.0, |p| scaled.kern(p, glyph));
        previous = Some(glyph);
    }
    f64::from(total)
}

/// A label as it can be drawn: blanks made one (no-break spaces kept), what the font lacks left out;
/// a label that the font lacks altogether is named by its code points.
pub fn drawable(text: &str) -> String {
    let known = |c: char| c == ' ' || font(Weight::Regular).is_none_or(|f| f.glyph_id(c).0 != 0);
    let invisible = |c: char| matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{200b}'..='\u{200f}' | '\u{feff}');
    let blank = |c: char| c.is_control() || (c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}'));
    let words = |kept: &dyn Fn(char) -> bool| {
        let spaced: String =
            text.chars().map(|c| if blank(c) { ' ' } else { c }).filter(|&c| kept(c)).collect();
        spaced.split(' ').filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let clean = words(&|c| known(c) && !invisible(c));
    if !clean.is_empty() || text.trim().is_empty() {
        return clean;
    }
    let codes: Vec<String> =
        text.chars().filter(|&c| !invisible(c)).map(|c| format!("U+{:04X}", c as u32)).collect();
    codes.join(" ")
}

/// The text if it fits in `room` pixels, else its beginning and an ellipsis.
pub fn ellipsis(text: &str, size: f64, weight: Weight, room: f64) -> String {
    if width(text, size, weight) <= room {
        return text.to_owned();
    }
    let chars: Vec<char> = text.chars().collect();
    let shortened = |kept: usize| {
        let start: String = chars[..kept].iter().collect();
        format!("{}…", start.trim_end())
    };
    let (mut fits, mut too_long) = (0, chars.len());
    while too_long - fits > 1 {
        let middle = usize::midpoint(fits, too_long);
        if width(&shortened(middle), size, weight) <= room { fits = middle } else { too_long = middle }
    }
    shortened(fits)
}

/// A label inside a sentence: drawable, and short.
pub fn brief(label: &str) -> String {
    ellipsis(&drawable(label), 13.0, Weight::Regular, 240.0)
}

/// The text on at most `lines` lines of `room` pixels, broken at spaces; the last line ends with an
/// ellipsis when there is more. Always one line at least.
pub fn wrap(text: &str, size: f64, weight: Weight, room: f64, lines: usize) -> Vec<String> {
    let mut words = text.split(' ').filter(|w| !w.is_empty()).peekable();
    let mut out: Vec<String> = Vec::new();
    while words.peek().is_some() && out.len() + 1 < lines {
        let mut line = String::new();
        while let Some(word) = words.peek() {
            let longer = if line.is_empty() { (*word).to_owned() } else { format!("{line} {word}") };
            if !line.is_empty() && width(&longer, size, weight) > room {
                break;
            }
            line = longer;
            words.next();
        }
        out.push(line);
    }
    let rest: Vec<&str> = words.collect();
    if !rest.is_empty() || out.is_empty() {
        out.push(rest.join(" "));
    }
    out.iter().map(|line| ellipsis(line, size, weight, room)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_follow_the_font() {
        let one = width("délai", 13.0, Weight::Regular);
        assert!(one > 30.0 && one < 40.0, "{one}");
        assert!(width("délai", 13.0, Weight::Bold) > one);
        assert!((width("délai", 26.0, Weight::Regular) - 2.0 * one).abs() < 0.01);
        assert!(width("", 13.0, Weight::Regular).abs() < 1e-9);
    }

    #[test]
    fn labels_are_cleaned() {
        assert_eq!(drawable("  Sud\t\n<Ouest>  & \u{7}Cie "), "Sud <Ouest> & Cie");
        assert_eq!(drawable("1\u{202f}234\u{a0}%"), "1\u{202f}234\u{a0}%");
        assert_eq!(drawable("Fibre \u{1f680}\u{fe0f}"), "Fibre");
        assert_eq!(drawable("\u{1f680}"), "U+1F680");
        assert_eq!(drawable(""), "");
    }

    #[test]
    fn long_labels_end_with_an_ellipsis_and_fit() {
        let long = "Service après-vente de la région Provence-Alpes-Côte d’Azur";
        let short = ellipsis(long, 13.0, Weight::Regular, 120.0);
        assert!(short.ends_with('…') && width(&short, 13.0, Weight::Regular) <= 120.0, "{short}");
        let lines = wrap(long, 13.0, Weight::Regular, 150.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|l| width(l, 13.0, Weight::Regular) <= 150.0), "{lines:?}");
        assert_eq!(wrap("Sud", 13.0, Weight::Regular, 150.0, 2), ["Sud"]);
        assert_eq!(wrap("", 13.0, Weight::Regular, 150.0, 2), [""]);
        assert_eq!(wrap("Anticonstitutionnellement", 13.0, Weight::Regular, 60.0, 3).len(), 1);
    }
}
