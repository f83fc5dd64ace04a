//! Importance by performance: where to act first, each dimension with both its intervals.

use super::axis::{Axis, Bounds};
use super::font::{Weight, drawable, width, wrap};
use super::frame::{dashed, dashed_post, left_of, levels};
use super::place::{Area, Places, around};
use super::priorities_words::{caption, heading, note, title};
use super::scene::{Align, Scene, Shape, widest};
use super::sheet::{Sheet, Words};
use super::style::{
    AXIS, BAD_INK, BODY, Color, GOOD, GRID, INK, MARGIN, MUTED, SMALL, WHISKER, WHITE, WIDTH, capitalized,
};
use super::{ChartError, ChartKind, Figure};
use crate::driver::{Priority, Quadrant};
use crate::lang::Lang;
use crate::metric::Metric;

/// Height of the plot for few dimensions, and what each one beyond adds.
const PLOT: f64 = 420.0;
const EACH: f64 = 14.0;
/// Dimensions that the plot has room for without being higher.
const FEW: usize = 8;
/// Widest line of a label.
const LABEL: f64 = 160.0;
/// Height of a line of a label.
const LINE: f64 = 15.0;
/// Radius of a point.
const DOT: f64 = 6.0;
/// A label farther from its point than this is joined to it.
const NEAR: f64 = 12.0;
/// A label is no farther from its point than this, in order to stand clear of lines.
const FAR: f64 = 130.0;

/// What the dimensions are held against.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PriorityBase {
    /// Metric of the score.
    pub metric: Metric,
    /// Answers of the model.
    pub n: u64,
    /// Share of the score's variance that the dimensions explain together: importances are shown as parts of it.
    pub r2: f64,
    /// Confidence level of the intervals.
    pub level: f64,
}

/// A dimension as it is drawn: percentages.
struct Point<'p> {
    row: &'p Priority,
    /// Performance, its interval.
    x: [f64; 3],
    /// Part of what is explained, its interval.
    y: [f64; 3],
}

/// Draws the rated dimensions of one score, whose question is `question`. Nothing for fewer than two.
///
/// # Errors
/// When plotters or the PNG encoder fails.
pub fn priorities(
    rows: &[&Priority],
    base: PriorityBase,
    question: &str,
    lang: Lang,
) -> Result<Option<Figure>, ChartError> {
    let part = |importance: f64| (100.0 * importance / base.r2).clamp(0.0, 100.0);
    let points: Vec<Point<'_>> = rows
        .iter()
        .map(|row| Point {
            row,
            x: [row.performance_low, row.performance, row.performance_high],
            y: [row.importance_low, row.importance, row.importance_high].map(part),
        })
        .filter(|p| p.x.iter().chain(&p.y).all(|v| v.is_finite()))
        .collect();
    let Some(first) = points.first().filter(|_| points.len() > 1 && base.r2 > 0.0) else { return Ok(None) };
    let cuts = (first.row.performance_cut, part(first.row.importance_cut));
    let drawn: Vec<&Priority> = points.iter().map(|p| p.row).collect();
    let mut sheet = Sheet::new(
        Words {
            kind: ChartKind::Priorities,
            id: ChartKind::Priorities.id().to_owned(),
            title: title(base.metric, lang),
            question: question.to_owned(),
            caption: caption(&drawn, base.metric, lang),
            note: note(&drawn, base, lang),
        },
        lang,
    );
    let plot = Plot::new(&sheet, &points, cuts, lang);
    plot.quadrants(&mut sheet.scene);
    plot.axes(&mut sheet, lang);
    let mut places = plot.names(&mut sheet.scene, lang);
    for point in &points {
        plot.cross(&mut sheet.scene, point);
    }
    for point in &points {
        plot.dot(&mut sheet.scene, point);
    }
    plot.labels(&mut sheet.scene, &points, &mut places);
    sheet.y = plot.area[3] + 44.0;
    sheet.finish()
}

struct Plot {
    area: Area,
    x: Axis,
    y: Axis,
    /// Pixels of the cuts.
    cut: (f64, f64),
}

impl Plot {
    fn new(sheet: &Sheet, points: &[Point<'_>], cuts: (f64, f64), lang: Lang) -> Self {
        let high = PLOT + EACH * points.len().saturating_sub(FEW) as f64;
        let top = sheet.y + BODY + 12.0;
        let bottom = top + high;
        let bounds = |ticks| Bounds { floor: 0.0, ceiling: 100.0, least: 4.0, ticks };
        let y = Axis::new(
            points.iter().flat_map(|p| p.y).chain([cuts.1]),
            bounds(6.0),
            bottom - 14.0,
            top + 26.0,
        );
        let left = left_of(y, &|t| lang.percent(t, y.decimals()));
        let right = WIDTH - MARGIN;
        let x = Axis::new(
            points.iter().flat_map(|p| p.x).chain([cuts.0]),
            bounds(8.0),
            left + 16.0,
            right - 16.0,
        );
        Self { area: [left, top, right, bottom], x, y, cut: (x.at(cuts.0), y.at(cuts.1)) }
    }

    fn at(&self, point: &Point<'_>) -> (f64, f64) {
        (self.x.at(point.x[1]), self.y.at(point.y[1]))
    }

    /// The four corners: horizontal end, vertical end.
    fn corners(&self) -> [(Quadrant, f64, f64); 4] {
        let [left, top, right, bottom] = self.area;
        [
            (Quadrant::Fix, left, top),
            (Quadrant::Maintain, right, top),
            (Quadrant::Watch, left, bottom),
            (Quadrant::Secondary, right, bottom),
        ]
    }

    fn quadrants(&self, scene: &mut Scene) {
        for (quadrant, x, y) in self.corners() {
            scene.rect((x, y), self.cut, ground(quadrant));
        }
    }

    fn axes(&self, sheet: &mut Sheet, lang: Lang) {
        let [left, top, right, bottom] = self.area;
        let scene = &mut sheet.scene;
        let [across, upwards] = heading(lang);
        scene.label(upwards, (MARGIN, sheet.y + BODY - 2.0), Align::Start, SMALL, MUTED);
        scene.label(across, (right, bottom + 36.0), Align::End, SMALL, MUTED);
        levels(scene, self.y, (left, right), &|t| lang.percent(t, self.y.decimals()));
        for tick in self.x.ticks() {
            let x = self.x.at(tick);
            scene.post(x, top, bottom, 1.0, GRID);
            let text = lang.percent(tick, self.x.decimals());
            scene.label(&text, (x, bottom + 18.0), Align::Middle, SMALL, MUTED);
        }
        dashed(scene, left, right, self.cut.1, AXIS);
        dashed_post(scene, self.cut.0, top, bottom, AXIS);
    }

    /// Writes what to do in each corner; what they take is taken. A corner too narrow for its name has none.
    fn names(&self, scene: &mut Scene, lang: Lang) -> Places {
        let mut places = Places::default();
        let [left, _, _, bottom] = self.area;
        for (quadrant, x, y) in self.corners() {
            let name = capitalized(quadrant.label(lang));
            let long = width(&name, BODY, Weight::Bold);
            let (room, high) = ((self.cut.0 - x).abs(), (self.cut.1 - y).abs());
            if room < long + 20.0 || high < 24.0 {
                continue;
            }
            let (align, side) = if (x - left).abs() < 1.0 { (Align::Start, 1.0) } else { (Align::End, -1.0) };
            let base = if (y - bottom).abs() < 1.0 { y - 9.0 } else { y + 18.0 };
            let middle = (x + side * (10.0 + long / 2.0), base - BODY * 0.3);
            let area = around(middle, (long + 6.0, BODY + 6.0));
            scene.rect((area[0], area[1]), (area[2], area[3]), ground(quadrant));
            scene.text(&name, (x + side * 10.0, base), align, BODY, Weight::Bold, ink(quadrant));
            places.take(area);
        }
        places
    }

    fn cross(&self, scene: &mut Scene, point: &Point<'_>) {
        let (x, y) = self.at(point);
        let line = |from: (f64, f64), to: (f64, f64)| Shape::Line(vec![from, to], 1.0, WHISKER);
        let ([x0, x1], [y0, y1]) = self.ends(point);
        scene.shapes.push(line((x0, y), (x1, y)));
        scene.shapes.push(line((x, y0), (x, y1)));
    }

    /// Pixels of both intervals, the lower first.
    fn ends(&self, point: &Point<'_>) -> ([f64; 2], [f64; 2]) {
        let (low, high) = (self.y.at(point.y[0]), self.y.at(point.y[2]));
        ([self.x.at(point.x[0]), self.x.at(point.x[2])], [low.max(high), low.min(high)])
    }

    /// A disc; a ring where another sample could place it otherwise.
    fn dot(&self, scene: &mut Scene, point: &Point<'_>) {
        let at = self.at(point);
        scene.dot(at, DOT, ink(point.row.quadrant));
        if !point.row.certain {
            scene.shapes.push(Shape::Dot(at, DOT - 2.0, WHITE));
        }
    }

    /// A label beside each point, what counts most first, away from the others, from all points and, where there is
    /// room, from the intervals; joined to its point where it had to move away.
    fn labels(&self, scene: &mut Scene, points: &[Point<'_>], places: &mut Places) {
        let dot = 2.0 * DOT + 4.0;
        let mut lines = Places::default();
        for point in points {
            let ((x, y), ([x0, x1], [y0, y1])) = (self.at(point), self.ends(point));
            places.take(around((x, y), (dot, dot)));
            lines.take([x0, y - 1.0, x1, y + 1.0]);
            lines.take([x - 1.0, y1, x + 1.0, y0]);
        }
        lines.take([self.cut.0 - 1.0, self.area[1], self.cut.0 + 1.0, self.area[3]]);
        lines.take([self.area[0], self.cut.1 - 1.0, self.area[2], self.cut.1 + 1.0]);
        let mut order: Vec<&Point<'_>> = points.iter().collect();
        order.sort_by(|a, b| b.y[1].total_cmp(&a.y[1]).then_with(|| a.row.id.cmp(&b.row.id)));
        for point in order {
            let words = wrap(&drawable(&point.row.label), BODY, Weight::Regular, LABEL, 3);
            let size = (widest(&words, BODY, Weight::Regular) + 4.0, LINE * words.len() as f64);
            let at = self.at(point);
            let Some(area) = self.place(places, &lines, at, size) else { continue };
            places.take(area);
            leader(scene, at, area);
            for (k, line) in words.iter().enumerate() {
                let base = (f64::midpoint(area[0], area[2]), area[1] + LINE * k as f64 + BODY * 0.88);
                scene.label(line, base, Align::Middle, BODY, INK);
            }
        }
    }

    fn place(&self, places: &Places, lines: &Places, (x, y): (f64, f64), size: (f64, f64)) -> Option<Area> {
        let (wide, high) = (size.0 / 2.0 + DOT + 5.0, size.1 / 2.0 + DOT + 4.0);
        let ways = [(1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1)];
        let within = [self.area[0] + 3.0, self.area[1] + 2.0, self.area[2] - 3.0, self.area[3] - 2.0];
        let clear = places.and(lines);
        let beside = [1.0, 1.5].into_iter().find_map(|far| {
            ways.into_iter().find_map(|(dx, dy)| {
                let centre = (x + f64::from(dx) * wide * far, y + f64::from(dy) * high * far);
                let area = around(centre, size);
                clear.free(area, within, 2.0).then_some(area)
            })
        });
        // Over a line a label is hard to read, far from its point it is hard to find.
        let near = |area: &Area| {
            let (to_x, to_y) = (x.clamp(area[0], area[2]), y.clamp(area[1], area[3]));
            (to_x - x).hypot(to_y - y) < FAR
        };
        let away = || clear.nearest((x, y), size, within, 2.0, 1.6).filter(near);
        beside.or_else(away).or_else(|| places.nearest((x, y), size, within, 2.0, 1.6))
    }
}

/// A thin line from a point to its label, where it is not beside it.
fn leader(scene: &mut Scene, (x, y): (f64, f64), area: Area) {
    let (to_x, to_y) = (x.clamp(area[0], area[2]), y.clamp(area[1], area[3]));
    let far = (to_x - x).hypot(to_y - y);
    if far > DOT + NEAR {
        let start = (x + (to_x - x) * DOT / far, y + (to_y - y) * DOT / far);
        scene.shapes.push(Shape::Line(vec![start, (to_x, to_y)], 1.0, AXIS));
    }
}

/// Background of a corner.
fn ground(quadrant: Quadrant) -> Color {
    match quadrant {
        Quadrant::Fix => (253, 240, 230),
        Quadrant::Maintain => (233, 243, 249),
        Quadrant::Watch | Quadrant::Secondary => (248, 249, 250),
    }
}

/// Colour of its name and of its points.
fn ink(quadrant: Quadrant) -> Color {
    match quadrant {
        Quadrant::Fix => BAD_INK,
        Quadrant::Maintain => GOOD,
        Quadrant::Watch | Quadrant::Secondary => MUTED,
    }
}

#[cfg(test)]
mod tests {
    use super::super::check::{odd, sound, written};
    use super::*;
    use crate::driver::{Measured, Position};
    use proptest::prelude::*;

    const BASE: PriorityBase = PriorityBase { metric: Metric::Nps, n: 2100, r2: 0.8, level: 0.95 };

    fn rows(given: &[(&str, f64, f64, f64)]) -> Vec<Priority> {
        let around = |value: f64, half: f64| Measured { value, low: value - half, high: value + half };
        let positions: Vec<Position> = given
            .iter()
            .map(|(label, importance, performance, half)| Position {
                id: (*label).to_owned(),
                label: (*label).to_owned(),
                importance: around(*importance, half / 400.0),
                performance: around(*performance, *half),
            })
            .collect();
        crate::driver::priorities("nps", &positions, None)
    }

    fn draw(rows: &[Priority], lang: Lang) -> Option<Figure> {
        priorities(&rows.iter().collect::<Vec<_>>(), BASE, "Note ?", lang).unwrap()
    }

    #[test]
    fn nothing_to_draw() {
        assert_eq!(draw(&[], Lang::Fr), None);
        let two = rows(&[("Prix", 0.3, 40.0, 2.0), ("Accueil", 0.2, 70.0, 2.0)]);
        assert_eq!(draw(&two[..1], Lang::Fr), None);
        let refs: Vec<&Priority> = two.iter().collect();
        assert_eq!(priorities(&refs, PriorityBase { r2: 0.0, ..BASE }, "?", Lang::Fr), Ok(None));
    }

    #[test]
    fn each_corner_is_named_as_in_the_table() {
        let data = rows(&[
            ("Prix & <offre>", 0.3, 40.0, 2.0),
            ("Accueil", 0.28, 80.0, 2.0),
            ("Clarté", 0.1, 38.0, 2.0),
            ("Boutique", 0.12, 61.0, 9.0),
        ]);
        let figure = draw(&data, Lang::Fr).unwrap();
        let names = ["À corriger en priorité", "À maintenir", "À surveiller", "Atout secondaire"];
        sound(&figure, &names);
        sound(&figure, &["Prix & <offre>", "Accueil", "Clarté", "Boutique"]);
        assert!(
            figure.caption.starts_with("À corriger en priorité\u{a0}: «\u{a0}Prix & <offre>\u{a0}»"),
            "{}",
            figure.caption
        );
        assert!(written(&figure).contains("Rond évidé"), "one of them is to be confirmed");
        assert_eq!(draw(&data, Lang::Fr).unwrap(), figure);
        sound(&draw(&data, Lang::En).unwrap(), &["Fix first", "Accueil"]);
    }

    #[test]
    fn two_dimensions_and_forty() {
        let pair = rows(&[("Prix", 0.3, 40.0, 0.0), ("Accueil", 0.3, 40.0, 0.0)]);
        sound(&draw(&pair, Lang::Fr).unwrap(), &["Prix", "Accueil"]);
        let long = "Relations avec les conseillers de la région Provence-Alpes-Côte d’Azur & partenaires";
        let names: Vec<String> = (0..40).map(|i| format!("D{i} {long}")).collect();
        let given: Vec<(&str, f64, f64, f64)> = names
            .iter()
            .enumerate()
            .map(|(i, name)| {
                (name.as_str(), 0.02 + (i % 7) as f64 / 300.0, 60.0 + (i * 13 % 40) as f64 / 6.0, 1.0)
            })
            .collect();
        let figure = draw(&rows(&given), Lang::En).unwrap();
        sound(&figure, &[]);
        for i in 0..40 {
            assert!(figure.svg.contains(&format!("\nD{i} ")), "D{i} has its label");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(12))]

        #[test]
        fn labels_never_overlap(
            given in proptest::collection::vec((0.001..0.5f64, 0.0..100.0f64, 0.0..30.0f64), 2..21),
        ) {
            let names: Vec<String> =
                (0..given.len()).map(|i| format!("D{i} qualité de service et de suivi")).collect();
            let given: Vec<(&str, f64, f64, f64)> =
                names.iter().zip(&given).map(|(name, (i, p, h))| (name.as_str(), *i, *p, *h)).collect();
            sound(&draw(&rows(&given), Lang::Fr).unwrap(), &[]);
        }

        #[test]
        fn no_number_makes_it_fail(importance in odd(), performance in odd(), half in odd()) {
            let given = [("Prix", importance, performance, half), ("Accueil", 0.2, 60.0, 3.0), ("Box", 0.1, 50.0, 3.0)];
            prop_assert!(priorities(&rows(&given).iter().collect::<Vec<_>>(), BASE, "?", Lang::Fr).is_ok());
        }
    }
}
