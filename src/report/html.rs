//! The report as one HTML page: no network, no script, everything inside.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, context};

use super::document::Document;
use super::font;
use crate::chart::Figure;
use crate::report::Report;

/// The page of a report: styles, figures (SVG) and their font embedded; every text of the data
/// escaped by the template.
///
/// # Errors
///
/// When the embedded template cannot be rendered.
pub fn html(report: &Report, figures: &[Figure]) -> Result<String, minijinja::Error> {
    let drawings: Vec<String> = figures.iter().map(|f| drawing(&f.svg).to_owned()).collect();
    page(&Document::new(report, figures), &drawings, &style(report))
}

/// The style sheet of every page, with the colours that the report was asked to have.
pub(super) fn style(report: &Report) -> String {
    format!("{}{}", include_str!("style.css"), report.presentation.style())
}

/// A sheet for each agent of a report of calls: its file name and its page, for the agent and who coaches; none elsewhere.
///
/// # Errors
///
/// When the embedded template cannot be rendered.
pub fn coaching(report: &Report) -> Result<Vec<(String, String)>, minijinja::Error> {
    let style = style(report);
    let sheets = Document::coaching(report).into_iter();
    sheets.map(|(name, document)| Ok((name, page(&document, &[], &style)?))).collect()
}

fn page(document: &Document, drawings: &[String], style: &str) -> Result<String, minijinja::Error> {
    let mut environment = Environment::new();
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.add_template("report", include_str!("template.html.j2"))?;
    let fonts = fonts(drawings);
    environment.get_template("report")?.render(context! {
        doc => Serde(document),
        drawings => drawings.to_vec(),
        style,
        fonts,
    })
}

/// The SVG element, without the XML declaration that HTML does not take.
pub(super) fn drawing(svg: &str) -> &str {
    svg.find("<svg").map_or("", |start| &svg[start..])
}

/// The faces that the figures use.
pub(super) fn fonts(drawings: &[String]) -> String {
    let face = |weight: &str, ttf: &[u8]| {
        format!("@font-face{{font-family:'DejaVu Sans';font-weight:{weight};src:{}}}\n", font::source(ttf))
    };
    let uses = |text: &str| drawings.iter().any(|d| d.contains(text));
    let mut out = String::new();
    if uses("<text") {
        out.push_str(&face("400", dejavu::sans::regular()));
    }
    if uses("bold") {
        out.push_str(&face("700", dejavu::sans::bold()));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::report::sample;

    fn page(report: &Report) -> String {
        html(report, &sample::figures()).unwrap()
    }

    /// The page without its styles and embedded fonts.
    fn body(page: &str) -> &str {
        &page[page.find("<body>").unwrap()..]
    }

    #[test]
    fn data_is_escaped_and_nothing_is_loaded() {
        for lang in [Lang::Fr, Lang::En] {
            let page = page(&sample::full(lang));
            assert!(!page.contains("<script"));
            assert!(page.contains("&lt;script&gt;"));
            assert!(page.contains("Essai &lt;bêta&gt;"));
            assert!(page.contains("default-src 'none'"));
            assert!(!page.contains("src=\"http") && !page.contains("url(http"));
            assert!(page.contains(&format!("<html lang=\"{}\">", lang.code())));
            assert!(page.len() < 3_000_000, "{}", page.len());
        }
    }

    #[test]
    fn nothing_is_left_unrendered() {
        for lang in [Lang::Fr, Lang::En] {
            for report in sample::all(lang) {
                let page = page(&report);
                for leftover in
                    ["{{", "{%", "None", "null", "NaN", "undefined", "<h2></h2>", "<tbody>\n</tbody>"]
                {
                    assert!(!body(&page).contains(leftover), "{leftover}");
                }
            }
        }
    }

    #[test]
    fn a_section_is_there_only_with_something_in_it() {
        let full = page(&sample::full(Lang::Fr));
        let ids = [
            "findings",
            "scores",
            "figures",
            "waves",
            "segments",
            "comparisons",
            "drivers",
            "keyness",
            "keywords",
            "quotes",
            "method",
        ];
        let places: Vec<Option<usize>> =
            ids.iter().map(|id| full.find(&format!("<section id=\"{id}\""))).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
        let empty = html(&sample::empty(Lang::Fr), &[]).unwrap();
        assert!(!empty.contains("<section") && !empty.contains("@font-face"));
    }

    #[test]
    fn many_segments_are_folded_after_the_first_ones() {
        let page = page(&sample::many_segments(Lang::Fr));
        let fold = page.find("<summary>45\u{a0}autres lignes</summary>").unwrap();
        assert!(
            page.find("Assureur 14</th>").unwrap() < fold && fold < page.find("Assureur 15</th>").unwrap()
        );
        assert!(page.contains("Assureur 59</th>"));
    }

    #[test]
    fn a_centre_comes_before_what_its_customers_answer() {
        let report = sample::linked(Lang::Fr);
        let page = html(&report, &sample::figures()).unwrap();
        let ids = [
            "findings",
            "indicators",
            "figures",
            "periods",
            "days",
            "week",
            "durations",
            "queues",
            "reasons",
            "agents",
            "satisfaction",
            "staffing",
            "absence",
            "all-indicators",
            "data",
            "scores",
            "waves",
            "drivers",
            "method",
        ];
        let places: Vec<Option<usize>> =
            ids.iter().map(|id| page.find(&format!("<section id=\"{id}\""))).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
        for escaped in [
            "Technique &lt;N2&gt;",
            "&lt;b&gt;File&lt;&#x2f;b&gt;",
            "appels &lt;script&gt;alert(1)&lt;&#x2f;script&gt;.csv",
        ] {
            assert!(page.contains(escaped), "{escaped}");
        }
        assert!(!page.contains("<script") && page.contains("<article class=\"card missed\">"));
        let mut bare = sample::centre(Lang::Fr);
        bare.indicators.clear();
        bare.centre = Some(crate::centre::CentreSummary::default());
        bare.findings = super::super::findings::findings(&bare);
        let page = html(&bare, &[]).unwrap();
        assert_eq!(page.matches("<section id=").count(), 1, "the method alone");
    }

    #[test]
    fn french_is_typeset() {
        for report in [sample::full(Lang::Fr), sample::linked(Lang::Fr)] {
            typeset(&page(&report));
        }
    }

    fn typeset(page: &str) {
        for text in body(page).split(['<', '>']).filter(|t| !t.contains("style=") && !t.contains('=')) {
            for wrong in [" %", " :", " ;", " ?", " !", "« ", " »"] {
                let from_data = text.contains("min !") || text.contains(" ?");
                assert!(from_data || !text.contains(wrong), "{wrong:?} in {text}");
            }
        }
    }

    #[test]
    fn same_report_same_page() {
        assert_eq!(page(&sample::full(Lang::Fr)), page(&sample::full(Lang::Fr)));
    }
}
