//! Days, hours and agents that are out of line.

use super::finding;
use super::levels::subject_of;
use crate::centre::{HeatCell, Indicator, IndicatorRow, IndicatorSeries, Unit, value_text};
use crate::metric::law::normal_quantile;
use crate::report::Finding;
use crate::report::centre::breakdown::is_hidden;
use crate::report::centre::days::beyond;
use crate::report::centre::names::subject;
use crate::report::centre::period::{clock, weekday};
use crate::report::centre::view::View;
use crate::report::centre::week::load;
use crate::report::words::capitalized;

/// Days named in a sentence.
const NAMED: usize = 3;
/// Calls from which an hour of the week is judged.
const ENOUGH: u64 = 50;
/// An agent is far from the mean beyond so many standard errors.
const FAR: f64 = 3.0;
/// Agents from which their spread means something.
const AGENTS: usize = 5;

/// Days out of the limits of chance: of the service level where it has some, else of the series that has the most.
pub(super) fn signal(view: &View<'_>) -> Option<Finding> {
    let (words, lang) = (view.words, view.words.lang);
    let rank = |s: &&IndicatorSeries| {
        let first = [Indicator::ServiceLevel, Indicator::QualityOfService, Indicator::AbandonmentRate];
        let place = first.iter().position(|id| *id == s.id).unwrap_or(first.len());
        (place, std::cmp::Reverse(beyond(s).len()))
    };
    let series = view.summary.series.iter().filter(|s| !beyond(s).is_empty()).min_by_key(rank)?;
    let days = beyond(series);
    let all = series.points.iter().filter(|p| p.value.is_some()).count();
    let text = |x: f64| value_text(lang, series.unit, x);
    let named: Vec<String> = days
        .iter()
        .take(NAMED)
        .filter_map(|(point, day)| Some(format!("{} ({})", day.name(lang), text(point.value?))))
        .collect();
    let more = days.len().saturating_sub(NAMED);
    let named = if more == 0 {
        words.list(&named)
    } else {
        let more = counted!(words, more as u64, centre_report::more);
        say!(words, centre_report::and(named.join(", "), more))
    };
    let the = capitalized(subject(series.id, lang));
    let n = counted!(words, days.len() as u64, centre_report::days);
    let centre = text(series.centre);
    let then = if days.len() == 1 {
        pick!(words, centre_report::on_that_day)
    } else {
        pick!(words, centre_report::on_those_days)
    };
    let said =
        say!(words, centre_report::is_out_of_the_limits_of_chance_on(the, n, all, named, centre, then));
    Some(finding("signal", "days", said))
}

/// The hour of the week with the lowest service level, and the busiest.
pub(super) fn peak(view: &View<'_>) -> Option<Finding> {
    let (words, lang) = (view.words, view.words.lang);
    let judged = view.summary.heat.iter().filter(|c| c.offered >= ENOUGH && c.service_level.is_some());
    let judged: Vec<&HeatCell> = judged.collect();
    if judged.len() < 2 {
        return None;
    }
    let level = |c: &HeatCell| c.service_level.unwrap_or(f64::INFINITY);
    let at = |c: &HeatCell| (c.weekday, c.hour);
    let worst = judged.iter().min_by(|a, b| level(a).total_cmp(&level(b)).then(at(a).cmp(&at(b))))?;
    let busiest = judged.iter().min_by(|a, b| load(b).total_cmp(&load(a)).then(at(a).cmp(&at(b))))?;
    let slot = |c: &HeatCell| {
        let (day, hour) = (weekday(c.weekday, lang), clock(c.hour, 0, lang));
        pick!(lang, centre_report::at(day, hour))
    };
    let percent = |c: &HeatCell| value_text(lang, Unit::Percent, level(c));
    let mean = |c: &HeatCell| lang.number(load(c), 0);
    let offered = counted!(words, worst.offered, centre_report::calls_offered);
    let also = if at(worst) == at(busiest) {
        say!(words, centre_report::it_is_also_the_busiest)
    } else {
        say!(
            words,
            centre_report::the_busiest_is_calls_in_the_hour_a(slot(busiest), mean(busiest), percent(busiest))
        )
    };
    let text = say!(
        words,
        centre_report::the_worst_hour_of_the_week_is_a(
            slot(worst),
            percent(worst),
            offered,
            mean(worst),
            also
        )
    );
    Some(finding("peak", "week", text))
}

/// How many agents are far from the mean, without naming them.
pub(super) fn agents(view: &View<'_>) -> Option<Finding> {
    let told = [
        Indicator::AverageHandleTime,
        Indicator::FirstContactResolution,
        Indicator::TransferRate,
        Indicator::Csat,
    ];
    told.into_iter().find_map(|id| spread(view, id))
}

fn spread(view: &View<'_>, id: Indicator) -> Option<Finding> {
    let (words, lang) = (view.words, view.words.lang);
    let mean = view.total_value(id)?;
    let z = normal_quantile(view.report.study.level);
    let shown = view.values("agent").into_iter().filter(|agent| !is_hidden(view, agent));
    let rows: Vec<&IndicatorRow> = shown
        .filter_map(|agent| view.cell(id, (None, Some(("agent", agent)))))
        .filter(|r| r.value.is_some())
        .collect();
    let far = |row: &&&IndicatorRow| {
        let (Some(value), Some(low), Some(high)) = (row.value, row.ci_low, row.ci_high) else { return false };
        (value - mean).abs() > FAR * (high - low) / 2.0 / z
    };
    let far: Vec<f64> = rows.iter().filter(far).filter_map(|row| row.value).collect();
    if rows.len() < AGENTS || far.is_empty() {
        return None;
    }
    let above = far.iter().filter(|x| **x > mean).count();
    let below = far.len() - above;
    let unit = rows.first()?.unit;
    let text = |x: f64| value_text(lang, unit, x);
    let values = || rows.iter().filter_map(|row| row.value);
    let (low, high) = (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
    let the = subject_of(view, id);
    let (n, all) = (far.len(), rows.len());
    let (low, high, mean) = (text(low), text(high), text(mean));
    let far = counted!(words, n as u64, centre_report::agents);
    let stand = if n == 1 {
        pick!(words, centre_report::stands_away)
    } else {
        pick!(words, centre_report::stand_away)
    };
    let said = say!(
        words,
        centre_report::for_of_clearly_away_from_the_mean_of(
            the, far, all, stand, mean, above, below, low, high
        )
    );
    Some(finding("agent_spread", "agents", said))
}
