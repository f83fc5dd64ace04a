//! The week that stands out for the worse, beside the last one.

use super::finding;
use super::levels::subject_of;
use crate::centre::{Better, Indicator, IndicatorSeries, value_text};
use crate::metric::rank::mann_whitney;
use crate::report::Finding;
use crate::report::centre::period::{Grain, Period, date_of};
use crate::report::centre::view::View;
use crate::report::words::capitalized;
use crate::tally::Histogram;

/// Evidence under which a week is told, its p multiplied by the weeks looked at (Bonferroni).
const CHANCE: f64 = 0.01;
/// Days that a week must have, and the others together.
const DAYS: (usize, usize) = (3, 6);

/// The week whose days are the surest to be worse than the others, by quality of service, else by service level; the last
/// one is told elsewhere.
pub(super) fn odd_week(view: &View<'_>) -> Option<Finding> {
    let service = [Indicator::QualityOfService, Indicator::ServiceLevel];
    let series = service.iter().find_map(|id| view.summary.series.iter().find(|s| s.id == *id))?;
    let weeks: Vec<(Period, &str)> =
        view.periods(Grain::Week).into_iter().filter(|(week, _)| view.is_whole(*week)).collect();
    let (_, before) = weeks.split_last()?;
    let tried = |(week, _): &(Period, &str)| {
        let (own, others) = days(series, *week);
        if own.len() < DAYS.0 || others.len() < DAYS.1 {
            return None;
        }
        let days = |values: &[f64]| Histogram::new(values.iter().map(|value| (*value, 1)));
        let found = mann_whitney(&days(&others), &days(&own))?;
        let worse = if series.better == Better::Lower { found.z > 0.0 } else { found.z < 0.0 };
        worse.then_some((found.p_corrected.p * weeks.len() as f64, *week))
    };
    let (_, week) =
        before.iter().filter_map(tried).filter(|(p, _)| *p < CHANCE).min_by(|a, b| a.0.total_cmp(&b.0))?;
    Some(said(view, series, week, &weeks))
}

/// The values of the days of a week, and of the other days.
fn days(series: &IndicatorSeries, week: Period) -> (Vec<f64>, Vec<f64>) {
    let inside = |day: &str| date_of(day).is_some_and(|date| (week.start..=week.end()).contains(&date));
    let valued = series.points.iter().filter_map(|point| Some((inside(&point.day), point.value?)));
    let (own, others): (Vec<_>, Vec<_>) = valued.partition(|(own, _)| *own);
    (own.into_iter().map(|(_, v)| v).collect(), others.into_iter().map(|(_, v)| v).collect())
}

fn said(view: &View<'_>, series: &IndicatorSeries, week: Period, weeks: &[(Period, &str)]) -> Finding {
    let (words, lang) = (view.words, view.words.lang);
    let row = |id: Indicator, own: bool| {
        let chosen = weeks.iter().filter(move |(other, _)| (*other == week) == own);
        chosen.filter_map(move |(_, text)| view.cell(id, (Some(*text), None))).collect::<Vec<_>>()
    };
    // A mean of weeks, each by its base.
    let mean = |id: Indicator, own: bool| {
        let rows = row(id, own);
        let parts = rows.iter().filter_map(|r| Some((r.value?, r.denominator?)));
        let (sum, base) = parts.fold((0.0, 0.0), |(s, b), (value, base)| (s + value * base, b + base));
        (base > 0.0).then(|| sum / base)
    };
    let text = |id: Indicator, value: f64| value_text(lang, id.unit(), value);
    let the = capitalized(&subject_of(view, series.id));
    let (Some(own), Some(others)) = (mean(series.id, true), mean(series.id, false)) else {
        return finding("indicator_change", "periods", String::new());
    };
    let (own, others) = (text(series.id, own), text(series.id, others));
    let beside = [Indicator::InHoursCalls, Indicator::Occupancy].into_iter().filter_map(|id| {
        let average = |rows: Vec<&crate::centre::IndicatorRow>| {
            let values: Vec<f64> = rows.iter().filter_map(|r| r.value).collect();
            (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
        };
        let (own, others) = match id {
            Indicator::InHoursCalls => (average(row(id, true))?, average(row(id, false))?),
            id => (mean(id, true)?, mean(id, false)?),
        };
        let (own, others) = (text(id, own), text(id, others));
        Some(match id {
            Indicator::InHoursCalls => {
                pick!(words, centre_report::calls_offered_against_on_average(own, others))
            }
            _ => pick!(words, centre_report::agents_occupied_against(own, others)),
        })
    });
    let beside: Vec<String> = beside.collect();
    let beside = if beside.is_empty() {
        String::new()
    } else {
        let list = beside.join(words.pick(" ; ", "; "));
        say!(words, centre_report::that_week(list))
    };
    let name = week.name(lang);
    let text =
        say!(words, centre_report::fell_to_in_the_against_in_the_other(the, own, name, others, beside));
    finding("indicator_change", "periods", text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::centre::IndicatorPoint;
    use crate::lang::Lang;
    use crate::report::sample;
    use crate::report::words::Words;

    /// Six weeks of six days, the fourth one lower: the week is named; without it none is.
    #[test]
    fn a_week_apart_is_told_and_noise_is_not() {
        for (low, told) in [(84.0, true), (94.0, false)] {
            let mut report = sample::centre(Lang::En);
            let points = |week: i64| {
                (0..6).map(move |day| {
                    let date = jiff::civil::date(2025, 9, 1) + jiff::Span::new().days(7 * week + day);
                    let base = if week == 3 { low } else { 94.0 };
                    let value = Some(base + ((7 * week + day) * 37 % 11) as f64 / 4.0);
                    IndicatorPoint {
                        day: date.to_string(),
                        n: 100,
                        value,
                        low: None,
                        high: None,
                        signal: None,
                    }
                })
            };
            let summary = report.centre.as_mut().unwrap();
            (summary.from, summary.to) =
                (Some("2025-09-01T08:00:00".into()), Some("2025-10-12T17:00:00".into()));
            let mut series = summary.series.first().unwrap().clone();
            (series.id, series.better) = (Indicator::QualityOfService, Better::Higher);
            series.points = (0..6).flat_map(points).collect();
            summary.series = vec![series];
            let row = report.indicators.iter().find(|r| r.id == Indicator::QualityOfService).unwrap().clone();
            report.indicators.retain(|r| r.period.is_none());
            report.indicators.extend((36..42).map(|week| crate::centre::IndicatorRow {
                period: Some(format!("2025-W{week}")),
                segment: None,
                value: Some(if week == 39 { low } else { 94.0 }),
                denominator: Some(600.0),
                ..row.clone()
            }));
            let words = Words::new(&report);
            let found = odd_week(&View::new(&words, &report).unwrap());
            assert_eq!(
                found.as_ref().is_some_and(|f| f.text.contains("22\u{a0}September 2025")),
                told,
                "{found:?}"
            );
        }
    }
}
