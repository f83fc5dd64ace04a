//! A score by value of a segment column and by wave, as a table of colours around the total.

use super::cells::{Cell, Cells, earlier, id};
use super::font::{Weight, brief, drawable, ellipsis, width, wrap};
use super::frame::halves;
use super::heat_scale::HeatScale;
use super::scene::{Align, Scene, widest};
use super::sheet::{Sheet, Words};
use super::style::{
    BODY, Color, INK, MARGIN, MUTED, SMALL, SMALL_BASE, WIDTH, base_label, colon, metric_name,
    metric_subject, pale, tick_label, value_label,
};
use super::{ChartError, ChartKind, Figure};
use crate::centre::Better;
use crate::lang::Lang;
use crate::metric::{Estimate, Metric, Quantity};

/// Waves at most, so that a value and its base can be read in each cell; beyond, the oldest are left out.
const WAVES: usize = 12;
/// Widest label of a row.
const LABEL: f64 = 210.0;
/// Widest cell, so that two waves do not make two slabs.
const WIDEST: f64 = 104.0;
/// Height of a row.
const ROW: f64 = 38.0;
/// Space around the total's row and column.
const APART: f64 = 8.0;
/// Longest name of a wave that stands upright.
const UPRIGHT: f64 = 120.0;
/// Em size of a base.
const BASE: f64 = 10.5;
/// A cell without a value.
const EMPTY: Color = (246, 247, 249);

/// What the table shows.
struct Table<'a> {
    metric: Metric,
    waves: Vec<&'a str>,
    /// The total, then the values of the column, best first: name, cells by wave, all waves together.
    rows: Vec<Row<'a>>,
}

/// One line of cells.
struct Row<'a> {
    label: String,
    cells: Vec<Option<&'a Estimate>>,
    all: Option<&'a Estimate>,
}

/// Draws one metric by value of `column` and by wave: `estimates` holds the total and the values, each in each of
/// `waves` and in all of them together. Nothing with fewer than two waves, or without a value.
///
/// # Errors
/// When plotters or the PNG encoder fails.
pub fn score_heat(
    estimates: &[&Estimate],
    waves: &[String],
    column: &str,
    question: &str,
    lang: Lang,
) -> Result<Option<Figure>, ChartError> {
    let of = |e: &&&Estimate| e.segment.as_ref().is_some_and(|s| s.len() == 1 && s[0].column == *column);
    let own: Vec<&Estimate> = estimates.iter().filter(|e| e.wave.is_none()).filter(of).copied().collect();
    let cells = Cells::new(&own, column);
    let Some(first) = cells.rows.first().filter(|_| waves.len() > 1) else { return Ok(None) };
    let left_out = waves.len().saturating_sub(WAVES);
    let table = table(estimates, &waves[left_out..], &cells, first.estimate.metric, lang);
    let shown = |e: &&Estimate| e.value.is_some_and(f64::is_finite);
    let values: Vec<&Estimate> = table.rows.iter().flat_map(|r| &r.cells).flatten().copied().collect();
    let reference = estimates.iter().find(|e| e.wave.is_none() && e.segment.is_none()).copied();
    let Some(scale) = scale(&values, reference.and_then(|e| e.value)) else { return Ok(None) };
    let name = metric_name(table.metric, lang);
    let mut sheet = Sheet::new(
        Words {
            kind: ChartKind::Heat,
            id: id(ChartKind::Heat, column),
            title: pick!(lang, chart::by_and_wave(name, lang.quote(column))),
            question: question.to_owned(),
            caption: caption(&table, reference.filter(|e| shown(e)), lang),
            note: note(&table, &values, lang) + &earlier(left_out, lang) + &cells.absent(lang),
        },
        lang,
    );
    let ends = scale.ends().map(|end| value_label(end, table.metric, lang));
    let all = reference.and_then(|e| e.value).filter(|v| v.is_finite());
    let middle = all.map(|v| {
        format!(
            "{}{}{}",
            pick!(lang, chart::total_in_by_wave),
            colon(lang),
            value_label(v, table.metric, lang)
        )
    });
    scale.legend_of(&mut sheet.scene, &ends, middle.as_deref(), (MARGIN, sheet.y));
    sheet.y += 28.0;
    Grid::new(&table).draw(&mut sheet, &table, scale, lang);
    sheet.finish()
}

fn table<'a>(
    estimates: &[&'a Estimate],
    waves: &'a [String],
    cells: &Cells<'a>,
    metric: Metric,
    lang: Lang,
) -> Table<'a> {
    let at = |segment: Option<&Cell<'a>>, wave: Option<&str>| {
        let same = |e: &&&'a Estimate| {
            e.wave.as_deref() == wave
                && e.segment.as_ref() == segment.and_then(|s| s.estimate.segment.as_ref())
        };
        estimates.iter().find(same).copied().filter(|e| e.value.is_some_and(f64::is_finite))
    };
    let row = |label: &str, segment: Option<&Cell<'a>>| Row {
        label: label.to_owned(),
        cells: waves.iter().map(|wave| at(segment, Some(wave))).collect(),
        all: at(segment, None),
    };
    let total = row(pick!(lang, chart::total), None);
    let values = cells.rows.iter().map(|cell| row(cell.label, Some(cell)));
    Table {
        metric,
        waves: waves.iter().map(String::as_str).collect(),
        rows: std::iter::once(total).chain(values).collect(),
    }
}

/// Colours around the total. A cell of a small base takes those of the others, where these are the most: a few answers
/// would make them all pale.
fn scale(cells: &[&Estimate], total: Option<f64>) -> Option<HeatScale> {
    let values = |kept: &dyn Fn(&Estimate) -> bool| -> Vec<f64> {
        cells.iter().filter(|e| kept(e)).filter_map(|e| e.value).collect()
    };
    let (sound, all) = (values(&|e| !fragile(e)), values(&|_| true));
    let values = if sound.len() * 2 > all.len() { sound } else { all };
    HeatScale::of(&values, total.filter(|v| v.is_finite()), Better::Higher)
}

/// Whether an estimate rests on a small base.
fn fragile(estimate: &Estimate) -> bool {
    estimate.n.is_some_and(|n| n < SMALL_BASE)
}

/// Where cells are.
struct Grid {
    labels: Vec<Vec<String>>,
    left: f64,
    cell: f64,
}

impl Grid {
    fn new(table: &Table) -> Self {
        let labels: Vec<Vec<String>> =
            table.rows.iter().map(|r| wrap(&drawable(&r.label), BODY, Weight::Regular, LABEL, 2)).collect();
        let total = labels.first().map_or(0.0, |lines| widest(lines, BODY, Weight::Bold));
        let left = MARGIN + widest(labels.iter().flatten(), BODY, Weight::Regular).max(total) + 12.0;
        let room = WIDTH - MARGIN - APART - left;
        // The last column is that of all waves.
        let cell = (room / (table.waves.len() + 1) as f64).min(WIDEST);
        Self { labels, left, cell }
    }

    /// Left edge of a column; the one after the waves is that of all of them.
    fn column(&self, i: usize, waves: usize) -> f64 {
        self.left + self.cell * i as f64 + if i == waves { APART } else { 0.0 }
    }

    fn draw(&self, sheet: &mut Sheet, table: &Table, scale: HeatScale, lang: Lang) {
        let waves = table.waves.len();
        self.heads(sheet, &table.waves, lang);
        for (i, row) in table.rows.iter().enumerate() {
            let middle = sheet.y + ROW / 2.0;
            let lines = &self.labels[i];
            let first = middle + BODY * 0.36 - (lines.len() as f64 - 1.0) * 8.0;
            let weight = if i == 0 { Weight::Bold } else { Weight::Regular };
            for (k, line) in lines.iter().enumerate() {
                let at = (self.left - 12.0, first + 16.0 * k as f64);
                sheet.scene.text(line, at, Align::End, BODY, weight, INK);
            }
            for (k, cell) in row.cells.iter().chain([&row.all]).enumerate() {
                let corner = (self.column(k, waves), sheet.y);
                self.cell(&mut sheet.scene, *cell, corner, (table.metric, scale), lang);
            }
            sheet.y += ROW + if i == 0 { APART } else { 0.0 };
        }
    }

    /// Names of the waves over their columns: on one line, on two, or upright; and that of all of them.
    fn heads(&self, sheet: &mut Sheet, waves: &[&str], lang: Lang) {
        let room = self.cell - 4.0;
        let fits = |text: &String| width(text, SMALL, Weight::Regular) <= room;
        let mut heads: Vec<Vec<String>> = waves.iter().map(|wave| heading(wave, &fits)).collect();
        let upright = !heads.iter().flatten().all(fits);
        let names: Vec<String> =
            waves.iter().map(|w| ellipsis(&drawable(w), SMALL, Weight::Regular, UPRIGHT)).collect();
        let high = if upright { widest(&names, SMALL, Weight::Regular).max(28.0) } else { 28.0 };
        if upright {
            for (i, name) in names.iter().enumerate() {
                let long = width(name, SMALL, Weight::Regular);
                let x = self.column(i, waves.len()) + self.cell / 2.0 - 0.5;
                sheet.scene.upward(name, x, sheet.y + 4.0 + high - long, SMALL, INK);
            }
            heads = vec![Vec::new(); waves.len()];
        }
        heads.push(all_waves(lang).iter().map(|&word| word.to_owned()).collect());
        for (i, lines) in heads.iter().enumerate() {
            let x = self.column(i, waves.len()) + self.cell / 2.0 - 0.5;
            let first = sheet.y + 2.0 + high - 14.0 * (lines.len() as f64 - 1.0);
            for (k, line) in lines.iter().enumerate() {
                let color = if i == waves.len() { MUTED } else { INK };
                sheet.scene.label(line, (x, first + 14.0 * k as f64), Align::Middle, SMALL, color);
            }
        }
        sheet.y += high + 12.0;
    }

    /// A value and its base on their colour; a cell without a value is empty.
    fn cell(
        &self,
        scene: &mut Scene,
        cell: Option<&Estimate>,
        (x, y): (f64, f64),
        (metric, scale): (Metric, HeatScale),
        lang: Lang,
    ) {
        let corner = (x + self.cell - 1.0, y + ROW - 1.0);
        let Some((estimate, value)) = cell.and_then(|e| Some((e, e.value?))) else {
            return scene.rect((x, y), corner, EMPTY);
        };
        let color = scale.color(value);
        scene.rect((x, y), corner, if fragile(estimate) { pale(color) } else { color });
        let middle = x + self.cell / 2.0 - 0.5;
        let whole = usize::from(metric.quantity() == Quantity::Mean);
        let texts = [value_label(value, metric, lang), tick_label(value, metric, whole, lang)];
        let fits = |(text, size): &(&String, f64)| width(text, *size, Weight::Regular) + 3.0 < self.cell;
        let sizes = texts.iter().flat_map(|text| [BODY, SMALL, BASE].map(|size| (text, size)));
        if let Some((text, size)) = sizes.into_iter().find(fits) {
            scene.label(text, (middle, y + 17.0), Align::Middle, size, INK);
        }
        let n = estimate.n.map_or_else(String::new, |n| base_label(n, lang));
        if width(&n, BASE, Weight::Regular) < self.cell {
            scene.label(&n, (middle, y + 31.0), Align::Middle, BASE, INK);
        }
    }
}

/// A wave over its column: on one line where it fits, else on two.
fn heading(wave: &str, fits: &dyn Fn(&String) -> bool) -> Vec<String> {
    let name = drawable(wave);
    if fits(&name) {
        return vec![name];
    }
    let (upper, lower) = halves(&name);
    [upper, lower].into_iter().filter(|half| !half.is_empty()).collect()
}

/// Heading of the last column, on two lines.
fn all_waves(lang: Lang) -> [&'static str; 2] {
    [pick!(lang, chart::all_waves_upper), pick!(lang, chart::all_waves_lower)]
}

/// From the lowest to the highest cell, the small bases left aside where others remain.
fn caption(table: &Table, total: Option<&Estimate>, lang: Lang) -> String {
    let metric = table.metric;
    let cells: Vec<(&str, &str, f64, u64)> = table
        .rows
        .iter()
        .skip(1)
        .flat_map(|row| row.cells.iter().zip(&table.waves).map(move |(cell, wave)| (row, wave, cell)))
        .filter_map(|(row, wave, cell)| {
            let e = (*cell)?;
            Some((row.label.as_str(), *wave, e.value?, e.n?))
        })
        .collect();
    let sound: Vec<_> = cells.iter().filter(|c| c.3 >= SMALL_BASE).copied().collect();
    let told = if sound.len() > 1 { sound } else { cells };
    let (Some(low), Some(high)) = (
        told.iter().min_by(|a, b| a.2.total_cmp(&b.2)),
        told.iter().rev().max_by(|a, b| a.2.total_cmp(&b.2)),
    ) else {
        return metric_subject(metric, lang);
    };
    let place = |c: &(&str, &str, f64, u64)| {
        format!("{} ({}, {})", value_label(c.2, metric, lang), brief(c.0), brief(c.1))
    };
    let (subject, from, to) = (metric_subject(metric, lang), place(low), place(high));
    let all = total.and_then(|e| e.value).map(|v| value_label(v, metric, lang));
    match all {
        None => format!("{}.", pick!(lang, chart::ranges_from_to(subject, from, to))),
        Some(all) => pick!(lang, chart::ranges_from_to_total(subject, from, to, all)),
    }
}

/// What colours and marks mean, those that are there.
fn note(table: &Table, shown: &[&Estimate], lang: Lang) -> String {
    let mut out = pick!(lang, chart::score_with_its_base_below_blue_above_the).to_owned();
    if table.rows.iter().flat_map(|r| &r.cells).any(Option::is_none) {
        out.push_str(pick!(lang, chart::empty_cell_no_answer_or_a_base_under));
    }
    let all = table.rows.iter().filter_map(|r| r.all);
    if shown.iter().copied().chain(all).any(fragile) {
        let small = pick!(lang, chart::and_paler_colour_base_under(SMALL_BASE));
        out.push_str(&small);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::check::{estimate, odd, sound};
    use super::*;
    use proptest::prelude::*;

    fn study(names: &[String], waves: usize, hide: bool) -> (Vec<Estimate>, Vec<String>) {
        let labels: Vec<String> = (1..=waves).map(|i| format!("2025-T{i}")).collect();
        let mut rows = vec![estimate(Metric::Nps, None, None, Some([1.0, 4.0, 7.0]), 800)];
        rows.extend(labels.iter().map(|w| estimate(Metric::Nps, Some(w), None, Some([1.0, 4.0, 7.0]), 200)));
        for (i, name) in names.iter().enumerate() {
            let at = Some(("Région", name.as_str()));
            let v = (i * 37 % 90) as f64 - 40.0;
            rows.push(estimate(Metric::Nps, None, at, Some([v, v, v]), 400));
            for (k, wave) in labels.iter().enumerate() {
                let value = (!hide || (i, k) != (0, 1)).then_some([v, v + k as f64, v]);
                rows.push(estimate(Metric::Nps, Some(wave), at, value, 20 + 10 * k as u64));
            }
        }
        (rows, labels)
    }

    fn draw(rows: &[Estimate], waves: &[String], lang: Lang) -> Option<Figure> {
        score_heat(&rows.iter().collect::<Vec<_>>(), waves, "Région", "Note ?", lang).unwrap()
    }

    #[test]
    fn nothing_to_draw() {
        assert_eq!(draw(&[], &[], Lang::Fr), None);
        let (rows, waves) = study(&["Sud".to_owned()], 1, false);
        assert_eq!(draw(&rows, &waves, Lang::Fr), None);
    }

    #[test]
    fn cells_hold_values_and_bases() {
        let (rows, waves) = study(&["Sud & <Est>".to_owned(), "Nord".to_owned()], 4, true);
        let figure = draw(&rows, &waves, Lang::Fr).unwrap();
        sound(&figure, &["Sud & <Est>", "Ensemble", "−37,0", "20\u{a0}†", "vagues", "ensemble\u{a0}: +4,0"]);
        assert_eq!(figure.id, "heat-region");
        // The hidden cell has no number of its own: 4 waves and all of them, twice, less one; and the total.
        assert_eq!(figure.svg.matches("fill=\"#F6F7F9\"").count(), 1);
        assert!(figure.svg.contains("Case vide"));
        assert!(
            figure.caption.starts_with("Le NPS va de −38,0 (Sud & <Est>, 2025-T3) à 0,0 (Nord, 2025-T4)"),
            "{}",
            figure.caption
        );
        sound(&draw(&rows, &waves, Lang::En).unwrap(), &["Total", "−37.0"]);
    }

    #[test]
    fn two_waves_and_forty_of_forty_long_names() {
        let long = "Agence <commerciale> & partenaires de la communauté d’agglomération « Cœur d’Hérault »";
        let names: Vec<String> = (0..44).map(|i| format!("{i} {long}")).collect();
        let (rows, waves) = study(&names, 40, false);
        let figure = draw(&rows, &waves, Lang::Fr).unwrap();
        sound(&figure, &[]);
        assert!(figure.svg.contains("28 vagues plus anciennes ne sont pas montrées. 4 valeurs"));
        let (rows, waves) = study(&names[..2], 2, false);
        sound(&draw(&rows, &waves, Lang::En).unwrap(), &[]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(6))]

        #[test]
        fn no_number_makes_it_fail(values in proptest::collection::vec(odd(), 20)) {
            let (mut rows, waves) = study(&["a".to_owned(), "b".to_owned()], 3, false);
            rows.iter_mut().zip(values).for_each(|(row, value)| row.value = Some(value));
            let all: Vec<&Estimate> = rows.iter().collect();
            prop_assert!(score_heat(&all, &waves, "Région", "", Lang::Fr).is_ok());
        }
    }
}
