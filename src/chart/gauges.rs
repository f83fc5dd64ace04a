//! Indicators against their targets: one row an indicator, its value as a share of what is aimed at.

use super::axis::{Axis, Bounds};
use super::font::{Weight, brief, width};
use super::input::Heading;
use super::rows::{Column, Rows};
use super::scene::{Align, Scene, Shape};
use super::sheet::Sheet;
use super::style::{BAD, Color, GOOD, INK, MUTED, NEUTRAL, SMALL};
use super::{ChartError, Figure};
use crate::centre::{Better, Unit, duration_note};
use crate::lang::Lang;
use crate::metric::Met;

/// Values are drawn up to twice their target.
const MOST: f64 = 200.0;
/// Room for the mark of a row, on the right of its bar.
const MARK: f64 = 34.0;
/// Background of an alert band.
const BAND: Color = (253, 226, 190);

/// Indicators that have a target.
#[derive(Debug, Clone, PartialEq)]
pub struct Gauges {
    /// What stands around the figure.
    pub heading: Heading,
    /// One row an indicator, in the order given; without a target above zero a row has no bar.
    pub rows: Vec<Gauge>,
}

/// An indicator and its target.
#[derive(Debug, Clone, PartialEq)]
pub struct Gauge {
    /// Name.
    pub name: String,
    /// Unit of all that follows.
    pub unit: Unit,
    /// Which way is better; a target is then a floor or a ceiling.
    pub better: Better,
    /// Value; none where it is hidden or cannot be computed.
    pub value: Option<f64>,
    /// Lower end of its interval, where known.
    pub low: Option<f64>,
    /// Upper end of its interval, where known.
    pub high: Option<f64>,
    /// Value aimed at.
    pub target: f64,
    /// Value at which the alert begins, on the worse side of the target: between both is the alert band.
    pub alert: Option<f64>,
    /// Whether the target is reached.
    pub met: Met,
}

/// How a row says whether its target is reached.
impl Met {
    pub(super) fn word(self, lang: Lang) -> &'static str {
        match self {
            Self::Yes => pick!(lang, chart::met),
            Self::No => pick!(lang, chart::missed_in_gauges),
            Self::Undecided => pick!(lang, chart::undecided),
        }
    }

    pub(super) fn color(self) -> Color {
        match self {
            Self::Yes => GOOD,
            Self::No => BAD,
            Self::Undecided => NEUTRAL,
        }
    }

    /// A tick, a cross, or a ring.
    pub(super) fn mark(self, scene: &mut Scene, (x, y): (f64, f64)) {
        let line = |points: Vec<(f64, f64)>| Shape::Line(points, 2.5, self.color());
        match self {
            Self::Yes => {
                scene.shapes.push(line(vec![(x - 6.0, y), (x - 2.0, y + 4.5), (x + 6.0, y - 5.0)]));
            }
            Self::No => {
                scene.shapes.push(line(vec![(x - 5.0, y - 5.0), (x + 5.0, y + 5.0)]));
                scene.shapes.push(line(vec![(x - 5.0, y + 5.0), (x + 5.0, y - 5.0)]));
            }
            Self::Undecided => {
                scene.shapes.push(Shape::Dot((x, y), 5.5, MUTED));
                scene.shapes.push(Shape::Dot((x, y), 3.2, super::style::WHITE));
            }
        }
    }
}

impl Gauge {
    /// A number as a percentage of the target; none without a target above zero.
    fn part(&self, value: Option<f64>) -> Option<f64> {
        let value = value.filter(|v| v.is_finite())?;
        (self.target > 0.0 && self.target.is_finite()).then(|| value / self.target * 100.0)
    }

    /// `≥ 90,0 %`, `≤ 300 s`.
    fn aim(&self, lang: Lang) -> String {
        let target = self.unit.label(self.target, lang);
        match self.better {
            Better::Higher => format!("≥\u{a0}{target}"),
            Better::Lower => format!("≤\u{a0}{target}"),
            Better::Neither => target,
        }
    }
}

/// Draws the indicators. Nothing when none has a value.
///
/// # Errors
/// When plotters or the PNG encoder fails.
pub fn gauges(gauges: &Gauges, lang: Lang) -> Result<Option<Figure>, ChartError> {
    let rows = &gauges.rows;
    let known = |row: &Gauge| row.value.is_some_and(f64::is_finite);
    if !rows.iter().any(known) {
        return Ok(None);
    }
    let mut sheet = Sheet::new(gauges.heading.words(caption(rows, lang), &reading(rows, lang)), lang);
    let labels: Vec<&str> = rows.iter().map(|r| r.name.as_str()).collect();
    let value = |r: &Gauge| r.value.map_or_else(|| "–".to_owned(), |v| r.unit.label(v, lang));
    let word = |r: &Gauge| if known(r) { r.met.word(lang) } else { "" }.to_owned();
    let columns = [
        Column { head: String::new(), cells: rows.iter().map(word).collect() },
        Column { head: pick!(lang, chart::value).to_owned(), cells: rows.iter().map(value).collect() },
        Column {
            head: pick!(lang, chart::target_in_gauge).to_owned(),
            cells: rows.iter().map(|r| r.aim(lang)).collect(),
        },
    ];
    let page = Rows::new(&mut sheet, &labels, &columns, None);
    let parts = rows.iter().flat_map(|r| [r.part(r.value), r.part(r.high), r.part(r.alert)]).flatten();
    let bounds = Bounds { floor: 0.0, ceiling: MOST, least: 120.0, ticks: 5.0 };
    let axis = Axis::new(parts.map(|p| p.min(MOST)).chain([0.0]), bounds, page.left, page.right - MARK);
    let head = pick!(lang, chart::target);
    let half = width(head, SMALL, Weight::Regular) / 2.0;
    page.grid(&mut sheet, axis, &|t| lang.percent(t, 0));
    for (i, row) in rows.iter().enumerate() {
        bar(&mut sheet.scene, &page, axis, i, row);
        if known(row) {
            row.met.mark(&mut sheet.scene, (page.right - MARK / 2.0 + 6.0, page.middle(i)));
        }
    }
    let x = axis.at(100.0);
    sheet.scene.post(x, page.top - 4.0, page.bottom + 4.0, 2.0, INK);
    sheet.scene.label(head, (x.min(page.right - half), page.top - 9.0), Align::Middle, SMALL, INK);
    sheet.finish()
}

/// Alert band, bar and interval of a row.
fn bar(scene: &mut Scene, page: &Rows, axis: Axis, i: usize, row: &Gauge) {
    let y = page.middle(i);
    if let Some(alert) = row.part(row.alert) {
        scene.rect((axis.at(alert), y - 11.0), (axis.at(100.0), y + 11.0), BAND);
    }
    let Some(part) = row.part(row.value) else { return };
    let (x0, x1) = (axis.at(0.0), axis.at(part));
    scene.rect((x0, y - 6.0), (x1, y + 6.0), row.met.color());
    if let (Some(low), Some(high)) = (row.part(row.low).filter(|&low| low < MOST), row.part(row.high)) {
        page.whisker(scene, axis, i, (low, high));
    }
    if part > MOST {
        scene.label("›", (x1 + 4.0, y + 4.0), Align::Start, SMALL, INK);
    }
}

/// How many are reached, and which are missed.
fn caption(rows: &[Gauge], lang: Lang) -> String {
    let known: Vec<&Gauge> = rows.iter().filter(|r| r.value.is_some_and(f64::is_finite)).collect();
    let of = |wanted: Met| known.iter().filter(|r| r.met == wanted).copied().collect::<Vec<_>>();
    let (met, missed, undecided) = (of(Met::Yes), of(Met::No), of(Met::Undecided));
    let all = known.len();
    let mut out = match met.len() {
        n @ (0 | 1) => pick!(lang, chart::target_met(n, all)),
        n => pick!(lang, chart::targets_met(n, all)),
    };
    let told = |rows: &[&Gauge]| {
        let row = |r: &&Gauge| {
            let value = r.value.map_or_else(String::new, |v| r.unit.label(v, lang));
            pick!(lang, chart::for_word(brief(&r.name), value, r.aim(lang)))
        };
        let named: Vec<String> = rows.iter().take(5).map(row).collect();
        let more = if rows.len() > 5 { "…" } else { "" };
        format!("{}{more}", named.join(", "))
    };
    out = match missed.len() {
        0 => out,
        1 => pick!(lang, chart::target_missed(out, told(&missed))),
        _ => pick!(lang, chart::targets_missed(out, told(&missed))),
    };
    if !undecided.is_empty() {
        out = pick!(lang, chart::undecided_the_interval_holds_the_target(out, undecided.len()));
    }
    format!("{out}.")
}

/// How to read the bars, and what marks mean.
fn reading(rows: &[Gauge], lang: Lang) -> String {
    let mut out = vec![pick!(lang, chart::bar_value_in_of_its_target_a_target)];
    if !rows.iter().any(|r| r.better == Better::Lower) {
        out = vec![pick!(lang, chart::bar_value_in_of_its_target)];
    }
    if rows.iter().any(|r| r.low.is_some() && r.high.is_some()) {
        out.push(pick!(lang, chart::thin_line_confidence_interval));
    }
    if rows.iter().any(|r| r.part(r.alert).is_some()) {
        out.push(pick!(lang, chart::pale_band_alert_zone));
    }
    if rows.iter().any(|r| r.value.is_some_and(|v| r.unit.in_days(v)) || r.unit.in_days(r.target)) {
        out.push(duration_note(lang));
    }
    if rows.iter().any(|r| r.part(r.value).is_some_and(|p| p > MOST)) {
        out.push(pick!(lang, chart::more_than_twice_the_target));
    }
    out.join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::ChartKind;
    use super::super::check::{odd, sound};
    use super::*;
    use proptest::prelude::*;

    fn gauge(name: &str, unit: Unit, better: Better, [value, target]: [f64; 2], met: Met) -> Gauge {
        Gauge {
            name: name.to_owned(),
            unit,
            better,
            value: Some(value),
            low: Some(value * 0.97),
            high: Some(value * 1.03),
            target,
            alert: Some(if better == Better::Lower { target * 1.1 } else { target * 0.9 }),
            met,
        }
    }

    fn draw(rows: Vec<Gauge>, lang: Lang) -> Option<Figure> {
        let heading = Heading::new(ChartKind::Targets, "Objectifs");
        gauges(&Gauges { heading, rows }, lang).unwrap()
    }

    #[test]
    fn nothing_to_draw() {
        assert_eq!(draw(Vec::new(), Lang::Fr), None);
        let mut none = gauge("a", Unit::Percent, Better::Higher, [1.0, 2.0], Met::No);
        none.value = None;
        assert_eq!(draw(vec![none], Lang::Fr), None);
    }

    #[test]
    fn reached_missed_undecided() {
        let mut rows = vec![
            gauge("Taux de qualité de service", Unit::Percent, Better::Higher, [92.1, 90.0], Met::Yes),
            gauge("Durée moyenne de traitement", Unit::Seconds, Better::Lower, [341.0, 300.0], Met::No),
            gauge("Satisfaction", Unit::Percent, Better::Higher, [79.0, 80.0], Met::Undecided),
            gauge("Attente", Unit::Seconds, Better::Lower, [90.0, 20.0], Met::No),
        ];
        let figure = draw(rows.clone(), Lang::Fr).unwrap();
        sound(&figure, &["atteint", "manqué", "indécis", "≥\u{a0}90,0\u{a0}%", "≤\u{a0}5\u{a0}min", "›"]);
        assert!(
            figure.caption.starts_with("1 objectif atteint sur 4\u{a0}; manqués\u{a0}: Durée"),
            "{}",
            figure.caption
        );
        rows[1].value = None;
        sound(&draw(rows, Lang::En).unwrap(), &["met", "missed", "undecided", "–"]);
    }

    #[test]
    fn two_rows_odd_targets_and_forty_long_names() {
        let odd = |target| gauge("NPS", Unit::Points, Better::Higher, [-12.0, target], Met::No);
        sound(&draw(vec![odd(0.0), odd(30.0)], Lang::Fr).unwrap(), &["−12"]);
        sound(&draw(vec![odd(-5.0), odd(f64::NAN)], Lang::En).unwrap(), &[]);
        let long = |i: usize| {
            let name =
                format!("{i}e indicateur, au nom bien trop long <&> pour une seule ligne du tableau de bord");
            gauge(&name, Unit::Euros, Better::Lower, [3.0 + i as f64, 20.0], Met::Yes)
        };
        sound(&draw((0..40).map(long).collect(), Lang::Fr).unwrap(), &[]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(6))]

        #[test]
        fn no_number_makes_it_fail(values in proptest::collection::vec(odd(), 10)) {
            let row = |five: &[f64]| Gauge {
                value: Some(five[0]),
                low: Some(five[1]),
                high: Some(five[2]),
                target: five[3],
                alert: Some(five[4]),
                ..gauge("a", Unit::Seconds, Better::Lower, [1.0, 1.0], Met::Undecided)
            };
            let rows = values.chunks(5).map(row).collect();
            let data = Gauges { heading: Heading::new(ChartKind::Targets, ""), rows };
            prop_assert!(gauges(&data, Lang::En).is_ok());
        }
    }
}
