//! Colours as a page shows them: how far apart two of them read, and what lies between them.

/// Red, green, blue.
pub(super) type Rgb = (u8, u8, u8);

/// Contrast ratio that WCAG 2.2 (success criterion 1.4.3, level AA) asks of text.
pub(super) const TEXT: f64 = 4.5;

/// `#12496b` or `#18f`, whatever its case; none for anything else.
pub(super) fn parse(text: &str) -> Option<Rgb> {
    let digits = text.trim().strip_prefix('#')?;
    let nibbles: Vec<u8> = digits.chars().map(|c| c.to_digit(16).map(|d| d as u8)).collect::<Option<_>>()?;
    match nibbles.as_slice() {
        [r, g, b] => Some((17 * r, 17 * g, 17 * b)),
        [r, s, g, h, b, c] => Some((16 * r + s, 16 * g + h, 16 * b + c)),
        _ => None,
    }
}

/// `#12496b`.
pub(super) fn hex((r, g, b): Rgb) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// Contrast ratio, 1…21 (WCAG 2.2, “contrast ratio” and “relative luminance”).
pub(super) fn ratio(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance((r, g, b): Rgb) -> f64 {
    let linear = |c: u8| {
        let c = f64::from(c) / 255.0;
        if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

/// The colour `share` (0…1) of the way from `from` to `to`.
pub(super) fn mix(from: Rgb, to: Rgb, share: f64) -> Rgb {
    let one = |a: u8, b: u8| (f64::from(a) + share * (f64::from(b) - f64::from(a))).round() as u8;
    (one(from.0, to.0), one(from.1, to.1), one(from.2, to.2))
}

/// The first of the colours on the way to black that `passes`, in hundredths; black where none does.
pub(super) fn darkened(color: Rgb, passes: impl Fn(Rgb) -> bool) -> Rgb {
    let black = (0, 0, 0);
    (0..100)
        .map(|percent| mix(color, black, f64::from(percent) / 100.0))
        .find(|c| passes(*c))
        .unwrap_or(black)
}

/// The first of the colours of the same hue and saturation, from `color` on to the lightest, that `passes`, in hundredths;
/// white where none does.
pub(super) fn brightened(color: Rgb, passes: impl Fn(Rgb) -> bool) -> Rgb {
    let [r, g, b] = [color.0, color.1, color.2].map(|c| f64::from(c) / 255.0);
    let (high, low) = (r.max(g).max(b), r.min(g).min(b));
    let lightness = f64::midpoint(high, low);
    let chroma = high - low;
    let saturation = if chroma > 0.0 { chroma / (1.0 - (2.0 * lightness - 1.0).abs()) } else { 0.0 };
    let at = |percent: i32| {
        if percent == 0 {
            return color;
        }
        let lightness = lightness + f64::from(percent) / 100.0 * (1.0 - lightness);
        let wide = saturation * (1.0 - (2.0 * lightness - 1.0).abs());
        // Where each channel stands between the lowest and the highest is what makes the hue.
        let channel = |c: f64| {
            let place = if chroma > 0.0 { (c - low) / chroma } else { 0.5 };
            ((lightness - wide / 2.0 + place * wide) * 255.0).round() as u8
        };
        (channel(r), channel(g), channel(b))
    };
    (0..100).map(at).find(|c| passes(*c)).unwrap_or((255, 255, 255))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_and_written() {
        assert_eq!(parse("#12496B"), Some((0x12, 0x49, 0x6b)));
        assert_eq!(parse(" #18f "), Some((0x11, 0x88, 0xff)));
        for wrong in ["12496b", "#12496", "bleu", "#12345g", "", "#", "#1234567"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
        assert_eq!(hex((0x12, 0x09, 0xff)), "#1209ff");
    }

    /// Ratios that the contrast checker of `WebAIM` gives.
    #[test]
    fn ratios_are_those_of_the_field() {
        assert!((ratio((0, 0, 0), (255, 255, 255)) - 21.0).abs() < 1e-9);
        assert!((ratio((0x77, 0x77, 0x77), (255, 255, 255)) - 4.48).abs() < 0.005);
        assert!((ratio((0, 0, 255), (255, 255, 255)) - 8.59).abs() < 0.005);
        assert!((ratio((255, 0, 0), (255, 255, 255)) - 4.0).abs() < 0.005);
    }

    #[test]
    fn a_colour_is_moved_no_further_than_needed() {
        let (white, black) = ((255, 255, 255), (0, 0, 0));
        let on = |ground: Rgb| move |c: Rgb| ratio(c, ground) >= TEXT;
        for color in [(255, 200, 0), (0x7a, 0x1e, 0x3c), (0, 0, 120), (128, 128, 128), black, white] {
            for moved in [(darkened(color, on(white)), white), (brightened(color, on(black)), black)] {
                let (found, ground) = moved;
                assert!(ratio(found, ground) >= TEXT);
                assert!(found == color || ratio(found, ground) < TEXT + 0.4, "{color:?} {found:?}");
            }
        }
        assert_eq!((darkened(white, |_| false), brightened(black, |_| false)), (black, white));
        // A dark red stays red: what Python's colorsys gives at the same hue and saturation.
        assert_eq!(brightened((0x7a, 0x1f, 0x3d), |c| c.0 >= 0xd5), (0xd5, 0x5a, 0x82));
    }
}
