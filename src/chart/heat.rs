//! Heat maps of a week: days across, hours down as in a diary, one panel an indicator, its value in each cell.

use super::font::{Weight, brief, drawable, ellipsis, width, wrap};
use super::heat_scale::HeatScale;
use super::input::{Heading, small_base};
use super::scene::{Align, Scene, widest};
use super::sheet::Sheet;
use super::style::{BODY, Color, INK, MARGIN, SMALL, SMALL_BASE, WIDTH, counted};
use super::{ChartError, Figure};
use crate::centre::{Better, Unit};
use crate::lang::Lang;

/// Space between two panels.
const BETWEEN: f64 = 26.0;
/// Longest name of an hour.
const HOUR: f64 = 150.0;
/// Widest cell, so that two days do not make two slabs.
const WIDEST: f64 = 92.0;
/// Days beyond which a panel takes the whole width.
const SIDE_BY_SIDE: usize = 8;
/// Background of a closed hour.
const CLOSED: Color = (243, 245, 247);
/// A week in cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Heat {
    /// What stands around the figure.
    pub heading: Heading,
    /// Names of the days, in order: columns.
    pub days: Vec<String>,
    /// Names of the hours, in order: rows.
    pub hours: Vec<String>,
    /// One map an indicator, two on a line.
    pub panels: Vec<HeatPanel>,
}

/// One indicator over the week.
#[derive(Debug, Clone, PartialEq)]
pub struct HeatPanel {
    /// Name of the indicator; its unit is added.
    pub title: String,
    /// Unit of the values.
    pub unit: Unit,
    /// Which way is better.
    pub better: Better,
    /// Value aimed at: colours then say on which side of it a cell is. Of no use where neither way is better.
    pub target: Option<f64>,
    /// Cells by day, then by hour; one that is not there is closed.
    pub cells: Vec<Vec<HeatCell>>,
}

/// One hour of the week.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum HeatCell {
    /// Closed, or nothing happened.
    Closed,
    /// Under the minimum base.
    Hidden,
    /// A value, and the base of what is a share or a mean.
    Shown {
        /// In the unit of the panel; one that is not finite counts as closed.
        value: f64,
        /// Base; none for a volume.
        n: Option<u64>,
    },
}

impl HeatPanel {
    fn cell(&self, day: usize, hour: usize) -> HeatCell {
        match self.cells.get(day).and_then(|hours| hours.get(hour)) {
            Some(HeatCell::Shown { value, .. }) if !value.is_finite() => HeatCell::Closed,
            Some(cell) => *cell,
            None => HeatCell::Closed,
        }
    }

    fn aim(&self) -> Option<f64> {
        self.target.filter(|t| t.is_finite() && self.better != Better::Neither)
    }
}

/// Draws the week. Nothing when no cell has a value.
///
/// # Errors
/// When plotters or the PNG encoder fails.
pub fn heat(heat: &Heat, lang: Lang) -> Result<Option<Figure>, ChartError> {
    let panels: Vec<(&HeatPanel, HeatScale)> =
        heat.panels.iter().filter_map(|p| Some((p, scale(p, &heat.days, &heat.hours)?))).collect();
    if panels.is_empty() {
        return Ok(None);
    }
    let caption =
        panels.iter().map(|(panel, scale)| sentence(heat, panel, *scale, lang)).collect::<Vec<_>>().join(" ");
    let mut sheet = Sheet::new(heat.heading.words(caption, &reading(heat, &panels, lang)), lang);
    let grid = Grid::new(heat, panels.len());
    for line in panels.chunks(grid.across) {
        let titles: Vec<Vec<String>> = line.iter().map(|(panel, _)| grid.title(panel, lang)).collect();
        let lines = titles.iter().map(Vec::len).max().unwrap_or(1);
        let top = sheet.y + 17.0 * lines as f64 + 4.0;
        let head = grid.days(heat, &mut sheet.scene, top, line.len(), lang);
        let bottom = head + grid.row * heat.hours.len() as f64;
        for (h, hour) in heat.hours.iter().enumerate() {
            let y = head + grid.row * (h as f64 + 0.5) + SMALL * 0.36;
            let name = ellipsis(&drawable(hour), SMALL, Weight::Regular, HOUR);
            sheet.scene.label(&name, (grid.left - 8.0, y), Align::End, SMALL, INK);
        }
        for (i, ((panel, scale), title)) in line.iter().zip(&titles).enumerate() {
            let left = grid.panel(i);
            for (k, words) in title.iter().enumerate() {
                let at = (left, sheet.y + 13.0 + 17.0 * k as f64);
                sheet.scene.text(words, at, Align::Start, BODY, Weight::Bold, INK);
            }
            cells(&mut sheet.scene, heat, panel, *scale, &grid, (left, head), lang);
            scale.legend(&mut sheet.scene, panel.unit, (left, bottom + 12.0), lang);
        }
        sheet.y = bottom + 44.0;
    }
    sheet.y -= 12.0;
    sheet.finish()
}

/// Where cells are.
struct Grid {
    across: usize,
    left: f64,
    cell: f64,
    row: f64,
    wide: f64,
}

impl Grid {
    fn new(heat: &Heat, panels: usize) -> Self {
        let hours: Vec<String> =
            heat.hours.iter().map(|h| ellipsis(&drawable(h), SMALL, Weight::Regular, HOUR)).collect();
        let left = MARGIN + widest(&hours, SMALL, Weight::Regular) + 8.0;
        let across = if heat.days.len() <= SIDE_BY_SIDE { panels.min(2) } else { 1 };
        let room = WIDTH - MARGIN - left;
        let panel = (room - BETWEEN * (across as f64 - 1.0)) / across as f64;
        let cell = (panel / heat.days.len().max(1) as f64).min(WIDEST);
        let row = match heat.hours.len() {
            0..=14 => 27.0,
            15..=24 => 23.0,
            _ => 19.0,
        };
        Self { across, left, cell, row, wide: panel }
    }

    fn panel(&self, i: usize) -> f64 {
        self.left + (self.wide + BETWEEN) * i as f64
    }

    fn title(&self, panel: &HeatPanel, lang: Lang) -> Vec<String> {
        let symbol = panel.unit.symbol(lang);
        let unit = if symbol.is_empty() { String::new() } else { format!(" ({symbol})") };
        wrap(&format!("{}{unit}", drawable(&panel.title)), BODY, Weight::Bold, self.wide, 2)
    }

    /// Names of the days over each panel: whole, cut to three letters, or upright. Gives the top of the cells.
    fn days(&self, heat: &Heat, scene: &mut Scene, top: f64, panels: usize, lang: Lang) -> f64 {
        let whole: Vec<String> = heat.days.iter().map(|d| drawable(d)).collect();
        // A name cut short ends with a full stop in French, with nothing in English.
        let stop = lang.pick(".", "");
        let cut: Vec<String> = whole.iter().map(|d| d.chars().take(3).collect::<String>() + stop).collect();
        let fits = |names: &[String]| widest(names, SMALL, Weight::Regular) + 4.0 <= self.cell;
        let apart = cut.iter().enumerate().all(|(i, name)| !cut[..i].contains(name));
        let upright = !(fits(&whole) || apart && fits(&cut));
        let names = match (fits(&whole), upright) {
            (true, _) => whole,
            (false, false) => cut,
            (false, true) => whole.iter().map(|d| ellipsis(d, SMALL, Weight::Regular, HOUR)).collect(),
        };
        let high = if upright { widest(&names, SMALL, Weight::Regular) } else { SMALL };
        for i in 0..panels {
            for (d, name) in names.iter().enumerate() {
                let x = self.panel(i) + self.cell * (d as f64 + 0.5);
                if upright {
                    let long = width(name, SMALL, Weight::Regular);
                    scene.upward(name, x, top + 6.0 + high - long, SMALL, INK);
                } else {
                    scene.label(name, (x, top + 4.0 + SMALL), Align::Middle, SMALL, INK);
                }
            }
        }
        top + high + 12.0
    }
}

fn cells(
    scene: &mut Scene,
    heat: &Heat,
    panel: &HeatPanel,
    scale: HeatScale,
    grid: &Grid,
    (left, top): (f64, f64),
    lang: Lang,
) {
    for d in 0..heat.days.len() {
        for h in 0..heat.hours.len() {
            let (x, y) = (left + grid.cell * d as f64, top + grid.row * h as f64);
            let (text, fill) = match panel.cell(d, h) {
                HeatCell::Closed => (String::new(), CLOSED),
                HeatCell::Hidden => ("–".to_owned(), CLOSED),
                HeatCell::Shown { value, n } => {
                    let flag = if n.is_some_and(|n| n < SMALL_BASE) { "†" } else { "" };
                    (format!("{}{flag}", panel.unit.bare(value, scale.fine, lang)), scale.color(value))
                }
            };
            scene.rect((x, y), (x + grid.cell - 1.0, y + grid.row - 1.0), fill);
            let size =
                [BODY, SMALL, 10.5].into_iter().find(|&s| width(&text, s, Weight::Regular) + 3.0 < grid.cell);
            if let Some(size) = size {
                let at = (x + grid.cell / 2.0 - 0.5, y + grid.row / 2.0 - 0.5 + size * 0.36);
                scene.label(&text, at, Align::Middle, size, INK);
            }
        }
    }
}

/// The colours of a panel; none without a value. A cell of a small base takes those of the others: 1 call of 2 would
/// make them all pale.
fn scale(panel: &HeatPanel, days: &[String], hours: &[String]) -> Option<HeatScale> {
    let cells = shown(panel, days, hours);
    let values = |small: bool| -> Vec<f64> {
        cells.iter().filter(|(d, h, _)| small || !is_small(panel.cell(*d, *h))).map(|cell| cell.2).collect()
    };
    let sound = values(false);
    let values = if sound.len() < 2 { values(true) } else { sound };
    HeatScale::of(&values, panel.aim(), panel.better)
}

/// Whether a value rests on a small base.
fn is_small(cell: HeatCell) -> bool {
    matches!(cell, HeatCell::Shown { n: Some(n), .. } if n < SMALL_BASE)
}

/// Day, hour and value of the cells that have one.
fn shown(panel: &HeatPanel, days: &[String], hours: &[String]) -> Vec<(usize, usize, f64)> {
    let places = (0..days.len()).flat_map(|d| (0..hours.len()).map(move |h| (d, h)));
    let value = |(d, h)| {
        if let HeatCell::Shown { value, .. } = panel.cell(d, h) { Some((d, h, value)) } else { None }
    };
    places.filter_map(value).collect()
}

/// What the marks in the cells mean, those that are there.
fn reading(heat: &Heat, panels: &[(&HeatPanel, HeatScale)], lang: Lang) -> String {
    let any = |wanted: &dyn Fn(HeatCell) -> bool| {
        let hours = heat.hours.len();
        panels.iter().any(|(p, _)| (0..heat.days.len()).any(|d| (0..hours).any(|h| wanted(p.cell(d, h)))))
    };
    let mut out: Vec<String> = Vec::new();
    if panels.iter().any(|(p, _)| p.aim().is_some()) {
        out.push(pick!(lang, chart::blue_target_met_orange_missed_darker_farther).to_owned());
    }
    if any(&|c| c == HeatCell::Closed) {
        out.push(pick!(lang, chart::empty_cell_closed_or_no_call).to_owned());
    }
    if any(&|c| c == HeatCell::Hidden) {
        out.push(pick!(lang, chart::dash_base_under_the_minimum).to_owned());
    }
    if any(&is_small) {
        out.push(small_base(lang));
    }
    out.join(" ")
}

/// From the lowest to the highest cell of a panel, and how many reach the target.
fn sentence(heat: &Heat, panel: &HeatPanel, scale: HeatScale, lang: Lang) -> String {
    let cells = shown(panel, &heat.days, &heat.hours);
    let place = |&(d, h, value): &(usize, usize, f64)| {
        let slot = format!("{}, {}", brief(&heat.days[d]), brief(&heat.hours[h]));
        format!("{} ({slot})", scale.text(value, panel.unit, lang))
    };
    let sound: Vec<_> = cells.iter().filter(|c| !is_small(panel.cell(c.0, c.1))).collect();
    let told = if sound.is_empty() { cells.iter().collect() } else { sound };
    // The first of equal cells, in the order of the week.
    let (Some(low), Some(high)) = (
        told.iter().copied().min_by(|a, b| a.2.total_cmp(&b.2)),
        told.iter().rev().copied().max_by(|a, b| a.2.total_cmp(&b.2)),
    ) else {
        return String::new();
    };
    let title = drawable(&panel.title);
    let range = pick!(lang, chart::from_to(title, place(low), place(high)));
    let Some(aim) = panel.aim() else { return format!("{range}.") };
    let reached = |v: f64| if panel.better == Better::Lower { v <= aim } else { v >= aim };
    let (met, all) = (cells.iter().filter(|c| reached(c.2)).count() as u64, cells.len() as u64);
    let met = counted(met, pick!(lang, chart::slot), pick!(lang, chart::slots), lang);
    let (all, aim) = (lang.count(all), panel.unit.label(aim, lang));
    pick!(lang, chart::target_of_met_in_out_of(range, aim, met, all))
}

#[cfg(test)]
mod tests {
    use super::super::ChartKind;
    use super::super::check::{odd, sound};
    use super::*;
    use proptest::prelude::*;

    fn week(days: &[&str], hours: Vec<String>) -> Heat {
        let cell = |d: usize, h: usize, load: bool| match (d, h) {
            (5.., 0..3) => HeatCell::Closed,
            (2, 1) if !load => HeatCell::Hidden,
            _ if load => HeatCell::Shown { value: 12.0 + ((d * 37 + h * 53) % 97) as f64, n: None },
            _ => {
                HeatCell::Shown { value: 100.0 - ((d * 31 + h * 17) % 40) as f64, n: Some(20 + 7 * h as u64) }
            }
        };
        let panel = |load: bool| HeatPanel {
            title: if load { "Appels offerts par heure" } else { "Niveau de service à 20 s" }.to_owned(),
            unit: if load { Unit::Count } else { Unit::Percent },
            better: if load { Better::Neither } else { Better::Higher },
            target: (!load).then_some(80.0),
            cells: (0..days.len()).map(|d| (0..hours.len()).map(|h| cell(d, h, load)).collect()).collect(),
        };
        let heading = Heading::new(ChartKind::Week, "La semaine");
        let panels = vec![panel(true), panel(false)];
        Heat { heading, days: days.iter().map(|&d| d.to_owned()).collect(), hours, panels }
    }

    const WEEK: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

    #[test]
    fn nothing_to_draw() {
        let mut empty = week(&WEEK, vec!["8 h".to_owned()]);
        empty.panels.iter_mut().for_each(|p| p.cells = vec![vec![HeatCell::Closed, HeatCell::Hidden]]);
        assert_eq!(heat(&empty, Lang::Fr), Ok(None));
        empty.panels[0].cells = vec![vec![HeatCell::Shown { value: f64::NAN, n: None }]];
        assert_eq!(heat(&empty, Lang::Fr), Ok(None));
        assert_eq!(heat(&week(&[], Vec::new()), Lang::En), Ok(None));
    }

    #[test]
    fn a_week_of_hours() {
        let data = week(&WEEK, (0..24).map(|h| format!("{h} h")).collect());
        let figure = heat(&data, Lang::Fr).unwrap().unwrap();
        sound(&figure, &["23 h", "dim.", "97", "–", "objectif\u{a0}: 80,0\u{a0}%"]);
        assert!(figure.caption.contains("objectif de 80,0\u{a0}% atteint dans "), "{}", figure.caption);
        sound(&heat(&data, Lang::En).unwrap().unwrap(), &["target: 80.0%"]);
    }

    #[test]
    fn two_cells_and_forty_long_labels() {
        let two = week(&["lundi", "mardi"], vec!["matin".to_owned(), "après-midi".to_owned()]);
        sound(&heat(&two, Lang::Fr).unwrap().unwrap(), &["lundi", "après-midi"]);
        let long: Vec<String> =
            (0..40).map(|i| format!("{i}e créneau, au nom bien trop long pour une seule case <&>")).collect();
        let names: Vec<&str> = long.iter().map(String::as_str).collect();
        sound(&heat(&week(&names, long[..3].to_vec()), Lang::Fr).unwrap().unwrap(), &[]);
        sound(&heat(&week(&names[..3], long.clone()), Lang::En).unwrap().unwrap(), &[]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(6))]

        #[test]
        fn no_number_makes_it_fail(values in proptest::collection::vec(odd(), 4), aim in odd()) {
            let mut data = week(&["lundi", "mardi"], vec!["8 h".to_owned(), "9 h".to_owned()]);
            data.panels[1].target = Some(aim);
            for (i, value) in values.into_iter().enumerate() {
                data.panels[1].cells[i / 2][i % 2] = HeatCell::Shown { value, n: Some(i as u64) };
            }
            prop_assert!(heat(&data, Lang::Fr).is_ok());
        }
    }
}
