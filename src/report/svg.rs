//! Pictures of the user's own in SVG: shown as pictures, they may neither run nor fetch anything.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// What a text is as a drawing.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Drawing {
    /// No SVG.
    None,
    /// One that shows what it holds.
    Plain,
    /// One that runs or fetches something: the first such part.
    Active(String),
}

/// Reads a text as an SVG. Browsers run and fetch nothing in a picture: what is active would be missing from it.
pub(super) fn drawing(text: &str) -> Drawing {
    match first_active(text) {
        None => Drawing::None,
        Some(parts) => parts.into_iter().next().map_or(Drawing::Plain, Drawing::Active),
    }
}

/// What would run or be fetched, at most one part; none for a text that is no SVG.
fn first_active(text: &str) -> Option<Vec<String>> {
    let mut reader = Reader::from_str(text);
    let (mut is_svg, mut depth) = (false, 0_u32);
    let mut found = None;
    loop {
        match reader.read_event().ok()? {
            Event::Eof => break,
            Event::DocType(doctype) if doctype.contains("<!ENTITY") => {
                found = found.or(Some("<!ENTITY".to_owned()));
            }
            Event::Start(tag) => {
                is_svg |= depth == 0 && tag.local_name().as_ref() == "svg";
                depth += 1;
                found = found.or_else(|| in_tag(&tag));
            }
            Event::Empty(tag) => {
                is_svg |= depth == 0 && tag.local_name().as_ref() == "svg";
                found = found.or_else(|| in_tag(&tag));
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Text(text) => found = found.or_else(|| in_style(&text)),
            Event::CData(text) => found = found.or_else(|| in_style(&text)),
            _ => {}
        }
    }
    is_svg.then(|| found.into_iter().collect())
}

fn in_tag(tag: &BytesStart<'_>) -> Option<String> {
    let name = tag.local_name().as_ref().to_owned();
    if ["script", "foreignObject", "iframe"].iter().any(|other| name.eq_ignore_ascii_case(other)) {
        return Some(format!("<{name}>"));
    }
    tag.attributes().flatten().find_map(|attribute| {
        let key = attribute.key.local_name().as_ref().to_lowercase();
        let value = attribute.value.as_ref();
        let within = value.starts_with('#') || value.starts_with("data:image/");
        // A link around a part of the picture leads nowhere in a picture.
        let fetched = matches!(key.as_str(), "href" | "src") && !within && name != "a";
        (fetched || key.starts_with("on") || in_style(value).is_some())
            .then(|| format!("{key}=\"{}\"", value.chars().take(60).collect::<String>()))
    })
}

/// An address in a style that is none of the picture's own parts.
fn in_style(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let imported = lower.contains("@import").then(|| "@import".to_owned());
    imported.or_else(|| {
        lower.split("url(").skip(1).map(|rest| rest.trim_start_matches([' ', '"', '\''])).find_map(
            |address| {
                let within = address.starts_with('#')
                    || address.starts_with("data:")
                    || address.starts_with("&quot;#");
                (!within).then(|| format!("url({}", address.chars().take(60).collect::<String>()))
            },
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_drawing_passes() {
        let drawing = "<?xml version=\"1.0\"?>\n<!-- made by hand -->\n<svg xmlns=\"http://www.w3.org/2000/svg\" \
                       xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 9 9\"><defs><g id=\"a\"/></defs>\
                       <style>.b { fill: url(#c) }</style><use xlink:href=\"#a\"/>\
                       <image href=\"data:image/png;base64,AAAA\"/><a href=\"https://example.org\"><path d=\"M0 0\"/></a></svg>";
        assert_eq!(super::drawing(drawing), Drawing::Plain);
    }

    #[test]
    fn what_runs_or_is_fetched_is_named() {
        for (inside, part) in [
            ("<script>alert(1)</script>", "<script>"),
            ("<rect onload=\"x()\"/>", "onload=\"x()\""),
            ("<image href=\"https://example.org/a.png\"/>", "href=\"https://example.org/a.png\""),
            ("<use xlink:href=\"other.svg#a\"/>", "href=\"other.svg#a\""),
            ("<foreignObject/>", "<foreignObject>"),
            ("<style>@import 'a.css';</style>", "@import"),
            ("<rect style=\"fill:url(http://a/b)\"/>", "style=\"fill:url(http://a/b)\""),
        ] {
            let drawing = format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inside}</svg>");
            assert_eq!(super::drawing(&drawing), Drawing::Active(part.to_owned()), "{inside}");
        }
        let entity = "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg/>";
        assert_eq!(super::drawing(entity), Drawing::Active("<!ENTITY".to_owned()));
    }

    #[test]
    fn other_texts_are_no_drawings() {
        for text in ["", "logo", "<html></html>", "<svg><rect></svg>", "{\"svg\": 1}"] {
            assert_eq!(super::drawing(text), Drawing::None, "{text}");
        }
    }
}
