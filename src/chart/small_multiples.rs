//! Small multiples: one small plot an agent, a queue or a segment, all on one axis, each beside the whole.

use super::font::{Weight, drawable, width, wrap};
use super::frame::dashed;
use super::input::Heading;
use super::measure::Measure;
use super::multiples_words::{caption, reading};
use super::panel::{BEHIND, Place, ends, mark};
use super::scene::{Align, widest};
use super::sheet::Sheet;
use super::style::{MARGIN, MUTED, SMALL, WIDTH, colon};
use super::{ChartError, Figure};
use crate::centre::Better;
use crate::lang::Lang;

/// Panels at most; beyond, the smallest bases are left out.
pub(super) const PANELS: usize = 40;
/// Height of a small plot, where there are few panels and where there are many.
const PLOT: [f64; 2] = [84.0, 58.0];
/// Panels that are few.
const FEW: usize = 6;
/// Height of the plot of a value alone.
const BAR: f64 = 22.0;
/// Height of a panel's name and value, the name on one line.
pub(super) const HEAD: f64 = 38.0;
/// Height of one more line of the name.
pub(super) const LINE: f64 = 15.0;
/// Space between panels: across, down.
const BETWEEN: (f64, f64) = (20.0, 16.0);

/// One indicator for many agents, queues or segments.
#[derive(Debug, Clone, PartialEq)]
pub struct Multiples {
    /// What stands around the figure.
    pub heading: Heading,
    /// What the values are.
    pub unit: Measure,
    /// Which way is better: panels stand from best to worst, or from high to low where neither way is.
    pub better: Better,
    /// Name of the whole, as in `ensemble du centre`.
    pub whole: String,
    /// Value of the whole, a dashed line in each panel.
    pub mean: Option<f64>,
    /// The whole by period, behind each panel in the place of the dashed line; empty where it has none.
    pub behind: Vec<Option<f64>>,
    /// Names of the periods, in order of time. With one or none, a panel shows its value and interval.
    pub periods: Vec<String>,
    /// One panel an agent, a queue or a segment; those without a value are counted as hidden.
    pub panels: Vec<Panel>,
    /// Those under the minimum base, already left out of `panels`.
    pub hidden: usize,
}

/// An agent, a queue or a segment.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// Name, pseudonymised if it must be.
    pub name: String,
    /// Value over all periods.
    pub value: Option<f64>,
    /// Lower end of its interval, where known.
    pub low: Option<f64>,
    /// Upper end of its interval, where known.
    pub high: Option<f64>,
    /// Base of the value.
    pub n: u64,
    /// Value by period, in the order of the periods; none under the minimum base.
    pub points: Vec<Option<f64>>,
}

/// Where a panel's interval puts it beside the mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// The better side.
    Better,
    /// The worse side.
    Worse,
    /// Either side, where neither is better.
    Other,
}

impl Multiples {
    /// The mean, where it is a number.
    pub(super) fn mean(&self) -> Option<f64> {
        self.mean.filter(|m| m.is_finite())
    }

    /// The side of the mean on which the whole interval is, where one way is better.
    pub(super) fn side(&self, panel: &Panel) -> Option<Side> {
        let mean = self.mean()?;
        let over = panel.low.is_some_and(|low| low > mean);
        let under = panel.high.is_some_and(|high| high < mean);
        match (self.better, over, under) {
            (_, false, false) => None,
            (Better::Neither, ..) => Some(Side::Other),
            (Better::Higher, true, _) | (Better::Lower, false, _) => Some(Side::Better),
            (Better::Higher, false, _) | (Better::Lower, true, _) => Some(Side::Worse),
        }
    }

    /// Panels that have a value, best first, and how many are left out because there are too many.
    fn sorted(&self) -> (Vec<(&Panel, f64)>, usize) {
        let mut kept: Vec<(&Panel, f64)> =
            self.panels.iter().filter_map(|p| Some((p, p.value.filter(|v| v.is_finite())?))).collect();
        kept.sort_by(|a, b| b.0.n.cmp(&a.0.n).then_with(|| a.0.name.cmp(&b.0.name)));
        let left_out = kept.len().saturating_sub(PANELS);
        kept.truncate(PANELS);
        let sign = if self.better == Better::Lower { -1.0 } else { 1.0 };
        kept.sort_by(|a, b| (b.1 * sign).total_cmp(&(a.1 * sign)).then_with(|| a.0.name.cmp(&b.0.name)));
        (kept, left_out)
    }
}

/// Draws the panels. Nothing when none has a value.
///
/// # Errors
/// When plotters or the PNG encoder fails.
pub fn small_multiples(multiples: &Multiples, lang: Lang) -> Result<Option<Figure>, ChartError> {
    let (panels, left_out) = multiples.sorted();
    if panels.is_empty() {
        return Ok(None);
    }
    let reading = reading(multiples, &panels, left_out, lang);
    let words = multiples.heading.words(caption(multiples, &panels, lang), &reading);
    let mut sheet = Sheet::new(words, lang);
    legend(&mut sheet, multiples, &panels, lang);

    let series = multiples.periods.len() > 1;
    let data: Vec<f64> = panels
        .iter()
        .flat_map(|(panel, value)| {
            let points = panel.points.iter().take(multiples.periods.len()).copied().flatten();
            let ends = [panel.low, panel.high].into_iter().flatten();
            let shown: Vec<f64> = if series { points.collect() } else { ends.chain([*value]).collect() };
            shown
        })
        .chain(multiples.mean())
        .chain(multiples.behind.iter().copied().flatten().filter(|_| series))
        .collect();
    let across = match panels.len() {
        1..=2 => panels.len(),
        3..=9 => 3,
        _ => 4,
    };
    // Labels are the same in every row of panels: their width is known before the rows are.
    let free = multiples.unit.axis(&data, 4.0, 0.0, 1.0);
    let ends = ends(free).map(|end| multiples.unit.tick(end, free.decimals(), lang));
    let left = if series { MARGIN + widest(&ends, SMALL, Weight::Regular) + 10.0 } else { MARGIN };
    let wide = (WIDTH - MARGIN - left - BETWEEN.0 * (across as f64 - 1.0)) / across as f64;
    let high = if series { PLOT[usize::from(panels.len() > FEW)] } else { BAR };
    let names: Vec<Vec<String>> =
        panels.iter().map(|(p, _)| wrap(&drawable(&p.name), SMALL, Weight::Bold, wide, 2)).collect();
    let deep = names.iter().any(|lines| lines.len() > 1);
    let head = if deep { HEAD + LINE } else { HEAD };
    for (i, (panel, value)) in panels.iter().enumerate() {
        let (x0, top) = (left + (wide + BETWEEN.0) * (i % across) as f64, sheet.y + head);
        let (from, to) = if series { (top + high, top) } else { (x0, x0 + wide) };
        let axis = multiples.unit.axis(&data, 4.0, from, to);
        let place = Place { x0, wide, top, high, axis };
        place.name(&mut sheet.scene, &names[i], top - head + 12.0);
        place.head(&mut sheet.scene, multiples, panel, *value, lang);
        if series {
            place.levels(&mut sheet.scene, if i % across == 0 { Some(&ends) } else { None });
            place.line(&mut sheet.scene, panel, multiples);
        } else {
            place.value(&mut sheet.scene, panel, *value, multiples.mean());
        }
        if i + across >= panels.len() {
            let names = if series { periods(multiples) } else { ends.clone() };
            place.feet(&mut sheet.scene, &names);
        }
        if (i + 1) % across == 0 || i + 1 == panels.len() {
            sheet.y = top + high + BETWEEN.1;
        }
    }
    sheet.y += 2.0;
    sheet.finish()
}

/// Names of the first and of the last period.
fn periods(multiples: &Multiples) -> [String; 2] {
    [multiples.periods.first(), multiples.periods.last()].map(|p| p.map_or_else(String::new, |p| drawable(p)))
}

/// The mean's line, and what marks mean, those that are there.
fn legend(sheet: &mut Sheet, multiples: &Multiples, panels: &[(&Panel, f64)], lang: Lang) {
    let (mut x, y) = (MARGIN, sheet.y + 6.0);
    if let Some(mean) = multiples.mean() {
        let value = multiples.unit.label(mean, lang);
        let text = format!("{}{}{value}", drawable(&multiples.whole), colon(lang));
        if multiples.behind.is_empty() {
            dashed(&mut sheet.scene, x, x + 26.0, y - 4.0, MUTED);
        } else {
            sheet.scene.rule(x, x + 26.0, y - 4.0, 2.0, BEHIND);
        }
        sheet.scene.label(&text, (x + 32.0, y), Align::Start, SMALL, MUTED);
        x += 32.0 + width(&text, SMALL, Weight::Regular) + 22.0;
    }
    let sides = [
        (Side::Better, pick!(lang, chart::better_than_the_whole)),
        (Side::Worse, pick!(lang, chart::worse_than_the_whole)),
        (Side::Other, pick!(lang, chart::away_from_the_whole)),
    ];
    for (side, text) in sides {
        if panels.iter().any(|(p, _)| multiples.side(p) == Some(side)) {
            mark(&mut sheet.scene, (x + 5.0, y - 4.0), side);
            sheet.scene.label(text, (x + 16.0, y), Align::Start, SMALL, MUTED);
            x += 16.0 + width(text, SMALL, Weight::Regular) + 22.0;
        }
    }
    sheet.y = if x > MARGIN { y + 14.0 } else { sheet.y };
}

#[cfg(test)]
mod tests {
    use super::super::ChartKind;
    use super::super::check::{odd, sound};
    use super::*;
    use crate::centre::Unit;
    use proptest::prelude::*;

    fn agents(count: usize, weeks: usize, name: &str) -> Multiples {
        let panel = |i: usize| {
            let value = 70.0 + (i * 7 % 25) as f64;
            let point = |w: usize| ((w + i) % 6 != 5).then_some(value + (w * 5 % 7) as f64 - 3.0);
            Panel {
                name: format!("{name}{i:02}"),
                value: Some(value),
                low: Some(value - 4.0),
                high: Some(value + 4.0),
                n: 12 + 40 * i as u64,
                points: (0..weeks).map(point).collect(),
            }
        };
        Multiples {
            heading: Heading::new(ChartKind::Agents, "Par agent"),
            unit: Unit::Percent.into(),
            better: Better::Higher,
            whole: "ensemble du centre".to_owned(),
            mean: Some(82.0),
            behind: Vec::new(),
            periods: (1..=weeks).map(|w| format!("sem. {w}")).collect(),
            panels: (0..count).map(panel).collect(),
            hidden: 3,
        }
    }

    #[test]
    fn nothing_to_draw() {
        assert_eq!(small_multiples(&agents(0, 5, ""), Lang::Fr), Ok(None));
        let mut hidden = agents(2, 5, "");
        hidden.panels.iter_mut().for_each(|p| p.value = None);
        assert_eq!(small_multiples(&hidden, Lang::Fr), Ok(None));
    }

    #[test]
    fn agents_by_week() {
        let data = agents(17, 8, "Agent ");
        let figure = small_multiples(&data, Lang::Fr).unwrap().unwrap();
        sound(&figure, &["Agent 07", "sem. 8", "n\u{a0}=\u{a0}12\u{a0}†", "moins bien que l’ensemble"]);
        assert!(figure.caption.starts_with("De 94,0\u{a0}% (Agent 07) à 70,0\u{a0}% (Agent 00)\u{a0};"));
        sound(&small_multiples(&data, Lang::En).unwrap().unwrap(), &["ensemble du centre: 82.0%"]);
    }

    #[test]
    fn segments_by_wave_before_the_total() {
        let mut data = agents(4, 5, "Région ");
        (data.unit, data.whole) = (crate::metric::Metric::Csat.into(), "ensemble".to_owned());
        data.behind = vec![Some(80.0), Some(85.0), None, Some(82.0), Some(f64::NAN)];
        let figure = small_multiples(&data, Lang::Fr).unwrap().unwrap();
        sound(&figure, &["ensemble\u{a0}: 82,0\u{a0}%", "Région 03", "sem. 5"]);
        assert!(figure.caption.contains("\u{a0}; ensemble\u{a0}: 82,0\u{a0}%. Sur 4"), "{}", figure.caption);
    }

    #[test]
    fn one_period_two_agents_and_many_long_names() {
        sound(&small_multiples(&agents(2, 1, "A"), Lang::En).unwrap().unwrap(), &["A00", "A01"]);
        let long = agents(43, 12, "Un nom d’agent <&> bien trop long pour son petit cadre ");
        let figure = small_multiples(&long, Lang::Fr).unwrap().unwrap();
        sound(&figure, &[]);
        assert!(figure.svg.contains("autres, non dessinées\u{a0}: 3"));
    }

    #[test]
    fn best_first_whichever_way_is_better() {
        let mut data = agents(3, 1, "");
        let names = |data: &Multiples| data.sorted().0.iter().map(|p| p.0.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&data), ["02", "01", "00"]);
        data.better = Better::Lower;
        assert_eq!(names(&data), ["00", "01", "02"]);
        let sides: Vec<_> = data.panels.iter().map(|p| data.side(p)).collect();
        assert_eq!(sides, [Some(Side::Better), Some(Side::Better), None]);
        data.panels[0].value = Some(f64::NAN);
        assert_eq!(names(&data).len(), 2);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(6))]

        #[test]
        fn no_number_makes_it_fail(
            values in proptest::collection::vec(odd(), 12), mean in odd(), weeks in 0..3usize,
        ) {
            let mut data = agents(3, weeks, "");
            data.mean = Some(mean);
            for (panel, four) in data.panels.iter_mut().zip(values.chunks(4)) {
                (panel.value, panel.low, panel.high) = (Some(four[0]), Some(four[1]), Some(four[2]));
                panel.points = vec![Some(four[3]); 2];
            }
            prop_assert!(small_multiples(&data, Lang::En).is_ok());
        }
    }
}
