//! The report as one HTML page: no network, everything inside, one script that narrows tables and quotes.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Value, context};
use sha2::{Digest, Sha256};

use super::document::Document;
use super::{font, font_subset};
use crate::chart::Figure;
use crate::report::Report;

/// What the page does beyond showing itself: it is whole without.
const SCRIPT: &str = include_str!("page.js");
/// A word longer than this may be broken anywhere, lest it widen its table.
const UNBROKEN: usize = 30;
/// A name in a table, a heading or a list is cut beyond this.
const NAME: usize = 300;

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
    let tags = document.filters.tags.clone();
    environment.add_function("row_tag", move |heading: &str, name: &str| {
        Value::from_safe_string(tags.row(heading, name))
    });
    let tags = document.filters.tags.clone();
    environment.add_function("column_tags", move |headings: Vec<String>| {
        tags.columns(&headings).into_iter().map(Value::from_safe_string).collect::<Vec<Value>>()
    });
    environment.add_test("unbroken", |text: &str| {
        text.split_whitespace().any(|word| word.chars().count() > UNBROKEN)
    });
    environment.add_filter("brief", |text: &str| match text.char_indices().nth(NAME) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    });
    environment.add_template("report", include_str!("template.html.j2"))?;
    environment.get_template("report")?.render(context! {
        doc => Serde(document),
        drawings => drawings.to_vec(),
        style,
        script => SCRIPT,
        script_hash => hash(SCRIPT),
        fonts => fonts(drawings),
    })
}

/// The hash by which the page's policy knows its script: `sha256-…`.
fn hash(script: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(script.as_bytes())))
}

/// The SVG element, without the XML declaration that HTML does not take.
pub(super) fn drawing(svg: &str) -> &str {
    svg.find("<svg").map_or("", |start| &svg[start..])
}

/// The faces that the figures use, with the characters that they draw.
pub(super) fn fonts(drawings: &[String]) -> String {
    let (mut regular, mut bold) = (BTreeSet::new(), BTreeSet::new());
    for text in drawings.iter().flat_map(|drawing| drawing.split("<text").skip(1)) {
        let text = &text[..text.find("</text").unwrap_or(text.len())];
        let (attributes, shown) = text.split_once('>').unwrap_or((text, ""));
        // Parts of a text may have a weight of their own: those of one that has parts are in both faces.
        let parts = shown.contains('<');
        let shown = unescaped(shown);
        if parts || !attributes.contains("bold") {
            regular.extend(shown.chars());
        }
        if parts || attributes.contains("bold") {
            bold.extend(shown.chars());
        }
    }
    let faces = [("400", dejavu::sans::regular(), regular), ("700", dejavu::sans::bold(), bold)];
    let mut out = String::new();
    for (weight, ttf, characters) in faces.iter().filter(|(_, _, characters)| !characters.is_empty()) {
        let small = font_subset::subset(ttf, characters);
        let source = font::source(small.as_deref().unwrap_or(ttf));
        let _ = writeln!(out, "@font-face{{font-family:'DejaVu Sans';font-weight:{weight};src:{source}}}");
    }
    out
}

/// The five characters that XML writes as entities, as they are drawn.
fn unescaped(text: &str) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
        .iter()
        .fold(text.to_owned(), |text, (entity, character)| text.replace(entity, character))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::report::sample;

    fn page(report: &Report) -> String {
        html(report, &sample::figures()).unwrap()
    }

    /// The page without its styles, embedded fonts and script.
    fn body(page: &str) -> &str {
        &page[page.find("<body>").unwrap()..page.find("<script>").unwrap()]
    }

    #[test]
    fn data_is_escaped_and_nothing_is_loaded() {
        for lang in [Lang::Fr, Lang::En] {
            let page = page(&sample::full(lang));
            assert_eq!(page.matches("<script").count(), 1);
            assert!(page.contains("&lt;script&gt;"));
            assert!(page.contains("Essai &lt;bêta&gt;"));
            assert!(page.contains("default-src 'none'"));
            assert!(!page.contains("src=\"http") && !page.contains("url(http"));
            assert!(page.contains(&format!("<html lang=\"{}\">", lang.code())));
            assert!(page.len() < 3_000_000, "{}", page.len());
        }
    }

    #[test]
    fn the_policy_lets_the_one_script_run_and_nothing_else() {
        let page = page(&sample::full(Lang::Fr));
        let (_, script) = page.split_once("<script>").unwrap();
        let (script, _) = script.split_once("</script>").unwrap();
        assert!(script.len() < 8_000 && script == SCRIPT);
        assert!(page.contains(&format!("script-src '{}';", hash(script))), "{}", hash(script));
        // The hash of nothing, as browsers compute it.
        assert_eq!(hash(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn faces_hold_the_characters_drawn() {
        let texts = |text: &str| {
            vec![format!("<svg><text x=\"1\">{text}</text><text font-weight=\"bold\">B</text></svg>")]
        };
        let short = fonts(&texts("a &amp; b"));
        assert_eq!(short.matches("@font-face").count(), 2);
        assert!(short.len() < 40_000, "{}", short.len());
        assert!(fonts(&texts("abcdefghijklmnopqrstuvwxyz")).len() > short.len());
        assert_eq!(fonts(&["<svg><rect/></svg>".to_owned()]), "");
        assert_eq!(unescaped("&lt;a&gt; &amp;lt;"), "<a> &lt;");
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
            "waves",
            "comparisons",
            "participation",
            "segments",
            "drivers",
            "keyness",
            "keywords",
            "quotes",
            "tables",
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
        let fold = page.find("<summary>45\u{a0}autres lignes<").unwrap();
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
        assert!(page.matches("<script").count() == 1 && page.contains("<article class=\"card missed\">"));
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
