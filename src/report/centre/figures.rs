//! The figures of a centre, drawn from its rows: targets, daily series, the week, waits and handle times, agents.

use std::collections::BTreeMap;

use jiff::ToSpan;

use super::breakdown::{is_hidden, label};
use super::cards::headline;
use super::durations::name as duration_name;
use super::period::{Grain, clock, date, date_of, short, weekday};
use super::view::View;
use super::week::load;
use crate::centre::{Better, DurationSummary, HeatCell, Indicator, IndicatorPoint, IndicatorSeries, Unit};
use crate::chart::{self, ChartError, ChartKind, Figure, Heading};
use crate::metric::Met;
use crate::report::words::capitalized;

/// Daily series drawn.
const SERIES: usize = 3;
/// Indicators by agent, the first of which that has some is drawn.
const BY_AGENT: [Indicator; 4] = [
    Indicator::AverageHandleTime,
    Indicator::FirstContactResolution,
    Indicator::Csat,
    Indicator::TransferRate,
];

/// The figures of one kind that the rows allow.
pub(super) fn figures(view: &View<'_>, kind: ChartKind) -> Result<Vec<Figure>, ChartError> {
    let one = match kind {
        ChartKind::Targets => targets(view)?,
        ChartKind::Control => {
            let series = view.summary.series.iter().take(SERIES);
            let drawn: Vec<_> = series.map(|of| control(view, of)).collect::<Result<_, _>>()?;
            return Ok(drawn.into_iter().flatten().collect());
        }
        ChartKind::Week => week(view)?,
        ChartKind::WeekOutbound => outbound(view)?,
        ChartKind::Waits => waits(view)?,
        ChartKind::HandleTimes => handling(view)?,
        ChartKind::Agents => agents(view)?,
        _ => None,
    };
    Ok(one.into_iter().collect())
}

/// A heading over the whole period of the data.
fn heading(view: &View<'_>, kind: ChartKind, title: String, note: String) -> Heading {
    let words = view.words;
    let day = |moment: &Option<String>| moment.as_deref().and_then(date_of).map(|on| date(on, words.lang));
    let question = match (day(&view.summary.from), day(&view.summary.to)) {
        (Some(from), Some(to)) if from != to => {
            say!(words, centre_report::from_to(from, to))
        }
        (Some(only), Some(_)) => capitalized(&only),
        _ => String::new(),
    };
    Heading { question, note, ..Heading::new(kind, title) }
}

fn targets(view: &View<'_>) -> Result<Option<Figure>, ChartError> {
    let row = |id: Indicator| {
        let row = view.total(id)?;
        Some(chart::Gauge {
            name: row.label.clone(),
            unit: row.unit,
            better: id.better(),
            value: row.value,
            low: row.ci_low,
            high: row.ci_high,
            target: row.target?,
            alert: row.alert,
            met: row.met.unwrap_or(Met::Undecided),
        })
    };
    let title = pick!(view.words, centre_report::indicators_and_their_targets);
    let heading = heading(view, ChartKind::Targets, title.to_owned(), String::new());
    let rows = headline(view).into_iter().filter_map(row).collect();
    chart::gauges(&chart::Gauges { heading, rows }, view.words.lang)
}

fn control(view: &View<'_>, series: &IndicatorSeries) -> Result<Option<Figure>, ChartError> {
    let lang = view.words.lang;
    let points: BTreeMap<_, &IndicatorPoint> =
        series.points.iter().filter_map(|p| Some((date_of(&p.day)?, p))).collect();
    let mut days = Vec::new();
    if let (Some((first, _)), Some((last, _))) = (points.first_key_value(), points.last_key_value()) {
        let mut on = *first;
        while on <= *last {
            let point = points.get(&on);
            days.push(chart::ControlDay {
                label: short(on, lang),
                value: point.and_then(|p| p.value),
                low: point.and_then(|p| p.low),
                high: point.and_then(|p| p.high),
                signal: point.and_then(|p| p.signal),
            });
            let next = on.saturating_add(1.day());
            if next == on {
                break;
            }
            on = next;
        }
    }
    let kind = ChartKind::Control;
    let day_by_day = pick!(view.words, centre_report::day_by_day);
    let heading = heading(view, kind, format!("{}, {day_by_day}", series.label), String::new());
    let control = chart::Control {
        heading: Heading { id: format!("{}-{}", kind.id(), series.id.id().replace('_', "-")), ..heading },
        unit: series.unit,
        centre: series.centre,
        target: series.target,
        days,
    };
    chart::control(&control, lang)
}

/// The days and hours of some cells, and a panel of one value a cell.
struct Week<'a> {
    days: Vec<u8>,
    hours: Vec<u8>,
    cells: BTreeMap<(u8, u8), &'a HeatCell>,
}

impl<'a> Week<'a> {
    fn of(view: &View<'a>, kept: impl Fn(&HeatCell) -> bool) -> Self {
        let cells: BTreeMap<(u8, u8), &HeatCell> =
            view.summary.heat.iter().filter(|c| kept(c)).map(|c| ((c.weekday, c.hour), c)).collect();
        let mut days: Vec<u8> = cells.keys().map(|(day, _)| *day).collect();
        let mut hours: Vec<u8> = cells.keys().map(|(_, hour)| *hour).collect();
        for list in [&mut days, &mut hours] {
            list.sort_unstable();
            list.dedup();
        }
        Self { days, hours, cells }
    }

    fn cells(&self, value: impl Fn(&HeatCell) -> Option<(f64, Option<u64>)>) -> Vec<Vec<chart::HeatCell>> {
        let cell = |day: u8, hour: u8| {
            let found = self.cells.get(&(day, hour)).and_then(|cell| value(cell));
            found.map_or(chart::HeatCell::Closed, |(value, n)| chart::HeatCell::Shown { value, n })
        };
        self.days.iter().map(|day| self.hours.iter().map(|hour| cell(*day, *hour)).collect()).collect()
    }

    fn heat(&self, view: &View<'_>, heading: Heading, panels: Vec<chart::HeatPanel>) -> chart::Heat {
        let lang = view.words.lang;
        chart::Heat {
            heading,
            days: self.days.iter().map(|day| weekday(*day, lang).to_owned()).collect(),
            hours: self.hours.iter().map(|hour| clock(*hour, 0, lang)).collect(),
            panels,
        }
    }
}

fn week(view: &View<'_>) -> Result<Option<Figure>, ChartError> {
    let words = view.words;
    let week = Week::of(view, |cell| cell.offered > 0);
    let target = view.total(Indicator::ServiceLevel).and_then(|row| row.target);
    let panels = vec![
        chart::HeatPanel {
            title: pick!(words, centre_report::calls_offered_an_hour).to_owned(),
            unit: Unit::Count,
            better: Better::Neither,
            target: None,
            cells: week.cells(|cell| Some((load(cell), None))),
        },
        chart::HeatPanel {
            title: label(view, Indicator::ServiceLevel),
            unit: Unit::Percent,
            better: Better::Higher,
            target,
            cells: week.cells(|cell| Some((cell.service_level?, Some(cell.offered)))),
        },
    ];
    let title = pick!(words, centre_report::load_and_service_level_over_the_week);
    let heading = heading(view, ChartKind::Week, title.to_owned(), String::new());
    chart::heat(&week.heat(view, heading, panels), words.lang)
}

fn outbound(view: &View<'_>) -> Result<Option<Figure>, ChartError> {
    let words = view.words;
    let week = Week::of(view, |cell| cell.dialled > 0);
    let panels = vec![
        chart::HeatPanel {
            title: pick!(words, centre_report::calls_dialled_an_hour).to_owned(),
            unit: Unit::Count,
            better: Better::Neither,
            target: None,
            cells: week.cells(|cell| Some((cell.dialled as f64 / cell.days.max(1) as f64, None))),
        },
        chart::HeatPanel {
            title: pick!(words, centre_report::answered_by_a_person).to_owned(),
            unit: Unit::Percent,
            better: Better::Higher,
            target: None,
            cells: week.cells(|cell| Some((cell.connect_rate?, Some(cell.dialled)))),
        },
    ];
    let title = pick!(words, centre_report::when_customers_answer);
    let heading = heading(view, ChartKind::WeekOutbound, title.to_owned(), String::new());
    chart::heat(&week.heat(view, heading, panels), words.lang)
}

fn waits(view: &View<'_>) -> Result<Option<Figure>, ChartError> {
    let title = pick!(view.words, centre_report::how_long_callers_wait);
    let heading = heading(view, ChartKind::Waits, title.to_owned(), String::new());
    let threshold = Some(view.summary.service_level_s).filter(|delay| *delay > 0.0);
    histogram(view, heading, &["wait_answered", "wait_abandoned"], threshold)
}

fn handling(view: &View<'_>) -> Result<Option<Figure>, ChartError> {
    let title = pick!(view.words, centre_report::how_long_a_call_takes);
    let heading = heading(view, ChartKind::HandleTimes, title.to_owned(), String::new());
    histogram(view, heading, &["handle"], None)
}

/// Histograms on one axis: the bounds of all, each count in the bin of its bound, the rest beyond the last.
fn histogram(
    view: &View<'_>,
    heading: Heading,
    ids: &[&str],
    threshold: Option<f64>,
) -> Result<Option<Figure>, ChartError> {
    let find = |id: &&str| view.summary.durations.iter().find(|d| d.id == *id && d.n > 0);
    let shown: Vec<&DurationSummary> = ids.iter().filter_map(find).collect();
    let mut bounds: Vec<f64> = shown.iter().flat_map(|d| d.bins.iter().map(|bin| bin.0)).collect();
    bounds.sort_by(f64::total_cmp);
    bounds.dedup();
    let series = |d: &&DurationSummary| {
        let mut counts = vec![0; bounds.len() + 1];
        for (bound, n) in &d.bins {
            counts[bounds.partition_point(|b| b < bound)] += n;
        }
        counts[bounds.len()] += d.n.saturating_sub(d.bins.iter().map(|bin| bin.1).sum());
        let (median, p90) = (Some(d.median), Some(d.p90));
        chart::DurationSeries { name: duration_name(view, &d.id), counts, median, p90 }
    };
    let series = shown.iter().map(series).collect();
    let unit = Unit::Seconds;
    chart::durations(&chart::Durations { heading, unit, bounds, threshold, series }, view.words.lang)
}

fn agents<'a>(view: &View<'a>) -> Result<Option<Figure>, ChartError> {
    let words = view.words;
    let names: Vec<&'a str> =
        view.values("agent").into_iter().filter(|agent| !is_hidden(view, agent)).collect();
    let at = |id: Indicator, period: Option<&'a str>, agent: &'a str| {
        view.cell(id, (period, Some(("agent", agent))))
    };
    let known = |id: &Indicator| {
        names.iter().filter(|agent| at(*id, None, agent).is_some_and(|row| row.value.is_some())).count() > 1
    };
    let Some(id) = BY_AGENT.into_iter().find(known) else { return Ok(None) };
    let weeks = view.periods(Grain::Week);
    let weekly = weeks.iter().any(|(_, week)| names.iter().any(|agent| at(id, Some(week), agent).is_some()));
    let weeks = if weekly { weeks } else { Vec::new() };
    let panel = |agent: &'a str| {
        let row = at(id, None, agent)?;
        Some(chart::Panel {
            name: agent.to_owned(),
            value: row.value,
            low: row.ci_low,
            high: row.ci_high,
            n: row.n.unwrap_or_default(),
            points: weeks.iter().map(|(_, week)| at(id, Some(week), agent)?.value).collect(),
        })
    };
    let panels: Vec<chart::Panel> =
        names.iter().copied().filter_map(panel).filter(|p| p.value.is_some()).collect();
    let hidden = usize::try_from(view.summary.agents).unwrap_or(usize::MAX).saturating_sub(names.len());
    let by_agent = pick!(words, centre_report::by_agent);
    let note = say!(words, centre_report::the_queues_reasons_and_hours_of_each_explain);
    let multiples = chart::Multiples {
        heading: heading(view, ChartKind::Agents, format!("{}, {by_agent}", label(view, id)), note),
        unit: id.unit().into(),
        // A short call is not good in itself.
        better: if id == Indicator::AverageHandleTime { Better::Neither } else { id.better() },
        whole: pick!(words, centre_report::whole_centre).to_owned(),
        mean: view.total_value(id),
        behind: Vec::new(),
        periods: weeks.iter().map(|(week, _)| short(week.start, words.lang)).collect(),
        panels,
        hidden,
    };
    chart::small_multiples(&multiples, words.lang)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::centre::CentreSummary;
    use crate::lang::Lang;
    use crate::report::sample;
    use crate::report::words::Words;

    #[test]
    fn each_part_of_the_centre_has_its_figure() {
        for lang in [Lang::Fr, Lang::En] {
            let report = sample::centre(lang);
            let words = Words::new(&report);
            let view = View::new(&words, &report).unwrap();
            let drawn = |kind: &ChartKind| figures(&view, *kind).unwrap();
            let figures: Vec<Figure> = ChartKind::ALL.iter().flat_map(drawn).collect();
            let ids: Vec<&str> = figures.iter().map(|f| f.id.as_str()).collect();
            let expected = [
                "targets",
                "control-service-level",
                "week",
                "week-outbound",
                "waits",
                "handle-times",
                "agents",
            ];
            assert_eq!(ids, expected);
            let captions: Vec<&str> = figures.iter().map(|f| f.caption.as_str()).collect();
            assert!(captions.iter().all(|c| !c.contains("NaN") && !c.is_empty()), "{captions:?}");
        }
    }

    #[test]
    fn an_empty_centre_draws_nothing() {
        let mut report = sample::centre(Lang::Fr);
        report.indicators.clear();
        report.centre = Some(CentreSummary::default());
        let words = Words::new(&report);
        let view = View::new(&words, &report).unwrap();
        for kind in ChartKind::ALL {
            assert_eq!(figures(&view, *kind), Ok(Vec::new()));
        }
    }

    #[test]
    fn a_bin_keeps_its_calls_on_the_common_axis() {
        let mut report = sample::centre(Lang::En);
        let centre = report.centre.as_mut().unwrap();
        centre.durations.truncate(2);
        (centre.durations[0].n, centre.durations[0].bins) = (12, vec![(20.0, 9), (40.0, 1)]);
        (centre.durations[1].n, centre.durations[1].bins) = (10, vec![(10.0, 1), (20.0, 3)]);
        let words = Words::new(&report);
        let figure = waits(&View::new(&words, &report).unwrap()).unwrap().unwrap();
        // 9 of 12 within 20 seconds, 4 of 10.
        assert!(
            figure.caption.contains("75.0% within 20") && figure.caption.contains("40.0% within 20"),
            "{}",
            figure.caption
        );
    }
}
