//! A concordance as one HTML page: no network, no script, light or dark as the reader's screen is.

use std::fmt::Write;

use quick_xml::escape::escape;

use super::render::{headings, said, sources};
use super::search::Concordance;
use crate::Lang;

const STYLE: &str = "
:root { color-scheme: light dark; --paper: #ffffff; --ink: #1b2430; --soft: #55606e; --line: #d9dee5; --strong: #12496b; --tint: #eaf1f5; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #1a2029; --ink: #e8ecf1; --soft: #a9b4c1; --line: #343d49; --strong: #8fc7e3; --tint: #222c37; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 90rem; padding: 2rem 1.25rem; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", \"Noto Sans\", Arial, sans-serif; }
h1 { margin: 0 0 .75rem; font-size: 1.6rem; line-height: 1.25; overflow-wrap: anywhere; }
p { margin: 0 0 1.5rem; max-width: 50rem; color: var(--soft); }
div { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; }
th { padding: .4rem 0; color: var(--soft); font-weight: 600; border-bottom: 2px solid var(--line); }
td { padding: .3rem 0; border-bottom: 1px solid var(--line); vertical-align: baseline; overflow-wrap: anywhere; }
tbody tr:hover { background: var(--tint); }
.source { width: 1%; padding-right: 1rem; text-align: left; white-space: nowrap; color: var(--soft); font-variant-numeric: tabular-nums; }
.left { width: 47%; text-align: right; }
.keyword { width: 1%; padding-left: .5rem; padding-right: .5rem; text-align: center; white-space: nowrap; }
td.keyword { font-weight: 700; color: var(--strong); }
.right { width: 47%; text-align: left; }
@media print { tbody tr { break-inside: avoid; } }
";

/// The page; every text of the data is escaped.
#[must_use]
pub fn html(found: &Concordance, lang: Lang) -> String {
    let title = pick!(lang, calls::concordance_of).to_owned() + &lang.quote(&found.pattern);
    let (title, said) = (escape(title), escape(said(found, lang)));
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n<p>{said}</p>\n",
        lang.code()
    );
    if !found.lines.is_empty() {
        let classes = ["source", "left", "keyword", "right"];
        out.push_str("<div>\n<table>\n<thead>\n<tr>");
        for (class, heading) in classes.iter().zip(headings(found, lang)) {
            let _ = write!(out, "<th scope=\"col\" class=\"{class}\">{heading}</th>");
        }
        out.push_str("</tr>\n</thead>\n<tbody>\n");
        for (line, source) in found.lines.iter().zip(sources(&found.lines, lang, false)) {
            out.push_str("<tr>");
            for (class, text) in classes.iter().zip([&source, &line.left, &line.keyword, &line.right]) {
                let _ = write!(out, "<td class=\"{class}\">{}</td>", escape(text.as_str()));
            }
            out.push_str("</tr>\n");
        }
        out.push_str("</tbody>\n</table>\n</div>\n");
    }
    out.push_str("</body>\n</html>\n");
    out
}

#[cfg(test)]
mod tests {
    use super::super::render::tests::sample;
    use super::*;

    #[test]
    fn texts_are_escaped_and_the_page_is_whole() {
        for lang in [Lang::Fr, Lang::En] {
            let mut sample = sample();
            sample.pattern = "<script>alert(1)</script>".to_owned();
            sample.lines[1].file = "a&b\".csv".to_owned();
            let page = html(&sample, lang);
            assert!(!page.contains("<script") && !page.contains("<b>") && page.contains("&lt;b&gt;annoncé"));
            assert!(page.contains("a&amp;b&quot;.csv:3"));
            assert!(!page.contains("http"));
            // Well formed but for the elements that HTML leaves open.
            let xml = page.replace("<!DOCTYPE html>", "").replace("\"utf-8\">", "\"utf-8\"/>");
            let xml = xml.replace("initial-scale=1\">", "initial-scale=1\"/>");
            let mut reader = quick_xml::Reader::from_str(&xml);
            let mut rows = 0;
            loop {
                match reader.read_event().unwrap() {
                    quick_xml::events::Event::Start(tag) => rows += usize::from(tag.name().as_ref() == "tr"),
                    quick_xml::events::Event::Eof => break,
                    _ => {}
                }
            }
            assert_eq!(rows, 1 + sample.lines.len());
        }
    }
}
