//! Presentations taken apart: every part is there, typed, well-formed and reached.

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::package::{Package, attribute};
use super::*;
use crate::lang::Lang;
use crate::report::sample;

/// A figure with a picture of 1 × 1 pixels announced as 1720 × 900.
fn figures() -> Vec<Figure> {
    let mut figures = sample::figures();
    for figure in &mut figures {
        figure.png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        figure.png.extend([0, 0, 6, 184, 0, 0, 3, 132]);
    }
    figures
}

fn written(report: &Report, template: Option<&Template>) -> Package {
    Package::read(&slides(report, &figures(), template).unwrap()).unwrap()
}

fn slide_names(package: &Package) -> Vec<&String> {
    package.parts.keys().filter(|name| name.starts_with("ppt/slides/slide")).collect()
}

/// What `PowerPoint` would repair.
fn valid(package: &Package) {
    let mut reached = package.clone();
    reached.keep_reached();
    assert_eq!(reached.parts.len(), package.parts.len(), "a part that nothing leads to");
    for (name, part) in &package.parts {
        assert_ne!(part.content_type, "application/octet-stream", "{name}");
        let ids: BTreeSet<&String> = part.relationships.iter().map(|r| &r.id).collect();
        assert_eq!(ids.len(), part.relationships.len(), "{name}");
        for to in part.relationships.iter().filter(|r| !r.external) {
            assert!(package.parts.contains_key(&to.target), "{name} leads to {}", to.target);
        }
        if !name.ends_with("xml") {
            continue;
        }
        let mut reader = Reader::from_str(part.text().unwrap());
        let (mut depth, mut shapes) = (0_i32, Vec::new());
        loop {
            match reader.read_event().unwrap() {
                Event::Start(tag) => {
                    depth += 1;
                    shapes.extend(
                        (tag.local_name().as_ref() == "cNvPr").then(|| attribute(&tag, "id").unwrap()),
                    );
                }
                Event::Empty(tag) => {
                    if tag.local_name().as_ref() == "cNvPr" {
                        shapes.push(attribute(&tag, "id").unwrap());
                    }
                    if let Some(embedded) = attribute(&tag, "embed") {
                        assert!(ids.contains(&embedded), "{name}");
                    }
                }
                Event::End(_) => depth -= 1,
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(depth, 0, "{name}");
        let unique: BTreeSet<&String> = shapes.iter().collect();
        assert_eq!(unique.len(), shapes.len(), "{name}");
    }
}

#[test]
fn every_report_is_a_whole_presentation() {
    for lang in [Lang::Fr, Lang::En] {
        for report in sample::all(lang) {
            let package = written(&report, None);
            valid(&package);
            let main = package.parts["ppt/presentation.xml"].text().unwrap();
            assert_eq!(main.matches("<p:sldId ").count(), slide_names(&package).len());
            for name in slide_names(&package) {
                let text = package.parts[name].text().unwrap();
                assert!(text.contains("type=\"title\"") || text.contains("type=\"ctrTitle\""), "{name}");
                assert!(text.contains(lang.pick("lang=\"fr-FR\"", "lang=\"en-GB\"")), "{name}");
            }
        }
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let report = sample::full(Lang::Fr);
    let bytes = |report: &Report| slides(report, &figures(), None).unwrap();
    assert!(bytes(&report) == bytes(&report));
}

#[test]
fn a_presentation_serves_as_template_without_its_slides() {
    let report = sample::full(Lang::Fr);
    let first = slides(&report, &figures(), None).unwrap();
    let template = Template::read(&first).unwrap();
    let second = slides(&report, &figures(), Some(&template)).unwrap();
    valid(&Package::read(&second).unwrap());
    let third = slides(&report, &figures(), Some(&Template::read(&second).unwrap())).unwrap();
    assert!(second == third);
    let empty = sample::empty(Lang::Fr);
    let (on_template, own) = (written(&empty, Some(&template)), written(&empty, None));
    assert_eq!(
        slide_names(&on_template).len(),
        slide_names(&own).len(),
        "the slides of the template are gone"
    );
}

#[test]
fn what_cannot_serve_is_told() {
    assert_eq!(Template::read(b"Bonjour"), Err(TemplateFlaw::NotPowerPoint));
    assert_eq!(Template::read(&[0xd0, 0xcf, 0x11, 0xe0, 0]), Err(TemplateFlaw::Protected));
    let report = sample::empty(Lang::Fr);
    let mut package = written(&report, None);
    for (name, part) in &mut package.parts {
        if name.starts_with("ppt/slideLayouts/") {
            part.bytes = part.text().unwrap().replace("type=\"title\"", "type=\"dt\"").into_bytes();
        }
    }
    assert_eq!(Template::read(&package.write().unwrap()), Err(TemplateFlaw::NoLayout { layouts: 3 }));
    package.parts.get_mut("ppt/presentation.xml").unwrap().bytes = b"<p:presentation".to_vec();
    let damaged = TemplateFlaw::Damaged { part: "ppt/presentation.xml".into() };
    assert_eq!(Template::read(&package.write().unwrap()), Err(damaged));
}

#[test]
fn hostile_texts_stay_text_and_on_their_slide() {
    let mut report = sample::full(Lang::Fr);
    let word = "m".repeat(5_000);
    report.study.title = Some(format!("<script>alert(1)</script> \u{0}\u{1b}{word}"));
    report.findings = vec![crate::report::Finding {
        code: "score".into(),
        section: "scores".into(),
        text: format!("]]></a:t>\u{b} {word} & \"x\""),
    }];
    let package = written(&report, None);
    valid(&package);
    let text = package.parts["ppt/slides/slide1.xml"].text().unwrap();
    assert!(text.contains("&lt;script&gt;") && text.contains("mmm…"), "{text}");
    assert!(text.len() < 20_000);
    let finding = package.parts["ppt/slides/slide2.xml"].text().unwrap();
    assert!(finding.contains("]]&gt;&lt;/a:t&gt; mmm"), "{finding}");
}
