//! Native charts, each beside the numbers it draws: scores over the waves and by segment, indicators over the weeks, what
//! is heard in calls.

use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartErrorBars, ChartErrorBarsType, ChartFont, ChartFormat, ChartLine,
    ChartLineDashType, ChartMarker, ChartMarkerType, ChartRange, ChartSolidFill, ChartType, Color,
};

use super::indicators::shown;
use super::look::Look;
use super::sheet::{Cell, Line, LineKind, Sheet};
use crate::lang::Lang;
use crate::metric::Estimate;
use crate::report::Report;
use crate::report::centre::{Described, described, period_name};
use crate::report::segment_tables::{columns, values};
use crate::report::words::Words;

/// Scores drawn over the waves, at most.
const SCORES: usize = 6;
/// Bars of a chart, at most.
const BARS: usize = 40;
/// Lines that a chart is high, and pixels of one.
const HEIGHT: (u32, u32) = (17, 20);
/// Lines of the highest chart: those of a page.
const TALLEST: u32 = 48;
/// Pixels that a chart is wide.
pub(super) const WIDTH: u32 = 720;
/// Column at which charts stand.
const BESIDE: u16 = 8;

/// What is drawn (Okabe and Ito’s blue), its intervals, the grid.
const BLUE: Color = Color::RGB(0x00_72_B2);
const MUTED: Color = Color::RGB(0x56_61_6E);
const GRID: Color = Color::RGB(0xE4_E8_EC);

/// A chart of a sheet.
pub(super) struct Graph {
    pub row: u32,
    pub column: u16,
    title: String,
    /// What a person who does not see it is told.
    alt: String,
    bars: bool,
    /// First and last line of its numbers.
    rows: (u32, u32),
    look: Look,
    /// Ends of the axis, and its step.
    axis: (f64, f64, f64),
    /// Name of the series, and of the target where there is one.
    names: (String, Option<String>),
    lang: Lang,
}

/// Columns of the numbers of a chart.
const VALUE: u16 = 1;
const DOWN: u16 = 5;
const UP: u16 = 6;
const TARGET: u16 = 7;

impl Graph {
    /// The chart, whose numbers are on the sheet of that name.
    pub fn chart(&self, tab: &str) -> Chart {
        let range = |column: u16| ChartRange::new_from_range(tab, self.rows.0, column, self.rows.1, column);
        let mut chart = Chart::new(if self.bars { ChartType::Bar } else { ChartType::Line });
        let line = |color: Color| ChartLine::new().set_color(color).set_width(2.0).clone();
        let series = chart.add_series();
        series.set_name(self.names.0.as_str()).set_categories(&range(0)).set_values(&range(VALUE));
        let color = BLUE;
        if self.bars {
            series.set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(color)));
            series.set_gap(60);
        } else {
            series.set_format(ChartFormat::new().set_line(&line(color)));
            let mut dot = ChartMarker::new();
            dot.set_type(ChartMarkerType::Circle).set_size(6);
            dot.set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(color)));
            series.set_marker(&dot);
        }
        let whisker = ChartLine::new().set_color(MUTED).set_width(1.0).clone();
        let mut intervals = ChartErrorBars::new();
        intervals.set_type(ChartErrorBarsType::Custom(range(UP), range(DOWN)));
        intervals.set_format(ChartFormat::new().set_line(&whisker));
        if self.bars {
            series.set_x_error_bars(&intervals)
        } else {
            series.set_y_error_bars(&intervals)
        };
        if let Some(target) = &self.names.1 {
            let dashed = ChartLine::new()
                .set_color(MUTED)
                .set_width(1.5)
                .set_dash_type(ChartLineDashType::Dash)
                .clone();
            let series = chart.add_series();
            series.set_name(target.as_str()).set_categories(&range(0)).set_values(&range(TARGET));
            series.set_format(ChartFormat::new().set_line(&dashed));
            series.set_marker(ChartMarker::new().set_none());
            chart.legend().set_position(rust_xlsxwriter::ChartLegendPosition::Bottom);
        } else {
            chart.legend().set_hidden();
        }
        chart.title().set_name(self.title.as_str()).set_font(ChartFont::new().set_size(12).set_bold());
        chart.set_alt_text(self.alt.as_str()).set_name(self.title.as_str());
        let format = self.look.format(self.lang);
        let gridlines = ChartLine::new().set_color(GRID).clone();
        let (low, high, step) = self.axis;
        // Bars turn the axes: names are on the vertical one, from top to bottom, which puts the numbers at its other end.
        let names = if self.bars { chart.y_axis() } else { chart.x_axis() };
        names.set_label_position(ChartAxisLabelPosition::Low).set_major_gridlines(false);
        if self.bars {
            names.set_reverse();
        }
        let axis = if self.bars { chart.x_axis() } else { chart.y_axis() };
        axis.set_num_format(format).set_major_gridlines(true).set_major_gridlines_line(&gridlines);
        axis.set_min(low).set_max(high).set_major_unit(step);
        if self.bars {
            axis.set_label_position(ChartAxisLabelPosition::High);
        }
        let lines = self.height();
        chart.set_width(WIDTH).set_height(lines * HEIGHT.1);
        chart
    }

    /// Lines of the sheet that it covers.
    fn height(&self) -> u32 {
        let bars = self.rows.1 - self.rows.0 + 1;
        // A name may take two lines: with less room, every second one would be left out.
        if self.bars { (bars + bars / 2 + 5).clamp(10, TALLEST) } else { HEIGHT.0 }
    }
}

/// A point of a chart.
struct Point {
    name: String,
    value: Option<f64>,
    ends: Option<(f64, f64)>,
    n: Option<u64>,
    target: Option<f64>,
}

/// What a chart draws.
struct Drawing {
    title: String,
    /// Heading of the names of its points.
    heading: String,
    /// Name of what is drawn.
    name: String,
    bars: bool,
    look: Look,
    points: Vec<Point>,
}

/// The charts of a report on one sheet; none where nothing can be drawn.
pub(super) fn sheet(words: &Words<'_>, report: &Report) -> Option<Sheet> {
    let mut drawings = weeks(words, report);
    drawings.extend(waves(words, report));
    drawings.extend(segments(words, report));
    drawings.extend(heard(words, report));
    if drawings.is_empty() {
        return None;
    }
    let tab = pick!(words, sheets::charts);
    let title = pick!(words, sheets::charts_and_their_numbers);
    let mut sheet = Sheet::free(tab, title.to_owned(), vec![30.0, 11.0, 11.0, 11.0, 10.0, 11.0, 11.0, 11.0]);
    let level = words.lang.level(report.study.level);
    sheet.lines.push(Line::one(
        LineKind::Note,
        say!(words, sheets::thin_lines_interval_each_chart_follows_the(level)),
    ));
    for drawing in drawings {
        place(words, &mut sheet, drawing);
    }
    Some(sheet)
}

/// The numbers of a drawing at the end of the sheet, its chart beside them.
fn place(words: &Words<'_>, sheet: &mut Sheet, drawing: Drawing) {
    sheet.lines.push(Line::of(LineKind::Plain, Vec::new()));
    let top = sheet.lines.len() as u32;
    sheet.lines.push(Line::one(LineKind::Section, drawing.title.clone()));
    let aims = drawing.points.iter().any(|point| point.target.is_some());
    let mut heads = vec![
        drawing.heading.clone(),
        pick!(words, headings::value).to_owned(),
        pick!(words, headings::low_end).to_owned(),
        pick!(words, headings::high_end).to_owned(),
        pick!(words, headings::base).to_owned(),
        pick!(words, sheets::gap_below).to_owned(),
        pick!(words, sheets::gap_above).to_owned(),
    ];
    heads.extend(aims.then(|| pick!(words, sheets::target_heading).to_owned()));
    sheet.lines.push(Line::of(LineKind::Header, heads.into_iter().map(Cell::Text).collect()));
    let first = sheet.lines.len() as u32;
    let alt = told(words, &drawing);
    for point in &drawing.points {
        // A dash would be drawn as zero: what is not there stays empty.
        let number = |x: Option<f64>| x.map_or(Cell::Empty, |x| Cell::Number(x, drawing.look));
        let gap = |x: Option<f64>| x.map_or(Cell::Empty, |x| Cell::Number(x, gap_look(drawing.look)));
        let gaps = point.value.zip(point.ends).map(|(value, (low, high))| (value - low, high - value));
        let mut cells = vec![
            Cell::text(point.name.clone()),
            number(point.value),
            number(point.ends.map(|ends| ends.0)),
            number(point.ends.map(|ends| ends.1)),
            point.n.map_or(Cell::Empty, |n| Cell::Number(n as f64, Look::Base)),
            gap(gaps.map(|gaps| gaps.0)),
            gap(gaps.map(|gaps| gaps.1)),
        ];
        if aims {
            cells.push(number(point.target));
        }
        sheet.lines.push(Line::of(LineKind::Plain, cells));
    }
    let last = sheet.lines.len() as u32 - 1;
    let graph = Graph {
        axis: axis(&drawing),
        row: top,
        column: BESIDE,
        alt,
        bars: drawing.bars,
        rows: (first, last),
        look: drawing.look,
        names: (drawing.name, aims.then(|| pick!(words, sheets::target_heading).to_owned())),
        title: drawing.title,
        lang: words.lang,
    };
    // The next one begins under whichever ends last.
    while (sheet.lines.len() as u32) < top + graph.height() + 1 {
        sheet.lines.push(Line::of(LineKind::Plain, Vec::new()));
    }
    sheet.graphs.push(graph);
}

/// Ends of the axis of numbers, round, with the intervals inside, and its step; bars begin at zero.
fn axis(drawing: &Drawing) -> (f64, f64, f64) {
    let of_point = |point: &Point| {
        let ends = point.ends.map(|(low, high)| [low, high]);
        let known = [point.value, point.target].into_iter().flatten();
        known.chain(ends.into_iter().flatten()).collect::<Vec<f64>>()
    };
    let known: Vec<f64> = drawing.points.iter().flat_map(of_point).collect();
    let start = if drawing.bars { 0.0 } else { f64::INFINITY };
    let low = known.iter().copied().fold(start, f64::min);
    let high = known.iter().copied().fold(-start, f64::max);
    let span = if high > low { high - low } else { 1.0 };
    let step = step(span, matches!(drawing.look, Look::Minutes | Look::Hours));
    let (low, high) = ((low / step).floor() * step, (high / step).ceil() * step);
    (low, if high > low { high } else { low + step }, step)
}

/// A round step that makes seven parts or fewer of a span: 1, 2 or 5 by a power of ten; of a time, one of a clock.
fn step(span: f64, time: bool) -> f64 {
    const CLOCK: [f64; 13] =
        [1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1_800.0, 3_600.0, 7_200.0];
    const PARTS: f64 = 7.0;
    let clock = CLOCK.map(|seconds| seconds / 86_400.0).into_iter().filter(|_| time);
    let unit = 10f64.powf((span / PARTS).log10().floor());
    let mut steps = clock.chain([1.0, 2.0, 5.0].map(|by| by * unit));
    steps.find(|step| span / step <= PARTS).unwrap_or(10.0 * unit)
}

/// A gap has no sign.
fn gap_look(look: Look) -> Look {
    match look {
        Look::Signed(n) => Look::Number(n),
        other => other,
    }
}

/// What the chart shows, in a sentence.
fn told(words: &Words<'_>, drawing: &Drawing) -> String {
    let known: Vec<&Point> = drawing.points.iter().filter(|point| point.value.is_some()).collect();
    let by = |a: &&&Point, b: &&&Point| a.value.unwrap_or_default().total_cmp(&b.value.unwrap_or_default());
    let (Some(low), Some(high)) = (known.iter().min_by(by), known.iter().max_by(by)) else {
        return drawing.title.clone();
    };
    let kind = if drawing.bars { pick!(words, sheets::bars) } else { pick!(words, sheets::line) };
    say!(words, sheets::with_intervals_lowest_highest(kind, drawing.title, low.name, high.name))
}

fn point(name: String, row: Option<&Estimate>) -> Point {
    let shown = row.filter(|row| !row.suppressed);
    Point {
        name,
        value: shown.and_then(|row| row.value),
        ends: shown.and_then(|row| row.ci_low.zip(row.ci_high)),
        n: shown.and_then(|row| row.n),
        target: None,
    }
}

/// The main metric of each score over the waves.
fn waves(words: &Words<'_>, report: &Report) -> Vec<Drawing> {
    if report.study.waves.len() < 2 {
        return Vec::new();
    }
    let drawn = words.scored().into_iter().take(SCORES).filter_map(|(question, metric)| {
        let points: Vec<Point> = report
            .study
            .waves
            .iter()
            .map(|wave| Point {
                target: question.target,
                ..point(wave.clone(), words.cell(&question.id, metric, Some(wave), None))
            })
            .collect();
        let name = words.noun(&question.id, metric).title();
        points.iter().any(|point| point.value.is_some()).then(|| Drawing {
            title: say!(words, sheets::by_wave(name)),
            heading: pick!(words, headings::wave).to_owned(),
            name,
            bars: false,
            look: Look::metric(metric),
            points,
        })
    });
    drawn.collect()
}

/// The main score by each segment column.
fn segments(words: &Words<'_>, report: &Report) -> Vec<Drawing> {
    let Some((question, metric)) = words.scored().into_iter().next() else { return Vec::new() };
    let name = words.noun(&question.id, metric).title();
    let drawn = columns(report, question, metric).into_iter().filter_map(|(column, rows)| {
        let points: Vec<Point> = rows
            .iter()
            .map(|segment| point(values(segment), words.cell(&question.id, metric, None, Some(segment))))
            .filter(|point| point.value.is_some())
            .take(BARS)
            .collect();
        let by = words.lang.quote(&column);
        (!points.is_empty()).then(|| Drawing {
            title: say!(words, sheets::by(name, by)),
            heading: column,
            name: name.clone(),
            bars: true,
            look: Look::metric(metric),
            points,
        })
    });
    drawn.collect()
}

/// The indicators that a centre shows first, over the weeks.
fn weeks(words: &Words<'_>, report: &Report) -> Vec<Drawing> {
    let Some(centre) = &report.centre else { return Vec::new() };
    let all = described(words, report);
    let drawn = centre.headline.iter().filter_map(|id| {
        let weekly = |found: &&Described<'_>| {
            let row = found.row;
            row.id == *id
                && found.main
                && row.segment.as_ref().is_none_or(Vec::is_empty)
                && row.period.as_deref().is_some_and(|period| period.contains("-W"))
        };
        let mut rows: Vec<_> = all.iter().filter(weekly).map(|found| found.row).collect();
        rows.sort_by(|a, b| a.period.cmp(&b.period));
        let first = *rows.first().filter(|_| rows.len() > 1)?;
        let largest = rows.iter().filter_map(|row| row.value).fold(0.0, f64::max);
        let Cell::Number(_, look) = shown(first.unit, largest) else { return None };
        // Times are fractions of a day on the sheet; all of them whole minutes where they are shown in hours.
        let scale = |x: f64| match shown(first.unit, x) {
            Cell::Number(x, _) if look == Look::Hours => (1_440.0 * x).round() / 1_440.0,
            Cell::Number(x, _) => x,
            _ => x,
        };
        let points: Vec<Point> = rows
            .iter()
            .map(|row| Point {
                name: row.period.as_deref().map_or_else(String::new, |p| period_name(p, words.lang)),
                value: row.value.map(scale),
                ends: row.ci_low.zip(row.ci_high).map(|(low, high)| (scale(low), scale(high))),
                n: row.n,
                target: row.target.map(scale),
            })
            .collect();
        Some(Drawing {
            title: say!(words, sheets::by_week(first.label)),
            heading: pick!(words, sheets::week).to_owned(),
            name: first.label.clone(),
            bars: false,
            look,
            points,
        })
    });
    drawn.collect()
}

/// Active listening by agent and by item of the grid.
fn heard(words: &Words<'_>, report: &Report) -> Vec<Drawing> {
    let Some(calls) = &report.transcripts else { return Vec::new() };
    let agents = calls.listening.iter().map(|row| Point {
        name: row.agent.clone().unwrap_or_else(|| words.segment(None)),
        value: row.rate,
        ends: row.ci_low.zip(row.ci_high),
        n: Some(row.n),
        target: None,
    });
    let items = calls.items.iter().map(|row| Point {
        name: row.label.clone(),
        value: row.rate,
        ends: row.ci_low.zip(row.ci_high),
        n: Some(row.n),
        target: None,
    });
    let drawing = |title: &str, heading: &str, points: Vec<Point>| Drawing {
        title: title.to_owned(),
        heading: heading.to_owned(),
        name: pick!(words, sheets::share_of_calls).to_owned(),
        bars: true,
        look: Look::Share(0),
        points,
    };
    let all = [
        drawing(
            pick!(words, sheets::active_listening_detected_by_agent),
            pick!(words, sheets::agent),
            agents.take(BARS).collect(),
        ),
        drawing(
            pick!(words, sheets::what_is_heard_of_the_grid),
            pick!(words, sheets::item_of_the_grid),
            items.take(BARS).collect(),
        ),
    ];
    all.into_iter().filter(|drawing| drawing.points.iter().any(|point| point.value.is_some())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn the_axis_holds_every_interval_between_round_ends() {
        let drawing = |bars, ends: &[(f64, f64)]| Drawing {
            title: String::new(),
            heading: String::new(),
            name: String::new(),
            bars,
            look: Look::Count,
            points: ends
                .iter()
                .map(|(low, high)| Point {
                    name: String::new(),
                    value: Some(f64::midpoint(*low, *high)),
                    ends: Some((*low, *high)),
                    n: None,
                    target: None,
                })
                .collect(),
        };
        assert_eq!(axis(&drawing(false, &[(-11.1, 2.2), (-3.2, 9.8)])), (-15.0, 10.0, 5.0));
        let (low, high, step) = axis(&drawing(true, &[(0.2, 0.61)]));
        assert!(low == 0.0 && (high - 0.7).abs() < 1e-9 && (step - 0.1).abs() < 1e-9);
        assert_eq!(axis(&drawing(false, &[(5.0, 5.0)])).0, 5.0);
    }

    #[test]
    fn a_bar_has_room_for_a_name_of_two_lines_as_far_as_the_page_goes() {
        let report = sample::full(Lang::Fr);
        let sheet = sheet(&Words::new(&report), &report).unwrap();
        let mut graph = sheet.graphs.into_iter().find(|graph| graph.bars).unwrap();
        for (bars, lines) in [(3, 10), (11, 21), (40, 48)] {
            graph.rows = (0, bars - 1);
            assert_eq!(graph.height(), lines);
        }
    }

    #[test]
    fn a_hidden_wave_leaves_a_gap_and_a_hidden_segment_no_bar() {
        let mut report = sample::full(Lang::Fr);
        for row in &mut report.metrics {
            (row.value, row.n, row.ci_low, row.ci_high, row.suppressed) = (None, None, None, None, true);
        }
        assert!(sheet(&Words::new(&report), &report).is_none());
        let report = sample::full(Lang::Fr);
        let sheet = sheet(&Words::new(&report), &report).unwrap();
        assert!(sheet.graphs.iter().any(|graph| graph.bars) && sheet.graphs.iter().any(|graph| !graph.bars));
        for graph in &sheet.graphs {
            assert!(graph.alt.contains(&graph.title));
            for row in graph.rows.0..=graph.rows.1 {
                let cells = &sheet.lines[row as usize].cells;
                assert!(!cells.contains(&Cell::Hidden));
            }
        }
    }
}
