//! Presentations taken apart: every part is there, typed, well-formed and reached.

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::package::{Package, Relationship, attribute};
use super::*;
use crate::chart::ChartKind;
use crate::lang::Lang;
use crate::metric::{Distribution, DistributionValue, Group};
use crate::report::document::{Block, Section};
use crate::report::{Decomposition, sample};

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

/// What a report says on slides, before it is written.
fn composed<T>(report: &Report, figures: &[Figure], ask: impl FnOnce(&Compose<'_>) -> T) -> T {
    let (words, template) = (Words::new(report), Template::shipped().unwrap());
    let document = Document::new(report, figures);
    let (stage, waves, presentation) = (template.stage(), &report.study.waves, &report.presentation);
    ask(&Compose { words: &words, document: &document, figures, stage, waves, presentation })
}

#[expect(clippy::redundant_closure_for_method_calls, reason = "the method is not of every lifetime")]
fn deck(report: &Report, figures: &[Figure]) -> Vec<Slide> {
    composed(report, figures, |compose| compose.slides())
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
fn a_master_that_leads_to_a_slide_does_not_keep_it() {
    let report = sample::full(Lang::Fr);
    let mut package = written(&report, None);
    for name in ["ppt/slides/slide1.xml", "ppt/slides/slide2.xml", "ppt/notesSlides/notesSlide2.xml"] {
        let part = package.parts.get_mut(name).unwrap();
        part.bytes = part.text().unwrap().replace("<a:t>", "<a:t>SECRET ").into_bytes();
    }
    let master = package.parts.get_mut("ppt/slideMasters/slideMaster1.xml").unwrap();
    master.relationships.push(Relationship::to("rId99", "slide", "ppt/slides/slide2.xml"));
    let template = Template::read(&package.write().unwrap()).unwrap();
    let package = written(&sample::empty(Lang::Fr), Some(&template));
    valid(&package);
    for (name, part) in &package.parts {
        assert!(!part.text().is_some_and(|text| text.contains("SECRET")), "{name}");
    }
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

#[test]
fn the_notes_of_a_figure_hold_its_own_numbers() {
    let mut report = sample::full(Lang::Fr);
    // On the page, the column where the mix counts most is in sight, the other one folded.
    report.decompositions.push(Decomposition { by: "offre".into(), ..sample::decomposition(-2.0, -7.0) });
    let group = Group::Promoters;
    let answers = DistributionValue { value: 9.0, last: None, label: None, n: 421, share: 1.0, group };
    report.distributions.push(Distribution {
        question: "nps".into(),
        n: 421,
        median: None,
        median_low: None,
        median_high: None,
        values: vec![answers],
    });
    let waves = report.study.waves.join(" | ");
    for (kind, column, own) in [
        (ChartKind::Waterfall, Some("région"), "région | Part".to_owned()),
        (ChartKind::Waterfall, Some("offre"), "offre | Part".to_owned()),
        (ChartKind::Heat, Some("région"), format!("région | {waves}")),
        (ChartKind::Segments, Some("offre"), "offre | Base".to_owned()),
        (ChartKind::Distribution, None, "9 | Promoteurs | 421".to_owned()),
    ] {
        let mut figure = figures().remove(0);
        (figure.kind, figure.column) = (kind, column.map(str::to_owned));
        let slides = deck(&report, &[figure]);
        let slide = slides.iter().find(|slide| matches!(slide.body, Body::Figure { .. })).unwrap();
        assert!(slide.notes.iter().any(|line| line.starts_with(&own)), "{kind:?} {:?}", slide.notes);
        let captions = slide.notes.iter().filter(|line| line.starts_with("Chiffres – ")).count();
        assert_eq!(captions, 1, "{kind:?}");
    }
}

#[test]
fn the_files_stand_after_what_introduces_them() {
    let slides = deck(&sample::full(Lang::Fr), &[]);
    let [.., before, files] = &slides[..] else { panic!("slides") };
    assert_eq!(files.title, "Fichiers lus");
    let Body::Text(text) = &before.body else { panic!("{before:?}") };
    let said = |p: &Paragraph| p.runs.iter().any(|run| run.text.contains("ci-dessous"));
    assert!(text.iter().any(said), "{text:?}");
    let closing = |slide: &&Slide| slide.source.iter().any(|line| line.contains("la méthode entière"));
    assert_eq!(slides.iter().filter(closing).count(), 1);
    assert!(closing(&files), "the closing line is on the last slide");
}

#[test]
fn a_text_of_two_slides_is_as_large_as_they_allow() {
    let items = vec!["mot ".repeat(38); 12];
    let blocks = vec![Block::Heading { text: "Lire".into() }, Block::List { items }];
    let section = Section { id: "method", title: "Méthode", blocks };
    let slides = composed(&sample::full(Lang::Fr), &[], |compose| compose.method(&section, &[])).concat();
    assert_eq!(slides.len(), 2);
    let Body::Text(text) = &slides[0].body else { panic!("a text") };
    assert!(text[0].runs[0].size > Some(12.0), "{:?}", text[0].runs[0].size);
}
