//! Where the indicators stand and how they moved.

use super::finding;
use crate::centre::catalogue::Group;
use crate::centre::{Better, Indicator, IndicatorRow, change_text, value_text};
use crate::metric::Met;
use crate::report::Finding;
use crate::report::centre::amounts::value_of;
use crate::report::centre::breakdown::is_count;
use crate::report::centre::cards::{alerts, before, headline};
use crate::report::centre::definitions::definition;
use crate::report::centre::names::subject;
use crate::report::centre::period::Grain;
use crate::report::centre::trend::{Trend, trend};
use crate::report::centre::view::View;
use crate::report::words::capitalized;

/// Missed targets told beside those of the service.
const MISSED: usize = 2;
/// Changes told.
const CHANGES: usize = 2;

/// The subject of a sentence about an indicator; the service level says its delay.
pub(super) fn subject_of(view: &View<'_>, id: Indicator) -> String {
    let lang = view.words.lang;
    let subject = subject(id, lang);
    if id != Indicator::ServiceLevel {
        return subject.to_owned();
    }
    let delay = view.summary.service_level_s;
    let delay = lang.number(delay, usize::from(delay.fract() != 0.0));
    format!("{subject} {} {delay}\u{a0}s", pick!(lang, centre_report::at_in_levels))
}

/// The quality of service and the service level, the missed targets, satisfaction.
pub(super) fn levels(view: &View<'_>) -> Vec<Finding> {
    let first = [Indicator::QualityOfService, Indicator::ServiceLevel];
    let shown = headline(view);
    let row = |id: &Indicator| view.total(*id).filter(|row| row.value.is_some());
    let mut rows: Vec<&IndicatorRow> = first.iter().filter_map(row).collect();
    let missed = shown.iter().filter(|id| !first.contains(id)).filter_map(row);
    let mut missed: Vec<&IndicatorRow> = missed.filter(|row| row.met == Some(Met::No)).collect();
    missed.sort_by_key(|row| !alerts(row));
    rows.extend(missed.into_iter().take(MISSED));
    // The scores of a survey that came with the calls are told by the survey's own sentences.
    let told = view.report.metrics.is_empty();
    let satisfaction = shown.iter().filter(|id| told && id.entry().group == Group::Satisfaction);
    let satisfaction = satisfaction.filter_map(row).find(|row| !rows.iter().any(|r| r.id == row.id));
    rows.extend(satisfaction);
    if rows.is_empty() {
        // A centre without inbound calls: what it shows first.
        rows.extend(shown.iter().filter_map(row).take(2));
    }
    rows.into_iter().map(|row| level(view, row)).collect()
}

fn level(view: &View<'_>, row: &IndicatorRow) -> Finding {
    let (words, lang) = (view.words, view.words.lang);
    let the = capitalized(&subject_of(view, row.id));
    let value = value_of(lang, row);
    let rests = rests_on(view, row);
    let Some((target, met)) = row.target.zip(row.met) else {
        let text = say!(words, centre_report::is(the, value, rests));
        return finding("indicator", "indicators", text);
    };
    let gap = row.value.map_or(0.0, |value| (value - target).abs());
    let gap = change_text(lang, row.unit, gap);
    let gap = gap.trim_start_matches('+');
    let target = value_text(lang, row.unit, target);
    let alert = if alerts(row) { pick!(words, centre_report::beyond_the_alert_threshold) } else { "" };
    let judged = match met {
        Met::Yes => pick!(words, centre_report::the_target_of_is_met(target)),
        Met::No => pick!(words, centre_report::the_target_of_is_missed_by(target, gap, alert)),
        Met::Undecided => pick!(words, centre_report::its_interval_holds_the_target_of_neither_met(target)),
    };
    let text = say!(words, centre_report::is_in_levels(the, value, judged, rests));
    finding("indicator_target", "indicators", text)
}

/// `Base : 9 500 ; définition : appels traités ÷ appels offerts`.
pub(super) fn rests_on(view: &View<'_>, row: &IndicatorRow) -> String {
    let words = view.words;
    let definition = definition(view, row);
    match row.n.filter(|_| !is_count(row.unit)) {
        Some(n) => {
            let n = words.lang.count(n);
            say!(words, centre_report::base_definition(n, definition))
        }
        None => say!(words, centre_report::definition(definition)),
    }
}

/// Indicators whose last week is out of chance: for the worse first, the service before the others; those for the better
/// left out where only the worse are wanted.
pub(super) fn changes(view: &View<'_>, worse_only: bool) -> Vec<Finding> {
    let first = [
        Indicator::QualityOfService,
        Indicator::ServiceLevel,
        Indicator::AbandonmentRate,
        Indicator::AnswerRate,
        Indicator::AverageSpeedOfAnswer,
        Indicator::AverageWaitTime,
    ];
    let mut found: Vec<(&IndicatorRow, Trend)> = Vec::new();
    for id in headline(view) {
        let Some((row, trend)) = view.total(id).zip(trend(view, id)) else { continue };
        let better = trend.is_better(row.id.better()) == Some(true);
        if trend.certain == Some(true) && !(worse_only && better) {
            found.push((row, trend));
        }
    }
    found.sort_by_key(|(row, trend)| {
        let worse = trend.is_better(row.id.better()) == Some(false);
        (!worse, first.iter().position(|id| *id == row.id).unwrap_or(first.len()))
    });
    // These tell of the same waits: one of them is enough.
    let mut service = false;
    found.retain(|(row, _)| !first.contains(&row.id) || !std::mem::replace(&mut service, true));
    found.into_iter().take(CHANGES).map(|(row, trend)| change(view, row, &trend)).collect()
}

fn change(view: &View<'_>, row: &IndicatorRow, trend: &Trend) -> Finding {
    let (words, lang) = (view.words, view.words.lang);
    let the = capitalized(&subject_of(view, row.id));
    let size = change_text(lang, row.unit, trend.change().abs());
    let size = size.trim_start_matches('+');
    let (value, mean) = (value_text(lang, row.unit, trend.value), value_text(lang, row.unit, trend.mean));
    let moves = match (trend.change() > 0.0, row.id.better()) {
        (true, Better::Higher) => pick!(words, centre_report::improves),
        (false, Better::Higher) => pick!(words, centre_report::falls_back),
        (true, _) => pick!(words, centre_report::rises),
        (false, _) => pick!(words, centre_report::falls),
    };
    let period = trend.last.name(lang);
    let period = match trend.last.grain {
        Grain::Week => say!(words, centre_report::in_the(period)),
        _ => say!(words, centre_report::in_word(period)),
    };
    let before = before(view, trend);
    let proof = if row.ci_low.is_some() {
        pick!(words, centre_report::more_than_three_standard_errors)
    } else {
        pick!(words, centre_report::out_of_the_limits_of_a_control_chart)
    };
    let judged = match trend.is_better(row.id.better()) {
        Some(true) => pick!(words, centre_report::this_is_an_improvement_that_chance_does_not),
        Some(false) => pick!(words, centre_report::this_is_a_deterioration_that_chance_does_not),
        None => pick!(words, centre_report::chance_does_not_explain_this_difference),
    };
    let text =
        say!(words, centre_report::by_against(the, moves, size, period, value, mean, before, judged, proof));
    finding("indicator_change", "periods", text)
}
