//! What every figure must satisfy, for the tests of each.

use proptest::prelude::*;

use super::Figure;
use super::font::Weight;
use super::scene::{Align, Text};
use super::style::{Color, INK, WHITE};
use crate::metric::{Estimate, Group, Method, Metric, Quantity, SegmentValue};

/// Fails unless the figure is sound: well-formed SVG that refers to nothing and has no id, a PNG of twice
/// its size, every one of `labels` drawn, and no text outside the page or over another.
pub fn sound(figure: &Figure, labels: &[&str]) {
    let Figure { svg, png, .. } = figure;
    well_formed(svg);
    for absent in ["NaN", "\"inf", "\"-inf", "href", "url(", " id=", "<image", "<script"] {
        assert!(!svg.contains(absent), "{absent} in {}", figure.id);
    }
    for words in [&figure.title, &figure.caption, &figure.alt] {
        assert!(!words.is_empty() && !words.contains("NaN"), "{words}");
    }
    let (wide, high) = (number(svg, "width"), number(svg, "height"));
    assert_eq!(png[..8], *b"\x89PNG\r\n\x1a\n");
    let size = |at: usize| f64::from(u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]));
    assert!((size(16) - 2.0 * wide).abs() < 0.5 && (size(20) - 2.0 * high).abs() < 0.5);
    let texts = texts(svg);
    for label in labels {
        assert!(texts.iter().any(|t| t.words == *label), "{label} is not drawn in {texts:?}");
    }
    // Measured once: a heat map has hundreds of texts, each beside all others.
    let boxes: Vec<[f64; 4]> = texts.iter().map(Text::bounds).collect();
    for (i, text) in texts.iter().enumerate() {
        let [x0, y0, x1, y1] = boxes[i];
        assert!(x0 >= 0.0 && y0 >= 0.0 && x1 <= wide && y1 <= high, "outside the page: {text:?}");
        for (other, [a0, b0, a1, b1]) in texts[..i].iter().zip(&boxes) {
            let apart = x0 >= *a1 || *a0 >= x1 || y0 + 1.0 >= *b1 || b0 + 1.0 >= y1;
            assert!(apart, "overlap: {text:?} and {other:?}");
        }
    }
}

/// Contrast ratio of two colours, 1…21. WCAG 2.2, “contrast ratio” and “relative luminance”.
pub fn contrast(a: Color, b: Color) -> f64 {
    let linear = |c: u8| {
        let c = f64::from(c) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    let light = |(r, g, b): Color| 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    let (a, b) = (light(a) + 0.05, light(b) + 0.05);
    a.max(b) / a.min(b)
}

#[test]
fn black_on_white_has_the_known_contrast() {
    assert!((contrast((0, 0, 0), WHITE) - 21.0).abs() < 1e-9);
    // #767676 on white: 4.54, the example that WCAG's techniques give.
    assert!((contrast((118, 118, 118), WHITE) - 4.54).abs() < 0.005);
}

/// All that is written in a figure, its lines joined by spaces.
pub fn written(figure: &Figure) -> String {
    texts(&figure.svg).into_iter().map(|text| text.words).collect::<Vec<_>>().join(" ")
}

/// Numbers that no file should hold, and some that it may.
pub fn odd() -> impl Strategy<Value = f64> {
    let rare = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e308, -1e308, 1e-308, 0.0, -1.0];
    prop_oneof![proptest::sample::select(rare.to_vec()), -50.0..150.0f64]
}

/// The texts of an SVG, in logical pixels.
fn texts(svg: &str) -> Vec<Text> {
    let parts = svg.split("<text ").skip(1);
    parts
        .map(|part| {
            let (tag, rest) = part.split_once('>').unwrap();
            let words = rest.split_once("</text>").unwrap().0.trim_matches('\n');
            let size = number(tag, "font-size") / 2.0;
            let (x, y) = (number(tag, "x") / 2.0, number(tag, "y") / 2.0);
            let upward = tag.contains("rotate");
            Text {
                words: unescape(words),
                at: if upward { (x + 0.76 * size, y) } else { (x, y + 0.76 * size) },
                align: match attribute(tag, "text-anchor").as_str() {
                    "start" => Align::Start,
                    "middle" => Align::Middle,
                    _ => Align::End,
                },
                size,
                weight: if tag.contains("bold") { Weight::Bold } else { Weight::Regular },
                color: INK,
                upward,
            }
        })
        .collect()
}

fn attribute(tag: &str, name: &str) -> String {
    let tag = format!(" {tag}");
    let (_, value) = tag.split_once(&format!(" {name}=\"")).unwrap();
    value.split('"').next().unwrap().to_owned()
}

fn number(tag: &str, name: &str) -> f64 {
    attribute(tag, name).parse().unwrap()
}

fn unescape(text: &str) -> String {
    let plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'");
    plain.replace("&amp;", "&")
}

/// Tags nest, attributes are quoted, `&` only begins an entity.
fn well_formed(svg: &str) {
    assert!(svg.starts_with("<svg ") && svg.trim_end().ends_with("</svg>"));
    let mut open: Vec<&str> = Vec::new();
    for part in svg.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap();
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        let entities = ["&amp;", "&lt;", "&gt;", "&quot;", "&apos;"];
        for words in [tag, text] {
            let known: usize = entities.iter().map(|e| words.matches(e).count()).sum();
            assert_eq!(words.matches('&').count(), known, "{words}");
        }
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
        } else if !tag.ends_with('/') {
            open.push(tag.split(' ').next().unwrap());
        }
    }
    assert!(open.is_empty());
}

/// An estimate with a value and its interval, or a suppressed one.
pub fn estimate(
    metric: Metric,
    wave: Option<&str>,
    segment: Option<(&str, &str)>,
    value: Option<[f64; 3]>,
    n: u64,
) -> Estimate {
    Estimate {
        question: "q".to_owned(),
        metric,
        wave: wave.map(str::to_owned),
        segment: segment
            .map(|(column, value)| vec![SegmentValue { column: column.to_owned(), value: value.to_owned() }]),
        value: value.map(|v| v[1]),
        n: value.map(|_| n),
        n_eff: None,
        deff: None,
        df: None,
        se: None,
        ci_low: value.map(|v| v[0]),
        ci_high: value.map(|v| v[2]),
        level: 0.95,
        method: Method::Score,
        definition: String::new(),
        shares: None,
        suppressed: value.is_none(),
    }
}

/// An estimate with the shares of its groups, from the worst to the best.
pub fn shared(mut estimate: Estimate, shares: [f64; 3]) -> Estimate {
    let groups = if estimate.metric.quantity() == Quantity::Net {
        [Group::Detractors, Group::Passives, Group::Promoters]
    } else {
        [Group::Low, Group::Middle, Group::High]
    };
    estimate.shares = Some(groups.into_iter().zip(shares).collect());
    estimate
}
