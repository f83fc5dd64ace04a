//! Themes that are mentioned together more often than by chance: discs joined by lines.

use super::font::{Weight, brief, drawable, width, wrap};
use super::network_graph::{Graph, Judged, ThemeLink, ThemeNode};
use super::network_layout::layout;
use super::network_words::{caption, legend, note, times, title};
use super::place::{Area, Places, around};
use super::scene::{Align, Scene, Shape, widest};
use super::sheet::{Sheet, Words};
use super::style::{BODY, Color, INK, MARGIN, MUTED, SMALL, WHISKER, WHITE, WIDTH};
use super::{ChartError, ChartKind, Figure};
use crate::lang::Lang;

/// Radius of the largest disc, and of the smallest.
const RADII: [f64; 2] = [30.0, 6.0];
/// Widest line of a label.
const LABEL: f64 = 128.0;
/// Height of a line of a label.
const LINE: f64 = 15.0;
/// Colour of a line: light enough for what crosses it.
const EDGE: Color = (205, 211, 217);
/// Links up to which a number may stand beside its line: among more it would pass for that of another.
const SPARSE: usize = 12;
/// Space between two themes with their labels.
const GAP: f64 = 20.0;

/// Draws the themes of one open question, whose text is `question` and whose verbatims are `base`. Nothing where no
/// two themes go together.
///
/// # Errors
/// When plotters or the PNG encoder fails.
pub fn network(
    themes: &[ThemeNode],
    links: &[ThemeLink],
    (question, base): (&str, u64),
    lang: Lang,
) -> Result<Option<Figure>, ChartError> {
    let graph = Graph::new(themes, links);
    if graph.links.is_empty() {
        return Ok(None);
    }
    let name = |at: usize| lang.quote(&brief(&graph.nodes[at].label));
    let named: Vec<([String; 2], &ThemeLink)> =
        graph.links.iter().map(|link| (link.ends.map(name), link)).collect();
    let mut sheet = Sheet::new(
        Words {
            kind: ChartKind::Network,
            id: ChartKind::Network.id().to_owned(),
            title: title(lang),
            question: question.to_owned(),
            caption: caption(&named, lang),
            note: note(base, graph.alone, graph.found - graph.links.len(), lang),
        },
        lang,
    );
    key(&mut sheet, lang);
    draw(&mut sheet, &graph, lang);
    sheet.finish()
}

/// What colours and signs mean.
fn key(sheet: &mut Sheet, lang: Lang) {
    let (mut x, y) = (MARGIN + 8.0, sheet.y + 12.0);
    for judged in Judged::ALL {
        disc(&mut sheet.scene.shapes, (x, y - 4.0), 8.0, judged);
        let name = legend(judged, lang);
        sheet.scene.label(name, (x + 14.0, y), Align::Start, BODY, INK);
        x += 14.0 + width(name, BODY, Weight::Regular) + 30.0;
    }
    sheet.y = y + 22.0;
}

/// A theme with its label, from the middle of its box.
struct Node<'d> {
    theme: &'d ThemeNode,
    radius: f64,
    lines: Vec<String>,
    size: (f64, f64),
}

impl<'d> Node<'d> {
    fn new(theme: &'d ThemeNode, most: u64, lang: Lang) -> Self {
        // The surface of a disc is proportional to the verbatims.
        let radius = (RADII[0] * (theme.n as f64 / most.max(1) as f64).sqrt()).max(RADII[1]);
        let mut lines = wrap(&drawable(&theme.label), BODY, Weight::Regular, LABEL, 2);
        lines.push(format!("n\u{a0}=\u{a0}{}", lang.count(theme.n)));
        let wide = widest(&lines, BODY, Weight::Regular).max(2.0 * radius);
        let size = (wide + 4.0, 2.0 * radius + 4.0 + LINE * lines.len() as f64);
        Self { theme, radius, lines, size }
    }

    /// Centre of the disc, from the middle of the box; `above`: the label is above the disc.
    fn centre(&self, (x, y): (f64, f64), above: bool) -> (f64, f64) {
        let far = self.size.1 / 2.0 - self.radius;
        (x, if above { y + far } else { y - far })
    }

    /// Top of the label above or under a disc.
    fn top(&self, y: f64, above: bool) -> f64 {
        let high = LINE * self.lines.len() as f64;
        if above { y - self.radius - 4.0 - high } else { y + self.radius + 4.0 }
    }

    /// What the disc and the label take.
    fn areas(&self, (x, y): (f64, f64), above: bool) -> [Area; 2] {
        let (top, high) = (self.top(y, above), LINE * self.lines.len() as f64);
        let wide = widest(&self.lines, BODY, Weight::Regular) + 4.0;
        let disc = 2.0 * self.radius + 3.0;
        [around((x, y), (disc, disc)), around((x, top + high / 2.0), (wide, high))]
    }

    /// Writes the label above or under the disc.
    fn label(&self, scene: &mut Scene, (x, y): (f64, f64), above: bool) {
        let top = self.top(y, above);
        for (k, line) in self.lines.iter().enumerate() {
            let base = top + LINE * k as f64 + BODY * 0.8;
            let count = k + 1 == self.lines.len();
            let (size, color) = if count { (SMALL, MUTED) } else { (BODY, INK) };
            scene.label(line, (x, base), Align::Middle, size, color);
            scene.plate();
        }
    }
}

fn draw(sheet: &mut Sheet, graph: &Graph<'_>, lang: Lang) {
    let most = graph.nodes.iter().map(|node| node.n).max().unwrap_or(1);
    let nodes: Vec<Node<'_>> = graph.nodes.iter().map(|node| Node::new(node, most, lang)).collect();
    let strongest = graph.links.iter().map(|link| link.lift.ln()).fold(0.0, f64::max);
    let part = |link: &ThemeLink| if strongest > 0.0 { link.lift.ln() / strongest } else { 1.0 };
    let pulls: Vec<_> =
        graph.links.iter().map(|link| (link.ends[0], link.ends[1], 0.6 + part(link))).collect();
    let sizes: Vec<(f64, f64)> = nodes.iter().map(|node| node.size).collect();
    let top = sheet.y;
    let at: Vec<(f64, f64)> = layout(&sizes, &pulls, WIDTH - 2.0 * MARGIN, GAP)
        .into_iter()
        .map(|(x, y)| (x + MARGIN, y + top))
        .collect();
    // A label stands on the side where fewer lines leave the disc, steep ones before all.
    let above: Vec<bool> = (0..nodes.len())
        .map(|node| {
            let others = graph.links.iter().filter_map(|link| match link.ends {
                [a, b] if a == node => Some(b),
                [a, b] if b == node => Some(a),
                _ => None,
            });
            let steep = |other: usize| {
                let (dx, dy) = (at[other].0 - at[node].0, at[other].1 - at[node].1);
                dy / dx.hypot(dy).max(1.0)
            };
            others.map(steep).sum::<f64>() > 0.0
        })
        .collect();
    let centres: Vec<(f64, f64)> =
        nodes.iter().zip(&at).zip(&above).map(|((node, at), above)| node.centre(*at, *above)).collect();
    for link in graph.links.iter().rev() {
        let ends = link.ends.map(|end| centres[end]).to_vec();
        sheet.scene.shapes.push(Shape::Line(ends, 1.0 + 5.0 * part(link), EDGE));
    }
    let mut places = Places::default();
    for ((node, centre), above) in nodes.iter().zip(&centres).zip(&above) {
        node.areas(*centre, *above).into_iter().for_each(|area| places.take(area));
    }
    let bottom = at.iter().zip(&sizes).map(|((_, y), (_, h))| y + h / 2.0).fold(top, f64::max);
    for ((node, centre), above) in nodes.iter().zip(&centres).zip(&above) {
        disc(&mut sheet.scene.shapes, *centre, node.radius, Judged::of(node.theme));
        node.label(&mut sheet.scene, *centre, *above);
    }
    let page = [MARGIN, top, WIDTH - MARGIN, bottom];
    let sparse = graph.links.len() <= SPARSE;
    for link in &graph.links {
        let text = times(link.lift, lang);
        let line = seen(link.ends.map(|end| (centres[end], nodes[end].radius)));
        if let Some(area) = on_line(&places, line, (width(&text, SMALL, Weight::Regular), sparse), page) {
            places.take(area);
            let base = (f64::midpoint(area[0], area[2]), f64::midpoint(area[1], area[3]) + SMALL * 0.36);
            sheet.scene.label(&text, base, Align::Middle, SMALL, WHISKER);
            sheet.scene.plate();
        }
    }
    sheet.y = bottom;
}

/// The part of a line between two discs.
fn seen([(a, from), (b, to)]: [((f64, f64), f64); 2]) -> [(f64, f64); 2] {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let long = dx.hypot(dy).max(1.0);
    let (dx, dy) = (dx / long, dy / long);
    [(a.0 + dx * from, a.1 + dy * from), (b.0 - dx * to, b.1 - dy * to)]
}

/// A free place for a number so wide on a line, or beside it where it may, the nearest to its middle; none where all is
/// taken.
fn on_line(
    places: &Places,
    [a, b]: [(f64, f64); 2],
    (wide, beside): (f64, bool),
    page: Area,
) -> Option<Area> {
    let size = (wide + 4.0, SMALL + 3.0);
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let long = dx.hypot(dy).max(1.0);
    let (right, down) = (-dy / long, dx / long);
    // How far the middle of the number is from a line that it just does not touch.
    let off = 4.0 + f64::midpoint(right.abs() * size.0, down.abs() * size.1);
    // A number would cover a short line.
    let beside: &[f64] = match (beside, long < 1.6 * size.0) {
        (false, _) => &[0.0],
        (true, false) => &[0.0, off, -off],
        (true, true) => &[off, -off, 0.0],
    };
    let along = [0.5, 0.42, 0.58, 0.34, 0.66, 0.25, 0.75];
    beside.iter().find_map(|off| {
        along.into_iter().find_map(|part| {
            let area = around((a.0 + dx * part + right * off, a.1 + dy * part + down * off), size);
            places.free(area, page, 0.0).then_some(area)
        })
    })
}

/// A disc with the sign of its judgement, so that colour is not alone to tell it.
fn disc(shapes: &mut Vec<Shape>, at: (f64, f64), radius: f64, judged: Judged) {
    shapes.push(Shape::Dot(at, radius + 1.5, WHITE));
    shapes.push(Shape::Dot(at, radius, judged.color()));
    let arm = (radius * 0.55).min(9.0);
    let thick = (radius * 0.16).clamp(1.5, 3.0);
    let (x, y) = at;
    let bar = |y: f64| Shape::Rect([x - arm, y - thick / 2.0, x + arm, y + thick / 2.0], WHITE);
    match judged {
        Judged::Badly => shapes.push(bar(y)),
        Judged::Well => {
            shapes.push(bar(y));
            shapes.push(Shape::Rect([x - thick / 2.0, y - arm, x + thick / 2.0, y + arm], WHITE));
        }
        Judged::Divided => shapes.extend([bar(y - thick * 1.1), bar(y + thick * 1.1)]),
    }
}

#[cfg(test)]
mod tests {
    use super::super::check::{odd, sound, written};
    use super::*;
    use proptest::prelude::*;

    fn node(label: &str, n: u64, negative: f64, positive: f64) -> ThemeNode {
        ThemeNode { label: label.to_owned(), n, positive, negative }
    }

    fn link(a: usize, b: usize, n: u64, lift: f64) -> ThemeLink {
        ThemeLink { ends: [a, b], n, lift, log_likelihood: n as f64 * lift.ln(), q: 0.001 }
    }

    fn draw(themes: &[ThemeNode], links: &[ThemeLink], lang: Lang) -> Option<Figure> {
        network(themes, links, ("Pourquoi ?", 1868), lang).unwrap()
    }

    fn themes() -> Vec<ThemeNode> {
        vec![
            node("Délais & <co>", 331, 0.77, 0.19),
            node("Accueil", 337, 0.22, 0.69),
            node("Agences et points de vente", 184, 0.35, 0.48),
            node("Prix", 160, 0.4, 0.4),
        ]
    }

    #[test]
    fn nothing_to_draw() {
        assert_eq!(draw(&[], &[], Lang::Fr), None);
        assert_eq!(draw(&themes(), &[], Lang::Fr), None);
        // Too few, no more than by chance, perhaps chance, a theme with itself, a theme that is not there.
        let chance = ThemeLink { q: 0.2, ..link(0, 1, 60, 2.0) };
        let odd = [link(0, 1, 9, 3.0), link(0, 1, 60, 1.1), chance, link(1, 1, 60, 2.0), link(1, 9, 60, 2.0)];
        assert_eq!(draw(&themes(), &odd, Lang::Fr), None);
        let broken = ThemeLink { lift: f64::NAN, ..link(0, 1, 60, 2.0) };
        assert_eq!(draw(&themes(), &[broken], Lang::Fr), None);
    }

    #[test]
    fn themes_that_go_together() {
        let links = [link(0, 1, 90, 1.5), link(1, 2, 51, 1.54), link(0, 3, 3, 9.0)];
        let figure = draw(&themes(), &links, Lang::Fr).unwrap();
        sound(&figure, &["Accueil", "Délais & <co>", "n\u{a0}=\u{a0}331", "×\u{a0}1,5"]);
        assert!(!figure.svg.contains("Prix"), "no link, no disc");
        assert!(written(&figure).contains("1 thème sans lien établi"));
        assert!(
            figure
                .caption
                .contains("«\u{a0}Délais & <co>\u{a0}» et «\u{a0}Accueil\u{a0}» (90\u{a0}verbatims"),
            "{}",
            figure.caption
        );
        assert_eq!(draw(&themes(), &links, Lang::Fr).unwrap(), figure);
        sound(&draw(&themes(), &links, Lang::En).unwrap(), &["×\u{a0}1.5"]);
    }

    #[test]
    fn forty_themes_with_long_names() {
        let long = "Relations avec les conseillers de la région Provence-Alpes-Côte d’Azur & partenaires";
        let themes: Vec<ThemeNode> =
            (0..40).map(|i| node(&format!("{i} {long}"), 12 + 9 * i as u64, 0.3, 0.2)).collect();
        let links: Vec<ThemeLink> = (0..40)
            .flat_map(|i| [link(i, (i + 1) % 40, 20, 2.0), link(i, (i * 7 + 3) % 40, 15, 3.0)])
            .collect();
        let figure = draw(&themes, &links, Lang::En).unwrap();
        sound(&figure, &[]);
        assert!(written(&figure).contains("links that are less sure"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(12))]

        /// From 3 to 40 themes, whatever their names, sizes and links: `sound` fails where two texts overlap.
        #[test]
        fn labels_never_overlap(
            sizes in proptest::collection::vec((1..4000u64, 1..9usize), 3..41),
            links in proptest::collection::vec((0..40usize, 0..40usize, 10..300u64, 1.2..30.0f64), 1..60),
        ) {
            let word = "Réclamations ";
            let themes: Vec<ThemeNode> = sizes
                .iter()
                .enumerate()
                .map(|(i, (n, words))| node(&format!("{i} {}", word.repeat(*words)), *n, 0.1, 0.6))
                .collect();
            let links: Vec<ThemeLink> = links.into_iter().map(|(a, b, n, lift)| link(a, b, n, lift)).collect();
            if let Some(figure) = draw(&themes, &links, Lang::Fr) {
                sound(&figure, &[]);
            }
        }

        #[test]
        fn no_number_makes_it_fail(lift in odd(), q in odd(), positive in odd()) {
            let mut themes = themes();
            themes[0].positive = positive;
            let links = [ThemeLink { lift, q, ..link(0, 1, 40, 2.0) }];
            prop_assert!(network(&themes, &links, ("?", 0), Lang::Fr).is_ok());
        }
    }
}
