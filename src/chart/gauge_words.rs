//! What the gauges of scores say: the value, the wave before, whether the bounds are reached.

use super::font::brief;
use super::gauge::{Aim, ScoreGauge};
use super::input::small_base;
use super::style::{SMALL_BASE, level_label, metric_subject, value_label};
use crate::lang::Lang;
use crate::metric::{Met, Metric};

/// `objectif : +30,0`.
pub fn bound(aim: Aim, at: f64, metric: Metric, lang: Lang) -> String {
    let value = value_label(at, metric, lang);
    match aim {
        Aim::Target => pick!(lang, chart::target_at(value)),
        Aim::Minimum => pick!(lang, chart::minimum_at(value)),
    }
}

/// How a bound is judged: a target is reached or missed, a minimum is kept or broken.
pub fn word(aim: Aim, met: Met, lang: Lang) -> &'static str {
    match (aim, met) {
        (Aim::Minimum, Met::Yes) => pick!(lang, chart::respected),
        (Aim::Minimum, Met::No) => pick!(lang, chart::missed),
        (Aim::Target, _) | (_, Met::Undecided) => met.word(lang),
    }
}

/// `objectif de +30,0 : manqué`.
pub fn verdict(aim: Aim, at: f64, met: Met, metric: Metric, lang: Lang) -> String {
    let value = value_label(at, metric, lang);
    let word = if met == Met::Undecided {
        pick!(lang, chart::undecided_the_interval_holds_it)
    } else {
        word(aim, met, lang)
    };
    match aim {
        Aim::Target => pick!(lang, chart::target_of(value, word)),
        Aim::Minimum => pick!(lang, chart::minimum_of(value, word)),
    }
}

/// The main score beside the wave before and its bounds, then how many of the other targets are met.
pub fn caption(main: &ScoreGauge, others: &[&ScoreGauge], wave: Option<&str>, lang: Lang) -> String {
    let metric = main.now.metric;
    let value = main.value().map_or_else(String::new, |v| value_label(v, metric, lang));
    let wave = wave.map_or_else(String::new, |wave| format!(" ({})", brief(wave)));
    let subject = metric_subject(metric, lang);
    let mut out = pick!(lang, chart::is(subject, value, wave));
    if let (Some(previous), Some(name)) = (main.previous(), main.before.and_then(|e| e.wave.as_deref())) {
        let (previous, name) = (value_label(previous, metric, lang), brief(name));
        let against = pick!(lang, chart::against_in_the_wave_before(previous, name));
        out.push_str(&against);
    }
    for (aim, at, met) in main.aims() {
        out = format!("{out}{}{}", lang.pick("\u{a0}; ", "; "), verdict(aim, at, met, metric, lang));
    }
    let targets: Vec<Met> =
        others.iter().flat_map(|g| g.aims()).filter(|(aim, ..)| *aim == Aim::Target).map(|t| t.2).collect();
    let (met, all) = (targets.iter().filter(|met| **met == Met::Yes).count(), targets.len());
    let more = if all == 0 { String::new() } else { pick!(lang, chart::other_targets_met(met, all)) };
    format!("{out}.{more}")
}

/// How to read the marks, those that are there.
pub fn note(shown: &[&ScoreGauge], left_out: usize, lang: Lang) -> String {
    let level = shown.first().map_or_else(String::new, |g| level_label(g.now.level, lang));
    let mut out = vec![pick!(lang, chart::thick_line_score_band_confidence_interval(level))];
    let aims = |wanted: Aim| shown.iter().any(|g| g.aims().iter().any(|(aim, ..)| *aim == wanted));
    if shown.iter().any(|g| g.previous().is_some()) {
        out.push(pick!(lang, chart::circle_the_wave_before).to_owned());
    }
    match (aims(Aim::Target), aims(Aim::Minimum)) {
        (true, true) => out.push(pick!(lang, chart::thin_lines_target_black_minimum_brown).to_owned()),
        (true, false) => out.push(pick!(lang, chart::thin_line_target).to_owned()),
        (false, true) => out.push(pick!(lang, chart::thin_line_minimum).to_owned()),
        (false, false) => {}
    }
    out.push(pick!(lang, chart::n_valid_answers).to_owned());
    if shown.iter().any(|g| g.now.n.is_some_and(|n| n < SMALL_BASE)) {
        out.push(small_base(lang));
    }
    match left_out {
        0 => {}
        1 => out.push(pick!(lang, chart::score_not_shown).to_owned()),
        _ => out.push(pick!(lang, chart::scores_not_shown(lang.count(left_out as u64)))),
    }
    out.join(" ")
}
