//! Scores on their scales: the main one large, the others a row each, with interval, bounds and the wave before.

use super::axis::{Axis, Bounds};
use super::cells::ROWS;
use super::font::{Weight, drawable, width, wrap};
use super::gauge_words::{bound, caption, note, verdict, word};
use super::marks::{Mark, TIER, apart};
use super::rows::{Column, Rows};
use super::scene::{Align, Scene, Shape};
use super::sheet::{Sheet, Words};
use super::style::{
    BAD_INK, BODY, Color, INK, MARGIN, MUTED, PLAIN, SMALL, WHITE, WIDTH, answers, base_label,
    interval_label, level_label, tick_label, value_label,
};
use super::{ChartError, ChartKind, Figure};
use crate::lang::Lang;
use crate::metric::{Estimate, Met, Quantity};

/// The whole scale.
const TRACK: Color = (232, 236, 240);
/// The interval on it.
const BAND: Color = (150, 169, 190);
/// Em size of the main value.
const LARGE: f64 = 30.0;

/// A score on its scale.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoreGauge<'a> {
    /// Name of the score, with its question.
    pub name: String,
    /// The last wave, or the total of a study without waves.
    pub now: &'a Estimate,
    /// The wave before, where it has a value.
    pub before: Option<&'a Estimate>,
    /// Lowest and highest value that the score can take.
    pub scale: [f64; 2],
    /// The value to reach.
    pub target: Option<f64>,
    /// The value not to miss.
    pub minimum: Option<f64>,
}

/// A bound of a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// What is aimed at.
    Target,
    /// What must not be missed.
    Minimum,
}

impl ScoreGauge<'_> {
    /// The value, where it is a number.
    pub(super) fn value(&self) -> Option<f64> {
        self.now.value.filter(|v| v.is_finite())
    }

    /// The value of the wave before.
    pub(super) fn previous(&self) -> Option<f64> {
        self.before.and_then(|e| e.value).filter(|v| v.is_finite())
    }

    /// The bounds of the score, and whether each is reached.
    pub(super) fn aims(&self) -> Vec<(Aim, f64, Met)> {
        let bounds = [(Aim::Target, self.target), (Aim::Minimum, self.minimum)];
        let met = |at: f64| Met::new(self.now.ci_low, self.now.ci_high, at);
        bounds
            .into_iter()
            .filter_map(|(aim, at)| at.filter(|a| a.is_finite()).map(|a| (aim, a, met(a))))
            .collect()
    }

    /// The whole scale between two pixels.
    fn axis(&self, from: f64, to: f64) -> Axis {
        let [low, high] = self.scale;
        let mean = self.now.metric.quantity() == Quantity::Mean;
        let ticks = if mean { (high - low).clamp(1.0, 10.0) } else { 10.0 };
        let bounds = Bounds { floor: low, ceiling: high, least: high - low, ticks };
        Axis::new([low, high], bounds, from, to)
    }

    /// Track, interval, bounds, wave before and value, `half` high on both sides of `y`.
    fn draw(&self, scene: &mut Scene, axis: Axis, (from, to): (f64, f64), y: f64, half: f64) {
        scene.rect((from, y - half), (to, y + half), TRACK);
        let Some(value) = self.value() else { return };
        if let (Some(low), Some(high)) = (self.now.ci_low, self.now.ci_high) {
            scene.rect((axis.at(low), y - half), (axis.at(high), y + half), BAND);
        }
        for (aim, at, _) in self.aims() {
            let x = axis.at(at);
            scene.post(x, y - half - 3.0, y + half + 3.0, 2.5, bound_color(aim));
        }
        if let Some(previous) = self.previous() {
            let at = (axis.at(previous), y);
            let radius = if half > 8.0 { 6.5 } else { 5.0 };
            scene.shapes.push(Shape::Dot(at, radius, PLAIN));
            scene.shapes.push(Shape::Dot(at, radius - 2.0, WHITE));
        }
        let thick = if half > 8.0 { 4.0 } else { 3.0 };
        scene.post(axis.at(value), y - half - 2.0, y + half + 2.0, thick + 2.0, WHITE);
        scene.post(axis.at(value), y - half - 2.0, y + half + 2.0, thick, PLAIN);
    }
}

fn bound_color(aim: Aim) -> Color {
    match aim {
        Aim::Target => INK,
        Aim::Minimum => BAD_INK,
    }
}

/// Draws the scores, the first one large; `wave` is the wave that they are of. Those without a value are left out;
/// nothing where none has one.
///
/// # Errors
/// When plotters or the PNG encoder fails.
pub fn gauge(
    gauges: &[ScoreGauge<'_>],
    wave: Option<&str>,
    lang: Lang,
) -> Result<Option<Figure>, ChartError> {
    let mut shown: Vec<&ScoreGauge> = gauges.iter().filter(|g| g.value().is_some()).collect();
    let left_out = shown.len().saturating_sub(ROWS);
    shown.truncate(ROWS);
    let Some((main, others)) = shown.split_first() else { return Ok(None) };
    let title = pick!(lang, chart::scores_on_their_scales);
    let mut sheet = Sheet::new(
        Words {
            kind: ChartKind::Gauge,
            id: ChartKind::Gauge.id().to_owned(),
            title: title.to_owned(),
            question: wave.map_or_else(String::new, |wave| {
                let name = pick!(lang, chart::wave);
                format!("{name}{}{wave}", super::style::colon(lang))
            }),
            caption: caption(main, others, wave, lang),
            note: note(&shown, left_out, lang),
        },
        lang,
    );
    large(&mut sheet, main, lang);
    if !others.is_empty() {
        sheet.y += 26.0;
        rows(&mut sheet, others, lang);
    }
    sheet.finish()
}

/// The main score: its name, its value, its interval in words, its scale from margin to margin.
fn large(sheet: &mut Sheet, main: &ScoreGauge, lang: Lang) {
    let metric = main.now.metric;
    for line in wrap(&drawable(&main.name), BODY, Weight::Bold, WIDTH - 2.0 * MARGIN, 2) {
        sheet.y += 17.0;
        sheet.scene.text(&line, (MARGIN, sheet.y), Align::Start, BODY, Weight::Bold, INK);
    }
    sheet.y += LARGE + 8.0;
    let value = main.value().map_or_else(String::new, |v| value_label(v, metric, lang));
    sheet.scene.text(&value, (MARGIN, sheet.y), Align::Start, LARGE, Weight::Bold, PLAIN);
    let mut x = MARGIN + width(&value, LARGE, Weight::Bold) + 18.0;
    let beside = beside(main, lang);
    sheet.scene.label(&beside, (x, sheet.y), Align::Start, BODY, MUTED);
    x += width(&beside, BODY, Weight::Regular) + 26.0;
    for (aim, at, met) in main.aims() {
        let text = verdict(aim, at, met, metric, lang);
        let long = width(&text, BODY, Weight::Regular) + 20.0;
        if x + long > WIDTH - MARGIN {
            x = MARGIN;
            sheet.y += 24.0;
        }
        met.mark(&mut sheet.scene, (x + 6.0, sheet.y - 5.0));
        sheet.scene.label(&text, (x + 20.0, sheet.y), Align::Start, BODY, INK);
        x += long + 24.0;
    }
    let (from, to) = (MARGIN + 14.0, WIDTH - MARGIN - 14.0);
    let axis = main.axis(from, to);
    let marks = main.aims().into_iter().map(|(aim, at, _)| {
        Mark::new(axis.at(at), bound(aim, at, metric, lang), bound_color(aim), false, WIDTH - MARGIN)
    });
    let marks = apart(marks.collect());
    let tiers = marks.iter().map(|mark| mark.tier + 1).max().unwrap_or(0);
    let y = sheet.y + 14.0 + TIER * tiers as f64 + 16.0;
    for mark in &marks {
        mark.draw(&mut sheet.scene, y - 14.0, y);
    }
    main.draw(&mut sheet.scene, axis, (from, to), y, 13.0);
    for tick in axis.ticks() {
        let text = tick_label(tick, metric, axis.decimals(), lang);
        sheet.scene.post(axis.at(tick), y + 14.0, y + 18.0, 1.0, MUTED);
        sheet.scene.label(&text, (axis.at(tick), y + 31.0), Align::Middle, SMALL, MUTED);
    }
    sheet.y = y + 34.0;
}

/// `[−3,1 ; +3,5] à 95 %, 2 312 réponses`.
fn beside(main: &ScoreGauge, lang: Lang) -> String {
    let estimate = main.now;
    let base = estimate.n.map_or_else(String::new, |n| answers(n, lang));
    match (estimate.ci_low, estimate.ci_high) {
        (Some(low), Some(high)) => {
            let interval = interval_label(low, high, estimate.metric, lang);
            let level = level_label(estimate.level, lang);
            pick!(lang, chart::at(interval, level, base))
        }
        _ => base,
    }
}

/// The other scores, a row each: a scale of its own, its ends in a column.
fn rows(sheet: &mut Sheet, others: &[&ScoreGauge], lang: Lang) {
    let value = |g: &&ScoreGauge| g.value().map_or_else(String::new, |v| value_label(v, g.now.metric, lang));
    let interval = |g: &&ScoreGauge| match (g.now.ci_low, g.now.ci_high) {
        (Some(low), Some(high)) => interval_label(low, high, g.now.metric, lang),
        _ => "–".to_owned(),
    };
    let scale = |g: &&ScoreGauge| {
        let [low, high] = g.scale.map(|end| tick_label(end, g.now.metric, 0, lang));
        match g.now.metric.quantity() {
            Quantity::Share => format!("{}–{high}", lang.number(g.scale[0], 0)),
            Quantity::Net => format!("{low}…{high}"),
            Quantity::Mean => format!("{low}–{high}"),
        }
    };
    let aims = |g: &&ScoreGauge| {
        let told = |(aim, at, met): &(Aim, f64, Met)| {
            let sign = if *aim == Aim::Minimum { "min.\u{a0}" } else { "" };
            format!("{sign}{}\u{a0}: {}", value_label(*at, g.now.metric, lang), word(*aim, *met, lang))
        };
        g.aims().iter().map(told).collect::<Vec<_>>().join(", ")
    };
    let base = |g: &&ScoreGauge| g.now.n.map_or_else(|| "–".to_owned(), |n| base_label(n, lang));
    let mut columns = vec![
        Column { head: "Score".to_owned(), cells: others.iter().map(value).collect() },
        Column {
            head: pick!(lang, chart::interval_in_gauge).to_owned(),
            cells: others.iter().map(interval).collect(),
        },
        Column { head: "n".to_owned(), cells: others.iter().map(base).collect() },
        Column { head: pick!(lang, chart::scale).to_owned(), cells: others.iter().map(scale).collect() },
    ];
    if others.iter().any(|g| !g.aims().is_empty()) {
        let head = pick!(lang, chart::target_in_gauge).to_owned();
        columns.push(Column { head, cells: others.iter().map(aims).collect() });
    }
    let labels: Vec<&str> = others.iter().map(|g| g.name.as_str()).collect();
    let page = Rows::new(sheet, &labels, &columns, None);
    let (from, to) = (page.left + 4.0, page.right - 4.0);
    for (i, other) in others.iter().enumerate() {
        other.draw(&mut sheet.scene, other.axis(from, to), (from, to), page.middle(i), 6.0);
    }
}

#[cfg(test)]
mod tests {
    use super::super::check::{estimate, odd, sound};
    use super::*;
    use crate::metric::Metric;
    use proptest::prelude::*;

    fn of<'a>(name: &str, now: &'a Estimate, scale: [f64; 2]) -> ScoreGauge<'a> {
        ScoreGauge { name: name.to_owned(), now, before: None, scale, target: None, minimum: None }
    }

    #[test]
    fn nothing_to_draw() {
        let hidden = estimate(Metric::Nps, None, None, None, 0);
        assert_eq!(gauge(&[], None, Lang::Fr), Ok(None));
        assert_eq!(gauge(&[of("NPS", &hidden, [-100.0, 100.0])], Some("T1"), Lang::Fr), Ok(None));
    }

    #[test]
    fn bounds_are_judged_in_words() {
        let nps = estimate(Metric::Nps, Some("T4"), None, Some([5.0, 12.0, 19.0]), 577);
        let before = estimate(Metric::Nps, Some("T3"), None, Some([15.0, 21.0, 27.0]), 560);
        let main = ScoreGauge {
            before: Some(&before),
            target: Some(30.0),
            minimum: Some(10.0),
            ..of("NPS – Recommanderiez-vous <Filambule> & Cie ?", &nps, [-100.0, 100.0])
        };
        let csat = estimate(Metric::Csat, Some("T4"), None, Some([61.0, 65.0, 69.0]), 25);
        let second = ScoreGauge { target: Some(60.0), ..of("Satisfaction", &csat, [0.0, 100.0]) };
        let mean = estimate(Metric::RatingMean, Some("T4"), None, Some([7.1, 7.2, 7.3]), 800);
        let third = of("Réseau", &mean, [1.0, 10.0]);
        let all = [main, second, third];
        let figure = gauge(&all, Some("2025-T4"), Lang::Fr).unwrap().unwrap();
        sound(
            &figure,
            &[
                "+12,0",
                "objectif\u{a0}: +30,0",
                "minimum\u{a0}: +10,0",
                "Satisfaction",
                "25\u{a0}†",
                "1–10",
                "60,0\u{a0}%\u{a0}: atteint",
            ],
        );
        assert_eq!(
            figure.caption.replace('\u{a0}', " "),
            "Le NPS est de +12,0 (2025-T4), contre +21,0 à la vague précédente (T3) ; objectif de +30,0 : manqué ; \
             minimum de +10,0 : indécis, l’intervalle le contient. Autres objectifs atteints : 1 sur 1."
        );
        sound(&gauge(&all, None, Lang::En).unwrap().unwrap(), &["target: +30.0", "7.20"]);
        sound(&gauge(&all[2..], None, Lang::En).unwrap().unwrap(), &["7.20", "10"]);
    }

    #[test]
    fn many_scores_with_long_names() {
        let cell = estimate(Metric::RatingMean, None, None, Some([3.0, 3.5, 4.0]), 44);
        let long =
            "Les conseillers de <l’agence> & du service client répondent clairement à mes « questions »";
        let all: Vec<ScoreGauge> = (0..44)
            .map(|i| ScoreGauge { target: Some(4.0), ..of(&format!("{i} {long}"), &cell, [1.0, 5.0]) })
            .collect();
        let figure = gauge(&all, None, Lang::Fr).unwrap().unwrap();
        sound(&figure, &[]);
        assert!(figure.svg.contains("4 scores ne sont pas montrés"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(6))]

        #[test]
        fn no_number_makes_it_fail(values in proptest::collection::vec(odd(), 7)) {
            let cell = estimate(Metric::Csat, None, None, Some([values[0], values[1], values[2]]), 5);
            let mut odd = of("a", &cell, [values[3], values[4]]);
            (odd.target, odd.minimum, odd.before) = (Some(values[5]), Some(values[6]), Some(&cell));
            prop_assert!(gauge(&[odd.clone(), odd], None, Lang::Fr).is_ok());
        }
    }
}
